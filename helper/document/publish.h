/* What changed in a draft's results since they were last told, as operations on the rows that the other side holds.
 *
 * The law: applying the operations, in order, to the rows held before gives the rows of the document now. Nothing here
 * knows how a row is written; a row is held as a fixed-size digest, so the memory is 40 bytes a row. */
#ifndef GM_DOCUMENT_PUBLISH_H
#define GM_DOCUMENT_PUBLISH_H

#include "document/verdict.h"

typedef enum gm_list { GM_LIST_OUTLINE, GM_LIST_FIGURES, GM_LIST_DIAGNOSTICS, GM_LIST_COUNT } gm_list;

/* Digest of a row. Columns that may change by an edit elsewhere stand by themselves, all others are in `key`. */
typedef struct gm_row {
  uint32_t line, byte;
  uint32_t end_line, end_byte; /* of an outline row; line and 0 in other lists */
  uint32_t tail;               /* chars of an outline row, verdict of a figure, hash of what a finding says */
  uint32_t index;              /* of a figure: which one of its line */
  uint32_t findings;           /* of an outline row: gm_section_findings packs them; else 0 */
  uint32_t item;               /* of an outline row: what it is, whatever its words, odd for an inline item; else 0 */
  uint64_t key;                /* lines in it are relative to `line`, bytes on that line to `byte` */
} gm_row;

typedef GM_ARRAY(gm_row) gm_rows;

typedef enum gm_op_kind {
  GM_OP_SHIFT,  /* rows [at, to) move by `value` lines */
  GM_OP_SLIDE,  /* rows [at, to) begin on one line: what of them lies on it moves by `value` bytes */
  GM_OP_SPLICE, /* rows [at, at + removed) become rows [at, at + added) of the new list */
  GM_OP_PATCH   /* column `column` of row `at` becomes `value` */
} gm_op_kind;

typedef enum gm_column { GM_COLUMN_END_LINE, GM_COLUMN_END_BYTE, GM_COLUMN_TAIL, GM_COLUMN_FINDINGS } gm_column;

typedef struct gm_op {
  uint8_t kind;   /* gm_op_kind */
  uint8_t column; /* gm_column */
  uint32_t at, to, removed, added;
  int64_t value; /* lines 0-based */
} gm_op;

typedef GM_ARRAY(gm_op) gm_ops;

/* Of each section the findings that begin in it or below it: errors + 1,000 warnings + 1,000,000 hints, each at most
 * 999. Zeroed = empty; items are to be freed with gm_array_free. */
typedef GM_ARRAY(uint32_t) gm_section_findings;

/* Counts anew. Findings times their depth, and log sections each. */
void gm_section_findings_count(gm_section_findings *counts, const gm_outline *outline, const gm_findings *findings);

/* Zeroed = nothing told yet. Free with gm_publisher_free. */
typedef struct gm_publisher {
  gm_rows rows[GM_LIST_COUNT]; /* as the other side will hold them after `ops` */
  gm_ops ops[GM_LIST_COUNT];
  gm_rows next[GM_LIST_COUNT]; /* of the document as compared last */
  gm_ops slides, splices, patches;
  gm_conflicts conflicts;
  gm_section_findings counts;
} gm_publisher;

/* How soon a writer who types on should see what changed. */
typedef enum gm_urgency {
  GM_LIGHT, /* counts and places on lines alone: no hurry, and little to draw */
  GM_CALM,  /* figures, or the words of inline items, besides: no hurry */
  GM_SOON,  /* the words of headings besides: between two words */
  GM_URGENT
} gm_urgency;

/* Fills `ops` with what leads from `rows` to the document's results, and changes nothing else. The document must be
 * joined. Linear in rows and lines. */
gm_urgency gm_publisher_compare(gm_publisher *publisher, const gm_document *document);

/* Compares, makes `rows` the new ones, and marks the lines of the document as told. Gives what comparing gave. */
gm_urgency gm_publisher_update(gm_publisher *publisher, gm_document *document);
/* The same for the outline alone, of a document joined by gm_document_join_outline, as the first that is told of it. */
void gm_publisher_update_outline(gm_publisher *publisher, gm_document *document);
void gm_publisher_free(gm_publisher *publisher);

#endif
