/* Framing: where a message ends, at any cut of the bytes; what passes the limits; what is mended in a line of JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "protocol/frame.h"
#include "protocol/outbox.h"

/* Frames `bytes` whole, and again byte by byte: the end is the same. */
static gm_frame_status frame_all(const char *bytes, size_t len, size_t *at) {
  gm_frame whole = {0}, grown = {0};
  gm_frame_status status = gm_frame_msgpack(&whole, bytes, len), last = GM_FRAME_MORE;
  for (size_t n = 1; n <= len && last == GM_FRAME_MORE; n++) {
    char *exact = malloc(n); /* so that a sanitizer sees a byte too many */
    memcpy(exact, bytes, n);
    last = gm_frame_msgpack(&grown, exact, n);
    free(exact);
  }
  assert_int_equal(last, status);
  if (status == GM_FRAME_COMPLETE) assert_int_equal(grown.at, whole.at);
  *at = whole.at;
  return status;
}

static void expect_whole(const char *bytes, size_t len) {
  size_t at;
  assert_int_equal(frame_all(bytes, len, &at), GM_FRAME_COMPLETE);
  assert_int_equal(at, len);
  /* One byte less is not whole; bytes behind do not matter. */
  gm_frame frame = {0};
  if (len > 1) assert_int_equal(gm_frame_msgpack(&frame, bytes, len - 1), GM_FRAME_MORE);
}
#define WHOLE(bytes) expect_whole(bytes, sizeof(bytes) - 1)

static void knows_every_form(void **state) {
  (void)state;
  WHOLE("\x07");
  WHOLE("\xff");
  WHOLE("\xc0");
  WHOLE("\xc2");
  WHOLE("\xc3");
  WHOLE(
      "\xc4\x02"
      "ab");
  WHOLE(
      "\xc5\x00\x02"
      "ab");
  WHOLE(
      "\xc6\x00\x00\x00\x02"
      "ab");
  WHOLE(
      "\xc7\x02\x01"
      "ab");
  WHOLE(
      "\xc8\x00\x02\x01"
      "ab");
  WHOLE(
      "\xc9\x00\x00\x00\x02\x01"
      "ab");
  WHOLE(
      "\xca"
      "1234");
  WHOLE(
      "\xcb"
      "12345678");
  WHOLE(
      "\xcc"
      "1");
  WHOLE(
      "\xcd"
      "12");
  WHOLE(
      "\xce"
      "1234");
  WHOLE(
      "\xcf"
      "12345678");
  WHOLE(
      "\xd0"
      "1");
  WHOLE(
      "\xd1"
      "12");
  WHOLE(
      "\xd2"
      "1234");
  WHOLE(
      "\xd3"
      "12345678");
  WHOLE(
      "\xd4\x00"
      "1");
  WHOLE(
      "\xd5\x00"
      "12");
  WHOLE(
      "\xd6\x00"
      "1234");
  WHOLE(
      "\xd7\x00"
      "12345678");
  WHOLE(
      "\xd8\x00"
      "1234567890123456");
  WHOLE("\xa0");
  WHOLE(
      "\xa3"
      "abc");
  WHOLE(
      "\xd9\x03"
      "abc");
  WHOLE(
      "\xda\x00\x03"
      "abc");
  WHOLE(
      "\xdb\x00\x00\x00\x03"
      "abc");
  WHOLE("\x90");
  WHOLE("\x80");
  WHOLE("\x92\x01\x91\xa1x");
  WHOLE("\x82\xa1x\x90\xa1y\x80");
  WHOLE("\xdc\x00\x02\x01\x02");
  WHOLE("\xdd\x00\x00\x00\x01\xc0");
  WHOLE("\xde\x00\x01\xa1x\x01");
  WHOLE("\xdf\x00\x00\x00\x00");
}

static void keeps_limits(void **state) {
  (void)state;
  size_t at;
  assert_int_equal(frame_all("\xc1", 1, &at), GM_FRAME_BROKEN);
  assert_int_equal(frame_all("\xdd\x10\x00\x00\x00", 5, &at), GM_FRAME_MANY);
  assert_int_equal(frame_all("\xdf\x7f\xff\xff\xff", 5, &at), GM_FRAME_MANY);
  assert_int_equal(frame_all("\xdb\x7f\xff\xff\xff", 5, &at), GM_FRAME_LONG);
  assert_int_equal(frame_all("\x92\xdb\x04\x00\x00\x00", 6, &at), GM_FRAME_LONG);
  assert_int_equal(frame_all("\x92\xdb\x03\xff\x00\x00", 6, &at), GM_FRAME_MORE);
  /* Many headers that are each within the limit. */
  assert_int_equal(frame_all("\x92\xdd\x00\x20\x00\x00\xdd\x00\x20\x00\x00", 11, &at), GM_FRAME_MANY);
  char nested[GM_FRAME_DEPTH_MAX + 2];
  memset(nested, '\x91', sizeof nested);
  nested[GM_FRAME_DEPTH_MAX] = '\x07';
  assert_int_equal(frame_all(nested, GM_FRAME_DEPTH_MAX + 1, &at), GM_FRAME_COMPLETE);
  nested[GM_FRAME_DEPTH_MAX] = '\x91';
  assert_int_equal(frame_all(nested, sizeof nested, &at), GM_FRAME_DEEP);
}

static void finds_lines(void **state) {
  (void)state;
  gm_frame frame = {0};
  assert_int_equal(gm_frame_line(&frame, "[1,", 3), GM_FRAME_MORE);
  assert_int_equal(gm_frame_line(&frame, "[1,[]]\nx", 8), GM_FRAME_COMPLETE);
  assert_int_equal(frame.at, 6);
}

static void expect_mended(const char *line, const char *want) {
  size_t len = strlen(line), values;
  char *copy = malloc(len);
  memcpy(copy, line, len);
  assert_int_equal(gm_frame_check_json(copy, len, &values), GM_FRAME_COMPLETE);
  assert_memory_equal(copy, want, len);
  free(copy);
}

static void mends_escapes(void **state) {
  (void)state;
  expect_mended("[\"a\\u0000b\"]", "[\"a\\u000ab\"]");
  expect_mended("[\"\\\\u0000\"]", "[\"\\\\u0000\"]");
  expect_mended("[\"\\ud83d\\ude00\"]", "[\"\\ud83d\\ude00\"]");
  expect_mended("[\"\\ud83d\"]", "[\"\\ufffd\"]");
  expect_mended("[\"\\ude00\\ud83d\"]", "[\"\\ufffd\\ufffd\"]");
  expect_mended("[\"\\uD83Dx\"]", "[\"\\ufffdx\"]");
  expect_mended("[\"\\", "[\"\\");
  expect_mended("[\"\\u00", "[\"\\u00");
}

static void counts_values_of_json(void **state) {
  (void)state;
  size_t values;
  char sound[] = "[1,[\"a,b]\",{\"x\":[]}]]";
  assert_int_equal(gm_frame_check_json(sound, sizeof sound - 1, &values), GM_FRAME_COMPLETE);
  assert_true(values >= 7); /* two arrays, 1, "a,b]", the map, its key, its array */
  char deep[GM_FRAME_DEPTH_MAX + 1];
  memset(deep, '[', sizeof deep);
  assert_int_equal(gm_frame_check_json(deep, GM_FRAME_DEPTH_MAX, &values), GM_FRAME_COMPLETE);
  assert_int_equal(gm_frame_check_json(deep, sizeof deep, &values), GM_FRAME_DEEP);
}

static void hands_out_messages_whole(void **state) {
  (void)state;
  gm_outbox outbox = {0};
  gm_buffer_string(&outbox.bytes, "[1]");
  gm_outbox_end(&outbox, GM_WIRE_JSON);
  gm_buffer_string(&outbox.bytes, "[22]");
  gm_outbox_end(&outbox, GM_WIRE_JSON);
  assert_int_equal(gm_outbox_next(&outbox).len, 4);
  gm_outbox_sent(&outbox, 1);
  assert_int_equal(gm_outbox_next(&outbox).len, 3);
  gm_outbox_sent(&outbox, 3);
  assert_memory_equal(gm_outbox_next(&outbox).ptr, "[22]\n", 5);
  assert_int_equal(gm_outbox_waiting(&outbox), 5);
  gm_outbox_sent(&outbox, 5);
  assert_int_equal(gm_outbox_waiting(&outbox), 0);
  assert_int_equal(gm_outbox_next(&outbox).len, 0);
  gm_outbox_free(&outbox);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_every_form),      cmocka_unit_test(keeps_limits),
      cmocka_unit_test(finds_lines),           cmocka_unit_test(mends_escapes),
      cmocka_unit_test(counts_values_of_json), cmocka_unit_test(hands_out_messages_whole),
  };
  return cmocka_run_group_tests_name("protocol_frame", tests, NULL, NULL);
}
