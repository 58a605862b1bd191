/* What comes again and again under a number: batches, sessions, editions of an event. */
#ifndef GM_CHECK_EDITION_H
#define GM_CHECK_EDITION_H

#include "check/words.h"

/* Do four Han characters or more read alike right behind both figures: 第五批中国传统村落, 第六批中国传统村落? */
bool gm_same_object(gm_text line, const gm_figure *figure, gm_text other, const gm_figure *other_figure);

/* Does the sentence around a byte of the line, at which a character begins, have one of the words (UTF-8, parted by
 * single spaces)? Some 160 characters to either side are read. */
bool gm_sentence_says(const gm_draft_check *check, uint32_t line, uint32_t byte, const char *words);

/* Does it say that the edition told there is another one on purpose: of another year, the one before, or where somebody
 * won? Of one that is `later` than the usual those who won say nothing: 为获奖者颁奖. */
bool gm_tells_of_another(const gm_draft_check *check, uint32_t line, uint32_t byte, bool later);

/* “三个务实”与“四个务实”, 由“两张网”拓展为“三张网”: do nothing but quotes and such a word part two labels of a line,
 * both given by the bytes of their number and of the closing quote? Then both are meant. */
bool gm_side_by_side(gm_text line, uint32_t start, uint32_t end, uint32_t other_start, uint32_t other_end);

#endif
