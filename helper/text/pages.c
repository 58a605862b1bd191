#define _DEFAULT_SOURCE /* madvise */

#include "text/pages.h"

#include <stdlib.h>
#include <sys/mman.h>

void *gm_alloc_large(size_t bytes) {
  size_t whole = (bytes + GM_LARGE_PAGE - 1) / GM_LARGE_PAGE * GM_LARGE_PAGE;
  void *memory = aligned_alloc(GM_LARGE_PAGE, whole);
  if (!memory) abort();
#ifdef MADV_HUGEPAGE
  madvise(memory, whole, MADV_HUGEPAGE); /* where there are none it is only slower */
#endif
  return memory;
}
