/* The methods that edit by the outline: they answer with text edits, which the editor applies. */
#include "outline/edit.h"

#include "protocol/method.h"
#include "protocol/page.h"

static gm_outline_view view_of(const gm_open_buffer *buffer) {
  return (gm_outline_view){gm_document_draft(buffer->document), gm_document_outline(buffer->document),
                           gm_document_pinyin(buffer->document)};
}

/* The section a call names: by its row in the outline under `row`, or as the innermost one that holds the place `line`
 * (from 1), `byte`. False when the call has failed. */
static bool take_section(gm_call *call, const gm_outline_view *view, const char *row, const char *line,
                         const char *byte, uint32_t *section) {
  int64_t index, at_line, at_byte, zero = 0, count = (int64_t)view->outline->sections.count;
  if (gm_value_get(call->message->params, row)) {
    if (!gm_take_integer(call, row, 0, count - 1, NULL, &index)) return false;
    *section = (uint32_t)index;
    return true;
  }
  if (!gm_take_integer(call, line, 1, (int64_t)view->draft->count, NULL, &at_line)) return false;
  if (!gm_take_integer(call, byte, 0, UINT32_MAX, &zero, &at_byte)) return false;
  *section = gm_outline_at(view->outline, (gm_position){(uint32_t)(at_line - 1), (uint32_t)at_byte});
  if (*section == GM_NO_SECTION)
    gm_fail(call, "refused", "%s", gm_refusal_text(GM_REFUSED_RANGE, call->session->language == GM_ENGLISH));
  return *section != GM_NO_SECTION;
}

static bool take_named(gm_call *call, const gm_outline_view *view, uint32_t *section) {
  return take_section(call, view, "section", "line", "byte", section);
}

/* The item of a run that a call names; a place in a line before its run's first item means that one, as does one up to
 * `above` lines over it. */
static bool take_run(gm_call *call, const gm_outline_view *view, int64_t above, uint32_t *section) {
  int64_t line, byte, zero = 0;
  const gm_outline *o = view->outline;
  if (gm_value_get(call->message->params, "section")) return take_named(call, view, section);
  if (!gm_take_integer(call, "line", 1, (int64_t)view->draft->count, NULL, &line)) return false;
  if (!gm_take_integer(call, "byte", 0, UINT32_MAX, &zero, &byte)) return false;
  *section = gm_outline_at(o, (gm_position){(uint32_t)(line - 1), (uint32_t)byte});
  if (*section != GM_NO_SECTION && o->sections.items[*section].kind == GM_SECTION_INLINE) return true;
  for (uint32_t i = *section == GM_NO_SECTION ? 0 : *section + 1; i < o->sections.count; i++) {
    const gm_section *s = &o->sections.items[i];
    if ((int64_t)s->start.line > line - 1 + above) break;
    if (s->kind != GM_SECTION_INLINE || (int64_t)s->start.line < line - 1) continue;
    *section = i;
    return true;
  }
  return take_named(call, view, section);
}

static void write_stale(gm_page *page, const gm_plan *plan, const gm_stale_reference *stale) {
  gm_writer *w = &page->writer;
  gm_write_map(w, 4);
  GM_KEY(w, "start");
  gm_render_position(&page->render, stale->start);
  GM_KEY(w, "end");
  gm_render_position(&page->render, stale->end);
  GM_KEY(w, "text");
  gm_write_text(w, (gm_text){plan->text.items + stale->text, stale->len});
  GM_KEY(w, "section");
  gm_write_integer(w, stale->target);
}

/* Answers with the plan, or with the reason why there is none. */
static void answer_plan(gm_page *page, gm_refusal refusal, const gm_plan *plan) {
  gm_call *call = page->call;
  if (refusal != GM_ACCEPTED) {
    gm_fail(call, "refused", "%s", gm_refusal_text(refusal, call->session->language == GM_ENGLISH));
    return;
  }
  for (size_t i = 0; i < plan->edits.list.count && !page->full; i++) {
    if (!gm_page_wants(page)) continue;
    gm_page_edit(page, &plan->edits, &plan->edits.list.items[i]);
    gm_page_keep(page);
  }
  size_t edits = page->ends.count;
  for (size_t i = 0; i < plan->stale.count && !page->full; i++) {
    if (!gm_page_wants(page)) continue;
    write_stale(page, plan, &plan->stale.items[i]);
    gm_page_keep(page);
  }
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 4);
  gm_page_write_tick(page, w);
  gm_page_write(page, w, "edits", 0, edits);
  gm_page_write(page, w, "stale", edits, page->ends.count);
  gm_page_write_next(page, w);
}

/* The sections that begin in a range of lines: sections are sorted by their start. */
static void sections_of(const gm_outline *outline, size_t first, size_t last, uint32_t *from, uint32_t *to) {
  *from = *to = 0;
  for (size_t i = 0; i < outline->sections.count && outline->sections.items[i].start.line < last; i++) {
    if (outline->sections.items[i].start.line < first) *from = (uint32_t)i + 1;
    *to = (uint32_t)i + 1;
  }
}

static gm_refusal renumber(gm_call *call, const gm_open_buffer *buffer, const gm_outline_view *view, gm_plan *plan) {
  uint32_t from, to;
  size_t first, last;
  int64_t number, keep = 0;
  if (!gm_take_integer(call, "number", 1, 9999, &keep, &number)) return GM_ACCEPTED;
  bool whole = !gm_value_get(call->message->params, "section") && !gm_value_get(call->message->params, "line");
  if (whole) {
    if (!gm_take_range(call, buffer, &first, &last)) return GM_ACCEPTED;
    sections_of(view->outline, first, last, &from, &to);
    /* `number` is meant for the first list of the range, not for the title above it. */
    while (from < to && !view->outline->sections.items[from].number) from++;
  } else {
    if (!take_named(call, view, &from)) return GM_ACCEPTED;
    to = gm_subtree_end(view->outline, from);
  }
  return gm_outline_renumber(view, from, to, (int32_t)number, plan);
}

static gm_refusal shift(gm_call *call, const gm_open_buffer *buffer, const gm_outline_view *view, gm_plan *plan) {
  uint32_t section;
  int64_t by;
  (void)buffer;
  if (!take_named(call, view, &section) || !gm_take_integer(call, "by", -1, 1, NULL, &by)) return GM_ACCEPTED;
  return gm_outline_shift(view, section, (int)by, plan);
}

static gm_refusal move(gm_call *call, const gm_open_buffer *buffer, const gm_outline_view *view, gm_plan *plan) {
  uint32_t section, target;
  (void)buffer;
  if (!take_named(call, view, &section) || !take_section(call, view, "target", "target_line", "target_byte", &target))
    return GM_ACCEPTED;
  return gm_outline_move(view, section, target, gm_take_flag(call, "behind"), plan);
}

static gm_refusal split(gm_call *call, const gm_open_buffer *buffer, const gm_outline_view *view, gm_plan *plan) {
  uint32_t section;
  (void)buffer;
  if (!take_run(call, view, 0, &section)) return GM_ACCEPTED;
  return gm_outline_split(view, section, plan);
}

static gm_refusal join(gm_call *call, const gm_open_buffer *buffer, const gm_outline_view *view, gm_plan *plan) {
  uint32_t section;
  (void)buffer;
  if (!take_run(call, view, 1, &section)) return GM_ACCEPTED;
  bool lead = gm_value_get(call->message->params, "lead") ? gm_take_flag(call, "lead") : gm_run_has_lead(view, section);
  return gm_outline_join_run(view, section, lead, plan);
}

/* Runs an operation, which takes its own parameters and may fail the call. */
static void run(gm_call *call,
                gm_refusal (*operation)(gm_call *, const gm_open_buffer *, const gm_outline_view *, gm_plan *)) {
  gm_page page;
  gm_plan plan = {0};
  if (!gm_page_begin(&page, call)) return;
  gm_outline_view view = view_of(page.buffer);
  gm_refusal refusal = operation(call, page.buffer, &view, &plan);
  if (!call->answered) answer_plan(&page, refusal, &plan);
  gm_plan_free(&plan);
  gm_page_free(&page);
}

void gm_method_renumber(gm_call *call) { run(call, renumber); }
void gm_method_shift(gm_call *call) { run(call, shift); }
void gm_method_move(gm_call *call) { run(call, move); }
void gm_method_split(gm_call *call) { run(call, split); }
void gm_method_join(gm_call *call) { run(call, join); }
