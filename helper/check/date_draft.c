/* DT-02: dates against the weekday. */
#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "text/utf8.h"

static const char *const weekdays_zh[] = {"", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"};
static const char *const weekdays_en[] = {"",         "Monday", "Tuesday",  "Wednesday",
                                          "Thursday", "Friday", "Saturday", "Sunday"};

static bool exists(gm_date d) { return d.month && d.day && d.day <= gm_month_days(d.year, d.month); }

/* The weekday told before a date in brackets that hold nothing else: 本周日（6月8日）. 0 when there is none. */
static unsigned weekday_before(gm_text line, const gm_figure *figure) {
  static const char *const names[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
  static const char *const weeks[] = {"周", "星期", "礼拜"};
  uint32_t open = gm_reads_before(line, figure->start, "（");
  if (!open || !gm_reads(line, figure->end, "）")) return 0;
  for (unsigned day = 0; day < 8; day++) {
    uint32_t name = gm_reads_before(line, figure->start - open, names[day]);
    for (unsigned i = 0; name && i < 3; i++)
      if (gm_reads_before(line, figure->start - open - name, weeks[i])) return day > 6 ? 7 : day + 1;
  }
  return 0;
}

/* What a line and its draft tell of the year that a date leaves out; 0 where they tell none. */
typedef struct years {
  unsigned last, before;            /* the last years that the line told */
  uint32_t end;                     /* the byte behind the last */
  gm_date previous;                 /* the date before */
  uint16_t sentence, date_sentence; /* in which those stand */
} years;

/* Is the day of `date`, which tells no year, that weekday in one of these years (0 for none)? */
static bool weekday_fits(gm_date date, unsigned weekday, const unsigned *told, size_t count) {
  for (size_t i = 0; i < count; i++) {
    date.year = (uint16_t)told[i];
    if (told[i] && exists(date) && gm_weekday(date) == weekday) return true;
  }
  return false;
}

static void report_weekday(gm_draft_check *check, uint32_t line, const gm_figure *figure, gm_date date,
                           unsigned weekday, unsigned told) {
  gm_report_figure(check, line, figure);
  gm_say(check->out, check->language, "%u年%u月%u日是%s，文中为%s", "%u-%u-%u is a %s, the text says %s", date.year,
         date.month, date.day, check->language == GM_ENGLISH ? weekdays_en[weekday] : weekdays_zh[weekday],
         check->language == GM_ENGLISH ? weekdays_en[told] : weekdays_zh[told]);
}

#define GREGORIAN  1583 /* the first whole year of the calendar in which weekdays are reckoned */
#define NEAR_DAYS  62   /* dates farther apart may be of different years */
#define NEAR_LINES 40u

/* A date of no known year with its weekday: 5月6日（周二）. */
typedef struct weekday_told {
  uint32_t line;
  const gm_figure *figure; /* NULL: none yet */
  unsigned weekday;
} weekday_told;

/* Days from the one to the other in a year that is a leap year or not; over New Year when the months say so. */
static int64_t days_between(gm_date a, gm_date b, bool leap) {
  a.year = leap ? 2024 : 2023;
  b.year = (uint16_t)(a.year + (b.month < a.month));
  return gm_day_number(b) - gm_day_number(a);
}

static bool of_leap_year(const weekday_told *a, const weekday_told *b) {
  return gm_is_leap_day(a->figure->date) || gm_is_leap_day(b->figure->date);
}

/* Can the second be of its weekday, if the first is? True as well when they are too far apart to tell. */
static bool weekdays_agree(const weekday_told *a, const weekday_told *b) {
  if (!a->figure || b->line - a->line > NEAR_LINES) return true;
  for (int leap = of_leap_year(a, b); leap < 2; leap++) {
    int64_t days = days_between(a->figure->date, b->figure->date, leap);
    if (days < 0 || days > NEAR_DAYS) return true;
    if ((a->weekday + (unsigned)days) % 7 == b->weekday % 7) return true;
  }
  return false;
}

#define YEAR_BYTES 90u /* from the word that tells the year to its date: a clause or two */

/* Is another year than the draft's told in the sentence, up to `at`: 明年将于, 2025马拉松定于? */
static bool tells_other_year(gm_text line, uint32_t at) {
  static const char *const words[] = {"去年", "上年", "前年", "明年", "次年", "当年", "那年", "来年"};
  uint32_t from = at > YEAR_BYTES ? at - YEAR_BYTES : 0;
  for (uint32_t i = at; i-- > from && !gm_reads(line, i, "。");) {
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
      if (gm_reads(line, i, words[k])) return true;
    if (!gm_reads(line, i, "20") && !gm_reads(line, i, "19")) continue;
    uint32_t digits = 2;
    while (i + digits < at && line.ptr[i + digits] >= '0' && line.ptr[i + digits] <= '9') digits++;
    if (digits == 4 && (!i || line.ptr[i - 1] < '0' || line.ptr[i - 1] > '9')) return true;
  }
  return false;
}

/* 5月6日（周二）…5月8日（周三）: of whatever year they are, one of the two is wrong. *last is the date that the next is
 * held against, *doubted the one reported. */
static void check_apart(gm_draft_check *check, const weekday_told *now, weekday_told *last, weekday_told *doubted) {
  if (tells_other_year(check->draft->lines[now->line], now->figure->start)) return;
  bool again = doubted->figure && weekdays_agree(doubted, now); /* then it was the first that is wrong */
  if (!weekdays_agree(last, now) && !again) {
    int64_t days = days_between(last->figure->date, now->figure->date, of_leap_year(last, now));
    unsigned due = (last->weekday + (unsigned)days - 1) % 7 + 1;
    gm_report_figure(check, now->line, now->figure);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "与%s相隔%lld天，应为%s，文中为%s：两处必有一误",
           "%s is %lld days off, so this is a %s, not a %s: one of the two is wrong",
           gm_quote_figure(check->draft, last->line, last->figure).text, (long long)days,
           check->language == GM_ENGLISH ? weekdays_en[due] : weekdays_zh[due],
           check->language == GM_ENGLISH ? weekdays_en[now->weekday] : weekdays_zh[now->weekday]);
    gm_relate_figure(check, last->line, last->figure, "另一日期", "the other date");
    *doubted = *now;
    return;
  }
  *last = *now;
  doubted->figure = NULL;
}

/* The year of 去年9月1日 in a draft of year `own`; 0 when no such word stands before (*said is then false), or `own`
 * is 0. */
static unsigned relative_year(gm_text line, const gm_figure *figure, unsigned own, bool *said) {
  static const struct {
    const char *word;
    int years;
  } words[] = {{"去年", -1}, {"上年", -1}, {"前年", -2}, {"明年", 1}, {"来年", 1}};
  *said = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (gm_reads_before(line, figure->start, words[i].word)) {
      *said = true;
      return own ? own + (unsigned)words[i].years : 0;
    }
  return 0;
}

#define EVENT_FROM 4u /* months in which what is named by a year is of that very year, no review and no plan */
#define EVENT_TO   10u
#define AHEAD      "筹备 动员 部署 启动 推进会 调度 谋划 编制 论证 审议 签约 征订 订货 招生 招募"

/* 5月12日（星期五）上午，医院举行2023年护士节座谈会: the year of what was held that day, told behind it in its
 * sentence; 0 when none is. */
static unsigned year_of_event(const gm_draft_check *check, uint32_t line, uint32_t f) {
  static const char *const held[] = {"举行", "召开", "举办"};
  static const char *const others[] = {"第", "下", "上", "前", "春", "秋", "冬", "度", "届", "预算", "计划", "工作"};
  const gm_figures *figures = &check->figures[line];
  const gm_figure *date = &figures->items[f];
  gm_text text = check->draft->lines[line];
  if (date->date.month < EVENT_FROM || date->date.month > EVENT_TO) return 0;
  for (uint32_t k = f + 1; k < figures->count && figures->items[k].sentence == date->sentence; k++) {
    const gm_figure *year = &figures->items[k];
    bool said = false;
    if (year->kind == GM_FIGURE_DATE || (year->kind == GM_FIGURE_YEAR && !gm_reads_before(text, year->end, "年")))
      return 0;
    if (year->kind != GM_FIGURE_YEAR) continue;
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) said = said || gm_reads_before(text, year->start, held[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) said = said && !gm_reads(text, year->end, others[i]);
    return said && !gm_sentence_says(check, line, date->start, AHEAD) ? year->date.year : 0;
  }
  return 0;
}

/* 到2024年还清。“今年10个月…”光是10月1日（星期四）: does the line come back to this year between `from` and `to`? */
static bool comes_back(gm_text line, uint32_t from, uint32_t to) {
  static const char *const words[] = {"今年", "本届", "本次", "此次", "这届", "这次", NULL};
  return gm_reads_within(line, from, to, words);
}

#define REVIEW_MONTHS 3u /* in which the year before is reviewed */
#define DEADLINES     "前完成 前全部 前报 前提交 前竣工 前开工 前到位 前整改 前办结 要求"
#define DONE          "了 过 曾"
#define TO_COME       "将 拟 定于 计划 请 预计 届时 安排 拟于 报名 截止 前 通知 举行 召开"

/* The first line that tells the year before `own` as the one under review (2025年，…; 2025年1月1日至12月31日),
 * UINT32_MAX when none does. */
static uint32_t line_of_review(const gm_draft_check *check, gm_date own) {
  if (own.month > REVIEW_MONTHS) return UINT32_MAX;
  for (uint32_t i = 0; (i = gm_next_line(check, i, GM_KIND(YEAR) | GM_KIND(DATE))) < check->draft->count; i++)
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      const gm_figure *told = &check->figures[i].items[f];
      bool year = told->kind == GM_FIGURE_YEAR && gm_reads(check->draft->lines[i], told->end, "，"),
           first = told->kind == GM_FIGURE_DATE && told->date.month == 1 && told->date.day == 1;
      if (told->date.year + 1u == own.year && (year || first)) return i;
    }
  return UINT32_MAX;
}

/* 2024年工作新闻通报会 of 1月9日（周四）: the year behind the one that the title of an undated draft tells, in the
 * months in which that one is reviewed; 0 otherwise. */
static unsigned reviewed_before(const gm_draft_date *own, unsigned title_year, gm_date date) {
  return !own->date.year && title_year && date.month <= REVIEW_MONTHS ? title_year + 1 : 0;
}

/* 2024年度审计整改情况的报告, which tells of 2025年10月31日: does the draft tell a month of the year behind that of its
 * title? Its days without a year may be of that one. */
static bool tells_next_year(const gm_draft_check *check, unsigned title_year) {
  for (uint32_t i = 0; (i = gm_next_line(check, i, GM_KIND(DATE))) < check->draft->count; i++)
    for (uint32_t f = 0; f < check->figures[i].count; f++)
      if (check->figures[i].items[f].kind == GM_FIGURE_DATE &&
          check->figures[i].items[f].date.year == title_year + 1 && check->figures[i].items[f].date.month)
        return true;
  return false;
}

#define HEADING_CHARS 30u /* of a heading that tells of which year it is */

/* 第三部分　2025年工作安排, 一、2024年工作回顾: the year that the line, a heading, plans for or looks back on; 0 when
 * it is none. */
static unsigned year_headed(const gm_draft_check *check, uint32_t line, const gm_figure *figure) {
  return figure->kind == GM_FIGURE_YEAR && check->draft->looks[line].chars <= HEADING_CHARS &&
                 gm_sentence_says(check, line, figure->end,
                                  "安排 计划 任务 打算 思路 部署 重点工作 目标 回顾 总结 工作情况")
             ? figure->date.year
             : 0;
}

void gm_check_weekday(gm_draft_check *check) {
  gm_draft_date own = {{0, 0, 0}, false};
  bool looked = false;
  gm_date reviewing = {0, 0, 0};
  unsigned title_year = 0, named_year = 0, headed = 0;
  uint32_t review = UINT32_MAX;
  weekday_told last = {0, NULL, 0}, doubted = {0, NULL, 0};
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE) | GM_KIND(YEAR))) < check->draft->count;
       line++) {
    years y = {0};
    for (uint32_t f = 0; f < check->figures[line].count; f++) {
      const gm_figure *figure = &check->figures[line].items[f];
      if (figure->kind != GM_FIGURE_DATE && figure->kind != GM_FIGURE_YEAR) continue;
      if (year_headed(check, line, figure)) headed = figure->date.year;
      /* 2011年以来 and 比2023年12月17日 are no year of what is told next. */
      bool compared = gm_reads_before(check->draft->lines[line], figure->start, "比") ||
                      gm_reads_before(check->draft->lines[line], figure->start, "较");
      if (figure->date.year && !compared && !gm_reads(check->draft->lines[line], figure->end, "以来")) {
        if (y.last != figure->date.year) y.before = y.last;
        y.last = figure->date.year;
        y.end = figure->end;
        y.sentence = figure->sentence;
      }
      if (!figure->date.month || !figure->date.day || !check->draft->classes[line].keep) continue;
      unsigned told = figure->weekday;
      if (!told && figure->roles & GM_ROLE_PAREN) told = weekday_before(check->draft->lines[line], figure);
      gm_date previous = y.date_sentence == figure->sentence ? y.previous : (gm_date){0, 0, 0};
      y.previous = figure->date;
      y.date_sentence = figure->sentence;
      if (!told) continue;
      gm_date date = figure->date;
      bool before = !figure->weekday; /* 周四（4月10日）: of the year that the draft itself is of */
      if (!date.year) {
        if (!looked) {
          own = gm_date_of_draft(check);
          title_year = check->title_year;
          gm_title_holds(check, "年", &named_year); /* 2025年度公报, whatever years its first lines tell */
          /* A report whose title tells the day it is given on. */
          reviewing = own.date.year ? own.date : (gm_date){(uint16_t)title_year, 1, 1};
          review = line_of_review(check, reviewing);
          looked = true;
        }
        bool said;
        unsigned relative =
            relative_year(check->draft->lines[line], figure, own.date.year ? own.date.year : title_year, &said);
        if (said && !relative) continue; /* 去年, of a year that nothing tells */
        unsigned near = relative ? relative : own.date.year ? gm_nearest_year(own.date, date.month, date.day) : 0;
        if (own.date.year && previous.month && !previous.year) /* 4月8日至10月30日 */
          previous.year = (uint16_t)gm_nearest_year(own.date, previous.month, previous.day);
        /* Any fit accepts: 成立于2005年10月，今年10月16日（星期四）; 3月18日 in a draft of December, 11月20日前 in one
         * of April. */
        bool past = date.month < own.date.month || (date.month == own.date.month && date.day <= own.date.day);
        bool this_year =
            gm_reads_before(check->draft->lines[line], figure->start, "今年") ||
            gm_reads_before(check->draft->lines[line], figure->start, "本年") || /* 今年10月18日 in January */
            gm_sentence_says(check, line, figure->start, DEADLINES) ||
            !gm_sentence_says(check, line, figure->start, DONE); /* what is not told as past may be to come */
        const unsigned draft_year = own.date.year ? own.date.year : title_year;
        const unsigned candidates[] = {y.last,
                                       /* 去年总量虽少，7月22日（星期二）… */
                                       draft_year && gm_sentence_says(check, line, figure->start, "去年 上年")
                                           ? draft_year - 1
                                           : 0,
                                       y.before,
                                       near,
                                       past || this_year ? own.date.year : 0,
                                       previous.year,
                                       headed,
                                       title_year == own.date.year ? 0 : title_year,
                                       named_year == own.date.year ? 0 : named_year,
                                       reviewed_before(&own, title_year, date)};
        if (weekday_fits(date, told, candidates, sizeof candidates / sizeof *candidates)) continue;
        const unsigned next_year = title_year + 1;
        if (!own.date.year && title_year && weekday_fits(date, told, &next_year, 1) &&
            tells_next_year(check, title_year))
          continue;
        const unsigned year_before = reviewing.year ? reviewing.year - 1u : 0;
        if (!past && line > review && weekday_fits(date, told, &year_before, 1) && /* 述职 of January */
            !gm_sentence_says(check, line, figure->start, TO_COME))
          continue;
        bool close =
            !relative && y.last && y.sentence == figure->sentence && (!own.date.year || y.last + 1 >= own.date.year);
        bool back = y.last && comes_back(check->draft->lines[line], y.end, figure->start);
        date.year = (uint16_t)(close && !before          ? y.last
                               : near                    ? near
                               : back                    ? 0
                               : y.last && !before       ? y.last
                               : before || own.date.year ? 0
                                                         : title_year);
      }
      if (!date.year && !own.date.year && !title_year && !y.last) date.year = (uint16_t)year_of_event(check, line, f);
      if (!date.year && !own.date.year && !title_year && !y.last && exists(date))
        check_apart(check, &(weekday_told){line, figure, told}, &last, &doubted);
      if (date.year && date.year < GREGORIAN) continue;
      unsigned weekday = date.year && exists(date) ? gm_weekday(date) : told;
      if (weekday == told) continue;
      report_weekday(check, line, figure, date, weekday, told);
      if (!figure->date.year && !own.date.year && !y.last) gm_lower(check->out, GM_SEVERITY_WARNING);
    }
  }
}
