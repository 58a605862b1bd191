/* Values of a list by their names in another place, or by those beside them. */
#ifndef GM_CHECK_LISTED_H
#define GM_CHECK_LISTED_H

#include "check/draft.h"
#include "check/twins.h"

/* Is figure `index` of `line` one of such a list, and is the name that it belongs to, of as many names as there are
 * values, the one that figure `other` of `other_line` is told of? Reads the text again: for candidate pairs only. */
bool gm_named_by_list(gm_text line, const gm_figures *figures, uint32_t index, gm_text other_line,
                      const gm_figure *other);

/* Do two figures stand in two rows of like ones, in two lines, that agree in two values or more beside them: 碰撞占41.67%，
 * 触礁占25.49%，火灾占18.14% told again as 41.67%, 25.94%, 18.14%? */
bool gm_in_like_rows(const gm_draft_check *check, const gm_twin *a, const gm_twin *b);

#endif
