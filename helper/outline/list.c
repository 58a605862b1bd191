/* Line markers that stand in running text: a list inside one paragraph, or items glued to the line before. */
#include "outline/join.h"

static bool is_form(const gm_candidate *c) {
  /* 3） as what is left of （3） is an item of lines, not of a paragraph. */
  if (c->mark->family == GM_FAMILY_ARABIC_PAREN && c->mark->flags & GM_MARK_TAIL) return false;
  return gm_is_listed(c->mark->family) && c->role == GM_ROLE_OPEN &&
         !(c->mark->flags & GM_MARK_DOUBT && !gm_opens_line(c));
}

/* The state of one key while a paragraph is read. */
typedef struct form_run {
  uint32_t para, first, last, length, plain; /* plain: items behind punctuation, the first aside */
} form_run;

/* Does it stand behind ；: behind a stop it may be a reference: （1）甲；（2）乙。（2）中所列… */
static bool goes_on(const gm_candidate *c) {
  return c->mark->flags & GM_MARK_STOP && !(c->mark->flags & GM_MARK_SENTENCE);
}

/* （二）中提到的…, （二）项所列…: is it spoken of? */
static bool refers(const gm_join *join, const gm_candidate *c) {
  static const char words[][4] = {"中", "所", "项", "的", "款", "条", "类", "和", "与", "、"};
  gm_text line = join->draft->lines[c->line];
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (c->mark->end + 3 <= line.len && !memcmp(line.ptr + c->mark->end, words[i], 3)) return true;
  return false;
}

/* Is it the next of the run? Where all stand behind punctuation, one that is left out does not end the run. */
static bool follows(const gm_join *join, const form_run *run, const gm_candidate *c) {
  int32_t last = join->candidates.items[run->last].number;
  if (c->number == last + 1) return true;
  if (c->number == last && last > 1)
    return goes_on(c) && goes_on(&join->candidates.items[run->last]) && !refers(join, c);
  return c->number == last + 2 && run->length >= 2 && run->plain + 1 >= run->length && c->mark->flags & GM_MARK_STOP;
}

/* Reports an item that is not the next of its run; one behind a number that came twice may count on from either. */
static void blame(gm_join *join, const form_run *run, uint32_t i) {
  const gm_candidate *c = &join->candidates.items[i], *before = &join->candidates.items[c->before];
  bool twice = c->before != run->first && join->candidates.items[before->before].number == before->number;
  if (c->number == before->number + 1 || (twice && c->number == before->number + 2)) return;
  gm_join_fault(join, c->number == before->number ? GM_FAULT_DUPLICATE : GM_FAULT_GAP, c, before, before->number + 1);
}

/* A run of a paragraph is over: a list of its own, or line-level items of which all but the first are glued. */
static void settle(gm_join *join, const form_run *run) {
  gm_candidate *items = join->candidates.items;
  const gm_candidate *last = &items[run->last];
  gm_candidate *first = &items[run->first];
  if (run->length < 2) return;
  /* （一）…附表中（二）规定的… refers; only three in a row without marks, in mid-line, are a list. */
  bool loose = run->plain + 1 < run->length;
  if (loose && (run->length < 3 || first->mark->flags & GM_MARK_LINE)) return;
  bool continued = last->next != GM_NONE && items[last->next].number == last->number + 1;
  bool opens = first->mark->flags & GM_MARK_LINE;
  bool begins = first->number == 1;
  if (!begins && !opens) return;
  gm_role role = continued || !begins ? GM_ROLE_GLUED : GM_ROLE_LOCAL;
  for (uint32_t i = run->last;; i = items[i].before) {
    if (role == GM_ROLE_LOCAL && i != run->first) blame(join, run, i);
    if (i != run->first || role == GM_ROLE_LOCAL || !opens) items[i].role = (uint8_t)role;
    items[i].linked = true;
    if (i == run->first) break;
  }
}

void gm_join_lists(gm_join *join) {
  form_run runs[GM_KEY_COUNT];
  for (size_t k = 0; k < GM_KEY_COUNT; k++) runs[k].para = GM_NONE;
  for (size_t p = 0; p < join->paragraphs.count; p++) {
    const gm_paragraph *para = &join->paragraphs.items[p];
    if (para->count < 2) continue;
    for (uint32_t i = para->first; i < para->first + para->count; i++) {
      gm_candidate *c = &join->candidates.items[i];
      if (!is_form(c)) continue;
      form_run *run = &runs[c->key];
      bool plain = c->mark->flags & (GM_MARK_STOP | GM_MARK_PAUSE);
      if (run->para == p && follows(join, run, c)) {
        c->before = run->last;
        run->last = i;
        run->length++;
        run->plain += plain;
      } else {
        if (run->para == p) settle(join, run);
        *run = (form_run){(uint32_t)p, i, i, 1, 0};
      }
    }
    for (uint32_t i = para->first; i < para->first + para->count; i++) {
      const gm_candidate *c = &join->candidates.items[i];
      form_run *run = &runs[c->key];
      if (run->para != p) continue;
      settle(join, run);
      run->para = GM_NONE;
    }
  }
}
