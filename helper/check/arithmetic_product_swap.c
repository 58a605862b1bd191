/* AR-04: a product that is its total but for one slip of two digits. */
#include "check/product.h"

#define PLACES_MAX 18u /* digits of a value */

bool gm_product_swap_meets(const gm_mention *n, const gm_mention *price, const gm_mention *total) {
  const gm_mention *all[] = {n, price, total};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (!gm_is_exact(all[i]->figure)) return false;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    for (unsigned k = 0; k < PLACES_MAX; k++) {
      gm_decimal v[] = {n->figure->value, price->figure->value, total->figure->value}, product, should;
      if (!gm_swap_digits(v[i], k, &should)) continue;
      v[i] = should;
      if (gm_decimal_multiply(v[0], v[1], &product) && !gm_decimal_compare(product, v[2])) return true;
    }
  return false;
}
