/* CNT-02 of steps: 分三步走：第一步…第四步…, ordinals of what is counted. */
#include "check/families.h"
#include "check/list.h"

/* Does the clause at `at` put off what it tells of? */
static bool to_come(const gm_view *view, size_t at) {
  size_t end = gm_find_mark(view, at, view->count, "，；。！？");
  return gm_find_word(
             view, at, end == SIZE_MAX ? view->count : end,
             "尚未 还未 还没 尚待 有待 待定 另行 再议 视情 下一轮 下一阶段 下步 今后 暂不 暂未 暂缓 正在谋划") !=
         SIZE_MAX;
}

/* How weighty is the weightiest mark between two steps, from `from` to the second at `at`? 0 when that opens no clause.
 */
static unsigned mark_between(const gm_view *view, size_t from, size_t at) {
  unsigned weightiest = 0;
  if (at && !(view->cls[at - 1] & (GM_PAUSE | GM_STOP | GM_SPACE | GM_CLOSE))) return 0;
  for (size_t i = from; (i = gm_view_next_before(view, i, at, GM_PAUSE | GM_STOP)) < at; i++) {
    unsigned mark = view->cls[i] & GM_STOP ? 4 : gm_one_of(view, i, "；") ? 3 : gm_one_of(view, i, "，：") ? 2 : 1;
    if (mark > weightiest) weightiest = mark;
  }
  return weightiest;
}

/* 分三步走：第一步…第四步…; 分两个阶段：第一阶段…: ordinals of what is counted, from the first on. True when there are.
 */
bool gm_check_steps(gm_line_check *check, size_t index, unsigned claimed) {
  const gm_view *view = check->view;
  const gm_figures *figures = check->figures;
  const gm_figure *claim = &figures->items[index];
  unsigned listed = 0, weightiest = 0;
  const gm_figure *last = NULL;
  if (index + 2 >= figures->count || claim[1].kind != GM_FIGURE_ORDINAL || claim[1].value.digits != 1) return false;
  size_t end = gm_view_find(view, claim->end), unit = gm_view_find(view, claim[1].unit_start),
         width = gm_view_find(view, claim[1].unit_end) - unit, first = gm_view_find(view, claim[1].start);
  if (!width || first < end || first - end > 8 || gm_find_word(view, end, first, "： ， 。") == SIZE_MAX) return false;
  size_t counted = gm_one_before(view, end, "个") ? end : gm_view_find(view, claim->unit_start);
  for (size_t k = 0; k < width; k++)
    if (view->cp[counted + k] != view->cp[unit + k]) return false;
  for (size_t i = index + 1; i < figures->count; i++) {
    const gm_figure *f = &figures->items[i];
    if (f->kind != GM_FIGURE_ORDINAL || f->unit != claim[1].unit) continue;
    if (f->value.digits != (int64_t)listed + 1) return listed > 1; /* told of again */
    /* 分两步走：第一步…，第二步…。如今第三步… is about what comes next. */
    unsigned mark = listed ? mark_between(view, gm_view_find(view, last->end), gm_view_find(view, f->start)) : 1;
    if (listed >= claimed && (!mark || mark > weightiest || to_come(view, gm_view_find(view, f->end)))) break;
    if (mark > weightiest) weightiest = mark;
    listed++;
    last = f;
  }
  if (listed < 2) return false;
  if (!gm_is_miscounted(claimed, listed)) return true;
  gm_report_line(check, gm_view_find(view, claim->start), end);
  gm_say(check->out, check->language, "“%s”：后面列出%u项，不是%u项", "“%s”: %u listed behind it, not %u",
         gm_quote_line(view, gm_view_find(view, claim->start), end).text, listed, claimed);
  gm_relate(check->out, (gm_position){0, claim[1].start}, (gm_position){0, last->end},
            check->language == GM_ENGLISH ? "the list" : "列举");
  return true;
}
