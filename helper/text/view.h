/* The clean view of a line: what every stage reads instead of raw bytes.
 *
 * One pass decodes a raw line into an array of clean characters over a small analysis alphabet, with the raw offset of
 * each. The draft itself is never changed; every position that leaves the library is raw. Folded, for analysis only:
 *   full-width letters, digits, ％ ＋ － ／ and ．   -> ASCII
 *   , ; : ? ! ( )   -> ， ； ： ？ ！ （ ）, but `,` and `:` between two digits stay
 *   traditional and variant Han -> simplified, one to one (data/generate_han.py)
 *   radicals and compatibility ideographs -> unified
 *   「」『』 -> “”‘’     ﹝﹞ -> 〔〕     〜 ∼ ~ -> ～     ● of a list stays
 *   tab, NBSP, U+3000 and other blanks -> ' '         zero-width characters and (optionally) pinyin noise -> gone
 * Whoever needs the character as written looks at raw.ptr[raw_at[i]]. */
#ifndef GM_TEXT_VIEW_H
#define GM_TEXT_VIEW_H

#include <stdbool.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/array.h"

/* Classes of a clean character, a set of bits. */
enum {
  GM_HAN = 0x001,   /* ideograph, 〇 included */
  GM_DIGIT = 0x002, /* 0-9 */
  GM_NUMERAL = 0x004, /* Han that writes a number: 〇零一二…十百千万亿兆两廿卅, capitals 壹贰… (几 数 半 are not) */
  GM_LATIN = 0x008,     /* ASCII letter */
  GM_SPACE = 0x010,     /* any blank */
  GM_STOP = 0x020,      /* 。 ！ ？ … */
  GM_PAUSE = 0x040,     /* ， 、 ； ： */
  GM_OPEN = 0x080,      /* （ 《 〈 “ ‘ 【 〔 [ { */
  GM_CLOSE = 0x100,     /* ） 》 〉 ” ’ 】 〕 ] } */
  GM_PUNCT = 0x200,     /* any mark, those above included */
  GM_VAGUE = 0x400,     /* 几 数 半: they write a number as well, but which? */
  GM_ITEM = 0x800,      /* what an item of a list begins with beside a numeral: 第 首 其 再 最 另 （ ① ⑴ */
  GM_IN_TITLE = 0x1000, /* inside 《》 or 〈〉, the marks themselves excluded */
  GM_IN_QUOTE = 0x2000, /* inside “” or ‘’ */
  GM_IN_PAREN = 0x4000, /* inside （） */
  GM_WATCHED = 0x8000   /* one that the alphabet was made to watch; all are that it was not asked about */
};

/* The ideographs that are GM_VAGUE, and those that are GM_ITEM. */
#define GM_VAGUE_IDEOGRAPHS u"几数半"
#define GM_ITEM_IDEOGRAPHS  u"第首其再最另"

/* A view is scratch: it borrows `raw` and is overwritten by the next gm_view_make on it. Zeroed = empty. */
typedef struct gm_view {
  gm_text raw;
  size_t count;       /* clean characters; the arrays have one more item, a 0 with class 0 at raw.len */
  uint32_t *cp;       /* folded code points */
  uint16_t *cls;      /* class bits */
  uint32_t *raw_at;   /* raw byte at which the character begins; skipped noise belongs to the character before it */
  uint32_t *index_at; /* by the raw byte at which a character begins: its index; of other bytes it says nothing */
  void *memory;       /* of the arrays */
  size_t room;        /* its bytes */
  bool lent;          /* by whoever makes many views, that they lie side by side */
  /* What the pass counted, for the density gate of pinyin (normalization.md, section 5). */
  uint32_t han;          /* Han characters */
  uint32_t pinyin_sites; /* Han characters that carry at least one valid group */
  /* For Word's count: blanks, and characters of ASCII, as written, right behind another, with which they are a word. */
  uint32_t blanks, joined;
  bool paired; /* “‘《〈【〔（ have their other halves, and none stands right inside its like */
  struct gm_word_lists *lists;        /* for check/word_list.c alone; lent by gm_check_line while rules run */
  const struct gm_alphabet *alphabet; /* lent by whoever asks what is GM_WATCHED; NULL: the view makes its own */
  struct gm_alphabet *own;            /* made when a line is long enough */
} gm_view;

/* How pinyin groups such as 机(ji)关(guan) are treated. */
typedef enum gm_pinyin_mode {
  GM_PINYIN_KEEP,   /* count the sites only */
  GM_PINYIN_COMMON, /* skip valid groups on common characters (short texts) */
  GM_PINYIN_SKIP    /* skip every valid group */
} gm_pinyin_mode;

/* Does the character of ASCII at `p`, which is no blank, go on a word as Word counts: does another stand right before?
 */
static inline bool gm_goes_on(const char *p) { return (unsigned char)(p[-1] - 0x21) < 0x7F - 0x21; }

/* Makes the view of one raw line (no line break in it). Linear in raw.len; never fails. */
void gm_view_make(gm_view *view, gm_text raw, gm_pinyin_mode pinyin);
void gm_view_free(gm_view *view);

/* The bytes of memory that the view of a line of `bytes` takes. Memory that is lent to an empty view is of so many for
 * each line that is made of it, initialized, and aligned as for gm_alloc. */
size_t gm_view_room(size_t bytes);
void gm_view_lend(gm_view *view, void *memory, size_t room);

/* The classes of four characters, to be tested at once. */
static inline uint64_t gm_four_classes(const uint16_t *cls) {
  uint64_t classes;
  memcpy(&classes, cls, sizeof classes);
  return classes;
}

/* Which of the four, 0 to 3, is the last that is not 0? */
static inline size_t gm_last_class(uint64_t classes) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return 3 - (size_t)__builtin_ctzll(classes) / 16;
#else
  return 3 - (size_t)__builtin_clzll(classes) / 16;
#endif
}

/* A bit for each of sixteen characters, that of the first the lowest: has its class one of `bits`? */
static inline uint64_t gm_sixteen_classes(const uint16_t *cls, uint16_t bits) {
#ifdef __SSE2__
  __m128i low = _mm_loadu_si128((const __m128i *)(const void *)cls);
  __m128i high = _mm_loadu_si128((const __m128i *)(const void *)(cls + 8));
  const __m128i wanted = _mm_set1_epi16((short)bits), none = _mm_setzero_si128();
  low = _mm_cmpeq_epi16(_mm_and_si128(low, wanted), none);
  high = _mm_cmpeq_epi16(_mm_and_si128(high, wanted), none);
  return (uint64_t)_mm_movemask_epi8(_mm_packs_epi16(low, high)) ^ 0xFFFF;
#else
  uint64_t word = 0;
  for (unsigned k = 0; k < 16; k++) word |= (uint64_t)((cls[k] & bits) != 0) << k;
  return word;
#endif
}

/* The first of the clean characters [from, to) whose class has one of `bits`, `to` when there is none. */
static inline size_t gm_view_next_before(const gm_view *view, size_t from, size_t to, uint16_t bits) {
  if (from >= to) return from;
  for (; from < to; from += 16) {
    uint64_t found = gm_sixteen_classes(view->cls + from, bits);
    if (!found) continue;
    size_t at = from + (size_t)__builtin_ctzll(found);
    return at < to ? at : to;
  }
  return to;
}

/* The first at or after `i`; view->count when there is none. */
static inline size_t gm_view_next(const gm_view *view, size_t i, uint16_t bits) {
  return gm_view_next_before(view, i, view->count, bits);
}

#define GM_VIEW_WORD    64u  /* characters with a bit each in a word; `cls` has as many items behind its last */
#define GM_VIEW_STRETCH 256u /* characters that are looked at together, for arrays on the stack */

/* A bit for each of 64 characters from `from` on, that of the first the lowest: has its class one of `bits`? Where the
 * next one is cannot be foretold, so that a branch at each would often be guessed wrong. */
static inline uint64_t gm_view_word(const gm_view *view, size_t from, uint16_t bits) {
  size_t left = view->count - from < GM_VIEW_WORD ? view->count - from : GM_VIEW_WORD;
  uint64_t word = 0;
  for (size_t k = 0; k < left; k += 16) word |= gm_sixteen_classes(view->cls + from + k, bits) << k;
  return left < GM_VIEW_WORD ? word & ((UINT64_C(1) << left) - 1) : word;
}

/* The characters from `from` on of the bits of a word, in order, appended to out[0..count); gives their new count. */
static inline size_t gm_view_spread(uint64_t word, size_t from, uint32_t *out, size_t count) {
  for (; word; word &= word - 1) out[count++] = (uint32_t)(from + (size_t)__builtin_ctzll(word));
  return count;
}

/* All of the clean characters [from, to), a stretch, whose class has one of `bits`; gives their count. */
static inline size_t gm_view_collect(const gm_view *view, size_t from, size_t to, uint16_t bits, uint32_t *out) {
  size_t count = 0;
  for (; from < to; from += GM_VIEW_WORD) count = gm_view_spread(gm_view_word(view, from, bits), from, out, count);
  return count;
}

/* The end of the stretch that begins at `from`. */
static inline size_t gm_view_stretch(const gm_view *view, size_t from) {
  return view->count - from > GM_VIEW_STRETCH ? from + GM_VIEW_STRETCH : view->count;
}

/* The character behind the last of [from, to) whose class has one of `bits`, `from` when there is none. */
static inline size_t gm_view_behind_last(const gm_view *view, size_t from, size_t to, uint16_t bits) {
  if (from >= to) return to;
  const uint64_t four = bits * UINT64_C(0x0001000100010001);
  const uint16_t *p = view->cls + to, *start = view->cls + from;
  for (uint64_t found; p - start >= 4; p -= 4)
    if ((found = gm_four_classes(p - 4) & four) != 0) return (size_t)(p - view->cls) - 3 + gm_last_class(found);
  while (p > start && !(p[-1] & bits)) p--;
  return (size_t)(p - view->cls);
}

/* The first clean character at or after raw byte `byte`. */
static inline size_t gm_view_find(const gm_view *view, uint32_t byte);

/* The same for a byte at which no character begins; for the function below. */
size_t gm_view_find_between(const gm_view *view, uint32_t byte);

static inline size_t gm_view_find(const gm_view *view, uint32_t byte) {
  if (byte >= view->raw.len) return view->count;
  size_t i = view->index_at[byte];
  return i < view->count && view->raw_at[i] == byte ? i : gm_view_find_between(view, byte);
}

/* Appends characters [from, to) as the writer wrote them (not folded) but without skipped noise. */
void gm_view_text(const gm_view *view, size_t from, size_t to, gm_buffer *out);

/* Does the view read `word` (UTF-8, in the analysis alphabet: simplified, full-width marks) at `at`? Gives the count of
 * characters it takes, 0 when not. */
static inline size_t gm_view_match(const gm_view *view, size_t at, const char *word);

/* The same, for a word that ends just before `at`. */
size_t gm_view_match_before(const gm_view *view, size_t at, const char *word);

/* The rest of gm_view_match, the first character being the same or not told. */
size_t gm_view_match_rest(const gm_view *view, size_t at, const char *word);

/* Most words differ in the first character, which the compiler knows of a literal. */
static inline size_t gm_view_match(const gm_view *view, size_t at, const char *word) {
  const unsigned char *w = (const unsigned char *)word;
  if (at >= view->count) return 0;
  if (w[0] >= 0xE1 && view->cp[at] != ((uint32_t)(w[0] & 0x0F) << 12 | (uint32_t)(w[1] & 0x3F) << 6 | (w[2] & 0x3Fu)) &&
      w[0] <= 0xEF)
    return 0;
  return gm_view_match_rest(view, at, word);
}

/* The class bits and the fold of a single code point (no context: `,` and `:` fold). */
uint16_t gm_class_of(uint32_t folded);
uint32_t gm_fold(uint32_t codepoint);

#endif
