#include "check/measure.h"

#include "text/utf8.h"

#define SHARED 4 /* Han characters in a row that tell of the same measure */

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

/* 全, 我, 本, 该, 各, 个 before 镇 or 馆 name what the draft is about, what was named before, or nothing. */
static bool is_own(uint32_t c) {
  static const uint32_t own[] = {0x5168, 0x6211, 0x672C, 0x8BE5, 0x5404, 0x4E2A};
  for (size_t k = 0; k < sizeof own / sizeof *own; k++)
    if (c == own[k]) return true;
  return false;
}

/* Does another name stand where the shared run begins? In 禾阳镇现有…, 丰泽镇现有… the run is 镇现有…: two subjects. */
static bool names_differ(const uint32_t *a, size_t i, const uint32_t *b, size_t j) {
  if (!i || !j || a[i - 1] == b[j - 1] || is_own(a[i - 1]) || is_own(b[j - 1])) return false;
  if (ends_a_name(a[i])) return gm_class_of(a[i - 1]) & GM_HAN && gm_class_of(b[j - 1]) & GM_HAN;
  return ends_a_name(a[i - 1]) && ends_a_name(b[j - 1]);
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
    bool end = false;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) end = end || text[i] == ends[k];
    if (end && !is_own(text[i - 1]) && gm_class_of(text[i - 1]) & GM_HAN) return (uint64_t)text[i - 1] << 32 | text[i];
  }
  return 0;
}

/* Words that belong to any percentage tell nothing, nor do numerals. */
static bool tells(uint32_t c) {
  static const uint32_t dull[] = {0x5360, 0x6BD4, 0x7387, 0x7684, 0x540C, 0x589E, 0x957F, 0x8FBE, 0x4E3A};
  for (size_t k = 0; k < sizeof dull / sizeof *dull; k++)
    if (c == dull[k]) return false;
  return (gm_class_of(c) & (GM_HAN | GM_NUMERAL)) == GM_HAN;
}

/* A sum over the words that set a figure in another period; which half or quarter it is counts too. */
static uint64_t periods(const uint32_t *text, size_t count) {
  static const uint32_t words[][2] = {{0x53BB, 0x5E74} /* 去年 */,
                                      {0x4E0A, 0x5E74} /* 上年 */,
                                      {0x540C, 0x671F} /* 同期 */,
                                      {0x524D, 0x5E74} /* 前年 */,
                                      {0x5B63, 0x5EA6} /* 季度 */,
                                      {0x534A, 0x5E74} /* 半年 */,
                                      {0x5F53, 0x6708} /* 当月 */,
                                      {0x672C, 0x6708} /* 本月 */,
                                      {0x4E0A, 0x6708} /* 上月 */,
                                      {0x4E0B, 0x5E74} /* 下年 */,
                                      {0x660E, 0x5E74} /* 明年 */,
                                      {0x8BA1, 0x5212} /* 计划 */,
                                      {0x76EE, 0x6807} /* 目标 */,
                                      {0x9884, 0x8BA1} /* 预计 */,
                                      {0x6BD4, 0x4E0A} /* 比上 */,
                                      {0x5355, 0x5B63} /* 单季 */,
                                      {0x5F53, 0x65E5} /* 当日 */,
                                      {0x5F53, 0x5929} /* 当天 */,
                                      {0x524D, 0x5B63} /* 前季 */,
                                      {0x6708, 0x4EFD} /* 月份 */,
                                      {0x671F, 0x95F4} /* 期间 */,
                                      {0x5047, 0x671F} /* 假期 */,
                                      {0x672C, 0x5E74} /* 本年 */,
                                      {0x5F53, 0x5E74} /* 当年 */,
                                      {0x9996, 0x65E5} /* 首日 */,
                                      {0x5468, 0x672B} /* 周末 */,
                                      {0x529B, 0x4E89} /* 力争 */,
                                      {0x9884, 0x671F} /* 预期 */,
                                      {0x5386, 0x5E74} /* 历年 */,
                                      {0x5F80, 0x5E74} /* 往年 */,
                                      {0x6BCF, 0x5E74} /* 每年 */,
                                      {0x6BCF, 0x6708} /* 每月 */,
                                      {0x5E74, 0x5747} /* 年均 */,
                                      {0x65E5, 0x5747} /* 日均 */,
                                      {0x9996, 0x6279} /* 首批 */};
  uint64_t sum = 0, firsts = 0, seconds = 0; /* the last six bits of the characters: most places are passed by them */
  for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
    firsts |= UINT64_C(1) << (words[w][0] & 63);
    seconds |= UINT64_C(1) << (words[w][1] & 63);
  }
  for (size_t i = 0; i + 1 < count; i++) {
    if (!(firsts >> (text[i] & 63) & seconds >> (text[i + 1] & 63) & 1)) continue;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
      if (text[i] != words[w][0] || text[i + 1] != words[w][1]) continue;
      bool numbered = w == 4 || w == 5 || (w >= 19 && w <= 21);
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

void gm_measure_read(const gm_draft_check *check, const gm_twin *m, gm_measure *c) {
  if (c->made) return;
  c->made = true;
  c->has_subject = false;
  c->words = check->words;
  date_told(check->figures, m, &c->year, &c->day);
  c->count = gm_context_before(check->draft->lines[m->line], m->figure->start, c->text, GM_MEASURE_CHARS);
  c->low = c->high = 0;
  for (size_t i = GM_MEASURE_CHARS - c->count; i < GM_MEASURE_CHARS; i++) {
    c->low |= UINT64_C(1) << (c->text[i] & 63);
    c->high |= UINT64_C(1) << (c->text[i] >> 6 & 63);
  }
}

static uint64_t periods_of(const gm_measure *c) { return periods(c->text + GM_MEASURE_CHARS - c->count, c->count); }

static bool names_agree(const gm_measure *a, const gm_measure *b) {
  uint64_t name = last_name(a->text + GM_MEASURE_CHARS - a->count, a->count);
  uint64_t other = last_name(b->text + GM_MEASURE_CHARS - b->count, b->count);
  return !name || !other || name == other;
}

static size_t find(const uint32_t *text, size_t from, size_t count, uint32_t c) {
  while (from < count && text[from] != c) from++;
  return from;
}

/* Do two contexts share a run of `need` Han characters or more, the longest of which is not said of two names? A run
 * so long covers one of every `need` places, so that only those are looked up. */
static bool share_run(const gm_measure *x, const gm_measure *y, size_t need) {
  size_t n = x->count, m = y->count, best = 0;
  const uint32_t *a = x->text + GM_MEASURE_CHARS - n, *b = y->text + GM_MEASURE_CHARS - m;
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

/* Words of a label that name no subject: whatever the draft is about, and the words of counting. */
#define GENERIC                                                                                                                                                     \
  "全国 全省 全市 全县 全区 全镇 全乡 全街道 全村 全社区 全校 全院 全馆 全系统 全行业 全局 我国 我省 我市 我县 我区 " \
  "我镇 我乡 我校 我院 我馆 我局 我单位 本校 本院 本馆 "                                                                                       \
  "本市 本县 本区 本镇 该校 该院 该馆 该镇 该县 该市 该项目 该 本 我 全年 今年 一年来 以来 今年以来 一年 年内 全部 "   \
  "截至目前 目前 截至 截止 截至年底 年底 年末 底 末 至今 现在 已经 "                                                                      \
  "已 共 共计 总共 一共 累计 总计 合计 先后 陆续 成功 顺利 圆满 分别 其中 现有 现 有 从 由 的 了 为 达 达到 到 占 是 "   \
  "约 近 超过 超 并 还 也 又 均 都 等 "                                                                                                                 \
  "本次 这次 此次 本届 活动 共有 拥有 实现 完成 年度 经 经过 通过 记者 获悉 据 了解 据悉 据统计 统计"

/* The words of the figure's own clause, generic ones left out: made once. */
static size_t subject_of(gm_measure *c) {
  if (c->has_subject) return c->subject_count;
  c->has_subject = true;
  const uint32_t *text = c->text + GM_MEASURE_CHARS - c->count;
  uint32_t *out = c->subject;
  size_t from = c->count, n = 0;
  while (from && !(gm_class_of(text[from - 1]) & GM_PUNCT)) from--;
  while (from < c->count) {
    if (gm_class_of(text[from]) & GM_DIGIT) { /* a number with its unit: 2024年 */
      while (from < c->count && gm_class_of(text[from]) & GM_DIGIT) from++;
      from++;
      continue;
    }
    size_t generic = gm_word_list_in(c->words, text + from, c->count - from, GENERIC);
    bool told = gm_class_of(text[from]) & (GM_HAN | GM_LATIN);
    if (!generic && told) out[n++] = text[from];
    from += generic ? generic : 1;
  }
  return c->subject_count = n;
}

/* 去年同期为200件: what is measured was said before. */
static bool says_same_time(const uint32_t *text, size_t count) {
  for (size_t i = 0; i + 1 < count; i++)
    if (text[i] == 0x540C && text[i + 1] == 0x671F) return true;
  return false;
}

gm_subjects gm_compare_subjects(gm_measure *x, gm_measure *y) {
  size_t n = subject_of(x), m = subject_of(y), first = 0;
  const uint32_t *a = x->subject, *b = y->subject;
  if (says_same_time(a, n) || says_same_time(b, m)) return GM_SUBJECT_MISSING;
  while (n && m && a[n - 1] == b[m - 1]) n--, m--;
  while (first < n && first < m && a[first] == b[first]) first++;
  if (first == n && first == m) return GM_SUBJECTS_AGREE;
  return first == n || first == m ? GM_SUBJECT_MISSING : GM_SUBJECTS_DIFFER;
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

bool gm_same_period(const gm_measure *x, const gm_measure *y) {
  return (!x->year || !y->year || x->year == y->year) && x->day == y->day && periods_of(x) == periods_of(y);
}

bool gm_same_measure(const gm_draft_check *check, const gm_twin *a, gm_measure *x, const gm_twin *b, gm_measure *y) {
  gm_measure_read(check, a, x);
  gm_measure_read(check, b, y);
  if ((x->year && y->year && x->year != y->year) || x->day != y->day) return false;
  /* In a title few words stand before the figure. */
  size_t need = x->count < 2 * SHARED || y->count < 2 * SHARED ? SHARED - 1 : SHARED;
  /* Few pairs share a run, so that this is asked before periods and names. */
  if (!share_run(x, y, need) || !gm_same_period(x, y) || !names_agree(x, y)) return false;
  if (gm_compare_subjects(x, y) == GM_SUBJECTS_DIFFER) return false;
  uint64_t name = head_name(check, a), other = head_name(check, b);
  return !name || !other || name == other;
}

#define BEHIND_LEAST 3 /* Han characters right behind both figures: 1260人同场竞技 */

/* Do both figures have the same words right behind them? */
static bool same_behind(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  gm_text x = check->draft->lines[a->line], y = check->draft->lines[b->line];
  const char *p = x.ptr + a->figure->end, *q = y.ptr + b->figure->end;
  for (unsigned n = 0; n < BEHIND_LEAST; n++) {
    if (p >= x.ptr + x.len || q >= y.ptr + y.len) return false;
    uint32_t c, d;
    p += gm_utf8_decode(p, x.ptr + x.len, &c);
    q += gm_utf8_decode(q, y.ptr + y.len, &d);
    if (gm_fold(c) != gm_fold(d) || !(gm_class_of(gm_fold(c)) & GM_HAN)) return false;
  }
  return true;
}

bool gm_same_in_title(const gm_draft_check *check, const gm_twin *title, gm_measure *x, const gm_twin *body,
                      gm_measure *y) {
  gm_measure_read(check, title, x);
  gm_measure_read(check, body, y);
  if (x->year && y->year && x->year != y->year) return false;
  uint64_t period = periods_of(x);
  return (!period || period == periods_of(y)) && names_agree(x, y) &&
         (share_run(x, y, SHARED - 1) || same_behind(check, title, body));
}
