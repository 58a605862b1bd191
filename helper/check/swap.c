#include "check/swap.h"

/* Is the first digit, ten times `place`, the one before a decimal point: 6.08, 6.08万, 6.08亿? Then 0 may stand there.
 */
static bool begins_decimal(gm_decimal v, int64_t place) {
  const int64_t wan = 10000, yi = 100000000;
  int64_t unit = 1;
  for (int i = 0; i < v.scale && unit < place * 10; i++) unit *= 10;
  if (v.scale > 0) return unit == place * 10;
  return (place * 10 == wan && v.digits % 10 == 0) || (place * 10 == yi && v.digits % wan == 0);
}

bool gm_swap_digits(gm_decimal v, unsigned k, gm_decimal *out) {
  int64_t place = 1;
  for (; k && place <= v.digits / 10; k--) place *= 10;
  if (k || v.digits <= 0) return false;
  if (place > v.digits / 10) { /* 0.68 has a 0 before its first digit: 6.08 */
    *out = (gm_decimal){v.digits + v.digits / place * 9 * place, v.scale};
    return begins_decimal(v, place);
  }
  int64_t low = v.digits / place % 10, high = v.digits / place / 10 % 10;
  if (low == high) return false;
  if (!low && place > v.digits / 100 && !begins_decimal(v, place)) return false; /* no number begins with 0 */
  *out = (gm_decimal){v.digits + (low - high) * 9 * place, v.scale};
  return true;
}

/* The place of the last digit that is printed: of 1.35亿 the zeros behind are not there to change places. */
static unsigned last_printed(const gm_figure *f) {
  gm_decimal unit;
  unsigned place = 0;
  if (!gm_is_exact(f) || !gm_decimal_subtract(f->interval.high, f->interval.low, &unit) || unit.digits <= 0) return 0;
  unit = gm_decimal_trim(unit);
  for (int64_t d = unit.digits; d >= 10; d /= 10) place++;
  return place + (f->value.scale > unit.scale ? (unsigned)(f->value.scale - unit.scale) : 0);
}

#define PLACES_MAX 18u /* digits of a value */

bool gm_next_swap(const gm_figure *figure, unsigned *place, gm_decimal *value, gm_interval *interval) {
  gm_decimal change;
  if (!*place) *place = last_printed(figure);
  while (*place < PLACES_MAX) {
    if (!gm_swap_digits(figure->value, (*place)++, value)) continue;
    if (!interval) return true;
    *interval = figure->interval;
    if (gm_decimal_subtract(*value, figure->value, &change) && gm_interval_add(interval, gm_interval_exact(change)))
      return true;
  }
  return false;
}

#define OTHERS 10u /* digits that may stand at a place */

bool gm_next_digit(const gm_figure *figure, unsigned *state, gm_decimal *value, gm_interval *interval) {
  gm_decimal v = figure->value, change;
  if (v.digits <= 0) return false;
  if (!*state) *state = last_printed(figure) * OTHERS;
  for (; *state < PLACES_MAX * OTHERS; ++*state) {
    int64_t place = 1, digit = *state % OTHERS;
    for (unsigned k = *state / OTHERS; k; k--) place *= 10;
    if (place > v.digits && !(v.scale && place < v.digits * 10)) return false;
    if (v.digits / place % 10 == digit) continue;
    /* 0 begins no number of several digits, but for the one before the point. */
    if (!digit && place > v.digits / 10 && !(place > 1 && begins_decimal(v, place / 10))) continue;
    *value = (gm_decimal){v.digits + (digit - v.digits / place % 10) * place, v.scale};
    *interval = figure->interval;
    if (gm_decimal_subtract(*value, v, &change) && gm_interval_add(interval, gm_interval_exact(change))) {
      ++*state;
      return true;
    }
  }
  return false;
}

unsigned gm_digit_touches(const gm_figure *figure, gm_interval other, gm_decimal *value) {
  gm_decimal should;
  gm_interval interval;
  unsigned count = 0;
  for (unsigned state = 0; gm_next_digit(figure, &state, &should, &interval);)
    if (gm_interval_touch(interval, other) && !count++) *value = should;
  return count;
}

#define ZEROS_MOST 4 /* from 万 to 亿 */

bool gm_is_moved(gm_decimal a, gm_decimal b) {
  gm_decimal moved;
  for (int power = -ZEROS_MOST; power <= ZEROS_MOST; power++)
    if (power && gm_decimal_shift(a, power, &moved) && !gm_decimal_compare(moved, b)) return true;
  return false;
}
