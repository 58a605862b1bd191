/* DT-06 over a draft: 1963年5月生，…现年52岁, and the draft is of 2025. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define YEARS_SHORT 2 /* the birthday is yet to come, the draft is of the year after */
#define YEARS_OVER  1 /* 虚岁 */

/* Is the year of a birth: 1963年生, 生于1963年, 1963年5月出生? */
static bool is_birth(gm_text line, const gm_figure *f) {
  static const char *const behind[] = {"出生", "生，", "生。", "生、", "生人", "生于", "生）", "诞生"};
  static const char *const before[] = {"生于", "出生于", "诞生于", "出生年月："};
  if (!f->date.year || f->roles & GM_ROLE_TITLE) return false;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    if (gm_reads(line, f->end, behind[i])) return true;
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (gm_reads_before(line, f->start, before[i])) return true;
  return false;
}

/* The only birth that the sentence of figure `at` tells; NULL when there is none, two, or any other year, by which
 * gm_check_ages judges. */
static const gm_figure *birth_of(gm_text line, const gm_figures *figures, uint32_t at) {
  const gm_figure *age = &figures->items[at], *birth = NULL;
  for (uint32_t i = 0; i < figures->count; i++) {
    const gm_figure *f = &figures->items[i];
    if (f->sentence != age->sentence || !f->date.year) continue;
    if (birth || f->start > age->start) return NULL;
    if (!is_birth(line, f)) return NULL;
    birth = f;
  }
  return birth;
}

void gm_check_ages_today(gm_draft_check *check, unsigned own) {
  for (uint32_t line = 0; own && (line = gm_next_line(check, line, GM_KIND(QUANTITY))) < check->draft->count; line++) {
    if (!(check->kinds[line] & (GM_KIND(DATE) | GM_KIND(YEAR))) || !check->draft->classes[line].keep ||
        check->figures[line].count > GM_MENTIONS_MAX)
      continue;
    const gm_figures *figures = &check->figures[line];
    const char *text = check->draft->lines[line].ptr;
    for (uint32_t i = 1; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (f->start < 6 || memcmp(text + f->start - 3, "年", 3)) continue; /* most */
      if (f->kind != GM_FIGURE_QUANTITY || !gm_is_exact(f) || f->value.scale || strcmp(gm_units[f->unit].name, "岁"))
        continue;
      if (!gm_reads_before(check->draft->lines[line], f->start, "现年") &&
          !gm_reads_before(check->draft->lines[line], f->start, "今年"))
        continue;
      const gm_figure *birth = birth_of(check->draft->lines[line], figures, i);
      int64_t years = birth ? (int64_t)own - birth->date.year : 0;
      if (years <= 0 || (f->value.digits >= years - YEARS_SHORT && f->value.digits <= years + YEARS_OVER)) continue;
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", own,
             (unsigned)birth->date.year, (unsigned)years, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, birth, "出生年份", "the year of birth");
    }
  }
}
