/* NRM-31 and 33: what a house style asks for. */
#include "normalize/pass.h"

#define IDEOGRAPHIC_SPACE 0x3000u
#define INDENT            2  /* ideographic spaces */
#define PARAGRAPH_CHARS   40 /* shorter lines may be titles, headings and signatures */

static uint32_t at(const gm_pass_context *c, size_t i) { return i < c->cells.count ? c->cells.items[i].cp : 0; }

static bool is_han(const gm_pass_context *c, size_t i) { return i < c->cells.count && gm_cell_is(c, i, GM_HAN); }

static bool is_word(const gm_pass_context *c, size_t i) {
  return i < c->cells.count && gm_cell_is(c, i, GM_LATIN | GM_DIGIT) && !gm_cell_is(c, i, GM_CELL_PROTECTED);
}

/* Digits that belong to the Han behind them: 2024年3月, 5号, 9时30分. Gives whether the number around i is one. */
static bool is_dated(const gm_pass_context *c, size_t i) {
  static const uint32_t units[] = {0x5E74, 0x6708, 0x65E5, 0x53F7, 0x865F, 0x65F6, 0x6642, 0x5206, 0x79D2, 0x70B9, 0};
  if (!gm_cell_is(c, i, GM_DIGIT)) return false;
  while (gm_cell_is(c, i, GM_DIGIT)) i++;
  for (const uint32_t *unit = units; *unit; unit++)
    if (at(c, i) == *unit) return true;
  return false;
}

static bool digit_run_dated(const gm_pass_context *c, size_t last) {
  while (last && gm_cell_is(c, last - 1, GM_DIGIT)) last--;
  return is_dated(c, last);
}

static void add_spaces(gm_pass_context *c) {
  for (size_t i = 1; i < c->cells.count; i++) {
    bool into = is_han(c, i - 1) && is_word(c, i) && !is_dated(c, i);
    bool out = is_word(c, i - 1) && is_han(c, i) && !digit_run_dated(c, i - 1);
    if (into || out) gm_cell_insert(c, i, ' ');
  }
}

static void remove_spaces(gm_pass_context *c) {
  size_t first = 0;
  while (first < c->cells.count && gm_cell_is(c, first, GM_SPACE)) first++;
  bool marker = true; /* 1 总则: the number of a list keeps the space behind it */
  for (size_t i = first; i + 1 < c->cells.count; i++) {
    if (at(c, i) == ' ' && !marker && !gm_cell_is(c, i, GM_CELL_PROTECTED) &&
        ((is_han(c, i - 1) && is_word(c, i + 1)) || (is_word(c, i - 1) && is_han(c, i + 1))))
      gm_cell_delete(c, i);
    marker = marker && (gm_cell_is(c, i, GM_DIGIT) || at(c, i) == '.');
  }
}

void gm_pass_spacing(gm_pass_context *c) {
  if (c->options->spacing == GM_SPACING_ADD)
    add_spaces(c);
  else
    remove_spaces(c);
}

void gm_pass_indent(gm_pass_context *c) {
  size_t text = 0, chars = 0;
  if (c->joined) return;
  while (text < c->cells.count && gm_cell_is(c, text, GM_SPACE)) text++;
  for (size_t i = text; i < c->cells.count; i++) chars += !gm_cell_is(c, i, GM_SPACE | GM_CELL_INVISIBLE);
  uint8_t kind = c->draft->classes ? c->draft->classes[c->line].kind : GM_LINE_PROSE;
  if (kind != GM_LINE_PROSE || chars < PARAGRAPH_CHARS || gm_cell_is(c, text, GM_CELL_PROTECTED)) return;
  if (at(c, text) < 0x80 && !gm_cell_is(c, text, GM_LATIN)) return; /* lists, quotations, tables */
  size_t wanted = c->options->no_indent ? 0 : INDENT;
  bool right = text == wanted;
  for (size_t i = 0; i < text; i++) right = right && at(c, i) == IDEOGRAPHIC_SPACE;
  if (right) return;
  for (size_t i = 0; i < text; i++)
    if (i < wanted)
      gm_cell_replace(c, i, IDEOGRAPHIC_SPACE);
    else
      gm_cell_delete(c, i);
  for (size_t i = text; i < wanted; i++) gm_cell_insert(c, text, IDEOGRAPHIC_SPACE);
}
