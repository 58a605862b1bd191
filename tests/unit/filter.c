/* What a writer types, and the sections it leaves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/publish.h"
#include "outline/filter.h"

static gm_text text_of(const char *s) { return (gm_text){s, strlen(s)}; }

static void words_are_found_as_characters_and_as_pinyin(void **state) {
  (void)state;
  static const struct {
    const char *text, *word, *found; /* NULL: not found */
  } cases[] = {
      {"推进重点项目", "重点", "重点"},
      {"推进重点项目", "zd", "重点"},
      {"推进重点项目", "tjzdxm", "推进重点项目"},
      {"推进重点项目", "zhd", "重点"},
      {"推进重点项目", "zhongdian", "重点"},
      {"推进重点项目", "zhongd", "重点"},
      {"推进重点项目", "zhongdi", "重点"},
      {"推进重点项目", "zhond", NULL}, /* a syllable but the last is whole or its initial */
      {"推进重点项目", "重d", "重点"},
      {"推进重点项目", "xt", NULL},
      {"重庆", "cq", "重庆"}, /* either reading */
      {"重要", "zy", "重要"},
      {"办好“夜读”活动", "hyd", "好“夜读"},
      {"办好“夜读”活动", "好夜", "好“夜"},
      {"落实ISO标准", "iso", "ISO"},
      {"落实ＩＳＯ标准", "iso", "ＩＳＯ"},
      {"2024年工作", "4n", "4年"},
      {"女工委员会", "nvgong", "女工"},
      {"女工委员会", "nugong", "女工"},
      {"女工委员会", "女工委员会议", NULL},
      {"", "a", NULL},
      {"甲", "", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gm_span span;
    gm_text text = text_of(cases[i].text);
    bool found = gm_filter_find(text, text_of(cases[i].word), &span);
    assert_int_equal(found, cases[i].found != NULL);
    if (!found) continue;
    assert_int_equal(span.to - span.from, strlen(cases[i].found));
    assert_memory_equal(text.ptr + span.from, cases[i].found, span.to - span.from);
  }
}

static void long_words_and_bytes_that_are_no_text(void **state) {
  (void)state;
  char many[4096];
  memset(many, 'a', sizeof many);
  gm_span span;
  assert_false(gm_filter_find(text_of("阿阿阿阿"), (gm_text){many, sizeof many}, &span));
  assert_true(gm_filter_find((gm_text){many, sizeof many}, (gm_text){many, sizeof many}, &span));
  assert_false(gm_filter_find((gm_text){"\xFF\xE4\xB8", 3}, text_of("gz"), &span));
}

/* Rows are compared by their indices, those shown for the sake of others with a minus. */
typedef struct bench {
  gm_document *document;
  gm_filtered_list list;
} bench;

static void expect(bench *b, gm_filter filter, const char *expected) {
  b->list.rows.count = b->list.text.count = 0;
  const gm_draft *draft = gm_document_draft(b->document);
  gm_filter_sections(&filter, gm_document_outline(b->document), draft->lines, gm_document_pinyin(b->document),
                     &b->list);
  gm_buffer shown = {0};
  for (size_t i = 0; i < b->list.rows.count; i++)
    gm_buffer_format(&shown, "%s%s%u", i ? " " : "", b->list.rows.items[i].found ? "" : "-",
                     (unsigned)b->list.rows.items[i].section);
  gm_buffer_add(&shown, "", 1);
  assert_string_equal(shown.items, expected);
  gm_array_free(&shown);
}

static void sections_around_those_found_are_kept_once(void **state) {
  (void)state;
  static const char *const lines[] = {"一、加强组织领导",
                                      "会议一是建立专班；二是压实责任。",
                                      "二、狠抓工作落实",
                                      "（一）推进重点项目",
                                      "正文一段。",
                                      "（二）优化营商环境",
                                      "全系统231人，其中党员208人，占90.40%。"};
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  bench b = {.document = gm_document_new(&rules)};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    gm_text t = text_of(lines[i]);
    assert_true(gm_document_splice(b.document, i, i, &t, 1, false));
  }
  gm_document_join(b.document);
  expect(&b, (gm_filter){0}, "0 1 2 3 4 5");
  expect(&b, (gm_filter){.query = text_of("责任")}, "-0 2");
  expect(&b, (gm_filter){.query = text_of("yszr")}, "-0 2");
  expect(&b, (gm_filter){.query = text_of("落实")}, "3");
  expect(&b, (gm_filter){.query = text_of("yh")}, "-3 5");
  expect(&b, (gm_filter){.query = text_of("优化 环境")}, "-3 5");
  expect(&b, (gm_filter){.query = text_of("优化 项目")}, "");
  expect(&b, (gm_filter){.query = text_of("（一）")}, "-3 4");
  expect(&b, (gm_filter){.query = text_of("ys")}, "-0 2 -3 5"); /* 压实 and 营商, not the marker 一是 */
  expect(&b, (gm_filter){.line = true}, "0 3 4 5");
  gm_section_findings counts = {0};
  gm_section_findings_count(&counts, gm_document_outline(b.document), gm_document_findings(b.document));
  static const uint32_t expected[] = {0, 0, 0, 1, 0, 1};
  assert_int_equal(counts.count, 6);
  assert_memory_equal(counts.items, expected, sizeof expected);
  expect(&b, (gm_filter){.findings = counts.items}, "3 5");
  expect(&b, (gm_filter){.findings = counts.items, .query = text_of("yshj")}, "-3 5");
  gm_array_free(&counts);
  gm_array_free(&b.list.rows);
  gm_array_free(&b.list.text);
  gm_document_free(b.document);
  gm_rule_set_free(&rules);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_are_found_as_characters_and_as_pinyin),
      cmocka_unit_test(long_words_and_bytes_that_are_no_text),
      cmocka_unit_test(sections_around_those_found_are_kept_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
