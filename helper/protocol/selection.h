/* Which rules and passes run: the lists that --select, --ignore, .gangmu.ini and requests give.
 *
 * A selector is a rule's id ("AR-01"), a family ("AR"), "all", or "default" (what runs when nothing is selected); the
 * case of letters does not matter. Without a selection the defaults run. With one, only what it names runs, hints
 * included; a list that names no pass leaves the passes as they are, and so with rules. The more specific selector wins
 * (an id over a family over all), and ignoring wins over selecting when both are as specific. A family or "all"
 * respects the profile of a rule, an id does not; and opt-in passes, some of which delete lines, run by their id alone.
 */
#ifndef GM_PROTOCOL_SELECTION_H
#define GM_PROTOCOL_SELECTION_H

#include "check/rule.h"
#include "normalize/normalize.h"

typedef GM_ARRAY(gm_text) gm_selectors; /* the texts are borrowed */

typedef struct gm_selection {
  gm_selectors select, ignore;
} gm_selection;

/* Appends the selectors of a list parted by commas or blanks; the texts point into `list`. False at the first one that
 * names nothing; *unknown is then that one. */
bool gm_selectors_add(gm_selectors *selectors, gm_text list, gm_text *unknown);
/* Does a selector name this rule or pass, by its id, its family or "all"? */
bool gm_selectors_name(const gm_selectors *selectors, const char *id);
void gm_selection_free(gm_selection *selection);

/* Sets severities of a rule set made by gm_rule_set_init; gm_rule_set_ready is still to be called. */
void gm_selection_rules(const gm_selection *selection, gm_rule_set *set);

/* Does the selection keep this rule from running, whatever its severity? */
bool gm_selection_bars(const gm_selection *selection, const char *rule);

/* The passes that run, as gm_normalize_options wants them. */
uint64_t gm_selection_passes(const gm_selection *selection);

/* The GM_PROFILE_ bit of "cn-news", "cn-gongwen", "tw", "none"; 0 when unknown. */
uint8_t gm_profile_named(gm_text name);

#endif
