/* Whether a sum that is wrong is right but for two digits that changed places. */
#include "check/sum.h"
#include "check/swap.h"

/* Would two digits of a part or of the total, the other way round, make the sum right? */
bool gm_swap_makes_sum(const gm_links *links, const gm_parts *p, const gm_figure *total, gm_decimal sum) {
  gm_decimal value, off;
  for (unsigned k = 0; gm_next_swap(total, &k, &value, NULL);)
    if (!gm_decimal_compare(value, sum)) return true;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    for (unsigned k = 0; gm_next_swap(f, &k, &value, NULL);)
      if (gm_decimal_subtract(value, f->value, &off) && gm_decimal_add(sum, off, &off) &&
          !gm_decimal_compare(off, total->value))
        return true;
  }
  return false;
}
