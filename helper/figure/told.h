/* Inside figure/: of what a number is told where the words right beside it do not say it: the subject of its clause, or
 * what the figures before it count; and the words at a noun's ends that are no part of it. */
#ifndef GM_FIGURE_TOLD_H
#define GM_FIGURE_TOLD_H

#include "figure/event.h"

/* Of a number: told.c, its subject; told_before.c, what figures before it count. */
bool gm_told_subject(gm_shown_reading *reading);
bool gm_told_before(gm_shown_reading *reading);

/* 历时40天, 从2021年到2024年, 启动会定于5月9日: of a time by what stands before it. */
bool gm_told_time(gm_shown_reading *reading);

/* Where the clause begins that `at` is in; 、 parts none. */
size_t gm_told_clause(const gm_view *view, size_t at);

/* Takes what is no part of a noun off both ends of what was found. */
void gm_told_trim(gm_shown_reading *reading);

#endif
