/* The table of rules: complete rows, ids found in any case, profiles, triggers, fingerprints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document.h"

static void rows_are_complete(void **state) {
  (void)state;
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    const gm_rule *r = &gm_rules[i];
    assert_true(r->severity >= GM_SEVERITY_HINT && r->severity <= GM_SEVERITY_ERROR);
    assert_true(r->profiles && *r->title_zh && *r->title_en && r->clause && *r->bad && *r->good && *r->near_miss);
    assert_true(r->at || r->figure || r->line || r->draft);
    assert_true(r->triggers || !r->at);
    assert_true(r->at || r->line || r->figure || !(r->triggers || r->kinds || r->also || r->roles || r->least));
    assert_true(!(r->at && (r->figure || (!r->line && (r->kinds || r->also || r->roles || r->least)))));
    assert_int_equal(gm_rule_find((gm_text){r->id, strlen(r->id)}), i); /* ids are unique */
  }
  assert_int_equal(gm_rule_find(GM_TEXT("apx-01")), gm_rule_find(GM_TEXT("APX-01")));
  assert_int_equal(gm_rule_find(GM_TEXT("APX-0")), -1);
  assert_int_equal(gm_rule_find(GM_TEXT("doc-06")), gm_rule_find(GM_TEXT("STY-09")));
  assert_int_equal(gm_rule_find(GM_TEXT("DOC-04")), gm_rule_find(GM_TEXT("SEQ-03")));
  assert_int_equal(gm_rule_find(GM_TEXT("")), -1);
}

/* A clause that was never verified against the published text is not cited by number. */
static void unverified_clauses_stay_unnumbered(void **state) {
  (void)state;
  for (uint16_t i = 0; i < gm_rule_count; i++)
    if (!strncmp(gm_rules[i].clause, "GB/T 15835", 10) && strcmp(gm_rules[i].clause, "GB/T 15835-2011 4.1.1, 4.3"))
      assert_string_equal(gm_rules[i].clause, "GB/T 15835-2011");
}

static size_t findings_of(const char *text, uint8_t profile, bool hints, uint64_t *fingerprints) {
  gm_rule_set set;
  gm_rule_set_init(&set, profile, GM_CHINESE);
  if (hints) gm_rule_set_hints(&set);
  gm_rule_set_ready(&set);
  gm_document *d = gm_document_new(&set);
  size_t count = 0;
  for (const char *p = text;; count++) {
    const char *end = strchr(p, '\n');
    gm_text line = {p, end ? (size_t)(end - p) : strlen(p)};
    assert_true(gm_document_splice(d, count, count, &line, 1, false));
    if (!end) break;
    p = end + 1;
  }
  gm_document_join(d);
  const gm_findings *found = gm_document_findings(d);
  size_t n = found->list.count;
  for (size_t i = 0; fingerprints && i < n; i++) fingerprints[i] = found->list.items[i].fingerprint;
  gm_document_free(d);
  gm_rule_set_free(&set);
  return n;
}

static void profiles_and_hints_choose_rules(void **state) {
  (void)state;
  const char *style = "近二个月来，工地昼夜施工。", *sum = "分两期开班，第一期60人，第二期55人，共培训151人。";
  assert_int_equal(findings_of(style, GM_PROFILE_NEWS, false, NULL), 1);
  assert_int_equal(findings_of(style, GM_PROFILE_TW, false, NULL), 0);
  assert_int_equal(findings_of(style, GM_PROFILE_NONE, false, NULL), 0);
  assert_int_equal(findings_of(sum, GM_PROFILE_NONE, false, NULL), 1);
  assert_int_equal(findings_of("来客约361人。", GM_PROFILE_NEWS, false, NULL), 0);
  assert_int_equal(findings_of("来客约361人。", GM_PROFILE_NEWS, true, NULL), 1);
}

static void fingerprints_follow_the_text(void **state) {
  (void)state;
  uint64_t a[4], b[4];
  assert_int_equal(findings_of("近二个月来，工地昼夜施工。", GM_PROFILE_NEWS, false, a), 1);
  assert_int_equal(findings_of("前言一句。\n近二个月来，工地昼夜施工。", GM_PROFILE_NEWS, false, b), 1);
  assert_true(a[0] == b[0]); /* not of the position */
  assert_int_equal(findings_of("近二个月来，施工。\n近二个月来，施工。", GM_PROFILE_NEWS, false, a), 2);
  assert_true(a[0] != a[1]); /* the second of two alike has its own */
}

/* Each family's worst line, fifty thousand units long: linear, or the test would not end. */
static void bears_hostile_lines(void **state) {
  (void)state;
  static const char *const units[] = {"近",       "不到",      "1万",         "万",          "零",
                                      "〇",       "1,",        "%",           "9月31日",     "、三个",
                                      "“”",       "《",        "”",           "）",          "占1%，",
                                      "共1人，",  "其中1人，", "１",          "截止",        "25:10",
                                      "三、四",   "减少2倍，", "每人1元，",   "“三张清单”",  "2024年1月1日（周日）",
                                      "一是，",   "；二是",    "“甲”、",      "…",           "\"",
                                      "第一、",   "首先，",    "第二，",      "100-150千克", "第2章",
                                      "、等",     "（1）、",   "〔2024〕5号", "《甲》项目",  "...",
                                      "一是甲。", "：一是甲。"};
  gm_rule_set set;
  gm_rule_set_init(&set, GM_PROFILE_NEWS, GM_ENGLISH);
  gm_rule_set_hints(&set);
  gm_rule_set_ready(&set);
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    size_t n = strlen(units[u]), times = 50000;
    gm_buffer text = {0};
    for (size_t i = 0; i < times; i++) gm_buffer_add(&text, units[u], n);
    gm_buffer_string(&text, "。");
    gm_document *d = gm_document_new(&set);
    gm_text line = {text.items, text.count};
    assert_true(gm_document_splice(d, 0, 0, &line, 1, true));
    gm_document_join(d);
    const gm_findings *found = gm_document_findings(d);
    for (size_t i = 0; i < found->list.count; i++)
      assert_true(found->list.items[i].message_len > 0 && found->list.items[i].end.byte <= text.count);
    gm_document_free(d);
    gm_array_free(&text);
  }
  gm_rule_set_free(&set);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_are_complete),
      cmocka_unit_test(unverified_clauses_stay_unnumbered),
      cmocka_unit_test(profiles_and_hints_choose_rules),
      cmocka_unit_test(fingerprints_follow_the_text),
      cmocka_unit_test(bears_hostile_lines),
  };
  return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
