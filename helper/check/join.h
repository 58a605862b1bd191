/* Runs the rules of a draft, each by itself, so that several threads may share them. */
#ifndef GM_CHECK_JOIN_H
#define GM_CHECK_JOIN_H

#include "check/rule.h"
#include "text/parallel.h"

/* What joins remember from one to the next; the results do not depend on it, nor on the number of threads. */
typedef struct gm_memory {
  struct gm_twins *twins;
  struct gm_quiet *quiet;                      /* may be NULL */
  struct gm_word_lists *words[GM_WORKERS_MAX]; /* of each thread but the caller, who has the set's; NULL until needed */
  GM_ARRAY(uint32_t) kinds;                    /* of the figures and GM_LINE_ bits, by line; of the last join */
  gm_team *team;                               /* that runs the rules, borrowed; NULL: the caller alone */
} gm_memory;

gm_memory gm_memory_new(void);
void gm_memory_free(gm_memory *memory);

/* Joins the outline of the draft and runs the draft rules on the records, with the memory of the joins before. Appends
 * to `out`, sorted by start. */
void gm_join_draft(const gm_rule_set *set, const gm_draft *draft, gm_outline *outline, const gm_figures *figures,
                   const gm_line_facts *facts, gm_memory *memory, gm_findings *out);

/* The same with an outline that is joined; `memory` NULL for none. */
void gm_check_draft(const gm_rule_set *set, const gm_draft *draft, const gm_outline *outline, const gm_figures *figures,
                    const gm_line_facts *facts, gm_memory *memory, gm_findings *out);

#endif
