#include "figure/quantity.h"

#define ZHI        0x81F3u /* 至 */
#define DAO        0x5230u /* 到 */
#define PLUS_MINUS 0x00B1u
#define FIRST_YEAR 1900
#define LAST_YEAR  2100

static bool digit(const gm_view *view, size_t i) { return view->cls[i] & GM_DIGIT; }

static bool whole(gm_decimal value) { return !value.scale && value.digits >= 0 && value.digits <= INT32_MAX; }

static void set_range(gm_reading *r, gm_decimal low, gm_decimal high) {
  r->figure.kind = GM_FIGURE_RANGE;
  r->figure.value = low;
  r->figure.interval = (gm_interval){low, high, false, false};
}

/* The lower end of 13～17万 counts 万 too. */
static gm_decimal raised_to(gm_decimal low, gm_decimal high) {
  static const int powers[] = {12, 8, 4};
  for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
    gm_decimal least, raised;
    if (gm_decimal_shift(gm_decimal_of(1), powers[i], &least) && gm_decimal_compare(high, least) >= 0 &&
        gm_decimal_shift(low, powers[i], &raised))
      return raised;
  }
  return low;
}

/* A second number behind a dash or 至: 3～5, 15%～30%, 19至24. */
static size_t read_range(const gm_view *view, size_t at, const gm_numeral *first, gm_reading *r) {
  size_t i = at;
  bool percent = view->cp[i] == '%';
  if (percent) i++;
  uint32_t mark = view->cp[i];
  if (mark == ZHI || mark == DAO) {
    if (percent) return 0;
  } else if (mark != 0xFF5E && mark != 0x2014 && mark != 0x2013 && mark != '-') {
    return 0;
  }
  gm_numeral second;
  if (digit(view, i + 1) != ((first->flags & GM_NUMERAL_ARABIC) != 0)) return 0;
  size_t n = gm_numeral_read(view, i + 1, &second);
  if (!n || (percent && view->cp[i + 1 + n] != '%')) return 0;
  if (mark == '-' && digit(view, i + 1 + n)) return 0;
  gm_decimal low = first->value, high = second.value;
  if ((second.flags & GM_NUMERAL_SCALED) && !(first->flags & GM_NUMERAL_SCALED)) low = raised_to(low, high);
  if (gm_decimal_compare(low, high) >= 0) return 0;
  set_range(r, low, high);
  r->figure.numeral_flags |= second.flags;
  return i + 1 + n - at;
}

/* 20±0.5: from 19.5 to 20.5. */
static size_t read_tolerance(const gm_view *view, size_t at, const gm_numeral *first, gm_reading *r) {
  gm_numeral second;
  gm_decimal low, high;
  if (view->cp[at] != PLUS_MINUS || !digit(view, at + 1)) return 0;
  size_t n = gm_numeral_read(view, at + 1, &second);
  if (!n || !gm_decimal_subtract(first->value, second.value, &low) ||
      !gm_decimal_add(first->value, second.value, &high))
    return 0;
  set_range(r, low, high);
  return 1 + n;
}

/* 10+59, with a closing quote behind it or not. */
static size_t read_sum(const gm_view *view, size_t at, const gm_numeral *first, gm_reading *r) {
  gm_numeral second;
  if (view->cp[at] != '+' || !whole(first->value) || !digit(view, at + 1)) return 0;
  size_t n = gm_numeral_read(view, at + 1, &second);
  if (!n || !whole(second.value) || view->cp[at + 1 + n] == '+') return 0;
  if (!gm_decimal_add(first->value, second.value, &r->figure.value)) return 0;
  r->figure.kind = GM_FIGURE_EXPRESSION;
  r->figure.parts[0] = (uint32_t)first->value.digits;
  r->figure.parts[1] = (uint32_t)second.value.digits;
  r->figure.interval = gm_interval_exact(r->figure.value);
  return 1 + n;
}

/* 12.4∶58.3∶29.4, 3:1. The terms behind the first stand in the interval, which a ratio has not; of more than three the
 * first three are kept. */
static size_t read_ratio(const gm_view *view, size_t at, const gm_numeral *first, gm_reading *r) {
  size_t i = at;
  uint32_t terms = 1, mark = view->cp[at]; /* 为2∶3∶5：15年以上…: a colon of another kind opens what follows */
  gm_decimal kept[2] = {{0, 0}, {0, 0}};
  if (mark != 0x2236 && mark != ':' && mark != 0xFF1A) return 0;
  while (view->cp[i] == mark && digit(view, i + 1)) {
    gm_numeral next;
    size_t n = gm_numeral_read(view, i + 1, &next);
    if (!n) break;
    if (terms <= 2) kept[terms - 1] = next.value;
    terms++;
    i += 1 + n;
  }
  if (terms == 1) return 0;
  r->figure.kind = GM_FIGURE_RATIO;
  r->figure.interval = (gm_interval){kept[0], kept[1], false, false};
  if (terms > 2 || !whole(first->value) || !whole(kept[0]) || !kept[0].digits) {
    r->figure.parts[0] = terms;
    r->figure.parts[1] = 0;
    return i - at;
  }
  r->figure.parts[0] = (uint32_t)first->value.digits;
  r->figure.parts[1] = (uint32_t)kept[0].digits;
  return i - at;
}

/* 2023/2024 is a school year, no part of a whole. */
static bool two_years(const gm_numeral *above, const gm_numeral *below) {
  return above->value.digits >= FIRST_YEAR && below->value.digits <= LAST_YEAR &&
         below->value.digits == above->value.digits + 1;
}

/* 2/3, 243/256; not one of three (3/5/8), and not what is more than the whole. */
static size_t read_slash(const gm_view *view, size_t at, const gm_numeral *first, gm_reading *r) {
  gm_numeral below;
  size_t n;
  if (view->cp[at] != '/' || !digit(view, at + 1) || !(n = gm_numeral_read(view, at + 1, &below))) return 0;
  uint32_t next = view->cp[at + 1 + n];
  if (!whole(first->value) || !whole(below.value) || next == '/' || next == '-' || (view->cls[at + 1 + n] & GM_LATIN))
    return 0;
  if (first->value.digits >= below.value.digits || two_years(first, &below)) return 0;
  return gm_fraction_set(r, first->value, below.value) ? 1 + n : 0;
}

bool gm_fraction_set(gm_reading *r, gm_decimal above, gm_decimal below) {
  gm_decimal quotient, step = {1, 6}, low, high; /* rounded to six digits: the interval holds the exact one */
  if (!whole(above) || !whole(below) || !gm_decimal_divide(above, below, 6, &quotient)) return false;
  if (!gm_decimal_subtract(quotient, step, &low) || !gm_decimal_add(quotient, step, &high)) return false;
  r->figure.value = quotient;
  r->figure.kind = GM_FIGURE_FRACTION;
  r->figure.parts[0] = (uint32_t)above.digits;
  r->figure.parts[1] = (uint32_t)below.digits;
  r->figure.interval = (gm_interval){low, high, false, false};
  return true;
}

size_t gm_expression_read(const gm_view *view, size_t at, const gm_numeral *first, gm_reading *r) {
  size_t n = 0;
  if (first->flags & GM_NUMERAL_ARABIC) {
    n = read_slash(view, at, first, r);
    if (!n) n = read_ratio(view, at, first, r);
    if (!n) n = read_sum(view, at, first, r);
    if (!n) n = read_tolerance(view, at, first, r);
  }
  return n ? n : read_range(view, at, first, r);
}
