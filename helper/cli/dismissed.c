#include "cli/dismissed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/folder.h"
#include "cli/message.h"
#include "cli/replace.h"

/* A row takes some 150 bytes; more than this is no file of ours. */
#define FILE_BYTES_MAX ((size_t)16 << 20)
#define CHUNK          65536u

static const char heading[] =
    "# 放过的问题：指纹、规则、文稿、理由、日期、摘录，以制表符分隔。Findings waved through: fingerprint, rule, draft, "
    "reason, date, excerpt.\n";

/* Reads the file at `path` (ended by NUL); an errno, 0 also when there is none. */
static int read_file(const char *path, gm_buffer *bytes) {
  bytes->count = 0;
  int file = open(path, O_RDONLY | O_CLOEXEC), error = 0;
  if (file < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
  for (;;) {
    gm_reserve(bytes, bytes->count + CHUNK);
    ssize_t got = read(file, bytes->items + bytes->count, bytes->capacity - bytes->count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) error = errno;
    if (got <= 0) break;
    bytes->count += (size_t)got;
    if (bytes->count > FILE_BYTES_MAX) {
      error = EFBIG;
      break;
    }
  }
  close(file);
  if (error) bytes->count = 0;
  return error;
}

static bool fail(gm_store *store, gm_language language, int error) {
  store->reason.count = 0;
  gm_buffer_format(&store->reason, "%.*s: %s", (int)store->path.count, store->path.items, gm_reason(language, error));
  return false;
}

bool gm_dismissed_read(gm_store *store, gm_text path, gm_language language) {
  gm_buffer whole = {0};
  gm_buffer_text(&whole, path);
  gm_buffer_add(&whole, "", 1);
  char *folder = gm_folder_of(whole.items);
  size_t root = gm_project_of(folder);
  const char *slash = strrchr(whole.items, '/'), *name = slash ? slash + 1 : whole.items;
  store->draft.count = store->path.count = store->reason.count = 0;
  if (strlen(folder) > root + 1) gm_buffer_format(&store->draft, "%s/", folder + root + 1);
  gm_buffer_string(&store->draft, name);
  gm_buffer_format(&store->path, "%.*s/" GM_DISMISSAL_FOLDER "/" GM_DISMISSAL_FILE, (int)root, folder);
  gm_array_free(&whole);
  free(folder);
  gm_buffer_add(&store->path, "", 1);
  int error = read_file(store->path.items, &store->content);
  store->path.count--;
  gm_store_parse(store);
  return !error || fail(store, language, error);
}

bool gm_dismissed_write(gm_store *store, gm_text content, gm_language language) {
  gm_buffer now = {0}, with_heading = {0};
  gm_buffer_add(&store->path, "", 1);
  store->path.count--;
  char *path = store->path.items, *slash = strrchr(path, '/');
  int error = read_file(path, &now);
  bool same = now.count == store->content.count && (!now.count || !memcmp(now.items, store->content.items, now.count));
  gm_array_free(&now);
  if (!error && !same) {
    store->reason.count = 0;
    gm_buffer_format(&store->reason, language == GM_ENGLISH ? "%s: it changed meanwhile" : "%s: 文件刚被别的程序改动",
                     path);
    return false;
  }
  if (!error && !store->content.count) {
    *slash = 0;
    if (mkdir(path, 0777) && errno != EEXIST) error = errno;
    *slash = '/';
    gm_buffer_string(&with_heading, heading);
    gm_buffer_text(&with_heading, content);
    content = (gm_text){with_heading.items, with_heading.count};
  }
  if (!error) error = gm_put(path, content);
  if (!error) {
    store->content.count = 0;
    gm_buffer_text(&store->content, content);
    gm_store_parse(store);
  }
  gm_array_free(&with_heading);
  return !error || fail(store, language, error);
}

void gm_today(char date[11]) {
  time_t now = time(NULL);
  struct tm local;
  localtime_r(&now, &local);
  if (!strftime(date, 11, "%Y-%m-%d", &local)) date[0] = 0;
}
