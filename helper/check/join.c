#include "check/join.h"

#include <stdlib.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/fingerprint.h"
#include "check/quiet.h"
#include "check/twins.h"
#include "check/word_list.h"

_Static_assert(GM_LINE_TWINS << GM_TWINS_WAYS <= GM_LINE_YEAR, "each way of gm_twins_by has a bit of its own");

gm_memory gm_memory_new(void) { return (gm_memory){.twins = gm_twins_new(), .quiet = gm_quiet_new()}; }

void gm_memory_free(gm_memory *memory) {
  gm_twins_free(memory->twins);
  gm_array_free(&memory->kinds);
  gm_quiet_free(memory->quiet);
  for (unsigned i = 0; i < GM_WORKERS_MAX; i++) gm_word_lists_free(memory->words[i]);
}

typedef struct job {
  const gm_rule_set *set;
  const gm_memory *memory;
  gm_outline *outline;  /* to be joined, NULL when it is */
  gm_latch outlined;    /* open when it is */
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
  if (gm_rules[check.rule].early) check.outline = NULL;
  gm_rules[check.rule].draft(&check);
}

/* The outline is joined, and meanwhile the rules run that do not read it; behind it figures are brought together, and
 * the rules run that do not read those. */
static void run_first(void *context, unsigned worker, size_t piece) {
  job *j = context;
  size_t count = j->set->draft_rules.count;
  if (!piece) {
    if (j->outline) gm_outline_join(j->outline, j->check.draft);
    gm_latch_open(&j->outlined);
    return;
  }
  if (--piece < count) {
    if (rule_at(j, piece)->early) run_rule(j, worker, piece);
    return;
  }
  gm_latch_wait(&j->outlined);
  piece -= count;
  if (piece < GM_TWINS_WAYS) {
    gm_draft_check check = check_of(j, worker);
    if (j->ways >> piece & 1) gm_gather_twins(&check, (gm_twins_by)piece);
    return;
  }
  piece -= GM_TWINS_WAYS;
  if (!rule_at(j, piece)->early && !rule_at(j, piece)->twins) run_rule(j, worker, piece);
}

static size_t shares_of(const job *j, gm_twins_by by) {
  return j->ways >> by & 1 ? gm_twins_shares(j->check.twins, by) : 0;
}

/* Then what was brought together is judged. */
static void run_judging(void *context, unsigned worker, size_t share) {
  const job *j = context;
  gm_draft_check check = check_of(j, worker);
  for (gm_twins_by by = 0; by < GM_TWINS_WAYS; by++) {
    size_t shares = shares_of(j, by);
    if (share < shares) {
      gm_judge_twins(&check, by, share);
      return;
    }
    share -= shares;
  }
}

/* Then the rules run that read it. */
static void run_last(void *context, unsigned worker, size_t place) {
  const job *j = context;
  if (rule_at(j, place)->twins) run_rule(j, worker, place);
}

static uint32_t held(const gm_line_facts *facts) {
  uint32_t bits = facts->kinds;
  if (facts->rounds) bits |= GM_LINE_ROUNDED;
  if (facts->numerals & GM_NUMERAL_SCALED) bits |= GM_LINE_SCALED;
  if (facts->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) bits |= GM_LINE_CHANGE;
  if (facts->roles & GM_ROLE_SHARE) bits |= GM_LINE_SHARE;
  if (facts->roles & GM_ROLE_QUOTE) bits |= GM_LINE_QUOTED;
  if (facts->quotes) bits |= GM_LINE_QUOTES;
  if (facts->pairs) bits |= GM_LINE_PAIRS;
  if (facts->runs_on) bits |= GM_LINE_RUNS_ON;
  if (facts->refers) bits |= GM_LINE_REFERS;
  if (facts->labels) bits |= GM_LINE_LABELS;
  if (facts->disclaims & GM_DISCLAIMS_ROUNDING) bits |= GM_LINE_DISCLAIMS;
  if (facts->disclaims & GM_DISCLAIMS_ANSWERS) bits |= GM_LINE_ANSWERS;
  if (facts->year) bits |= GM_LINE_YEAR;
  for (unsigned by = 0; by < GM_TWINS_WAYS; by++)
    if (facts->twin_end[by] > (by ? facts->twin_end[by - 1] : 0)) bits |= (uint32_t)GM_LINE_TWINS << by;
  return bits;
}

static const uint32_t *kinds_of(gm_memory *memory, const gm_line_facts *facts, size_t count) {
  gm_reserve(&memory->kinds, count + 1);
  for (size_t i = 0; i < count; i++) memory->kinds.items[i] = held(&facts[i]);
  return memory->kinds.items;
}

/* As gm_check_draft, after `outline_to_join`, which may be NULL, is joined. */
static void run(const gm_rule_set *set, const gm_draft *draft, gm_outline *outline_to_join, const gm_outline *outline,
                const gm_figures *figures, const gm_line_facts *facts, gm_memory *memory, gm_findings *out) {
  size_t count = set->draft_rules.count;
  for (unsigned i = 1; i < gm_team_workers(memory->team); i++)
    if (!memory->words[i]) memory->words[i] = gm_word_lists_new();
  if (memory->quiet) gm_quiet_begin(memory->quiet, draft, facts);
  job j = {.set = set,
           .memory = memory,
           .outline = outline_to_join,
           .check = {.draft = draft,
                     .outline = outline,
                     .figures = figures,
                     .facts = facts,
                     .kinds = kinds_of(memory, facts, draft->count),
                     .twins = memory->twins,
                     .quiet = memory->quiet,
                     .language = set->language,
                     .profile = set->profile},
           .found = gm_alloc(count * sizeof *j.found)};
  memset(j.found, 0, count * sizeof *j.found);
  j.check.title_year = gm_year_of_title(&j.check);
  for (size_t i = 0; i < count; i++) j.ways |= rule_at(&j, i)->twins;
  gm_latch_init(&j.outlined);
  gm_parallel(memory->team, 1 + count + GM_TWINS_WAYS + count, run_first, &j);
  gm_latch_free(&j.outlined);
  size_t shares = 0;
  for (gm_twins_by by = 0; by < GM_TWINS_WAYS; by++) shares += shares_of(&j, by);
  gm_parallel(memory->team, shares, run_judging, &j);
  gm_parallel(memory->team, count, run_last, &j);
  for (size_t i = 0; i < count; i++) {
    gm_findings_append(out, &j.found[i], 0);
    gm_findings_free(&j.found[i]);
  }
  free(j.found);
  if (!out->list.count) return;
  gm_findings_sort(out);
  gm_findings_fingerprint(out, 0, draft->lines, draft->count);
}

void gm_join_draft(const gm_rule_set *set, const gm_draft *draft, gm_outline *outline, const gm_figures *figures,
                   const gm_line_facts *facts, gm_memory *memory, gm_findings *out) {
  run(set, draft, outline, outline, figures, facts, memory, out);
}

void gm_check_draft(const gm_rule_set *set, const gm_draft *draft, const gm_outline *outline, const gm_figures *figures,
                    const gm_line_facts *facts, gm_memory *memory, gm_findings *out) {
  gm_memory own = memory ? (gm_memory){.team = NULL} : gm_memory_new();
  run(set, draft, NULL, outline, figures, facts, memory ? memory : &own, out);
  gm_memory_free(&own);
}
