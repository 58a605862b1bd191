/* AR-03: a difference against the two amounts it is of. */
#include "check/any_fit.h"
#include "check/draft.h"
#include "check/families.h"

static bool meets(gm_interval a, gm_interval b) {
  return gm_decimal_compare(a.low, b.high) <= 0 && gm_decimal_compare(b.low, a.high) <= 0;
}

static void report(gm_line_check *check, gm_change change, const gm_mention *delta) {
  const gm_view *view = check->view;
  gm_decimal difference;
  const gm_mention *a = change.before, *b = change.after;
  const gm_mention *more = gm_change_rose(change) ? b : a, *less = more == b ? a : b;
  if (gm_disclaimed(view) || !gm_decimal_subtract(more->figure->value, less->figure->value, &difference)) return;
  gm_report_mention(check, delta);
  if (!gm_is_exact(a->figure) || !gm_is_exact(b->figure) || !gm_is_exact(delta->figure))
    gm_lower(check->out, GM_SEVERITY_WARNING);
  const gm_mention *model = delta->figure->kind == GM_FIGURE_POINTS ? delta : more;
  gm_say(check->out, check->language, "%s-%s=%s，文中为%s", "%s - %s = %s, the text says %s",
         gm_quote_mention(view, more).text, gm_quote_mention(view, less).text,
         gm_quote_amount(difference, model, view).text, gm_quote_mention(view, delta).text);
  gm_offer_value(check, delta, difference);
  gm_relate_mention(check, a, "变动前", "before");
  gm_relate_mention(check, b, "变动后", "after");
}

static bool difference_fits(gm_change change, const gm_mention *delta) {
  gm_interval size;
  return !gm_change_size(change, &size) || meets(size, delta->figure->interval);
}

/* Can `delta` be told in the values' unit? 个百分点 of percentages, else the same unit. */
static bool is_difference_of(const gm_view *view, const gm_mention *delta, const gm_mention *value) {
  if (value->figure->kind == GM_FIGURE_PERCENT) return delta->figure->kind == GM_FIGURE_POINTS;
  return delta->figure->kind == value->figure->kind && gm_subtractable(view, delta, value);
}

/* The two values told in the sentence, and their difference. */
static void check_difference(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *delta = &links->items[index];
  gm_change change;
  if (delta->figure->roles & GM_ROLE_PAREN || !gm_change_of(links, index, &change)) return;
  bool price = gm_find_word(check->view, gm_clause_start(check->view, change.before->from), change.before->from,
                            "价 票 费 标准 亩产 单产") != SIZE_MAX; /* 票价由15元调整为12元，每张优惠3元 */
  if (delta->figure->roles & GM_ROLE_EACH && !price &&
      !((change.before->figure->roles | change.after->figure->roles) & GM_ROLE_EACH))
    return;
  if (!is_difference_of(check->view, delta, change.before)) return;
  size_t verb;
  bool up = gm_change_verb(check->view, delta->from, &verb) > 0;
  if (gm_change_rose(change) == up && difference_fits(change, delta))
    gm_agree(check, change.before, change.after, delta);
  else if (!gm_some_difference_fits(links, index, change))
    report(check, change, delta);
}

#define YEARS_MAX 100 /* more years than that are no plan's */

/* Does a change of `whole` in `years` years make `each` a year, rounded to its last digit? */
static bool yearly_fits(gm_interval whole, unsigned years, const gm_figure *each) {
  gm_interval a = each->interval;
  gm_decimal unit = {1, each->value.scale};
  if (gm_is_exact(each) && (!gm_decimal_subtract(a.low, unit, &a.low) || !gm_decimal_add(a.high, unit, &a.high)))
    return true;
  if (!gm_decimal_multiply(a.low, gm_decimal_of(years), &a.low) ||
      !gm_decimal_multiply(a.high, gm_decimal_of(years), &a.high))
    return true;
  return meets(whole, a);
}

#define YEARLY "平均每年 年均 每年平均"

/* 5年减少6400多户，平均每年减少1200多户: the change right before, and the years that the sentence tells. */
static void check_yearly(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *whole = each - 1;
  size_t verb, before;
  int way = gm_change_verb(view, each->from, &verb);
  size_t word = way ? gm_words_before(view, verb, YEARLY) : 0;
  if (!word || !gm_one_before(view, verb - word, "，") || verb - word != whole->to + 1u ||
      !gm_same_sentence(whole, each))
    return;
  if (gm_change_verb(view, whole->from, &before) != way || !gm_comparable(whole->figure, each->figure) ||
      each->figure->value.digits <= 0 || gm_is_told(check, whole) || gm_is_told(check, each))
    return;
  unsigned years = 0, first = 0, last = 0;
  bool fits = false;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], each);) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE) {
      if (!f->date.year) return;
      if (!last) last = f->date.year;
      first = f->date.year;
    } else if (f->kind == GM_FIGURE_DURATION) {
      if (!gm_one_before(view, links->items[i].to, "年") || f->value.scale || !gm_is_exact(f)) return;
      if (f->value.digits < 2 || f->value.digits > YEARS_MAX) return;
      years = (unsigned)f->value.digits;
      fits = fits || yearly_fits(whole->figure->interval, years, each->figure);
    }
  }
  /* From 2016 to 2021 are five years, or six with both. */
  if (last > first && last - first < YEARS_MAX) {
    unsigned span = last - first;
    fits = fits || yearly_fits(whole->figure->interval, span, each->figure) ||
           yearly_fits(whole->figure->interval, span + 1, each->figure);
    if (!years) years = span;
  }
  gm_decimal computed;
  if (years < 2 || fits || gm_disclaimed(view) ||
      !gm_decimal_divide(whole->figure->value, gm_decimal_of(years), each->figure->value.scale, &computed))
    return;
  gm_report_mention(check, each);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%u年=%s，文中为%s", "%s in %u years are %s a year, the text says %s",
         gm_quote_mention(view, whole).text, years, gm_quote_amount(computed, each, view).text,
         gm_quote_mention(view, each).text);
  gm_offer_value(check, each, computed);
  gm_relate_mention(check, whole, "总变动", "the whole change");
}

#define CAME \
  "新增 增加 发展 招收 吸纳 纳新 出生 迁入 入会 新发展 招录 引进 转入 流入 入库 加入 调入 新招 新聘 入职 吸收"
#define WENT "退 死亡 迁出 流出 离职 转出 注销 毕业 调出 出库 除名 脱落 淘汰 减少 关闭 停业"

/* 新建冷库23座，冷库总数由41座增加到64座: what was built, and a number that has risen by more than that. */
static void check_built(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *after = &links->items[index], *before = after - 1, *built = after - 2;
  if (!(before->figure->roles & GM_ROLE_FROM) || !(after->figure->roles & GM_ROLE_TO) ||
      !gm_same_sentence(built, after) || !gm_is_amount(built->figure) || !gm_comparable(built->figure, after->figure) ||
      !gm_comparable(before->figure, after->figure) || before->clause != after->clause || built->to > before->clause ||
      gm_find_mark(view, built->to, before->clause - 1, "，；：") != SIZE_MAX)
    return;
  if (gm_find_word(view, built->label, built->from, "新建 新增 新开 新招 新购 新设 增设 建成 新添 增开") == SIZE_MAX ||
      gm_find_word(view, built->label, built->from, "其中 计划 改造 每 比 同比 净") != SIZE_MAX ||
      gm_find_word(view, before->clause, before->from, "上年 去年 年初 比") != SIZE_MAX ||
      !gm_share_pair(view, built->label, built->from, before->clause, before->from))
    return;
  gm_change change = {before, after};
  if (difference_fits(change, built)) {
    gm_agree(check, before, after, built);
    return;
  }
  gm_decimal rise;
  if (!gm_change_rose(change) || gm_is_told(check, built) ||
      !gm_decimal_subtract(after->figure->value, before->figure->value, &rise) ||
      gm_decimal_compare(rise, built->figure->value) < 0 || !gm_within(rise, built->figure->value, 300))
    return;
  report(check, change, built);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

#define NET "净"

/* 出生2038人、死亡2615人，迁入4126人、迁出5873人，净迁出1747人: the net change of what one verb tells, of which the two
 * amounts right before are. */
static bool nets_two(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *net = &links->items[index], *second = net - 1, *first = net - 2;
  size_t verb = gm_find_word(view, net->label, net->from, NET);
  if (verb + 2 >= net->from || !(view->cls[verb + 1] & view->cls[verb + 2] & GM_HAN)) return false;
  static const char *const pairs[] = {"迁入 迁出", "流入 流出", "转入 转出", "调入 调出"};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (gm_words_at(view, verb + 1, pairs[i]) &&
        gm_find_word(view, gm_sentence_start(view, net->from), first->label, pairs[i]) == SIZE_MAX &&
        gm_find_word(view, first->label, first->from, pairs[i]) != SIZE_MAX &&
        gm_find_word(view, second->label, second->from, pairs[i]) != SIZE_MAX)
      return true;
  return false;
}

/* 新增212人，退会45人，净增167人: what came, what went, and what is left of it. */
static void check_flow(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *net = &links->items[index];
  if (index < 2 || gm_find_word(view, links->items[index].label, net->from, NET) == SIZE_MAX) return;
  const gm_mention *second = net - 1, *first = net - 2;
  if (!gm_same_sentence(first, net) || !gm_is_amount(first->figure) || !gm_is_amount(second->figure) ||
      !gm_comparable(first->figure, net->figure) || !gm_comparable(second->figure, net->figure))
    return;
  if (index > 2 && gm_same_sentence(net - 3, net) && gm_is_amount(net[-3].figure) &&
      gm_comparable(net[-3].figure, net->figure) && !nets_two(links, index))
    return; /* more that came or went */
  size_t a = links->items[index - 2].label, b = links->items[index - 1].label;
  bool came =
      gm_find_word(view, a, first->from, CAME) != SIZE_MAX && gm_find_word(view, b, second->from, WENT) != SIZE_MAX;
  bool went =
      gm_find_word(view, a, first->from, WENT) != SIZE_MAX && gm_find_word(view, b, second->from, CAME) != SIZE_MAX;
  if (came == went) return;
  gm_change flow = {second, first};
  if (difference_fits(flow, net))
    gm_agree(check, first, second, net);
  else
    report(check, flow, net);
}

/* What was due, what there is of it, and what is missing. */
static const struct {
  const char *due, *present, *lacking;
  bool alone; /* nothing like it is told before in the sentence */
} accounts[] = {
    {"编制 定员 应到 应有 应报 应参 应收 核定",
     "现有 实有 实到 在岗 在编 实报 实参 实收 实际到会 实际到岗 实际参加 出席",
     "缺额 缺编 空缺 空编 空额 缺 请假 未到 缺席 未报 未参加 因病 因事 因公", false},
    {"应配套 应到位 应缴 应拨 应付 应还", "实际到位 实到位 实缴 实拨 实际缴纳 实际拨付 已到位 已缴 已付 已还",
     "少到位 少缴 少拨 欠缴 未到位 未缴 欠付 未付 尚欠", false},
    {"报名 登记 签约 初选", "最终 实际参赛 实际参加 实际参考 实际参训 最终参赛 实参",
     "取消 弃权 放弃 退出 未通过 淘汰 缺考 未参加", false},
    {"概算 估算 控制价 预算价 拦标价 预算", "决算 结算 中标价 中标金额 实际支出 实际投资 审定 实际使用 实际花费",
     "节约 节省 节支 结余 核减", false},
    {"合并前 整合前 撤并前 调整前 改革前 精简前 改制前", "合并后 整合后 保留 撤并后 调整后 精简后",
     "撤并 撤销 减少 精简 压减 裁撤", true},
    {"计划 工期 原定 目标 任务", "实际 完成 仅用 只用 竣工 完工 实用",
     "提前 多出 高出 延期 超期 推迟 滞后 超计划 超额完成 超目标 超任务 超出计划 还差 尚差", true},
    {"原有 库存 储备 购进 购入 采购 筹集 募集 收到", "调出 用去 用掉 使用 支出 拨付 发放 售出 卖出 销售 领用 出库 消耗",
     "还剩 剩余 结余 尚余 仅剩 余下 还余 剩下", true},
};

/* Amounts, and days: 计划40天完工，实际用时33天，提前7天. */
static bool can_account(const gm_figure *f) { return gm_is_amount(f) || (f->kind == GM_FIGURE_DURATION && f->unit); }

/* Three amounts of a sentence in a row, of which two at least can be subtracted. */
static bool opens_account(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return index + 2 < links->count && gm_same_sentence(m, m + 2) && can_account(m->figure) && can_account(m[1].figure) &&
         can_account(m[2].figure) && gm_comparable(m->figure, m[2].figure);
}

#define ACCOUNTS_UNKNOWN (~0u)

/* The rows of which the line may have all words, as bits. */
static unsigned accounts_held(const gm_view *view) {
  unsigned held = 0;
  for (unsigned i = 0; i < sizeof accounts / sizeof *accounts; i++)
    if (gm_word_list_may_hold(view, accounts[i].lacking) && gm_word_list_may_hold(view, accounts[i].due) &&
        gm_word_list_may_hold(view, accounts[i].present))
      held |= 1u << i;
  return held;
}

#define TOLD_CHARS 4 /* from 结余 to its number: 结余资金为 */

/* Do the words that end before the number tell it so, and no other thing: not 结余部分连同物资, 撤并的村中? */
static bool told_so(const gm_view *view, const gm_mention *m, const char *words) {
  for (size_t i = m->label; (i = gm_find_word(view, i, m->from, words)) != SIZE_MAX; i++) {
    size_t end = i + gm_words_at(view, i, words);
    if (end <= m->from && m->from - end <= TOLD_CHARS && gm_find_word(view, end, m->from, "的 中 部分") == SIZE_MAX)
      return true;
  }
  return false;
}

/* 编制9人，现有7人，缺额2人: what should be there, what is, what lacks, by one of the rows `held`. */
static void check_vacancy(gm_line_check *check, const gm_links *links, unsigned index, unsigned held) {
  const gm_view *view = links->view;
  const gm_mention *due = &links->items[index], *present = due + 1, *lacking = due + 2;
  /* 应到286人，请假19人，实到267人 */
  size_t row = 0, rows = sizeof accounts / sizeof *accounts;
  while (row < rows &&
         (!(held >> row & 1) || gm_find_word(view, due->clause, due->from, accounts[row].due) == SIZE_MAX))
    row++;
  if (row == rows) return;
  if (accounts[row].alone && ((index && gm_same_sentence(due - 1, due) && gm_comparable(due[-1].figure, due->figure)) ||
                              gm_find_word(view, gm_sentence_start(view, due->from), lacking->from,
                                           "上年 上月 去年 同比 结转 其中 另 累计 占 每") != SIZE_MAX))
    return;
  bool turned = gm_find_word(view, present->to, lacking->from, accounts[row].present) != SIZE_MAX &&
                gm_find_word(view, due->to, lacking->from, accounts[row].lacking) != SIZE_MAX;
  if (accounts[row].alone && told_so(view, lacking, accounts[row].lacking))
    turned = false; /* 完成1350个，超额完成150个 */
  if (turned) {
    present = due + 2;
    lacking = due + 1;
  }
  if (accounts[row].alone && !told_so(view, lacking, accounts[row].lacking)) return;
  /* 编制126个，实有108人，空编18个 */
  bool people = gm_units[present->figure->unit].unit_class == GM_CLASS_PERSON;
  if (!gm_comparable(due->figure, lacking->figure) || (!people && !gm_comparable(due->figure, present->figure))) return;
  if (!turned && (gm_find_word(view, due->to, present->from, accounts[row].present) == SIZE_MAX ||
                  gm_find_word(view, present->to, lacking->from, accounts[row].lacking) == SIZE_MAX))
    return;
  /* 应到45人，实到41人，请假3人，缺席1人: several that lack. */
  const gm_mention *more = index + 3 < links->count ? due + 3 : NULL;
  if (!turned && more && gm_same_sentence(due, more) && gm_is_amount(more->figure) &&
      gm_comparable(more->figure, lacking->figure) &&
      gm_find_word(view, more->label, more->from, accounts[row].lacking) != SIZE_MAX)
    return;
  /* 实际参加179人，请假5人，外出学习2人: what is told next may lack as well. */
  gm_decimal rest;
  if (!turned && more && gm_same_sentence(due, more) && gm_is_amount(more->figure) &&
      gm_comparable(more->figure, lacking->figure) &&
      gm_decimal_subtract(due->figure->value, present->figure->value, &rest) &&
      gm_decimal_subtract(rest, lacking->figure->value, &rest) && gm_decimal_compare(rest, more->figure->value) == 0)
    return;
  gm_change change = {due, turned ? lacking : present};
  if (difference_fits(change, turned ? present : lacking))
    gm_agree(check, due, present, lacking);
  else
    report(check, change, turned ? present : lacking);
}

/* The amount of the sentence that holds mention `index` whose label has one of `words`; NULL when there is none. */
static const gm_mention *labelled(const gm_links *links, unsigned index, const char *words) {
  const gm_mention *found = NULL;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[index]);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[index].figure) ||
        m->figure->roles & GM_ROLE_PAREN ||
        gm_find_word(links->view, links->items[i].label, m->from, words) == SIZE_MAX)
      continue;
    if (found) return NULL;
    found = m;
  }
  return found;
}

/* What there was, what came, what went, and what is left of it. */
static const struct {
  const char *before, *came, *went, *after;
  bool people; /* of whom other changes may be told */
} balances[] = {
    {"上年结余 年初结余 上年结转 期初结余 上期结余 原有结余 年初余额 期初余额 上月结余",
     "收入 接收 募集 筹集 到账 捐赠", "支出 使用 拨付 支付",
     "年末结余 年末余额 期末结余 期末余额 结余 累计结余 月末结余", false},
    {"年初 期初 上年末", "新增 新登记", "再就业 退出 注销 迁出 转出 死亡 脱贫 毕业 减少 退役", "年末 期末 年底", false},
    {"旧存 上年结转 去年结转 上年未结 结转", "新收 收案 受理", "审结 办结 结案", "未结 存案 未审结 尚未办结 未办结",
     false},
    {"年初库存 期初库存 上年库存 原有库存 原库存", "入库 购入 采购 新购 新增", "出库 领用 发放 销售 调出",
     "年末库存 期末库存 现库存 库存余 剩余库存", false},
    {"上月末 上月底 上周末 月初 年初 期初", "新扣 新进 新收 新养 新到 购进 接收 新增 入栏",
     "放行 出栏 离场 售出 卖出 移交 销号 出院 减少", "月末 月底 周末 尚有 还有 年末", true},
    {"年初 上年末 去年底 原有", "发展 新增 纳入 转入 招录 引进 新招 新聘 吸收 新进 调入 新入 迁入 登记",
     "转出 减少 去世 调出 退出 退休 离职 流失 毕业 辞职 注销 迁出 解除 销号 死亡", "现有 目前 现在 年末 年底 实有",
     true},
};

/* Has the line all words of some row? */
static bool balances_held(const gm_view *view) {
  for (size_t i = 0; i < sizeof balances / sizeof *balances; i++)
    if (gm_word_list_may_hold(view, balances[i].before) && gm_word_list_may_hold(view, balances[i].after) &&
        gm_word_list_may_hold(view, balances[i].came) && gm_word_list_may_hold(view, balances[i].went))
      return true;
  return false;
}

/* 年初结余2252万元，收入1423万元，支出1941万元，年末结余1734万元. */
static void check_balance(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *left = &links->items[index];
  if (index < 3 || !gm_same_sentence(left - 3, left)) return;
  size_t label = links->items[index].label;
  const gm_mention *before = NULL, *came = NULL, *went = NULL;
  bool found = false, people = false;
  for (size_t row = 0; row < sizeof balances / sizeof *balances && !found; row++) {
    if (gm_find_word(view, label, left->from, balances[row].after) == SIZE_MAX ||
        gm_find_word(view, label, left->from, balances[row].before) != SIZE_MAX)
      continue;
    before = labelled(links, index, balances[row].before);
    came = labelled(links, index, balances[row].came);
    went = labelled(links, index, balances[row].went);
    people = balances[row].people;
    found = before && came && went && before != came && came != went;
  }
  if (!found) return;
  gm_interval sum;
  gm_decimal value;
  if (people && (before != left - 3 || came->figure->roles & GM_ROLE_TO ||
                 (index > 3 && gm_same_sentence(left - 4, left) && gm_is_amount(left[-4].figure))))
    return;
  sum = before->figure->interval;
  if (!gm_interval_add(&sum, came->figure->interval) || !gm_interval_subtract(sum, went->figure->interval, &sum) ||
      !gm_decimal_add(before->figure->value, came->figure->value, &value) ||
      !gm_decimal_subtract(value, went->figure->value, &value))
    return;
  if (meets(sum, left->figure->interval)) {
    gm_agree(check, before, came, went);
    gm_agree(check, left, NULL, NULL);
    return;
  }
  if (gm_disclaimed(view)) return;
  gm_report_mention(check, left);
  gm_say(check->out, check->language, "%s+%s-%s=%s，文中为%s", "%s + %s - %s = %s, the text says %s",
         gm_quote_mention(view, before).text, gm_quote_mention(view, came).text, gm_quote_mention(view, went).text,
         gm_quote_amount(value, left, view).text, gm_quote_mention(view, left).text);
  gm_offer_value(check, left, value);
  gm_relate_mention(check, before, "原有", "what there was");
  gm_relate_mention(check, came, "增加", "what came");
  gm_relate_mention(check, went, "减少", "what went");
}

#define BEYOND "高于 低于 超过 超出 高出"
#define SHORT  "还差 尚差 仍差 相差 差 还有"

/* 91.4%，高于90%的目标1.4个百分点; 52.7%，离60%的目标还差7.3个百分点: how far a rate is from one told beside it. */
static void check_distance(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index], *target = delta - 1, *rate = NULL;
  /* 最高的118%，最低的76.3%，相差41.7个百分点 */
  const gm_mention *other = target - 1;
  if (index > 1 && gm_words_before(view, delta->from, "相差 差距为 差距达 相差达") &&
      target->figure->kind == GM_FIGURE_PERCENT && other->figure->kind == GM_FIGURE_PERCENT &&
      delta->clause == target->to + 1u && gm_same_sentence(other, delta) &&
      gm_find_word(view, delta->clause, delta->from, "上年 去年 与 比 较") == SIZE_MAX &&
      gm_find_word(view, other->label, other->from, "最高 最低") != SIZE_MAX &&
      gm_find_word(view, target->label, target->from, "最高 最低") != SIZE_MAX) {
    gm_change ends = {target, other};
    if (difference_fits(ends, delta))
      gm_agree(check, target, other, delta);
    else
      report(check, ends, delta);
    return;
  }
  if (index < 2 || target->figure->kind != GM_FIGURE_PERCENT || target->from < delta->clause ||
      !gm_is_exact(target->figure) || !gm_is_exact(delta->figure) ||
      gm_find_word(view, target->to, delta->from, "目标 平均 指标 标准 要求 水平 任务 控制") == SIZE_MAX)
    return;
  bool lacks = gm_find_word(view, delta->clause, target->from, "离 距") != SIZE_MAX &&
               gm_words_before(view, delta->from, SHORT) != 0;
  if (!lacks && gm_find_word(view, delta->clause, target->from, BEYOND) == SIZE_MAX) return;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], delta);) {
    const gm_mention *m = &links->items[i];
    gm_change change = {target, m};
    if (m == target || m->figure->kind != GM_FIGURE_PERCENT || gm_is_delta(m->figure)) continue;
    if (difference_fits(change, delta)) {
      if (!rate) gm_agree(check, target, m, delta);
      return;
    }
    if (!rate && !(m->figure->roles & GM_ROLE_COMPARED)) rate = m;
  }
  if (!rate || gm_find_mark(view, rate->to, delta->clause - 1, "；") != SIZE_MAX || gm_is_told(check, delta)) return;
  gm_change change = {target, rate};
  report(check, change, delta);
}

#define OF_THE_YEAR "收支相抵 当年结余 当期结余 本年结余 收支结余"
#define EARNED      "总收入 收入总计 收入合计 " OF_THE_YEAR

/* 总收入6.82亿元，总支出6.35亿元，年终结余0.47亿元: nothing else is told of what came and went. */
static void check_surplus(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *left = &links->items[index], *went = left - 1, *came = left - 2;
  if (index < 2 || gm_find_word(view, left->label, left->from, "结余 盈余") == SIZE_MAX ||
      !gm_same_sentence(came, left) || !gm_is_amount(came->figure) || !gm_is_amount(went->figure) ||
      !gm_comparable(came->figure, left->figure) || !gm_comparable(went->figure, left->figure) ||
      gm_is_delta(came->figure) || gm_is_delta(went->figure))
    return;
  /* 会费收入12.4万元，支出9.7万元，收支相抵结余2.7万元 */
  bool balanced = gm_find_word(view, left->label, left->from, OF_THE_YEAR) != SIZE_MAX;
  if (gm_find_word(view, came->label, came->from, balanced ? "收入" : EARNED) == SIZE_MAX ||
      gm_find_word(view, went->label, went->from, balanced ? "支出" : "总支出 支出总计 支出合计") == SIZE_MAX ||
      gm_find_word(view, gm_sentence_start(view, came->from), left->from,
                   "上年 年初 结转 上解 滚存 累计 历年 调入 其中") != SIZE_MAX)
    return;
  gm_change flow = {went, came};
  if (difference_fits(flow, left))
    gm_agree(check, came, went, left);
  else if (!gm_is_told(check, left))
    report(check, flow, left);
}

void gm_check_changes(gm_line_check *check) {
  if (check->figures->count < 3) return;
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  bool yearly = gm_word_list_may_hold(view, YEARLY), flow = gm_word_list_may_hold(view, NET),
       surplus = gm_word_list_may_hold(view, EARNED);
  unsigned held = ACCOUNTS_UNKNOWN, balance = ACCOUNTS_UNKNOWN;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    bool amount = gm_is_amount(f);
    if (i && (amount || gm_is_compound(view, &links->items[i]) || f->kind == GM_FIGURE_DURATION ||
              f->kind == GM_FIGURE_POINTS))
      check_difference(check, links, i);
    if (f->kind == GM_FIGURE_POINTS && !gm_is_told(check, &links->items[i])) check_distance(check, links, i);
    if (held && opens_account(links, i)) {
      if (held == ACCOUNTS_UNKNOWN) held = accounts_held(view);
      if (held) check_vacancy(check, links, i, held);
    }
    if (!amount) continue;
    if (i > 1 && f->roles & GM_ROLE_TO) check_built(check, links, i);
    if (yearly && i > 1) check_yearly(check, links, i);
    if (flow) check_flow(check, links, i);
    if (balance && i > 2 && gm_same_sentence(&links->items[i - 3], &links->items[i])) {
      if (balance == ACCOUNTS_UNKNOWN) balance = balances_held(view);
      if (balance) check_balance(check, links, i);
    }
    if (surplus) check_surplus(check, links, i);
  }
}

#define CHANGES_MAX 12 /* changes of one sentence that may add up */

/* 共增加153557册次。线下增加108643册次，线上增加44864册次: a change told as a total, and the changes of the next
 * sentence or paragraph that make it up. */
void gm_check_total_change(gm_draft_check *check) {
  const gm_figure *total = NULL;
  uint32_t total_line = 0;
  for (uint32_t line = 0; line < check->draft->count; line++) {
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->looks[line].chars) continue;
    bool changes = check->facts[line].roles & (GM_ROLE_UP | GM_ROLE_DOWN);
    for (uint32_t i = 0; changes && i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      if (!gm_is_amount(f) || !gm_is_delta(f)) continue;
      if (f->roles & GM_ROLE_TOTAL) {
        total = f;
        total_line = line;
        continue;
      }
      if (!total || f->roles & GM_ROLE_PAREN || !gm_comparable(f, total)) continue;
      /* All changes of this sentence, in the total's direction. */
      gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
      gm_decimal value = {0, 0};
      unsigned count = 0;
      uint32_t k = i;
      const uint32_t direction = GM_ROLE_UP | GM_ROLE_DOWN;
      for (; k < figures->count && figures->items[k].sentence == f->sentence; k++) {
        const gm_figure *part = &figures->items[k];
        if (!gm_is_amount(part) || !gm_is_delta(part) || !gm_comparable(part, total)) continue;
        if ((part->roles & direction) != (total->roles & direction) || !gm_interval_add(&sum, part->interval) ||
            !gm_decimal_add(value, part->value, &value) || ++count > CHANGES_MAX)
          count = CHANGES_MAX + 1;
      }
      i = k - 1;
      bool near = line <= total_line + 1 || check->draft->looks[line - 1].chars == 0;
      if (near && count >= 2 && count <= CHANGES_MAX && !meets(sum, total->interval) &&
          (gm_within(value, total->value, 5) || gm_look_alike(value, total->value) == GM_SWAPPED)) {
        gm_report_figure(check, total_line, total);
        gm_lower(check->out, GM_SEVERITY_WARNING);
        gm_say(check->out, check->language, "分项变动合计%s，文中为%s", "the changes come to %s, the text says %s",
               gm_quote_decimal(value).text, gm_quote_figure(check->draft, total_line, total).text);
        gm_relate_figure(check, line, f, "分项变动", "a change");
      }
      total = NULL;
    }
    if (line > total_line + 2) total = NULL;
  }
}
