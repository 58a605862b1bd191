/* Writing a marker anew with another number, in the style it has: for renumbering and for messages that name the
 * number that should stand there. */
#ifndef GM_OUTLINE_MARKER_WRITE_H
#define GM_OUTLINE_MARKER_WRITE_H

#include <stdbool.h>

#include "outline/outline.h"

/* Where the numeral stands in a marker's raw text, in bytes; pinyin behind its characters belongs to it. False when the
 * marker has none that can be written anew (首先, 附件 without number, headings). Of a decimal, all its parts. */
bool gm_marker_numeral(gm_text marker, gm_family family, size_t *start, size_t *end);

/* Appends to `out` the numeral `number` (1 to 9999) in the system of `like`, a numeral of the same family as it is
 * written: Han with 十, by places with its own zero (〇 ○ 零), with 廿 卅, capitals, ASCII or full-width digits, stems,
 * Roman, letters, signs of one code point. For a decimal the last part changes. False, and nothing appended, when the
 * family has no such number (癸, Z, ⒛ and ㈩ are the last of theirs). */
bool gm_numeral_like(gm_text like, gm_family family, int32_t number, gm_buffer *out);

/* Does the numeral show its system by itself? 二○, 廿一, 貳 do; 一, 十, 壹, 12 do not. */
bool gm_numeral_tells(gm_text numeral);

/* Appends the whole marker with its numeral replaced; false when it cannot be. */
bool gm_marker_like(gm_text marker, gm_family family, int32_t number, gm_buffer *out);

#endif
