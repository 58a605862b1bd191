/* SARIF 2.1.0 (OASIS): one run, columns in UTF-16 units from 1, ends exclusive. */
#include "cli/print.h"
#include "cli/report.h"

static const char *const levels[] = {"none", "note", "warning", "error"};

static void key(gm_writer *w, const char *name, const char *value) {
  gm_write_string(w, name);
  gm_write_string(w, value);
}

static void key_integer(gm_writer *w, const char *name, int64_t value) {
  gm_write_string(w, name);
  gm_write_integer(w, value);
}

static void key_message(gm_writer *w, const char *name, gm_text text) {
  gm_write_string(w, name);
  gm_write_map(w, 1);
  gm_write_string(w, "text");
  gm_write_text(w, text);
}

static void write_driver(gm_run *run) {
  bool english = run->options->language == GM_ENGLISH;
  gm_writer w;
  gm_writer_init(&w, GM_WIRE_JSON, &run->out);
  gm_write_map(&w, 1);
  gm_write_string(&w, "driver");
  gm_write_map(&w, 3);
  key(&w, "name", "gangmu");
  key(&w, "version", GANGMU_VERSION);
  gm_write_string(&w, "rules");
  gm_write_array(&w, gm_rule_count);
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    const char *title = english ? gm_rules[i].title_en : gm_rules[i].title_zh;
    gm_write_map(&w, 3);
    key(&w, "id", gm_rules[i].id);
    key_message(&w, "shortDescription", (gm_text){title, strlen(title)});
    gm_write_string(&w, "defaultConfiguration");
    gm_write_map(&w, 1);
    key(&w, "level", levels[gm_rules[i].severity]);
  }
}

static void write_region(gm_run *run, gm_writer *w, const char *name, gm_position start, gm_position end) {
  gm_place a = gm_places_find(&run->render.places, start), b = gm_places_find(&run->render.places, end);
  gm_write_string(w, name);
  gm_write_map(w, 4);
  key_integer(w, "startLine", (int64_t)a.line + 1);
  key_integer(w, "startColumn", (int64_t)a.utf16 + 1);
  key_integer(w, "endLine", (int64_t)b.line + 1);
  key_integer(w, "endColumn", (int64_t)b.utf16 + 1);
}

static void write_artifact(gm_run *run, gm_writer *w) {
  gm_buffer uri = {0};
  gm_print_uri((gm_text){run->source.path, strlen(run->source.path)}, &uri);
  gm_write_string(w, "artifactLocation");
  gm_write_map(w, 1);
  gm_write_string(w, "uri");
  gm_write_text(w, (gm_text){uri.items, uri.count});
  gm_array_free(&uri);
}

static void write_physical(gm_run *run, gm_writer *w, gm_position start, gm_position end) {
  gm_write_string(w, "physicalLocation");
  gm_write_map(w, 2);
  write_artifact(run, w);
  write_region(run, w, "region", start, end);
}

static void write_fix(gm_run *run, gm_writer *w, const gm_findings *findings, const gm_finding *f) {
  gm_write_string(w, "fixes");
  gm_write_array(w, 1);
  gm_write_map(w, 1);
  gm_write_string(w, "artifactChanges");
  gm_write_array(w, 1);
  gm_write_map(w, 2);
  write_artifact(run, w);
  gm_write_string(w, "replacements");
  gm_write_array(w, f->fix_count);
  for (uint32_t i = 0; i < f->fix_count; i++) {
    const gm_edit *e = &findings->fixes.list.items[f->fix + i];
    gm_write_map(w, 2);
    write_region(run, w, "deletedRegion", e->start, e->end);
    key_message(w, "insertedContent", gm_edits_text(&findings->fixes, e));
  }
}

static void write_suppression(gm_writer *w, gm_text reason) {
  gm_write_string(w, "suppressions");
  gm_write_array(w, 1);
  gm_write_map(w, reason.len ? 2 : 1);
  key(w, "kind", "external");
  if (!reason.len) return;
  gm_write_string(w, "justification");
  gm_write_text(w, reason);
}

/* `reason` NULL: a finding that was not waved through. */
static void write_result(gm_run *run, const gm_findings *findings, const gm_finding *f, const gm_text *reason) {
  const char *text = findings->text.items;
  gm_buffer print = {0};
  gm_writer w;
  gm_writer_init(&w, GM_WIRE_JSON, &run->out);
  gm_write_map(&w, (size_t)6 + (f->related_count > 0) + (f->fix_count > 0) + (reason != NULL));
  key(&w, "ruleId", gm_rules[f->rule].id);
  key_integer(&w, "ruleIndex", f->rule);
  key(&w, "level", levels[f->severity]);
  key_message(&w, "message", (gm_text){text + f->message, f->message_len});
  gm_write_string(&w, "locations");
  gm_write_array(&w, 1);
  gm_write_map(&w, 1);
  write_physical(run, &w, f->start, f->end);
  gm_write_string(&w, "partialFingerprints");
  gm_write_map(&w, 1);
  gm_write_string(&w, "gangmu/v2");
  gm_buffer_format(&print, "%016llx", (unsigned long long)f->fingerprint);
  gm_write_text(&w, (gm_text){print.items, print.count});
  gm_array_free(&print);
  if (f->related_count) {
    gm_write_string(&w, "relatedLocations");
    gm_write_array(&w, f->related_count);
    for (uint32_t i = 0; i < f->related_count; i++) {
      const gm_related *r = &findings->related.items[f->related + i];
      gm_write_map(&w, 2);
      write_physical(run, &w, r->start, r->end);
      key_message(&w, "message", (gm_text){text + r->message, r->message_len});
    }
  }
  if (f->fix_count) write_fix(run, &w, findings, f);
  if (reason) write_suppression(&w, *reason);
}

static void begin(gm_run *run) {
  gm_buffer_string(&run->out,
                   "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
                   "\"runs\":[{\"columnKind\":\"utf16CodeUnits\",\"tool\":");
  write_driver(run);
  gm_buffer_string(&run->out, ",\"results\":[");
}

static void file(gm_run *run) {
  const gm_findings *findings = gm_document_findings(run->document);
  for (size_t i = 0; i < findings->list.count; i++) {
    if (run->written++) gm_buffer_add(&run->out, ",", 1);
    write_result(run, findings, &findings->list.items[i], NULL);
  }
  const gm_findings *dismissed = gm_document_dismissed(run->document);
  for (size_t own = 0; own < run->store.own.count; own++) {
    uint32_t i = gm_document_waved(run->document, own);
    if (i == GM_WAVES_NOTHING) continue;
    if (run->written++) gm_buffer_add(&run->out, ",", 1);
    write_result(run, dismissed, &dismissed->list.items[i],
                 &run->store.dismissals.rows.items[run->store.own.items[own]].reason);
  }
}

static void end(gm_run *run) { gm_buffer_string(&run->out, "]}]}\n"); }

const gm_report gm_report_sarif = {begin, file, end};
