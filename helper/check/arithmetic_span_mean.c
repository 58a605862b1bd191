/* AR-05: what a span told as a number of months, weeks, quarters or years makes on average in each:
 * 前8个月完成投资1286亿元， 月均150.75亿元; 剩下17.4亿元要在3个月里干完，月均6.8亿元. The span stands in the clause of
 * the total, or between the two. */
#include "check/any_fit.h"
#include "check/families.h"

/* What a mean is told for each of, and how its number is written. */
static const struct {
  const char *means, *unit;
} spans[] = {{"月均 平均每月 平均每个月 每月平均", "个月"},
             {"周均 平均每周 每周平均", "周 个星期"},
             {"季均 平均每季度 平均每个季度", "个季度"},
             {"年均 平均每年 每年平均", "年"}};

#define SPANS     (sizeof spans / sizeof *spans)
#define LED_CHARS 6u  /* between 月均 and its amount: 月均完成投资 */
#define SPAN_MOST 60  /* more months or weeks are no plan's */
#define YEARS     3u  /* of `spans`: those told before the total are read with the parts of a year */
#define BETWEEN   10u /* characters between the total and the span it is to be done in: 要在 */
#define BOUNDARY  "以上 以内 以后 后 前 之前 左右 多 余 半 的 期 及 零"

/* Which of `spans` the average is told for each of; SPANS when of none. */
static size_t span_of_mean(const gm_view *view, const gm_mention *average) {
  size_t from = average[-1].to > average->clause ? average[-1].to : average->clause;
  for (size_t k = 0; k < SPANS; k++) {
    size_t length = gm_words_at(view, from, spans[k].means);
    if (!length) continue;
    bool plain = average->from <= from + length + LED_CHARS &&
                 gm_find_word(view, from + length, average->from, "增 降 减 最 比 较 由 从 浓度 气温 峰") == SIZE_MAX;
    return plain ? k : SPANS;
  }
  return SPANS;
}

/* 8个月: an exact number of those, with nothing behind it that bounds it. */
static bool is_span(const gm_view *view, const gm_mention *m, size_t kind) {
  const gm_figure *f = m->figure;
  return f->kind == GM_FIGURE_DURATION && gm_is_exact(f) && !f->value.scale && f->value.digits > 1 &&
         f->value.digits <= SPAN_MOST && gm_words_before(view, m->to, spans[kind].unit) != 0 &&
         !gm_words_at(view, m->to, BOUNDARY) && !gm_one_before(view, m->from, "每第满超");
}

/* 前8个月完成投资: the one span in the clause of the total, which it opens, or in the one before when that tells
 * nothing else; NULL when there is none or anything else of time. */
static const gm_mention *span_before(const gm_links *links, const gm_mention *total, size_t kind) {
  const gm_view *view = links->view;
  const gm_mention *span = total - 1;
  if (total == links->items || kind == YEARS || !gm_same_sentence(span, total) || !is_span(view, span, kind))
    return NULL;
  bool own = span->clause == total->clause;
  /* 8个月来，全县完成: nothing but the span in its clause */
  bool opens =
      gm_find_mark(view, span->to, total->from, "，；：") + 1 == total->clause && span->from <= span->clause + 2u;
  if (!own && !opens) return NULL;
  if (gm_find_word(view, gm_sentence_start(view, span->from), total->from, "截至 同期 工期 用时 提前 年内 以来 以上") !=
      SIZE_MAX)
    return NULL;
  for (const gm_mention *m = span; m-- > links->items && gm_same_sentence(m, span);)
    if (m->figure->kind == GM_FIGURE_DURATION || m->figure->kind == GM_FIGURE_DATE ||
        m->figure->kind == GM_FIGURE_RANGE)
      return NULL;
  return span;
}

/* 17.4亿元要在3个月里干完: the span between the total and the average. */
static bool span_between(const gm_view *view, const gm_mention *total, const gm_mention *span,
                         const gm_mention *average, size_t kind) {
  return is_span(view, span, kind) && span->from <= total->to + BETWEEN && average->clause > span->to &&
         gm_words_before(view, span->from, "在 用 分 的 需在 要在") &&
         (gm_words_at(view, span->to, "里 内 中 时间 干完 完成 建成 实施 还清 投入 拨付 偿还 发放 到位") != 0) &&
         gm_find_mark(view, total->to, span->from, "，；：") == SIZE_MAX &&
         gm_find_mark(view, span->to, average->from, "，；：") + 1 == average->clause;
}

/* The average with its rounding, half a unit of its last digit. */
static bool ends_of(const gm_figure *average, gm_interval *out) {
  gm_decimal half = {5, average->value.scale + 1}, low, high;
  *out = average->interval;
  if (!gm_decimal_subtract(average->value, half, &low) || !gm_decimal_add(average->value, half, &high)) return false;
  if (gm_decimal_compare(low, out->low) < 0) out->low = low;
  if (gm_decimal_compare(high, out->high) > 0) out->high = high;
  return true;
}

static void judge(gm_line_check *check, const gm_links *links, const gm_mention *average, const gm_mention *total,
                  gm_decimal n) {
  const gm_view *view = links->view;
  gm_interval ends, made;
  gm_decimal computed;
  if (!ends_of(average->figure, &ends) || !gm_decimal_multiply(ends.low, n, &made.low) ||
      !gm_decimal_multiply(ends.high, n, &made.high))
    return;
  if (gm_interval_touch(made, total->figure->interval)) {
    gm_agree(check, total, average, NULL);
    return;
  }
  const gm_mention *nearest =
      gm_nearest_total(links, (unsigned)(average - links->items), gm_interval_exact(n), ends.low, ends.high);
  if (!nearest || gm_disclaimed(view) || gm_is_told(check, average) ||
      !gm_decimal_divide(total->figure->value, n, average->figure->value.scale + 1, &computed))
    return;
  gm_report_mention(check, average);
  gm_say(check->out, check->language, "%s÷%u=%s，文中为%s", "%s / %u = %s, the text says %s",
         gm_quote_mention(view, total).text, (unsigned)n.digits,
         gm_quote_amount(gm_round_like(computed, average, view), average, view).text,
         gm_quote_mention(view, average).text);
  gm_relate_mention(check, total, "总数", "the total");
}

#define RECKONED  "计 计算 测算 折算 算 统计 推算"
#define EACH_DAY  "日均 平均每天 平均每日 每天平均 每日平均 每天 每日"
#define SPAN_LEAD "按 以 按照 均按 共"

/* 日均0.3万人次（按62天计）: the span in brackets right behind the average, or in the clause right before it, that
 * says what was divided by. */
static const gm_mention *span_reckoned(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *span = average + 1;
  bool behind = index + 1 < links->count && gm_one_of(view, average->to, "（") &&
                span->from == average->to + 1u + gm_words_at(view, average->to + 1u, SPAN_LEAD) &&
                span->figure->kind == GM_FIGURE_DURATION;
  if (!behind) span = average - 1;
  bool before = !behind && span->figure->kind == GM_FIGURE_DURATION && gm_words_before(view, span->from, "按 以 按照");
  if (!(behind || before) || !gm_is_exact(span->figure) || span->figure->value.scale ||
      span->figure->value.digits < 2 || !gm_one_before(view, span->to, "天日月周年"))
    return NULL;
  size_t end = span->to + gm_words_at(view, span->to, RECKONED);
  if (end == span->to || !gm_one_of(view, end, behind ? "）" : "，")) return NULL;
  return behind || end + 1u == average->clause ? span : NULL;
}

/* Is the average of what the span is told in: 日均 of 62天, 月均 of 8个月? */
static bool is_of_unit(const gm_view *view, const gm_mention *average, const gm_mention *span) {
  size_t from = average->label, word;
  bool days = gm_one_before(view, span->to, "天日");
  word = days ? gm_words_at(view, from, EACH_DAY) : 0;
  for (size_t k = 0; k < SPANS && !days && !word; k++)
    if (gm_words_before(view, span->to, spans[k].unit)) word = gm_words_at(view, from, spans[k].means);
  return word && average->from <= from + word + LED_CHARS &&
         gm_find_word(view, from + word, average->from, "增 降 减 最 比 较 由 从 高 低 峰") == SIZE_MAX;
}

static void check_reckoned(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *span = span_reckoned(links, index), *total = average;
  if (!span || !is_of_unit(view, average, span)) return;
  while (total-- > links->items && gm_same_sentence(total, average))
    if (gm_is_amount(total->figure)) break;
  if (total < links->items || !gm_same_sentence(total, average) || !gm_is_amount(total->figure) ||
      !gm_comparable(total->figure, average->figure) || !gm_is_plain(total->figure) ||
      gm_find_mark(view, total->to, average->from, "；：") != SIZE_MAX)
    return;
  judge(check, links, average, total, span->figure->value);
}

void gm_check_span_mean(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index], *total = average - 1, *span = NULL;
  if (!index || !gm_same_sentence(total, average) || average->clause < total->to || average->figure->verified ||
      !gm_is_exact(average->figure) || average->figure->value.digits <= 0 || gm_is_delta(average->figure))
    return;
  check_reckoned(check, links, index);
  if (index < 2) return;
  size_t kind = span_of_mean(view, average);
  if (kind == SPANS) return;
  if (total->figure->kind == GM_FIGURE_DURATION) {
    span = total--;
    if (!gm_same_sentence(total, average) || !span_between(view, total, span, average, kind)) return;
  } else {
    /* 完成1286亿元，同比增长5.1%，月均: how the total grew stands between */
    if (index > 2 && total->figure->kind == GM_FIGURE_PERCENT && gm_is_delta(total->figure) &&
        total->clause == total[-1].to + 1u && average->clause == total->to + 1u)
      total--;
    span = span_before(links, total, kind);
  }
  if (!span || (span < total && average->clause != average[-1].to + 1u) || !gm_is_amount(total->figure) ||
      !gm_comparable(total->figure, average->figure) || !gm_is_plain(total->figure))
    return;
  judge(check, links, average, total, span->figure->value);
}
