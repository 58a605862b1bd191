/* AR-05: what a span of the year makes on average in its parts: 全年召开36次，平均每月3次. */
#include "check/any_fit.h"
#include "check/families.h"

/* Parts of a span that an average is told for. */
static const struct {
  const char *words;
  unsigned months;
} parts[] = {{"平均每月 月均 每月平均", 1}, {"平均每季度 平均每个季度 季均", 3}, {"年均 平均每年 每年平均", 12}};

#define DAILY      "日均 平均每天 平均每日 每天平均 每日平均"
#define DAYS_SPARE 2 /* of 28 or 31 in a month, 365 or 366 in a year */

/* Days that are worked in twelve months, of weeks with five days or six. */
#define WORKED_LEAST 240
#define WORKED_MOST  315

#define YEARS_MAX 30 /* more are no plan's */

/* How many months mention `index`, with the one before it, counts from one to another: 1—9月, 3月至11月; 0 when it does
 * not. */
static unsigned month_range(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  const gm_figure *f = m->figure;
  if (f->kind == GM_FIGURE_RANGE && gm_one_before(view, m->to, "月") && !gm_one_before(view, m->to - 1, "个") &&
      !f->interval.low.scale && f->interval.low.digits >= 1 && f->interval.high.digits <= 12 &&
      f->interval.high.digits > f->interval.low.digits)
    return (unsigned)(f->interval.high.digits - f->interval.low.digits) + 1;
  if (f->kind != GM_FIGURE_DATE || !index || f->date.day || !f->date.month) return 0;
  const gm_mention *from = m - 1;
  return from->figure->kind == GM_FIGURE_DATE && !from->figure->date.day && from->figure->date.month &&
                 from->figure->date.month < f->date.month && gm_words_at(view, from->to, "至 到 — – ～ -") &&
                 m->from <= from->to + 2u && (!f->date.year || f->date.year == from->figure->date.year)
             ? f->date.month - from->figure->date.month + 1u
             : 0;
}

/* The months of the span that the words before the total tell, 0 when they tell none, or less than all of it. */
static unsigned months_told(const gm_links *links, unsigned total) {
  static const struct {
    const char *words;
    unsigned months;
  } spans[] = {{"全年 一年来 年度 去年 上年", 12},
               {"上半年 下半年 半年来", 6},
               {"前三季度 前三个季度", 9},
               {"一季度 二季度 三季度 四季度", 3}};
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[total];
  size_t from = gm_sentence_start(view, m->from);
  if (gm_find_word(view, from, m->from, "截至 以来 目前 至今 月份 学年 学期 同期") != SIZE_MAX) return 0;
  unsigned months = 0, years = 0, span = 0;
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
    size_t word = gm_find_word(view, from, m->from, spans[i].words);
    if (word == SIZE_MAX) continue;
    if (months == 9 && gm_one_before(view, word, "前")) /* 前三季度…，四季度 */
      word = gm_find_word(view, word + 3, m->from, spans[i].words);
    if (months == 9 && word != SIZE_MAX && !gm_one_before(view, word, "前")) return 0;
    if (months && !(months == 9 && spans[i].months == 3)) return 0;
    if (!months) months = spans[i].months;
  }
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], m);) {
    const gm_figure *f = links->items[i].figure;
    /* 5年累计投入 */
    if (f->kind == GM_FIGURE_DURATION && gm_is_exact(f) && !f->value.scale && f->value.digits > 1 &&
        f->value.digits <= YEARS_MAX && gm_one_before(view, links->items[i].to, "年") && !months && !span) {
      span = (unsigned)f->value.digits * 12;
      continue;
    }
    if (f->kind == GM_FIGURE_DURATION && months == 12 && gm_words_at(view, links->items[i].to, "来"))
      continue; /* 一年来 */
    unsigned range = month_range(links, i);
    if (range) { /* 3月至11月, 1—9月 */
      if (months) return 0;
      months = range;
      i -= f->kind == GM_FIGURE_DATE;
      continue;
    }
    if (f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_DURATION) return 0;
    years += f->kind == GM_FIGURE_YEAR;
  }
  if (span) return years || gm_find_word(view, from, m->from, "累计 共 总") == SIZE_MAX ? 0 : span;
  return years > 1 ? 0 : months ? months : years ? 12 : 0;
}

/* 4月共接诊6200人次: does the sentence open with one month, and is nothing else told of time before the total? */
static bool is_of_month(const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[total], *month = NULL;
  size_t from = gm_sentence_start(view, m->from);
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], m);) {
    const gm_figure *f = links->items[i].figure;
    if (month || f->kind == GM_FIGURE_RANGE || f->kind == GM_FIGURE_DURATION) return false;
    if (f->kind == GM_FIGURE_DATE) month = &links->items[i];
  }
  return month && month->from == from && month->figure->date.month && !month->figure->date.day &&
         !gm_words_at(view, month->to, "起 以来 以后 底 末 初 上旬 中旬 下旬 至 到 — – - 开 启 正式") &&
         gm_find_word(view, from, m->from, "截至 以来 目前 至今 累计 学年 学期 同期") == SIZE_MAX;
}

/* The mean with its rounding: 日均320人 to tens, 约 with 5 %. */
static bool mean_ends(const gm_figure *f, gm_interval *out) {
  gm_decimal play = {5, f->value.scale + 1};
  *out = f->interval;
  if (f->approx == GM_APPROX_ABOUT) {
    if (!gm_decimal_multiply(f->value, (gm_decimal){5, 2}, &play)) return false;
  } else if (gm_is_exact(f)) {
    for (int64_t d = f->value.digits; d && d % 10 == 0; d /= 10) play.digits *= 10;
  } else {
    return true;
  }
  return gm_decimal_subtract(f->value, play, &out->low) && gm_decimal_add(f->value, play, &out->high);
}

/* Does the mean, over `least` to `most` days, make the total? */
static bool days_make(gm_interval mean, int64_t least, int64_t most, const gm_mention *total) {
  gm_interval made;
  return !gm_decimal_multiply(mean.low, gm_decimal_of(least), &made.low) ||
         !gm_decimal_multiply(mean.high, gm_decimal_of(most), &made.high) ||
         gm_interval_touch(made, total->figure->interval);
}

/* 全年开馆354天。…，日均1850人次: do the days that the line tells make the total? */
static bool told_days_make(const gm_links *links, gm_interval mean, const gm_mention *total) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_DURATION && !m->figure->value.scale && gm_one_before(links->view, m->to, "天日") &&
        days_make(mean, m->figure->value.digits, m->figure->value.digits, total))
      return true;
  }
  return false;
}

/* 全年完成手术18250台，日均55台: over neither all days nor those that are worked. */
static void check_daily(gm_line_check *check, const gm_links *links, unsigned index, const gm_mention *total) {
  const gm_mention *average = &links->items[index];
  unsigned at = (unsigned)(total - links->items), months = is_of_month(links, at) ? 1 : months_told(links, at);
  int64_t days = (int64_t)months * 365 / 12;
  gm_interval mean;
  gm_decimal computed;
  if (!days || !mean_ends(average->figure, &mean)) return;
  if (days_make(mean, days - DAYS_SPARE, days + DAYS_SPARE, total) || told_days_make(links, mean, total)) {
    gm_agree(check, total, average, NULL);
    return;
  }
  /* 春运发送旅客539万人次，日均13.5万人次: a mean far off is one of other days */
  if (!days_make(mean, days / 2, days * 2, total) ||
      days_make(mean, months * WORKED_LEAST / 12, months * WORKED_MOST / 12, total))
    return;
  for (unsigned i = 0; i < links->count; i++) { /* another amount of the sentence may be meant */
    const gm_mention *other = &links->items[i];
    if (other != average && gm_same_sentence(other, average) && gm_comparable(other->figure, average->figure) &&
        (days_make(mean, days - DAYS_SPARE, days + DAYS_SPARE, other) ||
         days_make(mean, months * WORKED_LEAST / 12, months * WORKED_MOST / 12, other)))
      return;
  }
  if (gm_disclaimed(links->view) || gm_is_told(check, average) ||
      !gm_decimal_divide(total->figure->value, gm_decimal_of(days), average->figure->value.scale + 1, &computed))
    return;
  /* closed on some days only: but for a slip of a digit the mean may be right */
  if (days_make(mean, months * WORKED_MOST / 12, days, total) &&
      gm_look_alike(gm_round_like(computed, average, links->view), average->figure->value) == GM_UNLIKE)
    return;
  gm_report_mention(check, average);
  gm_say(check->out, check->language, "%s÷%u=%s，文中为%s", "%s / %u = %s, the text says %s",
         gm_quote_mention(links->view, total).text, (unsigned)days,
         gm_quote_amount(gm_round_like(computed, average, links->view), average, links->view).text,
         gm_quote_mention(links->view, average).text);
  gm_relate_mention(check, total, "总数", "the total");
}

void gm_check_period_average(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *total = average - 1;
  /* 用电1.44亿千瓦时，同比增长11.6%，月均2400万千瓦时: how the total grew stands between */
  if (index > 1 && total->figure->kind == GM_FIGURE_PERCENT && gm_is_delta(total->figure) &&
      total->clause == total[-1].to + 1u && average->clause == total->to + 1u &&
      gm_find_word(view, total->clause, total->from, "今年 本年 当年 明年 上年 月 季") == SIZE_MAX)
    total--;
  if (!gm_same_sentence(total, average) || !gm_is_amount(total->figure) ||
      !gm_comparable(total->figure, average->figure) || gm_is_delta(total->figure) ||
      total->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_PAREN) || average->figure->value.digits <= 0 ||
      gm_one_of(view, average->to, "以"))
    return;
  size_t clause = average->clause, word = 0;
  if (clause != average[-1].to + 1u && gm_find_word(view, average[-1].to, clause, "， ； ：") + 1 != clause) return;
  unsigned months = 0, span;
  size_t daily = gm_words_at(view, clause, DAILY);
  if (daily && average->from - clause - daily <= 6) {
    if (gm_find_word(view, clause + daily, average->from, "最 峰 增 净 新 工作 比 较 由 从") == SIZE_MAX)
      check_daily(check, links, index, total);
    return;
  }
  for (size_t i = 0; i < sizeof parts / sizeof *parts && !word; i++)
    if ((word = gm_words_at(view, clause, parts[i].words)) != 0) months = parts[i].months;
  if (!word || average->from - clause - word > 6 || !(span = months_told(links, (unsigned)(total - links->items))))
    return;
  gm_decimal n = gm_decimal_of(span / months), half = {5, average->figure->value.scale + 1}, low, high, computed;
  gm_interval a = average->figure->interval;
  gm_decimal rounded_low, rounded_high;
  if (!gm_decimal_subtract(average->figure->value, half, &rounded_low) ||
      !gm_decimal_add(average->figure->value, half, &rounded_high))
    return;
  /* Of 3次 the mean is rounded; what 19.39亿 may be its interval says. */
  if (gm_is_exact(average->figure) && gm_decimal_compare(rounded_low, a.low) < 0) a.low = rounded_low;
  if (gm_is_exact(average->figure) && gm_decimal_compare(rounded_high, a.high) > 0) a.high = rounded_high;
  if (span % months || span <= months || !gm_decimal_multiply(a.low, n, &low) || !gm_decimal_multiply(a.high, n, &high))
    return;
  if (gm_decimal_compare(low, total->figure->interval.high) <= 0 &&
      gm_decimal_compare(total->figure->interval.low, high) <= 0) {
    gm_agree(check, total, average, NULL);
    return;
  }
  total = gm_nearest_total(links, index, gm_interval_exact(n), a.low, a.high);
  if (!total || gm_disclaimed(view) || gm_is_told(check, average) ||
      !gm_decimal_divide(total->figure->value, n, average->figure->value.scale + 1, &computed))
    return;
  gm_report_mention(check, average);
  gm_say(check->out, check->language, "%s÷%u=%s，文中为%s", "%s / %u = %s, the text says %s",
         gm_quote_mention(view, total).text, span / months,
         gm_quote_amount(gm_round_like(computed, average, view), average, view).text,
         gm_quote_mention(view, average).text);
  gm_relate_mention(check, total, "总数", "the total");
}
