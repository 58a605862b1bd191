/* gangmu_rules_coverage FILE...: do the golden tests hold, for each rule, enough texts that must be flagged and enough
 * near misses? A draft is flagged for every rule it asks for by ?finding. It is a near miss of the rule whose id opened
 * the part of the file (# PUN-01) when it asks for no finding of it, says so (!finding, !finding PUN), and the rule was
 * on. */
#include <stdio.h>
#include <stdlib.h>

#include "protocol/selection.h"

#define FLAGGED_MIN 3
#define MISSES_MIN  5

typedef struct count {
  unsigned flagged, misses;
} count;

typedef struct reading {
  count *counts; /* by row */
  int rule;      /* of the part of the file, -1 for none */
  uint8_t profile;
  gm_selection selection;
  gm_rule_set rules; /* what WITH chose */
  bool draft, none;  /* a draft is open; it says that there are no others */
  bool *found;       /* by row: asked for by the open draft */
} reading;

static void choose_rules(reading *r) {
  gm_rule_set_free(&r->rules);
  gm_rule_set_init(&r->rules, r->profile, GM_CHINESE);
  gm_selection_rules(&r->selection, &r->rules);
}

static bool begins(gm_text line, const char *word) {
  return line.len >= strlen(word) && !memcmp(line.ptr, word, strlen(word));
}

static gm_text word_at(gm_text line, size_t at) {
  while (at < line.len && line.ptr[at] == ' ') at++;
  size_t end = at;
  while (end < line.len && line.ptr[end] != ' ') end++;
  return (gm_text){line.ptr + at, end - at};
}

static void close_draft(reading *r) {
  if (r->draft) {
    for (uint16_t i = 0; i < gm_rule_count; i++) r->counts[i].flagged += r->found[i];
    if (r->rule >= 0 && r->none && !r->found[r->rule] && r->rules.severity[r->rule]) r->counts[r->rule].misses++;
  }
  memset(r->found, 0, gm_rule_count * sizeof *r->found);
  r->draft = r->none = false;
}

static void take_settings(reading *r, gm_text line) {
  gm_text unknown;
  r->profile = GM_PROFILE_NEWS;
  gm_selection_free(&r->selection);
  for (size_t at = 4; at < line.len;) {
    gm_text word = word_at(line, at);
    at = (size_t)(word.ptr - line.ptr) + word.len + 1;
    if (begins(word, "profile=")) r->profile = gm_profile_named((gm_text){word.ptr + 8, word.len - 8});
    if (begins(word, "select="))
      gm_selectors_add(&r->selection.select, (gm_text){word.ptr + 7, word.len - 7}, &unknown);
    if (begins(word, "ignore="))
      gm_selectors_add(&r->selection.ignore, (gm_text){word.ptr + 7, word.len - 7}, &unknown);
  }
  choose_rules(r);
}

/* Does `!finding` or `!finding PUN` or `!finding PUN-01` speak of the rule of this part? */
static bool speaks_of(const reading *r, gm_text name) {
  if (!name.len) return true;
  return r->rule >= 0 && name.len <= strlen(gm_rules[r->rule].id) && !memcmp(name.ptr, gm_rules[r->rule].id, name.len);
}

static void take_line(reading *r, gm_text line) {
  if (begins(line, "# ")) {
    int rule = gm_rule_find(word_at(line, 2));
    if (rule < 0) return;
    close_draft(r);
    r->rule = rule;
  } else if (begins(line, "DRAFT")) {
    close_draft(r);
    r->draft = true;
  } else if (begins(line, "WITH")) {
    close_draft(r);
    take_settings(r, line);
  } else if (begins(line, "?finding ")) {
    int rule = gm_rule_find(word_at(line, 9));
    if (rule >= 0) r->found[rule] = true;
  } else if (begins(line, "!finding") && speaks_of(r, word_at(line, 8))) {
    r->none = true;
  }
}

static bool read_file(reading *r, const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return false;
  gm_buffer text = {0};
  char block[4096];
  for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;) gm_buffer_add(&text, block, n);
  fclose(file);
  take_settings(r, GM_TEXT(""));
  r->rule = -1;
  bool inside = false; /* a block of a draft's lines */
  for (size_t at = 0; at < text.count;) {
    const char *stop = memchr(text.items + at, '\n', text.count - at);
    gm_text line = {text.items + at, stop ? (size_t)(stop - text.items) - at : text.count - at};
    at += line.len + 1;
    if (!inside) take_line(r, line);
    if (line.len == 3 && begins(line, "END"))
      inside = false;
    else if (begins(line, "DRAFT") || begins(line, "EDIT") || begins(line, "?normalized"))
      inside = true;
  }
  close_draft(r);
  gm_array_free(&text);
  return true;
}

int main(int argc, char **argv) {
  reading r = {.rule = -1};
  r.counts = calloc(gm_rule_count, sizeof *r.counts);
  r.found = calloc(gm_rule_count, sizeof *r.found);
  int lacking = 0;
  if (!r.counts || !r.found) return 2;
  for (int i = 1; i < argc; i++)
    if (!read_file(&r, argv[i])) fprintf(stderr, "cannot read %s\n", argv[i]), lacking++;
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    if (r.counts[i].flagged >= FLAGGED_MIN && r.counts[i].misses >= MISSES_MIN) continue;
    printf("%s has %u flagged texts of %u and %u near misses of %u\n", gm_rules[i].id, r.counts[i].flagged, FLAGGED_MIN,
           r.counts[i].misses, MISSES_MIN);
    lacking++;
  }
  gm_rule_set_free(&r.rules);
  gm_selection_free(&r.selection);
  free(r.counts);
  free(r.found);
  return lacking != 0;
}
