/* The file of dismissals as a session and the command line see it: what it holds for one draft. How it is found, read
 * and written is the owner's, so that a session does no I/O. */
#ifndef GM_PROTOCOL_STORE_H
#define GM_PROTOCOL_STORE_H

#include "check/dismissal.h"
#include "document/document.h"

/* Zeroed = nothing read yet; free with gm_store_free. */
typedef struct gm_store {
  gm_buffer path;    /* of the file, which need not exist */
  gm_buffer draft;   /* path of the draft from the project's folder */
  gm_buffer content; /* of the file; empty when there is none */
  gm_buffer reason;  /* why reading or writing failed, for the writer */
  gm_dismissals dismissals;
  GM_ARRAY(uint32_t) own; /* rows that name the draft */
} gm_store;

/* Reads the file for the draft at `path` into the store; false, with a reason, when it is there and cannot be read. */
typedef bool gm_store_read(gm_store *store, gm_text path, gm_language language);
/* Replaces the file by `content`, wholly or not at all; false, with a reason, also when it is not what was read. */
typedef bool gm_store_write(gm_store *store, gm_text content, gm_language language);

/* Finds the rows of `content` that name the draft. For gm_store_read. */
void gm_store_parse(gm_store *store);
void gm_store_free(gm_store *store);

/* Gives the document the fingerprints of the rows that name it, in the order of `own`; false when they are those it was
 * given last, by their hash in *held. */
bool gm_store_apply(const gm_store *store, gm_document *document, uint64_t *held);

/* The content with one row more or less. gm_store_add takes a finding of the document and gives the new row's content;
 * `date` is today's, as 2024-03-05. */
void gm_store_add(const gm_store *store, const gm_finding *finding, const gm_text *lines, gm_text reason, gm_text date,
                  gm_buffer *content);
void gm_store_remove(const gm_store *store, size_t own, gm_buffer *content);

#endif
