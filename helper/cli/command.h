/* A command is a row: its name, its help, and what it does with each file. */
#ifndef GM_CLI_COMMAND_H
#define GM_CLI_COMMAND_H

#include "cli/run.h"

/* Which rules a command needs; a document without rules costs less. */
typedef enum gm_rules_needed { GM_NO_RULES, GM_NORMALIZE_RULES, GM_ALL_RULES } gm_rules_needed;

typedef struct gm_command {
  const char *name;
  unsigned bit;     /* GM_FOR_ bit, 0 for a command that reads its own arguments */
  unsigned formats; /* bits of gm_format */
  gm_rules_needed rules;
  bool heeds_dismissals;                   /* leaves out findings that were waved through */
  const char *arguments;                   /* for the help's first line */
  const char *zh, *en;                     /* what it does, one line */
  bool (*ready)(gm_run *run);              /* may refuse the options after a message; may be NULL */
  void (*begin)(gm_run *run);              /* what stands before the first file; may be NULL */
  void (*file)(gm_run *run);               /* one file, read and analysed */
  void (*end)(gm_run *run);                /* what stands behind the last; may be NULL */
  int (*alone)(const gm_options *options); /* instead of all that, for a command without files: the exit status */
  int (*serve)(int argc, char **argv);     /* the same, for a command that reads its own arguments behind the name */
} gm_command;

extern const gm_command gm_command_outline, gm_command_figures, gm_command_check, gm_command_normalize,
    gm_command_renumber, gm_command_count, gm_command_dismiss, gm_command_explain, gm_command_serve;

#define GM_FORMAT_BIT(name) (1u << GM_FORMAT_##name)

#endif
