/* Values that are told in a row, so that a change behind them need not be of the nearest. */
#include "check/change.h"

/* Is the clean character `at` in one of the mentions from `m` on and before `end`? */
static bool is_read(const gm_mention *m, const gm_mention *end, size_t at) {
  while (m < end && m->to <= at) m++;
  return m < end && m->from <= at;
}

bool gm_others_beside(const gm_links *links, const gm_mention *value, const gm_mention *d) {
  const gm_view *view = links->view;
  const gm_mention *next = value + 1;
  size_t verb;
  if (next < d && gm_one_of(view, value->to, "、") && next->clause == value->clause && !gm_is_delta(next->figure) &&
      !gm_change_verb(view, next->from, &verb))
    return true;
  for (size_t i = value->to; i < d->clause; i++) /* a number that is no figure: 0.86, 13.98/10万 */
    if (view->cls[i] & GM_DIGIT && !is_read(next, d, i)) return true;
  return false;
}

#define NOW "今年 本年 当年 现 目前 如今 本期 本月 本季"

bool gm_told_side_by_side(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  return a->clause == b->clause && gm_find_mark(view, a->to, b->from, "、") != SIZE_MAX &&
         gm_find_word(view, a->to, b->from, NOW) == SIZE_MAX && !gm_words_at(view, a->to + 1u, "年");
}
