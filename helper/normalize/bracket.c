/* NRM-10 and 11: brackets. */
#include "normalize/pass.h"

#define BRACKET_DEPTH 64 /* deeper nesting is left alone */

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static bool is_open(uint32_t cp) { return cp == '(' || cp == 0xFF08; }
static bool is_close(uint32_t cp) { return cp == ')' || cp == 0xFF09; }

static size_t before_invisible(const gm_pass_context *c, size_t i) {
  while (i && gm_cell_is(c, i - 1, GM_CELL_INVISIBLE)) i--;
  return i;
}

/* Is the pair Chinese: Han inside, Han before it, or at the head of the line with Han behind it? */
static bool is_chinese_pair(const gm_pass_context *c, size_t open, size_t close) {
  for (size_t i = open + 1; i < close; i++)
    if (gm_cell_is(c, i, GM_HAN)) return true;
  size_t left = before_invisible(c, open);
  if (left && gm_cell_is(c, left - 1, GM_HAN)) return true;
  while (left && gm_cell_is(c, left - 1, GM_SPACE | GM_CELL_INVISIBLE)) left--;
  size_t right = close + 1;
  while (gm_cell_is(c, right, GM_CELL_INVISIBLE)) right++;
  return !left && right < c->cells.count && gm_cell_is(c, right, GM_HAN);
}

void gm_pass_parentheses(gm_pass_context *c) {
  if (c->options->profile == GM_PROFILE_TW) return;
  size_t stack[BRACKET_DEPTH], depth = 0;
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t cp = at(c, i);
    if (!gm_cell_is(c, i, GM_OPEN | GM_CLOSE) || gm_cell_is(c, i, GM_CELL_PROTECTED)) continue;
    if (is_open(cp)) {
      if (depth == BRACKET_DEPTH) return;
      stack[depth++] = i;
    } else if (is_close(cp) && depth) {
      size_t open = stack[--depth];
      if ((cp == ')' || at(c, open) == '(') && is_chinese_pair(c, open, i)) {
        gm_cell_replace(c, open, 0xFF08);
        gm_cell_replace(c, i, 0xFF09);
      }
    }
  }
}

static bool one_of(uint32_t cp, const uint32_t *set) {
  for (; *set; set++)
    if (cp == *set) return true;
  return false;
}

#define YEAR_DIGITS   4
#define NUMBER_DIGITS 5 /* of a document number */

void gm_pass_document_number(gm_pass_context *c) {
  static const uint32_t opens[] = {'[', '(', 0xFF3B, 0xFF08, 0x3010, 0xFE5D, 0x3014, 0};
  static const uint32_t closes[] = {']', ')', 0xFF3D, 0xFF09, 0x3011, 0xFE5E, 0x3015, 0};
  for (size_t i = 1; i + YEAR_DIGITS + 1 < c->cells.count; i++) {
    if (!gm_cell_is(c, i, GM_OPEN) || !one_of(at(c, i), opens) || gm_cell_is(c, i, GM_CELL_PROTECTED)) continue;
    size_t left = before_invisible(c, i);
    size_t close = i + 1 + YEAR_DIGITS, digits = 0;
    bool year = gm_fold(at(c, i + 1)) == '1' || gm_fold(at(c, i + 1)) == '2';
    for (size_t j = i + 1; j < close; j++) year = year && gm_cell_is(c, j, GM_DIGIT);
    if (!year || !one_of(at(c, close), closes) || !left || !gm_cell_is(c, left - 1, GM_HAN)) continue;
    size_t end = close + 1;
    if (at(c, end) == 0x7B2C) end++; /* 第 */
    while (digits < NUMBER_DIGITS && gm_cell_is(c, end + digits, GM_DIGIT)) digits++;
    uint32_t behind = at(c, end + digits);
    if (!digits || (behind != 0x53F7 && behind != 0x865F)) continue; /* 号 號 */
    gm_cell_replace(c, i, 0x3014);
    gm_cell_replace(c, close, 0x3015);
    if (c->cells.items[i].rule) gm_cells_glue(c, i + 1, close + 1);
  }
}
