/* PUN-17, PUN-18: what stands inside “” and 《》. */
#include "check/families.h"
#include "check/punctuation.h"

#define PART_CHARS 30 /* a longer quotation is a statement of its own, however it is led in */

/* 坚持“质量第一。”: a quotation that is a part of the sentence leaves its stop outside. */
void gm_check_stop_in_quote(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!gm_one_before(view, i, "。")) return;
  size_t open = gm_opened_at(view, i);
  if (open == SIZE_MAX || !open || !(view->cls[open - 1] & GM_HAN) || open + 2 >= i || i - open > PART_CHARS) return;
  if (gm_one_before(view, open, "说道问答曰云喊叫写唱念讲言称示叹谈呼告")) return;
  for (size_t k = open + 1; k + 1 < i; k++)
    if (view->cls[k] & GM_STOP) return; /* whole sentences are quoted */
  gm_report_line(check, i - 1, i + 1);
  gm_say(check->out, check->language, "引文是句子的一部分，句号放在引号外（GB/T 15834-2011 B.2.1）",
         "the quotation is a part of the sentence: the stop stands outside (GB/T 15834-2011 B.2.1)");
}

/* What is done to prizes. */
#define WON                                                                                                                                                 \
  "获 获得 捧回 捧得 捧走 捧起 夺得 夺下 摘得 摘取 斩获 拿下 拿到 颁发 授予 揽获 赢得 设立 颁授 获颁 荣膺 问鼎 " \
  "获得了 "                                                                                                                                              \
  "荣获了 捧回了 夺得了 摘得了 斩获了 拿下了 赢得了 设立了 捧得了 颁发了"
#define WON_CHARS     8  /* between 荣获 and 《: 本届全省 */
#define CONTEST_CHARS 12 /* between the cup and the contest: 少年儿童书法 */

/* 捧回《金穗奖》, 《金穗奖》得主, 《墨宝杯》书法大赛, 《渔歌杂志社》: is the name that ends before `i` no work's?
 * *what gets the characters behind 》 that tell so. */
static bool named_inside(const gm_view *view, size_t open, size_t i, size_t *what) {
  if (gm_words_before(view, i, "杂志社 报社 出版社 编辑部")) return true;
  if (gm_words_before(view, i, "先进个人 先进集体 先进单位 标兵 能手 模范 文明城市 文明单位 文明村镇"))
    return gm_words_before(view, open, "荣获 获评 授予 被评为 荣获了") > 0;
  if (gm_words_before(view, i, "奖 奖章 奖杯")) {
    *what = gm_words_at(view, i + 1, "得主 获得者 获奖 评选 颁奖");
    if (*what) return true;
    for (size_t k = open; k && open - k <= WON_CHARS && view->cls[k - 1] & (GM_HAN | GM_DIGIT); k--) {
      if (gm_words_before(view, k, WON)) return true;
      if (gm_one_before(view, k, "作品片书文曲歌剧影说者奖的")) return false; /* 获奖作品《大奖》 */
    }
    return false;
  }
  if (!gm_words_before(view, i, "杯")) return false;
  for (size_t k = i + 1; k < view->count && k - i <= CONTEST_CHARS && view->cls[k] & (GM_HAN | GM_DIGIT); k++) {
    size_t contest = gm_words_at(view, k, "大赛 比赛 竞赛 联赛 锦标赛 邀请赛 挑战赛 争霸赛 公开赛 赛");
    if (!contest) continue;
    *what = k + contest - i - 1;
    return true;
  }
  return false;
}

/* 《甲》项目, 以《乙》为主题. Papers, books, programmes and documents are works. */
void gm_check_title_marks(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t what =
      gm_words_at(view, i + 1,
                  "项目 工程 课程 课题 活动 大赛 比赛 竞赛 论坛 讲座 培训班 研讨班 研讨会 座谈会 交流会 推介会 "
                  "行动 奖 奖项 杯 牌 主题活动 专项行动 系列活动 公开课 选修课 必修课 精品课 微课 称号 荣誉称号 茶话会 "
                  "动员会 联谊会 联欢会 招聘会 运动会 表彰会");
  size_t open = gm_opened_at(view, i);
  if (open == SIZE_MAX || open + 1 >= i) return;
  bool topic = (gm_words_at(view, i + 1, "为主题 为主线") && gm_one_before(view, open, "以")) ||
               gm_words_before(view, open, "主题为 主题是");
  if (gm_words_at(view, i + 1,
                  "项目组 项目管理 项目申报 项目指南 项目清单 项目表 项目库 课程标准 课程教材 课程大纲 奖励 活动方案 "
                  "活动通知 行动方案 行动计划 牌照 杯子 工程师 工程量 活动类") &&
      !topic)
    return;
  if (!what && !topic) {
    size_t meeting =
        gm_words_before(view, i,
                        "研讨会 座谈会 论坛 大赛 交流会 博览会 动员会 推进会 总结会 茶话会 联谊会 运动会 现场会 "
                        "展销会 招聘会 联欢会 表彰会 推介会 培训班 讲座");
    bool held = meeting && gm_words_before(view, open, "召开 举办 举行 参加 开办 召开了 举办了 举行了 参加了 开办了");
    if (!held && !named_inside(view, open, i, &what)) return;
  }
  gm_report_line(check, open, i + 1 + what);
  gm_say(check->out, check->language,
         topic ? "主题、话题用引号，不用书名号：“%s”（GB/T 15834-2011 B.1.8）"
               : "课程、项目、奖项、证照、会议、活动不是作品，不用书名号：“%s”（GB/T 15834-2011 A.13）",
         topic ? "a topic takes quotes, not 《》: “%s” (GB/T 15834-2011 B.1.8)"
               : "courses, projects, awards, meetings are no works and take no 《》: “%s” (GB/T 15834-2011 A.13)",
         gm_quote_line(view, open, i + 1 + what).text);
}
