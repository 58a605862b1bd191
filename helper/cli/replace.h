/* Putting new content into a file so that whatever happens, either the old or the new is there, whole. */
#ifndef GM_CLI_REPLACE_H
#define GM_CLI_REPLACE_H

#include "cli/source.h"

/* Replaces the content of the file that `source` was read from: a temporary file in the same folder, written and
 * synchronized, takes its name. Mode (and owner, where allowed) are kept; a symbolic link is followed. Refused when the
 * file changed since it was read, is no regular file, is read-only, or has a second hard link. False after a message,
 * the file being as it was. */
bool gm_replace(const gm_source *source, const char *path, gm_text content, gm_language language);

/* Puts `content` at `path`, in the same way, whatever was there or was not; an errno, 0 when it went well. */
int gm_put(const char *path, gm_text content);

#endif
