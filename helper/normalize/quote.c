/* NRM-12: straight quotes to curly ones, in pairs. */
#include "normalize/pass.h"

#define LEFT_DOUBLE  0x201Cu
#define RIGHT_DOUBLE 0x201Du
#define LEFT_SINGLE  0x2018u
#define RIGHT_SINGLE 0x2019u

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static bool is_straight(const gm_pass_context *c, size_t i, uint32_t mark) {
  return at(c, i) == mark && !gm_cell_is(c, i, GM_CELL_PROTECTED);
}

/* An inch or foot mark stands behind a digit while no quotation is open. */
static bool is_measure(const gm_pass_context *c, size_t i, bool open) {
  return !open && i && gm_cell_is(c, i - 1, GM_DIGIT);
}

/* Chinese stands inside the pair or right beside it. */
static bool is_chinese_pair(const gm_pass_context *c, size_t open, size_t close) {
  const uint16_t chinese = GM_HAN | GM_CELL_MARK;
  for (size_t i = open + 1; i < close; i++)
    if (gm_cell_is(c, i, chinese)) return true;
  return (open && gm_cell_is(c, open - 1, chinese)) ||
         (close + 1 < c->cells.count && gm_cell_is(c, close + 1, chinese));
}

/* Goes through the double quotes of the line, straight and curly; false when they do not pair. With `apply` the
 * straight ones of Chinese pairs are replaced. */
static bool pair_doubles(gm_pass_context *c, bool apply) {
  bool open = false;
  size_t start = 0;
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t cp = at(c, i);
    if (cp == LEFT_DOUBLE) {
      if (open) return false;
      open = true;
      start = i;
    } else if (cp == RIGHT_DOUBLE) {
      if (!open) return false;
      open = false;
      if (apply && at(c, start) == '"') gm_cell_replace(c, start, LEFT_DOUBLE);
    } else if (is_straight(c, i, '"') && !is_measure(c, i, open)) {
      if (open && apply && (at(c, start) == LEFT_DOUBLE || is_chinese_pair(c, start, i))) {
        if (at(c, start) == '"') gm_cell_replace(c, start, LEFT_DOUBLE);
        gm_cell_replace(c, i, RIGHT_DOUBLE);
      }
      if (!open) start = i;
      open = !open;
    }
  }
  return !open;
}

/* An apostrophe: 's, 5', rock'n'roll. */
static bool is_apostrophe(const gm_pass_context *c, size_t i) {
  return i && gm_cell_is(c, i - 1, GM_LATIN | GM_DIGIT) && !gm_cell_is(c, i - 1, GM_HAN);
}

/* Single quotes stand in pairs around Han, mostly inside double ones. */
static bool pair_singles(gm_pass_context *c, bool apply) {
  bool open = false;
  size_t start = 0;
  for (size_t i = 0; i < c->cells.count; i++) {
    uint32_t cp = at(c, i);
    if (cp == LEFT_SINGLE) {
      if (open) return false;
      open = true;
      start = i;
    } else if (cp == RIGHT_SINGLE) {
      if (!open) return !apply; /* an apostrophe, perhaps */
      open = false;
      if (apply && at(c, start) == '\'') gm_cell_replace(c, start, LEFT_SINGLE);
    } else if (is_straight(c, i, '\'')) {
      if (!open && (is_apostrophe(c, i) || !gm_cell_is(c, i + 1, GM_HAN | GM_OPEN | GM_LATIN | GM_DIGIT))) continue;
      if (open && at(c, start) == '\'' && is_apostrophe(c, i) && gm_cell_is(c, i + 1, GM_LATIN)) continue;
      if (open && apply && (at(c, start) == LEFT_SINGLE || is_chinese_pair(c, start, i))) {
        if (at(c, start) == '\'') gm_cell_replace(c, start, LEFT_SINGLE);
        gm_cell_replace(c, i, RIGHT_SINGLE);
      }
      if (!open) start = i;
      open = !open;
    }
  }
  return !open;
}

void gm_pass_quotes(gm_pass_context *c) {
  if (pair_doubles(c, false)) pair_doubles(c, true);
  if (pair_singles(c, false)) pair_singles(c, true);
}
