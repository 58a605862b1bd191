/* US-02 of basis points: 由4.35%降至3.90%，下降45个基点; 0.45个百分点，也就是45个基点. */
#include <string.h>

#include "check/change.h"
#include "check/families.h"

#define IN_A_POINT 2 /* a percentage point has 10^2 of them */
#define SAME_AS \
  "，也就是 也就是 ，即 （即 ，合 （合 ，折合 （折合 ，相当于 （相当于 ，就是 （也就是 （"

/* Is the difference of the two rates so many basis points, told so or another way round by its size? */
static void judge(gm_line_check *check, const gm_mention *told, gm_interval points, const gm_mention *a,
                  const gm_mention *b) {
  gm_interval due = points;
  if (!gm_decimal_shift(points.low, IN_A_POINT, &due.low) || !gm_decimal_shift(points.high, IN_A_POINT, &due.high))
    return;
  if (gm_interval_touch(due, told->figure->interval)) {
    gm_agree(check, a, b ? b : told, b ? told : NULL);
    return;
  }
  gm_decimal size, right;
  if (b ? !gm_decimal_subtract(a->figure->value, b->figure->value, &size) : (size = a->figure->value, false)) return;
  if (size.digits < 0) size.digits = -size.digits;
  if (gm_is_told(check, told) || !gm_decimal_shift(size, IN_A_POINT, &right)) return;
  right = gm_decimal_trim(right);
  const gm_view *view = check->view;
  gm_quote quoted = gm_quote_amount(right, told, view);
  gm_report_mention(check, told);
  if (b)
    gm_say(check->out, check->language, "%s与%s相差%s，文中为%s", "%s and %s are %s apart, the text says %s",
           gm_quote_mention(view, a).text, gm_quote_mention(view, b).text, quoted.text,
           gm_quote_mention(view, told).text);
  else
    gm_say(check->out, check->language, "%s合%s，文中为%s", "%s are %s, the text says %s",
           gm_quote_mention(view, a).text, quoted.text, gm_quote_mention(view, told).text);
  gm_offer_value(check, told, right);
  gm_relate_mention(check, a, b ? "比率" : "换算前", b ? "the rate" : "before it is converted");
  if (b) gm_relate_mention(check, b, "比率", "the rate");
}

void gm_check_basis_points(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *told = &links->items[index], *before = told - 1;
  if (!index || strcmp(gm_units[told->figure->unit].name, "个基点") || !gm_is_exact(told->figure) ||
      gm_disclaimed(view))
    return;
  size_t word = gm_words_at(view, before->to, SAME_AS);
  if (before->figure->kind == GM_FIGURE_POINTS && gm_is_exact(before->figure) && word &&
      before->to + word == told->from) {
    judge(check, told, before->figure->interval, before, NULL);
    return;
  }
  gm_change change;
  gm_interval size;
  if (gm_change_of(links, index, &change) && change.before->figure->kind == GM_FIGURE_PERCENT &&
      change.after->figure->kind == GM_FIGURE_PERCENT && gm_is_exact(change.before->figure) &&
      gm_is_exact(change.after->figure) && gm_change_size(change, &size))
    judge(check, told, size, change.after, change.before);
}
