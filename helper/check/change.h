/* The earlier and the later value that a change is told of; shared by the rules on differences, rates of change,
 * percentage points and multiples. */
#ifndef GM_CHECK_CHANGE_H
#define GM_CHECK_CHANGE_H

#include "check/link.h"

/* Verbs of what came to a stock, and of what went from it. */
#define GM_CAME                                                                                                                                 \
  "新增 增加 纳入 识别 新登记 入职 入学 入库 入藏 入栏 入园 入会 入住 转入 迁入 调入 流入 补栏 "           \
  "补录 补充 购入 购进 新购 采购 新建 新开 开工 新招 招收 招聘 招录 引进 新进 新收 接收 收案 "              \
  "发展 新发 新办 新立 立项 新签 新聘 新入 出生 征集 新放 恢复 吸收 新接 新到 新设 年内新 入院 全年新 " \
  "当年新 本期新 期内新 收购 轮入 进货 到货 收储 生产 产出 繁育 吸纳 纳新 新发展 加入 增设 新添 "         \
  "新成立 新纳入 添进 添置 添购 招进 买进 调来 搬来 转来 迁来 补进 运进 存入 入所 开户 新开户 到店 到库 进库"
#define GM_WENT                                                                                                                                                   \
  "核减 减少 清退 退出 离职 辞职 退休 解除 出栏 死亡 减员 去世 病故 腾退 核销 注销 销号 调出 "                                \
  "转出 迁出 流出 流失 毕业 竣工 完工 交付 结清 还清 报废 淘汰 剔旧 剔除 拆除 撤销 撤并 关停 "                                \
  "退役 出库 领用 售出 出院 脱贫 除名 取消 吊销 停业 结案 办结 审结 期满 停用 停保 退保 退租 "                                \
  "退会 退库 移出 清出 摘牌 退学 休学 完成 执结 审执结 销案 化解 销出 卖出 销售 出售 发放 投放 拨出 消耗 耗用 用去 " \
  "外调 发出 "                                                                                                                                                \
  "归还 离院 离校 离店 离营 离港 离库 轮出 死淘 脱落 关闭 撤除 合并 外迁 划出 停办 剔掉 剔去 卖掉 用掉 拆掉 退掉 "    \
  "清掉 关掉 搬走 领走 调走 送走 转走 迁走 销户"

typedef struct gm_change {
  const gm_mention *before, *after;
} gm_change;

/* Which way a change goes, by the verb that ends just before clean character `to`: 1 up, -1 down, 0 no such verb.
 * `from` gets where the verb begins. 增加到 is none. */
int gm_change_verb(const gm_view *view, size_t to, size_t *from);

/* Where 比 or 较 begins a comparison in [from, to), SIZE_MAX when none does: 占比 and 比例 compare nothing. */
size_t gm_find_than(const gm_view *view, size_t from, size_t to);

/* 较10月末减少14.31万平方米，同比下降10.3%: are two changes told against different things, so that neither is the rate
 * of the other? */
bool gm_other_basis(const gm_view *view, const gm_mention *a, const gm_mention *b);

/* The values that mention `index` is the change between, when its clause says nothing but a comparison and the verb
 * (同比增加, 净增, 比上年增长了): 由a增至b，增加d; b，比上年的a增加d; 上年a，今年b，增加d; 2023年a，2024年b，增加d.
 * False when the sentence does not tell which they are. The change itself may be of any kind. */
bool gm_change_of(const gm_links *links, unsigned index, gm_change *out);
/* The same of a change whose verb, with what qualifies it (年均递增), begins at clean character `verb`. */
bool gm_change_told(const gm_links *links, unsigned index, size_t verb, gm_change *out);

/* 2023年1840，2024年2116，2024年比上年增长: are the two told of two years in a row, and mention `index` of the later
 * against the year before it? */
bool gm_tells_last_step(const gm_links *links, unsigned index, gm_change change);

/* change_row.c: 上年为2例、13.98/10万，下降51.8%: does another number stand behind the value and before the change `d`,
 * of which it may be as well? */
bool gm_others_beside(const gm_links *links, const gm_mention *value, const gm_mention *d);
/* change_row.c: 上年为135件、3.8件: are the two told of one time, and so of two things? */
bool gm_told_side_by_side(const gm_view *view, const gm_mention *a, const gm_mention *b);

/* 4分 or 50秒 of 4分50秒: a part of a span that is told by several units. */
bool gm_is_part_of_span(const gm_links *links, const gm_mention *m);

/* An amount of a compound unit: 元/吨, 元/平方米, 人/户. It has no unit of the table: by its text it is compared. */
bool gm_is_compound(const gm_view *view, const gm_mention *m);

/* Can the one be taken from the other: of one unit, or of one compound unit as written? */
bool gm_subtractable(const gm_view *view, const gm_mention *a, const gm_mention *b);

/* |after - before| as an interval; false when it cannot be computed. */
bool gm_change_size(gm_change change, gm_interval *out);
bool gm_change_rose(gm_change change);

/* arithmetic_change.c: does the difference of the two amounts meet `delta`, or can it not be computed? */
bool gm_difference_fits(gm_change change, const gm_mention *delta);
/* arithmetic_change.c: reports `delta` as another than the difference of the two. */
void gm_report_difference(gm_line_check *check, gm_change change, const gm_mention *delta);

/* percent_change.c: reports `rate`, which the change `delta` (`way` 1 up, -1 down) that led to `after` does not give.
 */
void gm_report_change_rate(gm_line_check *check, const gm_mention *rate, const gm_mention *delta,
                           const gm_mention *after, int way);

/* percent_change_turned.c: reports the end of the change that would give `rate`, which goes up or down, if two of its
 * digits changed places; false when none does. */
bool gm_report_turned_change(gm_line_check *check, gm_change change, const gm_mention *rate, bool up);

/* percent_contrary.c: PCT-03 of the rate `index` right behind the change that it is the rate of: one that goes the
 * other way, or that is right of the later value. */
void gm_check_rate_of_delta(gm_line_check *check, const gm_links *links, unsigned index);

/* percent_fraction.c: PCT-03 of mention `index`, a change told as a fraction, or what is left by one. */
void gm_check_fraction_of_change(gm_line_check *check, const gm_links *links, unsigned index);

/* percent_compared.c: PCT-03 of mention `index`, how much more or less one is than another, both called by name. */
void gm_check_compared(gm_line_check *check, const gm_links *links, unsigned index);

/* percent_change.c: the growth of value added is told at constant prices: the amounts, of which `first` is the first,
 * do not give it. A rate that is told before them is of something else: 增加值增长7.3%，企业实现利润9.74亿元. */
bool gm_at_constant_prices(const gm_links *links, const gm_mention *first, const gm_mention *rate);

/* percent_multiple.c: judges a multiple by the two values that it is told between, `after` the larger; its verb begins
 * at clean character `verb`. 增加了2倍 is 2 times more, 3 times as many; 翻两番 is four times as many. */
void gm_judge_multiple(gm_line_check *check, const gm_links *links, gm_change change, const gm_mention *multiple,
                       size_t verb);
/* percent_multiple.c: the same of how many times as many there are now: 是原来的3倍. */
void gm_judge_times(gm_line_check *check, const gm_mention *before, const gm_mention *after, const gm_mention *multiple);
/* percent_multiple_then.c: PCT-07 of the multiple `index` of what once was, told before by 过去, with 如今. */
void gm_check_multiple_then(gm_line_check *check, const gm_links *links, unsigned index);
/* percent_multiple_pair.c: PCT-07 of the multiple `index` between the two amounts right before it. */
void gm_check_multiple_pair(gm_line_check *check, const gm_links *links, unsigned index);

/* percent_multiple_named.c: PCT-07 of the multiple `index` of one that is called by name, told before as the other is.
 */
void gm_check_multiple_named(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_direction.c: reports mention `index`, where a change ends, when its verb goes the other way: 由89.6元降至
 * 91.2元. */
void gm_check_direction(gm_line_check *check, const gm_links *links, unsigned index);
/* arithmetic_direction.c: reports `delta`, right behind the change, whose size fits and whose verb goes the other way:
 * 由5天变为3天，延长2天. True when it did. */
bool gm_check_opposite_delta(gm_line_check *check, gm_change change, const gm_mention *delta);

/* arithmetic_direction.c: reports `at`, which says that the change rose or fell when it did the other. */
void gm_report_way(gm_line_check *check, gm_change change, const gm_mention *at);

/* arithmetic_contrary.c: reports mention `index`, a change (AR-03) or a rate of it (PCT-03) of the right size whose
 * verb goes the other way than the two values before it, by the times that they are told
 * of: 58.6%，去年同期61.2%，同比上升2.6个百分点. */
void gm_check_contrary(gm_line_check *check, const gm_links *links, unsigned index);
/* arithmetic_contrary_named.c: the same of a change in a sentence of its own, by its name. */
void gm_check_contrary_named(gm_line_check *check, const gm_links *links, unsigned index);
/* arithmetic_balance.c: reports what is called a surplus or a deficit and is the other: 出口128亿元，进口96亿元，逆差
 * 32亿元. */
void gm_check_balances(gm_line_check *check, const gm_links *links);

/* arithmetic_trend.c: reports 逐轮递增 and its like behind values that each are less than the one before. */
void gm_check_trend(gm_line_check *check, const gm_links *links);

/* arithmetic_rise.c: reports the rise `index` when it is more than the amount right before it, to which it led. */
void gm_check_rise(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_returned.c: reports what was thrown out when what came back and what of it is valid leave another number.
 */
void gm_check_returned(gm_line_check *check, const gm_links *links);

/* arithmetic_carried.c: reports what is left at last of a fund or a store that carries over what there was. */
void gm_check_carried(gm_line_check *check, const gm_links *links);

/* arithmetic_beyond.c: reports how far amounts are said to be from a limit told right behind them. */
void gm_check_beyond(gm_line_check *check, const gm_links *links);

/* arithmetic_net.c: reports the net change `index` when the two flows or more right before it make another. */
void gm_check_net_of_flows(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_net.c: reports mention `net` when it is what the two leave but for the way it goes: 接收14人、解除9人，
 * 净减5人. True when it did. */
bool gm_check_net_way(gm_line_check *check, const gm_mention *came, const gm_mention *went, const gm_mention *net);

/* arithmetic_net_after.c: the same of the flows right behind it. */
void gm_check_net_before(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_rest.c: reports what is left behind the rate `index` when it is not what the rate's two amounts leave. */
void gm_check_rest_of_rate(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_left.c: reports mention `index`, what is left of a whole, when the whole less what was taken of it makes
 * another. */
void gm_check_left(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_natural.c: reports mention `index`, a rate of natural increase, that the birth and the death rate told
 * before it do not give. */
void gm_check_natural_growth(gm_line_check *check, const gm_links *links, unsigned index);

/* What came to a stock or went from it. */
typedef struct gm_flow {
  const gm_mention *of;
  bool went;
} gm_flow;

/* arithmetic_stock.c: reports `last`, which what there was at first and its flows, the last one first, do not make. */
void gm_report_flows(gm_line_check *check, const gm_mention *first, const gm_flow *flows, unsigned count,
                     const gm_mention *last, gm_decimal value);

/* arithmetic_stock.c: can the line tell what there was of something at first and at last? */
bool gm_may_hold_stock(const gm_view *view);
/* Is one told of the first day and the other of the last: 年初 and 年末, 2023年末 and 2024年末? */
bool gm_spans_a_time(const gm_links *links, const gm_mention *first, const gm_mention *last);
/* Is `last` of no other thing than `first`: 年末在册移民 and 年初全乡在册移民, and not 年末出租车 and 年初公交车? */
bool gm_same_stock(const gm_view *view, const gm_mention *first, const gm_mention *last);
/* Reports mention `last`, what there is at last, when what there was, came and went right before it make another. */
void gm_check_stock(gm_line_check *check, const gm_links *links, unsigned last);
/* arithmetic_stock_back.c: reports mention `index`, what there was at first, when what there is, came and went makes
 * another: 现有64名，发展3名，转出2名，年初是63名. */
void gm_check_stock_back(gm_line_check *check, const gm_links *links, unsigned index);
/* arithmetic_stock_far.c: the same told over some sentences. */
void gm_check_stock_far(gm_line_check *check, const gm_links *links);
/* arithmetic_then_now.c: reports a change right behind what is now, of what was: 过去32公里，现在9公里，缩短23公里. */
void gm_check_then_now(gm_line_check *check, const gm_links *links);

/* arithmetic_gap.c: reports what is told as how far two values before it are apart, when they are not; behind the other
 * readers of the line. */
void gm_check_gaps(gm_line_check *check, const gm_links *links);

/* arithmetic_row_bounds.c: reports the bounds that a row is said to have when one of them leaves a value out. */
void gm_check_row_bounds(gm_line_check *check, const gm_links *links);

/* arithmetic_cumulative.c: reports what is gathered up to a day and less than up to an earlier one, or not what came
 * since with it. */
void gm_check_cumulative(gm_line_check *check, const gm_links *links);

/* arithmetic_way.c: reports the distance `index` between a value and another, told by name, that lies on the other side
 * of it than is said. */
void gm_check_named_way(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_spans.c: reports a difference of two spans of hours, minutes and seconds told right before it. */
void gm_check_spans_apart(gm_line_check *check, const gm_links *links);

#endif
