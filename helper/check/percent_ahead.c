/* PCT-01 of a rate that is told before its counts or between them: 合格率98.6%，交验25000件，合格24650件;
 * 森林面积126万亩， 覆盖率58%，全县土地总面积218万亩. */
#include "check/percent.h"

#define STEM_CHARS 2u /* 合格 of 一次交验合格率 */

/* Is the mention told in the clause behind character `to`, by what is counted alone? */
static bool follows(const gm_links *links, const gm_mention *m, size_t to) {
  return m->clause == to + 1 && gm_one_before(links->view, m->clause, "，：") && gm_is_count(m->figure) &&
         !(m->figure->roles & (GM_ROLE_COMPARED | GM_ROLE_OF_WHICH));
}

/* Says so when part ÷ whole is not the rate, but by a slip of digits. */
static void judge(gm_line_check *check, const gm_mention *rate, const gm_mention *part, const gm_mention *whole) {
  gm_interval printed = gm_percent_interval(rate->figure, 1);
  gm_decimal computed;
  if (gm_decimal_compare(part->figure->value, whole->figure->value) > 0) return;
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, printed)) {
    gm_agree(check, rate, part, whole);
    return;
  }
  if (!gm_percent_of(part->figure->value, whole->figure->value, rate->figure->value.scale, &computed) ||
      (gm_look_alike(computed, rate->figure->value) == GM_UNLIKE &&
       !gm_swap_repairs(part->figure, whole->figure, printed)) ||
      gm_is_last_digit(rate->figure, computed, part->figure->interval, whole->figure->interval) ||
      gm_find_word(check->view, part->label, part->from, "不 未 非") != SIZE_MAX || gm_disclaimed(check->view))
    return;
  gm_report_share(check, rate, part, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_rate_between(gm_line_check *check, const gm_links *links, unsigned index, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *p = &links->items[part], *whole = rate + 1;
  if (index + 1 >= links->count || part + 1 != index || !gm_same_sentence(p, whole) || !gm_is_exact(rate->figure) ||
      rate->figure->kind != GM_FIGURE_PERCENT || !gm_is_count(p->figure) || !follows(links, whole, rate->to) ||
      !gm_comparable(p->figure, whole->figure) ||
      gm_find_word(view, whole->label, whole->from, "总 全县 全市 全区 全镇 全乡 应 共") == SIZE_MAX ||
      gm_find_word(view, whole->label, whole->from, "新增 同比 上年 去年") != SIZE_MAX)
    return;
  judge(check, rate, p, whole);
}

void gm_check_rate_ahead(gm_line_check *check, const gm_links *links, unsigned index, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *a = rate + 1, *b = rate + 2;
  if (index + 2 >= links->count || !gm_same_sentence(rate, b) || !gm_is_exact(rate->figure) ||
      rate->figure->kind != GM_FIGURE_PERCENT || stop < rate->clause + STEM_CHARS + 1 || !follows(links, a, rate->to) ||
      !follows(links, b, a->to) || !gm_comparable(a->figure, b->figure))
    return;
  if (gm_told_elsewhere(links, index, stop)) return; /* 去年办结率95.2%，今年受理640件，办结592件 */
  if (index + 3 < links->count && gm_same_sentence(rate, b + 1) && gm_is_amount(b[1].figure)) return;
  size_t stem = stop - 1 - STEM_CHARS;
  bool first = gm_share_pair(view, stem, stop - 1, a->label, a->from);
  if (first == gm_share_pair(view, stem, stop - 1, b->label, b->from)) { /* 应交付500份，按期交付486份 */
    bool due = gm_find_word(view, a->label, a->from, "应 总 共") != SIZE_MAX;
    if (!first || due == (gm_find_word(view, b->label, b->from, "应 总 共") != SIZE_MAX)) return;
    first = !due;
  }
  const gm_mention *part = first ? a : b, *whole = first ? b : a;
  judge(check, rate, part, whole);
}
