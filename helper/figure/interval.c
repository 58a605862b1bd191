/* The interval that a figure and its approximator stand for. */
#include "figure/quantity.h"

static gm_decimal scaled(gm_decimal value, int64_t factor, int scale) {
  gm_decimal out;
  return gm_decimal_multiply(value, (gm_decimal){factor, scale}, &out) ? gm_decimal_trim(out) : value;
}

static gm_decimal plus(gm_decimal a, gm_decimal b) {
  gm_decimal out;
  return gm_decimal_add(a, b, &out) ? out : a;
}

/* Widens the interval of the value `n`, which is not negative, from *in = n alone. */
static void widen(const gm_figure *figure, gm_decimal n, gm_decimal unit, gm_decimal place, gm_interval *in) {
  switch ((gm_approximator)figure->approx) {
    case GM_APPROX_MORE:
    case GM_APPROX_OVER:
      in->high = plus(n, place);
      in->low_open = true;
      in->high_open = figure->approx == GM_APPROX_MORE;
      return;
    case GM_APPROX_NEAR: {
      in->low = scaled(n, 9, 1);
      in->high_open = true;
      gm_decimal half; /* 不到一成, 近三成: told in tenths, it is no closer */
      bool tenths = figure->kind == GM_FIGURE_PERCENT && gm_decimal_compare(unit, gm_decimal_of(10)) == 0;
      if (tenths && gm_decimal_subtract(n, scaled(unit, 5, 1), &half) && gm_decimal_compare(half, in->low) < 0)
        in->low = half;
      return;
    }
    case GM_APPROX_ABOUT:
      in->low = scaled(n, 9, 1);
      in->high = scaled(n, 11, 1);
      return;
    case GM_APPROX_LEAST: in->high = gm_decimal_of(GM_UNBOUNDED); return;
    case GM_APPROX_MOST: in->low = gm_decimal_of(0); return;
    default: break;
  }
  const gm_unit *of = &gm_units[figure->unit];
  bool rounded = figure->numeral_flags & (GM_NUMERAL_POINT | GM_NUMERAL_SCALED);
  if (!rounded && (of->exact || of->unit_class == GM_CLASS_NONE)) return;
  gm_decimal half = scaled(unit, 5, 1);
  if (gm_decimal_subtract(n, half, &in->low)) in->high = plus(n, half);
}

void gm_interval_of_figure(gm_figure *figure, gm_decimal unit, gm_decimal place) {
  gm_decimal n = figure->value;
  gm_interval *in = &figure->interval;
  bool negative = n.digits < 0;
  if (negative) n.digits = -n.digits;
  *in = gm_interval_exact(n);
  widen(figure, n, unit, place, in);
  if (negative) {
    *in = (gm_interval){in->high, in->low, in->high_open, in->low_open};
    in->low.digits = -in->low.digits;
    in->high.digits = -in->high.digits;
  }
}
