/* AR-05 of a weight told for each and of all in units of weight that differ, where 斤 stands for 公斤 or 公斤 for 斤:
 * 5万人，人均日产生垃圾0.9斤，每天约45吨. */
#include <string.h>

#include "check/families.h"
#include "check/product.h"

#define LED_CHARS 12u                     /* from 人均 to its weight */
#define DIGITS    2u                      /* of the total, that the product has but for the factor */
#define YIELDED   "亩产 亩产量 单产 亩均" /* arithmetic_yield.c */
#define OTHERWISE "两 二 双 倍 半 季 茬 熟 轮 分别 以上 不等 最高 最低 另 折 干 湿 最多 最少 部分 比 较 由 从"
#define PERIODS   "每天 每日 日均 每年 每月 一天 一年"

/* How many 斤 the unit of a weight is, 0 when it is no such weight. */
static int64_t jin_of(const gm_mention *m) {
  const char *unit = gm_units[m->figure->unit].name;
  if (!strcmp(unit, "吨")) return 2000;
  if (!strcmp(unit, "公斤") || !strcmp(unit, "千克")) return 2;
  return !strcmp(unit, "斤");
}

static bool is_told(const gm_figure *f) {
  return gm_is_amount(f) && (gm_is_exact(f) || f->approx == GM_APPROX_ABOUT) && !gm_is_delta(f) &&
         f->value.digits > 0 &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_FROM | GM_ROLE_TO));
}

/* Of which thing the weight is told for each; its characters, 0 when it is told for none. */
static size_t thing_of(const gm_view *view, const gm_mention *m, size_t *thing) {
  size_t from = m->from > m->clause + LED_CHARS ? m->from - LED_CHARS : m->clause;
  if (gm_find_word(view, from, m->from, YIELDED) != SIZE_MAX) return 0;
  *thing = gm_find_word(view, from, m->from, GM_AVERAGES);
  if (*thing != SIZE_MAX) return 1;
  return m->figure->roles & GM_ROLE_EACH ? gm_each_thing(view, m, thing) : 0;
}

/* The only mention of the sentence that counts the thing; NULL when there are none or several. */
static const gm_mention *number_of(const gm_links *links, const gm_mention *each, size_t thing, size_t length) {
  const gm_mention *found = NULL;
  for (const gm_mention *m = links->items; m < links->items + links->count; m++) {
    if (m == each || !gm_same_sentence(m, each) || !gm_counts_thing(links->view, m, thing, length)) continue;
    if (found || !gm_is_exact(m->figure) || m->figure->value.digits <= 0) return NULL;
    found = m;
  }
  return found;
}

/* The only weight of the sentence in another unit, that of all of them; NULL when there is none or several. */
static const gm_mention *total_of(const gm_links *links, const gm_mention *each) {
  const gm_mention *found = NULL;
  for (const gm_mention *m = links->items; m < links->items + links->count; m++) {
    if (m == each || !gm_same_sentence(m, each) || !jin_of(m)) continue;
    /* 全街道每天产生45吨 */
    bool of_all =
        !(m->figure->roles & GM_ROLE_EACH) || gm_find_word(links->view, m->label, m->from, PERIODS) != SIZE_MAX;
    if (found || jin_of(m) == jin_of(each) || !is_told(m->figure) || !of_all) return NULL;
    found = m;
  }
  return found;
}

/* n × each in 斤, as the least, the most and as told. */
static bool multiply(const gm_mention *n, const gm_mention *each, gm_interval *play, gm_decimal *value) {
  gm_decimal jin = gm_decimal_of(jin_of(each)), half = {5, each->figure->value.scale + 1}, low, high;
  return gm_decimal_subtract(each->figure->value, half, &low) && gm_decimal_add(each->figure->value, half, &high) &&
         gm_decimal_multiply(low, jin, &low) && gm_decimal_multiply(high, jin, &high) &&
         gm_decimal_multiply(n->figure->interval.low, low, &play->low) &&
         gm_decimal_multiply(n->figure->interval.high, high, &play->high) &&
         gm_decimal_multiply(n->figure->value, each->figure->value, value) && gm_decimal_multiply(*value, jin, value);
}

/* Does another number of the sentence say how often: 2次, 两季, or make the total? */
static bool is_explained(const gm_links *links, const gm_mention *n, const gm_mention *each, const gm_mention *total) {
  const gm_view *view = links->view;
  const gm_mention *first = n < each ? n : each, *last = n < each ? each : n;
  if (total < first) first = total;
  if (total > last) last = total;
  if (gm_find_word(view, gm_sentence_start(view, first->from), last->from, OTHERWISE) != SIZE_MAX) return true;
  for (const gm_mention *m = first; m <= last; m++)
    if (m != n && m != each && m != total) return true;
  return gm_find_mark(view, first->to, last->from, "；") != SIZE_MAX;
}

void gm_check_weight_of_each(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *n, *total;
  int64_t jin = jin_of(each);
  size_t thing, length;
  if (!jin || jin > 2 || !is_told(each->figure) || !gm_is_exact(each->figure) || !(total = total_of(links, each)) ||
      !(length = thing_of(view, each, &thing)) || !(n = number_of(links, each, thing, length)) || n == total)
    return;
  gm_interval play, whole = total->figure->interval;
  gm_decimal value, told, weight = gm_decimal_of(jin_of(total)), twice, twice_told, shown;
  if (!multiply(n, each, &play, &value) || !gm_decimal_multiply(total->figure->value, weight, &told) ||
      !gm_decimal_multiply(whole.low, weight, &whole.low) || !gm_decimal_multiply(whole.high, weight, &whole.high))
    return;
  if (gm_interval_touch(play, whole)) {
    gm_agree(check, each, n, total);
    return;
  }
  if (gm_decimal_significant(total->figure->value) < DIGITS || !gm_decimal_multiply(value, gm_decimal_of(2), &twice) ||
      !gm_decimal_multiply(told, gm_decimal_of(2), &twice_told) ||
      (gm_decimal_compare(twice, told) && gm_decimal_compare(twice_told, value)) ||
      is_explained(links, n, each, total) || gm_disclaimed(view) || gm_is_told(check, each) ||
      gm_is_told(check, total) || !gm_decimal_divide(value, weight, total->figure->value.scale + 2, &shown))
    return;
  gm_report_mention(check, each);
  gm_say(check->out, check->language, "%s×%s=%s，文中为%s，恰差一倍：“斤”与“公斤”必有一误",
         "%s x %s = %s, the text says %s, just a factor of two: one of 斤 and 公斤 is wrong",
         gm_quote_mention(view, n).text, gm_quote_mention(view, each).text,
         gm_quote_amount(gm_decimal_trim(shown), total, view).text, gm_quote_mention(view, total).text);
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, total, "总数", "the total");
}
