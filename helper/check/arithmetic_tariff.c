/* AR-04 of a tariff told in a sentence of its own, or a clause:
 * 租金按每平方米每月11.5元收取。小户型每套36平方米，月租金414元. What is measured and what it costs stand beside each
 * other; only a slip of digits is told. */
#include "check/families.h"
#include "check/product.h"

#define THINGS "平方米 平米 亩 吨 公里 千米 立方米 方 度 米 千瓦时 小时 公斤 斤 千克 天 课时 学时 次"
#define COST                                                                                                                                                   \
  "租金 租 费 费用 电费 水费 补偿 补助 补贴 补偿款 资金 金额 应缴 应付 应交 缴纳 交 付 共 计 合 得 领 支付 租金为 " \
  "总价 收费 只要 需"
#define GAP_CHARS 14u
#define OTHERS    "优惠 减免 折 另 其中 超出 超过 部分 起步 首 封顶 减半 加收 不足 以上 以下 阶梯 档 补差 扣除 抵扣"

/* 每月, 每年 or neither, told in [from, to) by 每月, 月租金, 一年. */
static int span_told(const gm_view *view, size_t from, size_t to) {
  if (gm_find_word(view, from, to, "每月 月租 每个月 一个月 月租金 月均 一月 月费 当月 月付") != SIZE_MAX) return 1;
  if (gm_find_word(view, from, to, "每年 年租 一年 年租金 全年 年费 年付 每学年") != SIZE_MAX) return 2;
  if (gm_find_word(view, from, to, "每天 每日 一天 日租 日租金") != SIZE_MAX) return 3;
  return 0;
}

/* The thing of which one costs so much: 平方米 of 每平方米每月11.5元, 11.5元/平方米 is another matter. */
static size_t priced_thing(const gm_view *view, const gm_mention *price, size_t *thing) {
  size_t each = price->from;
  while (each > price->clause && !(gm_one_of(view, each, "每") && gm_words_at(view, each + 1, THINGS))) each--;
  if (!gm_one_of(view, each, "每") || price->from - each > GAP_CHARS) return 0;
  *thing = each + 1;
  return gm_words_at(view, each + 1, THINGS);
}

/* The number `n` and what it costs, `total`, behind it or behind the price that it stands before. */
static void check_pair(gm_line_check *check, const gm_mention *price, size_t thing, size_t length, const gm_mention *n,
                       const gm_mention *total) {
  const gm_view *view = check->view;
  size_t unit = gm_view_find(view, n->figure->unit_start);
  gm_decimal product;
  if (!gm_is_amount(n->figure) || !gm_is_exact(n->figure) || n->to != unit + length ||
      !gm_reads_alike(view, unit, thing, length) || n->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD) ||
      !gm_same_sentence(n, total) || total->figure->kind != GM_FIGURE_MONEY || !gm_is_exact(total->figure) ||
      total->from > total[-1].to + GAP_CHARS || total->clause <= total[-1].to || total->clause > total[-1].to + 4u ||
      gm_find_mark(view, n->to, total->from, "；：、。") != SIZE_MAX || (n < price && price->clause != n->to + 1u) ||
      gm_find_word(view, total->clause, total->from, COST) == SIZE_MAX ||
      gm_find_word(view, n->clause, total->from, OTHERS) != SIZE_MAX ||
      total->figure->roles & (GM_ROLE_PAREN | GM_ROLE_COMPARED | GM_ROLE_UP | GM_ROLE_DOWN) ||
      gm_find_word(view, total->clause, total->from, THINGS) != SIZE_MAX || gm_is_told(check, total))
    return;
  int span = span_told(view, price->clause, price->from), of = span_told(view, total->clause, total->from);
  if ((span && span != of) || gm_words_at(view, total->to, "多 余 左右 以上 /") ||
      !gm_decimal_multiply(price->figure->value, n->figure->value, &product))
    return;
  product = gm_decimal_trim(product);
  if (gm_interval_touch(total->figure->interval, gm_interval_exact(product))) {
    gm_agree(check, price, n, total);
    return;
  }
  if (!gm_is_slip_of(product, n, price, total) || gm_disclaimed(view)) return;
  gm_report_product(check, n, price, total, product);
}

/* Is there another price of the line: one row of several? */
static bool is_only_price(const gm_links *links, const gm_mention *price) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    size_t thing;
    if (m != price && m->figure->kind == GM_FIGURE_MONEY && priced_thing(links->view, m, &thing)) return false;
  }
  return true;
}

void gm_check_tariff(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *price = &links->items[index];
  size_t thing, length;
  if (price->figure->kind != GM_FIGURE_MONEY || !gm_is_exact(price->figure) ||
      price->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD) || !(length = priced_thing(view, price, &thing)) ||
      !is_only_price(links, price) ||
      gm_find_word(view, price->clause, price->from, "比 低于 高于 平均 降 涨 周边 最高 最低 至 从 由") != SIZE_MAX ||
      gm_words_at(view, price->to, "至 到 — ～ - 左右 以上 起"))
    return;
  for (unsigned i = index + 1; i + 1 < links->count && links->items[i].figure->sentence <= price->figure->sentence + 1u;
       i++)
    check_pair(check, price, thing, length, &links->items[i], &links->items[i + 1]);
  if (index && index + 1 < links->count && gm_same_sentence(price - 1, price + 1))
    check_pair(check, price, thing, length, price - 1, price + 1);
}
