/* Finding sections by what a writer types of their titles: characters, or the pinyin of them. */
#ifndef GM_OUTLINE_FILTER_H
#define GM_OUTLINE_FILTER_H

#include "outline/outline.h"

/* Code points of a word that are looked at; the rest is not asked for. */
#define GM_FILTER_WORD_MAX 60u

/* Bytes [from, to) of a text. */
typedef struct gm_span {
  uint32_t from, to;
} gm_span;

/* Finds the first place where `word` (UTF-8, no blanks) stands in `text`: character by character, letters in either
 * case; a Han character also by its initial (g, or zh ch sh), its whole syllable, or, as the last one, the beginning of
 * its syllable. Punctuation and blanks between may be left out. An empty word is found at [0, 0). Linear in the text.
 */
bool gm_filter_find(gm_text text, gm_text word, gm_span *span);

/* What sections to show. */
typedef struct gm_filter {
  gm_text query;            /* words between blanks, each of which must be found; empty finds all */
  bool numbered;            /* no headings, titles and labels without a number, no soft ones */
  bool line;                /* no inline items */
  const uint32_t *findings; /* by section; NULL, or only sections whose count is not 0 */
} gm_filter;

/* Spans of a query are kept for so many of its words. */
#define GM_FILTER_WORDS_MAX 8u

/* A section that is shown: because of itself, or only because one below it is (`found` is then false). Spans tell what
 * of its marker or title each word was found as, and lie in the list's text. */
typedef struct gm_filtered {
  uint32_t section;
  bool found;
  uint8_t span_count;
  gm_span spans[GM_FILTER_WORDS_MAX];
} gm_filtered;

/* Zeroed = empty; free both members with gm_array_free. */
typedef struct gm_filtered_list {
  GM_ARRAY(gm_filtered) rows;
  gm_buffer text;
} gm_filtered_list;

/* Appends the sections shown, in order. Sections times their titles. */
void gm_filter_sections(const gm_filter *filter, const gm_outline *outline, const gm_text *lines, gm_pinyin_mode pinyin,
                        gm_filtered_list *out);

#endif
