/* PCT-06: the change of a growth that is told in percent, and how far it is from that of others. */
#include "check/change.h"
#include "check/percent_points.h"

size_t gm_tail_behind(const gm_view *view, const gm_mention *rate, const gm_mention *delta) {
  size_t end = rate->to + gm_words_at(view, rate->to, "左右 以上");
  return delta->clause <= end + 1 && end < delta->from && gm_one_of(view, end, "，、（") ? end + 1 : SIZE_MAX;
}

static void ask(gm_line_check *check, size_t from, const gm_mention *delta, gm_quote told, bool apart) {
  gm_report_line(check, from, delta->to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language,
         apart ? "“%s”之差应用百分点：是否为“%s个百分点”？" : "“%s”的变动应用百分点：是否为“%s个百分点”？",
         apart ? "“%s” is apart by percentage points: is it “%s percentage points”?"
               : "“%s” changes by percentage points: is it “%s percentage points”?",
         told.text, gm_quote_decimal(delta->figure->value).text);
  gm_offer_points(check, from, delta, delta->figure->value);
}

void gm_ask_points(gm_line_check *check, size_t from, const gm_mention *delta, const gm_mention *rate, bool apart) {
  ask(check, from, delta, gm_quote_mention(check->view, rate), apart);
  gm_relate_mention(check, rate, "比率", "the rate");
}

void gm_ask_points_named(gm_line_check *check, size_t from, size_t to, const gm_mention *delta, bool apart) {
  ask(check, from, delta, gm_quote_line(check->view, from, to), apart);
}

#define NAMED GM_GROWTHS " 增长率"

/* 增长6.5%, 增速为6.5%, 增长预期下调至3%: with the verb or the name before it. */
static bool is_growth(const gm_view *view, const gm_mention *m) {
  size_t verb, name = m->from - gm_words_before(view, m->from, "为 达 达到 是 约为 均为 有望达到");
  if (m->figure->kind != GM_FIGURE_PERCENT) return false;
  if (m->figure->roles & GM_ROLE_TO)
    return gm_find_word(view, m->label, m->from, NAMED " 增长预期 增长预测 通胀率") != SIZE_MAX;
  return (gm_is_delta(m->figure) && gm_change_verb(view, m->from, &verb)) || gm_words_before(view, name, NAMED);
}

/* What stands on its own at so many a head or a piece: it may itself be higher than elsewhere by a percentage. */
#define LEVELS                                                                                                                                                   \
  "均 价 工资 薪 待遇 补贴 补助 单产 亩产 水平 成本 收费 效率 能力 速度 强度 浓度 得分 成绩 分数 每 标准 指数 水位 " \
  "时长 气温 客流 流量"

static bool tells_amount(const gm_links *links, const gm_mention *before) {
  for (const gm_mention *m = before; m-- > links->items && gm_same_sentence(m, before);)
    if (gm_is_amount(m->figure)) return true;
  return false;
}

#define PACE_MOST 10 /* points; growths seldom differ by more, and what grows may */

#define ADVERBS "小幅 大幅 明显 略 略有 分别 有所 进一步 均 已 再 都 还 又 也 则 且 显著 继续 整体 远 大大 稍 高位"
#define PACED   "加快 加快了 放缓 放缓了 减缓 趋缓 收窄 收窄了"
#define LEVELED \
  "提高 提高了 提升 提升了 回升 回升了 回落 回落了 上升 上升了 下降 下降了 降低 降低了 下滑 扩大 扩大了 升高"
#define BESIDE "高 高了 高出 高出了 低 低了 快 快了 慢 慢了 高过 低出 领先"

static size_t pass_adverbs(const gm_view *view, size_t at) {
  for (size_t n; (n = gm_words_at(view, at, ADVERBS));) at += n;
  return at;
}

static size_t before_adverbs(const gm_view *view, size_t at) {
  for (size_t n; (n = gm_words_before(view, at, ADVERBS));) at -= n;
  return at;
}

/* 同比增长6.1%, 比上年增长6.1%, and 增长6.1% unless it must be `told`: is the growth over the year before, by the words
 * of its clause? */
static bool over_the_year(const gm_view *view, const gm_mention *rate, bool told) {
  size_t from = rate->clause;
  if (gm_find_word(view, from, rate->from, "同比 比上年 较上年 比去年 较去年") != SIZE_MAX) return true;
  return !told && gm_find_than(view, from, rate->from) == SIZE_MAX &&
         gm_find_word(view, from, rate->from, "环比 年均 累计 以来 间 上涨 下降 下跌 减少 日 周") == SIZE_MAX;
}

#define YEAR_BEFORE "上年 去年 上年同期 去年同期 上年全年 去年全年 上年度 去年全年增速 上年全年增速 上年同期增速"
#define CUMULATED   "上半年 前三季度 全年 1季度末 年末 前两个月 前三个月"
#define PERIODS     "上月 上个月 季度 月 月份 上季 末 年初"
/* What grows by the year, and is not itself told to be raised. */
#define FLOWS                                                                                                                                                   \
  "增加值 投资 总额 零售 收入 利润 用电量 发电量 货币 余额 进出口 贷款 存款 社会融资 融资规模 M2 M1 外贸 生产总值 " \
  "GDP 采购 "                                                                                                                                                 \
  "物流 经济 产值 服务业 制造业 工业 行业 销售额 支出 贸易"

/* 1—4月份, 前4个月: months from the year's first on? */
static bool is_cumulated(const gm_view *view, size_t from, size_t to) {
  size_t first = gm_number_at(view, from);
  if (gm_words_before(view, to, CUMULATED)) return true;
  if (gm_words_at(view, from, "前")) return gm_words_before(view, to, "个月 月 季度") != 0;
  return first && gm_one_of(view, from + first, "—-－～~至到") && gm_words_before(view, to, "月 月份");
}

/* Is the object of the comparison, [from, to), a time or a forecast that a growth, and not what grows, is compared
 * with by the verb at `to`? */
static bool compares_growths(const gm_links *links, const gm_mention *rate, const gm_mention *delta, size_t from,
                             size_t to, size_t verb) {
  const gm_view *view = links->view;
  bool smaller = gm_decimal_compare(delta->figure->value, rate->figure->value) <= 0;
  if (gm_find_word(view, from, to, "预测 预期 预计") != SIZE_MAX)
    return smaller && (gm_words_before(view, to, "预测 预测值") || !tells_amount(links, delta));
  if (gm_words_at(view, verb, "快 慢")) return true;
  if (gm_words_before(view, to, YEAR_BEFORE)) /* 库存增长15%，比去年同期高出3%: since when? */
    return over_the_year(view, rate, gm_words_at(view, verb, BESIDE));
  if (gm_words_at(view, verb, BESIDE)) return false;
  size_t start = gm_sentence_start(view, rate->from);
  if (!smaller || gm_decimal_compare(delta->figure->value, gm_decimal_of(PACE_MOST)) > 0 ||
      gm_find_word(view, start, rate->from, LEVELS " 量") != SIZE_MAX)
    return false;
  if (is_cumulated(view, from, to)) return true;
  return gm_words_before(view, to, PERIODS) && over_the_year(view, rate, false) &&
         gm_words_at(view, verb, "提高 提升 回升 回落") && gm_find_word(view, start, rate->from, FLOWS) != SIZE_MAX;
}

/* 同比增长6.1%，比上月加快0.3%; 增长5%，增速比一季度回落0.3%; 预计增长3%，较1月预测值低0.2%. */
static bool check_own_change(gm_line_check *check, const gm_links *links, const gm_mention *rate,
                             const gm_mention *delta, size_t tail) {
  const gm_view *view = check->view;
  size_t verb = delta->from - gm_words_before(view, delta->from, PACED), start = pass_adverbs(view, tail);
  start += gm_words_at(view, start, "增速 增幅 降幅 涨幅 跌幅 这一增速");
  start = pass_adverbs(view, start);
  if (verb < delta->from) {
    if (start < verb && !gm_words_at(view, start, "比 较 同比 环比 对比 与 由")) return false;
    if (gm_find_word(view, start, verb, "进度 速度 步伐 节奏") != SIZE_MAX) return false;
    gm_ask_points(check, verb, delta, rate, false);
    return true;
  }
  verb = delta->from - gm_words_before(view, delta->from, LEVELED " " BESIDE " 上调 下调");
  size_t than = gm_words_at(view, start, "比 较 对比"), object = start + than;
  if (verb == delta->from || !than || gm_words_at(view, start, "比重 比例 较快 较高 较低 较大")) return false;
  size_t end = before_adverbs(view, verb);
  if (end <= object + 1 || !compares_growths(links, rate, delta, object, end, verb)) return false;
  gm_ask_points(check, verb, delta, rate, false);
  return true;
}

#define ABOVE "高于 高出 快于 低于 慢于 超过 超出 领先 领先于 优于 好于 高过 低出 快过"
#define OTHERS                                                                                                                                                    \
  "全国 全省 全市 全区 全县 全州 全球 全部 世界 整体 平均 规模以上 规上 各项 同期 GDP 经济 工业 投资 同类 行业 零售 " \
  "城镇 总体 " NAMED
/* A value that is passed, rather than by how much: 高于预期目标5%, 低于上月3%的水平. */
#define PASSED " 预测 目标 计划 要求 预期 标准 合同 任务 上月 年初 规划 警戒 水平线 门槛 底线 国际"

/* Is [from, to) what a growth is compared with (`any` thing, or one that is the like of it)? No number tells its value.
 */
static bool names_others(const gm_view *view, size_t from, size_t to, bool any) {
  if (to < from + 2 || gm_find_word(view, from, to, PASSED) != SIZE_MAX) return false;
  for (size_t i = from; i < to; i++) {
    unsigned number;
    size_t digits = gm_digits_at(view, i, &number);
    if (gm_one_of(view, i, "，：；（）、") || (digits && !gm_words_at(view, i + digits, "年 月 季度"))) return false;
    i += digits;
  }
  if (gm_words_before(view, to, "增长 下降 增加 上涨 的 为 达 达到 约 年 月 月份 季度 去年 上年 同期 以前"))
    return false;
  return any || gm_find_word(view, from, to, OTHERS) != SIZE_MAX;
}

/* 增长6.5%，高于全国1.2%; 增长8%，增速比全部投资快3.5%; 县域经济增速高于全省1%. `rate` is NULL when none is told. */
static bool check_beside(gm_line_check *check, const gm_links *links, const gm_mention *rate, const gm_mention *delta,
                         size_t tail) {
  const gm_view *view = check->view;
  size_t verb = delta->from - gm_words_before(view, delta->from, BESIDE), at = pass_adverbs(view, tail), from, to;
  size_t name = gm_find_word(view, at, delta->from, NAMED);
  if (name != SIZE_MAX && gm_find_word(view, at, name, ABOVE " 比 较") != SIZE_MAX) name = SIZE_MAX;
  if (name != SIZE_MAX && gm_find_word(view, at, name, "和 及 、 占") == SIZE_MAX)
    at = pass_adverbs(view, name + gm_words_at(view, name, NAMED));
  else if (!rate)
    return false;
  if (!rate && gm_decimal_compare(delta->figure->value, gm_decimal_of(PACE_MOST)) > 0) return false;
  size_t word = gm_words_at(view, at, ABOVE);
  bool paced = gm_words_at(view, at, "快于 慢于 快过");
  if (word) {
    from = at + word;
    to = delta->from;
    verb = at;
  } else {
    if (verb == delta->from || !gm_words_at(view, at, "比 较 对比") || gm_one_before(view, verb, "提较更最") ||
        gm_words_at(view, at, "较快 较高 较低 较慢 较大 较小 比较 比重 比例"))
      return false;
    from = at + gm_words_at(view, at, "比 较 对比");
    to = before_adverbs(view, verb);
    paced = gm_words_at(view, verb, "快 慢");
  }
  /* 研发投入增长10%，超过经济总量3% may tell the share itself */
  bool named = name != SIZE_MAX || gm_words_before(view, to, NAMED);
  if (gm_words_at(view, delta->to, "的 以上的 目标 水平 增速 增幅 增长 左右的") ||
      !names_others(view, from, to, paced || name != SIZE_MAX))
    return false;
  if (rate && !named && !paced) {
    if (gm_words_at(view, verb, "超过 超出")) return false;
    if (gm_decimal_compare(delta->figure->value, rate->figure->value) >= 0) return false;
    if (gm_find_word(view, gm_sentence_start(view, rate->from), rate->from, LEVELS) != SIZE_MAX &&
        (tells_amount(links, rate) || gm_find_word(view, from, to, "平均 水平") != SIZE_MAX))
      return false;
  }
  if (rate)
    gm_ask_points(check, verb, delta, rate, true);
  else
    gm_ask_points_named(check, name, to, delta, true);
  return true;
}

#define MANY_TIMES 8 /* what is changed to, of the change: 下调5%至10% may be a range */

/* 增长预期下调0.2%至3.1%: a change in percent, and the percentage that it leads to. */
static bool check_led_to(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *next = delta + 1;
  size_t verb, to = delta->to + gm_one_of(view, delta->to, "，"); /* 上调0.2%，至4.6% */
  gm_decimal most;
  if (index + 1 >= links->count || next->figure->kind != GM_FIGURE_PERCENT || !gm_one_of(view, to, "至到") ||
      next->from != to + 1u || !gm_change_verb(view, delta->from, &verb) ||
      !gm_decimal_multiply(delta->figure->value, gm_decimal_of(MANY_TIMES), &most) ||
      gm_decimal_compare(most, next->figure->value) > 0 ||
      gm_find_word(view, delta->clause, verb, "率 预期 预测 增速 占比 比重 指数 份额") == SIZE_MAX)
    return false;
  gm_ask_points(check, verb, delta, next, false);
  return true;
}

void gm_check_growth_points(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *rate = gm_percentage_before(links, delta);
  if (!gm_is_exact(delta->figure) || gm_is_told(check, delta) || check_led_to(check, links, index)) return;
  size_t tail = rate && is_growth(view, rate) ? gm_tail_behind(view, rate, delta) : SIZE_MAX;
  if (tail == SIZE_MAX) {
    if (index && links->items[index - 1].from >= delta->clause &&
        links->items[index - 1].figure->kind <= GM_FIGURE_FRACTION)
      return;
    rate = NULL;
    tail = delta->clause;
  }
  if (rate && gm_find_word(view, rate->clause, rate->from, "速度 时速 车速 转速") != SIZE_MAX) return;
  if (rate && check_own_change(check, links, rate, delta, tail)) return;
  check_beside(check, links, rate, delta, tail);
}
