/* AR-01 of a body told by what it is formed of: 由12名队员、5名教练和2名领队组成的帆船队…，全队19人. */
#include "check/families.h"
#include "check/sum.h"

#define WHOLE_BODY                                                                                                                                                \
  "全队 全团 全组 全班 全员 全体成员 一行 一行共 全队共 全团共 全组共 全班共 全队共有 全团共有 全组共有 全队总共 " \
  "队员共 "                                                                                                                                                    \
  "团员共 成员共 组员共"

void gm_check_formed_body(gm_line_check *check, size_t by) {
  const gm_view *view = check->view;
  if (!gm_one_of(view, by, "由")) {
    gm_check_quarters(check, by);
    return;
  }
  if (check->figures->count < 3 || !gm_word_list_may_hold(view, "组成的 构成的")) return;
  size_t made = gm_find_word(view, by, view->count, "组成的 构成的");
  if (made == SIZE_MAX || gm_find_mark(view, by, made, "，；：。") != SIZE_MAX) return;
  const gm_links *links = gm_links_of(check);
  gm_parts parts = {.count = 0};
  unsigned k = 0;
  while (k < links->count && links->items[k].from <= by) k++;
  for (unsigned first = k; k < links->count && links->items[k].from < made; k++) {
    const gm_mention *m = &links->items[k];
    bool row = k == first ? m->label <= by + 1 : gm_find_word(view, m[-1].to, m->from, "、 和 与 及") != SIZE_MAX;
    if (!row || !gm_is_part(m->figure) || !gm_is_exact(m->figure) || parts.count == GM_PARTS_MAX ||
        !gm_comparable(m->figure, links->items[first].figure))
      return;
    parts.at[parts.count++] = k;
  }
  if (parts.count < 2 || gm_find_word(view, links->items[k - 1].to, made, "、 和 与 及 等 若干") != SIZE_MAX) return;
  for (; k < links->count && gm_same_sentence(&links->items[k], &links->items[parts.at[0]]); k++) {
    const gm_mention *m = &links->items[k];
    if (!gm_comparable(m->figure, links->items[parts.at[0]].figure)) continue;
    if (gm_words_before(view, m->from, WHOLE_BODY) && gm_is_plain(m->figure) && !gm_is_told(check, m) &&
        gm_find_mark(view, made, m->from, "；") == SIZE_MAX)
      gm_try_sum(check, links, k, &parts, GM_PARTS_LISTED);
    return;
  }
}
