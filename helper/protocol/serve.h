/* The loop of `gangmu serve`: file descriptor 0 in, 1 out, 2 for what has no reader. */
#ifndef GM_PROTOCOL_SERVE_H
#define GM_PROTOCOL_SERVE_H

#include "protocol/settings.h"
#include "protocol/store.h"
#include "protocol/writer.h"

typedef struct gm_serve_options {
  gm_wire wire;
  int publish_delay;         /* ms; negative for the default */
  gm_store_read *read_store; /* of dismissals; may be NULL, as may be the others */
  gm_store_write *write_store;
  void (*today)(char date[11]);
  gm_settings_read *read_settings;
} gm_serve_options;

/* Exit codes. */
enum {
  GM_SERVE_ENDED = 0, /* end of input, or shutdown */
  GM_SERVE_IO = 2,    /* reading or writing failed */
  GM_SERVE_LOST = 3   /* the input is no protocol: no message found in it any more */
};

/* Serves until the input ends; gives the exit code. */
int gm_serve(const gm_serve_options *options);

#endif
