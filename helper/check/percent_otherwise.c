/* What else in its paragraph gives a share that its part and the nearest whole do not: any fit accepts. */
#include "check/percent.h"

#define FINE_PERMILLE 50 /* of a share that gives no whole when it is coarser: 占2% */
#define BASE_DIGITS   4  /* behind the point, of a whole that two figures give */

bool gm_earlier_share_fits(const gm_links *links, unsigned index, const gm_mention *part, gm_interval percent) {
  for (unsigned i = 1; i < index; i++) {
    const gm_mention *share = &links->items[i], *of = share - 1;
    gm_interval p, whole = {{0, 0}, {0, 0}, false, false};
    gm_decimal low, high;
    if (share->figure->kind != GM_FIGURE_PERCENT || !(share->figure->roles & GM_ROLE_SHARE) ||
        !gm_same_sentence(of, share) || !gm_is_amount(of->figure) || !gm_comparable(of->figure, part->figure))
      continue;
    p = gm_percent_interval(share->figure, 1);
    if (p.low.digits <= 0 || !gm_within(p.high, p.low, FINE_PERMILLE) ||
        !gm_decimal_shift(of->figure->interval.low, 2, &low) ||
        !gm_decimal_shift(of->figure->interval.high, 2, &high) ||
        !gm_decimal_divide(low, p.high, BASE_DIGITS, &whole.low) ||
        !gm_decimal_divide(high, p.low, BASE_DIGITS, &whole.high))
      continue;
    if (gm_ratio_fits(part->figure->interval, whole, percent)) return true;
  }
  return false;
}

bool gm_share_of_row_fits(const gm_links *links, unsigned part, gm_interval percent) {
  const gm_mention *p = &links->items[part];
  gm_interval sum = p->figure->interval;
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], p);) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_comparable(f, p->figure)) continue;
    if (!gm_interval_add(&sum, f->interval)) return false;
    for (unsigned k = 0; k < i; k++)
      if (gm_is_amount(links->items[k].figure) && gm_comparable(links->items[k].figure, p->figure) &&
          gm_ratio_fits(sum, links->items[k].figure->interval, percent))
        return true;
  }
  return false;
}

bool gm_rated_whole_fits(const gm_links *links, unsigned part, gm_interval percent) {
  const gm_mention *p = &links->items[part];
  for (unsigned i = 0; i + 1 < part; i++) {
    const gm_mention *whole = &links->items[i], *rate = whole + 1;
    gm_interval of = percent, kept;
    if (!gm_same_sentence(whole, p) || !gm_is_count(whole->figure) || !gm_comparable(whole->figure, p->figure) ||
        rate->figure->kind != GM_FIGURE_PERCENT || !(rate->figure->roles & GM_ROLE_RATE) || gm_is_delta(rate->figure))
      continue;
    kept = gm_percent_interval(rate->figure, 1);
    if (gm_decimal_multiply(of.low, kept.low, &of.low) && gm_decimal_multiply(of.high, kept.high, &of.high) &&
        gm_decimal_shift(of.low, -2, &of.low) && gm_decimal_shift(of.high, -2, &of.high) &&
        gm_ratio_fits(p->figure->interval, whole->figure->interval, of))
      return true;
    /* 适用简易程序审结6214件，适用率83.0%，其中2021件，占审结总数的27.0%: of all of which the whole is told as a rate
     */
    gm_interval some = p->figure->interval;
    if (gm_decimal_multiply(some.low, kept.low, &some.low) && gm_decimal_multiply(some.high, kept.high, &some.high) &&
        gm_decimal_shift(some.low, -2, &some.low) && gm_decimal_shift(some.high, -2, &some.high) &&
        gm_ratio_fits(some, whole->figure->interval, percent))
      return true;
  }
  return false;
}

/* Is the percentage a rate told with the amount, right before it or behind? */
static bool is_rate_of(const gm_mention *rate, const gm_mention *of) {
  return gm_same_sentence(of, rate) && rate->figure->kind == GM_FIGURE_PERCENT && rate->figure->roles & GM_ROLE_RATE &&
         !gm_is_delta(rate->figure) && (rate > of || of->clause == rate->clause || of->clause == rate->to + 1u);
}

/* Is percent / rate as part / amount? */
static bool has_base_of(const gm_mention *part, gm_interval percent, const gm_mention *of, const gm_mention *rate) {
  gm_interval rated = gm_percent_interval(rate->figure, 1);
  return gm_decimal_multiply(part->figure->interval.low, rated.low, &rated.low) &&
         gm_decimal_multiply(part->figure->interval.high, rated.high, &rated.high) &&
         gm_decimal_shift(rated.low, -2, &rated.low) && gm_decimal_shift(rated.high, -2, &rated.high) &&
         gm_ratio_fits(rated, of->figure->interval, percent);
}

bool gm_base_of_rate_fits(const gm_links *links, unsigned part, gm_interval percent) {
  const gm_mention *p = &links->items[part];
  for (unsigned i = 0; i < part; i++) {
    const gm_mention *of = &links->items[i];
    if (of->figure->sentence + 1 < p->figure->sentence || !gm_is_count(of->figure) ||
        !gm_comparable(of->figure, p->figure))
      continue;
    if ((i + 1 < part && is_rate_of(of + 1, of) && has_base_of(p, percent, of, of + 1)) ||
        (i && is_rate_of(of - 1, of) && has_base_of(p, percent, of, of - 1)))
      return true;
  }
  return false;
}

bool gm_whole_has_like_rate(const gm_links *links, unsigned index, unsigned whole, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[whole] + 1, *own = &links->items[index];
  if (rate >= own || !is_rate_of(rate, rate - 1) || stop < 2) return false;
  size_t name = gm_find_run(view, rate->clause, rate->from, stop - 2, 2);
  return name != SIZE_MAX && name >= rate[-1].to;
}

/* What is counted one by one, whatever it is called: 412份, 408家, 26.5万人次. */
static bool is_counted(const gm_figure *f) {
  uint8_t class = gm_units[f->unit].unit_class;
  return f->kind == GM_FIGURE_QUANTITY && gm_is_count(f) &&
         (class == GM_CLASS_COUNT || class == GM_CLASS_PERSON || class == GM_CLASS_VISIT);
}

#define CHANCE_SCALE 1 /* digits behind the point with which no two counts fit a share by chance */

bool gm_other_count_fits(const gm_links *links, unsigned index, unsigned part, gm_interval percent) {
  const gm_mention *p = &links->items[part];
  if (!is_counted(p->figure) || links->items[index].figure->value.scale < CHANCE_SCALE) return false;
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], p);)
    if (is_counted(links->items[i].figure) && !gm_comparable(links->items[i].figure, p->figure) &&
        gm_ratio_fits(p->figure->interval, links->items[i].figure->interval, percent))
      return true;
  return false;
}

bool gm_other_base_fits(const gm_links *links, unsigned part, size_t from, size_t to, gm_interval percent) {
  for (unsigned i = 0; i < part; i++) {
    const gm_mention *m = &links->items[i];
    if (gm_is_amount(m->figure) && !gm_comparable(m->figure, links->items[part].figure) &&
        gm_share_pair(links->view, from, to, m->label, m->from) &&
        gm_ratio_fits(links->items[part].figure->interval, m->figure->interval, percent))
      return true;
  }
  return false;
}
