#include "outline/outline.h"

void gm_markers_scan(const gm_view *view, gm_marker_array *out) {
  (void)view;
  (void)out;
}

void gm_outline_join(gm_outline *outline, const gm_draft *draft) {
  (void)draft;
  outline->sections.count = outline->faults.count = 0;
}

void gm_outline_free(gm_outline *outline) {
  gm_array_free(&outline->sections);
  gm_array_free(&outline->faults);
}

void gm_section_title(const gm_section *section, const gm_text *lines, gm_pinyin_mode pinyin,
                      gm_buffer *out) {
  (void)pinyin;
  gm_buffer_add(out, lines[section->title.line].ptr + section->title.byte,
                section->title_end.byte - section->title.byte);
}

uint32_t gm_outline_at(const gm_outline *outline, gm_position at) {
  (void)outline;
  (void)at;
  return GM_NO_SECTION;
}

const char *gm_section_kind_name(gm_section_kind kind) {
  static const char *const names[] = {"title", "heading", "numbered", "inline", "article", "label"};
  return names[kind];
}
