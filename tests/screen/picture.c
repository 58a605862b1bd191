#include "picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text/utf8.h"

/* A cell of 9 by 20 pixels: DejaVu Sans Mono advances 0.602 em, so 15 px fill it; Han fill two cells at 17 px. */
enum { CELL_WIDTH = 9, CELL_HEIGHT = 20, BASELINE = 15, NARROW_SIZE = 15, WIDE_SIZE = 17, MARGIN = 6 };
#define BAND_BOTTOM 18 /* where underlines are drawn */

#define FONTS      "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK SC, monospace"
#define FONTS_WIDE "Noto Sans Mono CJK SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"

static uint32_t ink(const terminal_cell *cell) { return cell->reverse ? cell->bg : cell->fg; }
static uint32_t paper(const terminal_cell *cell) { return cell->reverse ? cell->fg : cell->bg; }

static void add_glyph(gm_buffer *out, const terminal_cell *cell, int row, int column) {
  int x = MARGIN + column * CELL_WIDTH, y = MARGIN + row * CELL_HEIGHT + BASELINE;
  bool wide = cell->width == 2;
  gm_buffer_format(out, "<text x=\"%d\" y=\"%d\" fill=\"#%06x\"%s%s%s>", wide ? x + CELL_WIDTH : x, y, ink(cell),
                   wide ? " class=\"w\"" : "", cell->bold ? " font-weight=\"bold\"" : "",
                   cell->italic ? " font-style=\"italic\"" : "");
  for (int i = 0; i < TERMINAL_CHARS && cell->chars[i]; i++) {
    uint32_t c = cell->chars[i];
    if (c == '&')
      gm_buffer_string(out, "&amp;");
    else if (c == '<')
      gm_buffer_string(out, "&lt;");
    else if (c == '>')
      gm_buffer_string(out, "&gt;");
    else
      gm_buffer_codepoint(out, c);
  }
  gm_buffer_string(out, "</text>\n");
}

static void add_line(gm_buffer *out, const terminal_cell *cell, int row, int column, int width) {
  int x = MARGIN + column * CELL_WIDTH, y = MARGIN + row * CELL_HEIGHT + BAND_BOTTOM;
  if (cell->underline == UNDERLINE_CURLY) {
    gm_buffer_format(out, "<path d=\"M%d %d", x, y);
    for (int half = 0; half < 2 * width; half++) gm_buffer_format(out, " q2.25 %d 4.5 0", half % 2 ? 3 : -3);
    gm_buffer_format(out, "\" fill=\"none\" stroke=\"#%06x\"/>\n", ink(cell));
  } else if (cell->underline) {
    gm_buffer_format(out, "<path d=\"M%d %d.5h%d\" stroke=\"#%06x\"/>\n", x, y - 1, width * CELL_WIDTH, ink(cell));
  }
  if (cell->underline == UNDERLINE_DOUBLE) {
    gm_buffer_format(out, "<path d=\"M%d %d.5h%d\" stroke=\"#%06x\"/>\n", x, y + 1, width * CELL_WIDTH, ink(cell));
  }
  if (cell->strike) {
    gm_buffer_format(out, "<path d=\"M%d %d.5h%d\" stroke=\"#%06x\"/>\n", x, y - 7, width * CELL_WIDTH, ink(cell));
  }
}

/* One rectangle for each run of cells with the same paper. */
static void add_papers(gm_buffer *out, const terminal *t, int row, int columns, uint32_t ground) {
  terminal_cell cell;
  for (int from = 0, to; from < columns; from = to) {
    terminal_cell_at(t, row, from, &cell);
    uint32_t colour = paper(&cell);
    for (to = from + 1; to < columns; to++) {
      terminal_cell_at(t, row, to, &cell);
      if (cell.width && paper(&cell) != colour) break; /* the second half of a wide cell goes with the first */
    }
    if (colour == ground) continue;
    gm_buffer_format(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
                     MARGIN + from * CELL_WIDTH, MARGIN + row * CELL_HEIGHT, (to - from) * CELL_WIDTH, CELL_HEIGHT,
                     colour);
  }
}

void picture_svg(const terminal *t, gm_buffer *out) {
  int rows, columns, cursor_row, cursor_column;
  bool visible;
  terminal_size(t, &rows, &columns);
  terminal_cursor(t, &cursor_row, &cursor_column, &visible);
  int width = columns * CELL_WIDTH + 2 * MARGIN, height = rows * CELL_HEIGHT + 2 * MARGIN;
  uint32_t ground = terminal_ground(t);
  gm_buffer_format(out,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                   "font-family=\"%s\" font-size=\"%d\">\n<style>.w{font-family:%s;font-size:%dpx;"
                   "text-anchor:middle}</style>\n<rect width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
                   width, height, width, height, FONTS, NARROW_SIZE, FONTS_WIDE, WIDE_SIZE, width, height, ground);
  for (int row = 0; row < rows; row++) {
    add_papers(out, t, row, columns, ground);
    for (int column = 0; column < columns; column++) {
      terminal_cell cell;
      terminal_cell_at(t, row, column, &cell);
      if (cell.width == 0) continue;
      if (cell.chars[0] && cell.chars[0] != ' ') add_glyph(out, &cell, row, column);
      add_line(out, &cell, row, column, cell.width);
    }
  }
  if (visible && cursor_row < rows && cursor_column < columns) {
    terminal_cell cell;
    terminal_cell_at(t, cursor_row, cursor_column, &cell);
    gm_buffer_format(out,
                     "<rect x=\"%d.5\" y=\"%d.5\" width=\"%d\" height=\"%d\" fill=\"#%06x\" fill-opacity=\"0.35\" "
                     "stroke=\"#%06x\"/>\n",
                     MARGIN + cursor_column * CELL_WIDTH, MARGIN + cursor_row * CELL_HEIGHT,
                     CELL_WIDTH * (cell.width == 2 ? 2 : 1) - 1, CELL_HEIGHT - 1, ink(&cell), ink(&cell));
  }
  gm_buffer_string(out, "</svg>\n");
}

void picture_text(const terminal *t, gm_buffer *out) {
  int rows, columns;
  terminal_size(t, &rows, &columns);
  for (int row = 0; row < rows; row++) {
    terminal_row(t, row, 0, columns, out);
    gm_buffer_add(out, "\n", 1);
  }
}

static bool write_file(const char *path, const gm_buffer *bytes) {
  FILE *file = fopen(path, "wb");
  bool ok = file && fwrite(bytes->items, 1, bytes->count, file) == bytes->count;
  if (file && fclose(file) != 0) ok = false;
  if (!ok) fprintf(stderr, "cannot write %s\n", path);
  return ok;
}

static bool ends_with(const char *string, const char *tail) {
  size_t a = strlen(string), b = strlen(tail);
  return a >= b && !strcmp(string + a - b, tail);
}

static bool convert(const char *svg, const char *png) {
  pid_t pid = fork();
  if (pid == 0) {
    execlp("rsvg-convert", "rsvg-convert", "-o", png, svg, (char *)NULL);
    _exit(127);
  }
  int status = -1;
  if (pid < 0 || waitpid(pid, &status, 0) < 0 || status != 0) {
    fprintf(stderr, "rsvg-convert cannot make %s\n", png);
    return false;
  }
  return true;
}

bool picture_write(const terminal *t, const char *path) {
  gm_buffer bytes = {0};
  bool ok;
  if (ends_with(path, ".txt")) {
    picture_text(t, &bytes);
    ok = write_file(path, &bytes);
  } else if (!ends_with(path, ".png")) {
    picture_svg(t, &bytes);
    ok = write_file(path, &bytes);
  } else {
    picture_svg(t, &bytes);
    gm_buffer svg = {0};
    gm_buffer_format(&svg, "%s.svg%c", path, 0);
    ok = write_file(svg.items, &bytes) && convert(svg.items, path);
    remove(svg.items);
    gm_array_free(&svg);
  }
  gm_array_free(&bytes);
  return ok;
}
