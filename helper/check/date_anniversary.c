/* DT-06: anniversaries against the years they are counted from. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

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
  if (gm_find_word(view, event->to, m->from, "。 《 ”") != SIZE_MAX) return;
  if (gm_find_word(view, event->to, m->from, "，") != SIZE_MAX &&
      gm_find_word(view, event->to, m->from, "迎来 庆祝 喜迎 恰逢 正值 适逢 欣逢 纪念 欢庆 同庆 共庆 喜庆") == SIZE_MAX)
    return;
  for (size_t i = 0; i < sizeof foundings / sizeof *foundings; i++) {
    if (!gm_words_before(view, m->from, foundings[i].names)) continue;
    if (now > foundings[i].year && now - foundings[i].year != n)
      report_anniversary(check, m, now, foundings[i].year, GM_SEVERITY_WARNING);
    return;
  }
}

#define CENTENARIES "百年校庆 百年院庆 百年华诞 百年庆典 百年店庆 百年馆庆 百年诞辰 百岁华诞"

/* 创建于1897年，2017年举行百年校庆: a hundred years, give or take one. Elsewhere 百年 is said of any long time. */
static void check_centenary(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  const gm_mention *founded = NULL, *event = NULL;
  unsigned start = founding_year(links, &founded);
  size_t at = start ? gm_find_word(view, 0, view->count, CENTENARIES) : SIZE_MAX;
  if (at == SIZE_MAX) return;
  for (unsigned i = 0; i < links->count && links->items[i].from < at; i++) {
    const gm_mention *m = &links->items[i];
    if ((m->figure->kind != GM_FIGURE_YEAR && m->figure->kind != GM_FIGURE_DATE) || !m->figure->date.year ||
        m == founded)
      continue;
    event = m;
  }
  unsigned now = event ? event->figure->date.year : 0;
  if (now <= start || (now - start >= 99 && now - start <= 101)) return;
  gm_report_line(check, at, at + gm_words_at(view, at, CENTENARIES));
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u-%u=%u，文中为“%s”", "%u - %u = %u, the text says “%s”", now, start,
         now - start, gm_quote_line(view, at, at + gm_words_at(view, at, CENTENARIES)).text);
  gm_relate_mention(check, founded, "起始年份", "the year it began");
  gm_relate_mention(check, event, "当年", "the year of the event");
}

void gm_check_anniversaries(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  bool any = false;
  for (unsigned i = 0; i < links->count; i++) {
    if (links->items[i].figure->kind != GM_FIGURE_ANNIVERSARY) continue;
    check_anniversary(check, links, i);
    any = true;
  }
  if (!any) check_centenary(check, links);
}
