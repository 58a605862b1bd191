/* gangmu dismiss, and how check heeds what was waved through. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"

#define WRONG "会议定于9月31日召开。\n截止2024年12月31日，工程全部完工。\n" /* DT-01 error, STY-08 warning */
#define KEPT  ".gangmu/dismissed.tsv"

static void added_heeded_and_removed(void **state) {
  (void)state;
  cli_text("d.txt", WRONG);
  const gm_told *told = cli_run("dismiss", "add", "d.txt:1", "--reason=会期\t另定");
  assert_int_equal(told->status, 0);
  cli_assert_contains(told->out, "d.txt:1:13: error[DT-01]");
  size_t len;
  char *file = cli_read(KEPT, &len);
  cli_assert_contains(file, "\tDT-01\td.txt\t会期 另定\t2");
  cli_assert_contains(file, "会议定于9月31日召开");
  free(file);
  told = cli_run("check", "d.txt");
  assert_int_equal(told->status, 0);
  cli_assert_lacks(told->out, "DT-01");
  cli_assert_contains(told->out, "STY-08");
  /* Not when it is told not to. */
  assert_int_equal(cli_run("check", "--no-dismissed", "d.txt")->status, 1);
  const cJSON *json = cli_json(cli_run("check", "--format=json", "d.txt")->out);
  assert_int_equal(cli_number(json, "files.0.dismissed"), 1);
  /* It moves along, and standard input has it by its name. */
  cli_text("d.txt", "一、安排\n\n" WRONG);
  assert_int_equal(cli_run("check", "d.txt")->status, 0);
  assert_int_equal(cli_pipe(WRONG, sizeof WRONG - 1, "check", "--stdin-filename=d.txt", "-")->status, 0);
  assert_int_equal(cli_pipe(WRONG, sizeof WRONG - 1, "check", "-")->status, 1);
  /* Other drafts are not meant. */
  cli_text("e.txt", WRONG);
  assert_int_equal(cli_run("check", "e.txt")->status, 1);
  /* Twice is once. */
  assert_int_equal(cli_run("dismiss", "add", "d.txt:3")->status, 2);
  assert_int_equal(cli_run("dismiss", "remove", "d.txt:3")->status, 0);
  assert_int_equal(cli_run("check", "d.txt")->status, 1);
  assert_int_equal(cli_run("dismiss", "remove", "d.txt:3")->status, 2);
}

/* The file lies in the nearest folder with .gangmu, .gangmu.ini or .git, else beside the draft. */
static void found_in_the_project(void **state) {
  (void)state;
  assert_int_equal(mkdir("a", 0700) | mkdir("a/b", 0700), 0);
  cli_text("a/b/d.txt", WRONG);
  assert_int_equal(cli_run("dismiss", "add", "a/b/d.txt:1")->status, 0);
  assert_int_equal(access("a/b/" KEPT, F_OK), 0);
  assert_int_equal(unlink("a/b/" KEPT) | rmdir("a/b/.gangmu"), 0);
  cli_text("a/.gangmu.ini", "");
  assert_int_equal(cli_run("dismiss", "add", "a/b/d.txt:1")->status, 0);
  size_t len;
  char *file = cli_read("a/" KEPT, &len);
  cli_assert_contains(file, "\tb/d.txt\t");
  free(file);
  assert_int_equal(cli_run("check", "a/b/d.txt")->status, 0);
  assert_int_equal(chdir("a/b"), 0);
  assert_int_equal(cli_run("check", "d.txt")->status, 0);
  assert_int_equal(chdir("../.."), 0);
}

static void listed_and_unused(void **state) {
  (void)state;
  cli_text("d.txt", WRONG);
  cli_text("e.txt", "会议定于2月30日召开。\n");
  assert_int_equal(cli_run("dismiss", "add", "d.txt:1:13", "d.txt:2", "e.txt:1", "--reason=核过")->status, 0);
  const gm_told *told = cli_run("dismiss", "list", "d.txt");
  cli_assert_contains(told->out, "d.txt: [DT-01]");
  cli_assert_contains(told->out, "d.txt: [STY-08]");
  cli_assert_contains(told->out, "核过");
  cli_assert_lacks(told->out, "e.txt");
  cli_assert_contains(cli_run("dismiss", "list")->out, "e.txt: [DT-01]");
  told = cli_run("dismiss", "unused");
  assert_int_equal(told->status, 0);
  assert_string_equal(told->out, "");
  /* The figure changes: it is told of again, and its dismissal is not used. */
  cli_text("d.txt", "会议定于9月32日召开。\n截止2024年12月31日，工程全部完工。\n");
  assert_int_equal(cli_run("check", "d.txt")->status, 1);
  told = cli_run("dismiss", "unused", "d.txt");
  assert_int_equal(told->status, 1);
  cli_assert_contains(told->out, "DT-01");
  cli_assert_lacks(told->out, "STY-08");
  /* Of a rule that does not run nothing is said. */
  told = cli_run("dismiss", "unused", "--ignore=DT", "d.txt");
  assert_int_equal(told->status, 0);
  cli_assert_contains(cli_run("dismiss", "list", "--format=jsonl", "--ignore=DT", "d.txt")->out, "rule off");
  assert_int_equal(unlink("e.txt"), 0);
  told = cli_run("dismiss", "unused", "--format=jsonl");
  assert_int_equal(told->status, 1);
  cli_assert_contains(told->out, "no such draft");
  /* By its fingerprint, which is what the list begins with. */
  char print[17] = "";
  memcpy(print, cli_run("dismiss", "list", "d.txt")->out, 16);
  assert_int_equal(cli_run("dismiss", "remove", print)->status, 0);
  cli_assert_lacks(cli_run("dismiss", "list")->out, print);
}

static void what_is_no_row_is_kept(void **state) {
  (void)state;
  cli_text("d.txt", WRONG);
  assert_int_equal(mkdir(".gangmu", 0700), 0);
  cli_text(KEPT, "# 说明\n<<<<<<< 甲\n");
  const gm_told *told = cli_run("check", "d.txt");
  assert_int_equal(told->status, 1);
  cli_assert_contains(told->err, KEPT ":2: ");
  assert_int_equal(cli_run("dismiss", "add", "d.txt:1")->status, 0);
  assert_int_equal(cli_run("dismiss", "remove", "d.txt:1")->status, 0);
  cli_assert_text(KEPT, "# 说明\n<<<<<<< 甲\n");
  /* A file that cannot be read is trouble, not silence. */
  assert_int_equal(unlink(KEPT) | mkdir(KEPT, 0700), 0);
  told = cli_run("check", "d.txt");
  assert_int_equal(told->status, 2);
  cli_assert_contains(told->err, KEPT);
  cli_assert_contains(told->out, "DT-01");
  assert_int_equal(rmdir(KEPT), 0);
}

static void suppressed_in_sarif(void **state) {
  (void)state;
  cli_text("d.txt", WRONG);
  assert_int_equal(cli_run("dismiss", "add", "d.txt:1", "--reason=核过")->status, 0);
  const cJSON *json = cli_json(cli_run("check", "--format=sarif", "d.txt")->out);
  assert_string_equal(cli_string(json, "runs.0.results.0.ruleId"), "STY-08");
  assert_string_equal(cli_string(json, "runs.0.results.1.ruleId"), "DT-01");
  assert_string_equal(cli_string(json, "runs.0.results.1.suppressions.0.kind"), "external");
  assert_string_equal(cli_string(json, "runs.0.results.1.suppressions.0.justification"), "核过");
}

static void usage(void **state) {
  (void)state;
  cli_text("d.txt", WRONG);
  assert_int_equal(cli_run("dismiss")->status, 2);
  assert_int_equal(cli_run("dismiss", "d.txt:1")->status, 2);
  assert_int_equal(cli_run("dismiss", "add")->status, 2);
  cli_assert_contains(cli_run("dismiss", "add", "d.txt")->err, "d.txt");
  assert_int_equal(cli_run("dismiss", "add", "none.txt:1")->status, 2);
  assert_int_equal(access(".gangmu", F_OK), -1);
}

int main(int argc, char **argv) {
  cli_program(argc, argv);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(added_heeded_and_removed, cli_enter, cli_leave),
      cmocka_unit_test_setup_teardown(found_in_the_project, cli_enter, cli_leave),
      cmocka_unit_test_setup_teardown(listed_and_unused, cli_enter, cli_leave),
      cmocka_unit_test_setup_teardown(what_is_no_row_is_kept, cli_enter, cli_leave),
      cmocka_unit_test_setup_teardown(suppressed_in_sarif, cli_enter, cli_leave),
      cmocka_unit_test_setup_teardown(usage, cli_enter, cli_leave),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
