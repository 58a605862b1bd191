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

/* 《甲》项目, 以《乙》为主题. Papers, books, programmes and documents are works. */
void gm_check_title_marks(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t what =
      gm_words_at(view, i + 1,
                  "项目 工程 课程 课题 活动 大赛 比赛 竞赛 论坛 讲座 培训班 研讨班 研讨会 座谈会 交流会 推介会 "
                  "行动 奖 奖项 杯 牌 主题活动 专项行动 系列活动 公开课 选修课 必修课 精品课 微课");
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
    size_t meeting = gm_words_before(view, i, "研讨会 座谈会 论坛 大赛 交流会 博览会");
    if (!(meeting && gm_words_before(view, open, "召开 举办 举行 参加 召开了 举办了 举行了 参加了"))) return;
  }
  gm_report_line(check, open, i + 1 + what);
  gm_say(check->out, check->language,
         topic ? "主题、话题用引号，不用书名号：“%s”（GB/T 15834-2011 B.1.8）"
               : "课程、项目、奖项、证照、会议、活动不是作品，不用书名号：“%s”（GB/T 15834-2011 A.13）",
         topic ? "a topic takes quotes, not 《》: “%s” (GB/T 15834-2011 B.1.8)"
               : "courses, projects, awards, meetings are no works and take no 《》: “%s” (GB/T 15834-2011 A.13)",
         gm_quote_line(view, open, i + 1 + what).text);
}
