/* AR-04: words that say that a price or a total is of a span. */
#include "check/product.h"

bool gm_is_mean_of_number(const gm_links *links, const gm_mention *n, const gm_mention *m) {
  return n->to < m->clause && gm_same_sentence(n, m) && gm_comparable(n->figure, m->figure) &&
         gm_find_word(links->view, m->clause, m->from, "平均每") == m->clause &&
         gm_decimal_compare(m->figure->value, n->figure->value) < 0;
}

/* Is what the word at `at` is told of such a mean? */
static bool is_of_mean(const gm_links *links, const gm_mention *n, size_t at) {
  const gm_mention *m = n + 1, *end = links->items + links->count;
  while (m < end && m->from < at) m++;
  return m < end && m->clause <= at && gm_is_mean_of_number(links, n, m);
}

bool gm_tells_spans(const gm_links *links, const gm_mention *n, size_t from, size_t to, const char *words) {
  for (size_t at = from; (at = gm_find_word(links->view, at, to, words)) != SIZE_MAX; at++)
    if (!is_of_mean(links, n, at)) return true;
  return false;
}
