/* A parsed value, whichever wire it came by. Values and what they point at belong to the input that made them and live
 * until its next message. */
#ifndef GM_PROTOCOL_VALUE_H
#define GM_PROTOCOL_VALUE_H

#include <stdbool.h>

#include "text/array.h"

typedef enum gm_value_type {
  GM_VALUE_NIL,
  GM_VALUE_BOOLEAN,
  GM_VALUE_INTEGER,  /* handles of Neovim (EXT) as well */
  GM_VALUE_FRACTION, /* a number that is no integer: no parameter takes one */
  GM_VALUE_TEXT,     /* any bytes: drafts may hold invalid UTF-8 */
  GM_VALUE_ARRAY,
  GM_VALUE_MAP
} gm_value_type;

typedef struct gm_value {
  uint8_t type;   /* gm_value_type */
  uint32_t count; /* items of an array, pairs of a map */
  union {
    bool boolean;
    int64_t integer;
    gm_text text;
    const struct gm_value *items; /* of a map: key, value, key, value */
  } as;
} gm_value;

/* The value of a key, NULL when `map` is no map, has no such key, or holds nil there. */
const gm_value *gm_value_get(const gm_value *map, const char *key);

/* Is it a text of just these bytes? */
bool gm_value_is(const gm_value *value, const char *string);

#endif
