/* Figures: the roles that linking stands on, the tables they are read by, and any bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure/scan.h"

static gm_view view;
static gm_figure_array figures;

static void scan(const char *text) {
  figures.count = 0;
  gm_view_make(&view, (gm_text){text, strlen(text)}, GM_PINYIN_SKIP);
  gm_figures_scan(&view, &figures);
}

#define T   GM_ROLE_TOTAL
#define OW  GM_ROLE_OF_WHICH
#define WL  GM_ROLE_WHOLE_LEAD
#define SH  GM_ROLE_SHARE
#define RA  GM_ROLE_RATE
#define UP  GM_ROLE_UP
#define DN  GM_ROLE_DOWN
#define FR  GM_ROLE_FROM
#define TO  GM_ROLE_TO
#define TH  GM_ROLE_THRESHOLD
#define EA  GM_ROLE_EACH
#define PA  GM_ROLE_PAREN
#define TI  GM_ROLE_TITLE
#define QU  GM_ROLE_QUOTE
#define CO  GM_ROLE_COMPARED
#define LT  GM_ROLE_LIST_TOTAL
#define NN  GM_ROLE_NUMBER_NAME
#define END UINT32_MAX

/* The roles of each figure of a line, in order. */
static const struct {
  const char *text;
  uint32_t roles[8];
} lines[] = {
    {"共收到建议118件，办结97件，办结率82.2%。", {T, 0, RA, END}},
    {"全院现有职工92名，其中护士41名，占44.6%；医生30名。", {T | WL, OW, OW | SH, OW, END}},
    {"招收学员38名。其中女学员20名。新购图书3册。", {WL, OW, 0, END}},
    {"7.2万名辅导员中，取得证书3.7万名。", {WL, 0, END}},
    {"在480件参赛作品中，摄影类占33.1%。", {WL, SH, END}},
    {"座位总数达到1480个，总投资3亿元，合计9项。", {T, T, T, END}},
    {"公共设施5处，共建基地6个，共产党员7名。", {0, 0, 0, END}},
    {"时间由15分钟压缩到4分钟，床位从30张增加至45张。", {FR, TO, FR, TO, END}},
    {"比上年增加36人，增长6.8%，净减少3户，下降了2.1%。", {UP | CO, UP, DN, DN, END}},
    {"提高到45.9%，增至60人，达到70人，收到80件。", {TO, TO, 0, 0, END}},
    {"占职工总数的61.8%，占比为12%，所占比重5%。", {T | SH, SH, SH, END}},
    {"满意率和办结率分别达到99.7%和97.4%。", {RA, RA, END}},
    {"35岁以上职工41名，不少于36小时，至多3次。", {TH, 0, TH, TH, END}},
    {"每户补助300元，人均6.5平方米，平均每场40人次。", {EA, EA, EA, END}},
    {"受理工单768件（含结转291件），见《识字20问》和“三个不准”。", {0, PA | OW, TI, QU, END}},
    {"与上年同期相比，客流增加12人次，收入下降3%；今年接待5批。", {UP | CO, DN | CO, 0, END}},
    {"同比上升4.1%，较去年多2件。", {UP | CO, UP | CO, END}},
    {"医院、学校等9个单位，2人户5户，17号楼前。", {LT, NN, 0, 0, END}},
    {"2024年共推荐36户。", {0, T, END}},
};

static void tells_the_roles_of_figures(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    scan(lines[i].text);
    size_t k = 0;
    for (; lines[i].roles[k] != END; k++) {
      if (k >= figures.count) {
        print_error("%s: only %zu figures\n", lines[i].text, figures.count);
        fail();
      }
      if (figures.items[k].roles != lines[i].roles[k])
        print_error("%s: figure %zu is %.*s, its roles %x, not %x\n", lines[i].text, k + 1,
                    (int)(figures.items[k].end - figures.items[k].start), lines[i].text + figures.items[k].start,
                    (unsigned)figures.items[k].roles, (unsigned)lines[i].roles[k]);
      assert_int_equal(figures.items[k].roles, lines[i].roles[k]);
    }
    assert_int_equal(figures.count, k);
  }
}

/* Which figures others of the line bear out: one letter a figure, y or n. */
static void verifies_what_agrees(void **state) {
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"共收到建议118件，办结97件，办结率82.2%。", "yyy"},
      {"共收到建议118件，办结97件，办结率88.2%。", "nnn"},
      {"现有职工92名，其中护士41名，占44.6%；医生30名。", "yyyn"},
      {"共培训115人，其中第一期60人，第二期55人。", "ynyny"},
      {"共培训115人，其中第一期60人，第二期50人。", "nnnnn"},
      {"甲站60人，乙站55人，合计115人。", "yyy"},
      {"床位由120张增加到150张，净增30张，增长25%。", "yyyy"},
      {"床位由120张增加到150张，净增20张。", "nnn"},
      {"全年接待48000人次，比上年增加8000人次，增长20%。", "yyy"},
      {"全年接待约48000人次，其中儿童占20%。", "nn"},
      {"走访30户，慰问20人。", "nn"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    scan(cases[i].text);
    char got[16] = "";
    for (size_t k = 0; k < figures.count && k < 15; k++) got[k] = figures.items[k].verified ? 'y' : 'n';
    if (strcmp(got, cases[i].want)) print_error("%s: %s\n", cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

static void counts_sentences_and_clauses(void **state) {
  (void)state;
  scan("办结3件，其中甲、乙2件；受理5件。次日1件！");
  static const uint16_t sentences[] = {0, 0, 0, 1}, clauses[] = {0, 1, 2, 3};
  assert_int_equal(figures.count, 4);
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(figures.items[i].sentence, sentences[i]);
    assert_int_equal(figures.items[i].clause, clauses[i]);
  }
}

static void equal_nouns_and_verbs_hash_alike(void **state) {
  (void)state;
  scan("发放手册30册。又发放手冊45册。发放海报9张，印发海报8张。");
  assert_int_equal(figures.count, 4);
  assert_true(figures.items[0].noun_hash != 0);
  assert_int_equal(figures.items[0].noun_hash, figures.items[1].noun_hash); /* 册 and 冊 fold to one */
  assert_int_not_equal(figures.items[1].noun_hash, figures.items[2].noun_hash);
  assert_int_equal(figures.items[2].noun_hash, figures.items[3].noun_hash);
  assert_int_equal(figures.items[0].verb_hash, figures.items[2].verb_hash);
  assert_int_not_equal(figures.items[2].verb_hash, figures.items[3].verb_hash);
}

/* The figures of a line do not depend on those that stand in the array already. */
static void appends_without_looking_back(void **state) {
  (void)state;
  static const char *const texts[] = {"第一期", "60人报名，增加5人。", "占20%"};
  figures.count = 0;
  for (int round = 0; round < 2; round++)
    for (size_t i = 0; i < 3; i++) {
      gm_view_make(&view, (gm_text){texts[i], strlen(texts[i])}, GM_PINYIN_KEEP);
      gm_figures_scan(&view, &figures);
    }
  gm_figure_array alone = {0};
  gm_view_make(&view, (gm_text){texts[1], strlen(texts[1])}, GM_PINYIN_KEEP);
  gm_figures_scan(&view, &alone);
  assert_int_equal(figures.count, 8);
  for (size_t i = 0; i < alone.count; i++) {
    assert_int_equal(figures.items[1 + i].noun_hash, alone.items[i].noun_hash);
    assert_int_equal(figures.items[1 + i].roles, alone.items[i].roles);
    assert_int_equal(figures.items[1 + i].verified, alone.items[i].verified);
  }
  gm_array_free(&alone);
}

static void reads_the_weekday_of_a_date(void **state) {
  (void)state;
  scan("4月23日（星期二）开幕，2024年5月1日(周三)闭幕，6月2日星期天，7月3日起。");
  static const uint8_t days[] = {2, 3, 7, 0};
  assert_int_equal(figures.count, 4);
  for (size_t i = 0; i < 4; i++) assert_int_equal(figures.items[i].weekday, days[i]);
  assert_int_equal(figures.items[1].date.year, 2024);
  assert_int_equal(figures.items[1].date.month, 5);
  assert_int_equal(figures.items[1].date.day, 1);
}

static void units_stand_for_themselves_or_a_synonym(void **state) {
  (void)state;
  assert_string_equal(gm_units[0].name, "");
  assert_string_equal(gm_units[GM_UNIT_PERCENT].name, "%");
  assert_string_equal(gm_units[GM_UNIT_PERSON].name, "人");
  for (uint16_t i = 0; i < gm_unit_count; i++) {
    uint16_t same = gm_units[i].same_as;
    assert_true(same < gm_unit_count);
    assert_int_equal(gm_units[same].same_as, same);
    assert_int_equal(gm_units[same].unit_class, gm_units[i].unit_class);
    for (uint16_t k = 0; k < i; k++) assert_string_not_equal(gm_units[k].name, gm_units[i].name);
    size_t length;
    gm_unit_place place;
    gm_view_make(&view, (gm_text){gm_units[i].name, strlen(gm_units[i].name)}, GM_PINYIN_KEEP);
    uint16_t found = gm_unit_find(&view, 0, &length, &place);
    bool refused = !found && place == GM_UNIT_NOT;
    if (found != i && !refused) print_error("unit %s is not found\n", gm_units[i].name);
    assert_true(found == i || refused);
  }
  scan("3名、4位、5人、6人次");
  assert_int_equal(figures.count, 4);
  for (size_t i = 0; i < 3; i++) assert_int_equal(gm_units[figures.items[i].unit].same_as, GM_UNIT_PERSON);
  assert_int_equal(gm_units[figures.items[3].unit].unit_class, GM_CLASS_VISIT);
}

/* The binary search needs the lexicon in order: every word must find itself. */
static void the_lexicon_finds_each_of_its_words(void **state) {
  (void)state;
  static const char *const words[] = {
#define WORD(text, flags, approx) text,
#include "figure/lexicon.inc"
#undef WORD
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t length;
    gm_view_make(&view, (gm_text){words[i], strlen(words[i])}, GM_PINYIN_KEEP);
    if (!gm_word_find(&view, 0, &length)) print_error("%s is not found\n", words[i]);
    assert_non_null(gm_word_find(&view, 0, &length));
    assert_int_equal(length, view.count);
  }
}

static void reads_through_pinyin_noise(void **state) {
  (void)state;
  scan("捐(juan)献衣(yi)物87件(jian),书(shu)籍133册(ce)");
  assert_int_equal(figures.count, 2);
  gm_buffer noun = {0};
  gm_view_text(&view, gm_view_find(&view, figures.items[0].noun_start), gm_view_find(&view, figures.items[0].noun_end),
               &noun);
  assert_int_equal(noun.count, strlen("衣物"));
  assert_memory_equal(noun.items, "衣物", noun.count);
  gm_array_free(&noun);
}

/* Any text: places in order and inside of the line, intervals the right way round. */
static void survives_any_bytes(void **state) {
  (void)state;
  static const char *const pieces[] = {"一", "二", "三",   "十", "百", "万", "亿", "零",   "几",       "数",   "半",
                                       "个", "人", "项",   "元", "年", "月", "日", "第",   "共",       "占",   "率",
                                       "余", "多", "近",   "约", "至", "～", "—",  "%",    ".",        ",",    ":",
                                       "/",  "+",  "-",    "1",  "9",  "0",  "20", " ",    "，",       "。",   "“",
                                       "”",  "（", "）",   "《", "》", "中", "等", "\xff", "\xe4\xb8", "分之", "−",
                                       "±",  "∶",  "零下", "负", "℃",  "￥", "成", "番",   "农历",     "kW·h"};
  uint32_t seed = 7;
  for (int round = 0; round < 20000; round++) {
    char text[128];
    size_t length = 0;
    for (int n = 0; n < 24; n++) {
      seed = seed * 1664525u + 1013904223u;
      const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
      memcpy(text + length, piece, strlen(piece));
      length += strlen(piece);
    }
    figures.count = 0;
    gm_view_make(&view, (gm_text){text, length}, GM_PINYIN_SKIP);
    gm_figures_scan(&view, &figures);
    for (size_t i = 0; i < figures.count; i++) {
      const gm_figure *f = &figures.items[i];
      assert_true(f->start < f->end && f->end <= length);
      assert_true(f->start < f->number_end && f->number_end <= f->end);
      assert_true(f->approx_start <= f->approx_end && f->approx_end <= length);
      assert_true(f->unit_start <= f->unit_end && f->unit_end <= length);
      assert_true(f->noun_start <= f->noun_end && f->noun_end <= length);
      assert_true(f->unit < gm_unit_count && f->kind <= GM_FIGURE_EXPRESSION);
      if (f->kind != GM_FIGURE_RATIO) assert_true(gm_decimal_compare(f->interval.low, f->interval.high) <= 0);
      if (i) assert_true(figures.items[i - 1].end <= f->start);
    }
  }
}

static int release(void **state) {
  (void)state;
  gm_view_free(&view);
  gm_array_free(&figures);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tells_the_roles_of_figures),
      cmocka_unit_test(verifies_what_agrees),
      cmocka_unit_test(counts_sentences_and_clauses),
      cmocka_unit_test(equal_nouns_and_verbs_hash_alike),
      cmocka_unit_test(appends_without_looking_back),
      cmocka_unit_test(reads_the_weekday_of_a_date),
      cmocka_unit_test(units_stand_for_themselves_or_a_synonym),
      cmocka_unit_test(the_lexicon_finds_each_of_its_words),
      cmocka_unit_test(reads_through_pinyin_noise),
      cmocka_unit_test(survives_any_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, release);
}
