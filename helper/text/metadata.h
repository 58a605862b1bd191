/* What the lines of metadata say about the draft, gathered. */
#ifndef GM_TEXT_METADATA_H
#define GM_TEXT_METADATA_H

#include "text/kind.h"

/* One field of the draft: its value is raw bytes [from, to) of a line (0-based). */
typedef struct gm_metadata_field {
  uint32_t field; /* one GM_FIELD_ bit */
  uint32_t line, from, to;
  gm_date date; /* of the date fields, when a date could be read */
} gm_metadata_field;

typedef GM_ARRAY(gm_metadata_field) gm_metadata_fields;

/* Appends the fields of a draft, each at most once, the first that has a value, in order of the GM_FIELD_ bits. A
 * title that no label names is the outline's to find. `pinyin` is the draft's own mode. */
void gm_metadata(const gm_text *lines, const gm_line_class *classes, size_t count, gm_pinyin_mode pinyin,
                 gm_metadata_fields *out);

/* The date a draft is of: its date line, else the date signed under it, else the date written; year 0 when unknown.
 * Linear, and looks at no text. */
gm_date gm_draft_date(const gm_look *looks, const gm_line_class *classes, size_t count);

#endif
