/* Which rules hold for a draft: those of the session, or those its folder's configuration asks for. */
#include <stdlib.h>

#include "protocol/session.h"

void gm_buffer_unconfigure(gm_open_buffer *buffer) {
  if (buffer->own_rules) gm_rule_set_free(buffer->own_rules);
  free(buffer->own_rules);
  buffer->own_rules = NULL;
  gm_settings_free(&buffer->settings);
}

static void read_settings(gm_session *session, gm_open_buffer *buffer) {
  gm_wished wished = {.profile = buffer->profile_asked ? buffer->profile_asked : session->profile,
                      .profile_guessed = buffer->profile_guessed,
                      .language = session->language,
                      .selection = &session->selection};
  buffer->profile = wished.profile ? wished.profile : wished.profile_guessed ? wished.profile_guessed : GM_PROFILE_NEWS;
  if (!session->read_settings || !buffer->path.count) return;
  gm_buffer reason = {0};
  if (!session->read_settings(&buffer->settings, &wished, (gm_text){buffer->path.items, buffer->path.count}, &reason))
    gm_push_log(session, "configuration", (gm_text){reason.items, reason.count});
  gm_array_free(&reason);
  if (buffer->settings.configured) buffer->profile = buffer->settings.profile;
}

const gm_rule_set *gm_buffer_rules(gm_session *session, const gm_open_buffer *buffer) {
  return buffer->own_rules ? buffer->own_rules : gm_session_rules(session, buffer->profile);
}

const gm_rule_set *gm_buffer_configure(gm_session *session, gm_open_buffer *buffer) {
  gm_buffer_unconfigure(buffer);
  read_settings(session, buffer);
  if (buffer->settings.configured) {
    buffer->own_rules = gm_alloc(sizeof *buffer->own_rules);
    memset(buffer->own_rules, 0, sizeof *buffer->own_rules);
    gm_settings_rules(&buffer->settings, buffer->own_rules);
  }
  return gm_buffer_rules(session, buffer);
}

void gm_buffer_learn_rules(gm_session *session, gm_open_buffer *buffer, const gm_rule_set *rules, int64_t now) {
  gm_document_set_rules(buffer->document, rules);
  session->edits_of.sound = false;
  gm_buffer_changed(session, buffer, now, false, false);
}

void gm_buffer_reconfigure(gm_session *session, gm_open_buffer *buffer, int64_t now) {
  gm_rule_set *own = buffer->own_rules;
  const gm_rule_set *before = gm_buffer_rules(session, buffer);
  buffer->own_rules = NULL; /* kept while it is compared */
  const gm_rule_set *rules = gm_buffer_configure(session, buffer);
  session->edits_of.sound = false;
  if (rules != before && !gm_settings_rules_same(rules, before)) {
    gm_buffer_learn_rules(session, buffer, rules, now);
  } else if (rules != before) {
    /* What was learned stands; only its owner is another. */
    gm_document_keep_rules(buffer->document, rules);
  }
  if (own) gm_rule_set_free(own);
  free(own);
}
