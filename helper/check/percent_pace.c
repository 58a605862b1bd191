/* PCT-06: the change of a rate or of a growth told by its name, with no value. */
#include "check/percent.h"
#include "check/percent_points.h"

#define COMPARED                                                                                                                                                   \
  "同比 环比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期 同比再 比上月 较上月 比年初 " \
  "较年初 比上季度 较上季度 比上届 较上届"
/* Rates of so much to something else, which may grow by a percentage. */
#define RATIOS \
  GM_NO_SHARES " 产出率 贡献率 发生率 事故率 犯罪率 发案率 投诉率 故障率 返修率 失窃率 复发率 流失率 丢失率 点击率"

#define SHARES "占比 所占比重 所占比例 所占的比重 所占的比例 比重 比例"
#define PACES  GM_GROWTHS " " SHARES /* 涨幅比上月回落0.2%, 所占比重比上年提高1.6% */
#define TIMES                                                                                                                                                    \
  "年 月 日 末 底 初 年末 年底 年初 上半年 下半年 季度 同期 年度 上届 上期 前年 去年 上年 上季 学期 学年 上次 上月 上一年 " \
  "前 的 — "                                                                                                                                                 \
  "至 到"
#define TIMES_CHARS 14u /* of what a rate is compared with: 2024年三季度 */

/* Where 比2024年三季度 begins that ends at `verb`; `verb` when no such comparison stands there. */
static size_t comparison_before(const gm_view *view, size_t from, size_t verb) {
  size_t word = gm_words_before(view, verb, COMPARED);
  if (verb <= from) return verb;
  if (word) return verb - word;
  for (size_t i = verb - 1; i > from && verb - i <= TIMES_CHARS; i--) {
    if (!gm_one_of(view, i, "比较")) continue;
    size_t at = i + 1;
    for (size_t n = 1; at < verb && n; at += n) {
      n = gm_words_at(view, at, TIMES);
      if (!n) n = gm_number_at(view, at);
    }
    return at == verb && i + 2 < verb ? i : verb;
  }
  return verb;
}

#define PACE_MOST 10 /* points; by more than that growths do not differ, and a figure may tell of something else */

/* 增速比存款快1.2%, 比上半年增速加快0.9%: how far apart two growths are. */
static void check_pace(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *before = delta;
  if (!gm_one_before(view, delta->from, "快慢高低缓窄大落升了")) return; /* most */
  if (!gm_word_list_may_hold(view, GM_GROWTHS) || !gm_is_exact(delta->figure) || gm_is_told(check, delta) ||
      gm_decimal_compare(delta->figure->value, gm_decimal_of(PACE_MOST)) > 0)
    return;
  size_t verb =
      delta->from - gm_words_before(view, delta->from,
                                    "快 快了 慢 慢了 高 高了 低 低了 加快 加快了 放缓 放缓了 收窄 收窄了 扩大 "
                                    "扩大了 回落 回落了 回升 提高 提高了 提升 上升 下降 下降了");
  size_t growth = verb < delta->from ? gm_find_word(view, delta->clause, verb, GM_GROWTHS) : SIZE_MAX;
  if (growth == SIZE_MAX) return;
  while (before > links->items && before[-1].from >= delta->clause)
    if ((--before)->figure->kind == GM_FIGURE_PERCENT) return;
  bool ahead = gm_words_at(view, growth + 2, "比 较 同比 环比") &&
               !gm_words_at(view, growth + 2, "较快 较慢 较大 较小 较高 较低 比较 同比较 环比较"); /* 增速较快的行业 */
  bool behind = growth + 2 == verb && gm_words_at(view, delta->clause, "比 较 同比 环比");
  if ((!ahead && !behind) || gm_find_word(view, delta->clause, verb, "倍 分别") != SIZE_MAX) return;
  gm_report_line(check, verb, delta->to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  bool apart = gm_one_of(view, verb, "快慢高低"); /* 贷款增速比存款快1.2% */
  gm_say(check->out, check->language, apart ? "“%s”之差应用百分点：是否为“%s个百分点”？" : "“%s”的变动应用百分点：是否为“%s个百分点”？",
         apart ? "“%s” are apart by percentage points: is it “%s percentage points”?"
               : "“%s” changes by percentage points: is it “%s percentage points”?",
         gm_quote_line(view, ahead ? delta->clause : growth, growth + 2).text,
         gm_quote_decimal(delta->figure->value).text);
  gm_offer_points(check, verb, delta, delta->figure->value);
}

/* 计划完成率同比提高3.5%: a share by its name, no value told, against what it was. */
static void check_named_rate(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index];
  if (!gm_is_delta(delta->figure)) return; /* most */
  size_t verb = delta->from - gm_words_before(view, delta->from, RATE_VERBS " 加快 加快了 放缓 放缓了");
  if (verb == delta->from || !gm_is_exact(delta->figure) || gm_is_told(check, delta)) return;
  size_t name = comparison_before(view, delta->clause, verb), pace = gm_words_before(view, name, PACES);
  size_t share = gm_words_before(view, name, SHARES), start = gm_sentence_start(view, verb);
  /* 与上年相比，第一产业比重下降0.3% */
  bool compared = name < verb || (share && gm_find_word(view, start, delta->clause, "相比") != SIZE_MAX);
  if (!compared || name < delta->clause + 2 || (!gm_one_before(view, name, "率") && !pace) ||
      (gm_words_before(view, name, RATIOS) && !gm_words_before(view, name, GM_SHARES_STILL)) ||
      gm_find_word(view, delta->clause, name - pace,
                   share ? "占 人数 金额 数量 总额 分别" : "占 的 和 及 、 人数 金额") != SIZE_MAX)
    return;
  gm_report_line(check, verb, delta->to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”的变动应用百分点：是否为“%s个百分点”？",
         "“%s” changes by percentage points: is it “%s percentage points”?",
         gm_quote_line(view, delta->clause, name).text, gm_quote_decimal(delta->figure->value).text);
  gm_offer_points(check, verb, delta, delta->figure->value);
}

void gm_check_named_rate(gm_line_check *check, const gm_links *links, unsigned index) {
  size_t told = check->out->list.count;
  check_named_rate(check, links, index);
  if (told == check->out->list.count) check_pace(check, links, index);
}
