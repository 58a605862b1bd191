/* AR-04 of a harvest told in another unit than what its 亩 and the yield of one make:
 * 亩产538公斤，种植4.2万亩，总产2.26 万公斤 for 万吨. The digits must be those of the product. */
#include <string.h>

#include "check/families.h"
#include "check/product.h"

#define YIELD       "亩产 亩产量 单产 亩均产量 每亩产量 每亩产 每亩单产 每亩 亩均产 一亩地产 一亩产"
#define HARVEST     "总产 总产量 产量 共产 预计产 总计产 可产 收获 收成 产粮 产出"
#define AREA        "亩"
#define ALIKE       10 /* thousandths: of a product told with three digits */
#define YIELD_CHARS 8u /* from 亩产 to its number */
#define ZEROS       8
#define DIGITS      2u

/* How many 斤 the unit of a weight is, 0 when it is no such weight. */
static int64_t jin_of(const gm_mention *m) {
  const char *unit = gm_units[m->figure->unit].name;
  if (!strcmp(unit, "吨")) return 2000;
  if (!strcmp(unit, "公斤") || !strcmp(unit, "千克")) return 2;
  return !strcmp(unit, "斤");
}

/* 亩产538公斤, 平均亩产皮棉128公斤 */
static bool tells_yield(const gm_view *view, const gm_mention *m) {
  size_t word = gm_find_word(view, m->label, m->from, YIELD);
  return word != SIZE_MAX && m->from <= word + YIELD_CHARS;
}

/* Which unit, or how many zeros, would make what is told the product: the name for a message, NULL when none would. */
static const char *meant(const gm_mention *harvest, gm_decimal product) {
  static const struct {
    const char *name;
    int64_t jin;
  } units[] = {{"斤", 1}, {"公斤", 2}, {"吨", 2000}};
  gm_decimal number = harvest->figure->value, jin;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (units[i].jin != jin_of(harvest) && gm_decimal_multiply(number, gm_decimal_of(units[i].jin), &jin) &&
        gm_within(product, jin, ALIKE))
      return units[i].name;
  for (int power = -ZEROS; power <= ZEROS; power++) {
    gm_decimal moved;
    bool wan = power % 4 == 0; /* 10 and 100 times too few is told of three digits that are all the same */
    if (!power || (!wan && gm_decimal_significant(number) < DIGITS + 1)) continue;
    if (gm_decimal_multiply(number, gm_decimal_of(jin_of(harvest)), &jin) && gm_decimal_shift(jin, power, &moved) &&
        gm_within(product, moved, wan ? ALIKE : 1))
      return wan ? "万、亿" : "位数";
  }
  return NULL;
}

/* The one area and the one harvest told in a sentence, apart from the yield of mention `index`; false when there are
 * others. */
static bool find_both(const gm_links *links, unsigned index, uint32_t sentence, const gm_mention **area,
                      const gm_mention **harvest) {
  *area = *harvest = NULL;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (i == index || m->figure->sentence != sentence || !gm_is_amount(m->figure)) continue;
    if (!strcmp(gm_units[m->figure->unit].name, AREA)) {
      if (*area) return false;
      *area = m;
    } else if (jin_of(m) && !gm_is_delta(m->figure) && !(m->figure->roles & GM_ROLE_EACH)) {
      if (*harvest) return false;
      *harvest = m;
    }
  }
  return *area && *harvest;
}

/* The harvest of the sentence of mention `index`, a yield, or of the next, where that tells both area and harvest. */
void gm_check_harvest(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *yield = &links->items[index], *area = NULL, *harvest = NULL;
  if (!jin_of(yield) || jin_of(yield) > 2 || !tells_yield(view, yield) || !gm_is_exact(yield->figure)) return;
  bool own_sentence = find_both(links, index, yield->figure->sentence, &area, &harvest);
  if (!own_sentence && (area || harvest || !find_both(links, index, yield->figure->sentence + 1u, &area, &harvest)))
    return;
  size_t first = gm_sentence_start(view, own_sentence ? yield->from : area->from);
  gm_decimal product, told;
  if (gm_is_told(check, harvest) || harvest->figure->verified ||
      gm_find_word(view, harvest->label, harvest->from, HARVEST) == SIZE_MAX ||
      gm_find_word(view, first, gm_sentence_end(view, area->from), "最高 最低 增产 其中 每户 人均 户均 比 较 同比") !=
          SIZE_MAX ||
      gm_find_word(view, yield->clause, yield->from, "最高 最低 高产 示范田 试验田") != SIZE_MAX ||
      gm_find_mark(view, area->from < harvest->from ? area->to : harvest->to,
                   area->from < harvest->from ? harvest->from : area->from, "；") != SIZE_MAX ||
      gm_decimal_significant(harvest->figure->value) < DIGITS ||
      !gm_decimal_multiply(yield->figure->value, area->figure->value, &product) ||
      !gm_decimal_multiply(product, gm_decimal_of(jin_of(yield)), &product) ||
      !gm_decimal_multiply(harvest->figure->value, gm_decimal_of(jin_of(harvest)), &told))
    return;
  const char *unit = gm_within(product, told, 500) || gm_within(told, product, 500) ? NULL : meant(harvest, product);
  gm_decimal own;
  if (!unit || gm_disclaimed(view) || !gm_decimal_divide(product, gm_decimal_of(jin_of(harvest)), 2, &own)) return;
  gm_report_mention(check, harvest);
  gm_say(check->out, check->language, "%s×%s=%s，文中为%s：请核对“%s”", "%s x %s = %s, the text says %s: check %s",
         gm_quote_mention(view, yield).text, gm_quote_mention(view, area).text,
         gm_quote_amount(gm_decimal_trim(own), harvest, view).text, gm_quote_mention(view, harvest).text, unit);
  gm_relate_mention(check, yield, "单产", "the yield");
  gm_relate_mention(check, area, "面积", "the area");
}
