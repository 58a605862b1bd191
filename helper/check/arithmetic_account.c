/* AR-03 of accounts: what was due and what is missing of it, what there was, what came and went, and what is left. */
#include "check/change.h"
#include "check/families.h"

/* What was due, what there is of it, what is missing, and whether nothing like it is told before in the sentence. */
#define ACCOUNTS(ROW)                                                                                                \
  ROW("编制 定员 应到 应有 应报 应参 应收 应出席 核定",                                                              \
      "现有 实有 实到 在岗 在编 实报 实参 实收 实际到会 实际到岗 实际参加 出席",                                     \
      "缺额 缺编 空缺 空编 空额 缺 请假 未到 缺席 未报 未参加 因病 因事 因公", false)                                \
  ROW("应配套 应到位 应缴 应拨 应付 应还", "实际到位 实到位 实缴 实拨 实际缴纳 实际拨付 已到位 已缴 已付 已还",      \
      "少到位 少缴 少拨 欠缴 未到位 未缴 欠付 未付 尚欠", false)                                                     \
  ROW("报名 登记 签约 初选", "最终 实际参赛 实际参加 实际参考 实际参训 最终参赛 实参",                               \
      "取消 弃权 放弃 退出 未通过 淘汰 缺考 未参加", false)                                                          \
  ROW("概算 估算 控制价 预算价 拦标价 预算 送审 报审 申报",                                                          \
      "决算 结算 执行 列支 中标价 中标金额 支出 实际投资 审定 使用 支用 实际花费",                                   \
      "节约 节省 节支 结余 核减 剩余 尚余 短收 超收 欠收", false)                                                    \
  ROW("限额 控制数", "余额 支出", "低于限额 比限额低 低于控制数 比控制数低 低于核定限额", true)                      \
  ROW("合并前 整合前 撤并前 调整前 改革前 精简前 改制前", "合并后 整合后 保留 撤并后 调整后 精简后",                 \
      "撤并 撤销 减少 精简 压减 裁撤", true)                                                                         \
  ROW("计划 工期 原定 目标 任务", "实际 完成 仅用 只用 竣工 完工 实用",                                              \
      "提前 多出 高出 延期 超期 推迟 滞后 超计划 超额完成 超目标 超任务 超出计划 还差 尚差", true)                   \
  ROW("发现 排查 查出 受理 收到 接到 审结 交办 梳理", "整改 办结 完成 解决 化解 销号",                               \
      "其余 剩余 余下 未整改 未办结 未完成 未解决 尚有", true)                                                       \
  ROW("原有 库存 储备 购进 购入 采购 筹集 募集 收到",                                                                \
      "调出 用去 用掉 使用 支出 拨付 发放 售出 卖出 销售 领用 出库 消耗", "还剩 剩余 结余 尚余 仅剩 余下 还余 剩下", \
      true)

static const struct {
  const char *due, *present, *lacking;
  bool alone;
} accounts[] = {
#define ROW(due, present, lacking, alone) {due, present, lacking, alone},
    ACCOUNTS(ROW)
#undef ROW
};

#define WORDS(due, present, lacking, alone) lacking " "
static const char all_lacking[] = ACCOUNTS(WORDS);
#undef WORDS

/* Amounts, and days: 计划40天完工，实际用时33天，提前7天. */
static bool can_account(const gm_figure *f) { return gm_is_amount(f) || (f->kind == GM_FIGURE_DURATION && f->unit); }

static bool counts_people(const gm_figure *f) { return gm_units[f->unit].unit_class == GM_CLASS_PERSON; }

/* Three amounts of a sentence in a row that can be subtracted (编制126个，实有108人，空编18个), one of which is
 * missing: before most amounts no row says so. */
static bool opens_account(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return index + 2 < links->count && gm_same_sentence(m, m + 2) && can_account(m->figure) && can_account(m[1].figure) &&
         can_account(m[2].figure) && gm_comparable(m->figure, m[2].figure) &&
         (counts_people(m[1].figure) || gm_comparable(m->figure, m[1].figure)) &&
         gm_find_word(links->view, m->to, m[2].from, all_lacking) != SIZE_MAX;
}

#define UNKNOWN (~0u)

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
  /* 总财力4293万元，减去支出3903万元、上解208万元，结余182万元 */
  if (gm_find_word(view, gm_sentence_start(view, due->from), due->from, "减去 扣除 减 扣减") != SIZE_MAX) return;
  if (!gm_comparable(due->figure, lacking->figure) ||
      (!counts_people(present->figure) && !gm_comparable(due->figure, present->figure)))
    return;
  if (!turned && (gm_find_word(view, due->to, present->from, accounts[row].present) == SIZE_MAX ||
                  gm_find_word(view, present->to, lacking->from, accounts[row].lacking) == SIZE_MAX))
    return;
  /* 实到10人，柯某请假；列席部门负责人23人: ； ends who is not there */
  size_t ended = turned ? SIZE_MAX : gm_find_mark(view, present->to, lacking->from, "；");
  if (ended != SIZE_MAX && gm_find_word(view, ended, lacking->from, accounts[row].lacking) == SIZE_MAX) return;
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
  if (gm_difference_fits(change, turned ? present : lacking))
    gm_agree(check, due, present, lacking);
  else if (!gm_is_told(check, due))
    gm_report_difference(check, change, turned ? present : lacking);
}

/* The amount whose label has one of `words`, of the sentence that holds mention `index` or, with `earlier`, of the one
 * before; NULL when there is none, or several. */
static const gm_mention *labelled(const gm_links *links, unsigned index, const char *words, bool earlier) {
  const gm_mention *found = NULL, *of = &links->items[index];
  for (unsigned i = index; i-- > 0 && links->items[i].figure->sentence + earlier >= of->figure->sentence;) {
    const gm_mention *m = &links->items[i];
    size_t label = m->label, start = gm_sentence_start(links->view, m->from);
    if (!gm_same_sentence(m, of) && m->clause == label && start + 3 == label && (!i || links->items[i - 1].to <= start))
      label = start; /* 年初，工会共有会员1824人 */
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, of->figure) || m->figure->roles & GM_ROLE_PAREN ||
        gm_find_word(links->view, label, m->from, words) == SIZE_MAX ||
        gm_find_word(links->view, m->label, m->from, "净") != SIZE_MAX) /* 净减少155户: of both */
      continue;
    if (found) return NULL;
    found = m;
  }
  return found;
}

/* What there was, what came, what went, and what is left of it; whether they are people, of whom other changes may be
 * told; whether the same things must be named at first and at last: 公交车, and no 出租车. */
#define BALANCES(ROW)                                                                                             \
  ROW("上年结余 年初结余 上年结转 期初结余 上期结余 原有结余 年初余额 期初余额 上月结余 年初结转 期初结转",       \
      "收入 接收 募集 筹集 到账 捐赠 到位 拨入 下达", "支出 使用 拨付 支付 兑付",                                 \
      "年末结余 年末余额 期末结余 期末余额 结余 累计结余 月末结余 年末结转 期末结转 结转下年", false, false)      \
  ROW("年初 期初 上年末", "新增 新登记", "再就业 退出 注销 迁出 转出 死亡 脱贫 毕业 减少 退役", "年末 期末 年底", \
      false, true)                                                                                                \
  ROW("旧存 上年结转 去年结转 上年未结 结转", "新收 收案 受理", "审结 办结 结案 审执结 执结",                     \
      "未结 存案 未审结 尚未办结 未办结", false, false)                                                           \
  ROW("年初库存 期初库存 上年库存 原有库存 原库存", "入库 购入 采购 新购 新增", "出库 领用 发放 销售 调出",       \
      "年末库存 期末库存 现库存 库存余 剩余库存", false, false)                                                   \
  ROW("上月末 上月底 上周末 月初 年初 期初", "新扣 新进 新收 新养 新到 购进 接收 新增 入栏",                      \
      "放行 出栏 离场 售出 卖出 移交 销号 出院 减少", "月末 月底 周末 尚有 还有 年末", true, true)                \
  ROW("年初 上年末 去年底 原有", "发展 新增 纳入 转入 招录 引进 新招 新聘 吸收 新进 调入 新入 迁入 登记",         \
      "转出 减少 去世 调出 退出 退休 离职 流失 毕业 辞职 注销 迁出 解除 销号 死亡 报废 淘汰",                     \
      "现有 目前 现在 年末 年底 实有", true, true)

static const struct {
  const char *before, *came, *went, *after;
  bool people, named;
} balances[] = {
#define ROW(before, came, went, after, people, named) {before, came, went, after, people, named},
    BALANCES(ROW)
#undef ROW
};

#define WORDS(before, came, went, after, people, named) after " "
static const char all_after[] = BALANCES(WORDS);
#undef WORDS

#define LEFT_OPEN "未结 未审结 尚未办结 未办结 尚未审结"

/* 。未结75件: does what is left open the sentence behind that of the flows? */
static bool opens_sentence(const gm_links *links, unsigned index) {
  const gm_mention *left = &links->items[index];
  return index && left[-1].figure->sentence + 1u == left->figure->sentence &&
         left->clause == gm_sentence_start(links->view, left->from) &&
         gm_words_at(links->view, left->clause, LEFT_OPEN) == left->from - left->clause;
}

/* Is the amount said to be what is left, with two of its kind or more before it in its sentence? Most are not. */
static bool ends_balance(const gm_links *links, unsigned index) {
  const gm_mention *left = &links->items[index];
  unsigned flows = 0;
  if (opens_sentence(links, index)) return true;
  for (unsigned i = index; i-- > 0 && flows < 2 && gm_same_sentence(&links->items[i], left);)
    flows += gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, left->figure);
  return flows == 2 && gm_find_word(links->view, left->label, left->from, all_after) != SIZE_MAX;
}

/* Has the line all words of some row? */
static bool balances_held(const gm_view *view) {
  for (size_t i = 0; i < sizeof balances / sizeof *balances; i++)
    if (gm_word_list_may_hold(view, balances[i].before) && gm_word_list_may_hold(view, balances[i].after) &&
        gm_word_list_may_hold(view, balances[i].came) && gm_word_list_may_hold(view, balances[i].went))
      return true;
  return false;
}

static void report_balance(gm_line_check *check, const gm_mention *before, const gm_mention *came,
                           const gm_mention *went, const gm_mention *left, gm_decimal value) {
  const gm_view *view = check->view;
  gm_report_mention(check, left);
  gm_say(check->out, check->language, "%s+%s-%s=%s，文中为%s", "%s + %s - %s = %s, the text says %s",
         gm_quote_mention(view, before).text, gm_quote_mention(view, came).text, gm_quote_mention(view, went).text,
         gm_quote_amount(value, left, view).text, gm_quote_mention(view, left).text);
  gm_offer_value(check, left, value);
  gm_relate_mention(check, before, "原有", "what there was");
  gm_relate_mention(check, came, "增加", "what came");
  gm_relate_mention(check, went, "减少", "what went");
}

/* Is another amount told between what there was and what is left: 转入143052元 beside 利息收入2318.25元? */
static bool tells_more(const gm_view *view, const gm_mention *before, const gm_mention *came, const gm_mention *went,
                       const gm_mention *left) {
  for (const gm_mention *m = before + 1; m < left; m++)
    if (m != came && m != went && gm_comparable(m->figure, left->figure) &&
        (gm_is_part(m->figure) ||
         (gm_is_delta(m->figure) && gm_find_word(view, m->label, m->from, "净 同比 比 较") == SIZE_MAX)))
      return true;
  return false;
}

/* …，年末在岗1298人，比年初净减少49人: the change told right behind what is left. */
static void check_balance_change(gm_line_check *check, const gm_mention *before, const gm_mention *left,
                                 const gm_mention *net) {
  gm_change change = {before, left};
  if (!gm_same_sentence(left, net) || !gm_is_delta(net->figure) || !gm_comparable(net->figure, left->figure) ||
      gm_find_word(check->view, net->label, net->from, "净 比年初 较年初 比期初 较期初") == SIZE_MAX)
    return;
  if (gm_difference_fits(change, net))
    gm_agree(check, net, NULL, NULL);
  else if (!gm_is_told(check, net))
    gm_report_difference(check, change, net);
}

/* Do two amounts stand between what there was and what is left, and but for spans of time nothing else? */
static bool flow_by_two(const gm_mention *before, const gm_mention *left) {
  unsigned amounts = 0;
  for (const gm_mention *m = before + 1; m < left; m++)
    if (m->figure->kind != GM_FIGURE_DURATION && (!gm_is_amount(m->figure) || ++amounts > 2)) return false;
  return before < left && amounts == 2;
}

#define OF_THE_YEAR "收支相抵 当年结余 当期结余 本年结余 收支结余"

/* 年初结余2252万元，收入1423万元，支出1941万元，年末结余1734万元; what the year alone left is none. */
static void check_balance(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *left = &links->items[index];
  bool next = opens_sentence(links, index); /* 旧存86件，新收1427件，审执结1438件。未结75件 */
  if (index < 3 || !(next || gm_same_sentence(left - 2, left))) return;
  size_t label = links->items[index].label;
  if (gm_find_word(view, label, left->from, OF_THE_YEAR) != SIZE_MAX) return;
  const gm_mention *before = NULL, *came = NULL, *went = NULL;
  bool found = false, people = false, named = false;
  for (size_t row = 0; row < sizeof balances / sizeof *balances && !found; row++) {
    if (gm_find_word(view, label, left->from, balances[row].after) == SIZE_MAX ||
        gm_find_word(view, label, left->from, balances[row].before) != SIZE_MAX)
      continue;
    before = labelled(links, index, balances[row].before, next);
    if (!before && gm_find_word(view, label, left->from, "年末 年底 期末") != SIZE_MAX)
      before = labelled(links, index, balances[row].before, true); /* 年初2914户。…，年末2769户 */
    came = labelled(links, index, balances[row].came, next);
    went = labelled(links, index, balances[row].went, next);
    people = balances[row].people;
    named = balances[row].named;
    found = before && came && went && before != came && came != went;
    if (found && !next && !gm_same_sentence(before, left)) { /* of the same thing */
      size_t end = gm_find_word(view, label, left->from, "年末 年底 期末"), of = end == SIZE_MAX ? label + 2 : end + 2;
      size_t name = of + 2 < left->from ? of + 2 : left->from;
      found =
          gm_share_pair(view, label + 2, left->from, before->label, before->from) &&
          (gm_share_pair(view, of, name, before->label, before->from) || /* 年初结余120万元。东组收入…，年末东组结余 */
           !gm_share_pair(view, of, name, before->to, label));
    }
  }
  if (!found || (named && !gm_same_stock(view, before, left))) return;
  gm_interval sum;
  gm_decimal value;
  if (people && (next || !flow_by_two(before, left) || came->figure->roles & GM_ROLE_TO ||
                 (before > links->items && gm_same_sentence(before - 1, left) && gm_is_amount(before[-1].figure))))
    return;
  sum = before->figure->interval;
  if (!gm_interval_add(&sum, came->figure->interval) || !gm_interval_subtract(sum, went->figure->interval, &sum) ||
      !gm_decimal_add(before->figure->value, came->figure->value, &value) ||
      !gm_decimal_subtract(value, went->figure->value, &value))
    return;
  if (gm_interval_touch(sum, left->figure->interval)) {
    gm_agree(check, before, came, went);
    gm_agree(check, left, NULL, NULL);
    if (index + 1 < links->count) check_balance_change(check, before, left, left + 1);
    return;
  }
  if (gm_disclaimed(view) || tells_more(view, before, came, went, left)) return;
  report_balance(check, before, came, went, left, value);
}

#define LEFT_OVER "结余 盈余"
#define EARNED    "总收入 收入总计 收入合计 " OF_THE_YEAR

/* 总收入6.82亿元，总支出6.35亿元，年终结余0.47亿元: nothing else is told of what came and went. */
static void check_surplus(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *left = &links->items[index], *went = left - 1, *came = left - 2;
  if (index < 2 || gm_find_word(view, left->label, left->from, LEFT_OVER) == SIZE_MAX ||
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
  if (gm_difference_fits(flow, left))
    gm_agree(check, came, went, left);
  else if (!gm_is_told(check, left))
    gm_report_difference(check, flow, left);
}

#define GONE \
  "停招 停办 停开 停运 关停 关闭 撤销 撤并 裁撤 取消 淘汰 退出 注销 减少 压减 精简 核减 拆除 报废 流失 调出 转出"
#define COME "新增 新设 增设 新开 新建 新办 新招 增加 开通 引进 成立 新成立 新购 新聘 调入 转入 补充 新纳入 新吸收"

/* Is the amount of the thing that the noun at [from, to) names? */
static bool is_of(const gm_view *view, const gm_mention *m, size_t from, size_t to) {
  size_t noun = gm_view_find(view, m->figure->noun_start), end = gm_view_find(view, m->figure->noun_end);
  return end >= noun + 2 && to >= from + 2 && view->cp[end - 1] == view->cp[to - 1] &&
         view->cp[end - 2] == view->cp[to - 2];
}

/* 停招5个专业，新增3个专业，专业由48个调整为46个: what there was and what there is of a thing, and before them in the
 * sentence how many of it came and went, nothing else. */
static void check_net(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *to = &links->items[index], *from = to - 1, *came = NULL, *went = NULL;
  if (index < 3 || !(to->figure->roles & GM_ROLE_TO) || !(from->figure->roles & GM_ROLE_FROM) ||
      !gm_same_sentence(from, to) || !gm_comparable(from->figure, to->figure) || !gm_is_exact(from->figure) ||
      !gm_is_exact(to->figure))
    return;
  size_t noun = gm_view_find(view, from->figure->noun_start), end = gm_view_find(view, from->figure->noun_end);
  for (unsigned i = index - 1; i-- > 0 && gm_same_sentence(&links->items[i], to);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, to->figure)) continue;
    size_t start = i && m[-1].to > m->clause ? m[-1].to : m->clause;
    bool gone = gm_find_word(view, start, m->from, GONE) != SIZE_MAX;
    const gm_mention **what = gone ? &went : &came;
    if (!gm_is_exact(m->figure) || *what || !is_of(view, m, noun, end) ||
        gone == (gm_find_word(view, start, m->from, COME) != SIZE_MAX))
      return;
    *what = m;
  }
  gm_decimal value;
  if (!came || !went || !gm_decimal_add(from->figure->value, came->figure->value, &value) ||
      !gm_decimal_subtract(value, went->figure->value, &value))
    return;
  if (!gm_decimal_compare(value, to->figure->value)) {
    gm_agree(check, from, came, went);
    gm_agree(check, to, NULL, NULL);
    return;
  }
  if (gm_disclaimed(view) || gm_is_told(check, to)) return;
  report_balance(check, from, came, went, to, value);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

/* Do two amounts of its unit stand right before mention `index`, a year left out, and none behind 到 or in brackets? */
static bool ends_flows(const gm_links *links, unsigned index) {
  const gm_mention *last = &links->items[index], *m = last - 1;
  if (m->figure->kind == GM_FIGURE_YEAR) m--;
  return index > 3 - (m + 1 == last) && gm_is_exact(last->figure) && gm_comparable(m->figure, last->figure) &&
         gm_comparable(m[-1].figure, last->figure) &&
         !((m->figure->roles | m[-1].figure->roles) & (GM_ROLE_TO | GM_ROLE_PAREN | GM_ROLE_EACH));
}

void gm_check_accounts(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  bool surplus = gm_word_list_may_hold(view, LEFT_OVER) && gm_word_list_may_hold(view, EARNED);
  if (links->count > 2 && gm_word_list_may_hold(view, "回收 收回 投回 交回 收到") &&
      gm_word_list_may_hold(view, "剔除 作废 无效 废卷 废票"))
    gm_check_returned(check, links);
  unsigned held = UNKNOWN, balance = UNKNOWN, stock = UNKNOWN;
  for (unsigned i = 0; i < links->count; i++) {
    if (held && opens_account(links, i)) {
      if (held == UNKNOWN) held = accounts_held(view);
      if (held) check_vacancy(check, links, i, held);
    }
    if (!gm_is_amount(links->items[i].figure)) continue;
    if (surplus) check_surplus(check, links, i);
    check_net(check, links, i);
    if (i > 2 && gm_one_of(view, links->items[i].from - 1, "是为有初末底册")) gm_check_stock_back(check, links, i);
    if ((balance || stock) && i > 2 &&
        (gm_same_sentence(&links->items[i - 2], &links->items[i]) || opens_sentence(links, i))) {
      if (balance && ends_balance(links, i)) {
        if (balance == UNKNOWN) balance = balances_held(view);
        if (balance) check_balance(check, links, i);
      }
      if (!stock || !ends_flows(links, i)) continue;
      if (stock == UNKNOWN) stock = gm_may_hold_stock(view);
      if (stock) gm_check_stock(check, links, i);
    }
  }
}
