/* Whether one other digit, of a part or of the total, would make a sum. */
#include "check/sum_judged.h"

/* *out = v in units of 10^-scale; false when it has no room. */
static bool in_units(gm_decimal v, int scale, int64_t *out) {
  *out = v.digits;
  for (int k = v.scale; k < scale; k++) {
    if (*out > INT64_MAX / 1000) return false;
    *out *= 10;
  }
  return *out > 0;
}

/* Do two numbers differ in one digit, and are they of one length? */
static bool one_digit_off(int64_t a, int64_t b) {
  unsigned off = 0;
  for (; a && b; a /= 10, b /= 10) off += a % 10 != b % 10;
  return !a && !b && off == 1;
}

bool gm_one_digit_apart(gm_decimal a, gm_decimal b) {
  int64_t x, y;
  int scale = a.scale > b.scale ? a.scale : b.scale;
  return in_units(a, scale, &x) && in_units(b, scale, &y) && one_digit_off(x, y);
}

/* Would the parts come to the total if one digit of one of them were another, in numbers with `least` digits or more.
 */
static bool is_digit_slip(const gm_links *links, unsigned total, const gm_parts *p, unsigned least) {
  const gm_mention *whole = &links->items[total];
  int64_t n[GM_PARTS_MAX + 1], sum = 0;
  int scale = whole->figure->value.scale;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    if (f->value.scale > scale) scale = f->value.scale;
  }
  if (!in_units(whole->figure->value, scale, &n[p->count])) return false;
  for (unsigned i = 0; i < p->count; i++)
    if (!in_units(links->items[p->at[i]].figure->value, scale, &n[i])) return false;
  for (bool zeros = true; zeros;) { /* what all of them end in was not printed, or says nothing */
    for (unsigned i = 0; i <= p->count; i++) zeros = zeros && n[i] % 10 == 0;
    for (unsigned i = 0; zeros && i <= p->count; i++) n[i] /= 10;
  }
  for (unsigned i = 0; i < p->count; i++) sum += n[i];
  unsigned digits = 0;
  for (int64_t left = sum > n[p->count] ? sum : n[p->count]; left; left /= 10) digits++;
  if (digits < least) return false;
  int64_t off = sum - n[p->count];
  if (one_digit_off(n[p->count], sum)) return true;
  for (unsigned i = 0; i < p->count; i++)
    if (n[i] > off && one_digit_off(n[i], n[i] - off)) return true;
  return false;
}

#define SLIP_DIGITS 5u /* of a total as printed: that fewer fit but for one digit may be chance */
#define SOME_DIGITS 2u /* where their words say that they are its parts */

bool gm_is_digit_slip(const gm_links *links, unsigned total, const gm_parts *p) {
  return gm_all_exact(links, links->items[total].figure, p) && gm_leaves_nothing_open(links, total, p) &&
         is_digit_slip(links, total, p, SLIP_DIGITS);
}

bool gm_digit_repairs(const gm_links *links, unsigned total, const gm_parts *p) {
  return gm_all_exact(links, links->items[total].figure, p) && is_digit_slip(links, total, p, SOME_DIGITS);
}
