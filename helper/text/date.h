/* Calendar dates as they are written in datelines. */
#ifndef GM_TEXT_DATE_H
#define GM_TEXT_DATE_H

#include "text/view.h"

#define GM_REPUBLIC_EVE 1911 /* 民国元年 is 1912 */

/* 0 where a part is not given. */
typedef struct gm_date {
  uint16_t year;
  uint8_t month, day;
} gm_date;

/* Reads a date with a year at clean character `at`: 2024-03-05, 2024年3月5日, 二〇二四年三月五日, 2024年3月,
 * 民国113年3月5日. Gives its characters (a time of day behind it included), 0 when there is none. */
size_t gm_date_read(const gm_view *view, size_t at, gm_date *date);

#endif
