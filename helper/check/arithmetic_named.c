/* AR-01: the parts of a whole that is named again without its number: 其中技术人员1542名，占83.5%。技术人员中，
 * 医师538名，…. */
#include "check/complement.h"
#include "check/families.h"
#include "check/sum_judged.h"

#define NAME_LEAST 2
#define NAME_MOST  12 /* Han characters of 卫生技术人员 before 中， */

/* The name before 中， in the clause that ends just before `clause`, and fills it: its first character; *end
 * behind its last. SIZE_MAX when there is none. */
static size_t name_before(const gm_view *view, size_t clause, size_t *end) {
  if (clause < NAME_LEAST + 2 || !gm_one_before(view, clause, "，") || !gm_one_before(view, clause - 1, "中"))
    return SIZE_MAX;
  size_t from = *end = clause - 2;
  while (from && view->cls[from - 1] & GM_HAN && !(view->cls[from - 1] & GM_PUNCT) && *end - from <= NAME_MOST) from--;
  if (from && !(view->cls[from - 1] & GM_STOP) && !gm_one_before(view, from, "；，")) return SIZE_MAX;
  from += gm_words_at(view, from, "在 上述 这些 全部 在上述 在这些 在全部 所有");
  size_t length = *end - from;
  return length >= NAME_LEAST && length <= NAME_MOST && !gm_words_at(view, from, "其") ? from : SIZE_MAX;
}

/* Does the name [from, end) stand right before the amount or right behind it? */
static bool is_named(const gm_view *view, const gm_mention *m, size_t from, size_t end) {
  /* 到货车架680件: by its noun */
  size_t noun = gm_view_find(view, m->figure->noun_start);
  if (m->figure->noun_end > m->figure->noun_start && m->figure->noun_end <= m->figure->start &&
      gm_view_find(view, m->figure->noun_end) - noun == end - from &&
      !memcmp(&view->cp[noun], &view->cp[from], (end - from) * sizeof *view->cp))
    return true;
  size_t length = end - from,
         before = m->from - gm_words_before(view, m->from, "有 共 共有 为 达 总数 总数为 总数达 达到 已有 现有");
  for (unsigned behind = 0; behind < 2; behind++) {
    size_t at = behind ? m->to : before - length, n = 0;
    if (!behind && (before < length || before - length < m->label)) continue;
    while (n < length && at + n < view->count && view->cp[at + n] == view->cp[from + n]) n++;
    /* 其他工作人员 is not 工作人员. */
    if (n == length && (behind || at == m->label || !(view->cls[at - 1] & GM_HAN) ||
                        gm_words_before(view, at,
                                        "其中 现有 全县 全市 全区 全镇 全院 全校 全村 的 有 共有 全部 全省 该县 我院 "
                                        "我校 全馆 加上 发放 实现 完成 投入")))
      return true;
  }
  return false;
}

/* 转派承办单位23520件。转派件中: does the name say by its last character what is counted, and by those before it how
 * the amount's words begin? */
static bool is_named_by_unit(const gm_view *view, const gm_mention *m, size_t from, size_t end) {
  size_t unit = gm_view_find(view, m->figure->unit_start), stem = end - from - 1;
  size_t lead = m->label + gm_words_at(view, m->label, "其中 全年 共 已 累计 今年 全市 全县 全区");
  return end > from + NAME_LEAST && m->to == unit + 1u && view->cp[unit] == view->cp[end - 1] &&
         lead + stem <= m->from && gm_reads_alike(view, lead, from, stem);
}

/* The parts of the whole told in the sentence of mention `first`, up to another 其中. */
static void parts_of(const gm_links *links, unsigned whole, unsigned first, gm_parts *p) {
  p->count = 0;
  for (unsigned i = first; i < links->count && p->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[first])) break;
    size_t before = links->items[i - 1].to;
    if (i > first && (m->clause > before + 1 || gm_find_word(links->view, before, m->from, "其中 ；") != SIZE_MAX ||
                      gm_find_total(links->view, before, m->from) != SIZE_MAX))
      break;
    if (gm_is_part(m->figure) && gm_comparable(m->figure, links->items[whole].figure)) p->at[p->count++] = i;
  }
}

#define IN_TIME "按期 按时 如期 准时"
#define LATE    "逾期 超期 超时 晚点 延误"

/* 按期办结23050件，逾期570件: do the two leave nothing out, or are they contraries, of which there may be a third, that
 * come to more, and not with one digit another? */
static bool leave_nothing(const gm_links *links, unsigned whole, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_figure *total = links->items[whole].figure;
  size_t a, a_end, b, b_end;
  gm_interval sum;
  gm_decimal value;
  gm_part_words(links, p->at[0], &a, &a_end);
  gm_part_words(links, p->at[1], &b, &b_end);
  gm_complement kind = gm_complementary(view, a, a_end, b, b_end);
  if (kind == GM_COMPLEMENT_EXHAUSTIVE) return true;
  bool contrary =
      kind || (gm_find_word(view, a, a_end, IN_TIME) != SIZE_MAX && gm_find_word(view, b, b_end, LATE) != SIZE_MAX);
  return contrary && gm_sum_of(links, p, &sum, &value) && gm_decimal_compare(value, total->value) >= 0 &&
         (gm_digit_repairs(links, whole, p) || gm_swap_fits(links, p, total));
}

/* `certain`: only of two parts that leave nothing out. */
static void check_named(gm_line_check *check, const gm_links *links, unsigned first, size_t from, size_t end,
                        bool certain) {
  const gm_view *view = links->view;
  size_t of = gm_find_word(view, from, end, "的"); /* 已就业3287人。已就业的毕业生中 */
  if (of != SIZE_MAX && of < from + 3) of = SIZE_MAX;
  for (unsigned i = first; i-- > 0;) {
    const gm_mention *whole = &links->items[i];
    if (whole->to > from || !gm_is_amount(whole->figure) || !gm_is_plain(whole->figure) ||
        whole->figure->value.digits <= 0 ||
        !(is_named(view, whole, from, end) || (of != SIZE_MAX && is_named(view, whole, from, of)) ||
          is_named_by_unit(view, whole, from, end)))
      continue;
    gm_parts p = {.count = 0};
    parts_of(links, i, first, &p);
    if (certain && !(p.count == 2 && p.at[0] == first && leave_nothing(links, i, &p))) return;
    if (certain) {
      gm_try_certain_sum(check, links, i, &p);
      return;
    }
    if (p.count > 1) gm_try_sum(check, links, i, &p, GM_PARTS_BEHIND);
    return; /* the nearest of that name */
  }
}

#define OTHER_WORDS "中国 中心 中央 中学 中小 中医 中等 中级 中部 中期 中外 中标 中介 中药 中午 中层 中青 中老"

void gm_check_named_parts(gm_line_check *check, const gm_links *links, unsigned first) {
  size_t end, from, clause = links->items[first].clause;
  if (clause > links->items[first - 1].to && (from = name_before(links->view, clause, &end)) != SIZE_MAX)
    check_named(check, links, first, from, end, false);
}

void gm_check_named_within(gm_line_check *check, const gm_links *links, unsigned first) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[first];
  if (!first || gm_same_sentence(m - 1, m) || first + 1 >= links->count || !gm_same_sentence(m, m + 1)) return;
  size_t from = m->clause + gm_words_at(view, m->clause, "在 上述 这些 全部 所有"),
         among = gm_find_word(view, from, m->from, "中");
  if (among == SIZE_MAX || among < from + NAME_LEAST || among > from + NAME_MOST || among + 1 >= m->from ||
      gm_words_at(view, among, OTHER_WORDS) || gm_words_at(view, from, "其") ||
      gm_sentence_start(view, m->from) != m->clause)
    return;
  for (size_t i = from; i < among; i++)
    if (!(view->cls[i] & GM_HAN)) return;
  check_named(check, links, first, from, among, true);
}
