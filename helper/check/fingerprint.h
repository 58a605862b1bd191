/* Fingerprints of findings: what a dismissal remembers, and what tells findings apart from one state of a draft to the
 * next. Not the place counts but the text: a finding that moves keeps its fingerprint, one whose figures change does
 * not.
 *
 *     bit 63      distinct: the figures say enough by themselves to be known again anywhere
 *     bits 32-62  core: the rule, the text it is about and that of its related places, folded and without blanks
 *     bits 16-31  left, 0-15 right: the words on either side, figures and marks left out; 0 where there are none */
#ifndef GM_CHECK_FINGERPRINT_H
#define GM_CHECK_FINGERPRINT_H

#include <stdbool.h>

#include "check/finding.h"

#define GM_FINGERPRINT_DISTINCT    (UINT64_C(1) << 63)
#define GM_FINGERPRINT_CORE(print) ((uint32_t)((print) >> 32))

/* How much two fingerprints have in common. */
typedef enum gm_alike {
  GM_ALIKE_NOT,
  GM_ALIKE_BY_CORE, /* the words on both sides were changed; only where the core is distinct */
  GM_ALIKE_BY_SIDE, /* those on one side */
  GM_ALIKE_WHOLLY
} gm_alike;

/* How much of what two fingerprints are made of is the same. */
gm_alike gm_fingerprint_compare(uint64_t a, uint64_t b);

/* Gives the findings from index `first` on their fingerprints; their positions count within the `count` lines. */
void gm_findings_fingerprint(gm_findings *findings, size_t first, const gm_text *lines, size_t count);

/* Gives findings with the same fingerprint different ones, by their order: the first keeps it, the others get another
 * left side. */
void gm_findings_distinguish(gm_findings *findings);

/* "0123456789abcdef" and back; false when it is none. */
#define GM_FINGERPRINT_DIGITS 16
bool gm_fingerprint_read(gm_text text, uint64_t *print);

#endif
