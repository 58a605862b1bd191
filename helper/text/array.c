#include "text/array.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "text/pages.h"
#include "text/utf8.h"

#define LARGE_BYTES GM_LARGE_PAGE /* of less, a process that waits could not give the rest back */

void *gm_alloc(size_t bytes) {
  if (bytes >= LARGE_BYTES) return gm_alloc_large(bytes);
  void *p = malloc(bytes ? bytes : 1);
  if (!p) abort();
  return p;
}

void *gm_copy(const void *from, size_t bytes) {
  void *p = gm_alloc(bytes);
  if (bytes) memcpy(p, from, bytes);
  return p;
}

void *gm_array_grow(void *items, size_t *capacity, size_t need, size_t size) {
  size_t next = *capacity ? *capacity : 8;
  while (next < need) {
    if (next > SIZE_MAX / 2) abort();
    next *= 2;
  }
  if (next > SIZE_MAX / size) abort();
  bool to_large = *capacity * size < LARGE_BYTES && next * size >= LARGE_BYTES; /* where it then stays */
  void *grown = to_large ? gm_alloc(next * size) : realloc(items, next * size);
  if (!grown) abort();
  if (to_large && items) memcpy(grown, items, *capacity * size);
  if (to_large) free(items);
  *capacity = next;
  return grown;
}

void gm_array_release(void *items) { free(items); }

void gm_buffer_add(gm_buffer *buffer, const char *ptr, size_t len) {
  if (!len) return;
  gm_reserve(buffer, buffer->count + len);
  memcpy(buffer->items + buffer->count, ptr, len);
  buffer->count += len;
}

void gm_buffer_text(gm_buffer *buffer, gm_text text) { gm_buffer_add(buffer, text.ptr, text.len); }

void gm_buffer_string(gm_buffer *buffer, const char *string) { gm_buffer_add(buffer, string, strlen(string)); }

void gm_buffer_codepoint(gm_buffer *buffer, uint32_t codepoint) {
  char bytes[4];
  gm_buffer_add(buffer, bytes, gm_utf8_encode(codepoint, bytes));
}

void gm_buffer_format(gm_buffer *buffer, const char *format, ...) {
  va_list args;
  va_start(args, format);
  gm_reserve(buffer, buffer->count + 128);
  size_t room = buffer->capacity - buffer->count;
  int wrote = vsnprintf(buffer->items + buffer->count, room, format, args);
  va_end(args);
  if (wrote < 0) return;
  if ((size_t)wrote >= room) {
    gm_reserve(buffer, buffer->count + (size_t)wrote + 1);
    va_start(args, format);
    vsnprintf(buffer->items + buffer->count, (size_t)wrote + 1, format, args);
    va_end(args);
  }
  buffer->count += (size_t)wrote;
}
