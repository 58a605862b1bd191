/* AR-01: a total told behind its parts. */
#include "check/sum.h"
#include "numeral/numeral.h"

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

#define TOTALLING    "共 共计 合计 总计 总共 累计 一共 相加"
#define DAYS         "全天 全日 整天"
#define ORDINAL      "季度 月 年级 期 号 楼 层 级 等 中 小学 是 要 为 来 者 日 时 点" /* 二季度, 三年级: no count */
#define PARTS_OF_DAY 100u                                                             /* as many as there are told */
#define THING_CHARS  6u /* of what is counted off before a total: 三条线路共, 两类慢性病患者共 */

/* 合计, 三项合计, 以上各项共计, 三年共, 全天共 at the start of a clause: their characters, 0 when they are not there.
 * *count gets how many parts they say there are, 0 when they do not. */
static size_t summing_words(const gm_view *view, size_t at, unsigned *count) {
  size_t from = at + gm_words_at(view, at, "以上 上述"), number = gm_number_at(view, from), day;
  *count = 0;
  if (number) {
    gm_numeral numeral;
    size_t thing = from + number + gm_words_at(view, from + number, "项 类 者 笔 地 级 期 批 次 个项目 个方面 部分");
    if (!gm_words_at(view, thing, TOTALLING) && !gm_words_at(view, thing, ORDINAL) &&
        gm_numeral_read(view, from, &numeral) == number && !numeral.value.scale && numeral.value.digits > 1 &&
        numeral.value.digits <= GM_PARTS_MAX) {
      for (; thing < view->count && thing - from - number <= THING_CHARS && view->cls[thing] & GM_HAN; thing++)
        if (thing > from + number && gm_words_at(view, thing, TOTALLING)) break;
      if (gm_words_at(view, thing, TOTALLING))
        *count = (unsigned)numeral.value.digits;
      else
        thing = from + number;
    }
    from = thing;
  } else if ((day = gm_words_at(view, from, DAYS)) != 0) {
    *count = PARTS_OF_DAY;
    from += day;
  } else {
    from += gm_words_at(view, from, "各项 各类");
  }
  size_t word = gm_words_at(view, from, from > at ? TOTALLING : "共 共计 合计 总计 总共 一共");
  return word ? from - at + word : 0;
}

/* 三批共: does the clause at `clause` speak of more batches than the parts that were found? */
static bool tells_more_batches(const gm_view *view, size_t clause, unsigned parts) {
  gm_numeral numeral;
  size_t number = gm_number_at(view, clause), batch = gm_words_at(view, clause + number, "批 期 次 轮");
  return number && batch && gm_words_at(view, clause + number + batch, TOTALLING) &&
         gm_numeral_read(view, clause, &numeral) == number && !numeral.value.scale && numeral.value.digits > parts;
}

#define TOTAL_LABEL_CHARS 12 /* of a clause that tells what it totals: 累计培训基层干部 */

#define ALL_OF \
  "全村共 全镇共 全乡共 全县共 全市共 全区共 全校共 全院共 全厂共 全馆共 全站共 全所共 全局共 全系统共 全街道共"

/* 全院职工共计625人, 累计培训基层干部227人: a short clause that opens or ends with a word for a total. */
static bool ends_in_total(const gm_view *view, size_t clause, const gm_mention *whole) {
  size_t to = whole->from;
  if (to - clause > TOTAL_LABEL_CHARS) return false;
  if (whole->figure->roles & GM_ROLE_TOTAL) { /* 全年共举办各类活动 */
    size_t all = gm_find_word(view, clause, to, "各类 各项 各种");
    if (all != SIZE_MAX && gm_find_total(view, clause, all) != SIZE_MAX) return true;
    if (gm_words_at(view, clause, ALL_OF)) return true;
  }
  return gm_words_at(view, clause, "累计 共计 合计 总计 一共 总共") ||
         gm_words_before(view, to,
                         "共计 合计 总计 一共 总共 总投资 总投资为 总投资达 总投入 总投入为 总投入达 总额 总额为 "
                         "总额达 总支出 总收入 总成本 总面积 "
                         "总人数 总造价 总费用 总价 总价为 总价款 总长 总长度 总里程 总产量 总产值 总建筑面积 总课时");
}

/* 三年共, 两天累计: are the parts told of spans themselves (首日…，次日…), or in one row? What is counted otherwise,
 * 两镇共, asks nothing. The clause of the total opens with the number. */
static bool of_spans(const gm_links *links, const gm_parts *p, const gm_mention *whole) {
  const gm_view *view = links->view;
  size_t clause = whole->clause;
  size_t number = clause + gm_words_at(view, clause, "以上 上述");
  bool day = gm_words_at(view, number, DAYS) != 0;
  if (!day && !gm_words_at(view, number + gm_number_at(view, number), "年 天 个月 周 学期 学年 季 天里 年里 年间 年来"))
    return true;
  bool row = true, told = true;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    row = row && m->clause == links->items[p->at[0]].clause;
    told = told && gm_find_word(view, m->clause, m->from, "日 天 年 月 周 晚 夜 上午 下午 学期 季") != SIZE_MAX;
  }
  /* 上午体检98人，下午接待126人，全天共接待…: each is of what the total counts. */
  for (unsigned i = 0; day && told && i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    told = gm_share_pair(view, m->label, m->from, clause + 2, whole->from);
  }
  return day ? told : row || told;
}

#define ROW_LABEL_CHARS 10 /* of the name of a part: 发放农户贷款1820万元 */

#define DONE                                                                                                                                                   \
  "整改 办结 化解 销号 采纳 解决 完成 整治 落实 流转 使用 支出 消耗 审结 结案 执结 审理 处置 处理 答复 回复 答结 " \
  "归还 核销 退还 退出"

/* Is all that stands before the total in its sentence one row of parts, each behind its name? `clause` is the total's.
 */
static bool closes_row(const gm_links *links, const gm_parts *p, size_t clause) {
  const gm_view *view = links->view;
  if (p->count < 2) return false;
  unsigned first = p->at[0];
  size_t start = links->items[first].clause;
  for (unsigned i = first; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[first]);) {
    const gm_mention *m = &links->items[i];
    bool time = m->figure->kind == GM_FIGURE_YEAR || m->figure->kind == GM_FIGURE_DATE || /* 2022年至2024年先后接待… */
                m->figure->kind == GM_FIGURE_DURATION;
    if (!time && (m->to > start || !gm_one_before(view, start, "："))) return false;
  }
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    /* 1.8万人次、2.9万人次和4.3万人次, not 3个镇、12个村 */
    bool bare = m->from <= m->label && i && gm_one_of(view, links->items[p->at[i - 1]].to, "、和及与") &&
                gm_one_of(view, m->to, "、和及与，");
    if ((!bare && m->from <= m->label) || m->from - m->label > ROW_LABEL_CHARS || (i && p->at[i] != p->at[i - 1] + 1))
      return false;
  }
  /* 电梯同步加装，其中东苑6部、西苑7部，共13部: of no number told before */
  size_t row = start + (first && gm_same_sentence(&links->items[first - 1], &links->items[first])
                            ? 0
                            : gm_words_at(view, start, "其中 其中："));
  for (size_t at = row; (at = gm_find_word(view, at, clause, "等 其中 部分 主要 包括 不含 另")) != SIZE_MAX; at++)
    if (!gm_words_at(view, at, "等奖 等级 等功 等品")) return false;
  return true;
}

/* 一等奖2个，二等奖4个，三等奖6个，共评选获奖项目12个: do the names of all parts end alike, and the total's have it? */
static bool ends_as_parts(const gm_links *links, const gm_parts *p, const gm_mention *whole) {
  const gm_view *view = links->view;
  uint32_t ending = 0;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    uint32_t c = m->from > m->label && view->cls[m->from - 1] & GM_HAN ? view->cp[m->from - 1] : 0;
    if (!c || (i && c != ending)) return false;
    ending = c;
  }
  for (size_t i = whole->clause; i < whole->from; i++)
    if (view->cp[i] == ending) return !gm_one_before(view, i + 1, "有为达共计到了");
  return false;
}

/* 核查4个县区、26个项目，共梳理问题58个: by 个 things of any kind are counted. Do all parts have nouns behind them that
 * share nothing with the words between 共 and the number? */
static bool of_other_things(const gm_links *links, const gm_parts *p, const gm_mention *whole, size_t word) {
  const gm_view *view = links->view;
  size_t from = whole->clause + word;
  if (!word || whole->from < from + 2 || !gm_one_before(view, whole->to, "个")) return false;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    size_t end = m->to;
    while (end < view->count && view->cls[end] & GM_HAN) end++;
    if (end < m->to + 2u || gm_share_pair(view, from, whole->from, m->to, end)) return false;
  }
  return true;
}

/* 票款10512万元，人次均1.2元；补贴14200万元: does a mean end the segment of the part before it? */
static bool is_mean_aside(const gm_links *links, unsigned index, size_t edge) {
  const gm_mention *m = &links->items[index];
  return m->figure->roles & GM_ROLE_EACH && index && gm_is_part(m[-1].figure) && gm_same_sentence(m - 1, m) &&
         m->clause == m[-1].to + 1u && edge == m->to + 1u && gm_one_of(links->view, m->to, "；");
}

/* …60人，…55人，共培训115人: the parts stand before, each in the clause before the next. */
static void check_before(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t clause = whole->clause;
  unsigned counted;
  size_t word = summing_words(view, clause, &counted);
  /* 奖牌总数达到178枚 names what it counts first. */
  if (!word &&
      gm_words_before(view, whole->from, "总数 总数为 总数达 总数达到 总量 总量为 总量达 总量达到 总人数 总人数达"))
    word = gm_find_word(view, clause, whole->from, "折合 加权 平均") == SIZE_MAX ? whole->from - clause : 0;
  gm_parts_place where = GM_PARTS_BEFORE;
  bool pair = false; /* 线上咨询…，线下咨询…，全年共提供咨询 */
  if (!word || whole->from - clause > word + 4) {
    pair = !ends_in_total(view, clause, whole);
    if (pair && (!(whole->figure->roles & GM_ROLE_TOTAL) || whole->from - clause > TOTAL_LABEL_CHARS)) return;
    word = 0;
    where = GM_PARTS_BEHIND;
  }
  /* 督查发现问题26个，复查发现18个，共整改40个: what was done of them */
  size_t done = word < whole->from - clause ? gm_find_word(view, clause + word, whole->from, DONE) : SIZE_MAX;
  if (done != SIZE_MAX && !gm_share_pair(view, done, done + 2, gm_sentence_start(view, whole->from), clause)) return;
  /* 占全市示范点总数24个的八分之一: the whole of a share */
  if ((where == GM_PARTS_BEFORE && gm_find_word(view, clause + word, whole->from, "有") != SIZE_MAX) ||
      gm_find_word(view, clause, whole->from, "占") != SIZE_MAX)
    return;
  gm_parts p = {.count = 0};
  size_t edge = clause;
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, whole)) break;
    if (m->from >= clause && m->from < clause + word) continue; /* 3项合计 */
    /* 新增摄像机460台、探测器285台，共745台 */
    bool added = p.count && gm_one_of(view, m->to, "、") && gm_is_added_part(m->figure);
    if (!(added || gm_is_part(m->figure)) || !gm_comparable(m->figure, whole->figure)) {
      if (is_mean_aside(links, i, edge)) {
        edge = m->clause;
        continue;
      }
      /* 50户以下的26个 */
      if (gm_is_amount(m->figure) && !(m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD))) break;
      continue;
    }
    /* Not in the clause just before: something else stands between. */
    if (gm_find_mark(view, m->to, edge ? edge - 1 : 0, "，；：") != SIZE_MAX) break;
    if (gm_words_before(view, m->from, "中的 中有 里的 其中")) return; /* 14个乡镇中的12个 */
    /* 收入总计79.24亿元；支出71.58亿元，加…，支出总计79.24亿元: the total of the row before ； */
    if (p.count > 1 && gm_one_before(view, edge, "；") && gm_find_total(view, m->clause, m->from) != SIZE_MAX) break;
    /* 参赛选手共45名，设一等奖3名…，共奖励15名: what is more than the total is none of its parts */
    if (p.count > 1 && m->clause != links->items[p.at[0]].clause &&
        gm_decimal_compare(m->figure->value, whole->figure->value) > 0)
      break;
    size_t start = m->clause;
    bool opens = !i || links->items[i - 1].from < start;
    bool listed = p.count && start == edge; /* 共获得38枚、27枚和22枚: no subtotal */
    edge = start;
    gm_parts_prepend(&p, i);
    if (opens && !listed && gm_find_total(view, edge, m->from) != SIZE_MAX)
      return; /* a subtotal: what it sums is unclear */
  }
  if (of_other_things(links, &p, whole, word)) return;
  /* 督办12件，其中重合的5件，两级共15件: what is counted twice */
  if (p.count &&
      gm_find_word(view, links->items[p.at[0]].clause, whole->from, "重合 重复 重叠 交叉 剔重 去重") != SIZE_MAX)
    return;
  /* 2021年贷款余额3.2亿元，2022年3.9亿元，…，三年累计发放12.8亿元: what there is at the end of each adds up to nothing
   */
  if (p.count && gm_words_before(view, links->items[p.at[0]].from, "余额 余额为 余额达 存量 存量为 保有量 保有量为") &&
      gm_find_word(view, clause, whole->from, "余额 存量 保有量") == SIZE_MAX)
    return;
  /* 新建学校12所、改扩建45所；现在学校总数达到86所: what there is by now is no sum of what was done */
  if (gm_one_before(view, clause, "；") && gm_words_at(view, clause, "现在 如今 目前 眼下 至今") &&
      !gm_is_swapped_sum(links, total, &p))
    return;
  /* 加上上级补助0.52亿元、上年结转1.08亿元，收入总计…: to what was told before they are added */
  if (p.count &&
      (gm_words_at(view, links->items[p.at[0]].label, "加上 再加上 加 再加 另加") ||
       gm_find_word(view, links->items[p.at[0]].label, links->items[p.at[0]].from, "收入加 支出加") != SIZE_MAX))
    return; /* 当年收入加上级补助26.7亿元、…，收入总量61.6亿元 */
  /* 参评93篇，评出一等奖5篇、二等奖12篇、三等奖20篇，共37篇: what exceeds the total is none of its parts, and the row
   * is. */
  while (p.count > 2 && links->items[p.at[0]].clause != links->items[p.at[1]].clause &&
         links->items[p.at[1]].clause == links->items[p.at[p.count - 1]].clause &&
         gm_decimal_compare(links->items[p.at[0]].figure->value, whole->figure->value) > 0) {
    p.count--;
    memmove(p.at, p.at + 1, p.count * sizeof *p.at);
  }
  /* 报送信息426条，被市级采用118条、县级206条、…，累计被采用361条: the row is told with the total's words */
  if (p.count > 2 && links->items[p.at[0]].clause != links->items[p.at[1]].clause &&
      links->items[p.at[1]].clause == links->items[p.at[p.count - 1]].clause &&
      gm_share_pair(view, links->items[p.at[1]].clause, links->items[p.at[1]].from, clause + 2, whole->from) &&
      !gm_share_pair(view, links->items[p.at[0]].clause, links->items[p.at[0]].from, clause + 2, whole->from)) {
    p.count--;
    memmove(p.at, p.at + 1, p.count * sizeof *p.at);
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
    if (opens->clause == ends->clause && ends->to + 1u == clause && !gm_words_at(view, clause, "累计") &&
        gm_find_word(view, clause, whole->from, "各类 各项 各种 " ALL_OF) == SIZE_MAX)
      where = GM_PARTS_BEFORE;
  }
  if (where == GM_PARTS_BEFORE && word == whole->from - clause) p.closed = closes_row(links, &p, clause);
  if (pair || (where == GM_PARTS_BEHIND && p.count == 2)) {
    if (p.count > 2 && gm_words_at(view, clause, "共 共计 合计 总计 总共 一共") && ends_as_parts(links, &p, whole) &&
        closes_row(links, &p, clause))
      gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
    if (p.count == 2 && gm_exhaustive(links, &p) &&
        gm_share_pair(view, clause, whole->from, links->items[p.at[0]].label, links->items[p.at[0]].from) &&
        gm_share_pair(view, clause, whole->from, links->items[p.at[1]].label, links->items[p.at[1]].from))
      gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
    /* 种植黄精408亩、天麻260亩，林下种植面积共740亩: the row ends at the total, which another name tells */
    else if (p.count > 1 && whole->figure->roles & GM_ROLE_TOTAL && closes_row(links, &p, clause) &&
             (gm_words_before(view, whole->from, "共 共计 合计 总计 共有") ||
              gm_words_at(view, clause, "共有 共计有 合计有")) &&
             gm_find_word(view, clause, whole->from, "带动 辐射 覆盖 惠及 服务 影响 撬动 吸引") == SIZE_MAX &&
             gm_is_swapped_sum(links, total, &p))
      gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
    return;
  }
  if (counted && where == GM_PARTS_BEFORE &&
      ((p.count != counted && counted != PARTS_OF_DAY) || !of_spans(links, &p, whole)))
    return;
  if (tells_more_batches(view, clause, p.count)) return;
  if (p.count >= (where == GM_PARTS_BEFORE ? 2u : 3u)) gm_try_sum(check, links, total, &p, where);
}

#define KIND_CHARS 8u /* of the kind that stands behind a number: 486座小型水库 */

/* 3座大型、21座中型、486座小型水库共510座: a row in the total's own clause, each kind behind its number. */
static void check_row_ahead(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t end = whole->from - gm_words_before(view, whole->from, "共 共计 合计 总计 共有");
  if (end == whole->from) return;
  gm_parts p = {.count = 0, .closed = true};
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (m->clause != whole->clause || !gm_is_part(m->figure) || !gm_is_exact(m->figure) ||
        !gm_comparable(m->figure, whole->figure) || end < m->to + 1u || end - m->to > KIND_CHARS)
      break;
    for (size_t k = m->to; k < end; k++)
      if (!(view->cls[k] & GM_HAN)) return;
    gm_parts_prepend(&p, i);
    end = m->from;
    if (!gm_one_before(view, end, "、和及")) break; /* the first of the row */
    end--;
  }
  if (p.count > 1 && !gm_one_before(view, links->items[p.at[0]].from, "、和及"))
    gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
}

/* 下辖9镇4乡3个街道，共16个乡级行政区: units of one level side by side, and how many they are. */
static void check_units(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (whole->from - whole->clause > 3 || !gm_words_at(view, whole->to, "乡级 乡镇 镇街 镇（ 街镇 乡（") ||
      !gm_words_at(view, whole->clause, "共 共计 合计 总计"))
    return;
  gm_parts p = {.count = 0, .mixed = true};
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    unsigned last = p.count ? p.at[0] : total;
    if (!gm_same_sentence(m, whole) || !gm_is_exact(m->figure) || links->items[last].from - m->to > 4 ||
        !(gm_words_before(view, m->to, "镇 乡 街道") || gm_words_at(view, m->to, "镇 乡 街道")))
      break;
    gm_parts_prepend(&p, i);
  }
  if (p.count >= 2) gm_try_sum(check, links, total, &p, GM_PARTS_BEFORE);
}

#define NAME_CHARS  8u /* from the month to its amount: 7月共接诊 */
#define FIRST_THREE "前三季度 前三个季度"
#define FIRST       "一季度 首季 1季度"
#define SECOND      "二季度 2季度"
#define THIRD       "三季度 3季度"
#define FOURTH      "四季度 4季度"
#define FIRST_HALF  "上半年 春季学期 春季班 上学期"
#define SECOND_HALF "下半年 秋季学期 秋季班 下学期"
#define YEAR        "全年 全学年 学年"
#define SPANS       FIRST_THREE " " FIRST " " SECOND " " THIRD " " FOURTH " " FIRST_HALF " " SECOND_HALF " " YEAR

/* The months of a year that a clause tells of before mention `index`, as bits; 0 when it tells none, or more than one
 * span. */
static unsigned months_told(const gm_links *links, unsigned index) {
  static const struct {
    const char *words;
    unsigned months;
  } rows[] = {{FIRST_THREE, 0x1FF}, {FIRST, 0x007},      {SECOND, 0x038},      {THIRD, 0x1C0},
              {FOURTH, 0xE00},      {FIRST_HALF, 0x03F}, {SECOND_HALF, 0xFC0}, {YEAR, 0xFFF}};
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index], *name = m - 1;
  unsigned told = 0;
  /* 7月1240人次 */
  unsigned month = index ? name->figure->date.month : 0;
  if (month && month <= 12 && name->figure->kind == GM_FIGURE_DATE && name->from >= m->clause &&
      !name->figure->date.day && m->from - name->to <= NAME_CHARS)
    return gm_find_mark(view, name->to, m->from, "、") == SIZE_MAX ? 1u << (month - 1) : 0;
  if (gm_find_word(view, m->clause, m->from, "季 半年 全年") == SIZE_MAX) return 0; /* most clauses */
  /* 一季度312次、二季度468次: behind the amount before */
  size_t from = m->clause;
  for (unsigned i = index; i-- > 0 && links->items[i].to > from;)
    if (gm_is_amount(links->items[i].figure)) from = links->items[i].to;
  for (size_t at = from; (at = gm_find_word(view, at, m->from, SPANS)) != SIZE_MAX; at++) {
    size_t row = 0;
    while (!gm_words_at(view, at, rows[row].words)) row++;
    if (rows[row].months == 0x1C0 && gm_one_before(view, at, "前")) continue;
    if (told && told != rows[row].months) return 0;
    told = rows[row].months;
  }
  return told;
}

/* 四个季度分别销售126台、188台、203台、97台，全年累计销售614台: the row of amounts in the clause before, one for each
 * part of the span. */
static bool row_of_spans(const gm_links *links, unsigned total, unsigned span, gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *last = whole;
  unsigned i = total, months = 0;
  while (i && last->from >= whole->clause && gm_same_sentence(last, whole)) last = &links->items[--i];
  if (last->to + 1u != whole->clause) return false;
  size_t word = gm_find_word(view, last->clause, last->from, "分别");
  if (word == SIZE_MAX) return false;
  for (i++; i-- > 0 && links->items[i].from > word;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure) || p->count == GM_PARTS_MAX) return false;
    gm_parts_prepend(p, i);
  }
  for (; span; span &= span - 1) months++;
  return p->count > 1 && (p->count == months || p->count * 3 == months || p->count * 6 == months);
}

/* 一季度1.2亿元，二季度1.5亿元，上半年共2.7亿元: spans that make up the total's own. */
static void check_spans(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t clause = whole->clause;
  /* What is less than the last of its parts sums nothing, and most that stand there are. */
  if (gm_comparable(whole[-1].figure, whole->figure) &&
      gm_decimal_compare(whole[-1].figure->value, whole->figure->value) >= 0)
    return;
  unsigned span = months_told(links, total), covered = 0;
  if (!(span & (span - 1)) || gm_words_before(view, whole->from, "计划 预计 目标")) return;
  gm_parts p = {.count = 0};
  if (row_of_spans(links, total, span, &p)) {
    gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
    return;
  }
  p.count = 0;
  for (unsigned i = total; i-- > 0 && covered != span && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_ORDINAL || m->figure->kind == GM_FIGURE_DATE) continue;
    if (!gm_same_sentence(m, whole) || !gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    size_t from = m->clause;
    unsigned told = months_told(links, i);
    if (!told || told & covered || (told & ~span)) return;
    /* The total names its measure again, or nothing. */
    bool bare = whole->from - clause <= 6;
    if (links->items[i - (i > 0)].figure->kind != GM_FIGURE_DATE) from++; /* 一季度, 7月 */
    if (!bare && !gm_share_pair(view, from + 2, m->from, clause + 3, whole->from)) return;
    covered |= told;
    gm_parts_prepend(&p, i);
  }
  if (covered == span && p.count >= 2) gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}

#define BRACKET_TOTAL "）共 ）共有 ）共计 ）合计 ）总计 ）总共"

/* 全校教职工（男性86人，女性142人）共228人: the parts in brackets right before the total. */
static void check_brackets_before(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (!gm_words_before(view, whole->from, BRACKET_TOTAL)) return;
  gm_parts p = {.count = 0};
  size_t open = SIZE_MAX;
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (open == SIZE_MAX)
      for (open = m->from; open && !gm_one_of(view, open, "（）"); open--) {
      }
    if (m->from < open || !gm_one_of(view, open, "（")) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure) ||
        gm_find_word(view, open, m->from, "含 上年 其中 另 原有 每 各") != SIZE_MAX)
      return;
    gm_parts_prepend(&p, i);
  }
  if (p.count >= 2) gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}

#define FORMED_LINKS 5u /* characters between 组成 and the number: ，这支 */

/* Does 组成 or 构成 stand before the number, with nothing but what names the whole between: 组成的, 组成，全队共? */
static bool is_formed(const gm_view *view, size_t to) {
  size_t from = to;
  while (from && to - from < FORMED_LINKS && gm_one_before(view, from, "的了，这全共总计一支队团个")) from--;
  return gm_one_before(view, from, "成") && gm_one_before(view, from - 1, "组构");
}

/* 由内科医生6名、外科医生5名、护士9名组成的20人医疗队 */
static void check_formed(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (!is_formed(view, whole->from)) return;
  gm_parts p = {.count = 0};
  for (unsigned i = total; i-- > 0 && p.count < GM_PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, whole)) break;
    if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    gm_parts_prepend(&p, i);
    if (gm_find_word(view, m->label, m->from, "由") != SIZE_MAX) break;
    if (!i) return;
  }
  if (p.count >= 2 && gm_find_word(view, links->items[p.at[0]].label, links->items[p.at[0]].from, "由") != SIZE_MAX)
    gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}

/* Do two amounts or more that can be its parts stand before it in its sentence? */
static bool follows_parts(const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total];
  unsigned parts = 0;
  for (unsigned i = total; i-- > 0 && parts < 2 && gm_same_sentence(&links->items[i], whole);)
    parts += gm_comparable(links->items[i].figure, whole->figure) && gm_is_part(links->items[i].figure);
  return parts == 2;
}

#define DIVISIONS "类 项 者 级 部分 地 块 种 档 类别 个类别 个层次 个层级 个类型 类人员 类对象"

/* …600人，占25%；…1080人，占45%；…720人，占30%。三类合计2400人: a total that opens its sentence and says how many parts
 * the sentence before has. */
static void check_sentence_before(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t from = whole->clause + gm_words_at(view, whole->clause, "以上 上述 这"), number = gm_number_at(view, from);
  gm_numeral numeral;
  if (!number || gm_sentence_start(view, whole->from) != whole->clause) return;
  size_t thing = gm_words_at(view, from + number, DIVISIONS), word = from + number + thing, noun = word;
  while (word < noun + THING_CHARS && view->cls[word] & GM_HAN && !gm_words_at(view, word, "共 合计 总计 总共")) word++;
  if (!thing || word + gm_words_at(view, word, "共 共计 合计 总计 合计共 合计为 总共 共有") != whole->from ||
      word == whole->from || gm_numeral_read(view, from, &numeral) != number || numeral.value.scale ||
      numeral.value.digits < 2)
    return;
  gm_parts p = {.count = 0, .closed = true};
  unsigned sentence = whole->figure->sentence - 1u;
  for (unsigned i = total; i-- > 0 && links->items[i].figure->sentence >= sentence;) {
    const gm_mention *m = &links->items[i];
    if (m->from >= whole->clause || !gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure) ||
        m->figure->roles & GM_ROLE_EACH)
      continue;
    if (!gm_is_part(m->figure) || m->figure->roles & GM_ROLE_OF_WHICH || p.count == GM_PARTS_MAX) return;
    gm_parts_prepend(&p, i);
  }
  if ((int64_t)p.count == numeral.value.digits) gm_try_sum(check, links, total, &p, GM_PARTS_LISTED);
}

/* 县区共推荐180名；企业推荐60名。参赛选手共240名: a total that opens its sentence, of the amounts of the one before.
 * Only a slip of its digits is told. */
static void check_opening_total(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_mention *whole = &links->items[total];
  if (!(whole->figure->roles & GM_ROLE_TOTAL) || gm_same_sentence(whole - 1, whole) || !whole->figure->sentence ||
      gm_sentence_start(links->view, whole->from) != whole->clause)
    return;
  gm_parts p = {.count = 0};
  gm_decimal sum = {0, 0};
  for (unsigned i = total; i-- > 0 && links->items[i].figure->sentence + 1u == whole->figure->sentence;) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_part(f) || !gm_comparable(f, whole->figure) || f->roles & GM_ROLE_OF_WHICH) continue;
    if (p.count == GM_PARTS_MAX || !gm_decimal_add(sum, f->value, &sum)) return;
    gm_parts_prepend(&p, i);
  }
  if (p.count > 1 && gm_is_reordered(links, whole->figure, &p, sum))
    gm_try_sum(check, links, total, &p, GM_PARTS_NEXT_SENTENCE);
}

#define COUNTED_CHARS 12u /* 以上两项合计奖金 */

/* 两项合计奖金15000元, 四项合计11700件次: may the clause of the total say how many it sums up? */
static bool opens_with_count(const gm_links *links, unsigned total) {
  const gm_mention *m = &links->items[total];
  if (m->from < m->clause + 3u || m->from - m->clause > COUNTED_CHARS) return false;
  return gm_one_of(links->view, m->clause, "两二三四五六七八") || gm_one_of(links->view, m->clause, "九以上这2345678");
}

void gm_check_sum_before(gm_line_check *check, const gm_links *links, unsigned total) {
  if (total < 2) return;
  const gm_figure *whole = links->items[total].figure, *before = links->items[total - 1].figure;
  if (before->kind == GM_FIGURE_CLAIM) before = links->items[total - 2].figure; /* 三类共计196处 */
  bool parts = follows_parts(links, total);
  bool mixed = gm_is_countable(whole) && gm_is_countable(before) && gm_check_mixed_sum(check, links, total);
  if (gm_one_before(links->view, links->items[total].from, "共计为达有") &&
      (parts || gm_one_of(links->view, links->items[total].clause, "前上以") ||
       gm_units[whole->unit].unit_class == GM_CLASS_VISIT))
    gm_check_counted_sum(check, links, total);
  else if (opens_with_count(links, total))
    gm_check_subtotals(check, links, total);
  if (parts && !mixed) check_before(check, links, total);
  if (parts && !mixed) gm_check_closing_sum(check, links, total);
  if (gm_one_before(links->view, links->items[total].from, "共计有")) check_row_ahead(check, links, total);
  if (gm_one_before(links->view, links->items[total].from, "共计")) gm_check_done_sum(check, links, total);
  check_units(check, links, total);
  if (parts) check_spans(check, links, total);
  if (gm_one_of(links->view, links->items[total].clause, "应需")) gm_check_due_sum(check, links, total);
  /* The characters that what leads to such a total ends in: most have none of them. */
  if (gm_one_before(links->view, links->items[total].from, "成")) check_formed(check, links, total);
  if (!gm_one_before(links->view, links->items[total].from, "共的计有支队团个为")) return;
  if (!parts) check_sentence_before(check, links, total);
  check_opening_total(check, links, total);
  check_inside(check, links, total);
  check_brackets_before(check, links, total);
  check_formed(check, links, total);
}
