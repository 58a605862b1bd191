/* One run of a command over its files: reading, configuration, analysis, output and the exit status. */
#ifndef GM_CLI_RUN_H
#define GM_CLI_RUN_H

#include "cli/configuration.h"
#include "cli/source.h"
#include "document/document.h"
#include "protocol/render.h"
#include "protocol/store.h"

/* Exit statuses. A higher one wins. */
enum { GM_EXIT_GOOD = 0, GM_EXIT_FOUND = 1, GM_EXIT_TROUBLE = 2 };

struct gm_command;

typedef struct gm_run {
  const struct gm_command *command;
  const gm_options *options;
  gm_configurations configurations;
  gm_buffer out;    /* for standard output; written and emptied after each file */
  gm_writer json;   /* of the whole run, when the format is JSON */
  uint64_t written; /* rows written so far, for what stands between them */
  uint64_t errors, warnings, hints, dismissed;
  gm_team *team; /* for large files */
  bool color;
  int status;

  size_t index;     /* of the file at hand among the options' files */
  gm_store store;   /* of its dismissals, for a command that heeds them */
  gm_buffer warned; /* path of the file of dismissals whose faults were told last */

  /* The file at hand. */
  gm_source source;
  gm_settings settings;
  gm_rule_set rules;
  gm_document *document;
  gm_render render; /* to `json`, or to `row` in the other formats made of JSON */
  gm_writer row;
} gm_run;

/* Runs a command over its files; the exit status. */
int gm_run_command(const struct gm_command *command, const gm_options *options);

void gm_run_status(gm_run *run, int status);

/* Begins a row of JSON Lines: the render then writes to it, with the path in each row. */
void gm_run_row_begin(gm_run *run);
void gm_run_row_end(gm_run *run);

#endif
