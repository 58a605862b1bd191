/* Words that say that an amount is what is left. */
#include "check/left.h"

#define ALL                                                                                                                                                          \
  "还剩 还剩下 仅剩 只剩 尚剩 仍剩 尚余 还余 还剩余 尚剩余 仅余 只余 还差 尚差 仍差 还欠 尚欠 仍欠 还缺 尚缺 仍缺 剩 " \
  "剩了 还存 尚存 仅存 还留 还要 还需 还得 尚需 缺额 缺口 空缺 手里还有 "                                                                \
  "手头还有 账上还有 账面还有 库里还有 仓里还有"
#define REST   "其余 其余的 剩下 剩下的 剩余 剩余的 余下 余下的"
#define IDLE   "空着 空了 空出 空余 闲着 空置 闲置"
#define STILL  "还有 尚有 仍有 还留有"
#define UNDONE "没 没有 未 尚未 还没 还未 仍未 还没有"
#define OF     "的 的有 的还有 的是 的为 的共"

#define NOUN_CHARS   6u /* between 还剩 and the number: 剩余专项资金 */
#define UNDONE_CHARS 8u /* of what is not done: 走完流程 */

/* Where one of `words` ends in [from, to), so that only a short noun follows; SIZE_MAX when none does. */
static size_t behind_word(const gm_view *view, size_t from, size_t to, const char *words) {
  size_t at = gm_find_word(view, from, to, words);
  if (at == SIZE_MAX || gm_one_before(view, at, "过")) return SIZE_MAX; /* 过剩产能 */
  at += gm_words_at(view, at, words);
  if (at > to || to - at > NOUN_CHARS) return SIZE_MAX;
  for (size_t i = at; i < to; i++)
    if (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, "中里每占")) return SIZE_MAX;
  return at;
}

/* 没有走完流程的523件: what is not done, and nothing else in the clause. */
static bool is_undone(const gm_view *view, const gm_mention *m) {
  size_t from = m->label, act = from + gm_words_at(view, from, UNDONE), of = gm_words_before(view, m->from, OF);
  return act > from && of && m->from - of > act && m->from - of - act <= UNDONE_CHARS;
}

static size_t tail_end(const gm_view *view, const gm_mention *m) {
  size_t end = m->to;
  while (end < view->count && !(view->cls[end] & (GM_PAUSE | GM_STOP)) && end - m->to < 2 * UNDONE_CHARS) end++;
  return end;
}

bool gm_may_tell_left(const gm_view *view) {
  return gm_word_list_may_hold(view, ALL " " REST " " IDLE " " STILL " " UNDONE);
}

bool gm_left_is_some(const gm_view *view, const gm_mention *m) {
  return gm_find_word(view, m->label, m->from, "未 没 待 正 暂 因") != SIZE_MAX ||
         gm_find_word(view, m->to, tail_end(view, m), "未 没 待 正在 因 可 需 要") != SIZE_MAX;
}

gm_left gm_left_of(const gm_view *view, const gm_mention *m) {
  if (m->from == m->label || /* as of most amounts */
      gm_find_word(view, m->label, m->from, ALL " " IDLE " " REST " " STILL " " UNDONE) == SIZE_MAX)
    return GM_LEFT_NONE;
  if (behind_word(view, m->label, m->from, ALL " " IDLE) != SIZE_MAX) return GM_LEFT_ALL;
  if (behind_word(view, m->label, m->from, REST) != SIZE_MAX) return GM_LEFT_LAST;
  if (is_undone(view, m)) return GM_LEFT_SOME;
  return behind_word(view, m->label, m->from, STILL) != SIZE_MAX &&
                 gm_find_word(view, m->to, tail_end(view, m), "没 未 待") != SIZE_MAX
             ? GM_LEFT_SOME
             : GM_LEFT_NONE;
}
