/* Inline runs: 一是…二是… in one paragraph or over several, 首先…其次…最后, and the lists inside a paragraph. */
#include "outline/join.h"

#define HAN_BYTES 3u /* of one Han character in UTF-8 */
#define ASIDE_MAX 4u /* 首先 其次 再次 最后 */

/* The open run of one family. */
typedef struct open_run {
  uint32_t first, last, para; /* candidates; GM_NONE when none is open. Paragraph of the last item */
  int32_t number, missing;
  bool faulty;
} open_run;

typedef struct runs {
  gm_join *join;
  open_run open[GM_FAMILY_COUNT];
} runs;

static gm_candidate *item(const runs *r, uint32_t i) { return &r->join->candidates.items[i]; }

static bool is_run_family(const gm_candidate *c) {
  return c->mark->family >= GM_FAMILY_IS && c->mark->family <= GM_FAMILY_ASPECT &&
         c->mark->family != GM_FAMILY_INLINE_HAN && c->mark->family != GM_FAMILY_INLINE_PAREN;
}

static void link(const runs *r, open_run *run, uint32_t index) {
  gm_candidate *c = item(r, index);
  c->before = run->last;
  c->linked = true;
  item(r, run->last)->linked = true;
  run->last = index;
  run->para = c->para;
  run->number = c->number;
}

static void start(open_run *run, const gm_candidate *c, uint32_t index) {
  *run = (open_run){index, index, c->para, c->number, 0, false};
}

/* Could 首先 … 最后 without 其次 be a list? Only with commas, in one paragraph or both at the start of theirs. */
static bool pair_counts(const runs *r, const open_run *run, const gm_candidate *c) {
  const gm_candidate *first = item(r, run->last);
  if ((first->mark->flags | c->mark->flags) & GM_MARK_WEAK) return false;
  return first->para == c->para || (first->mark->flags & c->mark->flags & GM_MARK_LINE);
}

static gm_fault *blame(const runs *r, gm_fault_kind kind, uint32_t at, uint32_t other, int32_t expected) {
  return gm_join_fault(r->join, kind, item(r, at), item(r, other), expected);
}

/* 各单位一要…；三要…, 问题有：一是…，三是…: the second item of a paragraph is the third, and one of the two stands as
 * items do for certain. */
static bool skips_the_second(const runs *r, const open_run *run, const gm_candidate *c) {
  uint32_t first = item(r, run->last)->mark->flags;
  bool is_verb = c->mark->family == GM_FAMILY_IS || c->mark->family == GM_FAMILY_MUST;
  if (!is_verb || run->number != 1 || c->number != 3 || c->para != run->para) return false;
  return c->mark->flags & GM_MARK_STOP || (c->mark->flags & GM_MARK_PAUSE && first & GM_MARK_STOP);
}

/* 一是…，二是…，四是…: two items and more of a paragraph, parted by ，, of which this one is the next but one or the
 * last once more. */
static bool goes_on_by_commas(const runs *r, const open_run *run, const gm_candidate *c) {
  bool is_verb = c->mark->family == GM_FAMILY_IS || c->mark->family == GM_FAMILY_MUST;
  if (!is_verb || c->para != run->para || !(c->mark->flags & item(r, run->last)->mark->flags & GM_MARK_PAUSE))
    return false;
  return run->number >= 2 && (c->number == run->number || c->number == run->number + 2);
}

/* Do the words behind two markers of a line begin alike? 首先由…，其次由… tells what happened. */
static bool led_alike(const runs *r, const gm_candidate *a, const gm_candidate *b) {
  gm_text line = r->join->draft->lines[a->line];
  if (b->mark->end + HAN_BYTES > line.len) return false;
  const char *x = line.ptr + a->mark->end, *y = line.ptr + b->mark->end;
  return !memcmp(x, y, HAN_BYTES) && memcmp(x, "由", HAN_BYTES);
}

/* 选材，首先要看成色，其次要看年份，最后才看价钱: behind commas three count, in order, the first two led alike, all in
 * one sentence, whose end is that of a title. */
static void take_sentence(runs *r, uint32_t index) {
  const gm_candidate *first = item(r, index), *last = first;
  uint32_t items[ASIDE_MAX] = {index}, count = 1;
  bool ended = false;
  for (uint32_t i = index + 1; i < r->join->candidates.count && item(r, i)->line == first->line && !ended; i++) {
    const gm_candidate *c = item(r, i);
    if (c->mark->family != GM_FAMILY_FIRST_NEXT) continue;
    ended = c->number == -1;
    bool next = c->number == (int32_t)count + 1 || (ended && count >= 2);
    if (!next || c->mark->flags & GM_MARK_STOP || last->mark->title_end < c->mark->byte) break;
    if (count == 1 && !led_alike(r, first, c)) return;
    items[count++] = i;
    last = c;
  }
  if (count < 3) return;
  open_run run;
  start(&run, first, index);
  for (uint32_t i = 1; i < count; i++) {
    item(r, items[i])->number = (int32_t)i + 1;
    link(r, &run, items[i]);
  }
}

static void take(runs *r, uint32_t index) {
  gm_candidate *c = item(r, index);
  open_run *run = &r->open[c->mark->family];
  unsigned family = c->mark->family;
  bool plain = c->mark->flags & GM_MARK_STOP;
  if (c->linked) return; /* by take_sentence */
  if (run->first != GM_NONE && c->para - run->para > GM_REACH) run->first = GM_NONE;
  if (c->number == 1 && !plain && family == GM_FAMILY_FIRST_NEXT) {
    take_sentence(r, index);
    return;
  }
  if (c->number == 1) {
    start(run, c, index);
    return;
  }
  if (run->first == GM_NONE) return;
  if (family == GM_FAMILY_FIRST_NEXT) {
    if (c->number == -1) {
      if (run->number == 1 ? !pair_counts(r, run, c) : !plain && c->para != run->para) return;
      c->number = run->number + 1;
      link(r, run, index);
      run->first = GM_NONE;
      return;
    }
    if (c->number == 3 && run->number >= 3) c->number = run->number + 1; /* 再次 … 再者 */
    if (c->number != run->number + 1) return;
    link(r, run, index);
    return;
  }
  if (family == GM_FAMILY_ASPECT) {
    if (c->para == run->para && run->number == 1) link(r, run, index);
    run->first = GM_NONE;
    return;
  }
  if (c->number == run->number + 1) {
    link(r, run, index);
    run->faulty = false;
    return;
  }
  /* Out of order: a finding only where both stand as items do, and the slip is a small one. */
  bool surely =
      (plain || goes_on_by_commas(r, run, c)) && item(r, run->last)->mark->flags & (GM_MARK_STOP | GM_MARK_PAUSE);
  if (!surely && !skips_the_second(r, run, c)) return;
  uint32_t last = run->last;
  int32_t expected = run->number + 1;
  if (c->number == run->number) {
    if (!run->faulty) blame(r, GM_FAULT_DUPLICATE, index, last, expected);
    run->faulty = true;
    link(r, run, index);
  } else if (c->number > expected && c->number <= expected + GM_GAP_MAX) {
    blame(r, GM_FAULT_GAP, index, last, expected);
    run->faulty = true;
    run->missing = expected;
    link(r, run, index);
  } else if (c->number == run->missing) {
    gm_fault *gap = &r->join->outline->faults.items[r->join->outline->faults.count - 1];
    if (gap->kind == GM_FAULT_GAP && gap->is_inline) {
      gap->kind = GM_FAULT_ORDER;
      gap->other = (gm_position){c->line, c->mark->byte};
      gap->other_end = (gm_position){c->line, c->mark->end};
    }
    int32_t number = run->number;
    link(r, run, index);
    run->number = number;
    run->missing = 0;
  } else if (c->number == run->number - 1) {
    blame(r, GM_FAULT_DUPLICATE, index, last, expected);
    run->faulty = true;
    link(r, run, index);
    run->number = expected - 1;
  }
}

void gm_join_runs(gm_join *join) {
  runs r;
  r.join = join;
  for (size_t f = 0; f < GM_FAMILY_COUNT; f++) r.open[f].first = GM_NONE;
  for (uint32_t i = 0; i < join->candidates.count; i++) {
    gm_candidate *c = &join->candidates.items[i];
    switch (c->role) {
      case GM_ROLE_LINE:
      case GM_ROLE_HEADING:
      case GM_ROLE_TITLE:
      case GM_ROLE_LABEL: /* a new line-level section closes every run */
        for (size_t f = 0; f < GM_FAMILY_COUNT; f++) r.open[f].first = GM_NONE;
        break;
      case GM_ROLE_OPEN:
        if (is_run_family(c)) take(&r, i);
        break;
      default: break;
    }
  }
  for (size_t i = 0; i < join->candidates.count; i++) {
    gm_candidate *c = &join->candidates.items[i];
    if (c->role == GM_ROLE_LOCAL || (c->role == GM_ROLE_OPEN && is_run_family(c) && c->linked))
      c->role = GM_ROLE_INLINE;
    if (c->role == GM_ROLE_INLINE && c->mark->family == GM_FAMILY_ASPECT) c->soft = true;
  }
}
