#include "cli/rewrite.h"

#include "cli/message.h"
#include "cli/patch.h"
#include "cli/replace.h"

static void rewrite(gm_run *run, const gm_edits *edits) {
  gm_language language = run->options->language;
  if (run->source.converted && !run->options->to_utf8) {
    gm_complain(language, "%s: 原文件是 %s，未改写；确要改为 UTF-8 请加 --to-utf8",
                "%s: the file is in %s and was not rewritten; --to-utf8 lets it become UTF-8", run->source.path,
                run->source.converted);
    gm_run_status(run, GM_EXIT_TROUBLE);
    return;
  }
  if (!edits->list.count && !run->source.converted) return;
  gm_buffer content = {0};
  gm_patch_apply(&run->source, edits, &content);
  if (!gm_replace(&run->source, run->source.path, (gm_text){content.items, content.count}, language))
    gm_run_status(run, GM_EXIT_TROUBLE);
  gm_array_free(&content);
}

static void write_rows(gm_run *run, const gm_edits *edits) {
  for (size_t i = 0; i < edits->list.count; i++) {
    gm_run_row_begin(run);
    gm_render_edit(&run->render, edits, &edits->list.items[i]);
    gm_run_row_end(run);
  }
}

bool gm_rewrite_ready(gm_run *run) {
  const gm_options *o = run->options;
  if (o->write && (o->diff || o->format != GM_FORMAT_TEXT)) {
    gm_complain(o->language, "--write 不能与 --diff 或 --format 同用", "--write goes with neither --diff nor --format");
    return false;
  }
  for (size_t i = 0; o->write && i < o->files.count; i++)
    if (!strcmp(o->files.items[i], "-")) {
      gm_complain(o->language, "标准输入不能 --write", "standard input cannot be written with --write");
      return false;
    }
  return true;
}

void gm_give_edits(gm_run *run, const gm_edits *edits) {
  if (run->options->write)
    rewrite(run, edits);
  else if (run->options->diff)
    gm_patch_diff(&run->source, edits, &run->out);
  else if (run->options->format == GM_FORMAT_JSONL)
    write_rows(run, edits);
  else
    gm_patch_apply(&run->source, edits, &run->out);
}
