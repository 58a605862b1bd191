/* NRM-20, 21 and 22: special blanks, stray single spaces, white space at the end of the line. */
#include "normalize/pass.h"

#define IDEOGRAPHIC_SPACE 0x3000u
#define EM_SPACE          0x2003u
#define SPACED_HAN        4 /* letter-spaced characters in a row; three may be a table head such as 主 题 词 */

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static bool is_free(const gm_pass_context *c, size_t i) { return !gm_cell_is(c, i, GM_CELL_PROTECTED); }

void gm_pass_blanks(gm_pass_context *c) {
  bool indent = true;
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t cp = at(c, i);
    bool special = cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x205F;
    if (special && is_free(c, i)) gm_cell_replace(c, i, indent && cp == EM_SPACE ? IDEOGRAPHIC_SPACE : ' ');
    indent = indent && gm_cell_is(c, i, GM_SPACE);
  }
}

static bool hugs(uint32_t cp) {
  switch (cp) {
    case 0xFF0C:
    case 0x3002:
    case 0xFF1B:
    case 0xFF1A:
    case 0xFF01:
    case 0xFF1F:
    case 0x3001: return true;
    default: return false;
  }
}

/* The 、 of a list number at the head of the line keeps the space behind it. */
static bool is_marker_end(const gm_pass_context *c, size_t i) {
  if (at(c, i) != 0x3001) return false;
  size_t start = i;
  while (start && gm_cell_class(at(c, start - 1)) & (GM_NUMERAL | GM_DIGIT)) start--;
  if (start == i) return false;
  while (start && gm_cell_is(c, start - 1, GM_SPACE)) start--;
  return !start;
}

static bool single_space(const gm_pass_context *c, size_t i) {
  return at(c, i) == ' ' && is_free(c, i) && i && i + 1 < c->cells.count && !gm_cell_is(c, i - 1, GM_SPACE) &&
         !gm_cell_is(c, i + 1, GM_SPACE);
}

/* Han, one space, Han, …: gives the count of Han from i on, the last of which no Han follows. */
static size_t spaced_run(const gm_pass_context *c, size_t i) {
  size_t count = 0;
  while (gm_cell_is(c, i, GM_HAN) && !gm_cell_is(c, i + 1, GM_HAN)) {
    count++;
    if (!single_space(c, i + 1)) break;
    i += 2;
  }
  return count;
}

void gm_pass_single_spaces(gm_pass_context *c) {
  if (c->draft->classes && c->draft->classes[c->line].kind == GM_LINE_TABLE) return;
  for (size_t i = 0; i < c->cells.count; i++) {
    if (single_space(c, i) && (hugs(at(c, i - 1)) || hugs(at(c, i + 1))) && !is_marker_end(c, i - 1)) {
      gm_cell_delete(c, i);
      continue;
    }
    if (!gm_cell_is(c, i, GM_HAN) || !is_free(c, i) || (i && gm_cell_is(c, i - 1, GM_HAN))) continue;
    size_t run = spaced_run(c, i);
    if (run < SPACED_HAN) continue;
    /* One edit for the whole of it: half of a letter-spaced word would be no word. */
    for (size_t j = 1; j < run; j++) {
      gm_cell_delete(c, i + 2 * j - 1);
      if (j + 1 < run) gm_cells_glue(c, i + 2 * j, i + 2 * j + 1);
    }
    i += 2 * (run - 1);
  }
}

void gm_pass_trailing(gm_pass_context *c) {
  size_t end = c->cells.count, start = end;
  while (start && gm_cell_is(c, start - 1, GM_SPACE) && is_free(c, start - 1)) start--;
  if (start == end) return;
  bool line_break = start && end - start == 2 && at(c, start) == ' ' && at(c, start + 1) == ' ';
  if (c->markdown > 0 && line_break) return;
  for (size_t i = start; i < end; i++) gm_cell_delete(c, i);
}
