/* PCT-01: shares and rates against the counts they are taken of. */
#include "check/families.h"
#include "check/percent.h"

static bool can_be_part(const gm_figure *f, bool in_paren) {
  return gm_is_amount(f) && !gm_is_delta(f) && !(f->roles & (GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)) &&
         (in_paren || !(f->roles & GM_ROLE_PAREN));
}

/* The amount the percentage speaks of: the nearest before it in its sentence, within its ；-part. */
static int part_of(const gm_links *links, unsigned index, bool plan) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index];
  bool in_paren = percent->figure->roles & GM_ROLE_PAREN;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, percent)) return -1;
    if (gm_find_mark(view, m->to, percent->from, "；") != SIZE_MAX) return -1;
    if (m->figure->kind == GM_FIGURE_PERCENT) continue;
    /* 在1748名专任教师中，有博士学位者占69%: a whole, of which no part is told. */
    if (m->figure->roles & GM_ROLE_WHOLE_LEAD && gm_words_before(view, m->from, "在 这")) return -1;
    if (can_be_part(m->figure, in_paren)) return (int)i;
    /* 实际新增就业7436人，完成年度目标的…: what was planned may be an increase. */
    if (plan && gm_is_amount(m->figure) && gm_words_before(view, m->from, "新增就业 新增 新建 净增")) return (int)i;
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
  return gm_find_word(links->view, m->clause, m->from, "未 尚 没 剩 其余 不") != SIZE_MAX;
}

/* 超过三分之二, 九成以上, 四成多 */
static bool has_no_top(const gm_figure *f) {
  return f->approx == GM_APPROX_OVER || f->approx == GM_APPROX_LEAST || f->approx == GM_APPROX_MORE;
}

/* Any-fit accepts: any amount of this sentence or the one before as part (or what is left of the whole), any of the
 * paragraph as whole; for the part nearest to the percentage the sum of several as well, and for the one it is the rest
 * of (已开工33个，未开工17个，开工率66%). */
static bool anything_fits(const gm_links *links, unsigned index, unsigned nearest, gm_interval percent,
                          const gm_mention **base) {
  const gm_mention *p = &links->items[index];
  bool open = has_no_top(p->figure); /* too much fits 超过四成 */
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *part = links->items[i].figure;
    if (open && i != nearest) continue;
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
      if (gm_ratio_fits(part->interval, whole->interval, percent)) {
        if (i == nearest) *base = &links->items[j];
        return true;
      }
      gm_interval rest;
      if (!open && gm_interval_subtract(whole->interval, part->interval, &rest) && rest.low.digits > 0 &&
          gm_ratio_fits(rest, whole->interval, percent))
        return true;
    }
    if ((i == nearest || (i + 1 == nearest && is_rest(links, nearest))) && some_sum_fits(links, part, percent))
      return true;
  }
  return false;
}

/* N U中 or N U，其中 or 共N U: what makes an amount the whole of those behind it. */
static bool anchors(const gm_links *links, const gm_mention *whole, const gm_mention *part) {
  const gm_view *view = links->view;
  const gm_figure *f = whole->figure;
  if (!gm_is_plain(f) || f->roles & GM_ROLE_OF_WHICH) return false;
  size_t leading = gm_find_word(view, whole->to, part->from, "其中");
  if (leading != SIZE_MAX) return true;
  if (f->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD)) return true;
  size_t clause = whole->clause;
  return gm_find_total(view, clause, whole->from) != SIZE_MAX ||
         gm_find_word(view, clause, whole->from, "总 全部") != SIZE_MAX;
}

/* 占调整预算, 占年度计划: a plan is the base, and 收入完成28583万元 is what was done, not the plan. */
static bool is_done_not_planned(const gm_view *view, size_t from, size_t to, const gm_mention *whole) {
  if (gm_find_word(view, from, to, "预算 计划 任务 目标 指标 时序") == SIZE_MAX) return false;
  size_t start = whole->clause;
  return gm_find_word(view, start, whole->from, "完成 实现 到位 达到 收到 支付 拨付") != SIZE_MAX ||
         gm_find_word(view, start, whole->from, "预算 计划 任务 目标 指标") == SIZE_MAX;
}

/* Does the mention carry a share of its own (共71封，占16.47%)? Then it is a sibling, not a whole, unless 其中 follows
 * and no ； ends what it opens. */
static bool is_sibling(const gm_links *links, unsigned index, unsigned part) {
  const gm_mention *m = &links->items[index], *next = m + 1;
  return index + 1 < part && next->figure->kind == GM_FIGURE_PERCENT && gm_same_sentence(m, next) &&
         next->figure->roles & (GM_ROLE_SHARE | GM_ROLE_PAREN) &&
         (gm_find_word(links->view, next->to, links->items[part].from, "其中") == SIZE_MAX ||
          gm_find_mark(links->view, next->to, links->items[part].from, "；") != SIZE_MAX ||
          /* the last item of the list before: …；丙类141份，占6.6%。其中… */
          (!gm_same_sentence(m, &links->items[part]) &&
           gm_find_mark(links->view, gm_sentence_start(links->view, m->from), m->from, "；") != SIZE_MAX));
}

/* The whole that the base phrase names: 占结业学员的 and …结业证书的学员18640人. */
static int whole_by_name(const gm_links *links, unsigned part, size_t from, size_t to) {
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure) || !gm_is_plain(m->figure))
      continue;
    if (gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0) continue;
    if (is_done_not_planned(links->view, from, to, m)) continue;
    if (gm_base_words(links->view, from, to, m) > 0 && !is_sibling(links, (unsigned)i, part)) return (int)i;
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
    for (size_t k = m->clause; k + (end - from) <= m->from; k++) {
      size_t n = 0;
      while (n < end - from && view->cp[k + n] == view->cp[from + n]) n++;
      if (n == end - from) return (int)i;
    }
  }
  return -1;
}

/* The whole of a share, when the text anchors one before the part and the base named behind 占 does not deny it. */
static int whole_of_share(const gm_links *links, unsigned part, size_t from, size_t to) {
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    if (is_sibling(links, i, part) || !anchors(links, m, &links->items[part])) continue;
    if (is_done_not_planned(links->view, from, to, m)) continue;
    if (gm_base_words(links->view, from, to, m) != 0) return (int)i;
  }
  return -1;
}

/* Rates whose part is told with other words than the rate's own. */
static const struct {
  const char *rate, *part;
} rate_words[] = {
    {"出席 出勤 到会 到课 到岗 到位 报到 参会 参训 参与 参加 参演 参赛 参考 参检 参评 参训",
     "实到 到会 参加 参训 出席 到场 到课 实参 实际参"},
    {"合格 通过 达标 及格", "合格 通过 达标 及格"},
    {"完成 执行 到位 支出", "完成 执行 到位 支出 拨付"},
    {"满意", "满意"},
    {"入库 征收 收缴 缴纳 兑现", "实缴 实收 入库 征收 收缴 缴纳 到账 兑付"},
};

#define BEHIND_CHARS 8 /* 1230人表示满意: what is said of the part stands no farther behind it */

/* 解决率 and 已解决49个: the rate's name shares a character with the words before its part, or two with those right
 * behind it. */
static bool rate_names_part(const gm_links *links, size_t name, size_t stop, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part];
  size_t from = p->clause, end = p->to;
  if (part && links->items[part - 1].to > from) from = links->items[part - 1].to;
  while (end < view->count && end < p->to + BEHIND_CHARS && view->cls[end] & GM_HAN) end++;
  for (size_t i = name; i + 1 < stop; i++)
    for (size_t k = from; k < p->from; k++)
      if (view->cp[i] == view->cp[k] && !gm_one_of(view, i, "的了有为达率")) return true;
  if (gm_share_pair(view, name, stop, p->to, end)) return true;
  for (size_t i = 0; i < sizeof rate_words / sizeof *rate_words; i++)
    if (gm_find_word(view, name, stop, rate_words[i].rate) != SIZE_MAX &&
        gm_find_word(view, from, end, rate_words[i].part) != SIZE_MAX)
      return true;
  return false;
}

/* Would the percentage fit if two neighbouring digits of one of the two counts changed places? */
static bool swap_repairs(const gm_figure *part, const gm_figure *whole, gm_interval percent) {
  gm_decimal should, change;
  for (unsigned k = 0; k < 18; k++) {
    gm_interval p = part->interval, w = whole->interval;
    if (gm_swap_digits(part->value, k, &should) && gm_decimal_subtract(should, part->value, &change) &&
        gm_interval_add(&p, gm_interval_exact(change)) && gm_ratio_fits(p, w, percent))
      return true;
    if (gm_swap_digits(whole->value, k, &should) && gm_decimal_subtract(should, whole->value, &change) &&
        gm_interval_add(&w, gm_interval_exact(change)) && gm_ratio_fits(part->interval, w, percent))
      return true;
  }
  return false;
}

/* The whole of a rate: the comparable amount just before the part, nothing comparable between; where its sentence has
 * none, the total that the sentence before opens with (查处148起，…。办结142起，办结率为95.9%). */
static int whole_of_rate(const gm_links *links, unsigned part) {
  const uint16_t sentence = links->items[part].figure->sentence;
  int opening = -1;
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1u < sentence) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    if (m->figure->roles & GM_ROLE_PAREN) continue;
    if (m->figure->sentence != sentence) {
      opening = (int)i;
      continue;
    }
    if (gm_find_mark(links->view, m->to, links->items[part].from, "；") != SIZE_MAX) return -1;
    return gm_is_plain(m->figure) ? (int)i : -1;
  }
  if (opening < 0) return -1;
  const gm_figure *f = links->items[opening].figure;
  bool first = links->items[part].clause == gm_sentence_start(links->view, links->items[part].from);
  return first && gm_is_plain(f) && gm_decimal_compare(f->value, links->items[part].figure->value) >= 0 ? opening : -1;
}

/* 有村级组织312个，已换届的285个，占总数的91.3%; 学生3260人，寄宿生2119人，占65%: a share that names no other base is
 * of the one other amount of the sentence. */
static int whole_alone(const gm_links *links, unsigned part, size_t from, size_t to) {
  const gm_view *view = links->view;
  bool total = gm_find_word(view, from, to, "总数 总量 总额 全部") == from;
  if (!total && from < to && !gm_words_at(view, from, "比 约 了 近 为 达")) return -1;
  int whole = -1;
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[part]);) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_comparable(f, links->items[part].figure)) continue;
    if (whole >= 0 || !gm_is_plain(f) || gm_find_mark(view, links->items[i].to, from, "；") != SIZE_MAX) return -1;
    whole = (int)i;
  }
  if (whole < 0 || total) return whole;
  /* Without a word for it the whole is named by one noun, and the part by more of it: 学生, 寄宿生. */
  return gm_decimal_compare(links->items[whole].figure->value, links->items[part].figure->value) > 0 &&
                 !gm_is_delta(links->items[whole].figure)
             ? whole
             : -1;
}

/* 占委员总数（112人）的25%; 回收问卷1176份（发放1200份），回收率98%: the whole stands in brackets. */
static int whole_in_brackets(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t stop) {
  const gm_view *view = links->view;
  unsigned at = lead == GM_LEAD_SHARE ? index - 1 : part + 1;
  if (at <= part || at >= index) return -1;
  const gm_mention *m = &links->items[at];
  if (!(m->figure->roles & GM_ROLE_PAREN) || !gm_is_amount(m->figure) ||
      !gm_comparable(m->figure, links->items[part].figure) ||
      gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0)
    return -1;
  if (lead == GM_LEAD_SHARE) return m->from > stop ? (int)at : -1;
  return gm_one_of(view, links->items[part].to, "（") &&
                 gm_find_word(view, links->items[part].to, m->from, "发放 应 共 总 全部 印发 寄出") != SIZE_MAX
             ? (int)at
             : -1;
}

/* 计划招生1200人，实际招生1086人，完成计划的90.5%: the amount that is called a plan. */
static int whole_of_plan(const gm_links *links, unsigned part) {
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[part]);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    bool plan = gm_find_word(links->view, links->items[i].label, m->from, "计划 任务 目标 预算") != SIZE_MAX;
    bool plain = gm_is_plain(m->figure) || gm_is_delta(m->figure); /* 目标为新增就业8000人 */
    return plan && plain ? (int)i : -1;
  }
  return -1;
}

#define SUBJECT_CHARS 4u /* fewer before 占 (其中, 两项合计) are no subject */

/* 副教授428人，具有博士学位的教师占68.5%; 女运动员129名，一级运动员占12.6%: the share has a subject of its own in its
 * clause, which begins with words that do not stand around the amount. */
static bool speaks_of_another(const gm_view *view, const gm_mention *part, const gm_mention *percent, size_t at) {
  size_t from = percent->clause;
  /* 专任教师241人，专任教师中硕士占38.2%: the amount is the whole. */
  size_t among = from >= part->to ? gm_find_word(view, from + 2, at, "中 里 当中") : SIZE_MAX;
  if (among != SIZE_MAX && gm_share_pair(view, from, among, part->clause, part->to + 8 < from ? part->to + 8 : from))
    return true;
  if (from < part->to || at < from + SUBJECT_CHARS) return false;
  size_t start = part->clause, end = part->to + 8 < from ? part->to + 8 : from;
  size_t opening = from + gm_words_at(view, from, "其中 这些 该类 此类 上述");
  if (at < opening + 2) return false;
  return !gm_share_pair(view, opening, opening + 2, start, end);
}

/* 约占四分之一 is a rough word: a tenth of it either way. 超过三分之二 and 九成以上 end at the whole. */
static gm_interval interval_of(const gm_figure *f, int halves) {
  bool percent = f->kind == GM_FIGURE_PERCENT, open = has_no_top(f);
  gm_interval i = percent ? gm_percent_interval(f, halves) : f->interval;
  if (!percent) {
    gm_decimal_multiply(i.low, gm_decimal_of(open ? 100 : 90), &i.low);
    gm_decimal_multiply(i.high, gm_decimal_of(110), &i.high);
  }
  if (open && gm_decimal_compare(i.low, gm_decimal_of(100)) < 0) i.high = gm_decimal_of(100);
  return i;
}

/* 八成 is from 75 % to 85 %: nobody says it of more. */
static bool in_tenths(const gm_figure *f) {
  return f->kind == GM_FIGURE_PERCENT && gm_is_exact(f) && !gm_within(f->interval.high, f->interval.low, 100);
}

#define WIDER "全国 全球 世界 全行业 全省 全市 全区 全县"

/* 总数1284家。省级46家，占3.6%；县级218家，占71.0%: the share before is of a whole told, and a slip of digits makes
 * this one of it too. */
static int whole_of_sibling(const gm_links *links, unsigned index, unsigned part, size_t stop) {
  const gm_mention *percent = &links->items[index];
  if (gm_find_word(links->view, stop, percent->from, "的 总 全") != SIZE_MAX || index < 3) return -1;
  unsigned sibling = part - 1;
  const gm_mention *share = &links->items[sibling], *of = share - 1;
  if (part < 2 || share->figure->kind != GM_FIGURE_PERCENT || !share->figure->verified ||
      !(share->figure->roles & GM_ROLE_SHARE) || !gm_same_sentence(of, percent) || !gm_is_amount(of->figure) ||
      !gm_comparable(of->figure, links->items[part].figure) ||
      gm_find_word(links->view, share->to, links->items[part].from, "其中") != SIZE_MAX)
    return -1;
  for (unsigned i = 0; i + 1 < sibling; i++) {
    const gm_figure *whole = links->items[i].figure;
    gm_decimal should, change;
    if (!gm_is_amount(whole) || !gm_comparable(whole, of->figure) ||
        !gm_ratio_fits(of->figure->interval, whole->interval, gm_percent_interval(share->figure, 1)))
      continue;
    if (swap_repairs(links->items[part].figure, whole, gm_percent_interval(percent->figure, 1))) return (int)i;
    for (unsigned k = 0; k < 6; k++) {
      gm_interval p = gm_percent_interval(percent->figure, 1);
      if (gm_swap_digits(percent->figure->value, k, &should) &&
          gm_decimal_subtract(should, percent->figure->value, &change) &&
          gm_interval_add(&p, gm_interval_exact(change)) &&
          gm_ratio_fits(links->items[part].figure->interval, whole->interval, p))
        return (int)i;
    }
  }
  return -1;
}

/* The whole that the text itself names for the part, -1 when it names none. */
static int find_whole(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t at, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index];
  if (lead == GM_LEAD_RATE || lead == GM_LEAD_SHARE) {
    int bracketed = whole_in_brackets(links, index, part, lead, stop);
    if (bracketed >= 0 && (lead == GM_LEAD_SHARE || rate_names_part(links, at, stop, part))) return bracketed;
  }
  if (lead == GM_LEAD_RATE) {
    /* 86人中，…62人，比例为72.1%: a ratio without a name */
    bool bare = at == percent->clause && stop == at + 2;
    return bare || rate_names_part(links, at, stop, part) ? whole_of_rate(links, part) : -1;
  }
  if (lead == GM_LEAD_PLAN) return whole_of_plan(links, part);
  if (lead == GM_LEAD_OF)
    return gm_comparable(links->items[part].figure, links->items[index - 1].figure) ? (int)index - 1 : -1;
  int whole = whole_of_share(links, part, stop, percent->from);
  if (whole < 0 && lead == GM_LEAD_SHARE && at <= links->items[part].to + 2u)
    whole = whole_by_name(links, part, stop, percent->from);
  int named = lead == GM_LEAD_SHARE ? whole_by_phrase(links, part, stop, percent->from) : -1;
  if (named >= 0) whole = named;
  if (whole < 0 && lead == GM_LEAD_SHARE) whole = whole_alone(links, part, stop, percent->from);
  if (whole < 0 && lead == GM_LEAD_SHARE) whole = whole_of_sibling(links, index, part, stop);
  /* 占全国的: another base, unless the whole is told of the country too. */
  if (whole >= 0 && gm_find_word(view, stop, percent->from, WIDER) != SIZE_MAX &&
      gm_find_word(view, links->items[whole].clause, links->items[whole].from, WIDER) == SIZE_MAX)
    return -1;
  return whole;
}

#define PLAN_CHARS 8 /* between 任务 and the number that is set */

/* What a whole can be. 占年度任务16万亩: what was set is no rounded number, though it ends in 万; a tenth of the play.
 */
static gm_interval play_of(const gm_links *links, const gm_mention *whole) {
  const gm_view *view = links->view;
  gm_interval set = whole->figure->interval;
  gm_decimal play;
  size_t from = whole->clause;
  if (whole->from > from + PLAN_CHARS) from = whole->from - PLAN_CHARS;
  if (!gm_is_exact(whole->figure) || gm_find_word(view, from, whole->from, "任务 计划 目标 预算 指标") == SIZE_MAX ||
      !gm_decimal_subtract(whole->figure->value, set.low, &play) || !gm_decimal_shift(play, -1, &play) ||
      !gm_decimal_add(whole->figure->value, play, &set.high) ||
      !gm_decimal_subtract(whole->figure->value, play, &set.low))
    return whole->figure->interval;
  return set;
}

/* 专任教师241人，硕士96人，占专任教师的33.6%: the base is named in the very words of one amount, and the percentage is
 * of another that is not called so. */
static bool another_base(const gm_links *links, unsigned part, const gm_mention *base, size_t stop, size_t to,
                         gm_interval percent) {
  const gm_view *view = links->view;
  int named = whole_by_phrase(links, part, stop, to);
  if (named < 0 || base == &links->items[named]) return false;
  const gm_mention *whole = &links->items[named], *p = &links->items[part];
  size_t end = stop;
  while (end < to && view->cls[end] & GM_HAN && !gm_one_of(view, end, "的")) end++;
  size_t length = end - stop, other = base->label;
  for (size_t k = other; k + length <= base->to + length && k + length <= view->count; k++) {
    size_t n = 0;
    while (n < length && view->cp[k + n] == view->cp[stop + n]) n++;
    if (n == length) return false;
  }
  return gm_same_sentence(p, whole) && gm_is_exact(whole->figure) && whole->from >= length &&
         !gm_ratio_fits(p->figure->interval, whole->figure->interval, percent) &&
         gm_find_word(view, whole->from - length, whole->from, "的") == SIZE_MAX && gm_words_at(view, to - 1, "的") &&
         gm_decimal_compare(base->figure->value, whole->figure->value) != 0;
}

static void check_share(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index];
  size_t at, stop;
  gm_lead lead = gm_lead_of(links, index, &at, &stop);
  if (lead == GM_LEAD_NONE || (lead != GM_LEAD_SHARE && percent->figure->kind == GM_FIGURE_FRACTION)) return;
  int part = part_of(links, lead == GM_LEAD_OF ? index - 1 : index, lead == GM_LEAD_PLAN);
  if (part < 0) return;
  /* 收入50万元以上的村占比68%: a bound that tells which are counted. */
  if (links->items[part].figure->roles & GM_ROLE_THRESHOLD) return;
  /* 分别占: which goes with which is for the reader. */
  if (gm_find_word(view, links->items[part].to, percent->from, "分别") != SIZE_MAX) return;
  gm_interval printed = interval_of(percent->figure, 1);
  const gm_mention *base = NULL;
  bool fits = anything_fits(links, index, (unsigned)part, printed, &base);
  if (fits && lead == GM_LEAD_OF && base == percent - 1)
    fits = gm_ratio_fits(links->items[part].figure->interval, play_of(links, base), printed);
  else if (fits && base && lead == GM_LEAD_SHARE && gm_is_exact(percent->figure))
    fits = !another_base(links, (unsigned)part, base, stop, percent->from, interval_of(percent->figure, 3));
  if (fits) {
    if (base && percent->figure->kind == GM_FIGURE_PERCENT) gm_agree(check, percent, &links->items[part], base);
    return;
  }
  if (lead != GM_LEAD_PLAN && lead != GM_LEAD_OF && speaks_of_another(view, &links->items[part], percent, at)) return;
  int whole = find_whole(links, index, (unsigned)part, lead, at, stop);
  if (whole < 0 || gm_disclaimed(view)) return;
  const gm_mention *p = &links->items[part], *w = &links->items[whole];
  /* More done than came in: what was left from before counts too, unless a slip of digits explains it. */
  if (lead != GM_LEAD_PLAN && gm_decimal_compare(p->figure->value, w->figure->value) > 0 &&
      !swap_repairs(p->figure, w->figure, printed))
    return;
  /* 超过百亿元 has no upper end, and of three rough figures nothing follows. */
  gm_approximator rough = w->figure->approx;
  if (rough == GM_APPROX_OVER || rough == GM_APPROX_LEAST || rough == GM_APPROX_VAGUE) return;
  bool last_digit = !in_tenths(percent->figure) &&
                    gm_ratio_fits(p->figure->interval, play_of(links, w), interval_of(percent->figure, 3));
  if (last_digit && !check->hints) return;
  gm_decimal computed;
  int scale = percent->figure->kind == GM_FIGURE_PERCENT ? percent->figure->value.scale : 1;
  if (!gm_percent_of(p->figure->value, w->figure->value, scale, &computed)) return;
  gm_report_share(check, percent, p, w, computed);
  if (last_digit)
    gm_lower(check->out, GM_SEVERITY_HINT);
  else if (!gm_same_sentence(p, w) || !gm_is_exact(p->figure) || !gm_is_exact(w->figure) ||
           !gm_is_exact(percent->figure) || percent->figure->kind == GM_FIGURE_FRACTION)
    gm_lower(check->out, GM_SEVERITY_WARNING);
}

#define UNIT_CHARS 2 /* between a number and the slash: 243人/256人 */

/* A fraction of two whole numbers from `at`: 243/256, 243人/256人. Gives its characters, 0 when there is none. */
static size_t read_fraction(const gm_view *view, size_t at, gm_decimal *part, gm_decimal *whole) {
  gm_numeral n;
  size_t i = at, taken = gm_numeral_read(view, i, &n);
  if (!taken || n.value.scale) return 0;
  *part = n.value;
  i += taken;
  for (unsigned k = 0; k < UNIT_CHARS && view->cls[i] & GM_HAN; k++) i++;
  if (!gm_one_of(view, i, "/")) return 0;
  taken = gm_numeral_read(view, ++i, &n);
  if (!taken || n.value.scale) return 0;
  *whole = n.value;
  i += taken;
  for (unsigned k = 0; k < UNIT_CHARS && view->cls[i] & GM_HAN; k++) i++;
  return i - at;
}

/* 出席率94.9%（243/256）, 243/256（94.9%）: a rate and the counts it comes from, one of the two in brackets. */
static void check_fraction(gm_line_check *check, const gm_mention *percent) {
  const gm_view *view = check->view;
  gm_decimal part, whole, computed;
  size_t from = percent->to + 1, length = 0;
  if (!gm_is_exact(percent->figure)) return;
  if (gm_one_of(view, percent->to, "（")) {
    length = read_fraction(view, from, &part, &whole);
    if (!gm_one_of(view, from + length, "）")) length = 0;
  } else if (percent->from > 1 && gm_one_before(view, percent->from, "（")) {
    size_t open = percent->from - 1, below = gm_number_before(view, open);
    if (below == open || !gm_one_before(view, below, "/")) return;
    from = gm_number_before(view, below - 1);
    length = read_fraction(view, from, &part, &whole);
    if (from + length != open) length = 0;
  }
  if (!length || part.digits <= 0 || gm_decimal_compare(part, whole) > 0) return;
  gm_interval p = gm_interval_exact(part), w = gm_interval_exact(whole), rest;
  gm_interval printed = gm_percent_interval(percent->figure, 1);
  if (gm_ratio_fits(p, w, printed) || (gm_interval_subtract(w, p, &rest) && gm_ratio_fits(rest, w, printed))) {
    gm_agree(check, percent, NULL, NULL);
    return;
  }
  bool last_digit = gm_ratio_fits(p, w, gm_percent_interval(percent->figure, 3));
  if ((last_digit && !check->hints) || !gm_percent_of(part, whole, percent->figure->value.scale, &computed)) return;
  gm_report_mention(check, percent);
  if (last_digit) gm_lower(check->out, GM_SEVERITY_HINT);
  gm_say(check->out, check->language, "%s=%s%%，文中为%s", "%s = %s%%, the text says %s",
         gm_quote_line(view, from, from + length).text, gm_quote_decimal(computed).text,
         gm_quote_mention(view, percent).text);
  gm_offer_value(check, percent, computed);
  gm_relate(check->out, (gm_position){0, view->raw_at[from]}, (gm_position){0, gm_raw_end(view, from + length)},
            check->language == GM_ENGLISH ? "the counts" : "计数");
}

#define BRACKET_CHARS 8 /* between a bracket and the first count in it: 毕业生共 */

/* 占90.0%（231人中有208人到会）: the brackets behind give whole and part. */
static void check_bracket_counts(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *percent = &links->items[index], *whole = percent + 1, *part = percent + 2;
  if (index + 2 >= links->count || !gm_one_of(view, percent->to, "（") || whole->from > percent->to + UNIT_CHARS)
    return;
  if (!gm_is_amount(whole->figure) || !gm_is_amount(part->figure) || !gm_comparable(whole->figure, part->figure))
    return;
  size_t close = gm_find_word(view, percent->to, view->count, "）");
  bool told = gm_find_word(view, whole->to, part->from, "中 其中") != SIZE_MAX ||
              gm_find_word(view, percent->to, whole->from, "共 应 总") != SIZE_MAX;
  if (close < part->to || !told || gm_decimal_compare(part->figure->value, whole->figure->value) > 0) return;
  if (index + 3 < links->count && links->items[index + 3].from < close) return;
  gm_decimal computed;
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(percent->figure, 1)))
    gm_agree(check, percent, whole, part);
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(percent->figure, 3))) return;
  if (!gm_percent_of(part->figure->value, whole->figure->value, percent->figure->value.scale, &computed)) return;
  gm_report_share(check, percent, part, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_shares(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    bool percent = links->items[i].figure->kind == GM_FIGURE_PERCENT;
    if (gm_one_before(links->view, links->items[i].from, "×*")) continue; /* (348/360)×100% */
    if (links->count > 2 && (percent || links->items[i].figure->kind == GM_FIGURE_FRACTION))
      check_share(check, links, i);
    if (!percent) continue;
    check_fraction(check, &links->items[i]);
    check_bracket_counts(check, links, i);
    gm_check_formula(check, &links->items[i]);
  }
  gm_check_sibling_shares(check);
  gm_check_respective_shares(check);
  gm_check_half_shares(check);
}
