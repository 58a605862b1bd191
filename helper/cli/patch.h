/* What edits make of a file's bytes: everything they do not touch stays, line ends and byte order mark included. */
#ifndef GM_CLI_PATCH_H
#define GM_CLI_PATCH_H

#include "cli/source.h"
#include "text/edit.h"

/* Appends the whole file with all edits applied. A line break in an edit becomes the file's own. */
void gm_patch_apply(const gm_source *source, const gm_edits *edits, gm_buffer *out);

/* Appends a unified diff of that, three lines of context; nothing when nothing changes. */
void gm_patch_diff(const gm_source *source, const gm_edits *edits, gm_buffer *out);

#endif
