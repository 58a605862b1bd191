/* The methods about findings that the writer waves through. */
#include "check/fingerprint.h"

#include "protocol/method.h"
#include "protocol/page.h"

/* Texts of a row that are longer are shown cut. */
#define COLUMN_BYTES_MAX 1024u

/* Reads the file for a draft and heeds it; pushes what that changes. False, with a reason in session->store, when it
 * cannot be read. */
static bool heed(gm_session *session, gm_open_buffer *buffer, int64_t now) {
  gm_store *store = &session->store;
  gm_text path = {buffer->path.items, buffer->path.count};
  if (!session->read_store || !path.len) return true;
  bool read = session->read_store(store, path, session->language);
  if (!gm_store_apply(store, buffer->document, &buffer->held)) return read;
  /* At once: the writer has just asked for it. */
  gm_buffer_changed(session, buffer, now, false, true);
  return read;
}

void gm_buffer_heed(gm_session *session, gm_open_buffer *buffer, int64_t now) {
  if (!heed(session, buffer, now))
    gm_push_log(session, "store", (gm_text){session->store.reason.items, session->store.reason.count});
}

/* The draft a call is about, its file read; NULL when the call has failed. */
static gm_open_buffer *take_draft(gm_call *call) {
  gm_session *session = call->session;
  gm_open_buffer *buffer = gm_take_buffer(call);
  if (!buffer) return NULL;
  if (!session->read_store || !buffer->path.count) {
    gm_fail(call, "refused", "%s",
            session->language == GM_ENGLISH ? "save the draft first: what is dismissed is kept by its name"
                                            : "请先保存草稿：放过的问题按文件名记着");
    return NULL;
  }
  if (heed(session, buffer, call->now)) {
    gm_buffer_join(session, buffer);
    return buffer;
  }
  gm_fail(call, "refused", "%.*s", (int)session->store.reason.count, session->store.reason.items);
  return NULL;
}

static bool take_fingerprint(gm_call *call, uint64_t *print) {
  const gm_value *value = gm_value_get(call->message->params, "fingerprint");
  if (value && value->type == GM_VALUE_TEXT && gm_fingerprint_read(value->as.text, print)) return true;
  gm_fail(call, "params", "fingerprint: not 16 hexadecimal digits");
  return false;
}

static void key_text(gm_writer *w, const char *key, gm_text text) {
  size_t len = text.len < COLUMN_BYTES_MAX ? text.len : COLUMN_BYTES_MAX;
  while (len < text.len && len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80) len--;
  GM_KEY(w, key);
  gm_write_text(w, (gm_text){text.ptr, len});
}

/* Writes the file and heeds it; answers {tick, fingerprint, path}. */
static void save(gm_call *call, gm_open_buffer *buffer, gm_text content, uint64_t print) {
  gm_session *session = call->session;
  gm_store *store = &session->store;
  if (!session->write_store(store, content, session->language)) {
    gm_fail(call, "refused", "%.*s", (int)store->reason.count, store->reason.items);
    return;
  }
  heed(session, buffer, call->now);
  gm_writer *w = gm_answer(call);
  session->scratch.count = 0;
  gm_buffer_format(&session->scratch, "%016llx", (unsigned long long)print);
  gm_write_map(w, 3);
  GM_KEY(w, "tick");
  gm_write_integer(w, buffer->tick);
  key_text(w, "fingerprint", (gm_text){session->scratch.items, session->scratch.count});
  key_text(w, "path", (gm_text){store->path.items, store->path.count});
}

void gm_method_dismiss(gm_call *call) {
  gm_session *session = call->session;
  const gm_value *reason = gm_value_get(call->message->params, "reason");
  uint64_t print;
  if (!take_fingerprint(call, &print)) return;
  if (reason && reason->type != GM_VALUE_TEXT) {
    gm_fail(call, "params", "reason: not a string");
    return;
  }
  gm_open_buffer *buffer = take_draft(call);
  if (!buffer) return;
  const gm_findings *findings = gm_document_findings(buffer->document);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (f->fingerprint != print) continue;
    char today[11] = "";
    if (session->today) session->today(today);
    gm_buffer content = {0};
    gm_store_add(&session->store, f, gm_document_draft(buffer->document)->lines, reason ? reason->as.text : GM_TEXT(""),
                 (gm_text){today, strlen(today)}, &content);
    save(call, buffer, (gm_text){content.items, content.count}, print);
    gm_array_free(&content);
    return;
  }
  gm_fail(call, "refused", "%s",
          session->language == GM_ENGLISH ? "there is no such finding any more" : "这个问题已经不在了");
}

void gm_method_undismiss(gm_call *call) {
  gm_session *session = call->session;
  gm_store *store = &session->store;
  uint64_t print;
  if (!take_fingerprint(call, &print)) return;
  gm_open_buffer *buffer = take_draft(call);
  if (!buffer) return;
  for (size_t own = 0; own < store->own.count; own++) {
    if (store->dismissals.rows.items[store->own.items[own]].fingerprint != print) continue;
    gm_buffer content = {0};
    gm_store_remove(store, own, &content);
    save(call, buffer, (gm_text){content.items, content.count}, print);
    gm_array_free(&content);
    return;
  }
  gm_fail(call, "refused", "%s", session->language == GM_ENGLISH ? "it is not dismissed" : "它没有被放过");
}

static void write_row(gm_page *page, const gm_dismissal *row, uint32_t finding) {
  gm_writer *w = &page->writer;
  gm_buffer *scratch = &page->call->session->scratch;
  scratch->count = 0;
  gm_buffer_format(scratch, "%016llx", (unsigned long long)row->fingerprint);
  int rule = gm_rule_find(row->rule);
  const gm_rule_set *rules = gm_buffer_rules(page->call->session, page->buffer);
  gm_write_map(w, finding == GM_WAVES_NOTHING ? 9 : 12);
  key_text(w, "fingerprint", (gm_text){scratch->items, scratch->count});
  key_text(w, "rule", row->rule);
  key_text(w, "draft", row->draft);
  key_text(w, "reason", row->reason);
  key_text(w, "date", row->date);
  key_text(w, "excerpt", row->excerpt);
  GM_KEY(w, "row");
  gm_write_integer(w, (int64_t)row->line + 1);
  GM_KEY(w, "used");
  gm_write_boolean(w, finding != GM_WAVES_NOTHING);
  GM_KEY(w, "off");
  gm_write_boolean(w, rule >= 0 && rules->severity[rule] == GM_SEVERITY_OFF);
  if (finding == GM_WAVES_NOTHING) return;
  const gm_findings *dismissed = gm_document_dismissed(page->buffer->document);
  const gm_finding *f = &dismissed->list.items[finding];
  GM_KEY(w, "start");
  gm_render_position(&page->render, f->start);
  GM_KEY(w, "end");
  gm_render_position(&page->render, f->end);
  key_text(w, "message", (gm_text){dismissed->text.items + f->message, f->message_len});
}

static void write_bad(gm_page *page, const gm_dismissal_bad *bad) {
  const char *problem = gm_dismissal_fault_text(bad->fault, page->call->session->language);
  gm_write_map(&page->writer, 2);
  GM_KEY(&page->writer, "row");
  gm_write_integer(&page->writer, (int64_t)bad->line + 1);
  key_text(&page->writer, "problem", (gm_text){problem, strlen(problem)});
}

void gm_method_dismissed(gm_call *call) {
  const gm_store *store = &call->session->store;
  gm_page p;
  if (!take_draft(call) || !gm_page_begin(&p, call)) return;
  for (size_t own = 0; own < store->own.count && !p.full; own++) {
    if (!gm_page_wants(&p)) continue;
    write_row(&p, &store->dismissals.rows.items[store->own.items[own]], gm_document_waved(p.buffer->document, own));
    gm_page_keep(&p);
  }
  for (size_t i = 0; i < store->dismissals.bad.count && !p.full; i++) {
    if (!gm_page_wants(&p)) continue;
    write_bad(&p, &store->dismissals.bad.items[i]);
    gm_page_keep(&p);
  }
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 4);
  gm_page_write_tick(&p, w);
  key_text(w, "path", (gm_text){store->path.items, store->path.count});
  gm_page_write(&p, w, "dismissed", 0, p.ends.count);
  gm_page_write_next(&p, w);
  gm_page_free(&p);
}

void gm_method_reload(gm_call *call) {
  gm_session *session = call->session;
  for (size_t i = 0; i < session->buffers.count; i++) {
    gm_open_buffer *buffer = &session->buffers.items[i];
    if (buffer->loading) continue;
    gm_buffer_reconfigure(session, buffer, call->now);
    gm_buffer_heed(session, buffer, call->now);
  }
  gm_write_nil(gm_answer(call));
}
