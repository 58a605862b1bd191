/* DT-05 of durations that are counted to the day or the month: 首尾算上一共12天; 有期徒刑三年六个月，刑期自…起至…止;
 * 4月3日落谷，秧龄满25天，到4月28日起秧. */
#include "check/draft.h"
#include "check/families.h"
#include "check/lasting.h"

#define REACH_CHARS 60u /* from the first date to the end of what is told of it */

/* With these both days are counted. */
#define BOTH \
  "连头带尾 连头搭尾 首尾算上 前后算上 头尾算上 首尾相加 首尾都算 首尾 头尾 首尾两天 含首尾 首尾两天都算上 连首带尾"
#define COUNTED "共 一共 共计 总共 计 整整 整 刚好 正好 足足 为 是 合计 ， 都"

/* The two last dates with a day before mention `at`, in its sentence; false when there are others that could be meant.
 */
static bool two_days(const gm_links *links, unsigned at, gm_day *a, gm_day *b) {
  unsigned first = at;
  while (first && gm_same_sentence(&links->items[first - 1], &links->items[at])) first--;
  gm_days dates;
  gm_dates_of(links, first, at, &dates);
  gm_skip_years(&dates, 2);
  if (dates.count != 2 || !dates.items[0].date.day || !dates.items[1].date.day) return false;
  *a = dates.items[0];
  *b = dates.items[1];
  return b->mention->to <= links->items[at].from && links->items[at].from - a->mention->to <= REACH_CHARS;
}

/* …，首尾算上一共12天. True when it has spoken, or the days are right. */
static bool check_both(gm_line_check *check, const gm_links *links, unsigned at, const gm_lasting *told) {
  const gm_view *view = links->view;
  size_t from = told->whole.from;
  for (size_t n; from && (n = gm_words_before(view, from, COUNTED)) != 0;) from -= n;
  gm_day a, b;
  int64_t least, most;
  /* 首尾两天免费开放 */
  if (from == told->whole.from && gm_words_before(view, from, "首尾 头尾")) return false;
  if (told->term->tenths != 10 || !gm_words_before(view, from, BOTH) || !two_days(links, at, &a, &b) ||
      !gm_days_between(&a, &b, &least, &most) ||
      gm_find_word(view, a.mention->to, from, "其中 每 除 不含 休息") != SIZE_MAX)
    return false;
  /* of a year that is not told 2月28日 to 3月1日 may be a day more */
  if (told->whole.figure->value.digits < most - (most > least + 1) || told->whole.figure->value.digits > most)
    gm_report_lasting(check, &told->whole, &a, &b, told->term, most, most);
  return true;
}

#define TERMS_LED                                                                                                                                                     \
  "刑期 徒刑 拘役 管制 租期 合同期 任期 聘期 有效期 服务期 服务期限 合同期限 租赁期 租赁期限 考验期 考验期限 保修期 " \
  "质保期"
#define SET_OFF "折抵 羁押 抵扣 顺延 续 延长 提前 减刑 假释 刑满释放 免租"

/* The months of the term told last before mention `date` in its sentence, with one of those words before it; 0 when no
 * whole months. *term gets its mention. Every other term of the sentence is asked too whether it fits `passed`. */
static bool some_term_fits(const gm_links *links, unsigned date, int64_t passed, gm_mention *term, int64_t *told) {
  const gm_view *view = links->view;
  *told = 0;
  for (unsigned i = 0; i < date; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_DURATION || !gm_is_exact(m->figure) || m->figure->value.scale) continue;
    const gm_term *t = gm_term_of(m->figure);
    if (!t || gm_lasting_goes_on(links, i)) continue;
    int64_t months = t->tenths == 3652 ? 12 * m->figure->value.digits : t->tenths == 304 ? m->figure->value.digits : 0;
    gm_mention whole = *m;
    if (gm_lasting_goes_on(links, i + 1)) {
      const gm_term *less = gm_term_of(m[1].figure);
      if (t->tenths != 3652 || less->tenths != 304 || !gm_is_exact(m[1].figure)) return true;
      months += m[1].figure->value.digits;
      whole.to = m[1].to;
    }
    if (!months) continue;
    if (months == passed) return true;
    bool named = gm_find_word(view, whole.clause, whole.from, TERMS_LED) != SIZE_MAX;
    if (!named || !gm_same_sentence(m, &links->items[date])) continue;
    *term = whole;
    *told = months;
  }
  return !*told;
}

/* The months from the one day up to and with the other, or up to it; 0 when they are no whole months. */
static int64_t whole_months(gm_date a, gm_date b) {
  int64_t months = 12 * ((int64_t)b.year - a.year) + b.month - a.month;
  unsigned last = gm_month_days(b.year, b.month);
  if (b.day + 1 == a.day || b.day == a.day) return months;
  if (a.day == 1 && b.day == last) return months + 1;
  return a.day > last && b.day == last ? months : 0;
}

static void report_months(gm_line_check *check, const gm_mention *term, const gm_mention *a, const gm_mention *b,
                          int64_t passed) {
  const gm_view *view = check->view;
  gm_report_mention(check, term);
  gm_say(check->out, check->language, "%s起至%s止为%lld个月，文中为%s",
         "from %s to %s are %lld months, the text says %s", gm_quote_mention(view, a).text,
         gm_quote_mention(view, b).text, (long long)passed, gm_quote_mention(view, term).text);
  gm_relate_mention(check, a, "起", "from");
  gm_relate_mention(check, b, "止", "to");
}

/* 刑期自2023年5月10日起至2026年10月9日止: the date ends the span that the one before it begins. */
static void check_term(gm_line_check *check, const gm_links *links, unsigned end) {
  const gm_view *view = links->view;
  const gm_mention *b = &links->items[end], *a = b - 1;
  size_t at = a->to + gm_words_at(view, a->to, "起 始 开始");
  at += gm_words_at(view, at, "，");
  at += gm_words_at(view, at, "至 到 — —— - – ～");
  if (at != b->from || a->figure->kind != GM_FIGURE_DATE || !a->figure->date.year || !a->figure->date.day ||
      !gm_words_at(view, b->to, "止 为止") || !gm_words_before(view, a->from, "自 从 即自 即从 为 ："))
    return;
  gm_date from = a->figure->date, to = b->figure->date;
  if (!to.year || !to.month || !to.day || from.day > gm_month_days(from.year, from.month) ||
      to.day > gm_month_days(to.year, to.month))
    return;
  int64_t passed = whole_months(from, to), told;
  gm_mention term;
  if (passed <= 0 || some_term_fits(links, end - 1, passed, &term, &told) ||
      gm_find_word(view, term.to, gm_sentence_end(view, b->to), SET_OFF) != SIZE_MAX || gm_is_told(check, &term) ||
      gm_is_told(check, b))
    return;
  report_months(check, &term, a, b, passed);
}

/* 14个月，2024年3月起发，发到2025年4月为止: months that are all counted. */
static void check_months(gm_line_check *check, const gm_links *links, const gm_lasting *told, unsigned end) {
  const gm_view *view = links->view;
  const gm_mention *b = &links->items[end], *a = b - 1, *m = &told->whole;
  gm_date from = a->figure->date, to = b->figure->date;
  if (told->term->tenths != 304 || m->figure->value.scale || !gm_is_exact(m->figure) ||
      links->items[end - 2].figure != m->figure || !from.year || !to.year || !from.month || !to.month || from.day ||
      to.day || !gm_same_sentence(m, b) || b->to - m->to > REACH_CHARS || !gm_words_at(view, a->to, "起 开始") ||
      !gm_words_before(view, b->from, "到 至") || !gm_words_at(view, b->to, "为止 止 底止 底为止") ||
      gm_find_word(view, m->from, b->from, "； 每 其中 提前 内") != SIZE_MAX)
    return;
  int64_t months = 12 * ((int64_t)to.year - from.year) + to.month - from.month + 1;
  if (months > 0 && months != m->figure->value.digits) report_months(check, m, a, b, months);
}

#define NOT_END "内 之内 以内 后 之后 以后 前 以上 左右 多 龄 假 期"

/* 4月3日落谷，秧龄满25天，到4月28日起秧: days that must have passed between the two dates beside them. */
static void check_filled(gm_line_check *check, const gm_links *links, unsigned at, const gm_lasting *told) {
  const gm_view *view = links->view;
  const gm_mention *m = &told->whole;
  if (!at || at + 1 >= links->count || told->term->tenths != 10 || !gm_is_exact(m->figure) ||
      !gm_words_before(view, m->from, "满 满了 足足 整整") || gm_words_at(view, m->to, NOT_END))
    return;
  const gm_mention *a = &links->items[at - 1], *b = a + 2;
  if (a->figure->kind != GM_FIGURE_DATE || b->figure->kind != GM_FIGURE_DATE || !gm_same_sentence(a, b) ||
      b->from - a->to > REACH_CHARS || b->from - m->to > 3 || !gm_words_at(view, m->to, "，到 ，于 ，至 到 ，"))
    return;
  if (gm_find_word(view, a->to, b->from, "； 第 每 其中 预计 原定 提前") != SIZE_MAX ||
      m->to + gm_words_at(view, m->to, "，到 ，于 ，至 到 ，") != b->from)
    return;
  gm_days dates;
  gm_dates_of(links, at - 1, at + 2, &dates);
  int64_t least, most;
  if (dates.count != 2 || !dates.items[0].date.day || !dates.items[1].date.day ||
      !gm_days_between(&dates.items[0], &dates.items[1], &least, &most) || (least <= told->high && told->low <= most))
    return;
  gm_report_lasting(check, m, &dates.items[0], &dates.items[1], told->term, least, most);
}

void gm_check_counted(gm_line_check *check, const gm_figure *figure) {
  if (check->figures->count < 3) return;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure);
  gm_lasting told;
  if (at >= links->count || gm_lasting_goes_on(links, at) || !gm_read_lasting(links, at, &told) ||
      gm_is_told(check, &told.whole))
    return;
  if (told.term->tenths == 10) {
    if (!check_both(check, links, at, &told)) check_filled(check, links, at, &told);
    return;
  }
  /* the term's own dates: the next two behind it */
  unsigned next = at + 1;
  while (gm_lasting_goes_on(links, next)) next++;
  while (next < links->count && links->items[next].figure->kind != GM_FIGURE_DATE) next++;
  if (next + 1 >= links->count || links->items[next + 1].figure->kind != GM_FIGURE_DATE) return;
  check_term(check, links, next + 1);
  check_months(check, links, &told, next + 1);
}
