/* The method that gives a figure another value: it answers with text edits, and with mentions to be looked at. */
#include "figure/rename.h"

#include "protocol/method.h"
#include "protocol/page.h"

static void write_review(gm_page *page, const gm_rename_review *row) {
  gm_writer *w = &page->writer;
  gm_write_map(w, 4);
  GM_KEY(w, "start");
  gm_render_position(&page->render, row->start);
  GM_KEY(w, "end");
  gm_render_position(&page->render, row->end);
  GM_KEY(w, "approximate");
  gm_write_boolean(w, row->approximate);
  GM_KEY(w, "holds");
  gm_write_boolean(w, row->holds);
}

static void answer(gm_page *page, const gm_rename *rename) {
  for (size_t i = 0; i < rename->edits.list.count && !page->full; i++) {
    if (!gm_page_wants(page)) continue;
    gm_page_edit(page, &rename->edits, &rename->edits.list.items[i]);
    gm_page_keep(page);
  }
  size_t edits = page->ends.count;
  for (size_t i = 0; i < rename->review.count && !page->full; i++) {
    if (!gm_page_wants(page)) continue;
    write_review(page, &rename->review.items[i]);
    gm_page_keep(page);
  }
  gm_writer *w = gm_answer(page->call);
  gm_write_map(w, 4);
  gm_page_write_tick(page, w);
  gm_page_write(page, w, "edits", 0, edits);
  gm_page_write(page, w, "review", edits, page->ends.count);
  gm_page_write_next(page, w);
}

void gm_method_rename_figure(gm_call *call) {
  gm_page page;
  int64_t line, byte;
  if (!gm_page_begin(&page, call)) return;
  const gm_document *document = page.buffer->document;
  const gm_value *text = gm_value_get(call->message->params, "text");
  if (!text || text->type != GM_VALUE_TEXT) {
    gm_fail(call, "params", "text: not a string");
  } else if (gm_take_integer(call, "line", 1, (int64_t)gm_document_line_count(document), NULL, &line) &&
             gm_take_integer(call, "byte", 0, UINT32_MAX, NULL, &byte)) {
    gm_rename rename = {0};
    gm_position at = {(uint32_t)(line - 1), (uint32_t)byte};
    gm_rename_refusal refusal = gm_figure_rename(gm_document_draft(document), gm_document_figures(document),
                                                 gm_document_pinyin(document), at, text->as.text, &rename);
    if (refusal == GM_RENAME_ACCEPTED)
      answer(&page, &rename);
    else
      gm_fail(call, "refused", "%s", gm_rename_refusal_text(refusal, call->session->language == GM_ENGLISH));
    gm_rename_free(&rename);
  }
  gm_page_free(&page);
}
