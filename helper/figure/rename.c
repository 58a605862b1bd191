#include "figure/rename.h"

#include "numeral/write.h"

/* Nouns are of one thing when so many bytes at their ends are the same: two Han characters. */
#define COMMON_BYTES 6u

typedef struct renaming {
  const gm_draft *draft;
  gm_pinyin_mode pinyin;
  gm_view view;
  gm_figure_array figures;
  gm_buffer line;
} renaming;

/* The figure of a text that is the whole of it; NULL when there is none. */
static const gm_figure *figure_at(renaming *r, gm_text text, uint32_t start) {
  gm_view_make(&r->view, text, r->pinyin);
  r->figures.count = 0;
  gm_figures_scan(&r->view, &r->figures);
  for (size_t i = 0; i < r->figures.count; i++)
    if (r->figures.items[i].start == start) return &r->figures.items[i];
  return NULL;
}

static bool has_value(const gm_figure *figure) {
  switch (figure->kind) {
    case GM_FIGURE_QUANTITY:
    case GM_FIGURE_MONEY:
    case GM_FIGURE_PERCENT:
    case GM_FIGURE_POINTS:
    case GM_FIGURE_MULTIPLE:
    case GM_FIGURE_DURATION:
    case GM_FIGURE_CLAIM: return true;
    default: return false;
  }
}

static gm_text range_of(const gm_draft *draft, uint32_t line, uint32_t start, uint32_t end) {
  return (gm_text){draft->lines[line].ptr + start, end - start};
}

static bool equal(gm_text a, gm_text b) { return a.len == b.len && !memcmp(a.ptr, b.ptr, a.len); }

static bool same_unit(const gm_figure *a, gm_text a_unit, const gm_figure *b, gm_text b_unit) {
  bool kinds = a->kind == b->kind || (a->kind == GM_FIGURE_QUANTITY && b->kind == GM_FIGURE_CLAIM) ||
               (a->kind == GM_FIGURE_CLAIM && b->kind == GM_FIGURE_QUANTITY);
  if (!kinds) return false;
  if (a->unit && b->unit) return gm_units[a->unit].same_as == gm_units[b->unit].same_as;
  return equal(a_unit, b_unit);
}

/* Bytes that two texts have in common at their ends. */
static size_t common(gm_text a, gm_text b) {
  size_t n = 0;
  while (n < a.len && n < b.len && a.ptr[a.len - 1 - n] == b.ptr[b.len - 1 - n]) n++;
  return n;
}

/* Appends the edit for one mention; false when its way of writing cannot say the value. */
static bool rewrite(renaming *r, uint32_t line, const gm_figure *mention, gm_decimal value, gm_edits *edits) {
  gm_text whole = r->draft->lines[line], number = range_of(r->draft, line, mention->start, mention->number_end);
  gm_buffer text = {0};
  bool good = gm_numeral_write(value, number, &text);
  if (good) {
    r->line.count = 0;
    gm_buffer_add(&r->line, whole.ptr, mention->start);
    gm_buffer_add(&r->line, text.items, text.count);
    gm_buffer_add(&r->line, whole.ptr + mention->number_end, whole.len - mention->number_end);
    uint8_t kind = mention->kind;
    const gm_figure *read = figure_at(r, (gm_text){r->line.items, r->line.count}, mention->start);
    good = read && read->kind == kind && read->approx == GM_APPROX_NONE && !gm_decimal_compare(read->value, value);
  }
  if (good)
    gm_edits_add(edits, (gm_position){line, mention->start}, (gm_position){line, mention->number_end},
                 (gm_text){text.items, text.count}, "rename_figure");
  gm_array_free(&text);
  return good;
}

/* Reads the value wanted: a figure of its own, or a number that takes the unit of the figure it replaces. */
static bool read_value(renaming *r, gm_text wanted, const gm_figure *old, gm_text unit, gm_text tail,
                       gm_decimal *value) {
  for (int with_unit = 0; with_unit < 2; with_unit++) {
    r->line.count = 0;
    gm_buffer_text(&r->line, wanted);
    if (with_unit) gm_buffer_text(&r->line, tail);
    const gm_figure *read = figure_at(r, (gm_text){r->line.items, r->line.count}, 0);
    if (!read || read->end != r->line.count || read->approx != GM_APPROX_NONE || !has_value(read)) continue;
    gm_text read_unit = {r->line.items + read->unit_start, read->unit_end - read->unit_start};
    if (!same_unit(old, unit, read, read_unit)) continue;
    *value = read->value;
    return true;
  }
  return false;
}

static void review(gm_rename *out, uint32_t line, const gm_figure *mention, gm_decimal value) {
  gm_rename_review *row = gm_push(&out->review);
  bool rough = mention->approx != GM_APPROX_NONE;
  uint32_t end = rough && mention->approx_end > mention->end ? mention->approx_end : mention->end;
  row->start = (gm_position){line, gm_figure_from(mention)};
  row->end = (gm_position){line, end};
  row->approximate = rough;
  row->holds = rough && gm_interval_meet(mention->interval, gm_interval_exact(value));
}

/* One mention of the same kind and unit: an edit, a row to look at, or nothing. */
static void consider(renaming *r, uint32_t line, const gm_figure *mention, uint32_t own_line, const gm_figure *old,
                     gm_decimal value, gm_rename *out) {
  bool rough = mention->approx != GM_APPROX_NONE;
  if (rough ? !gm_interval_meet(mention->interval, gm_interval_exact(old->value))
            : gm_decimal_compare(mention->value, old->value) != 0)
    return;
  gm_text noun = range_of(r->draft, line, mention->noun_start, mention->noun_end);
  gm_text own = range_of(r->draft, own_line, old->noun_start, old->noun_end);
  bool itself = line == own_line && mention->start == old->start;
  bool named = mention->noun_hash && old->noun_hash; /* by more than 每次 */
  bool same = itself || (named && (equal(noun, own) || common(noun, own) >= COMMON_BYTES));
  if (!same && named) return;
  gm_text time = range_of(r->draft, line, mention->period_start, mention->period_end);
  gm_text own_time = range_of(r->draft, own_line, old->period_start, old->period_end);
  bool other_time = !itself && time.len && own_time.len && !equal(time, own_time);
  /* The same number may be another measure: a change, a limit, an amount for each. */
  uint32_t telling = GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_EACH | GM_ROLE_THRESHOLD | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME;
  bool other_role = (mention->roles ^ old->roles) & telling;
  if (rough || !same || other_time || other_role || !rewrite(r, line, mention, value, &out->edits))
    review(out, line, mention, value);
}

gm_rename_refusal gm_figure_rename(const gm_draft *draft, const gm_figures *by_line, gm_pinyin_mode pinyin,
                                   gm_position at, gm_text wanted, gm_rename *out) {
  const gm_figure *old = NULL;
  if (at.line >= draft->count || !draft->classes[at.line].keep) return GM_RENAME_NO_FIGURE;
  for (uint32_t k = 0; k < by_line[at.line].count; k++) {
    const gm_figure *f = &by_line[at.line].items[k];
    if (f->start <= at.byte && at.byte < f->end) old = f;
  }
  if (!old || !has_value(old)) return GM_RENAME_NO_FIGURE;
  if (old->approx != GM_APPROX_NONE) return GM_RENAME_ROUGH;
  renaming r = {.draft = draft, .pinyin = pinyin};
  gm_text unit = range_of(draft, at.line, old->unit_start, old->unit_end);
  gm_text tail = range_of(draft, at.line, old->number_end, old->end);
  gm_decimal value;
  gm_rename_refusal refusal = GM_RENAME_VALUE;
  if (read_value(&r, wanted, old, unit, tail, &value)) {
    refusal = GM_RENAME_ACCEPTED;
    for (uint32_t line = 0; line < draft->count; line++)
      for (uint32_t k = 0; draft->classes[line].keep && k < by_line[line].count; k++) {
        const gm_figure *mention = &by_line[line].items[k];
        if (!has_value(mention)) continue;
        gm_text its_unit = range_of(draft, line, mention->unit_start, mention->unit_end);
        if (same_unit(old, unit, mention, its_unit)) consider(&r, line, mention, at.line, old, value, out);
      }
  }
  gm_view_free(&r.view);
  gm_array_free(&r.figures);
  gm_array_free(&r.line);
  return refusal;
}

void gm_rename_free(gm_rename *rename) {
  gm_edits_free(&rename->edits);
  gm_array_free(&rename->review);
}

const char *gm_rename_refusal_text(gm_rename_refusal refusal, bool english) {
  static const char *const texts[][2] = {
      {"", ""},
      {"光标处没有可以改的数字", "there is no figure here whose value could change"},
      {"这里是概数；请到写着确数的地方改", "this is an approximate figure; go to where it is told exactly"},
      {"要改成的不是同一单位的数", "the new value is no number of the same unit"}};
  return texts[refusal][english];
}
