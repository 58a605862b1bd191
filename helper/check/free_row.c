/* Parts told in a row in free wording: what they come to, and what is said when that is not their total. */
#include "check/free_row.h"

#include <stdio.h>

#include "check/sum_judged.h"
#include "check/swap.h"

unsigned gm_told_of(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *next = m + 1;
  bool each = m->figure->roles & GM_ROLE_EACH;
  /* 各18名、126名和432名, 各存粮2600吨、3100吨和1900吨: of each another number */
  if (each && index + 1 < links->count && next->from == m->to + 1u && gm_one_of(view, m->to, "、和与及") &&
      gm_find_word(view, m->label, m->from, "各") != SIZE_MAX)
    return 1;
  if (!gm_one_before(view, m->from, "各")) return !each;
  size_t from = m->from;
  while (from > (index ? m[-1].to : 0) && !gm_one_before(view, from, "，；：。")) from--;
  unsigned paused = 0, joined = 0, other = 0; /* 道德与法治、历史各60分: 与 may stand in a name */
  for (size_t i = from + 1; i + 1 < m->from; i++) {
    paused += gm_one_of(view, i, "、");
    joined += gm_one_of(view, i, "和");
    other += gm_one_of(view, i, "与及");
  }
  unsigned marks = paused + joined + other;
  if ((other && marks > 1) || joined > 1) return 0;
  return marks ? marks + 1 : 0;
}

bool gm_is_of_which(const gm_view *view, const gm_mention *m) {
  if (!(m->figure->roles & GM_ROLE_OF_WHICH)) return false;
  size_t from = gm_sentence_start(view, m->from);
  for (size_t mark; (mark = gm_find_mark(view, from, m->from, "；")) != SIZE_MAX;) from = mark + 1;
  return gm_find_word(view, from, m->from, "其中 包括 含") != SIZE_MAX;
}

bool gm_free_sum(const gm_links *links, const gm_free_row *row, gm_decimal *sum) {
  *sum = (gm_decimal){0, 0};
  for (unsigned i = 0; i < row->parts.count; i++) {
    gm_decimal all;
    if (!gm_decimal_multiply(links->items[row->parts.at[i]].figure->value, gm_decimal_of(row->times[i]), &all) ||
        !gm_decimal_add(*sum, all, sum))
      return false;
  }
  return true;
}

/* What part `i` should be for the parts to come to the total; false when it is told of several, or would be nothing. */
static bool should_be(const gm_links *links, const gm_free_row *row, unsigned i, gm_decimal off, gm_decimal *out) {
  return row->times[i] == 1 && gm_decimal_subtract(links->items[row->parts.at[i]].figure->value, off, out) &&
         out->digits > 0;
}

bool gm_free_slip(const gm_links *links, const gm_free_row *row, const gm_mention *total, gm_decimal sum) {
  gm_decimal off, should;
  if (gm_one_digit_apart(sum, total->figure->value) || gm_swap_touches(total->figure, gm_interval_exact(sum)))
    return true;
  if (!gm_decimal_subtract(sum, total->figure->value, &off)) return false;
  for (unsigned i = 0; i < row->parts.count; i++) {
    const gm_figure *f = links->items[row->parts.at[i]].figure;
    if (should_be(links, row, i, off, &should) &&
        (gm_one_digit_apart(should, f->value) || gm_swap_touches(f, gm_interval_exact(should))))
      return true;
  }
  return false;
}

void gm_report_free_sum(gm_line_check *check, const gm_links *links, const gm_free_row *row, const gm_mention *total,
                        gm_decimal sum) {
  const gm_view *view = check->view;
  if (!row->each) {
    gm_report_sum(check, links, total, &row->parts, sum, GM_SEVERITY_WARNING);
    return;
  }
  gm_buffer terms = {0};
  for (unsigned i = 0; i < row->parts.count; i++) {
    const gm_mention *m = &links->items[row->parts.at[i]];
    char times[16] = "";
    if (row->times[i] > 1) snprintf(times, sizeof times, "×%u", row->times[i]);
    if (i) gm_buffer_string(&terms, "+");
    gm_buffer_string(&terms, gm_quote_like(m->figure->value, total, view).text);
    gm_buffer_string(&terms, times);
  }
  gm_report_mention(check, total);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%.*s=%s，总数为%s", "%.*s = %s, the total says %s", (int)terms.count,
         terms.items, gm_quote_amount(sum, total, view).text, gm_quote_mention(view, total).text);
  for (unsigned i = 0; i < row->parts.count; i++)
    gm_relate_mention(check, &links->items[row->parts.at[i]], "分项", "a part");
  gm_array_free(&terms);
}
