/* XR-03: the day that a title tells, against the day on which the text says that it will be: 5号线二期12月26日开通 over
 * 12月28日， 5号线二期将投入运营. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "text/utf8.h"

#define RUN_BYTES  12u  /* of four characters that both sentences share: their subject */
#define LEAD_BYTES 150u /* of the clause that tells what will be */

static bool is_day(const gm_figure *f) { return f->kind == GM_FIGURE_DATE && f->date.month && f->date.day; }

static bool same_day(const gm_figure *a, const gm_figure *b) {
  return a->date.month == b->date.month && a->date.day == b->date.day;
}

/* Do two days of one month differ in one digit, or by the order of two? */
static bool is_slip(unsigned a, unsigned b) {
  return a / 10 == b / 10 || a % 10 == b % 10 || (a / 10 == b % 10 && a % 10 == b / 10);
}

/* Have the title and the bytes [from, to) of a line a run of four ideographs in common? */
static bool share_run(gm_text title, gm_text line, uint32_t from, uint32_t to) {
  for (uint32_t i = 0; i + RUN_BYTES <= title.len; i++) {
    if ((title.ptr[i] & 0xF0) != 0xE0) continue;
    for (uint32_t k = from; k + RUN_BYTES <= to; k++)
      if (!memcmp(title.ptr + i, line.ptr + k, RUN_BYTES)) return true;
  }
  return false;
}

/* Where the clause that begins behind the day, what stands in brackets and its comma ends; 0 when there is none. */
static uint32_t clause_of(gm_text line, uint32_t *from) {
  uint32_t at = *from;
  if (gm_reads(line, at, "（")) {
    while (at < line.len && at < *from + LEAD_BYTES && !gm_reads(line, at, "）")) at++;
    at += 3;
  }
  if (!gm_reads(line, at, "，")) return 0;
  *from = at += 3;
  while (at < line.len && at < *from + LEAD_BYTES && !gm_reads(line, at, "，") && !gm_reads(line, at, "。")) at++;
  return at < line.len ? at : line.len;
}

static const char *const will[] = {"将", "正式", NULL};
static const char *const others[] = {"获悉", "消息", "召开", "发布", "通报", "验收",
                                     "公布", "将于", "将在", "宣布", NULL};

/* Does any line of the text tell the day? */
static bool is_told(const gm_draft_check *check, uint32_t title, const gm_figure *day) {
  for (uint32_t line = title + 1; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++)
    for (uint32_t i = 0; i < check->figures[line].count; i++)
      if (is_day(&check->figures[line].items[i]) && same_day(&check->figures[line].items[i], day)) return true;
  return false;
}

void gm_check_title_day(gm_draft_check *check, uint32_t title) {
  const gm_draft *draft = check->draft;
  uint32_t lead = gm_next_text(draft, title + 1);
  const gm_figure *told = NULL;
  for (uint32_t i = 0; i < check->figures[title].count; i++) {
    const gm_figure *f = &check->figures[title].items[i];
    if (f->kind == GM_FIGURE_DATE && told) return; /* a span, or two events */
    if (is_day(f)) told = f;
  }
  if (!told || lead >= draft->count || !draft->classes[lead].keep || !check->figures[lead].count) return;
  const gm_figure *day = &check->figures[lead].items[0];
  gm_text line = draft->lines[lead];
  uint32_t from = day->end, to;
  if (!is_day(day) || day->start != draft->looks[lead].indent || day->date.month != told->date.month ||
      day->date.day == told->date.day || !is_slip(day->date.day, told->date.day) || !(to = clause_of(line, &from)))
    return;
  if (!gm_reads_within(line, from, to, will) || gm_reads_within(line, from, to, others) ||
      !share_run(draft->lines[title], line, from, to) || is_told(check, title, told))
    return;
  gm_report_figure(check, lead, day);
  gm_say(check->out, check->language, "标题为“%s”，正文为“%s”", "the title says “%s”, the text “%s”",
         gm_quote_raw(draft->lines[title], told->start, told->end).text, gm_quote_raw(line, day->start, day->end).text);
  gm_relate_figure(check, title, told, "标题", "the title");
}
