/* Of what a figure is told, by the words of its own clause. */
#include "check/measure.h"
#include "check/period_words.h"

/* Words of a label that name no subject: whatever the draft is about, and the words of counting. */
#define GENERIC                                                                                                                                                       \
  "全国 全省 全市 全县 全区 全镇 全乡 全街道 全村 全社区 全校 全院 全馆 全系统 全行业 全局 我国 我省 我市 我县 我区 "   \
  "我镇 我乡 我校 我院 我馆 我局 我单位 本校 本院 本馆 "                                                                                         \
  "本市 本县 本区 本镇 该校 该院 该馆 该镇 该县 该市 该项目 该 本 我 全年 今年 一年来 以来 今年以来 一年 年内 全部 "     \
  "截至目前 目前 截至 截止 截至年底 年底 年末 底 末 至今 现在 已经 "                                                                        \
  "已 共 共计 总共 一共 累计 总计 合计 先后 陆续 成功 顺利 圆满 分别 其中 现有 现 有 从 由 的 了 为 达 达到 到 占 是 "     \
  "约 近 超过 超 并 还 也 又 均 都 等 "                                                                                                                   \
  "我们 咱们 大家 回顾 回首 盘点 各级 回头看 回头望 回过头看 回过头来看 回望 回看 回眸 纵观 综观 统观 通观 总览 细看 " \
  "再看 翻看 细数 放眼 "                                                                                                                                      \
  "前三季度 一季度 二季度 三季度 四季度 上半年 下半年 年初 村里 镇里 乡里 县里 市里 区里 校里 院里 厂里 实际 "            \
  "本次 这次 此次 本届 活动 共有 拥有 实现 完成 年度 经 经过 通过 记者 获悉 据 了解 据悉 据统计 统计"

#define REPORTING "宣布 通报 透露 介绍 公布 显示 获悉 指出 强调"

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
    size_t told = gm_word_list_in(c->words, text + from, c->count - from, REPORTING);
    if (told) { /* 组委会宣布签约金额…: who tells it is no subject of it */
      n = 0;
      from += told;
      continue;
    }
    unsigned months;
    size_t generic = gm_word_list_in(c->words, text + from, c->count - from, GENERIC);
    if (!generic) generic = gm_first_months_at(text + from, c->count - from, &months);
    bool word = gm_class_of(text[from]) & (GM_HAN | GM_LATIN);
    if (!generic && word) out[n++] = text[from];
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

#define TURNED_LEAST 5 /* characters of a measure, of which one names a body before them: 县局办结申诉, 申诉办结 */

#define HELPER_CHARS 2u /* of a body that is named by nothing but what it is */

/* 工会, 妇联: the end of a body that helps others, as its last two characters. */
static bool ends_a_helper(const uint32_t *text, size_t end) {
  static const uint32_t ends[][2] = {{0x5DE5, 0x4F1A} /* 工会 */, {0x534F, 0x4F1A} /* 协会 */,
                                     {0x5546, 0x4F1A} /* 商会 */, {0x5987, 0x8054} /* 妇联 */,
                                     {0x6B8B, 0x8054} /* 残联 */, {0x516C, 0x53F8} /* 公司 */};
  for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
    if (end > 1 && text[end - 2] == ends[k][0] && text[end - 1] == ends[k][1]) return true;
  return false;
}

/* 发放种粮补贴 and 种粮补贴发放: do the subjects have the same characters in another order, behind a name that one of
 * them may leave out? */
static bool same_characters(const gm_measure *x, const gm_measure *y) {
  if (x->subject_count < y->subject_count) return same_characters(y, x);
  size_t more = x->subject_count - y->subject_count;
  if (more &&
      (y->subject_count < TURNED_LEAST || !(gm_ends_a_name(x->subject[more - 1]) || ends_a_helper(x->subject, more))))
    return false;
  uint64_t taken = 0;
  for (size_t i = more; i < x->subject_count; i++) {
    size_t j = 0;
    while (j < y->subject_count && (taken >> j & 1 || y->subject[j] != x->subject[i])) j++;
    if (j == y->subject_count) return false;
    taken |= UINT64_C(1) << j;
  }
  return true;
}

gm_subjects gm_compare_subjects(gm_measure *x, gm_measure *y) {
  size_t n = subject_of(x), m = subject_of(y), first = 0;
  const uint32_t *a = x->subject, *b = y->subject;
  if (says_same_time(a, n) || says_same_time(b, m)) return GM_SUBJECT_MISSING;
  while (n && m && a[n - 1] == b[m - 1]) n--, m--;
  while (first < n && first < m && a[first] == b[first]) first++;
  if (first == n && first == m) return GM_SUBJECTS_AGREE;
  if (same_characters(x, y)) return x->subject_count == y->subject_count ? GM_SUBJECTS_AGREE : GM_SUBJECT_MISSING;
  return first == n || first == m ? GM_SUBJECT_MISSING : GM_SUBJECTS_DIFFER;
}

bool gm_same_of_helper(gm_measure *x, gm_measure *y) {
  size_t n = subject_of(x), m = subject_of(y);
  const gm_measure *more = n > m ? x : y;
  return n + m == 2 * (n < m ? n : m) + HELPER_CHARS && ends_a_helper(more->subject, HELPER_CHARS) &&
         same_characters(x, y);
}

bool gm_same_words(gm_measure *x, gm_measure *y, size_t least) {
  size_t n = subject_of(x);
  return n >= least && n == subject_of(y) && !memcmp(x->subject, y->subject, n * sizeof *x->subject);
}

/* Pairs of which a figure is told of one. */
#define OPPOSED(PAIR)  \
  PAIR("收入", "支出") \
  PAIR("进口", "出口") \
  PAIR("存款", "贷款") \
  PAIR("旅客", "货物") \
  PAIR("客运", "货运") \
  PAIR("流入", "流出") \
  PAIR("转入", "转出") \
  PAIR("迁入", "迁出") \
  PAIR("上行", "下行") \
  PAIR("出生", "死亡") \
  PAIR("资产", "负债") \
  PAIR("客车", "货车") \
  PAIR("入境", "出境") \
  PAIR("买入", "卖出") \
  PAIR("男性", "女性") \
  PAIR("男生", "女生")
#define ROW(one, other)   {one, other},
#define WORDS(one, other) one " " other " "
static const char *const opposed[][2] = {OPPOSED(ROW)};
static const char any_opposed[] = OPPOSED(WORDS);
_Static_assert(sizeof opposed / sizeof *opposed <= 32, "pairs are the bits of a word");

/* Where the last `word` stands in the text, from 1; 0 when it does not. */
static size_t last_word(gm_word_lists *words, const uint32_t *text, size_t count, const char *word) {
  size_t from = 0;
  for (size_t on; (on = gm_word_list_first(words, text + from, count - from, word)) != SIZE_MAX;) from += on + 1;
  return from;
}

/* Which of the pairs the figure's sentence tells last by their one word, and which by the other, as bits. */
static void read_opposed(gm_measure *c) {
  const uint32_t *end = c->text + GM_MEASURE_CHARS, *from = end;
  c->has_opposed = true;
  c->opposed[0] = c->opposed[1] = 0;
  while (from > end - c->count && !(gm_class_of(from[-1]) & GM_STOP)) from--;
  size_t count = (size_t)(end - from);
  if (gm_word_list_first(c->words, from, count, any_opposed) == SIZE_MAX) return;
  for (size_t k = 0; k < sizeof opposed / sizeof *opposed; k++) {
    size_t one = last_word(c->words, from, count, opposed[k][0]),
           other = last_word(c->words, from, count, opposed[k][1]);
    if (one != other) c->opposed[other > one] |= 1u << k;
  }
}

bool gm_of_opposed(gm_measure *x, gm_measure *y) {
  if (!x->has_opposed) read_opposed(x);
  if (!y->has_opposed) read_opposed(y);
  return (x->opposed[0] & y->opposed[1]) || (x->opposed[1] & y->opposed[0]);
}
