/* PCT-03 with both amounts told and a rate for each: 97件134人，去年同期为197件375人，同比分别下降50.76%、64.27%. From
 * one amount to another change.h reads. */
#include "check/change.h"
#include "check/families.h"

#define TERMS_MAX \
  4 /* amounts side by side, each with a rate of its own: 件 and 人, rarely a sum of money beside them */

#define EARLIER "去年同期 上年同期 去年 上年 同期 前年 上月 上季度 上一年"

/* Amounts side by side, of units that differ. */
typedef struct terms {
  const gm_mention *items[TERMS_MAX];
  unsigned count;
} terms;

/* The earlier amounts told from mention `first` on, in one clause. Gives the index behind them. */
static unsigned earlier_terms(const gm_links *links, unsigned first, terms *out) {
  out->count = 0;
  unsigned i = first;
  for (; i < links->count && out->count < TERMS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (i > first && m->figure->clause != links->items[first].figure->clause) break;
    if (!gm_is_count(m->figure)) break;
    out->items[out->count++] = m;
  }
  return i;
}

/* For each earlier amount the later one: the nearest before all of them that counts the same. */
static bool later_terms(const gm_links *links, unsigned first, const terms *earlier, terms *out) {
  out->count = earlier->count;
  for (unsigned k = 0; k < earlier->count; k++) {
    out->items[k] = NULL;
    for (unsigned i = first; i-- > 0 && !out->items[k];) {
      const gm_mention *m = &links->items[i];
      if (!gm_same_sentence(m, earlier->items[k])) return false;
      if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, earlier->items[k]->figure)) continue;
      if (!gm_is_count(m->figure) || gm_is_base(links, i) ||
          gm_find_mark(links->view, m->to, earlier->items[0]->from, "；") != SIZE_MAX)
        return false;
      /* From a profit to a loss the amounts have different signs. */
      if (gm_find_word(links->view, m->clause, m->from, "亏") != SIZE_MAX) return false;
      out->items[k] = m;
    }
    if (!out->items[k]) return false;
  }
  return true;
}

/* Which term a rate speaks of by the measure's name before it (件数下降, 人数下降); -1 when it names none, and the
 * count of terms when it names something else. */
static int named_term(const gm_view *view, size_t from, const gm_mention *rate, const terms *earlier) {
  size_t verb = gm_find_word(view, from, rate->from, "上升 下降 增长 增加 减少 提高 降低");
  if (verb == SIZE_MAX) return -1;
  if (verb < from + 2 || !gm_one_of(view, verb - 1, "数量额")) return -1;
  for (unsigned k = 0; k < earlier->count; k++) {
    size_t unit = gm_view_find(view, earlier->items[k]->figure->unit_start);
    if (view->cp[verb - 2] == view->cp[unit]) return (int)k;
  }
  return (int)earlier->count;
}

static bool rate_fits(const gm_mention *later, const gm_mention *before, const gm_mention *rate, bool down,
                      int halves) {
  gm_interval change;
  bool ok = down ? gm_interval_subtract(before->figure->interval, later->figure->interval, &change)
                 : gm_interval_subtract(later->figure->interval, before->figure->interval, &change);
  return !ok || gm_ratio_fits(change, before->figure->interval, gm_percent_interval(rate->figure, halves));
}

/* Any-fit accepts: some other pair of the line's amounts changed at this rate. */
static bool explained(const gm_links *links, const gm_mention *rate, bool down) {
  for (unsigned i = 0; i < links->count; i++)
    for (unsigned k = 0; k < links->count; k++) {
      const gm_mention *a = &links->items[i], *b = &links->items[k];
      if (i != k && gm_is_amount(a->figure) && gm_is_amount(b->figure) && gm_comparable(a->figure, b->figure) &&
          rate_fits(a, b, rate, down, 1))
        return true;
    }
  return false;
}

/* 上年同期42.4万人次，候船室面积增加16.4%: the rate's clause names a measure of its own. */
static bool names_another(const gm_view *view, const gm_mention *rate, const gm_mention *later,
                          const gm_mention *before) {
  size_t from = rate->clause, verb;
  if (!gm_change_verb(view, rate->from, &verb) || verb < from + 3 ||
      gm_words_at(view, from, "同比 环比 比 较 与 分别 又 再 也 则 就 实际 一年 增 减 下 上 降 净 总 共"))
    return false;
  for (size_t i = from; i < from + 3; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return !gm_share_pair(view, from, verb, later->clause, later->to + 4u) &&
         !gm_share_pair(view, from, verb, before->clause, before->to + 4u < from ? before->to + 4u : from - 1);
}

static void judge(gm_line_check *check, const gm_links *links, const gm_mention *later, const gm_mention *before,
                  const gm_mention *rate, bool down) {
  const gm_view *view = check->view;
  if (rate_fits(later, before, rate, down, 1) || gm_is_told(check, rate) || gm_disclaimed(view) ||
      gm_at_constant_prices(links, later < before ? later : before, rate))
    return;
  bool rounding = rate_fits(later, before, rate, down, 3);
  if ((rounding && !check->hints) || explained(links, rate, down)) return;
  gm_decimal change, computed;
  if (!gm_decimal_subtract(later->figure->value, before->figure->value, &change)) return;
  bool fell = change.digits < 0;
  if (fell) change.digits = -change.digits;
  if (!gm_percent_of(change, before->figure->value, rate->figure->value.scale, &computed)) return;
  gm_report_mention(check, rate);
  if (rounding) gm_lower(check->out, GM_SEVERITY_HINT);
  bool english = check->language == GM_ENGLISH;
  gm_say(check->out, check->language, "由%s到%s，%s%s%%，文中为%s%s", "from %s to %s is %s %s%%, the text says %s %s",
         gm_quote_mention(view, before).text, gm_quote_mention(view, later).text,
         fell ? (english ? "down" : "下降") : (english ? "up" : "增长"), gm_quote_decimal(computed).text,
         down ? (english ? "down" : "下降") : (english ? "up" : "增长"), gm_quote_mention(view, rate).text);
  if (fell == down) gm_offer_value(check, rate, computed);
  gm_relate_mention(check, before, "变动前的数", "the amount before the change");
  gm_relate_mention(check, later, "变动后的数", "the amount after the change");
}

/* The rates behind the amounts, each with its direction or that of the one before (分别下降50.76%、64.27%). */
static void judge_rates(gm_line_check *check, const gm_links *links, unsigned first, const terms *later,
                        const terms *earlier) {
  const gm_view *view = check->view;
  const gm_mention *rates[TERMS_MAX + 1];
  int term[TERMS_MAX + 1];
  bool down[TERMS_MAX + 1], apart = false;
  unsigned count = 0;
  for (unsigned i = first; i < links->count && count <= TERMS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[first]) || m->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(m->figure))
      break;
    size_t from = links->items[i - 1].to;
    if (gm_find_word(view, from, m->from, "； 率 占 其中 环比 比重 预算 计划 年均 平均 每年 预计 预期 力争 有望") !=
        SIZE_MAX)
      break;
    size_t verb = gm_find_word(view, from, m->from, "上升 下降 增长 增加 减少 提高 降低 增幅 降幅 少 多");
    if (verb == SIZE_MAX && !count) break;
    /* 、or 和 alone carries the direction on. */
    if (verb == SIZE_MAX && m->from - from > 1) break;
    apart = apart || gm_find_word(view, from, m->from, "分别") != SIZE_MAX;
    down[count] =
        verb == SIZE_MAX ? down[count - 1] : gm_find_word(view, from, m->from, "下降 减少 降低 降幅 少") != SIZE_MAX;
    term[count] = named_term(view, from, m, earlier);
    rates[count++] = m;
  }
  if (count == earlier->count && (count == 1 || apart)) {
    for (unsigned k = 0; k < count; k++) {
      if (term[k] >= 0 && count == 1 && term[k] != (int)k) return;
      if (count == 1 && names_another(view, rates[k], later->items[k], earlier->items[k])) return;
      judge(check, links, later->items[k], earlier->items[k], rates[k], down[k]);
    }
    return;
  }
  for (unsigned k = 0; k < count; k++)
    if (term[k] >= 0 && term[k] < (int)earlier->count)
      judge(check, links, later->items[term[k]], earlier->items[term[k]], rates[k], down[k]);
}

void gm_check_period_rates(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  for (unsigned i = 1; i + 1 < links->count; i++) {
    const gm_mention *m = &links->items[i];
    size_t verb;
    terms earlier, later;
    unsigned behind = earlier_terms(links, i, &earlier);
    /* Most amounts have no rate right behind them. */
    if (!earlier.count || behind == links->count || links->items[behind].figure->kind != GM_FIGURE_PERCENT) continue;
    if (gm_others_beside(links, earlier.items[earlier.count - 1], &links->items[behind])) continue;
    if (m->figure->roles & GM_ROLE_TO || gm_change_verb(view, m->from, &verb)) continue; /* 比上年少8001亿元 */
    size_t clause = m->clause;
    if (links->items[i - 1].to > clause) clause = links->items[i - 1].to;
    if (gm_find_word(view, clause, m->from, EARLIER) != SIZE_MAX &&
        gm_find_word(view, clause, m->from, "到 至") == SIZE_MAX && later_terms(links, i, &earlier, &later))
      judge_rates(check, links, behind, &later, &earlier);
  }
}
