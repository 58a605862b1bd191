/* PCT-05: shares that make up a whole. */
#include "check/families.h"
#include "check/percent.h"

/* Has one of its shares been reported already? One fault, one finding. */
static bool told_between(const gm_line_check *check, const char *rule, size_t from, size_t to) {
  for (size_t i = check->out->list.count; i-- > 0;) {
    const gm_finding *f = &check->out->list.items[i];
    if (!strcmp(gm_rules[f->rule].id, rule) && f->start.byte >= check->view->raw_at[from] &&
        f->start.byte < gm_raw_end(check->view, to))
      return true;
  }
  return false;
}

/* Would the shares among mentions [from, to) come to 100 if two neighbouring digits of one changed places? */
static bool swap_completes(const gm_links *links, unsigned from, unsigned to, gm_decimal sum, gm_decimal allowed) {
  for (unsigned i = from; i < to; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind != GM_FIGURE_PERCENT || !(f->roles & GM_ROLE_SHARE) || f->value.scale < 1) continue;
    for (unsigned k = 0; k < 18; k++) {
      gm_decimal should, change, difference;
      if (!gm_swap_digits(f->value, k, &should) || !gm_decimal_subtract(should, f->value, &change) ||
          !gm_decimal_add(sum, change, &difference) ||
          !gm_decimal_subtract(difference, gm_decimal_of(100), &difference))
        continue;
      if (difference.digits < 0) difference.digits = -difference.digits;
      if (gm_decimal_compare(difference, allowed) <= 0) return true;
    }
  }
  return false;
}

#define COMPOSITION_EXCESS \
  2 /* percent: a composition that is farther from 100 is none (several answers, several bases) */

/* 甲占25.2%，乙占61.9%，丙占11.2%，丁占2.7%: shares of one sentence that come near 100 must come to it. */
void gm_check_composition(gm_line_check *check) {
  if (gm_count_kind(check->figures, GM_FIGURE_PERCENT) < 2) return;
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  for (unsigned first = 0; first < links->count;) {
    const gm_mention *last = &links->items[first];
    gm_decimal sum = {0, 0}, allowed = {0, 0}; /* half a unit of the last digit of each share */
    unsigned shares = 0, i = first;
    bool exact = true;
    for (; i < links->count && gm_same_sentence(&links->items[i], &links->items[first]); i++) {
      const gm_mention *m = &links->items[i];
      size_t at, stop;
      if (m->figure->kind != GM_FIGURE_PERCENT) continue;
      gm_lead lead = gm_lead_of(links, i, &at, &stop);
      if (lead == GM_LEAD_NONE && m->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) continue;
      if (lead != GM_LEAD_SHARE && !(shares && gm_one_before(view, m->from, "、和及"))) {
        exact = exact && lead == GM_LEAD_NONE;
        continue;
      }
      exact = exact && gm_is_exact(m->figure) && gm_decimal_add(sum, m->figure->value, &sum);
      exact = exact && gm_decimal_add(allowed, (gm_decimal){5, m->figure->value.scale + 1}, &allowed);
      shares++;
      last = m;
    }
    size_t from = links->items[first].from;
    unsigned start_index = first;
    first = i;
    if (shares < 2 || !exact) continue;
    gm_decimal difference;
    if (!gm_decimal_subtract(sum, gm_decimal_of(100), &difference)) continue;
    bool short_of = difference.digits < 0;
    if (short_of) difference.digits = -difference.digits;
    if (gm_decimal_compare(difference, allowed) <= 0) continue;
    bool swapped = swap_completes(links, start_index, i, sum, allowed);
    if (!swapped && (shares < 3 || gm_decimal_compare(difference, gm_decimal_of(COMPOSITION_EXCESS)) > 0)) continue;
    size_t start = gm_sentence_start(view, from);
    if (short_of && !swapped && gm_find_word(view, start, last->to, "其他 其它 其余 剩余") == SIZE_MAX) continue;
    if (gm_disclaimed(view) || told_between(check, "PCT-01", start, last->to)) continue;
    gm_report_mention(check, last);
    gm_say(check->out, check->language, "%u项构成合计%s%%，不是100%%", "%u shares come to %s%%, not 100%%", shares,
           gm_quote_decimal(sum).text);
  }
}
