#include "text/view.h"

#include <stdlib.h>

#include "data/han.h"
#include "data/unified.h"
#include "text/alphabet.h"
#include "text/pinyin.h"
#include "text/set.h"
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
  if (c >= GM_HAN_FIRST && c <= GM_HAN_LAST) {
    if (gm_han_folded[c - GM_HAN_FIRST] & 0x8000) return GM_HAN | GM_NUMERAL;
    if (GM_IS_ONE_OF(c, GM_VAGUE_IDEOGRAPHS)) return GM_HAN | GM_VAGUE;
    if (GM_IS_ONE_OF(c, GM_ITEM_IDEOGRAPHS)) return GM_HAN | GM_ITEM;
    return GM_HAN;
  }
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
    case 0x3014: return GM_OPEN | GM_PUNCT;
    case 0xFF08: return GM_OPEN | GM_PUNCT | GM_ITEM;
    case 0x201D:
    case 0x2019:
    case 0x300B:
    case 0x3009:
    case 0x3011:
    case 0x3015:
    case 0xFF09: return GM_CLOSE | GM_PUNCT;
    default: break;
  }
  if (c >= 0x2460 && c <= 0x247C) return GM_ITEM;
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
  uint32_t closing[NEST_DEPTH]; /* what would close those of all kinds */
  size_t unclosed;
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

/* Gives the characters from `p` to `end` the bit, and maybe some behind it, whose classes are still to be written: most
 * brackets hold few, and are done at once. */
static void mark(uint16_t *p, const uint16_t *end, uint16_t bit) {
  typedef uint16_t eight __attribute__((vector_size(16)));
  for (eight classes; p < end; p += sizeof classes / sizeof *p) {
    memcpy(&classes, p, sizeof classes);
    classes |= bit;
    memcpy(p, &classes, sizeof classes);
  }
}

/* Marks [open, close) when the pair closes, so that a lone opening mark marks nothing. The class of `at` and of what
 * stands behind it is not yet written. */
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
  mark(view->cls + nest->open[d - 1].at + 1, view->cls + at, bit);
}

/* Do the marks pair so far? The closing one of each pair stands right behind the opening one in Unicode. */
static void pair(nesting *nest, gm_view *view, uint32_t c, uint16_t cls) {
  if (c < 0x80 || !view->paired) return;
  if (cls & GM_CLOSE) {
    view->paired = nest->unclosed && nest->closing[--nest->unclosed] == c;
    return;
  }
  view->paired = nest->unclosed < NEST_DEPTH && !(nest->unclosed && nest->closing[nest->unclosed - 1] == c + 1);
  if (view->paired) nest->closing[nest->unclosed++] = c + 1;
}

#define ITEMS_BEHIND 4u  /* that may be read behind the last of an array */
#define ALIGNMENT    64u /* a line of the cache */

size_t gm_view_room(size_t bytes) {
  size_t items = bytes + ITEMS_BEHIND;
  size_t room = items * 3 * sizeof(uint32_t) + (items + GM_VIEW_WORD) * sizeof(uint16_t);
  return (room + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Places the arrays of a line of so many bytes, one right behind another, that few pages are written. */
static void make_room(gm_view *view, size_t bytes) {
  size_t need = gm_view_room(bytes), items = bytes + ITEMS_BEHIND;
  if (need > view->room) {
    size_t room = view->room ? view->room : 4096;
    while (room < need) room *= 2;
    gm_view_lend(view, NULL, 0);
    view->lent = false;
    view->memory = gm_alloc(room);
    memset(view->memory, 0, room);
    view->room = room;
  }
  view->cp = view->memory;
  view->raw_at = view->cp + items;
  view->index_at = view->raw_at + items;
  view->cls = (uint16_t *)(view->index_at + items);
}

void gm_view_lend(gm_view *view, void *memory, size_t room) {
  if (!view->lent) free(view->memory);
  view->memory = memory;
  view->room = room;
  view->lent = true;
}

void gm_view_free(gm_view *view) {
  gm_view_lend(view, NULL, 0);
  free(view->own);
  view->own = NULL;
}

/* Of fewer bytes a view makes no alphabet: a marker looked at by itself is done before that is. */
#define ALPHABET_BYTES 256u

static bool digit_follows(const char *p, const char *end) {
  uint32_t c;
  if (p >= end) return false;
  gm_utf8_decode(p, end, &c);
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

#define GROUP 3 /* digits */

static bool is_wide_digit(const gm_view *view, size_t i) {
  return view->cls[i] & GM_DIGIT && (unsigned char)view->raw.ptr[view->raw_at[i]] == 0xEF;
}

/* １，７５３: the full-width digit at `p` is the last of three behind a full-width comma, and up to three stand before it:
 * the comma groups them, as it does in 1,753. */
static void group_wide(gm_view *view, size_t n, const char *p, const char *end) {
  if (n <= GROUP || view->cp[n - GROUP] != 0xFF0C || digit_follows(p + 3, end) || !is_wide_digit(view, n - 1) ||
      !is_wide_digit(view, n - 2))
    return;
  size_t first = n - GROUP;
  while (first && n - GROUP - first <= GROUP && is_wide_digit(view, first - 1)) first--;
  size_t digits = n - GROUP - first;
  bool goes_on = first && view->cp[first - 1] == ','; /* １，２３４，５６７ */
  if (goes_on ? digits != GROUP : !digits || digits > GROUP || view->cp[first] == '0') return;
  view->cp[n - GROUP] = ',';
  view->cls[n - GROUP] = GM_PUNCT | GM_WATCHED;
}

/* Takes characters from *at on that mean the same whatever stands around them, up to another one or the end: most of a
 * draft passes here. `n` are the characters so far; gives those with the new ones. */
static size_t read_common(gm_view *view, const gm_alphabet *alphabet, size_t n, size_t *begin) {
  const char *p = view->raw.ptr;
  uint32_t *cp = view->cp, *raw_at = view->raw_at, *index_at = view->index_at;
  uint16_t *cls = view->cls;
  size_t at = *begin, end = view->raw.len, whole = end > 2 ? end - 2 : 0; /* three bytes can be read before that */
  for (;;) {
    uint32_t row, han = 0;
    for (; at < whole; at += 3) {
      row = gm_alphabet_three(alphabet, p + at);
      if (row & GM_ROW_SPECIAL) break;
      han += row >> 16 & GM_HAN; /* no branch could foretell the marks among them */
      cp[n] = row & 0xFFFF;
      cls[n] = (uint16_t)(row >> 16);
      index_at[at] = (uint32_t)n;
      raw_at[n++] = (uint32_t)at;
    }
    view->han += han;
    if (at == end || (unsigned char)p[at] >= 0x80) break;
    row = alphabet->ascii[(unsigned char)p[at]];
    if (row & GM_ROW_SPECIAL) break;
    view->joined += at && gm_goes_on(p + at);
    size_t first = n;
    while (!(row & GM_ROW_SPECIAL)) {
      cp[n] = row & 0xFFFF;
      cls[n] = (uint16_t)(row >> 16);
      index_at[at] = (uint32_t)n;
      raw_at[n++] = (uint32_t)at;
      if (++at == end || (unsigned char)p[at] >= 0x80) break;
      row = alphabet->ascii[(unsigned char)p[at]];
    }
    view->joined += (uint32_t)(n - first - 1); /* none of them is a blank: they go on one another */
  }
  *begin = at;
  return n;
}

/* A view on its way: what is known beyond the view itself where a character needs a second look. */
typedef struct making {
  gm_view *view;
  const gm_alphabet *alphabet;
  size_t n;       /* characters so far */
  size_t spelled; /* n when a pinyin group was skipped: the ideograph before has had its groups */
  gm_pinyin_mode pinyin;
  nesting brackets;
} making;

/* The bytes at `p` that are pinyin of the ideograph before and to be skipped. */
static size_t skip_pinyin(making *m, const char *p, const char *end) {
  gm_view *view = m->view;
  uint32_t written;
  unsigned groups;
  if (!m->n || m->spelled == m->n || !(view->cls[m->n - 1] & GM_HAN)) return 0;
  gm_utf8_decode(view->raw.ptr + view->raw_at[m->n - 1], end, &written);
  size_t bytes = gm_pinyin_groups(written, p, end, &groups);
  if (!bytes) return 0;
  bool common = gm_pinyin_common(written);
  view->pinyin_sites++;
  if (m->pinyin != GM_PINYIN_SKIP && (m->pinyin != GM_PINYIN_COMMON || !common)) return 0;
  m->spelled = m->n;
  return bytes;
}

/* Takes the character at `at`, whatever it is; gives its bytes and those of the noise behind it. */
static size_t take_special(making *m, size_t at) {
  gm_view *view = m->view;
  const char *p = view->raw.ptr + at, *end = view->raw.ptr + view->raw.len;
  bool ascii = (unsigned char)*p < 0x80, ideograph;
  uint32_t row = GM_ROW_NONE, folded;
  size_t bytes = ascii ? 1 : 3, n = m->n;
  uint16_t cls;
  if (m->alphabet)
    row = ascii          ? m->alphabet->ascii[(unsigned char)*p]
          : end - p >= 3 ? gm_alphabet_three(m->alphabet, p)
                         : GM_ROW_NONE;
  if (row != GM_ROW_NONE) {
    folded = row & 0xFFFF;
    cls = (uint16_t)((row & ~GM_ROW_SPECIAL) >> 16);
    ideograph = cls & GM_HAN;
  } else {
    uint32_t c;
    bytes = gm_utf8_decode(p, end, &c);
    folded = gm_fold(c);
    if (folded == DROPPED) return bytes;
    cls = gm_class_of(folded) | GM_WATCHED;
    ideograph = c >= GM_HAN_FIRST && c <= GM_HAN_LAST;
  }
  if (folded == 0xFF08 || folded == ' ') {
    size_t noise = gm_pinyin_may_begin(p + bytes, end, folded == ' ') ? skip_pinyin(m, p, end) : 0;
    if (noise) return noise;
  } else if ((*p == ',' || folded == 0xFF1A) && n && view->cls[n - 1] & GM_DIGIT && digit_follows(p + bytes, end)) {
    folded = *p == ',' ? ',' : ':';
    cls = GM_PUNCT | GM_WATCHED;
  } else if (cls & GM_DIGIT && !ascii && n) {
    group_wide(view, n, p, end);
  }
  if (cls & (GM_OPEN | GM_CLOSE)) {
    nest(&m->brackets, view, n, folded, cls);
    pair(&m->brackets, view, folded, cls);
  }
  view->han += ideograph;
  view->index_at[at] = (uint32_t)n;
  view->raw_at[n] = (uint32_t)at;
  view->cp[n] = folded;
  view->cls[n] = cls;
  if (cls & GM_SPACE)
    view->blanks++;
  else if (ascii)
    view->joined += at && gm_goes_on(p);
  m->n++;
  return bytes;
}

void gm_view_make(gm_view *view, gm_text raw, gm_pinyin_mode pinyin) {
  make_room(view, raw.len);
  if (!view->alphabet && !view->own && raw.len >= ALPHABET_BYTES) view->own = gm_alphabet_new(NULL);
  const gm_alphabet *alphabet = view->alphabet ? view->alphabet : view->own;
  view->raw = raw;
  view->han = view->pinyin_sites = view->blanks = view->joined = 0;
  making m; /* the open brackets are written before they are read */
  m.view = view;
  m.alphabet = alphabet;
  m.spelled = SIZE_MAX;
  m.pinyin = pinyin;
  m.brackets.depth = m.brackets.unclosed = 0;
  view->paired = true;
  size_t n = 0, at = 0, end = raw.len;
  while (at < end) {
    if (alphabet) n = read_common(view, alphabet, n, &at);
    if (at == end) break;
    m.n = n;
    at += take_special(&m, at);
    n = m.n;
  }
  view->paired = view->paired && !m.brackets.unclosed;
  view->count = n;
  view->cp[n] = 0;
  view->cls[n] = 0;
  view->raw_at[n] = (uint32_t)end;
}

size_t gm_view_find_between(const gm_view *view, uint32_t byte) {
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
