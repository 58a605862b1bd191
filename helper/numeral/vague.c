#include "numeral/numeral.h"

#define JI  0x51E0u /* 几 */
#define SHU 0x6570u /* 数 */
#define SHI 0x5341u /* 十 */

static int power_of(uint32_t c) {
  switch (c) {
    case SHI: return 1;
    case 0x767E: return 2; /* 百 */
    case 0x5343: return 3; /* 千 */
    case 0x4E07: return 4; /* 万 */
    case 0x4EBF: return 8; /* 亿 */
    default: return 0;
  }
}

static int digit_of(uint32_t c) {
  static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
  if (c == 0x4E24) return 2; /* 两 */
  for (int i = 0; i < 9; i++)
    if (digits[i] == c) return i + 1;
  return 0;
}

/* 十百千万亿 from `i`: the sum of their powers in *power. */
static size_t powers_from(const gm_view *view, size_t i, int *power) {
  size_t n = 0;
  *power = 0;
  for (int p; n < 3 && (p = power_of(view->cp[i + n])) != 0; n++) *power += p;
  return n;
}

static bool between(int64_t low, int64_t high, int power, bool to_next, gm_interval *out) {
  gm_decimal bottom, top;
  if (!gm_decimal_shift(gm_decimal_of(low), power, &bottom) || !gm_decimal_shift(gm_decimal_of(high), power, &top))
    return false;
  if (to_next && !gm_decimal_subtract(top, gm_decimal_of(1), &top)) return false;
  *out = (gm_interval){bottom, top, false, false};
  return true;
}

/* 三四百, 两三, 三五: neighbours in counting order. */
static bool neighbours(int a, int b) { return a && b && (b == a + 1 || (a == 3 && b == 5)); }

#define HIGHEST 5 /* above the power of 万 */

/* What stands before the vague digits, by falling powers: 两千 of 两千三四百, 七百 of 七百三四十, 十 of 十几. Gives its
 * characters, its value and its last power, HIGHEST when there is none. */
static size_t read_prefix(const gm_view *view, size_t at, int64_t *value, int *last) {
  static const int64_t tens[] = {1, 10, 100, 1000, 10000};
  const uint32_t *c = view->cp;
  size_t i = at;
  *value = 0;
  *last = HIGHEST;
  for (int digit; *last > 1; i += 2) {
    digit = digit_of(c[i]);
    int power = digit ? power_of(c[i + 1]) : 0;
    if (!power || power >= *last) break;
    *value += digit * tens[power];
    *last = power;
  }
  if (*last > 1 && c[i] == SHI) {
    *value += 10;
    *last = 1;
    i++;
  }
  return i - at;
}

size_t gm_numeral_vague(const gm_view *view, size_t at, gm_interval *out) {
  const uint32_t *c = view->cp;
  int power, last;
  if (c[at] == SHU || c[at] == JI) {
    size_t n = powers_from(view, at + 1, &power);
    if (!n) return c[at] == JI && between(2, 9, 0, false, out) ? 1 : 0;
    return between(2, 10, power, true, out) ? 1 + n : 0;
  }
  int64_t before;
  size_t i = at + read_prefix(view, at, &before, &last);
  int low = 0, high = 0;
  if (before && c[i] == JI) {
    low = 1;
    high = 9;
    i++;
  } else {
    low = digit_of(c[i]);
    high = low ? digit_of(c[i + 1]) : 0;
    if (!neighbours(low, high) || digit_of(c[i + 2])) return 0;
    i += 2;
  }
  int64_t place = 1;
  if (before && (power = power_of(c[i])) != 0 && power < last) { /* 两千三四百 */
    for (int p = 0; p < power; p++) place *= 10;
    i++;
  } else if (before && last > 1) {
    return 0;
  }
  size_t n = powers_from(view, i, &power);
  if (n && before && power < 4) return 0;
  return between(before + low * place, before + high * place, power, false, out) ? i + n - at : 0;
}
