#include "text/alphabet.h"

#include <uchar.h>

#include "data/han.h"
#include "text/view.h"

/* Marks at hand beside the ideographs, in whole pages: general punctuation, ① to ⓿, 、 to 〿, full-width forms. */
static const struct { uint16_t first, pages; } mark_blocks[] = {{0x2000, 2}, {0x2440, 3}, {0x3000, 1}, {0xFF00, 4}};

_Static_assert(GM_ROW_SPECIAL == (uint32_t)GM_IN_TITLE << 16, "a class that no character has by itself");

#define CLASS(bits) ((uint32_t)(bits) << 16)

static uint32_t watch(const uint8_t *watched, uint32_t folded) {
  return !watched || watched[folded] ? CLASS(GM_WATCHED) : 0;
}

static uint32_t row_of(uint32_t c, const uint8_t *watched) {
  uint32_t folded = gm_fold(c);
  uint16_t cls = gm_class_of(folded);
  if (!folded || folded == 0x3007) return GM_ROW_NONE; /* dropped; 〇 is no ideograph to those who count them */
  bool wide_digit = cls & GM_DIGIT && c != folded;
  bool special = cls & (GM_OPEN | GM_CLOSE | GM_SPACE) || wide_digit || folded == 0xFF1A || c == ',' || c < ' ' ||
                 c == 0x7F;
  return folded | CLASS(cls) | (special ? GM_ROW_SPECIAL : 0) | watch(watched, folded) | watch(watched, c);
}

/* Makes pages for `count` characters from `first` on; gives their rows. */
static uint32_t *take_pages(gm_alphabet *alphabet, size_t *used, uint32_t first, uint32_t count) {
  uint32_t *rows = alphabet->rows + *used;
  for (uint32_t c = first; c < first + count; c += GM_ALPHABET_PAGE, *used += GM_ALPHABET_PAGE)
    alphabet->page_of[(0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8] = (uint16_t)*used;
  return rows;
}

static void fill_ideographs(uint32_t *rows, const uint8_t *watched) {
  for (uint32_t i = 0; i < GM_HAN_COUNT; i++)
    rows[i] = (GM_HAN_FIRST + i) | CLASS(GM_HAN) | (gm_han_folded[i] & 0x8000 ? CLASS(GM_NUMERAL) : 0) |
              watch(watched, GM_HAN_FIRST + i);
  for (const char16_t *c = GM_VAGUE_IDEOGRAPHS; *c; c++) rows[*c - GM_HAN_FIRST] |= CLASS(GM_VAGUE);
  for (const char16_t *c = GM_ITEM_IDEOGRAPHS; *c; c++) rows[*c - GM_HAN_FIRST] |= CLASS(GM_ITEM);
  for (uint32_t i = 0; i < GM_HAN_COUNT; i++) {
    uint32_t folded = gm_han_folded[i] & 0x7FFF;
    if (folded != i) rows[i] = (rows[folded] & 0xFFFF0000) | (GM_HAN_FIRST + folded);
  }
}

gm_alphabet *gm_alphabet_new(const uint8_t *watched) {
  gm_alphabet *alphabet = gm_alloc(sizeof *alphabet);
  memset(alphabet->page_of, 0, sizeof alphabet->page_of);
  for (size_t i = 0; i < GM_ALPHABET_PAGE; i++) alphabet->rows[i] = GM_ROW_NONE;
  size_t used = GM_ALPHABET_PAGE;
  for (uint32_t c = 0; c < 0x80; c++) alphabet->ascii[c] = row_of(c, watched);
  for (size_t b = 0; b < sizeof mark_blocks / sizeof *mark_blocks; b++) {
    uint32_t count = mark_blocks[b].pages * GM_ALPHABET_PAGE;
    uint32_t *rows = take_pages(alphabet, &used, mark_blocks[b].first, count);
    for (uint32_t i = 0; i < count; i++) rows[i] = row_of(mark_blocks[b].first + i, watched);
  }
  fill_ideographs(take_pages(alphabet, &used, GM_HAN_FIRST, GM_HAN_COUNT), watched);
  return alphabet;
}
