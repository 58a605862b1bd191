/* The options of a session, and what the helper says of itself. */
#include "protocol/method.h"
#include "protocol/render.h"

/* What an initialize call asks for; nothing of the session is changed before all of it is found sound. */
typedef struct wishes {
  const gm_value *callback, *delay;
  uint8_t profile;
  gm_language language;
  gm_selection selection;
  gm_manners manners;
} wishes;

static bool wrong(gm_call *call, const char *what) {
  gm_fail(call, "params", "%s", what);
  return false;
}

static bool take_wishes(gm_call *call, wishes *w) {
  const gm_value *options = gm_value_get(call->message->params, "options");
  const gm_value *profile = gm_value_get(options, "profile"), *language = gm_value_get(options, "language");
  w->callback = gm_value_get(call->message->params, "callback");
  w->delay = gm_value_get(options, "publish_delay");
  w->profile = profile ? gm_take_profile(profile) : call->session->profile;
  w->language = language ? (gm_value_is(language, "en") ? GM_ENGLISH : GM_CHINESE) : call->session->language;
  /* An empty map is an empty array in Lua. */
  if (options && options->type != GM_VALUE_MAP && !(options->type == GM_VALUE_ARRAY && !options->count))
    return wrong(call, "options: not a map");
  if (w->callback && (w->callback->type != GM_VALUE_TEXT || w->callback->as.text.len > GM_CALLBACK_BYTES_MAX))
    return wrong(call, "callback: not a short string");
  if (profile && !w->profile) return wrong(call, "profile: unknown");
  if (language && !gm_value_is(language, "en") && !gm_value_is(language, "zh"))
    return wrong(call, "language: neither zh nor en");
  if (w->delay &&
      (w->delay->type != GM_VALUE_INTEGER || w->delay->as.integer < 0 || w->delay->as.integer > GM_PUBLISH_LATEST))
    return wrong(call, "publish_delay: not within 0 and 200");
  return gm_take_manners(call, options, &w->manners) &&
         gm_take_selectors(call, options, "select", &w->selection.select) &&
         gm_take_selectors(call, options, "ignore", &w->selection.ignore);
}

/* Makes the selectors the session's own: copies what they point at. */
static void keep_selectors(gm_session *session, const gm_selectors *from, gm_selectors *to) {
  for (size_t i = 0; i < from->count; i++) {
    gm_text copy = {session->selectors.items + session->selectors.count, from->items[i].len};
    gm_buffer_text(&session->selectors, from->items[i]);
    *gm_push(to) = copy;
  }
}

static void grant_wishes(gm_session *session, const wishes *w) {
  if (w->callback) {
    memcpy(session->callback, w->callback->as.text.ptr, w->callback->as.text.len);
    session->callback[w->callback->as.text.len] = 0;
  }
  if (w->delay) session->publish_delay = w->delay->as.integer * 1000;
  session->profile = w->profile;
  session->language = w->language;
  session->manners = w->manners;
  size_t bytes = 0;
  for (size_t i = 0; i < w->selection.select.count; i++) bytes += w->selection.select.items[i].len;
  for (size_t i = 0; i < w->selection.ignore.count; i++) bytes += w->selection.ignore.items[i].len;
  session->selectors.count = session->selection.select.count = session->selection.ignore.count = 0;
  gm_reserve(&session->selectors, bytes + 1); /* so that no selector moves */
  keep_selectors(session, &w->selection.select, &session->selection.select);
  keep_selectors(session, &w->selection.ignore, &session->selection.ignore);
}

/* Drafts that are open are learned anew under the rules as they are now. */
static void renew_rules(gm_call *call) {
  gm_session *session = call->session;
  for (int i = 0; i < GM_PROFILES; i++)
    if (session->has_rules[i]) gm_rule_set_free(&session->rules[i]);
  memset(session->has_rules, 0, sizeof session->has_rules);
  for (size_t i = 0; i < session->buffers.count; i++) {
    gm_open_buffer *buffer = &session->buffers.items[i];
    gm_buffer_learn_rules(session, buffer, gm_buffer_configure(session, buffer), call->now);
  }
}

bool gm_take_manners(gm_call *call, const gm_value *map, gm_manners *manners) {
  const gm_value *convert = gm_value_get(map, "convert");
  if (convert) {
    bool text = convert->type == GM_VALUE_TEXT;
    manners->convert = text ? gm_conversion_named(convert->as.text) : NULL;
    if (!manners->convert && !(text && !convert->as.text.len))
      return wrong(call, "convert: no configuration of OpenCC");
  }
  const char *const keys[] = {"spacing", "indent"};
  gm_manner *const places[] = {&manners->spacing, &manners->indent};
  for (int i = 0; i < 2; i++) {
    const gm_value *value = gm_value_get(map, keys[i]);
    if (!value) continue;
    bool text = value->type == GM_VALUE_TEXT;
    *places[i] = text ? gm_manner_named(value->as.text) : GM_MANNER_UNSAID;
    if (!*places[i] && !(text && !value->as.text.len)) {
      gm_fail(call, "params", "%s: neither add nor remove", keys[i]);
      return false;
    }
  }
  return true;
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
  wishes wanted = {0};
  bool sound = take_wishes(call, &wanted);
  if (sound) grant_wishes(session, &wanted);
  gm_selection_free(&wanted.selection);
  if (!sound) return;
  renew_rules(call);
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
