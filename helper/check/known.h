/* Whether a figure is told as one that the draft has told, by words that leave no doubt of it. */
#ifndef GM_CHECK_KNOWN_H
#define GM_CHECK_KNOWN_H

#include "check/measure.h"

/* Must `second`, of the same unit and head of its noun, be `first`, which stands before it and has another value? For
 * the pairs whose values alone say too little: two digits the other way round (37个, 73个), rounded numbers, last
 * year's value told as this year's. */
bool gm_told_as_known(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                      gm_measure *y);

/* 在2024年1.38万吨的基础上: does the figure tell what a year came to, even where plans are told? */
bool gm_is_yearly_basis(const gm_draft_check *check, const gm_twin *m);

/* known_reflected.c: does a closing thought hold the figure up as the draft's own: 53800件诉求背后是…? */
bool gm_is_reflected(const gm_draft_check *check, const gm_twin *m);
/* Is it the `first` one, of the same noun, by a slip of a digit? */
bool gm_is_reflection_of(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                         gm_measure *y);
/* False for such a figure whose value another of the draft has; that may stand in any line, so that no judge of twins
 * may ask. */
bool gm_may_be_reflected(const gm_draft_check *check, const gm_twin *m);

/* cross_narrower.c. 受理消费投诉线索753件 …… 受理的投诉线索735件: is what some are called by told of more than what all
 * of them are? */
bool gm_is_narrower_more(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                         gm_measure *y);

#endif
