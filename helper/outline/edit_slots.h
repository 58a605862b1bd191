/* The sections of a draft in the order and at the levels they are to have, and their new numbers. For the files of
 * edit.h alone. */
#ifndef GM_OUTLINE_EDIT_SLOTS_H
#define GM_OUTLINE_EDIT_SLOTS_H

#include "outline/edit.h"

#define GM_NO_SLOT UINT32_MAX

typedef struct gm_slot {
  uint32_t section;
  uint32_t origin;  /* its list in the draft as it is */
  uint32_t pattern; /* section whose marker it imitates; its own unless the family changes */
  int32_t number;   /* new number */
  uint32_t path;    /* of a decimal: new parts before the last, ten bits each */
  uint8_t level;    /* new level */
  uint8_t family;   /* new family */
  bool moved;       /* its place among its siblings is new */
  bool touched;     /* may be renumbered */
  bool fresh;       /* takes a marker of another family, without a pattern in the draft */
} gm_slot;

typedef struct gm_slots {
  GM_ARRAY(gm_slot) list;
  GM_ARRAY(uint32_t) slot_of;   /* by section */
  GM_ARRAY(uint32_t) continues; /* by origin: the list it goes on from, GM_NO_SLOT */
  GM_ARRAY(uint32_t) root;      /* by origin: the first list of the chain it goes on from; itself when it begins */
  const gm_outline_view *view;
  uint32_t telling[GM_FAMILY_COUNT]; /* a section of each family whose numeral shows the system, GM_NO_SECTION */
  bool narrow;                       /* the draft's brackets are (), not （） */
} gm_slots;

/* One slot a section, as the draft is. */
void gm_slots_make(gm_slots *slots, const gm_outline_view *view);
void gm_slots_free(gm_slots *slots);

/* Gives the touched slots their numbers; `from` > 0 is the first number of the list that begins at slot `first`. */
void gm_slots_number(gm_slots *slots, uint32_t first, int32_t from);

/* Marks as touched every slot of the line-level lists of sections [first, last) and of those they run on from or into.
 */
void gm_slots_touch_lists(gm_slots *slots, uint32_t first, uint32_t last);

/* Writes the edits of markers in order of position, and the stale references. */
gm_refusal gm_slots_edits(gm_slots *slots, const char *rule, gm_plan *plan);

/* The section's own marker, raw. */
gm_text gm_section_marker(const gm_outline_view *view, uint32_t section);

/* The pattern for children of a section of `family`: the first such child of the draft, else GM_NO_SECTION and *family
 * the next on the ladder (GM_FAMILY_NONE when it has no next). */
uint32_t gm_child_pattern(const gm_outline_view *view, uint32_t except_from, uint32_t except_to, gm_family *family);

/* edit_reference.c: lists the references that go stale. */
void gm_list_stale(const gm_slots *slots, gm_plan *plan);

#endif
