#include "check/dismissal.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>

#include "check/fingerprint.h"
#include "text/utf8.h"

#define COLUMNS 6
/* Words of the excerpt around the finding, and of the finding itself, in characters. */
#define EXCERPT_AROUND 12u
#define EXCERPT_INSIDE 40u
/* Fingerprints of one core that are looked at for one finding: a draft with more of the same is told of some of them.
 */
#define SAME_CORE_MAX 64u

const char *gm_dismissal_fault_text(gm_dismissal_fault fault, gm_language language) {
  static const char *const texts[][2] = {
      {"应有六列，以制表符分隔", "want six columns parted by tabs"},
      {"第一列应为16位十六进制数", "the first column is no fingerprint of 16 hexadecimal digits"},
      {"第三列（文件名）是空的", "the third column, the draft, is empty"}};
  return texts[fault][language == GM_ENGLISH];
}

/* Takes the next line off `content`, without its end. */
static gm_text take_line(gm_text *content) {
  const char *stop = memchr(content->ptr, '\n', content->len);
  gm_text line = {content->ptr, stop ? (size_t)(stop - content->ptr) : content->len};
  size_t taken = line.len + (stop ? 1 : 0);
  content->ptr += taken;
  content->len -= taken;
  if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
  return line;
}

static size_t split(gm_text line, gm_text *columns) {
  size_t count = 0;
  for (const char *p = line.ptr, *end = p + line.len; count < COLUMNS; count++) {
    const char *tab = count + 1 < COLUMNS ? memchr(p, '\t', (size_t)(end - p)) : NULL;
    columns[count] = (gm_text){p, (size_t)((tab ? tab : end) - p)};
    if (!tab) return count + 1;
    p = tab + 1;
  }
  return count;
}

void gm_dismissals_parse(gm_dismissals *dismissals, gm_text content) {
  dismissals->rows.count = dismissals->bad.count = 0;
  for (uint32_t number = 0; content.len; number++) {
    gm_text line = take_line(&content), columns[COLUMNS];
    if (!line.len || line.ptr[0] == '#') continue;
    gm_dismissal row = {.line = number};
    int fault = split(line, columns) < COLUMNS                       ? GM_FAULT_COLUMNS
                : !gm_fingerprint_read(columns[0], &row.fingerprint) ? GM_FAULT_FINGERPRINT
                : !columns[2].len                                    ? GM_FAULT_DRAFT
                                                                     : -1;
    if (fault >= 0) {
      *gm_push(&dismissals->bad) = (gm_dismissal_bad){number, (gm_dismissal_fault)fault};
      continue;
    }
    row.rule = columns[1];
    row.draft = columns[2];
    row.reason = columns[3];
    row.date = columns[4];
    row.excerpt = columns[5];
    *gm_push(&dismissals->rows) = row;
  }
}

void gm_dismissals_free(gm_dismissals *dismissals) {
  gm_array_free(&dismissals->rows);
  gm_array_free(&dismissals->bad);
}

static int compare_text(gm_text a, gm_text b) {
  size_t shorter = a.len < b.len ? a.len : b.len;
  int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool gm_dismissal_names(const gm_dismissal *row, gm_text draft) {
  if (!compare_text(row->draft, draft)) return true;
  if (!row->draft.len || row->draft.len >= PATH_MAX || draft.len >= PATH_MAX) return false;
  char pattern[PATH_MAX], path[PATH_MAX];
  memcpy(pattern, row->draft.ptr, row->draft.len);
  memcpy(path, draft.ptr, draft.len);
  pattern[row->draft.len] = path[draft.len] = 0;
  return strpbrk(pattern, "*?[") && !fnmatch(pattern, path, 0);
}

static int compare_rows(const gm_dismissal *a, const gm_dismissal *b) {
  int order = compare_text(a->draft, b->draft);
  if (!order) order = compare_text(a->rule, b->rule);
  return order ? order : (a->fingerprint > b->fingerprint) - (a->fingerprint < b->fingerprint);
}

static void add_column(gm_text text, gm_buffer *out) {
  gm_buffer_add(out, "\t", 1);
  for (size_t i = 0; i < text.len; i++) {
    char c = text.ptr[i];
    gm_buffer_add(out, (unsigned char)c < 0x20 || c == 0x7F ? " " : &c, 1);
  }
}

static void add_row(const gm_dismissal *row, gm_buffer *out) {
  gm_buffer_format(out, "%016llx", (unsigned long long)row->fingerprint);
  add_column(row->rule, out);
  add_column(row->draft, out);
  add_column(row->reason, out);
  add_column(row->date, out);
  add_column(row->excerpt, out);
  gm_buffer_add(out, "\n", 1);
}

/* Copies lines [from, to) of the content, each with an end. */
static void copy_lines(gm_text content, uint32_t from, uint32_t to, gm_buffer *out) {
  for (uint32_t number = 0; content.len && number < to; number++) {
    const char *begin = content.ptr;
    take_line(&content);
    if (number < from) continue;
    gm_buffer_add(out, begin, (size_t)(content.ptr - begin));
    if (out->items[out->count - 1] != '\n') gm_buffer_add(out, "\n", 1);
  }
}

void gm_dismissals_with(const gm_dismissals *dismissals, gm_text content, const gm_dismissal *row, gm_buffer *out) {
  uint32_t before = UINT32_MAX;
  for (size_t i = 0; i < dismissals->rows.count && before == UINT32_MAX; i++)
    if (compare_rows(&dismissals->rows.items[i], row) > 0) before = dismissals->rows.items[i].line;
  copy_lines(content, 0, before, out);
  add_row(row, out);
  if (before != UINT32_MAX) copy_lines(content, before, UINT32_MAX, out);
}

void gm_dismissals_without(const gm_dismissals *dismissals, gm_text content, size_t index, gm_buffer *out) {
  uint32_t line = dismissals->rows.items[index].line;
  copy_lines(content, 0, line, out);
  copy_lines(content, line + 1, UINT32_MAX, out);
}

/* Appends up to `max` characters, … behind them when there are more. */
static void add_some(const char *p, const char *end, unsigned max, gm_buffer *out) {
  for (unsigned n = 0; p < end; n++) {
    if (n == max) {
      gm_buffer_string(out, "…");
      return;
    }
    uint32_t c;
    size_t bytes = gm_utf8_decode(p, end, &c);
    gm_buffer_codepoint(out, c);
    p += bytes;
  }
}

void gm_dismissal_excerpt(const gm_finding *finding, const gm_text *lines, gm_buffer *out) {
  gm_text line = lines[finding->start.line];
  const char *start = line.ptr + finding->start.byte, *from = start, *end = line.ptr + line.len;
  const char *stop = finding->end.line == finding->start.line ? line.ptr + finding->end.byte : end;
  uint32_t c;
  for (unsigned n = 0; n < EXCERPT_AROUND && from > line.ptr; n++) from -= gm_utf8_decode_back(line.ptr, from, &c);
  if (from > line.ptr) gm_buffer_string(out, "…");
  add_some(from, start, EXCERPT_AROUND, out);
  add_some(start, stop, EXCERPT_INSIDE, out);
  add_some(stop, end, EXCERPT_AROUND, out);
}

static int compare_keys(const void *a, const void *b) {
  const gm_waved_key *x = a, *y = b;
  if (x->fingerprint != y->fingerprint) return x->fingerprint < y->fingerprint ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

void gm_waved_set(gm_waved *waved, const uint64_t *fingerprints, size_t count) {
  waved->count = 0;
  for (size_t i = 0; i < count; i++) *gm_push(waved) = (gm_waved_key){fingerprints[i], (uint32_t)i, GM_WAVES_NOTHING};
  if (count > 1) qsort(waved->items, count, sizeof *waved->items, compare_keys);
}

/* The first key of a core, or of a higher one. */
static size_t first_of_core(const gm_waved *waved, uint32_t core) {
  size_t low = 0, high = waved->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (GM_FINGERPRINT_CORE(waved->items[middle].fingerprint) < core)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

typedef struct pair {
  uint32_t key, finding;
  gm_alike likeness;
} pair;

static int compare_pairs(const void *a, const void *b) {
  const pair *x = a, *y = b;
  if (x->likeness != y->likeness) return x->likeness > y->likeness ? -1 : 1;
  if (x->finding != y->finding) return x->finding < y->finding ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

size_t gm_waved_match(gm_waved *waved, const gm_findings *findings) {
  for (size_t i = 0; i < waved->count; i++) waved->items[i].finding = GM_WAVES_NOTHING;
  if (!waved->count || !findings->list.count) return 0;
  GM_ARRAY(pair) pairs = {0};
  for (size_t i = 0; i < findings->list.count; i++) {
    uint64_t print = findings->list.items[i].fingerprint;
    size_t first = first_of_core(waved, GM_FINGERPRINT_CORE(print));
    for (size_t k = first; k < waved->count && k - first < SAME_CORE_MAX; k++) {
      if (GM_FINGERPRINT_CORE(waved->items[k].fingerprint) != GM_FINGERPRINT_CORE(print)) break;
      gm_alike likeness = gm_fingerprint_compare(print, waved->items[k].fingerprint);
      if (likeness) *gm_push(&pairs) = (pair){(uint32_t)k, (uint32_t)i, likeness};
    }
  }
  size_t matched = 0;
  if (pairs.count) {
    bool *taken = gm_alloc(findings->list.count * sizeof *taken);
    memset(taken, 0, findings->list.count * sizeof *taken);
    qsort(pairs.items, pairs.count, sizeof *pairs.items, compare_pairs);
    for (size_t i = 0; i < pairs.count; i++) {
      gm_waved_key *key = &waved->items[pairs.items[i].key];
      if (key->finding != GM_WAVES_NOTHING || taken[pairs.items[i].finding]) continue;
      key->finding = pairs.items[i].finding;
      taken[pairs.items[i].finding] = true;
      matched++;
    }
    free(taken);
  }
  gm_array_free(&pairs);
  return matched;
}
