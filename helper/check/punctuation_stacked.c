/* PUN-22: two marks where one is meant: ，， ，。 、，. Exclamations may stack (！！ ？！), and 。。。 is an ellipsis.
 */
#include "check/families.h"
#include "check/words.h"

#define STACKING "，、；：。"

/* The marks from `i` on that stand one upon another. */
static size_t stack_at(const gm_view *view, size_t i) {
  size_t end = i;
  while (gm_one_of(view, end, STACKING)) end++;
  return end - i;
}

/* ，，: one of them; ，。: the stop. What else is meant, only the writer knows. */
static void propose(gm_line_check *check, size_t from, size_t to) {
  const gm_view *view = check->view;
  bool alike = true, stop = false;
  for (size_t i = from; i < to; i++) {
    alike = alike && view->cp[i] == view->cp[from];
    stop = stop || gm_one_of(view, i, "。");
  }
  if (!alike && !stop) return;
  gm_quote one = alike ? gm_quote_line(view, from, from + 1) : (gm_quote){.text = "。"};
  gm_propose(check->out, (gm_position){0, view->raw_at[from]}, (gm_position){0, gm_raw_end(view, to)},
             (gm_text){one.text, strlen(one.text)}, "PUN-22");
}

void gm_check_stacked_marks(gm_line_check *check) {
  const gm_view *view = check->view;
  for (size_t at = 0; at < view->count; at += GM_VIEW_WORD) {
    uint64_t marks = gm_view_word(view, at, GM_PAUSE | GM_STOP), pairs = marks & (marks >> 1);
    if (marks >> (GM_VIEW_WORD - 1) && at + GM_VIEW_WORD < view->count &&
        view->cls[at + GM_VIEW_WORD] & (GM_PAUSE | GM_STOP))
      pairs |= UINT64_C(1) << (GM_VIEW_WORD - 1);
    for (; pairs; pairs &= pairs - 1) {
      size_t i = at + (size_t)__builtin_ctzll(pairs), length = stack_at(view, i);
      if (length < 2 || (i && gm_one_of(view, i - 1, STACKING))) continue;
      bool ellipsis = length > 2 && view->cp[i] == view->cp[i + 1] && gm_one_of(view, i, "。");
      /* std::string is code, “，、” and ；号 name the marks */
      bool code = (unsigned char)view->raw.ptr[view->raw_at[i]] < 0x80 &&
                  (unsigned char)view->raw.ptr[view->raw_at[i + 1]] < 0x80;
      if (ellipsis || code || (i && view->cls[i - 1] & GM_OPEN) || view->cls[i + length] & GM_CLOSE ||
          gm_one_of(view, i + length, "号"))
        continue;
      gm_report_line(check, i, i + length);
      gm_say(check->out, check->language, "“%s”：标点叠用，只留一个", "“%s”: one mark is enough",
             gm_quote_line(view, i, i + length).text);
      propose(check, i, i + length);
    }
  }
}
