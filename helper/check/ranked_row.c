/* Values of a row by the terms that 分别 parts them among. */
#include "check/percent.h"
#include "check/ranked.h"

#define VERB_CHARS   8u /* from 分别 to the first value: 分别达到, 依次接待 */
#define SUFFIX_CHARS 3u /* 机电、信息、护理三个系: 护理系 */
#define ROW_LEAST    3u

/* Where 分别 or 依次 stands right before the value, SIZE_MAX when it does not. */
static size_t parting_word(const gm_view *view, const gm_mention *first) {
  size_t from = first->from > first->clause + VERB_CHARS ? first->from - VERB_CHARS : first->clause;
  return gm_find_word(view, from, first->from, "分别 依次");
}

/* 四个季度分别为…, or as many terms before 分别 as values. */
static bool read_terms(const gm_links *links, gm_ranked_row *row) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[row->first];
  row->quarters =
      row->count == 4 && gm_find_word(view, first->clause, row->word, "四个季度 4个季度 各季度") != SIZE_MAX;
  if (row->quarters) return true;
  gm_list_before(view, gm_sentence_start(view, first->from), row->word, &row->terms);
  if (row->terms.count + 1 == row->count) gm_list_split_last(view, &row->terms);
  return row->terms.count == row->count && !row->terms.open && !row->terms.too_long;
}

bool gm_find_ranked_row(const gm_links *links, size_t low, size_t limit, gm_ranked_row *row) {
  bool found = false;
  for (unsigned k = 0; k < links->count && links->items[k].to <= limit; k++) {
    if (links->items[k].from < low) continue;
    unsigned count = gm_row_from(links, k, GM_RANKED_MAX);
    gm_ranked_row next = {.first = k, .count = count, .word = parting_word(links->view, &links->items[k])};
    if (count >= ROW_LEAST && links->items[k + count - 1].to <= limit) {
      found = next.word != SIZE_MAX && read_terms(links, &next); /* the last row is the one meant */
      *row = next;
    }
    k += count - 1;
  }
  return found;
}

/* Does the name begin `words` as the term `k`? Its characters, 0 when not. 护理 is 护理系 where the last term tells of
 * 三个系. */
static size_t term_at(const gm_view *view, const gm_ranked_row *row, unsigned k, gm_range words) {
  gm_range term = {row->terms.start[k], row->terms.end[k]}, last = {row->terms.start[row->count - 1], row->word};
  if (gm_length(term) > GM_NAME_CHARS || !gm_length(words)) return 0;
  if (k + 1 == row->count || !gm_reads_begin(view, words, term)) return 0;
  for (size_t n = SUFFIX_CHARS; n; n--) {
    size_t to = words.from + gm_length(term);
    if (to + n == words.to && gm_find_run(view, last.from + 1, last.to, to, n) != SIZE_MAX) return gm_length(term) + n;
  }
  return gm_length(term);
}

/* 第三季度: its characters, the quarter in *quarter. */
static size_t quarter_at(const gm_view *view, gm_range words, unsigned *quarter) {
  gm_numeral numeral;
  size_t at = words.from + gm_words_at(view, words.from, "第"), n = gm_numeral_read(view, at, &numeral);
  if (!n || numeral.value.scale || numeral.value.digits < 1 || numeral.value.digits > 4) return 0;
  size_t unit = gm_words_at(view, at + n, "季度");
  *quarter = (unsigned)numeral.value.digits - 1;
  return unit ? at + n + unit - words.from : 0;
}

size_t gm_term_of_row(const gm_view *view, const gm_ranked_row *row, gm_range words, unsigned *told) {
  if (row->quarters) return quarter_at(view, words, told);
  size_t found = 0;
  for (unsigned k = 0; k < row->count; k++) {
    size_t n = term_at(view, row, k, words);
    if (!n) continue;
    if (found) return 0; /* 城东、城东新区 */
    found = n;
    *told = k;
  }
  return found;
}

/* The last term without what is told of all: 丙三县发病率 is 丙, by the number or by the measure that it ends in. */
static gm_range last_term(const gm_view *view, const gm_ranked_row *row, gm_range measure) {
  gm_range term = {row->terms.start[row->count - 1], row->terms.end[row->count - 1]};
  for (size_t i = term.from + 1; i < term.to; i++)
    if (gm_number_at(view, i) && gm_measure_at(view, i + gm_number_at(view, i))) return (gm_range){term.from, i};
  if (gm_length(measure) && gm_reads_end(view, term, measure)) term.to -= gm_length(measure);
  return term;
}

void gm_rank_row(const gm_links *links, const gm_ranked_row *row, gm_range measure, gm_ranked *list) {
  *list = (gm_ranked){.count = row->count, .quarters = row->quarters, .measure = measure};
  for (unsigned k = 0; k < row->count; k++) {
    list->value[k] = &links->items[row->first + k];
    if (!row->quarters) list->name[k] = (gm_range){row->terms.start[k], row->terms.end[k]};
  }
  if (!row->quarters) list->name[row->count - 1] = last_term(links->view, row, measure);
  list->from = row->quarters ? row->word : row->terms.start[0];
  list->to = list->value[row->count - 1]->to;
}
