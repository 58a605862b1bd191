#include "check/join.h"

#include <stdlib.h>

#include "check/families.h"
#include "check/fingerprint.h"
#include "check/quiet.h"
#include "check/twins.h"
#include "check/word_list.h"

gm_memory gm_memory_new(void) { return (gm_memory){.twins = gm_twins_new(), .quiet = gm_quiet_new()}; }

void gm_memory_free(gm_memory *memory) {
  gm_twins_free(memory->twins);
  gm_quiet_free(memory->quiet);
  for (unsigned i = 0; i < GM_WORKERS_MAX; i++) gm_word_lists_free(memory->words[i]);
}

typedef struct job {
  const gm_rule_set *set;
  const gm_memory *memory;
  gm_draft_check check; /* what the check of each rule begins as */
  gm_findings *found;   /* by place among the set's draft rules */
  unsigned ways;        /* of bringing figures together that these rules read, as bits */
} job;

static const gm_rule *rule_at(const job *j, size_t place) { return &gm_rules[j->set->draft_rules.items[place]]; }

static gm_draft_check check_of(const job *j, unsigned worker) {
  gm_draft_check check = j->check;
  check.words = worker ? j->memory->words[worker] : j->set->words;
  return check;
}

static void run_rule(const job *j, unsigned worker, size_t place) {
  gm_draft_check check = check_of(j, worker);
  check.rule = j->set->draft_rules.items[place];
  check.severity = j->set->severity[check.rule];
  check.hints = j->set->hints[check.rule];
  check.out = &j->found[place];
  gm_rules[check.rule].draft(&check);
}

/* Brings figures together one way, or runs a rule that needs none of that. */
static void run_first(void *context, unsigned worker, size_t piece) {
  const job *j = context;
  gm_draft_check check = check_of(j, worker);
  if (piece >= GM_TWINS_WAYS && !rule_at(j, piece - GM_TWINS_WAYS)->twins)
    run_rule(j, worker, piece - GM_TWINS_WAYS);
  else if (piece < GM_TWINS_WAYS && j->ways >> piece & 1)
    gm_join_twins(&check, (gm_twins_by)piece);
}

static void run_later(void *context, unsigned worker, size_t place) {
  const job *j = context;
  if (rule_at(j, place)->twins) run_rule(j, worker, place);
}

void gm_check_draft(const gm_rule_set *set, const gm_draft *draft, const gm_outline *outline, const gm_figures *figures,
                    const gm_line_facts *facts, gm_memory *memory, gm_findings *out) {
  size_t count = set->draft_rules.count;
  if (!count) return;
  gm_memory own = memory ? (gm_memory){.workers = 0} : gm_memory_new();
  if (!memory) memory = &own;
  for (unsigned i = 1; i < memory->workers; i++)
    if (!memory->words[i]) memory->words[i] = gm_word_lists_new();
  if (memory->quiet) gm_quiet_begin(memory->quiet, draft, facts);
  job j = {.set = set,
           .memory = memory,
           .check = {.draft = draft,
                     .outline = outline,
                     .figures = figures,
                     .facts = facts,
                     .twins = memory->twins,
                     .quiet = memory->quiet,
                     .language = set->language,
                     .profile = set->profile},
           .found = gm_alloc(count * sizeof *j.found)};
  memset(j.found, 0, count * sizeof *j.found);
  for (size_t i = 0; i < count; i++) j.ways |= rule_at(&j, i)->twins;
  gm_parallel(memory->workers, GM_TWINS_WAYS + count, run_first, &j);
  gm_parallel(memory->workers, count, run_later, &j);
  for (size_t i = 0; i < count; i++) {
    gm_findings_append(out, &j.found[i], 0);
    gm_findings_free(&j.found[i]);
  }
  free(j.found);
  gm_memory_free(&own);
  if (!out->list.count) return;
  gm_findings_sort(out);
  gm_findings_fingerprint(out, 0, draft->lines, draft->count);
}
