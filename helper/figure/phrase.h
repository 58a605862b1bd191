/* Inside figure/: the words before a number, and the noun that it counts. */
#ifndef GM_FIGURE_PHRASE_H
#define GM_FIGURE_PHRASE_H

#include "figure/scan.h"

#define GM_PHRASE_REACH 40 /* characters looked at before a number: a clause's noun, verb and adverb fit in it */
#define GM_PHRASE_AHEAD 24 /* characters looked at behind a figure */

/* A stretch of the words before a number: a word of the lexicon, or what lies between two (word = NULL). */
typedef struct gm_piece {
  const gm_word *word;
  size_t from, to;
} gm_piece;

typedef struct gm_phrase {
  gm_piece items[GM_PHRASE_REACH + 1];
  size_t count;
} gm_phrase;

/* Cuts characters [from, to), at most GM_PHRASE_REACH, into words and what is between them; a mark is a boundary (an
 * empty plain piece). */
void gm_phrase_cut(const gm_view *view, size_t from, size_t to, gm_phrase *out);

/* The words of the clause before `at`, back to the figure before. */
void gm_phrase_before(const gm_scan *scan, size_t at, gm_phrase *out);

/* 近 超 增 减 … by themselves say something only right before the number; elsewhere they are part of a word. */
bool gm_only_at_number(const gm_word *word, size_t length);

/* Does the word that ends at `end` only modify what follows: 开放式, 研究型? */
bool gm_modifies(const gm_view *view, const gm_word *word, size_t end);

/* Of the folded characters [from, to); 0 when there are none. */
uint32_t gm_phrase_hash(const gm_view *view, size_t from, size_t to);

/* Finds the noun of the figure; `before` are the words before it. Roles must be set. */
void gm_noun_find(gm_scan *scan, gm_reading *r, const gm_phrase *before);

#endif
