/* Lines made of labelled parts: 来源：甲　作者：乙, with the dates between them. For text/kind.c and metadata.c. */
#ifndef GM_TEXT_LABEL_H
#define GM_TEXT_LABEL_H

#include "text/key.h"
#include "text/kind.h"

#define GM_LABEL_PARTS 8 /* parts of one line that are remembered */

typedef struct gm_label_part {
  uint32_t field;    /* GM_FIELD_ bits */
  uint32_t from, to; /* its value, in indices of the key */
} gm_label_part;

typedef struct gm_label_line {
  gm_label_part parts[GM_LABEL_PARTS];
  size_t count;
  uint32_t fields; /* of the parts that have a value */
  uint32_t empty;  /* of the others */
  gm_date date;
  bool labelled; /* at least one label, not dates alone */
  bool weak;     /* all of them everyday words */
  bool chrome;   /* labels of toolbars or of links to other pages */
  bool followed; /* chrome that something follows: 字号：大 中 小 */
} gm_label_line;

#define GM_SITE_CHARS 16 /* the longest name of a site: 某某市人民政府门户网站 */

/* 县政府门户网站　www.county.gov.cn　2024-03-05: the index behind the name and the address of a site that open a line
 * before its date; `start` where there are none. */
size_t gm_label_skip_site(const gm_key *key, const gm_view *view, size_t start);

/* Reads from index `start` of the key; false when anything else stands in the line. */
bool gm_label_read(gm_label_line *line, const gm_key *key, const gm_view *view, size_t start);

#endif
