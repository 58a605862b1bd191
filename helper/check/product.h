/* What a price or an average is told for each of. */
#ifndef GM_CHECK_PRODUCT_H
#define GM_CHECK_PRODUCT_H

#include "check/link.h"

/* The thing counted behind 每: 每户, 每个镇街, 平均每场. Gives its characters, from *at; 0 when there is no 每. */
size_t gm_each_thing(const gm_view *view, const gm_mention *mention, size_t *at);

/* Does the amount count the thing: by its unit (1846户 and 每户) or its noun (12个镇街 and 每个镇街)? */
bool gm_counts_thing(const gm_view *view, const gm_mention *amount, size_t thing, size_t length);

/* Is the amount what could be, not what was: 可摆20桌, 最多容纳300人? */
bool gm_is_capacity(const gm_view *view, const gm_mention *mention);

#endif
