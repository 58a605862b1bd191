/* A value of a list that 分别 leads to (甲、乙、丙分别为1、2、3), by its name in another place. */
#ifndef GM_CHECK_LISTED_H
#define GM_CHECK_LISTED_H

#include "check/draft.h"

/* Is figure `index` of `line` one of such a list, and is the name that it belongs to, of as many names as there are
 * values, the one that figure `other` of `other_line` is told of? Reads the text again: for candidate pairs only. */
bool gm_named_by_list(gm_text line, const gm_figures *figures, uint32_t index, gm_text other_line,
                      const gm_figure *other);

#endif
