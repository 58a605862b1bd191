#include "check/percent.h"

#define SHARE      0x5360u /* 占 */
#define RATE       0x7387u /* 率 */
#define LEAD_CHARS 24      /* what says 占 or 率 stands no farther before the percentage */
#define BARE_CHARS 12      /* between a part and its rough share in a clause of its own: 表示支持， */
#define NAME_CHARS 4       /* of a rate before 率: 有效回收率 */

#define CHANGES                                                                                                                                                \
  "增长 增加 下降 减少 提高 上升 降低 提升 上涨 下跌 下滑 增幅 降幅 同比 环比 增速 涨幅 跌幅 高于 低于 递增 回落 " \
  "扩大 缩小"
#define PLANS  "计划 任务 目标 预算"
#define CLOSER "即 即为 为 也就是 也即 达 约为 达到 准确说是 具体为"

/* Where the name of a rate begins that ends at `end`. */
static size_t name_start(const gm_view *view, size_t from, size_t end) {
  size_t name = end;
  while (name > from && end - name < NAME_CHARS && view->cls[name - 1] & GM_HAN) name--;
  return name;
}

/* 增加值 is an amount, no change. */
static bool says_change(const gm_view *view, size_t from, size_t to) {
  for (; (from = gm_find_word(view, from, to, CHANGES)) != SIZE_MAX; from++)
    if (!gm_words_at(view, from, "增加值 增加额 增长点 增长极")) return true;
  return false;
}

gm_lead gm_lead_of(const gm_links *links, unsigned index, size_t *at, size_t *stop) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index];
  size_t clause = percent->clause, from = clause, end = percent->number; /* 约占 is both */
  unsigned before = index; /* brackets between 占 and its percentage hold the whole: 占委员总数（112人）的25% */
  while (before && links->items[before - 1].figure->roles & GM_ROLE_PAREN &&
         !(percent->figure->roles & GM_ROLE_PAREN) && links->items[before - 1].from >= clause)
    before--;
  if (before && links->items[before - 1].to > from) from = links->items[before - 1].to;
  if (from > clause && from + 1 == percent->from && gm_one_of(view, from, "的") && before == index &&
      gm_is_amount(links->items[index - 1].figure) && gm_is_plain(links->items[index - 1].figure) &&
      gm_find_word(view, clause, links->items[index - 1].from, "占 完成 达 为 是 相当于 覆盖 涵盖 惠及") != SIZE_MAX) {
    *at = *stop = from;
    return GM_LEAD_OF;
  }
  if (end - from > LEAD_CHARS) from = end - LEAD_CHARS;
  if (says_change(view, from, end)) return GM_LEAD_NONE;
  for (size_t i = end; i > from; i--) {
    if (view->cp[i - 1] == SHARE &&
        (!gm_one_of(view, i, "地用领据") || !gm_words_at(view, i - 1, "占地 占用 占领 占据") || gm_words_at(view, i - 1, "占地区 占地方"))) {
      *at = i - 1;
      *stop = i;
      return GM_LEAD_SHARE;
    }
    if (view->cp[i - 1] == RATE && !gm_words_at(view, i - 1, "率先 率领")) {
      if (gm_words_before(view, i, GM_NO_SHARES) && !gm_words_before(view, i, GM_SHARES_STILL)) return GM_LEAD_NONE;
      *stop = i;
      *at = name_start(view, from, i - 1);
      return GM_LEAD_RATE;
    }
  }
  size_t ratio = gm_find_word(view, from, end,
                              "比例 进度 亏损面 覆盖面 受益面 参与面 入选面 获奖面 问题面 满意度 认可度 支持度 知晓度");
  if (ratio != SIZE_MAX && gm_words_before(view, ratio, "差额")) return GM_LEAD_NONE; /* it is of those to be elected */
  if (ratio != SIZE_MAX) { /* 获奖比例为42.9%, 支出进度为84.8%, 亏损面为18.6% */
    *stop = ratio + (gm_one_of(view, ratio + 2, "面度") ? 3 : 2);
    if (*stop == ratio + 3) {
      *at = ratio;
      return GM_LEAD_RATE;
    }
    *at = name_start(view, from, ratio);
    return GM_LEAD_RATE;
  }
  if (gm_one_before(view, percent->from, "的")) { /* 完成年度计划的95% */
    size_t done = gm_find_word(view, from, end, "完成");
    size_t all = gm_find_word(view, from, end, "完成总 占总 达总 达到总 相当于总 为总"); /* 完成总里程的70.8% */
    if (all != SIZE_MAX) {
      *at = all;
      *stop = all + gm_words_at(view, all, "完成 占 达到 达 相当于 为");
      return GM_LEAD_SHARE;
    }
    if (done != SIZE_MAX && gm_find_word(view, done, end, PLANS) != SIZE_MAX) {
      *at = done;
      *stop = done + 2;
      return GM_LEAD_PLAN;
    }
  }
  /* 约占七分之一，即14.3%: the same, told more closely. */
  if (index && gm_one_before(view, clause, "，") &&
      (links->items[index - 1].figure->kind == GM_FIGURE_PERCENT ||
       links->items[index - 1].figure->kind == GM_FIGURE_FRACTION) &&
      links->items[index - 1].to + gm_words_at(view, links->items[index - 1].to, "以上 以下 左右 多") + 1u == clause &&
      gm_words_at(view, clause, CLOSER) == percent->from - clause &&
      (percent->from > clause || (!gm_is_exact(percent->figure) && view->cls[percent->to] & (GM_PAUSE | GM_STOP)))) {
    gm_lead lead = gm_lead_of(links, index - 1, at, stop);
    if (lead == GM_LEAD_SHARE) *stop = percent->from; /* what it is of is told before */
    return lead;
  }
  if (percent->from == from && index && view->cls[percent->number] & GM_IN_PAREN &&
      (gm_one_before(view, percent->from, "（") || gm_one_before(view, percent->from, "，")) &&
      links->items[index - 1].to + 1 == percent->from) {
    *at = *stop = percent->from;
    return GM_LEAD_BRACKET;
  }
  /* 640人表示支持，超过九成。 A rough share in a clause of its own. */
  if (percent->from == clause && index && !gm_is_exact(percent->figure) && percent->figure->approx != GM_APPROX_VAGUE &&
      gm_one_before(view, clause, "，") &&
      (percent->to >= view->count || view->cls[percent->to] & (GM_PAUSE | GM_STOP)) &&
      gm_is_amount(links->items[index - 1].figure) && clause - links->items[index - 1].to <= BARE_CHARS) {
    *at = *stop = percent->from;
    return GM_LEAD_SHARE;
  }
  return GM_LEAD_NONE;
}

#define ELSEWHERE "上年 去年 前年 上月 上季 上半年 下半年 往年 历年 上届 同类 全州 " GM_WIDER

bool gm_told_elsewhere(const gm_links *links, unsigned index, size_t to) {
  const gm_view *view = links->view;
  size_t clause = links->items[index].clause, word = gm_find_word(view, clause, to, ELSEWHERE);
  size_t start = gm_sentence_start(view, clause), later = gm_find_word(view, clause + 1, to, "后");
  if (word != SIZE_MAX && !gm_share_pair(view, word, word + 2, start, clause)) return true;
  if (later != SIZE_MAX && !gm_one_before(view, later, "最今") &&
      !gm_share_pair(view, later - 1, later + 1, start, clause))
    return true;
  return gm_find_word(view, clause, to, "平均") != SIZE_MAX;
}

int gm_base_words(const gm_view *view, size_t from, size_t to, const gm_mention *whole) {
  size_t start = whole->clause, end = whole->to + 8;
  bool named = false;
  int shared = 0;
  if (end > from && from > whole->to) end = from; /* the base itself */
  size_t stop = gm_view_next_before(view, whole->to, end < view->count ? end : view->count, GM_STOP);
  if (stop < end) end = stop;
  for (size_t i = from; i + 1 < to; i++) {
    size_t generic = gm_words_at(view, i,
                                 "总数 总量 总额 总笔数 总件数 总户数 总项数 总场数 总次数 总张数 全部 全体 的 比例 "
                                 "比重 比 为 达到 达 了 总 其中 数 近 约 超过 超 到");
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

void gm_report_share(gm_line_check *check, const gm_mention *percent, const gm_mention *part, const gm_mention *whole,
                     gm_decimal computed) {
  const gm_view *view = check->view;
  gm_report_mention(check, percent);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_mention(view, part).text, gm_quote_mention(view, whole).text,
         gm_quote_percent(view->raw, percent->figure, computed).text, gm_quote_mention(view, percent).text);
  gm_offer_value(check, percent, computed);
  gm_relate_mention(check, part, "部分", "the part");
  gm_relate_mention(check, whole, "整体", "the whole");
}

bool gm_is_last_digit(const gm_figure *percent, gm_decimal computed, gm_interval part, gm_interval whole) {
  gm_decimal off, unit = {1, percent->value.scale};
  gm_interval near = {{0, 0}, {0, 0}, false, false};
  if (percent->kind != GM_FIGURE_PERCENT || !gm_is_exact(percent) ||
      !gm_decimal_subtract(computed, percent->value, &off) || !gm_decimal_subtract(percent->value, unit, &near.low) ||
      !gm_decimal_add(percent->value, unit, &near.high))
    return true;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, unit) <= 0 || gm_ratio_fits(part, whole, near);
}

/* 超过三分之二, 九成以上, 四成多 */
bool gm_has_no_top(const gm_figure *f) {
  return f->approx == GM_APPROX_OVER || f->approx == GM_APPROX_LEAST || f->approx == GM_APPROX_MORE;
}

/* 约占四分之一 is a rough word: a tenth of it either way. 超过三分之二 and 九成以上 end at the whole. */
gm_interval gm_share_interval(const gm_figure *f, int halves) {
  bool percent = f->kind == GM_FIGURE_PERCENT, open = gm_has_no_top(f);
  gm_interval i = percent ? gm_percent_interval(f, halves) : f->interval;
  if (!percent) {
    gm_decimal_multiply(i.low, gm_decimal_of(open ? 100 : 90), &i.low);
    gm_decimal_multiply(i.high, gm_decimal_of(110), &i.high);
  }
  if (open && gm_decimal_compare(i.low, gm_decimal_of(100)) < 0) i.high = gm_decimal_of(100);
  return i;
}

#define TENTHS_PERMILLE 100 /* 八成 is from 75 % to 85 %, and any percentage narrower */

gm_interval gm_share_loosely(const gm_figure *f) {
  gm_interval told = gm_share_interval(f, 1);
  return gm_within(told.high, told.low, TENTHS_PERMILLE) ? gm_share_interval(f, 3) : told;
}
