/* PCT-06 of amounts that are told to change by points: 营业收入增长8.6个百分点，达到12.4亿元. */
#include "check/change.h"
#include "check/percent.h"
#include "check/percent_points.h"

#define AMOUNTS                                                                                                                                                 \
  "浓度 产量 产值 收入 利润 总量 总额 面积 人数 销量 销售额 成本 价格 票房 客流量 用电量 用水量 排放量 数量 费用 " \
  "支出 投资 "                                                                                                                                              \
  "营业额 交易额 贸易额 存款 接待量 受理量 件数 户数 次数 时长 时间"

/* PM2.5平均浓度比去年下降8个百分点: an amount by its name, no value told. */
static bool check_named_amount(gm_line_check *check, const gm_mention *points, size_t verb) {
  const gm_view *view = check->view;
  size_t subject = verb - gm_words_before(view, verb,
                                          "同比 环比 比去年 比上年 较去年 较上年 比去年同期 比上年同期 较上年同期 "
                                          "较去年同期 比上月 比年初 较年初");
  size_t noun = subject < verb ? gm_words_before(view, subject, AMOUNTS) : 0;
  if (!noun || gm_find_word(view, points->clause, points->from,
                            "率 占 比重 比例 增速 增幅 降幅 涨幅 指数 份额 贡献 拉动") != SIZE_MAX)
    return false;
  gm_report_mention(check, points);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”是数量，变动应用百分比：是否为“%s%%”？",
         "“%s” is an amount and changes by a percentage: is it “%s%%”?",
         gm_quote_line(view, subject - noun, subject).text, gm_quote_decimal(points->figure->value).text);
  return true;
}

#define AFAR 2 /* times the change of two amounts that no slip in reckoning is off by */

/* 由1200种增至3600种，提高41个百分点: both amounts are told, and their change in percent is far from that, so that
 * another measure is meant, which went up by points. True when there is no second amount. */
static bool may_be_percent(const gm_links *links, const gm_mention *points, const gm_mention *after) {
  const gm_mention *before = after > links->items ? after - 1 : NULL;
  gm_decimal off, percent, twice;
  if (!before || !(after->figure->roles & GM_ROLE_TO) || !gm_same_sentence(before, after) ||
      !gm_is_amount(before->figure) || !gm_comparable(before->figure, after->figure) ||
      !gm_decimal_subtract(after->figure->value, before->figure->value, &off))
    return true;
  if (off.digits < 0) off.digits = -off.digits;
  if (!gm_percent_of(off, before->figure->value, 1, &percent)) return true;
  bool more = gm_decimal_compare(percent, points->figure->value) > 0;
  return !gm_decimal_multiply(more ? points->figure->value : percent, gm_decimal_of(AFAR), &twice) ||
         gm_decimal_compare(twice, more ? percent : points->figure->value) >= 0;
}

/* Do the two amounts differ by as many percent as the points tell, to a digit behind the point? Then no rate told in
 * their sentence is what is meant. */
static bool is_their_percent(gm_change change, const gm_mention *points) {
  gm_decimal off, percent;
  if (!points->figure->value.scale ||
      !gm_decimal_subtract(change.after->figure->value, change.before->figure->value, &off))
    return false;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_percent_of(off, change.before->figure->value, points->figure->value.scale, &percent) &&
         !gm_decimal_compare(percent, points->figure->value);
}

/* 营业收入增长8.6个百分点，达到12.4亿元: an amount grows by a percentage. */
void gm_check_amount_in_points(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *points = &links->items[index], *amount = NULL;
  size_t verb, clause = points->clause;
  if (!gm_change_verb(view, points->from, &verb) || check_named_amount(check, points, verb)) return;
  gm_change change; /* 2160标箱，比上年的2000标箱增长8个百分点 */
  bool of_amounts =
      gm_change_of(links, index, &change) && gm_is_amount(change.before->figure) && gm_is_amount(change.after->figure);
  size_t sentence = gm_sentence_start(view, points->from), end = gm_sentence_end(view, points->to);
  if (!(of_amounts && is_their_percent(change, points)) &&
      gm_find_word(view, sentence, end,
                   "率 占 比重 比例 增速 增幅 降幅 涨幅 指数 份额 度 高于 低于 贡献 拉动 % 利差 成数 水平") != SIZE_MAX)
    return;
  const gm_mention *next = index + 1 < links->count ? points + 1 : NULL, *before = index ? points - 1 : NULL;
  if (next && gm_is_amount(next->figure) && gm_same_sentence(points, next) && gm_one_of(view, points->to, "，") &&
      gm_words_at(view, points->to + 1u, "达到 达 为 总额达 总量达 总额为 实现") && next->from - points->to < 8 &&
      verb > clause + 1)
    amount = next;
  if (before && gm_is_amount(before->figure) && gm_is_plain(before->figure) && gm_same_sentence(before, points) &&
      clause == before->to + 1u && gm_is_bare_comparison(view, clause, points->from))
    amount = before;
  if (!amount && of_amounts) amount = change.after;
  if (!amount || gm_disclaimed(view) || !may_be_percent(links, points, amount)) return;
  gm_report_mention(check, points);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "数量%s的变动应用百分比：是否为“%s%%”？",
         "the amount %s changes by a percentage: is it “%s%%”?", gm_quote_mention(view, amount).text,
         gm_quote_decimal(points->figure->value).text);
  gm_relate_mention(check, amount, "数量", "the amount");
}
