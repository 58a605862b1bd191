/* Pinyin noise: groups of lower-case Latin letters in brackets behind the Han character they spell. */
#ifndef GM_TEXT_PINYIN_H
#define GM_TEXT_PINYIN_H

#include <stdbool.h>

#include "text/array.h"

/* Longest group in letters: zhuang, chuang, shuang. */
#define GM_PINYIN_LETTERS 6

/* The bytes of the run of valid groups at `p` (at a bracket, or at blanks before one) that read `han` (as written),
 * 0 when there is none. A group may have blanks before, inside and between; tone marks may be NFC or NFD. A blank after
 * the run is taken too when one stood before it. *groups gets their count. */
size_t gm_pinyin_groups(uint32_t han, const char *p, const char *end, unsigned *groups);

/* A quick no for most brackets and blanks: may what follows one at `p` belong to a group? */
static inline bool gm_pinyin_may_begin(const char *p, const char *end, bool blank) {
  unsigned char next = p < end ? (unsigned char)*p : 0;
  if (next == ' ' || next == '\t' || next == 0xC2 || next == 0xE3) return true; /* a blank, maybe U+00A0 or U+3000 */
  if (blank) return next == '(' || next == 0xEF;                                /* maybe a full-width bracket */
  return (next >= 'a' && next <= 'z') || (next >= 0xC3 && next <= 0xE1);        /* maybe a toned letter */
}

/* Is `han` a common character (listed in kHanyuPinlu)? */
bool gm_pinyin_common(uint32_t han);

#endif
