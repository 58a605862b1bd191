#include <stdio.h>
#include <stdlib.h>

#include "golden.h"

/* A place as a script gives it: LINE:CHAR or LINE:CHAR-CHAR. */
typedef struct gm_where {
  uint32_t line, start, end; /* line from 0; `end` UINT32_MAX when not given */
} gm_where;

static bool read_where(gm_golden *g, gm_text word, gm_where *where) {
  char copy[64] = {0};
  unsigned line, start, end = UINT32_MAX;
  memcpy(copy, word.ptr, word.len < sizeof copy - 1 ? word.len : sizeof copy - 1);
  if (sscanf(copy, "%u:%u-%u", &line, &start, &end) < 2 || !line) {
    golden_fail(g, "want LINE:CHAR, not %s", copy);
    return false;
  }
  *where = (gm_where){line - 1, start, end};
  return true;
}

static bool stands(gm_golden *g, gm_where where, gm_position start, gm_position end) {
  gm_place a = gm_places_find(&g->places, start), b = gm_places_find(&g->places, end);
  return a.line == where.line && a.chars == where.start && (where.end == UINT32_MAX || b.chars == where.end);
}

static gm_text slice(gm_golden *g, uint32_t line, uint32_t start, uint32_t end) {
  gm_text text = gm_document_draft(g->document)->lines[line];
  return (gm_text){text.ptr + start, end - start};
}

static bool equal(gm_text a, gm_text b) { return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len)); }

static bool contains(gm_text text, gm_text part) {
  for (size_t i = 0; i + part.len <= text.len; i++)
    if (!memcmp(text.ptr + i, part.ptr, part.len)) return true;
  return false;
}

static gm_text trim(gm_text text) {
  while (text.len && *text.ptr == ' ') text.ptr++, text.len--;
  return text;
}

#define SHOW(text) (int)(text).len, (text).ptr

/* Sections. */

static void show_section(gm_golden *g, const gm_section *s, gm_buffer *out) {
  gm_place at = gm_places_find(&g->places, s->start);
  gm_text marker = slice(g, s->start.line, s->start.byte, s->marker_end);
  gm_buffer_format(out, "%u:%u %s %u %d %.*s ", at.line + 1, at.chars, gm_section_kind_name(s->kind),
                   (unsigned)s->level, (int)s->number, SHOW(marker.len ? marker : GM_TEXT("-")));
  gm_section_title(s, gm_document_draft(g->document)->lines, gm_document_pinyin(g->document), out);
}

static void expect_section(gm_golden *g, gm_text rest) {
  const gm_outline *outline = gm_document_outline(g->document);
  gm_text whole = trim(rest), place = golden_word(&rest);
  gm_where where;
  gm_buffer shown = {0};
  g->last_section = SIZE_MAX;
  if (!read_where(g, place, &where)) return;
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *s = &outline->sections.items[i];
    if (g->sections.items[i] || !stands(g, where, s->start, s->end)) continue;
    shown.count = 0;
    show_section(g, s, &shown);
    gm_text got = {shown.items, shown.count};
    while (got.len && got.ptr[got.len - 1] == ' ') got.len--;
    while (whole.len && whole.ptr[whole.len - 1] == ' ') whole.len--;
    if (!equal(got, whole)) golden_fail(g, "section is %.*s", SHOW(got));
    g->sections.items[i] = true;
    g->last_section = i;
    break;
  }
  if (g->last_section == SIZE_MAX) golden_fail(g, "no section at %.*s", SHOW(place));
  gm_array_free(&shown);
}

static const gm_section *last_section(gm_golden *g) {
  if (g->last_section == SIZE_MAX) golden_fail(g, "no section was found before this");
  return g->last_section == SIZE_MAX ? NULL : &gm_document_outline(g->document)->sections.items[g->last_section];
}

static void expect_end(gm_golden *g, gm_text rest) {
  const gm_section *s = last_section(g);
  gm_where where;
  if (!s || !read_where(g, golden_word(&rest), &where)) return;
  gm_place at = gm_places_find(&g->places, s->end);
  if (at.line != where.line || at.chars != where.start) golden_fail(g, "section ends at %u:%u", at.line + 1, at.chars);
}

static void expect_chars(gm_golden *g, gm_text rest) {
  const gm_section *s = last_section(g);
  if (s && s->chars != strtoul(trim(rest).ptr, NULL, 10)) golden_fail(g, "section has %u chars", s->chars);
}

static void expect_soft(gm_golden *g, gm_text rest) {
  (void)rest;
  const gm_section *s = last_section(g);
  if (s && !s->soft) golden_fail(g, "section is hard");
}

static void expect_hard(gm_golden *g, gm_text rest) {
  (void)rest;
  const gm_section *s = last_section(g);
  if (s && s->soft) golden_fail(g, "section is soft");
}

static void expect_no_section(gm_golden *g, gm_text rest) {
  (void)rest;
  const gm_outline *outline = gm_document_outline(g->document);
  gm_buffer shown = {0};
  for (size_t i = 0; i < outline->sections.count; i++) {
    if (g->sections.items[i]) continue;
    shown.count = 0;
    show_section(g, &outline->sections.items[i], &shown);
    golden_fail(g, "section not asked for: %.*s", SHOW(((gm_text){shown.items, shown.count})));
  }
  gm_array_free(&shown);
}

/* Figures. */

static void noun_of(gm_golden *g, uint32_t line, const gm_figure *f, gm_buffer *out) {
  gm_view view = {0};
  gm_text raw = gm_document_draft(g->document)->lines[line];
  gm_shown_noun noun = gm_noun_shown(&view, raw, gm_document_pinyin(g->document), &gm_document_figures(g->document)[line], f);
  if (noun.name)
    gm_buffer_string(out, noun.name);
  else
    gm_buffer_text(out, slice(g, line, noun.start, noun.end));
  gm_view_free(&view);
}

/* The keys of a figure as JSON has them, in pairs: what the expectation compares is what the command line prints. */
static void figure_key(gm_golden *g, uint32_t line, const gm_figure *f, const char *key, gm_buffer *out) {
  out->count = 0;
  if (!strcmp(key, "text"))
    gm_buffer_text(out, slice(g, line, f->start, f->end));
  else if (!strcmp(key, "value"))
    gm_figure_value(f, out);
  else if (!strcmp(key, "low"))
    gm_decimal_write(f->interval.low, out);
  else if (!strcmp(key, "high"))
    gm_decimal_write(f->interval.high, out);
  else if (!strcmp(key, "approx"))
    gm_buffer_text(out, slice(g, line, f->approx_start, f->approx_end));
  else if (!strcmp(key, "unit") && f->unit)
    gm_buffer_string(out, gm_units[gm_figure_shown_unit(f)].name);
  else if (!strcmp(key, "unit"))
    gm_buffer_text(out, slice(g, line, f->unit_start, f->unit_end));
  else if (!strcmp(key, "noun"))
    noun_of(g, line, f, out);
  else
    golden_fail(g, "a figure has no key %s", key);
}

static void compare_figure(gm_golden *g, uint32_t line, const gm_figure *f, gm_text kind, gm_text value, gm_text rest) {
  gm_buffer got = {0};
  gm_text pair;
  if (!golden_is(kind, gm_figure_kind_name(f->kind))) golden_fail(g, "figure is a %s", gm_figure_kind_name(f->kind));
  figure_key(g, line, f, "value", &got);
  if (!equal((gm_text){got.items, got.count}, value)) golden_fail(g, "figure is %.*s", (int)got.count, got.items);
  while ((pair = golden_word(&rest)).len) {
    char key[16] = {0};
    size_t len = 0;
    while (len < pair.len && len < sizeof key - 1 && pair.ptr[len] != '=') len++;
    memcpy(key, pair.ptr, len);
    gm_text want = len < pair.len ? (gm_text){pair.ptr + len + 1, pair.len - len - 1} : (gm_text){"", 0};
    figure_key(g, line, f, key, &got);
    if (!equal((gm_text){got.items, got.count}, want)) golden_fail(g, "%s is %.*s", key, (int)got.count, got.items);
  }
  gm_array_free(&got);
}

static void expect_figure(gm_golden *g, gm_text rest) {
  const gm_figures *by_line = gm_document_figures(g->document);
  const gm_draft *draft = gm_document_draft(g->document);
  gm_text place = golden_word(&rest), kind = golden_word(&rest), value = golden_word(&rest);
  gm_where where;
  if (!read_where(g, place, &where)) return;
  size_t row = 0;
  for (uint32_t i = 0; i < draft->count; i++)
    for (uint32_t k = 0; k < by_line[i].count; k++, row++) {
      const gm_figure *f = &by_line[i].items[k];
      if (!draft->classes[i].keep || g->figures.items[row]) continue;
      if (!stands(g, where, (gm_position){i, f->start}, (gm_position){i, f->end})) continue;
      g->figures.items[row] = true;
      compare_figure(g, i, f, kind, value, rest);
      return;
    }
  golden_fail(g, "no figure at %.*s", SHOW(place));
}

static void expect_no_figure(gm_golden *g, gm_text rest) {
  (void)rest;
  const gm_figures *by_line = gm_document_figures(g->document);
  const gm_draft *draft = gm_document_draft(g->document);
  size_t row = 0;
  for (uint32_t i = 0; i < draft->count; i++)
    for (uint32_t k = 0; k < by_line[i].count; k++, row++) {
      const gm_figure *f = &by_line[i].items[k];
      if (!draft->classes[i].keep || g->figures.items[row]) continue;
      gm_text text = slice(g, i, f->start, f->end);
      golden_fail(g, "figure not asked for: %u:%u %s %.*s", i + 1,
                  gm_places_find(&g->places, (gm_position){i, f->start}).chars, gm_figure_kind_name(f->kind),
                  SHOW(text));
    }
}

/* Findings. */

static gm_text message_of(const gm_findings *findings, const gm_finding *f) {
  return (gm_text){findings->text.items + f->message, f->message_len};
}

static void expect_finding(gm_golden *g, gm_text rest) {
  const gm_findings *findings = gm_document_findings(g->document);
  gm_text rule = golden_word(&rest), place = golden_word(&rest), severity = golden_word(&rest);
  gm_where where;
  g->last_finding = SIZE_MAX;
  if (!read_where(g, place, &where)) return;
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (g->findings.items[i] || !golden_is(rule, gm_rules[f->rule].id) || !stands(g, where, f->start, f->end)) continue;
    g->findings.items[i] = true;
    g->last_finding = i;
    if (severity.len && !golden_is(severity, gm_severity_name(f->severity)))
      golden_fail(g, "severity is %s", gm_severity_name(f->severity));
    return;
  }
  golden_fail(g, "no finding %.*s at %.*s", SHOW(rule), SHOW(place));
}

static const gm_finding *last_finding(gm_golden *g) {
  if (g->last_finding == SIZE_MAX) golden_fail(g, "no finding was found before this");
  return g->last_finding == SIZE_MAX ? NULL : &gm_document_findings(g->document)->list.items[g->last_finding];
}

static void expect_message(gm_golden *g, gm_text rest) {
  const gm_finding *f = last_finding(g);
  if (!f) return;
  gm_text message = message_of(gm_document_findings(g->document), f);
  if (!contains(message, trim(rest))) golden_fail(g, "message is %.*s", SHOW(message));
}

static void expect_suggestion(gm_golden *g, gm_text rest) {
  const gm_finding *f = last_finding(g);
  if (!f) return;
  gm_text suggestion = {gm_document_findings(g->document)->text.items + f->suggestion, f->suggestion_len};
  if (!contains(suggestion, trim(rest))) golden_fail(g, "suggestion is %.*s", SHOW(suggestion));
}

static void expect_related(gm_golden *g, gm_text rest) {
  const gm_findings *findings = gm_document_findings(g->document);
  const gm_finding *f = last_finding(g);
  gm_where where;
  if (!f || !read_where(g, golden_word(&rest), &where)) return;
  for (uint32_t i = 0; i < f->related_count; i++) {
    const gm_related *related = &findings->related.items[f->related + i];
    if (stands(g, where, related->start, related->end)) return;
  }
  golden_fail(g, "no such related place; it has %u", f->related_count);
}

static void expect_offer(gm_golden *g, gm_text rest) {
  const gm_finding *f = last_finding(g);
  if (!f) return;
  gm_text offer = {gm_document_findings(g->document)->text.items + f->replacement, f->replacement_len};
  if (!equal(offer, trim(rest))) golden_fail(g, "offered is %.*s", SHOW(offer));
}

static void expect_fixed(gm_golden *g, gm_text rest) {
  const gm_findings *findings = gm_document_findings(g->document);
  const gm_draft *draft = gm_document_draft(g->document);
  const gm_finding *f = last_finding(g);
  gm_text number = golden_word(&rest);
  if (!f) return;
  gm_edits fix = {0};
  gm_buffer text = {0};
  for (uint32_t i = 0; i < f->fix_count; i++) {
    const gm_edit *e = &findings->fixes.list.items[f->fix + i];
    gm_edits_add(&fix, e->start, e->end, gm_edits_text(&findings->fixes, e), e->rule);
  }
  gm_edits_apply(&fix, draft->lines, draft->count, &text);
  gm_text line = {text.items, 0};
  const char *end = text.items + text.count;
  for (unsigned long left = strtoul(number.ptr, NULL, 10); left > 1 && line.ptr < end; line.ptr++)
    if (*line.ptr == '\n') left--;
  while (line.ptr + line.len < end && line.ptr[line.len] != '\n') line.len++;
  if (!f->fix_count)
    golden_fail(g, "the finding has no fix");
  else if (!equal(line, trim(rest)))
    golden_fail(g, "fixed line is %.*s", SHOW(line));
  gm_edits_free(&fix);
  gm_array_free(&text);
}

static void expect_no_fix(gm_golden *g, gm_text rest) {
  (void)rest;
  const gm_finding *f = last_finding(g);
  if (f && f->fix_count) golden_fail(g, "the finding has a fix of %u edits", f->fix_count);
}

/* Is `id` the rule, or of the family, that `name` gives? An empty name is any. */
static bool of_rule(gm_text name, const char *id) {
  return !name.len || golden_is(name, id) || (name.len == strcspn(id, "-") && !memcmp(name.ptr, id, name.len));
}

static void expect_no_finding(gm_golden *g, gm_text rest) {
  const gm_findings *findings = gm_document_findings(g->document);
  gm_text rule = golden_word(&rest);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    if (!of_rule(rule, gm_rules[f->rule].id) || g->findings.items[i]) continue;
    gm_text message = message_of(findings, f);
    golden_fail(g, "finding not asked for: %s %u:%u %s %.*s", gm_rules[f->rule].id, f->start.line + 1,
                gm_places_find(&g->places, f->start).chars, gm_severity_name(f->severity), SHOW(message));
  }
}

/* Normalization, noise, the draft as a whole. */

static void expect_normalized(gm_golden *g, gm_text rest) {
  gm_buffer want = {0};
  size_t count;
  golden_block(g, golden_is(golden_word(&rest), "escaped"), &want, &count);
  gm_text a = {want.items, want.count}, b = {g->normalized.items, g->normalized.count};
  if (!equal(a, b)) golden_fail(g, "normalized is\n%.*s", SHOW(b));
  gm_array_free(&want);
}

static void show_edit(gm_golden *g, const gm_edit *e) {
  gm_place start = gm_places_find(&g->places, e->start), end = gm_places_find(&g->places, e->end);
  golden_fail(g, "edit not asked for: %s %u:%u to %u:%u %.*s", e->rule, start.line + 1, start.chars, end.line + 1,
              end.chars, SHOW(gm_edits_text(&g->edits, e)));
}

static void expect_not_normalized(gm_golden *g, gm_text rest) {
  (void)rest;
  for (size_t i = 0; i < g->edits.list.count; i++) show_edit(g, &g->edits.list.items[i]);
}

static void expect_edit(gm_golden *g, gm_text rest) {
  gm_text rule = golden_word(&rest), place = golden_word(&rest), text = trim(rest);
  gm_where where;
  if (!read_where(g, place, &where)) return;
  for (size_t i = 0; i < g->edits.list.count; i++) {
    const gm_edit *e = &g->edits.list.items[i];
    if (g->edit_marks.items[i] || !golden_is(rule, e->rule) || !stands(g, where, e->start, e->end)) continue;
    g->edit_marks.items[i] = true;
    gm_text got = gm_edits_text(&g->edits, e);
    if (!equal(got, text)) golden_fail(g, "the edit puts “%.*s”", SHOW(got));
    return;
  }
  golden_fail(g, "no edit %.*s at %.*s", SHOW(rule), SHOW(place));
}

static void expect_no_edit(gm_golden *g, gm_text rest) {
  gm_text rule = golden_word(&rest);
  for (size_t i = 0; i < g->edits.list.count; i++)
    if (!g->edit_marks.items[i] && of_rule(rule, g->edits.list.items[i].rule)) show_edit(g, &g->edits.list.items[i]);
}

static void add_fields(uint32_t fields, gm_buffer *out) {
  for (uint32_t bit = 1; bit && bit <= fields; bit <<= 1)
    if (fields & bit) gm_buffer_format(out, "%s%s", out->count ? "+" : "", gm_field_name(bit));
}

static void expect_noise(gm_golden *g, gm_text rest) {
  const gm_draft *draft = gm_document_draft(g->document);
  gm_text number = golden_word(&rest), kind = golden_word(&rest), keep = golden_word(&rest), want = golden_word(&rest);
  unsigned long line = number.len ? strtoul(number.ptr, NULL, 10) : 0;
  if (!line || line > draft->count) {
    golden_fail(g, "no line %.*s", SHOW(number));
    return;
  }
  gm_line_class c = draft->classes[line - 1];
  gm_buffer fields = {0};
  add_fields(c.fields, &fields);
  gm_text got = {fields.items, fields.count};
  g->noise.items[line - 1] = true;
  if (!golden_is(kind, gm_line_kind_name(c.kind)) || !golden_is(keep, c.keep ? "keep" : "drop") || !equal(got, want))
    golden_fail(g, "line is %s %s %.*s", gm_line_kind_name(c.kind), c.keep ? "keep" : "drop", SHOW(got));
  gm_array_free(&fields);
}

static void expect_no_noise(gm_golden *g, gm_text rest) {
  (void)rest;
  const gm_draft *draft = gm_document_draft(g->document);
  for (size_t i = 0; i < draft->count; i++) {
    gm_line_class c = draft->classes[i];
    bool noise = c.kind != GM_LINE_BLANK && (c.kind != GM_LINE_PROSE || c.fields);
    if (noise && !g->noise.items[i])
      golden_fail(g, "noise not asked for: line %zu %s %s", i + 1, gm_line_kind_name(c.kind), c.keep ? "keep" : "drop");
  }
}

static void expect_metadata(gm_golden *g, gm_text rest) {
  const gm_draft *draft = gm_document_draft(g->document);
  gm_text field = golden_word(&rest), want = trim(rest);
  gm_buffer json = {0}, part = {0};
  gm_writer writer;
  gm_render render;
  gm_writer_init(&writer, GM_WIRE_JSON, &json);
  gm_render_init(&render, &writer, draft->lines, draft->count, gm_document_pinyin(g->document));
  gm_render_metadata(&render, draft, gm_document_outline(g->document));
  gm_render_free(&render);
  /* The pair as the map prints it. */
  gm_writer_init(&writer, GM_WIRE_JSON, &part);
  gm_write_map(&writer, 1);
  gm_write_text(&writer, field);
  gm_write_text(&writer, want);
  gm_text pair = {part.items + 1, part.count - 2}, whole = {json.items, json.count};
  if (!contains(whole, pair)) golden_fail(g, "metadata is %.*s", SHOW(whole));
  gm_array_free(&json);
  gm_array_free(&part);
}

static void expect_words(gm_golden *g, gm_text rest) {
  unsigned long long words = gm_document_words(g->document);
  if (strtoull(trim(rest).ptr, NULL, 10) != words) golden_fail(g, "the draft has %llu words", words);
}

static const struct {
  const char *name;
  void (*run)(gm_golden *g, gm_text rest);
} expectations[] = {{"?section", expect_section},
                    {"?end", expect_end},
                    {"?chars", expect_chars},
                    {"?soft", expect_soft},
                    {"?hard", expect_hard},
                    {"!section", expect_no_section},
                    {"?figure", expect_figure},
                    {"!figure", expect_no_figure},
                    {"?finding", expect_finding},
                    {"?message", expect_message},
                    {"?suggestion", expect_suggestion},
                    {"?offer", expect_offer},
                    {"?related", expect_related},
                    {"?fixed", expect_fixed},
                    {"!fix", expect_no_fix},
                    {"!finding", expect_no_finding},
                    {"?normalized", expect_normalized},
                    {"!normalized", expect_not_normalized},
                    {"?edit", expect_edit},
                    {"!edit", expect_no_edit},
                    {"?noise", expect_noise},
                    {"!noise", expect_no_noise},
                    {"?metadata", expect_metadata},
                    {"?words", expect_words}};

bool golden_expect(gm_golden *g, gm_text name, gm_text rest) {
  for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++)
    if (golden_is(name, expectations[i].name)) {
      expectations[i].run(g, rest);
      return true;
    }
  return false;
}
