/* AR-01 of totals that agree with their parts but for two digits the other way round, where the words name the parts
 * again (风电、太阳能合计), add one to another (加上上届结转), or divide what was divided before by another measure. */
#include "check/families.h"
#include "check/turned.h"

#define NAMES_MOST 4u
#define NAME_CHARS 8u /* of one name */

typedef struct named {
  size_t from, to;
} named;

#define TOGETHER "合计 共计 总计 两项合计 合计为 一共 合计达 共"

/* The names before the word that sums them up, back to the clause's start: 风电、太阳能. How many, 0 for less than two.
 */
static unsigned read_names(const gm_view *view, size_t from, size_t to, named *names) {
  unsigned count = 0;
  size_t start = from;
  for (size_t i = from; i <= to; i++) {
    bool mark = i == to || gm_one_of(view, i, "、和与及");
    if (!mark) {
      if (!(view->cls[i] & GM_HAN)) return 0;
      continue;
    }
    if (i == start || i - start > NAME_CHARS || count == NAMES_MOST) return 0;
    names[count++] = (named){start, i};
    start = i + 1;
  }
  return count > 1 ? count : 0;
}

/* Is an amount told by the name: 太阳能发电2390万千瓦; with `alone` by nothing else: 裁判员86人, not 一级裁判员31人? */
static bool is_named(const gm_links *links, const gm_mention *m, named name, bool alone) {
  const gm_view *view = links->view;
  size_t length = name.to - name.from, label = m->label + gm_words_at(view, m->label, "其中 其中：");
  if (label + length > m->from || length < 2) return false;
  if (alone) return label + length == m->from && gm_reads_alike(view, label, name.from, length);
  return gm_find_run(view, label, m->from, name.from, length) != SIZE_MAX;
}

/* The amount before mention `total`, in its sentence, that alone is told by the name; the total when there is none. */
static unsigned find_named(const gm_links *links, unsigned total, named name) {
  const gm_mention *whole = &links->items[total];
  unsigned found[2] = {0}, at[2] = {total, total};
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    if (m->from >= whole->clause || !gm_may_be_turned(m->figure, whole->figure)) continue;
    for (unsigned alone = 0; alone < 2; alone++)
      if (is_named(links, m, name, alone) && !found[alone]++) at[alone] = i;
  }
  return found[1] == 1 ? at[1] : found[0] == 1 ? at[0] : total;
}

/* 风电1420万千瓦、太阳能发电2390万千瓦；风电、太阳能合计3810万千瓦: each of the names is that of one amount before it
 * in its sentence. */
static void check_named(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t word = gm_words_before(view, whole->from, TOGETHER);
  named names[NAMES_MOST];
  if (!word || whole->from - word <= whole->clause) return;
  unsigned count = read_names(view, whole->clause, whole->from - word, names);
  gm_turned t = {.total = total, .parts = {.count = 0}, .sure = GM_SURE_ALL};
  for (unsigned k = 0; k < count; k++) {
    unsigned at = find_named(links, total, names[k]);
    if (at == total) return;
    for (unsigned j = 0; j < t.parts.count; j++)
      if (t.parts.at[j] >= at) return;
    t.parts.at[t.parts.count++] = at;
  }
  if (count) gm_judge_turned(check, links, &t);
}

#define ADDS "加上 再加上 再加 加 连同"

/* 结余37.5万元，加上届结转21.3万元，账上共58.8万元: an amount, one that a word adds to it, and right behind it their
 * sum. */
static void check_added(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  gm_turned t = {.total = total, .parts = {.count = 0}, .sure = GM_SURE_ALL};
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) continue;
    if (!gm_may_be_turned(m->figure, whole->figure)) return;
    bool adds = gm_words_at(view, m->clause, ADDS) != 0;
    if (!t.parts.count && (!adds || m->to + 1u != whole->clause)) return;
    if (t.parts.count == 1 && (adds || m->to + 1u != links->items[t.parts.at[0]].clause)) return;
    gm_parts_prepend(&t.parts, i);
    if (t.parts.count == 2) break;
  }
  if (t.parts.count == 2 &&
      gm_find_word(view, whole->clause, whole->from, "占 比 每 均 其中 支出 完成 审结 执结 办结") == SIZE_MAX)
    gm_judge_turned(check, links, &t);
}

/* What the second and the third make of the first, by the words right before their numbers. */
static const char *const accounts[][3] = {
    {"资产总额 资产总计 总资产 资产总额为 总资产为 资产总额达 总资产达 资产",
     "负债总额 负债合计 负债总计 总负债 负债 负债总额为",
     "所有者权益 净资产 所有者权益合计 所有者权益总额 净资产为 股东权益"},
    {"原值 资产原值 原值为", "累计折旧 折旧 累计折旧为", "净值 净值为 资产净值"},
    {"营业收入 营业收入为 营业收入达 实现营业收入", "营业成本 营业成本为", "毛利 毛利为 毛利润 实现毛利"},
    {"入库水量 入库洪量 来水 入库水量为 来水量", "下泄 泄水 下泄水量 出库水量 下泄量", "拦蓄 拦蓄洪水 拦蓄水量 拦洪"},
    {"收入 总收入 实现收入 收入合计 收入总计 收入为", "支出 总支出 支出合计 支出总计 支出为", "结余 净结余 盈余 收支结余 当年结余"},
    {"送审 送审金额 送审造价 送审额 送审总额", "审定 审定金额 审定造价 审定额 审定总额", "审减 核减 审减金额 核减金额 审减额 核减额"},
    {"出口 出口额 出口总额 出口总值", "进口 进口额 进口总额 进口总值", "顺差 贸易顺差 贸易顺差额 实现顺差"},
    {"应收 应收款 应缴 应收金额", "实收 实收款 实缴 已缴 实收金额", "欠收 欠缴 尚欠 欠费"},
    {"应出席 应到 应签到 应参会 应到会", "实际出席 实到 实际签到 实际参会 出席 实到会",
     "委托出席 缺席 缺勤 请假 未到 委托他人出席"},
};

#define SAID "比 较 同期 年初 上年 去年"

/* Mention `last` as what the one account leaves of the other, both told once before it in its sentence. */
static void check_account(gm_line_check *check, const gm_links *links, unsigned last) {
  const gm_view *view = links->view;
  const gm_mention *rest = &links->items[last];
  if (!gm_may_be_turned(rest->figure, rest->figure)) return;
  for (size_t k = 0; k < sizeof accounts / sizeof *accounts; k++) {
    if (!gm_words_before(view, rest->from, accounts[k][2])) continue;
    unsigned at[2] = {last, last}, count[2] = {0};
    for (unsigned i = last; i-- > 0 && gm_same_sentence(&links->items[i], rest);) {
      const gm_mention *m = &links->items[i];
      if (!gm_may_be_turned(m->figure, rest->figure) || gm_find_word(view, m->clause, m->from, SAID) != SIZE_MAX)
        continue;
      for (unsigned n = 0; n < 2; n++)
        if (gm_words_before(view, m->from, accounts[k][n])) at[n] = i, count[n]++;
    }
    if (count[0] != 1 || count[1] != 1 || at[0] == at[1]) return;
    gm_turned t = {.total = at[0], .parts = {.at = {at[1], last}, .count = 2}, .sure = GM_SURE_ALL, .left = true};
    gm_judge_turned(check, links, &t);
    return;
  }
}

void gm_check_turned_accounts(gm_line_check *check, const gm_links *links) {
  if (!gm_word_list_may_hold(links->view, "结余 盈余 审减 核减 顺差 欠缴 欠收 尚欠 欠费 权益 净资产 净值 毛利 拦蓄 拦洪 出席 缺席 缺勤 请假 未到")) return;
  for (unsigned i = 2; i < links->count; i++)
    if (gm_is_amount(links->items[i].figure)) check_account(check, links, i);
}

void gm_check_turned_named(gm_line_check *check, const gm_links *links, unsigned total) {
  check_named(check, links, total);
  check_added(check, links, total);
}

#define DIVIDES_CHARS 10u
#define LEAST_PARTS   3u

/* Is the amount, or a total before it in its sentence, what rows told before come to? */
static bool is_divided_before(const gm_links *links, unsigned total, unsigned first) {
  for (unsigned from = total + 1; from < first; from++) {
    gm_decimal sum = {0, 0};
    for (unsigned i = from; i < first; i++) {
      if (!gm_may_be_turned(links->items[i].figure, links->items[total].figure)) continue;
      if (!gm_decimal_add(sum, links->items[i].figure->value, &sum)) return false;
      if (i > from && !gm_decimal_compare(sum, links->items[total].figure->value)) return true;
    }
  }
  return false;
}

/* 共388条，按内容分，流程类128条、环境类164条、沟通类96条；按渠道分，电话152条、…: what a division told before it comes
 * to is what this one should. */
void gm_check_turned_division(gm_line_check *check, const gm_links *links, unsigned first) {
  const gm_view *view = links->view;
  const gm_mention *start = &links->items[first];
  size_t lead = start->clause ? gm_clause_start(view, start->clause - 1) : 0;
  if (first && start[-1].to > start->clause && gm_may_be_turned(start[-1].figure, start->figure))
    return; /* not the first */
  if (!start->clause || start->clause - lead > DIVIDES_CHARS || !gm_words_at(view, lead, "按 从 分") ||
      !gm_words_before(view, start->clause - 1, "分 看 划分"))
    return;
  gm_parts p = {.count = 0};
  for (unsigned i = first; i < links->count && p.count < GM_PARTS_MAX && gm_same_sentence(&links->items[i], start);
       i++) {
    const gm_mention *m = &links->items[i];
    if (i > first && gm_find_mark(view, links->items[i - 1].to, m->from, "；") != SIZE_MAX) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, start->figure)) continue;
    bool part = gm_may_be_turned(m->figure, start->figure);
    if (!part && p.count >= LEAST_PARTS) break; /* 其中红茶比上年增加560吨 */
    if (!part || (p.count && !gm_one_of(view, links->items[p.at[p.count - 1]].to, "、，和"))) return;
    if (p.count && m->label + 1u >= m->from) return;
    p.at[p.count++] = i;
  }
  if (p.count < LEAST_PARTS) return;
  for (unsigned total = first; total-- > 0 && links->items[total].figure->sentence + 2u >= start->figure->sentence;) {
    if (!gm_is_count(links->items[total].figure) || !gm_comparable(links->items[total].figure, start->figure) ||
        !is_divided_before(links, total, first))
      continue;
    gm_turned t = {.total = total, .parts = p, .sure = GM_SURE_ALL, .divided = true};
    if (gm_judge_turned(check, links, &t)) return;
  }
}
