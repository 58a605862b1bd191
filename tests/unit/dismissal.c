/* Dismissals: what a fingerprint survives and what it does not, and the file that keeps them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "check/dismissal.h"
#include "check/fingerprint.h"
#include "document/document.h"

static gm_text text(const char *string) { return (gm_text){string, strlen(string)}; }

typedef struct draft {
  gm_rule_set *rules; /* the document keeps its address */
  gm_document *document;
} draft;

/* A draft of lines parted by "\n", joined; `prints` are waved through. */
static draft open_draft(const char *content, const uint64_t *prints, size_t count) {
  draft d;
  gm_text lines[32];
  size_t n = 0;
  for (const char *p = content; n < 32; n++) {
    const char *stop = strchr(p, '\n');
    lines[n] = (gm_text){p, stop ? (size_t)(stop - p) : strlen(p)};
    if (!stop) break;
    p = stop + 1;
  }
  d.rules = gm_alloc(sizeof *d.rules);
  gm_rule_set_init(d.rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(d.rules);
  d.document = gm_document_new(d.rules);
  gm_document_set_dismissals(d.document, prints, count);
  assert_true(gm_document_splice(d.document, 0, 0, lines, n + 1, true));
  gm_document_join(d.document);
  return d;
}

static void close_draft(draft *d) {
  gm_document_free(d->document);
  gm_rule_set_free(d->rules);
  free(d->rules);
}

/* The fingerprint of the index-th finding. */
static uint64_t print_of(const char *content, size_t index) {
  draft d = open_draft(content, NULL, 0);
  const gm_findings *findings = gm_document_findings(d.document);
  assert_true(index < findings->list.count);
  uint64_t print = findings->list.items[index].fingerprint;
  close_draft(&d);
  return print;
}

/* Findings left when one of `before` is waved through and the draft becomes `after`. */
static size_t left_of(const char *before, size_t index, const char *after) {
  uint64_t print = print_of(before, index);
  draft d = open_draft(after, &print, 1);
  size_t left = gm_document_findings(d.document)->list.count;
  size_t dismissed = gm_document_dismissed(d.document)->list.count;
  assert_int_equal(gm_document_waved(d.document, 0) == GM_WAVES_NOTHING, !dismissed);
  close_draft(&d);
  return left;
}

#define SUM "当年举办讲座168场，其中线上62场、线下124场。"

#define SHARE "全校共有教师231人，其中党员208人，占90.40%。"

static void survives_edits_around(void **state) {
  (void)state;
  assert_int_equal(left_of(SUM, 0, SUM), 0);
  assert_int_equal(left_of(SHARE, 0, SHARE), 0);
  /* It moves, alone and with what stands before it. */
  assert_int_equal(left_of(SUM, 0, "一、概况\n\n新的一段。\n" SUM), 0);
  assert_int_equal(left_of(SUM, 0, "工作有了进展。" SUM "群众满意。"), 0);
  /* Words on one side change, on both sides, blanks come in. */
  assert_int_equal(left_of(SUM, 0, "全年组织讲座168场，其中线上62场、线下124场。"), 0);
  assert_int_equal(left_of(SUM, 0, "全年组织培训168场，其中网络62场、现场124场。"), 0);
  assert_int_equal(left_of(SUM, 0, "当年举办讲座 168 场，其中线上 62 场、线下 124 场。"), 0);
  /* A word without figures is known again by the words on either side of it. */
  assert_int_equal(left_of("会上，近二个月来开展的活动受到好评。", 0, "会议指出，近二个月来开展的活动受到好评。"), 0);
  assert_int_equal(left_of("会上，近二个月来开展的活动受到好评。", 0, "会上，近二个月来，活动受到好评。"), 0);
}

static void ends_with_the_figures(void **state) {
  (void)state;
  assert_int_equal(left_of(SHARE, 0, "全校共有教师232人，其中党员208人，占90.40%。"), 1);
  assert_int_equal(left_of(SHARE, 0, "全校共有教师231人，其中党员207人，占90.40%。"), 1);
  assert_int_equal(left_of(SHARE, 0, "全校共有教师231人，其中党员208人，占91.40%。"), 1);
  /* Another place with the same word. */
  assert_int_equal(left_of("近二个月来开展活动。", 0, "这二个单位表现突出。"), 1);
  /* Another rule about the same figures. */
  assert_true(print_of("会议定于9月31日召开。", 0) != print_of("截止9月31日，工程完工。", 0));
}

/* One dismissal waves one finding through, the one it was made for. */
static void waves_one_through(void **state) {
  (void)state;
  const char *twice = "近二个月来开展活动，受到好评。近二个月来开展活动，受到好评。";
  assert_true(print_of(twice, 0) != print_of(twice, 1));
  for (size_t i = 0; i < 2; i++) {
    uint64_t print = print_of(twice, i);
    draft d = open_draft(twice, &print, 1);
    assert_int_equal(gm_document_findings(d.document)->list.count, 1);
    assert_int_equal(gm_document_dismissed(d.document)->list.items[0].start.byte > 12, i);
    close_draft(&d);
    /* When the other is gone it still is. */
    assert_int_equal(left_of(twice, i, "近二个月来开展活动，受到好评。"), 0);
  }
}

/* What is waved through is copied whole, and the others stay whole. */
static void keeps_what_they_say(void **state) {
  (void)state;
  const char *content = SUM "\n近二个月来开展活动。";
  uint64_t print = print_of(content, 0);
  draft d = open_draft(content, &print, 1);
  const gm_findings *left = gm_document_findings(d.document), *gone = gm_document_dismissed(d.document);
  assert_int_equal(left->list.count, 1);
  assert_int_equal(gone->list.count, 1);
  assert_string_equal(gm_rules[left->list.items[0].rule].id, "STY-01");
  assert_string_equal(gm_rules[gone->list.items[0].rule].id, "AR-01");
  assert_true(gone->list.items[0].related_count >= 2);
  assert_int_equal(gone->related.count, gone->list.items[0].related_count);
  const gm_finding *f = &left->list.items[0];
  assert_int_equal(gm_edits_text(&left->fixes, &left->fixes.list.items[f->fix]).len, strlen("两"));
  /* Taken back, it is there again. */
  gm_document_set_dismissals(d.document, NULL, 0);
  gm_document_join(d.document);
  assert_int_equal(gm_document_findings(d.document)->list.count, 2);
  assert_int_equal(gm_document_dismissed(d.document)->list.count, 0);
  close_draft(&d);
}

#define ROW_A "00000000000000aa\tAR-01\ta.txt\t理由\t2024-03-05\t摘录\n"
#define ROW_B "00000000000000bb\tAR-01\tb.txt\t\t2024-03-05\t摘录\n"
#define BAD   "<<<<<<< 甲\n"

static void assert_buffer(gm_buffer *buffer, const char *expected) {
  assert_int_equal(buffer->count, strlen(expected));
  assert_memory_equal(buffer->items, expected, buffer->count);
  buffer->count = 0;
}

static void reads_and_writes_its_file(void **state) {
  (void)state;
  const char *content = "# 说明\n" ROW_A BAD ROW_B;
  gm_dismissals d = {0};
  gm_buffer out = {0};
  gm_dismissals_parse(&d, text(content));
  assert_int_equal(d.rows.count, 2);
  assert_int_equal(d.bad.count, 1);
  assert_int_equal(d.bad.items[0].line, 2);
  assert_true(d.rows.items[0].fingerprint == 0xAA);
  assert_int_equal(d.rows.items[1].line, 3);
  assert_int_equal(d.rows.items[1].reason.len, 0);
  /* A row goes in by its order; everything else stays, byte for byte. */
  gm_dismissal row = {.fingerprint = 0xAB, .rule = text("AR-01"), .draft = text("a.txt"), .reason = text("一\t二\n三")};
  gm_dismissals_with(&d, text(content), &row, &out);
  assert_buffer(&out, "# 说明\n" ROW_A BAD "00000000000000ab\tAR-01\ta.txt\t一 二 三\t\t\n" ROW_B);
  row.draft = text("c.txt");
  gm_dismissals_with(&d, text(content), &row, &out);
  assert_buffer(&out, "# 说明\n" ROW_A BAD ROW_B "00000000000000ab\tAR-01\tc.txt\t一 二 三\t\t\n");
  gm_dismissals_without(&d, text(content), 0, &out);
  assert_buffer(&out, "# 说明\n" BAD ROW_B);
  /* Without a last line end, with CR LF, empty. */
  gm_dismissals_parse(&d, text("00000000000000aa\tAR-01\ta.txt\t\t\tx\r\n00000000000000bb\tAR-01\tb.txt\t\t\ty"));
  assert_int_equal(d.rows.count, 2);
  assert_int_equal(d.rows.items[0].excerpt.len, 1);
  gm_dismissals_parse(&d, text(""));
  assert_int_equal(d.rows.count + d.bad.count, 0);
  gm_dismissals_with(&d, text(""), &row, &out);
  assert_buffer(&out, "00000000000000ab\tAR-01\tc.txt\t一 二 三\t\t\n");
  /* What is wrong with a line is told. */
  gm_dismissals_parse(&d, text("xx\tAR-01\ta\t\t\t\n00000000000000aa\tAR-01\t\t\t\t\n00000000000000aa AR-01 a\n"));
  assert_int_equal(d.rows.count, 0);
  assert_int_equal(d.bad.items[0].fault, GM_FAULT_FINGERPRINT);
  assert_int_equal(d.bad.items[1].fault, GM_FAULT_DRAFT);
  assert_int_equal(d.bad.items[2].fault, GM_FAULT_COLUMNS);
  gm_array_free(&out);
  gm_dismissals_free(&d);
}

static void names_drafts(void **state) {
  (void)state;
  static const struct {
    const char *draft, *path;
    bool names;
  } cases[] = {{"a.txt", "a.txt", true},   {"a.txt", "b/a.txt", false}, {"*.txt", "b/a.txt", true},
               {"b/*", "b/c/a.txt", true}, {"b/*", "a.txt", false},     {"稿[1].txt", "稿[1].txt", true},
               {"a?.txt", "a1.txt", true}, {"a", "a.txt", false}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gm_dismissal row = {.draft = text(cases[i].draft)};
    assert_int_equal(gm_dismissal_names(&row, text(cases[i].path)), cases[i].names);
  }
}

static void likeness(void **state) {
  (void)state;
  const uint64_t distinct = GM_FINGERPRINT_DISTINCT | UINT64_C(5) << 32 | 0x00110022,
                 plain = UINT64_C(5) << 32 | 0x00110022;
  assert_int_equal(gm_fingerprint_compare(plain, plain), GM_ALIKE_WHOLLY);
  assert_int_equal(gm_fingerprint_compare(plain, plain ^ 0x00FF0000), GM_ALIKE_BY_SIDE);
  assert_int_equal(gm_fingerprint_compare(plain, plain ^ 0x000000FF), GM_ALIKE_BY_SIDE);
  assert_int_equal(gm_fingerprint_compare(plain, plain ^ 0x00FF00FF), GM_ALIKE_NOT);
  assert_int_equal(gm_fingerprint_compare(distinct, distinct ^ 0x00FF00FF), GM_ALIKE_BY_CORE);
  assert_int_equal(gm_fingerprint_compare(distinct, plain), GM_ALIKE_NOT);
  /* No words on a side are no likeness. */
  assert_int_equal(gm_fingerprint_compare(UINT64_C(5) << 32 | 0x00000022, UINT64_C(5) << 32 | 0x00000033),
                   GM_ALIKE_NOT);
  uint64_t print;
  assert_true(gm_fingerprint_read(text("0123456789abcdef"), &print));
  assert_true(print == UINT64_C(0x0123456789abcdef));
  assert_false(gm_fingerprint_read(text("0123456789ABCDEF"), &print));
  assert_false(gm_fingerprint_read(text("0123456789abcde"), &print));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(survives_edits_around),
      cmocka_unit_test(ends_with_the_figures),
      cmocka_unit_test(waves_one_through),
      cmocka_unit_test(keeps_what_they_say),
      cmocka_unit_test(reads_and_writes_its_file),
      cmocka_unit_test(names_drafts),
      cmocka_unit_test(likeness),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
