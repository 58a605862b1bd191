/* Work that falls into pieces, done by several threads. */
#ifndef GM_TEXT_PARALLEL_H
#define GM_TEXT_PARALLEL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define GM_WORKERS_MAX 8 /* beyond these, memory is what is waited for */

/* Threads that wait for work: one that starts anew may wait a millisecond for a processor. A team works for one caller
 * at a time. */
typedef struct gm_team gm_team;

/* A team of so many, the caller among them (at most GM_WORKERS_MAX); its threads start with its first work. */
gm_team *gm_team_new(unsigned workers);
void gm_team_free(gm_team *team);              /* NULL is allowed */
unsigned gm_team_workers(const gm_team *team); /* 1 for NULL: the caller alone */

/* Calls work(context, worker, piece) once for each piece in [0, pieces) and returns when all are done.
 * The caller is worker 0; the threads of the team, if it is not NULL, take part as 1, 2, … below gm_team_workers; a
 * thread that cannot be had is done without. Pieces are taken in their order. */
void gm_parallel(gm_team *team, size_t pieces, void (*work)(void *context, unsigned worker, size_t piece),
                 void *context);

/* For pieces that need what an earlier one makes: opened once by that one, others wait until it is. */
typedef struct gm_latch {
  pthread_mutex_t lock;
  pthread_cond_t opened;
  bool open;
} gm_latch;

void gm_latch_init(gm_latch *latch);
void gm_latch_open(gm_latch *latch);
void gm_latch_wait(gm_latch *latch);
void gm_latch_free(gm_latch *latch);

#endif
