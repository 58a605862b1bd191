#include "document/reader.h"

#include <stdlib.h>

#include "check/word_list.h"

void gm_reader_free(gm_reader *reader) {
  for (size_t k = 0; k < GM_READER_VIEWS; k++) gm_view_free(&reader->views[k]);
  gm_array_free(&reader->room);
  gm_array_free(&reader->markers);
  gm_array_free(&reader->figures);
  gm_array_free(&reader->twins);
  gm_findings_free(&reader->findings);
  gm_blocks_share(&reader->blocks, 0);
  gm_word_lists_free(reader->words);
  reader->words = NULL;
}

/* Keeps what was scanned of a line in one piece of memory; the figures are all of that line. */
static void keep(gm_reader *reader, const gm_marker *markers, size_t marker_count, const gm_line_row *row) {
  size_t figures = reader->figures.count * sizeof(gm_figure), twins = reader->twins.count * sizeof(gm_twin_key);
  size_t marker_bytes = marker_count * sizeof(gm_marker);
  *row->block = NULL;
  *row->figures = (gm_figures){NULL, 0};
  *row->markers = (gm_markers){NULL, 0};
  if (!figures && !marker_count) return;
  char *memory = gm_blocks_take(&reader->blocks, figures + twins + marker_bytes, row->block);
  *row->figures = (gm_figures){(gm_figure *)memory, (uint32_t)reader->figures.count};
  row->facts->twins = (gm_twin_key *)(memory + figures);
  *row->markers = (gm_markers){(gm_marker *)(memory + figures + twins), (uint32_t)marker_count};
  if (figures) memcpy(memory, reader->figures.items, figures);
  if (twins) memcpy(memory + figures, reader->twins.items, twins);
  if (marker_count) memcpy(memory + figures + twins, markers, marker_bytes);
}

/* Lets the views of lines lie side by side: the processor has few pages at hand. */
static void lend_room(gm_reader *reader, const gm_line_row *rows, size_t count) {
  size_t need = 0, had = reader->room.capacity;
  for (size_t k = 0; k < count; k++) need += gm_view_room(rows[k].line.len);
  gm_reserve(&reader->room, need);
  if (reader->room.capacity > had) memset(reader->room.items + had, 0, reader->room.capacity - had);
  char *at = reader->room.items;
  for (size_t k = 0; k < count; k++) {
    size_t room = gm_view_room(rows[k].line.len);
    gm_view_lend(&reader->views[k], at, room);
    at += room;
  }
}

/* `alphabet` is that of the rules, NULL when no more than the markers will be asked for. */
static void make_view(gm_view *view, const gm_alphabet *alphabet, gm_text line, gm_pinyin_mode mode) {
  view->alphabet = alphabet;
  gm_view_make(view, line, mode);
}

static void read_figures(gm_reader *reader, const gm_view *view, const gm_marker *markers, size_t marker_count,
                         const gm_line_row *row) {
  reader->figures.count = reader->twins.count = 0;
  gm_figures_scan(view, &reader->figures);
  gm_line_facts_make(row->facts, row->line, reader->figures.items, reader->figures.count, &reader->twins);
  keep(reader, markers, marker_count, row);
}

static void check(gm_reader *reader, const gm_rule_set *rules, gm_view *view, const gm_line_row *row) {
  gm_findings_clear(&reader->findings);
  gm_check_line(rules, reader->words, view, row->figures, row->facts, &reader->findings);
  *row->findings = NULL;
  if (reader->findings.list.count) {
    gm_findings *kept = gm_alloc(sizeof *kept);
    memset(kept, 0, sizeof *kept);
    gm_findings_append(kept, &reader->findings, 0);
    *row->findings = kept;
  }
}

/* One stage after another: the code of all of them is more than a processor has near at a time. */
static void read_together(gm_reader *reader, const gm_rule_set *rules, gm_pinyin_mode mode, const gm_line_row *rows,
                          size_t count) {
  size_t marker_end[GM_READER_VIEWS];
  lend_room(reader, rows, count);
  for (size_t k = 0; k < count; k++) {
    make_view(&reader->views[k], rules->alphabet, rows[k].line, mode);
    gm_look_make(rows[k].look, &reader->views[k]);
  }
  reader->markers.count = 0;
  for (size_t k = 0; k < count; k++) {
    gm_markers_scan(&reader->views[k], &reader->markers);
    marker_end[k] = reader->markers.count;
  }
  for (size_t k = 0, marker = 0; k < count; marker = marker_end[k++]) {
    size_t own = marker_end[k] - marker;
    read_figures(reader, &reader->views[k], own ? reader->markers.items + marker : NULL, own, &rows[k]);
  }
  for (size_t k = 0; k < count; k++) check(reader, rules, &reader->views[k], &rows[k]);
}

#define TOGETHER_BYTES 16384u /* of more, the views would be no longer near; a longer line is read alone */

void gm_read_lines(gm_reader *reader, const gm_rule_set *rules, gm_pinyin_mode mode, const gm_line_row *rows,
                   size_t count) {
  for (size_t first = 0, end; first < count; first = end) {
    size_t bytes = rows[first].line.len;
    for (end = first + 1; end < count && end - first < GM_READER_VIEWS; end++)
      if ((bytes += rows[end].line.len) > TOGETHER_BYTES) break;
    read_together(reader, rules, mode, rows + first, end - first);
  }
}

void gm_read_outline(gm_reader *reader, gm_pinyin_mode mode, gm_line_row row) {
  lend_room(reader, &row, 1);
  make_view(&reader->views[0], NULL, row.line, mode);
  gm_look_make(row.look, &reader->views[0]);
  *row.facts = (gm_line_facts){0};
  *row.findings = NULL;
  reader->markers.count = reader->figures.count = reader->twins.count = 0;
  gm_markers_scan(&reader->views[0], &reader->markers);
  keep(reader, reader->markers.items, reader->markers.count, &row);
}

void gm_read_later(gm_reader *reader, const gm_rule_set *rules, gm_pinyin_mode mode, gm_line_row row) {
  lend_room(reader, &row, 1);
  make_view(&reader->views[0], rules->alphabet, row.line, mode);
  reader->markers.count = 0;
  for (uint32_t k = 0; k < row.markers->count; k++) *gm_push(&reader->markers) = row.markers->items[k];
  gm_block_release(*row.block);
  read_figures(reader, &reader->views[0], reader->markers.items, reader->markers.count, &row);
  check(reader, rules, &reader->views[0], &row);
}
