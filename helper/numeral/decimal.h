/* Exact decimals and intervals. No binary floating point anywhere in the comparison of figures. */
#ifndef GM_NUMERAL_DECIMAL_H
#define GM_NUMERAL_DECIMAL_H

#include <stdbool.h>

#include "text/array.h"

/* The value digits / 10^scale. `scale` keeps printed zeros: 90.40 is {9040, 2}. |digits| < 10^18, 0 <= scale <= 18. */
typedef struct gm_decimal {
  int64_t digits;
  int32_t scale;
} gm_decimal;

/* low <= x <= high; an open end excludes the bound itself: 300余 is (300, 400). */
typedef struct gm_interval {
  gm_decimal low, high;
  bool low_open, high_open;
} gm_interval;

/* The integer itself, |integer| < 10^18. */
gm_decimal gm_decimal_of(int64_t integer);

/* False when the result does not fit (|digits| >= 10^18); *out is then unchanged. Trailing zeros are kept by add and
 * subtract (the larger scale), and dropped by nothing but gm_decimal_trim. */
bool gm_decimal_add(gm_decimal a, gm_decimal b, gm_decimal *out);
bool gm_decimal_subtract(gm_decimal a, gm_decimal b, gm_decimal *out);
bool gm_decimal_multiply(gm_decimal a, gm_decimal b, gm_decimal *out);
bool gm_decimal_shift(gm_decimal a, int power_of_ten, gm_decimal *out);

/* a / b rounded half up to `scale` digits after the point. False when b is 0 or the result does not fit. */
bool gm_decimal_divide(gm_decimal a, gm_decimal b, int scale, gm_decimal *out);

gm_decimal gm_decimal_trim(gm_decimal a);

/* Negative, 0, positive; exact for all values. */
int gm_decimal_compare(gm_decimal a, gm_decimal b);

/* Appends "90.40", "-3", "0.5". */
void gm_decimal_write(gm_decimal a, gm_buffer *out);

/* Can a value lie in both? */
bool gm_interval_meet(gm_interval a, gm_interval b);
gm_interval gm_interval_exact(gm_decimal value);

#endif
