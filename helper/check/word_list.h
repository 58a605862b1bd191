/* Lists of words, as the rules write them (UTF-8, parted by single spaces), made ready for looking up.
 *
 * The lists are literals: each is made ready on first use and found by its address. They are of the rule set or
 * of a thread's reader, and lent to the view that rules look at; with any other each call makes its list anew. */
#ifndef GM_CHECK_WORD_LIST_H
#define GM_CHECK_WORD_LIST_H

#include "text/view.h"

typedef struct gm_word_lists gm_word_lists;

/* Empty; free with gm_word_lists_free. */
gm_word_lists *gm_word_lists_new(void);
void gm_word_lists_free(gm_word_lists *lists);

/* What follows is of another line: what was learned of the last one is forgotten. */
void gm_word_lists_turn(gm_word_lists *lists);

/* Characters of the longest word of the list that begins at `at`, that ends just before `at`; 0 when none does. */
size_t gm_word_list_at(const gm_view *view, size_t at, const char *words);
size_t gm_word_list_before(const gm_view *view, size_t at, const char *words);

/* Characters of the longest word of the list that `count` folded characters begin with. */
size_t gm_word_list_in(gm_word_lists *lists, const uint32_t *text, size_t count, const char *words);
/* The first of them at which one begins, SIZE_MAX when there is none. */
size_t gm_word_list_first(gm_word_lists *lists, const uint32_t *text, size_t count, const char *words);

/* The first place in [from, to) at which the longest word that begins there ends at `to` or before; SIZE_MAX when there
 * is none. Rules ask for the same words in stretches of a line that overlap, so what was read is remembered. */
size_t gm_word_list_find(const gm_view *view, size_t from, size_t to, const char *words);

/* False when the line for certain has no word of the list: most lines lack most lists, and are asked but once. */
bool gm_word_list_may_hold(const gm_view *view, const char *words);

/* Is the character one of those of the list? */
bool gm_word_list_holds(const gm_view *view, uint32_t character, const char *words);

#endif
