/* AR-03 of a surplus that is called a deficit, or the other way about: 出口128.4亿美元，进口96.2亿美元，逆差32.2亿美元.
 */
#include "check/change.h"
#include "check/families.h"

/* What is set off against what, and what is left is called. */
static const struct {
  const char *more, *less, *surplus, *deficit;
} balances[] = {
    {"出口 出口额 出口总额 出口值", "进口 进口额 进口总额 进口值", "顺差 贸易顺差 外贸顺差", "逆差 贸易逆差 外贸逆差"},
    {"收入 总收入 收入合计 收入总计", "支出 总支出 支出合计 支出总计", "结余 盈余 节余", "赤字 超支 亏空 透支"}};

#define BALANCES  (sizeof balances / sizeof *balances)
#define LINKS     "为 达 达到 是 共 约 了 额 额为 额达"
#define SENTENCES 1u /* so many before the balance may its terms stand */
#define TERMS     "差 余 赤字 超支 亏空 透支"

/* Does one of the words name the mention, with what links them, and no 进 of 进出口 before it? */
static bool is_named(const gm_view *view, const gm_mention *m, const char *words) {
  size_t end = m->from - gm_words_before(view, m->from, LINKS), n = gm_words_before(view, end, words);
  return n && end - n >= m->clause && !gm_one_before(view, end - n, "进净");
}

/* The nearest mention before `balance` that the words name and that it can be taken from; NULL when none is. */
static const gm_mention *term_before(const gm_links *links, const gm_mention *balance, const char *words) {
  for (const gm_mention *m = balance;
       m-- > links->items && m->figure->sentence + SENTENCES >= balance->figure->sentence;)
    if (gm_is_count(m->figure) && gm_comparable(m->figure, balance->figure) && is_named(links->view, m, words))
      return m->figure->roles & GM_ROLE_OF_WHICH ? NULL : m;
  return NULL;
}

/* Mention `index` is called what is left of the two before it. */
static void check_balance(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *balance = &links->items[index], *more, *less;
  gm_decimal off;
  if (gm_find_word(view, balance->clause, balance->from, "上年 去年 同期 上月 同比 累计 其中 对") != SIZE_MAX) return;
  for (size_t i = 0; i < BALANCES; i++) {
    bool surplus = is_named(view, balance, balances[i].surplus), deficit = is_named(view, balance, balances[i].deficit);
    if (surplus == deficit || !(more = term_before(links, balance, balances[i].more)) ||
        !(less = term_before(links, balance, balances[i].less)) ||
        !gm_decimal_subtract(more->figure->value, less->figure->value, &off) || (off.digits > 0) == surplus)
      continue;
    if (off.digits < 0) off.digits = -off.digits;
    if (!off.digits || gm_decimal_compare(off, balance->figure->value) || gm_is_told(check, balance) ||
        gm_disclaimed(view))
      return;
    gm_report_mention(check, balance);
    gm_say(check->out, check->language, surplus ? "%s少于%s，文中说有盈余" : "%s多于%s，文中说有亏缺",
           surplus ? "%s is less than %s, the text calls what is left a surplus"
                   : "%s is more than %s, the text calls what is left a deficit",
           gm_quote_mention(view, more).text, gm_quote_mention(view, less).text);
    gm_relate_mention(check, more, "一方", "one side");
    gm_relate_mention(check, less, "另一方", "the other side");
    return;
  }
}

void gm_check_balances(gm_line_check *check, const gm_links *links) {
  if (gm_count_kind(check->figures, GM_FIGURE_MONEY) < 3 || !gm_word_list_may_hold(links->view, TERMS)) return;
  for (unsigned i = 2; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_MONEY && gm_is_count(links->items[i].figure))
      check_balance(check, links, i);
}
