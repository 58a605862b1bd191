#include "protocol/render.h"
#include "text/label.h"

#define FIELDS 24 /* GM_FIELD_ bits */

/* The value of a field: what its line says behind the label, or all of the line but blanks around it. */
static void add_value(gm_render *render, gm_text line, uint32_t field) {
  const gm_view *view = &render->view;
  gm_view_make(&render->view, line, render->pinyin);
  size_t from = 0, to = view->count;
  if (!gm_label_value(view, field, &from, &to)) {
    while (from < to && (view->cls[from] & GM_SPACE)) from++;
    while (to > from && (view->cls[to - 1] & GM_SPACE)) to--;
  }
  gm_view_text(view, from, to, &render->scratch);
}

static void add_date(gm_date date, gm_buffer *out) {
  gm_buffer_format(out, "%04u", (unsigned)date.year);
  if (date.month) gm_buffer_format(out, "-%02u", (unsigned)date.month);
  if (date.day) gm_buffer_format(out, "-%02u", (unsigned)date.day);
}

static const gm_section *title_of(const gm_outline *outline) {
  for (size_t i = 0; outline && i < outline->sections.count; i++)
    if (outline->sections.items[i].kind == GM_SECTION_TITLE) return &outline->sections.items[i];
  return NULL;
}

static void write_pair(gm_render *render, uint32_t field) {
  gm_write_string(render->writer, gm_field_name(field));
  gm_write_text(render->writer, (gm_text){render->scratch.items, render->scratch.count});
}

void gm_render_metadata(gm_render *render, const gm_draft *draft, const gm_outline *outline) {
  const uint32_t dates = GM_FIELD_DATE | GM_FIELD_DATE_WRITTEN | GM_FIELD_DATE_SIGNED;
  const uint32_t copies = GM_FIELD_TITLE_DUP | GM_FIELD_DATE_DUP;
  size_t line_of[FIELDS] = {0}, pairs = 0;
  uint32_t seen = 0;
  for (size_t i = 0; i < draft->count; i++) {
    uint32_t fresh = draft->classes[i].keep ? draft->classes[i].fields & ~(copies | seen) : 0;
    for (unsigned bit = 0; bit < FIELDS; bit++)
      if (fresh >> bit & 1) line_of[bit] = i, pairs++;
    seen |= fresh;
  }
  const gm_section *title = seen & GM_FIELD_TITLE ? NULL : title_of(outline);
  gm_write_map(render->writer, pairs + (title != NULL));
  if (title) {
    render->scratch.count = 0;
    gm_section_title(title, draft->lines, render->pinyin, &render->scratch);
    write_pair(render, GM_FIELD_TITLE);
  }
  for (unsigned bit = 0; bit < FIELDS; bit++) {
    uint32_t field = 1u << bit;
    if (!(seen & field)) continue;
    render->scratch.count = 0;
    if (field & dates && draft->looks[line_of[bit]].date.year)
      add_date(draft->looks[line_of[bit]].date, &render->scratch);
    else
      add_value(render, draft->lines[line_of[bit]], field);
    write_pair(render, field);
  }
}
