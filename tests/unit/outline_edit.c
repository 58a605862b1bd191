/* Editing on the outline: each operation on a draft of its own, and what must hold of all of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/document.h"
#include "outline/edit.h"

static gm_rule_set rules;

/* A draft, its outline and the plan of the last operation. */
typedef struct bench {
  gm_document *document;
  gm_outline_view view;
  gm_plan plan;
  gm_buffer text;
} bench;

static void load(bench *b, const char *text, size_t len) {
  if (b->document) gm_document_free(b->document);
  gm_buffer copy = {0};
  gm_buffer_add(&copy, text, len);
  b->document = gm_document_new(&rules);
  size_t line = 0, start = 0;
  for (size_t i = 0; i <= copy.count; i++) {
    if (i < copy.count && copy.items[i] != '\n') continue;
    gm_text t = {copy.items + start, i - start};
    assert_true(gm_document_splice(b->document, line, line, &t, 1, false));
    line++;
    start = i + 1;
  }
  gm_document_join(b->document);
  b->view = (gm_outline_view){gm_document_draft(b->document), gm_document_outline(b->document),
                              gm_document_pinyin(b->document)};
  gm_array_free(&copy);
}

static void open(bench *b, const char *text) { load(b, text, strlen(text)); }

static void expect_ordered(const bench *b) {
  const gm_edits *edits = &b->plan.edits;
  for (size_t i = 0; i < edits->list.count; i++) {
    const gm_edit *e = &edits->list.items[i];
    assert_true(gm_position_compare(e->start, e->end) <= 0);
    assert_true(e->end.line < b->view.draft->count && e->end.byte <= b->view.draft->lines[e->end.line].len);
    if (i) assert_true(gm_position_compare(edits->list.items[i - 1].end, e->start) <= 0);
  }
}

/* Applies the plan and reads the draft again. */
static void apply(bench *b) {
  expect_ordered(b);
  b->text.count = 0;
  gm_edits_apply(&b->plan.edits, b->view.draft->lines, b->view.draft->count, &b->text);
  load(b, b->text.items, b->text.count);
}

static void expect_text(const bench *b, const char *want) {
  gm_buffer out = {0};
  gm_edits none = {0};
  gm_edits_apply(&none, b->view.draft->lines, b->view.draft->count, &out);
  *gm_push(&out) = '\0';
  assert_string_equal(out.items, want);
  gm_array_free(&out);
}

static void shut(bench *b) {
  gm_document_free(b->document);
  gm_plan_free(&b->plan);
  gm_array_free(&b->text);
}

/* The section whose raw marker is `marker`, the nth of them (from 0). */
static uint32_t find(const bench *b, const char *marker, int nth) {
  for (uint32_t i = 0; i < b->view.outline->sections.count; i++) {
    const gm_section *s = &b->view.outline->sections.items[i];
    const char *p = b->view.draft->lines[s->start.line].ptr + s->start.byte;
    if (s->marker_end - s->start.byte == strlen(marker) && !memcmp(p, marker, strlen(marker)) && !nth--) return i;
  }
  fail_msg("no section %s", marker);
  return 0;
}

static void renumbered(const char *text, const char *want) {
  bench b = {0};
  open(&b, text);
  uint32_t all = (uint32_t)b.view.outline->sections.count;
  assert_int_equal(gm_outline_renumber(&b.view, 0, all, 0, &b.plan), GM_ACCEPTED);
  apply(&b);
  expect_text(&b, want);
  assert_int_equal(gm_outline_renumber(&b.view, 0, (uint32_t)b.view.outline->sections.count, 0, &b.plan), GM_ACCEPTED);
  assert_int_equal(b.plan.edits.list.count, 0); /* a second run changes nothing */
  shut(&b);
}

static void renumbers_every_family_in_its_style(void **state) {
  (void)state;
  renumbered("一、甲\n三、乙\n三、丙", "一、甲\n二、乙\n三、丙");
  renumbered("一、甲\n（一）子\n（三）丑\n二、乙\n（一）寅", "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅");
  renumbered("1.甲\n2.乙\n2.丙\n3.丁", "1.甲\n2.乙\n3.丙\n4.丁");
  renumbered("１.甲\n２.乙\n４.丙", "１.甲\n２.乙\n３.丙");
  renumbered("(1)甲\n(2)乙\n(4)丙", "(1)甲\n(2)乙\n(3)丙");
  renumbered("①甲\n②乙\n④丙", "①甲\n②乙\n③丙");
  renumbered("壹、甲\n貳、乙\n肆、丙", "壹、甲\n貳、乙\n參、丙");
  renumbered("甲、子\n乙、丑\n丁、寅", "甲、子\n乙、丑\n丙、寅");
  renumbered("A)甲\nB)乙\nD)丙", "A)甲\nB)乙\nC)丙");
  renumbered("第一章　甲\n第一条　子\n第三条　丑\n第三章　乙\n第四条　寅",
             "第一章　甲\n第一条　子\n第二条　丑\n第二章　乙\n第三条　寅");
  renumbered("第二○条　甲\n第二二条　乙", "第二○条　甲\n第二一条　乙");
  renumbered("有三条：一是甲；三是乙；四是丙。", "有三条：一是甲；二是乙；三是丙。");
  renumbered("第一，甲。\n第二，乙。\n第四，丙。", "第一，甲。\n第二，乙。\n第三，丙。");
  renumbered("十、甲\n十二、乙", "十、甲\n十一、乙"); /* keeps the first number */
}

static void keeps_restart_or_continuous_numbering(void **state) {
  (void)state;
  renumbered("一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（五）卯\n三、丙\n（六）辰",
             "一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯\n三、丙\n（五）辰");
  renumbered("一、甲\n所需：\n1.子\n2.丑\n另需：\n1.寅\n3.卯", "一、甲\n所需：\n1.子\n2.丑\n另需：\n1.寅\n2.卯");
}

static void renumbers_decimals_below_their_parents(void **state) {
  (void)state;
  renumbered("1 甲\n说明。\n1.1 子\n说明。\n1.2 丑\n说明。\n2 乙\n说明。\n2.1 寅\n说明。\n2.3 卯\n说明。",
             "1 甲\n说明。\n1.1 子\n说明。\n1.2 丑\n说明。\n2 乙\n说明。\n2.1 寅\n说明。\n2.2 卯\n说明。");
}

static void takes_pinyin_along_with_its_numeral(void **state) {
  (void)state;
  renumbered(
      "机(ji)关(guan)党(dang)支(zhi)部(bu)做(zuo)法(fa)有三条(tiao)。一(yi)是(shi)抓(zhua)学(xue)；三(san)是(shi)抓("
      "zhua)干(gan)。",
      "机(ji)关(guan)党(dang)支(zhi)部(bu)做(zuo)法(fa)有三条(tiao)。一(yi)是(shi)抓(zhua)学(xue)；二是(shi)抓(zhua)干("
      "gan)。");
}

static void renumbers_a_subtree_or_from_a_number(void **state) {
  (void)state;
  bench b = {0};
  open(&b, "一、甲\n（一）子\n（三）丑\n三、乙\n（一）寅\n（三）卯");
  uint32_t first = find(&b, "三、", 0);
  assert_int_equal(gm_outline_renumber(&b.view, first + 1, gm_subtree_end(b.view.outline, first), 0, &b.plan),
                   GM_ACCEPTED);
  apply(&b);
  expect_text(&b, "一、甲\n（一）子\n（三）丑\n三、乙\n（一）寅\n（二）卯");
  open(&b, "一、甲\n二、乙");
  assert_int_equal(gm_outline_renumber(&b.view, 0, 2, 5, &b.plan), GM_ACCEPTED);
  apply(&b);
  expect_text(&b, "五、甲\n六、乙");
  assert_int_equal(gm_outline_renumber(&b.view, 3, 2, 0, &b.plan), GM_REFUSED_RANGE);
  shut(&b);
}

static void refuses_a_family_that_runs_out(void **state) {
  (void)state;
  bench b = {0};
  open(&b, "㈨甲\n㈩乙\n㈩丙");
  assert_int_equal(gm_outline_renumber(&b.view, 0, (uint32_t)b.view.outline->sections.count, 0, &b.plan),
                   GM_REFUSED_RUN_OUT);
  assert_int_equal(b.plan.edits.list.count, 0);
  shut(&b);
}

static void expect_stale(const bench *b, size_t i, uint32_t line, const char *old, const char *text) {
  assert_true(i < b->plan.stale.count);
  const gm_stale_reference *stale = &b->plan.stale.items[i];
  assert_int_equal(stale->start.line, line);
  assert_int_equal(stale->end.byte - stale->start.byte, strlen(old));
  assert_memory_equal(b->view.draft->lines[line].ptr + stale->start.byte, old, strlen(old));
  assert_int_equal(stale->len, strlen(text));
  assert_memory_equal(b->plan.text.items + stale->text, text, stale->len);
}

static void lists_stale_references_and_changes_none(void **state) {
  (void)state;
  bench b = {0};
  open(&b,
       "第一条　甲。\n第三条　乙，下列情形除外：\n（一）子；\n（三）丑。\n第四条　违反第三条第（三）项的，依照《某法》"
       "第三条和本办法第四条处理。");
  assert_int_equal(gm_outline_renumber(&b.view, 0, (uint32_t)b.view.outline->sections.count, 0, &b.plan), GM_ACCEPTED);
  assert_int_equal(b.plan.stale.count, 3);
  expect_stale(&b, 0, 4, "第三条", "第二条");
  expect_stale(&b, 1, 4, "第（三）项", "第（二）项");
  expect_stale(&b, 2, 4, "第四条", "第三条");
  apply(&b);
  expect_text(&b,
              "第一条　甲。\n第二条　乙，下列情形除外：\n（一）子；\n（二）丑。\n第三条　违反第三条第（三）项的，依照《"
              "某法》第三条和本办法第四条处理。");
  open(&b, "目录\n一、总体要求\n三、保障措施\n一、总体要求\n见第三部分。\n三、保障措施\n同上（略）。");
  assert_int_equal(gm_outline_renumber(&b.view, 0, (uint32_t)b.view.outline->sections.count, 0, &b.plan), GM_ACCEPTED);
  assert_int_equal(b.plan.stale.count, 2);
  expect_stale(&b, 0, 2, "三、", "二、");
  expect_stale(&b, 1, 4, "第三部分", "第二部分");
  shut(&b);
}

static void shifted(const char *text, const char *marker, int nth, int by, const char *want) {
  bench b = {0};
  open(&b, text);
  assert_int_equal(gm_outline_shift(&b.view, find(&b, marker, nth), by, &b.plan), GM_ACCEPTED);
  apply(&b);
  expect_text(&b, want);
  shut(&b);
}

static void promotes_and_demotes(void **state) {
  (void)state;
  shifted("一、甲\n（一）子\n二、乙\n三、丙", "二、", 0, 1, "一、甲\n（一）子\n（二）乙\n二、丙");
  shifted("一、甲\n（一）子\n（二）乙\n二、丙", "（二）", 0, -1, "一、甲\n（一）子\n二、乙\n三、丙");
  shifted("一、甲\n二、乙\n（一）子\n三、丙", "二、", 0, 1, "一、甲\n（一）乙\n1.子\n二、丙");
  shifted("一、甲\n二、乙", "二、", 0, 1, "一、甲\n（一）乙");
  /* A level without a pattern takes the draft's brackets. */
  shifted("一、甲\n(一)子\n1.丑\n2.寅", "2.", 0, 1, "一、甲\n(一)子\n1.丑\n(1)寅");
  shifted("一、甲\n（一）子\n1.丑\n2.寅", "2.", 0, 1, "一、甲\n（一）子\n1.丑\n（1）寅");
  /* the draft's own ladder */
  shifted("一、甲\n1、子\n2、丑\n二、乙\n三、丙", "三、", 0, 1, "一、甲\n1、子\n2、丑\n二、乙\n1、丙");
}

static void refuses_what_cannot_be_shifted(void **state) {
  (void)state;
  bench b = {0};
  open(&b, "第一章　总则\n第一条　甲。\n第二条　乙，有两点：一是子；二是丑。");
  assert_int_equal(gm_outline_shift(&b.view, find(&b, "第二条", 0), -1, &b.plan), GM_REFUSED_KIND);
  assert_int_equal(gm_outline_shift(&b.view, find(&b, "一是", 0), 1, &b.plan), GM_REFUSED_KIND);
  assert_int_equal(gm_outline_shift(&b.view, find(&b, "第一章", 0), 1, &b.plan), GM_REFUSED_EDGE);
  assert_int_equal(gm_outline_shift(&b.view, find(&b, "第一章", 0), -1, &b.plan), GM_REFUSED_EDGE);
  assert_int_equal(gm_outline_shift(&b.view, 99, -1, &b.plan), GM_REFUSED_RANGE);
  shut(&b);
}

static void moved(const char *text, const char *marker, const char *target, bool behind, const char *want) {
  bench b = {0};
  open(&b, text);
  assert_int_equal(gm_outline_move(&b.view, find(&b, marker, 0), find(&b, target, 0), behind, &b.plan), GM_ACCEPTED);
  apply(&b);
  expect_text(&b, want);
  shut(&b);
}

static void moves_subtrees_and_renumbers_both_ends(void **state) {
  (void)state;
  moved("一、甲\n文一。\n二、乙\n（一）子\n文二。\n三、丙\n文三。", "二、", "一、", false,
        "一、乙\n（一）子\n文二。\n二、甲\n文一。\n三、丙\n文三。");
  moved("一、甲\n文一。\n二、乙\n文二。\n三、丙\n文三。", "一、", "三、", true,
        "一、乙\n文二。\n二、丙\n文三。\n三、甲\n文一。");
  moved("一、甲\n文一。\n二、乙\n文二。\n三、丙\n文三。", "三、", "一、", false,
        "一、丙\n文三。\n二、甲\n文一。\n三、乙\n文二。");
  /* a family that runs on is numbered through */
  moved("一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n三、丙\n（四）卯", "二、", "一、", false,
        "一、乙\n（一）寅\n二、甲\n（二）子\n（三）丑\n三、丙\n（四）卯");
  /* what closes the document stays at its end */
  moved("一、甲\n文一。\n二、乙\n文二。\n\n附件：1.名单\n　　　2.表格", "二、", "一、", false,
        "一、乙\n文二。\n二、甲\n文一。\n\n附件：1.名单\n　　　2.表格");
}

static void a_moved_section_leaves_the_room_around_its_list(void **state) {
  (void)state;
  const char *text = "一、甲\n\n二、乙\n\n三、丙\n\n\n\n　　　　附录办法\n\n一、丁";
  moved(text, "三、", "二、", false, "一、甲\n\n二、丙\n\n三、乙\n\n\n\n　　　　附录办法\n\n一、丁");
  moved(text, "一、", "三、", true, "一、乙\n\n二、丙\n\n三、甲\n\n\n\n　　　　附录办法\n\n一、丁");
  moved("一、甲\n二、乙\n\n\n", "二、", "一、", false, "一、乙\n二、甲\n\n\n");
  moved("一、甲\n\n二、乙", "二、", "一、", false, "一、乙\n\n二、甲");
  moved("一、甲\n\n二、乙", "一、", "二、", true, "一、乙\n\n二、甲");
  moved("一、甲\n　\n二、乙\n\n", "一、", "二、", true, "一、乙\n　\n二、甲\n\n");
  moved("一、甲\n\n二、乙\n\n", "一、", "二、", false, "一、甲\n\n二、乙\n\n");
}

static void moves_inline_items_between_their_separators(void **state) {
  (void)state;
  moved("有三条：一是甲；二是乙；三是丙。", "三是", "一是", false, "有三条：一是丙；二是甲；三是乙。");
  moved("有三条：一是甲，二是乙；三是丙。", "一是", "三是", true, "有三条：一是乙，二是丙；三是甲。");
  moved("一是甲，甲甲。\n二是乙。\n三是丙。", "一是", "二是", true, "一是乙。\n二是甲，甲甲。\n三是丙。");
}

static void refuses_what_cannot_be_moved(void **state) {
  (void)state;
  bench b = {0};
  open(&b, "一、甲\n（一）子\n有两条：一是丁；二是戊。\n二、乙\n有两条：一是己；二是庚。");
  assert_int_equal(gm_outline_move(&b.view, find(&b, "一、", 0), find(&b, "（一）", 0), true, &b.plan),
                   GM_REFUSED_INSIDE);
  assert_int_equal(gm_outline_move(&b.view, find(&b, "（一）", 0), find(&b, "二、", 0), true, &b.plan),
                   GM_REFUSED_KIND);
  assert_int_equal(gm_outline_move(&b.view, find(&b, "一是", 0), find(&b, "二是", 1), true, &b.plan), GM_REFUSED_KIND);
  assert_int_equal(gm_outline_move(&b.view, 77, 0, true, &b.plan), GM_REFUSED_RANGE);
  assert_int_equal(gm_outline_split(&b.view, find(&b, "（一）", 0), &b.plan), GM_REFUSED_NO_RUN);
  assert_int_equal(gm_outline_join_run(&b.view, find(&b, "一、", 0), false, &b.plan), GM_REFUSED_NO_RUN);
  open(&b, "一、抓进度。倒排工期，确保年底完工。二、抓质量。旁站监理。\n三、抓安全。");
  assert_int_equal(gm_outline_move(&b.view, find(&b, "二、", 0), find(&b, "三、", 0), true, &b.plan), GM_REFUSED_GLUED);
  shut(&b);
}

static void splits_and_joins_exactly(void **state) {
  (void)state;
  static const struct {
    const char *joined, *split, *marker;
    bool lead;
  } cases[] = {
      {"　　做法有三：一是甲；二是乙；三是丙。", "　　做法有三：\n　　一是甲；\n　　二是乙；\n　　三是丙。", "二是",
       true},
      {"一是甲。二是乙。", "一是甲。\n二是乙。", "一是", false},
      {"一、改进服务。做了两件事。一是甲，二是乙。", "一、改进服务。做了两件事。\n一是甲，\n二是乙。", "一是", true},
      {"要求：（1）甲；（2）乙。其余不变。", "要求：\n（1）甲；\n（2）乙。其余不变。", "（2）", true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bench b = {0};
    open(&b, cases[i].joined);
    assert_int_equal(gm_outline_split(&b.view, find(&b, cases[i].marker, 0), &b.plan), GM_ACCEPTED);
    apply(&b);
    expect_text(&b, cases[i].split);
    uint32_t item = find(&b, cases[i].marker, 0);
    if (b.view.outline->sections.items[item].kind == GM_SECTION_INLINE) {
      assert_int_equal(gm_outline_split(&b.view, item, &b.plan), GM_REFUSED_EDGE);
      assert_int_equal(gm_outline_join_run(&b.view, item, cases[i].lead, &b.plan), GM_ACCEPTED);
      apply(&b);
      expect_text(&b, cases[i].joined);
    }
    shut(&b);
  }
}

static void knows_a_lead_in(void **state) {
  (void)state;
  bench b = {0};
  open(&b, "做法有二：\n一是甲。\n二是乙。");
  assert_true(gm_run_has_lead(&b.view, find(&b, "二是", 0)));
  open(&b, "已经讲完。\n一是甲。\n二是乙。");
  assert_false(gm_run_has_lead(&b.view, find(&b, "二是", 0)));
  shut(&b);
}

/* Random drafts: there and back gives the text back; a second renumbering changes nothing; every plan is well formed.
 */
static uint32_t seed = 7;
static uint32_t dice(uint32_t sides) {
  seed = seed * 1664525u + 1013904223u;
  return (uint32_t)((uint64_t)(seed >> 8) * sides >> 24);
}

static void write_draft(gm_buffer *out) {
  static const char *const han[] = {"一", "二", "三", "四", "五"};
  out->count = 0;
  uint32_t parts = 2 + dice(3);
  for (uint32_t a = 0; a < parts; a++) {
    gm_buffer_format(out, "%s%s、第%u部分工作\n", a ? "\n" : "", han[a], a + 10);
    if (dice(2)) gm_buffer_string(out, "总的要求：一是抓早；二是抓小；三是抓好。\n\n");
    uint32_t inner = dice(4);
    for (uint32_t b = 0; b < inner; b++) {
      gm_buffer_format(out, "（%s）分项%u%u。", han[b], a, b);
      gm_buffer_string(out, dice(2) ? "内容若干，从略。\n" : "\n1.细目甲。\n2.细目乙。\n");
    }
    if (!inner) gm_buffer_string(out, "正文若干。");
    if (inner) out->count--;
  }
}

static void there_and_back_over_random_drafts(void **state) {
  (void)state;
  gm_buffer text = {0}, first = {0};
  for (int round = 0; round < 200; round++) {
    bench b = {0};
    write_draft(&text);
    load(&b, text.items, text.count);
    first.count = 0;
    gm_buffer_add(&first, text.items, text.count);
    *gm_push(&first) = '\0';
    uint32_t count = (uint32_t)b.view.outline->sections.count;
    assert_int_equal(gm_outline_renumber(&b.view, 0, count, 0, &b.plan), GM_ACCEPTED);
    assert_int_equal(b.plan.edits.list.count, 0);

    uint32_t x = dice(count), y = dice(count);
    if (x > y) { /* x < y: move x behind y, then back before the one that followed it */
      uint32_t swap = x;
      x = y;
      y = swap;
    }
    const gm_section *s = &b.view.outline->sections.items[x], *t = &b.view.outline->sections.items[y];
    bool siblings = x != y && s->parent == t->parent && s->family == t->family && s->kind == t->kind;
    if (siblings && s->kind == GM_SECTION_INLINE) {
      siblings = false;
      for (uint32_t p = y; p != GM_NO_SECTION; p = b.view.outline->sections.items[p].previous) siblings |= p == x;
    }
    if (siblings && gm_outline_move(&b.view, x, y, true, &b.plan) == GM_ACCEPTED) {
      bool inner = s->kind == GM_SECTION_INLINE;
      uint32_t size = gm_subtree_end(b.view.outline, x) - x, last = gm_subtree_end(b.view.outline, y);
      apply(&b);
      assert_int_equal(b.view.outline->sections.count, count);
      uint32_t now = inner ? y : last - size;
      assert_int_equal(gm_outline_move(&b.view, now, x, false, &b.plan), GM_ACCEPTED);
      apply(&b);
      expect_text(&b, first.items);
    }
    uint32_t z = dice(count);
    int by = dice(2) ? 1 : -1;
    if (gm_outline_shift(&b.view, z, by, &b.plan) == GM_ACCEPTED) {
      apply(&b);
      assert_int_equal(b.view.outline->sections.count, count);
      assert_int_equal(b.view.outline->faults.count, 0);
    }
    shut(&b);
  }
  gm_array_free(&text);
  gm_array_free(&first);
}

static int set_up(void **state) {
  (void)state;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  gm_rule_set_free(&rules);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(renumbers_every_family_in_its_style),
      cmocka_unit_test(keeps_restart_or_continuous_numbering),
      cmocka_unit_test(renumbers_decimals_below_their_parents),
      cmocka_unit_test(takes_pinyin_along_with_its_numeral),
      cmocka_unit_test(renumbers_a_subtree_or_from_a_number),
      cmocka_unit_test(refuses_a_family_that_runs_out),
      cmocka_unit_test(lists_stale_references_and_changes_none),
      cmocka_unit_test(promotes_and_demotes),
      cmocka_unit_test(refuses_what_cannot_be_shifted),
      cmocka_unit_test(moves_subtrees_and_renumbers_both_ends),
      cmocka_unit_test(a_moved_section_leaves_the_room_around_its_list),
      cmocka_unit_test(moves_inline_items_between_their_separators),
      cmocka_unit_test(refuses_what_cannot_be_moved),
      cmocka_unit_test(splits_and_joins_exactly),
      cmocka_unit_test(knows_a_lead_in),
      cmocka_unit_test(there_and_back_over_random_drafts),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
