#include "check/apart.h"

#include "check/draft.h"
#include "check/link.h"
#include "check/measure.h"
#include "text/utf8.h"

/* The section, by its place in the outline, in which a figure stands; the count of them when it stands before all. */
static size_t section_of(const gm_draft_check *check, const gm_twin *m) {
  const gm_section *sections = check->outline->sections.items;
  size_t count = check->outline->sections.count, low = 0, high = count; /* the last that starts at or before it */
  while (low < high) {
    size_t middle = (low + high) / 2;
    gm_position start = sections[middle].start;
    if (start.line > m->line || (start.line == m->line && start.byte > m->figure->start))
      high = middle;
    else
      low = middle + 1;
  }
  return low ? low - 1 : count;
}

bool gm_parallel_items(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  const gm_section *sections = check->outline->sections.items;
  size_t count = check->outline->sections.count, x = section_of(check, a), y = section_of(check, b);
  return x < count && y < count && x != y && sections[x].level >= 2 && sections[y].level >= 2 && sections[x].number &&
         sections[y].number;
}

/* 五、2026年主要目标: does a line in section `at` stand under a heading of what is to be done? */
static bool is_planned(const gm_draft_check *check, size_t at, uint32_t line) {
  static const char *const plans[] = {"目标", "打算", "计划", "安排", "思路", "展望", "下一步", "明年", NULL};
  const gm_section *sections = check->outline->sections.items;
  size_t count = check->outline->sections.count;
  for (; at < count; at = sections[at].parent) {
    const gm_section *s = &sections[at];
    if (s->title.line == s->title_end.line && s->title.line != line &&
        gm_reads_within(check->draft->lines[s->title.line], s->title.byte, s->title_end.byte, plans))
      return true;
  }
  return false;
}

/* Is one of them planned, the other not? */
static bool one_is_planned(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  size_t x = section_of(check, a), y = section_of(check, b), count = check->outline->sections.count;
  if (x == y && (x == count || check->outline->sections.items[x].start.line < (a->line < b->line ? a : b)->line))
    return false; /* both in its text */
  return is_planned(check, x, a->line) != is_planned(check, y, b->line);
}

#define LABEL_BYTES 36u /* of what a row is of, up to its ： */

/* Bytes of the label that opens the line: 2号线 in 2号线：全年11387.6万人次, with `sentence` 城东分局 in
 * 城东分局。全年… too; 0 when there is none. */
static uint32_t row_label(gm_text line, bool sentence) {
  for (uint32_t i = 0, c; i < line.len && i < LABEL_BYTES;) {
    size_t bytes = gm_utf8_decode(line.ptr + i, line.ptr + line.len, &c);
    switch (gm_fold(c)) {
      case 0xFF1A: return i;                /* ： */
      case 0x3002: return sentence ? i : 0; /* 。 */
      case 0xFF0C:                          /* ， */
      case 0x3001:                          /* 、 */
      case 0xFF1B: return 0;                /* ； */
      default: i += (uint32_t)bytes;
    }
  }
  return 0;
}

#define OPENING_BYTES 60u /* of the name that opens a row */

/* Bytes of the clause that opens the line up to its first ，, with no digit in it; 0 when there is none. */
static uint32_t row_opening(gm_text line) {
  for (uint32_t i = 0, c; i < line.len && i < OPENING_BYTES;) {
    size_t bytes = gm_utf8_decode(line.ptr + i, line.ptr + line.len, &c);
    c = gm_fold(c);
    if (c == 0xFF0C) return i;
    if (gm_class_of(c) & (GM_DIGIT | GM_STOP) || c == 0x3001) return 0;
    i += (uint32_t)bytes;
  }
  return 0;
}

#define ENDING_BYTES 6u /* two characters that names of one kind end in: 公司 */

/* 华盛家具公司，报价137.08万元，价格分28.79分 and 东山木业公司，报价144.90万元，价格分27.24分: the same figure of two
 * lines that names of one kind open? */
static bool of_two_names(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  gm_text x = check->draft->lines[a->line], y = check->draft->lines[b->line];
  if (a->line == b->line || check->figures[a->line].count < 2 || check->figures[b->line].count < 2) return false;
  uint32_t n = row_opening(x), m = row_opening(y);
  return n > ENDING_BYTES && m > ENDING_BYTES && a->figure->start > n && b->figure->start > m &&
         (n != m || memcmp(x.ptr, y.ptr, n)) &&
         !memcmp(x.ptr + n - ENDING_BYTES, y.ptr + m - ENDING_BYTES, ENDING_BYTES);
}

bool gm_of_two_rows(const gm_draft_check *check, const gm_twin *a, const gm_twin *b, bool sentence) {
  gm_text x = check->draft->lines[a->line], y = check->draft->lines[b->line];
  uint32_t n = row_label(x, sentence), m = row_label(y, sentence);
  return n && m && a->figure->start > n && b->figure->start > m && (n != m || memcmp(x.ptr, y.ptr, n));
}

/* 男性362人，检出率46.3%，…男性341人，检出率43.6%: rates right behind two counts that differ by no slip are of two
 * things.
 */
static bool of_two_counts(const gm_twin *a, const gm_twin *b) {
  const gm_twin *at[2] = {a, b};
  const gm_figure *count[2];
  for (size_t k = 0; k < 2; k++) {
    if (at[k]->figure->kind != GM_FIGURE_PERCENT || !at[k]->index) return false;
    count[k] = at[k]->figure - 1;
    if (!gm_is_amount(count[k]) || !gm_is_exact(count[k]) || count[k]->sentence != at[k]->figure->sentence ||
        at[k]->figure->clause - count[k]->clause > 1)
      return false;
  }
  return gm_comparable(count[0], count[1]) && gm_decimal_compare(count[0]->value, count[1]->value) &&
         gm_look_alike(count[0]->value, count[1]->value) == GM_UNLIKE;
}

/* The words before the figure in its sentence; how many. They end at `out` + GM_MEASURE_CHARS. */
static size_t sentence_before(const gm_draft_check *check, const gm_twin *m, uint32_t out[GM_MEASURE_CHARS]) {
  size_t count = gm_context_before(check->draft->lines[m->line], m->figure->start, out, GM_MEASURE_CHARS), n = 0;
  while (n < count && !(gm_class_of(out[GM_MEASURE_CHARS - n - 1]) & GM_STOP)) n++;
  return n;
}

#define NAMED_CHARS 8u /* of a road, a line or a part of one that opens a sentence */

/* The last character of what opens the sentence of a figure, if that is a road or the like, with *count the characters
 * before it; NULL when nothing of its own opens it: 全线. Read into `text`. */
static const uint32_t *road_opening(const gm_draft_check *check, const gm_twin *m, uint32_t text[GM_MEASURE_CHARS],
                                    size_t *count) {
  static const uint32_t ends[] = {0x6BB5 /* 段 */, 0x7EBF /* 线 */, 0x8DEF /* 路 */, 0x94C1 /* 铁 */,
                                  0x6865 /* 桥 */, 0x96A7 /* 隧 */, 0x9053 /* 道 */, 0x6CB3 /* 河 */};
  static const uint32_t own[] = {0x5168 /* 全 */, 0x8BE5 /* 该 */, 0x672C /* 本 */, 0x8FD9 /* 这 */, 0x6B64 /* 此 */};
  size_t n = sentence_before(check, m, text);
  const uint32_t *first = text + GM_MEASURE_CHARS - n;
  for (size_t k = 0; n && k < sizeof own / sizeof *own; k++)
    if (first[0] == own[k]) return NULL;
  for (size_t i = 1; i < n && i < NAMED_CHARS && gm_class_of(first[i]) & GM_HAN; i++)
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
      if (first[i] == ends[k]) {
        *count = i;
        return first + i;
      }
  return NULL;
}

#define MEASURES "时速 速度 全长 总长 长度 宽度 高度 海拔"
#define TOLD_OF  4u /* characters before the figure that name what is measured */

/* 东环线…设计时速160公里。西环线…设计时速120公里: does each sentence open with a road of its own, of which the figure
 * tells how long or how fast? */
static bool of_two_roads(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  uint32_t x[GM_MEASURE_CHARS], y[GM_MEASURE_CHARS];
  size_t n, m;
  const uint32_t *one = road_opening(check, a, x, &n), *other = one ? road_opening(check, b, y, &m) : NULL;
  if (!other || (n == m && !memcmp(one - n, other - m, (n + 1) * sizeof *one))) return false;
  const uint32_t *told = x + GM_MEASURE_CHARS - TOLD_OF;
  return gm_word_list_first(check->words, told, TOLD_OF, MEASURES) != SIZE_MAX;
}

#define SENTENCE_BYTES 900u /* from the start of a sentence to a figure of it */

/* 发电量中 that opens the sentence of a figure, without its 中; nothing when nothing of the kind does. */
static gm_text whole_opening(gm_text line, const gm_figure *f) {
  uint32_t from = f->start, least = from > SENTENCE_BYTES ? from - SENTENCE_BYTES : 0;
  static const char stop[] = "。", comma[] = "，";
  const uint32_t size = sizeof stop - 1;
  while (from > least && (from < size || memcmp(line.ptr + from - size, stop, size))) from--;
  for (uint32_t at = from; at < f->start; at++) {
    bool may_be = line.ptr[at] == ',' || line.ptr[at] == *comma; /* few bytes begin one */
    if (!may_be || !gm_reads(line, at, comma)) continue;
    uint32_t among = gm_reads_before(line, at, "中");
    return among && at - among > from ? (gm_text){line.ptr + from, at - among - from} : (gm_text){NULL, 0};
  }
  return (gm_text){NULL, 0};
}

/* 发电量中，风电9.66亿…。上网电量中，风电9.46亿…: are they told of two wholes? */
static bool of_two_wholes(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  gm_text x = whole_opening(check->draft->lines[a->line], a->figure),
          y = whole_opening(check->draft->lines[b->line], b->figure);
  return x.len && y.len && (x.len != y.len || memcmp(x.ptr, y.ptr, x.len));
}

/* The section that the line of a figure opens, NULL when it opens none that is numbered. */
static const gm_section *section_opened(const gm_draft_check *check, const gm_twin *m) {
  size_t at = section_of(check, m);
  const gm_section *s = at < check->outline->sections.count ? &check->outline->sections.items[at] : NULL;
  return s && s->start.line == m->line && s->number ? s : NULL;
}

/* 二、理事会由36人组成: of two editions of one text, which a line that opens sections of one number says alike but for
 * the figure? */
static bool of_two_editions(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  gm_text x = check->draft->lines[a->line], y = check->draft->lines[b->line];
  const gm_figure *f = a->figure, *g = b->figure;
  if (f->start != g->start || x.len - f->end != y.len - g->end || memcmp(x.ptr, y.ptr, f->start) ||
      memcmp(x.ptr + f->end, y.ptr + g->end, x.len - f->end))
    return false;
  const gm_section *s = section_opened(check, a), *t = section_opened(check, b);
  return s && t && s != t && s->number == t->number && s->level == t->level;
}

/* Is it a year or a date that opens its sentence: 2019年…? Not 2019年以来. */
static bool is_year_opening(gm_text line, const gm_figure *f) {
  return !gm_reads(line, f->end, "以来") && !gm_reads(line, f->end, "起") && !gm_reads(line, f->end, "至") &&
         (!f->start || gm_reads_before(line, f->start, "。") || gm_reads_before(line, f->start, "　"));
}

/* The last year told before the figure in its sentence, where that tells none the one that the sentence before begins
 * with; 0 when there is none. *own says which. */
static unsigned year_going_on(const gm_draft_check *check, const gm_twin *m, bool *own) {
  gm_text line = check->draft->lines[m->line];
  *own = true;
  for (uint32_t i = m->index; i-- > 0;) {
    const gm_figure *f = &check->figures[m->line].items[i];
    *own = f->sentence == m->figure->sentence;
    if (f->sentence + 1u < m->figure->sentence) return 0;
    if ((f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE) && f->date.year && (*own || is_year_opening(line, f)))
      return f->date.year;
  }
  return 0;
}

/* 2018年，社里招收学徒48人。2019年增设木工班。招收学徒43人: of a year each, which one of them leaves to the sentence
 * before? */
static bool of_two_years(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  bool own, next_own;
  unsigned year = a->line == b->line ? year_going_on(check, a, &own) : 0,
           next = year && own ? year_going_on(check, b, &next_own) : 0;
  return next && next != year && !next_own;
}

bool gm_of_two_things(const gm_draft_check *check, const gm_twin *a, const gm_twin *b, bool sure) {
  if (gm_of_two_rows(check, a, b, !sure) || of_two_names(check, a, b) || of_two_counts(a, b) ||
      of_two_wholes(check, a, b))
    return true;
  if (of_two_editions(check, a, b) || (!sure && of_two_years(check, a, b))) return true;
  if (!sure && a->line != b->line && of_two_roads(check, a, b)) return true;
  return !sure && (gm_parallel_items(check, a, b) || one_is_planned(check, a, b));
}

#define EARLIER       "此前 早前 稍早 先前 早些时候 起初 最初 一度 之前"
#define EARLIER_CHARS 4u

/* 此前，一艘载有18人的船…: does the sentence begin as that of an earlier state, or of what others told before? */
static bool is_earlier(const gm_draft_check *check, const gm_twin *m) {
  uint32_t text[GM_MEASURE_CHARS];
  size_t n = sentence_before(check, m, text), length = n < EARLIER_CHARS ? n : EARLIER_CHARS;
  return gm_word_list_in(check->words, text + GM_MEASURE_CHARS - n, length, EARLIER) != 0;
}

/* 小微企业获贷3.2亿元，占比61%: is the amount a part, as its share of the whole stands behind it? */
static bool is_share_told(const gm_draft_check *check, const gm_twin *m) {
  static const char *const shares[] = {"，占比", "，占", "，比重", "（占", NULL};
  const gm_figures *figures = &check->figures[m->line];
  const gm_figure *next = m->index + 1 < figures->count ? &figures->items[m->index + 1] : NULL;
  if (!next || next->kind != GM_FIGURE_PERCENT || next->sentence != m->figure->sentence) return false;
  for (const char *const *w = shares; *w; w++)
    if (gm_reads(check->draft->lines[m->line], m->figure->end, *w)) return true;
  return false;
}

#define REGIONS "地区 流域 片区 沿线 沿海 经济带 经济圈 城市群"
#define WHOLES  "我国 全国 全球 世界 全省 全市 全县"

/* 在三江地区，湿地面积…。全省湿地面积…: a part of the land, and all of it. 1, 2; 0 when the sentence names neither. */
static int extent_told(const gm_draft_check *check, const gm_twin *m) {
  uint32_t text[GM_MEASURE_CHARS];
  size_t n = sentence_before(check, m, text);
  const uint32_t *first = text + GM_MEASURE_CHARS - n;
  bool region = gm_word_list_first(check->words, first, n, REGIONS) != SIZE_MAX,
       whole = gm_word_list_first(check->words, first, n, WHOLES) != SIZE_MAX;
  return region == whole ? 0 : region ? 1 : 2;
}

bool gm_apart_by_words(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  if (is_earlier(check, a) != is_earlier(check, b) || is_share_told(check, a) != is_share_told(check, b)) return true;
  return extent_told(check, a) + extent_told(check, b) == 3;
}
