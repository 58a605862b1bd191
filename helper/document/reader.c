#include "document/reader.h"

#include <stdlib.h>

#include "check/word_list.h"

void gm_reader_free(gm_reader *reader) {
  gm_view_free(&reader->view);
  gm_array_free(&reader->markers);
  gm_array_free(&reader->figures);
  gm_array_free(&reader->twins);
  gm_findings_free(&reader->findings);
  gm_blocks_share(&reader->blocks, 0);
  gm_word_lists_free(reader->words);
  reader->words = NULL;
}

/* Keeps what was scanned in one piece of memory. */
static void keep(gm_reader *reader, gm_line_row row) {
  size_t figures = reader->figures.count * sizeof(gm_figure), twins = reader->twins.count * sizeof(gm_twin_key);
  size_t markers = reader->markers.count * sizeof(gm_marker);
  *row.block = NULL;
  *row.figures = (gm_figures){NULL, 0};
  *row.markers = (gm_markers){NULL, 0};
  if (!figures && !markers) return;
  char *memory = gm_blocks_take(&reader->blocks, figures + twins + markers, row.block);
  *row.figures = (gm_figures){(gm_figure *)memory, (uint32_t)reader->figures.count};
  row.facts->twins = (gm_twin_key *)(memory + figures);
  *row.markers = (gm_markers){(gm_marker *)(memory + figures + twins), (uint32_t)reader->markers.count};
  if (figures) memcpy(memory, reader->figures.items, figures);
  if (twins) memcpy(memory + figures, reader->twins.items, twins);
  if (markers) memcpy(memory + figures + twins, reader->markers.items, markers);
}

static void make_view(gm_reader *reader, const gm_alphabet *alphabet, gm_text line, gm_pinyin_mode mode) {
  reader->view.alphabet = alphabet;
  gm_view_make(&reader->view, line, mode);
  reader->markers.count = reader->figures.count = reader->twins.count = 0;
}

void gm_read_look(gm_reader *reader, const gm_alphabet *alphabet, gm_text line, gm_pinyin_mode mode, gm_line_row row) {
  make_view(reader, alphabet, line, mode);
  gm_look_make(row.look, &reader->view);
  *row.facts = (gm_line_facts){0};
  *row.findings = NULL;
  keep(reader, row);
}

void gm_read_markers(gm_reader *reader, gm_line_row row) {
  gm_markers_scan(&reader->view, &reader->markers);
  keep(reader, row);
}

/* The view and the markers are those of the line. */
static void study(gm_reader *reader, const gm_rule_set *rules, gm_line_row row) {
  gm_figures_scan(&reader->view, &reader->figures);
  gm_line_facts_make(row.facts, reader->view.raw, reader->figures.items, reader->figures.count, &reader->twins);
  keep(reader, row);

  gm_findings_clear(&reader->findings);
  gm_check_line(rules, reader->words, &reader->view, row.figures, row.facts, &reader->findings);
  *row.findings = NULL;
  if (reader->findings.list.count) {
    gm_findings *kept = gm_alloc(sizeof *kept);
    memset(kept, 0, sizeof *kept);
    gm_findings_append(kept, &reader->findings, 0);
    *row.findings = kept;
  }
}

void gm_read_rest(gm_reader *reader, const gm_rule_set *rules, gm_line_row row) {
  gm_markers_scan(&reader->view, &reader->markers);
  study(reader, rules, row);
}

void gm_read_later(gm_reader *reader, const gm_rule_set *rules, gm_text line, gm_pinyin_mode mode, gm_line_row row) {
  make_view(reader, rules->alphabet, line, mode);
  for (uint32_t k = 0; k < row.markers->count; k++) *gm_push(&reader->markers) = row.markers->items[k];
  gm_block_release(*row.block);
  study(reader, rules, row);
}
