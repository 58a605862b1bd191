/* Words of which one names what the other does not: 线上 and 线下, 已办 and 未办, 合格 and 不合格. */
#ifndef GM_CHECK_COMPLEMENT_H
#define GM_CHECK_COMPLEMENT_H

#include "check/words.h"

typedef enum gm_complement {
  GM_COMPLEMENT_NONE,
  GM_COMPLEMENT_CONTRARY,  /* nothing is both; there may be a third: 国有 and 集体 */
  GM_COMPLEMENT_EXHAUSTIVE /* and nothing is neither */
} gm_complement;

/* Do two ranges of clean characters hold the two words of such a pair? */
gm_complement gm_complementary(const gm_view *view, size_t from, size_t to, size_t other_from, size_t other_to);

#endif
