/* Results in the JSON form of the command line and of the answers to requests, written through gm_writer.
 *
 * Every list below is written as one value (an array, or a map for metadata). A position is the map
 * {"line" (from 1), "byte", "char", "utf16"} (from 0 within the line). */
#ifndef GM_PROTOCOL_RENDER_H
#define GM_PROTOCOL_RENDER_H

#include "document/verdict.h"
#include "figure/column.h"
#include "figure/shown.h"
#include "protocol/writer.h"

/* A place inside a line, in all three units. */
typedef struct gm_place {
  uint32_t line, byte, chars, utf16;
} gm_place;

/* Turns bytes into code points and UTF-16 units. A lookup costs the way from the one before, and never more than a
 * stride of the line, so that a list of places costs time in proportion to the draft and to its own length. */
typedef struct gm_places {
  const gm_text *lines; /* borrowed */
  size_t count;
  gm_place last;
  GM_ARRAY(gm_place) strides; /* of the lines longer than a stride that were asked for */
  GM_ARRAY(uint32_t) first;   /* of each line, its first stride + 1; 0 when it was not asked for */
} gm_places;

void gm_places_init(gm_places *places, const gm_text *lines, size_t count);
void gm_places_free(gm_places *places);

/* The place of `position`; bytes behind the line's end count as its end. A position in the line behind the last one
 * (the exclusive end of a range of whole lines) is its start. */
gm_place gm_places_find(gm_places *places, gm_position position);

typedef struct gm_render {
  gm_writer *writer; /* borrowed */
  gm_places places;
  gm_pinyin_mode pinyin;
  const char *path; /* when not NULL, sections, figures, findings and edits carry it as their first key */
  gm_view view;
  gm_buffer scratch;
  gm_columns columns;
  const gm_document *document; /* when not NULL, figures say their section and verdict too */
  gm_conflicts conflicts;
  bool has_conflicts;
} gm_render;

/* `lines` and `writer` are borrowed and must outlive the render; `pinyin` is the draft's mode. */
void gm_render_init(gm_render *render, gm_writer *writer, const gm_text *lines, size_t count, gm_pinyin_mode pinyin);
void gm_render_free(gm_render *render);

/* P of doc/protocol.md. */
void gm_render_position(gm_render *render, gm_position position);

/* level, kind, marker, number, title, start, end, chars, soft. */
void gm_render_section(gm_render *render, const gm_section *section);
void gm_render_sections(gm_render *render, const gm_outline *outline);

/* text, value, low, high (null when unbounded), approx, unit, unit_class, noun, verb, period, kind, verified, start,
 * end; with a document, section and verdict. Lines whose class says keep = false give none. */
void gm_render_figure(gm_render *render, uint32_t line, const gm_figure *figure);
/* Appends "300..400", the bounds of a figure with an approximator ("300.." without an upper one), nothing for others.
 */
void gm_render_bounds(const gm_figure *figure, gm_buffer *out);
void gm_render_figures(gm_render *render, const gm_draft *draft, const gm_figures *by_line);

/* rule, severity, message, start, end, related, fix, fingerprint, suggestion and replacement (when there are). */
void gm_render_finding(gm_render *render, const gm_findings *findings, const gm_finding *finding);
void gm_render_findings(gm_render *render, const gm_findings *findings);

/* rule, start, end, text. */
void gm_render_edit(gm_render *render, const gm_edits *edits, const gm_edit *edit);
void gm_render_edits(gm_render *render, const gm_edits *edits);

/* line, kind, keep, field: one row for each line that is neither prose without a field nor blank. */
bool gm_render_is_noise(gm_line_class line_class);
void gm_render_noise_row(gm_render *render, uint32_t line, gm_line_class line_class);
void gm_render_noise(gm_render *render, const gm_line_class *classes, size_t count);

/* Field name to value, from the first kept line of each field: what stands behind its label, the whole line when it has
 * none, dates as 2021-09-27. A draft whose title no line is labelled with has that of its outline (may be NULL). */
void gm_render_metadata(gm_render *render, const gm_draft *draft, const gm_outline *outline);

/* Appends the figure's unit: the name of its row, else as it is written, else what its column's head says. */
void gm_render_unit(gm_render *render, uint32_t line, const gm_figure *figure, gm_buffer *out);

/* Appends markers (titles where there is none) of the sections around `at`, the innermost with its title:
 * 二、（一）强化责任. Needs the render's document; nothing outside of all sections. */
void gm_render_path(gm_render *render, gm_position at, gm_buffer *out);

/* Of a figure; needs the render's document. */
gm_verdict gm_render_verdict(gm_render *render, uint32_t line, const gm_figure *figure);

/* "none", "count", "person" …, by gm_unit_class. */
const char *gm_unit_class_name(uint8_t unit_class);

/* Appends the noun of the figure as lists show it. */
void gm_render_noun(gm_render *render, uint32_t line, const gm_figure *figure, gm_buffer *out);

/* Appends raw bytes [start, end) of a line without pinyin noise. */
void gm_render_clean(gm_render *render, uint32_t line, uint32_t start, uint32_t end, gm_buffer *out);

/* "off", "hint", "warning", "error". */
const char *gm_severity_name(uint8_t severity);

#endif
