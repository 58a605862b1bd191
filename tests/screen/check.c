/* The commands that begin with `?`. Rows and columns of the language count from 1. */
#include <stdio.h>
#include <stdlib.h>

#include "script.h"

#define HELPERS_LIMIT 16

static void row_text(const script *s, int row, gm_buffer *out) {
  int rows, columns;
  terminal_size(s->session.terminal, &rows, &columns);
  int to = s->session.to && s->session.to < columns ? s->session.to : columns;
  terminal_row(s->session.terminal, row, s->session.from, to, out);
}

static bool equal(gm_text a, gm_text b) { return a.len == b.len && !memcmp(a.ptr, b.ptr, a.len); }

script_result check_screen(script *s, gm_text args) {
  bool contains = script_take(&args, "contains "), lacks = !contains && script_take(&args, "lacks ");
  if (!contains && !lacks) return script_fail(s, "?screen contains|lacks text");
  if (session_find(&s->session, args, NULL, NULL) == contains) return SCRIPT_OK;
  return script_fail(s, "the screen %s “%.*s”", contains ? "lacks" : "shows", (int)args.len, args.ptr);
}

/* ?row N contains|lacks|= text */
script_result check_row(script *s, gm_text args) {
  int row;
  if (!script_number(&args, &row)) return script_fail(s, "?row N contains|lacks|= text");
  gm_text how = script_word(&args);
  if (args.len && args.ptr[0] == '"') args = script_word(&args); /* to keep leading blanks */
  gm_buffer line = {0};
  row_text(s, row - 1, &line);
  gm_text shown = {line.items, line.count};
  bool found = args.len && memmem(line.items, line.count, args.ptr, args.len) != NULL;
  bool ok = equal(how, GM_TEXT("contains")) ? found
            : equal(how, GM_TEXT("lacks"))  ? !found
                                            : equal(how, GM_TEXT("=")) && equal(shown, args);
  script_result result = ok ? SCRIPT_OK : script_fail(s, "row %d is “%.*s”", row, (int)shown.len, shown.ptr);
  gm_array_free(&line);
  return result;
}

static void describe(const terminal_cell *cell, gm_buffer *out) {
  gm_buffer_format(out, "fg=#%06x%s bg=#%06x%s%s%s%s%s width=%d", cell->fg, cell->default_fg ? "(default)" : "",
                   cell->bg, cell->default_bg ? "(default)" : "", cell->bold ? " bold" : "",
                   cell->italic ? " italic" : "", cell->reverse ? " reverse" : "", cell->underline ? " underline" : "",
                   cell->width);
}

static bool colour_holds(gm_text value, bool is_default, uint32_t colour) {
  if (equal(value, GM_TEXT("default"))) return is_default;
  char hex[16];
  snprintf(hex, sizeof hex, "#%06x", colour);
  return value.len == 7 && !memcmp(value.ptr, hex, 7);
}

/* One attribute: bold, !bold, underline, fg=#rrggbb, fg!=default, bg…, width=2, text=一. */
static bool attribute_holds(const terminal_cell *cell, gm_text word) {
  bool want = !script_take(&word, "!"), on = false;
  const char *equals = memchr(word.ptr, '=', word.len);
  gm_text name = word, value = {0};
  if (equals) {
    name.len = (size_t)(equals - word.ptr);
    value = (gm_text){equals + 1, (size_t)(word.ptr + word.len - equals - 1)};
    if (name.len && name.ptr[name.len - 1] == '!') name.len--, want = !want;
  }
  if (equal(name, GM_TEXT("bold")))
    on = cell->bold;
  else if (equal(name, GM_TEXT("italic")))
    on = cell->italic;
  else if (equal(name, GM_TEXT("underline")))
    on = cell->underline != UNDERLINE_NONE;
  else if (equal(name, GM_TEXT("reverse")))
    on = cell->reverse;
  else if (equal(name, GM_TEXT("fg")))
    on = colour_holds(value, cell->default_fg && !cell->reverse, cell->fg);
  else if (equal(name, GM_TEXT("bg")))
    on = colour_holds(value, cell->default_bg && !cell->reverse, cell->bg);
  else if (equal(name, GM_TEXT("width")))
    on = value.len == 1 && value.ptr[0] - '0' == cell->width;
  else if (equal(name, GM_TEXT("text"))) {
    gm_buffer text = {0};
    for (int i = 0; i < TERMINAL_CHARS && cell->chars[i]; i++) gm_buffer_codepoint(&text, cell->chars[i]);
    on = equal((gm_text){text.items, text.count}, value);
    gm_array_free(&text);
  } else {
    return false;
  }
  return on == want;
}

static script_result look_at(script *s, int row, int column, gm_text attributes) {
  terminal_cell cell;
  terminal_cell_at(s->session.terminal, row, column, &cell);
  while (attributes.len) {
    gm_text word = script_word(&attributes);
    if (attribute_holds(&cell, word)) continue;
    gm_buffer look = {0};
    describe(&cell, &look);
    script_fail(s, "%.*s does not hold at row %d, column %d: %.*s", (int)word.len, word.ptr, row + 1, column + 1,
                (int)look.count, look.items);
    gm_array_free(&look);
    return SCRIPT_FAIL;
  }
  return SCRIPT_OK;
}

/* ?cell row,column attribute… */
script_result check_cell(script *s, gm_text args) {
  int row, column;
  if (!script_number(&args, &row) || !script_take(&args, ",") || !script_number(&args, &column)) {
    return script_fail(s, "?cell row,column attributes");
  }
  return look_at(s, row - 1, column - 1, args);
}

/* ?look "text" attribute…: of the first cell of the text where it first stands. */
script_result check_look(script *s, gm_text args) {
  gm_text text = script_word(&args);
  int row, column;
  if (!session_find(&s->session, text, &row, &column)) {
    return script_fail(s, "the screen lacks “%.*s”", (int)text.len, text.ptr);
  }
  return look_at(s, row, column, args);
}

/* ?unlike "text" "text": the two differ in colour or style. */
script_result check_unlike(script *s, gm_text args) {
  terminal_cell cells[2];
  for (int i = 0; i < 2; i++) {
    gm_text text = script_word(&args);
    int row, column;
    if (!session_find(&s->session, text, &row, &column)) {
      return script_fail(s, "the screen lacks “%.*s”", (int)text.len, text.ptr);
    }
    terminal_cell_at(s->session.terminal, row, column, &cells[i]);
  }
  bool alike = cells[0].fg == cells[1].fg && cells[0].bg == cells[1].bg && cells[0].bold == cells[1].bold &&
               cells[0].underline == cells[1].underline && cells[0].reverse == cells[1].reverse &&
               cells[0].italic == cells[1].italic;
  return alike ? script_fail(s, "both look alike") : SCRIPT_OK;
}

/* ?cursor row,column, or ?cursor on text: the text begins under the cursor. */
script_result check_cursor(script *s, gm_text args) {
  int row, column, want_row, want_column;
  terminal_cursor(s->session.terminal, &row, &column, NULL);
  if (script_take(&args, "on ")) {
    gm_buffer line = {0};
    int rows, columns;
    terminal_size(s->session.terminal, &rows, &columns);
    terminal_row(s->session.terminal, row, column, columns, &line);
    bool ok = line.count >= args.len && !memcmp(line.items, args.ptr, args.len);
    script_result result =
        ok ? SCRIPT_OK
           : script_fail(s, "the cursor is at %d,%d on “%.*s”", row + 1, column + 1, (int)line.count, line.items);
    gm_array_free(&line);
    return result;
  }
  if (!script_number(&args, &want_row) || !script_take(&args, ",") || !script_number(&args, &want_column)) {
    return script_fail(s, "?cursor row,column or ?cursor on text");
  }
  if (row + 1 == want_row && column + 1 == want_column) return SCRIPT_OK;
  return script_fail(s, "the cursor is at %d,%d", row + 1, column + 1);
}

/* ?aligned text first last: in each of the rows the text stands, and in the same column. */
script_result check_aligned(script *s, gm_text args) {
  gm_text text = script_word(&args);
  int first, last, seen = -1, rows, columns;
  if (!script_number(&args, &first) || !script_number(&args, &last)) return script_fail(s, "?aligned text first last");
  terminal_size(s->session.terminal, &rows, &columns);
  for (int row = first - 1; row < last; row++) {
    int at = -1;
    for (int column = s->session.from; column < columns && at < 0; column++) {
      terminal_cell cell;
      terminal_cell_at(s->session.terminal, row, column, &cell);
      gm_buffer shown = {0};
      for (int i = 0; i < TERMINAL_CHARS && cell.chars[i]; i++) gm_buffer_codepoint(&shown, cell.chars[i]);
      if (equal((gm_text){shown.items, shown.count}, text)) at = column;
      gm_array_free(&shown);
    }
    if (at < 0) return script_fail(s, "row %d has none", row + 1);
    if (seen >= 0 && at != seen) return script_fail(s, "row %d has it in column %d, not %d", row + 1, at + 1, seen + 1);
    seen = at;
  }
  return SCRIPT_OK;
}

/* ?value EXPRESSION ==> what string() makes of it */
script_result check_value(script *s, gm_text args) {
  const char *arrow = memmem(args.ptr, args.len, " ==> ", 5);
  if (!arrow) return script_fail(s, "?value expression ==> value");
  gm_text want = {arrow + 5, (size_t)(args.ptr + args.len - arrow - 5)};
  gm_buffer value = {0};
  bool answered = session_value(&s->session, (gm_text){args.ptr, (size_t)(arrow - args.ptr)}, &value);
  script_result result = SCRIPT_OK;
  if (!answered)
    result = script_fail(s, "the editor does not answer");
  else if (!equal((gm_text){value.items, value.count}, want))
    result = script_fail(s, "it is %.*s", (int)value.count, value.items);
  gm_array_free(&value);
  return result;
}

/* No message of an error on the screen: E123: and what Lua, Vim script and the sanitizers say. */
script_result check_no_error(script *s, gm_text args) {
  (void)args;
  int rows, columns;
  terminal_size(s->session.terminal, &rows, &columns);
  static const char *const signs[] = {"Error detected", "stack traceback", "Error executing", "AddressSanitizer",
                                      "runtime error"};
  script_result result = SCRIPT_OK;
  for (int row = 0; row < rows && result == SCRIPT_OK; row++) {
    gm_buffer line = {0};
    terminal_row(s->session.terminal, row, 0, columns, &line);
    bool error = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
      error = error || memmem(line.items, line.count, signs[i], strlen(signs[i]));
    }
    for (size_t i = 0; i + 2 < line.count && !error; i++) {
      size_t digits = 0;
      if (line.items[i] != 'E' || (i && line.items[i - 1] != ' ' && line.items[i - 1] != '(')) continue;
      while (i + 1 + digits < line.count && line.items[i + 1 + digits] >= '0' && line.items[i + 1 + digits] <= '9')
        digits++;
      error = digits && i + 1 + digits < line.count && line.items[i + 1 + digits] == ':';
    }
    if (error) result = script_fail(s, "an error is shown: %.*s", (int)line.count, line.items);
    gm_array_free(&line);
  }
  return result;
}

/* ?within ms: the last WAIT held so soon after the last key. */
script_result check_within(script *s, gm_text args) {
  int limit;
  if (!script_number(&args, &limit)) return script_fail(s, "?within milliseconds");
  return s->waited >= 0 && s->waited <= limit ? SCRIPT_OK : script_fail(s, "it took %.1f ms", s->waited);
}

/* ?helpers n: so many helpers run under the editor. */
script_result check_helpers(script *s, gm_text args) {
  int want;
  pid_t pids[HELPERS_LIMIT];
  if (!script_number(&args, &want)) return script_fail(s, "?helpers count");
  int count = (int)session_helpers(&s->session, pids, HELPERS_LIMIT);
  return count == want ? SCRIPT_OK : script_fail(s, "%d run", count);
}
