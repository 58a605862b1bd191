/* AR-03 of a change in a sentence of its own, whose size is right and whose verb goes the other way than the two values
 * that the sentence before tells by the change's own name, one of them of the past:
 * 漏损率9%；上年11.2%。漏损率上升2.2个百分点. */
#include "check/change.h"
#include "check/families.h"

#define NAME_LEAST 2u
#define NAME_MOST  12u
#define PAST       "上年 去年 前年 上年同期 去年同期 上一年 前一年 上季度 上月 上期 上届 上学期 上学年 再往前一年 往年 同期"
#define NOW        "今年 本年 本期 本月 本季度 本届 本学期 本学年"
/* Of what less is better, or of what tells of a change itself. */
#define TURNED   "排名 位次 名次 用时 时长 耗时 亏 赤字 逆差 降幅 跌幅 减幅 增幅 增速 负"
#define BETTERED "提高 提高了 提升 提升了 优化 改善"

/* The name of what has changed: all of the change's clause before its verb. False when it is not one of Han characters.
 */
static bool name_of(const gm_view *view, const gm_mention *delta, size_t verb, size_t *from, size_t *to) {
  *from = delta->clause;
  *to = verb;
  for (size_t n;
       *to > *from && (n = gm_words_before(view, *to, "同比 环比 也 则 却 又 都 相应 比上年 较上年 比去年 较去年"));)
    *to -= n;
  for (size_t n; *from < *to && (n = gm_words_at(view, *from, "其中 而 全年 今年 两年相比"));) *from += n;
  for (size_t i = *from; i < *to; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return *to >= *from + NAME_LEAST && *to <= *from + NAME_MOST;
}

#define TIMES "全年 上半年 下半年 一季度 二季度 三季度 四季度 年底 年末 当年 同期 截至 的 为 则 而 其 时"

/* Are the value's own words the name, behind nothing but a time: 漏损率, 今年漏损率为? 初中入学率 is another than
 * 入学率. */
static bool is_named(const gm_view *view, const gm_mention *m, size_t from, size_t to) {
  size_t end = m->from - gm_words_before(view, m->from, "为 达 达到 是 仅 仅为 只有 有 已达"), length = to - from,
         at = m->label, n;
  if (end < m->label + length || !gm_reads_alike(view, end - length, from, length)) return false;
  while (at < end - length && (n = gm_words_at(view, at, PAST " " NOW " " TIMES)) != 0) at += n;
  return at == end - length;
}

/* Where the part of the sentence begins that ； parts from the rest, before `at`. */
static size_t segment_of(const gm_view *view, size_t at) {
  size_t from = gm_sentence_start(view, at);
  for (size_t i = at; i-- > from;)
    if (gm_one_of(view, i, "；")) return i + 1;
  return from;
}

/* The year told between clean character `from` and the value; 0 when there is none, or two. */
static unsigned year_in(const gm_links *links, size_t from, const gm_mention *value) {
  unsigned year = 0;
  for (const gm_mention *m = value; m-- > links->items && m->from >= from;) {
    if (m->figure->kind != GM_FIGURE_YEAR) continue;
    if (year) return 0;
    year = m->figure->date.year;
  }
  return year;
}

/* Whether the first of the two values, told from `first` and from `second` on, is of the earlier time: -1, of the
 * later: 1, or which it is, nothing says: 0. `both`: the later has to tell its time too. */
static int order_of(const gm_links *links, size_t first, const gm_mention *a, size_t second, const gm_mention *b,
                    bool both) {
  const gm_view *view = links->view;
  bool past_a = gm_find_word(view, first, a->from, PAST) != SIZE_MAX,
       past_b = gm_find_word(view, second, b->from, PAST) != SIZE_MAX;
  bool now_a = gm_find_word(view, first, a->from, NOW) != SIZE_MAX,
       now_b = gm_find_word(view, second, b->from, NOW) != SIZE_MAX;
  if (!past_a && !past_b) {
    unsigned year_a = year_in(links, first, a), year_b = year_in(links, second, b);
    return !year_a || !year_b ? 0 : (year_a > year_b) - (year_a < year_b);
  }
  if (past_a == past_b || (past_a ? now_a : now_b) || (both && !(past_a ? now_b : now_a))) return 0;
  return past_a ? -1 : 1;
}

/* The only two values that the sentence before tells by the name; false when there are not two. */
static bool values_named(const gm_links *links, const gm_mention *delta, size_t from, size_t to, gm_change *out) {
  const gm_view *view = links->view;
  const gm_mention *found[2];
  unsigned count = 0;
  bool points = delta->figure->kind == GM_FIGURE_POINTS;
  for (const gm_mention *m = delta; m-- > links->items && m->figure->sentence + 1u >= delta->figure->sentence;) {
    bool like = points ? m->figure->kind == GM_FIGURE_PERCENT
                       : gm_is_amount(m->figure) && gm_comparable(m->figure, delta->figure);
    if (!like || !is_named(view, m, from, to)) continue;
    if (count == 2 || gm_is_delta(m->figure) || !gm_is_exact(m->figure) || m->figure->value.digits < 0) return false;
    found[count++] = m;
  }
  if (count < 2 || found[0]->clause == found[1]->clause) return false;
  size_t first = segment_of(view, found[1]->from), second = segment_of(view, found[0]->from);
  bool clauses = first == second; /* 上季度12.4%，本季度10.9% */
  if (clauses) {
    first = found[1]->clause;
    second = found[0]->clause;
  }
  int order = order_of(links, first, found[1], second, found[0], clauses);
  *out = order < 0 ? (gm_change){found[1], found[0]} : (gm_change){found[0], found[1]};
  return order != 0;
}

void gm_check_contrary_named(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index];
  bool points = delta->figure->kind == GM_FIGURE_POINTS;
  size_t verb, from, to;
  gm_change change;
  gm_decimal off;
  if (index < 2 || !(points || gm_is_amount(delta->figure)) || !gm_is_exact(delta->figure) ||
      delta->figure->value.digits <= 0 || delta->figure->roles & (GM_ROLE_PAREN | GM_ROLE_ADDED | GM_ROLE_EACH))
    return;
  int way = gm_change_verb(view, delta->from, &verb);
  if (!way || !name_of(view, delta, verb, &from, &to) || !values_named(links, delta, from, to, &change) ||
      !gm_decimal_subtract(change.after->figure->value, change.before->figure->value, &off) || !off.digits ||
      (off.digits > 0) == (way > 0))
    return;
  if (off.digits < 0) off.digits = -off.digits;
  if (gm_decimal_compare(off, delta->figure->value) ||
      gm_find_word(view,
                   gm_sentence_start(view, change.before < change.after ? change.before->from : change.after->from),
                   delta->from, TURNED) != SIZE_MAX ||
      (gm_words_before(view, delta->from, BETTERED) && !points &&
       gm_units[delta->figure->unit].unit_class == GM_CLASS_TIME) ||
      gm_is_told(check, delta) || gm_is_told(check, change.before) || gm_is_told(check, change.after) ||
      gm_disclaimed(view))
    return;
  gm_report_way(check, change, delta);
}
