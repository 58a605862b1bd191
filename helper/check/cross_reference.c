/* XR-01, XR-04: one measure told twice, one label counted twice. Joins over the figures' records; the words around a
 * figure are read only of the few pairs whose digits look alike. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/twins.h"

/* A figure with the words of a label as its key. */
typedef struct mention {
  uint64_t key;
  uint32_t line;
  const gm_figure *figure;
} mention;

typedef GM_ARRAY(mention) mention_array;

/* Sorts by key, mentions of one key staying in their order: a byte at a time, as there are thousands. */
static void sort_mentions(mention_array *all) {
  mention *spare = gm_alloc(all->count * sizeof *spare), *from = all->items, *to = spare;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    size_t at[257] = {0};
    for (size_t i = 0; i < all->count; i++) at[(from[i].key >> shift & 255) + 1]++;
    for (size_t k = 1; k < 256; k++) at[k] += at[k - 1];
    for (size_t i = 0; i < all->count; i++) to[at[from[i].key >> shift & 255]++] = from[i];
    mention *swap = from;
    from = to;
    to = swap;
  }
  free(spare); /* eight passes: the result is where it was */
}

#define CONTEXT 40 /* characters before a figure that may share words */
#define SHARED  4  /* Han characters in a row that tell of the same measure */

/* The last characters of the names of places and bodies: 镇 乡 县 市 省 区 州 村 街 道 局 院 系 部 处 科 所 站 厂 校 社
 * 馆. */
static bool ends_a_name(uint32_t c) {
  static const uint32_t ends[] = {0x9547, 0x4E61, 0x53BF, 0x5E02, 0x7701, 0x533A, 0x5DDE, 0x6751,
                                  0x8857, 0x9053, 0x5C40, 0x9662, 0x7CFB, 0x90E8, 0x5904, 0x79D1,
                                  0x6240, 0x7AD9, 0x5382, 0x6821, 0x793E, 0x9986};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (c == ends[i]) return true;
  return false;
}

/* Does another name stand where the shared run begins? In 禾阳镇现有…, 丰泽镇现有… the run is 镇现有…: two subjects. */
static bool names_differ(const uint32_t *a, size_t i, const uint32_t *b, size_t j) {
  if (!i || !j || a[i - 1] == b[j - 1]) return false;
  if (ends_a_name(a[i])) return gm_class_of(a[i - 1]) & GM_HAN && gm_class_of(b[j - 1]) & GM_HAN;
  return ends_a_name(a[i - 1]) && ends_a_name(b[j - 1]);
}

/* The last name of a place or a body in a context, as its last two characters; 0 when there is none. 全市, 我校 and
 * their like name whatever the draft is about. */
static uint64_t last_name(const uint32_t *text, size_t count) {
  static const uint32_t ends[] = {0x9547 /* 镇 */, 0x4E61 /* 乡 */, 0x53BF /* 县 */, 0x5E02 /* 市 */, 0x7701 /* 省 */,
                                  0x6751 /* 村 */, 0x9662 /* 院 */, 0x5C40 /* 局 */, 0x6821 /* 校 */, 0x5382 /* 厂 */};
  static const uint32_t own[] = {0x5168 /* 全 */, 0x6211 /* 我 */, 0x672C /* 本 */, 0x8BE5 /* 该 */, 0x5404 /* 各 */};
  uint64_t bits = 0; /* the last six bits of the ends: most places are passed by them */
  for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) bits |= UINT64_C(1) << (ends[k] & 63);
  for (size_t i = count; i-- > 1;) {
    if (!(bits >> (text[i] & 63) & 1)) continue;
    bool end = false;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) end = end || text[i] == ends[k];
    for (size_t k = 0; k < sizeof own / sizeof *own; k++) end = end && text[i - 1] != own[k];
    if (end && gm_class_of(text[i - 1]) & GM_HAN) return (uint64_t)text[i - 1] << 32 | text[i];
  }
  return 0;
}

/* Words that belong to any percentage tell nothing, nor do numerals. */
static bool tells(uint32_t c) {
  static const uint32_t dull[] = {0x5360, 0x603B, 0x6BD4, 0x7387, 0x7684, 0x540C, 0x589E, 0x957F, 0x8FBE, 0x4E3A};
  for (size_t k = 0; k < sizeof dull / sizeof *dull; k++)
    if (c == dull[k]) return false;
  return (gm_class_of(c) & (GM_HAN | GM_NUMERAL)) == GM_HAN;
}

/* A sum over the words that set a figure in another period; which half or quarter it is counts too. */
static uint64_t periods(const uint32_t *text, size_t count) {
  static const uint32_t words[][2] = {{0x53BB, 0x5E74} /* 去年 */, {0x4E0A, 0x5E74} /* 上年 */,
                                      {0x540C, 0x671F} /* 同期 */, {0x524D, 0x5E74} /* 前年 */,
                                      {0x5B63, 0x5EA6} /* 季度 */, {0x534A, 0x5E74} /* 半年 */,
                                      {0x5F53, 0x6708} /* 当月 */, {0x672C, 0x6708} /* 本月 */,
                                      {0x4E0A, 0x6708} /* 上月 */, {0x4E0B, 0x5E74} /* 下年 */,
                                      {0x660E, 0x5E74} /* 明年 */, {0x8BA1, 0x5212} /* 计划 */,
                                      {0x76EE, 0x6807} /* 目标 */, {0x9884, 0x8BA1} /* 预计 */,
                                      {0x6BD4, 0x4E0A} /* 比上 */, {0x5355, 0x5B63} /* 单季 */,
                                      {0x5F53, 0x65E5} /* 当日 */, {0x5F53, 0x5929} /* 当天 */,
                                      {0x524D, 0x5B63} /* 前季 */, {0x6708, 0x4EFD} /* 月份 */};
  uint64_t sum = 0, firsts = 0, seconds = 0; /* the last six bits of the characters: most places are passed by them */
  for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
    firsts |= UINT64_C(1) << (words[w][0] & 63);
    seconds |= UINT64_C(1) << (words[w][1] & 63);
  }
  for (size_t i = 0; i + 1 < count; i++) {
    if (!(firsts >> (text[i] & 63) & seconds >> (text[i + 1] & 63) & 1)) continue;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
      if (text[i] != words[w][0] || text[i + 1] != words[w][1]) continue;
      bool numbered = w == 4 || w == 5 || w == 19;
      sum += (w + 1) * 0x9E3779B97F4A7C15u + (numbered && i ? (uint64_t)text[i - 1] << 20 : 0);
    }
  }
  return sum;
}

#define SENTENCE_FIGURES 24u /* figures before one that are asked for its year and day */

/* The year, and the month and day, told before the figure in its sentence; 0 when none. */
static void date_told(const gm_figures *figures, const gm_twin *m, unsigned *year, uint32_t *day) {
  *year = *day = 0;
  for (uint32_t i = m->index, n = 0; i-- > 0 && n < SENTENCE_FIGURES && (!*year || !*day); n++) {
    const gm_figure *f = &figures[m->line].items[i];
    if (f->sentence != m->figure->sentence) return;
    if ((f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE) && !*year) *year = f->date.year;
    if (f->kind == GM_FIGURE_DATE && !*day) *day = f->date.month * 32u + f->date.day;
  }
}

/* What is read around a mention, once for all the pairs it is in. */
typedef struct context {
  bool made;
  unsigned year;
  uint32_t day;
  size_t count;
  uint32_t text[CONTEXT]; /* the last `count` are filled */
  uint64_t low, high;     /* bits for the last six bits of each character, and for the six before */
} context;

static void read_context(const gm_draft_check *check, const gm_twin *m, context *c) {
  if (c->made) return;
  c->made = true;
  date_told(check->figures, m, &c->year, &c->day);
  c->count = gm_context_before(check->draft->lines[m->line], m->figure->start, c->text, CONTEXT);
  c->low = c->high = 0;
  for (size_t i = CONTEXT - c->count; i < CONTEXT; i++) {
    c->low |= UINT64_C(1) << (c->text[i] & 63);
    c->high |= UINT64_C(1) << (c->text[i] >> 6 & 63);
  }
}

static uint64_t periods_of(const context *c) { return periods(c->text + CONTEXT - c->count, c->count); }

static bool names_agree(const context *a, const context *b) {
  uint64_t name = last_name(a->text + CONTEXT - a->count, a->count);
  uint64_t other = last_name(b->text + CONTEXT - b->count, b->count);
  return !name || !other || name == other;
}

static size_t find(const uint32_t *text, size_t from, size_t count, uint32_t c) {
  while (from < count && text[from] != c) from++;
  return from;
}

/* Do two contexts share a run of `need` Han characters or more, the longest of which is not said of two names? A run
 * so long covers one of every `need` places, so that only those are looked up. */
static bool share_run(const context *x, const context *y, size_t need) {
  size_t n = x->count, m = y->count, best = 0;
  const uint32_t *a = x->text + CONTEXT - n, *b = y->text + CONTEXT - m;
  bool differ = false;
  for (size_t i = need - 1; i < n; i += need) {
    if (!(y->low >> (a[i] & 63) & y->high >> (a[i] >> 6 & 63) & 1) || !tells(a[i])) continue;
    for (size_t j = find(b, 0, m, a[i]); j < m; j = find(b, j + 1, m, a[i])) {
      size_t back = 0, on = 1;
      while (back < i && back < j && a[i - back - 1] == b[j - back - 1] && tells(a[i - back - 1])) back++;
      while (i + on < n && j + on < m && a[i + on] == b[j + on] && tells(a[i + on])) on++;
      if (back + on <= best) continue;
      best = back + on;
      differ = names_differ(a, i - back, b, j - back);
    }
  }
  return best >= need && !differ;
}

/* Few pairs share a run, so that this is asked before periods and names. */
static bool same_measure(const gm_draft_check *check, const gm_twin *a, context *x, const gm_twin *b, context *y) {
  read_context(check, a, x);
  read_context(check, b, y);
  if ((x->year && y->year && x->year != y->year) || x->day != y->day) return false;
  /* In a title few words stand before the figure. */
  size_t need = x->count < 2 * SHARED || y->count < 2 * SHARED ? SHARED - 1 : SHARED;
  return share_run(x, y, need) && periods_of(x) == periods_of(y) && names_agree(x, y);
}

static void report_conflict(gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  gm_report_figure(check, second->line, second->figure);
  gm_say(check->out, check->language, "与第%u行的%s只是相邻两位数字颠倒：同一指标应一致，文中为%s",
         "line %u has %s, with two digits the other way round: one measure, two values (%s here)", first->line + 1,
         gm_quote_figure(check->draft, first->line, first->figure).text,
         gm_quote_figure(check->draft, second->line, second->figure).text);
  gm_relate_figure(check, first->line, first->figure, "另一处", "the other place");
}

#define TITLE_FIGURES 4 /* a title holds no more figures that matter */

/* The line of the draft's title, UINT32_MAX when it has none or one over several lines. */
static uint32_t title_line(const gm_draft_check *check) {
  const gm_outline *outline = check->outline;
  if (!outline->sections.count || outline->sections.items[0].kind != GM_SECTION_TITLE) return UINT32_MAX;
  const gm_section *title = &outline->sections.items[0];
  return title->start.line == title->title_end.line ? title->start.line : UINT32_MAX;
}

/* A title says less: where it names no period or place, the body may. */
static bool same_in_title(const gm_draft_check *check, const gm_twin *title, context *x, const gm_twin *body,
                          context *y) {
  read_context(check, title, x);
  read_context(check, body, y);
  if (x->year && y->year && x->year != y->year) return false;
  uint64_t period = periods_of(x);
  if ((period && period != periods_of(y)) || !names_agree(x, y)) return false;
  return share_run(x, y, SHARED - 1);
}

/* Of several that a figure contradicts the last one is reported; when one agrees with it, none. */
static void judge(const gm_draft_check *check, const gm_twin *members, unsigned count, uint32_t title,
                  uint8_t wrong_of[GM_TWINS_MAX]) {
  context contexts[GM_TWINS_MAX];
  for (unsigned k = 0; k < count; k++) contexts[k].made = false;
  for (unsigned b = 1; b < count; b++) {
    const gm_twin *y = &members[b];
    bool agrees = false;
    for (unsigned a = 0; a < b && !agrees; a++)
      agrees = members[a].line != y->line && !gm_decimal_compare(members[a].figure->value, y->figure->value);
    for (unsigned a = b; a-- > 0 && !agrees && !wrong_of[b];) {
      const gm_twin *x = &members[a];
      if (x->line != y->line && (x->line == title || y->line == title)) continue; /* XR-03 */
      if (gm_look_alike(x->figure->value, y->figure->value) == GM_SWAPPED &&
          same_measure(check, x, &contexts[a], y, &contexts[b]))
        wrong_of[b] = (uint8_t)(a + 1);
    }
  }
}

void gm_check_conflicts(gm_draft_check *check) {
  gm_twins_join(check->twins, check, title_line(check), judge, report_conflict);
}

/* XR-03: a figure of the title whose digits the body has otherwise. Any figure of the body that meets it accepts. */
void gm_check_title(gm_draft_check *check) {
  uint32_t line = title_line(check);
  if (line == UINT32_MAX) return;
  for (uint32_t t = 0; t < check->figures[line].count && t < TITLE_FIGURES; t++) {
    const gm_figure *told = &check->figures[line].items[t];
    if (!gm_can_conflict(told) || told->kind == GM_FIGURE_PERCENT) continue;
    gm_twin first = {told, line, t}, other = {.figure = NULL};
    bool meets = false;
    for (uint32_t i = line + 1; i < check->draft->count && !meets; i++) {
      if (!check->draft->classes[i].keep || !(check->facts[i].kinds & GM_KIND_AMOUNT)) continue;
      for (uint32_t f = 0; f < check->figures[i].count && !meets; f++) {
        const gm_figure *figure = &check->figures[i].items[f];
        if (!gm_is_amount(figure) || !gm_comparable(figure, told)) continue;
        meets = gm_decimal_compare(figure->interval.low, told->interval.high) <= 0 &&
                gm_decimal_compare(told->interval.low, figure->interval.high) <= 0;
        gm_twin m = {figure, i, f};
        context x = {0}, y = {0};
        if (!meets && !other.figure && gm_can_conflict(figure) &&
            gm_look_alike(figure->value, told->value) == GM_SWAPPED && same_in_title(check, &first, &x, &m, &y))
          other = m;
      }
    }
    if (meets || !other.figure) continue;
    gm_report_figure(check, other.line, other.figure);
    gm_say(check->out, check->language, "标题为%s，正文为%s，只是相邻两位数字颠倒",
           "the title says %s, the text %s, with two digits the other way round",
           gm_quote_figure(check->draft, line, told).text,
           gm_quote_figure(check->draft, other.line, other.figure).text);
    gm_relate_figure(check, line, told, "标题", "the title");
  }
}

#define LABEL_MAX 20 /* no label counts more */

/* “三张清单” eight times and “四张清单” once: labels in quotes with the same unit and noun. */
void gm_check_labels(gm_draft_check *check) {
  mention_array all = {0};
  for (uint32_t line = 0; line < check->draft->count; line++) {
    if (!check->draft->classes[line].keep || !(check->facts[line].roles & GM_ROLE_QUOTE)) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!(f->roles & GM_ROLE_QUOTE) || !f->noun_hash || f->value.scale || f->value.digits < 2 ||
          f->value.digits > LABEL_MAX || (f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) ||
          f->noun_start < f->end || f->noun_end - f->noun_start < 6 || !gm_is_exact(f))
        continue;
      mention *m = gm_push(&all);
      m->key = (uint64_t)f->noun_hash << 16 | f->unit;
      m->line = line;
      m->figure = f;
    }
  }
  if (all.count > 2) sort_mentions(&all);
  for (size_t i = 0, next; all.count > 2 && i < all.count; i = next) {
    for (next = i + 1; next < all.count && all.items[next].key == all.items[i].key;) next++;
    /* The value most mentions have, and the one that stands alone. */
    const mention *usual = NULL, *odd = NULL;
    unsigned values = 0, count[LABEL_MAX + 1] = {0};
    for (size_t a = i; a < next; a++) values += !count[all.items[a].figure->value.digits]++;
    for (size_t a = i; a < next; a++) {
      if (count[all.items[a].figure->value.digits] == 1)
        odd = &all.items[a];
      else if (!usual)
        usual = &all.items[a];
    }
    if (values != 2 || !usual || !odd) continue;
    gm_report_figure(check, odd->line, odd->figure);
    gm_say(check->out, check->language, "他处均为“%s%s”，此处为“%s”", "elsewhere it is “%s%s”, here “%s”",
           gm_quote_raw(check->draft->lines[usual->line], usual->figure->start, usual->figure->end).text,
           gm_quote_raw(check->draft->lines[usual->line], usual->figure->noun_start, usual->figure->noun_end).text,
           gm_quote_raw(check->draft->lines[odd->line], odd->figure->start, odd->figure->noun_end).text);
    gm_relate_figure(check, usual->line, usual->figure, "另一处", "another place");
  }
  gm_array_free(&all);
}
