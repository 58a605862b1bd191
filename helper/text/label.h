/* What a short line says about itself: labels (来源：), dates, toolbar words, file names, credits. For text/kind.c. */
#ifndef GM_TEXT_LABEL_H
#define GM_TEXT_LABEL_H

#include "text/kind.h"

/* Lines with more clean characters than this are prose: no label, notice or caption is as long. */
#define GM_LABEL_CHARS 200

/* gm_look.flags: what the neighbours are asked about. */
enum {
  GM_LOOK_LONG = 1 << 0,         /* a paragraph: long, or ended by a full stop */
  GM_LOOK_PLAIN = 1 << 1,        /* short, Han and blanks only: a title, a name, a signature */
  GM_LOOK_DATE_ALONE = 1 << 2,   /* nothing but a date */
  GM_LOOK_WEAK = 1 << 3,         /* counts only among other lines of its kind, or outside the body */
  GM_LOOK_LINKS = 1 << 4,        /* opens a list of links to other pages */
  GM_LOOK_RULE = 1 << 5,         /* --- */
  GM_LOOK_FENCE = 1 << 6,        /* ``` or ~~~ */
  GM_LOOK_TABLE = 1 << 7,        /* | cells | */
  GM_LOOK_TOOL_OPEN = 1 << 8,    /* a toolbar bracket is left open: 【字号： */
  GM_LOOK_LONE_CLOSE = 1 << 9,   /* nothing but a closing bracket */
  GM_LOOK_KEY = 1 << 10,         /* key: value, or - item, as in front matter */
  GM_LOOK_EMPTY_LABEL = 1 << 11, /* a label without a value */
  GM_LOOK_DASH = 1 << 13,        /* begins with —— */
  GM_LOOK_NOTICE = 1 << 12       /* a heading of the site's own notices: 特别声明 */
};

/* Sets kind, fields, flags, date and tail of a line whose counts are known. */
void gm_label_read(gm_look *look, const gm_view *view);

/* Reads a date with a year at clean character `at`: 2024-03-05, 2024年3月5日, 二〇二四年三月五日, 2024年3月. Gives its
 * characters (a time of day behind it included), 0 when there is none. */
size_t gm_date_read(const gm_view *view, size_t at, gm_date *date);

/* Finds the value of a label of `field` (a single GM_FIELD_ bit) in a line of labels: clean characters [*from, *to).
 * False when no label of it stands there with a value. */
bool gm_label_value(const gm_view *view, uint32_t field, size_t *from, size_t *to);

#endif
