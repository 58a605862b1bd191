/* Sets of characters, written as literals. */
#ifndef GM_TEXT_SET_H
#define GM_TEXT_SET_H

#include <stdbool.h>
#include <stdint.h>
#include <uchar.h>

/* Is the character one of a list, a u"" literal of at most 32? Most share their last six bits with none of the list,
 * which the compiler makes one set of bits. */
#define GM_IS_ONE_OF(character, list) gm_is_one_of(character, list, GM_LAST_BITS(list))

static inline bool gm_is_one_of(uint32_t c, const char16_t *list, uint64_t bits) {
  if (!(bits >> c % 64 & 1)) return false;
  for (; *list; list++)
    if (*list == c) return true;
  return false;
}

#define GM_LAST_BITS(list)                                                                                   \
  (GM_LAST_BITS_8(list, 0) | GM_LAST_BITS_8(list, 8) | GM_LAST_BITS_8(list, 16) | GM_LAST_BITS_8(list, 24) | \
   0 * sizeof(char[sizeof(list) / sizeof *(list) <= 33 ? 1 : -1]))
#define GM_LAST_BITS_8(list, i)                                                                                    \
  (GM_LAST_BIT(list, (i)) | GM_LAST_BIT(list, (i) + 1) | GM_LAST_BIT(list, (i) + 2) | GM_LAST_BIT(list, (i) + 3) | \
   GM_LAST_BIT(list, (i) + 4) | GM_LAST_BIT(list, (i) + 5) | GM_LAST_BIT(list, (i) + 6) | GM_LAST_BIT(list, (i) + 7))
#define GM_LAST_BIT(list, i)                                                           \
  ((i) + 1 < sizeof(list) / sizeof *(list)                                             \
       ? UINT64_C(1) << (list)[(i) + 1 < sizeof(list) / sizeof *(list) ? (i) : 0] % 64 \
       : 0)

#endif
