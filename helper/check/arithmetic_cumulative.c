/* AR-03 of what is told as gathered up to a day: 截至6月底累计完成4312户，截至9月底累计完成4213户 cannot be less at the
 * later one, and 18.2亿元 with 新增2.7亿元 makes what is gathered then. */
#include "check/change.h"
#include "check/families.h"

#define MARKS_MAX  8u
#define HEAD_CHARS 2u /* 完工, right before the number */
#define UP_TO      "截至 截止 截止到 截至到 到 至"
#define GATHERED   "累计"
#define ADDED      "新增 又 再 当月 单月 本月 月份 新完成 季度"
/* What may take off of it, or is no sum of what came. */
#define REDUCED "核减 核销 退出 注销 调减 清退 剔除 更正 偿还 归还 结余 余额 库存 扣除 撤销 口径 去年 上年 同期 另"

typedef struct mark {
  const gm_mention *of;
  gm_date day;
} mark;

static unsigned ordinal_of(gm_date d) { return (d.year * 12u + d.month) * 31u + d.day; }

/* 截至6月底累计完成: the day up to which the mention is gathered, told right before it in its clause or the one before.
 */
static bool read_mark(const gm_links *links, unsigned index, mark *out) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *date = m - 1;
  if (!index || !gm_is_count(m->figure) || m->from < HEAD_CHARS || !gm_same_sentence(date, m) ||
      date->figure->kind != GM_FIGURE_DATE || !date->figure->date.month || !gm_words_before(view, date->from, UP_TO) ||
      gm_find_word(view, date->to, m->from, GATHERED) == SIZE_MAX ||
      (date->clause != m->clause && date->to + 1u != m->clause))
    return false;
  out->of = m;
  out->day = date->figure->date;
  return true;
}

/* Are both told by the same word right before the number, and of one unit? */
static bool are_alike(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  return gm_comparable(a->figure, b->figure) && view->cls[a->from - 1] & GM_HAN &&
         gm_reads_alike(view, a->from - HEAD_CHARS, b->from - HEAD_CHARS, HEAD_CHARS);
}

/* The one amount like them between the two that is said to have come; NULL when there is none or several. */
static const gm_mention *added_between(const gm_view *view, const gm_mention *first, const gm_mention *last) {
  const gm_mention *found = NULL;
  for (const gm_mention *m = first + 1; m < last; m++) {
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, first->figure)) continue;
    if (found || !gm_is_exact(m->figure) || m->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_COMPARED) ||
        gm_find_word(view, m->clause, m->from, ADDED) == SIZE_MAX)
      return NULL;
    found = m;
  }
  return found;
}

static void judge(gm_line_check *check, const gm_links *links, const mark *first, const mark *last) {
  const gm_view *view = links->view;
  const gm_mention *a = first->of, *b = last->of, *came = added_between(view, a, b);
  if (gm_is_told(check, b) || gm_is_told(check, a) || gm_disclaimed(view) ||
      gm_find_word(view, gm_sentence_start(view, a->from), b->to, REDUCED) != SIZE_MAX)
    return;
  bool next = came && last->day.month == first->day.month + 1u && last->day.year == first->day.year;
  gm_interval sum = a->figure->interval;
  gm_decimal value;
  if (next && gm_interval_add(&sum, came->figure->interval) &&
      gm_decimal_add(a->figure->value, came->figure->value, &value)) {
    if (gm_interval_touch(sum, b->figure->interval)) {
      gm_agree(check, a, came, b);
      return;
    }
    gm_report_mention(check, b);
    gm_say(check->out, check->language, "%s+%s=%s，文中为%s", "%s + %s = %s, the text says %s",
           gm_quote_mention(view, a).text, gm_quote_mention(view, came).text, gm_quote_amount(value, b, view).text,
           gm_quote_mention(view, b).text);
    gm_offer_value(check, b, value);
    gm_relate_mention(check, a, "此前累计", "gathered before");
    gm_relate_mention(check, came, "新增", "what came");
    return;
  }
  if (gm_decimal_compare(b->figure->interval.high, a->figure->interval.low) >= 0) return;
  gm_report_mention(check, b);
  gm_say(check->out, check->language, "累计数不应减少：此前为%s，文中为%s",
         "what is gathered cannot become less: %s before, %s here", gm_quote_mention(view, a).text,
         gm_quote_mention(view, b).text);
  gm_relate_mention(check, a, "此前累计", "gathered before");
}

void gm_check_cumulative(gm_line_check *check, const gm_links *links) {
  if (!gm_word_list_may_hold(links->view, GATHERED)) return;
  mark marks[MARKS_MAX];
  unsigned count = 0;
  for (unsigned i = 1; i < links->count && count < MARKS_MAX; i++) {
    if (!read_mark(links, i, &marks[count])) continue;
    const mark *last = &marks[count++];
    for (unsigned k = count - 1; k-- > 0;) {
      const mark *first = &marks[k];
      if (!are_alike(links->view, first->of, last->of)) continue;
      if ((!first->day.year) == (!last->day.year) && ordinal_of(last->day) > ordinal_of(first->day))
        judge(check, links, first, last);
      break;
    }
  }
}
