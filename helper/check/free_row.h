/* Parts told in a row in free wording, one of which may stand for several: 德国2个，美国4个，日本、巴西各1个. */
#ifndef GM_CHECK_FREE_ROW_H
#define GM_CHECK_FREE_ROW_H

#include "check/sum.h"

typedef struct gm_free_row {
  gm_parts parts;
  unsigned times[GM_PARTS_MAX]; /* how many things a part is told of: 1, more behind 各 */
  bool each;                    /* some are of more than one */
} gm_free_row;

/* How many things mention `index` is told of: 1, more of 日本、巴西各1个, 0 when that cannot be said. */
unsigned gm_told_of(const gm_links *links, unsigned index);

/* Does 其中 lead to the mention, no ； between: not 36个班，其中初一12个；在校学生1628人? */
bool gm_is_of_which(const gm_view *view, const gm_mention *m);

/* What the parts come to; false when it cannot be computed. */
bool gm_free_sum(const gm_links *links, const gm_free_row *row, gm_decimal *sum);
/* Would they come to the total if one printed digit of it or of a part were another, or two had changed places? */
bool gm_free_slip(const gm_links *links, const gm_free_row *row, const gm_mention *total, gm_decimal sum);
/* Reports the total when it is not the sum. */
void gm_report_free_sum(gm_line_check *check, const gm_links *links, const gm_free_row *row, const gm_mention *total,
                        gm_decimal sum);

/* arithmetic_sum_free.c: mention `total` as what a row before it comes to, as its clause says: 拢共, 加在一起, 凑足. */
void gm_check_free_total(gm_line_check *check, const gm_links *links, unsigned total);
/* arithmetic_sum_row.c: mention `total` as what the row right behind it divides. */
void gm_check_row_behind(gm_line_check *check, const gm_links *links, unsigned total);

#endif
