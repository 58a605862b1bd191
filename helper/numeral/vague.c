#include "numeral/numeral.h"

#define JI  0x51E0u /* 几 */
#define SHU 0x6570u /* 数 */
#define SHI 0x5341u /* 十 */
#define BAI 0x767Eu /* 百 */

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

size_t gm_numeral_vague(const gm_view *view, size_t at, gm_interval *out) {
  const uint32_t *c = view->cp;
  int power;
  if (c[at] == SHU || c[at] == JI) {
    size_t n = powers_from(view, at + 1, &power);
    if (!n) return c[at] == JI && between(2, 9, 0, false, out) ? 1 : 0;
    return between(2, 10, power, true, out) ? 1 + n : 0;
  }
  /* 十几, 二十几, 十五六, 二十七八: tens, then what is vague; 七百三四十 with hundreds before. */
  size_t i = at;
  int64_t tens = 0, hundreds = 0;
  if (digit_of(c[i]) && c[i + 1] == BAI && digit_of(c[i + 2]) && digit_of(c[i + 3]) && c[i + 4] == SHI) {
    hundreds = digit_of(c[i]) * 10;
    i += 2;
  }
  if (c[i] == SHI) {
    tens = 10;
    i++;
  } else if (digit_of(c[i]) && c[i + 1] == SHI) {
    tens = digit_of(c[i]) * 10;
    i += 2;
  }
  int low = 0, high = 0;
  if (tens && c[i] == JI) {
    low = 1;
    high = 9;
    i++;
  } else {
    int a = digit_of(c[i]), b = a ? digit_of(c[i + 1]) : 0;
    if (!neighbours(a, b) || digit_of(c[i + 2])) return 0;
    if (tens && power_of(c[i + 2]) == 1) return 0;
    low = a;
    high = b;
    i += 2;
  }
  size_t n = powers_from(view, i, &power);
  return between(hundreds + tens + low, hundreds + tens + high, power, false, out) ? i + n - at : 0;
}
