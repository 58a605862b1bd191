#include "text/utf8.h"

size_t gm_utf8_decode_rare(const char *p, const char *end, uint32_t *codepoint) {
  const unsigned char *s = (const unsigned char *)p;
  size_t left = (size_t)(end - p);
  uint32_t c = s[0];
  if (c >= 0xC2 && c <= 0xDF && left >= 2 && (s[1] & 0xC0) == 0x80) {
    *codepoint = (c & 0x1F) << 6 | (s[1] & 0x3F);
    return 2;
  }
  if (c >= 0xE0 && c <= 0xEF && left >= 3 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80) {
    uint32_t v = (c & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    if (v >= 0x800 && (v < 0xD800 || v > 0xDFFF)) {
      *codepoint = v;
      return 3;
    }
  }
  if (c >= 0xF0 && c <= 0xF4 && left >= 4 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80 && (s[3] & 0xC0) == 0x80) {
    uint32_t v = (c & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
    if (v >= 0x10000 && v <= 0x10FFFF) {
      *codepoint = v;
      return 4;
    }
  }
  *codepoint = GM_REPLACEMENT;
  return 1;
}

size_t gm_utf8_decode_back_rare(const char *start, const char *p, uint32_t *codepoint) {
  for (size_t n = 1; n <= 4 && p - n >= start; n++) {
    if (((unsigned char)p[-(ptrdiff_t)n] & 0xC0) == 0x80) continue;
    if (gm_utf8_decode(p - n, p, codepoint) == n) return n;
    break;
  }
  *codepoint = GM_REPLACEMENT;
  return 1;
}

size_t gm_utf8_encode(uint32_t c, char out[4]) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (c >> 18 & 0x07));
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

/* Sixteen bytes at once. Comparisons give 0xFF for true. */
typedef uint8_t byte_block __attribute__((vector_size(16)));
typedef int8_t signed_block __attribute__((vector_size(16)));

static byte_block load(const char *p) {
  byte_block block;
  memcpy(&block, p, sizeof block);
  return block;
}

/* What is wrong, or not plain, with the sixteen bytes at `p`, behind two of the text: bytes that go on a character must
 * stand just where the two before ask for them. First bytes that are wrong or ask for more are not plain: C0, C1, E0,
 * ED, F0 on; with E0 goes E1. */
static byte_block doubts(const char *p) {
  byte_block here = load(p);
  byte_block goes_on = (byte_block)((signed_block)here < -0x40);
  byte_block asked = (byte_block)(load(p - 1) >= 0xC0) | (byte_block)(load(p - 2) >= 0xE0);
  return (goes_on ^ asked) | (byte_block)((here & 0xDE) == 0xC0) | (byte_block)(here == 0xED) |
         (byte_block)(here >= 0xF0);
}

#define PLAIN_STEP 32

/* Skips blocks of bytes from `p` on that are plainly valid; gives where a character begins, at `p` or behind it. `p`
 * begins one too, and at least two bytes stand before it. */
static const char *skip_plain(const char *p, const char *end) {
  const char *begin = p;
  for (; end - p >= PLAIN_STEP; p += PLAIN_STEP) {
    byte_block doubt = doubts(p) | doubts(p + 16);
    uint64_t halves[2];
    memcpy(halves, &doubt, sizeof halves);
    if (halves[0] | halves[1]) break;
  }
  if (p == begin) return p;
  return (unsigned char)p[-1] >= 0xC0 ? p - 1 : (unsigned char)p[-2] >= 0xE0 ? p - 2 : p;
}

size_t gm_utf8_invalid(gm_text text) {
  const char *p = text.ptr, *end = text.ptr + text.len;
  while (p < end) {
    if (p - text.ptr >= 2) p = skip_plain(p, end);
    for (const char *stop = end - p < PLAIN_STEP ? end : p + PLAIN_STEP; p < stop;) {
      uint32_t c;
      size_t n = gm_utf8_decode(p, end, &c);
      if (n == 1 && c == GM_REPLACEMENT) return (size_t)(p - text.ptr);
      p += n;
    }
  }
  return text.len;
}

size_t gm_utf8_count(gm_text text, size_t *utf16) {
  size_t points = 0, units = 0;
  for (const char *p = text.ptr, *end = p + text.len; p < end;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    points++;
    units += c >= 0x10000 ? 2 : 1;
  }
  if (utf16) *utf16 = units;
  return points;
}
