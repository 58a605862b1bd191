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

#define GROUP_MAX 12u /* more amounts with the same digits are a table's */

/* Amounts with the same digits and unit, one of them written with 万 or 亿. */
typedef struct group {
  int64_t digits; /* 0 = an empty place */
  uint16_t unit;
  uint32_t count;
} group;

/* Open addressing; places: a power of two, more than half of them empty. */
typedef struct groups {
  group *at;
  size_t places, used;
  uint64_t units; /* the last six bits of the groups' units: most amounts are passed by them */
} groups;

static group *group_of(const groups *all, int64_t digits, uint16_t unit) {
  uint64_t hash = ((uint64_t)digits * 0x9E3779B97F4A7C15u ^ (uint64_t)unit << 32) * 0x9E3779B97F4A7C15u;
  for (size_t i = (size_t)(hash >> 32);; i++) {
    group *g = &all->at[i & (all->places - 1)];
    if (!g->digits || (g->digits == digits && g->unit == unit)) return g;
  }
}

static void make_places(groups *all, size_t places) {
  groups old = *all;
  all->places = places;
  all->at = gm_alloc(places * sizeof *all->at);
  memset(all->at, 0, places * sizeof *all->at);
  for (size_t i = 0; i < old.places; i++)
    if (old.at[i].digits) *group_of(all, old.at[i].digits, old.at[i].unit) = old.at[i];
  free(old.at);
}

static bool may_pair(const gm_figure *f, bool money_only) {
  return gm_is_amount(f) && gm_is_exact(f) && (!money_only || f->kind == GM_FIGURE_MONEY) &&
         !(f->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* The groups that amounts written with 万 or 亿 make, still without members. */
static void find_groups(const gm_draft_check *check, bool money_only, int64_t least, groups *all) {
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_LINE_SCALED)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!(f->numeral_flags & GM_NUMERAL_SCALED) || !may_pair(f, money_only)) continue;
      int64_t digits = significant(f->value);
      if (digits < least || !digits) continue;
      group *g = group_of(all, digits, gm_units[f->unit].same_as);
      if (g->digits) continue;
      *g = (group){digits, gm_units[f->unit].same_as, 0};
      all->units |= UINT64_C(1) << (g->unit & 63);
      if (2 * ++all->used >= all->places) make_places(all, 2 * all->places);
    }
  }
}

/* The amounts of such groups that have `least` or more in their significant digits, equal digits side by side: only
 * among them can be two ways of writing. */
static void gather(const gm_draft_check *check, bool money_only, int64_t least, amounts *out) {
  groups all = {NULL, 0, 0, 0};
  make_places(&all, 64);
  find_groups(check, money_only, least, &all);
  uint32_t kinds = money_only ? GM_KIND(MONEY) : GM_KIND_AMOUNT;
  for (uint32_t line = 0; all.used && (line = gm_next_line(check, line, kinds)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      uint16_t unit = gm_units[f->unit].same_as;
      if (!(all.units >> (unit & 63) & 1) || !may_pair(f, money_only)) continue;
      int64_t digits = significant(f->value);
      group *g = digits ? group_of(&all, digits, unit) : NULL;
      if (!g || !g->digits) continue;
      g->count++;
      *gm_push(out) = (amount){digits, line, i, unit, f};
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < out->count; i++) {
    uint32_t count = group_of(&all, out->items[i].digits, out->items[i].unit)->count;
    if (count > 1 && count <= GROUP_MAX) out->items[kept++] = out->items[i];
  }
  out->count = kept;
  free(all.at);
  if (kept > 1) qsort(out->items, kept, sizeof *out->items, compare_amounts);
}

static int scale_of(const gm_draft_check *check, const amount *a) {
  return gm_printed_scale(check->draft->lines[a->line], a->figure);
}

/* Calls `judge` on each pair of amounts with the same digits and unit; once for the second of them. */
static void each_pair(gm_draft_check *check, const amounts *all,
                      bool (*judge)(gm_draft_check *, const amount *, const amount *)) {
  for (size_t i = 0, next; i < all->count; i = next) {
    for (next = i + 1; next < all->count && all->items[next].digits == all->items[i].digits &&
                       all->items[next].unit == all->items[i].unit;)
      next++;
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

#define LEAST_DIGITS   1 /* 2元 and 2万元 are alike by chance, 3000元 and 3000万元 less so */
#define TWO_DIGITS     10
#define SURE_DIGITS    100 /* with fewer digits more words must be the same */
#define LONG_DIGITS    1000
#define CONTEXT        16 /* characters before an amount that tell what it is of */
#define SHARED         3  /* of them in a row */
#define SHARED_PRINTED 4
#define SHARED_MORE    6

#define REFERS_LINES 2u /* 上述 speaks of what stands in the line before, or in its own */

/* 上述1250元资金, 这笔350元: an amount told before, of three digits or more, not all but one of
 * them zeros. */
static bool refers_back(const gm_draft_check *check, const amount *a, const amount *b) {
  static const char *const words[] = {"上述", "以上", "这笔", "该笔", "这", NULL};
  gm_decimal printed; /* 350 of 350万元 */
  if (a->figure->kind != GM_FIGURE_MONEY || b->figure->kind != GM_FIGURE_MONEY || b->line - a->line >= REFERS_LINES ||
      a->digits < TWO_DIGITS || !gm_decimal_shift(a->figure->value, -scale_of(check, a), &printed) ||
      gm_decimal_compare(printed, gm_decimal_of(SURE_DIGITS)) < 0)
    return false;
  for (const char *const *w = words; *w; w++)
    if (gm_reads_before(check->draft->lines[b->line], b->figure->start, *w)) return true;
  return false;
}

/* 累计兑付的465元, 累计兑付了465元: is the last of the characters before an amount a 的 or 了? */
static bool has_link(const uint32_t *context, size_t count) {
  uint32_t last = count ? context[CONTEXT - 1] : 0;
  return last == 0x7684 || last == 0x4E86;
}

/* Do the same words stand before both: 项目资金782万元, 项目资金782元? */
static bool same_words(const gm_draft_check *check, const amount *a, const amount *b) {
  bool sure = a->digits >= SURE_DIGITS;
  size_t needed = sure ? SHARED : SHARED_MORE;
  gm_decimal printed; /* 260 of 260万元: its zeros are alike too */
  if (!sure && gm_decimal_shift(a->figure->value, -scale_of(check, a), &printed) &&
      gm_decimal_compare(printed, gm_decimal_of(SURE_DIGITS)) >= 0)
    needed = a->digits < TWO_DIGITS ? SHARED_MORE : SHARED_PRINTED;
  else if (a->digits < TWO_DIGITS)
    return false;
  if (sure && a->figure->noun_hash && a->figure->noun_hash == b->figure->noun_hash) return true;
  if (sure && a->line == b->line && gm_same_head(check->draft->lines[a->line], a->figure, b->figure))
    return true; /* 筹得善款36.8万元…36.8元善款 */
  uint32_t x[CONTEXT], y[CONTEXT];
  size_t n = gm_context_before(check->draft->lines[a->line], a->figure->start, x, CONTEXT);
  size_t m = gm_context_before(check->draft->lines[b->line], b->figure->start, y, CONTEXT), run = 0;
  const uint32_t *p = x + CONTEXT - has_link(x, n), *q = y + CONTEXT - has_link(y, m);
  n -= (size_t)(x + CONTEXT - p);
  m -= (size_t)(y + CONTEXT - q);
  while (run < n && run < m && *--p == *--q && gm_class_of(*p) & GM_HAN) run++;
  return run >= needed;
}

#define EQUAL_BYTES 36u /* from an amount to what says that it is the other: ，与预算持平 */

/* 预算416万元，实际支付416元，与预算持平: does the sentence say that the two are one? */
static bool said_equal(const gm_draft_check *check, const amount *a, const amount *b) {
  static const char *const words[] = {"持平", "一致", "相等", "相符", "相同", "平衡", NULL};
  if (a->line != b->line || a->figure->sentence != b->figure->sentence || a->digits < TWO_DIGITS) return false;
  gm_text line = check->draft->lines[b->line];
  for (uint32_t i = b->figure->end; i < line.len && i < b->figure->end + EQUAL_BYTES && !gm_reads(line, i, "。"); i++)
    for (const char *const *w = words; *w; w++)
      if (gm_reads(line, i, *w)) return true;
  return false;
}

#define FUND_BYTES  24u /* 改造资金 behind its amount */
#define AHEAD_BYTES 60u /* before an amount, what it is of */

/* 改造项目总投资6820万元 … 拨付6820元改造资金: is the later, with three digits or more, paid out as a fund that is
 * called as the earlier is? */
static bool paid_out(const gm_draft_check *check, const amount *a, const amount *b) {
  static const char *const verbs[] = {"拨付", "下达", "安排", "投入", "落实", "支付", "筹集", "争取", "到位", NULL};
  static const char *const funds[] = {"资金", "经费", "专款", NULL};
  gm_text line = check->draft->lines[a->line], other = check->draft->lines[b->line];
  const uint32_t pair = sizeof "改造" - 1;
  uint32_t at = b->figure->end, verb = 0, fund = 0;
  if (a->figure->kind != GM_FIGURE_MONEY || scale_of(check, b) || a->digits < SURE_DIGITS) return false;
  for (const char *const *w = verbs; *w && !verb; w++) verb = gm_reads_before(other, b->figure->start, *w);
  for (uint32_t i = at + pair; verb && !fund && i <= at + FUND_BYTES && i < other.len; i++)
    for (const char *const *w = funds; *w && !fund; w++) fund = gm_reads(other, i, *w) ? i : 0;
  if (!fund) return false;
  for (uint32_t i = a->figure->start > AHEAD_BYTES ? a->figure->start - AHEAD_BYTES : 0; i + pair <= a->figure->start;
       i++)
    if (!memcmp(line.ptr + i, other.ptr + at, pair)) return true;
  return false;
}

static bool judge_slip(gm_draft_check *check, const amount *a, const amount *b) {
  int x = scale_of(check, a), y = scale_of(check, b);
  gm_decimal shifted;
  if (x == y || !gm_decimal_shift(b->figure->value, x - y, &shifted) || gm_decimal_compare(a->figure->value, shifted))
    return false;
  if (gm_is_delta(a->figure) || gm_is_delta(b->figure) ||
      (!same_words(check, a, b) && !refers_back(check, a, b) && !said_equal(check, a, b) && !paid_out(check, a, b) &&
       !(a->digits >= TWO_DIGITS &&
         gm_is_paid_in_full(check, a->line, a->figure, b->line, b->figure, a->digits >= SURE_DIGITS)) &&
       !(!y && gm_same_fund(check, a->figure, b->line, b->figure)) &&
       !(a->digits >= SURE_DIGITS &&
         gm_same_money(check, a->line, a->figure, b->line, b->figure, a->digits >= LONG_DIGITS))))
    return false;
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
