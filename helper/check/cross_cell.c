/* XR-01: a cell of a table, whose unit stands above it, and the same told in the text: 青禾镇　3286 …
 * 青禾镇收购3826吨. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "figure/column.h"
#include "text/utf8.h"

#define ROW_CHARS   80u /* a longer line is no row */
#define ROWS_MAX    64u /* a draft with more is a data sheet */
#define CELL_LEAST  100 /* smaller numbers look alike by chance */
#define LABEL_LEAST 2u  /* characters of Han */
#define LABEL_MAX   10u
#define LINES_BACK  8u /* where the text stands that speaks of a table */
#define LINES_ON    24u
#define GAP_BYTES   24u /* from the label to its figure: 收购量达 */

typedef struct row {
  uint32_t line;
  gm_text label;
} row;

/* The first cell, a name in Han; false when the line does not begin with one. Of tables drawn with | no figures are
 * recorded. */
static bool read_label(gm_text line, gm_text *label) {
  const char *p = line.ptr, *end = line.ptr + line.len;
  while (p < end && (*p == ' ' || *p == '\t')) p++;
  label->ptr = p;
  unsigned count = 0;
  for (uint32_t c; p < end && count <= LABEL_MAX; count++) {
    size_t n = gm_utf8_decode(p, end, &c);
    if (!(gm_class_of(gm_fold(c)) & GM_HAN)) break;
    p += n;
  }
  label->len = (size_t)(p - label->ptr);
  return count >= LABEL_LEAST && count <= LABEL_MAX && p < end &&
         (*p == ' ' || *p == '\t' || (end - p >= 3 && !memcmp(p, "\xE3\x80\x80", 3))); /* U+3000 */
}

static bool is_cell(const gm_figure *f) {
  return f->kind == GM_FIGURE_QUANTITY && !f->unit && f->unit_start == f->unit_end && gm_is_exact(f) &&
         gm_decimal_compare(f->value, gm_decimal_of(CELL_LEAST)) >= 0;
}

static bool is_row(const gm_draft_check *check, uint32_t line, row *out) {
  const gm_figures *f = &check->figures[line];
  if (!check->draft->classes[line].keep || check->draft->looks[line].chars > ROW_CHARS || !is_cell(&f->items[0]))
    return false;
  out->line = line;
  return read_label(check->draft->lines[line], &out->label);
}

/* Is the figure, in its own clause, told of what the row is named after? */
static bool tells_of(gm_text line, const gm_figure *f, gm_text label) {
  static const char *const marks[] = {"，", "。", "；", "、", NULL};
  for (uint32_t gap = 0; gap <= GAP_BYTES && gap + label.len <= f->start; gap++) {
    uint32_t at = f->start - gap;
    for (const char *const *m = marks; *m; m++)
      if (gm_reads_before(line, at, *m)) return false;
    if (!memcmp(line.ptr + at - label.len, label.ptr, label.len)) return true;
  }
  return false;
}

#define TOLD_CHARS 32u /* before the figure, in its sentence */
#define OTHER_TIME "去年 上年 上一年 前年 同期 往年 历年 上月 上季度 明年 来年 计划 目标 任务 预算 力争 预计 有望"

/* 上年岭下镇收购4715吨, 计划收购4715吨: is the figure told of a time that the table is not of, or of what is to be? */
static bool of_another_time(const gm_draft_check *check, gm_text line, const gm_figure *f) {
  uint32_t told[TOLD_CHARS];
  size_t n = gm_context_before(line, f->start, told, TOLD_CHARS);
  return gm_word_list_first(check->words, told + TOLD_CHARS - n, n, OTHER_TIME) != SIZE_MAX;
}

/* The number as it is printed: 4136 of 4136万元. */
static bool printed(gm_text line, const gm_figure *f, gm_text unit, gm_decimal *out) {
  int scale = gm_printed_scale(line, f);
  *out = f->value;
  if (scale && !gm_decimal_shift(f->value, -scale, out)) return false;
  uint32_t end = f->number_end - (scale ? (uint32_t)strlen("万") : 0);
  return f->end - end == unit.len && !memcmp(line.ptr + end, unit.ptr, unit.len);
}

/* The cell of the row whose digits the figure has with two changed round, NULL when there is none, or when another cell
 * agrees. */
static const gm_figure *swapped_cell(const gm_draft_check *check, const row *r, gm_columns *columns, gm_text line,
                                     const gm_figure *f) {
  const gm_figures *cells = &check->figures[r->line];
  const gm_figure *found = NULL;
  for (uint32_t i = 0; i < cells->count; i++) {
    const gm_figure *cell = &cells->items[i];
    gm_decimal value;
    if (!is_cell(cell)) continue;
    gm_text unit = gm_column_unit(columns, check->draft->lines, r->line, cell);
    if (!unit.len || !printed(line, f, unit, &value)) continue;
    if (!gm_decimal_compare(value, cell->value)) return NULL;
    if (gm_look_alike(value, cell->value) == GM_SWAPPED) found = cell;
  }
  return found;
}

static void check_row(gm_draft_check *check, const row *r, gm_columns *columns) {
  uint32_t lines = (uint32_t)check->draft->count;
  uint32_t from = r->line > LINES_BACK ? r->line - LINES_BACK : 0,
           to = r->line + LINES_ON < lines ? r->line + LINES_ON : lines;
  for (uint32_t line = from; line < to; line++) {
    if (line == r->line || !(check->kinds[line] & GM_KIND_AMOUNT) || !check->draft->classes[line].keep) continue;
    gm_text text = check->draft->lines[line];
    for (uint32_t i = 0; i < check->figures[line].count && i < GM_MENTIONS_MAX; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!gm_is_amount(f) || !gm_is_exact(f) || !gm_is_plain(f) || !tells_of(text, f, r->label)) continue;
      const gm_figure *cell = swapped_cell(check, r, columns, text, f);
      if (!cell || of_another_time(check, text, f) || gm_is_reported(check, line, f)) continue;
      gm_report_figure(check, line, f);
      gm_say(check->out, check->language, "与第%u行表中的%s只是相邻两位数字颠倒，文中为%s",
             "the table has %2$s in line %1$u, with two digits the other way round (%3$s here)", r->line + 1,
             gm_quote_figure(check->draft, r->line, cell).text, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, r->line, cell, "表中", "in the table");
    }
  }
}

void gm_check_cells(gm_draft_check *check) {
  row rows[ROWS_MAX];
  unsigned count = 0;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(QUANTITY))) < check->draft->count; line++) {
    row r;
    if (!is_row(check, line, &r)) continue;
    if (count == ROWS_MAX) return;
    rows[count++] = r;
  }
  gm_columns columns = {0};
  for (unsigned k = 0; k < count; k++) check_row(check, &rows[k], &columns);
}
