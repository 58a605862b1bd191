/* CNT-06: 甲、乙分别为1、2: as many terms behind 分别 as before it. */
#include "check/families.h"
#include "check/list.h"
#include "check/respectively.h"
#include "check/sum.h"

#define VERB_CHARS  14u /* from 分别 to the first figure: 比上年同期增长 */
#define ITEM_CHARS  16u /* a subject that is counted for certain is no longer */
#define SHORT_CHARS 4u  /* from a count to 分别, with its noun */

/* May the characters [from, to) stand between two values of one row: 、 和 ， and nothing else? 2 for a comma. */
static unsigned parts_values(const gm_view *view, size_t from, size_t to) {
  unsigned comma = 0;
  for (size_t i = from; i < to;) {
    if (view->cls[i] & (GM_SPACE | GM_IN_PAREN) || gm_one_of(view, i, "（）以上下左右余多") ||
        gm_one_of(view, i, "-−－")) {
      i++;
      continue;
    }
    size_t n = gm_words_at(view, i, "、 和 与 及 以及 ，");
    if (!n) return 0;
    comma = comma || gm_one_of(view, i, "，");
    i += n;
  }
  return from < to ? 1 + comma : 0;
}

static bool alike(const gm_figure *a, const gm_figure *b) {
  if (a->kind != b->kind) return false;
  return a->kind == GM_FIGURE_PERCENT || a->kind == GM_FIGURE_POINTS || a->kind == GM_FIGURE_MULTIPLE ||
         (gm_is_amount(a) && gm_comparable(a, b)) || (a->kind == GM_FIGURE_DURATION && a->unit == b->unit);
}

/* What may be a term of a row of several units: 36批、98.2%和12小时. */
static bool is_term(const gm_figure *f) {
  return gm_is_amount(f) || f->kind == GM_FIGURE_PERCENT || f->kind == GM_FIGURE_POINTS ||
         f->kind == GM_FIGURE_MULTIPLE || f->kind == GM_FIGURE_FRACTION || f->kind == GM_FIGURE_DURATION;
}

#define RANGE_SIGNS "- − － – — ～ ~ —— 至 到"

/* 26米-35米: is the second value the end of a range, and no term of its own? */
static bool ends_range(const gm_view *view, size_t from, size_t to) {
  return to > from && gm_words_at(view, from, RANGE_SIGNS) == to - from;
}

bool gm_values_from(const gm_links *links, unsigned first, bool mixed, gm_terms *out) {
  const gm_view *view = links->view;
  out->least = 1;
  out->from = links->items[first].from;
  out->to = links->items[first].to;
  for (unsigned i = first + 1; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->roles & GM_ROLE_PAREN) continue;
    unsigned parted = parts_values(view, out->to, m->from);
    bool like = alike(links->items[first].figure, m->figure);
    if (like && ends_range(view, out->to, m->from)) {
      out->to = m->to;
      continue;
    }
    if (!parted || !(mixed ? is_term(m->figure) || like : like)) break;
    if (parted > 1 && mixed) break;
    if (parted > 1) return false;
    out->least++;
    out->to = m->to;
  }
  out->most = out->least;
  return true;
}

#define MEASURE_CHARS 4u /* 签约金额 */
#define MEASURED                                                                                                                                               \
  "人数 户数 件数 数量 金额 面积 长度 总数 资金 投资 造价 价格 预算 经费 分值 得分 权重 占比 比例 产量 产值 容量 " \
  "床位 规模 库容 里程 工期 得票 重量 单价"

/* 四类家庭，户数分别为…: the measure alone, of what the clause before counts. */
static bool is_measure(const gm_view *view, size_t from, size_t to) {
  return from < to && gm_words_at(view, from, MEASURED) == to - from;
}

/* 签约金额: the same with a word before it. */
static bool is_measure_of(const gm_view *view, size_t from, size_t to) {
  if (from >= to || to - from > MEASURE_CHARS || !gm_words_before(view, to, MEASURED)) return false;
  for (size_t i = from; i < to; i++)
    if (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, "和与及的其")) return false;
  return true;
}

#define RATE_CHARS 6u

/* 合格率分别为: a rate alone, of each of what the clause before tells. */
static bool is_rate(const gm_view *view, size_t from, size_t to) {
  if (to < from + 2 || to - from > RATE_CHARS || !gm_one_before(view, to, "率")) return false;
  for (size_t i = from; i < to; i++)
    if (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, "和与及")) return false;
  return true;
}

/* 同比, 比上年: what may stand before 分别 in a clause that goes on from the row before. */
static bool goes_on(const gm_view *view, size_t from, size_t to) {
  if (from == to || is_measure(view, from, to) || is_rate(view, from, to)) return true;
  size_t n = gm_words_at(view, from, "同比 环比 比 较 占比 增速 增幅 降幅 且 并 也 均 与 与上年同期相比 按可比价格");
  if (!n || to - from > 10) return false;
  for (size_t i = from + n; i < to; i++)
    if (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, "和与及")) return false;
  return true;
}

/* 游客4.16亿人次、收入936万元，分别增长…: a clause, up to `end`, whose items each tell one amount at their end. */
static bool amounts_before(const gm_view *view, const gm_links *links, size_t end, gm_terms *out) {
  gm_list list;
  gm_list_before(view, 0, end, &list);
  if (list.open || list.too_long || list.count < 2 || list.joints) return false;
  for (unsigned n = 0; n < list.count; n++) {
    unsigned amounts = 0;
    for (unsigned i = 0; i < links->count; i++) {
      const gm_mention *m = &links->items[i];
      if (m->number < list.start[n] || m->number >= list.end[n] || m->figure->roles & GM_ROLE_PAREN) continue;
      amounts += 1 + (!gm_is_amount(m->figure) || m->to + 1 < list.end[n]);
    }
    if (amounts != 1) return false;
  }
  /* The clause before may tell the first of them. */
  if (list.start[0] > 1 && gm_has_figure(links, gm_clause_start(view, list.start[0] - 1), list.start[0])) return false;
  out->least = out->most = list.count;
  out->from = list.start[0];
  out->to = end;
  return true;
}

/* 在岗1960人，快递员1274人，分拣员392人，客服294人: does the first clause tell what the `count` behind it make? */
static bool leads_with_sum(const gm_links *links, unsigned first, unsigned count) {
  gm_parts parts = {.count = count};
  gm_interval sum;
  gm_decimal value;
  if (count < 2 || count > GM_PARTS_MAX) return false;
  for (unsigned i = 0; i < count; i++) parts.at[i] = first + 1 + i;
  return gm_sum_of(links, &parts, &sum, &value) && gm_interval_touch(sum, links->items[first].figure->interval);
}

/* 种植类12个，加工类11个，物流类8个，签约金额分别为…: a row of clauses up to mention `last`, each of which tells one
 * amount of one unit. */
static bool clauses_before(const gm_links *links, unsigned last, size_t end, gm_terms *out) {
  const gm_view *view = links->view;
  unsigned count = 0, first = last;
  if (links->items[last].to != end) return false;
  for (unsigned i = last + 1; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[last]);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_part(m->figure) || !gm_comparable(m->figure, links->items[last].figure) || m->from == m->label ||
        (count && links->items[first].clause != m->to + 1u))
      break;
    if (gm_find_word(view, m->clause, m->from, "共 计 其中 其余 总 另") != SIZE_MAX) return false;
    first = i;
    count++;
    if (i && m[-1].from >= m->clause) break; /* 31个项目中的 */
  }
  if (count && leads_with_sum(links, first, count - 1)) first++, count--;
  out->least = out->most = count;
  out->from = links->items[first].label;
  out->to = end;
  out->product = out->clauses = 0;
  out->multiple = false;
  return count > 2;
}

/* 分为甲、乙、丙三个模块，分别为…: a count of things that ends the clause before `end`. */
static bool counted_before(const gm_links *links, unsigned index, size_t end, gm_terms *out) {
  const gm_mention *m = &links->items[index];
  const gm_figure *f = m->figure;
  /* 产业项目14个、民生项目6个，分别…; 50万元以上的37个、不足10万元的7个，分别…: an item of a list counts none */
  for (unsigned i = index; i-- > 0 && links->items[i].clause == m->clause;)
    if (gm_one_of(links->view, links->items[i].to, "、") && gm_is_amount(links->items[i].figure) &&
        gm_comparable(links->items[i].figure, f))
      return false;
  if ((f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) || !gm_is_exact(f) || f->value.scale ||
      (f->roles & GM_ROLE_TO && index && m[-1].figure->roles & GM_ROLE_FROM &&
       gm_same_sentence(m - 1, m)) || /* 由41个减至15个 */
      (gm_is_delta(f) && !(f->roles & GM_ROLE_ADDED)) ||
      f->value.digits < 2 || f->value.digits > GM_RESPECTIVE_MAX || m->to > end || end - m->to > SHORT_CHARS ||
      gm_find_mark(links->view, m->to, end, "、") != SIZE_MAX ||                         /* 减少3起、2人 */
      (f->kind == GM_FIGURE_QUANTITY && gm_units[f->unit].unit_class != GM_CLASS_COUNT)) /* 按8折优惠 */
    return false;
  out->least = out->most = (unsigned)f->value.digits;
  out->from = m->from;
  out->to = end;
  out->product = out->clauses = 0;
  out->multiple = false;
  return true;
}

void gm_report_respectively(gm_line_check *check, const gm_terms *left, const gm_terms *right, bool values) {
  const gm_view *view = check->view;
  size_t start = gm_clause_start(view, right->from);
  bool in_order = gm_find_word(view, start, right->from, "依次") != SIZE_MAX &&
                  gm_find_word(view, start, right->from, "分别") == SIZE_MAX;
  const char *word = in_order ? "依次" : "分别";
  gm_report_line(check, right->from, right->to);
  gm_say(check->out, check->language,
         values ? "“%s”前后项数不等：前面一组%u个数（%s），后面%u个（%s）"
                : "“%s”前后项数不等：前面%u项（%s），后面%u项（%s）",
         values ? "%s with unequal terms: %u figures in the row before (%s), %u here (%s)"
                : "%s with unequal terms: %u before it (%s), %u behind it (%s)",
         word, left->least, gm_quote_line(view, left->from, left->to).text, right->least,
         gm_quote_line(view, right->from, right->to).text);
  gm_relate(check->out, (gm_position){0, view->raw_at[left->from]}, (gm_position){0, gm_raw_end(view, left->to)},
            check->language == GM_ENGLISH ? "the other side" : "另一边");
}

/* 三类产品，合格率分别为98.6%、97.2%、99.1%和96.5%: one more or one less, of three or more? A rate may be of others. */
static bool is_one_off(const gm_terms *left, const gm_terms *right) {
  return right->least > 2 && (left->least + 1 == right->least || right->least + 1 == left->least);
}

/* 甲队、乙队分别获得一等奖、二等奖: prizes and places are no figures. */
static void check_prizes(gm_line_check *check, size_t at, size_t from) {
  const gm_view *view = check->view;
  gm_list list;
  gm_list_behind(view, from, GM_DUN, &list);
  if (list.open || list.too_long || !list.count) return;
  size_t end = list.end[list.count - 1];
  for (unsigned n = 0; n < list.count; n++)
    if (list.end[n] - list.start[n] > ITEM_CHARS || view->cp[list.end[n] - 1] != view->cp[list.end[0] - 1]) return;
  if (!gm_one_before(view, end, "奖名位牌") || (end < view->count && !(view->cls[end] & (GM_STOP | GM_PAUSE)))) return;
  gm_terms left, right = {.least = list.count, .from = list.start[0], .to = end};
  for (unsigned n = 0; n < list.count; n++) right.least += gm_joints_of_terms(view, list.start[n], list.end[n], false);
  right.most = right.least;
  if (right.least < 2 || !gm_subjects_before(view, gm_links_of(check), at, &left)) return;
  if (gm_terms_fit(&left, right.least)) return;
  gm_report_respectively(check, &left, &right, false);
}

/* 三个标段分别于3月、5月、6月开工: the dates from `from` on, of which each subject has one. */
static void check_dates(gm_line_check *check, size_t at, size_t from) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  unsigned first = 0;
  while (first < links->count && links->items[first].from < from) first++;
  gm_terms left, right = {.from = from, .to = from};
  bool joined = false;
  for (unsigned i = first; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_DATE && m->figure->kind != GM_FIGURE_YEAR) break;
    if (right.least ? parts_values(view, right.to, m->from) != 1 : m->from != from) break;
    /* 2019年和2021年、2022年: two years of one of them */
    if (joined && gm_one_of(view, right.to, "、")) return;
    joined = joined || (right.least && gm_find_word(view, right.to, m->from, "和 与 及") != SIZE_MAX);
    right.least++;
    right.to = m->to;
  }
  if (right.least < 2 ||
      gm_words_at(view, right.to, "至 到 — － - ～ 、 和 及 与 ， 之间 起 等 前 后 左右 以后 之后 以前 之前"))
    return;
  if (!gm_subjects_before(view, links, at, &left) || left.multiple || gm_terms_fit(&left, right.least)) return;
  gm_report_respectively(check, &left, &right, false);
}

#define PLACES      "设在 位于 建在 设于 建于 落户 坐落在 布置在 布设在"
#define PLACE_CHARS 6u /* a place that is counted for certain is no longer */

/* 四所学校分别设在城东、城南和城北: bodies counted, and the places of a clause, one each. */
static void check_places(gm_line_check *check, size_t at, size_t from) {
  const gm_view *view = check->view;
  gm_list list;
  gm_list_behind(view, from, GM_DUN, &list);
  if (list.open || list.too_long || list.count < 2 || list.joints > 1 ||
      gm_find_word(view, list.start[0], list.end[list.count - 1], "等") != SIZE_MAX)
    return;
  size_t end = list.end[list.count - 1], joint = list.start[list.count - 1];
  while (joint < end && !gm_joint_at(view, joint)) joint++;
  if (list.joints != (joint < end) || (end < view->count && !(view->cls[end] & (GM_STOP | GM_PAUSE)))) return;
  for (unsigned n = 0; n < list.count; n++)
    if (list.end[n] - list.start[n] > (n + 1 < list.count ? PLACE_CHARS : 2 * PLACE_CHARS)) return;
  gm_terms left, right = {.least = list.count + list.joints, .from = list.start[0], .to = end};
  if (!gm_subjects_before(view, gm_links_of(check), at, &left) || left.least != left.most || left.multiple ||
      left.product || !gm_number_at(view, left.from) || left.least == right.least || left.least > right.least + 1 ||
      right.least > left.least + 1)
    return;
  gm_report_respectively(check, &left, &right, false);
}

#define TAKES      "担任 负责 牵头 承担 带队 主持 承建 中标 施工 承办 任组长"
#define NAME_CHARS 6u /* of a person or a body that is counted for certain */

/* 三个小组组长分别由王强、李敏、赵亮担任: things counted, and who takes them, one each. */
static void check_takers(gm_line_check *check, size_t at, size_t from) {
  const gm_view *view = check->view;
  gm_list list;
  gm_list_behind(view, from, GM_DUN, &list);
  if (list.open || list.too_long || list.count < 2 || list.joints > 1) return;
  size_t last = list.count - 1, verb = gm_find_word(view, list.start[last], list.end[last], TAKES);
  if (verb == SIZE_MAX || gm_find_word(view, from, verb, "等 的") != SIZE_MAX) return;
  list.end[last] = verb;
  unsigned count = list.count + list.joints;
  for (unsigned n = 0; n < list.count; n++) {
    size_t length = list.end[n] - list.start[n];
    if (length < 2 || length > (n == last && list.joints ? 2 * NAME_CHARS + 1 : NAME_CHARS)) return;
  }
  gm_terms left, right = {.least = count, .from = from, .to = verb};
  if (!gm_subjects_before(view, gm_links_of(check), at, &left) || left.least != left.most || left.multiple ||
      left.product || !gm_number_at(view, left.from) || left.least == right.least || left.least > right.least + 1 ||
      right.least > left.least + 1)
    return;
  gm_report_respectively(check, &left, &right, false);
}

/* 8名成员分别编入3人、3人、2人: do the `count` values from mention `first` on, what is told of them in brackets left
 * aside, come to the number right before in their clause? */
static bool share_number(const gm_links *links, unsigned first, unsigned count) {
  const gm_mention *number = &links->items[first] - 1;
  gm_decimal sum = {0, 0};
  if (!first || !gm_is_amount(number->figure) || number->clause != links->items[first].clause) return false;
  for (unsigned i = first; i < links->count && count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->roles & GM_ROLE_PAREN) continue;
    if (!gm_decimal_add(sum, f->value, &sum)) return false;
    count--;
  }
  return gm_decimal_compare(sum, number->figure->value) == 0;
}

/* Judges the values from mention `first` on as a measure, told at [from, at), of a row of clauses before it. False when
 * it is none. */
static bool check_clauses(gm_line_check *check, const gm_links *links, unsigned first, size_t from, size_t at) {
  gm_terms left, right;
  if (!first || !gm_one_before(links->view, from, "，") || !is_measure_of(links->view, from, at) ||
      gm_comparable(links->items[first - 1].figure, links->items[first].figure) ||
      !clauses_before(links, first - 1, from - 1, &left))
    return false;
  if (gm_values_from(links, first, false, &right) && right.least > 1 && right.least != left.least)
    gm_report_respectively(check, &left, &right, true);
  return true;
}

/* 已完工14个，滞后的5个，分别占: is the amount the last of several that are told a clause each? */
static bool closes_clauses(const gm_links *links, unsigned index) {
  const gm_mention *m = &links->items[index], *before = m - 1;
  return index && before->to + 1u == m->clause && gm_is_amount(before->figure) &&
         gm_comparable(before->figure, m->figure);
}

/* 120张、86%和1∶6; 3.2万吨、2.9万吨和最低0.8万吨: does the row go on behind its last value that is read? */
static bool goes_further(const gm_view *view, size_t to) {
  to += gm_words_at(view, to, "以上 以下 左右 上下 以内 多 余");
  while (to < view->count && (view->cls[to] & GM_IN_PAREN || gm_one_of(view, to, "（）"))) to++;
  return gm_words_at(view, to, "、 和 与 及 以及") != 0;
}

void gm_check_respectively(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!gm_one_before(view, i, "分依") || gm_words_at(view, i - 1, "分别 依次") != 2) return;
  size_t at = i - 1, end = i + 1;
  size_t place = gm_words_at(view, end, PLACES), when = gm_words_at(view, end, "于 在");
  if (place && check->figures->count)
    check_places(check, at, end + place);
  else if (when && check->figures->count > 1)
    check_dates(check, at, end + when);
  else if (gm_one_of(view, end, "由") && check->figures->count)
    check_takers(check, at, end + 1);
  if (gm_words_at(view, end, "于 在 由 从 向 对 以 与 和 按 用")) return;
  size_t prize = gm_words_at(view, end, "获得 获得了 获 荣获 荣获了 夺得 斩获 摘得 位列 位居 名列 获评");
  if (prize) check_prizes(check, at, end + prize);
  if (check->figures->count < 2) return;
  const gm_links *links = gm_links_of(check);
  unsigned first = 0;
  while (first < links->count && links->items[first].from < end) first++;
  if (first == links->count || links->items[first].from - end > VERB_CHARS) return;
  const gm_mention *m = &links->items[first];
  for (size_t k = end; k < m->from; k++)
    if (view->cls[k] & (GM_STOP | GM_PAUSE | GM_OPEN) && !gm_one_of(view, k, "：“")) return;
  gm_terms left, right;
  size_t from = gm_clause_start(view, at);
  if (!(m->figure->kind == GM_FIGURE_PERCENT || m->figure->kind == GM_FIGURE_POINTS ||
        m->figure->kind == GM_FIGURE_MULTIPLE || m->figure->kind == GM_FIGURE_DURATION || gm_is_amount(m->figure)))
    return;
  if (check_clauses(check, links, first, from, at) || gm_check_listed_measure(check, links, first, from, at)) return;
  if (from > 1 && goes_on(view, from, at) && gm_one_before(view, from, "，")) {
    /* …分别为1、2，同比分别增长3%、4%: the row before ends at the comma. */
    unsigned last = first;
    while (last && links->items[last - 1].to + 1 > from) last--;
    if (!last) return;
    unsigned start = last - 1;
    while (start && links->items[start].figure->roles & GM_ROLE_PAREN) start--;
    unsigned of = start;
    while (of && links->items[of - 1].figure->sentence == m->figure->sentence &&
           parts_values(view, links->items[of - 1].to, links->items[of].from) == 1)
      of--;
    if (closes_clauses(links, of)) return;
    if (gm_find_word(view, links->items[of].clause, links->items[of].from, "分别") == SIZE_MAX) {
      if (!gm_comparable(links->items[of].figure, m->figure) && /* 满分5分，得分分别为4.62分、4.55分 */
          counted_before(links, of, from - 1, &left) &&
          (from == at || is_measure(view, from, at) || is_rate(view, from, at)) &&
          gm_values_from(links, first, true, &right) && right.least > 1 && right.least != left.least &&
          right.least < 2 * left.least && (!is_rate(view, from, at) || is_one_off(&left, &right))) {
        gm_report_respectively(check, &left, &right, false);
        return;
      }
      if (amounts_before(view, links, from - 1, &left) && gm_values_from(links, first, false, &right) &&
          right.least > 1 && right.least != left.least)
        gm_report_respectively(check, &left, &right, true);
      return;
    }
    if (!gm_values_from(links, of, true, &left) || left.to + 1 < from || !gm_values_from(links, first, false, &right))
      return;
    if (left.least != right.least && left.least > 1 && right.least > 1)
      gm_report_respectively(check, &left, &right, true);
    return;
  }
  if (!gm_subjects_before(view, links, at, &left) || !gm_values_from(links, first, false, &right)) return;
  if (right.least < 2 && gm_is_amount(m->figure) && !gm_values_from(links, first, true, &right)) return;
  if (left.multiple && right.least % left.least == 0) return;
  if (right.least < 2 || gm_terms_fit(&left, right.least)) return;
  /* Units may differ between the terms: 46万人次、3亿元. */
  gm_terms all;
  if (gm_is_amount(m->figure) && (!gm_values_from(links, first, true, &all) || all.least != right.least)) return;
  if (share_number(links, first, right.least) || goes_further(view, right.to)) return;
  gm_report_respectively(check, &left, &right, false);
}
