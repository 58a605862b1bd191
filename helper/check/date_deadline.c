/* DT-03 of what is asked for: 请于2024年6月13日前报送, in a notice signed in 2025. */
#include "check/draft.h"
#include "check/families.h"
#include "text/utf8.h"

/* What asks for something by a day that comes; 应于2024年底前完成的任务 may be told of what was due. */
static const char *const asking[] = {"请于", "请在", "务必于", "务必在", "务请于", NULL};

/* Where the day and its weekday in brackets end: 6月13日（星期五）. */
static uint32_t behind_weekday(gm_text line, uint32_t at) {
  if (!gm_reads(line, at, "（星期") && !gm_reads(line, at, "（周")) return at;
  uint32_t c, from = at;
  for (const char *p = line.ptr + at, *end = line.ptr + line.len; p < end && p - line.ptr - from < 24;) {
    p += gm_utf8_decode(p, end, &c);
    if (c == ')' || c == 0xFF09) return (uint32_t)(p - line.ptr);
  }
  return at;
}

/* What stands behind such a day, when 于 alone stands before it: 各单位于2025年4月30日前将报名表发至邮箱. */
static const char *const handed_in[] = {"将",   "把",   "报送", "上报", "报至", "提交",
                                        "反馈", "填报", "寄送", "报名", NULL};

#define CLAUSE_BYTES 240u /* from 请 to its day: 请甲区、乙县、丙县人民政府于 */

/* 请甲区、乙县人民政府于: does 请 open the clause that ends in 于 or 在 before the byte? 请示 and 请求 ask for nothing
 * by a day. */
static bool is_asked_of(gm_text line, uint32_t at) {
  static const char *const marks[] = {"，", "。", "；", "：", NULL}, *const others[] = {"请示", "请求", "请假", NULL};
  if (!gm_reads_before(line, at, "于") && !gm_reads_before(line, at, "在")) return false;
  uint32_t start = at, least = at > CLAUSE_BYTES ? at - CLAUSE_BYTES : 0;
  for (bool mark = false; start > least; start -= !mark) {
    for (const char *const *m = marks; *m && !mark; m++) mark = gm_reads_before(line, start, *m) != 0;
    if (mark) break;
  }
  if (start && start == least) return false; /* no clause is so long */
  while (gm_reads(line, start, "　") || gm_reads(line, start, " ")) start++;
  for (const char *const *w = others; *w; w++)
    if (gm_reads(line, start, *w)) return false;
  return gm_reads(line, start, "请") || gm_reads(line, start, "务请") || gm_reads(line, start, "敬请");
}

static bool is_deadline(gm_text line, const gm_figure *f) {
  uint32_t at = behind_weekday(line, f->end), before = gm_reads(line, at, "前");
  if (!before) before = gm_reads(line, at, "之前") + gm_reads(line, at, "以前");
  if (!before) return false; /* as most days */
  bool asked = false, by = gm_reads_before(line, f->start, "于");
  for (const char *const *word = asking; *word && !asked; word++) asked = gm_reads_before(line, f->start, *word);
  if (!asked && !by && !gm_reads_before(line, f->start, "在")) return false;
  for (const char *const *word = handed_in; by && *word && !asked; word++) asked = gm_reads(line, at + before, *word);
  return asked || is_asked_of(line, f->start);
}

#define MISSED_DAYS 90 /* 请于1月10日前 of a notice of December is of the next year */

/* Is the deadline before the day of issue? One without its year is read as of the year of a signature, when it is not
 * long past: a page may have been put online much later than its notice was written. */
static bool is_past(const gm_figure *f, const gm_draft_date *own, int64_t issued) {
  if (f->date.year) return gm_day_number(f->date) < issued;
  if (own->published || gm_is_leap_day(f->date)) return false;
  int64_t day = gm_day_number((gm_date){own->date.year, f->date.month, f->date.day});
  return day < issued && day + MISSED_DAYS >= issued;
}

void gm_check_deadlines(gm_draft_check *check) {
  gm_draft_date own = {{0, 0, 0}, false};
  int64_t issued = -1;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_DATE || !f->date.month || !f->date.day || !is_deadline(check->draft->lines[line], f))
        continue;
      if (issued < 0) {
        own = gm_date_of_draft(check);
        if (!own.date.year || !own.date.month || !own.date.day) return;
        issued = gm_day_number(own.date);
      }
      if (!is_past(f, &own, issued)) continue;
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "期限%s早于成文日期%u年%u月%u日",
             "the deadline %s is before the draft's own date, %u-%u-%u", gm_quote_figure(check->draft, line, f).text,
             own.date.year, own.date.month, own.date.day);
    }
  }
}
