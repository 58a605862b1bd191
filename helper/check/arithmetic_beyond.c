/* AR-03 of how far an amount is from a limit told before the distance: 河水涨到52.68米，超出51.20米的保证水位1.48米;
 * 比480吨的设计能力多出40吨; 超警戒水位25.50米0.88米. */
#include "check/any_fit.h"
#include "check/change.h"

#define OVER       "超出 超过 高出 高于 多于 大于 突破 超警 超汛 超保 超限 超标 超定额 超额定 超核定 超计划 超预算 超设计"
#define UNDER      "低于 少于 小于 不及"
#define THAN       "比 较"
#define MORE       "多出 多 高出 高 高了 多了 超出 超 大 长 快 重"
#define LESS       "低 少 低了 少了 节省 省 缩短 短 快 轻 小"
#define SHORT      "还差 仅差 只差 尚差 差 还有 仅有 只有 相差 仅 只剩 还低"
#define FROM       "离 距 距离"
#define GAP_CHARS  14u
#define NOUN_LEAST 2u
#define OTHERS     "同比 环比 上年同期 去年同期 平均 另 其中 累计 分别 至少 最多 可"

/* Which way the clause of the limit says it is: 1 above, -1 below, 0 when it says nothing of the kind. `*to` gets where
 * the words before the limit end. */
static int way_told(const gm_view *view, size_t from, const gm_mention *limit, const gm_mention *gap) {
  size_t word = gm_find_word(view, from, limit->number, OVER), between = limit->to;
  if (word != SIZE_MAX) return 1;
  if (gm_find_word(view, from, limit->number, UNDER) != SIZE_MAX) return -1;
  if (gm_find_word(view, from, limit->from, FROM) != SIZE_MAX) return gm_words_before(view, gap->from, SHORT) ? -1 : 0;
  if (gm_find_word(view, from, limit->from, THAN) == SIZE_MAX || between >= gap->from) return 0;
  if (gm_words_before(view, gap->from, MORE)) return 1;
  return gm_words_before(view, gap->from, LESS) ? -1 : 0;
}

/* Between the limit and the distance: its name, or ） of it, or nothing when the name stands before. */
static bool is_named(const gm_view *view, size_t from, const gm_mention *limit, const gm_mention *gap) {
  if (gap->from > limit->to + GAP_CHARS) return false;
  for (size_t i = limit->to; i < gap->from; i++)
    if (!(view->cls[i] & GM_HAN) && !gm_one_of(view, i, "）”“")) return false;
  if (gm_one_of(view, limit->to, "的")) return gap->from >= limit->to + 1u + NOUN_LEAST;
  bool bracket = gm_one_of(view, limit->to, "）");
  size_t end = limit->from - bracket;
  size_t start = from + (gm_words_at(view, from, OVER " " UNDER " " THAN " " FROM));
  size_t rest = limit->to + bracket, verb = gm_words_before(view, gap->from, MORE " " LESS " " SHORT);
  return end >= start + NOUN_LEAST && rest + verb >= gap->from; /* 警戒水位25.50米0.88米 */
}

/* Does some amount before the limit fit? */
static bool some_fit(const gm_links *links, const gm_mention *limit, const gm_mention *gap) {
  for (const gm_mention *m = limit; m-- > links->items;)
    if (gm_comparable(m->figure, limit->figure) && gm_difference_fits((gm_change){limit, m}, gap)) return true;
  return false;
}

static void check_beyond(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *gap = &links->items[index], *told = gap - 1, *value = gap - 2;
  if (!gm_same_sentence(value, gap) || told->clause != gap->clause || !gm_subtractable(view, told, gap) ||
      !gm_subtractable(view, value, gap) || told->figure->kind != gap->figure->kind ||
      value->figure->kind != gap->figure->kind || !gm_is_exact(gap->figure) || !gm_is_exact(value->figure) ||
      gm_is_told(check, gap) || gap->figure->verified || gap->figure->value.digits <= 0 ||
      (value->figure->roles | gap->figure->roles) & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD) ||
      gm_find_word(view, gap->label, gap->from, "每 均 各") != SIZE_MAX || gm_is_delta(value->figure) ||
      gm_words_at(view, told->to, "多 余 左右 以上 以下"))
    return;
  size_t from = told->clause > value->to ? told->clause : value->to;
  /* the value right before, in the clause before or in the same */
  if ((told->clause > value->to && told->clause != value->to + 1u) || told->from > from + GAP_CHARS ||
      gm_find_mark(view, value->to, gap->from, "；：、") != SIZE_MAX ||
      gm_find_word(view, value->label, gap->from, OTHERS) != SIZE_MAX ||
      gm_words_at(view, gap->to, "至 到 — ～ - 多 余 以上 左右"))
    return;
  int way = way_told(view, from, told, gap);
  if (!way || !is_named(view, from, told, gap)) return;
  gm_figure exact = *told->figure; /* 超出51.20米: the word is none of its number */
  exact.approx = GM_APPROX_NONE;
  exact.interval = gm_interval_exact(exact.value);
  gm_mention limit = *told;
  limit.figure = &exact;
  limit.from = limit.number;
  gm_change change = {&limit, value};
  gm_decimal size, should;
  if (gm_change_rose(change) != (way > 0) || !gm_decimal_compare(value->figure->value, exact.value)) return;
  if (gm_difference_fits(change, gap)) {
    gm_agree(check, value, told, gap);
    return;
  }
  const gm_mention *more = way > 0 ? value : &limit, *less = way > 0 ? &limit : value;
  if (some_fit(links, &limit, gap) || !gm_decimal_subtract(more->figure->value, less->figure->value, &size) ||
      !(gm_digit_touches(gap->figure, gm_interval_exact(size), &should) || !gm_is_far(size, gap->figure->value)))
    return;
  gm_report_difference(check, change, gap);
}

void gm_check_beyond(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 3 || !gm_word_list_may_hold(view, OVER " " UNDER " " THAN " " FROM)) return;
  for (unsigned i = 2; i < links->count; i++)
    if (gm_is_amount(links->items[i].figure) || links->items[i].figure->kind == GM_FIGURE_DURATION ||
        gm_is_compound(view, &links->items[i]))
      check_beyond(check, links, i);
}
