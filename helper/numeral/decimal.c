#include "numeral/decimal.h"

__extension__ typedef __int128 wide;

#define LIMIT     GM_DECIMAL_LIMIT
#define MAX_SCALE GM_DECIMAL_SCALE

static const int64_t powers[MAX_SCALE + 1] = {
    INT64_C(1),
    INT64_C(10),
    INT64_C(100),
    INT64_C(1000),
    INT64_C(10000),
    INT64_C(100000),
    INT64_C(1000000),
    INT64_C(10000000),
    INT64_C(100000000),
    INT64_C(1000000000),
    INT64_C(10000000000),
    INT64_C(100000000000),
    INT64_C(1000000000000),
    INT64_C(10000000000000),
    INT64_C(100000000000000),
    INT64_C(1000000000000000),
    INT64_C(10000000000000000),
    INT64_C(100000000000000000),
    LIMIT,
};

/* Stores digits / 10^scale, giving up trailing zeros only where it would not fit with them. */
static bool store(wide digits, int scale, gm_decimal *out) {
  while (scale > 0 && (scale > MAX_SCALE || digits >= LIMIT || digits <= -LIMIT) && digits % 10 == 0)
    digits /= 10, scale--;
  if (scale > MAX_SCALE || digits >= LIMIT || digits <= -LIMIT) return false;
  *out = (gm_decimal){(int64_t)digits, scale};
  return true;
}

static wide aligned(gm_decimal a, int scale) { return (wide)a.digits * powers[scale - a.scale]; }

/* The same as store, where the digits fit: nearly always. */
static inline bool store_narrow(int64_t digits, int scale, gm_decimal *out) {
  if (scale > MAX_SCALE || digits >= LIMIT || digits <= -LIMIT) return store(digits, scale, out);
  *out = (gm_decimal){digits, scale};
  return true;
}

/* Digits at a scale that is not smaller; false when 64 bits do not hold them. */
static inline bool align_narrow(gm_decimal a, int scale, int64_t *digits) {
  return !__builtin_mul_overflow(a.digits, powers[scale - a.scale], digits);
}

bool gm_decimal_add_aligned(gm_decimal a, gm_decimal b, gm_decimal *out) {
  int scale = a.scale > b.scale ? a.scale : b.scale;
  int64_t x, y, sum;
  if (align_narrow(a, scale, &x) && align_narrow(b, scale, &y) && !__builtin_add_overflow(x, y, &sum))
    return store_narrow(sum, scale, out);
  return store(aligned(a, scale) + aligned(b, scale), scale, out);
}

bool gm_decimal_multiply_wide(gm_decimal a, gm_decimal b, gm_decimal *out) {
  return store((wide)a.digits * b.digits, a.scale + b.scale, out);
}

bool gm_decimal_shift(gm_decimal a, int power_of_ten, gm_decimal *out) {
  int scale = a.scale - power_of_ten;
  int64_t digits;
  if (scale >= 0) return store_narrow(a.digits, scale, out);
  if (a.digits == 0) return store_narrow(0, 0, out);
  if (scale < -MAX_SCALE) return false;
  return __builtin_mul_overflow(a.digits, powers[-scale], &digits) ? false : store_narrow(digits, 0, out);
}

bool gm_decimal_divide(gm_decimal a, gm_decimal b, int scale, gm_decimal *out) {
  if (b.digits == 0 || scale < 0 || scale > MAX_SCALE) return false;
  bool negative = (a.digits < 0) != (b.digits < 0);
  wide numerator = a.digits < 0 ? -(wide)a.digits : a.digits;
  wide denominator = b.digits < 0 ? -(wide)b.digits : b.digits;
  int more = b.scale - a.scale + scale; /* digits of the quotient beyond the plain integer division */
  if (more < 0) denominator *= powers[-more];
  wide quotient = numerator / denominator, rest = numerator % denominator;
  for (; more > 0; more--) {
    rest *= 10;
    quotient = quotient * 10 + rest / denominator;
    rest %= denominator;
    if (quotient >= LIMIT) return false;
  }
  if (rest * 2 >= denominator) quotient++;
  if (quotient >= LIMIT) return false;
  *out = (gm_decimal){(int64_t)(negative ? -quotient : quotient), scale};
  return true;
}

gm_decimal gm_decimal_trim(gm_decimal a) {
  while (a.scale > 0 && a.digits % 10 == 0) a.digits /= 10, a.scale--;
  return a;
}

int gm_decimal_compare_aligned(gm_decimal a, gm_decimal b) {
  int scale = a.scale > b.scale ? a.scale : b.scale;
  int64_t narrow_a, narrow_b;
  if (align_narrow(a, scale, &narrow_a) && align_narrow(b, scale, &narrow_b))
    return (narrow_a > narrow_b) - (narrow_a < narrow_b);
  wide x = aligned(a, scale), y = aligned(b, scale);
  return (x > y) - (x < y);
}

void gm_decimal_write(gm_decimal a, gm_buffer *out) {
  char text[24]; /* 18 digits, a sign, a point, a leading zero */
  size_t at = sizeof text;
  uint64_t rest = a.digits < 0 ? (uint64_t)-a.digits : (uint64_t)a.digits;
  for (int place = 0; rest || place <= a.scale; place++) {
    if (place == a.scale && a.scale > 0) text[--at] = '.';
    text[--at] = (char)('0' + rest % 10);
    rest /= 10;
  }
  if (a.digits < 0) text[--at] = '-';
  gm_buffer_add(out, text + at, sizeof text - at);
}

unsigned gm_decimal_significant(gm_decimal a) {
  unsigned n = 0;
  int64_t d = a.digits < 0 ? -a.digits : a.digits;
  while (d && d % 10 == 0) d /= 10;
  for (; d; d /= 10) n++;
  return n;
}

bool gm_interval_touch(gm_interval a, gm_interval b) {
  return gm_decimal_compare(a.low, b.high) <= 0 && gm_decimal_compare(b.low, a.high) <= 0;
}

bool gm_interval_meet(gm_interval a, gm_interval b) {
  int left = gm_decimal_compare(a.high, b.low), right = gm_decimal_compare(b.high, a.low);
  if (left < 0 || right < 0) return false;
  if (left == 0 && (a.high_open || b.low_open)) return false;
  if (right == 0 && (b.high_open || a.low_open)) return false;
  return true;
}
