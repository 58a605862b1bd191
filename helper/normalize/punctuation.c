/* NRM-04 to 09, 13 and 14: half-width marks in Chinese context, doubled marks, the ellipsis and the dash. */
#include "normalize/pass.h"

#define COMMA     0xFF0Cu
#define PAUSE     0x3001u /* 、 */
#define STOP      0x3002u /* 。 */
#define SEMICOLON 0xFF1Bu
#define COLON     0xFF1Au
#define QUESTION  0xFF1Fu
#define EXCLAIM   0xFF01u
#define ELLIPSIS  0x2026u
#define DASH      0x2014u

#define NUMBER_CHARS 3 /* 二十一 */

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static bool is_free(const gm_pass_context *c, size_t i) { return !gm_cell_is(c, i, GM_CELL_PROTECTED); }

static void widen(gm_pass_context *c, uint32_t half, uint32_t full) {
  for (size_t i = 0; i < c->cells.count; i++)
    if (at(c, i) == half && is_free(c, i) && gm_chinese_context(c, i)) gm_cell_replace(c, i, full);
}

void gm_pass_comma(gm_pass_context *c) {
  widen(c, ',', COMMA);
  bool before = false;
  for (size_t i = 0; i < c->cells.count; i++) {
    bool comma = at(c, i) == COMMA && is_free(c, i);
    if (comma && before) gm_cell_delete(c, i);
    before = comma;
  }
}

void gm_pass_semicolon(gm_pass_context *c) { widen(c, ';', SEMICOLON); }

void gm_pass_colon(gm_pass_context *c) {
  for (size_t i = 0; i < c->cells.count; i++) {
    if (at(c, i) != ':' || !is_free(c, i) || !gm_chinese_context(c, i)) continue;
    if (at(c, i + 1) == ':' || (i && at(c, i - 1) == ':') || at(c, i + 1) == '/') continue; /* a::b */
    gm_cell_replace(c, i, COLON);
  }
}

void gm_pass_question(gm_pass_context *c) {
  for (size_t i = 0; i < c->cells.count; i++) {
    /* A pause right behind a question mark is no punctuation but the trace of a lost byte. */
    uint32_t after = at(c, i + 1);
    bool trace = after == SEMICOLON || after == COMMA || after == PAUSE || after == COLON || after == ';' ||
                 after == ':' || after == ',';
    if (at(c, i) == '?' && !trace && is_free(c, i) && gm_chinese_context(c, i)) gm_cell_replace(c, i, QUESTION);
  }
  widen(c, '!', EXCLAIM);
}

/* A sentence ends at i when nothing but closing marks and blanks follows on the line. */
static bool sentence_ends(const gm_pass_context *c, size_t i) {
  for (i++; i < c->cells.count; i++)
    if (!gm_cell_is(c, i, GM_CLOSE | GM_SPACE | GM_CELL_INVISIBLE) && at(c, i) != '"' && at(c, i) != '\'' &&
        at(c, i) != 0xFF09 && at(c, i) != ')')
      return false;
  return true;
}

/* 一. alone on its line is a list number. */
static bool is_list_number(const gm_pass_context *c, size_t dot) {
  size_t start = dot;
  while (start && gm_cell_class(at(c, start - 1)) & GM_NUMERAL) start--;
  if (start == dot || dot - start > NUMBER_CHARS) return false;
  while (start && gm_cell_is(c, start - 1, GM_SPACE)) start--;
  return !start;
}

void gm_pass_full_stop(gm_pass_context *c) {
  for (size_t i = 0; i < c->cells.count; i++) {
    if (!is_free(c, i)) continue;
    if (at(c, i) == '.' && i && at(c, i - 1) != '.' && at(c, i + 1) != '.') {
      size_t left = i;
      while (left && (gm_cell_is(c, left - 1, GM_CLOSE | GM_CELL_INVISIBLE) || at(c, left - 1) == '"')) left--;
      if (left && gm_cell_is(c, left - 1, GM_HAN) && sentence_ends(c, i) && !is_list_number(c, i))
        gm_cell_replace(c, i, STOP);
    } else if (at(c, i) == STOP) {
      size_t run = 1;
      while (at(c, i + run) == STOP) run++;
      if (run == 2) gm_cell_delete(c, i + 1);
      i += run - 1;
    }
  }
}

void gm_pass_list_comma(gm_pass_context *c) {
  size_t i = 0, start;
  while (i < c->cells.count && gm_cell_is(c, i, GM_SPACE)) i++;
  start = i;
  while (i < c->cells.count && gm_cell_class(at(c, i)) & GM_NUMERAL) i++;
  if (i == start || i - start > NUMBER_CHARS || (at(c, i) != COMMA && at(c, i) != ',') || !is_free(c, i)) return;
  uint32_t raw = c->cells.items[i].from;
  bool was_half = raw < c->raw.len && c->raw.ptr[raw] == ',';
  uint16_t after = gm_cell_class(at(c, i + 1));
  if (was_half && (after & GM_HAN) && !(after & GM_NUMERAL)) gm_cell_replace(c, i, PAUSE);
}

#define DOTS_MAX  11 /* twelve dots are two ellipses, more are a leader */
#define DOTS_FEW  6
#define DOTS_PAGE 4 /* digits of a page number */

/* A dotted leader runs up to a page number at the end of the line. */
static bool is_leader(const gm_pass_context *c, size_t end) {
  while (gm_cell_is(c, end, GM_SPACE)) end++;
  size_t digits = 0;
  while (gm_cell_is(c, end + digits, GM_DIGIT)) digits++;
  if (!digits || digits > DOTS_PAGE) return false;
  for (end += digits; end < c->cells.count; end++)
    if (!gm_cell_is(c, end, GM_SPACE)) return false;
  return true;
}

void gm_pass_ellipsis(gm_pass_context *c) {
  for (size_t i = 0; i < c->cells.count;) {
    uint32_t cp = at(c, i);
    if (cp != '.' && cp != STOP && cp != ELLIPSIS) {
      i++;
      continue;
    }
    size_t end = i;
    while (at(c, end) == cp) end++;
    size_t run = end - i;
    bool wanted = cp == ELLIPSIS ? run == 1 : run >= 3;
    if (cp == '.') wanted = wanted && run <= DOTS_MAX && !is_leader(c, end);
    if (cp == ELLIPSIS) wanted = wanted && at(c, end) != '.' && !(i && at(c, i - 1) == '.');
    if (!wanted || !is_free(c, i) || (cp != STOP && !gm_chinese_context(c, i) && !gm_chinese_context(c, end - 1))) {
      i = end;
      continue;
    }
    if (cp == ELLIPSIS) {
      gm_cell_insert(c, end, ELLIPSIS);
    } else {
      gm_cell_replace(c, i, ELLIPSIS);
      gm_cell_replace(c, i + 1, ELLIPSIS);
      gm_cell_absorb(c, i + 1, end);
    }
    i = end;
  }
}

void gm_pass_dash(gm_pass_context *c) {
  for (size_t i = 1; i + 2 < c->cells.count; i++) {
    if (at(c, i) != '-' || at(c, i + 1) != '-' || at(c, i - 1) == '-' || at(c, i + 2) == '-' || !is_free(c, i))
      continue;
    bool left = gm_cell_is(c, i - 1, GM_HAN) || (gm_cell_is(c, i - 1, GM_CLOSE) && at(c, i - 1) >= 0x80);
    bool right = gm_cell_is(c, i + 2, GM_HAN) || (gm_cell_is(c, i + 2, GM_OPEN) && at(c, i + 2) >= 0x80);
    if (!left || !right) continue;
    gm_cell_replace(c, i, DASH);
    gm_cell_replace(c, i + 1, DASH);
  }
}
