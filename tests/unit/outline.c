/* The outline: the law over random splices, parents and ends, positions, hostile lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/document.h"

static gm_rule_set rules;

static gm_document *document_of(const char *text) {
  gm_document *d = gm_document_new(&rules);
  size_t line = 0;
  for (const char *p = text;; line++) {
    const char *end = strchr(p, '\n');
    gm_text t = {p, end ? (size_t)(end - p) : strlen(p)};
    assert_true(gm_document_splice(d, line, line, &t, 1, false));
    if (!end) break;
    p = end + 1;
  }
  gm_document_join(d);
  return d;
}

static void expect_same(const gm_outline *a, const gm_outline *b) {
  assert_int_equal(a->sections.count, b->sections.count);
  for (size_t i = 0; i < a->sections.count; i++) {
    const gm_section *x = &a->sections.items[i], *y = &b->sections.items[i];
    assert_int_equal(gm_position_compare(x->start, y->start), 0);
    assert_int_equal(gm_position_compare(x->end, y->end), 0);
    assert_int_equal(gm_position_compare(x->title, y->title), 0);
    assert_int_equal(gm_position_compare(x->title_end, y->title_end), 0);
    assert_int_equal(x->number, y->number);
    assert_int_equal(x->level, y->level);
    assert_int_equal(x->kind, y->kind);
    assert_int_equal(x->family, y->family);
    assert_int_equal(x->parent, y->parent);
    assert_int_equal(x->previous, y->previous);
    assert_int_equal(x->chars, y->chars);
    assert_int_equal(x->soft, y->soft);
  }
  assert_int_equal(a->faults.count, b->faults.count);
  for (size_t i = 0; i < a->faults.count; i++) {
    const gm_fault *x = &a->faults.items[i], *y = &b->faults.items[i];
    assert_int_equal(gm_position_compare(x->at, y->at), 0);
    assert_int_equal(gm_position_compare(x->other, y->other), 0);
    assert_int_equal(x->kind, y->kind);
    assert_int_equal(x->expected, y->expected);
  }
}

/* What every outline must be, whatever the draft. */
static void expect_sound(const gm_document *d) {
  const gm_outline *o = gm_document_outline(d);
  const gm_draft *draft = gm_document_draft(d);
  for (uint32_t i = 0; i < o->sections.count; i++) {
    const gm_section *s = &o->sections.items[i];
    assert_true(s->start.line < draft->count && s->start.byte <= s->marker_end);
    assert_true(s->marker_end <= draft->lines[s->start.line].len);
    assert_true(gm_position_compare(s->start, s->end) < 0);
    assert_true(gm_position_compare(s->title, s->title_end) <= 0);
    if (i) assert_true(gm_position_compare(o->sections.items[i - 1].start, s->start) < 0);
    if (s->previous != GM_NO_SECTION) assert_true(s->previous < i);
    if (s->parent == GM_NO_SECTION) continue;
    const gm_section *parent = &o->sections.items[s->parent];
    assert_true(s->parent < i && parent->level < s->level);
    assert_true(gm_position_compare(s->end, parent->end) <= 0);
  }
}

static const char *const pieces[] = {
    "一、统一思想认识",
    "二、",
    "三、压实工作责任。各单位要把任务分到人、落到点，按月通报进展情况，年底一并考核，奖优罚劣，不搞平均主义。",
    "（一）广泛宣传。",
    "（二）严格检查。一是自查；二是互查；三是抽查。",
    "（",
    "三）落实整改。",
    "1.立行立改",
    "2.2027年前完成",
    "2.1 范围",
    "第一章　总则",
    "第一条　为了规范管理，制定本办法。",
    "笫二条 本办法适用于全镇。",
    "附件1",
    "附件：1.名单",
    "2.表格",
    "目录",
    "一、统一思想认识……1",
    "# 手册",
    "**让夜色亮起来**",
    "把菜园种到屋顶",
    "一是抓早。",
    "二是抓小。",
    "四是抓好。首先，看天；其次，看地；最后，看人。",
    "第一，要快。",
    "第二，要稳。（1）看；（2）听；（3）想。二、强化保障。",
    "",
    "  ",
    "三、",
    "【前言】这里是前言的正文，说明来龙去脉，交代编写的缘起和分工，感谢各方面的支持。",
    "这里是一段很长的正文，没有什么编号，只是为了让上面的短行看起来像一个标题，因为标题下面总有一段长长的正文。",
};
#define PIECES (sizeof pieces / sizeof *pieces)

static uint32_t seed = 20300101;
static uint32_t dice(uint32_t sides) {
  seed = seed * 1664525u + 1013904223u;
  return (uint32_t)((uint64_t)(seed >> 8) * sides >> 24);
}

static void equals_a_fresh_outline_after_splices(void **state) {
  (void)state;
  for (int round = 0; round < 40; round++) {
    gm_document *d = gm_document_new(&rules);
    for (int edit = 0; edit < 25; edit++) {
      gm_text lines[6];
      size_t count = dice(7), have = gm_document_draft(d)->count;
      size_t first = have ? dice((uint32_t)have + 1) : 0,
             last = first + (have > first ? dice((uint32_t)(have - first) + 1) : 0);
      if (last - first > 4) last = first + 4;
      for (size_t i = 0; i < count; i++) {
        const char *piece = pieces[dice(PIECES)];
        lines[i] = (gm_text){piece, strlen(piece)};
      }
      assert_true(gm_document_splice(d, first, last, lines, count, true));
      gm_document_join(d);
      expect_sound(d);
    }
    const gm_draft *draft = gm_document_draft(d);
    gm_document *fresh = gm_document_new(&rules);
    assert_true(gm_document_splice(fresh, 0, 0, draft->lines, draft->count, true));
    gm_document_join(fresh);
    expect_same(gm_document_outline(d), gm_document_outline(fresh));
    gm_document_free(fresh);
    gm_document_free(d);
  }
}

static void links_parents_runs_and_words(void **state) {
  (void)state;
  gm_document *d = document_of("一、甲乙丙\n（一）丁\n一是戊；二是己。\n（二）庚\n二、辛");
  const gm_outline *o = gm_document_outline(d);
  assert_int_equal(o->sections.count, 6);
  assert_int_equal(o->sections.items[0].parent, GM_NO_SECTION);
  assert_int_equal(o->sections.items[1].parent, 0);
  assert_int_equal(o->sections.items[2].parent, 1);
  assert_int_equal(o->sections.items[3].previous, 2);
  assert_int_equal(o->sections.items[4].previous, 1);
  assert_int_equal(o->sections.items[5].previous, 0);
  assert_int_equal(o->sections.items[5].parent, GM_NO_SECTION);
  assert_int_equal(o->sections.items[0].end.line, 4);
  assert_int_equal(o->sections.items[1].end.line, 3);
  assert_int_equal(o->sections.items[2].end.line, 2);
  assert_int_equal(o->sections.items[2].end.byte, strlen("一是戊；"));
  assert_int_equal(o->sections.items[2].chars, 4);
  assert_int_equal(o->sections.items[1].chars, 4 + 8);
  assert_int_equal(o->sections.items[0].chars, 5 + 4 + 8 + 4);
  assert_int_equal(o->sections.items[5].end.line, 5);
  gm_document_free(d);
}

static void finds_the_section_at_a_position(void **state) {
  (void)state;
  gm_document *d = document_of("前文。\n一、甲\n说明：一是戊；二是己。\n后文。\n二、辛");
  const gm_outline *o = gm_document_outline(d);
  assert_int_equal(gm_outline_at(o, (gm_position){0, 3}), GM_NO_SECTION);
  assert_int_equal(gm_outline_at(o, (gm_position){1, 0}), 0);
  assert_int_equal(gm_outline_at(o, (gm_position){2, 0}), 0);
  assert_int_equal(gm_outline_at(o, (gm_position){2, (uint32_t)strlen("说明：一是")}), 1);
  assert_int_equal(gm_outline_at(o, (gm_position){2, (uint32_t)strlen("说明：一是戊；二")}), 2);
  assert_int_equal(gm_outline_at(o, (gm_position){3, 0}), 0); /* the run ended with its paragraph */
  assert_int_equal(gm_outline_at(o, (gm_position){4, 3}), 3);
  gm_document_free(d);
}

/* Fifty thousand of each, in one line and in as many: linear, or the test would not end. */
static void bears_hostile_drafts(void **state) {
  (void)state;
  static const char *const units[] = {"一是",         "一是甲；二是乙；", "（1）a", "；1.甲", "第一，",
                                      "首先，其次，", "《一、",           "****",   "① "};
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    size_t n = strlen(units[u]), times = 50000;
    char *text = gm_alloc(n * times + 1);
    for (size_t i = 0; i < times; i++) memcpy(text + i * n, units[u], n);
    gm_document *d = gm_document_new(&rules);
    gm_text line = {text, n * times};
    assert_true(gm_document_splice(d, 0, 0, &line, 1, true));
    gm_document_join(d);
    expect_sound(d);
    gm_document_free(d);
    free(text);
  }
  static const char *const lines[] = {"一、甲", "目录",     "1.1.1 甲", "附件：1.甲",
                                      "三、\n", "甲乙丙丁", "（",       "第三条　甲"};
  for (size_t u = 0; u < sizeof lines / sizeof *lines; u++) {
    gm_document *d = gm_document_new(&rules);
    gm_text *many = gm_alloc(20000 * sizeof *many);
    for (size_t i = 0; i < 20000; i++) many[i] = (gm_text){lines[i % 3 ? u : i % 8], strlen(lines[i % 3 ? u : i % 8])};
    assert_true(gm_document_splice(d, 0, 0, many, 20000, true));
    gm_document_join(d);
    expect_sound(d);
    gm_document_free(d);
    free(many);
  }
}

static int set_up(void **state) {
  (void)state;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  for (uint16_t i = 0; i < gm_rule_count; i++) gm_rule_set_severity(&rules, i, GM_SEVERITY_OFF); /* the outline alone */
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
      cmocka_unit_test(equals_a_fresh_outline_after_splices),
      cmocka_unit_test(links_parents_runs_and_words),
      cmocka_unit_test(finds_the_section_at_a_position),
      cmocka_unit_test(bears_hostile_drafts),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
