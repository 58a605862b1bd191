/* PCT-06: what is told in percent by its nature, and moves by points: indices, rates of interest, progress, shares. */
#include "check/change.h"
#include "check/percent_points.h"

#define MOVED "上升 上升了 下降 下降了 回升 回升了 回落 回落了 提高 提高了 提升 提升了 下滑 下滑了 降低 降低了"
#define QUITE "小幅 大幅 明显 略 略有 分别 有所 进一步 均 再 又 也 共 各 累计 持续 继续 显著 平均"

/* Where the comparison that ends at `to`, adverbs and all, begins, not before `from`: 比上月小幅. */
static size_t before_comparison(const gm_view *view, size_t from, size_t to) {
  for (size_t n; to > from && (n = gm_words_before(view, to, QUITE));) to -= n;
  size_t word = gm_words_before(view, to, "同比 环比");
  if (word) return to - word;
  for (size_t i = to; i-- > from && to - i < 16;) {
    if (!gm_one_of(view, i, "比较") || gm_one_before(view, i, "占对环同可") || gm_one_of(view, i + 1, "重例率"))
      continue;
    return gm_words_before(view, to,
                           "年 月 月份 季度 上年 去年 同期 上月 上季 全年 年末 年底 年初 末 底 初 上半年 时期 期间 前 "
                           "此前 年均 平均 上一年 前一年 一年")
               ? i
               : to;
  }
  return to;
}

/* Of prices and of stocks, which are told by their change in percent. */
#define PRICES "价 消费者 股 综合指数 成份指数 上证 深证 沪 恒生 道琼斯 纳斯达克 标普 费 汇率 房"

#define INDEX_LEAST 20
#define INDEX_MOST  180 /* a level in percent: 采购经理指数为49.7% */

/* 采购经理指数为49.7%: the level of an index in percent, and none of prices, which are told by their change. */
static bool is_index(const gm_view *view, const gm_mention *m) {
  if (m->figure->kind != GM_FIGURE_PERCENT || gm_decimal_compare(m->figure->value, gm_decimal_of(INDEX_LEAST)) < 0 ||
      gm_decimal_compare(m->figure->value, gm_decimal_of(INDEX_MOST)) > 0)
    return false;
  size_t name =
      m->from -
      gm_words_before(view, m->from, "为 达 达到 是 录得 升至 降至 回升至 回落至 上升至 均值为 均值达到 均值达 报");
  name -= gm_words_before(view, name, "全年");
  if (gm_one_before(view, name, "）")) {
    while (name > m->label && !gm_one_before(view, name, "（")) name--;
    name -= name > 0;
  }
  return gm_words_before(view, name, "指数") && gm_find_word(view, m->clause, name, PRICES) == SIZE_MAX;
}

/* Does the sentence tell of an index before or behind `delta` by its level in percent, or by its change in points? */
static bool has_index(const gm_links *links, const gm_mention *delta) {
  for (const gm_mention *m = links->items; m < links->items + links->count; m++)
    if (m != delta && gm_same_sentence(m, delta) &&
        (is_index(links->view, m) ||
         (m->figure->kind == GM_FIGURE_POINTS && gm_find_word(links->view, m->clause, m->from, "指数") != SIZE_MAX)))
      return true;
  return false;
}

#define MANAGERS "采购经理指数 采购经理人指数 商务活动指数 （PMI） PMI"

/* 经理指数为49.7%，较上月上升0.4%; 经理指数较上月上升1.7%; …，电商指数环比上升0.4% beside other indices. */
static bool check_index(gm_line_check *check, const gm_links *links, const gm_mention *rate, const gm_mention *delta,
                        size_t verb) {
  const gm_view *view = check->view;
  size_t tail = rate && is_index(view, rate) ? gm_tail_behind(view, rate, delta) : SIZE_MAX;
  if (tail != SIZE_MAX) {
    if (before_comparison(view, tail, verb) > tail + gm_words_at(view, tail, QUITE)) return false;
    gm_ask_points(check, verb, delta, rate, false);
    return true;
  }
  size_t name = before_comparison(view, delta->clause, verb);
  if (!gm_words_before(view, name, "指数 （PMI） PMI") || gm_find_word(view, delta->clause, name, PRICES) != SIZE_MAX ||
      (!has_index(links, delta) && !(name < verb && gm_words_before(view, name, MANAGERS))))
    return false;
  gm_ask_points_named(check, delta->clause, name, delta, false);
  return true;
}

#define CUT          "下调 降低 下降 上调 提高 上升 回落 回升 下行 调降 调低 下调了 降低了 下降了 上调了 提高了 上升了"
#define RATE_CHARS   24u /* of what is cut: 金融机构人民币存款准备金率 */
#define RESERVE_MOST 5
#define LENDING_MOST 15 /* tenths of a point: no rate of interest is cut by more, but may be by a tenth of itself */

/* 下调存款准备金率0.5%; 政策利率下调0.1%: rates that are cut by points. */
static bool check_lending(gm_line_check *check, const gm_mention *delta) {
  const gm_view *view = check->view;
  size_t to = delta->from - gm_words_before(view, delta->from, "共 各 合计 分别"),
         verb = to - gm_words_before(view, to, CUT);
  size_t name = verb, from = delta->clause;
  if (verb < to) {
    name = before_comparison(view, delta->clause, verb);
    if (gm_one_before(view, name, "，") && gm_words_before(view, name - 1, "%")) return false;
  } else {
    from = SIZE_MAX; /* 下调…准备金率 */
    for (size_t i = delta->clause; i < to; i++)
      if (gm_words_at(view, i, "下调 降低 上调 提高 调降") && to - i < RATE_CHARS) from = i;
    if (from == SIZE_MAX) return false;
  }
  bool reserve = gm_words_before(view, name, "准备金率") != 0;
  if ((!reserve && !gm_words_before(view, name, "利率")) || gm_words_at(view, delta->to, "至 到 的 以") ||
      gm_decimal_compare(delta->figure->value, reserve ? gm_decimal_of(RESERVE_MOST) : (gm_decimal){LENDING_MOST, 1}) >
          0)
    return false;
  gm_ask_points_named(check, from, name, delta, false);
  return true;
}

#define FASTER "快 快了 慢 慢了 偏快 偏慢 提前 提高 高 加快"

/* 已收获28.7%，进度同比快0.7%: how far a work is ahead. */
static bool check_progress(gm_line_check *check, const gm_mention *rate, const gm_mention *delta) {
  const gm_view *view = check->view;
  size_t verb = delta->from - gm_words_before(view, delta->from, FASTER);
  if (!rate || verb == delta->from || rate->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) return false;
  size_t tail = gm_tail_behind(view, rate, delta),
         named = tail == SIZE_MAX ? 0 : gm_words_at(view, tail, "进度 整体进度");
  if (!named && !(tail != SIZE_MAX && gm_words_at(view, verb, "快 慢"))) return false;
  if (!gm_words_at(view, tail + named, "比 较 同比") ||
      gm_find_word(view, rate->clause, verb, "速度 速 时间 效率") != SIZE_MAX ||
      gm_decimal_compare(delta->figure->value, rate->figure->value) >= 0)
    return false;
  gm_ask_points(check, verb, delta, rate, false);
  return true;
}

#define SHARES "占比 比重 市场份额"
/* Shares by their nature, of which no one tells that they grow by so many hundredths of themselves. */
#define BY_NATURE                                                                                                                                                  \
  "城镇化率 机械化率 电气化率 绿化率 绿地率 森林覆盖率 覆盖率 普及率 自给率 毛入学率 入学率 入园率 巩固率 参保率 " \
  "就业率 失业率 合格率 优良率 达标率 回收率 利用率 治理率 资产负债率 负债率"
#define SHARE_MOST 10
#define RATE_MOST  5 /* points; who tells of more may mean a part of the rate */

/* 占零售总额的比重提高0.9%; 比重持续提高，比上年同期提高0.4%; 城镇化率提高1.1%: a share by its name, no value told. */
static bool check_share_named(gm_line_check *check, const gm_links *links, unsigned index, size_t verb) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index];
  if (index && links->items[index - 1].figure->kind == GM_FIGURE_PERCENT &&
      links->items[index - 1].from >= delta->clause)
    return false;
  size_t name = before_comparison(view, delta->clause, verb);
  bool compared = name < verb && name == delta->clause && gm_one_before(view, name, "，");
  if (compared) {
    name--;
    name -= gm_words_before(view, name,
                            "提高 提升 上升 下降 持续提高 继续提高 继续提升 持续提升 稳步提高 进一步提高 进一步提升");
  }
  for (size_t n; (n = gm_words_before(view, name, QUITE));) name -= n;
  size_t share = gm_words_before(view, name, SHARES), from = gm_clause_start(view, name);
  size_t rate = share || compared ? 0 : gm_words_before(view, name, BY_NATURE);
  if ((!share && !rate) || gm_words_at(view, delta->to, "的 至 到 —") ||
      gm_find_word(view, from, verb, rate ? "年均 人数 金额 数量 每 分别" : "年均 人数 金额 数量 每") != SIZE_MAX ||
      gm_decimal_compare(delta->figure->value, gm_decimal_of(share ? SHARE_MOST : RATE_MOST)) > 0)
    return false;
  gm_ask_points_named(check, name - share - rate, name, delta, false);
  return true;
}

#define ELSEWHERE "上年同期 去年同期 全国 全省 全市 全国平均 全省平均 全市平均 平均水平 上年 去年"

/* 占比高于上年同期2.4%; 出口比重较全国平均水平高13.6%: a share by its name beside that of another time or place. */
static bool check_share_beside(gm_line_check *check, const gm_mention *delta) {
  const gm_view *view = check->view;
  size_t share = gm_find_word(view, delta->clause, delta->from, SHARES);
  if (share == SIZE_MAX) return false;
  size_t at = share + gm_words_at(view, share, SHARES),
         verb = delta->from - gm_words_before(view, delta->from, "高 高出 低");
  at += gm_words_at(view, at, QUITE);
  if (verb < delta->from && (gm_words_at(view, at, "比较 较高 较低") || !gm_words_at(view, at, "比 较"))) return false;
  if (verb == delta->from && !gm_words_at(view, at, "高于 低于 高出")) return false;
  if (!gm_words_before(view, verb, ELSEWHERE) || gm_words_at(view, delta->to, "的 目标 水平") ||
      gm_find_mark(view, share, delta->from, "，；：") != SIZE_MAX)
    return false;
  for (size_t i = at; i < verb; i++) {
    unsigned number;
    if (gm_digits_at(view, i, &number)) return false;
  }
  gm_ask_points_named(check, share, verb, delta, true);
  return true;
}

/* 环比上升0.3个百分点，同比上升0.1%: the second change of what just changed by points. */
static bool check_again(gm_line_check *check, const gm_links *links, unsigned index, size_t verb) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *points = delta;
  do
    if (points-- == links->items) return false;
  while (points->figure->kind >= GM_FIGURE_DATE && points->figure->kind <= GM_FIGURE_ORDINAL);
  if (points->figure->kind != GM_FIGURE_POINTS || !gm_same_sentence(points, delta)) return false;
  size_t tail = gm_tail_behind(view, points, delta), other;
  if (tail == SIZE_MAX || before_comparison(view, tail, verb) != tail || verb == tail ||
      gm_decimal_compare(delta->figure->value, gm_decimal_of(SHARE_MOST)) > 0 ||
      !gm_change_verb(view, points->from, &other) ||
      gm_find_word(view, points->clause, points->from, "拉动 带动 推动 贡献 " GM_GROWTHS " " PRICES) != SIZE_MAX)
    return false; /* 涨幅扩大0.2个百分点，环比上升0.3%: the prices rose */
  for (const gm_mention *m = points; m-- > links->items && gm_same_sentence(m, points);)
    if (gm_is_amount(m->figure)) return false;
  gm_ask_points(check, verb, delta, points, false);
  return true;
}

/* 利润率分别为11.1%、8.2%，比同行分别高6%、3.1个百分点: of two rates the one moves in percent, the other in points. */
static bool check_listed(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *last = links->items + links->count - 1;
  const gm_mention *points = delta < last && delta[1].figure->kind == GM_FIGURE_POINTS ? delta + 1
                             : index && delta[-1].figure->kind == GM_FIGURE_POINTS     ? delta - 1
                                                                                       : NULL;
  if (!points || points->clause != delta->clause) return false;
  const gm_mention *first = points < delta ? points : delta, *second = points < delta ? delta : points;
  bool share;
  if (first->to + 1u != second->from || !gm_one_of(view, first->to, "、和") || first < links->items + 2 ||
      gm_find_word(view, delta->clause, first->from, "分别") == SIZE_MAX)
    return false;
  for (unsigned i = 1; i <= 2; i++) /* two rates: 产量、占比分别提高6%、3.1个百分点 is right */
    if (first[-(int)i].figure->kind != GM_FIGURE_PERCENT || gm_is_delta(first[-(int)i].figure)) return false;
  if (!gm_same_sentence(first - 2, first) || !gm_is_rate_told(links, (unsigned)(first - 2 - links->items), &share))
    return false;
  gm_ask_points(check, delta->from, delta, points, false);
  return true;
}

/* 一二类苗达88.2%，比近五年平均高1.8%: a level in percent beside that of other years. */
static bool check_beside_years(gm_line_check *check, const gm_links *links, const gm_mention *rate,
                               const gm_mention *delta) {
  const gm_view *view = check->view;
  size_t verb = delta->from - gm_words_before(view, delta->from, "高 高了 高出 低 低了");
  if (!rate || verb == delta->from || gm_is_delta(rate->figure) || gm_one_before(view, verb, "提较") ||
      !gm_words_before(view, rate->from, "达 达到 占 为"))
    return false;
  size_t tail = gm_tail_behind(view, rate, delta);
  if (tail == SIZE_MAX || !gm_words_at(view, tail, "比 较") ||
      !gm_words_before(view, verb, "同期 年平均 上年 去年 常年 往年") ||
      gm_decimal_compare(delta->figure->value, rate->figure->value) >= 0)
    return false;
  for (const gm_mention *m = rate; m-- > links->items && gm_same_sentence(m, rate);)
    if (gm_is_amount(m->figure)) return false;
  gm_ask_points(check, verb, delta, rate, true);
  return true;
}

void gm_check_moved_points(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index];
  if (!gm_is_exact(delta->figure) || gm_is_told(check, delta)) return;
  const gm_mention *rate = gm_percentage_before(links, delta);
  if (check_listed(check, links, index) || check_lending(check, delta) || check_progress(check, rate, delta) ||
      check_beside_years(check, links, rate, delta) || check_share_beside(check, delta))
    return;
  size_t verb = delta->from - gm_words_before(view, delta->from, MOVED);
  if (verb == delta->from || check_index(check, links, rate, delta, verb) || check_again(check, links, index, verb))
    return;
  check_share_named(check, links, index, verb);
}
