/* AR-01 of a total and the row right behind it that divides it, in free wording:
 * 7个仓，德国2个，美国3个，日本、巴西各1个; 在校学生1638人，初一552人、初二585人、初三501人;
 * 外贸箱37.84万标箱，占44%，内贸箱48.16万标箱，占56%. */
#include "check/change.h"
#include "check/free_row.h"
#include "check/sum_judged.h"
#include "check/swap.h"

#define NAME_CHARS 9u  /* of what names a part: 三季度把最后 */
#define LIST_CHARS 24u /* of several: 县医院、县中医院各1家 */
#define NOUN_CHARS 8u  /* behind the total: 个老旧小区 */
#define TAIL_CHARS 6u  /* behind a part: 被评为差 */
#define DOES                                                                                                                                                  \
  "剩 走了 离开 插进 插班 转走 转来 其中 累计 新增 同比 比 较 增 减 去年 上年 上月 同期 完成 已 达 超 均 每 占 余 差 覆盖 惠及 带动 涉及 参加 计划 " \
  "主要 重点"
#define LAST      "另有 另外 另 其他 其它"
#define TELLS_ALL "共 总 全 在册 现有 拥有 设有 下辖 辖 在校 分为 分成"

typedef struct row_signs {
  bool bare;   /* no part has a noun behind it */
  bool dun;    /* 、 alone parts them */
  bool last;   /* the last says that it is: 另有6家 */
  bool sure;   /* or that nothing is left behind it: 把最后9个 */
  bool shares; /* their shares come to 100 % */
} row_signs;

/* The end of the words right behind a mention. */
static size_t words_end(const gm_view *view, const gm_mention *m) {
  size_t end = m->to;
  while (end < view->count && view->cls[end] & (GM_HAN | GM_LATIN)) end++;
  return end;
}

/* Is mention `index` an item of the row, its name alone before it behind the last mark? */
static bool is_item(const gm_links *links, unsigned index, size_t start, bool several) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  if (m->from <= start || m->from - start > (several ? LIST_CHARS : NAME_CHARS)) return false;
  return gm_find_word(view, start, m->from, DOES) == SIZE_MAX &&
         gm_find_mark(view, start, m->from, "，；：") == SIZE_MAX;
}

/* 现有84辆，年内购入15辆，报废9辆，年初应为78辆: what came, what went, what there was are no parts. */
static bool are_flows(const gm_links *links, const gm_free_row *row) {
  bool came = false, went = false;
  for (unsigned i = 0; i < row->parts.count; i++) {
    const gm_mention *m = &links->items[row->parts.at[i]];
    came = came || gm_find_word(links->view, m->label, m->from, GM_CAME) != SIZE_MAX;
    went = went || gm_find_word(links->view, m->label, m->from, GM_WENT) != SIZE_MAX;
    if (gm_find_word(links->view, m->label, m->from, "年初 期初 月初 上年末 年末 月末 原有") != SIZE_MAX) return true;
  }
  return came && went;
}

/* Does any amount of its kind stand behind mention `index` in its sentence, but for what each has? */
static bool more_behind(const gm_links *links, unsigned index) {
  for (unsigned i = index + 1; i < links->count && gm_same_sentence(&links->items[i], &links->items[index]); i++)
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, links->items[index].figure) &&
        !(links->items[i].figure->roles & GM_ROLE_EACH))
      return true;
  return false;
}

/* Where the row behind mention `total` begins, and in *first its first mention: in the clause behind it, or at the head
 * of the next sentence when nothing of its kind stands before. SIZE_MAX when there is none. */
static size_t row_start(const gm_links *links, unsigned total, unsigned *first) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t end = words_end(view, whole);
  *first = total + 1;
  if (end - whole->to <= NOUN_CHARS && gm_one_of(view, end, "，：；") && gm_same_sentence(whole, whole + 1) &&
      (gm_comparable(whole[1].figure, whole->figure) || whole[1].figure->kind == GM_FIGURE_ORDINAL))
    return end + 1;
  if (more_behind(links, total)) return SIZE_MAX;
  while (*first < links->count && gm_same_sentence(&links->items[*first], whole)) ++*first;
  return *first < links->count && links->items[*first].figure->sentence == whole->figure->sentence + 1u
             ? gm_sentence_start(view, links->items[*first].from)
             : SIZE_MAX;
}

static bool is_share_of(const gm_view *view, const gm_mention *before, const gm_mention *m) {
  return m->figure->kind == GM_FIGURE_PERCENT && m->figure->roles & GM_ROLE_SHARE && before->to + 1u == m->clause &&
         gm_words_at(view, m->clause, "占") + m->clause == m->from;
}

/* 自有286辆 reads as 从 would: without 到 it tells of no change. */
#define APART (GM_ROLE_TOTAL | GM_ROLE_COMPARED | GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_TO)

/* The row behind mention `total`; false when any other amount of its kind is told in its sentence. */
static bool take_row(const gm_links *links, unsigned total, gm_free_row *row, row_signs *signs) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  gm_decimal shares = {0, 0};
  unsigned i, first, percents = 0;
  size_t start = row_start(links, total, &first);
  if (start == SIZE_MAX) return false;
  *signs = (row_signs){.bare = true, .dun = true};
  for (i = first; i < links->count && gm_same_sentence(&links->items[i], &links->items[first]); i++) {
    const gm_mention *m = &links->items[i];
    if (row->parts.count && is_share_of(view, &links->items[i - 1], m)) {
      if (!gm_decimal_add(shares, m->figure->value, &shares)) return false;
      percents++;
      start = m->to + 1;
      continue;
    }
    if (m->figure->kind == GM_FIGURE_ORDINAL && m->from == start) continue; /* 一季度 */
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) break;
    unsigned times = gm_told_of(links, i);
    if (!times && !gm_one_before(view, m->from, "各")) break; /* 平均每班45.5人 */
    if (!times || !gm_is_exact(m->figure) || m->figure->value.digits <= 0 || gm_is_delta(m->figure) ||
        m->figure->roles & APART || row->parts.count == GM_PARTS_MAX || !is_item(links, i, start, times > 1) ||
        gm_decimal_compare(m->figure->value, whole->figure->value) >= 0 || gm_is_of_which(view, m))
      return false;
    signs->sure = gm_find_word(view, start, m->from, "最后 把剩下 把余下") != SIZE_MAX;
    signs->last = signs->sure || gm_words_at(view, start, LAST);
    size_t tail = words_end(view, m);
    if ((tail - m->to > TAIL_CHARS && !signs->last) || gm_find_word(view, m->to, tail, "等") != SIZE_MAX) return false;
    signs->bare = signs->bare && (tail == m->to || signs->last);
    signs->dun = signs->dun && (!row->parts.count || gm_one_before(view, start, "、和与及"));
    row->times[row->parts.count] = times;
    row->parts.at[row->parts.count++] = i;
    row->each = row->each || times > 1;
    start = tail + 1;
    if (tail < view->count && !gm_one_of(view, tail, "，、；和与及。")) return false;
  }
  if (row->parts.count < 2 || more_behind(links, row->parts.at[row->parts.count - 1])) return false;
  signs->shares = percents == row->parts.count && !gm_decimal_compare(shares, gm_decimal_of(100));
  return gm_same_sentence(whole, &links->items[first]) || signs->sure;
}

/* Is it the first of its kind in its sentence, and so none of a list? */
static bool stands_first(const gm_links *links, unsigned index) {
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[index]);)
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, links->items[index].figure))
      return false;
  return true;
}

/* Do the parts come to it without the first or the last of them? */
static bool fits_without_one(const gm_links *links, const gm_free_row *row, const gm_mention *whole, gm_decimal sum) {
  const unsigned ends[] = {0, row->parts.count - 1};
  for (unsigned i = 0; i < 2; i++) {
    gm_decimal part, rest;
    if (!gm_decimal_multiply(links->items[row->parts.at[ends[i]]].figure->value, gm_decimal_of(row->times[ends[i]]),
                             &part) ||
        !gm_decimal_subtract(sum, part, &rest) || !gm_decimal_compare(rest, whole->figure->value))
      return true;
  }
  return false;
}

/* 立案298件。按领域分，环境124件，食品67件，国有财产38件，其他69件: is it a part itself, of one told before? */
static bool is_part_itself(const gm_links *links, unsigned total, gm_decimal sum) {
  const gm_mention *whole = &links->items[total];
  gm_decimal all;
  if (gm_divides(links->view, gm_sentence_start(links->view, whole->from), whole->from) ||
      !gm_decimal_add(sum, whole->figure->value, &all))
    return true;
  for (unsigned i = 0; i < total; i++) {
    gm_decimal value = links->items[i].figure->value;
    if (gm_is_amount(links->items[i].figure) && (!gm_decimal_compare(value, all) || !gm_decimal_compare(value, sum)))
      return true;
  }
  return false;
}

#define PAIR_DIGITS 3u /* of a total of two parts: that fewer fit but for a swap may be chance */

/* Does something besides the numbers say that the row divides the total? */
static bool divides(const gm_links *links, const gm_free_row *row, const row_signs *signs, const gm_mention *whole,
                    gm_decimal sum) {
  const gm_view *view = links->view;
  if (signs->shares) return true;
  if (row->parts.count == 2 && !row->each) {
    gm_interval exact = gm_interval_exact(sum);
    bool long_enough = gm_decimal_significant(whole->figure->value) >= PAIR_DIGITS;
    if (signs->last) return long_enough;
    return long_enough && signs->bare && gm_find_word(view, whole->label, whole->from, TELLS_ALL) != SIZE_MAX &&
           (gm_swap_touches(whole->figure, exact) || gm_swap_fits(links, &row->parts, whole->figure));
  }
  bool named = signs->bare && whole->to < view->count && view->cls[whole->to] & GM_HAN;
  bool last = signs->sure || (signs->last && gm_decimal_significant(whole->figure->value) >= PAIR_DIGITS);
  return named || last || row->each || (signs->dun && gm_one_of(view, words_end(view, whole), "，：")) ||
         whole->figure->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD) ||
         gm_find_word(view, whole->label, whole->from, TELLS_ALL " 有") != SIZE_MAX;
}

void gm_check_row_behind(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total];
  gm_free_row row = {.parts = {.count = 0}};
  row_signs signs;
  gm_decimal sum;
  if (!gm_is_count(whole->figure) || gm_is_told(check, whole) || !take_row(links, total, &row, &signs) ||
      !gm_free_sum(links, &row, &sum) || !gm_decimal_compare(sum, whole->figure->value) ||
      gm_is_of_which(links->view, whole))
    return;
  bool above = gm_decimal_compare(sum, whole->figure->value) > 0; /* what is counted twice makes a sum larger */
  if (!stands_first(links, total) || are_flows(links, &row) || gm_ends_in_subtotal(links, &row.parts) ||
      (above && !signs.last && !signs.shares && gm_parts_overlap(links, &row.parts)) ||
      is_part_itself(links, total, sum) || fits_without_one(links, &row, whole, sum) ||
      !divides(links, &row, &signs, whole, sum) || gm_is_far(sum, whole->figure->value) ||
      !gm_free_slip(links, &row, whole, sum) || gm_some_fall_away(links, whole, &row.parts, row.parts.count - 1) ||
      gm_disclaimed(links->view))
    return;
  for (unsigned i = 0; i < row.parts.count; i++)
    if (gm_is_told(check, &links->items[row.parts.at[i]])) return;
  gm_report_free_sum(check, links, &row, whole, sum);
}
