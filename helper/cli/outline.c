#include "cli/command.h"
#include "cli/print.h"

static void print_title(gm_run *run, const gm_section *section) {
  gm_buffer title = {0};
  gm_render_clean(&run->render, section->start.line, section->start.byte, section->marker_end, &title);
  gm_section_title(section, run->source.lines.items, gm_document_pinyin(run->document), &title);
  gm_print_plain((gm_text){title.items, title.count}, &run->out);
  gm_array_free(&title);
}

/* The tree: line number, marker and title indented by level, length. */
static void print_tree(gm_run *run, const gm_outline *outline) {
  bool english = run->settings.language == GM_ENGLISH;
  unsigned long long words = gm_document_words(run->document);
  gm_print_plain((gm_text){run->source.path, strlen(run->source.path)}, &run->out);
  gm_buffer_format(&run->out, english ? "  %llu chars\n" : "  %llu字\n", words);
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *section = &outline->sections.items[i];
    int indent = section->level > 1 ? 2 * (section->level - 1) : 0;
    gm_buffer_format(&run->out, "%6u  %*s", section->start.line + 1, indent, "");
    print_title(run, section);
    gm_buffer_format(&run->out, english ? "  %u chars\n" : "  %u字\n", section->chars);
  }
}

static void print_csv(gm_run *run, const gm_outline *outline) {
  gm_buffer title = {0};
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *s = &outline->sections.items[i];
    gm_place at = gm_places_find(&run->render.places, s->start);
    title.count = 0;
    gm_render_clean(&run->render, s->start.line, s->start.byte, s->marker_end, &title);
    gm_print_csv((gm_text){run->source.path, strlen(run->source.path)}, &run->out);
    gm_buffer_format(&run->out, ",%u,%u,%u,%s,%d,", at.line + 1, at.chars, (unsigned)s->level,
                     gm_section_kind_name(s->kind), (int)s->number);
    gm_print_csv((gm_text){title.items, title.count}, &run->out);
    gm_buffer_add(&run->out, ",", 1);
    title.count = 0;
    gm_section_title(s, run->source.lines.items, gm_document_pinyin(run->document), &title);
    gm_print_csv((gm_text){title.items, title.count}, &run->out);
    gm_buffer_format(&run->out, ",%u\r\n", s->chars);
  }
  gm_array_free(&title);
}

static void begin(gm_run *run) {
  if (run->options->format == GM_FORMAT_CSV)
    gm_buffer_string(&run->out, "path,line,char,level,kind,number,marker,title,chars\r\n");
}

static void outline_file(gm_run *run) {
  const gm_outline *outline = gm_document_outline(run->document);
  switch (run->options->format) {
    case GM_FORMAT_JSON:
      gm_write_map(&run->json, 3);
      gm_write_string(&run->json, "path");
      gm_write_string(&run->json, run->source.path);
      gm_write_string(&run->json, "words");
      gm_write_integer(&run->json, (int64_t)gm_document_words(run->document));
      gm_write_string(&run->json, "sections");
      gm_render_sections(&run->render, outline);
      break;
    case GM_FORMAT_JSONL:
      for (size_t i = 0; i < outline->sections.count; i++) {
        gm_run_row_begin(run);
        gm_render_section(&run->render, &outline->sections.items[i]);
        gm_run_row_end(run);
      }
      break;
    case GM_FORMAT_CSV: print_csv(run, outline); break;
    default: print_tree(run, outline);
  }
}

const gm_command gm_command_outline = {
    .name = "outline",
    .bit = GM_FOR_OUTLINE,
    .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(JSONL) | GM_FORMAT_BIT(CSV),
    .rules = GM_NO_RULES,
    .arguments = "FILE...",
    .zh = "列出提纲：各级标题、条目和字数",
    .en = "print the outline: headings and numbered items, with their length",
    .begin = begin,
    .file = outline_file};
