#include "check/rule.h"

#include <stdio.h>
#include <stdlib.h>

#include "check/families.h"
#include "check/fingerprint.h"
#include "check/link.h"
#include "text/utf8.h"

#define TRIGGER_LIMIT 0x10000u /* the trigger map covers the BMP: no rule begins beyond it */

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 32) : c; }

static bool same_id(gm_text id, const char *rule) {
  size_t n = 0;
  while (n < id.len && rule[n] && upper(id.ptr[n]) == rule[n]) n++;
  return n == id.len && !rule[n];
}

/* Elements of a document whose faults carry the id of the rule on figures or on levels: one fault, one finding. */
static const char *const also_named[][2] = {{"DOC-01", "STY-09"}, {"DOC-04", "SEQ-03"}, {"DOC-06", "STY-09"}};

bool gm_rule_named(gm_text id, const char *rule) {
  if (same_id(id, rule)) return true;
  for (size_t i = 0; i < sizeof also_named / sizeof *also_named; i++)
    if (same_id(id, also_named[i][0])) return !strcmp(rule, also_named[i][1]);
  return false;
}

int gm_rule_find(gm_text id) {
  for (int i = 0; i < gm_rule_count; i++)
    if (gm_rule_named(id, gm_rules[i].id)) return i;
  return -1;
}

void gm_rule_set_init(gm_rule_set *set, uint8_t profile, gm_language language) {
  memset(set, 0, sizeof *set);
  set->profile = profile;
  set->language = language;
  set->severity = gm_alloc(gm_rule_count);
  set->hints = gm_alloc(gm_rule_count * sizeof *set->hints);
  memset(set->hints, 0, gm_rule_count * sizeof *set->hints);
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    bool on = (gm_rules[i].profiles & profile) && gm_rules[i].severity > GM_SEVERITY_HINT;
    set->severity[i] = on ? gm_rules[i].severity : (uint8_t)GM_SEVERITY_OFF;
  }
}

void gm_rule_set_hints(gm_rule_set *set) {
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    gm_rule_set_hint(set, i);
    if ((gm_rules[i].profiles & set->profile) && gm_rules[i].severity == GM_SEVERITY_HINT)
      set->severity[i] = GM_SEVERITY_HINT;
  }
}

void gm_rule_set_hint(gm_rule_set *set, uint16_t rule) { set->hints[rule] = true; }

void gm_rule_set_severity(gm_rule_set *set, uint16_t rule, gm_severity severity) {
  set->severity[rule] = (uint8_t)severity;
}

/* A row called at a character; with GATE it is a line rule that the character lets run. */
typedef struct trigger_row {
  uint32_t character;
  uint16_t rule;
} trigger_row;

#define GATE            0x8000u
#define DISCLAIMER      GM_LINE_RULES_MAX
#define QUOTE           (GM_LINE_RULES_MAX + 1)
#define PAIR            (GM_LINE_RULES_MAX + 2)
#define GATE_DISCLAIMER (UINT64_C(1) << DISCLAIMER)
#define GATE_QUOTE      (UINT64_C(1) << QUOTE)
#define GATE_PAIR       (UINT64_C(1) << PAIR)

static int compare_triggers(const void *a, const void *b) {
  const trigger_row *x = a, *y = b;
  if (x->character != y->character) return x->character < y->character ? -1 : 1;
  return x->rule < y->rule ? -1 : x->rule > y->rule;
}

/* The number of the list with just these rows and gates: characters with the same ones share one. */
static uint8_t list_of(gm_rule_set *set, const uint16_t *rules, size_t count, uint64_t gates, unsigned *lists) {
  for (unsigned n = 1; n <= *lists; n++) {
    const gm_rule_call *list = set->lists.items + set->list_at[n];
    size_t same = 0;
    while (same < count && list[same].at && list[same].rule == rules[same]) same++;
    if (same == count && !list[same].at && set->gates[n] == gates) return (uint8_t)n;
  }
  if (*lists + 1 == GM_TRIGGER_LISTS)
    abort(); /* the table of rules has outgrown the byte: a test makes all rules run */
  set->list_at[++*lists] = (uint16_t)set->lists.count;
  set->gates[*lists] = gates;
  set->beside[*lists] = 0;
  for (size_t i = 0; i < count; i++) {
    uint16_t row = rules[i];
    *gm_push(&set->lists) = (gm_rule_call){gm_rules[row].at, row, set->severity[row], set->hints[row]};
    set->beside[*lists] |= gm_rules[rules[i]].beside ? gm_rules[rules[i]].beside : GM_BESIDE_ANY;
  }
  gm_push(&set->lists); /* ends it */
  return (uint8_t)*lists;
}

typedef GM_ARRAY(trigger_row) trigger_array;

static void add_triggers(trigger_array *rows, const char *triggers, uint16_t rule) {
  for (const char *p = triggers, *end = p + strlen(p); p < end;) {
    trigger_row *row = gm_push(rows);
    p += gm_utf8_decode(p, end, &row->character);
    row->rule = rule;
  }
}

static void build_triggers(gm_rule_set *set) {
  trigger_array rows = {0};
  for (uint16_t i = 0; i < gm_rule_count; i++)
    if (set->severity[i] && gm_rules[i].at) add_triggers(&rows, gm_rules[i].triggers, i);
  for (unsigned i = 0; i < set->line_rules.count; i++)
    if (!(set->line_rules.untriggered >> i & 1))
      add_triggers(&rows, gm_rules[set->line_rules.row[i]].triggers, (uint16_t)(GATE | i));
  add_triggers(&rows, GM_DISCLAIMER_TRIGGERS, (uint16_t)(GATE | DISCLAIMER));
  add_triggers(&rows, "“", (uint16_t)(GATE | QUOTE));
  add_triggers(&rows, "“”《》（）", (uint16_t)(GATE | PAIR));
  unsigned lists = 0;
  GM_ARRAY(uint16_t) called = {0};
  if (rows.count) qsort(rows.items, rows.count, sizeof *rows.items, compare_triggers);
  for (size_t i = 0, next; i < rows.count; i = next) {
    uint64_t gates = 0;
    called.count = 0;
    for (next = i; next < rows.count && rows.items[next].character == rows.items[i].character; next++) {
      uint16_t rule = rows.items[next].rule;
      if (rule & GATE)
        gates |= UINT64_C(1) << (rule & ~GATE);
      else
        *gm_push(&called) = rule;
    }
    if (rows.items[i].character < TRIGGER_LIMIT)
      set->trigger[rows.items[i].character] = list_of(set, called.items, called.count, gates, &lists);
  }
  gm_array_free(&called);
  gm_array_free(&rows);
}

static bool needs_figures(const gm_rule *rule) {
  return rule->figure || rule->kinds || rule->also || rule->roles || rule->least;
}

static void note_kinds(uint64_t *of_kind, uint64_t *any, uint32_t kinds, uint64_t bit) {
  if (!kinds) *any |= bit;
  for (unsigned k = 0; k < GM_KINDS_MAX; k++)
    if (kinds >> k & 1) of_kind[k] |= bit;
}

static void list_line_rules(gm_rule_set *set) {
  gm_line_rules *rules = &set->line_rules;
  memset(rules, 0, sizeof *rules);
  for (int figures = 0; figures < 2; figures++) {
    for (uint16_t i = 0; i < gm_rule_count; i++) {
      const gm_rule *rule = &gm_rules[i];
      if (!set->severity[i] || (!rule->line && !rule->figure) || needs_figures(rule) != figures) continue;
      if (rules->count == GM_LINE_RULES_MAX) abort(); /* as above */
      uint64_t bit = UINT64_C(1) << rules->count;
      rules->row[rules->count++] = i;
      if (!rule->triggers || rule->at) rules->untriggered |= bit;
      if (figures) rules->need_figures |= bit;
      note_kinds(rules->kind, &rules->any_kind, rule->kinds, bit);
      note_kinds(rules->also, &rules->any_also, rule->also, bit);
    }
  }
}

void gm_rule_set_ready(gm_rule_set *set) {
  free(set->trigger);
  set->trigger = gm_alloc(TRIGGER_LIMIT);
  memset(set->trigger, 0, TRIGGER_LIMIT);
  set->lists.count = 0;
  if (!set->words) set->words = gm_word_lists_new();
  list_line_rules(set);
  build_triggers(set);
  free(set->alphabet);
  set->alphabet = gm_alphabet_new(set->trigger);
  set->draft_rules.count = 0;
  for (uint16_t i = 0; i < gm_rule_count; i++)
    if (set->severity[i] && gm_rules[i].draft) *gm_push(&set->draft_rules) = i;
}

void gm_rule_set_free(gm_rule_set *set) {
  free(set->severity);
  free(set->hints);
  set->hints = NULL;
  free(set->trigger);
  set->severity = set->trigger = NULL;
  free(set->alphabet);
  set->alphabet = NULL;
  gm_array_free(&set->lists);
  gm_array_free(&set->draft_rules);
  gm_word_lists_free(set->words);
  set->words = NULL;
}

/* The rows called at a character: by what it folds to, or as it is written when that is not ASCII: ０, not , for ，. */
static uint8_t list_at(const gm_rule_set *set, const gm_view *view, size_t i) {
  uint32_t c = view->cp[i];
  uint8_t list = c < TRIGGER_LIMIT ? set->trigger[c] : 0;
  const char *written = view->raw.ptr + view->raw_at[i];
  if (list || (signed char)*written >= 0) return list;
  gm_utf8_decode(written, view->raw.ptr + view->raw.len, &c);
  return c < TRIGGER_LIMIT ? set->trigger[c] : 0;
}

typedef struct triggers {
  size_t count;
  uint32_t at[GM_VIEW_STRETCH];
  uint8_t list[GM_VIEW_STRETCH];
} triggers;

/* Collects the triggers in [from, to) whose rows are to be called; gives the gates that all of them open. */
static uint64_t collect_triggers(const gm_rule_set *set, const gm_view *view, size_t from, size_t to, triggers *out) {
  size_t watched = gm_view_collect(view, from, to, GM_WATCHED, out->at), count = 0;
  uint64_t open = 0;
  for (size_t k = 0; k < watched; k++) {
    uint32_t i = out->at[k];
    uint8_t list = list_at(set, view, i);
    uint32_t beside = GM_BESIDE_ANY | view->cls[i + 1] | (i ? view->cls[i - 1] : (uint16_t)GM_SPACE);
    open |= set->gates[list];
    out->at[count] = i;
    out->list[count] = list;
    count += (beside & set->beside[list]) != 0;
  }
  out->count = count;
  return open;
}

/* Calls the rows at each trigger; gives the gates that the line's triggers open. */
static uint64_t run_triggers(const gm_rule_set *set, gm_line_check *check) {
  const gm_view *view = check->view;
  triggers found; /* written before it is read */
  uint64_t open = 0;
  for (size_t from = 0; from < view->count; from += GM_VIEW_STRETCH) {
    open |= collect_triggers(set, view, from, gm_view_stretch(view, from), &found);
    for (size_t k = 0; k < found.count; k++)
      for (const gm_rule_call *call = set->lists.items + set->list_at[found.list[k]]; call->at; call++) {
        check->rule = call->rule;
        check->severity = call->severity;
        check->hints = call->hints;
        call->at(check, found.at[k]);
      }
  }
  return open;
}

/* The line rules that the line's triggers and kinds of figures let run. */
static uint64_t rules_of(const gm_line_rules *rules, uint32_t kinds, uint64_t open) {
  uint64_t kind = rules->any_kind, also = rules->any_also;
  for (uint32_t left = kinds; left; left &= left - 1) {
    kind |= rules->kind[__builtin_ctz(left)];
    also |= rules->also[__builtin_ctz(left)];
  }
  return (rules->untriggered | open) & kind & also & ~(GATE_DISCLAIMER | GATE_QUOTE | GATE_PAIR) &
         ~(kinds ? 0 : rules->need_figures);
}

/* Runs the rules of a line, or of each figure, whose needs the line meets. */
static void run_line_rules(const gm_rule_set *set, gm_line_check *check, const gm_line_facts *facts, uint64_t open) {
  const gm_figures *figures = check->figures;
  for (uint64_t left = rules_of(&set->line_rules, facts->kinds, open); left; left &= left - 1) {
    uint16_t row = set->line_rules.row[__builtin_ctzll(left)];
    const gm_rule *rule = &gm_rules[row];
    if ((rule->roles && !(rule->roles & facts->roles)) || rule->least > figures->count) continue;
    check->rule = row;
    check->severity = set->severity[row];
    check->hints = set->hints[row];
    if (rule->line) rule->line(check);
    if (!rule->figure) continue;
    for (uint32_t i = 0; i < figures->count; i++)
      if (!rule->kinds || rule->kinds >> figures->items[i].kind & 1) rule->figure(check, i);
  }
}

void gm_check_line(const gm_rule_set *set, struct gm_word_lists *words, gm_view *view, const gm_figures *figures,
                   gm_line_facts *facts, gm_findings *out) {
  facts->disclaims = 0;
  facts->quotes = facts->pairs = facts->runs_on = facts->refers = facts->labels = false;
  if (!set->trigger) return;
  gm_links links;
  links.view = NULL;
  gm_line_check check = {.view = view,
                         .figures = figures,
                         .links = &links,
                         .language = set->language,
                         .profile = set->profile,
                         .out = out};
  view->lists = words ? words : set->words;
  gm_word_lists_turn(view->lists);
  uint64_t open = run_triggers(set, &check);
  run_line_rules(set, &check, facts, open);
  if (open & GATE_DISCLAIMER) facts->disclaims = gm_disclaims_draft(view);
  facts->quotes = open & GATE_QUOTE;
  facts->pairs = open & GATE_PAIR;
  facts->runs_on = check.runs_on;
  facts->refers = check.refers;
  facts->labels = check.labels;
  if (out->list.count) gm_heed_local_disclaimers(view, out);
  view->lists = NULL;
  if (!out->list.count) return;
  gm_findings_sort(out);
  gm_findings_leave_code(out, view->raw);
  gm_findings_fingerprint(out, 0, &view->raw, 1);
}

static gm_finding *add(gm_findings *out, uint16_t rule, uint8_t severity) {
  gm_finding *finding = gm_push(&out->list);
  finding->rule = rule;
  finding->severity = severity;
  finding->message = finding->suggestion = finding->replacement = (uint32_t)out->text.count;
  finding->related = (uint32_t)out->related.count;
  finding->fix = (uint32_t)out->fixes.list.count;
  return finding;
}

uint32_t gm_raw_end(const gm_view *view, size_t to) {
  if (!to) return 0;
  uint32_t c, at = view->raw_at[to - 1];
  return at + (uint32_t)gm_utf8_decode(view->raw.ptr + at, view->raw.ptr + view->raw.len, &c);
}

gm_finding *gm_report_line(gm_line_check *check, size_t from, size_t to) {
  const gm_view *view = check->view;
  gm_finding *finding = add(check->out, check->rule, check->severity);
  finding->start = (gm_position){0, view->raw_at[from]};
  finding->end = (gm_position){0, gm_raw_end(view, to)};
  return finding;
}

gm_finding *gm_report_draft(gm_draft_check *check, gm_position start, gm_position end) {
  gm_finding *finding = add(check->out, check->rule, check->severity);
  finding->start = start;
  finding->end = end;
  return finding;
}

static gm_finding *last_finding(gm_findings *out) { return &out->list.items[out->list.count - 1]; }

void gm_lower(gm_findings *out, gm_severity severity) {
  gm_finding *finding = last_finding(out);
  if (finding->severity > severity) finding->severity = (uint8_t)severity;
}

/* One message: what a line of an editor can show; longer ones are cut by snprintf. */
#define MESSAGE_BYTES 1024

void gm_say(gm_findings *out, gm_language language, const char *zh, const char *en, ...) {
  char text[MESSAGE_BYTES];
  va_list arguments;
  va_start(arguments, en);
  int length = vsnprintf(text, sizeof text, language == GM_ENGLISH ? en : zh, arguments);
  va_end(arguments);
  if (length < 0) length = 0;
  if (length >= MESSAGE_BYTES) length = MESSAGE_BYTES - 1;
  while (length && gm_utf8_invalid((gm_text){text, (size_t)length}) < (size_t)length) length--;
  gm_finding *finding = last_finding(out);
  finding->message = (uint32_t)out->text.count;
  finding->message_len = (uint32_t)length;
  gm_buffer_add(&out->text, text, (size_t)length);
}

void gm_relate(gm_findings *out, gm_position start, gm_position end, const char *message) {
  gm_related *related = gm_push(&out->related);
  related->start = start;
  related->end = end;
  related->message = (uint32_t)out->text.count;
  related->message_len = (uint32_t)strlen(message);
  gm_buffer_string(&out->text, message);
  last_finding(out)->related_count++;
}

void gm_propose(gm_findings *out, gm_position start, gm_position end, gm_text text, const char *rule) {
  gm_edits_add(&out->fixes, start, end, text, rule);
  last_finding(out)->fix_count++;
}

void gm_suggest(gm_findings *out, gm_text text) {
  gm_finding *finding = last_finding(out);
  finding->suggestion = (uint32_t)out->text.count;
  finding->suggestion_len = (uint32_t)text.len;
  gm_buffer_text(&out->text, text);
}

void gm_offer(gm_findings *out, const char *text) {
  gm_finding *finding = last_finding(out);
  finding->replacement = (uint32_t)out->text.count;
  finding->replacement_len = (uint32_t)strlen(text);
  gm_buffer_string(&out->text, text);
}
