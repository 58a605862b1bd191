/* Spans told in hours, minutes and seconds, maybe by several of them: 2小时14分37秒. */
#ifndef GM_CHECK_SPANS_H
#define GM_CHECK_SPANS_H

#include "check/link.h"

#define GM_SPAN_UNITS 3u

typedef struct gm_span {
  gm_mention whole; /* of all its units; its figure is that of the first */
  unsigned next;    /* the mention behind */
  unsigned units;   /* it is told in */
  bool loose;       /* 半小时, 1.5小时: no digits of a unit that could have slipped */
  int64_t seconds;
  int64_t part[GM_SPAN_UNITS]; /* hours, minutes, seconds as told; -1 of a unit that is not */
} gm_span;

/* Reads the span that begins at mention `at`; false when none does, or one that is no exact whole number of its units.
 */
bool gm_read_span(const gm_links *links, unsigned at, gm_span *out);

/* Would the span be of so many seconds if one digit of one of its units were another, two changed places, or is it off
 * by an hour, half of one, or by what is borrowed as a hundred? */
bool gm_span_slips(const gm_span *told, int64_t seconds);

/* So many seconds in the units of `like`, and larger ones where those do not hold them: 1小时30分. */
gm_quote gm_quote_span(int64_t seconds, const gm_span *like, bool english);

#endif
