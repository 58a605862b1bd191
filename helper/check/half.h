/* 一半, which is no figure, as the fraction that it tells: 占一半, 减少了一半. */
#ifndef GM_CHECK_HALF_H
#define GM_CHECK_HALF_H

#include "check/change.h"

/* The mentions of a line with its first such half among them, told by `figure`: its index in `out`; 0 when there is
 * none.
 */
unsigned gm_add_halves(const gm_links *links, gm_links *out, gm_figure *figure);

#endif
