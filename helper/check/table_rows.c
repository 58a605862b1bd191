/* PCT-01 and AR-01 in a table pasted as text: rows of a label, an amount and its share, one of them the total. Records
 * only. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define ROW_CHARS 40 /* a row of two figures is no longer */
#define ROWS_MAX  40

typedef struct rows {
  uint32_t line[ROWS_MAX];
  unsigned count;
  int total; /* index of the row whose share is 100 %, -1 when there is none */
} rows;

static const gm_figure *amount_of(const gm_draft_check *check, const rows *r, unsigned i) {
  return &check->figures[r->line[i]].items[0];
}

static const gm_figure *share_of(const gm_draft_check *check, const rows *r, unsigned i) {
  return &check->figures[r->line[i]].items[1];
}

static bool is_row(const gm_draft_check *check, uint32_t line) {
  const gm_figures *f = &check->figures[line];
  return f->count == 2 && f->items[1].kind == GM_FIGURE_PERCENT &&
         (f->items[0].kind == GM_FIGURE_QUANTITY || f->items[0].kind == GM_FIGURE_MONEY) && gm_is_exact(&f->items[0]) &&
         gm_is_exact(&f->items[1]) && check->draft->looks[line].chars <= ROW_CHARS &&
         check->draft->classes[line].keep && !(gm_class_of(check->draft->looks[line].last) & GM_STOP) &&
         !(f->items[1].roles & (GM_ROLE_UP | GM_ROLE_DOWN));
}

/* The rows from `line` on; blank lines between are passed over. Gives the line behind them. */
static uint32_t rows_from(const gm_draft_check *check, uint32_t line, rows *r) {
  r->count = 0;
  r->total = -1;
  for (; line < check->draft->count && r->count < ROWS_MAX; line++) {
    if (!check->draft->looks[line].chars) continue;
    if (!is_row(check, line)) break;
    if (gm_decimal_compare(check->figures[line].items[1].value, gm_decimal_of(100)) == 0) r->total = (int)r->count;
    r->line[r->count++] = line;
  }
  return line;
}

static bool same_unit(const gm_draft_check *check, const rows *r) {
  for (unsigned i = 1; i < r->count; i++)
    if (amount_of(check, r, i)->unit != amount_of(check, r, 0)->unit) return false;
  return true;
}

/* Calls `judge` on each table of three rows and more with a total. */
static void each_table(gm_draft_check *check, void (*judge)(gm_draft_check *, const rows *)) {
  for (uint32_t line = 0; line < check->draft->count; line++) {
    if (check->figures[line].count != 2 || !is_row(check, line)) continue;
    rows r;
    line = rows_from(check, line, &r);
    if (r.count >= 3 && r.total >= 0 && same_unit(check, &r)) judge(check, &r);
    if (line) line--;
  }
}

static void judge_shares(gm_draft_check *check, const rows *r) {
  const gm_figure *whole = amount_of(check, r, (unsigned)r->total);
  unsigned wrong = 0, at = 0;
  for (unsigned i = 0; i < r->count; i++) {
    if ((int)i == r->total) continue;
    if (gm_ratio_fits(amount_of(check, r, i)->interval, whole->interval, gm_percent_interval(share_of(check, r, i), 3)))
      continue;
    wrong++;
    at = i;
  }
  /* Most rows must fit, or the shares are of something else. */
  if (wrong != 1) return;
  const gm_figure *part = amount_of(check, r, at), *share = share_of(check, r, at);
  gm_decimal computed;
  if (!gm_percent_of(part->value, whole->value, share->value.scale, &computed)) return;
  gm_report_figure(check, r->line[at], share);
  gm_say(check->out, check->language, "%s÷%s=%s%%，表中为%s", "%s / %s = %s%%, the table says %s",
         gm_quote_figure(check->draft, r->line[at], part).text,
         gm_quote_figure(check->draft, r->line[r->total], whole).text, gm_quote_decimal(computed).text,
         gm_quote_figure(check->draft, r->line[at], share).text);
  gm_offer_percent(check, r->line[at], share, computed);
  gm_relate_figure(check, r->line[r->total], whole, "合计", "the total");
}

static void judge_sum(gm_draft_check *check, const rows *r) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  gm_decimal value = {0, 0}, shares = {0, 0};
  const gm_figure *whole = amount_of(check, r, (unsigned)r->total);
  for (unsigned i = 0; i < r->count; i++) {
    if ((int)i == r->total) continue;
    const gm_figure *f = amount_of(check, r, i);
    if (!gm_interval_add(&sum, f->interval) || !gm_decimal_add(value, f->value, &value) ||
        !gm_decimal_add(shares, share_of(check, r, i)->value, &shares))
      return;
  }
  if (gm_interval_touch(sum, whole->interval)) return;
  /* The shares come to 100 %: the rows are all there is. */
  if (!gm_within(shares, gm_decimal_of(100), 5)) return;
  gm_report_figure(check, r->line[r->total], whole);
  gm_say(check->out, check->language, "各行合计%s，表中为%s", "the rows come to %s, the table says %s",
         gm_quote_decimal(value).text, gm_quote_figure(check->draft, r->line[r->total], whole).text);
}

void gm_check_table_shares(gm_draft_check *check) {
  each_table(check, judge_shares);
  gm_check_earlier_whole(check);
  gm_check_named_whole(check);
}
void gm_check_table_sum(gm_draft_check *check) {
  each_table(check, judge_sum);
  gm_check_earlier_total(check);
}
