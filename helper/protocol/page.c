#include "protocol/page.h"

/* Kept free for what stands around the list. */
#define ENVELOPE_BYTES ((size_t)512)

gm_open_buffer *gm_take_buffer(gm_call *call) {
  int64_t number, tick, any = INT64_MIN;
  if (!gm_take_integer(call, "buffer", INT64_MIN, INT64_MAX, NULL, &number)) return NULL;
  if (!gm_take_integer(call, "tick", INT64_MIN, INT64_MAX, &any, &tick)) return NULL;
  gm_open_buffer *buffer = gm_find_buffer(call->session, number);
  if (!buffer || buffer->loading) {
    gm_fail(call, "buffer", buffer ? "buffer %lld is still being opened" : "buffer %lld is not open",
            (long long)number);
    return NULL;
  }
  if (buffer->lost || (tick != any && tick != buffer->tick)) {
    gm_fail(call, "stale", buffer->lost ? "the draft has to be opened again" : "the draft is at tick %lld",
            (long long)buffer->tick);
    return NULL;
  }
  gm_buffer_join(call->session, buffer);
  return buffer;
}

bool gm_take_range(gm_call *call, const gm_open_buffer *buffer, size_t *first, size_t *last) {
  int64_t lines = (int64_t)gm_document_line_count(buffer->document), zero = 0, from, to;
  if (!gm_take_integer(call, "first", 0, lines, &zero, &from)) return false;
  if (!gm_take_integer(call, "last", from, lines, &lines, &to)) return false;
  *first = (size_t)from;
  *last = (size_t)to;
  return true;
}

bool gm_page_begin(gm_page *page, gm_call *call) {
  memset(page, 0, sizeof *page);
  int64_t from, zero = 0;
  page->call = call;
  page->buffer = gm_take_buffer(call);
  if (!page->buffer || !gm_take_integer(call, "from", 0, UINT32_MAX, &zero, &from)) return false;
  page->from = (size_t)from;
  page->room =
      (call->session->wire == GM_WIRE_JSON ? GM_MESSAGE_BYTES_JSON : GM_MESSAGE_BYTES_MSGPACK) - ENVELOPE_BYTES;
  const gm_draft *draft = gm_document_draft(page->buffer->document);
  gm_render_init(&page->render, &page->writer, draft->lines, draft->count, gm_document_pinyin(page->buffer->document));
  return true;
}

bool gm_page_wants(gm_page *page) {
  if (page->full || page->seen++ < page->from) return false;
  gm_writer_init(&page->writer, page->call->session->wire, &page->bytes);
  return true;
}

void gm_page_keep(gm_page *page) {
  if (page->bytes.count + page->ends.count > page->room && page->ends.count) {
    page->full = true;
    return;
  }
  *gm_push(&page->ends) = page->bytes.count;
}

void gm_page_write_tick(const gm_page *page, gm_writer *writer) {
  GM_KEY(writer, "tick");
  gm_write_integer(writer, page->buffer->tick);
}

void gm_page_write_next(const gm_page *page, gm_writer *writer) {
  GM_KEY(writer, "next");
  if (page->full)
    gm_write_integer(writer, (int64_t)(page->from + page->ends.count));
  else
    gm_write_nil(writer);
}

void gm_page_write(const gm_page *page, gm_writer *writer, const char *key, size_t first, size_t last) {
  GM_KEY(writer, key);
  gm_write_array(writer, last - first);
  for (size_t i = first; i < last; i++) {
    size_t from = i ? page->ends.items[i - 1] : 0;
    gm_write_raw(writer, (gm_text){page->bytes.items + from, page->ends.items[i] - from});
  }
}

void gm_page_free(gm_page *page) {
  gm_render_free(&page->render);
  gm_array_free(&page->bytes);
  gm_array_free(&page->ends);
}

void gm_page_edit(gm_page *page, const gm_edits *edits, const gm_edit *edit) {
  gm_writer *w = &page->writer;
  gm_write_map(w, 4);
  GM_KEY(w, "rule");
  gm_write_string(w, edit->rule);
  GM_KEY(w, "start");
  gm_render_position(&page->render, edit->start);
  GM_KEY(w, "end");
  gm_render_position(&page->render, edit->end);
  GM_KEY(w, "text");
  gm_write_text(w, gm_edits_text(edits, edit));
}
