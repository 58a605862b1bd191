/* What the rules of dates share. The dates of a line as DT-05 and DT-07 compare them: each with what it leaves out
 * taken from the one before. */
#ifndef GM_CHECK_DATES_H
#define GM_CHECK_DATES_H

#include "check/link.h"

/* Words of what begins once and has its anniversaries. */
#define GM_FOUNDED \
  "创办 创建 成立 建立 组建 创立 诞生 始建 始创 肇始 发端 创始 设立 开办 创刊 创设 建成 落成 起步 起家 挂牌 揭牌"

/* What is built or founded, behind 建 or 创: 建校, 创刊. */
#define GM_FOUNDED_THINGS                                                                                                                                    \
  "厂 校 院 馆 社 会 台 所 行 县 市 区 州 站 司 团 队 矿 园 场 店 村 镇 港 库 局 网 系 部 报 刊 业 班 窑 桥 坝 坊 塔 " \
  "段"

/* Does 建校, 创刊 or their like stand at clean character `at`? */
bool gm_founds(const gm_view *view, size_t at);

/* With these between, the anniversary is not that of what was founded first: 1955年建成的市图书馆新馆开馆5周年,
 * 1955年建成的市图书馆举办读书会成立15周年活动. */
#define GM_NOT_ITS_OWN                                                                                                                                               \
  "新馆 新校区 新校 新区 新址 新院 新站 新桥 新楼 新港 分馆 分校 分院 重建 复建 改建 扩建 迁建 改造 更名 改名 合并 "    \
  "重组 重修 恢复 "                                                                                                                                            \
  "改制 二期 举办 举行 召开 开展 组织 上演 演出 推出 展出 启动 发布 参加 承办 建党 建国 建军 建政 改革开放 抗战 长征 " \
  "五四 回归 "                                                                                                                                                   \
  "新中国 共和国"

/* What follows 建成 and says no more than it: 建成蓄水. */
#define GM_INTO_USE                                                                                                                                            \
  "蓄水 供水 通水 通车 通航 投产 投用 投运 使用 启用 开放 开馆 开园 开业 发电 招生 开学 接诊 开诊 交付 运行 运营 " \
  "投入使用 "                                                                                                                                              \
  "投入运行 投入运营 投入生产 交付使用 并网发电 对外开放 蓄水发电"

/* What a works or a school begins with, in the year of its founding or the next. */
#define GM_BEGINS_WORK                                                                                                                                               \
  "办起 建起 兴办 点火 开窑 建窑 起窑 开炉 建成 投产 出煤 出铁 出钢 出油 招生 首次招生 开学 开课 办学 开诊 接诊 开播 " \
  "试播 开张 "                                                                                                                                                   \
  "开业 开馆 开园 开门 起家 起步 投入生产 投入使用"

/* What may begin the clause of an anniversary behind the name of what has it. */
#define GM_THIS_YEAR "今年 迎来 恰逢 正值 喜迎 适逢 正逢 欣逢"

/* Right before an anniversary that no word of a beginning stands before, and that is that of what was named. */
#define GM_COMES_UP "迎来 喜迎 走过 启用 投用 服役 开诊 开讲"

#define GM_DATES_MAX 12u /* more in a line are a chronicle: the first are looked at */

typedef struct gm_day {
  const gm_mention *mention;
  gm_date date;   /* the year is 0 when none was told */
  bool next_year; /* 次年, 明年 before it */
  bool from_now;  /* 今年, 去年 before it: which year that is, the line does not tell */
} gm_day;

typedef struct gm_days {
  gm_day items[GM_DATES_MAX];
  unsigned count;
} gm_days;

/* Fills *out with the dates and years among the mentions [from, to); those in titles are names, and those that do not
 * exist are left out. */
void gm_dates_of(const gm_links *links, unsigned from, unsigned to, gm_days *out);

/* Leaves out years alone before the first date with a month, so that no fewer than `least` are left:
 * 2025年春运自1月14日 起 begins in January. */
void gm_skip_years(gm_days *dates, unsigned least);

/* Characters of the name of a reign that ends just before `at` (光绪), 0 when none does; *first gets its first year. */
size_t gm_reign_before(const gm_view *view, size_t at, unsigned *first);

/* Does the name of a reign or of another era, whose years count from one, end just before `at`: 光绪, 永历, 民国, 昭和?
 */
bool gm_era_before(const gm_view *view, size_t at);

/* The year from which an anniversary counts by general knowledge, by the name right before its number (建党, 改革开放);
 * 0 when there is none. */
unsigned gm_known_founding(gm_text line, const gm_figure *anniversary);

/* The number of the figure's mention; links->count when it is not linked. */
unsigned gm_mention_of(const gm_links *links, const gm_figure *figure);

/* Words of the halves of a day, before its time. */
#define GM_FORENOON  "上午 早上 早晨 清晨 凌晨 早"
#define GM_AFTERNOON "下午 傍晚 晚上 晚间 晚"

/* date_hours.c: minutes of the day of a time, as a clock of 24 hours has them; 凌晨12:30 is half an hour behind
 * midnight. `afternoon`: a word of it before another time holds for this one too. */
int gm_minutes_of_day(const gm_view *view, const gm_mention *time, bool afternoon);
/* The minutes that a duration in hours or minutes may mean, rounded down; false for another. */
bool gm_minutes_told(const gm_figure *f, int64_t *low, int64_t *high);
/* What the last finding says of hours told otherwise than those passed between two times. */
void gm_say_hours(gm_line_check *check, gm_quote from, gm_quote to, int64_t passed, const gm_mention *told);

/* date_running.c: reports a figure of years when the two years of its sentence lie more or fewer apart. */
void gm_check_running(gm_line_check *check, const gm_figure *figure);

#endif
