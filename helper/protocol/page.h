/* What requests share: the draft they are about, and lists that are answered in parts. */
#ifndef GM_PROTOCOL_PAGE_H
#define GM_PROTOCOL_PAGE_H

#include "protocol/render.h"
#include "protocol/session.h"

/* The buffer a request is about, joined; NULL when the call has failed. */
gm_open_buffer *gm_take_buffer(gm_call *call);

/* A range of lines, `first` and `last` from 0, by default the whole draft; false when the call has failed. */
bool gm_take_range(gm_call *call, const gm_open_buffer *buffer, size_t *first, size_t *last);

/* A list being written item by item until the wire's message is full. */
typedef struct gm_page {
  gm_call *call;
  gm_open_buffer *buffer;
  gm_writer writer;
  gm_render render; /* writes to `writer` */
  gm_buffer bytes;
  GM_ARRAY(size_t) ends;
  size_t from, seen; /* first item wanted; items offered so far */
  size_t room;
  bool full;
} gm_page;

/* Takes `buffer`, `tick` and `from`; false when the call has failed (nothing is then to be freed). */
bool gm_page_begin(gm_page *page, gm_call *call);

/* Is the next item wanted? Then the caller writes it to page->writer and calls gm_page_keep. */
bool gm_page_wants(gm_page *page);
void gm_page_keep(gm_page *page);

/* Writes the pairs `tick` and `next`, and items [first, last) under a key. */
void gm_page_write_tick(const gm_page *page, gm_writer *writer);
void gm_page_write_next(const gm_page *page, gm_writer *writer);
void gm_page_write(const gm_page *page, gm_writer *writer, const char *key, size_t first, size_t last);
void gm_page_free(gm_page *page);

/* Writes an edit as {rule, start, end, text}. */
void gm_page_edit(gm_page *page, const gm_edits *edits, const gm_edit *edit);

#endif
