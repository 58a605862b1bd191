/* What a short line says about itself: toolbars, file names, captions, notices, metadata. For text/kind.c. */
#ifndef GM_TEXT_CHROME_H
#define GM_TEXT_CHROME_H

#include "text/kind.h"

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
  GM_LOOK_NOTICE = 1 << 12,      /* a heading of the site's own notices: 特别声明 */
  GM_LOOK_DASH = 1 << 13,        /* begins with —— */
  GM_LOOK_PAGE_END = 1 << 14,    /* a copyright line: what stands below it is the page's */
  GM_LOOK_HOST = 1 << 15         /* 主办单位：… 地址：…: the page's among its footers */
};

/* Sets kind, fields, flags, date, hash and tail of a line whose counts are known; `first` is its first clean character
 * that is not blank. */
void gm_chrome_read(gm_look *look, const gm_view *view, size_t first);

#endif
