#include "text/edit.h"

int gm_position_compare(gm_position a, gm_position b) {
  if (a.line != b.line) return a.line < b.line ? -1 : 1;
  return a.byte < b.byte ? -1 : a.byte > b.byte;
}

void gm_edits_add(gm_edits *edits, gm_position start, gm_position end, gm_text text, const char *rule) {
  gm_edit *edit = gm_push(&edits->list);
  *edit = (gm_edit){start, end, (uint32_t)edits->text.count, (uint32_t)text.len, rule};
  gm_buffer_text(&edits->text, text);
}

gm_text gm_edits_text(const gm_edits *edits, const gm_edit *edit) {
  return edit->len ? (gm_text){edits->text.items + edit->text, edit->len} : GM_TEXT("");
}

void gm_edits_clear(gm_edits *edits) { edits->list.count = edits->text.count = 0; }

void gm_edits_free(gm_edits *edits) {
  gm_array_free(&edits->list);
  gm_array_free(&edits->text);
}

static void copy_until(gm_position *at, gm_position to, const gm_text *lines, gm_buffer *out) {
  while (at->line < to.line) {
    gm_buffer_add(out, lines[at->line].ptr + at->byte, lines[at->line].len - at->byte);
    gm_buffer_add(out, "\n", 1);
    *at = (gm_position){at->line + 1, 0};
  }
  if (to.byte > at->byte) gm_buffer_add(out, lines[at->line].ptr + at->byte, to.byte - at->byte);
  *at = to;
}

void gm_edits_apply(const gm_edits *edits, const gm_text *lines, size_t count, gm_buffer *out) {
  gm_position at = {0, 0};
  if (!count) return;
  for (size_t i = 0; i < edits->list.count; i++) {
    const gm_edit *edit = &edits->list.items[i];
    copy_until(&at, edit->start, lines, out);
    gm_buffer_text(out, gm_edits_text(edits, edit));
    at = edit->end;
  }
  copy_until(&at, (gm_position){(uint32_t)count - 1, (uint32_t)lines[count - 1].len}, lines, out);
}
