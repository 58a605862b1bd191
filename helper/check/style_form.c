/* STY-02: figures of one kind in one place are written in one form (GB/T 15835-2011). */
#include "check/families.h"
#include "check/link.h"

#define NOUN_CHARS 12 /* between two counts of one list: 三个创新、4种机制 */
#define AHEAD      4  /* figures behind an ordinal in which its like is looked for */

static bool han(const gm_figure *f) {
  return (f->numeral_flags & (GM_NUMERAL_HAN | GM_NUMERAL_ARABIC)) == GM_NUMERAL_HAN;
}
static bool arabic(const gm_figure *f) {
  return (f->numeral_flags & (GM_NUMERAL_HAN | GM_NUMERAL_ARABIC)) == GM_NUMERAL_ARABIC;
}

static void report(gm_line_check *check, const gm_figure *first, const gm_figure *second) {
  const gm_view *view = check->view;
  size_t from = gm_clean_at(view, second->start), to = gm_clean_at(view, second->end);
  gm_report_line(check, from, to);
  gm_say(check->out, check->language, "“%s”与“%s”同类，宜用同一种数字（GB/T 15835-2011 4.1.1）",
         "“%s” and “%s” are of one kind: write both in one form (GB/T 15835-2011 4.1.1)",
         gm_quote_line(view, gm_clean_at(view, first->start), gm_clean_at(view, first->end)).text,
         gm_quote_line(view, from, to).text);
  gm_relate(check->out, (gm_position){0, first->start}, (gm_position){0, first->end},
            check->language == GM_ENGLISH ? "the other form" : "另一种写法");
}

static bool counts(const gm_figure *f) {
  return (f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_CLAIM || f->kind == GM_FIGURE_DURATION) &&
         f->unit_start < f->unit_end && f->approx == GM_APPROX_NONE &&
         !(f->roles & (GM_ROLE_TITLE | GM_ROLE_QUOTE | GM_ROLE_NUMBER_NAME | GM_ROLE_PAREN));
}

#define SMALL 10 /* larger numbers are statistics, in Arabic digits by right, whatever stands beside them */

static bool small(const gm_figure *f) {
  gm_decimal limit = gm_decimal_of(SMALL);
  return gm_decimal_compare(f->value, limit) <= 0;
}

/* 三个创新、4种机制: neighbours in a list parted by 、. */
static void check_list(gm_line_check *check, const gm_figure *f, const gm_figure *next) {
  const gm_view *view = check->view;
  if (!counts(f) || !counts(next) || (f->kind == GM_FIGURE_DURATION) != (next->kind == GM_FIGURE_DURATION) ||
      !small(f) || !small(next) || f->sentence != next->sentence || f->end > next->start)
    return;
  if (!((han(f) && arabic(next)) || (arabic(f) && han(next)))) return;
  size_t from = gm_clean_at(view, f->end), to = gm_clean_at(view, next->start);
  if (to <= from + 1 || to - from > NOUN_CHARS || !gm_one_before(view, to, "、")) return;
  for (size_t i = from; i + 1 < to; i++)
    if (!(view->cls[i] & GM_HAN)) return;
  if (gm_one_before(view, from, "大") || gm_one_before(view, gm_clean_at(view, next->end), "大")) return; /* 五大银行 */
  report(check, f, next);
}

static bool after_di(const gm_view *view, const gm_figure *f) {
  return gm_one_of(view, gm_clean_at(view, f->start), "第") || gm_one_before(view, gm_clean_at(view, f->start), "第");
}

/* 第一章……第12章; 二期 and 三楼 are parts of names. */
static void check_ordinals(gm_line_check *check, size_t index) {
  const gm_figure *f = &check->figures->items[index];
  if (!after_di(check->view, f)) return;
  /* Meetings, issues and terms are numbered by those who hold them. */
  if (gm_one_of(check->view, gm_clean_at(check->view, f->unit_start), "次届期号")) return;
  for (size_t k = index + 1; k < check->figures->count && k <= index + AHEAD; k++) {
    const gm_figure *g = &check->figures->items[k];
    if (g->sentence != f->sentence) return;
    if (g->kind != GM_FIGURE_ORDINAL || g->unit != f->unit || f->unit_start == f->unit_end || !after_di(check->view, g))
      continue;
    if ((g->roles ^ f->roles) & (GM_ROLE_TITLE | GM_ROLE_QUOTE)) continue;
    uint32_t a = f->unit_end - f->unit_start, b = g->unit_end - g->unit_start;
    if (a != b || memcmp(check->view->raw.ptr + f->unit_start, check->view->raw.ptr + g->unit_start, a)) continue;
    if ((han(f) && arabic(g)) || (arabic(f) && han(g))) report(check, f, g);
    return;
  }
}

/* 二〇〇八年8月8日. An Arabic year with a Han day may be one of the moon: 2024年八月十五. */
static void check_date(gm_line_check *check, const gm_figure *f) {
  const gm_view *view = check->view;
  size_t at = gm_clean_at(view, f->start), end = gm_clean_at(view, f->end), year = at;
  while (year < end && view->cls[year] & GM_NUMERAL) year++;
  if (year - at < 4 || !gm_one_of(view, year, "年")) return;
  size_t month = year + 1;
  if (!(view->cls[month] & GM_DIGIT) || month >= end) return;
  gm_report_line(check, at, end);
  gm_say(check->out, check->language, "“%s”：年月日宜用同一种数字（GB/T 15835-2011 4.1.1）",
         "“%s”: write year, month and day in one form (GB/T 15835-2011 4.1.1)", gm_quote_line(view, at, end).text);
}

static void check_figure(gm_line_check *check, size_t index) {
  const gm_figure *f = &check->figures->items[index];
  if (f->kind == GM_FIGURE_DATE) {
    check_date(check, f);
  } else if (f->kind == GM_FIGURE_ORDINAL) {
    check_ordinals(check, index);
  } else if (index + 1 < check->figures->count) {
    check_list(check, f, f + 1);
  }
}

#define PARTS "章 节 条 编 篇" /* parts of a text: no figures, but numbered alike */

/* The number behind 第 at `at`, when a part of a text follows it: characters, 0 when not. */
static size_t part_number(const gm_view *view, size_t at, bool *digits) {
  if (!gm_one_of(view, at, "第")) return 0;
  size_t length = gm_number_at(view, at + 1);
  *digits = view->cls[at + 1] & GM_DIGIT;
  return length && length <= 5 && gm_words_at(view, at + 1 + length, PARTS) ? length : 0;
}

/* 第一章……第12章 in one sentence. */
static void check_part(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  bool digits, other;
  size_t length = part_number(view, i, &digits);
  if (!length || view->cls[i] & GM_IN_TITLE) return;
  for (size_t at = i, start = gm_sentence_start(view, i); at-- > start;) {
    size_t before = part_number(view, at, &other);
    if (!before || view->cls[at] & GM_IN_TITLE || view->cp[at + 1 + before] != view->cp[i + 1 + length]) continue;
    if (other == digits) return;
    gm_report_line(check, i, i + length + 2);
    gm_say(check->out, check->language, "“%s”与“%s”同类，宜用同一种数字（GB/T 15835-2011 4.1.1）",
           "“%s” and “%s” are of one kind: write both in one form (GB/T 15835-2011 4.1.1)",
           gm_quote_line(view, at, at + before + 2).text, gm_quote_line(view, i, i + length + 2).text);
    gm_relate(check->out, (gm_position){0, view->raw_at[at]}, (gm_position){0, gm_raw_end(view, at + before + 2)},
              check->language == GM_ENGLISH ? "the other form" : "另一种写法");
    return;
  }
}

void gm_check_same_form(gm_line_check *check) {
  for (size_t i = 0; i < check->figures->count; i++) check_figure(check, i);
  for (size_t i = 0; i < check->view->count; i++)
    if (gm_one_of(check->view, i, "第")) check_part(check, i);
}
