#include "check/ranked.h"

bool gm_rank_alike(const gm_figure *a, const gm_figure *b) {
  if (a->kind != b->kind) return false;
  return a->kind == GM_FIGURE_PERCENT || (gm_is_amount(a) && gm_comparable(a, b)) ||
         (a->kind == GM_FIGURE_DURATION && a->unit && a->unit == b->unit);
}

bool gm_is_beyond(const gm_figure *a, const gm_figure *b, bool most) {
  const gm_figure *more = most ? a : b, *less = most ? b : a;
  return gm_decimal_compare(more->interval.low, less->value) >= 0 &&
         gm_decimal_compare(more->value, less->interval.high) >= 0 && gm_decimal_compare(more->value, less->value) > 0;
}

bool gm_rank_word_fits(uint32_t word, const gm_figure *f) {
  uint8_t class = gm_units[f->unit].unit_class;
  bool counted = f->kind == GM_FIGURE_QUANTITY && class != GM_CLASS_MEASURE && class != GM_CLASS_TIME;
  switch (word) {
    case U'多':
    case U'少': return f->kind != GM_FIGURE_DURATION;
    case U'高':
    case U'低': return f->kind != GM_FIGURE_DURATION && !counted;
    case U'大':
    case U'小': return f->kind == GM_FIGURE_PERCENT;
    case U'快':
    case U'慢': return f->kind == GM_FIGURE_DURATION;
    default: return f->kind == GM_FIGURE_DURATION || class == GM_CLASS_MEASURE;
  }
}

#define PARTING "分别是 分别为 分别有 分别 依次是 依次为 依次"

#define LEADS "的分别是 的依次是 的是 的为 的有 其中 分别是 分别为 分别 依次是 依次为 依次 即 包括 以及 是 而"
#define LINKS "达到了 达到 达 为 是 有 共有 共 高达 多达 仅有 仅为 仅 只有 则为 的 ："

static gm_range trimmed(const gm_view *view, gm_range r) {
  for (size_t n; r.from < r.to && (n = gm_words_at(view, r.from, LEADS)) && n <= gm_length(r);) r.from += n;
  for (size_t n; r.from < r.to && (n = gm_words_before(view, r.to, LINKS)) && n <= gm_length(r);) r.to -= n;
  return r;
}

bool gm_is_bracketed(const gm_view *view, const gm_mention *m) {
  return gm_one_before(view, m->from, "（") && gm_one_of(view, m->to, "）");
}

bool gm_may_name(const gm_figure *f) {
  return f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_ORDINAL ||
         f->roles & GM_ROLE_NUMBER_NAME;
}

/* Does the figure name the one behind it, in words without a mark between: 3月检修9台? */
static bool is_name(const gm_links *links, const gm_mention *m) {
  return gm_may_name(m->figure) && m + 1 < links->items + links->count && m[1].from - m->to <= GM_NAME_CHARS &&
         gm_view_next_before(links->view, m->to, m[1].from, GM_PAUSE | GM_STOP) == m[1].from;
}

/* Where the words before a value begin: behind the last mark, or behind 和 that follows the value before. */
static size_t words_from(const gm_links *links, const gm_mention *m, size_t end) {
  const gm_view *view = links->view;
  size_t from =
      gm_view_behind_last(view, end > 2 * GM_NAME_CHARS ? end - 2 * GM_NAME_CHARS : 0, end, GM_PAUSE | GM_STOP);
  if (m > links->items && is_name(links, m - 1)) m--;
  if (m == links->items || m[-1].to <= from) return from;
  size_t to = m[-1].to + gm_is_bracketed(view, m - 1);
  return to + gm_words_at(view, to, "和 与 及 以及");
}

gm_range gm_label_of(const gm_links *links, const gm_mention *m) {
  const gm_view *view = links->view;
  size_t end = m->from - gm_is_bracketed(view, m);
  gm_range r = {words_from(links, m, end), end};
  size_t parted = gm_find_word(view, r.from, r.to, PARTING); /* 三个片区的空置率分别是东片区8.2% */
  if (parted != SIZE_MAX) r.from = parted + gm_words_at(view, parted, PARTING);
  r = trimmed(view, r);
  if (gm_length(r) > GM_NAME_CHARS || gm_view_next_before(view, r.from, r.to, GM_PUNCT | GM_SPACE) < r.to)
    r.from = r.to;
  return r;
}

size_t gm_segment_start(const gm_view *view, size_t at) {
  size_t low = at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0;
  while (at > low) {
    at = gm_view_behind_last(view, low, at, GM_PAUSE | GM_STOP);
    if (at == low || !gm_one_before(view, at, "，、")) break;
    at--;
  }
  return at;
}

bool gm_is_aside(const gm_links *links, const gm_mention *m) {
  size_t from = words_from(links, m, m->from);
  return (m->figure->roles & GM_ROLE_PAREN && !gm_is_bracketed(links->view, m)) ||
         (from < m->from && gm_words_at(links->view, from, GM_ASIDES));
}

/* Takes the value in when its name is of the form of the others: ends in `rest` and is not the one told. */
static bool take(const gm_view *view, gm_ranked *list, gm_range name, gm_range rest, const gm_mention *value,
                 bool front) {
  if (!gm_reads_end(view, name, rest)) return false;
  name.to -= gm_length(rest);
  if (gm_length(name) && gm_one_before(view, name.to, "的")) name.to--;
  if (!gm_length(name) || list->count == GM_RANKED_MAX) return false;
  for (unsigned k = 0; k < list->count; k++)
    if (gm_reads_same(view, list->name[k], name)) return false;
  unsigned at = front ? 0 : list->count;
  if (front) {
    memmove(list->name + 1, list->name, list->count * sizeof *list->name);
    memmove(list->value + 1, list->value, list->count * sizeof *list->value);
    list->told++;
  }
  list->name[at] = name;
  list->value[at] = value;
  list->count++;
  return true;
}

/* Is there nothing but a mark between a value and the words of the next? What stands in brackets is passed over. */
static bool adjoin(const gm_links *links, const gm_mention *last, const gm_mention *next) {
  const gm_view *view = links->view;
  size_t to = words_from(links, next, next->from - gm_is_bracketed(view, next)), marks = 0;
  for (size_t i = last->to; i < to; i++) {
    if (view->cls[i] & GM_IN_PAREN || gm_one_of(view, i, "（）")) continue;
    if (!gm_one_of(view, i, "、，；和与及以")) return false;
    marks++;
  }
  return marks > 0 && marks <= 2;
}

#define OPENINGS "其中 即 包括" /* a list begins with them */

/* 分别是甲村18户: do the words of the value begin a list? */
static bool opens(const gm_links *links, const gm_mention *m) {
  size_t end = m->from - gm_is_bracketed(links->view, m), from = words_from(links, m, end);
  return gm_words_at(links->view, from, OPENINGS) || gm_find_word(links->view, from, end, PARTING) != SIZE_MAX;
}

void gm_rank_beside(const gm_links *links, unsigned k, gm_range rest, size_t limit, bool front, gm_ranked *list) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[k], *last = first;
  for (;;) {
    if (front ? k == 0 : k + 1 >= links->count) return;
    const gm_mention *m = &links->items[front ? --k : ++k];
    if (m->to > limit || !gm_same_sentence(first, m)) return;
    if (is_name(links, m)) continue;
    if (opens(links, front ? last : m)) return;
    if (!adjoin(links, front ? m : last, front ? last : m)) return;
    bool aside = gm_is_aside(links, m);
    if (!aside &&
        (!gm_rank_alike(first->figure, m->figure) || gm_is_bracketed(view, m) != gm_is_bracketed(view, first) ||
         !take(view, list, gm_label_of(links, m), rest, m, front)))
      return;
    last = m;
  }
}

const gm_mention *gm_value_in(const gm_links *links, unsigned k, gm_range measure, size_t limit) {
  const gm_mention *found = NULL;
  if (!gm_length(measure)) return &links->items[k];
  size_t start = gm_segment_start(links->view, links->items[k].from);
  for (; k < links->count && links->items[k].to <= limit; k++) {
    const gm_mention *m = &links->items[k];
    if (gm_segment_start(links->view, m->from) != start) break;
    if (!gm_reads_same(links->view, gm_label_of(links, m), measure)) continue;
    if (found) return NULL;
    found = m;
  }
  return found;
}

bool gm_opens_segment(const gm_links *links, unsigned k) {
  return !k || links->items[k - 1].to <= gm_segment_start(links->view, links->items[k].from);
}

void gm_rank_segments(const gm_links *links, unsigned k, gm_range rest, gm_range measure, size_t limit, bool front,
                      gm_ranked *list) {
  const gm_view *view = links->view;
  size_t start = gm_segment_start(view, links->items[k].from);
  const gm_figure *model = list->value[list->told]->figure;
  for (;;) {
    unsigned next = k;
    do {
      if (front ? next == 0 : next + 1 >= links->count) return;
      next = front ? next - 1 : next + 1;
    } while (!gm_opens_segment(links, next));
    const gm_mention *m = &links->items[next];
    size_t other = gm_segment_start(view, m->from), later = front ? start : other, before = front ? other : start;
    if (m->to > limit || !gm_one_before(view, later, "；") || gm_segment_start(view, later - 1) != before) return;
    const gm_mention *value = gm_value_in(links, next, measure, limit);
    if (!value || !gm_rank_alike(model, value->figure) || !take(view, list, gm_label_of(links, m), rest, value, front))
      return;
    k = next;
    start = other;
  }
}
