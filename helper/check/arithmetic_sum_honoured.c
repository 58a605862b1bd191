/* AR-01 of a row and of how many there are, with what they did or got behind the number:
 * 一等奖2名、二等奖5名、三等奖12名，共有19人获奖. */
#include "check/families.h"
#include "check/sum.h"

#define NAME_CHARS  10u /* of a part */
#define FIRST_CHARS 18u /* of the first, which may tell of what: 大赛设一等奖 */
#define TOGETHER    "共 共有 总共 总共有 一共 一共有 共计 共计有 合计 合计有 总计 总计有 前后共有"
#define DID                                                                                                                                                              \
  "获奖 得奖 入选 入围 参加 参赛 参演 参展 参会 参训 参评 获得表彰 获表彰 受表彰 受到表彰 受表扬 中奖 上榜 晋级 到会 "    \
  "出席 报名 登台 选手获奖 同学获奖 学生获奖 职工获奖 教师获奖 队员参加 队员参赛 选手参加 选手参赛 代表参加 代表出席 " \
  "代表参会 作品获奖 作品入选 项目获奖 个项目获奖 学员参训"
#define OPEN "等 其中 另 另外 此外 主要 部分 包括 不含 含 兼 重复 空缺 并列 约 比 较"

/* Is mention `index` a part of the row, with its name right before it or right behind? */
static bool is_part_of_row(const gm_links *links, unsigned index, const gm_mention *whole, bool first) {
  const gm_mention *m = &links->items[index];
  return gm_is_part(m->figure) && gm_is_exact(m->figure) && !m->figure->value.scale &&
         gm_comparable(m->figure, whole->figure) && m->from > m->label &&
         m->from - m->label <= (first ? FIRST_CHARS : NAME_CHARS);
}

/* Are the parts prizes, all of them: a thing may get but one of these? */
static bool are_prizes(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++)
    if (!gm_one_before(links->view, links->items[p->at[i]].from, "奖牌")) return false;
  return true;
}

void gm_check_honoured_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (total < 2 || !gm_is_exact(whole->figure) || whole->figure->value.scale || whole->from - whole->clause > 5u ||
      whole->clause != whole[-1].to + 1u || gm_words_at(view, whole->clause, TOGETHER) != whole->from - whole->clause ||
      !gm_words_at(view, whole->to, DID) || !gm_is_countable(whole->figure) || gm_is_told(check, whole))
    return;
  gm_parts p = {.count = 0, .closed = true};
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole) && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (p.count && (m->to + 1u != links->items[p.at[0]].label || !gm_one_of(view, m->to, "、，和及与"))) {
      if (gm_is_amount(m->figure) && gm_comparable(m->figure, whole->figure)) return; /* 42人参赛，评出… */
      break;
    }
    if (!is_part_of_row(links, i, whole, !i || links->items[i - 1].from < m->clause)) return;
    gm_parts_prepend(&p, i);
  }
  if (p.count < 2 || (p.count == 2 && !are_prizes(links, &p))) return;
  size_t from = links->items[p.at[0]].label;
  for (size_t at = from; (at = gm_find_word(view, at, whole->clause, OPEN)) != SIZE_MAX; at++)
    if (!gm_words_at(view, at, "等奖 等级 等功 等品")) return;
  if (gm_parts_overlap(links, &p) && !are_prizes(links, &p)) return;
  gm_try_certain_sum(check, links, total, &p);
}
