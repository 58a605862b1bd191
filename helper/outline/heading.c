/* Unnumbered headings: short lines over a long paragraph or a first numbered child, with siblings of like length
 * (outline.md, section 7). */
#include "outline/join.h"
#include "text/utf8.h"

#define HEADING_CHARS_MIN 4
#define HEADING_CHARS_MAX 30
#define SPREAD            5   /* characters by which siblings differ at most */
#define ROW_MAX           2   /* short lines in a row; three are a list or a verse */
#define BODY_CHARS        15u /* a shorter paragraph that ends in a mark is no body, unless siblings vouch for it */

#define CAPTION_CHARS 8 /* a longer line below a picture may be a heading */

enum { WAS_NOT = 0, IS_STRONG = 1, IS_POSSIBLE = 2 };

static const gm_candidate *first_of(const gm_join *join, size_t p) {
  const gm_paragraph *para = &join->paragraphs.items[p];
  return para->count ? &join->candidates.items[para->first] : NULL;
}

static bool is_short(const gm_join *join, size_t p) {
  const gm_candidate *c = p < join->paragraphs.count ? first_of(join, p) : NULL;
  return c && c->mark->family == GM_FAMILY_NONE && c->role == GM_ROLE_OPEN &&
         join->paragraphs.items[p].chars < GM_LONG_CHARS;
}

/* Does the paragraph open with the first item of a list? */
static bool begins_list(const gm_join *join, size_t p) {
  const gm_candidate *c = first_of(join, p);
  if (!c || !(c->mark->flags & GM_MARK_LINE) || c->role == GM_ROLE_DEAD || c->number != 1) return false;
  if (c->mark->family >= GM_FAMILY_IS) return true;
  if (c->mark->flags & GM_MARK_BLANK) return false; /* 序号 名称⏎1 水泵⏎2 阀门: rows of a table */
  return gm_opens_line(c) && c->next != GM_NONE && join->candidates.items[c->next].number == 2;
}

/* The first character of a line; a fragment torn from a sentence goes on with 是 的 ； ，. */
static bool goes_on(const gm_join *join, size_t p) {
  uint32_t line = join->paragraphs.items[p].line, c;
  gm_text text = join->draft->lines[line];
  uint32_t indent = join->draft->looks[line].indent;
  if (indent >= text.len) return false;
  gm_utf8_decode(text.ptr + indent, text.ptr + text.len, &c);
  return c == 0x662F || c == 0x7684 || c == 0xFF1B || c == ';' || c == 0xFF0C || c == ',' || c == 0x3002 || c == 0x3001;
}

static bool ends_sentence(uint32_t c) {
  return (gm_class_of(c) & (GM_STOP | GM_PAUSE | GM_CLOSE)) || c == '.' || c == '*';
}

/* A few words right below a picture are its caption, however the lines below look. */
static bool may_be_caption(const gm_join *join, const gm_candidate *c) {
  if (c->mark->flags & GM_MARK_BOLD || c->mark->number > CAPTION_CHARS) return false;
  uint32_t line = c->line;
  while (line && join->draft->classes[line - 1].kind == GM_LINE_BLANK) line--;
  return line && join->draft->classes[line - 1].kind == GM_LINE_IMAGE &&
         !(join->draft->classes[line - 1].fields & GM_FIELD_CAPTION);
}

/* Is paragraph p short, and bold where `bold` asks for it? */
static bool is_short_like(const gm_join *join, size_t p, unsigned bold) {
  return is_short(join, p) && (first_of(join, p)->mark->flags & bold) == bold;
}

/* Does paragraph p stand among short lines: a list, a verse? With `bold` only bold ones are seen. */
static bool is_in_row(const gm_join *join, size_t p, unsigned bold) {
  bool above = p && is_short_like(join, p - 1, bold), below = is_short_like(join, p + 1, bold);
  if (above && p > 1 && is_short_like(join, p - 2, bold)) return true;
  return below && (above || is_short_like(join, p + 2, bold));
}

/* How likely paragraph p is a heading, by itself and its neighbours. */
static int judge(const gm_join *join, size_t p) {
  const gm_candidate *c = first_of(join, p);
  if (!is_short(join, p) || p + 1 >= join->paragraphs.count) return WAS_NOT;
  if (c->mark->depth) return IS_STRONG;
  if (c->mark->style != GM_STYLE_PLAIN || c->mark->flags & (GM_MARK_LIST | GM_MARK_LEADER)) return WAS_NOT;
  if (c->mark->number < HEADING_CHARS_MIN || c->mark->number > HEADING_CHARS_MAX) return WAS_NOT;
  if (join->draft->classes[c->line].fields || may_be_caption(join, c)) return WAS_NOT;
  const unsigned bold = c->mark->flags & GM_MARK_BOLD;
  if (is_in_row(join, p, bold)) return WAS_NOT;
  int strong = bold && is_in_row(join, p, 0) ? IS_POSSIBLE : IS_STRONG; /* among plain ones: siblings must vouch */
  if (goes_on(join, p + 1) || goes_on(join, p)) return WAS_NOT;
  const gm_paragraph *next = &join->paragraphs.items[p + 1];
  if (p) { /* a fragment behind an unfinished line that stands right above */
    const gm_paragraph *before = &join->paragraphs.items[p - 1];
    if (before->line + 1 == c->line && before->chars >= GM_LONG_CHARS &&
        !ends_sentence(join->draft->looks[before->line].last))
      return WAS_NOT;
  }
  if (begins_list(join, p + 1)) return strong;
  if (first_of(join, p + 1) && gm_opens_line(first_of(join, p + 1)) && first_of(join, p + 1)->role == GM_ROLE_OPEN)
    return WAS_NOT;
  if (next->chars >= GM_LONG_CHARS) return strong;
  return next->chars >= BODY_CHARS && ends_sentence(join->draft->looks[next->line].last) ? IS_POSSIBLE : WAS_NOT;
}

static unsigned style_of(const gm_candidate *c) { return (c->mark->flags & GM_MARK_BOLD) != 0; }

void gm_join_headings(gm_join *join) {
  uint32_t lengths[2][HEADING_CHARS_MAX + 2 * SPREAD + 2];
  memset(lengths, 0, sizeof lengths);
  size_t n = join->paragraphs.count, body = 0;
  while (body < n && (join->paragraphs.items[body].chars < GM_LONG_CHARS || is_short(join, body)) &&
         !(first_of(join, body) && gm_opens_line(first_of(join, body)) && first_of(join, body)->role == GM_ROLE_OPEN))
    body++;
  uint8_t *judged = NULL;
  gm_reserve(&join->table, n / 4 + 1);
  judged = (uint8_t *)join->table.items;
  for (size_t p = 0; p < n; p++) {
    const gm_candidate *c = first_of(join, p);
    judged[p] = WAS_NOT;
    if (!c || c->mark->family != GM_FAMILY_NONE || c->role != GM_ROLE_OPEN) continue;
    if (p < body && !c->mark->depth) continue;
    judged[p] = (uint8_t)judge(join, p);
    if (judged[p] == IS_STRONG && !c->mark->depth) lengths[style_of(c)][c->mark->number + SPREAD]++;
  }
  for (size_t p = 0; p < n; p++) {
    if (!judged[p]) continue;
    gm_candidate *c = &join->candidates.items[join->paragraphs.items[p].first];
    if (c->mark->depth) {
      c->role = GM_ROLE_HEADING;
      continue;
    }
    uint32_t siblings = 0;
    for (int d = 0; d <= 2 * SPREAD; d++) siblings += lengths[style_of(c)][c->mark->number + d];
    bool alone = begins_list(join, p + 1) || c->mark->flags & GM_MARK_BOLD;
    if (siblings >= 2 || (judged[p] == IS_STRONG && alone)) c->role = GM_ROLE_HEADING;
  }
}
