/* The clean view: folding, the offset map, pinyin, nesting. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <uchar.h>

#include <cmocka.h>

#include "text/alphabet.h"
#include "text/utf8.h"
#include "text/view.h"
#include "vocabulary.h"

static gm_view view;

static void expect_text(const char *want) {
  gm_buffer out = {0};
  gm_view_text(&view, 0, view.count, &out);
  assert_int_equal(out.count, strlen(want));
  assert_memory_equal(out.items, want, out.count);
  gm_array_free(&out);
}

static void folds_and_keeps_raw_offsets(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("　共１２件,項目(a)"), GM_PINYIN_KEEP);
  assert_int_equal(view.count, 11);
  assert_int_equal(view.cp[0], ' ');
  assert_int_equal(view.cp[2], '1');
  assert_int_equal(view.cp[5], 0xFF0C);
  assert_int_equal(view.cp[6], 0x9879); /* 項 reads 项 */
  assert_int_equal(view.raw_at[2], 6);
  assert_int_equal(view.cls[8], GM_OPEN | GM_PUNCT | GM_ITEM | GM_WATCHED);
  assert_int_equal(view.cls[9], GM_LATIN | GM_IN_PAREN | GM_WATCHED);
}

static void keeps_commas_and_colons_between_digits(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("17,100 9:30 甲,1"), GM_PINYIN_KEEP);
  assert_int_equal(view.cp[2], ',');
  assert_int_equal(view.cp[8], ':');
  assert_int_equal(view.cp[13], 0xFF0C);
}

static void skips_pinyin_noise(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("机(ji)关(guan)党(dang)(dang)总 (zong) 支体系(BTX)一(yi)是(shi)"), GM_PINYIN_SKIP);
  expect_text("机关党总支体系(BTX)一是");
  assert_int_equal(view.pinyin_sites, 6);
  assert_int_equal(view.raw_at[1], strlen("机(ji)"));
}

static void keeps_groups_that_spell_another_character(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("机(abc)关(ji)履(lv)行(hang)當(dāng)您(ni\xcc\x81n)"), GM_PINYIN_SKIP);
  expect_text("机(abc)关(ji)履行當您");
  gm_view_make(&view, GM_TEXT("赓(gēng)续當(dāng)"), GM_PINYIN_COMMON);
  expect_text("赓(gēng)续當");
}

static void marks_what_brackets_hold(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("《甲“乙”》（丙）“丁"), GM_PINYIN_KEEP);
  assert_true(view.cls[1] & GM_IN_TITLE);
  assert_true(view.cls[3] & GM_IN_TITLE && view.cls[3] & GM_IN_QUOTE);
  assert_true(view.cls[7] & GM_IN_PAREN);
  assert_false(view.cls[10] & GM_IN_QUOTE);
}

static void tells_whether_brackets_pair(void **state) {
  (void)state;
  static const struct {
    const char *text;
    bool paired;
  } rows[] = {{"甲", true},          {"《甲“乙”》（丙）", true}, {"【甲】（乙", false}, {"甲）", false},
              {"“甲《乙”》", false}, {"“甲“乙””", false},        {"(甲）〔乙〕[", true}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    gm_view_make(&view, (gm_text){rows[i].text, strlen(rows[i].text)}, GM_PINYIN_KEEP);
    assert_int_equal(view.paired, rows[i].paired);
  }
}

static void folds_radicals_and_compatibility_ideographs(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("⽤⼾\xEF\xA4\x94"), GM_PINYIN_KEEP);
  assert_int_equal(view.count, 3);
  assert_int_equal(view.cp[0], 0x7528);
  assert_int_equal(view.cp[2], 0x4E50); /* 樂 reads 乐 */
  assert_int_equal(view.cls[0], GM_HAN | GM_WATCHED);
}

static void survives_bytes_that_are_no_text(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("\xff\xe4\xb8(\xe5\x0f)"), GM_PINYIN_SKIP);
  assert_true(view.count > 0);
  gm_view_make(&view, (gm_text){"", 0}, GM_PINYIN_SKIP);
  assert_int_equal(view.count, 0);
}

static void matches_words(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("萬個,其中"), GM_PINYIN_KEEP);
  assert_int_equal(gm_view_match(&view, 0, "万个，"), 3);
  assert_int_equal(gm_view_match(&view, 3, "其中"), 2);
  assert_int_equal(gm_view_match(&view, 3, "其中间"), 0);
  assert_int_equal(gm_view_match_before(&view, 3, "个，"), 2);
  assert_int_equal(gm_view_find(&view, 6), 2);
}

static void folds_traditional_characters(void **state) {
  (void)state;
  static const char32_t written[] = U"開週餘線復遊賸們", simplified[] = U"开周余线复游剩们", kept[] = U"乾著瞭韆";
  for (size_t i = 0; written[i]; i++) assert_int_equal(gm_fold(written[i]), simplified[i]);
  for (size_t i = 0; kept[i]; i++) assert_int_equal(gm_fold(kept[i]), kept[i]);
}

/* Every character of the BMP reads alike with an alphabet and without; what is watched is known of it. */
static void alphabets_say_what_folds_and_classes_do(void **state) {
  (void)state;
  static uint8_t watched[0x10000];
  watched[0x4E07] = watched[0xFF0C] = watched['%'] = 1;
  gm_alphabet *alphabet = gm_alphabet_new(watched);
  for (uint32_t c = 1; c < 0x10000; c++) {
    uint32_t row = gm_alphabet_row(alphabet, c);
    if (row == GM_ROW_NONE) continue;
    char bytes[4];
    if (gm_utf8_encode(c, bytes) == 3) assert_int_equal(gm_alphabet_three(alphabet, bytes), row);
    assert_int_equal(row & 0xFFFF, gm_fold(c));
    uint32_t cls = (row & ~GM_ROW_SPECIAL) >> 16;
    assert_int_equal(cls & ~(uint32_t)GM_WATCHED, gm_class_of(gm_fold(c)));
    assert_int_equal(!(cls & GM_WATCHED), !watched[gm_fold(c)]);
  }
  assert_true(gm_alphabet_row(alphabet, 0x842C) >> 16 & GM_WATCHED); /* 萬 folds to 万 */
  assert_int_equal(gm_alphabet_three(alphabet, "\xE4\xB8("), GM_ROW_NONE);
  free(alphabet);
}

static void finds_the_next_of_a_class(void **state) {
  (void)state;
  gm_view_make(&view, GM_TEXT("甲乙丙丁戊己3庚，辛1"), GM_PINYIN_KEEP);
  assert_int_equal(gm_view_next(&view, 0, GM_DIGIT), 6);
  assert_int_equal(gm_view_next(&view, 7, GM_DIGIT), 10);
  assert_int_equal(gm_view_next(&view, 7, GM_DIGIT | GM_PAUSE), 8);
  assert_int_equal(gm_view_next(&view, 0, GM_STOP), 11);
  assert_int_equal(gm_view_next(&view, 11, GM_DIGIT), 11);
  for (size_t to = 1; to <= view.count; to++) /* whatever the place among the four that are looked at at once */
    for (size_t from = 0; from < to; from++) {
      size_t first = from, behind = to;
      while (first < to && !(view.cls[first] & (GM_DIGIT | GM_PAUSE))) first++;
      while (behind > from && !(view.cls[behind - 1] & (GM_DIGIT | GM_PAUSE))) behind--;
      assert_int_equal(gm_view_next_before(&view, from, to, GM_DIGIT | GM_PAUSE), first);
      assert_int_equal(gm_view_behind_last(&view, from, to, GM_DIGIT | GM_PAUSE), behind);
    }
}

/* A view that has looked at a long line and one that has not read a short one alike. */
static void short_lines_read_as_long_ones_do(void **state) {
  (void)state;
  gm_buffer text = {0};
  for (int i = 0; i < 100; i++) gm_buffer_string(&text, "长，");
  gm_view_make(&view, (gm_text){text.items, text.count}, GM_PINYIN_KEEP);
  for (size_t i = 0; i < VOCABULARY; i++)
    for (int mode = GM_PINYIN_KEEP; mode <= GM_PINYIN_SKIP; mode++) {
      gm_view fresh = {0};
      gm_text line = {vocabulary[i], strlen(vocabulary[i])};
      gm_view_make(&view, line, (gm_pinyin_mode)mode);
      gm_view_make(&fresh, line, (gm_pinyin_mode)mode);
      assert_int_equal(fresh.count, view.count);
      assert_memory_equal(fresh.cp, view.cp, (view.count + 1) * sizeof *view.cp);
      assert_memory_equal(fresh.cls, view.cls, (view.count + 1) * sizeof *view.cls);
      assert_memory_equal(fresh.raw_at, view.raw_at, (view.count + 1) * sizeof *view.raw_at);
      assert_int_equal(fresh.han, view.han);
      assert_int_equal(fresh.pinyin_sites, view.pinyin_sites);
      assert_int_equal(fresh.joined, view.joined);
      assert_int_equal(fresh.blanks, view.blanks);
      assert_int_equal(fresh.paired, view.paired);
      for (uint32_t byte = 0, at = 0; byte <= line.len; byte++) {
        while (at < view.count && view.raw_at[at] < byte) at++;
        assert_int_equal(gm_view_find(&view, byte), at);
      }
      gm_view_free(&fresh);
    }
  gm_array_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(folds_and_keeps_raw_offsets),
      cmocka_unit_test(keeps_commas_and_colons_between_digits),
      cmocka_unit_test(skips_pinyin_noise),
      cmocka_unit_test(keeps_groups_that_spell_another_character),
      cmocka_unit_test(marks_what_brackets_hold),
      cmocka_unit_test(tells_whether_brackets_pair),
      cmocka_unit_test(folds_radicals_and_compatibility_ideographs),
      cmocka_unit_test(survives_bytes_that_are_no_text),
      cmocka_unit_test(matches_words),
      cmocka_unit_test(folds_traditional_characters),
      cmocka_unit_test(alphabets_say_what_folds_and_classes_do),
      cmocka_unit_test(finds_the_next_of_a_class),
      cmocka_unit_test(short_lines_read_as_long_ones_do),
  };
  int failed = cmocka_run_group_tests_name("view", tests, NULL, NULL);
  gm_view_free(&view);
  return failed;
}
