/* AR-03 of a change, or its size, whose verb goes one way and whose two ends go the other: 由89.6元降至91.2元. */
#include "check/change.h"
#include "check/families.h"

#define DOWN                                                                                                                                                           \
  "降至 降到 降为 下降到 下降至 下降为 降低到 降低至 降低为 减至 减到 减少到 减少至 减少为 减为 缩短到 缩短至 缩短为 " \
  "缩减到 缩减至 "                                                                                                                                               \
  "缩减为 缩小到 缩小至 缩小为 压缩到 压缩至 压缩为 压减到 压减至 压减为 回落到 回落至 下调到 下调至 下滑到 下滑至 "   \
  "下跌到 "                                                                                                                                                         \
  "下跌至 跌到 跌至 收窄到 收窄至"
#define UP                                                                                                                                                        \
  ROSE " 增至 增到 增加到 增加至 增加为 增长到 增长至 增长为 扩大到 扩大至 扩大为 上调到 上调至 上涨到 上涨至 涨到 " \
       "涨至 攀升到 "                                                                                                                                        \
       "攀升至 延长到 延长至 延长为 延至 拉长到 拉长至 推迟到 推迟至 延后到 延后至"
/* A rank is the higher the less its number is; a record, a time or a loss is the better the less it is. */
#define RAISED "提高到 提高至 提升到 提升至"
#define RANKS  "排名 位次 名次 位列 位居 排位 第 纪录 成绩 用时"
#define LOSSES "赤字 逆差 亏损" /* of which no one says that they are raised; 扩大 and 减少 are plain */

#define ROSE "升至 升到 上升到 上升至"

/* What is the finer the less its length is. */
#define FINENESS    "分辨率 精度 精确度 准确度 制程 线宽 细度"
#define NOUN_BEHIND 6u /* characters: 0.8米的分辨率 */

/* 分辨率从3纳米提高到0.8纳米; 水质由四类提升至三类, 响应由四级升至三级: is less more, by what the length is told of or
 * as classes count from the first? Not of 风力5级. */
static bool is_better_less(const gm_view *view, const gm_mention *from, const gm_mention *to, bool raised) {
  size_t sentence = gm_sentence_start(view, from->from), end = to->to + NOUN_BEHIND;
  if (gm_one_before(view, to->to, "类级"))
    return (raised || gm_words_before(view, to->from, ROSE)) &&
           gm_find_word(view, sentence, from->from, "风力 风速 阵风 抗风 震级 抗震 烈度") == SIZE_MAX;
  return raised && gm_one_before(view, to->to, "米里") &&
         gm_find_word(view, from->clause, end < view->count ? end : view->count, FINENESS) != SIZE_MAX;
}

#define TIME_CHARS 10u /* of 由, the time it tells and 的 */
#define PAST_TIMES                                                                                                                                              \
  "高峰 峰值 年初 当初 最初 最高 最低 原来 去年 上年 上月 同期 低谷 此前 以前 之前 起初 期初 季度 半年 月 年 上周 " \
  "上期 "                                                                                                                                                     \
  "上届 上轮 学期 学年 前 时"
/* Of the later end: 上升到今年的53.1%, 延长到三季度的4.2天. */
#define LATER_TIMES                                                                                                                                                   \
  "今年 本年 目前 现在 如今 当前 眼下 本月 上月 去年 上年 本季度 一季度 二季度 三季度 四季度 上半年 下半年 年底 年末 " \
  "期末 "                                                                                                                                                           \
  "本学期 这学期 本学年 上周 本周 本期 今天 改造后 改革后"

/* Where the verb before the later end stops: over 今年的 and its like, that tell its time. */
static size_t before_time(const gm_view *view, size_t at) {
  if (!gm_one_before(view, at, "的")) return at;
  size_t time = gm_words_before(view, at - 1, LATER_TIMES), verb = at - 1 - time;
  return time && gm_one_before(view, verb, "至到为") ? verb : at;
}

/* 由2023年的82.5亿元: does the amount say from what, with its year between? */
static bool is_from(const gm_links *links, const gm_mention *m) {
  if (m->figure->roles & GM_ROLE_FROM) return true;
  /* 由高峰时的8.6万人次 */
  size_t said =
      gm_one_before(links->view, m->from, "的") ? gm_find_word(links->view, m->clause, m->from, "由 从") : SIZE_MAX;
  if (said != SIZE_MAX && m->from - said <= TIME_CHARS &&
      gm_find_word(links->view, said, m->from, PAST_TIMES) != SIZE_MAX)
    return true;
  return m > links->items && m[-1].figure->kind == GM_FIGURE_YEAR && m[-1].clause == m->clause &&
         gm_words_before(links->view, m[-1].from, "由 从") && m->from <= m[-1].to + 2u;
}

void gm_report_way(gm_line_check *check, gm_change change, const gm_mention *at) {
  bool rose = gm_change_rose(change);
  gm_report_mention(check, at);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, rose ? "由%s到%s是增加，文中说减少" : "由%s到%s是减少，文中说增加",
         rose ? "from %s to %s is more, the text says less" : "from %s to %s is less, the text says more",
         gm_quote_mention(check->view, change.before).text, gm_quote_mention(check->view, change.after).text);
  gm_relate_mention(check, change.before, "变动前", "before");
  if (at != change.after) gm_relate_mention(check, change.after, "变动后", "after");
}

/* 城乡收入比由上年的2.04缩小到2.20: numbers of no unit, with a point. */
static bool are_bare(const gm_mention *a, const gm_mention *b) {
  const gm_figure *f = a->figure, *g = b->figure;
  return f->kind == GM_FIGURE_QUANTITY && g->kind == f->kind && !f->unit && !g->unit && f->unit_end <= f->unit_start &&
         g->unit_end <= g->unit_start && f->value.scale && g->value.scale;
}

void gm_check_direction(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *to = &links->items[index], *from = to - 1;
  size_t verb_end = before_time(view, to->from);
  bool ends = to->figure->roles & GM_ROLE_TO || verb_end < to->from;
  if (index > 1 && from->figure->kind == GM_FIGURE_YEAR) { /* 增至2024年的 */
    ends = ends || (gm_one_before(view, from->from, "至到为") && to->from <= from->to + 2u);
    verb_end = from->from;
    from--;
  } else if (index > 1 && from->from >= verb_end) { /* 三季度 is a figure */
    from--;
  }
  if (to->figure->kind == GM_FIGURE_ORDINAL) return; /* 由第5位升至第2位: places are less the higher they are */
  if (!index || !ends || !is_from(links, from) || from->clause != to->clause || !gm_is_exact(from->figure) ||
      !gm_is_exact(to->figure) || !(gm_subtractable(view, from, to) || are_bare(from, to)) ||
      from->figure->value.digits < 0 || to->figure->value.digits < 0)
    return;
  bool down = gm_words_before(view, verb_end, DOWN) != 0;
  bool raised = gm_words_before(view, verb_end, RAISED) && gm_units[to->figure->unit].unit_class != GM_CLASS_TIME &&
                to->figure->kind != GM_FIGURE_DURATION;
  bool up = raised || gm_words_before(view, verb_end, UP);
  int order = gm_decimal_compare(to->figure->value, from->figure->value);
  if (!(down ? order > 0 : up && order < 0) || gm_is_told(check, to) || gm_is_told(check, from) ||
      gm_find_word(view, gm_sentence_start(view, from->from), from->from, RANKS) != SIZE_MAX ||
      (raised && gm_find_word(view, gm_sentence_start(view, from->from), from->from, LOSSES) != SIZE_MAX) ||
      (up && is_better_less(view, from, to, raised)))
    return;
  gm_report_way(check, (gm_change){from, to}, to);
}

#define BETTERED "提高 提高了 提升 提升了" /* of a time or a rank: the less, the better */
#define TURNS    "变为 变成 变成了 到 至 为 成"
#define NO_ENDS  "，、；：（"

/* Is the verb before the change the other way than its two ends go, and no word of what is the better the less it is?
 */
static bool verb_contradicts(const gm_view *view, gm_change change, const gm_mention *delta) {
  size_t verb;
  int way = gm_change_verb(view, delta->from, &verb);
  bool rose = gm_change_rose(change), clock = gm_one_before(view, change.after->to, "时点");
  if (clock && !gm_words_before(view, change.after->to, "小时 工时 课时 学时")) return false; /* 由8时调整为7时 */
  if (rose ? way >= 0 : way <= 0) return false;
  if (rose || !gm_words_before(view, delta->from, BETTERED)) return true;
  return gm_units[delta->figure->unit].unit_class != GM_CLASS_TIME && delta->figure->kind != GM_FIGURE_DURATION &&
         !gm_one_before(view, change.after->to, "类级位名米");
}

bool gm_check_opposite_delta(gm_line_check *check, gm_change change, const gm_mention *delta) {
  const gm_view *view = check->view;
  const gm_mention *from = change.before, *to = change.after;
  gm_interval size;
  if (to != from + 1 || delta != to + 1 || from->clause != to->clause || delta->clause != to->to + 1u ||
      !gm_one_of(view, to->to, "，") || !gm_same_sentence(from, delta) || !gm_is_exact(from->figure) ||
      !gm_is_exact(to->figure) || !gm_is_exact(delta->figure) || !gm_words_before(view, to->from, TURNS) ||
      gm_find_word(view, from->clause, from->from, "由 从") == SIZE_MAX ||
      gm_find_mark(view, from->to, to->from, NO_ENDS) != SIZE_MAX || from->figure->value.digits < 0 ||
      to->figure->value.digits < 0)
    return false;
  if (!gm_change_size(change, &size) || !gm_interval_meet(size, delta->figure->interval) ||
      gm_decimal_compare(from->figure->value, to->figure->value) == 0 || !verb_contradicts(view, change, delta) ||
      gm_find_word(view, gm_sentence_start(view, from->from), from->from, RANKS " " LOSSES) != SIZE_MAX ||
      gm_is_told(check, delta) || gm_is_told(check, to) || gm_is_told(check, from) || gm_disclaimed(view))
    return false;
  gm_report_way(check, change, delta);
  return true;
}
