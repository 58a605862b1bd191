/* DT-05: 前期准备2月1日至3月31日；施工阶段，4月1日至10月31日，为期6个月: a duration right behind the two dates of its
 * own clause, whatever other dates its sentence tells; 5月1日至9月30日汛期，共143天: the same with a name of the season
 * between; 自8月18日首班车起，至9月26日末班车止，共30天. */
#include "check/families.h"
#include "check/lasting.h"

#define EDGE_CHARS 5u /* of what begins or ends on the day: 首班车起 */
#define NAME_CHARS 4u /* 汛期, 采暖季 */
#define MONTHS_OFF 2  /* a slip in counting: more months are of something else */
#define SIGNS      "至 到 — —— - – ～"
#define LASTING    "为期 历时 持续 前后 前后共 共 共计 总计 一共 时间 时间共 时长 工期 周期"
#define OTHERS                                                                                                                                                 \
  "每 各 分别 其中 累计 实际 平均 合计 除 扣 休 停 不含 分期 分批 中断 间隔 轮 次 前后两 两段 两期 两批 顺延 延长 " \
  "提前"

/* What stands behind the day up to its end, 起 or 止: Han characters without a mark. Its characters. */
static size_t edge(const gm_view *view, size_t at, const char *ends) {
  for (size_t n = 0; n <= EDGE_CHARS && view->cls[at + n] & GM_HAN; n++)
    if (gm_words_at(view, at + n, ends)) return n + 1;
  return 0;
}

/* Do the two dates stand as one span; *behind gets the place behind it. */
static bool one_span(const gm_view *view, const gm_mention *a, const gm_mention *b, size_t *behind) {
  *behind = b->to + gm_words_at(view, b->to, "止 为止");
  if (a->to + gm_words_at(view, a->to, SIGNS) == b->from && b->from > a->to) return true;
  size_t begun = edge(view, a->to, "起"), at = a->to + begun, done = edge(view, b->to, "止");
  if (!begun || !gm_words_before(view, a->from, "自 从")) return false;
  at += gm_words_at(view, at, "，");
  if (at + gm_words_at(view, at, "至 到") != b->from || !done) return false;
  *behind = b->to + done;
  return true;
}

/* 汛期 behind the dates: the end of a name of a time of the year. */
static size_t season(const gm_view *view, size_t at) {
  for (size_t n = 1; n <= NAME_CHARS && view->cls[at + n - 1] & GM_HAN; n++)
    if (gm_one_of(view, at + n, "，") && gm_one_of(view, at + n - 1, "期季假节周")) return n;
  return 0;
}

/* Is one of the digits of the two another, or are two turned round? */
static bool slips(int64_t told, int64_t days) {
  unsigned apart = 0, places = 0, turned = 0;
  int64_t a = told, b = days;
  for (int64_t last = 0, other = 0; a || b; last = a % 10, other = b % 10, a /= 10, b /= 10, places++) {
    if (!a || !b) return false;
    turned += apart && a % 10 == other && b % 10 == last;
    apart += a % 10 != b % 10;
  }
  return places > 1 && (apart == 1 || (apart == 2 && turned));
}

/* Does the sum of the spans of the sentence, or another pair of its dates, come to what is told? */
static bool explained(const gm_links *links, unsigned at, const gm_days *dates, const gm_lasting *told, bool months) {
  int64_t least, most, low = 0, high = 0;
  size_t behind;
  for (unsigned j = 1; j < dates->count; j++)
    for (unsigned i = 0; i < j; i++) {
      if (!gm_days_between(&dates->items[i], &dates->items[j], &least, &most)) return true;
      /* from a first to a last day whole months are told of */
      bool own = months && i + 2 == dates->count;
      if (!own && least <= told->high && told->low <= most) return true;
    }
  for (unsigned j = 1; j < dates->count; j++) {
    const gm_day *b = &dates->items[j], *a = b - 1;
    if (!one_span(links->view, a->mention, b->mention, &behind)) continue;
    if (!gm_days_between(a, b, &least, &most)) return true;
    low += least;
    high += most;
    j++;
  }
  /* what is told in its sentence otherwise: 停工10天 */
  for (unsigned i = 0; i < links->count; i++)
    if (i != at && links->items[i].figure->kind == GM_FIGURE_DURATION &&
        gm_same_sentence(&links->items[i], &told->whole) && gm_comparable(links->items[i].figure, told->whole.figure) &&
        links->items[i].to <= told->whole.from && links->items[i].from >= dates->items[dates->count - 1].mention->to)
      return true;
  return !months && low <= told->high && told->low <= high;
}

/* Whole months from a first to a last day; 0 when they are none. */
static int64_t whole_months(gm_date a, gm_date b) {
  if (a.day != 1 || !b.day || b.day != gm_month_days(b.year, b.month)) return 0;
  int64_t months = (a.year && b.year ? 12 * ((int64_t)b.year - a.year) : 0) + b.month - a.month + 1;
  return months > 0 ? months : 0;
}

void gm_check_phase(gm_line_check *check, const gm_figure *figure) {
  if (check->figures->count < 3) return;
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure), first = at;
  if (at < 2 || at >= links->count || links->items[at - 1].figure->kind != GM_FIGURE_DATE ||
      links->items[at - 2].figure->kind != GM_FIGURE_DATE || !gm_is_exact(figure) || figure->value.scale ||
      gm_lasting_goes_on(links, at + 1) || gm_is_told(check, &links->items[at]))
    return;
  const gm_mention *m = &links->items[at], *a = m - 2, *b = m - 1;
  gm_lasting told;
  size_t behind;
  if (!gm_same_sentence(a, m) || !one_span(view, a, b, &behind) || !gm_read_lasting(links, at, &told)) return;
  behind += season(view, behind);
  behind += gm_words_at(view, behind, "（ ，");
  if (behind + gm_words_at(view, behind, LASTING) != m->from || behind == m->from ||
      (m->to < view->count && !(view->cls[m->to] & (GM_PAUSE | GM_STOP | GM_CLOSE))))
    return;
  while (first && gm_same_sentence(&links->items[first - 1], m)) first--;
  gm_days dates;
  gm_dates_of(links, first, at, &dates);
  if (dates.count < 2 || dates.count == GM_DATES_MAX || dates.items[dates.count - 1].mention != b ||
      gm_one_of(view, m->to, "、") || gm_one_before(view, a->from, "、和及与") ||
      gm_find_word(view, a->from, m->to, OTHERS) != SIZE_MAX)
    return;
  const gm_day *from = &dates.items[dates.count - 2], *to = from + 1;
  int64_t least, most, months = told.term->tenths == 304 ? whole_months(from->date, to->date) : 0;
  if (explained(links, at, &dates, &told, months > 0) || !from->date.day || !to->date.day ||
      !gm_days_between(from, to, &least, &most))
    return;
  bool off = told.term->tenths == 10
                 ? slips(figure->value.digits, most) || slips(figure->value.digits, least)
                 : months && figure->value.digits != months && figure->value.digits + MONTHS_OFF >= months &&
                       figure->value.digits <= months + MONTHS_OFF;
  if (off) gm_report_lasting(check, m, from, to, told.term, least, most);
}
