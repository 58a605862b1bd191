#include "text/metadata.h"

#include "text/label.h"

#define FIELDS 24 /* GM_FIELD_ bits */

#define DATES (GM_FIELD_DATE | GM_FIELD_DATE_WRITTEN | GM_FIELD_DATE_SIGNED)

/* What is said of the page and not of the draft. */
#define PAGE_FIELDS (GM_FIELD_TITLE_DUP | GM_FIELD_DATE_DUP | GM_FIELD_CAPTION)

typedef struct gathering {
  gm_metadata_field found[FIELDS];
  uint32_t seen;
} gathering;

static void add(gathering *g, uint32_t fields, size_t line, uint32_t from, uint32_t to, gm_date date) {
  if (from >= to) return;
  for (unsigned bit = 0; bit < FIELDS; bit++) {
    uint32_t field = 1u << bit;
    if (!(fields & field) || g->seen & field || field & PAGE_FIELDS) continue;
    g->seen |= field;
    g->found[bit] = (gm_metadata_field){field, (uint32_t)line, from, to, field & DATES ? date : (gm_date){0, 0, 0}};
  }
}

/* Raw end of the key's character i. */
static uint32_t raw_end(const gm_view *view, const gm_key *key, size_t i) {
  size_t clean = key->at[i] + 1;
  uint32_t end = view->raw_at[clean];
  while (end > view->raw_at[clean - 1] && view->raw.ptr[end - 1] == ' ') end--;
  return end;
}

/* The line without its blanks and without the brackets around all of it. */
static void add_whole(gathering *g, uint32_t fields, size_t line, const gm_view *view, const gm_key *key,
                      gm_date date) {
  size_t from = 0, to = key->count;
  while (from + 1 < to && gm_key_one_of(key->cp[from], u"（【") && gm_key_one_of(key->cp[to - 1], u"）】"))
    from++, to--;
  if (from < to) add(g, fields, line, view->raw_at[key->at[from]], raw_end(view, key, to - 1), date);
}

static void gather_line(gathering *g, gm_text text, size_t line, uint32_t fields, gm_pinyin_mode pinyin,
                        gm_view *view) {
  gm_key key;
  gm_label_line labels;
  gm_date date = {0, 0, 0};
  gm_view_make(view, text, pinyin);
  gm_key_make(&key, view);
  if (!key.count) return;
  bool bracketed = key.cp[0] == 0xFF08 && key.cp[key.count - 1] == 0xFF09;
  if (gm_label_read(&labels, &key, view, bracketed) && labels.count) {
    for (size_t i = 0; i < labels.count; i++) {
      gm_label_part part = labels.parts[i];
      size_t to = part.to;
      if (bracketed && to == key.count) to--;
      if (part.from < to)
        add(g, part.field & fields, line, view->raw_at[key.at[part.from]], raw_end(view, &key, to - 1), labels.date);
    }
    if (fields & ~labels.fields) add_whole(g, fields & ~labels.fields, line, view, &key, labels.date);
    return;
  }
  for (size_t i = 0; i < key.count && !date.year; i++) gm_key_date(&key, view, i, &date);
  add_whole(g, fields, line, view, &key, date);
}

void gm_metadata(const gm_text *lines, const gm_line_class *classes, size_t count, gm_pinyin_mode pinyin,
                 gm_metadata_fields *out) {
  gathering g;
  memset(&g, 0, sizeof g);
  gm_view view = {0};
  for (size_t i = 0; i < count; i++)
    if (classes[i].keep && classes[i].kind == GM_LINE_META && classes[i].fields & ~g.seen)
      gather_line(&g, lines[i], i, classes[i].fields, pinyin, &view);
  for (unsigned bit = 0; bit < FIELDS; bit++)
    if (g.seen >> bit & 1) *gm_push(out) = g.found[bit];
  gm_view_free(&view);
}

gm_date gm_draft_date(const gm_look *looks, const gm_line_class *classes, size_t count) {
  gm_date signed_on = {0, 0, 0}, written = {0, 0, 0};
  for (size_t i = 0; i < count; i++) {
    uint32_t fields = classes[i].keep && looks[i].date.year ? classes[i].fields : 0;
    if (fields & GM_FIELD_DATE) return looks[i].date;
    if (fields & GM_FIELD_DATE_SIGNED && !signed_on.year) signed_on = looks[i].date;
    if (fields & GM_FIELD_DATE_WRITTEN && !written.year) written = looks[i].date;
  }
  return signed_on.year ? signed_on : written;
}
