#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

#include "text/utf8.h"

/* libvterm 0.2 changed the fallbacks: numbers for OSC commands, strings in fragments. */
#if VTERM_VERSION_MINOR >= 2
#define TERMINAL_FRAGMENTS 1
#endif

#define READ_SIZE   65536
#define STOP_WAIT   500 /* time given to a program to end by itself when its terminal hangs up */
#define SECOND_HALF ((uint32_t)-1)

struct terminal {
  VTerm *vt;
  VTermScreen *screen;
  int fd;
  pid_t pid;
  bool ended, cursor_visible;
  uint32_t fg, bg;
  gm_buffer output; /* answers waiting to be written */
  gm_buffer osc;    /* an OSC string that comes in fragments */
};

double terminal_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1000.0 + (double)now.tv_nsec / 1e6;
}

static void on_output(const char *bytes, size_t count, void *user) {
  gm_buffer_add(&((terminal *)user)->output, bytes, count);
}

static int on_property(VTermProp property, VTermValue *value, void *user) {
  if (property == VTERM_PROP_CURSORVISIBLE) ((terminal *)user)->cursor_visible = value->boolean;
  return 1;
}

/* Answers "what are your colours" (OSC 10 and 11), which editors use to choose between light and dark. */
static int answer_osc(terminal *t, int command, gm_text rest) {
  if ((command != 10 && command != 11) || rest.len != 1 || rest.ptr[0] != '?') return 0;
  uint32_t colour = command == 10 ? t->fg : t->bg;
  gm_buffer_format(&t->output, "\x1b]%d;rgb:%02x%02x/%02x%02x/%02x%02x\x1b\\", command, colour >> 16, colour >> 16,
                   colour >> 8 & 255, colour >> 8 & 255, colour & 255, colour & 255);
  return 1;
}

#ifdef TERMINAL_FRAGMENTS
static int on_osc(int command, VTermStringFragment fragment, void *user) {
  terminal *t = user;
  if (fragment.initial) t->osc.count = 0;
  gm_buffer_add(&t->osc, fragment.str, fragment.len);
  return fragment.final ? answer_osc(t, command, (gm_text){t->osc.items, t->osc.count}) : 1;
}
/* XTGETTCAP: no capability is known. */
static int on_dcs(const char *command, size_t length, VTermStringFragment fragment, void *user) {
  if (length == 2 && !memcmp(command, "+q", 2) && fragment.final) on_output("\x1bP0+r\x1b\\", 7, user);
  return 1;
}
static const VTermStateFallbacks fallbacks = {.osc = on_osc, .dcs = on_dcs};
#else
static int on_osc(const char *command, size_t length, void *user) {
  int number = 0;
  size_t i = 0;
  while (i < length && i < 4 && command[i] >= '0' && command[i] <= '9') number = number * 10 + (command[i++] - '0');
  if (i < length && command[i] == ';') i++;
  return answer_osc(user, number, (gm_text){command + i, length - i});
}
static int on_dcs(const char *command, size_t length, void *user) {
  if (length >= 2 && !memcmp(command, "+q", 2)) on_output("\x1bP0+r\x1b\\", 7, user);
  return 1;
}
static const VTermParserCallbacks fallbacks = {.osc = on_osc, .dcs = on_dcs};
#endif

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static VTermColor colour_of(uint32_t rgb) {
  VTermColor colour;
  vterm_color_rgb(&colour, (uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb);
  return colour;
}

terminal *terminal_start(const terminal_options *options) {
  struct winsize size = {.ws_row = (unsigned short)options->rows, .ws_col = (unsigned short)options->columns};
  int fd;
  pid_t pid = forkpty(&fd, NULL, NULL, &size);
  if (pid < 0) return NULL;
  if (pid == 0) {
    signal(SIGPIPE, SIG_DFL);
    if (options->directory && chdir(options->directory) != 0) _exit(126);
    extern char **environ;
    environ = (char **)options->environ;
    execvp(options->argv[0], options->argv);
    fprintf(stderr, "cannot start %s: %s\n", options->argv[0], strerror(errno));
    _exit(127);
  }
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  terminal *t = gm_alloc(sizeof *t);
  *t = (terminal){.fd = fd, .pid = pid, .cursor_visible = true, .fg = options->fg, .bg = options->bg};
  t->vt = vterm_new(options->rows, options->columns);
  vterm_set_utf8(t->vt, 1);
  vterm_output_set_callback(t->vt, on_output, t);
  VTermColor fg = colour_of(options->fg), bg = colour_of(options->bg);
  vterm_state_set_default_colors(vterm_obtain_state(t->vt), &fg, &bg);
  t->screen = vterm_obtain_screen(t->vt);
  vterm_screen_set_callbacks(t->screen, &callbacks, t);
  vterm_screen_set_unrecognised_fallbacks(t->screen, &fallbacks, t);
  vterm_screen_enable_altscreen(t->screen, 1);
  vterm_screen_reset(t->screen, 1);
  return t;
}

void terminal_stop(terminal *t) {
  if (!t) return;
  close(t->fd);
  double end = terminal_clock() + STOP_WAIT;
  bool gone = false;
  kill(t->pid, SIGHUP);
  while (!(gone = waitpid(t->pid, NULL, WNOHANG) != 0) && terminal_clock() < end) {
    nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
  }
  if (!gone) {
    kill(t->pid, SIGKILL);
    waitpid(t->pid, NULL, 0);
  }
  vterm_free(t->vt);
  gm_array_free(&t->output);
  gm_array_free(&t->osc);
  free(t);
}

/* Writes as much of the pending answers and keys as the terminal takes now. */
static void flush_output(terminal *t) {
  size_t done = 0;
  while (done < t->output.count) {
    ssize_t n = write(t->fd, t->output.items + done, t->output.count - done);
    if (n <= 0) break;
    done += (size_t)n;
  }
  if (done) memmove(t->output.items, t->output.items + done, t->output.count - done);
  t->output.count -= done;
}

bool terminal_pump(terminal *t, int wait) {
  char bytes[READ_SIZE];
  while (!t->ended) {
    struct pollfd ready = {.fd = t->fd, .events = (short)(POLLIN | (t->output.count ? POLLOUT : 0))};
    int n = poll(&ready, 1, wait);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    if (ready.revents & POLLOUT) flush_output(t);
    if (!(ready.revents & (POLLIN | POLLHUP | POLLERR))) continue;
    ssize_t got = read(t->fd, bytes, sizeof bytes);
    if (got > 0) {
      vterm_input_write(t->vt, bytes, (size_t)got);
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
      t->ended = true; /* Linux: EIO when the program has closed its side */
    }
    wait = 0;
  }
  vterm_screen_flush_damage(t->screen);
  return !t->ended;
}

void terminal_send(terminal *t, const char *bytes, size_t count) {
  gm_buffer_add(&t->output, bytes, count);
  flush_output(t);
  while (t->output.count && terminal_pump(t, 10)) {
  }
}

void terminal_resize(terminal *t, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  vterm_set_size(t->vt, rows, columns);
  ioctl(t->fd, TIOCSWINSZ, &size);
}

void terminal_size(const terminal *t, int *rows, int *columns) { vterm_get_size(t->vt, rows, columns); }

void terminal_cursor(const terminal *t, int *row, int *column, bool *visible) {
  VTermPos at;
  vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &at);
  *row = at.row;
  *column = at.col;
  if (visible) *visible = t->cursor_visible;
}

pid_t terminal_pid(const terminal *t) { return t->pid; }

void terminal_cell_at(const terminal *t, int row, int column, terminal_cell *cell) {
  VTermScreenCell from;
  memset(cell, 0, sizeof *cell);
  if (!vterm_screen_get_cell(t->screen, (VTermPos){.row = row, .col = column}, &from)) return;
  if (from.chars[0] != SECOND_HALF) {
    for (int i = 0; i < TERMINAL_CHARS && from.chars[i]; i++) cell->chars[i] = from.chars[i];
    cell->width = from.width;
  }
  cell->bold = from.attrs.bold;
  cell->italic = from.attrs.italic;
  cell->reverse = from.attrs.reverse;
  cell->strike = from.attrs.strike;
  cell->underline = (terminal_underline)from.attrs.underline;
  cell->default_fg = VTERM_COLOR_IS_DEFAULT_FG(&from.fg);
  cell->default_bg = VTERM_COLOR_IS_DEFAULT_BG(&from.bg);
  vterm_screen_convert_color_to_rgb(t->screen, &from.fg);
  vterm_screen_convert_color_to_rgb(t->screen, &from.bg);
  cell->fg = (uint32_t)from.fg.rgb.red << 16 | (uint32_t)from.fg.rgb.green << 8 | from.fg.rgb.blue;
  cell->bg = (uint32_t)from.bg.rgb.red << 16 | (uint32_t)from.bg.rgb.green << 8 | from.bg.rgb.blue;
}

uint32_t terminal_ground(const terminal *t) { return t->bg; }

void terminal_row(const terminal *t, int row, int from, int to, gm_buffer *out) {
  size_t end = out->count;
  for (int column = from; column < to; column++) {
    terminal_cell cell;
    terminal_cell_at(t, row, column, &cell);
    if (cell.width == 0) continue;
    if (!cell.chars[0] || cell.chars[0] == ' ') {
      gm_buffer_add(out, " ", 1);
      continue;
    }
    for (int i = 0; i < TERMINAL_CHARS && cell.chars[i]; i++) gm_buffer_codepoint(out, cell.chars[i]);
    end = out->count;
  }
  out->count = end;
}

/* FNV-1a over all that a reader of the screen could see. */
static uint64_t fingerprint(const terminal *t) {
  uint64_t hash = 14695981039346656037u;
  int rows, columns, cursor[2];
  terminal_size(t, &rows, &columns);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      terminal_cell cell;
      terminal_cell_at(t, row, column, &cell);
      uint32_t look = cell.fg ^ cell.bg << 3 ^ (uint32_t)cell.bold << 28 ^ (uint32_t)cell.reverse << 29 ^
                      (uint32_t)cell.underline << 30;
      for (int i = 0; i < TERMINAL_CHARS; i++) hash = (hash ^ cell.chars[i]) * 1099511628211u;
      hash = (hash ^ look) * 1099511628211u;
    }
  }
  terminal_cursor(t, &cursor[0], &cursor[1], NULL);
  return (hash ^ (uint64_t)cursor[0] << 16 ^ (uint64_t)cursor[1]) * 1099511628211u;
}

bool terminal_settle(terminal *t, int quiet, int limit) {
  double now = terminal_clock(), end = now + limit, since = now;
  terminal_pump(t, 0);
  uint64_t seen = fingerprint(t);
  while ((now = terminal_clock()) < end) {
    if (now - since >= quiet) return true;
    if (!terminal_pump(t, (int)(quiet - (now - since)) + 1)) return true;
    uint64_t shown = fingerprint(t);
    if (shown != seen) {
      seen = shown;
      since = terminal_clock();
    }
  }
  return false;
}
