/* PCT-03: growth against the amounts it is told of. */
#include "check/any_fit.h"
#include "check/families.h"
#include "check/half.h"
#include "check/percent.h"

/* An amount, or hours: 制作节目3120小时，比上年减少130小时. Days and years that are told beside a rate are its time. */
static bool can_grow(const gm_figure *f) {
  return gm_is_amount(f) || (f->kind == GM_FIGURE_DURATION && f->unit && !strcmp(gm_units[f->unit].name, "小时"));
}

/* 增加5.12万人次，增长6.3%；…: a change told of something else is no base. */
static bool is_other_change(const gm_links *links, const gm_mention *m, const gm_mention *delta) {
  return gm_is_delta(m->figure) && !(m->figure->roles & GM_ROLE_ADDED) && m->to < delta->from &&
         gm_find_mark(links->view, m->to, delta->from, "；") != SIZE_MAX;
}

/* Does change / base fit the percentage for any base that the line offers before mention `end`? `now` is known to be
 * the later value. */
static bool some_base_fits(const gm_links *links, unsigned end, const gm_mention *delta, const gm_mention *now,
                           gm_interval percent, bool down) {
  for (unsigned i = 0; i < end; i++) {
    const gm_figure *a = links->items[i].figure;
    if (&links->items[i] == delta || !can_grow(a) || !gm_comparable(a, delta->figure)) continue;
    if (is_other_change(links, &links->items[i], delta)) continue;
    gm_interval base = a->interval;
    if (&links->items[i] != now && gm_ratio_fits(delta->figure->interval, base, percent))
      return true; /* a is the earlier value */
    if (down ? !gm_interval_add(&base, delta->figure->interval)
             : !gm_interval_subtract(a->interval, delta->figure->interval, &base))
      return true;
    if (base.high.digits > 0 && gm_ratio_fits(delta->figure->interval, base, percent)) return true;
  }
  return false;
}

/* 收入28640元，比上年增加1260元，增长6.0%。…农村20845元: only an amount of a later sentence gives the rate, and the one
 * right before the rise does with two digits of the rise the other way round. */
static bool is_swapped_rise(const gm_links *links, const gm_mention *now, const gm_mention *delta,
                            const gm_mention *rate, gm_interval percent, bool down) {
  unsigned end = (unsigned)(rate - links->items);
  gm_decimal should;
  gm_interval size, base;
  if (!now || now + 1 != delta || delta + 1 != rate || !gm_is_exact(now->figure) || !gm_is_exact(delta->figure))
    return false;
  while (end < links->count && gm_same_sentence(&links->items[end], rate)) end++;
  if (some_base_fits(links, end, delta, now, percent, down)) return false;
  for (unsigned k = 0; gm_next_swap(delta->figure, &k, &should, &size);) {
    base = now->figure->interval;
    if ((down ? gm_interval_add(&base, size) : gm_interval_subtract(base, size, &base)) && base.low.digits > 0 &&
        gm_ratio_fits(size, base, percent))
      return true;
  }
  return false;
}

/* An average may change as an amount does. */
static bool can_change(const gm_figure *f) {
  return !gm_is_delta(f) && !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* The amount that changed: the nearest comparable one before both, in the sentence, that is no delta itself. */
static const gm_mention *changed_amount(const gm_links *links, unsigned before, const gm_figure *delta) {
  for (unsigned i = before; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence != delta->sentence) return NULL;
    if (gm_find_mark(links->view, m->to, links->items[before].from, "；") != SIZE_MAX) return NULL;
    if (!can_grow(m->figure) || !gm_comparable(m->figure, delta)) continue;
    return can_change(m->figure) ? m : NULL;
  }
  return NULL;
}

/* 受理1544件…。受理增加128件，上升9.04%: the amount stands in the sentence before, behind the same word. */
static const gm_mention *amount_by_name(const gm_links *links, unsigned delta) {
  const gm_view *view = links->view;
  const gm_mention *d = &links->items[delta];
  size_t verb = d->from - gm_words_before(view, d->from, "增加 减少 净增 增加了 减少了 多出 多出了 多了 少了");
  if (verb == d->from || verb < 2 || !(view->cls[verb - 1] & GM_HAN) || !(view->cls[verb - 2] & GM_HAN)) return NULL;
  for (unsigned i = delta; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1 < d->figure->sentence) return NULL;
    if (m->figure->sentence == d->figure->sentence || !gm_is_amount(m->figure) || !can_change(m->figure) ||
        !gm_comparable(m->figure, d->figure))
      continue;
    for (size_t k = m->clause; k + 1 < m->from; k++)
      if (view->cp[k] == view->cp[verb - 2] && view->cp[k + 1] == view->cp[verb - 1]) return m;
  }
  return NULL;
}

static bool is_change(const gm_view *view, const gm_mention *m) {
  size_t verb;
  if (gm_is_delta(m->figure)) return true;
  if (gm_change_verb(view, m->from, &verb) &&
      (m->figure->kind == GM_FIGURE_PERCENT || gm_one_of(view, verb, "多少"))) /* 多完成 */
    return true;
  return gm_words_before(
             view, m->from,
             "增加 净增 减少 增收 减收 增支 减支 多 少 净减 增长 下降 增幅为 降幅为 增幅 降幅 增幅达 增加了 减少了 "
             "多办理 成长 扩招 扩招幅度为 增招 多招") != 0;
}

static bool goes_down(const gm_view *view, const gm_mention *m) {
  size_t verb;
  return m->figure->roles & GM_ROLE_DOWN ||
         (gm_change_verb(view, m->from, &verb) < 0 &&
          (m->figure->kind == GM_FIGURE_PERCENT || gm_one_of(view, verb, "少"))) ||
         gm_words_before(view, m->from, "减少 减收 减支 少 净减 下降 降幅 降幅为 减少了") != 0;
}

/* 比“新三样”多7.8万标箱: what is compared with is another thing, not another time. */
static bool compares_things(const gm_view *view, const gm_mention *delta) {
  size_t verb, word = gm_find_word(view, delta->clause, delta->from, "比 较");
  return word != SIZE_MAX && !gm_one_before(view, word, "同环") && gm_change_verb(view, delta->from, &verb) &&
         gm_one_of(view, verb, "多少高低") && verb > word &&
         gm_find_word(view, word, verb, "年 月 季 周 日 天 期 届 次 上 前 原 初 往 平 计划 预算 目标 过去 此") ==
             SIZE_MAX;
}

bool gm_at_constant_prices(const gm_links *links, const gm_mention *first, const gm_mention *rate) {
  size_t from = gm_sentence_start(links->view, rate->from);
  if (gm_units[first->figure->unit].unit_class != GM_CLASS_MONEY) return false; /* 万元地区生产总值用水量 */
  for (const gm_mention *m = first; m > links->items && m[-1].from >= from; m--)
    if (m[-1].figure->kind == GM_FIGURE_PERCENT) from = m[-1].to;
  return gm_find_word(links->view, from, rate->from, "生产总值 增加值 可比 不变价 GDP gdp") != SIZE_MAX;
}

/* 新增320人，达到1520人，较年初扩大26.7%: between the change and its rate stands what it made. */
static bool has_total_between(const gm_links *links, unsigned d, unsigned p) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[d], *total = delta + 1, *rate = delta + 2;
  return p == d + 2 && gm_is_delta(delta->figure) && gm_is_amount(delta->figure) && gm_is_amount(total->figure) &&
         gm_comparable(delta->figure, total->figure) && rate->figure->kind == GM_FIGURE_PERCENT &&
         gm_same_sentence(delta, rate) && total->clause == delta->to + 1u && rate->clause == total->to + 1u &&
         gm_words_at(view, total->clause, "达到 达 增至 升至 增加到 总数达 总数为 累计达 总量达 减至 降至") &&
         gm_words_at(view, rate->clause, "比 较 同比 增长 增幅 扩大 上升 下降 减少 降幅") &&
         gm_decimal_compare(total->figure->value, delta->figure->value) > 0;
}

#define PERIODIC "年均 月均 季均 平均每 每年 每月 年平均 月平均 年递增 复合"

/* Is the change or the rate one of each year or month? */
static bool is_periodic(const gm_view *view, const gm_mention *m) {
  return gm_find_word(view, m->clause, m->from, PERIODIC) != SIZE_MAX;
}

/* 比计划多0.42亿元，增长11.6%; 由30份减到13份，压减56.7%，今年还要再减3份: the change is from a plan, or still to come,
 * and the rate beside it of another one. */
static bool is_of_another_time(const gm_view *view, const gm_mention *delta, const gm_mention *percent) {
  bool from_plan =
      gm_find_word(view, delta->clause, delta->from,
                   "比计划 较计划 比预算 较预算 比目标 较目标 比任务 比预期 较预期 超计划 超预算") != SIZE_MAX;
  /* 增加6360元，年均增长17.2%; 平均每年增加42亿元，增长4.9%: a rate of each year compounds. */
  if (is_periodic(view, percent) || is_periodic(view, delta)) return true;
  if (from_plan && gm_words_before(view, percent->from, "增长 下降 增长了 下降了 同比增长 同比下降")) return true;
  return percent < delta && gm_find_word(view, delta->clause, delta->from,
                                         "还要 还将 再减 再增 再压 再降 再提 将再 拟再 力争 明年 下一步") != SIZE_MAX;
}

/* 由3260件增至3586件，净增326件，增长11%: the value that `amount` is told to come from; NULL when none is. */
static const gm_mention *value_from(const gm_links *links, const gm_mention *amount) {
  const gm_mention *from = amount && amount > links->items ? amount - 1 : NULL;
  return from && amount->figure->roles & GM_ROLE_TO && from->figure->roles & GM_ROLE_FROM &&
                 gm_same_sentence(from, amount) && gm_comparable(from->figure, amount->figure) &&
                 from->figure->value.digits > 0
             ? from
             : NULL;
}

/* Where a change's clause tells what has changed, behind its comparison: 起数, 亡人; its end is the verb. */
static size_t subject_of(const gm_view *view, const gm_mention *m, size_t *verb) {
  if (!gm_change_verb(view, m->from, verb)) *verb = m->from;
  return m->clause + gm_words_at(view, m->clause, "同比 环比 比上年 较上年 比去年 较去年 比上年同期 较上年同期");
}

/* 起数下降10.2%，亡人减少2人: does each of the two clauses tell of a thing of its own? */
static bool tell_two_things(const gm_view *view, const gm_mention *percent, const gm_mention *delta) {
  size_t verb, other_verb, from = subject_of(view, percent, &verb), other = subject_of(view, delta, &other_verb);
  return percent->clause != delta->clause && verb >= from + 2 && other_verb >= other + 2 &&
         !gm_words_at(view, from, "比 较 与") && !gm_words_at(view, other, "比 较 与") &&
         !gm_share_pair(view, from, verb, other, other_verb);
}

#define MEASURES "规模 总量 数量 总额 总数 总值 幅度 产量 产值 同比 环比"

/* 项目248个、比上年增加36个，制造业投资增长13.3%: does the rate's clause name a thing that neither the amount nor the
 * change is told of? */
static bool has_own_subject(const gm_view *view, const gm_mention *percent, const gm_mention *delta,
                            const gm_mention *amount) {
  size_t verb, from = subject_of(view, percent, &verb);
  return amount && amount < delta && delta < percent && percent->clause == delta->to + 1u && verb >= from + 4 &&
         !gm_words_at(view, from, "比 较 与") && !gm_words_before(view, verb, MEASURES) &&
         gm_find_run(view, amount->clause, delta->to, verb - 2, 2) == SIZE_MAX;
}

/* Reports the rate that the change and the amount do not give: the amount before the change when `past`, the one after
 * it when not. A rate that is off by its last digit is a hint. */
static void report_rate(gm_line_check *check, const gm_mention *percent, const gm_mention *delta,
                        const gm_mention *amount, int way, bool past) {
  const gm_view *view = check->view;
  const bool english = check->language == GM_ENGLISH;
  gm_decimal base = amount->figure->value, computed;
  if (!(past      ? true
        : way < 0 ? gm_decimal_add(amount->figure->value, delta->figure->value, &base)
                  : gm_decimal_subtract(amount->figure->value, delta->figure->value, &base)) ||
      base.digits <= 0 || !gm_percent_of(delta->figure->value, base, percent->figure->value.scale, &computed))
    return;
  bool last_digit =
      gm_ratio_fits(delta->figure->interval, gm_interval_exact(base), gm_percent_interval(percent->figure, 3));
  if (last_digit && !check->hints) return;
  gm_report_mention(check, percent);
  if (last_digit)
    gm_lower(check->out, GM_SEVERITY_HINT);
  else if (!gm_same_sentence(amount, delta) || !gm_is_exact(percent->figure) || !gm_is_exact(delta->figure) ||
           !gm_is_exact(amount->figure))
    gm_lower(check->out, GM_SEVERITY_WARNING);
  if (past)
    gm_say(check->out, check->language, "%s÷%s=%s%%，文中为%s", "%s / %s = %s%%, the text says %s",
           gm_quote_mention(view, delta).text, gm_quote_mention(view, amount).text, gm_quote_decimal(computed).text,
           gm_quote_mention(view, percent).text);
  else
    gm_say(check->out, check->language, "%s%s后为%s，即变动%s%%，文中为%s",
           "%s %s to %s is a change of %s%%, the text says %s",
           way < 0 ? (english ? "down" : "减少") : (english ? "up" : "增加"), gm_quote_mention(view, delta).text,
           gm_quote_mention(view, amount).text, gm_quote_decimal(computed).text, gm_quote_mention(view, percent).text);
  gm_offer_value(check, percent, computed);
  if (past)
    gm_relate_mention(check, amount, "变动前的数", "the amount before the change");
  else
    gm_relate_mention(check, amount, "变动后的数", "the amount after the change");
  gm_relate_mention(check, delta, "变动量", "the change");
}

#define FORMER_YEAR "去年 上年 前年"
#define THIS_YEAR   "今年 本年 当年 现在 目前"

/* 去年998人，每人420元，今年…标准提高30元: is the amount told of the year before, and the change of this one? */
static bool year_turns(const gm_view *view, const gm_mention *amount, const gm_mention *first) {
  size_t start = gm_sentence_start(view, amount->from);
  return first > amount && gm_find_word(view, amount->to, first->from, THIS_YEAR) != SIZE_MAX &&
         gm_find_word(view, start, amount->from, FORMER_YEAR) == start &&
         gm_find_word(view, start, amount->from, THIS_YEAR) == SIZE_MAX;
}

/* 清查前账面资产16.58亿元, 改造前42公里: does a verb with 前 open the amount's clause? */
static bool told_before(const gm_view *view, const gm_mention *amount) {
  size_t at = amount->clause + 2;
  return at < amount->from && gm_one_of(view, at, "前") && !gm_one_before(view, at, "目当日年月天周期以此") &&
         !gm_number_at(view, at + 1) && (view->cls[at - 1] & view->cls[at - 2] & GM_HAN);
}

/* 分别比上年的79240人次、12228人次增长3.2%和9.4%: does the rate open or go on with a row of rates, one for each? */
static bool is_in_row(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *next = rate + 1;
  return (index + 1 < links->count && next->figure->kind == GM_FIGURE_PERCENT && next->from == rate->to + 1u &&
          gm_one_of(view, rate->to, "和、与及")) ||
         (rate[-1].figure->kind == GM_FIGURE_PERCENT && rate->from == rate[-1].to + 1u &&
          gm_one_of(view, rate[-1].to, "和、与及"));
}

static void check_pair(gm_line_check *check, const gm_links *links, unsigned d, unsigned p) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[d], *percent = &links->items[p];
  /* A change that is wrong by itself is AR-03's. */
  if (gm_is_told(check, delta) || gm_is_told(check, percent) || compares_things(view, delta)) return;
  if (d < p && is_in_row(links, p)) return; /* 站点增加30个，车辆增加420辆，增长25.0%和16.2% */
  if (is_of_another_time(view, delta, percent) || tell_two_things(view, percent, delta) ||
      gm_other_basis(view, delta, percent))
    return;
  bool down = goes_down(view, delta);
  if (down != goes_down(view, percent)) return;
  unsigned first = d < p ? d : p;
  const gm_mention *amount = changed_amount(links, first, delta->figure);
  if (!amount) amount = amount_by_name(links, d);
  if (has_own_subject(view, percent, delta, amount)) return;
  if (p == d + 2) amount = delta + 1;
  /* 与2010年的662429人相比: what is compared with is the earlier value. */
  bool past =
      amount &&
      (gm_find_word(view, amount->clause, amount->from,
                    "上年 去年 前年 上月 上届 上次 上期 上季 上一 首届 往年 此前 同期 原 年初 与 比 较") != SIZE_MAX ||
       gm_find_word(view, amount->to,
                    gm_view_next_before(view, amount->to, links->items[first].from, GM_PAUSE | GM_STOP),
                    "相比 相较 比较") != SIZE_MAX ||
       year_turns(view, amount, &links->items[first]) || told_before(view, amount));
  const gm_mention *from = value_from(links, amount);
  gm_interval size;
  if (from) {
    /* 学生由1260人增加到1386人，教师增加18人，增长9.6%: of another thing */
    if (!gm_change_size((gm_change){from, amount}, &size) || !gm_interval_touch(size, delta->figure->interval)) return;
    amount = from;
    past = true;
  }
  /* 今年计划比上年增加31名: the amount told before may be the earlier one. */
  bool planned = gm_find_word(view, delta->clause, delta->from, "计划 预计 拟 将 明年") != SIZE_MAX;
  gm_interval printed = gm_percent_interval(percent->figure, 1);
  if (from ? gm_ratio_fits(delta->figure->interval, from->figure->interval, printed)
           : some_base_fits(links, links->count, delta, past || planned ? NULL : amount, printed, down) &&
                 (past || planned || !is_swapped_rise(links, amount, delta, percent, printed, down)))
    return;
  if (!amount || gm_disclaimed(view)) return;
  if (!gm_at_constant_prices(links, amount < delta ? amount : delta, percent))
    report_rate(check, percent, delta, amount, down ? -1 : 1, past);
}

void gm_report_change_rate(gm_line_check *check, const gm_mention *rate, const gm_mention *delta,
                           const gm_mention *after, int way) {
  report_rate(check, rate, delta, after, way, false);
}

/* 学生由1260人增加到1386人，教师增加18人，增长9.6%: is the rate of the change told right before it, which is not that
 * of the two values, `size`? */
static bool is_of_another_change(const gm_links *links, unsigned index, gm_change change, gm_interval size) {
  const gm_mention *rate = &links->items[index], *delta = rate - 1;
  return delta > change.before && delta > change.after && gm_same_sentence(delta, rate) &&
         gm_is_amount(delta->figure) && gm_comparable(delta->figure, change.after->figure) &&
         is_change(links->view, delta) && !gm_interval_touch(size, delta->figure->interval);
}

#define FINE_RATE 1 /* digits behind the point with which a rate fits no two amounts by chance */

/* 由37元降至34元，增长8.1%: does the rate follow both ends of the change at once, and tell of no gain that lies in the
 * fall itself (用时由37分钟缩短至34分钟，提高8.1%)? A rate that the two give the other way round as well is of those.
 */
static bool follows_ends(const gm_links *links, gm_change change, const gm_mention *rate) {
  const gm_view *view = links->view;
  const gm_mention *from = change.before, *to = change.after;
  const bool rose = gm_change_rose(change);
  const gm_interval printed = gm_percent_interval(rate->figure, 1);
  gm_decimal size;
  if (rate - 1 != to || rate->clause != to->to + 1u || from->clause != to->clause ||
      gm_find_word(view, from->clause, from->from, "由 从") == SIZE_MAX || !(to->figure->roles & GM_ROLE_TO) ||
      !gm_is_exact(from->figure) || !gm_is_exact(to->figure) ||
      !gm_words_before(view, rate->from, rose ? "下降 减少 回落" : "增长 增加 上升 上涨") ||
      !gm_decimal_subtract(to->figure->value, from->figure->value, &size))
    return false;
  if (!rose) size.digits = -size.digits;
  return gm_ratio_fits(gm_interval_exact(size), gm_interval_exact(from->figure->value), printed) &&
         !gm_ratio_fits(gm_interval_exact(size), gm_interval_exact(to->figure->value), printed);
}

/* 41.36万人次，日均7520人次，较37.6万人次增长10%: does another amount before the rate go its way from `than`? */
static bool other_goes_its_way(const gm_links *links, gm_change change, const gm_mention *rate) {
  const gm_mention *than = change.before;
  gm_interval size;
  for (const gm_mention *m = links->items; m < rate; m++) {
    const gm_change other = {than, m};
    if (m != than && m != change.after && gm_is_amount(m->figure) && gm_comparable(m->figure, than->figure) &&
        gm_change_rose(other) != gm_change_rose(change) && gm_change_size(other, &size) &&
        gm_ratio_fits(size, than->figure->interval, gm_percent_interval(rate->figure, 1)))
      return true;
  }
  return (change.after->figure->roles ^ than->figure->roles) & GM_ROLE_EACH;
}

/* 6.5万人次，较高峰的7.3万人次减少11%: does the rate stand right behind what the amount before it is compared with? */
static bool compares_at_once(const gm_line_check *check, gm_change change, const gm_mention *rate) {
  const gm_view *view = check->view;
  const gm_mention *than = change.before, *now = change.after;
  size_t verb;
  return rate - 1 == than && than->clause == now->to + 1u && rate->clause == than->clause &&
         gm_words_at(view, than->clause, "比 较") && gm_change_verb(view, rate->from, &verb) && verb == than->to &&
         gm_is_exact(than->figure) && gm_is_exact(now->figure) && gm_is_exact(rate->figure) &&
         gm_find_word(view, gm_sentence_start(view, now->from), now->from, "亏 赤字 逆差 负 排名 用时") == SIZE_MAX &&
         !other_goes_its_way(check->links, change, rate);
}

/* Reports a rate that goes the other way than its two amounts; relates one of what it rests on. */
static void report_opposite(gm_line_check *check, gm_change change, const gm_mention *rate, const gm_mention *other,
                            const char *zh, const char *en) {
  const gm_view *view = check->view;
  bool rose = gm_change_rose(change);
  gm_report_mention(check, rate);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, rose ? "由%s到%s是增加，文中说下降" : "由%s到%s是减少，文中说上升",
         rose ? "from %s to %s is more, the text says less" : "from %s to %s is less, the text says more",
         gm_quote_mention(view, change.before).text, gm_quote_mention(view, change.after).text);
  gm_relate_mention(check, other, zh, en);
}

/* 142.4亿元，比上年的131.8亿元增加10.5亿元，下降8.0%: the rate is that of the change, which went the other way. */
static void report_way(gm_line_check *check, gm_change change, gm_interval size, const gm_mention *rate) {
  const gm_view *view = check->view;
  const gm_mention *delta = rate - 1;
  bool rose = gm_change_rose(change);
  size_t verb;
  bool at_once = compares_at_once(check, change, rate);
  if (at_once && !gm_is_told(check, rate) && !gm_is_told(check, change.after) && !gm_is_told(check, change.before)) {
    report_opposite(check, change, rate, change.before, "变动前", "before");
    return;
  }
  if (delta <= check->links->items || rate->figure->value.scale < FINE_RATE || !gm_same_sentence(delta, rate) ||
      !gm_ratio_fits(size, change.before->figure->interval, gm_percent_interval(rate->figure, 1)) ||
      gm_is_told(check, rate) || gm_disclaimed(view))
    return;
  bool ends = follows_ends(check->links, change, rate);
  if (!ends && (rate->clause != delta->to + 1u || !gm_is_amount(delta->figure) ||
                gm_change_verb(view, delta->from, &verb) != (rose ? 1 : -1) ||
                !gm_interval_touch(delta->figure->interval, size)))
    return;
  if (ends)
    report_opposite(check, change, rate, change.after, "变动后", "after");
  else
    report_opposite(check, change, rate, delta, "变动量", "the change");
}

#define TURNED_LEAST 5 /* units of the rate's last digit by which the two rates differ */

/* 由38微克降到34微克，下降11.8%: does the change give the rate, to its last digit, of the later value, and another one
 * of the earlier? What rounding of so short numbers allows is not what was reckoned. */
static bool is_of_later_value(gm_change change, const gm_mention *rate) {
  const gm_decimal from = change.before->figure->value, to = change.after->figure->value;
  gm_decimal size, right, turned, off;
  if (rate->figure->value.scale < FINE_RATE || !gm_is_exact(change.before->figure) ||
      !gm_is_exact(change.after->figure) || !gm_is_exact(rate->figure) || to.digits <= 0 ||
      !gm_decimal_subtract(to, from, &size))
    return false;
  if (size.digits < 0) size.digits = -size.digits;
  if (!gm_percent_of(size, to, rate->figure->value.scale, &turned) ||
      !gm_percent_of(size, from, rate->figure->value.scale, &right) ||
      gm_decimal_compare(turned, rate->figure->value) || !gm_decimal_subtract(right, turned, &off))
    return false;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, (gm_decimal){TURNED_LEAST, rate->figure->value.scale}) >= 0;
}

/* 126件，同比下降10%（上年140件）, told as 216件: the rate is of the two values when they do not give it, or go the
 * other way. */
static void check_turned(gm_line_check *check, const gm_links *links, unsigned index, gm_change change,
                         gm_interval size) {
  const gm_mention *rate = &links->items[index], *first = change.before < change.after ? change.before : change.after;
  size_t verb;
  int way = gm_change_verb(check->view, rate->from, &verb);
  if (way && !is_of_another_change(links, index, change, size) && !gm_at_constant_prices(links, first, rate))
    gm_report_turned_change(check, change, rate, way > 0);
}

/* 由2.5亿元增长到3.2亿元，增长28%: the rate against the two values. */
static void check_rate(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *rate = &links->items[index];
  gm_change change;
  gm_interval size;
  if (rate->figure->roles & GM_ROLE_PAREN || is_periodic(view, rate) || !gm_change_of(links, index, &change)) return;
  if (is_in_row(links, index)) return;
  if (change.before->figure->kind == GM_FIGURE_PERCENT || change.before->figure->value.digits <= 0) return;
  size_t verb;
  bool up = gm_change_verb(view, rate->from, &verb) > 0;
  if (!gm_change_size(change, &size)) return;
  gm_interval base = change.before->figure->interval;
  if (gm_change_rose(change) != up) {
    report_way(check, change, size, rate);
    check_turned(check, links, index, change, size);
    return;
  }
  bool fits = gm_ratio_fits(size, base, gm_percent_interval(rate->figure, 1)),
       later = fits && is_of_later_value(change, rate);
  if (fits && !later) {
    gm_agree(check, change.before, change.after, rate);
    return;
  }
  gm_decimal difference, computed;
  const gm_mention *more = up ? change.after : change.before, *less = up ? change.before : change.after;
  if (gm_disclaimed(view) ||
      gm_at_constant_prices(links, change.before < change.after ? change.before : change.after, rate) ||
      (!later && gm_some_rate_fits(links, index, change) && !gm_tells_last_step(links, index, change)) ||
      is_of_another_change(links, index, change, size) ||
      !gm_decimal_subtract(more->figure->value, less->figure->value, &difference) ||
      !gm_percent_of(difference, change.before->figure->value, rate->figure->value.scale, &computed)) {
    check_turned(check, links, index, change, size);
    return;
  }
  bool last_digit = !later && gm_ratio_fits(size, base, gm_percent_interval(rate->figure, 3)) &&
                    gm_is_last_digit(rate->figure, computed, size, base);
  if (last_digit && !check->hints) return;
  gm_report_mention(check, rate);
  if (last_digit)
    gm_lower(check->out, GM_SEVERITY_HINT);
  else if (later || !gm_is_exact(rate->figure) || !gm_is_exact(more->figure) || !gm_is_exact(less->figure))
    gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "由%s到%s，变动%s%%，文中为%s",
         "from %s to %s is a change of %s%%, the text says %s", gm_quote_mention(view, change.before).text,
         gm_quote_mention(view, change.after).text, gm_quote_decimal(computed).text, gm_quote_mention(view, rate).text);
  gm_offer_value(check, rate, computed);
  gm_relate_mention(check, change.before, "变动前", "before");
  gm_relate_mention(check, change.after, "变动后", "after");
}

/* The words for the time that a level is told of: 恢复到2019年同期的113.8%. */
#define SAME_TIME "同期的 同期水平的 水平的 的"
#define LEVELS    "恢复到 恢复至 恢复到了 相当于 达到 是 为 仅为 仅相当于"

/* 今年182万人次，2019年为160万人次，恢复到2019年的113.8%: a level of the amount of the year that is named. */
static void check_level(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *level = &links->items[index], *year = level - 1, *before = NULL, *after = NULL;
  if (index < 3 || year->figure->kind != GM_FIGURE_YEAR || !gm_same_sentence(year, level) ||
      year->to + gm_words_before(view, level->from, SAME_TIME) != level->from || level->from == year->to ||
      gm_words_before(view, year->from, LEVELS) != year->from - level->clause || !gm_is_exact(level->figure))
    return;
  for (unsigned i = index - 1; i-- > 0 && gm_same_sentence(&links->items[i], level);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || gm_is_delta(m->figure)) continue;
    bool then = i && m[-1].figure->kind == GM_FIGURE_YEAR && m[-1].figure->date.year == year->figure->date.year &&
                m[-1].from >= m->clause;
    const gm_mention **slot = then ? &before : &after;
    if (*slot) return; /* which one is meant is unclear */
    *slot = m;
  }
  gm_decimal computed;
  if (!before || !after || !gm_comparable(before->figure, after->figure) || before->figure->value.digits <= 0) return;
  gm_interval now = after->figure->interval, then = before->figure->interval;
  if (gm_ratio_fits(now, then, gm_percent_interval(level->figure, 1))) {
    gm_agree(check, before, after, level);
    return;
  }
  if (gm_disclaimed(view) || gm_at_constant_prices(links, before < after ? before : after, level) ||
      gm_is_told(check, level) ||
      !gm_percent_of(after->figure->value, before->figure->value, level->figure->value.scale, &computed) ||
      gm_is_last_digit(level->figure, computed, now, then))
    return;
  gm_report_share(check, level, after, before, computed);
}

/* An amount, its change and the rate of it, the last two neighbours in either order. */
void gm_check_change_rate(gm_line_check *check) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++) {
    const gm_mention *a = &links->items[i - 1], *b = &links->items[i];
    if (!gm_same_sentence(a, b)) continue;
    if (b->figure->kind == GM_FIGURE_PERCENT) {
      check_rate(check, links, i);
      if (i > 1) gm_check_contrary(check, links, i);
      gm_check_rate_of_delta(check, links, i);
      if (gm_one_before(view, b->from, "的")) check_level(check, links, i);
    }
    if (b->figure->kind == GM_FIGURE_FRACTION || b->figure->kind == GM_FIGURE_PERCENT) {
      gm_check_fraction_of_change(check, links, i);
      gm_check_compared(check, links, i);
    }
    size_t told;
    if (i > 1 && b->figure->kind == GM_FIGURE_PERCENT && has_total_between(links, i - 2, i) &&
        is_change(view, &links->items[i - 2]) && gm_change_verb(view, b->from, &told)) {
      check_pair(check, links, i - 2, i);
      continue;
    }
    bool delta_first = can_grow(a->figure) && b->figure->kind == GM_FIGURE_PERCENT;
    bool percent_first = can_grow(b->figure) && a->figure->kind == GM_FIGURE_PERCENT;
    if (!delta_first && !percent_first) continue;
    if (!is_change(view, a) || !is_change(view, b)) continue;
    /* The second clause must not bring a subject of its own. */
    size_t gap = gm_find_word(view, a->to, b->from, "； 率 面 占 其中 快 慢 增速比 增速较 增幅比 增幅较");
    if (gap != SIZE_MAX || b->from - a->to > 8) continue;
    if (a->figure->kind == GM_FIGURE_DURATION && (!gm_change_verb(view, b->from, &told) || told != a->to + 1u))
      continue;
    /* Percent before the change and another change right behind: leave the pairing to the reader. */
    if (percent_first && i + 1 < links->count && gm_same_sentence(b, &links->items[i + 1]) &&
        links->items[i + 1].figure->kind == GM_FIGURE_PERCENT && is_change(view, &links->items[i + 1]) && i > 1 &&
        gm_is_amount(links->items[i - 2].figure) && is_change(view, &links->items[i - 2]))
      continue;
    check_pair(check, links, delta_first ? i - 1 : i, delta_first ? i : i - 1);
  }
  gm_links with;
  gm_figure half;
  unsigned of_half = gm_add_halves(links, &with, &half);
  if (of_half) gm_check_fraction_of_change(check, &with, of_half);
  gm_check_period_rates(check);
  gm_check_rows_of_changes(check);
  gm_check_yearly_rates(check);
  gm_check_rates_in_periods(check, links);
}
