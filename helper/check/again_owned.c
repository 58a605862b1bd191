#include "check/again.h"

#include "check/link.h"

#define RUN_LEAST   4u /* characters before both numbers that say what they are of */
#define LONG_LEAST  3  /* digits of a number that is not the same by chance but for two */
#define COUNT_LEAST 2  /* digits of a count by which whose the figure is is told */

#define ANOTHER_TIME                                                                                                                                           \
  "去年 上年 前年 同期 往年 上月 上季 上半年 下半年 明年 计划 目标 预计 原来 原有 此前 增加 减少 增长 下降 比 较 " \
  "历年 累计 "                                                                                                                                             \
  "截至 一季度 二季度 三季度 四季度 上届 历史"

#define PAST "去年 上年 前年 往年 上届 上月 上季 计划 目标 预计 原来 原有"

/* The characters before the number of `m`, 的 共 为 and their like left out: how many; *end gets the last of them. */
static size_t words_before(const gm_measure *m, const uint32_t **end) {
  size_t n = m->count;
  const uint32_t *p = m->text + GM_MEASURE_CHARS;
  static const uint32_t links[] = {0x7684, 0x5171, 0x4E3A, 0x8FBE, 0x4E86, 0x6709, 0x8FD9}; /* 的共为达了有这 */
  for (bool cut = true; cut && n;) {
    cut = false;
    for (size_t k = 0; k < sizeof links / sizeof *links; k++)
      if (n && p[-1] == links[k]) {
        p--;
        n--;
        cut = true;
      }
  }
  *end = p;
  return n;
}

/* How many Han characters stand right before both. */
static size_t shared_run(const gm_measure *x, const gm_measure *y) {
  const uint32_t *p, *q;
  size_t n = words_before(x, &p), m = words_before(y, &q), run = 0;
  while (run < n && run < m && *--p == *--q && (gm_class_of(*p) & (GM_HAN | GM_NUMERAL)) == GM_HAN) run++;
  return run;
}

/* What may stand before those words and name nobody. */
#define NOBODY                                                                                                                                                   \
  "面对 面对着 针对 围绕 全年 今年 当晚 当天 当日 全部 这 这些 已 已经 所 其 该 我们 对 为 为了 将 把 给 让 使 至此 " \
  "其中 当时"

/* Does the clause of the second say nobody else before the words it shares: 河西镇集中安置的2643名? */
static bool names_nobody(const gm_draft_check *check, const gm_measure *y, size_t run) {
  const uint32_t *q;
  size_t left = words_before(y, &q) - run;
  for (q -= run; left && !(gm_class_of(q[-1]) & GM_PUNCT);) {
    size_t word = 0;
    for (size_t n = 3; n > 0 && !word; n--)
      if (n <= left && gm_word_list_in(check->words, q - n, n, NOBODY) == n) word = n;
    if (!word) return false;
    q -= word;
    left -= word;
  }
  return true;
}

/* 86家科技型企业的授信总额: the count told right before the figure in its clause; NULL when none is. */
static const gm_figure *owner_of(gm_text line, const gm_twin *t) {
  static const char *const rows[] = {"、", "和", NULL};
  const gm_figure *f = t->figure, *owner = f - 1;
  if (!t->index || owner->clause != f->clause || owner->sentence != f->sentence || !gm_is_amount(owner) ||
      gm_comparable(owner, f) || !owner->noun_hash || !gm_is_exact(owner) ||
      gm_decimal_significant(owner->value) < COUNT_LEAST || gm_reads_within(line, owner->end, f->start, rows))
    return NULL;
  return owner;
}

typedef enum owners { NO_OWNER, ONE_OWNER, TWO_OWNERS } owners;

/* 与86家科技型企业签订…，授信总额4.85亿元 … 86家科技型企业的授信总额4.58亿元: does the sentence of the first tell of
 * the same ones as the clause of the second, or of others counted alike? */
static owners compare_owners(const gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  const gm_figure *owner = owner_of(check->draft->lines[second->line], second);
  owners found = NO_OWNER;
  for (uint32_t i = 0; owner && i < first->index; i++) {
    const gm_figure *f = &check->figures[first->line].items[i];
    if (f->sentence != first->figure->sentence || !gm_comparable(f, owner) || !f->noun_hash) continue;
    if (f->noun_hash == owner->noun_hash && !gm_decimal_compare(f->value, owner->value)) return ONE_OWNER;
    if (f->noun_hash != owner->noun_hash) found = TWO_OWNERS;
  }
  return found;
}

bool gm_of_two_owners(const gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  return compare_owners(check, first, second) == TWO_OWNERS;
}

#define HAN_BYTES   3u
#define WHOLE_BYTES 90u /* from 全村 to the first number */

/* 全村有8个村民小组、412户 … 惠及全村421户: are both all that the same place has of one unit? */
static bool are_all(const gm_draft_check *check, const gm_twin *first, const gm_twin *second) {
  static const char *const wholes[] = {"全村", "全镇", "全乡", "全县",   "全区", "全市",
                                       "全校", "全院", "全厂", "全社区", NULL};
  static const char *const has[] = {"有", "共有", "共",   "现有", "总共有", "辖",
                                    "、", "，",   "，共", "，有", "总计",   NULL};
  static const char *const stops[] = {"。", "其中", "；", NULL};
  gm_text line = check->draft->lines[first->line], other = check->draft->lines[second->line];
  uint32_t whole = gm_reads_one_before(other, second->figure->start, wholes), at = first->figure->start;
  if (!whole || second->figure->unit != first->figure->unit) return false;
  const char *name = other.ptr + second->figure->start - whole;
  if (at >= whole && !memcmp(line.ptr + at - whole, name, whole)) return true; /* 全村412户 */
  if (!gm_reads_one_before(line, at, has)) return false;
  for (uint32_t i = at; i >= HAN_BYTES && at - i < WHOLE_BYTES; i--) {
    if (gm_reads_one(line, i, stops)) return false;
    if (i + whole <= at && !memcmp(line.ptr + i, name, whole)) return true;
  }
  return at < WHOLE_BYTES && at >= whole && !memcmp(line.ptr, name, whole);
}

bool gm_owned_again(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                    gm_measure *y) {
  const gm_figure *f = first->figure, *g = second->figure;
  if (second->line - first->line > GM_TWINS_NEAR || !gm_is_amount(f) || !gm_is_amount(g) || !gm_is_plain(f) ||
      !gm_is_plain(g) || !gm_comparable(f, g) || gm_decimal_significant(g->value) < LONG_LEAST ||
      gm_decimal_significant(f->value) < LONG_LEAST || (first->line == second->line && f->sentence == g->sentence))
    return false;
  gm_text line = check->draft->lines[second->line];
  bool owned = gm_reads_before(line, g->start, "的") != 0, given = gm_reads(line, g->end, "的") != 0,
       owner = compare_owners(check, first, second) == ONE_OWNER, all = are_all(check, first, second);
  if (!owned && !given && !owner && !all) return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  size_t run = shared_run(x, y);
  return (all || (run >= RUN_LEAST && (owner || names_nobody(check, y, run)))) && !gm_other_years(x, y) &&
         gm_names_agree(x, y) && !gm_of_opposed(x, y) &&
         gm_word_list_first(check->words, y->text + GM_MEASURE_CHARS - y->count, y->count, ANOTHER_TIME) == SIZE_MAX &&
         gm_word_list_first(check->words, x->text + GM_MEASURE_CHARS - x->count, x->count, PAST) == SIZE_MAX;
}
