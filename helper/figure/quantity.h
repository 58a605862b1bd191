/* Inside figure/: reading a number with its unit. */
#ifndef GM_FIGURE_QUANTITY_H
#define GM_FIGURE_QUANTITY_H

#include "figure/scan.h"

/* Reads the quantity whose numeral begins at `at` (r->start) into *r, or finds that the numeral is part of a word.
 * Gives its characters, 0 when it is none. */
size_t gm_quantity_read(const gm_view *view, size_t at, gm_reading *r);

/* What may stand right behind the first number of an expression. */
#define GM_EXPRESSION_MARKS u"/:：∶+±%～—–-至到"

/* Reads what the numeral *first, which ends at `at`, may begin: 3～5, 20±0.5, 10+59, 2/3, 9.8∶66.7∶23.6. Sets kind and
 * value in *r and gives the characters behind `at` that belong to it; 0 when the numeral stands by itself. */
size_t gm_expression_read(const gm_view *view, size_t at, const gm_numeral *first, gm_reading *r);

/* Sets kind, value and interval of above / below; false when they do not fit. */
bool gm_fraction_set(gm_reading *r, gm_decimal above, gm_decimal below);

/* The unit of the sign of money right before r->start (￥ $ €); 0 when there is none. */
uint16_t gm_sign_money(const gm_view *view, const gm_reading *r);

/* Takes the sign before the number into *r (−66271, 零下5℃, ±5%), when there is one: r->start moves to it. */
void gm_sign_apply(const gm_view *view, gm_reading *r);

/* Does the lone 一 of *r count something (过去一年)? */
bool gm_one_counts(const gm_view *view, const gm_reading *r);

/* contest.c. 女子50米蝶泳, 400米栏: a length that is part of a contest's name. */
bool gm_names_contest(const gm_view *view, const gm_reading *r);

/* Sets the interval from value, unit and approximator (checks.md, section 0, rules 2 and 3). `unit` is the place of the
 * last printed digit, `place` that of the last one that is not zero. */
void gm_interval_of_figure(gm_figure *figure, gm_decimal unit, gm_decimal place);

#endif
