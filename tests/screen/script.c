#include "script.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "picture.h"

#define HELPERS_LIMIT 16
#define TRY_LIMIT     20
#define WORDS_LIMIT   8

script_result script_fail(script *s, const char *format, ...) {
  char text[1024];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  s->complaint.count = 0;
  gm_buffer_string(&s->complaint, text);
  return SCRIPT_FAIL;
}

static script_result skip(script *s, const char *why, gm_text what) {
  script_fail(s, "%s: %.*s", why, (int)what.len, what.ptr);
  return SCRIPT_SKIP;
}

static void trim(gm_text *text) {
  while (text->len && text->ptr[0] == ' ') text->ptr++, text->len--;
  while (text->len && text->ptr[text->len - 1] == ' ') text->len--;
}

gm_text script_word(gm_text *text) {
  trim(text);
  gm_text word = *text;
  if (word.len && word.ptr[0] == '"') {
    word.ptr++, word.len--;
    const char *close = memchr(word.ptr, '"', word.len);
    if (close) word.len = (size_t)(close - word.ptr);
    size_t used = word.len + 2;
    *text = used < text->len ? (gm_text){text->ptr + used, text->len - used} : (gm_text){text->ptr + text->len, 0};
  } else {
    const char *blank = memchr(word.ptr, ' ', word.len);
    if (blank) word.len = (size_t)(blank - word.ptr);
    *text = (gm_text){text->ptr + word.len, text->len - word.len};
  }
  trim(text);
  return word;
}

bool script_number(gm_text *text, int *number) {
  trim(text);
  if (!text->len || text->ptr[0] < '0' || text->ptr[0] > '9') return false;
  *number = 0;
  while (text->len && text->ptr[0] >= '0' && text->ptr[0] <= '9' && *number < 100000000) {
    *number = *number * 10 + (text->ptr[0] - '0');
    text->ptr++, text->len--;
  }
  return true;
}

bool script_take(gm_text *text, const char *word) {
  size_t length = strlen(word);
  if (text->len < length || memcmp(text->ptr, word, length)) return false;
  text->ptr += length, text->len -= length;
  return true;
}

static bool same(gm_text text, const char *word) {
  return text.len == strlen(word) && !memcmp(text.ptr, word, text.len);
}

static script_result run_editor(script *s, gm_text args) {
  if (same(args, "both") || same(args, session_is_neovim(&s->session) ? "nvim" : "vim")) return SCRIPT_OK;
  return skip(s, "this script is only for", args);
}

static script_result run_size(script *s, gm_text args) {
  return script_number(&args, &s->session.rows) && script_number(&args, &s->session.columns)
             ? SCRIPT_OK
             : script_fail(s, "SIZE rows columns");
}

static script_result run_colours(script *s, gm_text args) {
  s->session.light = same(args, "light");
  return SCRIPT_OK;
}

static script_result run_vimrc(script *s, gm_text args) {
  gm_buffer_text(&s->session.vimrc, args);
  gm_buffer_add(&s->session.vimrc, "\n", 1);
  return SCRIPT_OK;
}

static script_result run_env(script *s, gm_text args) {
  gm_buffer_text(&s->session.environment, args);
  gm_buffer_add(&s->session.environment, "", 1);
  return SCRIPT_OK;
}

static script_result run_helper(script *s, gm_text args) {
  s->session.helper = same(args, "missing") ? "/nonexistent/gangmu" : s->session.helper;
  return SCRIPT_OK;
}

static FILE *open_draft(script *s, gm_text name) {
  gm_buffer path = {0};
  gm_buffer_format(&path, "%s/%.*s%c", s->session.directory, (int)name.len, name.ptr, 0);
  FILE *file = fopen(path.items, "wb");
  gm_array_free(&path);
  return file;
}

/* FILE name … END: the lines between are the draft. */
static script_result run_file(script *s, gm_text args) {
  FILE *file = open_draft(s, args);
  if (!file) return script_fail(s, "cannot write the draft");
  while (s->next < s->count && !same(s->lines[s->next], "END")) {
    fprintf(file, "%.*s\n", (int)s->lines[s->next].len, s->lines[s->next].ptr);
    s->next++;
  }
  s->next++;
  return fclose(file) == 0 ? SCRIPT_OK : script_fail(s, "cannot write the draft");
}

/* COPY path AS name: `shared:` is the folder beside the checkout, `root:` the checkout; else beside the script. */
static script_result run_copy(script *s, gm_text args) {
  gm_text from = script_word(&args), as = script_word(&args), name = script_word(&args);
  if (!same(as, "AS") || !name.len) return script_fail(s, "COPY path AS name");
  bool shared = script_take(&from, "shared:");
  const char *folder = shared ? s->shared : script_take(&from, "root:") ? s->session.root : s->folder;
  gm_buffer path = {0};
  gm_buffer_format(&path, "%s/%.*s%c", folder, (int)from.len, from.ptr, 0);
  FILE *in = fopen(path.items, "rb");
  gm_array_free(&path);
  if (!in) return shared ? skip(s, "not here", from) : script_fail(s, "cannot read %.*s", (int)from.len, from.ptr);
  FILE *out = open_draft(s, name);
  char bytes[65536];
  for (size_t n; out && (n = fread(bytes, 1, sizeof bytes, in)) > 0;) fwrite(bytes, 1, n, out);
  fclose(in);
  return out && fclose(out) == 0 ? SCRIPT_OK : script_fail(s, "cannot write the draft");
}

static script_result run_open(script *s, gm_text args) {
  gm_text words[WORDS_LIMIT];
  size_t count = 0;
  while (args.len && count < WORDS_LIMIT) words[count++] = script_word(&args);
  if (s->session.terminal) return script_fail(s, "OPEN stands once; use KEYS :edit");
  if (!session_open(&s->session, words, count)) return script_fail(s, "the editor does not start");
  terminal_pump(s->session.terminal, 2000);
  terminal_settle(s->session.terminal, SESSION_QUIET, s->timeout);
  return SCRIPT_OK;
}

static script_result run_keys(script *s, gm_text args) {
  return session_keys(&s->session, args, true) ? SCRIPT_OK : script_fail(s, "a key has no name in keys.c");
}

/* TYPE: keys, and no wait behind them, so that ?within measures from the last one. */
static script_result run_type(script *s, gm_text args) {
  return session_keys(&s->session, args, false) ? SCRIPT_OK : script_fail(s, "a key has no name in keys.c");
}

static script_result run_wait(script *s, gm_text args) {
  s->waited = session_wait(&s->session, args, false, s->timeout);
  return s->waited >= 0 ? SCRIPT_OK : script_fail(s, "“%.*s” never came", (int)args.len, args.ptr);
}

static script_result run_wait_gone(script *s, gm_text args) {
  s->waited = session_wait(&s->session, args, true, s->timeout);
  return s->waited >= 0 ? SCRIPT_OK : script_fail(s, "“%.*s” stayed", (int)args.len, args.ptr);
}

static script_result run_timeout(script *s, gm_text args) {
  return script_number(&args, &s->timeout) ? SCRIPT_OK : script_fail(s, "TIMEOUT milliseconds");
}

static script_result run_pause(script *s, gm_text args) {
  int wait;
  if (!script_number(&args, &wait)) return script_fail(s, "PAUSE milliseconds");
  double end = terminal_clock() + wait;
  while (terminal_clock() < end && terminal_pump(s->session.terminal, (int)(end - terminal_clock()) + 1)) {
  }
  return SCRIPT_OK;
}

static script_result run_resize(script *s, gm_text args) {
  int rows, columns;
  if (!script_number(&args, &rows) || !script_number(&args, &columns)) return script_fail(s, "RESIZE rows columns");
  terminal_resize(s->session.terminal, rows, columns);
  terminal_settle(s->session.terminal, 4 * SESSION_QUIET, s->timeout); /* editors wait a little before they redraw */
  return SCRIPT_OK;
}

/* COLUMNS from to: what checks look at, from 1, both included; COLUMNS all. */
static script_result run_columns(script *s, gm_text args) {
  s->session.from = s->session.to = 0;
  if (same(args, "all")) return SCRIPT_OK;
  if (!script_number(&args, &s->session.from) || s->session.from < 1) return script_fail(s, "COLUMNS from to");
  s->session.from--;
  script_number(&args, &s->session.to);
  return SCRIPT_OK;
}

static script_result run_kill_helper(script *s, gm_text args) {
  (void)args;
  pid_t pids[HELPERS_LIMIT];
  size_t count = session_helpers(&s->session, pids, HELPERS_LIMIT);
  for (size_t i = 0; i < count; i++) kill(pids[i], SIGKILL);
  return count ? SCRIPT_OK : script_fail(s, "no helper runs");
}

static script_result run_snapshot(script *s, gm_text args) {
  if (!s->snapshots) return SCRIPT_OK;
  gm_buffer path = {0};
  gm_buffer_format(&path, "%s/%.*s%c", s->snapshots, (int)args.len, args.ptr, 0);
  bool ok = picture_write(s->session.terminal, path.items);
  gm_array_free(&path);
  return ok ? SCRIPT_OK : script_fail(s, "the picture was not made");
}

static script_result run_try(script *s, gm_text args);

static const struct {
  const char *name;
  bool running; /* needs the editor */
  script_result (*run)(script *s, gm_text args);
} commands[] = {
    {"EDITOR", false, run_editor},
    {"SIZE", false, run_size},
    {"COLOURS", false, run_colours},
    {"VIMRC", false, run_vimrc},
    {"ENV", false, run_env},
    {"HELPER", false, run_helper},
    {"FILE", false, run_file},
    {"COPY", false, run_copy},
    {"OPEN", false, run_open},
    {"TIMEOUT", false, run_timeout},
    {"KEYS", true, run_keys},
    {"TYPE", true, run_type},
    {"WAIT", true, run_wait},
    {"WAIT-GONE", true, run_wait_gone},
    {"PAUSE", true, run_pause},
    {"RESIZE", true, run_resize},
    {"COLUMNS", true, run_columns},
    {"KILL-HELPER", true, run_kill_helper},
    {"SNAPSHOT", true, run_snapshot},
    {"TRY", true, run_try},
    {"?screen", true, check_screen},
    {"?row", true, check_row},
    {"?cell", true, check_cell},
    {"?look", true, check_look},
    {"?unlike", true, check_unlike},
    {"?cursor", true, check_cursor},
    {"?aligned", true, check_aligned},
    {"?value", true, check_value},
    {"?no-error", true, check_no_error},
    {"?within", true, check_within},
    {"?helpers", true, check_helpers},
};

/* Runs the line at s->next and steps behind it. */
static script_result run_line(script *s) {
  gm_text line = s->lines[s->next++];
  trim(&line);
  if (!line.len || line.ptr[0] == '#') return SCRIPT_OK;
  bool neovim = session_is_neovim(&s->session);
  if (script_take(&line, "[vim]") ? neovim : script_take(&line, "[nvim]") ? !neovim : false) return SCRIPT_OK;
  trim(&line);
  const char *blank = memchr(line.ptr, ' ', line.len);
  gm_text name = {line.ptr, blank ? (size_t)(blank - line.ptr) : line.len};
  gm_text args = {line.ptr + name.len, line.len - name.len};
  trim(&args);
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    if (!same(name, commands[i].name)) continue;
    if (commands[i].running && !s->session.terminal) return script_fail(s, "OPEN comes first");
    return commands[i].run(s, args);
  }
  return script_fail(s, "unknown command %.*s", (int)name.len, name.ptr);
}

/* Runs up to END, or the end of the script when `block` is false. s->next stays on the line that failed. */
static script_result run_lines(script *s, bool block) {
  while (s->next < s->count && !(block && same(s->lines[s->next], "END"))) {
    size_t at = s->next;
    script_result result = run_line(s);
    if (result == SCRIPT_OK) continue;
    s->next = at;
    return result;
  }
  return SCRIPT_OK;
}

/* TRY n … END: passes when one of n rounds does; for what is measured on a machine that others use too. */
static script_result run_try(script *s, gm_text args) {
  int rounds;
  if (!script_number(&args, &rounds) || rounds < 1 || rounds > TRY_LIMIT) return script_fail(s, "TRY rounds");
  size_t begin = s->next, end = begin;
  while (end < s->count && !same(s->lines[end], "END")) end++;
  script_result result = SCRIPT_FAIL;
  for (int round = 0; round < rounds && result == SCRIPT_FAIL; round++) {
    s->next = begin;
    result = run_lines(s, true);
  }
  if (result == SCRIPT_OK) s->next = end + 1;
  return result;
}

script_result script_run(script *s) {
  script_result result = run_lines(s, false);
  return result;
}
