/* Reads lines: all that is learned of each by itself.
 *
 * What a reader finds depends on the line's bytes, the rules and the pinyin mode alone. A reader owns the scratch of
 * its work, so that two readers may read different lines of one document at the same time. */
#ifndef GM_DOCUMENT_READER_H
#define GM_DOCUMENT_READER_H

#include "check/rule.h"
#include "document/block.h"
#include "outline/outline.h"

#define GM_READER_VIEWS 64u /* lines read together */

typedef struct gm_reader {
  gm_view views[GM_READER_VIEWS];
  GM_ARRAY(char) room; /* lent to the views */
  gm_marker_array markers;
  gm_figure_array figures;
  gm_twin_keys twins;
  gm_findings findings;
  gm_blocks blocks;
  struct gm_word_lists *words; /* as gm_check_line takes it; NULL, or of the reader, who frees it */
  char apart[64];              /* readers of threads lie side by side: none writes to what another has in its cache */
} gm_reader;

/* A line, and where what is learned of it goes. */
typedef struct gm_line_row {
  gm_text line;
  gm_look *look;
  gm_markers *markers;
  gm_figures *figures;
  gm_line_facts *facts;
  gm_block **block;       /* gets the memory of the markers, figures and facts, of the caller; NULL for none */
  gm_findings **findings; /* gets findings of the caller, NULL for none; he frees them and the pointer */
} gm_line_row;

/* An empty reader is zeroed. */
void gm_reader_free(gm_reader *reader);

/* All that there is to learn of lines, in any order. */
void gm_read_lines(gm_reader *reader, const gm_rule_set *rules, gm_pinyin_mode mode, const gm_line_row *rows,
                   size_t count);
/* The look and the markers alone, for the outline; and what that left, which releases the block it made. */
void gm_read_outline(gm_reader *reader, gm_pinyin_mode mode, gm_line_row row);
void gm_read_later(gm_reader *reader, const gm_rule_set *rules, gm_pinyin_mode mode, gm_line_row row);

#endif
