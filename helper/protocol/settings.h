/* What holds for one draft: the wishes of the one who asks, and what the .gangmu.ini of its folder says. How that is
 * found and read is the owner's, so that a session does no I/O. */
#ifndef GM_PROTOCOL_SETTINGS_H
#define GM_PROTOCOL_SETTINGS_H

#include "protocol/selection.h"

/* Zeroed = nothing was said. Free with gm_settings_free. */
typedef struct gm_settings {
  bool configured; /* a configuration was found that says something of the draft */
  uint8_t profile;
  gm_language language;
  gm_selection selection;
  GM_ARRAY(uint8_t) severity; /* by row of gm_rules; GM_SEVERITY_UNSET where nothing is said; or empty */
  const char *convert;
  gm_manner spacing, indent;
  bool keep_quotations;
  GM_ARRAY(gm_text) names;
  void *owner; /* what the texts are borrowed from, given to `release`; or NULL */
  void (*release)(void *owner);
} gm_settings;

#define GM_SEVERITY_UNSET 0xFF

/* What an editor says, which wins over the configuration. */
typedef struct gm_wished {
  uint8_t profile;         /* 0 when nothing is said */
  uint8_t profile_guessed; /* holds when the configuration says nothing either */
  gm_language language;
  const gm_selection *selection;
} gm_wished;

/* Fills settings, zeroed, for the draft at `path`, which need not exist. False when its configuration cannot be read or
 * has an error: then *reason says which, for the writer, and the settings are as if there were none. The settings
 * borrow from `wished`. */
typedef bool gm_settings_read(gm_settings *settings, const gm_wished *wished, gm_text path, gm_buffer *reason);

/* Makes the rule set that the settings ask for, ready to use. */
void gm_settings_rules(const gm_settings *settings, gm_rule_set *rules);
/* Do two rule sets run the same rules alike? */
bool gm_settings_rules_same(const gm_rule_set *a, const gm_rule_set *b);
void gm_settings_free(gm_settings *settings);

#endif
