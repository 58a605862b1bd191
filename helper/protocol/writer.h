/* Writing values without knowing the wire: one interface, JSON and msgpack behind it.
 *
 * A map or array is announced with its count and closes by itself after that many pairs or items, so msgpack needs no
 * second pass and JSON no closing call. */
#ifndef GM_PROTOCOL_WRITER_H
#define GM_PROTOCOL_WRITER_H

#include <stdbool.h>

#include "text/array.h"

typedef enum gm_wire { GM_WIRE_MSGPACK, GM_WIRE_JSON } gm_wire;

#define GM_WRITER_DEPTH 32 /* deepest nesting written; the deepest we have is 8 */

typedef struct gm_writer {
  gm_buffer *out; /* borrowed; appended to */
  gm_wire wire;
  struct {
    size_t left; /* items still to come; a pair is two */
    bool map, key, first;
  } open[GM_WRITER_DEPTH];
  size_t depth;
} gm_writer;

/* `out` is appended to as values come; nothing is held back. */
void gm_writer_init(gm_writer *writer, gm_wire wire, gm_buffer *out);

/* The head of a map or an array: so many pairs or items must follow. */
void gm_write_map(gm_writer *writer, size_t pairs);
void gm_write_array(gm_writer *writer, size_t items);
/* Invalid UTF-8 is written as U+FFFD in JSON and as it is in msgpack. */
void gm_write_text(gm_writer *writer, gm_text text);
void gm_write_string(gm_writer *writer, const char *string);
void gm_write_integer(gm_writer *writer, int64_t integer);
void gm_write_boolean(gm_writer *writer, bool boolean);
void gm_write_nil(gm_writer *writer);
/* A value that another writer of the same wire has written already. */
void gm_write_raw(gm_writer *writer, gm_text value);

#endif
