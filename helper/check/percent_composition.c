/* PCT-05: shares that make up a whole. */
#include "check/complement.h"
#include "check/families.h"
#include "check/percent.h"
#include "check/swap.h"

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

/* Would terms that come to `sum` come to 100, give or take `allowed`, if two neighbouring digits of `term` changed
 * places? */
static bool swap_completes(gm_decimal term, gm_decimal sum, gm_decimal allowed) {
  for (unsigned k = 0; k < 18; k++) {
    gm_decimal should, change, difference;
    if (!gm_swap_digits(term, k, &should) || !gm_decimal_subtract(should, term, &change) ||
        !gm_decimal_add(sum, change, &difference) || !gm_decimal_subtract(difference, gm_decimal_of(100), &difference))
      continue;
    if (difference.digits < 0) difference.digits = -difference.digits;
    if (gm_decimal_compare(difference, allowed) <= 0) return true;
  }
  return false;
}

/* Percent: shares that are farther from 100 are no composition (several answers, several bases); where words or the
 * form say that they are one they may be farther. */
#define COMPOSITION_EXCESS 2
#define TOLD_EXCESS        10

/* Words that say that nothing is left out. */
#define WHOLE_WORDS                                                                                                                                                     \
  "单选 只选一 限选一 每人选一 只能选一 来源： 构成： 结构： 来源为 来源是 来源中 构成为 构成是 构成中 结构为 结构是 " \
  "结构中 组成为 部分组成 部分构成 "                                                                                                                      \
  "方面组成 类组成 说不清 "                                                                                                                                   \
  "不清楚 不好说 无所谓 弃权 未表态 不确定 其他 其它 其余 剩余 三次产业 "                                                                  \
  "三产 第三产业 不满意 不了解 不合格 "                                                                                                                  \
  "不及格"

/* 男性占52.4%，女性占48.6%; 男女观众分别占47.6%和53.4% */
static bool are_halves(const gm_links *links, unsigned first, unsigned second) {
  const gm_mention *a = &links->items[first];
  if (second == first + 1 && links->items[second].from <= a->to + 1u &&
      gm_find_word(links->view, a->clause, a->from, "男女 城乡 线上线下") != SIZE_MAX &&
      gm_find_word(links->view, a->clause, a->from, "率") == SIZE_MAX)
    return true;
  if (first && second > first + 1 && gm_is_amount(links->items[first - 1].figure) &&
      gm_is_amount(links->items[second - 1].figure)) { /* 男性72513人，占50.85% */
    first--;
    second--;
  }
  size_t from = links->items[first].label;
  if (gm_find_word(links->view, from, links->items[first].from, "率") != SIZE_MAX) return false;
  return gm_complementary(links->view, from, links->items[first].from, links->items[second].label,
                          links->items[second].from);
}

/* Off 100 by one digit only: 6, 0.3, 10. */
static bool one_digit_off(gm_decimal sum) {
  gm_decimal off;
  if (!gm_decimal_subtract(sum, gm_decimal_of(100), &off)) return false;
  int64_t digits = off.digits < 0 ? -off.digits : off.digits;
  while (digits && digits % 10 == 0) digits /= 10;
  return digits > 0 && digits < 10;
}

/* How far the sum is from 100, when it is farther than rounding can take it; false when it is not, or so far that the
 * shares are no composition. */
static bool is_off(gm_decimal sum, gm_decimal allowed, bool *short_of) {
  gm_decimal difference;
  if (!gm_decimal_subtract(sum, gm_decimal_of(100), &difference)) return false;
  *short_of = difference.digits < 0;
  if (*short_of) difference.digits = -difference.digits;
  return gm_decimal_compare(difference, allowed) > 0;
}

#define WHOLE_SHARES 3 /* so many that come to 100 % do so by no chance */

/* Shares of one sentence. */
typedef struct composition {
  unsigned count;
  unsigned first, last;    /* mentions */
  gm_decimal sum, allowed; /* half a unit of the last digit of each share */
  bool exact;
} composition;

static void add_share(composition *c, const gm_figure *f) {
  c->exact = c->exact && gm_is_exact(f) && gm_decimal_add(c->sum, f->value, &c->sum) &&
             gm_decimal_add(c->allowed, (gm_decimal){5, f->value.scale + 1}, &c->allowed);
}

/* 两者合计占50.6%: are the words [from, to) before a share those of the sum of the shares told? 其他方式共占12.9% is
 * what they leave. */
static bool sums_up(const gm_view *view, size_t from, size_t to) {
  size_t sum = gm_find_word(view, from, to, "合计 共计 总计 合占 共占 两者 三者 二者 前两 前三");
  return sum != SIZE_MAX && gm_find_word(view, from, sum, "其余 其他 其它 剩余 余下 另外") == SIZE_MAX;
}

/* Collects the shares of the sentence that begins with mention `from`; gives the mention behind it. */
static unsigned collect(const gm_links *links, unsigned from, composition *c) {
  const gm_view *view = links->view;
  *c = (composition){.exact = true};
  unsigned i = from;
  for (; i < links->count && gm_same_sentence(&links->items[i], &links->items[from]); i++) {
    const gm_mention *m = &links->items[i];
    size_t at, stop;
    /* 按业务看…，按地域看…: another division begins. */
    if (c->count && i > from &&
        gm_find_word(view, links->items[i - 1].to, m->from, "按 看， ；二是 ；三是 ；四是 ；五是 ；其二 ；其三") !=
            SIZE_MAX)
      break;
    if (m->figure->kind != GM_FIGURE_PERCENT) continue;
    /* 山地占11.9%，其中陡坡地占1.2%: a share within the one before */
    size_t which = c->count ? gm_find_word(view, links->items[c->last].to, m->from, "其中") : SIZE_MAX;
    if (which != SIZE_MAX && gm_find_mark(view, which, m->from, "；") == SIZE_MAX) continue;
    gm_lead lead = gm_lead_of(links, i, &at, &stop);
    if (lead == GM_LEAD_NONE && m->figure->roles & (GM_ROLE_UP | GM_ROLE_DOWN)) continue;
    if (lead == GM_LEAD_RATE && gm_words_before(view, stop, "比例")) lead = GM_LEAD_SHARE; /* 持股比例分别为 */
    if (c->count && lead == GM_LEAD_SHARE && sums_up(view, links->items[c->last].to, at)) return i + 1;
    /* 分别占40%、35%; 分别增长4.8%和0.6% goes on no share */
    bool goes_on = c->count && c->last + 1 == i && gm_one_before(view, m->from, "、和及");
    if (lead != GM_LEAD_SHARE && !goes_on) {
      c->exact = c->exact && lead == GM_LEAD_NONE;
      continue;
    }
    add_share(c, m->figure);
    if (!c->count++) c->first = i;
    c->last = i;
    bool short_of;
    /* 一产占12.6%，二产占41.2%，三产占46.2%，税收占8.1%: what comes behind all there is, is of something else. */
    if (c->count >= WHOLE_SHARES && c->exact && !is_off(c->sum, c->allowed, &short_of)) return i + 1;
  }
  return i;
}

/* 18至30岁占…，31至50岁占…，50岁以上占…: bands of one age cannot come to more than all. */
static bool are_ages(const gm_links *links, unsigned first, unsigned last) {
  const gm_view *view = links->view;
  unsigned n = 0;
  bool bands = false; /* 60岁以上, 80岁以上: one within the other */
  for (unsigned i = first; i <= last; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_PERCENT) continue;
    if (gm_find_word(view, m->clause, m->from, "岁以 岁及 岁占 岁的 岁人 岁之") == SIZE_MAX) return false;
    bands = bands || gm_find_word(view, m->clause, m->from, "至 到 — – - ～") != SIZE_MAX;
    n++;
  }
  return n > 2 && bands;
}

/* 40岁以上占…，50岁以上占…: one holds the other. */
static bool are_nested(const gm_links *links, unsigned first, unsigned last) {
  const gm_view *view = links->view;
  unsigned above = 0, below = 0;
  for (unsigned i = first; i <= last; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_PERCENT) continue;
    above += gm_find_word(view, m->clause, m->from, "以上") != SIZE_MAX;
    below += gm_find_word(view, m->clause, m->from, "以下 以内") != SIZE_MAX;
  }
  return above > 1 || below > 1;
}

/* The amount that share `index` stands beside, in its own part of the sentence; NULL when there is none. */
static const gm_mention *amount_of_share(const gm_links *links, unsigned index) {
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[index]) ||
        gm_find_mark(links->view, m->to, links->items[index].from, "；") != SIZE_MAX)
      return NULL;
    if (m->figure->kind == GM_FIGURE_PERCENT && gm_is_delta(m->figure)) continue; /* 298.4亿元，增长11.2%，占61.4% */
    return gm_is_count(m->figure) ? m : NULL;
  }
  return NULL;
}

/* The wholes that `part` may be `percent` of; false when they cannot be computed. */
static bool wholes_of(const gm_figure *part, const gm_figure *percent, gm_interval *out) {
  gm_interval of = gm_percent_interval(percent, 1);
  gm_decimal low, high, hundred = gm_decimal_of(100);
  return of.low.digits > 0 && gm_decimal_multiply(part->interval.low, hundred, &low) &&
         gm_decimal_multiply(part->interval.high, hundred, &high) && gm_decimal_divide(low, of.high, 4, &out->low) &&
         gm_decimal_divide(high, of.low, 4, &out->high);
}

/* 一般贸易298.4亿元，占61.4%；加工贸易121.5亿元，占25.0%: are all shares right for one and the same whole, which has
 * other parts, then? */
static bool have_one_whole(const gm_links *links, const composition *c) {
  gm_interval all = {0};
  unsigned count = 0;
  for (unsigned i = c->first; i <= c->last; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind != GM_FIGURE_PERCENT || gm_is_delta(f)) continue;
    const gm_mention *amount = amount_of_share(links, i);
    gm_interval one = {0};
    if (!amount || !wholes_of(amount->figure, f, &one)) return false;
    if (!count++) all = one;
    if (gm_decimal_compare(one.low, all.low) > 0) all.low = one.low;
    if (gm_decimal_compare(one.high, all.high) < 0) all.high = one.high;
  }
  return count > 1 && gm_decimal_compare(all.low, all.high) <= 0;
}

static bool is_near(gm_decimal sum, int excess) { return gm_within(sum, gm_decimal_of(100), 10 * excess); }

#define SCORED "总成绩 总分 综合成绩 最终成绩 总评成绩 学期成绩 考核成绩 综合得分 最终得分 考核总分 综合评分 成绩由 得分由 百分制"
#define DIVIDED SCORED " 分配 分成 分红 分账 利益联结 配比 出资比例 股权结构 股权比例"

/* 形成农户占60%、村集体占20%、企业占20%的利益分配模式: three shares or more told at once, each by a name and 占 alone,
 * that say how something is divided: all of it. */
static bool divides_all(const gm_links *links, const composition *c) {
  const gm_view *view = links->view;
  const gm_mention *last = &links->items[c->last];
  size_t end = gm_view_next_before(view, last->to, view->count, GM_PAUSE | GM_STOP);
  size_t start = gm_sentence_start(view, links->items[c->first].from);
  /* 笔试占60%、面试占50%: of a score two may be all */
  bool scored = gm_find_word(view, start, links->items[c->first].from, SCORED) != SIZE_MAX;
  if (c->count < (scored ? 2 : WHOLE_SHARES) || c->last - c->first + 1 != c->count ||
      gm_find_word(view, start, end, "前 主要 最大 其余 剩余 大股东 等 加分 附加") != SIZE_MAX)
    return false;
  for (unsigned i = c->first; i <= c->last; i++)
    if (!gm_words_before(view, links->items[i].from, "占 共占 约占")) return false;
  gm_decimal others; /* 笔试占60%、面试占40%，缺考占3%: what comes behind all there is */
  if (scored && (!gm_decimal_subtract(c->sum, last->figure->value, &others) ||
                 !gm_decimal_compare(others, gm_decimal_of(100))))
    return false;
  bool before = gm_find_word(view, start, links->items[c->first].from, DIVIDED) != SIZE_MAX;
  /* 的利益分配模式 behind closes the list; before it stands what is so divided. */
  bool behind = gm_one_of(view, last->to, "的") && gm_find_word(view, last->to, end, DIVIDED) != SIZE_MAX;
  return behind || (before && (end >= view->count || view->cls[end] & GM_STOP || gm_one_of(view, end, "；")));
}

/* 其余五种占全省同类的12.5%: is a share behind the first told of a whole that the first is not told of? */
static bool of_other_whole(const gm_links *links, const composition *c) {
  static const char other[] = GM_WIDER " 上年 去年 同期";
  const gm_view *view = links->view;
  size_t start = gm_sentence_start(view, links->items[c->first].from);
  if (gm_find_word(view, start, links->items[c->first].from, other) != SIZE_MAX) return false;
  for (unsigned i = c->first + 1; i <= c->last; i++) {
    const gm_mention *m = &links->items[i];
    size_t share = m->figure->kind == GM_FIGURE_PERCENT ? gm_find_word(view, m->label, m->from, "占") : SIZE_MAX;
    if (share != SIZE_MAX && gm_find_word(view, share, m->from, other) != SIZE_MAX) return true;
  }
  return false;
}

/* 甲占25.2%，乙占61.9%，丙占11.2%，丁占2.7%: shares of one sentence that come near 100 must come to it. */
static void judge(gm_line_check *check, const gm_links *links, const composition *c, unsigned from) {
  const gm_view *view = check->view;
  const gm_mention *last = &links->items[c->last];
  bool short_of;
  if (c->count < 2 || !c->exact) return;
  if (!is_off(c->sum, c->allowed, &short_of)) { /* they come to 100 % */
    for (unsigned i = c->first; i <= c->last; i++)
      if (links->items[i].figure->kind == GM_FIGURE_PERCENT && !gm_is_delta(links->items[i].figure))
        gm_agree(check, &links->items[i], NULL, NULL);
    return;
  }
  bool halves = c->count == 2 && are_halves(links, c->first, c->last);
  bool swapped = false;
  for (unsigned i = c->first; i <= c->last && !swapped; i++) {
    const gm_figure *f = links->items[i].figure;
    /* What is left out may be anything: only a swap that leaves nothing is no chance. */
    swapped = f->kind == GM_FIGURE_PERCENT && !gm_is_delta(f) && f->value.scale &&
              swap_completes(f->value, c->sum, short_of ? (gm_decimal){0, 0} : c->allowed);
  }
  size_t start = gm_sentence_start(view, links->items[from].from);
  /* Of two shares that need not be all one in a hundred can be turned to fit. */
  if (c->count < 3 && !halves && !gm_divides(view, start, links->items[c->first].from)) swapped = false;
  bool told = halves || (!short_of && are_ages(links, c->first, c->last)) ||
              gm_find_word(view, start, last->to, WHOLE_WORDS) != SIZE_MAX ||
              (gm_divides(view, start, links->items[c->first].from) &&
               (short_of ? gm_find_word(view, last->label, last->from, "及以下 以下") != SIZE_MAX /* 按学历分，… */
                         : one_digit_off(c->sum)));
  /* 票房构成中，国产片占62.8%，进口片占41.2%: two parts of one whole do not exceed it. */
  bool parts = !short_of && gm_find_word(view, start, links->items[c->first].from,
                                         "构成中 结构中 来源中 构成为 来源为 结构为") != SIZE_MAX;
  bool divided = divides_all(links, c);
  if (!swapped && !divided &&
      ((c->count < 3 && !halves && !parts) || !is_near(c->sum, told ? TOLD_EXCESS : COMPOSITION_EXCESS)))
    return;
  if ((short_of && !swapped && !told && !divided) || are_nested(links, c->first, c->last)) return;
  if (gm_disclaimed(view) || told_between(check, "PCT-01", start, last->to) || have_one_whole(links, c) ||
      of_other_whole(links, c))
    return;
  gm_report_mention(check, last);
  gm_say(check->out, check->language, "%u项构成合计%s%%，不是100%%", "%u shares come to %s%%, not 100%%", c->count,
         gm_quote_decimal(c->sum).text);
}

/* 三次产业比例为12.1∶38.4∶50.5: a ratio of three terms that is told in percent. */
static void check_ratio(gm_line_check *check, const gm_mention *m) {
  const gm_figure *f = m->figure;
  const gm_decimal terms[] = {f->value, f->interval.low, f->interval.high};
  gm_decimal sum = {0, 0}, allowed = {0, 0};
  bool short_of;
  if (f->parts[0] != 3 || f->parts[1]) return;
  for (unsigned i = 0; i < 3; i++)
    if (!gm_decimal_add(sum, terms[i], &sum) || !gm_decimal_add(allowed, (gm_decimal){5, terms[i].scale + 1}, &allowed))
      return;
  if (!is_off(sum, allowed, &short_of)) gm_agree(check, m, NULL, NULL);
  bool near = is_near(sum, TOLD_EXCESS);
  for (unsigned i = 0; i < 3; i++) near = near || (terms[i].scale && swap_completes(terms[i], sum, allowed));
  if (!is_off(sum, allowed, &short_of) || !near || gm_disclaimed(check->view)) return;
  gm_report_mention(check, m);
  gm_say(check->out, check->language, "%u项构成合计%s%%，不是100%%", "%u shares come to %s%%, not 100%%", 3u,
         gm_quote_decimal(sum).text);
}

void gm_check_composition(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++)
    if (links->items[i].figure->kind == GM_FIGURE_RATIO) check_ratio(check, &links->items[i]);
  if (gm_count_kind(check->figures, GM_FIGURE_PERCENT) < 2) return;
  for (unsigned from = 0, to; from < links->count; from = to) {
    composition c;
    to = collect(links, from, &c);
    judge(check, links, &c, from);
  }
  gm_check_shares_of_kinds(check, links);
  gm_check_share_sums(check);
  gm_check_complementary_rates(check);
}
