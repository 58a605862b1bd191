/* XR-03: a growth of the title that the text tells otherwise of what the title names. */
#include "check/draft.h"
#include "check/title.h"

#define MEASURE_BYTES 9u /* three characters that name what grew: 客运量 */

/* 客运量同比增长9% of the title: where the name of what grew ends; 0 when it is not told so. */
static uint32_t name_of_growth(gm_text line, const gm_figure *f) {
  static const char *const growths[] = {"同比增长", "增长", "同比下降", "下降", "同比增加"};
  if (f->kind != GM_FIGURE_PERCENT || !gm_is_exact(f) || f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_TITLE)) return 0;
  for (size_t i = 0; i < sizeof growths / sizeof *growths; i++) {
    uint32_t bytes = gm_reads_before(line, f->start, growths[i]);
    if (bytes) return f->start >= bytes + MEASURE_BYTES ? f->start - bytes : 0;
  }
  return 0;
}

/* 客运量5184万人次，上年4800万人次，增长8%: the first growth behind the amount of that name; NULL when its clause says
 * more than that it grew. */
static const gm_figure *growth_of(gm_text line, const gm_figures *figures, const char *name, const gm_figure *told) {
  static const char *const bare[] = {"，增长",       "，同比增长",   "，下降",    "，同比下降",
                                     "，比上年增长", "，比上年下降", "，同比增加"};
  for (uint32_t i = 0; i + 1 < figures->count; i++) {
    const gm_figure *a = &figures->items[i];
    char word[MEASURE_BYTES + 1] = {0};
    memcpy(word, name, MEASURE_BYTES);
    if (!gm_is_amount(a) || !gm_is_exact(a) || !gm_reads_before(line, a->start, word)) continue;
    for (const gm_figure *f = a + 1, *end = figures->items + figures->count; f < end && f->sentence == a->sentence;
         f++) {
      if (f->kind != GM_FIGURE_PERCENT) {
        if (!gm_comparable(f, a) && f->kind != GM_FIGURE_YEAR) return NULL;
        continue;
      }
      bool follows = false;
      for (size_t k = 0; k < sizeof bare / sizeof *bare; k++) follows |= gm_reads_before(line, f->start, bare[k]) != 0;
      return follows && gm_is_exact(f) && gm_of_titled_kind(told, f) ? f : NULL;
    }
  }
  return NULL;
}

/* Is a growth of the text within one point of the title's, which may be rounded? */
static bool growth_is_met(const gm_draft_check *check, const gm_twin *title) {
  for (uint32_t i = title->line + 1; (i = gm_next_line(check, i, GM_KIND(PERCENT))) < check->draft->count; i++)
    for (uint32_t f = 0; f < check->figures[i].count; f++) {
      gm_decimal off;
      const gm_figure *g = &check->figures[i].items[f];
      if (g->kind != GM_FIGURE_PERCENT || !gm_decimal_subtract(g->value, title->figure->value, &off)) continue;
      if (off.digits < 0) off.digits = -off.digits;
      if (gm_decimal_compare(off, gm_decimal_of(1)) < 0) return true;
    }
  return false;
}

/* 客运量同比增长9% over 客运量5184万人次，上年4800万人次，增长8%: the growth that the text tells of what the title
 * names. */
gm_twin gm_growth_told(const gm_draft_check *check, const gm_twin *title) {
  gm_text over = check->draft->lines[title->line];
  uint32_t end = name_of_growth(over, title->figure), seen = 0;
  if (!end || growth_is_met(check, title)) return (gm_twin){NULL, 0, 0};
  for (uint32_t i = title->line + 1; i < check->draft->count && seen < GM_LEAD_LINES; i++) {
    if (!check->draft->classes[i].keep || !check->draft->looks[i].chars) continue;
    seen++;
    const gm_figure *f =
        growth_of(check->draft->lines[i], &check->figures[i], over.ptr + end - MEASURE_BYTES, title->figure);
    if (f) return (gm_twin){f, i, (uint32_t)(f - check->figures[i].items)};
  }
  return (gm_twin){NULL, 0, 0};
}
