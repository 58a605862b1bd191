/* Mojibake: GBK text that lost the lead byte of a character to a `?`, so that every later pair was read one byte off,
 * up to the next ASCII byte (normalization.md, section 6). */
#ifndef GM_TEXT_MOJIBAKE_H
#define GM_TEXT_MOJIBAKE_H

#include <stdbool.h>

#include "text/array.h"

#define GM_MOJIBAKE_CANDIDATES 5 /* readings shown for the character that was lost */

typedef struct gm_mojibake {
  uint32_t start, end;                         /* raw bytes: from the `?` to where the text reads again */
  uint32_t text, len;                          /* in the buffer: the recovered text, □ for the lost character */
  uint32_t candidates[GM_MOJIBAKE_CANDIDATES]; /* what was lost, likeliest first; 0 where there is no more */
} gm_mojibake;

typedef GM_ARRAY(gm_mojibake) gm_mojibake_array;

/* Appends what is found in one line, with its readings in `text`. Costs one memchr on a line without `?`. */
void gm_mojibake_scan(gm_text line, gm_mojibake_array *found, gm_buffer *text);

#endif
