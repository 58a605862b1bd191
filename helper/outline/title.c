/* Titles: of the draft, and of the documents attached to it. */
#include "outline/join.h"
#include "text/utf8.h"

#define TITLE_LINES  4u /* lines a wrapped title has at most */
#define ODD_LINES    2u /* first ones, in which half a pair of marks is a slip or goes on below */
#define TITLE_CHARS  4u /* shorter only behind 附件 or a # */
#define BLANK_BEFORE 2u /* blank lines that part an attached document from the text before it */

/* Words for kinds of documents, with which their titles end. */
static const char *const kinds[] = {"规定", "办法", "方案", "意见", "报告", "通知", "细则", "章程", "规划",
                                    "纲要", "要点", "计划", "决定", "条例", "名单", "规程", "制度", "函",
                                    "标准", "公告", "通报", "请示", "批复", "纪要", "总结", "讲话", "指南",
                                    "说明", "规范", "公报", "規定", "辦法", "報告", "細則", "規劃", "綱要",
                                    "要點", "計畫", "決定", "條例", "名單", "規程", "通報", "表"};

static gm_text trimmed(gm_text line) {
  while (line.len) {
    uint32_t c;
    size_t n = gm_utf8_decode_back(line.ptr, line.ptr + line.len, &c);
    if (c != '*' && !(gm_class_of(gm_fold(c)) & GM_SPACE) && gm_fold(c)) break;
    line.len -= n;
  }
  return line;
}

static bool ends_with(gm_text text, const char *word) {
  size_t n = strlen(word);
  return text.len >= n && !memcmp(text.ptr + text.len - n, word, n);
}

static bool names_kind(gm_text line) {
  line = trimmed(line);
  if (ends_with(line, "）") || ends_with(line, ")")) { /* …规定（试行） */
    size_t at = line.len - 1;
    while (at && line.ptr[at] != '(' && !(line.ptr[at] == '\xef' && !memcmp(line.ptr + at, "（", 3))) at--;
    line.len = at;
  }
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (ends_with(line, kinds[i])) return true;
  return false;
}

static gm_candidate *text_of(gm_join *join, size_t p) {
  if (p >= join->paragraphs.count) return NULL;
  const gm_paragraph *para = &join->paragraphs.items[p];
  gm_candidate *c = para->count ? &join->candidates.items[para->first] : NULL;
  if (!c || c->mark->family != GM_FAMILY_NONE || c->role != GM_ROLE_OPEN) return NULL;
  return c->mark->style != GM_STYLE_ODD || p < ODD_LINES ? c : NULL;
}

static gm_text line_of(const gm_join *join, const gm_candidate *c) { return join->draft->lines[c->line]; }

/* Takes the title that begins in paragraph p with the lines it is wrapped over; gives the paragraph after it. */
static size_t take(gm_join *join, size_t p) {
  gm_candidate *c = text_of(join, p);
  c->role = GM_ROLE_TITLE;
  size_t last = p;
  if (!names_kind(line_of(join, c)) && !join->paragraphs.items[p].meta) {
    for (size_t q = p + 1; q < p + TITLE_LINES; q++) {
      const gm_candidate *more = text_of(join, q);
      if (!more || join->paragraphs.items[q].meta || more->line != c->line + (q - p) ||
          more->mark->style == GM_STYLE_DASH)
        break;
      if (names_kind(line_of(join, more))) {
        last = q;
        break;
      }
    }
  }
  for (size_t q = p + 1; q <= last; q++) text_of(join, q)->role = GM_ROLE_TITLE_MORE;
  return last + 1;
}

static bool may_be_title(const gm_join *join, const gm_candidate *c) {
  return c && (c->mark->style == GM_STYLE_PLAIN || (c->mark->style == GM_STYLE_ODD && !c->para)) &&
         (c->mark->number >= (int32_t)TITLE_CHARS || c->mark->depth) && !(c->mark->flags & GM_MARK_LIST) &&
         !(join->draft->classes[c->line].fields & ~(uint32_t)GM_FIELD_TITLE);
}

/* The draft's own title: a line said to be one, else the first short line before any text. Gives the paragraph from
 * which on attached documents are looked for. */
static size_t draft_title(gm_join *join) {
  size_t p = 0, found = GM_NONE, n = join->paragraphs.count;
  for (; p < n; p++) {
    const gm_paragraph *para = &join->paragraphs.items[p];
    const gm_candidate *first = para->count ? &join->candidates.items[para->first] : NULL;
    if (para->chars >= GM_LONG_CHARS && !para->meta && !text_of(join, p)) break;
    if (first && gm_opens_line(first) && first->role == GM_ROLE_OPEN && first->mark->family != GM_FAMILY_LABEL) break;
    const gm_candidate *c = text_of(join, p);
    if (c && join->draft->classes[c->line].fields & GM_FIELD_TITLE && (found == GM_NONE || !para->meta)) {
      found = p;
      if (!para->meta) break;
    }
  }
  if (found == GM_NONE || join->paragraphs.items[found].meta)
    for (size_t q = 0; q < p; q++)
      if (!join->paragraphs.items[q].meta && may_be_title(join, text_of(join, q))) {
        found = q;
        break;
      }
  if (found != GM_NONE) take(join, found);
  return found == GM_NONE ? 0 : found + 1;
}

void gm_join_titles(gm_join *join) {
  for (size_t p = draft_title(join); p < join->paragraphs.count; p++) {
    const gm_candidate *c = text_of(join, p);
    if (!p || !c || c->mark->flags & GM_MARK_BOLD) continue;
    const gm_paragraph *before = &join->paragraphs.items[p - 1];
    const gm_candidate *above = before->count ? &join->candidates.items[before->first] : NULL;
    bool attached = above && above->mark->family == GM_FAMILY_ATTACHMENT && above->role == GM_ROLE_OPEN &&
                    !(above->mark->flags & GM_MARK_DOUBT);
    bool apart = join->paragraphs.items[p].line > before->line + BLANK_BEFORE;
    if (!attached && !(apart && may_be_title(join, c))) continue;
    size_t last = p;
    if (!attached) {
      while (last < p + TITLE_LINES && text_of(join, last) &&
             join->paragraphs.items[last].line == join->paragraphs.items[p].line + (last - p) &&
             !names_kind(join->draft->lines[join->paragraphs.items[last].line]))
        last++;
      if (last == p + TITLE_LINES || !text_of(join, last) ||
          join->paragraphs.items[last].line != join->paragraphs.items[p].line + (last - p))
        continue;
    }
    p = take(join, p) - 1;
  }
}
