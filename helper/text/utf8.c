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

size_t gm_utf8_decode_back(const char *start, const char *p, uint32_t *codepoint) {
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

/* Three-byte characters of E1 to EC (all common Han) and ASCII, which drafts are made of, without a call each. */
static const char *skip_common(const char *p, const char *end) {
  for (;;) {
    const unsigned char *s = (const unsigned char *)p;
    while ((const unsigned char *)end - s >= 3 && s[0] - 0xE1u <= 0xB && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80)
      s += 3;
    p = (const char *)s;
    if (p == end || s[0] >= 0x80) return p;
    p++;
  }
}

size_t gm_utf8_invalid(gm_text text) {
  const char *p = text.ptr, *end = text.ptr + text.len;
  while ((p = skip_common(p, end)) < end) {
    uint32_t c;
    size_t n = gm_utf8_decode(p, end, &c);
    if (n == 1 && c == GM_REPLACEMENT) return (size_t)(p - text.ptr);
    p += n;
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
