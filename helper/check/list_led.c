/* What stands before a list: whether the clause before it may hold the first of its items. */
#include "check/list.h"

#define PART_CHARS 9u /* a part of a list before its comma, and the comma */

bool gm_list_of_one_length(const gm_list *list) {
  size_t length = list->count < 3 ? 0 : list->end[1] - list->start[1];
  for (unsigned n = 2; n < list->count; n++)
    if (list->end[n] - list->start[n] != length) return false;
  return length && list->end[0] - list->start[0] >= length;
}

/* The clause before may be the first half of the list: 甲，乙、丙三个方面. Not when a word leads the list in, or the
 * first item is so much longer than the others that it must hold one. */
static bool led_in(const gm_view *view, const gm_list *list) {
  for (size_t i = list->start[0]; i < list->end[0]; i++)
    if (gm_words_at(view, i,
                    "从 在 对 围绕 就 以 聚焦 由 按 按照 通过 针对 抓好 做好 健全 完善 落实 坚持 建立 向 到 把 将 抓 "
                    "建 新增 计划 开设 设立 推出 包括 实施 开展 组织 推进 编印 做强 做大 用好 形成 打造 构建 加快 强化 "
                    "提升 优化 推动 "
                    "实现 突出 紧扣 "
                    "统筹 依托 把握 培育 发展 壮大 涵盖 覆盖 涉及 深化 筑牢 守住 瞄准 集聚 建强 建成 旗下 即 有"))
      return true;
  size_t longest = 0;
  for (unsigned n = 1; n < list->count; n++)
    if (list->end[n] - list->start[n] > longest) longest = list->end[n] - list->start[n];
  if (gm_list_of_one_length(list) && list->end[0] - list->start[0] > longest) return true;
  return list->end[0] - list->start[0] > longest + 3;
}

/* A clause that tells no more than when or where. */
#define MOMENTS                                                                                                                                                   \
  "刚才 会上 会前 会后 随后 近日 日前 目前 同时 此外 当天 现场 期间 会议期间 活动中 活动期间 活动现场 近年来 今年 " \
  "今年以来 去年 当晚 上午 下午 最后 接着 首先 一年来 截至目前 在会上 在现场"

/* Does a clause end before the list that may hold the first of it? What is longer than an item does not. */
static bool comma_before(const gm_view *view, const gm_list *list) {
  size_t start = list->start[0], at = start;
  if (!start || !gm_one_before(view, start, "，；")) return false;
  for (at--; at && !(view->cls[at - 1] & (GM_PAUSE | GM_STOP)) && start - at <= PART_CHARS;) at--;
  if (gm_words_at(view, at, MOMENTS) == start - 1 - at) return false;
  /* 规模以上工业中， 学期初， 汛期以来， */
  if (gm_one_before(view, start - 1, "中初末底际时") || gm_words_before(view, start - 1, "以来 期间 之后 之前"))
    return false;
  if (gm_one_before(view, start - 1, "前后") && !gm_one_before(view, list->end[list->count - 1], "前中后"))
    return false; /* 节前，甲局、乙局两个部门, and not 产前，产中、产后 */
  /* 由分管副县长牵头，: a person is none of the bodies listed */
  if (gm_words_before(view, start - 1, "牵头 主持 带队 负责 挂帅 任组长") &&
      gm_find_word(view, at, start, "长 书记 主任 主席 领导") != SIZE_MAX)
    return false;
  return start - at <= PART_CHARS;
}

bool gm_list_may_begin_before(const gm_view *view, const gm_list *list) {
  return comma_before(view, list) && !led_in(view, list);
}
