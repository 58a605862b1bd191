/* Percentages with two neighbouring digits the other way round, where a firm reading of the text gives the right one.
 */
#ifndef GM_CHECK_PERCENT_TURNED_H
#define GM_CHECK_PERCENT_TURNED_H

#include "check/link.h"

/* *should = what the share was before two of its digits changed places, if it was the part of the whole then. False
 * when no such percentage is. */
bool gm_turned_share(const gm_figure *share, gm_interval part, gm_interval whole, gm_decimal *should);

/* percent_turned_row.c: PCT-01 of one of a row of amounts with their shares, when the others tell the whole. */
void gm_check_turned_rows(gm_line_check *check, const gm_links *links);

#endif
