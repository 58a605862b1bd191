/* What a rule's row shows is true: its bad example is found by the rule, its good one and its near miss are not. An
 * example stands for a draft; " / " in it is a line break. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/document.h"

#define LINES_MAX 16

/* The lines of an example. */
static size_t split(const char *example, gm_text lines[LINES_MAX]) {
  size_t count = 0;
  for (const char *p = example; p;) {
    const char *stop = strstr(p, " / ");
    assert_in_range(count, 0, LINES_MAX - 1);
    lines[count++] = (gm_text){p, stop ? (size_t)(stop - p) : strlen(p)};
    p = stop ? stop + 3 : NULL;
  }
  return count;
}

/* Does the rule, and it alone, find anything in the example? */
static bool finds(uint16_t rule, const char *example) {
  gm_rule_set rules;
  gm_rule_set_init(&rules, gm_rules[rule].profiles & GM_PROFILE_NEWS ? GM_PROFILE_NEWS : GM_PROFILE_GONGWEN,
                   GM_CHINESE);
  for (uint16_t i = 0; i < gm_rule_count; i++) gm_rule_set_severity(&rules, i, GM_SEVERITY_OFF);
  gm_rule_set_severity(&rules, rule, (gm_severity)gm_rules[rule].severity);
  gm_rule_set_ready(&rules);
  gm_text lines[LINES_MAX];
  size_t count = split(example, lines);
  gm_document *document = gm_document_new(&rules);
  assert_true(gm_document_splice(document, 0, 0, lines, count, true));
  gm_document_join(document);
  bool found = gm_document_findings(document)->list.count > 0;
  gm_document_free(document);
  gm_rule_set_free(&rules);
  return found;
}

static void examples(void **state) {
  (void)state;
  size_t wrong = 0;
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    const gm_rule *rule = &gm_rules[i];
    assert_true(*rule->title_zh && *rule->title_en);
    /* Lost bytes make a poor example in a table; mojibake has a test of its own. */
    if (!strcmp(rule->id, "NRM-01")) continue;
    if (!finds(i, rule->bad)) print_error("%s does not find: %s\n", rule->id, rule->bad), wrong++;
    if (finds(i, rule->good)) print_error("%s finds: %s\n", rule->id, rule->good), wrong++;
    if (finds(i, rule->near_miss)) print_error("%s finds: %s\n", rule->id, rule->near_miss), wrong++;
  }
  assert_int_equal(wrong, 0);
}

/* A pass alone makes of its `before` its `after`, and leaves that as it is. What deletes lines leaves a draft that has
 * no others. */
static void passes(void **state) {
  (void)state;
  size_t wrong = 0;
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  gm_normalizer *normalizer = gm_normalizer_new();
  for (uint16_t i = 0; i < gm_pass_count; i++) {
    const gm_pass *pass = &gm_passes[i];
    assert_true(*pass->title_zh && *pass->title_en);
    if (pass->run == GM_PASS_REPORT || !*pass->after) continue;
    const char *inputs[] = {pass->before, pass->after};
    for (int k = 0; k < 2; k++) {
      gm_text lines[LINES_MAX], wanted[LINES_MAX];
      size_t count = split(inputs[k], lines), left = split(pass->after, wanted);
      gm_document *document = gm_document_new(&rules);
      assert_true(gm_document_splice(document, 0, 0, lines, count, true));
      gm_document_join(document);
      gm_normalize_options options = {.passes = UINT64_C(1) << i, .profile = GM_PROFILE_NEWS, .convert = "t2s"};
      gm_edits edits = {0}, none = {0};
      gm_buffer out = {0}, expected = {0};
      gm_normalize(normalizer, gm_document_draft(document), gm_document_pinyin(document), 0, count, &options, &edits);
      gm_edits_apply(&edits, lines, count, &out);
      gm_edits_apply(&none, wanted, left, &expected);
      bool able = !gm_normalizer_problem(normalizer, GM_CHINESE); /* false without OpenCC */
      if (able && (out.count != expected.count || memcmp(out.items, expected.items, out.count)))
        print_error("%s: %s gives %.*s\n", pass->id, inputs[k], (int)out.count, out.items), wrong++;
      gm_edits_free(&edits);
      gm_array_free(&out);
      gm_array_free(&expected);
      gm_document_free(document);
    }
  }
  gm_normalizer_free(normalizer);
  gm_rule_set_free(&rules);
  assert_int_equal(wrong, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(examples), cmocka_unit_test(passes)};
  return cmocka_run_group_tests_name("examples", tests, NULL, NULL);
}
