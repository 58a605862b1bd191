/* References that go stale: 第三部分, 见（二）, 第（四）项, 前述第二点, 附件2, 第十五条, lines of contents. */
#include <stdlib.h>

#include "numeral/numeral.h"
#include "outline/edit_slots.h"
#include "outline/marker_write.h"

/* A section whose number changes, by what a reference says of it. */
typedef struct target {
  uint32_t section;
  int32_t number;
  uint8_t family;
} target;

typedef struct targets {
  GM_ARRAY(target) list; /* sorted by family, number, section */
} targets;

static int compare(const void *a, const void *b) {
  const target *x = a, *y = b;
  if (x->family != y->family) return x->family < y->family ? -1 : 1;
  if (x->number != y->number) return x->number < y->number ? -1 : 1;
  return x->section < y->section ? -1 : x->section > y->section;
}

/* The first target of a family and number, or where it would stand. */
static size_t first_target(const targets *all, unsigned family, int32_t number) {
  size_t low = 0, high = all->list.count;
  target key = {0, number, (uint8_t)family};
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare(&all->list.items[middle], &key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_target(const targets *all, size_t i, unsigned family, int32_t number) {
  return i < all->list.count && all->list.items[i].family == family && all->list.items[i].number == number;
}

/* The section of a family and number that a reference at `at` means: below `under` when that is known, else one below
 * a section that holds the reference, else the nearest before it, else the first behind. GM_NO_SECTION when there is
 * none. */
static uint32_t resolve(const gm_slots *slots, const targets *all, gm_family family, int32_t number, gm_position at,
                        uint32_t under) {
  const gm_outline *o = slots->view->outline;
  uint32_t here = gm_outline_at(o, at), best = GM_NO_SECTION;
  for (size_t i = first_target(all, family, number); is_target(all, i, family, number); i++) {
    uint32_t section = all->list.items[i].section;
    if (under != GM_NO_SECTION) {
      if (o->sections.items[section].parent == under) return section;
      continue;
    }
    for (uint32_t up = here; up != GM_NO_SECTION; up = o->sections.items[up].parent)
      if (o->sections.items[section].parent == up) return section;
    if (best == GM_NO_SECTION || gm_position_compare(o->sections.items[section].start, at) <= 0) best = section;
  }
  return best;
}

/* Does what stands before make it a reference to another document: 《某法》第三条, 民法第三条, but not 本法第三条? */
static bool elsewhere(const gm_view *view, size_t at) {
  while (at && view->cls[at - 1] & GM_SPACE) at--;
  if (!at) return false;
  if (view->cp[at - 1] == 0x300B) return true;
  if (view->cp[at - 1] == 0xFF09) return true; /* 《…》（试行）第三条 */
  static const char *const kinds[] = {"法",   "条例", "办法", "规定", "细则", "章程",
                                      "决定", "意见", "通知", "规则", "规程"};
  bool named = false;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    size_t n = gm_view_match_before(view, at, kinds[i]);
    if (n && gm_view_match_before(view, at - n, "本")) return false;
    named |= n != 0;
  }
  return named;
}

/* What 第N is followed by, and the family that it names. */
static const struct {
  const char *unit;
  uint8_t families[3]; /* tried in order; 0 ends */
} units[] = {
    {"部分", {GM_FAMILY_PART, GM_FAMILY_HAN, 0}},
    {"章", {GM_FAMILY_CHAPTER, 0}},
    {"节", {GM_FAMILY_CLAUSE_SECTION, 0}},
    {"条", {GM_FAMILY_ARTICLE, 0}},
    {"编", {GM_FAMILY_PART, 0}},
    {"篇", {GM_FAMILY_PART, 0}},
    {"点", {GM_FAMILY_ORDINAL, GM_FAMILY_IS, GM_FAMILY_HAN}},
    {"项", {GM_FAMILY_HAN_PAREN, GM_FAMILY_ARABIC, 0}},
};

static void add(const gm_slots *slots, gm_plan *plan, const gm_view *view, uint32_t line, size_t from, size_t to,
                size_t numeral, size_t numeral_end, uint32_t section, gm_family like) {
  const gm_slot *slot = &slots->list.items[slots->slot_of.items[section]];
  const gm_section *s = &slots->view->outline->sections.items[section];
  if (slot->number == s->number && slot->family == s->family) return;
  gm_buffer text = {0};
  gm_text raw = view->raw;
  gm_buffer_add(&text, raw.ptr + view->raw_at[from], view->raw_at[numeral] - view->raw_at[from]);
  gm_text old = {raw.ptr + view->raw_at[numeral], view->raw_at[numeral_end] - view->raw_at[numeral]};
  if (gm_numeral_like(old, like, slot->number, &text)) {
    gm_buffer_add(&text, raw.ptr + view->raw_at[numeral_end], view->raw_at[to] - view->raw_at[numeral_end]);
    gm_stale_reference *stale = gm_push(&plan->stale);
    stale->start = (gm_position){line, view->raw_at[from]};
    stale->end = (gm_position){line, view->raw_at[to]};
    stale->target = section;
    stale->text = (uint32_t)plan->text.count;
    stale->len = (uint32_t)text.count;
    gm_buffer_add(&plan->text, text.items, text.count);
  }
  gm_array_free(&text);
}

/* Is the place itself a section's marker? */
static bool is_marker(const gm_outline *o, gm_position at) {
  size_t low = 0, high = o->sections.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = gm_position_compare(o->sections.items[middle].start, at);
    if (!order) return true;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

/* 第三部分, 第十五条, 第（四）项, 第二点. `*under` is the article that ends right before, and becomes this one. */
static size_t ordinal(const gm_slots *slots, const targets *all, gm_plan *plan, const gm_view *view, uint32_t line,
                      size_t at, uint32_t *under) {
  size_t i = at + 1;
  bool paren = view->cp[i] == 0xFF08;
  if (paren) i++;
  int32_t number;
  size_t n = gm_numeral_ordinal(view, i, &number);
  if (!n) return 0;
  size_t end = i + n;
  if (paren && view->cp[end++] != 0xFF09) return 0;
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    size_t unit = gm_view_match(view, end, units[u].unit);
    if (!unit) continue;
    gm_position where = {line, view->raw_at[at]};
    uint32_t scope = *under, section = GM_NO_SECTION;
    *under = GM_NO_SECTION;
    if (is_marker(slots->view->outline, where) || elsewhere(view, at)) return end + unit - at;
    for (size_t f = 0; f < 3 && units[u].families[f] && section == GM_NO_SECTION; f++)
      section = resolve(slots, all, (gm_family)units[u].families[f], number, where, scope);
    if (units[u].families[0] == GM_FAMILY_ARTICLE) *under = section;
    if (section != GM_NO_SECTION) add(slots, plan, view, line, at, end + unit, i, i + n, section, GM_FAMILY_HAN);
    return end + unit - at;
  }
  return 0;
}

/* 见（二）, 按照（二）: a bracketed number behind a word that refers. */
static size_t bracket(const gm_slots *slots, const targets *all, gm_plan *plan, const gm_view *view, uint32_t line,
                      size_t at) {
  static const char *const words[] = {"见", "参见", "详见", "前述", "上述", "按照", "依照", "参照", "同"};
  int32_t number;
  bool refers = false;
  for (size_t i = 0; i < sizeof words / sizeof *words && !refers; i++)
    refers = gm_view_match_before(view, at, words[i]);
  size_t n = gm_numeral_ordinal(view, at + 1, &number);
  if (!refers || !n || view->cp[at + 1 + n] != 0xFF09) return 0;
  gm_family family = view->cls[at + 1] & GM_DIGIT ? GM_FAMILY_ARABIC_PAREN : GM_FAMILY_HAN_PAREN;
  gm_position where = {line, view->raw_at[at]};
  uint32_t section = resolve(slots, all, family, number, where, GM_NO_SECTION);
  if (section != GM_NO_SECTION) add(slots, plan, view, line, at, at + n + 2, at + 1, at + 1 + n, section, family);
  return n + 2;
}

/* 附件2 */
static size_t attachment(const gm_slots *slots, const targets *all, gm_plan *plan, const gm_view *view, uint32_t line,
                         size_t at) {
  size_t word = gm_view_match(view, at, "附件");
  int32_t number;
  size_t n = word ? gm_numeral_ordinal(view, at + word, &number) : 0;
  if (!n) return 0;
  gm_position where = {line, view->raw_at[at]};
  if (is_marker(slots->view->outline, where)) return word + n;
  uint32_t section = resolve(slots, all, GM_FAMILY_ATTACHMENT, number, where, GM_NO_SECTION);
  if (section != GM_NO_SECTION)
    add(slots, plan, view, line, at, at + word + n, at + word, at + word + n, section, GM_FAMILY_ARABIC);
  return word + n;
}

/* A line of contents: a marker that is no section's, with the number and the title of one. */
static void contents(const gm_slots *slots, const targets *all, gm_plan *plan, const gm_view *view, uint32_t line) {
  const gm_markers *marks = &slots->view->draft->markers[line];
  if (!marks->count || is_marker(slots->view->outline, (gm_position){line, marks->items[0].byte})) return;
  const gm_marker *m = &marks->items[0];
  for (size_t i = first_target(all, m->family, m->number); is_target(all, i, m->family, m->number); i++) {
    const gm_section *s = &slots->view->outline->sections.items[all->list.items[i].section];
    const gm_markers *own = &slots->view->draft->markers[s->start.line];
    if (!own->count || own->items[0].byte != s->start.byte || own->items[0].hash != m->hash) continue;
    size_t start, end;
    gm_text marker = {view->raw.ptr + m->byte, m->end - m->byte};
    if (!gm_marker_numeral(marker, (gm_family)m->family, &start, &end)) return;
    size_t from = gm_view_find(view, m->byte), to = gm_view_find(view, m->end);
    add(slots, plan, view, line, from, to, gm_view_find(view, m->byte + (uint32_t)start),
        gm_view_find(view, m->byte + (uint32_t)end), all->list.items[i].section, (gm_family)m->family);
    return;
  }
}

void gm_list_stale(const gm_slots *slots, gm_plan *plan) {
  const gm_outline *o = slots->view->outline;
  targets all = {{0}};
  bool changes = false;
  for (uint32_t i = 0; i < o->sections.count; i++) {
    const gm_section *s = &o->sections.items[i];
    if (s->number <= 0) continue;
    const gm_slot *slot = &slots->list.items[slots->slot_of.items[i]];
    changes |= slot->number != s->number;
    *gm_push(&all.list) = (target){i, s->number, s->family};
  }
  if (changes) {
    qsort(all.list.items, all.list.count, sizeof(target), compare);
    gm_view view = {0};
    for (uint32_t line = 0; line < slots->view->draft->count; line++) {
      if (!slots->view->draft->classes[line].keep) continue;
      gm_view_make(&view, slots->view->draft->lines[line], slots->view->pinyin);
      contents(slots, &all, plan, &view, line);
      uint32_t under = GM_NO_SECTION;
      size_t under_end = 0; /* where the article's name ends */
      for (size_t i = 0; i < view.count; i++) {
        size_t taken = 0;
        if (i != under_end) under = GM_NO_SECTION;
        if (view.cls[i] & GM_IN_TITLE) continue;
        if (view.cp[i] == 0x7B2C)
          taken = ordinal(slots, &all, plan, &view, line, i, &under), under_end = i + taken;
        else if (view.cp[i] == 0xFF08)
          taken = bracket(slots, &all, plan, &view, line, i);
        else if (view.cp[i] == 0x9644)
          taken = attachment(slots, &all, plan, &view, line, i);
        if (taken) i += taken - 1;
      }
    }
    gm_view_free(&view);
  }
  gm_array_free(&all.list);
}
