/* Lays the candidates of the kept lines flat, in order, with links to the next of their kind. */
#include "outline/join.h"

int gm_family_rank(unsigned family) {
  switch (family) {
    case GM_FAMILY_PART: return 1;
    case GM_FAMILY_CHAPTER: return 2;
    case GM_FAMILY_CLAUSE_SECTION: return 3;
    case GM_FAMILY_ARTICLE: return 4;
    case GM_FAMILY_CAPITAL: return 5;
    case GM_FAMILY_HAN: return 6;
    case GM_FAMILY_HAN_PAREN: return 7;
    case GM_FAMILY_ARABIC: return 8;
    case GM_FAMILY_ARABIC_PAREN:
    case GM_FAMILY_ARABIC_HALF: return 9;
    case GM_FAMILY_CIRCLED: return 10;
    default: return 0;
  }
}

static bool is_text(const gm_line_class *cls) {
  return cls->keep && (cls->kind == GM_LINE_PROSE || (cls->kind == GM_LINE_META && cls->fields & GM_FIELD_TITLE));
}

static uint16_t key_of(const gm_marker *m) {
  if (m->family == GM_FAMILY_DECIMAL) return gm_key(m->family, m->depth);
  if (m->family == GM_FAMILY_NONE) return gm_key(m->family, m->depth);
  return gm_key(m->family, m->style);
}

void gm_join_lay(gm_join *join, const gm_draft *draft) {
  join->draft = draft;
  join->candidates.count = join->paragraphs.count = 0;
  gm_reserve(&join->words, draft->count + 1);
  join->words.count = draft->count + 1;
  uint32_t words = 0;
  for (size_t i = 0; i < draft->count; i++) {
    const gm_line_class *cls = &draft->classes[i];
    join->words.items[i] = words;
    if (cls->keep) words += draft->looks[i].words;
    if (!is_text(cls)) continue;
    gm_paragraph *p = gm_push(&join->paragraphs);
    p->line = (uint32_t)i;
    p->first = (uint32_t)join->candidates.count;
    p->chars = draft->looks[i].chars;
    p->meta = cls->kind == GM_LINE_META;
    const gm_markers *marks = &draft->markers[i];
    for (uint32_t k = 0; k < marks->count; k++) {
      const gm_marker *m = &marks->items[k];
      if (p->meta && m->family != GM_FAMILY_NONE) continue;
      gm_candidate *c = gm_push(&join->candidates);
      c->mark = m;
      c->line = (uint32_t)i;
      c->para = (uint32_t)join->paragraphs.count - 1;
      c->before = c->next = c->tail = GM_NONE;
      c->number = m->number;
      c->key = key_of(m);
    }
    p->count = (uint32_t)join->candidates.count - p->first;
  }
  join->words.items[draft->count] = words;
}

/* Joins （⏎三）, （三⏎） and 二⏎、 : the head takes the number and the title, the tail dies. */
void gm_join_mend(gm_join *join) {
  for (size_t p = 0; p + 1 < join->paragraphs.count; p++) {
    const gm_paragraph *here = &join->paragraphs.items[p], *next = here + 1;
    if (!here->count || !next->count || next->line != here->line + 1) continue;
    gm_candidate *head = &join->candidates.items[here->first + here->count - 1];
    gm_candidate *tail = &join->candidates.items[next->first];
    bool paren = head->mark->flags & GM_MARK_TORN && tail->mark->flags & GM_MARK_TAIL &&
                 tail->mark->family == GM_FAMILY_HAN_PAREN && (head->number == 0) != (tail->number == 0);
    bool bare = head->mark->family == GM_FAMILY_HAN && head->mark->flags & GM_MARK_BARE && tail->mark->number == 0 &&
                tail->mark->family == GM_FAMILY_HAN && tail->mark->flags & GM_MARK_TAIL;
    if (!paren && !bare) continue;
    if (!head->number) head->number = tail->number;
    head->tail = next->first;
    tail->role = GM_ROLE_DEAD;
  }
  for (size_t i = 0; i < join->candidates.count; i++) {
    gm_candidate *c = &join->candidates.items[i];
    if (c->mark->flags & GM_MARK_TORN && c->tail == GM_NONE) c->role = GM_ROLE_DEAD;
    if (c->number == 0 && c->mark->family != GM_FAMILY_NONE && c->mark->family != GM_FAMILY_ATTACHMENT &&
        c->mark->family != GM_FAMILY_LABEL)
      c->role = GM_ROLE_DEAD;
  }
}

/* May it be the next of those before it? 1.5亿 and 一、二、三产业 only where the number after theirs comes next. */
static bool may_be_next(const gm_join *join, const gm_candidate *c) {
  if (!gm_opens_line(c) || c->role != GM_ROLE_OPEN) return false;
  if ((c->mark->flags & (GM_MARK_DOUBT | GM_MARK_WEAK)) != (GM_MARK_DOUBT | GM_MARK_WEAK)) return true;
  return c->number > 1 && c->next != GM_NONE && join->candidates.items[c->next].number == c->number + 1;
}

void gm_join_link(gm_join *join) {
  uint32_t next[GM_KEY_COUNT];
  memset(next, 0xFF, sizeof next);
  for (size_t i = join->candidates.count; i-- > 0;) {
    gm_candidate *c = &join->candidates.items[i];
    c->next = next[c->key];
    bool second = i && c[-1].line == c->line && c[-1].mark->byte == c->mark->byte; /* 2.1 read as 2. */
    if (may_be_next(join, c) && !second) next[c->key] = (uint32_t)i;
  }
}
