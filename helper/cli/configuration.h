/* .gangmu.ini: found in the folder of a file or the nearest one above it.
 *
 *     profile = cn-gongwen            ; cn-news, cn-gongwen, tw, none
 *     language = zh                   ; of messages: zh, en
 *     select = default, SEQ-03        ; as --select
 *     ignore = PUN-07
 *     convert = t2s                   ; NRM-30: an OpenCC configuration
 *     names = 乾安, 乾县               ; NRM-30: words it leaves alone
 *     quotations = keep               ; NRM-30: keep, convert
 *     spacing = remove                ; NRM-31: add, remove
 *     indent = add                    ; NRM-33: add, remove
 *
 *     [severity]
 *     AR-01 = warning                 ; off, hint, warning, error
 *
 *     [*.md]                          ; files whose name (with a slash: whose path from here) matches
 *     ignore = NRM
 *     severity.AR-01 = off
 *
 * Sections count in their order; a later key replaces an earlier one, but `ignore` adds to it. Anything else in the
 * file is an error that names the line. */
#ifndef GM_CLI_CONFIGURATION_H
#define GM_CLI_CONFIGURATION_H

#include "cli/options.h"
#include "protocol/settings.h"

/* The configurations read so far; zeroed = none. Free with gm_configurations_free. */
typedef struct gm_configurations {
  GM_ARRAY(struct gm_configuration *) files;
} gm_configurations;

/* Fills the settings for the file at `path` (which need not exist). False after a message on standard error: the
 * configuration cannot be read or has an error. The settings borrow from both. */
bool gm_settings_find(gm_configurations *configurations, const gm_options *options, const char *path,
                      gm_settings *settings);
void gm_configurations_free(gm_configurations *configurations);

/* The same for a session: reads the file anew each time and says nothing on standard error. */
gm_settings_read gm_configuration_read;

#endif
