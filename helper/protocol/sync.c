/* The methods that keep the helper's drafts in step with the editor's. */
#include "protocol/method.h"

/* Reads `lines` into session->lines; false (and the call failed) when there is none or an item is no text. */
static bool take_lines(gm_call *call) {
  gm_session *session = call->session;
  const gm_value *lines = gm_value_get(call->message->params, "lines");
  session->lines.count = 0;
  if (!lines || lines->type != GM_VALUE_ARRAY) {
    gm_fail(call, "params", "lines: %s", lines ? "not an array" : "missing");
    return false;
  }
  gm_reserve(&session->lines, lines->count);
  for (uint32_t i = 0; i < lines->count; i++) {
    if (lines->as.items[i].type != GM_VALUE_TEXT) {
      gm_fail(call, "params", "lines: item %u is not a string", i);
      return false;
    }
    session->lines.items[session->lines.count++] = lines->as.items[i].as.text;
  }
  return true;
}

static void answer_null(gm_call *call) { gm_write_nil(gm_answer(call)); }

static bool splice(gm_call *call, gm_open_buffer *buffer, size_t first, size_t last, bool typed, bool soon) {
  gm_session *session = call->session;
  if (!gm_document_splice(buffer->document, first, last, session->lines.items, session->lines.count, false))
    return false;
  session->edits_of.sound = false;
  gm_buffer_changed(session, buffer, call->now, typed, soon);
  return true;
}

/* All lines came: a small draft is not worth telling its outline first. */
static void loaded(gm_open_buffer *buffer) {
  buffer->outline_first = gm_document_bytes(buffer->document) > GM_OUTLINE_FIRST_BYTES;
  if (!buffer->outline_first) gm_document_outline_first(buffer->document, false);
}

static bool take_profile(gm_call *call, const char *key, uint8_t *profile) {
  const gm_value *name = gm_value_get(call->message->params, key);
  if (!name || (*profile = gm_take_profile(name))) return true;
  gm_fail(call, "params", "%s: unknown", key);
  return false;
}

void gm_method_open(gm_call *call) {
  gm_session *session = call->session;
  int64_t number, tick;
  uint8_t profile = 0, guessed = 0;
  const gm_value *path = gm_value_get(call->message->params, "path");
  if (!gm_take_integer(call, "buffer", INT64_MIN, INT64_MAX, NULL, &number)) return;
  if (!gm_take_integer(call, "tick", INT64_MIN, INT64_MAX, NULL, &tick)) return;
  if (!take_profile(call, "profile", &profile) || !take_profile(call, "profile_guess", &guessed)) return;
  if (path && path->type != GM_VALUE_TEXT) {
    gm_fail(call, "params", "path: not a string");
    return;
  }
  if (!take_lines(call)) return;
  gm_open_buffer *buffer = gm_find_buffer(session, number);
  if (buffer) gm_close_buffer(session, buffer);
  if (session->buffers.count == GM_BUFFERS_MAX) {
    gm_fail(call, "limit", "more than %d buffers", GM_BUFFERS_MAX);
    return;
  }
  buffer = gm_push(&session->buffers);
  buffer->number = number;
  buffer->tick = tick;
  buffer->profile_asked = profile;
  buffer->profile_guessed = guessed;
  buffer->loading = gm_take_flag(call, "more");
  if (path) gm_buffer_text(&buffer->path, path->as.text);
  buffer->document = gm_document_new(gm_buffer_configure(session, buffer));
  gm_document_outline_first(buffer->document, true);
  gm_buffer_heed(session, buffer, call->now);
  /* Nobody types yet into a draft that was just opened: its results need not wait for a pause. */
  if (splice(call, buffer, 0, 0, false, true)) {
    if (!buffer->loading) loaded(buffer);
    answer_null(call);
    return;
  }
  gm_close_buffer(session, buffer);
  gm_fail(call, "limit", "the draft has too many lines or too long a line");
}

void gm_method_append(gm_call *call) {
  gm_session *session = call->session;
  int64_t number;
  if (!gm_take_integer(call, "buffer", INT64_MIN, INT64_MAX, NULL, &number)) return;
  if (!take_lines(call)) return;
  gm_open_buffer *buffer = gm_find_buffer(session, number);
  if (!buffer || !buffer->loading) {
    gm_fail(call, "buffer", "append without an open that said more");
    return;
  }
  size_t end = gm_document_line_count(buffer->document);
  if (!splice(call, buffer, end, end, false, true)) {
    gm_close_buffer(session, buffer);
    gm_fail(call, "limit", "the draft has too many lines or too long a line");
    return;
  }
  buffer->loading = gm_take_flag(call, "more");
  if (!buffer->loading) loaded(buffer);
  answer_null(call);
}

/* A change that does not fit is dropped, and so are those behind it until the editor sends the draft again. */
static void ask_again(gm_call *call, gm_open_buffer *buffer, int64_t number) {
  call->resync = !buffer || !buffer->lost;
  call->resync_buffer = number;
  if (buffer) buffer->lost = true;
}

void gm_method_change(gm_call *call) {
  gm_session *session = call->session;
  int64_t number, tick, line_count, first, last;
  if (!gm_take_integer(call, "buffer", INT64_MIN, INT64_MAX, NULL, &number)) return;
  gm_open_buffer *buffer = gm_find_buffer(session, number);
  bool whole = gm_take_integer(call, "tick", INT64_MIN, INT64_MAX, NULL, &tick) &&
               gm_take_integer(call, "line_count", 0, INT64_MAX, NULL, &line_count) &&
               gm_take_integer(call, "first", 0, INT64_MAX, NULL, &first) &&
               gm_take_integer(call, "last", 0, INT64_MAX, NULL, &last) && take_lines(call);
  if (!whole) {
    ask_again(call, buffer, number);
    return;
  }
  int64_t lines = buffer ? (int64_t)gm_document_line_count(buffer->document) : 0, begun = gm_timing_begin(session);
  if (!buffer || buffer->lost || buffer->loading || tick < buffer->tick || first > last || last > lines ||
      lines - (last - first) + (int64_t)session->lines.count != line_count ||
      !splice(call, buffer, (size_t)first, (size_t)last, gm_take_flag(call, "typed"), false))
    ask_again(call, buffer, number);
  else
    buffer->tick = tick;
  gm_timing_end(session, &session->scan, begun);
  answer_null(call);
}

void gm_method_publish(gm_call *call) {
  int64_t number;
  if (!gm_take_integer(call, "buffer", INT64_MIN, INT64_MAX, NULL, &number)) return;
  gm_open_buffer *buffer = gm_find_buffer(call->session, number);
  if (buffer && buffer->pending) gm_buffer_changed(call->session, buffer, call->now, false, true);
  answer_null(call);
}

void gm_method_alive(gm_call *call) {
  gm_writer writer = gm_begin_push(call->session, "alive");
  gm_write_map(&writer, 0);
  gm_outbox_end(&call->session->outbox, call->session->wire);
  answer_null(call);
}

void gm_method_close(gm_call *call) {
  int64_t number;
  if (!gm_take_integer(call, "buffer", INT64_MIN, INT64_MAX, NULL, &number)) return;
  gm_open_buffer *buffer = gm_find_buffer(call->session, number);
  if (buffer) gm_close_buffer(call->session, buffer);
  answer_null(call);
}

void gm_method_shutdown(gm_call *call) {
  call->session->ended = true;
  answer_null(call);
}
