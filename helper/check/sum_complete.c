/* Parts behind which the draft says that they are all there is: 三类以外没有别的线索; 此外别无其他; 仅此四类. */
#include "check/list.h"
#include "check/sum_judged.h"

#define NO_OTHER                                                                                                                                                         \
  "没有其他 没有其它 没有别的 没有另外的 再没有 再无 别无 无其他 无其它 并无 未有其他 不存在其他 不含其他 不涉及其他 " \
  "此外没有 此外无 之外没有 之外无 以外没有 以外无 此外均无 之外均无 无一遗漏 没有遗漏 无遗漏 概无其他"
#define ONLY_THESE "仅此 只此 只有这 仅有这 就这 仅这 只有上述 只有以上 仅有上述 仅有以上 仅限上述 仅限以上 全在这"

/* What so many parts are called by, and what any total may be told to have no more of. */
#define KINDS "类 种 项 个 部分 块 家 处 大类 大项 方面 款 笔 门类 渠道 来源 科目 个部分 个方面 个大类 个渠道"
#define GENERIC                                                                                                                                                   \
  "其他 其它 别的 另外 任何 再 有 的 了 之 类 类型 类别 种类 部分 项目 来源 渠道 去向 用途 情况 情形 品种 科目 形式 " \
  "收入 开支 支出 款项 资金 人员 内容"

#define SAID_CHARS 30u /* from the last part to the end of what says so */
#define NEAR       100 /* per mille: so far off the parts may be without a slip of digits */

/* Is what stands in [at, end) nothing but words that any total has, and characters that the total is told with? */
static bool is_of_total(const gm_view *view, const gm_mention *whole, size_t at, size_t end) {
  for (size_t n; at < end && (n = gm_words_at(view, at, GENERIC)) != 0;) at += n;
  for (size_t n; at < end && (n = gm_words_before(view, end, GENERIC)) != 0;) end -= n;
  size_t from = gm_sentence_start(view, whole->from), to = whole->to;
  while (to < view->count && view->cls[to] & GM_HAN) to++;
  for (; at < end; at++) {
    bool found = false;
    for (size_t k = from; k < to && !found; k++) found = view->cp[k] == view->cp[at];
    if (!found) return false;
  }
  return true;
}

/* Is each number in [from, to) that of the parts: 四项之外, 除上述4项外? */
static bool counts_parts(const gm_view *view, size_t from, size_t to, unsigned parts) {
  gm_numeral number;
  for (size_t at = from; at < to; at++) {
    size_t n = view->cls[at] & GM_DIGIT || gm_one_of(view, at, "二两三四五六七八九十")
                   ? gm_numeral_read(view, at, &number)
                   : 0;
    if (n && (number.value.scale || number.value.digits != (int64_t)parts)) return false;
    at += n;
  }
  return true;
}

/* 仅此四类; 只有这4项 behind `at`: where what says so ends, 0 when the parts are not so many. */
static size_t ends_count(const gm_view *view, size_t at, unsigned parts) {
  gm_numeral number;
  size_t n = gm_numeral_read(view, at, &number), kind = n ? gm_words_at(view, at + n, KINDS) : 0;
  return kind && !number.value.scale && number.value.digits == (int64_t)parts ? at + n + kind : 0;
}

bool gm_is_said_complete(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *last = &links->items[p->at[p->count - 1]];
  if (p->count < 2 || last < whole || !gm_word_list_may_hold(view, NO_OTHER " " ONLY_THESE)) return false;
  if (!gm_one_of(view, last->to, "，；。、"))
    return false; /* it closes the last part: 没有其他 is not said of it alone */
  size_t from = last->to, to = from + SAID_CHARS < view->count ? from + SAID_CHARS : view->count;
  size_t at = gm_find_word(view, from, to, NO_OTHER), end;
  if (at != SIZE_MAX) {
    if (!counts_parts(view, from, at, p->count) ||
        gm_find_word(view, from, at, "其余 剩余 余下 剩下 外加 另有 还有") != SIZE_MAX)
      return false;
    at += gm_words_at(view, at, NO_OTHER);
  } else {
    at = gm_find_word(view, from, to, ONLY_THESE);
    at = at == SIZE_MAX ? 0 : ends_count(view, at + gm_words_at(view, at, ONLY_THESE), p->count);
    if (!at) return false;
  }
  end = gm_find_mark(view, at, view->count, "，；。：");
  if (end == SIZE_MAX) end = view->count;
  if (end > to || !is_of_total(view, whole, at, end)) return false;
  /* Another amount of their kind on the way is told beside them. */
  for (const gm_mention *m = last + 1; m < links->items + links->count && m->from < end; m++)
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, whole->figure)) return false;
  return true;
}

bool gm_must_be_complete(const gm_links *links, unsigned total, const gm_parts *p) {
  gm_interval sum;
  gm_decimal value;
  if (!gm_is_said_complete(links, total, p) || !gm_sum_of(links, p, &sum, &value)) return false;
  /* Nothing else is counted, but some may be twice. */
  if (gm_decimal_compare(value, links->items[total].figure->value) > 0 && gm_parts_overlap(links, p)) return false;
  return (gm_within(value, links->items[total].figure->value, NEAR) || gm_digit_repairs(links, total, p) ||
          gm_swap_fits(links, p, links->items[total].figure));
}
