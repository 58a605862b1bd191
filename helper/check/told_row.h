/* Values in a row of which the last alone must have the unit: 1.2万、2.3万和3.1万人次; 9.1、9.3和9.5分. Most of them
 * are no figures, so that they are read from the characters. */
#ifndef GM_CHECK_TOLD_ROW_H
#define GM_CHECK_TOLD_ROW_H

#include "check/link.h"

#define GM_TOLD_LEAST 3u /* values that make a row */
#define GM_TOLD_MOST  31u

typedef struct gm_told_row {
  const gm_mention *last; /* which has the unit */
  gm_decimal value[GM_TOLD_MOST];
  gm_decimal unit[GM_TOLD_MOST]; /* of its last printed digit; 0 of a number that is counted */
  uint32_t at[GM_TOLD_MOST], end[GM_TOLD_MOST];
  unsigned count;
  bool bare; /* some have no unit of their own */
} gm_told_row;

/* Reads the row that ends in mention `last`; false when none does. */
bool gm_read_told_row(const gm_links *links, const gm_mention *last, gm_told_row *out);

/* What its values come to, as printed and with the play of their rounding; false when it cannot be computed. */
bool gm_told_row_sum(const gm_told_row *row, gm_decimal *sum, gm_interval *play);

/* Relates the row to the last finding. */
void gm_relate_told_row(gm_line_check *check, const gm_told_row *row, const char *zh, const char *en);

#endif
