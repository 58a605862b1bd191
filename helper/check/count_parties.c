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

#define LABEL_CHARS 8u /* from 方 to what opens the list: 监管”机制，即 */

/* How many parties the numeral before 方 at `i` tells; 0 when it is none of 三 to 八. */
static size_t number_said(const gm_view *view, size_t i) {
  static const uint32_t numerals[] = {0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B}; /* 三 to 八 */
  for (size_t k = 0; i && k < sizeof numerals / sizeof *numerals; k++)
    if (view->cp[i - 1] == numerals[k]) return k + LEAST;
  return 0;
}

/* “三方监管”机制，即部门监管、监理监管、居民监管: a quoted label, and behind it as many that end in its word. */
void gm_check_named_parties(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t said = number_said(view, i);
  if (!said) return;
  size_t word = i + 1, length = gm_words_at(view, word, TOGETHER), close = word + length;
  if (length < 2 || !gm_one_before(view, i - 1, "“") || !gm_one_of(view, close, "”")) return;
  size_t limit = close + LABEL_CHARS < view->count ? close + LABEL_CHARS : view->count;
  size_t lead = gm_find_word(view, close, limit, "，即 ，包括 即 ：");
  if (lead == SIZE_MAX || gm_find_word(view, lead, lead + 4, "即日 即将 即可 即使 即便") != SIZE_MAX) return;
  gm_list list;
  gm_list_behind(view, lead + gm_words_at(view, lead, "，即 ，包括 即 ："), GM_DUN, &list);
  if (list.open || list.too_long || list.joints || list.count < LEAST - 1 || list.count == said ||
      !gm_is_miscounted((int64_t)said, list.count))
    return;
  for (unsigned n = 0; n < list.count; n++)
    if (list.end[n] < list.start[n] + length + 2 || !gm_reads_alike(view, list.end[n] - length, word, length)) return;
  gm_report_line(check, i - 1, close);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：后面列出%u项（%s……%s）", "“%s”: %u listed behind it (%s … %s)",
         gm_quote_line(view, i - 1, close).text, list.count, gm_quote_line(view, list.start[0], list.end[0]).text,
         gm_quote_line(view, list.start[list.count - 1], list.end[list.count - 1]).text);
  gm_relate_list(check, &list);
}

void gm_check_parties(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t said = number_said(view, i);
  if (i < 4 || !said || !gm_words_at(view, i + 1, TOGETHER)) return;
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
