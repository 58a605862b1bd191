/* PUN-07, PUN-20: the mark at the end of a heading, of a paragraph. */
#include "check/families.h"
#include "check/punctuation.h"
#include "text/utf8.h"

#define HEADING_CHARS   25 /* a longer line with a stop is a sentence */
#define BODY_CHARS      40 /* a paragraph; shorter lines may be list items or captions */
#define SENTENCE_CHARS  6  /* the least below a heading that others like it vouch for */
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

/* A section's heading that fills its line. */
typedef struct heading {
  gm_position from, to; /* the mark at its end; equal when it has none */
  uint32_t mark;        /* 0 when it has none */
  uint32_t below;       /* the next line with text */
} heading;

/* False when section `i` is no such heading: run in, wrapped, long, the draft's last line. */
static bool read_heading(const gm_draft_check *check, uint32_t i, heading *out) {
  const gm_draft *draft = check->draft;
  const gm_section *section = &check->outline->sections.items[i];
  uint32_t line = section->start.line;
  if (draft->looks[line].chars > HEADING_CHARS || section->title_end.line != line) return false;
  gm_text text = draft->lines[line];
  uint32_t end = text_end(text), c;
  size_t bytes = gm_utf8_decode_back(text.ptr, text.ptr + end, &c);
  bool marked = ends_sentence(draft->looks[line].last);
  if (section->title_end.byte + (marked ? bytes : 0) != end) return false;
  out->from = (gm_position){line, marked ? end - (uint32_t)bytes : end};
  out->to = (gm_position){line, end};
  out->mark = marked ? c : 0;
  out->below = next_line(draft, line);
  return out->below < draft->count;
}

/* Is the line below section `i` text of its own? */
static bool has_text(const gm_draft_check *check, uint32_t i, uint32_t below) {
  const gm_outline *outline = check->outline;
  const gm_section *next = i + 1 < outline->sections.count ? &outline->sections.items[i + 1] : NULL;
  return !next || next->start.line > below || next->kind == GM_SECTION_INLINE;
}

/* A paragraph below, or a section. */
static bool stands_over(const gm_draft_check *check, uint32_t i, const heading *h) {
  const gm_section *section = &check->outline->sections.items[i];
  const gm_section *next = i + 1 < check->outline->sections.count ? section + 1 : NULL;
  bool child = next && next->start.line == h->below && next->level > section->level && next->kind != GM_SECTION_INLINE;
  if (child) return h->mark != 0xFF1A; /* a colon leads what is below */
  return has_text(check, i, h->below) && check->draft->looks[h->below].chars >= BODY_CHARS;
}

/* A heading over a paragraph, however short, that ends like one: for those whose neighbours vouch for them. */
static bool over_sentence(const gm_draft_check *check, uint32_t i, heading *out) {
  if (i == GM_NO_SECTION || !read_heading(check, i, out) || !has_text(check, i, out->below)) return false;
  const gm_look *below = &check->draft->looks[out->below];
  return below->chars >= SENTENCE_CHARS && gm_class_of(below->last) & GM_STOP &&
         check->draft->classes[out->below].kind == GM_LINE_PROSE;
}

static void report_heading(gm_draft_check *check, const heading *h) {
  gm_report_draft(check, h->from, h->to);
  gm_say(check->out, check->language, "标题末尾通常不用“%s”（GB/T 15834-2011 B.4）",
         "a heading usually ends without “%s” (GB/T 15834-2011 B.4)",
         gm_quote_raw(check->draft->lines[h->from.line], h->from.byte, h->to.byte).text);
  gm_propose(check->out, h->from, h->to, GM_TEXT(""), "PUN-07");
}

static bool may_have_heading(const gm_section *section) {
  if (section->kind != GM_SECTION_NUMBERED) return false;
  return section->family == GM_FAMILY_HAN || section->family == GM_FAMILY_CHAPTER ||
         section->family == GM_FAMILY_CLAUSE_SECTION || section->family == GM_FAMILY_CAPITAL;
}

/* Told of for itself: 一、抓实基层党建。 alone on its line, with text of its own below. */
static bool is_marked_heading(const gm_draft_check *check, uint32_t i, heading *h) {
  return may_have_heading(&check->outline->sections.items[i]) && read_heading(check, i, h) && h->mark &&
         stands_over(check, i, h);
}

#define SIBLINGS_BACK 3 /* headings of a run that are asked whether they have no mark */

static uint32_t before(const gm_draft_check *check, uint32_t i) { return check->outline->sections.items[i].previous; }

/* Has one of the headings just before `i` in its run no mark? */
static bool vouched(const gm_draft_check *check, uint32_t i) {
  heading other;
  uint32_t p = before(check, i);
  for (unsigned n = 0; n < SIBLINGS_BACK && over_sentence(check, p, &other); n++, p = before(check, p))
    if (!other.mark) return true;
  return false;
}

/* Over a short text a marked line may be an item; but not beside one that has no mark. */
static void check_siblings(gm_draft_check *check, uint32_t i) {
  heading own, other;
  if (before(check, i) == GM_NO_SECTION || !over_sentence(check, i, &own)) return;
  if (own.mark) {
    if (vouched(check, i) && !is_marked_heading(check, i, &own)) report_heading(check, &own);
    return;
  }
  bool firm = may_have_heading(&check->outline->sections.items[i]);
  uint32_t p = before(check, i);
  for (unsigned n = 0; n < SIBLINGS_BACK && over_sentence(check, p, &other) && other.mark; n++, p = before(check, p)) {
    /* （一）甲。（二）乙。（三）丙: most have it */
    bool common = !firm && over_sentence(check, before(check, p), &own) && own.mark;
    if (common || vouched(check, p)) return;
    if (!is_marked_heading(check, p, &other)) report_heading(check, &other);
  }
}

void gm_check_heading_end(gm_draft_check *check) {
  const gm_outline *outline = check->outline;
  for (uint32_t i = 0; i < outline->sections.count; i++) {
    heading own;
    if (is_marked_heading(check, i, &own)) report_heading(check, &own);
    if (outline->sections.items[i].kind == GM_SECTION_NUMBERED) check_siblings(check, i);
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

static const char *const credits[] = {"http", "www",  "记者", "摄",   "图",   "通讯员", "来源",
                                      "编辑", "作者", "原文", "电话", "责编", NULL};

static bool holds_one(gm_text text, const char *const *words) {
  for (; *words; words++) {
    size_t n = strlen(*words);
    for (size_t i = 0; i + n <= text.len; i++)
      if (!memcmp(text.ptr + i, *words, n)) return true;
  }
  return false;
}

/* A sentence has a comma; credits (记者某某 摄), links and the heads of other articles have none, or those words. */
static bool is_sentence(gm_text tail) {
  if (tail.len < TAIL_BYTES || holds_one(tail, credits)) return false;
  for (size_t i = 0; i + 3 <= tail.len; i++)
    if (tail.ptr[i] == ',' || !memcmp(tail.ptr + i, "，", 3)) return true;
  return false;
}

/* Lines broken at a width end anywhere: their neighbours do too. */
static bool is_wrapped(const gm_draft *draft, uint32_t line) {
  return (line && unfinished(draft, line - 1)) || (line + 1 < draft->count && unfinished(draft, line + 1)) ||
         (line + 1 < draft->count && draft->looks[line + 1].chars && !draft->looks[line + 1].indent &&
          draft->looks[line].indent);
}

#define CLAUSE_COMMAS 3u /* a line with fewer, and no 。, may be a title, a caption, a slogan, or torn, */
#define PARTED_COMMAS 2u /* unless a blank line or an indent parts it from the next */

#define WRAPPED_CHARS 44 /* a line broken at a width, 80 columns or a page's, has no more */
#define CLAUSE_CHARS  7u /* of a clause on average: lists of names have shorter parts */
#define HEAD_BYTES    36 /* twelve characters: what a caption, a list of persons or data begins with */

static const char *const heads[] = {"图", "：", "摄", "记者", "作者", NULL};

/* A first line reads like a title; titles do without these words, sentences hardly. */
static const char *const told[] = {"了", "着", "就", "把", "被", "已", "还", "也", "都", "才", "便", "后", NULL};

static bool is_closed(const gm_draft *draft, uint32_t line) {
  return line < draft->count && draft->classes[line].kind == GM_LINE_PROSE && draft->classes[line].keep &&
         draft->looks[line].chars >= SENTENCE_CHARS && gm_class_of(draft->looks[line].last) & GM_STOP;
}

/* A paragraph of one long sentence, without any 。, not of a title unless it tells something, above or below one that
 * is closed. An item of a list needs none. */
static bool is_clauses(const gm_draft *draft, uint32_t line, gm_text text, bool titled) {
  const gm_markers *markers = &draft->markers[line];
  if (markers->count && markers->items->family != GM_FAMILY_NONE) return false;
  if (!(gm_class_of(draft->looks[line].first) & (GM_HAN | GM_DIGIT | GM_OPEN)) ||
      holds_one((gm_text){text.ptr, text.len < HEAD_BYTES ? text.len : HEAD_BYTES}, heads))
    return false;
  bool parted = line + 1 == draft->count || !draft->looks[line + 1].chars || draft->looks[line + 1].indent;
  if (!parted && draft->looks[line].chars <= WRAPPED_CHARS) return false;
  unsigned commas = 0;
  for (size_t i = 0; i + 3 <= text.len; i++) {
    if (!memcmp(text.ptr + i, "，", 3)) commas++;
    if (!memcmp(text.ptr + i, "；", 3) || !memcmp(text.ptr + i, "！", 3) || !memcmp(text.ptr + i, "？", 3))
      return false;
  }
  if (commas < (parted ? PARTED_COMMAS : CLAUSE_COMMAS) || draft->looks[line].chars < (commas + 1) * CLAUSE_CHARS)
    return false;
  if (commas < CLAUSE_COMMAS ? holds_one(text, credits)
                             : holds_one((gm_text){text.ptr + text.len - TAIL_BYTES, TAIL_BYTES}, credits))
    return false;
  uint32_t above = line;
  while (above && !draft->looks[above - 1].chars) above--;
  if (above && is_closed(draft, above - 1)) return true;
  return is_closed(draft, next_line(draft, line)) && (!titled || holds_one(text, told));
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
  const gm_outline *outline = check->outline;
  uint32_t next = 0, titled = 0; /* lines before `titled` belong to a title or a heading */
  for (uint32_t line = 0; line < draft->count; line++) {
    for (; next < outline->sections.count && outline->sections.items[next].start.line <= line; next++) {
      const gm_section *s = &outline->sections.items[next];
      if (s->kind == GM_SECTION_TITLE || s->kind == GM_SECTION_HEADING) titled = s->title_end.line + 1;
    }
    const gm_line_class *class = &draft->classes[line];
    if (!unfinished(draft, line) || !class->keep || class->kind != GM_LINE_PROSE || class->fields) continue;
    gm_text text = draft->lines[line];
    if (is_wrapped(draft, line)) continue;
    uint32_t end = text_end(text), from, c;
    if (last_sentence(text, end, &from) ? !is_sentence((gm_text){text.ptr + from, end - from})
                                        : !is_clauses(draft, line, (gm_text){text.ptr, end}, line < titled))
      continue;
    uint32_t start = end - (uint32_t)gm_utf8_decode_back(text.ptr, text.ptr + end, &c);
    if (c >= 0xE000 && c <= 0xF8FF) continue; /* a sign of some font, behind which the mark may stand */
    gm_report_draft(check, (gm_position){line, start}, (gm_position){line, end});
    gm_say(check->out, check->language, "段末没有标点", "the paragraph ends without a mark");
  }
}
