/* PCT-01, PCT-02, PCT-05: shares and rates against the counts they are taken of. */
#include "check/families.h"
#include "check/link.h"

#define SHARE      0x5360u /* 占 */
#define RATE       0x7387u /* 率 */
#define LEAD_CHARS 24      /* what says 占 or 率 stands no farther before the percentage */

typedef enum lead_kind {
  LEAD_NONE,
  LEAD_SHARE,
  LEAD_RATE,
  LEAD_BRACKET,
  LEAD_OF /* 完成预算数60999万元的40.4%: the whole stands right before */
} lead_kind;

/* What kind of percentage it is, by the words between the figure before it and itself. *at gets the place of 占, or of
 * the rate's name, *stop the place behind 率 or 占. */
static lead_kind lead_of(const gm_links *links, unsigned index, size_t *at, size_t *stop) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index];
  size_t clause = gm_clause_start(view, percent->from), from = clause;
  if (index && links->items[index - 1].to > from) from = links->items[index - 1].to;
  if (from > clause && from + 1 == percent->from && gm_one_of(view, from, "的") &&
      gm_is_amount(links->items[index - 1].figure) && gm_is_plain(links->items[index - 1].figure) &&
      gm_find_word(view, clause, links->items[index - 1].from, "占 完成 达 为 是 相当于") != SIZE_MAX) {
    *at = *stop = from;
    return LEAD_OF;
  }
  if (percent->from - from > LEAD_CHARS) from = percent->from - LEAD_CHARS;
  if (gm_find_word(view, from, percent->from,
                   "增长 增加 下降 减少 提高 上升 降低 增幅 降幅 同比 环比 增速 涨幅 高于 低于 递增 回落") != SIZE_MAX)
    return LEAD_NONE;
  for (size_t i = percent->from; i > from; i--) {
    if (view->cp[i - 1] == SHARE && !gm_words_at(view, i - 1, "占地 占用 占领 占据")) {
      *at = i - 1;
      *stop = i;
      return LEAD_SHARE;
    }
    if (view->cp[i - 1] == RATE && !gm_words_at(view, i - 1, "率先 率领")) {
      size_t name = i - 1;
      while (name > from && i - 1 - name < 4 && view->cls[name - 1] & GM_HAN) name--;
      *at = name;
      *stop = i;
      return LEAD_RATE;
    }
  }
  if (percent->from == from && index && view->cls[percent->number] & GM_IN_PAREN &&
      (gm_one_before(view, percent->from, "（") || gm_one_before(view, percent->from, "，")) &&
      links->items[index - 1].to + 1 == percent->from) {
    *at = *stop = percent->from;
    return LEAD_BRACKET;
  }
  return LEAD_NONE;
}

static bool can_be_part(const gm_figure *f, bool in_paren) {
  return gm_is_amount(f) && !gm_is_delta(f) && !(f->roles & (GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)) &&
         (in_paren || !(f->roles & GM_ROLE_PAREN));
}

/* The amount the percentage speaks of: the nearest before it in its sentence, within its ；-part. */
static int part_of(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index];
  bool in_paren = percent->figure->roles & GM_ROLE_PAREN;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, percent)) return -1;
    if (gm_find_word(view, m->to, percent->from, "；") != SIZE_MAX) return -1;
    if (m->figure->kind == GM_FIGURE_PERCENT) continue;
    if (can_be_part(m->figure, in_paren)) return (int)i;
  }
  return -1;
}

/* Does the sum of neighbouring comparable amounts, from any of them on, serve as the whole? */
static bool some_sum_fits(const gm_links *links, const gm_figure *part, gm_interval percent) {
  for (unsigned first = 0; first < links->count; first++) {
    gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
    unsigned terms = 0;
    if (first && gm_same_sentence(&links->items[first], &links->items[first - 1]) &&
        gm_is_amount(links->items[first - 1].figure))
      continue; /* a sum begins with the first amount of its sentence or behind another kind of figure */
    for (unsigned i = first; i < links->count; i++) {
      const gm_figure *f = links->items[i].figure;
      if (!gm_is_amount(f) || !gm_comparable(part, f) || !gm_is_plain(f)) continue;
      if (!gm_interval_add(&sum, f->interval)) return true;
      if (++terms > 1 && gm_ratio_fits(part->interval, sum, percent)) return true;
    }
  }
  return false;
}

/* 未开工17个: what the figure before it leaves of their sum. */
static bool is_rest(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_find_word(links->view, gm_clause_start(links->view, m->from), m->from, "未 尚 没 剩 其余 不") != SIZE_MAX;
}

/* Any-fit accepts: any amount of this sentence or the one before as part (or what is left of the whole), any of the
 * paragraph as whole; for the part nearest to the percentage the sum of several as well, and for the one it is the rest
 * of (已开工33个，未开工17个，开工率66%). */
static bool anything_fits(const gm_links *links, unsigned index, unsigned nearest, gm_interval percent) {
  const gm_mention *p = &links->items[index];
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *part = links->items[i].figure;
    if (!gm_is_amount(part) || part->roles & GM_ROLE_THRESHOLD || part->sentence + 1 < p->figure->sentence ||
        part->sentence > p->figure->sentence)
      continue;
    /* Parts of one enumeration are parted by ；: another item's amount does not explain this one's share. */
    if (part->sentence == p->figure->sentence && links->items[i].to < p->from &&
        gm_find_word(links->view, links->items[i].to, p->from, "； 其中：") != SIZE_MAX)
      continue;
    for (unsigned j = 0; j < links->count; j++) {
      const gm_figure *whole = links->items[j].figure;
      if (j == i || !gm_is_amount(whole) || whole->roles & GM_ROLE_THRESHOLD || !gm_comparable(part, whole)) continue;
      if (gm_ratio_fits(part->interval, whole->interval, percent)) return true;
      gm_interval rest;
      if (gm_interval_subtract(whole->interval, part->interval, &rest) && rest.low.digits > 0 &&
          gm_ratio_fits(rest, whole->interval, percent))
        return true;
    }
    if ((i == nearest || (i + 1 == nearest && is_rest(links, nearest))) && some_sum_fits(links, part, percent))
      return true;
  }
  return false;
}

/* Words of the base named behind 占 (占社员总数的) that stand around the amount too; -1 when the phrase names nothing
 * (占总数的). */
static int base_words(const gm_view *view, size_t from, size_t to, const gm_mention *whole) {
  size_t start = gm_clause_start(view, whole->from), end = whole->to + 8;
  bool named = false;
  int shared = 0;
  for (size_t i = from; i + 1 < to; i++) {
    size_t generic =
        gm_words_at(view, i, "总数 总量 总额 全部 全体 的 比例 比重 比 为 达到 达 了 总 其中 数 近 约 超过 超 到");
    if (generic) {
      i += generic - 1;
      continue;
    }
    if (!(view->cls[i] & GM_HAN) || !(view->cls[i + 1] & GM_HAN)) continue;
    if (gm_words_at(view, i + 1, "总数 总量 总额 的 比例 比重 全部")) continue;
    named = true;
    for (size_t k = start; k + 1 < end && k + 1 < view->count; k++)
      if (view->cp[k] == view->cp[i] && view->cp[k + 1] == view->cp[i + 1]) shared++;
  }
  return named ? shared : -1;
}

/* N U中 or N U，其中 or 共N U: what makes an amount the whole of those behind it. */
static bool anchors(const gm_links *links, const gm_mention *whole, const gm_mention *part) {
  const gm_view *view = links->view;
  const gm_figure *f = whole->figure;
  if (!gm_is_plain(f) || f->roles & GM_ROLE_OF_WHICH) return false;
  size_t leading = gm_find_word(view, whole->to, part->from, "其中");
  if (leading != SIZE_MAX) return true;
  if (f->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD)) return true;
  size_t clause = gm_clause_start(view, whole->from);
  return gm_find_word(view, clause, whole->from, "共 总 合计 累计 现有 全部 总数 总量") != SIZE_MAX;
}

/* 占调整预算, 占年度计划: a plan is the base, and 收入完成28583万元 is what was done, not the plan. */
static bool is_done_not_planned(const gm_view *view, size_t from, size_t to, const gm_mention *whole) {
  if (gm_find_word(view, from, to, "预算 计划 任务 目标 指标 时序") == SIZE_MAX) return false;
  size_t start = gm_clause_start(view, whole->from);
  return gm_find_word(view, start, whole->from, "完成 实现 到位 达到 收到 支付 拨付") != SIZE_MAX ||
         gm_find_word(view, start, whole->from, "预算 计划 任务 目标 指标") == SIZE_MAX;
}

/* The whole that the base phrase names: 占结业学员的 and …结业证书的学员18640人. */
static int whole_by_name(const gm_links *links, unsigned part, size_t from, size_t to) {
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure) || !gm_is_plain(m->figure))
      continue;
    if (gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0) continue;
    if (is_done_not_planned(links->view, from, to, m)) continue;
    if (base_words(links->view, from, to, m) > 0) return (int)i;
  }
  return -1;
}

#define PHRASE_LEAST 4 /* Han characters of a base that names one measure: 地方财政收入 */

/* The whole told in the very words of the base: 占地方财政收入66.19% and 地方财政收入完成100223万元. */
static int whole_by_phrase(const gm_links *links, unsigned part, size_t from, size_t to) {
  const gm_view *view = links->view;
  size_t end = from;
  while (end < to && view->cls[end] & GM_HAN && !gm_words_at(view, end, "的 比例 比重 总额 总量 总数 为 达")) end++;
  if (end - from < PHRASE_LEAST) return -1;
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure) || !gm_is_plain(m->figure))
      continue;
    if (gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0) continue;
    for (size_t k = gm_clause_start(view, m->from); k + (end - from) <= m->from; k++) {
      size_t n = 0;
      while (n < end - from && view->cp[k + n] == view->cp[from + n]) n++;
      if (n == end - from) return (int)i;
    }
  }
  return -1;
}

/* Does the mention carry a share of its own (共71封，占16.47%)? Then it is a sibling, not a whole, unless 其中 follows
 * and no ； ends what it opens. */
static bool is_sibling(const gm_links *links, unsigned index, unsigned part) {
  const gm_mention *m = &links->items[index], *next = m + 1;
  return index + 1 < part && next->figure->kind == GM_FIGURE_PERCENT && gm_same_sentence(m, next) &&
         next->figure->roles & (GM_ROLE_SHARE | GM_ROLE_PAREN) &&
         (gm_find_word(links->view, next->to, links->items[part].from, "其中") == SIZE_MAX ||
          gm_find_word(links->view, next->to, links->items[part].from, "；") != SIZE_MAX);
}

/* The whole of a share, when the text anchors one before the part and the base named behind 占 does not deny it. */
static int whole_of_share(const gm_links *links, unsigned part, size_t from, size_t to) {
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    if (is_sibling(links, i, part) || !anchors(links, m, &links->items[part])) continue;
    if (is_done_not_planned(links->view, from, to, m)) continue;
    if (base_words(links->view, from, to, m) != 0) return (int)i;
  }
  return -1;
}

/* 解决率 and 已解决49个: the rate's name shares a character with the words before its part. */
static bool rate_names_part(const gm_links *links, size_t name, size_t stop, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part];
  size_t from = gm_clause_start(view, p->from);
  if (part && links->items[part - 1].to > from) from = links->items[part - 1].to;
  for (size_t i = name; i + 1 < stop; i++)
    for (size_t k = from; k < p->from; k++)
      if (view->cp[i] == view->cp[k] && !gm_one_of(view, i, "的了有为达率")) return true;
  return false;
}

/* Would the percentage fit if two neighbouring digits of one of the two counts changed places? */
static bool swap_repairs(const gm_figure *part, const gm_figure *whole, gm_interval percent) {
  gm_decimal should;
  for (unsigned k = 0; k < 18; k++)
    if ((gm_swap_digits(part->value, k, &should) &&
         gm_ratio_fits(gm_interval_exact(should), whole->interval, percent)) ||
        (gm_swap_digits(whole->value, k, &should) && gm_ratio_fits(part->interval, gm_interval_exact(should), percent)))
      return true;
  return false;
}

/* The whole of a rate: the comparable amount just before the part, nothing comparable between. */
static int whole_of_rate(const gm_links *links, unsigned part) {
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[part])) return -1;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    if (m->figure->roles & GM_ROLE_PAREN) continue;
    if (gm_find_word(links->view, m->to, links->items[part].from, "；") != SIZE_MAX) return -1;
    return gm_is_plain(m->figure) ? (int)i : -1;
  }
  return -1;
}

#define SUBJECT_CHARS 4u /* fewer before 占 (其中, 两项合计) are no subject */

/* 副教授428人，具有博士学位的教师占68.5%: the share has a subject of its own in its clause, and no two characters of it
 * stand around the amount. */
static bool speaks_of_another(const gm_view *view, const gm_mention *part, const gm_mention *percent, size_t at) {
  size_t from = gm_clause_start(view, percent->from);
  if (from < part->to || at < from + SUBJECT_CHARS) return false;
  size_t start = gm_clause_start(view, part->from), end = part->to + 8 < from ? part->to + 8 : from;
  for (size_t i = from; i + 1 < at; i++)
    for (size_t k = start; k + 1 < end; k++)
      if (view->cls[i] & view->cls[i + 1] & GM_HAN && view->cp[i] == view->cp[k] && view->cp[i + 1] == view->cp[k + 1])
        return false;
  return true;
}

static void check_share(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index];
  size_t at, stop;
  lead_kind lead = lead_of(links, index, &at, &stop);
  if (lead == LEAD_NONE) return;
  int part = part_of(links, lead == LEAD_OF ? index - 1 : index);
  if (part < 0) return;
  /* 分别占: which goes with which is for the reader. */
  if (gm_find_word(view, links->items[part].to, percent->from, "分别") != SIZE_MAX) return;
  if (anything_fits(links, index, (unsigned)part, gm_percent_interval(percent->figure, 1))) return;
  int whole;
  if (lead == LEAD_SHARE && speaks_of_another(view, &links->items[part], percent, at)) return;
  if (lead == LEAD_OF) {
    whole = (int)index - 1;
    if (!gm_comparable(links->items[part].figure, links->items[whole].figure)) return;
  } else if (lead == LEAD_RATE) {
    if (!rate_names_part(links, at, stop, (unsigned)part)) return;
    whole = whole_of_rate(links, (unsigned)part);
  } else {
    whole = whole_of_share(links, (unsigned)part, stop, percent->from);
    if (whole < 0 && lead == LEAD_SHARE && at <= links->items[part].to + 2u)
      whole = whole_by_name(links, (unsigned)part, stop, percent->from);
    if (lead == LEAD_SHARE) {
      int named = whole_by_phrase(links, (unsigned)part, stop, percent->from);
      if (named >= 0) whole = named;
    }
    /* 占全国的: another base, unless the whole is told of the country too. */
    if (whole >= 0 &&
        gm_find_word(view, stop, percent->from, "全国 全球 世界 全行业 全省 全市 全区 全县") != SIZE_MAX &&
        gm_find_word(view, gm_clause_start(view, links->items[whole].from), links->items[whole].from,
                     "全国 全球 世界 全行业 全省 全市 全区 全县") == SIZE_MAX)
      return;
  }
  if (whole < 0 || gm_disclaimed(view)) return;
  const gm_mention *p = &links->items[part], *w = &links->items[whole];
  /* More done than came in: what was left from before counts too, unless a slip of digits explains it. */
  if (gm_decimal_compare(p->figure->value, w->figure->value) > 0 &&
      !swap_repairs(p->figure, w->figure, gm_percent_interval(percent->figure, 1)))
    return;
  bool last_digit = gm_ratio_fits(p->figure->interval, w->figure->interval, gm_percent_interval(percent->figure, 3));
  if (last_digit && !check->hints) return;
  gm_decimal computed;
  if (!gm_percent_of(p->figure->value, w->figure->value, percent->figure->value.scale, &computed)) return;
  gm_report_mention(check, percent);
  if (last_digit)
    gm_lower(check->out, GM_SEVERITY_HINT);
  else if (!gm_same_sentence(p, w) || !gm_is_exact(p->figure) || !gm_is_exact(w->figure) ||
           !gm_is_exact(percent->figure))
    gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%s=%s%%，文中为%s", "%s / %s = %s%%, the text says %s",
         gm_quote_mention(view, p).text, gm_quote_mention(view, w).text, gm_quote_decimal(computed).text,
         gm_quote_mention(view, percent).text);
  gm_relate_mention(check, p, "部分", "the part");
  gm_relate_mention(check, w, "整体", "the whole");
}

void gm_check_shares(gm_line_check *check) {
  if (check->figures->count < 3 || !gm_count_kind(check->figures, GM_FIGURE_PERCENT)) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_PERCENT) check_share(check, links, i);
  gm_check_sibling_shares(check);
}

/* GRIM tells little once whole numbers lie as dense as the printed digits: n below 10^(decimals + 1) leaves a
 * gap ten digits wide. */
static bool has_power(gm_decimal n, int decimals) {
  int64_t limit = 10;
  while (decimals-- > 0) limit *= 10;
  return n.scale == 0 && n.digits > 1 && n.digits < limit;
}

/* Is there a whole number k with k / n inside the percentage? n >= 1. */
static bool some_part_fits(int64_t n, gm_interval percent) {
  gm_decimal product, quotient;
  if (!gm_decimal_multiply(percent.low, gm_decimal_of(n), &product)) return true;
  if (!gm_decimal_divide(product, gm_decimal_of(100), 0, &quotient)) return true;
  for (int64_t k = quotient.digits > 1 ? quotient.digits - 1 : 0; k <= quotient.digits + 2; k++) {
    gm_interval part = gm_interval_exact(gm_decimal_of(k)), whole = gm_interval_exact(gm_decimal_of(n));
    if (gm_ratio_fits(part, whole, percent)) return true;
  }
  return false;
}

/* Is there a whole number B with |n - B| / B inside the percentage? */
static bool some_base_fits(int64_t n, gm_interval percent, bool down) {
  gm_decimal hundred = gm_decimal_of(100), factor, quotient, product;
  if (!(down ? gm_decimal_subtract(hundred, percent.low, &factor) : gm_decimal_add(hundred, percent.low, &factor)))
    return true;
  if (factor.digits <= 0 || !gm_decimal_multiply(gm_decimal_of(n), hundred, &product) ||
      !gm_decimal_divide(product, factor, 0, &quotient))
    return true;
  for (int64_t base = quotient.digits > 2 ? quotient.digits - 2 : 1; base <= quotient.digits + 2; base++) {
    int64_t change = down ? base - n : n - base;
    if (change >= 0 &&
        gm_ratio_fits(gm_interval_exact(gm_decimal_of(change)), gm_interval_exact(gm_decimal_of(base)), percent))
      return true;
  }
  return false;
}

static bool counts_exactly(const gm_figure *f) {
  return f->kind == GM_FIGURE_QUANTITY && gm_units[f->unit].exact && gm_is_exact(f) && gm_is_plain(f) &&
         !(f->numeral_flags & (GM_NUMERAL_POINT | GM_NUMERAL_SCALED)) && f->value.scale == 0;
}

/* 来信142封，与上月相比下降2.35%: the clause of the change has no subject of its own. */
static void check_change_of_count(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index], *n = &links->items[index - 1];
  bool down = percent->figure->roles & GM_ROLE_DOWN;
  if (!(percent->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) || !counts_exactly(n->figure)) return;
  if (!gm_same_sentence(n, percent) || !gm_is_exact(percent->figure)) return;
  if (!has_power(n->figure->value, percent->figure->value.scale) || !gm_one_of(view, n->to, "，、")) return;
  if (!gm_words_at(view, n->to + 1, "同比 环比 与 比 较 下降 上升 增长 减少 增加")) return;
  if (gm_find_word(view, n->to + 1, percent->from, "， ； 率 占") != SIZE_MAX) return;
  if (some_base_fits(n->figure->value.digits, gm_percent_interval(percent->figure, 1), down)) return;
  if (gm_disclaimed(view)) return;
  gm_decimal factor, product, base = {0, 0}, hundred = gm_decimal_of(100), computed;
  bool ok = down ? gm_decimal_subtract(hundred, percent->figure->value, &factor)
                 : gm_decimal_add(hundred, percent->figure->value, &factor);
  if (!ok || !gm_decimal_multiply(n->figure->value, hundred, &product) ||
      !gm_decimal_divide(product, factor, 0, &base) || base.digits <= 0)
    return;
  int64_t change = down ? base.digits - n->figure->value.digits : n->figure->value.digits - base.digits;
  if (!gm_percent_of(gm_decimal_of(change), base, percent->figure->value.scale, &computed)) return;
  gm_report_mention(check, percent);
  gm_say(check->out, check->language, "没有整数基数能得出%s：若基数为%lld，变动为%s%%",
         "no whole base gives %s: from %lld the change is %s%%", gm_quote_mention(view, percent).text,
         (long long)base.digits, gm_quote_decimal(computed).text);
  gm_relate_mention(check, n, "计数", "the count");
}

/* 700人中，专科占25.17%: no whole number of 700 gives it. Only when no part is told: then PCT-01 computes. */
static void check_share_of_count(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index], *n = NULL;
  if (!gm_is_exact(percent->figure) || percent->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_PAREN)) return;
  size_t at, stop;
  if (lead_of(links, index, &at, &stop) != LEAD_SHARE) return;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, percent)) return;
    if (m->figure->kind == GM_FIGURE_PERCENT) continue;
    n = m;
    break;
  }
  if (!n || !counts_exactly(n->figure) || !has_power(n->figure->value, percent->figure->value.scale)) return;
  size_t behind = n->to;
  while (behind < view->count && behind - n->to < 8 && view->cls[behind] & GM_HAN && !gm_one_of(view, behind, "中"))
    behind++;
  if (!gm_one_of(view, behind, "中") || base_words(view, stop, percent->from, n) == 0) return;
  if (some_part_fits(n->figure->value.digits, gm_percent_interval(percent->figure, 1)) || gm_disclaimed(view)) return;
  gm_report_mention(check, percent);
  gm_say(check->out, check->language, "%s中没有整数个能得出%s", "no whole number of %s gives %s",
         gm_quote_mention(view, n).text, gm_quote_mention(view, percent).text);
  gm_relate_mention(check, n, "整体", "the whole");
}

void gm_check_impossible_percent(gm_line_check *check) {
  if (check->figures->count < 2 || !gm_count_kind(check->figures, GM_FIGURE_PERCENT)) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 1; i < links->count; i++) {
    if (links->items[i].figure->kind != GM_FIGURE_PERCENT || links->items[i].figure->value.scale == 0) continue;
    check_change_of_count(check, links, i);
    check_share_of_count(check, links, i);
  }
}

/* Has one of its shares been reported already? One fault, one finding. */
static bool told_between(const gm_line_check *check, const char *rule, size_t from, size_t to) {
  for (size_t i = check->out->list.count; i-- > 0;) {
    const gm_finding *f = &check->out->list.items[i];
    if (!strcmp(gm_rules[f->rule].id, rule) && f->start.byte >= check->view->raw_at[from] &&
        f->start.byte < gm_raw_end(check->view, to))
      return true;
  }
  return false;
}

/* Would the shares among mentions [from, to) come to 100 if two neighbouring digits of one changed places? */
static bool swap_completes(const gm_links *links, unsigned from, unsigned to, gm_decimal sum, gm_decimal allowed) {
  for (unsigned i = from; i < to; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind != GM_FIGURE_PERCENT || !(f->roles & GM_ROLE_SHARE) || f->value.scale < 1) continue;
    for (unsigned k = 0; k < 18; k++) {
      gm_decimal should, change, difference;
      if (!gm_swap_digits(f->value, k, &should) || !gm_decimal_subtract(should, f->value, &change) ||
          !gm_decimal_add(sum, change, &difference) ||
          !gm_decimal_subtract(difference, gm_decimal_of(100), &difference))
        continue;
      if (difference.digits < 0) difference.digits = -difference.digits;
      if (gm_decimal_compare(difference, allowed) <= 0) return true;
    }
  }
  return false;
}

#define COMPOSITION_EXCESS \
  2 /* percent: a composition that is farther from 100 is none (several answers, several bases) */

/* 甲占25.2%，乙占61.9%，丙占11.2%，丁占2.7%: shares of one sentence that come near 100 must come to it. */
void gm_check_composition(gm_line_check *check) {
  if (gm_count_kind(check->figures, GM_FIGURE_PERCENT) < 2) return;
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  for (unsigned first = 0; first < links->count;) {
    const gm_mention *last = &links->items[first];
    gm_decimal sum = {0, 0}, allowed = {0, 0}; /* half a unit of the last digit of each share */
    unsigned shares = 0, i = first;
    bool exact = true;
    for (; i < links->count && gm_same_sentence(&links->items[i], &links->items[first]); i++) {
      const gm_mention *m = &links->items[i];
      size_t at, stop;
      if (m->figure->kind != GM_FIGURE_PERCENT) continue;
      lead_kind lead = lead_of(links, i, &at, &stop);
      if (lead == LEAD_NONE && m->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) continue;
      if (lead != LEAD_SHARE && !(shares && gm_one_before(view, m->from, "、和及"))) {
        exact = exact && lead == LEAD_NONE;
        continue;
      }
      exact = exact && gm_is_exact(m->figure) && gm_decimal_add(sum, m->figure->value, &sum);
      exact = exact && gm_decimal_add(allowed, (gm_decimal){5, m->figure->value.scale + 1}, &allowed);
      shares++;
      last = m;
    }
    size_t from = links->items[first].from;
    unsigned start_index = first;
    first = i;
    if (shares < 2 || !exact) continue;
    gm_decimal difference;
    if (!gm_decimal_subtract(sum, gm_decimal_of(100), &difference)) continue;
    bool short_of = difference.digits < 0;
    if (short_of) difference.digits = -difference.digits;
    if (gm_decimal_compare(difference, allowed) <= 0) continue;
    bool swapped = swap_completes(links, start_index, i, sum, allowed);
    if (!swapped && (shares < 3 || gm_decimal_compare(difference, gm_decimal_of(COMPOSITION_EXCESS)) > 0)) continue;
    size_t start = gm_sentence_start(view, from);
    if (short_of && !swapped && gm_find_word(view, start, last->to, "其他 其它 其余 剩余") == SIZE_MAX) continue;
    if (gm_disclaimed(view) || told_between(check, "PCT-01", start, last->to)) continue;
    gm_report_mention(check, last);
    gm_say(check->out, check->language, "%u项构成合计%s%%，不是100%%", "%u shares come to %s%%, not 100%%", shares,
           gm_quote_decimal(sum).text);
  }
}
