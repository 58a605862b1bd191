#include "data/first_characters.h"
#include "figure/scan.h"

/* One row a unit: where it is named in code, its written form, class, the unit it counts the same as, whether a plain
 * integer of it is exact, and where it may stand (ANY: behind every numeral; DIGITS: behind Arabic digits only, because
 * behind a Han numeral it mostly belongs to another word: 一起 三面 十分; BARE: only where a word ends behind it:
 * 9乡32村; NOT: a word that is none though it begins with one: 家庭, 点击). */
#define ANY    GM_UNIT_ANY
#define DIGITS GM_UNIT_DIGITS
#define BARE   GM_UNIT_BARE
#define NOT    GM_UNIT_NOT

static const struct {
  char16_t word[6];
} words[] = {
#define NAMED(id, text, class, same, exact, place) {u##text},
#define ROW(text, class, same, exact, place)       {u##text},
#include "figure/unit.inc"
#undef NAMED
#undef ROW
};

static const uint8_t places[] = {
#define NAMED(id, text, class, same, exact, place) place,
#define ROW(text, class, same, exact, place)       place,
#include "figure/unit.inc"
#undef NAMED
#undef ROW
};

const gm_unit gm_units[] = {
#define NAMED(id, text, class, same, exact, place) \
  {text, class, (same) ? (same) : __LINE__ - GM_UNIT_FIRST_LINE, exact},
#define ROW(text, class, same, exact, place) {text, class, (same) ? (same) : __LINE__ - GM_UNIT_FIRST_LINE, exact},
#include "figure/unit.inc"
#undef NAMED
#undef ROW
};

const uint16_t gm_unit_count = sizeof gm_units / sizeof *gm_units;

/* Does row `row` begin at `at`? Gives its characters. */
static size_t match(const gm_view *view, size_t at, uint16_t row) {
  const uint32_t *c = view->cp + at;
  const char16_t *word = words[row].word;
  size_t n = 0; /* the row of text ends at the terminator or at its full width */
  while (n < 6 && word[n] && word[n] == c[n]) n++;
  if (n < 6 && word[n]) return 0;
  bool cut = (view->cls[at + n - 1] & GM_LATIN) && (view->cls[at + n] & (GM_LATIN | GM_DIGIT)); /* 6 months */
  return cut ? 0 : n;
}

uint16_t gm_unit_find(const gm_view *view, size_t at, size_t *length, gm_unit_place *place) {
  uint32_t c = view->cp[at];
  uint16_t best = 0, from = 1, to = gm_first_of_units.rows[0].from;
  *length = 0;
  *place = GM_UNIT_ANY;
  if (gm_is_ideograph(c)) {
    if (!gm_begins_row(&gm_first_of_units, c)) return 0;
    const gm_first_rows *rows = gm_rows_of(&gm_first_of_units, c);
    from = rows->from;
    to = gm_goes_on_with(rows, view->cp[at + 1]) ? rows->to : (uint16_t)(from + 1);
  } else if (!c || ((view->cls[at] & (GM_PUNCT | GM_SPACE | GM_DIGIT)) && c != '%' && c != 0x2030)) { /* ‰ */
    return 0;
  }
  for (uint16_t i = from; i < to && words[i].word[0] <= c; i++) {
    if (words[i].word[0] != c || (words[i].word[1] && words[i].word[1] != view->cp[at + 1])) continue;
    size_t n = match(view, at, i);
    if (n <= *length) continue;
    best = i;
    *length = n;
  }
  *place = (gm_unit_place)places[best];
  if (*place != GM_UNIT_NOT) return best;
  *length = 0;
  return 0;
}
