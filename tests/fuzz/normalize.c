/* Normalization of any bytes: its edits are sorted, inside the text, and a second run finds nothing to do. */
#include "one_document.h"

#define HEADER 8 /* bytes that choose the passes and the profile */

static void normalize(const gm_rule_set *rules, const char *bytes, size_t size, const gm_normalize_options *options,
                      gm_buffer *out) {
  fuzz_lines lines = {0};
  fuzz_split(bytes, size, &lines);
  gm_document *document = fuzz_document(rules, &lines);
  gm_normalizer *normalizer = gm_normalizer_new();
  gm_edits edits = {0};
  gm_normalize(normalizer, gm_document_draft(document), gm_document_pinyin(document), 0, lines.count, options, &edits);
  for (size_t i = 0; i < edits.list.count; i++) {
    const gm_edit *edit = &edits.list.items[i];
    FUZZ_ASSERT(fuzz_inside(&lines, edit->start) && fuzz_inside(&lines, edit->end));
    FUZZ_ASSERT(gm_position_compare(edit->start, edit->end) <= 0);
    FUZZ_ASSERT(!i || gm_position_compare(edits.list.items[i - 1].end, edit->start) <= 0);
  }
  gm_edits_apply(&edits, lines.items, lines.count, out);
  gm_edits_free(&edits);
  gm_normalizer_free(normalizer);
  gm_document_free(document);
  gm_array_free(&lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < HEADER) return 0;
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  uint64_t mask = 0;
  for (int i = 0; i < HEADER - 1; i++) mask = mask << 8 | data[i];
  uint8_t choice = data[HEADER - 1];
  gm_normalize_options options = {
      .passes = choice & 1 ? mask & (((uint64_t)1 << gm_pass_count) - 1) : gm_passes_default(),
      .profile = choice & 2 ? GM_PROFILE_TW : GM_PROFILE_NEWS,
      .spacing = choice & 4 ? GM_SPACING_ADD : GM_SPACING_REMOVE,
      .no_indent = choice & 8};
  gm_buffer once = {0}, twice = {0};
  normalize(&rules, (const char *)data + HEADER, size - HEADER, &options, &once);
  normalize(&rules, once.items ? once.items : "", once.count, &options, &twice);
  FUZZ_ASSERT(once.count == twice.count && (!once.count || !memcmp(once.items, twice.items, once.count)));
  gm_array_free(&once);
  gm_array_free(&twice);
  gm_rule_set_free(&rules);
  return 0;
}
