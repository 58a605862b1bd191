/* Rules of a draft that look at a line and at those not far above it: where such a rule had nothing to say, it is not
 * asked again before one of these lines changes, comes or goes. What is remembered of one rule is apart from all else,
 * so that different rules may ask at the same time. */
#ifndef GM_CHECK_QUIET_H
#define GM_CHECK_QUIET_H

#include "check/rule.h"

/* Who is quiet. */
typedef enum gm_quiet_rule {
  GM_QUIET_EARLIER_WHOLE,
  GM_QUIET_NAMED_WHOLE,
  GM_QUIET_RATE_ABOVE,
  GM_QUIET_RULES
} gm_quiet_rule;

/* No rule looks farther up. */
#define GM_QUIET_ABOVE_MAX 64u

typedef struct gm_quiet gm_quiet;

gm_quiet *gm_quiet_new(void);
void gm_quiet_free(gm_quiet *quiet);

/* Begins a join: what is remembered holds for the lines as they are now. */
void gm_quiet_begin(gm_quiet *quiet, const gm_draft *draft, const gm_line_facts *facts);

/* Had the rule nothing to say of the line when it and the `above` lines before it were last as they are now? */
bool gm_is_quiet(const gm_draft_check *check, gm_quiet_rule rule, uint32_t line, uint32_t above);
/* It has not. */
void gm_note_quiet(const gm_draft_check *check, gm_quiet_rule rule, uint32_t line, uint32_t above);

#endif
