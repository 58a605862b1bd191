/* XR-05: an amount in capitals and the same in figures: 壹万贰仟叁佰元整（¥12,300.00）. */
#include "check/families.h"
#include "check/link.h"

#define CAPITALS "壹贰叁肆伍陆柒捌玖拾佰仟"

/* What may stand between the two ways of writing an amount. */
#define BETWEEN \
  "整 正 （ ） ( ) ： ， 、 ￥ ¥ $ 即 计 合 为 大写 小写 人民币 金额 合计 共计 总计 元 圆 RMB ； 币种 或 _ 大 小 写"

static bool in_capitals(const gm_view *view, const gm_mention *m) {
  for (size_t i = m->number; i < m->to; i++)
    if (gm_one_of(view, i, CAPITALS)) return true;
  return false;
}

static unsigned capital_digit(const gm_view *view, size_t at) {
  gm_numeral n;
  return gm_numeral_read(view, at, &n) == 1 && n.value.digits < 10 && n.value.digits > 0 ? (unsigned)n.value.digits : 0;
}

/* The amount with the 角 and 分 that follow it; *end gets the place behind them. */
static gm_decimal with_cents(const gm_view *view, const gm_mention *m, size_t *end) {
  gm_decimal value = m->figure->value, cents = {0, 2};
  size_t at = m->to + (gm_one_of(view, m->to, "零") != 0);
  unsigned digit = capital_digit(view, at);
  *end = m->to;
  if (digit && gm_one_of(view, at + 1, "角")) {
    cents.digits += digit * 10;
    *end = at += 2;
    at += gm_one_of(view, at, "零") != 0;
    digit = capital_digit(view, at);
  }
  if (digit && gm_one_of(view, at + 1, "分")) {
    cents.digits += digit;
    *end = at + 2;
  }
  gm_decimal_add(value, cents, &value);
  return gm_decimal_trim(value);
}

static bool nothing_between(const gm_view *view, size_t from, size_t to) {
  while (from < to) {
    size_t word = view->cls[from] & GM_SPACE ? 1 : gm_words_at(view, from, BETWEEN);
    if (!word) return false;
    from += word;
  }
  return from == to;
}

static void check_pair(gm_line_check *check, const gm_mention *first, const gm_mention *second) {
  const gm_view *view = check->view;
  bool capital_first = in_capitals(view, first);
  if (capital_first == in_capitals(view, second)) return;
  const gm_mention *capital = capital_first ? first : second, *digits = capital_first ? second : first;
  if (!(digits->figure->numeral_flags & GM_NUMERAL_ARABIC) || !gm_is_exact(digits->figure) ||
      !gm_is_exact(capital->figure))
    return;
  size_t end;
  gm_decimal value = with_cents(view, capital, &end);
  if (!nothing_between(view, capital_first ? end : first->to, second->from)) return;
  if (gm_interval_meet(gm_interval_exact(value), digits->figure->interval)) {
    gm_agree(check, capital, digits, NULL);
    return;
  }
  gm_report_mention(check, digits);
  gm_say(check->out, check->language, "大写“%s”为%s元，小写为%s，两者应一致",
         "“%s” in capitals is %s yuan, in figures %s: they should agree", gm_quote_line(view, capital->from, end).text,
         gm_quote_decimal(value).text, gm_quote_mention(view, digits).text);
  gm_relate_mention(check, capital, "大写金额", "the amount in capitals");
}

void gm_check_capitals(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_MONEY && links->items[i - 1].figure->kind == GM_FIGURE_MONEY)
      check_pair(check, &links->items[i - 1], &links->items[i]);
}
