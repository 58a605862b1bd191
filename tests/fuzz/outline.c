/* The outline of any bytes: sections in order, nested, inside the text. */
#include "one_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  fuzz_lines lines = {0};
  fuzz_split((const char *)data, size, &lines);
  gm_document *document = fuzz_document(&rules, &lines);
  const gm_outline *outline = gm_document_outline(document);
  gm_buffer title = {0};
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *section = &outline->sections.items[i];
    FUZZ_ASSERT(fuzz_inside(&lines, section->start) && fuzz_inside(&lines, section->end));
    FUZZ_ASSERT(gm_position_compare(section->start, section->end) <= 0);
    FUZZ_ASSERT(!i || gm_position_compare(section[-1].start, section->start) <= 0);
    FUZZ_ASSERT(section->parent == GM_NO_SECTION || section->parent < i);
    title.count = 0;
    gm_section_title(section, lines.items, gm_document_pinyin(document), &title);
    FUZZ_ASSERT(gm_outline_at(outline, section->start) != GM_NO_SECTION);
  }
  gm_array_free(&title);
  gm_document_free(document);
  gm_array_free(&lines);
  gm_rule_set_free(&rules);
  return 0;
}
