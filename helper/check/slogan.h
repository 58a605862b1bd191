/* Slogans that count what they stand for: “三亮三比”, “四零”, “四个明确”. */
#ifndef GM_CHECK_SLOGAN_H
#define GM_CHECK_SLOGAN_H

#include "check/list.h"

#define GM_SLOGAN_MEMBERS 8u
#define GM_SLOGAN_WIDTH   3u      /* characters of a member behind its number: 三比, 两融合 */
#define GM_SLOGAN_ITEM    14u     /* characters of an item that stands for a member */
#define GM_SLOGAN_ZERO    0x96F6u /* 零: of “四零” it is what is counted */

typedef struct gm_slogan_member {
  unsigned count;
  uint32_t word; /* the first character of what is counted */
  size_t at;     /* where it stands */
  size_t width;
} gm_slogan_member;

/* The members of 三亮三比三争 or 两融合、三围绕、六联动, which fill the clean characters [from, to), at most
 * GM_SLOGAN_MEMBERS of them; 0 when it is no such slogan. */
unsigned gm_slogan_read(const gm_view *view, size_t from, size_t to, gm_slogan_member *out);

/* 五个一, “四个一批”, “五个一点” in the clean characters [from, to): the characters from 一 on, which each item must hold;
 * 0 when it is no such label. *said gets the number, *word where 一 stands. */
size_t gm_slogan_ones(const gm_view *view, size_t from, size_t to, int32_t *said, size_t *word);

/* Does a figure of the line begin at the raw byte? */
bool gm_begins_figure(const gm_figures *figures, uint32_t byte);

/* CNT-07 of the label in quotes at `open` and `close`: what is listed before it. */
void gm_check_slogan_before(gm_line_check *check, size_t open, size_t close);

#endif
