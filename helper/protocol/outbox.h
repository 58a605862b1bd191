/* What waits to be written, message by message: each is handed to the system whole. */
#ifndef GM_PROTOCOL_OUTBOX_H
#define GM_PROTOCOL_OUTBOX_H

#include <stdbool.h>

#include "protocol/writer.h"

typedef struct gm_outbox {
  gm_buffer bytes;
  GM_ARRAY(size_t) ends; /* of each message, in bytes */
  size_t sent;           /* bytes written already */
  size_t next;           /* first message not written whole */
} gm_outbox;

/* Messages are written to outbox->bytes; this ends one (with a line break on the JSON wire). */
void gm_outbox_end(gm_outbox *outbox, gm_wire wire);

/* What is left of the next message; empty when nothing waits. */
gm_text gm_outbox_next(const gm_outbox *outbox);
void gm_outbox_sent(gm_outbox *outbox, size_t bytes);

/* Bytes that wait. */
size_t gm_outbox_waiting(const gm_outbox *outbox);

/* Gives back what a large message made grow. */
void gm_outbox_idle(gm_outbox *outbox);
void gm_outbox_free(gm_outbox *outbox);

#endif
