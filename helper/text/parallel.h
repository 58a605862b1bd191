/* Work that falls into pieces, done by several threads. */
#ifndef GM_TEXT_PARALLEL_H
#define GM_TEXT_PARALLEL_H

#include <stddef.h>

#define GM_WORKERS_MAX 8 /* beyond these, memory is what is waited for */

/* Calls work(context, worker, piece) once for each piece in [0, pieces), in any order, and returns when all are done.
 * The caller is worker 0; up to workers - 1 threads (at most GM_WORKERS_MAX - 1) take part as 1, 2, …; a thread that
 * cannot be had is done without. */
void gm_parallel(unsigned workers, size_t pieces, void (*work)(void *context, unsigned worker, size_t piece),
                 void *context);

#endif
