/* What looks like sections and is none: tables of contents, lists of attachments, footnotes. */
#include "outline/join.h"

#define ENTRY_CHARS 60u /* a longer line is no entry of a table of contents */
#define BLOCK_MIN   3u  /* entries without body between them that make a block */

static gm_candidate *first_of(gm_join *join, size_t p) {
  const gm_paragraph *para = &join->paragraphs.items[p];
  return para->count ? &join->candidates.items[para->first] : NULL;
}

static void kill_paragraph(gm_join *join, size_t p) {
  const gm_paragraph *para = &join->paragraphs.items[p];
  for (uint32_t i = 0; i < para->count; i++) join->candidates.items[para->first + i].role = GM_ROLE_DEAD;
}

/* Could paragraph p be a line of contents: a marker or short text, and nothing run in? */
static bool is_entry(gm_join *join, size_t p) {
  const gm_candidate *c = first_of(join, p);
  if (!c || c->role == GM_ROLE_DEAD || join->paragraphs.items[p].chars > ENTRY_CHARS) return false;
  if (c->mark->family == GM_FAMILY_NONE) return true;
  if (gm_class_of(join->draft->looks[c->line].last) & (GM_STOP | GM_PAUSE) && !(c->mark->flags & GM_MARK_LEADER))
    return false;
  return gm_opens_line(c) && c->mark->flags & (GM_MARK_OWN | GM_MARK_LEADER) && c->mark->family != GM_FAMILY_LABEL;
}

static bool same_entry(const gm_candidate *a, const gm_candidate *b) {
  if (a->mark->family != b->mark->family) return false;
  return a->mark->family == GM_FAMILY_NONE ? a->mark->hash == b->mark->hash
                                           : a->key == b->key && a->number == b->number;
}

/* A contents line that disagrees with the section of its number. */
static void compare(gm_join *join, const gm_candidate *entry, const gm_candidate *section) {
  if (entry->mark->hash == section->mark->hash || entry->mark->flags & GM_MARK_BARE) return;
  gm_fault *fault = gm_join_fault(join, GM_FAULT_CONTENTS, entry, section, entry->number);
  fault->end.byte = entry->mark->title_end;
  fault->other_end.byte = section->mark->title_end;
}

/* Lines [first, last) of contents against the body behind them: walks the two in step at the contents' own level. */
static void compare_block(gm_join *join, size_t first, size_t last) {
  const gm_candidate *top = first_of(join, first);
  if (top->mark->family == GM_FAMILY_NONE) return;
  uint32_t next = GM_NONE; /* the first candidate of the contents' own level behind the block */
  for (size_t p = first; p < last; p++)
    if (first_of(join, p)->key == top->key) next = first_of(join, p)->next;
  size_t agreed = 0, entries = 0;
  for (int pass = 0; pass < 2; pass++) {
    uint32_t at = next;
    for (size_t p = first; p < last; p++) {
      const gm_candidate *entry = first_of(join, p);
      if (entry->key != top->key) continue;
      if (at == GM_NONE || join->candidates.items[at].number != entry->number) return;
      const gm_candidate *section = &join->candidates.items[at];
      if (pass) compare(join, entry, section);
      agreed += section->mark->hash == entry->mark->hash;
      entries++;
      at = section->next;
    }
    if (agreed * 2 < entries) return; /* two different lists */
  }
}

static void kill_block(gm_join *join, size_t first, size_t last) {
  for (size_t p = first; p < last; p++) kill_paragraph(join, p);
}

/* The block under a line 目录, up to the line that begins the body: the first entry's number comes again. */
static size_t under_contents(gm_join *join, size_t p) {
  size_t first = p + 1, q = first;
  while (q < join->paragraphs.count && is_entry(join, q)) {
    const gm_candidate *c = first_of(join, q), *top = first_of(join, first);
    if (q > first && same_entry(c, top)) break;
    bool plain = c->mark->family == GM_FAMILY_NONE && !(c->mark->flags & GM_MARK_LEADER);
    if (plain && top->mark->family != GM_FAMILY_NONE) break; /* numbered contents end where a title stands */
    q++;
  }
  first_of(join, p)->soft = true;
  if (q - first < 2) return p + 1;
  compare_block(join, first, q);
  kill_paragraph(join, p);
  kill_block(join, first, q);
  return q;
}

static uint32_t triple(const gm_candidate *c) { return (c->mark->hash * 31 + (uint32_t)c->number) * 31 + c->key; }

/* Open addressing over candidate indexes plus one: the last candidate of each key, number and title. */
static void fill_table(gm_join *join) {
  size_t size = 64;
  while (size < join->candidates.count * 2) size *= 2;
  gm_reserve(&join->table, size);
  join->table.count = size;
  memset(join->table.items, 0, size * sizeof *join->table.items);
  for (size_t i = 0; i < join->candidates.count; i++) {
    const gm_candidate *c = &join->candidates.items[i];
    if (!gm_opens_line(c)) continue;
    size_t at = triple(c) & (size - 1);
    while (join->table.items[at] && triple(&join->candidates.items[join->table.items[at] - 1]) != triple(c))
      at = (at + 1) & (size - 1);
    join->table.items[at] = (uint32_t)i + 1;
  }
}

static bool recurs(const gm_join *join, const gm_candidate *c, uint32_t after) {
  size_t size = join->table.count, at = triple(c) & (size - 1);
  while (join->table.items[at]) {
    const gm_candidate *last = &join->candidates.items[join->table.items[at] - 1];
    if (triple(last) == triple(c)) return last->para >= after;
    at = (at + 1) & (size - 1);
  }
  return false;
}

/* A run of entries without body: leaders, or titles that most come again behind the block. */
static size_t entry_block(gm_join *join, size_t p, bool *have_table) {
  size_t q = p, leaders = 0, numbered = 0;
  while (q < join->paragraphs.count && is_entry(join, q)) {
    const gm_candidate *c = first_of(join, q);
    if (q > p && same_entry(c, first_of(join, p))) break;
    bool unnumbered = c->mark->family == GM_FAMILY_NONE || c->mark->family == GM_FAMILY_ATTACHMENT;
    if (unnumbered && !(c->mark->flags & GM_MARK_LEADER)) break;
    leaders += (c->mark->flags & GM_MARK_LEADER) != 0;
    numbered += c->mark->family != GM_FAMILY_NONE;
    q++;
  }
  if (leaders >= 2 && leaders * 2 >= q - p) {
    if (numbered) compare_block(join, p, q);
    kill_block(join, p, q);
    return q;
  }
  if (q - p < BLOCK_MIN || numbered < BLOCK_MIN) return q > p ? q : p + 1;
  if (!*have_table) fill_table(join);
  *have_table = true;
  size_t again = 0;
  for (size_t k = p; k < q; k++)
    if (gm_opens_line(first_of(join, k))) again += recurs(join, first_of(join, k), (uint32_t)q);
  if (again * 3 >= numbered * 2) {
    compare_block(join, p, q);
    kill_block(join, p, q);
  }
  return q > p ? q : p + 1;
}

/* 附件：1.… and the lines 2.… behind it; 附件1：… 附件2：… on lines of their own. */
static size_t attachment_list(gm_join *join, size_t p) {
  gm_candidate *c = first_of(join, p);
  bool doubt = c->mark->flags & GM_MARK_DOUBT, list = c->mark->flags & GM_MARK_LIST;
  int32_t number = doubt ? c->number : 0;
  size_t q = p + 1;
  if (list) {
    for (; q < join->paragraphs.count; q++) {
      const gm_candidate *next = first_of(join, q);
      if (!next || next->mark->family != GM_FAMILY_ARABIC || next->number != number + 1) break;
      number++;
    }
    if (q > p + 1 || (doubt && c->mark->end - c->mark->byte <= 6)) { /* 6 bytes: 附件 without its own number */
      kill_block(join, p, q);
      return q;
    }
  }
  if (!doubt) return p + 1;
  for (; q < join->paragraphs.count; q++) {
    const gm_candidate *next = first_of(join, q);
    if (!next || next->mark->family != GM_FAMILY_ATTACHMENT || next->number != c->number + (int32_t)(q - p)) break;
  }
  bool alone = q == p + 1 && q < join->paragraphs.count && p && join->paragraphs.items[p].chars <= GM_LONG_CHARS &&
               join->paragraphs.items[p].line > join->paragraphs.items[p - 1].line + 1;
  if (!alone) kill_block(join, p, q);
  return q;
}

/* A sign of one code point that follows text is a footnote's: the lines that open with it are notes. */
static void kill_footnotes(gm_join *join) {
  bool noted[8] = {false};
  for (size_t i = 0; i < join->candidates.count; i++) {
    gm_candidate *c = &join->candidates.items[i];
    if (c->mark->family != GM_FAMILY_CIRCLED) continue;
    bool item = i + 1 < join->candidates.count && c[1].line == c->line && c[1].key == c->key;
    bool behind_text = !(c->mark->flags & (GM_MARK_STOP | GM_MARK_PAUSE));
    if (behind_text && (c->mark->flags & GM_MARK_DOUBT || !item)) noted[c->mark->style & 7] = true;
    if (c->mark->flags & GM_MARK_LINE && noted[c->mark->style & 7]) c->role = GM_ROLE_DEAD;
  }
}

void gm_join_contents(gm_join *join) {
  bool have_table = false;
  for (size_t p = 0; p < join->paragraphs.count;) {
    const gm_candidate *c = first_of(join, p);
    if (!c || c->role == GM_ROLE_DEAD)
      p++;
    else if (c->mark->family == GM_FAMILY_NONE && c->mark->flags & GM_MARK_LIST)
      p = under_contents(join, p);
    else if (c->mark->family == GM_FAMILY_ATTACHMENT)
      p = attachment_list(join, p);
    else if (is_entry(join, p))
      p = entry_block(join, p, &have_table);
    else
      p++;
  }
  kill_footnotes(join);
}
