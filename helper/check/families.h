/* The functions of the rules, by family: a family is a file. check/table.c has the rows. */
#ifndef GM_CHECK_FAMILIES_H
#define GM_CHECK_FAMILIES_H

#include "check/rule.h"

/* sequence.c */
void gm_check_inline_sequence(gm_draft_check *check);  /* SEQ-01 */
void gm_check_heading_sequence(gm_draft_check *check); /* SEQ-02 */
void gm_check_heading_form(gm_draft_check *check);     /* SEQ-03 */

/* mojibake.c */
void gm_check_mojibake(gm_line_check *check); /* NRM-01 */

#endif
