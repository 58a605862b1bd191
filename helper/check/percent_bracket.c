/* PCT-01: a percentage beside brackets that hold the counts it comes from, or the other way round. */
#include "check/percent.h"

#define LEAD_CHARS 4 /* between a bracket and the first count in it: （共发出 */
#define UNIT_CHARS 2 /* between a number and the slash: 243人/256人 */

/* A fraction of two whole numbers from `at`: 243/256, 243人/256人. Gives its characters, 0 when there is none. */
static size_t read_fraction(const gm_view *view, size_t at, gm_decimal *part, gm_decimal *whole) {
  gm_numeral n;
  size_t i = at, taken = gm_numeral_read(view, i, &n);
  if (!taken || n.value.scale) return 0;
  *part = n.value;
  i += taken;
  for (unsigned k = 0; k < UNIT_CHARS && view->cls[i] & GM_HAN; k++) i++;
  if (!gm_one_of(view, i, "/")) return 0;
  taken = gm_numeral_read(view, ++i, &n);
  if (!taken || n.value.scale) return 0;
  *whole = n.value;
  i += taken;
  for (unsigned k = 0; k < UNIT_CHARS && view->cls[i] & GM_HAN; k++) i++;
  return i - at;
}

/* 出席率94.9%（243/256）, 243/256（94.9%）: a rate and the counts it comes from, one of the two in brackets. */
void gm_check_fraction(gm_line_check *check, const gm_mention *percent) {
  const gm_view *view = check->view;
  gm_decimal part, whole, computed;
  size_t from = percent->to + 1, length = 0;
  if (!gm_is_exact(percent->figure)) return;
  if (gm_one_of(view, percent->to, "（")) {
    length = read_fraction(view, from, &part, &whole);
    if (!gm_one_of(view, from + length, "）")) length = 0;
  } else if (percent->from > 1 && gm_one_before(view, percent->from, "（")) {
    size_t open = percent->from - 1, below = gm_number_before(view, open);
    if (below == open || !gm_one_before(view, below, "/")) return;
    from = gm_number_before(view, below - 1);
    length = read_fraction(view, from, &part, &whole);
    if (from + length != open) length = 0;
  }
  if (!length || part.digits <= 0 || gm_decimal_compare(part, whole) > 0) return;
  gm_interval p = gm_interval_exact(part), w = gm_interval_exact(whole), rest;
  gm_interval printed = gm_percent_interval(percent->figure, 1);
  if (gm_ratio_fits(p, w, printed) || (gm_interval_subtract(w, p, &rest) && gm_ratio_fits(rest, w, printed))) {
    gm_agree(check, percent, NULL, NULL);
    return;
  }
  bool last_digit = gm_ratio_fits(p, w, gm_percent_interval(percent->figure, 3));
  if ((last_digit && !check->hints) || !gm_percent_of(part, whole, percent->figure->value.scale, &computed)) return;
  gm_report_mention(check, percent);
  if (last_digit) gm_lower(check->out, GM_SEVERITY_HINT);
  gm_say(check->out, check->language, "%s=%s%%，文中为%s", "%s = %s%%, the text says %s",
         gm_quote_line(view, from, from + length).text, gm_quote_decimal(computed).text,
         gm_quote_mention(view, percent).text);
  gm_offer_value(check, percent, computed);
  gm_relate(check->out, (gm_position){0, view->raw_at[from]}, (gm_position){0, gm_raw_end(view, from + length)},
            check->language == GM_ENGLISH ? "the counts" : "计数");
}

/* 占90.0%（231人中有208人到会）: the brackets behind give whole and part. */
void gm_check_bracket_counts(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index], *whole = percent + 1, *part = percent + 2;
  if (index + 2 >= links->count || !gm_one_of(view, percent->to, "（") || whole->from > percent->to + LEAD_CHARS)
    return;
  if (!gm_is_amount(whole->figure) || !gm_is_amount(part->figure) || !gm_comparable(whole->figure, part->figure))
    return;
  size_t close = gm_find_word(view, percent->to, view->count, "）");
  bool told = gm_find_word(view, whole->to, part->from, "中 其中") != SIZE_MAX ||
              gm_find_word(view, percent->to, whole->from, "共 应 总 发出 发放 印发 寄出") != SIZE_MAX;
  if (close < part->to || !told || gm_decimal_compare(part->figure->value, whole->figure->value) > 0) return;
  if (index + 3 < links->count && links->items[index + 3].from < close) return;
  /* 培训4673人，完成率98.2%（应训4758人，外出等68人以送学为主）: the part stands before */
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], percent);)
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, whole->figure) &&
        gm_ratio_fits(links->items[i].figure->interval, whole->figure->interval,
                      gm_percent_interval(percent->figure, 1)))
      return;
  gm_decimal computed;
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(percent->figure, 1)))
    gm_agree(check, percent, whole, part);
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(percent->figure, 3))) return;
  if (!gm_percent_of(part->figure->value, whole->figure->value, percent->figure->value.scale, &computed)) return;
  gm_report_share(check, percent, part, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}
