/* AR-03 of values in their order that are said to go the other way:
 * 首轮600万元，次轮500万元，末轮400万元，额度逐轮递增. */
#include "check/change.h"
#include "check/families.h"

#define VALUES_LEAST 3u
#define WORD_CHARS   12u /* from the last value to the word */

#define RISING                                                                                                                                                   \
  "逐年递增 逐月递增 逐轮递增 逐季递增 逐次递增 逐级递增 逐届递增 逐批递增 逐期递增 依次递增 逐步递增 逐年增加 " \
  "逐月增加 "                                                                                                                                                \
  "逐年上升 逐月上升 逐季上升 逐年提高 逐年增长 逐月增长 逐季增长 逐轮增加 逐次增加 逐年扩大 逐年攀升 逐年走高 " \
  "逐月走高 "                                                                                                                                                \
  "连年增长 连年上升"
#define FALLING                                                                                                                                                  \
  "逐年递减 逐月递减 逐轮递减 逐季递减 逐次递减 逐级递减 逐届递减 逐批递减 逐期递减 依次递减 逐步递减 逐年减少 " \
  "逐月减少 "                                                                                                                                                \
  "逐年下降 逐月下降 逐季下降 逐年降低 逐年缩小 逐轮减少 逐次减少 逐年走低 逐月走低 逐年下滑 " \
  "连年下降"
#define NOT_SO "由 从 占比 增速 增幅 降幅 同比 排名 名次 第 倒 反 亏 逆差 负 不再 没有 未"

#define MEASURES "额度 数量 人数 规模 金额 面积 产量 总量 数额 价格 户数 件数 数 量 额 呈 均 都 也 且 并 ，"

/* ，额度逐轮递增, ，人数逐批递减: does nothing stand between the row and the word but its measure, by a word that any
 * row may have or by one of its own? */
static bool is_of_row(const gm_view *view, const gm_mention *first, const gm_mention *last, size_t at) {
  size_t from = last->to;
  for (size_t n; from < at && (n = gm_words_at(view, from, MEASURES)) != 0;) from += n;
  return from >= at || (gm_find_word(view, from, at, "率 占 比 其 未") == SIZE_MAX &&
                        gm_share_pair(view, from, at, first->clause, first->from));
}

/* Do three values in a row each rise, or each fall? Few lines have such. */
static bool has_row(const gm_links *links) {
  const gm_mention *a = NULL, *b = NULL;
  for (const gm_mention *m = links->items; m < links->items + links->count; m++) {
    if (m->figure->kind >= GM_FIGURE_DATE && m->figure->kind <= GM_FIGURE_ORDINAL) continue;
    bool like = b && m->figure->kind == b->figure->kind && m->figure->unit == b->figure->unit && gm_same_sentence(m, b);
    if (like && a) {
      int first = gm_decimal_compare(b->figure->value, a->figure->value);
      int second = gm_decimal_compare(m->figure->value, b->figure->value);
      if ((first > 0 && second > 0) || (first < 0 && second < 0)) return true;
    }
    a = like ? b : NULL;
    b = m;
  }
  return false;
}

/* The year right before the value, 0 when there is none. */
static unsigned year_before(const gm_links *links, const gm_mention *m) {
  return m > links->items && (m[-1].figure->kind == GM_FIGURE_YEAR || m[-1].figure->kind == GM_FIGURE_DATE)
             ? m[-1].figure->date.year
             : 0;
}

void gm_check_trend(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < VALUES_LEAST || !has_row(links) || !gm_word_list_may_hold(view, RISING " " FALLING)) return;
  size_t at = gm_find_word(view, links->items[VALUES_LEAST - 1].to, view->count, RISING " " FALLING);
  if (at == SIZE_MAX) return;
  bool rising = gm_words_at(view, at, RISING) != 0;
  unsigned count = 0, i = links->count;
  const gm_mention *last = NULL, *later = NULL;
  bool rose = false, fell = false;
  while (i-- > 0) {
    const gm_mention *m = &links->items[i];
    if (m->from > at) continue;
    if (!last && (m->to + WORD_CHARS < at || gm_find_mark(view, m->to, at, "；。") != SIZE_MAX)) return;
    if (last && !gm_same_sentence(m, last)) break;
    bool time =
        m->figure->kind == GM_FIGURE_YEAR || m->figure->kind == GM_FIGURE_DATE || m->figure->kind == GM_FIGURE_ORDINAL;
    if (time) continue;
    bool value = (gm_is_amount(m->figure) || m->figure->kind == GM_FIGURE_PERCENT) && gm_is_exact(m->figure) &&
                 !gm_is_delta(m->figure) && !(m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_TOTAL | GM_ROLE_OF_WHICH));
    if (last && (m->figure->kind != last->figure->kind || !gm_subtractable(view, m, last))) {
      if (count >= VALUES_LEAST) break; /* 共发1500万元 of another kind before them */
      return;
    }
    if (!value) {
      if (count >= VALUES_LEAST) break;
      return;
    }
    if (later) {
      /* One row: what parts them is short. */
      if (m->to + 2 * WORD_CHARS < later->from) break;
      int order = gm_decimal_compare(later->figure->value, m->figure->value);
      bool more = rose || order > 0, less = fell || order < 0;
      if (more && less && count >= VALUES_LEAST) break; /* the total before them */
      if (!order || (more && less)) return;
      rose = more;
      fell = less;
    }
    if (!last) last = m;
    later = m;
    count++;
  }
  /* 2023年41件、2022年35件、2021年32件，逐年上升: told backwards */
  if (count >= VALUES_LEAST && year_before(links, later) > year_before(links, last) && year_before(links, last)) return;
  if (count < VALUES_LEAST || !is_of_row(view, later, last, at) || rose == fell || rose == rising ||
      gm_disclaimed(view) || gm_find_word(view, later->clause, at, NOT_SO) != SIZE_MAX)
    return;
  gm_report_line(check, at, at + gm_words_at(view, at, RISING " " FALLING));
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, rising ? "由%s到%s逐个减少，文中说“%s”" : "由%s到%s逐个增加，文中说“%s”",
         rising ? "from %s to %s each is less, the text says “%s”" : "from %s to %s each is more, the text says “%s”",
         gm_quote_mention(view, later).text, gm_quote_mention(view, last).text,
         gm_quote_line(view, at, at + gm_words_at(view, at, RISING " " FALLING)).text);
  gm_relate_mention(check, later, "最先", "the first");
  gm_relate_mention(check, last, "最后", "the last");
}
