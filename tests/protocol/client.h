/* A client of `gangmu serve` for tests: it speaks either wire and shows all that it hears in one form. */
#ifndef GM_TESTS_CLIENT_H
#define GM_TESTS_CLIENT_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <sys/types.h>

#include "protocol/writer.h"

typedef struct client {
  gm_wire wire;
  pid_t pid;
  int in, out; /* of the helper; -1 when closed */
  gm_buffer heard;
  size_t longest; /* message heard, in bytes */
} client;

/* Which helper to run and which wire to speak, from the command line of the tests. */
extern const char *client_helper;
extern gm_wire client_wire;

client *client_start(void);
/* Closes the pipes and gives the exit code; 128 + n when it died by signal n. */
int client_end(client *c);

/* Sends a call; `params` is JSON with ' for ". An id of 0 is a notification. */
void client_call(client *c, unsigned id, const char *method, const char *params, ...)
    __attribute__((format(printf, 4, 5)));
void client_call_json(client *c, unsigned id, const char *method, const cJSON *params);
void client_send(client *c, const void *bytes, size_t len);

/* The next message within `ms`, NULL when there is none: {"id", "result"} or {"id", "error": code} or {"push": method,
 * "map"}. The caller frees it. */
cJSON *client_hear(client *c, int ms);

/* Hears until the answer to `id` comes, and gives it; fails the test after some seconds. */
cJSON *client_answer(client *c, unsigned id);
/* Hears until a push of `method` comes, gives its map; fails the test after some seconds. */
cJSON *client_pushed(client *c, const char *method);
/* Fails the test when anything is heard within `ms`. */
void client_silent(client *c, int ms);

/* "VmRSS" or "VmHWM" (the peak) of the helper, in kB. */
long client_memory(const client *c, const char *what);

/* An integer of a map; fails the test when it is not there. */
long client_integer(const cJSON *map, const char *key);
void client_expect_error(client *c, unsigned id, const char *code);

/* The rows a client holds, by list. */
typedef struct held {
  cJSON *rows[3];
  long serial, tick;
  long outlined; /* sections when the outline was said to be whole before all else; -1 when it never was */
} held;

void held_init(held *h);
void held_free(held *h);
/* Applies one `published`; fails the test on a gap in `serial` or an operation out of range. */
void held_apply(held *h, const cJSON *published);
/* Hears and applies until the state of `tick` of `buffer` is whole. */
void held_until(held *h, client *c, long buffer, long tick);
void held_expect_same(const held *a, const held *b);

#endif
