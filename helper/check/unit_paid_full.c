/* US-02 of a sum that is said to be paid, or to have come, in full: 合同总价286万元；……已按合同总价一次付清286元. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"

#define CLAUSE_CHARS 30u /* of a clause before its sum, or behind */
#define SHARED       3u  /* characters in a row that name the sum in both places */
#define LINES_NEAR   2u  /* 全额支付 speaks of what stands in its own line or the one before */

#define PAID_BEFORE                                                                                                                                                  \
  "付清 结清 还清 缴清 交清 偿清 兑付完 全额支付 全额付 全部支付 全部付 足额支付 足额付 全额拨付 全部拨付 足额拨付 " \
  "全额缴纳 足额缴纳 全部缴纳 全额兑付 全部兑付 足额兑付 全额发放 足额发放 全部发放 全额偿还 全部偿还 全额退还 "     \
  "全部退还 "                                                                                                                                                    \
  "全额返还 全部返还 一次性付 一次付 一次性支付 一次性拨付 一次性缴纳 悉数支付 悉数拨付 如数支付 如数付 全额到账 "  \
  "全额划拨"
#define PAID_BEHIND                                                                                                                                                   \
  "全部付 全部支付 全部拨 全部到 全部到账 全部到位 全部发放 全部兑付 全部缴 全部退 全部返 全部用于 全部交 全额拨 "    \
  "全额到 "                                                                                                                                                        \
  "全额付 全额支付 全额发放 全额兑付 足额到 足额发放 足额拨 足额支付 足额兑付 悉数 如数 一次性付 一次付清 一次性拨 " \
  "一次性支付 付清 结清 还清 缴清 交清 均已到账 均已拨付 已到账 已到位"

/* A part of it, or another sum. */
#define OTHERS                                                                                                                                                   \
  "剩余 余款 尾款 首付 首期 定金 押金 保证金 预付 部分 另 每 单价 均价 均 各 其中 运费 利息 违约金 罚 差额 差价 超 " \
  "增 减 "                                                                                                                                                     \
  "税 手续费 水费 电费 物业费 门票 学费 每人 每户 人均 户均 首批 第一 第二 第三 第四"

/* What a sum that is paid is called. */
#define TOTALS                                                                                                                                                         \
  "总价 总额 总款 合同价 合同额 合同金额 价款 货款 工程款 中标价 成交价 造价 总投资 总费用 服务费 租金 承包款 承包费 " \
  "补偿款 "                                                                                                                                                         \
  "补偿费 补助 补贴 资金 经费 款项 奖金 工资 欠款 借款 贷款 筹集 筹得 募集 募得 赔偿 善款 捐款 费用 预算 报价"

/* Names of money that say no more behind a sum than that it is one. */
#define MONEY "货款 价款 全款 合同款 工程款 款项 资金 费用 钱款 总款 现金 欠款 经费 补偿款 租金 人民币"

/* What goes on behind a sum without naming it. */
#define ADVERBS "已 均 现 都 全 悉 足 一次 目前 如数 也 于 在 随 当 并 就 便 由 到 给"

/* The characters of the figure's clause before it, or behind it up to the next mark; how many. */
static size_t clause_before(gm_text line, const gm_figure *f, uint32_t out[CLAUSE_CHARS], size_t *from) {
  size_t n = gm_context_before(line, f->start, out, CLAUSE_CHARS);
  *from = CLAUSE_CHARS;
  while (n && !(gm_class_of(out[*from - 1]) & (GM_PAUSE | GM_STOP))) --*from, n--;
  return CLAUSE_CHARS - *from;
}
static size_t clause_behind(gm_text line, const gm_figure *f, uint32_t out[CLAUSE_CHARS]) {
  size_t n = gm_context_behind(line, f->end, out, CLAUSE_CHARS), to = 0;
  while (to < n && !(gm_class_of(out[to]) & (GM_PAUSE | GM_STOP))) to++;
  return to;
}

static bool says(const gm_draft_check *check, const uint32_t *text, size_t count, const char *words) {
  return gm_word_list_first(check->words, text, count, words) != SIZE_MAX;
}

/* Do two stretches share so many Han characters in a row? */
static bool share_run(const uint32_t *a, size_t n, const uint32_t *b, size_t m) {
  for (size_t i = 0; i + SHARED <= n; i++)
    for (size_t k = 0; k + SHARED <= m; k++) {
      size_t run = 0;
      while (run < SHARED && a[i + run] == b[k + run] && gm_class_of(a[i + run]) & GM_HAN) run++;
      if (run == SHARED) return true;
    }
  return false;
}

bool gm_is_paid_in_full(const gm_draft_check *check, uint32_t line, const gm_figure *f, uint32_t other_line,
                        const gm_figure *other, bool three_digits) {
  uint32_t told[CLAUSE_CHARS], before[CLAUSE_CHARS], behind[CLAUSE_CHARS];
  size_t from, other_from;
  if (f->kind != GM_FIGURE_MONEY || other->kind != GM_FIGURE_MONEY || other_line - line >= LINES_NEAR ||
      !gm_is_plain(f) || !gm_is_plain(other))
    return false;
  gm_text a = check->draft->lines[line], b = check->draft->lines[other_line];
  size_t m = clause_before(b, other, before, &other_from), k = clause_behind(b, other, behind);
  const uint32_t *words = before + other_from;
  if (!says(check, words, m, PAID_BEFORE) && !says(check, behind, k, PAID_BEHIND)) return false;
  size_t n = clause_before(a, f, told, &from);
  if (says(check, words, m, OTHERS) || says(check, behind, k, OTHERS) || says(check, told + from, n, OTHERS))
    return false;
  /* 付清286元押金: what is named behind the sum is another */
  bool named = k && gm_class_of(behind[0]) & GM_HAN && !gm_word_list_in(check->words, behind, k, MONEY " " ADVERBS);
  if (named) return false;
  if (share_run(told + from, n, words, m)) return true;
  return three_digits && says(check, told + from, n, TOTALS);
}
