/* The slips of who types a figure: two neighbouring digits that changed places, the commonest, and a digit that became
 * another. */
#ifndef GM_CHECK_SWAP_H
#define GM_CHECK_SWAP_H

#include "check/link.h"

/* *out = v with the digits at places k and k + 1 (from the right, 0 the last) the other way round. False when they are
 * equal, v has no such places, or a number would begin with 0 that is no 0.68, 0.68万 or 0.68亿. */
bool gm_swap_digits(gm_decimal v, unsigned k, gm_decimal *out);

/* What the figure would be with two neighbouring digits the other way round, one reading a call: *place is 0 before the
 * first; *value gets the number and *interval, when not NULL, what it may mean, as wide as the figure's own. Zeros that
 * 万 or 亿 stand for are not printed and change no places. False when there is no further one. */
bool gm_next_swap(const gm_figure *figure, unsigned *place, gm_decimal *value, gm_interval *interval);

/* What the figure would be if one of its printed digits were another, one reading a call: *state is 0 before the first.
 * As for gm_next_swap, no number begins with a 0 that is no 0.68. Far more numbers are one digit away than two digits
 * turned round: it is evidence only where `other` figures leave one value of three digits or more. */
bool gm_next_digit(const gm_figure *figure, unsigned *state, gm_decimal *value, gm_interval *interval);

/* How many readings of the figure with one digit another touch `other`; *value gets the first. */
unsigned gm_digit_touches(const gm_figure *figure, gm_interval other, gm_decimal *value);

/* Would the figure touch `other` if two of its digits changed places? */
static inline bool gm_swap_touches(const gm_figure *figure, gm_interval other) {
  gm_decimal value;
  gm_interval interval;
  for (unsigned k = 0; gm_next_swap(figure, &k, &value, &interval);)
    if (gm_interval_touch(interval, other)) return true;
  return false;
}

/* Are the two apart by nothing but up to four zeros, more or less: 11.44万 and 11.44亿? */
bool gm_is_moved(gm_decimal a, gm_decimal b);

#endif
