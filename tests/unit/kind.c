/* Kinds of lines: what a paste brings along, what is metadata, and what is neither. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/chrome_table.h"
#include "text/kind.h"
#include "text/label_table.h"

#define LINES_MAX 64

/* Reads `draft` and gives one letter a line: . prose, _ blank, n m c i f a as dropped, M as kept metadata, t table,
 * k code. */
static void expect_kinds(const char *draft, const char *want) {
  gm_look looks[LINES_MAX];
  gm_line_class classes[LINES_MAX];
  gm_view view = {0};
  size_t count = 0;
  for (const char *p = draft;; p++) {
    const char *end = strchr(p, '\n');
    gm_text line = {p, end ? (size_t)(end - p) : strlen(p)};
    assert_in_range(count, 0, LINES_MAX - 1);
    gm_view_make(&view, line, GM_PINYIN_KEEP);
    gm_look_make(&looks[count++], &view);
    if (!end) break;
    p = end;
  }
  gm_kinds_join(looks, count, classes, NULL);
  char got[LINES_MAX + 1];
  for (size_t i = 0; i < count; i++) {
    got[i] = "._nmcifatk"[classes[i].kind];
    if (got[i] == 'm' && classes[i].keep) got[i] = 'M';
    if (strchr("ncifa", got[i])) assert_false(classes[i].keep);
  }
  got[count] = 0;
  gm_view_free(&view);
  assert_string_equal(got, want);
}

#define BODY "全镇上下齐心协力，各项工作取得了明显成效，群众的获得感有了新的提升。\n"

static void knows_the_head_and_foot_of_a_page(void **state) {
  (void)state;
  expect_kinds(
      "您当前的位置：首页 > 要闻 > 正文\n要闻\n青石镇召开年中工作会\n2024-07-02 09:15 来源：镇党政办 "
      "【打印】\n浏览次数：86\n" BODY
      "编辑：林一\n责任编辑：\n关闭窗口\n上一篇：夏收顺利结束\n扫一扫在手机打开当前页\n版权所有：青石镇",
      "nn.Mc.Mmnnff");
}

static void knows_toolbars_a_word_a_line(void **state) {
  (void)state;
  expect_kinds("下载\n【字号：\n大\n】\n分享到：微信 微博\n山水之间\n" BODY
               "相关链接\n青石镇开展夏季义诊\n读取内容中，请等待...",
               "nnnnn..nnn");
}

static void keeps_prose_that_uses_the_same_words(void **state) {
  (void)state;
  expect_kinds(BODY
               "来源于基层的经验最可贵\n时间：7月2日上午9时\n收藏\n浏览次数是衡量网站质量的指标之一。\n打印材料要从简\n"
               "三名摄影师参加拍摄\n编辑部设在镇文化站\n" BODY,
               "........._");
}

static void knows_pictures_and_captions(void **state) {
  (void)state;
  expect_kinds(
      "  • 图 (2).jpg\n![](https://a.example/1.png)\n志愿者在村口义诊。 林一 "
      "摄\n（青石镇供图）\n（资料图片）\n影片由省台拍摄",
      "iiiii.");
}

static void knows_front_matter_tables_and_code(void **state) {
  (void)state;
  expect_kinds("---\n网址: https://a.example/b\naliases:\n  - 青石镇年中工作会议侧记\ntags: [a]\n---\n" BODY
               "| 甲 | 乙 |\n```\n一、二\n```\n---\n```",
               "nMnMnn.tkkk..");
}

static void knows_official_fields(void **state) {
  (void)state;
  expect_kinds(
      "索 引 号：\t0001/2024\t主题分类：\t农业\n标　　题：\t关于做好夏收工作的通知\n主 题 "
      "词：\n青政发〔2024〕5号\n" BODY "青石镇人民政府\n2024年7月2日\n（此件公开发布）",
      "mMmM.MMm");
}

static void drops_what_is_printed_twice(void **state) {
  (void)state;
  expect_kinds(
      "林一关于《夏收工作方案》的说明\n来源：镇党政办\n发布时间：2024-07-02\n关于《夏收工作方案》的说明\n2024-07-"
      "02\n" BODY "关于《夏收工作方案》的说明",
      ".MMmm..");
}

static void reads_dates(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int year, month, day;
  } cases[] = {{"2024-07-02 09:15", 2024, 7, 2},
               {"二〇二四年十月二十一日", 2024, 10, 21},
               {"（2024年7月）", 2024, 7, 0},
               {"发布日期: 日期：2021-09-27 10:37", 2021, 9, 27}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gm_view view = {0};
    gm_look look;
    gm_view_make(&view, (gm_text){cases[i].text, strlen(cases[i].text)}, GM_PINYIN_KEEP);
    gm_look_make(&look, &view);
    assert_int_equal(look.date.year, cases[i].year);
    assert_int_equal(look.date.month, cases[i].month);
    assert_int_equal(look.date.day, cases[i].day);
    gm_view_free(&view);
  }
}

static void expect_head(uint32_t first, gm_key_table table) {
  if (!gm_key_head(first, table) || !gm_key_head(first, GM_KEY_ANY))
    fail_msg("no word is looked for behind U+%04X", (unsigned)first);
}

static void every_word_is_looked_for(void **state) {
  (void)state;
  for (size_t i = 0; i < gm_chrome_tools_count; i++) expect_head(gm_chrome_tools[i][0], GM_KEY_TOOLS);
  for (size_t i = 0; i < gm_chrome_beside_count; i++)
    assert_true(gm_key_head(gm_chrome_beside[i][0], GM_KEY_TOOLS)); /* they open no line */
  for (size_t i = 0; i < gm_chrome_related_count; i++) expect_head(gm_chrome_related[i][0], GM_KEY_RELATED);
  for (size_t i = 0; i < gm_chrome_openings_count; i++) expect_head(gm_chrome_openings[i].word[0], GM_KEY_OPENINGS);
  for (size_t i = 0; i < gm_label_row_count; i++) {
    gm_unit16 first = gm_label_rows[i].word[0];
    expect_head(first, GM_KEY_ANY);
    assert_true(!i || gm_label_rows[i - 1].word[0] <= first); /* in order */
    const gm_label_row *from = gm_labels_from(first);
    assert_true(from <= &gm_label_rows[i] && from->word[0] == first);
    assert_true(from == gm_label_rows || from[-1].word[0] < first);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_the_head_and_foot_of_a_page),
      cmocka_unit_test(knows_toolbars_a_word_a_line),
      cmocka_unit_test(keeps_prose_that_uses_the_same_words),
      cmocka_unit_test(knows_pictures_and_captions),
      cmocka_unit_test(knows_front_matter_tables_and_code),
      cmocka_unit_test(knows_official_fields),
      cmocka_unit_test(drops_what_is_printed_twice),
      cmocka_unit_test(reads_dates),
      cmocka_unit_test(every_word_is_looked_for),
  };
  return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
