/* CNT-06: 甲、乙分别为1、2: as many terms behind 分别 as before it. */
#include "check/families.h"
#include "check/link.h"
#include "check/list.h"

#define VERB_CHARS 14u /* from 分别 to the first figure: 比上年同期增长 */
#define ITEM_CHARS 16u /* a subject that is counted for certain is no longer */
#define VALUES_MAX 16u
#define PART_CHARS 8u /* from the last 、 of a clause that is the first part of a list to the next clause */

typedef struct terms {
  unsigned least, most;
  bool multiple;    /* several rows of so many may follow: 城乡居民收入 of two years */
  unsigned product; /* of two lists that may be glued: 甲校、乙校语文、数学 are four; 0 when they are not */
  size_t from, to;
} terms;

/* Words that 和 or 及 may belong to: 和平 in 和平社区, but not in 人数和平均分. */
#define MAYBE_WORDS "和平 和美 和县 和田 和林 和政 和顺 共和 温和 中和 调和 融和 及时"

/* Joints of [from, to): 和 与 及 以及 that part two terms. With `sure`, those alone that belong to no other word. */
static unsigned joints(const gm_view *view, size_t from, size_t to, bool sure) {
  unsigned n = 0;
  for (size_t i = from + 1; i + 1 < to; i++) {
    if (view->cls[i] & (GM_IN_PAREN | GM_IN_TITLE) || !gm_joint_at(view, i)) continue;
    n += !sure || !(gm_words_at(view, i, MAYBE_WORDS) || gm_words_at(view, i - 1, MAYBE_WORDS));
  }
  return n;
}

#define SHORT_CHARS 4u /* an item that holds no second phrase is no longer */

/* 甲、乙和丙的产量: 1 when 和 in the last item parts two that are like those before, else 0. */
static unsigned joins_the_last(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  size_t from = list->start[last], to = list->end[last], at = from + 1;
  while (at + 1 < to && !gm_joint_at(view, at)) at++;
  if (at + 1 >= to || !last || (last == 1 && at - from > SHORT_CHARS)) return 0;
  if (gm_words_at(view, at + 1, "其他 其它 其余")) return 0; /* 保税物流及其他方式 may be one */
  size_t before = list->end[last - 1], begins = list->start[last > 1 ? last - 1 : 0];
  if (view->cp[at - 1] == view->cp[before - 1]) return 1;
  size_t of = gm_find_word(view, at + 1, to, "的");
  if (gm_one_before(view, of == SIZE_MAX ? to : of, "局委办部厅会")) return 0; /* 教育、卫生和健康局 */
  /* 卫生室、敬老院和活动中心的达标率: the one 和 of the list, and what is measured of all behind it */
  if (gm_one_of(view, at, "和") && of != SIZE_MAX && of > at + 2 && gm_one_before(view, to, "率数量额价") &&
      joints(view, list->start[0], at, false) == 0)
    return 1;
  return at - from == before - begins && to - at > at - from; /* not 交通通信、其他用品及服务 */
}

/* 东、中、西部地区: are the items between the first, which may have a lead-in, and the last, which goes on, short and
 * of one length? */
static bool alike_but_last(const gm_list *list) {
  if (list->count < 3) return false;
  size_t length = list->end[1] - list->start[1], last = list->count - 1;
  for (unsigned n = 2; n < last; n++)
    if (list->end[n] - list->start[n] != length) return false;
  return length <= SHORT_CHARS && list->end[last] - list->start[last] >= length &&
         list->end[0] - list->start[0] >= length;
}

/* 甲校、乙校语文、数学: does item n hold the end of a first list and the beginning of a second? */
static bool glued(const gm_view *view, const gm_list *list, unsigned n) {
  size_t first = list->end[0] - list->start[0];
  return list->end[n] - list->start[n] > first && view->cp[list->start[n] + first - 1] == view->cp[list->end[0] - 1];
}

typedef struct pair_word {
  const char *words;
  unsigned count;
} pair_word;

/* Words that name several at once. */
static const pair_word pair_words[] = {{"一二三产 一二三次产业", 3}, {"城乡 男女 存贷款 存贷 内外资 供销 营收利润", 2}};

/* 城乡居民收入分别…: the number that one word of the clause names; 0 when none does, or more than one. */
static unsigned named_at_once(const gm_view *view, size_t from, size_t to) {
  unsigned count = 0, found = 0;
  for (size_t k = 0; k < sizeof pair_words / sizeof *pair_words; k++) {
    size_t at = gm_find_word(view, from, to, pair_words[k].words);
    if (at == SIZE_MAX) continue;
    found += 1 + (gm_find_word(view, at + 2, to, pair_words[k].words) != SIZE_MAX);
    count = pair_words[k].count;
  }
  return found == 1 ? count : 0;
}

#define SPAN_WORDS "年 年度 季度 年级"
#define OF_SPAN    10u /* characters that say what is told of each */

/* 2022—2024年营业收入分别为, 一至三季度产量分别为: how many years, quarters, classes the clause opens with; 0 when it
 * does not, or goes on with more than what is measured. */
static unsigned spanned(const gm_view *view, size_t from, size_t to) {
  gm_numeral first, last;
  from += gm_words_at(view, from, "第 该公司 公司 全县 全市 全区 全省 全校 学校");
  size_t recent = gm_words_at(view, from, "近 最近 过去"); /* 近三年合格率分别为 */
  from += recent;
  size_t n = gm_numeral_read(view, from, &first), at = from + n;
  if (!n) return 0;
  last = first;
  if (!recent) {
    at += gm_words_at(view, at, SPAN_WORDS);
    size_t sign = gm_words_at(view, at, "至 到 — —— - – ～ 至第 到第");
    if (!sign || !(n = gm_numeral_read(view, at + sign, &last))) return 0;
    at += sign + n;
  }
  if (!(n = gm_words_at(view, at, SPAN_WORDS))) return 0;
  at += n;
  at += gm_words_at(view, at, "， 各年 各 的");
  if (to < at + 2 || to - at > OF_SPAN ||
      gm_find_word(view, at, to, "累计 合计 年均 同比 环比 平均 增速 占比 各 每 以来 期间 共") != SIZE_MAX)
    return 0;
  for (size_t i = at; i < to; i++)
    if (!(view->cls[i] & GM_HAN) || view->cls[i] & GM_NUMERAL) return 0;
  if (first.value.scale || last.value.scale) return 0;
  int64_t count = recent ? first.value.digits : last.value.digits - first.value.digits + 1;
  return count >= 2 && count <= (int64_t)VALUES_MAX ? (unsigned)count : 0;
}

static bool has_figure(const gm_links *links, size_t from, size_t to) {
  for (unsigned i = 0; i < links->count; i++)
    if (links->items[i].number >= from && links->items[i].number < to) return true;
  return false;
}

/* The subjects before 分别, [from, to) their clause. False when they cannot be counted. */
static bool subjects_before(const gm_view *view, const gm_links *links, size_t to, terms *out) {
  gm_list list;
  gm_list_before(view, 0, to, &list);
  if (list.too_long || list.open || !list.count) return false;
  out->from = list.start[0];
  out->to = to;
  out->product = 0;
  out->multiple = false;
  unsigned dates = 0;
  if (list.count == 1 && !joints(view, out->from, to, false) && !named_at_once(view, out->from, to)) {
    unsigned spans = spanned(view, out->from, to);
    if (!spans && gm_one_before(view, out->from, "，")) { /* 2022—2024年，招生人数分别为 */
      size_t before = gm_clause_start(view, out->from - 1);
      if ((spans = spanned(view, before, to)) != 0) out->from = before;
    }
    out->least = out->most = spans;
    out->multiple = true;
    if (spans) return true;
    out->multiple = false;
  }
  /* 3个乡镇分别…: the count itself. */
  for (unsigned i = links->count; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    const gm_figure *f = m->figure;
    if (m->to > to || m->number < out->from) continue;
    if (f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE || f->kind == GM_FIGURE_ORDINAL) {
      dates++;
      continue;
    }
    if (list.count > 1 && m->number < list.start[list.count - 1]) continue; /* 九年义务教育, 六大产业: part of a name */
    bool counts = (f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_CLAIM) && gm_is_exact(f) && !f->value.scale &&
                  f->value.digits >= 2 && f->value.digits <= VALUES_MAX;
    /* 甲、乙、丙三个工区: whether that is right is another rule's. */
    bool closes = list.count > 1 && m->from > list.start[list.count - 1] && f->value.digits == (int64_t)list.count;
    if (!counts || !(closes || (list.count == 1 && m->number == list.start[0])) || to - m->to > 6 || m->to == to ||
        joints(view, m->to, to, false))
      return false;
    size_t of = gm_find_word(view, m->to, to, "的 各 每 中 内 后 前 来 以来");
    /* 三个标段的中标价分别为: 的 leads to what is measured. */
    bool measured = of != SIZE_MAX && gm_one_of(view, of, "的") &&
                    gm_one_before(view, to, "价额量数率积值度费长龄高分") &&
                    gm_find_word(view, of + 1, to, "的 各 每") == SIZE_MAX;
    if (of != SIZE_MAX && !measured) return false;
    out->least = out->most = (unsigned)f->value.digits;
    return true;
  }
  /* 2023年、2024年甲、乙: two lists. */
  if (dates > 1 && dates != list.count) return false;
  unsigned parted = 0, maybe = 0;
  for (unsigned n = 0; n < list.count; n++) {
    parted += joints(view, list.start[n], list.end[n], true);
    maybe += joints(view, list.start[n], list.end[n], false);
  }
  if (list.count == 1 && !parted) {
    out->least = out->most = named_at_once(view, out->from, to);
    out->multiple = true;
    return out->least && !dates;
  }
  out->least = list.count + (list.count == 1 ? parted : joins_the_last(view, &list));
  if (list.count > 1 && !gm_list_alike(view, &list) && !alike_but_last(&list))
    out->least = 2; /* some may belong to a lead-in */
  out->most = list.count + maybe;
  for (unsigned n = 1; n + 1 < list.count; n++)
    if (glued(view, &list, n)) out->product = (n + 1) * (list.count - n);
  /* 甲校、乙校的语文、数学: products of lists are not counted. */
  for (unsigned n = 0; n + 1 < list.count; n++)
    if (list.end[n] - list.start[n] > ITEM_CHARS || gm_find_word(view, list.start[n], list.end[n], "的") != SIZE_MAX)
      return false;
  /* The clause before may hold the first of them. */
  if (list.start[0] > 1 && gm_one_before(view, list.start[0], "，")) {
    size_t before = gm_clause_start(view, list.start[0] - 1), last = SIZE_MAX;
    for (size_t i = before; i < list.start[0] - 1; i++)
      if (view->cp[i] == GM_DUN) last = i;
    if (last != SIZE_MAX && list.start[0] - last <= PART_CHARS && !has_figure(links, before, list.start[0]))
      return false;
  }
  return true;
}

/* May the characters [from, to) stand between two values of one row: 、 和 ， and nothing else? 2 for a comma. */
static unsigned parts_values(const gm_view *view, size_t from, size_t to) {
  unsigned comma = 0;
  for (size_t i = from; i < to;) {
    if (view->cls[i] & (GM_SPACE | GM_IN_PAREN) || gm_one_of(view, i, "（）以上下左右余多")) {
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

/* 高2.4个、2.9个和0.7个百分点: is the one told by half of the other's unit? */
static bool are_points(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  return a->figure->kind == GM_FIGURE_QUANTITY && b->figure->kind == GM_FIGURE_POINTS &&
         gm_one_before(view, a->to, "个");
}

/* The row of like values from mention `first` on; false when a comma leaves its end open. `mixed` lets units differ. */
static bool values_from(const gm_links *links, unsigned first, bool mixed, terms *out) {
  const gm_view *view = links->view;
  out->least = 1;
  out->from = links->items[first].from;
  out->to = links->items[first].to;
  for (unsigned i = first + 1; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->roles & GM_ROLE_PAREN) continue;
    unsigned parted = parts_values(view, out->to, m->from);
    bool like = alike(links->items[first].figure, m->figure) || are_points(view, &links->items[first], m);
    if (!parted || !(mixed ? gm_is_amount(m->figure) || like : like)) break;
    if (parted > 1 && mixed) break;
    if (parted > 1) return false;
    out->least++;
    out->to = m->to;
  }
  out->most = out->least;
  return true;
}

#define MEASURED \
  "人数 户数 件数 数量 金额 面积 长度 总数 资金 投资 造价 价格 预算 经费 分值 得分 权重 占比 比例 产量 产值 容量 床位"

/* 四类家庭，户数分别为…: the measure alone, of what the clause before counts. */
static bool is_measure(const gm_view *view, size_t from, size_t to) {
  return from < to && gm_words_at(view, from, MEASURED) == to - from;
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
static bool amounts_before(const gm_view *view, const gm_links *links, size_t end, terms *out) {
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
  if (list.start[0] > 1 && has_figure(links, gm_clause_start(view, list.start[0] - 1), list.start[0])) return false;
  out->least = out->most = list.count;
  out->from = list.start[0];
  out->to = end;
  return true;
}

/* 分为甲、乙、丙三个模块，分别为…: a count of things that ends the clause before `end`. */
static bool counted_before(const gm_links *links, unsigned index, size_t end, terms *out) {
  const gm_mention *m = &links->items[index];
  const gm_figure *f = m->figure;
  /* 产业项目14个、民生项目6个，分别…: an item of a list of amounts counts none */
  if (index && gm_one_of(links->view, m[-1].to, "、") && gm_is_amount(m[-1].figure) && gm_comparable(m[-1].figure, f))
    return false;
  if ((f->kind != GM_FIGURE_CLAIM && f->kind != GM_FIGURE_QUANTITY) || !gm_is_exact(f) || f->value.scale ||
      f->value.digits < 2 || f->value.digits > VALUES_MAX || m->to > end || end - m->to > SHORT_CHARS ||
      gm_units[f->unit].unit_class == GM_CLASS_PERSON || gm_units[f->unit].unit_class == GM_CLASS_TIME)
    return false;
  out->least = out->most = (unsigned)f->value.digits;
  out->from = m->from;
  out->to = end;
  out->product = 0;
  out->multiple = false;
  return true;
}

static void report(gm_line_check *check, const terms *left, const terms *right, bool values) {
  const gm_view *view = check->view;
  gm_report_line(check, right->from, right->to);
  gm_say(check->out, check->language,
         values ? "“分别”前后项数不等：前面一组%u个数（%s），后面%u个（%s）"
                : "“分别”前后项数不等：前面%u项（%s），后面%u项（%s）",
         values ? "分别 with unequal terms: %u figures in the row before (%s), %u here (%s)"
                : "分别 with unequal terms: %u before it (%s), %u behind it (%s)",
         left->least, gm_quote_line(view, left->from, left->to).text, right->least,
         gm_quote_line(view, right->from, right->to).text);
  gm_relate(check->out, (gm_position){0, view->raw_at[left->from]}, (gm_position){0, gm_raw_end(view, left->to)},
            check->language == GM_ENGLISH ? "the other side" : "另一边");
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
  terms left, right = {.least = list.count, .from = list.start[0], .to = end};
  for (unsigned n = 0; n < list.count; n++) right.least += joints(view, list.start[n], list.end[n], false);
  right.most = right.least;
  if (right.least < 2 || !subjects_before(view, gm_links_of(check), at, &left)) return;
  if (right.least == left.product || (right.least >= left.least && right.least <= left.most)) return;
  report(check, &left, &right, false);
}

/* 三个标段分别于3月、5月、6月开工: the dates from `from` on, of which each subject has one. */
static void check_dates(gm_line_check *check, size_t at, size_t from) {
  const gm_view *view = check->view;
  const gm_links *links = gm_links_of(check);
  unsigned first = 0;
  while (first < links->count && links->items[first].from < from) first++;
  terms left, right = {.from = from, .to = from};
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
  if (!subjects_before(view, links, at, &left) || left.multiple || right.least == left.product ||
      (right.least >= left.least && right.least <= left.most))
    return;
  report(check, &left, &right, false);
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
  terms left, right = {.least = list.count + list.joints, .from = list.start[0], .to = end};
  if (!subjects_before(view, gm_links_of(check), at, &left) || left.least != left.most || left.multiple ||
      left.product || !gm_number_at(view, left.from) || left.least == right.least || left.least > right.least + 1 ||
      right.least > left.least + 1)
    return;
  report(check, &left, &right, false);
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
  terms left, right = {.least = count, .from = from, .to = verb};
  if (!subjects_before(view, gm_links_of(check), at, &left) || left.least != left.most || left.multiple ||
      left.product || !gm_number_at(view, left.from) || left.least == right.least || left.least > right.least + 1 ||
      right.least > left.least + 1)
    return;
  report(check, &left, &right, false);
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

void gm_check_respectively(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!gm_one_before(view, i, "分")) return;
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
  terms left, right;
  size_t from = gm_clause_start(view, at);
  if (!(m->figure->kind == GM_FIGURE_PERCENT || m->figure->kind == GM_FIGURE_POINTS ||
        m->figure->kind == GM_FIGURE_MULTIPLE || m->figure->kind == GM_FIGURE_DURATION || gm_is_amount(m->figure)))
    return;
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
    if (gm_find_word(view, links->items[of].clause, links->items[of].from, "分别") == SIZE_MAX) {
      if (!gm_comparable(links->items[of].figure, m->figure) && /* 满分5分，得分分别为4.62分、4.55分 */
          counted_before(links, of, from - 1, &left) && (from == at || is_measure(view, from, at)) &&
          values_from(links, first, true, &right) && right.least > 1 && right.least != left.least &&
          right.least < 2 * left.least) {
        report(check, &left, &right, false);
        return;
      }
      if (amounts_before(view, links, from - 1, &left) && values_from(links, first, false, &right) && right.least > 1 &&
          right.least != left.least)
        report(check, &left, &right, true);
      return;
    }
    if (!values_from(links, of, true, &left) || left.to + 1 < from || !values_from(links, first, false, &right)) return;
    if (left.least != right.least && left.least > 1 && right.least > 1) report(check, &left, &right, true);
    return;
  }
  if (!subjects_before(view, links, at, &left) || !values_from(links, first, false, &right)) return;
  if (right.least < 2 && gm_is_amount(m->figure) && !values_from(links, first, true, &right)) return;
  if (left.multiple && right.least % left.least == 0) return;
  if (right.least < 2 || right.least == left.product || (right.least >= left.least && right.least <= left.most)) return;
  /* Units may differ between the terms: 46万人次、3亿元. */
  terms all;
  if (gm_is_amount(m->figure) && (!values_from(links, first, true, &all) || all.least != right.least)) return;
  if (share_number(links, first, right.least)) return;
  report(check, &left, &right, false);
}
