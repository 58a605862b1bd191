/* AR-04 of a row: what each of so many has, of several things, and what all have of them, told again in their order. */
#include "check/link.h"
#include "check/product.h"

#define SORTS_MAX 6u
#define NO_PRODUCT \
  "约 平均 至少 不少于 最少 最多 不超过 不低于 原则上 以上 左右 分别 不等 其余 另 尚 还 待补 待配 目标 计划 应配 应有"

/* How many amounts stand in a row from mention `first` on, parted by 、 or 和 and told of one unit each. */
static unsigned row_from(const gm_links *links, unsigned first) {
  const gm_view *view = links->view;
  unsigned i = first;
  for (; i < links->count && i - first < SORTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_is_exact(m->figure) || gm_is_delta(m->figure) ||
        m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD))
      break;
    if (i > first && (!gm_one_of(view, m[-1].to, "、和") || m->clause > m[-1].to + 1u)) break;
  }
  return i - first;
}

/* 灭火器20具, 灭火器1720具: is the same thing counted, by its noun before the number or behind? */
static bool same_sort(const gm_links *links, const gm_mention *each, const gm_mention *all) {
  const gm_view *view = links->view;
  return gm_comparable(each->figure, all->figure) && each->figure->unit == all->figure->unit &&
         (gm_share_pair(view, each->label, each->from, all->label, all->from) ||
          (each->figure->noun_hash && each->figure->noun_hash == all->figure->noun_hash));
}

void gm_check_told_again(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  unsigned sorts = row_from(links, index), number = index + sorts;
  if (sorts < 2 || number + sorts >= links->count || row_from(links, number + 1) != sorts) return;
  const gm_mention *first = &links->items[index], *n = &links->items[number], *all = n + 1, *wrong = NULL;
  size_t thing, length = gm_each_thing(view, first, &thing);
  for (unsigned i = 0; i < sorts; i++)
    if (!same_sort(links, &first[i], &all[i])) return;
  if (!length || !gm_counts_thing(view, n, thing, length) || !gm_is_exact(n->figure) || n->figure->value.digits < 2 ||
      n->figure->sentence - first->figure->sentence > 1 || !gm_same_sentence(n, all) ||
      n->clause <= first[sorts - 1].to || gm_find_word(view, n->to, all->from, "共 总 合计 一共") == SIZE_MAX ||
      gm_disclaimed(view))
    return;
  size_t from = gm_sentence_start(view, first->from), to = gm_sentence_end(view, all[sorts - 1].to);
  if (gm_find_word(view, from, to, NO_PRODUCT) != SIZE_MAX) return;
  gm_decimal right = {0, 0};
  for (unsigned i = 0; i < sorts; i++) {
    gm_decimal product;
    if (!gm_decimal_multiply(first[i].figure->value, n->figure->value, &product)) return;
    if (gm_interval_meet(gm_interval_exact(product), all[i].figure->interval)) {
      gm_agree(check, n, &first[i], &all[i]);
      continue;
    }
    if (wrong || gm_is_far(product, all[i].figure->value)) return;
    wrong = &all[i];
    right = product;
  }
  if (wrong && !gm_is_told(check, wrong)) gm_report_product(check, n, &first[wrong - all], wrong, right);
}
