/* Inside figure/: the lexicon, the units' search, dates, and the context of a number. Positions are clean characters of
 * the view unless said otherwise. */
#ifndef GM_FIGURE_SCAN_H
#define GM_FIGURE_SCAN_H

#include "data/first_characters.h"
#include "figure/figure.h"
#include "text/set.h"

#define gm_one_of(character, list) GM_IS_ONE_OF(character, list)

/* Do the two characters at `at` make one of the words of two characters that the list is written of? */
static inline bool gm_pair_at(const gm_view *view, size_t at, const char16_t *words) {
  const uint32_t *c = view->cp + at;
  for (; *words; words += 2)
    if (c[0] == words[0] && c[1] == words[1]) return true;
  return false;
}

/* Ids of the units that code names: the row's line in unit.inc less that of the first row. */
#define GM_UNIT_FIRST_LINE 2
enum {
#define NAMED(id, text, class, same, exact, place) GM_UNIT_##id = __LINE__ - GM_UNIT_FIRST_LINE,
#define ROW(text, class, same, exact, place)
#include "figure/unit.inc"
#undef NAMED
#undef ROW
};

/* Behind which numerals a unit may stand (unit.c). */
typedef enum gm_unit_place { GM_UNIT_ANY, GM_UNIT_DIGITS, GM_UNIT_BARE, GM_UNIT_NOT } gm_unit_place;

/* The longest unit that begins at `at`; 0 when there is none. */
uint16_t gm_unit_find(const gm_view *view, size_t at, size_t *length, gm_unit_place *place);

/* What a word does to the noun and the figure beside it. */
enum {
  GM_WORD_STOP = 1 << 0, /* a function word or adverb: no noun reaches across it */
  GM_WORD_VERB = 1 << 1,
  GM_WORD_LINK = 1 << 2, /* stands between a noun and its number: 为 达到 共 约 */
  GM_WORD_TOTAL = 1 << 3,
  GM_WORD_TO = 1 << 4,
  GM_WORD_FROM = 1 << 5,
  GM_WORD_UP = 1 << 6,
  GM_WORD_DOWN = 1 << 7,
  GM_WORD_SHARE = 1 << 8,
  GM_WORD_EACH = 1 << 9,
  GM_WORD_COMPARED = 1 << 10,
  GM_WORD_OF_WHICH = 1 << 11,
  GM_WORD_LIST = 1 << 12,   /* 等 */
  GM_WORD_TIME = 1 << 14,   /* 今年 去年 上半年: what follows is told of that time */
  GM_WORD_ADVERB = 1 << 13, /* of a STOP: stands between a noun and its number (产量稳步达到300吨) */
  /* Those that give the figure behind them a role or a verb. */
  GM_WORD_ROLES = GM_WORD_VERB | GM_WORD_TOTAL | GM_WORD_TO | GM_WORD_FROM | GM_WORD_UP | GM_WORD_DOWN | GM_WORD_SHARE |
                  GM_WORD_EACH | GM_WORD_COMPARED | GM_WORD_OF_WHICH | GM_WORD_LIST
};

#define GM_WORD_LONGEST 5

typedef struct gm_word {
  char16_t text[GM_WORD_LONGEST];
  uint16_t flags; /* 0: a word that is none of these, though it holds a character that alone would be */
  uint8_t approx; /* gm_approximator, of one before the number */
} gm_word;

/* The longest word of the lexicon at `at`, NULL when there is none; *length its characters. */
static inline const gm_word *gm_word_find(const gm_view *view, size_t at, size_t *length);

/* The same among the rows of the first of the characters `c`, of which there are some. */
const gm_word *gm_word_longest(const gm_first_rows *rows, const uint32_t *c, size_t *length);

static inline const gm_word *gm_word_find(const gm_view *view, size_t at, size_t *length) {
  const uint32_t *c = view->cp + at;
  const gm_first_rows *rows = gm_rows_of(&gm_first_of_words, c[0]);
  if (gm_may_begin(rows, c)) return gm_word_longest(rows, c, length);
  *length = 0;
  return NULL;
}

/* One figure while it is read: the record without its raw offsets, and its places as clean characters. */
typedef struct gm_reading {
  gm_figure figure;
  size_t start, number_end, end;
  size_t lead; /* where the words before the number end; set when they are read */
  size_t approx, approx_end;
  size_t unit, unit_end;
  size_t behind; /* where a noun behind the figure may begin; set when the noun is looked for */
  size_t noun, noun_end;
  bool each_only; /* the noun is but 每次, 人均: nothing that two figures of it could be compared by */
  gm_decimal unit_value, place; /* of the numeral, as gm_numeral has them */
} gm_reading;

/* Where the scan of a line stands. */
typedef struct gm_scan {
  const gm_view *view;
  gm_figure_array *out;
  size_t first;                    /* of the line's figures in out */
  size_t reached;                  /* pauses and stops before it were taken note of */
  size_t clause;                   /* first character of the clause */
  size_t floor;                    /* no context reaches back over it: the end of the figure before */
  size_t last_start, floor_before; /* where the figure before begins, and the floor that it had */
  uint16_t sentence, clause_count;
  bool of_which;      /* 其中 or 包括 was read in this sentence */
  bool compared;      /* 与上年同期相比， was read: holds until the next ； or stop */
  bool has_noun;      /* noun below is of a figure of this sentence */
  bool noun_of_claim; /* and that figure is a claim */
  size_t noun, noun_end;
  uint32_t period_start, period_end; /* raw: the time that what follows is told of */
} gm_scan;

/* Is a mark of dates or times behind the number at [at, end)? Most numbers have none, and are no dates. */
bool gm_calendar_mark(const gm_view *view, size_t at, size_t end);

/* Reads a date, a year, a time of day at `at` into *r; gives its characters, 0 when there is none. */
size_t gm_calendar_read(const gm_view *view, size_t at, gm_reading *r);

/* A day of the lunar calendar (农历八月十五, 八月初三), which no date of ours says, whose month is the number at [at,
 * end): gives its characters, 0 when there is none. */
size_t gm_calendar_lunar(const gm_view *view, size_t at, size_t end);

/* Where the words before a number that begins at `start` end: a blank between Han and digits parts nothing (約 150 人).
 */
static inline size_t gm_lead(const gm_view *view, size_t start) {
  bool blank = start > 1 && (view->cls[start - 1] & GM_SPACE) && (view->cls[start - 2] & GM_HAN) &&
               (view->cls[start] & GM_DIGIT) && view->raw.ptr[view->raw_at[start - 1]] == ' ';
  return blank ? start - 1 : start;
}

/* Sets the approximator that stands right before r->start. */
void gm_approx_before(gm_scan *scan, gm_reading *r);

/* Finds approximator before, roles, noun and verb of a figure from the words around it. */
void gm_context_read(gm_scan *scan, gm_reading *r);

/* Takes note of the clauses and sentences that end before `at`. */
void gm_context_reach(gm_scan *scan, size_t at);

/* Is [from, to) one verb of the lexicon? */
bool gm_is_verb(const gm_view *view, size_t from, size_t to);

#endif
