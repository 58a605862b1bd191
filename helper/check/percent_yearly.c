/* PCT-03: a yearly rate of growth against the first and the last value: 2019年1.2万辆，2024年6.5万辆，年均增长40.2%. It
 * compounds: (1 + rate)^years = last ÷ first. */
#include "check/change.h"
#include "check/families.h"

#define YEARLY "年均 平均每年 每年平均 年平均 年均复合 年复合 复合年均"
#define UP     "增长 增长率 增长速度 增速 增幅 递增 递增率 提高 上升 增加 提升"
#define DOWN   "下降 下降率 降幅 递减 递减率 减少 降低"
#define LINKS  "为 达 达到 了 是 约 约为 在"

#define YEARS_LEAST 2
#define YEARS_MAX   60 /* more years are no plan's, and their powers leave the range of a decimal */
#define DIGITS      9  /* behind the point, of powers and quotients: far more than any rate has */

/* Which way a yearly rate goes whose words end just before `to`: 1 up, -1 down, 0 when it is no such rate. *from gets
 * where they begin. */
static int yearly_verb(const gm_view *view, size_t to, size_t *from) {
  size_t end = to - gm_words_before(view, to, LINKS);
  size_t up = gm_words_before(view, end, UP), down = gm_words_before(view, end, DOWN);
  size_t verb = end - (up > down ? up : down), word = up || down ? gm_words_before(view, verb, YEARLY) : 0;
  *from = verb - word;
  return !word ? 0 : up > down ? 1 : -1;
}

/* value^years, cut behind DIGITS digits; false when it leaves the range. */
static bool power(gm_decimal value, unsigned years, gm_decimal *out) {
  gm_decimal product = gm_decimal_of(1);
  while (years-- > 0)
    if (!gm_decimal_multiply(product, value, &product) ||
        !gm_decimal_divide(product, gm_decimal_of(1), product.scale < DIGITS ? product.scale : DIGITS, &product))
      return false;
  *out = product;
  return true;
}

/* What a value is multiplied by in a year at `percent`. */
static bool factor_of(gm_decimal percent, bool up, gm_decimal *out) {
  gm_decimal part;
  return gm_decimal_shift(percent, -2, &part) &&
         (up ? gm_decimal_add(gm_decimal_of(1), part, out) : gm_decimal_subtract(gm_decimal_of(1), part, out)) &&
         out->digits > 0;
}

/* Does some rate of the interval, compounded, make the later value of the earlier one? True when it cannot be computed.
 */
static bool rate_fits(gm_change change, gm_interval rate, bool up, unsigned years) {
  const gm_interval *before = &change.before->figure->interval, *after = &change.after->figure->interval;
  gm_decimal least, most, low, high, from, to;
  if (!factor_of(up ? rate.low : rate.high, up, &least) || !factor_of(up ? rate.high : rate.low, up, &most) ||
      !power(least, years, &low) || !power(most, years, &high) ||
      !gm_decimal_divide(after->low, before->high, DIGITS, &from) ||
      !gm_decimal_divide(after->high, before->low, DIGITS, &to))
    return true;
  return gm_decimal_compare(low, to) <= 0 && gm_decimal_compare(high, from) >= 0;
}

/* The rate, in percent with `scale` digits, at which the one becomes the other in so many years. */
static bool rate_of(gm_change change, bool up, unsigned years, int scale, gm_decimal *out) {
  int64_t low = 0, high = up ? 1000 : 100; /* percent: the rate is sought among its printed values */
  for (int i = 0; i < scale; i++) high *= 10;
  const int64_t most = high;
  gm_decimal times, factor, reached;
  if (!gm_decimal_divide(change.after->figure->value, change.before->figure->value, DIGITS, &times)) return false;
  while (low < high) { /* the least whose upper edge reaches the later value */
    int64_t middle = low + (high - low) / 2;
    if (!factor_of((gm_decimal){middle * 10 + 5, scale + 1}, up, &factor)) return false;
    bool in_range = power(factor, years, &reached);
    int order = in_range ? gm_decimal_compare(reached, times) : 1;
    if (up ? order >= 0 : order <= 0)
      high = middle;
    else
      low = middle + 1;
  }
  *out = (gm_decimal){low, scale};
  return low < most;
}

/* The numbers of years that the sentence tells, by its years or as a span. */
typedef struct spans {
  unsigned told; /* 五年来; 0 when there is none */
  unsigned first, last;
} spans;

static spans spans_of(const gm_links *links, unsigned index) {
  spans s = {0, 0, 0};
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[index]);) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_DURATION && gm_one_before(links->view, links->items[i].to, "年") && gm_is_exact(f) &&
        !f->value.scale && f->value.digits <= YEARS_MAX)
      s.told = (unsigned)f->value.digits;
    if ((f->kind != GM_FIGURE_YEAR && f->kind != GM_FIGURE_DATE) || !f->date.year) continue;
    if (!s.first || f->date.year < s.first) s.first = f->date.year;
    if (f->date.year > s.last) s.last = f->date.year;
  }
  return s;
}

static bool may_count(unsigned years) { return years >= YEARS_LEAST && years <= YEARS_MAX; }

static void check_rate(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index];
  gm_change change;
  size_t verb;
  int way = yearly_verb(view, rate->from, &verb);
  if (!way || rate->figure->roles & GM_ROLE_PAREN || !gm_is_exact(rate->figure) ||
      !gm_change_told(links, index, verb, &change))
    return;
  const gm_mention *before = change.before, *after = change.after;
  bool up = way > 0;
  if (before->figure->kind == GM_FIGURE_PERCENT || before->figure->value.digits <= 0 || !gm_is_exact(before->figure) ||
      !gm_is_exact(after->figure) || gm_change_rose(change) != up ||
      gm_find_word(view, gm_sentence_start(view, verb), verb, "生产总值 增加值 可比 不变价 实际 GDP") != SIZE_MAX)
    return;
  spans s = spans_of(links, index);
  unsigned between = s.last - s.first, years = may_count(between) ? between : s.told;
  if (!may_count(years)) return;
  /* Five years have six values, and as many as five. */
  gm_interval printed = gm_percent_interval(rate->figure, 3);
  bool fits = (may_count(between) && rate_fits(change, printed, up, between)) ||
              (may_count(s.told) && rate_fits(change, printed, up, s.told)) ||
              (may_count(s.told) && s.told > YEARS_LEAST && rate_fits(change, printed, up, s.told - 1));
  if (fits) {
    gm_agree(check, before, after, rate);
    return;
  }
  gm_decimal computed;
  if (gm_disclaimed(view) || gm_is_told(check, rate) ||
      !rate_of(change, up, years, rate->figure->value.scale, &computed))
    return;
  gm_report_mention(check, rate);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "由%s到%s，%u年间年均变动%s%%，文中为%s",
         "from %s to %s in %u years is a change of %s%% a year, the text says %s", gm_quote_mention(view, before).text,
         gm_quote_mention(view, after).text, years, gm_quote_decimal(computed).text, gm_quote_mention(view, rate).text);
  gm_offer_value(check, rate, computed);
  gm_relate_mention(check, before, "变动前", "before");
  gm_relate_mention(check, after, "变动后", "after");
}

void gm_check_yearly_rates(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 2; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_PERCENT && links->items[i].figure->roles & GM_ROLE_EACH)
      check_rate(check, links, i);
}
