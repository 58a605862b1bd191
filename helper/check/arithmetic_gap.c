/* AR-03: 甲厂日产420台，乙厂日产365台，两厂相差65台; 原价12.8元，团购价9.9元，便宜3.9元: how far two amounts right
 * before are apart, in other words than those of a change; 由16个减为10个，撤下来的4个; and how far the ends of a row
 * are: 周三最忙，周四最闲，两天相差13张. What is told must be one slip away from what they make. */
#include "check/change.h"
#include "check/swap.h"

#define LEAD_CHARS 12u /* from the mark before the gap to it */
#define ROW_LEAST  3u
#define ROW_MOST   24u

#define EVEN "相差 相差了 仅差 只差 差距 差距为 差距达 差距仅 差了 相距"
#define UNEVEN                                                                                                                                                      \
  "多出 多出了 高出 高出了 高了 贵 贵了 便宜 便宜了 低了 少了 多了 省下 省下了 省了 节省 节省了 省出 近了 远了 长了 " \
  "短了 重了 轻了 大了 小了 快了 慢了 领先 落后 胜出 超出 短收 欠收 少收 多收 省水 省电 省油 省钱 省工 省料 省时"
#define ADVERBS "仅仅 仅 只 就 整整 足足 近 达 出 足 高达 又 还"
/* With these before it in its clause the gap is told of something else, or of one of them and a third. */
#define OTHERS                                                                                                                                                    \
  "同比 环比 上年 去年 同期 平均 其中 共 累计 总 另 再 各 目标 计划 预计 预算 至少 最多 不少 减少 增加 占 分别 以上 " \
  "人均 率 "                                                                                                                                                   \
  "再多 更 其余"

/* 少缴, 多栽了: a verb behind the word for more or less. */
static size_t more_or_less(const gm_view *view, size_t to) {
  size_t at = to - gm_words_before(view, to, "了 出");
  if (at > 1 && gm_one_of(view, at - 1, "多少")) at++;
  if (at < 2 || !(view->cls[at - 1] & GM_HAN) || !gm_one_of(view, at - 2, "多少")) return 0;
  if (at <= to && gm_one_of(view, at - 1, "达为于数半年次样少多儿女将先量部项家种元层点位面人")) return 0;
  return gm_one_before(view, at - 2, "至不减缺许最更大众") ? 0 : to - (at - 2);
}

/* Characters of the words of a gap that end just before `m`; *even of those that say not which is more. */
static size_t gap_before(const gm_view *view, const gm_mention *m, bool *even) {
  size_t at = m->from, n;
  if (at - m->clause > LEAD_CHARS || at == m->clause || !gm_one_before(view, m->clause, "，；。")) return 0;
  *even = gm_words_before(view, at, EVEN) != 0;
  if ((n = gm_words_before(view, at, EVEN " " UNEVEN)) != 0) return n;
  for (; at > m->clause && (n = gm_words_before(view, at, ADVERBS)) != 0;) at -= n;
  *even = gm_words_before(view, at, EVEN) != 0;
  n = gm_words_before(view, at, EVEN " " UNEVEN);
  if (!n) n = more_or_less(view, at);
  return n && at - n >= m->clause ? m->from - at + n : 0;
}

#define PERSON_CHARS 4u
#define BETWEEN      "两 二 双 前后 首尾 上下 彼此 之间 南北 东西 实际 竟 每 男女 其"

/* What is left of the clause before the words of the gap may say whose it is, as told before, and no more: 水位 of two
 * wells whose depths were told is another measure. */
static bool is_plain_lead(const gm_view *view, const gm_mention *m, size_t gap) {
  size_t to = m->from - gap, start = gm_sentence_start(view, m->clause), from = m->clause;
  if (gm_find_word(view, from, to, OTHERS) != SIZE_MAX || gm_find_than(view, from, to) != SIZE_MAX ||
      gm_words_at(view, m->to, "多 余 左右 以上 以内 的 （含 （包括 （其中 至 到 — ～ -"))
    return false;
  for (size_t n; to > from && (n = gm_words_before(view, to, ADVERBS)) != 0;) to -= n;
  size_t between = gm_words_at(view, from, BETWEEN);
  size_t verb = m->from - gm_words_before(view, m->from, "了");
  if (to - from <= PERSON_CHARS && gm_one_before(view, verb, "掏缴交付花跑等")) return true; /* 买家少掏9000元 */
  return to < from + 2 || (between && to - from <= between + 2) ||
         gm_find_run(view, start, from, to - 2, 2) != SIZE_MAX;
}

static bool is_value(const gm_links *links, const gm_mention *m, const gm_mention *gap) {
  const gm_figure *f = m->figure;
  bool like = gap->figure->kind == GM_FIGURE_POINTS
                  ? f->kind == GM_FIGURE_PERCENT
                  : f->kind == gap->figure->kind && gm_subtractable(links->view, m, gap);
  return like && !(f->roles & (GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* Is the value one that can be taken from another? */
static bool is_sure(const gm_links *links, const gm_mention *m) {
  return gm_is_exact(m->figure) && m->figure->value.digits > 0 && !gm_is_delta(m->figure) &&
         !(m->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_PAREN | GM_ROLE_OF_WHICH)) && !gm_is_part_of_span(links, m);
}

/* Does one slip of a digit in what is told, or two changed places in one of the values, make the gap right? */
static bool one_slip_away(gm_change pair, const gm_mention *gap) {
  gm_interval size;
  gm_decimal value, off;
  if (!gm_change_size(pair, &size)) return false;
  if (gm_digit_touches(gap->figure, size, &value) || gm_swap_touches(gap->figure, size)) return true;
  const gm_mention *ends[2] = {pair.before, pair.after};
  for (unsigned i = 0; i < 2; i++)
    for (unsigned k = 0; gm_next_swap(ends[i]->figure, &k, &value, NULL);) {
      if (!gm_decimal_subtract(value, ends[1 - i]->figure->value, &off)) continue;
      if (off.digits < 0) off.digits = -off.digits;
      if (!gm_decimal_compare(off, gap->figure->value)) return true;
    }
  return false;
}

/* 不少于300人 */
static bool is_unbounded(const gm_figure *f) { return f->approx == GM_APPROX_LEAST || f->approx == GM_APPROX_MOST; }

/* Are any two values of the line before the gap so far apart, or do they come to it together? */
static bool some_pair_fits(const gm_links *links, unsigned index, gm_change pair) {
  const gm_mention *gap = &links->items[index];
  uint32_t each = ~(pair.before->figure->roles | pair.after->figure->roles) & GM_ROLE_EACH; /* 每个时段30分钟 */
  unsigned first = index > ROW_MOST ? index - ROW_MOST : 0;
  for (unsigned i = first; i < index; i++)
    for (unsigned k = first; k < i; k++) {
      const gm_mention *a = &links->items[k], *b = &links->items[i];
      gm_interval sum = a->figure->interval;
      if (!is_value(links, a, gap) || !is_value(links, b, gap) ||
          (a->figure->roles | b->figure->roles) & (GM_ROLE_THRESHOLD | each) || is_unbounded(a->figure) ||
          is_unbounded(b->figure))
        continue;
      if (gm_difference_fits((gm_change){a, b}, gap) ||
          (gm_interval_add(&sum, b->figure->interval) && gm_interval_touch(sum, gap->figure->interval)))
        return true;
    }
  return false;
}

static void report(gm_line_check *check, gm_change pair, const gm_mention *gap) {
  if (gm_is_told(check, gap)) return;
  gm_report_difference(check, pair, gap);
  if (gm_is_told(check, gap)) gm_lower(check->out, GM_SEVERITY_WARNING);
}

/* 周三最忙，周四最闲，两天相差13张: the ends of the row told before. */
static void check_ends(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *gap = &links->items[index];
  size_t start = gm_sentence_start(view, gap->from), most = gm_find_word(view, start, gap->from, "最");
  if (most == SIZE_MAX || gm_find_word(view, most + 1, gap->from, "最") == SIZE_MAX) return;
  size_t low = start ? gm_sentence_start(view, start - 1) : 0;
  gm_change ends = {NULL, NULL};
  unsigned count = 0;
  for (unsigned i = index; i-- > 0 && links->items[i].from >= low;) {
    const gm_mention *m = &links->items[i];
    if (!is_value(links, m, gap)) continue;
    bool total =
        m->figure->roles & GM_ROLE_TOTAL || gm_find_word(view, m->label, m->from, "共 总 合计 其中") != SIZE_MAX;
    if (m->from >= start || count > ROW_MOST) return; /* the ends are told again */
    if (total) continue;
    if (!is_sure(links, m)) return;
    if (!count || gm_decimal_compare(m->figure->value, ends.before->figure->value) < 0) ends.before = m;
    if (!count || gm_decimal_compare(m->figure->value, ends.after->figure->value) > 0) ends.after = m;
    count++;
  }
  /* 81张 and 68张 may differ by 13张 as well: that is not what is said */
  if (count >= ROW_LEAST && !gm_difference_fits(ends, gap) && one_slip_away(ends, gap)) report(check, ends, gap);
}

#define TAKEN \
  "下来的 出来的 掉的 省下的 多出的 多出来的 空出的 腾出的 减下的 新增的 增加的 减少的 撤下的 退下的 少了的 富余的"

/* 由16个减为10个，撤下来的4个: what the change was of. */
static bool tells_taken(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *gap = &links->items[index], *after = gap - 1, *before = gap - 2;
  return before->figure->roles & GM_ROLE_FROM && after->figure->roles & GM_ROLE_TO && before->clause == after->clause &&
         gap->clause == after->to + 1u && gm_one_of(view, after->to, "，") && gap->from - gap->clause <= LEAD_CHARS &&
         gm_words_before(view, gap->from - gm_words_before(view, gap->from, "这 那"), TAKEN);
}

static void check_gap(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *gap = &links->items[index], *b = gap - 1, *a = NULL;
  bool even = false;
  if (index < 2 || !gm_is_exact(gap->figure) || gap->figure->value.digits <= 0) return;
  bool taken = tells_taken(links, index);
  size_t words = taken ? 0 : gap_before(view, gap, &even);
  if (!taken && (!words || !is_plain_lead(view, gap, words))) return;
  /* the two values before it, between which nothing of their kind stands */
  while (b > links->items && !is_value(links, b, gap) && gm_same_sentence(b, gap)) b--;
  bool near = is_value(links, b, gap) && gm_same_sentence(b, gap);
  if (even && !near) {
    check_ends(check, links, index);
    return;
  }
  if (!near || !gap->clause || gap->clause < b->to || gm_find_mark(view, b->to, gap->clause - 1, "，；") != SIZE_MAX) return;
  for (const gm_mention *m = b; m-- > links->items && gm_same_sentence(m, gap) && !a;)
    if (is_value(links, m, gap)) a = m;
  /* 冬油菜完成66.7%，快了3.1个百分点: than a year before; 要升到1280℃至1310℃，差20℃: a range */
  if (gap->figure->kind == GM_FIGURE_POINTS && !even) return;
  if (a && !taken && gm_words_at(view, a->to, "至 到 — —— - – ～") + a->to == b->from) return;
  if (!a || !is_sure(links, a) || !is_sure(links, b) ||
      (gap->figure->roles & GM_ROLE_EACH && !((a->figure->roles | b->figure->roles) & GM_ROLE_EACH)))
    return;
  gm_change pair = {a, b};
  if (gm_difference_fits(pair, gap)) {
    gm_agree(check, a, b, gap);
    return;
  }
  /* 由46分钟缩短到28分钟，少等16分钟: what it is of leaves no doubt */
  bool sure = a->figure->roles & GM_ROLE_FROM && b->figure->roles & GM_ROLE_TO && a + 1 == b;
  if (!one_slip_away(pair, gap) || (!sure && some_pair_fits(links, index, pair))) return;
  report(check, pair, gap);
}

void gm_check_gaps(gm_line_check *check, const gm_links *links) {
  for (unsigned i = 2; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) || f->kind == GM_FIGURE_POINTS || f->kind == GM_FIGURE_DURATION) check_gap(check, links, i);
  }
}
