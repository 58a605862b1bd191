/* DT-02, DT-04, STY-09: dates against the weekday, the draft's own date, and the form of a signature. */
#include "check/draft.h"
#include "check/families.h"
#include "text/utf8.h"

static const char *const weekdays_zh[] = {"", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"};
static const char *const weekdays_en[] = {"",         "Monday", "Tuesday",  "Wednesday",
                                          "Thursday", "Friday", "Saturday", "Sunday"};

/* The year told by the first lines: of a notice without a date of its own. 0 when they tell none or several. */
static unsigned year_of_title(const gm_draft_check *check) {
  unsigned year = 0, seen = 0;
  for (size_t i = 0; i < check->draft->count && seen < 4; i++) {
    if (!check->draft->looks[i].chars || !check->draft->classes[i].keep) continue;
    seen++;
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      const gm_figure *figure = &check->figures[i].items[f];
      if ((figure->kind != GM_FIGURE_YEAR && figure->kind != GM_FIGURE_DATE) || !figure->date.year) continue;
      if (year && year != figure->date.year) return 0;
      year = figure->date.year;
    }
  }
  return year;
}

static bool exists(gm_date d) { return d.month && d.day && d.day <= gm_month_days(d.year, d.month); }

void gm_check_weekday(gm_draft_check *check) {
  gm_draft_date own = {{0, 0, 0}, false};
  bool looked = false;
  unsigned title_year = 0;
  for (uint32_t line = 0; line < check->draft->count; line++) {
    unsigned line_year = 0; /* the last year the line told */
    for (uint32_t f = 0; f < check->figures[line].count; f++) {
      const gm_figure *figure = &check->figures[line].items[f];
      if (figure->kind != GM_FIGURE_DATE && figure->kind != GM_FIGURE_YEAR) continue;
      if (figure->date.year) line_year = figure->date.year;
      if (!figure->weekday || !figure->date.month || !figure->date.day || !check->draft->classes[line].keep) continue;
      gm_date date = figure->date;
      if (!date.year) {
        if (!looked) {
          own = gm_date_of_draft(check->draft);
          title_year = year_of_title(check);
          looked = true;
        }
        date.year = (uint16_t)(line_year       ? line_year
                               : own.date.year ? gm_nearest_year(own.date, date.month, date.day)
                                               : title_year);
      }
      if (!date.year || !exists(date)) continue;
      unsigned weekday = gm_weekday(date);
      if (weekday == figure->weekday) continue;
      gm_report_figure(check, line, figure);
      if (!figure->date.year && !own.date.year && !line_year) gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%u年%u月%u日是%s，文中为%s", "%u-%u-%u is a %s, the text says %s", date.year,
             date.month, date.day, check->language == GM_ENGLISH ? weekdays_en[weekday] : weekdays_zh[weekday],
             check->language == GM_ENGLISH ? weekdays_en[figure->weekday] : weekdays_zh[figure->weekday]);
    }
  }
}

/* A date without its year is taken for the draft's year only when it lies this near behind the draft's date: farther
 * off it is last year's. */
#define AHEAD_DAYS 60

static bool contains(gm_text line, size_t from, size_t to, const char *const *words) {
  for (; *words; words++) {
    size_t n = strlen(*words);
    for (size_t i = from; i + n <= to; i++)
      if (!memcmp(line.ptr + i, *words, n)) return true;
  }
  return false;
}

#define SENTENCE_BYTES 900u /* no sentence of a draft is longer either side of its date */

/* The sentence's bytes around `at`: between 。！？ or the line's ends. */
static void sentence_of(gm_text line, uint32_t at, size_t *from, size_t *to) {
  size_t start = at, end = at;
  while (start > 0 && at - start < SENTENCE_BYTES) {
    uint32_t c;
    size_t back = gm_utf8_decode_back(line.ptr, line.ptr + start, &c);
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) break;
    start -= back;
  }
  while (end < line.len && end - at < SENTENCE_BYTES) {
    uint32_t c;
    size_t n = gm_utf8_decode(line.ptr + end, line.ptr + line.len, &c);
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) break;
    end += n;
  }
  *from = start;
  *to = end;
}

/* What is told of a day after the draft's own date as if it were past. */
void gm_check_future_event(gm_draft_check *check) {
  static const char *const future[] = {"将",   "將",   "拟",     "擬",   "计划", "預計", "预计", "定于", "定於",
                                       "届时", "屆時", "力争",   "截止", "截至", "有效", "施行", "实施", "申请",
                                       "报名", "请",   "請",     "预定", "安排", "时间", "時間", "期间", "期間",
                                       "农历", "農曆", "倒计时", "目标", "明年", "去年", "上年", NULL};
  static const char *const bounds[] = {"前", "起", "至", "后", "後", "之", "以", "止", "—", "-", "～", "到", NULL};
  static const char *const past[] = {"了",   "说",   "举行", "召开", "举办", "获悉", "表示", "介绍",
                                     "完成", "開展", "获得", "說",   "舉行", "舉辦", "召開", "走进",
                                     "来到", "参加", "闭幕", "落幕", "结束", NULL};
  gm_draft_date own = gm_date_of_draft(check->draft);
  if (!own.date.year || !own.published) return;
  int64_t today = gm_day_number(own.date);
  for (uint32_t line = 0; line < check->draft->count; line++) {
    const gm_line_class *class = &check->draft->classes[line];
    if (!class->keep || class->fields || class->kind != GM_LINE_PROSE) continue;
    for (uint32_t f = 0; f < check->figures[line].count; f++) {
      const gm_figure *figure = &check->figures[line].items[f];
      gm_date date = figure->date;
      if (figure->kind != GM_FIGURE_DATE || !date.month || !date.day) continue;
      if (figure->roles & (GM_ROLE_TITLE | GM_ROLE_PAREN)) continue;
      if (!date.year) date.year = own.date.year;
      if (!exists(date)) continue;
      int64_t ahead = gm_day_number(date) - today;
      if (ahead <= 0 || (!figure->date.year && ahead > AHEAD_DAYS)) continue;
      size_t from, to;
      gm_text text = check->draft->lines[line];
      sentence_of(text, figure->start, &from, &to);
      /* 3月14日前, 3月14日至20日: a term. */
      if (contains(text, figure->end, figure->end + 3 < text.len ? figure->end + 3 : text.len, bounds)) continue;
      if (contains(text, from, to, future) || !contains(text, from, to, past)) continue;
      gm_report_figure(check, line, figure);
      gm_say(check->out, check->language, "%s晚于发布日期%u年%u月%u日，却作已发生叙述",
             "%s is after the date of publication, %u-%u-%u, but told as past",
             gm_quote_figure(check->draft, line, figure).text, own.date.year, own.date.month, own.date.day);
    }
  }
}

/* A zero before the month or the day: 2024年03月05日. */
static void check_signature(gm_draft_check *check, uint32_t line) {
  gm_text text = check->draft->lines[line];
  static const char year[] = "年0", month[] = "月0";
  size_t n = sizeof year - 1;
  gm_position zeros[2];
  unsigned found = 0;
  size_t from = SIZE_MAX, to = 0;
  for (size_t i = 0; i + n < text.len && found < 2; i++) {
    if (memcmp(text.ptr + i, year, n) && memcmp(text.ptr + i, month, n)) continue;
    zeros[found++] = (gm_position){line, (uint32_t)(i + n - 1)};
    if (from == SIZE_MAX) from = i;
    to = i + n + 1;
  }
  if (!found) return;
  for (uint32_t f = 0; f < check->figures[line].count; f++) {
    const gm_figure *figure = &check->figures[line].items[f];
    if (figure->kind != GM_FIGURE_DATE || !figure->date.year || figure->start > from || figure->end < to) continue;
    gm_report_figure(check, line, figure);
    gm_say(check->out, check->language, "成文日期不编虚位：应为%u年%u月%u日（GB/T 9704-2012 7.3.5.4）",
           "a signed date has no leading zeros: %u-%u-%u (GB/T 9704-2012 7.3.5.4)", figure->date.year,
           figure->date.month, figure->date.day);
    for (unsigned k = 0; k < found; k++)
      gm_propose(check->out, zeros[k], (gm_position){line, zeros[k].byte + 1}, GM_TEXT(""), "STY-09");
    return;
  }
}

/* 某政发[2023]05号: wrong brackets, 第, a leading zero. */
static void check_number(gm_draft_check *check, uint32_t line) {
  gm_text text = check->draft->lines[line];
  const char *end = text.ptr + text.len;
  uint32_t before = 0;
  for (const char *p = text.ptr; p < end;) {
    uint32_t open, c;
    const char *at = p;
    p += gm_utf8_decode(p, end, &open);
    bool bracket = open == '[' || open == 0xFF3B || open == 0x3010 || open == 0x3014 || open == '(' || open == 0xFF08;
    bool han = gm_class_of(gm_fold(before)) & GM_HAN;
    before = open;
    if (!bracket || !han) continue;
    const char *q = p;
    unsigned digits = 0;
    while (q < end && *q >= '0' && *q <= '9') q++, digits++;
    if (digits != 4 || q >= end) continue;
    q += gm_utf8_decode(q, end, &c);
    if (!(gm_class_of(gm_fold(c)) & GM_CLOSE)) continue;
    bool ordinal = false;
    if (q < end && gm_utf8_decode(q, end, &c) && c == 0x7B2C) {
      ordinal = true;
      q += 3;
    }
    bool zero = q < end && *q == '0';
    const char *first = q;
    while (q < end && *q >= '0' && *q <= '9') q++;
    if (q == first || q >= end || !gm_utf8_decode(q, end, &c) || (c != 0x53F7 && c != 0x865F)) continue;
    bool wrong_bracket = open != 0x3014;
    if (!wrong_bracket && !ordinal && !zero) continue;
    const char *why_zh = wrong_bracket ? "年份用六角括号〔〕" : ordinal ? "顺序号不加“第”" : "顺序号不编虚位";
    const char *why_en = wrong_bracket ? "the year takes 〔〕"
                         : ordinal     ? "no 第 before the number"
                                       : "no leading zero";
    gm_report_draft(check, (gm_position){line, (uint32_t)(at - text.ptr)},
                    (gm_position){line, (uint32_t)(q - text.ptr) + 3});
    gm_say(check->out, check->language, "发文字号“%s”：%s（GB/T 9704-2012 7.2.5）",
           "document number “%s”: %s (GB/T 9704-2012 7.2.5)",
           gm_quote_raw(text, (uint32_t)(at - text.ptr), (uint32_t)(q - text.ptr) + 3).text,
           check->language == GM_ENGLISH ? why_en : why_zh);
    return;
  }
}

#define SIGNER_CHARS 24 /* the name of who signs is no longer */

/* A date of its own line that is a signature: known as one, or behind text and a short line that ends in no mark. */
static bool is_signature(const gm_draft_check *check, uint32_t line) {
  const gm_draft *draft = check->draft;
  uint32_t fields = draft->classes[line].fields;
  if (fields & GM_FIELD_DATE_SIGNED) return true;
  if (!(fields & GM_FIELD_DATE)) return false;
  uint32_t seen = 0;
  for (uint32_t i = line; i-- > 0;) {
    const gm_look *look = &draft->looks[i];
    if (!look->chars) continue;
    if (!seen && (look->chars > SIGNER_CHARS || gm_class_of(look->last) & GM_PUNCT || !draft->classes[i].keep))
      return false;
    if (++seen == 3) return true;
  }
  return false;
}

void gm_check_document_elements(gm_draft_check *check) {
  for (uint32_t line = 0; line < check->draft->count; line++) {
    const gm_line_class *class = &check->draft->classes[line];
    if (!class->keep) continue;
    if (is_signature(check, line)) check_signature(check, line);
    if (class->fields & GM_FIELD_DOCNO) check_number(check, line);
  }
}
