/* Two lists of edits as one. normalize/ alone. */
#ifndef GM_NORMALIZE_COMPOSE_H
#define GM_NORMALIZE_COMPOSE_H

#include "normalize/normalize.h"

/* `first` turns `lines` into a text, `second` turns that text into another: appends to `out` the edits that turn
 * `lines` into the other at once. What both touch becomes one edit with the rule of the later pass. */
void gm_edits_compose(const gm_text *lines, size_t count, const gm_edits *first, const gm_edits *second, gm_edits *out);

#endif
