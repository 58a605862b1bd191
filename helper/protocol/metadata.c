#include "text/metadata.h"
#include "protocol/render.h"

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
  gm_metadata_fields fields = {0};
  gm_metadata(draft->lines, draft->classes, draft->count, render->pinyin, &fields);
  bool titled = fields.count && fields.items[0].field == GM_FIELD_TITLE;
  const gm_section *title = titled ? NULL : title_of(outline);
  gm_write_map(render->writer, fields.count + (title != NULL));
  if (title) {
    render->scratch.count = 0;
    gm_section_title(title, draft->lines, render->pinyin, &render->scratch);
    write_pair(render, GM_FIELD_TITLE);
  }
  for (size_t i = 0; i < fields.count; i++) {
    gm_metadata_field field = fields.items[i];
    render->scratch.count = 0;
    if (field.date.year)
      add_date(field.date, &render->scratch);
    else
      gm_render_clean(render, field.line, field.from, field.to, &render->scratch);
    write_pair(render, field.field);
  }
  gm_array_free(&fields);
}
