/* PCT-03 of changes and their rates told in two rows: 发生事故86起、死亡62人，分别减少14起、9人，下降14.0%、12.7%. */
#include "check/change.h"
#include "check/families.h"
#include "check/percent.h"

#define TERMS_MOST 4u /* changes side by side */

unsigned gm_row_from(const gm_links *links, unsigned first, unsigned most) {
  const gm_view *view = links->view;
  const bool rates = links->items[first].figure->kind == GM_FIGURE_PERCENT;
  unsigned count = 1;
  for (unsigned i = first + 1; i < links->count && count < most; i++, count++) {
    const gm_mention *m = &links->items[i], *before = m - 1;
    if (rates ? m->figure->kind != GM_FIGURE_PERCENT : !gm_is_amount(m->figure)) break;
    if (m->from != before->to + 1u || !gm_one_of(view, before->to, "、和及与")) break;
  }
  return count;
}

/* Which way the row goes that begins at mention `first`, by the verb before it: 1 up, -1 down, 0 when it is no row of
 * changes. 分别 may stand before the verb or behind it. */
static int way_of_row(const gm_view *view, const gm_mention *first, bool *apart) {
  size_t verb = first->from - gm_words_before(view, first->from, "分别 分别为 分别达 分别达到"), from;
  int way = gm_change_verb(view, verb, &from);
  *apart |= gm_find_word(view, first->clause, first->from, "分别 各") != SIZE_MAX;
  if (gm_find_word(view, first->clause, from, "占 率 其中 达标 计划 目标 预算 力争 将") != SIZE_MAX) return 0;
  return way;
}

/* Does the change fit the rate, from whichever side of it the amount is told? */
static bool fits(const gm_mention *amount, const gm_mention *delta, const gm_mention *rate, int way) {
  gm_interval printed = gm_percent_interval(rate->figure, 1), base = amount->figure->interval;
  if (gm_ratio_fits(delta->figure->interval, base, printed)) return true;
  if (way > 0 ? !gm_interval_subtract(base, delta->figure->interval, &base)
              : !gm_interval_add(&base, delta->figure->interval))
    return true;
  return gm_ratio_fits(delta->figure->interval, base, printed);
}

/* The changes begin at mention `deltas`, their rates at `rates`, and the amounts that changed stand right before both:
 * when all but one agree, that one is wrong. */
static void check_rows(gm_line_check *check, const gm_links *links, unsigned deltas, unsigned rates, unsigned count,
                       int way) {
  unsigned first = deltas < rates ? deltas : rates, wrong = count, fitting = 0;
  if (first < count) return;
  for (unsigned k = 0; k < count; k++) {
    const gm_mention *amount = &links->items[first - count + k];
    const gm_mention *delta = &links->items[deltas + k], *rate = &links->items[rates + k];
    if (!gm_same_sentence(amount, rate) || !gm_is_amount(amount->figure) || !gm_is_plain(amount->figure) ||
        !gm_comparable(amount->figure, delta->figure) || gm_is_told(check, rate) || gm_is_told(check, delta))
      return;
    if (fits(amount, delta, rate, way))
      fitting++;
    else
      wrong = k;
  }
  if (gm_find_mark(links->view, links->items[first - 1].to, links->items[first].from, "；") != SIZE_MAX) return;
  for (unsigned k = 0; k < count; k++)
    if (k != wrong)
      gm_agree(check, &links->items[first - count + k], &links->items[deltas + k], &links->items[rates + k]);
  if (wrong == count || fitting + 1 < count || gm_disclaimed(links->view)) return;
  gm_report_change_rate(check, &links->items[rates + wrong], &links->items[deltas + wrong],
                        &links->items[first - count + wrong], way);
}

void gm_check_rows_of_changes(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  for (unsigned i = 2; i + 3 < links->count; i++) {
    const gm_mention *one = &links->items[i];
    bool rates_first = one->figure->kind == GM_FIGURE_PERCENT, apart = false;
    if (!rates_first && !gm_is_amount(one->figure)) continue;
    unsigned count = gm_row_from(links, i, TERMS_MOST), next = i + count;
    if (count < 2 || next >= links->count || !gm_same_sentence(one, &links->items[next]) ||
        (links->items[next].figure->kind == GM_FIGURE_PERCENT) == rates_first ||
        gm_row_from(links, next, TERMS_MOST) != count)
      continue;
    int way = way_of_row(view, one, &apart);
    if (way && way_of_row(view, &links->items[next], &apart) == way && apart &&
        !gm_other_basis(view, one, &links->items[next]))
      check_rows(check, links, rates_first ? next : i, rates_first ? i : next, count, way);
    i = next + count - 1;
  }
}
