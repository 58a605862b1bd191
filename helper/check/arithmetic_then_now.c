/* AR-03 of what was once and is now: 过去绕行全程32公里，…；现在只有9公里，缩短23公里. Between the two values other
 * things may be told, of another unit. */
#include "check/change.h"

#define THEN "过去 原来 以前 从前 此前 原先 以往 早先 改造前 改革前 通车前 建成前 调整前 优化前"
#define NOW  "现在 如今 目前 今年 眼下 改造后 改革后 通车后 建成后 调整后 优化后 今天"

/* 每月3场: what one span has is no part of what another has. */
static bool is_of_each(const gm_view *view, const gm_mention *m) {
  return m->figure->roles & GM_ROLE_EACH || gm_find_word(view, m->clause, m->from, "每 均") != SIZE_MAX;
}

/* The one value of the sentence behind a word for then, before mention `now`; NULL when there are several values. */
static const gm_mention *value_then(const gm_links *links, const gm_mention *now) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  for (const gm_mention *m = now; m-- > links->items && gm_same_sentence(m, now);) {
    if (m->figure->kind == GM_FIGURE_YEAR || !gm_subtractable(view, m, now)) continue;
    if (found || gm_is_delta(m->figure)) return NULL;
    found = m;
  }
  if (!found) return NULL;
  size_t start = gm_sentence_start(view, found->from), then = gm_find_word(view, start, found->from, THEN);
  return then != SIZE_MAX && gm_find_mark(view, then, found->from, "；") == SIZE_MAX &&
                 gm_find_word(view, then, found->from, NOW) == SIZE_MAX
             ? found
             : NULL;
}

void gm_check_then_now(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 3 || !gm_word_list_may_hold(view, THEN) || !gm_word_list_may_hold(view, NOW)) return;
  for (unsigned i = 2; i < links->count; i++) {
    const gm_mention *delta = &links->items[i], *now = delta - 1, *then;
    size_t verb;
    if (!(gm_is_amount(delta->figure) || delta->figure->kind == GM_FIGURE_DURATION) || !gm_same_sentence(now, delta) ||
        delta->clause != now->to + 1u || !gm_one_of(view, now->to, "，") || !gm_subtractable(view, now, delta) ||
        gm_is_delta(now->figure) || is_of_each(view, now) || !gm_is_exact(now->figure) || !gm_is_exact(delta->figure) ||
        gm_find_word(view, delta->clause, delta->from, "比 较 同 每 平均 再 其中 到 至") != SIZE_MAX)
      continue;
    int way = gm_change_verb(view, delta->from, &verb);
    if (!way || gm_is_told(check, delta) || !(then = value_then(links, now)) || !gm_is_exact(then->figure) ||
        is_of_each(view, then) || gm_find_word(view, then->to, now->from, NOW) == SIZE_MAX)
      continue;
    gm_change change = {then, now};
    gm_decimal difference;
    if (gm_change_rose(change) != (way > 0) ||
        !gm_decimal_subtract(then->figure->value, now->figure->value, &difference))
      continue;
    if (difference.digits < 0) difference.digits = -difference.digits;
    if (gm_difference_fits(change, delta))
      gm_agree(check, then, now, delta);
    else if (!gm_is_far(difference, delta->figure->value))
      gm_report_difference(check, change, delta);
  }
}
