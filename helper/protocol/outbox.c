#include "protocol/outbox.h"

/* What an outbox keeps when nothing waits. */
#define IDLE_BYTES ((size_t)1 << 20)

void gm_outbox_end(gm_outbox *outbox, gm_wire wire) {
  if (wire == GM_WIRE_JSON) gm_buffer_add(&outbox->bytes, "\n", 1);
  *gm_push(&outbox->ends) = outbox->bytes.count;
}

gm_text gm_outbox_next(const gm_outbox *outbox) {
  if (outbox->next == outbox->ends.count) return (gm_text){"", 0};
  return (gm_text){outbox->bytes.items + outbox->sent, outbox->ends.items[outbox->next] - outbox->sent};
}

void gm_outbox_sent(gm_outbox *outbox, size_t bytes) {
  outbox->sent += bytes;
  while (outbox->next < outbox->ends.count && outbox->sent >= outbox->ends.items[outbox->next]) outbox->next++;
  if (outbox->next < outbox->ends.count) return;
  outbox->bytes.count = outbox->ends.count = outbox->sent = outbox->next = 0;
}

size_t gm_outbox_waiting(const gm_outbox *outbox) { return outbox->bytes.count - outbox->sent; }

void gm_outbox_idle(gm_outbox *outbox) {
  if (!outbox->ends.count && outbox->bytes.capacity > IDLE_BYTES) gm_array_free(&outbox->bytes);
}

void gm_outbox_free(gm_outbox *outbox) {
  gm_array_free(&outbox->bytes);
  gm_array_free(&outbox->ends);
}
