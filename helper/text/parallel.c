#include "text/parallel.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#include "text/array.h"

typedef struct job {
  atomic_size_t next;
  size_t pieces;
  void (*work)(void *context, unsigned worker, size_t piece);
  void *context;
} job;

/* A thread of a team. */
typedef struct hand {
  gm_team *team;
  pthread_t thread;
  unsigned worker;
} hand;

struct gm_team {
  pthread_mutex_t lock; /* of what follows, up to `over` */
  pthread_cond_t begun, done;
  job *job;         /* NULL between two */
  uint64_t turn;    /* the number of the job, so that no thread takes part twice */
  unsigned at_work; /* threads that are in the job */
  bool over;
  unsigned workers, started; /* the caller counts */
  hand hands[GM_WORKERS_MAX];
};

static void run(job *of, unsigned worker) {
  for (size_t piece; (piece = atomic_fetch_add(&of->next, 1)) < of->pieces;) of->work(of->context, worker, piece);
}

static void *take_part(void *argument) {
  const hand *mine = argument;
  gm_team *team = mine->team;
  uint64_t seen = 0;
  pthread_mutex_lock(&team->lock);
  for (;;) {
    while (!team->over && (!team->job || team->turn == seen)) pthread_cond_wait(&team->begun, &team->lock);
    if (team->over) break;
    job *now = team->job;
    seen = team->turn;
    team->at_work++;
    pthread_mutex_unlock(&team->lock);
    run(now, mine->worker);
    pthread_mutex_lock(&team->lock);
    if (!--team->at_work) pthread_cond_signal(&team->done);
  }
  pthread_mutex_unlock(&team->lock);
  return NULL;
}

gm_team *gm_team_new(unsigned workers) {
  gm_team *team = gm_alloc(sizeof *team);
  memset(team, 0, sizeof *team);
  pthread_mutex_init(&team->lock, NULL);
  pthread_cond_init(&team->begun, NULL);
  pthread_cond_init(&team->done, NULL);
  team->workers = workers < GM_WORKERS_MAX ? workers : GM_WORKERS_MAX;
  return team;
}

unsigned gm_team_workers(const gm_team *team) { return team && team->workers ? team->workers : 1; }

static void start(gm_team *team) {
  for (team->started = 1; team->started < team->workers; team->started++) {
    hand *next = &team->hands[team->started];
    next->team = team;
    next->worker = team->started;
    if (pthread_create(&next->thread, NULL, take_part, next)) break;
  }
}

static void begin(gm_team *team, job *whole) {
  pthread_mutex_lock(&team->lock);
  team->job = whole;
  team->turn++;
  pthread_cond_broadcast(&team->begun);
  pthread_mutex_unlock(&team->lock);
}

/* A thread that wakes too late to take part is not waited for. */
static void finish(gm_team *team) {
  pthread_mutex_lock(&team->lock);
  team->job = NULL;
  while (team->at_work) pthread_cond_wait(&team->done, &team->lock);
  pthread_mutex_unlock(&team->lock);
}

void gm_parallel(gm_team *team, size_t pieces, void (*work)(void *context, unsigned worker, size_t piece),
                 void *context) {
  job whole = {.pieces = pieces, .work = work, .context = context};
  bool shared = gm_team_workers(team) > 1 && pieces > 1;
  atomic_init(&whole.next, 0);
  if (shared) begin(team, &whole);
  if (shared && !team->started) start(team);
  run(&whole, 0);
  if (shared) finish(team);
}

void gm_team_free(gm_team *team) {
  if (!team) return;
  pthread_mutex_lock(&team->lock);
  team->over = true;
  pthread_cond_broadcast(&team->begun);
  pthread_mutex_unlock(&team->lock);
  for (unsigned i = 1; i < team->started; i++) pthread_join(team->hands[i].thread, NULL);
  pthread_mutex_destroy(&team->lock);
  pthread_cond_destroy(&team->begun);
  pthread_cond_destroy(&team->done);
  free(team);
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
