/* Small readers of the clean view that rules share: words of a list, plain numbers, measure words, quotes for messages.
 */
#ifndef GM_CHECK_WORDS_H
#define GM_CHECK_WORDS_H

#include "check/rule.h"
#include "check/word_list.h"

/* No number is longer, and no clause or sentence is looked at beyond this: rules stay linear in a hostile line. */
#define GM_NUMBER_CHARS 32u
#define GM_REACH_CHARS  600u

/* The longest of `words` (UTF-8, parted by single spaces) that the view reads at `at`; its characters, 0 when none.
 * One or two blanks before it (at `at`) are passed over and counted in. */
size_t gm_words_at(const gm_view *view, size_t at, const char *words);
/* The same for a word that ends just before `at`. */
size_t gm_words_before(const gm_view *view, size_t at, const char *words);

/* Does one of `words` stand among the clean characters [from, to)? The first place, or SIZE_MAX.
 * Looks at GM_REACH_CHARS from `from` at most. */
size_t gm_find_word(const gm_view *view, size_t from, size_t to, const char *words);

/* The same for one of the marks ， 、 ； ： 。 ！ ？ in `marks`, which parts nothing: "，；". */
static inline size_t gm_find_mark(const gm_view *view, size_t from, size_t to, const char *marks);

/* The first place in [from, to) where the `length` characters that begin at `run` stand again, or SIZE_MAX. */
size_t gm_find_run(const gm_view *view, size_t from, size_t to, size_t run, size_t length);

/* Is the character at `at` one of `set`? False beyond the end. */
static inline bool gm_one_of(const gm_view *view, size_t at, const char *set);
/* Is the character before `at` one of `set`? False at the start. */
static inline bool gm_one_before(const gm_view *view, size_t at, const char *set);

/* Do `length` characters from `a` on and from `b` on read alike? False beyond the end. */
static inline bool gm_reads_alike(const gm_view *view, size_t a, size_t b, size_t length);

/* Characters of the number at `at` as it is written: digits with point and grouping, Han numerals, 几 and 半. */
size_t gm_number_at(const gm_view *view, size_t at);
/* Where the number that ends just before `end` begins; `end` when there is none. */
size_t gm_number_before(const gm_view *view, size_t end);

/* Arabic digits from `at`, at most 9 of them: their count, the value in *value. */
size_t gm_digits_at(const gm_view *view, size_t at, unsigned *value);

/* Characters of the measure word or unit at `at` (名 个月 万元 平方米 %), 0 when there is none. */
size_t gm_measure_at(const gm_view *view, size_t at);

/* Is the character at `at` written otherwise than the view reads it: a traditional one? */
bool gm_written_otherwise(const gm_view *view, size_t at);

/* Does a clause or a line begin at `at`: nothing, a mark or a blank before it? */
bool gm_clause_starts(const gm_view *view, size_t at);

#define GM_DUN 0x3001u /* 、 parts no clauses */

/* The first character of the clause that holds `at`: after the last ， ； ： 。 ！ ？ or at 0. */
size_t gm_clause_start(const gm_view *view, size_t at);
/* The same for the sentence: after the last 。 ！ ？. */
size_t gm_sentence_start(const gm_view *view, size_t at);
size_t gm_sentence_end(const gm_view *view, size_t at);

/* A short string for a message. */
#define GM_QUOTE_BYTES 160
typedef struct gm_quote {
  char text[GM_QUOTE_BYTES];
} gm_quote;

/* Clean characters [from, to) as written, noise left out; cut with … when long. */
gm_quote gm_quote_line(const gm_view *view, size_t from, size_t to);
/* A raw range of one line. */
gm_quote gm_quote_raw(gm_text line, uint32_t from, uint32_t to);

/* The clean character at which the raw byte `byte` begins, and the one after the character that ends at `byte`. */
size_t gm_clean_at(const gm_view *view, uint32_t byte);

/* Of a literal with up to ten characters of three bytes the compiler makes comparisons. */
#define GM_SET_MAX 30
#define GM_SET_IS(n) \
  (size > (n) &&     \
   character == ((uint32_t)(s[(n)] & 0x0F) << 12 | (uint32_t)(s[(n) + 1] & 0x3F) << 6 | (s[(n) + 2] & 0x3Fu)))
#define GM_SET_THREE(n) (size <= (n) || s[(n)] >= 0xE1)

static inline bool gm_in_literal(const gm_view *view, uint32_t character, const char *set) {
  const unsigned char *s = (const unsigned char *)set;
  size_t size = __builtin_strlen(set);
  if (__builtin_constant_p(size) && size <= GM_SET_MAX && size % 3 == 0 && GM_SET_THREE(0) && GM_SET_THREE(3) &&
      GM_SET_THREE(6) && GM_SET_THREE(9) && GM_SET_THREE(12) && GM_SET_THREE(15) && GM_SET_THREE(18) &&
      GM_SET_THREE(21) && GM_SET_THREE(24) && GM_SET_THREE(27))
    return GM_SET_IS(0) || GM_SET_IS(3) || GM_SET_IS(6) || GM_SET_IS(9) || GM_SET_IS(12) || GM_SET_IS(15) ||
           GM_SET_IS(18) || GM_SET_IS(21) || GM_SET_IS(24) || GM_SET_IS(27);
  return gm_word_list_holds(view, character, set);
}

static inline size_t gm_find_mark(const gm_view *view, size_t from, size_t to, const char *marks) {
  if (to > view->count) to = view->count; /* what is before the clause that opens the line */
  if (from < to && to - from > GM_REACH_CHARS) to = from + GM_REACH_CHARS;
  for (; from < to; from++) {
    from = gm_view_next_before(view, from, to, GM_PAUSE | GM_STOP);
    if (from < to && gm_in_literal(view, view->cp[from], marks)) return from;
  }
  return SIZE_MAX;
}

static inline bool gm_reads_alike(const gm_view *view, size_t a, size_t b, size_t length) {
  return (a > b ? a : b) + length <= view->count && !memcmp(view->cp + a, view->cp + b, length * sizeof *view->cp);
}

static inline bool gm_one_of(const gm_view *view, size_t at, const char *set) {
  return at < view->count && gm_in_literal(view, view->cp[at], set);
}

static inline bool gm_one_before(const gm_view *view, size_t at, const char *set) {
  return at && gm_in_literal(view, view->cp[at - 1], set);
}

#endif
