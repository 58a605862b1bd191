/* AR-04 without a price: so many a day, to each of so many, in each group. */
#include "check/families.h"
#include "check/product.h"
#include "check/swap.h"

/* Spans that a rate is told for. */
static const struct {
  const char *each, *span;
} rhythms[] = {
    {"每天 每日 日均", "天日"}, {"每周 周均", "周"}, {"每个月 每月 月均", "月"}, {"每年 年均", "年"}, {"每小时", "时"}};

static void report_product(gm_line_check *check, gm_quote number, gm_quote each, const gm_mention *total,
                           gm_decimal product) {
  gm_report_mention(check, total);
  gm_offer_value(check, total, product);
  gm_say(check->out, check->language, "%s×%s=%s，文中为%s", "%s x %s = %s, the text says %s", number.text, each.text,
         gm_quote_amount(product, total, check->view).text, gm_quote_mention(check->view, total).text);
}

#define LED_CHARS 6 /* before the span in its clause: 连续巡查 */

/* 60人 a day make 人次. */
static bool makes(const gm_view *view, const gm_mention *rate, const gm_mention *total) {
  return gm_comparable(rate->figure, total->figure) ||
         (gm_units[rate->figure->unit].unit_class == GM_CLASS_PERSON &&
          gm_words_at(view, gm_view_find(view, total->figure->unit_start), "人次"));
}

#define OWN_PERMILLE 20 /* a mean is rounded */

/* 8天日均15.3万人次，前后4天共50.4万人次，日均12.6万人次: does a rate of its own stand behind the total? */
static bool has_own_rate(const gm_links *links, unsigned index, const gm_mention *span) {
  const gm_mention *total = &links->items[index], *own = total + 1;
  gm_decimal product;
  return index + 1 < links->count && gm_same_sentence(total, own) && gm_is_amount(own->figure) &&
         gm_comparable(own->figure, total->figure) &&
         gm_decimal_multiply(own->figure->value, span->figure->value, &product) &&
         gm_within(product, total->figure->value, OWN_PERMILLE);
}

/* 每天60人次，30天累计1800人次: the rate, the span of the next clause, and what they make. */
static void check_rhythm(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *span = rate + 1, *total = rate + 2;
  if (index + 2 >= links->count || span->figure->kind != GM_FIGURE_DURATION || !gm_same_sentence(rate, total)) return;
  if (!gm_is_exact(rate->figure) || !gm_is_exact(span->figure) || !gm_is_amount(total->figure) ||
      !makes(view, rate, total) || !gm_is_plain(total->figure) || span->clause != rate->to + 1u ||
      span->from - span->clause > LED_CHARS)
    return;
  if ((gm_find_total(view, span->to, total->from) == SIZE_MAX && !gm_words_at(view, span->to, "共")) ||
      total->from - span->to > 8 || gm_find_mark(view, rate->to, total->from, "；、") != SIZE_MAX ||
      has_own_rate(links, index + 2, span))
    return;
  size_t clause = links->items[index].label, row = 0;
  while (row < sizeof rhythms / sizeof *rhythms &&
         (gm_find_word(view, clause, rate->from, rhythms[row].each) == SIZE_MAX ||
          !gm_one_before(view, span->to, rhythms[row].span)))
    row++;
  gm_decimal product;
  if (row == sizeof rhythms / sizeof *rhythms ||
      !gm_decimal_multiply(rate->figure->value, span->figure->value, &product))
    return;
  gm_interval low = rate->figure->interval;
  /* 日均接待320人 is rounded to tens. */
  gm_decimal play = {5, rate->figure->value.scale + 1};
  for (int64_t d = rate->figure->value.digits; d && d % 10 == 0 && !rate->figure->value.scale; d /= 10)
    play.digits *= 10;
  if (gm_find_word(view, clause, rate->from, "均") != SIZE_MAX &&
      (!gm_decimal_subtract(rate->figure->value, play, &low.low) ||
       !gm_decimal_add(rate->figure->value, play, &low.high)))
    return;
  if (!gm_decimal_multiply(low.low, span->figure->value, &low.low) ||
      !gm_decimal_multiply(low.high, span->figure->value, &low.high))
    return;
  if (gm_interval_touch(low, total->figure->interval)) {
    gm_agree(check, rate, span, total);
    return;
  }
  if (!gm_within(product, total->figure->value, 500) || gm_disclaimed(view)) return;
  report_product(check, gm_quote_mention(view, rate), gm_quote_mention(view, span), total, product);
  gm_relate_mention(check, rate, "单位数", "the rate");
  gm_relate_mention(check, span, "时长", "the span");
}

#define NEAR_MOST 500 /* thousandths */

/* May the total be meant for the product: of its order, or with two digits the other way round, 81 for 18? */
static bool is_near(gm_decimal product, const gm_mention *total) {
  return gm_within(product, total->figure->value, NEAR_MOST) ||
         gm_swap_touches(total->figure, gm_interval_exact(product));
}

#define EACH_CHARS 8 /* between 各 and the number: 各建设 */
#define NOUN_CHARS 6

#define JOINED_CHARS 14 /* from one number of things to the next: 8个县（市、区）和6个工会 */

/* 8个县和6个工会各…: is mention `index` joined to the number before it by 和 or 、? */
static bool joined_before(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *other = m - 1;
  return index && gm_same_sentence(other, m) && m->from - other->to <= JOINED_CHARS &&
         gm_one_before(view, m->from, "和、及与") && gm_find_mark(view, other->to, m->from - 1, "，；") == SIZE_MAX &&
         gm_is_amount(other->figure) && gm_is_exact(other->figure) && gm_units[other->figure->unit].exact &&
         gm_is_plain(other->figure);
}

/* Where 各 or 均 stands between a number of things and what each of them has; SIZE_MAX when none does. */
static size_t each_word(const gm_view *view, size_t from, size_t to) {
  size_t word = gm_find_word(view, from, to, "各");
  if (word != SIZE_MAX) return word;
  word = gm_find_word(view, from, to, "均");
  return word != SIZE_MAX && gm_one_before(view, word, "平人户日月年班场村校亩家") ? SIZE_MAX : word;
}

/* 24个乡镇各建设2个示范点，共建成示范点48个: the number of things right before 各, or several joined, the total right
 * behind. */
static void check_each_of(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *n = each - 1, *total = each + 1;
  if (index + 1 >= links->count || !gm_same_sentence(n, total) || !gm_is_amount(each->figure) ||
      !gm_is_amount(total->figure) || !gm_comparable(total->figure, each->figure))
    return;
  bool counts = n->figure->kind == GM_FIGURE_CLAIM || (gm_is_amount(n->figure) && gm_units[n->figure->unit].exact);
  size_t word = counts ? each_word(view, n->to, each->from) : SIZE_MAX;
  if (word == SIZE_MAX || each->from - word > EACH_CHARS + 1 || word - n->to > NOUN_CHARS ||
      gm_find_mark(view, n->to, each->from, "，；、") != SIZE_MAX || gm_words_at(view, word, "各类 各种 各项 各级"))
    return;
  if (gm_one_before(view, n->from, "至到—–-～~")) return; /* 第4至8名各600元 */
  if (gm_one_of(view, gm_view_find(view, n->figure->number_end), "号")) return; /* 7号、8号楼各11层 */
  if (!gm_is_exact(each->figure) || !gm_is_exact(n->figure) || !gm_is_exact(total->figure) ||
      gm_find_total(view, each->to, total->from) == SIZE_MAX ||
      gm_find_mark(view, each->to, total->from, "；") != SIZE_MAX)
    return;
  if (gm_find_word(view, each->to, total->from, "加上 外加 再加 另 连同 此外") != SIZE_MAX) return;
  size_t to = each->to + NOUN_CHARS < total->clause ? each->to + NOUN_CHARS : total->clause;
  size_t end = total->to + NOUN_CHARS < view->count ? total->to + NOUN_CHARS : view->count;
  bool same = (each->figure->noun_hash && each->figure->noun_hash == total->figure->noun_hash) ||
              gm_share_pair(view, each->to, to, total->clause, end);
  gm_decimal number = n->figure->value, product;
  unsigned first = index - 1;
  for (; joined_before(links, first); first--)
    if (!gm_decimal_add(number, links->items[first - 1].figure->value, &number)) return;
  if (!same || !gm_decimal_multiply(number, each->figure->value, &product)) return;
  /* 主要领导各领办2件，12位…各领办1件，合计16件: how many have the others is not told */
  const gm_mention *others = first ? &links->items[first - 1] : NULL;
  if (others && gm_same_sentence(others, total) && gm_comparable(others->figure, each->figure) &&
      gm_find_word(view, others->clause, others->from, "各 每") != SIZE_MAX)
    return;
  if (gm_interval_meet(gm_interval_exact(product), total->figure->interval)) {
    gm_agree(check, n, each, total);
    return;
  }
  if (gm_disclaimed(view) || !is_near(product, total)) return;
  gm_quote things = first + 1 < index ? gm_quote_line(view, links->items[first].from, word) : gm_quote_mention(view, n);
  report_product(check, things, gm_quote_mention(view, each), total, product);
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, each, "每个", "each");
}

/* 每队领队1名、选手10名，14支队伍合计154名: what each of so many has, of several sorts in a row, and what all have. */
static void check_each_sorts(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[index];
  gm_decimal sum = first->figure->value, product;
  unsigned last = index;
  size_t thing, length = gm_each_thing(view, first, &thing);
  if (!length || !gm_is_amount(first->figure) || !gm_is_exact(first->figure) ||
      gm_find_word(view, gm_sentence_start(view, first->from), first->from, "分别") != SIZE_MAX ||
      gm_find_word(view, thing, first->from, "约 平均 至少 不少于 最多 最少 不超过 原则上") != SIZE_MAX)
    return;
  while (last + 1 < links->count) {
    const gm_mention *m = &links->items[last + 1], *before = &links->items[last];
    if (m->clause != first->clause || !gm_is_amount(m->figure) || !gm_comparable(m->figure, first->figure) ||
        !gm_is_exact(m->figure) || !gm_one_of(view, before->to, "、和") ||
        gm_find_mark(view, before->to + 1u, m->from, "、") != SIZE_MAX)
      break;
    if (gm_find_word(view, m->label, m->from, "每") != SIZE_MAX) return; /* 本科每人1000元、专科每人500元: of others */
    if (!gm_decimal_add(sum, m->figure->value, &sum)) return;
    last++;
  }
  if (last == index || last + 1 >= links->count) return;
  const gm_mention *n = &links->items[last + 1], *total = n + 1;
  bool before = index && gm_same_sentence(first - 1, first) && gm_counts_thing(view, first - 1, thing, length);
  if (before) {
    total = n;
    n = first - 1;
  } else if (last + 2 >= links->count || !gm_counts_thing(view, n, thing, length)) {
    return;
  }
  if (!gm_same_sentence(first, total) || !gm_is_amount(total->figure) || !gm_comparable(total->figure, first->figure) ||
      !gm_is_exact(total->figure) || !gm_is_exact(n->figure) ||
      gm_find_mark(view, first->to, total->from, "；") != SIZE_MAX ||
      gm_find_total(view, total->clause, total->from) == SIZE_MAX || total->clause <= links->items[last].to ||
      !gm_decimal_multiply(sum, n->figure->value, &product))
    return;
  if (gm_interval_meet(gm_interval_exact(product), total->figure->interval)) {
    gm_agree(check, n, first, total);
    return;
  }
  /* 共空调76台、新风机38台: each sort by itself */
  const gm_mention *next = total + 1, *sort = &links->items[last];
  if (next < links->items + links->count && gm_same_sentence(total, next) &&
      gm_comparable(next->figure, sort->figure) &&
      gm_share_pair(view, next->label, next->from, sort->label, sort->from))
    return;
  if (gm_disclaimed(view) || !is_near(product, total) || gm_is_told(check, total)) return;
  report_product(check, gm_quote_mention(view, n), gm_quote_amount(sum, first, view), total, product);
  gm_relate_mention(check, n, "数量", "the number");
  gm_relate_mention(check, first, "每个", "each");
}

#define DIVIDED "分为 分成 编为 编成 划分为 划为 组成 组建"

/* 32支代表队分为8个小组，每组4队: who are parted, into how many groups, and how many each has. The last group may have
 * fewer. */
static void check_groups(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *n = each - 1, *whole = each - 2;
  if (n->clause > whole->to || !gm_same_sentence(whole, each) || !gm_is_amount(whole->figure) ||
      !gm_is_amount(each->figure) || !gm_is_exact(each->figure) || !gm_is_exact(whole->figure) ||
      !gm_is_exact(n->figure))
    return;
  size_t word = gm_find_word(view, whole->to, n->from, DIVIDED), of = gm_find_word(view, n->to, each->from, "每");
  if (word == SIZE_MAX || of == SIZE_MAX || of != each->clause || each->from - of > 3 ||
      gm_find_mark(view, whole->to, n->from, "，；") != SIZE_MAX)
    return;
  if (each->to < view->count && view->cls[each->to] & GM_HAN && !gm_comparable(whole->figure, each->figure)) return;
  /* 每组 of 9个小组, 4队 of 32支代表队 */
  size_t group = gm_view_find(view, n->figure->noun_end > n->figure->noun_start ? n->figure->noun_end : n->figure->end);
  bool grouped = group && view->cp[group - 1] == view->cp[each->from - 1];
  bool alike =
      gm_comparable(whole->figure, each->figure) || (word > whole->to && view->cp[word - 1] == view->cp[each->to - 1]);
  gm_decimal most, least;
  if (!grouped || !alike || !gm_decimal_multiply(n->figure->value, each->figure->value, &most) ||
      !gm_decimal_subtract(most, each->figure->value, &least))
    return;
  if (gm_decimal_compare(whole->figure->value, most) == 0) {
    gm_agree(check, whole, n, each);
    return;
  }
  if ((gm_decimal_compare(whole->figure->value, least) > 0 && gm_decimal_compare(whole->figure->value, most) < 0) ||
      !gm_within(most, whole->figure->value, 500) || gm_disclaimed(view))
    return;
  gm_report_mention(check, n);
  gm_say(check->out, check->language, "%s×%s=%s，与%s不符", "%s x %s = %s, not %s", gm_quote_mention(view, n).text,
         gm_quote_mention(view, each).text, gm_quote_decimal(most).text, gm_quote_mention(view, whole).text);
  gm_relate_mention(check, whole, "总数", "the total");
  gm_relate_mention(check, each, "每组", "each");
}

void gm_check_rhythms(gm_line_check *check, const gm_links *links) {
  for (unsigned i = 1; i + 1 < links->count; i++) check_each_of(check, links, i);
  for (unsigned i = 2; i < links->count; i++)
    if (links->items[i].figure->roles & GM_ROLE_EACH) check_groups(check, links, i);
  for (unsigned i = 3; i < links->count; i++) /* two dates and a total before it */
    if (gm_one_of(links->view, links->items[i].clause, "每")) gm_check_daily_range(check, links, i);
  for (unsigned i = 0; i + 2 < links->count; i++)
    if (links->items[i].figure->roles & GM_ROLE_EACH) check_each_sorts(check, links, i);
  for (unsigned i = 0; i + 2 < links->count; i++)
    if (links->items[i + 1].figure->kind == GM_FIGURE_DURATION && gm_is_amount(links->items[i].figure))
      check_rhythm(check, links, i);
}
