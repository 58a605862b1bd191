#include "check/half.h"

#include <string.h>

#define WORD       "一半"
#define PASSED     "约 近 大约 差不多 了 将近 整整"
#define HALF_CHARS 2u

/* 占一半, 减少了一半: does a half stand at `at`, behind a word that tells what it is of, and end its clause? 多一半 and
 * 一半以上 are none. */
static bool is_half(const gm_view *view, size_t at) {
  size_t end = at + HALF_CHARS, before = at, n, verb;
  if (!gm_words_at(view, at, WORD)) return false;
  if (end < view->count && !(view->cls[end] & (GM_PAUSE | GM_STOP)) && !gm_one_of(view, end, "）")) return false;
  if (gm_words_before(view, at, "占 占了 各占")) return !gm_words_before(view, at, "各占");
  if (gm_change_verb(view, at, &verb)) return true;
  while (before && (n = gm_words_before(view, before, PASSED))) before -= n;
  return before < at && gm_change_verb(view, before, &verb) != 0;
}

unsigned gm_add_halves(const gm_links *links, gm_links *out, gm_figure *figure) {
  const gm_view *view = links->view;
  size_t at = 0;
  if (!links->count || links->count == GM_MENTIONS_MAX || !gm_word_list_may_hold(view, WORD)) return 0;
  while ((at = gm_find_word(view, at, view->count, WORD)) != SIZE_MAX && !is_half(view, at)) at++;
  if (at == SIZE_MAX) return 0;
  unsigned index = 0;
  while (index < links->count && links->items[index].to <= at) index++;
  if (index < 2 || links->items[index - 1].from < gm_sentence_start(view, at)) return 0;
  *out = *links;
  memmove(out->items + index + 1, out->items + index, (out->count - index) * sizeof *out->items);
  out->count++;
  gm_decimal half = {5, 1};
  *figure = (gm_figure){.kind = GM_FIGURE_FRACTION,
                        .value = half,
                        .interval = gm_interval_exact(half),
                        .parts = {1, 2},
                        .start = view->raw_at[at],
                        .end = gm_raw_end(view, at + HALF_CHARS),
                        .number_end = gm_raw_end(view, at + HALF_CHARS),
                        .approx_start = view->raw_at[at],
                        .approx_end = view->raw_at[at],
                        .sentence = links->items[index - 1].figure->sentence,
                        .clause = links->items[index - 1].figure->clause};
  size_t clause = gm_clause_start(view, at), label = links->items[index - 1].to;
  out->items[index] = (gm_mention){.figure = figure,
                                   .from = (uint32_t)at,
                                   .number = (uint32_t)at,
                                   .to = (uint32_t)(at + HALF_CHARS),
                                   .clause = (uint32_t)clause,
                                   .label = (uint32_t)(label > clause ? label : clause)};
  return index;
}
