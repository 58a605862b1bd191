/* Whether a difference tells of an error, and not of parts that overlap or leave something out. */
#include "check/complement.h"
#include "check/sum_judged.h"

/* 正式民警29人，辅警16人: are both named right before their number, by words that end in one character? */
static bool heads_alike(const gm_links *links, const gm_parts *p) {
  const gm_mention *a = &links->items[p->at[0]], *b = &links->items[p->at[1]];
  const gm_view *view = links->view;
  return a->from > a->label && b->from > b->label && view->cls[a->from - 1] & GM_HAN &&
         view->cp[a->from - 1] == view->cp[b->from - 1] && !gm_one_before(view, a->from, "有为达共占含计");
}

/* Would it fit if one digit of a part or of the total were another? Of small numbers that says little. */
static bool one_digit_repairs(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_interval sum;
  gm_decimal value, off;
  if (!gm_sum_of(links, p, &sum, &value) || !gm_decimal_subtract(value, total->value, &off)) return false;
  int64_t digits = off.digits < 0 ? -off.digits : off.digits;
  while (digits && digits % 10 == 0) digits /= 10;
  return digits > 0 && digits < 10;
}

#define LOOSE_DIGITS 4 /* significant digits: fewer agree by chance */

/* Money is told by where it comes from and by what it is for, and then counted twice. */
static bool by_source(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t from = links->items[p->at[0]].label, to = links->items[p->at[p->count - 1]].from;
  return gm_find_word(view, from, to,
                      "财政 自筹 上级 省级 中央 专项 争取 贷款 社会 债券 配套 本级 累计 亿元以上 以上 重点 主要") !=
         SIZE_MAX;
}

/* Per thousand of a total that is told right behind a closed row of parts: half of them, or more than twice. */
#define FAR_BELOW 1500
#define FAR_ABOVE 600

/* 建议提案168件，其中建议97件、提案71件: does the total's name hold what its two parts are called by? */
static bool named_in_total(const gm_links *links, const gm_mention *total, const gm_parts *p) {
  const gm_view *view = links->view;
  uint32_t heads[2][2];
  if (p->count != 2) return false;
  /* 新增、增容变压器360台, but 清收、核销等方式处置 names them as examples */
  bool whole = gm_find_word(view, total->clause, total->from, "等") == SIZE_MAX;
  size_t named = whole ? total->clause : total->label;
  for (unsigned i = 0; i < 2; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    if (m->from < m->label + 2u) return false;
    memcpy(heads[i], view->cp + m->from - 2, sizeof heads[i]);
    bool found = false;
    for (size_t k = named; k + 1 < total->from && !found; k++)
      found = !memcmp(view->cp + k, heads[i], sizeof heads[i]) && view->cls[k] & GM_HAN;
    if (!found) return false;
  }
  return memcmp(heads[0], heads[1], sizeof heads[0]) != 0;
}

/* 公办14家、公建民营7家、民办11家: do two of the parts leave nothing out, so that none can lie in another? */
bool gm_holds_complements(const gm_links *links, const gm_parts *p) {
  size_t from, to, other, other_to;
  for (unsigned i = 0; i < p->count; i++)
    for (unsigned k = i + 1; k < p->count; k++) {
      gm_part_words(links, p->at[i], &from, &to);
      gm_part_words(links, p->at[k], &other, &other_to);
      if (gm_complementary(links->view, from, to, other, other_to)) return true;
    }
  return false;
}

/* 其中2025年140人，2026年160人: is each part that of a year of its own? */
static bool by_years(const gm_links *links, const gm_parts *p) {
  unsigned last = 0;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]], *year = m - 1;
    if (!p->at[i] || year->figure->kind != GM_FIGURE_YEAR || year->to != m->from || year->figure->date.year <= last)
      return false;
    last = year->figure->date.year;
  }
  return p->count > 1;
}

/* 年内新建27处、改建35处，能自动监测的449处: do both marks part them? Then they may be told apart by two things. */
static bool parted_by_both(const gm_links *links, const gm_parts *p) {
  bool paused = false, stopped = false;
  for (unsigned i = 0; i + 1 < p->count; i++) {
    size_t to = links->items[p->at[i]].to;
    paused = paused || gm_one_of(links->view, to, "、");
    stopped = stopped || gm_one_of(links->view, to, "，；");
  }
  return paused && stopped;
}

/* 三项合计12.6亿元 of what comes to 1.26亿元: two digits or more, and another power of ten. */
bool gm_has_lost_scale(gm_decimal sum, gm_decimal total) {
  gm_decimal a = gm_decimal_trim(sum), b = gm_decimal_trim(total);
  while (a.digits && a.digits % 10 == 0) a.digits /= 10;
  while (b.digits && b.digits % 10 == 0) b.digits /= 10;
  return a.digits == b.digits && a.digits > 9 && gm_decimal_compare(sum, total) != 0;
}

/* Is the difference one that tells of an error, and not of parts that overlap or leave something out? 0, or the
 * severity. */
gm_severity gm_sum_verdict(const gm_links *links, const gm_mention *total, const gm_parts *p, gm_decimal sum,
                           gm_parts_place where) {
  gm_decimal value = total->figure->value;
  bool near = gm_swap_fits(links, p, total->figure);
  bool above = gm_decimal_compare(sum, value) > 0;
  bool approximate = !gm_is_exact(total->figure);
  for (unsigned i = 0; i < p->count; i++) approximate = approximate || !gm_is_exact(links->items[p->at[i]].figure);
  gm_severity best = approximate || p->mixed ? GM_SEVERITY_WARNING : GM_SEVERITY_ERROR;
  if (near && where == GM_PARTS_LOOSE) {
    /* Nothing says that they are its parts but the sum itself: only a long number is no chance, and a rough one is. */
    if (approximate) return GM_SEVERITY_OFF;
    bool many = p->count > 3 || gm_exhaustive(links, p);
    return gm_decimal_significant(value) + many >= LOOSE_DIGITS ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
  }
  if (near && where == GM_PARTS_NEXT_SENTENCE && p->count < 3)
    return gm_decimal_significant(value) >= 3 ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
  /* Two parts of two digits: one in a few can be turned to fit. */
  if (near && where == GM_PARTS_BEHIND && p->count == 2 && gm_decimal_significant(value) < 3 &&
      !gm_parts_parallel(links, p) && !gm_exhaustive(links, p) &&
      !(links->items[p->at[0]].figure->roles & GM_ROLE_PAREN))
    near = false;
  if (near) return best;
  bool surely = p->closed || (where == GM_PARTS_BEHIND && p->count > 2 && gm_decimal_significant(value) > 2);
  if (surely && gm_has_lost_scale(sum, value)) return best;
  if (where != GM_PARTS_LOOSE && where != GM_PARTS_BEFORE && gm_parts_are_bands(links, p) && gm_within(sum, value, 300))
    return best;
  switch (where) {
    case GM_PARTS_BRACKET:
      if (gm_exhaustive(links, p) && gm_within(sum, value, 500)) return best;
      if (gm_parts_parallel(links, p) && gm_within(sum, value, above ? 500 : 100)) return best;
      if (p->count == 2 && gm_within(sum, value, 60) && heads_alike(links, p)) return GM_SEVERITY_WARNING;
      return gm_within(sum, value, p->count > 2 ? 100 : above ? 30 : 10) ? best : GM_SEVERITY_OFF;
    case GM_PARTS_LISTED:
      if (gm_within(sum, value, 500)) return best;
      return GM_SEVERITY_OFF;
    case GM_PARTS_BEHIND:
      if ((gm_exhaustive(links, p) || named_in_total(links, total, p)) && gm_within(sum, value, 500)) return best;
      /* 肉类21.73万吨，其中猪肉、禽肉、牛肉、羊肉 come to 21.42: what is left may be of kinds that are not told */
      if (gm_within(sum, value, p->count > 2 || above ? 30 : 10) &&
          (above || one_digit_repairs(links, p, total->figure)))
        return best;
      if (above && gm_within(sum, value, 500) && by_years(links, p)) return GM_SEVERITY_WARNING;
      if (above && p->count > 2 && parted_by_both(links, p)) return GM_SEVERITY_OFF;
      if (above && p->count > 2 && gm_within(sum, value, 120)) return GM_SEVERITY_WARNING;
      if (above && p->count > 2 && gm_within(sum, value, 500) && gm_holds_complements(links, p))
        return GM_SEVERITY_WARNING;
      /* Lengths and money are not counted twice as people are. */
      if (above && gm_is_measured(total->figure) &&
          gm_within(sum, value, p->count > 2 && !by_source(links, p) ? 250 : 60))
        return GM_SEVERITY_WARNING;
      if (above && (gm_parts_parallel(links, p) || gm_parts_repeat(links, total, p)) && gm_within(sum, value, 500))
        return GM_SEVERITY_WARNING;
      if (p->count > 2 && gm_within(sum, value, 100) && gm_parts_parallel(links, p) &&
          one_digit_repairs(links, p, total->figure))
        return GM_SEVERITY_WARNING;
      return GM_SEVERITY_OFF;
    case GM_PARTS_BEFORE:
      if (gm_within(sum, value, 30)) return best;
      if (p->closed && gm_decimal_significant(value) >= GM_PERMUTED_LEAST && one_digit_repairs(links, p, total->figure))
        return GM_SEVERITY_WARNING;
      if (p->closed && gm_within(sum, value, above ? FAR_BELOW : FAR_ABOVE)) return GM_SEVERITY_WARNING;
      /* The total's clause follows at once: 第一期60人，第二期55人，共培训151人. */
      return gm_within(sum, value, 500) && p->count < 12 ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
    case GM_PARTS_LOOSE: return GM_SEVERITY_OFF;
    default: return p->count >= 3 && gm_within(sum, value, 10) ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
  }
}
