/* DT-03: spans that end before they begin. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define FORENOON  "上午 早上 早晨 清晨 凌晨"
#define AFTERNOON "下午 傍晚 晚上 晚间 晚"

/* Is there nothing but a sign of range between two mentions, and perhaps 下午 before the second? */
static bool range_between(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  size_t i = a->to;
  while (i < b->from && view->cls[i] & GM_SPACE) i++;
  size_t sign = gm_words_at(view, i,
                            "—— — - – ～ 至 到 ─ ― 起至 起到 起— 起- 开始至 开始到 起，至 起，到 开始，至 开始，到 "
                            "持续至 持续到 延续至 延续到 一直到");
  if (!sign || (gm_one_of(view, i, "-–－") && gm_words_at(view, b->to, "＝ = 之差 的差"))) return false; /* a sum */
  i += sign;
  i += gm_words_at(view, i, FORENOON " 中午 " AFTERNOON);
  while (i < b->from && view->cls[i] & GM_SPACE) i++;
  return i == b->from;
}

#define EVENING        17 /* an hour from which a span may run into the next morning */
#define MORNING        12
#define MORNING_BEGINS 8 /* an hour before it, without a word of the forenoon, may be one of the afternoon */

typedef struct hour {
  unsigned hour, minute;
  bool forenoon, afternoon; /* as said; neither when nothing says so */
} hour;

/* A time, or the hours of 下午4时至2时, which are read as a span of time. */
static hour hour_of(const gm_view *view, const gm_mention *m) {
  const gm_figure *f = m->figure;
  bool time = f->kind == GM_FIGURE_TIME;
  hour h = {time ? f->parts[0] : (unsigned)f->value.digits, time ? f->parts[1] : 0, false, false};
  h.afternoon = gm_words_before(view, m->from, AFTERNOON);
  h.forenoon = gm_words_before(view, m->from, FORENOON);
  return h;
}

#define OPEN_HOURS                                                                                                                                           \
  "中午不休 午休 午间不休 营业厅 大厅 窗口 受理 办公 上班 门诊 开馆 阅览 借阅 参观 对外开放 开放时间 营业时间 " \
  "接待时间 办事"
#define BY_NIGHT \
  "夜 晚 凌晨 次日 翌日 第二天 急诊 值班 值守 小时 延时 错时 巡逻 施工 封闭 停 检修 禁 限 闭 关 不 非 休 除外 以外 外"

/* 营业厅受理时间为每日17:30—9:00，中午不休息: is it told of a body that works by day? */
static bool works_by_day(const gm_view *view, const gm_mention *a, const gm_mention *b, hour from, hour to) {
  size_t start = gm_sentence_start(view, a->from), end = gm_sentence_end(view, b->to);
  if (from.hour < 16 || from.hour > 20 || to.hour < 7 || to.hour > 10 || from.afternoon || to.forenoon ||
      gm_find_word(view, start, end, OPEN_HOURS) == SIZE_MAX)
    return false;
  size_t noon = gm_find_word(view, b->to, end, "中午不休 午休 午间不休 中午不间断 午间不间断");
  return gm_find_word(view, start, noon == SIZE_MAX ? end : b->to, BY_NIGHT) == SIZE_MAX;
}

static void check_times(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  hour from = hour_of(view, a), to = hour_of(view, b);
  if (from.hour > 23 || to.hour > 24 || from.minute > 59 || to.minute > 59) return; /* DT-01 */
  bool said = to.afternoon || to.forenoon;
  unsigned written = from.hour;
  if (from.afternoon && from.hour < 12) from.hour += 12;
  if (from.hour >= EVENING && to.hour <= MORNING && (!said || to.forenoon) && !works_by_day(view, a, b, from, to))
    return;
  /* 下午2:30至5:30; in 下午13:30至11:30 the clock has 24 hours. */
  bool half_day = to.afternoon || (from.afternoon && !said && (written <= 12 || to.hour < MORNING_BEGINS));
  if (half_day && to.hour < 12) to.hour += 12;
  if (to.hour * 60 + to.minute > from.hour * 60 + from.minute) return;
  /* A twelve-hour clock in the afternoon: 上午9:00—3:00 may be meant so. */
  if (from.hour <= 12 && to.hour <= 12 && to.hour < MORNING_BEGINS && !to.forenoon) return;
  gm_report_line(check, a->from, b->to);
  gm_say(check->out, check->language, "“%s”：结束时刻不晚于开始时刻", "“%s” ends before it begins",
         gm_quote_line(view, a->from, b->to).text);
}

/* Negative, 0, positive, by the parts both dates have. */
static int compare_dates(gm_date a, gm_date b) {
  if (a.year != b.year) return a.year < b.year ? -1 : 1;
  if (!a.month || !b.month || a.month != b.month) return !a.month || !b.month ? 0 : a.month < b.month ? -1 : 1;
  if (!a.day || !b.day || a.day == b.day) return 0;
  return a.day < b.day ? -1 : 1;
}

#define SCHOOL_YEAR   8  /* a span that begins in this month or later may run into the next year */
#define WHOLE_YEAR    11 /* months: nothing that lasts almost a year is told without its years */
#define OVER_NEW_YEAR 8  /* months that a span may last which does so without saying it */

static void check_dates(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  gm_date from = a->figure->date, to = b->figure->date;
  bool full = from.year && to.year;
  if (!full) {
    /* 2025年3月5日—3月1日: what the second leaves out is as in the first. */
    if (!from.month || to.year) return;
    to.year = from.year;
    if (!to.month) to.month = from.month;
    if (to.month == from.month && (!from.day || !to.day)) return;
    /* 11月15日至3月15日 is a winter, 9月至6月 a school year; 攻坚阶段（2025年10月至4月） is told with its year. */
    if (!(from.year && gm_words_before(view, a->from, "阶段（")) && to.month < from.month &&
        12u - from.month + to.month < WHOLE_YEAR &&
        (from.month >= SCHOOL_YEAR || 12u - from.month + to.month <= OVER_NEW_YEAR))
      return;
  }
  if (compare_dates(from, to) <= 0) return;
  gm_report_line(check, a->from, b->to);
  if (!full) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”：起止倒置", "“%s” ends before it begins",
         gm_quote_line(view, a->from, b->to).text);
}

/* 2时 of 下午4时至2时. */
static bool is_hour(const gm_figure *f) {
  return f->kind == GM_FIGURE_DURATION && !f->value.scale && f->value.digits < 24 &&
         !strcmp(gm_units[f->unit].name, "时");
}

#define BEGUN    "开工 动工 破土 奠基 启动 立项"
#define FINISHED "竣工 建成 完工 投用 投产 投入使用 投入运营 验收 通车 交付使用"
#define BARE_DONE                                                                                                                                                \
  "年 月 日 底 初 末 中旬 上旬 下旬 顺利 正式 全面 全部 主体 整体 如期 已 即 实现 通过 完成 工程 项目 建设 并 于 将 " \
  "就"

/* Where the clause that holds `from` ends. */
static size_t clause_end(const gm_view *view, size_t from) {
  size_t end = gm_find_mark(view, from, view->count, "，；、。！？");
  return end == SIZE_MAX ? view->count : end;
}

/* 2022年6月开工建设，2021年12月建成投用: the clause behind tells the end of the same thing, naming no other. */
static void check_stages(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  if (!gm_same_sentence(a, b) || compare_dates(a->figure->date, b->figure->date) <= 0) return;
  size_t end = clause_end(view, a->to), begun = gm_find_word(view, a->to, end, BEGUN);
  if (begun == SIZE_MAX || gm_find_word(view, a->to, end, FINISHED " 期 的 未 前") != SIZE_MAX) return;
  size_t from = end + 1, stop = clause_end(view, b->to), done = gm_find_word(view, b->to, stop, FINISHED);
  from += gm_words_at(view, from, "并于 并将于 已于 并在 于 并 预计 预计于 计划 计划于 拟于 将于 至 到");
  if (from != b->from || done == SIZE_MAX || gm_find_word(view, done, stop, "的 " BEGUN) != SIZE_MAX) return;
  for (size_t i = b->to; i < done;) {
    size_t word = gm_words_at(view, i, BARE_DONE);
    if (!word) return;
    i += word;
  }
  gm_report_line(check, a->from, done + gm_words_at(view, done, FINISHED));
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”在“%s”之前：起止倒置", "%s is before %s: it ends before it begins",
         gm_quote_line(view, b->from, done + gm_words_at(view, done, FINISHED)).text,
         gm_quote_line(view, a->from, end).text);
}

#define OPENS_SITE "进场 开工 动工 开建 破土 进场施工 开工建设"
#define ENDS_SITE  "完工 竣工 建成 竣工验收 交付 投用 通车 投产"

/* 11月15日前全部进场开工，10月31日前主体完工: two bounds of one works, each in its clause, the later one told first. */
static void check_bounds(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  gm_date from = a->figure->date, to = b->figure->date;
  if (!gm_same_sentence(a, b) || from.year || to.year || !from.day || !to.day || !gm_one_of(view, a->to, "前") ||
      !gm_one_of(view, b->to, "前"))
    return;
  size_t end = clause_end(view, a->to), stop = clause_end(view, b->to);
  if (b->clause != end + 1 || compare_dates(from, to) <= 0 ||
      gm_find_word(view, b->clause, b->from, "次年 明年 下一年") != SIZE_MAX ||
      gm_find_word(view, a->to, end, OPENS_SITE) == SIZE_MAX || gm_find_word(view, a->to, end, ENDS_SITE) != SIZE_MAX ||
      gm_find_word(view, b->to, stop, ENDS_SITE) == SIZE_MAX || gm_find_word(view, b->to, stop, OPENS_SITE) != SIZE_MAX)
    return;
  gm_report_line(check, a->from, end);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”在“%s”之后：起止倒置", "%s is after %s: it ends before it begins",
         gm_quote_line(view, a->from, end).text, gm_quote_line(view, b->from, stop).text);
}

#define STARTS                                                                                                     \
  "投产 投用 启用 开通 通车 运营 上线 开工 动工 启动 开业 开馆 开园 开播 开诊 施行 实施 揭牌 成立 投入使用 投入运行"
#define AHEAD "准备 筹备 报名 预约 预订 预售 签约 意向 前期 试 征集 储备 计划 拟 将"

#define MONTHS_BACK 3 /* without years: what lies farther back is of the next year */

/* 8月18日，生产线正式投产，截至6月底已交付首批产品: what was done up to a day before it began. */
static void check_since(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  gm_date from = a->figure->date, to = b->figure->date;
  if (!gm_same_sentence(a, b) || !from.year != !to.year || !from.month || !to.month || a->from != a->clause ||
      compare_dates(from, to) <= 0 || (!from.year && from.month > to.month + MONTHS_BACK))
    return;
  size_t end = clause_end(view, a->to);
  if (end == a->to) end = clause_end(view, a->to + 1); /* 8月18日，生产线投产 */
  size_t stop = clause_end(view, b->to), word = gm_words_before(view, end, STARTS);
  if (!word || b->clause != end + 1 || b->clause + gm_words_at(view, b->clause, "截至 截止 截止到 到") != b->from ||
      b->clause == b->from || !gm_words_at(view, b->to + gm_words_at(view, b->to, "底 末 止 ，"), "已 累计 共") ||
      gm_find_word(view, a->to, stop, AHEAD) != SIZE_MAX)
    return;
  gm_report_line(check, a->from, end);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "“%s”在“%s”之后：起止倒置", "%s is after %s: it ends before it begins",
         gm_quote_line(view, a->from, end).text, gm_quote_line(view, b->clause, b->to).text);
}

#define RANGE_BYTES 12 /* a sign of range, blanks, 下午 */

/* Does the time follow the date at once, or behind 下午 and its like? */
static bool follows_date(const gm_view *view, const gm_mention *date, const gm_mention *time) {
  return time->figure->kind == GM_FIGURE_TIME &&
         (time->from <= date->to + 1 ||
          date->to + gm_words_before(view, time->from, FORENOON " 中午 " AFTERNOON) == time->from);
}

/* 11月8日22时至11月8日6时: are both of one day, and the second hour no later than the first? */
static void check_moments(gm_line_check *check, const gm_mention *a, const gm_mention *b) {
  const gm_view *view = check->view;
  gm_date from = a[-1].figure->date, to = b[-1].figure->date;
  if (!from.day || from.day != to.day || from.month != to.month || (to.year && from.year != to.year)) return;
  hour begin = hour_of(view, a), end = hour_of(view, b);
  if (begin.hour > 23 || end.hour > 24 || begin.minute > 59 || end.minute > 59) return; /* DT-01 */
  bool said = end.afternoon || end.forenoon;
  if (begin.hour <= 12 && end.hour < MORNING_BEGINS && !end.forenoon) return; /* by a clock of twelve hours */
  if ((end.afternoon || (begin.afternoon && !said && begin.hour <= 12)) && end.hour < 12) end.hour += 12;
  if (begin.afternoon && begin.hour < 12) begin.hour += 12;
  if (end.hour * 60 + end.minute > begin.hour * 60 + begin.minute) return;
  gm_report_line(check, a[-1].from, b->to);
  gm_say(check->out, check->language, "“%s”：结束时刻不晚于开始时刻", "“%s” ends before it begins",
         gm_quote_line(view, a[-1].from, b->to).text);
}

static bool is_date(const gm_figure *f) { return f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_YEAR; }

void gm_check_spans(gm_line_check *check) {
  if (check->figures->count < 2) return;
  for (uint32_t i = 1; i < check->figures->count && i < GM_MENTIONS_MAX; i++) {
    const gm_figure *f = &check->figures->items[i], *before = f - 1;
    bool times = (before->kind == GM_FIGURE_TIME || is_hour(before)) && (f->kind == GM_FIGURE_TIME || is_hour(f));
    bool years = f->kind == GM_FIGURE_YEAR && before->kind == GM_FIGURE_YEAR;
    bool dates = (years || f->kind == GM_FIGURE_DATE) && is_date(before);
    if ((!times && f->kind != GM_FIGURE_DATE && !years) || f->start < before->end) continue;
    const gm_links *links = gm_links_of(check);
    const gm_mention *a = &links->items[i - 1], *b = &links->items[i];
    if (f->kind == GM_FIGURE_DATE && before->kind == GM_FIGURE_TIME && i > 1 && before[-1].kind == GM_FIGURE_DATE &&
        follows_date(check->view, a - 1, a) && range_between(check->view, a, b)) { /* 3月10日8:00至3月8日17:00 */
      check_dates(check, a - 1, b);
      if (i + 1 < check->figures->count && i + 1 < GM_MENTIONS_MAX && follows_date(check->view, b, b + 1))
        check_moments(check, a, b + 1);
      continue;
    }
    if (!times && !dates) continue;
    if (f->start - before->end > RANGE_BYTES || !range_between(check->view, a, b)) {
      if (dates && !f->date.year) check_bounds(check, a, b);
      if (dates) check_since(check, a, b);
      /* 自2025年3月…截至2024年12月 */
      if (!dates || f->sentence != before->sentence || !f->date.year || !before->date.year) continue;
      if (gm_words_before(check->view, a->from, "自 从") && gm_words_before(check->view, b->from, "截至 截止 到 至"))
        check_dates(check, a, b);
      else if (gm_word_list_may_hold(check->view, BEGUN))
        check_stages(check, a, b);
      continue;
    }
    /* 16时至14时: hours of the day where the words say so. */
    if (times && is_hour(before) &&
        !gm_words_before(check->view, a->from, "时间为 时间： 时间 每天 每日 定于 于 自 从"))
      continue;
    if (times)
      check_times(check, a, b);
    else
      check_dates(check, a, b);
  }
}
