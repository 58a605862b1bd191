/* AR-01: games won, drawn and lost, and how many were played: 9场比赛6胜2平1负; medals, 9金6银7铜，共22枚. */
#include "check/change.h"
#include "check/sum.h"
#include "check/swap.h"

#define OUTCOMES   "胜平负"
#define GAMES      "场轮战局盘"
#define LEAD_CHARS 8u /* between the games and their outcomes: 场比赛取得 */

static bool is_outcome(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return m->figure->kind == GM_FIGURE_QUANTITY && m->figure->unit_end > m->figure->unit_start &&
         gm_one_before(links->view, m->to, OUTCOMES) && gm_is_exact(m->figure) && !m->figure->value.scale;
}

static bool counts_games(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  const gm_figure *f = m->figure;
  return (f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_CLAIM) && gm_is_exact(f) && !f->value.scale &&
         f->unit_end > f->unit_start && gm_is_plain(f) &&
         gm_one_of(links->view, gm_view_find(links->view, f->unit_start), GAMES);
}

/* The games that outcomes [first, end), to character `to`, are of: told right before them, or behind them as a total;
 * -1. */
static int games_of(const gm_links *links, unsigned first, unsigned end, size_t to) {
  const gm_view *view = links->view;
  const gm_mention *won = &links->items[first], *last = &links->items[end - 1];
  /* 主场6胜2平1负，客场3胜3平3负，共18场: of both */
  for (unsigned i = first; i-- > 0 && gm_same_sentence(&links->items[i], won);)
    if (is_outcome(links, i)) return -1;
  if (end < links->count && gm_same_sentence(last, &links->items[end]) && counts_games(links, end) &&
      gm_one_before(view, links->items[end].clause, "，") && links->items[end].clause == to + 1 &&
      gm_words_at(view, links->items[end].clause, "共 共计 合计 总计 总共 一共"))
    return (int)end;
  if (!first || !gm_same_sentence(&links->items[first - 1], won) || !counts_games(links, first - 1)) return -1;
  size_t behind = links->items[first - 1].to;
  bool near = won->from >= behind && won->from - behind <= LEAD_CHARS;
  return near && gm_find_word(view, behind, won->from, "主场 客场 最近 其中 对阵 交手 ； 。") == SIZE_MAX
             ? (int)first - 1
             : -1;
}

void gm_check_games(gm_line_check *check) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    if (!is_outcome(links, i)) continue;
    unsigned first = i, end = i;
    gm_decimal sum = {0, 0};
    while (end < links->count && is_outcome(links, end) &&
           (end == first || links->items[end].from <= links->items[end - 1].to + 1u))
      if (!gm_decimal_add(sum, links->items[end++].figure->value, &sum)) return;
    i = end - 1;
    /* 2平1负的战绩: an outcome that words follow is no figure. */
    size_t to = links->items[end - 1].to, length;
    unsigned more = 0, value;
    while ((length = gm_digits_at(view, to, &value)) != 0 && gm_one_of(view, to + length, OUTCOMES)) {
      if (!gm_decimal_add(sum, gm_decimal_of(value), &sum)) return;
      to += length + 1;
      more++;
    }
    int games = end - first + more > 1 ? games_of(links, first, end, to) : -1;
    if (games < 0) continue;
    const gm_mention *played = &links->items[games];
    /* 8场比赛2胜1平, 12局7胜3负: those lost or drawn go without saying. */
    if (gm_decimal_compare(sum, played->figure->value) < 0 && end - first + more < 3) continue;
    if (gm_decimal_compare(sum, played->figure->value) == 0) {
      gm_agree(check, played, &links->items[first], &links->items[end - 1]);
      continue;
    }
    gm_report_mention(check, played);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "%s合计%s场，文中为%s", "%s make %s games, the text says %s",
           gm_quote_line(view, links->items[first].from, to).text, gm_quote_decimal(sum).text,
           gm_quote_mention(view, played).text);
    gm_offer_value(check, played, sum);
    for (unsigned k = first; k < end; k++) gm_relate_mention(check, &links->items[k], "分项", "a part");
  }
}

/* 进14球、失9球，净胜5球: goals scored, let in, and the difference, told in a row. */
void gm_check_goals(gm_line_check *check, const gm_links *links) {
  const gm_view *view = check->view;
  for (unsigned i = 0; i + 2 < links->count; i++) {
    const gm_mention *scored = &links->items[i], *lost = scored + 1, *net = scored + 2;
    gm_decimal difference;
    if (!gm_one_of(view, scored->to - 1, "球") || !gm_one_of(view, lost->to - 1, "球") ||
        !gm_one_of(view, net->to - 1, "球") || !gm_same_sentence(scored, net) || lost->from > scored->to + LEAD_CHARS ||
        net->from > lost->to + LEAD_CHARS || !gm_is_exact(scored->figure) || !gm_is_exact(lost->figure) ||
        !gm_is_exact(net->figure) || !gm_words_before(view, scored->from, "进 打进 攻入 攻进 打入") ||
        !gm_words_before(view, lost->from, "失 丢 仅失 只失 仅丢 只丢 失掉 被攻入 被打进") ||
        !gm_words_before(view, net->from, "净胜 净胜球 净胜球为") ||
        !gm_decimal_subtract(scored->figure->value, lost->figure->value, &difference))
      continue;
    if (!gm_decimal_compare(difference, net->figure->value)) {
      gm_agree(check, scored, lost, net);
    } else if (difference.digits > 0 && !gm_is_told(check, net) && !gm_disclaimed(view)) {
      gm_report_mention(check, net);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%s-%s=%s，文中为%s", "%s - %s = %s, the text says %s",
             gm_quote_mention(view, scored).text, gm_quote_mention(view, lost).text,
             gm_quote_amount(difference, net, view).text, gm_quote_mention(view, net).text);
      gm_offer_value(check, net, difference);
      gm_relate_mention(check, scored, "进球", "goals scored");
      gm_relate_mention(check, lost, "失球", "goals let in");
    }
  }
}

#define MEDALS "金银铜"

static bool is_medal(const gm_links *links, unsigned index) {
  const gm_figure *f = links->items[index].figure;
  return f->kind == GM_FIGURE_QUANTITY && f->unit_end > f->unit_start &&
         gm_one_before(links->view, links->items[index].to, MEDALS) && !f->value.scale;
}

/* 9金6银7铜，共22枚奖牌. */
void gm_check_medals(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i + 1 < links->count; i++) {
    if (!is_medal(links, i)) continue;
    unsigned end = i;
    gm_decimal sum = {0, 0};
    while (end < links->count && is_medal(links, end) &&
           (end == i || links->items[end].from <= links->items[end - 1].to + 1u))
      if (!gm_decimal_add(sum, links->items[end++].figure->value, &sum)) return;
    unsigned first = i;
    i = end - 1;
    const gm_mention *total = end < links->count ? &links->items[end] : NULL;
    if (!total || end - first < 2 || !gm_same_sentence(total, &links->items[first]) || !gm_is_amount(total->figure) ||
        !gm_is_countable(total->figure) || gm_is_delta(total->figure) ||
        (!gm_words_at(view, total->to, "奖牌") &&
         gm_find_word(view, total->label, total->from, "奖牌总数") == SIZE_MAX) ||
        gm_find_total(view, total->label, total->from) == SIZE_MAX ||
        gm_decimal_compare(sum, total->figure->value) == 0)
      continue;
    if (first && is_medal(links, first - 1) && gm_same_sentence(&links->items[first - 1], total)) continue;
    gm_report_mention(check, total);
    gm_say(check->out, check->language, "%s合计%s，总数为%s", "%s make %s, the total says %s",
           gm_quote_line(view, links->items[first].from, links->items[end - 1].to).text, gm_quote_decimal(sum).text,
           gm_quote_mention(view, total).text);
    for (unsigned k = first; k < end; k++) gm_relate_mention(check, &links->items[k], "分项", "a part");
  }
}

#define MEDALS_IN_ALL "奖牌总数 奖牌总量 奖牌数 总奖牌数"

/* 奖牌总数64枚，…。上届16金14银22铜。…，奖牌总数增加12枚: the row [first, end), which comes to `sum`, the medals told
 * before it and the change told behind it. Only two digits of the change that changed places are told. */
static void check_gain(gm_line_check *check, const gm_links *links, unsigned first, unsigned end, gm_decimal sum) {
  const gm_view *view = check->view;
  const gm_mention *now = NULL, *gain = NULL;
  size_t verb;
  for (unsigned i = 0; i < first; i++)
    if (gm_is_countable(links->items[i].figure) &&
        gm_find_word(view, links->items[i].label, links->items[i].from, MEDALS_IN_ALL) != SIZE_MAX)
      now = &links->items[i];
  for (unsigned i = end; i < links->count && !gain; i++)
    if (gm_is_countable(links->items[i].figure) && gm_change_verb(view, links->items[i].from, &verb) > 0 &&
        gm_find_word(view, links->items[i].label, links->items[i].from, MEDALS_IN_ALL) != SIZE_MAX)
      gain = &links->items[i];
  gm_decimal more;
  if (!now || !gain || !gm_is_exact(now->figure) || !gm_decimal_subtract(now->figure->value, sum, &more)) return;
  if (!gm_decimal_compare(more, gain->figure->value)) {
    gm_agree(check, now, gain, NULL);
    return;
  }
  if (!gm_swap_touches(gain->figure, gm_interval_exact(more)) || gm_is_told(check, gain)) return;
  gm_report_mention(check, gain);
  gm_say(check->out, check->language, "%s-%s（%s）=%s，文中为%s", "%s - %s (%s) = %s, the text says %s",
         gm_quote_mention(view, now).text, gm_quote_decimal(sum).text,
         gm_quote_line(view, links->items[first].from, links->items[end - 1].to).text,
         gm_quote_amount(more, gain, view).text, gm_quote_mention(view, gain).text);
  gm_offer_value(check, gain, more);
  gm_relate_mention(check, now, "奖牌总数", "all medals");
}

void gm_check_medals_gained(gm_line_check *check, const gm_links *links) {
  if (!gm_word_list_may_hold(check->view, MEDALS_IN_ALL)) return;
  for (unsigned i = 0; i + 3 < links->count; i++) {
    const gm_mention *m = &links->items[i];
    gm_decimal sum = m->figure->value;
    if (is_medal(links, i) && is_medal(links, i + 1) && is_medal(links, i + 2) && m[1].from <= m->to + 1u &&
        m[2].from <= m[1].to + 1u && gm_decimal_add(sum, m[1].figure->value, &sum) &&
        gm_decimal_add(sum, m[2].figure->value, &sum))
      check_gain(check, links, i, i + 3, sum);
  }
}
