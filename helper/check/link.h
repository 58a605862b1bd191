/* The rules that every arithmetic check obeys (checks.md, section 0), in one place: what can be compared with what,
 * which figures can never be a whole, intervals, disclaimers, near digits.
 *
 * A line's figures are seen as mentions: the record with its place among the clean characters. */
#ifndef GM_CHECK_LINK_H
#define GM_CHECK_LINK_H

#include "check/words.h"

/* A line with more figures is a table pasted as text: the first ones are linked. */
#define GM_MENTIONS_MAX 96

typedef struct gm_mention {
  const gm_figure *figure;
  uint32_t from;   /* clean characters: of the approximator or the number */
  uint32_t number; /* of the number */
  uint32_t to;     /* behind the unit */
  uint32_t clause; /* where its clause begins: gm_clause_start of `from` */
  uint32_t label;  /* where the words that name it begin: behind the mention before it, in its clause, behind 、 */
} gm_mention;

typedef struct gm_links {
  const gm_view *view; /* NULL until the mentions are made */
  unsigned count;
  gm_mention items[GM_MENTIONS_MAX];
} gm_links;

/* The mentions of the line, made when a rule first asks for them. */
const gm_links *gm_links_of(gm_line_check *check);

/* How many figures of a kind the line has. */
unsigned gm_count_kind(const gm_figures *figures, gm_figure_kind kind);

/* A counted, measured or paid quantity: what can be a part or a whole. */
static inline bool gm_is_amount(const gm_figure *figure) {
  return GM_KIND_AMOUNT >> figure->kind & (figure->unit != 0);
}

/* Rule 5: a delta, a threshold, a figure in brackets, a name … is never a whole or a part of one. */
static inline bool gm_is_delta(const gm_figure *figure) {
  return figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN) && !(figure->roles & GM_ROLE_TO);
}
static inline bool gm_is_plain(const gm_figure *figure) {
  return !gm_is_delta(figure) &&
         !(figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* Rule 3: an approximate operand never yields an error. */
static inline bool gm_is_exact(const gm_figure *figure) { return figure->approx == GM_APPROX_NONE; }

/* 36岁, 60周岁 */
bool gm_is_age(const gm_figure *figure);

/* An amount that can be one of those a total is made of; ages add up to nothing. */
static inline bool gm_is_part(const gm_figure *figure) {
  return gm_is_amount(figure) && !gm_is_age(figure) && !gm_is_delta(figure) &&
         !(figure->roles &
           (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED));
}

/* An exact amount above nothing that can be a whole: what a share or a rate can be computed of. */
static inline bool gm_is_count(const gm_figure *figure) {
  return gm_is_amount(figure) && gm_is_exact(figure) && gm_is_plain(figure) && figure->value.digits > 0;
}

static inline bool gm_same_sentence(const gm_mention *a, const gm_mention *b) {
  return a->figure->sentence == b->figure->sentence;
}

/* 完成预算18.20亿元的101.4%: is the percentage behind the mention told of it? */
bool gm_is_base(const gm_links *links, unsigned index);

/* The first word in [from, to) that announces a total (共 合计 总计 累计 总数 总量 现有), SIZE_MAX when there is none.
 * 公共, 共建 and their like are none. */
size_t gm_find_total(const gm_view *view, size_t from, size_t to);

/* Do the two stand in one sentence with no ； between them? */
bool gm_in_one_part(const gm_links *links, const gm_mention *a, const gm_mention *b);

/* Does the sentence that begins at `from` open with a division: 按年龄分，…; 从来源看，…, before clean character `to`?
 */
bool gm_divides(const gm_view *view, size_t from, size_t to);

/* Do two ranges of clean characters share two Han characters in a row? */
bool gm_share_pair(const gm_view *view, size_t from, size_t to, size_t other_from, size_t other_to);

/* Rule 7: the line says itself that its figures need not agree. */
bool gm_disclaimed(const gm_view *view);
/* Takes out the AR and PCT findings of the parts of the line for which alone it says so. */
void gm_heed_local_disclaimers(const gm_view *view, gm_findings *findings);

/* The same said of the whole draft, as GM_DISCLAIMS_ bits: 部分合计数由于四舍五入未作机械调整; a survey's questions of
 * several answers. Only lines with one of the triggers are asked. */
#define GM_DISCLAIMER_TRIGGERS "舍械选"
uint8_t gm_disclaims_draft(const gm_view *view);

/* Rule 2: p ± half a unit of its last printed digit (of ten percent for 成), `halves` (odd) of them, both ends closed;
 * an approximator gives the interval instead. Of a whole percentage each further pair of halves is 0.4 either way: one
 * cut off or rounded up is less than 1 off, and 11% for 10% is none. */
gm_interval gm_percent_interval(const gm_figure *percent, int halves);

/* Can part / whole be `percent` (in percent)? True as well when it cannot be computed. */
bool gm_ratio_fits(gm_interval part, gm_interval whole, gm_interval percent);

/* *sum += term; false when it does not fit (then nothing is to be said). */
bool gm_interval_add(gm_interval *sum, gm_interval term);
/* a - b as an interval. */
bool gm_interval_subtract(gm_interval a, gm_interval b, gm_interval *out);

/* 100 * part / whole, rounded to `scale` digits. */
bool gm_percent_of(gm_decimal part, gm_decimal whole, int scale, gm_decimal *out);

/* How two different values look alike. */
typedef enum gm_likeness {
  GM_UNLIKE,
  GM_SWAPPED,   /* two neighbouring digits changed places: 361, 316 */
  GM_ONE_DIGIT, /* one digit differs, of three or more */
  GM_SHIFTED    /* a power of ten apart */
} gm_likeness;
gm_likeness gm_look_alike(gm_decimal a, gm_decimal b);
/* Is `computed` more than 30 % off `told`, with no slip of a digit between them? Such a pair is rather two things than
 * one told wrong. Numbers of two digits that share one count as a slip. */
bool gm_is_far(gm_decimal computed, gm_decimal told);

/* Is |a - b| <= b * parts_per_thousand / 1000? */
bool gm_within(gm_decimal a, gm_decimal b, int parts_per_thousand);

/* The scale printed behind the figure's number in the raw line: 8 for 亿, 4 for 万, 0 for neither. */
int gm_printed_scale(gm_text line, const gm_figure *figure);

/* A decimal for a message. */
gm_quote gm_quote_decimal(gm_decimal value);
/* Is the percentage written in ‰? Its value is in percent all the same. */
bool gm_is_permille(gm_text line, const gm_figure *percent);
/* A value in percent for a message, as `like` of the raw line is written: "21.4%" or "5.15‰". */
gm_quote gm_quote_percent(gm_text line, const gm_figure *like, gm_decimal value);
/* The value of an amount in the scale its writer used: 3275000 of 327.5万元 is "327.5万". */
gm_quote gm_quote_like(gm_decimal value, const gm_mention *model, const gm_view *view);
/* The same with the model's unit behind: "327.5万元". */
gm_quote gm_quote_amount(gm_decimal value, const gm_mention *model, const gm_view *view);
/* `value` rounded to one digit more than `model` prints in its scale: 834393.3 beside 81.9万元 is 834390. */
gm_decimal gm_round_like(gm_decimal value, const gm_mention *model, const gm_view *view);
/* The figure as written, approximator and unit included. */
gm_quote gm_quote_mention(const gm_view *view, const gm_mention *mention);

/* Says of the last finding whether the two values are farther apart than rounding explains, whatever the draft says of
 * its figures' sums. */
void gm_note_distance(gm_line_check *check, gm_decimal computed, gm_decimal told);

/* Offers `value`, in the form and with the unit of `mention`, as what the last finding, reported at it, should read.
 * Nothing is offered for a number that is approximate or not written in plain Arabic digits. */
void gm_offer_value(gm_line_check *check, const gm_mention *mention, gm_decimal value);

/* Notes that these figures of the line agree with each other (any may be NULL): they are verified. */
void gm_agree(gm_line_check *check, const gm_mention *a, const gm_mention *b, const gm_mention *c);

/* Is a finding of the line at the mention already? One fault, one finding. */
bool gm_is_told(const gm_line_check *check, const gm_mention *mention);

/* Reports at a mention and relates another. */
void gm_report_mention(gm_line_check *check, const gm_mention *at);
void gm_relate_mention(gm_line_check *check, const gm_mention *other, const char *zh, const char *en);

#endif
