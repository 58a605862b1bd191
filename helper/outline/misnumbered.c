/* Numbers that their neighbours prove wrong: 五 六 一 八, and 八 where 二 and 三 follow. The passes before go by the
 * item ahead alone, to which 一 begins anew and a far number belongs to no list. */
#include "outline/join.h"

#include <stdlib.h>

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
  size_t told;                 /* faults of the passes before, in order of their places */
  uint16_t open[GM_KEY_COUNT]; /* keys whose scope is open, in no order */
  unsigned open_count;
  window line[GM_KEY_COUNT]; /* of those that open lines, and of 一是 and its like */
  window local[GM_KEY_COUNT];
  uint16_t local_keys[GM_KEY_COUNT];
  unsigned local_count;
  uint32_t para; /* of the local ones */
} windows;

static const window none = {GM_NONE, GM_NONE, 0, 0, 0, 0, 0, 0};

static const gm_candidate *item(const windows *w, uint32_t i) { return &w->join->candidates.items[i]; }

static bool is_run(const gm_candidate *c) {
  unsigned family = c->mark->family;
  return family >= GM_FAMILY_IS && family < GM_FAMILY_ASPECT && family != GM_FAMILY_FIRST_NEXT &&
         family != GM_FAMILY_INLINE_HAN && family != GM_FAMILY_INLINE_PAREN;
}

/* Does the candidate stand as an item does, whatever its number? */
static bool stands(const gm_candidate *c) {
  const uint16_t doubtful =
      GM_MARK_WEAK | GM_MARK_DOUBT | GM_MARK_BLANK | GM_MARK_AGAIN | GM_MARK_TAIL | GM_MARK_TORN | GM_MARK_LEADER;
  if (!(gm_is_listed(c->mark->family) || is_run(c)) || c->number < 1 || c->tail != GM_NONE) return false;
  if (c->role == GM_ROLE_LINE || c->role == GM_ROLE_INLINE) return true;
  /* 第２条第（３）款: in mid-line half a bracket stands in references */
  bool half = c->mark->family == GM_FAMILY_ARABIC_HALF && !(c->mark->flags & GM_MARK_LINE);
  return c->role == GM_ROLE_OPEN && !half && !(c->mark->flags & doubtful) && c->mark->flags & GM_MARK_STOP;
}

static int compare_places(const void *a, const void *b) {
  const gm_fault *x = a, *y = b;
  return gm_position_compare(x->at, y->at);
}

/* The first of the faults told before at the candidate's place or behind it. */
static size_t fault_at(const windows *w, const gm_candidate *c) {
  const gm_position place = {c->line, c->mark->byte};
  size_t low = 0, high = w->told;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (gm_position_compare(w->join->outline->faults.items[middle].at, place) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_at(const gm_fault *fault, const gm_candidate *c) {
  return fault->at.line == c->line && fault->at.byte == c->mark->byte;
}

/* Takes back what was said of the order at a candidate: the slip explains it. */
static void forget(windows *w, const gm_candidate *c) {
  gm_fault *faults = w->join->outline->faults.items;
  for (size_t i = fault_at(w, c); i < w->told && is_at(&faults[i], c); i++)
    if (faults[i].kind <= GM_FAULT_ORDER) faults[i].kind = GM_FAULT_FORGOTTEN;
}

static bool was_told(const windows *w, const gm_candidate *c) {
  const gm_fault *faults = w->join->outline->faults.items;
  for (size_t i = fault_at(w, c); i < w->told && is_at(&faults[i], c); i++)
    if (faults[i].kind != GM_FAULT_FORGOTTEN) return true;
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
    if ((back || far) && number != open->outer + 1 && !was_told(w, item(w, open->last)))
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
      forget(w, item(w, index));
      *open = none;
    } else if (paired ? number == expected + 1 && last != expected : last > 2 && number == 2) {
      bool twice = paired && last == open->before_number && was_told(w, item(w, open->last));
      forget(w, item(w, index));
      if (!twice) { /* 二、二、四、 is told as it is */
        forget(w, item(w, open->last));
        tell(w, open, open->last, paired ? open->before : index, expected);
      }
      open->last_number = expected;
      open->ordered++;
    } else if (open->count == 2 && open->before_number == 2 && last == 2 && number == 3) { /* 二 二 三 */
      forget(w, item(w, open->last));
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

/* Remembers that a scope of the key is open. */
static void begin(windows *w, uint16_t key, bool opens) {
  uint16_t *keys = opens ? w->open : w->local_keys;
  unsigned *count = opens ? &w->open_count : &w->local_count;
  for (unsigned i = 0; i < *count; i++)
    if (keys[i] == key) return;
  keys[(*count)++] = key;
}

/* Closes the scopes of those keys that `c` ends, all of them where it is NULL. */
static void close_scopes(windows *w, const gm_candidate *c) {
  const int rank = c ? gm_family_rank(c->mark->family) : 0;
  unsigned kept = 0;
  for (unsigned i = 0; i < w->open_count; i++) {
    const uint16_t key = w->open[i];
    window *open = &w->line[key];
    bool inner = !c || (key != c->key && (is_run(item(w, open->last)) || gm_family_rank(gm_key_family(key)) > rank));
    if (inner)
      close_scope(w, open);
    else
      w->open[kept++] = key;
  }
  w->open_count = kept;
}

static void close_local(windows *w) {
  for (unsigned i = 0; i < w->local_count; i++) close_scope(w, &w->local[w->local_keys[i]]);
  w->local_count = 0;
}

static void drop_forgotten(gm_join *join) {
  size_t kept = 0;
  for (size_t i = 0; i < join->outline->faults.count; i++)
    if (join->outline->faults.items[i].kind != GM_FAULT_FORGOTTEN)
      join->outline->faults.items[kept++] = join->outline->faults.items[i];
  join->outline->faults.count = join->lists.count = kept;
}

void gm_join_misnumbered(gm_join *join) {
  windows w;
  w.join = join;
  w.told = join->outline->faults.count;
  w.para = GM_NONE;
  w.open_count = w.local_count = 0;
  if (w.told > 1) qsort(join->outline->faults.items, w.told, sizeof(gm_fault), compare_places);
  for (unsigned key = 0; key < GM_KEY_COUNT; key++) w.line[key].count = w.local[key].count = 0;
  for (uint32_t i = 0; i < join->candidates.count; i++) {
    const gm_candidate *c = &join->candidates.items[i];
    if (c->role == GM_ROLE_TITLE || c->role == GM_ROLE_HEADING || c->role == GM_ROLE_LABEL) {
      close_scopes(&w, NULL);
      close_local(&w);
    }
    if (!stands(c)) continue;
    bool run = is_run(c), opens = run || c->role == GM_ROLE_LINE || (gm_opens_line(c) && c->role == GM_ROLE_OPEN);
    if (!opens && c->para != w.para) {
      close_local(&w);
      w.para = c->para;
    }
    window *open = opens ? &w.line[c->key] : &w.local[c->key];
    if (run && open->count && c->para - item(&w, open->last)->para > GM_REACH) close_scope(&w, open);
    if (c->role == GM_ROLE_LINE) close_scopes(&w, c);
    if (!open->count) {
      *open = none;
      begin(&w, c->key, opens);
    }
    take(&w, open, i);
  }
  close_scopes(&w, NULL);
  close_local(&w);
  drop_forgotten(join);
}
