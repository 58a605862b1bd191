#include <stdio.h>

#include "cli/command.h"
#include "cli/message.h"
#include "cli/print.h"
#include "cli/rewrite.h"
#include "outline/edit.h"

/* References that would point elsewhere go to standard error: they are listed, never changed. */
static void list_stale(gm_run *run, const gm_plan *plan) {
  for (size_t i = 0; i < plan->stale.count; i++) {
    const gm_stale_reference *stale = &plan->stale.items[i];
    gm_text line = gm_document_draft(run->document)->lines[stale->start.line];
    fprintf(stderr,
            run->options->language == GM_ENGLISH ? "%s:%u:%u: note: \"%.*s\" may have to read \"%.*s\"\n"
                                                 : "%s:%u:%u: note: 引用“%.*s”可能应为“%.*s”\n",
            run->source.path, stale->start.line + 1, stale->start.byte + 1, (int)(stale->end.byte - stale->start.byte),
            line.ptr + stale->start.byte, (int)stale->len, plan->text.items + stale->text);
  }
}

static void write_json(gm_run *run, const gm_plan *plan) {
  gm_writer *w = &run->json;
  gm_write_map(w, 2);
  gm_write_string(w, "path");
  gm_write_string(w, run->source.path);
  gm_write_string(w, "edits");
  gm_render_edits(&run->render, &plan->edits);
}

static void renumber_file(gm_run *run) {
  gm_plan plan = {0};
  gm_outline_view view = {gm_document_draft(run->document), gm_document_outline(run->document),
                          gm_document_pinyin(run->document)};
  gm_refusal refusal = gm_outline_renumber(&view, 0, (uint32_t)view.outline->sections.count, 0, &plan);
  if (refusal != GM_ACCEPTED) {
    const char *why = gm_refusal_text(refusal, run->options->language == GM_ENGLISH);
    gm_complain(run->options->language, "%s: %s", "%s: %s", run->source.path, why);
    gm_run_status(run, GM_EXIT_TROUBLE);
  } else {
    list_stale(run, &plan);
    if (run->options->format == GM_FORMAT_JSON)
      write_json(run, &plan);
    else
      gm_give_edits(run, &plan.edits);
  }
  gm_plan_free(&plan);
}

const gm_command gm_command_renumber = {.name = "renumber",
                                        .bit = GM_FOR_RENUMBER,
                                        .formats = GM_FORMAT_BIT(TEXT) | GM_FORMAT_BIT(JSON) | GM_FORMAT_BIT(JSONL),
                                        .rules = GM_NO_RULES,
                                        .arguments = "FILE...",
                                        .zh = "给章节重新编号，沿用文稿自己的写法；默认输出全文",
                                        .en = "number the sections in order, in the draft's own style; prints the text",
                                        .ready = gm_rewrite_ready,
                                        .file = renumber_file};
