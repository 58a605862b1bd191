/* What the rules on percentage points (PCT-06) share. */
#ifndef GM_CHECK_PERCENT_POINTS_H
#define GM_CHECK_PERCENT_POINTS_H

#include "check/link.h"

#define RATE_VERBS                                                                                                                                                \
  "上升 提高 下降 降低 增长 增加 回落 提升 上升了 提高了 下降了 降低了 增长了 增加了 提升了 成长 收窄 收窄了 扩大 " \
  "缩小 缩小了 微升 微降 下滑 下滑了 回升"

/* What is itself a change in percent. */
#define GM_GROWTHS "增速 增幅 降幅 涨幅 跌幅"

/* Does the name of a rate or share stand just before percentage `index`: 率 占比 比例 比重, or 占 (*share)? */
bool gm_is_rate_told(const gm_links *links, unsigned index, bool *share);

/* The percentage before mention `of` in its sentence, dates and ranges of months passed over; NULL when something else
 * stands there. */
const gm_mention *gm_percentage_before(const gm_links *links, const gm_mention *of);

/* Two percentages of a sentence, `b` behind `a`, and how far they lie apart, never below 0. */
typedef struct gm_rates_apart {
  const gm_mention *a, *b;
  gm_decimal off;
} gm_rates_apart;

/* The next pair of percentages that stand before `delta` in its sentence, {0} to begin with; false after the last. */
bool gm_next_rates_apart(const gm_links *links, const gm_mention *delta, gm_rates_apart *pair);

/* Reports the change from clean character `from` on as the difference of two percentages, which is told in points. */
void gm_report_points(gm_line_check *check, size_t from, const gm_mention *delta, const gm_mention *a,
                      const gm_mention *b);

/* Offers what the last finding should read: 上升2% would read 上升2个百分点. */
void gm_offer_points(gm_line_check *check, size_t from, const gm_mention *delta, gm_decimal value);

/* Where what is told of `rate` right behind it, up to `delta`, begins: behind ， 、 or （. SIZE_MAX when another clause
 * stands between. In percent_growth.c, as are the next three. */
size_t gm_tail_behind(const gm_view *view, const gm_mention *rate, const gm_mention *delta);

/* Asks whether `delta`, told from clean character `from` on, is meant in points: the change of `rate`, or how far it is
 * from others (`apart`). */
void gm_ask_points(gm_line_check *check, size_t from, const gm_mention *delta, const gm_mention *rate, bool apart);
/* The same of a rate that is but named, [from, to), with no value. */
void gm_ask_points_named(gm_line_check *check, size_t from, size_t to, const gm_mention *delta, bool apart);

/* The change of a growth that is told in percent, or how far it is from that of others: 增长6.1%，比上月加快0.3%;
 * 增长6.5%，高于全国1.2%. `index` is a percentage. */
void gm_check_growth_points(gm_line_check *check, const gm_links *links, unsigned index);

/* What is told in percent by its nature, and moves by points: 经理指数为49.7%，较上月上升0.4%; 下调存款准备金率0.5%;
 * 已收获28.7%，进度同比快0.7%; 占比提高0.9%. `index` is a percentage. In percent_moved.c. */
void gm_check_moved_points(gm_line_check *check, const gm_links *links, unsigned index);

/* A difference told behind the value it is taken from: 3.2%，比控制目标4%低0.8%. In percent_apart.c. */
void gm_check_apart(gm_line_check *check, const gm_links *links, unsigned index);

/* The change of a rate, or of a growth, by its name, no value told: 计划完成率同比提高3.5%; 降幅比前三季度收窄3.4%.
 * `index` is a percentage with digits behind the point. In percent_pace.c. */
void gm_check_named_rate(gm_line_check *check, const gm_links *links, unsigned index);

/* Nothing but a comparison between the clause's start and the verb: the change is of the rate before it. */
bool gm_is_bare_comparison(const gm_view *view, size_t from, size_t to);

/* percent_amount_points.c: mention `index`, points, of an amount. */
void gm_check_amount_in_points(gm_line_check *check, const gm_links *links, unsigned index);

#endif
