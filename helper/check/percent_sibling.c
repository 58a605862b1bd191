/* PCT-01 among siblings: the shares of one enumeration (来信235件，占55%；来访56件，占13%；…) are taken of one whole,
 * and all but one of them tell which, even when the text does not. */
#include "check/complement.h"
#include "check/families.h"
#include "check/percent.h"

#define PAIRS_MAX    24
#define PAIRS_LEAST  4  /* three that agree convict a fourth; fewer agree by chance */
#define LEAD_CHARS   12 /* between an amount and its share stands no more than ，占受理总量的 */
#define HALVES_LOOSE 3  /* half units by which a share may be off and still be a slip of rounding */

typedef struct pair {
  const gm_mention *part, *share;
  size_t base, base_end; /* what the share says it is taken of; empty when it says nothing */
} pair;

typedef struct siblings {
  pair items[PAIRS_MAX];
  unsigned count;
} siblings;

/* The words between 占 and the percentage that name a base. */
static void read_base(const gm_view *view, pair *p) {
  size_t at = p->part->to, end = p->share->from;
  while (at < end && view->cp[at] != 0x5360u /* 占 */) at++;
  p->base = p->base_end = at < end ? at + 1 : end;
  while (p->base_end < end && view->cls[p->base_end] & GM_HAN && !gm_words_at(view, p->base_end, "的 比例 比重 为 达"))
    p->base_end++;
  if (p->base_end == p->base + 1) p->base_end = p->base; /* 占比 */
}

static bool same_base(const gm_view *view, const pair *a, const pair *b) {
  size_t n = a->base_end - a->base;
  if (n != b->base_end - b->base) return false;
  for (size_t i = 0; i < n; i++)
    if (view->cp[a->base + i] != view->cp[b->base + i]) return false;
  return true;
}

/* 合计1427万元，线上占比56.9%: does the share's clause name another than its part? */
static bool names_another(const gm_view *view, const gm_mention *share, const gm_mention *part) {
  /* 线上线下加起来92.9万笔，线上占93.0% */
  if (share->clause > part->to && gm_find_word(view, part->label, part->from, "加起来 合起来 加在一起") != SIZE_MAX)
    return true;
  size_t from = share->clause, at = gm_find_word(view, from, share->from, "占");
  return from > part->to && at != SIZE_MAX && at >= from + 2 && view->cls[from] & view->cls[from + 1] & GM_HAN &&
         !gm_share_pair(view, from, at, part->label, part->from);
}

/* 成交量243.4万吨，成交额17490.8万元，占总成交量的65.8%: is the base a quantity and the part a sum of money? */
static bool of_another_kind(const gm_view *view, const gm_mention *share, const gm_mention *part) {
  size_t end = share->from - gm_words_before(view, share->from, "的");
  return part->figure->kind == GM_FIGURE_MONEY && gm_one_before(view, end, "量") &&
         gm_find_word(view, part->to, end, "占") != SIZE_MAX;
}

/* 12个国考断面水质优良比例为91.7%: a rate of those that are counted, and no share that they are. */
static bool is_rate_of_those(const gm_view *view, const gm_mention *part, const gm_mention *share) {
  return view->cls[part->to] & GM_HAN && gm_find_word(view, part->to, share->from, "率 比例 比重") != SIZE_MAX &&
         gm_find_word(view, part->to, share->from, "占 ， 、 ； ：") == SIZE_MAX;
}

static bool is_pair(const gm_links *links, unsigned index) {
  const gm_mention *share = &links->items[index], *part = share - 1;
  return index && share->figure->kind == GM_FIGURE_PERCENT && share->figure->roles & GM_ROLE_SHARE &&
         gm_is_exact(share->figure) && gm_is_amount(part->figure) && gm_is_exact(part->figure) &&
         gm_is_plain(part->figure) && gm_same_sentence(part, share) && share->from - part->to <= LEAD_CHARS &&
         part->figure->value.digits > 0 && share->figure->value.digits > 0 &&
         gm_find_word(links->view, part->to, share->from, "其中 分别 合计 共计 总计 累计 两者 三者") == SIZE_MAX &&
         !names_another(links->view, share, part) && !of_another_kind(links->view, share, part) &&
         !is_rate_of_those(links->view, part, share);
}

/* 甲98人、乙474人、丙595人，分别占8.40%、40.62%、50.98%: as many shares as amounts, one behind the other. Adds them as
 * pairs and gives the mention behind them; `index` where there is no such thing. */
static unsigned collect_respective(const gm_links *links, unsigned index, unsigned to, siblings *out) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[index];
  if (index == 0 || first->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(first->figure)) return index;
  size_t said = gm_find_word(view, links->items[index - 1].to, first->from, "分别占 占比分别 比例分别 比重分别");
  if (said == SIZE_MAX) return index;
  unsigned shares = 1, amounts = 0;
  while (index + shares < to && links->items[index + shares].figure->kind == GM_FIGURE_PERCENT &&
         gm_is_exact(links->items[index + shares].figure) &&
         links->items[index + shares].from - links->items[index + shares - 1].to <= 1)
    shares++;
  const gm_mention *parts[PAIRS_MAX];
  for (unsigned i = index; i-- > 0 && amounts < shares && amounts < PAIRS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, first)) break;
    /* Ages divide the parts: 31—40岁教师474人. */
    if (m->figure->kind == GM_FIGURE_RANGE || m->figure->roles & GM_ROLE_THRESHOLD) continue;
    /* 一孩1693人、二孩1683人，相差仅10人，分别占… */
    if (gm_find_word(view, m->label, m->from, "相差 仅差 差距") != SIZE_MAX) continue;
    if (!gm_is_amount(m->figure) || !gm_is_exact(m->figure) || !gm_is_plain(m->figure)) break;
    /* 乡镇6个、村386个，共清查单位392个，占比分别为 */
    if (!amounts && (m->figure->roles & GM_ROLE_TOTAL || gm_find_total(view, m->clause, m->from) == m->clause))
      continue;
    if (amounts && !gm_comparable(m->figure, parts[0]->figure)) break;
    parts[amounts++] = m;
  }
  if (shares < 2 || amounts != shares || out->count + shares > PAIRS_MAX) return index;
  for (unsigned k = 0; k < shares; k++)
    out->items[out->count++] = (pair){parts[shares - 1 - k], &links->items[index + k], first->from, first->from};
  return index + shares;
}

/* The pairs among mentions [from, to) that count the same thing as the first of them. */
static void collect(const gm_links *links, unsigned from, unsigned to, siblings *out) {
  out->count = 0;
  for (unsigned i = from ? from : 1; i < to && out->count < PAIRS_MAX; i++) {
    unsigned behind = collect_respective(links, i, to, out);
    if (behind > i) {
      i = behind - 1;
      continue;
    }
    if (!is_pair(links, i)) continue;
    pair *p = &out->items[out->count];
    p->share = &links->items[i];
    p->part = p->share - 1;
    if (out->count && !gm_comparable(p->part->figure, out->items[0].part->figure)) continue;
    read_base(links->view, p);
    out->count++;
  }
}

static bool fits(const pair *p, gm_decimal whole, int halves) {
  return gm_ratio_fits(p->part->figure->interval, gm_interval_exact(whole),
                       gm_percent_interval(p->share->figure, halves));
}

static unsigned count_fits(const siblings *s, gm_decimal whole, unsigned *odd) {
  unsigned n = 0;
  for (unsigned i = 0; i < s->count; i++)
    if (fits(&s->items[i], whole, 1))
      n++;
    else
      *odd = i;
  return n;
}

/* The least whole number of which the pair's share can be taken: where the wholes of several pairs overlap, the
 * overlap begins at one of these. */
static bool least_whole(const pair *p, gm_decimal *out) {
  gm_decimal hundredfold;
  return gm_decimal_shift(p->part->figure->interval.low, 2, &hundredfold) &&
         gm_decimal_divide(hundredfold, gm_percent_interval(p->share->figure, 1).high, 0, out);
}

/* A whole that all but one of the pairs agree on; a figure of the text before one that is merely possible. */
static bool agreed_whole(const gm_links *links, const siblings *s, gm_decimal *whole, const gm_mention **told,
                         unsigned *odd) {
  *told = NULL;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_comparable(f, s->items[0].part->figure) || !gm_is_exact(f)) continue;
    unsigned n = count_fits(s, f->value, odd);
    if (n == s->count) return false;
    if (n + 1 == s->count) {
      *whole = f->value;
      *told = &links->items[i];
    }
  }
  bool found = *told != NULL;
  for (unsigned i = 0; i < s->count; i++) {
    gm_decimal least;
    if (!least_whole(&s->items[i], &least)) return false;
    for (unsigned step = 0; step < 2; step++, least.digits++) {
      unsigned n = count_fits(s, least, odd);
      if (n == s->count) return false;
      if (n + 1 < s->count || found) continue;
      *whole = least;
      found = true;
    }
  }
  if (found) count_fits(s, *whole, odd);
  return found;
}

/* Any-fit accepts: an amount of the paragraph that is no sibling explains the share. */
static bool explained(const gm_links *links, const siblings *s, const pair *p) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    bool sibling = false;
    for (unsigned k = 0; k < s->count; k++) sibling = sibling || s->items[k].part == &links->items[i];
    if (sibling || !gm_is_amount(f) || !gm_comparable(f, p->part->figure)) continue;
    if (gm_ratio_fits(p->part->figure->interval, f->interval, gm_percent_interval(p->share->figure, 1))) return true;
  }
  return false;
}

/* 其中 before it makes a share of the one before, not of the whole. */
static bool stands_apart(const gm_links *links, const siblings *s, unsigned odd) {
  const pair *p = &s->items[odd];
  size_t from = odd ? s->items[odd - 1].share->to : gm_sentence_start(links->view, p->part->from);
  if (odd && gm_find_word(links->view, from, p->part->from, "其中 里 包括 含 这") != SIZE_MAX) return true;
  for (unsigned i = 0; i < s->count; i++)
    if (i != odd && same_base(links->view, p, &s->items[i])) return false;
  return true;
}

/* Shares that come to 100 % leave nothing out: each is taken of the sum of the amounts. True when they do. */
static bool judge_partition(gm_line_check *check, const gm_links *links, const siblings *s) {
  gm_decimal shares = {0, 0}, off, allowed = {0, 0}, whole = {0, 0}, computed;
  for (unsigned i = 0; i < s->count; i++) {
    const gm_figure *share = s->items[i].share->figure;
    if (!gm_decimal_add(shares, share->value, &shares) ||
        !gm_decimal_add(whole, s->items[i].part->figure->value, &whole) ||
        !gm_decimal_add(allowed, (gm_decimal){5, share->value.scale + 1}, &allowed))
      return false;
  }
  if (s->count < 2 || !gm_decimal_subtract(shares, gm_decimal_of(100), &off)) return false;
  if (off.digits < 0) off.digits = -off.digits;
  if (gm_decimal_compare(off, allowed) > 0) return false;
  /* The one that is farthest off its own share of the sum. */
  const pair *odd = NULL;
  for (unsigned i = 0; i < s->count; i++) {
    if (fits(&s->items[i], whole, HALVES_LOOSE)) continue;
    if (!same_base(check->view, &s->items[i], &s->items[0]) || gm_is_told(check, s->items[i].share)) return true;
    if (!odd) odd = &s->items[i];
  }
  if (!odd || explained(links, s, odd) || gm_disclaimed(check->view) ||
      !gm_percent_of(odd->part->figure->value, whole, odd->share->figure->value.scale, &computed))
    return true;
  gm_report_mention(check, odd->share);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "各项合计%s：%s应占%s%%，文中为%s",
         "they come to %s: %s is %s%% of it, the text says %s", gm_quote_amount(whole, odd->part, check->view).text,
         gm_quote_mention(check->view, odd->part).text, gm_quote_decimal(computed).text,
         gm_quote_mention(check->view, odd->share).text);
  gm_offer_value(check, odd->share, computed);
  gm_relate_mention(check, odd->part, "部分", "the part");
  return true;
}

/* Judges the pairs; true when they have one whole, with or without an odd one among them. */
static bool judge(gm_line_check *check, const gm_links *links, const siblings *s) {
  gm_decimal whole, computed;
  const gm_mention *told;
  unsigned odd = 0;
  if (s->count < PAIRS_LEAST || !agreed_whole(links, s, &whole, &told, &odd)) return false;
  const pair *p = &s->items[odd];
  bool rounding = fits(p, whole, HALVES_LOOSE);
  if ((rounding && !check->hints) || gm_is_told(check, p->share) || stands_apart(links, s, odd) ||
      explained(links, s, p) || gm_disclaimed(check->view))
    return true;
  if (!gm_percent_of(p->part->figure->value, whole, p->share->figure->value.scale, &computed)) return true;
  gm_report_mention(check, p->share);
  gm_lower(check->out, rounding ? GM_SEVERITY_HINT : GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "其余%u项都以%s为总数：%s应占%s%%，文中为%s",
         "the other %u are shares of %s: %s is %s%% of it, the text says %s", s->count - 1,
         gm_quote_amount(whole, p->part, check->view).text, gm_quote_mention(check->view, p->part).text,
         gm_quote_decimal(computed).text, gm_quote_mention(check->view, p->share).text);
  gm_offer_value(check, p->share, computed);
  gm_relate_mention(check, p->part, "部分", "the part");
  if (told) gm_relate_mention(check, told, "整体", "the whole");
  return true;
}

#define WHOLES "人口 总数 总人数 总户数 总量 总额 总面积 总里程 总产值 总产量"

/* 甲片13万人，占全区人口的65.6%；乙片14.1万人，占全区人口的20.8%: of one whole, called alike, more cannot be a
 * smaller share. */
static void judge_order(gm_line_check *check, const gm_links *links, const siblings *s) {
  const gm_view *view = check->view;
  for (unsigned i = 1; i < s->count; i++) {
    const pair *a = &s->items[i - 1], *b = &s->items[i];
    if (!gm_words_before(view, b->base_end, WHOLES) ||
        gm_find_word(view, a->share->to, b->part->from, "其中 里 包括 含 这") != SIZE_MAX || !same_base(view, a, b) ||
        gm_one_of(view, b->base, "该本其各同") || gm_is_told(check, a->share) || gm_is_told(check, b->share) ||
        gm_is_told(check, a->part) || gm_is_told(check, b->part))
      continue;
    int amounts = gm_decimal_compare(a->part->figure->interval.low, b->part->figure->interval.high) > 0
                      ? 1
                      : -(gm_decimal_compare(a->part->figure->interval.high, b->part->figure->interval.low) < 0);
    gm_interval x = gm_percent_interval(a->share->figure, HALVES_LOOSE),
                y = gm_percent_interval(b->share->figure, HALVES_LOOSE);
    int shares = gm_decimal_compare(x.low, y.high) > 0 ? 1 : -(gm_decimal_compare(x.high, y.low) < 0);
    if (amounts * shares >= 0 || explained(links, s, a) || explained(links, s, b) || gm_disclaimed(view)) continue;
    gm_report_mention(check, b->share);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "同一总数中%s占%s，%s却占%s", "of one whole %s is %s, and %s is %s",
           gm_quote_mention(view, a->part).text, gm_quote_mention(view, a->share).text,
           gm_quote_mention(view, b->part).text, gm_quote_mention(view, b->share).text);
    gm_relate_mention(check, b->part, "部分", "the part");
    gm_relate_mention(check, a->share, "另一占比", "the other share");
  }
}

void gm_check_sibling_shares(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  siblings s;
  collect(links, 0, links->count, &s);
  if (s.count < 2 || judge(check, links, &s)) return;
  for (unsigned from = 0, to; from < links->count; from = to) {
    for (to = from + 1; to < links->count && gm_same_sentence(&links->items[to], &links->items[from]);) to++;
    collect(links, from, to, &s);
    if (judge(check, links, &s)) continue;
    judge_partition(check, links, &s);
    judge_order(check, links, &s);
  }
}

#define RESPECTIVE_MAX 8

/* 甲、乙分别为4.2万册、2.1万册，占总藏量10.5万册的40%、20%: the whole stands between the parts and their shares. */
static bool whole_between(const gm_links *links, unsigned first) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[first], *whole = share - 1, *part = whole - 1;
  return gm_is_amount(whole->figure) && gm_is_amount(part->figure) && gm_same_sentence(part, share) &&
         gm_one_before(view, share->from, "的") && share->from - whole->to <= 2 &&
         gm_find_word(view, part->to, whole->from, "占") != SIZE_MAX &&
         gm_find_word(view, gm_sentence_start(view, part->from), whole->from, "分别") != SIZE_MAX;
}

#define SUMMED_LEAST 3u /* two that are shares of the sum convict a third */

/* 春茶5616吨，夏茶2496吨，秋茶4368吨，分别占45%、20%和35%: `count` shares from mention `first` on of the sum of the
 * amounts right before them, all but one. */
static void judge_of_sum(gm_line_check *check, const gm_links *links, unsigned first, unsigned count) {
  const gm_view *view = check->view;
  const gm_mention *parts = &links->items[first - count], *share = &links->items[first];
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  gm_decimal value = {0, 0}, computed;
  if (count < SUMMED_LEAST) return;
  if (first > count && gm_same_sentence(parts - 1, parts) && gm_comparable(parts[-1].figure, parts->figure))
    return; /* the whole is told */
  for (unsigned i = 0; i < count; i++)
    if (!gm_is_amount(parts[i].figure) || !gm_is_plain(parts[i].figure) || !gm_is_exact(parts[i].figure) ||
        !gm_is_exact(share[i].figure) || !gm_same_sentence(&parts[i], share) ||
        !gm_comparable(parts[i].figure, parts->figure) || !gm_interval_add(&sum, parts[i].figure->interval) ||
        !gm_decimal_add(value, parts[i].figure->value, &value))
      return;
  unsigned wrong = 0, odd = 0;
  for (unsigned i = 0; i < count; i++)
    if (!gm_ratio_fits(parts[i].figure->interval, sum, gm_percent_interval(share[i].figure, HALVES_LOOSE))) {
      wrong++;
      odd = i;
    }
  if (wrong != 1 || gm_is_told(check, &share[odd]) || gm_disclaimed(view) ||
      !gm_percent_of(parts[odd].figure->value, value, share[odd].figure->value.scale, &computed))
    return;
  gm_report_mention(check, &share[odd]);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%u项合计%s：%s应占%s，文中为%s",
         "the %u make %s: %s is %s of it, the text says %s", count, gm_quote_amount(value, &parts[odd], view).text,
         gm_quote_mention(view, &parts[odd]).text, gm_quote_percent(view->raw, share[odd].figure, computed).text,
         gm_quote_mention(view, &share[odd]).text);
  gm_offer_value(check, &share[odd], computed);
  gm_relate_mention(check, &parts[odd], "部分", "the part");
}

/* 发放1260份，回收1223份，剔除23份，有效1200份，回收率和有效率分别为97.1%和98.1%: does some other pair of amounts of
 * the sentence give the rate? */
static bool other_pair_gives(const gm_links *links, const gm_mention *rate) {
  gm_interval percent = gm_percent_interval(rate->figure, 1);
  for (const gm_mention *part = links->items; part < rate; part++) {
    if (!gm_same_sentence(part, rate) || !gm_is_count(part->figure)) continue;
    for (const gm_mention *whole = links->items; whole < part; whole++)
      if (gm_same_sentence(whole, rate) && gm_is_count(whole->figure) && gm_comparable(part->figure, whole->figure) &&
          gm_ratio_fits(part->figure->interval, whole->figure->interval, percent))
        return true;
  }
  return false;
}

/* 中央5180万元，省级2260万元，县级1200万元，分别占60.0%、26.2%和13.9%: as many shares as amounts before them, in their
 * order, of the amount before those, or of their sum. All but one must fit. */
void gm_check_respective_shares(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  for (unsigned first = 3; first < links->count; first++) {
    const gm_mention *share = &links->items[first];
    if (share->figure->kind != GM_FIGURE_PERCENT) continue;
    bool between = whole_between(links, first);
    if (!between && gm_find_word(view, links->items[first - 1].to, share->from,
                                 "分别占 率分别 率则分别 占比分别 比例分别 比重分别") == SIZE_MAX)
      continue;
    unsigned count = 1, wrong = 0, odd = 0;
    while (first + count < links->count && links->items[first + count].figure->kind == GM_FIGURE_PERCENT &&
           links->items[first + count].from <= links->items[first + count - 1].to + 1u)
      count++;
    if (count < 2 || count > RESPECTIVE_MAX || first < count) continue;
    if (!between) judge_of_sum(check, links, first, count);
    if (first < count + 1) continue;
    /* The parts end before the percentages, or before the whole that stands between. */
    const gm_mention *parts = &links->items[first - count - between];
    const gm_mention *whole = between ? share - 1 : parts - 1;
    bool told = gm_is_amount(whole->figure) && gm_is_plain(whole->figure) && gm_same_sentence(whole, share);
    for (unsigned i = 0; told && i < count; i++) {
      const gm_mention *part = parts + i;
      told = gm_is_amount(part->figure) && gm_is_plain(part->figure) && gm_comparable(part->figure, whole->figure) &&
             gm_is_exact(links->items[first + i].figure);
      if (told && gm_ratio_fits(part->figure->interval, whole->figure->interval,
                                gm_percent_interval(links->items[first + i].figure, HALVES_LOOSE)))
        continue;
      wrong++;
      odd = i;
    }
    const gm_mention *at = &links->items[first + odd], *part = parts + odd;
    gm_decimal computed;
    for (unsigned i = 0; told && i < first; i++) { /* 办结率 of what came in, 满意率 of what was done */
      const gm_figure *f = links->items[i].figure;
      told = &links->items[i] == part || !gm_is_amount(f) || !gm_comparable(f, part->figure) ||
             !gm_ratio_fits(part->figure->interval, f->interval, gm_percent_interval(at->figure, 1));
    }
    bool rates = gm_find_word(view, links->items[first - 1].to, share->from, "率分别 率则分别") != SIZE_MAX;
    if (!told || (between ? !wrong : wrong != 1) || gm_is_told(check, at) || gm_disclaimed(view) ||
        (rates && other_pair_gives(links, at)) ||
        !gm_percent_of(part->figure->value, whole->figure->value, at->figure->value.scale, &computed))
      continue;
    gm_report_share(check, at, part, whole, computed);
    if (count == 2 && !between) gm_lower(check->out, GM_SEVERITY_WARNING);
  }
}

/* 满意1078人，占88%；不满意49人，占4%；其余98人，占8%: does the sentence tell a third share of the same whole? */
static bool has_third(const gm_links *links, unsigned next, const gm_mention *part) {
  for (unsigned i = next + 2; i < links->count && gm_same_sentence(&links->items[i], part); i++)
    if (is_pair(links, i) && gm_comparable(links->items[i - 1].figure, part->figure)) return true;
  return false;
}

#define FINE 2 /* digits behind the point: that one share is of the sum of two by chance does not happen */

/* 男性72513人，占50.85%；女性70100人，占49.15%: two that leave nothing out are shares of their sum. */
void gm_check_half_shares(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  for (unsigned i = 1; i + 2 < links->count; i++) {
    unsigned next = i + 2; /* 三个区共990人: a count of something else may stand between */
    if (next + 1 < links->count && links->items[next].figure->kind != GM_FIGURE_PERCENT) next++;
    const gm_mention *first = &links->items[i], *second = &links->items[next];
    gm_decimal sum, computed;
    if (!is_pair(links, i) || !is_pair(links, next) || !gm_same_sentence(first, second) ||
        gm_find_word(view, first[-1].to, first->from, GM_WIDER) != SIZE_MAX || /* 占全县女教师的8% */
        gm_find_word(view, second[-1].to, second->from, GM_WIDER) != SIZE_MAX ||
        !gm_comparable(first[-1].figure, second[-1].figure) || has_third(links, next, second - 1) ||
        (first->figure->value.scale < FINE && !gm_complementary(view, links->items[i - 1].label, first[-1].from,
                                                                links->items[next - 1].label, second[-1].from)) ||
        !gm_decimal_add(first[-1].figure->value, second[-1].figure->value, &sum))
      continue;
    const pair a = {.part = first - 1, .share = first}, b = {.part = second - 1, .share = second};
    if (fits(&a, sum, 1) == fits(&b, sum, 1)) continue;
    const pair *odd = fits(&a, sum, 1) ? &b : &a, *even = odd == &a ? &b : &a;
    if (gm_decimal_significant(even->share->figure->value) < 2) continue; /* 占4% may be of much else */
    if (fits(odd, sum, HALVES_LOOSE) || gm_is_told(check, odd->share) || gm_disclaimed(view) ||
        !gm_percent_of(odd->part->figure->value, sum, odd->share->figure->value.scale, &computed))
      continue;
    gm_report_mention(check, odd->share);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "两项合计%s：%s应占%s%%，文中为%s",
           "the two make %s: %s is %s%% of it, the text says %s", gm_quote_amount(sum, odd->part, view).text,
           gm_quote_mention(view, odd->part).text, gm_quote_decimal(computed).text,
           gm_quote_mention(view, odd->share).text);
    gm_offer_value(check, odd->share, computed);
    gm_relate_mention(check, odd->part, "部分", "the part");
  }
}
