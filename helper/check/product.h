/* What a price or an average is told for each of. */
#ifndef GM_CHECK_PRODUCT_H
#define GM_CHECK_PRODUCT_H

#include "check/link.h"

/* 48场，1920人次，平均每场40人次; 户均2.90人: what says of each of which thing an average is told. */
#define GM_AVERAGES                                                                                                                                            \
  "户均 场均 班均 馆均 村均 校均 期均 人均 组均 队均 家均 镇均 件均 笔均 台均 单均 床均 师均 生均 亩均 日均 张均 " \
  "辆均 车均 船均"

/* The thing counted behind 每: 每户, 每个镇街, 平均每场. Gives its characters, from *at; 0 when there is no 每. */
size_t gm_each_thing(const gm_view *view, const gm_mention *mention, size_t *at);

/* 一家平均36个, 平均一团38人, 一个乡镇平均46份: of one of which thing the mean told in [from, to) is. Gives its
 * characters, from *thing; 0 when there is none. In arithmetic_mean_row.c. */
size_t gm_mean_of_one(const gm_view *view, size_t from, size_t to, size_t *thing);
/* arithmetic_mean_row.c: reports mention `mean`, of a row of values before it, when they have another:
 * 依次为82分、76分、 85分，三科平均80分. */
void gm_check_mean_of_row(gm_line_check *check, const gm_links *links, unsigned mean);

/* arithmetic_mean_whole.c: can the mean, rounded or cut off at its last digit, come from n things of which each counts
 * a whole number; reporting one that cannot, and the age that is one (平均年龄28.72岁). */
bool gm_whole_number_gives(gm_decimal mean, gm_decimal n);
void gm_report_no_mean(gm_line_check *check, const gm_mention *mean, const gm_mention *n);
void gm_check_mean_age(gm_line_check *check, const gm_links *links, unsigned index);

/* Does the amount count the thing: by its unit (1846户 and 每户) or its noun (12个镇街 and 每个镇街)? */
bool gm_counts_thing(const gm_view *view, const gm_mention *amount, size_t thing, size_t length);
/* 24个排查小组，每个小组: how many of the characters of the thing, two at least, end the words behind the number. */
size_t gm_ends_in_thing(const gm_view *view, const gm_mention *amount, size_t thing, size_t length);

/* Is the amount what could be, not what was: 可摆20桌, 最多容纳300人? */
bool gm_is_capacity(const gm_view *view, const gm_mention *mention);

/* Reports mention `total`, which is not `product`, that of the number and the price. */
void gm_report_product(gm_line_check *check, const gm_mention *number, const gm_mention *price, const gm_mention *total,
                       gm_decimal product);

#define GM_PRICED_MAX 8 /* more prices than this are a table */

/* Things counted with the price of each, in their order. */
typedef struct gm_priced {
  const gm_mention *number[GM_PRICED_MAX], *price[GM_PRICED_MAX];
  unsigned count;
  bool loose; /* something else is told among them: they may not be all there is */
} gm_priced;

/* The two prices or more, each with its number, that stand before mention `total`, which is called a total, or
 * behind it and its ：; false when there are fewer. */
bool gm_read_prices(const gm_links *links, unsigned total, gm_priced *out);

/* arithmetic_each_year.c: reports what so many years come to by mention `each`, told for each of them. */
void gm_check_each_year(gm_line_check *check, const gm_links *links, unsigned each);

/* arithmetic_twofold.c: reports the total behind mention `price`, told for each of one thing and each of another
 * (每校每类限报4件), when the number of both by it is another. */
void gm_check_twofold(gm_line_check *check, const gm_links *links, unsigned price);

/* arithmetic_groups.c: reports the people who are divided into groups, of as many each as mention `each` tells, when
 * the groups hold more or fewer. */
void gm_check_groups(gm_line_check *check, const gm_links *links, unsigned each);

/* arithmetic_groups.c: reports all who are in groups of so many: 四人一组，共编28个组，总数121人. */
void gm_check_of_groups(gm_line_check *check, const gm_links *links);

/* arithmetic_told_again.c: reports of what each of so many has, in a row from mention `each` on, and all have, in a row
 * of the same order, what is no product: 每站灭火器20具、水带10盘。86站共灭火器1720具、水带680盘. */
void gm_check_told_again(gm_line_check *check, const gm_links *links, unsigned each);

/* arithmetic_unit_price.c: 轮椅25台，单价680元，合计1.7万元: the number before mention `price`, the total behind it,
 * nothing else between. Gives whether it is a price at all. */
bool gm_check_unit_price(gm_line_check *check, const gm_links *links, unsigned price);

/* arithmetic_average_ahead.c: reports the total behind mention `average`, and behind the number it is of, when two of
 * its digits changed places. */
void gm_check_average_ahead(gm_line_check *check, const gm_links *links, unsigned average);

/* arithmetic_average_groups.c: 合作社现有社员248户，其中…。去年实现销售收入1488万元，户均6万元: the one number of things
 * that the sentences before mention `index` tell, whatever groups they divide it into; NULL when there are several. */
const gm_mention *gm_number_told_before(const gm_links *links, unsigned index, size_t thing, size_t length);

/* arithmetic_product_swap.c: 437例，每例8100元，计78.66万元: would the product be the total, to the last digit, if one
 * of the three had two neighbouring digits the other way round? */
bool gm_product_swap_meets(const gm_mention *n, const gm_mention *price, const gm_mention *total);
/* The same, or is the total but one digit, of three or more, off the product? */
bool gm_is_slip_of(gm_decimal product, const gm_mention *n, const gm_mention *price, const gm_mention *total);

/* arithmetic_product_span.c: is mention `m` a mean of the number itself: 开行270列，平均每天3列? Does one of the words of a
 * span (每天 每月) stand in [from, to) otherwise than for such a mean? */
bool gm_is_mean_of_number(const gm_links *links, const gm_mention *n, const gm_mention *m);
bool gm_tells_spans(const gm_links *links, const gm_mention *n, size_t from, size_t to, const char *words);

/* Reports mention `total` when the prices before it do not come to it. */
void gm_check_prices(gm_line_check *check, const gm_links *links, unsigned total);
/* arithmetic_product_rows.c: reports rows of number, price and total, one of which is wrong beside others. */
void gm_check_product_rows(gm_line_check *check);

/* arithmetic_mean_slip.c: reports averages that are off by one slip of a digit. */
void gm_check_mean_slips(gm_line_check *check, const gm_links *links);

/* arithmetic_mended.c: reports mention `index`, told for each of so many, or the total of them, when another digit in
 * one of the three mends what nothing else explains; of a `mean` or of a price. */
void gm_check_mended_product(gm_line_check *check, const gm_links *links, unsigned index, bool mean);

/* arithmetic_each_worded.c: reports what one of so many has, in a row with their number and all they have, by no word
 * for it: 一车拉32吨，25车，合计820吨. */
void gm_check_each_worded(gm_line_check *check, const gm_links *links);

/* arithmetic_weights.c: reports mention `index`, a weight told for each, when that of all is twice or half of what they
 * make: 5万人，人均0.9斤，共45吨. */
void gm_check_weight_of_each(gm_line_check *check, const gm_links *links, unsigned index);

/* arithmetic_labour.c: reports days of work that are not those of so many people for so many days. */
void gm_check_labour(gm_line_check *check, const gm_links *links);
/* arithmetic_frequency.c: reports how often something is held in a year by so many, each so often a month. */
void gm_check_frequencies(gm_line_check *check, const gm_links *links);
/* arithmetic_beds.c: reports the beds of rooms that are called by how many sleep in one. */
void gm_check_beds(gm_line_check *check, const gm_links *links);
/* arithmetic_dividend.c: reports what is paid, or given, for so many shares each. */
void gm_check_dividends(gm_line_check *check, const gm_links *links);
/* arithmetic_tariff.c: reports what is paid for so much by mention `price`, told before for one 平方米 or the like. */
void gm_check_tariff(gm_line_check *check, const gm_links *links, unsigned price);
/* arithmetic_harvest.c: reports a harvest in another unit than that of mention `yield`, of a 亩, times the area. */
void gm_check_harvest(gm_line_check *check, const gm_links *links, unsigned yield);

/* arithmetic_yield.c: reports mention `yield`, the harvest of a 亩. */
void gm_check_yield(gm_line_check *check, const gm_links *links, unsigned yield);

/* arithmetic_mean_shared.c: 15个乡镇…，三镇合计865.1万元，占全县的33.0%；镇均174.6万元: is the total told of one or
 * some of those whom the mean is of, or with its share of what they have? */
bool gm_is_mean_of_others(const gm_links *links, const gm_mention *average, const gm_mention *n,
                          const gm_mention *total, gm_interval mean);

#endif
