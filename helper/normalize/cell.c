#include "normalize/pass.h"
#include "text/utf8.h"

#define DEAD UINT32_MAX /* cp of a cell deleted by the running pass */

uint16_t gm_cell_class(uint32_t cp) {
  uint32_t folded = gm_fold(cp);
  if (!folded) return GM_CELL_INVISIBLE;
  uint16_t cls = gm_class_of(folded) & (uint16_t)~GM_CELL_OWN;
  switch (cp) {
    case 0x3001:
    case 0x3002:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
    case 0xFF01:
    case 0x2014:
    case 0x2026:
    case 0xFF5E: return cls | GM_CELL_MARK;
    default: return cls;
  }
}

/* Classes of the characters a line is full of, without going through the folds. */
static inline uint16_t quick_class(uint32_t cp) {
  if (cp >= 0x4E00 && cp <= 0x9FFF) return GM_HAN;
  if (cp >= '0' && cp <= '9') return GM_DIGIT;
  if ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z') return GM_LATIN;
  return gm_cell_class(cp);
}

void gm_cells_load(gm_pass_context *c) {
  const char *start = c->raw.ptr, *end = start + c->raw.len;
  gm_reserve(&c->cells, c->raw.len + 1);
  gm_cell *cell = c->cells.items;
  for (const char *p = start; p < end;) {
    uint32_t cp, from = (uint32_t)(p - start);
    p += gm_utf8_decode(p, end, &cp);
    *cell++ = (gm_cell){cp, from, (uint32_t)(p - start), quick_class(cp), 0, 0};
  }
  *cell = (gm_cell){0, (uint32_t)c->raw.len, (uint32_t)c->raw.len, 0, 0, 0};
  c->cells.count = (size_t)(cell - c->cells.items);
}

void gm_cell_replace(gm_pass_context *c, size_t i, uint32_t cp) {
  gm_cell *cell = &c->cells.items[i];
  if (cell->cp == cp) return;
  cell->cp = cp;
  cell->cls = (uint16_t)((cell->cls & (GM_CELL_PROTECTED | GM_CELL_GLUED)) | gm_cell_class(cp));
  cell->rule = c->rule;
  c->changed = true;
}

void gm_cell_delete(gm_pass_context *c, size_t i) {
  c->cells.items[i].cp = DEAD;
  c->changed = c->deleted = true;
}

void gm_cell_absorb(gm_pass_context *c, size_t i, size_t end) {
  for (size_t j = i + 1; j < end; j++) {
    gm_cell_delete(c, j);
    c->cells.items[i].to = c->cells.items[j].to;
    c->cells.items[j].from = c->cells.items[j].to;
  }
}

void gm_cells_glue(gm_pass_context *c, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) c->cells.items[i].cls |= GM_CELL_GLUED;
}

void gm_cell_insert(gm_pass_context *c, size_t before, uint32_t cp) {
  *gm_push(&c->insertions) = (gm_insertion){(uint32_t)before, cp, c->rule};
  c->changed = c->deleted = true;
}

void gm_cells_settle(gm_pass_context *c) {
  if (!c->deleted) return;
  c->deleted = false;
  gm_reserve(&c->spare, c->cells.count + c->insertions.count + 1);
  gm_cell *out = c->spare.items;
  size_t inserted = 0;
  uint8_t gap = 0;
  for (size_t i = 0; i <= c->cells.count; i++) {
    gm_cell cell = c->cells.items[i];
    for (; inserted < c->insertions.count && c->insertions.items[inserted].before == i; inserted++) {
      gm_insertion *in = &c->insertions.items[inserted];
      uint32_t at = out > c->spare.items ? out[-1].to : 0;
      *out++ = (gm_cell){in->cp, at, at, gm_cell_class(in->cp), in->rule, 0};
    }
    if (cell.cp == DEAD) {
      /* A cell that stands for no raw bytes leaves no gap. */
      if (cell.to > cell.from)
        gap = c->rule;
      else if (!gap)
        gap = cell.gap;
      continue;
    }
    if (gap) cell.gap = gap;
    gap = 0;
    *out++ = cell;
  }
  gm_cells old = c->cells;
  c->cells.items = c->spare.items;
  c->cells.capacity = c->spare.capacity;
  c->cells.count = (size_t)(out - c->spare.items) - 1;
  c->spare = old;
  c->insertions.count = 0;
}

size_t gm_cell_bytes(const gm_cell *cell) {
  char bytes[4];
  return cell->rule ? gm_utf8_encode(cell->cp, bytes) : cell->to - cell->from;
}

void gm_cells_encode(gm_pass_context *c) {
  c->encoded.count = 0;
  gm_reserve(&c->encoded, c->raw.len + 4 * c->cells.count + 4);
  char *out = c->encoded.items;
  for (size_t i = 0; i < c->cells.count;) {
    const gm_cell *cell = &c->cells.items[i];
    if (cell->rule) {
      out += gm_utf8_encode(cell->cp, out);
      i++;
      continue;
    }
    uint32_t from = cell->from, to = from; /* a stretch as it was written */
    for (; i < c->cells.count && !cell->rule && cell->from == to; cell = &c->cells.items[++i]) to = cell->to;
    memcpy(out, c->raw.ptr + from, to - from);
    out += to - from;
  }
  c->encoded.count = (size_t)(out - c->encoded.items);
}

/* An edit that is still growing. */
typedef struct open_edit {
  gm_edits *out;
  uint32_t start, end;
  size_t text;
  uint8_t rule; /* 0 none is open */
} open_edit;

static void close_edit(const gm_pass_context *c, open_edit *open) {
  if (!open->rule) return;
  gm_edits *out = open->out;
  size_t len = out->text.count - open->text;
  /* A later pass may have brought back what was written. */
  if (len == open->end - open->start &&
      (!len || !memcmp(out->text.items + open->text, c->raw.ptr + open->start, len))) {
    out->text.count = open->text;
  } else {
    gm_edit *edit = gm_push(&out->list);
    edit->start = (gm_position){c->line, open->start};
    edit->end = (gm_position){c->line, open->end};
    edit->text = (uint32_t)open->text;
    edit->len = (uint32_t)len;
    edit->rule = gm_passes[open->rule - 1].id;
  }
  open->rule = 0;
}

static void grow_edit(const gm_pass_context *c, open_edit *open, uint32_t from, uint32_t to, uint8_t rule, bool glued) {
  if (glued && open->rule > rule) rule = open->rule;
  if (open->rule && open->rule != rule && !glued) close_edit(c, open);
  if (!open->rule) {
    open->start = from;
    open->text = open->out->text.count;
  }
  open->rule = rule;
  open->end = to;
}

void gm_cells_edits(gm_pass_context *c, gm_edits *out) {
  open_edit open = {out, 0, 0, 0, 0};
  uint32_t done = 0; /* raw bytes accounted for */
  for (size_t i = 0; i <= c->cells.count; i++) {
    const gm_cell *cell = &c->cells.items[i];
    if (cell->from > done) grow_edit(c, &open, done, cell->from, cell->gap, false);
    bool glued = cell->cls & GM_CELL_GLUED && open.rule;
    if (i < c->cells.count && (cell->rule || glued)) {
      grow_edit(c, &open, cell->from, cell->to, cell->rule, glued);
      if (cell->rule)
        gm_buffer_codepoint(&out->text, cell->cp);
      else
        gm_buffer_add(&out->text, c->raw.ptr + cell->from, cell->to - cell->from);
    } else {
      close_edit(c, &open);
    }
    done = cell->to;
  }
  close_edit(c, &open);
}

static bool transparent(const gm_cell *cell) {
  return cell->cls & (GM_OPEN | GM_CLOSE | GM_SPACE | GM_CELL_INVISIBLE) || cell->cp == '"' || cell->cp == '\'' ||
         cell->cp == DEAD || cell->cp == 0xFF08 || cell->cp == '(';
}

bool gm_chinese_context(const gm_pass_context *c, size_t i) {
  const gm_cell *cells = c->cells.items;
  size_t count = c->cells.count;
  if (i && i + 1 < count && (cells[i - 1].cls & GM_DIGIT) && (cells[i + 1].cls & GM_DIGIT)) return false;
  size_t left = i, right = i + 1;
  while (left && transparent(&cells[left - 1])) left--;
  if (left && cells[left - 1].cls & (GM_HAN | GM_CELL_MARK)) return true;
  while (right < count && transparent(&cells[right])) right++;
  return right < count && cells[right].cls & (GM_HAN | GM_CELL_MARK);
}
