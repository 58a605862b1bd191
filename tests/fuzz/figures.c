/* The figures of any bytes: in order and inside their lines. */
#include "one_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  fuzz_lines lines = {0};
  fuzz_split((const char *)data, size, &lines);
  gm_document *document = fuzz_document(&rules, &lines);
  const gm_figures *figures = gm_document_figures(document);
  for (size_t line = 0; line < lines.count; line++)
    for (uint32_t i = 0; i < figures[line].count; i++) {
      const gm_figure *figure = &figures[line].items[i];
      FUZZ_ASSERT(figure->start <= figure->end && figure->end <= lines.items[line].len);
      FUZZ_ASSERT(!i || figure[-1].start <= figure->start);
    }
  gm_document_free(document);
  gm_array_free(&lines);
  gm_rule_set_free(&rules);
  return 0;
}
