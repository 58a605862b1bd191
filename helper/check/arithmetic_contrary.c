/* AR-03, PCT-03 of a change whose size is right and whose verb goes the other way, by the times its two values are told
 * of: 58.6%，去年同期61.2%，同比上升2.6个百分点; 3月为68.5%，4月只有66.2%，一个月上升2.3个百分点; 蓄水5400万立方米，
 * 比去年的6000万立方米多600万立方米; 从17.5元走到15.4元，涨幅12%. */
#include "check/change.h"
#include "check/families.h"

/* What times are told by; of one scale one is before the other. */
typedef enum scale { NO_TIME, TWO_TIMES, YEARS, CALENDAR, MONTHS, QUARTERS, HALVES, ENDS, DAYS, NEXT } scale;

typedef struct told_time {
  scale scale;
  int64_t order; /* the later, the greater */
  bool bare;     /* the words tell nothing but the time */
} told_time;

static const struct {
  const char *words;
  scale scale;
  int order;
} times[] = {
    {"前年 前年同期", YEARS, -2},
    {"去年 上年 去年同期 上年同期 上一年 上一年同期 前一年 上年度 去年同月 上年同月 去年同一天 同期", YEARS, -1},
    {"今年 本年 本年度 当年", YEARS, 0},
    {"一季度 第一季度", QUARTERS, 1},
    {"二季度 第二季度", QUARTERS, 2},
    {"三季度 第三季度", QUARTERS, 3},
    {"四季度 第四季度", QUARTERS, 4},
    {"上月 上个月 前一个月 前一月 上季度 上一季度 前一季度 上个季度 上周 前一周 上个星期 上学期 上届 上期 上一期 上轮",
     NEXT, -1},
    {"本月 当月 这个月 本季度 本周 这周 本学期 本届 本期 本轮", NEXT, 0},
    {"上半年", HALVES, 1},
    {"下半年", HALVES, 2},
    {"年初 月初 期初 季初", ENDS, 1},
    {"年末 年底 月末 月底 期末 季末", ENDS, 2},
    {"首日 第一天 首周 第一周", DAYS, 1},
    {"次日 第二天 次周 第二周", DAYS, 2},
};

#define BESIDE     "， （ 为 是 的 达 有 在 则 而 但 却 只 仅 才 还 已 达到 只有 仅有 高达 水平 份 度 时 约"
#define COMPARED   "， 同比 环比 比 较 与 和 相比 又 再 反 反而 却 共 净 直接 则 也 就 的 实际 合计 间 里 内 来 时间"
#define LEAD_CHARS 10u /* ，今年招生 */
#define YEARS_LAST 2099

/* The time at clean character `at`, by a word or as 4月, 2023年; its characters, 0 when there is none. */
static size_t time_at(const gm_view *view, size_t at, told_time *out) {
  size_t longest = 0, number = gm_number_at(view, at);
  unsigned value = 0;
  for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
    size_t n = gm_words_at(view, at, times[i].words);
    if (n <= longest) continue;
    longest = n;
    out->scale = times[i].scale;
    out->order = times[i].order;
  }
  if (longest || !number || gm_digits_at(view, at, &value) != number) return longest;
  if (gm_one_of(view, at + number, "月") && value <= 12)
    out->scale = MONTHS;
  else if (gm_one_of(view, at + number, "年") && value > 1900 && value <= YEARS_LAST)
    out->scale = CALENDAR;
  else
    return 0;
  out->order = value;
  return number + 1;
}

/* 一个月, 两年间: a span and no time; its characters. */
static size_t span_at(const gm_view *view, size_t at) {
  size_t number = gm_one_of(view, at, "半") ? 1 : gm_number_at(view, at);
  size_t unit = number ? gm_words_at(view, at + number, "年 个月 个季度 周 天 个学期") : 0;
  return unit ? number + unit : 0;
}

/* The time that the words [from, to) tell, beside those of `others`. */
static told_time read_time(const gm_view *view, size_t from, size_t to, const char *others) {
  told_time told = {NO_TIME, 0, true}, time = told;
  while (from < to) {
    size_t n = time_at(view, from, &time);
    /* 今年1至6月, 2024年一季度: the year is that of the other */
    bool of_year = told.scale == CALENDAR || (told.scale == YEARS && !told.order);
    if (n && told.scale && !(of_year && time.scale != told.scale))
      told.scale = TWO_TIMES;
    else if (n)
      told = (told_time){time.scale, time.order, told.bare};
    if (!n) n = span_at(view, from);
    if (!n) n = gm_words_at(view, from, others);
    told.bare = told.bare && n;
    from += n ? n : 1;
  }
  told.bare = told.bare && from == to;
  return told;
}

/* Whether `x`, told first, is the later: 1, the earlier: -1, or which it is, no one can tell: 0. */
static int order_of(told_time x, told_time y) {
  if (x.scale == TWO_TIMES || y.scale == TWO_TIMES || y.scale == NO_TIME) return 0;
  if (x.scale == y.scale) {
    if (x.scale == MONTHS && (x.order - y.order > 6 || y.order - x.order > 6)) return 0; /* 12月, 1月 */
    return (x.order > y.order) - (x.order < y.order);
  }
  bool past = (y.scale == YEARS || y.scale == NEXT) && y.order < 0;
  return past && x.scale != ENDS && x.scale != DAYS && !(x.scale == YEARS && x.order < 0) ? 1 : 0;
}

/* May the change be told against the time of the earlier value: 同比 of years, 环比 of months, 比上月? */
static bool is_against(const gm_view *view, size_t from, size_t to, told_time than, told_time x, told_time y) {
  told_time then = order_of(x, y) > 0 ? y : x;
  bool yearly = then.scale == YEARS || then.scale == CALENDAR;
  if (!than.bare || than.scale == TWO_TIMES) return false;
  if (gm_find_word(view, from, to, "同比") != SIZE_MAX && !yearly) return false;
  if (gm_find_word(view, from, to, "环比") != SIZE_MAX && yearly) return false;
  if (than.scale == NO_TIME) return true;
  if (than.scale == then.scale) return than.order == then.order;
  if (than.scale == YEARS) return then.scale == CALENDAR && than.order == -1;
  return than.scale == NEXT && than.order < 0 && (then.scale == MONTHS || then.scale == QUARTERS);
}

/* The value nearest before `index`, of the sentence, that `like` can be taken from, or that can grow by a rate; NULL
 * when an amount of another kind, no share, stands between. */
static const gm_mention *value_before(const gm_links *links, unsigned index, const gm_mention *like) {
  const gm_mention *end = &links->items[index];
  for (const gm_mention *m = end; m-- > links->items && gm_same_sentence(m, end);) {
    const gm_figure *f = m->figure;
    bool span =
        f->kind == GM_FIGURE_DURATION && !gm_is_part_of_span(links, m) && (like ? like : end)->figure->kind == f->kind;
    bool value = gm_is_amount(f) || f->kind == GM_FIGURE_PERCENT || span || gm_is_compound(links->view, m);
    if (!value || (like && f->kind == GM_FIGURE_PERCENT && like->figure->kind != GM_FIGURE_PERCENT)) continue;
    if (like && !(f->kind == like->figure->kind && gm_subtractable(links->view, m, like))) return NULL;
    return gm_is_delta(f) || !gm_is_exact(f) || f->value.digits < 0 ||
                   f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)
               ? NULL
               : m;
  }
  return NULL;
}

/* Is the change what the two values are apart: to the last digit, or as a rate of the earlier? */
static bool has_size(gm_change change, const gm_mention *delta) {
  gm_decimal off;
  gm_interval size;
  if (!gm_decimal_subtract(change.after->figure->value, change.before->figure->value, &off) || !off.digits)
    return false;
  if (off.digits < 0) off.digits = -off.digits;
  if (delta->figure->kind != GM_FIGURE_PERCENT) return gm_decimal_compare(off, delta->figure->value) == 0;
  return change.before->figure->value.digits > 0 && gm_change_size(change, &size) &&
         gm_ratio_fits(size, change.before->figure->interval, gm_percent_interval(delta->figure, 1));
}

#define BETTERED "提高 提高了 提升 提升了 优化 改善"
#define TURNED   "排名 位次 名次 位列 位居 排位 纪录 成绩 用时 亏 赤字 逆差 负 降幅 跌幅 减幅 下降 减少 缺口 落后"

/* Is less more of it, a time, a rank, a loss; or is it an hour of the day? */
static bool is_better_less(const gm_view *view, gm_change change, const gm_mention *delta) {
  const gm_mention *first = change.before < change.after ? change.before : change.after;
  size_t from = gm_sentence_start(view, first->from);
  if (gm_find_word(view, from, delta->clause > from ? delta->clause : from, TURNED) != SIZE_MAX ||
      (gm_one_before(view, change.after->to, "时点") &&
       !gm_words_before(view, change.after->to, "小时 工时 课时 学时")))
    return true;
  return gm_words_before(view, delta->from, BETTERED) &&
         (gm_units[delta->figure->unit].unit_class == GM_CLASS_TIME || delta->figure->kind == GM_FIGURE_DURATION ||
          gm_one_before(view, change.after->to, "类级位名米秒分"));
}

/* 从17.5元一路走到15.4元，涨幅12%; 从2015年的42.6%到2024年的45.1%，九年: are the two what the change is from and to,
 * its verb at `verb` in the clause behind? */
static bool are_ends(const gm_view *view, const gm_mention *x, const gm_mention *y, size_t verb) {
  bool year = y == x + 2 && y[-1].figure->kind == GM_FIGURE_YEAR;
  size_t to = year ? y[-1].from : y->from;
  return (year || y == x + 1) && x->clause == y->clause && gm_one_before(view, to, "到至为成") &&
         !gm_one_before(view, to - 1, "达遇受得") && gm_one_of(view, y->to, "，") &&
         gm_find_word(view, x->clause, x->from, "由 从") != SIZE_MAX &&
         gm_find_mark(view, x->to, y->from, "，、；：（") == SIZE_MAX && read_time(view, y->to, verb, COMPARED).bare;
}

#define COLDER "低 低了 偏低 偏少 少 少了"
#define WARMER "高 高了 偏高 偏多 多 多了"

/* Which way the change goes that is told right behind mention `m` or by its verb. */
static int way_of(const gm_view *view, const gm_mention *m, const gm_mention *delta, size_t *verb) {
  int way = gm_change_verb(view, delta->from, verb);
  if (way) return way;
  size_t down = gm_words_before(view, delta->from, COLDER), up = gm_words_before(view, delta->from, WARMER);
  *verb = delta->from - down - up;
  return *verb == m->to ? (up > 0) - (down > 0) : 0; /* 较常年同期的17.9℃偏低0.7℃ */
}

/* 5400万立方米，…，比去年的6000万立方米多600万立方米: is the second what the first is compared with, its difference
 * right behind? */
static bool is_compared(const gm_view *view, const gm_mention *x, const gm_mention *y, size_t verb) {
  size_t than = gm_find_than(view, y->clause, y->from);
  return verb == y->to && than == y->clause && x->clause < y->clause && gm_one_before(view, y->from, "的") &&
         gm_find_mark(view, x->to, y->from, "；：") == SIZE_MAX;
}

/* Is the change told of two other values of the sentence just as well? */
static bool fits_elsewhere(const gm_links *links, gm_change change, const gm_mention *delta) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m == change.before || m == change.after || m == delta || !gm_same_sentence(m, delta) ||
        m->figure->kind != change.before->figure->kind || !gm_subtractable(links->view, m, change.before))
      continue;
    if (has_size((gm_change){change.before, m}, delta) || has_size((gm_change){m, change.before}, delta) ||
        has_size((gm_change){change.after, m}, delta) || has_size((gm_change){m, change.after}, delta))
      return true;
  }
  return false;
}

void gm_check_contrary(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index], *x, *y;
  bool rate = delta->figure->kind == GM_FIGURE_PERCENT, points = delta->figure->kind == GM_FIGURE_POINTS;
  bool span = delta->figure->kind == GM_FIGURE_DURATION && !gm_is_part_of_span(links, delta);
  if (!(rate || points || span || gm_is_amount(delta->figure) || gm_is_compound(view, delta)) ||
      !gm_is_exact(delta->figure) || delta->figure->roles & (GM_ROLE_PAREN | GM_ROLE_ADDED) || delta->figure->verified)
    return;
  if (!(y = value_before(links, index, NULL)) || !(x = value_before(links, (unsigned)(y - links->items), y))) return;
  if (points != (y->figure->kind == GM_FIGURE_PERCENT) || (!rate && !points && !gm_subtractable(view, y, delta)))
    return;
  /* One of the two fits a rate as the earlier, the other rarely. */
  if (!has_size((gm_change){x, y}, delta) && !has_size((gm_change){y, x}, delta)) return;
  size_t verb;
  int way = way_of(view, y, delta, &verb);
  gm_change change = {x, y};
  if (!way || verb < y->to) return;
  if (is_compared(view, x, y, verb)) {
    change = (gm_change){y, x};
  } else if (!are_ends(view, x, y, verb)) {
    told_time then = read_time(view, x->clause, x->from, BESIDE), now = read_time(view, x->to, y->from, BESIDE),
              than = read_time(view, y->to, verb, COMPARED);
    int order = order_of(then, now);
    /* 去年招生1280人，今年招生1195人: the measure is told of both */
    bool same = now.bare || (y->from - x->to <= LEAD_CHARS && x->from > x->clause &&
                             gm_share_pair(view, x->to, y->from, x->clause, x->from));
    if (!order || !same || !is_against(view, y->to, verb, than, then, now)) return;
    if (order > 0) change = (gm_change){y, x};
  }
  if (!has_size(change, delta) || gm_change_rose(change) == (way > 0) || is_better_less(view, change, delta) ||
      fits_elsewhere(links, change, delta) || gm_is_told(check, delta) || gm_is_told(check, x) ||
      gm_is_told(check, y) || gm_disclaimed(view))
    return;
  gm_report_way(check, change, delta);
}
