/* A total told as more than a number, 总数超过1200人, that all its parts together do not reach. */
#include "check/list.h"
#include "check/sum_judged.h"

#define FLOOR_LEAST  850 /* per mille: parts behind 其中 that come to less may leave something out */
#define CLOSED_LEAST 500 /* the same of a row that its total follows at once */
#define NAME_CHARS   12u /* of a part */

#define OPEN_ENDED "主要 等 约 近 重点 以上 另 此外 余 多 不含 仅 达"

/* 其中高校640人、社会团体310人、机关单位196人。: a list right behind the total, in 、 or ， alone, with no other number
 * to the sentence's end? */
static bool fills_list(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *last = &links->items[p->at[p->count - 1]];
  size_t which = whole->to + gm_words_at(view, whole->to, "，其中 ，其中： ，其中， ，包括 ，分别为 ，分别是");
  if (p->count < 3 || p->at[0] != total + 1 || which == whole->to || links->items[p->at[0]].from - which > NAME_CHARS)
    return false;
  for (unsigned i = 1; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]], *before = &links->items[p->at[i - 1]];
    if (p->at[i] != p->at[i - 1] + 1 || m->label != before->to + 1u || m->from <= m->label ||
        m->from - m->label > NAME_CHARS || !gm_one_of(view, before->to, "、，"))
      return false;
  }
  if (gm_find_word(view, which, last->to, OPEN_ENDED) != SIZE_MAX) return false;
  if (last->to >= view->count || gm_one_of(view, last->to, "。；")) return true;
  /* ，赛前集中培训。 */
  size_t end = gm_sentence_end(view, last->to);
  return gm_one_of(view, last->to, "，") && gm_find_word(view, last->to, end, OPEN_ENDED " 还 其中") == SIZE_MAX &&
         (p->at[p->count - 1] + 1u == links->count || !gm_same_sentence(last, last + 1));
}

/* Is it told as all there are: 总数, 总人次, 共? */
static bool names_all(const gm_view *view, const gm_mention *whole) {
  return (gm_find_total(view, whole->clause, whole->from) != SIZE_MAX ||
          gm_words_before(view, whole->from, "总人数 总人次 总户数 总件数 总长 总长度 总面积 总投资 总投入")) &&
         gm_find_word(view, whole->clause, whole->from, "累计 现有 新增") == SIZE_MAX;
}

bool gm_is_below_floor(const gm_links *links, unsigned total, const gm_parts *p, gm_parts_place where,
                       gm_decimal *sum) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  gm_interval all;
  gm_decimal low, least;
  if (whole->figure->approx != GM_APPROX_OVER || p->mixed || !gm_sum_of(links, p, &all, sum)) return false;
  for (unsigned i = 0; i < p->count; i++)
    if (!gm_is_exact(links->items[p->at[i]].figure)) return false;
  bool closed = where == GM_PARTS_BEFORE && p->closed;
  if (!closed && (where != GM_PARTS_BEHIND || !fills_list(links, total, p) || !names_all(view, whole) ||
                  gm_parts_overlap(links, p)))
    return false;
  return gm_decimal_multiply(*sum, gm_decimal_of(1000), &low) &&
         gm_decimal_multiply(whole->figure->value, gm_decimal_of(closed ? CLOSED_LEAST : FLOOR_LEAST), &least) &&
         gm_decimal_compare(*sum, whole->figure->value) < 0 && gm_decimal_compare(low, least) >= 0;
}
