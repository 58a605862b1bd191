#include <stdlib.h>

#include "golden.h"

/* Beyond this many lines taking each out and putting it back would make a test slow. */
#define REINSERT_LINES 200u

/* All that a document says, as one text: two documents are equal when these are. */
static void tell(const gm_document *document, gm_buffer *out) {
  const gm_draft *draft = gm_document_draft(document);
  gm_writer writer;
  gm_render render;
  out->count = 0;
  gm_writer_init(&writer, GM_WIRE_JSON, out);
  gm_render_init(&render, &writer, draft->lines, draft->count, gm_document_pinyin(document));
  gm_write_array(&writer, 7);
  gm_write_integer(&writer, (int64_t)gm_document_words(document));
  gm_write_integer(&writer, gm_document_pinyin(document));
  gm_render_sections(&render, gm_document_outline(document));
  gm_render_figures(&render, draft, gm_document_figures(document));
  gm_render_findings(&render, gm_document_findings(document));
  gm_render_noise(&render, draft->classes, draft->count);
  gm_render_metadata(&render, draft, gm_document_outline(document));
  gm_render_free(&render);
}

static void compare(gm_golden *g, const gm_buffer *want, const gm_document *document, gm_buffer *got,
                    const char *what) {
  tell(document, got);
  size_t at = 0;
  while (at < want->count && at < got->count && want->items[at] == got->items[at]) at++;
  if (at == want->count && at == got->count) return;
  size_t from = at > 60 ? at - 60 : 0;
  golden_fail(g, "the law: %s differs from a fresh document\n    fresh: …%.*s\n    now:   …%.*s", what,
              (int)(want->count - from < 120 ? want->count - from : 120), want->items + from,
              (int)(got->count - from < 120 ? got->count - from : 120), got->items + from);
}

static gm_document *fresh_document(const gm_golden *g, const gm_draft *draft) {
  gm_document *document = gm_document_new(&g->rules);
  gm_document_splice(document, 0, 0, draft->lines, draft->count, false);
  gm_document_join(document);
  return document;
}

/* Takes each line out and puts it back; with `join` the results are made in between. */
static void reinsert(gm_golden *g, const gm_draft *draft, bool join, const gm_buffer *want, gm_buffer *got) {
  gm_document *document = fresh_document(g, draft);
  for (size_t i = 0; i < draft->count; i++) {
    gm_document_splice(document, i, i + 1, NULL, 0, false);
    if (join) gm_document_join(document);
    gm_document_splice(document, i, i, &draft->lines[i], 1, false);
    gm_document_join(document);
    size_t before = g->failures;
    compare(g, want, document, got, join ? "a line taken out, joined, put back" : "a line taken out and put back");
    if (g->failures != before) break;
  }
  gm_document_free(document);
}

static bool inside(const gm_draft *draft, gm_position p) {
  if (p.line == draft->count && !p.byte) return true;
  if (p.line >= draft->count || p.byte > draft->lines[p.line].len) return false;
  bool continues =
      p.byte < draft->lines[p.line].len && ((unsigned char)draft->lines[p.line].ptr[p.byte] & 0xC0) == 0x80;
  /* A stray continuation byte of invalid UTF-8 is a character of its own. */
  return !continues || p.byte == 0 || (unsigned char)draft->lines[p.line].ptr[p.byte - 1] < 0x80;
}

static void check_range(gm_golden *g, const gm_draft *draft, gm_position start, gm_position end, const char *what) {
  if (!inside(draft, start) || !inside(draft, end) || gm_position_compare(start, end) > 0)
    golden_fail(g, "the range of %s is bad: line %u byte %u to line %u byte %u", what, start.line + 1, start.byte,
                end.line + 1, end.byte);
}

static void check_ranges(gm_golden *g) {
  const gm_draft *draft = gm_document_draft(g->document);
  const gm_outline *outline = gm_document_outline(g->document);
  const gm_findings *findings = gm_document_findings(g->document);
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *s = &outline->sections.items[i];
    check_range(g, draft, s->start, s->end, "a section");
    check_range(g, draft, s->title, s->title_end, "a title");
  }
  for (uint32_t i = 0; i < draft->count; i++)
    for (uint32_t k = 0; k < gm_document_figures(g->document)[i].count; k++) {
      const gm_figure *f = &gm_document_figures(g->document)[i].items[k];
      check_range(g, draft, (gm_position){i, f->start}, (gm_position){i, f->end}, "a figure");
      check_range(g, draft, (gm_position){i, f->unit_start}, (gm_position){i, f->unit_end}, "a unit");
      check_range(g, draft, (gm_position){i, f->noun_start}, (gm_position){i, f->noun_end}, "a noun");
    }
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    check_range(g, draft, f->start, f->end, gm_rules[f->rule].id);
    for (uint32_t k = 0; k < f->related_count; k++)
      check_range(g, draft, findings->related.items[f->related + k].start, findings->related.items[f->related + k].end,
                  "a related place");
    for (uint32_t k = 0; k < f->fix_count; k++)
      check_range(g, draft, findings->fixes.list.items[f->fix + k].start, findings->fixes.list.items[f->fix + k].end,
                  "a fix");
  }
}

static size_t lines_of(const gm_draft *draft, const gm_buffer *text) {
  size_t lines = draft->count ? 1 : 0;
  for (size_t i = 0; i < text->count; i++) lines += text->items[i] == '\n';
  return lines;
}

static void check_normalization(gm_golden *g) {
  const gm_draft *draft = gm_document_draft(g->document);
  gm_edits edits = {0};
  gm_buffer once = {0}, twice = {0};
  golden_normalize(g, g->document, &edits, &once);
  for (size_t i = 0; i < edits.list.count; i++) {
    const gm_edit *e = &edits.list.items[i];
    check_range(g, draft, e->start, e->end, "an edit");
    if (i && gm_position_compare(edits.list.items[i - 1].end, e->start) > 0)
      golden_fail(g, "edits %zu and %zu overlap", i - 1, i);
  }
  gm_document *again = golden_document(&g->rules, (gm_text){once.items, once.count}, lines_of(draft, &once));
  gm_edits_clear(&edits);
  golden_normalize(g, again, &edits, &twice);
  if (once.count != twice.count || (once.count && memcmp(once.items, twice.items, once.count)))
    golden_fail(g, "normalization is not idempotent: %s changes its own result (line %u)",
                edits.list.count ? edits.list.items[0].rule : "?",
                edits.list.count ? edits.list.items[0].start.line + 1 : 0);
  gm_document_free(again);
  gm_edits_free(&edits);
  gm_array_free(&once);
  gm_array_free(&twice);
}

/* What a finding offers ends it: put in its place, the same rule is silent there. */
static void check_offers(gm_golden *g) {
  const gm_draft *draft = gm_document_draft(g->document);
  const gm_findings *findings = gm_document_findings(g->document);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (!f->replacement_len) continue;
    gm_edits edit = {0};
    gm_buffer text = {0};
    gm_edits_add(&edit, f->start, f->end, (gm_text){findings->text.items + f->replacement, f->replacement_len}, "");
    gm_edits_apply(&edit, draft->lines, draft->count, &text);
    gm_document *after = golden_document(&g->rules, (gm_text){text.items, text.count}, draft->count);
    const gm_findings *left = gm_document_findings(after);
    for (size_t k = 0; k < left->list.count; k++)
      if (left->list.items[k].rule == f->rule && !gm_position_compare(left->list.items[k].start, f->start))
        golden_fail(g, "what %s offers on line %u does not end it", gm_rules[f->rule].id, f->start.line + 1);
    gm_document_free(after);
    gm_edits_free(&edit);
    gm_array_free(&text);
  }
}

/* How often each rule speaks of a document. */
static unsigned *tally(const gm_document *document) {
  unsigned *counts = gm_alloc(gm_rule_count * sizeof *counts);
  const gm_findings *findings = gm_document_findings(document);
  memset(counts, 0, gm_rule_count * sizeof *counts);
  for (size_t i = 0; i < findings->list.count; i++) counts[findings->list.items[i].rule]++;
  return counts;
}

/* A fix removes its finding and makes no other, hints included; so applying it twice is applying it once. */
static void check_fixes(gm_golden *g) {
  const gm_draft *draft = gm_document_draft(g->document);
  gm_rule_set loud;
  gm_rule_set_init(&loud, g->profile, GM_CHINESE);
  gm_rule_set_hints(&loud);
  gm_rule_set_ready(&loud);
  gm_document *document = gm_document_new(&loud);
  gm_document_splice(document, 0, 0, draft->lines, draft->count, false);
  gm_document_join(document);
  const gm_findings *findings = gm_document_findings(document);
  unsigned *before = tally(document);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (!f->fix_count) continue;
    gm_edits edits = {0};
    gm_buffer text = {0};
    for (uint32_t k = 0; k < f->fix_count; k++) {
      const gm_edit *e = &findings->fixes.list.items[f->fix + k];
      if (k && gm_position_compare(e[-1].end, e->start) > 0) golden_fail(g, "edits of a fix of %s overlap", e->rule);
      gm_edits_add(&edits, e->start, e->end, gm_edits_text(&findings->fixes, e), e->rule);
    }
    gm_edits_apply(&edits, draft->lines, draft->count, &text);
    gm_document *fixed = golden_document(&loud, (gm_text){text.items, text.count}, lines_of(draft, &text));
    unsigned *after = tally(fixed);
    if (after[f->rule] >= before[f->rule])
      golden_fail(g, "the fix of %s at %u:%u does not remove it", gm_rules[f->rule].id, f->start.line + 1,
                  f->start.byte);
    for (uint16_t r = 0; r < gm_rule_count; r++)
      if (after[r] > before[r])
        golden_fail(g, "the fix of %s at %u:%u makes %s speak", gm_rules[f->rule].id, f->start.line + 1, f->start.byte,
                    gm_rules[r].id);
    free(after);
    gm_document_free(fixed);
    gm_edits_free(&edits);
    gm_array_free(&text);
  }
  free(before);
  gm_document_free(document);
  gm_rule_set_free(&loud);
}

void golden_law(gm_golden *g, bool fresh) {
  const gm_draft *draft = gm_document_draft(g->document);
  gm_buffer want = {0}, got = {0};
  gm_document *document = fresh_document(g, draft);
  tell(document, &want);
  gm_document_free(document);
  compare(g, &want, g->document, &got, "the document after its edits");
  if (fresh && draft->count <= REINSERT_LINES) {
    reinsert(g, draft, true, &want, &got);
    reinsert(g, draft, false, &want, &got);
  }
  check_ranges(g);
  check_offers(g);
  check_normalization(g);
  check_fixes(g);
  gm_array_free(&want);
  gm_array_free(&got);
}
