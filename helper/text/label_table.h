/* The words that label a line of metadata, and what may follow each. For text/label.c. */
#ifndef GM_TEXT_LABEL_TABLE_H
#define GM_TEXT_LABEL_TABLE_H

#include "text/key.h"
#include "text/kind.h"

typedef enum gm_label_value_kind {
  GM_VALUE_ANY,    /* a name or a phrase */
  GM_VALUE_TITLE,  /* may be long */
  GM_VALUE_DATE,   /* only a date makes this label metadata */
  GM_VALUE_STAMP,  /* 发布时间: a date when there is one */
  GM_VALUE_COUNT,  /* digits and 次 人 万 + */
  GM_VALUE_TALLY,  /* the same; without digits right behind it is no label */
  GM_VALUE_CREDIT, /* a single-character label, which needs a bar or a slash: 文/ 图｜ */
  GM_VALUE_TOOLS,  /* whatever follows is chrome */
  GM_VALUE_LINK,   /* the title of another page */
  GM_VALUE_LINKS,  /* the names of several other pages, parted by blanks or bars */
  GM_VALUE_FILE    /* the name of a file to fetch; no label without one */
} gm_label_value_kind;

typedef struct gm_label_row {
  const gm_unit16 *word;
  uint32_t field; /* GM_FIELD_ bits, 0 for chrome */
  uint8_t value;  /* gm_label_value_kind */
  bool weak;      /* an everyday word: metadata only among metadata */
} gm_label_row;

extern const gm_label_row gm_label_rows[];
extern const size_t gm_label_row_count;

/* The first of the rows whose words begin with `first` (a letter is small); another row, or the end, when there are
 * none. */
const gm_label_row *gm_labels_from(gm_unit16 first);

#endif
