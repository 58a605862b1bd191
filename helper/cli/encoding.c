#include "cli/encoding.h"

#include <errno.h>
#include <iconv.h>

#include "text/utf8.h"

/* A text in which more than one byte in this many is NUL is not a text; a stray NUL is taken as a character. */
#define NUL_SHARE 100u

static bool starts(gm_text bytes, const char *magic, size_t len) {
  return bytes.len >= len && !memcmp(bytes.ptr, magic, len);
}

/* Were it UTF-8 with some damage, most of its multi-byte sequences would still be whole. Three-byte ones are what
 * Chinese is made of, and what text in GB18030 seldom looks like. */
static bool is_damaged_utf8(gm_text bytes) {
  const char *p = bytes.ptr, *end = p + bytes.len;
  size_t whole = 0, broken = 0;
  while (p < end) {
    uint32_t codepoint;
    size_t len = gm_utf8_decode(p, end, &codepoint);
    whole += len == 3;
    broken += len == 1 && codepoint == GM_REPLACEMENT;
    p += len;
  }
  return whole > broken;
}

/* Of the two-byte characters, are most in the part that GB 2312 had: marks, and the 6,763 common Han? */
static bool looks_chinese(gm_text bytes) {
  const unsigned char *p = (const unsigned char *)bytes.ptr, *end = p + bytes.len;
  size_t common = 0, rare = 0;
  while (p < end) {
    if (*p < 0x80) {
      p++;
    } else if (end - p >= 2 && p[1] >= 0x40) {
      bool mark = p[0] >= 0xA1 && p[0] <= 0xA3, han = p[0] >= 0xB0 && p[0] <= 0xF7;
      *((mark || han) && p[1] >= 0xA1 ? &common : &rare) += 1;
      p += 2;
    } else {
      rare++;
      p += end - p >= 4 ? 4 : end - p;
    }
  }
  return common > rare * 2;
}

const char *gm_encoding_guess(gm_text bytes, size_t *invalid) {
  *invalid = gm_utf8_invalid(bytes);
  if (*invalid == bytes.len) return NULL;
  if (starts(bytes, "\xFF\xFE", 2)) return "UTF-16LE";
  if (starts(bytes, "\xFE\xFF", 2)) return "UTF-16BE";
  return !is_damaged_utf8(bytes) && looks_chinese(bytes) ? "GB18030" : NULL;
}

bool gm_encoding_convert(gm_buffer *bytes, const char *encoding) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return false;
  size_t mark = encoding[0] == 'U' ? 2 : 0;
  char *in = bytes->items + mark;
  size_t in_left = bytes->count - mark;
  gm_buffer out = {0};
  /* Half as much again is what two bytes a character become at most, four bytes stay four. */
  gm_reserve(&out, in_left + in_left / 2 + 16);
  char *to = out.items;
  size_t out_left = out.capacity;
  size_t done = iconv(converter, &in, &in_left, &to, &out_left);
  iconv_close(converter);
  if (done == (size_t)-1 || in_left) {
    gm_array_free(&out);
    return false;
  }
  out.count = (size_t)(to - out.items);
  gm_array_free(bytes);
  *bytes = out;
  return true;
}

const char *gm_encoding_magic(gm_text bytes) {
  if (starts(bytes, "PK\x03\x04", 4)) return "Word (.docx) / ZIP";
  if (starts(bytes, "\xD0\xCF\x11\xE0", 4)) return "Word (.doc)";
  if (starts(bytes, "%PDF-", 5)) return "PDF";
  return starts(bytes, "{\\rtf", 5) ? "RTF" : NULL;
}

const char *gm_encoding_binary(gm_text bytes) {
  const char *magic = gm_encoding_magic(bytes);
  if (magic) return magic;
  if (starts(bytes, "\xFF\xFE", 2) || starts(bytes, "\xFE\xFF", 2)) return NULL;
  size_t nul = 0;
  for (const char *p = bytes.ptr, *end = p + bytes.len; p < end && (p = memchr(p, 0, (size_t)(end - p))); p++) nul++;
  return nul > bytes.len / NUL_SHARE ? "NUL" : NULL;
}
