/* Validation says what decoding does, wherever in a block of bytes a fault lies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "text/utf8.h"

#define BYTES 80u

static uint32_t next(uint32_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

static size_t first_invalid(gm_text text) {
  for (const char *p = text.ptr, *end = p + text.len; p < end;) {
    uint32_t c;
    size_t n = gm_utf8_decode(p, end, &c);
    if (n == 1 && c == GM_REPLACEMENT) return (size_t)(p - text.ptr);
    p += n;
  }
  return text.len;
}

static uint32_t any_character(uint32_t *seed) {
  switch (next(seed) % 8) {
    case 0: return next(seed) % 0x80;
    case 1: return 0x80 + next(seed) % 0x780;
    case 2: return 0x800 + next(seed) % 0xD000;
    case 3: return 0xFF00 + next(seed) % 0xF0;
    case 4: return 0x10000 + next(seed) % 0x100000;
    default: return 0x4E00 + next(seed) % 0x5200;
  }
}

static void finds_the_first_fault(void **state) {
  (void)state;
  uint32_t seed = 2463534242u;
  for (int round = 0; round < 20000; round++) {
    char bytes[BYTES + 4];
    size_t len = next(&seed) % BYTES, n = 0;
    while (n < len) n += gm_utf8_encode(any_character(&seed), bytes + n);
    if (n && round % 3) bytes[next(&seed) % n] = (char)next(&seed);
    if (n && round % 4 == 0) n--;
    gm_text text = {gm_copy(bytes, n), n}; /* of its own length, for those who watch over memory */
    assert_int_equal(gm_utf8_invalid(text), first_invalid(text));
    free((char *)(uintptr_t)text.ptr);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(finds_the_first_fault)};
  return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
