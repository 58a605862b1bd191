/* A part that has lost or gained 万 or 亿. */
#include <stdio.h>

#include "check/sum_judged.h"

#define ROUGH 100 /* per mille: half a unit of a total's last digit, above which most sums would touch it */

/* Is the total so rough that only what comes to it as printed fits: 队伍3万人? */
static bool is_rough(const gm_figure *total) {
  return !gm_within(total->interval.low, total->value, ROUGH) || !gm_within(total->interval.high, total->value, ROUGH);
}

/* The part that has 亿 for 万, 万 for nothing or a zero more, if the parts come to the total without that; *power gets
 * the power of ten it must be raised by. -1 when there is none. A part that does not exceed the total has lost 万 or 亿
 * alone: with zeros more too many would fit. */
static int shifted_part(const gm_links *links, const gm_parts *p, const gm_figure *total, int *power) {
  static const int powers[] = {-4, -8, -1, -2, -3, 4, 8};
  if (!gm_is_exact(total)) return -1;
  bool rough = is_rough(total);
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    bool exceeds = gm_decimal_compare(f->interval.low, total->interval.high) > 0;
    gm_interval others = gm_interval_exact((gm_decimal){0, 0}), should = f->interval;
    gm_decimal printed = {0, 0}, all, moved;
    bool summed = gm_is_exact(f) && f->value.digits > 0;
    for (unsigned k = 0; k < p->count; k++)
      if (k != i)
        summed = summed && gm_interval_add(&others, links->items[p->at[k]].figure->interval) &&
                 gm_decimal_add(printed, links->items[p->at[k]].figure->value, &printed);
    for (size_t k = 0; summed && k < sizeof powers / sizeof *powers; k++) {
      gm_interval sum = others;
      *power = powers[k];
      if (exceeds == (*power > 0) || !gm_decimal_shift(f->interval.low, *power, &should.low) ||
          !gm_decimal_shift(f->interval.high, *power, &should.high))
        continue;
      if (*power < 0 && gm_interval_touch(others, total->interval)) continue; /* 若85亿元为85万元: it need not be there */
      if (rough && (!gm_decimal_shift(f->value, *power, &moved) || !gm_decimal_add(printed, moved, &all) ||
                    gm_decimal_compare(all, total->value)))
        continue;
      if (gm_interval_add(&sum, should) && gm_interval_touch(sum, total->interval)) return (int)i;
    }
  }
  return -1;
}

/* 7000亿元 as it would read at another scale: 7000万元. */
static gm_quote quote_shifted(const gm_view *view, const gm_mention *m, int power) {
  static const char *const scales[] = {"", "万", "亿"};
  size_t number = gm_view_find(view, m->figure->number_end);
  int scale = gm_one_before(view, number, "亿") ? 2 : gm_one_before(view, number, "万") ? 1 : 0, to = scale + power / 4;
  gm_decimal should;
  if (power % 4 || to < 0 || to > 2)
    return gm_decimal_shift(m->figure->value, power, &should) ? gm_quote_amount(gm_decimal_trim(should), m, view)
                                                              : gm_quote_mention(view, m);
  gm_quote quote = gm_quote_line(view, m->number, number - (scale > 0));
  size_t unit = gm_view_find(view, m->figure->unit_start), length = strlen(quote.text);
  while (gm_one_of(view, unit, "万亿")) unit++;
  snprintf(quote.text + length, sizeof quote.text - length, "%s%s", scales[to], gm_quote_line(view, unit, m->to).text);
  return quote;
}

bool gm_report_shifted(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p) {
  const gm_view *view = check->view;
  int power, wrong = shifted_part(links, p, total->figure, &power);
  if (wrong < 0) return false;
  const gm_mention *part = &links->items[p->at[wrong]];
  if (gm_is_told(check, part) || gm_is_told(check, total) || gm_disclaimed(view)) return true;
  gm_report_mention(check, part);
  gm_say(check->out, check->language, "若%s为%s，各项合计与总数%s相符：请核对量级",
         "if %s were %s the parts would come to the total %s: check its scale", gm_quote_mention(view, part).text,
         quote_shifted(view, part, power).text, gm_quote_mention(view, total).text);
  gm_relate_mention(check, total, "总数", "the total");
  for (unsigned i = 0; i < p->count; i++)
    if ((int)i != wrong) gm_relate_mention(check, &links->items[p->at[i]], "分项", "a part");
  return true;
}
