#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/serve.h"
#include "cli/source.h"
#include "document/document.h"
#include "protocol/render.h"

static void render_file(gm_render *r, const char *command, const char *path, gm_document *d, gm_edits *edits) {
  gm_writer *w = r->writer;
  bool normalize = !strcmp(command, "normalize");
  gm_write_map(w, 1);
  gm_write_string(w, "files");
  gm_write_array(w, 1);
  gm_write_map(w, normalize ? 4 : 2);
  gm_write_string(w, "path");
  gm_write_string(w, path);
  if (!strcmp(command, "outline")) {
    gm_write_string(w, "sections");
    gm_render_sections(r, gm_document_outline(d));
  } else if (!strcmp(command, "figures")) {
    gm_write_string(w, "figures");
    gm_render_figures(r, gm_document_draft(d), gm_document_figures(d));
  } else if (!strcmp(command, "check")) {
    gm_write_string(w, "diagnostics");
    gm_render_findings(r, gm_document_findings(d));
  } else if (normalize) {
    const gm_draft *draft = gm_document_draft(d);
    gm_write_string(w, "noise");
    gm_render_noise(r, draft->classes, draft->count);
    gm_write_string(w, "edits");
    gm_render_edits(r, edits);
    gm_write_string(w, "metadata");
    gm_render_metadata(r, draft);
  }
}

int main(int argc, char **argv) {
  if (argc > 1 && !strcmp(argv[1], "--version")) {
    puts("gangmu " GANGMU_VERSION);
    return 0;
  }
  if (argc > 1 && !strcmp(argv[1], "serve")) return gm_cli_serve(argc - 2, argv + 2);
  if (argc < 3) {
    fputs("usage: gangmu outline|figures|check|normalize [--format=json] FILE\n", stderr);
    return 2;
  }
  bool json = false;
  const char *path = NULL, *command = argv[1];
  for (int i = 2; i < argc; i++) {
    if (!strcmp(argv[i], "--format=json"))
      json = true;
    else
      path = argv[i];
  }
  gm_source source;
  gm_buffer problem = {0}, out = {0};
  const char *failed = gm_source_read(&source, path, path, &problem);
  if (failed) {
    fprintf(stderr, "gangmu: %s\n", failed);
    return 2;
  }
  gm_rule_set rules;
  gm_rule_set_init(&rules, GM_PROFILE_NEWS, GM_CHINESE);
  gm_rule_set_ready(&rules);
  gm_document *document = gm_document_new(&rules);
  gm_document_splice(document, 0, 0, source.lines.items, source.lines.count, true);
  gm_document_join(document);
  const gm_draft *draft = gm_document_draft(document);
  gm_edits edits = {0};
  int status = 0;
  if (!strcmp(command, "normalize")) {
    gm_normalizer *normalizer = gm_normalizer_new();
    gm_normalize_options options = {gm_passes_default(), GM_PROFILE_NEWS, NULL};
    gm_normalize(normalizer, draft, gm_document_pinyin(document), 0, draft->count, &options, &edits);
    gm_normalizer_free(normalizer);
  } else if (!strcmp(command, "check")) {
    const gm_findings *findings = gm_document_findings(document);
    for (size_t i = 0; i < findings->list.count; i++)
      if (findings->list.items[i].severity == GM_SEVERITY_ERROR) status = 1;
  }
  if (json) {
    gm_writer writer;
    gm_render render;
    gm_writer_init(&writer, GM_WIRE_JSON, &out);
    gm_render_init(&render, &writer, draft->lines, draft->count, gm_document_pinyin(document));
    render_file(&render, command, path, document, &edits);
    gm_render_free(&render);
    gm_buffer_add(&out, "\n", 1);
  } else if (!strcmp(command, "normalize")) {
    gm_edits_apply(&edits, draft->lines, draft->count, &out);
    gm_buffer_add(&out, "\n", 1);
  } else if (!strcmp(command, "check")) {
    const gm_findings *findings = gm_document_findings(document);
    for (size_t i = 0; i < findings->list.count; i++) {
      const gm_finding *f = &findings->list.items[i];
      gm_buffer_format(&out, "%s:%u:%u: %s[%s] %.*s\n", path, f->start.line + 1, f->start.byte + 1,
                       gm_severity_name(f->severity), gm_rules[f->rule].id, (int)f->message_len,
                       findings->text.items + f->message);
    }
  }
  fwrite(out.items, 1, out.count, stdout);
  gm_edits_free(&edits);
  gm_document_free(document);
  gm_rule_set_free(&rules);
  gm_source_free(&source);
  gm_array_free(&out);
  gm_array_free(&problem);
  return status;
}
