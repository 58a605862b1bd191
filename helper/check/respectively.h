/* 甲、乙分别为1、2: the terms before 分别, which must be as many as those behind it. */
#ifndef GM_CHECK_RESPECTIVELY_H
#define GM_CHECK_RESPECTIVELY_H

#include "check/link.h"
#include "check/rule.h"

#define GM_RESPECTIVE_MAX 16u /* values side by side */

typedef struct gm_terms {
  unsigned least, most;
  bool multiple;    /* several rows of so many may follow: 城乡居民收入 of two years */
  unsigned product; /* of two lists that may be glued: 甲校、乙校语文、数学 are four; 0 when they are not */
  unsigned clauses; /* items parted by ，, as they hold 、 and 和 themselves; 0 when there are none */
  size_t from, to;
} gm_terms;

/* Is `count` a reading of the terms that says how many they are? */
static inline bool gm_terms_fit(const gm_terms *terms, unsigned count) {
  return (count >= terms->least && count <= terms->most) || count == terms->product || count == terms->clauses;
}

/* Joints of [from, to): 和 与 及 以及 that part two terms. With `sure`, those alone that belong to no other word. */
unsigned gm_joints_of_terms(const gm_view *view, size_t from, size_t to, bool sure);

/* Has the line a figure whose number begins in [from, to)? */
bool gm_has_figure(const gm_links *links, size_t from, size_t to);

/* The subjects before 分别 at `to`, in its clause. False when they cannot be counted. In count_subjects.c. */
bool gm_subjects_before(const gm_view *view, const gm_links *links, size_t to, gm_terms *out);

/* The row of like values from mention `first` on; false when a comma leaves its end open. `mixed` lets units differ. */
bool gm_values_from(const gm_links *links, unsigned first, bool mixed, gm_terms *out);

/* Reports that `right` has another number of terms than `left`; `values`: that those are figures too. */
void gm_report_respectively(gm_line_check *check, const gm_terms *left, const gm_terms *right, bool values);

/* count_respectively_listed.c. Judges the values from mention `first` on as those of a measure, told at [from, at), of
 * things listed and counted in the clause before. False when they are none. */
bool gm_check_listed_measure(gm_line_check *check, const gm_links *links, unsigned first, size_t from, size_t at);

#endif
