/* CNT-02: what a bare colon behind a count leads in, where it fills its sentence: clauses of one length, items parted
 * by ；, amounts by 、. */
#include "check/families.h"
#include "check/list.h"

#define CLAUSES_LEAST 3u
#define CLAUSE_LEAST  4u /* Han characters of each; shorter ones stand by twos */
#define PURPOSES                                                                                                                                              \
  "确保 推动 促进 力争 实现 不断 切实 真正 共同 全力 努力 以 使 让 为 并 同时 从而 进而 争取 打造 形成 助力 带动 " \
  "做到 也 而 更 就 都 不"

#define SURE_MOST 10u /* greater counts are of what the listed hold */

/* One more or less than listed; of three and more that are of one form, and tell no amounts that may add up to what is
 * said (9台：甲型4台；乙型3台；丙型2台), any other number. */
static bool is_off(const gm_view *view, size_t number, unsigned claimed, const gm_list *told) {
  unsigned listed = told->count;
  if (claimed == listed || claimed == listed + 1 || claimed + 1 == listed) return claimed != listed;
  if (listed < CLAUSES_LEAST || claimed > SURE_MOST) return false;
  size_t measure = number + gm_number_at(view, number);
  for (size_t i = told->start[0]; i < told->end[listed - 1]; i++)
    if (view->cls[i] & GM_DIGIT || (view->cls[i] & GM_NUMERAL && gm_reads_alike(view, i + 1, measure, 1))) return false;
  return true;
}

static bool ends_sentence(const gm_view *view, size_t end) { return end >= view->count || view->cls[end] & GM_STOP; }

/* 任务要细，责任要实，督查要勤。: clauses of one length? */
static bool are_clauses(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  size_t length = list->end[0] - list->start[0];
  if (list->count < CLAUSES_LEAST || length < CLAUSE_LEAST || gm_words_at(view, list->start[last], PURPOSES) ||
      !ends_sentence(view, list->end[last]))
    return false;
  for (unsigned n = 0; n <= last; n++) {
    if (list->end[n] - list->start[n] != length) return false;
    for (size_t i = list->start[n]; i < list->end[n]; i++)
      if (!(view->cls[i] & GM_HAN)) return false;
  }
  return true;
}

/* 把基础打牢，把队伍带好，把作风抓实，把实惠留下。: clauses that all begin with the same of these? */
static bool begin_alike(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  if (list->count < CLAUSES_LEAST || !gm_one_of(view, list->start[0], "把将抓让") ||
      !ends_sentence(view, list->end[last]))
    return false;
  for (unsigned n = 0; n <= last; n++)
    if (list->end[n] - list->start[n] < CLAUSE_LEAST || view->cp[list->start[n]] != view->cp[list->start[0]])
      return false;
  return true;
}

#define NAME_CHARS 24u /* the longest of what ends as all others do */

/* 甲沙地歼灭战，乙、丙两大沙地歼灭战，丁阻击战。: parts of a sentence that end in the noun counted? */
static bool end_as_counted(const gm_view *view, const gm_list *list, size_t noun_end) {
  unsigned last = list->count - 1;
  if (list->count < CLAUSES_LEAST || !ends_sentence(view, list->end[last]) ||
      gm_find_word(view, list->start[0], list->end[last], "和 与 以及") != SIZE_MAX)
    return false;
  for (unsigned n = 0; n <= last; n++) {
    size_t end = list->end[n], length = end - list->start[n];
    if (length < CLAUSE_LEAST || length > NAME_CHARS || view->cp[end - 1] != view->cp[list->end[0] - 1] ||
        gm_find_run(view, noun_end > 2 ? noun_end - 2 : 0, noun_end, end - 1, 1) == SIZE_MAX)
      return false;
  }
  return true;
}

#define MATTER_LEAST 6u /* characters of an item parted by ； */

/* 大棚再建90座，总数达到720座；冷库再添1座…；…。: matters parted by ；, of which fewer than announced are told only
 * where the line ends. */
static bool are_matters(const gm_view *view, const gm_list *list, unsigned claimed) {
  unsigned last = list->count - 1;
  if (list->count < 2 || !ends_sentence(view, list->end[last]) ||
      (claimed > list->count && list->end[last] + 1 < view->count) ||
      gm_find_word(view, list->start[0], list->end[last], "： 其中 同时 此外 另外 首先 其次 还 均已 都已 均未 都未") != SIZE_MAX)
    return false;
  for (unsigned n = 0; n <= last; n++)
    if (list->end[n] < list->start[n] + MATTER_LEAST || gm_words_at(view, list->start[n], "以及")) return false;
  return true;
}

#define UNIT_CHARS 1u

/* 监控更新58600元、地垫更换22740元、门禁维修15000元: does each item end in an amount of the same unit? */
static bool are_amounts(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  if (list->count < 2) return false;
  for (unsigned n = 0; n <= last; n++) {
    size_t end = list->end[n], number = gm_view_next_before(view, list->start[n], end, GM_DIGIT);
    if (number >= end || number < list->start[n] + 2 ||
        view->cp[end - UNIT_CHARS] != view->cp[list->end[0] - UNIT_CHARS])
      return false;
    while (number < end && (view->cls[number] & GM_DIGIT || gm_one_of(view, number, "."))) number++;
    if (end - number > 3) return false; /* words behind the amount */
  }
  return ends_sentence(view, list->end[last]) || gm_one_of(view, list->end[last], "，；");
}

bool gm_check_colon(gm_line_check *check, size_t number, size_t noun_end, size_t at, unsigned claimed,
                    const gm_list *dun, const gm_list *comma, const gm_list *semicolon) {
  const gm_view *view = check->view;
  const gm_list *told = NULL;
  if (view->cls[at] & GM_NUMERAL || gm_words_at(view, at, "第 首先 其一")) return false; /* 一是…；二是…: CNT-03 */
  if (semicolon->count > 1) {
    if (are_matters(view, semicolon, claimed)) told = semicolon;
  } else if (dun->count == 1) {
    if (begin_alike(view, comma)) told = comma;
    if (!comma->joints && (are_clauses(view, comma) || end_as_counted(view, comma, noun_end))) told = comma;
  } else if (!comma->joints && end_as_counted(view, comma, noun_end)) {
    told = comma;
  } else if (are_amounts(view, dun)) {
    told = dun;
  }
  if (!told || told->open || told->too_long || !is_off(view, number, claimed, told)) return false;
  gm_report_line(check, number, noun_end);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：后面列出%u项（%s……%s），不是%u项",
         "“%s”: %u listed behind it (%s … %s), not %u", gm_quote_line(view, number, noun_end).text, told->count,
         gm_quote_line(view, told->start[0], told->end[0]).text,
         gm_quote_line(view, told->start[told->count - 1], told->end[told->count - 1]).text, claimed);
  gm_relate_list(check, told);
  return true;
}
