/* Times that a draft tells by their first and last day (报名时间为3月16日至27日; 7月13日开班，7月24日结业), and what
 * they are of: what a day told of one of them is compared with. */
#ifndef GM_CHECK_DATE_TERMS_H
#define GM_CHECK_DATE_TERMS_H

#include "check/draft.h"
#include "check/link.h"

#define GM_TERMS_MAX   24u /* a draft of more is a chronicle */
#define GM_LABEL_BYTES 6u  /* the two characters before 期间 or 结束后 by which a time is known */

typedef struct gm_told_term {
  uint32_t line;
  const gm_figure *a, *b;
  gm_date first, last;
  bool event; /* told by what opened and what ended */
} gm_told_term;

typedef struct gm_told_terms {
  gm_told_term items[GM_TERMS_MAX];
  unsigned count, events;
} gm_told_terms;

/* The dates of a line, each with what it leaves out taken from the one before. */
typedef struct gm_line_dates {
  gm_date items[GM_MENTIONS_MAX];
} gm_line_dates;

void gm_line_dates_of(const gm_figures *figures, gm_line_dates *out);

/* A date told to the day, which is no name. */
bool gm_is_day_told(const gm_figure *figure);

/* Is there such a day? Its number; of a year that is not told one of a leap year. */
bool gm_day_exists(gm_date d);
int64_t gm_day_of_term(gm_date d);

/* All of the draft; none when there are too many. */
void gm_told_terms_of(const gm_draft_check *check, gm_told_terms *out);

/* Is the time one of `label`, as its line tells, and near enough to `line` for so wide a name as 活动? */
bool gm_is_term_of(const gm_draft_check *check, const gm_told_term *term, uint32_t line, const char *label);

/* The first place of `label` in the bytes [from, to) of the line, SIZE_MAX when it does not stand there. */
size_t gm_find_label(gm_text line, size_t from, size_t to, const char *label);

/* The two Han characters that end before the byte `at`; NULL when there are none. */
const char *gm_label_before(gm_text line, uint32_t at);

/* Are the numbers of two days or months one digit apart, or two digits turned round? */
bool gm_days_slip(unsigned a, unsigned b);

#endif
