/* PCT-07: how many times more one amount is than another told right before it: 2019年42家，如今126家，比2019年多两倍;
 * 达两 万人，而平日只有一万人，比平日多出一倍. */
#include "check/change.h"
#include "check/families.h"

#define MORE      "多 多出 多了 高出 高了 增 增了 增长 增长了 增加 增加了 扩大 扩大了 提高 提高了 上升 上升了"
#define THEN      "原来 过去 以前 之前 去年 上年 前年 最初 当初 起初 年初 会前 赛前 活动前 改革前 改造前 平日 平时 往年 初期 那年 当时 起步 之初 伊始 成立时"
#define NOW       "如今 目前 现在 今年 会后 之后 眼下 现 年底 年末 后 达到 增至 增加到 发展到"
#define RIVAL_MAX 2u /* amounts of the kind in the sentence */

/* The words behind 比 in the clause of the multiple, up to its verb: [*from, to). False when there are none. */
static bool compared_with(const gm_view *view, size_t clause, size_t to, size_t *from) {
  size_t than = gm_find_word(view, clause, to, "比 较");
  if (than == SIZE_MAX || than + 3 > to) return false;
  *from = than + 1;
  return true;
}

/* Do two characters in a row, or a year, of [from, to) stand in the clause of the amount? */
static bool tells_of(const gm_view *view, const gm_mention *m, size_t from, size_t to) {
  return gm_share_pair(view, from, to, m->clause, m->from) ||
         gm_find_run(view, m->clause, m->from, from, to - from) != SIZE_MAX;
}

void gm_check_multiple_pair(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *pair[RIVAL_MAX];
  unsigned count = 0;
  size_t verb = m->from - gm_words_before(view, m->from, MORE), than;
  if (verb == m->from || !gm_is_exact(m->figure) || gm_one_of(view, m->to, "多以左半") || gm_is_told(check, m)) return;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], m);) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) && f->kind != GM_FIGURE_RANGE) continue;
    if (count == RIVAL_MAX || gm_is_delta(f) || !f->unit || (count && !gm_comparable(f, pair[0]->figure))) return;
    pair[count++] = &links->items[i];
  }
  if (count < RIVAL_MAX || gm_find_mark(view, pair[0]->to, m->from, "，；：。") + 1 != m->clause) return;
  const gm_mention *before = NULL, *first = pair[1], *second = pair[0];
  if (first->clause == second->clause) return; /* 由300户到600户 */
  bool compared = compared_with(view, m->clause, verb, &than);
  size_t subject = compared ? than - 1 : verb; /* 从业人员比2019年多四倍: of something else */
  size_t length = subject - m->clause;
  if (length > 1 && gm_find_run(view, first->clause, first->from, m->clause, length) == SIZE_MAX &&
      gm_find_run(view, second->clause, second->from, m->clause, length) == SIZE_MAX)
    return;
  if (compared) {
    bool of_first = tells_of(view, first, than, verb), of_second = tells_of(view, second, than, verb);
    before = of_first == of_second ? NULL : of_first ? first : second;
    if (!before && !gm_words_at(view, than, THEN)) return;
  }
  size_t start = gm_sentence_start(view, first->from); /* 三年前，村里只有40家 */
  if (!before && gm_find_word(view, start, first->from, THEN " 年前") != SIZE_MAX &&
      gm_find_word(view, second->clause, second->from, NOW) != SIZE_MAX)
    before = first;
  if (!before) return;
  gm_change change = {before, before == first ? second : first};
  if (before->figure->value.digits > 0 && gm_change_rose(change)) gm_judge_multiple(check, links, change, m, verb);
}
