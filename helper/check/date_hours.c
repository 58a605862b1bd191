/* DT-05: 9:00—11:30，共3小时: hours against the two times of the day beside them. */
#include "check/dates.h"
#include "check/families.h"

/* Minutes by which an hour is rounded in speech, and a told number of minutes. */
#define HOURS_OFF   15
#define MINUTES_OFF 5
#define DAY_MINUTES (24 * 60)

int gm_minutes_of_day(const gm_view *view, const gm_mention *m, bool afternoon) {
  unsigned hour = m->figure->parts[0], minute = m->figure->parts[1];
  if (hour < 12 && (afternoon || gm_words_before(view, m->from, GM_AFTERNOON))) hour += 12;
  if (hour == 12 && gm_words_before(view, m->from, "凌晨 午夜 半夜")) hour = 0;
  return (int)(hour * 60 + minute);
}

static bool in_minutes(gm_decimal value, bool hours, int64_t *out) {
  gm_decimal minutes, whole;
  if (!gm_decimal_multiply(value, gm_decimal_of(hours ? 60 : 1), &minutes) ||
      !gm_decimal_divide(minutes, gm_decimal_of(1), 0, &whole))
    return false;
  *out = whole.digits;
  return true;
}

bool gm_minutes_told(const gm_figure *f, int64_t *low, int64_t *high) {
  const char *unit = f->kind == GM_FIGURE_DURATION ? gm_units[gm_units[f->unit].same_as].name : "";
  bool hours = !strcmp(unit, "小时"), exact = gm_is_exact(f);
  return (hours || !strcmp(unit, "分钟")) && in_minutes(exact ? f->value : f->interval.low, hours, low) &&
         in_minutes(exact ? f->value : f->interval.high, hours, high);
}

void gm_say_hours(gm_line_check *check, gm_quote from, gm_quote to, int64_t passed, const gm_mention *told) {
  gm_quote said = gm_quote_mention(check->view, told);
  long long hours = passed / 60, minutes = passed % 60;
  if (!hours)
    gm_say(check->out, check->language, "%s到%s为%lld分钟，文中为%s", "%s to %s is %lld minutes, the text says %s",
           from.text, to.text, minutes, said.text);
  else if (minutes)
    gm_say(check->out, check->language, "%s到%s为%lld小时%lld分，文中为%s",
           "%s to %s is %lld hours and %lld minutes, the text says %s", from.text, to.text, hours, minutes, said.text);
  else
    gm_say(check->out, check->language, "%s到%s为%lld小时，文中为%s", "%s to %s is %lld hours, the text says %s",
           from.text, to.text, hours, said.text);
}

static bool told_exactly(const gm_figure *f, int64_t *minutes) {
  return gm_is_exact(f) && gm_minutes_told(f, minutes, minutes);
}

#define BETWEEN                                                                                                                                                  \
  "（ ） ， 共 共计 一共 历时 时长 时长为 总时长 时间 时间为 会期 用时 耗时 持续 持续了 为时 全程 全程共 考试时间 " \
  "考试时间为 举行 "                                                                                                                                      \
  "结束 考试 闭幕 散会 ： 整整 足足 前后"

/* 8:00至14:00，工业一线，停电7小时: what stops or is shut in those hours, maybe with its name between. */
#define STOPS                                                                                                                                                  \
  "停电 停水 停气 停暖 停机 停运 停产 停业 停诊 停课 停工 停航 停播 断电 断水 断网 断流 中断 封闭 封路 封航 封控 " \
  "限行 管制 "                                                                                                                                             \
  "交通管制 封闭施工 闭馆 停止供水 停止供电 停止供气 暂停营业 暂停服务 封闭时间 封闭时间共 停电时间 停水时间 "  \
  "停气时间 停运时间 中断时间 历时 历时共 用时 时长"
/* What goes on in those hours, and may rest at noon. */
#define GOES_ON \
  "运营 营业 开放 服务 全天运营 全天开放 通行 值守 值班 作业 施工 巡逻 授课 上课 培训 训练 学习 飞行 录制 直播"
#define NAME_CHARS 12u
#define HOUR       60
#define NOON       (12 * HOUR)
#define IN_PARTS   "每 各 分 段 其中 其间 期间 实际 累计 平均 依次 先后 轮 另 提前 推迟 延长 缩短 比 较"

/* Does it stand between the times and the hours, [from, to)? */
static bool stops_between(const gm_view *view, size_t from, size_t to, const char *words) {
  size_t verb = gm_words_before(view, to, words);
  size_t begins = gm_one_of(view, from, "，") ? from + 1 : from;
  if (!verb || to - verb > begins + NAME_CHARS || gm_find_word(view, from, to, IN_PARTS) != SIZE_MAX) return false;
  return gm_find_mark(view, begins, to, "；。：、") == SIZE_MAX;
}

void gm_check_hours(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  int64_t said, more;
  if (index < 2 || figure[-1].kind != GM_FIGURE_TIME || figure[-2].kind != GM_FIGURE_TIME ||
      !told_exactly(figure, &said))
    return;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure);
  if (at < 2 || at >= links->count) return;
  const gm_mention *m = &links->items[at], *a = m - 2, *b = m - 1;
  size_t i = a->to;
  i += gm_words_at(view, i, "开始 开考 开会 起 准时开始 开幕 出发 开播");
  i += gm_words_at(view, i, "，");
  i += gm_words_at(view, i, "—— — - – ～ 至 到 开到 持续到 一直到 一直做到 做到 一直忙到 忙到 一直干到 干到 一直守到");
  size_t next_day = gm_words_at(view, i, "次日 翌日 第二天");
  i += next_day;
  i += gm_words_at(view, i, GM_AFTERNOON " " GM_FORENOON " 中午");
  if (i != b->from) return;
  bool stops = false, rests = false;
  for (i = b->to; i < m->from && !stops;) {
    size_t n = gm_words_at(view, i, BETWEEN);
    stops = !n && stops_between(view, b->to, m->from, STOPS);
    rests = !n && !stops && stops_between(view, b->to, m->from, GOES_ON);
    stops = stops || rests;
    if (!n && !stops) return;
    i += n;
  }
  /* 9:00—12:00、14:00—17:00，共6小时; 每天8:00—10:00 of some days. */
  size_t sentence = gm_sentence_start(view, m->from);
  unsigned dates = 0;
  for (unsigned k = at - 2; k-- > 0 && gm_same_sentence(&links->items[k], m);) {
    if (links->items[k].figure->kind == GM_FIGURE_TIME) return;
    dates += links->items[k].figure->kind == GM_FIGURE_DATE;
  }
  if (dates > 1 || gm_find_word(view, sentence, m->from, "每 各 中场 休息 午休 分段 两段") != SIZE_MAX) return;
  int64_t off = !strcmp(gm_units[gm_units[figure->unit].same_as].name, "小时") ? HOURS_OFF : MINUTES_OFF;
  if (at + 1 < links->count && links->items[at + 1].from == m->to && told_exactly(links->items[at + 1].figure, &more)) {
    said += more; /* 2小时30分 */
    off = MINUTES_OFF;
  }
  bool afternoon = gm_words_before(view, a->from, GM_AFTERNOON) != 0;
  int from = gm_minutes_of_day(view, a, false);
  int64_t passed = gm_minutes_of_day(view, b, afternoon && !gm_words_before(view, b->from, GM_FORENOON)) - from;
  if (next_day) passed += DAY_MINUTES;
  int64_t difference = passed - said;
  if (passed <= 0 || (difference <= off && difference >= -off)) return;
  if (stops && difference != HOUR && difference != -HOUR) return; /* for some hours within those */
  if (rests && difference > 0 && from < NOON && from + passed > NOON) return;
  gm_report_mention(check, m);
  gm_say_hours(check, gm_quote_mention(view, a), gm_quote_mention(view, b), passed, m);
  gm_relate_mention(check, a, "起", "from");
  gm_relate_mention(check, b, "止", "to");
}
