#include "normalize/normalize.h"

#include <stdlib.h>

#include "normalize/pass.h"

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

void gm_normalize(gm_normalizer *normalizer, const gm_draft *draft, gm_pinyin_mode pinyin, size_t first, size_t last,
                  const gm_normalize_options *options, gm_edits *out) {
  gm_pass_context *c = &normalizer->context;
  c->draft = draft;
  c->options = options;
  c->pinyin = pinyin;
  uint32_t triggers = wanted_triggers(options->passes);
  int markdown = -1;
  for (size_t i = first; i < last && i < draft->count; i++) {
    c->line = (uint32_t)i;
    c->raw = draft->lines[i];
    c->has = gm_line_has(c->raw) | (c->raw.len ? GM_HAS_ANYTHING : 0);
    if (pinyin != GM_PINYIN_KEEP && draft->looks[i].pinyin_sites) c->has |= GM_HAS_PINYIN;
    if (!(c->has & triggers)) continue;
    if (c->has & GM_HAS_TRAILING && markdown < 0) markdown = looks_like_markdown(draft);
    c->markdown = markdown > 0;
    normalize_line(c, triggers, out);
  }
}
