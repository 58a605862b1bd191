#include "session.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "keys.h"

#define ESCAPE_PAUSE   60    /* longer than 'ttimeoutlen': what follows is no escape sequence */
#define SETTLE_LIMIT   3000  /* a screen that moves longer than this is not waited for */
#define VALUE_TIMEOUT  10000 /* as SESSION_TIMEOUT */
#define PROCESS_LIMIT  65536
#define ARGUMENT_LIMIT 32

bool session_is_neovim(const session *s) {
  const char *slash = strrchr(s->editor, '/');
  return !strncmp(slash ? slash + 1 : s->editor, "nvim", 4);
}

bool session_program_exists(const char *program) {
  if (strchr(program, '/')) return access(program, X_OK) == 0;
  const char *path = getenv("PATH");
  gm_buffer name = {0};
  bool found = false;
  while (path && *path && !found) {
    size_t length = strcspn(path, ":");
    name.count = 0;
    gm_buffer_format(&name, "%.*s/%s%c", (int)length, path, program, 0);
    found = access(name.items, X_OK) == 0;
    path += length + (path[length] == ':');
  }
  gm_array_free(&name);
  return found;
}

static bool write_text(const char *directory, const char *name, const gm_text text) {
  gm_buffer path = {0};
  gm_buffer_format(&path, "%s/%s%c", directory, name, 0);
  FILE *file = fopen(path.items, "wb");
  bool ok = file && fwrite(text.ptr, 1, text.len, file) == text.len;
  if (file && fclose(file) != 0) ok = false;
  gm_array_free(&path);
  return ok;
}

bool session_init(session *s) {
  const char *base = getenv("TMPDIR");
  snprintf(s->directory, sizeof s->directory, "%s/gangmu-screen.XXXXXX",
           base && *base && strlen(base) < 80 ? base : "/tmp");
  if (!mkdtemp(s->directory)) {
    fprintf(stderr, "cannot make %s: %s\n", s->directory, strerror(errno));
    s->directory[0] = 0;
    return false;
  }
  char *resolved = realpath(s->directory, NULL); /* /tmp is a link on macOS, and editors show resolved names */
  if (resolved && strlen(resolved) < sizeof s->directory) strcpy(s->directory, resolved);
  free(resolved);
  return true;
}

/* What both editors read instead of the user's configuration. */
static const char vimrc_head[] =
    "set nocompatible encoding=utf-8 fileencodings=utf-8 ambiwidth=single\n"
    "set noswapfile nobackup noundofile nomodeline shortmess+=I ttimeout ttimeoutlen=20 updatetime=300\n"
    "set laststatus=2 ruler noshowcmd belloff=all mouse= nomore\n"
    "let &runtimepath = $GANGMU_ROOT . ',' . $VIMRUNTIME\n"
    "let &packpath = $VIMRUNTIME\n"
    "let g:gangmu_helper = $GANGMU_HELPER\n"
    "command! -nargs=1 Q call writefile([string(eval(<q-args>))], $SCREEN_DIR . '/.value.new') | "
    "call rename($SCREEN_DIR . '/.value.new', $SCREEN_DIR . '/.value')\n";
static const char vimrc_tail[] = "filetype plugin on\nsyntax on\n";

static void add_environment(gm_buffer *block, const char *name, const char *value) {
  gm_buffer_format(block, "%s=%s%c", name, value, 0);
}

/* A clean environment: the harness's own names, PATH, and what the script asked for. */
static char **make_environment(const session *s, gm_buffer *block) {
  static const char *const directories[][2] = {{"HOME", ""},
                                               {"XDG_CONFIG_HOME", "/config"},
                                               {"XDG_DATA_HOME", "/data"},
                                               {"XDG_STATE_HOME", "/state"},
                                               {"XDG_CACHE_HOME", "/cache"},
                                               {"XDG_RUNTIME_DIR", "/run"},
                                               {"SCREEN_DIR", ""}};
  for (size_t i = 0; i < sizeof directories / sizeof *directories; i++) {
    gm_buffer_format(block, "%s=%s%s%c", directories[i][0], s->directory, directories[i][1], 0);
  }
  add_environment(block, "TERM", "xterm-256color");
  add_environment(block, "LC_ALL", "C.UTF-8");
  add_environment(block, "PATH", getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin");
  add_environment(block, "GANGMU_ROOT", s->root);
  add_environment(block, "GANGMU_HELPER", s->helper);
  static const char *const passed[] = {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TMPDIR"};
  for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) {
    if (getenv(passed[i])) add_environment(block, passed[i], getenv(passed[i]));
  }
  gm_buffer_add(block, s->environment.items, s->environment.count);
  size_t count = 0;
  for (size_t i = 0; i < block->count; i++) count += block->items[i] == 0;
  char **list = gm_alloc((count + 1) * sizeof *list);
  count = 0;
  for (size_t i = 0; i < block->count; i += strlen(block->items + i) + 1) list[count++] = block->items + i;
  list[count] = NULL;
  return list;
}

bool session_open(session *s, const gm_text *arguments, size_t count) {
  gm_buffer vimrc = {0}, block = {0}, words = {0};
  gm_buffer_string(&vimrc, vimrc_head);
  gm_buffer_format(&vimrc, "set background=%s\n", s->light ? "light" : "dark");
  gm_buffer_add(&vimrc, s->vimrc.items, s->vimrc.count);
  gm_buffer_string(&vimrc, vimrc_tail);
  bool ok = write_text(s->directory, ".vimrc", (gm_text){vimrc.items, vimrc.count});
  static const char *const folders[] = {"config", "data", "state", "cache", "run"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    gm_buffer path = {0};
    gm_buffer_format(&path, "%s/%s%c", s->directory, folders[i], 0);
    mkdir(path.items, 0700);
    gm_array_free(&path);
  }
  char *argv[ARGUMENT_LIMIT + 8];
  size_t argc = 0;
  static char rc[160];
  snprintf(rc, sizeof rc, "%s/.vimrc", s->directory);
  argv[argc++] = (char *)s->editor;
  argv[argc++] = "-n";
  argv[argc++] = "-i";
  argv[argc++] = "NONE";
  argv[argc++] = "-u";
  argv[argc++] = rc;
  for (size_t i = 0; i < count; i++) gm_buffer_format(&words, "%.*s%c", (int)arguments[i].len, arguments[i].ptr, 0);
  for (size_t i = 0; i < words.count && argc < ARGUMENT_LIMIT; i += strlen(words.items + i) + 1) {
    argv[argc++] = words.items + i;
  }
  argv[argc] = NULL;
  char **environment = make_environment(s, &block);
  s->terminal = ok ? terminal_start(&(terminal_options){.rows = s->rows,
                                                        .columns = s->columns,
                                                        .fg = s->light ? 0x24292f : 0xd8dee9,
                                                        .bg = s->light ? 0xffffff : 0x1d2129,
                                                        .directory = s->directory,
                                                        .argv = argv,
                                                        .environ = environment})
                   : NULL;
  if (!s->terminal) fprintf(stderr, "cannot start %s: %s\n", s->editor, strerror(errno));
  s->typed = terminal_clock();
  free(environment);
  gm_array_free(&vimrc);
  gm_array_free(&block);
  gm_array_free(&words);
  return s->terminal != NULL;
}

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *where) {
  (void)info, (void)type, (void)where;
  return remove(path);
}

void session_close(session *s) {
  terminal_stop(s->terminal);
  s->terminal = NULL;
  if (s->directory[0]) nftw(s->directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  gm_array_free(&s->vimrc);
  gm_array_free(&s->environment);
}

bool session_keys(session *s, gm_text notation, bool settle) {
  gm_buffer bytes = {0};
  bool ok = true;
  while (ok && notation.len) {
    bytes.count = 0;
    ok = keys_translate(notation, &bytes, &notation);
    if (!ok) break;
    s->typed = terminal_clock();
    terminal_send(s->terminal, bytes.items, bytes.count);
    bool escape = bytes.count && bytes.items[bytes.count - 1] == '\x1b';
    if (escape && notation.len) {
      double until = terminal_clock() + ESCAPE_PAUSE;
      while (terminal_clock() < until && terminal_pump(s->terminal, ESCAPE_PAUSE)) {
      }
    }
  }
  gm_array_free(&bytes);
  if (ok && settle) terminal_settle(s->terminal, SESSION_QUIET, SETTLE_LIMIT);
  return ok;
}

static void region(const session *s, int *from, int *to) {
  int rows, columns;
  terminal_size(s->terminal, &rows, &columns);
  *from = s->from < columns ? s->from : columns;
  *to = s->to && s->to < columns ? s->to : columns;
}

bool session_find(const session *s, gm_text text, int *row, int *column) {
  int rows, columns, from, to;
  terminal_size(s->terminal, &rows, &columns);
  region(s, &from, &to);
  gm_buffer line = {0};
  bool found = false;
  for (int r = 0; r < rows && !found; r++) {
    line.count = 0;
    terminal_row(s->terminal, r, from, to, &line);
    const char *at = text.len ? memmem(line.items, line.count, text.ptr, text.len) : NULL;
    if (!at) continue;
    found = true;
    size_t before = (size_t)(at - line.items);
    if (row) *row = r;
    if (!column) continue;
    /* The narrowest prefix of cells that is as long as what stands before. */
    for (*column = from; *column < to; ++*column) {
      terminal_cell cell;
      terminal_cell_at(s->terminal, r, *column, &cell);
      if (cell.width == 0) continue;
      line.count = 0;
      for (int i = 0; i < TERMINAL_CHARS && cell.chars[i]; i++) gm_buffer_codepoint(&line, cell.chars[i]);
      size_t size = cell.chars[0] ? line.count : 1;
      if (before < size) break;
      before -= size;
    }
  }
  gm_array_free(&line);
  return found;
}

double session_wait(session *s, gm_text text, bool gone, int timeout) {
  double begin = terminal_clock(), end = begin + timeout, held = -1;
  for (;;) {
    bool alive = terminal_pump(s->terminal, 0);
    bool holds = session_find(s, text, NULL, NULL) != gone;
    double now = terminal_clock();
    if (holds) {
      if (held < 0) held = now;
      terminal_settle(s->terminal, SESSION_QUIET, SETTLE_LIMIT);
      if (session_find(s, text, NULL, NULL) != gone) return held - s->typed;
      held = -1; /* it flickered */
    }
    if (now > end || !alive) return -1;
    terminal_pump(s->terminal, 20);
  }
}

bool session_value(session *s, gm_text expression, gm_buffer *value) {
  gm_buffer name = {0}, command = {0};
  gm_buffer_format(&name, "%s/.value%c", s->directory, 0);
  remove(name.items);
  gm_buffer_format(&command, ":Q %.*s\r", (int)expression.len, expression.ptr);
  terminal_send(s->terminal, command.items, command.count);
  double end = terminal_clock() + VALUE_TIMEOUT;
  FILE *file = NULL;
  while (!(file = fopen(name.items, "rb")) && terminal_clock() < end && terminal_pump(s->terminal, 5)) {
  }
  char bytes[4096];
  for (size_t n; file && (n = fread(bytes, 1, sizeof bytes, file)) > 0;) gm_buffer_add(value, bytes, n);
  if (value->count && value->items[value->count - 1] == '\n') value->count--;
  if (file) fclose(file);
  terminal_settle(s->terminal, SESSION_QUIET, SETTLE_LIMIT);
  gm_array_free(&name);
  gm_array_free(&command);
  return file != NULL;
}

/* A process, its parent and whether it is a helper. */
typedef struct process {
  pid_t pid, parent;
  bool helper;
} process;

/* Lists all processes by ps, which the systems without /proc have. */
static size_t list_by_ps(process *list, size_t limit) {
  FILE *ps = popen("ps -A -o pid=,ppid=,comm=", "r");
  size_t count = 0;
  long pid, parent;
  char name[512];
  while (ps && count < limit && fscanf(ps, "%ld %ld %511[^\n]", &pid, &parent, name) == 3) {
    const char *slash = strrchr(name, '/');
    list[count++] = (process){(pid_t)pid, (pid_t)parent, !strcmp(slash ? slash + 1 : name, "gangmu")};
  }
  if (ps) pclose(ps);
  return count;
}

static size_t list_processes(process *list, size_t limit) {
  DIR *proc = opendir("/proc");
  if (!proc || access("/proc/self/stat", R_OK) != 0) {
    if (proc) closedir(proc);
    return list_by_ps(list, limit);
  }
  size_t count = 0;
  for (struct dirent *entry; count < limit && (entry = readdir(proc));) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    char path[300], name[64], state;
    long pid, parent;
    snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
    FILE *file = fopen(path, "r");
    if (!file) continue;
    if (fscanf(file, "%ld (%63[^)]) %c %ld", &pid, name, &state, &parent) == 4 && state != 'Z') {
      list[count++] = (process){(pid_t)pid, (pid_t)parent, !strcmp(name, "gangmu")};
    }
    fclose(file);
  }
  closedir(proc);
  return count;
}

static bool descends(const process *list, size_t count, pid_t pid, pid_t from) {
  for (int depth = 0; depth < 8 && pid > 1; depth++) {
    pid_t parent = 0;
    for (size_t i = 0; i < count; i++) {
      if (list[i].pid == pid) parent = list[i].parent;
    }
    if (parent == from) return true;
    pid = parent;
  }
  return false;
}

size_t session_helpers(const session *s, pid_t *pids, size_t limit) {
  process *list = gm_alloc(PROCESS_LIMIT * sizeof *list);
  size_t count = list_processes(list, PROCESS_LIMIT), found = 0;
  for (size_t i = 0; i < count && found < limit; i++) {
    if (list[i].helper && descends(list, count, list[i].pid, terminal_pid(s->terminal))) pids[found++] = list[i].pid;
  }
  free(list);
  return found;
}
