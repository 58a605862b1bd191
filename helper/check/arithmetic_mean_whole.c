/* AR-05 of a mean with so many digits that no sum of whole numbers gives it: 共43人，平均年龄28.72岁. */
#include "check/product.h"

#define MEAN_DIGITS 2 /* behind the point: with fewer, half a year and the like are meant */

/* Can `mean`, rounded or cut off at its last digit, come from n things of which each counts a whole number? True as
 * well when n is too great to tell. */
bool gm_whole_number_gives(gm_decimal mean, gm_decimal n) {
  int64_t scaled = 1;
  for (int32_t i = 0; i < mean.scale && scaled < INT32_MAX / 10; i++) scaled *= 10;
  if (mean.scale < MEAN_DIGITS || n.scale || n.digits < 2 || n.digits * 3 >= scaled * 2 || mean.digits <= 0 ||
      mean.digits > INT32_MAX)
    return true;
  int64_t low = (2 * mean.digits - 1) * n.digits, high = (2 * mean.digits + 2) * n.digits, step = 2 * scaled;
  return (low + step - 1) / step * step <= high;
}

void gm_report_no_mean(gm_line_check *check, const gm_mention *mean, const gm_mention *n) {
  const gm_view *view = check->view;
  gm_decimal product, below, above, computed[2];
  /* 有9名代表全年没有提出，人均仅0.92件: some of those that the mean is of */
  if (gm_one_before(view, n->from, "有") && gm_one_before(view, n->from - 1, "，。；")) return;
  if (gm_disclaimed(view) || gm_is_told(check, mean) ||
      !gm_decimal_multiply(mean->figure->value, n->figure->value, &product) ||
      !gm_decimal_divide(product, gm_decimal_of(1), 0, &below))
    return;
  if (gm_decimal_compare(below, product) > 0) below.digits--;
  above = (gm_decimal){below.digits + 1, 0};
  int scale = mean->figure->value.scale;
  if (!gm_decimal_divide(below, n->figure->value, scale, &computed[0]) ||
      !gm_decimal_divide(above, n->figure->value, scale, &computed[1]))
    return;
  gm_report_mention(check, mean);
  gm_say(check->out, check->language, "%s的整数之和得不出%s：相近的是%s或%s",
         "no sum of whole numbers of %s gives %s: the nearest are %s and %s", gm_quote_mention(view, n).text,
         gm_quote_mention(view, mean).text, gm_quote_decimal(computed[0]).text, gm_quote_decimal(computed[1]).text);
  gm_relate_mention(check, n, "数量", "the number");
}

/* 共43人，平均年龄28.72岁: the one number of people that the sentence tells. */
void gm_check_mean_age(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *mean = &links->items[index], *n = NULL;
  if (!gm_is_exact(mean->figure) || mean->figure->value.scale < MEAN_DIGITS ||
      !gm_words_before(view, mean->from, "平均年龄 平均年龄为 平均年龄是 平均年龄达 平均年龄仅 平均年龄只有"))
    return;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, mean) || !gm_is_amount(m->figure) ||
        gm_units[m->figure->unit].unit_class != GM_CLASS_PERSON)
      continue;
    /* Of whomever the mean may be: any number that gives it will do. */
    if (!gm_is_exact(m->figure) || gm_whole_number_gives(mean->figure->value, m->figure->value)) return;
    if (!gm_is_plain(m->figure) || i > index) continue;
    if (n) return;
    n = m;
  }
  if (n) gm_report_no_mean(check, mean, n);
}
