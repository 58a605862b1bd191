#include "text/pinyin.h"

#include "data/han.h"
#include "text/utf8.h"

/* The plain letter of a toned vowel in NFC, 'v' for u-umlaut, 0 for what pinyin does not use. */
static char plain_letter(uint32_t c) {
  static const struct {
    uint16_t code;
    char letter;
  } toned[] = {{0x00E0, 'a'}, {0x00E1, 'a'}, {0x00E8, 'e'}, {0x00E9, 'e'}, {0x00EA, 'e'}, {0x00EC, 'i'}, {0x00ED, 'i'},
               {0x00F2, 'o'}, {0x00F3, 'o'}, {0x00F9, 'u'}, {0x00FA, 'u'}, {0x00FC, 'v'}, {0x0101, 'a'}, {0x0113, 'e'},
               {0x011B, 'e'}, {0x012B, 'i'}, {0x0144, 'n'}, {0x0148, 'n'}, {0x014D, 'o'}, {0x016B, 'u'}, {0x01CE, 'a'},
               {0x01D0, 'i'}, {0x01D2, 'o'}, {0x01D4, 'u'}, {0x01D6, 'v'}, {0x01D8, 'v'}, {0x01DA, 'v'}, {0x01DC, 'v'},
               {0x01F9, 'n'}, {0x0251, 'a'}, {0x0261, 'g'}, {0x1EBF, 'e'}};
  if (c >= 'a' && c <= 'z') return (char)c;
  size_t low = 0, high = sizeof toned / sizeof *toned - 1;
  if (c < toned[low].code || c > toned[high].code) return 0; /* the closing bracket */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (toned[middle].code < c)
      low = middle + 1;
    else
      high = middle;
  }
  return toned[low].code == c ? toned[low].letter : 0;
}

static bool is_blank(uint32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000; }

/* A syllable matches when its letters are the same, u standing for v as well. */
static bool same_syllable(const char *syllable, const char *letters, size_t count) {
  size_t i = 0;
  for (; i < count && syllable[i]; i++)
    if (syllable[i] != letters[i] && !(syllable[i] == 'v' && letters[i] == 'u')) return false;
  return i == count && !syllable[i];
}

static bool reads(uint32_t han, const char *letters, size_t count) {
  if (han < GM_HAN_FIRST || han > GM_HAN_LAST) return false;
  const uint16_t *set = gm_pinyin_sets + (gm_pinyin_set_of[han - GM_HAN_FIRST] & 0x7FFF);
  for (size_t i = 1; i <= set[0]; i++)
    if (same_syllable(gm_pinyin_syllables[set[i]], letters, count)) return true;
  return false;
}

bool gm_pinyin_common(uint32_t han) {
  return han >= GM_HAN_FIRST && han <= GM_HAN_LAST && (gm_pinyin_set_of[han - GM_HAN_FIRST] & 0x8000);
}

/* A blank begins so: space, tab, U+00A0, U+3000. */
static inline bool may_be_blank(char c) { return c == ' ' || c == '\t' || c == '\xC2' || c == '\xE3'; }

static inline const char *skip_blanks(const char *p, const char *end) {
  while (p < end && may_be_blank(*p)) {
    uint32_t c;
    size_t n = gm_utf8_decode(p, end, &c);
    if (!is_blank(c)) break;
    p += n;
  }
  return p;
}

/* One group at a bracket; gives the byte after its closing bracket, NULL when it is none. */
static const char *group_end(uint32_t han, const char *p, const char *end) {
  uint32_t c;
  size_t n = gm_utf8_decode(p, end, &c);
  if (c != '(' && c != 0xFF08) return NULL;
  p = skip_blanks(p + n, end);
  char letters[GM_PINYIN_LETTERS];
  size_t count = 0;
  while (p < end) {
    n = gm_utf8_decode(p, end, &c);
    if (c >= 0x300 && c <= 0x30C && count) { /* NFD tone mark; the diaeresis makes u a v */
      if (c == 0x308 && letters[count - 1] == 'u') letters[count - 1] = 'v';
      p += n;
      continue;
    }
    char letter = plain_letter(c);
    if (!letter) break;
    if (count == GM_PINYIN_LETTERS) return NULL;
    letters[count++] = letter;
    p += n;
  }
  p = skip_blanks(p, end);
  if (!count || p >= end) return NULL;
  n = gm_utf8_decode(p, end, &c);
  if ((c != ')' && c != 0xFF09) || !reads(han, letters, count)) return NULL;
  return p + n;
}

size_t gm_pinyin_groups(uint32_t han, const char *p, const char *end, unsigned *groups) {
  const char *start = p, *after = NULL, *first = skip_blanks(p, end);
  *groups = 0;
  const char *last = NULL; /* the group before: 党(dang)(dang)(dang) comes of programs that repeat themselves */
  for (const char *at = first; at < end; at = skip_blanks(after, end)) {
    size_t length = last && *at == *last ? (size_t)(after - last) : 0;
    bool again = length && (size_t)(end - at) >= length && !memcmp(at, last, length);
    const char *next = again ? at + length : group_end(han, at, end);
    if (!next) break;
    last = at;
    after = next;
    ++*groups;
  }
  if (!after) return 0;
  if (first > start) after = skip_blanks(after, end);
  return (size_t)(after - start);
}
