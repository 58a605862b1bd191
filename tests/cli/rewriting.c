/* normalize: what it prints, what --diff says, and what --write does to a file. */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"

static struct stat status_of(const char *path) {
  struct stat status;
  assert_int_equal(lstat(path, &status), 0);
  return status;
}

/* Byte order mark, line ends and the missing last one stay. */
static void bytes_kept(void **state) {
  (void)state;
  const struct {
    const char *before, *after;
  } drafts[] = {{"春天,夏天\n", "春天，夏天\n"},
                {"春天,夏天", "春天，夏天"},
                {"\xEF\xBB\xBF春天,夏天\n秋天,冬天\n", "\xEF\xBB\xBF春天，夏天\n秋天，冬天\n"},
                {"春天,夏天\r\n秋天,冬天\r\n", "春天，夏天\r\n秋天，冬天\r\n"},
                {"\xEF\xBB\xBF春天,夏天\r\n秋天,冬天", "\xEF\xBB\xBF春天，夏天\r\n秋天，冬天"},
                {"春天,夏天\r\n秋天,冬天\n末行\r\n", "春天，夏天\r\n秋天，冬天\n末行\r\n"},
                {"春天，夏天\n\n\n", "春天，夏天\n\n\n"}};
  for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
    cli_write("d.txt", drafts[i].before, strlen(drafts[i].before));
    assert_string_equal(cli_run("normalize", "d.txt")->out, drafts[i].after);
    cli_assert_file("d.txt", drafts[i].before, strlen(drafts[i].before));
    const gm_told *told = cli_run("normalize", "--write", "d.txt");
    assert_int_equal(told->status, 0);
    assert_int_equal(told->out_len, 0);
    cli_assert_file("d.txt", drafts[i].after, strlen(drafts[i].after));
    assert_int_equal(cli_count_files(), 1);
  }
}

static void mode_and_link_kept(void **state) {
  (void)state;
  assert_int_equal(mkdir("real", 0700), 0);
  cli_text("real/d.txt", "春天,夏天\n");
  assert_int_equal(chmod("real/d.txt", 0640), 0);
  assert_int_equal(symlink("real/d.txt", "link.txt"), 0);
  assert_int_equal(cli_run("normalize", "--write", "link.txt")->status, 0);
  cli_assert_text("real/d.txt", "春天，夏天\n");
  assert_int_equal(status_of("real/d.txt").st_mode & 07777, 0640);
  assert_true(S_ISLNK(status_of("link.txt").st_mode));
  assert_int_equal(cli_count_files(), 2);
  /* With nothing to change the file is not touched. */
  struct stat before = status_of("real/d.txt");
  assert_int_equal(cli_run("normalize", "--write", "real/d.txt")->status, 0);
  struct stat after = status_of("real/d.txt");
  assert_int_equal(before.st_ino, after.st_ino);
  assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
}

/* renumber: the same ways of giving edits; references that go stale are told beside the text. */
static void renumbered(void **state) {
  (void)state;
  const char *before = "一、组织\n各科室负责，详见第三部分。\n三、落实\n抓好两件事：一是修路；三是通水。\n四、打算\n";
  const char *after = "一、组织\n各科室负责，详见第三部分。\n二、落实\n抓好两件事：一是修路；二是通水。\n三、打算\n";
  cli_write("d.txt", before, strlen(before));
  const gm_told *told = cli_run("renumber", "d.txt");
  assert_int_equal(told->status, 0);
  assert_string_equal(told->out, after);
  assert_non_null(strstr(told->err, "d.txt:2:"));
  assert_non_null(strstr(told->err, "第二部分"));
  assert_non_null(strstr(cli_run("renumber", "--diff", "d.txt")->out, "+二、落实"));
  assert_int_equal(cli_run("renumber", "--write", "d.txt")->status, 0);
  cli_assert_file("d.txt", after, strlen(after));
  assert_string_equal(cli_run("renumber", "--diff", "d.txt")->out, "");
}

static void refusals(void **state) {
  (void)state;
  cli_text("d.txt", "春天,夏天\n");
  assert_int_equal(chmod("d.txt", 0444), 0);
  const gm_told *told = cli_run("normalize", "--write", "d.txt");
  assert_int_equal(told->status, 2);
  cli_assert_contains(told->err, "d.txt");
  cli_assert_text("d.txt", "春天,夏天\n");
  assert_int_equal(chmod("d.txt", 0644), 0);
  assert_int_equal(link("d.txt", "e.txt"), 0);
  assert_int_equal(cli_run("normalize", "--write", "d.txt")->status, 2);
  cli_assert_text("e.txt", "春天,夏天\n");
  assert_int_equal(unlink("e.txt"), 0);
  assert_int_equal(cli_run("normalize", "--write", "-")->status, 2);
  assert_int_equal(cli_run("normalize", "--write", "--diff", "d.txt")->status, 2);
  assert_int_equal(cli_run("normalize", "--write", "--format=json", "d.txt")->status, 2);
  assert_int_equal(cli_run("normalize", "--write", "none.txt")->status, 2);
  cli_assert_text("d.txt", "春天,夏天\n");
  assert_int_equal(cli_count_files(), 1);
  /* A bad file keeps no good one from being rewritten. */
  assert_int_equal(cli_run("normalize", "--write", "none.txt", "d.txt")->status, 2);
  cli_assert_text("d.txt", "春天，夏天\n");
}

/* 春天,夏天 in GB18030. */
#define GB "\xB4\xBA\xCC\xEC,\xCF\xC4\xCC\xEC\n"

static void other_encodings(void **state) {
  (void)state;
  cli_text("d.txt", GB);
  const gm_told *told = cli_run("normalize", "--write", "d.txt");
  assert_int_equal(told->status, 2);
  cli_assert_contains(told->err, "--to-utf8");
  cli_assert_text("d.txt", GB);
  assert_int_equal(cli_run("normalize", "--write", "--to-utf8", "d.txt")->status, 0);
  cli_assert_text("d.txt", "春天，夏天\n");
}

/* The first line of `text`, its end included. */
static size_t line_len(const char *text) {
  const char *stop = strchr(text, '\n');
  return stop ? (size_t)(stop - text) + 1 : strlen(text);
}

/* Applies a unified diff as patch would: context and removed lines must be what stands there. */
static char *apply(const char *old, const char *diff) {
  char *new = calloc(1, strlen(old) + strlen(diff) + 1), *to = new;
  size_t line = 1;
  const char *at = old;
  assert_int_equal(strncmp(diff, "--- ", 4), 0);
  diff += line_len(diff);
  assert_int_equal(strncmp(diff, "+++ ", 4), 0);
  diff += line_len(diff);
  while (*diff) {
    size_t first = 0, count = 1, new_first = 0, new_count = 1, old_seen = 0, new_seen = 0;
    assert_int_equal(strncmp(diff, "@@ -", 4), 0);
    const char *p = diff + 4;
    first = strtoul(p, (char **)&p, 10);
    if (*p == ',') count = strtoul(p + 1, (char **)&p, 10);
    assert_int_equal(strncmp(p, " +", 2), 0);
    new_first = strtoul(p + 2, (char **)&p, 10);
    if (*p == ',') new_count = strtoul(p + 1, (char **)&p, 10);
    assert_int_equal(strncmp(p, " @@\n", 4), 0);
    diff += line_len(diff);
    for (size_t until = count ? first : first + 1; line < until; line++) {
      size_t len = line_len(at);
      memcpy(to, at, len);
      to += len;
      at += len;
    }
    size_t before = 0;
    for (char *q = new; q < to; q++) before += *q == '\n';
    assert_int_equal(new_first, before + (new_count > 0));
    while (*diff && *diff != '@') {
      size_t len = line_len(diff + 1), text = len;
      if (!strncmp(diff + 1 + len, "\\ No newline", 12)) text--;
      if (*diff != '+') {
        assert_memory_equal(at, diff + 1, text);
        assert_int_equal(line_len(at), text);
        at += text;
        line++;
        old_seen++;
      }
      if (*diff != '-') {
        memcpy(to, diff + 1, text);
        to += text;
        new_seen++;
      }
      diff += 1 + len;
      if (*diff == '\\') diff += line_len(diff);
    }
    assert_int_equal(old_seen, count);
    assert_int_equal(new_seen, new_count);
  }
  strcpy(to, at);
  return new;
}

static void diffs(void **state) {
  (void)state;
  cli_text("d.txt", "春天，夏天\n");
  assert_string_equal(cli_run("normalize", "--diff", "d.txt")->out, "");
  cli_text("d.txt", "一\n二\n三\n四\n春天,夏天\n六\n七\n八\n九\n");
  assert_string_equal(cli_run("normalize", "--diff", "d.txt")->out,
                      "--- d.txt\n+++ d.txt\n@@ -2,7 +2,7 @@\n 二\n 三\n 四\n-春天,夏天\n+春天，夏天\n 六\n 七\n 八\n");
  /* Drafts with changes in many places, the ends of the file among them. */
  unsigned seed = 7;
  for (int draft = 0; draft < 60; draft++) {
    char text[8192] = "";
    int lines = 1 + draft % 40;
    if (draft % 5 == 0) strcat(text, "\xEF\xBB\xBF");
    for (int i = 0; i < lines; i++) {
      seed = seed * 1103515245u + 12345u;
      strcat(text, (seed >> 16) % 4 ? "春天，夏天" : "春天,夏天");
      if (i + 1 < lines || draft % 3) strcat(text, draft % 4 ? "\n" : "\r\n");
    }
    cli_write("d.txt", text, strlen(text));
    char *want = strdup(cli_run("normalize", "d.txt")->out);
    const gm_told *told = cli_run("normalize", "--diff", "d.txt");
    assert_int_equal(told->status, 0);
    char *got = told->out_len ? apply(text, told->out) : strdup(text);
    assert_string_equal(got, want);
    free(got);
    free(want);
  }
}

int main(int argc, char **argv) {
  cli_program(argc, argv);
#define TEST(f) cmocka_unit_test_setup_teardown(f, cli_enter, cli_leave)
  const struct CMUnitTest tests[] = {TEST(bytes_kept), TEST(mode_and_link_kept), TEST(renumbered),
                                     TEST(refusals),   TEST(other_encodings),    TEST(diffs)};
  return cmocka_run_group_tests_name("cli.rewriting", tests, NULL, NULL);
}
