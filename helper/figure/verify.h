/* Inside figure/: which figures of a line are borne out by others of the same line. */
#ifndef GM_FIGURE_VERIFY_H
#define GM_FIGURE_VERIFY_H

#include "figure/figure.h"

/* Sets `verified` of the figures that a share, a rate, a change, a difference or a sum of the line agrees with, to the
 * last printed digit. Looks at records alone; linear, with a bounded window. */
void gm_figures_verify(gm_figure *figures, uint32_t count);

#endif
