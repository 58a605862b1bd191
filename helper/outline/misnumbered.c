/* Numbers that their neighbours prove wrong: 五 六 一 八, and 八 where 二 and 三 follow. The passes before go by the
 * item ahead alone, to which 一 begins anew and a far number belongs to no list. */
#include "outline/join.h"

#define SURE_STEPS 2  /* items in order, one behind another, that make the one behind them a slip */
#define FAR_MOST   10 /* one sign in place of another: 九 for 三 */
#define SLIPS_MAX  2  /* in one scope; an excerpt numbers as its source does */

/* The last items of one key since its scope began. */
typedef struct window {
  uint32_t before, last;              /* candidates, GM_NONE where there is none */
  int32_t before_number, last_number; /* as they should be, where that was told */
  int32_t outer;                      /* of the same key, the number within which these began; 0 when none */
  uint32_t count;
  uint32_t ordered; /* items in order that end with `before` */
  uint32_t slips;
} window;

typedef struct windows {
  gm_join *join;
  window line[GM_KEY_COUNT]; /* of those that open lines, and of 一是 and its like */
  window local[GM_KEY_COUNT];
  uint32_t para; /* of the local ones */
} windows;

static const window none = {GM_NONE, GM_NONE, 0, 0, 0, 0, 0, 0};

static const gm_candidate *item(const windows *w, uint32_t i) { return &w->join->candidates.items[i]; }

static bool is_run(const gm_candidate *c) {
  unsigned family = c->mark->family;
  return family >= GM_FAMILY_IS && family < GM_FAMILY_ASPECT && family != GM_FAMILY_FIRST_NEXT &&
         family != GM_FAMILY_INLINE_HAN && family != GM_FAMILY_INLINE_PAREN;
}

static bool is_counted(const gm_candidate *c) {
  switch (c->mark->family) {
    case GM_FAMILY_HAN:
    case GM_FAMILY_HAN_PAREN:
    case GM_FAMILY_ARABIC:
    case GM_FAMILY_ARABIC_PAREN:
    case GM_FAMILY_ARABIC_HALF:
    case GM_FAMILY_CIRCLED: return true;
    default: return is_run(c);
  }
}

/* Does the candidate stand as an item does, whatever its number? */
static bool stands(const gm_candidate *c) {
  const uint16_t doubtful =
      GM_MARK_WEAK | GM_MARK_DOUBT | GM_MARK_BLANK | GM_MARK_AGAIN | GM_MARK_TAIL | GM_MARK_TORN | GM_MARK_LEADER;
  if (!is_counted(c) || c->number < 1 || c->tail != GM_NONE) return false;
  if (c->role == GM_ROLE_LINE || c->role == GM_ROLE_INLINE) return true;
  /* 第２条第（３）款: in mid-line half a bracket stands in references */
  bool half = c->mark->family == GM_FAMILY_ARABIC_HALF && !(c->mark->flags & GM_MARK_LINE);
  return c->role == GM_ROLE_OPEN && !half && !(c->mark->flags & doubtful) && c->mark->flags & GM_MARK_STOP;
}

static bool is_at(const gm_fault *fault, const gm_candidate *c) {
  return fault->at.line == c->line && fault->at.byte == c->mark->byte;
}

/* Takes back what was said of the order at a candidate: the slip explains it. */
static void forget(gm_join *join, const gm_candidate *c) {
  size_t kept = 0;
  for (size_t i = 0; i < join->outline->faults.count; i++) {
    const gm_fault *fault = &join->outline->faults.items[i];
    if (fault->kind <= GM_FAULT_ORDER && is_at(fault, c)) continue;
    join->lists.items[kept] = join->lists.items[i];
    join->outline->faults.items[kept++] = *fault;
  }
  join->outline->faults.count = join->lists.count = kept;
}

static bool was_told(const gm_join *join, const gm_candidate *c) {
  for (size_t i = join->outline->faults.count; i-- > 0;)
    if (is_at(&join->outline->faults.items[i], c)) return true;
  return false;
}

static void tell(windows *w, window *open, uint32_t at, uint32_t other, int32_t expected) {
  if (++open->slips > SLIPS_MAX) return;
  gm_join_fault(w->join, GM_FAULT_MISNUMBERED, item(w, at), item(w, other), expected);
}

/* 七是…八是…三是…, 一是…二是…九是…: the last of a scope goes back and begins nothing, or goes too far. */
static void close_scope(windows *w, window *open) {
  if (open->count > SURE_STEPS && open->ordered >= SURE_STEPS) {
    int32_t number = open->last_number, expected = open->before_number + 1;
    bool back = number > 1 && number + 2 < expected, far = number > expected + GM_GAP_MAX && number < FAR_MOST;
    if ((back || far) && number != open->outer + 1 && !was_told(w->join, item(w, open->last)))
      tell(w, open, open->last, open->before, expected);
  }
  *open = none;
}

static void take(windows *w, window *open, uint32_t index) {
  const int32_t number = item(w, index)->number;
  if (open->count) {
    const bool paired = open->before != GM_NONE;
    const int32_t expected = paired ? open->before_number + 1 : 1, last = open->last_number;
    const bool in_order = paired && last == expected, resumes = open->outer && number == open->outer + 1;
    if (resumes && number != last + 1) { /* 一、（二、 一、…五、）三、: back in the list that the inner one stood in */
      forget(w->join, item(w, index));
      *open = none;
    } else if (paired ? number == expected + 1 && last != expected : last > 2 && number == 2) {
      bool twice = paired && last == open->before_number && was_told(w->join, item(w, open->last));
      forget(w->join, item(w, index));
      if (!twice) { /* 二、二、四、 is told as it is */
        forget(w->join, item(w, open->last));
        tell(w, open, open->last, paired ? open->before : index, expected);
      }
      open->last_number = expected;
      open->ordered++;
    } else if (open->count == 2 && open->before_number == 2 && last == 2 && number == 3) { /* 二 二 三 */
      forget(w->join, item(w, open->last));
      tell(w, open, open->before, open->last, 1);
      open->ordered = 2;
    } else if (last == 1 && number == 2) { /* the 一 before it began a list anew */
      *open = (window){GM_NONE, open->last, 0, 1, paired ? open->before_number : 0, 1, 0, open->slips};
    } else if (number == 1 && paired && !in_order) {
      close_scope(w, open);
    } else {
      open->ordered = in_order ? open->ordered + 1 : 1;
    }
  }
  open->before = open->count ? open->last : GM_NONE;
  open->before_number = open->last_number;
  open->last = index;
  open->last_number = number;
  open->count++;
}

/* A section closes the lists within the one before it. */
static void close_inner(windows *w, const gm_candidate *c) {
  int rank = gm_family_rank(c->mark->family);
  for (unsigned key = 0; key < GM_KEY_COUNT; key++) {
    window *open = &w->line[key];
    if (!open->count || key == c->key) continue;
    if (is_run(item(w, open->last)) || gm_family_rank(gm_key_family((uint16_t)key)) > rank) close_scope(w, open);
  }
}

static void close_all(windows *w) {
  for (unsigned key = 0; key < GM_KEY_COUNT; key++) {
    if (w->line[key].count) close_scope(w, &w->line[key]);
    if (w->local[key].count) close_scope(w, &w->local[key]);
  }
}

void gm_join_misnumbered(gm_join *join) {
  windows w;
  w.join = join;
  w.para = GM_NONE;
  for (unsigned key = 0; key < GM_KEY_COUNT; key++) w.line[key] = w.local[key] = none;
  for (uint32_t i = 0; i < join->candidates.count; i++) {
    const gm_candidate *c = &join->candidates.items[i];
    if (c->role == GM_ROLE_TITLE || c->role == GM_ROLE_HEADING || c->role == GM_ROLE_LABEL) close_all(&w);
    if (!stands(c)) continue;
    bool run = is_run(c), opens = run || c->role == GM_ROLE_LINE || (gm_opens_line(c) && c->role == GM_ROLE_OPEN);
    window *open = opens ? &w.line[c->key] : &w.local[c->key];
    if (!opens && c->para != w.para) {
      for (unsigned key = 0; key < GM_KEY_COUNT; key++)
        if (w.local[key].count) close_scope(&w, &w.local[key]);
      w.para = c->para;
    }
    if (run && open->count && c->para - item(&w, open->last)->para > GM_REACH) close_scope(&w, open);
    if (c->role == GM_ROLE_LINE) close_inner(&w, c);
    take(&w, open, i);
  }
  close_all(&w);
}
