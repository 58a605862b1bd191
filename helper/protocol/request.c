/* The methods that ask about a draft. */
#include "protocol/method.h"
#include "protocol/render.h"

/* The buffer a request is about, joined; NULL when the call has failed. */
static gm_open_buffer *take_buffer(gm_call *call) {
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

static gm_render render_of(gm_writer *writer, const gm_open_buffer *buffer) {
  const gm_draft *draft = gm_document_draft(buffer->document);
  gm_render render;
  gm_render_init(&render, writer, draft->lines, draft->count, gm_document_pinyin(buffer->document));
  return render;
}

/* ---- Lists in parts ---- */

/* A list being written item by item until the wire's message is full. */
typedef struct page {
  gm_call *call;
  gm_open_buffer *buffer;
  gm_writer writer;
  gm_render render; /* writes to `writer` */
  gm_buffer bytes;
  GM_ARRAY(size_t) ends;
  size_t from, seen; /* first item wanted; items offered so far */
  size_t room;
  bool full;
} page;

/* Kept free for what stands around the list. */
#define PAGE_ENVELOPE ((size_t)512)

static bool page_begin(page *p, gm_call *call) {
  memset(p, 0, sizeof *p);
  int64_t from, zero = 0;
  p->call = call;
  p->buffer = take_buffer(call);
  if (!p->buffer || !gm_take_integer(call, "from", 0, UINT32_MAX, &zero, &from)) return false;
  p->from = (size_t)from;
  p->room = (call->session->wire == GM_WIRE_JSON ? GM_MESSAGE_BYTES_JSON : GM_MESSAGE_BYTES_MSGPACK) - PAGE_ENVELOPE;
  p->render = render_of(&p->writer, p->buffer);
  return true;
}

/* Is the next item wanted? Then the caller writes it to page->writer and calls page_keep. */
static bool page_wants(page *p) {
  if (p->full || p->seen++ < p->from) return false;
  gm_writer_init(&p->writer, p->call->session->wire, &p->bytes);
  return true;
}

static void page_keep(page *p) {
  if (p->bytes.count + p->ends.count > p->room && p->ends.count) {
    p->full = true;
    return;
  }
  *gm_push(&p->ends) = p->bytes.count;
}

/* Writes items [first, last) as an array. */
static void page_write(const page *p, gm_writer *w, size_t first, size_t last) {
  gm_write_array(w, last - first);
  for (size_t i = first; i < last; i++) {
    size_t from = i ? p->ends.items[i - 1] : 0;
    gm_write_raw(w, (gm_text){p->bytes.items + from, p->ends.items[i] - from});
  }
}

static void write_tick(gm_writer *w, const gm_open_buffer *buffer) {
  GM_KEY(w, "tick");
  gm_write_integer(w, buffer->tick);
}

static void page_write_next(const page *p, gm_writer *w) {
  GM_KEY(w, "next");
  if (p->full)
    gm_write_integer(w, (int64_t)(p->from + p->ends.count));
  else
    gm_write_nil(w);
}

static void page_free(page *p) {
  gm_render_free(&p->render);
  gm_array_free(&p->bytes);
  gm_array_free(&p->ends);
}

/* Answers with one list. */
static void page_answer(page *p, const char *key) {
  gm_writer *w = gm_answer(p->call);
  gm_write_map(w, 3);
  write_tick(w, p->buffer);
  GM_KEY(w, key);
  page_write(p, w, 0, p->ends.count);
  page_write_next(p, w);
  page_free(p);
}

void gm_method_outline(gm_call *call) {
  page p;
  if (!page_begin(&p, call)) return;
  const gm_outline *outline = gm_document_outline(p.buffer->document);
  for (size_t i = 0; i < outline->sections.count && !p.full; i++) {
    if (!page_wants(&p)) continue;
    gm_render_section(&p.render, &outline->sections.items[i]);
    page_keep(&p);
  }
  page_answer(&p, "sections");
}

void gm_method_figures(gm_call *call) {
  page p;
  if (!page_begin(&p, call)) return;
  const gm_draft *draft = gm_document_draft(p.buffer->document);
  const gm_figures *by_line = gm_document_figures(p.buffer->document);
  for (size_t line = 0; line < draft->count && !p.full; line++)
    for (uint32_t k = 0; draft->classes[line].keep && k < by_line[line].count; k++) {
      if (!page_wants(&p)) continue;
      gm_render_figure(&p.render, (uint32_t)line, &by_line[line].items[k]);
      page_keep(&p);
    }
  page_answer(&p, "figures");
}

void gm_method_diagnostics(gm_call *call) {
  page p;
  if (!page_begin(&p, call)) return;
  const gm_findings *findings = gm_document_findings(p.buffer->document);
  for (size_t i = 0; i < findings->list.count && !p.full; i++) {
    if (!page_wants(&p)) continue;
    gm_render_finding(&p.render, findings, &findings->list.items[i]);
    page_keep(&p);
  }
  page_answer(&p, "diagnostics");
}

/* ---- Ranges of lines ---- */

static bool take_range(gm_call *call, const gm_open_buffer *buffer, size_t *first, size_t *last) {
  int64_t lines = (int64_t)gm_document_line_count(buffer->document), zero = 0, from, to;
  if (!gm_take_integer(call, "first", 0, lines, &zero, &from)) return false;
  if (!gm_take_integer(call, "last", from, lines, &lines, &to)) return false;
  *first = (size_t)from;
  *last = (size_t)to;
  return true;
}

/* Sets or clears the passes that a list names; false when the call has failed. */
static bool take_passes(gm_call *call, const char *key, bool on, uint64_t *passes) {
  const gm_value *list = gm_value_get(call->message->params, key);
  if (!list) return true;
  if (list->type != GM_VALUE_ARRAY) {
    gm_fail(call, "params", "%s: not an array", key);
    return false;
  }
  for (uint32_t i = 0; i < list->count; i++) {
    const gm_value *name = &list->as.items[i];
    int row = name->type == GM_VALUE_TEXT ? gm_pass_find(name->as.text) : -1;
    if (row < 0) {
      gm_fail(call, "params", "%s: item %u is no pass", key, i);
      return false;
    }
    *passes = on ? *passes | UINT64_C(1) << row : *passes & ~(UINT64_C(1) << row);
  }
  return true;
}

static void render_edit(page *p, const gm_edits *edits, const gm_edit *edit) {
  gm_writer *w = &p->writer;
  gm_write_map(w, 4);
  GM_KEY(w, "rule");
  gm_write_string(w, edit->rule);
  GM_KEY(w, "start");
  gm_render_position(&p->render, edit->start);
  GM_KEY(w, "end");
  gm_render_position(&p->render, edit->end);
  GM_KEY(w, "text");
  gm_write_text(w, gm_edits_text(edits, edit));
}

void gm_method_normalize(gm_call *call) {
  gm_session *session = call->session;
  page p;
  size_t first, last;
  if (!page_begin(&p, call)) return;
  gm_normalize_options options = {session->passes, gm_profile_bits[p.buffer->profile], NULL};
  if (!take_range(call, p.buffer, &first, &last) || !take_passes(call, "select", true, &options.passes) ||
      !take_passes(call, "ignore", false, &options.passes)) {
    page_free(&p);
    return;
  }
  if (!session->normalizer) session->normalizer = gm_normalizer_new();
  const gm_draft *draft = gm_document_draft(p.buffer->document);
  gm_edits_clear(&session->edits);
  gm_normalize(session->normalizer, draft, gm_document_pinyin(p.buffer->document), first, last, &options,
               &session->edits);
  for (size_t i = 0; i < session->edits.list.count && !p.full; i++) {
    if (!page_wants(&p)) continue;
    render_edit(&p, &session->edits, &session->edits.list.items[i]);
    page_keep(&p);
  }
  size_t edits = p.ends.count;
  for (size_t line = first; line < last && !p.full; line++) {
    if (!gm_render_is_noise(draft->classes[line]) || !page_wants(&p)) continue;
    gm_render_noise_row(&p.render, (uint32_t)line, draft->classes[line]);
    page_keep(&p);
  }
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 4);
  write_tick(w, p.buffer);
  GM_KEY(w, "edits");
  page_write(&p, w, 0, edits);
  GM_KEY(w, "noise");
  page_write(&p, w, edits, p.ends.count);
  page_write_next(&p, w);
  page_free(&p);
}

static void key_integer(gm_writer *w, const char *key, int64_t value) {
  GM_KEY(w, key);
  gm_write_integer(w, value);
}

static void key_string(gm_writer *w, const char *key, const char *value) {
  GM_KEY(w, key);
  gm_write_string(w, value);
}

void gm_method_count(gm_call *call) {
  gm_open_buffer *buffer = take_buffer(call);
  size_t first, last;
  if (!buffer || !take_range(call, buffer, &first, &last)) return;
  const gm_draft *draft = gm_document_draft(buffer->document);
  const gm_outline *outline = gm_document_outline(buffer->document);
  int64_t words = 0, chars = 0, han = 0, sections = 0;
  for (size_t i = first; i < last; i++) {
    words += draft->looks[i].words;
    chars += draft->looks[i].chars;
    han += draft->looks[i].han;
  }
  for (size_t i = 0; i < outline->sections.count; i++)
    sections += outline->sections.items[i].start.line >= first && outline->sections.items[i].start.line < last;
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 5);
  write_tick(w, buffer);
  key_integer(w, "words", words);
  key_integer(w, "chars", chars);
  key_integer(w, "han", han);
  key_integer(w, "sections", sections);
}

/* ---- Without a buffer ---- */

void gm_method_explain(gm_call *call) {
  const gm_value *id = gm_value_get(call->message->params, "rule");
  gm_text name = id && id->type == GM_VALUE_TEXT ? id->as.text : (gm_text){"", 0};
  int rule = gm_rule_find(name), pass = rule < 0 ? gm_pass_find(name) : -1;
  if (rule < 0 && pass < 0) {
    gm_fail(call, "params", "rule: no rule %.*s", name.len < 32 ? (int)name.len : 32, name.ptr);
    return;
  }
  const gm_rule *r = rule < 0 ? NULL : &gm_rules[rule];
  const gm_pass *n = pass < 0 ? NULL : &gm_passes[pass];
  bool english = call->session->language == GM_ENGLISH;
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 7);
  key_string(w, "id", r ? r->id : n->id);
  key_string(w, "severity", r ? gm_severity_name(r->severity) : gm_pass_run_name(n->run));
  key_string(w, "title", r ? (english ? r->title_en : r->title_zh) : (english ? n->title_en : n->title_zh));
  key_string(w, "clause", r ? r->clause : "");
  key_string(w, "bad", r ? r->bad : n->before);
  key_string(w, "good", r ? r->good : n->after);
  key_string(w, "near_miss", r ? r->near_miss : n->must_not);
}

static void write_timing(gm_writer *w, const gm_session *session, double share) {
  gm_write_map(w, 3);
  key_integer(w, "scan_us", gm_timing_at(&session->scan, share));
  key_integer(w, "join_us", gm_timing_at(&session->join, share));
  key_integer(w, "publish_us", gm_timing_at(&session->publish, share));
}

void gm_method_info(gm_call *call) {
  gm_session *session = call->session;
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 5);
  key_string(w, "version", GANGMU_VERSION);
  key_string(w, "wire", session->wire == GM_WIRE_JSON ? "json" : "msgpack");
  GM_KEY(w, "buffers");
  /* A row takes some 150 bytes: no more than fit the message. */
  size_t rows = session->buffers.count < 128 ? session->buffers.count : 128;
  gm_write_array(w, rows);
  for (size_t i = 0; i < rows; i++) {
    const gm_open_buffer *buffer = &session->buffers.items[i];
    gm_write_map(w, 7);
    key_integer(w, "buffer", buffer->number);
    key_integer(w, "tick", buffer->tick);
    key_integer(w, "lines", (int64_t)gm_document_line_count(buffer->document));
    key_integer(w, "bytes", (int64_t)gm_document_bytes(buffer->document));
    key_integer(w, "sections", (int64_t)buffer->publisher.rows[GM_LIST_OUTLINE].count);
    key_integer(w, "figures", (int64_t)buffer->publisher.rows[GM_LIST_FIGURES].count);
    key_integer(w, "diagnostics", (int64_t)buffer->publisher.rows[GM_LIST_DIAGNOSTICS].count);
  }
  GM_KEY(w, "timings");
  write_timing(w, session, 0.5);
  GM_KEY(w, "timings_p99");
  write_timing(w, session, 0.99);
}
