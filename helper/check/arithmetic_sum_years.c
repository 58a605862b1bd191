/* AR-01 of years in their order, and what all of them come to:
 * 2022年新增4326人，2023年4158人，2024年4709人，三年累计13193人. What is added each year is a part here, and no change.
 */
#include "check/sum.h"

#define YEARS_MAX 10u
#define TOTALS    "年累计 年合计 年共 年共计 年总计 年间累计 年间共 年来累计 年来共 年内累计 年一共"

/* The year told in the clause of mention `m`, right before it but for its words; 0 when none is. */
static unsigned year_of(const gm_mention *m) {
  const gm_mention *year = m - 1;
  return year->figure->kind == GM_FIGURE_YEAR && year->from == m->clause ? year->figure->date.year : 0;
}

/* The amounts of the years right before mention `total`, or before the span that it is told of, last year first. */
static unsigned read_years(const gm_links *links, unsigned last, const gm_mention *total, gm_parts *p) {
  unsigned year = 0;
  for (unsigned i = last; i > 0 && p->count < YEARS_MAX; i -= 2) {
    const gm_mention *m = &links->items[i];
    unsigned told = year_of(m);
    if (!told || (year && told + 1 != year) || !gm_same_sentence(m, total) || !gm_is_amount(m->figure) ||
        !gm_is_exact(m->figure) || !gm_comparable(m->figure, total->figure) ||
        m->figure->roles & (GM_ROLE_TO | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_COMPARED | GM_ROLE_OF_WHICH))
      break;
    gm_parts_prepend(p, i);
    year = told;
    if (i < 2 || m[-1].clause != m[-2].to + 1u) break;
  }
  return p->count;
}

#define LEVELS "余额 存量 在建 在册 实有 保有 现有 年底 年末"

/* 三年共新建和改造112公里 behind 2021年新建26公里: does the total name more than the years, or something else? */
static bool names_other(const gm_view *view, const gm_mention *span, const gm_mention *whole, const gm_mention *first) {
  size_t from = span->to + gm_words_at(view, span->to, "累计 合计 共 共计 总计 间累计 间共 来累计 来共 内共 一共");
  if (gm_find_word(view, from, whole->from, "和 及 、 与 含") != SIZE_MAX) return true;
  return whole->from >= from + 2 && !gm_share_pair(view, from, whole->from, first->clause, first->from);
}

void gm_check_years_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *span = whole - 1;
  gm_parts p = {.count = 0};
  gm_interval sum;
  gm_decimal value;
  if (total < 5 || (gm_is_delta(whole->figure) && !(whole->figure->roles & GM_ROLE_ADDED)) ||
      span->figure->kind != GM_FIGURE_DURATION || span->from != whole->clause || span[-1].to + 1u != whole->clause ||
      !gm_is_exact(whole->figure) || !gm_is_exact(span->figure) || !gm_words_at(view, span->to - 1u, TOTALS) ||
      read_years(links, total - 2, whole, &p) < 2 || gm_decimal_compare(span->figure->value, gm_decimal_of(p.count)) ||
      !gm_sum_of(links, &p, &sum, &value))
    return;
  const gm_mention *first = &links->items[p.at[0]];
  if (gm_interval_touch(sum, whole->figure->interval)) {
    gm_agree_parts(check, links, whole, &p);
    return;
  }
  if (gm_find_word(view, first->clause, first->from, LEVELS) != SIZE_MAX ||
      (names_other(view, span, whole, first) && !gm_swap_makes_sum(links, &p, whole->figure, value)))
    return;
  if (gm_is_far(value, whole->figure->value) || gm_is_told(check, whole) || gm_disclaimed(view)) return;
  gm_report_mention(check, whole);
  gm_say(check->out, check->language, "各年合计%s，文中为%s", "the years make %s, the text says %s",
         gm_quote_amount(value, whole, view).text, gm_quote_mention(view, whole).text);
  gm_relate_mention(check, first, "首年", "the first year");
  for (unsigned i = 1; i < p.count; i++) gm_relate_mention(check, &links->items[p.at[i]], "分项", "a part");
}
