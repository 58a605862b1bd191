/* The methods that keep the helper's drafts in step with the editor's. */
#include "protocol/method.h"
#include "protocol/render.h"

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

static bool splice(gm_call *call, gm_open_buffer *buffer, size_t first, size_t last) {
  gm_session *session = call->session;
  if (!gm_document_splice(buffer->document, first, last, session->lines.items, session->lines.count, false))
    return false;
  if (!buffer->pending) buffer->first_change = call->now;
  buffer->last_change = call->now;
  buffer->pending = true;
  return true;
}

/* Marks the rows that `list` names, by id or by family ("AR"), "all" for every one; false when a name fits none. */
static bool mark_rules(gm_call *call, const char *key, uint8_t mark) {
  gm_session *session = call->session;
  const gm_value *options = gm_value_get(call->message->params, "options"), *list = gm_value_get(options, key);
  if (!list) return true;
  bool array = list->type == GM_VALUE_ARRAY;
  for (uint32_t i = 0; array && i < list->count; i++) {
    const gm_value *name = &list->as.items[i];
    gm_text id = name->type == GM_VALUE_TEXT ? name->as.text : (gm_text){"", 0};
    bool found = false;
    for (uint16_t row = 0; row < gm_rule_count && id.len; row++) {
      const char *rule = gm_rules[row].id;
      bool whole = strlen(rule) == id.len, family = strlen(rule) > id.len && rule[id.len] == '-';
      if (!gm_value_is(name, "all") && !((whole || family) && !memcmp(rule, id.ptr, id.len))) continue;
      session->severities.items[row] = mark;
      found = true;
    }
    for (uint16_t row = 0; row < gm_pass_count && id.len; row++) {
      const char *pass = gm_passes[row].id;
      bool whole = strlen(pass) == id.len, family = strlen(pass) > id.len && pass[id.len] == '-';
      if (!gm_value_is(name, "all") && !((whole || family) && !memcmp(pass, id.ptr, id.len))) continue;
      uint64_t bit = UINT64_C(1) << row;
      session->passes = mark == 1 ? session->passes | bit : session->passes & ~bit;
      found = true;
    }
    if (!found) {
      gm_fail(call, "params", "%s: no rule %.*s", key, id.len < 32 ? (int)id.len : 32, id.ptr);
      return false;
    }
  }
  if (!array) gm_fail(call, "params", "%s: not an array", key);
  return array;
}

static bool take_options(gm_call *call) {
  gm_session *session = call->session;
  const gm_value *options = gm_value_get(call->message->params, "options");
  const gm_value *callback = gm_value_get(call->message->params, "callback");
  const gm_value *profile = gm_value_get(options, "profile"), *language = gm_value_get(options, "language");
  const gm_value *delay = gm_value_get(options, "publish_delay");
  const char *wrong = NULL;
  if (options && options->type != GM_VALUE_MAP && !(options->type == GM_VALUE_ARRAY && !options->count))
    wrong = "options: not a map";
  else if (callback && (callback->type != GM_VALUE_TEXT || callback->as.text.len > GM_CALLBACK_BYTES_MAX))
    wrong = "callback: not a short string";
  else if (profile && gm_profile_find(profile) < 0)
    wrong = "profile: unknown";
  else if (language && !gm_value_is(language, "zh") && !gm_value_is(language, "en"))
    wrong = "language: neither zh nor en";
  else if (delay && (delay->type != GM_VALUE_INTEGER || delay->as.integer < 0 || delay->as.integer > GM_PUBLISH_LATEST))
    wrong = "publish_delay: not within 0 and 200";
  if (wrong) {
    gm_fail(call, "params", "%s", wrong);
    return false;
  }
  if (callback) {
    memcpy(session->callback, callback->as.text.ptr, callback->as.text.len);
    session->callback[callback->as.text.len] = 0;
  }
  if (profile) session->profile = (uint8_t)gm_profile_find(profile);
  if (language) session->language = gm_value_is(language, "en") ? GM_ENGLISH : GM_CHINESE;
  if (delay) session->publish_delay = delay->as.integer * 1000;
  session->severities.count = 0;
  gm_reserve(&session->severities, gm_rule_count);
  memset(session->severities.items, 0, gm_rule_count);
  session->severities.count = gm_rule_count;
  session->passes = gm_passes_default();
  return mark_rules(call, "select", 1) && mark_rules(call, "ignore", 2);
}

static void write_rule(gm_writer *w, const char *id, const char *severity, const char *title) {
  gm_write_map(w, 3);
  GM_KEY(w, "id");
  gm_write_string(w, id);
  GM_KEY(w, "severity");
  gm_write_string(w, severity);
  GM_KEY(w, "title");
  gm_write_string(w, title);
}

void gm_method_initialize(gm_call *call) {
  gm_session *session = call->session;
  if (!take_options(call)) return;
  /* Rules of another configuration: drafts that are open are learned anew. */
  for (int i = 0; i < GM_PROFILES; i++)
    if (session->has_rules[i]) gm_rule_set_free(&session->rules[i]);
  memset(session->has_rules, 0, sizeof session->has_rules);
  for (size_t i = 0; i < session->buffers.count; i++) {
    gm_open_buffer *buffer = &session->buffers.items[i];
    gm_document_set_rules(buffer->document, gm_session_rules(session, buffer->profile));
    if (!buffer->pending) buffer->first_change = call->now;
    buffer->last_change = call->now;
    buffer->pending = true;
  }
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 4);
  GM_KEY(w, "version");
  gm_write_string(w, GANGMU_VERSION);
  GM_KEY(w, "wire");
  gm_write_string(w, session->wire == GM_WIRE_JSON ? "json" : "msgpack");
  GM_KEY(w, "capabilities");
  gm_write_array(w, gm_method_rows);
  for (size_t i = 0; i < gm_method_rows; i++) gm_write_string(w, gm_methods[i].name);
  GM_KEY(w, "rules");
  gm_write_array(w, (size_t)gm_rule_count + gm_pass_count);
  bool english = session->language == GM_ENGLISH;
  for (uint16_t i = 0; i < gm_rule_count; i++)
    write_rule(w, gm_rules[i].id, gm_severity_name(gm_rules[i].severity),
               english ? gm_rules[i].title_en : gm_rules[i].title_zh);
  for (uint16_t i = 0; i < gm_pass_count; i++)
    write_rule(w, gm_passes[i].id, gm_pass_run_name(gm_passes[i].run),
               english ? gm_passes[i].title_en : gm_passes[i].title_zh);
}

void gm_method_open(gm_call *call) {
  gm_session *session = call->session;
  int64_t number, tick;
  uint8_t profile = session->profile;
  const gm_value *name = gm_value_get(call->message->params, "profile");
  if (!gm_take_integer(call, "buffer", INT64_MIN, INT64_MAX, NULL, &number)) return;
  if (!gm_take_integer(call, "tick", INT64_MIN, INT64_MAX, NULL, &tick)) return;
  if (name) {
    int found = gm_profile_find(name);
    if (found < 0) {
      gm_fail(call, "params", "profile: unknown");
      return;
    }
    profile = (uint8_t)found;
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
  buffer->profile = profile;
  buffer->loading = gm_take_flag(call, "more");
  buffer->document = gm_document_new(gm_session_rules(session, profile));
  if (splice(call, buffer, 0, 0)) {
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
  if (!splice(call, buffer, end, end)) {
    gm_close_buffer(session, buffer);
    gm_fail(call, "limit", "the draft has too many lines or too long a line");
    return;
  }
  buffer->loading = gm_take_flag(call, "more");
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
      !splice(call, buffer, (size_t)first, (size_t)last))
    ask_again(call, buffer, number);
  else
    buffer->tick = tick;
  gm_timing_end(session, &session->scan, begun);
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
