#include "text/view.h"

#include <stdlib.h>

#include "data/han.h"
#include "data/unified.h"
#include "text/pinyin.h"
#include "text/utf8.h"

/* What gm_fold gives for a character that the view drops. */
#define DROPPED 0u

uint32_t gm_fold(uint32_t c) {
  if (c < 0x80) switch (c) {
      case ',': return 0xFF0C;
      case ';': return 0xFF1B;
      case ':': return 0xFF1A;
      case '?': return 0xFF1F;
      case '!': return 0xFF01;
      case '(': return 0xFF08;
      case ')': return 0xFF09;
      case '~': return 0xFF5E;
      case '\t':
      case '\r':
      case '\v':
      case '\f': return ' ';
      default: return c;
    }
  if (c >= GM_HAN_FIRST && c <= GM_HAN_LAST) return (gm_han_folded[c - GM_HAN_FIRST] & 0x7FFFu) + GM_HAN_FIRST;
  if (c >= 0xFF01 && c <= 0xFF5E) switch (c) {
      case 0xFF01:
      case 0xFF08:
      case 0xFF09:
      case 0xFF0C:
      case 0xFF1A:
      case 0xFF1B:
      case 0xFF1F:
      case 0xFF5E: return c;
      default: return c - 0xFEE0;
    }
  switch (c) {
    case 0xA0:
    case 0x3000:
    case 0x202F:
    case 0x205F: return ' ';
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF: return DROPPED;
    case 0x300C:
    case 0xFF62: return 0x201C;
    case 0x300D:
    case 0xFF63: return 0x201D;
    case 0x300E: return 0x2018;
    case 0x300F: return 0x2019;
    case 0xFE5D: return 0x3014;
    case 0xFE5E: return 0x3015;
    case 0x301C:
    case 0x223C: return 0xFF5E;
    case 0x25CB: return 0x3007; /* 二○ is written for 二〇 */
    default: break;
  }
  uint32_t unified = 0;
  if (c >= GM_RADICAL_FIRST && c <= GM_RADICAL_LAST) unified = gm_unified_radicals[c - GM_RADICAL_FIRST];
  if (c >= GM_COMPATIBILITY_FIRST && c <= GM_COMPATIBILITY_LAST)
    unified = gm_unified_compatibility[c - GM_COMPATIBILITY_FIRST];
  if (unified) return unified >= GM_HAN_FIRST && unified <= GM_HAN_LAST ? gm_fold(unified) : unified;
  return c >= 0x2000 && c <= 0x200A ? ' ' : c;
}

uint16_t gm_class_of(uint32_t c) {
  if (c >= GM_HAN_FIRST && c <= GM_HAN_LAST)
    return gm_han_folded[c - GM_HAN_FIRST] & 0x8000 ? GM_HAN | GM_NUMERAL : GM_HAN;
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return GM_DIGIT;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return GM_LATIN;
    if (c == ' ') return GM_SPACE;
    if (c == '[' || c == '{') return GM_OPEN | GM_PUNCT;
    if (c == ']' || c == '}') return GM_CLOSE | GM_PUNCT;
    return c > ' ' && c < 0x7F ? GM_PUNCT : 0;
  }
  switch (c) {
    case 0x3007: return GM_HAN | GM_NUMERAL;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0x2026: return GM_STOP | GM_PUNCT;
    case 0xFF0C:
    case 0x3001:
    case 0xFF1A:
    case 0xFF1B: return GM_PAUSE | GM_PUNCT;
    case 0x201C:
    case 0x2018:
    case 0x300A:
    case 0x3008:
    case 0x3010:
    case 0x3014:
    case 0xFF08: return GM_OPEN | GM_PUNCT;
    case 0x201D:
    case 0x2019:
    case 0x300B:
    case 0x3009:
    case 0x3011:
    case 0x3015:
    case 0xFF09: return GM_CLOSE | GM_PUNCT;
    default: break;
  }
  if ((c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF)) return GM_HAN;
  if ((c >= 0x2010 && c <= 0x205E) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || c == 0xB7)
    return GM_PUNCT;
  return 0;
}

/* Open brackets of the three kinds that matter to analysis, to mark what stands inside. */
#define NEST_DEPTH 32 /* deeper nesting is not marked: no sentence has it */

typedef struct nesting {
  struct {
    uint32_t at;
    uint16_t bit;
  } open[NEST_DEPTH];
  size_t depth;
} nesting;

static uint16_t bracket_bit(uint32_t c) {
  switch (c) {
    case 0x300A:
    case 0x300B:
    case 0x3008:
    case 0x3009: return GM_IN_TITLE;
    case 0x201C:
    case 0x201D:
    case 0x2018:
    case 0x2019: return GM_IN_QUOTE;
    case 0xFF08:
    case 0xFF09: return GM_IN_PAREN;
    default: return 0;
  }
}

/* Marks [open, close) when the pair closes, so that a lone opening mark marks nothing. */
static void nest(nesting *nest, gm_view *view, size_t at, uint32_t c, uint16_t cls) {
  uint16_t bit = bracket_bit(c);
  if (!bit) return;
  if (cls & GM_OPEN) {
    if (nest->depth < NEST_DEPTH) {
      nest->open[nest->depth].at = (uint32_t)at;
      nest->open[nest->depth++].bit = bit;
    }
    return;
  }
  size_t d = nest->depth;
  while (d && nest->open[d - 1].bit != bit) d--;
  if (!d) return;
  nest->depth = d - 1;
  for (size_t i = nest->open[d - 1].at + 1; i < at; i++) view->cls[i] |= bit;
}

static void free_characters(gm_view *view) {
  free(view->cp);
  free(view->cls);
  free(view->raw_at);
}

static void make_room(gm_view *view, size_t need) {
  if (need <= view->capacity) return;
  size_t capacity = view->capacity ? view->capacity : 256;
  while (capacity < need) capacity *= 2;
  free_characters(view);
  view->cp = gm_alloc(capacity * sizeof *view->cp);
  view->cls = gm_alloc(capacity * sizeof *view->cls);
  view->raw_at = gm_alloc(capacity * sizeof *view->raw_at);
  view->capacity = capacity;
}

void gm_view_free(gm_view *view) {
  free_characters(view);
  view->cp = NULL;
  view->cls = NULL;
  view->raw_at = NULL;
  view->capacity = 0;
}

/* Everything outside the ideographs that drafts are full of, folded and classed once for each view. */
static const struct {
  uint16_t first, count;
} mark_blocks[GM_MARK_BLOCKS] = {{0x0000, 0x80}, {0x2000, 0x70}, {0x3000, 0x40}, {0xFF00, 0xF0}};

/* Of fewer bytes a view learns nothing: a marker looked at by itself is done before the table is. */
#define LEARN_BYTES 256u

static void learn_marks(gm_view *view) {
  size_t row = 0;
  for (size_t b = 0; b < GM_MARK_BLOCKS; b++)
    for (uint32_t i = 0; i < mark_blocks[b].count; i++, row++) {
      uint32_t folded = gm_fold(mark_blocks[b].first + i);
      view->marks[row].folded = (uint16_t)folded;
      view->marks[row].cls = gm_class_of(folded);
      view->marks[row].plain =
          folded != DROPPED && folded != ' ' && folded != 0xFF1A && !(view->marks[row].cls & (GM_OPEN | GM_CLOSE));
      view->marks[row].alone = b == 0 && (view->marks[row].cls & (GM_DIGIT | GM_LATIN) || i == '%' || i == '.');
    }
  view->marks_known = true;
}

/* The row of a character in view->marks, GM_MARK_ROWS when it has none. */
static inline size_t mark_row(uint32_t c) {
  if (c < 0x80) return c;
  if (c - 0x2000 < 0x70) return 0x80 + (c - 0x2000);
  if (c - 0x3000 < 0x40) return 0xF0 + (c - 0x3000);
  if (c - 0xFF00 < 0xF0) return 0x130 + (c - 0xFF00);
  return GM_MARK_ROWS;
}

static inline void fold_and_class(const gm_view *view, uint32_t c, uint32_t *folded, uint16_t *cls) {
  size_t row = view->marks_known ? mark_row(c) : GM_MARK_ROWS;
  *folded = row < GM_MARK_ROWS ? view->marks[row].folded : gm_fold(c);
  *cls = row < GM_MARK_ROWS ? view->marks[row].cls : gm_class_of(*folded);
}

static bool digit_follows(const char *p, const char *end) {
  uint32_t c;
  if (p >= end) return false;
  gm_utf8_decode(p, end, &c);
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* The code point that three bytes at `p` encode less GM_HAN_FIRST, when *whole says that they are such a sequence;
 * four must be readable. */
static inline uint32_t three_bytes(const char *p, bool *whole) {
  uint32_t word;
  memcpy(&word, p, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap32(word);
#endif
  *whole = (word & 0xC0C0F0) == 0x8080E0;
  return ((word & 0xF) << 12) + (word >> 2 & 0xFC0) + (word >> 16 & 0x3F) - GM_HAN_FIRST;
}

/* Takes ideographs and the marks between them that mean the same everywhere: most of a draft is read here. *spelled
 * gets the ideograph just before the end, NULL when another character stands there. */
static inline const char *read_text(gm_view *view, size_t *count, const char *p, const char *end,
                                    const char **spelled) {
  const char *raw = view->raw.ptr;
  uint32_t *cp = view->cp, *raw_at = view->raw_at, han = 0;
  uint16_t *cls = view->cls;
  size_t n = *count;
  const char *last = *spelled;
  while (end - p > 3) {
    bool whole;
    uint32_t row;
    const char *begin = p;
    for (; end - p > 3 && (row = three_bytes(p, &whole), whole) && row < GM_HAN_COUNT; p += 3) {
      uint32_t folded = gm_han_folded[row];
      cp[n] = (folded & 0x7FFF) + GM_HAN_FIRST;
      cls[n] = (uint16_t)(GM_HAN | (folded >> 15) * GM_NUMERAL);
      raw_at[n++] = (uint32_t)(p - raw);
    }
    if (p > begin) last = p - 3;
    han += (uint32_t)(p - begin) / 3;
    if (end - p <= 3) break;
    if ((unsigned char)*p < 0x80) { /* digits, mostly */
      size_t mark = (unsigned char)*p;
      if (!view->marks[mark].alone) break;
      cp[n] = (uint32_t)mark;
      cls[n] = view->marks[mark].cls;
      view->joined += p > raw && gm_goes_on(p);
      last = NULL;
      raw_at[n++] = (uint32_t)(p++ - raw);
      continue;
    }
    if (!whole) break;
    size_t mark = mark_row(row + GM_HAN_FIRST);
    if (mark == GM_MARK_ROWS || !view->marks[mark].plain) break;
    cp[n] = view->marks[mark].folded;
    cls[n] = view->marks[mark].cls;
    last = NULL;
    raw_at[n++] = (uint32_t)(p - raw);
    p += 3;
  }
  view->han += han;
  *spelled = last;
  *count = n;
  return p;
}

void gm_view_make(gm_view *view, gm_text raw, gm_pinyin_mode pinyin) {
  make_room(view, raw.len + 1);
  if (!view->marks_known && raw.len >= LEARN_BYTES) learn_marks(view);
  view->raw = raw;
  view->han = view->pinyin_sites = view->common_sites = view->blanks = view->joined = view->brackets = 0;
  nesting brackets;
  brackets.depth = 0;
  size_t n = 0;
  const char *p = raw.ptr, *end = raw.ptr + raw.len;
  const char *spelled = NULL; /* the ideograph just read, which a pinyin group must spell */
  while (p < end) {
    if (view->marks_known) p = read_text(view, &n, p, end, &spelled);
    if (p == end) break;
    uint32_t c, folded;
    uint16_t cls;
    const char *at = p;
    p += gm_utf8_decode(p, end, &c);
    fold_and_class(view, c, &folded, &cls);
    if (folded == DROPPED) continue;
    if (spelled && (folded == 0xFF08 || folded == ' ')) {
      uint32_t written;
      unsigned groups;
      gm_utf8_decode(spelled, end, &written);
      size_t bytes = gm_pinyin_groups(written, at, end, &groups);
      if (bytes) {
        bool common = gm_pinyin_common(written);
        view->pinyin_sites++;
        view->common_sites += common;
        if (pinyin == GM_PINYIN_SKIP || (pinyin == GM_PINYIN_COMMON && common)) {
          p = at + bytes;
          spelled = NULL;
          continue;
        }
      }
    }
    bool ideograph = c >= GM_HAN_FIRST && c <= GM_HAN_LAST; /* the last of the line, or any of a short one */
    spelled = ideograph ? at : NULL;
    if ((c == ',' || c == ':' || c == 0xFF1A) && n && (view->cls[n - 1] & GM_DIGIT) && digit_follows(p, end)) {
      folded = c == ',' ? ',' : ':';
      cls = GM_PUNCT;
    }
    view->han += ideograph;
    view->raw_at[n] = (uint32_t)(at - raw.ptr);
    view->cp[n] = folded;
    view->cls[n] = cls;
    if (cls & GM_SPACE)
      view->blanks++;
    else if (c < 0x80)
      view->joined += at > raw.ptr && gm_goes_on(at);
    if (cls & (GM_OPEN | GM_CLOSE)) {
      view->brackets++;
      nest(&brackets, view, n, folded, cls);
    }
    n++;
  }
  view->count = n;
  view->cp[n] = 0;
  view->cls[n] = 0;
  view->raw_at[n] = (uint32_t)raw.len;
}

size_t gm_view_find(const gm_view *view, uint32_t byte) {
  /* Characters are about equally long, so that the search begins near the place and widens from there. */
  size_t guess = view->raw.len ? (size_t)((uint64_t)byte * view->count / view->raw.len) : 0;
  if (guess > view->count) guess = view->count;
  size_t low = guess, high = guess;
  for (size_t step = 2; low && view->raw_at[low - 1] >= byte; step *= 2) high = low, low = low > step ? low - step : 0;
  for (size_t step = 2; high < view->count && view->raw_at[high] < byte; step *= 2) {
    low = high + 1;
    high = view->count - high > step ? high + step : view->count;
  }
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (view->raw_at[middle] < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void gm_view_text(const gm_view *view, size_t from, size_t to, gm_buffer *out) {
  for (size_t i = from; i < to && i < view->count; i++) {
    uint32_t c;
    const char *p = view->raw.ptr + view->raw_at[i];
    gm_buffer_add(out, p, gm_utf8_decode(p, view->raw.ptr + view->raw.len, &c));
  }
}

size_t gm_view_match_rest(const gm_view *view, size_t at, const char *word) {
  size_t i = at;
  for (const char *p = word; *p; i++) {
    uint32_t c;
    p += gm_utf8_decode(p, p + 4, &c); /* words are valid, so that no sequence passes the NUL */
    if (i >= view->count || view->cp[i] != c) return 0;
  }
  return i - at;
}

size_t gm_view_match_before(const gm_view *view, size_t at, const char *word) {
  size_t i = at;
  for (const char *p = word + strlen(word); p > word; i--) {
    uint32_t c;
    p -= gm_utf8_decode_back(word, p, &c);
    if (!i || view->cp[i - 1] != c) return 0;
  }
  return at - i;
}
