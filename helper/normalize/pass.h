/* What the passes work on: one line as cells that remember the raw bytes they came from. normalize/ alone. */
#ifndef GM_NORMALIZE_PASS_H
#define GM_NORMALIZE_PASS_H

#include "normalize/normalize.h"
#include "text/mojibake.h"

/* What a line holds that some pass might change; a pass is called only for its own. */
enum {
  GM_HAS_PINYIN = 1u << 0,
  GM_HAS_COMBINING = 1u << 1,     /* what NFC may change */
  GM_HAS_COMPATIBILITY = 1u << 2, /* radicals, compatibility ideographs */
  GM_HAS_WIDE = 1u << 3,          /* full-width letters and digits */
  GM_HAS_INVISIBLE = 1u << 4,
  GM_HAS_BLANK = 1u << 5, /* NBSP and its kin */
  GM_HAS_COMMA = 1u << 6,
  GM_HAS_SEMICOLON = 1u << 7,
  GM_HAS_COLON = 1u << 8,
  GM_HAS_QUESTION = 1u << 9, /* ? ! */
  GM_HAS_DOT = 1u << 10,     /* . behind anything but a letter or digit, 。。 */
  GM_HAS_PAREN = 1u << 11,
  GM_HAS_BRACKET = 1u << 12, /* [ 【 before a digit, ﹝ */
  GM_HAS_QUOTE = 1u << 13,
  GM_HAS_ELLIPSIS = 1u << 14, /* ... 。。。 … */
  GM_HAS_HYPHENS = 1u << 15,
  GM_HAS_SPACE = 1u << 16,    /* a single space beside a mark, or between single ideographs */
  GM_HAS_TRAILING = 1u << 17, /* white space at the end */
  GM_HAS_MOJIBAKE = 1u << 18, /* what may be mojibake */
  GM_HAS_ANYTHING = 1u << 30  /* set for every line that is not empty: for opt-in passes */
};

/* Classes of a cell besides those of text/view.h, some of which say nothing to a pass: their bits stand for others. */
enum {
  GM_CELL_PROTECTED = 0x0400,
  GM_CELL_INVISIBLE = 0x0800,
  GM_CELL_GLUED = 0x1000, /* belongs to the edit before it, though itself unchanged */
  GM_CELL_MARK = 0x8000   /* a Chinese mark other than brackets and quotes */
};
#define GM_CELL_OWN (GM_CELL_PROTECTED | GM_CELL_INVISIBLE | GM_CELL_GLUED | GM_CELL_MARK)

/* One character of the line as the passes before have left it, with the raw bytes [from, to) it stands for. */
typedef struct gm_cell {
  uint32_t cp;
  uint32_t from, to;
  uint16_t cls;
  uint8_t rule; /* 1 + row of the pass that made it what it is, 0 as written */
  uint8_t gap;  /* 1 + row of the pass that deleted what stood before it, 0 nothing */
} gm_cell;

typedef struct gm_insertion {
  uint32_t before; /* cell */
  uint32_t cp;
  uint8_t rule;
} gm_insertion;

typedef GM_ARRAY(gm_cell) gm_cells;

typedef struct gm_converter gm_converter;

struct gm_pass_context {
  const gm_draft *draft;
  const gm_normalize_options *options;
  gm_pinyin_mode pinyin;
  int markdown; /* the draft has Markdown headings or fences; -1 not known yet */
  uint32_t line;
  gm_text raw;
  gm_cells cells; /* one more than count: the end, cp 0 */
  gm_cells spare;
  GM_ARRAY(gm_insertion) insertions;
  gm_buffer encoded;
  gm_mojibake_array found; /* by gm_cells_protect, with its readings */
  gm_buffer readings;
  uint32_t has;            /* GM_HAS_ bits */
  uint8_t rule;            /* 1 + row of the pass that is running */
  bool changed;            /* by the running round */
  bool deleted;            /* by the running pass */
  gm_converter *converter; /* opened on first use */
  bool convert_failed;
  bool joined; /* the line is joined to the one before it */
};

/* What `line` holds, GM_HAS_PINYIN and _ANYTHING excluded. One quick look at the bytes. */
uint32_t gm_line_has(gm_text line);

/* Makes cells of context->text, which is context->raw in the first round. */
void gm_cells_load(gm_pass_context *context);
/* Class bits of a character as written. */
uint16_t gm_cell_class(uint32_t cp);
/* Marks what no pass may touch. */
void gm_cells_protect(gm_pass_context *context);

/* For passes: change, delete, insert. Deletions and insertions take effect when the pass returns. */
void gm_cell_replace(gm_pass_context *context, size_t cell, uint32_t cp);
void gm_cell_delete(gm_pass_context *context, size_t cell);
void gm_cell_insert(gm_pass_context *context, size_t before, uint32_t cp);
/* Deletes the cells behind `cell` up to `end`, their raw bytes going to `cell`, which must be replaced too. */
void gm_cell_absorb(gm_pass_context *context, size_t cell, size_t end);
/* Makes [from, to) part of the edit that ends before them, so that it is taken or left as a whole. */
void gm_cells_glue(gm_pass_context *context, size_t from, size_t to);
void gm_cells_settle(gm_pass_context *context);

/* Bytes of a cell as the line now stands. */
size_t gm_cell_bytes(const gm_cell *cell);
/* The line as it now stands, in context->encoded. */
void gm_cells_encode(gm_pass_context *context);
/* Appends the edits that turn the raw line into the cells. */
void gm_cells_edits(gm_pass_context *context, gm_edits *out);

static inline bool gm_cell_is(const gm_pass_context *context, size_t cell, uint16_t cls) {
  return context->cells.items[cell].cls & cls;
}

/* Is the mark at `cell` in Chinese context: is the nearest character on its left or right, over brackets, quotes and
 * blanks, Han or a Chinese mark, and does it not stand between two digits? */
bool gm_chinese_context(const gm_pass_context *context, size_t cell);

/* The passes. */
void gm_pass_pinyin(gm_pass_context *context);
void gm_pass_nfc(gm_pass_context *context);
void gm_pass_unify(gm_pass_context *context);
void gm_pass_width(gm_pass_context *context);
void gm_pass_invisible(gm_pass_context *context);
void gm_pass_blanks(gm_pass_context *context);
void gm_pass_comma(gm_pass_context *context);
void gm_pass_semicolon(gm_pass_context *context);
void gm_pass_colon(gm_pass_context *context);
void gm_pass_question(gm_pass_context *context);
void gm_pass_full_stop(gm_pass_context *context);
void gm_pass_list_comma(gm_pass_context *context);
void gm_pass_parentheses(gm_pass_context *context);
void gm_pass_document_number(gm_pass_context *context);
void gm_pass_quotes(gm_pass_context *context);
void gm_pass_ellipsis(gm_pass_context *context);
void gm_pass_dash(gm_pass_context *context);
void gm_pass_single_spaces(gm_pass_context *context);
void gm_pass_trailing(gm_pass_context *context);
void gm_pass_convert(gm_pass_context *context);
void gm_pass_spacing(gm_pass_context *context);
void gm_pass_indent(gm_pass_context *context);

#endif
