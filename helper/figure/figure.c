#include "figure/figure.h"

const gm_unit gm_units[] = {{"", GM_CLASS_NONE, 0, false}};
const uint16_t gm_unit_count = 1;

void gm_figures_scan(const gm_view *view, gm_figure_array *out) {
  (void)view;
  (void)out;
}

void gm_figure_value(const gm_figure *figure, gm_buffer *out) {
  gm_decimal_write(figure->value, out);
}

const char *gm_figure_kind_name(gm_figure_kind kind) {
  static const char *const names[] = {
      "quantity", "money", "percent", "points", "multiple", "fraction", "date", "year",
      "time", "duration", "ordinal", "anniversary", "claim", "range", "ratio", "expression"};
  return names[kind];
}
