/* AR-04 of money by a rate that is told with it: 4320万美元，按1美元兑7.1元折算，约3.07亿元;
 * 20万元存三年，年利率2.6%，利息 1.56万元; 缴费基数5000元，个人按8%缴400元. */
#include "check/families.h"
#include "check/product.h"
#include "check/swap.h"

#define LED_CHARS  8u /* from a rate to what it makes: 的比例缴存 */
#define YEARS_MOST 30
#define CLOSE      12 /* thousandths that a rate of exchange, which is rounded, leaves open */
#define NEAR_MOST  500

#define EXCHANGED "兑 兑换 合 折 折合 换 等于 可兑 兑人民币 ="
#define INTO      "约 约合 合 折合 折 约折 折算 相当于 人民币 约为 即 计"
#define PAID      "缴 缴纳 缴存 缴费 扣缴 扣 代扣 预扣 计提 提取 收取 支付 征收 应缴 需缴 要缴 交 交纳"
#define BASES     "基数 缴费基数 缴存基数 计缴基数 基数为 基数是 基数按 缴费基数为 缴存基数为 缴费工资 缴费工资为"
#define INTERESTS "利息 利息收入 利息为 利息共 利息约 利息合计 息 利息支出"
#define YIELDS    "年利率 年利率为 年息 年化利率 年化利率为 年利率按 利率 利率为 年化"
#define OTHERWISE "月 季 复利 贴息 浮动 LPR 活期 分段 先 不足 减半 等额 本息"

/* Is the value the product, as roughly as a rate of exchange is told, or rounded at the last digit that is no 0? */
static bool is_about(gm_decimal product, gm_decimal value) {
  gm_decimal unit = {1, value.scale}, off;
  for (int64_t d = value.digits; d && d % 10 == 0; d /= 10) unit.digits *= 10;
  if (gm_within(product, value, CLOSE) || !gm_decimal_subtract(product, value, &off)) return true;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, unit) <= 0;
}

/* Reports `made`, which is not amount × rate. */
static void report(gm_line_check *check, const gm_mention *amount, const gm_mention *rate, unsigned times,
                   const gm_mention *made, gm_decimal product) {
  const gm_view *view = check->view;
  if (gm_is_told(check, made) || gm_is_told(check, amount) || gm_is_told(check, rate) || gm_disclaimed(view)) return;
  gm_report_mention(check, made);
  if (times > 1)
    gm_say(check->out, check->language, "%s×%s×%u=%s，文中为%s", "%s x %s x %u = %s, the text says %s",
           gm_quote_mention(view, amount).text, gm_quote_mention(view, rate).text, times,
           gm_quote_amount(product, made, view).text, gm_quote_mention(view, made).text);
  else
    gm_say(check->out, check->language, "%s×%s=%s，文中为%s", "%s x %s = %s, the text says %s",
           gm_quote_mention(view, amount).text, gm_quote_mention(view, rate).text,
           gm_quote_amount(product, made, view).text, gm_quote_mention(view, made).text);
  gm_offer_value(check, made, product);
  gm_relate_mention(check, amount, "金额", "the amount");
  gm_relate_mention(check, rate, "比率", "the rate");
}

/* 4320万美元，按1美元兑7.1元折算，约3.07亿元: mention `index` is what one of a money is in another. */
static void check_exchange(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *one = &links->items[index], *rate = one + 1, *made = one + 2, *amount = NULL;
  gm_decimal product;
  if (index + 2 >= links->count || one->figure->value.scale || one->figure->value.digits != 1 ||
      rate->figure->kind != GM_FIGURE_MONEY || rate->figure->unit == one->figure->unit ||
      gm_words_at(view, one->to, EXCHANGED) + one->to != rate->from || !gm_is_exact(rate->figure) ||
      made->figure->kind != GM_FIGURE_MONEY || made->figure->unit != rate->figure->unit ||
      !gm_same_sentence(one, made) || !(gm_words_before(view, made->from, INTO) || made->from == made->clause) ||
      made->from > rate->to + 3 * LED_CHARS)
    return;
  for (const gm_mention *m = one; !amount && m-- > links->items && gm_same_sentence(m, one);)
    if (m->figure->kind == GM_FIGURE_MONEY && m->figure->unit == one->figure->unit) amount = m;
  if (!amount || !gm_is_exact(amount->figure) || gm_is_delta(amount->figure) ||
      amount->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH) || gm_is_delta(made->figure) ||
      !gm_decimal_multiply(amount->figure->value, rate->figure->value, &product))
    return;
  if (is_about(product, made->figure->value)) {
    gm_agree(check, amount, rate, made);
    return;
  }
  if (!gm_is_exact(made->figure) && made->figure->approx != GM_APPROX_ABOUT &&
      gm_interval_touch(made->figure->interval, gm_interval_exact(product)))
    return;
  report(check, amount, rate, 1, made, product);
}

/* The nearest money before `rate`, in its sentence, that one of the words names or that stands before them; NULL when
 * there is none. */
static const gm_mention *base_before(const gm_links *links, const gm_mention *rate, const char *names) {
  const gm_view *view = links->view;
  for (const gm_mention *m = rate; m-- > links->items && gm_same_sentence(m, rate);)
    if (m->figure->kind == GM_FIGURE_MONEY && (!names || gm_words_before(view, m->from, names)))
      return gm_is_count(m->figure) ? m : NULL;
  return NULL;
}

/* amount × rate% × times; false when it cannot be computed. */
static bool make(const gm_mention *amount, const gm_mention *rate, unsigned times, gm_decimal *out) {
  return gm_decimal_multiply(amount->figure->value, rate->figure->value, out) &&
         gm_decimal_multiply(*out, gm_decimal_of(times), out) && gm_decimal_shift(*out, -2, out) &&
         (*out = gm_decimal_trim(*out), true);
}

/* 缴费基数5000元，个人按8%缴400元: mention `index` is the share of the base that is paid. */
static void check_paid(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *paid = rate + 1, *base;
  gm_decimal product;
  if (index + 1 >= links->count || paid->figure->kind != GM_FIGURE_MONEY || !gm_same_sentence(rate, paid) ||
      paid->from > rate->to + LED_CHARS || !gm_words_before(view, rate->from, "按 以 各按") ||
      !gm_words_before(view, paid->from, PAID) || gm_find_mark(view, rate->to, paid->from, "，；：、") != SIZE_MAX ||
      !gm_is_exact(paid->figure) || !gm_is_exact(rate->figure) || !(base = base_before(links, rate, BASES)) ||
      gm_find_word(view, base->to, paid->from, "； 年 补缴 合计 共") != SIZE_MAX || !make(base, rate, 1, &product))
    return;
  if (gm_interval_touch(paid->figure->interval, gm_interval_exact(product)))
    gm_agree(check, base, rate, paid);
  else if (gm_within(product, paid->figure->value, NEAR_MOST) || gm_is_moved(product, paid->figure->value))
    report(check, base, rate, 1, paid, product);
}

/* The whole years that the sentence tells up to mention `end`, of a deposit or a loan; 0 when it tells none, or more
 * than one span. */
static unsigned years_told(const gm_links *links, const gm_mention *end) {
  const gm_view *view = links->view;
  unsigned years = 0;
  for (const gm_mention *m = end; m-- > links->items && gm_same_sentence(m, end);) {
    if (m->figure->kind != GM_FIGURE_DURATION) continue;
    if (years || !gm_one_before(view, m->to, "年") || !gm_is_exact(m->figure) || m->figure->value.scale ||
        m->figure->value.digits < 1 || m->figure->value.digits > YEARS_MOST)
      return 0;
    years = (unsigned)m->figure->value.digits;
  }
  if (years) return years;
  return gm_find_word(view, gm_sentence_start(view, end->from), end->from, "一年 每年 年利息 全年") != SIZE_MAX;
}

/* 20万元存成三年定期，年利率2.6%，到期能拿利息1.56万元: mention `index` is the rate of interest. */
static void check_interest(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *interest = rate + 1, *amount;
  gm_decimal product, yearly;
  if (!index || index + 1 >= links->count || !gm_words_before(view, rate->from, YIELDS) || !gm_is_exact(rate->figure))
    return;
  if (interest->figure->kind == GM_FIGURE_DURATION && index + 2 < links->count) interest++; /* 3年利息 */
  if (interest->figure->kind != GM_FIGURE_MONEY || !gm_same_sentence(rate, interest) ||
      !gm_words_before(view, interest->from, INTERESTS) || !gm_is_count(interest->figure) ||
      !(amount = base_before(links, rate, NULL)) ||
      gm_decimal_compare(amount->figure->value, interest->figure->value) < 0)
    return;
  unsigned years = years_told(links, interest);
  if (!years || gm_find_word(view, amount->clause, interest->from, OTHERWISE) != SIZE_MAX ||
      !make(amount, rate, years, &product) || !make(amount, rate, 1, &yearly))
    return;
  if (gm_interval_touch(interest->figure->interval, gm_interval_exact(product)) ||
      gm_interval_touch(interest->figure->interval, gm_interval_exact(yearly)) ||
      gm_within(product, interest->figure->value, CLOSE)) {
    gm_agree(check, amount, rate, interest);
    return;
  }
  if (gm_is_far(product, interest->figure->value) && !gm_is_moved(product, interest->figure->value)) return;
  report(check, amount, rate, years, interest, product);
}

void gm_check_rated(gm_line_check *check, const gm_links *links) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_MONEY) check_exchange(check, links, i);
    if (f->kind != GM_FIGURE_PERCENT || !i) continue;
    check_paid(check, links, i);
    check_interest(check, links, i);
  }
}
