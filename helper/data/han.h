/* Tables over U+4E00..9FFF, generated from Unihan by generate_han.py; a row is the code point less GM_HAN_FIRST. */
#ifndef GM_DATA_HAN_H
#define GM_DATA_HAN_H

#include <stdint.h>

#define GM_HAN_FIRST 0x4E00u
#define GM_HAN_LAST  0x9FFFu
#define GM_HAN_COUNT (GM_HAN_LAST - GM_HAN_FIRST + 1)

/* Low 15 bits: the simplified form, less GM_HAN_FIRST; bit 15: it writes a number. */
extern const uint16_t gm_han_folded[GM_HAN_COUNT];

/* Low 15 bits: index into gm_pinyin_sets; bit 15: listed in kHanyuPinlu (a common character). */
extern const uint16_t gm_pinyin_set_of[GM_HAN_COUNT];

/* At each index: a count, then that many indices into gm_pinyin_syllables. */
extern const uint16_t gm_pinyin_sets[];
extern const char gm_pinyin_syllables[][8];

#endif
