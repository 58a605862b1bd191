#include <stdio.h>
#include <stdlib.h>

#include "golden.h"

void golden_fail(gm_golden *g, const char *format, ...) {
  va_list args;
  va_start(args, format);
  printf("%s:%zu: ", g->path, g->line);
  vprintf(format, args);
  putchar('\n');
  va_end(args);
  g->failures++;
}

bool golden_line(gm_golden *g, gm_text *line) {
  if (g->at >= g->end) return false;
  const char *stop = memchr(g->at, '\n', (size_t)(g->end - g->at));
  *line = (gm_text){g->at, (size_t)((stop ? stop : g->end) - g->at)};
  g->at = stop ? stop + 1 : g->end;
  g->line++;
  return true;
}

bool golden_is(gm_text text, const char *word) { return text.len == strlen(word) && !memcmp(text.ptr, word, text.len); }

gm_text golden_word(gm_text *rest) {
  size_t skip = 0;
  while (skip < rest->len && rest->ptr[skip] == ' ') skip++;
  const char *start = rest->ptr + skip;
  size_t left = rest->len - skip, len = 0;
  while (len < left && start[len] != ' ') len++;
  *rest = (gm_text){start + len, left - len};
  return (gm_text){start, len};
}

/* Adds a line with its escapes resolved; an escape that is not known is left as it stands. */
static void add_escaped(gm_text line, gm_buffer *out) {
  for (size_t i = 0; i < line.len; i++) {
    gm_text rest = {line.ptr + i, line.len - i};
    char hex[8] = {0};
    if (rest.len >= 4 && !memcmp(rest.ptr, "\\u{", 3)) {
      size_t n = 0;
      while (n < 7 && 3 + n < rest.len && rest.ptr[3 + n] != '}') n++;
      memcpy(hex, rest.ptr + 3, n);
      gm_buffer_codepoint(out, (uint32_t)strtoul(hex, NULL, 16));
      i += 3 + n;
    } else if (rest.len >= 4 && !memcmp(rest.ptr, "\\x", 2)) {
      memcpy(hex, rest.ptr + 2, 2);
      char byte = (char)strtoul(hex, NULL, 16);
      gm_buffer_add(out, &byte, 1);
      i += 3;
    } else if (rest.len >= 2 && rest.ptr[0] == '\\' && strchr("ts\\", rest.ptr[1])) {
      gm_buffer_add(out, rest.ptr[1] == 't' ? "\t" : rest.ptr[1] == 's' ? " " : "\\", 1);
      i += 1;
    } else {
      gm_buffer_add(out, rest.ptr, 1);
    }
  }
}

void golden_block(gm_golden *g, bool escaped, gm_buffer *text, size_t *count) {
  gm_text line;
  text->count = *count = 0;
  while (golden_line(g, &line)) {
    if (golden_is(line, "END")) return;
    if (golden_is(line, "\\END")) line = GM_TEXT("END");
    if ((*count)++) gm_buffer_add(text, "\n", 1);
    if (escaped)
      add_escaped(line, text);
    else
      gm_buffer_text(text, line);
  }
  golden_fail(g, "a block without END");
}

/* The lines of a text joined by "\n"; `count` tells no line from one empty line. */
static void split(gm_text text, size_t count, gm_text *lines) {
  const char *p = text.ptr ? text.ptr : "", *end = p + text.len;
  for (size_t i = 0; i < count; i++) {
    const char *stop = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
    lines[i] = (gm_text){p, (size_t)((stop ? stop : end) - p)};
    p = stop ? stop + 1 : end;
  }
}

static bool splice(gm_document *document, size_t first, size_t last, gm_text text, size_t count) {
  gm_text *lines = gm_alloc(count * sizeof *lines);
  split(text, count, lines);
  bool fits = gm_document_splice(document, first, last, lines, count, false);
  free(lines);
  return fits;
}

gm_document *golden_document(const gm_rule_set *rules, gm_text text, size_t count) {
  gm_document *document = gm_document_new(rules);
  splice(document, 0, 0, text, count);
  gm_document_join(document);
  return document;
}

static void reset_marks(gm_marks *marks, size_t count) {
  marks->count = 0;
  gm_reserve(marks, count + 1);
  memset(marks->items, 0, count + 1);
  marks->count = count;
}

static void changed(gm_golden *g, bool fresh) {
  gm_document_join(g->document);
  golden_law(g, fresh);
  gm_edits_clear(&g->edits);
  golden_normalize(g, g->document, &g->edits, &g->normalized);
  const gm_draft *draft = gm_document_draft(g->document);
  gm_places_free(&g->places);
  gm_places_init(&g->places, draft->lines, draft->count);
  size_t figures = 0;
  for (size_t i = 0; i < draft->count; i++) figures += gm_document_figures(g->document)[i].count;
  reset_marks(&g->sections, gm_document_outline(g->document)->sections.count);
  reset_marks(&g->figures, figures);
  reset_marks(&g->findings, gm_document_findings(g->document)->list.count);
  reset_marks(&g->edit_marks, g->edits.list.count);
  reset_marks(&g->noise, draft->count);
  g->last_section = g->last_finding = SIZE_MAX;
}

void golden_normalize(gm_golden *g, const gm_document *document, gm_edits *edits, gm_buffer *text) {
  const gm_draft *draft = gm_document_draft(document);
  gm_normalize_options options = {
      .passes = g->passes, .profile = g->profile, .convert = g->convert.count ? g->convert.items : NULL};
  gm_normalize(g->normalizer, draft, gm_document_pinyin(document), 0, draft->count, &options, edits);
  text->count = 0;
  gm_edits_apply(edits, draft->lines, draft->count, text);
}

static void use_settings(gm_golden *g) {
  gm_rule_set_free(&g->rules);
  gm_rule_set_init(&g->rules, g->profile, g->language);
  gm_selection_rules(&g->selection, &g->rules);
  gm_rule_set_ready(&g->rules);
  g->passes = gm_selection_passes(&g->selection);
}

static void do_with(gm_golden *g, gm_text rest) {
  gm_text word, unknown;
  g->profile = GM_PROFILE_NEWS;
  g->language = GM_CHINESE;
  gm_selection_free(&g->selection);
  g->convert.count = 0;
  while ((word = golden_word(&rest)).len) {
    const char *equals = memchr(word.ptr, '=', word.len);
    gm_text key = {word.ptr, equals ? (size_t)(equals - word.ptr) : word.len};
    gm_text value = {word.ptr + key.len + 1, equals ? word.len - key.len - 1 : 0};
    bool good = equals != NULL;
    if (golden_is(key, "profile"))
      good = good && (g->profile = gm_profile_named(value)) != 0;
    else if (golden_is(key, "language"))
      g->language = golden_is(value, "en") ? GM_ENGLISH : GM_CHINESE;
    else if (golden_is(key, "select"))
      good = good && gm_selectors_add(&g->selection.select, value, &unknown);
    else if (golden_is(key, "ignore"))
      good = good && gm_selectors_add(&g->selection.ignore, value, &unknown);
    else if (golden_is(key, "convert"))
      gm_buffer_text(&g->convert, value), gm_buffer_add(&g->convert, "", 1);
    else
      good = false;
    if (!good) golden_fail(g, "WITH does not understand %.*s", (int)word.len, word.ptr);
  }
}

static void do_draft(gm_golden *g, bool escaped) {
  gm_buffer text = {0};
  size_t count;
  golden_block(g, escaped, &text, &count);
  use_settings(g);
  gm_document_free(g->document);
  g->document = golden_document(&g->rules, (gm_text){text.items, text.count}, count);
  gm_array_free(&text);
  changed(g, true);
}

static void do_edit(gm_golden *g, gm_text rest) {
  gm_text first = golden_word(&rest), last = golden_word(&rest);
  gm_buffer text = {0};
  size_t count;
  golden_block(g, golden_is(golden_word(&rest), "escaped"), &text, &count);
  if (!g->document || !first.len || !last.len)
    golden_fail(g, "EDIT wants a DRAFT before it, and FIRST and LAST");
  else if (!splice(g->document, strtoul(first.ptr, NULL, 10), strtoul(last.ptr, NULL, 10),
                   (gm_text){text.items, text.count}, count))
    golden_fail(g, "the range of this EDIT does not fit");
  else
    changed(g, false);
  gm_array_free(&text);
}

static void run_script(gm_golden *g) {
  gm_text line;
  do_with(g, (gm_text){"", 0});
  while (golden_line(g, &line)) {
    gm_text rest = line, word = golden_word(&rest);
    if (!word.len || word.ptr[0] == '#') continue;
    if (golden_is(word, "DRAFT"))
      do_draft(g, golden_is(golden_word(&rest), "escaped"));
    else if (golden_is(word, "EDIT"))
      do_edit(g, rest);
    else if (golden_is(word, "WITH"))
      do_with(g, rest);
    else if (!g->document)
      golden_fail(g, "no DRAFT yet");
    else if (golden_expect(g, word, rest))
      g->expectations++;
    else
      golden_fail(g, "not understood: %.*s", (int)line.len, line.ptr);
  }
}

static bool read_file(const char *path, gm_buffer *bytes) {
  FILE *file = fopen(path, "rb");
  if (!file) return false;
  size_t got;
  do {
    gm_reserve(bytes, bytes->count + 65536);
    got = fread(bytes->items + bytes->count, 1, 65536, file);
    bytes->count += got;
  } while (got);
  fclose(file);
  return true;
}

int main(int argc, char **argv) {
  size_t failures = 0;
  for (int i = 1; i < argc; i++) {
    gm_golden g = {.path = argv[i], .normalizer = gm_normalizer_new()};
    gm_buffer script = {0};
    if (!read_file(argv[i], &script)) {
      printf("%s: cannot be read\n", argv[i]);
      return 2;
    }
    g.at = script.items;
    g.end = script.items + script.count;
    run_script(&g);
    if (!g.expectations) golden_fail(&g, "nothing is expected here");
    printf("%s: %zu expectations, %zu failed\n", argv[i], g.expectations, g.failures);
    failures += g.failures;
    gm_document_free(g.document);
    gm_normalizer_free(g.normalizer);
    gm_rule_set_free(&g.rules);
    gm_selection_free(&g.selection);
    gm_places_free(&g.places);
    gm_edits_free(&g.edits);
    gm_array_free(&g.convert);
    gm_array_free(&g.normalized);
    gm_array_free(&g.sections);
    gm_array_free(&g.figures);
    gm_array_free(&g.findings);
    gm_array_free(&g.edit_marks);
    gm_array_free(&g.noise);
    gm_array_free(&script);
  }
  return argc < 2 ? 2 : failures ? 1 : 0;
}
