/* Findings waved through: they go and come back with the file. */
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

static char folder[64], draft[96], tsv[96];

static int enter(void **state) {
  (void)state;
  snprintf(folder, sizeof folder, "/tmp/gangmu-dismiss-XXXXXX");
  if (!mkdtemp(folder)) return -1;
  snprintf(draft, sizeof draft, "%s/稿.txt", folder);
  snprintf(tsv, sizeof tsv, "%s/.gangmu/dismissed.tsv", folder);
  return 0;
}

static int leave(void **state) {
  (void)state;
  char hidden[96];
  unlink(tsv);
  snprintf(hidden, sizeof hidden, "%s/.gangmu", folder);
  rmdir(hidden);
  return rmdir(folder);
}

#define LINES "'lines': ['会议定于9月31日召开。', '截止2024年12月31日，工程全部完工。']"

/* Waits for the next state; gives the count of findings and the fingerprint of the first. */
static size_t findings(held *h, client *c, long tick, char print[17]) {
  held_until(h, c, 1, tick);
  const cJSON *row = cJSON_GetArrayItem(h->rows[2], 0);
  if (row) snprintf(print, 17, "%s", cJSON_GetArrayItem(row, 9)->valuestring);
  return (size_t)cJSON_GetArraySize(h->rows[2]);
}

static void it_goes_and_comes_back(void **state) {
  (void)state;
  char print[17] = "", first[17];
  held h;
  client *c = client_start();
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 7, 'path': '%s', " LINES "}", draft);
  assert_int_equal(findings(&h, c, 7, print), 2);
  memcpy(first, print, sizeof first);
  client_call(c, 1, "dismiss", "{'buffer': 1, 'tick': 7, 'fingerprint': '%s', 'reason': '会期另定'}", first);
  cJSON *published = client_pushed(c, "published");
  held_apply(&h, published);
  cJSON_Delete(published);
  assert_int_equal(cJSON_GetArraySize(h.rows[2]), 1);
  struct stat status;
  assert_int_equal(stat(tsv, &status), 0);
  client_call(c, 2, "dismissed", "{'buffer': 1}");
  cJSON *answer = client_answer(c, 2), *rows = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "dismissed");
  assert_int_equal(cJSON_GetArraySize(rows), 1);
  cJSON *row = cJSON_GetArrayItem(rows, 0);
  assert_string_equal(cJSON_GetObjectItem(row, "rule")->valuestring, "DT-01");
  assert_string_equal(cJSON_GetObjectItem(row, "reason")->valuestring, "会期另定");
  assert_string_equal(cJSON_GetObjectItem(row, "draft")->valuestring, "稿.txt");
  assert_true(cJSON_IsTrue(cJSON_GetObjectItem(row, "used")));
  assert_int_equal(client_integer(cJSON_GetObjectItem(row, "start"), "line"), 1);
  cJSON_Delete(answer);
  /* The same draft opened anew heeds the file. */
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 8, 'path': '%s', " LINES "}", draft);
  held_free(&h);
  held_init(&h);
  assert_int_equal(findings(&h, c, 8, print), 1);
  client_call(c, 3, "undismiss", "{'buffer': 1, 'fingerprint': '%s'}", first);
  published = client_pushed(c, "published");
  held_apply(&h, published);
  cJSON_Delete(published);
  assert_int_equal(cJSON_GetArraySize(h.rows[2]), 2);
  client_call(c, 4, "undismiss", "{'buffer': 1, 'fingerprint': '%s'}", first);
  client_expect_error(c, 4, "refused");
  /* The file is written by someone else: it is heeded when told of. */
  FILE *file = fopen(tsv, "w");
  fprintf(file, "%s\tDT-01\t*.txt\t\t\t\nno row\n", first);
  fclose(file);
  client_call(c, 0, "reload", "{}");
  published = client_pushed(c, "published");
  held_apply(&h, published);
  cJSON_Delete(published);
  assert_int_equal(cJSON_GetArraySize(h.rows[2]), 1);
  client_call(c, 5, "dismissed", "{'buffer': 1}");
  answer = client_answer(c, 5);
  rows = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "dismissed");
  assert_int_equal(cJSON_GetArraySize(rows), 2);
  assert_int_equal(client_integer(cJSON_GetArrayItem(rows, 1), "row"), 2);
  assert_non_null(cJSON_GetObjectItem(cJSON_GetArrayItem(rows, 1), "problem"));
  cJSON_Delete(answer);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void what_cannot_be_dismissed_is_refused(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 7, " LINES "}");
  client_call(c, 1, "dismiss", "{'buffer': 1, 'fingerprint': '0123456789abcdef'}");
  client_expect_error(c, 1, "refused");
  client_call(c, 2, "dismiss", "{'buffer': 1}");
  client_expect_error(c, 2, "params");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 7, 'path': '%s', " LINES "}", draft);
  client_call(c, 3, "dismiss", "{'buffer': 1, 'fingerprint': '0123456789abcdef'}");
  client_expect_error(c, 3, "refused");
  client_call(c, 4, "dismiss", "{'buffer': 1, 'fingerprint': 'wrong'}");
  client_expect_error(c, 4, "params");
  client_call(c, 5, "dismiss", "{'buffer': 1, 'fingerprint': '0123456789abcdef', 'reason': 3}");
  client_expect_error(c, 5, "params");
  client_call(c, 6, "open", "{'buffer': 2, 'tick': 7, 'path': 3, " LINES "}");
  client_expect_error(c, 6, "params");
  client_call(c, 7, "dismissed", "{'buffer': 9}");
  client_expect_error(c, 7, "buffer");
  assert_int_equal(client_end(c), 0);
}

int test_dismiss(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(it_goes_and_comes_back, enter, leave),
      cmocka_unit_test_setup_teardown(what_cannot_be_dismissed_is_refused, enter, leave),
  };
  return cmocka_run_group_tests_name("dismiss", tests, NULL, NULL);
}
