/* The rows of the outline that a query leaves. */
#include "outline/filter.h"
#include "protocol/method.h"
#include "protocol/page.h"

/* Different texts that are told; more would light up all of it. */
#define TEXTS_MAX 100u

typedef GM_ARRAY(gm_span) gm_spans;

static gm_text text_at(const gm_filtered_list *list, gm_span span) {
  return (gm_text){list->text.items + span.from, span.to - span.from};
}

/* The different texts that were found, the first of them. */
static void gather_texts(const gm_filtered_list *list, gm_spans *texts) {
  for (size_t i = 0; i < list->rows.count; i++)
    for (uint8_t k = 0; k < list->rows.items[i].span_count && texts->count < TEXTS_MAX; k++) {
      gm_text text = text_at(list, list->rows.items[i].spans[k]);
      size_t n = 0;
      while (n < texts->count) {
        gm_text held = text_at(list, texts->items[n]);
        if (held.len == text.len && !memcmp(held.ptr, text.ptr, text.len)) break;
        n++;
      }
      if (n == texts->count) *gm_push(texts) = list->rows.items[i].spans[k];
    }
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
  gm_spans texts = {0};
  gm_filter_sections(&filter, outline, gm_document_draft(document)->lines, gm_document_pinyin(document), &list);
  gather_texts(&list, &texts);
  size_t ends[3];
  for (int around = 0; around < 2; around++) {
    for (size_t i = 0; i < list.rows.count && !p.full; i++) {
      if ((around && list.rows.items[i].found) || !gm_page_wants(&p)) continue;
      gm_write_integer(&p.writer, list.rows.items[i].section);
      gm_page_keep(&p);
    }
    ends[around] = p.ends.count;
  }
  for (size_t i = 0; i < texts.count && !p.full; i++) {
    if (!gm_page_wants(&p)) continue;
    gm_write_text(&p.writer, text_at(&list, texts.items[i]));
    gm_page_keep(&p);
  }
  ends[2] = p.ends.count;
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 5);
  gm_page_write_tick(&p, w);
  gm_page_write(&p, w, "rows", 0, ends[0]);
  gm_page_write(&p, w, "around", ends[0], ends[1]);
  gm_page_write(&p, w, "texts", ends[1], ends[2]);
  gm_page_write_next(&p, w);
  gm_page_free(&p);
  gm_array_free(&list.rows);
  gm_array_free(&list.text);
  gm_array_free(&texts);
  gm_array_free(&counts);
}
