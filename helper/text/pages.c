#define _DEFAULT_SOURCE /* madvise */

#include "text/pages.h"

#include <stdint.h>
#include <sys/mman.h>

void gm_prefer_large_pages(void *memory, size_t bytes) {
#ifdef MADV_HUGEPAGE
  uintptr_t first = ((uintptr_t)memory + GM_LARGE_PAGE - 1) / GM_LARGE_PAGE * GM_LARGE_PAGE;
  uintptr_t last = ((uintptr_t)memory + bytes) / GM_LARGE_PAGE * GM_LARGE_PAGE;
  if (first < last) madvise((void *)first, last - first, MADV_HUGEPAGE); /* without them it is only slower */
#else
  (void)memory;
  (void)bytes;
#endif
}
