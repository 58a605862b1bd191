#include "figure/column.h"

#include <string.h>

#define HEAD_LINES 2  /* of a table that are looked at for its heads */
#define UNIT_BYTES 24 /* no unit is longer */

static bool starts_with(gm_text text, const char *word) {
  size_t n = strlen(word);
  return text.len >= n && !memcmp(text.ptr, word, n);
}

static gm_text from(gm_text text, size_t at) { return (gm_text){text.ptr + at, text.len - at}; }

/* Bytes of the blank at `at`: a space or U+3000. */
static size_t blank(gm_text text, size_t at) {
  if (at >= text.len) return 0;
  if (text.ptr[at] == ' ') return 1;
  return starts_with(from(text, at), "\xE3\x80\x80") ? 3 : 0;
}

/* Bytes of the mark between two cells at `at`, 0 when there is none. */
static size_t separator(gm_text text, size_t at) {
  if (at < text.len && (text.ptr[at] == '|' || text.ptr[at] == '\t')) return 1;
  size_t n = 0, count = 0;
  for (size_t b; (b = blank(text, at + n)) != 0; count++) n += b;
  return count > 1 ? n : 0;
}

static bool is_row(gm_text text) {
  for (size_t i = 0; i < text.len; i++)
    if (i && separator(text, i)) return true;
  return false;
}

/* Which cell holds byte `byte`. */
static size_t cell_at(gm_text text, size_t byte) {
  size_t cell = 0;
  for (size_t i = 0, n; i < byte && i < text.len; i += n ? n : 1) {
    n = separator(text, i);
    cell += n != 0;
  }
  return cell;
}

static gm_text cell_of(gm_text text, size_t cell) {
  size_t i = 0, n;
  for (; cell && i < text.len; i += n ? n : 1) {
    n = separator(text, i);
    cell -= n != 0;
  }
  size_t end = i;
  while (end < text.len && !separator(text, end)) end++;
  return cell ? (gm_text){text.ptr, 0} : (gm_text){text.ptr + i, end - i};
}

/* 万元, 亿千瓦时, 人: powers of ten and then a unit. */
static bool is_unit(gm_text text) {
  static const char *const powers[] = {"十", "百", "千", "万", "亿"};
  if (!text.len || text.len > UNIT_BYTES) return false;
  for (uint16_t i = 1; i < gm_unit_count; i++)
    if (strlen(gm_units[i].name) == text.len && !memcmp(gm_units[i].name, text.ptr, text.len)) return true;
  for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
    if (starts_with(text, powers[i])) return is_unit(from(text, strlen(powers[i])));
  return false;
}

static gm_text until(gm_text text, const char *const *marks, size_t count) {
  for (size_t i = 0; i < text.len; i++)
    for (size_t k = 0; k < count; k++)
      if (starts_with(from(text, i), marks[k])) return (gm_text){text.ptr, i};
  return text;
}

/* 经费（万元）, 经费/万元. */
static gm_text unit_of_head(gm_text head) {
  static const char *const opens[] = {"（", "(", "/", "："};
  static const char *const closes[] = {"）", ")", " ", "，"};
  for (size_t i = 0; i < head.len; i++)
    for (size_t k = 0; k < sizeof opens / sizeof *opens; k++) {
      if (!starts_with(from(head, i), opens[k])) continue;
      gm_text unit = until(from(head, i + strlen(opens[k])), closes, sizeof closes / sizeof *closes);
      if (starts_with(unit, "单位：")) unit = from(unit, strlen("单位："));
      if (is_unit(unit)) return unit;
    }
  return (gm_text){head.ptr, 0};
}

/* 单位：万元. */
static gm_text unit_of_table(gm_text line) {
  static const char *const closes[] = {"）", ")", " ", "，", "、", "\t", "|", "\xE3\x80\x80"};
  for (size_t i = 0; i < line.len; i++) {
    if (!starts_with(from(line, i), "单位：") && !starts_with(from(line, i), "单位:")) continue;
    size_t colon = i + strlen("单位") + (line.ptr[i + strlen("单位")] == ':' ? 1 : strlen("："));
    gm_text unit = until(from(line, colon), closes, sizeof closes / sizeof *closes);
    if (is_unit(unit)) return unit;
  }
  return (gm_text){line.ptr, 0};
}

static size_t top_of(gm_columns *columns, const gm_text *lines, size_t line) {
  size_t top = line;
  bool next = columns->known && (line == columns->line || line == columns->line + 1);
  if (next && (line == columns->line || is_row(lines[columns->line])))
    top = columns->top;
  else
    while (top && is_row(lines[top - 1])) top--;
  *columns = (gm_columns){line, top, true};
  return top;
}

gm_text gm_column_unit(gm_columns *columns, const gm_text *lines, size_t line, const gm_figure *figure) {
  gm_text none = {lines[line].ptr, 0};
  bool bare = !figure->unit && figure->unit_start == figure->unit_end;
  if (!bare || (figure->kind != GM_FIGURE_QUANTITY && figure->kind != GM_FIGURE_RANGE) || !is_row(lines[line]))
    return none;
  size_t top = top_of(columns, lines, line), cell = cell_at(lines[line], figure->start);
  for (size_t i = top; i < top + HEAD_LINES && i < line; i++) {
    gm_text unit = unit_of_head(cell_of(lines[i], cell));
    if (unit.len) return unit;
  }
  for (size_t i = top > 2 ? top - 2 : 0; i < top + HEAD_LINES && i < line; i++) {
    gm_text unit = unit_of_table(lines[i]);
    if (unit.len) return unit;
  }
  return none;
}
