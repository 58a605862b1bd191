#include "text/parallel.h"

#include <stdatomic.h>

typedef struct job {
  atomic_size_t next;
  size_t pieces;
  void (*work)(void *context, unsigned worker, size_t piece);
  void *context;
} job;

typedef struct hand {
  job *job;
  unsigned worker;
} hand;

static void *run(void *argument) {
  const hand *mine = argument;
  job *of = mine->job;
  for (size_t piece; (piece = atomic_fetch_add(&of->next, 1)) < of->pieces;) of->work(of->context, mine->worker, piece);
  return NULL;
}

void gm_parallel(unsigned workers, size_t pieces, void (*work)(void *context, unsigned worker, size_t piece),
                 void *context) {
  job whole = {.pieces = pieces, .work = work, .context = context};
  atomic_init(&whole.next, 0);
  if (workers > GM_WORKERS_MAX) workers = GM_WORKERS_MAX;
  if (workers > pieces) workers = (unsigned)pieces;
  hand hands[GM_WORKERS_MAX];
  pthread_t threads[GM_WORKERS_MAX];
  unsigned started = 1;
  for (; started < workers; started++) {
    hands[started] = (hand){&whole, started};
    if (pthread_create(&threads[started], NULL, run, &hands[started])) break;
  }
  hands[0] = (hand){&whole, 0};
  run(&hands[0]);
  for (unsigned i = 1; i < started; i++) pthread_join(threads[i], NULL);
}

void gm_latch_init(gm_latch *latch) {
  pthread_mutex_init(&latch->lock, NULL);
  pthread_cond_init(&latch->opened, NULL);
  latch->open = false;
}

void gm_latch_open(gm_latch *latch) {
  pthread_mutex_lock(&latch->lock);
  latch->open = true;
  pthread_cond_broadcast(&latch->opened);
  pthread_mutex_unlock(&latch->lock);
}

void gm_latch_wait(gm_latch *latch) {
  pthread_mutex_lock(&latch->lock);
  while (!latch->open) pthread_cond_wait(&latch->opened, &latch->lock);
  pthread_mutex_unlock(&latch->lock);
}

void gm_latch_free(gm_latch *latch) {
  pthread_mutex_destroy(&latch->lock);
  pthread_cond_destroy(&latch->opened);
}
