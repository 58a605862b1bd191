#include "normalize/normalize.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/message.h"
#include "cli/patch.h"
#include "cli/print.h"
#include "cli/replace.h"
#include "cli/report.h"

static uint64_t pass_bit(gm_text id) {
  int row = gm_pass_find(id);
  return row < 0 ? 0 : UINT64_C(1) << row;
}

/* An option that says how a pass is to work asks for the pass. */
static uint64_t passes_of(const gm_run *run) {
  uint64_t passes = gm_selection_passes(&run->settings.selection);
  if (run->options->convert) passes |= pass_bit(GM_TEXT("NRM-30"));
  if (run->options->spacing) passes |= pass_bit(GM_TEXT("NRM-31"));
  if (run->options->indent) passes |= pass_bit(GM_TEXT("NRM-33"));
  return passes;
}

static void write_json(gm_run *run, const gm_edits *edits) {
  const gm_draft *draft = gm_document_draft(run->document);
  gm_writer *w = &run->json;
  gm_write_map(w, 5);
  gm_write_string(w, "path");
  gm_write_string(w, run->source.path);
  gm_write_string(w, "noise");
  gm_render_noise(&run->render, draft->classes, draft->count);
  gm_write_string(w, "edits");
  gm_render_edits(&run->render, edits);
  gm_write_string(w, "metadata");
  gm_render_metadata(&run->render, draft, gm_document_outline(run->document));
  gm_write_string(w, "diagnostics");
  gm_render_findings(&run->render, gm_document_findings(run->document));
}

/* What is reported and never repaired goes to standard error, so that it is seen beside the text. */
static void report_findings(gm_run *run) {
  const gm_findings *findings = gm_document_findings(run->document);
  size_t kept = run->out.count;
  bool color = run->color;
  run->color = false;
  for (size_t i = 0; i < findings->list.count; i++) gm_report_line_of(run, findings, &findings->list.items[i]);
  if (run->out.count > kept) fwrite(run->out.items + kept, 1, run->out.count - kept, stderr);
  run->out.count = kept;
  run->color = color;
}

static void rewrite(gm_run *run, const gm_edits *edits) {
  gm_language language = run->options->language;
  if (run->source.converted && !run->options->to_utf8) {
    gm_complain(language, "%s: 原文件是 %s，未改写；确要改为 UTF-8 请加 --to-utf8",
                "%s: the file is in %s and was not rewritten; --to-utf8 lets it become UTF-8", run->source.path,
                run->source.converted);
    gm_run_status(run, GM_EXIT_TROUBLE);
    return;
  }
  if (!edits->list.count && !run->source.converted) return;
  gm_buffer content = {0};
  gm_patch_apply(&run->source, edits, &content);
  if (!gm_replace(&run->source, run->source.path, (gm_text){content.items, content.count}, language))
    gm_run_status(run, GM_EXIT_TROUBLE);
  gm_array_free(&content);
}

static void write_rows(gm_run *run, const gm_edits *edits) {
  for (size_t i = 0; i < edits->list.count; i++) {
    gm_run_row_begin(run);
    gm_render_edit(&run->render, edits, &edits->list.items[i]);
    gm_run_row_end(run);
  }
}

static bool ready(gm_run *run) {
  const gm_options *o = run->options;
  if (o->write && (o->diff || o->format != GM_FORMAT_TEXT)) {
    gm_complain(o->language, "--write 不能与 --diff 或 --format 同用", "--write goes with neither --diff nor --format");
    return false;
  }
  for (size_t i = 0; o->write && i < o->files.count; i++)
    if (!strcmp(o->files.items[i], "-")) {
      gm_complain(o->language, "标准输入不能 --write", "standard input cannot be written with --write");
      return false;
    }
  return true;
}

/* NRM-30 selected without a word on which way: towards what the profile writes. */
static const char *conversion(const gm_settings *settings) {
  if (settings->convert) return settings->convert;
  return settings->profile == GM_PROFILE_TW ? "s2tw" : "t2s";
}

static void normalize_file(gm_run *run) {
  const gm_draft *draft = gm_document_draft(run->document);
  const gm_settings *settings = &run->settings;
  gm_normalize_options options = {.passes = passes_of(run),
                                  .profile = settings->profile,
                                  .convert = conversion(settings),
                                  .spacing = settings->spacing == GM_MANNER_ADD ? GM_SPACING_ADD : GM_SPACING_REMOVE,
                                  .no_indent = settings->indent == GM_MANNER_REMOVE,
                                  .keep_quotations = settings->keep_quotations,
                                  .names = settings->names.items,
                                  .name_count = settings->names.count};
  gm_normalizer *normalizer = gm_normalizer_new();
  gm_edits edits = {0};
  gm_normalize(normalizer, draft, gm_document_pinyin(run->document), 0, draft->count, &options, &edits);
  const char *problem = gm_normalizer_problem(normalizer, run->options->language);
  if (problem) {
    gm_complain(run->options->language, "%s: NRM-30（%s）：%s", "%s: NRM-30 (%s): %s", run->source.path,
                options.convert, problem);
    gm_run_status(run, GM_EXIT_TROUBLE);
  }
  if (run->options->format == GM_FORMAT_JSON) {
    write_json(run, &edits);
  } else {
    report_findings(run);
    if (run->options->write) {
      /* A file is not rewritten by half of what was asked for. */
      if (!problem) rewrite(run, &edits);
    } else if (run->options->diff)
      gm_patch_diff(&run->source, &edits, &run->out);
    else if (run->options->format == GM_FORMAT_JSONL)
      write_rows(run, &edits);
    else
      gm_patch_apply(&run->source, &edits, &run->out);
  }
  gm_edits_free(&edits);
  gm_normalizer_free(normalizer);
}

const gm_command gm_command_normalize = {
    .name = "normalize",
    .bit = GM_FOR_NORMALIZE,
    .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(JSONL),
    .rules = GM_NORMALIZE_RULES,
    .arguments = "FILE...",
    .zh = "规范粘贴来的文字：标点、拼音、空白等；默认输出全文",
    .en = "clean pasted text: punctuation, pinyin, blanks; prints the text by default",
    .ready = ready,
    .file = normalize_file};
