/* PCT-01 of a share whose part is told in a sentence before: 回收500吨，其中纸类230吨。从构成看，纸类占46.0%. The words
 * before 占 are the very words before one amount of the paragraph. */
#include "check/percent.h"

#define SUBJECT_LEAST 2u /* Han characters of a name */
#define SUBJECT_MOST  12u
#define NAME_LEAST    3u /* of an amount that is named again: shorter ones name too much */
#define LINKS         "为 有 达 达到 共 共有 约 约为 完成"
#define ELSEWHERE     "上年 去年 同期 往年 全国 全省 全市平均 平均 计划 目标 高于 低于"

/* What names the amount, right before its number: [*from, *to). */
static void name_of(const gm_links *links, const gm_mention *m, size_t *from, size_t *to) {
  const gm_view *view = links->view;
  *from = m->label + gm_words_at(view, m->label, "其中 其中： 包括 和 与 及 以及 主要为");
  *to = m->from - gm_words_before(view, m->from, LINKS);
  const gm_figure *f = m->figure;
  if (f->verb_end > f->verb_start && f->verb_start == view->raw_at[*from]) { /* 接待少儿读者7.44万人次 */
    size_t behind = gm_view_find(view, f->verb_end);
    if (behind < *to) *from = behind;
  }
  while (*from < *to && view->cls[*from] & GM_SPACE) ++*from;
  while (*from < *to && view->cls[*to - 1] & GM_SPACE) --*to;
  if (*to < *from) *to = *from;
}

#define LOOSE_CHARS 2u /* 文艺类队伍, of 文艺类34支 */

/* Is [from, to) the name of mention `index`: its very words, or they with the whole's noun behind them (城建类建议,
 * 城建类93件)? `loosely`: with any word behind them. */
static bool is_named(const gm_links *links, unsigned index, size_t from, size_t to, bool loosely) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t name, end;
  name_of(links, m, &name, &end);
  size_t length = end - name, start = end < to - from ? 0 : end - (to - from); /* 三、四级手术: a name with 、 in it */
  if (length < to - from && start >= m->clause && gm_reads_alike(view, from, start, to - from) &&
      (start == m->clause || gm_words_before(view, start, "其中")))
    return true;
  if (length > to - from && gm_reads_alike(view, from, start, to - from) &&
      gm_words_before(view, start, "共收到 收到 其中含 共有 共"))
    return true;
  if (length < SUBJECT_LEAST || length > to - from || !gm_reads_alike(view, from, name, length)) return false;
  if (loosely) return to - from - length <= LOOSE_CHARS;
  if (from + length == to || to - from - length == gm_words_at(view, from + length, "人数 数量 数")) return true;
  for (unsigned i = index; i-- > 0;) { /* 收到建议217件 */
    const gm_mention *w = &links->items[i];
    size_t noun = to - from - length;
    if (!gm_is_amount(w->figure) || !gm_comparable(w->figure, m->figure)) continue;
    return w->from >= noun && noun > 1 && gm_reads_alike(view, from + length, w->from - noun, noun);
  }
  return false;
}

/* The one amount before the share that is called by its subject, -1 when there is none, or several. */
static int part_called(const gm_links *links, unsigned index, size_t from, size_t to, bool loosely) {
  int part = -1;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || m->figure->roles & GM_ROLE_PAREN || !is_named(links, i, from, to, loosely))
      continue;
    if (part >= 0) return -1;
    part = (int)i;
  }
  return part >= 0 && gm_is_part(links->items[part].figure) && gm_is_exact(links->items[part].figure) ? part : -1;
}

typedef enum whole_by { NOTHING, PLACE, NAME } whole_by;

/* How the text tells that `whole` is what share `index` is taken of. */
static whole_by tells_whole(const gm_links *links, unsigned whole, unsigned part, unsigned index, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *w = &links->items[whole], *p = &links->items[part], *share = &links->items[index];
  if (!gm_is_amount(w->figure) || !gm_is_exact(w->figure) || !gm_can_be_whole(w->figure) ||
      w->figure->value.digits <= 0 || !gm_comparable(w->figure, p->figure) || w->figure->roles & GM_ROLE_OF_WHICH ||
      w->figure->roles & GM_ROLE_COMPARED || gm_decimal_compare(w->figure->value, p->figure->value) <= 0)
    return NOTHING;
  int words = gm_base_words(view, stop, share->from, w);
  if (!words) return NOTHING;
  size_t which;
  if (whole < part) { /* 500吨，其中纸类230吨 */
    if (w->figure->sentence + 1u < p->figure->sentence) return NOTHING;
    which = gm_find_word(view, w->to, p->from, "其中 包括 ：");
    if (words > 0) return NAME;
    bool opens = gm_words_at(view, gm_sentence_start(view, p->from), "其中") != 0; /* 126支。其中文艺类34支 */
    return which != SIZE_MAX && (gm_same_sentence(w, p) || opens) ? PLACE : NOTHING;
  }
  if (words > 0) return NAME;
  which = gm_sentence_start(view, share->from); /* 全年回收500吨。其中，纸类占46.0% */
  return w->figure->sentence + 1u >= share->figure->sentence &&
                 (gm_words_at(view, which, "其中") || gm_find_word(view, w->to, share->clause + 2, "其中") != SIZE_MAX)
             ? PLACE
             : NOTHING;
}

#define MEASURES "产值 金额 收入 价值 面积 销售 投资 费用 支出 重量 产量 人数 户数 人次 税收"

/* 从产值看，: the shares are of a measure that is not the part's. */
static bool of_another_measure(const gm_links *links, unsigned part, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *p = &links->items[part];
  size_t from = gm_sentence_start(view, share->from);
  size_t measure = gm_find_word(view, from, share->clause, MEASURES);
  return measure != SIZE_MAX && !gm_share_pair(view, measure, measure + 2, gm_sentence_start(view, p->from), p->from);
}

/* 在落实去向的4486人中，…。升学人数占毕业生总数的19.2%: does the base name a total by a word that is not said of the
 * whole? */
static bool names_another_total(const gm_view *view, const gm_mention *whole, const gm_mention *share, size_t stop) {
  size_t end = share->from - gm_words_before(view, share->from, "的 的比例为 的比重为");
  size_t total = gm_words_before(view, end, "总数 总人数 总量 总额");
  return total && end >= stop + total + 2 &&
         gm_find_run(view, gm_sentence_start(view, whole->from), whole->to + 8u, stop, end - total - stop) == SIZE_MAX;
}

void gm_check_subject_share(gm_line_check *check, const gm_links *links, unsigned index, size_t at, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index];
  size_t from = share->clause + gm_words_at(view, share->clause, "其中"),
         to = at - gm_words_before(view, at, "约 所 共");
  if (!gm_is_exact(share->figure) || share->figure->kind != GM_FIGURE_PERCENT || to < from + SUBJECT_LEAST ||
      to - from > SUBJECT_MOST || gm_find_word(view, share->clause, share->from, ELSEWHERE) != SIZE_MAX)
    return;
  int found = part_called(links, index, from, to, false);
  bool loosely = found < 0;
  if (loosely) found = part_called(links, index, from, to, true);
  if (found < 0 || of_another_measure(links, (unsigned)found, index)) return;
  const gm_mention *part = &links->items[found];
  gm_interval printed = gm_percent_interval(share->figure, 1);
  int whole = -1;
  whole_by how = NOTHING;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *w = &links->items[i];
    if ((int)i == found || !gm_is_amount(w->figure) || !gm_comparable(w->figure, part->figure)) continue;
    if (gm_ratio_fits(part->figure->interval, w->figure->interval, printed)) {
      gm_agree(check, share, part, w);
      return;
    }
    whole_by by = i < index ? tells_whole(links, i, (unsigned)found, index, stop) : NOTHING;
    if (by == NOTHING || by < how) continue;
    if (by == how && whole > found && gm_decimal_compare(links->items[whole].figure->value, w->figure->value)) return;
    how = by;
    whole = (int)i;
  }
  gm_decimal computed;
  if (whole < 0 || gm_disclaimed(view) || gm_share_of_sum_fits(links, part->figure, printed)) return;
  const gm_mention *w = &links->items[whole];
  if (names_another_total(view, w, share, stop)) return;
  if (!gm_percent_of(part->figure->value, w->figure->value, share->figure->value.scale, &computed)) return;
  bool last_digit = gm_is_last_digit(share->figure, computed, part->figure->interval, w->figure->interval);
  bool alike =
      gm_look_alike(computed, share->figure->value) != GM_UNLIKE || gm_swap_repairs(part->figure, w->figure, printed);
  if ((last_digit && (!check->hints || loosely)) || (!last_digit && !alike && (how != NAME || loosely))) return;
  gm_report_share(check, share, part, w, computed);
  gm_lower(check->out, last_digit ? GM_SEVERITY_HINT : GM_SEVERITY_WARNING);
}

/* Does the sentence of the part open with the very name of an amount told in the sentence before, or in its own:
 * 违法图斑47个。违法图斑已整改44个? That amount, NULL when there is none, or another explains the rate. */
static const gm_mention *whole_named_again(const gm_links *links, const gm_mention *part, const gm_mention *rate) {
  const gm_view *view = links->view;
  const gm_mention *whole = NULL;
  if (part->clause != gm_sentence_start(view, part->from)) return NULL;
  for (unsigned i = 0; &links->items[i] < part; i++) {
    const gm_mention *m = &links->items[i];
    size_t from, to;
    if (!gm_is_count(m->figure) || !gm_comparable(m->figure, part->figure) ||
        m->figure->sentence + 1u < part->figure->sentence)
      continue;
    if (gm_ratio_fits(part->figure->interval, m->figure->interval, gm_percent_interval(rate->figure, 1))) return NULL;
    name_of(links, m, &from, &to);
    if (to < from + NAME_LEAST || part->clause + (to - from) >= part->from ||
        !gm_reads_alike(view, part->clause, from, to - from))
      continue;
    if (whole) return NULL;
    whole = m;
  }
  return whole;
}

void gm_check_rate_of_named(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *part = rate - 1;
  size_t at, stop;
  if (!index || rate->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(rate->figure) || gm_is_told(check, rate) ||
      !gm_same_sentence(part, rate) || rate->clause != part->to + 1u || !gm_is_count(part->figure) ||
      gm_lead_of(links, index, &at, &stop) != GM_LEAD_RATE || gm_told_elsewhere(links, index, stop))
    return;
  const gm_mention *whole = whole_named_again(links, part, rate);
  gm_decimal computed;
  if (!whole || gm_disclaimed(view) || gm_decimal_compare(part->figure->value, whole->figure->value) > 0 ||
      !gm_percent_of(part->figure->value, whole->figure->value, rate->figure->value.scale, &computed) ||
      gm_is_last_digit(rate->figure, computed, part->figure->interval, whole->figure->interval))
    return;
  bool alike = gm_look_alike(computed, rate->figure->value) != GM_UNLIKE;
  if (!alike && gm_is_far(computed, rate->figure->value)) return;
  gm_report_share(check, rate, part, whole, computed);
  if (!alike) gm_lower(check->out, GM_SEVERITY_WARNING);
}
