/* PCT-05: shares told with their sum: 甲占25.2%，乙占31.9%，两项合计57.1%;
 * 一季度完成12.4%，二季度完成25.6%，上半年累计完成38.0%. */
#include "check/families.h"
#include "check/percent.h"
#include "check/swap.h"

#define PARTS_MAX 12

#define SUM_WORDS "合计 总计 累计 共占 之和 总和 加起来 加在一起 相加 一共 共计"

/* How many parts the words of a sum name: 两项合计, 三者之和; 0 when they do not tell. */
static unsigned told_count(const gm_view *view, size_t from, size_t to) {
  static const char *const counts[] = {
      "两项 两者 二者 两类 两个 两部分 上述两 这两", "三项 三者 三类 三个 三部分 上述三 这三",
      "四项 四者 四类 四个 四部分 上述四 这四", "五项 五者 五类 五个 五部分 上述五 这五"};
  for (unsigned i = 0; i < sizeof counts / sizeof *counts; i++)
    if (gm_find_word(view, from, to, counts[i]) != SIZE_MAX) return i + 2;
  return 0;
}

typedef struct parts {
  const gm_mention *items[PARTS_MAX];
  unsigned count;
} parts;

static bool is_share(const gm_links *links, unsigned index) {
  const gm_figure *f = links->items[index].figure;
  return f->kind == GM_FIGURE_PERCENT && gm_is_exact(f) && !gm_is_delta(f) && !(f->roles & GM_ROLE_PAREN);
}

/* 前两位合计占59.3%: is the share one of the first of a list together, so that another such may hold it? */
static bool sums_first(const gm_view *view, const gm_mention *m) {
  return gm_one_of(view, m->clause, "前") && gm_number_at(view, m->clause + 1) &&
         gm_find_word(view, m->clause, m->from, SUM_WORDS) != SIZE_MAX;
}

/* The shares of the sentence before mention `index`, in their order. False when one of them may be no share. */
static bool shares_before(const gm_links *links, unsigned index, parts *out) {
  const gm_view *view = links->view;
  out->count = 0;
  unsigned first = index;
  while (first && gm_same_sentence(&links->items[first - 1], &links->items[index])) first--;
  for (unsigned i = first; i < index; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_PERCENT) continue;
    if (sums_first(view, m)) continue; /* 前两位合计占59.3%，前三位合计占75.9% */
    size_t at, stop;
    gm_lead lead = gm_lead_of(links, i, &at, &stop);
    if (lead == GM_LEAD_RATE && gm_words_before(view, stop, "比例")) lead = GM_LEAD_SHARE;
    bool goes_on = out->count && gm_one_before(view, m->from, "、和及与");
    if (!is_share(links, i) || (lead != GM_LEAD_SHARE && lead != GM_LEAD_BRACKET && !goes_on) ||
        out->count == PARTS_MAX)
      return false;
    out->items[out->count++] = m;
  }
  return true;
}

#define QUARTERS 4
static const char *const quarters[QUARTERS] = {"一季度", "二季度", "三季度", "四季度"};

/* 一季度完成…，二季度完成…，上半年累计完成: the parts of the year up to what is told at mention `index`. */
static bool quarters_before(const gm_links *links, unsigned index, parts *out) {
  static const char *const spans[] = {"上半年", "前三季度", "全年"};
  const gm_view *view = links->view;
  const gm_mention *sum = &links->items[index];
  unsigned wanted = 0;
  for (unsigned i = 0; i < 3 && !wanted; i++)
    if (gm_find_word(view, sum->clause, sum->from, spans[i]) != SIZE_MAX) wanted = i + 2;
  if (!wanted || index < wanted) return false;
  out->count = 0;
  unsigned i = index;
  for (unsigned k = wanted; k-- > 0;) {
    while (i && links->items[i - 1].figure->kind != GM_FIGURE_PERCENT) i--;
    if (!i-- || !is_share(links, i) || !gm_same_sentence(&links->items[i], sum)) return false;
    const gm_mention *m = &links->items[i];
    size_t at = gm_find_word(view, m->clause, m->from, quarters[k]);
    if (at == SIZE_MAX || gm_one_before(view, at, "前") ||
        gm_find_word(view, m->clause, m->from, "完成 占 实现 达到 支出 销售 投入") == SIZE_MAX ||
        gm_find_word(view, m->clause, m->from, "累计 季度任务 季度计划 季度目标 增 降 升 同比 环比") != SIZE_MAX)
      return false;
    out->items[k] = m;
    out->count++;
  }
  return true;
}

static bool sum_of(const parts *p, unsigned from, unsigned to, gm_decimal *sum, gm_decimal *allowed) {
  *sum = *allowed = (gm_decimal){0, 0};
  for (unsigned i = from; i < to; i++)
    if (!gm_decimal_add(*sum, p->items[i]->figure->value, sum) ||
        !gm_decimal_add(*allowed, (gm_decimal){5, p->items[i]->figure->value.scale + 1}, allowed))
      return false;
  return true;
}

/* Do the parts [from, to) come to what is told, give or take their last digits? True as well when it cannot be told. */
static bool come_to(const parts *p, unsigned from, unsigned to, gm_decimal told) {
  gm_decimal sum, allowed, off;
  if (!sum_of(p, from, to, &sum, &allowed) || !gm_decimal_add(allowed, (gm_decimal){5, told.scale + 1}, &allowed) ||
      !gm_decimal_subtract(sum, told, &off))
    return true;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, allowed) <= 0;
}

/* 网上和电话两项合计: keeps of the parts those that the words before the sum name, if they name some; gives how many.
 */
static unsigned name_parts(const gm_links *links, unsigned index, size_t word, parts *p) {
  const gm_mention *told = &links->items[index];
  parts named = {.count = 0};
  for (unsigned i = 0; i < p->count; i++)
    if (gm_share_pair(links->view, p->items[i]->label, p->items[i]->from, told->clause, word))
      named.items[named.count++] = p->items[i];
  if (named.count > 1 && named.count < p->count) *p = named;
  return named.count;
}

#define FAR 300 /* thousandths by which a sum may be off and still be one of these parts */

/* Would parts first.. come to the sum told if one of them, or it, had two digits the other way round? */
static bool swap_fits(const parts *p, unsigned first, const gm_mention *told, gm_decimal sum, gm_decimal allowed) {
  for (unsigned i = first; i <= p->count; i++) {
    const gm_figure *f = i < p->count ? p->items[i]->figure : told->figure;
    gm_decimal should, change, off;
    for (unsigned k = 0; gm_next_swap(f, &k, &should, NULL);) {
      if (!gm_decimal_subtract(should, f->value, &change)) continue;
      if (i == p->count) change.digits = -change.digits;
      if (!gm_decimal_add(sum, change, &off) || !gm_decimal_subtract(off, told->figure->value, &off)) continue;
      if (off.digits < 0) off.digits = -off.digits;
      if (gm_decimal_compare(off, allowed) <= 0) return true;
    }
  }
  return false;
}

static void check_sum(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *told = &links->items[index];
  size_t word = gm_find_word(view, told->label, told->from, SUM_WORDS);
  if (word == SIZE_MAX || !is_share(links, index) ||
      gm_find_word(view, word, told->from, "增 减 升 降 提高 同比 环比 下 比上 比去 率") != SIZE_MAX)
    return;
  parts p;
  bool year = quarters_before(links, index, &p);
  if (!year && !shares_before(links, index, &p)) return;
  unsigned count = year ? 0 : told_count(view, told->clause, told->from);
  if (p.count < 2 || count > p.count) return;
  /* 累计 sums up a time, not what stands side by side. */
  if (!year && gm_find_word(view, word, told->from, "累计") != SIZE_MAX) return;
  for (unsigned from = 0; from < p.count; from++)
    for (unsigned to = from + 2; to <= p.count; to++)
      if (come_to(&p, from, to, told->figure->value)) {
        if (from == 0 && to == p.count)
          for (unsigned i = 0; i < p.count; i++) gm_agree(check, p.items[i], told, NULL);
        return;
      }
  unsigned first = count ? p.count - count : 0;
  if (count && name_parts(links, index, word, &p) == count) first = 0;
  gm_decimal sum, allowed;
  if (!sum_of(&p, first, p.count, &sum, &allowed) || gm_disclaimed(view) || gm_is_told(check, told)) return;
  if (!gm_within(sum, told->figure->value, FAR) && !swap_fits(&p, first, told, sum, allowed)) return;
  for (unsigned i = first; i < p.count; i++)
    if (gm_is_told(check, p.items[i]) || gm_decimal_compare(p.items[i]->figure->value, told->figure->value) >= 0)
      return;
  gm_report_mention(check, told);
  gm_say(check->out, check->language, "前面%u项合计%s%%，文中为%s", "the %u before come to %s%%, the text says %s",
         p.count - first, gm_quote_decimal(sum).text, gm_quote_mention(view, told).text);
  gm_offer_value(check, told, sum);
  for (unsigned i = first; i < p.count; i++) gm_relate_mention(check, p.items[i], "分项", "a part");
}

void gm_check_share_sums(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  if (gm_count_kind(check->figures, GM_FIGURE_PERCENT) < 3 || !gm_word_list_may_hold(check->view, SUM_WORDS)) return;
  for (unsigned i = 2; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_PERCENT) check_sum(check, links, i);
}
