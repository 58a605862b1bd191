/* PCT-01 with the whole told in a paragraph before: 党员总数为9804.1万名。 /
 * 女党员2930.2万名，占29.9%。少数民族党员744.5万名， 占7.6%。… Records only: three shares and more of a paragraph, all
 * but one of which fit one earlier amount. Four that agree among themselves are judged by percent_sibling.c, where they
 * stand. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define PAIRS       3
#define PAIR_BYTES  40 /* between an amount and its share: ，占会员总数的 */
#define LINES_ABOVE 8  /* a whole told farther up is of something else */
#define LOOSE       3  /* half units by which a share may be off and still be a slip of rounding */

typedef struct pair {
  const gm_figure *part, *share;
} pair;

static bool counts(const gm_figure *f) {
  return gm_is_amount(f) && gm_is_exact(f) && gm_is_plain(f) && f->value.digits > 0;
}

/* The shares of a line with their parts; 0 unless there are just PAIRS of them, all of one measure. */
static unsigned pairs_of(const gm_figures *figures, pair *out) {
  unsigned count = 0;
  for (uint32_t i = 1; i < figures->count; i++) {
    const gm_figure *share = &figures->items[i], *part = share - 1;
    if (share->kind != GM_FIGURE_PERCENT || !(share->roles & GM_ROLE_SHARE) || !gm_is_exact(share)) continue;
    if (!counts(part) || part->sentence != share->sentence || share->start - part->end > PAIR_BYTES) continue;
    if (count == PAIRS || (count && !gm_comparable(part, out[0].part))) return 0;
    out[count++] = (pair){part, share};
  }
  return count == PAIRS ? count : 0;
}

static bool fits(const pair *p, const gm_figure *whole, int halves) {
  return gm_ratio_fits(p->part->interval, whole->interval, gm_percent_interval(p->share, halves));
}

static void judge(gm_draft_check *check, uint32_t line, const pair *pairs) {
  const gm_figure *whole = NULL;
  uint32_t whole_line = 0;
  unsigned odd = PAIRS;
  uint32_t first = line > LINES_ABOVE ? line - LINES_ABOVE : 0;
  for (uint32_t at = line + 1; at-- > first;) {
    const gm_figures *figures = &check->figures[at];
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!gm_is_amount(f) || !gm_comparable(f, pairs[0].part)) continue;
      unsigned n = 0, misfit = PAIRS;
      for (unsigned k = 0; k < PAIRS; k++)
        if (fits(&pairs[k], f, 1))
          n++;
        else
          misfit = k;
      if (n == PAIRS) return;
      /* Any-fit accepts: some amount explains what the agreed whole does not. */
      if (odd < PAIRS && fits(&pairs[odd], f, 1)) return;
      if (n + 1 < PAIRS || !gm_is_exact(f) || whole) continue;
      whole = f;
      whole_line = at;
      odd = misfit;
    }
  }
  if (!whole || whole_line == line) return;
  const pair *p = &pairs[odd];
  bool rounding = fits(p, whole, LOOSE);
  gm_decimal computed;
  if ((rounding && !check->hints) || gm_decimal_compare(p->part->value, whole->value) > 0 ||
      !gm_percent_of(p->part->value, whole->value, p->share->value.scale, &computed))
    return;
  gm_report_figure(check, line, p->share);
  gm_lower(check->out, rounding ? GM_SEVERITY_HINT : GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%s=%s%%，文中为%s（本段另两项相符）",
         "%s / %s = %s%%, the text says %s (the other two of the paragraph agree)",
         gm_quote_figure(check->draft, line, p->part).text, gm_quote_figure(check->draft, whole_line, whole).text,
         gm_quote_decimal(computed).text, gm_quote_figure(check->draft, line, p->share).text);
  gm_relate_figure(check, line, p->part, "部分", "the part");
  gm_relate_figure(check, whole_line, whole, "整体", "the whole");
}

void gm_check_earlier_whole(gm_draft_check *check) {
  pair pairs[PAIRS];
  for (uint32_t line = 1; line < check->draft->count; line++) {
    if (check->figures[line].count < 2 * PAIRS) continue;
    if (pairs_of(&check->figures[line], pairs)) judge(check, line, pairs);
  }
}
