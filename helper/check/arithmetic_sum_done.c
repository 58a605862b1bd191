/* AR-01: a total right behind a row of things that were done, some of which were added:
 * 新建食堂4处，改造中心3处，增设租赁点5处，合计12处. */
#include "check/sum.h"

#define ADDS                                                                                                                                                  \
  "新建 新增 新设 增设 增建 增开 增配 增补 添置 添设 新添 新开 新购 新装 新植 新栽 新招 新聘 新办 新发展 新培育 " \
  "新引进 "                                                                                                                                                \
  "新修 新铺 新布设"
#define CLOSES  "合计 共计 总计 一共 总共 共 两项合计 三项合计 四项合计 以上合计"
#define LOOSENS "其中 等 比 较 原有 现有 已有 结转 上年 去年 累计 含 重复 重合 另 还 同时 主要 扣除 减去"
/* What falls away again. */
#define FALLS                                                                                                                                                  \
  "拆除 撤销 注销 报废 淘汰 关停 撤并 核减 退出 取消 移除 剔除 调出 退休 毕业 出栏 死亡 收回 归还 偿还 转出 迁出 " \
  "流出 离职 辞职 减少"
#define NAME_CHARS  14u /* of what was done, and to what: 增设康复辅具租赁点 */
#define THING_LEAST 2u  /* 增加4处 may be a difference: what was added is named */

/* 增设租赁点5处: a verb of adding, and what was added between it and the number. */
static bool adds_thing(const gm_links *links, const gm_mention *m) {
  if (m->figure->roles & GM_ROLE_DOWN) return false;
  size_t at = gm_find_word(links->view, m->label, m->from, ADDS);
  if (at == SIZE_MAX) return false;
  at += gm_words_at(links->view, at, ADDS);
  return at + THING_LEAST <= m->from && gm_find_mark(links->view, at, m->from, "，、；：") == SIZE_MAX;
}

void gm_check_done_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t word = gm_words_at(view, whole->clause, CLOSES);
  if (!word || whole->clause + word != whole->from || !gm_is_plain(whole->figure) || !gm_is_exact(whole->figure))
    return;
  gm_parts p = {.count = 0, .closed = true};
  bool added = false;
  size_t next = whole->clause;
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, whole) || m->to + 1u != next || !gm_one_of(view, m->to, "，、") ||
        !gm_comparable(m->figure, whole->figure))
      break;
    bool adds = adds_thing(links, m);
    if (!gm_is_exact(m->figure) || !(adds || gm_is_part(m->figure)) || m->from - m->label > NAME_CHARS ||
        m->from < m->label + THING_LEAST)
      return;
    added = added || (adds && gm_is_delta(m->figure));
    next = m->label;
    gm_parts_prepend(&p, i);
  }
  if (!added || p.count < 2 || gm_find_word(view, next, whole->clause, LOOSENS " " FALLS) != SIZE_MAX) return;
  gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
}
