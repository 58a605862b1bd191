/* US-02 by reckoning: 782.6万元的30%, 234.78元. What neighbours in its sentence make has the same digits with 万. */
#include <stdio.h>

#include "check/families.h"
#include "check/link.h"

#define NEAR         3u /* amounts and percentages to either side that are reckoned with */
#define LEAST_DIGITS 3u /* fewer are the same by chance, */
#define LEAST_POINT  2u /* but for 8.8元, with its point, or 合计260元 as a sum */

/* The mentions beside the one that may have lost its 万 or 亿. */
typedef struct beside {
  const gm_mention *amounts[2 * NEAR], *percents[2 * NEAR];
  unsigned amount_count, percent_count;
  int scale; /* that of the amounts */
} beside;

/* Takes a mention of the sentence when it can be reckoned with. */
static void take(beside *by, const gm_view *view, const gm_mention *m, const gm_mention *other, unsigned *taken) {
  if (!gm_is_exact(other->figure)) return;
  if (other->figure->kind == GM_FIGURE_PERCENT) {
    by->percents[by->percent_count++] = other;
    ++*taken;
    return;
  }
  int scale = gm_printed_scale(view->raw, other->figure);
  if (!scale || (by->scale && scale != by->scale) || !gm_is_amount(other->figure) ||
      !gm_comparable(other->figure, m->figure) || other->figure->roles & GM_ROLE_EACH)
    return;
  by->scale = scale;
  by->amounts[by->amount_count++] = other;
  ++*taken;
}

static void look_beside(const gm_links *links, unsigned index, beside *out) {
  const gm_mention *m = &links->items[index];
  *out = (beside){.scale = 0};
  unsigned taken = 0;
  for (unsigned i = index; i-- > 0 && taken < NEAR && gm_same_sentence(&links->items[i], m);)
    take(out, links->view, m, &links->items[i], &taken);
  taken = 0;
  for (unsigned i = index + 1; i < links->count && taken < NEAR && gm_same_sentence(&links->items[i], m); i++)
    take(out, links->view, m, &links->items[i], &taken);
}

/* Is `computed`, rounded as `told` is printed, the same? */
static bool rounds_to(gm_decimal computed, gm_decimal told) {
  gm_decimal rounded;
  return gm_decimal_divide(computed, gm_decimal_of(1), told.scale, &rounded) && !gm_decimal_compare(rounded, told);
}

static bool is_share(gm_decimal whole, const gm_figure *percent, gm_decimal told) {
  gm_decimal share = percent->value, product;
  if (gm_is_delta(percent) &&
      !(percent->roles & GM_ROLE_DOWN ? gm_decimal_subtract(gm_decimal_of(100), percent->value, &share)
                                      : gm_decimal_add(gm_decimal_of(100), percent->value, &share)))
    return false;
  return gm_decimal_multiply(whole, share, &product) && gm_decimal_shift(product, -2, &product) &&
         rounds_to(product, told);
}

/* The values are those of the numbers as printed, 782.6 of 782.6万. */
static bool printed(const gm_mention *m, int scale, gm_decimal *out) {
  return gm_decimal_shift(m->figure->value, -scale, out);
}

/* What the neighbours make of `told`, in `what`; false when nothing. */
static bool reckon(const gm_view *view, const beside *by, gm_decimal told, gm_quote *what) {
  for (unsigned i = 0; i < by->amount_count; i++) {
    gm_decimal a, b, made;
    if (!printed(by->amounts[i], by->scale, &a)) continue;
    for (unsigned k = 0; gm_decimal_significant(told) >= LEAST_DIGITS && k < by->percent_count; k++)
      if (is_share(a, by->percents[k]->figure, told)) {
        const gm_figure *p = by->percents[k]->figure;
        const char *form = !gm_is_delta(p) ? "%s×%s" : p->roles & GM_ROLE_DOWN ? "%s×(1-%s)" : "%s×(1+%s)";
        snprintf(what->text, sizeof what->text, form, gm_quote_mention(view, by->amounts[i]).text,
                 gm_quote_mention(view, by->percents[k]).text);
        return true;
      }
    for (unsigned k = i + 1; k < by->amount_count; k++) {
      if (!printed(by->amounts[k], by->scale, &b)) continue;
      const gm_mention *more = gm_decimal_compare(a, b) < 0 ? by->amounts[k] : by->amounts[i];
      const gm_mention *less = more == by->amounts[i] ? by->amounts[k] : by->amounts[i];
      bool sum = gm_decimal_add(a, b, &made) && !gm_decimal_compare(made, told);
      bool rest = gm_decimal_subtract(more == by->amounts[i] ? a : b, more == by->amounts[i] ? b : a, &made) &&
                  !gm_decimal_compare(made, told);
      if (!sum && !rest) continue;
      if (sum && more->from > less->from) { /* as they stand */
        const gm_mention *behind = more;
        more = less;
        less = behind;
      }
      snprintf(what->text, sizeof what->text, sum ? "%s+%s" : "%s-%s", gm_quote_mention(view, more).text,
               gm_quote_mention(view, less).text);
      return true;
    }
  }
  return false;
}

/* Has the line amounts with 万 or 亿 and others without? */
static bool mixes_scales(const gm_line_check *check) {
  bool scaled = false, plain = false;
  for (uint32_t i = 0; i < check->figures->count; i++) {
    const gm_figure *f = &check->figures->items[i];
    if (!gm_is_amount(f)) continue;
    bool with = f->numeral_flags & GM_NUMERAL_SCALED;
    scaled |= with;
    plain |= !with;
  }
  return scaled && plain;
}

/* 到手价269元, 每人300元: what is paid for one is told without 万 beside what all is. */
static bool is_price(const gm_view *view, const gm_mention *m) {
  return m->figure->roles & GM_ROLE_EACH || gm_find_word(view, m->label, m->from, "价 每 均 票面 面值") != SIZE_MAX;
}

void gm_check_scale_reckoned(gm_line_check *check) {
  gm_check_converted(check);
  if (!mixes_scales(check)) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    beside by;
    gm_quote what;
    if (!gm_is_count(m->figure) || gm_printed_scale(check->view->raw, m->figure) ||
        gm_decimal_significant(m->figure->value) <
            (m->figure->value.scale || m->figure->roles & GM_ROLE_TOTAL ? LEAST_POINT : LEAST_DIGITS) ||
        is_price(links->view, m))
      continue;
    look_beside(links, i, &by);
    if (!by.amount_count || !reckon(links->view, &by, m->figure->value, &what) || gm_is_told(check, m)) continue;
    gm_decimal meant;
    gm_report_mention(check, m);
    if (!gm_decimal_shift(m->figure->value, by.scale, &meant)) meant = m->figure->value;
    gm_say(check->out, check->language, "%s=%s，文中为%s：请核对“万”“亿”", "%s = %s, the text says %s: check 万 and 亿",
           what.text, gm_quote_amount(meant, by.amounts[0], links->view).text, gm_quote_mention(links->view, m).text);
    gm_relate_mention(check, by.amounts[0], "所依据的数", "reckoned from");
  }
}
