/* AR-05: an average that is told before what it is the average of: 户均补助4500元，320户共需144万元. A total that is
 * not their product is told when two of its digits changed places, or when it lost 万 or 亿 or zeros. */
#include "check/families.h"
#include "check/product.h"
#include "check/swap.h"

/* 改造320户，户均补助4500元，共需资金144万元; 户均补助4500元，320户共需144万元: the number right beside the average,
 * then what 共 calls a total. */
static bool lead_to_total(const gm_links *links, unsigned index, size_t thing, size_t length, const gm_mention **n,
                          const gm_mention **total) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *end = links->items + links->count;
  bool before = index && gm_same_sentence(average - 1, average) && gm_counts_thing(view, average - 1, thing, length);
  *n = before ? average - 1 : average + 1;
  *total = before ? average + 1 : average + 2;
  return *total < end && gm_same_sentence(*total, average) && (before || gm_counts_thing(view, *n, thing, length)) &&
         gm_is_count((*n)->figure) && (*total)->figure->kind == average->figure->kind &&
         gm_comparable((*total)->figure, average->figure) && gm_is_count((*total)->figure) &&
         gm_find_total(view, (before ? average : *n)->to, (*total)->from) != SIZE_MAX &&
         gm_find_word(view, before ? (*n)->clause : average->to, (*total)->from,
                      "； 其中 另 此外 每年 每月 月均 年均 以上 以下 左右") == SIZE_MAX;
}

#define SPENT "人均消费 人均花费 人均支出 人均收费 人均票价"
#define TAKEN "收入 总收入 综合收入 旅游收入 消费 总消费 花费 营收 营业额 销售额"

/* 接待游客316万人次，人均消费750元，实现旅游收入23.7亿元: what the visits right before the average brought in. */
static bool visits_lead_to_total(const gm_links *links, unsigned index, const gm_mention **n,
                                 const gm_mention **total) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index];
  *n = average - 1;
  *total = average + 1;
  return index && index + 1 < links->count && gm_same_sentence(*n, average) && gm_same_sentence(*total, average) &&
         gm_units[(*n)->figure->unit].unit_class == GM_CLASS_VISIT &&
         gm_words_at(view, gm_view_find(view, (*n)->figure->unit_start), "人次 万人次 亿人次") &&
         average->figure->kind == GM_FIGURE_MONEY && average->clause == (*n)->to + 1u &&
         (*total)->clause == average->to + 1u && gm_words_before(view, average->from, SPENT) &&
         gm_words_before(view, (*total)->from, TAKEN) && gm_is_count((*n)->figure) && gm_is_count((*total)->figure) &&
         gm_comparable((*total)->figure, average->figure) &&
         gm_find_word(view, (*total)->clause, (*total)->from, "其中 门票 餐饮 住宿 同比 比 较") == SIZE_MAX;
}

#define SCALE_MAX 8 /* zeros that are lost with 亿 */

/* Is the product, rounded as the total is, the total with some zeros more or less? */
static bool lost_scale(const gm_mention *total, gm_decimal product) {
  gm_interval moved;
  for (int power = -SCALE_MAX; power <= SCALE_MAX; power++)
    if (power && gm_decimal_significant(total->figure->value) > 2 &&
        gm_decimal_shift(total->figure->interval.low, power, &moved.low) &&
        gm_decimal_shift(total->figure->interval.high, power, &moved.high) &&
        gm_decimal_compare(moved.low, product) <= 0 && gm_decimal_compare(product, moved.high) <= 0)
      return true;
  return false;
}

/* Reports a total behind its average when it would fit with two neighbouring digits the other way round. */
static void report_swapped_total(gm_line_check *check, const gm_mention *average, const gm_mention *n,
                                 const gm_mention *total) {
  gm_decimal v = average->figure->value, half = {5, v.scale + 1}, low, high, least, most, should, product;
  for (int64_t d = v.digits; !v.scale && d && d % 10 == 0; d /= 10) half.digits *= 10; /* 4500元 is told in hundreds */
  if (!gm_is_exact(average->figure) || !gm_decimal_subtract(v, half, &low) || !gm_decimal_add(v, half, &high) ||
      !gm_decimal_multiply(v, n->figure->value, &product) || !gm_decimal_multiply(low, n->figure->value, &least) ||
      !gm_decimal_multiply(high, n->figure->value, &most) || gm_disclaimed(check->view) ||
      (gm_decimal_compare(least, total->figure->interval.high) <= 0 &&
       gm_decimal_compare(total->figure->interval.low, most) <= 0))
    return;
  if (lost_scale(total, product)) {
    if (!gm_is_told(check, total)) gm_report_product(check, n, average, total, product);
    return;
  }
  for (unsigned k = 0; gm_next_swap(total->figure, &k, &should, NULL);)
    if (gm_decimal_compare(least, should) <= 0 && gm_decimal_compare(should, most) <= 0) {
      if (!gm_is_told(check, total)) gm_report_product(check, n, average, total, product);
      return;
    }
}

/* Is one of the next two amounts of its unit, as the total must be? Behind most there is none. */
static bool total_may_follow(const gm_links *links, unsigned index) {
  for (unsigned i = index + 1; i < links->count && i <= index + 2; i++)
    if (gm_comparable(links->items[i].figure, links->items[index].figure)) return true;
  return false;
}

void gm_check_average_ahead(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *n, *total;
  size_t from = average->label, thing, length = 1;
  if (!total_may_follow(links, index)) return;
  size_t word = gm_find_word(view, from, average->from, "平均 " GM_AVERAGES);
  if (word == SIZE_MAX || gm_is_told(check, average)) return;
  thing = word;
  if (gm_words_at(view, word, "平均") && !(length = gm_each_thing(view, average, &thing))) return;
  if (lead_to_total(links, index, thing, length, &n, &total) || visits_lead_to_total(links, index, &n, &total))
    report_swapped_total(check, average, n, total);
}
