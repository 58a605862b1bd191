/* Requests about a draft. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "client.h"
#include "groups.h"

static client *start_with_draft(void) {
  client *c = client_start();
  client_call(c, 0, "open",
              "{'buffer': 1, 'tick': 7, 'lines': ['一、打牢基础', '一是学习,二是宣讲。三是检查。', '二、压实责任']}");
  return c;
}

static void sections_have_positions_in_all_units(void **state) {
  (void)state;
  client *c = start_with_draft();
  client_call(c, 1, "outline", "{'buffer': 1, 'tick': 7}");
  cJSON *answer = client_answer(c, 1), *result = cJSON_GetObjectItem(answer, "result");
  assert_int_equal(client_integer(result, "tick"), 7);
  assert_true(cJSON_IsNull(cJSON_GetObjectItem(result, "next")));
  const cJSON *sections = cJSON_GetObjectItem(result, "sections");
  assert_int_equal(cJSON_GetArraySize(sections), 5);
  const cJSON *second = cJSON_GetArrayItem(sections, 2), *start = cJSON_GetObjectItem(second, "start");
  assert_string_equal(cJSON_GetObjectItem(second, "marker")->valuestring, "二是");
  assert_int_equal(client_integer(start, "line"), 2);
  assert_int_equal(client_integer(start, "byte"), 13);
  assert_int_equal(client_integer(start, "char"), 5);
  cJSON_Delete(answer);
  assert_int_equal(client_end(c), 0);
}

static void a_tick_that_is_not_now_is_stale(void **state) {
  (void)state;
  static const char *const methods[] = {"outline", "figures", "diagnostics", "normalize", "count"};
  client *c = start_with_draft();
  for (unsigned i = 0; i < 5; i++) {
    client_call(c, 2 * i + 1, methods[i], "{'buffer': 1, 'tick': 6}");
    client_expect_error(c, 2 * i + 1, "stale");
    client_call(c, 2 * i + 2, methods[i], "{'buffer': 99}");
    client_expect_error(c, 2 * i + 2, "buffer");
    client_call(c, 20 + i, methods[i], "{}");
    client_expect_error(c, 20 + i, "params");
  }
  assert_int_equal(client_end(c), 0);
}

static void figures_come_for_lines_and_as_rows(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 7, 'lines': ['培训30人', '发放资料300余份', '走访4户']}");
  client_call(c, 1, "figures", "{'buffer': 1, 'first': 1, 'last': 2, 'rows': true}");
  cJSON *answer = client_answer(c, 1);
  const cJSON *figures = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "figures");
  char *rows = cJSON_PrintUnformatted(figures);
  assert_string_equal(rows, "[[2,12,\"300余份\",\"300\",\"300..400\",\"份\",\"资料\",\"\",0]]");
  cJSON_free(rows);
  cJSON_Delete(answer);
  client_call(c, 2, "figures", "{'buffer': 1, 'first': 2}");
  answer = client_answer(c, 2);
  figures = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "figures");
  assert_int_equal(cJSON_GetArraySize(figures), 1);
  assert_string_equal(cJSON_GetObjectItem(cJSON_GetArrayItem(figures, 0), "text")->valuestring, "4户");
  cJSON_Delete(answer);
  client_call(c, 3, "figures", "{'buffer': 1, 'first': 4}");
  client_expect_error(c, 3, "params");
  assert_int_equal(client_end(c), 0);
}

/* The text of the first edit that a pass asks for; "" when it asks for none. */
static void expect_edit(client *c, unsigned id, const char *parameters, const char *rule, const char *text) {
  client_call(c, id, "normalize", "%s", parameters);
  cJSON *answer = client_answer(c, id);
  const cJSON *edit, *edits = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "edits");
  const char *found = "";
  cJSON_ArrayForEach(edit, edits) if (!strcmp(cJSON_GetObjectItem(edit, "rule")->valuestring, rule)) {
    found = cJSON_GetObjectItem(edit, "text")->valuestring;
    break;
  }
  assert_string_equal(found, text);
  cJSON_Delete(answer);
}

static void normalizes_in_the_manner_asked_for(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 7, 'lines': ['今年以来使用LED灯的道路越来越多，群众更加满意。']}");
  expect_edit(c, 1, "{'buffer': 1}", "NRM-31", "");
  expect_edit(c, 2, "{'buffer': 1, 'spacing': 'add'}", "NRM-31", " ");
  expect_edit(c, 3, "{'buffer': 1, 'spacing': 'remove'}", "NRM-31", "");
  client_call(c, 0, "initialize", "{'client': 'test', 'options': {'spacing': 'add', 'indent': 'add'}}");
  expect_edit(c, 4, "{'buffer': 1}", "NRM-31", " ");
  expect_edit(c, 5, "{'buffer': 1, 'spacing': ''}", "NRM-31", "");
  client_call(c, 6, "normalize", "{'buffer': 1, 'indent': 'sideways'}");
  client_expect_error(c, 6, "params");
  client_call(c, 7, "normalize", "{'buffer': 1, 'convert': 'latin'}");
  client_expect_error(c, 7, "params");
#ifdef GANGMU_HAVE_OPENCC
  expect_edit(c, 8, "{'buffer': 1, 'convert': 's2t', 'spacing': ''}", "NRM-30", "來");
#endif
  assert_int_equal(client_end(c), 0);
}

static void counts_ranges(void **state) {
  (void)state;
  client *c = start_with_draft();
  client_call(c, 1, "count", "{'buffer': 1, 'first': 0, 'last': 1}");
  cJSON *answer = client_answer(c, 1), *result = cJSON_GetObjectItem(answer, "result");
  assert_int_equal(client_integer(result, "words"), 6);
  assert_int_equal(client_integer(result, "han"), 5);
  assert_int_equal(client_integer(result, "sections"), 1);
  cJSON_Delete(answer);
  /* Part of the first and of the last line: 础, and 一是学习. */
  client_call(c, 2, "count", "{'buffer': 1, 'first': 0, 'last': 2, 'first_byte': 15, 'last_byte': 12}");
  answer = client_answer(c, 2), result = cJSON_GetObjectItem(answer, "result");
  assert_int_equal(client_integer(result, "words"), 5);
  cJSON_Delete(answer);
  client_call(c, 3, "count", "{'buffer': 1, 'first': 1, 'last': 2, 'first_byte': 6, 'last_byte': 12}");
  answer = client_answer(c, 3), result = cJSON_GetObjectItem(answer, "result");
  assert_int_equal(client_integer(result, "words"), 2);
  cJSON_Delete(answer);
  client_call(c, 2, "count", "{'buffer': 1, 'first': 2, 'last': 1}");
  client_expect_error(c, 2, "params");
  client_call(c, 3, "count", "{'buffer': 1, 'first': 0, 'last': 4}");
  client_expect_error(c, 3, "params");
  assert_int_equal(client_end(c), 0);
}

static void normalizes_a_range(void **state) {
  (void)state;
  client *c = start_with_draft();
  client_call(c, 1, "normalize", "{'buffer': 1, 'tick': 7}");
  cJSON *answer = client_answer(c, 1), *result = cJSON_GetObjectItem(answer, "result");
  const cJSON *edit = cJSON_GetArrayItem(cJSON_GetObjectItem(result, "edits"), 0);
  assert_string_equal(cJSON_GetObjectItem(edit, "rule")->valuestring, "NRM-04");
  assert_string_equal(cJSON_GetObjectItem(edit, "text")->valuestring, "，");
  assert_int_equal(client_integer(cJSON_GetObjectItem(edit, "start"), "line"), 2);
  cJSON_Delete(answer);
  client_call(c, 2, "normalize", "{'buffer': 1, 'first': 0, 'last': 1}");
  answer = client_answer(c, 2);
  assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "edits")), 0);
  cJSON_Delete(answer);
  client_call(c, 3, "normalize", "{'buffer': 1, 'ignore': ['NRM-04']}");
  answer = client_answer(c, 3);
  assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "edits")), 0);
  cJSON_Delete(answer);
  client_call(c, 4, "normalize", "{'buffer': 1, 'select': ['XX']}");
  client_expect_error(c, 4, "params");
  assert_int_equal(client_end(c), 0);
}

static void explains_rules_and_passes(void **state) {
  (void)state;
  client *c = client_start();
  static const char *const ids[] = {"SEQ-01", "NRM-04"};
  for (unsigned i = 0; i < 2; i++) {
    client_call(c, i + 1, "explain", "{'rule': '%s'}", ids[i]);
    cJSON *answer = client_answer(c, i + 1), *result = cJSON_GetObjectItem(answer, "result");
    assert_string_equal(cJSON_GetObjectItem(result, "id")->valuestring, ids[i]);
    assert_true(strlen(cJSON_GetObjectItem(result, "bad")->valuestring) > 0);
    cJSON_Delete(answer);
  }
  client_call(c, 9, "explain", "{'rule': 'NO-99'}");
  client_expect_error(c, 9, "params");
  client_call(c, 10, "explain", "{}");
  client_expect_error(c, 10, "params");
  assert_int_equal(client_end(c), 0);
}

static void tells_of_itself(void **state) {
  (void)state;
  client *c = start_with_draft();
  client_call(c, 1, "outline", "{'buffer': 1}");
  cJSON_Delete(client_answer(c, 1));
  client_call(c, 2, "info", "{}");
  cJSON *answer = client_answer(c, 2), *result = cJSON_GetObjectItem(answer, "result");
  const cJSON *buffer = cJSON_GetArrayItem(cJSON_GetObjectItem(result, "buffers"), 0);
  assert_int_equal(client_integer(buffer, "lines"), 3);
  assert_int_equal(client_integer(buffer, "bytes"), 79);
  assert_int_equal(client_integer(buffer, "tick"), 7);
  client_integer(cJSON_GetObjectItem(result, "timings"), "join_us");
  cJSON_Delete(answer);
  assert_int_equal(client_end(c), 0);
}

/* Answers of any length come in messages of the wire's size. */
static void long_lists_come_in_parts(void **state) {
  (void)state;
  client *c = client_start();
  cJSON *params = cJSON_CreateObject(), *lines = cJSON_AddArrayToObject(params, "lines");
  cJSON_AddNumberToObject(params, "buffer", 1);
  cJSON_AddNumberToObject(params, "tick", 1);
  for (int i = 0; i < 3000; i++) {
    char line[64];
    snprintf(line, sizeof line, "第%d条 有关单位应当按照规定办理,不得拖延。", i + 1);
    cJSON_AddItemToArray(lines, cJSON_CreateString(line));
  }
  client_call_json(c, 0, "open", params);
  cJSON_Delete(params);
  static const char *const methods[] = {"outline", "normalize"}, *const keys[] = {"sections", "edits"};
  for (int which = 0; which < 2; which++) {
    long from = 0, items = 0, parts = 0, last_line = 0;
    while (from >= 0) {
      client_call(c, (unsigned)++parts, methods[which], "{'buffer': 1, 'tick': 1, 'from': %ld}", from);
      cJSON *answer = client_answer(c, (unsigned)parts), *result = cJSON_GetObjectItem(answer, "result"), *item;
      const cJSON *next = cJSON_GetObjectItem(result, "next");
      cJSON_ArrayForEach(item, cJSON_GetObjectItem(result, keys[which])) {
        long line = client_integer(cJSON_GetObjectItem(item, "start"), "line");
        assert_int_equal(line, ++last_line);
        items++;
      }
      from = cJSON_IsNumber(next) ? (long)next->valuedouble : -1;
      assert_true(from < 0 || from == items);
      cJSON_Delete(answer);
    }
    assert_int_equal(items, 3000);
    if (c->wire == GM_WIRE_JSON) assert_true(parts > 5);
  }
  assert_true(c->longest <= (c->wire == GM_WIRE_JSON ? 32u << 10 : 1u << 20));
  assert_int_equal(client_end(c), 0);
}

static void filters_the_outline(void **state) {
  (void)state;
  client *c = start_with_draft();
  client_call(c, 1, "filter", "{'buffer': 1, 'query': 'xj'}");
  cJSON *answer = client_answer(c, 1), *result = cJSON_GetObjectItem(answer, "result");
  char *rows = cJSON_PrintUnformatted(cJSON_GetObjectItem(result, "rows"));
  assert_string_equal(rows, "[0,2]");
  cJSON_free(rows);
  rows = cJSON_PrintUnformatted(cJSON_GetObjectItem(result, "around"));
  assert_string_equal(rows, "[0]");
  cJSON_free(rows);
  rows = cJSON_PrintUnformatted(cJSON_GetObjectItem(result, "texts"));
  assert_string_equal(rows, "[\"宣讲\"]");
  assert_int_equal(client_integer(result, "tick"), 7);
  cJSON_free(rows);
  cJSON_Delete(answer);
  client_call(c, 2, "filter", "{'buffer': 1, 'line': true}");
  answer = client_answer(c, 2);
  rows = cJSON_PrintUnformatted(cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "rows"));
  assert_string_equal(rows, "[0,4]");
  cJSON_free(rows);
  cJSON_Delete(answer);
  client_call(c, 3, "filter", "{'buffer': 1, 'tick': 6}");
  client_expect_error(c, 3, "stale");
  assert_int_equal(client_end(c), 0);
}

static void edits_by_the_outline(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 0, "open",
              "{'buffer': 1, 'tick': 1, 'lines': ['一、打牢基础', '甲。', '三、压实责任', '乙。', "
              "'抓好三项：一是学习，二是宣讲，三是检查。']}");
  client_call(c, 1, "renumber", "{'buffer': 1}");
  cJSON *answer = client_answer(c, 1), *result = cJSON_GetObjectItem(answer, "result");
  const cJSON *edits = cJSON_GetObjectItem(result, "edits"), *edit = cJSON_GetArrayItem(edits, 0);
  assert_int_equal(cJSON_GetArraySize(edits), 1);
  assert_string_equal(cJSON_GetObjectItem(edit, "rule")->valuestring, "renumber");
  assert_string_equal(cJSON_GetObjectItem(edit, "text")->valuestring, "二");
  assert_int_equal(client_integer(cJSON_GetObjectItem(edit, "start"), "line"), 3);
  assert_true(cJSON_IsArray(cJSON_GetObjectItem(result, "stale")));
  cJSON_Delete(answer);
  /* By its row and by a place inside. */
  client_call(c, 2, "move", "{'buffer': 1, 'section': 1, 'target': 0}");
  client_call(c, 3, "move", "{'buffer': 1, 'line': 4, 'target_line': 2, 'target_byte': 1, 'behind': 0}");
  cJSON *by_row = client_answer(c, 2), *by_place = client_answer(c, 3);
  edits = cJSON_GetObjectItem(cJSON_GetObjectItem(by_row, "result"), "edits");
  assert_true(cJSON_GetArraySize(edits) >= 2);
  assert_true(cJSON_Compare(edits, cJSON_GetObjectItem(cJSON_GetObjectItem(by_place, "result"), "edits"), true));
  cJSON_Delete(by_row);
  cJSON_Delete(by_place);
  client_call(c, 4, "shift", "{'buffer': 1, 'section': 0, 'by': -1}");
  client_expect_error(c, 4, "refused");
  client_call(c, 5, "split", "{'buffer': 1, 'line': 5, 'byte': 20}");
  answer = client_answer(c, 5);
  edits = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "edits");
  assert_int_equal(cJSON_GetArraySize(edits), 3);
  cJSON_Delete(answer);
  client_call(c, 6, "split", "{'buffer': 1, 'section': 99}");
  client_expect_error(c, 6, "params");
  client_call(c, 7, "join", "{'buffer': 1, 'tick': 9, 'section': 0}");
  client_expect_error(c, 7, "stale");
  assert_int_equal(client_end(c), 0);
}

int test_request(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sections_have_positions_in_all_units),
      cmocka_unit_test(a_tick_that_is_not_now_is_stale),
      cmocka_unit_test(figures_come_for_lines_and_as_rows),
      cmocka_unit_test(counts_ranges),
      cmocka_unit_test(normalizes_a_range),
      cmocka_unit_test(normalizes_in_the_manner_asked_for),
      cmocka_unit_test(explains_rules_and_passes),
      cmocka_unit_test(tells_of_itself),
      cmocka_unit_test(long_lists_come_in_parts),
      cmocka_unit_test(filters_the_outline),
      cmocka_unit_test(edits_by_the_outline),
  };
  return cmocka_run_group_tests_name("protocol.request", tests, NULL, NULL);
}
