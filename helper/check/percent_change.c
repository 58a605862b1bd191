/* PCT-03, PCT-06, PCT-07: growth against the amounts it is told of; percent against percentage points. */
#include "check/families.h"
#include "check/link.h"

/* Does change / base fit the percentage for any base that the line offers? */
static bool some_base_fits(const gm_links *links, const gm_mention *delta, gm_interval percent, bool down) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *a = links->items[i].figure;
    if (&links->items[i] == delta || !gm_is_amount(a) || !gm_comparable(a, delta->figure)) continue;
    gm_interval base = a->interval;
    if (gm_ratio_fits(delta->figure->interval, base, percent)) return true; /* a is the earlier value */
    if (down ? !gm_interval_add(&base, delta->figure->interval)
             : !gm_interval_subtract(a->interval, delta->figure->interval, &base))
      return true;
    if (base.high.digits > 0 && gm_ratio_fits(delta->figure->interval, base, percent)) return true;
  }
  return false;
}

/* An average may change as an amount does. */
static bool can_change(const gm_figure *f) {
  return !gm_is_delta(f) && !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* The amount that changed: the nearest comparable one before both, in the sentence, that is no delta itself. */
static const gm_mention *changed_amount(const gm_links *links, unsigned before, const gm_figure *delta) {
  for (unsigned i = before; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence != delta->sentence) return NULL;
    if (gm_find_word(links->view, m->to, links->items[before].from, "；") != SIZE_MAX) return NULL;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, delta)) continue;
    return can_change(m->figure) ? m : NULL;
  }
  return NULL;
}

/* 受理1544件…。受理增加128件，上升9.04%: the amount stands in the sentence before, behind the same word. */
static const gm_mention *amount_by_name(const gm_links *links, unsigned delta) {
  const gm_view *view = links->view;
  const gm_mention *d = &links->items[delta];
  size_t verb = d->from - gm_words_before(view, d->from, "增加 减少 净增 增加了 减少了");
  if (verb == d->from || verb < 2 || !(view->cls[verb - 1] & GM_HAN) || !(view->cls[verb - 2] & GM_HAN)) return NULL;
  for (unsigned i = delta; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1 < d->figure->sentence) return NULL;
    if (m->figure->sentence == d->figure->sentence || !gm_is_amount(m->figure) || !can_change(m->figure) ||
        !gm_comparable(m->figure, d->figure))
      continue;
    for (size_t k = gm_clause_start(view, m->from); k + 1 < m->from; k++)
      if (view->cp[k] == view->cp[verb - 2] && view->cp[k + 1] == view->cp[verb - 1]) return m;
  }
  return NULL;
}

static bool is_change(const gm_view *view, const gm_mention *m) {
  if (gm_is_delta(m->figure)) return true;
  return gm_words_before(view, m->from,
                         "增加 净增 减少 增收 减收 增支 减支 多 少 净减 增长 下降 增幅为 降幅为 增幅 降幅 增幅达 增加了 减少了 "
                         "多办理 成长") != 0;
}

static bool goes_down(const gm_view *view, const gm_mention *m) {
  return m->figure->roles & GM_ROLE_DOWN ||
         gm_words_before(view, m->from, "减少 减收 减支 少 净减 下降 降幅 降幅为 减少了") != 0;
}

static void check_pair(gm_line_check *check, const gm_links *links, unsigned d, unsigned p) {
  const gm_view *view = check->view;
  const gm_mention *delta = &links->items[d], *percent = &links->items[p];
  bool down = goes_down(view, delta);
  if (down != goes_down(view, percent)) return;
  if (some_base_fits(links, delta, gm_percent_interval(percent->figure, 1), down)) return;
  unsigned first = d < p ? d : p;
  const gm_mention *amount = changed_amount(links, first, delta->figure);
  if (!amount) amount = amount_by_name(links, d);
  if (!amount || gm_disclaimed(view)) return;
  gm_decimal base, computed;
  if (!(down ? gm_decimal_add(amount->figure->value, delta->figure->value, &base)
             : gm_decimal_subtract(amount->figure->value, delta->figure->value, &base)) ||
      base.digits <= 0 || !gm_percent_of(delta->figure->value, base, percent->figure->value.scale, &computed))
    return;
  bool last_digit =
      gm_ratio_fits(delta->figure->interval, gm_interval_exact(base), gm_percent_interval(percent->figure, 3));
  if (last_digit && !check->hints) return;
  gm_report_mention(check, percent);
  if (last_digit)
    gm_lower(check->out, GM_SEVERITY_HINT);
  else if (!gm_same_sentence(amount, delta) || !gm_is_exact(percent->figure) || !gm_is_exact(delta->figure) ||
           !gm_is_exact(amount->figure))
    gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s%s%s后为%s，即变动%s%%，文中为%s",
         "%s%s%s to %s is a change of %s%%, the text says %s", check->language == GM_ENGLISH ? "" : "",
         down ? (check->language == GM_ENGLISH ? "down " : "减少") : (check->language == GM_ENGLISH ? "up " : "增加"),
         gm_quote_mention(view, delta).text, gm_quote_mention(view, amount).text, gm_quote_decimal(computed).text,
         gm_quote_mention(view, percent).text);
  gm_relate_mention(check, amount, "变动后的数", "the amount after the change");
  gm_relate_mention(check, delta, "变动量", "the change");
}

/* An amount, its change and the rate of it, the last two neighbours in either order. */
void gm_check_change_rate(gm_line_check *check) {
  if (check->figures->count < 3 || !gm_count_kind(check->figures, GM_FIGURE_PERCENT)) return;
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++) {
    const gm_mention *a = &links->items[i - 1], *b = &links->items[i];
    if (!gm_same_sentence(a, b)) continue;
    bool delta_first = gm_is_amount(a->figure) && b->figure->kind == GM_FIGURE_PERCENT;
    bool percent_first = gm_is_amount(b->figure) && a->figure->kind == GM_FIGURE_PERCENT;
    if (!delta_first && !percent_first) continue;
    if (!is_change(view, a) || !is_change(view, b)) continue;
    /* The second clause must not bring a subject of its own. */
    size_t gap = gm_find_word(view, a->to, b->from, "； 率 占 其中");
    if (gap != SIZE_MAX || b->from - a->to > 8) continue;
    /* Percent before the change and another change right behind: leave the pairing to the reader. */
    if (percent_first && i + 1 < links->count && gm_same_sentence(b, &links->items[i + 1]) &&
        links->items[i + 1].figure->kind == GM_FIGURE_PERCENT && is_change(view, &links->items[i + 1]) && i > 1 &&
        gm_is_amount(links->items[i - 2].figure) && is_change(view, &links->items[i - 2]))
      continue;
    check_pair(check, links, delta_first ? i - 1 : i, delta_first ? i : i - 1);
  }
}

/* The name of a rate or share just before the percentage: 率 占比 比例 比重, or 占. */
static bool is_rate(const gm_links *links, unsigned index, bool *share) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t from = gm_clause_start(view, m->from);
  if (index && links->items[index - 1].to > from) from = links->items[index - 1].to;
  *share = gm_find_word(view, from, m->from, "占") != SIZE_MAX &&
           gm_find_word(view, from, m->from, "占比 比例 比重") == SIZE_MAX;
  return *share || gm_find_word(view, from, m->from, "率 占比 比例 比重") != SIZE_MAX;
}

#define RATE_VERBS "上升 提高 下降 降低 增长 增加 回落 提升 上升了 提高了 下降了 降低了 增长了 增加了 提升了 成长"

/* Nothing but a comparison between the clause's start and the verb: the change is of the rate before it. */
static bool bare_comparison(const gm_view *view, size_t from, size_t to) {
  if (from >= to) return false;
  if (!gm_words_at(view, from, "同比 环比 比 较 与 上升 提高 下降 降低 增长 增加 回落 提升 又 再")) return false;
  return gm_find_word(view, from, to, "率 量 额 数 值 占 收入 产 费") == SIZE_MAX;
}

static bool reads_provable(const gm_links *links, unsigned index, unsigned delta, bool down, gm_decimal *other) {
  const gm_mention *rate = &links->items[index], *d = &links->items[delta];
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    gm_decimal difference;
    if (i == index || i == delta || f->kind != GM_FIGURE_PERCENT) continue;
    if (!(down ? gm_decimal_subtract(f->value, rate->figure->value, &difference)
               : gm_decimal_subtract(rate->figure->value, f->value, &difference)))
      continue;
    if (gm_decimal_compare(difference, d->figure->value) == 0) {
      *other = f->value;
      return true;
    }
  }
  return false;
}

static void check_points(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  unsigned before = index - 1; /* a date may stand between: 比2008年增长 */
  while (before && links->items[before].figure->kind >= GM_FIGURE_DATE &&
         links->items[before].figure->kind <= GM_FIGURE_ORDINAL)
    before--;
  const gm_mention *rate = &links->items[before], *delta = &links->items[index];
  if (rate->figure->kind != GM_FIGURE_PERCENT || delta->figure->kind != GM_FIGURE_PERCENT) return;
  if (!gm_same_sentence(rate, delta) || gm_is_delta(rate->figure)) return;
  size_t clause = gm_clause_start(view, delta->from);
  size_t verb = gm_words_before(view, delta->from, RATE_VERBS);
  if (!verb || clause != rate->to + 1 || !gm_one_of(view, rate->to, "，、")) return;
  if (!bare_comparison(view, clause, delta->from)) return;
  bool share;
  if (!is_rate(links, before, &share)) return;
  bool down = gm_words_before(view, delta->from, "下降 降低 回落 下降了 降低了") != 0;
  gm_decimal other;
  bool proved = reads_provable(links, before, index, down, &other);
  if (!proved && share) {
    /* 收入7318万元，占年度预算的31.4%，同比增长7.1%: the growth is of the income. */
    if (gm_words_before(view, delta->from, "增长 增加 增长了 增加了 成长")) return;
    for (unsigned i = before; i-- > 0 && gm_same_sentence(&links->items[i], delta);)
      if (gm_is_amount(links->items[i].figure)) return;
  }
  /* A rate cannot rise by more than it is. */
  if (!proved && !down && gm_decimal_compare(delta->figure->value, rate->figure->value) > 0) return;
  gm_report_line(check, delta->from - verb, delta->to);
  if (!proved) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_quote points = gm_quote_decimal(delta->figure->value);
  if (proved)
    gm_say(check->out, check->language, "%s与%s%%相差%s个百分点，不是%s",
           "%s and %s%% differ by %s percentage points, not %s", gm_quote_mention(view, rate).text,
           gm_quote_decimal(other).text, points.text, gm_quote_mention(view, delta).text);
  else
    gm_say(check->out, check->language, "比率%s的变动应用百分点：是否为“%s个百分点”？",
           "the rate %s changes by percentage points: is it “%s percentage points”?", gm_quote_mention(view, rate).text,
           points.text);
  gm_relate_mention(check, rate, "比率", "the rate");
}

void gm_check_percentage_points(gm_line_check *check) {
  if (gm_count_kind(check->figures, GM_FIGURE_PERCENT) < 2) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++) check_points(check, links, i);
}

#define AMOUNT_NOUNS                                                                                                                                              \
  "产量 日产量 年产量 产值 销量 销售额 收入 利润 总量 总额 人数 数量 客流量 交易额 贸易额 投资额 面积 客流 营业额 " \
  "存款 余额"

/* 产量提高到15%～20%: an amount does not rise to a percentage. */
static void check_rise_to(gm_line_check *check, const gm_mention *m) {
  const gm_view *view = check->view;
  size_t verb = gm_words_before(view, m->from, "提高到 增加到 上升到 增长到 提升到 下降到 减少到 降低到 扩大到");
  if (!verb) return;
  size_t noun = gm_words_before(view, m->from - verb, AMOUNT_NOUNS);
  if (!noun) return;
  if (gm_one_of(view, m->to, "的以") || gm_words_at(view, m->to, "左右的")) return;
  gm_report_line(check, m->from - verb, m->to);
  gm_say(check->out, check->language, "“%s”是数量，不能“%s”，应为“……了”或写明基数",
         "“%s” is an amount and cannot be “%s”: it rises by a percentage",
         gm_quote_line(view, m->from - verb - noun, m->from - verb).text,
         gm_quote_line(view, m->from - verb, m->to).text);
}

/* a ... b ... 增加了N倍 with b = N a: that is N - 1 times more. */
static void check_multiple(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *m = &links->items[index];
  size_t verb = gm_words_before(view, m->from, "增加 增加了 增长 增长了 多 多了 提高了 提高 扩大了 翻了 上升了");
  if (!verb || !gm_is_exact(m->figure) || gm_words_at(view, m->to, "多 以上 有余")) return;
  for (unsigned j = index; j-- > 1;) {
    const gm_mention *now = &links->items[j];
    if (!gm_same_sentence(now, m)) return;
    if (!gm_is_amount(now->figure)) continue;
    for (unsigned i = j; i-- > 0;) {
      const gm_mention *then = &links->items[i];
      if (!gm_same_sentence(then, m)) break;
      if (!gm_is_amount(then->figure) || !gm_comparable(then->figure, now->figure)) continue;
      gm_decimal product;
      if (!gm_decimal_multiply(then->figure->value, m->figure->value, &product) || then->figure->value.digits <= 0)
        return;
      /* The reading as written first: now = then * (N + 1). */
      gm_interval right = now->figure->interval;
      gm_decimal more;
      if (!gm_decimal_add(product, then->figure->value, &more)) return;
      if (gm_decimal_compare(more, right.low) >= 0 && gm_decimal_compare(more, right.high) <= 0) return;
      if (gm_decimal_compare(product, now->figure->value) != 0 || m->figure->value.scale || m->figure->value.digits < 2)
        return;
      gm_report_line(check, m->from - verb, m->to);
      gm_say(check->out, check->language, "%s是%s的%s倍，增加了%lld倍", "%s is %s times %s: it rose by %lld times",
             gm_quote_mention(view, now).text, gm_quote_mention(view, then).text,
             gm_quote_decimal(m->figure->value).text, (long long)m->figure->value.digits - 1);
      gm_relate_mention(check, then, "原来的数", "the earlier amount");
      return;
    }
    return;
  }
}

void gm_check_multiples(gm_line_check *check) {
  unsigned multiples = gm_count_kind(check->figures, GM_FIGURE_MULTIPLE);
  if (!multiples && !gm_count_kind(check->figures, GM_FIGURE_PERCENT) &&
      !gm_count_kind(check->figures, GM_FIGURE_RANGE))
    return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_MULTIPLE && i > 1) check_multiple(check, links, i);
    if (f->kind == GM_FIGURE_PERCENT ||
        (f->kind == GM_FIGURE_RANGE && f->unit && gm_units[f->unit].unit_class == GM_CLASS_PERCENT))
      check_rise_to(check, &links->items[i]);
  }
}
