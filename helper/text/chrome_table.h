/* The words of web pages around a text. For text/chrome.c. */
#ifndef GM_TEXT_CHROME_TABLE_H
#define GM_TEXT_CHROME_TABLE_H

#include "text/chrome.h"
#include "text/key.h"

/* Words of toolbars: a line of nothing else is chrome. */
extern const gm_unit16 *const gm_chrome_tools[];
extern const size_t gm_chrome_tools_count;

/* Words of toolbars only beside one of those: alone they may be headings. */
extern const gm_unit16 *const gm_chrome_beside[];
extern const size_t gm_chrome_beside_count;

/* Heads of lists of other pages; what follows at the foot of the page are their titles. */
extern const gm_unit16 *const gm_chrome_related[];
extern const size_t gm_chrome_related_count;

/* Phrases that begin a line of chrome. */
typedef struct gm_chrome_opening {
  const gm_unit16 *word;
  uint8_t kind;   /* gm_line_kind */
  uint8_t limit;  /* characters of the longest line it may open */
  uint16_t flags; /* GM_LOOK_ bits */
} gm_chrome_opening;

extern const gm_chrome_opening gm_chrome_openings[];
extern const size_t gm_chrome_openings_count;

#endif
