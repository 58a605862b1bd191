/* AR-04 of so many a day between two dates: 4月13日至4月17日检修6条线路，每天检修1条. Days off only make it fewer, so
 * that what is more than all the days allow is told, and what is less is not. */
#include "check/dates.h"
#include "check/families.h"
#include "check/lasting.h"

#define VERB_CHARS 4u /* from 每天 to the number: 安排检修 */
#define NOUN_CHARS 4u /* behind the number: 线路 */
#define DAYS_MOST  31 /* of more, nobody works every day */
#define FAR        500

/* Does the clause tell no more than how many each day: 每天检修1条线路? */
static bool is_daily(const gm_view *view, const gm_mention *rate) {
  size_t verb = rate->clause + gm_words_at(view, rate->clause, "每天 每日"), end = rate->to;
  if (verb == rate->clause || verb > rate->from || rate->from - verb > VERB_CHARS ||
      gm_find_word(view, verb, rate->from, "约 均 最多 最少 至多 至少 各 每 可 能 不 上午 下午 新 再") != SIZE_MAX)
    return false;
  while (end < view->count && end - rate->to < NOUN_CHARS && view->cls[end] & GM_HAN) end++;
  return (end >= view->count || gm_one_of(view, end, "，。；")) &&
         gm_find_word(view, rate->to, end, "以上 左右 上下 起 次") == SIZE_MAX;
}

/* The one amount before the rate, in its sentence, that can be what all the days come to; NULL when there are none or
 * several. */
static const gm_mention *total_of(const gm_links *links, const gm_mention *rate) {
  const gm_mention *total = NULL;
  for (const gm_mention *m = rate; m-- > links->items && gm_same_sentence(m, rate);) {
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, rate->figure)) continue;
    if (total || !gm_is_count(m->figure) || m->figure->roles & GM_ROLE_OF_WHICH) return NULL;
    total = m;
  }
  return total;
}

/* The days from the one date to the other before `total`, both with a day and joined by 至, counted with the first; 0
 * when the sentence tells no such two, or more dates. */
static int64_t days_before(const gm_links *links, const gm_mention *total, gm_days *dates) {
  unsigned first = (unsigned)(total - links->items), end = first;
  while (first && gm_same_sentence(&links->items[first - 1], total)) first--;
  gm_dates_of(links, first, end, dates);
  const gm_day *a = &dates->items[0], *b = &dates->items[1];
  int64_t least, most;
  if (dates->count != 2 || !a->date.day || !b->date.day) return 0;
  size_t sign = gm_words_at(links->view, a->mention->to, "至 到 — —— - – ～");
  if (!sign) sign = gm_words_at(links->view, a->mention->to, "起至");
  return sign && a->mention->to + sign == b->mention->from && gm_days_between(a, b, &least, &most) ? most : 0;
}

#define OTHERWISE                                                                                                                                                  \
  "除了 除去 扣除 除周 除休 除节 以外 另 分组 各组 每组 小组 分两 分三 各队 每队 各班 每班 轮流 首批 第一批 试 同时 " \
  "并行 预约 报名"

void gm_check_daily_range(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *rate = &links->items[index];
  if (!gm_is_amount(rate->figure) || !gm_is_exact(rate->figure) || rate->figure->value.digits <= 0 ||
      rate->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_PAREN) || !is_daily(view, rate))
    return;
  const gm_mention *total = total_of(links, rate);
  gm_days dates;
  gm_decimal product;
  int64_t days = total ? days_before(links, total, &dates) : 0;
  if (days < 2 || days > DAYS_MOST || !gm_decimal_multiply(rate->figure->value, gm_decimal_of(days), &product)) return;
  int order = gm_decimal_compare(total->figure->value, product);
  if (!order) {
    gm_agree(check, total, rate, NULL);
    return;
  }
  if (order < 0 || !gm_within(total->figure->value, product, FAR) || gm_is_told(check, total) || gm_disclaimed(view) ||
      gm_find_word(view, gm_sentence_start(view, rate->from), gm_sentence_end(view, rate->to), OTHERWISE) != SIZE_MAX)
    return;
  gm_report_mention(check, total);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s至%s共%d天，每天%s最多为%s，文中为%s",
         "%s to %s are %d days, %s a day make %s at most, the text says %s",
         gm_quote_mention(view, dates.items[0].mention).text, gm_quote_mention(view, dates.items[1].mention).text,
         (int)days, gm_quote_mention(view, rate).text, gm_quote_amount(product, total, view).text,
         gm_quote_mention(view, total).text);
  gm_relate_mention(check, rate, "每天", "a day");
  gm_relate_mention(check, dates.items[0].mention, "起始日", "the first day");
  gm_relate_mention(check, dates.items[1].mention, "截止日", "the last day");
}
