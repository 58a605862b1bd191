/* Text for terminals and for formats other than JSON, each with its own way to quote. */
#ifndef GM_CLI_PRINT_H
#define GM_CLI_PRINT_H

#include <stdbool.h>

#include "text/array.h"

/* Without control characters (U+FFFD instead): a draft must not drive the terminal. */
void gm_print_plain(gm_text text, gm_buffer *out);

/* A field of CSV (RFC 4180), quoted when it must be. */
void gm_print_csv(gm_text text, gm_buffer *out);

/* Text of XML, for an attribute in double quotes; what XML 1.0 cannot say becomes U+FFFD. */
void gm_print_xml(gm_text text, gm_buffer *out);

/* Data of a GitHub workflow command; a property quotes : and , as well. */
void gm_print_github(gm_text text, bool property, gm_buffer *out);

/* A path as a URI reference (RFC 3986): file:// before an absolute one. */
void gm_print_uri(gm_text path, gm_buffer *out);

/* Writes all of `text` to standard output; an errno, 0 when it went well. */
int gm_print_out(gm_text text);

#endif
