#include "check/quiet.h"

#include <stdlib.h>

#define PLACES_FIRST 256u

typedef struct place {
  uint64_t key; /* of the reading; 0 = empty */
  uint64_t window;
  uint32_t join; /* the last one that asked for it */
} place;

/* The lines of which one rule had nothing to say. */
typedef struct silence {
  place *places;
  size_t used, count; /* count: a power of two, more than half of them empty */
} silence;

struct gm_quiet {
  uint32_t join;
  GM_ARRAY(uint64_t) sums; /* over the lines before each line: a polynomial in FACTOR, so that the order counts */
  uint64_t powers[GM_QUIET_ABOVE_MAX + 2];
  const gm_line_facts *facts;
  silence of[GM_QUIET_RULES];
};

#define FACTOR 0x9FB21C651E98DF25u

static uint64_t spread(uint64_t value) {
  value *= 0x9E3779B97F4A7C15u;
  return value ^ value >> 32;
}

gm_quiet *gm_quiet_new(void) {
  gm_quiet *quiet = gm_alloc(sizeof *quiet);
  memset(quiet, 0, sizeof *quiet);
  quiet->powers[0] = 1;
  for (size_t i = 1; i < GM_QUIET_ABOVE_MAX + 2; i++) quiet->powers[i] = quiet->powers[i - 1] * FACTOR;
  return quiet;
}

void gm_quiet_free(gm_quiet *quiet) {
  if (!quiet) return;
  gm_array_free(&quiet->sums);
  for (size_t i = 0; i < GM_QUIET_RULES; i++) free(quiet->of[i].places);
  free(quiet);
}

void gm_quiet_begin(gm_quiet *quiet, const gm_draft *draft, const gm_line_facts *facts) {
  quiet->join++;
  quiet->facts = facts;
  gm_reserve(&quiet->sums, draft->count + 1);
  uint64_t *sums = quiet->sums.items;
  sums[0] = 0;
  for (size_t i = 0; i < draft->count; i++)
    sums[i + 1] = sums[i] * FACTOR + spread(facts[i].reading << 1 | draft->classes[i].keep);
}

static place *find(const silence *known, uint64_t key) {
  for (size_t at = (size_t)(key >> 20);; at++) {
    place *p = &known->places[at & (known->count - 1)];
    if (!p->key || p->key == key) return p;
  }
}

/* Makes room, and forgets what the last join did not ask for. */
static void make_room(silence *known, uint32_t join) {
  place *old = known->places;
  size_t count = known->count, alive = 0;
  for (size_t i = 0; i < count; i++) alive += old[i].key && old[i].join + 1 >= join;
  known->count = PLACES_FIRST;
  while (known->count < 4 * alive) known->count *= 2;
  known->places = gm_alloc(known->count * sizeof *known->places);
  for (size_t i = 0; i < known->count; i++) known->places[i].key = 0;
  known->used = alive;
  for (size_t i = 0; i < count; i++)
    if (old[i].key && old[i].join + 1 >= join) *find(known, old[i].key) = old[i];
  free(old);
}

static uint64_t key_of(const gm_quiet *quiet, uint32_t line) { return spread(quiet->facts[line].reading) | 1; }

static uint64_t window_of(const gm_quiet *quiet, uint32_t line, uint32_t above) {
  if (above > GM_QUIET_ABOVE_MAX) above = GM_QUIET_ABOVE_MAX;
  uint32_t first = line > above ? line - above : 0, length = line + 1 - first;
  return quiet->sums.items[line + 1] - quiet->sums.items[first] * quiet->powers[length] + length;
}

bool gm_is_quiet(const gm_draft_check *check, gm_quiet_rule rule, uint32_t line, uint32_t above) {
  const gm_quiet *quiet = check->quiet;
  if (!quiet) return false;
  const silence *known = &quiet->of[rule];
  if (!known->count) return false;
  place *p = find(known, key_of(quiet, line));
  if (!p->key || p->window != window_of(quiet, line, above)) return false;
  p->join = quiet->join;
  return true;
}

void gm_note_quiet(const gm_draft_check *check, gm_quiet_rule rule, uint32_t line, uint32_t above) {
  gm_quiet *quiet = check->quiet;
  if (!quiet) return;
  silence *known = &quiet->of[rule];
  if (2 * known->used >= known->count) make_room(known, quiet->join);
  place *p = find(known, key_of(quiet, line));
  known->used += !p->key;
  *p = (place){key_of(quiet, line), window_of(quiet, line, above), quiet->join};
}
