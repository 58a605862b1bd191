/* DT-07: countdowns and the days between two dates. */
#include "check/dates.h"
#include "check/draft.h"
#include "check/families.h"

/* Does the duration agree with the days between two dates, give or take one? */
static bool days_fit(const gm_day *a, const gm_day *b, const gm_figure *f, int64_t *passed) {
  bool fits = false, leap = gm_is_leap_day(a->date) || gm_is_leap_day(b->date);
  /* Dates without a year: in a leap year or not, in one year or over New Year. */
  for (unsigned k = 0; k < 4; k++) {
    gm_day x = *a, y = *b;
    if (!x.date.year) x.date.year = (uint16_t)((k & 1) != leap ? 2024 : 2023);
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

/* 6月7日至10日: does the date end what the one before it begins? */
static bool ends_range(const gm_view *view, const gm_day *a, const gm_day *b) {
  size_t sign = gm_words_at(view, a->mention->to, "至 到 — —— - – ～ 、 和");
  return sign && a->mention->to + sign == b->mention->from;
}

#define EVENT_CHARS 10u /* between the date of what is awaited and its name */

/* 定于10月18日开幕…离开幕仅剩: do the two characters behind 距 stand right behind the date as well? */
static bool names_event(const gm_view *view, size_t until, const gm_mention *day) {
  size_t at = until + gm_words_at(view, until, "距离 距 离");
  if (at + 2 >= view->count || !(view->cls[at] & GM_HAN) || !(view->cls[at + 1] & GM_HAN)) return false;
  for (size_t i = day->to; i + 1 < view->count && i < day->to + EVENT_CHARS && !(view->cls[i] & (GM_PAUSE | GM_STOP));
       i++)
    if (view->cp[i] == view->cp[at] && view->cp[i + 1] == view->cp[at + 1]) return true;
  return false;
}

/* 距第十届运动会5月1日开幕还有100天: does the date stand between 距 and the number, in one clause? */
static bool counts_down_to(const gm_view *view, size_t until, const gm_mention *day, const gm_mention *left) {
  return day->from > until && day->to < left->from && gm_find_mark(view, until, left->from, "，；。：") == SIZE_MAX;
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
  /* 1986年10月12日开港…距开港40周年还有100天: the day is that of a later year. */
  if (until != SIZE_MAX && gm_find_word(view, until, m->from, "周年 华诞 诞辰 生日") != SIZE_MAX) return;
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
    if (j && !between && ends_range(view, b - 1, b)) continue;
    if (between && (b->mention->figure->sentence != figure->sentence || b->mention->from > m->from)) continue;
    if (full < 2) pair[full] = b;
    full++;
  }
  if (full != 2) return;
  if (until != SIZE_MAX) {
    /* 距…日: one of the two stands right behind it. */
    int meant = -1;
    for (int k = 0; k < 2 && meant < 0; k++)
      if ((pair[k]->mention->from > until && pair[k]->mention->from - until <= 4) ||
          counts_down_to(view, until, pair[k]->mention, m) || names_event(view, until, pair[k]->mention))
        meant = k;
    if (meant < 0) return;
    /* 距5月1日开园还有20天，4月1日起试运行: that is not the day it is counted from. */
    const gm_mention *today = pair[!meant]->mention;
    if (today->from > m->from && gm_words_before(view, today->from, "截至 截止 截止到 到 至")) return;
    if (today->from > m->from && gm_words_at(view, today->to, "起 前 后 将 开始 至 到 以后 之前 之后 正式")) return;
  }
  if (countdown && until == SIZE_MAX && (!pair[0]->date.year || !pair[1]->date.year)) return;
  days_fit(pair[0], pair[1], figure, &passed);
  if (!passed) return; /* one day told twice */
  gm_report_mention(check, m);
  gm_say(check->out, check->language, "%s与%s相隔%lld天，文中为%s", "%s and %s are %lld days apart, the text says %s",
         gm_quote_mention(view, pair[0]->mention).text, gm_quote_mention(view, pair[1]->mention).text,
         (long long)passed, gm_quote_mention(view, m).text);
  gm_relate_mention(check, pair[0]->mention, "一个日期", "one date");
  gm_relate_mention(check, pair[1]->mention, "另一个日期", "the other date");
}

#define TODAY_CHARS 24u /* from 距 to the number, and from 今天 to both */
#define NEAR_CHARS  6u  /* from 今天 to 距 */
#define DAYS_OFF    1   /* counted with the first day or without */
#define DAYS_LATE   3   /* a page may be published some days after what it tells of */

/* Where one of `words` begins among the characters, the last of them; SIZE_MAX when none does. */
static size_t last_of(gm_word_lists *lists, const uint32_t *text, size_t count, const char *words) {
  for (size_t i = count; i-- > 0;)
    if (gm_word_list_in(lists, text + i, count - i, words)) return i;
  return SIZE_MAX;
}

/* Does the byte stand behind the end of 还有, 仅剩, 还有整整, 还剩不到? */
static bool follows_left(gm_text line, uint32_t byte) {
  static const char ends[][4] = {"有", "剩", "整", "到"};
  for (size_t i = 0; byte >= 3 && i < sizeof ends / sizeof *ends; i++)
    if (!memcmp(line.ptr + byte - 3, ends[i], 3)) return true;
  return false;
}

/* 庆祝大会将于今年10月18日举行，距今天还有242天; 今天，距11月9日开幕还有50天: the day that figure i counts to, when it
 * counts from the day of the draft; NULL when it does not. */
static const gm_figure *counted_to(gm_draft_check *check, uint32_t line, uint32_t i) {
  const gm_figures *figures = &check->figures[line];
  const gm_figure *f = &figures->items[i], *day = NULL;
  uint32_t text[2 * TODAY_CHARS];
  size_t n = gm_context_before(check->draft->lines[line], f->start, text, 2 * TODAY_CHARS);
  const uint32_t *before = text + 2 * TODAY_CHARS - n;
  size_t left = last_of(check->words, before, n, "还有 还剩 仅剩 只剩 只有 仅有 尚有");
  if (left == SIZE_MAX || left + 2 + gm_word_list_in(check->words, before + left + 2, n - left - 2, "整整 不到") != n)
    return NULL;
  size_t from = last_of(check->words, before, left, "距 离");
  if (from == SIZE_MAX) return NULL;
  bool today =
      gm_word_list_in(check->words, before + from + 1, n - from - 1, "今天 今日 现在 离今天 离今日 离现在") != 0;
  size_t told = today ? from : last_of(check->words, before, from, "今天 今日");
  if (told == SIZE_MAX || from - told > NEAR_CHARS) return NULL;
  for (uint32_t k = 0; k < figures->count; k++) {
    const gm_figure *d = &figures->items[k];
    if (d->kind != GM_FIGURE_DATE || d->sentence != f->sentence) continue;
    if (day || !d->date.month || !d->date.day || d->start > f->start) return NULL;
    day = d;
  }
  return day;
}

void gm_check_days_today(gm_draft_check *check) {
  gm_draft_date own = {{0, 0, 0}, false};
  bool looked = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DURATION))) < check->draft->count; line++) {
    if (!(check->kinds[line] & GM_KIND(DATE)) || !check->draft->classes[line].keep ||
        check->figures[line].count > GM_MENTIONS_MAX)
      continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_DURATION || !gm_is_exact(f) || f->value.scale || f->value.digits < 2 ||
          strcmp(gm_units[gm_units[f->unit].same_as].name, "天") || !follows_left(check->draft->lines[line], f->start))
        continue;
      if (looked && !own.date.day) return;
      const gm_figure *day = counted_to(check, line, i);
      if (!day) continue;
      if (!looked) own = gm_date_of_draft(check);
      looked = true;
      if (!own.date.day) return;
      gm_date to = day->date;
      if (!to.year) { /* the next such day */
        bool over = to.month < own.date.month || (to.month == own.date.month && to.day <= own.date.day);
        to.year = (uint16_t)(own.date.year + over);
      }
      if (to.day > gm_month_days(to.year, to.month)) continue;
      int64_t passed = gm_day_number(to) - gm_day_number(own.date), off = passed - f->value.digits;
      if (passed <= 0 || (off < 0 ? -off : off) <= (own.published ? DAYS_LATE : DAYS_OFF)) continue;
      gm_report_figure(check, line, f);
      gm_say(check->out, check->language, "文稿日期%u年%u月%u日到%s相隔%lld天，文中为%s",
             "%u-%u-%u, the day of the draft, and %s are %lld days apart, the text says %s", own.date.year,
             own.date.month, own.date.day, gm_quote_figure(check->draft, line, day).text, (long long)passed,
             gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, day, "所距之日", "the day counted to");
    }
  }
}
