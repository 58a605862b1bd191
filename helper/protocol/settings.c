#include "protocol/settings.h"

void gm_settings_rules(const gm_settings *settings, gm_rule_set *rules) {
  gm_rule_set_init(rules, settings->profile, settings->language);
  gm_selection_rules(&settings->selection, rules);
  for (uint16_t i = 0; i < settings->severity.count; i++)
    if (settings->severity.items[i] != GM_SEVERITY_UNSET && !gm_selection_bars(&settings->selection, gm_rules[i].id))
      gm_rule_set_severity(rules, i, (gm_severity)settings->severity.items[i]);
  gm_rule_set_ready(rules);
}

bool gm_settings_rules_same(const gm_rule_set *a, const gm_rule_set *b) {
  return a->profile == b->profile && a->language == b->language && !memcmp(a->severity, b->severity, gm_rule_count) &&
         !memcmp(a->hints, b->hints, gm_rule_count * sizeof *a->hints);
}

void gm_settings_free(gm_settings *settings) {
  gm_selection_free(&settings->selection);
  gm_array_free(&settings->severity);
  gm_array_free(&settings->names);
  if (settings->release) settings->release(settings->owner);
  *settings = (gm_settings){0};
}
