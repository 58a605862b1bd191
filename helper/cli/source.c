#include "cli/source.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "cli/encoding.h"
#include "cli/message.h"
#include "text/pages.h"
#include "text/utf8.h"

#define CHUNK 65536u /* one read of a usual draft */

/* Reads all of `file`; an errno, 0 when it went well, EFBIG beyond the limit. */
static int read_all(int file, gm_buffer *bytes) {
  for (;;) {
    gm_reserve(bytes, bytes->count + CHUNK);
    ssize_t got = read(file, bytes->items + bytes->count, bytes->capacity - bytes->count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (!got) return 0;
    bytes->count += (size_t)got;
    if (bytes->count > GM_SOURCE_BYTES_MAX) return EFBIG;
  }
}

static void reserve(gm_buffer *bytes, size_t count) {
  gm_reserve(bytes, count);
  gm_prefer_large_pages(bytes->items, count);
}

static int read_file(gm_source *source, const char *path) {
  if (!strcmp(path, "-")) return read_all(STDIN_FILENO, &source->bytes);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno;
  int error = fstat(file, &source->status) ? errno : 0;
  if (!error && source->status.st_size > (off_t)GM_SOURCE_BYTES_MAX) error = EFBIG;
  if (!error && source->status.st_size > 0) reserve(&source->bytes, (size_t)source->status.st_size + 1);
  if (!error) error = read_all(file, &source->bytes);
  close(file);
  return error;
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

static size_t line_of(gm_text text, size_t at, size_t *column) {
  size_t line = 1, start = 0;
  for (size_t i = 0; i < at; i++)
    if (text.ptr[i] == '\n') line++, start = i + 1;
  *column = at - start + 1;
  return line;
}

/* Makes UTF-8 of the bytes; false after a message. */
static bool decode(gm_source *source, gm_language language) {
  gm_text bytes = {source->bytes.items, source->bytes.count};
  const char *binary = gm_encoding_binary(bytes);
  if (binary) {
    gm_complain(language, "%s: 不是纯文本（%s）；请先另存为纯文本", "%s: not a text file (%s); save it as text first",
                source->path, binary);
    return false;
  }
  size_t invalid, column;
  const char *encoding = gm_encoding_guess(bytes, &invalid);
  if (encoding && gm_encoding_convert(&source->bytes, encoding)) {
    source->converted = encoding;
    gm_complain(language, "%s: 按 %s 读入，已转为 UTF-8", "%s: read as %s and converted to UTF-8", source->path,
                encoding);
    return true;
  }
  if (!encoding && invalid == bytes.len) return true;
  if (encoding && encoding[0] == 'U') {
    gm_complain(language, "%s: 开头有 %s 标记，内容却不是；未作处理", "%s: begins with the mark of %s but is not in it",
                source->path, encoding);
    return false;
  }
  size_t line = line_of(bytes, invalid, &column);
  gm_complain(language, "%s:%zu:%zu: 字节 0x%02X 不是 UTF-8，全文也不像 GB18030；未作处理",
              "%s:%zu:%zu: byte 0x%02X is no UTF-8, nor does the file look like GB18030; nothing was done",
              source->path, line, column, (unsigned)(unsigned char)bytes.ptr[invalid]);
  return false;
}

bool gm_source_read(gm_source *source, const char *path, const char *shown, gm_language language) {
  memset(source, 0, sizeof *source);
  source->path = shown;
  int error = read_file(source, path);
  if (error == EFBIG) {
    gm_complain(language, "%s: 超过 %zu MB，太大了", "%s: larger than %zu MB", shown, GM_SOURCE_BYTES_MAX >> 20);
    return false;
  }
  if (error) {
    gm_complain(language, "%s: %s", "%s: %s", shown, gm_reason(language, error));
    return false;
  }
  if (!decode(source, language)) return false;
  if (source->bytes.count >= 3 && !memcmp(source->bytes.items, "\xEF\xBB\xBF", 3)) source->mark = 3;
  split_lines(source);
  return true;
}

void gm_source_free(gm_source *source) {
  gm_array_free(&source->bytes);
  gm_array_free(&source->lines);
}
