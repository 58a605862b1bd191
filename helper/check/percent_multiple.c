/* PCT-07: multiples, and what rises “to” a percentage. */
#include "check/change.h"
#include "check/families.h"

#define AMOUNT_NOUNS                                                                                                                                              \
  "产量 日产量 年产量 产值 销量 销售额 收入 利润 总量 总额 人数 数量 客流量 交易额 贸易额 投资额 面积 客流 营业额 " \
  "存款 储蓄 余额 产能 收成 库存 订单 发电量 用水量 用电量 用户数 订单量 能耗 单耗 电耗 水耗 物耗 煤耗 油耗 成本 "   \
  "费用 "                                                                                                                                                       \
  "开支 支出 用量 耗电量 耗水量 排放量 排放 消耗 消耗量 损耗 电费 水费 用工 用工量 工时 时间 时长 用时 周期 单产 "   \
  "亩产 "                                                                                                                                                       \
  "工效 效益 投诉量 发案数 案件数 事故数 发病数 信访量 工作量"
#define COUNTED_NOUNS                                                                                                                                                \
  "办件量 办理量 受理量 接待量 借阅量 流通量 吞吐量 处理量 处置量 办结量 播放量 阅读量 点击量 浏览量 下载量 访问量 " \
  "业务量 "                                                                                                                                                       \
  "门诊量 诊疗量 就诊量 手术量 检测量 成交量 交易量 出货量 订货量 进货量 发行量 销售量 采购量 投递量 派送量 快递量 " \
  "包裹量 "                                                                                                                                                       \
  "车流量 人流量 客运量 货运量 运输量 运量 通行量 清运量 收运量 收购量 屠宰量 捕捞量 到货量 存栏量 出栏量 保有量 "    \
  "用气量 "                                                                                                                                                       \
  "出口量 进口量 进出口额 出口额 进口额 贷款余额 成交额 零售额 产出额 纳税额 捐款额 分红额 返修件数 件数 户数 "        \
  "次数 "                                                                                                                                                          \
  "人次 场次 天数 工资 房价 价格"
/* 产量提高到15%～20%: an amount does not rise to a percentage. */
static void check_rise_to(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  const gm_view *view = check->view;
  size_t verb = gm_words_before(
      view, m->from,
      "提高到 增加到 上升到 增长到 提升到 下降到 减少到 降低到 扩大到 提高至 增加至 上升至 "
      "增长至 提升至 增至 升至 升到 涨到 下降至 减少至 降低至 扩大至 缩短到 缩短至 压缩到 压缩至 压减到 压减至");
  if (!verb) return;
  size_t name = m->from - verb;
  name -= gm_words_before(view, name, "都 均 也 已 普遍 全部 平均 已经"); /* 单产都提高到 */
  size_t said = name;                                                     /* 客流量同比增长到15% */
  name -= gm_words_before(view, name,
                          "同比 环比 比去年 比上年 较去年 较上年 比去年同期 比上年同期 较上年同期 较去年同期 比上月 "
                          "较上月 比过去 较过去 比原来 较原来 比以前 较以前 比往年 较往年");
  bool compared = name < said;
  size_t noun = gm_words_before(view, name, AMOUNT_NOUNS);
  if (!noun && compared) noun = gm_words_before(view, name, "效率 效益 效能 速度 工效 强度 力度");
  if (!noun && gm_words_before(view, name, "水量 电量 粮量 油量 气量 总产量 单产 亩产")) noun = 2; /* 日产水量 */
  if (!noun) noun = gm_words_before(view, name, COUNTED_NOUNS);
  if (noun && name > noun && gm_one_before(view, name - noun, "含蓄储池余")) return; /* 含水量, 电池电量 */
  const gm_mention *from = index ? m - 1 : NULL;                                     /* 由300公斤提升到20% */
  if (!noun && from && from->figure->roles & GM_ROLE_FROM &&
      (gm_is_amount(from->figure) || from->figure->kind == GM_FIGURE_DURATION) && from->to == m->from - verb) {
    noun = from->to - from->from;
    name = from->to;
  }
  if (!noun) return;
  if (gm_one_of(view, m->to, "的以") || (!compared && gm_words_at(view, m->to, "左右"))) return;
  size_t end = m->to; /* 百分之二十至百分之二十五 */
  if (index + 1 < links->count && m[1].figure->kind == GM_FIGURE_PERCENT && m[1].from == m->to + 1u &&
      gm_one_of(view, m->to, "至到—～"))
    end = m[1].to;
  gm_report_line(check, m->from - verb, end);
  gm_say(check->out, check->language, "“%s”是数量，不能“%s”，应为“……了”或写明基数",
         "“%s” is an amount and cannot be “%s”: it rises by a percentage", gm_quote_line(view, name - noun, name).text,
         gm_quote_line(view, m->from - verb, end).text);
}

#define ROUGHLY "多 以上 有余 左右 半" /* behind a multiple: 两倍多, 一番半 */

#define DOUBLINGS     "番"
#define DOUBLINGS_MAX 20 /* a million times as many */

#define SHORT_OF 85 /* hundredths of a round number that 不到 may stand before: a multiple of it is farther off */

/* What an amount can be in a comparison by multiples, which is rough itself: what is printed; 一万多 is said of little
 * more than ten thousand, 不到五百 of four hundred and forty. */
static gm_interval told_as(const gm_figure *f) {
  gm_interval i = gm_is_exact(f) ? gm_interval_exact(f->value) : f->interval;
  gm_decimal most, least;
  if (f->approx == GM_APPROX_MORE && gm_decimal_multiply(f->value, (gm_decimal){13, 1}, &most) &&
      gm_decimal_compare(most, i.high) < 0)
    i.high = most;
  if (f->approx == GM_APPROX_NEAR && gm_decimal_multiply(f->value, (gm_decimal){SHORT_OF, 2}, &least) &&
      gm_decimal_compare(least, i.low) < 0)
    i.low = least;
  return i;
}

/* Can after / before be `times`? Of amounts that are exact half a unit of its last digit either way, as multiples are
 * rough; of rough ones only as they are. True when it cannot be computed. */
static bool times_fit(gm_interval before, gm_interval after, gm_decimal times) {
  bool rough = gm_decimal_compare(before.low, before.high) || gm_decimal_compare(after.low, after.high);
  gm_decimal half = {rough ? 0 : 5, times.scale + 1}, low, high, least, most;
  if (!gm_decimal_subtract(times, half, &low) || !gm_decimal_add(times, half, &high) ||
      !gm_decimal_multiply(before.low, low, &least) || !gm_decimal_multiply(before.high, high, &most))
    return true;
  return gm_decimal_compare(after.high, least) >= 0 && gm_decimal_compare(after.low, most) <= 0;
}

#define DOUBLED_SHORT 9  /* tenths of a doubling that are called one */
#define DOUBLED_OVER  13 /* tenths: more is said to be 翻一番多 */

/* 翻一番 is said of what comes near twice as much, and of a little more. */
static bool doubling_fits(gm_interval before, gm_interval after, gm_decimal times) {
  gm_decimal least, most;
  if (!gm_decimal_multiply(times, (gm_decimal){DOUBLED_SHORT, 1}, &least) ||
      !gm_decimal_multiply(times, (gm_decimal){DOUBLED_OVER, 1}, &most) ||
      !gm_decimal_multiply(before.low, least, &least) || !gm_decimal_multiply(before.high, most, &most))
    return true;
  return gm_decimal_compare(after.high, least) >= 0 && gm_decimal_compare(after.low, most) <= 0;
}

static void report(gm_line_check *check, gm_change change, const gm_mention *m, size_t from, gm_decimal should,
                   const char *zh, const char *en) {
  const gm_view *view = check->view;
  if (gm_disclaimed(view)) return;
  gm_report_line(check, from, m->to);
  gm_say(check->out, check->language, zh, en, gm_quote_mention(view, change.after).text,
         gm_quote_mention(view, change.before).text, gm_quote_decimal(should).text,
         gm_quote_line(view, from, m->to).text);
  gm_relate_mention(check, change.before, "原来的数", "the earlier amount");
  gm_relate_mention(check, change.after, "后来的数", "the later amount");
}

/* after / before, to one digit behind the point, less `less`. */
static bool times_of(gm_change change, int64_t less, gm_decimal *out) {
  gm_decimal quotient;
  return gm_decimal_divide(change.after->figure->value, change.before->figure->value, 1, &quotient) &&
         gm_decimal_subtract(gm_decimal_trim(quotient), gm_decimal_of(less), out);
}

#define NEARLY 8 /* tenths of a whole number that 近 stands before */

/* 近四倍 is said of less than four times more, and not of three. */
static bool nearly_fits(gm_interval before, gm_interval after, gm_decimal times) {
  gm_decimal least, most, part;
  if (!gm_decimal_subtract(times, gm_decimal_of(1), &part) ||
      !gm_decimal_multiply(part, (gm_decimal){NEARLY, 1}, &part) || !gm_decimal_add(part, gm_decimal_of(1), &part) ||
      !gm_decimal_multiply(before.low, part, &least) || !gm_decimal_multiply(before.high, times, &most))
    return true;
  return gm_decimal_compare(after.high, least) >= 0 && gm_decimal_compare(after.low, most) <= 0;
}

/* 1800吨，比上年的1600吨增长12.5%，比2020年的900吨翻了一番: does another amount of the sentence fit? */
static bool another_fits(const gm_links *links, const gm_mention *m, const gm_mention *before, gm_decimal times,
                         bool doubling) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *x = &links->items[i];
    if (x == before || !gm_same_sentence(x, m) || !gm_is_amount(x->figure) ||
        !gm_comparable(x->figure, before->figure) || gm_decimal_compare(x->figure->value, before->figure->value) <= 0)
      continue;
    gm_interval low = told_as(before->figure), high = told_as(x->figure);
    if (doubling ? doubling_fits(low, high, times) : times_fit(low, high, times)) return true;
  }
  return false;
}

void gm_judge_multiple(gm_line_check *check, const gm_links *links, gm_change change, const gm_mention *m,
                       size_t verb) {
  bool doubling = gm_one_of(check->view, m->to - 1, DOUBLINGS), near = m->figure->approx == GM_APPROX_NEAR;
  gm_interval before = told_as(change.before->figure), after = told_as(change.after->figure);
  gm_decimal times = m->figure->value, should;
  if (doubling) {
    if (near || times.scale || times.digits < 1 || times.digits > DOUBLINGS_MAX) return;
    times = gm_decimal_of(INT64_C(1) << times.digits);
  } else if (!gm_decimal_add(times, gm_decimal_of(1), &times)) {
    return;
  }
  if (doubling ? doubling_fits(before, after, times)
      : near   ? nearly_fits(before, after, times)
               : times_fit(before, after, times)) {
    gm_agree(check, change.before, change.after, m);
    return;
  }
  if (another_fits(links, m, change.before, times, doubling) || !times_of(change, !doubling, &should) ||
      should.digits <= 0)
    return;
  if (doubling)
    report(check, change, m, verb, should, "%s是%s的%s倍，不是“%s”", "%s is %s times %s, not “%s”");
  else
    report(check, change, m, verb, should, "%s比%s多%s倍，文中为“%s”",
           "%s is %s and %s times that more, the text says “%s”");
}

/* 由300户到600户，增加了2倍. */
static void check_multiple(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index];
  gm_change change;
  bool near = m->figure->approx == GM_APPROX_NEAR; /* 增长近四倍 */
  size_t verb;
  if ((!near && !gm_is_exact(m->figure)) || gm_words_at(view, m->to, ROUGHLY) || !gm_change_of(links, index, &change) ||
      change.before->figure->value.digits <= 0 || !gm_change_rose(change) || gm_change_verb(view, m->from, &verb) < 0)
    return;
  gm_judge_multiple(check, links, change, m, verb);
}

/* Is the later value the told multiple of the earlier one? */
void gm_judge_times(gm_line_check *check, const gm_mention *before, const gm_mention *after, const gm_mention *m) {
  gm_change change = {before, after};
  gm_decimal should;
  if (times_fit(told_as(before->figure), told_as(after->figure), m->figure->value)) {
    gm_agree(check, before, after, m);
    return;
  }
  if (!times_of(change, 0, &should)) return;
  report(check, change, m, m->from, should, "%s是%s的%s倍，文中为“%s”", "%s is to %s as %s to 1, the text says “%s”");
}

/* 1200件是去年400件的3倍. */
static void check_times(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index], *before = m - 1;
  if (!gm_one_before(view, m->from, "的") || before->to + 1u != m->from || !gm_is_exact(m->figure) ||
      gm_words_at(view, m->to, ROUGHLY))
    return;
  unsigned i = index - 1;
  while (i-- > 0 && gm_same_sentence(&links->items[i], m) &&
         (links->items[i].figure->kind == GM_FIGURE_YEAR ||
          (links->items[i].figure->kind == GM_FIGURE_DURATION && gm_one_of(view, links->items[i].to, "前"))))
    continue; /* 是三年前1.6万头的5倍 */
  if (i >= index) return;
  const gm_mention *after = &links->items[i];
  if (!gm_same_sentence(after, m) || !gm_is_amount(after->figure) || !gm_is_amount(before->figure) ||
      !gm_comparable(after->figure, before->figure) || before->figure->value.digits <= 0)
    return;
  if (!gm_words_at(view, after->to, "是 ，是 为 相当于 ，相当于 ，为")) return;
  gm_judge_times(check, before, after, m);
}

/* Do the words [from, to) before 是原来的 name the amounts or nothing: 户数 of 156户, 规模, a word of their own clause?
 */
static bool names_amount(const gm_view *view, size_t from, size_t to, const gm_mention *before,
                         const gm_mention *after) {
  if (from == to || gm_words_at(view, from, "数量 总数 总量 总数量 规模 总规模") == to - from) return true;
  size_t unit = gm_view_find(view, after->figure->unit_start);
  if (to - from == 2 && gm_one_before(view, to, "数") && view->cp[from] == view->cp[unit] && after->to == unit + 1)
    return true;
  return to - from <= 6 && gm_share_pair(view, from, to, before->clause, before->from);
}

#define EARLIER                                                                                                                                                    \
  "原来 过去 以前 去年 上年 首届 上届 最初 当初 年初 同期 前年 首年 首期 第一年 头一年 头年 此前 之初 初期 初 前 时 " \
  "之前 当年 那年 阶段 伊始"
#define EARLIER_CHARS 10u /* from 是 to 的: 是合作社成立之初的 */

/* 是原来的, 是建馆初期的 before `at`: its characters, 0 when there is no such. */
static size_t of_earlier(const gm_view *view, size_t at) {
  if (!gm_one_before(view, at, "的") || !gm_words_before(view, at - 1, EARLIER)) return 0;
  for (size_t i = at - 1; i-- > 0 && at - i <= EARLIER_CHARS && view->cls[i] & GM_HAN;) {
    if (gm_one_of(view, i, "是为")) return at - i;
    if (gm_words_at(view, i, "相当于 达到")) return at - i;
  }
  return 0;
}

/* 由600个增加到1800个，是原来的2倍: as many times the earlier value. */
static void check_times_earlier(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index];
  size_t verb, word = of_earlier(view, m->from);
  if (!word || !gm_is_exact(m->figure) || index < 2 || gm_words_at(view, m->to, ROUGHLY)) return;
  const gm_mention *after = m - 1;
  if (index > 2 && gm_change_verb(view, after->from, &verb) && gm_comparable(after->figure, after[-1].figure) &&
      after->clause == after[-1].to + 1u && gm_is_amount(after->figure))
    after--; /* …，净增144户，是原来的… */
  const gm_mention *before = after - 1;
  /* 由2019年的4120元增加到2024年的18360元 */
  if (before > links->items && before->figure->kind == GM_FIGURE_YEAR && before->clause == after->clause) before--;
  if (m[-1].to + 1u != m->clause || !names_amount(view, m->clause, m->from - word, before, after) ||
      !gm_same_sentence(before, m) || !gm_is_amount(before->figure) || !gm_is_amount(after->figure) ||
      !gm_comparable(before->figure, after->figure) || before->figure->value.digits <= 0)
    return;
  size_t label = before->clause;
  if (gm_find_word(view, label, before->from, "由 从") == SIZE_MAX ||
      gm_find_word(view, before->to, after->from, "到 至 为") == SIZE_MAX)
    return;
  gm_judge_times(check, before, after, m);
}

#define OF_THE_PAST "去年的 上年的 上届的 上期的 去年同期的 上年同期的 前年的 上季度的 上月的"

/* Do the words of the clause before amount `x` tell it of the time that `past` begins with? */
static bool is_of_past(const gm_view *view, const gm_mention *x, size_t past, size_t length) {
  return gm_find_run(view, x->clause, x->from, past, length) != SIZE_MAX;
}

/* 去年860万元，今年2580万元，是去年的3倍; 4680万元，上年同期为1560万元，是上年同期的3倍: the amount of the time named
 * stands before, behind the later one as well. */
static void check_times_past(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index], *after = m - 1, *before = NULL;
  size_t word = gm_words_before(view, m->from, OF_THE_PAST);
  if (!word || !gm_words_before(view, m->from - word, "，是 ，为 ，相当于 ，达到 是") || !gm_is_exact(m->figure) ||
      gm_words_at(view, m->to, ROUGHLY) || !gm_is_amount(after->figure) || gm_is_delta(after->figure))
    return;
  size_t past = m->from - word, length = gm_words_at(view, past, "去年 上年 前年 上季度 上月 上届 上期");
  if (is_of_past(view, after, past, length)) before = after, after = NULL;
  for (unsigned i = index - 1; i-- > 0 && gm_same_sentence(&links->items[i], m);) {
    const gm_mention *x = &links->items[i];
    if (!gm_is_amount(x->figure) || !gm_comparable(x->figure, m[-1].figure)) continue;
    if ((before && after) || gm_is_delta(x->figure) || is_of_past(view, x, past, length) == (before != NULL)) return;
    if (before)
      after = x;
    else
      before = x;
  }
  if (!before || !after || before->figure->value.digits <= 0) return;
  gm_judge_times(check, before, after, m);
}

#define LINKS_TO                                                                                                                                                    \
  "为 是 达 达到 达到了 有 仅 仅为 仅有 只有 才 不过 已 已达 已达到 增至 增加到 增长到 发展到 提高到 突破 超过 的 年 " \
  "末 底 "                                                                                                                                                        \
  "度 时 由 从 到 至 而 则 今年 如今 现在 目前 去年 上年 前年 原来 当初 最初 起初 年前 初 过去 上届 首届 今 就 全年 "    \
  "这一数字"

/* How many characters of the words [from, to) before an amount link nothing and are no number: 0 of 到2023年达到. */
static size_t content_of(const gm_view *view, size_t from, size_t to) {
  size_t content = 0;
  for (size_t i = from, n; i < to; i += n) {
    n = gm_words_at(view, i, LINKS_TO);
    if (!n) n = gm_number_at(view, i);
    if (n) continue;
    n = 1;
    content += (view->cls[i] & GM_HAN) != 0;
  }
  return content;
}

/* 2018年收入只有24万元，到2023年达到120万元: does `after` name nothing and go on from `x`, the last amount before it?
 */
static bool goes_on_from(const gm_view *view, const gm_mention *x, const gm_mention *after) {
  const gm_mention *last = after - 1;
  if (last > x && last->figure->kind == GM_FIGURE_YEAR && last->clause == after->clause) last--;
  return last == x && gm_same_sentence(x, after) && after->clause == x->to + 1u && gm_one_of(view, x->to, "，") &&
         !content_of(view, after->clause, after->from);
}

/* The amount told of the year `year`, near mention `after` and of the same thing; NULL when there is none, or several.
 */
static const gm_mention *told_of_year(const gm_links *links, const gm_mention *year, const gm_mention *after) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL, *of = NULL; /* of: the year told last */
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *x = &links->items[i];
    if (x->figure->sentence + 1u < after->figure->sentence || x->figure->sentence > after->figure->sentence + 1u)
      continue;
    if (x->figure->kind == GM_FIGURE_YEAR && x != year) of = x;
    if (x == after || !of || !gm_same_sentence(of, x) || !gm_is_amount(x->figure) || gm_is_delta(x->figure) ||
        !gm_comparable(x->figure, after->figure) || of->figure->date.year != year->figure->date.year)
      continue;
    if (!gm_share_pair(view, of->to, x->from, after->clause, after->from) &&
        gm_find_word(view, of->to, x->from, "这个数字 这一数字 这个数 这一数 该数 该数字") == SIZE_MAX &&
        !(of == x - 1 && goes_on_from(view, x, after)))
      continue;
    if (found) return NULL;
    found = x;
  }
  return found;
}

/* 户均收入5.3万元: is the amount that of each, which is compared with no amount of all? */
static bool is_mean(const gm_view *view, const gm_mention *m) {
  return gm_find_word(view, m->clause, m->from, "均 每") != SIZE_MAX;
}

/* 由2019年的1.2亿元增至2024年的4.8亿元: the amount that the clause of `after` says it was in that year; NULL when none.
 */
static const gm_mention *changed_from(const gm_links *links, const gm_mention *after, const gm_mention *year) {
  if (!gm_words_at(links->view, year->clause, "是 为 相当于 达到 约为")) return NULL; /* 出口是2019年的 */
  const gm_mention *first = links->items, *before = after - 1;
  if (after > first && before->figure->kind == GM_FIGURE_YEAR) before--;
  return before > first && before->clause == after->clause && gm_is_amount(before->figure) &&
                 gm_comparable(before->figure, after->figure) && before[-1].figure->kind == GM_FIGURE_YEAR &&
                 before[-1].figure->date.year == year->figure->date.year &&
                 gm_find_word(links->view, before->clause, before[-1].from, "由 从") != SIZE_MAX &&
                 gm_find_word(links->view, before->to, after->from, "到 至 为") != SIZE_MAX
             ? before
             : NULL;
}

/* 2024年收入达3680万元，是2015年的16倍；而2015年，这个数字只有230万元. */
static void check_times_year(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index], *year = m - 1, *after = m - 2;
  if (year->figure->kind != GM_FIGURE_YEAR || year->to + 1u != m->from || !gm_one_before(view, m->from, "的") ||
      !gm_words_before(view, year->from, "是 为 相当于 达到 约为") || !gm_is_exact(m->figure) ||
      gm_words_at(view, m->to, ROUGHLY) || !gm_same_sentence(after, m) || !gm_is_amount(after->figure) ||
      gm_is_delta(after->figure) || year->clause != after->to + 1u)
    return;
  const gm_mention *before = changed_from(links, after, year);
  /* 户均收入由2.4万元提高到5.3万元，是2019年的2.2倍: the change told says what it was */
  if (!before && after > links->items && after->figure->roles & GM_ROLE_TO && gm_same_sentence(after - 1, after) &&
      gm_is_amount(after[-1].figure) && gm_comparable(after[-1].figure, after->figure))
    return;
  if (!before) before = told_of_year(links, year, after);
  if (before && before->figure->value.digits > 0 && is_mean(view, before) == is_mean(view, after))
    gm_judge_times(check, before, after, m);
}

#define LONG_AGO "去年 上年 前年 原来 当初 最初 起初 年前 年初 过去 上届 首届"
/* Do the words [from, to) before an amount that tells of a multiple's end name what the multiple is of, or nothing? */
static bool names_no_other(const gm_view *view, size_t from, size_t to, const gm_mention *m) {
  return !content_of(view, from, to) ||
         (gm_find_word(view, from, to, "其中") == SIZE_MAX && gm_share_pair(view, from, to, m->clause, m->from));
}

/* 由1.2万人增至2.4万人: does the clause of `before` open so, of what the multiple `m` is of, and no 由于? */
static bool opens_span(const gm_view *view, const gm_mention *before, const gm_mention *m) {
  return gm_words_at(view, before->clause, "由 从") && !gm_words_at(view, before->clause, "由于") &&
         names_no_other(view, before->clause, before->from, m);
}

/* 订单量是去年的3倍，由去年的4.1万单增至8.2万单: both values told behind. */
static void check_times_ahead(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index], *before = m + 1, *after = m + 2;
  if (index + 2 >= links->count || !gm_is_exact(m->figure) || !gm_words_before(view, m->from, OF_THE_PAST) ||
      !gm_one_of(view, m->to, "，") || before->clause != m->to + 1u || !gm_same_sentence(m, after) ||
      after->clause != before->clause || !gm_is_amount(before->figure) || !gm_is_amount(after->figure) ||
      !gm_comparable(before->figure, after->figure) || !opens_span(view, before, m) ||
      !(after->figure->roles & GM_ROLE_TO) || before->figure->value.digits <= 0)
    return;
  gm_judge_times(check, before, after, m);
}

/* 会员数比去年翻了一番，由1.2万人增至2.4万人: the change told before its ends. */
static void check_multiple_ahead(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index], *before = m + 1, *after = m + 2;
  size_t verb;
  if (index + 2 >= links->count || !gm_is_exact(m->figure) || !gm_one_of(view, m->to, "，") ||
      before->clause != m->to + 1u || !gm_same_sentence(m, after) || after->clause != before->clause ||
      !opens_span(view, before, m) || !(after->figure->roles & GM_ROLE_TO) || !gm_is_amount(before->figure) ||
      !gm_is_amount(after->figure) || !gm_comparable(before->figure, after->figure) ||
      before->figure->value.digits <= 0)
    return;
  int way = gm_change_verb(view, m->from, &verb);
  bool doubling = gm_one_of(view, m->to - 1, DOUBLINGS);
  if (way < 0 || (!way && !doubling)) return;
  gm_judge_multiple(check, links, (gm_change){before, after}, m, doubling ? m->from : verb);
}

/* The first amount from mention `i` on, in the sentence `of` or right behind it, before anything but times; *year gets
 * the year told right before it. NULL when there is none. */
static const gm_mention *amount_from(const gm_links *links, unsigned i, const gm_mention *of, unsigned *year) {
  *year = 0;
  for (; i < links->count; i++) {
    const gm_mention *x = &links->items[i];
    if (x->figure->sentence > of->figure->sentence + 1u) return NULL;
    if (x->figure->kind == GM_FIGURE_YEAR || x->figure->kind == GM_FIGURE_DATE) {
      if (*year) return NULL; /* 2019年到2024年由 */
      *year = x->figure->date.year;
    } else if (gm_is_amount(x->figure)) { /* 增加到2024年的3.2亿元 */
      return gm_is_delta(x->figure) && gm_find_word(links->view, x->label, x->from, "到 至") == SIZE_MAX &&
                     gm_find_word(links->view, x->clause, x->from, "加到 增至 高到 长到 升到 升至") == SIZE_MAX
                 ? NULL
                 : x;
    } else if (x->figure->kind != GM_FIGURE_DURATION) {
      return NULL;
    }
  }
  return NULL;
}

/* 五年翻了两番: are years so far apart what the clause of the multiple tells? */
static bool spans(const gm_links *links, const gm_mention *m, unsigned years) {
  const gm_mention *span = m - 1;
  if (m == links->items || span->from < m->clause || span->figure->kind != GM_FIGURE_DURATION ||
      !gm_one_before(links->view, span->to, "年"))
    return true;
  gm_decimal apart = gm_decimal_of(years), one = gm_decimal_of(1), low, high;
  return gm_decimal_subtract(apart, one, &low) && gm_decimal_add(apart, one, &high) &&
         gm_decimal_compare(span->figure->value, low) >= 0 && gm_decimal_compare(span->figure->value, high) <= 0;
}

/* 经费五年翻了两番，2019年为1.6亿元，2024年达到3.2亿元: both values told behind, each with its time. */
static void check_multiple_before(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index];
  if (index + 2 >= links->count || !gm_is_exact(m->figure) || !gm_one_of(view, m->to, "，：（；。")) return;
  size_t verb;
  int way = gm_change_verb(view, m->from, &verb);
  bool doubling = gm_one_of(view, m->to - 1, DOUBLINGS);
  if (way < 0 || (!way && !doubling)) return;
  unsigned first, second, third;
  const gm_mention *a = amount_from(links, index + 1, m, &first);
  size_t start = m->to + 1u;
  if (!a || (a->clause != start && !(gm_one_of(view, m->to, "（") && a->clause == m->clause))) return;
  const gm_mention *b = amount_from(links, (unsigned)(a - links->items) + 1, m, &second);
  if (!b || !gm_same_sentence(a, b) || !gm_comparable(a->figure, b->figure) || b->from > a->to + GM_NUMBER_CHARS ||
      (b->clause != a->clause && b->clause != a->to + 1u))
    return;
  const gm_mention *c = amount_from(links, (unsigned)(b - links->items) + 1, m, &third);
  if (c && gm_same_sentence(b, c) && gm_comparable(b->figure, c->figure)) return; /* a series */
  if (!names_no_other(view, start, a->from, m) ||
      !names_no_other(view, b->clause > a->to ? b->clause : a->to, b->from, m))
    return;
  const gm_mention *before = a, *after = b;
  if (first && second) {
    if (first == second || !spans(links, m, first < second ? second - first : first - second)) return;
    if (second < first) before = b, after = a;
  } else if (gm_one_of(view, m->to, "。") || gm_find_word(view, start, a->from, LONG_AGO) == SIZE_MAX ||
             gm_find_word(view, a->to, b->from, LONG_AGO) != SIZE_MAX) {
    return;
  }
  gm_change change = {before, after};
  if (before->figure->value.digits <= 0 || !gm_change_rose(change)) return;
  gm_judge_multiple(check, links, change, m, way ? verb : m->from);
}

void gm_check_multiples(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    size_t told = check->out->list.count;
    if (f->kind == GM_FIGURE_MULTIPLE && i > 1) {
      check_multiple(check, links, i);
      check_times(check, links, i);
      check_times_past(check, links, i);
      check_times_year(check, links, i);
      check_times_earlier(check, links, i);
      if (told == check->out->list.count) gm_check_multiple_then(check, links, i);
      if (told == check->out->list.count) gm_check_multiple_pair(check, links, i);
      if (told == check->out->list.count) gm_check_multiple_named(check, links, i);
    }
    if (f->kind == GM_FIGURE_FRACTION || f->kind == GM_FIGURE_PERCENT) gm_check_multiple_named(check, links, i);
    if (f->kind == GM_FIGURE_FRACTION) gm_check_multiple_then(check, links, i);
    if (f->kind == GM_FIGURE_MULTIPLE) {
      check_times_ahead(check, links, i);
      told = check->out->list.count;
      check_multiple_ahead(check, links, i);
      if (told == check->out->list.count) check_multiple_before(check, links, i);
    }
    if (f->kind == GM_FIGURE_PERCENT ||
        (f->kind == GM_FIGURE_RANGE && f->unit && gm_units[f->unit].unit_class == GM_CLASS_PERCENT))
      check_rise_to(check, links, i);
  }
}
