/* What is kept of a line for the rules of a draft, so that a join looks at few bytes of a line that has nothing for it.
 */
#ifndef GM_CHECK_FACTS_H
#define GM_CHECK_FACTS_H

#include "figure/figure.h"

/* How figures that may tell one thing in two ways are brought together. */
typedef enum gm_twins_by {
  GM_TWINS_BY_DIGITS, /* the same digits in any order, the same unit and decimals (XR-01) */
  GM_TWINS_BY_NOUN,   /* the same unit and the same end of the noun (XR-01, XR-02) */
  GM_TWINS_WAYS
} gm_twins_by;

/* A figure that another of the draft may tell otherwise, with a key that those share. */
typedef struct gm_twin_key {
  uint64_t key;
  uint32_t figure; /* of its line */
} gm_twin_key;

/* Why the figures of a draft need not add up. */
enum {
  GM_DISCLAIMS_ROUNDING = 1, /* they are rounded: none may be off by more than that */
  GM_DISCLAIMS_ANSWERS = 2   /* who was asked gave several answers */
};

typedef struct gm_line_facts {
  uint64_t reading;  /* tells this reading of the line from all others of the document */
  uint32_t kinds;    /* GM_KIND() of its figures */
  uint32_t roles;    /* GM_ROLE_ bits of them */
  uint16_t numerals; /* GM_NUMERAL_ bits of them */
  uint8_t disclaims; /* GM_DISCLAIMS_ bits: why the draft's figures need not add up (checks.md, section 0, rule 7) */
  bool rounds;       /* has a number with 余, 近 or 超过 */
  bool quotes;       /* has “ */
  bool pairs;        /* has one of “ ” 《 》 （ ） */
  bool runs_on : 1;  /* has half of a quotation that may run on over other lines */
  bool refers : 1;   /* has 本…第: may refer to an article of the draft */
  bool labels : 1;   /* has a label like “五统一” */
  bool year;         /* four amounts in a row that may be those of a year: gm_may_tell_year */
  uint32_t twin_end[GM_TWINS_WAYS]; /* where the keys of each way end, those of the next begin */
  gm_twin_key *twins;               /* of the caller, see below */
} gm_line_facts;

typedef GM_ARRAY(gm_twin_key) gm_twin_keys;

/* Do four amounts of one unit stand in a row, with or without the number of a quarter before each, the third of them of
 * autumn or the third quarter? In arithmetic_earlier.c, which adds them up. */
bool gm_may_tell_year(gm_text line, const gm_figure *figures, size_t count);

/* Fills *facts from the figures of a line (its raw bytes in `line`); the keys are appended to `twins`, for the caller
 * to keep. */
void gm_line_facts_make(gm_line_facts *facts, gm_text line, const gm_figure *figures, size_t count,
                        gm_twin_keys *twins);

#endif
