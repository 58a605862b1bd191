/* From bytes to messages: one reader for both wires. Damaged input gives a message that says what is wrong, and the
 * reader goes on with the next sound one. */
#ifndef GM_PROTOCOL_INPUT_H
#define GM_PROTOCOL_INPUT_H

#include "protocol/frame.h"
#include "protocol/value.h"
#include "protocol/writer.h"

/* Bytes passed in search of the next message before the stream is given up. */
#define GM_INPUT_GARBAGE_MAX ((size_t)256 << 20)
/* What a reader keeps between messages; buffers grown beyond it are given back. */
#define GM_INPUT_IDLE_BYTES ((size_t)1 << 20)

typedef struct gm_message {
  bool has_id; /* wants an answer */
  uint32_t id;
  gm_text method;
  const gm_value *params; /* a map, or NULL when there are none */
  /* When the message is damaged: code ("parse", "limit", "params") and what is wrong; else NULL. */
  const char *code, *problem;
} gm_message;

typedef struct gm_input gm_input;

gm_input *gm_input_new(gm_wire wire);
void gm_input_free(gm_input *input);

/* Room for `want` bytes to be read into; tell with gm_input_filled how many came. Ends the life of earlier messages. */
char *gm_input_room(gm_input *input, size_t want);
void gm_input_filled(gm_input *input, size_t bytes);

/* The next message; false when more bytes are needed (or the stream is lost). The one before ends its life. */
bool gm_input_next(gm_input *input, gm_message *message);

/* Gives back what a large message made grow; call when nothing is to be done. */
void gm_input_idle(gm_input *input);

/* Only garbage for GM_INPUT_GARBAGE_MAX bytes: no way to find the next message. */
bool gm_input_lost(const gm_input *input);

/* Is part of a message waiting for the rest? */
bool gm_input_partial(const gm_input *input);

#endif
