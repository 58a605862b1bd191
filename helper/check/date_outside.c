/* DT-03: 报名时间为3月16日至27日 …… 报名期间，工会将于3月19日、3月29日安排专人答疑: a day told of a time that it lies
 * outside of. */
#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "check/link.h"

#define TERMS_MAX    24u  /* times told by their first and last day; a draft of more is a chronicle */
#define LABEL_BYTES  6u   /* the two characters before 期间 by which a time is known */
#define GAP_BYTES    200u /* from the day on which something opens to that on which it ends */
#define BESIDE_BYTES 45u  /* from the last day to what the days are of */
#define HEAD_BYTES   150u /* from what the days are of to the first */
#define REACH_BYTES  240u /* from 期间 to a day told of it */
#define NEAR_DAYS    31   /* a day farther off is of something else */
#define EVE_DAYS     1    /* one comes the day before, and leaves the day after */
#define SPAN_DAYS    400  /* no longer time is told by its days */

typedef struct term {
  uint32_t line;
  const gm_figure *a, *b;
  gm_date first, last;
  bool event; /* told by what opened and what ended: 7月13日开班，7月24日结业 */
} term;

typedef struct terms {
  term items[TERMS_MAX];
  unsigned count, events;
} terms;

/* The dates of a line, each with what it leaves out taken from the one before. */
typedef struct line_dates {
  gm_date items[GM_MENTIONS_MAX];
} line_dates;

static bool is_day(const gm_figure *f) {
  return f->kind == GM_FIGURE_DATE && f->date.day && !(f->roles & (GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

static void resolve(const gm_figures *figures, line_dates *out) {
  gm_date last = {0, 0, 0};
  for (uint32_t i = 0; i < figures->count && i < GM_MENTIONS_MAX; i++) {
    const gm_figure *f = &figures->items[i];
    gm_date d = f->date;
    if (f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_YEAR) {
      if (!d.year) d.year = last.year;
      if (!d.month && d.day) d.month = last.month;
      last = d;
    }
    out->items[i] = d;
  }
}

static const char *const signs[] = {"至", "到", "—", "——", "－", "-", "–", "～", "~", NULL};
static const char *const opens[] = {"开班", "开营", "开幕", "开赛", "开训", "开课",
                                    "开展", "开馆", "开机", "开考", NULL};
static const char *const ends[] = {"结业", "结营", "闭营", "闭幕", "结束", "收官",
                                   "结训", "闭赛", "落幕", "结课", NULL};
static const char *const lasts_to[] = {"持续到", "持续至", "延续到", "延续至", "展至",
                                       "展到",   "开放至", "开放到", NULL};

/* Days of a year that is not told; February may have 29. */
static int64_t number_of(gm_date d) {
  if (!d.year) d.year = 2024;
  return gm_day_number(d);
}

static bool exists(gm_date d) { return d.month && d.month <= 12 && d.day && d.day <= gm_month_days(d.year, d.month); }

/* Do the two days, one behind the other in their line, tell a time by its ends? */
static bool reads_term(gm_text line, const gm_figure *a, const gm_figure *b, bool *event) {
  uint32_t sign = gm_reads_one(line, a->end, signs);
  *event = false;
  if (sign && a->end + sign == b->start) return true;
  if (b->start < a->end || b->start - a->end > GAP_BYTES || b->sentence > a->sentence + 1u) return false;
  uint32_t behind = b->end + BESIDE_BYTES < line.len ? b->end + BESIDE_BYTES : (uint32_t)line.len;
  *event = gm_reads_within(line, a->end, b->start, opens) &&
           (gm_reads_one_before(line, b->start, lasts_to) || gm_reads_within(line, b->end, behind, ends));
  return *event;
}

static void gather(const gm_draft_check *check, terms *out) {
  out->count = out->events = 0;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->classes[line].keep || figures->count < 2 || figures->count > GM_MENTIONS_MAX) continue;
    line_dates dates;
    resolve(figures, &dates);
    for (uint32_t i = 0; i + 1 < figures->count; i++) {
      const gm_figure *a = &figures->items[i], *b = a + 1;
      term t = {line, a, b, dates.items[i], dates.items[i + 1], false};
      if (!is_day(a) || !is_day(b) || !reads_term(check->draft->lines[line], a, b, &t.event)) continue;
      if (!exists(t.first) || !exists(t.last) || number_of(t.last) < number_of(t.first) ||
          number_of(t.last) - number_of(t.first) > SPAN_DAYS)
        continue;
      if (out->count == TERMS_MAX) {
        out->count = out->events = 0;
        return;
      }
      out->items[out->count++] = t;
      out->events += t.event;
    }
  }
}

/* Does `label` stand in the bytes [from, to) of the line? The first place, or SIZE_MAX. */
static size_t find_label(gm_text line, size_t from, size_t to, const char *label) {
  if (to > line.len) to = line.len;
  for (const char *at; from + LABEL_BYTES <= to; from = (size_t)(at - line.ptr) + 1) {
    at = memchr(line.ptr + from, label[0], to - from - LABEL_BYTES + 1);
    if (!at) break;
    if (!memcmp(at, label, LABEL_BYTES)) return (size_t)(at - line.ptr);
  }
  return SIZE_MAX;
}

/* 报名时间为3月16日至27日; 3月16日至27日举行运动会; 培训…7月13日开班，7月24日结业: is the time one of `label`? */
static bool is_of(gm_text line, const term *t, const char *label) {
  static const char *const leads[] = {"为",   "是",   "：",     "定于", "于", "自", "从",
                                      "将于", "拟于", "安排在", "定在", "（", NULL};
  static const char *const times[] = {"时间", "日期", "期", "期限", "期间", NULL};
  static const char *const held[] = {"举行", "举办", "开展", "进行",     "召开", "组织",
                                     "实施", "为",   "是",   "组织开展", NULL};
  static const char *const marks[] = {"，", "。", "；", "：", "（", NULL};
  uint32_t at = t->a->start;
  if (t->event) {
    uint32_t from = at > HEAD_BYTES ? at - HEAD_BYTES : 0;
    return find_label(line, from, t->b->end + BESIDE_BYTES, label) != SIZE_MAX;
  }
  for (int k = 0; k < 2; k++) at -= gm_reads_one_before(line, at, leads);
  at -= gm_reads_one_before(line, at, times);
  if (at >= LABEL_BYTES && !memcmp(line.ptr + at - LABEL_BYTES, label, LABEL_BYTES)) return true;
  uint32_t behind = t->b->end, verb = gm_reads_one(line, behind, held);
  size_t found = find_label(line, behind + verb, behind + BESIDE_BYTES, label);
  return found != SIZE_MAX && (verb || found == behind) && !gm_reads_within(line, behind, (uint32_t)found, marks);
}

/* 活动期间 of a draft that tells of several: by so wide a name that is meant which stands in its line or the one
 * before.
 */
static bool is_near(const gm_draft_check *check, const term *t, uint32_t line, const char *label) {
  static const char *const wide[] = {"活动", "工作", "项目", "会议", "比赛", "任务", "整治", "检查", NULL};
  for (const char *const *w = wide; *w; w++)
    if (!memcmp(label, *w, LABEL_BYTES)) return t->line <= line && gm_next_text(check->draft, t->line + 1) >= line;
  return true;
}

static bool one_digit(unsigned a, unsigned b) {
  return a != b && (a < 10) == (b < 10) &&
         (a / 10 == b / 10 || a % 10 == b % 10 || (a / 10 == b % 10 && a % 10 == b / 10));
}

/* How many days the day lies outside of the time; 0 when it does not, or no slip of a digit puts it there. */
static int64_t outside(const term *t, gm_date d) {
  gm_date first = t->first, last = t->last;
  if (!d.year || !first.year) d.year = first.year = last.year = 0;
  if (!exists(d)) return 0;
  int64_t day = number_of(d), from = number_of(first), to = number_of(last);
  bool slips = false;
  for (gm_date e = {d.year, d.month, 1}; e.day <= 31 && !slips; e.day++)
    slips = exists(e) && one_digit(d.day, e.day) && number_of(e) >= from && number_of(e) <= to;
  for (gm_date e = {d.year, 1, d.day}; e.month <= 12 && !slips; e.month++)
    slips = exists(e) && e.month != d.month && number_of(e) >= from && number_of(e) <= to;
  return !slips ? 0 : day < from ? from - day : day > to ? day - to : 0;
}

static bool is_inside(const term *t, gm_date d) {
  gm_date first = t->first, last = t->last;
  if (!d.year || !first.year) d.year = first.year = last.year = 0;
  return exists(d) && number_of(d) >= number_of(first) && number_of(d) <= number_of(last);
}

/* The first and last figure of the row of days that figure i stands in: 3月19日、3月29日. */
static void row_of(gm_text line, const gm_figures *figures, uint32_t i, uint32_t *first, uint32_t *last) {
  static const char *const joints[] = {"、", "和", "与", "及", NULL};
  for (*first = i; *first && is_day(&figures->items[*first - 1]); --*first) {
    uint32_t end = figures->items[*first - 1].end, n = gm_reads_one(line, end, joints);
    if (!n || end + n != figures->items[*first].start) break;
  }
  for (*last = i; *last + 1 < figures->count && is_day(&figures->items[*last + 1]); ++*last) {
    uint32_t end = figures->items[*last].end, n = gm_reads_one(line, end, joints);
    if (!n || end + n != figures->items[*last + 1].start) break;
  }
}

#define OTHER_TIMES                                                                                                                                                  \
  "报到 返程 返回 离会 离校 抵达 集合 出发 布展 撤展 撤场 彩排 预热 预赛 提前 结束后 闭幕后 结业后 此前 此后 之后 "     \
  "随后 延 推迟 补 "                                                                                                                                           \
  "备用 顺延 截至 截止 发布 印发 公布 公示 通知 去年 上年 上届 明年 下一 原定 原计划 回访 总结会 反馈 汇总 上报 报送 " \
  "前一天 次日"

/* The last byte before `at`, in its sentence, at which 期间 stands behind two Han characters; 0 when it does not. */
static uint32_t during_before(gm_text line, uint32_t at) {
  static const char *const stops[] = {"。", "！", "？", NULL};
  uint32_t least = at > REACH_BYTES ? at - REACH_BYTES : 0;
  for (uint32_t i = at; i > least + LABEL_BYTES; i--) {
    if (gm_reads_one(line, i - 1, stops)) return 0;
    if (!memcmp(line.ptr + i - LABEL_BYTES, "期间", LABEL_BYTES)) {
      uint32_t from = i - LABEL_BYTES;
      if (from < LABEL_BYTES) return 0;
      for (uint32_t k = from - LABEL_BYTES; k < from; k += 3) {
        unsigned char c = (unsigned char)line.ptr[k];
        if (c < 0xE4 || c > 0xE9) return 0;
      }
      return from;
    }
  }
  return 0;
}

/* Is the day told of what `during` names: 报名期间的3月29日, 报名期间，工会将于3月29日, or, in a row, 展览期间…分别为…?
 */
static bool governs(gm_text line, uint32_t during, uint32_t at, bool row) {
  static const char *const marks[] = {"，", "；", "：", NULL}, *const respectively[] = {"分别", "依次", NULL};
  uint32_t from = during + LABEL_BYTES;
  if (!gm_reads_within(line, from, at, marks)) return true;
  uint32_t comma = gm_reads(line, from, "，");
  if (comma && !gm_reads_within(line, from + comma, at, marks)) return true;
  return row && gm_reads_within(line, from, at, respectively);
}

/* Does the sentence's subject stand earlier in the line: 其中…跟岗实践12学时。跟岗实践安排两天，分别在…? */
static bool named_before(gm_text line, uint32_t at) {
  static const char *const stops[] = {"。", "；", NULL};
  uint32_t start = at, least = at > REACH_BYTES ? at - REACH_BYTES : 0;
  while (start > least && !gm_reads_one_before(line, start, stops)) start--;
  if (start <= least || start < LABEL_BYTES) return false;
  return find_label(line, 0, start, line.ptr + start) != SIZE_MAX;
}

/* The one time that figure i of the line is told of and lies outside of; NULL when none is. */
static const term *missed(const gm_draft_check *check, uint32_t line, uint32_t i, const line_dates *dates,
                          const terms *all) {
  gm_text text = check->draft->lines[line];
  const gm_figures *figures = &check->figures[line];
  static const char *const respectively[] = {"分别在", "分别于", "分别为", "分别是", "分别定于", "分别安排在", NULL};
  uint32_t at = figures->items[i].start, during = during_before(text, at), first, last;
  row_of(text, figures, i, &first, &last);
  const term *found = NULL;
  for (unsigned k = 0; k < all->count; k++) {
    const term *t = &all->items[k];
    if (is_inside(t, dates->items[i])) return NULL;
    bool mates = false; /* others of its row lie inside */
    for (uint32_t n = first; n <= last; n++) mates = mates || is_inside(t, dates->items[n]);
    bool told = during ? is_near(check, t, line, text.ptr + during - LABEL_BYTES) &&
                             is_of(check->draft->lines[t->line], t, text.ptr + during - LABEL_BYTES) &&
                             governs(text, during, figures->items[first].start, mates)
                       : t->event && all->events == 1 && mates && first < last &&
                             gm_reads_one_before(text, figures->items[first].start, respectively) &&
                             named_before(text, at);
    if (!told) continue;
    if (found) return NULL;
    found = t;
  }
  return found;
}

/* May the day be one told of a time: no end of a span, no day before or behind which something is? */
static bool may_lie_outside(gm_text line, const gm_figure *f) {
  static const char *const bounds[] = {"前", "之前", "以前", "后", "之后", "以后", "起",   "止",   "至",
                                       "到", "—",    "－",   "-",  "～",   "（",   "开始", "以来", NULL};
  static const char *const leads[] = {"至", "到", "自", "从", "截至", "截止", "—",
                                      "－", "-",  "～", "比", "较",   "由",   NULL};
  return is_day(f) && !gm_reads_one(line, f->end, bounds) && !gm_reads_one_before(line, f->start, leads);
}

void gm_check_outside(gm_draft_check *check) {
  terms all = {.count = 0};
  bool gathered = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->classes[line].keep || figures->count > GM_MENTIONS_MAX ||
        (find_label(text, 0, text.len, "期间") == SIZE_MAX && find_label(text, 0, text.len, "分别") == SIZE_MAX))
      continue;
    line_dates dates;
    resolve(figures, &dates);
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!may_lie_outside(text, f)) continue;
      if (!gathered) gather(check, &all);
      gathered = true;
      if (!all.count) return;
      const term *t = missed(check, line, i, &dates, &all);
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
