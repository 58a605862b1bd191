/* The law: after any sequence of edits the results are those of a fresh document of the same text, and the rows that
 * the published operations lead to are the rows of a fresh document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/publish.h"
#include "vocabulary.h"

typedef struct model {
  GM_ARRAY(gm_text) lines;
  gm_rows rows[GM_LIST_COUNT]; /* as a client holds them */
} model;

static void splice_model(model *m, drawn_edit e, const gm_text *lines) {
  size_t tail = m->lines.count - e.last;
  gm_reserve(&m->lines, e.first + e.count + tail + 1); /* never a null pointer */
  memmove(m->lines.items + e.first + e.count, m->lines.items + e.last, tail * sizeof(gm_text));
  memcpy(m->lines.items + e.first, lines, e.count * sizeof(gm_text));
  m->lines.count = e.first + e.count + tail;
}

static void apply(gm_rows *rows, int list, const gm_op *op, const gm_rows *new) {
  switch (op->kind) {
    case GM_OP_SHIFT:
      assert_true(op->at < op->to && op->to <= rows->count);
      for (uint32_t i = op->at; i < op->to; i++) {
        rows->items[i].line = (uint32_t)(rows->items[i].line + op->value);
        rows->items[i].end_line = (uint32_t)(rows->items[i].end_line + op->value);
      }
      break;
    case GM_OP_SLIDE:
      assert_true(op->at < op->to && op->to <= rows->count);
      for (uint32_t i = op->at; i < op->to; i++) {
        gm_row *row = &rows->items[i];
        assert_int_equal(row->line, rows->items[op->at].line);
        row->byte = (uint32_t)(row->byte + op->value);
        if (list == GM_LIST_OUTLINE && row->end_line == row->line)
          row->end_byte = (uint32_t)(row->end_byte + op->value);
      }
      break;
    case GM_OP_SPLICE: {
      assert_true(op->at + op->removed <= rows->count && op->at + op->added <= new->count);
      size_t tail = rows->count - op->at - op->removed;
      gm_reserve(rows, op->at + op->added + tail + 1);
      memmove(rows->items + op->at + op->added, rows->items + op->at + op->removed, tail * sizeof(gm_row));
      if (op->added) memcpy(rows->items + op->at, new->items + op->at, op->added * sizeof(gm_row));
      rows->count = op->at + op->added + tail;
      break;
    }
    default:
      assert_true(op->at < rows->count);
      if (op->column == GM_COLUMN_END_LINE) rows->items[op->at].end_line = (uint32_t)op->value;
      if (op->column == GM_COLUMN_END_BYTE) rows->items[op->at].end_byte = (uint32_t)op->value;
      if (op->column == GM_COLUMN_TAIL) rows->items[op->at].tail = (uint32_t)op->value;
      if (op->column == GM_COLUMN_FINDINGS) rows->items[op->at].findings = (uint32_t)op->value;
  }
}

static void expect_same_rows(const gm_rows *held, const gm_rows *fresh) {
  assert_int_equal(held->count, fresh->count);
  for (size_t i = 0; i < held->count; i++) {
    const gm_row *a = &held->items[i], *b = &fresh->items[i];
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->byte, b->byte);
    assert_int_equal(a->end_line, b->end_line);
    assert_int_equal(a->end_byte, b->end_byte);
    assert_int_equal(a->tail, b->tail);
    assert_int_equal(a->findings, b->findings);
    assert_true(a->key == b->key);
  }
}

static void expect_same_findings(const gm_findings *f, const gm_findings *g) {
  assert_int_equal(f->list.count, g->list.count);
  for (size_t i = 0; i < f->list.count; i++) {
    const gm_finding *s = &f->list.items[i], *t = &g->list.items[i];
    assert_int_equal(gm_position_compare(s->start, t->start), 0);
    assert_int_equal(s->rule, t->rule);
    assert_true(s->fingerprint == t->fingerprint);
    assert_int_equal(s->message_len, t->message_len);
    assert_memory_equal(f->text.items + s->message, g->text.items + t->message, s->message_len);
  }
}

static void expect_same_documents(const gm_document *a, const gm_document *b) {
  const gm_outline *x = gm_document_outline(a), *y = gm_document_outline(b);
  assert_int_equal(x->sections.count, y->sections.count);
  for (size_t i = 0; i < x->sections.count; i++) {
    const gm_section *s = &x->sections.items[i], *t = &y->sections.items[i];
    assert_int_equal(gm_position_compare(s->start, t->start), 0);
    assert_int_equal(gm_position_compare(s->end, t->end), 0);
    assert_int_equal(gm_position_compare(s->title_end, t->title_end), 0);
    assert_int_equal(s->level, t->level);
    assert_int_equal(s->kind, t->kind);
    assert_int_equal(s->number, t->number);
    assert_int_equal(s->parent, t->parent);
    assert_int_equal(s->chars, t->chars);
  }
  assert_int_equal(x->faults.count, y->faults.count);
  expect_same_findings(gm_document_findings(a), gm_document_findings(b));
  expect_same_findings(gm_document_dismissed(a), gm_document_dismissed(b));
  assert_int_equal(gm_document_words(a), gm_document_words(b));
  assert_int_equal(gm_document_pinyin(a), gm_document_pinyin(b));
  assert_int_equal(gm_document_bytes(a), gm_document_bytes(b));
  for (size_t i = 0; i < gm_document_draft(a)->count; i++) {
    assert_int_equal(gm_document_draft(a)->classes[i].kind, gm_document_draft(b)->classes[i].kind);
    assert_int_equal(gm_document_draft(a)->classes[i].keep, gm_document_draft(b)->classes[i].keep);
    assert_int_equal(gm_document_figures(a)[i].count, gm_document_figures(b)[i].count);
  }
}

/* Every rule runs, so that every kind of row comes. */
static void make_rules(gm_rule_set *rules) {
  gm_rule_set_init(rules, GM_PROFILE_GONGWEN, GM_CHINESE);
  for (uint16_t i = 0; i < gm_rule_count; i++) gm_rule_set_severity(rules, i, (gm_severity)gm_rules[i].severity);
  gm_rule_set_ready(rules);
}

#define WAVED_MAX 8

/* Some of the findings are waved through, and some that are waved through no more. */
static size_t draw_waved(uint64_t *seed, const gm_findings *findings, uint64_t *waved, size_t count) {
  if (!draw(seed, 3)) count = draw(seed, (uint32_t)count + 1);
  while (count < WAVED_MAX && findings->list.count && draw(seed, 3))
    waved[count++] = findings->list.items[draw(seed, (uint32_t)findings->list.count)].fingerprint;
  return count;
}

static bool finds(const gm_document *document, const char *id) {
  const gm_findings *findings = gm_document_findings(document);
  for (size_t i = 0; i < findings->list.count; i++)
    if (!strcmp(gm_rules[findings->list.items[i].rule].id, id)) return true;
  return false;
}

/* The outline told before figures and findings are learned is the outline. */
static void tell_outline(model *m, gm_document *document, gm_publisher *publisher) {
  gm_document_join_outline(document);
  gm_publisher_update_outline(publisher, document);
  assert_int_equal(publisher->ops[GM_LIST_FIGURES].count + publisher->ops[GM_LIST_DIAGNOSTICS].count, 0);
  for (size_t i = 0; i < publisher->ops[GM_LIST_OUTLINE].count; i++)
    apply(&m->rows[GM_LIST_OUTLINE], GM_LIST_OUTLINE, &publisher->ops[GM_LIST_OUTLINE].items[i],
          &publisher->rows[GM_LIST_OUTLINE]);
  assert_int_equal(m->rows[GM_LIST_OUTLINE].count, gm_document_outline(document)->sections.count);
  for (size_t i = 0; i < m->rows[GM_LIST_OUTLINE].count; i++)
    assert_int_equal(m->rows[GM_LIST_OUTLINE].items[i].tail, gm_document_outline(document)->sections.items[i].chars);
}

/* Gives how many rounds ended with two figures that contradict each other: what a join remembers of the one before. */
static unsigned run_edits(uint64_t seed, int rounds, bool outline_first) {
  gm_rule_set rules;
  make_rules(&rules);
  gm_document *document = gm_document_new(&rules);
  gm_publisher publisher = {0};
  model m = {0};
  size_t ops = 0, waved_count = 0, dismissed = 0;
  uint64_t waved[WAVED_MAX];
  unsigned conflicts = 0;
  gm_document_outline_first(document, outline_first);
  for (int round = 0; round < rounds; round++) {
    for (uint32_t edits = draw(&seed, 4) + 1; edits--;) {
      gm_text lines[EDIT_LINES_MAX];
      drawn_edit e = draw_edit(&seed, m.lines.count);
      for (size_t i = 0; i < e.count; i++) lines[i] = draw_line(&seed);
      assert_true(gm_document_splice(document, e.first, e.last, lines, e.count, false));
      splice_model(&m, e, lines);
      if (outline_first && round % 2) gm_document_study(document, draw(&seed, 100));
    }
    if (outline_first && !round) tell_outline(&m, document, &publisher);
    waved_count = draw_waved(&seed, gm_document_findings(document), waved, waved_count);
    gm_document_set_dismissals(document, waved, waved_count);
    gm_document_join(document);
    gm_publisher_update(&publisher, document);
    dismissed += gm_document_dismissed(document)->list.count;

    gm_document *fresh = gm_document_new(&rules);
    gm_publisher first = {0};
    gm_document_set_dismissals(fresh, waved, waved_count);
    gm_document_splice(fresh, 0, 0, m.lines.items, m.lines.count, true);
    gm_document_join(fresh);
    gm_publisher_update(&first, fresh);
    expect_same_documents(document, fresh);
    conflicts += finds(fresh, "XR-01");
    for (int list = 0; list < GM_LIST_COUNT; list++) {
      for (size_t i = 0; i < publisher.ops[list].count; i++)
        apply(&m.rows[list], list, &publisher.ops[list].items[i], &publisher.rows[list]);
      ops += publisher.ops[list].count;
      expect_same_rows(&m.rows[list], &first.rows[list]);
    }
    gm_publisher_free(&first);
    gm_document_free(fresh);
  }
  assert_true(ops > 0);
  assert_true(dismissed > 0);
  gm_document_free(document);
  gm_publisher_free(&publisher);
  for (int list = 0; list < GM_LIST_COUNT; list++) gm_array_free(&m.rows[list]);
  gm_array_free(&m.lines);
  gm_rule_set_free(&rules);
  return conflicts;
}

static void holds_after_random_edits(void **state) {
  (void)state;
  unsigned conflicts = 0;
  for (uint64_t seed = 1; seed <= 8; seed++) conflicts += run_edits(seed * 0x9E3779B97F4A7C15u, 250, seed % 2);
  assert_true(conflicts > 20);
}

#define BULK_BYTES (600u << 10) /* enough to be shared out */

static void threads_read_what_one_reads(void **state) {
  (void)state;
  gm_rule_set rules;
  make_rules(&rules);
  GM_ARRAY(gm_text) lines = {0};
  uint64_t seed = 11;
  for (size_t bytes = 0; bytes < BULK_BYTES; bytes += lines.items[lines.count - 1].len + 1)
    *gm_push(&lines) = draw_line(&seed);
  gm_document *alone = gm_document_new(&rules), *many = gm_document_new(&rules);
  gm_team *team = gm_team_new(4);
  gm_document_set_team(many, team);
  gm_document_splice(alone, 0, 0, lines.items, lines.count, true);
  gm_document_splice(many, 0, 0, lines.items, lines.count, true);
  gm_document_join(alone);
  gm_document_join(many);
  assert_true(gm_document_findings(alone)->list.count > 0);
  expect_same_documents(alone, many);
  /* Another rule set reads all anew. */
  gm_rule_set plain;
  gm_rule_set_init(&plain, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&plain);
  gm_document_set_rules(alone, &plain);
  gm_document_set_rules(many, &plain);
  gm_document_join(alone);
  gm_document_join(many);
  expect_same_documents(alone, many);
  gm_document_free(alone);
  gm_document_free(many);
  gm_team_free(team);
  gm_array_free(&lines);
  gm_rule_set_free(&rules);
  gm_rule_set_free(&plain);
}

/* Lines put in are read as the draft was read so far, until the join tells that they make its readings noise. */
static void a_mode_guessed_wrong_leaves_no_trace(void **state) {
  (void)state;
  static const gm_text plain[] = {GM_TEXT("（一）强化宣传引导"), GM_TEXT("全镇干部走访群众30户，其中党员20户，占50%。"),
                                  GM_TEXT("共争取资金48万元，同比增长20%。")};
  static const gm_text glossed = GM_TEXT("全镇（zhèn）干部（bù）走访（fǎng）群众30户，其中党（dǎng）员20户，占50%。");
  gm_rule_set rules;
  make_rules(&rules);
  GM_ARRAY(gm_text) lines = {0};
  size_t first = 0;
  for (size_t bytes = 0; bytes < BULK_BYTES / 2; bytes += plain[first++ % 3].len) *gm_push(&lines) = plain[first % 3];
  for (size_t i = 0; i < first; i++) *gm_push(&lines) = i % 2 ? glossed : plain[i % 3];
  for (unsigned workers = 1; workers <= 4; workers += 3) {
    gm_document *grown = gm_document_new(&rules), *fresh = gm_document_new(&rules);
    gm_team *team = gm_team_new(workers);
    gm_document_set_team(grown, team);
    gm_document_splice(grown, 0, 0, lines.items, first, true);
    gm_document_join(grown);
    assert_int_equal(gm_document_pinyin(grown), GM_PINYIN_KEEP);
    gm_document_splice(grown, first, first, lines.items + first, lines.count - first, true);
    gm_document_splice(fresh, 0, 0, lines.items, lines.count, true);
    gm_document_join(grown);
    gm_document_join(fresh);
    assert_int_equal(gm_document_pinyin(grown), GM_PINYIN_SKIP);
    expect_same_documents(grown, fresh);
    gm_document_free(fresh);
    fresh = gm_document_new(&rules);
    gm_document_splice(grown, first + 8, lines.count, NULL, 0, true);
    gm_document_splice(fresh, 0, 0, lines.items, first + 8, true);
    gm_document_join(grown);
    gm_document_join(fresh);
    assert_int_equal(gm_document_pinyin(grown), GM_PINYIN_KEEP);
    expect_same_documents(grown, fresh);
    gm_document_free(grown);
    gm_document_free(fresh);
    gm_team_free(team);
  }
  gm_array_free(&lines);
  gm_rule_set_free(&rules);
}

static void takes_back_whole_lines_unchanged(void **state) {
  (void)state;
  gm_rule_set rules;
  make_rules(&rules);
  gm_document *document = gm_document_new(&rules);
  gm_publisher publisher = {0};
  gm_text lines[VOCABULARY];
  for (size_t i = 0; i < VOCABULARY; i++) lines[i] = (gm_text){vocabulary[i], strlen(vocabulary[i])};
  gm_document_splice(document, 0, 0, lines, VOCABULARY, false);
  gm_document_join(document);
  gm_publisher_update(&publisher, document);
  assert_int_equal(publisher.ops[GM_LIST_OUTLINE].count, 1);
  gm_document_splice(document, 0, VOCABULARY, lines, VOCABULARY, false);
  gm_document_join(document);
  gm_publisher_update(&publisher, document);
  for (int list = 0; list < GM_LIST_COUNT; list++) assert_int_equal(publisher.ops[list].count, 0);
  gm_publisher_free(&publisher);
  gm_document_free(document);
  gm_rule_set_free(&rules);
}

static void a_line_put_in_shifts_the_rest(void **state) {
  (void)state;
  gm_rule_set rules;
  make_rules(&rules);
  gm_document *document = gm_document_new(&rules);
  gm_publisher publisher = {0};
  gm_text text = GM_TEXT("全镇干部深入一线走访群众。");
  for (size_t i = 0; i < 200; i++) {
    static const char *const numbers[] = {"（一）抓学习", "（二）抓制度", "（三）抓检查", "（四）抓落实"};
    gm_text line = {numbers[i % 4], strlen(numbers[i % 4])};
    gm_document_splice(document, 2 * i, 2 * i, &line, 1, false);
    gm_document_splice(document, 2 * i + 1, 2 * i + 1, &text, 1, false);
  }
  gm_document_join(document);
  gm_publisher_update(&publisher, document);
  size_t rows = publisher.rows[GM_LIST_OUTLINE].count;
  assert_true(rows >= 100);
  gm_document_splice(document, 201, 201, &text, 1, false);
  gm_document_join(document);
  gm_publisher_update(&publisher, document);
  size_t shifts = 0;
  for (size_t i = 0; i < publisher.ops[GM_LIST_OUTLINE].count; i++) {
    const gm_op *op = &publisher.ops[GM_LIST_OUTLINE].items[i];
    assert_int_not_equal(op->kind, GM_OP_SPLICE);
    shifts += op->kind == GM_OP_SHIFT;
  }
  assert_int_equal(shifts, 1);
  assert_true(publisher.ops[GM_LIST_OUTLINE].count <= 6);
  gm_publisher_free(&publisher);
  gm_document_free(document);
  gm_rule_set_free(&rules);
}

/* What replaces line 1, and how urgent that is; `kinds` gets a bit for each kind of operation. */
static gm_urgency retype(gm_document *document, gm_publisher *publisher, const char *line,
                         unsigned kinds[GM_LIST_COUNT]) {
  gm_text text = {line, strlen(line)};
  gm_document_splice(document, 1, 2, &text, 1, false);
  gm_document_join(document);
  gm_urgency urgency = gm_publisher_compare(publisher, document);
  gm_rows held[GM_LIST_COUNT] = {0};
  for (int list = 0; list < GM_LIST_COUNT; list++) {
    gm_reserve(&held[list], publisher->rows[list].count + 1);
    for (size_t i = 0; i < publisher->rows[list].count; i++) *gm_push(&held[list]) = publisher->rows[list].items[i];
  }
  gm_publisher_update(publisher, document);
  for (int list = 0; list < GM_LIST_COUNT; list++) {
    kinds[list] = 0;
    for (size_t i = 0; i < publisher->ops[list].count; i++) {
      kinds[list] |= 1u << publisher->ops[list].items[i].kind;
      apply(&held[list], list, &publisher->ops[list].items[i], &publisher->rows[list]);
    }
    expect_same_rows(&held[list], &publisher->rows[list]);
    gm_array_free(&held[list]);
  }
  return urgency;
}

static void letters_typed_slide_what_stands_behind_them(void **state) {
  (void)state;
  gm_rule_set rules;
  make_rules(&rules);
  gm_document *document = gm_document_new(&rules);
  gm_publisher publisher = {0};
  gm_text lines[] = {GM_TEXT("一、主要工作"), GM_TEXT("")};
  gm_document_splice(document, 0, 0, lines, 2, false);
  gm_document_join(document);
  gm_publisher_update(&publisher, document);
  unsigned kinds[GM_LIST_COUNT];
  const unsigned slide = 1u << GM_OP_SLIDE, splice = 1u << GM_OP_SPLICE;
  assert_int_equal(GM_URGENT,
                   retype(document, &publisher,
                          "今年，一是抓项目，全镇共有208人参加，占231人的90.40%；二是抓环境，新建道路36公里。", kinds));
  assert_true(publisher.rows[GM_LIST_FIGURES].count >= 4 && publisher.rows[GM_LIST_DIAGNOSTICS].count);
  assert_int_equal(
      GM_LIGHT, retype(document, &publisher,
                       "今年来，一是抓项目，全镇共有208人参加，占231人的90.40%；二是抓环境，新建道路36公里。", kinds));
  assert_int_equal(kinds[GM_LIST_OUTLINE] & (slide | splice), slide);
  assert_int_equal(kinds[GM_LIST_FIGURES] & (slide | splice), slide);
  /* A finding next to what was typed is known by other words now. */
  assert_true(kinds[GM_LIST_DIAGNOSTICS] & slide);
  /* Behind all of them: nothing stands elsewhere. */
  assert_int_equal(
      GM_LIGHT,
      retype(document, &publisher,
             "今年来，一是抓项目，全镇共有208人参加，占231人的90.40%；二是抓环境，新建道路36公里。又", kinds));
  assert_int_equal(kinds[GM_LIST_OUTLINE] & (slide | splice), 0);
  /* Figures and the words of an item can wait; a finding that goes, and an item that comes, cannot. */
  assert_int_equal(
      GM_CALM, retype(document, &publisher,
                      "今年来，一是抓项目，全镇共有208人参加，占231人的90.40%；二是抓环境，新建道路361公里。", kinds));
  assert_int_equal(
      GM_URGENT,
      retype(document, &publisher,
             "今年来，一是抓项目，全镇共有208人参加，占231人的90.04%；二是抓环境，新建道路361公里。", kinds));
  assert_int_equal(
      GM_CALM,
      retype(document, &publisher,
             "今年来，一是抓大项目，全镇共有208人参加，占231人的90.04%；二是抓环境，新建道路361公里。", kinds));
  assert_int_equal(GM_URGENT, retype(document, &publisher,
                                     "今年来，一是抓大项目，全镇共有208人参加，占231人的90.04%；二是抓环境，新建道路361"
                                     "公里；三是抓绿化。",
                                     kinds));
  /* What a line is, and a heading that comes, is urgent; its words can wait for a moment, but not its number. */
  assert_int_equal(GM_URGENT, retype(document, &publisher, "二、下一步", kinds));
  assert_int_equal(GM_SOON, retype(document, &publisher, "二、下一步打算", kinds));
  assert_int_equal(GM_URGENT, retype(document, &publisher, "三、下一步打算", kinds));
  assert_int_equal(GM_URGENT, retype(document, &publisher,
                                     "今年来，一是抓大项目，全镇共有208人参加，占231人的90.04%；二是抓环境，新建道路361"
                                     "公里；三是抓绿化。",
                                     kinds));
  /* Nothing at all. */
  assert_int_equal(GM_LIGHT, retype(document, &publisher,
                                    "今年来，一是抓大项目，全镇共有208人参加，占231人的90.04%；二是抓环境，新建道路361"
                                    "公里；三是抓绿化。",
                                    kinds));
  gm_publisher_free(&publisher);
  gm_document_free(document);
  gm_rule_set_free(&rules);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(letters_typed_slide_what_stands_behind_them),
      cmocka_unit_test(holds_after_random_edits),
      cmocka_unit_test(threads_read_what_one_reads),
      cmocka_unit_test(a_mode_guessed_wrong_leaves_no_trace),
      cmocka_unit_test(takes_back_whole_lines_unchanged),
      cmocka_unit_test(a_line_put_in_shifts_the_rest),
  };
  return cmocka_run_group_tests_name("document_law", tests, NULL, NULL);
}
