/* PCT-01: shares and rates against the counts they are taken of. */
#include "check/change.h"
#include "check/families.h"
#include "check/percent.h"
#include "check/percent_turned.h"

static bool can_be_part(const gm_figure *f, bool in_paren) {
  return gm_is_amount(f) && !gm_is_delta(f) &&
         !(f->roles & (GM_ROLE_COMPARED | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)) &&
         (in_paren || !(f->roles & GM_ROLE_PAREN));
}

/* 19个乡镇中办件量排名前5的占49.0%: does the whole's own clause go on with what has the share? */
static bool led_first(const gm_view *view, const gm_mention *whole, const gm_mention *percent) {
  size_t at = gm_find_word(view, whole->to, percent->from, "的占 者占");
  size_t among = at != SIZE_MAX ? gm_find_word(view, whole->to, at, "中") : SIZE_MAX;
  return among != SIZE_MAX && !gm_one_before(view, among, "其") && gm_find_mark(view, whole->to, at, "、") == SIZE_MAX;
}

/* The amount the percentage speaks of: the nearest before it in its sentence, within its ；-part. */
static int part_of(const gm_links *links, unsigned index, gm_lead lead) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index];
  bool in_paren = percent->figure->roles & GM_ROLE_PAREN;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, percent)) return -1;
    if (gm_find_mark(view, m->to, percent->from, "；") != SIZE_MAX) return -1;
    if (m->figure->kind == GM_FIGURE_PERCENT) continue;
    if (gm_one_before(view, m->from, "前")) return -1; /* 分为5类，前2类约占九成: of what is so divided */
    /* 在1748名专任教师中，有博士学位者占69%: a whole, of which no part is told. */
    if (m->figure->roles & GM_ROLE_WHOLE_LEAD && gm_words_before(view, m->from, "在 这")) return -1;
    if (m->clause == percent->clause && led_first(view, m, percent)) return -1;
    if (can_be_part(m->figure, in_paren)) return (int)i;
    /* 实际新增就业7436人，完成年度目标的…: what was planned may be an increase. */
    bool planned = lead == GM_LEAD_PLAN || (lead == GM_LEAD_OF && gm_find_word(view, percent->clause, percent->from,
                                                                               "目标 计划 任务") != SIZE_MAX);
    if (planned && gm_is_amount(m->figure) && gm_words_before(view, m->from, "新增就业 新增 新建 净增")) return (int)i;
    /* 送审8.6亿元，审减1.29亿元，审减率15% */
    if (lead == GM_LEAD_RATE && gm_is_amount(m->figure) && gm_words_before(view, m->from, "审减 核减")) return (int)i;
  }
  return -1;
}

#define SUBJECT_LEAST \
  3u /* Han characters that name one of several parts: 一级教师; 外贸 alone when it is its whole name */

/* The mention up to `nearest` right before which the `length` characters from `from` on stand; -1 when none does. */
static int part_called(const gm_links *links, unsigned index, unsigned nearest, size_t from, size_t length) {
  const gm_view *view = links->view;
  for (unsigned i = nearest + 1; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1u < links->items[index].figure->sentence) break;
    /* 恢复271个；基站退服218个，恢复率98.2%: each item of an enumeration has its own */
    if (gm_find_mark(view, m->to, links->items[nearest].from, "；") != SIZE_MAX) break;
    if (m->from < length || !can_be_part(m->figure, false) || !gm_comparable(m->figure, links->items[nearest].figure))
      continue;
    if (length < SUBJECT_LEAST && m->from > length && !gm_one_before(view, m->from - length, "，、；：。！？"))
      continue;
    if (gm_reads_alike(view, m->from - length, from, length)) return (int)i;
  }
  return -1;
}

/* 高级教师71人，一级教师82人，高级教师占…的34.8%; 重箱271.6万标箱，空箱114.8万标箱，重箱率为70.3%: the subject of the
 * share, the words up to `to` of its clause, names an earlier amount; `nearest` when it does not. */
static int part_by_name(const gm_links *links, unsigned index, unsigned nearest, size_t to) {
  const gm_view *view = links->view;
  size_t from = links->items[index].clause;
  if (to < from + 2 || from < links->items[nearest].to) return (int)nearest;
  int part = part_called(links, index, nearest, from, to - from);
  size_t people =
      gm_words_before(view, to, "人员 人数 干部 教师 学生 职工 员工 群众 的人"); /* 高级职称31名，高级职称人员占 */
  if (part < 0 && to >= from + people + SUBJECT_LEAST && people)
    part = part_called(links, index, nearest, from, to - from - people);
  return part < 0 ? (int)nearest : part;
}

/* Does 其中 part mention `index` from the one before: a whole and what lies in it? */
static bool lies_in_one_before(const gm_links *links, unsigned index) {
  return index && gm_find_word(links->view, links->items[index - 1].to, links->items[index].from, "其中") != SIZE_MAX;
}

/* The same, but for sums that hold both the part and `whole`, in which it lies; -1 when that is not known. */
static bool share_of_sum_fits(const gm_links *links, const gm_figure *part, int whole, gm_interval percent) {
  for (unsigned first = 0; first < links->count; first++) {
    gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
    unsigned terms = 0;
    if (first && gm_same_sentence(&links->items[first], &links->items[first - 1]) &&
        gm_is_amount(links->items[first - 1].figure) && !lies_in_one_before(links, first))
      continue; /* a sum begins with the first amount of its sentence, behind 其中 or behind another kind of figure */
    for (unsigned i = first; i < links->count; i++) {
      const gm_figure *f = links->items[i].figure;
      if (i > first && lies_in_one_before(links, i)) break;
      if (f == part && whole >= 0 && first <= (unsigned)whole && (unsigned)whole < i) break;
      if (!gm_is_amount(f) || !gm_comparable(part, f) || !gm_is_plain(f)) continue;
      if (!gm_interval_add(&sum, f->interval)) return true;
      if (++terms > 1 && gm_ratio_fits(part->interval, sum, percent)) return true;
    }
  }
  return false;
}

bool gm_share_of_sum_fits(const gm_links *links, const gm_figure *part, gm_interval percent) {
  return share_of_sum_fits(links, part, -1, percent);
}

/* 未开工17个: what the figure before it leaves of their sum. */
static bool is_rest(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_find_word(links->view, m->clause, m->from, "未 尚 没 剩 其余 不") != SIZE_MAX;
}

/* 外地观众1.89万张，外地观众占比45%: the share's clause names its part, so that it is no share of the rest. */
static bool names_part(const gm_links *links, unsigned index, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index], *p = &links->items[part];
  if (percent->clause <= p->to ||
      gm_find_word(view, percent->clause, percent->from, "未 尚 没 剩 余 非 不") != SIZE_MAX)
    return false;
  size_t at = gm_find_word(view, percent->clause, percent->from, "占");
  return at != SIZE_MAX && at >= percent->clause + SUBJECT_LEAST &&
         gm_share_pair(view, percent->clause, percent->clause + 2, p->label, p->from);
}

/* 48.60亿元，比2024年的45.00亿元增加: is mention `index` what the one right before it is compared with, of another
 * year?
 */
static bool is_past_base(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index], *now = m - 1;
  if (gm_find_than(links->view, m->clause, m->from) == SIZE_MAX) return false;
  if (now > links->items && now->figure->kind == GM_FIGURE_YEAR) now--;
  return gm_same_sentence(now, m) && gm_is_count(now->figure) && gm_comparable(now->figure, m->figure) &&
         gm_find_word(links->view, m->clause, m->from, "上年 去年 前年 年的 年初 上届 上期") != SIZE_MAX;
}

/* Any-fit accepts: any amount of this sentence or the one before as part (or what is left of the whole), any of the
 * paragraph as whole; for the part nearest to the percentage the sum of several as well, and for the one it is the rest
 * of (已开工33个，未开工17个，开工率66%). `certain`: the whole of the nearest that is
 * known to have the share, -1 when there is none. */
static bool anything_fits(const gm_links *links, unsigned index, unsigned nearest, gm_interval percent, int certain,
                          gm_lead lead, const gm_mention **base) {
  const bool sure = certain >= 0;
  const gm_mention *p = &links->items[index];
  bool open = gm_has_no_top(p->figure); /* too much fits 超过四成 */
  bool of = lead == GM_LEAD_OF;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *part = links->items[i].figure;
    if ((open || sure || part->roles & GM_ROLE_EACH) && i != nearest)
      continue; /* 平均每场1500人次 is part of nothing */
    if (lead == GM_LEAD_PLAN && i != nearest &&
        gm_find_word(links->view, links->items[i].label, links->items[i].from, "计划 任务 目标 预算 指标") != SIZE_MAX)
      continue; /* 计划1250套。已筹集1075套，完成计划的116.3%: what was planned is no part of what was done */
    if (!gm_is_amount(part) || part->roles & GM_ROLE_THRESHOLD || part->sentence + 1 < p->figure->sentence ||
        part->sentence > p->figure->sentence)
      continue;
    /* Parts of one enumeration are parted by ；: another item's amount does not explain this one's share. */
    if (part->sentence == p->figure->sentence && links->items[i].to < p->from &&
        gm_find_word(links->view, links->items[i].to, p->from, "； 其中：") != SIZE_MAX)
      continue;
    for (unsigned j = of ? index - 1 : 0; j < (of ? index : links->count); j++) {
      const gm_figure *whole = links->items[j].figure;
      if (j == i || !gm_is_amount(whole) || whole->roles & GM_ROLE_THRESHOLD || !gm_comparable(part, whole)) continue;
      /* 比2024年的45.00亿元增加; of this year's whole it tells */
      if (i == nearest && j && j < i && is_past_base(links, j)) continue;
      if (gm_ratio_fits(part->interval, whole->interval, percent)) {
        if (i == nearest) *base = &links->items[j];
        return true;
      }
      gm_interval rest;
      if (!open && !sure && links->items[i].to < p->from && links->items[j].to < p->from &&
          gm_interval_subtract(whole->interval, part->interval, &rest) && rest.low.digits > 0 &&
          gm_ratio_fits(rest, whole->interval, percent) && !(i == nearest && names_part(links, index, nearest)))
        return true;
    }
    if (!of && (i == nearest || (i + 1 == nearest && is_rest(links, nearest))) &&
        share_of_sum_fits(links, part, certain, percent))
      return true;
  }
  return false;
}

/* 八成 is from 75 % to 85 %: nobody says it of more. */
static bool in_tenths(const gm_figure *f) {
  return f->kind == GM_FIGURE_PERCENT && gm_is_exact(f) && !gm_within(f->interval.high, f->interval.low, 100);
}

#define PLAN_CHARS 8 /* between 任务 and the number that is set */

/* What a whole can be. 占年度任务16万亩: what was set is no rounded number, though it ends in 万; a tenth of the play.
 */
static gm_interval play_of(const gm_links *links, const gm_mention *whole) {
  const gm_view *view = links->view;
  gm_interval set = whole->figure->interval;
  gm_decimal play;
  size_t from = whole->clause;
  if (whole->from > from + PLAN_CHARS) from = whole->from - PLAN_CHARS;
  if (!gm_is_exact(whole->figure) || gm_find_word(view, from, whole->from, "任务 计划 目标 预算 指标") == SIZE_MAX ||
      !gm_decimal_subtract(whole->figure->value, set.low, &play) || !gm_decimal_shift(play, -1, &play) ||
      !gm_decimal_add(whole->figure->value, play, &set.high) ||
      !gm_decimal_subtract(whole->figure->value, play, &set.low))
    return whole->figure->interval;
  return set;
}

/* 专任教师241人，硕士96人，占专任教师的33.6%: the base is named in the very words of one amount, and the percentage is
 * of another that is not called so. */
static bool another_base(const gm_links *links, unsigned part, const gm_mention *base, size_t stop, size_t to,
                         gm_interval percent) {
  const gm_view *view = links->view;
  int named = gm_whole_by_phrase(links, part, stop, to);
  if (named < 0 || base == &links->items[named]) return false;
  const gm_mention *whole = &links->items[named], *p = &links->items[part];
  size_t end = stop;
  while (end < to && view->cls[end] & GM_HAN && !gm_one_of(view, end, "的")) end++;
  size_t length = end - stop, other = base->label;
  size_t among = gm_find_run(view, whole->clause, whole->from, stop, length); /* 裁决案件中胜诉548件: some of them */
  if (among != SIZE_MAX && gm_one_of(view, among + length, "中里内")) return false;
  for (size_t k = other; k <= base->to; k++)
    if (gm_reads_alike(view, k, stop, length)) return false;
  return gm_same_sentence(p, whole) && gm_is_exact(whole->figure) && whole->from >= length &&
         !gm_ratio_fits(p->figure->interval, whole->figure->interval, percent) &&
         gm_find_word(view, whole->from - length, whole->from, "的") == SIZE_MAX && gm_words_at(view, to - 1, "的") &&
         gm_decimal_compare(base->figure->value, whole->figure->value) != 0;
}

/* 分别持有197万股、148万股，占9.85%、7.42%: amounts in a row, and shares in a row, or one that may be of them all. */
static bool in_rows(const gm_links *links, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part];
  return part && p[-1].to + 1u >= p->from && gm_is_amount(p[-1].figure) &&
         gm_find_word(view, gm_sentence_start(view, p->from), p->from, "分别") != SIZE_MAX;
}

/* 占文化类考生的55.6%，占上线人数的57.6%: is the other share of the same part right beside it one of an amount told?
 * Then this one is of another, which is not. */
static bool base_is_taken(const gm_links *links, unsigned index, unsigned part) {
  const gm_mention *share = &links->items[index], *p = &links->items[part];
  for (int step = -1; step <= 1; step += 2) {
    const gm_mention *other = share + step;
    if (other < links->items || other >= links->items + links->count || other <= p || !gm_same_sentence(other, share) ||
        other->figure->kind != GM_FIGURE_PERCENT || !(other->figure->roles & GM_ROLE_SHARE))
      continue;
    for (unsigned i = 0; i < links->count; i++)
      if (&links->items[i] != p && gm_is_amount(links->items[i].figure) &&
          gm_comparable(links->items[i].figure, p->figure) &&
          gm_ratio_fits(p->figure->interval, links->items[i].figure->interval, gm_percent_interval(other->figure, 1)))
        return true;
  }
  return false;
}

/* Is the percentage so far from what was computed, and no slip of a digit away, that it is rather of something else:
 * 回访1952件，回访率为72.6%, behind another number of things? */
static bool is_far(const gm_figure *percent, gm_decimal computed) {
  return percent->kind == GM_FIGURE_PERCENT && gm_is_far(computed, percent->value);
}

/* How many percentages stand between two mentions. */
static unsigned count_shares(const gm_links *links, unsigned from, unsigned to) {
  unsigned count = 0;
  for (unsigned i = from; i < to; i++) count += links->items[i].figure->kind == GM_FIGURE_PERCENT;
  return count;
}

/* 测试学生4800人，入围复试384人，入围率为8.0%: three in a row, the rate called by what was done, and half off at most?
 */
static bool called_by_part(const gm_links *links, unsigned index, unsigned part, int whole, gm_lead lead, size_t stop,
                           gm_decimal computed) {
  const gm_mention *rate = &links->items[index], *p = &links->items[part], *w = &links->items[whole];
  return lead == GM_LEAD_RATE && index == part + 1 && w + 1 == p && gm_same_sentence(p, w) && p->clause == w->to + 1u &&
         rate->clause == p->to + 1u && stop > rate->clause + 2 &&
         gm_share_pair(links->view, rate->clause, stop - 1, p->label, p->from) &&
         gm_within(computed, rate->figure->value, 500);
}

/* 231人，其中党员208人，占…; 占水费征收收入的…, and 水费征收收入2858万元: does the text say for certain which whole it
 * is?
 */
static bool is_sure(const gm_links *links, unsigned index, unsigned part, int whole, gm_lead lead, size_t stop) {
  const gm_mention *p = &links->items[part], *w = &links->items[whole];
  if (lead == GM_LEAD_SHARE && gm_whole_by_phrase(links, part, stop, links->items[index].from) == whole) return true;
  bool rough = index == part + 2 && p[1].figure->kind == GM_FIGURE_PERCENT && !gm_is_exact(p[1].figure) &&
               gm_same_sentence(p, &links->items[index]); /* 不到一成，具体比例为 */
  return (index == part + 1 || rough) && (unsigned)whole < part && gm_same_sentence(p, w) &&
         gm_find_word(links->view, w->to, w[1].from, "其中 中， 中有") != SIZE_MAX &&
         count_shares(links, (unsigned)whole, part) == 0;
}

bool gm_share_told_before(const gm_line_check *check, const gm_mention *share, const gm_mention *part,
                          const gm_mention *whole) {
  for (const gm_mention *m = part + 1; m < share; m++) {
    if (gm_is_told(check, m)) return true;
    if (m->figure->kind == GM_FIGURE_PERCENT && gm_is_exact(m->figure) && !gm_is_delta(m->figure) &&
        gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(m->figure, 1)))
      return true;
  }
  return false;
}

/* 占比由上年的61.5%提高到72.5%: is it what the share was before? */
static bool was_before(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index], *now = m + 1;
  return index + 1 < links->count && now->figure->kind == GM_FIGURE_PERCENT && now->figure->roles & GM_ROLE_TO &&
         gm_same_sentence(m, now) && gm_find_word(links->view, m->clause, m->from, "由 从") != SIZE_MAX;
}

/* Has the number three digits or more, so that few others are it turned round? */
static bool is_long(const gm_figure *f) { return gm_decimal_significant(f->value) > 2; }

/* 26个，其中8个、11个、5个、2个。发现194个，整改171个，整改率81.8%: what explains the share is any pair of the
 * paragraph (9 of 11, or the part and what a page further on costs), while a slip of digits makes it that of its own
 * part in its own whole; with `counts` one of those as well. */
static bool slips_here(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t at, size_t stop,
                       bool counts) {
  const gm_mention *share = &links->items[index], *p = &links->items[part];
  bool of = lead == GM_LEAD_OF; /* 4.18万人次，达到承载量4.4万人次的95% */
  if (index != part + 1u + of || !gm_is_exact(share->figure) || !gm_is_count(p->figure)) return false;
  int whole = of ? (int)part + 1 : gm_whole_of(links, index, part, lead, at, stop);
  gm_decimal computed;
  if (whole < 0 || (!of && (unsigned)whole > part)) return false;
  const gm_mention *w = &links->items[whole];
  if (!gm_is_count(w->figure) || !gm_in_one_part(links, w, p) || !gm_comparable(w->figure, p->figure) ||
      !gm_percent_of(p->figure->value, w->figure->value, share->figure->value.scale, &computed))
    return false;
  if (gm_look_alike(computed, share->figure->value) == GM_SWAPPED) return true;
  return counts && share->figure->value.scale && is_long(p->figure) && is_long(w->figure) &&
         gm_swap_repairs(p->figure, w->figure, gm_percent_interval(share->figure, 1));
}

#define PLANNED "预算 计划 目标 任务 指标"

/* 一般公共预算支出378.5亿元…，“三保”支出213.8亿元，占全年预算的75.4%: is the base a plan, and the whole found what was
 * done? */
static bool base_is_planned(const gm_view *view, const gm_mention *percent, size_t stop, const gm_mention *whole) {
  size_t end = percent->from - gm_words_before(view, percent->from, "的 数的 额的");
  if (!gm_words_before(view, end, PLANNED) || end <= stop) return false;
  size_t behind = whole->to + 3 < view->count ? whole->to + 3 : view->count;
  size_t name = whole->from - gm_words_before(view, whole->from, "数 数为 为 额 额为 总额 总额为 是 达 任务为");
  return !gm_words_before(view, name, PLANNED) && gm_find_word(view, whole->to, behind, PLANNED) == SIZE_MAX &&
         gm_find_word(view, whole->clause, whole->from, "计划 目标 任务 下达 预算为 安排 核定 年初预算") == SIZE_MAX;
}

#define NAME_CHARS 8u /* of the noun behind a whole: 在编人员 */
#define ALL_WORDS  "全市 全县 全区 全镇 全乡 全村 全校 全院 全省 全部 全体 总 本 该 全年 当年 上述 这些 所有 其"

/* 5865名在编人员中，…占事业在编人员的81.4%: does the base name a kind of what is counted, which the whole's sentence
 * has not said? */
static bool narrows_base(const gm_view *view, const gm_mention *whole, size_t stop, size_t end) {
  size_t noun = whole->to;
  while (noun < view->count && noun - whole->to < NAME_CHARS && view->cls[noun] & GM_HAN &&
         !gm_one_of(view, noun, "中里"))
    noun++;
  size_t length = noun - whole->to;
  return length >= 2 && end >= stop + length + 2 && gm_reads_alike(view, end - length, whole->to, length) &&
         !gm_words_at(view, stop, ALL_WORDS) &&
         gm_find_run(view, gm_sentence_start(view, whole->from), whole->to, stop, 2) == SIZE_MAX;
}

/* 184个断面超标，其中5项基本指标超标断面占73.3%: what has the share, whose name ends before `at`, are those that
 * another amount of the sentence counts; the number within its name counts something else. */
static bool counts_within_name(const gm_links *links, unsigned part, unsigned whole, size_t at) {
  const gm_mention *p = &links->items[part];
  if (at < p->to + 4u || gm_clause_start(links->view, at) != p->clause) return false;
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], p);)
    if (i != whole && gm_is_count(links->items[i].figure) && links->items[i].figure->unit != p->figure->unit &&
        gm_reads_alike(links->view, links->items[i].to, at - 2, 2))
      return true;
  return false;
}

/* 床位507.7万张（护理型床位占比为65.7%）: do the brackets name what has the share, and tell no amount of it? */
static bool names_own(const gm_links *links, const gm_mention *percent, const gm_mention *part) {
  if (!(percent->figure->roles & GM_ROLE_PAREN) || part->figure->roles & GM_ROLE_PAREN) return false;
  size_t end = percent->from - gm_words_before(links->view, percent->from, "占比为 占比达 占比 比例为 比例达 比重为 比重达 占");
  size_t from = end;
  while (from && !gm_one_before(links->view, from, "（，；、")) from--;
  return end < percent->from && end >= from + 2 && gm_one_before(links->view, from, "（");
}

/* Do two percentages of one sentence make all of something? */
static bool make_all(const gm_mention *a, const gm_mention *b) {
  gm_decimal sum;
  return a->figure->kind == GM_FIGURE_PERCENT && b->figure->kind == GM_FIGURE_PERCENT && gm_same_sentence(a, b) &&
         gm_decimal_add(a->figure->value, b->figure->value, &sum) && !gm_decimal_compare(sum, gm_decimal_of(100));
}

/* 桥隧合计184.7公里，桥隧比84.5%；路基33.9公里，占15.5%; 消费提取占81.3%，即52.70亿元；…占18.7%: the share beside the
 * whole and this one make all of something that holds both. */
static bool completes_share(const gm_links *links, unsigned index, unsigned whole) {
  const gm_mention *share = &links->items[index], *w = &links->items[whole];
  return whole + 1 < index && (make_all(w + 1, share) || (whole && make_all(w - 1, share)));
}

#define THE_MOST "最多的是 最大的是 最高的是 居首的是 居首位的是 第一的是 首位的是 最主要的是 主要是"

/* Does the percentage open a row of three or more, with as many amounts told in a row before it? */
static bool opens_row_of_shares(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  unsigned shares = 1, amounts = 0;
  for (unsigned i = index;
       i + 1 < links->count && links->items[i + 1].figure->kind == GM_FIGURE_PERCENT &&
       links->items[i + 1].from == links->items[i].to + 1u && gm_one_of(view, links->items[i].to, "、和与及");
       i++)
    shares++;
  if (shares < 3) return false;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[index]);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || (amounts && !gm_one_of(view, m->to, "、和与及，"))) break;
    amounts++;
  }
  return amounts >= shares;
}

/* 上半年完成3.2亿元，下半年完成4.1亿元，占年度计划8.0亿元的91.3%: are two or more amounts before it, the last of which
 * is mention `part`, that share of the base together? */
static bool parts_fit_base(const gm_links *links, unsigned index, unsigned part, gm_interval percent) {
  const gm_mention *base = &links->items[index - 1];
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  unsigned terms = 0;
  for (unsigned i = part + 1; i-- > 0 && gm_same_sentence(&links->items[i], base);) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_comparable(f, base->figure)) continue;
    if (!gm_interval_add(&sum, f->interval)) return true;
    if (++terms > 1 && gm_ratio_fits(sum, base->figure->interval, percent)) return true;
  }
  return false;
}

/* 计划1250套。已筹集1075套，完成年度计划的116.3%: the plan of the sentence before, when the share is that of the plan
 * in what was done, or has two digits the other way round; -1 when it is not. */
static int plan_turned(const gm_links *links, unsigned index, unsigned part, gm_interval printed) {
  const gm_mention *p = &links->items[part], *share = &links->items[index];
  for (unsigned i = part; i-- > 0 && links->items[i].figure->sentence + 1u >= p->figure->sentence;) {
    const gm_mention *m = &links->items[i];
    gm_decimal computed;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, p->figure)) continue;
    bool turned = gm_ratio_fits(m->figure->interval, p->figure->interval, printed) ||
                  (gm_percent_of(p->figure->value, m->figure->value, share->figure->value.scale, &computed) &&
                   gm_look_alike(computed, share->figure->value) == GM_SWAPPED);
    return gm_is_count(m->figure) && gm_is_count(p->figure) && gm_is_exact(share->figure) && turned &&
                   gm_find_word(links->view, m->label, m->from, "计划 任务 目标 预算 指标") != SIZE_MAX
               ? (int)i
               : -1;
  }
  return -1;
}

static void check_share(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index];
  size_t at, stop;
  gm_lead lead = gm_lead_of(links, index, &at, &stop);
  if (lead == GM_LEAD_NONE ||
      (lead != GM_LEAD_SHARE && lead != GM_LEAD_OF && percent->figure->kind == GM_FIGURE_FRACTION))
    return;
  if (lead == GM_LEAD_RATE && gm_words_before(view, stop, "城镇化率")) return; /* it has a definition of its own */
  if (was_before(links, index)) return;
  int part = part_of(links, lead == GM_LEAD_OF ? index - 1 : index, lead);
  if (part < 0) {
    if (lead == GM_LEAD_SHARE) gm_check_subject_share(check, links, index, at, stop);
    if (lead == GM_LEAD_RATE) gm_check_rate_ahead(check, links, index, stop);
    return;
  }
  if (lead == GM_LEAD_SHARE || lead == GM_LEAD_RATE)
    part = part_by_name(links, index, (unsigned)part, lead == GM_LEAD_RATE ? stop - 1 : at);
  if (names_own(links, percent, &links->items[part])) return;
  /* 实到43人，赞成41票，赞成票占95.3%: the votes, and no persons */
  if (lead == GM_LEAD_SHARE && gm_one_before(view, at, "票") && !gm_one_before(view, links->items[part].to, "票")) return;
  /* 机构95.95万个，…数量最多的是稳健型，占比35.4%: what has the share is told in the clause before */
  if (gm_find_word(view, links->items[part].to, percent->from, THE_MOST) != SIZE_MAX) return;
  /* 实验题满分20分，平均得15.2分，得分率为76%: what can be scored at most is part of nothing */
  if (gm_words_before(view, links->items[part].from, "满分 满分为")) return;
  /* 收入50万元以上的村占比68%: a bound that tells which are counted. */
  if (links->items[part].figure->roles & GM_ROLE_THRESHOLD) return;
  /* 占营业收入的47.3%、34.8%、12.8%和5.2%: nor is a row of shares that of the amount nearest to it */
  if (lead != GM_LEAD_RATE && opens_row_of_shares(links, index)) return;
  /* 分别占: which goes with which is for the reader. */
  if (gm_find_word(view, links->items[part].to, percent->from, "分别") != SIZE_MAX) return;
  gm_interval printed = gm_share_interval(percent->figure, 1);
  const gm_mention *base = NULL;
  int certain = gm_certain_whole(links, index, (unsigned)part, lead, at, stop);
  /* 共有268辆，新能源车67辆，占五分之一: a part is no share of the sum of itself and its total. */
  int known = lead == GM_LEAD_OF || lead == GM_LEAD_PLAN ? -1 : certain;
  const gm_mention *total = &links->items[part] - 1;
  if (known < 0 && part && lead == GM_LEAD_SHARE && percent->figure->kind == GM_FIGURE_FRACTION &&
      total->figure->roles & GM_ROLE_TOTAL && gm_same_sentence(total, percent) &&
      gm_comparable(total->figure, links->items[part].figure) &&
      gm_decimal_compare(total->figure->value, links->items[part].figure->value) > 0)
    known = part - 1;
  if (lead == GM_LEAD_OF && parts_fit_base(links, index, (unsigned)part, printed)) return;
  bool fits = anything_fits(links, index, (unsigned)part, printed, known, lead, &base);
  if (fits && lead == GM_LEAD_OF && base == percent - 1)
    fits = gm_ratio_fits(links->items[part].figure->interval, play_of(links, base), printed);
  else if (fits && base && lead == GM_LEAD_SHARE && gm_is_exact(percent->figure))
    fits = !another_base(links, (unsigned)part, base, stop, percent->from, gm_share_interval(percent->figure, 3));
  if (fits && (!base || base > percent || !gm_in_one_part(links, base, percent)) && lead != GM_LEAD_PLAN &&
      percent->figure->kind == GM_FIGURE_PERCENT)
    fits = !slips_here(links, index, (unsigned)part, lead, at, stop, base != NULL);
  if (fits) {
    if (base && percent->figure->kind == GM_FIGURE_PERCENT) gm_agree(check, percent, &links->items[part], base);
    return;
  }
  if (lead == GM_LEAD_SHARE &&
      (base_is_taken(links, index, (unsigned)part) || gm_goes_on_with_base(links, index, (unsigned)part)))
    return;
  /* 占届满和被撤销人数之和的8.8%; 已到期的45份全部回复，回复率100% */
  if (lead == GM_LEAD_SHARE && gm_find_word(view, stop, percent->from, "之和 总和") != SIZE_MAX) return;
  if (gm_find_word(view, at, percent->from, "（以 （按 （不含 （剔除 （扣除 （含 （包括 （包含") != SIZE_MAX)
    return; /* 起跑率（以总规模计）95.1% */
  if (lead == GM_LEAD_RATE && gm_decimal_compare(percent->figure->value, gm_decimal_of(100)) == 0 &&
      gm_find_word(view, links->items[part].label, percent->clause, "全部 均 都 全 悉数") != SIZE_MAX)
    return;
  /* 17起、16起，合计占38.4%: of both */
  if (lead == GM_LEAD_SHARE && at > percent->clause &&
      gm_words_before(view, at, "合计 共计 总计 一共 两者共 二者共 两项共 合"))
    return;
  if (lead == GM_LEAD_SHARE && (gm_other_base_fits(links, (unsigned)part, stop, percent->from, printed) ||
                                gm_other_count_fits(links, index, (unsigned)part, printed) ||
                                gm_rated_whole_fits(links, (unsigned)part, printed)))
    return;
  if (lead == GM_LEAD_RATE && gm_base_of_rate_fits(links, (unsigned)part, printed)) return;
  /* 现场整改214处，限期整改59处，…完成52处，总整改率97.4%: of all that was done, in several ways */
  if (lead == GM_LEAD_RATE && certain < 0 && gm_one_of(view, percent->clause, "总")) return;
  /* 调解结案1108件、撤诉结案517件，调撤率达到55.16% */
  if ((lead == GM_LEAD_SHARE || lead == GM_LEAD_RATE) && gm_share_of_row_fits(links, (unsigned)part, printed)) return;
  if (in_rows(links, (unsigned)part) || gm_earlier_share_fits(links, index, &links->items[part], printed)) return;
  /* 新建15.2万亩，累计建成面积占耕地面积241.3万亩的74.0% */
  size_t subject_end = lead == GM_LEAD_OF ? gm_find_word(view, percent->clause, percent[-1].from, "占") : at;
  if (lead != GM_LEAD_PLAN && certain < 0 && subject_end != SIZE_MAX &&
      gm_speaks_of_another(view, &links->items[part], percent, subject_end))
    return;
  /* 上半年…优秀87卷；下半年…优秀118卷。全年抽查270卷，优秀率75.9%: of what its own sentence counts */
  const gm_mention *counted = percent - 1;
  if (lead == GM_LEAD_RATE && index && gm_same_sentence(counted, percent) && gm_is_count(counted->figure) &&
      percent->clause == counted->to + 1u && !gm_same_sentence(&links->items[part], percent) &&
      gm_comparable(counted->figure, links->items[part].figure))
    return;
  /* 五星级63个、四星级198个、三星级137个，四星级以上占62.1%: of several of them */
  size_t bound = lead == GM_LEAD_SHARE && links->items[part].to < percent->clause
                     ? gm_find_word(view, percent->clause, at, "以上 以下 以内 以外")
                     : SIZE_MAX;
  if (bound != SIZE_MAX && gm_find_run(view, links->items[part].label, links->items[part].from, percent->clause,
                                       bound + 2 - percent->clause) == SIZE_MAX)
    return;
  int whole = certain >= 0 ? certain : gm_whole_of(links, index, (unsigned)part, lead, at, stop);
  if (whole < 0 && lead == GM_LEAD_RATE) gm_check_rate_between(check, links, index, (unsigned)part);
  if (whole < 0 && lead == GM_LEAD_PLAN) whole = plan_turned(links, index, (unsigned)part, printed);
  if (whole < 0) return;
  const gm_mention *p = &links->items[part], *w = &links->items[whole];
  if (lead == GM_LEAD_SHARE && completes_share(links, index, (unsigned)whole)) return;
  if (lead == GM_LEAD_SHARE &&
      (counts_within_name(links, (unsigned)part, (unsigned)whole, at) || base_is_planned(view, percent, stop, w) ||
       narrows_base(view, w, stop, percent->from - gm_words_before(view, percent->from, "的"))))
    return;
  /* More done than came in: what was left from before counts too, unless a slip of digits explains it. A plan may be
   * outdone: 完成预算4.75亿元的102.5%. */
  bool planned = lead == GM_LEAD_PLAN || (lead == GM_LEAD_OF && gm_find_word(view, percent->clause, percent->from,
                                                                             "计划 任务 目标 预算 指标") != SIZE_MAX);
  bool above = !planned && gm_decimal_compare(p->figure->value, w->figure->value) > 0 &&
               gm_decimal_compare(percent->figure->value, gm_decimal_of(100)) <= 0;
  if (above && certain < 0 && !gm_swap_repairs(p->figure, w->figure, printed)) return;
  /* 超过百亿元 has no upper end, and of three rough figures nothing follows. */
  gm_approximator rough = w->figure->approx;
  if (rough == GM_APPROX_OVER || rough == GM_APPROX_LEAST || rough == GM_APPROX_VAGUE) return;
  /* 共24个品种，…这24个品种占出口的43%: the same things, and the base is something else */
  if (gm_one_before(view, p->from, "这该此") && !gm_decimal_compare(p->figure->value, w->figure->value)) return;
  gm_decimal computed;
  int scale = percent->figure->kind == GM_FIGURE_PERCENT ? percent->figure->value.scale : 1;
  if (!gm_percent_of(p->figure->value, w->figure->value, scale, &computed)) return;
  gm_likeness likeness = gm_look_alike(computed, percent->figure->value);
  if (likeness != GM_SWAPPED && gm_disclaimed(view)) return;
  if (lead == GM_LEAD_RATE && likeness == GM_UNLIKE && gm_whole_has_like_rate(links, index, (unsigned)whole, stop) &&
      !gm_swap_repairs(p->figure, w->figure, printed))
    return;
  /* 目标新增60亿元，年末余额450亿元，…已完成新增目标的65%: what there is at the end is not what was done */
  if (planned &&
      gm_find_word(view, links->items[part].label, p->from, "余额 结余 存量 库存 年末 年底 期末 月末") != SIZE_MAX)
    return;
  if (lead == GM_LEAD_RATE && percent->figure->kind == GM_FIGURE_PERCENT &&
      (gm_has_own_subject(links, percent, stop, p, w) || gm_is_rate_within(links, percent, stop, p, w) ||
       gm_is_of_manner(view, percent, stop, p)) &&
      gm_look_alike(computed, percent->figure->value) != GM_SWAPPED && !gm_swap_repairs(p->figure, w->figure, printed))
    return;
  /* What is wrong with one of the two is told of it. */
  if (certain >= 0 && (above || is_far(percent->figure, computed)) && (gm_is_told(check, p) || gm_is_told(check, w)))
    return;
  if (lead != GM_LEAD_PLAN && lead != GM_LEAD_OF && certain < 0 && is_far(percent->figure, computed) &&
      !gm_swap_repairs(p->figure, w->figure, printed) && !is_sure(links, index, (unsigned)part, whole, lead, stop) &&
      !called_by_part(links, index, (unsigned)part, whole, lead, stop, computed))
    return;
  bool loose = !in_tenths(percent->figure) &&
               gm_ratio_fits(p->figure->interval, play_of(links, w), gm_share_interval(percent->figure, 3));
  bool last_digit = loose && gm_is_last_digit(percent->figure, computed, p->figure->interval, w->figure->interval);
  if (last_digit && !check->hints) return;
  if ((lead == GM_LEAD_SHARE && gm_told_elsewhere(links, index, at)) ||
      (lead == GM_LEAD_RATE && gm_told_elsewhere(links, index, stop)) || gm_share_told_before(check, percent, p, w))
    return;
  gm_report_share(check, percent, p, w, computed);
  if (last_digit)
    gm_lower(check->out, GM_SEVERITY_HINT);
  else if (!gm_same_sentence(p, w) || !gm_is_exact(p->figure) || !gm_is_exact(w->figure) ||
           !gm_is_exact(percent->figure) || loose || percent->figure->kind == GM_FIGURE_FRACTION)
    gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_shares(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    bool percent = links->items[i].figure->kind == GM_FIGURE_PERCENT;
    if (gm_one_before(links->view, links->items[i].from, "×*")) continue; /* (348/360)×100% */
    if (links->count > 2 && (percent || links->items[i].figure->kind == GM_FIGURE_FRACTION))
      check_share(check, links, i);
    if (!percent) continue;
    if (i && links->items[i - 1].figure->kind == GM_FIGURE_DURATION) gm_check_days_of_year(check, links, i);
    gm_check_fraction(check, &links->items[i]);
    gm_check_bracket_counts(check, links, i);
    gm_check_formula(check, &links->items[i]);
    gm_check_capacity(check, links, i);
    gm_check_bed_use(check, links, i);
    gm_check_opposite(check, links, i);
    gm_check_urban_rate(check, links, i);
    gm_check_defined_ratio(check, links, i);
    gm_check_rate_of_named(check, links, i);
  }
  gm_check_sibling_shares(check);
  gm_check_respective_shares(check);
  gm_check_rows_of_rates(check);
  gm_check_half_shares(check);
  gm_check_surveys(check);
  for (unsigned i = 0; i + 4 < links->count; i++)
    if (links->items[i + 2].figure->kind == GM_FIGURE_PERCENT) gm_check_opened_row(check, links, i);
  for (unsigned i = 0; links->count > 2 && i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_PERCENT) {
      gm_check_share_of_division(check, links, i);
      gm_check_slip(check, links, i);
      gm_check_mended_share(check, links, i);
      gm_check_share_of_two(check, links, i);
      gm_check_completed(check, links, i);
      gm_check_saved(check, links, i);
    }
  gm_check_shares_of_divided(check, links);
  gm_check_restated_shares(check, links);
  for (unsigned i = 2; i < links->count; i++) {
    gm_check_based_share(check, links, i);
    gm_check_share_of_past(check, links, i);
  }
  gm_check_turned_rows(check, links);
}
