/* Finding where a message ends before anything is allocated for it: a resumable skipper over msgpack and over JSON
 * lines. Parsers see complete messages within these limits only, because a header of five bytes makes msgpack-c reserve
 * 6.4 GB. */
#ifndef GM_PROTOCOL_FRAME_H
#define GM_PROTOCOL_FRAME_H

#include <stdbool.h>

#include "text/array.h"

/* One message: a draft of 10 MB in one piece passes; longer ones are opened in parts (`append`). */
#define GM_FRAME_BYTES_MAX ((size_t)64 << 20)
/* Values in one message: a line each; at 24 bytes a parsed value they stay under 100 MB. */
#define GM_FRAME_VALUES_MAX ((size_t)4 << 20)
/* Nesting: the deepest message we know has 5; msgpack-c stops at 32. */
#define GM_FRAME_DEPTH_MAX 16

typedef enum gm_frame_status {
  GM_FRAME_MORE,     /* needs more bytes */
  GM_FRAME_COMPLETE, /* `at` bytes are one value */
  GM_FRAME_BROKEN,   /* no value begins so */
  GM_FRAME_LONG,
  GM_FRAME_DEEP,
  GM_FRAME_MANY
} gm_frame_status;

/* Zeroed = at the start of a message. */
typedef struct gm_frame {
  size_t at;     /* bytes passed */
  size_t skip;   /* bytes of a string's body still to pass */
  size_t values; /* values announced so far */
  unsigned depth;
  size_t left[GM_FRAME_DEPTH_MAX]; /* values to come at each depth */
} gm_frame;

/* Goes on over `bytes`, which begin with those passed before. After anything but GM_FRAME_MORE, zero the frame. */
gm_frame_status gm_frame_msgpack(gm_frame *frame, const char *bytes, size_t len);

/* The same for a line of JSON; complete = the line's length without its line break is `at`. */
gm_frame_status gm_frame_line(gm_frame *frame, const char *bytes, size_t len);

/* Checks a line of JSON against depth and count, and mends in place what the parser would refuse or cut short: the
 * escape of NUL becomes that of a line feed (as Vim writes a NUL in a line), half a surrogate pair U+FFFD. *values gets
 * an upper bound of the values in it. Gives GM_FRAME_COMPLETE when all is well. */
gm_frame_status gm_frame_check_json(char *line, size_t len, size_t *values);

#endif
