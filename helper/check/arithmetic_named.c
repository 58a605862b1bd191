/* AR-01: the parts of a whole that is named again without its number: 其中技术人员1542名，占83.5%。技术人员中，
 * 医师538名，…. */
#include "check/families.h"
#include "check/sum.h"

#define NAME_LEAST 2
#define NAME_MOST  12 /* Han characters of 卫生技术人员 before 中， */

/* The name before 中， in the clause that ends just before `clause`, and fills it: its first character; *end
 * behind its last. SIZE_MAX when there is none. */
static size_t name_before(const gm_view *view, size_t clause, size_t *end) {
  if (clause < NAME_LEAST + 2 || !gm_one_before(view, clause, "，") || !gm_one_before(view, clause - 1, "中"))
    return SIZE_MAX;
  size_t from = *end = clause - 2;
  while (from && view->cls[from - 1] & GM_HAN && !(view->cls[from - 1] & GM_PUNCT) && *end - from <= NAME_MOST) from--;
  if (from && !(view->cls[from - 1] & GM_STOP) && !gm_one_before(view, from, "；，")) return SIZE_MAX;
  from += gm_words_at(view, from, "在 上述 这些 全部 在上述 在这些 在全部 所有");
  size_t length = *end - from;
  return length >= NAME_LEAST && length <= NAME_MOST && !gm_words_at(view, from, "其") ? from : SIZE_MAX;
}

/* Does the name [from, end) stand right before the amount or right behind it? */
static bool is_named(const gm_view *view, const gm_mention *m, size_t from, size_t end) {
  /* 到货车架680件: by its noun */
  size_t noun = gm_view_find(view, m->figure->noun_start);
  if (m->figure->noun_end > m->figure->noun_start && m->figure->noun_end <= m->figure->start &&
      gm_view_find(view, m->figure->noun_end) - noun == end - from &&
      !memcmp(&view->cp[noun], &view->cp[from], (end - from) * sizeof *view->cp))
    return true;
  size_t length = end - from,
         before = m->from - gm_words_before(view, m->from, "有 共 共有 为 达 总数 总数为 总数达 达到 已有 现有");
  for (unsigned behind = 0; behind < 2; behind++) {
    size_t at = behind ? m->to : before - length, n = 0;
    if (!behind && (before < length || before - length < m->label)) continue;
    while (n < length && at + n < view->count && view->cp[at + n] == view->cp[from + n]) n++;
    /* 其他工作人员 is not 工作人员. */
    if (n == length && (behind || at == m->label || !(view->cls[at - 1] & GM_HAN) ||
                        gm_words_before(view, at,
                                        "其中 现有 全县 全市 全区 全镇 全院 全校 全村 的 有 共有 全部 全省 该县 我院 "
                                        "我校 全馆 加上 发放 实现 完成 投入")))
      return true;
  }
  return false;
}

/* The parts of the whole told in the sentence of mention `first`, up to another 其中. */
static void parts_of(const gm_links *links, unsigned whole, unsigned first, gm_parts *p) {
  p->count = 0;
  for (unsigned i = first; i < links->count && p->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[first])) break;
    size_t before = links->items[i - 1].to;
    if (i > first && (m->clause > before + 1 || gm_find_word(links->view, before, m->from, "其中 ；") != SIZE_MAX ||
                      gm_find_total(links->view, before, m->from) != SIZE_MAX))
      break;
    if (gm_is_part(m->figure) && gm_comparable(m->figure, links->items[whole].figure)) p->at[p->count++] = i;
  }
}

static void check_named(gm_line_check *check, const gm_links *links, unsigned first, size_t from, size_t end) {
  const gm_view *view = links->view;
  size_t of = gm_find_word(view, from, end, "的"); /* 已就业3287人。已就业的毕业生中 */
  if (of != SIZE_MAX && of < from + 3) of = SIZE_MAX;
  for (unsigned i = first; i-- > 0;) {
    const gm_mention *whole = &links->items[i];
    if (whole->to > from || !gm_is_amount(whole->figure) || !gm_is_plain(whole->figure) ||
        whole->figure->value.digits <= 0 ||
        !(is_named(view, whole, from, end) || (of != SIZE_MAX && is_named(view, whole, from, of))))
      continue;
    gm_parts p = {.count = 0};
    parts_of(links, i, first, &p);
    if (p.count > 1) gm_try_sum(check, links, i, &p, GM_PARTS_BEHIND);
    return; /* the nearest of that name */
  }
}

void gm_check_named_parts(gm_line_check *check, const gm_links *links, unsigned first) {
  size_t end, from, clause = links->items[first].clause;
  if (clause > links->items[first - 1].to && (from = name_before(links->view, clause, &end)) != SIZE_MAX)
    check_named(check, links, first, from, end);
}
