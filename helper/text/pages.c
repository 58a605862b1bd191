#define _DEFAULT_SOURCE /* madvise */

#include "text/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

void *gm_alloc_large(size_t bytes) {
  size_t whole = (bytes + GM_LARGE_PAGE - 1) / GM_LARGE_PAGE * GM_LARGE_PAGE;
  void *memory = aligned_alloc(GM_LARGE_PAGE, whole);
  if (!memory) abort();
  gm_prefer_large_pages(memory, whole);
  return memory;
}

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
