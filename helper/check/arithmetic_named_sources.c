/* AR-01 of where a named part comes from:
 * 县级自筹10000万元。自筹部分来自三个渠道，发行债券6000万元，财政安排2500万元，企业 出资1500万元. What is told may not
 * be all, so only two digits that changed places are told. */
#include "check/families.h"
#include "check/sum.h"

#define LINE_LEAST    4u /* figures of a line: the part, and three that it comes from */
#define COMES_FROM    "部分来自 部分来源于 部分由 部分主要来自 部分包括 部分分为 资金来自 资金来源于 部分，"
#define NAME_MOST     6u
#define NAME_LEAST    2u
#define SOURCES_LEAST 3u /* of two, some swap fits too often */

/* The amounts from mention `first` on that its sentence tells, each at once behind the one before it. */
static bool read_sources(const gm_links *links, unsigned first, gm_parts *p) {
  for (unsigned i = first; i < links->count && p->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[first])) break;
    if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || !gm_comparable(m->figure, links->items[first].figure) ||
        (i > first && (m->clause > m[-1].to + 1u || gm_find_word(links->view, m[-1].to, m->from, "其中") != SIZE_MAX)))
      return false;
    p->at[p->count++] = i;
  }
  return p->count > 1;
}

static void judge(gm_line_check *check, const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_view *view = links->view;
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value)) return;
  if (gm_interval_touch(sum, whole->figure->interval)) {
    gm_agree_parts(check, links, whole, p);
    return;
  }
  if (!gm_is_exact(whole->figure) || p->count < SOURCES_LEAST || !gm_swap_makes_sum(links, p, whole->figure, value) ||
      gm_is_told(check, whole) || gm_disclaimed(view))
    return;
  gm_report_mention(check, whole);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "各项合计%s，总数为%s", "the parts make %s, the total says %s",
         gm_quote_amount(value, whole, view).text, gm_quote_mention(view, whole).text);
  for (unsigned i = 0; i < p->count; i++) gm_relate_mention(check, &links->items[p->at[i]], "分项", "a part");
}

void gm_check_named_sources(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < LINE_LEAST || !gm_word_list_may_hold(view, COMES_FROM)) return;
  for (unsigned i = 1; i + 1 < links->count; i++) {
    const gm_mention *first = &links->items[i];
    if (!gm_is_amount(first->figure)) continue;
    size_t start = gm_sentence_start(view, first->from), word = gm_find_word(view, start, first->from, COMES_FROM);
    if (word == SIZE_MAX || word < start + NAME_LEAST || word > start + NAME_MOST) continue;
    unsigned before = i;
    while (before && links->items[before - 1].from > start && !gm_is_amount(links->items[before - 1].figure)) before--;
    if (before && links->items[before - 1].from > start) continue; /* not the first amount of its sentence */
    for (unsigned k = before; k-- > 0 && links->items[k].figure->sentence + 1u >= first->figure->sentence;) {
      const gm_mention *whole = &links->items[k];
      size_t name = whole->from - gm_words_before(view, whole->from, "资金 部分 投入 资金为 为 达 共 约");
      if (name < word - start || !gm_is_plain(whole->figure) || !gm_comparable(whole->figure, first->figure) ||
          !gm_reads_alike(view, name - (word - start), start, word - start))
        continue;
      gm_parts p = {.count = 0};
      if (read_sources(links, i, &p)) judge(check, links, whole, &p);
      break;
    }
  }
}
