/* DT-07: countdowns and the days between two dates. */
#include "check/dates.h"
#include "check/draft.h"
#include "check/families.h"

/* Does the duration agree with the days between two dates, give or take one? */
static bool days_fit(const gm_day *a, const gm_day *b, const gm_figure *f, int64_t *passed) {
  bool fits = false;
  /* Dates without a year: in a leap year or not, in one year or over New Year. */
  for (unsigned k = 0; k < 4; k++) {
    gm_day x = *a, y = *b;
    if (!x.date.year) x.date.year = (uint16_t)(k & 1 ? 2024 : 2023);
    if (!y.date.year) y.date.year = (uint16_t)(x.date.year + (k >> 1));
    if (!a->date.year && b->date.year) x.date.year = (uint16_t)(b->date.year - (k >> 1));
    int64_t n = gm_day_number(y.date) - gm_day_number(x.date);
    if (n < 0) n = -n;
    if (!k) *passed = n;
    gm_interval slack = {gm_decimal_of(n - 1), gm_decimal_of(n + 1), false, false};
    fits = fits || gm_interval_meet(slack, f->interval);
  }
  return fits;
}

void gm_check_days(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  if (figure->kind != GM_FIGURE_DURATION || check->figures->count < 3) return;
  if (strcmp(gm_units[gm_units[figure->unit].same_as].name, "天") || figure->value.digits < 2) return;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure);
  if (at == links->count) return;
  const gm_mention *m = &links->items[at];
  size_t sentence = gm_sentence_start(view, m->from);
  bool between = gm_words_before(view, m->from, "相隔 间隔 时隔 相距 相隔了 间隔了 相差 中间隔了");
  bool countdown = gm_words_before(view, m->from, "倒计时 倒计时还有 倒计时牌显示");
  size_t until = SIZE_MAX;
  if (!between &&
      gm_words_before(view, m->from, "还有 还剩 仅剩 只剩 只有 仅有 尚有 剩 仅 只 整 正好 恰好 刚好 还有整整 倒计时"))
    until = gm_find_word(view, sentence, m->from, "距 距离 离");
  if (until == SIZE_MAX && m->from > 1 && gm_find_word(view, m->clause, m->from, "距 距离") != SIZE_MAX)
    until = gm_find_word(view, m->clause, m->from, "距 距离");
  if (!between && !countdown && until == SIZE_MAX) return;
  gm_days dates;
  gm_dates_of(links, 0, links->count, &dates);
  unsigned full = 0;
  const gm_day *pair[2] = {NULL, NULL};
  int64_t passed;
  for (unsigned j = 0; j < dates.count; j++) {
    const gm_day *b = &dates.items[j];
    if (!b->date.month || !b->date.day) continue;
    for (unsigned i = 0; i < j; i++) {
      const gm_day *a = &dates.items[i];
      if (a->date.month && a->date.day && days_fit(a, b, figure, &passed)) return;
    }
    if (between && (b->mention->figure->sentence != figure->sentence || b->mention->from > m->from)) continue;
    if (full < 2) pair[full] = b;
    full++;
  }
  if (full != 2) return;
  if (until != SIZE_MAX) {
    /* 距…日: one of the two stands right behind it. */
    bool meant = false;
    for (unsigned k = 0; k < 2; k++)
      meant = meant || (pair[k]->mention->from > until && pair[k]->mention->from - until <= 4);
    if (!meant) return;
  }
  if (countdown && until == SIZE_MAX && (!pair[0]->date.year || !pair[1]->date.year)) return;
  days_fit(pair[0], pair[1], figure, &passed);
  gm_report_mention(check, m);
  gm_say(check->out, check->language, "%s与%s相隔%lld天，文中为%s", "%s and %s are %lld days apart, the text says %s",
         gm_quote_mention(view, pair[0]->mention).text, gm_quote_mention(view, pair[1]->mention).text,
         (long long)passed, gm_quote_mention(view, m).text);
  gm_relate_mention(check, pair[0]->mention, "一个日期", "one date");
  gm_relate_mention(check, pair[1]->mention, "另一个日期", "the other date");
}
