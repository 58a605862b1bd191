/* AR-04 of people divided into groups: 抽调120人，编成24个组，每组5人. */
#include "check/link.h"
#include "check/product.h"

#define DIVIDED "编成 编为 分成 分为 组成 组建 组建成 划分为 划为 编组为 混编成 整编为 组织成 组建为 分设"

/* Does another number of people of the sentence make up the difference: 另有5人留守? */
static bool some_are_left(const gm_links *links, const gm_mention *total, const gm_mention *each, gm_decimal product) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    gm_decimal with;
    if (m == total || m == each || !gm_same_sentence(m, total) || !gm_is_amount(m->figure) ||
        !gm_comparable(m->figure, total->figure))
      continue;
    if (!gm_decimal_add(product, m->figure->value, &with) || !gm_decimal_compare(with, total->figure->value))
      return true;
  }
  return false;
}

void gm_check_groups(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *groups = each - 1, *total = each - 2;
  size_t thing, length = index > 1 ? gm_each_thing(view, each, &thing) : 0;
  gm_decimal product;
  if (!length || !gm_same_sentence(total, each) || gm_units[each->figure->unit].unit_class != GM_CLASS_PERSON ||
      !gm_comparable(total->figure, each->figure) || !gm_is_count(total->figure) || !gm_is_exact(groups->figure) ||
      !gm_is_exact(each->figure) || each->figure->roles & GM_ROLE_THRESHOLD ||
      !gm_counts_thing(view, groups, thing, length))
    return;
  /* each in the clause right behind the one before, with nothing more said of it */
  if (groups->clause <= total->to || groups->clause > total->to + 8 || !gm_one_before(view, each->clause, "，、") ||
      each->clause <= groups->to || !gm_words_at(view, each->clause, "每") ||
      gm_find_word(view, groups->clause, groups->from, DIVIDED) == SIZE_MAX ||
      gm_find_word(view, each->clause, each->from, "平均 约 至少 最多 不少于 配 增 再 另") != SIZE_MAX ||
      (each->to < view->count && !gm_one_of(view, each->to, "，。；")))
    return;
  if (!gm_decimal_multiply(groups->figure->value, each->figure->value, &product)) return;
  if (!gm_decimal_compare(product, total->figure->value)) {
    gm_agree(check, total, groups, each);
    return;
  }
  if (!gm_within(product, total->figure->value, 500) || gm_is_told(check, total) || gm_disclaimed(view) ||
      some_are_left(links, total, each, product))
    return;
  gm_report_product(check, groups, each, total, product);
}
