/* Inside figure/: what happens at a date or within a span of time: 4月9日电, 五年内免征企业所得税. */
#ifndef GM_FIGURE_EVENT_H
#define GM_FIGURE_EVENT_H

#include "figure/shown.h"

/* A figure among the words of its line, or of those near it where the line is long. */
typedef struct gm_shown_reading {
  const gm_view *view;
  const gm_figure *figure;     /* its offsets are of the view's text */
  size_t start, end;           /* of the figure */
  size_t noun, noun_end;       /* that the scan found; equal when it found none there */
  bool line_begins, line_ends; /* the view's ends are the line's */
  const gm_figures *of_line;   /* the line's figures as the scan has them; NULL when not known */
  uint32_t index, offset;      /* of the figure among them; raw byte of the line at which the view begins */
  int depth;                   /* how many figures have asked this one what they count */
  size_t from, to;             /* what is found */
  const char *name;
} gm_shown_reading;

/* Begins the reading of `figure`, whose places are raw bytes of the line until then. */
void gm_shown_prepare(gm_shown_reading *reading, gm_figure *figure);

/* Reads what a figure is shown to count into m->from, m->to or m->name. */
void gm_shown_read(gm_shown_reading *reading);

/* Takes [from, to), trimmed, for the noun; false when nothing is left of it. */
bool gm_shown_found(gm_shown_reading *reading, size_t from, size_t to);

/* Where the Han before `to` begin, `to` when they are too many or too few to be a name. */
size_t gm_shown_name_before(const gm_view *view, size_t to);

/* The verb of the clause [from, to) with what it is done to. */
bool gm_event_verb(gm_shown_reading *reading, size_t from, size_t to);

/* What the clauses from `i` on tell. */
bool gm_event_behind(gm_shown_reading *reading, size_t i);

/* Behind `i`, where a figure of time ends, what says more of the time, and the times of which it is the first. */
size_t gm_event_time_end(const gm_view *view, size_t i);

/* Of a date, year, time or span. */
bool gm_event_read(gm_shown_reading *reading);

#endif
