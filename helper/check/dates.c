#include "check/dates.h"

#include "check/families.h"

bool gm_founds(const gm_view *view, size_t at) {
  if (gm_one_of(view, at, "设")) return gm_one_of(view, at + 1, "站县市");
  return gm_one_of(view, at, "建创") && gm_one_of(view, at + 1, GM_FOUNDED_THINGS);
}

void gm_dates_of(const gm_links *links, unsigned from, unsigned to, gm_days *out) {
  gm_date last = {0, 0, 0};
  out->count = 0;
  for (unsigned i = 0; i < to && out->count < GM_DATES_MAX; i++) {
    const gm_figure *f = links->items[i].figure;
    if ((f->kind != GM_FIGURE_DATE && f->kind != GM_FIGURE_YEAR) || f->roles & (GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME))
      continue;
    gm_date d = f->date;
    if (!d.year && !d.month && !d.day) continue;
    if (!d.year) d.year = last.year;
    if (!d.month && d.day) d.month = last.month;
    last = d;
    if (i < from || (d.day && d.day > gm_month_days(d.year, d.month)) || d.month > 12) continue;
    size_t at = links->items[i].from;
    bool next_year = gm_words_before(links->view, at, "次年 明年 翌年 来年") != 0;
    bool from_now = gm_words_before(links->view, at, "今年 本年 去年 上年 前年") != 0;
    out->items[out->count++] = (gm_day){&links->items[i], d, next_year, from_now};
  }
}

void gm_skip_years(gm_days *dates, unsigned least) {
  unsigned skip = 0;
  while (dates->count - skip > least && !dates->items[skip].date.month && dates->items[skip + 1].date.month) skip++;
  dates->count -= skip;
  memmove(dates->items, dates->items + skip, dates->count * sizeof *dates->items);
}

unsigned gm_mention_of(const gm_links *links, const gm_figure *figure) {
  unsigned i = 0;
  while (i < links->count && links->items[i].figure != figure) i++;
  return i;
}
