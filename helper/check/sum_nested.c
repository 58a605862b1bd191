/* Parts of which one holds the next, so that they divide nothing: 41个城市超过200万辆，24个城市超过300万辆; 写有字迹的有23000
 * 余枚，已被辨识的有19000枚; 可开发1.03亿千瓦，占全国的27.2%，已开发0.76亿千瓦，占全国的31.9%. And lists that …… leaves open. */
#include "check/sum.h"

#define BOUND_CHARS 8u /* between what is counted and its bound: 个城市超过 */
#define ABOVE       "超过 超 突破 达到 达 不低于 不少于 高于 大于 在"
#define OF_MORE     "占全国 占全省 占全市 占全县 占全区 占世界 占全球 占全行业 占同期全国 居全国 居世界"

/* The bound that a part is told to reach, in its own clause; NULL when it has none. */
static const gm_mention *bound_of(const gm_links *links, unsigned part) {
  const gm_mention *m = &links->items[part], *bound = m + 1;
  if (part + 1 >= links->count || bound->clause != m->clause || bound->from - m->to > BOUND_CHARS ||
      !(gm_words_at(links->view, bound->from, ABOVE) || gm_words_before(links->view, bound->from, ABOVE)) ||
      gm_comparable(bound->figure, m->figure))
    return NULL;
  return bound;
}

static bool has_bounds(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 1; i < p->count; i++) {
    const gm_mention *a = bound_of(links, p->at[i - 1]), *b = bound_of(links, p->at[i]);
    if (!a || !b || !gm_comparable(a->figure, b->figure) || gm_words_at(links->view, b->to, "以下 以内")) return false;
  }
  return true;
}

/* Is each part told as a share of a whole that is more than theirs? */
static bool are_shares_of_more(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]], *share = m + 1;
    if (p->at[i] + 1 >= links->count || share->figure->kind != GM_FIGURE_PERCENT || share->clause != m->to + 1u ||
        !gm_words_at(links->view, share->clause, OF_MORE))
      return false;
  }
  return true;
}

/* 已被辨识的有19000枚: some of those told right before, of which it says how far they are. */
static bool goes_on_from(const gm_view *view, const gm_mention *before, const gm_mention *m) {
  return m->clause == before->to + 1u && gm_words_at(view, m->clause, "已被 经") &&
         gm_words_before(view, m->from, "的有 的 的共") && gm_words_before(view, before->from, "的有 的 的共");
}

bool gm_parts_nested(const gm_links *links, const gm_parts *p) {
  const gm_mention *last = &links->items[p->at[p->count - 1]];
  if (gm_words_at(links->view, last->to, "…… …") || has_bounds(links, p) || are_shares_of_more(links, p)) return true;
  for (unsigned i = 1; i < p->count; i++)
    if (goes_on_from(links->view, &links->items[p->at[i - 1]], &links->items[p->at[i]])) return true;
  return false;
}
