/* What rules over a whole draft share: its date, walking its figures, words around a figure. */
#ifndef GM_CHECK_DRAFT_H
#define GM_CHECK_DRAFT_H

#include "check/words.h"
#include "data/han.h"

/* The draft's own date, from its metadata or its signature: that of publication before that of writing, and that of a
 * speech, which its subtitle tells, where there is no other. Year 0 when there is none. `published` says that it is of
 * a page's head, not of a signature. */
typedef struct gm_draft_date {
  gm_date date;
  bool published;
} gm_draft_date;
gm_draft_date gm_date_of_draft(const gm_draft_check *check);

/* draft_today.c: the draft's own date, or the day on which it speaks by what it says of today; of a title's year month
 * and day are 0. Year 0 when none is told. */
gm_date gm_today_of(const gm_draft_check *check);

#define GM_TITLE_CHARS 40 /* a line that is longer is no title */

/* Can the line be one of a title: short, without a stop at its end? */
static inline bool gm_may_be_title(const gm_draft *draft, size_t line) {
  return draft->looks[line].chars <= GM_TITLE_CHARS && !(gm_class_of(draft->looks[line].last) & GM_STOP);
}

/* The next kept line with text from `line` on; the draft's count when there is none. */
static inline uint32_t gm_next_text(const gm_draft *draft, uint32_t line) {
  while (line < draft->count && (!draft->looks[line].chars || !draft->classes[line].keep)) line++;
  return line;
}

/* The year told by the title, or as one of the Republic: of a notice without a date of its own. 0 when neither tells
 * it, or the first lines tell several. */
unsigned gm_year_of_title(const gm_draft_check *check);

/* Does one of the words (UTF-8, parted by single spaces) stand in a title among the draft's first lines? *year (or
 * NULL) gets the only year that these titles tell, 0 when there is none. */
bool gm_title_holds(const gm_draft_check *check, const char *words, unsigned *year);

/* The line of the draft's title, UINT32_MAX when it has none or one over several lines. In a piece of few lines no
 * outline is seen: there a short first line without a stop, over a longer one, is the title. */
uint32_t gm_title_line(const gm_draft_check *check);

/* Days since 0000-03-01 in the Gregorian calendar; of year, month, day that exist. */
int64_t gm_day_number(gm_date date);
/* Is it 29 February, of a leap year whichever it is? */
static inline bool gm_is_leap_day(gm_date date) { return date.month == 2 && date.day == 29; }
/* 1 Monday … 7 Sunday. */
unsigned gm_weekday(gm_date date);

/* The year that puts month and day nearest to `near` (a full date). */
unsigned gm_nearest_year(gm_date near, unsigned month, unsigned day);

/* Reports at a figure of a line, relates one. */
void gm_report_figure(gm_draft_check *check, uint32_t line, const gm_figure *figure);
void gm_relate_figure(gm_draft_check *check, uint32_t line, const gm_figure *figure, const char *zh, const char *en);
/* Has the rule spoken of the figure already? One fault, one finding. */
bool gm_is_reported(const gm_draft_check *check, uint32_t line, const gm_figure *figure);
/* Offers a percentage, in the form of the figure that the last finding is reported at; nothing for one that is not in
 * Arabic digits. */
void gm_offer_percent(gm_draft_check *check, uint32_t line, const gm_figure *percent, gm_decimal value);
/* Reports `share` of a line, whose part stands in it and whose whole in line `at`, as another than `computed`; offers
 * that, relates both. */
void gm_report_far_share(gm_draft_check *check, uint32_t line, const gm_figure *part, const gm_figure *share,
                         uint32_t at, const gm_figure *whole, gm_decimal computed);
/* The figure as written, with its noun's unit. */
gm_quote gm_quote_figure(const gm_draft *draft, uint32_t line, const gm_figure *figure);
/* A value as the figure is written, with its 万 or 亿 and its unit: 626000 as 26.6万人次 is "62.6万人次". */
gm_quote gm_quote_as(const gm_draft *draft, uint32_t line, const gm_figure *figure, gm_decimal value);

/* Bytes of `word` (UTF-8, in the analysis alphabet) as the folded line reads it at byte `byte`, or up to there; 0 when
 * it does not. For candidates only. */
uint32_t gm_reads(gm_text line, uint32_t byte, const char *word);
uint32_t gm_reads_before(gm_text line, uint32_t byte, const char *word);

/* The bytes of the first of the words, up to a NULL, that stands at the byte; 0 when none does. */
uint32_t gm_reads_one(gm_text line, uint32_t byte, const char *const *words);
/* The bytes of the longest of the words, up to a NULL, that ends just before the byte; 0 when none does. */
uint32_t gm_reads_one_before(gm_text line, uint32_t byte, const char *const *words);

/* Does one of the words, up to a NULL, begin in the bytes [from, to) of the line? */
bool gm_reads_within(gm_text line, uint32_t from, uint32_t to, const char *const *words);

/* Is the character that ends before `p` an ideograph of three bytes? Its code point; four bytes must be readable. Most
 * characters of a line are, and are read at once. */
static inline bool gm_ideograph_before(const char *p, uint32_t *c) {
  uint32_t word;
  memcpy(&word, p - 4, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap32(word);
#endif
  *c = (word << 4 & 0xF000) + (word >> 10 & 0xFC0) + (word >> 24 & 0x3F);
  return (word & 0xC0C0F000) == 0x8080E000 && *c - GM_HAN_FIRST < GM_HAN_COUNT;
}

/* Up to `count` folded characters of the line before byte `byte`, blanks left out, back to the last 。！？; they are
 * written to the end of `out`. Gives how many; out[count - n] is the first. For candidate pairs only. */
size_t gm_context_before(gm_text line, uint32_t byte, uint32_t *out, size_t count);
/* Up to `count` folded characters from byte `byte` on, blanks left out, wherever sentences end; how many. */
size_t gm_context_behind(gm_text line, uint32_t byte, uint32_t *out, size_t count);

/* Does the name, of Han characters, stand before the figure, with a few others and no mark between: 受理诉求58800件? */
bool gm_is_named_before(gm_text line, const gm_figure *figure, gm_text name);

#endif
