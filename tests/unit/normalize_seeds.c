/* Five drafts of the annotated set, when it lies beside the source: the edits of each rule are counted, and what must
 * stay stays. Skips where the set is not present. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/document.h"

#define SKIPPED 77 /* what ctest takes for a skipped test */

static char *content;
static GM_ARRAY(gm_text) lines;
static gm_rule_set rules;
static gm_document *document;
static gm_edits edits;
static gm_buffer result;

static bool read_draft(int number) {
  static const char folder[] = "/../../../shared/eval/docs/seed0.txt";
  char path[1024];
  const char *slash = strrchr(__FILE__, '/');
  size_t n = slash ? (size_t)(slash - __FILE__) : 0;
  if (n + sizeof folder > sizeof path) return false;
  memcpy(path, __FILE__, n);
  memcpy(path + n, folder, sizeof folder);
  path[n + sizeof folder - sizeof "0.txt"] = (char)('0' + number);
  FILE *file = fopen(path, "rb");
  if (!file) return false;
  size_t capacity = 1 << 20;
  free(content);
  content = gm_alloc(capacity);
  size_t length = fread(content, 1, capacity, file);
  fclose(file);
  lines.count = 0;
  for (char *p = content, *end = content + length; p < end;) {
    char *stop = memchr(p, '\n', (size_t)(end - p));
    if (!stop) stop = end;
    *gm_push(&lines) = (gm_text){p, (size_t)(stop - p)};
    p = stop + 1;
  }
  gm_document_free(document);
  document = gm_document_new(&rules);
  gm_document_splice(document, 0, 0, lines.items, lines.count, true);
  gm_document_join(document);
  gm_normalizer *normalizer = gm_normalizer_new();
  gm_normalize_options options = {.passes = gm_passes_default(), .profile = GM_PROFILE_NEWS};
  gm_edits_clear(&edits);
  gm_normalize(normalizer, gm_document_draft(document), gm_document_pinyin(document), 0, lines.count, &options, &edits);
  gm_normalizer_free(normalizer);
  result.count = 0;
  gm_edits_apply(&edits, lines.items, lines.count, &result);
  return true;
}

static size_t count_edits(const char *rule) {
  size_t count = 0;
  for (size_t i = 0; i < edits.list.count; i++) count += !strcmp(edits.list.items[i].rule, rule);
  return count;
}

static size_t occurrences(const gm_buffer *text, const char *word) {
  size_t count = 0, n = strlen(word);
  for (size_t i = 0; i + n <= text->count; i++) count += !memcmp(text->items + i, word, n);
  return count;
}

static size_t raw_occurrences(const char *word) {
  gm_buffer raw = {0};
  gm_edits nothing = {0};
  gm_edits_apply(&nothing, lines.items, lines.count, &raw);
  size_t count = occurrences(&raw, word);
  gm_array_free(&raw);
  return count;
}

/* Lines (from 1) that deletion would take, 0 ends the list. */
static void expect_dropped(const int *want) {
  const gm_draft *draft = gm_document_draft(document);
  for (size_t i = 0; i < draft->count; i++) {
    bool drop = *want == (int)i + 1;
    if (drop) want++;
    if (draft->classes[i].keep == drop) fail_msg("line %zu is %s", i + 1, drop ? "kept" : "dropped");
  }
  assert_int_equal(*want, 0);
}

static void expect_field(size_t line, uint32_t field) {
  const gm_line_class *line_class = &gm_document_draft(document)->classes[line - 1];
  assert_true(line_class->keep);
  assert_true(line_class->fields & field);
}

static void only_the_head_changes_in_seed0(void **state) {
  (void)state;
  assert_true(read_draft(0));
  assert_int_equal(count_edits("NRM-06"), 4);
  assert_int_equal(count_edits("NRM-21"), 3);
  assert_int_equal(edits.list.count, 7);
  for (size_t i = 0; i < edits.list.count; i++) assert_in_range(edits.list.items[i].end.line, 0, 3);
  expect_dropped((const int[]){3, 4, 0});
  expect_field(1, GM_FIELD_TITLE);
  expect_field(2, GM_FIELD_DATE);
}

static void marks_are_widened_in_seed1(void **state) {
  (void)state;
  assert_true(read_draft(1));
  assert_int_equal(count_edits("NRM-04"), 147);
  assert_int_equal(count_edits("NRM-05"), 3);
  assert_int_equal(count_edits("NRM-06"), 7);
  assert_int_equal(count_edits("NRM-13"), 1);
  assert_int_equal(count_edits("NRM-21"), 1);
  assert_int_equal(edits.list.count, 159);
  assert_int_equal(occurrences(&result, "16:13"), 1);
  assert_int_equal(occurrences(&result, "—"), raw_occurrences("—"));
  assert_int_equal(occurrences(&result, " "), raw_occurrences(" ") - 1);
  expect_dropped((const int[]){1, 2, 52, 54, 56, 0});
  for (size_t line = 48; line <= 50; line++) expect_field(line, GM_FIELD_AUTHOR | GM_FIELD_PHOTO | GM_FIELD_EDITOR);
  expect_field(6, GM_FIELD_DATE);
}

static void brackets_and_a_blank_line_in_seed2(void **state) {
  (void)state;
  assert_true(read_draft(2));
  assert_int_equal(count_edits("NRM-04"), 74);
  assert_int_equal(count_edits("NRM-06"), 5);
  assert_int_equal(count_edits("NRM-10"), 12);
  assert_int_equal(count_edits("NRM-21"), 1);
  assert_int_equal(count_edits("NRM-22"), 1);
  assert_int_equal(edits.list.count, 93);
  assert_int_equal(occurrences(&result, "”"), raw_occurrences("”"));
  expect_dropped((const int[]){1, 2, 3, 4, 0});
  expect_field(8, GM_FIELD_DATE);
}

static void pinyin_goes_in_seed3(void **state) {
  (void)state;
  assert_true(read_draft(3));
  assert_int_equal(count_edits("NRM-02"), 549);
  assert_int_equal(count_edits("NRM-04"), 58);
  assert_int_equal(count_edits("NRM-05"), 2);
  assert_int_equal(count_edits("NRM-10"), 2);
  assert_int_equal(edits.list.count, 611);
  assert_int_equal(occurrences(&result, "（BTX）"), 1);
  assert_int_equal(occurrences(&result, "("), 0);
  assert_true(occurrences(&result, "PPT") > 0);
  expect_dropped((const int[]){0});
}

static void mojibake_stays_in_seed4(void **state) {
  (void)state;
  assert_true(read_draft(4));
  assert_int_equal(count_edits("NRM-02"), 208);
  assert_int_equal(count_edits("NRM-04"), 99);
  assert_int_equal(count_edits("NRM-05"), 0);
  assert_int_equal(count_edits("NRM-06"), 6);
  assert_int_equal(count_edits("NRM-07"), 0);
  assert_int_equal(raw_occurrences("\xC2\xA0"), 24);
  assert_int_equal(occurrences(&result, "\xC2\xA0"), 0);
  assert_int_equal(occurrences(&result, "?;"), 1);
  assert_int_equal(occurrences(&result, "10+59"), raw_occurrences("10+59"));
  assert_int_equal(occurrences(&result, "15:23:00"), raw_occurrences("15:23:00"));
  assert_int_equal(occurrences(&result, "黨"), raw_occurrences("黨"));
  expect_dropped((const int[]){1, 4, 38, 0});
  expect_field(3, GM_FIELD_SOURCE);
  expect_field(39, GM_FIELD_SOURCE);

  const gm_findings *findings = gm_document_findings(document);
  int rule = gm_rule_find(GM_TEXT("NRM-01")), found = 0;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *finding = &findings->list.items[i];
    if (finding->rule != rule) continue;
    found++;
    assert_int_equal(finding->start.line, 19);
    assert_true(finding->suggestion_len > 0);
    assert_int_equal(finding->fix_count, 0);
  }
  assert_int_equal(found, 1);
}

static void a_second_run_finds_nothing(void **state) {
  (void)state;
  for (int seed = 0; seed < 5; seed++) {
    assert_true(read_draft(seed));
    free(content);
    content = NULL;
    gm_buffer once = result;
    memset(&result, 0, sizeof result);
    lines.count = 0;
    for (char *p = once.items, *end = p + once.count; p <= end;) {
      char *stop = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
      if (!stop) stop = end;
      *gm_push(&lines) = (gm_text){p, (size_t)(stop - p)};
      p = stop + 1;
    }
    gm_document *again = gm_document_new(&rules);
    gm_document_splice(again, 0, 0, lines.items, lines.count, true);
    gm_document_join(again);
    gm_normalizer *normalizer = gm_normalizer_new();
    gm_normalize_options options = {.passes = gm_passes_default(), .profile = GM_PROFILE_NEWS};
    gm_edits_clear(&edits);
    gm_normalize(normalizer, gm_document_draft(again), gm_document_pinyin(again), 0, lines.count, &options, &edits);
    assert_int_equal(edits.list.count, 0);
    gm_normalizer_free(normalizer);
    gm_document_free(again);
    gm_array_free(&once);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(only_the_head_changes_in_seed0),
      cmocka_unit_test(marks_are_widened_in_seed1),
      cmocka_unit_test(brackets_and_a_blank_line_in_seed2),
      cmocka_unit_test(pinyin_goes_in_seed3),
      cmocka_unit_test(mojibake_stays_in_seed4),
      cmocka_unit_test(a_second_run_finds_nothing),
  };
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  if (!read_draft(0)) {
    puts("skipped: the annotated drafts are not beside the source");
    return SKIPPED;
  }
  int failed = cmocka_run_group_tests_name("normalize_seeds", tests, NULL, NULL);
  gm_document_free(document);
  gm_edits_free(&edits);
  gm_array_free(&result);
  gm_array_free(&lines);
  gm_rule_set_free(&rules);
  free(content);
  return failed;
}
