/* NRM-03, 32 and 34: the passes that delete and join lines. normalize/ alone. */
#ifndef GM_NORMALIZE_LINES_H
#define GM_NORMALIZE_LINES_H

#include "normalize/pass.h"

/* What becomes of a line: 0 it stays, 1 + row of the pass that deletes it, or GM_FATE_JOIN: the next follows on it. */
#define GM_FATE_JOIN 0x80u

/* Fills fates[0..last - first) for the lines of the range, after the passes asked for. */
void gm_lines_plan(const gm_draft *draft, size_t first, size_t last, uint64_t passes, gm_pinyin_mode pinyin,
                   uint8_t *fates);

/*
 * The first of the deleted lines that end the draft, or `last`: behind them no line break is left to go with a line, so
 * each takes the one before.
 */
size_t gm_lines_tail(const gm_draft *draft, size_t first, size_t last, const uint8_t *fates);

/* Appends the edit that deletes lines [from, to) with their line breaks, those before them in the tail. */
void gm_lines_delete(const gm_draft *draft, size_t first, size_t from, size_t to, bool tail, uint8_t rule,
                     gm_edits *out);

/* Appends the edit that joins the line with the next. */
void gm_lines_join(const gm_draft *draft, size_t line, uint8_t rule, gm_edits *out);

/* Where the blanks at the end of a line begin: a join takes them along. */
uint32_t gm_line_text_end(gm_text line);

#endif
