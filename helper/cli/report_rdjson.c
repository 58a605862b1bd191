/* rdjson, the form that reviewdog reads: columns are bytes of UTF-8, counted from 1. */
#include "cli/report.h"

static void key(gm_writer *w, const char *name, const char *value) {
  gm_write_string(w, name);
  gm_write_string(w, value);
}

static void write_place(gm_writer *w, const char *name, gm_position position) {
  gm_write_string(w, name);
  gm_write_map(w, 2);
  gm_write_string(w, "line");
  gm_write_integer(w, (int64_t)position.line + 1);
  gm_write_string(w, "column");
  gm_write_integer(w, (int64_t)position.byte + 1);
}

static void write_range(gm_writer *w, gm_position start, gm_position end) {
  gm_write_string(w, "range");
  gm_write_map(w, 2);
  write_place(w, "start", start);
  write_place(w, "end", end);
}

static void write_location(gm_writer *w, const char *path, gm_position start, gm_position end) {
  gm_write_string(w, "location");
  gm_write_map(w, 2);
  key(w, "path", path);
  write_range(w, start, end);
}

static void write_finding(gm_run *run, const gm_findings *findings, const gm_finding *f) {
  static const char *const levels[] = {"UNKNOWN_SEVERITY", "INFO", "WARNING", "ERROR"};
  gm_writer w;
  gm_writer_init(&w, GM_WIRE_JSON, &run->out);
  gm_write_map(&w, 6);
  gm_write_string(&w, "message");
  gm_write_text(&w, (gm_text){findings->text.items + f->message, f->message_len});
  write_location(&w, run->source.path, f->start, f->end);
  key(&w, "severity", levels[f->severity]);
  gm_write_string(&w, "code");
  gm_write_map(&w, 1);
  key(&w, "value", gm_rules[f->rule].id);
  gm_write_string(&w, "suggestions");
  gm_write_array(&w, f->fix_count);
  for (uint32_t i = 0; i < f->fix_count; i++) {
    const gm_edit *e = &findings->fixes.list.items[f->fix + i];
    gm_write_map(&w, 2);
    write_range(&w, e->start, e->end);
    gm_write_string(&w, "text");
    gm_write_text(&w, gm_edits_text(&findings->fixes, e));
  }
  gm_write_string(&w, "relatedLocations");
  gm_write_array(&w, f->related_count);
  for (uint32_t i = 0; i < f->related_count; i++) {
    const gm_related *r = &findings->related.items[f->related + i];
    gm_write_map(&w, 2);
    gm_write_string(&w, "message");
    gm_write_text(&w, (gm_text){findings->text.items + r->message, r->message_len});
    write_location(&w, run->source.path, r->start, r->end);
  }
}

static void begin(gm_run *run) { gm_buffer_string(&run->out, "{\"source\":{\"name\":\"gangmu\"},\"diagnostics\":["); }

static void file(gm_run *run) {
  const gm_findings *findings = gm_document_findings(run->document);
  for (size_t i = 0; i < findings->list.count; i++) {
    if (run->written++) gm_buffer_add(&run->out, ",", 1);
    write_finding(run, findings, &findings->list.items[i]);
  }
}

static void end(gm_run *run) { gm_buffer_string(&run->out, "]}\n"); }

const gm_report gm_report_rdjson = {begin, file, end};
