/* Values written over both wires, and the places of positions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>
#include <msgpack.h>

#include "protocol/render.h"
#include "protocol/writer.h"
#include "text/utf8.h"

static void assert_wrote(const gm_buffer *out, const char *want) {
  assert_int_equal(out->count, strlen(want));
  assert_memory_equal(out->items, want, out->count);
}

/* {"a":[1,-2,[],{}],"b":{"c":true,"d":null},"e":"…"} */
static void write_sample(gm_writer *w, gm_text last) {
  gm_write_map(w, 3);
  gm_write_string(w, "a");
  gm_write_array(w, 4);
  gm_write_integer(w, 1);
  gm_write_integer(w, INT64_MIN);
  gm_write_array(w, 0);
  gm_write_map(w, 0);
  gm_write_string(w, "b");
  gm_write_map(w, 2);
  gm_write_string(w, "c");
  gm_write_boolean(w, true);
  gm_write_string(w, "d");
  gm_write_nil(w);
  gm_write_string(w, "e");
  gm_write_text(w, last);
}

static void json_nesting(void **state) {
  (void)state;
  gm_buffer out = {0};
  gm_writer w;
  gm_writer_init(&w, GM_WIRE_JSON, &out);
  write_sample(&w, GM_TEXT("纲"));
  assert_wrote(&out, "{\"a\":[1,-9223372036854775808,[],{}],\"b\":{\"c\":true,\"d\":null},\"e\":\"纲\"}");
  assert_int_equal(w.depth, 0);
  gm_array_free(&out);
}

static void json_strings(void **state) {
  (void)state;
  static const struct {
    gm_text text;
    const char *json;
  } rows[] = {{{"", 0}, "\"\""},
              {{"\"\\/\n\r\t\b\f", 8}, "\"\\\"\\\\/\\n\\r\\t\\b\\f\""},
              {{"\0\x01\x1F\x7F", 4}, "\"\\u0000\\u0001\\u001f\\u007f\""},
              {{"目\xF0\x9F\x98\x80", 7}, "\"目\xF0\x9F\x98\x80\""},
              {{"a\xFF\xE7\xBA", 4}, "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
              {{"\xED\xA0\x80", 3}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
              {{"\xC0\x80", 2}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
              {{NULL, 0}, "\"\""}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    gm_buffer out = {0};
    gm_writer w;
    gm_writer_init(&w, GM_WIRE_JSON, &out);
    gm_write_text(&w, rows[i].text);
    assert_wrote(&out, rows[i].json);
    gm_array_free(&out);
  }
}

static void msgpack_round_trip(void **state) {
  (void)state;
  gm_buffer out = {0};
  gm_writer w;
  gm_writer_init(&w, GM_WIRE_MSGPACK, &out);
  write_sample(&w, (gm_text){"a\xFF", 2});
  msgpack_unpacked result;
  msgpack_unpacked_init(&result);
  size_t at = 0;
  assert_int_equal(msgpack_unpack_next(&result, out.items, out.count, &at), MSGPACK_UNPACK_SUCCESS);
  assert_int_equal(at, out.count);
  assert_int_equal(result.data.type, MSGPACK_OBJECT_MAP);
  assert_int_equal(result.data.via.map.size, 3);
  const msgpack_object *a = &result.data.via.map.ptr[0].val, *b = &result.data.via.map.ptr[1].val;
  assert_int_equal(a->via.array.size, 4);
  assert_int_equal(a->via.array.ptr[1].via.i64, INT64_MIN);
  assert_int_equal(a->via.array.ptr[3].type, MSGPACK_OBJECT_MAP);
  assert_true(b->via.map.ptr[0].val.via.boolean);
  assert_int_equal(b->via.map.ptr[1].val.type, MSGPACK_OBJECT_NIL);
  /* Invalid bytes pass as they are. */
  const msgpack_object *e = &result.data.via.map.ptr[2].val;
  assert_int_equal(e->via.str.size, 2);
  assert_memory_equal(e->via.str.ptr, "a\xFF", 2);
  msgpack_unpacked_destroy(&result);
  gm_array_free(&out);
}

/* Every position of lines short and long, asked for in an order that jumps, is what counting from the start gives. */
static void places(void **state) {
  (void)state;
  gm_buffer lines[3] = {{0}};
  gm_text texts[3];
  unsigned seed = 1;
  for (int i = 0; i < 3; i++) {
    for (int k = 0; k < (i == 1 ? 1500 : 12); k++) {
      static const char *const parts[] = {"a", "é", "纲", "\xF0\x9F\x98\x80", "\xFF"};
      seed = seed * 1103515245u + 12345u;
      gm_buffer_string(&lines[i], parts[seed >> 16 & 7 ? (seed >> 16) % 4 : 4]);
    }
    texts[i] = (gm_text){lines[i].items, lines[i].count};
  }
  gm_places p;
  gm_places_init(&p, texts, 3);
  for (int round = 0; round < 4000; round++) {
    seed = seed * 1103515245u + 12345u;
    uint32_t line = (seed >> 16) % 3, want = 0, utf16 = 0, byte = 0;
    uint32_t until = (seed >> 8) % (uint32_t)(texts[line].len + 1);
    while (byte < until) {
      uint32_t c;
      byte += (uint32_t)gm_utf8_decode(texts[line].ptr + byte, texts[line].ptr + texts[line].len, &c);
      want++;
      utf16 += c >= 0x10000 ? 2 : 1;
    }
    gm_place got = gm_places_find(&p, (gm_position){line, byte});
    assert_int_equal(got.line, line);
    assert_int_equal(got.byte, byte);
    assert_int_equal(got.chars, want);
    assert_int_equal(got.utf16, utf16);
  }
  /* Behind the draft, and behind a line. */
  assert_int_equal(gm_places_find(&p, (gm_position){3, 0}).chars, 0);
  assert_int_equal(gm_places_find(&p, (gm_position){0, 9999}).byte, texts[0].len);
  gm_places_free(&p);
  for (int i = 0; i < 3; i++) gm_array_free(&lines[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(json_nesting), cmocka_unit_test(json_strings),
                                     cmocka_unit_test(msgpack_round_trip), cmocka_unit_test(places)};
  return cmocka_run_group_tests_name("writer", tests, NULL, NULL);
}
