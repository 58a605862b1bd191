/* The methods that ask about a draft. */
#include "protocol/method.h"
#include "protocol/page.h"

/* Answers with one list. */
static void answer_page(gm_page *p, const char *key) {
  gm_writer *w = gm_answer(p->call);
  gm_write_map(w, 3);
  gm_page_write_tick(p, w);
  gm_page_write(p, w, key, 0, p->ends.count);
  gm_page_write_next(p, w);
  gm_page_free(p);
}

void gm_method_outline(gm_call *call) {
  gm_page p;
  if (!gm_page_begin(&p, call)) return;
  const gm_outline *outline = gm_document_outline(p.buffer->document);
  for (size_t i = 0; i < outline->sections.count && !p.full; i++) {
    if (!gm_page_wants(&p)) continue;
    gm_render_section(&p.render, &outline->sections.items[i]);
    gm_page_keep(&p);
  }
  answer_page(&p, "sections");
}

static void write_clean(gm_render *render, uint32_t line, uint32_t start, uint32_t end) {
  render->scratch.count = 0;
  gm_render_clean(render, line, start, end, &render->scratch);
  gm_write_text(render->writer, (gm_text){render->scratch.items, render->scratch.count});
}

/* A figure as a row of the editors' table: short, because a draft has thousands and they are drawn at once. */
static void write_figure_row(gm_render *render, uint32_t line, const gm_figure *figure) {
  gm_writer *w = render->writer;
  gm_write_array(w, 9);
  gm_write_integer(w, (int64_t)line + 1);
  gm_write_integer(w, figure->start);
  write_clean(render, line, figure->start, figure->end);
  render->scratch.count = 0;
  gm_figure_value(figure, &render->scratch);
  gm_write_text(w, (gm_text){render->scratch.items, render->scratch.count});
  render->scratch.count = 0;
  gm_render_bounds(figure, &render->scratch);
  gm_write_text(w, (gm_text){render->scratch.items, render->scratch.count});
  render->scratch.count = 0;
  gm_render_unit(render, line, figure, &render->scratch);
  gm_write_text(w, (gm_text){render->scratch.items, render->scratch.count});
  render->scratch.count = 0;
  gm_render_noun(render, line, figure, &render->scratch);
  gm_write_text(w, (gm_text){render->scratch.items, render->scratch.count});
  write_clean(render, line, figure->period_start, figure->period_end);
  gm_write_integer(w, figure->verified);
}

void gm_method_figures(gm_call *call) {
  gm_page p;
  size_t first, last;
  bool rows = gm_take_flag(call, "rows");
  if (!gm_page_begin(&p, call)) return;
  if (!gm_take_range(call, p.buffer, &first, &last)) {
    gm_page_free(&p);
    return;
  }
  const gm_draft *draft = gm_document_draft(p.buffer->document);
  const gm_figures *by_line = gm_document_figures(p.buffer->document);
  p.render.document = p.buffer->document;
  for (size_t line = first; line < last && !p.full; line++)
    for (uint32_t k = 0; draft->classes[line].keep && k < by_line[line].count; k++) {
      if (!gm_page_wants(&p)) continue;
      (rows ? write_figure_row : gm_render_figure)(&p.render, (uint32_t)line, &by_line[line].items[k]);
      gm_page_keep(&p);
    }
  answer_page(&p, "figures");
}

void gm_method_diagnostics(gm_call *call) {
  gm_page p;
  if (!gm_page_begin(&p, call)) return;
  const gm_findings *findings = gm_document_findings(p.buffer->document);
  for (size_t i = 0; i < findings->list.count && !p.full; i++) {
    if (!gm_page_wants(&p)) continue;
    gm_render_finding(&p.render, findings, &findings->list.items[i]);
    gm_page_keep(&p);
  }
  answer_page(&p, "diagnostics");
}

/* The passes of a request: `select` in place of what is selected for the draft, `ignore` beside what is ignored. */
static bool take_passes(gm_call *call, const gm_open_buffer *buffer, uint64_t *passes) {
  const gm_settings *settings = &buffer->settings;
  const gm_selection *standing = settings->configured ? &settings->selection : &call->session->selection;
  gm_selection wanted = {0};
  bool sound = gm_take_selectors(call, call->message->params, "select", &wanted.select) &&
               gm_take_selectors(call, call->message->params, "ignore", &wanted.ignore);
  for (size_t i = 0; i < standing->select.count && !gm_value_get(call->message->params, "select"); i++)
    *gm_push(&wanted.select) = standing->select.items[i];
  for (size_t i = 0; i < standing->ignore.count; i++) *gm_push(&wanted.ignore) = standing->ignore.items[i];
  if (sound) *passes = gm_selection_passes(&wanted);
  gm_selection_free(&wanted);
  return sound;
}

static bool same_options(const gm_normalize_options *a, const gm_normalize_options *b) {
  return a->passes == b->passes && a->profile == b->profile && a->convert == b->convert && a->spacing == b->spacing &&
         a->no_indent == b->no_indent;
}

/* Makes session->edits, unless they are what this part of the same answer needs. */
static void normalize(gm_session *session, const gm_open_buffer *buffer, size_t first, size_t last,
                      const gm_normalize_options *options) {
  if (session->edits_of.sound && session->edits_of.buffer == buffer->number && session->edits_of.first == first &&
      session->edits_of.last == last && same_options(&session->edits_of.options, options))
    return;
  if (!session->normalizer) session->normalizer = gm_normalizer_new();
  gm_edits_clear(&session->edits);
  gm_normalize(session->normalizer, gm_document_draft(buffer->document), gm_document_pinyin(buffer->document), first,
               last, options, &session->edits);
  session->edits_of.sound = true;
  session->edits_of.buffer = buffer->number;
  session->edits_of.first = first;
  session->edits_of.last = last;
  session->edits_of.options = *options;
  session->edits_of.problem = gm_normalizer_problem(session->normalizer, session->language);
}

void gm_method_normalize(gm_call *call) {
  gm_session *session = call->session;
  gm_page p;
  size_t first, last;
  if (!gm_page_begin(&p, call)) return;
  const gm_settings *settings = &p.buffer->settings;
  gm_normalize_options options = {.profile = p.buffer->profile,
                                  .keep_quotations = settings->keep_quotations,
                                  .names = settings->names.items,
                                  .name_count = settings->names.count};
  gm_manners manners = session->manners;
  if (!gm_take_range(call, p.buffer, &first, &last) || !take_passes(call, p.buffer, &options.passes) ||
      !gm_take_manners(call, call->message->params, &manners)) {
    gm_page_free(&p);
    return;
  }
  gm_manners_apply(&manners, &options);
  /* A wish asks for its pass, a line of the configuration says only how. */
  uint64_t passes = options.passes;
  if (!manners.convert) manners.convert = settings->convert;
  if (!manners.spacing) manners.spacing = settings->spacing;
  if (!manners.indent) manners.indent = settings->indent;
  gm_manners_apply(&manners, &options);
  options.passes = passes;
  const gm_draft *draft = gm_document_draft(p.buffer->document);
  normalize(session, p.buffer, first, last, &options);
  for (size_t i = 0; i < session->edits.list.count && !p.full; i++) {
    if (!gm_page_wants(&p)) continue;
    gm_page_edit(&p, &session->edits, &session->edits.list.items[i]);
    gm_page_keep(&p);
  }
  size_t edits = p.ends.count;
  for (size_t line = first; line < last && !p.full; line++) {
    if (!gm_render_is_noise(draft->classes[line]) || !gm_page_wants(&p)) continue;
    gm_render_noise_row(&p.render, (uint32_t)line, draft->classes[line]);
    gm_page_keep(&p);
  }
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 5);
  gm_page_write_tick(&p, w);
  GM_KEY(w, "problem");
  gm_write_string(w, session->edits_of.problem ? session->edits_of.problem : "");
  gm_page_write(&p, w, "edits", 0, edits);
  gm_page_write(&p, w, "noise", edits, p.ends.count);
  gm_page_write_next(&p, w);
  gm_page_free(&p);
}

static void key_integer(gm_writer *w, const char *key, int64_t value) {
  GM_KEY(w, key);
  gm_write_integer(w, value);
}

static void key_string(gm_writer *w, const char *key, const char *value) {
  GM_KEY(w, key);
  gm_write_string(w, value);
}

/* The look of bytes [from, to) of a line. */
static gm_look look_at(const gm_open_buffer *buffer, size_t line, size_t from, size_t to) {
  gm_text text = gm_document_draft(buffer->document)->lines[line];
  if (to > text.len) to = text.len;
  if (from > to) from = to;
  gm_view view = {0};
  gm_look look;
  gm_view_make(&view, (gm_text){text.ptr + from, to - from}, gm_document_pinyin(buffer->document));
  gm_look_make(&look, &view);
  gm_view_free(&view);
  return look;
}

void gm_method_count(gm_call *call) {
  gm_open_buffer *buffer = gm_take_buffer(call);
  size_t first, last;
  int64_t from, to, none = 0, whole = UINT32_MAX;
  if (!buffer || !gm_take_range(call, buffer, &first, &last) ||
      !gm_take_integer(call, "first_byte", 0, UINT32_MAX, &none, &from) ||
      !gm_take_integer(call, "last_byte", 0, UINT32_MAX, &whole, &to))
    return;
  const gm_draft *draft = gm_document_draft(buffer->document);
  const gm_outline *outline = gm_document_outline(buffer->document);
  int64_t words = 0, chars = 0, han = 0, sections = 0;
  for (size_t i = first; i < last; i++) {
    gm_look look = draft->looks[i];
    if ((i == first && from) || (i + 1 == last && to != whole))
      look = look_at(buffer, i, i == first ? (size_t)from : 0, i + 1 == last ? (size_t)to : (size_t)whole);
    words += look.words;
    chars += look.chars;
    han += look.han;
  }
  for (size_t i = 0; i < outline->sections.count; i++)
    sections += outline->sections.items[i].start.line >= first && outline->sections.items[i].start.line < last;
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 5);
  key_integer(w, "tick", buffer->tick);
  key_integer(w, "words", words);
  key_integer(w, "chars", chars);
  key_integer(w, "han", han);
  key_integer(w, "sections", sections);
}

/* ---- Without a buffer ---- */

void gm_method_explain(gm_call *call) {
  const gm_value *id = gm_value_get(call->message->params, "rule");
  gm_text name = id && id->type == GM_VALUE_TEXT ? id->as.text : (gm_text){"", 0};
  int rule = gm_rule_find(name), pass = rule < 0 ? gm_pass_find(name) : -1;
  if (rule < 0 && pass < 0) {
    gm_fail(call, "params", "rule: no rule %.*s", name.len < 32 ? (int)name.len : 32, name.ptr);
    return;
  }
  const gm_rule *r = rule < 0 ? NULL : &gm_rules[rule];
  const gm_pass *n = pass < 0 ? NULL : &gm_passes[pass];
  bool english = call->session->language == GM_ENGLISH;
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 7);
  key_string(w, "id", r ? r->id : n->id);
  key_string(w, "severity", r ? gm_severity_name(r->severity) : gm_pass_run_name(n->run));
  key_string(w, "title", r ? (english ? r->title_en : r->title_zh) : (english ? n->title_en : n->title_zh));
  key_string(w, "clause", r ? r->clause : "");
  key_string(w, "bad", r ? r->bad : n->before);
  key_string(w, "good", r ? r->good : n->after);
  key_string(w, "near_miss", r ? r->near_miss : n->must_not);
}

static void write_timing(gm_writer *w, const gm_session *session, double share) {
  gm_write_map(w, 3);
  key_integer(w, "scan_us", gm_timing_at(&session->scan, share));
  key_integer(w, "join_us", gm_timing_at(&session->join, share));
  key_integer(w, "publish_us", gm_timing_at(&session->publish, share));
}

void gm_method_info(gm_call *call) {
  gm_session *session = call->session;
  gm_writer *w = gm_answer(call);
  gm_write_map(w, 5);
  key_string(w, "version", GANGMU_VERSION);
  key_string(w, "wire", session->wire == GM_WIRE_JSON ? "json" : "msgpack");
  GM_KEY(w, "buffers");
  /* A row takes some 150 bytes: no more than fit the message. */
  size_t rows = session->buffers.count < 128 ? session->buffers.count : 128;
  gm_write_array(w, rows);
  for (size_t i = 0; i < rows; i++) {
    const gm_open_buffer *buffer = &session->buffers.items[i];
    gm_write_map(w, 7);
    key_integer(w, "buffer", buffer->number);
    key_integer(w, "tick", buffer->tick);
    key_integer(w, "lines", (int64_t)gm_document_line_count(buffer->document));
    key_integer(w, "bytes", (int64_t)gm_document_bytes(buffer->document));
    key_integer(w, "sections", (int64_t)buffer->publisher.rows[GM_LIST_OUTLINE].count);
    key_integer(w, "figures", (int64_t)buffer->publisher.rows[GM_LIST_FIGURES].count);
    key_integer(w, "diagnostics", (int64_t)buffer->publisher.rows[GM_LIST_DIAGNOSTICS].count);
  }
  GM_KEY(w, "timings");
  write_timing(w, session, 0.5);
  GM_KEY(w, "timings_p99");
  write_timing(w, session, 0.99);
}
