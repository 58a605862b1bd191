/* AR-01: a total and where its parts stand. */
#include "check/change.h"
#include "check/families.h"
#include "check/free_row.h"
#include "check/sum.h"

/* 占年度计划3.5万亩的…: what was planned is no part. */
static bool is_plan(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_find_word(links->view, m->label, m->from, "计划 预算 目标 任务") != SIZE_MAX &&
         gm_find_word(links->view, m->label, m->from, "占 完成") != SIZE_MAX;
}

/* 占这7个项目送审金额8412万元的3.4%, 完成预算18.20亿元的101.4%: what a percentage is told of. */
static bool is_base(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_is_base(links, index) && !gm_words_at(links->view, m->to, "，占") && /* 预算拨款3495万元，占90.5% */
         (gm_words_at(links->view, m->clause, "占") ||
          gm_find_word(links->view, m->label, m->from, "预算 计划 任务 目标 指标") != SIZE_MAX);
}

/* 比上年的17.38亿元增长6.2%: what another amount is compared with. */
static bool is_earlier(const gm_view *view, const gm_mention *m) {
  if (!gm_one_before(view, m->from, "的")) return false;
  bool last = m->figure->roles & GM_ROLE_COMPARED &&
              gm_find_word(view, m->clause, m->from, "上年 去年 上期 同期 上月 上季") != SIZE_MAX;
  return last || gm_find_than(view, m->clause, m->from) == m->clause; /* 较2023年的241人 */
}

/* 与去年末的131家相比: what the total is compared with. */
static bool is_compared(const gm_view *view, const gm_mention *m) {
  return gm_words_at(view, m->to, "相比 相较 比较，") &&
         gm_find_word(view, m->clause, m->from, "与 和 同 跟") == m->clause;
}

/* 由年初的136家增加到147家，其中…: the parts are those of what there is, or of the change. */
static bool is_former(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index], *now = m + 1;
  return index + 1 < links->count && now->figure->roles & GM_ROLE_TO && now->clause == m->clause &&
         gm_comparable(m->figure, now->figure);
}

/* 其中门诊15.2万人次；收治…: one part, its clause opened by 其中, and ；. */
static bool after_which(const gm_view *view, const gm_mention *part) {
  size_t clause = part->clause;
  return gm_words_at(view, clause, "其中") && !gm_words_at(view, clause, "其中：");
}

/* 其余为油画、版画；: is the rest told without its number? What stands behind ； is another matter then. */
static bool rest_untold(const gm_view *view, size_t from, size_t to) {
  size_t mark = gm_find_mark(view, from, to, "；");
  return mark != SIZE_MAX && gm_find_word(view, from, mark, "其余 其他 其它 余者 余下") != SIZE_MAX;
}

/* 其中续建18个，新开工26个；年内完工37个: two that leave nothing out, parted by ， before the first ；. */
static bool ends_pair(const gm_links *links, unsigned total, const gm_parts *p) {
  return p->count == 2 && gm_exhaustive(links, p) &&
         gm_find_mark(links->view, links->items[total].to, links->items[p->at[1]].from, "；") == SIZE_MAX;
}

/* Does a verb stand in what names the amount? */
static bool acts(const gm_links *links, unsigned index) {
  const gm_figure *f = links->items[index].figure;
  size_t label = links->items[index].label;
  return (f->verb_end > f->verb_start && f->verb_start >= links->view->raw_at[label]) ||
         gm_words_at(links->view, label, "收治 收到 承运 接收 接待 查处 走访 改造 转诊 出动 派出 提供 组织 帮助");
}

#define SAID_LEAST 3u /* Han characters behind an amount that say something of it */

/* 128个村中，有97个村建起了书屋，有43个村借阅超过1000册: of each so many something is said, and of some of them more.
 */
static bool each_says(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    size_t end = m->to;
    while (end < view->count && view->cls[end] & GM_HAN) end++;
    if (!gm_words_before(view, m->from, "，有 有") || m->from > m->label + 1u || end < m->to + SAID_LEAST) return false;
  }
  return true;
}

/* 共供餐5230份，其中老人餐4160份；上门送餐1120份: is mention `index` behind ； the last amount told, and with the one
 * part behind 其中 no division of the whole? */
static bool is_beside(const gm_links *links, unsigned index, unsigned part) {
  const gm_mention *m = &links->items[index];
  gm_parts pair = {.at = {part, index}, .count = 2};
  for (unsigned i = index + 1; i < links->count && gm_same_sentence(&links->items[i], m); i++)
    if (gm_is_part(links->items[i].figure) && gm_comparable(links->items[i].figure, m->figure)) return false;
  return !gm_exhaustive(links, &pair) && !gm_parts_parallel(links, &pair);
}

#define OTHER_TIMES "本月 本季 本季度 本周 本年 本学期 今年 当月 当年 上月 上年 去年 同期 此外 另外 同时"

#define OTHER_COUNTS "常住 户籍 流动"

/* 累计评定842个，其中优良771个；本月评定68个: does what stands behind the ； before the amount tell of another time,
 * or, as 户籍人口…；常住人口…, of people counted otherwise? */
static bool of_another_count(const gm_view *view, const gm_mention *before, const gm_mention *m) {
  size_t mark = gm_find_mark(view, before->to, m->from, "；");
  bool people = gm_units[m->figure->unit].unit_class == GM_CLASS_PERSON || gm_one_before(view, m->to, "户");
  return mark != SIZE_MAX && (gm_words_at(view, mark + 1, OTHER_TIMES) ||
                              (people && gm_words_at(view, mark + 1, OTHER_COUNTS))); /* 流动车 lends books */
}

/* Does mention `index`, told as a sum of its own, make the parts come to the total? */
static bool completes(const gm_links *links, const gm_parts *p, unsigned index, const gm_figure *whole) {
  const gm_mention *m = &links->items[index];
  gm_interval sum;
  gm_decimal value;
  return p->count > 1 && gm_find_total(links->view, links->items[index - 1].to, m->from) != SIZE_MAX &&
         gm_is_part(m->figure) && gm_comparable(m->figure, whole) && gm_sum_of(links, p, &sum, &value) &&
         gm_interval_add(&sum, m->figure->interval) && gm_interval_touch(sum, whole->interval);
}

#define NESTS \
  "，包括 ，包含 ，含 ，分为 ，分别为 ，分别是" /* 其中队员40人，包括男队员22人、女队员18人: the parts of a part */

/* 报名费142万元，其中全程72万元，半程50万元，乐跑20万元；其余538万元: the mention behind the ； that ends the parts of
 * mention `part`, when they come to it; 0 when they do not. */
static unsigned behind_nested(const gm_links *links, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[part];
  gm_decimal sum = {0, 0};
  if (!gm_words_at(view, whole->to, "，其中")) return 0;
  for (unsigned i = part + 1; i < links->count && gm_same_sentence(&links->items[i], whole); i++) {
    const gm_mention *m = &links->items[i];
    if (gm_find_mark(view, m[-1].to, m->from, "；") != SIZE_MAX)
      return gm_decimal_compare(sum, whole->figure->value) ? 0 : i;
    if (gm_is_part(m->figure) && gm_comparable(m->figure, whole->figure) &&
        !gm_decimal_add(sum, m->figure->value, &sum))
      return 0;
  }
  return 0;
}

/* The parts behind a total: from 其中 (or the next sentence) to the sentence's end or the next 其中. */
static void parts_behind(const gm_links *links, unsigned total, unsigned first, bool any_count, gm_parts *p) {
  const gm_view *view = links->view;
  const gm_figure *whole = links->items[total].figure;
  bool added = gm_is_added_part(whole);
  p->count = 0;
  p->mixed = p->apart = p->closed = false;
  for (unsigned i = first; i < links->count && p->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence != links->items[first].figure->sentence) break;
    unsigned nested = p->count && p->at[p->count - 1] + 1 == i ? behind_nested(links, i - 1) : 0;
    if (nested) {
      i = nested;
      m = &links->items[i];
    }
    if (p->count && completes(links, p, i, whole)) { /* 肢体及视力共18人: the last part */
      p->at[p->count++] = i;
      break;
    }
    if (p->count && !nested &&
        (gm_find_word(view, links->items[i - 1].to, m->from,
                      "其中 控制在 核定的 ，比上年 ，比去年 ，较 ，同比 " NESTS) != SIZE_MAX ||
         gm_words_at(view, m->clause, "较 比上 比去") ||
         gm_find_total(view, links->items[i - 1].to, m->from) != SIZE_MAX))
      break;
    /* 1589件涉及318家，其中47家…；1352件中有583件: what 其中 opened ends with ； */
    if (!p->count && i > first && gm_find_mark(view, links->items[first].to, m->from, "；") != SIZE_MAX) break;
    if (p->count && gm_find_mark(view, links->items[i - 1].to, m->from, "；") != SIZE_MAX &&
        (gm_is_item(links, total) || ends_pair(links, total, p) || rest_untold(view, links->items[i - 1].to, m->from) ||
         of_another_count(view, &links->items[i - 1], m) || gm_tells_subject_again(view, &links->items[total], m) ||
         (p->count == 1 && after_which(view, &links->items[p->at[0]]) &&
          (acts(links, i) || is_beside(links, i, p->at[0])))))
      break;
    /* 其中SCI收录173篇；SCI论文中，一区41篇、二区68篇: of what 中， names */
    if (p->count && m->clause > links->items[i - 1].to + 2u && gm_words_before(view, m->clause, "中，")) break;
    /* 11万元，其中搭建6.8万元，灯光租赁2天、每天1.2万元: the row counts what 每天 comes to */
    if (gm_words_before(view, m->from, "每天 每日 每晚 每月 每年 每周") &&
        links->items[i - 1].figure->kind == GM_FIGURE_DURATION) {
      p->count = 0;
      break;
    }
    if (!gm_is_part(m->figure) && !(added && gm_is_added_part(m->figure))) continue;
    bool same = gm_comparable(m->figure, whole);
    if (!same && !(any_count && gm_is_countable(m->figure) && gm_is_countable(whole))) continue;
    if (is_plan(links, i) || is_base(links, i) || is_compared(view, m)) continue;
    p->mixed = p->mixed || !same;
    p->at[p->count++] = i;
  }
}

static bool is_total(const gm_links *links, const gm_mention *m) {
  const gm_view *view = links->view;
  if (m->figure->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD)) return true;
  size_t clause = m->clause;
  return gm_find_total(view, clause, m->from) != SIZE_MAX;
}

/* 按年龄分，… opens the sentence behind: the amount is the total of what it lists. */
static bool told_by_kind(const gm_view *view, const gm_mention *whole) {
  size_t end = gm_sentence_end(view, whole->to);
  size_t kind = gm_find_word(view, end, end + 3 < view->count ? end + 3 : view->count, "按 分");
  return kind != SIZE_MAX &&
         gm_find_word(view, kind, kind + 10 < view->count ? kind + 10 : view->count, "分， 看， 分：") != SIZE_MAX;
}

/* 118件建议中，满意率达100%（满意113件，基本满意5件）: the brackets behind a rate of all of them. */
static bool rate_of_all(const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total], *rate = whole + 1;
  return whole->figure->roles & GM_ROLE_WHOLE_LEAD && rate->figure->kind == GM_FIGURE_PERCENT &&
         gm_same_sentence(whole, rate) && gm_is_exact(rate->figure) &&
         gm_decimal_compare(rate->figure->value, gm_decimal_of(100)) == 0 && gm_one_of(links->view, rate->to, "（");
}

#define NOUN_CHARS 16 /* 8个县级及以上集中式饮用水水源地（ */

/* 43名（县派6人，镇派37人）: the brackets right behind list the parts. */
static void check_brackets(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  bool all = rate_of_all(links, total);
  size_t open = all ? whole[1].to : whole->to;
  while (open < view->count && open - whole->to < NOUN_CHARS && view->cls[open] & GM_HAN) open++;
  if (!gm_one_of(view, open, "（") || view->cls[open] & GM_IN_PAREN) return;
  gm_parts p = {.count = 0};
  bool which = gm_words_at(view, open + 1, "其中 其中：");
  size_t close = open + 1; /* behind those in it: （中型6座、小（1）型19座） */
  while (close < view->count && view->cls[close] & GM_IN_PAREN) close++;
  for (unsigned i = total + 1 + all; i < links->count && p.count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (m->from >= close) break;
    if (m->figure->roles & GM_ROLE_THRESHOLD && !gm_comparable(m->figure, whole->figure))
      continue; /* 千人以下工程412处 */
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    if (gm_find_word(view, open + (which ? 3 : 0), m->from, "含 上年 其中 另 原有") != SIZE_MAX) return;
    p.at[p.count++] = i;
  }
  if (p.count >= 2) gm_try_sum(check, links, total, &p, which ? GM_PARTS_BEHIND : GM_PARTS_BRACKET);
}

#define PART_LABEL_CHARS 8

/* 共开展28项，内科11项，外科9项，医技科室6项。: each part behind its own short name, and nothing else to the end. */
static bool fills_sentence(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]], *before = i ? &links->items[p->at[i - 1]] : &links->items[total];
    size_t name = m->from; /* behind the last mark: an ordinal may be part of it */
    while (name && !(view->cls[name - 1] & (GM_PAUSE | GM_STOP)) && m->from - name <= PART_LABEL_CHARS) name--;
    if (name == m->from || m->from - name > PART_LABEL_CHARS || (i && name != before->to + 1u) || name < before->to ||
        gm_words_at(view, name, "已 共 累计 完成 另 其他各"))
      return false;
  }
  const gm_mention *last = &links->items[p->at[p->count - 1]];
  return p->at[0] <= total + 2 && (last->to >= view->count || view->cls[last->to] & GM_STOP);
}

/* 新招录73名：县级21名、乡镇34名、公安18名。: three parts and more right behind ：, and nothing else to the end. */
static bool fills_colon(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t mark = links->items[total].to;
  while (mark < view->count && mark - links->items[total].to < 6 && view->cls[mark] & GM_HAN) mark++;
  return p->count > 2 && gm_one_of(view, mark, "：") && links->items[p->at[0]].clause == mark + 1 &&
         fills_sentence(links, total, p) &&
         gm_find_word(view, mark, links->items[p->at[p->count - 1]].from, "等 主要 包括 其中 含 约") == SIZE_MAX;
}

#define VERB_CHARS 4u /* 已全部出列 */

/* 42个村已出列38个，还剩4个: what is done, and behind it what is left. */
static bool leaves_rest(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *done = &links->items[p->at[0]], *rest = &links->items[p->at[1]];
  size_t verb = p->count == 2 ? gm_find_word(view, whole->to, done->from, "已 完成 办结") : SIZE_MAX;
  if (verb == SIZE_MAX || gm_find_word(view, whole->to, rest->from, "； 其中 新 又 增 另") != SIZE_MAX) return false;
  /* 12个镇已建成养老院15个: other things are counted. */
  if (done->from - verb > VERB_CHARS && !gm_share_pair(view, verb, done->from, whole->label, verb)) return false;
  if (gm_words_at(view, rest->clause, "还剩 剩余 剩下 仅剩 只剩 尚剩 仍剩 尚余 库存 现存 尚存 结存")) return true;
  size_t end = gm_find_mark(view, rest->to, view->count, "，；。");
  return gm_words_at(view, rest->clause, "还有 尚有 仍有") &&
         gm_find_word(view, rest->clause, end == SIZE_MAX ? view->count : end, "未 没 待") != SIZE_MAX;
}

/* 超限562起，非营运318起，揽客226起，其他177起: is it told as the amount in the clause before is, and so one of a list?
 */
static bool is_sibling(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *before = m - 1;
  return index && gm_same_sentence(before, m) && gm_is_part(before->figure) &&
         gm_comparable(before->figure, m->figure) && m->clause == before->to + 1u &&
         m->from - m->clause <= PART_LABEL_CHARS && m[1].clause == m->to + 1u &&
         m[1].from - m[1].clause <= PART_LABEL_CHARS && gm_one_of(view, m->to, "，；") &&
         gm_find_total(view, m->clause, m->from) == SIZE_MAX;
}

/* Do nothing but days stand between two mentions: 34个，9月20日前整改26个? */
static bool is_next(const gm_links *links, unsigned from, unsigned to) {
  for (unsigned i = from + 1; i < to; i++)
    if (links->items[i].figure->kind != GM_FIGURE_DATE) return false;
  return true;
}

#define REST_NEAR 100 /* per mille: what is farther from its rest and another part is no total of the two */

/* 省级补助420万元，市级配套180万元，村集体自筹160万元: what nothing calls a total, and a rest that need not be its own.
 */
static bool is_first_of_three(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total], *last = &links->items[p->at[1]], *end = links->items + links->count;
  gm_interval sum;
  gm_decimal value, all;
  /* 省补320万元，市补180万元，自筹120万元，总共620万元 */
  if (gm_sum_of(links, p, &sum, &value) && gm_decimal_add(value, whole->figure->value, &all))
    for (const gm_mention *m = last + 1; m < end && gm_same_sentence(m, whole); m++)
      if (gm_is_amount(m->figure) && !gm_decimal_compare(m->figure->value, all)) return true;
  return !is_total(links, whole) &&
         gm_find_word(links->view, links->items[p->at[0]].label, last->from, GM_REST) != SIZE_MAX &&
         gm_sum_of(links, p, &sum, &value) && !gm_within(value, whole->figure->value, REST_NEAR) &&
         !gm_is_swapped_sum(links, total, p);
}

/* 共选派152人：第一批46人，…; 共受理1820件，已办结1672件，正在办理148件: the parts are all there is. */
static bool check_listed(gm_line_check *check, const gm_links *links, unsigned total, unsigned first,
                         const gm_parts *behind) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (!gm_same_sentence(&links->items[first], whole) || behind->count < 2) return false;
  gm_parts p = *behind;
  gm_parts siblings = {.at = {total, p.at[0], p.at[1]}, .count = 3};
  /* 已整改31项，正在整改8项，尚未整改5项; 属实684件，部分属实297件，不属实144件 */
  if (p.count == 2 && (gm_by_status(links, &siblings) || gm_is_triple(links, &siblings))) return true;
  size_t mark = whole->to;
  while (mark < view->count && mark - whole->to < 6 && view->cls[mark] & GM_HAN) mark++;
  bool colon =
      gm_one_of(view, mark, "：") && p.at[0] <= first + 1 && (is_total(links, whole) || gm_exhaustive(links, &p));
  /* 86人，分4批进入科室：第一批23人，… */
  const gm_mention *n = whole + 1;
  colon = colon || (first <= total + 1 && p.at[0] > total + 1 && n->figure->value.digits == (int64_t)p.count &&
                    !n->figure->value.scale && gm_words_before(view, n->from, "分 分为 分成") &&
                    gm_find_mark(view, n->to, links->items[p.at[0]].from, "：") != SIZE_MAX);
  /* A rate may stand between the two: 已清理8236株，清理率95.3%；其余404株. */
  bool next = is_next(links, p.at[0], p.at[1]) ||
              (p.at[1] == total + 3 && links->items[total + 2].figure->kind == GM_FIGURE_PERCENT);
  bool rest = p.apart = leaves_rest(links, whole, &p);
  bool halves =
      is_next(links, total, p.at[0]) && next &&
      (rest || gm_find_mark(view, whole->to, links->items[p.at[0]].from, "，；") != SIZE_MAX) &&
      (p.count == 2 ? rest || gm_exhaustive(links, &p) : gm_by_status(links, &p) || gm_is_triple(links, &p)) &&
      !is_sibling(links, total) &&
      gm_find_word(view, gm_sentence_start(view, whole->from), links->items[p.at[1]].to,
                   "结转 旧存 结存 上年 跨年 去年 原有") == SIZE_MAX;
  halves = halves && !(p.count == 2 && (is_first_of_three(links, total, &p) || gm_is_told_alike(links, total, &p)));
  /* 参考612人，600分以上58人，…，400分以下131人 */
  bool bands = p.count > 2 && whole->to + 1u == links->items[p.at[0]].clause && gm_parts_are_bands(links, &p) &&
               !is_sibling(links, total);
  halves = halves || bands;
  if (!colon && !halves && fills_colon(links, total, &p)) return gm_try_sum(check, links, total, &p, GM_PARTS_BRACKET);
  return (colon || halves) && gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}

/* Are the parts of different units told side by side (71200册、5500件), with no ， before what counts something else?
 */
static bool one_list(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 1; i < p->count; i++)
    if (!gm_comparable(links->items[p->at[i]].figure, links->items[p->at[i - 1]].figure) &&
        gm_find_mark(links->view, links->items[p->at[i - 1]].to, links->items[p->at[i]].from, "，；") != SIZE_MAX)
      return false;
  return true;
}

/* 当天揽收1.36万件，市内件4300件，省内件3900件，省外件5400件: parts of one division, and the total none of them. */
static bool divided(const gm_links *links, unsigned total, const gm_parts *p) {
  gm_parts all = {.at = {total}, .count = 1};
  if (p->count == GM_PARTS_MAX || p->at[0] != total + 1 || !gm_parts_parallel(links, p)) return false;
  for (unsigned i = 0; i < p->count; i++) all.at[all.count++] = p->at[i];
  return !gm_parts_parallel(links, &all);
}

/* 共60个奖项；参演队伍共35支，包括城区队14支; 有4个集体、9名个人，其中集体1个、个人2名: does an amount of a part's own
 * unit stand between the total and the parts?
 */
static bool told_between(const gm_links *links, unsigned total, const gm_parts *p) {
  for (unsigned i = total + 1; i < p->at[0]; i++) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || gm_comparable(f, links->items[total].figure)) continue;
    for (unsigned k = 0; k < p->count; k++)
      if (gm_comparable(f, links->items[p->at[k]].figure)) return true;
  }
  return false;
}

/* Do two amounts of its kind (or with `any_count` two that are counted as it is) stand in the sentence of the total or
 * in the next one? Behind most there are none. */
static bool has_two_parts(const gm_links *links, unsigned total, unsigned first, bool any_count) {
  const gm_figure *whole = links->items[total].figure;
  unsigned parts = 0;
  any_count = any_count && gm_is_countable(whole);
  for (unsigned i = first; i < links->count && links->items[i].figure->sentence <= whole->sentence + 1 && parts < 2;
       i++) {
    const gm_figure *f = links->items[i].figure;
    parts += (gm_comparable(f, whole) || (any_count && gm_is_countable(f))) && (gm_is_part(f) || gm_is_added_part(f));
  }
  return parts == 2;
}

#define MADE_OF_CHARS 8u /* before 构成: 三部分, 四个渠道的资金 */

/* 总产量8.64万吨，由海水养殖3.92万吨、淡水养殖2.75万吨、捕捞1.87万吨三部分构成: what the total is made of. */
static bool made_of(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *first = &links->items[p->at[0]],
                   *last = &links->items[p->at[p->count - 1]];
  size_t end = last->to + MADE_OF_CHARS;
  const gm_mention *share = whole + 1; /* 4160件，占13%，由…构成 */
  bool shared = share < first && share->figure->kind == GM_FIGURE_PERCENT && share->clause == whole->to + 1u;
  if (first->clause != (shared ? share->to : whole->to) + 1u || p->at[0] != total + 1 + shared ||
      gm_find_word(view, first->clause, first->from, "由") == SIZE_MAX)
    return false;
  for (unsigned i = 1; i < p->count; i++)
    if (!gm_one_of(view, links->items[p->at[i] - 1].to, "、和与及，")) return false;
  size_t made = gm_find_word(view, last->to, end < view->count ? end : view->count, "构成 组成");
  return made != SIZE_MAX && gm_find_word(view, first->clause, made, "主要 等") == SIZE_MAX;
}

/* 新发生2148万元，处置2483万元，其中清收1326万元、核销874万元: does an amount right before 其中, which is no less than
 * the parts or just the first of them, stand between them and the total? */
static bool nearer_holds(const gm_links *links, unsigned total, unsigned first, size_t which, const gm_parts *p) {
  const gm_mention *near = &links->items[first - 1];
  gm_interval sum;
  gm_decimal value;
  if (first <= total + 1 || near->to + 1u != which || !gm_is_part(near->figure) ||
      !gm_comparable(near->figure, links->items[total].figure) || p->count < 2)
    return false;
  if (gm_sum_of(links, p, &sum, &value) && gm_decimal_compare(value, near->figure->value) <= 0) return true;
  for (gm_parts some = *p; --some.count > 1;)
    if (gm_sum_of(links, &some, &sum, &value) && !gm_decimal_compare(value, near->figure->value)) return true;
  return false;
}

/* 小学64所、高中4所，职教中心和特教学校各1所: do the parts make the total with what each of those named behind them
 * has?
 */
static bool made_with_each(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  unsigned last = p->count ? p->at[p->count - 1] : 0;
  if (!last || last + 1 >= links->count) return false;
  const gm_mention *each = &links->items[last + 1];
  gm_interval all;
  gm_decimal sum, more;
  if (!gm_same_sentence(each, &links->items[last]) || !gm_one_before(view, each->from, "各") ||
      !gm_comparable(each->figure, links->items[total].figure) || !gm_sum_of(links, p, &all, &sum))
    return false;
  int64_t names = 1;
  for (size_t i = links->items[last].to + 1; i < each->from; i++) names += gm_one_of(view, i, "和与及、") != 0;
  return gm_decimal_multiply(each->figure->value, gm_decimal_of(names), &more) && gm_decimal_add(sum, more, &sum) &&
         !gm_decimal_compare(sum, links->items[total].figure->value);
}

#define LIKE_CHARS 3u /* right before two numbers that one row tells */

/* 分阶段整改的完成29个，持续整改的完成8个: is the whole told in the very words of the first part, and called no total?
 */
static bool is_of_row(const gm_links *links, const gm_mention *whole, const gm_mention *part) {
  const gm_view *view = links->view;
  if (gm_find_total(view, whole->clause, whole->from) != SIZE_MAX || part->clause != whole->to + 1u ||
      whole->from < whole->clause + LIKE_CHARS + 1u || part->from < part->clause + LIKE_CHARS + 1u)
    return false;
  for (size_t i = 1; i <= LIKE_CHARS; i++)
    if (view->cp[whole->from - i] != view->cp[part->from - i] || !(view->cls[part->from - i] & GM_HAN)) return false;
  return true;
}

/* 136名先进个人中，教师92名、班主任27名、教育工作者17名，其中乡村教师81名: do the parts that 中， leads to stand before
 * 其中? */
static bool leads_before(const gm_links *links, unsigned total, unsigned first, size_t which) {
  gm_parts p;
  if (!(links->items[total].figure->roles & GM_ROLE_WHOLE_LEAD) ||
      links->items[first].clause != gm_clause_start(links->view, links->items[first].from) ||
      gm_words_at(links->view, links->items[first].clause, "其中") || !has_two_parts(links, total, first, false))
    return false;
  parts_behind(links, total, first, false, &p);
  return p.count > 2 && p.at[0] == first && links->items[p.at[p.count - 1]].to < which;
}

/* The amount at `total` and what 其中 (or a new sentence) lists behind it. */
static void check_behind(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  unsigned first = total + 1;
  while (first < links->count && links->items[first].figure->roles & GM_ROLE_PAREN) first++;
  if (first >= links->count || !has_two_parts(links, total, first, true)) return;
  if (is_former(links, total) || is_base(links, total) || is_earlier(view, whole)) return;
  if (gm_find_word(view, whole->to, gm_sentence_end(view, whole->to), "既 又有 兼有 重合 重复 交叉") != SIZE_MAX)
    return; /* 有反对票的5人次，有弃权票的10人次，其中既有反对票又有弃权票的2人次 */
  /* 其中 stands in the total's sentence or opens the next one; other amounts may stand between. */
  size_t limit = gm_sentence_end(view, whole->to) + 4;
  if (limit > view->count) limit = view->count;
  size_t which = gm_find_word(view, whole->to, limit, "其中 包括 构成为 组成为 来源为 类型为 类别为 分布为");
  gm_parts p;
  if (which != SIZE_MAX && leads_before(links, total, first, which)) which = SIZE_MAX;
  if (which != SIZE_MAX) {
    bool planned = gm_find_word(view, whole->label, whole->from, "计划 目标 任务 预算 指标 应 拟") != SIZE_MAX;
    while (first < links->count && links->items[first].from < which) {
      /* Another comparable amount nearer to 其中 is the whole, unless parts come in columns: 共59人，其中… */
      const gm_mention *nearer = &links->items[first];
      if (gm_is_amount(nearer->figure) && gm_comparable(nearer->figure, whole->figure) &&
          gm_words_at(view, nearer->clause, "共 共计 合计 总计") &&
          gm_decimal_compare(nearer->figure->value, whole->figure->value) > 0)
        return;
      /* 计划改造60公里，实际完成63.5公里。其中…: of what was done, the nearer */
      if (planned && gm_is_part(nearer->figure) && gm_comparable(nearer->figure, whole->figure) &&
          gm_find_word(view, nearer->label, nearer->from, "实际 完成 已 实 到位") != SIZE_MAX)
        return;
      first++;
    }
    if (first >= links->count) return;
    if (links->items[first].figure->sentence > whole->figure->sentence + 1) return;
    if (gm_check_rows_of(check, links, total, first)) return;
    gm_parts all; /* 图书 in 册 and 音像资料 in 件 are counted together, when that agrees better */
    parts_behind(links, total, first, true, &all);
    p = all;
    if (all.mixed) parts_behind(links, total, first, false, &p);
    if (nearer_holds(links, total, first, which, &p) || made_with_each(links, total, &p)) return;
    bool mixed =
        all.mixed && p.count && all.count > p.count && one_list(links, &all) && !told_between(links, total, &all);
    if (mixed && gm_exhaustive(links, &p) && gm_try_sum(check, links, total, &all, GM_PARTS_BEHIND)) return;
    if (!gm_try_sum(check, links, total, &p, GM_PARTS_BEHIND) && mixed)
      gm_try_sum(check, links, total, &all, GM_PARTS_BEHIND);
    return;
  }
  if (!has_two_parts(links, total, first, false)) return;
  parts_behind(links, total, first, false, &p);
  if (p.count && is_of_row(links, whole, &links->items[p.at[0]])) return;
  if (check_listed(check, links, total, first, &p)) return;
  if (p.count > 1 && made_of(links, total, &p) && gm_try_sum(check, links, total, &p, GM_PARTS_LISTED)) return;
  /* No 其中: the rest of the sentence, or a total and the sentence behind it. */
  bool announced = is_total(links, whole) || told_by_kind(view, whole);
  unsigned next = first;
  if (gm_same_sentence(&links->items[first], whole) && p.count >= 2) {
    if (gm_opens_list(links, total, p.at[0])) return; /* 累计新增座位1300个、床位240个: 累计 is said of each */
    /* 美国的126.5万人年、日本的89.5万人年: one of a list, not its total. */
    if (!announced && gm_find_word(view, whole->to, links->items[first].from, "、 和 与 及") != SIZE_MAX) return;
    /* 依次为3.21万公顷、6.94万公顷、3.58万公顷和…: nor is a bare one */
    if (links->items[first].from == whole->to + 1u && gm_one_of(view, whole->to, "、和与及")) return;
    unsigned nearest = total + 1; /* 86名干部中，…, 35岁及以下14名 */
    while (nearest < p.at[0] && gm_units[links->items[nearest].figure->unit].unit_class == GM_CLASS_TIME) nearest++;
    /* 展出作品226件，按类别分，书法98件、国画76件、篆刻52件 */
    size_t by = gm_find_word(view, whole->to, links->items[p.at[0]].from, "按 从");
    bool kinds = by != SIZE_MAX && p.at[0] == total + 1 && by == gm_clause_start(view, by) &&
                 gm_divides(view, by, links->items[p.at[0]].from);
    bool led = whole->figure->roles & GM_ROLE_WHOLE_LEAD && p.at[0] == nearest &&
               (p.count > 2 || /* 2.4万亩中，全程托管1.5万亩，单环节托管0.9万亩; 57个问题中已整改49个，正在整改8个 */
                (p.count == 2 && p.at[1] == p.at[0] + 1 &&
                 ((gm_is_measured(whole->figure) && gm_parts_parallel(links, &p)) || gm_exhaustive(links, &p))));
    if (led && each_says(links, &p) && !gm_exhaustive(links, &p)) return;
    bool all = p.count > 2 && (announced || divided(links, total, &p)) && fills_sentence(links, total, &p);
    gm_try_sum(check, links, total, &p,
               kinds       ? GM_PARTS_LISTED
               : led       ? GM_PARTS_BEHIND
               : all       ? announced ? GM_PARTS_BRACKET : GM_PARTS_BEHIND
               : announced ? GM_PARTS_NEXT_SENTENCE
                           : GM_PARTS_LOOSE);
    return;
  }
  if (!announced) return;
  while (next < links->count && gm_same_sentence(&links->items[next], whole)) {
    if (gm_is_part(links->items[next].figure) && gm_comparable(links->items[next].figure, whole->figure)) return;
    next++;
  }
  if (next >= links->count || links->items[next].figure->sentence > whole->figure->sentence + 1) return;
  parts_behind(links, total, next, false, &p);
  if (p.count >= 2) gm_try_sum(check, links, total, &p, GM_PARTS_NEXT_SENTENCE);
}

/* 64座，其中大型15座、小型49座，总库容4820万立方米，其中…: is nothing before it in the sentence of its unit? */
static bool is_of_new_unit(const gm_links *links, unsigned item) {
  for (unsigned i = item; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[item]);)
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, links->items[item].figure))
      return false;
  return gm_words_at(links->view, links->items[item].to, "，其中 （其中") != 0;
}

/* An item behind one 其中 that a 其中 or 包括 of its own divides. */
static bool opens_parts(const gm_links *links, unsigned item) {
  for (unsigned i = item + 1; i < links->count && gm_same_sentence(&links->items[i], &links->items[item]); i++)
    if (gm_is_amount(links->items[i].figure)) {
      const gm_view *view = links->view;
      if (gm_words_at(view, links->items[item].to, NESTS)) return true;
      return gm_find_word(view, links->items[item].to, links->items[i].from, "其中") != SIZE_MAX &&
             gm_find_mark(view, links->items[item].to, links->items[i].from, "；") == SIZE_MAX &&
             (gm_is_item(links, item) || is_of_new_unit(links, item));
    }
  return false;
}

/* 新增绿地面积37.8公顷，其中公园绿地14.2公顷、…; 新招录73名：…: what was added, and parts of it. */
static void check_added(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t clause = whole->clause;
  if (total + 2 >= links->count) return;
  gm_parts p;
  if (!gm_words_at(view, whole->to, "，其中 （其中 ，包括 （包括 ，包含 （包含 ，分别是 ，分别为")) {
    if (gm_find_mark(view, whole->to, whole[1].from, "：") == SIZE_MAX) return;
    parts_behind(links, total, total + 1, false, &p);
    if (fills_colon(links, total, &p)) gm_try_sum(check, links, total, &p, GM_PARTS_BRACKET);
    return;
  }
  bool added = whole->figure->roles & GM_ROLE_ADDED || /* 增设停车位 */
               gm_find_word(view, clause, whole->from,
                            "新增 新建 新发展 新招 新植 新培育 新认定 增设 增建 增开 增配 添置 添设") != SIZE_MAX;
  if (!added || gm_find_word(view, clause, whole->from, "比 较 同比 环比") != SIZE_MAX) return;
  parts_behind(links, total, total + 1, false, &p);
  unsigned next = total + 1 + (links->items[total + 1].figure->kind == GM_FIGURE_YEAR); /* 其中2025年140人 */
  if (p.count > 1 && p.at[0] == next + 1 && links->items[next].to == links->items[p.at[0]].from)
    next++; /* 其中小学1所1080个 */
  if (p.count > 1 && p.at[0] == next) gm_try_sum(check, links, total, &p, GM_PARTS_BEHIND);
}

/* 人均可支配收入37384元。其中，工资性收入…: what each has is made of what each has of its kinds. */
static bool is_income_each(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return m->figure->kind == GM_FIGURE_MONEY && m->figure->roles & GM_ROLE_EACH && !gm_is_delta(m->figure) &&
         gm_words_before(links->view, m->from,
                         "可支配收入 消费支出 可支配收入为 消费支出为 可支配收入达 可支配收入达到") &&
         gm_find_word(links->view, m->label, m->from, "人均") != SIZE_MAX;
}

#define AMONG   0x4E2Du /* 中 */
#define DIVIDES 0x5206u /* 分 */
#define SEEN    0x770Bu /* 看 */

void gm_check_sums(gm_line_check *check) {
  if (check->figures->count < 2) return;
  gm_check_columns(check); /* surer than a single sum */
  gm_check_votes(check);
  gm_check_medals(check, gm_links_of(check));
  unsigned amounts = 0, unnamed = 0, spans = 0, shares = 0;
  for (uint32_t i = 0; i < check->figures->count; i++) {
    const gm_figure *f = &check->figures->items[i];
    amounts += gm_is_amount(f);
    spans += f->kind == GM_FIGURE_DURATION;
    shares += f->kind == GM_FIGURE_PERCENT;
    unnamed += f->kind == GM_FIGURE_QUANTITY && !f->unit;
  }
  if (unnamed) gm_check_games(check);
  if (spans) gm_check_rest_days(check);
  if (spans > 2) {
    gm_check_days_sum(check, gm_links_of(check));
    gm_check_times_sum(check, gm_links_of(check));
  }
  if (amounts < 2) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_is_delta(f)) check_added(check, links, i);
    if (!gm_is_amount(f) || f->value.digits <= 0) continue;
    if (is_income_each(links, i)) check_behind(check, links, i);
    if (!gm_is_plain(f)) {
      if (gm_is_added_part(f) && i + 2 < links->count) check_brackets(check, links, i); /* 新增学位4320个（…） */
      continue;
    }
    if (i > 0 && links->items[i].clause > 2) {
      uint32_t leads = links->view->cp[links->items[i].clause - 2];
      if (leads == AMONG) gm_check_named_parts(check, links, i);
      if (leads == AMONG || leads == DIVIDES || leads == SEEN) gm_check_division(check, links, i);
    }
    gm_check_named_within(check, links, i);
    gm_check_sum_before(check, links, i);
    gm_check_sum_sentences(check, links, i);
    if (i > 3 && f->roles & GM_ROLE_TOTAL)
      gm_check_rows_closing(check, links, i);
    if (i + 5 < links->count && links->items[i + 1].clause == links->items[i].clause)
      gm_check_rows_opening(check, links, i);
    if (i > 4 && links->items[i - 1].figure->kind == GM_FIGURE_DURATION) gm_check_years_sum(check, links, i);
    if (i + 2 < links->count) check_brackets(check, links, i);
    if (i + 1 < links->count && (!(f->roles & GM_ROLE_OF_WHICH) || opens_parts(links, i)))
      check_behind(check, links, i);
    if (i > 1) gm_check_free_total(check, links, i);
    gm_check_told_row_sum(check, links, i);
    if (i > 1 && links->items[i - 1].clause != links->items[i].clause) gm_check_sum_of_each(check, links, i);
    gm_check_honoured_sum(check, links, i);
    if (i + 2 < links->count) gm_check_scaled_parts(check, links, i);
    if (i + 2 < links->count) gm_check_row_behind(check, links, i);
  }
  gm_check_named_sources(check, links);
  gm_check_announced_sums(check, links);
  gm_check_paired_rows(check, links);
  if (amounts > 2) gm_check_sum_of_kinds(check, links);
  if (amounts > 2 && shares > 1) gm_check_weighted(check, links);
  if (amounts > 2) gm_check_turned_sums(check, links, false);
}
