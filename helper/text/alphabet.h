/* The fold and the class of common characters, at hand by the bytes that encode them. For text/view.c; others make one
 * and lend it. */
#ifndef GM_TEXT_ALPHABET_H
#define GM_TEXT_ALPHABET_H

#include <stdint.h>

/* A row is a class (high half) over a folded code point (low half). Rows with this bit are of characters that count for
 * the view or whose meaning lies in what stands around them; alone it is the row of a character that is not at hand. */
#define GM_ROW_SPECIAL (UINT32_C(0x1000) << 16)
#define GM_ROW_NONE    GM_ROW_SPECIAL

#define GM_ALPHABET_PAGE  64u  /* characters that share all bytes but the last */
#define GM_ALPHABET_PAGES 339u /* an empty one, CJK Unified Ideographs, and the marks of alphabet.c */

typedef struct gm_alphabet {
  uint32_t ascii[0x80];
  uint16_t page_of[0x10000]; /* of three bytes, by the first | the second << 8: where in `rows` their page begins */
  uint32_t rows[GM_ALPHABET_PAGES * GM_ALPHABET_PAGE];
} gm_alphabet;

/* Makes an alphabet in which characters that are `watched` (a byte for each code point of the BMP), or fold to one that
 * is, are GM_WATCHED, or all of them where that is NULL. Free it with free(). */
gm_alphabet *gm_alphabet_new(const uint8_t *watched);

/* The row of the character whose three bytes begin at `p`; GM_ROW_NONE when no such character does. */
static inline uint32_t gm_alphabet_three(const gm_alphabet *alphabet, const char *p) {
  const unsigned char *s = (const unsigned char *)p;
  uint32_t page = alphabet->page_of[s[0] | s[1] << 8];
  return (signed char)p[2] < -0x40 ? alphabet->rows[page + s[2] - 0x80] : GM_ROW_NONE;
}

/* The row of a code point. */
static inline uint32_t gm_alphabet_row(const gm_alphabet *alphabet, uint32_t c) {
  if (c < 0x80) return alphabet->ascii[c];
  if (c < 0x1000 || c > 0xFFFF) return GM_ROW_NONE;
  return alphabet->rows[alphabet->page_of[(0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8] + (c & 0x3F)];
}

#endif
