/* XR-03: the year of a title against that in which the text does what the title names: 2024年垃圾分类提升行动方案 over
 * 自2025年3月1日起…开展2025年垃圾分类提升行动. */
#include "check/draft.h"
#include "check/families.h"
#include "check/title.h"

#define NAME_BYTES \
  12u /* four characters that the title and the text have in common, when they are all the title names */
#define LONG_NAME   15u /* the same when the title goes on */
#define TOLD_LEAST  2u  /* places where the text tells its year */
#define LEAD_REPORT 4u  /* lines in which a report says what it is of */

/* What a title ends in that says what is to be done, and what was done. */
static const char *const plans[] = {"方案", "通知", "计划", "公告", "通告", "要点", "意见",
                                    "办法", "安排", "简章", "启事", "细则", NULL};
static const char *const reports[] = {"报告", "总结", "汇报", "通报", "简报", "公报", "情况", NULL};
/* Of several years by their nature: what is said, agreed or planned at the turn of the year. */
static const char *const turns[] = {"讲话", "致辞", "会议", "暨", "规划", "跨年", "春运", "元旦", "春节", "汇算", NULL};

/* What leads to the year of what the text is about. */
static const char *const deeds[] = {"开展", "组织开展", "做好", "抓好", "推进", "实施", "组织实施", "举办",
                                    "启动", "现就",     "现将", "组织", "申报", "评选", "制定",     NULL};
static const char *const tellings[] = {"现将", "现就", NULL};

static bool tells_year(const gm_figure *f) {
  return (f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE) && f->date.year;
}

/* Bytes of ideographs that the title from `at` and the line from `from` have in common. */
static uint32_t in_common(gm_text title, uint32_t at, gm_text line, uint32_t from) {
  uint32_t n = 0;
  while (at + n + 3 <= title.len && from + n + 3 <= line.len && (title.ptr[at + n] & 0xF0) == 0xE0 &&
         !memcmp(title.ptr + at + n, line.ptr + from + n, 3) && !gm_reads(title, at + n, "（"))
    n += 3;
  return n;
}

/* 2024年底，日分出量6吨; 比2024年增长: a year that is only the base of another. */
static bool is_base(gm_text line, const gm_figure *f) {
  static const char *const ends[] = {"底", "末", "年底", "年末", NULL}, *const than[] = {"比", "较", "同", NULL};
  return gm_reads_one_before(line, f->end, ends) || gm_reads_one(line, f->end, ends) ||
         gm_reads_one_before(line, f->start, than);
}

/* Is the year of the title told nowhere below it but as a base, and the other more than once? */
static bool is_refuted(const gm_draft_check *check, uint32_t title, unsigned told, unsigned other) {
  unsigned seen = 0;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_ANY)) < check->draft->count; line++)
    for (uint32_t i = 0; line != title && i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!f->date.year) continue;
      if (f->date.year == told && !is_base(check->draft->lines[line], f)) return false;
      seen += tells_year(f) && f->date.year == other;
    }
  return seen >= TOLD_LEAST;
}

/* The year in which the line, by a verb that leads to it, does what the title names behind its own; NULL when it tells
 * none or the title's. */
static const gm_figure *year_of_deed(const gm_draft_check *check, uint32_t title, const gm_figure *told, uint32_t at,
                                     const char *const *leads) {
  gm_text over = check->draft->lines[title], line = check->draft->lines[at];
  for (uint32_t i = 0; i < check->figures[at].count; i++) {
    const gm_figure *f = &check->figures[at].items[i];
    if (f->kind != GM_FIGURE_YEAR || !f->date.year || f->roles & GM_ROLE_TITLE ||
        !gm_reads_one_before(line, f->start, leads))
      continue;
    int off = (int)f->date.year - (int)told->date.year;
    if (off != 1 && off != -1) continue;
    uint32_t same = in_common(over, told->end, line, f->end), end = told->end + same;
    bool all = end >= over.len || gm_reads_one(over, end, plans) || gm_reads_one(over, end, reports) ||
               gm_reads(over, end, "的") || gm_reads(over, end, "实施") || gm_reads(over, end, "工作");
    if (same >= (all ? NAME_BYTES : LONG_NAME)) return f;
  }
  return NULL;
}

/* 2025年，县热线办… under a title of 2024: the year that opens what a report tells. That of a report on work, or of a
 * page that is dated, may be the year in which it is given. */
static const gm_figure *year_opening(const gm_draft_check *check, uint32_t title, const gm_figure *told, uint32_t at) {
  gm_text over = check->draft->lines[title], line = check->draft->lines[at];
  const gm_figure *f = check->figures[at].count ? &check->figures[at].items[0] : NULL;
  if (!f || f->kind != GM_FIGURE_YEAR || f->start != check->draft->looks[at].indent ||
      !(gm_reads(line, f->end, "，") || gm_reads(line, f->end, "以来，")))
    return NULL;
  bool later = f->date.year == told->date.year + 1u, earlier = f->date.year + 1u == told->date.year;
  return later || (earlier && gm_reads_before(over, over.len, "总结")) ? f : NULL;
}

void gm_check_title_year(gm_draft_check *check, uint32_t title) {
  const gm_draft *draft = check->draft;
  gm_text over = draft->lines[title];
  const gm_figure *told = NULL;
  for (uint32_t i = 0; i < check->figures[title].count; i++) {
    const gm_figure *f = &check->figures[title].items[i];
    if (f->kind == GM_FIGURE_RANGE || (f->date.year && told)) return; /* two years, or a span of them */
    if (tells_year(f)) told = f;
  }
  if (!told || told->kind != GM_FIGURE_YEAR || told->roles & GM_ROLE_TITLE || gm_reads_within(over, 0, over.len, turns))
    return;
  bool report = gm_reads_one_before(over, over.len, reports) != 0;
  if (!report && !gm_reads_one_before(over, over.len, plans)) return;
  unsigned seen = 0, most = report ? LEAD_REPORT : GM_LEAD_LINES;
  for (uint32_t line = gm_next_text(draft, title + 1); line < draft->count && seen < most;
       line = gm_next_text(draft, line + 1), seen++) {
    if (!(check->kinds[line] & GM_KIND(YEAR))) continue;
    const gm_figure *f = year_of_deed(check, title, told, line, report ? tellings : deeds);
    if (!f && report) f = year_opening(check, title, told, line);
    if (!f) continue;
    if (!is_refuted(check, title, told->date.year, f->date.year)) return;
    gm_report_figure(check, title, told);
    gm_say(check->out, check->language, "标题为“%s”，正文为“%s”", "the title says “%s”, the text “%s”",
           gm_quote_raw(over, told->start, told->end).text, gm_quote_raw(draft->lines[line], f->start, f->end).text);
    gm_relate_figure(check, line, f, "正文", "the text");
    return;
  }
}
