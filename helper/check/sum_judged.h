/* For sum.c alone: how a total that its parts do not come to is judged, by slips of digits and by how far off it is. */
#ifndef GM_CHECK_SUM_JUDGED_H
#define GM_CHECK_SUM_JUDGED_H

#include "check/sum.h"

#define GM_SURE_DIGITS    4u /* significant ones, of the total of two parts: with fewer a swap may fit by chance */
#define GM_PERMUTED_LEAST 3u /* printed digits: of two every other order is a swap */

/* sum.c. Reports the total as not what its parts come to, `sum`. */
void gm_report_sum(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *parts,
                   gm_decimal sum, gm_severity severity);

/* sum_swapped.c. Would the sum fit the total if one part had two neighbouring digits the other way round? The place of
 * that part among the parts, *should getting what it would be, or -1. */
int gm_swapped_part(const gm_links *links, const gm_parts *parts, gm_interval total, gm_decimal *should);
/* Would it fit if the total had? */
bool gm_swapped_total(const gm_links *links, const gm_parts *parts, const gm_figure *total);
/* Would it fit if a part or the total had? */
bool gm_swap_fits(const gm_links *links, const gm_parts *parts, const gm_figure *total);
/* Do three parts or more of a total of three digits or more, or two of a longer one, fit but for such a swap? Of parts
 * that overlap hardly any do by chance. */
bool gm_is_sure_swap(const gm_links *links, const gm_figure *total, const gm_parts *parts);
/* Would the parts, as printed, come to the total as printed if one of them had such a swap? `sum` is theirs. */
bool gm_printed_swap_fits(const gm_links *links, const gm_parts *parts, const gm_figure *total, gm_decimal sum);
/* Are the total and all the parts exact? */
bool gm_all_exact(const gm_links *links, const gm_figure *total, const gm_parts *parts);

/* sum_verdict.c. Is the difference between the total and `sum` one that tells of an error? The severity, 0 when not. */
gm_severity gm_sum_verdict(const gm_links *links, const gm_mention *total, const gm_parts *parts, gm_decimal sum,
                           gm_parts_place where);
/* 公办14家、公建民营7家、民办11家: do two of the parts leave nothing out, so that none can lie in another? */
bool gm_holds_complements(const gm_links *links, const gm_parts *parts);

/* sum_certain.c. How surely parts divide their total, whatever the numbers are. */
typedef enum gm_partition {
  GM_PARTITION_NONE,
  GM_PARTITION_APART, /* nothing is counted in two of them: they come to no more than it */
  GM_PARTITION_ALL    /* and nothing is left out: they come to it */
} gm_partition;
gm_partition gm_partition_of(const gm_links *links, unsigned total, const gm_parts *parts, gm_parts_place where);
/* May a thing be several of what the parts name: 高新技术企业, 中小企业? Or do the shares of the sentence say that some
 * are? People are too much at once. */
bool gm_may_be_several(const gm_links *links, const gm_parts *p);
/* Is nothing said, from the total to the end of the last part's clause, of more than is told or of another count? */
bool gm_leaves_nothing_open(const gm_links *links, unsigned total, const gm_parts *parts);

/* The words before a part that name it, without what leads to it or to its number. */
void gm_name_of_part(const gm_links *links, unsigned index, size_t *from, size_t *to);

/* sum_divided.c. 水库64座，其中大型15座、小型49座，总库容4820万立方米，其中大型3180万立方米、小型1340万立方米: do parts
 * of the same names, in the same order, come to another whole before the total, so that they leave nothing out? */
bool gm_divides_another(const gm_links *links, unsigned total, const gm_parts *p);
/* 总预算1860万元。赞助1180万元；报名费142万元；其余558万元: a sentence of nothing but the parts, which ends in the
 * rest, one digit off? */
bool gm_is_sentence_of_rest(const gm_links *links, unsigned total, const gm_parts *p);

/* sum_complete.c. Is it said that the parts are all there is, and are they near the total or a slip of digits away? */
bool gm_must_be_complete(const gm_links *links, unsigned total, const gm_parts *parts);

/* sum_digit.c. Would the parts of a long number come to it if one digit of one of them, or of the total, were another?
 */
bool gm_is_digit_slip(const gm_links *links, unsigned total, const gm_parts *parts);
/* Would they, of numbers with two digits or more, wherever they stand? */
bool gm_digit_repairs(const gm_links *links, unsigned total, const gm_parts *parts);

/* sum_floor.c. Is the total told as more than a number, 总数超过1200人, that all there is of its parts does not reach?
 * *sum gets what they come to. */
bool gm_is_below_floor(const gm_links *links, unsigned total, const gm_parts *parts, gm_parts_place where,
                       gm_decimal *sum);

/* arithmetic_part.c. Does AR-02 find a part behind 其中 that exceeds mention `total`? */
bool gm_is_below_part(const gm_line_check *check, const gm_links *links, unsigned total);

#endif
