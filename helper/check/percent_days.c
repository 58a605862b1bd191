/* PCT-01 of days in a year: 优良天数338天，优良率92.6%. */
#include "check/families.h"
#include "check/percent.h"

#define YEAR_DAYS 365
#define LEAP_DAYS 366
#define HALF_YEAR 183 /* fewer days may be of a part of the year */

/* 有效监测366天，其中优128天、良189天，优良天数共317天，优良率86.6%: the first number of days before, of which they are;
 * none of what stands between is more. */
static const gm_mention *days_monitored(const gm_links *links, const gm_mention *days) {
  const gm_mention *found = NULL;
  for (const gm_mention *m = days; m-- > links->items && gm_same_sentence(m, days);) {
    if (!gm_one_before(links->view, m->to, "天")) continue;
    if (found && gm_decimal_compare(found->figure->value, days->figure->value) > 0) return NULL;
    found = m;
  }
  return found && found->figure->kind == GM_FIGURE_DURATION && gm_is_exact(found->figure) &&
                 gm_find_word(links->view, found->clause, found->from, "监测 采样 运行 观测") != SIZE_MAX
             ? found
             : NULL;
}

/* The days of the year that the sentence tells before `rate`; those of a common year when it tells none. */
static int days_told(const gm_links *links, const gm_mention *rate) {
  for (const gm_mention *m = rate; m-- > links->items && gm_same_sentence(m, rate);)
    if (m->figure->kind == GM_FIGURE_YEAR && m->figure->date.year)
      return gm_month_days(m->figure->date.year, 2) == 29 ? LEAP_DAYS : YEAR_DAYS;
  return YEAR_DAYS;
}

/* Judges the days and their share by how many were monitored. */
static void check_monitored(gm_line_check *check, const gm_mention *whole, const gm_mention *days,
                            const gm_mention *rate) {
  const gm_view *view = check->view;
  gm_interval part = gm_interval_exact(days->figure->value), all = gm_interval_exact(whole->figure->value);
  gm_decimal computed;
  if (gm_ratio_fits(part, all, gm_percent_interval(rate->figure, 1))) {
    gm_agree(check, rate, days, whole);
    return;
  }
  if (gm_ratio_fits(part, all, gm_percent_interval(rate->figure, 3)) || gm_disclaimed(view) ||
      !gm_percent_of(days->figure->value, whole->figure->value, rate->figure->value.scale, &computed))
    return;
  gm_report_share(check, rate, days, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_days_of_year(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *days = rate - 1;
  size_t at, stop;
  if (!gm_same_sentence(days, rate) || !gm_is_exact(days->figure) || !gm_is_exact(rate->figure) ||
      rate->figure->kind != GM_FIGURE_PERCENT || !gm_one_before(view, days->to, "天") || days->figure->value.scale ||
      gm_lead_of(links, index, &at, &stop) != GM_LEAD_RATE ||
      !gm_share_pair(view, at, stop, days->clause, days->from) ||
      gm_find_word(view, days->clause, days->from, "天数") == SIZE_MAX)
    return;
  const gm_mention *monitored = days_monitored(links, days);
  if (monitored) check_monitored(check, monitored, days, rate);
  if (monitored || days->figure->value.digits < HALF_YEAR || days->figure->value.digits > LEAP_DAYS) return;
  gm_interval printed = gm_percent_interval(rate->figure, 1), part = gm_interval_exact(days->figure->value);
  bool alike = false, rounding = false;
  gm_decimal computed[2];
  for (int i = 0; i < 2; i++) {
    gm_interval year = gm_interval_exact(gm_decimal_of(YEAR_DAYS + i));
    if (gm_ratio_fits(part, year, printed)) {
      gm_agree(check, rate, days, NULL);
      return;
    }
    if (!gm_percent_of(days->figure->value, year.low, rate->figure->value.scale, &computed[i])) return;
    alike = alike || gm_look_alike(computed[i], rate->figure->value) != GM_UNLIKE;
    rounding = rounding || gm_is_last_digit(rate->figure, computed[i], part, year);
  }
  if (!alike || rounding || gm_disclaimed(view)) return;
  for (unsigned i = 0; i < index - 1; i++) /* 有效监测364天，其中优良天数338天 */
    if (gm_same_sentence(&links->items[i], rate) && gm_one_before(view, links->items[i].to, "天")) return;
  int year_days = days_told(links, rate);
  gm_report_mention(check, rate);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%d天=%s%%，文中为%s", "%s / %d days = %s%%, the text says %s",
         gm_quote_mention(view, days).text, year_days, gm_quote_decimal(computed[year_days - YEAR_DAYS]).text,
         gm_quote_mention(view, rate).text);
  gm_relate_mention(check, days, "部分", "the part");
}
