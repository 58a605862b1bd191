/* What comes again and again under a number: batches, sessions, editions of an event. */
#ifndef GM_CHECK_EDITION_H
#define GM_CHECK_EDITION_H

#include "check/words.h"

/* Do four Han characters or more read alike right behind both figures: 第五批中国传统村落, 第六批中国传统村落? */
bool gm_same_object(gm_text line, const gm_figure *figure, gm_text other, const gm_figure *other_figure);

/* Does the sentence that holds the bytes [from, to) of the line have one of the words, a list that NULL ends? */
bool gm_sentence_says(gm_text line, uint32_t from, uint32_t to, const char *const *words);

/* Does it say that the edition told there is another one on purpose: of another year, the one before, or where somebody
 * won? */
bool gm_tells_of_another(gm_text line, uint32_t from, uint32_t to);

#endif
