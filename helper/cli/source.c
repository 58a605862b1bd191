#include "cli/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/encoding.h"
#include "cli/message.h"
#include "text/pages.h"
#include "text/utf8.h"

#define CHUNK 65536u /* one read of a usual draft */

/* Reads all of `file`; an errno, 0 when it went well, EFBIG beyond the limit. */
static int read_all(int file, gm_buffer *bytes) {
  for (;;) {
    if (bytes->count == bytes->capacity) gm_reserve(bytes, bytes->count + CHUNK);
    ssize_t got = read(file, bytes->items + bytes->count, bytes->capacity - bytes->count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (!got) return 0;
    bytes->count += (size_t)got;
    if (bytes->count > GM_SOURCE_BYTES_MAX) return EFBIG;
  }
}

/* What is read of a large file by threads, a large page at a time. */
typedef struct reading {
  int file;
  char *bytes;
  size_t size;
  bool *whole; /* by page */
} reading;

static void read_page(void *context, unsigned worker, size_t page) {
  const reading *r = context;
  size_t at = page * GM_LARGE_PAGE, end = r->size - at < GM_LARGE_PAGE ? r->size : at + GM_LARGE_PAGE;
  (void)worker;
  while (at < end) {
    ssize_t got = pread(r->file, r->bytes + at, end - at, (off_t)at);
    if (got <= 0 && !(got < 0 && errno == EINTR)) break; /* whoever reads the rest meets it again */
    if (got > 0) at += (size_t)got;
  }
  r->whole[page] = at == end;
}

/* Reads the first `size` bytes of a file, or as many pages of them as can be read, and goes behind them. */
static void read_pages(int file, size_t size, gm_buffer *bytes, gm_team *team) {
  size_t pages = size / GM_LARGE_PAGE + 1; /* with room to see the end */
  bytes->capacity = pages * GM_LARGE_PAGE;
  bytes->items = gm_alloc_large(bytes->capacity);
  reading r = {file, bytes->items, size, gm_alloc(pages * sizeof *r.whole)};
  gm_parallel(team, pages, read_page, &r);
  for (size_t i = 0; i < pages && r.whole[i]; i++) bytes->count = i + 1 < pages ? (i + 1) * GM_LARGE_PAGE : size;
  free(r.whole);
  if (lseek(file, (off_t)bytes->count, SEEK_SET) < 0) bytes->count = 0; /* still at its beginning */
}

#define LARGE_BYTES (2 * GM_LARGE_PAGE) /* less is read before a thread has started */

static int read_file(gm_source *source, const char *path, gm_team *team) {
  if (!strcmp(path, "-")) return read_all(STDIN_FILENO, &source->bytes);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno;
  int error = fstat(file, &source->status) ? errno : 0;
  if (!error && source->status.st_size > (off_t)GM_SOURCE_BYTES_MAX) error = EFBIG;
  size_t size = error || source->status.st_size < 0 ? 0 : (size_t)source->status.st_size;
  if (size >= LARGE_BYTES)
    read_pages(file, size, &source->bytes, team);
  else if (size)
    gm_reserve(&source->bytes, size + 1);
  if (!error) error = read_all(file, &source->bytes);
  close(file);
  return error;
}

typedef GM_ARRAY(gm_text) line_array;

/* Bytes of the file from the start of a line to the end of one, so that its characters are whole. */
typedef struct share {
  const char *start, *end;
  line_array lines;
  bool plain; /* UTF-8 without a NUL */
} share;

#define SHARE_BYTES \
  ((size_t)1 << 20) /* taken by one thread at a time; what it read of them is near when it cuts them */

static void cut_share(void *context, unsigned worker, size_t index) {
  share *s = (share *)context + index;
  size_t bytes = (size_t)(s->end - s->start);
  (void)worker;
  s->plain = !memchr(s->start, 0, bytes) && gm_utf8_invalid((gm_text){s->start, bytes}) == bytes;
  for (const char *p = s->start; p < s->end;) {
    const char *stop = memchr(p, '\n', (size_t)(s->end - p));
    const char *line_end = stop ? stop : s->end;
    if (stop && line_end > p && line_end[-1] == '\r') line_end--;
    *gm_push(&s->lines) = (gm_text){p, (size_t)(line_end - p)};
    p = stop ? stop + 1 : s->end;
  }
}

/* Cuts the bytes into lines, by threads. Are they UTF-8 without a NUL? */
static bool cut_lines(gm_source *source, gm_team *team) {
  const char *p = source->bytes.items, *end = p + source->bytes.count;
  source->mark = end - p >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3) ? 3 : 0;
  p += source->mark;
  size_t count = (size_t)(end - p) / SHARE_BYTES + 1, lines = 0;
  share *shares = gm_alloc(count * sizeof *shares);
  for (size_t i = 0; i < count; i++) {
    const char *stop = (size_t)(end - p) > SHARE_BYTES ? p + SHARE_BYTES : end;
    const char *line_end = memchr(stop, '\n', (size_t)(end - stop));
    shares[i] = (share){.start = p, .end = line_end ? line_end + 1 : end};
    p = shares[i].end;
  }
  gm_parallel(team, count, cut_share, shares);
  bool plain = true;
  for (size_t i = 0; i < count; i++) lines += shares[i].lines.count;
  gm_reserve(&source->lines, lines + 1);
  source->lines.count = 0;
  for (size_t i = 0; i < count; i++) {
    const line_array *more = &shares[i].lines;
    if (more->count) memcpy(source->lines.items + source->lines.count, more->items, more->count * sizeof *more->items);
    source->lines.count += more->count;
    plain &= shares[i].plain;
    gm_array_free(&shares[i].lines);
  }
  free(shares);
  const gm_text *first = source->lines.items;
  source->crlf = lines && first->ptr + first->len < end && first->ptr[first->len] == '\r';
  return plain;
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

bool gm_source_read(gm_source *source, const char *path, const char *shown, gm_language language, gm_team *team) {
  memset(source, 0, sizeof *source);
  source->path = shown;
  int error = read_file(source, path, team);
  if (error == EFBIG) {
    gm_complain(language, "%s: 超过 %zu MB，太大了", "%s: larger than %zu MB", shown, GM_SOURCE_BYTES_MAX >> 20);
    return false;
  }
  if (error) {
    gm_complain(language, "%s: %s", "%s: %s", shown, gm_reason(language, error));
    return false;
  }
  gm_text bytes = {source->bytes.items, source->bytes.count};
  if (cut_lines(source, team) && !gm_encoding_magic(bytes)) return true;
  if (!decode(source, language)) return false;
  cut_lines(source, team);
  return true;
}

void gm_source_free(gm_source *source) {
  gm_array_free(&source->bytes);
  gm_array_free(&source->lines);
}
