/* The formats that `check` writes, JSON apart: what stands before all findings, those of one file, what stands behind.
 */
#ifndef GM_CLI_REPORT_H
#define GM_CLI_REPORT_H

#include "cli/run.h"

typedef struct gm_report {
  void (*begin)(gm_run *run); /* may be NULL, as may `end` */
  void (*file)(gm_run *run);
  void (*end)(gm_run *run);
} gm_report;

extern const gm_report gm_report_text, gm_report_jsonl, gm_report_sarif, gm_report_rdjson, gm_report_checkstyle,
    gm_report_github;

/* Writes one finding as `path:line:column: severity[RULE] message`, coloured when the run is. */
void gm_report_line_of(gm_run *run, const gm_findings *findings, const gm_finding *finding);

#endif
