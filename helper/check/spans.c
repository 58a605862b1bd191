#include "check/spans.h"

#include <stdio.h>
#include <stdlib.h>

static const int64_t sizes[GM_SPAN_UNITS] = {3600, 60, 1};

/* Which of the units the figure is told in; GM_SPAN_UNITS when in none. */
static unsigned unit_of(const gm_figure *f) {
  static const char *const names[GM_SPAN_UNITS] = {"小时", "分钟", "秒"};
  if (f->kind != GM_FIGURE_DURATION || !f->unit) return GM_SPAN_UNITS;
  unsigned k = 0;
  while (k < GM_SPAN_UNITS && strcmp(gm_units[gm_units[f->unit].same_as].name, names[k]) != 0) k++;
  return k;
}

bool gm_read_span(const gm_links *links, unsigned at, gm_span *out) {
  const gm_view *view = links->view;
  *out = (gm_span){.part = {-1, -1, -1}};
  unsigned last = 0;
  for (unsigned i = at; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    unsigned unit = unit_of(m->figure);
    if (unit == GM_SPAN_UNITS || (i > at && (m->from != links->items[i - 1].to || unit <= last))) break;
    gm_decimal seconds, whole;
    if (!gm_is_exact(m->figure) || m->figure->value.digits < 0 || m->figure->roles & GM_ROLE_THRESHOLD ||
        !gm_decimal_multiply(m->figure->value, gm_decimal_of(sizes[unit]), &seconds) ||
        !gm_decimal_divide(seconds, gm_decimal_of(1), 0, &whole) || gm_decimal_compare(seconds, whole) != 0)
      return false;
    if (i == at) out->whole = *m;
    out->whole.to = m->to;
    out->next = i + 1;
    out->units++;
    out->seconds += whole.digits;
    out->part[unit] = whole.digits / sizes[unit];
    out->loose = out->loose || whole.digits % sizes[unit];
    last = unit;
  }
  /* 48秒12; 30分 of 8时30分 */
  return out->next &&
         !(at && links->items[at - 1].to == out->whole.from &&
           links->items[at - 1].figure->kind != GM_FIGURE_ORDINAL) &&
         !(view->cls[out->whole.to] & (GM_DIGIT | GM_NUMERAL));
}

#define DIGITS_MAX 6u

/* Are the two of as many digits (03 is 3) and one digit apart, or two that changed places? */
static bool slips(int64_t a, int64_t b) {
  char x[24], y[24];
  int width =
      a > 9 || b > 9 ? snprintf(x, sizeof x, "%02lld", (long long)a) : snprintf(x, sizeof x, "%lld", (long long)a);
  if (snprintf(y, sizeof y, "%0*lld", width, (long long)b) != width || width > (int)DIGITS_MAX) return false;
  int apart = 0, first = -1;
  for (int i = 0; i < width; i++)
    if (x[i] != y[i]) {
      if (first < 0) first = i;
      apart++;
    }
  return apart == 1 || (apart == 2 && x[first] == y[first + 1] && x[first + 1] == y[first]);
}

#define BORROWED 40 /* of a hundred: 2小时05分 less 50分 told as 1小时55分 */
#define HALF     1800

bool gm_span_slips(const gm_span *told, int64_t seconds) {
  int64_t off = llabs(told->seconds - seconds), left = seconds;
  unsigned apart = 0;
  if (seconds <= 0 || told->loose) return false;
  bool both = told->part[0] >= 0 && told->part[1] >= 0;
  if (both && (off == sizes[0] || off == BORROWED * sizes[1] || off == HALF)) return true;
  if (told->part[1] >= 0 && told->part[2] >= 0 && (off == sizes[1] || off == BORROWED)) return true;
  bool one = true;
  for (unsigned k = 0; k < GM_SPAN_UNITS; k++) {
    if (told->part[k] < 0) continue;
    int64_t part = left / sizes[k];
    left -= part * sizes[k];
    if (part == told->part[k]) continue;
    apart++;
    one = one && slips(told->part[k], part);
  }
  return !left && apart == 1 && one;
}

gm_quote gm_quote_span(int64_t seconds, const gm_span *like, bool english) {
  gm_quote q = {{0}};
  size_t used = 0;
  bool hours = like->part[0] >= 0 || (like->part[1] < 0 && seconds >= sizes[0]);
  const char *names[2][GM_SPAN_UNITS] = {{"小时", hours ? "分" : "分钟", "秒"}, {" h ", " min ", " s "}};
  for (unsigned k = hours ? 0 : seconds < sizes[1] ? 2 : 1; k < GM_SPAN_UNITS; k++) {
    int64_t part = seconds / sizes[k];
    seconds -= part * sizes[k];
    if (!part && (used || seconds)) continue;
    used += (size_t)snprintf(q.text + used, sizeof q.text - used, "%lld%s", (long long)part, names[english][k]);
    if (!seconds) break;
  }
  if (english && used) q.text[used - 1] = 0;
  return q;
}
