#include "figure/quantity.h"

uint16_t gm_sign_money(const gm_view *view, const gm_reading *r) {
  if (!r->start) return 0;
  switch (view->cp[r->start - 1]) {
    case 0xA5:
    case 0xFFE5: return GM_UNIT_YUAN;
    case '$': return gm_view_match_before(view, r->start - 1, "HK") ? GM_UNIT_HONGKONG_DOLLAR : GM_UNIT_DOLLAR;
    case 0x20AC: return GM_UNIT_EURO;
    case 0xA3: return GM_UNIT_POUND;
    default: return 0;
  }
}

/* Does a word that leads to a number, or one of growth, end at `to`: 增速为-3.2%, 由-5%? */
static bool led_to(const gm_view *view, size_t to) {
  for (size_t n = 1; n <= GM_WORD_LONGEST && n <= to; n++) {
    size_t length;
    const gm_word *word = gm_word_find(view, to - n, &length);
    if (word && length == n && (word->flags & (GM_WORD_LINK | GM_WORD_UP | GM_WORD_DOWN | GM_WORD_COMPARED)))
      return true;
  }
  return false;
}

/* The sign before the number: −66271, 为-3.2%, 零下5℃, 负3. Gives its characters. A hyphen behind a word is part of a
 * name (东风-41) unless a percentage, a temperature or a word such as 为 says otherwise; one that begins the line marks
 * an item. */
static size_t minus_before(const gm_view *view, const gm_reading *r) {
  size_t at = r->start;
  if (!at || !gm_one_of(view->cp[at - 1], u"下负−-")) return 0;
  uint32_t c = view->cp[at - 1], before = at > 1 ? view->cp[at - 2] : 0;
  uint16_t cls = at > 1 ? view->cls[at - 2] : 0;
  if (c == 0x4E0B && before == 0x96F6) /* 零下 */
    return r->figure.unit == GM_UNIT_CELSIUS || r->figure.unit == GM_UNIT_CELSIUS_SIGN ||
                   r->figure.unit == GM_UNIT_DEGREE
               ? 2
               : 0;
  if (!(r->figure.numeral_flags & GM_NUMERAL_ARABIC)) return 0;
  bool rate = r->figure.kind == GM_FIGURE_PERCENT || r->figure.kind == GM_FIGURE_POINTS ||
              r->figure.unit == GM_UNIT_CELSIUS_SIGN;
  if (c == 0x8D1F) /* 负; not 减负300万元, 胜负 */
    return (!(cls & (GM_DIGIT | GM_HAN)) && rate) || before == 0x4E3A || before == 0x662F || before == 0x81F3;
  if (c == 0x2212) return !(cls & (GM_DIGIT | GM_LATIN | GM_CLOSE));
  if (c != '-' || (cls & (GM_DIGIT | GM_LATIN | GM_CLOSE)) || before == '-') return 0;
  if (cls & GM_HAN) return rate || led_to(view, at - 1);
  return rate || before == ' ' || (cls & (GM_OPEN | GM_PAUSE)) ? at > 1 || rate : 0;
}

static void negate(gm_reading *r, size_t sign) {
  gm_interval *in = &r->figure.interval;
  r->start -= sign;
  r->figure.value.digits = -r->figure.value.digits;
  if (r->figure.kind == GM_FIGURE_RANGE) {
    in->low.digits = -in->low.digits;
  } else if (r->figure.approx == GM_APPROX_VAGUE) {
    *in = (gm_interval){in->high, in->low, false, false};
    in->low.digits = -in->low.digits;
    in->high.digits = -in->high.digits;
  }
}

/* ±5%: from -5 to 5. */
static void widen(gm_reading *r) {
  r->start--;
  r->figure.kind = GM_FIGURE_RANGE;
  r->figure.interval = (gm_interval){r->figure.value, r->figure.value, false, false};
  r->figure.value.digits = r->figure.interval.low.digits = -r->figure.value.digits;
}

void gm_sign_apply(const gm_view *view, gm_reading *r) {
  size_t sign = minus_before(view, r);
  if (sign)
    negate(r, sign);
  else if (r->start && view->cp[r->start - 1] == 0xB1 && r->figure.kind != GM_FIGURE_RANGE)
    widen(r);
}
