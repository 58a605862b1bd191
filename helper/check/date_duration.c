/* DT-05: durations and cut-off days against the dates beside them. */
#include "check/draft.h"
#include "check/families.h"
#include "check/lasting.h"

#define SINCE      "自 从 始建于 创建于 创办于 创立于 成立于 组建于 建于 诞生于 始于 开办于 建成于 入伍于"
#define FROM_CHARS 20 /* between 自2019年3月 and 至2024年3月 */

/* Is there between two dates what makes one span of them: 至, 持续到, or 开工，…竣工? */
static bool one_span(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  size_t gap = b->from - a->to;
  if (gap <= 10 && gm_words_before(view, b->from, "至 到 — —— - – ～ 至次年 到次年 至明年 到明年 至翌年 到翌年") &&
      gm_find_word(view, a->to, b->from, "， ； 。 、 年前") == SIZE_MAX)
    return true;
  /* 自2019年3月起，他连续驻村至2024年3月 */
  if (gap <= FROM_CHARS && gm_words_before(view, a->from, SINCE) && gm_words_before(view, b->from, "至 到 持续到") &&
      gm_find_mark(view, a->to, b->from, "；。") == SIZE_MAX)
    return true;
  if (gap > 40) return false;
  /* 2019年8月入职，至2024年8月 */
  if (gap <= FROM_CHARS && gm_words_before(view, b->from, "至 到") &&
      gm_find_word(view, a->to, b->from, GM_STARTS) != SIZE_MAX &&
      gm_find_mark(view, a->to, b->from, "；。") == SIZE_MAX)
    return true;
  size_t to = b->to + 12 < view->count ? b->to + 12 : view->count;
  return gm_find_word(view, a->to, b->from, GM_STARTS) != SIZE_MAX &&
         gm_find_word(view, b->to, to, GM_ENDS) != SIZE_MAX;
}

#define LASTING                                                                                                                                             \
  "走过 走过了 已走过 走过了整整 历时 历时整整 整整 长达 前后长达 历时共 为期 用时 共用时 耗时 历经 前后历时 " \
  "时间跨度达 跨度达 工期 总工期 "                                                                                                             \
  "历时长达 会期 培训期 展期 "                                                                                                                   \
  "持续 经过 前后 建设周期 建设期 建设工期 "                                                                                               \
  "共计用时 刚满 已满 整满 刚好 正好"

/* 守了四年, 整整守了四年, 一干就是四年: what someone kept doing from the one date to the other. */
#define KEPT                                                                                                                                                   \
  "守了 坚守了 驻守了 驻扎了 驻村了 坚持了 干了 工作了 服务了 生活了 任职了 担任了 扎根了 奋斗了 陪伴了 照顾了 " \
  "照料了 "                                                                                                                                                 \
  "任教了 执教了 支教了 教了 走了 度过了 待了 呆了 住了 研究了 经营了 持续了 延续了 一干就是 一守就是 一待就是 " \
  "一住就是 "                                                                                                                                              \
  "一走就是 一教就是 一做就是 做了 用了 花了 花费了 耗费了 服役了 站了 守护了 巡护了"

/* Characters of such words that end just before `to`, 整整 between included; 0 when there are none. */
static size_t kept_before(const gm_view *view, size_t to) {
  size_t whole = gm_words_before(view, to, "整整 近 满 足足"), kept = gm_words_before(view, to - whole, KEPT);
  return kept ? kept + whole : 0;
}

#define SUBJECT_CHARS 5 /* from the second date to 历时: ，全线工程 */

#define TERMS                                                                                                                                                    \
  "合同期 合同期限 工期 有效期 服务期 任期 聘期 期限 建设期 建设周期 周期 为期 历时 会期 展期 赛期 培训期 公示期 " \
  "假期 会期为 工期为 公示期为 假期为"

/* What leads from a duration to its dates: （, ，自, ，时间为; its characters. A bare comma needs `ends` behind the
 * dates.
 */
static size_t dates_lead(const gm_view *view, size_t at, bool *bare) {
  size_t lead = gm_words_at(
      view, at,
      "（ （自 （从 （即 ，自 ，从 ，即 ，时间为 ，时间是 ，时间： ，时间 ，日期为 ，日期： ，定于 ，拟于 ，将于 "
      "，安排在 ，计划于 。时间为 。时间： 。时间 ：");
  *bare = !lead && gm_one_of(view, at, "，");
  return *bare ? 1 : lead;
}

#define DAYS_OFF "周末 双休 节假 工作日 休息 除外 不含 报到 报道 返程 撤离 离会 顺延 分期 分批 期间 其间 每期 每批"

/* 用五年时间（2021年至2023年）; 合同期五年，自…至…; 为期7天，时间为5月12日至16日: the dates behind it. */
static void check_behind(gm_line_check *check, const gm_links *links, unsigned at, const gm_lasting *told) {
  const gm_view *view = links->view;
  const gm_mention *m = &told->whole;
  unsigned reign;
  while (gm_lasting_goes_on(links, at + 1)) at++;
  if (at + 2 >= links->count || gm_one_of(view, m->to, "前后") || gm_reign_before(view, m->from, &reign)) return;
  const gm_mention *from = &links->items[at + 1], *to = &links->items[at + 2];
  size_t open = m->to;
  while (open < view->count && open - m->to <= 6 && view->cls[open] & GM_HAN) open++;
  bool bare, bracket = gm_one_of(view, open, "（");
  size_t lead = dates_lead(view, open, &bare);
  lead += gm_words_at(view, open + lead, "民国 公元");
  if (!lead || from->from != open + lead || !one_span(view, from, to)) return;
  bool until = gm_words_at(view, open, "，自 ，从") && gm_one_of(view, to->to, "止"); /* both days are counted */
  bool named = until || gm_words_before(view, m->from - gm_words_before(view, m->from, "为 共 ："), TERMS);
  if (bracket ? !gm_words_at(view, to->to, "） 止）") : !named) return;
  if (!bracket && !gm_words_at(view, open, "，自 ，从")) {
    /* 为期7天，5月12日至16日为第一期 */
    size_t end = gm_sentence_end(view, to->to);
    if (told->term->tenths != 10 || !from->figure->date.day || !to->figure->date.day ||
        gm_find_word(view, open, end, DAYS_OFF) != SIZE_MAX || gm_words_at(view, to->to, "为 是 和 及 与 、 第") ||
        (bare && to->to < view->count && !(view->cls[to->to] & (GM_PAUSE | GM_STOP)) &&
         !gm_words_at(view, to->to, "举行 举办 进行 在")))
      return;
  }
  gm_days dates;
  gm_dates_of(links, at + 1, at + 3, &dates);
  int64_t least, most;
  if (dates.count != 2 || !gm_days_between(&dates.items[0], &dates.items[1], &least, &most)) return;
  if (until && dates.items[0].date.day && dates.items[1].date.day) least = most;
  if (least <= told->high && told->low <= most) return;
  gm_report_lasting(check, m, &dates.items[0], &dates.items[1], told->term, least, most);
}

/* Does one of `words` stand in the clause behind the date, as what was done on it? */
static bool is_day_of(const gm_view *view, const gm_mention *m, const char *words) {
  size_t end = gm_find_mark(view, m->to, view->count, "，；、。！？"), to = m->to + 12;
  if (end == SIZE_MAX || end > to) end = to < view->count ? to : view->count;
  return gm_find_word(view, m->to, end, words) != SIZE_MAX;
}

/* 10月26日下午，历时10天的运动会落下帷幕。本届运动会10月17日开幕: does the sentence that opens with the date tell of an
 * end behind the duration, of what the clause of the other date names? */
static bool closes_on(const gm_view *view, const gm_mention *day, const gm_mention *told, const gm_mention *opening) {
  size_t end = gm_find_word(view, told->to, gm_sentence_end(view, day->to), GM_ENDS " 落下帷幕 落幕 降下帷幕");
  return end != SIZE_MAX && day->from == gm_sentence_start(view, day->from) &&
         gm_share_pair(view, told->to, end, opening->clause, opening->from);
}

/* 历时18个月，工程于2024年12月完工。工程于2023年6月启动: the only two dates of the line, wherever they stand. */
static void check_around(gm_line_check *check, const gm_links *links, const gm_lasting *told) {
  const gm_view *view = links->view;
  const gm_mention *m = &told->whole;
  gm_days dates;
  gm_dates_of(links, 0, links->count, &dates);
  if (dates.count != 2 || dates.items[1].mention->from < m->from ||
      !dates.items[0].date.year != !dates.items[1].date.year ||
      !gm_words_before(view, m->from, "历时 共历时 前后历时 总历时 为期") || !gm_one_of(view, m->to, "，。；的"))
    return;
  const gm_day *a = &dates.items[0], *b = &dates.items[1];
  bool closes = !is_day_of(view, a->mention, GM_STARTS) && closes_on(view, a->mention, m, b->mention);
  if (!a->date.year && !(closes && a->date.day && b->date.day)) return;
  if (closes || is_day_of(view, a->mention, GM_ENDS)) a = b, b = &dates.items[0];
  int64_t least, most;
  if (!is_day_of(view, a->mention, GM_STARTS) || is_day_of(view, a->mention, GM_ENDS) ||
      !(closes || is_day_of(view, b->mention, GM_ENDS)) || !gm_days_between(a, b, &least, &most) ||
      (least <= told->high && told->low <= most))
    return;
  gm_report_lasting(check, m, a, b, told->term, least, most);
}

/* 6月9日至6月13日（7个工作日）: more working days than days. Fewer may be as many as are left over holidays. */
static void check_working_days(gm_line_check *check, const gm_figure *figure) {
  static const gm_term days = {"天", 10, 0, 0};
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure);
  if (at == links->count || !gm_is_exact(figure)) return;
  const gm_mention *m = &links->items[at];
  gm_days dates;
  dates.count = 0;
  if (at > 1 && one_span(view, m - 2, m - 1)) {
    for (size_t i = m[-1].to; i < m->from;) {
      size_t n = gm_words_at(view, i, "（ ， 共 计 共计 为期 公示 止 ： 期 合计 总共 一共");
      if (!n) return;
      i += n;
    }
    gm_dates_of(links, at - 2, at, &dates);
  } else if (at + 2 < links->count && gm_one_of(view, m->to, "（，") &&
             m[1].from == m->to + 1 + gm_words_at(view, m->to + 1, "自 从 即 时间为 时间：") &&
             one_span(view, m + 1, m + 2)) {
    gm_dates_of(links, at + 1, at + 3, &dates);
  }
  int64_t least, most;
  if (dates.count != 2 || !dates.items[0].date.day || !dates.items[1].date.day ||
      !gm_days_between(&dates.items[0], &dates.items[1], &least, &most) || figure->value.digits <= most)
    return;
  gm_report_lasting(check, m, &dates.items[0], &dates.items[1], &days, most, most);
}

/* 自11月1日起，到2月8日止，历时100天，分为三个阶段，用时10天…: does another duration of the sentence fit the dates? */
static bool told_rightly(const gm_links *links, unsigned at, int64_t least, int64_t most) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    gm_lasting told;
    if (i != at && m->figure->kind == GM_FIGURE_DURATION && gm_same_sentence(m, &links->items[at]) &&
        gm_read_lasting(links, i, &told) && least <= told.high && told.low <= most)
      return true;
  }
  return false;
}

/* 自2019年9月设立以来，…。截至2024年9月，四年间: the beginning stands in the sentence before the end, mention `until`.
 */
static void check_since(gm_line_check *check, const gm_links *links, unsigned until, const gm_lasting *told) {
  const gm_view *view = links->view;
  const gm_mention *end = &links->items[until];
  unsigned first = until;
  while (first && links->items[first - 1].figure->sentence + 1u >= end->figure->sentence) first--;
  gm_days dates;
  gm_dates_of(links, first, until + 1, &dates);
  if (dates.count != 2 || dates.items[1].mention != end || !gm_words_before(view, end->from, "截至 截止 到 至")) return;
  const gm_day *a = &dates.items[0], *b = a + 1;
  size_t pause = gm_find_mark(view, a->mention->to, end->from, "，；。");
  int64_t least, most;
  if (gm_same_sentence(a->mention, end) || !a->date.year || !b->date.year || pause == SIZE_MAX ||
      !gm_words_before(view, pause, "以来") || !gm_words_before(view, a->mention->from, SINCE) ||
      !gm_days_between(a, b, &least, &most) || (least <= told->high && told->low <= most))
    return;
  gm_report_lasting(check, &told->whole, a, b, told->term, least, most);
}

/* 他1938年出生，1956年到1992年，一守就是36年: do the two years alone open their clause, so that what is told before
 * them begins no span? */
static bool joined(const gm_links *links, const gm_mention *a, const gm_mention *b) {
  return b == a + 1 && a->from == a->clause && gm_one_of(links->view, a->to, "到至") && b->from == a->to + 1u &&
         gm_one_of(links->view, b->to, "，");
}

/* 他生于1938年，1962年到校任教，1998年退休: is the first of three dates that of a birth, and no end of a span? */
static bool behind_birth(const gm_view *view, const gm_days *dates) {
  const gm_mention *m = dates->items[0].mention;
  return dates->count == 3 && (gm_words_before(view, m->from, "生于 出生于") || gm_words_at(view, m->to, "出生 生，"));
}

#define MOVED "原定 原拟 延长 顺延 推迟 延期 延后 续展 加展 加演" /* 原定6月8日结束，延长三周，前后历时94天 */

/* …至…，历时两年. */
static void check_lasting(gm_line_check *check, const gm_figure *figure) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure), from = at;
  gm_lasting told;
  if (at == links->count || gm_lasting_goes_on(links, at) || !gm_read_lasting(links, at, &told)) return;
  const gm_mention *m = &told.whole;
  check_behind(check, links, at, &told);
  check_around(check, links, &told);
  size_t word = gm_words_before(view, m->from, LASTING);
  size_t kept = word ? 0 : kept_before(view, m->from);
  if (kept) word = kept;
  bool plain =
      !word &&
      gm_words_at(view, m->to, "来 间 里 以来 时间 的时间 时间里 时间内 的时间里"); /* 从1998年到2023年，二十五年来 */
  bool sum = !word && !plain && (word = gm_words_before(view, m->from, "共 共计 一共")) != 0;
  while (from && links->items[from - 1].figure->sentence == figure->sentence) from--;
  if (plain && from && from + 1 == at && gm_is_exact(figure)) check_since(check, links, from, &told);
  gm_days dates;
  gm_dates_of(links, from, at, &dates);
  /* 从2月26日复工到9月30日封顶，项目部用了197天: both ends say what began and ended */
  bool took = kept && dates.count == 2 && gm_words_before(view, m->from, "用了 花了") &&
              gm_words_before(view, dates.items[0].mention->from, "自 从") &&
              gm_words_at(view, dates.items[0].mention->to, GM_STARTS " 复工") &&
              is_day_of(view, dates.items[1].mention, GM_ENDS) &&
              !gm_words_before(view, m->from - kept, "仅 只 才 就 便");
  int64_t least, most;
  if ((!word && !plain) || dates.count < 2) return;
  gm_skip_years(&dates, 2);
  /* 10月1日至8日放假: both days are days off. */
  const gm_day *end = &dates.items[dates.count - 1];
  bool both = sum && end[-1].date.day && end->date.day && gm_words_at(view, end->mention->to, "放假 休息 停课");
  for (unsigned j = 1; j < dates.count; j++)
    for (unsigned i = 0; i < j; i++) {
      if (!gm_days_between(&dates.items[i], &dates.items[j], &least, &most)) return;
      if ((both ? most : least) <= told.high && told.low <= most) return;
    }
  const gm_day *a = &dates.items[dates.count - 2], *b = a + 1;
  if (gm_find_word(view, a->mention->to, m->from, MOVED) != SIZE_MAX) return;
  if ((dates.count != 2 && !(kept && (joined(links, a->mention, b->mention) || behind_birth(view, &dates)))) ||
      !one_span(view, a->mention, b->mention))
    return;
  size_t begins = m->from - word;
  /* 3月至5月，开展为期10天的集训: shorter than its frame. */
  bool days = a->date.day && b->date.day; /* 3月1日至3月31日，为期20天 tells its own days */
  bool whole = b->mention->to + 1 >= begins &&
               gm_words_at(view, begins, days ? "历时 历经 前后 为期" : "历时 历经 前后 刚满 刚好 正好 整整");
  /* 2022年4月，工程历时; 2022年4月通车，工期历时 */
  size_t done = b->mention->to + gm_words_at(view, b->mention->to, GM_ENDS) + 1;
  whole = whole || (done + SUBJECT_CHARS > begins && gm_words_at(view, begins, days ? "历时 历经 为期" : "历时 历经"));
  whole = whole || took || (gm_one_of(view, b->mention->to, "止") && gm_words_before(view, a->mention->from, "自 从"));
  /* 自2019年5月至2024年5月，…整整守了四年 */
  whole = whole || ((gm_words_before(view, a->mention->from, SINCE) ||
                     a->mention->from == gm_sentence_start(view, a->mention->from)) &&
                    gm_find_word(view, b->mention->to, m->from, "整整 足足") != SIZE_MAX &&
                    gm_find_mark(view, b->mention->to + 1, m->from, "，；") == SIZE_MAX);
  bool loose = !whole && (gm_one_of(view, m->to, "的") || !gm_one_before(view, begins, "，、（"));
  gm_days_between(a, b, &least, &most);
  if (both) least = most;
  if (plain) {
    size_t behind = b->mention->to + gm_words_at(view, b->mention->to, GM_ENDS); /* 到2024年6月收官， */
    if (m->from > behind + 2 || gm_find_mark(view, a->mention->to, b->mention->from, "，") != SIZE_MAX) return;
  } else if (sum) {
    /* 10月1日至7日放假调休，共8天 */
    for (size_t i = b->mention->to; i < begins;) {
      size_t n = gm_words_at(view, i, "， ） 止 放假 调休 放假调休 休息 停课 （ 期间 举行 举办 进行");
      if (!n) return;
      i += n;
    }
  } else if (begins > b->mention->to + 30 || (loose && told.high < least)) {
    return;
  }
  if (gm_words_before(view, begins, "分别") || told_rightly(links, at, least, most)) return;
  gm_report_lasting(check, m, a, b, told.term, least, most);
}

/* 截至9月20日，1至9月…: the period ends behind its cut-off day. */
static void check_cutoff(gm_line_check *check, const gm_figure *figure) {
  const gm_view *view = check->view;
  if (strcmp(gm_units[figure->unit].name, "月") || figure->interval.high.scale || figure->interval.low.digits != 1)
    return;
  int64_t end = figure->interval.high.digits;
  if (end < 2 || end > 12) return;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure);
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
         gm_month_days(d.year ? d.year : GM_SOME_YEAR, (unsigned)end));
  gm_relate_mention(check, period, "统计期间", "the period");
}

static void check_duration(gm_line_check *check, size_t index) {
  const gm_figure *figure = &check->figures->items[index];
  if (figure->kind == GM_FIGURE_RANGE && figure->unit) {
    check_cutoff(check, figure);
    return;
  }
  if (figure->kind == GM_FIGURE_DURATION && !strcmp(gm_units[figure->unit].name, "工作日")) {
    check_working_days(check, figure);
    return;
  }
  const gm_term *t = figure->kind == GM_FIGURE_DURATION ? gm_term_of(figure) : NULL;
  if (!t && figure->kind == GM_FIGURE_DURATION) {
    gm_check_hours(check, index);
    gm_check_hours_over(check, index);
    gm_check_clock_told(check, index);
  }
  if (!t || figure->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD)) return;
  check_lasting(check, figure);
  gm_check_between(check, figure);
  gm_check_counted(check, figure);
  gm_check_phase(check, figure);
  if (strcmp(t->unit, "年") != 0) return;
  gm_check_running(check, figure);
  gm_check_reckoned_year(check, figure);
}

void gm_check_durations(gm_line_check *check) {
  const gm_figures *figures = check->figures;
  for (uint32_t i = 0; i < figures->count; i++)
    if (figures->items[i].kind == GM_FIGURE_DURATION || figures->items[i].kind == GM_FIGURE_RANGE)
      check_duration(check, i);
}
