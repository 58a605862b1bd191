#include "check/known.h"

#include "check/again.h"
#include "check/link.h"

#define HAN_BYTES  3u
#define VERB_BYTES (2 * HAN_BYTES) /* 引进, 改造 */

static uint32_t noun_bytes(const gm_figure *f) { return f->noun_end - f->noun_start; }

static bool is_behind(const gm_figure *f) { return f->noun_start == f->end && f->noun_end > f->noun_start; }

static bool is_far(gm_decimal a, gm_decimal b) {
  gm_decimal less = gm_decimal_compare(a, b) < 0 ? a : b, more = gm_decimal_compare(a, b) < 0 ? b : a, twice;
  return !gm_decimal_multiply(less, gm_decimal_of(2), &twice) || gm_decimal_compare(twice, more) < 0;
}

/* Do the values contradict each other: two digits the other way round, or a rounded number that the exact one is not?
 */
static bool slipped(const gm_figure *a, const gm_figure *b) {
  if (gm_is_exact(a) && gm_is_exact(b)) return gm_look_alike(a->value, b->value) == GM_SWAPPED;
  return gm_is_exact(a) != gm_is_exact(b) && !gm_interval_touch(a->interval, b->interval) &&
         !is_far(a->value, b->value);
}

/* Is nothing around the two told of another year, place or body? */
static bool same_around(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                        gm_measure *y) {
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  return !gm_other_years(x, y) && gm_names_agree(x, y);
}

/* 签约项目73个 … 37个项目中，甲类14个，乙类23个: a whole that its parts bear out, against one that nothing does. */
static bool is_whole_again(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                           gm_measure *y) {
  return second->figure->roles & GM_ROLE_WHOLE_LEAD && second->figure->verified && !first->figure->verified &&
         gm_is_exact(first->figure) && slipped(first->figure, second->figure) &&
         gm_speaks_again(check, first, x, second, y, false);
}

/* 引进产业项目80余个 … 引进的76个产业项目: the deed and its object, told again as known. */
static bool is_deed_again(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                          gm_measure *y) {
  const gm_figure *f = first->figure, *g = second->figure;
  gm_text line = check->draft->lines[first->line], other = check->draft->lines[second->line];
  uint32_t size = noun_bytes(g), start = gm_figure_from(f), before = gm_figure_from(g);
  uint32_t of = gm_reads_before(other, before, "的");
  if (!of || !is_behind(g) || before < of + VERB_BYTES || f->roles & GM_ROLE_OF_WHICH || !slipped(f, g)) return false;
  const char *verb = other.ptr + before - of - VERB_BYTES, *noun = other.ptr + g->noun_start;
  if (is_behind(f)) {
    if (noun_bytes(f) != size || memcmp(line.ptr + f->noun_start, noun, size)) return false;
  } else {
    if (start < size || memcmp(line.ptr + start - size, noun, size)) return false;
    start -= size;
  }
  return start >= VERB_BYTES && !memcmp(line.ptr + start - VERB_BYTES, verb, VERB_BYTES) &&
         same_around(check, first, x, second, y);
}

#define YEAR_BYTES 45u /* before a figure that say of which year it is: 回顾全年， */

static bool has_digit(gm_text line, uint32_t from, uint32_t to) {
  while (from < to && (line.ptr[from] < '0' || line.ptr[from] > '9')) from++;
  return from < to;
}

/* 完成投资5.36亿元，比上年增加0.67亿元 … 回顾全年，4.69亿元投资: just what it was the year before, told as this year's.
 */
static bool is_of_last_year(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                            gm_measure *y) {
  static const char *const before[] = {"比上年", "较上年", "比去年", "较去年", "同比", NULL},
                           *const now[] = {"全年", "今年", "一年来", "本年", NULL},
                           *const then[] = {"上年", "去年", "前年", "同期", "由", "从", "比", "较", "原", "。", NULL};
  const gm_figure *f = first->figure, *g = second->figure, *change = f + 1;
  gm_text line = check->draft->lines[first->line], other = check->draft->lines[second->line];
  gm_decimal was;
  if (!f->noun_hash || f->noun_hash != g->noun_hash || first->index + 1 >= check->figures[first->line].count ||
      !gm_is_delta(change) || change->sentence != f->sentence || !gm_comparable(f, change) || !gm_is_exact(f) ||
      !gm_is_exact(g) || !gm_is_exact(change) ||
      !(change->roles & GM_ROLE_UP ? gm_decimal_subtract(f->value, change->value, &was)
                                   : gm_decimal_add(f->value, change->value, &was)) ||
      gm_decimal_compare(was, g->value) || !gm_reads_within(line, f->end, change->start, before))
    return false;
  uint32_t from = g->start > YEAR_BYTES ? g->start - YEAR_BYTES : 0;
  return gm_reads_within(other, from, g->start, now) && !gm_reads_within(other, from, g->start, then) &&
         !has_digit(other, from, g->start) && same_around(check, first, x, second, y);
}

bool gm_is_yearly_basis(const gm_draft_check *check, const gm_twin *m) {
  gm_text line = check->draft->lines[m->line];
  const gm_figure *year = m->figure - 1;
  return m->index && year->kind == GM_FIGURE_YEAR && year->end == m->figure->start &&
         gm_reads(line, m->figure->end, "的基础上") && gm_reads_before(line, year->start, "在");
}

/* Is the noun of both one, 全镇 before the first left aside? */
static bool same_noun(const gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  const gm_figure *f = first->figure, *g = second->figure;
  gm_text line = check->draft->lines[first->line], other = check->draft->lines[second->line];
  uint32_t size = noun_bytes(g), more = noun_bytes(f) > size ? noun_bytes(f) - size : 0;
  return noun_bytes(f) == size + more && (!more || (more == 2 * HAN_BYTES && gm_reads(line, f->noun_start, "全"))) &&
         !memcmp(line.ptr + f->noun_start + more, other.ptr + g->noun_start, size);
}

#define LONG_NOUN (4 * HAN_BYTES) /* 粮食总产 */

/* 粮食总产量1.44万吨 … 粮食总产量在2024年1.38万吨的基础上: the year that the draft's title tells, and with it the first
 * value, is that of the basis. */
static bool is_basis(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                     gm_measure *y) {
  const gm_figure *f = first->figure, *g = second->figure;
  if (noun_bytes(g) < LONG_NOUN || !gm_is_exact(f) || !gm_is_exact(g) || !gm_is_yearly_basis(check, second) ||
      !same_noun(check, first, second) || gm_interval_touch(f->interval, g->interval) || is_far(f->value, g->value) ||
      f->roles & GM_ROLE_OF_WHICH)
    return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  return !x->year && x->own_year == g[-1].date.year && gm_names_agree(x, y);
}

bool gm_told_as_known(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                      gm_measure *y) {
  return is_whole_again(check, first, x, second, y) || is_deed_again(check, first, x, second, y) ||
         is_of_last_year(check, first, x, second, y) || is_basis(check, first, x, second, y) ||
         gm_is_reflection_of(check, first, x, second, y);
}
