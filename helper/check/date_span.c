/* DT-03, DT-06: spans that end before they begin; anniversaries. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

/* Is there nothing but a sign of range between two mentions? */
static bool range_between(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  size_t i = a->to;
  while (i < b->from && view->cls[i] & GM_SPACE) i++;
  size_t sign = gm_words_at(view, i, "—— — - – ～ 至 到 ─ ―");
  if (!sign) return false;
  i += sign;
  while (i < b->from && view->cls[i] & GM_SPACE) i++;
  return i == b->from;
}

#define EVENING 17 /* an hour from which a span may run into the next morning */
#define MORNING 12

static void check_times(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  unsigned from[2], to[2];
  size_t n = gm_digits_at(view, a->number, &from[0]), m = gm_digits_at(view, b->number, &to[0]);
  if (!n || !m || !gm_one_of(view, a->number + n, ":") || !gm_one_of(view, b->number + m, ":")) return;
  gm_digits_at(view, a->number + n + 1, &from[1]);
  gm_digits_at(view, b->number + m + 1, &to[1]);
  if (from[0] > 23 || to[0] > 24 || from[1] > 59 || to[1] > 59) return; /* DT-01 */
  if (to[0] * 60 + to[1] > from[0] * 60 + from[1]) return;
  if (from[0] >= EVENING && to[0] <= MORNING) return;
  /* A twelve-hour clock in the afternoon: 下午2:30—5:00 is fine, 上午9:00—3:00 may be meant so. */
  if (from[0] <= 12 && to[0] <= 12 && to[0] < 8) return;
  if (gm_words_at(view, a->to, "次日 翌日") || gm_find_word(view, a->to, b->from, "次日 翌日 第二天") != SIZE_MAX)
    return;
  gm_report_line(check, a->from, b->to);
  gm_say(check->out, check->language, "“%s”：结束时刻不晚于开始时刻", "“%s” ends before it begins",
         gm_quote_line(view, a->from, b->to).text);
}

/* Negative, 0, positive, by the parts both dates have. */
static int compare_dates(gm_date a, gm_date b) {
  if (a.year != b.year) return a.year < b.year ? -1 : 1;
  if (!a.month || !b.month || a.month != b.month) return !a.month || !b.month ? 0 : a.month < b.month ? -1 : 1;
  if (!a.day || !b.day || a.day == b.day) return 0;
  return a.day < b.day ? -1 : 1;
}

static void check_dates(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  gm_date from = a->figure->date, to = b->figure->date;
  if (!from.year || !from.month) return;
  bool full = to.year != 0;
  if (!to.year) {
    /* 2025年3月5日—3月1日: the year is the same; over New Year it would be told. */
    to.year = from.year;
    if (!to.month) to.month = from.month;
    if (!from.day || !to.day || to.month != from.month) return;
  }
  if (compare_dates(from, to) <= 0) return;
  gm_report_line(check, a->from, b->to);
  if (!full) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：起止倒置", "“%s” ends before it begins",
         gm_quote_line(view, a->from, b->to).text);
}

void gm_check_spans(gm_line_check *check) {
  if (check->figures->count < 2) return;
  for (uint32_t i = 1; i < check->figures->count && i < GM_MENTIONS_MAX; i++) {
    const gm_figure *f = &check->figures->items[i], *before = f - 1;
    bool times = f->kind == GM_FIGURE_TIME && before->kind == GM_FIGURE_TIME;
    bool dates = f->kind == GM_FIGURE_DATE && before->kind == GM_FIGURE_DATE;
    if (!times && !dates) continue;
    if (f->start < before->end || f->start - before->end > 12) {
      /* 自2025年3月…截至2024年12月 */
      if (!dates || f->sentence != before->sentence || !f->date.year || !before->date.year) continue;
      const gm_links *links = gm_links_of(check);
      const gm_mention *a = &links->items[i - 1], *b = &links->items[i];
      if (!gm_words_before(check->view, a->from, "自 从") || !gm_words_before(check->view, b->from, "截至 截止 到 至"))
        continue;
      check_dates(check, a, b);
      continue;
    }
    const gm_links *links = gm_links_of(check);
    const gm_mention *a = &links->items[i - 1], *b = &links->items[i];
    if (!range_between(check->view, a, b)) continue;
    if (times)
      check_times(check, a, b);
    else
      check_dates(check, a, b);
  }
}

typedef struct founding {
  const char *names;
  unsigned year;
} founding;

/* Foundings of general knowledge; the year of each from any encyclopaedia. */
static const founding foundings[] = {
    {"中国共产党成立 建党 中国共产党建党", 1921},
    {"新中国成立 中华人民共和国成立 建国", 1949},
    {"中国人民解放军建军 解放军建军 建军", 1927},
    {"改革开放", 1978},
    {"抗日战争胜利 抗战胜利", 1945},
    {"红军长征胜利 长征胜利", 1936},
    {"五四运动", 1919},
    {"香港回归 香港回归祖国", 1997},
    {"澳门回归 澳门回归祖国", 1999},
};

/* The year named with the founding: 创办于1958年, 1958年创办. 0 when none, or when two differ. */
static unsigned founding_year(const gm_links *links, const gm_mention **where) {
  const gm_view *view = links->view;
  unsigned year = 0;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if ((m->figure->kind != GM_FIGURE_YEAR && m->figure->kind != GM_FIGURE_DATE) || !m->figure->date.year) continue;
    bool founded =
        gm_words_before(view, m->from,
                        "创办于 始建于 创建于 成立于 建立于 组建于 创立于 诞生于 建校于 建院于 建馆于 创刊于 始创于 "
                        "肇始于 发端于 创始于") ||
        gm_words_at(view, m->to, "创办 创建 成立 建校 建院 建馆 创立 始建 建成 组建 创刊 ，创办 ，成立 ，创建");
    if (!founded) continue;
    if (year && year != m->figure->date.year) return 0;
    year = m->figure->date.year;
    *where = m;
  }
  return year;
}

static void report_anniversary(gm_line_check *check, const gm_mention *m, unsigned now, unsigned start,
                               gm_severity severity) {
  gm_report_mention(check, m);
  gm_lower(check->out, severity);
  gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", now, start, now - start,
         gm_quote_mention(check->view, m).text);
}

static void check_anniversary(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *event = NULL, *founded = NULL;
  if (!gm_is_exact(m->figure) || m->figure->value.scale || m->figure->roles & GM_ROLE_TITLE) return;
  unsigned n = (unsigned)m->figure->value.digits;
  unsigned start = founding_year(links, &founded);
  /* Any year of the line that fits accepts. */
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if ((f->kind != GM_FIGURE_YEAR && f->kind != GM_FIGURE_DATE) || !f->date.year) continue;
    for (unsigned k = 0; k < links->count; k++) {
      const gm_figure *g = links->items[k].figure;
      if ((g->kind == GM_FIGURE_YEAR || g->kind == GM_FIGURE_DATE) && g->date.year && f->date.year == g->date.year + n)
        return;
    }
    if (i < index && f->sentence == m->figure->sentence && &links->items[i] != founded) event = &links->items[i];
  }
  if (!event) return;
  unsigned now = event->figure->date.year;
  if (start && now > start) {
    if (now - start != n) {
      report_anniversary(check, m, now, start, GM_SEVERITY_ERROR);
      gm_relate_mention(check, founded, "起始年份", "the year it began");
      gm_relate_mention(check, event, "当年", "the year of the event");
    }
    return;
  }
  /* A known founding right before the number, its year in the same clause. */
  if (gm_find_word(view, event->to, m->from, "， 。 《 ”") != SIZE_MAX) return;
  for (size_t i = 0; i < sizeof foundings / sizeof *foundings; i++) {
    if (!gm_words_before(view, m->from, foundings[i].names)) continue;
    if (now > foundings[i].year && now - foundings[i].year != n)
      report_anniversary(check, m, now, foundings[i].year, GM_SEVERITY_WARNING);
    return;
  }
}

void gm_check_anniversaries(gm_line_check *check) {
  if (check->figures->count < 2 || !gm_count_kind(check->figures, GM_FIGURE_ANNIVERSARY)) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_ANNIVERSARY) check_anniversary(check, links, i);
}
