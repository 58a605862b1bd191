/* What the rules of dates share. The dates of a line as DT-05 and DT-07 compare them: each with what it leaves out
 * taken from the one before. */
#ifndef GM_CHECK_DATES_H
#define GM_CHECK_DATES_H

#include "check/link.h"

/* Words of what begins once and has its anniversaries. */
#define GM_FOUNDED "创办 创建 成立 建立 组建 创立 诞生 始建 始创 肇始 发端 创始 设立 开办 创刊 创设 建成 落成 起步 起家"

/* What is built or founded, behind 建 or 创: 建校, 创刊. */
#define GM_FOUNDED_THINGS \
  "厂 校 院 馆 社 会 台 所 行 县 市 区 州 站 司 团 队 矿 园 场 店 村 镇 港 库 局 网 系 部 报 刊 业 班"

/* Does 建校, 创刊 or their like stand at clean character `at`? */
bool gm_founds(const gm_view *view, size_t at);

#define GM_DATES_MAX 12u /* more in a line are a chronicle: the first are looked at */

typedef struct gm_day {
  const gm_mention *mention;
  gm_date date;   /* the year is 0 when none was told */
  bool next_year; /* 次年, 明年 before it */
} gm_day;

typedef struct gm_days {
  gm_day items[GM_DATES_MAX];
  unsigned count;
} gm_days;

/* Fills *out with the dates and years among the mentions [from, to); those in titles are names, and those that do not
 * exist are left out. */
void gm_dates_of(const gm_links *links, unsigned from, unsigned to, gm_days *out);

/* Characters of the name of a reign that ends just before `at` (光绪), 0 when none does; *first gets its first year. */
size_t gm_reign_before(const gm_view *view, size_t at, unsigned *first);

/* The year from which an anniversary counts by general knowledge, by the name right before its number (建党, 改革开放);
 * 0 when there is none. */
unsigned gm_known_founding(gm_text line, const gm_figure *anniversary);

/* The number of the figure's mention; links->count when it is not linked. */
unsigned gm_mention_of(const gm_links *links, const gm_figure *figure);

#endif
