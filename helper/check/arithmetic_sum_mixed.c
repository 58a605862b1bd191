/* AR-01: a total told behind parts that are counted in units of their own. */
#include "check/sum.h"

/* 集体16个、个人40名，受表彰的集体和个人共56个: of two that are counted each by its own, the total names both. */
static void check_named_both(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *second = whole - 1, *first = whole - 2;
  if (!gm_same_sentence(first, whole) || !gm_is_countable(whole->figure) || !gm_is_countable(first->figure) ||
      !gm_is_countable(second->figure) || gm_comparable(first->figure, second->figure) || !gm_is_part(first->figure) ||
      !gm_is_part(second->figure) || !gm_is_exact(first->figure) || !gm_is_exact(second->figure))
    return;
  size_t clause = whole->clause;
  if (clause <= second->to || gm_find_total(view, clause, whole->from) == SIZE_MAX ||
      gm_find_word(view, clause, whole->from, "和 与 及") == SIZE_MAX ||
      !gm_share_pair(view, clause, whole->from, links->items[total - 2].label, second->from) ||
      !gm_share_pair(view, clause, whole->from, first->to, clause))
    return;
  gm_parts p = {.at = {total - 2, total - 1}, .count = 2, .mixed = true};
  gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
}

#define TOTALLING "共 共计 合计 总计 总共 一共 共有"

/* What things of any kind are called together, and units that count any. */
#define ANY_THINGS                                                                                                                                                 \
  "点位 点 场所 场馆 项目 主体 单位 对象 设施 作品 成果 地点 机构 目标 站点 网点 场地 部位 活动 载体 阵地 平台 工程 " \
  "标的 "                                                                                                                                                        \
  "建筑 构筑物 奖项 课程 资料 材料 宣传品 宣传资料 设备 器材 物品 物资 文物 展品"
#define ANY_UNIT "处 个 项 家 件 份 台套 场次 点位"

#define NOUN_CHARS 6u /* 53个比赛项目 */

#define UNITS_CHARS 10u /* in the brackets */

/* 合计219件（批）: the unit of a part in brackets behind that of the total. */
static bool names_unit(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t open = gm_view_find(view, whole->figure->unit_end);
  if (!gm_one_of(view, open, "（")) return false;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    size_t unit = gm_view_find(view, m->figure->unit_start), length = m->to - unit, at = open + 1;
    if (m->to <= unit || gm_comparable(m->figure, whole->figure)) continue;
    for (size_t n = 0; at < view->count && at < open + UNITS_CHARS; at += n + 1) { /* （个、门） */
      for (n = 0; n < length && at + n < view->count && view->cp[unit + n] == view->cp[at + n];) n++;
      if (n == length && gm_one_of(view, at + n, "）、")) return true;
      if (gm_one_of(view, at, "）")) break;
    }
  }
  return false;
}

static bool counts_anything(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_view *view = links->view;
  if (names_unit(links, whole, p)) return true;
  size_t unit = gm_view_find(view, whole->figure->unit_start);
  size_t at = whole->to + gm_words_at(view, whole->to, "各类 重点");
  size_t end = at;
  while (end < view->count && end - at < NOUN_CHARS && view->cls[end] & GM_HAN) end++;
  if (gm_words_at(view, at, ANY_THINGS) || gm_words_before(view, end, ANY_THINGS)) return true;
  bool ends = at >= view->count || view->cls[at] & (GM_PAUSE | GM_STOP);
  return ends && unit + gm_words_at(view, unit, ANY_UNIT) == whole->to;
}

#define LABEL_CHARS 8u /* 农贸市场9处: of a part that is a clause by itself */

/* Is mention `m` told right before the part `next` of a row: 甲37个、乙29所, or 甲37个，乙29所 with nothing else? */
static bool stands_before(const gm_links *links, const gm_mention *m, const gm_mention *next, bool alone) {
  const gm_view *view = links->view;
  if (gm_find_word(view, m->to, next->from, "等 其中 每 的 占 ； ： 另 上年 去年 同比") != SIZE_MAX) return false;
  if (m->clause == next->clause) return gm_find_word(view, m->to, next->from, "、 和 及 与 以及") != SIZE_MAX;
  const gm_figure *f = next->figure;
  bool acts = f->verb_end > f->verb_start && f->verb_start >= view->raw_at[next->clause];
  return alone && !acts && next->from - next->clause <= LABEL_CHARS && next->from > next->clause &&
         gm_find_mark(view, m->to, next->clause - 1, "，；：。") == SIZE_MAX;
}

/* The row of counts right before the total, in *p. */
static void read_row(const gm_links *links, unsigned total, gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  *p = (gm_parts){.count = 0};
  for (unsigned i = total; i-- > 0 && p->count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i], *next = p->count ? &links->items[p->at[0]] : whole;
    if (m->from == whole->clause && m->figure->kind == GM_FIGURE_CLAIM) continue; /* 三类共计 */
    if (!gm_same_sentence(m, whole) || !gm_is_part(m->figure) || !gm_is_exact(m->figure) || m->figure->value.scale ||
        gm_units[m->figure->unit].unit_class != GM_CLASS_COUNT)
      break;
    bool before = p->count ? stands_before(links, m, next, p->count < 2 || next->clause != next[1].clause)
                           : gm_find_word(view, m->to, whole->from, "， ； ： 。 等 另 其他") == whole->clause - 1;
    if (!before) break;
    p->mixed = p->mixed || !gm_comparable(m->figure, whole->figure);
    gm_parts_prepend(p, i);
    if (m->figure->roles & GM_ROLE_TOTAL) break; /* 共组织学习14次、研讨6次: 共 opens the row */
  }
}

#define BEYOND 500 /* per thousand: a total that is greater by more may count something else */

#define NAMED_CHARS 8u /* 共计公共文化场馆126个 */

/* 三项合计196件: how many the clause says it sums up, right before its number; 0 when it does not. */
static unsigned counts_parts(const gm_view *view, const gm_mention *whole) {
  size_t number = gm_number_at(view, whole->clause), thing = whole->clause + number;
  gm_numeral numeral;
  if (!number) return 0;
  thing += gm_words_at(view, thing, "项 类 者");
  return thing > whole->clause + number && thing + gm_words_at(view, thing, "合计 共计 总计 共") == whole->from &&
                 thing < whole->from && gm_numeral_read(view, whole->clause, &numeral) == number &&
                 !numeral.value.scale && numeral.value.digits > 1 && numeral.value.digits <= (int)GM_PARTS_MAX
             ? (unsigned)numeral.value.digits
             : 0;
}

/* Is the amount called a total right before its number, or by 共计 and what it counts: 作品总数742件? *named gets
 * whether that is a word for anything. */
static bool is_called_total(const gm_view *view, const gm_mention *whole, bool *named) {
  size_t word = gm_words_at(view, whole->clause, TOTALLING), length = whole->from - whole->clause;
  *named = false;
  if (word == length) return word != 0;
  size_t sum = gm_words_before(view, whole->from, "总数 总数为 总数达 总量 合计 共计 总计");
  if (!sum && (!word || length > word + NAMED_CHARS)) return false;
  if (length > NAMED_CHARS + 4u) return false;
  *named = gm_words_before(view, whole->from - sum, ANY_THINGS) != 0;
  return *named;
}

bool gm_check_mixed_sum(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  check_named_both(check, links, total);
  bool named = false;
  unsigned counted;
  if (gm_units[whole->figure->unit].unit_class != GM_CLASS_COUNT || !(whole->figure->roles & GM_ROLE_TOTAL) ||
      !whole->clause || !gm_is_exact(whole->figure) || whole->figure->value.scale ||
      (!(counted = counts_parts(view, whole)) && !is_called_total(view, whole, &named)))
    return false;
  gm_parts p;
  read_row(links, total, &p);
  if (p.count < 2 || !p.mixed || (counted && counted != p.count)) return false;
  p.closed = counted != 0;
  gm_interval interval;
  gm_decimal sum;
  if (!gm_sum_of(links, &p, &interval, &sum)) return true;
  bool fits = gm_decimal_compare(sum, whole->figure->value) == 0;
  bool beyond = gm_decimal_compare(sum, whole->figure->value) < 0 && !gm_within(whole->figure->value, sum, BEYOND) &&
                gm_look_alike(sum, whole->figure->value) == GM_UNLIKE;
  if (fits || ((named || counts_anything(links, whole, &p)) && !beyond))
    gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
  return true;
}
