/* DT-01: dates and times that do not exist. */
#include "check/families.h"
#include "check/words.h"

static bool leap(unsigned year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

unsigned gm_month_days(unsigned year, unsigned month) {
  static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && (!year || leap(year)) ? 29 : days[month - 1];
}

/* A whole number below 100 written in Han that ends just before `end`: 三十一, 廿五 is not read. */
static size_t han_before(const gm_view *view, size_t end, unsigned *value) {
  static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
  size_t start = end;
  unsigned v = 0, ones = 0;
  bool ten = false, any = false;
  while (start && view->cls[start - 1] & GM_NUMERAL && end - start < 4) {
    uint32_t c = view->cp[start - 1];
    unsigned d = 0;
    while (d < 10 && digits[d] != c) d++;
    if (c == 0x5341) { /* 十 */
      if (ten) return 0;
      ten = true;
      ones = v;
      v = 0;
    } else if (d < 10 && !any) {
      v = d;
      any = !ten;
    } else if (d < 10 && ten && !v) {
      v = d;
    } else {
      return 0;
    }
    start--;
  }
  if (start == end) return 0;
  *value = ten ? (v ? v : 1) * 10 + ones : v;
  return end - start;
}

/* A year written digit by digit that ends just before `end`: 二〇二三. */
static size_t year_before(const gm_view *view, size_t end, unsigned *value) {
  gm_numeral n;
  if (end < 4 || view->cls[end - 1] & GM_DIGIT || gm_numeral_read(view, end - 4, &n) != 4 ||
      !(n.flags & GM_NUMERAL_POSITIONAL))
    return 0;
  *value = (unsigned)n.value.digits;
  return 4;
}

static size_t whole_before(const gm_view *view, size_t end, unsigned *value) {
  size_t start = end;
  while (start && view->cls[start - 1] & GM_DIGIT) start--;
  if (start == end) return han_before(view, end, value);
  if (end - start > 4) return 0;
  gm_digits_at(view, start, value);
  return end - start;
}

static size_t whole_at(const gm_view *view, size_t at, unsigned *value, size_t *digits) {
  size_t end = at;
  if (view->cls[at] & GM_DIGIT) return *digits = gm_digits_at(view, at, value);
  while (view->cls[end] & GM_NUMERAL) end++;
  *digits = end - at;
  return end > at && end - at <= 3 && han_before(view, end, value) == end - at ? end - at : 0;
}

static bool lunar(const gm_view *view, size_t at) {
  size_t from = at > 12 ? at - 12 : 0;
  for (size_t i = from; i < at; i++)
    if (gm_words_at(view, i, "农历 阴历 旧历 夏历 古历")) return true;
  return false;
}

static bool names_place(const gm_view *view, size_t at) {
  return gm_words_at(view, at, "号楼 号线 号文 号院 号馆 号厅 号机") != 0;
}

static void say_month_days(gm_line_check *check, size_t start, size_t end, unsigned year, unsigned month) {
  gm_report_line(check, start, end);
  gm_say(check->out, check->language, "“%s”：%.0u%s%u月只有%u天", "“%s”: %.0u%smonth %u has %u days only",
         gm_quote_line(check->view, start, end).text, year, year ? check->language == GM_ENGLISH ? " " : "年" : "",
         month, gm_month_days(year, month));
}

/* 4月25日至31日, 4月12日、26日、31日: days behind one that exists, which are of its month. */
static void check_further_days(gm_line_check *check, size_t start, size_t end, unsigned year, unsigned month) {
  const gm_view *view = check->view;
  unsigned day;
  size_t digits, width, joint;
  while ((joint = gm_words_at(view, end, "至 到 — - ～ 、 和 及 ——")) != 0) {
    width = whole_at(view, end + joint, &day, &digits);
    end += joint + width;
    if (!width || !gm_one_of(view, end, "日号") || names_place(view, end)) return;
    end++;
    if (day < 1 || day > gm_month_days(year, month)) {
      if (!lunar(view, start)) say_month_days(check, start, end, year, month);
      return;
    }
  }
}

/* “9月31日”系“9月30日”之误: does the text itself put right what it quotes? */
static bool is_put_right(const gm_view *view, size_t i) {
  size_t close = view->cls[i] & GM_IN_QUOTE ? gm_find_word(view, i, view->count, "”") : SIZE_MAX;
  return close != SIZE_MAX && gm_words_at(view, close + 1, "系 应为 应改为 应是 更正为 改为 有误 为误 之误 错印 误写 是笔误");
}

static void check_date(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (is_put_right(view, i)) return;
  unsigned month, day = 0, year = 0;
  size_t written = whole_before(view, i, &month), digits;
  if (!written || written > 3) return;
  size_t start = i - written;
  bool arabic = view->cls[start] & GM_DIGIT;
  if (start && (gm_one_before(view, start, "第.,个满近-/") || view->cls[start - 1] & (GM_LATIN | GM_NUMERAL))) return;
  if (gm_one_before(view, start, "年")) {
    size_t width = year_before(view, start - 1, &year);
    if (!width) width = whole_before(view, start - 1, &year);
    if (width == 4)
      start -= width + 1;
    else
      year = 0;
  }
  size_t day_width = whole_at(view, i + 1, &day, &digits);
  size_t end = i + 1 + day_width;
  bool has_day = day_width && day_width <= 3 && gm_one_of(view, end, "日号");
  if (has_day && names_place(view, end)) return;
  bool bad_month = month == 0 || month > 12;
  /* Without a year or a day before and behind it, 13月 may be a count: only digits, and only two of them. */
  if (bad_month && !has_day && !year) return;
  if (bad_month && !arabic && !has_day) return;
  if (!bad_month && (!has_day || (day >= 1 && day <= gm_month_days(year, month)))) {
    if (has_day) check_further_days(check, start, end + 1, year, month);
    return;
  }
  if (lunar(view, start)) return;
  if (has_day)
    end++;
  else
    end = i + 1;
  if (!bad_month) {
    say_month_days(check, start, end, year, month);
    return;
  }
  gm_report_line(check, start, end);
  gm_say(check->out, check->language, "“%s”：没有%u月", "“%s”: there is no month %u",
         gm_quote_line(view, start, end).text, month);
}

#define TIME_WORDS "上午 下午 中午 晚上 早上 凌晨 傍晚 晚 早 时间 至 到 日 每天 每日 定于 将于 点 前"
/* What else leads to a time of day, where no ratio or score is so led to, and what happens at one. */
#define HOUR_WORDS                                                                                                                                            \
  "清晨 早晨 清早 黎明 正午 午后 午间 夜间 深夜 午夜 夜里 今晨 今天 明天 昨天 当天 次日 当日 原定 拟于 "              \
  "推迟到 提前到 延至 延后到 周一 周二 周三 周四 周五 周六 周日 周末 星期一 星期二 星期三 星期四 星期五 星期六 " \
  "星期日 "                                                                                                                                                \
  "首班车 末班车 时间为 时间是 时间定为 时间改为 时间调整为 时间推迟到"
#define HOUR_EVENTS                                                                                                                                            \
  "开始 发车 开车 开播 播出 首播 重播 起飞 降落 登机 开赛 开打 开球 开考 开门 关门 开馆 闭馆 开园 闭园 开演 开场 " \
  "开幕 "                                                                                                                                                    \
  "闭幕 入场 进场 离场 检票 检录 点名 集合 出发 到达 抵达 起航 靠港 离港 到站 进站 出站 收车 举行 召开 签到 报到 " \
  "上课 下课 "                                                                                                                                             \
  "上班 下班 到岗 接班 交班 换班 起床 熄灯 就寝 开饭 用餐 准时 正式 前 起 后 停运 停止 截止 开放 关闭 停电 停水 "   \
  "恢复 断电 接诊 开诊 就诊 开拍 开业 打烊 营业 合龙 点火 发射 升空"
#define SCORE_WORDS                                                                                                                                            \
  "比分 战胜 击败 负于 不敌 比例 比为 之比 经文 比率 打成 领先 落后 战平 大胜 险胜 完胜 惜败 取胜 获胜 反超 配比 " \
  "稀释 兑水 "                                                                                                                                             \
  "缩比 赔率 师生比 生师比 仿真 模型 沙盘 配速"
#define PERIODS                                                                                                                                            \
  "一节 二节 三节 四节 1节 2节 3节 4节 首节 次节 末节 单节 一局 二局 三局 四局 五局 1局 2局 3局 4局 5局 首局 次局 " \
  "末局 上半场 下半场 半场"
#define RATIO_LEADS \
  "以 按 为 当于 大于 小于 高于 低于 等于 优于 多于 少于 介于 胜于 音 书 篇 记 章 经 比 用时 历时 成绩 第"

/* 9月6日（周六）8:65: is what ends just before `at` a weekday in brackets? */
static bool behind_weekday(const gm_view *view, size_t at) {
  return gm_one_before(view, at, "）") && at > 1 && view->cls[at - 2] & GM_HAN &&
         (gm_words_before(view, at - 1, HOUR_WORDS) || gm_words_before(view, at - 1, TIME_WORDS));
}

/* Another time in the line within reach, or a word of time just before, makes 25:10 a time; a score word does not. An
 * hour that there is (8:65) is one as well where something happens at it. */
static bool reads_as_time(const gm_view *view, size_t start, size_t end, bool hour_exists) {
  if (!hour_exists && gm_words_before(view, start, PERIODS)) return false; /* 第1节25:20 */
  size_t from = start > 30 ? start - 30 : 0, to = end + 30 < view->count ? end + 30 : view->count;
  bool time = gm_words_before(view, start, TIME_WORDS) != 0;
  if (hour_exists && !time && gm_words_before(view, start, HOUR_WORDS)) time = true;
  if (hour_exists && !time && !gm_words_before(view, start, RATIO_LEADS))
    time = gm_one_before(view, start, "于") || behind_weekday(view, start) || gm_words_at(view, end, HOUR_EVENTS);
  if (hour_exists && !time && gm_one_before(view, start, "为是在")) /* 交接时间统一为 */
    time = gm_find_word(view, gm_clause_start(view, start), start, "时间 时刻") != SIZE_MAX;
  for (size_t i = from; i < to; i++) {
    if (gm_words_at(view, i, SCORE_WORDS)) return false;
    unsigned hour, minute;
    if (view->cp[i] == ':' && (i < start || i >= end) && whole_before(view, i, &hour) && hour < 24 &&
        gm_digits_at(view, i + 1, &minute) == 2 && minute < 60)
      time = true;
  }
  return time;
}

#define LATE_HOUR 29u /* of a day that is told beyond midnight */

static void check_time(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  unsigned hour, minute;
  size_t width = 0;
  while (width < i && view->cls[i - 1 - width] & GM_DIGIT) width++;
  if (!width || width > 2 || !(view->cls[i + 1] & GM_DIGIT)) return;
  size_t start = i - width, minute_width = gm_digits_at(view, i + 1, &minute);
  gm_digits_at(view, start, &hour);
  if (minute_width != 2) return;
  size_t end = i + 1 + minute_width;
  if (hour < 24 && minute < 60) return;
  if (hour == 24 && minute == 0) return;                                                          /* the end of a day */
  bool announced = gm_one_before(view, start, ":：") && gm_words_before(view, start - 1, "时间"); /* 时间：8:65 */
  if ((gm_one_before(view, start, ":./") && !announced) || gm_one_of(view, end, ":.")) return;
  /* 81:30 may be 18:30; 96:10 is a chapter and a verse */
  if (hour > LATE_HOUR && (width < 2 || hour % 10 * 10 + hour / 10 >= 24) && !announced) return;
  if (!announced && !reads_as_time(view, start, end, hour <= 24)) return;
  gm_report_line(check, start, end);
  gm_say(check->out, check->language, "“%s”：没有这个时刻", "“%s”: there is no such time",
         gm_quote_line(view, start, end).text);
}

/* 下午26时 */
static void check_hour(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  unsigned hour;
  if (i < 3 || !(view->cls[i - 1] & view->cls[i - 2] & GM_DIGIT) || view->cls[i - 3] & GM_DIGIT) return;
  gm_digits_at(view, i - 2, &hour);
  if (hour < 25 || !gm_words_before(view, i - 2, "上午 下午 中午 晚上 早上 凌晨 傍晚 当日 次日 今日 昨日 当天")) return;
  if (view->cls[i + 1] & GM_HAN &&
      !gm_words_at(view, i + 1, "许 整 前 后 至 到 起 在 于 举行 召开 开始 结束 开幕 开馆 闭馆 准时"))
    return;
  gm_report_line(check, i - 2, i + 1);
  gm_say(check->out, check->language, "“%s”：没有这个时刻", "“%s”: there is no such time",
         gm_quote_line(view, i - 2, i + 1).text);
}

/* 9时65分, 25时30分. */
static void check_clock(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  unsigned hour, minute;
  size_t width = gm_digits_at(view, i + 1, &minute), start = i;
  if (width != 2 || !gm_one_of(view, i + 1 + width, "分") || gm_one_of(view, i + 2 + width, "之钟")) return;
  while (start && view->cls[start - 1] & GM_DIGIT && i - start < 3) start--;
  if (i == start || i - start > 2) return;
  gm_digits_at(view, start, &hour);
  bool day = gm_one_before(view, start, "日号") || gm_words_before(view, start, TIME_WORDS);
  if (minute < 60 && (hour <= 24 || !day)) return;
  gm_report_line(check, start, i + 2 + width);
  gm_say(check->out, check->language, "“%s”：没有这个时刻", "“%s”: there is no such time",
         gm_quote_line(view, start, i + 2 + width).text);
}

#define LONG_YEAR 5u /* digits of a year in which one was typed twice */

/* 20244年: a year of this century or the last with a digit too many, and no count of years (20000年前). */
static void check_long_year(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t start = i;
  while (start && i - start <= LONG_YEAR && view->cls[start - 1] & GM_DIGIT) start--;
  unsigned year;
  if (i - start != LONG_YEAR || gm_one_before(view, start, ",.") || gm_one_of(view, i + 1, "前来间多史") ||
      gm_words_at(view, i + 1, "历史 以前 以上 以来") || (start && view->cls[start - 1] & GM_LATIN))
    return;
  gm_digits_at(view, start, &year);
  if ((year / 1000 != 19 && year / 1000 != 20) || year % 100 == 0) return;
  gm_report_line(check, start, i + 1);
  gm_say(check->out, check->language, "“%s”：年份多了一位", "“%s”: the year has a digit too many",
         gm_quote_line(view, start, i + 1).text);
}

void gm_check_impossible_date(gm_line_check *check, size_t i) {
  if (check->view->cp[i] == ':')
    check_time(check, i);
  else if (gm_one_of(check->view, i, "年"))
    check_long_year(check, i);
  else if (!gm_one_of(check->view, i, "月")) {
    if (!i || !(check->view->cls[i - 1] & GM_DIGIT)) return;
    check_hour(check, i);
    check_clock(check, i);
  } else
    check_date(check, i);
}
