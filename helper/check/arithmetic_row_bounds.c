/* AR-03: 12亩、15亩、9亩、20亩，单塘12亩到20亩不等: the bounds that the values of a row are said to have. */
#include "check/families.h"
#include "check/percent.h"
#include "check/ranked.h"

#define SUBJECT_CHARS 8u

/* The row that ends last before `before`: of values behind their names, or side by side. */
static bool read_row(const gm_links *links, size_t before, gm_ranked *row) {
  bool listed = gm_rank_last(links, before, row);
  unsigned best = links->count, many = 0;
  for (unsigned k = 0; k < links->count && links->items[k].to <= before; k++) {
    unsigned count = gm_row_from(links, k, GM_RANKED_MAX);
    if (count >= GM_RANKED_LEAST && links->items[k + count - 1].to <= before) best = k, many = count;
    k += count - 1;
  }
  if (many && (!listed || links->items[best].from > row->from)) {
    *row = (gm_ranked){.count = many, .from = links->items[best].from, .to = links->items[best + many - 1].to};
    for (unsigned i = 0; i < many; i++) row->value[i] = &links->items[best + i];
    return true;
  }
  return listed;
}

/* The bounds told as one figure (12至20亩) or two (12亩到20亩). */
typedef struct bounds {
  gm_decimal low, high;
  unsigned first; /* mention */
  gm_mention whole;
} bounds;

static bool read_bounds(const gm_links *links, unsigned at, bounds *out) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[at], *a = m - 1;
  if (!gm_words_at(view, m->to, "不等")) return false;
  *out = (bounds){.first = at, .whole = *m};
  if (m->figure->kind == GM_FIGURE_RANGE && m->figure->unit) {
    out->low = m->figure->interval.low;
    out->high = m->figure->interval.high;
    return true;
  }
  if (!at || !gm_rank_alike(a->figure, m->figure) || gm_words_at(view, a->to, "至 到 — —— - – ～") + a->to != m->from)
    return false;
  out->low = a->figure->value;
  out->high = m->figure->value;
  out->first = at - 1;
  out->whole.from = a->from;
  return true;
}

/* 12亩、15亩、9亩、20亩，单塘12亩到20亩不等: one bound is that of the row, the other leaves a value out. */
static void check_bounds(gm_line_check *check, const gm_links *links, unsigned at) {
  const gm_view *view = links->view;
  bounds told;
  gm_ranked row;
  if (!read_bounds(links, at, &told) || !read_row(links, told.whole.from, &row) ||
      gm_sentence_start(view, told.whole.from) > row.from || row.to + SUBJECT_CHARS < told.whole.from ||
      gm_find_word(view, row.to, told.whole.from, "其余 其他 每 均 分别 另") != SIZE_MAX)
    return;
  const gm_mention *least = row.value[0], *most = row.value[0];
  for (unsigned k = 0; k < row.count; k++) {
    const gm_figure *f = row.value[k]->figure;
    if (!gm_is_exact(f) || gm_is_delta(f) || f->unit != links->items[at].figure->unit) return;
    if (gm_decimal_compare(f->value, least->figure->value) < 0) least = row.value[k];
    if (gm_decimal_compare(f->value, most->figure->value) > 0) most = row.value[k];
  }
  int low = gm_decimal_compare(told.low, least->figure->value),
      high = gm_decimal_compare(told.high, most->figure->value);
  if ((low == 0) == (high == 0) || low < 0 || high > 0) return;
  gm_report_mention(check, &told.whole);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "所列各数为%s至%s，文中为%s", "the values listed are %s to %s, the text says %s",
         gm_quote_mention(view, least).text, gm_quote_mention(view, most).text,
         gm_quote_mention(view, &told.whole).text);
  gm_relate_mention(check, low ? least : most, "在此之外", "beyond it");
}

void gm_check_row_bounds(gm_line_check *check, const gm_links *links) {
  if (links->count < GM_RANKED_LEAST || !gm_word_list_may_hold(links->view, "不等")) return;
  for (unsigned i = 1; i < links->count; i++) check_bounds(check, links, i);
}
