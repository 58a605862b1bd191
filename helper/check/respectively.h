/* 甲、乙分别为1、2: the terms before 分别, which must be as many as those behind it. */
#ifndef GM_CHECK_RESPECTIVELY_H
#define GM_CHECK_RESPECTIVELY_H

#include "check/link.h"

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

#endif
