/* AR-01 of a total and the paragraph below it that 其中 opens: 签约项目3个，总投资4.15亿元。 over
 * 其中，甲项目投资1.25亿元， 用地60亩；乙项目投资0.86亿元；…. */
#include <string.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/swap.h"

#define PARTS_MOST 12u
#define HAN_BYTES  3u
#define NAME_BYTES (2u * HAN_BYTES) /* 投资, right before the number of each */

typedef struct parts {
  const gm_figure *of[PARTS_MOST];
  unsigned count;
} parts;

/* 其中， or 其中: at the line's beginning; the byte behind it, 0 when the line begins otherwise. */
static uint32_t opens_with_parts(gm_text line, uint32_t indent) {
  static const char *const words[] = {"其中，", "其中：", "其中", NULL};
  uint32_t n = gm_reads_one(line, indent, words);
  return n ? indent + n : 0;
}

/* Do the same two Han characters stand right before both numbers? */
static bool named_alike(gm_text line, const gm_figure *f, gm_text other, const gm_figure *g) {
  return f->start >= NAME_BYTES && g->start >= NAME_BYTES &&
         !memcmp(line.ptr + f->start - NAME_BYTES, other.ptr + g->start - NAME_BYTES, NAME_BYTES);
}

/* Those of the line's first sentence that are like the total and may be parts of it; with `named` called by its name
 * alone. False when they are too many, or one of them is rough. */
static bool read_parts(const gm_draft_check *check, uint32_t line, uint32_t above, const gm_figure *whole, bool named,
                       parts *p) {
  const gm_text text = check->draft->lines[line];
  p->count = 0;
  for (uint32_t i = 0; i < check->figures[line].count; i++) {
    const gm_figure *f = &check->figures[line].items[i];
    if (f->sentence != check->figures[line].items[0].sentence) break;
    if (!gm_is_part(f) || !gm_comparable(f, whole)) continue;
    if (named && !named_alike(check->draft->lines[above], whole, text, f)) continue;
    if (!gm_is_exact(f) || f->value.digits <= 0 || p->count == PARTS_MOST) return false;
    p->of[p->count++] = f;
  }
  return p->count > 1;
}

/* 签约项目3个，总投资4.15亿元: does the total's sentence say that there are so many? */
static bool says_how_many(const gm_draft_check *check, uint32_t line, const gm_figure *whole, unsigned count) {
  for (uint32_t i = 0; i < check->figures[line].count; i++) {
    const gm_figure *f = &check->figures[line].items[i];
    if (f != whole && f->sentence == whole->sentence && gm_is_amount(f) && gm_is_exact(f) &&
        !gm_decimal_compare(f->value, gm_decimal_of(count)))
      return true;
  }
  return false;
}

#define TOTAL_DIGITS 3u /* of a total that two digits the other way round repair */
#define PART_DIGITS \
  4u /* of one that so many more turns repair, those of the parts; and of people, who are of several */

/* Would two digits of the total or of one part, the other way round, make the sum right? */
static bool is_turned(const gm_figure *whole, const parts *p, gm_decimal sum) {
  gm_decimal value, rest;
  unsigned digits = gm_decimal_significant(whole->value);
  gm_unit_class of = gm_units[whole->unit].unit_class;
  if (digits < TOTAL_DIGITS || ((of == GM_CLASS_PERSON || of == GM_CLASS_VISIT) && digits < PART_DIGITS)) return false;
  for (unsigned k = 0; gm_next_swap(whole, &k, &value, NULL);)
    if (!gm_decimal_compare(value, sum)) return true;
  for (unsigned i = 0; digits >= PART_DIGITS && i < p->count; i++)
    for (unsigned k = 0; gm_next_swap(p->of[i], &k, &value, NULL);)
      if (gm_decimal_subtract(sum, p->of[i]->value, &rest) && gm_decimal_add(rest, value, &rest) &&
          !gm_decimal_compare(rest, whole->value))
        return true;
  return false;
}

/* True when the total fits its parts, or was told. */
static bool judge(gm_draft_check *check, uint32_t above, const gm_figure *whole, uint32_t line, const parts *p) {
  static const char *const open[] = {"等", "另", "其余", "主要", "重点", "重复", "交叉", NULL};
  gm_decimal sum = {0, 0};
  gm_interval range = gm_interval_exact(sum);
  for (unsigned i = 0; i < p->count; i++)
    if (!gm_decimal_add(sum, p->of[i]->value, &sum) || !gm_interval_add(&range, p->of[i]->interval)) return false;
  if (gm_interval_touch(range, whole->interval)) return true;
  const bool all = p->count > 2 && says_how_many(check, above, whole, p->count);
  if ((!all && !is_turned(whole, p, sum)) || gm_is_far(gm_decimal_trim(sum), gm_decimal_trim(whole->value)) ||
      gm_is_reported(check, above, whole) ||
      gm_reads_within(check->draft->lines[line], 0, p->of[p->count - 1]->end, open))
    return false;
  for (unsigned i = 0; i < p->count; i++)
    if (gm_is_reported(check, line, p->of[i])) return false;
  gm_quote should = gm_quote_as(check->draft, above, whole, sum);
  gm_report_figure(check, above, whole);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "下文各项合计%s，文中为%s", "the parts below make %s, the text says %s",
         should.text, gm_quote_figure(check->draft, above, whole).text);
  gm_offer(check->out, should.text);
  for (unsigned i = 0; i < p->count; i++) gm_relate_figure(check, line, p->of[i], "分项", "a part");
  return true;
}

/* Judges the totals of the last sentence above, those called as the parts are first. */
static void check_line(gm_draft_check *check, uint32_t above, uint32_t line) {
  const gm_figures *figures = &check->figures[above];
  parts p;
  if (!figures->count) return;
  const uint16_t last = figures->items[figures->count - 1].sentence;
  for (unsigned turn = 0; turn < 2; turn++)
    for (uint32_t i = figures->count; i-- > 0 && figures->items[i].sentence == last;) {
      const gm_figure *whole = &figures->items[i];
      if (gm_is_count(whole) && read_parts(check, line, above, whole, turn == 0, &p) &&
          judge(check, above, whole, line, &p))
        return;
    }
}

void gm_check_sum_below(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  for (uint32_t line = 1; (line = gm_next_line(check, line, GM_KIND_AMOUNT)) < draft->count; line++) {
    if (!draft->classes[line].keep || check->figures[line].count < 2 ||
        !opens_with_parts(draft->lines[line], draft->looks[line].indent))
      continue;
    uint32_t above = line - 1;
    while (above && !draft->looks[above].chars) above--;
    if (draft->classes[above].keep && check->figures[above].count) check_line(check, above, line);
  }
}
