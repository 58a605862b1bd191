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

#define NAME_BYTES 21u /* from an age to the year of birth of whose it is */
static const char *const apart[] = {"；", "、", "，", NULL};

/* The only birth that the sentence of figure `at` tells; NULL when there is none, two, or any other year, by which
 * gm_check_ages judges. */
static const gm_figure *birth_of(gm_text line, const gm_figures *figures, uint32_t at) {
  const gm_figure *age = &figures->items[at], *birth = NULL;
  for (uint32_t i = 0; i < figures->count; i++) {
    const gm_figure *f = &figures->items[i];
    if (f->sentence != age->sentence || !f->date.year) continue;
    if (f->start > age->start) { /* 今年86岁，1974年进院; 现年67岁的老李1950年出生 */
      if (!birth && is_birth(line, f) && !gm_reads(line, f->end, "出生的") && f->start - age->end <= NAME_BYTES &&
          !gm_reads_within(line, age->end, f->start, apart))
        return f;
      continue;
    }
    if (birth) return NULL;
    if (!is_birth(line, f)) return NULL;
    birth = f;
  }
  return birth;
}

#define HAN_BYTES 3u

#define TITLES 3u /* lines in which a title stands */

/* 迎来建院50周年: the only jubilee that a title tells, in line *title; NULL when there is none. */
static const gm_figure *jubilee_of_title(const gm_draft_check *check, uint32_t *title) {
  const gm_figure *found = NULL;
  uint32_t line = gm_next_text(check->draft, 0);
  for (unsigned seen = 0; line < check->draft->count && seen < TITLES;
       line = gm_next_text(check->draft, line + 1), seen++) {
    if (!gm_may_be_title(check->draft, line)) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      if (check->figures[line].items[i].kind != GM_FIGURE_ANNIVERSARY) continue;
      if (found) return NULL;
      found = &check->figures[line].items[i];
      *title = line;
    }
  }
  return found;
}

/* 建院50周年 in the title, and 1974年建院: the year in which both are told; 0 when it is not known. */
static unsigned year_of_jubilee(const gm_draft_check *check) {
  uint32_t title = 0;
  const gm_figure *jubilee = jubilee_of_title(check, &title);
  if (!jubilee || !gm_is_exact(jubilee) || jubilee->value.scale || jubilee->start < 2 * HAN_BYTES) return 0;
  char begun[2 * HAN_BYTES + 1] = {0};
  memcpy(begun, check->draft->lines[title].ptr + jubilee->start - 2 * HAN_BYTES, 2 * HAN_BYTES);
  unsigned first = 0;
  for (uint32_t line = title + 1; (line = gm_next_line(check, line, GM_KIND(YEAR))) < check->draft->count; line++)
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (f->kind != GM_FIGURE_YEAR || !f->date.year || !gm_reads(check->draft->lines[line], f->end, begun)) continue;
      if (first && first != f->date.year) return 0;
      first = f->date.year;
    }
  return first ? first + (unsigned)jubilee->value.digits : 0;
}

/* The year in which the draft says 今年, and how far an age may be above what it gives. */
typedef struct this_year {
  unsigned year, over;
  bool looked; /* for a year that the draft's date does not tell */
} this_year;

/* Of a draft without a date: by a jubilee, or by its title, which may be of the year before (2024年工作总结). */
static unsigned year_of(const gm_draft_check *check, this_year *now) {
  if (now->year || now->looked) return now->year;
  now->looked = true;
  if ((now->year = gm_today_of(check).year) != 0) return now->year;
  now->year = year_of_jubilee(check);
  if (!now->year) {
    gm_title_holds(check, "年", &now->year);
    now->over++;
  }
  return now->year;
}

/* 3月18日, 1938年2月出生: is the birthday past on the day of the draft? */
static bool had_birthday(const gm_draft_check *check, const gm_figure *birth) {
  return birth->date.month && birth->date.month < gm_today_of(check).month;
}

void gm_check_ages_today(gm_draft_check *check, unsigned own) {
  this_year today = {own, YEARS_OVER, false};
  for (uint32_t line = 0;
       (line = gm_next_line(check, line, GM_KIND(QUANTITY) | GM_KIND(DURATION))) < check->draft->count; line++) {
    if (!(check->kinds[line] & (GM_KIND(DATE) | GM_KIND(YEAR))) || !check->draft->classes[line].keep ||
        check->figures[line].count > GM_MENTIONS_MAX)
      continue;
    const gm_figures *figures = &check->figures[line];
    const char *text = check->draft->lines[line].ptr;
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (f->start < 6 || memcmp(text + f->start - 3, "年", 3)) continue; /* most */
      if (!gm_is_exact(f) || f->value.scale || !gm_is_age(f)) continue;
      if (!gm_reads_before(check->draft->lines[line], f->start, "现年") &&
          !gm_reads_before(check->draft->lines[line], f->start, "今年"))
        continue;
      const gm_figure *birth = birth_of(check->draft->lines[line], figures, i);
      int64_t years = birth ? (int64_t)year_of(check, &today) - birth->date.year : 0;
      if (years <= 0) continue;
      bool short_by_two = f->value.digits == years - YEARS_SHORT && had_birthday(check, birth);
      if (f->value.digits >= years - YEARS_SHORT && f->value.digits <= years + today.over && !short_by_two) continue;
      if (!own && gm_reads(check->draft->lines[line], f->end, "的")) continue; /* 今年67岁的老伴 */
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", today.year,
             (unsigned)birth->date.year, (unsigned)years, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, birth, "出生年份", "the year of birth");
    }
  }
}
