/* DT-03: 运动会于10月16日至18日举行 … 10月19日下午的接力决赛里; “五一”假期（5月1日至5日）…
 * 5月6日晚，一场表演为假期画上了 句号: a day on which an event comes to its end, or is decided, outside of the days
 * that the draft tells at its head. */
#include "check/date_terms.h"
#include "check/edition.h"
#include "check/families.h"

#define HEAD_LINES   6u /* with text, among which the event's days stand */
#define BEFORE_BYTES 60u
#define BEHIND_BYTES 150u
#define CLAUSE_BYTES 180u /* from a day to what it tells of the event */
#define LATE_DAYS    3    /* a day farther off is of something else */
#define EARLY_DAYS   10

/* Contests have finals; what else is told by its days has an end. */
static const char *const contests[] = {"运动会", "锦标赛", "联赛",   "大赛",   "比赛",
                                       "公开赛", "邀请赛", "挑战赛", "争霸赛", NULL};
static const char *const events[] = {
    "运动会", "锦标赛", "联赛",   "大赛",   "比赛",   "公开赛", "邀请赛", "挑战赛", "争霸赛", "假期",   "长假",
    "文化节", "艺术节", "旅游节", "体育节", "科技节", "美食节", "读书节", "采摘节", "电影节", "音乐节", "博览会",
    "展览会", "交易会", "展销会", "订货会", "年会",   "论坛",   "训练营", "夏令营", "冬令营", "培训班", "庙会",
    "灯会",   "花展",   "菊展",   "书展",   "车展",   "书市",   "读书月", "活动周", NULL};

#define OTHER_TIMES                                                                                                                                        \
  "延期 顺延 推迟 提前 改期 改为 加演 加赛 补赛 附加 原定 原计划 去年 上年 上届 下届 明年 次年 此前 返岗 收假 " \
  "节后 "                                                                                                                                                \
  "假期后 结束后 闭幕后 之后 以后 预选 省级 市级 全国 全省 将 拟"
#define MOVED "原定 原计划 延期 顺延 推迟 延长 改期 延至 提前"
/* A final that is played outside of the event is one of another. */
#define OTHER_EVENTS                                                                                                                                           \
  "县里 市里 镇里 村里 厂里 其他 另外 另一 同期 杯 锦标赛 联赛 邀请赛 公开赛 挑战赛 省运会 市运会 区运会 县运会 " \
  "全运会 亚运会 奥运会 中考 高考"

typedef struct event {
  gm_told_term term;
  const char *label; /* one of the events */
  bool contest;
} event;

/* The event that the days are of: told right before them, or in the two clauses behind. */
static const char *event_of(gm_text line, const gm_told_term *t) {
  static const char *const marks[] = {"。", "；", NULL};
  static const char *const parts[] = {"报名", "公示", "征集", "训练", "备战", "售票",
                                      "预售", "筹备", "布展", "投票", NULL};
  uint32_t from = t->a->start, least = from > BEFORE_BYTES ? from - BEFORE_BYTES : 0, to = t->b->end;
  while (from > least && !gm_reads_one_before(line, from, marks)) from--;
  while (to < line.len && to - t->b->end < BEHIND_BYTES && !gm_reads_one(line, to, marks)) to++;
  if (gm_reads_within(line, from, t->a->start, parts)) return NULL;
  const char *found = NULL;
  for (const char *const *w = events; *w; w++) {
    const char *const one[] = {*w, NULL};
    if (!gm_reads_within(line, from, to, one)) continue;
    if (found) return NULL; /* of two, nobody knows which */
    found = *w;
  }
  return found;
}

/* The one event whose days stand at the head of the draft; false when there is none, or more than one. */
static bool event_of_draft(const gm_draft_check *check, const gm_told_terms *all, event *out) {
  out->label = NULL;
  uint32_t line = gm_next_text(check->draft, 0);
  for (unsigned seen = 0; line < check->draft->count && seen < HEAD_LINES;
       line = gm_next_text(check->draft, line + 1), seen++)
    for (unsigned k = 0; k < all->count; k++) {
      const gm_told_term *t = &all->items[k];
      if (t->line != line) continue;
      const char *label = event_of(check->draft->lines[line], t);
      if (label && out->label) return false;
      if (label) *out = (event){*t, label, false};
    }
  for (const char *const *w = contests; out->label && *w; w++) out->contest = out->contest || !strcmp(*w, out->label);
  return out->label;
}

static bool lies_in(const gm_told_term *t, gm_date d) {
  gm_date first = t->first, last = t->last;
  if (!d.year || !first.year) d.year = first.year = last.year = 0;
  return gm_day_of_term(d) >= gm_day_of_term(first) && gm_day_of_term(d) <= gm_day_of_term(last);
}

/* Does the day lie shortly behind the event, or before it? */
static bool lies_near(const gm_told_term *t, gm_date d) {
  gm_date first = t->first, last = t->last;
  if (!d.year || !first.year) d.year = first.year = last.year = 0;
  int64_t day = gm_day_of_term(d), from = gm_day_of_term(first), to = gm_day_of_term(last);
  return day < from ? from - day <= EARLY_DAYS : day > to && day - to <= LATE_DAYS;
}

/* Where the sentence that holds the byte ends, CLAUSE_BYTES on at most. */
static uint32_t sentence_end(gm_text line, uint32_t at) {
  static const char *const stops[] = {"。", "！", "？", "；", NULL};
  uint32_t to = at;
  while (to < line.len && to - at < CLAUSE_BYTES && !gm_reads_one(line, to, stops)) to++;
  return to;
}

/* 为假期画上了句号, 运动会在歌声中落下帷幕, 假期最后一天: does the sentence from the day on say that the event ends
 * then? */
static bool tells_end(gm_text line, uint32_t at, const char *label) {
  static const char *const over[] = {"落幕", "落下帷幕", "闭幕",     "收官", "圆满结束",
                                     "画上", "最后一天", "最后一晚", NULL};
  static const char *const later[] = {"后",   "之后",   "以后",   "前",       "前夕", "次日",
                                      "翌日", "第二天", "的次日", "的第二天", "不久", NULL};
  static const char *const marks[] = {"，", "。", "；", "、", NULL}, *const of[] = {"的最后一天", "的最后一晚", NULL};
  uint32_t to = sentence_end(line, at);
  for (uint32_t i = at; i < to; i++) {
    uint32_t n = gm_reads(line, i, label);
    if (!n) continue;
    if (gm_reads_one(line, i + n, of)) return true;
    if (gm_reads(line, i + n, "的")) continue; /* 文化节的预热演出落幕 */
    for (uint32_t k = i + n; k < to && !gm_reads_one(line, k, marks); k++) {
      uint32_t word = gm_reads_one(line, k, over);
      if (word && gm_reads_one(line, k + word, later)) break;
      if (word) return !gm_reads(line, k, "画上") || gm_reads_within(line, k, to, (const char *const[]){"句号", NULL});
    }
  }
  return false;
}

/* 10月19日下午压轴的接力决赛里: does the day's own clause tell of a final? */
static bool tells_final(gm_text line, uint32_t at) {
  static const char *const finals[] = {"决赛", "压轴", "收官战", "最后一个比赛日", "闭幕式", NULL};
  static const char *const marks[] = {"，", "。", "；", NULL};
  uint32_t to = at, end = sentence_end(line, at), comma = 0;
  for (; to < end; to++)
    if (gm_reads_one(line, to, marks) && comma++) break; /* 10月19日下午，决赛打响， */
  return gm_reads_within(line, at, to, finals);
}

/* No end of a span, no day before or behind which something is. */
static bool stands_alone(gm_text line, const gm_figure *f) {
  static const char *const behind[] = {"前",   "之前", "以前", "后", "之后", "以后", "起", "止", "开始",
                                       "以来", "（",   "至",   "到", "—",    "、",   "和", NULL};
  static const char *const before[] = {"至", "到", "自", "从", "截至", "截止", "—",  "－", "-",
                                       "～", "比", "较", "距", "、",   "和",   "（", NULL};
  return gm_is_day_told(f) && !gm_reads_one(line, f->end, behind) && !gm_reads_one_before(line, f->start, before);
}

#define SPAN_BYTES 15u /* between the two days of a time */

/* Do two days stand side by side at the head? Only then is the draft read. */
static bool may_tell(const gm_draft_check *check) {
  uint32_t line = gm_next_text(check->draft, 0);
  for (unsigned seen = 0; line < check->draft->count && seen < HEAD_LINES;
       line = gm_next_text(check->draft, line + 1), seen++)
    for (uint32_t i = 1; i < check->figures[line].count; i++) {
      const gm_figure *b = &check->figures[line].items[i], *a = b - 1;
      if (gm_is_day_told(a) && gm_is_day_told(b) && b->start - a->end <= SPAN_BYTES) return true;
    }
  return false;
}

void gm_check_event_over(gm_draft_check *check) {
  gm_told_terms terms, *all = &terms;
  event e = {.label = NULL};
  if (!may_tell(check)) return;
  gm_told_terms_of(check, all);
  if (!all->count || !event_of_draft(check, all, &e) || gm_sentence_says(check, e.term.line, e.term.a->start, MOVED))
    return;
  for (uint32_t line = e.term.line; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->classes[line].keep || figures->count > GM_MENTIONS_MAX) continue;
    gm_line_dates dates;
    gm_line_dates_of(figures, &dates);
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      gm_date d = dates.items[i];
      if (f == e.term.a || f == e.term.b || !stands_alone(text, f) || !gm_day_exists(d) || lies_in(&e.term, d) ||
          !lies_near(&e.term, d))
        continue;
      bool other = false; /* a time of its own, of which it may be */
      for (unsigned k = 0; k < all->count; k++) other = other || lies_in(&all->items[k], d);
      bool over = tells_end(text, f->end, e.label);
      if (other ||
          (!over &&
           !(e.contest && tells_final(text, f->end) && !gm_sentence_says(check, line, f->start, OTHER_EVENTS))) ||
          gm_sentence_says(check, line, f->start, OTHER_TIMES) || gm_is_reported(check, line, f))
        continue;
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%s不在%s至%s之间", "%s does not lie between %s and %s",
             gm_quote_figure(check->draft, line, f).text, gm_quote_figure(check->draft, e.term.line, e.term.a).text,
             gm_quote_figure(check->draft, e.term.line, e.term.b).text);
      gm_relate_figure(check, e.term.line, e.term.a, "起", "from");
      gm_relate_figure(check, e.term.line, e.term.b, "止", "to");
    }
  }
}
