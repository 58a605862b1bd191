#include "figure/scan.h"

#define NIAN 0x5E74u /* 年 */
#define YUE  0x6708u /* 月 */
#define RI   0x65E5u /* 日 */
#define HAO  0x53F7u /* 号 */

/* Years that a plain four-digit number before 年 is taken for; 5000年 is a span. */
#define FIRST_YEAR 1000
#define LAST_YEAR  2999

#define LONGEST 5 /* characters of a number of the calendar */

static bool digit(const gm_view *view, size_t i) { return view->cls[i] & GM_DIGIT; }

/* Exactly `least` to `most` Arabic digits at `at`. */
static size_t digits(const gm_view *view, size_t at, size_t least, size_t most, uint32_t *value) {
  size_t n = 0;
  *value = 0;
  while (n <= most && digit(view, at + n)) *value = *value * 10 + (view->cp[at + n++] - '0');
  return n >= least && n <= most ? n : 0;
}

/* Skips the one blank that pasted text has between a number and its 年 月 日: 2024 年 3 月 5 日. */
static size_t blank(const gm_view *view, size_t i) { return view->cp[i] == ' ' && view->cp[i + 1] != ' ' ? i + 1 : i; }

/* A year's number: four digits of either script, or two with a leading 0 (09年). */
static size_t year_digits(const gm_view *view, size_t at, uint32_t *value) {
  size_t n = digits(view, at, 2, 4, value);
  if (n == 4 && (*value < FIRST_YEAR || *value > LAST_YEAR)) return 0;
  if (n == 2 && view->cp[at] == '0') *value += 2000;
  if (n == 4 || (n == 2 && view->cp[at] == '0')) return n;
  gm_numeral numeral;
  if (digit(view, at) || gm_numeral_read(view, at, &numeral) != 4 || !(numeral.flags & GM_NUMERAL_POSITIONAL)) return 0;
  *value = (uint32_t)numeral.value.digits;
  return *value >= FIRST_YEAR && *value <= LAST_YEAR ? 4 : 0;
}

#define REPUBLIC_LAST  188 /* to 2099 */
#define REPUBLIC_BARE  100 /* from then on, up to 130, a year may stand without 民国: three digits */
#define REPUBLIC_NEXT  130
#define REPUBLIC_REACH 300 /* characters between two years of the Republic, the second without 民国 */

/* Is a year of the Republic told before `at`, in this line? */
static bool republic_before(const gm_view *view, size_t at) {
  for (size_t i = at; i-- > 2 && at - i < REPUBLIC_REACH;)
    if (view->cp[i - 1] == 0x56FD && view->cp[i - 2] == 0x6C11 && view->cls[i] & (GM_DIGIT | GM_NUMERAL)) return true;
  return false;
}

/* The number of 民国34年, 民国一百一十三年, which counts on from GM_REPUBLIC_EVE; of 一一三年, which is written so of
 * no other calendar, and of 113年 behind another such year. */
static size_t republic_digits(const gm_view *view, size_t at, uint32_t *value) {
  gm_numeral numeral;
  bool named = at > 1 && view->cp[at - 1] == 0x56FD && view->cp[at - 2] == 0x6C11; /* 民国 */
  size_t year = at + 3 < view->count ? blank(view, at + 3) : view->count;          /* where 年 stands behind 113 */
  size_t n = named || view->cp[year] == NIAN ? gm_numeral_read(view, at, &numeral) : 0;
  if (!n || numeral.value.scale || numeral.value.digits < 1 || numeral.value.digits > REPUBLIC_LAST) return 0;
  *value = GM_REPUBLIC_EVE + (uint32_t)numeral.value.digits;
  if (named) return n;
  if (n != 3 || numeral.value.digits < REPUBLIC_BARE || numeral.value.digits > REPUBLIC_NEXT ||
      gm_one_of(view->cp[year + 1], u"级来间历") ||                       /* 一二三年级, 113年历史 */
      (at && (view->cp[at - 1] == 0x5143 || view->cp[at - 1] == 0x524D))) /* 公元 前 */
    return 0;
  bool positional = numeral.flags & GM_NUMERAL_POSITIONAL && !(numeral.flags & GM_NUMERAL_ARABIC);
  return positional || republic_before(view, at) ? n : 0;
}

/* A month's or day's number, one that does not exist (13, 31) included: that is a finding. */
static size_t small_number(const gm_view *view, size_t at, uint32_t *value) {
  if (digit(view, at)) return digits(view, at, 1, 2, value);
  int32_t ordinal;
  size_t n = gm_numeral_ordinal(view, at, &ordinal);
  if (!n || ordinal > 99) return 0;
  *value = (uint32_t)ordinal;
  return n;
}

/* Does a clause end at `at`, or go on with a part of the day? */
static bool ends_day(const gm_view *view, size_t at) {
  return !(view->cls[at] & GM_HAN) || gm_view_match(view, at, "上午") || gm_view_match(view, at, "下午") ||
         gm_view_match(view, at, "晚");
}

/* 1 Monday … 7 Sunday of the name at `at`, its 星期 or 周 left out when `bare`; 0 when none is. *end is behind it. */
static uint8_t weekday_name(const gm_view *view, size_t at, bool bare, size_t *end) {
  static const char *const weeks[] = {"星期", "礼拜", "周"};
  static const char *const days[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
  size_t n = 0;
  for (size_t i = 0; !n && i < sizeof weeks / sizeof *weeks; i++) n = gm_view_match(view, at, weeks[i]);
  if (!n && !bare) return 0;
  for (uint8_t d = 0; d < sizeof days / sizeof *days; d++)
    if (gm_view_match(view, at + n, days[d])) {
      *end = at + n + 1;
      return d > 6 ? 7 : d + 1;
    }
  return 0;
}

/* 11月17日至21日（周一至周五）, 22日、23日（周六、周日）: does another weekday follow, so that they are of several days? */
static bool goes_on(const gm_view *view, size_t at) {
  static const char *const signs[] = {"至", "到", "——", "—", "-", "–", "～", "、", "和", "及", "与"};
  size_t end;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t n = gm_view_match(view, at, signs[i]);
    if (!n) continue;
    if (gm_one_of(view->cp[at + n], u"次下本翌") && weekday_name(view, at + n + 1, false, &end)) return true;
    if (weekday_name(view, at + n, false, &end)) return true;
    return weekday_name(view, at + n, true, &end) && !(view->cls[end] & (GM_HAN | GM_DIGIT)); /* 周一至五） */
  }
  return false;
}

/* （星期二） （周四） or the same without brackets, right behind a date; of one with its `year` what a verb says of it
 * as well. */
static size_t weekday(const gm_view *view, size_t at, bool year, uint8_t *day) {
  size_t i = at, end;
  bool bracket = view->cp[i] == 0xFF08;
  bool comma = view->cp[i] == 0xFF0C && (gm_view_match(view, i + 1, "星期") || /* a diary's: 12月25日，星期二，晴 */
                                         (gm_view_match(view, i + 1, "周") && ends_day(view, i + 3)));
  if (bracket || comma || view->cp[i] == ' ') i++;
  size_t verb = 0; /* 3月8日是星期六: said of the day, and no part of it */
  static const char *const verbs[] = {"正好是", "刚好是", "恰好是", "正是", "恰是", "恰逢", "适逢", "是", "为", "逢"};
  for (size_t v = 0; year && !verb && i == at && v < sizeof verbs / sizeof *verbs; v++)
    verb = gm_view_match(view, at, verbs[v]);
  uint8_t named = weekday_name(view, i + verb, false, &end);
  if (!named || goes_on(view, end) || (verb && weekday_name(view, end, false, &i))) return 0;
  *day = named;
  if (verb) return 0;
  return end + (bracket && view->cp[end] == 0xFF09) - at;
}

static void set(gm_reading *r, gm_figure_kind kind, uint16_t unit, size_t number_end, size_t end) {
  r->figure.kind = (uint8_t)kind;
  r->figure.unit = unit;
  r->number_end = number_end;
  r->unit = number_end;
  r->unit_end = r->end = end;
}

/* hh:mm or hh:mm:ss at `at`; hours past 24 are read too, for 25:10 is a finding. */
static size_t clock_digits(const gm_view *view, size_t at, uint32_t *hour, uint32_t *minute, uint32_t *second) {
  *second = GM_NO_SECOND;
  size_t n = digits(view, at, 1, 2, hour), m;
  if (!n || view->cp[at + n] != ':' || digits(view, at + n + 1, 2, 2, minute) != 2) return 0;
  n += 3;
  if (view->cp[at + n] == ':' && (m = digits(view, at + n + 1, 2, 2, second)) != 0) n += 1 + m;
  return view->cp[at + n] == ':' || *minute > 59 || *hour > 29 ? 0 : n;
}

/* 2024-03-05, 2024/3/5, 2024.3.5, 2024-03 at a year; an hour behind it belongs to it. */
static size_t read_iso(const gm_view *view, size_t at, gm_reading *r) {
  uint32_t year, month, day = 0, hour, minute, second;
  size_t i = at + digits(view, at, 4, 4, &year), n;
  if (i == at || year < FIRST_YEAR || year > LAST_YEAR) return 0;
  uint32_t mark = view->cp[i];
  if (mark != '-' && mark != '/' && mark != '.') return 0;
  if (!(n = digits(view, i + 1, 1, 2, &month)) || month < 1) return 0;
  i += 1 + n;
  if (view->cp[i] == mark && (n = digits(view, i + 1, 1, 2, &day)) != 0) {
    i += 1 + n;
  } else if (mark != '-' || n != 2 || month > 12 || (view->cls[i] & GM_HAN && view->cp[i] != RI)) {
    return 0; /* 2024.10 is a number, 2024-2025 a range */
  }
  if (view->cp[i] == mark || digit(view, i)) return 0;
  r->figure.date = (gm_date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
  size_t end = i, blank = view->cp[i] == ' ' || view->cp[i] == 'T';
  if (blank && (n = clock_digits(view, i + 1, &hour, &minute, &second)) != 0) {
    end = i + 1 + n;
    r->figure.parts[0] = 1 + hour * 60 + minute;
    r->figure.parts[1] = second;
  }
  set(r, GM_FIGURE_DATE, GM_UNIT_DATE, end, end);
  return end - at;
}

/* Words that end a date loosely: 9月底, 3月上旬. */
static size_t date_tail(const gm_view *view, size_t at) {
  static const char *const tails[] = {"上旬", "中旬", "下旬", "月底", "月初", "底", "初", "末", "份"};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
    size_t n = gm_view_match(view, at, tails[i]);
    if (n) return n;
  }
  return 0;
}

/* 3月5日, 3月, 三月五日 at `at`, with a year read before it or not. */
static size_t month_day(const gm_view *view, size_t at, gm_date *date, uint8_t *week) {
  uint32_t month, day;
  size_t i = at, n = small_number(view, i, &month), mark = blank(view, i + n);
  if (!n || view->cp[mark] != YUE || month > 99) return 0;
  i = mark + 1;
  date->month = (uint8_t)month;
  date->day = 0;
  size_t next = digit(view, blank(view, i)) ? blank(view, i) : i;
  n = small_number(view, next, &day);
  mark = blank(view, next + n);
  if (!n || (view->cp[mark] != RI && view->cp[mark] != HAO)) return i + date_tail(view, i) - at;
  date->day = (uint8_t)day;
  i = mark + 1;
  return i + weekday(view, i, date->year != 0, week) - at;
}

static size_t read_clock(const gm_view *view, size_t at, gm_reading *r) {
  uint32_t hour, minute = 0, second;
  size_t n = clock_digits(view, at, &hour, &minute, &second);
  if (n) {
    /* 2:1 and 12:10 are scores where the words before say so */
    static const char *const scores[] = {"比分", "比", "比例", "比例为", "比为", "定格在", "比分为"};
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++)
      if (gm_view_match_before(view, at, scores[i])) return 0;
  } else { /* 9时30分, 下午3时, 上午九点 */
    n = small_number(view, at, &hour);
    uint32_t mark = view->cp[at + n];
    if (!n || hour > 29 || (mark != 0x65F6 && mark != 0x70B9)) return 0; /* 时 点 */
    static const char *const before[] = {"上午", "下午", "凌晨", "中午", "傍晚", "晚上",
                                         "早上", "清晨", "日",   "晚",   "早"};
    uint32_t behind = view->cp[at + n + 1];
    bool said = ((behind == 0x81F3 || behind == 0x5230) && digit(view, at + n + 2)) || /* 9时至11时 */
                gm_view_match_before(view, at, "时至") || gm_view_match_before(view, at, "时到");
    for (size_t i = 0; i < sizeof before / sizeof *before && !said; i++)
      said = gm_view_match_before(view, at, before[i]);
    size_t m = small_number(view, at + n + 1, &minute);
    if (m && view->cp[at + n + 1 + m] == 0x5206) {
      n += 1 + m + 1;
    } else {
      minute = 0;
      uint32_t next = view->cp[at + n + 1];
      if (next == 0x534A) { /* 半 */
        minute = 30;
        n++;
      } else if (!said && next != 0x6574 && next != 0x8BB8 && next != 0x949F) { /* 整 许 钟 */
        return 0;
      }
      n++;
    }
  }
  r->figure.parts[0] = hour;
  r->figure.parts[1] = minute;
  set(r, GM_FIGURE_TIME, GM_UNIT_CLOCK, at + n, at + n);
  return n;
}

bool gm_calendar_mark(const gm_view *view, size_t at, size_t end) {
  size_t count = end - at, digits = digit(view, at) ? count : 0;
  switch (view->cp[blank(view, end)]) {
    case NIAN:
    case YUE:
    case RI:
    case 0x65F6:                          /* 时 */
    case 0x70B9: return count <= LONGEST; /* 点 */
    case ':': return digits == 1 || digits == 2;
    case '-':
    case '/':
    case '.': return digits == 4; /* of a year */
    default: return false;
  }
}

size_t gm_calendar_lunar(const gm_view *view, size_t at, size_t end) {
  if (view->cp[end] != YUE) return 0;
  static const char *const before[] = {"农历", "阴历", "夏历", "旧历", "古历"};
  uint32_t month, day;
  bool said = false, calendar = at && view->cp[at - 1] == 0x5386; /* 历 */
  for (size_t i = 0; calendar && i < sizeof before / sizeof *before && !said; i++)
    said = gm_view_match_before(view, at, before[i]);
  if (digit(view, at) && !said) return 0;
  size_t n = small_number(view, at, &month), i = at + n;
  if (!n || view->cp[i] != YUE) return 0;
  i++;
  if (view->cp[i] == 0x521D) i++; /* 初 */
  n = small_number(view, i, &day);
  bool marked = n && (view->cp[i + n] == RI || view->cp[i + n] == HAO);
  bool counted = n && (view->cls[i + n] & GM_HAN) && !marked;
  if (!said && (!n || marked || counted || digit(view, i))) return 0;
  return i + n - at;
}

size_t gm_calendar_read(const gm_view *view, size_t at, gm_reading *r) {
  uint32_t year, day;
  gm_date *date = &r->figure.date;
  size_t n = year_digits(view, at, &year);
  if (!n) n = republic_digits(view, at, &year);
  size_t i = blank(view, at + n);
  if (n && view->cp[i] == NIAN) {
    date->year = (uint16_t)year;
    size_t from = digit(view, blank(view, i + 1)) ? blank(view, i + 1) : i + 1;
    size_t rest = month_day(view, from, date, &r->figure.weekday);
    if (rest) {
      set(r, GM_FIGURE_DATE, GM_UNIT_DATE, from + rest, from + rest);
      return from + rest - at;
    }
    bool whole = view->cp[i + 1] == 0x5EA6; /* 年度 */
    uint32_t next = view->cp[i + 1];
    if (next == 0x591A || next == 0x4F59) return 0; /* 2000年多 */
    r->figure.value = gm_decimal_of(year);
    set(r, GM_FIGURE_YEAR, whole ? GM_UNIT_YEAR_OF : GM_UNIT_YEAR, i, i + 1 + whole);
    r->end += whole ? 0 : date_tail(view, i + 1); /* 2022年底 */
    return r->end - at;
  }
  gm_numeral count;
  n = digit(view, at) ? 0 : gm_numeral_read(view, at, &count);
  if (n > 2 && (count.flags & GM_NUMERAL_POSITIONAL) && view->cp[at + n] == NIAN) { /* 一一〇年, of another calendar */
    r->figure.value = count.value;
    set(r, GM_FIGURE_YEAR, GM_UNIT_YEAR, at + n, at + n + 1);
    return n + 1;
  }
  if ((n = read_iso(view, at, r)) != 0) return n;
  if ((n = month_day(view, at, date, &r->figure.weekday)) != 0) {
    set(r, GM_FIGURE_DATE, GM_UNIT_DATE, at + n, at + n);
    return n;
  }
  if ((n = read_clock(view, at, r)) != 0) return n;
  n = small_number(view, at, &day);
  i = at + n;
  if (n && day && day <= 31 && view->cp[i] == RI && view->cp[i + 1] != 0x5185 && view->cp[i + 1] != 0x95F4 &&
      !(day == 1 && !digit(view, at))) { /* not 日内 日间, not 一日 */
    date->day = (uint8_t)day;
    i++;
    i += weekday(view, i, false, &r->figure.weekday);
    set(r, GM_FIGURE_DATE, GM_UNIT_DATE, i, i);
    return i - at;
  }
  return 0;
}
