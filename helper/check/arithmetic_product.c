/* AR-04: price by number. */
#include <stdlib.h>
#include <string.h>

#include "check/any_fit.h"
#include "check/families.h"
#include "check/product.h"

#define EACH_MAX 6 /* more prices than this are a table */

#define BRACKET_CHARS 5u /* from （ to ） of a name that leaves two open: 县（市、区） */

size_t gm_each_thing(const gm_view *view, const gm_mention *m, size_t *at) {
  size_t clause = m->clause;
  for (size_t i = m->from; i-- > clause;) {
    size_t open = i; /* 每个县（区） */
    while (gm_one_of(view, i, "）") && open > clause && i - open < BRACKET_CHARS && !gm_one_of(view, open, "（"))
      open--;
    if (gm_one_of(view, open, "（")) {
      i = open;
      continue;
    }
    if (view->cls[i] & GM_PUNCT && view->cp[i] != 0x3001) return 0;
    if (!gm_one_of(view, i, "每")) continue;
    size_t thing = i + 1;
    /* 每个岗位每月: of the two the thing */
    if ((gm_one_of(view, thing, "年月") || gm_words_at(view, thing, "学年 学期")) &&
        gm_find_word(view, clause, i, "每") != SIZE_MAX)
      continue;
    if (gm_one_of(view, thing, "个") && !gm_words_at(view, thing, "个人 个月")) thing++;
    *at = thing;
    size_t end = thing;
    while (end < m->from && view->cls[end] & GM_HAN && end - thing < 4 && !gm_one_of(view, end, "每")) end++;
    return end - thing;
  }
  return 0;
}

#define GIVEN "发放 奖励 补助 补贴 资助 给予 支付 领取 获得 获 获奖 获赠 奖 补 发 一次性 可 最高 按"

/* 6个小组共72人: does a number stand right before what begins at `at`, or one character before? */
static bool is_counted(const gm_view *view, size_t at) {
  for (size_t k = 1; k <= 2 && k <= at; k++)
    if (view->cls[at - k] & (GM_DIGIT | GM_NUMERAL)) return true;
  return false;
}

bool gm_counts_thing(const gm_view *view, const gm_mention *n, size_t thing, size_t length) {
  bool claim = n->figure->kind == GM_FIGURE_CLAIM && n->figure->unit && !(n->figure->roles & GM_ROLE_QUOTE); /* 两班 */
  bool own = n->figure->kind == GM_FIGURE_QUANTITY && !n->figure->unit; /* 3600万棒 and 每棒 */
  if ((!gm_is_amount(n->figure) && !claim && !own) || !gm_is_plain(n->figure) ||
      gm_units[n->figure->unit].unit_class == GM_CLASS_MONEY)
    return false;
  size_t unit = gm_view_find(view, n->figure->unit_start);
  /* 每名教练 counts none of 学员168名; 每名发放 does. */
  if (length > 2 && gm_one_of(view, thing, "名位") && !gm_words_at(view, thing + 1, GIVEN) &&
      n->figure->noun_end > n->figure->noun_start && gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON)
    return gm_share_pair(view, thing + 1, thing + 3, gm_view_find(view, n->figure->noun_start),
                         gm_view_find(view, n->figure->noun_end));
  if (n->figure->unit_end > n->figure->unit_start && n->to > unit) {
    size_t width = n->to - unit;
    bool same = width <= length;
    for (size_t i = 0; same && i < width; i++) same = view->cp[unit + i] == view->cp[thing + i];
    if (same || own) return same;
    /* 学生3000人 and 生均, 教学班60个 and 每班 */
    if (length == 1 && n->from && view->cp[n->from - 1] == view->cp[thing] &&
        (gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON || gm_one_of(view, unit, "个")))
      return true;
    /* 名 and 位 count 每人. */
    if (gm_units[n->figure->unit].unit_class == GM_CLASS_PERSON && gm_one_of(view, thing, "人名位")) return true;
    /* 36班次 and 每班; 架次 and 车次 are no number of machines */
    if (width == 2 && length == 1 && gm_one_of(view, unit + 1, "次") && gm_one_of(view, unit, "班场期批航") &&
        view->cp[unit] == view->cp[thing])
      return true;
    if (width == 1 && length == 1) { /* 每班 of 15期, 每家 of 12户 */
      static const char *const same_things[] = {"班期", "场次期", "户家", "辆台"};
      for (size_t i = 0; i < sizeof same_things / sizeof *same_things; i++)
        if (gm_one_of(view, unit, same_things[i]) && gm_one_of(view, thing, same_things[i])) return true;
    }
  }
  /* 家庭户45286户 and 每个家庭户 */
  size_t end = n->from - gm_words_before(view, n->from, "为 有 共 达 约 共有 达到");
  for (size_t width = length; width > 1; width--) {
    size_t i = 0;
    while (width <= end && i < width && view->cp[end - width + i] == view->cp[thing + i]) i++;
    if (i == width) return !is_counted(view, end - width);
  }
  size_t behind = n->to;
  /* 86所学校 and 校均; not 12部，每层 */
  for (size_t k = 1; length == 1 && k < 3 && behind + k <= view->count && view->cls[behind + k - 1] & GM_HAN; k++)
    if (view->cp[behind + k] == view->cp[thing]) return true;
  /* 32支代表队 and 每队运动员 */
  if (n->figure->noun_start >= n->figure->end && n->figure->noun_end > n->figure->noun_start &&
      gm_one_of(view, thing, "队组班村校站店厂场乡县市所馆") &&
      gm_units[n->figure->unit].unit_class == GM_CLASS_COUNT) {
    size_t end_of = gm_view_find(view, n->figure->noun_end);
    if (end_of && view->cp[end_of - 1] == view->cp[thing]) return true;
  }
  if (view->cp[behind] != view->cp[thing] || !(view->cls[behind] & GM_HAN)) return false;
  return gm_one_of(view, thing, "镇村乡县区校班站院馆市省组队点户类批档") ||
         (length >= 2 && view->cp[behind + 1] == view->cp[thing + 1]);
}

bool gm_is_capacity(const gm_view *view, const gm_mention *m) {
  return gm_find_word(view, m->label, m->from,
                      "可摆 可容 可接 可供 可停 可坐 可存 可放 可同时 可办 能容 能摆 能停 能坐 最多 容纳 设计") !=
         SIZE_MAX;
}

typedef struct prices {
  unsigned at[EACH_MAX], count;
  bool range; /* 每户500元至800元: any amount between them */
} prices;

/* 每岗每月补贴800元，每月需22.8万元: price and total of one span. */
static bool both_monthly(const gm_view *view, const gm_mention *price, const gm_mention *total) {
  static const char *const spans[] = {"每年 每学年 年租", "每月 月租 月薪 月工资 月补 月费"};
  bool both = false;
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
    bool one = gm_find_word(view, price->clause, price->from, spans[i]) != SIZE_MAX;
    bool other = gm_find_word(view, total->clause, total->from,
                              i ? "每月 当月" : "每年 全年 一年 学年 年度 年发放 年补助") != SIZE_MAX;
    if (one != other) return false;
    both = both || one;
  }
  return both;
}

/* 2000至3000元 each, as one figure. */
static bool is_range(const gm_figure *f) {
  return f->kind == GM_FIGURE_RANGE && f->unit && f->interval.high.digits != GM_UNBOUNDED;
}

#define MONTHS 12

void gm_report_product(gm_line_check *check, const gm_mention *n, const gm_mention *price, const gm_mention *total,
                       gm_decimal product) {
  const gm_view *view = check->view;
  gm_report_mention(check, total);
  gm_say(check->out, check->language, "%s×%s=%s，文中为%s", "%s x %s = %s, the text says %s",
         gm_quote_mention(view, n).text, gm_quote_amount(price->figure->value, price, view).text,
         gm_quote_amount(product, total, view).text, gm_quote_mention(view, total).text);
  gm_offer_value(check, total, product);
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, price, "单价", "the price");
}

/* 1260人每人每月50元，全年共75.6万元: twelve months. As people come and go, only a slip of a digit is told. */
static void check_twelve(gm_line_check *check, const gm_mention *price, const gm_mention *n, const gm_mention *total) {
  const gm_view *view = check->view;
  gm_decimal product, year;
  if (gm_find_word(view, price->clause, price->from, "每月") == SIZE_MAX ||
      gm_find_word(view, total->clause, total->from, "全年 一年 年度") == SIZE_MAX || !gm_is_exact(price->figure) ||
      !gm_is_exact(n->figure) || !gm_is_exact(total->figure) ||
      !gm_decimal_multiply(price->figure->value, n->figure->value, &product) ||
      !gm_decimal_multiply(product, gm_decimal_of(MONTHS), &year) ||
      (gm_decimal_compare(year, total->figure->interval.low) >= 0 &&
       gm_decimal_compare(year, total->figure->interval.high) <= 0))
    return;
  gm_likeness likeness = gm_look_alike(gm_decimal_trim(year), gm_decimal_trim(total->figure->value));
  gm_decimal should, meant;
  bool price_swapped = false; /* 每月1.52元，一年240万元: of 1.25元 */
  for (unsigned k = 0; gm_next_swap(price->figure, &k, &should, NULL);)
    price_swapped = price_swapped || (gm_decimal_multiply(should, n->figure->value, &meant) &&
                                      gm_decimal_multiply(meant, gm_decimal_of(MONTHS), &meant) &&
                                      !gm_decimal_compare(meant, total->figure->value));
  if (likeness != GM_SWAPPED && likeness != GM_ONE_DIGIT && !price_swapped) return;
  gm_report_mention(check, total);
  gm_say(check->out, check->language, "%s×%s×12个月=%s，文中为%s", "%s x %s x 12 months = %s, the text says %s",
         gm_quote_mention(view, n).text, gm_quote_mention(view, price).text, gm_quote_amount(year, total, view).text,
         gm_quote_mention(view, total).text);
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, price, "单价", "the price");
}

/* 每班40人，共15期，培训学员640人: the three amounts of their sentence, the total last and but a slip of a digit away
 * from the product. */
static bool three_terms(const gm_links *links, const prices *p, const gm_mention *n, const gm_mention *total) {
  const gm_mention *price = &links->items[p->at[0]];
  gm_decimal product;
  if (p->count > 1 || total < n || total < price || !gm_same_sentence(n, total) || !gm_same_sentence(price, total) ||
      !gm_is_exact(price->figure) || !gm_is_exact(n->figure) || !gm_is_exact(total->figure))
    return false;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m != n && m != price && m != total && gm_same_sentence(m, total) && gm_is_amount(m->figure) &&
        !gm_is_mean_of_number(links, n, m))
      return false;
  }
  return gm_decimal_multiply(price->figure->value, n->figure->value, &product) &&
         gm_look_alike(gm_decimal_trim(product), gm_decimal_trim(total->figure->value)) != GM_UNLIKE;
}

/* 每间住4人, 床位1152个: places are counted by who takes them. */
static bool holds_people(const gm_view *view, const gm_figure *price, const gm_mention *m) {
  return gm_units[price->unit].unit_class == GM_CLASS_PERSON &&
         gm_units[m->figure->unit].unit_class == GM_CLASS_COUNT && !(m->figure->roles & GM_ROLE_PAREN) &&
         (!gm_is_delta(m->figure) || m->figure->roles & GM_ROLE_ADDED || gm_words_before(view, m->label + 2, "增加")) &&
         gm_words_before(view, m->from, "床位 座位 席位 学位 铺位 工位 床铺 床位共 座位共 学位共 床位数 学位数");
}

/* 12期，每期45人，共540人次: heads that are counted as often as they come. */
static bool counts_visits(const gm_figure *price, const gm_mention *m) {
  return gm_units[price->unit].unit_class == GM_CLASS_PERSON &&
         gm_units[m->figure->unit].unit_class == GM_CLASS_VISIT && m->figure->roles & GM_ROLE_TOTAL;
}

#define GROUP_CHARS 8u /* behind the number: 24个排查小组 */

size_t gm_ends_in_thing(const gm_view *view, const gm_mention *n, size_t thing, size_t length) {
  size_t end = n->to;
  while (end < view->count && end - n->to < GROUP_CHARS && view->cls[end] & GM_HAN) end++;
  if (!gm_one_of(view, end, "，、（")) return 0;
  for (size_t width = length; width > 1; width--) /* of 支部有党, what stands behind 每个, the first characters */
    if (end >= n->to + width && gm_reads_alike(view, end - width, thing, width)) return width;
  return 0;
}

/* 36个小区，每个小区2名，共72名: number, price and total in a row, whatever else is told of such things. */
static bool stand_in_row(const gm_links *links, unsigned index, size_t thing, size_t length) {
  const gm_mention *price = &links->items[index], *n = price - 1, *total = price + 1;
  return index && index + 1 < links->count && gm_same_sentence(n, total) &&
         (total->figure->roles & GM_ROLE_TOTAL || gm_words_before(links->view, total->from, "应收 应付 应缴 应发")) &&
         gm_comparable(total->figure, price->figure) && gm_is_plain(total->figure) &&
         (gm_counts_thing(links->view, n, thing, length) ||
          (length > 1 && gm_ends_in_thing(links->view, n, thing, length) == length)) &&
         gm_find_mark(links->view, n->to, total->from, "；") == SIZE_MAX;
}

/* 整车120批次、蓄电池60批次。整车每批次600元: do the words before 每 name this one of the things counted? */
static bool is_named_by(const gm_view *view, const gm_mention *price, const gm_mention *m) {
  size_t each = gm_find_word(view, price->clause, price->from, "每");
  return each != SIZE_MAX && each >= price->clause + 2u && gm_share_pair(view, price->clause, each, m->label, m->from);
}

/* The number of things and the total told in sentences [first, last]. False when there are two of them to choose from.
 */
static bool find_product(const gm_links *links, const prices *p, size_t thing, size_t length, unsigned first,
                         unsigned last, const gm_mention **n, const gm_mention **total) {
  const gm_view *view = links->view;
  const gm_figure *price = links->items[p->at[0]].figure;
  *n = *total = NULL;
  if (p->count == 1 && stand_in_row(links, p->at[0], thing, length)) {
    *n = &links->items[p->at[0] - 1];
    *total = *n + 2;
    return true;
  }
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence < first) continue;
    if (m->figure->sentence > last) break;
    bool own = false;
    for (unsigned k = 0; k < p->count; k++) own = own || p->at[k] == i;
    if (own || (m->figure->kind != GM_FIGURE_QUANTITY && m->figure->kind != GM_FIGURE_MONEY &&
                m->figure->kind != GM_FIGURE_CLAIM))
      continue;
    if (gm_counts_thing(view, m, thing, length)) {
      if (*n && gm_decimal_compare((*n)->figure->value, m->figure->value)) {
        bool part = m->figure->roles & GM_ROLE_OF_WHICH && !((*n)->figure->roles & GM_ROLE_OF_WHICH) &&
                    gm_decimal_compare(m->figure->value, (*n)->figure->value) < 0 && /* 640户，其中城镇180户 */
                    !gm_share_pair(view, links->items[p->at[0]].clause, links->items[p->at[0]].from, m->label, m->to);
        if (part || (i > p->at[p->count - 1] && gm_find_word(view, m->clause, m->from, "其中") != SIZE_MAX)) continue;
        bool named = is_named_by(view, &links->items[p->at[0]], m);
        if (p->count > 1 || named == is_named_by(view, &links->items[p->at[0]], *n)) return false; /* two groups */
        if (!named) continue;
      }
      *n = m;
    } else if (holds_people(links->view, price, m) || counts_visits(price, m) ||
               (gm_comparable(m->figure, price) && gm_is_plain(m->figure))) {
      if (gm_words_at(view, m->clause, "另 此外")) continue;
      if (*total && gm_decimal_compare((*total)->figure->value, m->figure->value)) {
        /* 共推荐36户，评选出10户: the one that 共 announces, when it comes right behind. */
        if (!((*total)->figure->roles & GM_ROLE_TOTAL) || m->figure->roles & GM_ROLE_TOTAL) return false;
        continue;
      }
      *total = m;
    }
  }
  return true;
}

/* 8支球队每队14场，共56场: do two of the things share each of what is told of one? */
static bool is_met_by_two(const gm_view *view, const gm_mention *price, size_t thing) {
  return gm_one_of(view, gm_view_find(view, price->figure->unit_start), "场局盘") && gm_one_of(view, thing, "队支人名位");
}

/* 每股净资产5.42元 is of the 净资产 alone, and 每股收益 of the profit. */
static bool is_of_other_fund(const gm_view *view, const gm_mention *price, size_t thing, const gm_mention *total) {
  return gm_one_of(view, thing, "股") && !gm_share_pair(view, thing + 1, price->from, total->label, total->from) &&
         !(gm_find_word(view, thing, price->from, "收益 盈利") != SIZE_MAX &&
           gm_find_word(view, total->label, total->from, "利润") != SIZE_MAX);
}

#define PACKAGES "同行 结伴 套票 联票 双人 家庭票 亲子票 拼团 组团 团购 优惠 特惠 打包 连报 同报 同购 一起 合购 套餐"

/* 每人58元，两人同行100元: is the total what several pay together? */
static bool is_package(const gm_view *view, const gm_mention *n, const gm_mention *total) {
  return n < total && n->clause == total->clause && gm_find_word(view, n->to, total->from, PACKAGES) != SIZE_MAX;
}

#define SERVED "走访 慰问 服务 惠及 覆盖 接待 帮扶 救助 宣讲 受益 群众 居民 村民 后勤 转移"

/* 每个小组5人，共走访群众210人: are the people of the total others than those of each? */
static bool are_others(const gm_view *view, const gm_mention *price, const gm_mention *total) {
  return gm_units[price->figure->unit].unit_class == GM_CLASS_PERSON && total->from > price->to &&
         gm_find_word(view, total->label, total->from, SERVED) != SIZE_MAX &&
         gm_find_word(view, price->label, price->from, SERVED) == SIZE_MAX;
}

/* The end of the words that say behind the number what is counted. */
static size_t noun_behind(const gm_view *view, const gm_mention *m) {
  size_t end = m->to;
  while (end < view->count && view->cls[end] & GM_HAN) end++;
  return end;
}

/* 建成96个产业集群；45个乡镇每个乡镇培育3个龙头企业: does ； end what is told of the total, and is that another thing?
 */
static bool is_told_apart(const gm_view *view, const gm_mention *price, const gm_mention *n, const gm_mention *total) {
  const gm_mention *next = n < price ? n : price;
  if (total > next || !gm_one_before(view, total->to, "个") ||
      gm_find_mark(view, total->to, next->from, "；") == SIZE_MAX)
    return false;
  size_t each = noun_behind(view, price), all = noun_behind(view, total);
  return each >= price->to + 2u && all >= total->to + 2u && !gm_reads_alike(view, each - 2, all - 2, 2);
}

/* 为1275名职工办理保险，每份60元，共支付7.65万元: the one number of things that the sentence tells before the price, by
 * whatever word, when the total is the product with two digits the other way round. */
static const gm_mention *number_before(const gm_links *links, unsigned price, const gm_mention *total) {
  const gm_mention *n = NULL, *each = &links->items[price];
  gm_decimal product;
  for (unsigned i = price; i-- > 0 && gm_same_sentence(&links->items[i], each);) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_QUANTITY || !m->figure->unit || m->figure->roles & GM_ROLE_EACH ||
        gm_decimal_compare(m->figure->value, gm_decimal_of(1)) <= 0) /* 每人配了一只 */
      continue;
    if (n) return NULL;
    n = m;
  }
  return n && gm_is_count(n->figure) && gm_same_sentence(total, each) && total->figure->kind == GM_FIGURE_MONEY &&
                 gm_is_exact(total->figure) && gm_is_exact(each->figure) &&
                 gm_decimal_multiply(n->figure->value, each->figure->value, &product) &&
                 gm_swap_touches(total->figure, gm_interval_exact(product))
             ? n
             : NULL;
}

#define YEARLY "每年 年均"

/* 每人补贴8000元，每年扶持60人，每年需资金48万元: the number of a year between the price and what a year takes. Tells
 * when two digits of that changed places. */
static void check_yearly(gm_line_check *check, const gm_links *links, unsigned price, size_t thing, size_t length) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[price], *n = each + 1, *total = each + 2;
  if (price + 2 >= links->count || !gm_same_sentence(each, total) || !gm_comparable(each->figure, total->figure) ||
      !gm_is_exact(n->figure) || !gm_is_exact(each->figure) || !gm_is_exact(total->figure) ||
      gm_find_word(view, n->clause, n->from, YEARLY) == SIZE_MAX ||
      gm_find_word(view, total->clause, total->from, YEARLY " 年需 年度") == SIZE_MAX)
    return;
  gm_figure counted = *n->figure;
  counted.roles &= ~(uint32_t)GM_ROLE_EACH;
  gm_mention bare = *n;
  bare.figure = &counted;
  gm_decimal product;
  if (!gm_counts_thing(view, &bare, thing, length) ||
      !gm_decimal_multiply(n->figure->value, each->figure->value, &product))
    return;
  if (gm_interval_touch(total->figure->interval, gm_interval_exact(product)))
    gm_agree(check, n, each, total);
  else if (gm_swap_touches(total->figure, gm_interval_exact(product)) && !gm_disclaimed(view) &&
           !gm_is_told(check, total))
    gm_report_product(check, n, each, total, product);
}

#define ZEROS_MAX  4
#define WAN_DIGITS 3 /* of a product that has them all but a 万: that fewer are the same may be chance */

/* 3600万棒，每棒保费0.25元，保费共计9000万元: the three in a row, the total called one, and a power of ten away. */
static bool lost_zeros(const gm_mention *n, const gm_mention *price, const gm_mention *total) {
  gm_decimal product, shifted;
  bool row =
      (price == n + 1 && total == price + 1) || (n == price + 1 && total == n + 1); /* 每亩200元，1260亩共252万元 */
  bool called = total->figure->roles & GM_ROLE_TOTAL, next = total->clause == total[-1].to + 1u;
  if (!row || !gm_same_sentence(n, total) || !(called || next) || !gm_is_exact(n->figure) ||
      !gm_is_exact(price->figure) || !gm_is_exact(total->figure) ||
      !gm_decimal_multiply(n->figure->value, price->figure->value, &product))
    return false;
  for (int power = -ZEROS_MAX; power <= ZEROS_MAX; power++)
    if (power && gm_decimal_shift(product, power, &shifted) && !gm_decimal_compare(shifted, total->figure->value))
      return called || (abs(power) == 4 && gm_decimal_significant(product) >= WAN_DIGITS); /* 3.6万张，收入432元 */
  return false;
}

/* Do the words say that there is more than what was counted? 60岁以上老人 says how old they are. */
static bool is_open(const gm_view *view, size_t from, size_t to) {
  for (size_t at = from;
       (at = gm_find_word(view, at, to, "另 再加 外加 追加 以及慰问品 一批 若干 起 以上 以下 部分 标准不一 先后 其余")) != SIZE_MAX;
       at++)
    if (!gm_one_before(view, at, "岁")) return true;
  return false;
}

/* Is the product told as an amount of its own: 其中建设补助704万元…。建设补助面向22家食堂，每家32万元? */
static bool product_is_told(const gm_links *links, const gm_mention *n, const gm_mention *price) {
  gm_decimal product;
  if (!gm_decimal_multiply(n->figure->value, price->figure->value, &product)) return false;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_comparable(f, price->figure) &&
        gm_interval_touch(f->interval, gm_interval_exact(product)))
      return true;
  }
  return false;
}

/* 3个村，视频点位共12个，镇级3个、村级每村3个: does the sentence tell what the product leaves of the total? */
static bool leaves_rest(const gm_links *links, const gm_mention *n, const gm_mention *total, gm_decimal least,
                        gm_decimal most) {
  gm_interval rest, product = {least, most, false, false};
  if (!gm_interval_subtract(total->figure->interval, product, &rest)) return false;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m != n && m != total && gm_same_sentence(m, total) && gm_is_amount(m->figure) &&
        !(m->figure->roles & GM_ROLE_EACH) && gm_comparable(m->figure, total->figure) && m->figure->value.digits > 0 &&
        gm_interval_touch(rest, m->figure->interval))
      return true;
  }
  return false;
}

/* One number of things, one total, one or more prices a thing: the product must meet the total, or with several prices
 * the total must lie between the least and the greatest. */
static void check_product(gm_line_check *check, const gm_links *links, const prices *p, size_t thing, size_t length) {
  const gm_view *view = check->view;
  const gm_figure *price = links->items[p->at[0]].figure;
  const gm_mention *n, *total;
  unsigned last = p->at[p->count - 1], sentence = price->sentence, end = links->items[last].figure->sentence;
  if (!find_product(links, p, thing, length, sentence, end, &n, &total)) return;
  if ((!n || !total) && sentence && !find_product(links, p, thing, length, sentence - 1, end, &n, &total)) return;
  /* 分两档，…每人400元，…每人650元。2146名全部领到，共发放84.7万元。 */
  if ((!n || !total) && p->count > 1) {
    if (!find_product(links, p, thing, length, end + 1, end + 1, &n, &total)) return;
    /* 上半年补贴265例，支出29.6万元 */
    bool paid = n && total && total == n + 1 && total->clause == n->to + 1u &&
                gm_words_before(view, total->from, "支出 发放 兑付 拨付 支付 补贴 补助 发放资金 支出资金");
    if (total && !(total->figure->roles & GM_ROLE_TOTAL) && !paid) return;
  }
  if (!n && total && p->count == 1 && !p->range) n = number_before(links, p->at[0], total);
  /* 平均亩产600公斤，上年为560公斤: no number of things */
  if (n && gm_find_word(view, n->clause, n->from, "上年为 去年为 亩产 单产") != SIZE_MAX) return;
  if (!n || !total || n->figure->value.digits <= 1 || are_others(view, &links->items[p->at[0]], total)) return;
  if (is_told_apart(view, &links->items[p->at[0]], n, total)) return;
  if (is_met_by_two(view, &links->items[p->at[0]], thing) || is_package(view, n, total)) return;
  for (unsigned k = 0; k < p->count; k++)
    if (is_of_other_fund(view, &links->items[p->at[k]], thing, total)) return;
  /* 种苗计810万元；最贵的…。草料要1.86万吨，…每吨520元: of another matter, which ； ends */
  if (total->figure->sentence < n->figure->sentence &&
      gm_find_mark(view, total->to, gm_sentence_end(view, total->to), "；") != SIZE_MAX)
    return;
  if (gm_units[price->unit].unit_class != GM_CLASS_MONEY && !(total->figure->roles & GM_ROLE_TOTAL) &&
      gm_find_total(view, total->clause, total->from) == SIZE_MAX &&
      gm_find_word(view, total->clause, total->from, "全部 所有 总") == SIZE_MAX && !three_terms(links, p, n, total))
    return;
  gm_interval low = price->interval, high = price->interval;
  gm_decimal cheapest = is_range(price) ? low.low : price->value, dearest = is_range(price) ? high.high : price->value;
  bool several = p->count > 1 || p->range;
  for (unsigned k = 1; k < p->count; k++) {
    gm_interval i = links->items[p->at[k]].figure->interval;
    gm_decimal v = links->items[p->at[k]].figure->value;
    if (gm_decimal_compare(i.low, low.low) < 0) low = i, cheapest = v;
    if (gm_decimal_compare(i.high, high.high) > 0) high = i, dearest = v;
  }
  gm_decimal least, most;
  if (!gm_decimal_multiply(low.low, n->figure->interval.low, &least) ||
      !gm_decimal_multiply(high.high, n->figure->interval.high, &most))
    return;
  bool above = gm_decimal_compare(least, total->figure->interval.high) > 0;
  bool below = gm_decimal_compare(most, total->figure->interval.low) < 0;
  if (!above && !below) {
    if (p->count == 1 && !p->range) gm_agree(check, n, &links->items[p->at[0]], total);
    return;
  }
  /* Besides the price something else may have been given. */
  size_t from = gm_sentence_start(view, links->items[p->at[0]].from < n->from ? links->items[p->at[0]].from : n->from);
  size_t to = gm_sentence_end(view, total->to > links->items[last].to ? total->to : links->items[last].to);
  if (p->count == 1 && stand_in_row(links, p->at[0], thing, length)) {
    from = n->from;
    to = total->to;
  }
  if (!above && (is_open(view, from, to) || (!p->range && gm_find_word(view, from, to, "不等 至") != SIZE_MAX))) return;
  /* 成人票每张60元，儿童票半价: some cost less */
  if (above &&
      gm_find_word(view, from, to, "半价 减半 优惠 打折 折扣 五折 六折 七折 八折 九折 减免 免费 免票") != SIZE_MAX &&
      !gm_product_swap_meets(n, &links->items[p->at[0]], total))
    return;
  size_t worth = gm_find_word(view, from, to, "价值"); /* of what is given besides, unless it is the price's own word */
  if (worth != SIZE_MAX && !above && worth + 2 != links->items[p->at[0]].from && worth + 2 != total->from) return;
  if (gm_tells_spans(links, n, from, to, "每天 每日 每次 每学期 每季") || gm_disclaimed(view)) return;
  if (!p->range && gm_find_word(view, from, to, "不等") != SIZE_MAX) return;
  if (gm_tells_spans(links, n, from, to, "每年 每月 每学年") && !both_monthly(view, &links->items[p->at[0]], total) &&
      (several || gm_tells_spans(links, n, from, to, "每月") ||
       (!gm_product_swap_meets(n, &links->items[p->at[0]], total) && !lost_zeros(n, &links->items[p->at[0]], total)))) {
    check_twelve(check, &links->items[p->at[0]], n, total);
    return;
  }
  /* 每组6人，共8组，合计50人，含领队2人: what stands behind the total is more than the product */
  if (!above && gm_words_at(view, total->to, "，含 （含 ，包括 （包括 ，包含 （包含")) return;
  /* 投资3612.5万元，其中路基每公里58万元: the price is that of a part */
  if (!several && total->to < links->items[p->at[0]].from &&
      gm_find_word(view, total->to, links->items[p->at[0]].from, "其中") != SIZE_MAX &&
      !gm_product_swap_meets(n, &links->items[p->at[0]], total))
    return;
  if (counts_visits(price, total) && !three_terms(links, p, n, total)) return;
  if (!several) {
    /* One price: only a total of the same order can be meant. */
    gm_decimal half, twice;
    if (!gm_decimal_multiply(total->figure->value, (gm_decimal){25, 2}, &half) ||
        !gm_decimal_multiply(total->figure->value, gm_decimal_of(4), &twice) ||
        ((gm_decimal_compare(most, half) < 0 || gm_decimal_compare(least, twice) > 0) &&
         !lost_zeros(n, &links->items[p->at[0]], total) && !gm_product_swap_meets(n, &links->items[p->at[0]], total)))
      return;
  }
  if (!several && (gm_some_product_fits(links, p->at[0], total) || product_is_told(links, n, &links->items[p->at[0]]) ||
                   gm_other_prices_fit(links, n, &links->items[p->at[0]], total)))
    return;
  if (leaves_rest(links, n, total, least, most)) return;
  gm_priced priced; /* 课桌320套，每套260元；黑板16块，每块850元，共…: one of several prices */
  if (gm_read_prices(links, (unsigned)(total - links->items), &priced)) return;
  for (const gm_mention *other = total;
       other > links->items && !several;) { /* what else is given is of the total too */
    other--;
    if (other->figure->sentence != total->figure->sentence) break;
    if (other != &links->items[p->at[0]] && other->figure->roles & GM_ROLE_EACH &&
        gm_comparable(other->figure, price) && total->figure->roles & GM_ROLE_TOTAL)
      return;
  }
  /* 分别40人次、20人次，每人次0.3万元和0.6万元 */
  const gm_mention *next = &links->items[last] + 1;
  if (last + 1 < links->count && next != total && gm_is_amount(next->figure) && gm_comparable(next->figure, price) &&
      gm_one_of(view, links->items[last].to, "和、") && gm_find_word(view, from, total->from, "分别") != SIZE_MAX)
    return;
  gm_decimal product;
  const gm_decimal one = above ? cheapest : dearest;
  /* 用水23万立方米，基价每立方米0.4元，超计划部分应缴2万元: the total is of some of them */
  if (gm_find_word(view, total->clause, total->from, "部分 超出 超额 超过 差额 差价") != SIZE_MAX) return;
  /* 每餐6～8元，70岁以上老人优惠2元: what changes a price */
  if (gm_words_before(view, total->from, "优惠 减免 便宜 立减 减收 少收 多收 加收 另收 补收 降价 涨价 再减 抵扣"))
    return;
  if (gm_is_told(check, total) || !gm_decimal_multiply(several ? one : price->value, n->figure->value, &product))
    return;
  if (!several) {
    gm_report_product(check, n, &links->items[p->at[0]], total, product);
    return;
  }
  gm_report_mention(check, total);
  gm_say(check->out, check->language,
         above ? "%s即使都按最低的%s计，也有%s，多于%s" : "%s即使都按最高的%s计，也只有%s，少于%s",
         above ? "%s at the least price %s make %s, more than %s" : "%s at the greatest price %s make %s, less than %s",
         gm_quote_mention(view, n).text, gm_quote_amount(one, &links->items[p->at[0]], view).text,
         gm_quote_amount(product, total, view).text, gm_quote_mention(view, total).text);
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, &links->items[p->at[0]], "单价", "the price");
}

static bool has_each(gm_line_check *check) {
  for (uint32_t i = 0; i < check->figures->count; i++)
    if (check->figures->items[i].roles & GM_ROLE_EACH) return true;
  return false;
}

static bool is_average(const gm_view *view, const gm_mention *m) {
  size_t clause = m->clause;
  if (gm_words_before(view, m->from, "便宜 便宜了 优惠 优惠了 少 贵 贵了 降 涨 高 低")) return true; /* 每张便宜1.5元 */
  return gm_find_word(view, clause, m->from, "平均 人均 户均 场均 均") != SIZE_MAX;
}

/* 1200名，每人2000元，共计240万元；860名，…: does the part of the sentence between its ； tell what its price comes to?
 */
static bool has_own_total(const gm_links *links, unsigned price) {
  const gm_mention *m = &links->items[price];
  for (unsigned i = price + 1; i < links->count && gm_in_one_part(links, m, &links->items[i]); i++)
    if (gm_is_count(links->items[i].figure) && gm_comparable(links->items[i].figure, m->figure)) return true;
  return false;
}

void gm_check_products(gm_line_check *check) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  gm_check_rhythms(check, links);
  bool each = has_each(check), priced = each;
  for (unsigned i = 1; i + 1 < links->count; i++) priced = gm_check_unit_price(check, links, i) || priced;
  for (unsigned i = 0; priced && i < links->count; i++)
    if (gm_is_amount(links->items[i].figure)) gm_check_prices(check, links, i);
  for (unsigned i = 0; i + 2 < links->count; i++)
    if (links->items[i + 1].figure->kind == GM_FIGURE_DURATION && gm_is_amount(links->items[i].figure))
      gm_check_each_year(check, links, i);
  if (!each) return;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (!(m->figure->roles & GM_ROLE_EACH) || !(gm_is_amount(m->figure) || is_range(m->figure)) || is_average(view, m))
      continue;
    size_t thing, length = gm_each_thing(view, m, &thing);
    if (!length) continue;
    /* 低于周边的每公里92万元: what others pay */
    if (gm_find_word(view, m->clause, m->from, "低于 高于 周边 同类") != SIZE_MAX) continue;
    gm_check_twofold(check, links, i);
    gm_check_groups(check, links, i);
    check_yearly(check, links, i, thing, length);
    gm_check_told_again(check, links, i);
    prices p;
    memset(&p, 0, sizeof p);
    p.count = 1;
    p.at[0] = i;
    p.range = is_range(m->figure);
    unsigned j = i + 1;
    if (!p.range && j < links->count && gm_comparable(links->items[j].figure, m->figure) &&
        gm_is_amount(links->items[j].figure) && links->items[j].from <= m->to + 2u &&
        gm_words_at(view, m->to, "至 到 — —— - ～")) { /* 每户500元至800元 */
      p.at[p.count++] = j++;
      p.range = true;
    }
    /* 每人45元和60元两档 */
    for (unsigned k = j; !p.range && k < links->count && k < j + EACH_MAX - 1; k++) {
      const gm_mention *next = &links->items[k];
      if (!gm_comparable(next->figure, m->figure) || !gm_is_amount(next->figure) || next->from != next[-1].to + 1u ||
          !gm_one_of(view, next[-1].to, "和、或"))
        break;
      if (!gm_words_at(view, next->to, "两档 三档 两个档次 三个档次 两种 三种 两类 三类 两个标准 三个标准 两档标准"))
        continue;
      while (j <= k) p.at[p.count++] = j++;
    }
    for (; j < links->count; j++) {
      const gm_mention *next = &links->items[j];
      size_t other, other_length;
      if (!(next->figure->roles & GM_ROLE_EACH) || !gm_is_amount(next->figure) || is_average(view, next)) continue;
      if (!gm_comparable(next->figure, m->figure)) continue;
      if (!gm_in_one_part(links, m, next) && has_own_total(links, i) && has_own_total(links, j)) break;
      other_length = gm_each_thing(view, next, &other);
      if (!other_length || view->cp[other] != view->cp[thing]) break;
      if (p.count == EACH_MAX) return;
      p.at[p.count++] = j;
    }
    check_product(check, links, &p, thing, length);
    i = p.at[p.count - 1];
  }
  for (unsigned i = 0; links->count > 2 && i < links->count; i++)
    if (links->items[i].figure->roles & GM_ROLE_EACH) gm_check_mended_product(check, links, i, false);
}
