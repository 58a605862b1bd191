/* AR-04 of what each of so many does every month, and all in the year: 23个车间每月1次安全例会，全年召开276次. As not
 * all may be held, only a slip of digits is told. */
#include "check/families.h"
#include "check/product.h"
#include "check/swap.h"

#define DIGITS    3u  /* of a number that is one digit away */
#define GAP_CHARS 24u /* from one of the three to the next */

/* Spans, and how often the times that a total is told of hold them. */
static const struct {
  const char *every, *within;
  int64_t times;
} spans[] = {
    {"每月 每个月 月月 一月 一个月", "全年 一年 年内 年度 年均 一年来 一年下来 12个月", 12},
    {"每月 每个月 月月 一月 一个月", "上半年 下半年 半年", 6},
    {"每月 每个月 月月 一月 一个月", "前三季度", 9},
    {"每季度 每个季度 每季 一季度 一季", "全年 一年 年内 年度 一年来 一年下来", 4},
    {"每季度 每个季度 每季 一季度 一季", "上半年 下半年 半年", 2},
    {"每半年", "全年 一年 年内 年度 一年来 一年下来", 2},
    {"每学期", "全年 一年 全学年 学年 一学年", 2},
    {"每周 每星期 周周", "52周", 52},
};

#define PARTLY \
  "其中 另 其余 部分 平均 人均 至少 不少于 至多 最多 以上 除 轮流 联合 首批 累计增加 同比 目标 计划 应 不等 超"

static bool is_counted(const gm_figure *f) {
  return (f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_CLAIM) && f->unit && gm_is_exact(f) &&
         f->value.digits > 1 && !f->value.scale &&
         !(f->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_EACH));
}

/* Is what is told every so often one of the bodies counted, and not of some other: 23个车间坚持每月? */
static bool are_bodies(const gm_view *view, const gm_mention *n, const gm_mention *each) {
  size_t unit = gm_view_find(view, n->figure->unit_start);
  return gm_one_of(view, unit, "个家所支座户名处") && !gm_comparable(n->figure, each->figure) && n->to < view->count &&
         gm_words_at(view, unit, "个月 个小时") == 0;
}

/* Is the total of the year one slip of digits away, in itself or in how many there are? */
static bool is_slip(const gm_mention *n, const gm_mention *total, gm_decimal year, gm_decimal each) {
  gm_decimal value, product;
  if (gm_swap_touches(total->figure, gm_interval_exact(year)) ||
      (total->figure->number_end - total->figure->start >= DIGITS &&
       gm_digit_touches(total->figure, gm_interval_exact(year), &value)))
    return true;
  for (unsigned k = 0; gm_next_swap(n->figure, &k, &value, NULL);)
    if (gm_decimal_multiply(value, each, &product) && !gm_decimal_compare(product, total->figure->value)) return true;
  return false;
}

#define HELD                                                                                                                                                        \
  "全年 一年 年内 年度 一年来 一年下来 上半年 下半年 半年 前三季度 12个月 52周 共 总计 累计 合计 总共 开展 举办 召开 " \
  "组织 "                                                                                                                                                         \
  "进行 完成 实施 举行 放映 演出 授课 开课 讲 活动 已 达 达到 了 共计 上 ， 就 要 应"
#define NOUN_CHARS 6u

/* 每月1次党课，全年开展志愿服务212次: is what all hold told by another name than what each does? */
static bool is_other(const gm_view *view, const gm_mention *n, const gm_mention *each, const gm_mention *total) {
  size_t to = each->to, word;
  while (to < total->from && view->cls[to] & GM_HAN) to++;
  for (size_t i = to; i < total->from; i += word ? word : 1) {
    word = gm_words_at(view, i, HELD);
    if (!word && i + 1 < total->from && gm_find_run(view, n->to, to, i, 2) != SIZE_MAX) word = 2;
    if (!word && view->cls[i] & GM_HAN) return true;
  }
  size_t end = total->to;
  while (end < view->count && end < total->to + NOUN_CHARS && view->cls[end] & GM_HAN) end++;
  return end >= total->to + 2u && !gm_share_pair(view, n->to, to, total->to, end);
}

static void check_frequency(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *total = &links->items[index], *each = total - 1, *n = total - 2;
  while (each > links->items && each->figure->kind == GM_FIGURE_DURATION &&
         !gm_comparable(each->figure, total->figure)) {
    each--; /* 一年52周 */
    n = each - 1;
  }
  if (n > links->items && n->figure->kind == GM_FIGURE_DURATION) n--; /* 一个月 */
  if (n < links->items || each <= n || !gm_same_sentence(n, total) || !is_counted(n->figure) ||
      !gm_is_exact(total->figure) || total->figure->kind != GM_FIGURE_QUANTITY ||
      each->figure->kind != GM_FIGURE_QUANTITY || !gm_is_exact(each->figure) ||
      !gm_comparable(each->figure, total->figure) || !are_bodies(view, n, each) || each->from > n->to + GAP_CHARS ||
      total->from > each->to + GAP_CHARS || gm_find_mark(view, n->to, total->from, "；：、") != SIZE_MAX ||
      gm_find_word(view, n->clause, total->from, PARTLY) != SIZE_MAX)
    return;
  size_t row = 0, rows = sizeof spans / sizeof *spans;
  for (; row < rows; row++)
    if (gm_find_word(view, n->to, each->from, spans[row].every) != SIZE_MAX &&
        gm_find_word(view, each->to, total->from, spans[row].within) != SIZE_MAX)
      break;
  gm_decimal all, year; /* all: of one of them */
  if (row == rows || gm_is_told(check, total) || is_other(view, n, each, total) ||
      !gm_decimal_multiply(each->figure->value, gm_decimal_of(spans[row].times), &all) ||
      !gm_decimal_multiply(all, n->figure->value, &year))
    return;
  if (!gm_decimal_compare(year, total->figure->value)) {
    gm_agree(check, n, each, total);
    return;
  }
  gm_decimal missing; /* 275 of 276: one was not held */
  if (!is_slip(n, total, year, all) || !gm_decimal_subtract(year, total->figure->value, &missing) ||
      (missing.digits > 0 && missing.digits < 10) || gm_disclaimed(view))
    return;
  gm_report_mention(check, total);
  gm_say(check->out, check->language, "%s×%s×%d=%s，文中为%s", "%s x %s x %d = %s, the text says %s",
         gm_quote_mention(view, n).text, gm_quote_mention(view, each).text, (int)spans[row].times,
         gm_quote_amount(year, total, view).text, gm_quote_mention(view, total).text);
  gm_offer_value(check, total, year);
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, each, "每期", "each time");
}

void gm_check_frequencies(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 3 || !gm_word_list_may_hold(view, "全年 一年 年内 年度 半年 前三季度 52周")) return;
  for (unsigned i = 2; i < links->count; i++) check_frequency(check, links, i);
}
