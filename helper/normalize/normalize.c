#include "normalize/normalize.h"

#include <stdlib.h>

const gm_pass gm_passes[] = {{"NRM-04", GM_PASS_DEFAULT, "半角逗号", "half-width comma", "甲,乙", "甲，乙", "17,100", NULL}};
const uint16_t gm_pass_count = sizeof gm_passes / sizeof *gm_passes;

struct gm_normalizer {
  gm_view view;
};

int gm_pass_find(gm_text id) {
  for (int i = 0; i < gm_pass_count; i++)
    if (strlen(gm_passes[i].id) == id.len && !memcmp(gm_passes[i].id, id.ptr, id.len)) return i;
  return -1;
}

uint64_t gm_passes_default(void) {
  uint64_t mask = 0;
  for (int i = 0; i < gm_pass_count; i++)
    if (gm_passes[i].run == GM_PASS_DEFAULT) mask |= (uint64_t)1 << i;
  return mask;
}

gm_normalizer *gm_normalizer_new(void) {
  gm_normalizer *normalizer = gm_alloc(sizeof *normalizer);
  memset(normalizer, 0, sizeof *normalizer);
  return normalizer;
}

void gm_normalizer_free(gm_normalizer *normalizer) {
  if (!normalizer) return;
  gm_view_free(&normalizer->view);
  free(normalizer);
}

void gm_normalize(gm_normalizer *normalizer, const gm_draft *draft, gm_pinyin_mode pinyin, size_t first, size_t last,
                  const gm_normalize_options *options, gm_edits *out) {
  (void)normalizer;
  (void)draft;
  (void)pinyin;
  (void)first;
  (void)last;
  (void)options;
  (void)out;
}
