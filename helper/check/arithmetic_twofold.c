/* AR-04 of two things at once, one of which may be a time: 每校每类限报4件, 45所学校, 三个类别, 最多540件;
 * 每人每天260元，150名学员5天共需19.5万元. */
#include <string.h>

#include "check/link.h"
#include "check/product.h"

#define THING_CHARS 4u /* of the first thing, between the two 每: 每个县（区）是 left to other rules */

/* Where the thing of the 每 that stands before the one of the thing at `at` begins; its characters, 0 when there is
 * none. */
static size_t other_thing(const gm_view *view, size_t at, size_t *other) {
  size_t each = at;
  while (each && !gm_one_before(view, each, "每")) each--;
  if (each < 3) return 0;
  size_t end = each - 1;
  for (size_t i = end; i-- > 0 && end - i <= THING_CHARS && view->cls[i] & GM_HAN;)
    if (gm_one_of(view, i, "每")) {
      *other = i + 1 + gm_one_of(view, i + 1, "个");
      return end - *other;
    }
  return 0;
}

/* The only amount of the paragraph, up to the total, that counts the thing; NULL when there is none, or several. */
static const gm_mention *counting(const gm_links *links, const gm_mention *total, size_t thing, size_t length) {
  const gm_mention *found = NULL;
  for (const gm_mention *m = links->items; m < total; m++) {
    if (!gm_counts_thing(links->view, m, thing, length) || !gm_is_exact(m->figure)) continue;
    if (found && gm_decimal_compare(found->figure->value, m->figure->value)) return NULL;
    found = m;
  }
  return found;
}

/* 天 of 每天, as the unit of a span that is told in it. */
static const char *span_unit(const gm_view *view, size_t thing) {
  static const char *const units[][2] = {{"天日", "天"}, {"月", "个月"}, {"年", "年"}};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (gm_one_of(view, thing, units[i][0])) return units[i][1];
  return NULL;
}

/* The only span of the price's sentence, up to the total, that is told in the unit; NULL when there is none, or
 * several. */
static const gm_mention *lasting(const gm_mention *price, const gm_links *links, const gm_mention *total,
                                 const char *unit) {
  const gm_mention *found = NULL;
  for (const gm_mention *m = links->items; m < total; m++) {
    if (m->figure->kind != GM_FIGURE_DURATION || !gm_same_sentence(m, price) || !gm_is_exact(m->figure) ||
        strcmp(gm_units[gm_units[m->figure->unit].same_as].name, unit))
      continue;
    if (found) return NULL;
    found = m;
  }
  return found;
}

/* The only number of people in the price's sentence, up to the total; NULL when there is none, or several. */
static const gm_mention *people(const gm_mention *price, const gm_links *links, const gm_mention *total) {
  const gm_mention *found = NULL;
  for (const gm_mention *m = links->items; m < total; m++) {
    if (!gm_same_sentence(m, price) || gm_units[m->figure->unit].unit_class != GM_CLASS_PERSON) continue;
    if (found || !gm_is_count(m->figure)) return NULL;
    found = m;
  }
  return found;
}

static bool is_total(const gm_view *view, const gm_mention *m) {
  return m->figure->roles & GM_ROLE_TOTAL || gm_find_total(view, m->clause, m->from) != SIZE_MAX ||
         gm_find_word(view, m->clause, m->number, "最多 至多") != SIZE_MAX;
}

void gm_check_twofold(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *price = &links->items[index], *total = price + 1;
  size_t thing, other, length = gm_each_thing(view, price, &thing);
  size_t other_length = length ? other_thing(view, thing, &other) : 0;
  const char *span = other_length ? span_unit(view, thing) : NULL;
  if (!other_length || gm_one_of(view, thing, "次") || gm_one_of(view, other, "年月天日次")) return;
  while (total < links->items + links->count && gm_same_sentence(total, price) &&
         !(gm_comparable(total->figure, price->figure) && is_total(view, total)))
    total++;
  if (total == links->items + links->count || !gm_same_sentence(total, price) || !gm_is_exact(price->figure) ||
      gm_disclaimed(view))
    return;
  const gm_mention *n = span ? lasting(price, links, total, span)
                             : counting(links, total, thing, length > 1 ? 2 : 1); /* 项目报名, or 项限报 */
  if (!n && !span) n = counting(links, total, thing, 1);
  const gm_mention *k = counting(links, total, other, other_length);
  if (!k && span && gm_one_of(view, other, "人")) k = people(price, links, total);
  gm_decimal product;
  if (!n || !k || n == k || !gm_decimal_multiply(n->figure->value, k->figure->value, &product) ||
      !gm_decimal_multiply(product, price->figure->value, &product))
    return;
  gm_decimal told = total->figure->value;
  if (gm_interval_touch(gm_interval_exact(product), gm_interval_exact(told))) {
    gm_agree(check, n, k, price);
    gm_agree(check, total, NULL, NULL);
    return;
  }
  if (gm_is_far(product, told) || gm_is_told(check, total)) return;
  gm_report_mention(check, total);
  gm_say(check->out, check->language, "%s×%s×%s=%s，文中为%s", "%s x %s x %s = %s, the text says %s",
         gm_quote_mention(view, k).text, gm_quote_mention(view, n).text, gm_quote_mention(view, price).text,
         gm_quote_amount(product, total, view).text, gm_quote_mention(view, total).text);
  gm_offer_value(check, total, product);
  gm_relate_mention(check, k, "数量", "the number");
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, price, "每份的数", "each");
}
