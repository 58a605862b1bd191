#include "protocol/selection.h"

#include <strings.h>

/* How closely a selector names a row. */
typedef enum gm_closeness { NOT, AS_DEFAULT, AS_ALL, AS_FAMILY, AS_ID } gm_closeness;

static bool same(gm_text text, const char *word) {
  return strlen(word) == text.len && !strncasecmp(text.ptr, word, text.len);
}

static gm_closeness closeness(gm_text selector, const char *id) {
  if (same(selector, id) || gm_rule_named(selector, id)) return AS_ID;
  if (same(selector, "all")) return AS_ALL;
  if (same(selector, "default")) return AS_DEFAULT;
  size_t family = strcspn(id, "-");
  return selector.len == family && !strncasecmp(selector.ptr, id, family) ? AS_FAMILY : NOT;
}

static gm_closeness closest(const gm_selectors *selectors, const char *id) {
  gm_closeness best = NOT;
  for (size_t i = 0; i < selectors->count; i++) {
    gm_closeness c = closeness(selectors->items[i], id);
    if (c > best) best = c;
  }
  return best;
}

/* Does any selector name a row of its own (not by "default")? */
static bool names_rule(gm_text selector) {
  for (uint16_t i = 0; i < gm_rule_count; i++)
    if (closeness(selector, gm_rules[i].id) > AS_DEFAULT) return true;
  return false;
}

static bool names_pass(gm_text selector) {
  for (uint16_t i = 0; i < gm_pass_count; i++)
    if (closeness(selector, gm_passes[i].id) > AS_DEFAULT) return true;
  return false;
}

static bool any(const gm_selectors *selectors, bool (*names)(gm_text)) {
  for (size_t i = 0; i < selectors->count; i++)
    if (names(selectors->items[i])) return true;
  return false;
}

bool gm_selectors_add(gm_selectors *selectors, gm_text list, gm_text *unknown) {
  const char *p = list.ptr, *end = p + list.len;
  while (p < end) {
    const char *start = p;
    while (p < end && *p != ',' && *p != ' ' && *p != '\t') p++;
    gm_text selector = {start, (size_t)(p - start)};
    if (p < end) p++;
    if (!selector.len) continue;
    if (!same(selector, "default") && !names_rule(selector) && !names_pass(selector)) {
      *unknown = selector;
      return false;
    }
    *gm_push(selectors) = selector;
  }
  return true;
}

bool gm_selectors_name(const gm_selectors *selectors, const char *id) { return closest(selectors, id) > AS_DEFAULT; }

void gm_selection_free(gm_selection *selection) {
  gm_array_free(&selection->select);
  gm_array_free(&selection->ignore);
}

void gm_selection_rules(const gm_selection *selection, gm_rule_set *set) {
  bool chosen = any(&selection->select, names_rule);
  for (uint16_t i = 0; i < gm_rule_count; i++) {
    const gm_rule *rule = &gm_rules[i];
    gm_closeness on = chosen ? closest(&selection->select, rule->id) : AS_DEFAULT;
    gm_closeness off = closest(&selection->ignore, rule->id);
    if (on > AS_DEFAULT && on < AS_ID && !(rule->profiles & set->profile)) on = NOT;
    if (on == NOT || off >= on)
      gm_rule_set_severity(set, i, GM_SEVERITY_OFF);
    else if (on > AS_DEFAULT) {
      gm_rule_set_severity(set, i, (gm_severity)rule->severity);
      gm_rule_set_hint(set, i);
    }
  }
}

bool gm_selection_bars(const gm_selection *selection, const char *rule) {
  gm_closeness on = any(&selection->select, names_rule) ? closest(&selection->select, rule) : AS_DEFAULT;
  return on == NOT || closest(&selection->ignore, rule) >= on;
}

uint64_t gm_selection_passes(const gm_selection *selection) {
  bool chosen = any(&selection->select, names_pass);
  uint64_t defaults = gm_passes_default(), mask = 0;
  for (uint16_t i = 0; i < gm_pass_count; i++) {
    gm_closeness on = chosen ? closest(&selection->select, gm_passes[i].id) : AS_DEFAULT;
    gm_closeness off = closest(&selection->ignore, gm_passes[i].id);
    bool runs = on == AS_ID || (on > NOT && defaults >> i & 1);
    if (runs && off < on) mask |= (uint64_t)1 << i;
  }
  return mask;
}

static const struct {
  const char *name;
  uint8_t profile;
} profiles[] = {
    {"cn-news", GM_PROFILE_NEWS}, {"cn-gongwen", GM_PROFILE_GONGWEN}, {"tw", GM_PROFILE_TW}, {"none", GM_PROFILE_NONE}};

uint8_t gm_profile_named(gm_text name) {
  for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++)
    if (same(name, profiles[i].name)) return profiles[i].profile;
  return 0;
}
