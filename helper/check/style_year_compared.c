/* STY-05 over a draft: 比23年增加, 与23年相比, where the draft tells 2023年 or a year near it in full. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define CENTURY     2000u
#define YEAR_LEAST  10
#define YEAR_MOST   40
#define NEAR_YEARS  6u /* of a year written out */
#define GAP_BYTES   48u
#define REACH_BYTES 120u

static const char *const leads[] = {"比", "较", "与", "同", "和", "跟", "从", "由", NULL};
/* 对比23年, 相比, 占比: the word before the year is another. */
static const char *const not_leads[] = {"占比", "配比", "环比", "正比", "反比", "之比", "计较",
                                        "参与", "不同", "共同", "相同", "自从", NULL};
static const char *const changes[] = {"增加", "增长", "减少", "下降", "提高",   "上升", "降低", "回落", "回升", "多出",
                                      "扩大", "缩小", "净增", "翻了", "翻一番", "多了", "少了", "多收", "少收", "提升",
                                      "增收", "减收", "同期", "年底", "年末",   "末",   "底",   NULL};
static const char *const likened[] = {"相比", "持平", "基本持平", "同期", "同比", "相当",
                                      "年底", "年末", "末",       "底",   NULL};

/* Is what came of it told in years: 比23年增加2年? Then 23年 is a span too. */
static bool told_in_years(gm_text line, uint32_t at) {
  static const char *const spans[] = {"年", "个月", "岁", NULL};
  for (uint32_t i = at; i < line.len && i - at < GAP_BYTES && !gm_reads(line, i, "，") && !gm_reads(line, i, "。"); i++)
    if (line.ptr[i] >= '0' && line.ptr[i] <= '9') {
      while (i < line.len && ((line.ptr[i] >= '0' && line.ptr[i] <= '9') || line.ptr[i] == '.')) i++;
      return gm_reads_one(line, i, spans) != 0;
    }
  return false;
}

/* 从23年的320件增加到2024年的410件: does a year in full follow in the sentence? */
static bool year_behind(gm_text line, uint32_t at) {
  for (uint32_t i = at; i + 4 < line.len && i - at < REACH_BYTES && !gm_reads(line, i, "。"); i++)
    if (line.ptr[i] == '2' && line.ptr[i + 1] == '0' && gm_reads(line, i + 4, "年")) return true;
  return false;
}

/* 比23年增加, 与23年相比, 从23年的320件增加到 */
static bool is_compared(gm_text line, const gm_figure *f) {
  uint32_t lead = gm_reads_one_before(line, f->start, leads);
  if (!lead || gm_reads_one_before(line, f->start, not_leads)) return false;
  bool more = gm_reads_before(line, f->start, "比") || gm_reads_before(line, f->start, "较");
  bool from = gm_reads_before(line, f->start, "从") || gm_reads_before(line, f->start, "由");
  uint32_t of = gm_reads(line, f->end, "的"), number = f->end + of;
  bool value = of && number < line.len && line.ptr[number] >= '0' && line.ptr[number] <= '9';
  if (more || from) {
    if (value) return !told_in_years(line, number) && (more || year_behind(line, number));
    return more && gm_reads_one(line, f->end, changes) && !told_in_years(line, f->end);
  }
  return gm_reads_one(line, f->end, likened) && !told_in_years(line, f->end);
}

/* Does the draft tell a year of the same century near it in full? */
static bool is_told_in_full(const gm_draft_check *check, unsigned year) {
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(YEAR) | GM_KIND(DATE))) < check->draft->count;
       line++)
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      const char *p = check->draft->lines[line].ptr + f->start;
      if ((f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE) && f->date.year >= year &&
          f->date.year <= year + NEAR_YEARS && f->end > f->start + 4 && p[0] == '2' && p[1] == '0')
        return true;
    }
  return false;
}

void gm_check_short_years_compared(gm_draft_check *check) {
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DURATION))) < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_DURATION || f->number_end - f->start != 2 || text.ptr[f->start] < '1' ||
          text.ptr[f->start] > '4' || !gm_reads(text, f->number_end, "年") || f->end != f->number_end + 3 ||
          !gm_is_exact(f) || f->value.digits < YEAR_LEAST || f->value.digits > YEAR_MOST || !is_compared(text, f) ||
          !is_told_in_full(check, CENTURY + (unsigned)f->value.digits) || gm_is_reported(check, line, f))
        continue;
      gm_report_figure(check, line, f);
      gm_say(check->out, check->language, "年份不宜缩写：“%s”应写全四位（GB/T 15835-2011）",
             "write the year with four digits: “%s” (GB/T 15835-2011)", gm_quote_figure(check->draft, line, f).text);
    }
  }
}
