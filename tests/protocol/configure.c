/* The .gangmu.ini of a draft's folder: heeded as the command line does, under what the editor says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "client.h"
#include "groups.h"

static char folder[64], below[96], draft[128], ini[96];

static int enter(void **state) {
  (void)state;
  snprintf(folder, sizeof folder, "/tmp/gangmu-configure-XXXXXX");
  if (!mkdtemp(folder)) return -1;
  snprintf(below, sizeof below, "%s/2024", folder);
  snprintf(draft, sizeof draft, "%s/稿.txt", below);
  snprintf(ini, sizeof ini, "%s/.gangmu.ini", folder);
  return mkdir(below, 0700);
}

static int leave(void **state) {
  (void)state;
  unlink(ini);
  rmdir(below);
  return rmdir(folder);
}

static void write_ini(const char *text) {
  FILE *file = fopen(ini, "w");
  assert_non_null(file);
  fputs(text, file);
  assert_int_equal(fclose(file), 0);
}

#define LINES "'lines': ['近二个月来开展活动。', '全校共有教师231人，其中党员208人，占90.40%%。']"

/* Opens the draft and tells its findings: "STY-01 1, PCT-01 1", with the severity of each. */
static const char *found(held *h, client *c, long tick) {
  static char text[256];
  const cJSON *row;
  size_t at = 0;
  held_until(h, c, 1, tick);
  text[0] = 0;
  cJSON_ArrayForEach(row, h->rows[2]) at +=
      (size_t)snprintf(text + at, sizeof text - at, "%s%s %d", at ? ", " : "", cJSON_GetArrayItem(row, 5)->valuestring,
                       cJSON_GetArrayItem(row, 4)->valueint);
  return text;
}

static void heeds_the_file_above(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'path': '%s', " LINES "}", draft);
  assert_string_equal(found(&h, c, 1), "STY-01 1, PCT-01 1");
  write_ini("[severity]\nSTY-01 = hint\n[2024/*.txt]\nignore = PCT\n[*.md]\nignore = STY\n");
  client_call(c, 0, "reload", "{}");
  assert_string_equal(found(&h, c, 1), "STY-01 3");
  /* A draft of another name has what holds for it. */
  held other;
  held_init(&other);
  client_call(c, 0, "open", "{'buffer': 2, 'tick': 1, 'path': '%s/a.md', " LINES "}", below);
  held_until(&other, c, 2, 1);
  assert_int_equal(cJSON_GetArraySize(other.rows[2]), 1);
  held_free(&other);
  /* One without a path has the defaults. */
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 2, " LINES "}");
  assert_string_equal(found(&h, c, 2), "STY-01 1, PCT-01 1");
  /* Read again, nothing is other: nothing is told. */
  client_call(c, 0, "reload", "{}");
  client_silent(c, 200);
  unlink(ini);
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 3, 'path': '%s', " LINES "}", draft);
  assert_string_equal(found(&h, c, 3), "STY-01 1, PCT-01 1");
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void the_editor_wins(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  write_ini("profile = none\n");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'path': '%s', 'profile_guess': 'cn-gongwen', " LINES "}", draft);
  assert_string_equal(found(&h, c, 1), "PCT-01 1");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 2, 'path': '%s', 'profile': 'cn-news', " LINES "}", draft);
  assert_string_equal(found(&h, c, 2), "STY-01 1, PCT-01 1");
  client_call(c, 0, "initialize", "{'options': {'profile': 'cn-news', 'ignore': ['PCT-01']}}");
  assert_string_equal(found(&h, c, 2), "STY-01 1");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 3, 'path': '%s', " LINES "}", draft);
  assert_string_equal(found(&h, c, 3), "STY-01 1");
  client_call(c, 7, "open", "{'buffer': 1, 'tick': 3, 'profile_guess': 'news', " LINES "}");
  client_expect_error(c, 7, "params");
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void a_wrong_file_is_told_and_not_heeded(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  write_ini("ignore = PCT\nprofil = none\n");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'path': '%s', " LINES "}", draft);
  cJSON *log = client_pushed(c, "log");
  assert_string_equal(cJSON_GetObjectItem(log, "code")->valuestring, "configuration");
  const char *message = cJSON_GetObjectItem(log, "message")->valuestring;
  assert_non_null(strstr(message, ".gangmu.ini:2: "));
  assert_non_null(strstr(message, "profil"));
  cJSON_Delete(log);
  assert_string_equal(found(&h, c, 1), "STY-01 1, PCT-01 1");
  write_ini("ignore = PCT\n");
  client_call(c, 0, "reload", "{}");
  assert_string_equal(found(&h, c, 1), "STY-01 1");
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

/* A line of the file says how a pass goes, a wish of the editor asks for it too. */
static void normalizes_by_it(void **state) {
  (void)state;
  client *c = client_start();
  write_ini("spacing = add\nselect = NRM-31\n");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'path': '%s', 'lines': ['使用Vim写稿。']}", draft);
  for (int i = 0; i < 2; i++) {
    client_call(c, 3, "normalize", "{'buffer': 1}");
    cJSON *answer = client_answer(c, 3);
    const cJSON *edits = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "edits");
    assert_int_equal(cJSON_GetArraySize(edits), i ? 0 : 2);
    cJSON_Delete(answer);
    write_ini("spacing = add\n");
    client_call(c, 0, "reload", "{}");
  }
  assert_int_equal(client_end(c), 0);
}

int test_configure(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(heeds_the_file_above, enter, leave),
      cmocka_unit_test_setup_teardown(the_editor_wins, enter, leave),
      cmocka_unit_test_setup_teardown(a_wrong_file_is_told_and_not_heeded, enter, leave),
      cmocka_unit_test_setup_teardown(normalizes_by_it, enter, leave),
  };
  return cmocka_run_group_tests_name("configure", tests, NULL, NULL);
}
