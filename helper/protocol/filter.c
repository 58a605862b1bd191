/* The rows of the outline that a query leaves. */
#include "outline/filter.h"
#include "protocol/method.h"
#include "protocol/page.h"

static void write_row(gm_writer *w, const gm_filtered_list *list, const gm_filtered *row) {
  gm_write_array(w, 2u + row->span_count);
  gm_write_integer(w, row->section);
  gm_write_integer(w, row->found);
  for (uint8_t i = 0; i < row->span_count; i++)
    gm_write_text(w, (gm_text){list->text.items + row->spans[i].from, row->spans[i].to - row->spans[i].from});
}

void gm_method_filter(gm_call *call) {
  gm_page p;
  if (!gm_page_begin(&p, call)) return;
  gm_document *document = p.buffer->document;
  const gm_outline *outline = gm_document_outline(document);
  const gm_value *query = gm_value_get(call->message->params, "query");
  gm_section_findings counts = {0};
  gm_filter filter = {.numbered = gm_take_flag(call, "numbered"), .line = gm_take_flag(call, "line")};
  if (query && query->type == GM_VALUE_TEXT) filter.query = query->as.text;
  if (gm_take_flag(call, "findings")) {
    gm_section_findings_count(&counts, outline, gm_document_findings(document));
    filter.findings = counts.items;
  }
  gm_filtered_list list = {0};
  gm_filter_sections(&filter, outline, gm_document_draft(document)->lines, gm_document_pinyin(document), &list);
  for (size_t i = 0; i < list.rows.count && !p.full; i++) {
    if (!gm_page_wants(&p)) continue;
    write_row(&p.writer, &list, &list.rows.items[i]);
    gm_page_keep(&p);
  }
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 3);
  gm_page_write_tick(&p, w);
  gm_page_write(&p, w, "rows", 0, p.ends.count);
  gm_page_write_next(&p, w);
  gm_page_free(&p);
  gm_array_free(&list.rows);
  gm_array_free(&list.text);
  gm_array_free(&counts);
}
