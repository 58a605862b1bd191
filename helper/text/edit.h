/* Text edits: what every operation that would change a draft gives. The helper never applies them to a buffer. */
#ifndef GM_TEXT_EDIT_H
#define GM_TEXT_EDIT_H

#include "text/array.h"

/* A raw position: `line` is 0-based inside the library (printed from 1), `byte` counts bytes in the line. */
typedef struct gm_position {
  uint32_t line, byte;
} gm_position;

/* Replaces [start, end) with `len` bytes at `text` of the list's own buffer. `rule` names who asks, a static string
 * such as "NRM-04". A line break in the text is "\n". */
typedef struct gm_edit {
  gm_position start, end;
  uint32_t text, len;
  const char *rule;
} gm_edit;

/* A list of edits, sorted and not overlapping, with the text they insert. Zeroed = empty; free with gm_edits_free. */
typedef struct gm_edits {
  GM_ARRAY(gm_edit) list;
  gm_buffer text;
} gm_edits;

/* Appends an edit; `text` is copied. */
void gm_edits_add(gm_edits *edits, gm_position start, gm_position end, gm_text text, const char *rule);
/* The text that an edit of the list inserts; into the list, never NULL. */
gm_text gm_edits_text(const gm_edits *edits, const gm_edit *edit);

/* Empties the list; its memory is kept for the next. */
void gm_edits_clear(gm_edits *edits);
void gm_edits_free(gm_edits *edits);

/* Appends to `out` the draft with all edits applied, lines joined by "\n" (no line break after the last). */
void gm_edits_apply(const gm_edits *edits, const gm_text *lines, size_t count, gm_buffer *out);

/* Orders two positions: negative, 0, positive. */
int gm_position_compare(gm_position a, gm_position b);

#endif
