#include "document/verdict.h"

#include <stdlib.h>

static int compare(const void *a, const void *b) {
  const gm_conflict *x = a, *y = b;
  return (x->line > y->line) - (x->line < y->line);
}

static void add(gm_conflicts *conflicts, gm_position start, gm_position end) {
  if (start.line == end.line) *gm_push(conflicts) = (gm_conflict){start.line, start.byte, end.byte};
}

/* Families of rules that hold figures against each other; the others are about how something is written. */
static bool compares_figures(const char *rule) {
  static const char *const families[] = {"AR-", "PCT-", "CNT-", "XR-", "DT-", "US-"};
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if (!strncmp(rule, families[i], strlen(families[i]))) return true;
  return false;
}

void gm_conflicts_gather(gm_conflicts *conflicts, const gm_findings *findings) {
  conflicts->count = 0;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (f->severity < GM_SEVERITY_WARNING || !compares_figures(gm_rules[f->rule].id)) continue;
    add(conflicts, f->start, f->end);
    for (uint32_t k = 0; k < f->related_count; k++) {
      const gm_related *r = &findings->related.items[f->related + k];
      add(conflicts, r->start, r->end);
    }
  }
  if (conflicts->count) qsort(conflicts->items, conflicts->count, sizeof(gm_conflict), compare);
}

size_t gm_conflicts_find(const gm_conflicts *conflicts, uint32_t line) {
  size_t low = 0, high = conflicts->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (conflicts->items[middle].line < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gm_verdict gm_conflicts_verdict(const gm_conflicts *conflicts, size_t next, uint32_t line, uint32_t start, uint32_t end,
                                bool verified) {
  for (; next < conflicts->count && conflicts->items[next].line == line; next++)
    if (conflicts->items[next].start < end && conflicts->items[next].end > start) return GM_VERDICT_CONFLICTING;
  return verified ? GM_VERDICT_VERIFIED : GM_VERDICT_NONE;
}

const char *gm_verdict_name(gm_verdict verdict) {
  static const char *const names[GM_VERDICT_COUNT] = {"unverifiable", "verified", "conflicting"};
  return names[verdict];
}
