/* AR-03 of what was paid or saved: 8000元的空调，补贴1200元，实付6800元; 预算2.4亿元，成交2.184亿元，省下2160万元. The
 * first of the three is a price, the second what is taken off it, or what it came to, and the last is what is left. */
#include "check/families.h"
#include "check/swap.h"

#define GAP_CHARS 16u /* from one of the three to the next */

#define OFF "补贴 优惠 立减 减免 直降 抵扣 补助 国补 返现 优惠了 补贴了 便宜 便宜了 让利 减 可减 立省 满减"
#define PAID \
  "实付 实际支付 实际付款 实际只付 到手价 到手 只需付 只需支付 自付 自掏 自掏腰包 只花 仅需支付 只付 实际花费 只要"
/* 成本18元，村集体补贴6元，老人自己付12元: the like of what is called a price or a cost. */
#define LISTED "定价 原价 总价 售价 标价 单价 票价 价格 价 费 费用 花费 成本 标准 原来"
#define BORNE  "报销 报销了 统筹支付 基金支付 医保支付 抵 抵了 抵扣了 减了 减去 返还 贴 贴补 贴了 承担 资助 补 补了 救助"
#define OWN                                                                                                                                                       \
  "自己付 自己只付 自己掏 自己出 个人付 个人支付 个人承担 个人只付 自负 自担 需付 还需付 需支付 只掏 只需掏 实缴 " \
  "实际缴纳 仅付 仅需付"
#define SOME_ONLY "学生 儿童 小孩 孩子 老人 军人 会员 成人 成年 团体 职工 残疾 低保 教师 游客 居民"
#define PRICE     "预算 预算价 预算金额 预算总额 控制价 招标控制价 拦标价 原价 概算 估算 报价 送审 送审金额 采购预算 送审价"
#define CAME      "成交 成交价 成交额 中标 中标价 中标金额 成交金额 实际 决算 结算 审定 审定金额 中标价为 最终以 审定价"
#define SAVED \
  "省下 省 节约 节约资金 节省 节省资金 节支 省了 节约了 核减 审减 节约财政资金 节省财政资金 省下资金 核减资金"
#define OTHER "另 再 还 每 其中 约 最高 累计 共 又 和 分 首付 先"

#define EXACT 1000 /* below it a price in 元 is told to the 元 */

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
        (m > a && m->figure->roles & GM_ROLE_EACH) ||
        m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_FROM | GM_ROLE_TO))
      return false;
  return gm_same_sentence(a, c) && a[1].from <= a->to + GAP_CHARS && c->from <= a[1].to + GAP_CHARS &&
         a->clause < a[1].clause && a[1].clause < c->clause &&
         gm_find_mark(view, a->to, c->from, "；：、") == SIZE_MAX &&
         gm_find_word(view, a->to, c->from, OTHER) == SIZE_MAX;
}

/* 成本18元: a small price without a point is no rounded one. */
static bool is_whole_price(const gm_figure *f) {
  return !f->value.scale && f->value.digits < EXACT && !(f->numeral_flags & GM_NUMERAL_SCALED);
}

/* 票价50元，学生优惠25元，老人需付20元: is it taken off for some, and the rest told of others? */
static bool is_of_others(const gm_view *view, const gm_mention *off, const gm_mention *left) {
  size_t some = gm_find_word(view, off->label, off->from, SOME_ONLY);
  return some != SIZE_MAX && !gm_share_pair(view, some, some + 2, left->label, left->from) &&
         gm_find_word(view, left->label, left->from, SOME_ONLY) != SIZE_MAX;
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
  bool listed = gm_find_word(view, price->clause, price->from, LISTED) != SIZE_MAX;
  bool paid = listed ? told_by(view, off, OFF " " BORNE) && told_by(view, left, PAID " " OWN)
                     : told_by(view, off, OFF) && told_by(view, left, PAID);
  bool saved = !paid && !(price->figure->roles & GM_ROLE_EACH) &&
               gm_find_word(view, price->clause, price->from, PRICE) != SIZE_MAX &&
               gm_find_word(view, off->clause, off->to + 4u, CAME) != SIZE_MAX && told_by(view, left, SAVED);
  if (paid && gm_words_at(view, left->to, "（")) return; /* what else is taken off */
  if (!(paid || saved) || (paid && is_of_others(view, off, left)) ||
      !gm_decimal_subtract(price->figure->value, off->figure->value, &value) || value.digits <= 0)
    return;
  if (gm_interval_touch(left->figure->interval, gm_interval_exact(value))) {
    gm_agree(check, price, off, left);
    return;
  }
  bool whole = paid && is_whole_price(price->figure) && is_whole_price(off->figure) && is_whole_price(left->figure);
  gm_interval rough;
  if (!whole && gm_interval_subtract(price->figure->interval, off->figure->interval, &rough) &&
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

#define MAY_TELL OFF " " BORNE " " SAVED

void gm_check_what_was_paid(gm_line_check *check, const gm_links *links) {
  if (gm_count_kind(check->figures, GM_FIGURE_MONEY) < 3 || !gm_word_list_may_hold(links->view, MAY_TELL)) return;
  for (unsigned i = 0; i + 2 < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_MONEY && links->items[i + 2].figure->kind == GM_FIGURE_MONEY)
      check_three(check, links, i);
}
