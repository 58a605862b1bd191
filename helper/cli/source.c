#include "cli/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 65536u /* one read of a usual draft; larger files double it */

static const char *fail(gm_buffer *problem, const char *path, const char *why) {
  problem->count = 0;
  gm_buffer_format(problem, "%s: %s", path, why);
  gm_buffer_add(problem, "", 1);
  return problem->items;
}

static void split_lines(gm_source *source) {
  const char *p = source->bytes.items + source->mark, *end = source->bytes.items + source->bytes.count;
  while (p < end) {
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    const char *line_end = stop ? stop : end;
    if (stop && line_end > p && line_end[-1] == '\r') {
      line_end--;
      if (!source->lines.count) source->crlf = true;
    }
    *gm_push(&source->lines) = (gm_text){p, (size_t)(line_end - p)};
    p = stop ? stop + 1 : end;
  }
}

const char *gm_source_read(gm_source *source, const char *path, const char *shown, gm_buffer *problem) {
  memset(source, 0, sizeof *source);
  source->path = shown;
  int file = strcmp(path, "-") ? open(path, O_RDONLY) : STDIN_FILENO;
  if (file < 0) return fail(problem, shown, strerror(errno));
  for (;;) {
    gm_reserve(&source->bytes, source->bytes.count + CHUNK);
    ssize_t got = read(file, source->bytes.items + source->bytes.count, source->bytes.capacity - source->bytes.count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      int why = errno;
      if (file != STDIN_FILENO) close(file);
      if (got < 0) return fail(problem, shown, strerror(why));
      break;
    }
    source->bytes.count += (size_t)got;
  }
  if (source->bytes.count >= 3 && !memcmp(source->bytes.items, "\xEF\xBB\xBF", 3)) source->mark = 3;
  split_lines(source);
  return NULL;
}

void gm_source_free(gm_source *source) {
  gm_array_free(&source->bytes);
  gm_array_free(&source->lines);
}
