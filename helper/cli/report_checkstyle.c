/* Checkstyle's XML, which most build servers read. */
#include "cli/print.h"
#include "cli/report.h"

static void begin(gm_run *run) {
  gm_buffer_string(&run->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n");
}

static void file(gm_run *run) {
  static const char *const levels[] = {"ignore", "info", "warning", "error"};
  const gm_findings *findings = gm_document_findings(run->document);
  gm_buffer_string(&run->out, "  <file name=\"");
  gm_print_xml((gm_text){run->source.path, strlen(run->source.path)}, &run->out);
  gm_buffer_string(&run->out, "\">\n");
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    gm_place start = gm_places_find(&run->render.places, f->start);
    gm_buffer_format(&run->out, "    <error line=\"%u\" column=\"%u\" severity=\"%s\" source=\"gangmu.%s\" message=\"",
                     start.line + 1, start.chars + 1, levels[f->severity], gm_rules[f->rule].id);
    gm_print_xml((gm_text){findings->text.items + f->message, f->message_len}, &run->out);
    gm_buffer_string(&run->out, "\"/>\n");
  }
  gm_buffer_string(&run->out, "  </file>\n");
}

static void end(gm_run *run) { gm_buffer_string(&run->out, "</checkstyle>\n"); }

const gm_report gm_report_checkstyle = {begin, file, end};
