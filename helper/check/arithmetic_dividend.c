/* AR-04 of what so many shares get: 以总股本5.6亿股为基数，每10股派发现金红利2.10元，合计派现11760万元;
 * 每10股转增4股，共转增 2.24亿股. */
#include "check/any_fit.h"
#include "check/families.h"
#include "check/product.h"

#define GIVES      "派 分 送 转增 转 发 赠 配"
#define BASE       "股本 基数 股份"
#define IN_ALL     "合计 共 总计 总额 派现 派发 分红 送股 转增 分配 现金红利 股利"
#define BASE_CHARS 4u /* 5.6亿股为基数 */
#define OTHERS     "回购 扣除 上年 去年 中期 累计 比 占 其中 剩余 未分配 结转 归属 控股 持有"

/* The only shares near the 10股 that the words call the base, in its sentence or one beside it; NULL when there are
 * none, or several. */
static const gm_mention *base_near(const gm_links *links, const gm_mention *ten) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  for (const gm_mention *m = links->items; m < links->items + links->count; m++) {
    if (m == ten || m == ten + 1 || !gm_comparable(m->figure, ten->figure) || !gm_is_exact(m->figure) ||
        m->figure->sentence + 1u < ten->figure->sentence || m->figure->sentence > ten->figure->sentence + 1u ||
        (gm_find_word(view, m->label, m->from, BASE) == SIZE_MAX &&
         gm_find_word(view, m->to, m->to + BASE_CHARS, BASE) == SIZE_MAX))
      continue;
    if (found && gm_decimal_compare(found->figure->value, m->figure->value)) return NULL;
    if (!found || gm_same_sentence(m, ten)) found = m;
  }
  return found;
}

/* Mention `index` is the 10股 of 每10股. */
static void check_dividend(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *ten = &links->items[index], *each = ten + 1, *base = base_near(links, ten), *total = NULL;
  if (!base || gm_find_word(view, base->clause, base->from, "扣除 回购 剔除 减去") != SIZE_MAX ||
      !gm_is_exact(each->figure) || !gm_same_sentence(ten, each) || each->clause != ten->clause ||
      gm_find_word(view, ten->to, each->from, GIVES) == SIZE_MAX ||
      gm_find_word(view, base->to, each->from, OTHERS) != SIZE_MAX)
    return;
  const gm_mention *end = links->items + links->count, *last = base > each ? base : each; /* whose sentence ends it */
  for (const gm_mention *m = each + 1; m < end && m->figure->sentence <= last->figure->sentence && !total; m++) {
    if (m == base || !gm_comparable(m->figure, each->figure) || m->figure->roles & GM_ROLE_PAREN) continue;
    if (gm_find_word(view, m->label, m->from, IN_ALL) == SIZE_MAX ||
        gm_find_word(view, each->to, m->from, OTHERS) != SIZE_MAX || !gm_is_exact(m->figure) ||
        !(m->figure->numeral_flags & GM_NUMERAL_SCALED ||
          gm_decimal_compare(m->figure->value, each->figure->value) > 0))
      return;
    if (gm_find_word(view, m->label, m->from, "每") != SIZE_MAX) return;
    total = m;
  }
  gm_decimal all, product;
  if (!total || gm_is_told(check, total) || !gm_decimal_multiply(base->figure->value, each->figure->value, &all) ||
      !gm_decimal_divide(all, ten->figure->value, 4, &product))
    return;
  product = gm_decimal_trim(product);
  if (gm_interval_touch(total->figure->interval, gm_interval_exact(product))) {
    gm_agree(check, base, each, total);
    return;
  }
  gm_likeness likeness = gm_look_alike(product, gm_decimal_trim(total->figure->value));
  bool slip = likeness == GM_SWAPPED || likeness == GM_SHIFTED;
  /* 5.6亿 is printed for what is about that: nothing but a slip of digits is told of what it may come to */
  gm_interval about = base->figure->interval;
  if (!gm_decimal_multiply(about.low, each->figure->value, &about.low) ||
      !gm_decimal_divide(about.low, ten->figure->value, 4, &about.low) ||
      !gm_decimal_multiply(about.high, each->figure->value, &about.high) ||
      !gm_decimal_divide(about.high, ten->figure->value, 4, &about.high))
    return;
  if (!slip && (gm_interval_touch(about, total->figure->interval) || gm_is_far(product, total->figure->value))) return;
  if (gm_disclaimed(view)) return;
  gm_report_mention(check, total);
  gm_say(check->out, check->language, "%s÷%s×%s=%s，文中为%s", "%s / %s x %s = %s, the text says %s",
         gm_quote_mention(view, base).text, gm_quote_mention(view, ten).text, gm_quote_mention(view, each).text,
         gm_quote_amount(product, total, view).text, gm_quote_mention(view, total).text);
  gm_offer_value(check, total, product);
  gm_relate_mention(check, base, "股数", "the shares");
  gm_relate_mention(check, each, "每股所得", "what they get");
}

void gm_check_dividends(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 4 || !gm_word_list_may_hold(view, "每10股 每十股 每100股") || !gm_word_list_may_hold(view, BASE))
    return;
  for (unsigned i = 0; i + 2 < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (gm_words_before(view, m->number, "每") && gm_one_before(view, m->to, "股") && m->figure->value.digits > 1)
      check_dividend(check, links, i);
  }
}
