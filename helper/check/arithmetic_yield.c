/* AR-05 of what a 亩 yields: 油菜1.86万亩，总产量2790吨，平均亩产150公斤. */
#include <string.h>

#include "check/families.h"
#include "check/product.h"

#define HARVEST   "总产量 总产 产量 总产达"
#define CROP      2u /* characters of it before that word */
#define SENTENCES 3u /* so many before, the harvest may stand */

/* How many 斤 the unit of a weight is, 0 when it is no such weight. */
static int64_t jin_of(const gm_mention *m) {
  const char *unit = gm_units[m->figure->unit].name;
  if (!strcmp(unit, "吨")) return 2000;
  if (!strcmp(unit, "公斤")) return 2;
  return !strcmp(unit, "斤");
}

/* 粮食总产量42.6万吨，…。粮食播种面积106.5万亩，平均亩产400公斤: the one harvest of that crop told before the sentence
 * of the area; NULL when there are several. */
static const gm_mention *harvest_before(const gm_links *links, const gm_mention *area) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  for (const gm_mention *m = area; m-- > links->items && m->figure->sentence + SENTENCES >= area->figure->sentence;) {
    if (gm_same_sentence(m, area) || !gm_is_count(m->figure) || jin_of(m) < 2000) continue;
    size_t word = gm_find_word(view, m->label, m->from, HARVEST);
    if (word == SIZE_MAX) continue;
    if (found || word < m->label + CROP || gm_find_run(view, area->clause, area->from, word - CROP, CROP) == SIZE_MAX)
      return NULL;
    found = m;
  }
  return found;
}

/* 1.86万亩油菜，总产量2790吨，平均亩产150公斤: tons of a harvest, and kilograms or 斤 of a 亩. */
void gm_check_yield(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *yield = &links->items[index], *area = NULL, *harvest = NULL;
  int64_t jin = jin_of(yield);
  if (!jin || jin > 2 || gm_find_word(view, yield->clause, yield->from, "最高 最低 最多 最少 部分 个别") != SIZE_MAX ||
      !gm_is_exact(yield->figure) ||
      !gm_words_before(view, yield->from, "亩产 亩产量 亩产达 亩产为 亩产约 单产 单产达 亩均产量 亩产达到 亩产量达"))
    return;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, yield) || !gm_is_amount(m->figure) || !gm_is_plain(m->figure)) continue;
    if (!strcmp(gm_units[m->figure->unit].name, "亩")) {
      if (area) return;
      area = m;
    } else if (m != yield && jin_of(m) && gm_decimal_compare(m->figure->value, yield->figure->value) > 0) {
      if (harvest && jin_of(m) == jin_of(harvest)) return;
      if (!harvest || jin_of(m) > jin_of(harvest)) harvest = m; /* 亩产450公斤，也就是900斤 */
    }
  }
  bool far = area && !harvest && (harvest = harvest_before(links, area)) != NULL;
  gm_decimal low, high, least, most, computed, unit = {5, yield->figure->value.scale + 1};
  if (!area || !harvest || gm_find_word(view, area->to, yield->from, "；") != SIZE_MAX ||
      !gm_decimal_subtract(yield->figure->value, unit, &low) || !gm_decimal_add(yield->figure->value, unit, &high) ||
      !gm_decimal_multiply(low, area->figure->interval.low, &least) ||
      !gm_decimal_multiply(high, area->figure->interval.high, &most))
    return;
  const gm_decimal times = gm_decimal_of(jin_of(harvest) / jin);
  if (jin_of(harvest) < jin || !gm_decimal_multiply(harvest->figure->interval.low, times, &low) ||
      !gm_decimal_multiply(harvest->figure->interval.high, times, &high))
    return;
  if (gm_decimal_compare(least, high) <= 0 && gm_decimal_compare(low, most) <= 0) {
    gm_agree(check, area, harvest, yield);
    return;
  }
  if (!gm_decimal_multiply(harvest->figure->value, times, &high) || gm_disclaimed(view) ||
      !gm_decimal_divide(high, area->figure->value, yield->figure->value.scale ? yield->figure->value.scale : 1,
                         &computed) ||
      !gm_within(computed, yield->figure->value, 500) ||
      (far && gm_look_alike(gm_decimal_trim(computed), gm_decimal_trim(yield->figure->value)) == GM_UNLIKE))
    return;
  gm_report_mention(check, yield);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_mention(view, harvest).text, gm_quote_mention(view, area).text,
         gm_quote_amount(gm_decimal_trim(computed), yield, view).text, gm_quote_mention(view, yield).text);
  gm_relate_mention(check, harvest, "总产", "the harvest");
  gm_relate_mention(check, area, "面积", "the area");
}
