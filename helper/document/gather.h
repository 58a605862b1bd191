/* The findings of a draft: those of its lines, but for such as their neighbours or the whole draft excuse, and its own.
 */
#ifndef GM_DOCUMENT_GATHER_H
#define GM_DOCUMENT_GATHER_H

#include "check/rule.h"

/* Appends them to `out`, sorted by start; `held` are the GM_LINE_ bits by line, `of_lines` has NULL for a line without
 * any. */
void gm_gather(const gm_draft *draft, const gm_outline *outline, const uint32_t *held,
               gm_findings *const *of_lines, const gm_findings *of_draft, gm_findings *out);

#endif
