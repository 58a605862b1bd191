/* AR-01 over paragraphs: 报刊类214件，玩具类38件，… / 今年以来共处理7305件（含上年结转1219件）。 A paragraph that lists
 * amounts of one measure and nothing else, and the total that a paragraph near it tells; and the four seasons or
 * quarters of a year that another paragraph tells. */
#include <string.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/swap.h"

#define PARTS_LEAST  4
#define PARTS_MAX    24
#define LINES_BEFORE 8 /* a total told farther away is of something else */
#define LINES_BEHIND 4
#define LEAST_TOTAL  1000 /* of small numbers swapped digits agree by chance */

typedef struct list {
  const gm_figure *parts[PARTS_MAX];
  unsigned count;
  gm_decimal sum;
} list;

static bool counts(const gm_figure *f) { return gm_is_exact(f) && gm_is_plain(f) && f->value.digits >= 0; }

/* The amounts of a line that holds nothing but parts: of one measure, in one sentence. */
static bool read_list(const gm_figures *figures, list *out) {
  out->count = 0;
  out->sum = (gm_decimal){0, 0};
  for (uint32_t i = 0; i < figures->count; i++) {
    const gm_figure *f = &figures->items[i];
    if (f->kind == GM_FIGURE_PERCENT) return false;
    if (!gm_is_amount(f)) continue;
    if (!counts(f) || f->roles & (GM_ROLE_TOTAL | GM_ROLE_OF_WHICH) || out->count == PARTS_MAX) return false;
    if (out->count && (!gm_comparable(f, out->parts[0]) || f->sentence != out->parts[0]->sentence)) return false;
    if (!gm_decimal_add(out->sum, f->value, &out->sum)) return false;
    out->parts[out->count++] = f;
  }
  return out->count >= PARTS_LEAST;
}

/* What the parts must come to: the total, or what is left of it without an amount in brackets behind it. */
static gm_decimal without_bracket(const gm_figures *figures, uint32_t total) {
  const gm_figure *f = &figures->items[total], *next = f + 1;
  gm_decimal rest = f->value;
  if (total + 1 < figures->count && next->roles & GM_ROLE_PAREN && gm_is_amount(next) && gm_comparable(next, f) &&
      next->sentence == f->sentence)
    gm_decimal_subtract(f->value, next->value, &rest);
  return rest;
}

/* The part with which the sum would be `wanted` if two neighbouring digits of it changed places; NULL when there is
 * none. *should gets its value then. */
static const gm_figure *swap_repairs(const list *l, gm_decimal wanted, gm_decimal *should) {
  gm_decimal off, change;
  if (!gm_decimal_subtract(wanted, l->sum, &off)) return NULL;
  for (unsigned i = 0; i < l->count; i++)
    for (unsigned k = 0; gm_next_swap(l->parts[i], &k, should, NULL);)
      if (gm_decimal_subtract(*should, l->parts[i]->value, &change) && gm_decimal_compare(change, off) == 0)
        return l->parts[i];
  return NULL;
}

static void judge(gm_draft_check *check, uint32_t line, const list *l) {
  const gm_draft *draft = check->draft;
  const gm_figure *total = NULL;
  uint32_t at = 0, first = line > LINES_BEFORE ? line - LINES_BEFORE : 0;
  gm_decimal wanted = {0, 0}, should;
  for (uint32_t k = first; k < draft->count && k <= line + LINES_BEHIND; k++) {
    if (k == line) continue;
    const gm_figures *figures = &check->figures[k];
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!gm_is_amount(f) || !gm_comparable(f, l->parts[0])) continue;
      gm_decimal rest = without_bracket(figures, i);
      if (gm_decimal_compare(f->value, l->sum) == 0 || gm_decimal_compare(rest, l->sum) == 0) return;
      if (!(f->roles & GM_ROLE_TOTAL) || !counts(f) || gm_decimal_compare(f->value, gm_decimal_of(LEAST_TOTAL)) < 0)
        continue;
      if (total && gm_decimal_compare(total->value, f->value)) return;
      total = f;
      at = k;
      wanted = rest;
    }
  }
  if (!total || !swap_repairs(l, wanted, &should)) return;
  gm_report_figure(check, at, total);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "第%u行各项合计%s，与总数%s不符", "the items of line %u come to %s, not to %s",
         line + 1, gm_quote_as(draft, at, total, l->sum).text, gm_quote_figure(draft, at, total).text);
  for (unsigned i = 0; i < l->count; i++) gm_relate_figure(check, line, l->parts[i], "分项", "a part");
}

#define PERIODS    4u
#define NAME_BYTES 36u /* of 春季平均降水量, and of what names a total */
#define HEAD_BYTES 6u  /* two characters of Han that end the name of both */
#define YEAR_LINES 12u

static const char *const years[][PERIODS] = {
    {"春", "夏", "秋", "冬"}, {"一季", "二季", "三季", "四季"}, {"1季", "2季", "3季", "4季"}};

static bool holds(gm_text line, uint32_t from, uint32_t to, const char *word, size_t size) {
  for (; from + size <= to; from++)
    if (!memcmp(line.ptr + from, word, size)) return true;
  return false;
}

/* The four amounts from figure `first` on, each named after the next of the four periods that make a year. */
static bool read_year(gm_text line, const gm_figures *figures, uint32_t first, list *out) {
  uint32_t i = first, from = figures->items[first].start;
  from = from > NAME_BYTES ? from - NAME_BYTES : 0;
  if (first && figures->items[first - 1].kind != GM_FIGURE_ORDINAL && figures->items[first - 1].end > from)
    from = figures->items[first - 1].end;
  size_t row = 0;
  while (row < sizeof years / sizeof *years &&
         !holds(line, from, figures->items[first].start, years[row][0], strlen(years[row][0])))
    row++;
  if (row == sizeof years / sizeof *years) return false;
  out->sum = (gm_decimal){0, 0};
  for (out->count = 0; out->count < PERIODS; i++) {
    if (i == figures->count) return false;
    const gm_figure *f = &figures->items[i];
    if (f->kind == GM_FIGURE_ORDINAL && i > first) continue;
    if (!gm_is_amount(f) || !counts(f) || f->sentence != figures->items[first].sentence ||
        !gm_comparable(f, &figures->items[first]) || f->start > from + 2 * NAME_BYTES ||
        !holds(line, from, f->start, years[row][out->count], strlen(years[row][out->count])) ||
        !gm_decimal_add(out->sum, f->value, &out->sum))
      return false;
    out->parts[out->count++] = f;
    from = f->end;
  }
  return true;
}

#define OTHER_YEAR_CHARS 12u /* before a figure */
#define SEMICOLON        0xFF1Bu
#define OTHER_YEAR       "上年 去年 前年 往年 常年 计划 目标 预计"

/* 年降水量1126.4毫米: is it told of the year, by a name that ends as that of the first part does? */
static bool of_the_year(const gm_draft_check *check, gm_text line, const gm_figure *f, gm_text other,
                        const gm_figure *part) {
  static const char year[] = "年", stops[] = "；。";
  uint32_t told[OTHER_YEAR_CHARS];
  uint32_t from = f->start > NAME_BYTES ? f->start - NAME_BYTES : 0,
           begin = part->start > NAME_BYTES ? part->start - NAME_BYTES : 0;
  for (uint32_t i = from; i + HEAD_BYTES / 2 <= f->start; i++) /* 比常年偏高；年降水量 */
    for (const char *stop = stops; *stop; stop += HEAD_BYTES / 2)
      if (!memcmp(line.ptr + i, stop, HEAD_BYTES / 2)) from = i + HEAD_BYTES / 2;
  size_t n = gm_context_before(line, f->start, told, OTHER_YEAR_CHARS);
  for (size_t i = n; i-- > 0;)
    if (told[OTHER_YEAR_CHARS - n + i] == SEMICOLON) { /* 比常年少38小时；年降水量 */
      n -= i + 1;
      break;
    }
  if (gm_word_list_first(check->words, told + OTHER_YEAR_CHARS - n, n, OTHER_YEAR) != SIZE_MAX) return false;
  return f->start >= HEAD_BYTES && (unsigned char)line.ptr[f->start - HEAD_BYTES] >= 0xE4 && /* Han */
         holds(line, from, f->start, year, sizeof year - 1) &&
         holds(other, begin, part->start, line.ptr + f->start - HEAD_BYTES, HEAD_BYTES);
}

/* 年降水量1126.4毫米 … 春季286.3毫米，夏季524.7毫米，秋季281.2毫米，冬季97.2毫米: the year told in another line, from
 * which a swap of digits in one part leads away. */
static void judge_year(gm_draft_check *check, uint32_t line, const list *l) {
  const gm_draft *draft = check->draft;
  const gm_figure *total = NULL;
  uint32_t at = 0, last = line + YEAR_LINES < draft->count ? line + YEAR_LINES : (uint32_t)draft->count - 1;
  for (uint32_t k = line > YEAR_LINES ? line - YEAR_LINES : 0; k <= last; k++) {
    if (!(check->kinds[k] & GM_KIND_AMOUNT) || !draft->classes[k].keep) continue;
    for (uint32_t i = 0; i < check->figures[k].count; i++) {
      const gm_figure *f = &check->figures[k].items[i];
      if (!gm_is_amount(f) || !gm_comparable(f, l->parts[0])) continue;
      if (gm_decimal_compare(f->value, l->sum) == 0) return;
      if (!gm_is_exact(f) || gm_is_delta(f) || f->roles & (GM_ROLE_COMPARED | GM_ROLE_THRESHOLD | GM_ROLE_PAREN) ||
          !of_the_year(check, draft->lines[k], f, draft->lines[line], l->parts[0]))
        continue;
      if (total && gm_decimal_compare(total->value, f->value)) return;
      total = f;
      at = k;
    }
  }
  gm_decimal should;
  const gm_figure *wrong = total ? swap_repairs(l, total->value, &should) : NULL;
  if (!wrong || gm_is_reported(check, line, wrong)) return;
  gm_report_figure(check, line, wrong);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "各期合计%s，与第%u行全年的%s不符；若%s为%s则相符",
         "the four come to %s, line %u tells %s of the year; it would fit if %s were %s",
         gm_quote_as(draft, at, total, l->sum).text, at + 1, gm_quote_figure(draft, at, total).text,
         gm_quote_figure(draft, line, wrong).text, gm_quote_as(draft, line, wrong, should).text);
  gm_relate_figure(check, at, total, "全年", "the year");
  for (unsigned i = 0; i < l->count; i++)
    if (l->parts[i] != wrong) gm_relate_figure(check, line, l->parts[i], "分项", "a part");
}

/* Do such amounts begin with figure `i`, the third right behind the mark? */
static bool may_open_year(gm_text line, const gm_figure *figures, size_t count, size_t i) {
  static const char autumn[] = "秋", mark[] = "，";
  const uint32_t size = sizeof autumn - 1, pause = sizeof mark - 1;
  const gm_figure *f = &figures[i];
  uint32_t step = f[1].kind == GM_FIGURE_ORDINAL ? 2 : 1, at = f[step].end + pause;
  if (!gm_is_amount(f) || i + (PERIODS - 1) * step >= count) return false;
  if (step == 2 ? f[3].kind != GM_FIGURE_ORDINAL || f[3].value.digits != 3
                : at + size > line.len || memcmp(line.ptr + at, autumn, size))
    return false;
  return gm_comparable(f, f + step) && gm_comparable(f, f + (PERIODS - 1) * step);
}

bool gm_may_tell_year(gm_text line, const gm_figure *figures, size_t count) {
  for (size_t i = 0; i + PERIODS <= count; i++)
    if (may_open_year(line, figures, count, i)) return true;
  return false;
}

static void check_year(gm_draft_check *check, uint32_t line) {
  const gm_figures *figures = &check->figures[line];
  list l;
  for (uint32_t i = 0; i + PERIODS <= figures->count; i++)
    if (may_open_year(check->draft->lines[line], figures->items, figures->count, i) &&
        read_year(check->draft->lines[line], figures, i, &l)) {
      judge_year(check, line, &l);
      return;
    }
}

void gm_check_earlier_total(gm_draft_check *check) {
  list l;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_ANY)) < check->draft->count; line++) {
    if (check->figures[line].count < PARTS_LEAST || !check->draft->classes[line].keep) continue;
    if (!(check->kinds[line] & GM_KIND(PERCENT)) && read_list(&check->figures[line], &l)) judge(check, line, &l);
    if (check->kinds[line] & GM_LINE_YEAR) check_year(check, line);
  }
}
