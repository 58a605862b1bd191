/* PCT-01 and AR-01 in a table pasted as text: rows of a label, amounts and a share, one of them the total. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define PAIR_CHARS  40 /* a row of two figures is no longer */
#define ROW_CHARS   60
#define ROWS_MAX    40 /* a longer table is not judged: of a part of it nothing follows */
#define COLUMNS_MAX 6

typedef struct rows {
  uint32_t line[ROWS_MAX];
  unsigned count, columns; /* count: more than ROWS_MAX when there are */
  int total; /* index of the row that says it is the total, or whose share is 100 %; -1 when there is none */
} rows;

static const gm_figure *cell(const gm_draft_check *check, const rows *r, unsigned row, unsigned column) {
  return &check->figures[r->line[row]].items[column];
}

/* Do blanks and | alone part the figures of the line? */
static bool parted_by_blanks(gm_text line, const gm_figures *f) {
  static const char *const blanks[] = {" ", "\t", "|", "　", NULL};
  for (uint32_t i = 0; i + 1 < f->count; i++)
    for (uint32_t at = f->items[i].end; at < f->items[i + 1].start;) {
      uint32_t n = 0;
      for (const char *const *b = blanks; *b && !n; b++)
        if (at + strlen(*b) <= line.len && !memcmp(line.ptr + at, *b, strlen(*b))) n = (uint32_t)strlen(*b);
      if (!n) return false;
      at += n;
    }
  return true;
}

static bool blank_before(gm_text line, uint32_t at) {
  return at && (line.ptr[at - 1] == '\t' || line.ptr[at - 1] == '|' || gm_reads_before(line, at, "　　") ||
                gm_reads_before(line, at, "  "));
}

/* Is the line a row of a table: figures with nothing but blanks between them, or two, the second a share, or one at its
 * end behind blanks? */
static bool is_row(const gm_draft_check *check, uint32_t line) {
  const gm_figures *f = &check->figures[line];
  const gm_look *look = &check->draft->looks[line];
  if (!f->count || f->count > COLUMNS_MAX || look->chars > (f->count > 2 ? ROW_CHARS : PAIR_CHARS) ||
      !check->draft->classes[line].keep || gm_class_of(look->last) & GM_STOP)
    return false;
  for (uint32_t i = 0; i < f->count; i++) {
    bool amount = f->items[i].kind == GM_FIGURE_QUANTITY || f->items[i].kind == GM_FIGURE_MONEY;
    bool share = f->items[i].kind == GM_FIGURE_PERCENT && i && !(f->items[i].roles & (GM_ROLE_UP | GM_ROLE_DOWN));
    if ((!amount && !share) || !gm_is_exact(&f->items[i])) return false;
  }
  gm_text text = check->draft->lines[line];
  if (f->count == 1) return f->items[0].end == text.len && blank_before(text, f->items[0].start);
  return (f->count == 2 && f->items[1].kind == GM_FIGURE_PERCENT) || parted_by_blanks(check->draft->lines[line], f);
}

static bool says_total(gm_text line) {
  uint32_t at = 0;
  while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '|' || line.ptr[at] == '\t')) at++;
  return gm_reads(line, at, "合计") || gm_reads(line, at, "总计") || gm_reads(line, at, "共计");
}

/* The rows from `line` on; blank lines between are passed over. Gives the line behind them. */
static uint32_t rows_from(const gm_draft_check *check, uint32_t line, rows *r) {
  r->count = 0;
  r->columns = check->figures[line].count;
  r->total = -1;
  for (; line < check->draft->count; line++) {
    if (!check->draft->looks[line].chars) continue;
    if (!is_row(check, line) || check->figures[line].count != r->columns) break;
    if (r->count++ >= ROWS_MAX) continue;
    const gm_figure *last = &check->figures[line].items[r->columns - 1];
    bool whole = last->kind == GM_FIGURE_PERCENT && gm_decimal_compare(last->value, gm_decimal_of(100)) == 0;
    if (whole || says_total(check->draft->lines[line])) r->total = (int)r->count - 1;
    r->line[r->count - 1] = line;
  }
  return line;
}

/* Does each column have one unit, and no row lie in another (其中) or sum some of them (小计, 合计（不含东街）)? */
static bool is_table(const gm_draft_check *check, const rows *r) {
  for (unsigned i = 0; i < r->count; i++) {
    gm_text line = check->draft->lines[r->line[i]];
    for (unsigned k = 0; k < r->columns; k++)
      if (cell(check, r, i, k)->unit != cell(check, r, 0, k)->unit) return false;
    for (uint32_t at = 0; at < cell(check, r, i, 0)->start; at++)
      if (gm_reads(line, at, "其中") || gm_reads(line, at, "小计") || gm_reads(line, at, "不含")) return false;
  }
  return true;
}

/* Calls `judge` on each table of three rows to ROWS_MAX with a total. */
static void each_table(gm_draft_check *check, void (*judge)(gm_draft_check *, const rows *)) {
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_ANY)) < check->draft->count; line++) {
    if (!check->figures[line].count || check->figures[line].count > COLUMNS_MAX || !is_row(check, line)) continue;
    rows r;
    line = rows_from(check, line, &r);
    if (r.count >= 3 && r.count <= ROWS_MAX && r.total >= 0 && is_table(check, &r)) judge(check, &r);
    if (line) line--;
  }
}

/* The rows whose share in `column` is none of their amount in `of`; *at gets the last of them. */
static unsigned misfits(const gm_draft_check *check, const rows *r, unsigned of, unsigned column, unsigned *at) {
  const gm_figure *whole = cell(check, r, (unsigned)r->total, of);
  unsigned wrong = 0;
  for (unsigned i = 0; i < r->count; i++) {
    if ((int)i == r->total || gm_ratio_fits(cell(check, r, i, of)->interval, whole->interval,
                                            gm_percent_interval(cell(check, r, i, column), 3)))
      continue;
    wrong++;
    *at = i;
  }
  return wrong;
}

static void judge_shares(gm_draft_check *check, const rows *r) {
  unsigned column = r->columns - 1, of = column, at = 0, row;
  const gm_figure *hundred = cell(check, r, (unsigned)r->total, column);
  if (hundred->kind != GM_FIGURE_PERCENT || gm_decimal_compare(hundred->value, gm_decimal_of(100))) return;
  /* Most rows must fit, or the shares are of something else. */
  for (unsigned k = 0; k < column; k++) {
    if (cell(check, r, 0, k)->kind == GM_FIGURE_PERCENT) continue;
    unsigned wrong = misfits(check, r, k, column, &row);
    if (!wrong) return;
    if (wrong != 1 || (r->columns > 2 && r->count < 4)) continue;
    of = k;
    at = row;
  }
  if (of == column) return;
  const gm_figure *whole = cell(check, r, (unsigned)r->total, of), *part = cell(check, r, at, of),
                  *share = cell(check, r, at, column);
  gm_decimal computed;
  if (!gm_percent_of(part->value, whole->value, share->value.scale, &computed)) return;
  gm_report_figure(check, r->line[at], share);
  gm_say(check->out, check->language, "%s÷%s=%s，表中为%s", "%s / %s = %s, the table says %s",
         gm_quote_figure(check->draft, r->line[at], part).text,
         gm_quote_figure(check->draft, r->line[r->total], whole).text,
         gm_quote_percent(check->draft->lines[r->line[at]], share, computed).text,
         gm_quote_figure(check->draft, r->line[at], share).text);
  gm_offer_percent(check, r->line[at], share, computed);
  gm_relate_figure(check, r->line[r->total], whole, "合计", "the total");
}

/* The sum of a column without the total's row; whether it meets the total. False when it cannot be computed. */
static bool sum_column(const gm_draft_check *check, const rows *r, unsigned column, gm_decimal *value, bool *meets) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  *value = (gm_decimal){0, 0};
  for (unsigned i = 0; i < r->count; i++) {
    if ((int)i == r->total) continue;
    const gm_figure *f = cell(check, r, i, column);
    if (!gm_interval_add(&sum, f->interval) || !gm_decimal_add(*value, f->value, value)) return false;
  }
  *meets = gm_interval_touch(sum, cell(check, r, (unsigned)r->total, column)->interval);
  return true;
}

#define NEAR_PERMILLE   300 /* a column that is farther off is none that adds up: prices, years */
#define SHARES_PERMILLE 5

static void judge_sum(gm_draft_check *check, const rows *r) {
  unsigned agree = 0, odd = r->columns, wrong = 0;
  gm_decimal value, odd_value = {0, 0};
  for (unsigned k = 0; k < r->columns; k++) {
    const gm_figure *total = cell(check, r, (unsigned)r->total, k);
    bool meets, share = total->kind == GM_FIGURE_PERCENT;
    if (!sum_column(check, r, k, &value, &meets)) return;
    /* The shares come to 100 %: the rows are all there is. */
    if (share ? gm_within(value, gm_decimal_of(100), SHARES_PERMILLE) : meets) {
      agree++;
    } else if (!share && gm_within(value, total->value, NEAR_PERMILLE)) {
      wrong++;
      odd = k;
      odd_value = value;
    }
  }
  /* A column by itself must be a slip of digits away. */
  bool alike = r->columns == 1 && wrong &&
               gm_look_alike(gm_decimal_trim(odd_value),
                             gm_decimal_trim(cell(check, r, (unsigned)r->total, 0)->value)) != GM_UNLIKE;
  if ((!agree && !alike) || wrong != 1) return;
  unsigned row, last = r->columns - 1; /* an amount that its share belies is told there */
  if (cell(check, r, 0, last)->kind == GM_FIGURE_PERCENT && r->count > 3 && misfits(check, r, odd, last, &row) == 1)
    return;
  const gm_figure *whole = cell(check, r, (unsigned)r->total, odd);
  gm_report_figure(check, r->line[r->total], whole);
  gm_say(check->out, check->language, "各行合计%s，表中为%s", "the rows come to %s, the table says %s",
         gm_quote_decimal(odd_value).text, gm_quote_figure(check->draft, r->line[r->total], whole).text);
}

void gm_check_table_shares(gm_draft_check *check) {
  each_table(check, judge_shares);
  gm_check_named_shift(check);
  gm_check_earlier_whole(check);
  gm_check_named_whole(check);
  gm_check_rate_above(check);
}
void gm_check_table_sum(gm_draft_check *check) {
  each_table(check, judge_sum);
  gm_check_earlier_total(check);
  gm_check_sum_of_items(check);
  gm_check_sum_below(check);
}
