/* XR-02 of a sum or a number told again as all of it: 共筹得善款60余万元 …… 善款53.8万元已全部转入专户. For candidate
 * pairs only: it reads the text around both. */
#include "check/again.h"
#include "check/link.h"

#define CLAUSE_CHARS 24u
#define NOUN_LEAST   2u /* characters of what is counted: 善款 */
#define NOUN_MOST    8u

/* What opens the clause of one that is known, before its noun or its number. */
#define LEADS                                                                                                                                                  \
  "这笔 这些 这批 该笔 该批 上述 以上 所有 全部 所募 所筹 所捐 募得的 筹得的 募集的 筹集的 收到的 捐赠的 捐出的 " \
  "征集的 "                                                                                                                                                 \
  "采购的 购置的 发放的 已将 将 把 现已将 目前已将 并将 其 共 总共 此次 本次 目前 截至目前 现在 如今"
/* What stands between it and the word that says all of it. */
#define BETWEEN "目前 现在 现 已经 已 均 都 也 将 皆 随后 随即 当天 昨天 昨日 日前 近日 当场 现场 及时 按时 截至目前"
#define ALL     "全部 悉数 全额 如数 全数 一分不少 分文不少 一件不少 一册不少 一台不少"

/* What money from one source is called. */
#define GIVEN "善款 捐款 爱心款 募捐款 捐赠款 募款 爱心善款 捐赠资金"

/* The words of a clause around a figure. */
typedef struct around {
  uint32_t before[CLAUSE_CHARS], behind[CLAUSE_CHARS];
  size_t from, behind_count; /* before[from, CLAUSE_CHARS) */
  bool opens;                /* the clause begins within reach */
} around;

static void read_around(gm_text line, const gm_figure *f, around *out) {
  size_t n = gm_context_before(line, gm_figure_from(f), out->before, CLAUSE_CHARS);
  out->from = CLAUSE_CHARS;
  while (n && !(gm_class_of(out->before[out->from - 1]) & (GM_PAUSE | GM_STOP))) out->from--, n--;
  out->opens = out->from > 0;
  n = gm_context_behind(line, f->end, out->behind, CLAUSE_CHARS);
  out->behind_count = 0;
  while (out->behind_count < n && !(gm_class_of(out->behind[out->behind_count]) & (GM_PAUSE | GM_STOP)))
    out->behind_count++;
}

static bool is_han(const uint32_t *text, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!(gm_class_of(text[i]) & GM_HAN) || gm_class_of(text[i]) & GM_NUMERAL) return false;
  return true;
}

/* The noun of what is told as all there is: 这笔善款53.8万元目前已全部, 53.8万元善款已悉数. Its characters, 0 when it
 * is not so told. */
static size_t noun_of_all(gm_word_lists *lists, const around *a, const uint32_t **noun) {
  const uint32_t *text = a->before + a->from;
  size_t count = CLAUSE_CHARS - a->from, at = 0, n;
  while (at < count && (n = gm_word_list_in(lists, text + at, count - at, LEADS)) != 0) at += n;
  size_t behind = 0, length = count - at;
  *noun = text + at;
  if (!a->opens || (length && (length < NOUN_LEAST || length > NOUN_MOST))) return 0;
  if (!length) { /* the noun stands behind the number */
    *noun = a->behind;
    while (length < a->behind_count && length <= NOUN_MOST &&
           !gm_word_list_in(lists, a->behind + length, a->behind_count - length, BETWEEN " " ALL))
      length++;
    if (length < NOUN_LEAST || length > NOUN_MOST) return 0;
    behind = length;
  }
  while (behind < a->behind_count &&
         (n = gm_word_list_in(lists, a->behind + behind, a->behind_count - behind, BETWEEN)) != 0)
    behind += n;
  if (!gm_word_list_in(lists, a->behind + behind, a->behind_count - behind, ALL) || !is_han(*noun, length)) return 0;
  return length;
}

/* Do the words end in the noun, or are both of money that was given? What the noun says more tells of a part. */
static bool ends_alike(gm_word_lists *lists, const uint32_t *text, size_t count, const uint32_t *noun, size_t length) {
  if (count >= length && !memcmp(text + count - length, noun, length * sizeof *noun)) return true;
  size_t given = gm_word_list_in(lists, noun, length, GIVEN);
  for (size_t k = NOUN_LEAST; given == length && k <= 4 && k <= count; k++)
    if (gm_word_list_in(lists, text + count - k, k, GIVEN) == k) return true;
  return false;
}

/* Is what the noun names told by the figure: 共筹得善款60余万元, 60余万元善款? */
static bool is_told_of(gm_word_lists *lists, const around *a, const uint32_t *noun, size_t length) {
  if (ends_alike(lists, a->before + a->from, CLAUSE_CHARS - a->from, noun, length)) return true;
  for (size_t n = NOUN_LEAST; n <= length && n <= a->behind_count; n++)
    if (is_han(a->behind, n) && ends_alike(lists, a->behind, n, noun, length)) return true;
  return false;
}

bool gm_is_all_of(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                  gm_measure *y) {
  static const char *const apart[] = {"其中", "除", "另", "还有", "折合", "折价", NULL};
  const gm_text *lines = check->draft->lines;
  const uint32_t *noun;
  around a, b;
  read_around(lines[second->line], second->figure, &b);
  size_t length = noun_of_all(check->words, &b, &noun);
  if (!length) return false;
  read_around(lines[first->line], first->figure, &a);
  if (!is_told_of(check->words, &a, noun, length)) return false;
  uint32_t to = first->line == second->line ? second->figure->start : (uint32_t)lines[first->line].len;
  if (gm_reads_within(lines[first->line], first->figure->end, to, apart) ||
      (first->line != second->line && gm_reads_within(lines[second->line], 0, second->figure->start, apart)))
    return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  return !gm_other_years(x, y) && gm_names_agree(x, y);
}
