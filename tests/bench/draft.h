/* Drafts to measure on: clauses of our own in shuffled order, with figures that agree, so that no branch predictor
 * learns them by heart and no rule drowns in findings. */
#ifndef GM_BENCH_DRAFT_H
#define GM_BENCH_DRAFT_H

#include <stdint.h>

#include "text/array.h"

/* Appends lines (each ended by "\n") until at least `bytes` stand in `out`. The same seed gives the same draft. */
void draft_make(gm_buffer *out, size_t bytes, uint64_t seed);

/* Appends paragraphs with some `figures` figures in all. */
void draft_make_figures(gm_buffer *out, size_t figures, uint64_t seed);

/* A number below `limit`, from the state of a xorshift generator. */
uint32_t draft_random(uint64_t *state, uint32_t limit);

#endif
