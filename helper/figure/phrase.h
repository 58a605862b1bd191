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
  uint16_t flags; /* those of all its words */
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

/* noun_behind.c: what stands behind the figure. Each sets r->noun when it finds one. */

/* The noun right behind the unit. */
void gm_noun_behind(const gm_view *view, gm_reading *r);

/* The noun behind words that modify it: 32项可落实的具体任务. */
bool gm_noun_further(const gm_view *view, gm_reading *r);

/* Does an adverb behind the unit begin a clause that modifies the noun: 2个尚未完工的项目? */
bool gm_noun_has_adverb(const gm_view *view, const gm_reading *r);

/* The verb at `i` with its object; `done` asks for the object alone of what was done (参加了分享会). */
void gm_noun_verb(const gm_view *view, gm_reading *r, size_t i, bool done);

/* What happens at a time of day, where nothing else is said: 6:40起床、 */
void gm_noun_at_time(const gm_view *view, gm_reading *r);

/* What happens on a date: the verb behind it with its object. */
void gm_noun_event(const gm_view *view, gm_reading *r);

/* Where a noun behind the figure may begin: 的, a bound, an opening quote skipped. */
size_t gm_noun_start(const gm_view *view, const gm_reading *r);

/* The end of the noun that begins at `i`: `lists` lets it take 、 and 和, `leading` lets its first word be a verb. */
size_t gm_noun_end(const gm_view *view, size_t i, bool lists, bool leading);

/* Trims what has no weight at both ends of [*from, *to); empties it when it holds neither Han nor an abbreviation. */
void gm_noun_trim(const gm_view *view, size_t *from, size_t *to);

/* Finds the noun of the figure; `before` are the words before it. Roles must be set. */
void gm_noun_find(gm_scan *scan, gm_reading *r, const gm_phrase *before);

#endif
