/* AR-04, AR-05 of what each of so many has or costs, and all of them, however far off: no number of the sentence
 * explains it, and one digit in one of the three mends it exactly or to three digits: 每亩补助800元，共需3880万元,
 * of 3.6万亩; 580亩，平均亩产7.2吨，总产696吨. */
#include <string.h>

#include "check/any_fit.h"
#include "check/families.h"
#include "check/product.h"

#define CLOSE       5 /* thousandths that a fit may leave open: three digits */
#define TOTAL_LEAST 3 /* digits of a total that is met exactly */
#define LED_CHARS   6u
#define TIMES_MOST  12 /* years, months or turns that a total may be of, untold */
#define YIELDED     "亩产 亩产量 单产"
#define TOTALLED    "共 共计 合计 总计 计 需 共需 需要 总 共发放 共支付 共兑付 共补助 总产 总产量"
#define RISES       "增 降 减 提高 最 比 较 由 从 多 少 高 低 以上 左右 不等"

/* What a figure is told for each of. */
typedef struct each {
  const gm_mention *m;
  size_t thing, length;
  bool mean;
  gm_figure rounded; /* its figure, as roughly as a mean is told: 51人次 of 1073, 2400元 of 2436元 */
} each;

/* Half a unit of the last digit that is no 0, either way. */
static bool round_off(gm_figure *f) {
  gm_decimal half = {5, f->value.scale + 1}, low, high;
  for (int64_t d = f->value.digits; d && d % 10 == 0; d /= 10) half.digits *= 10;
  if (!gm_decimal_subtract(f->value, half, &low) || !gm_decimal_add(f->value, half, &high)) return false;
  if (gm_decimal_compare(low, f->interval.low) < 0) f->interval.low = low;
  if (gm_decimal_compare(high, f->interval.high) > 0) f->interval.high = high;
  return true;
}

/* 每亩补助800元, 平均每场450人次, 平均亩产7.2吨, 户均3.47万元 */
static bool read_each(const gm_links *links, unsigned index, each *out) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t from = index && m[-1].to > m->clause ? m[-1].to : m->clause, word;
  *out = (each){.m = m};
  if (!gm_is_amount(m->figure) || !gm_is_exact(m->figure) || m->figure->value.digits <= 0 ||
      m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_FROM | GM_ROLE_TO) ||
      gm_find_word(view, from, m->from, RISES) != SIZE_MAX || gm_words_at(view, m->to, "以 左右 至 到 — - ～"))
    return false;
  out->rounded = *m->figure;
  if (m->figure->roles & GM_ROLE_EACH && (out->length = gm_each_thing(view, m, &out->thing)) != 0 &&
      out->thing > from) {
    out->mean = gm_find_word(view, from, m->from, "平均") != SIZE_MAX;
    return !out->mean || round_off(&out->rounded);
  }
  word = gm_find_word(view, from, m->from, GM_AVERAGES " " YIELDED);
  if (word == SIZE_MAX || m->from > word + LED_CHARS) return false;
  out->thing = word;
  out->length = 1;
  out->mean = true;
  return round_off(&out->rounded);
}

/* 3天 and 每天 */
static bool is_span(const gm_view *view, const gm_mention *m, const each *e) {
  size_t unit = gm_view_find(view, m->figure->unit_start);
  return m->figure->kind == GM_FIGURE_DURATION && m->figure->unit && m->to == unit + 1u &&
         gm_reads_alike(view, unit, e->thing, 1);
}

/* Does the mention tell how many there are? */
static bool is_number(const gm_links *links, const gm_mention *m, const each *e) {
  const gm_view *view = links->view;
  if (m == e->m || !gm_same_sentence(m, e->m) || !gm_is_exact(m->figure) ||
      gm_decimal_compare(m->figure->value, gm_decimal_of(1)) <= 0)
    return false;
  if (is_span(view, m, e)) return !(m->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN));
  if (!gm_is_count(m->figure) || gm_is_capacity(view, m)) return false;
  if (gm_words_at(view, e->thing, YIELDED)) return !strcmp(gm_units[m->figure->unit].name, "亩");
  return gm_counts_thing(view, m, e->thing, e->length) ||
         (e->length > 1 && gm_ends_in_thing(view, m, e->thing, e->length) == e->length);
}

/* 511公斤 of a 亩, and tons of them all. */
static bool in_tons(const gm_mention *m, const each *e) {
  return !strcmp(gm_units[e->m->figure->unit].name, "公斤") && !strcmp(gm_units[m->figure->unit].name, "吨");
}

/* Is the mention what all of them come to? Of a price only what is called a total. */
static bool is_total(const gm_links *links, const gm_mention *m, const each *e) {
  const gm_view *view = links->view;
  if (m == e->m || !gm_same_sentence(m, e->m) || !gm_is_count(m->figure) ||
      !(gm_comparable(m->figure, e->m->figure) || in_tons(m, e)))
    return false;
  bool called = m->figure->roles & GM_ROLE_TOTAL || gm_words_before(view, m->from, TOTALLED);
  return called || (e->mean && m < e->m);
}

#define BESIDES "另 连同 其他 一批 部分 先后 不等 以及 每月 每日 每次 每季 每学期 每学年"

/* 慰问品每人50元，426人，计21300元；误餐费每人次18元，540人次: do ； or another price part the three? */
static bool are_parted(const gm_links *links, const gm_mention *n, const each *e, const gm_mention *total) {
  const gm_mention *first = n < e->m ? n : e->m, *last = n < e->m ? e->m : n;
  if (total < first) first = total;
  if (total > last) last = total;
  /* 每人每年补助1000元: for how many years is not told */
  if (gm_find_word(links->view, e->m->clause, e->m->from, "每年 每日 每天 一年") != SIZE_MAX &&
      !gm_one_of(links->view, e->thing, "年天日"))
    return true;
  if (gm_find_mark(links->view, first->to, last->from, "；") != SIZE_MAX ||
      gm_find_word(links->view, first->clause, last->from, BESIDES) != SIZE_MAX) /* more than these are told */
    return true;
  for (const gm_mention *m = first; m <= last; m++)
    if ((m != e->m && m->figure->roles & GM_ROLE_EACH && gm_comparable(m->figure, e->m->figure)) ||
        /* 去年860亩，今年1200亩: another number of them, which is no part of the first */
        (m > n && m < e->m && !(m->figure->roles & GM_ROLE_OF_WHICH) && is_number(links, m, e) &&
         !gm_words_before(links->view, m->from, "每年 年均 每季 每批")))
      return true;
  return false;
}

/* a × b with their play. */
static bool product_of(gm_interval a, gm_interval b, gm_interval *out) {
  return gm_decimal_multiply(a.low, b.low, &out->low) && gm_decimal_multiply(a.high, b.high, &out->high);
}

/* Does number × each make the total, so closely that it does so by no chance? `loose`: at all. */
static bool makes(const gm_figure *n, const gm_figure *of_each, const gm_figure *total, bool tons, bool loose) {
  gm_interval product, whole = total->interval;
  gm_decimal exact, value = total->value;
  if (tons && (!gm_decimal_shift(value, 3, &value) || !gm_decimal_shift(whole.low, 3, &whole.low) ||
               !gm_decimal_shift(whole.high, 3, &whole.high)))
    return loose;
  if (!product_of(n->interval, of_each->interval, &product) || !gm_decimal_multiply(n->value, of_each->value, &exact))
    return loose;
  if (loose) return gm_interval_touch(product, whole);
  if (!gm_decimal_compare(exact, value)) return gm_decimal_significant(value) >= TOTAL_LEAST;
  return gm_interval_touch(product, whole) && gm_within(product.high, product.low, CLOSE) &&
         gm_within(whole.high, whole.low, CLOSE);
}

/* How many readings with another digit in `wrong`, which nothing else bears out, make the three fit. */
static unsigned count_mends(const gm_mention *wrong, const gm_mention *n, const each *e, const gm_mention *total) {
  gm_figure figure = *wrong->figure;
  unsigned count = 0;
  if (wrong->figure->verified) return 0;
  for (unsigned state = 0; gm_next_digit(wrong->figure, &state, &figure.value, &figure.interval);)
    count += makes(wrong == n ? &figure : n->figure, wrong == e->m ? &figure : e->m->figure,
                   wrong == total ? &figure : total->figure, in_tons(total, e), false);
  return count;
}

/* 每人1000元，共发放65.4万元, of 218名: is the total of so many years or turns? */
static bool is_of_several(gm_decimal product, const gm_mention *total) {
  gm_decimal times;
  for (int k = 2; k <= TIMES_MOST; k++)
    if (gm_decimal_multiply(product, gm_decimal_of(k), &times) &&
        gm_interval_touch(gm_interval_exact(times), total->figure->interval))
      return true;
  return false;
}

/* Does some number of the line make the total, or is what number `n` of them come to told elsewhere in it? */
static bool is_explained(const gm_links *links, const each *e, const gm_mention *n, const gm_mention *total) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    const gm_figure *f = m->figure;
    bool number = f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_CLAIM || f->kind == GM_FIGURE_DURATION;
    bool tons = in_tons(m, e);
    if (m == e->m) continue;
    if (number && m != total && makes(f, &e->rounded, total->figure, in_tons(total, e), true)) return true;
    if (m != n && gm_is_amount(f) && (gm_comparable(f, e->m->figure) || tons) &&
        makes(n->figure, &e->rounded, f, tons, true))
      return true;
  }
  return false;
}

static void report_mean(gm_line_check *check, const each *e, const gm_mention *n, const gm_mention *total) {
  const gm_view *view = check->view;
  gm_decimal value = total->figure->value, computed;
  if (in_tons(total, e) && !gm_decimal_shift(value, 3, &value)) return;
  if (!gm_decimal_divide(value, n->figure->value, e->m->figure->value.scale + 1, &computed)) return;
  gm_report_mention(check, e->m);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_mention(view, total).text, gm_quote_mention(view, n).text,
         gm_quote_amount(gm_round_like(computed, e->m, view), e->m, view).text, gm_quote_mention(view, e->m).text);
  gm_relate_mention(check, total, "总数", "the total");
  gm_relate_mention(check, n, "数量", "the number");
}

void gm_check_mended_product(gm_line_check *check, const gm_links *links, unsigned index, bool mean) {
  const gm_view *view = links->view;
  const gm_mention *n = NULL, *total = NULL;
  unsigned of_total = 0;
  each e;
  if (!read_each(links, index, &e) || e.mean != mean || e.m->figure->verified || gm_is_told(check, e.m)) return;
  for (unsigned k = 0; k < links->count; k++) {
    if (!is_total(links, &links->items[k], &e)) continue;
    for (unsigned i = 0; i < links->count; i++) {
      const gm_mention *number = &links->items[i], *whole = &links->items[k];
      if (i == k || !is_number(links, number, &e) || are_parted(links, number, &e, whole)) continue;
      unsigned first = count_mends(whole, number, &e, whole);
      if (!first && !count_mends(e.m, number, &e, whole) && !count_mends(number, number, &e, whole)) continue;
      if (n) return; /* which of them it is, no one can tell */
      n = number;
      total = whole;
      of_total = first;
    }
  }
  gm_decimal product;
  if (!n || gm_is_told(check, n) || gm_is_told(check, total) || is_explained(links, &e, n, total) ||
      gm_disclaimed(view) || !gm_decimal_multiply(n->figure->value, e.m->figure->value, &product) ||
      (in_tons(total, &e) && !gm_decimal_shift(product, -3, &product)) || is_of_several(product, total) ||
      gm_some_product_fits(links, index, total) || gm_other_prices_fit(links, n, e.m, total))
    return;
  if (of_total || !mean)
    gm_report_product(check, n, e.m, total, product);
  else
    report_mean(check, &e, n, total);
}
