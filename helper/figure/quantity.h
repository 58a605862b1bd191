/* Inside figure/: reading a number with its unit. */
#ifndef GM_FIGURE_QUANTITY_H
#define GM_FIGURE_QUANTITY_H

#include "figure/scan.h"

/* Reads the quantity whose numeral begins at `at` (r->start) into *r, or finds that the numeral is part of a word.
 * Gives its characters, 0 when it is none. */
size_t gm_quantity_read(const gm_view *view, size_t at, gm_reading *r);

/* Sets kind, value and interval of above / below; false when they do not fit. */
bool gm_fraction_set(gm_reading *r, gm_decimal above, gm_decimal below);

/* Does the lone 一 of *r count something (过去一年)? */
bool gm_one_counts(const gm_view *view, const gm_reading *r);

/* Sets the interval from value, unit and approximator (checks.md, section 0, rules 2 and 3). `unit` is the place of the
 * last printed digit, `place` that of the last one that is not zero. */
void gm_interval_of_figure(gm_figure *figure, gm_decimal unit, gm_decimal place);

#endif
