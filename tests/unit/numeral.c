/* Numerals: what each form reads as, where it ends, and how exact it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "numeral/numeral.h"

typedef struct row {
  const char *text; /* the numeral stands at the front */
  size_t taken;     /* clean characters */
  const char *value, *unit, *place;
} row;

static const row rows[] = {
    {"一百二十三万四千五百", 10, "1234500", "1", "100"},
    {"两千零五", 4, "2005", "1", "1"},
    {"二〇二四年", 4, "2024", "1", "1"},
    {"二○二四年", 4, "2024", "1", "1"},
    {"九五", 2, "95", "1", "1"},
    {"廿五", 2, "25", "1", "1"},
    {"廿日", 1, "20", "1", "10"},
    {"卅", 1, "30", "1", "10"},
    {"卅一", 2, "31", "1", "1"},
    {"壹仟贰佰元", 4, "1200", "1", "100"},
    {"貳仟參佰元", 4, "2300", "1", "100"},
    {"貳", 1, "2", "1", "1"},
    {"三萬五千", 4, "35000", "1", "1000"},
    {"一億", 2, "100000000", "100000000", "100000000"},
    {"3万5千", 4, "35000", "1000", "1000"},
    {"16.3万元", 5, "163000", "1000", "1000"},
    {"1.2亿", 4, "120000000", "10000000", "10000000"},
    {"1.2万亿", 5, "1200000000000", "100000000000", "100000000000"},
    {"10亿零817万", 8, "1008170000", "10000", "10000"},
    {"3亿4千万", 5, "340000000", "10000000", "10000000"},
    {"2千株", 2, "2000", "1000", "1000"},
    {"三万五", 3, "35000", "1000", "1000"},
    {"一百二", 3, "120", "10", "10"},
    {"一百零二", 4, "102", "1", "1"},
    {"三万五千亿", 5, "3500000000000", "100000000", "100000000000"},
    {"三万零五", 4, "30005", "1", "1"},
    {"十一", 2, "11", "1", "1"},
    {"二十", 2, "20", "1", "10"},
    {"两十五人", 3, "25", "1", "1"},
    {"十两", 1, "10", "1", "10"},
    {"二十点五", 4, "20.5", "0.1", "0.1"},
    {"一百一十", 4, "110", "1", "10"},
    {"一百十", 3, "110", "1", "10"},
    {"百", 1, "100", "1", "100"},
    {"万人", 1, "10000", "10000", "10000"},
    {"万一", 1, "10000", "10000", "10000"},
    {"五点五", 3, "5.5", "0.1", "0.1"},
    {"十点二五", 4, "10.25", "0.01", "0.01"},
    {"十五点五万", 5, "155000", "1000", "1000"},
    {"三点五分", 1, "3", "1", "1"},
    {"三点十分", 1, "3", "1", "1"},
    {"１２３项", 3, "123", "1", "1"},
    {"１２．５％", 4, "12.5", "0.1", "0.1"},
    {"1,234", 5, "1234", "1", "1"},
    {"318,204.65吨", 10, "318204.65", "0.01", "0.01"},
    {"1\xe2\x80\x89"
     "234",
     5, "1234", "1", "1"},
    {"321 146件", 7, "321146", "1", "1"},
    {"321 146 件", 3, "321", "1", "1"},
    {"2024 100件", 4, "2024", "1", "1"},
    {"1,23", 1, "1", "1", "1"},
    {"90.40%", 5, "90.40", "0.01", "0.1"},
    {"300", 3, "300", "1", "100"},
    {"360", 3, "360", "1", "10"},
    {"0", 1, "0", "1", "1"},
    {"1.2.3", 1, "1", "1", "1"},
    {"5千克", 1, "5", "1", "1"},
    {"5千人", 2, "5000", "1000", "1000"},
    {"123456789012345678", 18, "123456789012345678", "1", "1"},
};

static gm_view view;

static void expect_decimal(gm_decimal value, const char *want, const char *of) {
  gm_buffer out = {0};
  gm_decimal_write(value, &out);
  gm_buffer_add(&out, "", 1);
  if (strcmp(out.items, want)) print_error("%s: %s is not %s\n", of, out.items, want);
  assert_string_equal(out.items, want);
  gm_array_free(&out);
}

static void reads_every_form(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    gm_numeral got;
    gm_view_make(&view, (gm_text){rows[i].text, strlen(rows[i].text)}, GM_PINYIN_KEEP);
    size_t taken = gm_numeral_read(&view, 0, &got);
    if (taken != rows[i].taken) print_error("%s takes %zu\n", rows[i].text, taken);
    assert_int_equal(taken, rows[i].taken);
    expect_decimal(got.value, rows[i].value, rows[i].text);
    expect_decimal(got.place, rows[i].place, rows[i].text);
    expect_decimal(got.unit, rows[i].unit, rows[i].text);
  }
}

static void reads_nothing_where_nothing_is(void **state) {
  (void)state;
  static const char *const none[] = {"", "项目", "%", ".5", "几个", "参加", "1234567890123456789"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    gm_numeral got;
    gm_view_make(&view, (gm_text){none[i], strlen(none[i])}, GM_PINYIN_KEEP);
    assert_int_equal(gm_numeral_read(&view, 0, &got), 0);
  }
}

static void says_how_it_is_written(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint16_t flags;
  } forms[] = {
      {"361", GM_NUMERAL_ARABIC},
      {"90.4", GM_NUMERAL_ARABIC | GM_NUMERAL_POINT},
      {"1,234", GM_NUMERAL_ARABIC | GM_NUMERAL_GROUPED},
      {"3万", GM_NUMERAL_ARABIC | GM_NUMERAL_HAN | GM_NUMERAL_SCALED},
      {"三万四千五百", GM_NUMERAL_HAN},
      {"2千", GM_NUMERAL_ARABIC | GM_NUMERAL_HAN | GM_NUMERAL_SCALED},
      {"二〇二四", GM_NUMERAL_HAN | GM_NUMERAL_POSITIONAL},
      {"三百", GM_NUMERAL_HAN},
      {"三万", GM_NUMERAL_HAN | GM_NUMERAL_SCALED},
      {"五点五", GM_NUMERAL_HAN | GM_NUMERAL_POINT},
  };
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    gm_numeral got;
    gm_view_make(&view, (gm_text){forms[i].text, strlen(forms[i].text)}, GM_PINYIN_KEEP);
    assert_true(gm_numeral_read(&view, 0, &got) > 0);
    assert_int_equal(got.flags, forms[i].flags);
  }
}

static void reads_ordinals_of_markers(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t taken;
    int32_t value;
  } ordinals[] = {{"一、", 1, 1},   {"十一是", 2, 11},    {"二十", 2, 20},
                  {"二○、", 2, 20}, {"二〇", 2, 20},      {"一百二十四条", 5, 124},
                  {"廿、", 1, 20},  {"卅二", 2, 32},      {"壹、", 1, 1},
                  {"拾壹", 2, 11},  {"12.", 2, 12},       {"2024", 4, 2024},
                  {"12345", 0, 0},  {"两、", 0, 0},       {"一万", 0, 0},
                  {"甲、", 0, 0},   {"一百零三", 4, 103}, {"九千九百九十九", 7, 9999},
                  {"Ⅰ", 0, 0}};
  for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++) {
    int32_t value = 0;
    gm_view_make(&view, (gm_text){ordinals[i].text, strlen(ordinals[i].text)}, GM_PINYIN_KEEP);
    size_t taken = gm_numeral_ordinal(&view, 0, &value);
    if (taken != ordinals[i].taken) print_error("%s takes %zu\n", ordinals[i].text, taken);
    assert_int_equal(taken, ordinals[i].taken);
    assert_int_equal(value, ordinals[i].value);
  }
}

/* Any bytes: a numeral never reaches past the line and its value stays in range. */
static void survives_any_bytes(void **state) {
  (void)state;
  static const char *const pieces[] = {"一", "二", "十",   "百",       "万", "亿", "兆", "零", "〇",
                                       "点", "廿", "参",   "壹",       "拾", "9",  "0",  ".",  ",",
                                       " ",  "两", "\xff", "\xe4\xb8", "千", "克", "分"};
  uint32_t seed = 20240405;
  for (int round = 0; round < 20000; round++) {
    char text[64];
    size_t length = 0;
    for (int n = 0; n < 12; n++) {
      seed = seed * 1664525u + 1013904223u;
      const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
      memcpy(text + length, piece, strlen(piece));
      length += strlen(piece);
    }
    gm_view_make(&view, (gm_text){text, length}, GM_PINYIN_KEEP);
    for (size_t at = 0; at < view.count; at++) {
      gm_numeral got;
      int32_t value;
      size_t taken = gm_numeral_read(&view, at, &got);
      assert_true(at + taken <= view.count);
      if (taken) assert_true(got.value.digits >= 0 && got.value.digits < INT64_C(1000000000000000000));
      assert_true(at + gm_numeral_ordinal(&view, at, &value) <= view.count);
    }
  }
}

static int release(void **state) {
  (void)state;
  gm_view_free(&view);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_every_form),       cmocka_unit_test(reads_nothing_where_nothing_is),
      cmocka_unit_test(says_how_it_is_written), cmocka_unit_test(reads_ordinals_of_markers),
      cmocka_unit_test(survives_any_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, release);
}
