#include "check/measure.h"

#include "check/link.h"
#include "check/period_words.h"
#include "data/han.h"
#include "text/utf8.h"

#define SHARED 4 /* Han characters in a row that tell of the same measure */

bool gm_ends_a_name(uint32_t c) {
  switch (c) {
    case 0x9547:
    case 0x4E61:
    case 0x53BF:
    case 0x5E02:
    case 0x7701:
    case 0x533A:
    case 0x5DDE:
    case 0x6751:
    case 0x8857:
    case 0x9053:
    case 0x5C40:
    case 0x9662:
    case 0x7CFB:
    case 0x90E8:
    case 0x5904:
    case 0x79D1:
    case 0x6240:
    case 0x7AD9:
    case 0x5382:
    case 0x6821:
    case 0x793E:
    case 0x9986: return true;
    default: return false;
  }
}

static bool ends_a_day(uint32_t c) { return c == 0x5E74 /* 年 */ || c == 0x6708 /* 月 */ || c == 0x65E5 /* 日 */; }

/* 全, 我, 本, 该, 各, 个 before 镇 or 馆 name what the draft is about, what was named before, or nothing. */
static bool is_own(uint32_t c) {
  static const uint32_t own[] = {0x5168, 0x6211, 0x672C, 0x8BE5, 0x5404, 0x4E2A};
  for (size_t k = 0; k < sizeof own / sizeof *own; k++)
    if (c == own[k]) return true;
  return false;
}

/* 社会, 市场, 处理, 村医, 乡镇: a word that begins with a character that ends names. */
static bool begins_word(uint32_t c, uint32_t next) {
  static const uint32_t words[][2] = {
      {0x793E, 0x4F1A} /* 社会 */, {0x793E, 0x533A} /* 社区 */, {0x5E02, 0x573A} /* 市场 */,
      {0x5904, 0x7406} /* 处理 */, {0x5904, 0x7F6E} /* 处置 */, {0x79D1, 0x6280} /* 科技 */,
      {0x79D1, 0x7814} /* 科研 */, {0x9053, 0x8DEF} /* 道路 */, {0x9986, 0x85CF} /* 馆藏 */,
      {0x7AD9, 0x70B9} /* 站点 */, {0x6751, 0x533B} /* 村医 */, {0x6751, 0x6C11} /* 村民 */,
      {0x6751, 0x5E72} /* 村干 */, {0x6751, 0x5B98} /* 村官 */, {0x6751, 0x5E84} /* 村庄 */,
      {0x6821, 0x533B} /* 校医 */, {0x6821, 0x957F} /* 校长 */, {0x6821, 0x53CB} /* 校友 */,
      {0x6821, 0x56ED} /* 校园 */, {0x5382, 0x533B} /* 厂医 */, {0x5382, 0x623F} /* 厂房 */,
      {0x5382, 0x5BB6} /* 厂家 */, {0x9662, 0x58EB} /* 院士 */, {0x9662, 0x957F} /* 院长 */,
      {0x4E61, 0x9547} /* 乡镇 */, {0x5E02, 0x6C11} /* 市民 */, {0x5E02, 0x653F} /* 市政 */};
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (c == words[k][0] && next == words[k][1]) return true;
  return false;
}

/* Does another name stand where the shared run begins? In 禾阳镇现有…, 丰泽镇现有… the run is 镇现有…: two subjects. */
static bool names_differ(const uint32_t *a, size_t i, const uint32_t *b, size_t j) {
  if (!i || !j || a[i - 1] == b[j - 1] || is_own(a[i - 1]) || is_own(b[j - 1])) return false;
  if (ends_a_day(a[i - 1]) || ends_a_day(b[j - 1])) return false; /* 禾丰县审计局, 2024年县审计局 */
  if (gm_ends_a_name(a[i]) && !begins_word(a[i], a[i + 1]))
    return gm_class_of(a[i - 1]) & GM_HAN && gm_class_of(b[j - 1]) & GM_HAN;
  return gm_ends_a_name(a[i - 1]) && gm_ends_a_name(b[j - 1]);
}

/* 在校生, 出院, 建校, 进村, 送到村头, 记者从市发改委获悉, 据县气象台: what one does or hears there is no name. */
static bool goes_to(uint32_t c) {
  static const uint32_t verbs[] = {0x5728 /* 在 */, 0x5EFA /* 建 */, 0x51FA /* 出 */, 0x4F4F /* 住 */,
                                   0x5165 /* 入 */, 0x8F6C /* 转 */, 0x79BB /* 离 */, 0x8FD4 /* 返 */,
                                   0x8FDB /* 进 */, 0x9A7B /* 驻 */, 0x5230 /* 到 */, 0x56DE /* 回 */,
                                   0x4ECE /* 从 */, 0x7531 /* 由 */, 0x636E /* 据 */};
  for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
    if (c == verbs[k]) return true;
  return false;
}

/* The last name of a place or a body in a context, as its last two characters; 0 when there is none. 全市, 我校 and
 * their like name whatever the draft is about. */
static uint64_t last_name(const uint32_t *text, size_t count) {
  static const uint32_t ends[] = {0x9547 /* 镇 */, 0x4E61 /* 乡 */, 0x53BF /* 县 */, 0x5E02 /* 市 */, 0x7701 /* 省 */,
                                  0x6751 /* 村 */, 0x9662 /* 院 */, 0x5C40 /* 局 */, 0x6821 /* 校 */, 0x5382 /* 厂 */};
  uint64_t bits = 0; /* the last six bits of the ends: most places are passed by them */
  for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) bits |= UINT64_C(1) << (ends[k] & 63);
  for (size_t i = count; i-- > 1;) {
    if (!(bits >> (text[i] & 63) & 1)) continue;
    bool end = false, level = i + 1 < count && text[i + 1] == 0x7EA7; /* 县级 */
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) end = end || text[i] == ends[k];
    if (end && !level && !is_own(text[i - 1]) && !ends_a_day(text[i - 1]) && !goes_to(text[i - 1]) &&
        gm_class_of(text[i - 1]) & GM_HAN && !(i + 1 < count && begins_word(text[i], text[i + 1])) &&
        !begins_word(text[i - 1], text[i]))
      return (uint64_t)text[i - 1] << 32 | text[i];
  }
  return 0;
}

static bool is_place(uint32_t c) {
  static const uint32_t places[] = {0x7701 /* 省 */, 0x5E02 /* 市 */, 0x53BF /* 县 */, 0x533A /* 区 */,
                                    0x9547 /* 镇 */, 0x4E61 /* 乡 */, 0x6751 /* 村 */};
  for (size_t k = 0; k < sizeof places / sizeof *places; k++)
    if (c == places[k]) return true;
  return false;
}

/* The last 全市, 我县, 镇里 or the like in a context: its last character, that of a place; 0 when there is none. */
static uint32_t own_place(const uint32_t *text, size_t count) {
  for (size_t i = count; i-- > 0;) {
    if (!is_place(text[i])) continue;
    if (i + 1 < count && text[i + 1] == 0x91CC /* 里 */ && (!i || !(gm_class_of(text[i - 1]) & GM_HAN))) return text[i];
    if (i && is_own(text[i - 1]) && text[i - 1] != 0x5404 /* 各 */) return text[i];
  }
  return 0;
}

/* Words that belong to any percentage tell nothing, nor do numerals. */
bool gm_tells(uint32_t c) {
  static const uint32_t dull[] = {0x5360, 0x6BD4, 0x7387, 0x7684, 0x540C, 0x589E, 0x957F, 0x8FBE, 0x4E3A};
  uint64_t bits = 0; /* their last six bits */
  for (size_t k = 0; k < sizeof dull / sizeof *dull; k++) bits |= UINT64_C(1) << (dull[k] & 63);
  for (size_t k = 0; bits >> (c & 63) & 1 && k < sizeof dull / sizeof *dull; k++)
    if (c == dull[k]) return false;
  if (c - GM_HAN_FIRST < GM_HAN_COUNT) return !(gm_han_folded[c - GM_HAN_FIRST] & 0x8000);
  return (gm_class_of(c) & (GM_HAN | GM_NUMERAL)) == GM_HAN;
}

#define SENTENCE_FIGURES 24u /* figures before one that are asked for its year and day */

/* The year, and the month and day, told before the figure in its sentence; 0 when none. */
static void date_told(gm_text line, const gm_figures *figures, const gm_twin *m, unsigned *year, uint32_t *day) {
  *year = *day = 0;
  for (uint32_t i = m->index, n = 0; i-- > 0 && n < SENTENCE_FIGURES && (!*year || !*day); n++) {
    const gm_figure *f = &figures[m->line].items[i];
    if (f->sentence != m->figure->sentence) return;
    if (f->kind != GM_FIGURE_YEAR && f->kind != GM_FIGURE_DATE) continue;
    bool compared = gm_reads_before(line, f->start, "比") || gm_reads_before(line, f->start, "较"); /* 比2025年增长 */
    if (!*year && !compared) *year = f->date.year;
    if (f->kind == GM_FIGURE_DATE && !*day) *day = f->date.month * 32u + f->date.day;
  }
}

#define HOLIDAY_BYTES 60u /* of a line, in which it says of which holiday it tells */

/* The holidays that a line opens with: 清明假期3天，…. */
static uint32_t holidays_of(gm_text line) {
  static const char *const names[] = {"元旦", "春节", "元宵", "清明", "五一", "劳动节", "端午", "中秋", "国庆", "暑期", "暑假", "寒假"};
  uint32_t end = line.len < HOLIDAY_BYTES ? (uint32_t)line.len : HOLIDAY_BYTES, bits = 0;
  for (uint32_t i = 0; i < end; i++)
    for (size_t k = 0; (unsigned char)line.ptr[i] >= 0xE3 && k < sizeof names / sizeof *names; k++)
      if (gm_reads(line, i, names[k])) bits |= UINT32_C(1) << k;
  return bits;
}

/* The date alone, for the pairs that it tells apart. */
static void read_date(const gm_draft_check *check, const gm_twin *m, gm_measure *c) {
  if (c->dated) return;
  c->dated = true;
  date_told(check->draft->lines[m->line], check->figures, m, &c->year, &c->day);
  c->own_year = c->year ? 0 : check->title_year;
  c->holidays = holidays_of(check->draft->lines[m->line]);
}

static void read_context(const gm_draft_check *check, const gm_twin *m, gm_measure *c) {
  if (c->made) return;
  c->made = true;
  c->has_periods = c->has_places = c->has_subject = c->has_opposed = false;
  c->words = check->words;
  c->count = gm_context_before(check->draft->lines[m->line], m->figure->start, c->text, GM_MEASURE_CHARS);
}

/* Where the characters stand that tell of a measure. */
static void read_places(gm_measure *c) {
  if (c->has_places) return;
  c->has_places = true;
  c->telling = 0;
  memset(c->places, 0, sizeof c->places);
  const uint32_t *text = c->text + GM_MEASURE_CHARS - c->count;
  for (size_t i = 0; i < c->count; i++) {
    uint64_t place = (uint64_t)gm_tells(text[i]) << i;
    c->telling |= place;
    c->places[text[i] % GM_MEASURE_BUCKETS] |= place;
  }
}

void gm_measure_begin(gm_measure *measure) { measure->made = measure->dated = false; }

void gm_measure_read(const gm_draft_check *check, const gm_twin *m, gm_measure *measure) {
  read_date(check, m, measure);
  read_context(check, m, measure);
}

static uint64_t periods_of(gm_measure *c) {
  if (!c->has_periods) c->periods = gm_period_words(c->words, c->text + GM_MEASURE_CHARS - c->count, c->count);
  c->has_periods = true;
  return c->periods;
}

/* 邻村, 邻县: none that the draft is about. */
static bool is_neighbour(uint64_t name) { return name >> 32 == 0x90BB; }

/* Where what is said begins behind who says it: 市人社局局长…介绍，; 0 when nobody is named as saying it. */
static size_t behind_speaker(const uint32_t *text, size_t count) {
  static const uint32_t verbs[][2] = {{0x4ECB, 0x7ECD}, {0x8868, 0x793A}, {0x900F, 0x9732}, {0x544A, 0x8BC9}};
  for (size_t i = count; i-- > 2;)
    for (size_t k = 0; gm_class_of(text[i]) & GM_PAUSE && k < sizeof verbs / sizeof *verbs; k++)
      if (text[i - 2] == verbs[k][0] && text[i - 1] == verbs[k][1]) return i + 1;
  return 0;
}

/* The last name, unless it is of a body and the draft's own place is spoken of behind it: 据县统计局数据，全县…; or of
 * who says what is told. */
static uint64_t told_name(const uint32_t *text, size_t count) {
  size_t said = behind_speaker(text, count); /* 介绍 表示 透露 告诉 */
  text += said;
  count -= said;
  uint64_t name = last_name(text, count);
  for (size_t i = count; name && !is_place((uint32_t)name) && i-- > 1;) {
    if (text[i] == (uint32_t)name && text[i - 1] == name >> 32) return name;
    if (is_place(text[i]) && is_own(text[i - 1]) && text[i - 1] != 0x5404 /* 各 */) return 0;
  }
  return name;
}

/* 全市 is a 市, whatever its name: no 云溪县. */
bool gm_names_agree(const gm_measure *a, const gm_measure *b) {
  const uint32_t *x = a->text + GM_MEASURE_CHARS - a->count, *y = b->text + GM_MEASURE_CHARS - b->count;
  uint64_t name = told_name(x, a->count), other = told_name(y, b->count);
  if ((name && other) || is_neighbour(name) || is_neighbour(other)) return name == other;
  uint32_t place = own_place(x, a->count), other_place = own_place(y, b->count);
  if (place && other_place) return place == other_place;
  return !(place && other && is_place((uint32_t)other) && place != (uint32_t)other) &&
         !(other_place && name && is_place((uint32_t)name) && other_place != (uint32_t)name);
}

/* May two contexts share a run of `need`, 3 or 4, characters that tell? Bit j of `at` says that the character at i may
 * be that at j, of `pair` that it and the one before may be those at j and before. False for most pairs. */
static bool may_share_run(const gm_measure *x, gm_measure *y, size_t need) {
  read_places(y);
  const uint32_t *a = x->text + GM_MEASURE_CHARS - x->count;
  uint64_t before = 0, two_before = 0, pair_before = 0;
  for (size_t i = 0; i < x->count; i++) {
    uint64_t at = y->places[a[i] % GM_MEASURE_BUCKETS], pair = at & before << 1;
    if (need == SHARED ? pair & two_before << 2 : pair & pair_before << 1) return true;
    before = at;
    two_before = pair_before;
    pair_before = pair;
  }
  return false;
}

/* Do two contexts share a run of `need` Han characters or more, the longest of which is not said of two names? A run
 * so long covers one of every `need` places, so that only those are looked up. */
static bool share_run(const gm_measure *x, gm_measure *y, size_t need) {
  if (!may_share_run(x, y, need)) return false;
  size_t n = x->count, m = y->count, best = 0;
  const uint32_t *a = x->text + GM_MEASURE_CHARS - n, *b = y->text + GM_MEASURE_CHARS - m;
  bool differ = false;
  for (size_t i = need - 1; i < n; i += need) {
    for (uint64_t left = y->places[a[i] % GM_MEASURE_BUCKETS]; left; left &= left - 1) {
      size_t j = (size_t)__builtin_ctzll(left), back = 0, on = 1;
      if (b[j] != a[i]) continue;
      while (back < i && back < j && a[i - back - 1] == b[j - back - 1] && y->telling >> (j - back - 1) & 1) back++;
      while (i + on < n && j + on < m && a[i + on] == b[j + on] && y->telling >> (j + on) & 1) on++;
      if (back + on <= best || back + on < need) continue;
      best = back + on;
      differ = names_differ(a, i - back, b, j - back);
    }
  }
  return best && !differ;
}

/* The name that a paragraph opens with: what 全县 in its later sentences stands for. */
static uint64_t head_name(const gm_draft_check *check, const gm_twin *m) {
  gm_text line = check->draft->lines[m->line];
  uint32_t text[GM_MEASURE_CHARS];
  size_t n = 0;
  for (const char *p = line.ptr, *end = line.ptr + line.len; p < end && n < GM_MEASURE_CHARS;) {
    uint32_t c;
    p += gm_utf8_decode(p, end, &c);
    c = gm_fold(c);
    if (gm_class_of(c) & GM_STOP) break;
    if (c && c != ' ') text[n++] = c;
  }
  return last_name(text, n);
}

/* Besides its words a period may be told by its months, which those who speak of it later need not repeat. */
static bool periods_agree(gm_measure *x, gm_measure *y) {
  if (periods_of(x) == periods_of(y)) return true;
  return periods_of(x) + gm_month_spans(x->text + GM_MEASURE_CHARS - x->count, x->count) ==
         periods_of(y) + gm_month_spans(y->text + GM_MEASURE_CHARS - y->count, y->count);
}

bool gm_other_years(const gm_measure *x, const gm_measure *y) {
  if (x->holidays && y->holidays && x->holidays != y->holidays) return true;
  unsigned a = x->year ? x->year : x->own_year, b = y->year ? y->year : y->own_year;
  return a && b && a != b;
}

bool gm_same_period(gm_measure *x, gm_measure *y) {
  return !gm_other_years(x, y) && x->day == y->day && periods_agree(x, y);
}

#define LONGER "全年 今年 本年 年度 累计 至今 目前 以来 全部"

bool gm_period_goes_on(gm_measure *x, gm_measure *y) {
  if (gm_other_years(x, y) || (x->day && y->day && x->day != y->day)) return false;
  if (periods_agree(x, y)) return true;
  return !periods_of(y) &&
         gm_word_list_first(y->words, y->text + GM_MEASURE_CHARS - y->count, y->count, LONGER) == SIZE_MAX;
}

/* 总投资2.86亿元, 占地面积36亩: what is so on whatever day it is told. */
static bool lasts(const gm_draft_check *check, const gm_twin *m) {
  static const char *const nouns[] = {"总投资", "总造价", "建筑面积", "占地面积", "总面积",   "全长",
                                      "总长",   "总里程", "总库容",   "装机容量", "设计容量", NULL};
  gm_text line = check->draft->lines[m->line];
  for (const char *const *n = nouns; *n; n++) {
    uint32_t size = (uint32_t)strlen(*n), end = m->figure->noun_end;
    if (end - m->figure->noun_start >= size && !memcmp(line.ptr + end - size, *n, size)) return true;
  }
  return false;
}

static bool both_last(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  return lasts(check, a) && lasts(check, b);
}

/* Figure `index` beside that of a twin, when one row tells both: comparable, and with a noun of its own. */
static const gm_figure *beside(const gm_draft_check *check, const gm_twin *m, size_t index) {
  const gm_figures *figures = &check->figures[m->line];
  const gm_figure *f = index < figures->count ? &figures->items[index] : NULL;
  return f && f->sentence == m->figure->sentence && f->noun_end > f->noun_start && gm_is_amount(f) &&
                 gm_comparable(f, m->figure)
             ? f
             : NULL;
}

/* 其中人工造林5.4万亩，封山育林4.8万亩 last year, 人工造林6万亩、封山育林4.5万亩 now: does what stands beside both, by
 * one noun, differ? Then the rows are of two measures. */
static bool rows_differ(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  for (int step = -1; step <= 1; step += 2) {
    const gm_figure *f = beside(check, a, a->index + (size_t)step), *g = beside(check, b, b->index + (size_t)step);
    uint32_t size = f ? f->noun_end - f->noun_start : 0;
    if (f && g && size == g->noun_end - g->noun_start && gm_decimal_compare(f->value, g->value) &&
        !memcmp(check->draft->lines[a->line].ptr + f->noun_start, check->draft->lines[b->line].ptr + g->noun_start,
                size))
      return true;
  }
  return false;
}

bool gm_same_measure(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b, gm_measure *y) {
  read_date(check, a, x);
  read_date(check, b, y);
  if (gm_other_years(x, y)) return false;
  if (x->day != y->day && ((x->day && y->day) || !both_last(check, a, b))) return false;
  read_context(check, a, x);
  read_context(check, b, y);
  /* In a title few words stand before the figure. */
  size_t need = x->count < 2 * SHARED || y->count < 2 * SHARED ? SHARED - 1 : SHARED;
  /* Few pairs share a run, so that this is asked before periods and names. */
  if (!share_run(x, y, need) || !gm_names_agree(x, y) || gm_of_opposed(x, y)) return false;
  if (!periods_agree(x, y) && ((periods_of(x) && periods_of(y)) || !both_last(check, a, b))) return false;
  if (gm_compare_subjects(x, y) == GM_SUBJECTS_DIFFER) return false;
  if (rows_differ(check, a, b)) return false;
  uint64_t name = head_name(check, a), other = head_name(check, b);
  return !name || !other || name == other;
}

/* Words of which one names a sort, and another the rest. */
#define SORTS                                                                                                                                                  \
  "公办 民办 公立 私立 国有 民营 城市 城镇 农村 乡村 城区 室内 室外 线上 线下 规划 拟建 在建 新建 新增 改建 待建 " \
  "男性 女性"

#define WORD_KEY 0x9E3779B97F4A7C15u

/* A sum over the sorts that the words before a figure name. */
static uint64_t sorts(const gm_measure *c) {
  const uint32_t *text = c->text + GM_MEASURE_CHARS - c->count;
  uint64_t sum = 0;
  for (size_t i = 0, on; (on = gm_word_list_first(c->words, text + i, c->count - i, SORTS)) != SIZE_MAX; i++) {
    i += on;
    sum += ((uint64_t)text[i] << 16 ^ text[i + 1]) * WORD_KEY;
  }
  return sum;
}

#define HEAD_BYTES 6u /* the noun's head: two characters of Han */

static bool holds(const char *text, size_t size, const char *word, size_t bytes) {
  for (size_t i = 0; i + bytes <= size; i++)
    if (!memcmp(text + i, word, bytes)) return true;
  return false;
}

#define NOUN_BYTES      6u
#define VERB_STEM_BYTES 12u /* of two of them with what is done before: 开放床位 */
#define STEM_BYTES  9u   /* three characters of Han: 门急诊 of 门急诊量 */
#define LONG_STEM   100  /* of three digits, zeros at the end not counted */
#define LONG_NUMBER 1000 /* of four digits and more, which have the same digits by no chance */

/* 门急诊量86.42万人次, 84.62万人次门急诊患者: is what the one is the quantity of named behind the other? */
static bool names_quantity(const gm_draft_check *check, const gm_twin *before, const gm_twin *behind) {
  static const char amount[] = "量";
  const gm_figure *f = before->figure, *g = behind->figure;
  const char *line = check->draft->lines[before->line].ptr, *other = check->draft->lines[behind->line].ptr;
  uint32_t end = f->noun_end - (uint32_t)(sizeof amount - 1);
  return f->noun_end - f->noun_start >= STEM_BYTES + sizeof amount - 1 &&
         !memcmp(line + end, amount, sizeof amount - 1) && g->noun_end - g->noun_start > STEM_BYTES &&
         holds(other + g->noun_start, g->noun_end - g->noun_start, line + end - STEM_BYTES, STEM_BYTES) &&
         gm_decimal_trim(f->value).digits >= LONG_NUMBER;
}

/* 会员总数1260家, 1620家会员: is that of which the one is the total named behind the other? */
static bool names_total(const gm_draft_check *check, const gm_twin *before, const gm_twin *behind) {
  static const char *const totals[] = {"总数", "总量", "总人数", NULL};
  const gm_figure *f = before->figure, *g = behind->figure;
  gm_text line = check->draft->lines[before->line];
  uint32_t end = f->noun_end - gm_reads_one_before(line, f->noun_end, totals), size = end - f->noun_start;
  return end < f->noun_end && end > f->noun_start && size >= HEAD_BYTES && g->noun_end - g->noun_start >= size &&
         !memcmp(line.ptr + f->noun_start, check->draft->lines[behind->line].ptr + g->noun_start, size) &&
         gm_decimal_trim(f->value).digits >= LONG_STEM;
}

bool gm_same_turned(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b, gm_measure *y,
                    bool rough) {
  bool turned = a->figure->noun_start > a->figure->start;
  const gm_twin *before = turned ? b : a, *behind = turned ? a : b;
  const gm_figure *f = before->figure, *g = behind->figure;
  if (f->noun_start >= f->start || g->noun_start <= g->start || f->noun_end - f->noun_start < HEAD_BYTES) return false;
  bool quantity = !rough && names_quantity(check, before, behind);
  const char *line = check->draft->lines[before->line].ptr,
             *noun = check->draft->lines[behind->line].ptr + g->noun_start;
  size_t size = g->noun_end - g->noun_start;
  if (rough) {
    if (!holds(noun, size, line + f->noun_end - HEAD_BYTES, HEAD_BYTES) || f->verb_end - f->verb_start < HEAD_BYTES ||
        !holds(noun, size, line + f->verb_start, f->verb_end - f->verb_start))
      return false;
  } else if (!quantity && !names_total(check, before, behind) &&
             !holds(noun, size, line + f->noun_end - HEAD_BYTES, HEAD_BYTES)) {
    return false; /* 油茶1860亩, 1680亩油茶长势喜人 */
  }
  read_date(check, a, x);
  read_date(check, b, y);
  read_context(check, a, x);
  read_context(check, b, y);
  if ((x->year != y->year && !(quantity && (!x->year || !y->year))) || sorts(x) != sorts(y)) return false;
  if (!gm_same_period(x, y) || !gm_names_agree(x, y)) return false;
  uint64_t name = head_name(check, a), other = head_name(check, b);
  return !name || !other || name == other;
}

#define BARE_CHARS 6 /* in the clause of what has no subject of its own, its noun and all: 以在校生 */

/* 全校将以寄宿生…, 以在校生…: does the clause of the figure name no other body than the draft's own? */
static bool has_no_subject(const gm_measure *c) {
  const uint32_t *text = c->text + GM_MEASURE_CHARS - c->count;
  size_t from = c->count;
  while (from && !(gm_class_of(text[from - 1]) & GM_PUNCT)) from--;
  return c->count - from <= BARE_CHARS || is_own(text[from]);
}

bool gm_same_risen(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b, gm_measure *y) {
  if (!((a->figure->roles ^ b->figure->roles) & GM_ROLE_TO)) return false;
  bool first = a->figure->roles & GM_ROLE_TO;
  const gm_twin *risen = first ? a : b, *told = first ? b : a;
  const gm_figure *f = risen->figure, *g = told->figure;
  const char *line = check->draft->lines[risen->line].ptr, *other = check->draft->lines[told->line].ptr;
  /* 床位 of 开放床位 is a noun with the verb before it alone */
  const uint32_t noun = f->noun_end - f->noun_start, stem = noun < STEM_BYTES ? VERB_STEM_BYTES : STEM_BYTES;
  if (f->noun_end > f->start || noun < NOUN_BYTES || f->noun_end < stem || g->start < stem ||
      memcmp(line + f->noun_end - stem, other + g->start - stem, stem) ||
      gm_decimal_trim(f->value).digits < LONG_NUMBER)
    return false;
  read_date(check, a, x);
  read_date(check, b, y);
  read_context(check, a, x);
  read_context(check, b, y);
  unsigned year = first ? y->year : x->year;
  if ((year && x->year != y->year) || periods_of(first ? y : x) || sorts(x) != sorts(y)) return false;
  if (!has_no_subject(first ? y : x)) return false;
  uint64_t name = head_name(check, a), other_name = head_name(check, b);
  return gm_names_agree(x, y) && (!name || !other_name || name == other_name);
}

#define BEHIND_LEAST 3 /* Han characters right behind both figures: 1260人同场竞技 */

/* Where the words behind the figure begin, past who they are by age: 12.6万名65周岁以上老人. */
static const char *behind_age(const gm_draft_check *check, const gm_twin *t) {
  gm_text line = check->draft->lines[t->line];
  const gm_figures *figures = &check->figures[t->line];
  uint32_t at = t->figure->end;
  if (t->index + 1 < figures->count && figures->items[t->index + 1].start == at &&
      gm_is_age(&figures->items[t->index + 1])) {
    static const char *const bounds[] = {"及以上", "及以下", "以上", "以下", NULL};
    at = figures->items[t->index + 1].end;
    for (const char *const *w = bounds; *w; w++) at += gm_reads(line, at, *w);
    at += gm_reads(line, at, "的");
  }
  return line.ptr + at;
}

/* Do both figures have the same words right behind them? */
static bool same_behind(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  gm_text x = check->draft->lines[a->line], y = check->draft->lines[b->line];
  const char *p = behind_age(check, a), *q = behind_age(check, b);
  for (unsigned n = 0; n < BEHIND_LEAST; n++) {
    if (p >= x.ptr + x.len || q >= y.ptr + y.len) return false;
    uint32_t c, d;
    p += gm_utf8_decode(p, x.ptr + x.len, &c);
    q += gm_utf8_decode(q, y.ptr + y.len, &d);
    if (gm_fold(c) != gm_fold(d) || !(gm_class_of(gm_fold(c)) & GM_HAN)) return false;
  }
  return true;
}

#define SHORTENED  3  /* characters of a name that the title shortens */
#define FULL_CHARS 12 /* of the name in full */

/* The words that name a figure end before these: 达到, 突破. */
#define LINKING "达到 达 为 超过 超 突破 破 逾 近 约 到 至 有 共 是"

static size_t without_links(const gm_measure *c) {
  const uint32_t *text = c->text + GM_MEASURE_CHARS - c->count;
  size_t n = c->count;
  for (size_t taken = 1; n && taken;) {
    taken = 0;
    for (size_t k = 1; k <= 2 && k <= n && !taken; k++)
      if (gm_word_list_in(c->words, text + n - k, k, LINKING) == k) taken = k;
    n -= taken;
  }
  return n;
}

/* 网销额 in the title, 网络销售额 in the body: do the last characters of the title's name come in this order in the
 * body's, which ends alike? */
static bool shortened(const gm_measure *title, const gm_measure *body) {
  size_t n = without_links(title), m = without_links(body), left = SHORTENED;
  const uint32_t *a = title->text + GM_MEASURE_CHARS - title->count, *b = body->text + GM_MEASURE_CHARS - body->count;
  if (n < SHORTENED || m < SHORTENED || a[n - 1] != b[m - 1]) return false;
  for (size_t j = m; j-- > 0 && m - j <= FULL_CHARS && left && gm_class_of(b[j]) & (GM_HAN | GM_LATIN);)
    if (b[j] == a[n - 1 - (SHORTENED - left)] && (gm_tells(b[j]) || gm_class_of(b[j]) & GM_LATIN)) left--;
  return !left;
}

bool gm_may_be_titled(const gm_draft_check *check, const gm_twin *title, gm_measure *x, const gm_twin *body,
                      gm_measure *y) {
  read_date(check, title, x);
  read_date(check, body, y);
  if (gm_other_years(x, y)) return false;
  read_context(check, title, x);
  read_context(check, body, y);
  uint64_t period = periods_of(x), told = periods_of(y);
  if (!told) told = gm_month_spans(y->text + GM_MEASURE_CHARS - y->count, y->count); /* 1—9月 is 前三季度 */
  return (!period || period == told) && gm_names_agree(x, y);
}

bool gm_same_in_title(const gm_draft_check *check, const gm_twin *title, gm_measure *x, const gm_twin *body,
                      gm_measure *y) {
  return gm_may_be_titled(check, title, x, body, y) &&
         (share_run(x, y, SHARED - 1) || same_behind(check, title, body) || shortened(x, y));
}
