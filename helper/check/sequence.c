#include "check/families.h"

void gm_check_inline_sequence(gm_draft_check *check) { (void)check; }
void gm_check_heading_sequence(gm_draft_check *check) { (void)check; }
void gm_check_heading_form(gm_draft_check *check) { (void)check; }
