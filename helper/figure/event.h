/* What happens at a date or within a span of time, for those who list figures: 4月9日电, 五年内免征企业所得税. No check
 * asks for it, so it is looked for when a figure is shown. */
#ifndef GM_FIGURE_EVENT_H
#define GM_FIGURE_EVENT_H

#include "figure/figure.h"

/* The noun of a figure as it is shown: raw bytes [start, end) of its line, or a name that the line does not say. */
typedef struct gm_event {
  uint32_t start, end;
  const char *name; /* 成文日期, 发文年份, 日期; NULL: the bytes say it */
} gm_event;

/* The noun that the scan found, or what happens then where that says more. `scratch` is overwritten. */
gm_event gm_event_of(gm_view *scratch, gm_text line, gm_pinyin_mode pinyin, const gm_figure *figure);

#endif
