#include "check/any_fit.h"

#include <stdio.h>

bool gm_sum_of(const gm_links *links, const gm_parts *p, gm_interval *sum, gm_decimal *value) {
  *sum = gm_interval_exact((gm_decimal){0, 0});
  *value = (gm_decimal){0, 0};
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    if (!gm_interval_add(sum, f->interval) || !gm_decimal_add(*value, f->value, value)) return false;
  }
  return true;
}

/* Any-fit: do all the parts, or some neighbouring ones, two at least, come to the total? Some must do so as printed:
 * with the play of their intervals too many would. */
static bool neighbours_fit(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  for (unsigned from = 0; from + 1 < p->count; from++) {
    gm_interval sum = links->items[p->at[from]].figure->interval;
    gm_decimal value = links->items[p->at[from]].figure->value;
    for (unsigned to = from + 1; to < p->count; to++) {
      const gm_figure *f = links->items[p->at[to]].figure;
      if (!gm_interval_add(&sum, f->interval) || !gm_decimal_add(value, f->value, &value)) return true;
      bool all = from == 0 && to + 1 == p->count;
      if (all ? gm_interval_touch(sum, total->interval) : gm_decimal_compare(value, total->value) == 0) return true;
    }
  }
  return false;
}

/* Would the sum fit the total if one part had two neighbouring digits the other way round? Which part, and how. */
static int swapped_part(const gm_links *links, const gm_parts *p, gm_interval total, gm_decimal *should) {
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value)) return -1;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *part = links->items[p->at[i]].figure;
    for (unsigned k = 0; gm_next_swap(part, &k, should, NULL);) {
      gm_decimal change;
      gm_interval shifted = sum;
      if (gm_decimal_subtract(*should, part->value, &change) && gm_interval_add(&shifted, gm_interval_exact(change)) &&
          gm_interval_touch(shifted, total))
        return (int)i;
    }
  }
  return -1;
}

/* Would it fit if the total had? */
static bool swapped_total(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_interval sum;
  gm_decimal value;
  return gm_sum_of(links, p, &sum, &value) && gm_swap_touches(total, sum);
}

/* Would it fit if a part or the total had? */
static bool swap_fits(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_decimal should;
  return swapped_total(links, p, total) || swapped_part(links, p, total->interval, &should) >= 0;
}

#define SURE_DIGITS 4u /* of the total of two parts */

/* Do three parts or more of a total of three digits or more, or two of a longer one, fit but for such a swap? Of parts
 * that overlap hardly any do by chance. */
static bool is_sure_swap(const gm_links *links, const gm_figure *total, const gm_parts *p) {
  return (p->count > 2 ? gm_decimal_compare(total->value, gm_decimal_of(100)) >= 0
                       : p->count == 2 && gm_decimal_significant(total->value) >= SURE_DIGITS) &&
         swap_fits(links, p, total);
}

static bool all_exact(const gm_links *links, const gm_figure *total, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++)
    if (!gm_is_exact(links->items[p->at[i]].figure)) return false;
  return gm_is_exact(total);
}

/* Is the number of three printed digits or more: 740, 7.12万, and not 74万? */
static bool is_long(const gm_figure *f) {
  return gm_decimal_significant(f->value) >= 3 ||
         (!(f->numeral_flags & GM_NUMERAL_SCALED) && gm_decimal_compare(f->value, gm_decimal_of(100)) >= 0);
}

bool gm_is_swapped_sum(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_figure *whole = links->items[total].figure;
  return all_exact(links, whole, p) && is_long(whole) && swap_fits(links, p, whole);
}

#define PERMUTED_LEAST 3 /* digits that are printed: of two every other order is a swap */

bool gm_is_reordered(const gm_links *links, const gm_figure *total, const gm_parts *p, gm_decimal sum) {
  gm_decimal a = gm_decimal_trim(total->value), b = gm_decimal_trim(sum);
  unsigned seen[2][10] = {{0}}, digits = 0;
  if (!all_exact(links, total, p) || a.scale != b.scale || a.digits <= 0 || b.digits <= 0) return false;
  for (; a.digits && b.digits; a.digits /= 10, b.digits /= 10, digits++) {
    seen[0][a.digits % 10]++;
    seen[1][b.digits % 10]++;
  }
  return a.digits == b.digits && !memcmp(seen[0], seen[1], sizeof seen[0]) &&
         gm_decimal_significant(total->value) >= PERMUTED_LEAST && digits >= PERMUTED_LEAST;
}

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
static bool holds_complements(const gm_links *links, const gm_parts *p) {
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

/* Is the difference one that tells of an error, and not of parts that overlap or leave something out? 0, or the
 * severity. */
static gm_severity verdict(const gm_links *links, const gm_mention *total, const gm_parts *p, gm_decimal sum,
                           gm_parts_place where) {
  gm_decimal value = total->figure->value;
  bool near = swap_fits(links, p, total->figure);
  bool above = gm_decimal_compare(sum, value) > 0;
  bool approximate = !gm_is_exact(total->figure);
  for (unsigned i = 0; i < p->count; i++) approximate = approximate || !gm_is_exact(links->items[p->at[i]].figure);
  gm_severity best = approximate || p->mixed ? GM_SEVERITY_WARNING : GM_SEVERITY_ERROR;
  if (near && where == GM_PARTS_LOOSE && !approximate) {
    /* Nothing says that they are its parts but the sum itself: only a long number is no chance. */
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
      if (above && p->count > 2 && gm_within(sum, value, 120)) return GM_SEVERITY_WARNING;
      if (above && p->count > 2 && gm_within(sum, value, 500) && holds_complements(links, p))
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
      if (p->closed && gm_decimal_significant(value) >= PERMUTED_LEAST && one_digit_repairs(links, p, total->figure))
        return GM_SEVERITY_WARNING;
      if (p->closed && gm_within(sum, value, above ? FAR_BELOW : FAR_ABOVE)) return GM_SEVERITY_WARNING;
      /* The total's clause follows at once: 第一期60人，第二期55人，共培训151人. */
      return gm_within(sum, value, 500) && p->count < 12 ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
    case GM_PARTS_LOOSE: return GM_SEVERITY_OFF;
    default: return p->count >= 3 && gm_within(sum, value, 10) ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
  }
}

static void report_sum(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p,
                       gm_decimal sum, gm_severity severity) {
  const gm_view *view = check->view;
  gm_buffer terms = {0};
  for (unsigned i = 0; i < p->count; i++) {
    if (i) gm_buffer_string(&terms, "+");
    gm_buffer_string(&terms, gm_quote_like(links->items[p->at[i]].figure->value, total, view).text);
  }
  gm_decimal should;
  int wrong = swapped_part(links, p, total->figure->interval, &should);
  gm_report_mention(check, total);
  gm_lower(check->out, severity);
  if (wrong >= 0 && !swapped_total(links, p, total->figure))
    gm_say(check->out, check->language, "%.*s=%s，总数为%s；若%s为%s则相符",
           "%.*s = %s, the total says %s; it would fit if %s were %s", (int)terms.count, terms.items,
           gm_quote_amount(sum, total, view).text, gm_quote_mention(view, total).text,
           gm_quote_mention(view, &links->items[p->at[wrong]]).text,
           gm_quote_amount(should, &links->items[p->at[wrong]], view).text);
  else {
    gm_say(check->out, check->language, "%.*s=%s，总数为%s", "%.*s = %s, the total says %s", (int)terms.count,
           terms.items, gm_quote_amount(sum, total, view).text, gm_quote_mention(view, total).text);
    gm_offer_value(check, total, sum);
  }
  for (unsigned i = 0; i < p->count; i++) gm_relate_mention(check, &links->items[p->at[i]], "分项", "a part");
  gm_array_free(&terms);
}

bool gm_is_item(const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[total];
  return gm_find_mark(view, gm_sentence_start(view, m->from), m->from, "；") != SIZE_MAX;
}

/* Do the words of an amount come again in those of some part? */
static bool spoken_of(const gm_links *links, unsigned index, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t from, to, part_from, part_to;
  gm_part_words(links, index, &from, &to);
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *part = &links->items[p->at[i]];
    gm_part_words(links, p->at[i], &part_from, &part_to);
    if (gm_share_pair(view, from, m->from, part_from, part->from) ||
        gm_share_pair(view, from, m->from, part->to, part_to) ||
        gm_share_pair(view, m->to, to, part_from, part->from) || gm_share_pair(view, m->to, to, part->to, part_to))
      return true;
  }
  return false;
}

/* 收到1264条，采纳717条。其中：收到甲类57条，采纳31条；收到乙类702条，采纳355条: every other part belongs to the first
 * total. Keeps the parts of the column whose verb or noun the total shares. */
static bool take_column(const gm_links *links, unsigned total, gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  unsigned columns = 0, rank = 0;
  bool item = gm_is_item(links, total);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (item && i < total && gm_find_mark(view, m->to, whole->from, "；") != SIZE_MAX) continue;
    if (!gm_same_sentence(m, whole) || i >= p->at[0] || !gm_is_part(m->figure) ||
        !gm_comparable(m->figure, whole->figure))
      continue;
    /* 辖14个村，共有小组206个，其中…: what the parts do not speak of is no column. */
    if (i != total && (!spoken_of(links, i, p) || m->figure->value.digits == (int64_t)p->count)) continue;
    if (i < total) rank++;
    columns++;
  }
  if (columns < 2) return true;
  if (p->count % columns || p->count / columns < 2) return false;
  /* The parts must repeat the words of the totals in their order, or one word of their own: 收到903条. …甲提出96条. */
  gm_parts column = {.count = 0};
  for (unsigned i = rank; i < p->count; i += columns) {
    const gm_mention *m = &links->items[p->at[i]], *first = &links->items[p->at[rank]];
    if (!gm_share_pair(links->view, whole->clause, whole->from, m->clause, m->from) &&
        !gm_share_pair(links->view, first->label, first->from, m->label, m->from))
      return false;
    column.at[column.count++] = p->at[i];
  }
  *p = column;
  return p->count >= 2;
}

/* Could any other amount of the paragraph be the total that these parts make up? */
static bool another_total_fits(const gm_links *links, const gm_parts *p, unsigned total) {
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value)) return true;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (i == total || !gm_is_amount(f) || !gm_comparable(f, links->items[total].figure)) continue;
    bool own = false;
    for (unsigned k = 0; k < p->count; k++) own = own || p->at[k] == i;
    if (!own && gm_interval_touch(sum, f->interval)) return true;
  }
  return false;
}

/* The sum with an amount in brackets beside the total taken off: 7305件（含上年结转1219件）. */
static bool carried_over_fits(const gm_links *links, unsigned total, gm_interval sum) {
  for (unsigned i = total + 1; i < links->count && gm_same_sentence(&links->items[i], &links->items[total]); i++) {
    const gm_figure *f = links->items[i].figure;
    gm_interval with = sum;
    if (f->roles & GM_ROLE_PAREN && gm_is_amount(f) && gm_interval_add(&with, f->interval) &&
        gm_interval_touch(with, links->items[total].figure->interval))
      return true;
  }
  return false;
}

/* Notes what a total agrees with, when all its parts come to it. */
static void agree(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p) {
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value) || !gm_interval_touch(sum, total->figure->interval)) return;
  gm_agree(check, total, NULL, NULL);
  for (unsigned i = 0; i < p->count; i++) gm_agree(check, &links->items[p->at[i]], NULL, NULL);
}

/* The part that has 亿 for 万, 万 for nothing or a zero more, if the parts come to the total without that; *power gets
 * the power of ten it must be raised by. -1 when there is none. A part that does not exceed the total has lost 万 or 亿
 * alone: with zeros more too many would fit. */
static int shifted_part(const gm_links *links, const gm_parts *p, const gm_figure *total, int *power) {
  static const int powers[] = {-4, -8, -1, -2, -3, 4, 8};
  if (!gm_is_exact(total)) return -1;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    bool exceeds = gm_decimal_compare(f->interval.low, total->interval.high) > 0;
    gm_interval others = gm_interval_exact((gm_decimal){0, 0}), should = f->interval;
    bool summed = gm_is_exact(f) && f->value.digits > 0;
    for (unsigned k = 0; k < p->count; k++)
      if (k != i) summed = summed && gm_interval_add(&others, links->items[p->at[k]].figure->interval);
    for (size_t k = 0; summed && k < sizeof powers / sizeof *powers; k++) {
      gm_interval sum = others;
      *power = powers[k];
      if (exceeds == (*power > 0) || !gm_decimal_shift(f->interval.low, *power, &should.low) ||
          !gm_decimal_shift(f->interval.high, *power, &should.high))
        continue;
      if (gm_interval_add(&sum, should) && gm_interval_touch(sum, total->interval)) return (int)i;
    }
  }
  return -1;
}

/* 7000亿元 as it would read at another scale: 7000万元. */
static gm_quote quote_shifted(const gm_view *view, const gm_mention *m, int power) {
  static const char *const scales[] = {"", "万", "亿"};
  size_t number = gm_view_find(view, m->figure->number_end);
  int scale = gm_one_before(view, number, "亿") ? 2 : gm_one_before(view, number, "万") ? 1 : 0, to = scale + power / 4;
  gm_decimal should;
  if (power % 4 || to < 0 || to > 2)
    return gm_decimal_shift(m->figure->value, power, &should) ? gm_quote_amount(gm_decimal_trim(should), m, view)
                                                              : gm_quote_mention(view, m);
  gm_quote quote = gm_quote_line(view, m->number, number - (scale > 0));
  size_t unit = gm_view_find(view, m->figure->unit_start), length = strlen(quote.text);
  while (gm_one_of(view, unit, "万亿")) unit++;
  snprintf(quote.text + length, sizeof quote.text - length, "%s%s", scales[to], gm_quote_line(view, unit, m->to).text);
  return quote;
}

bool gm_report_shifted(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p) {
  const gm_view *view = check->view;
  int power, wrong = shifted_part(links, p, total->figure, &power);
  if (wrong < 0) return false;
  const gm_mention *part = &links->items[p->at[wrong]];
  if (gm_is_told(check, part) || gm_is_told(check, total) || gm_disclaimed(view)) return true;
  gm_report_mention(check, part);
  gm_say(check->out, check->language, "若%s为%s，各项合计与总数%s相符：请核对量级",
         "if %s were %s the parts would come to the total %s: check its scale", gm_quote_mention(view, part).text,
         quote_shifted(view, part, power).text, gm_quote_mention(view, total).text);
  gm_relate_mention(check, total, "总数", "the total");
  for (unsigned i = 0; i < p->count; i++)
    if ((int)i != wrong) gm_relate_mention(check, &links->items[p->at[i]], "分项", "a part");
  return true;
}

static bool all_fit(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_interval sum;
  gm_decimal value;
  return !gm_sum_of(links, p, &sum, &value) || gm_interval_touch(sum, total->interval);
}

/* 共1256台，其中甲型684台、乙型412台；交付1193台，…: what stands behind ； is no part when with it they exceed the
 * total.
 */
static void cut_at_semicolon(const gm_links *links, const gm_mention *whole, gm_parts *p) {
  gm_interval sum;
  gm_decimal value;
  unsigned first = 1;
  while (first < p->count && gm_find_mark(links->view, links->items[p->at[first - 1]].to,
                                          links->items[p->at[first]].from, "；") == SIZE_MAX)
    first++;
  if (first < 2 || first == p->count) return;
  for (unsigned i = 1; i < first; i++) { /* each at once behind the one before */
    const gm_mention *m = &links->items[p->at[i]], *before = &links->items[p->at[i - 1]];
    if (m->clause > before->to + 1u && links->items[p->at[i] - 1].to + 1u != m->clause) return;
  }
  const gm_mention *next = &links->items[p->at[first]]; /* 收到甲类57条，采纳31条；收到乙类702条，…: rows */
  for (unsigned i = 0; i < first; i++)
    if (gm_share_pair(links->view, next->label, next->from, links->items[p->at[i]].label, links->items[p->at[i]].from))
      return;
  const gm_mention *rest = &links->items[p->at[first - 1]];
  if (first > 2 && gm_find_word(links->view, rest->label, rest->from, "其他 其它 其余") != SIZE_MAX) {
    p->count = first;
    return;
  }
  if (gm_sum_of(links, p, &sum, &value) && !gm_within(value, whole->figure->value, 100) &&
      gm_decimal_compare(value, whole->figure->value) > 0)
    p->count = first;
}

/* 其中人员费185万元、业务费96万元、设备费39万元，已支出314万元: what stands behind the comma of a list in 、 is no part
 * when one swap of digits repairs the sum without it. */
static void cut_at_comma(const gm_links *links, const gm_mention *whole, gm_parts *p) {
  gm_parts list = *p;
  list.count = 1;
  while (list.count < p->count && gm_one_of(links->view, links->items[p->at[list.count - 1]].to, "、")) list.count++;
  if (list.count > 1 && list.count < p->count && !all_fit(links, &list, whole->figure) &&
      is_sure_swap(links, whole->figure, &list))
    p->count = list.count;
}

/* 总数180辆，年初为163辆，新购24辆、报废7辆: is one of the parts what there was at first?
 * 年初8460户，新增1240户、结清2175户， 年末7525户: or one what there is at last, when the total is what there was at
 * first? */
static bool was_at_first(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    if (m > whole && gm_find_word(links->view, m->label, m->from, "末 底") != SIZE_MAX &&
        gm_spans_a_time(links, whole, m))
      return true;
    /* The last characters of all those words: before most parts none of them stands. */
    if (!gm_one_before(links->view, m->from, "为有共是仅初末底") &&
        !(m->from && links->view->cls[m->from - 1] & GM_SPACE))
      continue;
    size_t to = m->from - gm_words_before(links->view, m->from, "为 有 共 共有 是 仅 仅有 只有");
    if (gm_words_before(links->view, to, "年初 期初 月初 上年末 去年末 去年底 上年底 上月末 上月底 学期初"))
      return true;
  }
  return false;
}

/* 年初624张，…，年末642张，其中286张、214张、142张: is the sum what an amount nearer to the parts tells? */
static bool nearer_total_fits(const gm_links *links, const gm_parts *p, unsigned total, gm_interval sum) {
  for (unsigned i = total + 1; i < p->at[0]; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_comparable(f, links->items[total].figure) && gm_interval_touch(sum, f->interval))
      return true;
  }
  return false;
}

/* 共1468台（套）：烟感620台，呼叫器486台，水流监测362套: does something among the parts have the unit in brackets? */
static bool is_of_two_units(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  if (!gm_one_before(links->view, whole->to, "）")) return false;
  for (unsigned i = 0; i < p->count; i++) /* they are counted */
    if (!gm_comparable(links->items[p->at[i]].figure, whole->figure)) return false;
  for (unsigned i = p->at[0]; i < links->count && gm_same_sentence(&links->items[i], &links->items[p->at[0]]); i++)
    if (gm_is_countable(links->items[i].figure) && !gm_comparable(links->items[i].figure, whole->figure)) return true;
  return false;
}

/* Would the parts, as printed, come to the total as printed if one of them had two neighbouring digits the other way
 * round? */
static bool printed_swap_fits(const gm_links *links, const gm_parts *p, const gm_figure *total, gm_decimal sum) {
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *part = links->items[p->at[i]].figure;
    gm_decimal should, shifted;
    for (unsigned k = 0; gm_next_swap(part, &k, &should, NULL);)
      if (gm_decimal_subtract(sum, part->value, &shifted) && gm_decimal_add(shifted, should, &shifted) &&
          !gm_decimal_compare(shifted, total->value))
        return true;
  }
  return false;
}

/* 24万元，其中7.2万元、4.5万元、6.6万元、1.8万元、3万元: they come to 24万 only if 3万 were rounded, and as printed
 * when 4.5 is 5.4. 412名，其中县级河长18名、乡级河长126名、村级河长286名: that two of them make it is chance, when all
 * are of one kind and do so with 268. */
static bool fits_by_chance(const gm_links *links, const gm_mention *whole, const gm_parts *p, gm_parts_place where) {
  gm_interval sum;
  gm_decimal value, off, play;
  if (p->count < 3 || where == GM_PARTS_LOOSE || where == GM_PARTS_BEFORE || !all_exact(links, whole->figure, p) ||
      !gm_sum_of(links, p, &sum, &value) || !gm_decimal_subtract(value, whole->figure->value, &off) ||
      !gm_decimal_subtract(whole->figure->interval.high, whole->figure->value, &play) || !off.digits)
    return false;
  bool above = off.digits > 0;
  if (!above) off.digits = -off.digits;
  if (!(gm_interval_touch(sum, whole->figure->interval) ? gm_decimal_compare(off, play) > 0
                                                        : above && gm_parts_repeat(links, whole, p)))
    return false;
  return printed_swap_fits(links, p, whole->figure, value);
}

bool gm_try_sum(gm_line_check *check, const gm_links *links, unsigned total, gm_parts *p, gm_parts_place where) {
  const gm_mention *whole = &links->items[total];
  gm_interval sum;
  gm_decimal value;
  if (p->count < 2) return false;
  if (was_at_first(links, whole, p)) return true;
  /* 最高的11月796万吨，最低的2月604万吨。其中…: the sentence behind divides neither. */
  if (!gm_same_sentence(whole, &links->items[p->at[0]]) &&
      gm_find_word(links->view, whole->clause, whole->from, "最高 最低 最多 最少 最大 最小") != SIZE_MAX)
    return true;
  /* 超1.5万批次 has no upper end, and 在村居住的超过一万人 none either. */
  if (whole->figure->approx == GM_APPROX_OVER || whole->figure->approx == GM_APPROX_LEAST) return true;
  for (unsigned i = 0; i < p->count; i++)
    if (links->items[p->at[i]].figure->approx == GM_APPROX_OVER) return true;
  bool fit = all_fit(links, p, whole->figure); /* 其中甲214个、乙772个，其他90个: nothing is cut off then */
  if (!fit && where == GM_PARTS_BEHIND) cut_at_semicolon(links, whole, p);
  if (!fit && where != GM_PARTS_BEFORE) cut_at_comma(links, whole, p);
  if (neighbours_fit(links, p, whole->figure)) {
    if (!fits_by_chance(links, whole, p, where) || gm_disclaimed(check->view) || !gm_sum_of(links, p, &sum, &value))
      agree(check, links, whole, p);
    else if (!gm_is_told(check, whole))
      report_sum(check, links, whole, p, value, GM_SEVERITY_WARNING);
    return true;
  }
  if (where != GM_PARTS_BEFORE && !is_sure_swap(links, whole->figure, p) && !take_column(links, total, p)) return false;
  if (neighbours_fit(links, p, whole->figure)) {
    agree(check, links, whole, p);
    return true;
  }
  if (!gm_sum_of(links, p, &sum, &value)) return true;
  if (nearer_total_fits(links, p, total, sum) || is_of_two_units(links, whole, p)) return true;
  /* The parts of 361件 told once more, 合计316件: that they make the other is no excuse for this one. */
  bool slip = p->closed && gm_is_reordered(links, whole->figure, p, value);
  slip = slip || (where == GM_PARTS_BEHIND && p->count > 2 && swapped_total(links, p, whole->figure));
  if ((!slip && another_total_fits(links, p, total)) || carried_over_fits(links, total, sum)) return true;
  if (where != GM_PARTS_LOOSE && (where != GM_PARTS_BEFORE || p->closed) && gm_report_shifted(check, links, whole, p))
    return true;
  /* AR-02 speaks of a part above its whole, unless a slip of digits explains the sum. */
  bool exceeds = false;
  for (unsigned i = 0; i < p->count; i++)
    exceeds =
        exceeds || gm_decimal_compare(links->items[p->at[i]].figure->interval.low, whole->figure->interval.high) > 0;
  if (exceeds && !p->closed && !swap_fits(links, p, whole->figure)) return true;
  gm_severity severity = verdict(links, whole, p, value, where);
  /* 47.3亿元，其中家具18.5亿元、服装16.2亿元: that 34.7 has the digits of 47.3 is chance */
  bool partial = where == GM_PARTS_BEHIND && p->count == 2 && !gm_exhaustive(links, p) &&
                 gm_decimal_significant(whole->figure->value) < SURE_DIGITS;
  if (!severity && where != GM_PARTS_LOOSE && !partial && gm_is_reordered(links, whole->figure, p, value))
    severity = GM_SEVERITY_WARNING;
  /* 特殊困难家庭2600户、普通家庭4300户: what people are counted by too, but here of all there are; men and women apart,
   * who may be of two things */
  bool apart = p->apart || (p->count == 2 && holds_complements(links, p) && gm_parts_parallel(links, p));
  bool sure = is_sure_swap(links, whole->figure, p) ||
              (gm_exhaustive(links, p) && all_exact(links, whole->figure, p) && swap_fits(links, p, whole->figure)),
       overlap = !apart && !sure && gm_parts_overlap(links, p);
  if (!severity || overlap || gm_disclaimed(check->view)) return false;
  if (gm_some_sum_fits(links, total, p, sure)) return true;
  /* So far off, and no slip of a digit away, they are rather parts of something else. */
  if (!p->closed && where != GM_PARTS_BRACKET && gm_is_far(value, whole->figure->value) &&
      !gm_is_reordered(links, whole->figure, p, value) && !swap_fits(links, p, whole->figure))
    return true;
  if (!gm_is_told(check, whole)) report_sum(check, links, whole, p, value, severity);
  return true;
}
