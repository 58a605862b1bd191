/* The day on which a draft without a date of its own speaks: by 今天是2024年12月27日, by the dated weekday that its
 * text opens with, or by its title's year where the text says 今年 of what the title names. */
#include "check/draft.h"

#define LINES_MAX 8u /* lines of text in which a draft says what day it is */

static bool is_full(const gm_figure *f) {
  return f->kind == GM_FIGURE_DATE && f->date.year && f->date.month && f->date.day && !(f->roles & GM_ROLE_TITLE);
}

/* 今天是2024年12月27日; 今天，2024年12月27日 */
static bool is_today(gm_text line, const gm_figure *f) {
  static const char *const words[] = {"今天是", "今日是", "今天", "今天（", "今天，", "今天已是", "今天已经是", NULL};
  return gm_reads_one_before(line, f->start, words) != 0;
}

/* 2025年10月29日（星期三）是重阳节: does the line open with the day and its weekday? 本报讯（记者…）2026年3月18日，…:
 * or with the day behind what a report opens with? */
static bool opens_with(gm_text line, const gm_figure *f) {
  static const char *const reports[] = {"讯 ", "讯", "电 ", "电", "讯　", "）", "） ", NULL};
  if (!f->start) return f->weekday;
  static const char *const behind[] = {"，", "上午", "下午", "晚", NULL};
  uint32_t at = f->start;
  for (uint32_t n; (n = gm_reads_before(line, at, " ") + gm_reads_before(line, at, "　")) > 0;) at -= n;
  return gm_reads(line, 0, "本报") &&
         (gm_reads_one_before(line, f->start, reports) || gm_reads_one_before(line, at, reports)) &&
         (f->weekday || gm_reads_one(line, f->end, behind));
}

/* Is a year after `year` told anywhere in the draft? */
static bool tells_later(const gm_draft_check *check, unsigned year) {
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(YEAR) | GM_KIND(DATE))) < check->draft->count;
       line++)
    for (uint32_t i = 0; i < check->figures[line].count; i++)
      if (check->figures[line].items[i].date.year > year && is_full(&check->figures[line].items[i])) return true;
  return false;
}

#define NAMED_BYTES 6u /* 春季 of 2025年春季造林 */

/* 2025年春季造林工作汇报, and 今年春季造林 in its first lines: the title's year; 0 when that is not said. */
static unsigned year_of_title(const gm_draft_check *check) {
  uint32_t title = gm_next_text(check->draft, 0);
  if (title >= check->draft->count || !gm_may_be_title(check->draft, title)) return 0;
  const gm_figures *figures = &check->figures[title];
  gm_text line = check->draft->lines[title];
  if (figures->count != 1 || figures->items[0].kind != GM_FIGURE_YEAR || !figures->items[0].date.year) return 0;
  uint32_t at = figures->items[0].end;
  if (at + NAMED_BYTES > line.len || gm_reads(line, at, "度")) return 0;
  char said[6 + NAMED_BYTES + 1] = {0}, half[6 + NAMED_BYTES / 2 + 1] = {0};
  memcpy(said, "今年", 6);
  memcpy(said + 6, line.ptr + at, NAMED_BYTES);
  memcpy(half, "今", 3); /* 今春造林 */
  memcpy(half + 3, line.ptr + at, NAMED_BYTES / 2);
  const char *const words[] = {said, half, NULL};
  uint32_t next = title;
  for (unsigned seen = 0; seen < LINES_MAX && (next = gm_next_text(check->draft, next + 1)) < check->draft->count;
       seen++)
    if (gm_reads_within(check->draft->lines[next], 0, (uint32_t)check->draft->lines[next].len, words))
      return figures->items[0].date.year;
  return 0;
}

gm_date gm_today_of(const gm_draft_check *check) {
  gm_date own = gm_date_of_draft(check).date;
  if (own.year) return own;
  uint32_t line = gm_next_text(check->draft, 0);
  for (unsigned seen = 0; seen < LINES_MAX && line < check->draft->count;
       line = gm_next_text(check->draft, line + 1), seen++)
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!is_full(f)) continue;
      gm_text text = check->draft->lines[line];
      if ((is_today(text, f) || (seen < 3 && !i && opens_with(text, f))) && !tells_later(check, f->date.year))
        return f->date;
    }
  return (gm_date){(uint16_t)year_of_title(check), 0, 0};
}
