/* The join: runs the passes, writes the sections and measures them. */
#include "outline/outline.h"

#include <stdlib.h>

#include "outline/join.h"

static gm_section_kind kind_of(const gm_candidate *c) {
  switch (c->role) {
    case GM_ROLE_TITLE: return GM_SECTION_TITLE;
    case GM_ROLE_HEADING: return GM_SECTION_HEADING;
    case GM_ROLE_LABEL: return GM_SECTION_LABEL;
    case GM_ROLE_INLINE: return GM_SECTION_INLINE;
    default: return c->mark->family == GM_FAMILY_ARTICLE ? GM_SECTION_ARTICLE : GM_SECTION_NUMBERED;
  }
}

static gm_family family_of(const gm_candidate *c) {
  if (c->role != GM_ROLE_INLINE || c->mark->family >= GM_FAMILY_IS) return (gm_family)c->mark->family;
  return c->mark->family == GM_FAMILY_HAN ? GM_FAMILY_INLINE_HAN : GM_FAMILY_INLINE_PAREN;
}

static bool is_section(const gm_candidate *c) { return c->role >= GM_ROLE_LINE && c->role != GM_ROLE_TITLE_MORE; }

/* Where the title ends: at its own stop, at the next inline item of the line, or on a later line of a wrapped title. */
static void set_title(gm_section *s, const gm_join *join, uint32_t index) {
  const gm_candidate *c = &join->candidates.items[index];
  s->title = (gm_position){c->line, c->mark->title};
  s->title_end = (gm_position){c->line, c->mark->title_end};
  if (c->tail != GM_NONE) {
    const gm_candidate *tail = &join->candidates.items[c->tail];
    s->title = (gm_position){tail->line, tail->mark->title};
    s->title_end = (gm_position){tail->line, tail->mark->title_end};
  } else if (c->role == GM_ROLE_TITLE) {
    for (uint32_t i = index + 1; i < join->candidates.count && join->candidates.items[i].para - c->para <= GM_REACH;
         i++) {
      const gm_candidate *more = &join->candidates.items[i];
      if (more->role == GM_ROLE_TITLE_MORE)
        s->title_end = (gm_position){more->line, more->mark->title_end};
      else if (more->mark->flags & GM_MARK_LINE)
        break;
    }
  } else if (c->mark->flags & GM_MARK_BARE && c->role == GM_ROLE_LINE && c->para + 1 < join->paragraphs.count) {
    const gm_paragraph *next = &join->paragraphs.items[c->para + 1]; /* （三） alone, its title on the next line */
    const gm_candidate *below = next->count ? &join->candidates.items[next->first] : NULL;
    if (below && below->mark->family == GM_FAMILY_NONE && below->role == GM_ROLE_OPEN) {
      s->title = (gm_position){below->line, below->mark->title};
      s->title_end = (gm_position){below->line, below->mark->title_end};
    }
  }
}

static void write_sections(gm_join *join) {
  gm_outline *o = join->outline;
  uint32_t *of = NULL;
  gm_reserve(&join->table, join->candidates.count + 1);
  of = join->table.items; /* section of each candidate */
  uint8_t open = 0;       /* level of the innermost line-level section */
  for (uint32_t i = 0; i < join->candidates.count; i++) {
    const gm_candidate *c = &join->candidates.items[i];
    of[i] = GM_NO_SECTION;
    if (!is_section(c)) continue;
    of[i] = (uint32_t)o->sections.count;
    gm_section *s = gm_push(&o->sections);
    s->start = (gm_position){c->line, c->mark->byte};
    s->marker_end = c->mark->end;
    s->number = c->mark->family == GM_FAMILY_NONE ? 0 : c->number;
    s->kind = (uint8_t)kind_of(c);
    s->family = (uint8_t)family_of(c);
    s->soft = c->soft;
    s->previous = c->before == GM_NONE ? GM_NO_SECTION : of[c->before];
    if (c->role == GM_ROLE_INLINE) {
      s->level = (uint8_t)(open + 1);
    } else {
      s->level = c->level;
      open = c->level;
    }
    set_title(s, join, i);
    /* An item that begins inside the title of the one before it on the line ends that title. */
    if (o->sections.count > 1) {
      gm_section *before = s - 1;
      if (before->title_end.line == s->start.line && before->title_end.byte > s->start.byte &&
          before->kind != GM_SECTION_TITLE && before->kind != GM_SECTION_HEADING)
        before->title_end.byte = s->start.byte < before->title.byte ? before->title.byte : s->start.byte;
    }
  }
}

static uint32_t words_at(const gm_join *join, gm_position at, uint32_t in_line) {
  return join->words.items[at.line] +
         (at.line < join->draft->count && join->draft->classes[at.line].keep ? in_line : 0);
}

/* Ends, parents and words. Every section but an inline one runs on to the next of its level or an outer one. */
static void measure(gm_join *join) {
  gm_outline *o = join->outline;
  join->stack.count = 0;
  gm_position end = {(uint32_t)join->draft->count, 0};
  size_t n = o->sections.count;
  gm_reserve(&join->table, 2 * n + 2);
  uint32_t *before = join->table.items, *words = before + n + 1; /* words of the draft before each section's start */
  size_t s = 0;
  for (size_t i = 0; i < join->candidates.count; i++) {
    const gm_candidate *c = &join->candidates.items[i];
    if (!is_section(c)) continue;
    words[s] = words_at(join, (gm_position){c->line, 0}, c->mark->words);
    s++;
  }
  words[n] = join->words.items[join->draft->count];
  for (size_t i = 0; i <= n; i++) {
    uint8_t level = i < n ? o->sections.items[i].level : 0;
    while (join->stack.count) {
      uint32_t top = join->stack.items[join->stack.count - 1];
      gm_section *open = &o->sections.items[top];
      if (i < n && open->level < level) break;
      open->end = i < n ? o->sections.items[i].start : end;
      open->chars = words[i] - words[top];
      join->stack.count--;
    }
    if (i == n) break;
    o->sections.items[i].parent = join->stack.count ? join->stack.items[join->stack.count - 1] : GM_NO_SECTION;
    *gm_push(&join->stack) = (uint32_t)i;
  }
  /* Inline items: the last of a run ends with its paragraph; an item whose successor opens a later one, before that. */
  for (size_t i = n; i-- > 0;) before[i] = 0;
  for (size_t i = n; i-- > 0;) {
    gm_section *item = &o->sections.items[i];
    if (item->kind != GM_SECTION_INLINE) continue;
    if (item->previous != GM_NO_SECTION) before[item->previous] = (uint32_t)i + 1;
    bool opens = item->start.byte <= join->draft->looks[item->start.line].indent + 8; /* ** or <br> before it */
    bool goes_on = opens && before[i] && o->sections.items[before[i] - 1].start.line > item->start.line;
    gm_position stop = {item->start.line + 1, 0};
    if (goes_on || gm_position_compare(item->end, stop) <= 0) continue;
    item->end = stop;
    item->chars = join->words.items[stop.line] - words[i];
  }
}

static int compare_faults(const void *a, const void *b) {
  const gm_fault *x = a, *y = b;
  int order = gm_position_compare(x->at, y->at);
  return order ? order : (int)x->kind - (int)y->kind;
}

void gm_outline_join(gm_outline *outline, const gm_draft *draft) {
  if (!outline->scratch) {
    outline->scratch = gm_alloc(sizeof(gm_join));
    memset(outline->scratch, 0, sizeof(gm_join));
  }
  gm_join *join = outline->scratch;
  join->outline = outline;
  outline->sections.count = outline->faults.count = join->lists.count = 0;
  gm_join_lay(join, draft);
  gm_join_mend(join);
  gm_join_link(join);
  gm_join_contents(join);
  gm_join_link(join);
  gm_join_lists(join);
  gm_join_link(join);
  gm_join_titles(join);
  gm_join_headings(join);
  gm_join_tree(join);
  gm_join_runs(join);
  gm_join_misnumbered(join);
  write_sections(join);
  measure(join);
  if (outline->faults.count > 1) qsort(outline->faults.items, outline->faults.count, sizeof(gm_fault), compare_faults);
}

void gm_outline_free(gm_outline *outline) {
  gm_join *join = outline->scratch;
  if (join) {
    gm_array_free(&join->candidates);
    gm_array_free(&join->paragraphs);
    gm_array_free(&join->words);
    gm_array_free(&join->table);
    gm_array_free(&join->stack);
    gm_array_free(&join->lists);
    gm_array_free(&join->moves);
    free(join);
  }
  outline->scratch = NULL;
  gm_array_free(&outline->sections);
  gm_array_free(&outline->faults);
}

uint32_t gm_outline_at(const gm_outline *outline, gm_position at) {
  size_t low = 0, high = outline->sections.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (gm_position_compare(outline->sections.items[middle].start, at) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  uint32_t s = low ? (uint32_t)low - 1 : GM_NO_SECTION;
  while (s != GM_NO_SECTION && gm_position_compare(at, outline->sections.items[s].end) >= 0)
    s = outline->sections.items[s].parent;
  return s;
}

const char *gm_section_kind_name(gm_section_kind kind) {
  static const char *const names[] = {"title", "heading", "numbered", "inline", "article", "label"};
  return names[kind];
}
