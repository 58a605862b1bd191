/* Numbers anew: each list from its own first number, families that run on through their parents running on. */
#include "outline/edit_slots.h"

#include "outline/marker_write.h"
#include "text/utf8.h"

#define LEVELS 64u /* deeper sections share the deepest level's list */

gm_text gm_section_marker(const gm_outline_view *view, uint32_t section) {
  const gm_section *s = &view->outline->sections.items[section];
  gm_text line = view->draft->lines[s->start.line];
  return (gm_text){line.ptr + s->start.byte, s->marker_end - s->start.byte};
}

static const gm_section *section_of(const gm_slots *slots, const gm_slot *slot) {
  return &slots->view->outline->sections.items[slot->section];
}

/* First, next and pairs by words have no numeral; unnumbered sections have no number. */
static bool is_numbered(const gm_slot *slot, const gm_section *s) {
  return s->number > 0 && slot->family != GM_FAMILY_NONE && slot->family != GM_FAMILY_LABEL &&
         slot->family != GM_FAMILY_FIRST_NEXT && slot->family != GM_FAMILY_ASPECT && s->kind != GM_SECTION_TITLE;
}

/* Decimal parts before the last, read from a raw marker. */
static uint32_t path_of(gm_text marker) {
  size_t start, end;
  if (!gm_marker_numeral(marker, GM_FAMILY_DECIMAL, &start, &end)) return 0;
  uint32_t path = 0, part = 0;
  for (const char *p = marker.ptr + start, *stop = marker.ptr + end; p < stop;) {
    uint32_t c;
    p += gm_utf8_decode(p, stop, &c);
    c = gm_fold(c);
    if (c == '.') {
      path = path << 10 | (part & 1023);
      part = 0;
    } else if (c >= '0' && c <= '9') {
      part = part * 10 + (c - '0');
    }
  }
  return path;
}

void gm_slots_make(gm_slots *slots, const gm_outline_view *view) {
  memset(slots, 0, sizeof *slots);
  slots->view = view;
  const gm_outline *o = view->outline;
  for (uint32_t i = 0; i < o->sections.count; i++) {
    const gm_section *s = &o->sections.items[i];
    gm_slot *slot = gm_push(&slots->list);
    *gm_push(&slots->slot_of) = i;
    slot->section = slot->pattern = i;
    slot->number = s->number;
    slot->level = s->level;
    slot->family = s->family;
    if (s->family == GM_FAMILY_DECIMAL) slot->path = path_of(gm_section_marker(view, i));
    bool inline_item = s->kind == GM_SECTION_INLINE;
    if (s->previous != GM_NO_SECTION && (inline_item || o->sections.items[s->previous].parent == s->parent)) {
      slot->origin = slots->list.items[s->previous].origin;
    } else {
      slot->origin = (uint32_t)slots->continues.count;
      uint32_t before = s->previous == GM_NO_SECTION ? GM_NO_SLOT : slots->list.items[s->previous].origin;
      *gm_push(&slots->continues) = before;
      uint32_t root = before == GM_NO_SLOT ? slot->origin : slots->root.items[before];
      *gm_push(&slots->root) = root;
    }
  }
}

void gm_slots_free(gm_slots *slots) {
  gm_array_free(&slots->list);
  gm_array_free(&slots->slot_of);
  gm_array_free(&slots->continues);
  gm_array_free(&slots->root);
}

void gm_slots_touch_lists(gm_slots *slots, uint32_t first, uint32_t last) {
  GM_ARRAY(bool) chain = {0}; /* by the first list of a chain that runs on */
  gm_reserve(&chain, slots->continues.count + 1);
  memset(chain.items, 0, slots->continues.count + 1);
  for (uint32_t i = first; i < last; i++)
    if (slots->view->outline->sections.items[i].kind != GM_SECTION_INLINE)
      chain.items[slots->root.items[slots->list.items[slots->slot_of.items[i]].origin]] = true;
  for (size_t i = 0; i < slots->list.count; i++)
    if (chain.items[slots->root.items[slots->list.items[i].origin]]) slots->list.items[i].touched = true;
  gm_array_free(&chain);
}

/* The list that is open at one level. */
typedef struct level_list {
  bool open;
  uint8_t family;
  uint32_t origin;
  int32_t last;
  uint32_t path;
} level_list;

static bool repeats_by_right(const gm_slots *slots, const gm_slot *slot) { /* 第十条之一 */
  gm_text marker = gm_section_marker(slots->view, slot->section);
  if (slot->family != GM_FAMILY_ARTICLE) return false;
  for (size_t i = 0; i + 6 <= marker.len; i++)
    if (!memcmp(marker.ptr + i, "条之", 6) || !memcmp(marker.ptr + i, "條之", 6)) return true;
  return false;
}

/* The parts before the last of a decimal under its new parent. */
static uint32_t new_path(const gm_slots *slots, const gm_slot *slot, uint32_t parent) {
  if (parent == GM_NO_SLOT) return slot->path;
  const gm_slot *above = &slots->list.items[parent];
  if (above->family == GM_FAMILY_DECIMAL) return above->path << 10 | (uint32_t)above->number;
  const gm_section *s = section_of(slots, above);
  if (slot->path <= 1023 && (int32_t)slot->path == s->number) return (uint32_t)above->number;
  return slot->path;
}

/* The number with which the list of a slot begins; of one that goes on from another, the number of that one. */
static int32_t first_number(const gm_slots *slots, const int32_t *starts, const gm_slot *slot) {
  int32_t start = starts[slots->root.items[slot->origin]];
  return start > 0 ? start : 1;
}

/* Which families run on through their parents: those of which more lists go on than begin anew. */
static void count_modes(const gm_slots *slots, bool runs_on[GM_FAMILY_COUNT]) {
  int32_t balance[GM_FAMILY_COUNT] = {0};
  bool seen[GM_FAMILY_COUNT] = {false};
  uint32_t last = GM_NO_SLOT;
  for (size_t i = 0; i < slots->slot_of.count; i++) {
    const gm_section *s = &slots->view->outline->sections.items[i];
    uint32_t origin = slots->list.items[slots->slot_of.items[i]].origin;
    if (s->kind == GM_SECTION_INLINE || (last != GM_NO_SLOT && origin <= last)) continue; /* a list's first item only */
    last = origin;
    if (slots->continues.items[origin] != GM_NO_SLOT)
      balance[s->family]++;
    else if (seen[s->family])
      balance[s->family]--;
    seen[s->family] = true;
  }
  for (size_t f = 0; f < GM_FAMILY_COUNT; f++) runs_on[f] = balance[f] > 0;
}

void gm_slots_number(gm_slots *slots, uint32_t first, int32_t from) {
  level_list lists[LEVELS];
  uint32_t parents[LEVELS];
  memset(lists, 0, sizeof lists);
  memset(parents, 0xFF, sizeof parents);
  int32_t family_last[GM_FAMILY_COUNT] = {0};
  bool runs_on[GM_FAMILY_COUNT] = {false};
  GM_ARRAY(int32_t) starts = {0}; /* by origin: the first number of the list as it is */
  for (size_t i = 0; i < slots->continues.count; i++) *gm_push(&starts) = 0;
  for (size_t i = 0; i < slots->slot_of.count; i++) {
    const gm_slot *slot = &slots->list.items[slots->slot_of.items[i]];
    if (!starts.items[slot->origin]) starts.items[slot->origin] = slots->view->outline->sections.items[i].number;
  }
  count_modes(slots, runs_on);
  for (size_t i = 0; i < slots->list.count; i++) {
    gm_slot *slot = &slots->list.items[i];
    const gm_section *s = section_of(slots, slot);
    if (s->kind == GM_SECTION_INLINE) {
      if (!slot->touched || !is_numbered(slot, s)) continue;
      if (s->previous == GM_NO_SECTION)
        slot->number = i == first && from > 0 ? from : s->number;
      else
        slot->number = slots->list.items[slots->slot_of.items[s->previous]].number + 1;
      continue;
    }
    uint8_t level = slot->level < LEVELS ? slot->level : LEVELS - 1;
    for (size_t deeper = level + 1u; deeper < LEVELS; deeper++) lists[deeper].open = false;
    if (s->kind == GM_SECTION_TITLE || (s->kind == GM_SECTION_LABEL && slot->family == GM_FAMILY_ATTACHMENT)) {
      for (size_t k = 1; k < LEVELS; k++) lists[k].open = false;
      int32_t attachments = family_last[GM_FAMILY_ATTACHMENT];
      memset(family_last, 0, sizeof family_last);
      family_last[GM_FAMILY_ATTACHMENT] = attachments;
      if (s->number > 0) {
        if (slot->touched && attachments) slot->number = attachments + 1;
        family_last[GM_FAMILY_ATTACHMENT] = slot->number;
      }
      parents[0] = GM_NO_SLOT;
      continue;
    }
    uint32_t parent = GM_NO_SLOT;
    for (size_t up = level; up-- > 1 && parent == GM_NO_SLOT;)
      if (lists[up].open) parent = parents[up];
    level_list *list = &lists[level];
    parents[level] = (uint32_t)i;
    if (!is_numbered(slot, s)) {
      *list = (level_list){true, slot->family, slot->origin, 0, 0};
      continue;
    }
    bool same_family = slot->family == s->family;
    bool restart = same_family && !slot->moved && s->previous == GM_NO_SECTION && list->origin != slot->origin;
    bool begins = !list->open || list->family != slot->family || restart;
    uint32_t path = slot->family == GM_FAMILY_DECIMAL ? new_path(slots, slot, parent) : 0;
    if (slot->touched || !same_family) {
      bool again = repeats_by_right(slots, slot);
      if (!begins)
        slot->number = again ? list->last : list->last + 1;
      else if (i == first && from > 0)
        slot->number = from;
      else if (runs_on[slot->family] && family_last[slot->family])
        slot->number = again ? family_last[slot->family] : family_last[slot->family] + 1;
      else if (same_family)
        slot->number = restart && !runs_on[slot->family] ? s->number : first_number(slots, starts.items, slot);
      else
        slot->number = 1;
    }
    slot->path = path;
    *list = (level_list){true, slot->family, slot->origin, slot->number, path};
    family_last[slot->family] = slot->number;
  }
  gm_array_free(&starts);
}

/* The next rung below each family where the draft itself shows none. */
static gm_family rung_below(gm_family family) {
  switch (family) {
    case GM_FAMILY_PART: return GM_FAMILY_CHAPTER;
    case GM_FAMILY_CHAPTER: return GM_FAMILY_CLAUSE_SECTION;
    case GM_FAMILY_NONE:
    case GM_FAMILY_CAPITAL: return GM_FAMILY_HAN;
    case GM_FAMILY_HAN: return GM_FAMILY_HAN_PAREN;
    case GM_FAMILY_HAN_PAREN: return GM_FAMILY_ARABIC;
    case GM_FAMILY_ARABIC: return GM_FAMILY_ARABIC_PAREN;
    case GM_FAMILY_ARABIC_HALF:
    case GM_FAMILY_ARABIC_PAREN: return GM_FAMILY_CIRCLED;
    default: return GM_FAMILY_NONE;
  }
}

static const char *const fresh_markers[GM_FAMILY_COUNT] = {
    [GM_FAMILY_HAN] = "一、",
    [GM_FAMILY_HAN_PAREN] = "（一）",
    [GM_FAMILY_ARABIC] = "1.",
    [GM_FAMILY_ARABIC_PAREN] = "（1）",
    [GM_FAMILY_CIRCLED] = "①",
    [GM_FAMILY_CHAPTER] = "第一章　",
    [GM_FAMILY_CLAUSE_SECTION] = "第一节　",
};

/* The marker of a family of which the draft has none: the usual one, in brackets as the draft's other markers have. */
static gm_text fresh_marker(const gm_slots *slots, gm_family family) {
  const char *usual = fresh_markers[family];
  if (slots->narrow && (family == GM_FAMILY_HAN_PAREN || family == GM_FAMILY_ARABIC_PAREN))
    usual = family == GM_FAMILY_HAN_PAREN ? "(一)" : "(1)";
  return (gm_text){usual, strlen(usual)};
}

uint32_t gm_child_pattern(const gm_outline_view *view, uint32_t except_from, uint32_t except_to, gm_family *family) {
  const gm_outline *o = view->outline;
  for (uint32_t i = 0; i < o->sections.count; i++) {
    const gm_section *s = &o->sections.items[i];
    if (s->kind != GM_SECTION_NUMBERED || s->parent == GM_NO_SECTION || s->family == GM_FAMILY_DECIMAL) continue;
    if (i >= except_from && i < except_to) continue;
    if (o->sections.items[s->parent].family != *family || o->sections.items[s->parent].kind == GM_SECTION_TITLE ||
        o->sections.items[s->parent].family == s->family)
      continue;
    *family = (gm_family)s->family;
    return i;
  }
  *family = rung_below(*family);
  return GM_NO_SECTION;
}

static bool wide_point(gm_text like) {
  for (size_t i = 0; i + 3 <= like.len; i++)
    if (!memcmp(like.ptr + i, "．", 3)) return true;
  return false;
}

/* A decimal marker with a path: like's digits, the parts joined by its points. */
static bool write_decimal(gm_text like, const gm_slot *slot, gm_buffer *out) {
  gm_buffer parts = {0};
  uint32_t path = slot->path;
  for (int shift = 20; shift >= 0; shift -= 10)
    if (path >> shift & 1023) gm_buffer_format(&parts, "%u.", path >> shift & 1023);
  gm_buffer_format(&parts, "%d", (int)slot->number);
  size_t start, end;
  bool ok = gm_marker_numeral(like, GM_FAMILY_DECIMAL, &start, &end);
  if (ok) {
    bool wide = end > start && (unsigned char)like.ptr[start] >= 0x80;
    for (size_t i = 0; i < parts.count; i++) {
      if (wide && parts.items[i] != '.')
        gm_buffer_codepoint(out, 0xFF10 + (uint32_t)(parts.items[i] - '0'));
      else if (parts.items[i] == '.' && wide_point(like))
        gm_buffer_string(out, "．");
      else
        gm_buffer_add(out, &parts.items[i], 1);
    }
  }
  gm_array_free(&parts);
  return ok;
}

/* The numeral that shows a family's system best: 二○ and 貳 do, 一 and 壹 do not. */
static gm_text telling_numeral(const gm_slots *slots, const gm_slot *slot, gm_text own) {
  uint32_t other = slots->telling[slot->family];
  if (gm_numeral_tells(own) || other == GM_NO_SECTION) return own;
  gm_text marker = gm_section_marker(slots->view, other);
  size_t start, end;
  if (!gm_marker_numeral(marker, (gm_family)slot->family, &start, &end)) return own;
  return (gm_text){marker.ptr + start, end - start};
}

static void find_telling(gm_slots *slots) {
  memset(slots->telling, 0xFF, sizeof slots->telling);
  for (uint32_t i = 0; i < slots->slot_of.count; i++) {
    const gm_section *s = &slots->view->outline->sections.items[i];
    size_t start, end;
    if (s->number <= 0 || slots->telling[s->family] != GM_NO_SECTION) continue;
    gm_text marker = gm_section_marker(slots->view, i);
    if (!gm_marker_numeral(marker, (gm_family)s->family, &start, &end)) continue;
    if (gm_numeral_tells((gm_text){marker.ptr + start, end - start})) slots->telling[s->family] = i;
  }
}

/* Whether most markers that stand in brackets have those of one cell. */
static void find_brackets(gm_slots *slots) {
  size_t narrow = 0, wide = 0;
  for (uint32_t i = 0; i < slots->slot_of.count; i++) {
    gm_text marker = gm_section_marker(slots->view, i);
    narrow += marker.len && *marker.ptr == '(';
    wide += marker.len >= 3 && !memcmp(marker.ptr, "（", 3);
  }
  slots->narrow = narrow > wide;
}

/* One marker's edit. The numeral alone changes, unless the family does. */
static gm_refusal edit_marker(const gm_slots *slots, const gm_slot *slot, const char *rule, gm_buffer *scratch,
                              gm_edits *edits) {
  const gm_outline_view *view = slots->view;
  const gm_section *s = section_of(slots, slot);
  gm_text own = gm_section_marker(view, slot->section);
  scratch->count = 0;
  if (slot->family == s->family) {
    size_t start, end;
    if (slot->number == s->number && (s->family != GM_FAMILY_DECIMAL || slot->path == path_of(own))) return GM_ACCEPTED;
    if (!gm_marker_numeral(own, (gm_family)s->family, &start, &end)) return GM_ACCEPTED;
    gm_text numeral = {own.ptr + start, end - start};
    bool ok = s->family == GM_FAMILY_DECIMAL
                  ? write_decimal(own, slot, scratch)
                  : gm_numeral_like(telling_numeral(slots, slot, numeral), (gm_family)s->family, slot->number, scratch);
    if (!ok) return GM_REFUSED_RUN_OUT;
    gm_edits_add(edits, (gm_position){s->start.line, s->start.byte + (uint32_t)start},
                 (gm_position){s->start.line, s->start.byte + (uint32_t)end}, (gm_text){scratch->items, scratch->count},
                 rule);
    return GM_ACCEPTED;
  }
  gm_text like = slot->fresh ? fresh_marker(slots, (gm_family)slot->family) : gm_section_marker(view, slot->pattern);
  if (!gm_marker_like(like, (gm_family)slot->family, slot->number, scratch)) return GM_REFUSED_RUN_OUT;
  uint32_t end = s->marker_end;
  if (s->title.line == s->start.line && s->title.byte > end) end = s->title.byte;
  if (!slot->fresh) { /* the blank that follows such markers */
    const gm_section *pattern = &view->outline->sections.items[slot->pattern];
    if (pattern->title.line == pattern->start.line && pattern->title.byte > pattern->marker_end)
      gm_buffer_add(scratch, view->draft->lines[pattern->start.line].ptr + pattern->marker_end,
                    pattern->title.byte - pattern->marker_end);
  }
  gm_edits_add(edits, s->start, (gm_position){s->start.line, end}, (gm_text){scratch->items, scratch->count}, rule);
  return GM_ACCEPTED;
}

gm_refusal gm_slots_edits(gm_slots *slots, const char *rule, gm_plan *plan) {
  gm_buffer scratch = {0};
  find_telling(slots);
  find_brackets(slots);
  gm_refusal refusal = GM_ACCEPTED;
  for (size_t i = 0; i < slots->slot_of.count && !refusal; i++) {
    const gm_slot *slot = &slots->list.items[slots->slot_of.items[i]];
    if (is_numbered(slot, section_of(slots, slot))) refusal = edit_marker(slots, slot, rule, &scratch, &plan->edits);
  }
  gm_array_free(&scratch);
  if (refusal)
    gm_plan_clear(plan);
  else
    gm_list_stale(slots, plan);
  return refusal;
}
