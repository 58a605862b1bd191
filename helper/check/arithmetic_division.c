/* AR-01: what a word like 按功能分， divides, told before in the same sentence or the one before it:
 * 床位2520张，…；按隶属分， 公办1264张，民办836张，托养420张. */
#include "check/families.h"
#include "check/sum_judged.h"

/* What a percentage behind a part may tell of it. */
#define BESIDE_PART   (GM_ROLE_SHARE | GM_ROLE_PAREN | GM_ROLE_UP | GM_ROLE_DOWN)
#define OPENING_CHARS 10u /* of 按功能分 and of 审结的案件中 behind it */

/* Does the clause that ends just before the ， at `mark` divide: 按隶属分, 从来源看? */
static bool divides(const gm_view *view, size_t mark) {
  size_t from = mark;
  while (from && !(view->cls[from - 1] & (GM_PAUSE | GM_STOP)) && mark - from <= OPENING_CHARS) from--;
  return gm_words_at(view, from, "按 从 分") && gm_words_before(view, mark, "分 划分 看 来看 来分 区分") && from &&
         gm_one_before(view, from, "；。");
}

/* 1990年以前的9个, 2022年9140万元, 二级7928件: does the figure say which part the amount behind it is? */
static bool names_part(const gm_figure *f) {
  return f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_ORDINAL;
}

/* The parts from mention `first` on, each at once behind the one before, a share of it or its growth between them. */
static bool parts_from(const gm_links *links, unsigned first, gm_parts *p) {
  const gm_view *view = links->view;
  p->count = 0;
  for (unsigned i = first; i < links->count && p->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[first])) break;
    size_t before = i > first ? links->items[i - 1].to : m->clause;
    /* 一级3517件，占40.9%；二级7928件，占38.8%: each with its share; 城镇598.4亿元，增长8.0%；乡村144.2亿元 */
    bool share = i > first && links->items[i - 1].figure->kind == GM_FIGURE_PERCENT;
    if (i > first && (m->clause > before + 1 || (!share && gm_find_mark(view, before, m->from, "；") != SIZE_MAX)))
      break;
    if (i > first && gm_find_word(view, before, m->from, "其中 合计 共计") != SIZE_MAX) return false;
    if (names_part(m->figure)) continue;
    if (m->figure->kind == GM_FIGURE_PERCENT && m->figure->roles & BESIDE_PART) continue;
    if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || !gm_comparable(m->figure, links->items[first].figure))
      return false;
    p->at[p->count++] = i;
  }
  const gm_mention *last = &links->items[p->at[p->count - 1]];
  size_t end = gm_find_mark(view, last->to, view->count, "，；。");
  return p->count > 1 &&
         gm_find_word(view, links->items[first].clause, last->from, "主要 等 约 前三 前五 居前") == SIZE_MAX &&
         gm_find_word(view, last->to, end == SIZE_MAX ? view->count : end, "等 等等") == SIZE_MAX;
}

#define PLANNED_ACTS \
  "计划改造 计划建设 计划新建 计划实施 计划安排 计划招收 计划招聘 计划培训 计划整治 计划完成 计划投资"

/* 比上年的101.17亿元增长1.4%。分季度看，…: is the amount of another time? 计划改造小区28个 is what is spoken of. */
static bool is_of_another_time(const gm_view *view, const gm_mention *m) {
  if (gm_find_word(view, m->clause, m->from, "比 较 上年 去年 同期 预算 目标 任务") != SIZE_MAX) return true;
  return gm_find_word(view, m->clause, m->from, "计划") != SIZE_MAX &&
         gm_find_word(view, m->clause, m->from, PLANNED_ACTS) == SIZE_MAX;
}

#define FAR        400 /* thousandths by which a sum may be off and still be of this total */
#define FAR_DIGITS 3   /* of the sum, for the same of a total in the sentence before, but for one digit */
#define SENTENCES  3u  /* so many before, a total may stand: behind it others divide it too */

/* 分产业看，…第三产业16.75亿千瓦时。城乡居民用电18.06亿千瓦时: does the first amount of the next sentence make up what
 * the parts, which come to `sum`, lack of the total? */
static bool next_completes(const gm_links *links, const gm_parts *p, gm_interval sum, const gm_mention *total) {
  const gm_mention *last = &links->items[p->at[p->count - 1]];
  for (const gm_mention *m = last + 1; m < links->items + links->count; m++) {
    if (m->figure->sentence > last->figure->sentence + 1u) return false;
    if (gm_same_sentence(m, last) || !gm_is_amount(m->figure) || !gm_comparable(m->figure, last->figure)) continue;
    return gm_interval_add(&sum, m->figure->interval) && gm_interval_meet(sum, total->figure->interval);
  }
  return false;
}

/* 全社会用电量48.6亿千瓦时。分产业看，…: what is used at home, too, is of no industry. Do the parts, all three or more
 * by industry, leave it out? */
static bool leaves_out_homes(const gm_links *links, const gm_parts *p, size_t mark, const gm_mention *total) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[p->at[0]], *last = &links->items[p->at[p->count - 1]];
  return gm_find_word(view, mark > OPENING_CHARS ? mark - OPENING_CHARS : 0, mark, "产业 行业 部门") != SIZE_MAX &&
         gm_find_word(view, total->clause, total->from, "用电 用水 用气 用能 能耗 能源消费") != SIZE_MAX &&
         gm_find_word(view, total->clause, total->from, "工业 生产 产业 企业") == SIZE_MAX &&
         gm_find_word(view, first->clause, last->from, "居民 生活 家庭 其他 其它 其余") == SIZE_MAX;
}

/* 完成投资126.4亿元。从投向看，工业58.7万元，基础设施41.2亿元，房地产26.5亿元: has one of three parts or more a scale
 * of its own, and the others that of the total? */
static bool one_of_another_scale(const gm_view *view, const gm_links *links, const gm_parts *p,
                                 const gm_mention *total) {
  unsigned other = 0;
  int scale = gm_printed_scale(view->raw, total->figure);
  for (unsigned i = 0; i < p->count; i++) other += gm_printed_scale(view->raw, links->items[p->at[i]].figure) != scale;
  return other == 1 && p->count > 2;
}

void gm_check_division(gm_line_check *check, const gm_links *links, unsigned first) {
  const gm_view *view = links->view;
  size_t mark = links->items[first].clause - 1;
  unsigned opening = first;
  while (opening && links->items[opening - 1].from > mark && names_part(links->items[opening - 1].figure)) opening--;
  if (opening && links->items[opening - 1].from > mark) return; /* not the first of its clause */
  /* 按案由分，审结的案件中，…: what is divided may be named between */
  if (!divides(view, mark)) {
    size_t from = mark;
    while (from && !(view->cls[from - 1] & (GM_PAUSE | GM_STOP)) && mark - from <= OPENING_CHARS) from--;
    if (!gm_one_before(view, mark, "中") || !from || !gm_one_before(view, from, "，") || !divides(view, from - 1))
      return;
  }
  gm_check_rows(check, links, first);
  gm_parts p = {.count = 0};
  if (!parts_from(links, first, &p)) return;
  gm_interval sum;
  gm_decimal value, off, least = {0, 0};
  if (!gm_sum_of(links, &p, &sum, &value)) return;
  for (unsigned i = 1; i < first; i++) { /* 中央级51.34亿元，地方级47.42亿元…: a total that two others make */
    const gm_mention *a = &links->items[i - 1], *b = &links->items[i];
    gm_interval both = a->figure->interval;
    if (gm_same_sentence(a, b) && gm_is_amount(a->figure) && gm_is_amount(b->figure) &&
        gm_comparable(a->figure, b->figure) && gm_comparable(a->figure, links->items[first].figure) &&
        gm_interval_add(&both, b->figure->interval) && gm_interval_meet(sum, both))
      return;
  }
  int total = -1, far = -1;
  for (unsigned i = first; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[first].figure)) continue;
    if (gm_interval_meet(sum, m->figure->interval)) {
      gm_agree_parts(check, links, m, &p);
      return;
    }
    if (is_of_another_time(view, m)) continue;
    if (m->figure->sentence + SENTENCES < links->items[first].figure->sentence || !gm_is_plain(m->figure) ||
        !gm_is_exact(m->figure))
      continue;
    if (one_of_another_scale(view, links, &p, m) && gm_report_shifted(check, links, m, &p)) return;
    if (far < 0) far = (int)i;
    if (!gm_within(value, m->figure->value, FAR) || !gm_decimal_subtract(value, m->figure->value, &off)) continue;
    if (off.digits < 0) off.digits = -off.digits;
    if (total >= 0 && gm_decimal_compare(off, least) >= 0) continue;
    total = (int)i;
    least = off;
  }
  /* 未完成的10个，按领域分，甲2个、乙2个、丙7个、丁4个: one digit explains it, however far off it is */
  if (total < 0 && far >= 0 && p.count > 2 && gm_digit_repairs(links, (unsigned)far, &p) &&
      links->items[far].figure->sentence + (gm_decimal_significant(value) >= FAR_DIGITS) >=
          links->items[first].figure->sentence)
    gm_try_certain_sum(check, links, (unsigned)far, &p);
  /* Some of the parts may be left out, but together they are no more than all. */
  bool above = total >= 0 && p.count > 2 && gm_decimal_compare(value, links->items[total].figure->value) > 0;
  /* 从商品类别看，粮油21.4亿元；家电9.6亿元；…: the chief kinds, unless a slip of digits makes them all */
  if (total >= 0 && !above && p.count > 2 &&
      gm_find_word(view, mark > 8 ? mark - 8 : 0, mark, "类别看 品种看 商品看 行业看 种类看 产品看 类型看") !=
          SIZE_MAX &&
      !gm_is_swapped_sum(links, (unsigned)total, &p))
    return;
  if (total >= 0 && !above && leaves_out_homes(links, &p, mark, &links->items[total])) return;
  if (total >= 0 && next_completes(links, &p, sum, &links->items[total])) return;
  if (total >= 0) gm_try_sum(check, links, (unsigned)total, &p, above ? GM_PARTS_LISTED : GM_PARTS_BEHIND);
}
