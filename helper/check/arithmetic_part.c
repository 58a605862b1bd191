/* AR-02: a part above its whole. */
#include "check/change.h"
#include "check/families.h"
#include "check/sum_judged.h"

#define ANY "个 项 次 场 批 件 家 类 种 支 处"

/* 8个大项，其中田径16个小项: are the nouns behind the two units one word but for what says which? */
static bool of_two_sizes(const gm_view *view, const gm_mention *whole, const gm_mention *part) {
  static const char sizes[] = "大小主分总子";
  return gm_one_of(view, whole->to, sizes) && gm_one_of(view, part->to, sizes) &&
         view->cp[whole->to] != view->cp[part->to] && view->cp[whole->to + 1] == view->cp[part->to + 1];
}

/* Behind 其中 and the mark that may follow it: 其中，取消22个. */
static size_t behind_which(const gm_view *view, size_t which) { return which + 2 + gm_one_of(view, which + 2, "，："); }

/* 个 家 次 count anything: there the part must be of the same things. Its noun shares a character with the whole's
 * (企业, 不合格企业; 班级, 毕业班), or it has none and only says which of them (其中不合格112家). */
static bool of_the_same(const gm_links *links, unsigned total, const gm_mention *item, size_t which) {
  const gm_view *view = links->view;
  const gm_figure *whole = links->items[total].figure, *part = item->figure;
  if (whole->noun_hash == part->noun_hash || item->from == behind_which(view, which)) return true; /* 62家，其中73家 */
  if (gm_words_before(view, item->from, "的 的有 的共 的达 的为") &&
      gm_find_mark(view, links->items[total].to, which ? which - 1 : 0, "，；") == SIZE_MAX)
    return true; /* 其中公建民营的128家 */
  size_t from = behind_which(view, which), to = item->from, end = item->to;
  while (end < view->count && end < item->to + 6u && view->cls[end] & GM_HAN) end++;
  bool qualifier = end == item->to && to - from <= 5 &&
                   gm_words_at(view, from, "不 未 已 有 合格 达标 优秀 良好 新 女 男 党 重点 属") != 0;
  if (whole->noun_end <= whole->noun_start) return qualifier;
  size_t noun = gm_view_find(view, whole->noun_start), noun_end = noun;
  while (noun_end < view->count && view->raw_at[noun_end] < whole->noun_end) noun_end++;
  if (part->noun_start >= part->end && item->to < end && gm_one_before(view, item->to, "个"))
    from = to = item->to; /* 4个街道中，和平街道9个小区: what is counted stands behind */
  for (size_t i = noun; i < noun_end; i++) {
    if (!(view->cls[i] & GM_HAN)) continue;
    for (size_t k = from; k < end; k++)
      if ((k < to || k >= item->to) && view->cp[k] == view->cp[i]) return true;
  }
  return qualifier;
}

/* Does a list (or, with `clauses`, only a clause) end in [from, to)? 、 between numerals does not: 三、四级手术. */
static bool parted(const gm_view *view, size_t from, size_t to, bool clauses) {
  for (size_t i = from; i < to; i++)
    if (gm_one_of(view, i, "，；") ||
        (!clauses && gm_one_of(view, i, "、") && !(view->cls[i - 1] & view->cls[i + 1] & GM_NUMERAL)))
      return true;
  return false;
}

/* 志愿者240人…，其中青年志愿者260人: do the words before both numbers end alike? */
static bool ends_alike(const gm_view *view, const gm_mention *whole, const gm_mention *part) {
  if (!gm_same_sentence(whole, part) || whole->from < whole->label + 2 || part->from < part->label + 2) return false;
  for (size_t i = 1; i <= 2; i++)
    if (view->cp[whole->from - i] != view->cp[part->from - i] || !(view->cls[part->from - i] & GM_HAN)) return false;
  return !gm_one_before(view, whole->from, "有为达共计到了");
}

#define GIVEN "覆盖 惠及 服务 吸引 带动"

/* Does a verb between the two give what is counted behind it to others than the whole: 培训骨干120人，覆盖群众，其中…?
 * What the whole itself takes part in, its own clause says: 组织240人参加清淤，其中…. */
static bool told_of_others(const gm_view *view, const gm_mention *whole, const gm_mention *part, size_t which) {
  if (gm_find_word(view, whole->to, part->from, GIVEN) != SIZE_MAX) return true;
  if (ends_alike(view, whole, part)) return false;
  bool next = which && which == gm_clause_start(view, which) && gm_clause_start(view, which - 1) <= whole->to;
  return gm_find_word(view, next ? which : whole->to, part->from, "参加 参与") != SIZE_MAX;
}

/* Is no amount of its unit told before in its sentence: 考生3846人，上线2157人，上线率56.1%，其中应届…? */
static bool stands_first(const gm_figures *figures, unsigned index) {
  const gm_figure *whole = &figures->items[index];
  for (unsigned i = index; i-- > 0 && figures->items[i].sentence == whole->sentence;)
    if (gm_is_amount(&figures->items[i]) && gm_comparable(&figures->items[i], whole)) return false;
  return true;
}

/* 已整改3.41亿元，占88.3%，其中…: is the percentage behind it its share, and do parts follow in its sentence? */
static bool is_own_share(const gm_figures *figures, unsigned index, unsigned share) {
  return share == index + 1 && figures->items[share].roles & GM_ROLE_SHARE && share + 1 < figures->count &&
         figures->items[share + 1].sentence == figures->items[index].sentence;
}

#define PASSED_MAX 2 /* figures of something else between an amount and its 其中 */

/* The figure behind which 其中 opens the parts of amount `index`: money, an age, a share of it may stand between
 * (项目42个，总投资86.5亿元，其中…; 学员164名，平均年龄38.6岁，其中…). 0 when there is none. */
static unsigned first_of_which(const gm_figures *figures, unsigned index) {
  const gm_figure *whole = &figures->items[index];
  for (unsigned i = index + 1; i < figures->count && i <= index + 1 + PASSED_MAX; i++) {
    const gm_figure *f = &figures->items[i];
    if (f->roles & GM_ROLE_OF_WHICH) return i;
    bool other = (f->kind == GM_FIGURE_MONEY && whole->kind == GM_FIGURE_QUANTITY) ||
                 (f->kind == GM_FIGURE_PERCENT && (stands_first(figures, index) || is_own_share(figures, index, i))) ||
                 (f->kind == GM_FIGURE_QUANTITY &&
                  (gm_units[f->unit].unit_class == GM_CLASS_TIME || gm_units[f->unit].unit_class == GM_CLASS_MEASURE));
    bool each = f->roles & GM_ROLE_EACH; /* 总投入3150万元，每亩平均700元，其中… */
    if (!(other || each) || f->sentence != whole->sentence || (gm_comparable(f, whole) && !each)) return 0;
  }
  return 0;
}

/* 比上年多764人。其中…: a change, which others make up. */
static bool is_difference(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  size_t verb;
  return gm_change_verb(links->view, m->from, &verb) && gm_find_word(links->view, m->clause, verb, "比 较") != SIZE_MAX;
}

/* Is the amount a mean, which some of its parts exceed: 总体满意度93.7分, 平均每户3.2万元? */
static bool is_mean(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_find_word(links->view, m->label, m->from,
                      "平均 均分 均价 满意度 得分 评分 指数 均值 校均 师均 生均 人均 床均 亩均 班均 户均 村均 镇均 "
                      "县均 店均 场均 年均 月均 日均") != SIZE_MAX;
}

/* 甲、乙、丙等县接待均超30万人次，其中乙县达65万人次: does 超 give only what each of those listed before it is above,
 * and 其中 name one of them? */
static bool is_above_each(const gm_view *view, const gm_mention *whole, size_t which, const gm_mention *part) {
  if (whole->figure->approx != GM_APPROX_OVER && whole->figure->approx != GM_APPROX_LEAST) return false;
  size_t listed = gm_find_mark(view, whole->clause, whole->from, "、"), name = which + 2;
  return listed != SIZE_MAX && name + 2 <= part->from && gm_find_total(view, whole->clause, whole->from) == SIZE_MAX &&
         gm_share_pair(view, name, name + 2, whole->clause, whole->from);
}

#define NET "顺差 逆差 净流入 净流出 净增 净减 净额 净值 差额 盈余 净买入 净卖出 净投放 净回笼"

/* 经常账户顺差4200亿元。其中，货物贸易顺差7600亿元: others are taken off again. */
static bool is_net(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index];
  return gm_find_word(links->view, m->label, m->from, NET) != SIZE_MAX;
}

static bool has_no_parts(const gm_links *links, unsigned index) {
  return is_difference(links, index) || is_mean(links, index) || is_net(links, index);
}

/* 单网出鱼量在8万斤左右。其中，最高的一次达到了40万斤: the most that one was, of what nothing calls a total. */
static bool is_most(const gm_view *view, const gm_mention *whole, size_t from, const gm_mention *part) {
  return gm_find_word(view, from, part->from, "最高 最多 最大 最长 最远 最重") != SIZE_MAX &&
         !(whole->figure->roles & GM_ROLE_TOTAL) && gm_find_total(view, whole->clause, whole->from) == SIZE_MAX;
}

#define SPREAD "分布 分属 分散 散布 位于 坐落 来自 涉及 覆盖 遍布 集中 落户"

#define OF_THOSE "的 的有 的共 的共有 的达 的为 的已有 的就有"

/* 升学的2104人中，境内1862人，6月以后242人；其中本科生1987人: is the amount the last of a list that ； ends before
 * 其中? Then 其中 is of the list's whole. */
static bool ends_list(const gm_links *links, unsigned total, size_t which) {
  const gm_mention *whole = &links->items[total], *before = whole;
  if (!gm_one_before(links->view, which, "；")) return false;
  while (before > links->items && gm_same_sentence(before - 1, whole))
    if (gm_is_amount((--before)->figure)) return gm_comparable(before->figure, whole->figure);
  return false;
}

/* 96栋住宅楼中具备条件的有42栋，其中…: is the whole itself told as some of the amount? */
static bool is_of(const gm_view *view, const gm_mention *whole, const gm_mention *amount) {
  size_t among = gm_find_word(view, amount->to, whole->from, "中具 中符 中需 中达 中获 中合 中已 中未 中可 中有 中，");
  return among != SIZE_MAX && gm_words_before(view, whole->from, "的有 的共 的共有 的达 的为") &&
         gm_find_mark(view, amount->to, among, "，；、") == SIZE_MAX &&
         gm_find_mark(view, among + 2, whole->from, "，；、") == SIZE_MAX;
}

/* 病例4826例、死亡41例，其中乙类1587例; 甲类118个、乙类24个，其中甲类已办结103个: may the part be of an amount that its
 * sentence tells before the whole? */
static bool fits_one_before(const gm_links *links, unsigned total, const gm_mention *part) {
  const gm_mention *whole = &links->items[total];
  for (unsigned i = total; i-- > 0 && gm_same_sentence(&links->items[i], whole);) {
    const gm_mention *m = &links->items[i];
    /* 智能系统820万元；宣传300万元。其中申请补助2961万元: a sentence that begins so is of what the one before tells */
    if ((gm_same_sentence(whole, part) && gm_find_mark(links->view, m->to, whole->from, "；") != SIZE_MAX) ||
        is_of(links->view, whole, m))
      return false;
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, part->figure) &&
        gm_decimal_compare(m->figure->interval.high, part->figure->interval.low) >= 0)
      return true;
  }
  return false;
}

/* 缺额12.8亿千瓦时由净受入弥补，其中受入21.5亿、送出8.7亿: is the whole what the part leaves beside the amount behind
 * it? */
static bool is_net_of(const gm_links *links, const gm_mention *whole, const gm_mention *part) {
  const gm_mention *other = part + 1;
  gm_interval left;
  return other < links->items + links->count && gm_same_sentence(other, part) && gm_is_amount(other->figure) &&
         gm_comparable(other->figure, part->figure) &&
         gm_interval_subtract(part->figure->interval, other->figure->interval, &left) &&
         gm_interval_touch(left, whole->figure->interval);
}

/* The first part behind 其中, when it exceeds the whole; an age may stand before it: 其中35岁以下青年12名. NULL when it
 * does not. */
static const gm_mention *first_above(const gm_line_check *check, const gm_links *links, unsigned total,
                                     unsigned first) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[total], *part = &links->items[first];
  if (part->figure->kind == GM_FIGURE_MONEY && part->figure->roles & GM_ROLE_OF_WHICH &&
      part->figure->approx != GM_APPROX_NONE && part + 1 < links->items + links->count &&
      gm_same_sentence(part, part + 1))
    part++;
  bool names = part->figure->kind == GM_FIGURE_ORDINAL || part->figure->kind == GM_FIGURE_CLAIM ||
               (part->figure->roles & GM_ROLE_THRESHOLD && gm_units[part->figure->unit].unit_class == GM_CLASS_TIME);
  /* 其中注册满三年的312名, 其中出栏5000头以上的98家 */
  names = names || ((part->figure->kind == GM_FIGURE_DURATION || part->figure->roles & GM_ROLE_THRESHOLD) &&
                    part + 1 < links->items + links->count && part[1].clause == part->clause &&
                    (gm_words_before(view, part[1].from, OF_THOSE) || /* 其中注册满一年的志愿者912名 */
                     (part->figure->kind == GM_FIGURE_DURATION && gm_one_of(view, part->to, "的") &&
                      ends_alike(view, whole, part + 1))));
  /* 其中2024年加装48栋、2025年24栋 */
  names = names || (part->figure->kind == GM_FIGURE_YEAR &&
                    gm_find_word(view, whole->clause, whole->from, "现有 目前 在册 存量 累计") == SIZE_MAX);
  if (names && part + 1 < links->items + links->count && gm_same_sentence(part, part + 1)) part++;
  if (!gm_is_part(part->figure) || !gm_comparable(whole->figure, part->figure)) return NULL;
  if (gm_decimal_compare(part->figure->interval.low, whole->figure->interval.high) <= 0) return NULL;
  if (of_two_sizes(view, whole, part) || is_net_of(links, whole, part)) return NULL;
  for (size_t i = 0; i < check->out->list.count; i++) { /* AR-01 has spoken of it */
    const gm_finding *f = &check->out->list.items[i];
    if (gm_rules[f->rule].line == gm_check_sums &&
        (f->start.byte == view->raw_at[whole->from] || f->start.byte == view->raw_at[part->from]))
      return NULL;
  }
  size_t which = gm_find_word(view, whole->to, part->from, "其中");
  /* 其中来自急诊、重症等科室的有72名: 、 parts what only says which. */
  bool modified = which != SIZE_MAX && gm_words_before(view, part->from, "的有 的共有 的共 的为 的达") &&
                  gm_find_mark(view, whole->to, which - 1, "，；") == SIZE_MAX;
  if (which == SIZE_MAX || parted(view, behind_which(view, which), part->from, modified) || has_no_parts(links, total))
    return NULL;
  /* 至少患有其中一种疾病的959人: one of those named */
  if (!gm_clause_starts(view, which) && which >= whole->to && gm_one_of(view, which + 2, "一任") &&
      which > whole->clause)
    return NULL;
  if (gm_one_before(view, part->from, "和及与")) return NULL; /* 其中城东考场有监督室和31个考室: what one of them has */
  if (ends_list(links, total, which) || fits_one_before(links, total, part)) return NULL;
  if (is_above_each(view, whole, which, part) || is_most(view, whole, which, part)) return NULL;
  /* 分别支出86万元、187万元、25万元，其中…: the last of several values is not their whole */
  if (total && whole->from == whole[-1].to + 1u && gm_one_of(view, whole[-1].to, "、和及与") &&
      gm_comparable(whole[-1].figure, part->figure))
    return NULL;
  /* 物业类28件、停车类21件、其他15件。其中的28件…: nor is the last item of a list that its sentence ends with */
  if (total && !gm_same_sentence(whole, part) && gm_same_sentence(whole - 1, whole) &&
      gm_comparable(whole[-1].figure, part->figure) && gm_one_of(view, whole[-1].to, "、") &&
      gm_find_mark(view, whole[-1].to + 1, whole->from, "，；、：") == SIZE_MAX)
    return NULL;
  /* 86个小区分布在6个街道，其中城南街道24个 */
  if (total && gm_same_sentence(whole - 1, whole) && gm_comparable(whole[-1].figure, part->figure) &&
      gm_decimal_compare(whole[-1].figure->value, part->figure->value) >= 0 &&
      gm_find_word(view, whole[-1].to, whole->from, SPREAD) != SIZE_MAX)
    return NULL;
  if (gm_find_word(view, which, part->from, "由") != SIZE_MAX) return NULL; /* 其中北山林场由4个林场合并组建 */
  /* 其余各类合计8.87亿元。其中前四项合计21.85亿元: a sum of more than what is left */
  if (gm_find_word(view, which, part->from, "合计 总计 前两 前三 前四 前五 前六 前2 前3 前4 前5") != SIZE_MAX)
    return NULL;
  uint8_t class = gm_units[whole->figure->unit].unit_class;
  bool counts_anything = gm_words_at(view, gm_view_find(view, whole->figure->unit_start), ANY) != 0;
  if (class == GM_CLASS_COUNT && counts_anything && !of_the_same(links, total, part, which)) return NULL;
  if (gm_find_word(view, whole->to, part->from, "结转 旧存 原有") != SIZE_MAX ||
      gm_words_at(view, part->to, "（含去年 （含上年 （含结转 （含历年 （含往年 （含上月"))
    return NULL;
  bool same_noun = whole->figure->noun_hash && whole->figure->noun_hash == part->figure->noun_hash;
  if (!same_noun && !gm_words_before(view, part->from, "的有 的共 的共有 的达 的为") &&
      told_of_others(view, whole, part, which))
    return NULL;
  return gm_disclaimed(view) ? NULL : part;
}

/* AR-02: the first part behind 其中 exceeds the whole. */
static void check_part_exceeds(gm_line_check *check, const gm_links *links, unsigned total, unsigned first) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[total], *part = first_above(check, links, total, first);
  if (!part) return;
  gm_report_mention(check, part);
  gm_note_distance(check, whole->figure->value, part->figure->value);
  if (!gm_is_exact(part->figure) || !gm_is_exact(whole->figure)) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "其中的%s大于整体%s", "%s is more than its whole, %s",
         gm_quote_mention(view, part).text, gm_quote_mention(view, whole).text);
  gm_relate_mention(check, whole, "整体", "the whole");
}

static void report_exceeds(gm_line_check *check, const gm_mention *whole, const gm_mention *part) {
  const gm_view *view = check->view;
  if (gm_disclaimed(view) || gm_is_told(check, whole) || gm_is_told(check, part)) return;
  gm_report_mention(check, part);
  gm_note_distance(check, whole->figure->value, part->figure->value);
  if (!gm_is_exact(part->figure) || !gm_is_exact(whole->figure)) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s大于整体%s", "%s is more than its whole, %s",
         gm_quote_mention(view, part).text, gm_quote_mention(view, whole).text);
  gm_relate_mention(check, whole, "整体", "the whole");
}

static bool exceeds(const gm_figure *part, const gm_figure *whole) {
  return gm_comparable(part, whole) && gm_decimal_compare(part->interval.low, whole->interval.high) > 0;
}

static bool above(const gm_mention *part, const gm_mention *whole) { return exceeds(part->figure, whole->figure); }

/* What went out and what came back of it, who was due and who was there. */
static const struct {
  const char *due, *done;
} pairs[] = {
    {"发放问卷 发出问卷 寄出问卷 发放调查问卷 发出调查问卷 发放测评表 发出测评表 问卷", "收回 回收"},
    {"收回问卷 回收问卷 收回答卷 回收答卷 收回调查 收回测评 收回选票", "有效"},
    {"应到 应到会 应出席", "实到 实到会 实际到会 实出席"},
    {"参评 参赛 参选 申报 报名 送检 抽检 受检", "获奖 入选 合格 入围 中奖 录用 获评"},
    {"应参加 应参会 应参训 应参考", "实参加 实参会 实参训 实参考 实际参加 实际参会 实际参训 实际参考"},
};

#define DUE_CHARS 6 /* between 应到 and the count: 应到代表 */

/* 寄出问卷360份，收回438份: the greater count told next, its word opening the clause. */
static void check_pair_exceeds(gm_line_check *check, const gm_links *links, unsigned due) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[due], *part = whole + 1;
  if (!gm_same_sentence(whole, part) || !gm_is_part(part->figure)) return;
  size_t clause = part->clause;
  if (clause != whole->to + 1u) return;
  size_t opening = gm_words_at(view, clause, "共 共计 现 已 实际");
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    size_t done = gm_words_at(view, clause, pairs[i].done), from = links->items[due].label;
    if (!done && (done = gm_words_at(view, clause + opening, pairs[i].done)) != 0) done += opening;
    size_t word = done ? gm_find_word(view, from, whole->from, pairs[i].due) : SIZE_MAX;
    if (word == SIZE_MAX || part->from - clause - done > DUE_CHARS) continue;
    if (i == 0 && gm_find_word(view, from, whole->from, "发放 发出 寄出") == SIZE_MAX) continue;
    report_exceeds(check, whole, part);
    return;
  }
}

#define HELD_CHARS 6 /* of the words behind （含: 上年结转 */

/* 768件（含结转921件）: the one, greater count in brackets, of the things counted before them. */
static void check_bracket_exceeds(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[total], *part = whole + 1;
  if (!gm_is_amount(part->figure) || gm_is_delta(part->figure)) return;
  size_t word = gm_words_at(
      view, whole->to,
      "（含 （包括 （包含 （其中 （不合格 （合格 （未完成 （已完成 （女性 （男性 （女 （男 （党员 （优秀 （达标");
  if (!word) return;
  size_t from = whole->to + word;
  if (part->from < from || part->from - from > HELD_CHARS || !gm_one_of(view, part->to, "）")) return;
  if (part->figure->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD | GM_ROLE_NUMBER_NAME)) return;
  bool anything = gm_words_at(view, gm_view_find(view, whole->figure->unit_start), ANY) != 0;
  if (anything && gm_words_at(view, whole->to, "（含 （包括 （包含 （其中") &&
      !gm_words_at(view, from, "结转 上年结转 去年结转 上月结转 往年结转 新增 不合格 未完成 重复 跨年"))
    return;
  report_exceeds(check, whole, part);
}

/* 合作社86家，其中省级示范社14家、市级示范社98家: do the words before both parts end alike, and in the last character
 * of the whole's noun? */
static bool of_one_head(const gm_view *view, const gm_mention *whole, const gm_mention *before,
                        const gm_mention *part) {
  size_t noun = gm_view_find(view, whole->figure->noun_end);
  return whole->figure->noun_end > whole->figure->noun_start && noun && ends_alike(view, before, part) &&
         view->cp[noun - 1] == view->cp[part->from - 1];
}

/* Whom those work for that are counted before. */
#define SERVED "学生 在校生 学员 幼儿 村民 居民 群众 农户 患者 病人 老人 游客 读者 观众 用户 客户 旅客 乘客"
#define MANY   2 /* times the whole: a slip of the pen makes no part so great */

/* 教职工186人，其中专任教师162人，在校学生2430人: are people told of behind a part others than the
 * whole counts? */
static bool counts_others(const gm_view *view, const gm_mention *whole, const gm_mention *m) {
  gm_decimal many;
  if (gm_units[whole->figure->unit].unit_class != GM_CLASS_PERSON) return false;
  if (gm_decimal_multiply(whole->figure->interval.high, gm_decimal_of(MANY), &many) &&
      gm_decimal_compare(m->figure->value, many) > 0)
    return true;
  size_t noun = gm_view_find(view, whole->figure->noun_end);
  bool shared = false; /* 师生 and 学生 */
  for (size_t i = m->label; i < m->from && noun && !shared; i++) shared = view->cp[i] == view->cp[noun - 1];
  return !shared && gm_find_word(view, m->label, m->from, SERVED) != SIZE_MAX;
}

/* 其中医生280人，护士638人: a later part of the list behind 其中, told by one amount a clause, that exceeds the whole.
 * NULL when there is none. */
static const gm_mention *later_above(const gm_line_check *check, const gm_links *links, unsigned total,
                                     unsigned first) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[total], *opening = &links->items[first], *before = opening;
  const char *counted = "所以 因此 覆盖 惠及 服务 吸引 参加 参与 带动 撬动 培训 累计 共 总 年 另 全 日均 上年 去年 结转 节约 占";
  bool some = false;
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  for (unsigned i = first + 1; i < links->count && !some && gm_same_sentence(&links->items[i], opening); i++)
    some = above(&links->items[i], whole);
  size_t which = some ? gm_find_word(view, whole->to, opening->from, "其中") : SIZE_MAX;
  if (which == SIZE_MAX || ends_list(links, total, which)) return NULL;
  if (!gm_same_sentence(whole, opening) && !stands_first(check->figures, total)) return NULL;
  for (unsigned i = first + 1; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (gm_is_age(m->figure) && m->figure->roles & GM_ROLE_THRESHOLD) continue; /* 35岁及以下的71名 */
    if (!gm_same_sentence(m, opening) || !gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure) ||
        !gm_is_part(before->figure) || !gm_comparable(before->figure, whole->figure))
      return NULL;
    /* Those before make up the whole: what follows is none of them. 控制在98.2亿元限额以内 */
    if (!gm_interval_add(&sum, before->figure->interval) || gm_interval_meet(sum, whole->figure->interval) ||
        gm_find_word(view, before->to, m->from, "控制 核定 限额 上限 不超") != SIZE_MAX)
      return NULL;
    size_t mark = gm_find_mark(view, before->to, m->from, "，、");
    if (mark == SIZE_MAX || gm_find_word(view, mark + 1, m->from, "， 、 ； 其中") != SIZE_MAX ||
        gm_find_word(view, before->to, m->from, counted) != SIZE_MAX)
      return NULL;
    /* 新建公路86公里，其中县道26公里，改造农村公路120公里: what else was done; 取得证书的93人 are of those */
    bool of_those = gm_words_before(view, m->from, OF_THOSE) != 0;
    if ((!of_those && m->figure->verb_end > m->figure->verb_start && m->figure->verb_start == view->raw_at[m->clause] &&
         m->figure->verb_hash != whole->figure->verb_hash) ||
        gm_words_at(view, m->clause, "向 对 为 给 把 将") || /* 其中红色预警3条，向群众发送短信47.2万条 */
        gm_words_at(view, m->clause, "改造 修缮 维修 养护 提升 整治 治理 翻修"))
      return NULL;
    const gm_mention *last = before;
    before = m;
    if (!above(m, whole)) continue;
    gm_interval both = whole->figure->interval; /* 下羔的417只，其中30只下了双羔，所以接了447只 */
    if (!gm_interval_add(&both, sum) || gm_interval_meet(both, m->figure->interval)) return NULL;
    /* 特困人员资助47.5万元，其中学生12.6万元，低保对象资助68.4万元: told as the whole is, not as its part */
    if (ends_alike(view, whole, m) && !ends_alike(view, whole, opening)) return NULL;
    if (gm_words_at(view, m->to, "总 的总")) return NULL; /* 以86亿元总销售额居首: of more than is divided here */
    bool same = (whole->figure->noun_hash && whole->figure->noun_hash == m->figure->noun_hash) ||
                of_one_head(view, whole, last, m);
    if (!same &&
        (gm_words_at(view, gm_view_find(view, whole->figure->unit_start), ANY) || counts_others(view, whole, m)))
      return NULL;
    return !has_no_parts(links, total) && !fits_one_before(links, total, m) ? m : NULL;
  }
  return NULL;
}

bool gm_is_below_part(const gm_line_check *check, const gm_links *links, unsigned total) {
  unsigned first = first_of_which(check->figures, total);
  return first && first < GM_MENTIONS_MAX &&
         (first_above(check, links, total, first) || later_above(check, links, total, first));
}

#define STATES                                                                                                                                                 \
  "开工 复工 动工 完工 竣工 建成 完成 办结 结案 整改 交付 投用 投产 投运 通车 验收 开业 销号 化解 签约 达标 通过 " \
  "建成投用 投入使用 交付使用 启动 实施 办理 落实 搬迁 拆除 开放"

/* 18所学校中，已开工19所，: do the words of the part, from clean character `from` on, only say how far those are that
 * were just told, with no noun of their own? */
static bool only_of_state(const gm_view *view, size_t from, const gm_mention *part) {
  from += gm_one_of(view, from, "，");
  size_t opening = gm_words_at(view, from, "已 已经 现已 目前已 均已 尚未 未 正在 提前 按期 如期 实际");
  return opening && from + opening + gm_words_at(view, from + opening, STATES) == part->from &&
         gm_one_of(view, part->to, "，；。、（");
}

#define LED_CHARS 10 /* from a whole to 中 behind its noun: 64家合作社中 */

/* 64家合作社中，省级示范社76家: the greater amount told next, behind 中， of the same things. */
static void check_led_exceeds(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = check->view;
  const gm_mention *whole = &links->items[total], *part = whole + 1;
  /* 浸在2米深的水中，距岸200米: no whole, but how deep it is */
  if (!gm_same_sentence(whole, part) || !gm_is_part(part->figure) || gm_one_of(view, whole->to, "深高宽长厚")) return;
  size_t end = whole->to + LED_CHARS < part->from ? whole->to + LED_CHARS : part->from;
  size_t among = gm_find_word(view, whole->to, end, "中， 中有 中已 中的 里，");
  if (among == SIZE_MAX || parted(view, among + 2, part->from, false) ||
      gm_find_word(view, whole->to, part->from, "其中 " GIVEN " 共 累计 总 另 比 结转 原有") != SIZE_MAX)
    return;
  bool share = total + 2 < links->count && part[1].figure->kind == GM_FIGURE_PERCENT &&
               part[1].figure->roles & GM_ROLE_SHARE && gm_same_sentence(part, part + 1);
  if (!share && gm_units[whole->figure->unit].unit_class == GM_CLASS_COUNT &&
      !of_the_same(links, total, part, among - 1) &&
      (!only_of_state(view, among + 1, part) || fits_one_before(links, total, part)))
    return;
  report_exceeds(check, whole, part);
}

/* 150个国家的代表和7位观察员, 40毫克到…, 超过100米的竖井, 10号线: is it but one of what makes the whole, where a range
 * begins, what things are like, or a name? */
static bool is_no_whole(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  /* 6家支行余额超过20亿元: what each of those counted has at least */
  if ((m->figure->approx == GM_APPROX_OVER || m->figure->approx == GM_APPROX_LEAST) && index &&
      m[-1].clause == m->clause && gm_is_countable(m[-1].figure) && !gm_comparable(m[-1].figure, m->figure) &&
      gm_units[m[-1].figure->unit].unit_class == GM_CLASS_COUNT)
    return true;
  return gm_one_before(view, m->from, "和及与") || gm_one_of(view, m->to, "到至") ||
         (!gm_is_exact(m->figure) && gm_one_of(view, m->to, "的")) ||
         gm_one_of(view, gm_view_find(view, m->figure->number_end), "号");
}

void gm_check_part_exceeds(gm_line_check *check) {
  if (check->figures->count < 2) return;
  for (uint32_t i = 0; i + 1 < check->figures->count && i + 1 < GM_MENTIONS_MAX; i++) {
    const gm_figure *f = &check->figures->items[i];
    if (!gm_is_amount(f) || !gm_is_plain(f)) continue;
    if (exceeds(f + 1, f)) {
      if (is_no_whole(gm_links_of(check), i)) continue;
      check_bracket_exceeds(check, gm_links_of(check), i);
      check_pair_exceeds(check, gm_links_of(check), i);
      if (f->roles & GM_ROLE_WHOLE_LEAD) check_led_exceeds(check, gm_links_of(check), i);
    }
    unsigned first = first_of_which(check->figures, i);
    if (!first || first >= GM_MENTIONS_MAX || is_no_whole(gm_links_of(check), i)) continue;
    check_part_exceeds(check, gm_links_of(check), i, first);
    const gm_mention *later = later_above(check, gm_links_of(check), i, first);
    if (later) report_exceeds(check, &gm_links_of(check)->items[i], later);
  }
  for (uint32_t i = 1, amounts = gm_is_amount(check->figures->items); i < check->figures->count; i++) {
    if (!gm_is_amount(&check->figures->items[i])) continue;
    if (i < GM_MENTIONS_MAX && amounts++) gm_check_part_free(check, gm_links_of(check), i);
  }
}
