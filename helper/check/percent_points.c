/* PCT-06: percent against percentage points. */
#include "check/percent_points.h"
#include "check/change.h"
#include "check/families.h"
#include "check/percent.h"

/* Measures told in percent whose name has no 率. */
#define GRADES                                                                                                                                                       \
  "亏损面 覆盖面 增长面 受益面 获奖面 投入强度 存贷比 收入比 药占比 耗占比 份额 净息差 满意度 知晓度 认可度 支持度 " \
  "信任度 认同度 参与度 美誉度 知名度 好评度 覆盖度 完成度 契合度 匹配度 集中度 依存度 "                                         \
  "饱和度 郁闭度 盖度 安全感 幸福感 获得感 增速 增幅 涨幅 降幅 跌幅"

bool gm_is_rate_told(const gm_links *links, unsigned index, bool *share) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t from = m->clause;
  if (index && links->items[index - 1].to > from) {
    from = links->items[index - 1].to;
    if (gm_one_of(view, from, "的") && from + 1 == m->from) from = links->items[index - 1].label; /* 占2160户的60.0% */
  }
  *share = gm_find_word(view, from, m->from, "占") != SIZE_MAX &&
           gm_find_word(view, from, m->from, "占比 比例 比重 占有率") == SIZE_MAX;
  return *share || gm_find_word(view, from, m->from, "率 占比 比例 比重 " GRADES) != SIZE_MAX;
}

/* 四年间, 三个月来, 两年累计: the span that opens a clause, its characters. */
static size_t span_at(const gm_view *view, size_t from) {
  size_t number = gm_number_at(view, from), unit = number ? gm_words_at(view, from + number, "年 个月 学年 个学期") : 0;
  size_t end = from + number + unit;
  return unit ? number + unit + gm_words_at(view, end, "间 来 里 内 共 累计 时间") : 0;
}

bool gm_is_bare_comparison(const gm_view *view, size_t from, size_t to) {
  from += span_at(view, from);
  if (from >= to) return false;
  if (!gm_words_at(view, from, "同比 环比 比 较 与 上升 提高 下降 降低 增长 增加 回落 提升 又 再")) return false;
  return gm_find_word(view, from, to, "率 量 额 数 值 占 收入 产 费") == SIZE_MAX;
}

/* The percentage that `index` differs from by `delta`; NULL when there is none. */
static const gm_mention *differing_by(const gm_links *links, unsigned index, unsigned delta, bool down) {
  const gm_mention *rate = &links->items[index], *d = &links->items[delta];
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    gm_decimal difference;
    if (i == index || i == delta || f->kind != GM_FIGURE_PERCENT || f->roles & GM_ROLE_THRESHOLD) continue;
    if (!(down ? gm_decimal_subtract(f->value, rate->figure->value, &difference)
               : gm_decimal_subtract(rate->figure->value, f->value, &difference)))
      continue;
    if (gm_decimal_compare(difference, d->figure->value) == 0) return &links->items[i];
  }
  return NULL;
}

#define CARRIED                                                                                                                                                      \
  "达到 达到了 达 为 是 已达 已达到 上升到 上升至 提高到 提高至 提升到 提升至 下降到 下降至 降低到 降低至 降到 降至 " \
  "升到 升至 增加到 增至 增长到 增长至 年 月 日 末 底 初 上半年 下半年 季度 今年 目前 现在 如今 截至 到 则 已 更是 "     \
  "同期 年度 季度 月份 学年 学期 上月 上季度 前年 本年 当年 （ 这一比例 这一数字 这一比率 该比例 又 的 ， 而 只有 "     \
  "仅有 仅为 仅 还只有 才 去年 上年 上届 上期 占 届 级 上一年 上一届 上年度 上一年度"

/* 2024年达到95.1%: does the value name nothing of its own, so that it is of the rate told before? */
static bool names_nothing(const gm_view *view, const gm_mention *m) {
  for (size_t i = m->figure->roles & GM_ROLE_PAREN ? m->label : m->clause; i < m->from;) {
    size_t word = gm_words_at(view, i, CARRIED);
    if (!word) word = gm_number_at(view, i);
    if (!word) return false;
    i += word;
  }
  return true;
}

/* …率为86.3%；2024年达到95.1%: is the later value of the rate told before? */
static bool carries_on(const gm_links *links, unsigned index, const gm_mention *earlier) {
  const gm_mention *m = &links->items[index];
  bool share;
  if (earlier > m || m->figure->sentence > earlier->figure->sentence + 1) return false;
  if (gm_is_delta(earlier->figure) || !gm_is_rate_told(links, (unsigned)(earlier - links->items), &share)) return false;
  return names_nothing(links->view, m);
}

/* A delta by its verb, and none by its name: 工业增加值增速为7.8%, 对经济增长的贡献率达61.4%. */
static bool is_change(const gm_view *view, const gm_mention *m) {
  size_t name = m->from - gm_words_before(view, m->from, "为 达 达到 达到了 是 约为");
  return gm_is_delta(m->figure) && !gm_words_before(view, name, "增速 增幅 涨幅 降幅 跌幅 贡献率 占比 比重");
}

void gm_offer_points(gm_line_check *check, size_t from, const gm_mention *delta, gm_decimal value) {
  if (!gm_is_exact(delta->figure)) return;
  gm_buffer text = {0};
  gm_buffer_string(&text, gm_quote_line(check->view, from, delta->number).text);
  gm_buffer_string(&text, gm_quote_decimal(value).text);
  gm_buffer_string(&text, "个百分点");
  *gm_push(&text) = 0;
  gm_offer(check->out, text.items);
  gm_array_free(&text);
}

void gm_report_points(gm_line_check *check, size_t from, const gm_mention *delta, const gm_mention *a,
                      const gm_mention *b) {
  const gm_view *view = check->view;
  gm_report_line(check, from, delta->to);
  gm_say(check->out, check->language, "%s与%s相差%s个百分点，不是%s",
         "%s and %s differ by %s percentage points, not %s", gm_quote_mention(view, a).text,
         gm_quote_mention(view, b).text, gm_quote_decimal(delta->figure->value).text,
         gm_quote_mention(view, delta).text);
  gm_offer_points(check, from, delta, delta->figure->value);
}

#define OTHERS                                                                                                                                      \
  "平均水平 平均值 平均数 平均 水平 全国 全省 全市 全县 全区 同类 目标 标准 去年同期 上年同期 去年 上年 " \
  "同期 往年 上届 上季度 上月"

static void report_above(gm_line_check *check, const gm_mention *delta, const gm_mention *rate) {
  const gm_view *view = check->view;
  gm_report_line(check, delta->clause, delta->to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "比率%s与别处之差应用百分点：是否为“%s个百分点”？",
         "the rate %s differs by percentage points: is it “%s percentage points”?", gm_quote_mention(view, rate).text,
         gm_quote_decimal(delta->figure->value).text);
  gm_offer_points(check, delta->clause, delta, delta->figure->value);
  gm_relate_mention(check, rate, "比率", "the rate");
}

/* 本科率84.6%，高出全市平均水平6.3%: a rate beside that of others, with no value told for them. */
static void check_above_others(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *rate = delta - 1;
  bool share;
  size_t paced =
      delta->clause + gm_words_at(view, delta->clause, "增速 增幅 涨幅 降幅"); /* 增长5.6%，增速高于全省0.4% */
  if (delta->figure->kind == GM_FIGURE_PERCENT && rate->figure->kind == GM_FIGURE_PERCENT && paced > delta->clause &&
      gm_same_sentence(rate, delta) && gm_words_at(view, paced, "高出 高于 低于 超出 超过") &&
      gm_words_before(view, delta->from, OTHERS) && !gm_is_told(check, delta) &&
      gm_decimal_compare(delta->figure->value, rate->figure->value) < 0) {
    report_above(check, delta, rate);
    return;
  }
  if (delta->figure->kind != GM_FIGURE_PERCENT || rate->figure->kind != GM_FIGURE_PERCENT ||
      !gm_same_sentence(rate, delta) || is_change(view, rate) || rate->to + 1u != delta->clause ||
      gm_decimal_compare(delta->figure->value, rate->figure->value) >= 0)
    return;
  bool apart = gm_words_at(view, delta->clause, "高出 高于 低于 超出 领先 高过 优于 超过 低过 低出") &&
               gm_words_before(view, delta->from, OTHERS);
  /* 比合同约定高出4% */
  bool compared = gm_words_at(view, delta->clause, "比 较") &&
                  gm_words_before(view, delta->from, "高出 高出了 高 高了 低 低了 高过 低出 领先") &&
                  !gm_words_before(view, delta->from, RATE_VERBS) && gm_is_bare_comparison(view, delta->clause, delta->from);
  if ((!apart && !compared) || !gm_is_rate_told(links, index - 1, &share) || gm_is_told(check, delta)) return;
  report_above(check, delta, rate);
}

#define NAME_CHARS 3u /* of a rate, with 率: 处理率 */

/* Do the characters right before `verb` name a rate that the same sentence begins with, before its first percentage?
 * 污水集中处理率2019年为82.4%，2023年达到91.6%，四年间处理率上升9.2%. */
static bool names_rate_told(const gm_links *links, unsigned index, size_t verb) {
  const gm_view *view = links->view;
  size_t start = gm_sentence_start(view, verb), first = verb;
  for (unsigned i = 0; i < index; i++)
    if (links->items[i].figure->kind == GM_FIGURE_PERCENT && links->items[i].from >= start &&
        links->items[i].from < first)
      first = links->items[i].from;
  return gm_one_before(view, verb, "率") && verb >= start + NAME_CHARS &&
         gm_find_run(view, start, first, verb - NAME_CHARS, NAME_CHARS) != SIZE_MAX;
}

/* 占28.0%；去年占比为22.5%。…，占比提高5.5%: the clause names a share, and two shares of the line lie so far apart. */
static void check_named_share(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index];
  size_t verb;
  if (delta->figure->kind != GM_FIGURE_PERCENT || !gm_is_delta(delta->figure) || index < 2 ||
      !gm_is_exact(delta->figure) || gm_is_told(check, delta) || !gm_change_verb(view, delta->from, &verb) ||
      !gm_words_before(view, verb, "占比 比重 比例 率 率同比 占比同比 比重同比"))
    return;
  bool named = names_rate_told(links, index, verb);
  for (unsigned i = 0; i < index; i++)
    for (unsigned k = 0; k < index; k++) {
      const gm_mention *more = &links->items[i], *less = &links->items[k];
      gm_decimal difference;
      bool share;
      if (more->figure->kind != GM_FIGURE_PERCENT || less->figure->kind != GM_FIGURE_PERCENT ||
          more->figure->value.scale != delta->figure->value.scale ||
          less->figure->value.scale != delta->figure->value.scale ||
          !gm_decimal_subtract(more->figure->value, less->figure->value, &difference) || difference.digits <= 0 ||
          gm_decimal_compare(difference, delta->figure->value))
        continue;
      if (is_change(view, more) || is_change(view, less)) continue;
      if (!(named && gm_same_sentence(more, delta) && gm_same_sentence(less, delta)) &&
          (!gm_is_rate_told(links, i, &share) || !gm_is_rate_told(links, k, &share)))
        continue;
      gm_report_points(check, verb, delta, more, less);
      gm_relate_mention(check, more, "比率", "the rate");
      return;
    }
}

/* Amounts that are themselves high or low. */
#define LEVELS_NAMED                                                                                                                                               \
  "均 标准 价格 单价 价为 收购价 工资 薪 待遇 补贴 补助 单产 水平 成本 收费 效率 能力 速度 强度 浓度 得分 成绩 分数 " \
  "每 门槛 额度"

#define SHARE_MOST   10 /* points: no share of a year before is farther, and an amount may be */
#define COUNTED_MOST 30 /* of things or people, of which 提高 is seldom said */

/* 电动集卡240辆，占60%，比上年同期提高18%: how many points a share may have risen, by what it is told of. */
static unsigned most_points(const gm_mention *share) {
  const gm_mention *part = share - 1;
  const uint8_t class = gm_units[part->figure->unit].unit_class;
  const bool counted = gm_is_amount(part->figure) && (class == GM_CLASS_COUNT || class == GM_CLASS_PERSON);
  return counted && gm_is_plain(part->figure) && share->clause == part->to + 1u ? COUNTED_MOST : SHARE_MOST;
}

/* 683人，占61.0%，比上年提高2.7%: a number of people or a sum grows, and a share is raised; an output may be either. */
static bool raises_share(const gm_links *links, unsigned share, unsigned delta) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[delta], *first = &links->items[share];
  if (!gm_words_before(view, m->from, "提高 提高了 提升 提升了 回落") ||
      gm_decimal_compare(m->figure->value, gm_decimal_of(share ? most_points(first) : SHARE_MOST)) > 0)
    return false;
  while (first > links->items && gm_same_sentence(first - 1, m)) {
    first--;
    if (gm_is_amount(first->figure) && gm_units[first->figure->unit].unit_class == GM_CLASS_MEASURE) return false;
  }
  return gm_find_word(view, first->clause, m->from, LEVELS_NAMED) == SIZE_MAX;
}

/* 出口额占比六成，增长9%: is the share told in passing of an amount, which is what grows? */
static bool grows_in_passing(const gm_view *view, const gm_mention *rate, const gm_mention *delta) {
  size_t share = rate->from - gm_words_before(view, rate->from, "占比 占比达 占比为 占比超 占比近 占比约");
  return share < rate->from && gm_words_before(view, share, "额 值 量 收入 利润 投资") &&
         gm_words_before(view, delta->from, "增长 增长了 增加 增加了");
}

#define MUCH 10 /* points by which few rates move in a year */

/* 完成投资7.95亿元，完成率为92.2%，同比增长23.6%，增速居第2位: is so great a change that of the amount right before the
 * rate, of which the rate tells in passing? */
static bool is_of_amount(const gm_links *links, unsigned rate, unsigned delta) {
  const gm_view *view = links->view;
  const gm_mention *r = &links->items[rate], *d = &links->items[delta];
  return rate && gm_is_amount(r[-1].figure) && gm_same_sentence(r - 1, d) && r->clause == r[-1].to + 1u &&
         gm_decimal_compare(d->figure->value, gm_decimal_of(MUCH)) >= 0 &&
         gm_words_before(view, d->from, "增长 下降 增加 减少 增长了 下降了 增加了 减少了");
}

/* 合格286批，合格率97.3%，上年为264批，合格率96.0%，增长8.3%: is it the growth from one amount of the sentence to
 * another?
 */
static bool is_growth_of_amounts(const gm_links *links, const gm_mention *delta, bool down) {
  const gm_interval printed = gm_percent_interval(delta->figure, 1);
  for (const gm_mention *a = links->items; a < delta; a++)
    for (const gm_mention *b = links->items; gm_same_sentence(a, delta) && gm_is_count(a->figure) && b < delta; b++) {
      gm_interval size;
      if (b != a && gm_same_sentence(b, delta) && gm_is_count(b->figure) && gm_comparable(a->figure, b->figure) &&
          (down ? gm_interval_subtract(a->figure->interval, b->figure->interval, &size)
                : gm_interval_subtract(b->figure->interval, a->figure->interval, &size)) &&
          gm_ratio_fits(size, a->figure->interval, printed))
        return true;
    }
  return false;
}

static void check_points(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  unsigned before = index - 1; /* a date may stand between: 比2008年增长 */
  while (before && links->items[before].figure->kind >= GM_FIGURE_DATE &&
         links->items[before].figure->kind <= GM_FIGURE_ORDINAL)
    before--;
  size_t limit =
      gm_words_at(view, links->items[before].to, "以内 以下 以上"); /* 失业率为4.2%，控制在5%以内，比上年下降… */
  /* 51.3%，首次超过50%，较上年提高3.2% */
  bool passed = gm_words_at(view, links->items[before].clause, "首次超过 首次突破 突破 首次达到") != 0;
  bool limited = before && (limit || passed) && links->items[before].figure->kind == GM_FIGURE_PERCENT &&
                 links->items[before - 1].figure->kind == GM_FIGURE_PERCENT &&
                 gm_words_at(view, links->items[before].clause, "控制在 低于 高于 保持在 稳定在 达到 超过 首次超过 首次突破 突破 首次达到") &&
                 links->items[before].clause == links->items[before - 1].to + 1u;
  size_t limit_end = limited ? links->items[before].to + limit : 0;
  before -= limited;
  const gm_mention *rate = &links->items[before], *delta = &links->items[index];
  if (rate->figure->kind != GM_FIGURE_PERCENT || delta->figure->kind != GM_FIGURE_PERCENT) return;
  if (!gm_same_sentence(rate, delta) || is_change(view, rate)) return;
  size_t clause = delta->clause;
  size_t verb = gm_words_before(view, delta->from, RATE_VERBS);
  size_t end =
      limited ? limit_end : rate->to + gm_words_at(view, rate->to, "以上 左右"); /* 稳定在96%以上，较上年提升1.3% */
  if (!verb) return;
  if (gm_one_of(view, end, "（、")) clause = end + 1; /* 优秀率为61.0%（比上年提高2.7%）; 88.5%、提高0.8% */
  if (clause > end + 1 && delta->clause == clause && gm_one_of(view, end, "，") && /* 84.8%，与2000年相比，提高了4.5% */
      gm_words_at(view, end + 1, "与 同 和 跟") && gm_words_before(view, clause - 1, "相比 相比较 比较") &&
      gm_find_mark(view, end + 1, clause - 1, "，；：") == SIZE_MAX)
    end = clause - 1;
  if (clause != end + 1 || !gm_one_of(view, end, "，、（")) return;
  if (!gm_is_bare_comparison(view, clause, delta->from)) return;
  bool down = gm_words_before(view, delta->from,
                              "下降 降低 回落 下降了 降低了 收窄 收窄了 缩小 缩小了 微降 下滑 下滑了") != 0,
       share = false;
  const gm_mention *other = differing_by(links, before, index, down);
  if (!gm_is_rate_told(links, before, &share) && !(other && carries_on(links, before, other))) return;
  if (!other && share) {
    /* 收入7318万元，占年度预算的31.4%，同比增长7.1%: the growth is of the income. */
    if (gm_words_before(view, delta->from, "增长 增加 增长了 增加了 成长")) return;
    if (!raises_share(links, before, index))
      for (unsigned i = before; i-- > 0 && gm_same_sentence(&links->items[i], delta);)
        if (gm_is_amount(links->items[i].figure)) return;
  }
  if (!other && (grows_in_passing(view, rate, delta) || is_of_amount(links, before, index) ||
                 is_growth_of_amounts(links, delta, down)))
    return;
  /* 产量为8843万吨，占全国比例为68.2%，同比增长5.44%: no two shares told to one digit differ by two */
  if (!other && delta->figure->value.scale > rate->figure->value.scale &&
      gm_find_word(view, rate->clause, rate->from, "占") != SIZE_MAX &&
      gm_words_before(view, delta->from, "增长 增加 增长了 增加了"))
    return;
  /* A rate cannot rise by more than it is. */
  if (!other && !down && gm_decimal_compare(delta->figure->value, rate->figure->value) > 0) return;
  if (other) {
    gm_report_points(check, delta->from - verb, delta, rate, other);
  } else {
    gm_report_line(check, delta->from - verb, delta->to);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "比率%s的变动应用百分点：是否为“%s个百分点”？",
           "the rate %s changes by percentage points: is it “%s percentage points”?", gm_quote_mention(view, rate).text,
           gm_quote_decimal(delta->figure->value).text);
    gm_offer_points(check, delta->from - verb, delta, delta->figure->value);
  }
  gm_relate_mention(check, rate, "比率", "the rate");
}

/* 由92.3%提高到95.8%，提高3.5%: both ends are given, and the change is their difference. True when the sentence gives
 * both ends, whether there is something to tell or not. */
static bool check_ends(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index];
  gm_change change;
  gm_decimal difference, relative;
  if (delta->figure->kind != GM_FIGURE_PERCENT || !gm_change_of(links, index, &change)) return false;
  const gm_mention *a = change.before, *b = change.after;
  if (a->figure->kind != GM_FIGURE_PERCENT || b->figure->kind != GM_FIGURE_PERCENT) return false;
  const gm_mention *more = gm_change_rose(change) ? b : a, *less = more == b ? a : b;
  if (!gm_decimal_subtract(more->figure->value, less->figure->value, &difference) ||
      !gm_percent_of(difference, a->figure->value, delta->figure->value.scale, &relative))
    return true;
  if (!gm_is_exact(delta->figure) || gm_decimal_compare(difference, delta->figure->value)) return true;
  /* 由80%提高到100%，提高25% is a fourth of it. Where both readings give one number, near 100%, a rate moves by points.
   */
  bool share, either = !gm_decimal_compare(relative, delta->figure->value);
  if (either && !gm_is_rate_told(links, (unsigned)(a - links->items), &share) &&
      !gm_is_rate_told(links, (unsigned)(b - links->items), &share))
    return true;
  size_t verb;
  gm_change_verb(view, delta->from, &verb);
  gm_report_points(check, verb, delta, a, b);
  if (either || !gm_is_exact(a->figure) || !gm_is_exact(b->figure)) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_relate_mention(check, a, "变动前", "before");
  gm_relate_mention(check, b, "变动后", "after");
  return true;
}

#define BARE_CHARS 10u /* of a clause that names nothing: 算下来，比2020年 */

/* …率去年为98.2%，2019年为90.7%，算下来提高了7.5%; 升至4.6%，比2020年上升1.3%（2020年为3.3%）: the change of a clause
 * that names nothing is just what the two percentages beside it differ by. */
static void check_differing(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *next = delta + 1;
  const gm_mention *a = gm_percentage_before(links, delta), *b = a ? gm_percentage_before(links, a) : NULL;
  size_t verb;
  bool share;
  const gm_mention *end = links->items + links->count;
  while (next < end && next->figure->kind >= GM_FIGURE_DATE && next->figure->kind <= GM_FIGURE_ORDINAL) next++;
  if (next < end && next->figure->kind == GM_FIGURE_PERCENT && next->figure->roles & GM_ROLE_PAREN &&
      gm_same_sentence(delta, next))
    b = next;
  if (!a || !b || delta->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(delta->figure) || gm_is_told(check, delta) ||
      !gm_change_verb(view, delta->from, &verb) || verb < delta->clause || verb - delta->clause > BARE_CHARS ||
      is_change(view, a) || is_change(view, b))
    return;
  if (gm_find_word(view, delta->clause, verb,
                   "率 量 额 数 值 占 收 产 费 元 资 人 户 亩 吨 业 价 本 利 税 比重 比例") != SIZE_MAX ||
      !names_nothing(view, a < b ? b : a))
    return;
  const gm_mention *first = a < b ? a : b;
  if (!(first->figure->roles & GM_ROLE_TO) && !gm_is_rate_told(links, (unsigned)(first - links->items), &share)) return;
  bool higher = gm_decimal_compare(a->figure->value, b->figure->value) > 0;
  const gm_mention *more = higher ? a : b, *less = higher ? b : a;
  gm_decimal difference, relative;
  if (!gm_decimal_subtract(more->figure->value, less->figure->value, &difference) ||
      gm_decimal_compare(difference, delta->figure->value) ||
      !gm_percent_of(difference, less->figure->value, delta->figure->value.scale, &relative) ||
      !gm_decimal_compare(relative, delta->figure->value))
    return;
  gm_report_points(check, verb, delta, more, less);
  gm_relate_mention(check, more, "比率", "the rate");
  gm_relate_mention(check, less, "比率", "the rate");
}

#define YEARS_MAX 30 /* more are no plan's */

/* 五年来，由46.3%提高到52.8%，年均提高1.3%: the difference of the ends by the years, which is no rate of growth. */
static void check_yearly(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[index], *b = delta - 1, *a = delta - 2;
  size_t verb;
  if (index < 3 || delta->figure->kind != GM_FIGURE_PERCENT || b->figure->kind != GM_FIGURE_PERCENT ||
      a->figure->kind != GM_FIGURE_PERCENT || !gm_same_sentence(a, delta) ||
      !gm_change_verb(view, delta->from, &verb) || !gm_words_before(view, verb, "年均 平均每年 每年平均") ||
      !(b->figure->roles & GM_ROLE_TO) || !gm_is_exact(delta->figure))
    return;
  unsigned years = 0, first = 0, last = 0;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], delta);) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_DURATION && gm_one_before(view, links->items[i].to, "年") && gm_is_exact(f) &&
        !f->value.scale)
      years = (unsigned)f->value.digits;
    if (f->kind != GM_FIGURE_YEAR || !f->date.year) continue;
    if (!last) last = f->date.year;
    first = f->date.year;
  }
  if (!years && last > first) years = last - first;
  gm_decimal difference, each;
  if (years < 2 || years > YEARS_MAX || !gm_decimal_subtract(b->figure->value, a->figure->value, &difference)) return;
  if (difference.digits < 0) difference.digits = -difference.digits;
  if (!gm_decimal_divide(difference, gm_decimal_of(years), delta->figure->value.scale, &each) ||
      gm_decimal_compare(each, delta->figure->value))
    return;
  gm_report_line(check, verb, delta->to);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s与%s相差%s个百分点，%u年平均%s个百分点，不是%s",
         "%s and %s differ by %s percentage points, in %u years by %s points a year, not %s",
         gm_quote_mention(view, a).text, gm_quote_mention(view, b).text, gm_quote_decimal(difference).text, years,
         gm_quote_decimal(each).text, gm_quote_mention(view, delta).text);
  gm_offer_points(check, verb, delta, each);
  gm_relate_mention(check, a, "变动前", "before");
  gm_relate_mention(check, b, "变动后", "after");
}

void gm_check_percentage_points(gm_line_check *check) {
  const gm_figure *only = &check->figures->items[0];
  if (check->figures->count < 2 && only->kind != GM_FIGURE_POINTS && only->kind != GM_FIGURE_PERCENT) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_POINTS) gm_check_amount_in_points(check, links, i);
  bool several = gm_count_kind(check->figures, GM_FIGURE_PERCENT) > 1;
  for (unsigned i = 0; i < links->count; i++) {
    size_t told = check->out->list.count;
    if (several && i) {
      if (check_ends(check, links, i)) continue;
      gm_check_apart(check, links, i);
      if (told == check->out->list.count) check_points(check, links, i);
      check_above_others(check, links, i);
      check_named_share(check, links, i);
      if (told == check->out->list.count) check_yearly(check, links, i);
      if (told == check->out->list.count) check_differing(check, links, i);
    }
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_PERCENT && f->value.scale && told == check->out->list.count)
      gm_check_named_rate(check, links, i);
    if (f->kind == GM_FIGURE_PERCENT && told == check->out->list.count) gm_check_growth_points(check, links, i);
    if (f->kind == GM_FIGURE_PERCENT && told == check->out->list.count) gm_check_moved_points(check, links, i);
  }
}
