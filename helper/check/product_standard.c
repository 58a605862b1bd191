/* AR-04 of what was paid by a standard for each: 136户，按每户600元标准发放慰问金8.16万元. Number, price and total
 * stand in a row, so that a power of ten is no other thing. */
#include "check/families.h"
#include "check/product.h"
#include "check/swap.h"

#define THING_CHARS 4u  /* from 每 to its price: 每村民小组 */
#define PAID_CHARS  12u /* from the price to the total: 的标准发放困难救助慰问金 */
#define ZEROS_MOST  4

#define BY   "按 按照 依照 参照 执行 以"
#define PAID "发放 发 拨付 补助 补贴 兑付 支付 兑现 给予 奖励 资助 救助 筹集 收取 缴纳 收缴 落实 安排"

/* Is the total the product but for its zeros, or for two digits of one of the three? */
static bool is_slip(const gm_mention *n, const gm_mention *price, const gm_mention *total, gm_decimal product) {
  gm_decimal shifted;
  for (int power = -ZEROS_MOST; power <= ZEROS_MOST; power++)
    if (power && gm_decimal_shift(product, power, &shifted) &&
        gm_interval_touch(total->figure->interval, gm_interval_exact(shifted)))
      return true;
  return gm_swap_touches(total->figure, gm_interval_exact(product)) || gm_product_swap_meets(n, price, total);
}

/* Mention `index` is told for each: the number before it, the total behind it. */
static void check_standard(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *price = &links->items[index], *n = price - 1, *total = price + 1;
  size_t thing, length = gm_each_thing(view, price, &thing);
  size_t each = length ? thing - !gm_one_before(view, thing, "每") - 1 : 0; /* 每个 */
  gm_decimal product;
  if (!length || price->from > thing + THING_CHARS || total->from > price->to + PAID_CHARS ||
      !gm_words_before(view, each, BY) || total->figure->kind != GM_FIGURE_MONEY || !gm_is_exact(price->figure) ||
      !gm_is_count(n->figure) || !gm_is_count(total->figure) || !gm_same_sentence(n, total) ||
      !gm_counts_thing(view, n, thing, price->from - thing))
    return;
  size_t standard = price->to + gm_words_at(view, price->to, "的");
  if (!gm_words_at(view, standard, "标准 ，标准 计") || gm_find_word(view, standard, total->from, PAID) == SIZE_MAX ||
      gm_find_word(view, n->to, total->from, "； 另 其中 每月 每年 每天 每日 每次") != SIZE_MAX ||
      !gm_decimal_multiply(n->figure->value, price->figure->value, &product))
    return;
  if (gm_interval_touch(total->figure->interval, gm_interval_exact(product)))
    gm_agree(check, n, price, total);
  else if (is_slip(n, price, total, product) && !gm_disclaimed(view) && !gm_is_told(check, total))
    gm_report_product(check, n, price, total, product);
}

#define NUMBERS_MOST 12 /* of the thing before its price, which may tell what was paid for */

/* 改造茶园1.5万亩，其中…。按每亩400元的标准执行，共安排60万元: the number is a whole of the sentence before, which its
 * parts bear out, and what all came to is off by its zeros alone. */
static void check_standard_behind(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *price = &links->items[index], *total = price + 1, *whole = NULL;
  size_t thing, length = gm_each_thing(view, price, &thing);
  size_t standard = price->to + gm_words_at(view, price->to, "的");
  gm_decimal product, paid = {0, 0}, shifted;
  if (!length || gm_same_sentence(price - 1, price) || !gm_same_sentence(price, total) ||
      price->from > thing + THING_CHARS || total->from > price->to + PAID_CHARS ||
      total->figure->kind != GM_FIGURE_MONEY || !gm_is_exact(price->figure) || !gm_is_count(total->figure) ||
      !gm_words_at(view, standard, "标准 ，标准") || gm_find_word(view, standard, total->from, "共") == SIZE_MAX ||
      gm_find_word(view, standard, total->from, PAID) == SIZE_MAX ||
      gm_find_word(view, standard, total->from, "； 其中 首批 第一批 先 预 配套 承担 每月 每年 每天") != SIZE_MAX)
    return;
  for (unsigned i = index, n = 0; i-- > 0; n++) {
    const gm_mention *m = &links->items[i];
    if (n == NUMBERS_MOST || m->figure->sentence + 1 < price->figure->sentence) break;
    if (!gm_counts_thing(view, m, thing, price->from - thing) ||
        !gm_decimal_multiply(m->figure->value, price->figure->value, &product))
      continue;
    if (gm_interval_touch(total->figure->interval, gm_interval_exact(product))) return; /* any that fits */
    if (m->figure->roles & GM_ROLE_OF_WHICH || !m->figure->verified || !gm_is_count(m->figure)) continue;
    if (whole) return;
    whole = m;
    paid = product;
  }
  for (int power = -ZEROS_MOST; whole && power <= ZEROS_MOST; power++)
    if (power && gm_decimal_shift(paid, power, &shifted) &&
        gm_interval_touch(total->figure->interval, gm_interval_exact(shifted))) {
      if (!gm_disclaimed(view) && !gm_is_told(check, total)) gm_report_product(check, whole, price, total, paid);
      return;
    }
}

/* 合计180人: is a number of people called a total? */
static bool has_people_in_all(const gm_figures *figures) {
  for (uint32_t i = 0; i < figures->count; i++)
    if (figures->items[i].roles & GM_ROLE_TOTAL && gm_units[figures->items[i].unit].unit_class == GM_CLASS_PERSON)
      return true;
  return false;
}

/* What a line with a price, or an amount of each, holds; the others are read for 一车 alone, or by their own words. */
#define PRICES "每 单 价 各 均"
#define WORDED "一 按 率 兑 " PRICES

/* What is told of so many by words of its own: days of work, meetings, beds, shares, harvests. */
static void check_worded(gm_line_check *check) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  gm_check_labour(check, links);
  gm_check_frequencies(check, links);
  gm_check_beds(check, links);
  gm_check_dividends(check, links);
  bool yields = gm_word_list_may_hold(view, "亩产 单产 亩均 每亩 一亩"), tariff = gm_word_list_may_hold(view, "每");
  for (unsigned i = 0; (yields || tariff) && i < links->count; i++) {
    if (yields && links->items[i].figure->kind == GM_FIGURE_QUANTITY) gm_check_harvest(check, links, i);
    if (tariff && links->items[i].figure->kind == GM_FIGURE_MONEY) gm_check_tariff(check, links, i);
  }
}

void gm_check_priced(gm_line_check *check) {
  if (gm_word_list_may_hold(check->view, PRICES)) gm_check_products(check);
  check_worded(check);
  if (!gm_word_list_may_hold(check->view, WORDED)) return;
  gm_check_each_worded(check, gm_links_of(check));
  if (has_people_in_all(check->figures)) gm_check_of_groups(check, gm_links_of(check));
  if (gm_count_kind(check->figures, GM_FIGURE_MONEY) > 1) gm_check_rated(check, gm_links_of(check));
  if (!gm_word_list_may_hold(check->view, PRICES)) return;
  for (unsigned i = 1; i + 1 < check->figures->count && i + 1 < GM_MENTIONS_MAX; i++) {
    const gm_figure *f = &check->figures->items[i];
    if (f->kind == GM_FIGURE_MONEY && f->roles & GM_ROLE_EACH) {
      check_standard(check, gm_links_of(check), i);
      check_standard_behind(check, gm_links_of(check), i);
    }
  }
  gm_check_product_rows(check);
}
