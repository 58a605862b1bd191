/* What the rules of marks share: the items of a list in running text (一是, 第一, 其一, 首先), pairs of marks, edits of
 * one line. The outline knows the runs of items; a rule of one line needs the neighbours only. */
#ifndef GM_CHECK_PUNCTUATION_H
#define GM_CHECK_PUNCTUATION_H

#include "check/words.h"

typedef enum gm_item_form {
  GM_ITEM_NONE,
  GM_ITEM_IS,      /* 一是 */
  GM_ITEM_MUST,    /* 一要 */
  GM_ITEM_ORDINAL, /* 第一 */
  GM_ITEM_OF_THEM, /* 其一 */
  GM_ITEM_FIRST    /* 首先 1, 其次 2, 再次 3, 最后 GM_ITEM_LAST */
} gm_item_form;

#define GM_ITEM_LAST 100 /* number of 最后; no list of items is so long */

typedef struct gm_item {
  size_t at, end; /* clean characters of 一是, 第一, 首先 */
  int32_t number;
  gm_item_form form;
} gm_item;

/* The item that opens a clause at `at`; form GM_ITEM_NONE when there is none. 第一 and 其一 need ， 、 ： 是 or .
 * behind them, or they are no items (第一届). */
gm_item gm_item_at(const gm_view *view, size_t at);

/* The item before `end` that precedes `next` in its list: of its form, numbered one less, at most GM_REACH_CHARS back.
 */
gm_item gm_item_before(const gm_view *view, size_t end, const gm_item *next);

/* Where the text of the line begins: blanks and the signs of Markdown (# * > -) are passed over. */
size_t gm_text_start(const gm_view *view);

/* The first character at or after `at` that is no blank. */
size_t gm_skip_blanks(const gm_view *view, size_t at);

/* Does the line's text begin at `at`, or a sentence or a part of one: behind 。 ！ ？ ； ： and blanks? */
bool gm_item_place(const gm_view *view, size_t at);

/* 。 or another stop that ends a sentence of the text itself, not one of a quotation, a title or a note. */
bool gm_plain_stop(const gm_view *view, size_t at);

/* Where the pair of quotes or title marks that is closed at `at` opens, and where that opened at `at` closes; SIZE_MAX
 * when no such mark stands within GM_REACH_CHARS. */
size_t gm_opened_at(const gm_view *view, size_t at);
size_t gm_closed_at(const gm_view *view, size_t at);
/* The opening mark of ” ’ 》; 0 for any other character. */
uint32_t gm_opening_of(uint32_t closing);

/* Adds to the last finding's fix: clean characters [from, to) become `text`. */
void gm_replace_line(gm_line_check *check, size_t from, size_t to, gm_text text);

#endif
