#define _DEFAULT_SOURCE /* madvise, sbrk */

#include "text/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
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

#ifdef __GLIBC__
#define HEAP_STEP ((size_t)32 << 20)  /* that the heap grows by: what is not written takes no memory */
#define HEAP_KEPT ((size_t)256 << 20) /* that it may have free */

/* Lets the heap be of large pages from its next on, for a step. */
static void enlarge_heap(void) {
  void *first = malloc(GM_LARGE_PAGE / 2); /* makes it grow */
#ifdef MADV_HUGEPAGE
  uintptr_t begin = ((uintptr_t)first + GM_LARGE_PAGE - 1) / GM_LARGE_PAGE * GM_LARGE_PAGE;
  uintptr_t end = (uintptr_t)sbrk(0) / GM_LARGE_PAGE * GM_LARGE_PAGE;
  if (first && begin < end && end - begin <= HEAP_STEP) madvise((void *)begin, end - begin, MADV_HUGEPAGE);
#endif
  free(first);
}
#endif

void gm_keep_pages(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, (int)GM_LARGE_PAGE);
  mallopt(M_TRIM_THRESHOLD, (int)HEAP_KEPT);
  mallopt(M_TOP_PAD, (int)HEAP_STEP);
  mallopt(M_ARENA_MAX, 1); /* all threads have those pages */
  enlarge_heap();
#endif
}
