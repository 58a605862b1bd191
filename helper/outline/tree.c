/* Line-level sections: which candidates count, the stack that gives their levels, and what is wrong with their order.
 */
#include "outline/join.h"

#define DEPTH_MAX  32u /* open sections; a deeper one is a sibling of the deepest */
#define LOOK_AHEAD 12u /* paragraphs in which a doubtful single finds its neighbour */
#define EXCERPT    3u  /* gaps from which on a list is an excerpt, not a slip */

/* An open list: the section that was last opened of one family at one level. */
typedef struct open_list {
  uint16_t key;
  uint8_t level;
  int32_t last, missing; /* the last number; the first number of the last gap, 0 when none */
  uint32_t item;         /* candidate of the last item */
  uint32_t list;         /* index into join->moves */
  uint32_t path;
  bool faulty; /* the last step was at fault */
  bool headed; /* of headings and labels: there was a heading */
} open_list;

/* What a family did before in this document: to tell restart from continuous numbering. */
typedef struct family_memory {
  int32_t last;
  uint32_t item, continued, restarted;
} family_memory;

typedef struct tree {
  gm_join *join;
  open_list stack[DEPTH_MAX];
  size_t depth;
  uint32_t list_count;
  uint32_t labels;     /* different 【labels】 of the draft that have text */
  uint32_t left_label; /* one more than the depth at which a list stands whose 【label】 was left, 0 when none */
  bool labels_hold;    /* numbered lists begin anew under each 【label】 */
  family_memory memory[GM_KEY_COUNT];
} tree;

gm_fault *gm_join_fault(gm_join *join, gm_fault_kind kind, const gm_candidate *at, const gm_candidate *other,
                        int32_t expected) {
  gm_fault *f = gm_push(&join->outline->faults);
  f->at = (gm_position){at->line, at->mark->byte};
  f->end = (gm_position){at->line, at->mark->end};
  f->other = (gm_position){other->line, other->mark->byte};
  f->other_end = (gm_position){other->line, other->mark->end};
  f->expected = expected;
  f->found = at->number;
  f->kind = (uint8_t)kind;
  f->family = at->mark->family;
  f->is_inline = at->mark->family >= GM_FAMILY_IS;
  *gm_push(&join->lists) = GM_NONE;
  return f;
}

static const gm_candidate *item(const tree *t, uint32_t i) { return &t->join->candidates.items[i]; }

static open_list *find(tree *t, uint16_t key) {
  for (size_t i = t->depth; i-- > 0;)
    if (t->stack[i].key == key) return &t->stack[i];
  return NULL;
}

/* Is the next of its key the next number, and near enough to vouch for it? */
static bool next_fits(const tree *t, const gm_candidate *c) {
  uint32_t next = c->next;
  while (next != GM_NONE && item(t, next)->mark->flags & GM_MARK_AGAIN && item(t, next)->number == c->number)
    next = item(t, next)->next; /* 第十条之一 */
  return next != GM_NONE && item(t, next)->number == c->number + 1;
}

/* Decimals go by their parts: 2.3 follows 2.2, 3.1 follows 3. or any 2.x. */
static bool decimal_counts(tree *t, const gm_candidate *c) {
  const open_list *open = find(t, c->key);
  if (open && open->path == c->mark->path && c->number > open->last && c->number <= open->last + GM_GAP_MAX)
    return true;
  if (c->number != 1 && !(c->number == 0)) {
    /* a start above 1, or a gap: only with a successor */
    return next_fits(t, c) && item(t, c->next)->mark->path == c->mark->path && (!open || open->path == c->mark->path);
  }
  if (next_fits(t, c) && item(t, c->next)->mark->path == c->mark->path) return true;
  int32_t parent = (int32_t)(c->mark->path & 1023);
  for (size_t i = t->depth; i-- > 0;) {
    unsigned family = gm_key_family(t->stack[i].key);
    if (family == GM_FAMILY_DECIMAL || family == GM_FAMILY_ARABIC || family == GM_FAMILY_CHAPTER ||
        family == GM_FAMILY_HAN || family == GM_FAMILY_PART)
      if (t->stack[i].last == parent) return true;
  }
  return open && (open->path + 1) == c->mark->path;
}

/* Does the candidate stand right below the line that opens a section? Then it may be an only child. */
static bool below_section(const tree *t, const gm_candidate *c) {
  if (!t->depth || !c->para) return false;
  const gm_paragraph *above = &t->join->paragraphs.items[c->para - 1];
  return above->count && t->join->candidates.items[above->first].role == GM_ROLE_LINE;
}

/* The candidate that opens paragraph p when it is a bare number with its title: 1 总则, not 5 月底前; else NULL. */
static const gm_candidate *bare_number(const gm_join *join, size_t p, uint16_t key) {
  const gm_paragraph *para = &join->paragraphs.items[p];
  const gm_candidate *c = para->count ? &join->candidates.items[para->first] : NULL;
  return c && c->key == key && c->mark->flags & GM_MARK_BLANK && !(c->mark->flags & GM_MARK_DOUBT) ? c : NULL;
}

/* 1 水泵⏎2 阀门: is it a row of a table? */
static bool is_row(const gm_join *join, const gm_candidate *c) {
  if (c->para + 1 < join->paragraphs.count && bare_number(join, c->para + 1, c->key)) return true;
  const gm_candidate *above = c->para ? bare_number(join, c->para - 1, c->key) : NULL;
  return above && above->role != GM_ROLE_LINE && above->number + 1 == c->number;
}

/* Is the first decimal below 1 总则 its own 1.1? */
static bool leads_decimals(const gm_join *join, const gm_candidate *c) {
  for (size_t p = c->para + 1; p < join->paragraphs.count && p <= c->para + LOOK_AHEAD; p++) {
    const gm_paragraph *para = &join->paragraphs.items[p];
    const gm_candidate *below = para->count ? &join->candidates.items[para->first] : NULL;
    if (below && below->mark->family == GM_FAMILY_DECIMAL && below->role == GM_ROLE_OPEN)
      return below->mark->depth == 2 && below->mark->path == (uint32_t)c->number && below->number == 1;
    if (bare_number(join, p, c->key)) return false;
  }
  return false;
}

/* 1 总则: a body below it, a finished line above it, its decimals or a neighbour. */
static bool bare_number_counts(const tree *t, const gm_candidate *c, bool prev, bool next) {
  const gm_paragraph *para = &t->join->paragraphs.items[c->para];
  if (!(c->mark->flags & GM_MARK_OWN)) return false;
  if (c->para && para[-1].line + 1 == c->line && para[-1].chars >= GM_LONG_CHARS &&
      !(gm_class_of(t->join->draft->looks[para[-1].line].last) & GM_PUNCT))
    return false;
  if (leads_decimals(t->join, c)) return true;
  if (c->mark->flags & GM_MARK_DOUBT) return prev && next;
  return (prev || (next && c->number == 1)) && !is_row(t->join, c);
}

/* （1） （2） 3）: does the item go on a list of （1）, with half of its bracket lost, and none of 1）? */
static bool lost_a_bracket(tree *t, const gm_candidate *c) {
  const open_list *whole = find(t, gm_key(GM_FAMILY_ARABIC_PAREN, 0)),
                  *half = find(t, gm_key(GM_FAMILY_ARABIC_HALF, 0));
  return whole && whole->last + 1 == c->number && !(half && half->last + 1 == c->number);
}

/* Does a line-opening candidate count as a section? */
static bool counts(tree *t, uint32_t index) {
  const gm_candidate *c = item(t, index);
  const gm_marker *m = c->mark;
  unsigned family = m->family;
  const open_list *open = find(t, c->key);
  bool prev = open && c->number == open->last + 1, next = next_fits(t, c);
  bool near = open && c->number >= open->last - 1 && c->number <= open->last + GM_GAP_MAX;
  if (family == GM_FAMILY_DECIMAL) return decimal_counts(t, c);
  if (family == GM_FAMILY_ARABIC_PAREN && m->flags & GM_MARK_TAIL) return lost_a_bracket(t, c);
  if (family == GM_FAMILY_ARABIC_HALF && lost_a_bracket(t, c)) return false; /* its second reading counts */
  if (m->flags & GM_MARK_BLANK) return bare_number_counts(t, c, prev, next);
  if (m->flags & GM_MARK_DOUBT) return m->flags & GM_MARK_WEAK ? prev && next : prev || (c->number == 1 && next);
  if (m->flags & GM_MARK_WEAK) {
    if (family == GM_FAMILY_CHAPTER || family == GM_FAMILY_CLAUSE_SECTION || family == GM_FAMILY_PART)
      return m->flags & GM_MARK_OWN && (prev || next || c->number == 1);
    if (family == GM_FAMILY_ARTICLE) return prev || next || (open && m->flags & GM_MARK_AGAIN);
    bool sign = family == GM_FAMILY_CAPITAL || family == GM_FAMILY_STEM || family == GM_FAMILY_STEM_PAREN ||
                family == GM_FAMILY_LETTER || family == GM_FAMILY_ROMAN;
    return prev || (next && c->number == 1) || (next && open && c->number == open->last + 2) || (sign && near);
  }
  switch (family) {
    case GM_FAMILY_ARABIC:
    case GM_FAMILY_ARABIC_HALF:
    case GM_FAMILY_ARABIC_PAREN:
    case GM_FAMILY_CIRCLED: return prev || next || near || (c->number == 1 && below_section(t, c));
    default: break;
  }
  if (open && c->number > open->last + GM_GAP_MAX && !next) return false;
  return true;
}

static bool is_heading_key(uint16_t key) {
  unsigned family = gm_key_family(key);
  return family == GM_FAMILY_NONE || family == GM_FAMILY_LABEL;
}

/* Pops what a marker of this family closes without being its sibling. */
static void close_inner(tree *t, unsigned family) {
  int rank = gm_family_rank(family);
  if (family >= GM_FAMILY_PART && family <= GM_FAMILY_CLAUSE_SECTION) {
    while (t->depth) {
      uint16_t top = t->stack[t->depth - 1].key;
      int top_rank = gm_family_rank(gm_key_family(top));
      if (is_heading_key(top) || (top_rank && top_rank <= rank)) break;
      t->depth--;
    }
  } else if (family == GM_FAMILY_HAN) { /* 一、 stands above （一） 1. （1）, whatever came first */
    while (t->depth) {
      int top_rank = gm_family_rank(gm_key_family(t->stack[t->depth - 1].key));
      if (top_rank <= rank) break;
      t->depth--;
    }
  }
}

/* The open list that the item continues, NULL when it begins a list of its own. */
static open_list *sibling(tree *t, const gm_candidate *c) {
  for (size_t i = t->depth; i-- > 0;) {
    open_list *list = &t->stack[i];
    if (list->key != c->key) continue;
    if (c->number != 1 || i + 1 == t->depth) return list;
    int rank = gm_family_rank(c->mark->family), top = gm_family_rank(gm_key_family(t->stack[t->depth - 1].key));
    if (rank && top && top < rank) return NULL; /* 1. again, but now under a （一） */
    return list;
  }
  return NULL;
}

static void move(tree *t, uint32_t list, bool fault) {
  if (list == GM_NONE) return;
  t->join->moves.items[2 * list]++;
  t->join->moves.items[2 * list + 1] += fault;
}

static void blame(tree *t, gm_fault_kind kind, uint32_t at, uint32_t other, int32_t expected, uint32_t list) {
  gm_join_fault(t->join, kind, item(t, at), item(t, other), expected);
  t->join->lists.items[t->join->lists.count - 1] = list;
}

/* The step from a list's last item to this one. */
static void step(tree *t, open_list *list, uint32_t index) {
  const gm_candidate *c = item(t, index);
  int32_t n = c->number, last = list->last;
  bool bad = false;
  if (n == last + 1 || n == 1 || n == 0 || c->mark->flags & GM_MARK_AGAIN || list->path != c->mark->path) {
    list->missing = 0;
  } else if (n == last) {
    if (!list->faulty) blame(t, GM_FAULT_DUPLICATE, index, list->item, last + 1, list->list);
    bad = true;
  } else if (n > last + 1) {
    if (n <= last + 1 + GM_GAP_MAX) {
      blame(t, GM_FAULT_GAP, index, list->item, last + 1, list->list);
      list->missing = last + 1;
    }
    bad = true;
  } else if (n == list->missing) { /* 一、三、二、: an order, not a gap */
    gm_fault *gap = NULL;
    for (size_t i = t->join->outline->faults.count; i-- > 0 && !gap;)
      if (t->join->lists.items[i] == list->list) gap = &t->join->outline->faults.items[i];
    if (gap && gap->kind == GM_FAULT_GAP) {
      gap->kind = GM_FAULT_ORDER;
      gap->other = (gm_position){c->line, c->mark->byte};
      gap->other_end = (gm_position){c->line, c->mark->end};
    }
    bad = true;
    move(t, list->list, bad);
    list->item = index;
    list->faulty = false;
    list->missing = 0;
    return; /* `last` stays: the next is expected behind the greater number */
  } else if (n == last - 1 && !next_fits(t, c)) {
    blame(t, GM_FAULT_DUPLICATE, index, list->item, last + 1, list->list);
    bad = true;
  }
  move(t, list->list, bad);
  list->faulty = bad;
  list->last = n;
  list->item = index;
  list->path = c->mark->path;
}

/* A list begins: continuous numbering may have a gap over the parents' border. */
static void begin(tree *t, uint32_t index) {
  const gm_candidate *c = item(t, index);
  family_memory *memory = &t->memory[c->key];
  if (memory->last && c->number == memory->last + 1 && c->number > 1) {
    memory->continued++;
  } else if (c->number == 1) {
    memory->restarted++;
  } else if (memory->continued > memory->restarted && c->number > memory->last + 1 &&
             c->number <= memory->last + 1 + GM_GAP_MAX) {
    blame(t, GM_FAULT_GAP, index, memory->item, memory->last + 1, GM_NONE);
  } else if (memory->continued > memory->restarted && c->number == memory->last) {
    blame(t, GM_FAULT_DUPLICATE, index, memory->item, memory->last + 1, GM_NONE);
  }
}

/* Has a 【label】 text behind it: in its paragraph, or below when it stands alone? */
static bool label_has_text(const gm_join *join, const gm_candidate *c) {
  const gm_paragraph *para = &join->paragraphs.items[c->para];
  if (c->mark->flags & GM_MARK_BARE) para += c->para + 1 < join->paragraphs.count;
  return para->chars >= GM_LONG_CHARS;
}

/* A 【label】 of the known words counts alone, another one with a second, different one. */
static bool label_counts(const gm_join *join, const gm_candidate *c, uint32_t distinct) {
  return c->mark->flags & GM_MARK_LIST || (distinct >= 2 && label_has_text(join, c));
}

static uint32_t label_hash(const gm_join *join, const gm_candidate *c) {
  uint32_t hash = 2166136261u;
  for (uint32_t i = c->mark->byte; i < c->mark->end; i++)
    hash = (hash ^ (uint8_t)join->draft->lines[c->line].ptr[i]) * 16777619u;
  return hash;
}

static uint32_t distinct_labels(const gm_join *join) {
  uint32_t first = 0, count = 0;
  for (size_t i = 0; i < join->candidates.count; i++) {
    const gm_candidate *c = &join->candidates.items[i];
    if (c->mark->family != GM_FAMILY_LABEL || c->mark->flags & GM_MARK_LIST) continue;
    if (!label_has_text(join, c)) continue;
    uint32_t hash = label_hash(join, c);
    if (count && hash == first) continue;
    if (!count++) first = hash;
  }
  return count;
}

/* 【做法】一、二、【成效】一、二、: does the list that begins here begin anew behind the next label? */
static bool begins_anew(const tree *t, uint32_t index) {
  const gm_candidate *first = item(t, index);
  bool behind = false;
  for (uint32_t i = index + 1; i < t->join->candidates.count; i++) {
    const gm_candidate *c = item(t, i);
    if (c->role == GM_ROLE_TITLE || c->mark->family == GM_FAMILY_ATTACHMENT) return false;
    if (c->mark->family == GM_FAMILY_LABEL)
      behind = behind || label_counts(t->join, c, t->labels);
    else if (behind && c->key == first->key && gm_opens_line(c) && c->role == GM_ROLE_OPEN)
      return c->number == 1;
  }
  return false;
}

/* 【摘要】 above 一、 is its sibling: a numbered list stands below a label only where each label has its own. */
static void leave_label(tree *t, uint32_t index) {
  const open_list *top = t->depth ? &t->stack[t->depth - 1] : NULL;
  if (!top || top->headed || item(t, top->item)->mark->family != GM_FAMILY_LABEL) return;
  if (find(t, item(t, index)->key)) return;
  t->labels_hold = t->labels_hold || begins_anew(t, index);
  if (!t->labels_hold) t->left_label = (uint32_t)t->depth--;
}

/* 【结语】 behind the last number is a sibling of the label left above the first; between two numbers it is not. */
static void return_to_label(tree *t) {
  if (!t->left_label || t->depth < t->left_label) return;
  if (!next_fits(t, item(t, t->stack[t->left_label - 1].item))) t->depth = t->left_label - 1;
}

static void enter(tree *t, uint32_t index, uint8_t role) {
  gm_candidate *c = &t->join->candidates.items[index];
  uint16_t key = c->key;
  c->role = role;
  close_inner(t, c->mark->family);
  if (role == GM_ROLE_LINE) leave_label(t, index);
  if (c->mark->family == GM_FAMILY_LABEL) return_to_label(t);
  open_list *list;
  if (role == GM_ROLE_HEADING || (role == GM_ROLE_LABEL && c->mark->family == GM_FAMILY_LABEL)) {
    key = c->mark->depth ? gm_key(GM_FAMILY_NONE, c->mark->depth) : gm_key(GM_FAMILY_NONE, 0);
    list = find(t, key);
    if (c->mark->depth)
      while (!list && t->depth && gm_key_family(t->stack[t->depth - 1].key) == GM_FAMILY_NONE &&
             (t->stack[t->depth - 1].key & 7) > (key & 7))
        t->depth--;
  } else {
    list = sibling(t, c);
  }
  family_memory *memory = &t->memory[key];
  if (list) {
    t->depth = (size_t)(list - t->stack) + 1;
    c->before = c->number == 1 || is_heading_key(key) ? GM_NONE : list->item;
    c->level = list->level;
    if (!is_heading_key(key)) {
      if (c->number == 1 && list->last >= 1) memory->restarted++;
      step(t, list, index);
    }
  } else {
    if (t->depth == DEPTH_MAX) t->depth--;
    list = &t->stack[t->depth];
    *list = (open_list){.key = key,
                        .level = (uint8_t)(t->depth + 1),
                        .last = c->number,
                        .item = index,
                        .list = t->list_count++,
                        .path = c->mark->path};
    *gm_push(&t->join->moves) = 0;
    *gm_push(&t->join->moves) = 0;
    c->level = list->level;
    if (!is_heading_key(key)) begin(t, index);
    c->before = memory->last && c->number == memory->last + 1 ? memory->item : GM_NONE;
    t->depth++;
  }
  list->headed = list->headed || role == GM_ROLE_HEADING;
  memory->last = c->number;
  memory->item = index;
}

/* A new document: nothing is open, and nothing is remembered. */
static void clear(tree *t) {
  t->depth = 0;
  t->left_label = 0;
  t->labels_hold = false;
  memset(t->memory, 0, sizeof t->memory);
}

/* …落实到位。三、关于选址问题: a title without a stop ends the line, as those of the list end theirs. */
static bool is_glued_heading(const tree *t, const gm_candidate *c, const open_list *open) {
  if (c->mark->family == GM_FAMILY_ARABIC || open->last + 1 != c->number) return false;
  if (!(c->mark->flags & GM_MARK_SENTENCE && c->mark->flags & GM_MARK_OWN)) return false;
  bool stops = gm_class_of(t->join->draft->looks[c->line].last) & GM_PUNCT;
  return !stops && item(t, open->item)->mark->flags & GM_MARK_OWN;
}

/* An item in mid-line that stands between line-level neighbours: …落实到位。二、强化… */
static bool glued(tree *t, const gm_candidate *c) {
  if (c->role == GM_ROLE_GLUED) return true;
  if (c->role != GM_ROLE_OPEN || c->mark->flags & (GM_MARK_LINE | GM_MARK_WEAK)) return false;
  if (c->mark->family != GM_FAMILY_HAN && c->mark->family != GM_FAMILY_HAN_PAREN && c->mark->family != GM_FAMILY_ARABIC)
    return false;
  if (!(c->mark->flags & GM_MARK_STOP)) return false;
  const open_list *open = find(t, c->key);
  if (!next_fits(t, c)) return open && is_glued_heading(t, c, open);
  if (c->number == 1) return !open && item(t, c->next)->para - c->para <= LOOK_AHEAD;
  return c->mark->flags & GM_MARK_SENTENCE && open && open->last + 1 == c->number;
}

/* Excerpts number as their source does: a list most of whose steps are at fault has none. */
static void pardon(gm_join *join) {
  size_t kept = 0;
  for (size_t i = 0; i < join->outline->faults.count; i++) {
    uint32_t list = join->lists.items[i];
    if (list != GM_NONE && join->moves.items[2 * list + 1] >= EXCERPT &&
        join->moves.items[2 * list + 1] * 2 >= join->moves.items[2 * list])
      continue;
    join->outline->faults.items[kept] = join->outline->faults.items[i];
    join->lists.items[kept++] = list;
  }
  join->outline->faults.count = join->lists.count = kept;
}

void gm_join_tree(gm_join *join) {
  tree t;
  memset(&t, 0, sizeof t);
  t.join = join;
  join->moves.count = 0;
  t.labels = distinct_labels(join);
  uint32_t line = GM_NONE; /* the line that has a line-level marker already: a second reading of it is not tried */
  for (uint32_t i = 0; i < join->candidates.count; i++) {
    gm_candidate *c = &join->candidates.items[i];
    if (c->role == GM_ROLE_DEAD || c->role == GM_ROLE_LOCAL || c->role == GM_ROLE_TITLE_MORE) continue;
    if (c->role == GM_ROLE_TITLE) {
      clear(&t);
    } else if (c->role == GM_ROLE_HEADING) {
      enter(&t, i, GM_ROLE_HEADING);
    } else if (c->mark->family == GM_FAMILY_ATTACHMENT) {
      clear(&t);
      c->role = GM_ROLE_LABEL;
    } else if (c->mark->family == GM_FAMILY_LABEL) {
      if (label_counts(join, c, t.labels)) enter(&t, i, GM_ROLE_LABEL);
    } else if (gm_opens_line(c) && c->role != GM_ROLE_GLUED) {
      if (c->line == line || !counts(&t, i)) continue;
      line = c->line;
      enter(&t, i, GM_ROLE_LINE);
      if (c->tail != GM_NONE) gm_join_fault(join, GM_FAULT_TORN, c, c, c->number);
      if (c->mark->flags & GM_MARK_WRONG) gm_join_fault(join, GM_FAULT_WRONG_GLYPH, c, c, c->number);
    } else if (glued(&t, c)) {
      const gm_candidate *before = i ? c - 1 : c;
      enter(&t, i, GM_ROLE_LINE);
      if (c->number > 1) gm_join_fault(join, GM_FAULT_GLUED, c, before->line == c->line ? before : c, c->number);
    }
  }
  pardon(join);
}
