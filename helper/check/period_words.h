/* The words of a context that set a figure in another period: 去年, 上半年, 计划. */
#ifndef GM_CHECK_PERIOD_WORDS_H
#define GM_CHECK_PERIOD_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "check/word_list.h"

/* A sum over such words among `count` folded characters; which half or quarter it is counts too, of several the last:
 * 下半年，要在上半年…. 0 when there are none. */
uint64_t gm_period_words(gm_word_lists *lists, const uint32_t *text, size_t count);

/* 前十个月, of one to twelve months, at the first of `count` folded characters: its characters and *months; 0 when there
 * is none. */
size_t gm_first_months_at(const uint32_t *text, size_t count, unsigned *months);

/* The same sum over the spans that are told by their months: 1—6月 is 上半年, 1—10月 前十个月. */
uint64_t gm_month_spans(const uint32_t *text, size_t count);

#endif
