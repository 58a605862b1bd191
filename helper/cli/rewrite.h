/* What the commands that change text share: their edits as text, as a difference, as rows, or carried out on the file.
 */
#ifndef GM_CLI_REWRITE_H
#define GM_CLI_REWRITE_H

#include "cli/run.h"

/* Refuses options that do not go together, after a message: for gm_command.ready. */
bool gm_rewrite_ready(gm_run *run);

/* Gives the edits of the file at hand as the options ask: --write rewrites it, --diff shows the difference, JSON Lines
 * gives a row an edit, else the whole text is printed. JSON is the command's own to write. */
void gm_give_edits(gm_run *run, const gm_edits *edits);

#endif
