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

#define GM_DECIMAL_SCALE 18
#define GM_DECIMAL_LIMIT INT64_C(1000000000000000000) /* 10^18: any product of two digit strings fits in 128 bits */

/* The integer itself, |integer| < 10^18. */
static inline gm_decimal gm_decimal_of(int64_t integer) { return (gm_decimal){integer, 0}; }

/* False when the result does not fit (|digits| >= 10^18); *out is then unchanged. Trailing zeros are kept by add and
 * subtract (the larger scale), and dropped by nothing but gm_decimal_trim. */
static inline bool gm_decimal_add(gm_decimal a, gm_decimal b, gm_decimal *out);
static inline bool gm_decimal_subtract(gm_decimal a, gm_decimal b, gm_decimal *out);
static inline bool gm_decimal_multiply(gm_decimal a, gm_decimal b, gm_decimal *out);
bool gm_decimal_shift(gm_decimal a, int power_of_ten, gm_decimal *out);

/* a / b rounded half up to `scale` digits after the point. False when b is 0 or the result does not fit. */
bool gm_decimal_divide(gm_decimal a, gm_decimal b, int scale, gm_decimal *out);

gm_decimal gm_decimal_trim(gm_decimal a);

/* Negative, 0, positive; exact for all values. */
static inline int gm_decimal_compare(gm_decimal a, gm_decimal b);

/* Appends "90.40", "-3", "0.5". */
void gm_decimal_write(gm_decimal a, gm_buffer *out);

/* Digits of the value, zeros at its end not counted. */
unsigned gm_decimal_significant(gm_decimal a);

/* Can a value lie in both? */
bool gm_interval_meet(gm_interval a, gm_interval b);
/* The same with every end closed: sums and rates are told rounded, either way. */
bool gm_interval_touch(gm_interval a, gm_interval b);
static inline gm_interval gm_interval_exact(gm_decimal value) { return (gm_interval){value, value, false, false}; }

/* The rest of gm_decimal_add and gm_decimal_compare, of different scales, and of gm_decimal_multiply, beyond 64 bits.
 */
bool gm_decimal_add_aligned(gm_decimal a, gm_decimal b, gm_decimal *out);
bool gm_decimal_multiply_wide(gm_decimal a, gm_decimal b, gm_decimal *out);
int gm_decimal_compare_aligned(gm_decimal a, gm_decimal b);

static inline bool gm_decimal_add(gm_decimal a, gm_decimal b, gm_decimal *out) {
  int64_t sum = a.digits + b.digits;
  if (a.scale != b.scale || sum >= GM_DECIMAL_LIMIT || sum <= -GM_DECIMAL_LIMIT)
    return gm_decimal_add_aligned(a, b, out);
  *out = (gm_decimal){sum, a.scale}; /* nearly always */
  return true;
}

static inline bool gm_decimal_subtract(gm_decimal a, gm_decimal b, gm_decimal *out) {
  b.digits = -b.digits;
  return gm_decimal_add(a, b, out);
}

static inline bool gm_decimal_multiply(gm_decimal a, gm_decimal b, gm_decimal *out) {
  int64_t product;
  int scale = a.scale + b.scale;
  if (scale > GM_DECIMAL_SCALE || __builtin_mul_overflow(a.digits, b.digits, &product) || product >= GM_DECIMAL_LIMIT ||
      product <= -GM_DECIMAL_LIMIT)
    return gm_decimal_multiply_wide(a, b, out);
  *out = (gm_decimal){product, scale};
  return true;
}

static inline int gm_decimal_compare(gm_decimal a, gm_decimal b) {
  return a.scale == b.scale ? (a.digits > b.digits) - (a.digits < b.digits) : gm_decimal_compare_aligned(a, b);
}

#endif
