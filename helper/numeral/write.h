/* Writing a number as another one is written: 361 and 三百六十一 become 365 and 三百六十五. */
#ifndef GM_NUMERAL_WRITE_H
#define GM_NUMERAL_WRITE_H

#include "numeral/decimal.h"

/* Appends `value` as a numeral in the style of `like`, the numeral as it stands in the draft: ASCII or full-width
 * digits, groups of three (with the sign that parts them), 万 and 亿 behind a decimal, Han numerals with their own
 * zero, 两, 萬 and capitals. False, and nothing appended, when that style cannot say the value (a half in Han,
 * 3亿4千万). */
bool gm_numeral_write(gm_decimal value, gm_text like, gm_buffer *out);

/* Appends a whole number from 1 to 9999 in the digits and the powers given ({千, 百, 十}): 一百二十四. 十 and not 一十
 * at the start unless `full`. */
void gm_numeral_write_group(int32_t number, const char *const *digits, const char *const *powers, bool full,
                            gm_buffer *out);

#endif
