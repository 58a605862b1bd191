/* Any bytes into a session: it must not crash, keep its memory, and answer the next sound request. */
#ifndef GM_FUZZ_PROTOCOL_SESSION_H
#define GM_FUZZ_PROTOCOL_SESSION_H

#include <stdlib.h>

#include "protocol/session.h"

static void feed(gm_session *session, const void *bytes, size_t len) {
  memcpy(gm_input_room(session->input, len), bytes, len);
  gm_input_filled(session->input, len);
}

/* The first byte says how the rest is cut into reads. */
static int fuzz_session(gm_wire wire, const uint8_t *data, size_t size, const void *probe, size_t probe_len) {
  if (!size) return 0;
  size_t step = data[0] ? data[0] : size;
  gm_session *session = gm_session_new(wire, 0);
  int64_t now = 0;
  for (size_t at = 1; at < size; at += step) {
    feed(session, data + at, size - at < step ? size - at : step);
    now += 100000;
    gm_session_take(session, now);
    gm_session_study(session);
    if (!gm_outbox_waiting(&session->outbox)) gm_session_push(session, now + 1000000);
    for (gm_text text; (text = gm_outbox_next(&session->outbox)).len; gm_outbox_sent(&session->outbox, text.len))
      if (text.len > (wire == GM_WIRE_JSON ? GM_MESSAGE_BYTES_JSON : GM_MESSAGE_BYTES_MSGPACK)) abort();
  }
  /* A message that waits for its end may swallow probes; what is announced is at most GM_FRAME_BYTES_MAX, so a small
   * input that is lost for longer is told by the session's own limits, not here. */
  if (!session->ended && !gm_input_partial(session->input)) {
    feed(session, probe, probe_len);
    gm_session_take(session, now);
    if (!gm_outbox_waiting(&session->outbox)) abort();
  }
  gm_session_idle(session);
  gm_session_free(session);
  return 0;
}

#endif
