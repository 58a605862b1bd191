/* A draft as it lies in a file: its bytes, its lines, and what must stay as it was when it is written back. */
#ifndef GM_CLI_SOURCE_H
#define GM_CLI_SOURCE_H

#include <stdbool.h>
#include <sys/stat.h>

#include "check/finding.h"
#include "text/parallel.h"

/* Larger files are refused: offsets inside the library are 32 bits, and analysis takes some four bytes a byte. */
#define GM_SOURCE_BYTES_MAX ((size_t)1 << 30)

typedef struct gm_source {
  const char *path;        /* as shown; borrowed */
  gm_buffer bytes;         /* the file as UTF-8, byte order mark included */
  size_t mark;             /* bytes of the byte order mark: 0 or 3 */
  GM_ARRAY(gm_text) lines; /* without line ends; into `bytes` */
  bool crlf;               /* the first line end is CR LF */
  const char *converted;   /* the encoding it was converted from, NULL for UTF-8 */
  struct stat status;      /* of the file when it was read; st_mode 0 for standard input */
} gm_source;

/* Reads `path` ("-" is standard input), which messages call `shown`. UTF-16 with a byte order mark and GB18030 become
 * UTF-8, with a note on standard error. False after a message: the file cannot be read, is too large, is no text, or is
 * in no encoding known. A large file is read and cut into lines by the team. Free the source with gm_source_free in
 * either case. */
bool gm_source_read(gm_source *source, const char *path, const char *shown, gm_language language, gm_team *team);
void gm_source_free(gm_source *source);

#endif
