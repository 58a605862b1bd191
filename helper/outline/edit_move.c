/* Moving a section: whole lines with all below it, or the text of an inline item between marker and separator. */
#include "outline/edit.h"
#include "outline/edit_slots.h"
#include "text/utf8.h"

/* --- inline items --- */

/* Marks and blanks that part an item from the next; they stay where they are. */
static bool parts(uint32_t c) {
  uint16_t cls = gm_class_of(gm_fold(c));
  return cls & (GM_SPACE | GM_STOP | GM_PAUSE) || c == '.' || gm_fold(c) == 0;
}

/* The item's text: from its marker to its separator, which may be followed by line breaks. */
static void item_range(const gm_outline_view *view, uint32_t item, gm_position *start, gm_position *end) {
  const gm_section *s = &view->outline->sections.items[item];
  *start = (gm_position){s->start.line, s->marker_end};
  gm_position at = s->end;
  for (;;) {
    if (at.byte == 0) {
      if (at.line <= start->line) break;
      at.line--;
      at.byte = (uint32_t)view->draft->lines[at.line].len;
      continue;
    }
    if (at.line == start->line && at.byte <= start->byte) break;
    uint32_t c;
    gm_text line = view->draft->lines[at.line];
    size_t n = gm_utf8_decode_back(line.ptr, line.ptr + at.byte, &c);
    if (!parts(c)) break;
    at.byte -= (uint32_t)n;
  }
  *end = gm_position_compare(at, *start) < 0 ? *start : at;
}

/* The draft's text between two positions, lines joined by "\n". */
static void copy_range(const gm_outline_view *view, gm_position start, gm_position end, gm_buffer *out) {
  out->count = 0;
  for (uint32_t line = start.line; line <= end.line && line < view->draft->count; line++) {
    gm_text text = view->draft->lines[line];
    size_t from = line == start.line ? start.byte : 0, to = line == end.line ? end.byte : text.len;
    if (line > start.line) gm_buffer_add(out, "\n", 1);
    if (to > from) gm_buffer_add(out, text.ptr + from, to - from);
  }
}

static gm_refusal move_item(const gm_outline_view *view, uint32_t section, uint32_t target, bool behind,
                            gm_plan *plan) {
  const gm_outline *o = view->outline;
  gm_slots slots;
  gm_slots_make(&slots, view);
  uint32_t origin = slots.list.items[section].origin;
  gm_refusal refusal = GM_ACCEPTED;
  GM_ARRAY(uint32_t) items = {0};
  if (slots.list.items[target].origin != origin || o->sections.items[target].kind != GM_SECTION_INLINE)
    refusal = GM_REFUSED_KIND;
  size_t from = 0, to = 0;
  for (uint32_t i = 0; i < o->sections.count && !refusal; i++) {
    if (slots.list.items[i].origin != origin) continue;
    if (i == section) from = items.count;
    if (i == target) to = items.count;
    *gm_push(&items) = i;
  }
  gm_slots_free(&slots);
  if (!refusal) {
    if (behind && to < from) to++;
    if (!behind && to > from) to--;
    size_t low = from < to ? from : to, high = from < to ? to : from;
    gm_buffer text = {0};
    for (size_t k = low; k <= high && low < high; k++) { /* place k takes the text of item `source` */
      size_t source = k == to ? from : (from < to ? k + 1 : k - 1);
      gm_position start, end, old_start, old_end;
      item_range(view, items.items[source], &start, &end);
      item_range(view, items.items[k], &old_start, &old_end);
      copy_range(view, start, end, &text);
      gm_edits_add(&plan->edits, old_start, old_end, (gm_text){text.items, text.count}, "move");
    }
    gm_array_free(&text);
  }
  gm_array_free(&items);
  return refusal;
}

/* --- line-level sections --- */

/* Does the section open its line, and does the next one behind its subtree open its own? */
static bool owns_lines(const gm_outline_view *view, uint32_t section) {
  const gm_section *s = &view->outline->sections.items[section];
  if (s->kind == GM_SECTION_INLINE) return false;
  const gm_markers *marks = &view->draft->markers[s->start.line];
  if (!marks->count || marks->items[0].byte != s->start.byte) return false;
  if (s->end.line >= view->draft->count) return true;
  marks = &view->draft->markers[s->end.line];
  return s->end.byte == 0 || (marks->count && marks->items[0].byte == s->end.byte);
}

static bool is_blank(const gm_outline_view *view, uint32_t line) {
  return view->draft->classes[line].kind == GM_LINE_BLANK;
}

/* Is the line no part of the section above it: noise, metadata (落款), the list of attachments? */
static bool is_tail(const gm_outline_view *view, uint32_t line, bool *sure) {
  const gm_line_class *cls = &view->draft->classes[line];
  const gm_markers *marks = &view->draft->markers[line];
  *sure = cls->kind != GM_LINE_BLANK && (!cls->keep || cls->kind == GM_LINE_META);
  if (*sure || cls->kind == GM_LINE_BLANK) return true;
  *sure = marks->count && marks->items[0].family == GM_FAMILY_ATTACHMENT;
  return *sure || (marks->count && marks->items[0].family == GM_FAMILY_ARABIC);
}

/* The line behind a section's own lines: blank lines, and what closes the document (落款, 附件：), are not among them.
 */
static uint32_t end_line(const gm_outline_view *view, uint32_t section) {
  const gm_section *s = &view->outline->sections.items[section];
  uint32_t end = s->end.line < view->draft->count ? s->end.line : (uint32_t)view->draft->count;
  uint32_t inner = gm_subtree_end(view->outline, section) - 1; /* the last section in it: its marker is its own */
  uint32_t floor = view->outline->sections.items[inner].start.line + 1;
  bool sure = false;
  for (uint32_t line = end; line > floor && is_tail(view, line - 1, &sure); line--)
    if (sure) end = line - 1;
  while (end > floor && is_blank(view, end - 1)) end--;
  return end;
}

/* Lines [from, to) as they will read: the edits that lie in them applied. */
static void render(const gm_outline_view *view, const gm_edits *edits, uint32_t from, uint32_t to, gm_buffer *out) {
  gm_edits local = {0};
  for (size_t i = 0; i < edits->list.count; i++) {
    gm_edit edit = edits->list.items[i];
    if (edit.start.line < from || edit.start.line >= to) continue;
    gm_text text = gm_edits_text(edits, &edit);
    gm_edits_add(&local, (gm_position){edit.start.line - from, edit.start.byte},
                 (gm_position){edit.end.line - from, edit.end.byte}, text, edit.rule);
  }
  out->count = 0;
  gm_edits_apply(&local, view->draft->lines + from, to - from, out);
  gm_edits_free(&local);
}

typedef struct {
  uint32_t first, last; /* [first, last) */
} line_range;

/* A section's own lines on their way: with the blank lines that part it from a neighbour, to stand before line `to`. */
typedef struct {
  uint32_t start, end; /* its own lines, no blank behind them */
  line_range gap;      /* the blank lines before or behind them that go along */
  uint32_t to;
  bool behind; /* it goes behind a section: the gap goes before it */
} moved_lines;

/* Which blank lines go along: those towards a neighbour of its list. What parts the list from the rest stays where it
 * is, so that a heading behind the last item keeps the room that makes it one. */
static line_range gap_of(const gm_outline_view *view, uint32_t section, uint32_t start, uint32_t end) {
  const gm_outline *o = view->outline;
  uint32_t before = start, behind = end, next = gm_subtree_end(o, section);
  while (before > 0 && is_blank(view, before - 1)) before--;
  while (behind < view->draft->count && is_blank(view, behind)) behind++;
  bool last = next >= o->sections.count || o->sections.items[next].level != o->sections.items[section].level;
  return last ? (line_range){before, start} : (line_range){end, behind};
}

/* Is nothing but blank lines between the section and where it shall stand? */
static bool stands_there(const gm_outline_view *view, const moved_lines *m) {
  uint32_t line = m->to;
  while (line < m->start && is_blank(view, line)) line++;
  while (line > m->end && is_blank(view, line - 1)) line--;
  return line >= m->start && line <= m->end;
}

static void add_lines(const gm_outline_view *view, line_range lines, gm_buffer *out) {
  for (uint32_t line = lines.first; line < lines.last; line++) {
    gm_buffer_add(out, view->draft->lines[line].ptr, view->draft->lines[line].len);
    gm_buffer_add(out, "\n", 1);
  }
}

/* The lines go; the edits of markers stay where they are, or go along. */
static void move_lines(const gm_outline_view *view, const gm_edits *markers, moved_lines m, gm_plan *plan) {
  gm_buffer block = {0}, text = {0};
  uint32_t count = (uint32_t)view->draft->count, t = m.to;
  uint32_t a = m.gap.first < m.start ? m.gap.first : m.start, b = m.gap.last > m.end ? m.gap.last : m.end;
  render(view, markers, m.start, m.end, &block);
  gm_position insert = {t, 0}, cut = {a, 0}, cut_end = {b, 0};
  if (m.behind) add_lines(view, m.gap, &text);
  gm_buffer_add(&text, block.items, block.count);
  gm_buffer_add(&text, "\n", 1);
  if (!m.behind) add_lines(view, m.gap, &text);
  if (t >= count) { /* behind the last line: the line break goes before the block */
    insert = (gm_position){count - 1, (uint32_t)view->draft->lines[count - 1].len};
    memmove(text.items + 1, text.items, text.count - 1);
    text.items[0] = '\n';
  }
  if (b >= count) { /* the last line goes: its line break is the one before the block */
    cut = (gm_position){a - 1, (uint32_t)view->draft->lines[a - 1].len};
    cut_end = (gm_position){count - 1, (uint32_t)view->draft->lines[count - 1].len};
  }
  bool inserted = false, removed = false;
  for (size_t i = 0; i <= markers->list.count; i++) {
    const gm_edit *edit = i < markers->list.count ? &markers->list.items[i] : NULL;
    if (!inserted && (t <= a || removed) && (!edit || gm_position_compare(insert, edit->start) <= 0)) {
      gm_edits_add(&plan->edits, insert, insert, (gm_text){text.items, text.count}, "move");
      inserted = true;
    }
    if (!removed && (t > a || inserted) && (!edit || edit->start.line >= m.start)) {
      gm_edits_add(&plan->edits, cut, cut_end, GM_TEXT(""), "move");
      removed = true;
      if (!inserted && (!edit || gm_position_compare(insert, edit->start) <= 0)) {
        gm_edits_add(&plan->edits, insert, insert, (gm_text){text.items, text.count}, "move");
        inserted = true;
      }
    }
    if (!edit || (edit->start.line >= m.start && edit->start.line < m.end)) continue;
    gm_edits_add(&plan->edits, edit->start, edit->end, gm_edits_text(markers, edit), edit->rule);
  }
  gm_array_free(&block);
  gm_array_free(&text);
}

gm_refusal gm_outline_move(const gm_outline_view *view, uint32_t section, uint32_t target, bool behind, gm_plan *plan) {
  gm_plan_clear(plan);
  const gm_outline *o = view->outline;
  if (section >= o->sections.count || target >= o->sections.count) return GM_REFUSED_RANGE;
  const gm_section *s = &o->sections.items[section], *to = &o->sections.items[target];
  if (section == target) return GM_ACCEPTED;
  if (s->kind == GM_SECTION_INLINE) return move_item(view, section, target, behind, plan);
  if (s->kind == GM_SECTION_TITLE || to->kind == GM_SECTION_INLINE || to->kind == GM_SECTION_TITLE)
    return GM_REFUSED_KIND;
  uint32_t last = gm_subtree_end(o, section), target_end = gm_subtree_end(o, target);
  if (target > section && target < last) return GM_REFUSED_INSIDE;
  if (!owns_lines(view, section) || !owns_lines(view, target)) return GM_REFUSED_GLUED;
  if (s->family != to->family || s->level != to->level) return GM_REFUSED_KIND; /* shift it first */
  moved_lines m = {.start = s->start.line, .end = end_line(view, section), .behind = behind};
  m.gap = gap_of(view, section, m.start, m.end);
  m.to = behind ? end_line(view, target) : to->start.line;
  if (stands_there(view, &m)) return GM_ACCEPTED;

  gm_slots slots;
  gm_slots_make(&slots, view);
  gm_slots_touch_lists(&slots, section, last); /* what runs on through the parents is numbered anew with them */
  gm_slots_touch_lists(&slots, target, target + 1);
  for (uint32_t i = 0; i < o->sections.count; i++)
    if (o->sections.items[i].family == GM_FAMILY_DECIMAL) slots.list.items[i].touched = true;
  uint32_t origin = slots.list.items[target].origin;
  slots.list.items[section].moved = true;
  slots.list.items[section].origin = origin;
  /* The new order of sections. */
  uint32_t place = behind ? target_end : target;
  gm_slot *moved = gm_copy(slots.list.items + section, (last - section) * sizeof *moved);
  size_t count = last - section;
  if (place > section)
    memmove(slots.list.items + section, slots.list.items + last, (place - last) * sizeof *moved);
  else
    memmove(slots.list.items + place + count, slots.list.items + place, (section - place) * sizeof *moved);
  memcpy(slots.list.items + (place > section ? place - count : place), moved, count * sizeof *moved);
  gm_array_release(moved);
  for (uint32_t i = 0; i < slots.list.count; i++) slots.slot_of.items[slots.list.items[i].section] = i;
  gm_slots_number(&slots, GM_NO_SLOT, 0);
  gm_plan numbers = {0};
  gm_refusal refusal = gm_slots_edits(&slots, "renumber", &numbers);
  if (!refusal) {
    move_lines(view, &numbers.edits, m, plan);
    for (size_t i = 0; i < numbers.stale.count; i++) {
      gm_stale_reference *stale = gm_push(&plan->stale);
      *stale = numbers.stale.items[i];
    }
    gm_buffer_add(&plan->text, numbers.text.items, numbers.text.count);
  }
  gm_plan_free(&numbers);
  gm_slots_free(&slots);
  return refusal;
}
