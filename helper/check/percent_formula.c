/* PCT-01: a quotient written out: 回收率=(348/360)×100%=96.67%, 348÷360≈96.7%. */
#include "check/percent.h"

#define UNIT_CHARS 2 /* behind a number: 348份÷360份 */

/* The number that ends just before `end`, a unit of some Han characters behind it allowed: where it begins, `end` when
 * there is none. A whole number is exact, another one is rounded. */
static size_t number_before(const gm_view *view, size_t end, gm_decimal *value, gm_interval *interval) {
  size_t stop = end;
  for (unsigned k = 0; k <= UNIT_CHARS && stop; k++, stop--) {
    size_t from = gm_number_before(view, stop);
    gm_numeral n;
    if (from < stop) {
      if (gm_numeral_read(view, from, &n) != stop - from || n.value.digits <= 0) return end;
      *value = n.value;
      *interval = gm_interval_exact(n.value);
      gm_decimal half;
      bool rounded = n.flags & (GM_NUMERAL_POINT | GM_NUMERAL_SCALED);
      if (rounded &&
          (!gm_decimal_multiply(n.unit, (gm_decimal){5, 1}, &half) ||
           !gm_decimal_subtract(n.value, half, &interval->low) || !gm_decimal_add(n.value, half, &interval->high)))
        return end;
      return from;
    }
    if (!(view->cls[stop - 1] & GM_HAN)) return end;
  }
  return end;
}

void gm_check_formula(gm_line_check *check, const gm_mention *percent) {
  const gm_view *view = check->view;
  size_t at = percent->number;
  if (!gm_is_exact(percent->figure) || !at || !gm_one_of(view, at - 1, "=≈")) return;
  size_t end = at - 1, times = gm_words_before(view, end, "×100% *100% x100% X100% ·100%");
  end -= times;
  bool bracket = end && gm_one_before(view, end, "）)");
  if (bracket) end--;
  gm_decimal part, whole, computed;
  gm_interval p, w;
  size_t line = number_before(view, end, &whole, &w);
  if (line == end || !gm_one_before(view, line, "/÷")) return;
  size_t from = number_before(view, line - 1, &part, &p);
  if (from == line - 1) return;
  if (bracket && !gm_one_before(view, from, "（(")) return;
  size_t start = from - bracket;
  /* A term of a longer formula. */
  if (gm_one_before(view, start, "+-−－—*×/÷·.^）)") || (!bracket && gm_one_before(view, start, "（("))) return;
  if (gm_one_before(view, start, "=") && start > 1 && view->cls[start - 2] & GM_DIGIT) return;
  if (gm_ratio_fits(p, w, gm_percent_interval(percent->figure, 1))) return;
  bool last_digit = gm_ratio_fits(p, w, gm_percent_interval(percent->figure, 3));
  if ((last_digit && !check->hints) || gm_disclaimed(view) || gm_is_told(check, percent) ||
      !gm_percent_of(part, whole, percent->figure->value.scale, &computed))
    return;
  gm_report_mention(check, percent);
  if (last_digit) gm_lower(check->out, GM_SEVERITY_HINT);
  gm_say(check->out, check->language, "%s=%s%%，文中为%s", "%s = %s%%, the text says %s",
         gm_quote_line(view, from, end).text, gm_quote_decimal(computed).text, gm_quote_mention(view, percent).text);
  gm_offer_value(check, percent, computed);
  gm_relate(check->out, (gm_position){0, view->raw_at[from]}, (gm_position){0, gm_raw_end(view, end)},
            check->language == GM_ENGLISH ? "the quotient" : "算式");
}
