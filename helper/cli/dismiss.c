/* gangmu dismiss add|remove PLACE..., list [FILE...], unused [FILE...]: the findings waved through. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "check/fingerprint.h"
#include "cli/command.h"
#include "cli/dismissed.h"
#include "cli/message.h"
#include "cli/print.h"
#include "cli/report.h"

static gm_text text(const char *string) { return (gm_text){string, strlen(string)}; }

/* Splits FILE:LINE[:COLUMN] off its end: the place, and the bytes of FILE. Line 0 when there is none. */
static size_t read_place(const char *word, gm_wanted_place *place) {
  size_t length = strlen(word);
  uint32_t numbers[2] = {0, 0};
  int count = 0;
  *place = (gm_wanted_place){0, 0};
  while (count < 2) {
    size_t digits = length;
    while (digits && word[digits - 1] >= '0' && word[digits - 1] <= '9') digits--;
    if (digits < 2 || digits == length || length - digits > 9 || word[digits - 1] != ':') break;
    numbers[count++] = (uint32_t)strtoul(word + digits, NULL, 10);
    length = digits - 1;
  }
  if (count) *place = (gm_wanted_place){numbers[count - 1], count == 2 ? numbers[0] : 0};
  return length;
}

static bool is_at(const gm_finding *finding, gm_wanted_place place) {
  if (finding->start.line + 1 > place.line || finding->end.line + 1 < place.line) return false;
  gm_position at = {place.line - 1, place.column ? place.column - 1 : 0};
  return !place.column ? finding->start.line + 1 == place.line
                       : gm_position_compare(finding->start, at) <= 0 && gm_position_compare(at, finding->end) < 0;
}

static bool save(gm_run *run, gm_text content) {
  if (gm_dismissed_write(&run->store, content, run->options->language)) return true;
  gm_complain(run->options->language, "%.*s", "%.*s", (int)run->store.reason.count, run->store.reason.items);
  gm_run_status(run, GM_EXIT_TROUBLE);
  return false;
}

static void nothing_there(gm_run *run, const char *zh, const char *en) {
  gm_wanted_place place = run->options->places.items[run->index];
  gm_complain(run->options->language, zh, en, run->source.path, place.line);
  gm_run_status(run, GM_EXIT_TROUBLE);
}

static void add_at(gm_run *run) {
  const gm_findings *findings = gm_document_findings(run->document);
  const char *reason = run->options->reason ? run->options->reason : "";
  char today[11];
  size_t found = 0;
  gm_today(today);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (!is_at(f, run->options->places.items[run->index])) continue;
    gm_buffer content = {0};
    gm_store_add(&run->store, f, run->source.lines.items, text(reason), text(today), &content);
    bool saved = save(run, (gm_text){content.items, content.count});
    gm_array_free(&content);
    if (!saved) return;
    gm_report_line_of(run, findings, f);
    found++;
  }
  if (!found) nothing_there(run, "%s:%u: 这里没有问题可放过", "%s:%u: no finding there");
}

static bool remove_print(gm_run *run, uint64_t print) {
  for (size_t own = 0; own < run->store.own.count; own++) {
    if (run->store.dismissals.rows.items[run->store.own.items[own]].fingerprint != print) continue;
    gm_buffer content = {0};
    gm_store_remove(&run->store, own, &content);
    bool saved = save(run, (gm_text){content.items, content.count});
    gm_array_free(&content);
    return saved;
  }
  return false;
}

static void remove_at(gm_run *run) {
  const gm_findings *dismissed = gm_document_dismissed(run->document);
  GM_ARRAY(uint64_t) prints = {0};
  for (size_t own = 0; own < run->store.own.count; own++) {
    uint32_t i = gm_document_waved(run->document, own);
    if (i == GM_WAVES_NOTHING || !is_at(&dismissed->list.items[i], run->options->places.items[run->index])) continue;
    *gm_push(&prints) = run->store.dismissals.rows.items[run->store.own.items[own]].fingerprint;
    gm_report_line_of(run, dismissed, &dismissed->list.items[i]);
  }
  for (size_t i = 0; i < prints.count; i++) remove_print(run, prints.items[i]);
  if (!prints.count) nothing_there(run, "%s:%u: 这里没有放过的问题", "%s:%u: nothing dismissed there");
  gm_array_free(&prints);
}

static void print_row(gm_run *run, const gm_dismissal *row, const char *mark) {
  if (run->options->format == GM_FORMAT_JSONL) {
    gm_writer w;
    char print[GM_FINGERPRINT_DIGITS + 1];
    snprintf(print, sizeof print, "%016llx", (unsigned long long)row->fingerprint);
    gm_writer_init(&w, GM_WIRE_JSON, &run->out);
    gm_write_map(&w, 7);
    gm_write_string(&w, "fingerprint");
    gm_write_string(&w, print);
    const struct {
      const char *key;
      gm_text value;
    } pairs[] = {{"rule", row->rule}, {"draft", row->draft},     {"reason", row->reason},
                 {"date", row->date}, {"excerpt", row->excerpt}, {"state", text(mark)}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
      gm_write_string(&w, pairs[i].key);
      gm_write_text(&w, pairs[i].value);
    }
    gm_buffer_add(&run->out, "\n", 1);
    return;
  }
  gm_buffer_format(&run->out, "%016llx  ", (unsigned long long)row->fingerprint);
  gm_print_plain(row->draft, &run->out);
  gm_buffer_string(&run->out, ": [");
  gm_print_plain(row->rule, &run->out);
  gm_buffer_string(&run->out, "] ");
  gm_print_plain(row->excerpt, &run->out);
  if (row->reason.len) gm_buffer_string(&run->out, run->options->language == GM_ENGLISH ? " -- " : "　理由：");
  gm_print_plain(row->reason, &run->out);
  gm_buffer_string(&run->out, row->date.len ? "  " : "");
  gm_print_plain(row->date, &run->out);
  gm_buffer_string(&run->out, "\n");
}

/* Of a rule that does not run nothing can be said. */
static bool runs(const gm_run *run, const gm_dismissal *row) {
  int rule = gm_rule_find(row->rule);
  return rule < 0 || run->rules.severity[rule] != GM_SEVERITY_OFF;
}

static void list_file(gm_run *run) {
  for (size_t own = 0; own < run->store.own.count; own++)
    print_row(run, &run->store.dismissals.rows.items[run->store.own.items[own]],
              gm_document_waved(run->document, own) != GM_WAVES_NOTHING                 ? "used"
              : runs(run, &run->store.dismissals.rows.items[run->store.own.items[own]]) ? "unused"
                                                                                        : "rule off");
}

/* A pattern is not unused because one draft does not use it: rows that name the draft itself are told of. */
static void unused_file(gm_run *run) {
  for (size_t own = 0; own < run->store.own.count; own++) {
    const gm_dismissal *row = &run->store.dismissals.rows.items[run->store.own.items[own]];
    bool itself =
        row->draft.len == run->store.draft.count && !memcmp(row->draft.ptr, run->store.draft.items, row->draft.len);
    if (!itself || !runs(run, row) || gm_document_waved(run->document, own) != GM_WAVES_NOTHING) continue;
    print_row(run, row, "unused");
    gm_run_status(run, GM_EXIT_FOUND);
  }
}

#define VERB(callback)                                                                                      \
  {                                                                                                         \
    .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSONL), .rules = GM_ALL_RULES, .heeds_dismissals = true, \
    .file = callback                                                                                        \
  }
static const gm_command verb_add = VERB(add_at), verb_remove = VERB(remove_at), verb_list = VERB(list_file),
                        verb_unused = VERB(unused_file);

/* The drafts that the rows of the working folder's project name, each once. Free the strings. */
static void named_drafts(const gm_store *store, gm_options *inner) {
  size_t root = store->path.count - strlen(GM_DISMISSAL_FOLDER "/" GM_DISMISSAL_FILE);
  gm_text last = {"", 0};
  for (size_t i = 0; i < store->dismissals.rows.count; i++) {
    gm_text draft = store->dismissals.rows.items[i].draft;
    if (draft.len == last.len && !memcmp(draft.ptr, last.ptr, last.len)) continue;
    last = draft;
    gm_buffer path = {0};
    gm_buffer_add(&path, store->path.items, root);
    gm_buffer_text(&path, draft);
    gm_buffer_add(&path, "", 1);
    *gm_push(&inner->files) = path.items;
  }
}

/* Without a file: what stands in the project's file, and for `unused` every draft that it names. */
static int without_files(const gm_options *options, bool unused) {
  gm_run run = {.options = options};
  gm_options inner = *options;
  int status = GM_EXIT_GOOD;
  memset(&inner.files, 0, sizeof inner.files);
  if (!gm_dismissed_read(&run.store, GM_TEXT("./-"), options->language)) {
    gm_complain(options->language, "%.*s", "%.*s", (int)run.store.reason.count, run.store.reason.items);
    status = GM_EXIT_TROUBLE;
  }
  for (size_t i = 0; i < run.store.dismissals.rows.count && !unused; i++)
    print_row(&run, &run.store.dismissals.rows.items[i], "");
  if (unused) named_drafts(&run.store, &inner);
  for (size_t i = 0, kept = 0; unused && i < run.store.dismissals.rows.count; i++) {
    const gm_dismissal *row = &run.store.dismissals.rows.items[i];
    bool same = i && row->draft.len == row[-1].draft.len && !memcmp(row->draft.ptr, row[-1].draft.ptr, row->draft.len);
    kept += !same;
    if (!access(inner.files.items[kept - 1], F_OK) || (memchr(row->draft.ptr, '*', row->draft.len))) continue;
    print_row(&run, row, "no such draft");
    status = GM_EXIT_FOUND;
  }
  if (gm_print_out((gm_text){run.out.items, run.out.count})) status = GM_EXIT_TROUBLE;
  size_t there = 0;
  for (size_t i = 0; i < inner.files.count; i++) {
    if (!access(inner.files.items[i], F_OK))
      inner.files.items[there++] = inner.files.items[i];
    else
      free((char *)(uintptr_t)inner.files.items[i]);
  }
  inner.files.count = there;
  if (there) {
    int found = gm_run_command(&verb_unused, &inner);
    if (found > status) status = found;
  }
  for (size_t i = 0; i < there; i++) free((char *)(uintptr_t)inner.files.items[i]);
  gm_array_free(&inner.files);
  gm_array_free(&run.out);
  gm_store_free(&run.store);
  return status;
}

/* Takes a row out of the working folder's project by its fingerprint. */
static int remove_by_print(const gm_options *options, uint64_t print) {
  gm_run run = {.options = options};
  bool removed = false;
  if (gm_dismissed_read(&run.store, GM_TEXT("./-"), options->language)) {
    run.store.own.count = 0;
    for (size_t i = 0; i < run.store.dismissals.rows.count; i++) *gm_push(&run.store.own) = (uint32_t)i;
    removed = remove_print(&run, print);
  }
  if (!removed && !run.status)
    gm_complain(options->language, "没有放过 %016llx", "%016llx is not dismissed", (unsigned long long)print);
  gm_store_free(&run.store);
  return removed ? GM_EXIT_GOOD : GM_EXIT_TROUBLE;
}

/* Runs a verb over places or files. */
static int run_verb(const gm_options *options, const gm_command *verb, bool places) {
  gm_options inner = *options;
  GM_ARRAY(char *) owned = {0};
  int status = GM_EXIT_GOOD;
  memset(&inner.files, 0, sizeof inner.files);
  memset(&inner.places, 0, sizeof inner.places);
  for (size_t i = 1; i < options->files.count; i++) {
    const char *word = options->files.items[i];
    gm_wanted_place place = {0, 0};
    uint64_t print;
    if (verb == &verb_remove && gm_fingerprint_read(text(word), &print)) {
      int one = remove_by_print(options, print);
      if (one > status) status = one;
      continue;
    }
    size_t length = places ? read_place(word, &place) : strlen(word);
    if (places && !place.line) {
      gm_complain(options->language, "%s: 应为 文件:行 或 文件:行:列", "%s: want FILE:LINE or FILE:LINE:COLUMN", word);
      status = GM_EXIT_TROUBLE;
      continue;
    }
    char *path = gm_copy(word, length + 1);
    path[length] = 0;
    *gm_push(&owned) = path;
    *gm_push(&inner.files) = path;
    *gm_push(&inner.places) = place;
  }
  if (inner.files.count) {
    int found = gm_run_command(verb, &inner);
    if (found > status) status = found;
  }
  for (size_t i = 0; i < owned.count; i++) free(owned.items[i]);
  gm_array_free(&owned);
  gm_array_free(&inner.files);
  gm_array_free(&inner.places);
  return status;
}

static int dismiss(const gm_options *options) {
  static const struct {
    const char *name;
    const gm_command *verb;
    bool places;
  } verbs[] = {{"add", &verb_add, true},
               {"remove", &verb_remove, true},
               {"list", &verb_list, false},
               {"unused", &verb_unused, false}};
  const char *name = options->files.count ? options->files.items[0] : "";
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    if (strcmp(name, verbs[i].name)) continue;
    if (options->files.count > 1) return run_verb(options, verbs[i].verb, verbs[i].places);
    if (!verbs[i].places) return without_files(options, verbs[i].verb == &verb_unused);
    gm_complain(options->language, "dismiss %s 需要 文件:行[:列]", "dismiss %s wants FILE:LINE[:COLUMN]", name);
    return GM_EXIT_TROUBLE;
  }
  gm_complain(options->language, "dismiss 之后应为 add、remove、list 或 unused；用 --help 看说明",
              "dismiss wants add, remove, list or unused; see --help");
  return GM_EXIT_TROUBLE;
}

const gm_command gm_command_dismiss = {
    .name = "dismiss",
    .bit = GM_FOR_DISMISS,
    .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSONL),
    .arguments = "add|remove|list|unused",
    .zh = "放过问题：add|remove 文件:行[:列]…，list|unused [文件…]",
    .en = "wave findings through: add|remove FILE:LINE[:COLUMN]..., list|unused [FILE...]",
    .alone = dismiss};
