/* Commands, options, languages and exit statuses. */
#include <stdlib.h>
#include <sys/stat.h>

#include "harness.h"

#define CLEAN   "春风送暖，万物生长。\n"
#define WRONG   "会议定于9月31日召开。\n"              /* DT-01, an error */
#define DOUBTED "截止2024年12月31日，工程全部完工。\n" /* STY-08, a warning */

static void usage_errors(void **state) {
  (void)state;
  cli_text("a.txt", CLEAN);
  const char *const wrong[][5] = {{NULL},
                                  {"", NULL},
                                  {"chekc", "a.txt", NULL},
                                  {"check", NULL},
                                  {"check", "--bogus", "a.txt", NULL},
                                  {"check", "-x", "a.txt", NULL},
                                  {"check", "--format=pdf", "a.txt", NULL},
                                  {"outline", "--format=sarif", "a.txt", NULL},
                                  {"check", "a.txt", "--format", NULL},
                                  {"check", "--exit-zero=yes", "a.txt", NULL},
                                  {"check", "--fail-level=fatal", "a.txt", NULL},
                                  {"check", "--select=NO-99", "a.txt", NULL},
                                  {"check", "--ignore=DT-01,NO", "a.txt", NULL},
                                  {"check", "--profile=cn", "a.txt", NULL},
                                  {"outline", "--select=DT-01", "a.txt", NULL},
                                  {"normalize", "--convert=x2y", "a.txt", NULL},
                                  {"count", "--sections", "--format=csv", "a.txt"},
                                  {"explain", "NO-99", NULL},
                                  {"check", "--threads=0", "a.txt", NULL},
                                  {"check", "--threads=2x", "a.txt", NULL},
                                  {"serve", "--wire=xml", NULL}};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    const gm_told *told = cli_run_with(NULL, 0, wrong[i]);
    assert_int_equal(told->status, 2);
    assert_int_equal(told->out_len, 0);
    /* One line, in the language of the environment. */
    assert_non_null(strchr(told->err, '\n'));
    assert_ptr_equal(strchr(told->err, '\n'), told->err + told->err_len - 1);
    assert_int_equal(strncmp(told->err, "gangmu: ", 8), 0);
  }
  cli_assert_contains(cli_run("check", "--bogus", "a.txt")->err, "--bogus");
}

static void help_and_version(void **state) {
  (void)state;
  const char *const commands[] = {"outline", "figures", "check", "normalize", "count", "explain"};
  const gm_told *told = cli_run("--version");
  assert_int_equal(told->status, 0);
  assert_int_equal(strncmp(told->out, "gangmu ", 7), 0);
  told = cli_run("--help");
  assert_int_equal(told->status, 0);
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    cli_assert_contains(cli_run("--help")->out, commands[i]);
    told = cli_run(commands[i], "--help");
    assert_int_equal(told->status, 0);
    cli_assert_contains(told->out, "--format");
  }
}

static void languages(void **state) {
  (void)state;
  cli_text("a.txt", WRONG);
  cli_assert_contains(cli_run("check", "none.txt")->err, "没有这个文件");
  cli_assert_contains(cli_run("check", "--lang=en", "none.txt")->err, "no such file");
  cli_assert_contains(cli_run("check", "none.txt", "--lang", "en")->err, "no such file");
  setenv("LC_ALL", "en_US.UTF-8", 1);
  cli_assert_contains(cli_run("check", "none.txt")->err, "no such file");
  cli_assert_contains(cli_run("check", "--lang=zh", "none.txt")->err, "没有这个文件");
  cli_assert_lacks(cli_run("check", "a.txt")->out, "只有30天");
  cli_assert_contains(cli_run("check", "--lang=zh", "a.txt")->out, "只有30天");
  unsetenv("LC_ALL");
  unsetenv("LC_MESSAGES");
  setenv("LANG", "de_DE.UTF-8", 1);
  cli_assert_contains(cli_run("check", "none.txt")->err, "没有这个文件");
}

static void exit_statuses(void **state) {
  (void)state;
  cli_text("clean.txt", CLEAN);
  cli_text("wrong.txt", WRONG);
  cli_text("doubted.txt", DOUBTED);
  assert_int_equal(cli_run("check", "clean.txt")->status, 0);
  assert_int_equal(cli_run("check", "wrong.txt")->status, 1);
  assert_int_equal(cli_run("check", "clean.txt", "wrong.txt")->status, 1);
  assert_int_equal(cli_run("check", "--exit-zero", "wrong.txt")->status, 0);
  assert_int_equal(cli_run("check", "--format=json", "wrong.txt")->status, 1);
  assert_int_equal(cli_run("check", "doubted.txt")->status, 0);
  assert_int_equal(cli_run("check", "--fail-level=warning", "doubted.txt")->status, 1);
  assert_int_equal(cli_run("check", "--fail-level=hint", "doubted.txt")->status, 1);
  assert_int_equal(cli_run("check", "--fail-level=error", "doubted.txt")->status, 0);
  assert_int_equal(cli_run("outline", "wrong.txt")->status, 0);
  assert_int_equal(cli_run("normalize", "wrong.txt")->status, 0);
  /* Trouble with one file keeps no other from being checked, and wins. */
  const gm_told *told = cli_run("check", "none.txt", "wrong.txt");
  assert_int_equal(told->status, 2);
  cli_assert_contains(told->out, "wrong.txt:1:");
  cli_assert_contains(told->err, "none.txt");
  assert_int_equal(mkdir("folder", 0700), 0);
  assert_int_equal(cli_run("check", "folder")->status, 2);
  /* Behind -- nothing is an option. */
  cli_text("--odd.txt", WRONG);
  assert_int_equal(cli_run("check", "--", "--odd.txt")->status, 1);
}

static void selections(void **state) {
  (void)state;
  cli_text("a.txt", WRONG DOUBTED);
  assert_string_equal(cli_run("check", "--select=US", "a.txt")->out, "");
  cli_assert_contains(cli_run("check", "--select=DT", "a.txt")->out, "error[DT-01]");
  cli_assert_lacks(cli_run("check", "--select=DT", "a.txt")->out, "STY-08");
  cli_assert_contains(cli_run("check", "--select=dt-01,sty-08", "a.txt")->out, "STY-08");
  cli_assert_contains(cli_run("check", "--select=DT", "--select=STY", "a.txt")->out, "STY-08");
  cli_assert_lacks(cli_run("check", "--ignore=DT", "a.txt")->out, "DT-01");
  cli_assert_contains(cli_run("check", "--ignore=DT", "a.txt")->out, "STY-08");
  cli_assert_contains(cli_run("check", "--select=DT-01", "--ignore=DT", "a.txt")->out, "DT-01");
  cli_assert_lacks(cli_run("check", "--select=DT", "--ignore=DT-01", "a.txt")->out, "DT-01");
  assert_string_equal(cli_run("check", "--ignore=all", "a.txt")->out, "");
  /* A selection of passes leaves the rules alone. */
  cli_assert_contains(cli_run("check", "--select=NRM-04", "a.txt")->out, "DT-01");
}

static void text_lines(void **state) {
  (void)state;
  cli_text("a.txt", "按要求，定于9月31日召开。\n");
  const gm_told *told = cli_run("check", "a.txt");
  /* The column counts bytes from 1. */
  assert_int_equal(strncmp(told->out, "a.txt:1:19: error[DT-01] ", 25), 0);
  assert_string_equal(told->err, "");
  cli_assert_lacks(told->out, "\033");
  cli_assert_contains(cli_run("check", "--color=always", "a.txt")->out, "\033[31merror[DT-01]\033[0m");
  cli_assert_lacks(cli_run("check", "--color=never", "a.txt")->out, "\033");
}

#define LARGE_ROWS 12000 /* some 1.3 MB: enough to be shared out among threads */

static void threads_say_the_same(void **state) {
  (void)state;
  const size_t row = strlen(CLEAN DOUBTED WRONG);
  char *text = malloc(LARGE_ROWS * row + 1);
  assert_non_null(text);
  for (size_t i = 0; i < LARGE_ROWS; i++) memcpy(text + i * row, CLEAN DOUBTED WRONG, row + 1);
  cli_write("large.txt", text, LARGE_ROWS * row);
  const gm_told *told = cli_run("check", "--exit-zero", "--threads=1", "large.txt");
  size_t length = told->out_len;
  char *alone = malloc(length + 1);
  assert_non_null(alone);
  memcpy(alone, told->out, length);
  assert_true(length > LARGE_ROWS);
  told = cli_run("check", "--exit-zero", "--threads=3", "large.txt");
  assert_int_equal(told->out_len, length);
  assert_memory_equal(told->out, alone, length);
  free(text);
  free(alone);
}

int main(int argc, char **argv) {
  cli_program(argc, argv);
#define TEST(f) cmocka_unit_test_setup_teardown(f, cli_enter, cli_leave)
  const struct CMUnitTest tests[] = {TEST(usage_errors),        TEST(help_and_version), TEST(languages),
                                     TEST(exit_statuses),       TEST(selections),       TEST(text_lines),
                                     TEST(threads_say_the_same)};
  return cmocka_run_group_tests_name("cli.usage", tests, NULL, NULL);
}
