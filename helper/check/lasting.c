#include "check/lasting.h"

#include "check/draft.h"
#include "check/families.h"

/* The days a date may mean: a month or a year is any of its days. An unknown year counts as `year`. */
static void bounds_of(gm_date d, unsigned year, int64_t *first, int64_t *last) {
  if (!d.year) d.year = (uint16_t)year;
  gm_date a = {d.year, d.month ? d.month : 1, d.day ? d.day : 1}, b = {d.year, d.month ? d.month : 12, d.day};
  if (!b.day) b.day = (uint8_t)gm_month_days(b.year, b.month);
  *first = gm_day_number(a);
  *last = gm_day_number(b);
}

bool gm_days_between(const gm_day *a, const gm_day *b, int64_t *least, int64_t *most) {
  int64_t first, last, begin, end;
  if (b->from_now || (a->from_now && b->mention->figure->date.year)) return false; /* 自2024年5月开工，今年6月竣工 */
  bool turns = a->date.month > b->date.month || (a->date.month == b->date.month && a->date.day > b->date.day);
  /* 自11月1日起，到2026年2月8日: the year of the one is that of the other, or the next to it */
  bounds_of(a->date, b->date.year ? b->date.year - turns : GM_SOME_YEAR, &first, &last);
  bounds_of(b->date, a->date.year ? a->date.year + turns : GM_SOME_YEAR, &begin, &end);
  if (b->next_year && !b->mention->figure->date.year) {
    begin += 365;
    end += 365;
  }
  /* 1月26日至3月5日 may be of a leap year */
  bool leap =
      !a->mention->figure->date.year && !b->mention->figure->date.year && a->date.month < 3 && b->date.month > 2;
  *least = begin > last ? begin - last : 0;
  *most = end - first + 1 + leap;
  return end >= first;
}

static const gm_term terms[] = {{"天", 10, 0, 0},          {"周", 70, 2, 1},      {"星期", 70, 2, 1},
                                {"个星期", 70, 2, 1},      {"个月", 304, 16, 28}, {"年", 3652, 100, 180},
                                {"个年头", 3652, 380, 180}};

const gm_term *gm_term_of(const gm_figure *f) {
  const char *name = gm_units[gm_units[f->unit].same_as].name;
  for (size_t i = 0; f->unit && i < sizeof terms / sizeof *terms; i++)
    if (!strcmp(terms[i].unit, name)) return &terms[i];
  return NULL;
}

/* A whole number of days of an end of an interval, rounded down. */
static bool in_days(gm_decimal v, int tenths, int64_t *out) {
  gm_decimal days, whole;
  if (!gm_decimal_multiply(v, (gm_decimal){tenths, 1}, &days) || !gm_decimal_divide(days, gm_decimal_of(1), 0, &whole))
    return false;
  *out = whole.digits;
  return true;
}

bool gm_lasting_goes_on(const gm_links *links, unsigned at) {
  if (!at || at >= links->count) return false;
  const gm_mention *m = &links->items[at], *before = m - 1;
  if (m->figure->kind != GM_FIGURE_DURATION || before->figure->kind != GM_FIGURE_DURATION) return false;
  bool linked = m->from == before->to + 1u && gm_one_of(links->view, before->to, "零又加");
  const gm_term *t = gm_term_of(m->figure), *larger = gm_term_of(before->figure);
  return (m->from == before->to || linked) && t && larger && t->tenths < larger->tenths;
}

static bool add_days(const gm_figure *f, const gm_term *t, gm_lasting *out) {
  int64_t low, high;
  bool exact = gm_is_exact(f);
  if (!in_days(exact ? f->value : f->interval.low, t->tenths, &low) ||
      !in_days(exact ? f->value : f->interval.high, t->tenths, &high))
    return false;
  out->low += low;
  out->high += high;
  return true;
}

bool gm_read_lasting(const gm_links *links, unsigned at, gm_lasting *out) {
  const gm_figure *f = links->items[at].figure;
  const gm_term *t = gm_term_of(f);
  *out = (gm_lasting){links->items[at], t, 0, 0};
  if (!t || !add_days(f, t, out)) return false;
  while (gm_lasting_goes_on(links, ++at)) {
    f = links->items[at].figure;
    t = gm_term_of(f);
    if (!add_days(f, t, out)) return false;
    out->whole.to = links->items[at].to;
  }
  out->low -= t->below; /* the smallest unit says how loosely it is told */
  out->high += f->value.scale ? t->above / 2 : t->above;
  return true;
}

#define LONG 3652 /* days: longer spans are told in years */

void gm_report_lasting(gm_line_check *check, const gm_mention *m, const gm_day *a, const gm_day *b, const gm_term *t,
                       int64_t least, int64_t most) {
  const gm_view *view = check->view;
  gm_quote from = gm_quote_mention(view, a->mention), to = gm_quote_mention(view, b->mention),
           said = gm_quote_mention(view, m);
  gm_report_mention(check, m);
  if (least == most && (most < 60 || t->tenths == 10))
    gm_say(check->out, check->language, "%s到%s为%lld天，文中为%s", "%s to %s is %lld days, the text says %s",
           from.text, to.text, (long long)most, said.text);
  else if (t->tenths == 10 || most < 60)
    gm_say(check->out, check->language, "%s到%s为%lld至%lld天，文中为%s",
           "%s to %s is %lld to %lld days, the text says %s", from.text, to.text, (long long)least, (long long)most,
           said.text);
  else if (most > LONG)
    gm_say(check->out, check->language, "%s到%s约%lld年，文中为%s", "%s to %s is about %lld years, the text says %s",
           from.text, to.text, (long long)((least + most) * 5 / 3652), said.text);
  else
    gm_say(check->out, check->language, "%s到%s约%lld个月，文中为%s", "%s to %s is about %lld months, the text says %s",
           from.text, to.text, (long long)((least + most) * 5 + 152) / 304, said.text);
  gm_relate_mention(check, a->mention, "起", "from");
  gm_relate_mention(check, b->mention, "止", "to");
}
