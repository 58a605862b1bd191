/* DT-05, DT-07: durations, cut-off days and countdowns against the dates beside them. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define DATES_MAX 12u

/* A date of the line with what it leaves out taken from the one before. The year is 0 when none was told. */
typedef struct day {
  const gm_mention *mention;
  gm_date date;
  bool next_year; /* 次年, 明年 before it */
} day;

typedef struct days {
  day items[DATES_MAX];
  unsigned count;
} day_list;

/* Appends the dates and years among the mentions [from, to); those in titles are names. */
static void dates_of(const gm_links *links, unsigned from, unsigned to, day_list *out) {
  gm_date last = {0, 0, 0};
  out->count = 0;
  for (unsigned i = 0; i < to && out->count < DATES_MAX; i++) {
    const gm_figure *f = links->items[i].figure;
    if ((f->kind != GM_FIGURE_DATE && f->kind != GM_FIGURE_YEAR) || f->roles & (GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME))
      continue;
    gm_date d = f->date;
    if (!d.year && !d.month && !d.day) continue;
    if (!d.year) d.year = last.year;
    if (!d.month && d.day) d.month = last.month;
    last = d;
    if (i < from || (d.day && d.day > gm_month_days(d.year, d.month)) || d.month > 12) continue;
    out->items[out->count++] =
        (day){&links->items[i], d, gm_words_before(links->view, links->items[i].from, "次年 明年 翌年 来年") != 0};
  }
}

/* The days a date may mean: a month or a year is any of its days. An unknown year counts as `year`. */
static void bounds_of(gm_date d, unsigned year, int64_t *first, int64_t *last) {
  if (!d.year) d.year = (uint16_t)year;
  gm_date a = {d.year, d.month ? d.month : 1, d.day ? d.day : 1}, b = {d.year, d.month ? d.month : 12, d.day};
  if (!b.day) b.day = (uint8_t)gm_month_days(b.year, b.month);
  *first = gm_day_number(a);
  *last = gm_day_number(b);
}

#define SOME_YEAR 2023 /* no leap year: dates whose year is not told */

/* Days from one to the other, counted without and with the first. False when they are in the wrong order. */
static bool span_of(const day *a, const day *b, int64_t *least, int64_t *most) {
  int64_t first, last, begin, end;
  bounds_of(a->date, SOME_YEAR, &first, &last);
  bounds_of(b->date, SOME_YEAR, &begin, &end);
  if (b->next_year && !b->mention->figure->date.year) {
    begin += 365;
    end += 365;
  }
  *least = begin > last ? begin - last : 0;
  *most = end - first + 1;
  return end >= first;
}

typedef struct term {
  const char *unit;
  int tenths;       /* of a day */
  int below, above; /* days by which speech is loose: nobody says two years and one month */
} term;

static const term terms[] = {{"天", 10, 0, 0},     {"周", 70, 1, 1},      {"星期", 70, 1, 1},
                             {"个星期", 70, 1, 1}, {"个月", 304, 16, 28}, {"年", 3652, 100, 180}};

static const term *term_of(const gm_figure *f) {
  const char *name = gm_units[gm_units[f->unit].same_as].name;
  for (size_t i = 0; f->unit && i < sizeof terms / sizeof *terms; i++)
    if (!strcmp(terms[i].unit, name)) return &terms[i];
  return NULL;
}

/* A whole number of days of an end of an interval, rounded down. */
static bool in_days(gm_decimal v, int tenths, int64_t *out) {
  gm_decimal days, whole;
  if (!gm_decimal_multiply(v, (gm_decimal){tenths, 1}, &days) || !gm_decimal_divide(days, gm_decimal_of(1), 0, &whole))
    return false;
  *out = whole.digits;
  return true;
}

/* The days that a duration may mean. */
static bool duration_bounds(const gm_figure *f, const term *t, int64_t *low, int64_t *high) {
  bool exact = gm_is_exact(f);
  if (!in_days(exact ? f->value : f->interval.low, t->tenths, low) ||
      !in_days(exact ? f->value : f->interval.high, t->tenths, high))
    return false;
  *low -= t->below;
  *high += f->value.scale ? t->above / 2 : t->above;
  return true;
}

#define STARTS \
  "开工 启动 动工 开始 奠基 立项 受理 立案 开建 兴建 开馆 开幕 接件 收件 施工 出发 发起 始建 上路 起草 破土动工"
#define ENDS                                                                                                                                                         \
  "竣工 完工 建成 完成 结束 通车 投用 验收 闭幕 收官 交付 落成 办结 结案 完结 结项 收工 抵达 返回 定稿 全线贯通 贯通 " \
  "正式竣工 全部完成 全面完成 全部完工 建成投用 建成通车 竣工验收 通过验收 如期完工 顺利完工 顺利竣工"

/* Is there between two dates what makes one span of them: 至, 持续到, or 开工，…竣工? */
static bool one_span(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  size_t gap = b->from - a->to;
  if (gap <= 10 && gm_words_before(view, b->from, "至 到 — —— - – ～ 至次年 到次年 至明年 到明年 至翌年 到翌年") &&
      gm_find_word(view, a->to, b->from, "， ； 。 、 年前") == SIZE_MAX)
    return true;
  if (gap > 40) return false;
  size_t to = b->to + 12 < view->count ? b->to + 12 : view->count;
  return gm_find_word(view, a->to, b->from, STARTS) != SIZE_MAX && gm_find_word(view, b->to, to, ENDS) != SIZE_MAX;
}

#define LASTING                                                                                                                                                       \
  "历时 历时整整 历时共 为期 用时 共用时 耗时 历经 前后历时 时间跨度达 跨度达 工期 总工期 历时长达 会期 培训期 展期 " \
  "持续 经过 前后 "                                                                                                                                             \
  "共计用时"

static void report_span(gm_line_check *check, const gm_mention *m, const day *a, const day *b, const term *t,
                        int64_t least, int64_t most) {
  const gm_view *view = check->view;
  gm_quote from = gm_quote_mention(view, a->mention), to = gm_quote_mention(view, b->mention),
           said = gm_quote_mention(view, m);
  gm_report_mention(check, m);
  if (t->tenths == 10 || most < 60)
    gm_say(check->out, check->language, "%s到%s为%lld至%lld天，文中为%s",
           "%s to %s is %lld to %lld days, the text says %s", from.text, to.text, (long long)least, (long long)most,
           said.text);
  else
    gm_say(check->out, check->language, "%s到%s约%lld个月，文中为%s", "%s to %s is about %lld months, the text says %s",
           from.text, to.text, (long long)((least + most) * 5 / 304), said.text);
  gm_relate_mention(check, a->mention, "起", "from");
  gm_relate_mention(check, b->mention, "止", "to");
}

static unsigned index_of(const gm_links *links, const gm_figure *f) {
  unsigned i = 0;
  while (i < links->count && links->items[i].figure != f) i++;
  return i;
}

#define TERMS "合同期 合同期限 工期 有效期 服务期 任期 聘期 期限 建设期 建设周期 周期 为期 历时"

/* 用五年时间（2021年至2023年）; 合同期五年，自…至…: the dates behind it. */
static void check_bracket(gm_line_check *check, const gm_links *links, unsigned at, const term *t) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[at];
  if (at + 2 >= links->count || gm_one_of(view, m->to, "前后")) return;
  const gm_mention *from = &links->items[at + 1], *to = &links->items[at + 2];
  size_t open = m->to;
  while (open < view->count && open - m->to <= 6 && view->cls[open] & GM_HAN) open++;
  size_t lead = gm_words_at(view, open, "（ （自 （从 ，自 ，从");
  if (!lead || from->from != open + lead || !one_span(view, from, to)) return;
  bool bracket = gm_one_of(view, open, "（");
  if (bracket ? !gm_words_at(view, to->to, "） 止）") : !gm_words_before(view, m->from, TERMS)) return;
  day_list dates;
  dates_of(links, at + 1, at + 3, &dates);
  int64_t low, high, least, most;
  if (dates.count != 2 || !duration_bounds(m->figure, t, &low, &high)) return;
  if (!span_of(&dates.items[0], &dates.items[1], &least, &most) || (least <= high && low <= most)) return;
  report_span(check, m, &dates.items[0], &dates.items[1], t, least, most);
}

/* …至…，历时两年. */
static void check_lasting(gm_line_check *check, const gm_figure *figure, const term *t) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  unsigned at = index_of(links, figure), from = at;
  if (at == links->count) return;
  const gm_mention *m = &links->items[at];
  check_bracket(check, links, at, t);
  size_t word = gm_words_before(view, m->from, LASTING);
  bool plain = !word && gm_words_at(view, m->to, "来 间 里 以来 时间 的时间"); /* 从1998年到2023年，二十五年来 */
  bool sum = !word && !plain && (word = gm_words_before(view, m->from, "共 共计 一共")) != 0;
  while (from && links->items[from - 1].figure->sentence == figure->sentence) from--;
  day_list dates;
  dates_of(links, from, at, &dates);
  int64_t low, high, least, most;
  if ((!word && !plain) || dates.count < 2 || !duration_bounds(figure, t, &low, &high)) return;
  for (unsigned j = 1; j < dates.count; j++)
    for (unsigned i = 0; i < j; i++)
      if (!span_of(&dates.items[i], &dates.items[j], &least, &most) || (least <= high && low <= most)) return;
  const day *a = &dates.items[dates.count - 2], *b = a + 1;
  if (dates.count != 2 || !one_span(view, a->mention, b->mention)) return;
  size_t begins = m->from - word;
  /* 3月至5月，开展为期10天的集训: shorter than its frame. */
  bool whole = b->mention->to + 1 >= begins && gm_words_at(view, begins, "历时 历经 前后");
  bool loose = !whole && (gm_one_of(view, m->to, "的") || !gm_one_before(view, begins, "，、（"));
  span_of(a, b, &least, &most);
  if (plain) {
    if (m->from > b->mention->to + 2 || gm_find_word(view, a->mention->to, b->mention->from, "，") != SIZE_MAX) return;
  } else if (sum) {
    /* 10月1日至7日放假调休，共8天 */
    for (size_t i = b->mention->to; i < begins;) {
      size_t n = gm_words_at(view, i, "， ） 放假 调休 放假调休 休息 停课 （ 期间 举行 举办 进行");
      if (!n) return;
      i += n;
    }
  } else if (begins > b->mention->to + 30 || (loose && high < least)) {
    return;
  }
  report_span(check, m, a, b, t, least, most);
}

/* 截至9月20日，1至9月…: the period ends behind its cut-off day. */
static void check_cutoff(gm_line_check *check, const gm_figure *figure) {
  const gm_view *view = check->view;
  if (strcmp(gm_units[figure->unit].name, "月") || figure->interval.high.scale || figure->interval.low.digits != 1)
    return;
  int64_t end = figure->interval.high.digits;
  if (end < 2 || end > 12) return;
  const gm_links *links = gm_links_of(check);
  unsigned at = index_of(links, figure);
  if (at == links->count) return;
  const gm_mention *period = &links->items[at], *cut = NULL;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_DATE && m->figure->sentence == figure->sentence && m->figure->date.month &&
        gm_words_before(view, m->from, "截至 截止 截止到 截至到"))
      cut = cut ? cut : m;
  }
  if (!cut) return;
  gm_date d = cut->figure->date;
  unsigned days_of_month = gm_month_days(d.year, d.month);
  if (d.month > end || (d.month == end && (!d.day || d.day + 3u > days_of_month))) return;
  /* Another year's period, or what is still to come. */
  for (unsigned i = 0; i < links->count; i++)
    if (&links->items[i] != cut && links->items[i].figure->date.year && links->items[i].figure->date.year != d.year &&
        links->items[i].figure->sentence == figure->sentence && d.year)
      return;
  if (gm_words_before(view, period->from, "去年 上年 前年 预计 计划 力争 完成")) return;
  size_t to = period->to + 14 < view->count ? period->to + 14 : view->count;
  if (gm_find_word(view, period->to, to, "任务 目标 计划 预计 预算 安排 同期") != SIZE_MAX) return;
  gm_report_mention(check, cut);
  gm_say(check->out, check->language, "截至%s，%s尚未结束：统计口径不一致（期末为%lld月%u日）",
         "up to %s, %s is not over (it ends on %lld-%u)", gm_quote_mention(view, cut).text,
         gm_quote_mention(view, period).text, (long long)end,
         gm_month_days(d.year ? d.year : SOME_YEAR, (unsigned)end));
  gm_relate_mention(check, period, "统计期间", "the period");
}

void gm_check_duration(gm_line_check *check, size_t index) {
  const gm_figure *figure = &check->figures->items[index];
  if (check->figures->count < 2) return;
  if (figure->kind == GM_FIGURE_RANGE && figure->unit) {
    check_cutoff(check, figure);
    return;
  }
  const term *t = figure->kind == GM_FIGURE_DURATION ? term_of(figure) : NULL;
  if (t && !(figure->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD))) check_lasting(check, figure, t);
}

#define WHICH_IS_BYTES 15 /* from 1949年 to 也就是 and its number */
#define SINCE_BYTES    90 /* from 始建于1956年 to 距今已有 */

/* Does a year told in the line, or the draft's own, lie as many years behind `year` as is said? True as well when none
 * lies behind it; else *now is the last of them. */
static bool year_fits(const gm_figures *figures, unsigned year, unsigned own, const gm_figure *said, bool exact,
                      unsigned *now) {
  *now = own > year ? own : 0;
  for (uint32_t i = 0; i <= figures->count; i++) {
    unsigned y = i < figures->count ? figures->items[i].date.year : own;
    if (y <= year) continue;
    if (i < figures->count) *now = y;
    gm_decimal passed = gm_decimal_of((int64_t)y - year);
    gm_interval slack = gm_interval_exact(passed);
    slack.low.digits -= !exact; /* the year may not be full yet */
    slack.high.digits += !exact;
    if (gm_interval_meet(slack, said->interval)) return true;
    /* Round numbers are round: 已有60年历史. */
    if (said->value.digits % 10 == 0 && passed.digits > said->value.digits && passed.digits - said->value.digits < 6)
      return true;
  }
  return !*now;
}

/* The earliest year told in the sentence before figure `at`, SINCE_BYTES before it at most; NULL when there is none. */
static const gm_figure *earliest_before(const gm_figures *figures, uint32_t at) {
  const gm_figure *f = &figures->items[at], *then = NULL;
  for (uint32_t i = at; i-- > 0 && figures->items[i].sentence == f->sentence;) {
    const gm_figure *y = &figures->items[i];
    if (f->start - y->end > SINCE_BYTES) break;
    if ((y->kind == GM_FIGURE_YEAR || y->kind == GM_FIGURE_DATE) && y->date.year &&
        (!then || y->date.year < then->date.year))
      then = y;
  }
  return then;
}

#define NOW_SLACK 2 /* years that the draft may be younger than the last year it tells */

/* 成立于1985年，1996年走向国际，距今22年: does the duration count from a later year of the sentence? */
static bool another_fits(const gm_figures *figures, uint32_t at, unsigned earliest, unsigned now) {
  const gm_figure *f = &figures->items[at];
  for (uint32_t i = at; i-- > 0 && figures->items[i].sentence == f->sentence;) {
    unsigned y = figures->items[i].date.year;
    if (y <= earliest || y > now) continue;
    if (f->value.digits >= (int64_t)(now - y) && f->value.digits <= (int64_t)(now - y) + NOW_SLACK) return true;
  }
  return false;
}

/* Does one of `words` end just before the byte? */
static bool precedes(gm_text line, uint32_t byte, const char *const *words) {
  for (; *words; words++)
    if (gm_reads_before(line, byte, *words)) return true;
  return false;
}

/* Does one of `words` stand at the byte? Gives its bytes. */
static uint32_t follows(gm_text line, uint32_t byte, const char *const *words) {
  uint32_t bytes = 0;
  for (; *words && !bytes; words++) bytes = gm_reads(line, byte, *words);
  return bytes;
}

static const char *const ago[] = {"前的", "前（", "前，", NULL};
static const char *const before[] = {"前", NULL};
static const char *const which_is[] = {"，也就是", "，即", "也就是", "，距今", NULL};
static const char *const since[] = {"从教",     "任教",   "执教",   "从医",     "工龄",     "教龄",   "距今", "距今已",
                                    "距今已有", "距今有", "至今已", "至今已有", "迄今已有", "距今约", NULL};
static const char *const aged[] = {"已有", "已", "走过", "走过了", "已走过", "有着", "具有", NULL};
static const char *const history[] = {"历史", "的历史", "历程", "的历程", NULL};

/* The date from which the years of figure i are counted; NULL when it is not told so. *exact: the very year is named.
 */
static const gm_figure *counted_from(gm_text text, const gm_figures *figures, uint32_t i, bool *exact) {
  const gm_figure *f = &figures->items[i];
  uint32_t start = f->approx_end > f->approx_start && f->approx_start < f->start ? f->approx_start : f->start;
  uint32_t bytes = follows(text, f->end, ago);
  *exact = true;
  if (bytes && i + 1 < figures->count && figures->items[i + 1].start == f->end + bytes) return f + 1;
  if (i && follows(text, f->end, before) && precedes(text, start, which_is) && start - f[-1].end <= WHICH_IS_BYTES)
    return f - 1;
  *exact = false;
  if (precedes(text, start, since) || (follows(text, f->end, history) && precedes(text, start, aged)))
    return earliest_before(figures, i);
  return NULL;
}

/* 72年前的1950年; 始建于1956年，距今已有60年. */
void gm_check_years_ago(gm_draft_check *check) {
  unsigned own = 0;
  bool looked = false;
  for (uint32_t line = 0; line < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || !(check->facts[line].kinds & GM_KIND(DURATION)) ||
        !(check->facts[line].kinds & (GM_KIND(YEAR) | GM_KIND(DATE))))
      continue;
    const gm_figures *figures = &check->figures[line];
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (f->kind != GM_FIGURE_DURATION || f->value.scale || f->value.digits < 2 || f->value.digits > 3000 ||
          strcmp(gm_units[f->unit].name, "年"))
        continue;
      bool exact;
      const gm_figure *then = counted_from(check->draft->lines[line], figures, i, &exact);
      if (!then || (then->kind != GM_FIGURE_YEAR && then->kind != GM_FIGURE_DATE) || !then->date.year ||
          then->roles & GM_ROLE_TITLE)
        continue;
      if (!looked) own = gm_date_of_draft(check->draft).date.year;
      looked = true;
      unsigned now;
      if (year_fits(figures, then->date.year, own, f, exact, &now)) continue;
      if (!exact && another_fits(figures, i, then->date.year, now)) continue;
      gm_report_figure(check, line, f);
      gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", now, then->date.year,
             now - then->date.year, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, then, exact ? "所指年份" : "起始年份", "the year meant");
    }
  }
}

/* Does the duration agree with the days between two dates, give or take one? */
static bool days_fit(const day *a, const day *b, const gm_figure *f, int64_t *passed) {
  bool fits = false;
  /* Dates without a year: in a leap year or not, in one year or over New Year. */
  for (unsigned k = 0; k < 4; k++) {
    day x = *a, y = *b;
    if (!x.date.year) x.date.year = (uint16_t)(k & 1 ? 2024 : 2023);
    if (!y.date.year) y.date.year = (uint16_t)(x.date.year + (k >> 1));
    if (!a->date.year && b->date.year) x.date.year = (uint16_t)(b->date.year - (k >> 1));
    int64_t n = gm_day_number(y.date) - gm_day_number(x.date);
    if (n < 0) n = -n;
    if (!k) *passed = n;
    gm_interval slack = {gm_decimal_of(n - 1), gm_decimal_of(n + 1), false, false};
    fits = fits || gm_interval_meet(slack, f->interval);
  }
  return fits;
}

void gm_check_days(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  if (figure->kind != GM_FIGURE_DURATION || check->figures->count < 3) return;
  const term *t = term_of(figure);
  if (!t || t->tenths != 10 || figure->value.digits < 2) return;
  const gm_links *links = gm_links_of(check);
  unsigned at = index_of(links, figure);
  if (at == links->count) return;
  const gm_mention *m = &links->items[at];
  size_t sentence = gm_sentence_start(view, m->from);
  bool between = gm_words_before(view, m->from, "相隔 间隔 时隔 相距 相隔了 间隔了 相差 中间隔了");
  bool countdown = gm_words_before(view, m->from, "倒计时 倒计时还有 倒计时牌显示");
  size_t until = SIZE_MAX;
  if (!between &&
      gm_words_before(view, m->from, "还有 还剩 仅剩 只剩 只有 仅有 尚有 剩 仅 只 整 正好 恰好 刚好 还有整整 倒计时"))
    until = gm_find_word(view, sentence, m->from, "距 距离 离");
  if (until == SIZE_MAX && m->from > 1 &&
      gm_find_word(view, gm_clause_start(view, m->from), m->from, "距 距离") != SIZE_MAX)
    until = gm_find_word(view, gm_clause_start(view, m->from), m->from, "距 距离");
  if (!between && !countdown && until == SIZE_MAX) return;
  day_list dates;
  dates_of(links, 0, links->count, &dates);
  unsigned full = 0;
  const day *pair[2] = {NULL, NULL};
  int64_t passed;
  for (unsigned j = 0; j < dates.count; j++) {
    const day *b = &dates.items[j];
    if (!b->date.month || !b->date.day) continue;
    for (unsigned i = 0; i < j; i++) {
      const day *a = &dates.items[i];
      if (a->date.month && a->date.day && days_fit(a, b, figure, &passed)) return;
    }
    if (between && (b->mention->figure->sentence != figure->sentence || b->mention->from > m->from)) continue;
    if (full < 2) pair[full] = b;
    full++;
  }
  if (full != 2) return;
  if (until != SIZE_MAX) {
    /* 距…日: one of the two stands right behind it. */
    bool meant = false;
    for (unsigned k = 0; k < 2; k++)
      meant = meant || (pair[k]->mention->from > until && pair[k]->mention->from - until <= 4);
    if (!meant) return;
  }
  if (countdown && until == SIZE_MAX && (!pair[0]->date.year || !pair[1]->date.year)) return;
  days_fit(pair[0], pair[1], figure, &passed);
  gm_report_mention(check, m);
  gm_say(check->out, check->language, "%s与%s相隔%lld天，文中为%s", "%s and %s are %lld days apart, the text says %s",
         gm_quote_mention(view, pair[0]->mention).text, gm_quote_mention(view, pair[1]->mention).text,
         (long long)passed, gm_quote_mention(view, m).text);
  gm_relate_mention(check, pair[0]->mention, "一个日期", "one date");
  gm_relate_mention(check, pair[1]->mention, "另一个日期", "the other date");
}
