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

static bool is_deadline(gm_text line, const gm_figure *f) {
  bool asked = false;
  for (const char *const *word = asking; *word && !asked; word++) asked = gm_reads_before(line, f->start, *word);
  if (!asked && !gm_reads_before(line, f->start, "于")) return false;
  uint32_t at = behind_weekday(line, f->end), before = gm_reads(line, at, "前");
  if (!before) before = gm_reads(line, at, "之前") + gm_reads(line, at, "以前");
  for (const char *const *word = handed_in; before && *word && !asked; word++)
    asked = gm_reads(line, at + before, *word);
  return asked && before;
}

void gm_check_deadlines(gm_draft_check *check) {
  gm_date own = {0, 0, 0};
  int64_t issued = -1;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_DATE || !f->date.year || !f->date.month || !f->date.day ||
          !is_deadline(check->draft->lines[line], f))
        continue;
      if (issued < 0) {
        own = gm_date_of_draft(check->draft).date;
        if (!own.year || !own.month || !own.day) return;
        issued = gm_day_number(own);
      }
      if (gm_day_number(f->date) >= issued) continue;
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "期限%s早于成文日期%u年%u月%u日",
             "the deadline %s is before the draft's own date, %u-%u-%u", gm_quote_figure(check->draft, line, f).text,
             own.year, own.month, own.day);
    }
  }
}
