/* AR-01 of rows: 收到903条，吸收618条。按来源分，甲提出96条，吸收52条；乙提出418条，吸收301条；…: each column has its
 * total. */
#include "check/families.h"
#include "check/sum.h"

#define COLUMNS_MAX 4u
#define ROWS_LEAST  3u

typedef struct columns {
  gm_parts of[COLUMNS_MAX];
  unsigned count, rows;
} columns;

/* The amounts from mention `first` on, a row up to each ；; false when the rows are not alike. */
static bool read_rows(const gm_links *links, unsigned first, columns *out) {
  unsigned column = 0;
  memset(out, 0, sizeof *out);
  for (unsigned i = first; i < links->count && gm_same_sentence(&links->items[i], &links->items[first]); i++) {
    const gm_mention *m = &links->items[i];
    if (i > first && gm_find_mark(links->view, links->items[i - 1].to, m->from, "；") != SIZE_MAX) {
      if (out->rows++ == 0) out->count = column;
      if (column != out->count) return false;
      column = 0;
    }
    if (m->figure->kind == GM_FIGURE_PERCENT && m->figure->roles & (GM_ROLE_SHARE | GM_ROLE_RATE | GM_ROLE_PAREN))
      continue;
    if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || !gm_comparable(m->figure, links->items[first].figure) ||
        column == COLUMNS_MAX || out->of[column].count == GM_PARTS_MAX)
      return false;
    gm_parts *p = &out->of[column++];
    p->at[p->count++] = i;
  }
  out->rows++;
  return out->rows >= ROWS_LEAST && column == out->count && out->count > 1;
}

void gm_check_rows(gm_line_check *check, const gm_links *links, unsigned first) {
  columns rows;
  unsigned totals[COLUMNS_MAX], found = 0, fitting = 0, wrong = 0;
  if (!read_rows(links, first, &rows)) return;
  for (unsigned i = first; i-- > 0 && links->items[i].figure->sentence + 1 >= links->items[first].figure->sentence;) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_comparable(f, links->items[first].figure)) continue;
    if (found == rows.count || !gm_is_plain(f) || !gm_is_exact(f)) return;
    totals[rows.count - ++found] = i;
  }
  if (found < rows.count) return;
  for (unsigned i = 0; i < rows.count; i++) {
    gm_interval sum;
    gm_decimal value;
    if (!gm_sum_of(links, &rows.of[i], &sum, &value)) return;
    if (gm_interval_touch(sum, links->items[totals[i]].figure->interval)) {
      fitting++;
      gm_agree_parts(check, links, &links->items[totals[i]], &rows.of[i]);
    } else {
      wrong = i;
    }
  }
  /* The other columns prove that the rows are the totals' own, and all of them. */
  if (fitting + 1 == rows.count) gm_try_sum(check, links, totals[wrong], &rows.of[wrong], GM_PARTS_BEFORE);
}

/* The column whose amounts all repeat a word of the total's clause; NULL when none does, or several. */
static gm_parts *column_of(const gm_links *links, unsigned total, columns *rows) {
  const gm_mention *whole = &links->items[total];
  gm_parts *found = NULL;
  for (unsigned i = 0; i < rows->count; i++) {
    bool shared = true;
    for (unsigned k = 0; k < rows->of[i].count && shared; k++) {
      const gm_mention *m = &links->items[rows->of[i].at[k]];
      shared = gm_share_pair(links->view, whole->clause, whole->from, m->label, m->from);
    }
    if (!shared) continue;
    if (found) return NULL;
    found = &rows->of[i];
  }
  return found;
}

bool gm_check_rows_of(gm_line_check *check, const gm_links *links, unsigned total, unsigned first) {
  columns rows;
  if (!gm_comparable(links->items[total].figure, links->items[first].figure) || !read_rows(links, first, &rows))
    return false;
  gm_parts *column = column_of(links, total, &rows);
  return column && gm_try_sum(check, links, total, column, GM_PARTS_BEHIND);
}

#define BESIDE_CHARS 6u /* between two totals, two measures of a row, a total and ： */

/* Do at most a few characters, none of them ， ； or ：, part the mentions? */
static bool stands_beside(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  return b->from >= a->to && b->from - a->to <= BESIDE_CHARS &&
         gm_find_mark(view, a->to, b->from, "，；：") == SIZE_MAX;
}

/* 8个班 of 42个班: one unit, and where that counts anything one noun behind it. */
static bool is_of_column(const gm_view *view, const gm_mention *m, const gm_mention *whole) {
  if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || !gm_comparable(m->figure, whole->figure)) return false;
  return !gm_one_before(view, whole->to, "个") || gm_reads_alike(view, m->to, whole->to, 1);
}

/* The rows from mention `first` on, each with one amount of either total: 一年级8个班344人，二年级7个班309人. */
static bool read_pairs(const gm_links *links, unsigned first, const gm_mention *totals, gm_parts pair[2]) {
  const gm_view *view = links->view;
  size_t behind = links->items[first].clause; /* where the row begins */
  pair[0] = pair[1] = (gm_parts){.count = 0};
  for (unsigned i = first; i < links->count && gm_same_sentence(&links->items[i], &links->items[first]); i += 2) {
    while (i < links->count && links->items[i].figure->kind == GM_FIGURE_ORDINAL) i++;
    if (i + 1 >= links->count || pair[0].count == GM_PARTS_MAX) return false;
    const gm_mention *a = &links->items[i], *b = a + 1;
    if (!is_of_column(view, a, &totals[0]) || !is_of_column(view, b, &totals[1]) || a->from <= behind ||
        !stands_beside(view, a, b) || (pair[0].count && !gm_one_of(view, behind - 1, "，；、")))
      return false;
    pair[0].at[pair[0].count++] = i;
    pair[1].at[pair[1].count++] = i + 1;
    behind = b->to + 1;
  }
  size_t end = gm_sentence_end(view, links->items[first].from);
  return pair[0].count >= ROWS_LEAST && behind >= end &&
         gm_find_word(view, links->items[first].clause, end, "主要 等 其中 另 不含 上年") == SIZE_MAX;
}

void gm_check_paired_rows(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 2; i + 2 * ROWS_LEAST <= links->count; i++) {
    const gm_mention *first = &links->items[i], *totals = first - 2;
    gm_parts pair[2];
    if (!gm_one_before(view, first->clause, "：") || first->clause - totals[1].to > BESIDE_CHARS ||
        first->clause < totals[1].to || totals[1].from - totals[0].to > BESIDE_CHARS ||
        !gm_same_sentence(totals, totals + 1) || totals[1].from < totals[0].to ||
        gm_comparable(totals[0].figure, totals[1].figure))
      continue;
    if (!gm_is_count(totals[0].figure) || !gm_is_count(totals[1].figure) || !read_pairs(links, i, totals, pair))
      continue;
    gm_interval sums[2];
    gm_decimal value;
    if (!gm_sum_of(links, &pair[0], &sums[0], &value) || !gm_sum_of(links, &pair[1], &sums[1], &value)) continue;
    /* One column that comes to its total shows that the other must. */
    for (unsigned k = 0; k < 2; k++)
      if (gm_interval_touch(sums[1 - k], totals[1 - k].figure->interval))
        gm_try_certain_sum(check, links, i - 2 + k, &pair[k]);
  }
}
