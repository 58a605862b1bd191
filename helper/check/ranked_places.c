/* Rows whose values have places for names: 四个季度依次…, 7月至12月分别…, and the place that is told of one of them. */
#include "check/ranked.h"

/* The day of the week behind 周 at `at`, 1 to 7; 0 when none is. */
static unsigned weekday_at(const gm_view *view, size_t at) {
  static const uint32_t days[] = U"一二三四五六日";
  size_t word = gm_words_at(view, at, "周 星期 礼拜");
  for (unsigned k = 0; word && at + word < view->count && k < 7; k++)
    if (view->cp[at + word] == days[k]) return k + 1;
  return 0;
}

/* 周一至周五依次接待…: do the words tell of a row of `count` weekdays? *first gets the first of them. */
static bool announces_weekdays(const gm_view *view, size_t from, size_t to, unsigned count, unsigned *first) {
  for (size_t at = from; (at = gm_find_word(view, at, to, "周 星期 礼拜")) != SIZE_MAX; at++) {
    size_t word = gm_words_at(view, at, "周 星期 礼拜"), sign = gm_words_at(view, at + word + 1, "至 到 — —— - – ～");
    *first = weekday_at(view, at);
    if (*first && sign && weekday_at(view, at + word + 1 + sign) == *first + count - 1) return true;
  }
  return false;
}

#define YEAR_DIGITS 4u

/* The year before 年 at `end`, 0 when it is none of four digits. */
static unsigned year_before(const gm_view *view, size_t end) {
  unsigned year = 0;
  return end >= YEAR_DIGITS && gm_digits_at(view, end - YEAR_DIGITS, &year) == YEAR_DIGITS && year > 1900 ? year : 0;
}

/* 2022年至2024年招生分别为…, 2022年、2023年、2024年: do the words tell of a row of `count` years? *first gets the
 * first. */
static bool announces_years(const gm_view *view, size_t from, size_t to, unsigned count, unsigned *first) {
  unsigned chain = 0;
  size_t before = SIZE_MAX; /* behind the year before */
  for (size_t at = from; (at = gm_find_word(view, at, to, "年")) != SIZE_MAX; at++) {
    unsigned year = year_before(view, at);
    if (!year) continue;
    size_t sign = gm_words_before(view, at - YEAR_DIGITS, "至 到 — —— - – ～"), end = at - YEAR_DIGITS - sign;
    unsigned least = sign ? year_before(view, end - gm_one_before(view, end, "年")) : 0;
    if (least && least + count == year + 1) {
      *first = least;
      return true;
    }
    bool next =
        chain && before + YEAR_DIGITS + 1u == at && gm_one_of(view, before, "、和及与") && *first + chain == year;
    if (!next) *first = year;
    chain = next ? chain + 1 : 1;
    before = at + 1;
    if (chain == count) return !gm_one_of(view, before, "、和及与");
  }
  return false;
}

/* The place that an ordinal tells: 第三季度, 二季度, 首批, 3月; 0 when none. *end gets where its unit begins. */
unsigned gm_place_at(const gm_view *view, gm_range said, size_t *end) {
  gm_numeral numeral;
  *end = said.from + 1;
  if (gm_one_of(view, said.from, "首")) return 1;
  unsigned day = weekday_at(view, said.from);
  if (day) {
    *end = said.from + gm_words_at(view, said.from, "周 星期 礼拜");
    return day;
  }
  unsigned year = 0;
  if (gm_digits_at(view, said.from, &year) == YEAR_DIGITS && gm_one_of(view, said.from + YEAR_DIGITS, "年")) {
    *end = said.from + YEAR_DIGITS;
    return year_before(view, *end);
  }
  size_t at = said.from + gm_words_at(view, said.from, "第"), n = gm_numeral_read(view, at, &numeral);
  *end = at + n;
  return n && !numeral.value.scale && numeral.value.digits > 0 && numeral.value.digits <= (int)GM_RANKED_MAX
             ? (unsigned)numeral.value.digits
             : 0;
}

/* How many months a row of them has, by what it is of. */
static unsigned months_of(const gm_view *view, size_t from, size_t to) {
  return gm_find_word(view, from, to, "上半年 1至6月 1—6月 1-6月 前六个月 前6个月 1～6月") != SIZE_MAX ? 6
         : gm_find_word(view, from, to, "一季度 第一季度 首季") != SIZE_MAX                            ? 3
         : gm_find_word(view, from, to, "前三季度 1至9月 前九个月 前9个月") != SIZE_MAX                ? 9
         : gm_find_word(view, from, to, "全年 各月 十二个月 12个月") != SIZE_MAX                       ? 12
                                                                                                       : 0;
}

/* The number up to 12 in [from, to), 0 when there is another or none: read with what follows, 三至六 is a range. */
static unsigned small_number(const gm_view *view, size_t from, size_t to) {
  static const uint32_t digits[] = U"一二三四五六七八九十";
  unsigned value = 0;
  size_t length = to > from ? to - from : 0;
  if (length && length <= 2 && gm_digits_at(view, from, &value) == length) return value <= 12 ? value : 0;
  bool teen = length == 2 && gm_one_of(view, from, "十") && gm_one_of(view, from + 1, "一二");
  for (unsigned k = 0; (length == 1 || teen) && k < 10; k++)
    if (view->cp[from + teen] == digits[k]) return k + 1 + 10 * teen;
  return 0;
}

/* 前四个月: do the words tell of the first `count` months? */
static bool announces_first_months(const gm_view *view, size_t from, size_t to, unsigned count) {
  for (size_t at = from; (at = gm_find_word(view, at, to, "前")) != SIZE_MAX; at++) {
    size_t number = gm_number_at(view, at + 1);
    if (number && gm_words_at(view, at + 1 + number, "个月") && small_number(view, at + 1, at + 1 + number) == count)
      return true;
  }
  return false;
}

bool gm_announces_places(const gm_view *view, size_t from, size_t to, size_t unit, size_t length, unsigned count,
                         unsigned *first) {
  *first = 1;
  if (length == 1 && weekday_at(view, unit - gm_words_before(view, unit, "周 星期 礼拜")))
    return announces_weekdays(view, from, to, count, first);
  if (length == 1 && gm_one_of(view, unit, "年")) return announces_years(view, from, to, count, first);
  bool months = gm_one_of(view, unit, "月") && length == 1;
  if (months && (months_of(view, from, to) == count || announces_first_months(view, from, to, count))) return true;
  for (size_t at = from; (at = gm_find_run(view, at, to, unit, length)) != SIZE_MAX; at++) {
    size_t number = at - gm_words_before(view, at, "个 条"), begin = gm_number_before(view, number);
    gm_numeral numeral;
    if (!months && begin < number && gm_numeral_read(view, begin, &numeral) && !numeral.value.scale &&
        numeral.value.digits == count && !gm_one_before(view, begin, "第"))
      return true;
    /* 三至六年级, 7月至12月 */
    size_t sign = gm_words_before(view, begin, "至 到 — —— - – ～"), end = begin - sign;
    if (sign && gm_one_before(view, end, "月") && months) end--;
    size_t low = gm_number_before(view, end);
    unsigned least = begin < number && sign ? small_number(view, low, end) : 0;
    if (least && small_number(view, begin, number) == least + count - 1) {
      *first = least;
      return true;
    }
  }
  /* 一至四季度 */
  return count == 4 && gm_words_at(view, unit, "季度") &&
         gm_find_word(view, from, to, "各季度 一至四季度 逐季") != SIZE_MAX;
}
