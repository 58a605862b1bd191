/* Whether a sum that is wrong is right but for two digits that changed places. */
#include "check/sum_judged.h"
#include "check/swap.h"

/* Would the sum fit the total if one part had two neighbouring digits the other way round? Which part, and how. */
int gm_swapped_part(const gm_links *links, const gm_parts *p, gm_interval total, gm_decimal *should) {
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value)) return -1;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *part = links->items[p->at[i]].figure;
    for (unsigned k = 0; gm_next_swap(part, &k, should, NULL);) {
      gm_decimal change;
      gm_interval shifted = sum;
      if (gm_decimal_subtract(*should, part->value, &change) && gm_interval_add(&shifted, gm_interval_exact(change)) &&
          gm_interval_touch(shifted, total))
        return (int)i;
    }
  }
  return -1;
}

/* Would it fit if the total had? */
bool gm_swapped_total(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_interval sum;
  gm_decimal value;
  return gm_sum_of(links, p, &sum, &value) && gm_swap_touches(total, sum);
}

/* Would it fit if a part or the total had? */
bool gm_swap_fits(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_decimal should;
  return gm_swapped_total(links, p, total) || gm_swapped_part(links, p, total->interval, &should) >= 0;
}

/* Do three parts or more of a total of three digits or more, or two of a longer one, fit but for such a swap? Of parts
 * that overlap hardly any do by chance. */
bool gm_is_sure_swap(const gm_links *links, const gm_figure *total, const gm_parts *p) {
  return (p->count > 2 ? gm_decimal_compare(total->value, gm_decimal_of(100)) >= 0
                       : p->count == 2 && gm_decimal_significant(total->value) >= GM_SURE_DIGITS) &&
         gm_swap_fits(links, p, total);
}

bool gm_all_exact(const gm_links *links, const gm_figure *total, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++)
    if (!gm_is_exact(links->items[p->at[i]].figure)) return false;
  return gm_is_exact(total);
}

/* Is the number of three printed digits or more: 740, 7.12万, and not 74万? */
static bool is_long(const gm_figure *f) {
  return gm_decimal_significant(f->value) >= 3 ||
         (!(f->numeral_flags & GM_NUMERAL_SCALED) && gm_decimal_compare(f->value, gm_decimal_of(100)) >= 0);
}

bool gm_is_swapped_sum(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_figure *whole = links->items[total].figure;
  return gm_all_exact(links, whole, p) && is_long(whole) && gm_swap_fits(links, p, whole);
}

bool gm_is_reordered(const gm_links *links, const gm_figure *total, const gm_parts *p, gm_decimal sum) {
  gm_decimal a = gm_decimal_trim(total->value), b = gm_decimal_trim(sum);
  unsigned seen[2][10] = {{0}}, digits = 0;
  if (!gm_all_exact(links, total, p) || a.scale != b.scale || a.digits <= 0 || b.digits <= 0) return false;
  for (; a.digits && b.digits; a.digits /= 10, b.digits /= 10, digits++) {
    seen[0][a.digits % 10]++;
    seen[1][b.digits % 10]++;
  }
  return a.digits == b.digits && !memcmp(seen[0], seen[1], sizeof seen[0]) &&
         gm_decimal_significant(total->value) >= GM_PERMUTED_LEAST && digits >= GM_PERMUTED_LEAST;
}

/* Would the parts, as printed, come to the total as printed if one of them had two neighbouring digits the other way
 * round? */
bool gm_printed_swap_fits(const gm_links *links, const gm_parts *p, const gm_figure *total, gm_decimal sum) {
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *part = links->items[p->at[i]].figure;
    gm_decimal should, shifted;
    for (unsigned k = 0; gm_next_swap(part, &k, &should, NULL);)
      if (gm_decimal_subtract(sum, part->value, &shifted) && gm_decimal_add(shifted, should, &shifted) &&
          !gm_decimal_compare(shifted, total->value))
        return true;
  }
  return false;
}

/* Would two digits of a part or of the total, the other way round, make the sum right? */
bool gm_swap_makes_sum(const gm_links *links, const gm_parts *p, const gm_figure *total, gm_decimal sum) {
  gm_decimal value;
  for (unsigned k = 0; gm_next_swap(total, &k, &value, NULL);)
    if (!gm_decimal_compare(value, sum)) return true;
  return gm_printed_swap_fits(links, p, total, sum);
}
