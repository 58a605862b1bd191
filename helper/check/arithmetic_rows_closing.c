/* AR-01 of rows of several measures and the totals of some of them, behind the rows or before:
 * 第一批9个乡镇、10200人，第二批7个乡镇、8200人，两批合计18400人; 16个乡镇、18400人分两批体检，第一批…，第二批…. */
#include "check/families.h"
#include "check/sum_judged.h"
#include "numeral/numeral.h"

#define COLUMNS_MAX 4u
#define LEAD_CHARS  8u /* before the word for a total: 两类学校, 全年 */
#define SUMMING     "合计 共计 总计 一共 总共 共 合计有 共有 总 累计"
#define OPENS       "其中 另 此外 其余 其他 主要 部分 约 新增 减少 原有 计划 比 较"

/* The amounts before the total, row by row; each column has a unit of its own. */
typedef struct closed_rows {
  gm_parts of[COLUMNS_MAX];
  unsigned columns, rows;
} closed_rows;

/* Where the words for a total begin in the clause at `clause`, which ends before `to`; *count gets how many rows they
 * speak of, 0 when they do not say. SIZE_MAX when there are none. */
static size_t summing_at(const gm_view *view, size_t clause, size_t to, unsigned *count) {
  size_t from = clause + gm_words_at(view, clause, "以上 上述 这"), number = gm_number_at(view, from), word;
  gm_numeral numeral;
  *count = 0;
  if (number && gm_numeral_read(view, from, &numeral) == number && !numeral.value.scale && numeral.value.digits > 0 &&
      numeral.value.digits <= GM_PARTS_MAX)
    *count = (unsigned)numeral.value.digits;
  word = gm_find_word(view, from + number, to, SUMMING);
  if (word == SIZE_MAX || word - clause > LEAD_CHARS || (!*count && gm_words_at(view, word, "累计"))) return SIZE_MAX;
  for (size_t i = from + number; i < word; i++)
    if (!(view->cls[i] & GM_HAN)) return SIZE_MAX;
  return word;
}

/* 占60%, 第一批, 3月: what belongs to no column. */
static bool is_passed(const gm_figure *f) {
  return (f->kind == GM_FIGURE_PERCENT && f->roles & (GM_ROLE_SHARE | GM_ROLE_RATE | GM_ROLE_PAREN)) ||
         f->kind == GM_FIGURE_ORDINAL || f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_YEAR;
}

/* Reads all the amounts from mention `first` on, before clean character `end`; false when they are no rows of one form.
 */
static bool read_rows(const gm_links *links, unsigned first, size_t end, closed_rows *out) {
  unsigned at[GM_PARTS_MAX], n = 0;
  const gm_mention *items = links->items;
  for (unsigned i = first; i < links->count && items[i].from < end; i++) {
    bool label = items[i].figure->kind == GM_FIGURE_CLAIM && items[i].from == items[i].clause; /* 三组走访9户 */
    if (label || is_passed(items[i].figure)) continue;
    if (!gm_is_part(items[i].figure) || !gm_is_exact(items[i].figure) || n == GM_PARTS_MAX) return false;
    at[n++] = i;
  }
  memset(out, 0, sizeof *out);
  for (unsigned i = 0; i < n; i++) {
    unsigned column = out->columns ? i % out->columns : i;
    if (!out->columns && i && gm_comparable(items[at[i]].figure, items[at[0]].figure)) {
      out->columns = i;
      column = 0;
    }
    if (column == COLUMNS_MAX) return false;
    gm_parts *p = &out->of[column];
    if (p->count && !gm_comparable(items[at[i]].figure, items[p->at[0]].figure)) return false;
    /* A row begins in a clause of its own, with what it is of. */
    if (!column && i && (items[at[i]].clause <= items[at[i - 1]].to || items[at[i]].from == items[at[i]].clause))
      return false;
    for (unsigned k = 0; !out->columns && k < column; k++)
      if (gm_comparable(items[at[i]].figure, items[at[k]].figure)) return false;
    p->at[p->count++] = at[i];
  }
  out->rows = out->columns ? n / out->columns : 0;
  return out->columns > 1 && out->rows > 1 && n % out->columns == 0;
}

/* Is what the total is told of, between [from, to), nothing or a word of the rows [start, end)? */
static bool is_named_in(const gm_view *view, size_t from, size_t to, size_t start, size_t end) {
  while (to > from && gm_words_before(view, to, "为 有 达 是 、 ，")) to--;
  while (from < to && !(view->cls[from] & GM_HAN)) from++;
  return from >= to || gm_find_run(view, start, end, from, to - from) != SIZE_MAX;
}

/* The column whose unit the total has; NULL when none has. */
static gm_parts *column_of(const gm_links *links, closed_rows *rows, const gm_mention *total) {
  for (unsigned i = 0; i < rows->columns; i++)
    if (gm_comparable(links->items[rows->of[i].at[0]].figure, total->figure)) return &rows->of[i];
  return NULL;
}

/* Do some of the rows that stand side by side come to it? */
static bool some_rows_fit(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  for (unsigned from = 0; from < p->count; from++) {
    gm_decimal sum = {0, 0};
    for (unsigned to = from; to < p->count; to++) {
      if (!gm_decimal_add(sum, links->items[p->at[to]].figure->value, &sum) || !gm_decimal_compare(sum, total->value))
        return true;
    }
  }
  return false;
}

#define NOUN_CHARS 2u /* behind the total, that a row must have told */

void gm_check_rows_closing(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *head = &links->items[index];
  unsigned count, first = index;
  size_t word = summing_at(view, head->clause, head->from, &count);
  if (word == SIZE_MAX || (links->items[index - 1].from >= head->clause && links->items[index - 1].to > word)) return;
  /* …。两批合计18400人: of the rows of the sentence before */
  uint16_t sentence = head->figure->sentence;
  size_t start = gm_sentence_start(view, head->from), from = word + gm_words_at(view, word, SUMMING);
  if (start == head->clause) {
    if (!count || !sentence-- || start < 2) return;
    start = gm_sentence_start(view, start - 1);
  }
  size_t colon = gm_find_mark(view, start, head->clause, "："); /* 分两批进行：第一批… */
  if (colon != SIZE_MAX) start = colon + 1;
  while (first && links->items[first - 1].figure->sentence >= sentence && links->items[first - 1].from >= start)
    first--;
  closed_rows rows;
  if (!read_rows(links, first, head->clause, &rows) || (count && count != rows.rows)) return;
  if (gm_find_word(view, start, head->clause, OPENS) != SIZE_MAX || gm_disclaimed(view)) return;
  const gm_mention *wrong = NULL;
  gm_parts *parts = NULL;
  gm_decimal made = {0, 0};
  bool another = false; /* a total that its column comes to */
  for (const gm_mention *m = head; m < links->items + links->count && m->clause == head->clause; m++) {
    gm_parts *p = gm_is_count(m->figure) ? column_of(links, &rows, m) : NULL;
    size_t noun = m->to;
    gm_interval sum;
    gm_decimal value;
    while (noun < view->count && noun < m->to + NOUN_CHARS && view->cls[noun] & GM_HAN) noun++;
    if (!p || !is_named_in(view, from, m->from, start, head->clause) ||
        (!count && !is_named_in(view, m->to, noun, start, head->clause)) || !gm_sum_of(links, p, &sum, &value))
      return;
    from = m->to;
    if (gm_interval_touch(sum, m->figure->interval)) {
      gm_agree_parts(check, links, m, p);
      another = true;
      continue;
    }
    if (wrong || gm_is_told(check, m) || some_rows_fit(links, p, m->figure)) return;
    wrong = m;
    parts = p;
    made = value;
  }
  if (!wrong || (!another && gm_is_far(made, wrong->figure->value))) return;
  gm_report_sum(check, links, wrong, parts, made, another || count ? GM_SEVERITY_ERROR : GM_SEVERITY_WARNING);
}

#define BESIDE_CHARS 6u  /* from one of two totals to the other */
#define TOLD_CHARS   14u /* from them to the rows: 分两批参加体检 */

/* How many rows the words in [from, to) say there are: 分两批, 分为3组; 0 when they do not. */
static unsigned rows_announced(const gm_view *view, size_t from, size_t to) {
  size_t word = gm_find_word(view, from, to, "分");
  if (word == SIZE_MAX) return 0;
  size_t at = word + gm_words_at(view, word, "分 分为 分成"), number = gm_number_at(view, at);
  gm_numeral numeral;
  return number && at + number < to && gm_numeral_read(view, at, &numeral) == number && !numeral.value.scale &&
                 numeral.value.digits > 1 && numeral.value.digits <= GM_PARTS_MAX
             ? (unsigned)numeral.value.digits
             : 0;
}

void gm_check_rows_opening(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *a = &links->items[index], *b = a + 1;
  if (b->clause != a->clause || b->from - a->to > BESIDE_CHARS || gm_comparable(a->figure, b->figure) ||
      !gm_is_count(a->figure) || !gm_is_count(b->figure))
    return;
  size_t end = gm_sentence_end(view, b->to), mark = gm_find_mark(view, b->to, end, "，：；");
  if (mark == SIZE_MAX || mark - b->to > TOLD_CHARS) return;
  unsigned count = rows_announced(view, b->to, mark), first = index + 2;
  if (!count && !gm_one_of(view, mark, "：")) return;
  while (first < links->count && links->items[first].from < mark) first++;
  closed_rows rows;
  if (!read_rows(links, first, end, &rows) || rows.columns != 2 || (count && count != rows.rows) ||
      gm_find_word(view, mark, end, OPENS " 等") != SIZE_MAX || gm_disclaimed(view))
    return;
  const gm_mention *wrong = NULL;
  gm_parts *parts = NULL;
  gm_decimal made = {0, 0};
  for (const gm_mention *m = a; m <= b; m++) {
    gm_parts *p = column_of(links, &rows, m);
    gm_interval sum;
    gm_decimal value;
    if (!p || !gm_sum_of(links, p, &sum, &value)) return;
    if (gm_interval_touch(sum, m->figure->interval)) {
      gm_agree_parts(check, links, m, p);
      continue;
    }
    if (wrong || gm_is_told(check, m)) return; /* that one column comes to its total shows that the other must */
    wrong = m;
    parts = p;
    made = value;
  }
  if (wrong) gm_report_sum(check, links, wrong, parts, made, GM_SEVERITY_ERROR);
}
