#include "check/families.h"

void gm_check_mojibake(gm_line_check *check) { (void)check; }
