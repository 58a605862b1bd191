#include "text/date.h"

static int han_digit(uint32_t c) {
  static const uint_least16_t digits[] = u"〇一二三四五六七八九";
  if (c == 0x96F6) return 0;
  for (int i = 0; i < 10; i++)
    if (digits[i] == c) return i;
  return -1;
}

/* A number of at most `digits` digits, Arabic or Han (十 and 廿 read for up to two). */
static size_t read_number(const gm_view *view, size_t at, size_t digits, uint32_t *value) {
  size_t n = 0;
  uint32_t v = 0;
  while (n < digits && at + n < view->count && (view->cls[at + n] & GM_DIGIT)) v = v * 10 + (view->cp[at + n++] - '0');
  if (n) {
    *value = v;
    return n;
  }
  if (digits == 4) {
    for (; n < 4; n++) {
      int d = at + n < view->count ? han_digit(view->cp[at + n]) : -1;
      if (d < 0) return 0;
      v = v * 10 + (uint32_t)d;
    }
    *value = v;
    return 4;
  }
  int first = at < view->count ? han_digit(view->cp[at]) : -1;
  if (first > 0) {
    v = (uint32_t)first;
    n = 1;
  }
  if (at + n < view->count && view->cp[at + n] == 0x5341) { /* 十 */
    v = (n ? v : 1) * 10;
    n++;
    int last = at + n < view->count ? han_digit(view->cp[at + n]) : -1;
    if (last > 0) {
      v += (uint32_t)last;
      n++;
    }
  }
  *value = v;
  return n;
}

static size_t skip_blanks(const gm_view *view, size_t at) {
  while (view->cls[at] & GM_SPACE) at++;
  return at;
}

/* 10:37, 15:23:00, behind blanks. */
static size_t read_time(const gm_view *view, size_t at) {
  size_t i = skip_blanks(view, at), end = at;
  uint32_t part;
  for (int field = 0; field < 3; field++) {
    size_t n = read_number(view, i, 2, &part);
    if (!n || !(view->cls[i] & GM_DIGIT)) break;
    i += n;
    if (field) end = i;
    if (view->cp[i] != ':' && view->cp[i] != 0xFF1A) break;
    i++;
  }
  return end - at;
}

/* 民国113年, 中华民国一一三年: gives its characters up to 年, 0 when it is none. */
static size_t read_republic(const gm_view *view, size_t at, uint32_t *year) {
  size_t i = at, n = 0;
  if (view->cp[i] == 0x4E2D && view->cp[i + 1] == 0x534E) i += 2; /* 中华 */
  if (view->cp[i] != 0x6C11 || view->cp[i + 1] != 0x56FD) return 0;
  i = skip_blanks(view, i + 2);
  *year = 0;
  for (int d; n < 3; n++) {
    d = view->cls[i + n] & GM_DIGIT ? (int)view->cp[i + n] - '0' : han_digit(view->cp[i + n]);
    if (d < 0) break;
    *year = *year * 10 + (uint32_t)d;
  }
  if (!*year) return 0;
  *year += GM_REPUBLIC_EVE;
  i = skip_blanks(view, i + n);
  return view->cp[i] == 0x5E74 ? i - at : 0; /* 年 */
}

size_t gm_date_read(const gm_view *view, size_t at, gm_date *date) {
  uint32_t year, month = 0, day = 0;
  size_t i = at, n = read_number(view, i, 4, &year);
  if (n == 4) {
    if (year < 1800 || year > 2199 || (view->cls[i + 4] & GM_DIGIT)) return 0;
  } else if (!(n = read_republic(view, at, &year))) {
    return 0;
  }
  i = skip_blanks(view, i + n);
  uint32_t mark = view->cp[i];
  bool han = mark == 0x5E74; /* 年 */
  if (!han && mark != '-' && mark != '/' && mark != '.') return 0;
  i = skip_blanks(view, i + 1);
  n = read_number(view, i, 2, &month);
  if (!n || !month || month > 12) return 0;
  i += n;
  size_t end = i;
  if (han) {
    i = skip_blanks(view, i);
    if (view->cp[i] != 0x6708) return 0; /* 月 */
    end = ++i;
    i = skip_blanks(view, i);
  } else {
    if (view->cp[i] != mark) return 0;
    i++;
  }
  n = read_number(view, i, 2, &day);
  if (n && day && day <= 31 && (!han || view->cp[skip_blanks(view, i + n)] == 0x65E5)) { /* 日 */
    end = han ? skip_blanks(view, i + n) + 1 : i + n;
    if (!han && (view->cls[end] & GM_DIGIT)) return 0;
  } else if (han) {
    day = 0;
  } else {
    return 0;
  }
  *date = (gm_date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
  return end + read_time(view, end) - at;
}
