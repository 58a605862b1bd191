#include <unistd.h>

#include "cli/command.h"
#include "cli/message.h"
#include "cli/report.h"

static const gm_report *report_of(const gm_run *run) {
  static const gm_report *const reports[GM_FORMAT_COUNT] = {
      [GM_FORMAT_TEXT] = &gm_report_text,     [GM_FORMAT_JSONL] = &gm_report_jsonl,
      [GM_FORMAT_SARIF] = &gm_report_sarif,   [GM_FORMAT_RDJSON] = &gm_report_rdjson,
      [GM_FORMAT_GITHUB] = &gm_report_github, [GM_FORMAT_CHECKSTYLE] = &gm_report_checkstyle};
  return reports[run->options->format];
}

static void begin(gm_run *run) {
  const gm_report *report = report_of(run);
  if (report->begin) report->begin(run);
}

/* Counts the findings; those at or above the level to fail at decide the exit status. */
static void tally(gm_run *run, const gm_findings *findings) {
  uint8_t level = run->options->fail_level ? run->options->fail_level : GM_SEVERITY_ERROR;
  for (size_t i = 0; i < findings->list.count; i++) {
    uint8_t severity = findings->list.items[i].severity;
    run->errors += severity == GM_SEVERITY_ERROR;
    run->warnings += severity == GM_SEVERITY_WARNING;
    run->hints += severity == GM_SEVERITY_HINT;
    if (severity >= level && !run->options->exit_zero) gm_run_status(run, GM_EXIT_FOUND);
  }
}

static void check_file(gm_run *run) {
  const gm_findings *findings = gm_document_findings(run->document);
  tally(run, findings);
  run->dismissed += gm_document_dismissed(run->document)->list.count;
  if (run->options->format != GM_FORMAT_JSON) {
    report_of(run)->file(run);
    return;
  }
  gm_write_map(&run->json, 3);
  gm_write_string(&run->json, "path");
  gm_write_string(&run->json, run->source.path);
  gm_write_string(&run->json, "diagnostics");
  gm_render_findings(&run->render, findings);
  gm_write_string(&run->json, "dismissed");
  gm_write_integer(&run->json, (int64_t)gm_document_dismissed(run->document)->list.count);
}

static void end(gm_run *run) {
  const gm_report *report = report_of(run);
  if (report->end) report->end(run);
}

const gm_command gm_command_check = {.name = "check",
                                     .bit = GM_FOR_CHECK,
                                     .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(JSONL) |
                                                GM_FORMAT_BIT(SARIF) | GM_FORMAT_BIT(RDJSON) |
                                                GM_FORMAT_BIT(CHECKSTYLE) | GM_FORMAT_BIT(GITHUB),
                                     .rules = GM_ALL_RULES,
                                     .heeds_dismissals = true,
                                     .arguments = "FILE...",
                                     .zh = "检查数字、结构、标点是否相符；有错误则以 1 退出",
                                     .en = "check figures, structure and punctuation; exit 1 when there are errors",
                                     .begin = begin,
                                     .file = check_file,
                                     .end = end};
