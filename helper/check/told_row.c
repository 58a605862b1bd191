/* A row of values of which the last alone has the unit. */
#include "check/told_row.h"

#include "numeral/numeral.h"

/* The value written at [from, to), the whole of it; *scaled when it has 万 or 亿. */
static bool read_value(const gm_view *view, size_t from, size_t to, const gm_mention *last, gm_decimal *value,
                       gm_decimal *unit, bool *scaled) {
  gm_numeral n;
  if (from >= to || gm_numeral_read(view, from, &n) != to - from) return false;
  *scaled = gm_one_before(view, to, "万亿");
  *value = n.value;
  *unit = n.unit;
  if (!*scaled && !n.value.scale && gm_units[last->figure->unit].exact) unit->digits = 0;
  return true;
}

bool gm_read_told_row(const gm_links *links, const gm_mention *last, gm_told_row *out) {
  const gm_view *view = links->view;
  if (!gm_is_amount(last->figure) || !gm_is_exact(last->figure) || last->figure->value.digits <= 0 ||
      !gm_one_before(view, last->number, "、和与及"))
    return false;
  size_t unit = gm_clean_at(view, last->figure->number_end), end = unit, at = last->number;
  unsigned scaled = 0;
  *out = (gm_told_row){.last = last};
  for (size_t i = GM_TOLD_MOST; i > 0;) {
    bool has;
    size_t length = last->to - unit;
    if (!read_value(view, at, end, last, &out->value[i - 1], &out->unit[i - 1], &has)) break;
    out->at[--i] = (uint32_t)at;
    out->end[i] = (uint32_t)end;
    out->count++;
    scaled += has;
    if (!gm_one_before(view, at, "、和与及")) break;
    end = at - 1;
    /* 1.2万人次、2.3万人次 */
    if (end > length && gm_reads_alike(view, end - length, unit, length))
      end -= length;
    else
      out->bare = true;
    at = gm_number_before(view, end);
    if (at == end) return false; /* something else is told beside them */
  }
  if (out->count < GM_TOLD_LEAST) return false;
  unsigned first = GM_TOLD_MOST - out->count;
  memmove(out->value, out->value + first, out->count * sizeof *out->value);
  memmove(out->unit, out->unit + first, out->count * sizeof *out->unit);
  memmove(out->at, out->at + first, out->count * sizeof *out->at);
  memmove(out->end, out->end + first, out->count * sizeof *out->end);
  if (!scaled || scaled == out->count) return true;
  /* 1.2、2.3和3.1万人次: the 万 of the last is that of all */
  int places = gm_printed_scale(view->raw, last->figure);
  if (scaled != 1 || !places) return false;
  for (unsigned i = 0; i + 1 < out->count; i++) {
    out->unit[i] = (gm_decimal){1, out->value[i].scale};
    if (!gm_decimal_shift(out->value[i], places, &out->value[i]) ||
        !gm_decimal_shift(out->unit[i], places, &out->unit[i]))
      return false;
  }
  return true;
}

bool gm_told_row_sum(const gm_told_row *row, gm_decimal *sum, gm_interval *play) {
  gm_decimal units = {0, 0}, half = {5, 1};
  *sum = (gm_decimal){0, 0};
  for (unsigned i = 0; i < row->count; i++)
    if (!gm_decimal_add(*sum, row->value[i], sum) || !gm_decimal_add(units, row->unit[i], &units)) return false;
  *play = gm_interval_exact(*sum);
  return gm_decimal_multiply(units, half, &units) && gm_decimal_subtract(*sum, units, &play->low) &&
         gm_decimal_add(*sum, units, &play->high);
}

void gm_relate_told_row(gm_line_check *check, const gm_told_row *row, const char *zh, const char *en) {
  const gm_view *view = check->view;
  gm_relate(check->out, (gm_position){0, view->raw_at[row->at[0]]}, (gm_position){0, gm_raw_end(view, row->last->to)},
            check->language == GM_ENGLISH ? en : zh);
}
