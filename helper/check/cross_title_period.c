/* XR-03: the part of the year that a report's title tells against the one that its text says it is of:
 * 2024年上半年…情况 的报告 over 现将2024年1至12月有关情况报告如下. */
#include "check/draft.h"
#include "check/families.h"
#include "check/title.h"

#define LEAD_LINES  4u   /* in which a report says what it is of */
#define FRAME_BYTES 120u /* from 现将 to 如下 */

/* The months of a span by its name. */
typedef struct months {
  const char *name;
  uint8_t first, last;
} months;

static const months names[] = {
    {"上半年", 1, 6},   {"下半年", 7, 12},  {"前三季度", 1, 9}, {"前三个季度", 1, 9}, {"一至三季度", 1, 9},
    {"一季度", 1, 3},   {"二季度", 4, 6},   {"三季度", 7, 9},   {"四季度", 10, 12},   {"全年", 1, 12},
    {"1至6月", 1, 6},   {"1—6月", 1, 6},    {"1-6月", 1, 6},    {"1－6月", 1, 6},     {"1～6月", 1, 6},
    {"1至9月", 1, 9},   {"1—9月", 1, 9},    {"1-9月", 1, 9},    {"1－9月", 1, 9},     {"1～9月", 1, 9},
    {"1至12月", 1, 12}, {"1—12月", 1, 12},  {"1-12月", 1, 12},  {"1－12月", 1, 12},   {"1～12月", 1, 12},
    {"1至3月", 1, 3},   {"1—3月", 1, 3},    {"1-3月", 1, 3},    {"1月至6月", 1, 6},   {"1月至12月", 1, 12},
    {"7至12月", 7, 12}, {"7—12月", 7, 12},  {"1月至9月", 1, 9}, {"1月至3月", 1, 3},   {"前6个月", 1, 6},
    {"前9个月", 1, 9},  {"前六个月", 1, 6}, {"前九个月", 1, 9}, {"半年", 1, 6},       {"头三个月", 1, 3},
    {"前3个月", 1, 3},  {"前三个月", 1, 3}, {"首季", 1, 3},     {NULL, 0, 0}};

/* The first span told in the bytes [from, to); its bytes in *at and *end. NULL when none is. */
static const months *find_months(gm_text line, uint32_t from, uint32_t to, uint32_t *at, uint32_t *end) {
  for (uint32_t i = from; i < to; i++) {
    if (((unsigned char)line.ptr[i] & 0xC0) == 0x80) continue; /* no character begins here */
    for (const months *m = names; m->name; m++) {
      uint32_t bytes = gm_reads(line, i, m->name);
      if (!bytes || i + bytes > to || (line.ptr[i] == '1' && i && line.ptr[i - 1] >= '0' && line.ptr[i - 1] <= '9'))
        continue;
      *at = i;
      *end = i + bytes;
      return m;
    }
  }
  return NULL;
}

static bool same(const months *a, const months *b) { return a->first == b->first && a->last == b->last; }

/* Is a span told anywhere below the title, by whatever name? */
static bool is_told(const gm_draft_check *check, uint32_t title, const months *span) {
  for (uint32_t line = title + 1; line < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    uint32_t at = 0, end = 0;
    for (const months *m; (m = find_months(text, at, text.len, &at, &end)) != NULL; at = end)
      if (same(m, span)) return true;
  }
  return false;
}

/* 现将2024年1至12月有关情况报告如下: where the words from 现将 to 如下 begin and end; false when the line has none. */
static bool find_frame(gm_text line, uint32_t *from, uint32_t *to) {
  static const char *const begins[] = {"现将", "现就", NULL}, *const ends[] = {"如下", NULL};
  for (uint32_t i = 0; i < line.len; i++) {
    uint32_t bytes = (unsigned char)line.ptr[i] >= 0xE3 ? gm_reads_one(line, i, begins) : 0;
    if (!bytes) continue;
    *from = i + bytes;
    for (uint32_t k = *from; k < line.len && k < *from + FRAME_BYTES; k++) {
      if ((unsigned char)line.ptr[k] < 0xE3 || gm_reads(line, k, "。")) continue;
      if (!gm_reads_one(line, k, ends)) continue;
      *to = k;
      return true;
    }
    return false;
  }
  return false;
}

void gm_check_title_period(gm_draft_check *check, uint32_t title) {
  static const char *const reports[] = {"报告", "总结", "汇报", "通报", "简报", "情况", "分析", NULL},
                           *const plans[] = {"计划", "安排", "打算", "目标", "下半年", "任务", "建议", NULL};
  const gm_draft *draft = check->draft;
  gm_text over = draft->lines[title];
  uint32_t at, end, from, to, next, next_end, other, other_end;
  if (!gm_reads_one_before(over, over.len, reports)) return;
  const months *told = find_months(over, 0, over.len, &at, &end);
  if (!told || find_months(over, end, over.len, &next, &next_end) || gm_reads_within(over, end, over.len, plans))
    return;
  unsigned seen = 0;
  for (uint32_t line = gm_next_text(draft, title + 1); line < draft->count && seen < LEAD_LINES;
       line = gm_next_text(draft, line + 1), seen++) {
    gm_text text = draft->lines[line];
    if (!find_frame(text, &from, &to)) continue;
    const months *span = find_months(text, from, to, &other, &other_end);
    if (!span || same(span, told) || find_months(text, other_end, to, &next, &next_end) ||
        gm_reads_within(text, from, to, plans) || is_told(check, title, told))
      return;
    gm_report_draft(check, (gm_position){title, at}, (gm_position){title, end});
    gm_say(check->out, check->language, "标题为“%s”，正文为“%s”", "the title says “%s”, the text “%s”",
           gm_quote_raw(over, at, end).text, gm_quote_raw(text, other, other_end).text);
    gm_relate(check->out, (gm_position){line, other}, (gm_position){line, other_end},
              check->language == GM_ENGLISH ? "the text" : "正文");
    return;
  }
}
