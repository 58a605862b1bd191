/* A program in a pseudo terminal, seen through libvterm: what a writer would see, cell by cell.
 *
 * Rows and columns count from 0 here. Times are in milliseconds. */
#ifndef GM_SCREEN_TERMINAL_H
#define GM_SCREEN_TERMINAL_H

#include <stdbool.h>
#include <sys/types.h>

#include "text/array.h"

#define TERMINAL_CHARS 6 /* code points a cell holds, combining ones included; libvterm's own limit */

typedef struct terminal terminal;

typedef enum terminal_underline {
  UNDERLINE_NONE,
  UNDERLINE_SINGLE,
  UNDERLINE_DOUBLE,
  UNDERLINE_CURLY
} terminal_underline;

typedef struct terminal_cell {
  uint32_t chars[TERMINAL_CHARS]; /* ends at the first 0; a blank cell has none */
  int width;                      /* 1 or 2; 0 for the second half of a wide cell */
  bool bold, italic, reverse, strike;
  terminal_underline underline;
  bool default_fg, default_bg; /* no colour was asked for */
  uint32_t fg, bg;             /* 0xRRGGBB, before `reverse` */
} terminal_cell;

typedef struct terminal_options {
  int rows, columns;
  uint32_t fg, bg;       /* default colours, 0xRRGGBB; also the answer to OSC 10 and 11 */
  const char *directory; /* where the program starts */
  char *const *argv;     /* argv[0] is looked up in PATH; NULL ends it */
  char *const *environ;  /* NULL ends it */
} terminal_options;

/* Starts the program; NULL with errno set when there is no pseudo terminal. Free with terminal_stop, which ends the
 * program and all it started in its session's foreground. */
terminal *terminal_start(const terminal_options *options);
void terminal_stop(terminal *t);

/* Reads and draws what has arrived, waiting up to `wait` for the first byte. False when the program has ended. */
bool terminal_pump(terminal *t, int wait);

/* Reads until the cells and the cursor stay the same for `quiet`, at most `limit`. False when they never did. */
bool terminal_settle(terminal *t, int quiet, int limit);

/* Types bytes; what the program prints meanwhile is read, so that neither side blocks. */
void terminal_send(terminal *t, const char *bytes, size_t count);

void terminal_resize(terminal *t, int rows, int columns);
void terminal_size(const terminal *t, int *rows, int *columns);
void terminal_cursor(const terminal *t, int *row, int *column, bool *visible);
void terminal_cell_at(const terminal *t, int row, int column, terminal_cell *cell);
pid_t terminal_pid(const terminal *t);

uint32_t terminal_ground(const terminal *t); /* the default background, 0xRRGGBB */

/* Appends the text of columns [from, to) of a row without its trailing blanks; a wide cell is one character. */
void terminal_row(const terminal *t, int row, int from, int to, gm_buffer *out);

/* Monotonic milliseconds, with a fraction. */
double terminal_clock(void);

#endif
