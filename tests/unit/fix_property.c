/* The fix of a finding, applied to any text: the finding is gone, and no rule, hints included, speaks of words that
 * were not there before. Drafts are thrown together from what the rules look at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/document.h"

#define ROUNDS     8000
#define LINES_MAX  5
#define PIECES_MAX 7

static uint32_t seed = 20240703;

static uint32_t next(uint32_t below) {
  seed ^= seed << 13;
  seed ^= seed >> 17;
  seed ^= seed << 5;
  return seed % below;
}

static const char *const pieces[] = {
    "第一、",
    "第二、",
    "其一、",
    "首先、",
    "其次，",
    "第三，",
    "一．",
    "二. ",
    "甲．",
    "（一）、",
    "(二)，",
    "1）、",
    "1、",
    "2、",
    "3.1、",
    "第一章、",
    "一是，",
    "二是",
    "三要：",
    "“渡口”",
    "、",
    "《船》",
    "“老街”",
    "等",
    "……",
    "...",
    "。。。",
    "--",
    "…",
    "(",
    "）",
    "“",
    "”",
    "\"",
    "《",
    "》",
    "100-150千克",
    "13～17万元",
    "二个月",
    "二次",
    "2千株",
    "３５",
    "98%%",
    ".5%",
    "09年",
    "三、四个月",
    "10几个",
    "零",
    "二〇二一年",
    "一百〇五件",
    "截止2024年底",
    "近400余人",
    "超过10余万元",
    "约361项",
    "某政发[2024]05号",
    "〔2024〕第5号",
    "附件:",
    "一、名单",
    "2024年03月05日",
    "二〇二四年三月五日",
    "关于",
    "的通知",
    "各镇人民政府，",
    "　　",
    "修好渡口",
    "清淤",
    "，",
    "；",
    "。",
    "：",
    "项目",
    "共3项",
    "其中1项",
    "渔业、航运",
    "水退了",
    "三个创新",
    "4种机制",
    "第12章",
    " ",
    "笫三条",
};

static gm_rule_set rules;

static gm_document *document_of(const gm_text *lines, size_t count) {
  gm_document *document = gm_document_new(&rules);
  assert_true(gm_document_splice(document, 0, 0, lines, count, false));
  gm_document_join(document);
  return document;
}

static void tally(const gm_document *document, unsigned *counts) {
  const gm_findings *findings = gm_document_findings(document);
  memset(counts, 0, gm_rule_count * sizeof *counts);
  for (size_t i = 0; i < findings->list.count; i++) counts[findings->list.items[i].rule]++;
}

static size_t split(const gm_buffer *text, gm_text *lines, size_t room) {
  size_t count = 0;
  for (size_t at = 0; at <= text->count && count < room;) {
    const char *stop = at < text->count ? memchr(text->items + at, '\n', text->count - at) : NULL;
    size_t end = stop ? (size_t)(stop - text->items) : text->count;
    lines[count++] = (gm_text){text->items + at, end - at};
    at = end + 1;
  }
  return count;
}

/* Rules on how things are written. What figures and numbers say may well be seen only when the marks are right. */
static bool is_style(const gm_finding *f) {
  const char *id = gm_rules[f->rule].id;
  return !strncmp(id, "PUN", 3) || !strncmp(id, "STY", 3) || !strncmp(id, "APX", 3) || !strncmp(id, "DOC", 3);
}

/* Did the words of a finding stand in the draft before? Then the fix has made nothing, it has only uncovered it. */
static bool stood(const gm_text *lines, size_t count, const gm_text *fixed, const gm_finding *f) {
  const char *words = fixed[f->start.line].ptr + f->start.byte;
  size_t length = f->end.line == f->start.line ? f->end.byte - f->start.byte : fixed[f->start.line].len - f->start.byte;
  for (size_t i = 0; i < count; i++)
    for (size_t at = 0; at + length <= lines[i].len; at++)
      if (!memcmp(lines[i].ptr + at, words, length)) return true;
  return false;
}

/* Applies the fix of finding `at`; false when that breaks what is promised. */
static bool holds(const gm_document *document, const gm_text *lines, size_t count, size_t at, const unsigned *before,
                  unsigned *after) {
  const gm_findings *findings = gm_document_findings(document);
  const gm_finding *f = &findings->list.items[at];
  gm_edits edits = {0};
  gm_buffer text = {0};
  for (uint32_t k = 0; k < f->fix_count; k++) {
    const gm_edit *e = &findings->fixes.list.items[f->fix + k];
    gm_edits_add(&edits, e->start, e->end, gm_edits_text(&findings->fixes, e), e->rule);
  }
  gm_edits_apply(&edits, lines, count, &text);
  gm_text fixed_lines[LINES_MAX + 1];
  size_t fixed_count = split(&text, fixed_lines, LINES_MAX + 1);
  gm_document *fixed = document_of(fixed_lines, fixed_count);
  tally(fixed, after);
  const gm_findings *left = gm_document_findings(fixed);
  bool good = true;
  for (size_t i = 0; i < left->list.count && good; i++) /* uncovering another of its kind is no harm */
    good = after[f->rule] < before[f->rule] || left->list.items[i].rule != f->rule ||
           gm_position_compare(left->list.items[i].start, f->start);
  if (!good) print_error("the fix of %s does not end it\n", gm_rules[f->rule].id);
  for (size_t i = 0; i < left->list.count; i++) {
    const gm_finding *other = &left->list.items[i];
    if (after[other->rule] <= before[other->rule] || !is_style(other) || stood(lines, count, fixed_lines, other))
      continue;
    print_error("the fix of %s makes %s speak\n", gm_rules[f->rule].id, gm_rules[other->rule].id);
    good = false;
  }
  if (!good) {
    for (size_t i = 0; i < count; i++) print_error("  %.*s\n", (int)lines[i].len, lines[i].ptr);
    print_error("  becomes\n");
    for (size_t i = 0; i < fixed_count; i++) print_error("  %.*s\n", (int)fixed_lines[i].len, fixed_lines[i].ptr);
  }
  gm_document_free(fixed);
  gm_edits_free(&edits);
  gm_array_free(&text);
  return good;
}

static void fixes_end_their_findings(void **state) {
  (void)state;
  unsigned *before = calloc(gm_rule_count, sizeof *before), *after = calloc(gm_rule_count, sizeof *after);
  assert_non_null(before);
  assert_non_null(after);
  size_t wrong = 0, fixes = 0;
  gm_buffer text = {0};
  for (unsigned round = 0; round < ROUNDS; round++) {
    text.count = 0;
    size_t line_count = 1 + next(LINES_MAX);
    for (size_t l = 0; l < line_count; l++) {
      if (l) gm_buffer_add(&text, "\n", 1);
      for (size_t p = 1 + next(PIECES_MAX); p > 0; p--)
        gm_buffer_string(&text, pieces[next(sizeof pieces / sizeof *pieces)]);
    }
    gm_text lines[LINES_MAX];
    size_t count = split(&text, lines, LINES_MAX);
    gm_document *document = document_of(lines, count);
    tally(document, before);
    const gm_findings *findings = gm_document_findings(document);
    for (size_t i = 0; i < findings->list.count; i++) {
      if (!findings->list.items[i].fix_count) continue;
      fixes++;
      wrong += !holds(document, lines, count, i, before, after);
    }
    gm_document_free(document);
  }
  gm_array_free(&text);
  free(before);
  free(after);
  assert_true(fixes > ROUNDS / 4); /* there was something to look at */
  assert_int_equal(wrong, 0);
}

int main(void) {
  gm_rule_set_init(&rules, GM_PROFILE_GONGWEN, GM_CHINESE);
  gm_rule_set_hints(&rules);
  gm_rule_set_ready(&rules);
  const struct CMUnitTest tests[] = {cmocka_unit_test(fixes_end_their_findings)};
  int failed = cmocka_run_group_tests_name("fixes", tests, NULL, NULL);
  gm_rule_set_free(&rules);
  return failed;
}
