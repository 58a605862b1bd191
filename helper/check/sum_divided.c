/* Parts that divide all of their total by what is told beside them. */
#include "check/sum_judged.h"

#define DIVIDED_BACK 12u /* mentions before a total among which a division of the same names is looked for */

bool gm_divides_another(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  for (unsigned i = total; i-- > 0 && total - i <= DIVIDED_BACK;) {
    const gm_mention *whole = &links->items[i];
    gm_decimal sum = {0, 0};
    unsigned k = 0;
    if (i + p->count >= total || !gm_is_count(whole->figure) ||
        gm_comparable(whole->figure, links->items[total].figure) ||
        whole->figure->sentence + 1u < links->items[total].figure->sentence)
      continue;
    for (; k < p->count; k++) {
      const gm_mention *m = whole + 1 + k;
      size_t name, name_to, own, own_to;
      gm_name_of_part(links, i + 1 + k, &name, &name_to);
      gm_name_of_part(links, p->at[k], &own, &own_to);
      if (!gm_is_count(m->figure) || !gm_comparable(m->figure, whole->figure) || own_to <= own ||
          own_to - own != name_to - name || !gm_reads_alike(view, own, name, own_to - own) ||
          !gm_decimal_add(sum, m->figure->value, &sum))
        break;
    }
    if (k == p->count && !gm_decimal_compare(sum, whole->figure->value)) return true;
  }
  return false;
}

#define REST_CHARS 8u /* from 其余 to its number */

bool gm_is_sentence_of_rest(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *last = &links->items[p->at[p->count - 1]];
  return p->count > 2 && gm_words_at(view, last->clause, "其余") && last->from - last->clause < REST_CHARS &&
         gm_find_word(view, whole->clause, whole->from, "总 共") != SIZE_MAX && gm_one_of(view, whole->to, "。：") &&
         links->items[p->at[0]].clause == whole->to + 1u && gm_same_sentence(last, &links->items[p->at[0]]) &&
         (gm_digit_repairs(links, total, p) || gm_swap_fits(links, p, whole->figure));
}
