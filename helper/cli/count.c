#include "cli/command.h"
#include "cli/message.h"
#include "cli/print.h"

static void write_json(gm_run *run, uint64_t chars, uint64_t han) {
  const gm_draft *draft = gm_document_draft(run->document);
  gm_write_map(run->render.writer, run->options->sections ? 6 : 5);
  gm_write_string(run->render.writer, "path");
  gm_write_string(run->render.writer, run->source.path);
  gm_write_string(run->render.writer, "words");
  gm_write_integer(run->render.writer, (int64_t)gm_document_words(run->document));
  gm_write_string(run->render.writer, "chars");
  gm_write_integer(run->render.writer, (int64_t)chars);
  gm_write_string(run->render.writer, "han");
  gm_write_integer(run->render.writer, (int64_t)han);
  gm_write_string(run->render.writer, "lines");
  gm_write_integer(run->render.writer, (int64_t)draft->count);
  if (!run->options->sections) return;
  run->render.path = NULL;
  gm_write_string(run->render.writer, "sections");
  gm_render_sections(&run->render, gm_document_outline(run->document));
}

static void print_sections(gm_run *run) {
  const gm_outline *outline = gm_document_outline(run->document);
  gm_buffer title = {0};
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *s = &outline->sections.items[i];
    title.count = 0;
    gm_render_clean(&run->render, s->start.line, s->start.byte, s->marker_end, &title);
    gm_section_title(s, run->source.lines.items, gm_document_pinyin(run->document), &title);
    gm_buffer_format(&run->out, "%8u  %*s", s->chars, s->level > 1 ? 2 * (s->level - 1) : 0, "");
    gm_print_plain((gm_text){title.items, title.count}, &run->out);
    gm_buffer_add(&run->out, "\n", 1);
  }
  gm_array_free(&title);
}

static bool ready(gm_run *run) {
  if (!run->options->sections || run->options->format != GM_FORMAT_CSV) return true;
  gm_complain(run->options->language, "--sections 不能用 csv 格式；逐节的表请用 gangmu outline --format=csv",
              "--sections cannot be csv; gangmu outline --format=csv has a row for each section");
  return false;
}

static void begin(gm_run *run) {
  if (run->options->format == GM_FORMAT_CSV) gm_buffer_string(&run->out, "path,words,chars,han,lines\r\n");
}

static void count_file(gm_run *run) {
  const gm_draft *draft = gm_document_draft(run->document);
  unsigned long long words = gm_document_words(run->document), chars = 0, han = 0;
  gm_text path = {run->source.path, strlen(run->source.path)};
  for (size_t i = 0; i < draft->count; i++) {
    chars += draft->looks[i].chars;
    han += draft->looks[i].han;
  }
  switch (run->options->format) {
    case GM_FORMAT_JSON: write_json(run, chars, han); break;
    case GM_FORMAT_JSONL:
      gm_run_row_begin(run);
      write_json(run, chars, han);
      gm_run_row_end(run);
      break;
    case GM_FORMAT_CSV:
      gm_print_csv(path, &run->out);
      gm_buffer_format(&run->out, ",%llu,%llu,%llu,%zu\r\n", words, chars, han, draft->count);
      break;
    default:
      gm_print_plain(path, &run->out);
      gm_buffer_format(&run->out,
                       run->settings.language == GM_ENGLISH ? ": %llu words, %llu characters, %llu Han, %zu lines\n"
                                                            : ": %llu字，%llu个字符（不计空格），%llu个汉字，%zu行\n",
                       words, chars, han, draft->count);
      if (run->options->sections) print_sections(run);
  }
}

const gm_command gm_command_count = {
    .name = "count",
    .bit = GM_FOR_COUNT,
    .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(JSONL) | GM_FORMAT_BIT(CSV),
    .rules = GM_NO_RULES,
    .arguments = "FILE...",
    .zh = "计字数，同 Word 的“字数”",
    .en = "count words as Word does",
    .ready = ready,
    .begin = begin,
    .file = count_file};
