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

uint16_t gm_unit_find(const gm_view *view, size_t at, size_t *length, gm_unit_place *place) {
  const uint32_t *c = view->cp + at;
  uint16_t best = 0, row = 1, end = gm_unit_rows[1].from;
  size_t longest = 0;
  *length = 0;
  *place = GM_UNIT_ANY;
  if (gm_is_ideograph(c[0])) {
    const gm_first_rows *rows = gm_rows_of(&gm_first_of_units, c[0]);
    if (!gm_may_begin(rows, c)) return 0;
    row = rows->from;
    end = rows->to;
    if (rows->alone) longest = 1, best = row++;
    if (!gm_goes_on_with(rows, c[1])) end = row;
  } else if (!c[0] || ((view->cls[at] & (GM_PUNCT | GM_SPACE | GM_DIGIT)) && c[0] != '%' && c[0] != 0x2030)) { /* ‰ */
    return 0;
  }
  for (; row < end && words[row].word[0] <= c[0]; row++) {
    if (words[row].word[0] != c[0] || (words[row].word[1] && words[row].word[1] != c[1])) continue;
    size_t n = 1; /* the row of text ends at the terminator or at its full width */
    while (n < 6 && words[row].word[n] && words[row].word[n] == c[n]) n++;
    if ((n < 6 && words[row].word[n]) || n <= longest) continue;
    if ((view->cls[at + n - 1] & GM_LATIN) && (view->cls[at + n] & (GM_LATIN | GM_DIGIT))) continue; /* 6 months */
    if (n == 2 && places[row] == NOT && c[1] == 0x4E61 && (c[2] == 0x9547 || c[2] == 0x6751))
      continue; /* 14家乡镇卫生院 */
    best = row;
    longest = n;
  }
  *place = (gm_unit_place)places[best];
  if (*place == GM_UNIT_NOT) return 0;
  *length = longest;
  return best;
}
