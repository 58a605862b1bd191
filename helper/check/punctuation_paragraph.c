/* PUN-07, PUN-20: the mark at the end of a heading, of a paragraph. */
#include "check/families.h"
#include "check/punctuation.h"
#include "text/utf8.h"

#define HEADING_CHARS   25 /* a longer line with a stop is a sentence */
#define BODY_CHARS      40 /* a paragraph; shorter lines may be list items or captions */
#define PARAGRAPH_CHARS 40

static bool ends_sentence(uint32_t c) { return c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A; }

/* The next line with text; count of lines when there is none. */
static uint32_t next_line(const gm_draft *draft, uint32_t line) {
  do line++;
  while (line < draft->count && !draft->looks[line].chars);
  return line;
}

/* Bytes of the line up to its last character that is no blank. */
static uint32_t text_end(gm_text line) {
  const char *p = line.ptr + line.len;
  while (p > line.ptr) {
    uint32_t c;
    size_t bytes = gm_utf8_decode_back(line.ptr, p, &c);
    uint32_t folded = gm_fold(c);
    if (folded && folded != ' ') break;
    p -= bytes;
  }
  return (uint32_t)(p - line.ptr);
}

/* 一、抓实基层党建。 alone on its line, with text of its own below. */
void gm_check_heading_end(gm_draft_check *check) {
  const gm_outline *outline = check->outline;
  const gm_draft *draft = check->draft;
  for (uint32_t i = 0; i < outline->sections.count; i++) {
    const gm_section *section = &outline->sections.items[i];
    if (section->kind != GM_SECTION_NUMBERED) continue;
    if (section->family != GM_FAMILY_HAN && section->family != GM_FAMILY_CHAPTER &&
        section->family != GM_FAMILY_CLAUSE_SECTION && section->family != GM_FAMILY_CAPITAL)
      continue;
    uint32_t line = section->start.line;
    const gm_look *look = &draft->looks[line];
    if (!ends_sentence(look->last) || look->chars > HEADING_CHARS || section->title_end.line != line) continue;
    gm_text text = draft->lines[line];
    uint32_t end = text_end(text), c;
    size_t bytes = gm_utf8_decode_back(text.ptr, text.ptr + end, &c);
    if (section->title_end.byte + bytes != end) continue; /* run in */
    /* Text of its own: a paragraph, or a section below it. */
    uint32_t below = next_line(draft, line);
    if (below >= draft->count) continue;
    const gm_section *next = i + 1 < outline->sections.count ? section + 1 : NULL;
    bool child = next && next->start.line == below && next->level > section->level && next->kind != GM_SECTION_INLINE;
    bool body = (!next || next->start.line > below || next->kind == GM_SECTION_INLINE) &&
                draft->looks[below].chars >= BODY_CHARS;
    if (!body && (!child || c == 0xFF1A)) continue; /* a colon leads what is below */
    gm_position from = {line, end - (uint32_t)bytes}, to = {line, end};
    gm_report_draft(check, from, to);
    gm_say(check->out, check->language, "标题末尾通常不用“%s”（GB/T 15834-2011 B.4）",
           "a heading usually ends without “%s” (GB/T 15834-2011 B.4)", gm_quote_raw(text, from.byte, end).text);
    gm_propose(check->out, from, to, GM_TEXT(""), "PUN-07");
  }
}

static bool unfinished(const gm_draft *draft, uint32_t line) {
  const gm_look *look = &draft->looks[line];
  return look->chars >= PARAGRAPH_CHARS && (look->last == '%' || !(gm_class_of(look->last) & GM_PUNCT));
}

/* The last sentence of the text, behind its last 。: bytes from *start. False when there is no 。 at all. */
static bool last_sentence(gm_text text, uint32_t end, uint32_t *start) {
  static const char stop[] = "。";
  for (uint32_t at = end; at >= 3; at--)
    if (!memcmp(text.ptr + at - 3, stop, 3)) {
      *start = at;
      return true;
    }
  return false;
}

#define TAIL_BYTES 30 /* ten characters: shorter tails are credits, dates, names */

/* A sentence has a comma; credits (记者某某 摄), links and the heads of other articles have none, or these words. */
static bool is_sentence(gm_text tail) {
  static const char *const others[] = {"http", "www",  "记者", "摄",   "图",   "通讯员",
                                       "来源", "编辑", "作者", "原文", "电话", "责编"};
  if (tail.len < TAIL_BYTES) return false;
  bool comma = false;
  for (size_t i = 0; i + 3 <= tail.len && !comma; i++) comma = tail.ptr[i] == ',' || !memcmp(tail.ptr + i, "，", 3);
  for (size_t w = 0; w < sizeof others / sizeof *others; w++) {
    size_t n = strlen(others[w]);
    for (size_t i = 0; i + n <= tail.len; i++)
      if (!memcmp(tail.ptr + i, others[w], n)) return false;
  }
  return comma;
}

/* Lines broken at a width end anywhere: their neighbours do too. */
static bool is_wrapped(const gm_draft *draft, uint32_t line) {
  return (line && unfinished(draft, line - 1)) || (line + 1 < draft->count && unfinished(draft, line + 1)) ||
         (line + 1 < draft->count && draft->looks[line + 1].chars && !draft->looks[line + 1].indent &&
          draft->looks[line].indent);
}

#define FEW  2u  /* more paragraphs without a final mark are a draft torn or typed so, */
#define RARE 20u /* unless they are one in twenty */

/* A paragraph of whole sentences whose last one is not closed. */
void gm_check_final_mark(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  uint32_t open = 0, closed = 0;
  for (uint32_t line = 0; line < draft->count; line++) {
    if (unfinished(draft, line))
      open++;
    else
      closed += draft->looks[line].chars >= PARAGRAPH_CHARS;
  }
  if (open > FEW && open * RARE > closed) return;
  for (uint32_t line = 0; line < draft->count; line++) {
    const gm_line_class *class = &draft->classes[line];
    if (!unfinished(draft, line) || !class->keep || class->kind != GM_LINE_PROSE || class->fields) continue;
    gm_text text = draft->lines[line];
    if (is_wrapped(draft, line)) continue;
    uint32_t end = text_end(text), from, c;
    if (!last_sentence(text, end, &from) || !is_sentence((gm_text){text.ptr + from, end - from})) continue;
    uint32_t start = end - (uint32_t)gm_utf8_decode_back(text.ptr, text.ptr + end, &c);
    gm_report_draft(check, (gm_position){line, start}, (gm_position){line, end});
    gm_say(check->out, check->language, "段末没有标点", "the paragraph ends without a mark");
  }
}
