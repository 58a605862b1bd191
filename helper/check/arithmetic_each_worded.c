/* AR-04 of what one of so many has, told without a word of its own for the mean or the price:
 * 一车拉32吨，25车，合计820吨; 142家民宿摆得下2130张床，每家15张; 165个村，每屋配书1800册，总量27.9万册. Number, what
 * each has and all stand in a row. */
#include "check/any_fit.h"
#include "check/families.h"
#include "check/product.h"
#include "check/swap.h"

#define THING_CHARS 4u  /* of what each is: 卫生室 */
#define NOUN_CHARS  5u  /* from a number to the end of its noun: 18个冷藏柜 */
#define LED_CHARS   12u /* from the thing to what it has: 每屋配书 */
#define GAP_CHARS   16u /* from one of the three to the next */
#define NEAR_MOST   500 /* thousandths */
#define DIGITS      3u  /* of a total that is met by a swap of digits */

#define MORE  "，含 （含 ，包括 （包括 ，另 ，不含 （不含"
#define BESIDES "再 另 外加 追加 加收 并加 还要 还得" /* 每注2元再追加1元 */
#define LEADS "即 合 相当于 也就是 均到 摊到 按"
#define RISES "均 增 降 减 提高 最 比 较 由 从 多 少 高 低 至 约 近 左右 不等 起 补 另 再 以上 以内 可 能 限 预 超"
#define OPENS "另 还 其中 其余 部分 先后 分别 不等 每年 每月 每日 每次 每学期 每周 各自 首批 首期"

/* What one of is told of at the head of the clause of `m`: 一车, 每个小区. Its characters, from *thing; 0 when none is.
 */
static size_t thing_told(const gm_view *view, const gm_mention *m, size_t *thing) {
  size_t at = m->clause + gm_words_at(view, m->clause, LEADS);
  if (!gm_one_of(view, at, "一每") || gm_one_of(view, at + 1, "共般直些起定样旦")) return 0;
  *thing = at + 1;
  if (gm_one_of(view, *thing, "个") && *thing + 1 < m->from) ++*thing;
  size_t end = *thing;
  while (end < m->from && view->cls[end] & GM_HAN && !(view->cls[end] & GM_NUMERAL)) end++;
  if (end == *thing || end > *thing + LED_CHARS || end < m->from ||
      gm_find_word(view, *thing, m->from, RISES) != SIZE_MAX)
    return 0;
  return end - *thing < THING_CHARS ? end - *thing : THING_CHARS;
}

/* Does the number count the thing, by its unit, by what stands behind it (18个冷藏柜, 一柜), or as people do (一人)? */
static bool counts(const gm_view *view, const gm_mention *n, size_t thing, size_t length) {
  if (n->figure->kind == GM_FIGURE_DURATION)
    return gm_one_of(view, thing, "天日月年周") && n->figure->unit && gm_one_before(view, n->to, "天日月年周") &&
           gm_reads_alike(view, n->to - 1, thing, 1);
  if (n->figure->kind != GM_FIGURE_QUANTITY) return false;
  if (gm_one_of(view, thing, "人名位")) return gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON;
  size_t unit = gm_view_find(view, n->figure->unit_start);
  if (n->to > unit && gm_reads_alike(view, unit, thing, n->to - unit)) return true;
  for (size_t k = n->to; k + 1 < n->to + NOUN_CHARS && k < view->count && view->cls[k] & GM_HAN; k++)
    if (k > n->to && gm_reads_alike(view, k, thing, 1) && gm_one_before(view, n->to, "个家座所处间套支条")) return true;
  return gm_counts_thing(view, n, thing, length);
}

/* Do the three stand in a row, one a clause or two side by side, with no ； between? */
static bool in_row(const gm_view *view, const gm_mention *first) {
  for (const gm_mention *m = first; m < first + 2; m++)
    if (!gm_same_sentence(m, m + 1) || m[1].from > m->to + GAP_CHARS ||
        gm_find_word(view, m->to, m[1].from, "； （ ） ：") != SIZE_MAX)
      return false;
  return gm_find_word(view, first->clause, first[2].from, OPENS) == SIZE_MAX;
}

/* Is the product, to the last digit, the total with two digits the other way round, in any of the three, or, of their
 * own number, another digit in the total? */
static bool is_slip(const gm_mention *n, const gm_mention *each, const gm_mention *total, gm_decimal product,
                    bool own) {
  gm_decimal value;
  return gm_decimal_significant(total->figure->value) >= DIGITS &&
         (gm_product_swap_meets(n, each, total) ||
          (own && gm_digit_touches(total->figure, gm_interval_exact(product), &value)));
}

/* 120人，编成24个组，每组5人: of people in groups another rule tells */
static bool are_people(const gm_mention *total, const gm_mention *each) {
  return gm_units[total->figure->unit].unit_class == GM_CLASS_PERSON &&
         gm_units[each->figure->unit].unit_class == GM_CLASS_PERSON;
}

static bool is_called_total(const gm_view *view, const gm_mention *m) {
  return m->figure->roles & GM_ROLE_TOTAL || gm_find_word(view, m->label, m->from, "总 共 合计") != SIZE_MAX;
}

/* Mention `index` is what each has; `first` the first of the three. */
static void judge(gm_line_check *check, const gm_links *links, unsigned index, const gm_mention *first, size_t thing,
                  size_t length) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *other[2] = {first, first + 1}, *n, *total;
  gm_decimal product, value;
  for (unsigned i = 0, k = 0; i < 3; i++)
    if (first + i != each) other[k++] = first + i;
  bool last = each == first + 2; /* 2130张床，每家15张 */
  total = gm_comparable(other[1]->figure, each->figure) ? other[1] : other[0];
  if (gm_reads_alike(view, other[1]->to, thing, 2)) total = other[0]; /* 2574个…，286个小区，每个小区9个 */
  n = total == other[1] ? other[0] : other[1];
  if (!gm_comparable(total->figure, each->figure) || total->figure->kind != each->figure->kind ||
      (gm_comparable(n->figure, each->figure) && !gm_reads_alike(view, n->to, thing, 2)) ||
      !gm_is_count(total->figure) || !gm_is_exact(n->figure) ||
      gm_decimal_compare(n->figure->value, gm_decimal_of(1)) <= 0 ||
      n->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_NUMBER_NAME) ||
      gm_words_at(view, total->to, MORE) || gm_words_at(view, each->to, BESIDES) || are_people(total, each) || gm_is_capacity(view, total) ||
      !gm_decimal_multiply(n->figure->value, each->figure->value, &product))
    return;
  bool own = counts(view, n, thing, length);
  /* 每亩节水45立方米，推广20万亩，一年节水90万立方米: not called a total, and off by its zeros alone */
  bool shifted = !last && own && gm_is_moved(product, total->figure->value) && gm_decimal_significant(product) > 1 &&
                 total->from && gm_find_run(view, each->clause, each->from, total->from - 1u, 1) != SIZE_MAX;
  if (!last && !shifted && !is_called_total(view, total)) return;
  if (gm_interval_touch(total->figure->interval, gm_interval_exact(product))) {
    if (own) gm_agree(check, n, each, total);
    return;
  }
  /* What each has, rounded: 2130张床，每家15张. With nothing left over it is no other number. */
  bool even = gm_decimal_divide(total->figure->value, n->figure->value, each->figure->value.scale, &value) &&
              gm_decimal_multiply(value, n->figure->value, &value) && !gm_decimal_compare(value, total->figure->value);
  bool slip = is_slip(n, each, total, product, own);
  bool near = gm_within(product, total->figure->value, NEAR_MOST);
  bool others = !last && slip && gm_units[n->figure->unit].unit_class != GM_CLASS_MEASURE &&
                n->figure->kind == GM_FIGURE_QUANTITY;
  if (!shifted && !(own ? near && (slip || !last || even) : near && others)) return;
  if (gm_is_told(check, each) || gm_is_told(check, total) || gm_is_told(check, n) || gm_disclaimed(view) ||
      gm_some_product_fits(links, index, total))
    return;
  gm_report_product(check, n, each, total, product);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_each_worded(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 0; links->count > 2 && i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    size_t thing, length;
    if (!gm_is_amount(m->figure) || !gm_is_exact(m->figure) || m->figure->value.digits <= 0 || m->figure->verified ||
        gm_is_delta(m->figure) || m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_TOTAL) ||
        !(length = thing_told(view, m, &thing)))
      continue;
    for (unsigned back = 0; back < 3; back++)
      if (back <= i && i - back + 2 < links->count && in_row(view, m - back))
        judge(check, links, i, m - back, thing, length);
  }
}
