/* AR-01 of a total that stands apart from its parts: over several sentences up to 其余, over the quarters of a time, or
 * told roughly before a list that has a total of its own. */
#include "check/families.h"
#include "check/sum.h"

#define SENTENCES_MAX 4u /* between a total and the part that ends its list */

/* May the amount be one of those that a total is made of, told by itself? */
static bool stands_as_part(const gm_mention *m) {
  return gm_is_part(m->figure) && gm_is_exact(m->figure) && m->figure->value.digits > 0 &&
         !(m->figure->roles & (GM_ROLE_OF_WHICH | GM_ROLE_TO | GM_ROLE_FROM));
}

/* 共完成12846台次。骨科、普外科分别完成3127台次和2958台次。妇产科2314台次；眼科2483台次。其余科室1964台次: all amounts
 * of its unit from the total to 其余. Only a swap of two digits is told: who else there is the text may leave out. */
static void check_up_to_rest(gm_line_check *check, const gm_links *links, unsigned last) {
  const gm_view *view = links->view;
  const gm_mention *rest = &links->items[last];
  if (!stands_as_part(rest) || !gm_words_at(view, gm_sentence_start(view, rest->from), "其余 其他 其它") ||
      gm_sentence_start(view, rest->from) != rest->clause)
    return;
  gm_parts p = {.count = 1, .at = {last}};
  for (unsigned i = last; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + SENTENCES_MAX < rest->figure->sentence) return;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, rest->figure)) continue;
    if (!gm_same_sentence(m, rest) && m->figure->roles & GM_ROLE_TOTAL && gm_is_exact(m->figure)) {
      if (p.count > 2 && gm_is_plain(m->figure) && gm_is_swapped_sum(links, i, &p))
        gm_try_sum(check, links, i, &p, GM_PARTS_LISTED);
      return;
    }
    if (!stands_as_part(m)) return;
    gm_parts_prepend(&p, i);
  }
}

static const struct {
  const char *total;
  unsigned quarters;
} times[] = {{"前三季度 前3季度 1—9月 1-9月 前9个月 前九个月", 3},
             {"上半年 前两季度 1—6月 1-6月 前6个月 前六个月", 2},
             {"全年 年度 四个季度", 4}};

/* Two spans that make a third. */
static const struct {
  const char *total, *first, *second;
} halves[] = {{"全年 年度", "上半年", "下半年"},
              {"全年 年度", "前三季度", "四季度 第四季度"},
              {"全年 年度", "1—11月 1至11月 1月至11月 前11个月 前十一个月", "12月 12月份"},
              {"上半年", "一季度 第一季度", "二季度 第二季度"}};

static const char *const quarters[] = {"一季度 第一季度 1季度", "二季度 第二季度 2季度", "三季度 第三季度 3季度",
                                       "四季度 第四季度 4季度"};

#define STOCKS "末 余额 存量 库存 在校 在岗 在册 平均 均 比 较 同比 每 率 预计 计划 目标"

/* Judges the quarters by themselves: that some of them come to what is told for all is the slip, and no other reading.
 */
static void judge_quarters(gm_line_check *check, const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *first = &links->items[p->at[0]];
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value) || gm_is_told(check, whole)) return;
  if (gm_interval_touch(sum, whole->figure->interval)) {
    for (unsigned i = 0; i < p->count; i++) gm_agree(check, whole, &links->items[p->at[i]], NULL);
    return;
  }
  if (gm_disclaimed(view)) return;
  gm_report_mention(check, whole);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u个季度合计%s，文中为%s", "the %u quarters make %s, the text says %s", p->count,
         gm_quote_amount(value, whole, view).text, gm_quote_mention(view, whole).text);
  gm_offer_value(check, whole, value);
  gm_relate_mention(check, first, "一季度", "the first quarter");
}

/* 一季度完成3.8亿元，二季度5.6亿元，三季度6.2亿元，前三季度累计15.6亿元: the quarters right before, each in its clause.
 */
static void check_quarters(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
    unsigned count = times[i].quarters;
    if (total < count || !gm_words_at(view, whole->clause, times[i].total) ||
        gm_find_word(view, whole->clause, whole->from, STOCKS) != SIZE_MAX)
      continue;
    gm_parts p = {.count = 0, .closed = true};
    for (unsigned k = count, at = total; k-- > 0 && at-- > 0;) {
      while (at && links->items[at].figure->kind == GM_FIGURE_ORDINAL) at--; /* 三季度 is one itself */
      const gm_mention *m = &links->items[at];
      if (!stands_as_part(m) || !gm_comparable(m->figure, whole->figure) || !gm_same_sentence(m, whole) ||
          !gm_words_at(view, m->clause, quarters[k]) || gm_find_word(view, m->clause, m->from, STOCKS) != SIZE_MAX)
        return;
      gm_parts_prepend(&p, at);
    }
    if (p.count == count && gm_is_plain(whole->figure)) judge_quarters(check, links, total, &p);
    return;
  }
}

/* 1至11月完成12.5亿元，12月完成1.8亿元，全年完成14.3亿元: the two amounts right before, each in the clause of its span.
 */
static void check_halves(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *of[2] = {NULL, NULL};
  unsigned found = 0;
  gm_parts p = {.count = 0, .closed = true};
  if (gm_find_word(view, whole->clause, whole->from, STOCKS) != SIZE_MAX || !gm_is_plain(whole->figure)) return;
  for (unsigned i = total; i-- > 0 && found < 2 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind >= GM_FIGURE_DATE && m->figure->kind <= GM_FIGURE_ORDINAL) continue;
    if (m->figure->kind == GM_FIGURE_RANGE) continue; /* 1—11月 */
    if (!stands_as_part(m) || !gm_comparable(m->figure, whole->figure) ||
        gm_find_word(view, m->clause, m->from, STOCKS) != SIZE_MAX)
      return;
    of[1 - found++] = m;
    gm_parts_prepend(&p, i);
  }
  if (found < 2) return;
  for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
    if (gm_words_at(view, whole->clause, halves[i].total) && gm_words_at(view, of[0]->clause, halves[i].first) &&
        gm_words_at(view, of[1]->clause, halves[i].second)) {
      gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
      return;
    }
}

#define IN_DETAIL "具体来看 具体看 具体为 具体是 具体来说 具体而言 具体讲 具体情况是"
#define SUMMED    "共计 合计 总计 一共 总共"

/* 培训3200余人次。具体来看，甲1426人次，乙587人次，丙305人次，共计2318人次: the total of the list against the one
 * amount of its unit in the sentence or two before. */
static void check_detail(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *sum = &links->items[total], *told = NULL;
  if (!gm_is_exact(sum->figure) || !gm_is_plain(sum->figure) || !gm_words_before(view, sum->from, SUMMED) ||
      !gm_words_at(view, gm_sentence_start(view, sum->from), IN_DETAIL))
    return;
  for (unsigned i = total; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 2u < sum->figure->sentence) break;
    if (gm_same_sentence(m, sum) || !gm_is_amount(m->figure) || !gm_comparable(m->figure, sum->figure)) continue;
    if (told || !gm_is_plain(m->figure)) return;
    told = m;
  }
  if (!told || gm_interval_meet(told->figure->interval, sum->figure->interval) || gm_is_told(check, told) ||
      gm_is_told(check, sum) || gm_disclaimed(view))
    return;
  gm_report_mention(check, told);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "具体各项共计%s，与%s不符", "in detail they make %s, not %s",
         gm_quote_mention(view, sum).text, gm_quote_mention(view, told).text);
  gm_relate_mention(check, sum, "各项之和", "the sum of the list");
}

void gm_check_sum_sentences(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  if (index > 1 && gm_one_of(view, m->clause, "全年上")) check_halves(check, links, index);
  if (index < 3) return;
  /* By its first or last character most amounts are none of these. */
  if (gm_one_of(view, m->clause, "其")) check_up_to_rest(check, links, index);
  if (gm_one_of(view, m->clause, "前上全年四1")) check_quarters(check, links, index);
  if (gm_one_before(view, m->from, "计共")) check_detail(check, links, index);
}
