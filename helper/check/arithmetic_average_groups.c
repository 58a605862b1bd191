/* AR-05: the number of those that a mean is of, told in the sentences before it, with the groups they fall into. */
#include "check/product.h"

#define GROUPS_MAX 16u /* that are told before an average */

/* The greatest of the groups, read backwards, when each of the others is it again or, with those beside it, makes it:
 * 480名毕业生里有156名优秀、228名良好、96名合格. NULL when one is told that is neither. */
static const gm_mention *whole_of_groups(const gm_mention *const *groups, unsigned count) {
  const gm_mention *whole = NULL;
  gm_decimal sum = {0, 0};
  for (unsigned i = 0; i < count; i++)
    if (!whole || gm_decimal_compare(groups[i]->figure->value, whole->figure->value) >= 0) whole = groups[i];
  for (unsigned i = 0; i < count; i++) {
    if (!gm_decimal_compare(groups[i]->figure->value, whole->figure->value)) {
      if (sum.digits) return NULL;
      continue;
    }
    if (!gm_decimal_add(sum, groups[i]->figure->value, &sum)) return NULL;
    if (!gm_decimal_compare(sum, whole->figure->value)) sum = (gm_decimal){0, 0};
  }
  return sum.digits ? NULL : whole;
}

const gm_mention *gm_number_told_before(const gm_links *links, unsigned index, size_t thing, size_t length) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *groups[GROUPS_MAX];
  unsigned count = 0;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (gm_same_sentence(m, average) || !gm_is_amount(m->figure) || !gm_counts_thing(view, m, thing, length)) continue;
    if (m->figure->roles & GM_ROLE_OF_WHICH) continue;
    /* 参加课后服务的学生1396人: some of those whom the average is of */
    if (count == GROUPS_MAX || gm_find_word(view, m->clause, m->from, "的") != SIZE_MAX) return NULL;
    groups[count++] = m;
  }
  return whole_of_groups(groups, count);
}
