/* PCT-01 of wholes, parts and rates told in three rows:
 * 来信156封、来电482个，回复148封、463个，回复率分别为94.9%、96.1%. */
#include "check/families.h"
#include "check/percent.h"

#define TERMS_MOST 6u /* rates side by side */

/* Is a clause's end all that parts the two rows? 、 and 和 part what stands in one. */
static bool next_clause(const gm_view *view, const gm_mention *last, const gm_mention *first) {
  return gm_one_of(view, last->to, "，") && first->clause == last->to + 1u;
}

/* Do `count` amounts from `first` on stand in one clause, parted by 、 or 和 with their names between, with
 * nothing counted before them in it? */
static bool is_row(const gm_links *links, unsigned first, unsigned count) {
  const gm_view *view = links->view;
  const gm_mention *row = &links->items[first];
  for (unsigned k = 0; k < count; k++) {
    if (!gm_is_count(row[k].figure) || row[k].clause != row->clause) return false;
    if (k && !gm_one_of(view, row[k - 1].to, "、和与及")) return false;
  }
  return !first || row[-1].clause != row->clause || !gm_is_amount(row[-1].figure);
}

/* Does any other pair of the amounts give the rate? */
static bool explained(const gm_mention *amounts, unsigned count, const gm_mention *rate) {
  for (unsigned i = 0; i < count; i++)
    for (unsigned k = 0; k < count; k++)
      if (i != k &&
          gm_ratio_fits(amounts[i].figure->interval, amounts[k].figure->interval, gm_percent_interval(rate->figure, 1)))
        return true;
  return false;
}

/* The rates begin at mention `first`: when all but one are those of the part above in the whole above that, it is
 * wrong. */
static void check_rows(gm_line_check *check, const gm_links *links, unsigned first, unsigned count) {
  const gm_mention *rate = &links->items[first], *part = rate - count, *whole = part - count;
  unsigned wrong = count, fitting = 0;
  gm_decimal computed;
  for (unsigned k = 0; k < count; k++) {
    if (!gm_comparable(part[k].figure, whole[k].figure) || !gm_is_exact(rate[k].figure) ||
        gm_decimal_compare(part[k].figure->value, whole[k].figure->value) > 0 || gm_is_told(check, &rate[k]))
      return;
    if (gm_ratio_fits(part[k].figure->interval, whole[k].figure->interval, gm_percent_interval(rate[k].figure, 1)))
      fitting++;
    else
      wrong = k;
  }
  if (fitting + 1 < count) return;
  for (unsigned k = 0; k < count; k++)
    if (k != wrong) gm_agree(check, &rate[k], &part[k], &whole[k]);
  if (wrong == count || gm_disclaimed(links->view) || explained(whole, 2 * count, &rate[wrong]) ||
      !gm_percent_of(part[wrong].figure->value, whole[wrong].figure->value, rate[wrong].figure->value.scale,
                     &computed) ||
      gm_is_far(computed, rate[wrong].figure->value) ||
      gm_is_last_digit(rate[wrong].figure, computed, part[wrong].figure->interval, whole[wrong].figure->interval))
    return;
  gm_report_share(check, &rate[wrong], &part[wrong], &whole[wrong], computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_rows_of_rates(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  if (!gm_word_list_may_hold(view, "率分别")) return;
  for (unsigned i = 4; i + 1 < links->count; i++) {
    const gm_mention *rate = &links->items[i];
    if (rate->figure->kind != GM_FIGURE_PERCENT) continue;
    unsigned count = gm_row_from(links, i, TERMS_MOST);
    if (count > 1 && i >= 2 * count && next_clause(view, rate - 1, rate) &&
        gm_find_word(view, rate->clause, rate->from, "率分别") != SIZE_MAX && is_row(links, i - count, count) &&
        is_row(links, i - 2 * count, count) && next_clause(view, &rate[-(int)count - 1], &rate[-(int)count]))
      check_rows(check, links, i, count);
    i += count - 1;
  }
}
