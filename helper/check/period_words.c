#include "check/period_words.h"

#include <string.h>

#include "text/view.h"

#define PERIODS                                                                                                                                                \
  "去年 上年 同期 前年 季度 半年 当月 本月 上月 下年 明年 计划 目标 预计 比上 单季 当日 当天 前季 月份 期间 假期 " \
  "本年 个月 "                                                                                                                                             \
  "当年 首日 周末 力争 预期 历年 往年 每年 每月 年均 日均 首批"
#define NUMBERED "季度 半年 月份 期间 假期" /* which one is told by the character before */

#define WORD_KEY 0x9E3779B97F4A7C15u
#define UP_TO    (UINT32_C(1) << 24) /* beside that character: 前三季度 is no 三季度 */

static uint64_t key_of(uint32_t first, uint32_t second, uint32_t which) {
  return ((uint64_t)first << 16 ^ second ^ (uint64_t)which << 32) * WORD_KEY;
}

/* 1 to 12 in Han or in digits, its characters in *length; 0 when it is none. The text is ended by something else. */
static unsigned month_count(const uint32_t *text, size_t *length) {
  static const uint32_t han[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  unsigned value = 0;
  size_t n = 0;
  for (; n < 2 && gm_class_of(text[n]) & GM_DIGIT; n++) value = 10 * value + (text[n] - '0');
  if (!n && text[0] == 0x5341 && (text[1] == han[0] || text[1] == han[1])) { /* 十一 十二 */
    value = text[1] == han[0] ? 11 : 12;
    n = 2;
  }
  if (!n && text[0] == 0x4E24) value = 2, n = 1; /* 两 */
  for (unsigned i = 0; !n && i < sizeof han / sizeof *han; i++)
    if (text[0] == han[i]) value = i + 1;
  *length = n ? n : 1;
  return value <= 12 ? value : 0;
}

size_t gm_first_months_at(const uint32_t *text, size_t count, unsigned *months) {
  size_t length;
  if (count < 4 || text[0] != 0x524D /* 前 */ || !(*months = month_count(text + 1, &length))) return 0;
  size_t unit = 1 + length;
  return unit + 2 <= count && text[unit] == 0x4E2A && text[unit + 1] == 0x6708 ? unit + 2 : 0; /* 个月 */
}

/* The months from `first` to `last` as a sum: those with a name of their own as that name. */
static uint64_t key_of_months(unsigned first, unsigned last) {
  static const struct {
    unsigned first, last;
    uint32_t which, name[2];
  } spans[] = {{1, 6, 0x4E0A, {0x534A, 0x5E74}},          /* 上半年 */
               {7, 12, 0x4E0B, {0x534A, 0x5E74}},         /* 下半年 */
               {1, 3, 0x4E00, {0x5B63, 0x5EA6}},          /* 一季度 */
               {1, 9, 0x4E09 | UP_TO, {0x5B63, 0x5EA6}}}; /* 前三季度 */
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
    if (spans[i].first == first && spans[i].last == last)
      return key_of(spans[i].name[0], spans[i].name[1], spans[i].which);
  return first == 1 && last <= 12 ? key_of(0x4E2A, 0x6708, last) : 0; /* 个月 */
}

/* The number of up to two digits that ends before *end, which is moved to where it begins; 0 when there is none. */
static unsigned number_before(const uint32_t *text, size_t *end) {
  unsigned value = 0, place = 1;
  size_t k = *end;
  for (; k && gm_class_of(text[k - 1]) & GM_DIGIT; k--, place *= 10) {
    if (place > 10) return 0;
    value += place * (text[k - 1] - '0');
  }
  *end = k;
  return value;
}

/* 1—6月, the last 月 of which stands at `at`: its months as a sum, 0 when it is none. */
static uint64_t months_named(const uint32_t *text, size_t at) {
  unsigned last = number_before(text, &at);
  size_t k = at;
  while (k && (text[k - 1] == 0x2014 || text[k - 1] == 0x2013 || text[k - 1] == '-' || text[k - 1] == '~' ||
               text[k - 1] == 0xFF5E || text[k - 1] == 0x81F3 || text[k - 1] == 0x5230)) /* — – - ~ ～ 至 到 */
    k--;
  if (!last || k == at) return 0;
  if (k && text[k - 1] == 0x6708) k--; /* 1月至6月 */
  unsigned first = number_before(text, &k);
  return first ? key_of_months(first, last) : 0;
}

uint64_t gm_month_spans(const uint32_t *text, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 2; i < count; i++)
    if (text[i] == 0x6708) sum += months_named(text, i); /* 月 */
  return sum;
}

/* The key of 前十个月, the 个月 of which stands at `at`; 0 when that is none. */
static uint64_t first_months(const uint32_t *text, size_t at, size_t count) {
  unsigned months;
  for (size_t back = 2; back <= 3 && back <= at; back++)
    if (gm_first_months_at(text + at - back, count - at + back, &months)) return key_of_months(1, months);
  return 0;
}

#define GUIDED      "紧扣 围绕 锚定 聚焦 对照 瞄准 紧盯 朝着 盯紧 咬定 对标"
#define GUIDED_BACK 10u /* characters from such a verb to its object: 紧紧围绕全年目标 */

/* 锚定全年目标，: an aim that a clause of its own keeps to sets no figure behind it. */
static bool only_guides(gm_word_lists *lists, const uint32_t *text, size_t at, size_t count) {
  size_t from = at, end = at + 2;
  while (end < count && gm_class_of(text[end]) & GM_HAN && end < at + 4) end++; /* 目标任务 */
  if (text[at] != 0x76EE /* 目标 */ || end >= count || !(gm_class_of(text[end]) & GM_PAUSE)) return false;
  while (from && at - from < GUIDED_BACK && !(gm_class_of(text[from - 1]) & GM_PUNCT)) from--;
  return gm_word_list_first(lists, text + from, at - from, GUIDED) != SIZE_MAX;
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
    if (text[i] == 0x4E2A) { /* 个月: of a period only in 前十个月 */
      sum += first_months(text, i, count);
      continue;
    }
    if (only_guides(lists, text, i, count)) continue;
    uint64_t word = (uint64_t)text[i] << 16 ^ text[i + 1];
    bool numbered = i && gm_word_list_in(lists, text + i, count - i, NUMBERED);
    uint32_t which = numbered ? text[i - 1] | (i > 1 && text[i - 2] == 0x524D /* 前 */ ? UP_TO : 0) : 0;
    uint64_t added = key_of(text[i], text[i + 1], which);
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
