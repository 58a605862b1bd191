/* PCT-01: a share that no two amounts of the paragraph explain, and that two which stand where its part and its whole
 * may stand do once two neighbouring digits of it change places. The slip itself is the evidence: that a share of
 * something else is one by chance, of so few pairs, all but does not happen. */
#include "check/percent.h"
#include "check/swap.h"

#define SLIPS_MAX 4u

/* What a percentage may have been before two of its digits changed places. */
typedef struct slips {
  gm_decimal value[SLIPS_MAX];
  gm_interval interval[SLIPS_MAX];
  unsigned count;
} slips;

static slips slips_of(const gm_figure *percent) {
  slips out = {.count = 0};
  gm_figure told = *percent;
  gm_decimal should, hundred = gm_decimal_of(100);
  gm_interval shifted;
  told.interval = gm_percent_interval(percent, 1);
  for (unsigned k = 0; out.count < SLIPS_MAX && gm_next_swap(&told, &k, &should, &shifted);) {
    if (gm_decimal_compare(should, hundred) > 0) continue;
    out.value[out.count] = should;
    out.interval[out.count++] = shifted;
  }
  return out;
}

/* An amount, or days of a year. */
static bool is_like(const gm_figure *f, const gm_figure *other) {
  return (gm_is_amount(f) || (f->kind == GM_FIGURE_DURATION && f->unit)) && gm_comparable(f, other);
}

static bool can_divide(const gm_figure *f) {
  return is_like(f, f) && !gm_is_age(f) && gm_is_exact(f) && f->value.digits > 0 &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_COMPARED | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* 核减45.2万元 */
static bool changes(const gm_figure *f) { return gm_is_delta(f) && !(f->roles & GM_ROLE_ADDED); }

/* Are both so closely told that they give no more than one percentage as it is printed: not 0.46亿元 of 0.72亿元? */
static bool gives_one(const gm_interval *part, const gm_interval *whole, const gm_interval *slip) {
  gm_decimal width, least, most, unit;
  return part->low.digits > 0 && gm_percent_of(part->low, whole->high, 4, &least) &&
         gm_percent_of(part->high, whole->low, 4, &most) && gm_decimal_subtract(most, least, &width) &&
         gm_decimal_subtract(slip->high, slip->low, &unit) && gm_decimal_compare(width, unit) <= 0;
}

/* Does the percentage, with those right around it in its sentence, leave nothing out: 38.5%, 47.2%, 14.3%? */
static bool makes_hundred(const gm_links *links, unsigned index) {
  const gm_mention *share = &links->items[index];
  gm_decimal hundred = gm_decimal_of(100);
  for (unsigned first = index + 1; first-- > 0 && gm_same_sentence(&links->items[first], share);) {
    gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
    unsigned terms = 0;
    for (unsigned i = first; i < links->count && gm_same_sentence(&links->items[i], share); i++) {
      const gm_figure *f = links->items[i].figure;
      if (f->kind != GM_FIGURE_PERCENT) continue;
      if (!gm_interval_add(&sum, gm_percent_interval(f, 1))) return true;
      if (++terms > 1 && i >= index && gm_decimal_compare(sum.low, hundred) <= 0 &&
          gm_decimal_compare(sum.high, hundred) >= 0)
        return true;
    }
  }
  return false;
}

/* How many amounts like `part` stand between the mentions `from` and `to`. */
static unsigned count_like(const gm_links *links, const gm_figure *part, unsigned from, unsigned to) {
  unsigned count = 0;
  for (unsigned i = from + 1; i < to; i++) count += is_like(links->items[i].figure, part);
  return count;
}

/* 未开工17个: what the one before it leaves. */
static bool is_rest(const gm_links *links, const gm_mention *m) {
  return gm_find_word(links->view, m->label, m->from, "未 尚 没 剩 余 不 非 另") != SIZE_MAX;
}

/* Is the percentage that of the part in the sum of it and some like amounts beside it in its sentence? */
static bool is_of_sum(const gm_links *links, unsigned part, gm_interval percent) {
  const gm_mention *p = &links->items[part];
  for (unsigned first = part + 1; first-- > 0 && gm_same_sentence(&links->items[first], p);) {
    gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
    unsigned terms = 0;
    for (unsigned i = first; i < links->count && gm_same_sentence(&links->items[i], p); i++) {
      if (!is_like(links->items[i].figure, p->figure)) continue;
      if (!gm_interval_add(&sum, links->items[i].figure->interval)) return true;
      if (++terms > 1 && i >= part && gm_ratio_fits(p->figure->interval, sum, percent)) return true;
    }
  }
  return false;
}

static gm_decimal largest_like(const gm_links *links, const gm_figure *part) {
  gm_decimal most = {0, 0};
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (is_like(f, part) && gm_decimal_compare(f->interval.high, most) > 0) most = f->interval.high;
  }
  return most;
}

/* Does some pair of the paragraph explain the percentage as it is: an amount, what it leaves, or several in a row, of
 * another or of the sum of several? `closely`: with an amount of its own sentence as the part. */
static bool is_explained(const gm_links *links, unsigned index, bool closely) {
  const gm_mention *share = &links->items[index];
  gm_interval percent = gm_percent_interval(share->figure, 1);
  if (makes_hundred(links, index)) return true;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *p = &links->items[i];
    if (!is_like(p->figure, p->figure) || gm_is_age(p->figure) || p->figure->roles & GM_ROLE_THRESHOLD) continue;
    if (closely &&
        (!gm_same_sentence(p, share) || i > index || gm_find_mark(links->view, p->to, share->from, "；") != SIZE_MAX))
      continue;
    if (closely ? !count_like(links, p->figure, i, index) && is_of_sum(links, i, percent)
                : gm_share_of_sum_fits(links, p->figure, percent))
      return true;
    gm_interval sum = gm_interval_exact((gm_decimal){0, 0}), rest;
    gm_decimal most = largest_like(links, p->figure);
    for (unsigned k = i; k < links->count && gm_same_sentence(&links->items[k], p); k++) {
      if (!is_like(links->items[k].figure, p->figure)) continue;
      if (!gm_interval_add(&sum, links->items[k].figure->interval)) return true;
      if (gm_decimal_compare(sum.low, most) > 0) break; /* no whole is left */
      if (closely && k > i && count_like(links, p->figure, k, index)) continue;
      for (unsigned j = 0; j < links->count; j++) {
        const gm_figure *whole = links->items[j].figure;
        if ((j >= i && j <= k) || !is_like(whole, p->figure) || whole->roles & GM_ROLE_THRESHOLD) continue;
        if (gm_ratio_fits(sum, whole->interval, percent) ||
            (k == i && (!closely || is_rest(links, p)) && gm_interval_subtract(whole->interval, sum, &rest) &&
             rest.low.digits > 0 && gm_ratio_fits(rest, whole->interval, percent)))
          return true;
      }
    }
  }
  return false;
}

/* The first of the percentages in a row with `index`: 分别占59.9%、30.4%、9.7%. */
static unsigned row_start(const gm_links *links, unsigned index) {
  for (; index && links->items[index - 1].figure->kind == GM_FIGURE_PERCENT; index--) {
    const gm_mention *before = &links->items[index - 1];
    if (before->to + 1u != links->items[index].from || !gm_one_of(links->view, before->to, "、和及")) break;
  }
  return index;
}

/* A whole number is one of a hundred: only where part and whole stand side by side is the slip evidence enough. */
static bool side_by_side(const gm_links *links, unsigned part, unsigned whole, unsigned index) {
  const gm_mention *p = &links->items[part], *w = &links->items[whole], *share = &links->items[index];
  if (whole > part || part + 1 != index || !gm_same_sentence(p, share)) return false;
  if (gm_same_sentence(p, w)) return !count_like(links, p->figure, whole, part);
  return !count_like(links, p->figure, whole, part) ||
         (w->figure->roles & GM_ROLE_TOTAL && p->clause == gm_sentence_start(links->view, p->from));
}

#define MEASURES "面积 产值 人口 收入 支出 投资 金额 经费 资金 税收 利润 人数 职工 干部 党员"

/* Is the whole named by the words from `stop` to the share: 1, not at all: 0, by words that say little: 2, or by
 * another name: -1? */
static int names_whole(const gm_view *view, size_t stop, const gm_mention *share, const gm_mention *whole) {
  if (whole->from >= stop && whole->to <= share->from) return 1; /* 占总数（112人）的 */
  if (gm_find_word(view, stop, share->from, GM_WIDER) != SIZE_MAX &&
      gm_find_word(view, gm_sentence_start(view, whole->from), whole->from, GM_WIDER) == SIZE_MAX)
    return -1;
  if (gm_one_of(view, stop + gm_words_at(view, stop, GM_ALL_OF), "的")) return 0;
  if (whole->figure->roles & GM_ROLE_TOTAL && gm_find_word(view, stop, share->from, "总数 总量 总额") != SIZE_MAX)
    return 0; /* 中小学、幼儿园共428所 and 占学校总数的 */
  int words = gm_base_words(view, stop, share->from, whole);
  if (!words && gm_find_word(view, stop, share->from, MEASURES) == SIZE_MAX &&
      gm_find_word(view, stop, share->from, "总 数的 数比 该 工期") != SIZE_MAX) /* 占签约数的, 占优惠总额的 */
    return 2;
  return words < 0 ? 0 : words > 0 ? 1 : -1;
}

#define SUBJECT_BEHIND 8u /* characters behind an amount that tell what it is of */
#define OPINIONS       "满意 好评 知晓 认可 支持 赞成 信任 熟悉 参与 关注"

/* Where the words begin that say of what share is a share, before 占. */
static size_t subject_of(const gm_view *view, const gm_mention *share) {
  size_t from = share->clause;
  for (size_t n;
       (n = gm_words_at(view, from,
                        "其中 这些 上述 共 约 就 则 也 仅 已 分别 依次 各 人数 户数 件数 起数 个数 数量 金额")) != 0;)
    from += n;
  while (from < share->from && !(view->cls[from] & GM_HAN)) from++; /* 2年以上库存 */
  return from;
}

/* Does the share say what it is of (before 占 or 率 at `at`, up to `stop`) in words that are not those of the part? */
static bool is_of_another(const gm_links *links, unsigned part, unsigned first, unsigned row, gm_lead lead, size_t at,
                          size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part], *share = &links->items[first];
  if (lead == GM_LEAD_RATE) {
    if (gm_rate_names_part(links, at, stop, part)) return false;
    if (row > 1 && stop > 3) /* 表示满意的分别有93份、88份，满意率分别为 */
      return !gm_share_pair(view, stop - 3, stop - 1, gm_sentence_start(view, p->from), share->clause);
    /* 遇险286人，获救281人，成功率: a name of its own, right behind; 床位568张，其中护理型487张，入住率 is of all */
    return part + 1 != first || p->figure->roles & GM_ROLE_OF_WHICH ||
           (!(p->figure->roles & GM_ROLE_TOTAL) && gm_find_word(view, share->clause, stop, OPINIONS) != SIZE_MAX);
  }
  if (lead != GM_LEAD_SHARE || (share->clause <= p->to && p->to <= at)) return false;
  if (!gm_same_sentence(p, share) && gm_words_at(view, gm_sentence_start(view, share->from), "从 按 就 以"))
    return true;
  size_t end = p->to + SUBJECT_BEHIND < view->count ? p->to + SUBJECT_BEHIND : view->count;
  if (p->to < share->clause && end > share->clause) end = share->clause;
  size_t from = subject_of(view, share);
  return at >= from + 2 && !gm_share_pair(view, from, from + 2, p->label, end);
}

/* 蔬菜214.6万元、禽蛋96.4万元，蔬菜占: is the part the only one that is called by the first words of the share? */
static bool is_called(const gm_links *links, unsigned part, unsigned first, size_t at) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[first];
  size_t from = subject_of(view, share);
  if (at < from + 2 || share->clause <= links->items[part].to) return false;
  for (unsigned i = 0; i < first; i++) {
    const gm_mention *m = &links->items[i];
    bool called = gm_reads_alike(view, m->label + gm_words_at(view, m->label, "其中 包括"), from, 2);
    if (gm_same_sentence(m, share) && is_like(m->figure, links->items[part].figure) && called != (i == part))
      return false;
  }
  return true;
}

/* Does the text lead from the whole to the part, and from it to the share (the first of `row` of them), with nothing
 * like them between but what the others are of? `named`: the share names the whole; `called`: and the part. */
static bool leads_to(const gm_links *links, unsigned part, unsigned whole, unsigned first, unsigned row, bool named,
                     bool called) {
  const gm_mention *p = &links->items[part], *w = &links->items[whole], *share = &links->items[first];
  if (part > first) return (whole > first && whole < part) || (part == first + row && p->figure->roles & GM_ROLE_PAREN);
  if (!gm_same_sentence(p, share) || gm_decimal_compare(p->figure->value, w->figure->value) > 0) return false;
  if (whole > part) return whole == part + 1 && whole < first && w->figure->roles & GM_ROLE_PAREN;
  if (!called && count_like(links, p->figure, part, first) >= row) return false;
  unsigned between = count_like(links, p->figure, whole, part);
  gm_decimal left;
  if (between == 1 && is_like(p[-1].figure, p->figure) && gm_same_sentence(p, w) && /* 送审680，审定634.8，核减45.2 */
      gm_decimal_subtract(w->figure->value, p[-1].figure->value, &left) && !gm_decimal_compare(left, p->figure->value))
    return true;
  bool opens = true; /* the first of its kind that the paragraph tells, and the largest */
  for (unsigned i = 0; i < part && opens; i++)
    opens = i == whole || !is_like(links->items[i].figure, p->figure) ||
            (i > whole && gm_decimal_compare(links->items[i].figure->value, w->figure->value) <= 0);
  return named || !between || opens || w->figure->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD) ||
         gm_find_word(links->view, w->to, p->from, "其中 中，") != SIZE_MAX;
}

/* Is the part of the whole what the percentage may have been: as both are printed, or as closely as they are told? */
static bool is_slip(const gm_figure *part, const gm_figure *whole, const slips *slip, unsigned k) {
  gm_decimal computed;
  return gm_ratio_fits(part->interval, whole->interval, slip->interval[k]) &&
         (gives_one(&part->interval, &whole->interval, &slip->interval[k]) ||
          (gm_percent_of(part->value, whole->value, slip->value[k].scale, &computed) &&
           !gm_decimal_compare(computed, slip->value[k])));
}

/* 民生支出40.12亿元，占87.0%: what the share is of in all likelihood is its part, and no whole of what is told before;
 * what stands in another sentence is a part only where nothing like an amount stands in the share's own. */
static bool may_pair(const gm_links *links, unsigned part, unsigned whole, unsigned first, gm_lead lead) {
  const gm_mention *share = &links->items[first];
  for (unsigned i = first; i-- > 0 && gm_same_sentence(&links->items[i], share);)
    if (can_divide(links->items[i].figure))
      return lead == GM_LEAD_OF || (whole != i && gm_same_sentence(&links->items[part], share));
  return true;
}

#define BEHIND 2u /* 即312户中有246户; （满意271件） */
#define REACH  2u /* sentences back to the whole */

/* Is the mention near enough to tell a part or a whole of the share? */
static bool stands_near(const gm_mention *m, const gm_mention *share, unsigned reach) {
  return m->figure->sentence <= share->figure->sentence && m->figure->sentence + reach >= share->figure->sentence;
}

/* 占全年366天的, 占全部21个项目的: is the percentage one of the amount before it? */
static bool is_of_amount(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *whole = share - 1;
  if (!index || !gm_one_before(view, share->from, "的") || whole->from < share->clause || !can_divide(whole->figure))
    return false;
  size_t end = whole->to;
  while (end < share->from && view->cls[end] & GM_HAN) end++;
  return end == share->from && gm_find_word(view, share->clause, whole->from, "占") != SIZE_MAX;
}

/* How the share, the first of a row of them, is told. */
typedef struct telling {
  gm_lead lead;
  size_t at, stop; /* of gm_lead_of */
  unsigned first, row;
  signed char explained[2]; /* what is_explained said, loosely and closely; -1 before it was asked */
} telling;

static bool explained(const gm_links *links, unsigned index, telling *t, bool closely) {
  if (t->explained[closely] < 0) t->explained[closely] = is_explained(links, index, closely);
  return t->explained[closely] != 0;
}

static bool read_telling(const gm_links *links, unsigned index, telling *out) {
  out->first = row_start(links, index);
  out->explained[0] = out->explained[1] = -1;
  out->lead = gm_lead_of(links, out->first, &out->at, &out->stop);
  if (out->lead == GM_LEAD_NONE && is_of_amount(links, out->first)) {
    out->lead = GM_LEAD_OF;
    out->at = out->stop = links->items[out->first].clause;
  }
  if (out->lead == GM_LEAD_NONE || gm_told_elsewhere(links, out->first, out->stop)) return false;
  unsigned end = index + 1;
  while (end < links->count && links->items[end].from <= links->items[end - 1].to + 1u &&
         links->items[end].figure->kind == GM_FIGURE_PERCENT)
    end++;
  out->row = end - out->first;
  return true;
}

typedef enum tie { APART, LOOSE, LED } tie;

/* Can the two mentions be the part and the whole of share `index`, and does the text lead from one to the other? */
static tie tie_of(const gm_links *links, unsigned index, const telling *t, unsigned part, unsigned whole) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part], *w = &links->items[whole], *share = &links->items[index];
  if (!share->figure->value.scale && !side_by_side(links, part, whole, index)) return APART;
  int named = t->lead == GM_LEAD_SHARE ? names_whole(view, t->stop, &links->items[t->first], w) : 0;
  if (named < 0 || is_of_another(links, part, t->first, t->row, t->lead, t->at, t->stop) || changes(w->figure))
    return APART;
  bool called = t->lead == GM_LEAD_SHARE && is_called(links, part, t->first, t->at);
  if (leads_to(links, part, whole, t->first, t->row, named == 1, called))
    return changes(p->figure) && t->lead != GM_LEAD_RATE ? APART : LED;
  if (named > 1 || (p->figure->roles | w->figure->roles) & GM_ROLE_EACH || !stands_near(w, share, REACH) ||
      changes(p->figure))
    return APART;
  /* 占21.7%，录用最多的一家为53人: what only follows is of another matter. */
  return part < t->first && may_pair(links, part, whole, t->first, t->lead) ? LOOSE : APART;
}

bool gm_share_is_led(const gm_links *links, unsigned index, unsigned part, unsigned whole) {
  telling t;
  return can_divide(links->items[part].figure) && can_divide(links->items[whole].figure) &&
         !changes(links->items[part].figure) && read_telling(links, index, &t) && t.row == 1 &&
         tie_of(links, index, &t, part, whole) == LED;
}

bool gm_share_is_explained(const gm_links *links, unsigned index) { return is_explained(links, index, false); }

/* How a share may be repaired that two counts do not give. */
typedef struct repair {
  const gm_mention *wrong; /* the count with two digits the other way round; NULL when none has */
  gm_decimal should;
  bool only; /* nothing else repairs it */
} repair;

/* 到会率94% of 94 and 100: is a share told without digits behind the point what the counts make to a tenth? */
static bool makes_whole_percent(gm_decimal part, gm_decimal whole, gm_decimal percent) {
  gm_decimal computed;
  return gm_percent_of(part, whole, 1, &computed) && !gm_decimal_compare(computed, percent);
}

/* Adds what makes the share fit when two digits of mention `wrong`, that nothing else bears out, change places, where
 * the text leads from the whole to the part then: 水库47座，溢洪91座 does not as it is. */
static void add_repairs(repair *r, const gm_links *links, unsigned index, const telling *t, unsigned part,
                        unsigned whole, unsigned wrong, gm_interval percent) {
  const gm_figure *f = links->items[wrong].figure;
  gm_figure mended = *f;
  if (f->verified) return;
  for (unsigned k = 0; gm_next_swap(f, &k, &mended.value, &mended.interval);) {
    const gm_figure *p = wrong == part ? &mended : links->items[part].figure,
                    *w = wrong == whole ? &mended : links->items[whole].figure;
    if (!gm_ratio_fits(p->interval, w->interval, percent) || !gives_one(&p->interval, &w->interval, &percent) ||
        (!links->items[index].figure->value.scale &&
         !makes_whole_percent(p->value, w->value, links->items[index].figure->value)))
      continue;
    gm_links as_mended = *links;
    as_mended.items[wrong].figure = &mended;
    if (tie_of(&as_mended, index, t, part, whole) != LED) continue;
    *r = r->wrong ? (repair){r->wrong, r->should, false} : (repair){&links->items[wrong], mended.value, true};
  }
}

void gm_report_repair(gm_line_check *check, const gm_mention *share, const gm_mention *wrong, const gm_mention *other,
                      gm_decimal should, bool only) {
  const gm_view *view = check->view;
  gm_report_mention(check, wrong);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "与%s不符，若%s为%s则相符", "not as %s; it would fit if %s were %s",
         gm_quote_mention(view, share).text, gm_quote_mention(view, wrong).text,
         gm_quote_amount(should, wrong, view).text);
  if (only) gm_offer_value(check, wrong, should);
  gm_relate_mention(check, other, "另一项", "the other");
  gm_relate_mention(check, share, "比率", "the rate");
}

/* Reports the nearest amount before the share, or the whole that leads to it, when two of its digits did. */
static void check_counts(gm_line_check *check, const gm_links *links, unsigned index, telling *t) {
  const gm_mention *share = &links->items[index];
  gm_interval percent = gm_percent_interval(share->figure, 1);
  if (t->row > 1 || !index) return;
  unsigned i = index - 1;
  const gm_mention *p = &links->items[i];
  if (!gm_same_sentence(p, share) || !can_divide(p->figure) || changes(p->figure)) return;
  /* 光伏最大出力曾达134.2万千瓦。光伏装机218.6万千瓦，最大出力率61.4%: of what a sentence before tells */
  for (const gm_mention *m = links->items; m < p; m++)
    if (can_divide(m->figure) && is_like(m->figure, p->figure) &&
        gm_ratio_fits(m->figure->interval, p->figure->interval, percent))
      return;
  for (unsigned j = i; j-- > 0;) {
    const gm_mention *w = &links->items[j];
    repair r = {.wrong = NULL};
    if (!can_divide(w->figure) || !is_like(p->figure, w->figure)) continue;
    add_repairs(&r, links, index, t, i, j, i, percent);
    add_repairs(&r, links, index, t, i, j, j, percent);
    if (!r.wrong || (!side_by_side(links, i, j, index) && explained(links, index, t, true)) ||
        gm_disclaimed(links->view) || gm_is_told(check, p) || gm_is_told(check, w) ||
        gm_earlier_share_fits(links, index, p, percent))
      continue;
    gm_report_repair(check, share, r.wrong, r.wrong == p ? w : p, r.should, r.only);
    return;
  }
}

/* 甲876人，乙654人，丙324人，分别占73.0%、54.5%和27.0%: is part `i` another than the one that the share `index` stands
 * for, in a row of as many amounts as shares? */
static bool is_out_of_order(const gm_links *links, unsigned index, const telling *t, unsigned i) {
  const gm_mention *share = &links->items[t->first];
  if (t->row < 2 || t->first < t->row || gm_find_word(links->view, share->clause, share->from, "分别") == SIZE_MAX)
    return false;
  const gm_mention *parts = share - t->row;
  for (unsigned k = 0; k < t->row; k++)
    if (!gm_same_sentence(&parts[k], share) || !gm_is_amount(parts[k].figure) ||
        !gm_comparable(parts[k].figure, parts->figure))
      return false;
  return i + t->row != index;
}

/* 1班及格50人、优秀18人，…；2班及格46人: the same of another row is no whole, unless the share names it:
 * 汛期降水842.3毫米； 其中6月降水316.5毫米，占汛期的. */
static bool same_of_another_row(const gm_view *view, const gm_mention *part, const gm_mention *whole,
                                const telling *t) {
  if (t->lead == GM_LEAD_SHARE && view->cls[t->stop] & view->cls[t->stop + 1] & GM_HAN &&
      gm_find_run(view, gm_sentence_start(view, whole->from), whole->from, t->stop, 2) != SIZE_MAX)
    return false;
  return whole < part && part->from >= part->label + 2u && whole->from >= whole->label + 2u &&
         gm_find_mark(view, whole->to, part->from, "；") != SIZE_MAX &&
         gm_reads_alike(view, part->from - 2, whole->from - 2, 2);
}

void gm_check_slip(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *share = &links->items[index];
  telling t;
  if (share->figure->verified || gm_is_delta(share->figure) || !gm_is_exact(share->figure) ||
      !read_telling(links, index, &t) || gm_is_told(check, share))
    return;
  slips slip = slips_of(share->figure);
  size_t lead_at, stop;
  bool votes = gm_lead_of(links, index, &lead_at, &stop) != GM_LEAD_NONE && gm_one_before(links->view, lead_at, "票");
  for (unsigned i = index + 1 + BEHIND < links->count ? index + 1 + BEHIND : links->count; slip.count && i-- > 0;) {
    const gm_mention *p = &links->items[i];
    if (p->figure->sentence + 1u < share->figure->sentence) break;
    if (i == index || !stands_near(p, share, 1) || !can_divide(p->figure)) continue;
    if (is_out_of_order(links, index, &t, i)) continue;
    if (votes && !gm_one_before(links->view, p->to, "票")) continue; /* 赞成41票，赞成票占实到人数的95.3% */
    if (gm_one_before(links->view, p->from, "前")) continue; /* 居前两位，分别占9.0%和32.4% */
    for (unsigned j = 0; j < links->count && j <= index + BEHIND; j++) {
      const gm_mention *w = &links->items[j];
      if (i == j || !can_divide(w->figure) || !is_like(p->figure, w->figure) ||
          w->figure->sentence > share->figure->sentence || same_of_another_row(links->view, p, w, &t))
        continue;
      for (unsigned k = 0; k < slip.count; k++) {
        if (!is_slip(p->figure, w->figure, &slip, k)) continue;
        tie how = tie_of(links, index, &t, i, j);
        if (how == APART || explained(links, index, &t, how == LED) || (how == LOOSE && gm_disclaimed(links->view)))
          continue;
        gm_report_share(check, share, p, w, slip.value[k]);
        gm_lower(check->out, GM_SEVERITY_WARNING);
        return;
      }
    }
  }
  check_counts(check, links, index, &t);
}
