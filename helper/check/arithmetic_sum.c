/* AR-01: a total and where its parts stand. */
#include "check/families.h"
#include "check/sum.h"

static bool countable(const gm_figure *f) {
  uint8_t c = gm_units[f->unit].unit_class;
  return c == GM_CLASS_COUNT || c == GM_CLASS_PERSON;
}

/* 占年度计划3.5万亩的…: what was planned is no part. */
static bool is_plan(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_find_word(links->view, m->label, m->from, "计划 预算 目标 任务") != SIZE_MAX &&
         gm_find_word(links->view, m->label, m->from, "占 完成") != SIZE_MAX;
}

/* 其中门诊15.2万人次；收治…: one part, its clause opened by 其中, and ；. */
static bool after_which(const gm_view *view, const gm_mention *part) {
  size_t clause = part->clause;
  return gm_words_at(view, clause, "其中") && !gm_words_at(view, clause, "其中：");
}

/* Does a verb stand in what names the amount? */
static bool acts(const gm_links *links, unsigned index) {
  const gm_figure *f = links->items[index].figure;
  size_t label = links->items[index].label;
  return (f->verb_end > f->verb_start && f->verb_start >= links->view->raw_at[label]) ||
         gm_words_at(links->view, label, "收治 收到 承运 接收 接待 查处 走访 改造 转诊 出动 派出 提供 组织 帮助");
}

/* The parts behind a total: from 其中 (or the next sentence) to the sentence's end or the next 其中. */
static void parts_behind(const gm_links *links, unsigned total, unsigned first, bool any_count, gm_parts *p) {
  const gm_view *view = links->view;
  const gm_figure *whole = links->items[total].figure;
  p->count = 0;
  p->mixed = p->apart = false;
  for (unsigned i = first; i < links->count && p->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence != links->items[first].figure->sentence) break;
    if (p->count && (gm_find_word(view, links->items[i - 1].to, m->from, "其中") != SIZE_MAX ||
                     gm_find_total(view, links->items[i - 1].to, m->from) != SIZE_MAX))
      break;
    if (p->count && gm_find_mark(view, links->items[i - 1].to, m->from, "；") != SIZE_MAX &&
        (gm_is_item(links, total) || (p->count == 1 && after_which(view, &links->items[p->at[0]]) && acts(links, i))))
      break;
    if (!gm_is_part(m->figure) || is_plan(links, i)) continue;
    bool same = gm_comparable(m->figure, whole);
    if (!same && !(any_count && countable(m->figure) && countable(whole))) continue;
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

/* 43名（县派6人，镇派37人）: the brackets right behind list the parts. */
static void check_brackets(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  bool all = rate_of_all(links, total);
  size_t open = all ? whole[1].to : whole->to;
  while (open < view->count && open - whole->to < 6 && view->cls[open] & GM_HAN) open++;
  if (!gm_one_of(view, open, "（") || view->cls[open] & GM_IN_PAREN) return;
  gm_parts p = {.count = 0};
  bool which = gm_words_at(view, open + 1, "其中 其中：");
  for (unsigned i = total + 1 + all; i < links->count && p.count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!(view->cls[m->number] & GM_IN_PAREN) || gm_find_word(view, open, m->from, "）") != SIZE_MAX) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    if (gm_find_word(view, open + (which ? 3 : 0), m->from, "含 上年 其中 另 原有") != SIZE_MAX) return;
    p.at[p.count++] = i;
  }
  if (p.count >= 2) gm_try_sum(check, links, total, &p, which ? GM_PARTS_BEHIND : GM_PARTS_BRACKET);
}

#define INSIDE "在内的共 在内共 在内的 在内的共计 在内合计"

/* 包括17枚金牌、22枚银牌和9枚铜牌在内的共48枚奖牌 */
static void check_inside(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (!gm_words_before(view, whole->from, INSIDE)) return;
  size_t clause = whole->clause;
  size_t from = gm_find_word(view, clause, whole->from, "包括 包含 含");
  if (from == SIZE_MAX) return;
  gm_parts p = {.count = 0};
  for (unsigned i = 0; i < total && p.count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (m->from < from) continue;
    if (!gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    p.at[p.count++] = i;
  }
  if (p.count >= 3) gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
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
  if (gm_words_at(view, rest->clause, "还剩 剩余 剩下 仅剩 只剩 尚剩 仍剩 尚余")) return true;
  size_t end = gm_find_mark(view, rest->to, view->count, "，；。");
  return gm_words_at(view, rest->clause, "还有 尚有 仍有") &&
         gm_find_word(view, rest->clause, end == SIZE_MAX ? view->count : end, "未 没 待") != SIZE_MAX;
}

/* 共选派152人：第一批46人，…; 共受理1820件，已办结1672件，正在办理148件: the parts are all there is. */
static bool check_listed(gm_line_check *check, const gm_links *links, unsigned total, unsigned first,
                         const gm_parts *behind) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (!gm_same_sentence(&links->items[first], whole) || behind->count < 2) return false;
  gm_parts p = *behind;
  gm_parts siblings = {.at = {total, p.at[0], p.at[1]}, .count = 3};
  if (p.count == 2 && gm_by_status(links, &siblings)) return true; /* 已整改31项，正在整改8项，尚未整改5项 */
  size_t mark = whole->to;
  while (mark < view->count && mark - whole->to < 6 && view->cls[mark] & GM_HAN) mark++;
  bool colon =
      gm_one_of(view, mark, "：") && p.at[0] <= first + 1 && (is_total(links, whole) || gm_exhaustive(links, &p));
  /* A rate may stand between the two: 已清理8236株，清理率95.3%；其余404株. */
  bool next =
      p.at[1] == total + 2 || (p.at[1] == total + 3 && links->items[total + 2].figure->kind == GM_FIGURE_PERCENT);
  bool rest = p.apart = leaves_rest(links, whole, &p);
  bool all = p.count == 2 ? rest || gm_exhaustive(links, &p) : gm_by_status(links, &p);
  bool halves = all && p.at[0] == total + 1 && next &&
                (rest || gm_find_mark(view, whole->to, links->items[p.at[0]].from, "，；") != SIZE_MAX) &&
                gm_find_word(view, gm_sentence_start(view, whole->from), links->items[p.at[1]].to,
                             "结转 旧存 结存 上年 跨年 去年 原有") == SIZE_MAX;
  if (!colon && !halves && fills_colon(links, total, &p)) return gm_try_sum(check, links, total, &p, GM_PARTS_BRACKET);
  return (colon || halves) && gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}

/* Are the parts of different units told side by side (71200册、5500件), with no ， before what counts something else?
 */
static bool one_list(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 1; i < p->count; i++)
    if (!gm_comparable(links->items[p->at[i]].figure, links->items[p->at[i - 1]].figure) &&
        gm_find_mark(links->view, links->items[p->at[i - 1]].to, links->items[p->at[i]].from, "，") != SIZE_MAX)
      return false;
  return true;
}

/* The amount at `total` and what 其中 (or a new sentence) lists behind it. */
static void check_behind(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  unsigned first = total + 1;
  while (first < links->count && links->items[first].figure->roles & GM_ROLE_PAREN) first++;
  if (first >= links->count) return;
  /* 其中 stands in the total's sentence or opens the next one; other amounts may stand between. */
  size_t limit = gm_sentence_end(view, whole->to) + 4;
  if (limit > view->count) limit = view->count;
  size_t which = gm_find_word(view, whole->to, limit, "其中 包括");
  gm_parts p;
  if (which != SIZE_MAX) {
    while (first < links->count && links->items[first].from < which) {
      /* Another comparable amount nearer to 其中 is the whole, unless parts come in columns: 共59人，其中… */
      const gm_mention *nearer = &links->items[first];
      if (gm_is_amount(nearer->figure) && gm_comparable(nearer->figure, whole->figure) &&
          gm_words_at(view, nearer->clause, "共 共计 合计 总计") &&
          gm_decimal_compare(nearer->figure->value, whole->figure->value) > 0)
        return;
      first++;
    }
    if (first >= links->count) return;
    if (links->items[first].figure->sentence > whole->figure->sentence + 1) return;
    gm_parts all; /* 图书 in 册 and 音像资料 in 件 are counted together, when that agrees better */
    parts_behind(links, total, first, true, &all);
    p = all;
    if (all.mixed) parts_behind(links, total, first, false, &p);
    bool mixed = all.mixed && all.count > p.count && one_list(links, &all);
    if (mixed && gm_exhaustive(links, &p) && gm_try_sum(check, links, total, &all, GM_PARTS_BEHIND)) return;
    if (!gm_try_sum(check, links, total, &p, GM_PARTS_BEHIND) && mixed)
      gm_try_sum(check, links, total, &all, GM_PARTS_BEHIND);
    return;
  }
  parts_behind(links, total, first, false, &p);
  if (check_listed(check, links, total, first, &p)) return;
  /* No 其中: the rest of the sentence, or a total and the sentence behind it. */
  bool announced = is_total(links, whole) || told_by_kind(view, whole);
  unsigned next = first;
  if (gm_same_sentence(&links->items[first], whole) && p.count >= 2) {
    /* 美国的126.5万人年、日本的89.5万人年: one of a list, not its total. */
    if (!announced && gm_find_word(view, whole->to, links->items[first].from, "、 和 与 及") != SIZE_MAX) return;
    unsigned nearest = total + 1; /* 86名干部中，…, 35岁及以下14名 */
    while (nearest < p.at[0] && gm_units[links->items[nearest].figure->unit].unit_class == GM_CLASS_TIME) nearest++;
    bool led = whole->figure->roles & GM_ROLE_WHOLE_LEAD && p.count > 2 && p.at[0] == nearest;
    bool all = announced && p.count > 2 && fills_sentence(links, total, &p);
    gm_try_sum(check, links, total, &p,
               led         ? GM_PARTS_BEHIND
               : all       ? GM_PARTS_BRACKET
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

/* 合计, 三项合计, 以上各项共计 at the start of a clause: their characters, 0 when they are not there. */
static size_t summing_words(const gm_view *view, size_t at) {
  size_t from = at + gm_words_at(view, at, "以上 上述"), number = gm_number_at(view, from);
  if (number)
    from += number + gm_words_at(view, from + number, "项 类 者 笔 地 级 期 批 次 个项目 个方面 部分");
  else
    from += gm_words_at(view, from, "各项 各类");
  size_t word = gm_words_at(view, from, from > at ? "共 共计 合计 总计 总共 累计 相加" : "共 共计 合计 总计 总共 一共");
  return word ? from - at + word : 0;
}

#define TOTAL_LABEL_CHARS 12 /* of a clause that tells what it totals: 累计培训基层干部 */

/* 全院职工共计625人, 累计培训基层干部227人: a short clause that opens or ends with a word for a total. */
static bool ends_in_total(const gm_view *view, size_t clause, size_t to) {
  if (to - clause > TOTAL_LABEL_CHARS) return false;
  return gm_words_at(view, clause, "累计 共计 合计 总计 一共 总共") ||
         gm_words_before(view, to,
                         "共计 合计 总计 一共 总共 总投资 总投资为 总投资达 总投入 总投入为 总投入达 总额 总额为 "
                         "总额达 总支出 总收入 总成本 总面积 "
                         "总人数 总造价 总费用");
}

/* …60人，…55人，共培训115人: the parts stand before, each in the clause before the next. */
static void check_before(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t clause = whole->clause;
  size_t word = summing_words(view, clause);
  /* 奖牌总数达到178枚 names what it counts first. */
  if (!word &&
      gm_words_before(view, whole->from, "总数 总数为 总数达 总数达到 总量 总量为 总量达 总量达到 总人数 总人数达"))
    word = gm_find_word(view, clause, whole->from, "折合 加权 平均") == SIZE_MAX ? whole->from - clause : 0;
  gm_parts_place where = GM_PARTS_BEFORE;
  if (!word || whole->from - clause > word + 4) {
    if (!ends_in_total(view, clause, whole->from)) return;
    word = 0;
    where = GM_PARTS_BEHIND;
  }
  if (gm_find_word(view, clause + word, whole->from, "有") != SIZE_MAX) return;
  gm_parts p = {.count = 0};
  size_t edge = clause;
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, whole)) break;
    if (m->from >= clause && m->from < clause + word) continue; /* 3项合计 */
    if (!gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure)) {
      if (gm_is_amount(m->figure) && !(m->figure->roles & GM_ROLE_PAREN)) break;
      continue;
    }
    /* Not in the clause just before: something else stands between. */
    if (gm_find_mark(view, m->to, edge ? edge - 1 : 0, "，；：") != SIZE_MAX) break;
    size_t start = m->clause;
    bool opens = !i || links->items[i - 1].from < start;
    bool listed = p.count && start == edge; /* 共获得38枚、27枚和22枚: no subtotal */
    edge = start;
    for (unsigned k = p.count; k > 0; k--) p.at[k] = p.at[k - 1];
    p.at[0] = i;
    p.count++;
    if (opens && !listed && gm_find_total(view, edge, m->from) != SIZE_MAX)
      return; /* a subtotal: what it sums is unclear */
  }
  /* 以上总计25073个，其他未归类35个 */
  const gm_mention *next = whole + 1;
  if (total + 1 < links->count && p.count >= 2 && p.count < GM_PARTS_MAX && gm_same_sentence(next, whole) &&
      gm_is_part(next->figure) && gm_comparable(next->figure, whole->figure) &&
      gm_find_word(view, whole->to, next->from, "其他 其它 其余 另 未") != SIZE_MAX)
    p.at[p.count++] = total + 1;
  /* 土方开挖12.4万方、土方回填8.6万方，土方量合计21.0万方: what is summed is named as both parts are */
  if (where == GM_PARTS_BEHIND && p.count == 2 && gm_words_before(view, whole->from, "合计 共计 总计") &&
      gm_share_pair(view, clause, whole->from, links->items[p.at[0]].label, links->items[p.at[0]].from) &&
      gm_share_pair(view, clause, whole->from, links->items[p.at[1]].label, links->items[p.at[1]].from))
    where = GM_PARTS_BEFORE;
  /* 3.2亿元、2.8亿元和4.1亿元，总投入达10.1亿元: one list, and its total at once. */
  if (where == GM_PARTS_BEHIND && p.count > 2) {
    const gm_mention *opens = &links->items[p.at[0]], *ends = &links->items[p.at[p.count - 1]];
    if (opens->clause == ends->clause && ends->to + 1u == clause && !gm_words_at(view, clause, "累计"))
      where = GM_PARTS_BEFORE;
  }
  if (p.count >= (where == GM_PARTS_BEFORE ? 2u : 3u)) gm_try_sum(check, links, total, &p, where);
}

/* 下辖9镇4乡3个街道，共16个乡级行政区: units of one level side by side, and how many they are. */
static void check_units(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (total < 2 || !gm_words_at(view, whole->to, "乡级 乡镇 镇街 镇（ 街镇 乡（") ||
      !gm_words_at(view, whole->clause, "共 共计 合计 总计") || whole->from - whole->clause > 3)
    return;
  gm_parts p = {.count = 0, .mixed = true};
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    unsigned last = p.count ? p.at[0] : total;
    if (!gm_same_sentence(m, whole) || !gm_is_exact(m->figure) || links->items[last].from - m->to > 4 ||
        !(gm_words_before(view, m->to, "镇 乡 街道") || gm_words_at(view, m->to, "镇 乡 街道")))
      break;
    for (unsigned k = p.count; k > 0; k--) p.at[k] = p.at[k - 1];
    p.at[0] = i;
    p.count++;
  }
  if (p.count >= 2) gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
}

/* 集体16个、个人40名，受表彰的集体和个人共56个: of two that are counted each by its own, the total names both. */
static void check_mixed(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *second = whole - 1, *first = whole - 2;
  if (total < 2 || !gm_same_sentence(first, whole) || !countable(whole->figure) || !countable(first->figure) ||
      !countable(second->figure) || gm_comparable(first->figure, second->figure) || !gm_is_part(first->figure) ||
      !gm_is_part(second->figure) || !gm_is_exact(first->figure) || !gm_is_exact(second->figure))
    return;
  size_t clause = whole->clause;
  if (clause <= second->to || gm_find_total(view, clause, whole->from) == SIZE_MAX ||
      gm_find_word(view, clause, whole->from, "和 与 及") == SIZE_MAX ||
      !gm_share_pair(view, clause, whole->from, links->items[total - 2].label, second->from) ||
      !gm_share_pair(view, clause, whole->from, first->to, clause))
    return;
  gm_parts p = {.at = {total - 2, total - 1}, .count = 2, .mixed = true};
  gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
}

#define FIRST_THREE "前三季度 前三个季度"
#define FIRST       "一季度 首季 1季度"
#define SECOND      "二季度 2季度"
#define THIRD       "三季度 3季度"
#define FOURTH      "四季度 4季度"
#define FIRST_HALF  "上半年 春季学期 春季班 上学期"
#define SECOND_HALF "下半年 秋季学期 秋季班 下学期"
#define YEAR        "全年 全学年 学年"
#define SPANS       FIRST_THREE " " FIRST " " SECOND " " THIRD " " FOURTH " " FIRST_HALF " " SECOND_HALF " " YEAR

/* The quarters of a year that a clause tells of, as bits; 0 when it tells none, or more than one span. */
static unsigned quarters_told(const gm_view *view, size_t from, size_t to) {
  static const struct {
    const char *words;
    unsigned quarters;
  } rows[] = {{FIRST_THREE, 7}, {FIRST, 1},      {SECOND, 2},       {THIRD, 4},
              {FOURTH, 8},      {FIRST_HALF, 3}, {SECOND_HALF, 12}, {YEAR, 15}};
  unsigned told = 0;
  if (gm_find_word(view, from, to, "季 半年 全年") == SIZE_MAX) return 0; /* most clauses */
  for (size_t at = from; (at = gm_find_word(view, at, to, SPANS)) != SIZE_MAX; at++) {
    size_t row = 0;
    while (!gm_words_at(view, at, rows[row].words)) row++;
    unsigned quarters = rows[row].quarters;
    if (quarters == 4 && gm_one_before(view, at, "前")) continue;
    if (told && told != quarters) return 0;
    told = quarters;
  }
  return told;
}

/* 一季度1.2亿元，二季度1.5亿元，上半年共2.7亿元: spans that make up the total's own. */
static void check_spans(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t clause = whole->clause;
  unsigned span = quarters_told(view, clause, whole->from), covered = 0;
  if (!(span & (span - 1)) || gm_words_before(view, whole->from, "计划 预计 目标")) return;
  gm_parts p = {.count = 0};
  for (unsigned i = total; i-- > 0 && covered != span && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_ORDINAL) continue;
    if (!gm_same_sentence(m, whole) || !gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    size_t from = m->clause;
    unsigned told = quarters_told(view, from, m->from);
    if (!told || told & covered || (told & ~span)) return;
    /* The total names its measure again, or nothing. */
    bool bare = whole->from - clause <= 6;
    if (!bare && !gm_share_pair(view, from + 3, m->from, clause + 3, whole->from)) return;
    covered |= told;
    for (unsigned k = p.count; k > 0; k--) p.at[k] = p.at[k - 1];
    p.at[0] = i;
    p.count++;
  }
  if (covered == span && p.count >= 2) gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}

#define MEDALS "金银铜"

static bool is_medal(const gm_links *links, unsigned index) {
  const gm_figure *f = links->items[index].figure;
  return f->kind == GM_FIGURE_QUANTITY && f->unit_end > f->unit_start &&
         gm_one_before(links->view, links->items[index].to, MEDALS) && !f->value.scale;
}

/* 9金6银7铜，共22枚奖牌. */
static void check_medals(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i + 1 < links->count; i++) {
    if (!is_medal(links, i)) continue;
    unsigned end = i;
    gm_decimal sum = {0, 0};
    while (end < links->count && is_medal(links, end) &&
           (end == i || links->items[end].from <= links->items[end - 1].to + 1u))
      if (!gm_decimal_add(sum, links->items[end++].figure->value, &sum)) return;
    unsigned first = i;
    i = end - 1;
    const gm_mention *total = end < links->count ? &links->items[end] : NULL;
    if (!total || end - first < 2 || !gm_same_sentence(total, &links->items[first]) || !gm_is_amount(total->figure) ||
        (!gm_words_at(view, total->to, "奖牌") &&
         gm_find_word(view, links->items[end - 1].to, total->from, "奖牌总数") == SIZE_MAX) ||
        gm_find_total(view, links->items[end - 1].to, total->from) == SIZE_MAX ||
        gm_decimal_compare(sum, total->figure->value) == 0)
      continue;
    if (first && is_medal(links, first - 1) && gm_same_sentence(&links->items[first - 1], total)) continue;
    gm_report_mention(check, total);
    gm_say(check->out, check->language, "%s合计%s，总数为%s", "%s make %s, the total says %s",
           gm_quote_line(view, links->items[first].from, links->items[end - 1].to).text, gm_quote_decimal(sum).text,
           gm_quote_mention(view, total).text);
    for (unsigned k = first; k < end; k++) gm_relate_mention(check, &links->items[k], "分项", "a part");
  }
}

/* An item behind one 其中 that a 其中 of its own divides. */
static bool opens_parts(const gm_links *links, unsigned item) {
  for (unsigned i = item + 1; i < links->count && gm_same_sentence(&links->items[i], &links->items[item]); i++)
    if (gm_is_amount(links->items[i].figure)) {
      const gm_view *view = links->view;
      return gm_find_word(view, links->items[item].to, links->items[i].from, "其中") != SIZE_MAX &&
             gm_find_mark(view, links->items[item].to, links->items[i].from, "；") == SIZE_MAX &&
             gm_is_item(links, item);
    }
  return false;
}

/* 新增绿地面积37.8公顷，其中公园绿地14.2公顷、…; 新招录73名：…: what was added, and three parts of it or more. */
static void check_added(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t clause = whole->clause;
  if (total + 3 >= links->count) return;
  gm_parts p;
  if (!gm_words_at(view, whole->to, "，其中 （其中")) {
    if (gm_find_mark(view, whole->to, whole[1].from, "：") == SIZE_MAX) return;
    parts_behind(links, total, total + 1, false, &p);
    if (fills_colon(links, total, &p)) gm_try_sum(check, links, total, &p, GM_PARTS_BRACKET);
    return;
  }
  if (gm_find_word(view, clause, whole->from, "新增 新建 新发展 新招 新植 新培育 新认定") == SIZE_MAX ||
      gm_find_word(view, clause, whole->from, "比 较 同比 环比") != SIZE_MAX)
    return;
  parts_behind(links, total, total + 1, false, &p);
  if (p.count > 2 && p.at[0] == total + 1) gm_try_sum(check, links, total, &p, GM_PARTS_BEHIND);
}

/* Do two amounts or more that can be its parts stand before it in its sentence? */
static bool follows_parts(const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total];
  unsigned parts = 0;
  for (unsigned i = total; i-- > 0 && parts < 2 && gm_same_sentence(&links->items[i], whole);)
    parts += gm_comparable(links->items[i].figure, whole->figure) && gm_is_part(links->items[i].figure);
  return parts == 2;
}

void gm_check_sums(gm_line_check *check) {
  if (check->figures->count < 2) return;
  gm_check_columns(check); /* surer than a single sum */
  check_medals(check, gm_links_of(check));
  unsigned amounts = 0;
  for (uint32_t i = 0; i < check->figures->count; i++) amounts += gm_is_amount(&check->figures->items[i]);
  if (amounts < 2) return;
  const gm_links *links = gm_links_of(check);
  bool inside = gm_word_list_may_hold(check->view, INSIDE);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_is_delta(f)) check_added(check, links, i);
    if (!gm_is_amount(f) || !gm_is_plain(f) || f->value.digits <= 0) continue;
    bool parts = follows_parts(links, i);
    if (parts) check_before(check, links, i);
    check_mixed(check, links, i);
    check_units(check, links, i);
    if (inside) check_inside(check, links, i);
    if (parts) check_spans(check, links, i);
    if (i + 2 < links->count) check_brackets(check, links, i);
    if (i + 1 < links->count && (!(f->roles & GM_ROLE_OF_WHICH) || opens_parts(links, i)))
      check_behind(check, links, i);
  }
}
