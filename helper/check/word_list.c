#include "check/word_list.h"

#include <stdlib.h>

#include "text/utf8.h"

#define BUCKETS      256u  /* by the last eight bits of a character */
#define GROUPS_LEAST 8u    /* a list of more words has twice as many groups, up to BUCKETS */
#define ENDS         128u  /* by the last seven: a bit for each in a place */
#define PROBES_MAX   16u   /* words of a list that a line as a whole is asked for; with more it rarely lacks them all */
#define PROBES_STEP  4u    /* probes made at once */
#define LINE_PLACES  4096u /* for what a line holds: few of them are taken by a paragraph */
#define PLACES_FIRST 1024u
#define CACHE_LINE   64u

/* Words by one of their ends. First where the group of each bucket of characters begins, 0 = no word; then the groups,
 * the longest word first, each word as its length and its characters, in the order in which they are compared; 0 ends a
 * group. */
typedef struct index {
  uint16_t *codes; /* NULL until the index is made */
  uint32_t last;   /* bucket; a power of two less one */
} index;

typedef GM_ARRAY(uint16_t) code_array;

/* The places of a word's first two characters. */
typedef struct probe {
  uint16_t first, second;
} probe;

typedef struct word {
  uint32_t at, length; /* in the list's characters */
  uint32_t next;       /* word of its group */
} word;

typedef GM_ARRAY(word) word_array;

#define NO_WORD UINT32_MAX

typedef struct word_list {
  index first, last; /* made when they are asked for */
  code_array chars;  /* all its characters as written, blanks left out */
  word_array words;
  uint64_t begin[BUCKETS / 64]; /* buckets of the characters that words begin with, for looking along a line */
  uint64_t any[BUCKETS / 64];   /* of all its characters */
  uint32_t lone;                /* the character that all its words begin with, 0 when they begin with several */
  unsigned probes;              /* 0: too many */
  probe probe_of[PROBES_MAX];
} word_list;

/* What most look-ups need of a list, in one line of the cache: most characters begin no word of it. */
typedef struct place {
  const char *words; /* the address that finds it, NULL where there is none */
  word_list *list;
  uint64_t firsts[ENDS / 64], lasts[ENDS / 64]; /* of the characters that words begin with, end in */
  /* Of the line `line`: no word begins in [empty, found), and one of `length` characters does at `found`; when `length`
   * is 0 nothing is known of `found`. */
  uint32_t empty, found;
  uint16_t length, line;
} place;

_Static_assert(sizeof(place) <= CACHE_LINE, "a place takes one line of the cache");

/* Open addressing by the addresses of the lists' text. */
struct gm_word_lists {
  size_t count, places; /* a power of two, half of them empty: a list is found at once */
  place *at;
  uint16_t line;               /* the line looked at, never 0 */
  uint16_t known;              /* the line that the marks below were last made for */
  uint16_t chars[LINE_PLACES]; /* the last line that held a character of a place */
};

/* ---- making a list ready ---- */

static void split(const char *written, code_array *chars, word_array *words) {
  bool inside = false;
  size_t length = strlen(written);
  gm_reserve(chars, length + 1); /* enough: a character takes a byte at least */
  for (const char *p = written, *end = written + length; p < end;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    if (c == ' ') {
      inside = false;
      continue;
    }
    if (!inside) *gm_push(words) = (word){(uint32_t)chars->count, 0, NO_WORD};
    inside = true;
    words->items[words->count - 1].length++;
    chars->items[chars->count++] = (uint16_t)c; /* all words are of the Basic Multilingual Plane */
  }
}

/* Lays the words out in groups; `backwards` by their last characters. `made` is zeroed. */
static __attribute__((noinline)) void make_index(index *made, const code_array *chars, word_array *words,
                                                 bool backwards) {
  uint32_t buckets = GROUPS_LEAST, first_of[BUCKETS];
  while (buckets < 2 * words->count && buckets < BUCKETS) buckets *= 2;
  for (uint32_t k = 0; k < buckets; k++) first_of[k] = NO_WORD;
  for (size_t i = 0; i < words->count; i++) {
    word *w = &words->items[i];
    uint32_t *before = &first_of[chars->items[backwards ? w->at + w->length - 1 : w->at] & (buckets - 1)];
    while (*before != NO_WORD && words->items[*before].length >= w->length) before = &words->items[*before].next;
    w->next = *before;
    *before = (uint32_t)i;
  }
  made->last = buckets - 1;
  made->codes = gm_alloc((buckets + chars->count + 2 * words->count) * sizeof *made->codes);
  uint16_t *p = made->codes + buckets;
  for (uint32_t k = 0; k < buckets; k++) {
    made->codes[k] = first_of[k] == NO_WORD ? 0 : (uint16_t)(p - made->codes);
    if (!made->codes[k]) continue;
    for (uint32_t i = first_of[k]; i != NO_WORD; i = words->items[i].next) {
      const word *w = &words->items[i];
      *p++ = (uint16_t)w->length;
      for (uint32_t j = 0; j < w->length; j++) *p++ = chars->items[w->at + (backwards ? w->length - 1 - j : j)];
    }
    *p++ = 0;
  }
}

static inline const index *by_first(word_list *list) {
  if (!list->first.codes) make_index(&list->first, &list->chars, &list->words, false);
  return &list->first;
}

static inline const index *by_last(word_list *list) {
  if (!list->last.codes) make_index(&list->last, &list->chars, &list->words, true);
  return &list->last;
}

static void set_bucket(uint64_t *buckets, uint32_t character) {
  buckets[character % BUCKETS / 64] |= UINT64_C(1) << character % 64;
}

static inline bool is_bucket(const uint64_t *buckets, uint32_t character) {
  return buckets[character % BUCKETS / 64] >> character % 64 & 1;
}

static void set_end(uint64_t *ends, uint32_t character) {
  ends[character % ENDS / 64] |= UINT64_C(1) << character % 64;
}

static inline bool is_end(const uint64_t *ends, uint32_t character) {
  return ends[character % ENDS / 64] >> character % 64 & 1;
}

static void make_ready(place *made, const char *written) {
  word_list *list = gm_alloc(sizeof *list);
  memset(list, 0, sizeof *list);
  *made = (place){.words = written, .list = list};
  split(written, &list->chars, &list->words);
  const uint16_t *chars = list->chars.items;
  size_t count = list->words.count;
  for (size_t i = 0; i < list->chars.count; i++) set_bucket(list->any, chars[i]);
  list->lone = count ? chars[0] : 0;
  for (size_t i = 0; i < count; i++) {
    const word *w = &list->words.items[i];
    const uint16_t *c = chars + w->at;
    set_bucket(list->begin, c[0]);
    set_end(made->firsts, c[0]);
    set_end(made->lasts, c[w->length - 1]);
    if (c[0] != list->lone) list->lone = 0;
    if (count <= PROBES_MAX) list->probe_of[i] = (probe){c[0] % LINE_PLACES, c[w->length > 1] % LINE_PLACES};
  }
  list->probes = count <= PROBES_MAX ? (unsigned)count : 0;
  for (; list->probes % PROBES_STEP; list->probes++) list->probe_of[list->probes] = list->probe_of[0];
}

/* ---- finding a list ---- */

/* Where the list is, or would be. */
static inline place *place_of(const gm_word_lists *lists, const char *words) {
  for (size_t at = (size_t)((uint64_t)(uintptr_t)words * 0x9E3779B97F4A7C15u >> 40);; at++) {
    place *p = &lists->at[at & (lists->places - 1)];
    if (p->words == words || !p->words) return p;
  }
}

static void make_places(gm_word_lists *lists, size_t places) {
  lists->places = places;
  lists->at = aligned_alloc(CACHE_LINE, places * sizeof *lists->at);
  if (!lists->at) abort();
  memset(lists->at, 0, places * sizeof *lists->at);
}

gm_word_lists *gm_word_lists_new(void) {
  gm_word_lists *lists = gm_alloc(sizeof *lists);
  memset(lists, 0, sizeof *lists);
  lists->line = 1;
  make_places(lists, PLACES_FIRST);
  return lists;
}

static void free_list(word_list *list) {
  free(list->first.codes);
  free(list->last.codes);
  gm_array_free(&list->chars);
  gm_array_free(&list->words);
  free(list);
}

void gm_word_lists_free(gm_word_lists *lists) {
  if (!lists) return;
  for (size_t i = 0; i < lists->places; i++)
    if (lists->at[i].list) free_list(lists->at[i].list);
  free(lists->at);
  free(lists);
}

void gm_word_lists_turn(gm_word_lists *lists) {
  if (++lists->line) return;
  lists->line = 1; /* what was learned of the lines of 65,536 lines ago must not be taken for these lines' */
  lists->known = 0;
  memset(lists->chars, 0, sizeof lists->chars);
  for (size_t i = 0; i < lists->places; i++) lists->at[i].line = 0;
}

static __attribute__((noinline)) place *add_list(gm_word_lists *lists, const char *words) {
  if (2 * ++lists->count > lists->places) {
    place *old = lists->at;
    size_t places = lists->places;
    make_places(lists, 2 * places);
    for (size_t i = 0; i < places; i++)
      if (old[i].words) *place_of(lists, old[i].words) = old[i];
    free(old);
  }
  place *made = place_of(lists, words);
  make_ready(made, words);
  return made;
}

/* The list made ready; its address holds until the next one is. */
static inline place *place_in(gm_word_lists *lists, const char *words) {
  place *p = place_of(lists, words);
  return p->words ? p : add_list(lists, words);
}

/* The same when it is ready, else NULL. */
static inline place *ready(const gm_view *view, const char *words) {
  if (!view->lists) return NULL;
  place *p = place_of(view->lists, words);
  return p->words ? p : NULL;
}

/* ---- looking up ---- */

static inline size_t match_at(const gm_view *view, size_t at, const index *words) {
  const uint32_t *c = view->cp + at;
  unsigned group = words->codes[c[0] & words->last];
  if (!group) return 0;
  const uint16_t *p = words->codes + group;
  for (size_t n; (n = *p++) != 0; p += n) {
    size_t k = 0;
    while (k < n && c[k] == p[k]) k++; /* the 0 behind the last character ends it */
    if (k == n) return n;
  }
  return 0;
}

static inline size_t match_before(const gm_view *view, size_t at, const index *words) {
  const uint32_t *c = view->cp + at;
  unsigned group = at ? words->codes[c[-1] & words->last] : 0;
  if (!group) return 0;
  const uint16_t *p = words->codes + group;
  for (size_t n; (n = *p++) != 0; p += n) {
    size_t k = 0;
    while (k < n && k < at && c[-1 - (ptrdiff_t)k] == p[k]) k++;
    if (k == n) return n;
  }
  return 0;
}

/* A list that is not ready is added to those of the view, and is `own` for one call in a view that is lent none. */
static place *make_place(const gm_view *view, const char *words, place *own) {
  if (view->lists) return add_list(view->lists, words);
  make_ready(own, words);
  return own;
}

static void done(const gm_view *view, place *own) {
  if (!view->lists) free_list(own->list);
}

static __attribute__((noinline)) size_t longest_at(const gm_view *view, size_t at, word_list *list) {
  return match_at(view, at, by_first(list));
}

static __attribute__((noinline)) size_t longest_before(const gm_view *view, size_t at, word_list *list) {
  return match_before(view, at, by_last(list));
}

static __attribute__((noinline)) size_t at_unready(const gm_view *view, size_t at, const char *words) {
  place own;
  size_t length = longest_at(view, at, make_place(view, words, &own)->list);
  done(view, &own);
  return length;
}

static __attribute__((noinline)) size_t before_unready(const gm_view *view, size_t at, const char *words) {
  place own;
  size_t length = longest_before(view, at, make_place(view, words, &own)->list);
  done(view, &own);
  return length;
}

size_t gm_word_list_at(const gm_view *view, size_t at, const char *words) {
  const place *p = ready(view, words);
  if (!p) return at_unready(view, at, words);
  return is_end(p->firsts, view->cp[at]) ? longest_at(view, at, p->list) : 0;
}

size_t gm_word_list_before(const gm_view *view, size_t at, const char *words) {
  if (!at) return 0;
  const place *p = ready(view, words);
  if (!p) return before_unready(view, at, words);
  return is_end(p->lasts, view->cp[at - 1]) ? longest_before(view, at, p->list) : 0;
}

/* The same in a text that has no 0 behind it. */
static inline size_t match_in(const uint32_t *text, size_t count, const index *words) {
  unsigned group = words->codes[text[0] & words->last];
  if (!group) return 0;
  const uint16_t *p = words->codes + group;
  for (size_t n; (n = *p++) != 0; p += n) {
    size_t k = 0;
    while (k < n && k < count && text[k] == p[k]) k++;
    if (k == n) return n;
  }
  return 0;
}

size_t gm_word_list_in(gm_word_lists *lists, const uint32_t *text, size_t count, const char *words) {
  const place *p = place_in(lists, words);
  return count && is_end(p->firsts, *text) ? match_in(text, count, by_first(p->list)) : 0;
}

size_t gm_word_list_first(gm_word_lists *lists, const uint32_t *text, size_t count, const char *words) {
  word_list *list = place_in(lists, words)->list;
  const index *first = by_first(list);
  for (size_t i = 0; i < count; i++)
    if (is_bucket(list->begin, text[i]) && match_in(text + i, count - i, first)) return i;
  return SIZE_MAX;
}

/* Marks the characters that the line has. */
static void learn_line(gm_word_lists *lists, const gm_view *view) {
  uint16_t mark = lists->line, *chars = lists->chars;
  const uint32_t *cp = view->cp, *end = cp + view->count;
  lists->known = mark;
  for (; end - cp >= 4; cp += 4) {
    chars[cp[0] % LINE_PLACES] = chars[cp[1] % LINE_PLACES] = mark;
    chars[cp[2] % LINE_PLACES] = chars[cp[3] % LINE_PLACES] = mark;
  }
  for (; cp < end; cp++) chars[*cp % LINE_PLACES] = mark;
}

/* Has the line nothing of the list for certain? */
static bool lacks(gm_word_lists *lists, const gm_view *view, const word_list *list) {
  if (!list->probes) return false;
  if (lists->known != lists->line) learn_line(lists, view);
  uint16_t mark = lists->line;
  for (unsigned i = 0; i < list->probes; i += PROBES_STEP) {
    bool held = false; /* none is left out: a branch on each would be a guess */
    for (unsigned k = i; k < i + PROBES_STEP; k++) {
      probe p = list->probe_of[k];
      held |= (lists->chars[p.first] == mark) & (lists->chars[p.second] == mark);
    }
    if (held) return false;
  }
  return true;
}

#define GAP_CHARS 16u /* between what is known and what is asked: read along, so that it is one stretch */

/* Begins the line, about which nothing is known but whether it lacks the list: then no word begins before its end. */
static inline void turn_list(gm_word_lists *lists, const gm_view *view, place *p, size_t from) {
  bool none = lacks(lists, view, p->list);
  p->line = lists->line;
  p->empty = none ? 0 : (uint32_t)from;
  p->found = (uint32_t)(none ? view->count : from);
  p->length = 0;
}

typedef uint32_t four __attribute__((vector_size(16)));

/* Eight characters at once: the compiler finds no way of its own. */
static inline size_t find_character(const uint32_t *cp, size_t from, size_t to, uint32_t c) {
  const four wanted = {c, c, c, c};
  for (four a, b; from + 8 <= to; from += 8) {
    memcpy(&a, cp + from, sizeof a);
    memcpy(&b, cp + from + 4, sizeof b);
    a = (four)(a == wanted) | (four)(b == wanted);
    uint64_t any[2];
    memcpy(any, &a, sizeof any);
    if (any[0] | any[1]) break;
  }
  while (from < to && cp[from] != c) from++;
  return from;
}

/* The first of the characters [from, to) at which a word begins, `to` when there is none; its characters in *length. */
static inline size_t scan(const gm_view *view, size_t from, size_t to, word_list *list, size_t *length) {
  const uint32_t *cp = view->cp;
  const index *first = by_first(list);
  if (list->lone)
    while ((from = find_character(cp, from, to, list->lone)) < to && !(*length = match_at(view, from, first))) from++;
  else
    while (from < to && !(is_bucket(list->begin, cp[from]) && (*length = match_at(view, from, first)) != 0)) from++;
  return from;
}

/* The first place from `from` on at which a word begins, `to` or more when it is not before `to`; its characters in
 * *length. */
static size_t next_word(const gm_view *view, size_t from, size_t to, place *p, size_t *length) {
  if (from < p->empty || from > p->found + GAP_CHARS) {
    p->empty = p->found = (uint32_t)from;
    p->length = 0;
  }
  while (!p->length || from > p->found) {
    if (p->length) {
      p->empty = ++p->found;
      p->length = 0;
    }
    if (p->found >= to) return to;
    size_t n = 0;
    p->found = (uint32_t)scan(view, p->found, to, p->list, &n);
    p->length = (uint16_t)n;
  }
  *length = p->length;
  return p->found;
}

static __attribute__((noinline)) size_t find_anew(const gm_view *view, size_t from, size_t to, place *p) {
  if (p->line != view->lists->line) turn_list(view->lists, view, p, from);
  while (from < to) {
    size_t length = 0, at = next_word(view, from, to, p, &length);
    if (at < to && at + length <= to) return at;
    from = at + 1;
  }
  return SIZE_MAX;
}

static __attribute__((noinline)) size_t find_unready(const gm_view *view, size_t from, size_t to, const char *words) {
  place own;
  place *p = make_place(view, words, &own);
  if (view->lists) return find_anew(view, from, to, p);
  size_t length = 0;
  while ((from = scan(view, from, to, own.list, &length)) < to && from + length > to) from++;
  done(view, &own);
  return from < to ? from : SIZE_MAX;
}

size_t gm_word_list_find(const gm_view *view, size_t from, size_t to, const char *words) {
  place *p = ready(view, words);
  if (!p) return find_unready(view, from, to, words);
  bool known = p->line == view->lists->line && from >= p->empty && to <= p->found;
  return known ? SIZE_MAX : find_anew(view, from, to, p); /* most is known, as most lines lack most lists */
}

bool gm_word_list_may_hold(const gm_view *view, const char *words) {
  if (!view->lists) return true;
  place *p = place_in(view->lists, words);
  if (p->line != view->lists->line) turn_list(view->lists, view, p, 0);
  return p->length || p->empty || p->found < view->count;
}

static bool is_char(const word_list *list, uint32_t character) {
  bool held = false;
  if (is_bucket(list->any, character))
    for (size_t i = 0; i < list->chars.count && !held; i++) held = list->chars.items[i] == character;
  return held;
}

static __attribute__((noinline)) bool holds_unready(const gm_view *view, uint32_t character, const char *words) {
  place own;
  bool held = is_char(make_place(view, words, &own)->list, character);
  done(view, &own);
  return held;
}

bool gm_word_list_holds(const gm_view *view, uint32_t character, const char *words) {
  const place *p = ready(view, words);
  return p ? is_char(p->list, character) : holds_unready(view, character, words);
}
