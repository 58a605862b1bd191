/* Bad input of every kind: an answer where there is an id, and the session lives on in little memory. */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "client.h"
#include "groups.h"

/* What a helper with an empty draft may take at its peak while it is lied to, in kB. */
#define PEAK_KB 24000

static void expect_peak(const client *c, long kb) {
#ifdef GANGMU_SANITIZED
  kb += 1000000; /* its shadow memory is counted */
#endif
  assert_true(client_memory(c, "VmHWM") < kb);
}

static void expect_alive(client *c) {
  client_call(c, 4711, "info", "{}");
  cJSON *answer = client_answer(c, 4711);
  assert_non_null(cJSON_GetObjectItem(answer, "result"));
  cJSON_Delete(answer);
}

/* Sends bytes, expects a `log` of `code` (or the error under `id`), and an answer afterwards. */
static void expect_survives(const void *bytes, size_t len, unsigned id, const char *code) {
  client *c = client_start();
  client_send(c, bytes, len);
  if (id) {
    client_expect_error(c, id, code);
  } else {
    cJSON *map = client_pushed(c, "log");
    assert_string_equal(cJSON_GetObjectItem(map, "code")->valuestring, code);
    assert_true(strlen(cJSON_GetObjectItem(map, "message")->valuestring) > 0);
    cJSON_Delete(map);
  }
  expect_alive(c);
  expect_peak(c, PEAK_KB);
  assert_int_equal(client_end(c), 0);
}

#define SURVIVES(bytes, id, code) expect_survives(bytes, sizeof(bytes) - 1, id, code)

static void survives_damaged_messages(void **state) {
  (void)state;
  if (client_wire == GM_WIRE_JSON) {
    SURVIVES("this is no message\n", 0, "parse");
    SURVIVES("[5,[\"outline\",{\"buffer\":1}\n", 5, "parse");
    SURVIVES("[5,[\"outline\",{\"buffer\":1}]] more\n", 5, "parse");
    SURVIVES("{\"id\":5}\n", 0, "parse");
    SURVIVES("[5]\n", 0, "parse");
    SURVIVES("[-1,[\"info\"]]\n", 0, "parse");
    SURVIVES("[1e300,[\"info\"]]\n", 0, "parse");
    SURVIVES("[5,[7,{}]]\n", 5, "parse");
    SURVIVES("[5,[\"info\",7]]\n", 5, "params");
    SURVIVES("[5,[\"nonsense\",{}]]\n", 5, "method");
    SURVIVES("\xff\xfe\x00\x01\n", 0, "parse");
    return;
  }
  SURVIVES("this is no message", 0, "parse");
  SURVIVES("\x94\x00\x05\xa4info\x07", 5, "params");
  SURVIVES("\x94\x00\x05\xa8nonsense\x90", 5, "method");
  SURVIVES("\x94\x00\x05\x07\x90", 5, "parse");
  SURVIVES("\x94\x00\xcd\x01\x00\xa4info\xc1", 256, "parse");
  SURVIVES("\x95\x01\x02\x03\x04\x05", 0, "parse");
  SURVIVES("\xc1\xc1\xc1\xc1", 0, "parse");
  SURVIVES("\xdf\xff\xff\xff\xff", 0, "parse");
}

/* A message with its end torn off swallows the head of the next one; the one behind that is found. */
static void finds_the_way_back(void **state) {
  (void)state;
  client *c = client_start();
  static const char json[] = "[5,[\"outline\",{\"buff", packed[] =
                                                            "\x94\x00\x05\xa7outline\x91\x81\xa6"
                                                            "buf";
  if (client_wire == GM_WIRE_JSON)
    client_send(c, json, sizeof json - 1);
  else
    client_send(c, packed, sizeof packed - 1);
  client_call(c, 6, "info", "{}");
  client_expect_error(c, 5, client_wire == GM_WIRE_JSON ? "parse" : "params");
  expect_alive(c);
  assert_int_equal(client_end(c), 0);
}

static void survives_lengths_of_gigabytes(void **state) {
  (void)state;
  if (client_wire == GM_WIRE_JSON) return;
  SURVIVES("\xdd\x10\x00\x00\x00", 0, "parse");
  SURVIVES("\x93\x02\xa4open\xdd\x10\x00\x00\x00", 0, "limit");
  SURVIVES("\x94\x00\x05\xa4open\xdd\x10\x00\x00\x00", 5, "limit");
  SURVIVES("\x94\x00\x05\xa4open\xdf\x7f\xff\xff\xff", 5, "limit");
  SURVIVES("\x94\x00\x05\xa4open\x91\xdb\x7f\xff\xff\xff", 5, "limit");
  SURVIVES("\x94\x00\x05\xa4open\x91\xc6\xff\xff\xff\xff", 5, "limit");
  SURVIVES("\x94\x00\x05\xa4open\x91\xc9\xff\xff\xff\xff\x01", 5, "limit");
  /* Inside a handle's body, where no skipper looks. */
  SURVIVES(
      "\x94\x00\x05\xa7outline\x91\x81\xa6"
      "buffer\xc7\x05\x00\xdd\x10\x00\x00\x00",
      5, "params");
}

static void survives_nesting(void **state) {
  (void)state;
  char bomb[100016];
  memset(bomb, client_wire == GM_WIRE_JSON ? '[' : '\x91', sizeof bomb);
  if (client_wire == GM_WIRE_JSON) {
    memcpy(bomb, "[5,[\"open\",", 11);
    bomb[sizeof bomb - 1] = '\n';
  } else {
    memcpy(bomb, "\x94\x00\x05\xa4open", 8);
  }
  expect_survives(bomb, sizeof bomb, 5, "limit");
}

static void keeps_bad_bytes_of_a_draft(void **state) {
  (void)state;
  client *c = client_start();
  static const char json[] =
      "[0,[\"open\",{\"buffer\":1,\"tick\":1,\"lines\":[\"一、\xff\xe4\xb8 基础\",\"\\ud800甲\\u0000\"]}]]\n";
  static const char packed[] =
      "\x93\x02\xa4open\x91\x83\xa6"
      "buffer\x01\xa4tick\x01\xa5lines\x92\xb0一、\xff\xe4\xb8 基础\xc4\x05\x00\xff甲";
  if (client_wire == GM_WIRE_JSON)
    client_send(c, json, sizeof json - 1);
  else
    client_send(c, packed, sizeof packed - 1);
  cJSON_Delete(client_pushed(c, "published"));
  client_call(c, 1, "info", "{}");
  cJSON *answer = client_answer(c, 1);
  const cJSON *buffers = cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "buffers");
  assert_int_equal(client_integer(cJSON_GetArrayItem(buffers, 0), "bytes"), client_wire == GM_WIRE_JSON ? 23 : 21);
  cJSON_Delete(answer);
  client_call(c, 2, "outline", "{'buffer': 1}");
  answer = client_answer(c, 2);
  assert_non_null(cJSON_GetObjectItem(answer, "result"));
  cJSON_Delete(answer);
  assert_int_equal(client_end(c), 0);
}

static void takes_handles_and_binary(void **state) {
  (void)state;
  if (client_wire == GM_WIRE_JSON) return;
  client *c = client_start();
  /* The buffer as EXT (a handle of Neovim), the lines as BIN, the tick as a float. */
  static const char packed[] =
      "\x93\x02\xa4open\x91\x83\xa6"
      "buffer\xd4\x00\x09\xa4tick\xcb\x40\x00\x00\x00\x00\x00\x00\x00\xa5lines\x91\xc4\x03"
      "甲";
  client_send(c, packed, sizeof packed - 1);
  cJSON *map = client_pushed(c, "published");
  assert_int_equal(client_integer(map, "buffer"), 9);
  assert_int_equal(client_integer(map, "tick"), 2);
  cJSON_Delete(map);
  assert_int_equal(client_end(c), 0);
}

/* Every prefix of a message, then the end of the input: the helper ends and says nothing wrong. */
static void ends_in_mid_message(void **state) {
  (void)state;
  static const char json[] = "[1,[\"open\",{\"buffer\":1,\"tick\":1,\"lines\":[\"甲\"]}]]";
  static const char packed[] =
      "\x94\x00\x01\xa4open\x91\x83\xa6"
      "buffer\x01\xa4tick\x01\xa5lines\x91\xa3甲";
  const char *bytes = client_wire == GM_WIRE_JSON ? json : packed;
  size_t len = client_wire == GM_WIRE_JSON ? sizeof json - 1 : sizeof packed - 1;
  for (size_t cut = 1; cut < len; cut += 5) {
    client *c = client_start();
    client_send(c, bytes, cut);
    client_silent(c, 1);
    assert_int_equal(client_end(c), 0);
  }
}

/* Byte by byte, so that every place of a frame is one where it waits for more. */
static void takes_messages_byte_by_byte(void **state) {
  (void)state;
  static const char json[] = "[1,[\"info\",{\"a\":[1,\"甲\\\"\\\\\",{}]}]]\r\n\n[2,[\"info\"]]\n";
  static const char packed[] =
      "\x94\x00\x01\xa4info\x91\x81\xa1"
      "a\x93\x01\xa3甲\x80\x94\x00\x02\xa4info\x90";
  const char *bytes = client_wire == GM_WIRE_JSON ? json : packed;
  size_t len = client_wire == GM_WIRE_JSON ? sizeof json - 1 : sizeof packed - 1;
  client *c = client_start();
  for (size_t i = 0; i < len; i++) {
    client_send(c, bytes + i, 1);
    nanosleep(&(struct timespec){0, 500000}, NULL);
  }
  for (unsigned id = 1; id <= 2; id++) {
    cJSON *answer = client_answer(c, id);
    assert_non_null(cJSON_GetObjectItem(answer, "result"));
    cJSON_Delete(answer);
  }
  assert_int_equal(client_end(c), 0);
}

/* A helper killed in the middle of its work leaves nothing behind but its exit code. */
static void can_be_killed(void **state) {
  (void)state;
  client *c = client_start();
  client_call(c, 0, "open", "{'buffer': 1, 'tick': 1, 'more': true, 'lines': ['甲']}");
  kill(c->pid, SIGKILL);
  assert_int_equal(client_end(c), 128 + SIGKILL);
}

static void a_reader_that_goes_away_ends_it(void **state) {
  (void)state;
  client *c = client_start();
  close(c->out);
  c->out = open("/dev/null", O_RDONLY);
  client_call(c, 1, "info", "{}");
  assert_int_equal(client_end(c), 0);
}

/* Random changes of sound messages: whatever comes of them, the helper answers the next sound request. */
static void survives_random_damage(void **state) {
  (void)state;
  static const char json[] =
      "[7,[\"open\",{\"buffer\":1,\"tick\":1,\"lines\":[\"一、甲\",\"二、乙\"],\"more\":false}]]\n";
  static const char packed[] =
      "\x94\x00\x07\xa4open\x91\x84\xa6"
      "buffer\x01\xa4tick\x01\xa5lines\x92\xa9一、甲\xa9二、乙\xa4more\xc2";
  const char *bytes = client_wire == GM_WIRE_JSON ? json : packed;
  size_t len = client_wire == GM_WIRE_JSON ? sizeof json - 1 : sizeof packed - 1;
  client *c = client_start();
  uint64_t seed = 88172645463325252u;
  char copy[256];
  for (int round = 0; round < 2000; round++) {
    memcpy(copy, bytes, len);
    for (int k = 0; k < 3; k++) {
      seed ^= seed << 13;
      seed ^= seed >> 7;
      seed ^= seed << 17;
      copy[seed % len] = (char)(seed >> 40);
    }
    if (client_wire == GM_WIRE_JSON) copy[len - 1] = '\n';
    client_send(c, copy, len);
    /* Read on, so that neither side waits for the other. */
    for (cJSON *message; (message = client_hear(c, 0));) cJSON_Delete(message);
  }
  /* A length read out of damage may have swallowed up to 64 KB that follow. */
  for (int round = 0; round < 70000 / 8; round++) client_send(c, "\n\n\n\n\n\n\n\n", 8);
  expect_alive(c);
  expect_peak(c, PEAK_KB);
  assert_int_equal(client_end(c), 0);
}

static void gives_up_what_is_no_protocol(void **state) {
  (void)state;
  client *c = client_start();
  size_t chunk = (size_t)1 << 20;
  char *garbage = gm_alloc(chunk);
  memset(garbage, 'x', chunk);
  for (int i = 0; i < 258; i++) client_send(c, garbage, chunk);
  free(garbage);
  expect_peak(c, client_wire == GM_WIRE_JSON ? 160000 : PEAK_KB); /* a line may be of 64 MB */
  assert_int_equal(client_end(c), 3);
}

int test_damage(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(survives_damaged_messages),
      cmocka_unit_test(survives_lengths_of_gigabytes),
      cmocka_unit_test(survives_nesting),
      cmocka_unit_test(finds_the_way_back),
      cmocka_unit_test(keeps_bad_bytes_of_a_draft),
      cmocka_unit_test(takes_handles_and_binary),
      cmocka_unit_test(ends_in_mid_message),
      cmocka_unit_test(takes_messages_byte_by_byte),
      cmocka_unit_test(can_be_killed),
      cmocka_unit_test(a_reader_that_goes_away_ends_it),
      cmocka_unit_test(survives_random_damage),
      cmocka_unit_test(gives_up_what_is_no_protocol),
  };
  return cmocka_run_group_tests_name("protocol.damage", tests, NULL, NULL);
}
