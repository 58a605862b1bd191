/* Numerals in running Chinese text: 一百二十三, 二〇二四, 廿五, 壹仟, 16.3, 1,234, 16.3万, 3亿4千万 … (checks.md,
 * section 9). */
#ifndef GM_NUMERAL_NUMERAL_H
#define GM_NUMERAL_NUMERAL_H

#include "numeral/decimal.h"
#include "text/view.h"

/* How a numeral is written. */
enum {
  GM_NUMERAL_ARABIC = 1 << 0,     /* has Arabic digits */
  GM_NUMERAL_HAN = 1 << 1,        /* has Han digits or units */
  GM_NUMERAL_POSITIONAL = 1 << 2, /* 二〇二四, 九五: digits only, no 十百千 */
  GM_NUMERAL_POINT = 1 << 3,      /* has a decimal point (. or 点) */
  GM_NUMERAL_GROUPED = 1 << 4,    /* 1,234 or 1 234 */
  GM_NUMERAL_SCALED = 1 << 5      /* printed to thousands or coarser: 16.3万, 3万5千, 2千; not 三万四千五百 */
};

typedef struct gm_numeral {
  gm_decimal value;
  gm_decimal unit; /* value of the last printed digit's place: 16.3万 -> 1000; 300 -> 1; 三百 -> 1 */
  gm_decimal place; /* place of the last digit that is not zero, for 余 and 多: 300 -> 100, 360 -> 10, 16.3万 -> 1000 */
  uint16_t flags;
} gm_numeral;

/* Reads the longest numeral that begins at clean character `at`; gives its characters, 0 when there is none (or its
 * value does not fit). Reads no approximator (余, 几, 数) and no unit other than 十百千万亿兆. */
size_t gm_numeral_read(const gm_view *view, size_t at, gm_numeral *out);

/* For markers: a plain whole number from `at`, Han (十一, 第's 一百二十四, 二○, capitals), 甲-癸 and Roman excluded.
 * Gives its characters, 0 when there is none; *value <= 9999. */
size_t gm_numeral_ordinal(const gm_view *view, size_t at, int32_t *value);

/* Reads a numeral that names no single number: 十几 (11 to 19), 几十, 数千 (2000 to 9999), 三四百, 两千三四百, 两三,
 * 二十七八, 几 (2 to 9; whether a unit follows is the caller's to see). Gives its characters and the interval, 0 when there is none.
 */
size_t gm_numeral_vague(const gm_view *view, size_t at, gm_interval *out);

#endif
