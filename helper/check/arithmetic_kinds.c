/* AR-01 of so many kinds that what was told before is counted by: 投诉1256件，…。投诉按四类划分，服务类412件，…. As
 * many parts as kinds are told leave nothing out. */
#include "check/families.h"
#include "check/sum_judged.h"
#include "numeral/numeral.h"

#define NAME_LEAST 2u
#define NAME_MOST  12u
#define PART_CHARS 12u /* of a part's name */
#define SENTENCES  3u  /* so many before, the whole may stand */
#define NEAR       30  /* thousandths by which the sum may be off where no slip of a digit explains it */
#define COUNTED    "统计 划分 分 分类 归类 归集 汇总 区分 计 来分 来看 看 构成 排列"
#define BY_KINDS \
  "类统计 类划分 类分 类归 类汇 类区分 类计 类来 类， 类： 种， 种： 档， 档： 类型， 类型： 类别， 等级， 等次，"
#define OPEN "等 主要 其中 约 余 另 此外 多 以上 同比 上年 去年 包括 不含"

/* 按五类统计，, 分五类，: how many kinds the words at `at` tell, and where the list behind them begins. */
static unsigned kinds_told(const gm_view *view, size_t at, size_t *list) {
  size_t by = gm_words_at(view, at, "按照 按 分为 分成 分"), n = by ? gm_number_at(view, at + by) : 0;
  gm_numeral numeral;
  if (!n || gm_numeral_read(view, at + by, &numeral) != n || numeral.value.scale || numeral.value.digits < 2 ||
      numeral.value.digits > GM_PARTS_MAX)
    return 0;
  size_t end = at + by + n, thing = gm_words_at(view, end, "个大类 大类 个类别 种类型 类 种 个等级 个等次 个档次 档");
  if (!thing) return 0;
  end += thing;
  end += gm_words_at(view, end, COUNTED);
  if (!gm_one_of(view, end, "，：")) return 0;
  *list = end + 1;
  return (unsigned)numeral.value.digits;
}

/* The amounts behind the list's beginning to the end of its sentence, each behind its own name, shares left out; false
 * when anything else is told. */
static bool read_parts(const gm_links *links, size_t list, unsigned kinds, gm_parts *p) {
  const gm_view *view = links->view;
  size_t end = gm_sentence_end(view, list);
  *p = (gm_parts){.count = 0};
  size_t next = list;
  for (unsigned i = 0; i < links->count && links->items[i].from < end; i++) {
    const gm_mention *m = &links->items[i];
    if (m->from < list) continue;
    if (m->figure->kind == GM_FIGURE_PERCENT && p->count && m->figure->roles & (GM_ROLE_SHARE | GM_ROLE_PAREN)) {
      next = m->to + 1u;
      continue;
    }
    if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || p->count == kinds || m->from <= next ||
        m->from - next > PART_CHARS || (p->count && !gm_comparable(m->figure, links->items[p->at[0]].figure)) ||
        (p->count && !gm_one_before(view, next, "，、；")))
      return false;
    p->at[p->count++] = i;
    next = m->to + 1u;
  }
  return p->count == kinds && next >= end && gm_find_word(view, list, end, OPEN) == SIZE_MAX;
}

#define BEFORE_NUMBER "为 共 达 有 是 达到 共有 共计 总数 总量 总数为 总量为 累计 合计"

/* Is the amount told by the name [name, name_end): right before its number or right behind it? */
static bool is_called(const gm_view *view, const gm_mention *m, size_t name, size_t name_end) {
  size_t length = name_end - name, to = m->from;
  for (size_t n; (n = gm_words_before(view, to, BEFORE_NUMBER)) != 0 && to >= n;) to -= n;
  return (to >= length && gm_reads_alike(view, to - length, name, length)) || gm_reads_alike(view, m->to, name, length);
}

/* The whole: in the clause of the kinds, or by the name that opens it in a sentence before. -1 when none is told. */
static int whole_of(const gm_links *links, const gm_parts *p, size_t clause, size_t by) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[p->at[0]];
  size_t name = clause + gm_words_at(view, clause, "其中 这些 上述 以上 全部 所有 所");
  bool named = by >= name + NAME_LEAST && by - name <= NAME_MOST;
  for (unsigned i = p->at[0]; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + SENTENCES < first->figure->sentence) return -1;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, first->figure)) continue;
    if (m->from >= clause) return m->to <= by ? (int)i : -1; /* 1256件投诉按四类划分 */
    if (!named) return -1;
    if (is_called(view, m, name, by)) return gm_is_plain(m->figure) && gm_is_exact(m->figure) ? (int)i : -1;
  }
  return -1;
}

static void check_kinds(gm_line_check *check, const gm_links *links, size_t by, size_t list, unsigned kinds) {
  const gm_view *view = links->view;
  size_t clause = gm_clause_start(view, by);
  gm_parts p;
  gm_interval sum;
  gm_decimal value;
  if (!read_parts(links, list, kinds, &p) || !gm_sum_of(links, &p, &sum, &value)) return;
  int whole = whole_of(links, &p, clause, by);
  if (whole < 0 || gm_is_told(check, &links->items[whole])) return;
  const gm_figure *total = links->items[whole].figure;
  for (unsigned i = 0; i < p.at[0]; i++) /* any that fits */
    if ((int)i != whole && gm_comparable(links->items[i].figure, total) &&
        gm_interval_touch(sum, links->items[i].figure->interval))
      return;
  if (gm_interval_touch(sum, total->interval) || gm_within(value, total->value, NEAR) ||
      gm_digit_repairs(links, (unsigned)whole, &p))
    gm_try_certain_sum(check, links, (unsigned)whole, &p);
}

void gm_check_sum_of_kinds(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 3 || !gm_word_list_may_hold(view, BY_KINDS)) return; /* a whole and two parts at least */
  for (uint32_t i = 0; i < check->figures->count; i++) {
    const gm_figure *f = &check->figures->items[i];
    if (f->value.scale || f->value.digits < 2 || f->value.digits > GM_PARTS_MAX) continue;
    size_t at = gm_view_find(view, f->start), list;
    size_t by = gm_words_before(view, at, "按照 按 分为 分成 分");
    unsigned kinds = by ? kinds_told(view, at - by, &list) : 0;
    if (kinds) check_kinds(check, links, at - by, list, kinds);
  }
}
