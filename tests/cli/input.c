/* What a file may be: encodings, marks, line ends, and what is no text. */
#include <iconv.h>
#include <stdlib.h>

#include "harness.h"

#define DRAFT "工作总结\n会议定于9月31日召开。\n"
#define FOUND ":2:13: error[DT-01]"

/* `text` in another encoding. */
static size_t encode(const char *encoding, const char *mark, size_t mark_len, char *text, char *out, size_t room) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  size_t left = strlen(text), before = room - mark_len;
  char *to = out + mark_len;
  assert_true(converter != (iconv_t)-1);
  memcpy(out, mark, mark_len);
  room = before;
  assert_true(iconv(converter, &text, &left, &to, &room) != (size_t)-1);
  iconv_close(converter);
  return mark_len + before - room;
}

static void standard_input(void **state) {
  (void)state;
  const gm_told *told = cli_pipe(DRAFT, sizeof DRAFT - 1, "check", "-");
  assert_int_equal(told->status, 1);
  cli_assert_contains(told->out, "<stdin>" FOUND);
  told = cli_pipe(DRAFT, sizeof DRAFT - 1, "check", "--stdin-filename=稿子.txt", "-");
  cli_assert_contains(told->out, "稿子.txt" FOUND);
}

static void line_ends(void **state) {
  (void)state;
  cli_text("mark.txt", "\xEF\xBB\xBF" DRAFT);
  cli_text("crlf.txt", "工作总结\r\n会议定于9月31日召开。\r\n");
  cli_text("open.txt", "工作总结\n会议定于9月31日召开。");
  cli_text("first.txt", "\xEF\xBB\xBF会议定于9月31日召开。");
  cli_assert_contains(cli_run("check", "mark.txt")->out, "mark.txt" FOUND);
  cli_assert_contains(cli_run("check", "crlf.txt")->out, "crlf.txt" FOUND);
  cli_assert_contains(cli_run("check", "open.txt")->out, "open.txt" FOUND);
  cli_assert_contains(cli_run("check", "first.txt")->out, "first.txt:1:13: ");
  cli_assert_contains(cli_run("count", "crlf.txt")->out, "2行");
  cli_assert_contains(cli_run("count", "open.txt")->out, "2行");
}

static void other_encodings(void **state) {
  (void)state;
  char bytes[256];
  const struct {
    const char *name, *mark;
    size_t mark_len;
  } encodings[] = {{"UTF-16LE", "\xFF\xFE", 2}, {"UTF-16BE", "\xFE\xFF", 2}, {"GB18030", "", 0}};
  for (size_t i = 0; i < 3; i++) {
    size_t len =
        encode(encodings[i].name, encodings[i].mark, encodings[i].mark_len, (char[]){DRAFT}, bytes, sizeof bytes);
    cli_write("a.txt", bytes, len);
    const gm_told *told = cli_run("check", "a.txt");
    assert_int_equal(told->status, 1);
    cli_assert_contains(told->out, "a.txt" FOUND);
    cli_assert_contains(told->err, encodings[i].name);
    told = cli_run("normalize", "a.txt");
    assert_string_equal(told->out, DRAFT);
    cli_assert_file("a.txt", bytes, len);
  }
}

/* Nothing is guessed and nothing dropped: the place is named, and that is all. */
static void bad_bytes(void **state) {
  (void)state;
  cli_text("a.txt", "工作总结与工作计划\n会议\xFF定于9月31日召开。\n");
  const char *const commands[] = {"check", "outline", "figures", "normalize", "count"};
  for (size_t i = 0; i < 5; i++) {
    const gm_told *told = cli_run(commands[i], "a.txt");
    assert_int_equal(told->status, 2);
    assert_int_equal(told->out_len, 0);
    cli_assert_contains(told->err, "a.txt:2:7");
    cli_assert_contains(told->err, "0xFF");
  }
  /* A text cut in the middle of a character. */
  cli_text("cut.txt", "工作总结与工作计\xE5\x88");
  assert_int_equal(cli_run("check", "cut.txt")->status, 2);
  /* Latin-1 is not taken for GB18030. */
  cli_text("latin.txt",
           "caf\xE9 cr\xE8me br\xFBl\xE9"
           "e \xE0 la carte\n");
  assert_int_equal(cli_run("check", "latin.txt")->status, 2);
  /* A mark of UTF-16 before an odd number of bytes. */
  cli_text("odd.txt", "\xFF\xFE\x2D\x4E\x87");
  assert_int_equal(cli_run("check", "odd.txt")->status, 2);
  /* In JSON the file has its row, so that the count is right. */
  const cJSON *json = cli_json(cli_run("check", "--format=json", "a.txt", "cut.txt")->out);
  assert_int_equal(cJSON_GetArraySize(cli_at(json, "files")), 2);
  assert_true(cJSON_HasObjectItem(cli_at(json, "files.0"), "error"));
}

static void no_text(void **state) {
  (void)state;
  cli_text("empty.txt", "");
  assert_int_equal(cli_run("check", "empty.txt")->status, 0);
  assert_int_equal(cli_run("outline", "empty.txt")->status, 0);
  assert_string_equal(cli_run("normalize", "empty.txt")->out, "");
  cli_text("a.docx", "PK\x03\x04 and so on");
  const gm_told *told = cli_run("check", "a.docx");
  assert_int_equal(told->status, 2);
  cli_assert_contains(told->err, "Word");
  cli_text("zeros.bin", "\0\0\0\0\0\0");
  assert_int_equal(cli_run("check", "zeros.bin")->status, 2);
  /* One stray NUL in a draft is a character like another. */
  char draft[600];
  memset(draft, 'a', sizeof draft);
  memcpy(draft + 100, "\0", 1);
  memcpy(draft + 560, "\n定于9月31日。\n", 20);
  cli_write("nul.txt", draft, 580);
  told = cli_run("check", "nul.txt");
  assert_int_equal(told->status, 1);
  cli_assert_contains(told->out, "nul.txt:2:7: error[DT-01]");
  cli_json(cli_run("check", "--format=json", "nul.txt")->out);
}

#define LONG_LINE   1500000u /* longer than what one thread takes of a file */
#define LARGE_LINES 100000u

/* Threads cut a large file where lines end, wherever that is. */
static void large_files(void **state) {
  (void)state;
  static const char row[] = "工作总结与工作计划\r\n", last[] = "会议定于9月31日召开。";
  size_t room = LONG_LINE + LARGE_LINES * sizeof row + sizeof last, len = 0;
  char *text = malloc(room);
  assert_non_null(text);
  memset(text, 'a', LONG_LINE);
  len = LONG_LINE;
  text[len++] = '\n';
  for (size_t i = 0; i < LARGE_LINES; i++, len += sizeof row - 1) memcpy(text + len, row, sizeof row - 1);
  memcpy(text + len, last, sizeof last - 1);
  for (int threads = 1; threads <= 3; threads += 2) {
    const char *option = threads == 1 ? "--threads=1" : "--threads=3";
    cli_write("large.txt", text, len + sizeof last - 1);
    const gm_told *told = cli_run("check", option, "large.txt");
    assert_int_equal(told->status, 1);
    cli_assert_contains(told->out, "large.txt:100002:13: error[DT-01]");
    cli_assert_contains(cli_run("count", option, "large.txt")->out, "100002行");
    cli_write("large.txt", text, len + sizeof last - 2);
    told = cli_run("check", option, "large.txt");
    assert_int_equal(told->status, 2);
    cli_assert_contains(told->err, "large.txt:100002:28");
  }
  free(text);
}

int main(int argc, char **argv) {
  cli_program(argc, argv);
#define TEST(f) cmocka_unit_test_setup_teardown(f, cli_enter, cli_leave)
  const struct CMUnitTest tests[] = {TEST(standard_input), TEST(line_ends), TEST(other_encodings),
                                     TEST(bad_bytes),      TEST(no_text),   TEST(large_files)};
  return cmocka_run_group_tests_name("cli.input", tests, NULL, NULL);
}
