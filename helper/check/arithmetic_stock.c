/* AR-03 of a stock: what there was at first, what came and what went of it, and what there is at last, told in a row:
 * 年初在册868人，年内新增52人、核减71人，年末在册849人. */
#include <string.h>

#include "check/change.h"

#define AT_FIRST                                                                                                                                                      \
  "年初 期初 上年结转 去年结转 上年遗留 上年末 上年底 去年底 去年末 学期初 月初 季初 上期末 上月末 上月底 原有 原存 " \
  "原来 原先"
#define AT_LAST  "年末 年底 期末 月末 月底 季末 现有 目前 现在 实有 现存 眼下 如今 当前"
#define YEAR_END "年末 年底"

#define FLOWS_MAX 5u /* that come or go between the two */

/* Where the words of an amount begin, with the year that may stand in them: 2024年末在册. */
static size_t words_from(const gm_links *links, const gm_mention *m) {
  bool year = m > links->items && m[-1].figure->kind == GM_FIGURE_YEAR && m[-1].from >= m->clause;
  return year ? m[-1].from : m->label;
}

static unsigned year_of(const gm_links *links, const gm_mention *m) {
  return words_from(links, m) < m->label ? m[-1].figure->date.year : 0;
}

bool gm_spans_a_time(const gm_links *links, const gm_mention *first, const gm_mention *last) {
  const gm_view *view = links->view;
  size_t from = words_from(links, first), to = words_from(links, last);
  if (gm_find_word(view, from, first->from, "计划 目标 预计 应有 应到") != SIZE_MAX ||
      gm_find_word(view, to, last->from, "计划 目标 预计 应有 应到 上年 去年 比 较 净 累计 其中") != SIZE_MAX)
    return false;
  unsigned year = year_of(links, first);
  if (year && gm_find_word(view, from, first->from, YEAR_END) != SIZE_MAX)
    return year_of(links, last) == year + 1 && gm_find_word(view, to, last->from, YEAR_END) != SIZE_MAX;
  return gm_find_word(view, from, first->from, AT_FIRST) != SIZE_MAX &&
         gm_find_word(view, to, last->from, AT_LAST) != SIZE_MAX;
}

#define NAMELESS                                                                                                                                                 \
  "剩余 结余 结转 未完成 尚未完成 未结 未办结 在办 还剩 仅剩 余下 尚余 "                                                             \
  "年末 年底 期末 月末 月底 季末 末 底 学 全 国 省 市 县 区 乡 镇 村 校 院 馆 公司 单位 我 本 该 其 共有 共 现有 "       \
  "实有 "                                                                                                                                                      \
  "现存 尚有 还有 仍有 有 拥有 目前 现在 眼下 如今 当前 在册 在保 在库 在岗 在校 在园 在编 持证 结存 库存 的 则 仍 " \
  "为 至 到 截至"
#define LINKING \
  "为 达 达到 有 共 共有 共计 总数 总数为 总数达 人数 人数为 户数 户数为 总量 总量为 数 数为 增至 减至 降至 升至"

/* Is no other thing counted at last than at first: 年末常住人口 of 年初流动人口? What names it, past 年末 and 在册,
 * must stand in the clause of the first. */
bool gm_same_stock(const gm_view *view, const gm_mention *first, const gm_mention *last) {
  size_t from = last->label, to = last->from, word;
  while (from < to && (word = gm_words_at(view, from, NAMELESS)) != 0) from += word;
  if (from < to) to -= gm_words_before(view, to, LINKING);
  if (gm_one_before(view, to, "上里内中")) return true; /* 架上, 库里 */
  if (to < from + 2) return true;
  return gm_find_run(view, first->clause, first->from, from, to - from) != SIZE_MAX;
}

/* What came and went right before mention `last`, in its order; *first gets the amount before them. 0 when anything
 * else is told there. */
static unsigned read_flows(const gm_links *links, const gm_mention *last, gm_flow flows[FLOWS_MAX],
                           const gm_mention **first) {
  const gm_view *view = links->view;
  unsigned count = 0;
  for (const gm_mention *m = last; m-- > links->items && gm_same_sentence(m, last);) {
    if (m->figure->kind == GM_FIGURE_YEAR || gm_find_word(view, m->label, m->from, "净 同比") != SIZE_MAX) continue;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, last->figure) ||
        m->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_OF_WHICH | GM_ROLE_TO))
      return 0;
    bool came = gm_find_word(view, m->label, m->from, GM_CAME) != SIZE_MAX,
         went = gm_find_word(view, m->label, m->from, GM_WENT) != SIZE_MAX;
    /* 年初未办结18件 */
    bool kept = count > 1 && !came && gm_find_word(view, m->label, m->from, AT_FIRST) != SIZE_MAX &&
                gm_find_word(view, m->label, m->from, "未 尚 待") != SIZE_MAX;
    if (came == went || kept) {
      *first = m;
      return came ? 0 : count;
    }
    if (count == FLOWS_MAX) return 0;
    flows[count++] = (gm_flow){m, went};
  }
  return 0;
}

#define OF_PEOPLE "出生 死亡 去世 迁入 迁出 流入 流出"
#define ALL_MOVES 4u /* births, deaths, who came and who left */

/* 出生1200人、死亡900人: not all that a population changes by. */
static bool are_some_moves(const gm_view *view, const gm_flow *flows, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    if (gm_find_word(view, flows[i].of->label, flows[i].of->from, OF_PEOPLE) == SIZE_MAX) return false;
  return count < ALL_MOVES;
}

void gm_report_flows(gm_line_check *check, const gm_mention *first, const gm_flow *flows, unsigned count,
                     const gm_mention *last, gm_decimal value) {
  const gm_view *view = check->view;
  gm_buffer terms = {0};
  gm_buffer_string(&terms, gm_quote_mention(view, first).text);
  for (unsigned i = count; i-- > 0;) {
    gm_buffer_string(&terms, flows[i].went ? "-" : "+");
    gm_buffer_string(&terms, gm_quote_mention(view, flows[i].of).text);
  }
  gm_report_mention(check, last);
  gm_say(check->out, check->language, "%.*s=%s，文中为%s", "%.*s = %s, the text says %s", (int)terms.count, terms.items,
         gm_quote_amount(value, last, view).text, gm_quote_mention(view, last).text);
  gm_offer_value(check, last, value);
  gm_relate_mention(check, first, "原有", "what there was");
  for (unsigned i = count; i-- > 0;)
    gm_relate_mention(check, flows[i].of, flows[i].went ? "减少" : "增加", flows[i].went ? "what went" : "what came");
  gm_array_free(&terms);
}

void gm_check_stock(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *last = &links->items[index], *first;
  gm_flow flows[FLOWS_MAX];
  if (gm_is_delta(last->figure) || gm_find_word(view, words_from(links, last), last->from, AT_LAST) == SIZE_MAX ||
      gm_is_told(check, last))
    return;
  unsigned count = read_flows(links, last, flows, &first);
  if (count < 2 || !gm_is_exact(first->figure) || gm_is_delta(first->figure) || !gm_spans_a_time(links, first, last) ||
      !gm_same_stock(view, first, last))
    return;
  gm_interval sum = first->figure->interval;
  gm_decimal value = first->figure->value;
  bool came = false, went = false;
  for (unsigned i = 0; i < count; i++) {
    const gm_figure *f = flows[i].of->figure;
    bool down = flows[i].went;
    came = came || !down;
    went = went || down;
    if (!gm_is_exact(f) ||
        !(down ? gm_interval_subtract(sum, f->interval, &sum) : gm_interval_add(&sum, f->interval)) ||
        !(down ? gm_decimal_subtract(value, f->value, &value) : gm_decimal_add(value, f->value, &value)))
      return;
  }
  if (!came || !went) return;
  if (gm_interval_touch(sum, last->figure->interval)) {
    gm_agree(check, first, last, NULL);
    for (unsigned i = 0; i < count; i++) gm_agree(check, flows[i].of, NULL, NULL);
    return;
  }
  if (!gm_is_far(value, last->figure->value) && !are_some_moves(view, flows, count) && !gm_disclaimed(view))
    gm_report_flows(check, first, flows, count, last, value);
}

bool gm_may_hold_stock(const gm_view *view) {
  return gm_word_list_may_hold(view, AT_FIRST " " YEAR_END) && gm_word_list_may_hold(view, GM_WENT);
}
