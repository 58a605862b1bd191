/* A duration as it is told (两年零八个月), the days it may mean, and the days between two dates: what the forms of
 * DT-05 compare. */
#ifndef GM_CHECK_LASTING_H
#define GM_CHECK_LASTING_H

#include "check/dates.h"

#define GM_SOME_YEAR 2023 /* no leap year: dates whose year is not told */

/* Words of a beginning and of an end, beside the date of each. */
#define GM_STARTS                                                                                                                                                    \
  "参军 入伍 参加工作 入职 上任 到任 开工 获批 批复 启动 动工 开始 奠基 立项 受理 立案 开建 兴建 开馆 开幕 接件 收件 " \
  "施工 出发 发起 始建 上路 起草 开战 开赛 开学 开班 开营 开训 报到 启航 首航 "                                                        \
  "破土动工 任教 从教 从医 进场 进驻 入院 住院 开机 开拍 进厂 进校 进站 调入 任职 就任 出任 担任 编纂 兴建"
#define GM_ENDS                                                                                                                                                   \
  "转业 退伍 退役 退休 离休 卸任 离任 竣工 完工 建成 完成 结束 通车 通航 通水 投产 投用 验收 闭幕 收官 交付 落成 "    \
  "办结 结案 完结 合龙 封顶 落幕 开通 完竣 结业 结营 结训 "                                                                                 \
  "下闸蓄水 蓄水 付梓 出版 成书 产品下线 首批产品下线 对外开放 正式对外开放 正式开放 开通运营 开通试运营 试运营 " \
  "正式运营 "                                                                                                                                                 \
  "首台机组发电 机组发电 并网发电 并网 投运 启用 试运行 "                                                                                  \
  "结项 收工 撤场 撤离 撤展 出院 杀青 抵达 返回 定稿 全线贯通 贯通 "                                                                    \
  "正式竣工 全部完成 全面完成 全部完工 建成投用 建成通车 竣工验收 通过验收 如期完工 顺利完工 顺利竣工"

/* A unit of time and how loosely it is told. */
typedef struct gm_term {
  const char *unit;
  int tenths;       /* of a day */
  int below, above; /* days by which speech is loose: nobody says two years and one month; a week ends on its Friday */
} gm_term;

/* The term of a figure's unit, NULL when it is not told in days or longer. */
const gm_term *gm_term_of(const gm_figure *f);

/* A duration as it is told, maybe by several units: 两年零八个月. */
typedef struct gm_lasting {
  gm_mention whole;    /* of all its units; its figure is that of the first */
  const gm_term *term; /* of the first */
  int64_t low, high;   /* the days that it may mean */
} gm_lasting;

/* Reads the duration that begins at mention `at`; false when its days cannot be told. */
bool gm_read_lasting(const gm_links *links, unsigned at, gm_lasting *out);

/* Is mention `at` of a smaller unit than the one right before it, with which it tells one duration? */
bool gm_lasting_goes_on(const gm_links *links, unsigned at);

/* Days from one to the other, counted without and with the first. False when they are in the wrong order. */
bool gm_days_between(const gm_day *a, const gm_day *b, int64_t *least, int64_t *most);

/* Reports the duration at `m`: from `a` to `b` there are `least` to `most` days. */
void gm_report_lasting(gm_line_check *check, const gm_mention *m, const gm_day *a, const gm_day *b, const gm_term *t,
                       int64_t least, int64_t most);

#endif
