#include "check/rule.h"

#include <stdlib.h>

const gm_rule gm_rules[] = {
    {"AR-01", GM_SEVERITY_ERROR, GM_PROFILE_ALL, "总数与分项之和不符", "total differs from the sum of its parts", "",
     "", "", "", NULL, NULL, NULL, NULL, NULL},
};
const uint16_t gm_rule_count = sizeof gm_rules / sizeof *gm_rules;

int gm_rule_find(gm_text id) {
  for (int i = 0; i < gm_rule_count; i++)
    if (strlen(gm_rules[i].id) == id.len && !memcmp(gm_rules[i].id, id.ptr, id.len)) return i;
  return -1;
}

void gm_rule_set_init(gm_rule_set *set, uint8_t profile, gm_language language) {
  memset(set, 0, sizeof *set);
  set->profile = profile;
  set->language = language;
}
void gm_rule_set_severity(gm_rule_set *set, uint16_t rule, gm_severity severity) {
  (void)set;
  (void)rule;
  (void)severity;
}
void gm_rule_set_ready(gm_rule_set *set) { (void)set; }
void gm_rule_set_free(gm_rule_set *set) {
  free(set->severity);
  free(set->trigger);
  gm_array_free(&set->lists);
}
void gm_check_line(const gm_rule_set *set, const gm_view *view, const gm_figures *figures, gm_findings *out) {
  (void)set;
  (void)view;
  (void)figures;
  (void)out;
}
void gm_check_draft(const gm_rule_set *set, const gm_draft *draft, const gm_outline *outline, const gm_figures *figures,
                    gm_findings *out) {
  (void)set;
  (void)draft;
  (void)outline;
  (void)figures;
  (void)out;
}
