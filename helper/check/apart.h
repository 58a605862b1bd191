/* What two figures that look like one measure are of by where they stand: rows, items, sections, sentences of their
 * own.
 */
#ifndef GM_CHECK_APART_H
#define GM_CHECK_APART_H

#include "check/twins.h"

/* Do they stand in two rows, each of a thing of its own by the label before its ：? With `sentence`, 城东分局。全年…
 * opens a row as well. */
bool gm_of_two_rows(const gm_draft_check *check, const gm_twin *a, const gm_twin *b, bool sentence);

/* Figures of different items of a deeper level (（一）东村…（二）西村…) are those of different things. */
bool gm_parallel_items(const gm_draft_check *check, const gm_twin *a, const gm_twin *b);

/* Are the two of different things? With `sure`, that the values differ by a slip, the outline is not asked. */
bool gm_of_two_things(const gm_draft_check *check, const gm_twin *a, const gm_twin *b, bool sure);

/* Of figures of which one is rough: are they of now and before, of the whole and a part of it, by the words of their
 * sentences? */
bool gm_apart_by_words(const gm_draft_check *check, const gm_twin *a, const gm_twin *b);

#endif
