/* PUN-01 to PUN-06: the mark behind the number of an item (GB/T 15834-2011, B.3). */
#include <stdlib.h>
#include "check/families.h"

#include "check/punctuation.h"

/* Han that is no numeral, a quote, a letter: what an item's text begins with. */
static bool text_at(const gm_view *view, size_t at) {
  if (at >= view->count) return false;
  uint16_t cls = view->cls[at];
  return (cls & (GM_HAN | GM_LATIN) && !(cls & GM_NUMERAL)) || gm_one_of(view, at, "“《");
}

/* Text of any kind, or marks that open it: behind another mark there is more wrong than a fix could mend. */
static bool begins_text(const gm_view *view, size_t at) {
  return at < view->count && (!(view->cls[at] & GM_PUNCT) || view->cls[at] & GM_OPEN);
}

/* 第一、加强领导. 第一、第二党支部 and 第一、二产业 name several things. */
void gm_check_ordinal_mark(gm_line_check *check, size_t start) {
  const gm_view *view = check->view;
  gm_item item = gm_item_at(view, start);
  if (!item.form || view->cls[start] & GM_IN_TITLE || !gm_one_of(view, item.end, "、.")) return;
  size_t i = item.end;
  bool later = item.number > 1 && gm_one_before(view, start, "，");
  if (!later && !gm_item_place(view, start)) return;
  size_t next = gm_skip_blanks(view, i + 1);
  if (!text_at(view, next) || gm_one_of(view, next, "第其") || gm_item_at(view, next).form) return;
  gm_report_line(check, start, i + 1);
  gm_say(check->out, check->language, "“%s”：带“第”“其”的序次语和“首先”后通常用逗号（GB/T 15834-2011 B.3.1）",
         "“%s”: 第一, 其一, 首先 usually take a comma (GB/T 15834-2011 B.3.1)", gm_quote_line(view, start, i + 1).text);
  gm_replace_line(check, i, i + 1, GM_TEXT("，"));
}

/* 一．总体要求 */
void gm_check_han_mark(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || i > 40 || !(view->cls[i - 1] & GM_NUMERAL || gm_one_before(view, i, "甲乙丙丁戊己庚辛壬癸"))) return;
  size_t start = gm_text_start(view), next = gm_skip_blanks(view, i + 1);
  int32_t number;
  bool han = view->cls[i - 1] & GM_NUMERAL && start < i && gm_numeral_ordinal(view, start, &number) == i - start;
  bool stem = start + 1 == i && !(view->cls[start] & GM_NUMERAL);
  if (!(han || stem) || i - start > 3 || !text_at(view, next) || gm_one_of(view, next, "等")) return;
  if (stem && gm_one_of(view, next, "甲乙丙丁戊己庚辛壬癸")) return;
  gm_report_line(check, start, i + 1);
  gm_say(check->out, check->language, "“%s”：不带括号的汉字序次语后通常用顿号（GB/T 15834-2011 B.3.2）",
         "“%s”: a Han numeral without brackets usually takes 、 (GB/T 15834-2011 B.3.2)",
         gm_quote_line(view, start, i + 1).text);
  gm_replace_line(check, i, next, GM_TEXT("、"));
}

/* （一）、任务 and 1）、任务. 第（一）、（二）项 is no item. */
void gm_check_bracket_mark(gm_line_check *check, size_t close) {
  const gm_view *view = check->view;
  if (!close || !(view->cls[close - 1] & (GM_NUMERAL | GM_DIGIT)) || !gm_one_of(view, close + 1, "、，：.")) return;
  size_t i = close + 1; /* the mark */
  size_t inner = i - 1;
  while (inner && i - inner < 5 && view->cls[inner - 1] & (GM_NUMERAL | GM_DIGIT)) inner--;
  if (inner == i - 1) return;
  size_t start = gm_one_before(view, inner, "（") ? inner - 1 : inner;
  if (start == inner && view->cls[inner] & GM_NUMERAL) return;
  if (!gm_item_place(view, start)) return;
  if (start && view->raw.ptr[view->raw_at[start - 1]] == ':') return; /* file.c:16) */
  size_t next = gm_skip_blanks(view, i + 1);
  if (!begins_text(view, next) || gm_one_of(view, next, "（")) return;
  /* A list of numbers: 1）、2）两项. */
  if (view->cls[next] & (GM_DIGIT | GM_NUMERAL)) {
    size_t after = next + gm_number_at(view, next);
    if (gm_one_of(view, after, "）")) return;
  }
  gm_report_line(check, start, i + 1);
  gm_say(check->out, check->language, "“%s”：带括号的序次语后通常不用标点（GB/T 15834-2011 B.3.4）",
         "“%s”: a number in brackets usually takes no mark (GB/T 15834-2011 B.3.4)",
         gm_quote_line(view, start, i + 1).text);
  gm_replace_line(check, i, next, GM_TEXT(""));
}

/* 3.1、范围 and 第一章、总则 */
void gm_check_chapter_mark(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || i > 40) return;
  size_t start = gm_text_start(view);
  if (start >= i) return;
  bool chapter = gm_one_before(view, i, "章节") && gm_one_of(view, start, "第");
  if (chapter) {
    int32_t number;
    size_t length = gm_numeral_ordinal(view, start + 1, &number);
    if (!length) {
      unsigned digits;
      length = gm_digits_at(view, start + 1, &digits);
    }
    if (!length || start + 1 + length + 1 != i) return;
  } else {
    unsigned points = 0;
    for (size_t k = start; k < i; k++) {
      if (view->cp[k] == '.')
        points++;
      else if (!(view->cls[k] & GM_DIGIT))
        return;
    }
    if (gm_one_of(view, i, "，") || !points || view->cp[start] == '.' || view->cp[i - 1] == '.') return;
  }
  size_t next = gm_skip_blanks(view, i + 1);
  if (!text_at(view, next)) return;
  gm_report_line(check, start, i + 1);
  if (chapter)
    gm_say(check->out, check->language, "“%s”：章节的序次语与标题之间通常空一格，不用标点（GB/T 15834-2011 B.3.6）",
           "“%s”: a space, no mark, usually stands behind 第X章 (GB/T 15834-2011 B.3.6)",
           gm_quote_line(view, start, i + 1).text);
  else
    gm_say(check->out, check->language, "“%s”：多级编号后通常不用标点，空一格即可（GB/T 15834-2011 B.3.5）",
           "“%s”: a number of several parts usually takes no mark but a space (GB/T 15834-2011 B.3.5)",
           gm_quote_line(view, start, i + 1).text);
}

/* 一是，抓学习 */
void gm_check_is_mark(gm_line_check *check, size_t is) {
  const gm_view *view = check->view;
  if (!is || !(view->cls[is - 1] & GM_NUMERAL) || !gm_one_of(view, is + 1, "，、：")) return;
  size_t i = is + 1; /* the mark */
  size_t start = i - 2;
  while (start && i - start < 5 && view->cls[start - 1] & GM_NUMERAL) start--;
  gm_item item = gm_item_at(view, start);
  size_t next = gm_skip_blanks(view, i + 1);
  if (!item.form || item.end != i || !begins_text(view, next)) return;
  gm_report_line(check, start, i + 1);
  gm_say(check->out, check->language, "“%s”：“一是”“一要”一类序次语后不用标点（GB/T 15834-2011 B.3.7）",
         "“%s”: items of the form 一是 take no mark (GB/T 15834-2011 B.3.7)", gm_quote_line(view, start, i + 1).text);
  gm_replace_line(check, i, next, GM_TEXT(""));
}

/* 1、目标: once a run, its fix mends all of it. */
static bool pointless(const gm_draft_check *check, const gm_section *section) {
  if (section->kind != GM_SECTION_NUMBERED && section->kind != GM_SECTION_INLINE) return false;
  if (section->marker_end < section->start.byte + 4) return false;
  const char *line = check->draft->lines[section->start.line].ptr;
  unsigned char first = (unsigned char)line[section->start.byte];
  bool number = (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
                (first == 0xE2 && (unsigned char)line[section->start.byte + 1] == 0x85); /* Ⅰ */
  return number && !memcmp(line + section->marker_end - 3, "、", 3);
}

/* 1、5个: a point would make a decimal of it. */
static bool before_digit(const gm_draft_check *check, const gm_section *section) {
  gm_text line = check->draft->lines[section->start.line];
  return section->marker_end < line.len && line.ptr[section->marker_end] >= '0' && line.ptr[section->marker_end] <= '9';
}

void gm_check_arabic_mark(gm_draft_check *check) {
  const gm_outline *outline = check->outline;
  uint32_t count = (uint32_t)outline->sections.count;
  if (!count) return;
  uint32_t *next = gm_alloc(count * sizeof *next);
  memset(next, 0xFF, count * sizeof *next);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t previous = outline->sections.items[i].previous;
    if (previous < count) next[previous] = i;
  }
  for (uint32_t i = 0; i < count; i++) {
    const gm_section *first = &outline->sections.items[i];
    if (first->previous != GM_NO_SECTION || !pointless(check, first)) continue;
    gm_report_draft(check, first->start, (gm_position){first->start.line, first->marker_end});
    gm_say(check->out, check->language,
           "“%s”：阿拉伯数字、字母作序次语，后面通常用下脚点，如“1.”（GB/T 15834-2011 B.3.3）",
           "“%s”: a digit or letter that numbers an item usually takes a point, “1.” (GB/T 15834-2011 B.3.3)",
           gm_quote_raw(check->draft->lines[first->start.line], first->start.byte, first->marker_end).text);
    bool safe = true;
    for (uint32_t k = i; k != UINT32_MAX && safe; k = next[k]) safe = !before_digit(check, &outline->sections.items[k]);
    for (uint32_t k = i; k != UINT32_MAX && safe; k = next[k]) {
      const gm_section *item = &outline->sections.items[k];
      if (pointless(check, item))
        gm_propose(check->out, (gm_position){item->start.line, item->marker_end - 3},
                   (gm_position){item->start.line, item->marker_end}, GM_TEXT("."), "PUN-03");
    }
  }
  free(next);
}
