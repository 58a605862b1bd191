#include "normalize/normalize.h"

#include <stdlib.h>

#include "normalize/compose.h"
#include "normalize/convert.h"
#include "normalize/lines.h"

/* A line is passed over until nothing changes, so that its result is a fixed point. More rounds than this (two do for
 * real text) mean that passes undo each other: the line is then left as it is. */
#define ROUNDS_MAX 8

struct gm_normalizer {
  gm_pass_context context;
};

gm_normalizer *gm_normalizer_new(void) {
  gm_normalizer *normalizer = gm_alloc(sizeof *normalizer);
  memset(normalizer, 0, sizeof *normalizer);
  return normalizer;
}

void gm_normalizer_free(gm_normalizer *normalizer) {
  if (!normalizer) return;
  gm_pass_context *c = &normalizer->context;
  gm_array_free(&c->cells);
  gm_array_free(&c->spare);
  gm_array_free(&c->insertions);
  gm_array_free(&c->encoded);
  gm_array_free(&c->found);
  gm_array_free(&c->readings);
  gm_converter_close(c->converter);
  free(normalizer);
}

static uint32_t wanted_triggers(uint64_t passes) {
  uint32_t triggers = 0;
  for (int i = 0; i < gm_pass_count; i++)
    if (passes >> i & 1) triggers |= gm_passes[i].triggers;
  return triggers;
}

static void run_passes(gm_pass_context *c) {
  for (int i = 0; i < gm_pass_count; i++) {
    const gm_pass *pass = &gm_passes[i];
    if (!(c->options->passes >> i & 1) || !pass->apply || !(c->has & pass->triggers)) continue;
    c->rule = (uint8_t)(i + 1);
    pass->apply(c);
    gm_cells_settle(c);
  }
}

static void normalize_line(gm_pass_context *c, uint32_t triggers, gm_edits *out) {
  uint32_t always = GM_HAS_ANYTHING | (c->pinyin == GM_PINYIN_KEEP ? 0 : GM_HAS_PINYIN);
  gm_cells_load(c);
  for (int round = 0; round < ROUNDS_MAX; round++) {
    c->changed = false;
    gm_cells_protect(c);
    run_passes(c);
    if (!c->changed) {
      gm_cells_edits(c, out);
      return;
    }
    gm_cells_encode(c);
    c->has = gm_line_has((gm_text){c->encoded.items, c->encoded.count}) | always;
    if (!(c->has & triggers & ~always) && !(c->options->passes & gm_passes_opt_in())) {
      gm_cells_edits(c, out);
      return;
    }
  }
}

/* Does the draft have Markdown headings or fences, which no pass can take away? Asked when a line ends in blanks. */
static bool looks_like_markdown(const gm_draft *draft) {
  for (size_t i = 0; i < draft->count; i++) {
    gm_text line = draft->lines[i];
    size_t hashes = 0;
    while (hashes < line.len && line.ptr[hashes] == '#') hashes++;
    if (hashes && hashes <= 6 && hashes < line.len) return true;
    if (line.len >= 3 && !memcmp(line.ptr, "```", 3)) return true;
  }
  return false;
}

/* Takes back the edits of a line that a join covers: those in the blanks at its end or in its indent. */
static void drop_edits(gm_edits *out, size_t from, uint32_t indent, uint32_t end) {
  size_t kept = from;
  for (size_t i = from; i < out->list.count; i++) {
    gm_edit edit = out->list.items[i];
    if (edit.start.byte >= end || edit.end.byte < indent || (indent && edit.end.byte == indent)) continue;
    if (edit.start.byte < indent) edit.start.byte = indent;
    if (edit.end.byte > end) edit.end.byte = end;
    out->list.items[kept++] = edit;
  }
  out->list.count = kept;
}

static void normalize_text(gm_pass_context *c, size_t i, uint32_t triggers, gm_edits *out) {
  c->line = (uint32_t)i;
  c->raw = c->draft->lines[i];
  c->has = gm_line_has(c->raw) | (c->raw.len ? GM_HAS_ANYTHING : 0);
  if (c->pinyin != GM_PINYIN_KEEP && c->draft->looks[i].pinyin_sites) c->has |= GM_HAS_PINYIN;
  if (!(c->has & triggers)) return;
  if (c->has & GM_HAS_TRAILING && c->markdown < 0) c->markdown = looks_like_markdown(c->draft);
  normalize_line(c, triggers, out);
}

/* The range with the passes that delete and join lines. */
static void normalize_lines(gm_pass_context *c, size_t first, size_t last, uint32_t triggers, gm_edits *out) {
  const gm_draft *draft = c->draft;
  uint8_t *fates = gm_alloc(last - first), join = (uint8_t)(1 + gm_pass_find(GM_TEXT("NRM-32")));
  gm_lines_plan(draft, first, last, c->options->passes, c->pinyin, fates);
  size_t tail = gm_lines_tail(draft, first, last, fates);
  for (size_t i = first; i < last;) {
    uint8_t fate = fates[i - first];
    if (fate && fate != GM_FATE_JOIN) {
      size_t end = i;
      while (end < last && fates[end - first] == fate) end++;
      gm_lines_delete(draft, first, i, end, i >= tail, fate, out);
      i = end;
      continue;
    }
    size_t from = out->list.count;
    bool joined = i > first && fates[i - 1 - first] == GM_FATE_JOIN;
    c->joined = joined;
    normalize_text(c, i, triggers, out);
    if (joined || fate)
      drop_edits(out, from, joined ? draft->looks[i].indent : 0, fate ? gm_line_text_end(draft->lines[i]) : UINT32_MAX);
    if (fate) gm_lines_join(draft, i, join, out);
    i++;
  }
  free(fates);
}

/* The text that edits make, read as the document would read it. */
typedef struct reading {
  gm_buffer text;
  GM_ARRAY(gm_text) lines;
  GM_ARRAY(gm_look) looks;
  GM_ARRAY(gm_line_class) classes;
  GM_ARRAY(gm_markers) markers;
  gm_draft draft;
} reading;

static void free_reading(reading *r) {
  for (size_t i = 0; i < r->markers.count; i++) free(r->markers.items[i].items);
  gm_array_free(&r->text);
  gm_array_free(&r->lines);
  gm_array_free(&r->looks);
  gm_array_free(&r->classes);
  gm_array_free(&r->markers);
}

static void read_result(reading *r, const gm_draft *draft, const gm_edits *edits, gm_pinyin_mode pinyin) {
  memset(r, 0, sizeof *r);
  gm_edits_apply(edits, draft->lines, draft->count, &r->text);
  gm_view view = {0};
  gm_marker_array found = {0};
  const char *p = r->text.count ? r->text.items : "", *end = p + r->text.count;
  for (;;) {
    const char *stop = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
    gm_text line = {p, (size_t)((stop ? stop : end) - p)};
    *gm_push(&r->lines) = line;
    gm_view_make(&view, line, pinyin);
    gm_look_make(gm_push(&r->looks), &view);
    found.count = 0;
    gm_markers_scan(&view, &found);
    gm_markers *markers = gm_push(&r->markers);
    markers->count = (uint32_t)found.count;
    if (found.count) markers->items = gm_copy(found.items, found.count * sizeof *found.items);
    gm_push(&r->classes);
    if (!stop) break;
    p = stop + 1;
  }
  gm_kinds_join(r->looks.items, r->lines.count, r->classes.items, NULL);
  r->draft = (gm_draft){r->lines.count, r->lines.items, r->looks.items, r->classes.items, r->markers.items};
  gm_array_free(&found);
  gm_view_free(&view);
}

/* Lines that were joined or deleted may call for more: the passes run on their own result until it stands. */
static void normalize_until_still(gm_pass_context *c, size_t first, size_t last, uint32_t triggers, gm_edits *out) {
  const gm_draft *draft = c->draft;
  gm_edits all = {0};
  normalize_lines(c, first, last, triggers, &all);
  for (int round = 0; round < ROUNDS_MAX && all.list.count; round++) {
    reading r;
    gm_edits more = {0}, both = {0};
    read_result(&r, draft, &all, c->pinyin);
    c->draft = &r.draft;
    c->markdown = -1;
    size_t end = r.draft.count + last < draft->count + first ? first : r.draft.count + last - draft->count;
    if (first < end) normalize_lines(c, first, end, triggers, &more);
    bool still = !more.list.count;
    if (!still) {
      gm_edits_compose(draft->lines, draft->count, &all, &more, &both);
      gm_edits_free(&all);
      all = both;
    }
    gm_edits_free(&more);
    free_reading(&r);
    c->draft = draft;
    if (still) break;
  }
  for (size_t i = 0; i < all.list.count; i++) {
    const gm_edit *edit = &all.list.items[i];
    gm_edits_add(out, edit->start, edit->end, gm_edits_text(&all, edit), edit->rule);
  }
  gm_edits_free(&all);
}

void gm_normalize(gm_normalizer *normalizer, const gm_draft *draft, gm_pinyin_mode pinyin, size_t first, size_t last,
                  const gm_normalize_options *options, gm_edits *out) {
  gm_pass_context *c = &normalizer->context;
  c->draft = draft;
  c->options = options;
  c->pinyin = pinyin;
  c->markdown = -1;
  c->convert_failed = c->joined = false;
  if (last > draft->count) last = draft->count;
  if (first >= last) return;
  uint32_t triggers = wanted_triggers(options->passes);
  if (options->passes & gm_passes_of_lines())
    normalize_until_still(c, first, last, triggers, out);
  else
    for (size_t i = first; i < last; i++) normalize_text(c, i, triggers, out);
}

const char *gm_normalizer_problem(const gm_normalizer *normalizer, gm_language language) {
  if (!normalizer->context.convert_failed) return NULL;
#ifdef GANGMU_HAVE_OPENCC
  return language == GM_ENGLISH ? "OpenCC has no such configuration installed" : "没有安装这个 OpenCC 配置";
#else
  return language == GM_ENGLISH ? "built without OpenCC" : "编译时没有 OpenCC";
#endif
}
