/* The list that stands last before what is said of it, without the totals that are told in a row with it. */
#include "check/ranked.h"

#define BACK_MAX 12u /* figures between the list and what is said of it: totals, shares */

/* Is it said, or does it show, that the value is that of all the others together? */
static bool is_whole(const gm_view *view, const gm_ranked *list, unsigned at) {
  if (gm_find_word(view, list->name[at].from, list->name[at].to, GM_TOTALS) != SIZE_MAX) return true;
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  for (unsigned k = 0; k < list->count; k++)
    if (k != at && gm_find_word(view, list->name[k].from, list->name[k].to, "合计 总 共") == SIZE_MAX &&
        !gm_interval_add(&sum, list->value[k]->figure->interval))
      return true;
  return gm_interval_meet(sum, list->value[at]->figure->interval);
}

static void drop(gm_ranked *list, unsigned at) {
  list->count--;
  memmove(list->name + at, list->name + at + 1, (list->count - at) * sizeof *list->name);
  memmove(list->value + at, list->value + at + 1, (list->count - at) * sizeof *list->value);
}

bool gm_rank_last(const gm_links *links, size_t before, gm_ranked *list) {
  const gm_view *view = links->view;
  unsigned k = links->count;
  while (k && links->items[k - 1].to > before) k--;
  for (unsigned back = 0; k && back < BACK_MAX; k--, back++) {
    const gm_mention *m = &links->items[k - 1];
    gm_range label = gm_label_of(links, m);
    if (gm_may_name(m->figure) || !gm_length(label) || gm_is_aside(links, m) || !gm_is_exact(m->figure)) continue;
    *list = (gm_ranked){.count = 1};
    list->name[0] = label;
    list->value[0] = m;
    gm_rank_beside(links, k - 1, (gm_range){0, 0}, before, true, list);
    if (list->count < GM_RANKED_LEAST) continue;
    list->from = list->name[0].from;
    list->to = m->to;
    for (unsigned i = list->count; i-- > 0;)
      if (is_whole(view, list, i)) drop(list, i);
    return list->count >= GM_RANKED_LEAST;
  }
  return false;
}
