/* The file of dismissals as any bytes: a row put in and taken out again leaves every line as it was. */
#include "one_document.h"

#include <stdlib.h>
#include <string.h>

#include "check/dismissal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool same(const gm_dismissal *a, const gm_dismissal *b) {
  return a->fingerprint == b->fingerprint && a->draft.len == b->draft.len && a->excerpt.len == b->excerpt.len;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gm_text content = {(const char *)data, size};
  gm_dismissals before = {0}, after = {0};
  gm_buffer with = {0}, without = {0};
  gm_dismissals_parse(&before, content);
  gm_dismissal row = {.fingerprint = 0x1234, .rule = GM_TEXT("AR-01"), .draft = GM_TEXT("m.txt"), .reason = content};
  gm_dismissals_with(&before, content, &row, &with);
  gm_dismissals_parse(&after, (gm_text){with.items, with.count});
  FUZZ_ASSERT(after.rows.count == before.rows.count + 1);
  FUZZ_ASSERT(after.bad.count == before.bad.count);
  size_t at = 0;
  while (at < before.rows.count && same(&before.rows.items[at], &after.rows.items[at]) &&
         after.rows.items[at].fingerprint != row.fingerprint)
    at++;
  FUZZ_ASSERT(after.rows.items[at].fingerprint == row.fingerprint);
  gm_dismissals_without(&after, (gm_text){with.items, with.count}, at, &without);
  /* The missing end of the last line is the only thing that may be added. */
  FUZZ_ASSERT(without.count >= size && without.count <= size + 1);
  FUZZ_ASSERT(!size || !memcmp(without.items, data, size));
  for (size_t i = 0; i < before.rows.count; i++) gm_dismissal_names(&before.rows.items[i], GM_TEXT("甲/m.txt"));
  gm_array_free(&with);
  gm_array_free(&without);
  gm_dismissals_free(&before);
  gm_dismissals_free(&after);
  return 0;
}
