#define _DEFAULT_SOURCE /* madvise */

#include "text/pages.h"

#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void *gm_alloc_large(size_t bytes) {
  size_t whole = (bytes + GM_LARGE_PAGE - 1) / GM_LARGE_PAGE * GM_LARGE_PAGE;
  void *memory = aligned_alloc(GM_LARGE_PAGE, whole);
  if (!memory) abort();
#ifdef MADV_HUGEPAGE
  madvise(memory, whole, MADV_HUGEPAGE); /* where there are none it is only slower */
#endif
  return memory;
}

#define HEAP_STEP 0x100000   /* that the heap grows by */
#define HEAP_KEPT 0x10000000 /* that it may have free */

void gm_keep_pages(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, GM_LARGE_PAGE / 4); /* below it arrays that grow would leave holes */
  mallopt(M_TRIM_THRESHOLD, HEAP_KEPT);
  mallopt(M_TOP_PAD, HEAP_STEP);
#endif
}
