/* What is kept of a line for the rules of a draft, so that a join looks at few bytes of a line that has nothing for it.
 */
#ifndef GM_CHECK_FACTS_H
#define GM_CHECK_FACTS_H

#include "figure/figure.h"

/* A figure that another of the draft may tell otherwise (XR-01), with a key that all have whose digits are the same in
 * any order, their unit and decimals too. */
typedef struct gm_twin_key {
  uint64_t key;
  uint32_t figure; /* of its line */
} gm_twin_key;

typedef struct gm_line_facts {
  uint64_t reading; /* tells this reading of the line from all others of the document */
  uint32_t kinds;   /* GM_KIND() of its figures */
  uint32_t roles;   /* GM_ROLE_ bits of them */
  uint32_t twin_count;
  gm_twin_key *twins; /* of the caller, see below */
} gm_line_facts;

typedef GM_ARRAY(gm_twin_key) gm_twin_keys;

/* Fills *facts from the figures of a line; the keys are appended to `twins`, for the caller to keep. */
void gm_line_facts_make(gm_line_facts *facts, const gm_figure *figures, size_t count, gm_twin_keys *twins);

#endif
