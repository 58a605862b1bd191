/* Reports of one line a finding: text, JSON Lines, workflow commands of GitHub. */
#include <unistd.h>

#include "cli/print.h"
#include "cli/report.h"

static gm_text path_of(const gm_run *run) { return (gm_text){run->source.path, strlen(run->source.path)}; }

static gm_text message_of(const gm_findings *findings, const gm_finding *finding) {
  return (gm_text){findings->text.items + finding->message, finding->message_len};
}

void gm_report_line_of(gm_run *run, const gm_findings *findings, const gm_finding *finding) {
  static const char *const colors[] = {"", "\033[36m", "\033[33m", "\033[31m"};
  gm_print_plain(path_of(run), &run->out);
  gm_buffer_format(&run->out, ":%u:%u: %s%s[%s]%s ", finding->start.line + 1, finding->start.byte + 1,
                   run->color ? colors[finding->severity] : "", gm_severity_name(finding->severity),
                   gm_rules[finding->rule].id, run->color ? "\033[0m" : "");
  gm_print_plain(message_of(findings, finding), &run->out);
  if (finding->suggestion_len) {
    gm_buffer_string(&run->out, " → ");
    gm_print_plain((gm_text){findings->text.items + finding->suggestion, finding->suggestion_len}, &run->out);
  }
  gm_buffer_add(&run->out, "\n", 1);
}

static void text_file(gm_run *run) {
  const gm_findings *findings = gm_document_findings(run->document);
  for (size_t i = 0; i < findings->list.count; i++) gm_report_line_of(run, findings, &findings->list.items[i]);
}

/* The sum is for a person; whoever reads the lines by machine counts them. */
static void text_end(gm_run *run) {
  bool english = run->options->language == GM_ENGLISH;
  if (!isatty(STDOUT_FILENO) || !(run->errors || run->warnings || run->hints || run->dismissed)) return;
  gm_buffer_format(&run->out, english ? "%llu errors, %llu warnings, %llu hints" : "%llu个错误，%llu个警告，%llu个提示",
                   (unsigned long long)run->errors, (unsigned long long)run->warnings, (unsigned long long)run->hints);
  if (run->dismissed)
    gm_buffer_format(&run->out, english ? "; %llu dismissed" : "；另有%llu个已放过",
                     (unsigned long long)run->dismissed);
  gm_buffer_add(&run->out, "\n", 1);
}

const gm_report gm_report_text = {NULL, text_file, text_end};

static void jsonl_file(gm_run *run) {
  const gm_findings *findings = gm_document_findings(run->document);
  for (size_t i = 0; i < findings->list.count; i++) {
    gm_run_row_begin(run);
    gm_render_finding(&run->render, findings, &findings->list.items[i]);
    gm_run_row_end(run);
  }
}

const gm_report gm_report_jsonl = {NULL, jsonl_file, NULL};

/* Columns of workflow commands are characters, counted from 1. */
static void github_file(gm_run *run) {
  static const char *const levels[] = {"debug", "notice", "warning", "error"};
  const gm_findings *findings = gm_document_findings(run->document);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    gm_place start = gm_places_find(&run->render.places, f->start), end = gm_places_find(&run->render.places, f->end);
    gm_buffer_format(&run->out, "::%s file=", levels[f->severity]);
    gm_print_github(path_of(run), true, &run->out);
    gm_buffer_format(&run->out, ",line=%u,endLine=%u,col=%u,endColumn=%u,title=%s::", start.line + 1, end.line + 1,
                     start.chars + 1, end.chars + 1, gm_rules[f->rule].id);
    gm_print_github(message_of(findings, f), false, &run->out);
    gm_buffer_add(&run->out, "\n", 1);
  }
}

const gm_report gm_report_github = {NULL, github_file, NULL};
