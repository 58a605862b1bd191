/* Memory of many megabytes that is written from end to end. */
#ifndef GM_TEXT_PAGES_H
#define GM_TEXT_PAGES_H

#include <stddef.h>

#define GM_LARGE_PAGE ((size_t)2 << 20) /* of the common processors */

/* As gm_alloc, of large pages; best of all `bytes` fill them. */
void *gm_alloc_large(size_t bytes);

/* Asks the system for large pages, since each page is had by a fault of its own; does nothing where there are none,
 * and where none fits in. */
void gm_prefer_large_pages(void *memory, size_t bytes);

#endif
