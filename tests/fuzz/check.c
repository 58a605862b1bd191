/* All rules, hints included, over any bytes: findings are sorted and inside the text, and so are their fixes. */
#include "one_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!size) return 0;
  static const uint8_t profiles[] = {GM_PROFILE_NEWS, GM_PROFILE_GONGWEN, GM_PROFILE_TW, GM_PROFILE_NONE};
  gm_rule_set rules;
  gm_rule_set_init(&rules, profiles[data[0] & 3], data[0] & 4 ? GM_ENGLISH : GM_CHINESE);
  for (uint16_t i = 0; i < gm_rule_count; i++)
    if (gm_rules[i].severity == GM_SEVERITY_HINT) gm_rule_set_severity(&rules, i, GM_SEVERITY_HINT);
  gm_rule_set_ready(&rules);
  fuzz_lines lines = {0};
  fuzz_split((const char *)data + 1, size - 1, &lines);
  gm_document *document = fuzz_document(&rules, &lines);
  const gm_findings *findings = gm_document_findings(document);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *finding = &findings->list.items[i];
    FUZZ_ASSERT(fuzz_inside(&lines, finding->start) && fuzz_inside(&lines, finding->end));
    FUZZ_ASSERT(gm_position_compare(finding->start, finding->end) <= 0);
    FUZZ_ASSERT(!i || gm_position_compare(finding[-1].start, finding->start) <= 0);
    FUZZ_ASSERT(finding->message + finding->message_len <= findings->text.count);
    for (uint32_t f = 0; f < finding->fix_count; f++) {
      const gm_edit *edit = &findings->fixes.list.items[finding->fix + f];
      FUZZ_ASSERT(fuzz_inside(&lines, edit->start) && fuzz_inside(&lines, edit->end));
    }
  }
  gm_document_free(document);
  gm_array_free(&lines);
  gm_rule_set_free(&rules);
  return 0;
}
