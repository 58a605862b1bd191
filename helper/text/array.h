/* Growable arrays and byte buffers, the only way the library allocates what grows.
 *
 * Running out of memory ends the process (as in cmark): the editor starts the helper again and sends its
 * buffers, so nothing of the writer's is lost, and no function below needs a failure path for it. */
#ifndef GM_TEXT_ARRAY_H
#define GM_TEXT_ARRAY_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A borrowed run of bytes; never NUL-terminated by assumption. */
typedef struct gm_text {
  const char *ptr;
  size_t len;
} gm_text;

#define GM_TEXT(literal) ((gm_text){(literal), sizeof(literal) - 1})

/* An array owns `items`; free it with gm_array_free. A zeroed array is empty and valid. */
#define GM_ARRAY(type)      \
  struct {                  \
    type *items;            \
    size_t count, capacity; \
  }

typedef GM_ARRAY(char) gm_buffer;

/* Grows `items` to hold at least `need` items of `size` bytes, doubling. */
void *gm_array_grow(void *items, size_t *capacity, size_t need, size_t size);

/* malloc that never returns NULL; of much, large pages (text/pages.h). Free with free(). */
void *gm_alloc(size_t bytes);
void *gm_copy(const void *from, size_t bytes);

#define gm_reserve(array, need)        \
  ((array)->capacity >= (size_t)(need) \
       ? (void)0                       \
       : (void)((array)->items = gm_array_grow((array)->items, &(array)->capacity, (need), sizeof *(array)->items)))

/* Appends one zeroed item and gives its address, valid until the next push. */
#define gm_push(array)                                                                                          \
  (gm_reserve((array), (array)->count + 1), memset(&(array)->items[(array)->count], 0, sizeof *(array)->items), \
   &(array)->items[(array)->count++])

#define gm_array_free(array) \
  (gm_array_release((array)->items), (array)->items = NULL, (array)->count = (array)->capacity = 0)

void gm_array_release(void *items);

/* Appends bytes; never adds a NUL. gm_buffer_format takes printf's directives for short messages. */
void gm_buffer_add(gm_buffer *buffer, const char *ptr, size_t len);
void gm_buffer_text(gm_buffer *buffer, gm_text text);
void gm_buffer_string(gm_buffer *buffer, const char *string);
void gm_buffer_codepoint(gm_buffer *buffer, uint32_t codepoint);
void gm_buffer_format(gm_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
