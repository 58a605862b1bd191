/* Promote and demote. */
#include "outline/edit.h"
#include "outline/edit_slots.h"

static bool may_shift(const gm_section *s) {
  return s->kind == GM_SECTION_NUMBERED && s->family != GM_FAMILY_DECIMAL && s->number > 0;
}

/* Levels and families of [first, last), the first of them at `level` in the family of `pattern`. */
static gm_refusal retarget(gm_slots *slots, uint32_t first, uint32_t last, uint8_t level, uint32_t pattern,
                           gm_family family) {
  const gm_outline *o = slots->view->outline;
  int by = (int)level - o->sections.items[first].level;
  struct {
    uint8_t family;
    uint32_t pattern;
    bool known;
  } child[GM_FAMILY_COUNT] = {{0}};
  for (uint32_t i = first; i < last; i++) {
    gm_slot *slot = &slots->list.items[i];
    const gm_section *s = &o->sections.items[i];
    slot->level = (uint8_t)((int)s->level + by);
    slot->touched = true;
    if (i == first) {
      slot->family = (uint8_t)family;
      slot->pattern = pattern;
      slot->fresh = pattern == GM_NO_SECTION;
      slot->moved = true;
      continue;
    }
    if (s->kind == GM_SECTION_ARTICLE) return GM_REFUSED_KIND;
    if (s->kind != GM_SECTION_NUMBERED || s->family == GM_FAMILY_DECIMAL) continue;
    unsigned above = slots->list.items[slots->slot_of.items[s->parent]].family;
    if (!child[above].known) {
      gm_family below = (gm_family)above;
      child[above].pattern = gm_child_pattern(slots->view, first, last, &below);
      child[above].family = (uint8_t)below;
      child[above].known = true;
    }
    if (child[above].family == GM_FAMILY_NONE) return GM_REFUSED_RUN_OUT;
    slot->family = child[above].family;
    slot->pattern = child[above].pattern;
    slot->fresh = child[above].pattern == GM_NO_SECTION;
  }
  return GM_ACCEPTED;
}

/* Every list that could feel the change: those of the section, of its new siblings, and all between them. */
static void touch_around(gm_slots *slots, uint32_t section) {
  const gm_outline *o = slots->view->outline;
  uint32_t top = section;
  for (int climb = 0; climb < 2 && o->sections.items[top].parent != GM_NO_SECTION; climb++)
    top = o->sections.items[top].parent;
  uint32_t end = gm_subtree_end(o, top);
  for (uint32_t i = section; i < end; i++)
    if (o->sections.items[i].kind == GM_SECTION_NUMBERED) slots->list.items[i].touched = true;
  gm_slots_touch_lists(slots, section, section + 1);
  uint32_t parent = o->sections.items[section].parent;
  if (parent != GM_NO_SECTION) gm_slots_touch_lists(slots, parent, parent + 1);
}

static uint32_t sibling_before(const gm_outline *o, uint32_t section) {
  uint8_t level = o->sections.items[section].level;
  for (uint32_t i = section; i-- > 0 && o->sections.items[i].level >= level;)
    if (o->sections.items[i].level == level && o->sections.items[i].kind == GM_SECTION_NUMBERED) return i;
  return GM_NO_SECTION;
}

gm_refusal gm_outline_shift(const gm_outline_view *view, uint32_t section, int by, gm_plan *plan) {
  gm_plan_clear(plan);
  const gm_outline *o = view->outline;
  if (section >= o->sections.count) return GM_REFUSED_RANGE;
  const gm_section *s = &o->sections.items[section];
  if (!may_shift(s) || !by) return GM_REFUSED_KIND;
  uint32_t last = gm_subtree_end(o, section), pattern;
  gm_family family;
  uint8_t level;
  if (by < 0) {
    if (s->parent == GM_NO_SECTION) return GM_REFUSED_EDGE;
    const gm_section *parent = &o->sections.items[s->parent];
    if (parent->kind == GM_SECTION_TITLE || parent->kind == GM_SECTION_LABEL || parent->kind == GM_SECTION_HEADING)
      return GM_REFUSED_EDGE;
    if (!may_shift(parent)) return GM_REFUSED_KIND;
    pattern = s->parent;
    family = (gm_family)parent->family;
    level = parent->level;
  } else {
    uint32_t above = sibling_before(o, section);
    if (above == GM_NO_SECTION) return GM_REFUSED_EDGE;
    level = (uint8_t)(s->level + 1);
    pattern = GM_NO_SECTION;
    for (uint32_t i = above + 1; i < section; i++) /* its new siblings' own family comes first */
      if (o->sections.items[i].parent == above && o->sections.items[i].kind == GM_SECTION_NUMBERED) pattern = i;
    family = (gm_family)o->sections.items[above].family;
    if (pattern != GM_NO_SECTION)
      family = (gm_family)o->sections.items[pattern].family;
    else
      pattern = gm_child_pattern(view, section, last, &family);
    if (family == GM_FAMILY_NONE || family == GM_FAMILY_DECIMAL) return GM_REFUSED_RUN_OUT;
  }
  gm_slots slots;
  gm_slots_make(&slots, view);
  touch_around(&slots, section);
  gm_refusal refusal = retarget(&slots, section, last, level, pattern, family);
  if (!refusal) {
    gm_slots_number(&slots, GM_NO_SLOT, 0);
    refusal = gm_slots_edits(&slots, "shift", plan);
  }
  gm_slots_free(&slots);
  return refusal;
}
