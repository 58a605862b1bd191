/* US-01, US-02: one amount written in two ways, or with its 万 lost, over the whole draft. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

typedef struct amount {
  int64_t digits; /* as printed, zeros at the end left out: 782 of 782万 and of 782 */
  uint32_t line, index;
  uint16_t unit;
  const gm_figure *figure;
} amount;

typedef GM_ARRAY(amount) amounts;

static int compare_amounts(const void *x, const void *y) {
  const amount *a = x, *b = y;
  if (a->digits != b->digits) return a->digits < b->digits ? -1 : 1;
  if (a->unit != b->unit) return a->unit < b->unit ? -1 : 1;
  if (a->line != b->line) return a->line < b->line ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

static int64_t significant(gm_decimal v) {
  int64_t d = v.digits < 0 ? -v.digits : v.digits;
  while (d && d % 10 == 0) d /= 10;
  return d;
}

#define SEEN_BITS 14  /* 16,384 places for the digits and units of what is written with 万 or 亿 */
#define GROUP_MAX 12u /* more amounts with the same digits are a table's */

static size_t place_of(int64_t digits, uint16_t unit) {
  return (size_t)(((uint64_t)digits * 0x9E3779B97F4A7C15u ^ (uint64_t)unit << 32) * 0x9E3779B97F4A7C15u >>
                  (64 - SEEN_BITS));
}

/* Goes over the amounts that have `least` or more in their significant digits: with `scaled_only` marks the places of
 * those written with 万 or 亿, without it appends those whose place is marked. */
static void each_amount(const gm_draft_check *check, bool money_only, bool scaled_only, int64_t least, uint8_t *seen,
                        amounts *out) {
  uint32_t kinds = money_only ? GM_KIND(MONEY) : GM_KIND_AMOUNT;
  for (uint32_t line = 0; line < check->draft->count; line++) {
    const gm_line_facts *facts = &check->facts[line];
    if (!check->draft->classes[line].keep || !(facts->kinds & kinds)) continue;
    if (scaled_only && !(facts->numerals & GM_NUMERAL_SCALED)) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!gm_is_amount(f) || !gm_is_exact(f) || (money_only && f->kind != GM_FIGURE_MONEY)) continue;
      if (f->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)) continue;
      if (scaled_only && !(f->numeral_flags & GM_NUMERAL_SCALED)) continue;
      int64_t digits = significant(f->value);
      if (digits < least) continue;
      uint16_t unit = gm_units[f->unit].same_as;
      uint8_t *place = &seen[place_of(digits, unit)];
      if (scaled_only)
        *place = 1;
      else if (*place)
        *gm_push(out) = (amount){digits, line, i, unit, f};
    }
  }
}

/* The amounts of the draft that have the significant digits and the unit of one written with 万 or 亿 (a few others may
 * come by chance), equal digits side by side: only among them can be two ways of writing. */
static void gather(const gm_draft_check *check, bool money_only, int64_t least, amounts *out) {
  uint8_t *seen = gm_alloc(1u << SEEN_BITS);
  memset(seen, 0, 1u << SEEN_BITS);
  each_amount(check, money_only, true, least, seen, out);
  each_amount(check, money_only, false, least, seen, out);
  free(seen);
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, compare_amounts);
}

/* The scale that is printed: 8 for 亿, 4 for 万, 0 for neither. */
static int scale_of(const gm_draft_check *check, const amount *a) {
  gm_text line = check->draft->lines[a->line];
  uint32_t end = a->figure->number_end;
  static const char *const words[] = {"万", "萬", "亿", "億"};
  for (unsigned k = 0; k < 4; k++)
    if (end >= 3 && !memcmp(line.ptr + end - 3, words[k], 3)) return k < 2 ? 4 : 8;
  return 0;
}

/* Calls `judge` on each pair of amounts with the same digits and unit; once for the second of them. */
static void each_pair(gm_draft_check *check, const amounts *all,
                      bool (*judge)(gm_draft_check *, const amount *, const amount *)) {
  for (size_t i = 0, next; i < all->count; i = next) {
    for (next = i + 1; next < all->count && all->items[next].digits == all->items[i].digits &&
                       all->items[next].unit == all->items[i].unit;)
      next++;
    if (next - i > GROUP_MAX) continue;
    for (size_t b = i + 1; b < next; b++)
      for (size_t a = i; a < b; a++)
        if (judge(check, &all->items[a], &all->items[b])) break;
  }
}

static bool judge_two_ways(gm_draft_check *check, const amount *a, const amount *b) {
  if (gm_decimal_compare(a->figure->value, b->figure->value) || scale_of(check, a) == scale_of(check, b)) return false;
  gm_report_figure(check, b->line, b->figure);
  gm_say(check->out, check->language, "%s与第%u行的%s是同一数额的两种写法，宜统一",
         "%s is the amount of line %u, %s, written in another way",
         gm_quote_figure(check->draft, b->line, b->figure).text, a->line + 1,
         gm_quote_figure(check->draft, a->line, a->figure).text);
  gm_relate_figure(check, a->line, a->figure, "另一处", "the other place");
  return true;
}

void gm_check_two_ways(gm_draft_check *check) {
  amounts all = {0};
  gather(check, true, 1, &all);
  each_pair(check, &all, judge_two_ways);
  gm_array_free(&all);
}

#define LEAST_DIGITS 10  /* 2元 and 2万元 are alike by chance */
#define SURE_DIGITS  100 /* with fewer digits more words must be the same */
#define CONTEXT      16  /* characters before an amount that tell what it is of */
#define SHARED       3   /* of them in a row */
#define SHARED_MORE  6

/* Do the same words stand before both: 项目资金782万元, 项目资金782元? */
static bool same_words(const gm_draft_check *check, const amount *a, const amount *b) {
  bool sure = a->digits >= SURE_DIGITS;
  if (sure && a->figure->noun_hash && a->figure->noun_hash == b->figure->noun_hash) return true;
  uint32_t x[CONTEXT], y[CONTEXT];
  size_t n = gm_context_before(check->draft->lines[a->line], a->figure->start, x, CONTEXT);
  size_t m = gm_context_before(check->draft->lines[b->line], b->figure->start, y, CONTEXT), run = 0;
  while (run < n && run < m && x[CONTEXT - 1 - run] == y[CONTEXT - 1 - run] &&
         gm_class_of(x[CONTEXT - 1 - run]) & GM_HAN)
    run++;
  return run >= (sure ? SHARED : SHARED_MORE);
}

static bool judge_slip(gm_draft_check *check, const amount *a, const amount *b) {
  int x = scale_of(check, a), y = scale_of(check, b);
  gm_decimal shifted;
  if (x == y || !gm_decimal_shift(b->figure->value, x - y, &shifted) || gm_decimal_compare(a->figure->value, shifted))
    return false;
  if (gm_is_delta(a->figure) || gm_is_delta(b->figure) || !same_words(check, a, b)) return false;
  gm_report_figure(check, b->line, b->figure);
  gm_say(check->out, check->language, "与第%u行的%s数字相同、量级不同，文中为%s：请核对“万”“亿”",
         "line %u has %s: the same digits, another scale (%s here); check 万 and 亿", a->line + 1,
         gm_quote_figure(check->draft, a->line, a->figure).text,
         gm_quote_figure(check->draft, b->line, b->figure).text);
  gm_relate_figure(check, a->line, a->figure, "另一处", "the other place");
  return true;
}

void gm_check_scale_slip(gm_draft_check *check) {
  amounts all = {0};
  gather(check, false, LEAST_DIGITS, &all);
  each_pair(check, &all, judge_slip);
  gm_array_free(&all);
}
