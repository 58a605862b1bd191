/* PCT-01: the rate of two that are told as it and as not it: 合格486批次，不合格14批次，合格率为92.7%; or as what is
 * done and what is not yet: 问题46个。…完成整改41个，正在整改5个，整改完成率为89.1%. */
#include "check/families.h"
#include "check/percent.h"

void gm_report_rate_of_rest(gm_line_check *check, const gm_mention *rate, const gm_mention *whole,
                            const gm_mention *is_not, gm_decimal computed) {
  const gm_view *view = check->view;
  gm_report_mention(check, rate);
  gm_say(check->out, check->language, "(%s-%s)÷%s=%s，文中为%s", "(%s - %s) / %s = %s, the text says %s",
         gm_quote_mention(view, whole).text, gm_quote_mention(view, is_not).text, gm_quote_mention(view, whole).text,
         gm_quote_percent(view->raw, rate->figure, computed).text, gm_quote_mention(view, rate).text);
  gm_offer_value(check, rate, computed);
  gm_relate_mention(check, whole, "总数", "the total");
  gm_relate_mention(check, is_not, "另一部分", "the other part");
}

/* Is the rate's name, the two characters before 率 at `end`, the end of the words before both numbers, with 不 or 未
 * before it in the second alone? */
static bool are_opposite(const gm_view *view, const gm_mention *is, const gm_mention *is_not, size_t end) {
  if (end < 3 || is->from < is->label + 2 || is_not->from < is_not->label + 3) return false;
  for (size_t k = 1; k <= 2; k++)
    if (view->cp[is->from - k] != view->cp[end - 1 - k] || view->cp[is_not->from - k] != view->cp[end - 1 - k])
      return false;
  return gm_one_before(view, is_not->from - 2, "不未") && !gm_one_before(view, is->from - 2, "不未非");
}

/* Do the two, done and not yet done, make up an amount told before them, and is the rate called by what is done? */
static bool make_up(const gm_links *links, const gm_mention *done, const gm_mention *open, const gm_mention *rate,
                    size_t end) {
  const gm_view *view = links->view;
  gm_decimal sum;
  if (!gm_share_pair(view, rate->clause, end - 1, done->label, done->from) ||
      gm_find_word(view, open->label, open->from, "正在 未 尚 待 剩余 其余 余下") == SIZE_MAX ||
      gm_find_word(view, done->label, done->from, "未 尚 待 正在") != SIZE_MAX ||
      !gm_decimal_add(done->figure->value, open->figure->value, &sum))
    return false;
  for (const gm_mention *m = links->items; m < done; m++)
    if (gm_is_count(m->figure) && gm_comparable(m->figure, done->figure) &&
        m->figure->sentence + 1u >= done->figure->sentence && !gm_decimal_compare(m->figure->value, sum))
      return true;
  return false;
}

/* 22项中，超额完成15项、完成5项、未完成2项: is there more in the sentence than the two? */
static bool leave_some(const gm_mention *first, const gm_mention *is, gm_decimal sum) {
  for (const gm_mention *m = first; m < is; m++)
    if (gm_same_sentence(m, is) && gm_is_count(m->figure) && gm_comparable(m->figure, is->figure) &&
        gm_decimal_compare(m->figure->value, sum) > 0)
      return true;
  return false;
}

#define THING_CHARS 2u /* of what is not so: 样品 */
#define TESTED      "抽检 抽查 抽样 检测 监测 检查 检验 参检 送检 受检"

/* 抽检2864批次，覆盖32类。检出不合格43批次，合格率为98.5%: the number right before those that are not it, or of what
 * was tested, with nothing of its unit between. NULL when none is told so. */
static const gm_mention *tested_before(const gm_links *links, const gm_mention *is_not) {
  for (const gm_mention *m = is_not; m > links->items;) {
    m--;
    if (m->figure->sentence + 1u < is_not->figure->sentence) return NULL;
    if (!gm_same_sentence(m, is_not) && gm_find_word(links->view, gm_sentence_start(links->view, is_not->from),
                                                     is_not->from, "年 季 月 其中") != SIZE_MAX)
      return NULL;
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, is_not->figure))
      return (is_not->clause == m->to + 1u && gm_same_sentence(m, is_not)) ||
                     gm_find_word(links->view, m->label, m->from, TESTED) != SIZE_MAX
                 ? m
                 : NULL;
  }
  return NULL;
}

/* 抽检380批次，不合格11批次，合格率97.1%: the rate of what is left of a number by those that are not it. */
static void check_what_is_left(gm_line_check *check, const gm_links *links, unsigned index, size_t end) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *is_not = rate - 1, *whole = tested_before(links, is_not);
  if (!whole) return;
  gm_decimal left, computed;
  gm_interval is = whole->figure->interval;
  if (end < 3) return;
  size_t stem = gm_find_run(view, is_not->label, is_not->from, end - 3, 2); /* 不合格样品43批次 */
  if (stem == SIZE_MAX || stem + 2 + THING_CHARS < is_not->from || !gm_one_before(view, stem, "不未") ||
      !gm_one_before(view, end, "率") || is_not->from < is_not->label + 3u || end < rate->clause + 3u ||
      end > rate->clause + 3u || rate->clause != is_not->to + 1u || !gm_is_count(whole->figure) ||
      !gm_is_count(is_not->figure) || gm_find_run(view, whole->label, whole->from, end - 3, 2) != SIZE_MAX ||
      !gm_decimal_subtract(whole->figure->value, is_not->figure->value, &left) || left.digits <= 0 ||
      !gm_interval_subtract(is, is_not->figure->interval, &is))
    return;
  if (gm_ratio_fits(is, whole->figure->interval, gm_percent_interval(rate->figure, 1))) {
    gm_agree(check, rate, whole, is_not);
    return;
  }
  if (gm_disclaimed(view) || gm_is_told(check, rate) ||
      gm_ratio_fits(is, whole->figure->interval, gm_percent_interval(rate->figure, 3)) ||
      !gm_percent_of(left, whole->figure->value, rate->figure->value.scale, &computed))
    return;
  gm_report_rate_of_rest(check, rate, whole, is_not, computed);
}

#define QUALITY     "合格 达标 优良 优秀 满意 通过 及格 阳性 录取 中标 就业 治愈"
#define NOT_DUE     "未到期 未到 未满 期限 时限 期内 到期 升学"
#define DONE_BEHIND 10u /* characters behind the number that say what is not done: 个未按期整改 */

/* How what is not yet done says that it is: of all the rest, or of some of it. */
typedef enum rest_told { REST_NONE, REST_SOME, REST_ALL } rest_told;

/* 未开工4个; 其余4个正在施工; 尚有4个未开工: is it what is not done, the rate's two characters at `name`? What is
 * tested and not yet known is no part of a rate of quality. */
static rest_told rest_of(const gm_view *view, const gm_mention *is_not, size_t name) {
  size_t end = gm_find_mark(view, is_not->to, view->count, "，；。");
  if (gm_find_word(view, is_not->to, end == SIZE_MAX ? view->count : end, NOT_DUE) != SIZE_MAX) return REST_NONE;
  size_t stem = gm_find_run(view, is_not->label, is_not->from, name, 2);
  if (stem != SIZE_MAX) return gm_one_before(view, stem, "未不") ? REST_ALL : REST_NONE;
  if (gm_words_at(view, is_not->clause, "其余 余下 剩余 剩下"))
    return gm_words_at(view, name, QUALITY) || is_not->from > is_not->clause + 4u ? REST_NONE : REST_ALL;
  if (!gm_words_at(view, is_not->clause, "尚有 还有 仍有 另有 还剩 尚余 剩余")) return REST_NONE;
  end = gm_view_next_before(view, is_not->to, is_not->to + DONE_BEHIND, GM_PAUSE | GM_STOP);
  stem = gm_find_run(view, is_not->to, end, name, 2);
  return stem != SIZE_MAX && gm_find_word(view, is_not->to, stem, "未 没有 没") != SIZE_MAX ? REST_SOME : REST_NONE;
}

/* Is what the two come to told before them, in their sentence? */
static bool told_whole(const gm_links *links, const gm_mention *is, gm_decimal sum) {
  for (const gm_mention *m = is; m-- > links->items && gm_same_sentence(m, is);)
    if (gm_is_count(m->figure) && gm_comparable(m->figure, is->figure) && !gm_decimal_compare(m->figure->value, sum))
      return true;
  return false;
}

#define NEAR_RATE 10 /* per mille: how far a rate that two others make may be off by their rounding */

/* 已签约276户，签约率86.3%；已搬迁210户，搬迁率65.6%，其余66户: does another amount with its rate tell of one whole
 * with this one? */
static bool shares_whole(const gm_links *links, const gm_mention *is, const gm_mention *rate) {
  for (unsigned i = 1; i < links->count; i++) {
    const gm_mention *other = &links->items[i], *part = other - 1;
    gm_decimal made;
    if (other != rate && other->figure->kind == GM_FIGURE_PERCENT && !gm_is_delta(other->figure) &&
        gm_is_count(part->figure) && gm_comparable(part->figure, is->figure) && gm_same_sentence(part, other) &&
        gm_decimal_multiply(is->figure->value, other->figure->value, &made) &&
        gm_decimal_divide(made, part->figure->value, other->figure->value.scale + 1, &made) &&
        gm_within(made, rate->figure->value, NEAR_RATE))
      return true;
  }
  return false;
}

/* 已开工38个，开工率95%，未开工4个: what is not yet done stands behind the rate. */
static void check_rest_behind(gm_line_check *check, const gm_links *links, unsigned index, size_t end) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *is = rate - 1, *is_not = rate + 1;
  gm_interval whole = is->figure->interval;
  gm_decimal sum, computed;
  if (index + 1 >= links->count || !gm_same_sentence(is, is_not) || is_not->clause != rate->to + 1u ||
      rate->clause != is->to + 1u || !gm_one_before(view, end, "率") || !gm_is_count(is->figure) ||
      !gm_is_count(is_not->figure) || !gm_comparable(is->figure, is_not->figure) || end != rate->clause + 3u ||
      gm_find_run(view, is->label, is->from, end - 3, 2) == SIZE_MAX ||
      gm_find_word(view, is->label, is->from, "未 不 尚") != SIZE_MAX)
    return;
  rest_told rest = rest_of(view, is_not, end - 3);
  /* 办结39起，办结率100%，其余7起正在办理: a rate of those that are due */
  if (!rest || !gm_decimal_compare(rate->figure->value, gm_decimal_of(100)) ||
      !gm_interval_add(&whole, is_not->figure->interval) ||
      !gm_decimal_add(is->figure->value, is_not->figure->value, &sum) || leave_some(links->items, is, sum))
    return;
  if (gm_ratio_fits(is->figure->interval, whole, gm_percent_interval(rate->figure, 1))) {
    gm_agree(check, rate, is, is_not);
    return;
  }
  if (gm_disclaimed(view) || gm_is_told(check, rate) ||
      gm_ratio_fits(is->figure->interval, whole, gm_percent_interval(rate->figure, 3)) ||
      (!told_whole(links, is, sum) && gm_share_of_sum_fits(links, is->figure, gm_percent_interval(rate->figure, 1))) ||
      !gm_percent_of(is->figure->value, sum, rate->figure->value.scale, &computed))
    return;
  if (shares_whole(links, is, rate)) return;
  /* 整改率85%，尚有10个未整改: and others that are under way */
  if (rest == REST_SOME && gm_decimal_compare(computed, rate->figure->value) > 0) return;
  for (unsigned i = 0; i < links->count; i++) /* any fit accepts */
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, is->figure) &&
        gm_ratio_fits(is->figure->interval, links->items[i].figure->interval, gm_percent_interval(rate->figure, 1)))
      return;
  gm_report_mention(check, rate);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷(%s+%s)=%s，文中为%s", "%s / (%s + %s) = %s, the text says %s",
         gm_quote_mention(view, is).text, gm_quote_mention(view, is).text, gm_quote_mention(view, is_not).text,
         gm_quote_percent(view->raw, rate->figure, computed).text, gm_quote_mention(view, rate).text);
  gm_relate_mention(check, is, "部分", "the part");
  gm_relate_mention(check, is_not, "另一部分", "the other part");
}

void gm_check_opposite(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  if (!index) return;
  const gm_mention *rate = &links->items[index], *is_not = rate - 1;
  if (rate->figure->kind != GM_FIGURE_PERCENT || gm_is_told(check, rate) || gm_is_delta(rate->figure) ||
      !gm_same_sentence(is_not, rate) || !gm_is_amount(is_not->figure) || !gm_is_exact(is_not->figure))
    return;
  size_t end = rate->from - gm_words_before(view, rate->from, "为 达 达到 是");
  /* 满意和基本满意率; 连同已办的，总办结率 */
  if (gm_find_word(view, rate->clause, end, "和 及 与 综合 总") != SIZE_MAX ||
      gm_find_word(view, is_not->to, rate->from, "连同 加上 算上 合计") != SIZE_MAX)
    return;
  check_what_is_left(check, links, index, end);
  check_rest_behind(check, links, index, end);
  if (index < 2) return;
  const gm_mention *is = rate - 2;
  if (!gm_same_sentence(is, rate) || !gm_is_amount(is->figure) || !gm_comparable(is->figure, is_not->figure) ||
      !gm_is_exact(is->figure))
    return;
  gm_interval whole = is->figure->interval;
  gm_decimal sum, computed;
  if (!gm_one_before(view, end, "率") ||
      !(are_opposite(view, is, is_not, end) || make_up(links, is, is_not, rate, end)) ||
      !gm_interval_add(&whole, is_not->figure->interval) ||
      !gm_decimal_add(is->figure->value, is_not->figure->value, &sum) || leave_some(links->items, is, sum))
    return;
  if (gm_ratio_fits(is->figure->interval, whole, gm_percent_interval(rate->figure, 1))) {
    gm_agree(check, rate, is, is_not);
    return;
  }
  for (unsigned i = 0; i < links->count; i++) { /* any fit accepts */
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_comparable(f, is->figure) &&
        gm_ratio_fits(is->figure->interval, f->interval, gm_percent_interval(rate->figure, 1)))
      return;
  }
  if (gm_disclaimed(view) || gm_told_elsewhere(links, index, end) ||
      gm_ratio_fits(is->figure->interval, whole, gm_percent_interval(rate->figure, 3)) ||
      !gm_percent_of(is->figure->value, sum, rate->figure->value.scale, &computed))
    return;
  gm_report_mention(check, rate);
  gm_say(check->out, check->language, "%s÷(%s+%s)=%s，文中为%s", "%s / (%s + %s) = %s, the text says %s",
         gm_quote_mention(view, is).text, gm_quote_mention(view, is).text, gm_quote_mention(view, is_not).text,
         gm_quote_percent(view->raw, rate->figure, computed).text, gm_quote_mention(view, rate).text);
  gm_offer_value(check, rate, computed);
  gm_relate_mention(check, is, "部分", "the part");
  gm_relate_mention(check, is_not, "另一部分", "the other part");
}
