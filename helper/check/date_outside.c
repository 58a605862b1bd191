/* DT-03: 报名时间为3月16日至27日 …… 报名期间，工会将于3月19日、3月29日安排专人答疑: a day told of a time that it lies
 * outside of. */
#include "check/date_terms.h"
#include "check/edition.h"
#include "check/families.h"

#define REACH_BYTES 240u /* from 期间 to a day told of it */
#define NEAR_DAYS   31   /* a day farther off is of something else */
#define EVE_DAYS    1    /* one comes the day before, and leaves the day after */

/* How many days the day lies outside of the time; 0 when it does not, or no slip of a digit puts it there. */
static int64_t outside(const gm_told_term *t, gm_date d) {
  gm_date first = t->first, last = t->last;
  if (!d.year || !first.year) d.year = first.year = last.year = 0;
  if (!gm_day_exists(d)) return 0;
  int64_t day = gm_day_of_term(d), from = gm_day_of_term(first), to = gm_day_of_term(last);
  bool slips = false;
  for (gm_date e = {d.year, d.month, 1}; e.day <= 31 && !slips; e.day++)
    slips = gm_day_exists(e) && gm_days_slip(d.day, e.day) && gm_day_of_term(e) >= from && gm_day_of_term(e) <= to;
  for (gm_date e = {d.year, 1, d.day}; e.month <= 12 && !slips; e.month++)
    slips = gm_day_exists(e) && e.month != d.month && gm_day_of_term(e) >= from && gm_day_of_term(e) <= to;
  return !slips ? 0 : day < from ? from - day : day > to ? day - to : 0;
}

static bool is_inside(const gm_told_term *t, gm_date d) {
  gm_date first = t->first, last = t->last;
  if (!d.year || !first.year) d.year = first.year = last.year = 0;
  return gm_day_exists(d) && gm_day_of_term(d) >= gm_day_of_term(first) && gm_day_of_term(d) <= gm_day_of_term(last);
}

/* The first and last figure of the row of days that figure i stands in: 3月19日、3月29日. */
static void row_of(gm_text line, const gm_figures *figures, uint32_t i, uint32_t *first, uint32_t *last) {
  static const char *const joints[] = {"、", "和", "与", "及", NULL};
  for (*first = i; *first && gm_is_day_told(&figures->items[*first - 1]); --*first) {
    uint32_t end = figures->items[*first - 1].end, n = gm_reads_one(line, end, joints);
    if (!n || end + n != figures->items[*first].start) break;
  }
  for (*last = i; *last + 1 < figures->count && gm_is_day_told(&figures->items[*last + 1]); ++*last) {
    uint32_t end = figures->items[*last].end, n = gm_reads_one(line, end, joints);
    if (!n || end + n != figures->items[*last + 1].start) break;
  }
}

#define OTHER_TIMES                                                                                                                                                \
  "报到 返程 返回 离会 离校 抵达 集合 出发 布展 撤展 撤场 彩排 预热 预赛 提前 结束后 闭幕后 结业后 此前 此后 之后 "   \
  "随后 延 推迟 补 "                                                                                                                                         \
  "备用 顺延 截至 截止 发布 印发 公布 通知 去年 上年 上届 明年 公示名单 公示结果 下一 原定 原计划 回访 总结会 反馈 " \
  "汇总 上报 报送 "                                                                                                                                          \
  "前一天 次日"

/* The last byte before `at`, in its sentence, at which 期间 stands behind two Han characters; 0 when it does not. */
static uint32_t during_before(gm_text line, uint32_t at) {
  static const char *const stops[] = {"。", "！", "？", NULL};
  uint32_t least = at > REACH_BYTES ? at - REACH_BYTES : 0;
  for (uint32_t i = at; i > least + GM_LABEL_BYTES; i--) {
    if (gm_reads_one(line, i - 1, stops)) return 0;
    if (!memcmp(line.ptr + i - GM_LABEL_BYTES, "期间", GM_LABEL_BYTES)) {
      return gm_label_before(line, i - GM_LABEL_BYTES) ? i - GM_LABEL_BYTES : 0;
    }
  }
  return 0;
}

/* Is the day told of what `during` names: 报名期间的3月29日, 报名期间，工会将于3月29日, or, in a row, 展览期间…分别为…?
 */
static bool governs(gm_text line, uint32_t during, uint32_t at, bool row) {
  static const char *const marks[] = {"，", "；", "：", NULL}, *const respectively[] = {"分别", "依次", NULL};
  uint32_t from = during + GM_LABEL_BYTES, mark = from;
  if (!gm_reads_within(line, from, at, marks)) return true;
  while (mark < at && !gm_reads_one(line, mark, marks)) mark++;
  uint32_t comma = gm_reads(line, mark, "，");
  if ((row || mark == from) && comma && !gm_reads_within(line, mark + comma, at, marks)) return true;
  return row && gm_reads_within(line, from, at, respectively);
}

/* Does the sentence's subject stand earlier in the line: 其中…跟岗实践12学时。跟岗实践安排两天，分别在…? */
static bool named_before(gm_text line, uint32_t at) {
  static const char *const stops[] = {"。", "；", NULL};
  uint32_t start = at, least = at > REACH_BYTES ? at - REACH_BYTES : 0;
  while (start > least && !gm_reads_one_before(line, start, stops)) start--;
  if (start <= least || start < GM_LABEL_BYTES || start + GM_LABEL_BYTES > at) return false;
  return gm_find_label(line, 0, start, line.ptr + start) != SIZE_MAX;
}

/* Is no day that lies outside of the time told between it and figure `first` of the line? What is named then may be of
 * that day. */
static bool stands_near(const gm_figures *figures, uint32_t line, uint32_t first, const gm_line_dates *dates,
                        const gm_told_term *t) {
  if (t->line != line) return true;
  for (uint32_t k = first; k-- > 0 && &figures->items[k] > t->b;)
    if (gm_is_day_told(&figures->items[k]) && !is_inside(t, dates->items[k])) return false;
  return true;
}

/* The one time that figure i of the line is told of and lies outside of; NULL when none is. */
static const gm_told_term *missed(const gm_draft_check *check, uint32_t line, uint32_t i, const gm_line_dates *dates,
                                  const gm_told_terms *all) {
  gm_text text = check->draft->lines[line];
  const gm_figures *figures = &check->figures[line];
  static const char *const respectively[] = {"分别在", "分别于", "分别为", "分别是", "分别定于", "分别安排在", NULL};
  uint32_t at = figures->items[i].start, during = during_before(text, at), first, last;
  row_of(text, figures, i, &first, &last);
  const gm_told_term *found = NULL;
  for (unsigned k = 0; k < all->count; k++) {
    const gm_told_term *t = &all->items[k];
    if (is_inside(t, dates->items[i])) return NULL;
    bool mates = false; /* others of its row lie inside */
    for (uint32_t n = first; n <= last; n++) mates = mates || is_inside(t, dates->items[n]);
    bool told = during ? gm_is_term_of(check, t, line, text.ptr + during - GM_LABEL_BYTES) &&
                             stands_near(figures, line, first, dates, t) &&
                             governs(text, during, figures->items[first].start, mates)
                       : t->event && all->events == 1 && mates && first < last &&
                             gm_reads_one_before(text, figures->items[first].start, respectively) &&
                             named_before(text, at);
    /* 禁渔期间，4月28日查处的案件: a day before it is told as one of it alone by 于 or 在, or in a row */
    static const char *const on[] = {"于", "在", "将于", "定于", "拟于", NULL};
    bool before = gm_day_exists(dates->items[i]) && gm_day_of_term(dates->items[i]) < gm_day_of_term(t->first);
    if (!told || (before && !mates && !gm_reads_one_before(text, at, on))) continue;
    if (found) return NULL;
    found = t;
  }
  return found;
}

/* May the day be one told of a time: no end of a span, no day before or behind which something is? */
static bool may_lie_outside(gm_text line, const gm_figure *f) {
  static const char *const bounds[] = {"前", "之前", "以前", "后",   "之后", "以后",
                                       "起", "止",   "开始", "以来", "（",   NULL};
  static const char *const signs[] = {"至", "到", "—", "－", "-", "–", "～", "~", NULL};
  static const char *const leads[] = {"至", "到", "自", "从", "截至", "截止", "—",
                                      "－", "-",  "～", "比", "较",   "由",   NULL};
  if (!gm_is_day_told(f) || gm_reads_one(line, f->end, bounds) || gm_reads_one_before(line, f->start, leads))
    return false;
  /* 11月18日到企业参观 ends no span */
  uint32_t sign = gm_reads_one(line, f->end, signs), at = f->end + sign;
  return !sign || !(at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9');
}

void gm_check_outside(gm_draft_check *check) {
  gm_told_terms all = {.count = 0};
  bool gathered = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->classes[line].keep || figures->count > GM_MENTIONS_MAX) continue;
    gm_line_dates dates;
    bool dated = false;
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!may_lie_outside(text, f)) continue;
      if (!dated && gm_find_label(text, 0, text.len, "期间") == SIZE_MAX &&
          gm_find_label(text, 0, text.len, "分别") == SIZE_MAX)
        break;
      if (!dated) gm_line_dates_of(figures, &dates);
      dated = true;
      if (!gathered) gm_told_terms_of(check, &all);
      gathered = true;
      if (!all.count) return;
      const gm_told_term *t = missed(check, line, i, &dates, &all);
      int64_t off = t ? outside(t, dates.items[i]) : 0;
      if (off <= EVE_DAYS || off > NEAR_DAYS || gm_is_reported(check, line, f) ||
          gm_sentence_says(check, line, f->start, OTHER_TIMES))
        continue;
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%s不在%s至%s之间", "%s does not lie between %s and %s",
             gm_quote_figure(check->draft, line, f).text, gm_quote_figure(check->draft, t->line, t->a).text,
             gm_quote_figure(check->draft, t->line, t->b).text);
      gm_relate_figure(check, t->line, t->a, "起", "from");
      gm_relate_figure(check, t->line, t->b, "止", "to");
    }
  }
}
