/* PCT-03: a rate of change that its two values, however far off or whichever way they go, do not give, and that they do
 * once two neighbouring digits of one of them change places: 受理投诉216件，同比下降10%（上年140件）. Where the
 * sentence tells which they are, the slip itself is the evidence. */
#include "check/any_fit.h"
#include "check/percent.h"

/* Do the two as printed give the rate to its last digit, the way it goes? A whole percentage they must give to a tenth:
 * of a hundred that there are one fits too often. */
static bool gives(gm_decimal from, gm_decimal to, const gm_figure *rate, bool up) {
  gm_decimal off, computed;
  return from.digits > 0 && (up ? gm_decimal_subtract(to, from, &off) : gm_decimal_subtract(from, to, &off)) &&
         off.digits > 0 && gm_percent_of(off, from, rate->value.scale ? rate->value.scale : 1, &computed) &&
         !gm_decimal_compare(computed, rate->value);
}

bool gm_report_turned_change(gm_line_check *check, gm_change change, const gm_mention *rate, bool up) {
  const gm_mention *ends[2] = {change.before, change.after}, *wrong = NULL;
  gm_decimal value, should = {0, 0};
  unsigned count = 0;
  if (!gm_is_exact(rate->figure) || !gm_is_exact(ends[0]->figure) || !gm_is_exact(ends[1]->figure) ||
      gm_is_told(check, rate) || gm_is_told(check, ends[0]) || gm_is_told(check, ends[1]) || rate->figure->verified ||
      gm_disclaimed(check->view))
    return false;
  for (unsigned i = 0; i < 2; i++) {
    if (ends[i]->figure->verified) continue;
    for (unsigned k = 0; gm_next_swap(ends[i]->figure, &k, &value, NULL);) {
      const gm_decimal other = ends[1 - i]->figure->value;
      if (!(i ? gives(other, value, rate->figure, up) : gives(value, other, rate->figure, up))) continue;
      count++;
      wrong = ends[i];
      should = value;
    }
  }
  if (!wrong) return false;
  gm_report_repair(check, rate, wrong, wrong == ends[0] ? ends[1] : ends[0], should, count == 1);
  return true;
}
