/* AR-01 of totals that agree with their parts but for two digits the other way round, where the words name the parts
 * again (风电、太阳能合计), add one to another (加上上届结转), or divide what was divided before by another measure. */
#include "check/turned.h"

#define NAMES_MOST 4u
#define NAME_CHARS 8u /* of one name */

typedef struct named {
  size_t from, to;
} named;

#define TOGETHER "合计 共计 总计 两项合计 合计为 一共 合计达 共"

/* The names before the word that sums them up, back to the clause's start: 风电、太阳能. How many, 0 for less than two. */
static unsigned read_names(const gm_view *view, size_t from, size_t to, named *names) {
  unsigned count = 0;
  size_t start = from;
  for (size_t i = from; i <= to; i++) {
    bool mark = i == to || gm_one_of(view, i, "、和与及");
    if (!mark) {
      if (!(view->cls[i] & GM_HAN)) return 0;
      continue;
    }
    if (i == start || i - start > NAME_CHARS || count == NAMES_MOST) return 0;
    names[count++] = (named){start, i};
    start = i + 1;
  }
  return count > 1 ? count : 0;
}

/* Is an amount told by the name: 太阳能发电2390万千瓦; with `alone` by nothing else: 裁判员86人, not 一级裁判员31人? */
static bool is_named(const gm_links *links, const gm_mention *m, named name, bool alone) {
  const gm_view *view = links->view;
  size_t length = name.to - name.from, label = m->label + gm_words_at(view, m->label, "其中 其中：");
  if (label + length > m->from || length < 2) return false;
  if (alone) return label + length == m->from && gm_reads_alike(view, label, name.from, length);
  return gm_find_run(view, label, m->from, name.from, length) != SIZE_MAX;
}

/* The amount before mention `total`, in its sentence, that alone is told by the name; the total when there is none. */
static unsigned find_named(const gm_links *links, unsigned total, named name) {
  const gm_mention *whole = &links->items[total];
  unsigned found[2] = {0}, at[2] = {total, total};
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    if (m->from >= whole->clause || !gm_may_be_turned(m->figure, whole->figure)) continue;
    for (unsigned alone = 0; alone < 2; alone++)
      if (is_named(links, m, name, alone) && !found[alone]++) at[alone] = i;
  }
  return found[1] == 1 ? at[1] : found[0] == 1 ? at[0] : total;
}

/* 风电1420万千瓦、太阳能发电2390万千瓦；风电、太阳能合计3810万千瓦: each of the names is that of one amount before it in its
 * sentence. */
static void check_named(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t word = gm_words_before(view, whole->from, TOGETHER);
  named names[NAMES_MOST];
  if (!word || whole->from - word <= whole->clause) return;
  unsigned count = read_names(view, whole->clause, whole->from - word, names);
  gm_turned t = {.total = total, .parts = {.count = 0}, .sure = GM_SURE_ALL};
  for (unsigned k = 0; k < count; k++) {
    unsigned at = find_named(links, total, names[k]);
    if (at == total) return;
    for (unsigned j = 0; j < t.parts.count; j++)
      if (t.parts.at[j] >= at) return;
    t.parts.at[t.parts.count++] = at;
  }
  if (count) gm_judge_turned(check, links, &t);
}

#define ADDS "加上 再加上 再加 加 连同"

/* 结余37.5万元，加上届结转21.3万元，账上共58.8万元: an amount, one that a word adds to it, and right behind it their sum. */
static void check_added(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  gm_turned t = {.total = total, .parts = {.count = 0}, .sure = GM_SURE_ALL};
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) continue;
    if (!gm_may_be_turned(m->figure, whole->figure)) return;
    bool adds = gm_words_at(view, m->clause, ADDS) != 0;
    if (!t.parts.count && (!adds || m->to + 1u != whole->clause)) return;
    if (t.parts.count == 1 && (adds || m->to + 1u != links->items[t.parts.at[0]].clause)) return;
    gm_parts_prepend(&t.parts, i);
    if (t.parts.count == 2) break;
  }
  if (t.parts.count == 2 && gm_find_word(view, whole->clause, whole->from, "占 比 每 均 其中 支出 完成 审结 执结 办结") == SIZE_MAX)
    gm_judge_turned(check, links, &t);
}

void gm_check_turned_named(gm_line_check *check, const gm_links *links, unsigned total) {
  check_named(check, links, total);
  check_added(check, links, total);
}

#define DIVIDES_CHARS 10u
#define LEAST_PARTS   3u

/* Is the amount, or a total before it in its sentence, what rows told before come to? */
static bool is_divided_before(const gm_links *links, unsigned total, unsigned first) {
  for (unsigned from = total + 1; from < first; from++) {
    gm_decimal sum = {0, 0};
    for (unsigned i = from; i < first; i++) {
      if (!gm_may_be_turned(links->items[i].figure, links->items[total].figure)) continue;
      if (!gm_decimal_add(sum, links->items[i].figure->value, &sum)) return false;
      if (i > from && !gm_decimal_compare(sum, links->items[total].figure->value)) return true;
    }
  }
  return false;
}

/* 共388条，按内容分，流程类128条、环境类164条、沟通类96条；按渠道分，电话152条、…: what a division told before it comes to
 * is what this one should. */
void gm_check_turned_division(gm_line_check *check, const gm_links *links, unsigned first) {
  const gm_view *view = links->view;
  const gm_mention *start = &links->items[first];
  size_t lead = start->clause ? gm_clause_start(view, start->clause - 1) : 0;
  if (!start->clause || start->clause - lead > DIVIDES_CHARS || !gm_words_at(view, lead, "按 从 分") ||
      !gm_words_before(view, start->clause - 1, "分 看 划分"))
    return;
  gm_parts p = {.count = 0};
  for (unsigned i = first; i < links->count && p.count < GM_PARTS_MAX && gm_same_sentence(&links->items[i], start); i++) {
    const gm_mention *m = &links->items[i];
    if (i > first && gm_find_mark(view, links->items[i - 1].to, m->from, "；") != SIZE_MAX) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, start->figure)) continue;
    bool part = gm_may_be_turned(m->figure, start->figure);
    if (!part && p.count >= LEAST_PARTS) break; /* 其中红茶比上年增加560吨 */
    if (!part || (p.count && !gm_one_of(view, links->items[p.at[p.count - 1]].to, "、，和"))) return;
    if (p.count && m->label + 1u >= m->from) return;
    p.at[p.count++] = i;
  }
  if (p.count < LEAST_PARTS) return;
  for (unsigned total = first; total-- > 0 && links->items[total].figure->sentence + 2u >= start->figure->sentence;) {
    if (!gm_is_count(links->items[total].figure) || !gm_comparable(links->items[total].figure, start->figure) ||
        !is_divided_before(links, total, first))
      continue;
    gm_turned t = {.total = total, .parts = p, .sure = GM_SURE_ALL, .divided = true};
    if (gm_judge_turned(check, links, &t)) return;
  }
}
