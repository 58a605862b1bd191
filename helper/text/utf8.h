/* UTF-8: decoding that never fails, validation, encoding, and counts for positions. */
#ifndef GM_TEXT_UTF8_H
#define GM_TEXT_UTF8_H

#include "text/array.h"

#define GM_REPLACEMENT 0xFFFDu

/* Decodes the code point at `p` (p < end) into *codepoint and gives its bytes, 1 to 4.
 * A byte that starts no valid sequence (overlong, surrogate, above U+10FFFF, cut short) is U+FFFD and 1 byte. */
static inline size_t gm_utf8_decode(const char *p, const char *end, uint32_t *codepoint);

/* The same for sequences that are not the usual ones; for the function below. */
size_t gm_utf8_decode_rare(const char *p, const char *end, uint32_t *codepoint);

static inline size_t gm_utf8_decode(const char *p, const char *end, uint32_t *codepoint) {
  const unsigned char *s = (const unsigned char *)p;
  /* U+1000..CFFF: nearly all that a draft holds. */
  if (s[0] >= 0xE1 && s[0] <= 0xEC && end - p >= 3 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80) {
    *codepoint = (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    return 3;
  }
  if (s[0] < 0x80) {
    *codepoint = s[0];
    return 1;
  }
  return gm_utf8_decode_rare(p, end, codepoint);
}

/* Decodes the code point that ends at `p` (start < p); same rules. */
static inline size_t gm_utf8_decode_back(const char *start, const char *p, uint32_t *codepoint);

/* The same for sequences that are not the usual ones; for the function below. */
size_t gm_utf8_decode_back_rare(const char *start, const char *p, uint32_t *codepoint);

static inline size_t gm_utf8_decode_back(const char *start, const char *p, uint32_t *codepoint) {
  const unsigned char *s = (const unsigned char *)p;
  /* Of three bytes all but U+0000..0FFF and D000..DFFF: Han and marks. */
  if (p - start >= 3 && s[-3] >= 0xE1 && s[-3] <= 0xEF && s[-3] != 0xED && (s[-2] & 0xC0) == 0x80 &&
      (s[-1] & 0xC0) == 0x80) {
    *codepoint = (uint32_t)(s[-3] & 0x0F) << 12 | (uint32_t)(s[-2] & 0x3F) << 6 | (s[-1] & 0x3Fu);
    return 3;
  }
  if (s[-1] < 0x80) {
    *codepoint = s[-1];
    return 1;
  }
  return gm_utf8_decode_back_rare(start, p, codepoint);
}

/* Writes `codepoint` to out[4] and gives the bytes written. */
size_t gm_utf8_encode(uint32_t codepoint, char out[4]);

/* The offset of the first byte that is not valid UTF-8, or text.len when all of it is. */
size_t gm_utf8_invalid(gm_text text);

/* Code points of `text`; *utf16 (may be NULL) gets UTF-16 code units. */
size_t gm_utf8_count(gm_text text, size_t *utf16);

#endif
