/* Whether two figures are told of two things of one kind, which their sentences name by number. */
#include <string.h>

#include "check/measure.h"

#define HAN_BYTES 3u

#define NUMBERED_BYTES 192u /* before a figure in its sentence, in which a numbered name may stand */

/* The last digit of a number in digits or Han that ends before byte `at`, above '9' for 十; 0 when none ends there. */
static unsigned char number_ends(gm_text line, uint32_t at) {
  static const char han[] = "一二三四五六七八九十";
  if (at && line.ptr[at - 1] >= '0' && line.ptr[at - 1] <= '9') return (unsigned char)line.ptr[at - 1];
  for (size_t k = 0; at >= HAN_BYTES && k + HAN_BYTES < sizeof han; k += HAN_BYTES)
    if (!memcmp(line.ptr + at - HAN_BYTES, han + k, HAN_BYTES)) return (unsigned char)('1' + k / HAN_BYTES);
  return 0;
}

/* The first name of one of several things told by its number in the sentence of a figure: 一期, 2号, 三标. Its
 * character, and above it the number's last digit; 0 when there is none. */
static unsigned numbered_name(const gm_draft_check *check, const gm_twin *m) {
  static const char ends[] = "期号标批组队栋轮", stop[] = "。";
  gm_text line = check->draft->lines[m->line];
  unsigned found = 0;
  for (uint32_t i = m->figure->start; i >= HAN_BYTES && i + NUMBERED_BYTES > m->figure->start; i--) {
    unsigned char c = (unsigned char)line.ptr[i - HAN_BYTES];
    if (c < 0xE3) continue; /* no first byte of one of them */
    if (!memcmp(line.ptr + i - HAN_BYTES, stop, HAN_BYTES)) break;
    for (size_t k = 0; k + HAN_BYTES < sizeof ends; k += HAN_BYTES)
      if (c == (unsigned char)ends[k] && !memcmp(line.ptr + i - HAN_BYTES, ends + k, HAN_BYTES)) {
        unsigned char number = number_ends(line, i - HAN_BYTES);
        if (number) found = (unsigned)number << 8 | (unsigned)k;
      }
  }
  return found;
}

/* 总投资3.62亿元的二期项目: is the figure told of a later one of several, whose name stands behind it? */
static bool of_later_one(const gm_draft_check *check, const gm_twin *m) {
  static const char *const names[] = {"二期", "三期", "四期", "第二", "第三", "另一", "另外", NULL};
  gm_text line = check->draft->lines[m->line];
  uint32_t of = gm_reads(line, m->figure->end, "的");
  return of && gm_reads_one(line, m->figure->end + of, names);
}

bool gm_of_two_numbered(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  unsigned x = numbered_name(check, a), y = x ? numbered_name(check, b) : 0;
  if (of_later_one(check, a) != of_later_one(check, b)) return true;
  return x && y && x != y && (x & 0xFF) == (y & 0xFF);
}
