/* DT-05: years ago, against the year meant and the years the line tells. */
#include "check/draft.h"
#include "check/families.h"

#define WHICH_IS_BYTES 15  /* from 1949年 to 也就是 and its number */
#define PLACE_BYTES    36u /* where someone teaches, and 到 or 在 */
#define NEAR_FIGURES   48u /* figures before and behind one that may tell the year it counts to */
#define SINCE_BYTES    90  /* from 始建于1956年 to 距今已有 */

/* Does a year told in the line, or the draft's own, lie as many years behind `year` as is said? True as well when none
 * lies behind it; else *now is the last of them. */
static bool year_fits(const gm_figures *figures, uint32_t at, unsigned year, unsigned own, bool exact, unsigned *now) {
  const gm_figure *said = &figures->items[at];
  uint32_t first = at > NEAR_FIGURES ? at - NEAR_FIGURES : 0;
  uint32_t end = figures->count - at > NEAR_FIGURES ? at + NEAR_FIGURES : figures->count;
  *now = own > year ? own : 0;
  for (uint32_t i = first; i <= end; i++) {
    unsigned y = i < end ? figures->items[i].date.year : own;
    if (y <= year) continue;
    if (i < end) *now = y;
    gm_decimal passed = gm_decimal_of((int64_t)y - year);
    gm_interval slack = gm_interval_exact(passed);
    slack.low.digits -= !exact; /* the year may not be full yet */
    slack.high.digits += !exact;
    if (gm_interval_meet(slack, said->interval)) return true;
    /* Round numbers are round: 已有60年历史. */
    if (said->value.digits % 10 == 0 && passed.digits > said->value.digits && passed.digits - said->value.digits < 6)
      return true;
  }
  return !*now;
}

/* 1993年出生，2012年参加工作，工龄12年: nobody works or teaches from birth on. */
static bool is_birth(gm_text line, const gm_figure *f) {
  static const char *const behind[] = {"出生", "生，", "生于", "生人", "生的"};
  for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
    if (gm_reads(line, f->end, behind[k])) return true;
  return gm_reads_before(line, f->start, "生于") || gm_reads_before(line, f->start, "出生：");
}

/* The earliest year told in the sentence before figure `at`, SINCE_BYTES before it at most, that of a birth left out;
 * NULL when there is none. */
static const gm_figure *earliest_before(gm_text line, const gm_figures *figures, uint32_t at) {
  const gm_figure *f = &figures->items[at], *then = NULL;
  for (uint32_t i = at; i-- > 0 && figures->items[i].sentence == f->sentence;) {
    const gm_figure *y = &figures->items[i];
    if (f->start - y->end > SINCE_BYTES) break;
    if ((y->kind == GM_FIGURE_YEAR || y->kind == GM_FIGURE_DATE) && y->date.year && !is_birth(line, y) &&
        (!then || y->date.year < then->date.year))
      then = y;
  }
  return then;
}

#define NOW_SLACK 2 /* years that the draft may be younger than the last year it tells */

/* 成立于1985年，1996年走向国际，距今22年: does the duration count from a later year of the sentence? */
static bool another_fits(const gm_figures *figures, uint32_t at, unsigned earliest, unsigned now) {
  const gm_figure *f = &figures->items[at];
  for (uint32_t i = at; i-- > 0 && at - i <= NEAR_FIGURES && figures->items[i].sentence == f->sentence;) {
    unsigned y = figures->items[i].date.year;
    if (y <= earliest || y > now) continue;
    if (f->value.digits >= (int64_t)(now - y) && f->value.digits <= (int64_t)(now - y) + NOW_SLACK) return true;
  }
  return false;
}

static const char *const ago[] = {"前的", "前（", "前，", NULL};
static const char *const before[] = {"前", NULL};
static const char *const which_is[] = {"，也就是", "，即", "也就是", "，距今", NULL};
static const char *const since[] = {"从教",   "任教",     "执教",   "从医",   "从警",     "从军",     "从艺",   "从业",
                                    "入党",   "入党已",   "工龄",   "教龄",   "党龄",     "军龄",     "警龄",   "医龄",
                                    "驾龄",   "工龄已",   "教龄已", "党龄已", "工龄达",   "教龄达",   "党龄达", "距今",
                                    "距今已", "距今已有", "距今有", "至今已", "至今已有", "迄今已有", "距今约", NULL};
static const char *const seniority[] = {"党龄",   "工龄",   "教龄",   "军龄",   "警龄",   "驾龄",   "医龄", "的党龄",
                                        "的工龄", "的教龄", "的军龄", "的警龄", "的驾龄", "的医龄", NULL};
static const char *const aged[] = {"已有", "已", "走过", "走过了", "已走过", "有着", "具有", NULL};
static const char *const history[] = {"历史", "的历史", "历程", "的历程", NULL};

static const char *const years_later[] = {"后的今天", "后的今日", "后，今天", NULL}; /* 1951年，…；74年后的今天 */

static const char *const endings[] = {"退休", "离休", "退役", "转业", "卸任", "离任", "去世", "逝世", NULL};

/* A draft does not say when it is written, and the library asks no clock: years up to the one may be a writer's today
 * whatever the line tells, later ones where the line tells a year that lies at most so many before. */
#define YEAR_TO_COME 2032
#define YEARS_BEHIND 10

/* 1988年参加工作，1995年入党，从教30年: more years than lie between, and nothing says that the later is today's. */
static bool may_be_later(gm_text line, const gm_figures *figures, uint32_t at, unsigned earliest, unsigned now,
                         unsigned own) {
  const gm_figure *f = &figures->items[at];
  int64_t today = (int64_t)earliest + f->value.digits;
  if ((today > YEAR_TO_COME && today > (int64_t)now + YEARS_BEHIND) || own >= now) return false;
  if (gm_decimal_compare(f->interval.high, gm_decimal_of((int64_t)now - earliest)) <= 0) return false;
  for (uint32_t i = at; i-- > 0 && figures->items[i].sentence == f->sentence;) {
    const gm_figure *g = &figures->items[i];
    if (g->date.year != now) continue;
    if (g->clause == f->clause) return false;
    /* 2020年光荣退休，从教…: nothing is counted beyond that. */
    for (uint32_t byte = g->end; byte < f->start; byte++)
      for (const char *const *word = endings; *word; word++)
        if (gm_reads(line, byte, *word)) return false;
  }
  return true;
}

/* 毕业后到中学执教两年: a time spent at one place, not all of them. */
static bool taught_somewhere(gm_text text, const gm_figures *figures, uint32_t i) {
  static const char *const teaching[] = {"任教", "执教", NULL}, *const at[] = {"到", "在", NULL};
  const gm_figure *f = &figures->items[i];
  uint32_t start = gm_figure_from(f), from = i && f[-1].end > start - PLACE_BYTES ? f[-1].end : start - PLACE_BYTES;
  return start > PLACE_BYTES && gm_reads_one_before(text, start, teaching) && gm_reads_within(text, from, start, at);
}

#define BEGUN_BYTES 36u /* from a date to what began on it */

/* What the years of a kind begin with. */
static const struct {
  const char *years, *begun[5];
} services[] = {{"党龄", {"入党", "加入中国共产党", "加入党"}}, {"军龄", {"入伍", "参军", "当兵"}}};

/* 2010年9月参加工作，现在已有5年党龄: are the years of something that did not begin with the date? Years of work may
 * begin with anything. */
static bool of_another_service(gm_text text, const gm_figure *f, const gm_figure *then) {
  uint32_t at = f->end + gm_reads(text, f->end, "的"), end = then->end + BEGUN_BYTES;
  for (size_t k = 0; k < sizeof services / sizeof *services; k++) {
    if (!gm_reads(text, at, services[k].years)) continue;
    return !gm_reads_within(text, then->end, end < f->start ? end : f->start, services[k].begun);
  }
  return false;
}

/* The date from which the years of figure i are counted; NULL when it is not told so. *exact: the very year is named.
 */
static const gm_figure *counted_from(gm_text text, const gm_figures *figures, uint32_t i, bool *exact) {
  const gm_figure *f = &figures->items[i];
  uint32_t start = gm_figure_from(f);
  uint32_t bytes = gm_reads_one(text, f->end, ago);
  *exact = true;
  if (bytes && gm_reads_before(text, start, "的")) return NULL; /* 成立的21年前的1485年: before that, not before now */
  if (bytes && i + 1 < figures->count && figures->items[i + 1].start == f->end + bytes) return f + 1;
  if (i && gm_reads_one(text, f->end, before) && gm_reads_one_before(text, start, which_is) &&
      start - f[-1].end <= WHICH_IS_BYTES)
    return f - 1;
  *exact = false;
  if (taught_somewhere(text, figures, i)) return NULL;
  if (gm_reads_one_before(text, start, since) || gm_reads_one(text, f->end, years_later) ||
      gm_reads_one(text, f->end, seniority) ||
      (gm_reads_one(text, f->end, history) && gm_reads_one_before(text, start, aged)))
    return earliest_before(text, figures, i);
  return NULL;
}

/* 72年前的1950年; 始建于1956年，距今已有60年. */
void gm_check_years_ago(gm_draft_check *check) {
  unsigned own = 0;
  bool looked = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DURATION))) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || !(check->kinds[line] & (GM_KIND(YEAR) | GM_KIND(DATE)))) continue;
    const gm_figures *figures = &check->figures[line];
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (f->kind != GM_FIGURE_DURATION || f->value.scale || f->value.digits < 2 || f->value.digits > 3000 ||
          strcmp(gm_units[f->unit].name, "年"))
        continue;
      bool exact;
      const gm_figure *then = counted_from(check->draft->lines[line], figures, i, &exact);
      if (!then || (then->kind != GM_FIGURE_YEAR && then->kind != GM_FIGURE_DATE) || !then->date.year ||
          then->roles & GM_ROLE_TITLE || of_another_service(check->draft->lines[line], f, then))
        continue;
      if (!looked) own = gm_date_of_draft(check).date.year;
      looked = true;
      unsigned now;
      if (year_fits(figures, i, then->date.year, own, exact, &now)) continue;
      if (!exact && (another_fits(figures, i, then->date.year, now) ||
                     may_be_later(check->draft->lines[line], figures, i, then->date.year, now, own)))
        continue;
      if (!exact && own > now) now = own; /* 至今 */
      gm_report_figure(check, line, f);
      gm_say(check->out, check->language, "%u-%u=%u，文中为%s", "%u - %u = %u, the text says %s", now, then->date.year,
             now - then->date.year, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, then, exact ? "所指年份" : "起始年份", "the year meant");
    }
  }
  gm_check_until_now(check);
  gm_check_editions(check);
  gm_check_session(check);
}
