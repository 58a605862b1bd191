/* DT-08: years of the Republic, of reigns and of five-year plans against the years in brackets beside them. */
#include "check/dates.h"
#include "check/families.h"

typedef struct era {
  const char *name;
  unsigned first; /* the year of which it is 元年 */
} era;

/* Reigns by which old founding years are told; the first year of each from any chronological table. 乾隆 is written 乾
 * in both scripts. */
static const era reigns[] = {
    {"洪武", 1368}, {"永乐", 1403}, {"宣德", 1426}, {"成化", 1465}, {"弘治", 1488}, {"正德", 1506}, {"嘉靖", 1522},
    {"隆庆", 1567}, {"万历", 1573}, {"天启", 1621}, {"崇祯", 1628}, {"顺治", 1644}, {"康熙", 1662}, {"雍正", 1723},
    {"乾隆", 1736}, {"嘉庆", 1796}, {"道光", 1821}, {"咸丰", 1851}, {"同治", 1862}, {"光绪", 1875}, {"宣统", 1909},
};

/* The last characters of their names. */
#define ENDINGS "武乐德化治靖庆历启祯熙正隆光丰绪统"

size_t gm_reign_before(const gm_view *view, size_t at, unsigned *first) {
  for (size_t i = 0; gm_one_before(view, at, ENDINGS) && i < sizeof reigns / sizeof *reigns; i++) {
    *first = reigns[i].first;
    size_t name = gm_words_before(view, at, reigns[i].name);
    if (name) return name;
  }
  return 0;
}

/* What may stand between the year and the bracket: a season, a month. */
#define BETWEEN_CHARS 6u

/* Four digits of either script at `at`. */
static unsigned year_at(const gm_view *view, size_t at) {
  gm_numeral numeral;
  if (gm_numeral_read(view, at, &numeral) != 4 || !(numeral.flags & (GM_NUMERAL_ARABIC | GM_NUMERAL_POSITIONAL)) ||
      numeral.value.scale || numeral.value.digits < 1000)
    return 0;
  return (unsigned)numeral.value.digits;
}

/* The year that stands in brackets that open at `open`: （1945年）, （即公元1945年8月）, （1902）; 0 when none does.
 * *from and *to get the place of it. */
static unsigned year_in_brackets(const gm_view *view, size_t open, size_t *from, size_t *to) {
  unsigned month;
  size_t at = open + 1;
  at += gm_words_at(view, at, "即 合 也即 也就是");
  at += gm_words_at(view, at, "公元 西元 公历 西历");
  unsigned year = year_at(view, at);
  size_t mark = at + 4;
  if (!year) return 0;
  *from = at;
  *to = mark + (gm_one_of(view, mark, "年") != 0);
  if (gm_words_at(view, mark, "） 年） 年， 年春 年夏 年秋 年冬 年初 年底 年末")) return year;
  return *to > mark && gm_digits_at(view, *to, &month) ? year : 0;
}

/* The year right before the bracket that opens at `open`: 1945年（民国34年）. */
static unsigned year_before_brackets(const gm_view *view, size_t open, size_t *from, size_t *to) {
  if (open < 5 || !gm_one_before(view, open, "年")) return 0;
  *from = open - 5;
  *to = open;
  return open > 5 && view->cls[open - 6] & (GM_DIGIT | GM_NUMERAL) ? 0 : year_at(view, open - 5);
}

/* The five years of each plan. */
static const era plans[] = {
    {"八五", 1991},   {"九五", 1996},   {"十五", 2001},   {"十一五", 2006}, {"十二五", 2011},
    {"十三五", 2016}, {"十四五", 2021}, {"十五五", 2026}, {"十六五", 2031},
};
#define PLAN_YEARS 5

/* “十四五”时期（2021—2026年）: the years of a plan in brackets behind its name, one of them right. */
static void check_plan(gm_line_check *check, const gm_figure *figure) {
  const gm_view *view = check->view;
  size_t from = gm_view_find(view, figure->start), to = gm_view_find(view, figure->end), at = from;
  if (!gm_one_before(view, at, "（") || !gm_one_of(view, to, "）") || strcmp(gm_units[figure->unit].name, "年")) return;
  at--;
  at -= gm_words_before(view, at, "时期 期间 规划 规划期 规划期间 五年规划 发展规划");
  if (!gm_one_before(view, at, "”")) return;
  at--;
  int64_t first = figure->interval.low.digits, last = figure->interval.high.digits;
  for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
    size_t name = gm_words_before(view, at, plans[i].name);
    if (!name || !gm_one_before(view, at - name, "“")) continue;
    int64_t begins = plans[i].first, ends = begins + PLAN_YEARS - 1;
    if ((first == begins) == (last == ends)) return;
    gm_report_line(check, from, to);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "“%s”为%lld—%lld年，文中为%s", "%s is %lld to %lld, the text says %s",
           gm_quote_line(view, at - name, at).text, (long long)begins, (long long)ends,
           gm_quote_line(view, from, to).text);
    return;
  }
}

void gm_check_era(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  if (figure->kind == GM_FIGURE_RANGE) {
    check_plan(check, figure);
    return;
  }
  bool republic = figure->kind != GM_FIGURE_DURATION;
  size_t at = gm_view_find(view, figure->start), first = 0, from, to;
  unsigned year = 0;
  if (republic) {
    if (!gm_one_before(view, at, "国") || !gm_words_before(view, at, "民国") || !figure->date.year) return;
    year = figure->date.year;
    first = at - 2;
  } else {
    int64_t n = figure->value.digits;
    if (figure->value.scale || !gm_is_exact(figure) || n < 1 || n > 61 ||
        !gm_one_of(view, gm_view_find(view, figure->number_end), "年"))
      return;
    size_t name = gm_reign_before(view, at, &year);
    if (!name) return;
    year += (unsigned)n - 1;
    first = at - name;
  }
  size_t end = gm_view_find(view, figure->end), open = end;
  while (open < view->count && open - end < BETWEEN_CHARS && view->cls[open] & (GM_HAN | GM_DIGIT)) open++;
  unsigned told = gm_one_of(view, open, "（") ? year_in_brackets(view, open, &from, &to) : 0;
  if (!told) { /* 1902年（清光绪二十八年） */
    open = first;
    open -= gm_words_before(view, open, "中华 清 清朝 明 明朝 清代 明代");
    open -= gm_words_before(view, open, "即");
    open = open && gm_one_before(view, open, "（") ? open - 1 : SIZE_MAX;
    if (open == SIZE_MAX || !(told = year_before_brackets(view, open, &from, &to))) return;
  }
  /* The last month of the old calendar lies in the next year. */
  if (told == year || ((!republic || open > end) && told == year + 1)) return;
  gm_report_line(check, from, to);
  if (!republic) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s是%u年，文中为%s", "%s is %u, the text says %s",
         gm_quote_line(view, first, gm_find_word(view, at, end, "年") + 1).text, year,
         gm_quote_line(view, from, to).text);
  gm_relate(check->out, (gm_position){0, view->raw_at[first]}, (gm_position){0, figure->end},
            check->language == GM_ENGLISH ? "the year of the era" : "纪年");
}
