#include "check/date_terms.h"

#include "check/families.h"
#include "text/utf8.h"

#define GAP_BYTES    200u /* from the day on which something opens to that on which it ends */
#define BESIDE_BYTES 45u  /* from the last day to what the days are of */
#define CLAUSE_BYTES 120u /* from the comma behind them to that */
#define HEAD_BYTES   150u /* from what the days are of to the first */
#define SPAN_DAYS    400  /* no longer time is told by its days */

bool gm_is_day_told(const gm_figure *f) {
  return f->kind == GM_FIGURE_DATE && f->date.day && !(f->roles & (GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

void gm_line_dates_of(const gm_figures *figures, gm_line_dates *out) {
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

static const char *const signs[] = {"至", "到", "起至", "起，至", "起到", "起，到", "开始至", "—",
                                    "——", "－", "-",    "–",      "～",   "~",      NULL};
static const char *const opens[] = {"开班", "开营", "开幕", "开赛", "开训", "开课", "开馆", "开机", NULL};
static const char *const ends[] = {"结业", "结营", "闭营", "闭幕", "结束", "收官",
                                   "结训", "闭赛", "落幕", "结课", NULL};
static const char *const lasts_to[] = {"持续到", "持续至", "延续到", "延续至", "展至",
                                       "展到",   "开放至", "开放到", NULL};

/* Days of a year that is not told; February may have 29. */
int64_t gm_day_of_term(gm_date d) {
  if (!d.year) d.year = 2024;
  return gm_day_number(d);
}

bool gm_day_exists(gm_date d) { return d.month && d.month <= 12 && d.day && d.day <= gm_month_days(d.year, d.month); }

/* Does 开, with which all those words begin, stand in the bytes [from, to)? Most dates of a chronicle are asked. */
static bool may_open(gm_text line, uint32_t from, uint32_t to) {
  for (const char *p = line.ptr + from, *end = line.ptr + to; p + 3 <= end; p++) {
    p = memchr(p, "开"[0], (size_t)(end - p) - 2);
    if (!p) return false;
    if (!memcmp(p, "开", 3)) return true;
  }
  return false;
}

/* Do the two days, one behind the other in their line, tell a time by its ends? */
static bool reads_term(gm_text line, const gm_figure *a, const gm_figure *b, bool *event) {
  uint32_t sign = gm_reads_one(line, a->end, signs);
  *event = false;
  if (sign && a->end + sign == b->start) return true;
  if (b->start < a->end || b->start - a->end > GAP_BYTES || b->sentence > a->sentence + 1u) return false;
  uint32_t behind = b->end + BESIDE_BYTES < line.len ? b->end + BESIDE_BYTES : (uint32_t)line.len;
  *event = may_open(line, a->end, b->start) && gm_reads_within(line, a->end, b->start, opens) &&
           (gm_reads_one_before(line, b->start, lasts_to) || gm_reads_within(line, b->end, behind, ends));
  return *event;
}

void gm_told_terms_of(const gm_draft_check *check, gm_told_terms *out) {
  out->count = out->events = 0;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->classes[line].keep || figures->count < 2 || figures->count > GM_MENTIONS_MAX) continue;
    gm_line_dates dates;
    gm_line_dates_of(figures, &dates);
    for (uint32_t i = 0; i + 1 < figures->count; i++) {
      const gm_figure *a = &figures->items[i], *b = a + 1;
      gm_told_term t = {line, a, b, dates.items[i], dates.items[i + 1], false};
      if (!gm_is_day_told(a) || !gm_is_day_told(b) || !reads_term(check->draft->lines[line], a, b, &t.event)) continue;
      if (!gm_day_exists(t.first) || !gm_day_exists(t.last) || gm_day_of_term(t.last) < gm_day_of_term(t.first) ||
          gm_day_of_term(t.last) - gm_day_of_term(t.first) > SPAN_DAYS)
        continue;
      if (out->count == GM_TERMS_MAX) {
        out->count = out->events = 0;
        return;
      }
      out->items[out->count++] = t;
      out->events += t.event;
    }
  }
}

/* Does `label` stand in the bytes [from, to) of the line? The first place, or SIZE_MAX. */
size_t gm_find_label(gm_text line, size_t from, size_t to, const char *label) {
  if (to > line.len) to = line.len;
  for (const char *at; from + GM_LABEL_BYTES <= to; from = (size_t)(at - line.ptr) + 1) {
    at = memchr(line.ptr + from, label[0], to - from - GM_LABEL_BYTES + 1);
    if (!at) break;
    if (!memcmp(at, label, GM_LABEL_BYTES)) return (size_t)(at - line.ptr);
  }
  return SIZE_MAX;
}

/* Does nothing stand before the byte in its sentence? */
static bool opens_sentence(gm_text line, uint32_t at) {
  static const char *const stops[] = {"。", "；", "：", NULL};
  return !at || gm_reads_one_before(line, at, stops);
}

/* 报名时间为3月16日至27日; 3月16日至27日举行运动会; 培训…7月13日开班，7月24日结业: is the time one of `label`? */
static bool is_of(gm_text line, const gm_told_term *t, const char *label) {
  static const char *const leads[] = {"为",   "是",   "：",     "定于", "于", "自", "从",
                                      "将于", "拟于", "安排在", "定在", "（", NULL};
  static const char *const times[] = {"时间", "日期", "期", "期限", "期间", "工作", "活动", "阶段", NULL};
  static const char *const held[] = {"举行", "举办", "开展", "进行",     "召开", "组织",
                                     "实施", "为",   "是",   "组织开展", NULL};
  static const char *const marks[] = {"，", "。", "；", "：", "（", NULL};
  uint32_t at = t->a->start;
  if (t->event) {
    uint32_t from = at > HEAD_BYTES ? at - HEAD_BYTES : 0;
    return gm_find_label(line, from, t->b->end + BESIDE_BYTES, label) != SIZE_MAX;
  }
  for (int k = 0; k < 2; k++) at -= gm_reads_one_before(line, at, leads);
  for (int k = 0; k < 2; k++) {
    if (at >= GM_LABEL_BYTES && !memcmp(line.ptr + at - GM_LABEL_BYTES, label, GM_LABEL_BYTES)) return true;
    if (!k) at -= gm_reads_one_before(line, at, times);
  }
  uint32_t behind = t->b->end, verb = gm_reads_one(line, behind, held);
  size_t found = gm_find_label(line, behind + verb, behind + BESIDE_BYTES, label);
  if (found != SIZE_MAX && (verb || found == behind) && !gm_reads_within(line, behind, (uint32_t)found, marks))
    return true;
  /* 8月4日至8月10日，我公司就方案公开征求意见: the days open their sentence, and the clause behind says what was done
   */
  uint32_t comma = gm_reads(line, behind, "，");
  found =
      comma && opens_sentence(line, at) ? gm_find_label(line, behind + comma, behind + CLAUSE_BYTES, label) : SIZE_MAX;
  return found != SIZE_MAX && !gm_reads_within(line, behind + comma, (uint32_t)found, marks);
}

/* 活动期间 of a draft that tells of several: by so wide a name that is meant which stands in its line or the one
 * before.
 */
bool gm_is_term_of(const gm_draft_check *check, const gm_told_term *t, uint32_t line, const char *label) {
  if (!is_of(check->draft->lines[t->line], t, label)) return false;
  static const char *const wide[] = {"活动", "工作", "项目", "会议", "比赛", "任务", "整治", "检查", NULL};
  for (const char *const *w = wide; *w; w++)
    if (!memcmp(label, *w, GM_LABEL_BYTES)) return t->line <= line && gm_next_text(check->draft, t->line + 1) >= line;
  return true;
}

const char *gm_label_before(gm_text line, uint32_t at) {
  if (at < GM_LABEL_BYTES) return NULL;
  const char *label = line.ptr + at - GM_LABEL_BYTES, *p = line.ptr + at;
  for (uint32_t c; p > label;) {
    size_t back = gm_utf8_decode_back(line.ptr, p, &c);
    if (back != GM_LABEL_BYTES / 2 || !(gm_class_of(gm_fold(c)) & GM_HAN)) return NULL;
    p -= back;
  }
  return label;
}

bool gm_days_slip(unsigned a, unsigned b) {
  return a != b && (a < 10) == (b < 10) &&
         (a / 10 == b / 10 || a % 10 == b % 10 || (a / 10 == b % 10 && a % 10 == b / 10));
}
