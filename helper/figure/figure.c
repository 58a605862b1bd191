#include "figure/scan.h"

/* Figures kinds as JSON names them, in the order of gm_figure_kind. */
const char *gm_figure_kind_name(gm_figure_kind kind) {
  static const char *const names[] = {"quantity", "money", "percent", "points",    "multiple", "fraction",
                                      "date",     "year",  "time",    "duration",  "ordinal",  "anniversary",
                                      "claim",    "range", "ratio",   "expression"};
  return names[kind];
}

static void write_date(gm_date date, gm_buffer *out) {
  if (!date.year && !date.month) {
    gm_buffer_format(out, "---%02u", date.day);
    return;
  }
  if (date.year)
    gm_buffer_format(out, "%04u", date.year);
  else
    gm_buffer_add(out, "-", 1);
  if (date.month) gm_buffer_format(out, "-%02u", date.month);
  if (date.day) gm_buffer_format(out, "-%02u", date.day);
}

bool gm_figure_is_months(const gm_figure *figure) {
  gm_decimal low = figure->interval.low, high = figure->interval.high;
  return figure->kind == GM_FIGURE_RANGE && figure->unit == GM_UNIT_MONTH_OF && !low.scale && !high.scale &&
         low.digits > 0 && low.digits < high.digits && high.digits < 13;
}

uint16_t gm_figure_shown_unit(const gm_figure *figure) {
  return gm_figure_is_months(figure) ? GM_UNIT_DATE : figure->unit;
}

static void write_claims(const uint32_t parts[2], gm_buffer *out) {
  uint32_t divisor = 1;
  for (uint32_t i = 1; i < parts[0]; i++) divisor *= 100;
  for (; divisor; divisor /= 100) {
    gm_buffer_format(out, "%u", parts[1] / divisor % 100);
    if (divisor > 1) gm_buffer_add(out, "/", 1);
  }
}

void gm_figure_value(const gm_figure *figure, gm_buffer *out) {
  switch ((gm_figure_kind)figure->kind) {
    case GM_FIGURE_DATE:
      write_date(figure->date, out);
      if (figure->parts[0])
        gm_buffer_format(out, "T%02u:%02u", (figure->parts[0] - 1) / 60, (figure->parts[0] - 1) % 60);
      if (figure->parts[0] && figure->parts[1] != GM_NO_SECOND) gm_buffer_format(out, ":%02u", figure->parts[1]);
      return;
    case GM_FIGURE_TIME: gm_buffer_format(out, "%02u:%02u", figure->parts[0], figure->parts[1]); return;
    case GM_FIGURE_FRACTION: gm_buffer_format(out, "%u/%u", figure->parts[0], figure->parts[1]); return;
    case GM_FIGURE_RATIO:
      gm_decimal_write(figure->value, out);
      gm_buffer_add(out, ":", 1);
      gm_decimal_write(figure->interval.low, out);
      if (figure->parts[1] || figure->parts[0] < 3) return;
      gm_buffer_add(out, ":", 1);
      gm_decimal_write(figure->interval.high, out);
      if (figure->parts[0] > 3) gm_buffer_string(out, ":…");
      return;
    case GM_FIGURE_EXPRESSION:
      gm_decimal_write(figure->value, out);
      gm_buffer_format(out, "(%u+%u)", figure->parts[0], figure->parts[1]);
      return;
    case GM_FIGURE_CLAIM:
      if (figure->parts[0] < 2) break;
      write_claims(figure->parts, out);
      return;
    default: break;
  }
  if (gm_figure_is_months(figure)) {
    write_date((gm_date){.month = (uint8_t)figure->interval.low.digits}, out);
    gm_buffer_add(out, "..", 2);
    write_date((gm_date){.month = (uint8_t)figure->interval.high.digits}, out);
    return;
  }
  if (figure->kind == GM_FIGURE_RANGE || figure->approx == GM_APPROX_VAGUE) {
    gm_decimal_write(figure->interval.low, out);
    gm_buffer_add(out, "..", 2);
    gm_decimal_write(figure->interval.high, out);
    return;
  }
  gm_decimal_write(figure->value, out);
}

bool gm_figure_bound(const gm_figure *figure, bool high, gm_buffer *out) {
  switch ((gm_figure_kind)figure->kind) {
    case GM_FIGURE_DATE:
    case GM_FIGURE_YEAR:
    case GM_FIGURE_TIME:
    case GM_FIGURE_RATIO: gm_figure_value(figure, out); return true;
    default: break;
  }
  gm_decimal bound = high ? figure->interval.high : figure->interval.low;
  if (bound.digits == GM_UNBOUNDED && !bound.scale) return false;
  gm_decimal_write(bound, out);
  return true;
}
