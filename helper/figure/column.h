/* The unit of a bare number in a table: its column's head says it (经费（万元）), or the line above the table
 * (单位：万元). */
#ifndef GM_FIGURE_COLUMN_H
#define GM_FIGURE_COLUMN_H

#include "figure/figure.h"

/* What was found of the table at hand; zeroed to begin with. Belongs to one set of lines. */
typedef struct gm_columns {
  size_t line, top; /* the line asked for last, and the first line of its table */
  bool known;
} gm_columns;

/* The unit that the table gives a figure of `line` that has none of its own; empty when there is none. A slice of the
 * lines. Cells are parted by | or tabs or two blanks and more. Asked for line after line, linear in them all. */
gm_text gm_column_unit(gm_columns *columns, const gm_text *lines, size_t line, const gm_figure *figure);

#endif
