/* Opening, changing, closing; what is published; falling out of step. */
#define _GNU_SOURCE /* memmem */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "client.h"
#include "groups.h"
#include "vocabulary.h"

static void says_what_it_can(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 1, "initialize", "{'client': 'test'}");
  cJSON *answer = client_answer(c, 1), *result = cJSON_GetObjectItem(answer, "result");
  assert_string_equal(cJSON_GetObjectItem(result, "wire")->valuestring, c->wire == GM_WIRE_JSON ? "json" : "msgpack");
  assert_string_equal(cJSON_GetObjectItem(result, "version")->valuestring, GANGMU_VERSION);
  assert_true(cJSON_GetArraySize(cJSON_GetObjectItem(result, "capabilities")) >= 13);
  const cJSON *rule = cJSON_GetArrayItem(cJSON_GetObjectItem(result, "rules"), 0);
  assert_true(cJSON_IsString(cJSON_GetObjectItem(rule, "id")));
  assert_true(strlen(cJSON_GetObjectItem(rule, "title")->valuestring) > 0);
  cJSON_Delete(answer);
  assert_int_equal(client_end(c), 0);
}

static void publishes_what_an_edit_changed(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 3, 'tick': 5, 'lines': ['一、打牢基础', '甲。', '二、压实责任', '乙。']}");
  held_until(&h, c, 3, 5);
  assert_int_equal(h.serial, 1);
  assert_int_equal(cJSON_GetArraySize(h.rows[0]), 2);
  client_call(c, 0, "change", "{'buffer': 3, 'tick': 6, 'line_count': 5, 'first': 1, 'last': 1, 'lines': ['丙。']}");
  cJSON *map = client_pushed(c, "published");
  char *ops = cJSON_PrintUnformatted(cJSON_GetObjectItem(map, "outline"));
  /* The second section moves down; the first grows by a line and a character and a mark. */
  assert_string_equal(ops, "[[\"shift\",1,2,1],[\"patch\",0,2,4],[\"patch\",0,10,10]]");
  free(ops);
  assert_null(cJSON_GetObjectItem(map, "figures"));
  assert_true(cJSON_IsFalse(cJSON_GetObjectItem(map, "more")));
  held_apply(&h, map);
  assert_int_equal(h.tick, 6);
  cJSON_Delete(map);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

/* Counts, places and figures wait while a writer types on, for a pause or until they are asked for; findings do not. */
static void what_is_typed_waits_when_it_is_calm(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 3, 'tick': 5, 'lines': ['一、打牢基础', '甲，共有36人参加。']}");
  held_until(&h, c, 3, 5);
  client_call(c, 0, "change",
              "{'buffer': 3, 'tick': 6, 'line_count': 2, 'first': 1, 'last': 2, 'lines': ['甲乙，共有36人参加。'], "
              "'typed': true}");
  client_silent(c, 150);
  cJSON *map = client_pushed(c, "published");
  char *ops = cJSON_PrintUnformatted(cJSON_GetObjectItem(map, "figures"));
  assert_string_equal(ops, "[[\"slide\",0,1,3]]");
  free(ops);
  held_apply(&h, map);
  assert_int_equal(h.tick, 6);
  cJSON_Delete(map);
  client_call(c, 0, "change",
              "{'buffer': 3, 'tick': 7, 'line_count': 2, 'first': 1, 'last': 2, 'lines': ['甲，共有36人参加。'], "
              "'typed': true}");
  client_silent(c, 100);
  client_call(c, 0, "publish", "{'buffer': 3}");
  held_until(&h, c, 3, 7);
  /* Asked for when there is nothing: nothing comes. */
  client_call(c, 0, "publish", "{'buffer': 3}");
  client_silent(c, 60);
  client_call(c, 0, "change",
              "{'buffer': 3, 'tick': 8, 'line_count': 2, 'first': 1, 'last': 2, 'lines': ['甲，共有36人人参加。'], "
              "'typed': true}");
  client_silent(c, 60);
  /* A figure is not urgent either; a finding is, and takes the rest along. */
  client_call(c, 0, "change",
              "{'buffer': 3, 'tick': 9, 'line_count': 2, 'first': 1, 'last': 2, 'lines': ['甲，共有361人人参加。'], "
              "'typed': true}");
  client_silent(c, 60);
  client_call(c, 0, "change",
              "{'buffer': 3, 'tick': 10, 'line_count': 2, 'first': 1, 'last': 2, "
              "'lines': ['甲，9月31日共有361人人参加。'], 'typed': true}");
  map = client_hear(c, 200);
  assert_non_null(map);
  cJSON_Delete(map);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

/* One who types on without a pause is told the words of a heading when he pauses for a moment. */
static void the_words_of_a_heading_wait_for_a_moment(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 3, 'tick': 5, 'lines': ['一、打牢基础', '甲。', '', '乙。']}");
  held_until(&h, c, 3, 5);
  const char *words[] = {"工", "作", "，", "再", "接"};
  for (int i = 0; i < 5; i++) {
    client_call(c, 0, "change",
                "{'buffer': 3, 'tick': %d, 'line_count': 4, 'first': 0, 'last': 1, 'lines': ['一、打牢基础%s'], "
                "'typed': true}",
                6 + i, words[i]);
    client_silent(c, 60);
  }
  cJSON *map = client_hear(c, 1000);
  assert_non_null(map);
  held_apply(&h, cJSON_GetObjectItem(map, "map"));
  assert_int_equal(h.tick, 10);
  cJSON_Delete(map);
  client_call(c, 0, "change",
              "{'buffer': 3, 'tick': 11, 'line_count': 4, 'first': 2, 'last': 3, 'lines': ['二、压'], 'typed': true}");
  map = client_hear(c, 1000);
  assert_non_null(map);
  cJSON_Delete(map);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

/* A sign of life, also while something waits for a pause. */
static void says_that_it_lives(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "alive", "{}");
  cJSON_Delete(client_pushed(c, "alive"));
  client_call(c, 0, "open", "{'buffer': 3, 'tick': 5, 'lines': ['一、打牢基础', '甲。']}");
  held_until(&h, c, 3, 5);
  client_call(c, 0, "change",
              "{'buffer': 3, 'tick': 6, 'line_count': 2, 'first': 1, 'last': 2, 'lines': ['甲乙。'], 'typed': true}");
  client_call(c, 0, "alive", "{}");
  cJSON *heard = client_hear(c, 200);
  assert_string_equal(cJSON_GetObjectItem(heard, "push")->valuestring, "alive");
  cJSON_Delete(heard);
  held_until(&h, c, 3, 6);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void open_in_parts_is_published_once(void **state) {
  (void)state;
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'more': true, 'lines': ['一、打牢基础']}");
  client_call(c, 9, "outline", "{'buffer': 1}");
  client_expect_error(c, 9, "buffer");
  client_silent(c, 300);
  client_call(c, 0, "append", "{'buffer': 1, 'more': true, 'lines': ['甲。', '二、压实责任']}");
  client_call(c, 0, "append", "{'buffer': 1, 'more': false, 'lines': []}");
  held_until(&h, c, 1, 1);
  assert_int_equal(h.serial, 1);
  assert_int_equal(cJSON_GetArraySize(h.rows[0]), 2);
  client_call(c, 0, "append", "{'buffer': 1, 'lines': ['多余']}");
  cJSON_Delete(client_pushed(c, "log"));
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void expect_resync(const char *change) {
  client *c = client_start();
  held h;
  held_init(&h);
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 5, 'lines': ['一、打牢基础', '甲。']}");
  held_until(&h, c, 1, 5);
  client_call(c, 0, "change", "%s", change);
  cJSON *map = client_pushed(c, "resync");
  assert_int_equal(client_integer(map, "buffer"), 1);
  cJSON_Delete(map);
  /* What follows is dropped without another word, and requests know that. */
  client_call(c, 0, "change", "{'buffer': 1, 'tick': 7, 'line_count': 3, 'first': 0, 'last': 0, 'lines': ['丙。']}");
  client_silent(c, 300);
  client_call(c, 2, "outline", "{'buffer': 1}");
  client_expect_error(c, 2, "stale");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 8, 'lines': ['一、打牢基础', '甲。', '二、压实责任']}");
  held_until(&h, c, 1, 8);
  assert_int_equal(h.serial, 1);
  assert_int_equal(cJSON_GetArraySize(h.rows[0]), 2);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void asks_again_when_out_of_step(void **state) {
  (void)state;
  expect_resync("{'buffer': 1, 'tick': 4, 'line_count': 2, 'first': 0, 'last': 1, 'lines': ['丙。']}");
  expect_resync("{'buffer': 1, 'tick': 6, 'line_count': 4, 'first': 3, 'last': 3, 'lines': ['丙。', '丁。']}");
  expect_resync("{'buffer': 1, 'tick': 6, 'line_count': 2, 'first': 2, 'last': 1, 'lines': ['丙。']}");
  expect_resync("{'buffer': 1, 'tick': 6, 'line_count': 9, 'first': 0, 'last': 1, 'lines': ['丙。']}");
}

static void a_damaged_change_asks_again(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 5, 'lines': ['甲。']}");
  client_call(c, 0, "change", "{'buffer': 1, 'tick': 6, 'line_count': 1, 'first': 0, 'last': 1, 'lines': [7]}");
  cJSON *map = client_pushed(c, "log");
  assert_string_equal(cJSON_GetObjectItem(map, "code")->valuestring, "params");
  cJSON_Delete(map);
  cJSON_Delete(client_pushed(c, "resync"));
  client_call(c, 0, "change", "{'buffer': 2, 'tick': 6, 'line_count': 1, 'first': 0, 'last': 1, 'lines': []}");
  map = client_pushed(c, "resync");
  assert_int_equal(client_integer(map, "buffer"), 2);
  cJSON_Delete(map);
  assert_int_equal(client_end(c), 0);
}

static void closes_and_ends(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 5, 'lines': ['甲。']}");
  client_call(c, 0, "close", "{'buffer': 1}");
  client_call(c, 1, "outline", "{'buffer': 1}");
  client_expect_error(c, 1, "buffer");
  client_silent(c, 300);
  client_call(c, 2, "shutdown", "{}");
  cJSON_Delete(client_answer(c, 2));
  assert_int_equal(client_end(c), 0);
}

static void options_count(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 1, "initialize", "{'options': {'profile': 'cn-gongwen', 'language': 'en', 'publish_delay': 0}}");
  cJSON_Delete(client_answer(c, 1));
  client_call(c, 2, "initialize", "{'options': {'profile': 'us'}}");
  client_expect_error(c, 2, "params");
  client_call(c, 3, "initialize", "{'options': {'select': ['NO-99']}}");
  client_expect_error(c, 3, "params");
  client_call(c, 4, "initialize", "{'options': {'publish_delay': 201}}");
  client_expect_error(c, 4, "params");
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'lines': ['一是学习。二是宣讲。四是检查。']}");
  held h;
  held_init(&h);
  held_until(&h, c, 1, 1);
  assert_int_equal(cJSON_GetArraySize(h.rows[2]), 1);
  /* A new configuration reaches the drafts that are open. */
  client_call(c, 5, "initialize", "{'options': {'ignore': ['SEQ']}}");
  cJSON_Delete(client_answer(c, 5));
  held_until(&h, c, 1, 1);
  assert_int_equal(cJSON_GetArraySize(h.rows[2]), 0);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

static void calls_the_function_asked_for(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 1, "initialize", "{'callback': 'My#own#function'}");
  cJSON_Delete(client_answer(c, 1));
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'lines': []}");
  while (!c->heard.count || !memmem(c->heard.items, c->heard.count, "published", 9)) {
    gm_reserve(&c->heard, c->heard.count + 4096);
    ssize_t got = read(c->out, c->heard.items + c->heard.count, 4096);
    assert_true(got > 0);
    c->heard.count += (size_t)got;
  }
  assert_non_null(memmem(c->heard.items, c->heard.count, "My#own#function", 15));
  assert_int_equal(client_end(c), 0);
}

typedef GM_ARRAY(gm_text) texts;

static cJSON *array_of(const gm_text *lines, size_t count) {
  cJSON *array = cJSON_CreateArray();
  for (size_t i = 0; i < count; i++) {
    char text[1024];
    snprintf(text, sizeof text, "%.*s", (int)lines[i].len, lines[i].ptr);
    cJSON_AddItemToArray(array, cJSON_CreateString(text));
  }
  return array;
}

static void send_edit(client *c, texts *lines, uint64_t *seed, long tick) {
  gm_text put[EDIT_LINES_MAX];
  drawn_edit e = draw_edit(seed, lines->count);
  size_t tail = lines->count - e.last;
  for (size_t i = 0; i < e.count; i++) put[i] = draw_line(seed);
  gm_reserve(lines, e.first + e.count + tail + 1); /* never a null pointer */
  memmove(lines->items + e.first + e.count, lines->items + e.last, tail * sizeof(gm_text));
  memcpy(lines->items + e.first, put, e.count * sizeof(gm_text));
  lines->count = e.first + e.count + tail;
  cJSON *params = cJSON_CreateObject();
  cJSON_AddNumberToObject(params, "buffer", 1);
  cJSON_AddNumberToObject(params, "tick", (double)tick);
  cJSON_AddNumberToObject(params, "line_count", (double)lines->count);
  cJSON_AddNumberToObject(params, "first", (double)e.first);
  cJSON_AddNumberToObject(params, "last", (double)e.last);
  cJSON_AddItemToObject(params, "lines", array_of(put, e.count));
  client_call_json(c, 0, "change", params);
  cJSON_Delete(params);
}

/* The law over the wire: rows kept by operations are the rows of a draft opened anew. */
static void rows_kept_are_rows_opened_anew(void **state) {
  (void)state;
  client *c = client_start();
  uint64_t seed = 0x2545F4914F6CDD1Du;
  texts lines = {0};
  long tick = 1;
  held h, fresh;
  held_init(&h);
  client_call(c, 1, "initialize", "{'options': {'publish_delay': 0, 'select': ['all']}}");
  cJSON_Delete(client_answer(c, 1));
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'lines': []}");
  held_until(&h, c, 1, 1);
  for (int round = 0; round < 600; round++) {
    for (uint32_t edits = draw(&seed, 4) + 1; edits--;) send_edit(c, &lines, &seed, ++tick);
    held_until(&h, c, 1, tick);
    if (round % 5) continue;
    cJSON *params = cJSON_CreateObject();
    cJSON_AddNumberToObject(params, "buffer", 2);
    cJSON_AddNumberToObject(params, "tick", 1);
    cJSON_AddItemToObject(params, "lines", array_of(lines.items, lines.count));
    client_call_json(c, 0, "open", params);
    cJSON_Delete(params);
    held_init(&fresh);
    held_until(&fresh, c, 2, 1);
    held_expect_same(&h, &fresh);
    held_free(&fresh);
  }
  gm_array_free(&lines);
  held_free(&h);
  assert_int_equal(client_end(c), 0);
}

int test_sync(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(says_what_it_can),
      cmocka_unit_test(publishes_what_an_edit_changed),
      cmocka_unit_test(what_is_typed_waits_when_it_is_calm),
      cmocka_unit_test(the_words_of_a_heading_wait_for_a_moment),
      cmocka_unit_test(says_that_it_lives),
      cmocka_unit_test(open_in_parts_is_published_once),
      cmocka_unit_test(asks_again_when_out_of_step),
      cmocka_unit_test(a_damaged_change_asks_again),
      cmocka_unit_test(closes_and_ends),
      cmocka_unit_test(options_count),
      cmocka_unit_test(calls_the_function_asked_for),
      cmocka_unit_test(rows_kept_are_rows_opened_anew),
  };
  return cmocka_run_group_tests_name("protocol.sync", tests, NULL, NULL);
}
