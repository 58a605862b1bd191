/* .gangmu.ini: where it is found, what it sets, and what it must not say. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "harness.h"

#define WRONG "会议定于9月31日召开。\n截止2024年12月31日，工程全部完工。\n" /* DT-01 error, STY-08 warning */

static void found_upward(void **state) {
  (void)state;
  assert_int_equal(mkdir("a", 0700) | mkdir("a/b", 0700), 0);
  cli_text(".gangmu.ini", "ignore = DT-01\n");
  cli_text("a/b/d.txt", WRONG);
  assert_int_equal(cli_run("check", "a/b/d.txt")->status, 0);
  cli_assert_contains(cli_run("check", "a/b/d.txt")->out, "STY-08");
  assert_int_equal(cli_run("check", "--no-config", "a/b/d.txt")->status, 1);
  /* The nearest alone counts. */
  cli_text("a/.gangmu.ini", "ignore = STY\n");
  const gm_told *told = cli_run("check", "a/b/d.txt");
  assert_int_equal(told->status, 1);
  cli_assert_lacks(told->out, "STY-08");
  /* Standard input has the place of its name, or is here. */
  assert_int_equal(cli_pipe(WRONG, sizeof WRONG - 1, "check", "-")->status, 0);
  assert_int_equal(cli_pipe(WRONG, sizeof WRONG - 1, "check", "--stdin-filename=a/b/new.txt", "-")->status, 1);
  /* Each file has its own. */
  cli_text("d.txt", WRONG);
  told = cli_run("check", "d.txt", "a/b/d.txt");
  cli_assert_contains(told->out, "d.txt:2:1: warning[STY-08]");
  cli_assert_lacks(told->out, "a/b/d.txt:2:");
  cli_assert_contains(told->out, "a/b/d.txt:1:13: error[DT-01]");
}

static void keys(void **state) {
  (void)state;
  cli_text("d.txt", WRONG);
  cli_text("d.md", WRONG);
  cli_text(".gangmu.ini", "[severity]\nDT-01 = warning\nSTY-08 = error\n");
  cli_assert_contains(cli_run("check", "d.txt")->out, "warning[DT-01]");
  cli_assert_contains(cli_run("check", "d.txt")->out, "error[STY-08]");
  cli_text(".gangmu.ini", "[severity]\nDT-01 = off\n");
  cli_assert_lacks(cli_run("check", "d.txt")->out, "DT-01");
  cli_text(".gangmu.ini", "language = en\n");
  cli_assert_lacks(cli_run("check", "d.txt")->out, "只有30天");
  cli_assert_contains(cli_run("check", "--lang=zh", "d.txt")->out, "只有30天");
  cli_text(".gangmu.ini", "; a remark\nselect = US, STY\nprofile = cn-gongwen\n");
  cli_assert_lacks(cli_run("check", "d.txt")->out, "DT-01");
  /* The command line's selection stands instead; its --ignore comes on top. */
  cli_assert_lacks(cli_run("check", "--select=DT", "d.txt")->out, "STY-08");
  assert_string_equal(cli_run("check", "--ignore=STY", "d.txt")->out, "");
  /* A severity does not bring back what was not selected. */
  cli_text(".gangmu.ini", "select = STY\n[severity]\nDT-01 = error\n");
  cli_assert_lacks(cli_run("check", "d.txt")->out, "DT-01");
}

/* Hints are off until they are selected or given a severity; families follow the profile, an id does not. */
static void standards(void **state) {
  (void)state;
  cli_text("d.txt", "关于请求整修渡口的请示\n坚持“一船一证”、“一人一档”，学习、工作、等方面都抓。\n");
  cli_assert_lacks(cli_run("check", "d.txt")->out, "PUN-12");
  cli_assert_contains(cli_run("check", "d.txt")->out, "d.txt:2:64: warning[PUN-13]");
  cli_assert_contains(cli_run("check", "--select=PUN", "d.txt")->out, "d.txt:2:25: hint[PUN-12]");
  cli_assert_lacks(cli_run("check", "--select=PUN", "--ignore=PUN-12", "d.txt")->out, "PUN-12");
  assert_int_equal(cli_run("check", "--select=PUN", "d.txt")->status, 0);
  assert_int_equal(cli_run("check", "--select=PUN-12", "--fail-level=hint", "d.txt")->status, 1);
  assert_string_equal(cli_run("check", "--select=PUN", "--profile=none", "d.txt")->out, "");
  assert_string_equal(cli_run("check", "--select=DOC", "d.txt")->out, "");
  cli_assert_contains(cli_run("check", "--select=DOC", "--profile=cn-gongwen", "d.txt")->out, "warning[DOC-02]");
  cli_text(".gangmu.ini", "[severity]\nPUN-12 = error\nPUN-13 = off\n");
  const gm_told *told = cli_run("check", "d.txt");
  cli_assert_contains(told->out, "error[PUN-12]");
  cli_assert_lacks(told->out, "PUN-13");
  assert_int_equal(told->status, 1);
  /* The elements of a document that carry the id of another row are known by their own names too. */
  cli_text(".gangmu.ini", "ignore = DOC-01\n");
  cli_text("n.txt", "某政发[2024]05号\n");
  cli_assert_lacks(cli_run("check", "n.txt")->out, "STY-09");
  cli_assert_contains(cli_run("check", "--no-config", "n.txt")->out, "STY-09");
  cli_assert_contains(cli_run("explain", "DOC-06")->out, "STY-09");
  cli_assert_contains(cli_run("explain", "PUN-12")->out, "GB/T 15834-2011 4.5.3.5");
}

static void patterns(void **state) {
  (void)state;
  assert_int_equal(mkdir("old", 0700) | mkdir("old/2023", 0700), 0);
  cli_text("d.txt", WRONG);
  cli_text("d.md", WRONG);
  cli_text("old/2023/d.txt", WRONG);
  cli_text(".gangmu.ini", "[*.md]\nignore = DT\n[old/**]\nseverity.DT-01 = hint\nignore = STY\n");
  assert_int_equal(cli_run("check", "d.txt")->status, 1);
  cli_assert_lacks(cli_run("check", "d.md")->out, "DT-01");
  cli_assert_contains(cli_run("check", "d.md")->out, "STY-08");
  cli_assert_contains(cli_run("check", "old/2023/d.txt")->out, "hint[DT-01]");
  cli_assert_lacks(cli_run("check", "old/2023/d.txt")->out, "STY-08");
}

#define PARAGRAPH                                                                              \
  "今年以来，全镇各项工作有序推进，产业发展提速，民生保障有力，" \
  "社会大局稳定，群众满意，受到上级部门充分肯定。"

/* How the opt-in passes go about it; the options that say so ask for the pass as well. */
static void manners(void **state) {
  (void)state;
  cli_text("d.txt", "我们为10个社区配备 LED 灯。\n");
  assert_string_equal(cli_run("normalize", "d.txt")->out, "我们为10个社区配备 LED 灯。\n");
  assert_string_equal(cli_run("normalize", "--spacing=remove", "d.txt")->out, "我们为10个社区配备LED灯。\n");
  assert_string_equal(cli_run("normalize", "--spacing=add", "d.txt")->out, "我们为 10 个社区配备 LED 灯。\n");
  cli_text(".gangmu.ini", "select = default, NRM-31\nspacing = add\n");
  assert_string_equal(cli_run("normalize", "d.txt")->out, "我们为 10 个社区配备 LED 灯。\n");
  assert_string_equal(cli_run("normalize", "--spacing=remove", "d.txt")->out, "我们为10个社区配备LED灯。\n");
  assert_int_equal(remove(".gangmu.ini"), 0);
  cli_text("p.txt", PARAGRAPH "\n　　" PARAGRAPH "\n");
  assert_string_equal(cli_run("normalize", "--indent=add", "p.txt")->out, "　　" PARAGRAPH "\n　　" PARAGRAPH "\n");
  assert_string_equal(cli_run("normalize", "--indent=remove", "p.txt")->out, PARAGRAPH "\n" PARAGRAPH "\n");
#ifdef GANGMU_HAVE_OPENCC
  cli_text("t.txt", "乾安的機關發了“通知發布”一文。\n");
  assert_string_equal(cli_run("normalize", "--convert=t2s", "--names=乾安", "t.txt")->out,
                      "乾安的机关发了“通知发布”一文。\n");
  assert_string_equal(cli_run("normalize", "--convert=t2s", "--names=乾安", "--keep-quotations", "t.txt")->out,
                      "乾安的机关发了“通知發布”一文。\n");
  cli_text(".gangmu.ini", "select = NRM-30\nnames = 乾安\nquotations = keep\n");
  assert_string_equal(cli_run("normalize", "t.txt")->out, "乾安的机关发了“通知發布”一文。\n");
#endif
}

static void errors(void **state) {
  (void)state;
  const struct {
    const char *text, *place;
  } wrong[] = {{"profile = cn-news\nprofil = tw\n", ".gangmu.ini:2: "},
               {"profile = cn\n", ".gangmu.ini:1: "},
               {"\n\nlanguage = fr\n", ".gangmu.ini:3: "},
               {"select = DT, NO-99\n", ".gangmu.ini:1: "},
               {"[severity]\nNO-99 = off\n", ".gangmu.ini:2: "},
               {"[severity]\nDT-01 = fatal\n", ".gangmu.ini:2: "},
               {"[severty]\nDT-01 = off\n", ".gangmu.ini:2: "},
               {"[*.md]\ncolour = red\n", ".gangmu.ini:2: "},
               {"convert = x2y\n", ".gangmu.ini:1: "},
               {"spacing = wide\n", ".gangmu.ini:1: "},
               {"indent = 2\n", ".gangmu.ini:1: "},
               {"quotations = yes\n", ".gangmu.ini:1: "},
               {"no value\n", ".gangmu.ini:1: "},
               {"[severity\n", ".gangmu.ini:1: "}};
  cli_text("d.txt", "春风送暖。\n");
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    cli_write(".gangmu.ini", wrong[i].text, strlen(wrong[i].text));
    const gm_told *told = cli_run("check", "d.txt");
    assert_int_equal(told->status, 2);
    assert_int_equal(told->out_len, 0);
    cli_assert_contains(told->err, wrong[i].place);
    assert_int_equal(cli_run("check", "--no-config", "d.txt")->status, 0);
  }
  char line[400] = "ignore = ";
  for (size_t len = strlen(line); len + 7 < sizeof line; len = strlen(line)) strcat(line, "DT-01,");
  cli_write(".gangmu.ini", line, strlen(line));
  const gm_told *told = cli_run("check", "d.txt");
  assert_int_equal(told->status, 2);
  cli_assert_contains(told->err, ".gangmu.ini:1: ");
  /* One message, however many files it holds for. */
  told = cli_run("check", "d.txt", "d.txt");
  assert_ptr_equal(strstr(told->err, ".gangmu.ini"), strrchr(told->err, '/') + 1);
}

int main(int argc, char **argv) {
  cli_program(argc, argv);
#define TEST(f) cmocka_unit_test_setup_teardown(f, cli_enter, cli_leave)
  const struct CMUnitTest tests[] = {TEST(found_upward), TEST(keys),    TEST(standards),
                                     TEST(patterns),     TEST(manners), TEST(errors)};
  return cmocka_run_group_tests_name("cli.configuration", tests, NULL, NULL);
}
