#include "document/publish.h"

#include <stdlib.h>

static uint64_t mix(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * 0x9FB21C651E98DF25u;
  return hash ^ (hash >> 29);
}

static uint64_t mix_bytes(uint64_t hash, const char *p, size_t len) {
  hash = mix(hash, len);
  for (; len >= 8; p += 8, len -= 8) {
    uint64_t word;
    memcpy(&word, p, 8);
    hash = mix(hash, word);
  }
  uint64_t rest = 0;
  memcpy(&rest, p, len);
  return mix(hash, rest);
}

/* The text a section shows: its first line from the marker, and the lines its title runs over. */
static uint64_t section_key(const gm_section *s, const gm_draft *draft, gm_pinyin_mode pinyin) {
  uint64_t hash = mix(s->level | (uint64_t)s->kind << 8 | (uint64_t)s->soft << 16 | (uint64_t)pinyin << 24,
                      (uint64_t)(uint32_t)s->number | (uint64_t)(s->marker_end - s->start.byte) << 32);
  uint32_t before = s->title.line == s->start.line ? s->start.byte : 0;
  hash = mix(hash, (s->title.byte - before) | (uint64_t)(s->title.line - s->start.line) << 32);
  for (uint32_t line = s->start.line; line <= s->title_end.line && line < draft->count; line++) {
    uint32_t from = line == s->start.line ? s->start.byte : 0;
    uint32_t to = line == s->title_end.line ? s->title_end.byte : (uint32_t)draft->lines[line].len;
    if (line == s->start.line && to < s->marker_end) to = s->marker_end;
    if (from < to) hash = mix_bytes(hash, draft->lines[line].ptr + from, to - from);
  }
  return hash;
}

/* The most of one severity that a count tells, and the steps between severities. */
#define COUNT_MAX  999u
#define COUNT_STEP 1000u

void gm_section_findings_count(gm_section_findings *counts, const gm_outline *outline, const gm_findings *findings) {
  static const uint32_t units[] = {COUNT_STEP * COUNT_STEP, COUNT_STEP * COUNT_STEP, COUNT_STEP,
                                   1}; /* by gm_severity */
  gm_reserve(counts, outline->sections.count);
  counts->count = outline->sections.count;
  if (counts->count) memset(counts->items, 0, counts->count * sizeof *counts->items);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    uint32_t unit = units[f->severity], at = gm_outline_at(outline, f->start);
    for (; at != GM_NO_SECTION; at = outline->sections.items[at].parent)
      if (counts->items[at] / unit % COUNT_STEP < COUNT_MAX) counts->items[at] += unit;
  }
}

/* What a section is, whatever its words: a hash, odd for an inline item. */
#define ITEM_INLINE 1u

static uint32_t item_of(const gm_section *s) {
  uint64_t hash = mix(s->level | (uint64_t)s->kind << 8 | (uint64_t)s->soft << 16 | (uint64_t)s->family << 24,
                      (uint64_t)(uint32_t)s->number);
  return ((uint32_t)(hash >> 32) & ~ITEM_INLINE) | (s->kind == GM_SECTION_INLINE ? ITEM_INLINE : 0);
}

static void outline_rows(gm_publisher *publisher, const gm_document *document, gm_rows *rows) {
  const gm_outline *outline = gm_document_outline(document);
  const gm_draft *draft = gm_document_draft(document);
  gm_section_findings_count(&publisher->counts, outline, gm_document_findings(document));
  gm_reserve(rows, outline->sections.count);
  for (size_t i = 0; i < outline->sections.count; i++) {
    const gm_section *s = &outline->sections.items[i];
    rows->items[rows->count++] = (gm_row){s->start.line,
                                          s->start.byte,
                                          s->end.line,
                                          s->end.byte,
                                          s->chars,
                                          (uint32_t)i,
                                          publisher->counts.items[i],
                                          item_of(s),
                                          section_key(s, draft, gm_document_pinyin(document))};
  }
}

/* The key of a figure: its length, its kind, and whether its own line bears it out. */
#define FIGURE_LENGTH(key)   ((uint32_t)(key))
#define FIGURE_VERIFIED(key) ((key) >> 40 & 1)

static uint64_t figure_key(const gm_figure *figure) {
  return (figure->end - figure->start) | (uint64_t)figure->kind << 32 | (uint64_t)figure->verified << 40;
}

/* Rows of lines that are not fresh are copied from those held, which lie together, where the figures do not. */
static void figure_rows(gm_publisher *publisher, const gm_document *document, gm_rows *rows) {
  const gm_draft *draft = gm_document_draft(document);
  const gm_figures *by_line = gm_document_figures(document);
  const uint32_t *origins = gm_document_origins(document);
  const bool *fresh = gm_document_fresh(document);
  const gm_rows *held = &publisher->rows[GM_LIST_FIGURES];
  gm_conflicts_gather(&publisher->conflicts, gm_document_findings(document));
  size_t next = 0, old = 0;
  for (size_t line = 0; line < draft->count; line++) {
    while (next < publisher->conflicts.count && publisher->conflicts.items[next].line < line) next++;
    uint32_t count = draft->classes[line].keep ? by_line[line].count : 0;
    if (!count) continue;
    gm_reserve(rows, rows->count + count);
    uint32_t origin = fresh[line] ? GM_NO_ORIGIN : origins[line];
    while (origin != GM_NO_ORIGIN && old < held->count && held->items[old].line < origin) old++;
    /* A line that was left out before has no rows to copy. */
    bool copy = origin != GM_NO_ORIGIN && old + count <= held->count && held->items[old].line == origin;
    for (uint32_t k = 0; k < count; k++) {
      gm_row *row = &rows->items[rows->count++];
      if (copy) {
        *row = held->items[old++];
      } else {
        const gm_figure *figure = &by_line[line].items[k];
        *row = (gm_row){.byte = figure->start, .index = k, .key = figure_key(figure)};
      }
      row->line = row->end_line = (uint32_t)line;
      row->tail = gm_conflicts_verdict(&publisher->conflicts, next, row->line, row->byte,
                                       row->byte + FIGURE_LENGTH(row->key), FIGURE_VERIFIED(row->key));
    }
  }
}

/* Bytes on the finding's own line are relative to its beginning, so that it may slide. */
static uint64_t mix_range(uint64_t hash, gm_position origin, gm_position start, gm_position end) {
  uint32_t start_byte = start.byte - (start.line == origin.line ? origin.byte : 0);
  uint32_t end_byte = end.byte - (end.line == origin.line ? origin.byte : 0);
  hash = mix(hash, (uint64_t)(start.line - origin.line) << 32 | start_byte);
  return mix(hash, (uint64_t)(end.line - origin.line) << 32 | end_byte);
}

/* What a finding says, wherever its words stand. */
static uint64_t finding_words(const gm_findings *findings, const gm_finding *f) {
  const char *text = findings->text.items;
  uint64_t hash = mix(0, f->rule | (uint64_t)f->severity << 16 | (uint64_t)f->related_count << 32);
  hash = mix_bytes(hash, text + f->message, f->message_len);
  hash = mix_bytes(hash, text + f->suggestion, f->suggestion_len);
  return mix_bytes(hash, text + f->replacement, f->replacement_len);
}

static uint64_t finding_key(const gm_findings *findings, const gm_finding *f, uint64_t words) {
  const char *text = findings->text.items;
  uint64_t hash = mix_range(mix(f->fingerprint, words), f->start, f->start, f->end);
  for (uint32_t i = 0; i < f->related_count; i++) {
    const gm_related *r = &findings->related.items[f->related + i];
    hash = mix_bytes(mix_range(hash, f->start, r->start, r->end), text + r->message, r->message_len);
  }
  for (uint32_t i = 0; i < f->fix_count; i++) {
    const gm_edit *e = &findings->fixes.list.items[f->fix + i];
    gm_text inserted = gm_edits_text(&findings->fixes, e);
    hash = mix_bytes(mix_range(hash, f->start, e->start, e->end), inserted.ptr, inserted.len);
  }
  return hash;
}

static void diagnostic_rows(const gm_document *document, gm_rows *rows) {
  const gm_findings *findings = gm_document_findings(document);
  for (size_t i = 0; i < findings->list.count; i++) {
    const gm_finding *f = &findings->list.items[i];
    uint64_t words = finding_words(findings, f);
    *gm_push(rows) = (gm_row){f->start.line,
                              f->start.byte,
                              f->start.line,
                              0,
                              (uint32_t)words,
                              (uint32_t)i,
                              0,
                              0,
                              finding_key(findings, f, words)};
  }
}

/* The walk over both lists. `open` rows wait to become one splice, until the next row that both have. */
typedef struct walk {
  gm_publisher *publisher;
  gm_list list;
  const gm_rows *old, *new;
  const uint32_t *origins;
  gm_ops *ops;
  gm_urgency urgency;    /* of what was found */
  size_t i, j;           /* next row of each */
  size_t open_i, open_j; /* where the splice that waits begins */
  int64_t shift;         /* of the last row kept */
} walk;

static void found(walk *w, gm_urgency urgency) {
  if (urgency > w->urgency) w->urgency = urgency;
}

/* Of what changes a row of the list, or the words of one. */
static gm_urgency urgency_of(const walk *w) { return w->list == GM_LIST_FIGURES ? GM_CALM : GM_URGENT; }

/* The splice that waits, when it replaces rows of the same lines: findings of the same words are light, inline items
 * that read otherwise calm, headings soon to be told. */
static gm_urgency urgency_of_splice(const walk *w) {
  bool sections = w->list == GM_LIST_OUTLINE, inlines = true;
  if (w->list == GM_LIST_FIGURES) return GM_CALM;
  if (w->i - w->open_i != w->j - w->open_j) return GM_URGENT;
  for (size_t i = w->open_i, j = w->open_j; i < w->i; i++, j++) {
    const gm_row *old = &w->old->items[i], *new = &w->new->items[j];
    if (w->origins[new->line] != old->line) return GM_URGENT;
    if (sections ? old->item != new->item || old->findings != new->findings : old->tail != new->tail) return GM_URGENT;
    inlines = inlines && new->item & ITEM_INLINE;
  }
  return !sections ? GM_LIGHT : inlines ? GM_CALM : GM_SOON;
}

static void close_splice(walk *w) {
  if (w->i > w->open_i || w->j > w->open_j) {
    found(w, urgency_of_splice(w));
    gm_op *op = gm_push(&w->publisher->splices);
    op->kind = GM_OP_SPLICE;
    op->at = (uint32_t)w->open_j;
    op->removed = (uint32_t)(w->i - w->open_i);
    op->added = (uint32_t)(w->j - w->open_j);
  }
}

static void patch(walk *w, gm_column column, uint32_t value) {
  gm_op *op = gm_push(&w->publisher->patches);
  op->kind = GM_OP_PATCH;
  op->column = (uint8_t)column;
  op->at = (uint32_t)w->j;
  op->value = value;
}

/* Rows i and j are the same row, but that it slides by as many bytes: the other side keeps it. */
static void keep_row(walk *w, int64_t slide) {
  close_splice(w);
  const gm_row *old = &w->old->items[w->i], *new = &w->new->items[w->j];
  int64_t shift = (int64_t) new->line - old->line;
  if (shift) {
    found(w, urgency_of(w));
    /* A run of one shift goes on over rows that were removed. */
    if (w->shift == shift) {
      w->ops->items[w->ops->count - 1].to = (uint32_t)w->i + 1;
    } else {
      gm_op *op = gm_push(w->ops);
      op->kind = GM_OP_SHIFT;
      op->at = (uint32_t)w->i;
      op->to = (uint32_t)w->i + 1;
      op->value = shift;
    }
  }
  w->shift = shift;
  if (old->end_line + shift != new->end_line) {
    found(w, urgency_of(w));
    patch(w, GM_COLUMN_END_LINE, new->end_line);
  }
  int64_t end_byte = old->end_byte + (w->list == GM_LIST_OUTLINE && old->end_line == old->line ? slide : 0);
  if (end_byte != new->end_byte) patch(w, GM_COLUMN_END_BYTE, new->end_byte);
  if (old->tail != new->tail) {
    if (w->list != GM_LIST_OUTLINE) found(w, urgency_of(w));
    patch(w, GM_COLUMN_TAIL, new->tail);
  }
  if (old->findings != new->findings) {
    found(w, GM_URGENT);
    patch(w, GM_COLUMN_FINDINGS, new->findings);
  }
  w->open_i = ++w->i;
  w->open_j = ++w->j;
}

static bool slid_row(const gm_row *a, const gm_row *b, int64_t slide) {
  return a->byte + slide == b->byte && a->key == b->key;
}

/* Rows of one line, before and now: what is alike at both ends is kept; the end may have slid. */
static void walk_line(walk *w) {
  const gm_row *old = w->old->items, *new = w->new->items;
  size_t i_end = w->i, j_end = w->j;
  while (i_end < w->old->count && old[i_end].line == old[w->i].line) i_end++;
  while (j_end < w->new->count &&new[j_end].line == new[w->j].line) j_end++;
  while (w->i < i_end && w->j < j_end && slid_row(&old[w->i], &new[w->j], 0)) keep_row(w, 0);
  size_t tail = 0;
  int64_t slide = w->i < i_end && w->j < j_end ? (int64_t) new[j_end - 1].byte - old[i_end - 1].byte : 0;
  while (i_end - tail > w->i && j_end - tail > w->j && slid_row(&old[i_end - tail - 1], &new[j_end - tail - 1], slide))
    tail++;
  w->i = i_end - tail;
  w->j = j_end - tail;
  if (slide && tail) {
    gm_op *op = gm_push(&w->publisher->slides);
    *op = (gm_op){.kind = GM_OP_SLIDE, .at = (uint32_t)w->i, .to = (uint32_t)i_end, .value = slide};
  }
  while (w->i < i_end) keep_row(w, slide);
}

static void append(gm_ops *ops, const gm_ops *more) {
  for (size_t i = 0; i < more->count; i++) *gm_push(ops) = more->items[i];
}

static gm_urgency diff(gm_publisher *publisher, gm_list list, const uint32_t *origins) {
  const gm_rows *old = &publisher->rows[list], *new = &publisher->next[list];
  gm_ops *ops = &publisher->ops[list];
  ops->count = publisher->slides.count = publisher->splices.count = publisher->patches.count = 0;
  walk w = {.publisher = publisher, .list = list, .old = old, .new = new, .origins = origins, .ops = ops};
  while (w.i < old->count || w.j < new->count) {
    uint32_t origin = w.j < new->count ? origins[new->items[w.j].line] : UINT32_MAX - 1;
    if (origin == GM_NO_ORIGIN)
      w.j++;
    else if (w.i < old->count && old->items[w.i].line < origin)
      w.i++;
    else if (w.i == old->count || old->items[w.i].line > origin)
      w.j++;
    else
      walk_line(&w);
  }
  close_splice(&w);
  append(ops, &publisher->slides);
  append(ops, &publisher->splices);
  append(ops, &publisher->patches);
  return w.urgency;
}

static gm_urgency compare_list(gm_publisher *publisher, const gm_document *document, gm_list list) {
  gm_rows *rows = &publisher->next[list];
  rows->count = 0;
  if (list == GM_LIST_OUTLINE)
    outline_rows(publisher, document, rows);
  else if (list == GM_LIST_FIGURES)
    figure_rows(publisher, document, rows);
  else
    diagnostic_rows(document, rows);
  return diff(publisher, list, gm_document_origins(document));
}

static void take_list(gm_publisher *publisher, gm_list list) {
  gm_rows held = publisher->rows[list];
  publisher->rows[list] = publisher->next[list];
  publisher->next[list] = held;
}

gm_urgency gm_publisher_compare(gm_publisher *publisher, const gm_document *document) {
  gm_urgency urgency = GM_LIGHT;
  for (gm_list list = 0; list < GM_LIST_COUNT; list++) {
    gm_urgency found_here = compare_list(publisher, document, list);
    if (found_here > urgency) urgency = found_here;
  }
  return urgency;
}

gm_urgency gm_publisher_update(gm_publisher *publisher, gm_document *document) {
  gm_urgency urgency = gm_publisher_compare(publisher, document);
  for (gm_list list = 0; list < GM_LIST_COUNT; list++) take_list(publisher, list);
  gm_document_mark(document);
  return urgency;
}

void gm_publisher_update_outline(gm_publisher *publisher, gm_document *document) {
  for (int list = 0; list < GM_LIST_COUNT; list++) publisher->ops[list].count = 0;
  compare_list(publisher, document, GM_LIST_OUTLINE);
  take_list(publisher, GM_LIST_OUTLINE);
  gm_document_mark(document);
}

void gm_publisher_free(gm_publisher *publisher) {
  for (int list = 0; list < GM_LIST_COUNT; list++) {
    gm_array_free(&publisher->rows[list]);
    gm_array_free(&publisher->next[list]);
    gm_array_free(&publisher->ops[list]);
  }
  gm_array_free(&publisher->slides);
  gm_array_free(&publisher->splices);
  gm_array_free(&publisher->patches);
  gm_array_free(&publisher->conflicts);
  gm_array_free(&publisher->counts);
}
