#include "check/change.h"

#define UP_WORDS                                                                                                                                                 \
  "增加 增加了 新设 增设 增开 净增 净增加 净增长 增 多 多了 多办 多收 增长 增长了 新增 提高 提高了 增收 增支 上升 " \
  "上升了 扩大 "                                                                                                                                            \
  "扩大了 增幅为 "                                                                                                                                         \
  "增幅达 增长幅度为 增长幅度是 增长幅度达 增幅是 "                                                                                         \
  "增幅达到 增幅 扩招幅度为 增加幅度为 提高幅度为 上升幅度为 上涨幅度为 增长幅度达到 "                                      \
  "提升 提升了 上涨 上涨了 涨幅为 涨幅达 涨幅达到 涨幅 涨 涨了 扩招 扩招了 多招 增招 涨价 提价 上调 上调了 高出 "   \
  "高出了 增长率 "                                                                                                                                         \
  "增长率为 增长率达 增速 增速为 增速达 增速达到 "                                                                                           \
  "成长 放量 增加约 延长 延长了 "                                                                                                                    \
  "多出 翻 翻了 拓宽 拓宽了 加宽 "                                                                                                                   \
  "加宽了 加高 加高了 偏多 偏高 扩充 扩充了 扩容 扩容了"
#define DOWN_WORDS                                                                                                                                                   \
  "减少 减少了 净减 净减少 减 少 少了 少办 少收 下降 下降了 降低 降低了 缩短 缩短了 减收 减支 压缩 压缩了 收窄 "         \
  "收窄了 缩小 缩小了 压减 "                                                                                                                               \
  "压减了 缩减 "                                                                                                                                                \
  "缩减了 "                                                                                                                                                       \
  "降 降了 "                                                                                                                                                      \
  "下降幅度为 减少幅度为 降低幅度为 下降幅度达 下调幅度为 降幅为 降幅达 降幅达到 降幅 跌幅为 跌幅达 跌幅达到 跌幅 " \
  "减幅为 减幅达 减幅 缩水 缩水了 回落 回落了 下滑 下滑了 "                                                                                   \
  "压缩率 压缩率为 压缩率达 精简率 精简率为 精简率达 缩短率 缩短率为 压减率 压减率为 压减率达 下降率 下降率为 "       \
  "下跌 精简 精简了 淘汰 淘汰了 剔除 核减 裁减 取消 下调 下调了 降价 降价了 "                                                          \
  "缩量 优惠 优惠了 便宜 便宜了 让利 节约 节省 省下 省下了 偏少 偏低 节水 节电 省水 省电"

#define ZENG   0x589Eu /* 增 */
#define JIAN   0x51CFu /* 减 */
#define GAO    0x9AD8u /* 高 */
#define DI     0x4F4Eu /* 低 */
#define DEGREE 0x5EA6u /* 度 */

int gm_change_verb(const gm_view *view, size_t to, size_t *from) {
  *from = to;
  if (!to || !(view->cls[to - 1] & (GM_HAN | GM_SPACE))) return 0; /* no verb ends in a mark */
  if (to > 4 && gm_one_before(view, to, "达为到是")) {             /* 减幅高达60%, 上调幅度为15% */
    if (view->cp[to - 2] == GAO && gm_one_before(view, to - 2, "幅率")) to -= 2;
    if (view->cp[to - 2] == DEGREE || view->cp[to - 3] == DEGREE)
      to -= gm_words_before(view, to, "幅度为 幅度达 幅度达到 幅度是");
  }
  bool word = gm_words_before(view, to, UP_WORDS " " DOWN_WORDS); /* most figures have none before them */
  size_t up = word ? gm_words_before(view, to, UP_WORDS) : 0, down = word ? gm_words_before(view, to, DOWN_WORDS) : 0;
  *from = to - (up > down ? up : down);
  if (up || down) return up > down ? 1 : -1;
  /* 较上年多完成, 比去年少支出 */
  for (size_t n = 2; n <= 4 && n <= to; n++) {
    bool more = gm_one_of(view, to - n, "多");
    if ((more || gm_one_of(view, to - n, "少")) &&
        gm_one_before(view, to - n,
                      "年期月度前日天届比，元吨人件户亩册次名项辆台个米升斤克顷时家所条份剂例批株头只箱艘架场篇间套里针"
                      "袋瓶票单宗起笔") &&
        view->cls[to - 1] & view->cls[to - 2] & GM_HAN) {
      *from = to - n;
      return more ? 1 : -1;
    }
  }
  /* 增产, 减支: any verb made of 增 or 减; 增至 and 增速 are none. */
  if (to < 2 || !(view->cls[to - 1] & GM_HAN) || gm_one_before(view, to, "至到为速值幅")) return 0;
  uint32_t c = view->cp[to - 2], last = view->cp[to - 1];
  if ((last == GAO || last == DI) && gm_one_of(view, to - 2, "%年期月度元吨焦米时斤亩")) {
    /* 比上年的82.1%高4.3个百分点, 较上月的47.25元/吨低1.35元/吨 */
    *from = to - 1;
    return last == GAO ? 1 : -1;
  }
  if (c != ZENG && c != JIAN) return 0;
  *from = to - 2;
  return c == ZENG ? 1 : -1;
}

size_t gm_find_than(const gm_view *view, size_t from, size_t to) {
  for (size_t at; (at = gm_find_word(view, from, to, "比 较")) != SIZE_MAX; from = at + 1)
    if (!gm_one_before(view, at, "占对性配同环可") && !gm_one_of(view, at + 1, "例重率值赛选较为")) return at;
  return SIZE_MAX;
}

/* What a change is told against, by the words of its clause [from, to): nothing that is named, the same time a year
 * before (同比, 比上年), the end of a year or a month (比年初, 较10月末), or the period right before (环比, 比上月). */
typedef enum basis { BASIS_NONE, BASIS_YEAR, BASIS_END, BASIS_PERIOD } basis;

static basis basis_of(const gm_view *view, size_t from, size_t to) {
  if (gm_find_word(view, from, to, "年末 年初 年底 月末 月初 月底 季末 季初 期末 期初 周末") != SIZE_MAX)
    return BASIS_END;
  if (gm_find_word(view, from, to, "环比 上月 上季 上周 上期") != SIZE_MAX) return BASIS_PERIOD;
  if (gm_find_word(view, from, to, "同比 同期 上年 去年") != SIZE_MAX) return BASIS_YEAR;
  return BASIS_NONE;
}

#define BRACKET_CHARS 10u /* （与上年同期相比） */

/* The same of a mention, behind which brackets may tell it: 增长9.2%（同比）. */
static basis basis_of_mention(const gm_view *view, const gm_mention *m) {
  basis told = basis_of(view, m->clause, m->from);
  if (told || !gm_one_of(view, m->to, "（")) return told;
  size_t end = m->to + 1u;
  while (end < view->count && end < m->to + BRACKET_CHARS && !gm_one_of(view, end, "）")) end++;
  return basis_of(view, m->to, end);
}

bool gm_other_basis(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  basis x = basis_of_mention(view, a), y = x ? basis_of_mention(view, b) : BASIS_NONE;
  return x && y && x != y && a->clause != b->clause;
}

/* What may stand between the clause's start and the verb. */
#define BARE                                                                                                                                                           \
  "同比 环比 比上年 较上年 比去年 较去年 比上年末 较上年末 比去年末 较去年末 比上年底 较上年底 比年初 较年初 比上届 " \
  "较上届 比上年同期 较上年同期 比去年同期 较去年同期 比上月 较上月 比前年 较前年 "                                                 \
  "比上年度 "                                                                                                                                                      \
  "较上年度 比上季度 较上季度 比 较 净 共 共计 实际 总共 累计 整整 则 又 再 也 就 却 直接 一年间 一年 两年间 "               \
  "三年间 五年间 "                                                                                                                                               \
  "亩均 户均 人均 平均 每张 每次 每套 每台 每辆 每平方米 每亩 每人 每户 每吨 每公斤 每斤 每件 比平时 比平日 较平时 "     \
  "较平日 比往日 比过去 "                                                                                                                                     \
  "比以前 比原来 较原来 比当初 比改造前 较改造前 比改革前 比升级前 比从前 年度 "                                                      \
  "期间 合计 已 上年 去年 上年同期 "                                                                                                                      \
  "去年同期 同期 上月 上季度 第一季度 第二季度 第三季度 第四季度 相比 与 和 跟 的 要 ，"                                            \
  " 足足 每天 每日 每月 每年 今年 本年 年内 五年来 三年来 时间 数 量 总数 总量 人数 数量 规模 实现 实现了 预计 有望"

#define MOMENT_CHARS 8u

/* 比建社时, 较入驻之初: does nothing follow 比 but a moment of the past, up to `to`? */
static bool is_past_moment(const gm_view *view, size_t from, size_t to) {
  if (!gm_one_before(view, from, "比较") || to - from < 3 || to - from > MOMENT_CHARS ||
      !gm_words_before(view, to, "时 前 之初 初期 起步阶段 当初"))
    return false;
  while (from < to && view->cls[from] & GM_HAN && !(view->cls[from] & GM_NUMERAL)) from++;
  return from == to;
}

/* Is there nothing in [from, to) but such words and years? */
static bool is_bare(const gm_view *view, size_t from, size_t to) {
  while (from < to) {
    size_t word = gm_words_at(view, from, BARE);
    if (word) {
      from += word;
      continue;
    }
    size_t number = gm_number_at(view, from);
    if (!number || !gm_one_of(view, from + number, "年")) return is_past_moment(view, from, to);
    from += number + 1; /* 2023年, 十年间, 三年前 */
    if (from < to && gm_one_of(view, from, "间来前")) from++;
  }
  return from == to;
}

bool gm_is_compound(const gm_view *view, const gm_mention *m) {
  const gm_figure *f = m->figure;
  if (f->kind != GM_FIGURE_QUANTITY || f->unit || !(f->roles & GM_ROLE_EACH)) return false;
  for (size_t i = gm_view_find(view, f->unit_start); f->unit_end > f->unit_start && i < m->to; i++)
    if (gm_one_of(view, i, "/每")) return true;
  return false;
}

bool gm_subtractable(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  if (gm_comparable(a->figure, b->figure)) return true;
  if (!gm_is_compound(view, a) || !gm_is_compound(view, b)) return false;
  size_t i = gm_view_find(view, a->figure->unit_start), k = gm_view_find(view, b->figure->unit_start);
  if (a->to - i != b->to - k) return false;
  for (; i < a->to; i++, k++)
    if (view->cp[i] != view->cp[k]) return false;
  return true;
}

bool gm_is_part_of_span(const gm_links *links, const gm_mention *m) {
  const gm_mention *end = links->items + links->count;
  return m->figure->kind == GM_FIGURE_DURATION &&
         (links->view->cls[m->to] & GM_DIGIT || /* 48秒12 */
          (m + 1 < end && m[1].from == m->to && m[1].figure->kind == GM_FIGURE_DURATION) ||
          (m > links->items && m[-1].to == m->from && m[-1].figure->kind == GM_FIGURE_DURATION));
}

/* 增加4713万人和2402万人, 增加44座、690家和3项: one of a row that begins with a change. */
static bool goes_on_from_change(const gm_links *links, const gm_mention *m) {
  while (m > links->items && m[-1].to + 1u == m->from && gm_one_of(links->view, m[-1].to, "和、及与"))
    if (gm_is_delta((--m)->figure)) return true;
  return false;
}

static bool is_value(const gm_links *links, const gm_mention *m) {
  const gm_view *view = links->view;
  const gm_figure *f = m->figure;
  size_t verb;
  if (gm_is_part_of_span(links, m)) return false;
  if (gm_change_verb(view, m->from, &verb) || goes_on_from_change(links, m)) return false; /* a change itself */
  bool kind = f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_MONEY || f->kind == GM_FIGURE_DURATION ||
              f->kind == GM_FIGURE_PERCENT;
  return kind && (f->unit || gm_is_compound(view, m)) && !gm_is_delta(f) &&
         !(f->roles & (GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_THRESHOLD | GM_ROLE_NUMBER_NAME));
}

#define PAST                                                                                                                                                         \
  "上年 去年 上一年 前年 上年同期 去年同期 上月 上季度 上期 上一期 上周 上次 上批 上学期 上学年 上轮 同期 年初 上届 " \
  "原来 原有 最初 当初 平时 平日 往日 以往 改造前 改革前 升级前 实施前 搬迁前 整治前 从前"

/* The value nearest before `index` that is comparable with `like` (any when NULL); -1 when there is none in the
 * sentence, or ； or 其中 stands between. */
static int value_before(const gm_links *links, unsigned index, const gm_mention *like) {
  const gm_view *view = links->view;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[index]) ||
        gm_find_word(view, m->to, links->items[index].from, "； 其中") != SIZE_MAX)
      return -1;
    /* 十年间, 比三年前提高14.2个百分点: a span in the change's own clause, and not 比上年的64.5小时压缩… */
    if (m->figure->kind == GM_FIGURE_DURATION && !gm_comparable(m->figure, links->items[index].figure) &&
        m->from >= links->items[index].clause &&
        (gm_one_of(view, m->to, "前") || gm_find_than(view, m->clause, m->from) == SIZE_MAX))
      continue;
    if (!like && gm_words_at(view, m->clause, "即")) continue; /* 由6480元提高到7020元，即每月585元，增幅… */
    if (is_value(links, m) && (!like || gm_subtractable(view, m, like))) return (int)i;
    size_t verb;
    if (gm_is_delta(m->figure) || gm_change_verb(view, m->from, &verb)) continue; /* …，增加15776人，增长12.44% */
    if (gm_is_amount(m->figure) || m->figure->kind == GM_FIGURE_PERCENT) return -1;
  }
  return -1;
}

#define YEAR_CHARS 20 /* from a year to its value: the name of a rate in full */

/* The year told right before a value, 0 when none. */
static unsigned year_of(const gm_links *links, unsigned index) {
  if (!index) return 0;
  const gm_mention *m = &links->items[index], *year = m - 1;
  if (year->figure->kind != GM_FIGURE_YEAR && year->figure->kind != GM_FIGURE_DATE) return 0;
  size_t from = year->to + (gm_one_of(links->view, year->to, "，") != 0); /* 2023年，全镇接待 */
  if (gm_find_mark(links->view, from, m->from, "，；、") != SIZE_MAX || m->from - year->to > YEAR_CHARS) return 0;
  return year->figure->date.year;
}

static size_t label_of(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  size_t from = m->clause;
  if (index && links->items[index - 1].to > from) from = links->items[index - 1].to;
  return from;
}

/* Do two values measure the same, as far as the words before them tell: the later names no other thing? */
static bool same_measure(const gm_links *links, unsigned x, unsigned y) {
  const gm_view *view = links->view;
  const gm_mention *a = &links->items[x], *b = &links->items[y];
  if (a->figure->noun_hash && a->figure->noun_hash == b->figure->noun_hash) return true;
  size_t from = label_of(links, y);
  if (gm_share_pair(view, from, b->from, a->clause, a->to + 6 < from ? a->to + 6 : from)) return true;
  unsigned content = 0;
  for (size_t i = from; i < b->from;) {
    size_t word = gm_words_at(view, i,
                              PAST
                              " 为 是 达 达到 的 到 发展为 发展到 有 只有 仅 仅为 才 已 预计 有望 今年 本年 现在 如今 "
                              "在 共 约 这一数字 节日 假日 "
                              "假期 周末 每天 每日 每月 每年");
    if (!word) content += (view->cls[i] & GM_HAN) != 0;
    i += word ? word : 1;
  }
  return content == 0;
}

/* 到 or 至 between the two values; 达到 tells no direction. */
static bool says_to(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (gm_words_at(view, i,
                    "到 至 增为 减为 变为 调整为 升为 降为 增加为 减少为 提高为 上升为 下降为 扩大为 增长为 缩短为 "
                    "整合为 合并为 撤并为 精简为 压减为 优化为 发展为 壮大为 扩充为") &&
        !gm_one_before(view, i, "达遇受得"))
      return true;
  return false;
}

/* 40万元变为72万元: does nothing but the verb stand between the two? */
static bool turns_into(const gm_view *view, const gm_mention *x, const gm_mention *y) {
  return gm_words_at(
             view, x->to,
             "变为 变成 变到 升到 升至 升为 降到 降至 降为 增到 增至 增加到 增加至 减到 减至 减少到 减少至 减为 涨到 "
             "涨至 跌到 跌至 压到 压缩到 压缩至 压减到 缩到 缩短到 缩短至 提高到 提高至 上升到 下降到 扩大到 发展到") ==
             y->from - x->to &&
         y->from > x->to;
}

/* 集采前每盒38.5元，集采后7.7元: is the one told of before, and the other of after the same? */
static bool before_and_after(const gm_view *view, const gm_mention *x, const gm_mention *y) {
  size_t before = gm_find_word(view, x->clause, x->from, "前");
  if (before == SIZE_MAX || before < x->clause + 2u || y->clause <= x->to) return false;
  size_t after = gm_find_run(view, y->clause, y->from, before - 2, 2);
  return after != SIZE_MAX && gm_one_of(view, after + 2, "后");
}

#define LONG_AGO "过去 以前 从前 早先 起初 那年 当年 当时 年前 刚"
#define NOWADAYS "如今 现在 目前 眼下 今天 现如今 当下 至今"

/* 过去一亩收入1500元，如今6000元: is the one told of what was, and the other of what is? */
static bool then_and_now(const gm_view *view, size_t x_label, const gm_mention *x, size_t y_label,
                         const gm_mention *y) {
  return gm_find_word(view, x_label, x->from, LONG_AGO) != SIZE_MAX &&
         gm_find_word(view, y_label, y->from, NOWADAYS) != SIZE_MAX &&
         gm_find_word(view, y_label, y->from, LONG_AGO) == SIZE_MAX;
}

/* Which quarter the clause of a value tells, 0 when none. */
static unsigned quarter_told(const gm_view *view, const gm_mention *m) {
  static const char *const names[] = {"一季度", "二季度", "三季度", "四季度"};
  size_t from = m->clause;
  for (unsigned i = 0; i < 4; i++) {
    size_t at = gm_find_word(view, from, m->from, names[i]);
    if (at != SIZE_MAX) return gm_one_before(view, at, "前") ? 0 : i + 1;
  }
  return 0;
}

/* Does the name of a measure at [name, verb) open the clause, or stand behind what was said with the value:
 * 由每周开放12课时 延长到36课时，开放时间增加? */
static bool is_told_of(const gm_view *view, size_t from, size_t name, size_t verb, const gm_mention *value) {
  return name < verb &&
         (name == from || (name == from + 2 && gm_share_pair(view, from, name, value->clause, value->to)));
}

#define MEASURE_CHARS 6 /* 诉求受理量 */
#define NAME_CHARS    8 /* of what a change is compared with: 比旅游淡季 */

/* 今年受理38.6万件，…，受理量上升; 办理时长由24分钟降至15分钟，时长下降: characters of the measure that opens the
 * change's clause and is that of the value. */
static size_t named_measure(const gm_view *view, size_t from, size_t verb, const gm_mention *value) {
  if (value->figure->kind == GM_FIGURE_PERCENT) return 0; /* 税收占比提高到44%，税收总额增加13% */
  /* 从200亩扩大到600亩，面积增加了: what any amount of the unit is. */
  static const struct {
    const char *word, *units;
  } of_unit[] = {{"面积", "亩顷方"}, {"长度 里程", "米里"},    {"人数", "人名位"},
                 {"户数", "户"},     {"金额 资金 投资", "元"}, {"时间 时长", "时"}};
  for (size_t i = 0; i < sizeof of_unit / sizeof *of_unit; i++)
    if (is_told_of(view, from, verb - gm_words_before(view, verb, of_unit[i].word), verb, value) &&
        (gm_one_before(view, value->to, of_unit[i].units) || gm_words_before(view, value->to, "平方米 平方公里")))
      return verb - from;
  size_t n = 2;
  while (n < MEASURE_CHARS && from + n < verb && !gm_one_of(view, from + n, "量数额")) n++;
  if (from + n < verb && gm_one_of(view, from + n, "量数额"))
    return gm_share_pair(view, from, from + 2, value->clause, value->from) ? n + 1 : 0;
  size_t length = verb - from;
  if (gm_find_word(view, from, verb, "分别 同比 环比 各 均") != SIZE_MAX) return 0;
  return length >= 2 && length <= MEASURE_CHARS && gm_share_pair(view, verb - 2, verb, value->clause, value->from)
             ? length
             : 0;
}

/* …较上年的2308元/吨增加167元/吨，同比增加7.2%: between the earlier value and mention `index`, whose verb begins at
 * `verb`, stands nothing but the change itself. */
static bool follows_delta(const gm_links *links, unsigned index, unsigned earlier, size_t verb) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index] - 1, *value = &links->items[earlier];
  size_t from;
  return index == earlier + 2 && gm_change_verb(view, delta->from, &from) && from <= value->to + 1u &&
         gm_subtractable(view, delta, value) && gm_one_of(view, delta->to, "，") && is_bare(view, delta->to, verb);
}

/* 新增市场主体18600户，比上年的15500户增长20%: what is new, compared in the next clause with what was. */
static bool adds_before(const gm_links *links, unsigned index) {
  const gm_mention *then = &links->items[index], *now = then - 1;
  return index && now->figure->roles & GM_ROLE_ADDED && gm_same_sentence(now, then) && then->clause == now->to + 1u &&
         gm_is_amount(now->figure) && gm_comparable(now->figure, then->figure) &&
         !(now->figure->roles & (GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_THRESHOLD | GM_ROLE_COMPARED)) &&
         gm_words_before(links->view, then->from, "上年的 去年的 上年同期的 去年同期的 前年的");
}

/* 同比压缩3.1小时，前年为28.7小时: is the value of the year before the one that the change, told in [from, verb), is
 * from?
 */
static bool of_year_before(const gm_view *view, const gm_mention *value, size_t from, size_t verb) {
  return gm_find_word(view, value->clause, value->from, "前年") != SIZE_MAX &&
         gm_find_word(view, from, verb, "同比 上年 去年") != SIZE_MAX;
}

/* 淡季售票两千张，五一售票六千张，比淡季多: does what the change, told in [from, verb), compares with name the earlier
 * value, and not the later one? */
static bool compares_with(const gm_view *view, size_t from, size_t verb, const gm_mention *x, const gm_mention *y) {
  size_t name = from + gm_words_at(view, from, "比 较"), length = verb - name;
  if (name == from || verb < name + 2 || length > NAME_CHARS) return false;
  for (size_t i = name; i < verb; i++)
    if (!(view->cls[i] & GM_HAN) || view->cls[i] & GM_NUMERAL) return false;
  return gm_find_run(view, x->label, x->from, name, length) != SIZE_MAX &&
         gm_find_run(view, y->clause, y->from, name, length) == SIZE_MAX;
}

/* 共34枚奖牌，金牌数比上届的10枚增加: does a number of things other than those of `now` open the comparison? */
static bool of_another_number(const gm_view *view, const gm_mention *then, const gm_mention *now) {
  size_t than = gm_find_than(view, then->clause, then->from), behind = now->to + NAME_CHARS;
  if (than == SIZE_MAX || than < then->clause + 3u || !gm_one_before(view, than, "数")) return false;
  return !gm_share_pair(view, then->clause, than - 1, now->clause, behind < then->clause ? behind : then->clause);
}

/* Is the value what another is compared with: 较9月的4487例? */
static bool is_compared_with(const gm_view *view, const gm_mention *m) {
  size_t than = gm_find_than(view, m->clause, m->from);
  return than != SIZE_MAX && gm_one_before(view, m->from, "的") &&
         gm_find_mark(view, than, m->from, "，、") == SIZE_MAX;
}

/* 产值6.3亿元，2022年为5.6亿元，比2022年增长: is the later value told right behind the former, in a clause of a year
 * and nothing else, which the change, told in [from, verb), is from? */
static bool year_is_base(const gm_links *links, unsigned former, unsigned later, size_t from, size_t verb) {
  const gm_view *view = links->view;
  const gm_mention *x = &links->items[former], *y = &links->items[later], *year = y - 1;
  size_t is = gm_words_before(view, y->from, "为 是 仅为 则为 同期为"); /* 接单1126单，2024年643单 may be a part */
  if (later != former + 2 || year->figure->kind != GM_FIGURE_YEAR || y->clause != x->to + 1u ||
      year->from != y->clause || !is || year->to + is != y->from)
    return false;
  size_t than = gm_find_than(view, from, verb), told = than == SIZE_MAX ? 0 : gm_number_at(view, than + 1);
  return than == SIZE_MAX || (told && gm_reads_alike(view, than + 1, year->from, told));
}

/* 2022年1625，2023年1840，2024年2116，2024年比上年增长: is the change from the year before the last, the only two that
 * its clause can mean? */
static bool is_last_step(const gm_links *links, const gm_mention *d, unsigned former, unsigned later, size_t verb) {
  const gm_view *view = links->view;
  const gm_mention *year = d - 1;
  if (later != former + 1 ||
      gm_find_word(view, d->clause, verb, "比上年 较上年 比去年 较去年 同比 比前一年 较前一年") == SIZE_MAX)
    return false;
  return year->from < d->clause || (year->figure->kind == GM_FIGURE_YEAR && year->figure->date.year == later);
}

#define APART_PERMILLE 500 /* of a value: an earlier one of another sentence that is farther off is another's */

bool gm_change_of(const gm_links *links, unsigned index, gm_change *out) {
  size_t verb;
  return gm_change_verb(links->view, links->items[index].from, &verb) && gm_change_told(links, index, verb, out);
}

bool gm_change_told(const gm_links *links, unsigned index, size_t verb, gm_change *out) {
  const gm_view *view = links->view;
  const gm_mention *d = &links->items[index];
  int later = value_before(links, index, NULL);
  if (later < 0) return false;
  const gm_mention *y = &links->items[later];
  if (gm_others_beside(links, y, d)) return false;
  size_t clause = d->clause, bare = y->to > clause ? y->to : clause;
  if (bare == clause) bare += named_measure(view, bare, verb, y);
  bool compared = gm_find_than(view, y->clause, y->from) != SIZE_MAX;
  const gm_mention *next = index + 1 < links->count ? d + 1 : NULL;
  if (next && gm_same_sentence(next, d) && gm_subtractable(view, next, y) && is_bare(view, bare, verb)) {
    /* 318天，比上年增加10天（上年为308天） */
    if (gm_one_of(view, d->to, "（，") && gm_find_word(view, d->to, next->from, PAST) == d->to + 1u && !compared &&
        !of_year_before(view, next, bare, verb)) {
      *out = (gm_change){next, y};
      return true;
    }
    /* 比上年的36.2万册次增加6.4万册次，达到42.6万册次; 去年末有2146人，今年净增187人，达到2333人 */
    bool then = gm_find_word(view, y->label, y->from, "去年末 去年底 上年末 上年底 年初 原有") != SIZE_MAX;
    then = then && d->to + 1u + gm_words_at(view, d->to + 1u, "达到 达 增至 升至 增加到 减至 降至 总数达 总数达到") ==
                       next->from;
    /* ，为年度计划5100万元的102.7%: what it is measured against */
    if ((compared || then) && !gm_is_base(links, index + 1) && gm_one_of(view, d->to, "，") &&
        gm_words_at(view, d->to + 1u, "达到 达 增至 升至 增加到 减至 降至 为 上升到 上升至")) {
      *out = (gm_change){y, next};
      return true;
    }
  }
  /* 2864件，同比增加312件，增长12.2%；上年受理2552件: the earlier value told last. */
  unsigned last = index + 1;
  while (last < links->count && links->items[last].figure->kind == GM_FIGURE_PERCENT) last++;
  if (last < links->count && !compared && last <= index + 2) {
    const gm_mention *x = &links->items[last];
    size_t mark = x->clause;
    bool near = !of_year_before(view, x, bare, verb) && x->figure->sentence <= d->figure->sentence + 1 && mark &&
                links->items[last - 1].to + 1u == mark && gm_one_of(view, mark - 1, "；。，");
    /* 5145册，比2017年增长8.8%。年初图书211册: of another shelf */
    near = near && (gm_same_sentence(x, y) || gm_within(x->figure->value, y->figure->value, APART_PERMILLE));
    if (near && gm_words_at(view, mark, PAST) && is_value(links, x) && gm_subtractable(view, x, y) &&
        is_bare(view, bare, verb) && same_measure(links, (unsigned)later, last)) {
      *out = (gm_change){x, y};
      return true;
    }
  }
  int former = value_before(links, (unsigned)later, y);
  if (compared && adds_before(links, (unsigned)later)) former = later - 1;
  /* 较9月的4487例上升20.59%，较去年的5968例下降9.33%: what is compared with twice is neither of the two */
  while (compared && former >= 0 && is_compared_with(view, &links->items[former]))
    former = value_before(links, (unsigned)former, y);
  if (former < 0) return false;
  const gm_mention *x = &links->items[former];
  if (gm_is_base(links, (unsigned)former)) return false;
  /* From a profit to a loss the amounts have different signs. */
  bool lost = gm_find_word(view, x->clause, x->from, "亏") != SIZE_MAX &&
              gm_find_word(view, y->clause, y->from, "亏") != SIZE_MAX; /* 亏损128万元，今年亏损收窄至86万元 */
  if (!lost && (gm_find_word(view, x->clause, d->from, "亏") != SIZE_MAX ||
                gm_find_word(view, y->clause, d->from, "亏") != SIZE_MAX))
    return false;
  if (y->to <= clause && compares_with(view, clause, verb, x, y)) {
    *out = (gm_change){x, y};
    return same_measure(links, (unsigned)former, (unsigned)later);
  }
  if (!is_bare(view, bare, verb)) return false;
  size_t x_label = label_of(links, (unsigned)former), y_label = label_of(links, (unsigned)later);
  bool from = x->figure->roles & GM_ROLE_FROM || gm_find_word(view, x->clause, x->from, "由 从") != SIZE_MAX;
  bool to =
      y->figure->roles & GM_ROLE_TO || says_to(view, x->to, y->from) || (from && gm_one_before(view, y->from, "为"));
  /* 由120亩增加到300亩，…，去年一年就增长19.4%: a part of the time. */
  bool other_time = gm_find_word(view, bare, verb, "去年 上年 上月") != SIZE_MAX &&
                    gm_find_word(view, bare, verb, "比 较 与 和 跟") == SIZE_MAX;
  if (from && to && !other_time && gm_find_word(view, x->to, y->from, "，其中 ；") == SIZE_MAX) {
    *out = (gm_change){x, y};
    return true;
  }
  if (from) return false;
  if (turns_into(view, x, y) && !other_time && y->clause == x->clause) {
    *out = (gm_change){x, y};
    return true;
  }
  if (before_and_after(view, x, y) && gm_find_than(view, bare, verb) == SIZE_MAX) {
    *out = (gm_change){x, y};
    return same_measure(links, (unsigned)former, (unsigned)later);
  }
  /* 5.4亿元，比上年的4.8亿元增长…: the change follows the earlier value. */
  size_t told = d->from - verb + 3; /* the verb, and a word before it */
  if (compared && (d->from - y->to <= told || follows_delta(links, index, (unsigned)later, verb))) {
    *out = (gm_change){y, x};
    return !(y->figure->roles & GM_ROLE_TOTAL) && !of_another_number(view, y, x);
  }
  if (compared || y->to + 12 < clause) return false;
  if (gm_find_word(view, x->to, y_label, "相比") != SIZE_MAX) {
    *out = (gm_change){x, y};
    return same_measure(links, (unsigned)former, (unsigned)later);
  }
  /* 2022年、2023年分别为1260人和1512人 */
  if (former > 1 && gm_find_word(view, x->clause, x->from, "分别") != SIZE_MAX && y->from <= x->to + 1u &&
      x[-1].figure->kind == GM_FIGURE_YEAR && x[-2].figure->kind == GM_FIGURE_YEAR &&
      x[-1].figure->date.year > x[-2].figure->date.year && x[-2].from >= x->clause) {
    *out = (gm_change){x, y};
    return true;
  }
  /* 一季度3.6亿元，二季度4.5亿元，环比增长25% */
  unsigned x_quarter = quarter_told(view, x), y_quarter = quarter_told(view, y);
  if (x_quarter && y_quarter == x_quarter + 1 &&
      gm_find_word(view, clause, verb, "环比 增 提 升 扩 减 降") != SIZE_MAX &&
      gm_find_word(view, clause, verb, "同比") == SIZE_MAX && same_measure(links, (unsigned)former, (unsigned)later)) {
    *out = (gm_change){x, y};
    return true;
  }
  bool x_past = gm_find_word(view, x_label, x->from, PAST) != SIZE_MAX,
       y_past = gm_find_word(view, y_label, y->from, PAST) != SIZE_MAX;
  if (x_past != y_past) {
    if (x_past && gm_told_side_by_side(view, x, y)) return false;
    *out = x_past ? (gm_change){x, y} : (gm_change){y, x};
    return same_measure(links, (unsigned)former, (unsigned)later);
  }
  if (y->clause == x->to + 1u && then_and_now(view, x_label, x, y_label, y)) {
    *out = (gm_change){x, y};
    return same_measure(links, (unsigned)former, (unsigned)later);
  }
  unsigned x_year = year_of(links, (unsigned)former), y_year = year_of(links, (unsigned)later);
  if (!x_year && year_is_base(links, (unsigned)former, (unsigned)later, bare, verb)) {
    *out = (gm_change){y, x};
    return value_before(links, (unsigned)former, x) < 0;
  }
  if (!x_year || !y_year || x_year == y_year || !same_measure(links, (unsigned)former, (unsigned)later)) return false;
  /* A series: which step is meant is unclear, but of 2024年比上年增长, the last. */
  if (value_before(links, (unsigned)former, x) >= 0 && !is_last_step(links, d, x_year, y_year, verb)) return false;
  *out = x_year < y_year ? (gm_change){x, y} : (gm_change){y, x};
  return true;
}

bool gm_change_rose(gm_change change) {
  return gm_decimal_compare(change.after->figure->value, change.before->figure->value) > 0;
}

bool gm_change_size(gm_change change, gm_interval *out) {
  const gm_mention *more = gm_change_rose(change) ? change.after : change.before;
  const gm_mention *less = more == change.after ? change.before : change.after;
  return gm_interval_subtract(more->figure->interval, less->figure->interval, out);
}

bool gm_tells_last_step(const gm_links *links, unsigned index, gm_change change) {
  const gm_mention *d = &links->items[index];
  unsigned former = year_of(links, (unsigned)(change.before - links->items)),
           later = year_of(links, (unsigned)(change.after - links->items));
  return former && later && is_last_step(links, d, former, later, d->from);
}
