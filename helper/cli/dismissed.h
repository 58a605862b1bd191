/* .gangmu/dismissed.tsv on the disk: found for a draft, read, and written so that either the old or the new is there.
 */
#ifndef GM_CLI_DISMISSED_H
#define GM_CLI_DISMISSED_H

#include "protocol/store.h"

/* The file is in the folder of the draft's project (folder.h), and is made there with .gangmu when it is first
 * written. */
gm_store_read gm_dismissed_read;
gm_store_write gm_dismissed_write;

/* Today, as 2024-03-05. */
void gm_today(char date[11]);

#endif
