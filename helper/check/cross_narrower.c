/* XR-01 of two numbers that differ by two digits turned round, where the narrower name has more than the wider one:
 * 受理消费投诉线索753件 …… 受理的投诉线索735件. Some cannot be more than all. For candidate pairs only. */
#include "check/known.h"
#include "check/link.h"

#define HAN_BYTES  3u
#define HEAD_BYTES (2 * HAN_BYTES) /* that both nouns end in: 案件 */
#define NOUN_MOST  (12 * HAN_BYTES)

/* The noun right before the figure; empty when it stands behind, or is too short or too long to say which. */
static gm_text noun_of(gm_text line, const gm_figure *f) {
  uint32_t size = f->noun_end - f->noun_start;
  bool told = f->noun_end <= f->start && size >= HEAD_BYTES && size <= NOUN_MOST && size % HAN_BYTES == 0;
  return told ? (gm_text){line.ptr + f->noun_start, size} : (gm_text){line.ptr, 0};
}

/* Do the characters of the wider noun all stand in the narrower one, in their order, and both end alike? */
static bool holds(gm_text narrower, gm_text wider) {
  if (!wider.len || narrower.len <= wider.len ||
      memcmp(narrower.ptr + narrower.len - HEAD_BYTES, wider.ptr + wider.len - HEAD_BYTES, HEAD_BYTES))
    return false;
  size_t at = 0;
  for (size_t i = 0; i < narrower.len && at < wider.len; i += HAN_BYTES)
    if (!memcmp(narrower.ptr + i, wider.ptr + at, HAN_BYTES)) at += HAN_BYTES;
  return at == wider.len;
}

#define SUBJECT_CHARS 24u

/* What says of no body that it did the deed. */
#define NOBODY                                                                                                                                                  \
  "全年 今年 年内 一年来 本年 当年 上半年 下半年 截至目前 目前 截至 底 末 共 已 累计 共计 总共 先后 陆续 在 从 对 " \
  "回头看 "                                                                                                                                                  \
  "纵观 回顾 回望 盘点 其 所 年 月 日 至 — 全市 全县 全区 全镇 全省 全校 全院 我市 我县 我区"

/* Who did the deed: what stands in the clause before its verb, but for when and how. The characters, at most
 * SUBJECT_CHARS; SIZE_MAX when there are more. */
static size_t doer_of(const gm_draft_check *check, const gm_twin *m, uint32_t out[SUBJECT_CHARS]) {
  uint32_t text[SUBJECT_CHARS];
  size_t n = gm_context_before(check->draft->lines[m->line], m->figure->verb_start, text, SUBJECT_CHARS), count = 0;
  size_t from = SUBJECT_CHARS;
  while (n && !(gm_class_of(text[from - 1]) & (GM_PAUSE | GM_STOP))) from--, n--;
  if (!from) return SIZE_MAX;
  while (from < SUBJECT_CHARS) {
    size_t word = gm_word_list_in(check->words, text + from, SUBJECT_CHARS - from, NOBODY);
    if (!word && gm_class_of(text[from]) & (GM_DIGIT | GM_NUMERAL)) word = 1;
    if (!word) out[count++] = text[from++];
    from += word;
  }
  return count;
}

/* Are two doers named, and different ones? */
static bool doers_differ(const gm_draft_check *check, const gm_twin *a, const gm_twin *b) {
  uint32_t x[SUBJECT_CHARS], y[SUBJECT_CHARS];
  size_t n = doer_of(check, a, x), m = doer_of(check, b, y);
  return n == SIZE_MAX || m == SIZE_MAX || (n && m && (n != m || memcmp(x, y, n * sizeof *x) != 0));
}

bool gm_is_narrower_more(const gm_draft_check *check, const gm_twin *first, gm_measure *x, const gm_twin *second,
                         gm_measure *y) {
  const gm_figure *f = first->figure, *g = second->figure;
  const uint32_t apart = GM_ROLE_OF_WHICH | GM_ROLE_COMPARED | GM_ROLE_FROM | GM_ROLE_TO | GM_ROLE_EACH;
  if (!f->verb_hash || f->verb_hash != g->verb_hash || !gm_comparable(f, g) || !gm_is_count(f) || !gm_is_count(g) ||
      (f->roles | g->roles) & apart || (first->line == second->line && f->sentence == g->sentence))
    return false;
  bool more = gm_decimal_compare(f->value, g->value) > 0;
  const gm_twin *large = more ? first : second, *small = more ? second : first;
  if (!holds(noun_of(check->draft->lines[large->line], large->figure),
             noun_of(check->draft->lines[small->line], small->figure)) ||
      doers_differ(check, first, second))
    return false;
  gm_measure_read(check, first, x);
  gm_measure_read(check, second, y);
  return !gm_other_years(x, y) && gm_same_period(x, y) && gm_names_agree(x, y) && !gm_of_opposed(x, y);
}
