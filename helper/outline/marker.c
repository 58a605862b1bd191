/* The scan of a line for marker candidates: one loop over the clean view that stops only at triggers. */
#include "outline/marker.h"

#define TITLE_MAX  80u /* code points of a title */
#define LEADER_MIN 3u  /* marks of a leader before a page number */
#define PAGE_MAX   4u  /* digits of a page number */

/* The first character at or after `i` at which an inline marker may stand; of digits only the first of a number that
 * stands behind a mark. */
static size_t next_trigger(const gm_view *view, size_t i) {
  for (;; i++) {
    i = gm_view_next(view, i, GM_NUMERAL | GM_ITEM | GM_DIGIT);
    if (i == view->count || !(view->cls[i] & GM_DIGIT)) return i;
    if (i && !(view->cls[i - 1] & (GM_DIGIT | GM_LATIN | GM_HAN))) return i;
    while (view->cls[i + 1] & GM_DIGIT) i++;
  }
}

/* Words of the line up to clean character `at`, counted on from an earlier place. */
typedef struct word_count {
  size_t at;
  uint32_t words;
} word_count;

/* All characters but blanks, and those of ASCII that go on a word. */
static uint32_t words_before(word_count *count, const gm_view *view, size_t at) {
  if (at <= count->at) return count->words;
  uint32_t words = count->words + (uint32_t)(at - count->at);
  for (size_t from = count->at; from < at; from += GM_VIEW_WORD) {
    uint64_t others = ~gm_view_word(view, from, GM_HAN);
    if (at - from < GM_VIEW_WORD) others &= (UINT64_C(1) << (at - from)) - 1;
    for (; others; others &= others - 1) {
      size_t i = from + (size_t)__builtin_ctzll(others);
      const char *p = view->raw.ptr + view->raw_at[i];
      words -= view->cls[i] & GM_SPACE || ((unsigned char)*p < 0x80 && p > view->raw.ptr && gm_goes_on(p));
    }
  }
  *count = (word_count){at, words};
  return words;
}

/* A number for a character and its place, so that those of a title can be added up without one waiting for another. */
static uint64_t title_hash(uint32_t c, size_t place) {
  uint64_t x = (c ^ place * 0x9E3779B9u) * UINT64_C(0x9E3779B97F4A7C15);
  return x ^ x >> 32;
}

static bool ends_title(uint32_t c) {
  switch (c) {
    case 0x3002:              /* 。 */
    case 0xFF1B:              /* ； */
    case 0xFF1A:              /* ： */
    case 0xFF01:              /* ！ */
    case 0xFF1F: return true; /* ？ */
    default: return false;
  }
}

/* The end of the text before a page number that stands behind a leader or a gap; view->count when there is none. */
static size_t before_leader(const gm_view *view) {
  size_t i = view->count, digits = 0;
  while (i && (view->cls[i - 1] & GM_SPACE || view->cp[i - 1] == 0xFF09)) i--;
  while (i && view->cls[i - 1] & GM_DIGIT && digits < PAGE_MAX) i--, digits++;
  if (!digits || !i) return view->count;
  if (view->cp[i - 1] == 0xFF08) i--;
  size_t marks = 0, blanks = 0;
  while (i) {
    uint32_t c = view->cp[i - 1];
    if (c == '.' || c == 0xB7 || c == '-' || c == '_' || c == 0x2014 || c == 0x2500 || c == 0x30FB || c == 0x3002)
      marks++;
    else if (c == 0x2026)
      marks += LEADER_MIN;
    else if (view->cls[i - 1] & GM_SPACE)
      blanks += view->raw.ptr[view->raw_at[i - 1]] == '\t' ? 2 : 1;
    else
      break;
    i--;
  }
  return i && (marks >= LEADER_MIN || blanks >= 2) ? i : view->count;
}

/* Turns a candidate's clean indexes into raw bytes, after the title and its hash. */
static void finish(gm_marker *m, const gm_view *view, word_count *words, size_t limit) {
  size_t at = m->byte, end = m->end, title = end;
  bool whole = m->family == GM_FAMILY_LABEL || m->family == GM_FAMILY_NONE;
  while (title < limit && (view->cls[title] & GM_SPACE || view->cp[title] == '*')) title++;
  if (m->family == GM_FAMILY_ATTACHMENT && view->cp[title] == 0xFF1A) title = gm_marker_skip(view, title + 1);
  size_t stop = title, count = 0, kept = title, hashed = 0;
  uint64_t hash = 0;
  for (; stop < limit && count < TITLE_MAX; stop++) {
    size_t word = stop, most = limit - stop > TITLE_MAX - count ? stop + TITLE_MAX - count : limit;
    for (; stop < most && !(view->cls[stop] & (GM_PUNCT | GM_SPACE)); stop++)
      hash += title_hash(view->cp[stop], hashed++);
    if (stop > word) kept = stop;
    count += stop - word;
    if (stop == most) break;
    uint32_t c = view->cp[stop];
    if (ends_title(c) && !whole) break;
    if (c == '*') continue;
    count++;
    if (count == TITLE_MAX || (!(view->cls[stop] & GM_SPACE) && c != 0xFF0C && c != 0x3001)) kept = stop + 1;
  }
  size_t rest = stop;
  if (rest < limit && ends_title(view->cp[rest])) rest++;
  while (rest < limit && (view->cls[rest] & GM_SPACE || view->cp[rest] == '*')) rest++;
  unsigned flags = 0;
  if (rest >= limit) flags |= GM_MARK_OWN;
  if (title >= limit) flags |= GM_MARK_BARE;
  if (limit < view->count && m->flags & GM_MARK_LINE) flags |= GM_MARK_LEADER;
  m->flags |= (uint16_t)flags;
  m->hash = (uint32_t)(hash ^ hash >> 32);
  m->words = words_before(words, view, at);
  m->byte = view->raw_at[at];
  m->end = view->raw_at[end];
  m->title = view->raw_at[title];
  m->title_end = kept > title ? view->raw_at[kept] : m->title;
}

/* What may stand before a line's marker: white space, # > * - • of Markdown, **, <br>. */
static size_t lead(const gm_view *view, uint8_t *depth) {
  size_t i = 0;
  for (;;) {
    i = gm_marker_skip(view, i);
    uint32_t c = view->cp[i], next = view->cp[i + (i < view->count)];
    if (c == '#') {
      size_t hashes = 0;
      while (view->cp[i] == '#') i++, hashes++;
      if (hashes <= 6) *depth = (uint8_t)hashes;
    } else if (c == '*' && next == '*') {
      i += 2;
    } else if ((c == '-' || c == '*' || c == '+' || c == '>') && next == ' ') {
      i += 2;
    } else if (c == '<' && (next | 0x20) == 'b' && view->cp[i + 2] == 'r') {
      size_t close = i + 3;
      while (view->cp[close] == ' ' || view->cp[close] == '/') close++;
      if (view->cp[close] != '>') return i;
      i = close + 1;
    } else {
      return i;
    }
  }
}

/* A short line that may be an unnumbered heading, or a line of a title: everything but a final mark. */
static bool heading(const gm_view *view, size_t at, uint8_t depth, gm_marker *m) {
  size_t end = view->count;
  while (end > at && view->cls[end - 1] & GM_SPACE) end--;
  size_t bold = 0;
  while (end > at && view->cp[end - 1] == '*') end--, bold++;
  while (depth && end > at && (view->cp[end - 1] == '#' || view->cls[end - 1] & GM_SPACE)) end--;
  if (end <= at || end - at > GM_HEADING_MAX + 8) return false;
  static const char *const lead_words[] = {"标题：", "题目：", "标题:", "题：", "文章标题："};
  for (size_t i = 0; i < sizeof lead_words / sizeof *lead_words; i++) {
    size_t n = gm_view_match(view, at, lead_words[i]);
    if (!n) continue;
    at = gm_marker_skip(view, at + n);
    break;
  }
  if (end <= at) return false;
  uint16_t last = view->cls[end - 1];
  if (last & GM_PUNCT && !(last & GM_CLOSE) && !(depth && last & GM_STOP)) return false;
  if (last & GM_CLOSE && end >= 2 && view->cls[end - 2] & (GM_STOP | GM_PAUSE)) return false;
  size_t han = 0, gap = 0, chars = 0;
  int open = 0, alone = 0; /* brackets: a fragment torn from a sentence closes what it did not open */
  uint8_t style = GM_STYLE_PLAIN;
  for (size_t i = at; i < end; i++) {
    open += (view->cls[i] & GM_OPEN) != 0;
    open -= (view->cls[i] & GM_CLOSE) != 0;
    if (open < 0 && depth) return true;
    if (open < 0) open = 0, alone++;
    if (view->cls[i] & GM_SPACE) {
      bool tab = view->raw.ptr[view->raw_at[i]] == '\t';
      if (++gap > 1 || tab) style = GM_STYLE_GAP;
      continue;
    }
    gap = 0;
    chars++;
    han += (view->cls[i] & GM_HAN) != 0;
    if (view->cp[i] == 0x3002 || view->cp[i] == 0xFF1B) return depth != 0;
  }
  if (han * 2 < chars || (!depth && (chars < 2 || open + alone > 1))) return false;
  uint32_t c = view->cp[at], next = view->cp[at + 1];
  if (c == 0x2014 || c == '-' || c == 0x2015 || c == 0xFF08 || ((c == 0x56FE || c == 0x8868) && next < 0x80))
    style = GM_STYLE_DASH;
  if (!depth && open + alone) style = GM_STYLE_ODD;
  m->byte = m->end = (uint32_t)at;
  m->family = GM_FAMILY_NONE;
  m->depth = depth;
  m->style = style;
  m->number = (int32_t)chars;
  m->flags = GM_MARK_LINE | (bold ? GM_MARK_BOLD : 0);
  if (gm_view_match(view, at, "目录") == end - at || gm_view_match(view, at, "目次") == end - at ||
      gm_view_match(view, at, "目 录") == end - at || gm_view_match(view, at, "目  录") == end - at)
    m->flags |= GM_MARK_LIST;
  return true;
}

void gm_markers_scan(const gm_view *view, gm_marker_array *out) {
  if (!view->count) return;
  uint8_t depth = 0;
  size_t first = lead(view, &depth);
  if (first >= view->count) return;
  word_count words = {0, 0};
  gm_marker made[2];
  memset(made, 0, sizeof made);
  size_t count = gm_marker_open(view, first, made);
  size_t limit = view->count;
  if (count && view->count < 2 * TITLE_MAX) limit = before_leader(view);
  for (size_t i = 0; i < count; i++) {
    if (made[i].family != GM_FAMILY_DECIMAL) made[i].depth = depth;
    finish(&made[i], view, &words, limit > made[i].end ? limit : view->count);
    *gm_push(out) = made[i];
  }
  /* A short line behind a 【column】 is a title or a heading; with text behind it the 【label】 counts. */
  bool column = count && made[0].family == GM_FAMILY_LABEL && !(made[0].flags & (GM_MARK_LIST | GM_MARK_BARE));
  memset(made, 0, sizeof *made);
  if ((!count || column) && view->count - first <= 2 * GM_HEADING_MAX && heading(view, first, depth, made)) {
    limit = before_leader(view);
    finish(made, view, &words, limit > made->byte ? limit : view->count);
    if (column) out->count--;
    *gm_push(out) = *made;
  }
  for (size_t i = first; (i = next_trigger(view, i)) < view->count; i++) {
    memset(made, 0, sizeof *made);
    if (!gm_marker_inline(view, i, made)) continue;
    if (i == first) {
      if (made->family < GM_FAMILY_IS) continue;
      made->flags |= GM_MARK_LINE | GM_MARK_STOP | GM_MARK_SENTENCE;
    }
    size_t end = made->end;
    finish(made, view, &words, view->count);
    *gm_push(out) = *made;
    i = end - 1;
  }
}
