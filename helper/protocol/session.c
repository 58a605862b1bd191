#include "protocol/session.h"

#include <stdio.h>
#include <stdlib.h>

#define DEFAULT_CALLBACK "gangmu#client#receive"

gm_session *gm_session_new(gm_wire wire, int publish_delay) {
  gm_session *session = gm_alloc(sizeof *session);
  memset(session, 0, sizeof *session);
  session->wire = wire;
  session->input = gm_input_new(wire);
  session->publish_delay = (publish_delay < 0 ? GM_PUBLISH_DELAY : publish_delay) * INT64_C(1000);
  snprintf(session->callback, sizeof session->callback, "%s", DEFAULT_CALLBACK);
  return session;
}

void gm_session_free(gm_session *session) {
  if (!session) return;
  while (session->buffers.count) gm_close_buffer(session, &session->buffers.items[0]);
  for (int i = 0; i < GM_PROFILES; i++)
    if (session->has_rules[i]) gm_rule_set_free(&session->rules[i]);
  gm_input_free(session->input);
  gm_outbox_free(&session->outbox);
  gm_normalizer_free(session->normalizer);
  gm_edits_free(&session->edits);
  gm_array_free(&session->buffers);
  gm_selection_free(&session->selection);
  gm_array_free(&session->selectors);
  gm_array_free(&session->lines);
  gm_array_free(&session->scratch);
  gm_store_free(&session->store);
  free(session);
}

gm_open_buffer *gm_find_buffer(gm_session *session, int64_t number) {
  for (size_t i = 0; i < session->buffers.count; i++)
    if (session->buffers.items[i].number == number) return &session->buffers.items[i];
  return NULL;
}

void gm_close_buffer(gm_session *session, gm_open_buffer *buffer) {
  gm_document_free(buffer->document);
  gm_buffer_unconfigure(buffer);
  gm_publisher_free(&buffer->publisher);
  gm_array_free(&buffer->path);
  *buffer = session->buffers.items[--session->buffers.count];
}

uint8_t gm_take_profile(const gm_value *name) {
  return name->type == GM_VALUE_TEXT ? gm_profile_named(name->as.text) : 0;
}

const char *gm_pass_run_name(uint8_t run) {
  static const char *const names[] = {"pass", "opt-in", "report"};
  return names[run <= GM_PASS_REPORT ? run : GM_PASS_REPORT];
}

const gm_rule_set *gm_session_rules(gm_session *session, uint8_t profile) {
  int index = 0;
  while (index < GM_PROFILES - 1 && !(profile >> index & 1)) index++;
  gm_rule_set *rules = &session->rules[index];
  if (session->has_rules[index]) return rules;
  gm_rule_set_init(rules, profile, session->language);
  gm_selection_rules(&session->selection, rules);
  gm_rule_set_ready(rules);
  session->has_rules[index] = true;
  return rules;
}

/* ---- Writing ---- */

static void write_error(gm_writer *writer, const char *code, gm_text text) {
  gm_write_map(writer, 2);
  GM_KEY(writer, "code");
  gm_write_string(writer, code);
  GM_KEY(writer, "message");
  gm_write_text(writer, text);
}

/* The envelope of an answer up to its result. */
static void begin_answer(gm_call *call, gm_buffer *out) {
  gm_session *session = call->session;
  gm_writer_init(&call->writer, session->wire, out);
  if (session->wire == GM_WIRE_JSON) {
    gm_write_array(&call->writer, 2);
    gm_write_integer(&call->writer, call->message->id);
  } else {
    gm_write_array(&call->writer, 4);
    gm_write_integer(&call->writer, 1);
    gm_write_integer(&call->writer, call->message->id);
  }
  call->answered = true;
}

gm_writer *gm_answer(gm_call *call) {
  if (!call->message->has_id) {
    gm_writer_init(&call->writer, call->session->wire, &call->discarded);
    call->answered = true;
    return &call->writer;
  }
  begin_answer(call, &call->session->outbox.bytes);
  if (call->session->wire == GM_WIRE_MSGPACK) gm_write_nil(&call->writer);
  return &call->writer;
}

void gm_fail(gm_call *call, const char *code, const char *format, ...) {
  char text[256];
  va_list args;
  va_start(args, format);
  int len = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  gm_text message = {text, len < 0 ? 0 : (size_t)len < sizeof text ? (size_t)len : sizeof text - 1};
  if (!call->message->has_id) {
    call->answered = true;
    gm_push_log(call->session, code, message);
    return;
  }
  begin_answer(call, &call->session->outbox.bytes);
  if (call->session->wire == GM_WIRE_JSON) {
    gm_write_map(&call->writer, 1);
    GM_KEY(&call->writer, "error");
    write_error(&call->writer, code, message);
  } else {
    /* Neovim shows the text of an error that is a string, and of no other. */
    gm_buffer *scratch = &call->session->scratch;
    scratch->count = 0;
    gm_buffer_format(scratch, "%s: %s", code, text);
    gm_write_text(&call->writer, (gm_text){scratch->items, scratch->count});
    gm_write_nil(&call->writer);
  }
}

gm_writer gm_begin_push(gm_session *session, const char *method) {
  gm_writer writer;
  gm_writer_init(&writer, session->wire, &session->outbox.bytes);
  if (session->wire == GM_WIRE_JSON) {
    gm_write_array(&writer, 3);
    gm_write_string(&writer, "call");
    gm_write_string(&writer, session->callback);
  } else {
    gm_write_array(&writer, 3);
    gm_write_integer(&writer, 2);
    gm_write_string(&writer, "nvim_call_function");
    gm_write_array(&writer, 2);
    gm_write_string(&writer, session->callback);
  }
  gm_write_array(&writer, 2);
  gm_write_string(&writer, method);
  return writer;
}

void gm_push_log(gm_session *session, const char *code, gm_text text) {
  gm_writer writer = gm_begin_push(session, "log");
  write_error(&writer, code, text);
  gm_outbox_end(&session->outbox, session->wire);
}

void gm_push_resync(gm_session *session, int64_t buffer) {
  gm_writer writer = gm_begin_push(session, "resync");
  gm_write_map(&writer, 1);
  GM_KEY(&writer, "buffer");
  gm_write_integer(&writer, buffer);
  gm_outbox_end(&session->outbox, session->wire);
}

/* ---- Calls ---- */

bool gm_take_integer(gm_call *call, const char *key, int64_t low, int64_t high, const int64_t *standard, int64_t *out) {
  const gm_value *value = gm_value_get(call->message->params, key);
  if (!value && standard) {
    *out = *standard;
    return true;
  }
  if (!value || value->type != GM_VALUE_INTEGER || value->as.integer < low || value->as.integer > high) {
    gm_fail(call, "params", "%s: %s", key, value ? "not an integer within its range" : "missing");
    return false;
  }
  *out = value->as.integer;
  return true;
}

bool gm_take_flag(const gm_call *call, const char *key) {
  const gm_value *value = gm_value_get(call->message->params, key);
  return value && (value->type == GM_VALUE_BOOLEAN   ? value->as.boolean
                   : value->type == GM_VALUE_INTEGER ? value->as.integer != 0
                                                     : false);
}

bool gm_take_selectors(gm_call *call, const gm_value *map, const char *key, gm_selectors *selectors) {
  const gm_value *list = gm_value_get(map, key);
  if (list && list->type != GM_VALUE_ARRAY) {
    gm_fail(call, "params", "%s: not an array", key);
    return false;
  }
  for (uint32_t i = 0; list && i < list->count; i++) {
    const gm_value *item = &list->as.items[i];
    gm_text unknown = {"", 0};
    if (item->type == GM_VALUE_TEXT && gm_selectors_add(selectors, item->as.text, &unknown)) continue;
    gm_fail(call, "params", "%s: no rule %.*s", key, unknown.len < 32 ? (int)unknown.len : 32, unknown.ptr);
    return false;
  }
  return true;
}

static void run_call(gm_session *session, const gm_message *message, int64_t now) {
  gm_call call = {.session = session, .message = message, .now = now};
  const gm_method *method = NULL;
  for (size_t i = 0; i < gm_method_rows && !message->code && !method; i++)
    if (message->method.len == strlen(gm_methods[i].name) &&
        !memcmp(message->method.ptr, gm_methods[i].name, message->method.len))
      method = &gm_methods[i];
  if (message->code)
    gm_fail(&call, message->code, "%s", message->problem);
  else if (!method)
    gm_fail(&call, "method", "no method %.*s", message->method.len < 64 ? (int)message->method.len : 64,
            message->method.ptr);
  else
    method->run(&call);
  if (!call.answered) gm_fail(&call, "internal", "no answer");
  if (message->has_id) gm_outbox_end(&session->outbox, session->wire);
  if (call.resync) gm_push_resync(session, call.resync_buffer);
  gm_array_free(&call.discarded);
}

void gm_session_take(gm_session *session, int64_t now) {
  gm_message message;
  while (!session->ended && gm_input_next(session->input, &message)) run_call(session, &message, now);
}

static int64_t due_of(const gm_session *session, const gm_open_buffer *buffer) {
  if (!buffer->pending || buffer->loading || buffer->lost || buffer->studying) return -1;
  int64_t quiet = buffer->last_change + (buffer->pause ? buffer->pause : session->publish_delay);
  int64_t latest = buffer->pause ? buffer->waits_since + GM_TYPING_LATEST * INT64_C(1000)
                                : buffer->first_change + GM_PUBLISH_LATEST * INT64_C(1000);
  return quiet < latest ? quiet : latest;
}

void gm_buffer_changed(gm_session *session, gm_open_buffer *buffer, int64_t now, bool typed, bool soon) {
  if (!buffer->pending) buffer->waits_since = now;
  if (!buffer->pending || buffer->pause) buffer->first_change = now;
  buffer->typed = typed && (buffer->typed || !buffer->pending);
  buffer->last_change = soon ? now - session->publish_delay : now;
  buffer->pending = true;
  buffer->pause = 0;
}

int64_t gm_session_due(const gm_session *session) {
  int64_t due = -1;
  for (size_t i = 0; i < session->buffers.count; i++) {
    int64_t at = due_of(session, &session->buffers.items[i]);
    if (at >= 0 && (due < 0 || at < due)) due = at;
  }
  return due;
}

void gm_buffer_join(gm_session *session, gm_open_buffer *buffer) {
  int64_t begun = gm_timing_begin(session);
  gm_document_join(buffer->document);
  gm_timing_end(session, &session->join, begun);
}

void gm_session_push(gm_session *session, int64_t now) {
  static const int64_t pauses[] = {[GM_LIGHT] = GM_TYPING_PAUSE * INT64_C(1000),
                                   [GM_CALM] = GM_TYPING_PAUSE * INT64_C(1000),
                                   [GM_SOON] = GM_HEADING_PAUSE * INT64_C(1000),
                                   [GM_URGENT] = 0};
  for (size_t i = 0; i < session->buffers.count; i++) {
    gm_open_buffer *buffer = &session->buffers.items[i];
    int64_t due = due_of(session, buffer);
    if (due < 0 || due > now) continue;
    if (buffer->outline_first) {
      buffer->outline_first = false;
      buffer->studying = true;
      gm_document_join_outline(buffer->document);
      gm_push_outline(session, buffer);
      continue;
    }
    gm_buffer_join(session, buffer);
    if (buffer->typed && !buffer->pause) {
      buffer->pause = pauses[gm_publisher_compare(&buffer->publisher, buffer->document)];
      due = due_of(session, buffer);
      if (due > now) continue;
    }
    int64_t begun = gm_timing_begin(session);
    gm_push_published(session, buffer);
    gm_timing_end(session, &session->publish, begun);
    buffer->pending = false;
    buffer->pause = 0;
  }
}

bool gm_session_study(gm_session *session) {
  bool more = false;
  for (size_t i = 0; i < session->buffers.count; i++) {
    gm_open_buffer *buffer = &session->buffers.items[i];
    if (!buffer->studying) continue;
    buffer->studying = gm_document_study(buffer->document, GM_STUDY_BYTES);
    if (!buffer->studying) gm_document_outline_first(buffer->document, false);
    more = true; /* at least what there is to push now */
  }
  return more;
}

void gm_session_idle(gm_session *session) {
  gm_input_idle(session->input);
  gm_outbox_idle(&session->outbox);
  if (session->lines.capacity * sizeof(gm_text) > GM_INPUT_IDLE_BYTES) gm_array_free(&session->lines);
  if (session->edits.list.capacity * sizeof(gm_edit) > GM_INPUT_IDLE_BYTES) {
    gm_edits_free(&session->edits);
    session->edits_of.sound = false;
  }
  if (session->scratch.capacity > GM_INPUT_IDLE_BYTES) gm_array_free(&session->scratch);
}

/* ---- Measured times ---- */

int64_t gm_timing_begin(const gm_session *session) { return session->clock ? session->clock() : 0; }

void gm_timing_end(const gm_session *session, gm_timing *timing, int64_t begun) {
  if (!session->clock) return;
  int64_t ns = session->clock() - begun;
  timing->ns[timing->count++ % GM_SAMPLES] = ns > UINT32_MAX ? UINT32_MAX : ns < 0 ? 0 : (uint32_t)ns;
}

static int compare_ns(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

int64_t gm_timing_at(const gm_timing *timing, double share) {
  uint32_t sorted[GM_SAMPLES];
  size_t count = timing->count < GM_SAMPLES ? timing->count : GM_SAMPLES;
  if (!count) return 0;
  memcpy(sorted, timing->ns, count * sizeof *sorted);
  qsort(sorted, count, sizeof *sorted, compare_ns);
  return (sorted[(size_t)(share * (double)(count - 1) + 0.5)] + 500) / 1000;
}
