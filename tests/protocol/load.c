/* Much at once: changes by the thousand, drafts of a megabyte, a client that does not read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "client.h"
#include "groups.h"

#define CHUNK 400 /* lines in a message: under 32 KB */

/* Opens buffer 1 with `sections` numbered headings, each with a paragraph. */
static void open_large(client *c, int sections) {
  static const char *const marks[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (int from = 0; from < 2 * sections; from += CHUNK) {
    cJSON *params = cJSON_CreateObject(), *lines = cJSON_AddArrayToObject(params, "lines");
    cJSON_AddNumberToObject(params, "buffer", 1);
    if (!from) cJSON_AddNumberToObject(params, "tick", 1);
    cJSON_AddBoolToObject(params, "more", from + CHUNK < 2 * sections);
    for (int i = from; i < from + CHUNK && i < 2 * sections; i++) {
      char line[256];
      if (i % 2)
        snprintf(line, sizeof line, "全镇%d名干部走访农户%d户，收集意见%d条，办结%d条。", i, 3 * i, 5 * i, 5 * i);
      else
        snprintf(line, sizeof line, "（%s）抓好第%d个方面的工作", marks[i / 2 % 9], i);
      cJSON_AddItemToArray(lines, cJSON_CreateString(line));
    }
    client_call_json(c, 0, from ? "append" : "open", params);
    cJSON_Delete(params);
  }
}

static void change_line(client *c, long tick, int count, int line, const char *text) {
  client_call(c, 0, "change", "{'buffer': 1, 'tick': %ld, 'line_count': %d, 'first': %d, 'last': %d, 'lines': ['%s']}",
              tick, count, line, line + 1, text);
}

static void ten_thousand_changes_are_few_states(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  open_large(c, 5000);
  held_until(&h, c, 1, 1);
  long serial = h.serial;
  for (int i = 0; i < 10000; i++) change_line(c, i + 2, 10000, i, i == 7777 ? "共3项" : "改过的一行。");
  held_until(&h, c, 1, 10001);
  assert_int_equal(cJSON_GetArraySize(h.rows[0]), 0);
  /* At the latest every 200 ms; far fewer than the changes on any machine. */
  assert_true(h.serial - serial < 200);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void a_large_draft_tells_its_outline_first(void **state) {
  (void)state;
  client *c = client_start();
  held h, again;
  held_init(&h);
  held_init(&again);
  open_large(c, 2000);
  held_until(&h, c, 1, 1);
  assert_int_equal(h.outlined, cJSON_GetArraySize(h.rows[0]));
  assert_true(h.outlined > 1000);
  assert_true(cJSON_GetArraySize(h.rows[1]) > 4000);
  /* A change right behind the opening is counted in. */
  open_large(c, 2000);
  change_line(c, 2, 4000, 1, "走访农户3户。");
  held_until(&again, c, 1, 2);
  assert_int_equal(cJSON_GetArraySize(again.rows[1]), cJSON_GetArraySize(h.rows[1]) - 3);
  /* So is a request answered with all of it. */
  open_large(c, 2000);
  client_call(c, 5, "figures", "{'buffer': 1, 'first': 3000, 'last': 3010}");
  cJSON *answer = client_answer(c, 5);
  assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "figures")), 25);
  cJSON_Delete(answer);
  held_free(&h);
  held_free(&again);
  assert_int_equal(client_end(c), 0);
}

static void messages_are_small_and_whole(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  open_large(c, 5000);
  held_until(&h, c, 1, 1);
  assert_int_equal(cJSON_GetArraySize(h.rows[0]), 5000);
  if (c->wire == GM_WIRE_JSON) assert_true(h.serial > 10);
  assert_true(c->longest <= (c->wire == GM_WIRE_JSON ? 32u << 10 : 1u << 20));
  /* One character in the middle costs a message in proportion to it. */
  c->longest = 0;
  change_line(c, 2, 10000, 5001, "全镇70名干部走访农户300户，收集意见50条，办结了50条。");
  held_until(&h, c, 1, 2);
  assert_true(c->longest < 1500);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

/* The pipe is full of what it did not read: then it gets the newest state, and no other. */
static void a_client_that_does_not_read_gets_the_newest(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  open_large(c, 5000);
  struct timespec pause = {0, 60000000};
  for (int i = 0; i < 20; i++) {
    change_line(c, i + 2, 10000, 2 * i, "（一）改过的标题");
    nanosleep(&pause, NULL);
  }
  held_until(&h, c, 1, 21);
  long last = h.serial;
  held fresh;
  held_init(&fresh);
  client_silent(c, 300);
  open_large(c, 5000);
  held_until(&fresh, c, 1, 1);
  /* Two states: the one that filled the pipe and the newest. */
  assert_true(last <= fresh.serial + 3);
  held_free(&fresh);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void gives_memory_back(void **state) {
  (void)state;
#ifdef GANGMU_SANITIZED
  skip(); /* its shadow memory is counted */
#endif
  client *c = client_start();
  held h;
  held_init(&h);
  open_large(c, 20000);
  held_until(&h, c, 1, 1);
  assert_true(client_memory(c, "VmHWM") > 9000);
  client_call(c, 0, "close", "{'buffer': 1}");
  struct timespec pause = {1, 600000000};
  nanosleep(&pause, NULL);
  assert_true(client_memory(c, "VmRSS") < 6000);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void publishes_in_time(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'lines': ['一、甲', '二、乙']}");
  held_until(&h, c, 1, 1);
  /* Changes without a pause: the state is told all the same, at the latest after 200 ms. */
  struct timespec pause = {0, 10000000};
  long serial = h.serial;
  for (int i = 0; i < 60; i++) {
    change_line(c, i + 2, 2, 1, i % 2 ? "二、乙" : "二、丙");
    nanosleep(&pause, NULL);
    for (cJSON *message; (message = client_hear(c, 0)); cJSON_Delete(message))
      held_apply(&h, cJSON_GetObjectItem(message, "map"));
  }
  assert_true(h.serial >= serial + 2);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

int test_load(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ten_thousand_changes_are_few_states),
      cmocka_unit_test(a_large_draft_tells_its_outline_first),
      cmocka_unit_test(messages_are_small_and_whole),
      cmocka_unit_test(a_client_that_does_not_read_gets_the_newest),
      cmocka_unit_test(gives_memory_back),
      cmocka_unit_test(publishes_in_time),
  };
  return cmocka_run_group_tests_name("protocol.load", tests, NULL, NULL);
}
