/* What the rules on the figures of a title share. */
#ifndef GM_CHECK_TITLE_H
#define GM_CHECK_TITLE_H

#include "check/link.h"
#include "check/twins.h"

#define GM_LEAD_LINES 8u /* of the text: a title is made of these */

/* Can a figure of the body be the one the title tells? */
static inline bool gm_of_titled_kind(const gm_figure *told, const gm_figure *figure) {
  if (told->kind != GM_FIGURE_PERCENT)
    return (gm_is_amount(figure) || figure->kind == GM_FIGURE_DURATION) && gm_comparable(figure, told);
  const uint32_t change = GM_ROLE_UP | GM_ROLE_DOWN;
  return figure->kind == GM_FIGURE_PERCENT && ((figure->roles ^ told->roles) & change) == 0;
}

/* cross_title_growth.c: 客运量同比增长9% over 客运量5184万人次，上年4800万人次，增长8%: the growth that the text tells
 * of what the title names; its figure is NULL when it tells none, or one that may be meant. */
gm_twin gm_growth_told(const gm_draft_check *check, const gm_twin *title);

#endif
