/* Any bytes as a document: what the stages' fuzzers share. */
#ifndef GM_TESTS_FUZZ_ONE_DOCUMENT_H
#define GM_TESTS_FUZZ_ONE_DOCUMENT_H

#include <stdint.h>
#include <stdlib.h>

#include "document/document.h"

/* Ends the run when what must hold does not. */
#define FUZZ_ASSERT(condition) \
  do {                         \
    if (!(condition)) abort(); \
  } while (0)

typedef GM_ARRAY(gm_text) fuzz_lines;

static inline void fuzz_split(const char *bytes, size_t size, fuzz_lines *lines) {
  const char *p = bytes, *end = bytes + size;
  for (;;) {
    const char *stop = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
    *gm_push(lines) = (gm_text){p, (size_t)((stop ? stop : end) - p)};
    if (!stop) return;
    p = stop + 1;
  }
}

static inline gm_document *fuzz_document(const gm_rule_set *rules, const fuzz_lines *lines) {
  gm_document *document = gm_document_new(rules);
  FUZZ_ASSERT(gm_document_splice(document, 0, 0, lines->items, lines->count, true));
  gm_document_join(document);
  return document;
}

static inline bool fuzz_inside(const fuzz_lines *lines, gm_position at) {
  return (at.line < lines->count && at.byte <= lines->items[at.line].len) || (at.line == lines->count && !at.byte);
}

#endif
