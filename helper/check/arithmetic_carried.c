/* AR-03 of a fund or a store by what was carried over:
 * 年初食堂账户结余18.4万元，全年进账96.2万元，开支89.5万元，年末账户 结余25.1万元;
 * 上月结存120袋，进货300袋，发放280袋，月末结存140袋. Whatever stands between the time and the word for what is left,
 * and whose it is, must be the same at both ends. */
#include "check/any_fit.h"
#include "check/families.h"

#define FIRST_TIMES                                                                                                                                                  \
  "年初 期初 月初 季初 周初 学期初 上年 上年末 上年底 去年 去年末 去年底 上月 上月末 上月底 上季 上季度 上季末 上期 " \
  "上期末 上周 上周末 上学期 历年 原 原有 旧"
#define LAST_TIMES \
  "年末 年底 年终 期末 期终 月末 月底 季末 季度末 周末 学期末 现 现有 目前 截至目前 本年末 本月末 本期末 尚 仍 还"
#define STOCK "结余 结存 余额 库存 存量 滚存 结转 余存 存粮 存货 留存 储备 存款 旧存 原存 剩余 现存"
#define LEFT  STOCK " 还剩 尚余 仍余 还余 仅剩"
#define INCOME                                                                                                                                                   \
  "收入 总收入 进账 入账 到账 到位 收进 收回 收到 归集 征收 征缴 缴存 拨入 拨款 下拨 筹集 筹得 募集 募得 接受捐赠 " \
  "接收捐赠 捐赠 捐款 进货 购进 购入 新购 采购 调入 入库 购置 收购 新收 新增 增加 转入 生产 产出 收"
#define SPENDING                                                                                                                                                  \
  "支出 总支出 开支 花费 花去 花掉 用去 用掉 支用 使用 动用 支付 付出 拨付 发放 发出 领用 领出 出库 调出 售出 销售 " \
  "卖出 卖掉 消耗 耗用 报损 损耗 转出 减少 列支 支取 提取 返还 退还 剔旧 剔除 报废 淘汰 核销 处置 销毁 支"
#define NEITHER "净 同比 比上年 较上年 其中 平均 每 结转下年 预计 计划 应收 应付 收支"
/* With these in the span something else may have come or gone. */
#define MORE_TOLD \
  "另 其他 其余 此外 调整 上解 分红 分配 计提 提留 以及 若干 部分 未达 折算 汇兑 借 贷 还款 利息 置换 冲"
#define FLOWS_MAX  6u
#define REACH      40u /* characters from one figure to the next */
#define LEAD_CHARS 12u /* of a clause of its own that tells the time: 年初，村集体账上 */

/* Where the words that tell of the amount begin: behind the mention before it, as far as the clause before its own. */
static size_t words_of(const gm_links *links, const gm_mention *m) {
  const gm_view *view = links->view;
  size_t start = gm_sentence_start(view, m->from);
  if (m > links->items && m[-1].to > start) start = m[-1].to;
  if (m->clause <= start || m->from - start > REACH) return m->label;
  return m->clause - start <= LEAD_CHARS ? start : m->label;
}

/* Does a word of time stand in [from, to), and one of the words behind it? */
static bool tells(const gm_view *view, size_t from, size_t to, const char *times, const char *words) {
  size_t time = gm_find_word(view, from, to, times);
  if (time == SIZE_MAX) return false;
  return gm_find_word(view, time, to, words) != SIZE_MAX;
}

/* What came and went between the two ends, in its order from the last; 0 when anything else of the kind is told. What
 * there was may end the sentence before. */
static unsigned read_flows(const gm_links *links, const gm_mention *last, gm_flow flows[FLOWS_MAX],
                           const gm_mention **first) {
  const gm_view *view = links->view;
  unsigned count = 0;
  for (const gm_mention *m = last; m-- > links->items && m->figure->sentence + 1u >= last->figure->sentence;) {
    if (m->figure->kind == GM_FIGURE_YEAR || m->figure->kind == GM_FIGURE_DATE) continue;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, last->figure) || !gm_is_exact(m->figure) ||
        m->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_OF_WHICH | GM_ROLE_TO) ||
        m[1].from - m->to > REACH)
      return 0;
    if (tells(view, words_of(links, m), m->from, FIRST_TIMES, STOCK)) {
      *first = m;
      return count;
    }
    if (count == FLOWS_MAX || !gm_same_sentence(m, last) || gm_find_word(view, m->label, m->from, NEITHER) != SIZE_MAX)
      return 0;
    bool came = gm_find_word(view, m->label, m->from, INCOME) != SIZE_MAX,
         went = gm_find_word(view, m->label, m->from, SPENDING) != SIZE_MAX;
    if (came == went) return 0;
    flows[count++] = (gm_flow){m, went};
  }
  return 0;
}

#define NAMELESS                                                                                                                                     \
  LAST_TIMES " " LEFT                                                                                                                                \
             " 账 账上 账面 账户 库 库房 仓库 仓 累计 滚存 资金 金额 总额 数 总量 总数 量 全 村 镇 县 市 区 乡 " \
             "校 院 公司 单位 中心 我 本 共 有 为 是 达 达到 的 则 约 剩 余 下 额 尚有 还有"

/* Is what is left said to be of nothing else than what there was: 年末专户余额 of 年初专户余额, or of no name? */
static bool of_the_same(const gm_links *links, const gm_mention *first, const gm_mention *last) {
  const gm_view *view = links->view;
  size_t from = words_of(links, last), whole = words_of(links, first);
  for (size_t i = from, n; i < last->from; i += n) {
    n = gm_words_at(view, i, NAMELESS);
    if (!n && (view->cls[i] & (GM_PUNCT | GM_DIGIT | GM_NUMERAL))) n = 1;
    if (n) continue;
    n = 1;
    if (i + 1 < last->from && gm_find_run(view, whole, first->from, i, 2) != SIZE_MAX)
      n = 2;
    else if (gm_find_run(view, whole, first->from, i, 1) == SIZE_MAX)
      return false;
  }
  return true;
}

static void check_carried(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *last = &links->items[index], *first = NULL;
  gm_flow flows[FLOWS_MAX];
  if (!gm_is_count(last->figure) || last->figure->verified || gm_is_told(check, last) ||
      last->figure->roles & (GM_ROLE_TO | GM_ROLE_OF_WHICH) ||
      gm_find_word(view, last->label, last->from, LEFT) == SIZE_MAX ||
      gm_find_word(view, last->label, last->from, "当年 本年 当期 本期 收支 上年 去年 上月 比 较 预计 应") != SIZE_MAX)
    return;
  unsigned count = read_flows(links, last, flows, &first);
  if (count < 2 || !of_the_same(links, first, last) ||
      gm_find_word(view, gm_sentence_start(view, first->from), last->from, MORE_TOLD) != SIZE_MAX ||
      gm_words_at(view, last->to, "，含 （含 ，包括 （包括 ，不含 （不含"))
    return;
  gm_interval sum = first->figure->interval;
  gm_decimal value = first->figure->value;
  bool way[2] = {false, false};
  for (unsigned i = 0; i < count; i++) {
    const gm_figure *f = flows[i].of->figure;
    way[flows[i].went] = true;
    if (!(flows[i].went ? gm_interval_subtract(sum, f->interval, &sum) : gm_interval_add(&sum, f->interval)) ||
        !(flows[i].went ? gm_decimal_subtract(value, f->value, &value) : gm_decimal_add(value, f->value, &value)))
      return;
  }
  if (!way[0] || !way[1]) return;
  if (gm_interval_touch(sum, last->figure->interval)) {
    gm_agree(check, first, last, NULL);
    for (unsigned i = 0; i < count; i++) gm_agree(check, flows[i].of, NULL, NULL);
    return;
  }
  if (value.digits <= 0 || gm_is_far(value, last->figure->value) || gm_disclaimed(view)) return;
  gm_report_flows(check, first, flows, count, last, value);
}

void gm_check_carried(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  if (links->count < 4 || !gm_word_list_may_hold(view, STOCK) || !gm_word_list_may_hold(view, FIRST_TIMES) ||
      !gm_word_list_may_hold(view, INCOME) || !gm_word_list_may_hold(view, SPENDING))
    return;
  for (unsigned i = 3; i < links->count; i++)
    if (gm_same_sentence(&links->items[i - 2], &links->items[i])) check_carried(check, links, i);
}
