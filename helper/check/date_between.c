/* DT-05: 自4月15日起，用两个月时间集中整治，5月14日结束: a duration between the dates at which it begins and ends. */
#include "check/draft.h"
#include "check/families.h"
#include "check/lasting.h"

#define REACH_CHARS 40u /* from the beginning to the duration, and from that to the end */

/* 工期 and 期限 are none: works end before their time, or behind it. */
#define SPENDS                                                                                                                                                      \
  "用 利用 再用 花 花了 用了 为期 历时 持续 集中 开展为期 进行为期 时间为 会期 展期 赛期 培训期 通过 经过 将用 拟用 " \
  "计划用 力争用 准备用 集中用"

/* With one of these between, the date behind ends something else: a stage, what comes next, what is done now and then.
 */
#define STAGES                                                                                                                                                   \
  "阶段 第一 第二 首批 首期 首轮 先 再 然后 随后 之后 接着 同时 其中 另 每 各用 分别 前期 期间 分期 分批 报名 公示 " \
  "自查 "                                                                                                                                                      \
  "摸底 "                                                                                                                                                      \
  "顺延 延长 提前 推迟 延期 原定 原计划 后因 中断"

/* Is the duration that of the whole, not a bound of it (两个月内) or a time behind which something else comes? */
static bool lasts(const gm_view *view, const gm_mention *m) {
  if (!gm_words_before(view, m->from, SPENDS)) return false;
  size_t at = m->to + gm_words_at(view, m->to, "左右");
  at += gm_words_at(view, at, "的时间 时间");
  /* 历时18个月攻关: that of the work, which may have begun before */
  if (gm_words_before(view, m->from, "历时 经过 通过 持续") && at < view->count && view->cls[at] & GM_HAN &&
      !gm_one_of(view, at, "的"))
    return false;
  return !gm_words_at(view, at, "内 之内 以内 后 之后 以后 前 以上 多 以来 为 一");
}

/* Does the date tell a beginning: 自4月15日起; 4月15日启动? */
static bool begins(const gm_view *view, const gm_mention *m) {
  return gm_words_at(view, m->to, "起 开始 正式启动 全面启动 正式开始 正式开工 " GM_STARTS) ||
         (gm_words_before(view, m->from, "自 从") && gm_one_of(view, m->to, "，"));
}

#define DONE \
  "结束 完成 完毕 止 为止 收官 闭幕 收尾 到期 截止 落幕 完工 竣工 告捷 收兵 建成 通车 结项 结业 结营 完结 收工"
#define LEADS_TO "至 到 直至 直到 一直到 持续到 持续至 延续到 截至 截止 截止到 至次年 到次年 至明年 到明年 至翌年"

/* 到4月5日，全县已完成128户: does the clause behind tell how far it is by then? */
static bool tells_so_far(const gm_view *view, size_t pause) {
  size_t end = gm_find_mark(view, pause + 1, view->count, "，；。");
  return gm_find_word(view, pause, end == SIZE_MAX ? view->count : end, "已 共 累计 仅") != SIZE_MAX;
}

/* What a date tells of the end. */
typedef enum ending {
  NO_END,
  BY_THEN, /* 5月14日前完成, 到2027年，: it may end before */
  THEN     /* 5月14日结束, 至5月14日止: then and not before */
} ending;

/* Is what is done at the end, told from `done` on, what the duration is of: 用两个月时间整治…，…完成整治任务; or what
 * is told first there: 用三年时间，到2026年底完成改造? */
static bool of_what_was_done(const gm_view *view, const gm_mention *told, size_t end, size_t done) {
  size_t stop = gm_find_mark(view, done, view->count, "，；、。！？");
  if (stop == SIZE_MAX) stop = view->count;
  if (gm_find_word(view, done, stop, STAGES) != SIZE_MAX) return false;
  size_t at = told->to + gm_words_at(view, told->to, "左右");
  at += gm_words_at(view, at, "的时间 时间");
  return gm_share_pair(view, told->to, end, done, stop) || (gm_one_of(view, at, "，") && at + 1 == end);
}

static ending ending_of(const gm_view *view, const gm_mention *told, const gm_mention *end) {
  size_t lead = gm_words_before(view, end->from, LEADS_TO);
  size_t start = end->from - lead;
  if (!lead) start -= gm_words_before(view, end->from, "于 将于 预计 预计于 计划 计划于 计划在 拟于 力争 确保 并于");
  if (!gm_clause_starts(view, start)) return NO_END;
  bool before = gm_words_at(view, end->to, "前 之前 以前 底前 末前") != 0;
  size_t at = end->to;
  for (size_t n; (n = gm_words_at(view, at, "前 之前 以前 底 末 全部 全面 基本 正式 圆满 顺利 如期 即 将 就 可")) > 0;)
    at += n;
  size_t done = gm_words_at(view, at, DONE), behind = at + done;
  bool stops = behind >= view->count || view->cls[behind] & (GM_PAUSE | GM_STOP | GM_CLOSE);
  if (done && !stops && !of_what_was_done(view, told, start, behind)) return NO_END;
  if (done) return before ? BY_THEN : THEN;
  if (!lead || !stops || before || gm_words_before(view, end->from, "截至 截止 截止到")) return NO_END;
  if (tells_so_far(view, behind)) return NO_END;
  /* 到2027年，…: what is to be reached by then */
  return end->figure->date.day && gm_words_before(view, end->from, "至 直至 持续到 持续至") ? THEN : BY_THEN;
}

/* Do the clauses from the one mention to the other say nothing of stages, or of several sentences? */
static bool joined(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  return b->from - a->to <= REACH_CHARS && gm_find_mark(view, a->to, b->from, "；。：") == SIZE_MAX &&
         gm_find_word(view, a->to, b->from, STAGES) == SIZE_MAX;
}

static bool is_date(const gm_figure *f) { return f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_YEAR; }

void gm_check_between(gm_line_check *check, const gm_figure *figure) {
  if (check->figures->count < 3) return;
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  unsigned at = gm_mention_of(links, figure), end = at + 1;
  if (!at || at >= links->count || !is_date(links->items[at - 1].figure)) return;
  while (gm_lasting_goes_on(links, end)) end++;
  if (end >= links->count || !is_date(links->items[end].figure)) return;
  const gm_mention *a = &links->items[at - 1], *b = &links->items[end];
  gm_lasting told;
  if (!gm_same_sentence(a, b) || !lasts(view, &links->items[at]) || !gm_read_lasting(links, at, &told) ||
      !joined(view, a, &told.whole) || !joined(view, &told.whole, b) || !begins(view, a))
    return;
  ending how = ending_of(view, &told.whole, b);
  gm_days dates;
  gm_dates_of(links, at - 1, end + 1, &dates);
  int64_t least, most;
  if (how == NO_END || dates.count != 2 || !gm_days_between(&dates.items[0], &dates.items[1], &least, &most)) return;
  bool longer = told.low > most, shorter = told.high < least && how == THEN;
  if ((longer || shorter) && !gm_is_told(check, &told.whole))
    gm_report_lasting(check, &told.whole, &dates.items[0], &dates.items[1], told.term, least, most);
}
