/* gangmu_screen run FILE.screen       runs a script against an editor: 0 passed, 1 failed, 77 skipped
 * gangmu_screen text DRAFT            opens a draft, waits, prints the screen
 * gangmu_screen picture OUT DRAFT     the same, as OUT.svg, .png or .txt */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "picture.h"
#include "script.h"

enum { PASSED = 0, FAILED = 1, USAGE = 2, SKIPPED = 77 };

typedef struct options {
  const char *editor, *root, *helper, *shared, *snapshots, *wait, *keys, *then;
  int rows, columns;
  bool light;
  const char *words[3];
  size_t count;
} options;

static int usage(void) {
  fputs(
      "usage: gangmu_screen run [options] FILE.screen\n"
      "       gangmu_screen text [options] DRAFT\n"
      "       gangmu_screen picture [options] OUT.svg|OUT.png|OUT.txt DRAFT\n"
      "options: --editor PROGRAM  --root CHECKOUT  --helper GANGMU  --shared FOLDER  --snapshots FOLDER\n"
      "         --size ROWSxCOLUMNS  --light  --keys KEYS  --wait TEXT  --then KEYS\n",
      stderr);
  return USAGE;
}

static bool parse(int argc, char **argv, options *o) {
  struct {
    const char *name, **value;
  } named[] = {{"--editor", &o->editor},       {"--root", &o->root}, {"--helper", &o->helper}, {"--shared", &o->shared},
               {"--snapshots", &o->snapshots}, {"--wait", &o->wait}, {"--keys", &o->keys},     {"--then", &o->then}};
  for (int i = 1; i < argc; i++) {
    bool taken = false;
    for (size_t n = 0; n < sizeof named / sizeof *named && !taken; n++) {
      if (strcmp(argv[i], named[n].name) || i + 1 >= argc) continue;
      *named[n].value = argv[++i];
      taken = true;
    }
    if (taken) continue;
    if (!strcmp(argv[i], "--light"))
      o->light = true;
    else if (!strcmp(argv[i], "--size") && i + 1 < argc) {
      if (sscanf(argv[++i], "%dx%d", &o->rows, &o->columns) != 2 || o->rows < 2 || o->columns < 10) return false;
    } else if (!strncmp(argv[i], "--", 2) || o->count == 3) {
      return false;
    } else {
      o->words[o->count++] = argv[i];
    }
  }
  return o->count >= 2;
}

static bool read_file(const char *path, gm_buffer *out) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    fprintf(stderr, "cannot read %s: %s\n", path, strerror(errno));
    return false;
  }
  char bytes[65536];
  for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;) gm_buffer_add(out, bytes, n);
  return fclose(file) == 0;
}

static void split_lines(const gm_buffer *text, script *s) {
  size_t count = 0;
  for (size_t i = 0; i < text->count; i++) count += text->items[i] == '\n';
  s->lines = gm_alloc((count + 1) * sizeof *s->lines);
  for (const char *p = text->items, *end = p + text->count; p < end;) {
    const char *eol = memchr(p, '\n', (size_t)(end - p));
    if (!eol) eol = end;
    s->lines[s->count++] = (gm_text){p, (size_t)(eol - p)};
    p = eol + 1;
  }
}

static int run(script *s, const char *path) {
  gm_buffer text = {0};
  if (!read_file(path, &text)) return USAGE;
  split_lines(&text, s);
  const char *slash = strrchr(path, '/');
  gm_buffer folder = {0};
  gm_buffer_format(&folder, "%.*s%c", slash ? (int)(slash - path) : 1, slash ? path : ".", 0);
  s->folder = folder.items;
  script_result result = script_run(s);
  if (result == SCRIPT_SKIP) printf("skipped: %.*s\n", (int)s->complaint.count, s->complaint.items);
  if (result == SCRIPT_FAIL) {
    gm_text line = s->lines[s->next < s->count ? s->next : s->count - 1];
    printf("%s:%zu: %.*s\n    %.*s\n", path, s->next + 1, (int)line.len, line.ptr, (int)s->complaint.count,
           s->complaint.items);
    if (s->session.terminal) {
      gm_buffer shown = {0};
      picture_text(s->session.terminal, &shown);
      printf("the screen:\n%.*s", (int)shown.count, shown.items);
      gm_array_free(&shown);
    }
  }
  free(s->lines);
  gm_array_free(&text);
  gm_array_free(&folder);
  return result == SCRIPT_OK ? PASSED : result == SCRIPT_SKIP ? SKIPPED : FAILED;
}

/* Opens a draft, types `keys`, waits for `wait` and shows what is there, even when it never came. */
static int show(script *s, const options *o, const char *draft, const char *out) {
  char *path = realpath(draft, NULL);
  if (!path) {
    fprintf(stderr, "cannot read %s: %s\n", draft, strerror(errno));
    return FAILED;
  }
  gm_text words[] = {{path, strlen(path)}};
  bool ok = session_open(&s->session, words, 1);
  if (ok) {
    terminal_pump(s->session.terminal, 2000);
    terminal_settle(s->session.terminal, SESSION_QUIET, s->timeout);
    if (o->keys) ok = session_keys(&s->session, (gm_text){o->keys, strlen(o->keys)}, true);
    if (o->wait && session_wait(&s->session, (gm_text){o->wait, strlen(o->wait)}, false, s->timeout) < 0) {
      fprintf(stderr, "“%s” never came\n", o->wait);
      ok = false;
    }
    terminal_settle(s->session.terminal, 4 * SESSION_QUIET, s->timeout);
    if (o->then) ok = session_keys(&s->session, (gm_text){o->then, strlen(o->then)}, true) && ok;
    gm_buffer text = {0};
    if (out)
      ok = picture_write(s->session.terminal, out) && ok;
    else
      picture_text(s->session.terminal, &text);
    fwrite(text.items, 1, text.count, stdout);
    gm_array_free(&text);
  }
  free(path);
  return ok ? PASSED : FAILED;
}

int main(int argc, char **argv) {
  options o = {.editor = "nvim", .root = SCREEN_ROOT, .helper = SCREEN_HELPER, .rows = 30, .columns = 100};
  if (!parse(argc, argv, &o)) return usage();
  const char *mode = o.words[0];
  bool picture = !strcmp(mode, "picture");
  if (strcmp(mode, "run") && strcmp(mode, "text") && !picture) return usage();
  if (picture != (o.count == 3)) return usage();
  gm_buffer shared = {0};
  gm_buffer_format(&shared, "%s/../shared%c", o.root, 0);
  if (!session_program_exists(o.editor)) {
    printf("skipped: %s is not installed\n", o.editor);
    return SKIPPED;
  }
  script s = {.shared = o.shared ? o.shared : shared.items,
              .snapshots = o.snapshots,
              .timeout = SESSION_TIMEOUT,
              .waited = -1,
              .session = {.editor = o.editor,
                          .root = o.root,
                          .helper = o.helper,
                          .rows = o.rows,
                          .columns = o.columns,
                          .light = o.light}};
  int status = FAILED;
  if (session_init(&s.session)) {
    status =
        !strcmp(mode, "run") ? run(&s, o.words[1]) : show(&s, &o, o.words[o.count - 1], picture ? o.words[1] : NULL);
  }
  session_close(&s.session);
  gm_array_free(&s.complaint);
  gm_array_free(&shared);
  return status;
}
