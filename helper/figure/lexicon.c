#include "figure/scan.h"

#define NONE     GM_APPROX_NONE
#define NEAR     GM_APPROX_NEAR
#define OVER     GM_APPROX_OVER
#define ABOUT    GM_APPROX_ABOUT
#define LEAST    GM_APPROX_LEAST
#define MOST     GM_APPROX_MOST
#define STOP     GM_WORD_STOP
#define VERB     GM_WORD_VERB
#define LINK     GM_WORD_LINK
#define TOTAL    GM_WORD_TOTAL
#define TO       GM_WORD_TO
#define FROM     GM_WORD_FROM
#define UP       GM_WORD_UP
#define DOWN     GM_WORD_DOWN
#define SHARE    GM_WORD_SHARE
#define EACH     GM_WORD_EACH
#define COMPARED GM_WORD_COMPARED
#define OF_WHICH GM_WORD_OF_WHICH
#define LIST     GM_WORD_LIST
#define ADVERB   (GM_WORD_STOP | GM_WORD_ADVERB)
#define TIME     GM_WORD_TIME

/* The written form, what it does, and the approximator it is. */
static const gm_word words[] = {
#define WORD(text, flags, approx) {u##text, flags, approx},
#include "figure/lexicon.inc"
#undef WORD
};

const gm_word *gm_word_longest(const gm_first_rows *rows, const uint32_t *c, size_t *length) {
  const gm_word *word = words + rows->from, *end = words + rows->to, *best = NULL;
  *length = 0;
  if (rows->alone) {
    best = word++;
    *length = 1;
    if (!gm_goes_on_with(rows, c[1])) return best;
  }
  while (word < end && word->text[1] < c[1]) word++; /* in order of the second character */
  for (; word < end && word->text[1] == c[1]; word++) {
    size_t n = 2;
    while (n < GM_WORD_LONGEST && word->text[n] && word->text[n] == c[n]) n++;
    if ((n < GM_WORD_LONGEST && word->text[n]) || n <= *length) continue;
    best = word;
    *length = n;
  }
  return best;
}
