/* A total and parts that agree but for two digits that changed places, which words around say to belong together. */
#ifndef GM_CHECK_TURNED_H
#define GM_CHECK_TURNED_H

#include "check/sum.h"

/* How surely the parts are all there is. A turned number fits by chance the more easily the shorter the total is, so
 * that one digit less asks for one more. */
typedef enum gm_sureness {
  GM_UNSURE = 0,
  GM_LED = 1,      /* a total and parts behind it */
  GM_SURE_ROW = 2, /* three or more, told as one row to the end of the sentence */
  GM_SURE_ALL = 3  /* words that leave nothing out */
} gm_sureness;

typedef struct gm_turned {
  unsigned total;
  gm_parts parts;
  gm_sureness sure;
  bool divided; /* as other parts before them divide the total */
  bool left;    /* the last of two parts is what the first leaves: AR-03 */
} gm_turned;

/* May the figure be one of a row of exact amounts that make `whole`? */
bool gm_may_be_turned(const gm_figure *figure, const gm_figure *whole);

/* Tells the slip of a reading that is sure enough. True when the reading needs no other: it fits, or was told. */
bool gm_judge_turned(gm_line_check *check, const gm_links *links, const gm_turned *turned);

/* arithmetic_sum_turned_named.c: mention `total` as what two or three parts before it come to that its words name
 * again, or that 加上 adds. */
void gm_check_turned_named(gm_line_check *check, const gm_links *links, unsigned total);
/* The same file: mention `first` and those behind it as what 按产权分， divides an amount told before into. */
void gm_check_turned_division(gm_line_check *check, const gm_links *links, unsigned first);

#endif
