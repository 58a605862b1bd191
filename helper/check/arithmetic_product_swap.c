/* AR-04: a product that is its total but for one slip of two digits. */
#include "check/product.h"
#include "check/swap.h"

#define DIGITS_LEAST 3u /* of a number that is one digit away: of fewer most are */

bool gm_product_swap_meets(const gm_mention *n, const gm_mention *price, const gm_mention *total) {
  const gm_figure *all[] = {n->figure, price->figure, total->figure};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (!gm_is_exact(all[i])) return false;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    gm_decimal v[] = {all[0]->value, all[1]->value, all[2]->value}, product;
    for (unsigned k = 0; gm_next_swap(all[i], &k, &v[i], NULL);)
      if (gm_decimal_multiply(v[0], v[1], &product) && !gm_decimal_compare(product, v[2])) return true;
  }
  return false;
}

bool gm_is_slip_of(gm_decimal product, const gm_mention *n, const gm_mention *price, const gm_mention *total) {
  gm_interval exact = gm_interval_exact(product);
  gm_decimal value;
  bool long_enough = total->figure->number_end - total->figure->start >= DIGITS_LEAST;
  return gm_swap_touches(total->figure, exact) || (long_enough && gm_digit_touches(total->figure, exact, &value)) ||
         gm_product_swap_meets(n, price, total);
}
