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

/* Eras that are told without their first year being known here: of the republic, of neighbours, of older dynasties. */
#define OTHER_ERAS                                                                                                        \
  "民国 昭和 平成 令和 明治 大正 庆应 天保 主体 佛历 康德 伪满康德 元狩 元鼎 元封 建武 永平 永元 建安 黄初 太和 " \
  "太康 太元 义熙 元嘉 开皇 大业 武德 贞观 永徽 显庆 开元 天宝 至德 大历 贞元 元和 长庆 会昌 咸通 乾符 天佑 建隆 " \
  "开宝 太平兴国 淳化 咸平 景德 大中祥符 天圣 宝元 庆历 皇祐 嘉祐 治平 熙宁 元丰 元祐 绍圣 崇宁 政和 宣和 靖康 "  \
  "建炎 绍兴 乾道 淳熙 庆元 嘉定 宝庆 端平 淳祐 咸淳 至元 大德 延祐 至正 建文 景泰 天顺 弘光 永历"
#define OTHER_ENDINGS "国和成治正应保体历德狩鼎封武平元安初康熙嘉皇业观徽庆开宝贞长昌通符佑隆国化符圣宁丰祐宣靖炎兴道定文泰顺光政"

bool gm_era_before(const gm_view *view, size_t at) {
  unsigned first;
  return gm_reign_before(view, at, &first) ||
         (gm_one_before(view, at, OTHER_ENDINGS) && gm_words_before(view, at, OTHER_ERAS));
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
