/* AR-05 of the mean of marks told in a row, maybe without the highest and the lowest of them:
 * 六位评委打出9.1、9.3、9.5、9.4、9.6和9.2分，去掉最高分和最低分，平均得分9.35分. */
#include "check/families.h"
#include "check/product.h"
#include "check/told_row.h"
#include "numeral/numeral.h"

#define BEHIND_CHARS 40u /* from the row to the mean */
#define LEFT_OUT     "去掉 去除 剔除 除去 扣除 去"
#define HIGHEST      "一个最高分 1个最高分 最高分 最高"
#define LOWEST       "一个最低分 1个最低分 最低分 最低"
#define MEANS        "平均 平均得 平均分 平均分为 平均得分 平均得分为 平均成绩 平均成绩为 均分 均分为 平均为"
#define RESULTS                                                                                                                                                    \
  MEANS                                                                                                                                                            \
      " 最后得分 最后得分为 最终得分 最终得分为 最后成绩 最终成绩 最终成绩为 最后成绩为 得分 得分为 实得 实际得分 " \
      "最后得 最终得"
#define JUDGES "评委 评审 裁判 专家 考官"

static bool is_mark(const gm_mention *m) { return !strcmp(gm_units[m->figure->unit].name, "分"); }

/* Do the highest and the lowest value fall away between the row and the mean? False as well when others do: *odd. */
static bool leaves_out(const gm_view *view, size_t from, size_t to, bool *odd) {
  size_t at = gm_find_word(view, from, to, LEFT_OUT);
  *odd = false;
  if (at == SIZE_MAX) return false;
  *odd = true;
  at += gm_words_at(view, at, LEFT_OUT);
  at += gm_words_at(view, at, "其中 其中的 了");
  size_t n = gm_words_at(view, at, HIGHEST);
  if (!n) return false;
  at += n;
  at += gm_words_at(view, at, "和 、 与 及 ， 以及 ，去掉 、去掉 和去掉");
  if (!(n = gm_words_at(view, at, LOWEST))) return false;
  at += n;
  at += gm_words_at(view, at, "分 后 之后 各一个 后，");
  *odd = at < to && !gm_one_of(view, at, "，") && !gm_words_at(view, at, RESULTS) && !gm_words_at(view, at - 1, "，");
  return !*odd;
}

/* How many judges the words before the row tell; 0 when none are. */
static unsigned judges_told(const gm_view *view, size_t from, size_t to) {
  size_t at = gm_find_word(view, from, to, JUDGES);
  if (at == SIZE_MAX) return 0;
  size_t end = at - gm_words_before(view, at, "位 名 个 位现场 名专业 位专业 名现场"),
         number = gm_number_before(view, end);
  gm_numeral n;
  return number < end && end < at && gm_numeral_read(view, number, &n) == end - number && !n.value.scale
             ? (unsigned)n.value.digits
             : 0;
}

/* Is `told` the sum over n, rounded to its last digit, up or down; or, where nothing is left over, not quite? *value
 * gets what it is. */
static bool is_mean(gm_decimal sum, unsigned n, gm_decimal told, gm_decimal *value) {
  gm_decimal off, made, play = {1, told.scale};
  if (!gm_decimal_divide(sum, gm_decimal_of(n), told.scale, value) || !gm_decimal_subtract(*value, told, &off) ||
      !gm_decimal_multiply(*value, gm_decimal_of(n), &made))
    return true;
  if (off.digits < 0) off.digits = -off.digits;
  return !off.digits || (gm_decimal_compare(made, sum) && gm_decimal_compare(off, play) <= 0);
}

void gm_check_judges(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *mean = &links->items[index], *last = mean - 1;
  if (!index || !is_mark(mean) || !gm_is_exact(mean->figure) || mean->figure->verified || gm_is_told(check, mean))
    return;
  size_t word = gm_words_before(view, mean->from, RESULTS);
  if (!word || !is_mark(last) || !gm_same_sentence(last, mean) || last->to + BEHIND_CHARS < mean->from ||
      last->to >= mean->clause || !gm_one_before(view, last->number, "、和与及"))
    return;
  bool odd, trimmed = leaves_out(view, last->to, mean->from - word, &odd);
  /* 最后得分 of all is no mean unless it is called one */
  bool plain = gm_words_before(view, mean->from, MEANS) != 0;
  if (odd || (!trimmed && (!plain || mean->from - word > last->to + 4u))) return;
  gm_told_row row;
  if (!gm_read_told_row(links, last, &row) || !(row.bare || trimmed)) return;
  size_t start = gm_sentence_start(view, row.at[0]);
  unsigned judges = judges_told(view, start, row.at[0]), n = row.count - (trimmed ? 2 : 0);
  if ((judges && judges != row.count) || (trimmed && row.count < GM_TOLD_LEAST + 1) || gm_disclaimed(view) ||
      gm_find_word(view, start, mean->from, "加权 权重 折算 折合 占 加分 扣分 附加") != SIZE_MAX ||
      gm_find_word(view, gm_clause_start(view, row.at[0]), row.at[0], "均 率") != SIZE_MAX)
    return;
  gm_decimal sum, all, value, high = row.value[0], low = row.value[0], told = mean->figure->value;
  gm_interval play;
  if (!gm_told_row_sum(&row, &all, &play)) return;
  sum = all;
  for (unsigned i = 1; i < row.count; i++) {
    if (gm_decimal_compare(row.value[i], high) > 0) high = row.value[i];
    if (gm_decimal_compare(row.value[i], low) < 0) low = row.value[i];
  }
  if (trimmed && (!gm_decimal_subtract(sum, high, &sum) || !gm_decimal_subtract(sum, low, &sum))) return;
  if (is_mean(sum, n, told, &value)) {
    gm_agree(check, mean, last, NULL);
    return;
  }
  gm_decimal other;
  /* the sum of those that are left, or the mean of all of them; one that none of them is near is of something else */
  if (!gm_decimal_compare(sum, told) || (trimmed && is_mean(all, row.count, told, &other)) ||
      ((gm_decimal_compare(told, low) < 0 || gm_decimal_compare(told, high) > 0) && gm_is_far(value, told)))
    return;
  gm_report_mention(check, mean);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language,
         trimmed ? "去掉最高和最低，其余%u个的平均数为%s，文中为%s" : "%u个的平均数为%s，文中为%s",
         trimmed ? "without the highest and the lowest the mean of %u is %s, the text says %s"
                 : "the mean of %u is %s, the text says %s",
         n, gm_quote_amount(gm_decimal_trim(value), mean, view).text, gm_quote_mention(view, mean).text);
  gm_offer_value(check, mean, gm_decimal_trim(value));
  gm_relate_told_row(check, &row, "各个分数", "the values");
}
