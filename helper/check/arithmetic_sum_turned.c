/* AR-01 of a row of parts behind or before a total that agree with it but for two digits the other way round: where the
 * words say that the parts are all there is, and no other total of the line is what they come to. AR-03 of the same
 * where the parts are what was done and what is left. */
#include "check/change.h"
#include "check/families.h"
#include "check/sum_judged.h"
#include "check/swap.h"
#include "check/turned.h"
#include "numeral/numeral.h"

#define DIGITS_AND_SURENESS 5u

#define NO_PART (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME | GM_ROLE_COMPARED)

bool gm_may_be_turned(const gm_figure *f, const gm_figure *whole) {
  return gm_is_amount(f) && gm_is_exact(f) && f->value.digits > 0 && gm_comparable(f, whole) && !gm_is_age(f) &&
         !(f->roles & NO_PART) && (!gm_is_delta(f) || f->roles & GM_ROLE_ADDED);
}

/* Printed digits of a number, the zeros that 万 or 亿 stand for left out. */
static unsigned digits_of(const gm_figure *f) {
  gm_decimal unit, value = f->value;
  unsigned count = 0;
  if (!gm_decimal_subtract(f->interval.high, f->interval.low, &unit)) return 0;
  if (unit.digits <= 0) unit = (gm_decimal){1, value.scale}; /* a count: 120人 */
  for (; value.scale < unit.scale && value.digits <= INT64_MAX / 10; value.scale++) value.digits *= 10;
  for (; unit.scale < value.scale && unit.digits <= INT64_MAX / 10; unit.scale++) unit.digits *= 10;
  for (int64_t n = value.digits / unit.digits; n; n /= 10) count++;
  return count;
}

/* The share told right behind a part, 85件，占24.9%; NULL when none is. */
static const gm_figure *share_behind(const gm_links *links, unsigned index) {
  const gm_mention *part = &links->items[index], *share = part + 1;
  return index + 1 < links->count && share->figure->kind == GM_FIGURE_PERCENT && gm_is_exact(share->figure) &&
                 gm_words_at(links->view, part->to, "，占 ，占比 ，占比为") && share->clause == part->to + 1u
             ? share->figure
             : NULL;
}

/* Are the parts, with part `at` as `should`, the shares of a total `all` that are told of them? */
static bool fit_shares(const gm_links *links, const gm_turned *t, unsigned at, gm_decimal should, gm_decimal all) {
  for (unsigned i = 0; i < t->parts.count; i++) {
    const gm_figure *share = share_behind(links, t->parts.at[i]);
    gm_decimal part = i == at ? should : links->items[t->parts.at[i]].figure->value;
    if (share && !gm_ratio_fits(gm_interval_exact(part), gm_interval_exact(all), gm_percent_interval(share, 1)))
      return false;
  }
  return true;
}

/* Would the parts make the total if two digits changed places in it or in a part, and be the shares that are told? */
static bool is_turned(const gm_links *links, const gm_turned *t, gm_decimal sum) {
  const gm_figure *whole = links->items[t->total].figure;
  gm_decimal value, should, shifted;
  for (unsigned k = 0; !t->divided && gm_next_swap(whole, &k, &value, NULL);)
    if (!gm_decimal_compare(value, sum) && fit_shares(links, t, GM_PARTS_MAX, value, value)) return true;
  for (unsigned i = 0; i < t->parts.count; i++) {
    const gm_figure *part = links->items[t->parts.at[i]].figure;
    for (unsigned k = 0; gm_next_swap(part, &k, &should, NULL);)
      if (gm_decimal_subtract(sum, part->value, &shifted) && gm_decimal_add(shifted, should, &shifted) &&
          !gm_decimal_compare(shifted, whole->value) && fit_shares(links, t, i, should, whole->value))
        return true;
  }
  return false;
}

/* Is what they come to told elsewhere in the line, so that they are parts of that? */
static bool is_told_elsewhere(const gm_links *links, const gm_turned *t, gm_interval sum) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    bool own = i == t->total;
    for (unsigned k = 0; k < t->parts.count; k++) own = own || t->parts.at[k] == i;
    if (!own && gm_is_amount(f) && gm_is_exact(f) && gm_comparable(f, links->items[t->total].figure) &&
        gm_interval_touch(sum, f->interval))
      return true;
  }
  return false;
}

#define SIGNED_LEAST 3u
#define SIGNED_MOST  8u

/* 上月末126亿元，发放18亿元，收回9亿元，月末135亿元: do the amounts up to the last part, the total and others before it
 * among them, come to nothing when some are taken off, as what there was, came and went does? */
static bool are_flows(const gm_links *links, const gm_turned *t) {
  const gm_mention *whole = &links->items[t->total];
  unsigned last = t->parts.at[t->parts.count - 1], count = 0;
  gm_decimal value[SIGNED_MOST];
  if (last < t->total) last = t->total;
  unsigned sentence = links->items[t->parts.at[0]].figure->sentence;
  if (sentence > whole->figure->sentence) sentence = whole->figure->sentence;
  for (unsigned i = last + 1; i-- > 0 && count < SIGNED_MOST && links->items[i].figure->sentence >= sentence;) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_comparable(f, whole->figure) || !gm_is_exact(f)) continue;
    value[count++] = f->value;
    if (count < SIGNED_LEAST || i > t->total || (i > t->parts.at[0])) continue;
    for (unsigned away = 1; away < 1u << (count - 1); away++) { /* the last is never taken off */
      gm_decimal sum = {0, 0};
      bool computed = true;
      for (unsigned k = 0; k < count && computed; k++)
        computed = away >> k & 1 ? gm_decimal_subtract(sum, value[k], &sum) : gm_decimal_add(sum, value[k], &sum);
      if (computed && !sum.digits) return true;
    }
  }
  return false;
}

/* 已整改31项，正在整改8项，尚未整改5项: is the total one of three that leave nothing out, as the parts are? */
static bool is_of_three(const gm_links *links, const gm_turned *t) {
  gm_parts siblings = {.at = {t->total, t->parts.at[0], t->parts.at[1]}, .count = 3};
  return t->parts.count == 2 && t->total < t->parts.at[0] &&
         (gm_by_status(links, &siblings) || gm_is_triple(links, &siblings));
}

/* Reports the part that is turned, of a total that is right by others. */
static void report_part(gm_line_check *check, const gm_links *links, const gm_turned *t, gm_decimal sum) {
  const gm_mention *whole = &links->items[t->total];
  gm_decimal should;
  int wrong = gm_swapped_part(links, &t->parts, whole->figure->interval, &should);
  if (wrong < 0) return;
  const gm_mention *part = &links->items[t->parts.at[wrong]];
  gm_report_mention(check, part);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "各项相加为%s，总数为%s；若%s为%s则相符",
         "the parts come to %s, the total says %s; it would fit if %s were %s",
         gm_quote_amount(sum, whole, check->view).text, gm_quote_mention(check->view, whole).text,
         gm_quote_mention(check->view, part).text, gm_quote_amount(should, part, check->view).text);
  gm_offer_value(check, part, should);
  gm_relate_mention(check, whole, "总数", "the total");
}

bool gm_judge_turned(gm_line_check *check, const gm_links *links, const gm_turned *t) {
  const gm_mention *whole = &links->items[t->total];
  gm_interval sum;
  gm_decimal value;
  if (t->parts.count < 2 || !gm_sum_of(links, &t->parts, &sum, &value)) return false;
  if (gm_interval_touch(sum, whole->figure->interval)) return true;
  if (!t->sure || t->sure + digits_of(whole->figure) < DIGITS_AND_SURENESS || !is_turned(links, t, value) ||
      is_told_elsewhere(links, t, sum) || (!t->divided && are_flows(links, t)) || is_of_three(links, t) ||
      gm_disclaimed(check->view))
    return false;
  if (gm_is_told(check, whole)) return true;
  for (unsigned i = 0; i < t->parts.count; i++)
    if (gm_is_told(check, &links->items[t->parts.at[i]])) return true;
  if (t->left) {
    gm_change change = {&links->items[t->parts.at[0]], whole};
    gm_report_difference(check, change, &links->items[t->parts.at[1]]);
    gm_lower(check->out, GM_SEVERITY_WARNING);
  } else if (t->divided) {
    report_part(check, links, t, value);
  } else {
    gm_report_sum(check, links, whole, &t->parts, value, GM_SEVERITY_WARNING);
  }
  return true;
}

#define OTHERS     "其他 其它"
#define LEFT_WORDS "其余 剩余 余下 剩下 还剩 尚余 仍余 结余 余"
#define LEFT_OPENS "未 尚未 仍未 余 其余 剩 还有 尚有 仍有 仍在 还剩 剩下 结余 不合格 待"

/* Does one of the words stand before the number of the last part, or open its clause? */
static bool ends_in(const gm_links *links, const gm_parts *p, const char *opens, const char *words) {
  const gm_mention *last = &links->items[p->at[p->count - 1]], *before = &links->items[p->at[p->count - 2]];
  size_t from = last->clause > before->to ? last->clause : before->to + 1u;
  return gm_words_at(links->view, from, opens) || gm_find_word(links->view, from, last->from, words) != SIZE_MAX;
}

/* Does the last part name itself what the others leave? */
static bool ends_in_rest(const gm_links *links, const gm_parts *p) {
  return ends_in(links, p, LEFT_OPENS, LEFT_WORDS " " OTHERS);
}

#define LABEL_CHARS 16u

/* Is each part told by a name of its own, with nothing but shares between them, or are all bare: a、b和c? */
static bool is_row(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    bool bare = i && m->from == links->items[p->at[i - 1]].to + 1u && gm_one_before(view, m->from, "、和与及");
    if ((!bare && m->from <= m->label) || m->from - m->label > LABEL_CHARS) return false;
    if (!i) continue;
    for (unsigned k = p->at[i - 1] + 1; k < p->at[i]; k++)
      if (links->items[k].figure->kind != GM_FIGURE_PERCENT) return false;
    if (!gm_one_of(view, links->items[p->at[i] - 1].to, "、，；和与及")) return false;
  }
  return true;
}

/* Does a row end behind mention `index`: at a stop, or before ；, or one of nothing but 、 before ，? */
static bool ends_behind(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  unsigned last = p->at[p->count - 1];
  size_t at = links->items[last + (share_behind(links, last) != NULL)].to;
  while (at < view->count && view->cls[at] & GM_HAN) at++;
  if (at >= view->count || gm_one_of(view, at, "。；") || view->cls[at] & GM_STOP) return true;
  return gm_one_of(view, at, "，") &&
         gm_find_mark(view, links->items[p->at[0]].to, links->items[p->at[p->count - 1]].from, "，；：。") == SIZE_MAX;
}

#define LEADS "，其中 （其中 。其中 ，包括 ，含 ："

/* 共接待158.6万人次，占接待总量的40.5%，其中: does 其中 stand behind the mention, before any other amount of its kind?
 */
static bool leads(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  if (gm_words_at(links->view, m->to, LEADS)) return true;
  for (unsigned i = index + 1; i < links->count && gm_same_sentence(&links->items[i], m); i++)
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, m->figure))
      return gm_find_mark(links->view, m->to, links->items[i].from, "；") == SIZE_MAX &&
             gm_find_word(links->view, m->to, links->items[i].from, "，其中") != SIZE_MAX;
  return false;
}

/* 柜员46人、客户经理51人，其余31人: is it one of a row itself, which nothing divides further? */
static bool is_of_row(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_one_of(links->view, m->to, "、和与及") || gm_one_before(links->view, m->label, "、") ||
         (m->figure->roles & GM_ROLE_OF_WHICH && !leads(links, index));
}

/* 交通费120元，住宿费2晚共130元，餐费144元: does it follow an amount of its kind at once, so that it may be told beside
 * that? */
static bool follows_another(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  if (leads(links, index)) return false;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], m);)
    if (links->items[i].to + 1u == m->clause && gm_may_be_turned(links->items[i].figure, m->figure)) return true;
  return false;
}

#define CAME "新收 新增 新立 新受理 新接 收到 到位 购进 调入 采购 当年 本年 本月"

/* 年初18件，今年新收246件，办结251件，在办31件: is it what came to what there was, so that what is left is not its own?
 */
static bool came_to_another(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return follows_another(links, index) && gm_find_word(links->view, m->clause, m->from, CAME) != SIZE_MAX;
}

#define OF_DIFFERENCE "补贴 优惠 减免 支付 到位 少 多 差 缺 超 高 低"

/* 渔业水面5200亩，池塘3380亩，稻虾田1820亩。: are the total and a row of parts behind it all amounts of the sentence?
 */
static bool fills_sentence(const gm_links *links, const gm_turned *t) {
  const gm_mention *whole = &links->items[t->total], *last = &links->items[t->parts.at[t->parts.count - 1]];
  for (unsigned i = t->total; i-- > 0 && gm_same_sentence(&links->items[i], whole);)
    if (gm_is_amount(links->items[i].figure)) return false;
  return is_row(links, &t->parts) && gm_find_word(links->view, whole->to, last->from, OF_DIFFERENCE) == SIZE_MAX &&
         t->parts.at[0] == t->total + 1 && gm_same_sentence(whole, last) && gm_one_of(links->view, last->to, "。");
}

/* 46.5公里，分两期实施，一期27.3公里，二期19.2公里: does a clause between say that there are as many parts? */
static bool number_is_told(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t end = links->items[p->at[0]].from;
  for (size_t at = links->items[total].to; (at = gm_find_word(view, at, end, "分 由 分为 分成 共 来自")) != SIZE_MAX;
       at++) {
    gm_numeral numeral;
    size_t from = at + gm_words_at(view, at, "分 由 分为 分成 共 来自"), number = gm_number_at(view, from);
    if (number && from + number < end && gm_numeral_read(view, from, &numeral) == number && !numeral.value.scale &&
        numeral.value.digits == (int64_t)p->count)
      return true;
  }
  return false;
}

/* Is mention `total` called one, by what stands before it or leads to its parts? */
static bool is_called_total(const gm_links *links, unsigned total) {
  const gm_mention *m = &links->items[total];
  return m->figure->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD) || leads(links, total) ||
         gm_words_at(links->view, m->to, "中， 中有 ，分") ||
         gm_find_total(links->view, m->clause, m->from) != SIZE_MAX;
}

/* How sure is it that the parts of `t` are all there is? */
static gm_sureness how_sure(const gm_links *links, const gm_turned *t) {
  if (came_to_another(links, t->total)) return GM_UNSURE;
  if (ends_in_rest(links, &t->parts) || gm_exhaustive(links, &t->parts) || number_is_told(links, t->total, &t->parts))
    return GM_SURE_ALL;
  if (follows_another(links, t->total)) return GM_UNSURE;
  if (gm_parts_overlap(links, &t->parts)) return GM_UNSURE;
  if (t->parts.count > 2 && is_row(links, &t->parts)) return GM_SURE_ROW;
  return is_called_total(links, t->total) || fills_sentence(links, t) ? GM_LED : GM_UNSURE;
}

/* The amounts from mention `first` on in the sentence of mention `total`, or in the next one when it has none, up to
 * what one of them is divided into or a rough one behind ；; false when one of them is rough. */
static bool take_behind(const gm_links *links, unsigned total, unsigned first, gm_parts *all) {
  const gm_mention *whole = &links->items[total];
  unsigned sentence = whole->figure->sentence;
  all->count = 0;
  for (unsigned i = first; i < links->count && all->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence > sentence) {
      if (all->count || m->figure->sentence > whole->figure->sentence + 1u) break;
      sentence = m->figure->sentence;
    }
    if (all->count && gm_find_word(links->view, links->items[i - 1].to, m->from, "其中 包括") != SIZE_MAX) break;
    if (gm_may_be_turned(m->figure, whole->figure) && !(m->figure->roles & GM_ROLE_PAREN))
      all->at[all->count++] = i;
    else if (all->count && gm_is_amount(m->figure) && gm_comparable(m->figure, whole->figure) &&
             !gm_is_exact(m->figure))
      return gm_find_mark(links->view, links->items[all->at[all->count - 1]].to, m->from, "；") != SIZE_MAX;
  }
  return true;
}

/* Do the first of them, how many soever, make the total as they stand? */
static bool first_fit(const gm_links *links, unsigned total, const gm_parts *all) {
  gm_interval sum;
  gm_decimal value;
  for (gm_parts p = *all; p.count > 1; p.count--)
    if (!gm_sum_of(links, &p, &sum, &value) || gm_interval_touch(sum, links->items[total].figure->interval))
      return true;
  return false;
}

/* The amounts from mention `first` on as the parts of mention `total`; with `left` what was done of it and what is
 * left, else no such. True when nothing further is to be read. */
static bool check_from(gm_line_check *check, const gm_links *links, unsigned total, unsigned first, bool left) {
  gm_parts all;
  if (!take_behind(links, total, first, &all)) return false;
  if (first_fit(links, total, &all)) return true;
  for (unsigned count = 2; count <= all.count; count++) {
    gm_turned t = {.total = total, .parts = all};
    t.parts.count = count;
    if (!ends_in_rest(links, &t.parts) && !ends_behind(links, &t.parts)) continue;
    t.sure = how_sure(links, &t);
    t.left = count == 2 && ends_in(links, &t.parts, LEFT_OPENS, LEFT_WORDS);
    if (t.left == left && gm_judge_turned(check, links, &t)) return true;
  }
  return false;
}

/* 2025届毕业生4862人，其中本科3618人，专科1244人。男生2317人，女生2545人: the amounts that open the sentence behind
 * that of the total, when their words say that they are all there is; `fits` when other parts make it. */
static bool check_next(gm_line_check *check, const gm_links *links, unsigned total, bool fits) {
  const gm_mention *whole = &links->items[total];
  unsigned first = total + 1;
  while (first < links->count && gm_same_sentence(&links->items[first], whole)) first++;
  if (first == total + 1 || first + 1 >= links->count) return false;
  gm_turned t = {.total = total, .parts = {.count = 0}, .divided = fits};
  if (!take_behind(links, total, first, &t.parts) || t.parts.count < 2) return false;
  if (first_fit(links, total, &t.parts)) return true;
  unsigned all = t.parts.count;
  for (t.parts.count = 2; t.parts.count <= all; t.parts.count++) {
    if ((t.parts.count < all && !ends_behind(links, &t.parts)) || how_sure(links, &t) != GM_SURE_ALL) continue;
    t.sure = GM_LED; /* other totals may stand there */
    if (is_row(links, &t.parts) && gm_judge_turned(check, links, &t)) return true;
  }
  return false;
}

/* The amounts behind mention `total`, or those of them behind 其中. */
static void check_behind(gm_line_check *check, const gm_links *links, unsigned total, bool left) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (is_of_row(links, total)) return;
  bool fits = check_from(check, links, total, total + 1, left);
  if ((!left && check_next(check, links, total, fits)) || fits) return;
  size_t end = gm_sentence_end(view, whole->to) + 4, which;
  which = gm_find_word(view, whole->to, end < view->count ? end : view->count, "其中 包括");
  unsigned first = total + 1;
  while (first < links->count && links->items[first].from < which) first++;
  if (which != SIZE_MAX && first > total + 1 && first < links->count) check_from(check, links, total, first, left);
}

#define CLOSING                                                                                                                                                 \
  "共 共计 合计 总计 总共 一共 累计 合计为 共有 合计达 相加恰为 相加为 总分 共付 共扣 共需 共用 总产量 总数 总额 " \
  "总量 总长 总面积"

/* How many the clause of the total says it sums up: 三院合计, 五年累计; 0 when it does not say. */
static unsigned number_summed(const gm_view *view, const gm_mention *whole, size_t word) {
  size_t from = whole->clause + gm_words_at(view, whole->clause, "以上 上述 这 前 后 该"),
         number = gm_number_at(view, from);
  gm_numeral numeral;
  if (!number || gm_numeral_read(view, from, &numeral) != number || numeral.value.scale || numeral.value.digits < 2 ||
      numeral.value.digits > GM_PARTS_MAX || from + number >= word || word - from - number > 6)
    return 0;
  return (unsigned)numeral.value.digits;
}

/* 抽样1200户，“非常满意”683户、“比较满意”426户、“一般”74户，前两项合计1109户: the first so many of a row, which may
 * begin behind a total of its own. */
static void check_first(gm_line_check *check, const gm_links *links, unsigned total, unsigned number) {
  const gm_mention *whole = &links->items[total];
  gm_parts all = {.count = 0};
  for (unsigned i = 0; i < total && all.count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, whole) || m->from >= whole->clause) continue;
    if (gm_may_be_turned(m->figure, whole->figure))
      all.at[all.count++] = i;
    else if (gm_is_amount(m->figure) && gm_comparable(m->figure, whole->figure))
      return;
  }
  gm_turned t[2];
  for (unsigned skip = 0; skip < 2; skip++) {
    if (all.count < number + skip) break;
    t[skip] = (gm_turned){.total = total, .parts = {.count = number}, .sure = GM_SURE_ALL};
    memcpy(t[skip].parts.at, all.at + skip, number * sizeof *all.at);
    gm_interval sum;
    gm_decimal value;
    if (!gm_sum_of(links, &t[skip].parts, &sum, &value) || gm_interval_touch(sum, whole->figure->interval)) return;
  }
  for (unsigned skip = 0; skip < 2 && all.count >= number + skip; skip++)
    if (gm_judge_turned(check, links, &t[skip])) return;
}

/* 由86名律师、41名法律工作者共127人担任: mention `total` and a row in 、 before it in its own clause; `end` is where 共
 * stands. */
static void check_inside(gm_line_check *check, const gm_links *links, unsigned total, size_t end) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  gm_turned t = {.total = total, .parts = {.count = 0}};
  for (unsigned i = total; i-- > 0 && links->items[i].clause == whole->clause && t.parts.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!gm_may_be_turned(m->figure, whole->figure)) return;
    if (t.parts.count ? gm_find_word(view, m->to, links->items[i + 1].from, "、 和 与 及") == SIZE_MAX
                      : gm_find_word(view, m->to, end, "、 和 其中 另") != SIZE_MAX)
      return;
    gm_parts_prepend(&t.parts, i);
  }
  if (t.parts.count < 2) return;
  bool all = gm_find_word(view, whole->clause, links->items[t.parts.at[0]].from, "、 和 与 及") == SIZE_MAX;
  t.sure = all ? GM_SURE_ALL : GM_LED;
  gm_judge_turned(check, links, &t);
}

/* Mention `total`, told by 合计 or the like, and the amounts before it in its sentence. */
static void check_before(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t length = gm_words_before(view, whole->from, CLOSING);
  if (!length) return;
  unsigned number = number_summed(view, whole, whole->from - length), sentence = whole->figure->sentence;
  /* …小学312所。上述各级各类学校共549所: of the sentence before */
  if (gm_words_at(view, whole->clause, "上述 以上") && gm_sentence_start(view, whole->from) == whole->clause &&
      sentence)
    sentence--;
  if (number && gm_one_of(view, whole->clause, "前")) {
    check_first(check, links, total, number);
    return;
  }
  gm_turned t = {.total = total, .parts = {.count = 0}};
  for (unsigned i = total; i-- > 0 && links->items[i].figure->sentence >= sentence;) {
    const gm_mention *m = &links->items[i];
    if (m->from >= whole->clause || !gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) continue;
    if (!gm_may_be_turned(m->figure, whole->figure)) {
      if (t.parts.count < number || !number) return;
      break;
    }
    if (number && t.parts.count == number) continue;
    if (t.parts.count == GM_PARTS_MAX) return;
    gm_parts_prepend(&t.parts, i);
  }
  if (t.parts.count < 2 && total && links->items[total - 1].clause == whole->clause)
    check_inside(check, links, total, whole->from - length);
  if (t.parts.count < 2) return;
  if (number) {
    if (t.parts.count != number) return;
    t.sure = GM_SURE_ALL;
  } else {
    size_t last = links->items[t.parts.at[t.parts.count - 1]].to;
    last += gm_one_of(view, last, "）");
    bool next = last + 1u == whole->clause || sentence < whole->figure->sentence;
    t.sure = next ? t.parts.count > 2 ? GM_SURE_ROW : GM_LED : GM_UNSURE;
  }
  gm_judge_turned(check, links, &t);
}

void gm_check_turned_sums(gm_line_check *check, const gm_links *links, bool left) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_count(f) || gm_is_age(f)) continue;
    if (!left && i) gm_check_turned_division(check, links, i);
    if (i + 2 < links->count) check_behind(check, links, i, left);
    if (left || i < 2) continue;
    check_before(check, links, i);
    gm_check_turned_named(check, links, i);
  }
}
