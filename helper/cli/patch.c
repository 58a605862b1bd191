#include "cli/patch.h"

#define CONTEXT 3u /* lines before and behind a change, as diff -u has them */

/* Where a position is among the file's bytes; behind the last line is the end of the file. */
static size_t offset_of(const gm_source *source, gm_position p) {
  if (p.line >= source->lines.count) return source->bytes.count;
  return (size_t)(source->lines.items[p.line].ptr - source->bytes.items) + p.byte;
}

static void insert(const gm_source *source, gm_text text, gm_buffer *out) {
  for (const char *p = text.ptr, *end = p + text.len; p < end;) {
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    gm_buffer_add(out, p, (size_t)((stop ? stop : end) - p));
    if (stop) gm_buffer_string(out, source->crlf ? "\r\n" : "\n");
    p = stop ? stop + 1 : end;
  }
}

/* Appends bytes [from, to) with edits [first, last) of the list, which lie inside them, applied. */
static void apply(const gm_source *source, const gm_edits *edits, size_t first, size_t last, size_t from, size_t to,
                  gm_buffer *out) {
  for (size_t i = first; i < last; i++) {
    const gm_edit *edit = &edits->list.items[i];
    size_t start = offset_of(source, edit->start);
    gm_buffer_add(out, source->bytes.items + from, start - from);
    insert(source, gm_edits_text(edits, edit), out);
    from = offset_of(source, edit->end);
  }
  gm_buffer_add(out, source->bytes.items + from, to - from);
}

void gm_patch_apply(const gm_source *source, const gm_edits *edits, gm_buffer *out) {
  apply(source, edits, 0, edits->list.count, 0, source->bytes.count, out);
}

/* Lines [first, last) of the old text become `text` (whole lines with their ends). */
typedef struct gm_change {
  size_t first, last;
  size_t text, len; /* in the changes' buffer */
  size_t lines;     /* in that text */
} gm_change;

typedef struct gm_changes {
  GM_ARRAY(gm_change) list;
  gm_buffer text;
} gm_changes;

/* The first line begins with the byte order mark. */
static size_t line_start(const gm_source *source, size_t line) {
  return !line ? 0 : offset_of(source, (gm_position){(uint32_t)line, 0});
}

static size_t lines_in(const char *text, size_t len) {
  size_t lines = 0;
  for (size_t i = 0; i < len; i++) lines += text[i] == '\n' || i + 1 == len;
  return lines;
}

/* The length of the first line of a text, its end included. */
static size_t first_line(const char *text, size_t len) {
  const char *stop = memchr(text, '\n', len);
  return stop ? (size_t)(stop - text) + 1 : len;
}

/* Takes away lines that are the same at both ends. */
static void narrow(const gm_source *source, const gm_changes *changes, gm_change *c) {
  const char *text = changes->text.items;
  while (c->first < c->last && c->len) {
    size_t from = line_start(source, c->first), old = line_start(source, c->first + 1) - from;
    if (first_line(text + c->text, c->len) != old || memcmp(text + c->text, source->bytes.items + from, old)) break;
    c->first++;
    c->text += old;
    c->len -= old;
  }
  while (c->first < c->last && c->len) {
    size_t from = line_start(source, c->last - 1), old = line_start(source, c->last) - from;
    if (c->len < old || memcmp(text + c->text + c->len - old, source->bytes.items + from, old)) break;
    if (c->len > old && text[c->text + c->len - old - 1] != '\n') break;
    c->last--;
    c->len -= old;
  }
  c->lines = lines_in(text + c->text, c->len);
}

/* One change for all edits that share lines. */
static void collect(const gm_source *source, const gm_edits *edits, gm_changes *changes) {
  size_t count = edits->list.count;
  for (size_t i = 0; i < count;) {
    size_t first = edits->list.items[i].start.line, last = edits->list.items[i].end.line, next = i + 1;
    while (next < count && edits->list.items[next].start.line <= last) last = edits->list.items[next++].end.line;
    if (++last > source->lines.count) last = source->lines.count;
    gm_change c = {first, last, changes->text.count, 0, 0};
    apply(source, edits, i, next, line_start(source, first), line_start(source, last), &changes->text);
    c.len = changes->text.count - c.text;
    narrow(source, changes, &c);
    if (c.first < c.last || c.len) *gm_push(&changes->list) = c;
    i = next;
  }
}

/* Prints each line of a text behind `sign`. */
static void print_lines(char sign, const char *text, size_t len, gm_buffer *out) {
  while (len) {
    size_t line = first_line(text, len);
    gm_buffer_add(out, &sign, 1);
    gm_buffer_add(out, text, line);
    if (text[line - 1] != '\n') gm_buffer_string(out, "\n\\ No newline at end of file\n");
    text += line;
    len -= line;
  }
}

static void print_old(const gm_source *source, char sign, size_t first, size_t last, gm_buffer *out) {
  size_t from = line_start(source, first);
  print_lines(sign, source->bytes.items + from, line_start(source, last) - from, out);
}

/* A range of a hunk's head: a range without lines stands behind the line before it. */
static void print_range(size_t first, size_t lines, gm_buffer *out) {
  gm_buffer_format(out, "%zu", lines ? first + 1 : first);
  if (lines != 1) gm_buffer_format(out, ",%zu", lines);
}

void gm_patch_diff(const gm_source *source, const gm_edits *edits, gm_buffer *out) {
  gm_changes changes = {0};
  size_t total = source->lines.count, added = 0, removed = 0;
  collect(source, edits, &changes);
  if (changes.list.count) gm_buffer_format(out, "--- %s\n+++ %s\n", source->path, source->path);
  for (size_t i = 0; i < changes.list.count;) {
    const gm_change *c = changes.list.items;
    size_t next = i + 1, old_lines = c[i].last - c[i].first, new_lines = c[i].lines;
    while (next < changes.list.count && c[next].first - c[next - 1].last <= 2 * CONTEXT) {
      size_t between = c[next].first - c[next - 1].last;
      old_lines += between + c[next].last - c[next].first;
      new_lines += between + c[next].lines;
      next++;
    }
    size_t begin = c[i].first > CONTEXT ? c[i].first - CONTEXT : 0;
    size_t end = c[next - 1].last + CONTEXT < total ? c[next - 1].last + CONTEXT : total;
    size_t context = c[i].first - begin + end - c[next - 1].last;
    gm_buffer_string(out, "@@ -");
    print_range(begin, old_lines + context, out);
    gm_buffer_string(out, " +");
    print_range(begin + added - removed, new_lines + context, out);
    gm_buffer_string(out, " @@\n");
    for (size_t at = begin; i < next; i++) {
      print_old(source, ' ', at, c[i].first, out);
      print_old(source, '-', c[i].first, c[i].last, out);
      print_lines('+', changes.text.items + c[i].text, c[i].len, out);
      added += c[i].lines;
      removed += c[i].last - c[i].first;
      at = c[i].last;
    }
    print_old(source, ' ', c[next - 1].last, end, out);
  }
  gm_array_free(&changes.list);
  gm_array_free(&changes.text);
}
