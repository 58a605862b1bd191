/* AR-05: an average that is, to its last digit, what a total and a number told before it make, but for a slip of a
 * digit: 全程42公里，行进8小时，平均每小时6.25公里. Where the number stands farther off only digits that changed places
 * are told. */
#include "check/any_fit.h"
#include "check/product.h"

#define SENTENCES 1u /* so many before, the number may stand: 公路86.4公里。…投资7344万元，平均每公里 */
#define DIGITS    2  /* of the average, at least */
#define LONG_DIGITS 3u /* of a number that two turned round may have come of */

/* Does total / n give the figure's value to its last digit, with nothing left over? */
static bool makes(gm_decimal total, gm_decimal n, gm_decimal value) {
  gm_decimal product;
  return gm_decimal_multiply(n, value, &product) && !gm_decimal_compare(product, total);
}

/* Is it so, rounded as the average is printed? */
static bool rounds_to(const gm_figure *total, const gm_figure *n, const gm_figure *average) {
  gm_decimal low, high, half = {5, average->value.scale + 1};
  gm_interval a = average->interval;
  if (!gm_decimal_subtract(average->value, half, &low) || !gm_decimal_add(average->value, half, &high)) return true;
  if (gm_decimal_compare(a.low, low) < 0) low = a.low;
  if (gm_decimal_compare(a.high, high) > 0) high = a.high;
  return !gm_decimal_multiply(low, n->interval.low, &low) || !gm_decimal_multiply(high, n->interval.high, &high) ||
         (gm_decimal_compare(low, total->interval.high) <= 0 && gm_decimal_compare(high, total->interval.low) >= 0);
}

/* A total that the average may be of. */
static bool is_total(const gm_mention *m, const gm_mention *average) {
  return gm_is_amount(m->figure) && gm_is_plain(m->figure) && gm_is_exact(m->figure) &&
         gm_comparable(m->figure, average->figure) && gm_decimal_compare(m->figure->value, average->figure->value) > 0;
}

/* The spans of which one is told for each: 平均每小时 of 8小时. */
static bool is_span(const gm_view *view, const gm_mention *m, size_t thing) {
  size_t unit = gm_view_find(view, m->figure->unit_start);
  return m->figure->kind == GM_FIGURE_DURATION && m->figure->unit && m->to > unit &&
         gm_reads_alike(view, unit, thing, m->to - unit);
}

static void report(gm_line_check *check, const gm_mention *average, const gm_mention *n, const gm_mention *total,
                   gm_decimal value) {
  const gm_view *view = check->view;
  gm_report_mention(check, average);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_mention(view, total).text, gm_quote_mention(view, n).text, gm_quote_amount(value, average, view).text,
         gm_quote_mention(view, average).text);
  gm_offer_value(check, average, value);
  gm_relate_mention(check, total, "总数", "the total");
  gm_relate_mention(check, n, "数量", "the number");
}

/* Reports the average when two of its digits, the other way round, are total / n. */
static bool report_swap(gm_line_check *check, const gm_mention *average, const gm_mention *n, const gm_mention *total) {
  gm_decimal value;
  for (unsigned k = 0; gm_next_swap(average->figure, &k, &value, NULL);)
    if (makes(total->figure->value, n->figure->value, value)) {
      report(check, average, n, total, value);
      return true;
    }
  return false;
}

/* 全程42公里，实际行进8小时，平均每小时行进6.25公里: the span right before the average, the way right before the span.
 */
static bool check_pace(gm_line_check *check, const gm_links *links, unsigned index, size_t thing) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *span = average - 1, *total = average - 2;
  gm_decimal value;
  if (index < 2 || !gm_same_sentence(total, average)) return false;
  bool within = is_span(view, total, thing) && total->clause == span->clause; /* 3小时排水5400立方米，平均每小时 */
  if (within) {
    span = total;
    total = average - 1;
  }
  if (!is_span(view, span, thing) || !is_total(total, average) || !gm_is_exact(span->figure) ||
      span->figure->value.digits <= 0 || average->clause != average[-1].to + 1u ||
      (within ? span->from != span->clause : span->clause != total->to + 1u))
    return false;
  if (rounds_to(total->figure, span->figure, average->figure)) {
    gm_agree(check, total, span, average);
    return true;
  }
  if (!gm_decimal_divide(total->figure->value, span->figure->value, average->figure->value.scale, &value) ||
      !makes(total->figure->value, span->figure->value, value) ||
      gm_is_far(gm_decimal_trim(value), average->figure->value))
    return false;
  report(check, average, span, total, value);
  return true;
}

/* May the mention be the number of what the average is told for each of? */
static bool is_number(const gm_links *links, const gm_mention *m, const gm_mention *average, size_t thing,
                      size_t length) {
  if (gm_same_sentence(m, average) && is_span(links->view, m, thing)) return gm_is_exact(m->figure);
  return m->figure->sentence + SENTENCES >= average->figure->sentence && gm_is_count(m->figure) &&
         gm_decimal_compare(m->figure->value, gm_decimal_of(1)) > 0 && gm_counts_thing(links->view, m, thing, length);
}

static void check_mean(gm_line_check *check, const gm_links *links, unsigned index, size_t thing, size_t length) {
  const gm_mention *average = &links->items[index], *totals[2], *numbers[2];
  unsigned pairs = 0;
  for (unsigned t = 0; t < index; t++) {
    const gm_mention *total = &links->items[t];
    if (!gm_same_sentence(total, average) || !is_total(total, average)) continue;
    for (unsigned n = 0; n < index; n++) {
      const gm_mention *number = &links->items[n];
      if (n == t || !is_number(links, number, average, thing, length)) continue;
      if (rounds_to(total->figure, number->figure, average->figure)) return;
      gm_decimal value;
      for (unsigned k = 0; gm_next_swap(average->figure, &k, &value, NULL);)
        if (makes(total->figure->value, number->figure->value, value)) {
          if (pairs == 2) return;
          totals[pairs] = total;
          numbers[pairs++] = number;
        }
    }
  }
  if (pairs == 1) report_swap(check, average, numbers[0], totals[0]);
}

/* Does one of the three, of three digits or more, make the mean when two of them change places? */
static bool is_turned(const gm_mention *const *three) {
  for (unsigned i = 0; i < 3; i++) {
    gm_figure turned[3] = {*three[0]->figure, *three[1]->figure, *three[2]->figure};
    if (gm_decimal_significant(turned[i].value) < LONG_DIGITS) continue;
    for (unsigned k = 0; gm_next_swap(three[i]->figure, &k, &turned[i].value, &turned[i].interval);)
      if (rounds_to(&turned[0], &turned[1], &turned[2])) return true;
  }
  return false;
}

/* …; 受益3650户，补助438.0万元，户均1200元；…: the one total and the one number of the part between its ；, so that
 * what other parts tell explains nothing where two digits turned round make the mean. */
static void check_part(gm_line_check *check, const gm_links *links, unsigned index, size_t thing, size_t length) {
  const gm_mention *average = &links->items[index], *total = NULL, *number = NULL;
  gm_decimal value;
  for (unsigned i = index; i-- > 0 && gm_in_one_part(links, &links->items[i], average);) {
    const gm_mention *m = &links->items[i];
    if (is_number(links, m, average, thing, length)) {
      if (number) return;
      number = m;
    } else if (gm_is_amount(m->figure) && gm_comparable(m->figure, average->figure)) {
      if (total || !is_total(m, average)) return;
      total = m;
    } else if (gm_is_amount(m->figure) && number && gm_comparable(m->figure, number->figure)) {
      return; /* 18家，其中民营12家: of either */
    }
  }
  /* 累计发放512亿元，年人均1.2万元: what was gathered over years */
  if (gm_find_word(links->view, average->label, average->from, "年人 年户 年均 月均 月人 每年 每月") != SIZE_MAX)
    return;
  if (!total || !number || rounds_to(total->figure, number->figure, average->figure) ||
      !is_turned((const gm_mention *const[]){total, number, average}) || gm_is_told(check, total) ||
      gm_is_told(check, number) ||
      !gm_decimal_divide(total->figure->value, number->figure->value,
                         average->figure->value.scale ? average->figure->value.scale : 1, &value))
    return;
  report(check, average, number, total, gm_decimal_trim(value));
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_mean_slips(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 1; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    size_t thing, length;
    if (!(m->figure->roles & GM_ROLE_EACH) || !gm_is_amount(m->figure) || !gm_is_exact(m->figure) ||
        m->figure->verified || gm_decimal_significant(m->figure->value) < DIGITS || gm_is_delta(m->figure) ||
        gm_is_told(check, m) || gm_disclaimed(view))
      continue;
    bool each = gm_find_word(view, m->label, m->from, "平均每") != SIZE_MAX;
    length = each ? gm_each_thing(view, m, &thing) : 0;
    if (!each && (thing = gm_find_word(view, m->label, m->from, GM_AVERAGES)) != SIZE_MAX) length = 1; /* 户均 */
    if (!length) continue;
    if (each && check_pace(check, links, i, thing)) continue;
    if (each) check_mean(check, links, i, thing, length);
    if (!gm_is_told(check, m)) check_part(check, links, i, thing, length);
  }
}
