/* The law on any text: after edits made of the input the rows are those of a fresh document. The input is
 * lines, and the bytes of the first one choose the edits. */
#include <stdlib.h>

#include "document/publish.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void compare(const gm_publisher *held, const gm_publisher *fresh) {
  for (int list = 0; list < GM_LIST_COUNT; list++) {
    const gm_rows *a = &held->rows[list], *b = &fresh->rows[list];
    if (a->count != b->count) abort();
    for (size_t i = 0; i < a->count; i++)
      if (a->items[i].line != b->items[i].line || a->items[i].byte != b->items[i].byte ||
          a->items[i].end_line != b->items[i].end_line || a->items[i].end_byte != b->items[i].end_byte ||
          a->items[i].tail != b->items[i].tail || a->items[i].key != b->items[i].key)
        abort();
  }
}

static size_t split(const uint8_t *data, size_t size, gm_text *lines, size_t max) {
  size_t count = 0;
  for (size_t at = 0; at < size && count < max; count++) {
    const uint8_t *end = memchr(data + at, '\n', size - at);
    size_t len = end ? (size_t)(end - data) - at : size - at;
    lines[count] = (gm_text){(const char *)data + at, len};
    at += len + 1;
  }
  return count;
}

#define LINES_MAX 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static gm_rule_set rules;
  if (!rules.severity) {
    gm_rule_set_init(&rules, GM_PROFILE_GONGWEN, GM_CHINESE);
    for (uint16_t i = 0; i < gm_rule_count; i++) gm_rule_set_severity(&rules, i, (gm_severity)gm_rules[i].severity);
    gm_rule_set_ready(&rules);
  }
  gm_document *document = gm_document_new(&rules);
  gm_publisher held = {0}, first = {0};
  gm_text lines[LINES_MAX], all[2 * LINES_MAX];
  size_t count = split(data, size, lines, LINES_MAX);
  gm_document_splice(document, 0, 0, lines, count, false);
  gm_document_join(document);
  gm_publisher_update(&held, document);
  memcpy(all, lines, count * sizeof *lines);
  /* The first line's bytes choose edits: a range taken out, some of the lines put in. */
  for (size_t i = 0; count && i + 2 < lines[0].len && i < 12; i += 3) {
    size_t total = gm_document_line_count(document);
    size_t from = (uint8_t)lines[0].ptr[i] % (total + 1), to = from + (uint8_t)lines[0].ptr[i + 1] % 4;
    size_t put = (uint8_t)lines[0].ptr[i + 2] % 4;
    if (to > total) to = total;
    if (put > count) put = count;
    if (total - (to - from) + put > 2 * LINES_MAX) break;
    memmove(all + from + put, all + to, (total - to) * sizeof *all);
    memcpy(all + from, lines, put * sizeof *all);
    gm_document_splice(document, from, to, lines, put, false);
    if (i % 2) continue; /* two edits in one state */
    gm_document_join(document);
    gm_publisher_update(&held, document);
  }
  gm_document_join(document);
  gm_publisher_update(&held, document);
  gm_document *fresh = gm_document_new(&rules);
  gm_document_splice(fresh, 0, 0, all, gm_document_line_count(document), false);
  gm_document_join(fresh);
  gm_publisher_update(&first, fresh);
  compare(&held, &first);
  gm_publisher_free(&held);
  gm_publisher_free(&first);
  gm_document_free(fresh);
  gm_document_free(document);
  return 0;
}
