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

#define SHARE_BYTES  (GM_LARGE_PAGE / 4) /* read and cut by one thread at a time: it is near when it is cut */
#define SHARES_PAGE  (GM_LARGE_PAGE / SHARE_BYTES)
#define SHARED_BYTES (2 * GM_LARGE_PAGE) /* less is done before a thread has started */

/* Some of the bytes of a file, wherever they begin and end. */
typedef struct share {
  size_t begin, end;
  size_t first, last; /* the characters that lie whole in it; between those of two shares stands one more at most */
  GM_ARRAY(uint32_t) breaks; /* bytes from `begin` on to each line feed */
  bool read;
  bool plain; /* no NUL, and those characters are UTF-8 */
} share;

/* A file that is read, if it is not yet, and cut into lines. */
typedef struct cutting {
  int file; /* -1 when all bytes are there */
  char *bytes;
  size_t size;
  share *shares;
  size_t count;
} cutting;

static bool read_share(const cutting *c, const share *s) {
  size_t at = s->begin;
  while (at < s->end) {
    ssize_t got = pread(c->file, c->bytes + at, s->end - at, (off_t)at);
    if (got <= 0 && !(got < 0 && errno == EINTR)) return false; /* whoever reads the rest meets it again */
    if (got > 0) at += (size_t)got;
  }
  return true;
}

static bool goes_on(char byte) { return (byte & 0xC0) == 0x80; }

/* The place of the last character between `first` and `end` when it may lack bytes, else `end`. */
static size_t last_whole(const char *bytes, size_t first, size_t end) {
  size_t at = end;
  while (at > first && end - at < 3 && goes_on(bytes[at - 1])) at--;
  return at > first && (unsigned char)bytes[at - 1] >= 0xC0 ? at - 1 : end;
}

static bool is_plain(const char *bytes, size_t from, size_t to) {
  gm_text text = {bytes + from, to - from};
  return !text.len || (!memchr(text.ptr, 0, text.len) && gm_utf8_invalid(text) == text.len);
}

/* The first quarter of each large page comes first, so that no two threads wait for one page. */
static size_t share_of(const cutting *c, size_t piece) {
  size_t pages = (c->count + SHARES_PAGE - 1) / SHARES_PAGE;
  return piece % pages * SHARES_PAGE + piece / pages;
}

static void cut_share(void *context, unsigned worker, size_t piece) {
  const cutting *c = context;
  size_t index = share_of(c, piece);
  (void)worker;
  if (index >= c->count) return;
  share *s = &c->shares[index];
  if (c->file >= 0 && !(s->read = read_share(c, s))) return;
  s->first = s->begin;
  while (s->first < s->end && s->first - s->begin < 3 && goes_on(c->bytes[s->first])) s->first++;
  s->last = last_whole(c->bytes, s->first, s->end);
  s->plain = is_plain(c->bytes, s->first, s->last);
  const char *begin = c->bytes + s->begin, *end = c->bytes + s->end;
  for (const char *p = begin; p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
    *gm_push(&s->breaks) = (uint32_t)(p - begin);
}

static void cut_shares(cutting *c, gm_team *team) {
  c->count = c->size / SHARE_BYTES + 1;
  c->shares = gm_alloc(c->count * sizeof *c->shares);
  for (size_t i = 0; i < c->count; i++) {
    size_t begin = i * SHARE_BYTES, left = c->size - begin;
    c->shares[i] = (share){.begin = begin, .end = begin + (left < SHARE_BYTES ? left : SHARE_BYTES)};
  }
  size_t pages = (c->count + SHARES_PAGE - 1) / SHARES_PAGE;
  gm_parallel(c->size < SHARED_BYTES ? NULL : team, pages * SHARES_PAGE, cut_share, c);
}

static void forget_shares(cutting *c) {
  for (size_t i = 0; i < c->count; i++) gm_array_free(&c->shares[i].breaks);
  free(c->shares);
  c->shares = NULL;
  c->count = 0;
}

/* Are all of the bytes UTF-8 without a NUL? */
static bool all_plain(const cutting *c) {
  size_t last = 0;
  for (size_t i = 0; i < c->count; last = c->shares[i++].last)
    if (!c->shares[i].plain || !is_plain(c->bytes, last, c->shares[i].first)) return false;
  return is_plain(c->bytes, last, c->size);
}

/* Makes lines of the shares. */
static void take_lines(gm_source *source, const cutting *c) {
  const char *end = c->bytes + c->size, *p = c->bytes;
  size_t breaks = 0;
  for (size_t i = 0; i < c->count; i++) breaks += c->shares[i].breaks.count;
  source->mark = c->size >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3) ? 3 : 0;
  source->lines.count = 0;
  gm_reserve(&source->lines, breaks + 1);
  gm_text *line = source->lines.items;
  p += source->mark;
  for (size_t i = 0; i < c->count; i++) {
    const share *s = &c->shares[i];
    for (size_t k = 0; k < s->breaks.count; k++) {
      const char *stop = c->bytes + s->begin + s->breaks.items[k];
      *line++ = (gm_text){p, (size_t)(stop - p) - (stop > p && stop[-1] == '\r')};
      p = stop + 1;
    }
  }
  if (p < end) *line++ = (gm_text){p, (size_t)(end - p)};
  source->lines.count = (size_t)(line - source->lines.items);
  const gm_text *first = source->lines.items;
  source->crlf = breaks && first->ptr[first->len] == '\r';
}

/* Cuts the bytes into lines, those of shares that were cut when they were read; gives whether all are UTF-8 without a
 * NUL. */
static bool cut_lines(gm_source *source, cutting *read, gm_team *team) {
  if (read->shares && read->size != source->bytes.count) forget_shares(read);
  if (!read->shares) {
    *read = (cutting){.file = -1, .bytes = source->bytes.items, .size = source->bytes.count};
    cut_shares(read, team);
  }
  take_lines(source, read);
  bool plain = all_plain(read);
  forget_shares(read);
  return plain;
}

/* Reads and cuts the first `size` bytes of a file, or as many as can be read, and goes behind them. */
static void read_shares(cutting *c, int file, size_t size, gm_buffer *bytes, gm_team *team) {
  bytes->capacity = (size / GM_LARGE_PAGE + 1) * GM_LARGE_PAGE; /* with room to see the end */
  bytes->items = gm_alloc_large(bytes->capacity);
  *c = (cutting){.file = file, .bytes = bytes->items, .size = size};
  cut_shares(c, team);
  size_t read = 0;
  for (; read < c->count && c->shares[read].read; read++) bytes->count = c->shares[read].end;
  if (read < c->count) forget_shares(c);
  if (lseek(file, (off_t)bytes->count, SEEK_SET) < 0) bytes->count = 0; /* still at its beginning */
}

static int read_file(gm_source *source, const char *path, cutting *read, gm_team *team) {
  if (!strcmp(path, "-")) return read_all(STDIN_FILENO, &source->bytes);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno;
  int error = fstat(file, &source->status) ? errno : 0;
  if (!error && source->status.st_size > (off_t)GM_SOURCE_BYTES_MAX) error = EFBIG;
  size_t size = error || source->status.st_size < 0 ? 0 : (size_t)source->status.st_size;
  if (size >= SHARED_BYTES)
    read_shares(read, file, size, &source->bytes, team);
  else if (size)
    gm_reserve(&source->bytes, size + 1);
  if (!error) error = read_all(file, &source->bytes);
  close(file);
  return error;
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
  cutting read = {.file = -1};
  memset(source, 0, sizeof *source);
  source->path = shown;
  int error = read_file(source, path, &read, team);
  if (error) {
    forget_shares(&read);
    if (error == EFBIG)
      gm_complain(language, "%s: 超过 %zu MB，太大了", "%s: larger than %zu MB", shown, GM_SOURCE_BYTES_MAX >> 20);
    else
      gm_complain(language, "%s: %s", "%s: %s", shown, gm_reason(language, error));
    return false;
  }
  gm_text bytes = {source->bytes.items, source->bytes.count};
  if (cut_lines(source, &read, team) && !gm_encoding_magic(bytes)) return true;
  if (!decode(source, language)) return false;
  cut_lines(source, &read, team);
  return true;
}

void gm_source_free(gm_source *source) {
  gm_array_free(&source->bytes);
  gm_array_free(&source->lines);
}
