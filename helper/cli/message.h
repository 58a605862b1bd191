/* Messages to the person at the terminal, on standard error: "gangmu: " and one line in their language. */
#ifndef GM_CLI_MESSAGE_H
#define GM_CLI_MESSAGE_H

#include "check/finding.h"

/* printf-like; the format is chosen by language, both take the same arguments. */
void gm_complain(gm_language language, const char *zh, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* What an errno means, for the errors that files have; else the system's own words. */
const char *gm_reason(gm_language language, int error);

#endif
