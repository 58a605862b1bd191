/* The runner of golden tests: README.md has the language. */
#ifndef GM_TESTS_GOLDEN_H
#define GM_TESTS_GOLDEN_H

#include "document/document.h"
#include "protocol/render.h"
#include "protocol/selection.h"

typedef GM_ARRAY(bool) gm_marks; /* which rows have been asked for */

typedef struct gm_golden {
  /* the script */
  const char *path;
  const char *at, *end; /* what is still to be read */
  size_t line;          /* of the script, from 1 */
  size_t expectations, failures;

  /* settings of the next draft */
  uint8_t profile;
  gm_language language;
  gm_selection selection;
  gm_buffer convert; /* NUL-terminated, empty for none */
  uint64_t passes;
  gm_rule_set rules;

  /* the draft under test */
  gm_document *document;
  gm_buffer normalized; /* what normalization prints, without a last line break */
  gm_edits edits;
  gm_normalizer *normalizer;
  gm_places places;

  /* what has been asked for since the last DRAFT or EDIT */
  gm_marks sections, figures, findings, edit_marks, noise;
  size_t last_section, last_finding; /* SIZE_MAX for none */
} gm_golden;

/* Reports a failure at the current line of the script. */
void golden_fail(gm_golden *g, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Takes the next line of the script; false at the end. */
bool golden_line(gm_golden *g, gm_text *line);

/* Takes lines up to END into `text` (joined by "\n"), escapes resolved when asked for; their number in *count. */
void golden_block(gm_golden *g, bool escaped, gm_buffer *text, size_t *count);

/* Cuts the next word off `rest`. Empty when there is none. */
gm_text golden_word(gm_text *rest);
bool golden_is(gm_text text, const char *word);

/* Runs one expectation; `name` is the line's first word, ? or ! included. False when there is no such expectation. */
bool golden_expect(gm_golden *g, gm_text name, gm_text rest);

/* Makes edits and their result for the document's present state. */
void golden_normalize(gm_golden *g, const gm_document *document, gm_edits *edits, gm_buffer *text);

/* What is always asserted; `fresh` after a DRAFT. */
void golden_law(gm_golden *g, bool fresh);

/* A new document of the lines of `text`, joined; the bytes are copied. */
gm_document *golden_document(const gm_rule_set *rules, gm_text text, size_t count);

#endif
