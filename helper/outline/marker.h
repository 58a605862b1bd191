/* What the files of outline/ share about marker candidates. Not for other stages. */
#ifndef GM_OUTLINE_MARKER_H
#define GM_OUTLINE_MARKER_H

#include "outline/outline.h"

/* Flags of a candidate. */
enum {
  GM_MARK_LINE = 1 << 0,   /* opens its line (white space, # ** - <br> before it aside) */
  GM_MARK_STOP = 1 << 1,   /* stands at the line's start or after 。；：！？ or an opening bracket */
  GM_MARK_PAUSE = 1 << 2,  /* stands after ， 、 a blank or a closing mark; with neither flag it follows text */
  GM_MARK_WEAK = 1 << 3,   /* counts only where a neighbour of its family confirms it */
  GM_MARK_DOUBT = 1 << 4,  /* its title begins like the rest of a number or a list: needs its predecessor; where it is
                              weak too, its successor as well */
  GM_MARK_OWN = 1 << 5,    /* its title ends the line: a heading, not run in */
  GM_MARK_BARE = 1 << 6,   /* nothing follows on the line */
  GM_MARK_TORN = 1 << 7,   /* the head of a marker torn over two lines: （ or （三 */
  GM_MARK_TAIL = 1 << 8,   /* may be the tail of one: 三） or ） or 、 at a line's start */
  GM_MARK_LEADER = 1 << 9, /* its line ends in a page number behind a leader or a gap: a line of contents */
  GM_MARK_WRONG = 1 << 10, /* 笫 for 第 */
  GM_MARK_BLANK = 1 << 11, /* number and blank only: 1 总则 */
  GM_MARK_BOLD = 1 << 12,  /* text of a heading in ** ** */
  GM_MARK_LIST = 1 << 13,  /* 附件：1.… opens a list; a 【label】 of the known words; a line that says 目录 */
  GM_MARK_SENTENCE = 1 << 14, /* after 。！？ proper, or the line's start */
  GM_MARK_AGAIN = 1 << 15     /* 第十条之一: a number that repeats by right */
};

/* Styles of GM_FAMILY_INLINE_PAREN are the family of the marker they look like; of NONE, these. */
enum {
  GM_STYLE_PLAIN,
  GM_STYLE_GAP,  /* columns in it, as in a table */
  GM_STYLE_DASH, /* opens with —— or 图1 */
  GM_STYLE_ODD   /* half of a pair of marks in it: a title only where nothing stands above it */
};

/* The longest text of an unnumbered heading or of a line of a title, in characters. */
#define GM_HEADING_MAX 60u

/* Reads the marker that opens a line whose text begins at clean character `at`; gives how many candidates it made. */
size_t gm_marker_open(const gm_view *view, size_t at, gm_marker out[2]);

/* Reads the inline marker at clean character `at`, where a trigger stands. */
bool gm_marker_inline(const gm_view *view, size_t at, gm_marker *out);

/* The first clean character at or after `at` that is not a blank. */
size_t gm_marker_skip(const gm_view *view, size_t at);

/* Signs of one code point: ① ⑴ ⒈ ㈠ ㊀ ❶. The style (row) and number of one, -1 when `c` is none; the sign of a style
 * and number, 0 when the style has no such one. */
int gm_sign_of(uint32_t c, int32_t *number);
uint32_t gm_sign_write(int style, int32_t number);

/* 甲 1 … 癸 10; 0 when `c` is none. */
int32_t gm_stem_of(uint32_t c);

#endif
