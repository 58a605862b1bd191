/* CNT-01: parties listed before their number: 财政、审计、主管部门三方会商. */
#include "check/families.h"
#include "check/list.h"

#define LEAST    3  /* 双方 tells two */
#define ITEM_MAX 8u /* characters of a party's name; the first may have a verb before it */

/* What parties do together. Of 三方面 and 四方来客 nothing is said. */
#define TOGETHER                                                                                                                                               \
  "会商 联动 联合 联席 协同 协作 协商 合作 合力 共建 共治 共管 共享 共担 议事 分担 互动 联手 携手 发力 参与 协议 " \
  "对接 "                                                                                                                                                    \
  "责任 沟通 监管 监督 评议 评价 会签 恳谈 座谈 协调 调解 联治 联建 机制"

/* Is the item of a list a name and nothing else, but for a verb before the first? */
static bool is_party(const gm_view *view, size_t from, size_t to, bool first) {
  if (to < from + 2 || (!first && to - from > ITEM_MAX)) return false;
  for (size_t k = from; k < to; k++)
    if (!(view->cls[k] & GM_HAN) || (!first && view->cls[k] & GM_NUMERAL) || gm_one_of(view, k, "的把将被"))
      return false;
  return true;
}

void gm_check_parties(gm_line_check *check, size_t i) {
  static const uint32_t numerals[] = {0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B}; /* 三 to 八 */
  const gm_view *view = check->view;
  size_t said = 0;
  if (i < 4 || !gm_words_at(view, i + 1, TOGETHER)) return;
  while (said < sizeof numerals / sizeof *numerals && view->cp[i - 1] != numerals[said]) said++;
  if (said == sizeof numerals / sizeof *numerals) return;
  said += LEAST;
  size_t end = i - 1;
  bool open = gm_words_before(view, end, "等") != 0;
  end -= gm_words_before(view, end, "等 共 这");
  gm_list list;
  if (!(view->cls[end - 1] & (GM_HAN | GM_PUNCT)) || gm_one_before(view, end, "第的") || gm_is_lone(view, end)) return;
  gm_list_before(view, 0, end, &list);
  if (list.too_long || list.count < 2 || (open && said > list.count) ||
      (said >= list.count && said <= list.count + list.joints))
    return;
  unsigned listed = said < list.count ? list.count : list.count + list.joints;
  if (!gm_is_miscounted((int64_t)said, listed)) return;
  for (unsigned n = 0; n < list.count; n++)
    if (!is_party(view, list.start[n], list.end[n], !n)) return;
  if (said > listed ? gm_list_may_begin_before(view, &list) : list.joints > 0) return;
  gm_report_line(check, i - 1, i + 1);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：前面列出%u项（%s……%s）", "“%s”: %u listed before it (%s … %s)",
         gm_quote_line(view, i - 1, i + 1).text, listed, gm_quote_line(view, list.start[0], list.end[0]).text,
         gm_quote_line(view, list.start[list.count - 1], list.end[list.count - 1]).text);
  gm_relate_list(check, &list);
}
