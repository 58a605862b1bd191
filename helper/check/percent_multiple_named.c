/* PCT-07: how many times another one thing is, both told before and called by name: 县城均价7200元，乡镇2400元，县城是
 * 乡镇的2倍; 12.4万人次，是最少的7日（6.2万人次）的3倍; 资本1.6亿元，余额9.6亿元，放大8倍. */
#include "check/change.h"
#include "check/families.h"
#include "check/percent.h"

#define MORE       "多 多出 多出了 多了 高出 高 增加 增加了 增长 增长了"
#define PARTS      "只有 只是 仅为 仅有 仅是 只相当于 仅相当于 只及 不到 不足 还不到 尚不到"
#define IS         "是 为 相当于 约为 约是 达到 达 几乎是 正好是 恰好是 就是 恰是"
#define FILLERS    "前者 而 其中 其 也 则 约"
#define PAST       "去年 上年 前年 上届 上月 上期 上季 同期 原来 过去 以前 当年 当初 最初 平均"
#define MEASURES   "面积 产量 数量 人数 规模 总量 总数 金额 户数 件数" /* of what any amount of a unit is */
#define TAILS      "数 量 额 价"
#define ROUND      "多 以上 有余 左右 强 半"
#define NAME_LEAST 2u
#define NAME_MOST  10u
#define HALF       5 /* of a unit of the multiple's last digit: 3倍 is said of 2.5 to 3.5 */

/* What may be told by multiples: an amount, a rate, a time. */
static bool can_be_told(const gm_figure *f) {
  return (gm_is_amount(f) || ((f->kind == GM_FIGURE_PERCENT || f->kind == GM_FIGURE_DURATION) && f->unit)) &&
         !gm_is_delta(f) && f->value.digits > 0 && gm_is_exact(f) &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED));
}

/* The only value before the multiple, in its sentence or the one before, that is called by the words [from, to), and
 * comparable with `like` where that is known; NULL when there is none, or several. */
static const gm_mention *value_called(const gm_links *links, const gm_mention *m, size_t from, size_t to,
                                      const gm_mention *like) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  if (to < from + NAME_LEAST || to - from > NAME_MOST) return NULL;
  for (size_t i = from; i < to; i++)
    if (!(view->cls[i] & GM_HAN)) return NULL;
  for (const gm_mention *x = m; x-- > links->items && x->figure->sentence + 1u >= m->figure->sentence;) {
    if (x == like || !can_be_told(x->figure) || (like && !gm_comparable(x->figure, like->figure)) ||
        gm_find_run(view, x->label, x->from, from, to - from) == SIZE_MAX)
      continue;
    if (found) return NULL;
    found = x;
  }
  return found;
}

/* 两年前这里只有12户，现在96户，是两年前的六倍: the only value of the sentence whose clause opens with the time, and of
 * which no other value is told there. */
static const gm_mention *value_of_clause(const gm_links *links, const gm_mention *m, size_t from, size_t to,
                                         const gm_mention *like) {
  const gm_mention *found = NULL;
  for (const gm_mention *x = m; x-- > links->items && gm_same_sentence(x, m);) {
    if (x == like || !gm_comparable(x->figure, like->figure) ||
        !gm_reads_alike(links->view, x->clause, from, to - from))
      continue;
    if (found || !can_be_told(x->figure)) return NULL;
    found = x;
  }
  return found;
}

/* after / before as the multiple may mean it: 3倍, 三倍多, 近3倍, 三分之一. False when nothing bounds it. */
static bool may_be(const gm_view *view, const gm_mention *m, gm_interval *out) {
  const gm_figure *f = m->figure;
  if (f->kind != GM_FIGURE_MULTIPLE) {
    *out = gm_share_interval(f, 3);
    return gm_decimal_shift(out->low, -2, &out->low) && gm_decimal_shift(out->high, -2, &out->high);
  }
  gm_decimal half = {HALF, f->value.scale + 1}, unit = {1, f->value.scale}, tenths = {8, 1};
  size_t word = gm_words_at(view, m->to, ROUND);
  *out = gm_interval_exact(f->value);
  if (word) {
    if (!gm_words_at(view, m->to, "多 有余")) return false;
    return gm_decimal_add(f->value, unit, &out->high);
  }
  if (f->approx == GM_APPROX_NEAR) return gm_decimal_multiply(f->value, tenths, &out->low);
  return gm_is_exact(f) && gm_decimal_subtract(f->value, half, &out->low) && gm_decimal_add(f->value, half, &out->high);
}

/* Is after / before within the bounds, `less` of it taken off? True as well when it cannot be computed. */
static bool fits(gm_interval before, gm_interval after, gm_interval times, int64_t less) {
  gm_decimal low, high;
  if (!gm_decimal_add(times.low, gm_decimal_of(less), &low) ||
      !gm_decimal_add(times.high, gm_decimal_of(less), &high) || !gm_decimal_multiply(before.low, low, &low) ||
      !gm_decimal_multiply(before.high, high, &high))
    return true;
  return gm_decimal_compare(after.high, low) >= 0 && gm_decimal_compare(after.low, high) <= 0;
}

static void judge(gm_line_check *check, const gm_mention *before, const gm_mention *after, const gm_mention *m,
                  bool same, bool more) {
  const gm_view *view = check->view;
  gm_interval times;
  gm_decimal quotient;
  if (!gm_comparable(before->figure, after->figure) && before->figure->kind != GM_FIGURE_PERCENT) return;
  if (gm_one_of(view, before->to, "、") || gm_one_of(view, after->to, "、")) return; /* one of a row */
  if (before->figure->kind != after->figure->kind || before == after || !may_be(view, m, &times)) return;
  if ((same && fits(before->figure->interval, after->figure->interval, times, 0)) ||
      (more && fits(before->figure->interval, after->figure->interval, times, 1))) {
    gm_agree(check, before, after, m);
    return;
  }
  if (gm_is_told(check, before) || gm_is_told(check, after) || gm_disclaimed(view) ||
      !gm_decimal_divide(after->figure->value, before->figure->value, m->figure->kind == GM_FIGURE_MULTIPLE ? 1 : 2,
                         &quotient) ||
      quotient.digits <= 0)
    return;
  gm_report_mention(check, m);
  if (!same)
    gm_say(check->out, check->language, "%s是%s的%s倍，不是多“%s”", "%s is to %s as %s to 1, not “%s” more",
           gm_quote_mention(view, after).text, gm_quote_mention(view, before).text,
           gm_quote_decimal(gm_decimal_trim(quotient)).text, gm_quote_mention(view, m).text);
  else
    gm_say(check->out, check->language, "%s是%s的%s倍，文中为“%s”", "%s is to %s as %s to 1, the text says %s",
           gm_quote_mention(view, after).text, gm_quote_mention(view, before).text,
           gm_quote_decimal(gm_decimal_trim(quotient)).text, gm_quote_mention(view, m).text);
  gm_relate_mention(check, before, "一倍之数", "what it is a multiple of");
  gm_relate_mention(check, after, "倍数之数", "the multiple");
}

/* 12.4万人次，是人最少的7日（6.2万人次）的3倍: what it is of stands in brackets right before. */
static bool check_of_bracket(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *before = m - 1, *after;
  if (!(before->figure->roles & GM_ROLE_PAREN) || !can_be_told(before->figure) || m->from != before->to + 2u ||
      !gm_words_at(view, before->to, "）的"))
    return false;
  for (after = before; after-- > links->items && gm_same_sentence(after, m);)
    if (can_be_told(after->figure)) break;
  if (after < links->items || !gm_same_sentence(after, m) || after->figure->roles & GM_ROLE_PAREN ||
      m->clause != after->to + 1u || !gm_words_at(view, m->clause, IS))
    return false;
  judge(check, before, after, m, true, false);
  return true;
}

/* 放大8倍: of the two amounts right before it. It is said of so many times as many, and of so many times more. */
static bool check_widened(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *after = m - 1, *before = m - 2;
  if (index < 2 || gm_words_at(view, m->clause, "放大 放大了 放大约") != m->from - m->clause) return false;
  if (!gm_same_sentence(before, m) || !can_be_told(before->figure) || !can_be_told(after->figure) ||
      m->clause != after->to + 1u || after->figure->kind != GM_FIGURE_MONEY)
    return true;
  for (const gm_mention *x = before; x-- > links->items && gm_same_sentence(x, m);)
    if (x->figure->kind == GM_FIGURE_MONEY) return true; /* 甲1亿元，乙2亿元，共撬动9亿元 */
  judge(check, before, after, m, true, true);
  return true;
}

/* 平日120万件。那天干到180万件，比平日多出1.5倍: what it is more than is called by name. */
static bool check_more(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *after = m - 1, *before;
  size_t verb = m->from - gm_words_before(view, m->from, MORE), than = m->clause;
  if (m->figure->kind != GM_FIGURE_MULTIPLE || verb == m->from || !gm_words_at(view, than, "比 较") ||
      gm_words_at(view, than + 1, PAST) || m->clause != after->to + 1u || !gm_same_sentence(after, m) ||
      !can_be_told(after->figure) || !gm_is_exact(m->figure))
    return false;
  before = value_called(links, m, than + 1, verb, after);
  if (before) judge(check, before, after, m, false, true);
  return true;
}

void gm_check_multiple_named(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  const bool multiple = m->figure->kind == GM_FIGURE_MULTIPLE;
  if (!index || gm_is_told(check, m) || m->figure->verified ||
      (multiple && (check_widened(check, links, index) || check_of_bracket(check, links, index))) ||
      check_more(check, links, index) || !gm_one_before(view, m->from, "的"))
    return;
  const gm_mention *after = m - 1, *before; /* 是两年前的六倍: the time is a mention itself */
  if (after > links->items && after->from >= m->clause && after->figure->kind == GM_FIGURE_DURATION &&
      gm_one_of(view, after->to, "前"))
    after--;
  if (after->from >= m->clause) return;
  size_t from = m->clause, end = m->from - 1;
  from += gm_words_at(view, from, FILLERS);
  size_t is = gm_find_word(view, from, m->from, PARTS);
  if (is == SIZE_MAX) is = gm_find_word(view, from, m->from, IS);
  if (is == SIZE_MAX || (!multiple && is == from)) return; /* 为计划的95.2% is of other rules */
  size_t of = is + gm_words_at(view, is, PARTS " " IS);
  if (is == from &&
      (gm_words_at(view, of, PAST) || after->figure->roles & GM_ROLE_OF_WHICH || m->clause != after->to + 1u ||
       !gm_same_sentence(after, m) || after->figure->roles & GM_ROLE_PAREN))
    return; /* 是去年的4倍 has rules of its own */
  const gm_mention *like = is == from ? after : NULL;
  before = value_called(links, m, of, end, like);
  if (!before && end > of + NAME_LEAST && gm_one_before(view, end, TAILS))
    before = value_called(links, m, of, end - 1, like);
  if (!before && like && gm_one_before(view, end, "前时")) before = value_of_clause(links, m, of, end, like);
  if (before && is > from) after = value_called(links, m, from, is, before);
  size_t measure = is > from ? gm_words_before(view, is, MEASURES) : 0; /* 番茄面积是黄瓜的2倍 */
  if (before && !after && measure) after = value_called(links, m, from, is - measure, before);
  if (before && after && can_be_told(after->figure)) judge(check, before, after, m, true, false);
}
