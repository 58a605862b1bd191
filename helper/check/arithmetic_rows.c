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
