/* 字数 as Word tells it: “中文字符和朝鲜语单词” and “非中文单词”, the two rows of its window 字数统计, added up. By its
 * help a Chinese character or mark is one word, and so is each run of other characters up to the next blank or Chinese
 * character, whatever marks are in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/kind.h"

static uint32_t words_of(const char *line) {
  gm_view view = {0};
  gm_look look;
  gm_view_make(&view, (gm_text){line, strlen(line)}, GM_PINYIN_KEEP);
  gm_look_make(&look, &view);
  gm_view_free(&view);
  return look.words;
}

static void counts_as_word_does(void **state) {
  (void)state;
  static const struct {
    const char *line;
    uint32_t words;
  } cases[] = {
      {"", 0},
      {"   \t　", 0},
      /* Chinese characters and marks, one each. */
      {"工作", 2},
      {"工作总结。", 5},
      {"《条例》第（三）项：“放管服”；", 16},
      {"等等……", 4},
      {"党建——引领", 6},
      {"一、二〇二四年", 7},
      {"①准备", 3},
      /* Blanks of every width are nothing. */
      {"工 作　总\u00a0结", 4},
      {"　　段首缩进", 4},
      /* A run of letters, digits and half-width marks is one. */
      {"Word", 1},
      {"hello world", 2},
      {"hello,world", 1},
      {"well-known", 1},
      {"2024", 1},
      {"16.3", 1},
      {"17,100", 1},
      {"90.40%", 1},
      {"12 500", 2},
      {"http://www.example.cn/a.html?x=1", 1},
      {"a@example.cn", 1},
      {"(1)", 1},
      /* A Chinese character ends it. */
      {"2024年", 2},
      {"2024年3月5日", 6},
      {"使用LED灯", 4},
      {"共3件。", 4},
      {"占90.40%。", 3},
      {"第3.5节", 3},
      {"16.3万元", 3},
      {"9:30开会", 3},
      {"重视,落实", 5},
      {"1.提高", 3},
      {"A股B股", 4},
      /* Full-width letters and digits are Chinese characters to it. */
      {"３５名", 3},
      {"ＡＢＣ", 3},
      /* Units and signs outside ASCII as well. */
      {"25℃", 2},
      {"5㎡", 2},
      /* A line of everything. */
      {"2024年，全市GDP增长5.2%，达到3 456.7亿元。", 17},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    if (words_of(cases[i].line) != cases[i].words)
      fail_msg("“%s”: %u words, Word tells %u", cases[i].line, words_of(cases[i].line), cases[i].words);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(counts_as_word_does)};
  return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
