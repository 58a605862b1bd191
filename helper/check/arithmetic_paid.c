/* AR-03 of what was paid or saved: 8000元的空调，补贴1200元，实付6800元; 预算2.4亿元，成交2.184亿元，省下2160万元. The
 * first of the three is a price, the second what is taken off it, or what it came to, and the last is what is left. */
#include "check/families.h"
#include "check/swap.h"

#define GAP_CHARS 16u /* from one of the three to the next */

#define OFF "补贴 优惠 立减 减免 直降 抵扣 补助 国补 返现 优惠了 补贴了 便宜 便宜了 让利 减 可减 立省 满减"
#define LEFT \
  "实付 实际支付 实际付款 实际只付 到手价 到手 只需付 只需支付 自付 自掏 自掏腰包 只花 仅需支付 只付 实际花费 只要"
#define PRICE "预算 预算价 预算金额 预算总额 控制价 招标控制价 拦标价 原价 概算 估算 报价 送审 送审金额 采购预算 送审价"
#define CAME  "成交 成交价 成交额 中标 中标价 中标金额 成交金额 实际 决算 结算 审定 审定金额 中标价为 最终以 审定价"
#define SAVED \
  "省下 省 节约 节约资金 节省 节省资金 节支 省了 节约了 核减 审减 节约财政资金 节省财政资金 省下资金 核减资金"
#define OTHER "另 再 还 每 其中 约 最高 累计 共 又 和 分 首付 先"

/* Do the words from `from` to the mention open with, or end in, one of `words`, in its own clause? */
static bool told_by(const gm_view *view, const gm_mention *m, const char *words) {
  size_t end = m->from - gm_words_before(view, m->from, "为 了 达 是 共 即 金额 资金 总额 款");
  return gm_words_before(view, end, words) != 0;
}

/* Do the three stand in a row of clauses, all exact and of one money? */
static bool in_row(const gm_view *view, const gm_mention *a) {
  const gm_mention *c = a + 2;
  for (const gm_mention *m = a; m <= c; m++)
    if (m->figure->kind != GM_FIGURE_MONEY || m->figure->unit != a->figure->unit || !gm_is_exact(m->figure) ||
        m->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_FROM | GM_ROLE_TO))
      return false;
  return gm_same_sentence(a, c) && a[1].from <= a->to + GAP_CHARS && c->from <= a[1].to + GAP_CHARS &&
         a->clause < a[1].clause && a[1].clause < c->clause &&
         gm_find_mark(view, a->to, c->from, "；：、") == SIZE_MAX &&
         gm_find_word(view, a->to, c->from, OTHER) == SIZE_MAX;
}

/* Is the difference off by its zeros, a digit, or little enough to be the one meant? */
static bool is_meant(const gm_mention *told, gm_decimal left) {
  return !gm_is_far(left, told->figure->value) ||
         gm_look_alike(gm_decimal_trim(left), gm_decimal_trim(told->figure->value)) == GM_SHIFTED;
}

/* Mentions `index` and the next two. */
static void check_three(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *price = &links->items[index], *off = price + 1, *left = price + 2;
  gm_decimal value;
  if (!in_row(view, price)) return;
  bool paid = told_by(view, off, OFF) && told_by(view, left, LEFT);
  bool saved = !paid && gm_find_word(view, price->clause, price->from, PRICE) != SIZE_MAX &&
               gm_find_word(view, off->clause, off->to + 4u, CAME) != SIZE_MAX && told_by(view, left, SAVED);
  if (!(paid || saved) || !gm_decimal_subtract(price->figure->value, off->figure->value, &value) || value.digits <= 0)
    return;
  if (gm_interval_touch(left->figure->interval, gm_interval_exact(value))) {
    gm_agree(check, price, off, left);
    return;
  }
  gm_interval rough;
  if (gm_interval_subtract(price->figure->interval, off->figure->interval, &rough) &&
      gm_interval_touch(rough, left->figure->interval))
    return;
  if (!is_meant(left, value) || gm_is_told(check, left) || gm_is_told(check, off) || gm_is_told(check, price) ||
      gm_disclaimed(view))
    return;
  gm_report_mention(check, left);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s-%s=%s，文中为%s", "%s - %s = %s, the text says %s",
         gm_quote_mention(view, price).text, gm_quote_mention(view, off).text, gm_quote_amount(value, left, view).text,
         gm_quote_mention(view, left).text);
  gm_offer_value(check, left, value);
  gm_relate_mention(check, price, "原数", "from which");
  gm_relate_mention(check, off, "减数", "what is taken off");
}

#define MAY_TELL OFF " " SAVED

void gm_check_what_was_paid(gm_line_check *check, const gm_links *links) {
  if (gm_count_kind(check->figures, GM_FIGURE_MONEY) < 3 || !gm_word_list_may_hold(links->view, MAY_TELL)) return;
  for (unsigned i = 0; i + 2 < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_MONEY && links->items[i + 2].figure->kind == GM_FIGURE_MONEY)
      check_three(check, links, i);
}
