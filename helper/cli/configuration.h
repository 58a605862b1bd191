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

/* What holds for one file, from its configuration and the options. Free with gm_settings_free. */
typedef struct gm_settings {
  uint8_t profile;
  gm_language language;
  gm_selection selection;
  GM_ARRAY(uint8_t) severity; /* by row of gm_rules; GM_SEVERITY_UNSET where nothing is said; or empty */
  const char *convert;
  gm_manner spacing, indent;
  bool keep_quotations;
  GM_ARRAY(gm_text) names;
} gm_settings;

#define GM_SEVERITY_UNSET 0xFF

/* The configurations read so far; zeroed = none. Free with gm_configurations_free. */
typedef struct gm_configurations {
  GM_ARRAY(struct gm_configuration *) files;
} gm_configurations;

/* Fills the settings for the file at `path` (which need not exist). False after a message on standard error: the
 * configuration cannot be read or has an error. The settings borrow from both. */
bool gm_settings_find(gm_configurations *configurations, const gm_options *options, const char *path,
                      gm_settings *settings);
void gm_settings_free(gm_settings *settings);
void gm_configurations_free(gm_configurations *configurations);

/* Makes the rule set that the settings ask for, ready to use. */
void gm_settings_rules(const gm_settings *settings, gm_rule_set *rules);

#endif
