/* AR-04: several prices, each with its number, and what they come to:
 * 一等奖2名，每名5000元；二等奖5名，每名3000元，共2.5万元. */
#include "check/families.h"
#include "check/product.h"

#define UNIT_PRICE "单价 单价为 均价 均价为 售价 各 奖金各 每件 每台 每套 每本 每个"
#define ONE_PRICE  "奖金 奖励 价格 金额 资助 补助" /* of a thing of which there is one */
#define TOTALS                                                                                                                                                       \
  "合计 共计 总计 共 一共 总共 累计 总额 总额为 总额达 总金额 总金额为 总价 总价为 总费用 总投入 总支出 总奖金 金额 " \
  "票款 票款收入 总票款 门票收入"

/* 三等奖10个，优秀奖每个500元: does the clause of the price speak of other things than those counted in one before? */
static bool speaks_of_others(const gm_view *view, const gm_mention *count, const gm_mention *each) {
  size_t from = each->clause, every = gm_find_word(view, from, each->from, "每");
  if (from <= count->to || every == SIZE_MAX || every < from + 2) return false;
  return !gm_share_pair(view, from, every, count->label, from) &&
         gm_find_word(view, from, every, "标准 补贴 补助 奖励 平均 按 均 单价 价 其中 已 均为 保费 租金") == SIZE_MAX;
}

/* May what was counted at mention `n` be what mention `price` is told for each of? */
static bool is_number_of(const gm_links *links, unsigned n, unsigned price) {
  const gm_view *view = links->view;
  const gm_mention *count = &links->items[n], *each = &links->items[price];
  size_t thing, length = gm_each_thing(view, each, &thing);
  if (!gm_is_amount(count->figure) || !gm_is_plain(count->figure) || gm_comparable(count->figure, each->figure))
    return false;
  if (speaks_of_others(view, count, each)) return false;
  if (length && gm_counts_thing(view, count, thing, length)) return true;
  if (length) { /* 金奖3个，每个奖金2万元 */
    size_t every = gm_find_word(view, each->clause, each->from, "每"),
           unit = gm_view_find(view, count->figure->unit_start);
    return every != SIZE_MAX && n + 1 == price && count->to == unit + 1 && every + 1 < view->count &&
           view->cp[every + 1] == view->cp[unit] && gm_words_at(view, every + 2, ONE_PRICE);
  }
  if (n + 1 != price || !gm_units[count->figure->unit].exact) return false;
  if (gm_words_before(view, each->from, UNIT_PRICE)) return true;
  /* 8个先进班组各奖励5000元 */
  if (each->figure->roles & GM_ROLE_EACH && each->clause == count->clause &&
      gm_find_word(view, count->to, each->from, "各") != SIZE_MAX)
    return gm_find_word(view, count->to, each->from, "各类 各种 各项 各级 、") == SIZE_MAX;
  return !(each->figure->roles & GM_ROLE_EACH) && count->figure->value.digits == 1 && !count->figure->value.scale &&
         gm_words_before(view, each->from, ONE_PRICE);
}

static bool is_total(const gm_view *view, const gm_mention *m) {
  if (m->figure->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD) || gm_is_delta(m->figure)) return false;
  return m->figure->roles & GM_ROLE_TOTAL || gm_words_before(view, m->from, TOTALS) ||
         gm_find_total(view, m->clause, m->from) != SIZE_MAX;
}

/* 先进集体18个、先进个人64名。先进集体每个奖励1万元，…: the number of what the words before 每 name, NULL when there is
 * none. */
static const gm_mention *number_named(const gm_links *links, unsigned price) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[price];
  size_t from = each->label + gm_words_at(view, each->label, "其中 其中： 对 给 为");
  size_t every = gm_find_word(view, from, each->from, "每");
  for (size_t by; every != SIZE_MAX && (by = gm_find_word(view, from, every, "按")) != SIZE_MAX;)
    from = by + 1; /* 村里按本科每人1000元 */
  if (every == SIZE_MAX || every < from + 2) return NULL;
  size_t length = every - from;
  for (unsigned i = price; i-- > 0 && links->items[i].figure->sentence + 1u >= each->figure->sentence;) {
    const gm_mention *n = &links->items[i];
    bool counted = gm_is_plain(n->figure) || n->figure->roles & GM_ROLE_EACH; /* 每个项目设一等奖1名 */
    if (!gm_is_amount(n->figure) || !counted || gm_comparable(n->figure, each->figure) || n->from < length) continue;
    bool named = gm_reads_alike(view, n->from - length, from, length);
    size_t unit = gm_view_find(view, n->figure->unit_start);
    if (named && n->to > unit && view->cp[every + 1] == view->cp[unit]) return n;
  }
  return NULL;
}

#define LOOK_BACK 4u /* figures before a price in which its number stands */

/* Adds the prices among mentions [first, end), each with its number, to *out. */
static void read_row(const gm_links *links, unsigned total, unsigned first, unsigned end, gm_priced *out) {
  const gm_mention *whole = &links->items[total];
  unsigned used = first;
  for (unsigned i = first; i < end; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) continue;
    const gm_mention *named = number_named(links, i);
    if (named && out->count < GM_PRICED_MAX) {
      out->number[out->count] = named;
      out->price[out->count++] = m;
      used = i + 1;
      continue;
    }
    unsigned n = i;
    while (n > used && i - n < LOOK_BACK && !is_number_of(links, n - 1, i)) n--;
    if (n == used || i - n == LOOK_BACK || out->count == GM_PRICED_MAX) {
      out->loose = true; /* an amount besides the prices, or one that is no price */
      continue;
    }
    for (unsigned k = used; k + 1 < n; k++)
      out->loose = out->loose || (out->count && gm_is_amount(links->items[k].figure));
    out->number[out->count] = &links->items[n - 1];
    out->price[out->count++] = m;
    used = i + 1;
  }
  gm_decimal all = {0, 0};
  for (unsigned i = 0; i < out->count; i++)
    if (!gm_decimal_add(all, out->number[i]->figure->value, &all)) return;
  for (unsigned i = used; i < end;
       i++) /* counted behind the last price, and not 21位获奖者 of 3, 6 and 12: of no price */
    out->loose =
        out->loose || (gm_is_amount(links->items[i].figure) && gm_decimal_compare(links->items[i].figure->value, all));
}

bool gm_read_prices(const gm_links *links, unsigned total, gm_priced *out) {
  const gm_mention *whole = &links->items[total];
  out->count = 0;
  out->loose = false;
  if (gm_words_at(links->view, whole->to, "： ，其中 ，其中： （其中")) { /* 补贴316万元：小麦2.6万亩，每亩60元；… */
    unsigned end = total + 1;
    while (end < links->count && gm_same_sentence(&links->items[end], whole)) end++;
    if (gm_is_plain(whole->figure)) read_row(links, total, total + 1, end, out);
    out->loose = out->loose || !gm_one_of(links->view, whole->to, "："); /* 其中 may leave some out */
  } else if (total > 1 && is_total(links->view, whole)) {
    /* 共发放…: a total that opens its sentence is of the one before. */
    uint16_t sentence = whole->figure->sentence;
    if (sentence && gm_sentence_start(links->view, whole->from) == whole->clause) sentence--;
    unsigned first = total;
    while (first && links->items[first - 1].figure->sentence >= sentence) first--;
    read_row(links, total, first, total, out);
  }
  return out->count > 1;
}

/* 每名2万元 is no rounded price, 每亩1.24万元 may be one. */
static gm_interval price_of(const gm_figure *price) {
  gm_decimal whole;
  bool round = gm_decimal_shift(price->value, -4, &whole) && !gm_decimal_trim(whole).scale;
  return gm_is_exact(price) && round ? gm_interval_exact(price->value) : price->interval;
}

static bool product_of(const gm_mention *n, const gm_mention *price, gm_interval *out, gm_decimal *value) {
  gm_interval each = price_of(price->figure);
  *out = (gm_interval){.low_open = false};
  return gm_decimal_multiply(n->figure->interval.low, each.low, &out->low) &&
         gm_decimal_multiply(n->figure->interval.high, each.high, &out->high) &&
         gm_decimal_multiply(n->figure->value, price->figure->value, value);
}

/* Do all the products, or some neighbouring ones, come to the total? *all gets what those from the first on come to, as
 * far as they were added. */
static bool some_fit(const gm_priced *p, gm_interval total, gm_decimal *all) {
  for (unsigned from = 0; from < p->count; from++) {
    gm_interval sum = gm_interval_exact((gm_decimal){0, 0}), term;
    gm_decimal value = {0, 0}, product;
    for (unsigned to = from; to < p->count; to++) {
      if (!product_of(p->number[to], p->price[to], &term, &product) || !gm_interval_add(&sum, term) ||
          !gm_decimal_add(value, product, &value))
        return true;
      if (!from) *all = value;
      if (gm_interval_touch(sum, total)) return true;
    }
  }
  return false;
}

/* 4所小学各配备图书500册，共2000册: one number, what each of them has, and the total at once. */
static bool is_each_of(const gm_links *links, unsigned total, const gm_priced *p) {
  const gm_mention *whole = &links->items[total];
  return p->count == 1 && !p->loose && total > 1 && p->price[0] == whole - 1 && p->number[0] == whole - 2 &&
         whole->clause == p->price[0]->to + 1u && gm_words_at(links->view, whole->clause, "共 共计 合计 总计") &&
         gm_find_word(links->view, p->number[0]->to, p->price[0]->from, "各") != SIZE_MAX &&
         gm_find_word(links->view, p->number[0]->to, p->price[0]->from, "、 和 与 及") ==
             SIZE_MAX; /* 院长、科长各1名 */
}

#define BESIDES                                                                                                                                                  \
  "另 以及 若干 一批 不限 起步 部分 不等 先后 每年 每月 每天 每日 每次 每学期 每学年 至少 最高 最低 标准不一 等级 " \
  "按比例 其余 价值 "                                                                                                                                     \
  "连续"

#define LOOSE_DIGITS 3 /* of a sum that looks like the total though a price or a number was passed over */

void gm_check_prices(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[total];
  gm_priced p;
  gm_decimal sum = {0, 0};
  if (!gm_read_prices(links, total, &p) && !is_each_of(links, total, &p)) return;
  if (some_fit(&p, whole->figure->interval, &sum)) {
    if (!p.loose && gm_decimal_compare(sum, whole->figure->value) == 0)
      for (unsigned i = 0; i < p.count; i++) gm_agree(check, p.number[i], p.price[i], whole);
    return;
  }
  gm_approximator rough = whole->figure->approx;
  if (rough == GM_APPROX_OVER || rough == GM_APPROX_LEAST || rough == GM_APPROX_VAGUE) return;
  const gm_mention *last = p.price[p.count - 1]->to > whole->to ? p.price[p.count - 1] : whole;
  size_t from = p.number[0]->label < whole->label ? p.number[0]->label : whole->label;
  if (gm_find_word(view, from, last->to, BESIDES) != SIZE_MAX || gm_disclaimed(view)) return;
  for (unsigned i = 0; i < p.count; i++)
    if (!gm_is_exact(p.number[i]->figure) || !gm_is_exact(p.price[i]->figure)) return;
  gm_likeness likeness = gm_look_alike(gm_decimal_trim(sum), gm_decimal_trim(whole->figure->value));
  bool alike =
      likeness != GM_UNLIKE && (likeness != GM_ONE_DIGIT || !p.loose || gm_decimal_significant(sum) >= LOOSE_DIGITS);
  if (!alike && (p.loose || !gm_within(sum, whole->figure->value, 500))) return;
  if (gm_is_told(check, whole)) return;
  gm_buffer terms = {0};
  for (unsigned i = 0; i < p.count; i++) {
    if (i) gm_buffer_string(&terms, "+");
    gm_buffer_string(&terms, gm_quote_mention(view, p.number[i]).text);
    gm_buffer_string(&terms, "×");
    gm_buffer_string(&terms, gm_quote_amount(p.price[i]->figure->value, p.price[i], view).text);
  }
  gm_report_mention(check, whole);
  gm_say(check->out, check->language, "%.*s=%s，文中为%s", "%.*s = %s, the text says %s", (int)terms.count, terms.items,
         gm_quote_amount(sum, whole, view).text, gm_quote_mention(view, whole).text);
  gm_offer_value(check, whole, sum);
  for (unsigned i = 0; i < p.count; i++) {
    gm_relate_mention(check, p.number[i], "数量", "the number");
    gm_relate_mention(check, p.price[i], "单价", "the price");
  }
  gm_array_free(&terms);
}
