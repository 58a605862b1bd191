/* Rule 4 of checks.md, section 0: any fit accepts. A value that another reading of its sentence explains is no error;
 * a rule that has found its figures and is about to speak asks here first. */
#ifndef GM_CHECK_ANY_FIT_H
#define GM_CHECK_ANY_FIT_H

#include "check/change.h"
#include "check/sum.h"
#include "check/swap.h"

/* Is mention `delta` the difference between an end of `change` and another value of its paragraph, or what the two or
 * three values right before it come to, some of them taken off:
 * 受理10248件，其中新收9636件，受理数比上年的9467件增加781件; 新招73人，离职31人，净增42人，年初为822人? */
bool gm_some_difference_fits(const gm_links *links, unsigned delta, gm_change change);

/* Is mention `rate` what another value of its sentence makes of the earlier value of `change`? */
bool gm_some_rate_fits(const gm_links *links, unsigned rate, gm_change change);

/* The amount of the sentence that comes nearest to mention `average` times `n`: 发放1186.4万元，其中助学金175.6万元，
 * 平均每人2436元 is told of the first. NULL when one, or several in a row, lie between n times `low` and n times
 * `high`, the average's ends with its rounding, so that nothing is to be said, or when it cannot be computed. */
const gm_mention *gm_nearest_total(const gm_links *links, unsigned average, gm_interval n, gm_decimal low,
                                   gm_decimal high);

/* Does mention `price`, times one other number of its sentence and that of `total`, or times two of them, make `total`:
 * 可摆20桌，…已办5场，平均每场12桌，每桌480元，共花费2.88万元? */
bool gm_some_product_fits(const gm_links *links, unsigned price, const gm_mention *total);
/* Does another price of the line make the total of the number `n` (超市每斤18元，果园每公斤52元；3斤共75元，合每斤25元), or
 * the number beside `n` at one (每人38元，儿童半价19元，3个大人、2个孩子共付152元)? */
bool gm_other_prices_fit(const gm_links *links, const gm_mention *n, const gm_mention *price, const gm_mention *total);

/* Do `parts` belong to another reading of their sentence: with a part among them that lies in another one left out
 * (因病508户，其中大病176户，因灾137户，其余619户), with unit prices left out, or as items beside the total of what was
 * told before (1283起。…超载562起，非法营运318起，揽客226起，其他177起)? Or is some of the total told without its
 * number (其余为油画), or one of two parts alone as a share? Or do they divide what the total has changed by, or
 * another amount of the paragraph? Where a swap of two digits makes the sum, `swapped`, what is true of most sums by
 * chance (shares that fit, the first part as large as the others) is no such reading. */
bool gm_some_sum_fits(const gm_links *links, unsigned total, const gm_parts *parts, bool swapped);

#endif
