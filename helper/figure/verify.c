#include "figure/verify.h"

/* A share, a sum, a change is looked for among this many figures before it: a paragraph's own. */
#define WINDOW 16

static bool is_amount(const gm_figure *f) {
  return (f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_MONEY || f->kind == GM_FIGURE_DURATION) && f->unit &&
         f->approx == GM_APPROX_NONE && !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_NUMBER_NAME));
}

static bool is_delta(const gm_figure *f) { return f->roles & (GM_ROLE_UP | GM_ROLE_DOWN); }

/* Can 100 part / whole be `percent`? False when it cannot be computed: what is not known is not verified. */
static bool ratio_fits(gm_interval part, gm_interval whole, gm_interval percent) {
  gm_decimal high, low, least, most;
  if (!gm_decimal_shift(part.high, 2, &high) || !gm_decimal_shift(part.low, 2, &low) ||
      !gm_decimal_multiply(percent.low, whole.low, &least) || !gm_decimal_multiply(percent.high, whole.high, &most))
    return false;
  return gm_decimal_compare(high, least) >= 0 && gm_decimal_compare(low, most) <= 0;
}

static bool add(gm_interval *sum, gm_interval term) {
  return gm_decimal_add(sum->low, term.low, &sum->low) && gm_decimal_add(sum->high, term.high, &sum->high);
}

static bool subtract(gm_interval a, gm_interval b, gm_interval *out) {
  *out = (gm_interval){a.low, a.high, false, false};
  return gm_decimal_subtract(a.low, b.high, &out->low) && gm_decimal_subtract(a.high, b.low, &out->high);
}

static void mark(gm_figure *a, gm_figure *b, gm_figure *c) {
  a->verified = b->verified = true;
  if (c) c->verified = true;
}

/* 118件，办结97件，办结率82.2%: the nearest amount before is the part, some greater one before it the whole. */
static void verify_share(gm_figure *items, uint32_t first, uint32_t index) {
  gm_figure *percent = &items[index], *part = NULL;
  for (uint32_t i = index; i-- > first;) {
    gm_figure *f = &items[i];
    if (!is_amount(f) || is_delta(f)) continue;
    if (!part) {
      if (f->sentence != percent->sentence) return;
      part = f;
      continue;
    }
    if (!gm_comparable(f, part) || gm_decimal_compare(f->value, part->value) <= 0) continue;
    if (!ratio_fits(part->interval, f->interval, percent->interval)) continue;
    mark(percent, part, f);
    return;
  }
}

/* 比上年增加30件，增长25%: the change beside the rate, and the amount it led to. */
static void verify_change(gm_figure *items, uint32_t first, uint32_t index) {
  gm_figure *percent = &items[index];
  for (uint32_t i = index; i-- > first && items[i].sentence == percent->sentence;) {
    gm_figure *delta = &items[i];
    if (!is_amount(delta) || !is_delta(delta)) continue;
    bool down = delta->roles & GM_ROLE_DOWN;
    for (uint32_t k = i; k-- > first && items[k].sentence == delta->sentence;) {
      gm_figure *now = &items[k];
      gm_interval base;
      if (!is_amount(now) || is_delta(now) || !gm_comparable(now, delta)) continue;
      bool known =
          down ? (base = now->interval, add(&base, delta->interval)) : subtract(now->interval, delta->interval, &base);
      if (known && base.low.digits > 0 && ratio_fits(delta->interval, base, percent->interval))
        mark(percent, delta, now);
      return;
    }
    return;
  }
}

/* 由120张增加到150张，净增30张. */
static void verify_difference(gm_figure *items, uint32_t index, uint32_t count) {
  gm_figure *from = &items[index], *to = &items[index + 1];
  if (!(from->roles & GM_ROLE_FROM) || !(to->roles & GM_ROLE_TO) || !gm_comparable(from, to)) return;
  for (uint32_t i = index + 2; i < count && i < index + 4 && items[i].sentence == to->sentence; i++) {
    gm_figure *delta = &items[i];
    gm_interval difference;
    if (!is_delta(delta)) continue;
    bool down = delta->roles & GM_ROLE_DOWN;
    if (!subtract(down ? from->interval : to->interval, down ? to->interval : from->interval, &difference)) return;
    bool fits = delta->kind == GM_FIGURE_PERCENT
                    ? ratio_fits(difference, from->interval, delta->interval)
                    : gm_comparable(delta, from) && gm_interval_meet(difference, delta->interval);
    if (fits) mark(from, to, delta);
  }
}

/* A total and what it is made of, behind it (共115人，其中…) or before it (…，共115人): two parts or more. */
static void verify_sum(gm_figure *items, uint32_t index, uint32_t count, bool behind) {
  gm_figure *total = &items[index];
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  uint32_t members[WINDOW], n = 0;
  for (uint32_t step = 1; step <= WINDOW; step++) {
    uint32_t i = behind ? index + step : index - step;
    if ((behind && i >= count) || (!behind && step > index)) return;
    gm_figure *f = &items[i];
    if (f->sentence != total->sentence && !(behind && f->roles & GM_ROLE_OF_WHICH)) return;
    if (!is_amount(f) || is_delta(f) || !gm_comparable(f, total)) continue;
    if (!add(&sum, f->interval) || gm_decimal_compare(sum.low, total->interval.high) > 0) return;
    members[n++] = i;
    if (n < 2 || !gm_interval_meet(sum, total->interval)) continue;
    total->verified = true;
    for (uint32_t k = 0; k < n; k++) items[members[k]].verified = true;
    return;
  }
}

void gm_figures_verify(gm_figure *items, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    gm_figure *f = &items[i];
    uint32_t first = i > WINDOW ? i - WINDOW : 0;
    if (f->kind == GM_FIGURE_PERCENT && f->approx == GM_APPROX_NONE) {
      if (f->roles & (GM_ROLE_SHARE | GM_ROLE_RATE)) verify_share(items, first, i);
      if (is_delta(f)) verify_change(items, first, i);
      continue;
    }
    if (!is_amount(f)) continue;
    if (f->roles & GM_ROLE_FROM && i + 2 < count) verify_difference(items, i, count);
    if (f->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD)) {
      verify_sum(items, i, count, true);
      if (!f->verified) verify_sum(items, i, count, false);
    }
  }
}
