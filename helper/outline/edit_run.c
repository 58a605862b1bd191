/* Split and join: an inline run over paragraphs or in one. */
#include "outline/edit.h"
#include "outline/edit_slots.h"
#include "text/utf8.h"

/* The first and later items of a run: by `previous`, from the item given. */
static uint32_t run_first(const gm_outline *o, uint32_t section) {
  while (o->sections.items[section].previous != GM_NO_SECTION) section = o->sections.items[section].previous;
  return section;
}

/* The item behind `item` in its run, GM_NO_SECTION for the last. */
static uint32_t run_next(const gm_outline *o, uint32_t item) {
  for (uint32_t i = item + 1; i < o->sections.count; i++) {
    if (o->sections.items[i].previous == item && o->sections.items[i].kind == GM_SECTION_INLINE) return i;
    if (o->sections.items[i].kind != GM_SECTION_INLINE) break; /* a line-level section closes every run */
  }
  return GM_NO_SECTION;
}

static gm_text indent_of(const gm_outline_view *view, uint32_t line) {
  return (gm_text){view->draft->lines[line].ptr, view->draft->looks[line].indent};
}

static bool opens_line(const gm_outline_view *view, const gm_section *s) {
  return s->start.byte <= view->draft->looks[s->start.line].indent;
}

gm_refusal gm_outline_split(const gm_outline_view *view, uint32_t section, gm_plan *plan) {
  gm_plan_clear(plan);
  const gm_outline *o = view->outline;
  if (section >= o->sections.count) return GM_REFUSED_RANGE;
  if (o->sections.items[section].kind != GM_SECTION_INLINE) return GM_REFUSED_NO_RUN;
  gm_buffer text = {0};
  for (uint32_t i = run_first(o, section); i != GM_NO_SECTION; i = run_next(o, i)) {
    const gm_section *s = &o->sections.items[i];
    if (opens_line(view, s)) continue;
    text.count = 0;
    gm_buffer_add(&text, "\n", 1);
    gm_buffer_text(&text, indent_of(view, s->start.line));
    gm_edits_add(&plan->edits, s->start, s->start, (gm_text){text.items, text.count}, "split");
  }
  gm_array_free(&text);
  return plan->edits.list.count ? GM_ACCEPTED : GM_REFUSED_EDGE;
}

/* Removes the line break and the indent before an item. */
static void join_up(const gm_outline_view *view, const gm_section *s, gm_plan *plan) {
  uint32_t above = s->start.line - 1;
  gm_edits_add(&plan->edits, (gm_position){above, (uint32_t)view->draft->lines[above].len}, s->start, GM_TEXT(""),
               "join");
}

/* The line right above that could lead in: text, and no heading. */
static bool may_lead(const gm_outline_view *view, const gm_section *first) {
  uint32_t line = first->start.line;
  if (!line || !opens_line(view, first)) return false;
  const gm_line_class *above = &view->draft->classes[line - 1];
  if (!above->keep || above->kind != GM_LINE_PROSE) return false;
  const gm_markers *marks = &view->draft->markers[line - 1];
  return !marks->count || marks->items[0].family != GM_FAMILY_NONE;
}

bool gm_run_has_lead(const gm_outline_view *view, uint32_t section) {
  const gm_outline *o = view->outline;
  if (section >= o->sections.count || o->sections.items[section].kind != GM_SECTION_INLINE) return false;
  const gm_section *first = &o->sections.items[run_first(o, section)];
  if (!may_lead(view, first)) return false;
  uint32_t last = view->draft->looks[first->start.line - 1].last;
  if (last == 0xFF1A) return true;
  /* A numbered line without a stop is a heading over the run. */
  return !view->draft->markers[first->start.line - 1].count && !(gm_class_of(last) & (GM_STOP | GM_CLOSE));
}

gm_refusal gm_outline_join_run(const gm_outline_view *view, uint32_t section, bool lead, gm_plan *plan) {
  gm_plan_clear(plan);
  const gm_outline *o = view->outline;
  if (section >= o->sections.count) return GM_REFUSED_RANGE;
  if (o->sections.items[section].kind != GM_SECTION_INLINE) return GM_REFUSED_NO_RUN;
  uint32_t first = run_first(o, section), before = GM_NO_SECTION;
  for (uint32_t i = first; i != GM_NO_SECTION; before = i, i = run_next(o, i)) {
    const gm_section *s = &o->sections.items[i];
    if (!opens_line(view, s)) continue;
    if (before == GM_NO_SECTION ? lead && may_lead(view, s) : o->sections.items[before].start.line + 1 == s->start.line)
      join_up(view, s, plan);
  }
  return plan->edits.list.count ? GM_ACCEPTED : GM_REFUSED_EDGE;
}
