/* Memory of megabytes that is written from end to end. */
#ifndef GM_TEXT_PAGES_H
#define GM_TEXT_PAGES_H

#include <stddef.h>

#define GM_LARGE_PAGE ((size_t)2 << 20) /* of the common processors */

/* As gm_alloc, of large pages where the system has them: each page is had by a fault of its own. Begins at one; what
 * `bytes` leave of the last one is lost. */
void *gm_alloc_large(size_t bytes);

/* From now on memory that is freed waits for what comes next, and the heap is of large pages where the system has them:
 * a page had anew costs thousands of instructions. For a process that ends soon. */
void gm_keep_pages(void);

#endif
