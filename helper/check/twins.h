/* Figures of a draft that have the same digits in some order, or the same unit and noun, brought together. A group
 * whose members are those of the join before keeps its verdict, so that a join judges few of them. */
#ifndef GM_CHECK_TWINS_H
#define GM_CHECK_TWINS_H

#include "check/facts.h"
#include "check/rule.h"

/* More figures alike are a table's: such a group is not judged. */
#define GM_TWINS_MAX 16

typedef struct gm_twin {
  const gm_figure *figure;
  uint32_t line, index; /* of the figure in its line */
} gm_twin;

#define GM_TWINS_NEAR 12u /* lines: a judge may ask which members stand so near each other */

/* Where the k-th member contradicts an earlier one, wrong_of[k] gets the number of that one and 1. Depends on the lines
 * of the members alone, on which of them is the title's, and on how many lines apart those are that are near. */
typedef void gm_twins_judge(const gm_draft_check *check, const gm_twin *members, unsigned count, uint32_t title,
                            uint8_t wrong_of[GM_TWINS_MAX]);
typedef void gm_twins_report(gm_draft_check *check, const gm_twin *first, const gm_twin *second);

/* Can the figure be told otherwise elsewhere: exact, of a unit, no change, threshold, average or name? */
bool gm_can_conflict(const gm_figure *figure);

typedef struct gm_twins gm_twins;

gm_twins *gm_twins_new(void);
void gm_twins_free(gm_twins *twins);

/* Brings the figures of the draft's lines that are kept together, each group in the order of the text. `title` is the
 * title's line, UINT32_MAX when there is none. Different ways may be gathered at the same time. */
void gm_twins_gather(gm_twins *twins, const gm_draft_check *check, gm_twins_by by, uint32_t title);

/* Into how many shares the groups gathered fall, and judging one of them. Different shares may be judged at the same
 * time. */
size_t gm_twins_shares(const gm_twins *twins, gm_twins_by by);
void gm_twins_judge_share(gm_twins *twins, const gm_draft_check *check, gm_twins_by by, size_t share, uint32_t title,
                          gm_twins_judge *judge);

/* Calls `report` for what was judged wrong. */
void gm_twins_each(gm_twins *twins, gm_draft_check *check, gm_twins_by by, gm_twins_report *report);

#endif
