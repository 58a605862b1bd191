/* What a mean is of when the amount told beside it is only a part, with its share. */
#include "check/product.h"

bool gm_mean_of_shared_fits(const gm_links *links, const gm_mention *total, gm_decimal least, gm_decimal most) {
  for (const gm_mention *share = total + 1; share < links->items + links->count && share <= total + 2; share++) {
    gm_decimal low, high;
    if (!gm_same_sentence(share, total) || gm_is_amount(share->figure)) return false;
    if (share->figure->kind != GM_FIGURE_PERCENT ||
        gm_find_word(links->view, total->to, share->from, "占") == SIZE_MAX)
      continue;
    const gm_interval printed = gm_percent_interval(share->figure, 1);
    return gm_decimal_multiply(least, printed.low, &low) && gm_decimal_multiply(most, printed.high, &high) &&
           gm_decimal_shift(low, -2, &low) && gm_decimal_shift(high, -2, &high) &&
           gm_decimal_compare(low, total->figure->interval.high) <= 0 &&
           gm_decimal_compare(high, total->figure->interval.low) >= 0;
  }
  return false;
}

bool gm_is_of_some(const gm_view *view, const gm_mention *total, const gm_mention *n) {
  static const char *const counts[] = {"两二", "三", "四", "五", "六", "七", "八", "九", "十"};
  size_t end = total->from - gm_words_before(view, total->from, "合计 共计 总计 共 一共 合计为 合计达 合计有 加起来");
  for (size_t width = 2; width <= 3 && end >= total->clause + width; width++) { /* 三镇, 三个镇 */
    if (gm_one_before(view, end - width, "第十百")) continue; /* 前十三名 */
    if (gm_one_before(view, end, "项类种年月天日季度笔批期次款") || !(view->cls[end - 1] & GM_HAN)) return false;
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
      if (gm_one_of(view, end - width, counts[k]))
        return gm_decimal_compare(n->figure->value, gm_decimal_of((int64_t)k + 2)) != 0;
  }
  return false;
}
