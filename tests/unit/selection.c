/* Lists of rules and passes: what runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "protocol/selection.h"

static gm_text text(const char *string) { return (gm_text){string, strlen(string)}; }

/* The severity that a rule has under two lists. */
static uint8_t severity(const char *select, const char *ignore, uint8_t profile, const char *rule) {
  gm_selection selection = {0};
  gm_rule_set set;
  gm_text unknown;
  assert_true(gm_selectors_add(&selection.select, text(select), &unknown));
  assert_true(gm_selectors_add(&selection.ignore, text(ignore), &unknown));
  gm_rule_set_init(&set, profile, GM_CHINESE);
  gm_selection_rules(&selection, &set);
  int row = gm_rule_find(text(rule));
  assert_true(row >= 0);
  uint8_t result = set.severity[row];
  bool barred = gm_selection_bars(&selection, rule);
  if (barred) assert_int_equal(result, GM_SEVERITY_OFF);
  gm_rule_set_free(&set);
  gm_selection_free(&selection);
  return result;
}

static bool runs(const char *select, const char *ignore, const char *pass) {
  gm_selection selection = {0};
  gm_text unknown;
  assert_true(gm_selectors_add(&selection.select, text(select), &unknown));
  assert_true(gm_selectors_add(&selection.ignore, text(ignore), &unknown));
  int row = gm_pass_find(text(pass));
  assert_true(row >= 0);
  uint64_t mask = gm_selection_passes(&selection);
  gm_selection_free(&selection);
  return mask >> row & 1;
}

#define NEWS GM_PROFILE_NEWS

static void rules(void **state) {
  (void)state;
  assert_int_equal(severity("", "", NEWS, "DT-01"), GM_SEVERITY_ERROR);
  assert_int_equal(severity("", "", NEWS, "SEQ-03"), GM_SEVERITY_OFF); /* a hint */
  assert_int_equal(severity("SEQ-03", "", NEWS, "SEQ-03"), GM_SEVERITY_HINT);
  assert_int_equal(severity("SEQ-03", "", NEWS, "DT-01"), GM_SEVERITY_OFF);
  assert_int_equal(severity("default, SEQ-03", "", NEWS, "DT-01"), GM_SEVERITY_ERROR);
  assert_int_equal(severity("default,SEQ-03", "", NEWS, "SEQ-03"), GM_SEVERITY_HINT);
  assert_int_equal(severity("all", "", NEWS, "SEQ-03"), GM_SEVERITY_HINT);
  assert_int_equal(severity("dt", "", NEWS, "DT-01"), GM_SEVERITY_ERROR);
  assert_int_equal(severity("", "DT", NEWS, "DT-01"), GM_SEVERITY_OFF);
  assert_int_equal(severity("DT-01", "DT", NEWS, "DT-01"), GM_SEVERITY_ERROR);
  assert_int_equal(severity("DT", "DT", NEWS, "DT-01"), GM_SEVERITY_OFF);
  assert_int_equal(severity("DT-01", "DT-01", NEWS, "DT-01"), GM_SEVERITY_OFF);
  assert_int_equal(severity("all", "DT-01", NEWS, "DT-01"), GM_SEVERITY_OFF);
  assert_int_equal(severity("NRM-04", "", NEWS, "DT-01"), GM_SEVERITY_ERROR); /* names no rule */
}

static void profiles(void **state) {
  (void)state;
  /* PUN-08 rests on a standard that holds on the mainland. */
  assert_int_equal(severity("", "", NEWS, "PUN-08"), GM_SEVERITY_WARNING);
  assert_int_equal(severity("", "", GM_PROFILE_TW, "PUN-08"), GM_SEVERITY_OFF);
  assert_int_equal(severity("PUN", "", GM_PROFILE_TW, "PUN-08"), GM_SEVERITY_OFF);
  assert_int_equal(severity("PUN-08", "", GM_PROFILE_TW, "PUN-08"), GM_SEVERITY_WARNING);
  assert_int_equal(gm_profile_named(text("cn-gongwen")), GM_PROFILE_GONGWEN);
  assert_int_equal(gm_profile_named(text("cn")), 0);
}

static void passes(void **state) {
  (void)state;
  assert_true(runs("", "", "NRM-04"));
  assert_false(runs("", "", "NRM-34"));
  assert_true(runs("NRM-34", "", "NRM-34"));
  assert_false(runs("NRM-34", "", "NRM-04"));
  assert_true(runs("default NRM-34", "", "NRM-04"));
  assert_false(runs("", "NRM-04", "NRM-04"));
  assert_true(runs("DT", "", "NRM-04")); /* names no pass */
  /* What was not asked for by name deletes nothing. */
  assert_false(runs("NRM", "", "NRM-34"));
  assert_false(runs("all", "", "NRM-34"));
  assert_true(runs("all", "", "NRM-04"));
}

static void unknown_names(void **state) {
  (void)state;
  static const char *const lists[] = {"NO-99", "DT-01,NO", "DT-0", "D", "-", "NRM-04,;"};
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    gm_selectors selectors = {0};
    gm_text unknown = {0};
    assert_false(gm_selectors_add(&selectors, text(lists[i]), &unknown));
    assert_true(unknown.len > 0);
    gm_array_free(&selectors);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(rules), cmocka_unit_test(profiles), cmocka_unit_test(passes),
                                     cmocka_unit_test(unknown_names)};
  return cmocka_run_group_tests_name("selection", tests, NULL, NULL);
}
