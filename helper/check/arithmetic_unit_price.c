/* AR-04: number, price and total in a row: 轮椅25台，单价680元，合计1.7万元. */
#include "check/families.h"
#include "check/product.h"

#define PAID_CHARS 8 /* between a price and the total: ，共支出资金 */

bool gm_check_unit_price(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *price = &links->items[index], *n = price - 1, *total = price + 1;
  if (!index || index + 1 >= links->count || price->figure->kind != GM_FIGURE_MONEY ||
      !gm_words_before(view, price->from, "单价 单价为 均价 均价为 售价 每件 每台 每套 每本 每个"))
    return false;
  if (!gm_same_sentence(n, total) || total->figure->kind != GM_FIGURE_MONEY ||
      !gm_comparable(total->figure, price->figure))
    return true;
  if (n->figure->kind != GM_FIGURE_QUANTITY || !gm_is_plain(n->figure) || !gm_units[n->figure->unit].exact) return true;
  if (gm_find_word(view, n->to, price->from, "； 。 其中") != SIZE_MAX ||
      (!gm_words_before(view, total->from,
                        "合计 共计 总计 共 总价 总价为 金额 共需 总额 总金额 计 花费 共花费 总价款") &&
       !(total->from - price->to <= PAID_CHARS && gm_words_at(view, price->to, "，共 ，总 ，合计 ，累计"))))
    return true;
  gm_decimal low, high, product;
  if (!gm_decimal_multiply(price->figure->interval.low, n->figure->interval.low, &low) ||
      !gm_decimal_multiply(price->figure->interval.high, n->figure->interval.high, &high) ||
      !gm_decimal_multiply(price->figure->value, n->figure->value, &product))
    return true;
  if (gm_decimal_compare(low, total->figure->interval.high) <= 0 &&
      gm_decimal_compare(total->figure->interval.low, high) <= 0) {
    gm_agree(check, n, price, total);
    return true;
  }
  gm_priced priced;
  if (gm_disclaimed(view) || gm_read_prices(links, index + 1, &priced)) return true;
  for (unsigned i = 0; i + 1 < index; i++) /* other things bought beside it */
    if (gm_same_sentence(&links->items[i], price) && gm_is_amount(links->items[i].figure) &&
        gm_find_mark(view, links->items[i].to, n->from, "；") == SIZE_MAX)
      return true;
  gm_report_product(check, n, price, total, product);
  return true;
}
