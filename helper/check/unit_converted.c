/* US-02: one quantity told in two units of a fixed ratio: 13.5公顷，折合202.5亩; 3.2吨（合6400斤）. */
#include <string.h>

#include "check/families.h"
#include "check/link.h"

/* How many of the second unit make one of the first. */
static const struct {
  const char *one, *many;
  int64_t ratio;
} ratios[] = {
    {"公顷", "亩", 15},        {"平方公里", "亩", 1500},
    {"平方公里", "公顷", 100}, {"平方千米", "公顷", 100},
    {"平方千米", "亩", 1500},  {"公顷", "平方米", 10000},
    {"公斤", "斤", 2},         {"千克", "斤", 2},
    {"吨", "公斤", 1000},      {"吨", "千克", 1000},
    {"吨", "斤", 2000},        {"公里", "米", 1000},
    {"公里", "里", 2},         {"平方公里", "平方米", 1000000},
};

#define SAME_AS_CHARS 4u /* of the longest of these */
#define SAME_AS \
  "，折合 折合 ，合 （合 （折合 ，即 （即 ，相当于 （相当于 ，约合 （约合 ，约 （约 ，折合约 （折合约 折合约 约合"

/* Does the first unit's ratio to the second stand in the table? 0 when it does not. */
static int64_t ratio_of(const gm_figure *a, const gm_figure *b) {
  const char *one = gm_units[a->unit].name, *many = gm_units[b->unit].name;
  for (size_t i = 0; i < sizeof ratios / sizeof *ratios; i++)
    if (!strcmp(one, ratios[i].one) && !strcmp(many, ratios[i].many)) return ratios[i].ratio;
  return 0;
}

#define ROUND_MOST 200 /* parts of a round number: 2010亩 may be told as 2000 */

/* Half a unit of the last digit that is no zero, of a number that is told as a round one. */
static gm_decimal half_unit(gm_decimal v) {
  gm_decimal half = {5, v.scale + 1};
  for (int64_t d = v.digits; d && d % 10 == 0 && half.digits <= v.digits * 10 / ROUND_MOST / 10; d /= 10)
    half.digits *= 10;
  return half;
}

/* Is `big` × ratio the other, with the rounding of both? */
static bool agree(const gm_figure *big, const gm_figure *small, int64_t ratio) {
  gm_decimal low, high, half = half_unit(small->value);
  if (!gm_decimal_multiply(big->interval.low, gm_decimal_of(ratio), &low) ||
      !gm_decimal_multiply(big->interval.high, gm_decimal_of(ratio), &high) || !gm_decimal_subtract(low, half, &low) ||
      !gm_decimal_add(high, half, &high))
    return true;
  return gm_decimal_compare(small->interval.high, low) >= 0 && gm_decimal_compare(small->interval.low, high) <= 0;
}

/* 386500元（386.5万元）: one sum of money written twice, a power of ten apart. */
static void check_bracket(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  if (a->figure->kind != GM_FIGURE_MONEY || b->figure->kind != GM_FIGURE_MONEY ||
      b->from != a->to + 1u + gm_words_at(view, a->to + 1u, "即 合 折合 人民币") || !gm_one_of(view, b->to, "）") ||
      !gm_comparable(a->figure, b->figure) || !gm_is_exact(a->figure) || !gm_is_exact(b->figure) ||
      gm_look_alike(a->figure->value, b->figure->value) != GM_SHIFTED || gm_is_told(check, b))
    return;
  gm_report_mention(check, b);
  gm_say(check->out, check->language, "%s与%s不是一个数：请核对量级", "%s and %s are not one number: check the scale",
         gm_quote_mention(view, a).text, gm_quote_mention(view, b).text);
  gm_relate_mention(check, a, "另一种写法", "the other way");
}

/* 折合202.5亩, 约合840公顷: is the number exact, or is 约 all that is said of it? */
static bool is_converted(const gm_figure *f) { return gm_is_exact(f) || f->approx == GM_APPROX_ABOUT; }

void gm_check_converted(gm_line_check *check) {
  const gm_view *view = check->view;
  if (check->figures->count < 2) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++) {
    const gm_mention *a = &links->items[i - 1], *b = &links->items[i];
    if (gm_one_of(view, a->to, "（")) check_bracket(check, a, b);
    if (gm_one_before(view, b->to, "点")) gm_check_basis_points(check, links, i);
    if (a->figure->kind != GM_FIGURE_QUANTITY || b->figure->kind != GM_FIGURE_QUANTITY || !a->figure->unit ||
        !b->figure->unit || b->from <= a->to || b->from - a->to > SAME_AS_CHARS)
      continue;
    size_t number = gm_view_find(view, b->figure->start);
    if (!gm_one_before(view, number, "合即于约")) /* as most: they stand nearer or farther */
      continue;
    int64_t ratio = ratio_of(a->figure, b->figure);
    bool turned = !ratio && (ratio = ratio_of(b->figure, a->figure)) != 0;
    size_t word = ratio ? gm_words_at(view, a->to, SAME_AS) : 0;
    if (!word || a->to + word != number || !gm_is_exact(a->figure) || !is_converted(b->figure) ||
        (gm_one_of(view, a->to, "（") && !gm_one_of(view, b->to, "）")) ||
        (word == 2 && gm_one_of(view, a->to, "，") && gm_one_before(view, number, "约") &&
         !gm_one_of(view, b->to, "，。；"))) /* 12.6万亩，约840公顷撂荒 */
      continue;
    const gm_mention *big = turned ? b : a, *small = turned ? a : b;
    gm_decimal made;
    if (agree(big->figure, small->figure, ratio)) {
      gm_agree(check, a, b, NULL);
      continue;
    }
    if (!(turned ? gm_decimal_divide(a->figure->value, gm_decimal_of(ratio), b->figure->value.scale + 1, &made)
                 : gm_decimal_multiply(a->figure->value, gm_decimal_of(ratio), &made)) ||
        gm_is_told(check, b))
      continue;
    made = gm_decimal_trim(made);
    gm_report_mention(check, b);
    gm_say(check->out, check->language, "%s合%s，文中为%s", "%s are %s, the text says %s",
           gm_quote_mention(view, a).text, gm_quote_amount(made, b, view).text, gm_quote_mention(view, b).text);
    gm_offer_value(check, b, made);
    gm_relate_mention(check, a, "换算前", "before it is converted");
  }
}
