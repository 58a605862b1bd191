/* AR-03 of a stock over sentences:
 * 年初，在册1284人。一年来新登记912人，实现就业1037人，另有46人注销。到年末，在册1113人. The more is told between, the
 * surer must the fault be: what there is at last has the right digits in another order. */
#include "check/change.h"
#include "check/sum.h"

#define SENTENCES    3u
#define FLOWS_MAX    6u
#define STOCKS_LEAST 4u /* figures of a line: the two stocks, what came and what went */
#define AT_FIRST     "年初 期初 月初 季初 学期初 上年末 去年底 上年底 上月末 上月底"
#define AT_LAST      "年末 年底 期末 月末 月底 季末 学期末"
#define ARRIVED      GM_CAME " 入院 收治 报到 入宿"
#define LEFT         GM_WENT " 就业 再就业 离开 搬迁 退宿 退园 拆解 转移 转岗 摘帽 清零"

/* Do the words of its sentence up to the amount, those of the mentions before it left aside, have one of `words`? */
static bool is_told_at(const gm_links *links, const gm_mention *m, const char *words) {
  size_t from = gm_sentence_start(links->view, m->from);
  for (const gm_mention *before = m; before-- > links->items && gm_same_sentence(before, m);)
    if (gm_is_amount(before->figure)) {
      from = before->to;
      break;
    }
  return gm_find_word(links->view, from, m->from, words) != SIZE_MAX;
}

/* 1 when it came, -1 when it went, by the words before it or, where they say nothing (另有46人), behind it; 0 when
 * neither is told. */
static int way_of(const gm_links *links, const gm_mention *m) {
  const gm_view *view = links->view;
  bool came = gm_find_word(view, m->clause, m->from, ARRIVED) != SIZE_MAX,
       went = gm_find_word(view, m->clause, m->from, LEFT) != SIZE_MAX;
  if (!came && !went) {
    size_t end = gm_find_mark(view, m->to, view->count, "，；。");
    if (end == SIZE_MAX) end = view->count;
    came = gm_find_word(view, m->to, end, ARRIVED) != SIZE_MAX;
    went = gm_find_word(view, m->to, end, LEFT) != SIZE_MAX;
  }
  return came == went ? (went ? -1 : 0) : came ? 1 : -1;
}

static bool is_flow(const gm_mention *m, const gm_mention *last) {
  return gm_is_amount(m->figure) && gm_comparable(m->figure, last->figure);
}

/* What came less what went between the two; false when something else is told there. */
static bool add_flows(const gm_links *links, const gm_mention *first, const gm_mention *last, gm_decimal *value) {
  unsigned flows = 0, ways = 0;
  *value = first->figure->value;
  for (const gm_mention *m = first + 1; m < last; m++) {
    if (!is_flow(m, last)) continue;
    int way = way_of(links, m);
    if (!way || ++flows > FLOWS_MAX || !gm_is_exact(m->figure) ||
        m->figure->roles & (GM_ROLE_TO | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_OF_WHICH | GM_ROLE_TOTAL) ||
        gm_find_word(links->view, m->label, m->from, "净 同比 其中") != SIZE_MAX ||
        !(way > 0 ? gm_decimal_add(*value, m->figure->value, value)
                  : gm_decimal_subtract(*value, m->figure->value, value)))
      return false;
    ways |= way > 0 ? 1u : 2u;
  }
  return flows > 1 && ways == 3;
}

void gm_check_stock_far(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < STOCKS_LEAST || !gm_word_list_may_hold(view, AT_FIRST) || !gm_word_list_may_hold(view, AT_LAST))
    return;
  for (unsigned i = 3; i < links->count; i++) {
    const gm_mention *last = &links->items[i], *first = NULL;
    gm_decimal value;
    if (!gm_is_amount(last->figure) || !gm_is_exact(last->figure) || gm_is_delta(last->figure) ||
        !is_told_at(links, last, AT_LAST) || is_told_at(links, last, "比 较 计划 预计"))
      continue;
    for (const gm_mention *m = last; m-- > links->items && m->figure->sentence + SENTENCES >= last->figure->sentence;)
      if (is_flow(m, last) && is_told_at(links, m, AT_FIRST)) {
        first = m;
        break;
      }
    if (!first || gm_same_sentence(first, last) || !gm_is_exact(first->figure) || gm_is_delta(first->figure) ||
        !gm_same_stock(view, first, last) || !add_flows(links, first, last, &value) || gm_is_told(check, last) ||
        gm_disclaimed(view))
      continue;
    if (!gm_decimal_compare(value, last->figure->value)) {
      gm_agree(check, first, last, NULL);
      continue;
    }
    if (!gm_is_reordered(links, last->figure, &(gm_parts){.count = 0}, value)) continue;
    gm_report_mention(check, last);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "由%s及其间的增减得%s，文中为%s", "%s and what came and went make %s, not %s",
           gm_quote_mention(view, first).text, gm_quote_amount(value, last, view).text,
           gm_quote_mention(view, last).text);
    gm_offer_value(check, last, value);
    gm_relate_mention(check, first, "原有", "what there was");
  }
}
