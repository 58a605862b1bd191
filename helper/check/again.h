/* Whether a figure speaks of one that was told before, as of one known: 这1680亩油茶, 在上半年5.72亿元的基础上,
 * 1187件结案中. For candidate pairs only: it reads the text again. */
#ifndef GM_CHECK_AGAIN_H
#define GM_CHECK_AGAIN_H

#include "check/measure.h"

/* Does `second`, of the same unit, point back to `first`, which stands before it and has another value? Nothing there
 * says another period, place or subject. `surely`: only by 这, 上述 or 的基础上. */
bool gm_speaks_again(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                     gm_measure *y, bool surely);

/* False when the figure, by the character before it and the one behind, points back with no 这, 上述 or 的基础上. */
bool gm_may_point(gm_text line, const gm_figure *figure);

/* 其中出口112.4亿元…。从贸易方向看，上半年出口121.4亿元: do both clauses, of one line, say the same of the same period,
 * and does nothing before the second one in its sentence name another subject? */
bool gm_same_clause(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                    gm_measure *y);

/* 吸引2000余人参加。据统计，参加活动的有1860人: is the exact figure, told soon behind the rough one, that of a count of
 * the same? */
bool gm_counted_again(const gm_draft_check *check, const gm_twin *rough, gm_measure *x, const gm_twin *exact,
                      gm_measure *y);

/* cross_all_of.c. 共筹得善款60余万元 …… 善款53.8万元已全部转入: is the second said to be all of what the first tells,
 * by its name? */
bool gm_is_all_of(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                  gm_measure *y);

/* again_owned.c. 集中安置2463人 … 集中安置的2643名群众: is the second, in another sentence and with two digits turned
 * round, told as known by the same words, or as of the same counted ones (86家企业的授信总额)? */
bool gm_owned_again(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                    gm_measure *y);

/* 与86家科技型企业…，授信总额4.85亿元 … 68家文旅企业的授信总额4.58亿元: are they of different ones that both count? */
bool gm_of_two_owners(const gm_draft_check *check, const gm_twin *first, const gm_twin *second);

/* Is the difference of the two told by a figure of their unit near them: 1263件, 撤回27件, 这1236件? That may stand in
 * any line between, so that no judge of twins may ask. */
bool gm_difference_told(const gm_draft_check *check, const gm_twin *first, const gm_twin *second);

#endif
