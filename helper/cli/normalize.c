#include "normalize/normalize.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/message.h"
#include "cli/print.h"
#include "cli/report.h"
#include "cli/rewrite.h"

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

static void normalize_file(gm_run *run) {
  const gm_draft *draft = gm_document_draft(run->document);
  const gm_settings *settings = &run->settings;
  gm_normalize_options options = {.passes = gm_selection_passes(&settings->selection),
                                  .profile = settings->profile,
                                  .keep_quotations = settings->keep_quotations,
                                  .names = settings->names.items,
                                  .name_count = settings->names.count};
  const gm_options *given = run->options;
  /* An option asks for its pass, a line of .gangmu.ini says only how. */
  gm_manners_apply(&(gm_manners){given->convert, given->spacing, given->indent}, &options);
  uint64_t passes = options.passes;
  gm_manners_apply(&(gm_manners){settings->convert, settings->spacing, settings->indent}, &options);
  options.passes = passes;
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
    /* A file is not rewritten by half of what was asked for. */
    if (!run->options->write || !problem) gm_give_edits(run, &edits);
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
    .ready = gm_rewrite_ready,
    .file = normalize_file};
