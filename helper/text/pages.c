#define _DEFAULT_SOURCE /* madvise */

#include "text/pages.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

void gm_prefer_large_pages(void *memory, size_t bytes) {
#ifdef MADV_HUGEPAGE
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t first = ((uintptr_t)memory + page - 1) / page * page, last = ((uintptr_t)memory + bytes) / page * page;
  if (bytes < GM_LARGE_PAGE / 2 || first >= last) return;
  madvise((void *)first, last - first, MADV_HUGEPAGE); /* where that fails it is only slower */
#else
  (void)memory;
  (void)bytes;
#endif
}
