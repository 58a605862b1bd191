/* AR-01 over paragraphs: 报刊类214件，玩具类38件，… / 今年以来共处理7305件（含上年结转1219件）。 A paragraph that lists
 * amounts of one measure and nothing else, and the total that a paragraph near it tells. Records only. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define PARTS_LEAST  4
#define PARTS_MAX    24
#define LINES_BEFORE 8 /* a total told farther away is of something else */
#define LINES_BEHIND 4
#define LEAST_TOTAL  1000 /* of small numbers swapped digits agree by chance */
#define PLACES_MAX   18

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

/* Would the sum be `wanted` if two neighbouring digits of one part changed places? */
static bool swap_repairs(const list *l, gm_decimal wanted) {
  gm_decimal off, should, change;
  if (!gm_decimal_subtract(wanted, l->sum, &off)) return false;
  for (unsigned i = 0; i < l->count; i++)
    for (unsigned k = 0; k < PLACES_MAX; k++)
      if (gm_swap_digits(l->parts[i]->value, k, &should) && gm_decimal_subtract(should, l->parts[i]->value, &change) &&
          gm_decimal_compare(change, off) == 0)
        return true;
  return false;
}

static void judge(gm_draft_check *check, uint32_t line, const list *l) {
  const gm_draft *draft = check->draft;
  const gm_figure *total = NULL;
  uint32_t at = 0, first = line > LINES_BEFORE ? line - LINES_BEFORE : 0;
  gm_decimal wanted = {0, 0};
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
  if (!total || !swap_repairs(l, wanted)) return;
  gm_report_figure(check, at, total);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "第%u行各项合计%s，与总数%s不符", "the items of line %u come to %s, not to %s",
         line + 1, gm_quote_decimal(l->sum).text, gm_quote_figure(draft, at, total).text);
  for (unsigned i = 0; i < l->count; i++) gm_relate_figure(check, line, l->parts[i], "分项", "a part");
}

void gm_check_earlier_total(gm_draft_check *check) {
  list l;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_ANY)) < check->draft->count; line++)
    if (check->figures[line].count >= PARTS_LEAST && check->draft->classes[line].keep &&
        !(check->facts[line].kinds & GM_KIND(PERCENT)) && read_list(&check->figures[line], &l))
      judge(check, line, &l);
}
