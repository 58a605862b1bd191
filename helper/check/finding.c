#include "check/finding.h"

#include <stdlib.h>

void gm_findings_clear(gm_findings *findings) {
  findings->list.count = findings->related.count = findings->text.count = 0;
  gm_edits_clear(&findings->fixes);
}

void gm_findings_free(gm_findings *findings) {
  gm_array_free(&findings->list);
  gm_array_free(&findings->related);
  gm_array_free(&findings->text);
  gm_edits_free(&findings->fixes);
}

void gm_findings_append(gm_findings *to, const gm_findings *from, uint32_t line) {
  uint32_t text = (uint32_t)to->text.count, related = (uint32_t)to->related.count;
  uint32_t fix = (uint32_t)to->fixes.list.count;
  for (size_t i = 0; i < from->list.count; i++) {
    gm_finding *f = gm_push(&to->list);
    *f = from->list.items[i];
    f->start.line += line;
    f->end.line += line;
    f->message += text;
    f->suggestion += text;
    f->replacement += text;
    f->related += related;
    f->fix += fix;
  }
  for (size_t i = 0; i < from->related.count; i++) {
    gm_related *r = gm_push(&to->related);
    *r = from->related.items[i];
    r->start.line += line;
    r->end.line += line;
    r->message += text;
  }
  for (size_t i = 0; i < from->fixes.list.count; i++) {
    const gm_edit *e = &from->fixes.list.items[i];
    gm_edits_add(&to->fixes, (gm_position){e->start.line + line, e->start.byte},
                 (gm_position){e->end.line + line, e->end.byte}, gm_edits_text(&from->fixes, e), e->rule);
  }
  gm_buffer_add(&to->text, from->text.items, from->text.count);
}

static int compare_findings(const gm_finding *x, const gm_finding *y) {
  int order = gm_position_compare(x->start, y->start);
  if (order) return order;
  if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
  if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
  return gm_position_compare(x->end, y->end);
}

/* Merge sort of neighbours, bottom up: stable, and n steps on a list that is sorted already. */
void gm_findings_sort(gm_findings *findings) {
  size_t n = findings->list.count, run = 1;
  gm_finding *items = findings->list.items;
  for (size_t i = 1; i < n && compare_findings(&items[i - 1], &items[i]) <= 0; i++) run = i + 1;
  if (run >= n) return;
  gm_finding *spare = gm_alloc(n * sizeof *spare), *from = items, *to = spare;
  for (size_t width = 1; width < n; width *= 2) {
    for (size_t start = 0; start < n; start += 2 * width) {
      size_t middle = start + width < n ? start + width : n, end = middle + width < n ? middle + width : n;
      size_t left = start, right = middle;
      for (size_t i = start; i < end; i++)
        to[i] = left < middle && (right >= end || compare_findings(&from[left], &from[right]) <= 0) ? from[left++]
                                                                                                    : from[right++];
    }
    gm_finding *swap = from;
    from = to;
    to = swap;
  }
  if (from != items) memcpy(items, from, n * sizeof *items);
  free(spare);
}

void gm_findings_append_one(gm_findings *to, const gm_findings *from, size_t index) {
  const gm_finding *old = &from->list.items[index];
  gm_finding *f = gm_push(&to->list);
  *f = *old;
  f->message = (uint32_t)to->text.count;
  gm_buffer_add(&to->text, from->text.items + old->message, old->message_len);
  f->suggestion = (uint32_t)to->text.count;
  gm_buffer_add(&to->text, from->text.items + old->suggestion, old->suggestion_len);
  f->replacement = (uint32_t)to->text.count;
  gm_buffer_add(&to->text, from->text.items + old->replacement, old->replacement_len);
  f->related = (uint32_t)to->related.count;
  for (uint32_t i = 0; i < old->related_count; i++) {
    gm_related *r = gm_push(&to->related);
    *r = from->related.items[old->related + i];
    uint32_t message = r->message;
    r->message = (uint32_t)to->text.count;
    gm_buffer_add(&to->text, from->text.items + message, r->message_len);
  }
  f->fix = (uint32_t)to->fixes.list.count;
  for (uint32_t i = 0; i < old->fix_count; i++) {
    const gm_edit *e = &from->fixes.list.items[old->fix + i];
    gm_edits_add(&to->fixes, e->start, e->end, gm_edits_text(&from->fixes, e), e->rule);
  }
}
