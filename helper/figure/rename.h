/* Renaming a figure: its new value at every mention of it in the draft, as text edits. */
#ifndef GM_FIGURE_RENAME_H
#define GM_FIGURE_RENAME_H

#include "figure/figure.h"
#include "text/edit.h"

/* A mention to be looked at: one that says the figure roughly, or that may be about something else. */
typedef struct gm_rename_review {
  gm_position start, end; /* approximator included */
  bool approximate;       /* says it roughly */
  bool holds;             /* what it says is true of the new value too */
} gm_rename_review;

typedef struct gm_rename {
  gm_edits edits; /* rule "rename_figure" */
  GM_ARRAY(gm_rename_review) review;
} gm_rename;

typedef enum gm_rename_refusal {
  GM_RENAME_ACCEPTED,
  GM_RENAME_NO_FIGURE, /* none at the place, or of a kind that has no value to change (a date, a range, 第三批) */
  GM_RENAME_ROUGH,     /* the figure at the place is an approximate one: what it is worth is said elsewhere */
  GM_RENAME_VALUE      /* `wanted` is no number, or a figure of another unit */
} gm_rename_refusal;

/* Makes the edits that give the figure at `at` the value that `wanted` says ("365" or "365项"), there and wherever the
 * same unit and noun stand with the same value, each in its own way of writing (三百六十一 becomes 三百六十五). A
 * mention told of another time, without a noun that tells, or in a form that cannot say the value is among `review`,
 * and so are approximate ones that the old value fits. Each edit has been read again: the line then says the new value.
 * `out` is zeroed by the caller and freed with gm_rename_free, whatever the answer. */
gm_rename_refusal gm_figure_rename(const gm_draft *draft, const gm_figures *by_line, gm_pinyin_mode pinyin,
                                   gm_position at, gm_text wanted, gm_rename *out);
void gm_rename_free(gm_rename *rename);

/* The reason for the writer. */
const char *gm_rename_refusal_text(gm_rename_refusal refusal, bool english);

#endif
