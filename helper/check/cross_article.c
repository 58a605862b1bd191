/* XR-06: a reference to an article that the draft has not: 见本公告第八条, and its sections are 一、 to 七、;
 * 依照本办法第三十 二条, and its last article is 第三十条. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define PARTS_LEAST 3 /* sections that are numbered one by one: fewer may be those of a part */
#define BEYOND_MOST 9 /* a number farther off is of another text */

/* What a draft calls itself. */
static const char *const self[] = {"本公告", "本方案", "本通知", "本办法", "本规定", "本细则", "本章程",
                                   "本制度", "本规则", "本合同", "本协议", "本守则", "本预案", "本须知",
                                   "本指南", "本条例", "本简章", "本规程", NULL};

/* The number of the last of the markers of a family that open lines, when they run from one on with none left out and
 * come once each; 0 when they do not. */
static int32_t last_of(const gm_draft_check *check, gm_family family) {
  const gm_draft *draft = check->draft;
  int32_t last = 0;
  for (uint32_t line = 0; line < draft->count; line++) {
    if (!draft->classes[line].keep || !draft->markers[line].count) continue;
    const gm_marker *m = &draft->markers[line].items[0];
    if (m->family != family || m->words) continue;
    if (m->number != last + 1) return 0;
    last = m->number;
  }
  return last;
}

/* Does any line open with 第一条 and its like? */
static bool has_articles(const gm_draft *draft) {
  for (uint32_t line = 0; line < draft->count; line++)
    for (uint32_t n = 0; n < draft->markers[line].count; n++)
      if (draft->markers[line].items[n].family == GM_FAMILY_ARTICLE && !draft->markers[line].items[n].words)
        return true;
  return false;
}

/* 八, 十二, 三十二 or 12 at byte *at of the line, up to 99; *at gets behind it. 0 when there is none. */
static int32_t number_at(gm_text line, uint32_t *at) {
  static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  int32_t tens = 0, value = 0;
  while (*at < line.len && line.ptr[*at] >= '0' && line.ptr[*at] <= '9' && value < 10)
    value = value * 10 + (line.ptr[(*at)++] - '0');
  if (value) return value;
  for (;;) {
    int32_t digit = 0;
    for (int32_t i = 0; i < 9 && !digit; i++)
      if (gm_reads(line, *at, digits[i])) digit = i + 1;
    if (digit) {
      value = digit;
      *at += 3;
    }
    if (tens || !gm_reads(line, *at, "十")) return tens + value;
    tens = value ? value * 10 : 10;
    value = 0;
    *at += 3;
  }
}

#define BEN 0x9C /* the second byte of 本 */

void gm_note_reference(gm_line_check *check, size_t at) {
  check->refers = check->refers || gm_one_of(check->view, at + 3, "第"); /* 本 and two characters */
}

void gm_check_articles(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  uint32_t first = gm_next_line(check, 0, GM_LINE_REFERS);
  if (first == draft->count) return; /* most drafts */
  bool articles = has_articles(draft);
  int32_t last = last_of(check, articles ? GM_FAMILY_ARTICLE : GM_FAMILY_HAN);
  if (last < PARTS_LEAST) return;
  for (uint32_t line = first; line < draft->count; line = gm_next_line(check, line + 1, GM_LINE_REFERS)) {
    gm_text text = draft->lines[line];
    if (!draft->classes[line].keep) continue;
    for (uint32_t at = 1; at < text.len; at++) {
      const char *found = memchr(text.ptr + at, BEN, text.len - at);
      if (!found) break;
      at = (uint32_t)(found - text.ptr);
      uint32_t start = at - 1 + gm_reads_one(text, at - 1, self), behind = start + 3;
      if (start == at - 1 || !gm_reads(text, start, "第")) continue;
      int32_t number = number_at(text, &behind);
      if (number <= last || number > last + BEYOND_MOST || !gm_reads(text, behind, "条")) continue;
      gm_report_draft(check, (gm_position){line, start}, (gm_position){line, behind + 3});
      gm_say(check->out, check->language, articles ? "提到“%s”，全文只有%d条" : "提到“%s”，全文只有%d部分",
             "“%s” is referred to; the draft has %d", gm_quote_raw(text, start, behind + 3).text, (int)last);
    }
  }
}
