/* What the findings and the figures beside it say of a figure. */
#ifndef GM_DOCUMENT_VERDICT_H
#define GM_DOCUMENT_VERDICT_H

#include "document/document.h"

/* Whether a figure was held against another. */
typedef enum gm_verdict { GM_VERDICT_NONE, GM_VERDICT_VERIFIED, GM_VERDICT_CONFLICTING, GM_VERDICT_COUNT } gm_verdict;

/* A range of one line that a finding is about. */
typedef struct gm_conflict {
  uint32_t line, start, end;
} gm_conflict;

/* By line: figures inside are conflicting. Zeroed = empty; free with gm_array_free. */
typedef GM_ARRAY(gm_conflict) gm_conflicts;

/* Makes *conflicts anew: the places, related ones too, of the warnings and errors of rules that hold figures against
 * each other. */
void gm_conflicts_gather(gm_conflicts *conflicts, const gm_findings *findings);

/* The first conflict of `line` or of a later one. */
size_t gm_conflicts_find(const gm_conflicts *conflicts, uint32_t line);

/* The verdict on the figure at raw bytes [start, end) of `line`; `next` is what gm_conflicts_find says of the line. */
gm_verdict gm_conflicts_verdict(const gm_conflicts *conflicts, size_t next, uint32_t line, uint32_t start, uint32_t end,
                                bool verified);

/* "unverifiable", "verified", "conflicting". */
const char *gm_verdict_name(gm_verdict verdict);

#endif
