/* The push `published`: operations on rows, packed into messages of the wire's size. */
#include "protocol/render.h"
#include "protocol/session.h"
#include "text/utf8.h"

/* Kept free in each message for the envelope and the maps around the operations. */
#define ENVELOPE_BYTES ((size_t)1024)
/* Limits of one row, so that it fits any message: what is cut is shown shorter; a fix is left out whole. */
#define MARKER_BYTES_MAX     256u
#define MESSAGE_BYTES_MAX    1024u
#define RELATED_MAX          16u
#define RELATED_BYTES_MAX    256u
#define FIX_EDITS_MAX        64u
#define FIX_BYTES_MAX        1024u
#define SUGGESTION_BYTES_MAX 1024u

static const char *const list_names[GM_LIST_COUNT] = {"outline", "figures", "diagnostics"};

/* Columns that are patched, by list and gm_column. */
static const uint8_t patch_columns[GM_LIST_COUNT][4] = {{2, 3, 10, 12}, {2, 3, 5, 3}, {2, 3, 3, 3}};

/* One operation, written: bytes [from, to) of the packer's buffer. */
typedef struct piece {
  uint8_t list;
  size_t from, to;
} piece;

typedef struct packer {
  gm_session *session;
  gm_open_buffer *buffer;
  gm_render render; /* its writer writes rows */
  gm_writer row_writer;
  gm_buffer rows, ops;
  GM_ARRAY(size_t) row_ends;
  GM_ARRAY(piece) pieces;
  size_t budget;
  bool light; /* counts and places on lines alone */
} packer;

/* At most `max` bytes, whole characters. */
static gm_text clip(gm_text text, size_t max) {
  if (text.len <= max) return text;
  while (max && ((unsigned char)text.ptr[max] & 0xC0) == 0x80) max--;
  return (gm_text){text.ptr, max};
}

static void write_outline_row(packer *p, const gm_row *row) {
  const gm_section *s = &gm_document_outline(p->buffer->document)->sections.items[row->index];
  gm_writer *w = &p->row_writer;
  gm_buffer *scratch = &p->session->scratch;
  gm_write_array(w, 13);
  gm_write_integer(w, (int64_t)s->start.line + 1);
  gm_write_integer(w, s->start.byte);
  gm_write_integer(w, (int64_t)s->end.line + 1);
  gm_write_integer(w, s->end.byte);
  gm_write_integer(w, s->marker_end);
  gm_write_integer(w, s->level);
  gm_write_integer(w, s->kind);
  gm_write_integer(w, s->number);
  scratch->count = 0;
  gm_render_clean(&p->render, s->start.line, s->start.byte, s->marker_end, scratch);
  gm_write_text(w, clip((gm_text){scratch->items, scratch->count}, MARKER_BYTES_MAX));
  scratch->count = 0;
  gm_section_title(s, p->render.places.lines, p->render.pinyin, scratch);
  gm_write_text(w, (gm_text){scratch->items, scratch->count});
  gm_write_integer(w, s->chars);
  gm_write_integer(w, s->soft);
  gm_write_integer(w, row->findings);
}

static void write_figure_row(packer *p, const gm_row *row) {
  const gm_figure *figure = &gm_document_figures(p->buffer->document)[row->line].items[row->index];
  gm_writer *w = &p->row_writer;
  gm_write_array(w, 6);
  gm_write_integer(w, (int64_t)row->line + 1);
  gm_write_integer(w, figure->start);
  gm_write_integer(w, (int64_t)row->line + 1);
  gm_write_integer(w, figure->end);
  gm_write_string(w, gm_figure_kind_name((gm_figure_kind)figure->kind));
  gm_write_integer(w, row->tail);
}

static void write_range(gm_writer *w, gm_position start, gm_position end) {
  gm_write_integer(w, (int64_t)start.line + 1);
  gm_write_integer(w, start.byte);
  gm_write_integer(w, (int64_t)end.line + 1);
  gm_write_integer(w, end.byte);
}

static void write_fix(gm_writer *w, const gm_findings *findings, const gm_finding *f) {
  size_t bytes = 0;
  for (uint32_t i = 0; i < f->fix_count; i++) bytes += findings->fixes.list.items[f->fix + i].len;
  if (f->fix_count > FIX_EDITS_MAX || bytes > FIX_BYTES_MAX) {
    gm_write_array(w, 0);
    return;
  }
  gm_write_array(w, f->fix_count);
  for (uint32_t i = 0; i < f->fix_count; i++) {
    const gm_edit *e = &findings->fixes.list.items[f->fix + i];
    gm_write_array(w, 5);
    write_range(w, e->start, e->end);
    gm_write_text(w, gm_edits_text(&findings->fixes, e));
  }
}

static void write_diagnostic_row(packer *p, const gm_row *row) {
  static const uint8_t levels[] = {3, 3, 2, 1}; /* by gm_severity: 1 error, 2 warning, 3 hint */
  const gm_findings *findings = gm_document_findings(p->buffer->document);
  const gm_finding *f = &findings->list.items[row->index];
  const char *text = findings->text.items;
  gm_writer *w = &p->row_writer;
  gm_write_array(w, 12);
  write_range(w, f->start, f->end);
  gm_write_integer(w, levels[f->severity]);
  gm_write_string(w, gm_rules[f->rule].id);
  gm_write_text(w, clip((gm_text){text + f->message, f->message_len}, MESSAGE_BYTES_MAX));
  uint32_t related = f->related_count < RELATED_MAX ? f->related_count : RELATED_MAX;
  gm_write_array(w, related);
  for (uint32_t i = 0; i < related; i++) {
    const gm_related *r = &findings->related.items[f->related + i];
    gm_write_array(w, 5);
    write_range(w, r->start, r->end);
    gm_write_text(w, clip((gm_text){text + r->message, r->message_len}, RELATED_BYTES_MAX));
  }
  write_fix(w, findings, f);
  gm_buffer *scratch = &p->session->scratch;
  scratch->count = 0;
  gm_buffer_format(scratch, "%016llx", (unsigned long long)f->fingerprint);
  gm_write_text(w, (gm_text){scratch->items, scratch->count});
  gm_write_text(w, clip((gm_text){text + f->suggestion, f->suggestion_len}, SUGGESTION_BYTES_MAX));
  gm_write_text(w, (gm_text){text + f->replacement, f->replacement_len});
}

static void (*const write_row[GM_LIST_COUNT])(packer *, const gm_row *) = {write_outline_row, write_figure_row,
                                                                           write_diagnostic_row};

static void end_piece(packer *p, uint8_t list, size_t from) {
  piece *one = gm_push(&p->pieces);
  *one = (piece){list, from, p->ops.count};
}

/* Rows [first, last) of the rows written, as one operation. */
static void add_splice(packer *p, uint8_t list, const gm_op *op, size_t first, size_t last) {
  size_t from = p->ops.count, row_from = first ? p->row_ends.items[first - 1] : 0;
  gm_writer w;
  gm_writer_init(&w, p->session->wire, &p->ops);
  gm_write_array(&w, 4);
  gm_write_string(&w, "splice");
  gm_write_integer(&w, (int64_t)(op->at + first));
  gm_write_integer(&w, first ? 0 : op->removed);
  gm_write_array(&w, last - first);
  for (size_t i = first; i < last; i++) {
    gm_write_raw(&w, (gm_text){p->rows.items + row_from, p->row_ends.items[i] - row_from});
    row_from = p->row_ends.items[i];
  }
  end_piece(p, list, from);
}

static void pack_splice(packer *p, uint8_t list, const gm_op *op) {
  p->rows.count = p->row_ends.count = 0;
  size_t first = 0, first_byte = 0;
  for (uint32_t i = 0; i < op->added; i++) {
    size_t before = p->rows.count;
    gm_writer_init(&p->row_writer, p->session->wire, &p->rows);
    write_row[list](p, &p->buffer->publisher.rows[list].items[op->at + i]);
    if (p->rows.count - first_byte + (i - first) > p->budget && i > first) {
      add_splice(p, list, op, first, i);
      first = i;
      first_byte = before;
    }
    *gm_push(&p->row_ends) = p->rows.count;
  }
  add_splice(p, list, op, first, op->added);
}

static void pack_op(packer *p, uint8_t list, const gm_op *op) {
  size_t from = p->ops.count;
  gm_writer w;
  gm_writer_init(&w, p->session->wire, &p->ops);
  switch (op->kind) {
    case GM_OP_SPLICE: pack_splice(p, list, op); return;
    case GM_OP_SHIFT:
    case GM_OP_SLIDE:
      gm_write_array(&w, 4);
      gm_write_string(&w, op->kind == GM_OP_SHIFT ? "shift" : "slide");
      gm_write_integer(&w, op->at);
      gm_write_integer(&w, op->to);
      gm_write_integer(&w, op->value);
      break;
    default:
      gm_write_array(&w, 4);
      gm_write_string(&w, "patch");
      gm_write_integer(&w, op->at);
      gm_write_integer(&w, patch_columns[list][op->column]);
      gm_write_integer(&w, op->value + (op->column == GM_COLUMN_END_LINE));
      break;
  }
  end_piece(p, list, from);
}

/* Writes pieces [first, last) as one message; `whole` when the state is told with the last one, else the outline is. */
static void push_message(packer *p, size_t first, size_t last, bool whole) {
  gm_session *session = p->session;
  size_t counts[GM_LIST_COUNT] = {0}, lists = 0;
  for (size_t i = first; i < last; i++) counts[p->pieces.items[i].list]++;
  for (int list = 0; list < GM_LIST_COUNT; list++) lists += counts[list] > 0;
  gm_writer w = gm_begin_push(session, "published");
  bool end = last == p->pieces.count;
  gm_write_map(&w, 5 + lists + (end && !whole) + p->light);
  GM_KEY(&w, "buffer");
  gm_write_integer(&w, p->buffer->number);
  GM_KEY(&w, "tick");
  gm_write_integer(&w, p->buffer->tick);
  GM_KEY(&w, "serial");
  gm_write_integer(&w, ++p->buffer->serial);
  GM_KEY(&w, "more");
  gm_write_boolean(&w, !end || !whole);
  if (p->light) {
    GM_KEY(&w, "light");
    gm_write_boolean(&w, true);
  }
  if (end && !whole) {
    GM_KEY(&w, "outlined");
    gm_write_boolean(&w, true);
  }
  GM_KEY(&w, "words");
  gm_write_integer(&w, (int64_t)gm_document_words(p->buffer->document));
  for (size_t i = first; i < last; i++) {
    const piece *one = &p->pieces.items[i];
    if (i == first || p->pieces.items[i - 1].list != one->list) {
      GM_KEY(&w, list_names[one->list]);
      gm_write_array(&w, counts[one->list]);
    }
    gm_write_raw(&w, (gm_text){p->ops.items + one->from, one->to - one->from});
  }
  gm_outbox_end(&session->outbox, session->wire);
}

/* Pushes the operations that the publisher has: of a whole state, and whether they are `light`; or of its outline. */
static void push_ops(gm_session *session, gm_open_buffer *buffer, bool whole, bool light) {
  gm_document *document = buffer->document;
  const gm_draft *draft = gm_document_draft(document);
  packer p = {.session = session, .buffer = buffer, .light = light};
  p.budget = (session->wire == GM_WIRE_JSON ? GM_MESSAGE_BYTES_JSON : GM_MESSAGE_BYTES_MSGPACK) - ENVELOPE_BYTES;
  gm_render_init(&p.render, &p.row_writer, draft->lines, draft->count, gm_document_pinyin(document));
  for (uint8_t list = 0; list < GM_LIST_COUNT; list++) {
    const gm_ops *ops = &buffer->publisher.ops[list];
    for (size_t i = 0; i < ops->count; i++) pack_op(&p, list, &ops->items[i]);
  }
  size_t first = 0, bytes = 0;
  for (size_t i = 0; i < p.pieces.count; i++) {
    size_t size = p.pieces.items[i].to - p.pieces.items[i].from + 1;
    if (i > first && bytes + size > p.budget) {
      push_message(&p, first, i, whole);
      first = i;
      bytes = 0;
    }
    bytes += size;
  }
  push_message(&p, first, p.pieces.count, whole);
  gm_render_free(&p.render);
  gm_array_free(&p.rows);
  gm_array_free(&p.ops);
  gm_array_free(&p.row_ends);
  gm_array_free(&p.pieces);
}

void gm_push_published(gm_session *session, gm_open_buffer *buffer) {
  bool light = gm_publisher_update(&buffer->publisher, buffer->document) == GM_LIGHT && buffer->serial;
  push_ops(session, buffer, true, light);
}

void gm_push_outline(gm_session *session, gm_open_buffer *buffer) {
  gm_publisher_update_outline(&buffer->publisher, buffer->document);
  push_ops(session, buffer, false, false);
}
