/* What encoding the bytes of a file are in, and turning them into UTF-8 without losing one. */
#ifndef GM_CLI_ENCODING_H
#define GM_CLI_ENCODING_H

#include <stdbool.h>

#include "text/array.h"

/* The encoding that a file is converted from, as iconv names it: "UTF-16LE" or "UTF-16BE" by its byte order mark,
 * "GB18030" when the bytes are no UTF-8, and most of what they would be in GB18030 is common Chinese. NULL when it is
 * UTF-8, or nothing known; *invalid is the first byte that is no UTF-8, bytes.len when there is none. */
const char *gm_encoding_guess(gm_text bytes, size_t *invalid);

/* Replaces the bytes by their UTF-8; false, and nothing changed, when any of them cannot be converted. A byte order
 * mark is dropped. */
bool gm_encoding_convert(gm_buffer *bytes, const char *encoding);

/* What kind of file that is no text: "Word (.docx)", "PDF" …; NULL when it may be text. The first tells by the first
 * bytes alone. */
const char *gm_encoding_magic(gm_text bytes);
const char *gm_encoding_binary(gm_text bytes);

#endif
