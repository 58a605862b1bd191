/* DT-05: 周二至周日开放，一周开放五天: days of the week told from the one to the other, and their number. */
#include "check/dates.h"
#include "check/families.h"

#define NAMES    "星期 礼拜 周"
#define VERB_MAX 5u /* from 一周 to the number: 对外开放 */
#define WEEK     "一周 每周 每星期 一星期"
#define CLOSED   6u /* from a day that is none of them to what is said of it: 星期一例行闭馆 */
/* With these in the sentence not every day from the one to the other is meant. */
#define EXCEPT "除 轮 单休 隔 逢 其中 不含 节假日 上半天 半天 或"

/* 1 Monday … 7 Sunday of the day named at `at`, 0 when none is; *end gets what follows. A range may name the second
 * without 周: 周一至五. */
static unsigned weekday_at(const gm_view *view, size_t at, bool bare, size_t *end) {
  static const uint32_t days[] = U"一二三四五六日天";
  size_t name = gm_words_at(view, at, NAMES);
  if (!name && !bare) return 0;
  for (unsigned k = 0; at + name < view->count && k < 8; k++)
    if (view->cp[at + name] == days[k]) {
      *end = at + name + 1;
      return k > 6 ? 7 : k + 1;
    }
  return 0;
}

typedef struct week_range {
  size_t from, to;
  unsigned first, last;
} week_range;

/* The only range of weekdays in [from, to), with no other day that lies in it; false when there is none or more. */
static bool read_range(const gm_view *view, size_t from, size_t to, week_range *out) {
  unsigned seen = 0, others = 0, other[7];
  for (size_t at = from, end; at < to; at++) {
    unsigned first = weekday_at(view, at, false, &end), last;
    if (!first) continue;
    size_t sign = gm_words_at(view, end, "至 到 — —— - – ～"), behind;
    if (sign && (last = weekday_at(view, end + sign, true, &behind)) != 0) {
      *out = (week_range){at, behind, first, last};
      seen++;
      at = behind - 1;
    } else if (others < 7 && gm_find_word(view, end, end + CLOSED < view->count ? end + CLOSED : view->count,
                                          "闭 休 停 关 除外") != SIZE_MAX) {
      other[others++] = first;
      at = end - 1;
    } else {
      return false;
    }
  }
  if (seen != 1) return false;
  unsigned span = (out->last + 7 - out->first) % 7;
  for (unsigned k = 0; k < others; k++)
    if ((other[k] + 7 - out->first) % 7 <= span) return false;
  return true;
}

/* The number of days told behind 一周 within a verb's length: 一周开放五天. Where it begins, SIZE_MAX when none is;
 * *end behind 天. */
static size_t days_behind(const gm_view *view, size_t at, unsigned *days, size_t *end) {
  gm_numeral numeral;
  for (size_t i = at; i < view->count && i - at <= VERB_MAX; i++) {
    size_t n = gm_numeral_read(view, i, &numeral);
    if (n) {
      *end = i + n + gm_words_at(view, i + n, "天");
      bool plain = *end > i + n && !numeral.value.scale && numeral.value.digits > 0 && numeral.value.digits <= 7;
      *days = plain ? (unsigned)numeral.value.digits : 0;
      return plain ? i : SIZE_MAX;
    }
    if (!(view->cls[i] & GM_HAN)) break;
  }
  return SIZE_MAX;
}

void gm_check_week(gm_line_check *check, size_t at) {
  const gm_view *view = check->view;
  size_t week = at - (at > 0), length = gm_words_at(view, week, WEEK), end;
  unsigned told;
  if (!at || !length) return;
  size_t number = days_behind(view, week + length, &told, &end), sentence = gm_sentence_start(view, week);
  week_range range;
  if (number == SIZE_MAX || (end < view->count && !gm_one_of(view, end, "，。；！）")) ||
      !read_range(view, sentence, week, &range) || gm_find_word(view, sentence, end, EXCEPT) != SIZE_MAX)
    return;
  unsigned days = (range.last + 7 - range.first) % 7 + 1;
  if (days == told) return;
  gm_report_line(check, number, end);
  gm_say(check->out, check->language, "%s为%u天，文中为%s", "%s are %u days, the text says %s",
         gm_quote_line(view, range.from, range.to).text, days, gm_quote_line(view, number, end).text);
  gm_relate(check->out, (gm_position){0, view->raw_at[range.from]}, (gm_position){0, gm_raw_end(view, range.to)},
            check->language == GM_ENGLISH ? "the days" : "所列星期");
}
