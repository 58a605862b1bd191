#include "check/period_words.h"

#include <string.h>

#include "text/view.h"

#define PERIODS                                                                                                                                                \
  "去年 上年 同期 前年 季度 半年 当月 本月 上月 下年 明年 计划 目标 预计 比上 单季 当日 当天 前季 月份 期间 假期 " \
  "本年 "                                                                                                                                                    \
  "当年 首日 周末 力争 预期 历年 往年 每年 每月 年均 日均 首批"
#define NUMBERED "季度 半年 月份 期间 假期" /* which one is told by the character before */

#define WORD_KEY 0x9E3779B97F4A7C15u
#define UP_TO    (UINT32_C(1) << 24) /* beside that character: 前三季度 is no 三季度 */

/* Months that make up a span with a name of its own: 1—6月 is 上半年. Its key as that of the name; 0 when there is none
 * at `at`, where 月 stands. */
static uint64_t months_named(const uint32_t *text, size_t at) {
  static const struct {
    char first[2], last[3];
    uint32_t which, name[2];
  } spans[] = {{"1", "6", 0x4E0A, {0x534A, 0x5E74}},          /* 上半年 */
               {"7", "12", 0x4E0B, {0x534A, 0x5E74}},         /* 下半年 */
               {"1", "3", 0x4E00, {0x5B63, 0x5EA6}},          /* 一季度 */
               {"1", "9", 0x4E09 | UP_TO, {0x5B63, 0x5EA6}}}; /* 前三季度 */
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
    size_t k = at, n = strlen(spans[i].last);
    while (n && k && text[k - 1] == (unsigned char)spans[i].last[n - 1]) n--, k--;
    if (n || !k || gm_class_of(text[k - 1]) & GM_DIGIT) continue;
    while (k && (text[k - 1] == 0x2014 || text[k - 1] == 0x2013 || text[k - 1] == '-' || text[k - 1] == '~' ||
                 text[k - 1] == 0xFF5E || text[k - 1] == 0x81F3 || text[k - 1] == 0x5230)) /* — – - ~ ～ 至 到 */
      k--;
    if (k && text[k - 1] == 0x6708) k--; /* 1月至6月 */
    if (!k || text[k - 1] != (unsigned char)spans[i].first[0] || (k > 1 && gm_class_of(text[k - 2]) & GM_DIGIT))
      continue;
    return ((uint64_t)spans[i].name[0] << 16 ^ spans[i].name[1] ^ (uint64_t)spans[i].which << 32) * WORD_KEY;
  }
  return 0;
}

uint64_t gm_month_spans(const uint32_t *text, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 2; i < count; i++)
    if (text[i] == 0x6708) sum += months_named(text, i); /* 月 */
  return sum;
}

#define NUMBERED_MAX 5 /* words of NUMBERED */

uint64_t gm_period_words(gm_word_lists *lists, const uint32_t *text, size_t count) {
  uint64_t sum = 0;
  struct {
    uint64_t word, added;
  } seen[NUMBERED_MAX];
  size_t n = 0;
  for (size_t i = 0, on; (on = gm_word_list_first(lists, text + i, count - i, PERIODS)) != SIZE_MAX; i++) {
    i += on;
    uint64_t word = (uint64_t)text[i] << 16 ^ text[i + 1];
    bool numbered = i && gm_word_list_in(lists, text + i, count - i, NUMBERED);
    uint32_t which = numbered ? text[i - 1] | (i > 1 && text[i - 2] == 0x524D /* 前 */ ? UP_TO : 0) : 0;
    uint64_t added = (word ^ (uint64_t)which << 32) * WORD_KEY;
    sum += added;
    size_t k = 0;
    while (numbered && k < n && seen[k].word != word) k++;
    if (!numbered || k == NUMBERED_MAX) continue;
    if (k == n)
      seen[n++].word = word;
    else
      sum -= seen[k].added;
    seen[k].added = added;
  }
  return sum;
}
