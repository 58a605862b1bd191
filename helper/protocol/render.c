#include "protocol/render.h"

#include "text/utf8.h"

/* Long lines get a known place every so many bytes: a lookup decodes no more, and the table stays 1/32 of the text. */
#define STRIDE 512u

void gm_places_init(gm_places *places, const gm_text *lines, size_t count) {
  memset(places, 0, sizeof *places);
  places->lines = lines;
  places->count = count;
}

void gm_places_free(gm_places *places) {
  gm_array_free(&places->strides);
  gm_array_free(&places->first);
}

/* Goes on from `from` to the first code point at or behind `byte` of the same line. */
static gm_place walk(gm_text line, gm_place from, uint32_t byte) {
  const char *p = line.ptr + from.byte, *to = line.ptr + byte, *end = line.ptr + line.len;
  while (p < to) {
    uint32_t codepoint;
    p += gm_utf8_decode(p, end, &codepoint);
    from.chars++;
    from.utf16 += codepoint >= 0x10000 ? 2 : 1;
  }
  from.byte = (uint32_t)(p - line.ptr);
  return from;
}

/* The known places of a line, made when it is first asked for: the n-th lies at or right behind byte (n + 1) * STRIDE.
 */
static const gm_place *strides_of(gm_places *places, uint32_t index) {
  if (!places->first.count) {
    gm_reserve(&places->first, places->count);
    places->first.count = places->count;
    memset(places->first.items, 0, places->count * sizeof *places->first.items);
  }
  uint32_t *first = &places->first.items[index];
  if (!*first) {
    gm_text line = places->lines[index];
    gm_place at = {index, 0, 0, 0};
    *first = (uint32_t)places->strides.count + 1;
    for (size_t byte = STRIDE; byte < line.len; byte += STRIDE) {
      at = walk(line, at, (uint32_t)byte);
      *gm_push(&places->strides) = at;
    }
  }
  return places->strides.items + (*first - 1);
}

/* The last known place of the line at or before `byte`. */
static gm_place nearest_stride(gm_places *places, uint32_t line, uint32_t byte) {
  size_t n = byte < places->lines[line].len ? byte / STRIDE : (byte - 1) / STRIDE;
  if (n) {
    const gm_place *strides = strides_of(places, line);
    while (n && strides[n - 1].byte > byte) n--;
    if (n) return strides[n - 1];
  }
  return (gm_place){line, 0, 0, 0};
}

gm_place gm_places_find(gm_places *places, gm_position position) {
  if (position.line >= places->count) return (gm_place){position.line, 0, 0, 0};
  gm_text line = places->lines[position.line];
  uint32_t byte = position.byte < line.len ? position.byte : (uint32_t)line.len;
  bool near = places->last.line == position.line && places->last.byte <= byte && byte - places->last.byte <= STRIDE;
  gm_place from = near             ? places->last
                  : byte <= STRIDE ? (gm_place){position.line, 0, 0, 0}
                                   : nearest_stride(places, position.line, byte);
  places->last = walk(line, from, byte);
  places->last.byte = byte;
  return places->last;
}

void gm_render_init(gm_render *render, gm_writer *writer, const gm_text *lines, size_t count, gm_pinyin_mode pinyin) {
  memset(render, 0, sizeof *render);
  render->writer = writer;
  render->pinyin = pinyin;
  gm_places_init(&render->places, lines, count);
}

void gm_render_free(gm_render *render) {
  gm_places_free(&render->places);
  gm_view_free(&render->view);
  gm_array_free(&render->conflicts);
  gm_array_free(&render->scratch);
}

const char *gm_severity_name(uint8_t severity) {
  static const char *const names[] = {"off", "hint", "warning", "error"};
  return names[severity <= GM_SEVERITY_ERROR ? severity : 0];
}

static void key_string(gm_writer *w, const char *key, const char *value) {
  gm_write_string(w, key);
  gm_write_string(w, value);
}

static void key_text(gm_writer *w, const char *key, gm_text value) {
  gm_write_string(w, key);
  gm_write_text(w, value);
}

static void key_integer(gm_writer *w, const char *key, int64_t value) {
  gm_write_string(w, key);
  gm_write_integer(w, value);
}

/* Opens the map of a row, with the path first when rows carry it. */
static void open_row(gm_render *render, size_t pairs) {
  gm_write_map(render->writer, pairs + (render->path != NULL));
  if (render->path) key_string(render->writer, "path", render->path);
}

static gm_text text_of(const gm_buffer *buffer) { return (gm_text){buffer->items, buffer->count}; }

void gm_render_position(gm_render *render, gm_position position) {
  gm_place place = gm_places_find(&render->places, position);
  gm_write_map(render->writer, 4);
  key_integer(render->writer, "line", (int64_t)place.line + 1);
  key_integer(render->writer, "byte", place.byte);
  key_integer(render->writer, "char", place.chars);
  key_integer(render->writer, "utf16", place.utf16);
}

static void render_range(gm_render *render, gm_position start, gm_position end) {
  gm_write_string(render->writer, "start");
  gm_render_position(render, start);
  gm_write_string(render->writer, "end");
  gm_render_position(render, end);
}

void gm_render_clean(gm_render *render, uint32_t line, uint32_t start, uint32_t end, gm_buffer *out) {
  gm_text raw = {render->places.lines[line].ptr + start, end - start};
  bool may_have_noise = memchr(raw.ptr, '(', raw.len) || memchr(raw.ptr, (unsigned char)'\xEF', raw.len);
  if (render->pinyin == GM_PINYIN_KEEP || !raw.len || !may_have_noise) {
    gm_buffer_text(out, raw);
    return;
  }
  gm_view_make(&render->view, raw, render->pinyin);
  gm_view_text(&render->view, 0, render->view.count, out);
}

void gm_render_noun(gm_render *render, uint32_t line, const gm_figure *figure, gm_buffer *out) {
  gm_shown_noun noun = gm_noun_shown(&render->view, render->places.lines[line], render->pinyin,
                                     render->document ? &gm_document_figures(render->document)[line] : NULL, figure);
  if (noun.name)
    gm_buffer_string(out, noun.name);
  else
    gm_render_clean(render, line, noun.start, noun.end, out);
}

/* Writes key and the clean text of a raw range. */
static void key_clean(gm_render *render, const char *key, uint32_t line, uint32_t start, uint32_t end) {
  render->scratch.count = 0;
  gm_render_clean(render, line, start, end, &render->scratch);
  key_text(render->writer, key, text_of(&render->scratch));
}

void gm_render_section(gm_render *render, const gm_section *section) {
  gm_writer *w = render->writer;
  open_row(render, 9);
  key_integer(w, "level", section->level);
  key_string(w, "kind", gm_section_kind_name(section->kind));
  /* The marker as it stands in the draft, noise included: it is what start and end speak of. */
  key_text(w, "marker",
           (gm_text){render->places.lines[section->start.line].ptr + section->start.byte,
                     section->marker_end - section->start.byte});
  key_integer(w, "number", section->number);
  render->scratch.count = 0;
  gm_section_title(section, render->places.lines, render->pinyin, &render->scratch);
  key_text(w, "title", text_of(&render->scratch));
  render_range(render, section->start, section->end);
  key_integer(w, "chars", section->chars);
  gm_write_string(w, "soft");
  gm_write_boolean(w, section->soft);
}

void gm_render_sections(gm_render *render, const gm_outline *outline) {
  gm_write_array(render->writer, outline->sections.count);
  for (size_t i = 0; i < outline->sections.count; i++) gm_render_section(render, &outline->sections.items[i]);
}

/* A bound of a figure's interval, nil where there is none. */
static void key_bound(gm_render *render, const char *key, const gm_figure *figure, bool high) {
  render->scratch.count = 0;
  if (gm_figure_bound(figure, high, &render->scratch)) {
    key_text(render->writer, key, text_of(&render->scratch));
    return;
  }
  gm_write_string(render->writer, key);
  gm_write_nil(render->writer);
}

void gm_render_unit(gm_render *render, uint32_t line, const gm_figure *figure, gm_buffer *out) {
  if (figure->unit)
    gm_buffer_string(out, gm_units[gm_figure_shown_unit(figure)].name);
  else if (figure->unit_start < figure->unit_end)
    gm_render_clean(render, line, figure->unit_start, figure->unit_end, out);
  else
    gm_buffer_text(out, gm_column_unit(&render->columns, render->places.lines, line, figure));
}

const char *gm_unit_class_name(uint8_t unit_class) {
  static const char *const names[] = {"none",    "count", "person",  "visit", "money",
                                      "measure", "time",  "percent", "date"};
  return names[unit_class];
}

#define PATH_DEPTH_MAX 8 /* sections within sections that a path names */

void gm_render_path(gm_render *render, gm_position at, gm_buffer *out) {
  const gm_outline *outline = gm_document_outline(render->document);
  uint32_t chain[PATH_DEPTH_MAX], depth = 0, innermost = gm_outline_at(outline, at);
  for (uint32_t i = innermost; i != GM_NO_SECTION && depth < PATH_DEPTH_MAX; i = outline->sections.items[i].parent)
    if (outline->sections.items[i].kind != GM_SECTION_TITLE) chain[depth++] = i;
  while (depth) {
    const gm_section *s = &outline->sections.items[chain[--depth]];
    bool marked = s->marker_end > s->start.byte;
    if (marked) gm_render_clean(render, s->start.line, s->start.byte, s->marker_end, out);
    if (!marked || !depth) gm_section_title(s, render->places.lines, render->pinyin, out);
    if (!marked && depth) gm_buffer_string(out, " › ");
  }
}

gm_verdict gm_render_verdict(gm_render *render, uint32_t line, const gm_figure *figure) {
  if (!render->has_conflicts) gm_conflicts_gather(&render->conflicts, gm_document_findings(render->document));
  render->has_conflicts = true;
  size_t next = gm_conflicts_find(&render->conflicts, line);
  return gm_conflicts_verdict(&render->conflicts, next, line, figure->start, figure->end, figure->verified);
}

void gm_render_bounds(const gm_figure *figure, gm_buffer *out) {
  if (!figure->approx || figure->kind == GM_FIGURE_DATE || figure->kind == GM_FIGURE_YEAR ||
      figure->kind == GM_FIGURE_TIME || figure->kind == GM_FIGURE_RATIO)
    return;
  gm_figure_bound(figure, false, out);
  gm_buffer_string(out, "..");
  gm_figure_bound(figure, true, out);
}

void gm_render_figure(gm_render *render, uint32_t line, const gm_figure *figure) {
  gm_writer *w = render->writer;
  open_row(render, render->document ? 16 : 14);
  key_clean(render, "text", line, figure->start, figure->end);
  render->scratch.count = 0;
  gm_figure_value(figure, &render->scratch);
  key_text(w, "value", text_of(&render->scratch));
  key_bound(render, "low", figure, false);
  key_bound(render, "high", figure, true);
  key_clean(render, "approx", line, figure->approx_start, figure->approx_end);
  render->scratch.count = 0;
  gm_render_unit(render, line, figure, &render->scratch);
  key_text(w, "unit", text_of(&render->scratch));
  key_string(w, "unit_class", gm_unit_class_name(gm_units[gm_figure_shown_unit(figure)].unit_class));
  render->scratch.count = 0;
  gm_render_noun(render, line, figure, &render->scratch);
  key_text(w, "noun", text_of(&render->scratch));
  key_clean(render, "verb", line, figure->verb_start, figure->verb_end);
  key_clean(render, "period", line, figure->period_start, figure->period_end);
  key_string(w, "kind", gm_figure_kind_name(figure->kind));
  gm_write_string(w, "verified");
  gm_write_boolean(w, figure->verified);
  if (render->document) {
    render->scratch.count = 0;
    gm_render_path(render, (gm_position){line, figure->start}, &render->scratch);
    key_text(w, "section", text_of(&render->scratch));
    key_string(w, "verdict", gm_verdict_name(gm_render_verdict(render, line, figure)));
  }
  render_range(render, (gm_position){line, figure->start}, (gm_position){line, figure->end});
}

void gm_render_figures(gm_render *render, const gm_draft *draft, const gm_figures *by_line) {
  size_t total = 0;
  for (size_t i = 0; i < draft->count; i++)
    if (draft->classes[i].keep) total += by_line[i].count;
  gm_write_array(render->writer, total);
  for (size_t i = 0; i < draft->count; i++)
    for (uint32_t k = 0; draft->classes[i].keep && k < by_line[i].count; k++)
      gm_render_figure(render, (uint32_t)i, &by_line[i].items[k]);
}

void gm_render_finding(gm_render *render, const gm_findings *findings, const gm_finding *finding) {
  gm_writer *w = render->writer;
  const char *text = findings->text.items;
  open_row(render, 8 + (finding->suggestion_len > 0) + (finding->replacement_len > 0));
  key_string(w, "rule", gm_rules[finding->rule].id);
  key_string(w, "severity", gm_severity_name(finding->severity));
  key_text(w, "message", (gm_text){text + finding->message, finding->message_len});
  render_range(render, finding->start, finding->end);
  gm_write_string(w, "related");
  gm_write_array(w, finding->related_count);
  for (uint32_t i = 0; i < finding->related_count; i++) {
    const gm_related *related = &findings->related.items[finding->related + i];
    gm_write_map(w, 3);
    render_range(render, related->start, related->end);
    key_text(w, "message", (gm_text){text + related->message, related->message_len});
  }
  gm_write_string(w, "fix");
  gm_write_array(w, finding->fix_count);
  for (uint32_t i = 0; i < finding->fix_count; i++) {
    const gm_edit *edit = &findings->fixes.list.items[finding->fix + i];
    gm_write_map(w, 3);
    render_range(render, edit->start, edit->end);
    key_text(w, "text", gm_edits_text(&findings->fixes, edit));
  }
  render->scratch.count = 0;
  gm_buffer_format(&render->scratch, "%016llx", (unsigned long long)finding->fingerprint);
  key_text(w, "fingerprint", text_of(&render->scratch));
  if (finding->suggestion_len)
    key_text(w, "suggestion", (gm_text){text + finding->suggestion, finding->suggestion_len});
  if (finding->replacement_len)
    key_text(w, "replacement", (gm_text){text + finding->replacement, finding->replacement_len});
}

void gm_render_findings(gm_render *render, const gm_findings *findings) {
  gm_write_array(render->writer, findings->list.count);
  for (size_t i = 0; i < findings->list.count; i++) gm_render_finding(render, findings, &findings->list.items[i]);
}

void gm_render_edit(gm_render *render, const gm_edits *edits, const gm_edit *edit) {
  open_row(render, 4);
  key_string(render->writer, "rule", edit->rule);
  render_range(render, edit->start, edit->end);
  key_text(render->writer, "text", gm_edits_text(edits, edit));
}

void gm_render_edits(gm_render *render, const gm_edits *edits) {
  gm_write_array(render->writer, edits->list.count);
  for (size_t i = 0; i < edits->list.count; i++) gm_render_edit(render, edits, &edits->list.items[i]);
}

bool gm_render_is_noise(gm_line_class line_class) {
  return line_class.kind != GM_LINE_BLANK && (line_class.kind != GM_LINE_PROSE || line_class.fields);
}

static void add_field_names(uint32_t fields, gm_buffer *out) {
  for (uint32_t bit = 1; bit && bit <= fields; bit <<= 1) {
    if (!(fields & bit)) continue;
    if (out->count) gm_buffer_add(out, "+", 1);
    gm_buffer_string(out, gm_field_name(bit));
  }
}

void gm_render_noise_row(gm_render *render, uint32_t line, gm_line_class line_class) {
  gm_writer *w = render->writer;
  gm_write_map(w, 4);
  key_integer(w, "line", (int64_t)line + 1);
  key_string(w, "kind", gm_line_kind_name(line_class.kind));
  gm_write_string(w, "keep");
  gm_write_boolean(w, line_class.keep);
  render->scratch.count = 0;
  add_field_names(line_class.fields, &render->scratch);
  key_text(w, "field", text_of(&render->scratch));
}

void gm_render_noise(gm_render *render, const gm_line_class *classes, size_t count) {
  size_t rows = 0;
  for (size_t i = 0; i < count; i++) rows += gm_render_is_noise(classes[i]);
  gm_write_array(render->writer, rows);
  for (size_t i = 0; i < count; i++)
    if (gm_render_is_noise(classes[i])) gm_render_noise_row(render, (uint32_t)i, classes[i]);
}
