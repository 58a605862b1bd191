#include "normalize/compose.h"

/* Offsets here count bytes of the whole text, line breaks included. */
typedef struct offsets {
  GM_ARRAY(size_t) starts; /* of the lines */
} offsets;

static void find_starts(offsets *o, const char *text, size_t len) {
  *gm_push(&o->starts) = 0;
  for (const char *p = text, *end = text + len; (p = len ? memchr(p, '\n', (size_t)(end - p)) : NULL); p++)
    *gm_push(&o->starts) = (size_t)(p - text) + 1;
}

static size_t offset_of(const offsets *o, gm_position at) { return o->starts.items[at.line] + at.byte; }

static gm_position position_of(const offsets *o, size_t offset) {
  size_t low = 0, high = o->starts.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (o->starts.items[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  return (gm_position){(uint32_t)low, (uint32_t)(offset - o->starts.items[low])};
}

typedef struct composing {
  const gm_edits *second;
  offsets raw, middle;
  gm_edits *out;
  size_t at;        /* raw bytes accounted for */
  size_t start;     /* of the edit that is growing */
  gm_buffer text;   /* of it */
  const char *rule; /* NULL: none is growing */
  size_t next;      /* edit of `second` that comes next */
  bool into;        /* its text was written */
} composing;

static void flush(composing *c) {
  if (!c->rule) return;
  gm_edits_add(c->out, position_of(&c->raw, c->start), position_of(&c->raw, c->at),
               (gm_text){c->text.items, c->text.count}, c->rule);
  c->rule = NULL;
  c->text.count = 0;
}

static void grow(composing *c, const char *rule) {
  if (!c->rule) {
    c->start = c->at;
    c->rule = rule;
  } else if (gm_pass_find((gm_text){rule, strlen(rule)}) > gm_pass_find((gm_text){c->rule, strlen(c->rule)})) {
    c->rule = rule;
  }
}

/* Goes over bytes [from, to) of the middle text: `text` holds them when `first` wrote them, else they are raw bytes. */
static void pass_over(composing *c, size_t from, size_t to, const char *text, const char *rule, bool last) {
  for (size_t p = from;;) {
    const gm_edit *edit = c->next < c->second->list.count ? &c->second->list.items[c->next] : NULL;
    size_t start = edit ? offset_of(&c->middle, edit->start) : SIZE_MAX;
    size_t end = edit ? offset_of(&c->middle, edit->end) : SIZE_MAX;
    size_t keep = start < to ? (start > p ? start : p) : to;
    if (keep > p) { /* untouched by the second */
      if (text) {
        grow(c, rule);
        gm_buffer_add(&c->text, text + (p - from), keep - p);
      } else {
        flush(c);
        c->at += keep - p;
      }
      p = keep;
    }
    if (!edit || start > to || (start == to && !last)) return; /* what stands at the border is the next piece's */
    if (!c->into) {
      grow(c, edit->rule);
      gm_buffer_text(&c->text, gm_edits_text(c->second, edit));
      c->into = true;
    }
    size_t stop = end < to ? end : to;
    if (!text && stop > p) {
      grow(c, edit->rule);
      c->at += stop - p;
    }
    if (stop > p) p = stop;
    if (end > to) return;
    c->next++;
    c->into = false;
  }
}

void gm_edits_compose(const gm_text *lines, size_t count, const gm_edits *first, const gm_edits *second,
                      gm_edits *out) {
  composing c;
  memset(&c, 0, sizeof c);
  c.second = second;
  c.out = out;
  gm_buffer raw = {0}, middle = {0};
  gm_edits nothing = {0};
  gm_edits_apply(&nothing, lines, count, &raw);
  gm_edits_apply(first, lines, count, &middle);
  find_starts(&c.raw, raw.items, raw.count);
  find_starts(&c.middle, middle.items, middle.count);
  size_t at = 0; /* in the middle text */
  for (size_t i = 0; i < first->list.count; i++) {
    const gm_edit *edit = &first->list.items[i];
    size_t copied = offset_of(&c.raw, edit->start) - c.at;
    pass_over(&c, at, at + copied, NULL, NULL, false);
    at += copied;
    if (!c.into) flush(&c);
    grow(&c, edit->rule);
    c.at = offset_of(&c.raw, edit->end);
    pass_over(&c, at, at + edit->len, gm_edits_text(first, edit).ptr, edit->rule, false);
    at += edit->len;
  }
  pass_over(&c, at, at + (raw.count - c.at), NULL, NULL, true);
  flush(&c);
  gm_array_free(&c.raw.starts);
  gm_array_free(&c.middle.starts);
  gm_array_free(&c.text);
  gm_edits_free(&nothing);
  gm_array_free(&raw);
  gm_array_free(&middle);
}
