/* PCT-01 of what was saved of a sum: 采购预算2.4亿元，成交2.184亿元，节约率12%; 送审860万元，审定774万元，核减率8%. And
 * of a rate whose whole is told behind its part: 接种3.6万人，目标人群4.5万人，接种率85%. */
#include "check/families.h"
#include "check/percent.h"

#define SAVED   "节约率 节资率 节支率 节省率 资金节约率 核减率 审减率 下浮率 降造率 让利率"
#define BEFORE  "预算 控制价 最高限价 限价 概算 送审 报审 估算 原价 标底 计划"
#define AFTER   "成交 中标 实际 审定 采购 决算 结算 签约 合同 最终 支出 实付"
#define WHOLES  "应 目标 总数 总人数 总户数 总量 适龄 符合条件 需要 全部"
#define CHANGES "省 节约 核减 审减 低 少 减"

static bool can_be_told(const gm_figure *f) {
  return gm_is_amount(f) && gm_is_exact(f) && f->value.digits > 0 &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* The two amounts right before the rate, but for the difference that may stand before it. */
static bool two_before(const gm_links *links, unsigned index, const gm_mention **first, const gm_mention **second) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *last = rate - 1;
  if (index < 2 || rate->clause != last->to + 1u || !gm_same_sentence(last, rate)) return false;
  if (index > 2 && gm_is_amount(last->figure) &&
      (gm_is_delta(last->figure) || gm_find_word(view, last->label, last->from, CHANGES) != SIZE_MAX))
    last--;
  *first = last - 1;
  *second = last;
  return gm_same_sentence(*first, rate) && can_be_told((*first)->figure) && can_be_told(last->figure) &&
         gm_comparable((*first)->figure, last->figure) &&
         gm_find_mark(view, (*first)->to, rate->from, "；：") == SIZE_MAX;
}

/* Does any other amount of the sentence give the rate with another of them? What is saved of what was paid is the slip
 * itself: then there is no `part`. */
static bool other_fits(const gm_links *links, unsigned index, const gm_mention *part, const gm_mention *whole) {
  const gm_mention *rate = &links->items[index];
  const gm_interval told = gm_percent_interval(rate->figure, 1);
  for (const gm_mention *a = links->items; a < rate; a++)
    for (const gm_mention *b = links->items; b < rate; b++)
      if (a != b && !(b == whole && (!part || a == part)) && gm_same_sentence(a, rate) && gm_same_sentence(b, rate) &&
          gm_is_amount(a->figure) && gm_is_amount(b->figure) && gm_comparable(a->figure, b->figure) &&
          gm_ratio_fits(a->figure->interval, b->figure->interval, told))
        return true;
  return false;
}

#define SENTENCES \
  2u /* so many before, the budget may be told: 预算650万元，7家投标。…。中标598万元，节约52万元，节约率8% */

/* The same where other things are told between the budget, the nearest amount of its kind, and what was paid. */
static bool budget_before(const gm_links *links, unsigned index, const gm_mention **first, const gm_mention **second) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *last = rate - 1;
  if (index < 2 || rate->clause != last->to + 1u || !gm_same_sentence(last, rate)) return false;
  if (index > 2 && (gm_is_delta(last->figure) || gm_find_word(view, last->label, last->from, CHANGES) != SIZE_MAX))
    last--;
  if (!gm_same_sentence(last, rate) || !can_be_told(last->figure) ||
      gm_find_word(view, last->clause, last->from, "首批 第 其中 部分 本批 一期 二期 三期") != SIZE_MAX)
    return false;
  for (const gm_mention *m = last; m-- > links->items && m->figure->sentence + SENTENCES >= rate->figure->sentence;) {
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, last->figure)) continue;
    *first = m;
    *second = last;
    return can_be_told(m->figure) && gm_find_word(view, m->label, m->from, BEFORE) != SIZE_MAX &&
           gm_find_mark(view, m->to, gm_sentence_end(view, m->to), "；") == SIZE_MAX &&
           gm_find_mark(view, gm_sentence_start(view, rate->from), rate->from, "；") == SIZE_MAX;
  }
  return false;
}

/* 成交2.184亿元 of 预算2.4亿元: what was not spent. */
static void check_saved(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *first, *second;
  gm_decimal saved, computed;
  gm_interval part;
  if (!two_before(links, index, &first, &second) && !budget_before(links, index, &first, &second)) return;
  const gm_mention *less = gm_decimal_compare(first->figure->value, second->figure->value) < 0 ? first : second,
                   *more = less == first ? second : first;
  /* What was set is no rounded number, though it ends in 亿. */
  const gm_interval set = gm_interval_exact(more->figure->value);
  if (gm_find_word(view, more->label, more->from, BEFORE) == SIZE_MAX ||
      gm_find_word(view, less->label, less->from, AFTER) == SIZE_MAX ||
      !gm_interval_subtract(set, less->figure->interval, &part) ||
      !gm_decimal_subtract(more->figure->value, less->figure->value, &saved))
    return;
  if (gm_ratio_fits(part, set, gm_percent_interval(rate->figure, 1))) {
    gm_agree(check, rate, first, second);
    return;
  }
  if (gm_ratio_fits(part, set, gm_share_loosely(rate->figure)) || other_fits(links, index, NULL, less) ||
      gm_disclaimed(view) || !gm_percent_of(saved, more->figure->value, rate->figure->value.scale, &computed))
    return;
  gm_report_rate_of_rest(check, rate, more, less, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

/* 接种3.6万人，目标人群4.5万人，接种率85% */
static void check_turned(gm_line_check *check, const gm_links *links, unsigned index, size_t end) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *part, *whole;
  gm_decimal computed;
  if (end < rate->clause + 3u || end > rate->clause + 4u || !two_before(links, index, &part, &whole) ||
      whole + 1 != rate || part->clause == whole->clause ||
      gm_decimal_compare(part->figure->value, whole->figure->value) > 0 ||
      gm_find_word(view, whole->label, whole->from, WHOLES) == SIZE_MAX ||
      gm_find_word(view, part->label, part->from, WHOLES " 未 不 尚") != SIZE_MAX ||
      gm_find_run(view, part->label, part->from, end - 3, 2) == SIZE_MAX)
    return;
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(rate->figure, 1))) {
    gm_agree(check, rate, part, whole);
    return;
  }
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_share_loosely(rate->figure)) ||
      other_fits(links, index, part, whole) || gm_disclaimed(view) || gm_told_elsewhere(links, index, end) ||
      !gm_percent_of(part->figure->value, whole->figure->value, rate->figure->value.scale, &computed))
    return;
  gm_report_share(check, rate, part, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_saved(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index];
  size_t end = rate->from - gm_words_before(view, rate->from, "为 达 达到 是 约为");
  if (index < 2 || !gm_one_before(view, end, "率") || !gm_is_exact(rate->figure) || gm_is_delta(rate->figure) ||
      rate->figure->roles & GM_ROLE_PAREN || gm_is_told(check, rate))
    return;
  size_t saved = gm_words_before(view, end, SAVED);
  if (saved && end - saved <= rate->clause + 2u)
    check_saved(check, links, index);
  else if (!saved)
    check_turned(check, links, index, end);
}
