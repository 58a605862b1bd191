/* PCT-03 of a change told as a fraction, and of what is left by one: 火灾去年6起，今年2起，下降三分之一;
 * 由38.5元降到7.7元， 只剩原价的四分之一. */
#include "check/change.h"
#include "check/families.h"
#include "check/percent.h"

#define LEFT "只剩 只剩下 仅剩 仅剩下 只剩了 还剩"
#define IS                                                                                                                                                        \
  LEFT " 仅为 只有 仅有 只是 仅是 是 为 只及 仅及 相当于 只相当于 仅相当于 降到 降至 减到 减至 缩短到 缩短至 压缩到 " \
       "压缩至 只为"
#define THEN                                                                                                                                                           \
  "原来的 原先的 原有的 原价的 原值的 过去的 以前的 从前的 之前的 上年的 去年的 上年同期的 去年同期的 前年的 当初的 " \
  "最初的 "                                                                                                                                                         \
  "改造前的 改革前的 实施前的 整治前的 治理前的 升级前的 平时的 平日的 往年的 往常的 高峰期的 高峰时的 起初的"
#define APART_LEAST    7   /* points: a fraction is said of what comes near it */
#define APART_PERMILLE 200 /* of the change: the same */

/* 只剩五分之一, 仅为原来的三分之一: does the clause of `m` say what is left, and nothing else? */
static bool tells_left(const gm_view *view, const gm_mention *m) {
  size_t from = m->clause + gm_words_at(view, m->clause, "，就 就 也 如今 现在 目前 已"),
         said = from + gm_words_at(view, from, IS);
  if (said == from) return false;
  if (said == m->from) return gm_words_at(view, from, LEFT) != 0;
  return said + gm_words_at(view, said, THEN) == m->from;
}

/* Is what was computed so far from the fraction that nobody would call it so? */
static bool is_apart(gm_interval told, gm_decimal computed) {
  gm_decimal low, high;
  return gm_decimal_subtract(told.low, gm_decimal_of(APART_LEAST), &low) &&
         gm_decimal_add(told.high, gm_decimal_of(APART_LEAST), &high) &&
         (gm_decimal_compare(computed, low) < 0 || gm_decimal_compare(computed, high) > 0) &&
         !gm_within(computed, told.low, APART_PERMILLE) && !gm_within(computed, told.high, APART_PERMILLE);
}

#define TERM_MOST 6 /* 六分之一: a fraction with a larger number below is no round one */

/* 由96人到64人: is the part exactly another fraction of small numbers, which the writer would have told? */
static bool is_round(gm_decimal part, gm_decimal whole) {
  gm_decimal multiple, quotient, back;
  for (int64_t below = 2; below <= TERM_MOST; below++)
    if (gm_decimal_multiply(part, gm_decimal_of(below), &multiple) &&
        gm_decimal_divide(multiple, whole, 0, &quotient) && quotient.digits > 0 &&
        gm_decimal_multiply(quotient, whole, &back) && !gm_decimal_compare(back, multiple))
      return true;
  return false;
}

static void report(gm_line_check *check, gm_change change, const gm_mention *m, gm_decimal computed, bool left) {
  const gm_view *view = check->view;
  gm_report_mention(check, m);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, left ? "由%s到%s，剩%s%%，文中为%s" : "由%s到%s，变动%s%%，文中为%s",
         left ? "from %s to %s leaves %s%%, the text says %s" : "from %s to %s is a change of %s%%, the text says %s",
         gm_quote_mention(view, change.before).text, gm_quote_mention(view, change.after).text,
         gm_quote_decimal(computed).text, gm_quote_mention(view, m).text);
  gm_relate_mention(check, change.before, "变动前", "before");
  gm_relate_mention(check, change.after, "变动后", "after");
}

void gm_check_fraction_of_change(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  gm_change change;
  gm_interval size;
  size_t verb;
  bool left = tells_left(view, m);
  if (m->figure->roles & GM_ROLE_PAREN || m->figure->approx == GM_APPROX_VAGUE || gm_is_told(check, m)) return;
  int way = left ? 0 : gm_change_verb(view, m->from, &verb);
  if (!left && (!way || m->figure->kind != GM_FIGURE_FRACTION)) return; /* of percentages check_rate knows */
  if (left ? !gm_change_told(links, index, m->clause, &change) : !gm_change_of(links, index, &change)) return;
  const gm_figure *before = change.before->figure, *after = change.after->figure;
  if (before->kind == GM_FIGURE_PERCENT || before->value.digits <= 0 || after->value.digits <= 0 ||
      !gm_is_exact(before) || !gm_is_exact(after) ||
      (left ? gm_change_rose(change) : gm_change_rose(change) != (way > 0)) || !gm_change_size(change, &size))
    return;
  gm_interval told = gm_share_interval(m->figure, 1), part = left ? after->interval : size,
              other = left ? size : after->interval;
  gm_decimal computed, difference;
  if (gm_ratio_fits(part, before->interval, told)) {
    if (links == gm_links_of(check)) gm_agree(check, change.before, change.after, NULL); /* with 一半 they are a copy */
    return;
  }
  /* 下降三分之一 of what is left of it: the commonest slip, and the surest. */
  bool turned = gm_ratio_fits(other, before->interval, told);
  if (gm_disclaimed(view) || !gm_decimal_subtract(after->value, before->value, &difference)) return;
  if (difference.digits < 0) difference.digits = -difference.digits;
  if (!gm_percent_of(left ? after->value : difference, before->value, 1, &computed)) return;
  if (turned || is_apart(told, computed) || is_round(left ? after->value : difference, before->value))
    report(check, change, m, computed, left);
}
