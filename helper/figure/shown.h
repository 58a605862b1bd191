/* The noun of a figure as lists of figures show it. Checks go by what the scan found; a reader is told what happens at
 * a date, and of what a number is where only the words farther off say it. */
#ifndef GM_FIGURE_SHOWN_H
#define GM_FIGURE_SHOWN_H

#include "figure/figure.h"

/* Raw bytes [start, end) of the figure's line, or a name that the line does not say. */
typedef struct gm_shown_noun {
  uint32_t start, end;
  const char *name; /* 成文日期, 发文年份, 日期; NULL: the bytes say it */
} gm_shown_noun;

/* `scratch` is overwritten; `of_line`, which has the figure, may be NULL: then no other figure of the line says what it
 * counts. */
gm_shown_noun gm_noun_shown(gm_view *scratch, gm_text line, gm_pinyin_mode pinyin, const gm_figures *of_line,
                            const gm_figure *figure);

#endif
