/* AR-04 of rows that tell number, price and what both come to:
 * 大米1200公斤，每公斤5.6元，计6720元；食用油180升，每升12.5元， 计2250元. The three stand in a row, each in its
 * clause; that one row is right shows how the others are meant. */
#include "check/product.h"
#include "check/swap.h"

#define ROWS_MAX 16
#define COMES_TO                                                                                                                                                \
  "计 共计 合计 总计 小计 共 总价 金额 总额 需 支出 总重 总量 总重量 计款 折款 共需 合款 收费 收入 收款 实收 票款 " \
  "货款 "                                                                                                                                                     \
  "支付 花费 应付 实付 需要 小计为 合计为"
#define UNIT_PRICE "单价 单价为 单价是 单价： 均价 均价为"

typedef struct row {
  const gm_mention *number, *price, *total;
  gm_decimal product;
  bool fits, alike;
} row;

#define TAIL_CHARS 6u /* of what ends the clause before: 按每人380元全额资助 */

/* Does mention `m` stand in the clause behind that of the mention before it, which all but ends with that? */
static bool goes_on(const gm_view *view, const gm_mention *m) {
  size_t at = m[-1].to;
  while (at < m->clause && at - m[-1].to < TAIL_CHARS && view->cls[at] & GM_HAN) at++;
  return m->clause == at + 1u && gm_one_of(view, at, "，");
}

/* Is the total the product, with what rounding may have done to the price and to the total: 135斤，每斤4.63元，计625元?
 */
static bool meets(const row *r) {
  gm_decimal price = {5, r->price->figure->value.scale + 1}, total = {5, r->total->figure->value.scale + 1};
  gm_interval made = gm_interval_exact(r->product), told = r->total->figure->interval;
  if (!r->price->figure->value.scale) price.digits = 0; /* 每升12元 is so much */
  return !gm_decimal_multiply(price, r->number->figure->value, &price) ||
         !gm_decimal_subtract(made.low, price, &made.low) || !gm_decimal_add(made.high, price, &made.high) ||
         !gm_decimal_subtract(told.low, total, &told.low) || !gm_decimal_add(told.high, total, &told.high) ||
         gm_interval_touch(made, told);
}

#define OTHERWISE "优惠 折 减 免 另 含 补贴 运费 押金 赠 不等 左右 约"

/* Mention `each` as the price of the number beside it, and the total behind both; false when it is none. */
static bool read_row(const gm_links *links, unsigned each, row *out) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[each];
  size_t thing = 0, length = 0;
  if (!each || each + 1 >= links->count || !gm_is_amount(m->figure) || !gm_is_exact(m->figure)) return false;
  bool unit = m->from > m->clause && gm_words_at(view, m->clause, UNIT_PRICE) == m->from - m->clause; /* 单价12元 */
  if (!unit && (!(m->figure->roles & GM_ROLE_EACH) || !(length = gm_each_thing(view, m, &thing)))) return false;
  bool behind = !unit && each + 2 < links->count && goes_on(view, m + 1) && goes_on(view, m + 2) &&
                gm_counts_thing(view, m + 1, thing, length);
  *out =
      behind ? (row){.number = m + 1, .price = m, .total = m + 2} : (row){.number = m - 1, .price = m, .total = m + 1};
  size_t word = gm_words_at(view, out->total->clause, COMES_TO);
  if (!gm_same_sentence(out->number, m) || !gm_same_sentence(out->total, m) ||
      (!behind && !(goes_on(view, m) && goes_on(view, out->total) &&
                    (unit || gm_counts_thing(view, out->number, thing, length)))) ||
      !word || out->total->clause + word != out->total->from || !gm_comparable(m->figure, out->total->figure) ||
      !gm_is_count(out->number->figure) || !gm_is_exact(out->total->figure) ||
      gm_find_word(view, m->clause, m->from, "每年 每月 每天 每日 每次 平均") != SIZE_MAX ||
      !gm_decimal_multiply(out->number->figure->value, m->figure->value, &out->product))
    return false;
  out->fits = meets(out);
  out->alike = gm_look_alike(gm_decimal_trim(out->product), gm_decimal_trim(out->total->figure->value)) != GM_UNLIKE;
  return true;
}

/* Does the row end where it must: with its sentence, or at ； before another? */
static bool ends(const gm_view *view, const row *r) { return gm_one_of(view, r->total->to, "；。"); }

void gm_check_product_rows(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  row rows[ROWS_MAX];
  unsigned count = 0, right = 0;
  for (unsigned i = 1; i < links->count && count < ROWS_MAX; i++)
    if (read_row(links, i, &rows[count])) right += rows[count++].fits;
  for (unsigned i = 0; i < count; i++) {
    const row *r = &rows[i];
    bool sure = gm_product_swap_meets(r->number, r->price, r->total) || (right && r->alike) ||
                (right > 1 && gm_find_word(check->view, gm_sentence_start(check->view, r->price->from),
                                           gm_sentence_end(check->view, r->total->to), OTHERWISE) == SIZE_MAX);
    if (r->fits)
      gm_agree(check, r->number, r->price, r->total);
    else if (sure && ends(check->view, r) && !gm_is_told(check, r->total) && !gm_is_told(check, r->number) &&
             !gm_disclaimed(check->view))
      gm_report_product(check, r->number, r->price, r->total, r->product);
  }
}
