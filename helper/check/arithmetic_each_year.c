/* AR-04 of what is done each year and what it comes to: 每年新增12处，三年共新增36处. */
#include <string.h>

#include "check/link.h"
#include "check/product.h"

static const struct {
  const char *each, *unit;
} paces[] = {{"每年", "年"}, {"每月 每个月", "个月"}, {"每周 每星期", "周"}, {"每天 每日", "天"}};

/* 三年共新增: does the clause of the total open with the span, and a word for a total behind it? */
static bool sums_span(const gm_view *view, const gm_mention *span, const gm_mention *total) {
  return span->from == span->clause && total->clause == span->clause &&
         gm_words_at(view, span->to, "共 累计 合计 共计 总共 一共 总计 内共 间共 来共");
}

/* 每年培训护理员200人次、照护者500人次，三年合计: is the amount the last of a row, all of which may be summed? */
static bool ends_row(const gm_view *view, const gm_links *links, unsigned each) {
  const gm_mention *pace = &links->items[each], *before = pace - 1;
  return each && before->clause == pace->clause && gm_is_amount(before->figure) &&
         gm_comparable(before->figure, pace->figure) && gm_one_of(view, before->to, "、和与及");
}

void gm_check_each_year(gm_line_check *check, const gm_links *links, unsigned each) {
  const gm_view *view = links->view;
  const gm_mention *pace = &links->items[each], *span = pace + 1, *total = pace + 2;
  gm_decimal product;
  if (each + 2 >= links->count || span->figure->kind != GM_FIGURE_DURATION || !gm_is_amount(total->figure) ||
      !gm_comparable(pace->figure, total->figure) || !gm_same_sentence(pace, total) || span->clause != pace->to + 1u ||
      !gm_is_exact(pace->figure) || !gm_is_exact(span->figure) || !gm_is_exact(total->figure) ||
      !sums_span(view, span, total) || ends_row(view, links, each))
    return;
  size_t row = 0, rows = sizeof paces / sizeof *paces;
  while (row < rows && gm_find_word(view, pace->clause, pace->from, paces[row].each) == SIZE_MAX) row++;
  if (row == rows || strcmp(gm_units[gm_units[span->figure->unit].same_as].name, paces[row].unit) ||
      gm_find_word(view, pace->clause, pace->from, "每人 每户 每个 每家 递增 增长") != SIZE_MAX ||
      !gm_decimal_multiply(pace->figure->value, span->figure->value, &product))
    return;
  if (gm_interval_touch(gm_interval_exact(product), total->figure->interval))
    gm_agree(check, pace, span, total);
  else if (!gm_is_far(product, total->figure->value) && !gm_is_told(check, total) && !gm_disclaimed(view))
    gm_report_product(check, span, pace, total, product);
}
