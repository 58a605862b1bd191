#include "normalize/pass.h"

/* What the bytes of a line call for, by the byte a character begins with. */
enum { PLAIN, MARK_ASCII, SPACE_ASCII };

static inline bool tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

static inline bool is_word(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

static inline bool is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }

static uint32_t ascii_mark(const unsigned char *start, const unsigned char *p, const unsigned char *end) {
  unsigned char before = p > start ? p[-1] : 0, after = p + 1 < end ? p[1] : 0;
  bool in_number = is_digit(before) && is_digit(after);
  switch (*p) {
    case ',': return in_number ? 0 : GM_HAS_COMMA;
    case ';': return GM_HAS_SEMICOLON;
    case ':': return in_number ? 0 : GM_HAS_COLON;
    case '?': return GM_HAS_QUESTION | GM_HAS_MOJIBAKE;
    case '!': return GM_HAS_QUESTION;
    case '.':
      if (after == '.') return GM_HAS_ELLIPSIS;
      return is_word(before) || before == ' ' ? 0 : GM_HAS_DOT;
    case '(':
    case ')': return GM_HAS_PAREN;
    case '[': return is_digit(after) || after == 0xEF ? GM_HAS_BRACKET : 0;
    case '"':
    case '\'': return GM_HAS_QUOTE;
    case '-': return after == '-' ? GM_HAS_HYPHENS : 0;
    default: return 0;
  }
}

/* Three bytes of the blocks E2, E3, EE and EF, where the marks stand. */
static uint32_t mark(const unsigned char *start, const unsigned char *p, const unsigned char *end) {
  unsigned char b = p[1], c = p[2];
  bool twice = p + 6 <= end && !memcmp(p, p + 3, 3);
  switch (p[0]) {
    case 0xE2:
      if (b == 0x80) {
        if (c <= 0x8A) return GM_HAS_BLANK | GM_HAS_COMBINING;
        if (c <= 0x8F) return GM_HAS_INVISIBLE;
        if (c == 0xAF) return GM_HAS_BLANK;
        if (c == 0xA6) /* …… is right, … and three of them are not */
          return twice && !(p + 9 <= end && !memcmp(p, p + 6, 3)) ? 0
                 : p - start >= 3 && !memcmp(p, p - 3, 3) && !(p - start >= 6 && !memcmp(p, p - 6, 3))
                     ? 0
                     : GM_HAS_ELLIPSIS;
        return 0;
      }
      if (b == 0x81) return c == 0xA0 ? GM_HAS_INVISIBLE : c == 0x9F ? GM_HAS_BLANK : 0;
      if (b >= 0xBA && (b < 0xBF || c <= 0x9F)) return GM_HAS_COMPATIBILITY;
      return b == 0x84 || b == 0xAB ? GM_HAS_COMBINING : 0;
    case 0xE3:
      if (b == 0x80) {
        if (c == 0x82 && twice) return GM_HAS_DOT | GM_HAS_ELLIPSIS; /* 。。 */
        if (c == 0x90) return p + 3 < end && (is_digit(p[3]) || p[3] == 0xEF) ? GM_HAS_BRACKET : 0;
        return c >= 0xAA && c <= 0xAF ? GM_HAS_COMBINING : 0;
      }
      return b == 0x82 && (c == 0x99 || c == 0x9A) ? GM_HAS_COMBINING : 0;
    case 0xEE: return GM_HAS_MOJIBAKE;
    default: /* EF */
      if (b == 0xBC) {
        if ((c >= 0x90 && c <= 0x99) || (c >= 0xA1 && c <= 0xBA)) return GM_HAS_WIDE;
        if (c == 0x8C) /* ，， and ，, */
          return (p + 3 < end && p[3] == ',') || twice ? GM_HAS_COMMA : 0;
        return 0;
      }
      if (b == 0xBD) return c >= 0x81 && c <= 0x9A ? GM_HAS_WIDE : 0;
      if (b == 0xBB) return c == 0xBF ? GM_HAS_INVISIBLE : 0;
      if (b == 0xB9) return c == 0x9D || c == 0x9E ? GM_HAS_BRACKET : 0;
      if (b >= 0xA4 && b <= 0xAB) return GM_HAS_COMPATIBILITY | GM_HAS_COMBINING;
      return b < 0xA4 ? GM_HAS_MOJIBAKE : 0;
  }
}

/* Is a mark that no space may stand beside at p: ，。；：！？、? */
static bool hugs(const unsigned char *p) {
  if (p[0] == 0xE3) return p[1] == 0x80 && (p[2] == 0x81 || p[2] == 0x82);
  return p[0] == 0xEF && p[1] == 0xBC &&
         (p[2] == 0x81 || p[2] == 0x8C || (p[2] >= 0x9A && p[2] <= 0x9B) || p[2] == 0x9F);
}

/* A single space beside such a mark (which may still be half-width), or between two single ideographs and a space. */
static bool stray_space(const unsigned char *start, const unsigned char *p, const unsigned char *end) {
  if (p == start || p + 1 == end || p[-1] == ' ' || p[1] == ' ') return false;
  if ((p - start >= 3 && hugs(p - 3)) || (end - p > 3 && hugs(p + 1))) return true;
  if (end - p < 5 || p[1] < 0xE3 || p[4] != ' ') return false;
  return p - start >= 3 && p[-3] >= 0xE3;
}

static bool blank_tail(const unsigned char *start, const unsigned char *end) {
  if (end == start) return false;
  if (end[-1] == ' ' || end[-1] == '\t') return true;
  return (end - start >= 3 && !memcmp(end - 3, "\xE3\x80\x80", 3)) ||
         (end - start >= 2 && !memcmp(end - 2, "\xC2\xA0", 2));
}

uint32_t gm_line_has(gm_text line) {
  static const uint8_t kinds[128] = {
      [' '] = SPACE_ASCII, [','] = MARK_ASCII,  [';'] = MARK_ASCII, [':'] = MARK_ASCII, ['?'] = MARK_ASCII,
      ['!'] = MARK_ASCII,  ['.'] = MARK_ASCII,  ['('] = MARK_ASCII, [')'] = MARK_ASCII, ['['] = MARK_ASCII,
      ['"'] = MARK_ASCII,  ['\''] = MARK_ASCII, ['-'] = MARK_ASCII};
  const unsigned char *start = (const unsigned char *)(line.len ? line.ptr : ""), *end = start + line.len, *p = start;
  uint32_t has = 0;
  while (p < end) {
    unsigned char byte = *p;
    if (byte >= 0xE4 && byte <= 0xE9 && end - p >= 3 && tail(p[1]) && tail(p[2])) {
      do p += 3;
      while (end - p >= 3 && p[0] >= 0xE4 && p[0] <= 0xE9 && tail(p[1]) && tail(p[2]));
      continue;
    }
    if (byte < 0x80) {
      if (kinds[byte] == MARK_ASCII)
        has |= ascii_mark(start, p, end);
      else if (kinds[byte] == SPACE_ASCII && stray_space(start, p, end))
        has |= GM_HAS_SPACE;
      p++;
      continue;
    }
    if ((byte == 0xE2 || byte == 0xE3 || byte == 0xEE || byte == 0xEF) && end - p >= 3 && tail(p[1]) && tail(p[2])) {
      has |= mark(start, p, end);
      p += 3;
      continue;
    }
    if (byte == 0xC2 && end - p >= 2) {
      if (p[1] == 0xA0) has |= GM_HAS_BLANK;
      if (p[1] == 0xAD) has |= GM_HAS_INVISIBLE;
    } else if (byte == 0xC4 && end - p >= 2 && p[1] == 0x81) {
      has |= GM_HAS_MOJIBAKE; /* a bare ā */
    } else if (byte >= 0xCC && !tail(byte)) {
      has |= GM_HAS_COMBINING; /* combining marks, and scripts whose letters may compose */
    }
    p++;
  }
  if (blank_tail(start, end)) has |= GM_HAS_TRAILING;
  return has;
}
