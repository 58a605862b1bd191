/* CNT-06: the subjects that 分别 parts values among. */
#include "check/list.h"
#include "check/respectively.h"

/* Words that 和 or 及 may belong to: 和平 in 和平社区, but not in 人数和平均分. */
#define MAYBE_WORDS "和平 和美 和县 和田 和林 和政 和顺 共和 温和 中和 调和 融和 及时"

unsigned gm_joints_of_terms(const gm_view *view, size_t from, size_t to, bool sure) {
  unsigned n = 0;
  for (size_t i = from + 1; i + 1 < to; i++) {
    if (view->cls[i] & (GM_IN_PAREN | GM_IN_TITLE) || !gm_joint_at(view, i)) continue;
    if (gm_words_at(view, i + 1, "港澳台")) continue; /* 国际及港澳台 is one */
    n += !sure || !(gm_words_at(view, i, MAYBE_WORDS) || gm_words_at(view, i - 1, MAYBE_WORDS));
  }
  return n;
}

#define ITEM_CHARS       16u /* a subject that is counted for certain is no longer */
#define PART_CHARS       8u  /* from the last 、 of a clause that is the first part of a list to the next clause */
#define SHORT_CHARS      4u  /* an item that holds no second phrase is no longer */
#define SHORT_NAME_CHARS 6u  /* of what is measured, behind a count */
#define OF_NAMED_CHARS   14u /* the same with 的: 三座农村水厂的日供水能力 */
#define NAMED_CHARS      12u /* the same behind the count of those named: 东、中、西三个供热片区室温合格率 */

#define LONG_HALF  6u /* characters to either side of 和 */
#define WORD_CHARS 3u /* a longer item is made of words, which 和 may join */
/* What is told of all items stands behind the last. */
#define TOLD_OF_ALL "价格 支出 收入 营收 进口 出口 进出口 投资 消费 产值 增加值 销售额 零售额 贷款 存款 指数"

/* What is between two: 与 or another joint before it leads to the second of them. */
#define BETWEEN "距离 间距 间隔 夹角 差距 差额 差异 温差 高差 落差 时差 关系 比例 比值 之比 相关系数"

/* 甲站和乙站与丙站的距离: does 与 in the last item belong to what is between each of them and another? */
static bool is_between(const gm_view *view, size_t from, size_t to) {
  size_t word = gm_words_before(view, to, BETWEEN);
  if (!word || !gm_words_before(view, to - word, "的 之间的 间的")) return false;
  size_t last = SIZE_MAX;
  for (size_t i = from + 1; i + 1 < to; i++)
    if (gm_joint_at(view, i)) last = i;
  return last != SIZE_MAX && gm_one_of(view, last, "与跟");
}

/* What is measured of each, whose last character ends much else: 检验科的等候时间. */
#define MEASURES                                                                                                                                               \
  "时间 时长 面积 产值 长度 高度 宽度 深度 速度 温度 湿度 浓度 成本 费用 收入 支出 利润 得分 分数 里程 造价 重量 " \
  "工期 "                                                                                                                                                    \
  "周期 水位 年龄 工资"

/* 甲、乙和丙的产量: 1 when 和 in the last item parts two that are like those before, else 0. */
static unsigned joins_the_last(const gm_view *view, const gm_list *list) {
  unsigned last = list->count - 1;
  size_t from = list->start[last], to = list->end[last], at = from + 1;
  while (at + 1 < to && !gm_joint_at(view, at)) at++;
  if (at + 1 >= to || !last || (last == 1 && at - from > SHORT_CHARS)) return 0;
  if (gm_words_at(view, at + 1, "其他 其它 其余 港澳台")) return 0; /* 保税物流及其他方式 may be one */
  /* 规模以上服务业、资质内建筑业和房地产开发经营业: may be one kind of a classification */
  if (last > 2 && gm_one_of(view, at, "和") && at - from >= LONG_HALF && to - at - 1 >= LONG_HALF) return 0;
  size_t before = list->end[last - 1], begins = list->start[last > 1 ? last - 1 : 0];
  if (view->cp[at - 1] == view->cp[before - 1]) return 1;
  size_t of = gm_find_word(view, at + 1, to, "的");
  if (gm_one_before(view, of == SIZE_MAX ? to : of, "局委办部厅会")) return 0; /* 教育、卫生和健康局 */
  /* 卫生室、敬老院和活动中心的达标率: the one 和 of the list, and what is measured of all behind it */
  if (gm_one_of(view, at, "和") && of != SIZE_MAX && of > at + 2 &&
      (gm_one_before(view, to, "率数量额价") || gm_words_before(view, to, MEASURES)) &&
      gm_joints_of_terms(view, list->start[0], at, false) == 0)
    return 1;
  if (at - from != before - begins || to - at <= at - from) return 0; /* 服装鞋帽、其他物件及维修 */
  if (at - from <= WORD_CHARS) return 1;
  /* 科研经费、图书采购和维修经费, 服装鞋帽、家庭设备及维修价格: 和 may join words of one item */
  return !gm_one_of(view, at, "及") && view->cp[to - 1] != view->cp[before - 1] &&
         to - at - 1 >= at - from + gm_words_before(view, to, TOLD_OF_ALL);
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
  return count >= 2 && count <= (int64_t)GM_RESPECTIVE_MAX ? (unsigned)count : 0;
}

bool gm_has_figure(const gm_links *links, size_t from, size_t to) {
  for (unsigned i = 0; i < links->count; i++)
    if (links->items[i].number >= from && links->items[i].number < to) return true;
  return false;
}

/* 学前三年入园率和高中三年巩固率: is the time part of the name of one of two rates, none over which they are told
 * (近三年)? */
static bool names_rate(const gm_view *view, const gm_mention *m, size_t from, size_t to) {
  size_t joint = from + 1;
  while (joint < to && !gm_joint_at(view, joint)) joint++;
  return m->figure->kind == GM_FIGURE_DURATION && gm_is_exact(m->figure) && view->cls[m->to] & GM_HAN &&
         gm_one_before(view, to, "率") && gm_one_before(view, joint, "率") &&
         (m->number == joint + 1 || gm_words_before(view, m->number, "学前 小学 初中 高中 中职 本科"));
}

#define PLACES "全区 全市 全县 全镇 全乡 全省 全国 全州 全校 全院 我市 我县 我区 我省 我镇 我乡 我校 我院 我局"

/* 采摘和包装类，仓储和运输类，设计、印刷和装订类产值: items that hold 和 or 、 are parted by ，. How many,
 * with the clause [from, to): those before it end alike, in a character that this one holds too, and tell no figure. */
static unsigned clauses_alike(const gm_view *view, const gm_links *links, size_t from, size_t to) {
  unsigned count = 1, joined = 0;
  size_t start = from;
  while (start > 1 && count < GM_RESPECTIVE_MAX && gm_one_before(view, start, "，")) {
    size_t end = start - 1, begins = gm_clause_start(view, end);
    if (begins >= end || end - begins > ITEM_CHARS || view->cp[end - 1] != view->cp[from - 2] ||
        gm_has_figure(links, begins, end))
      break;
    joined += gm_find_mark(view, begins, end, "、") != SIZE_MAX || gm_joints_of_terms(view, begins, end, false);
    count++;
    start = begins;
  }
  if (count < 2 || !joined) return 0;
  for (size_t i = from; i < to; i++)
    if (view->cp[i] == view->cp[from - 2]) return count;
  return 0;
}

#define MEASURED_ENDS "量额率值价数" /* 接待量、销售额 */

/* 茶馆、书店接待量、销售额: the items at the end that tell what is measured, of all before them together, the first
 * of which holds the last of those. 0 when there is none such. What they are compared with may follow: 销售额较上年. */
static unsigned measures_at_end(const gm_view *view, const gm_list *list) {
  unsigned n = list->count, last = list->count - 1;
  size_t than = gm_find_word(view, list->start[last], list->end[last], "较 比 同比 环比"), longest = 0;
  for (; n; n--) {
    size_t end = n - 1 == last && than != SIZE_MAX ? than : list->end[n - 1], length = end - list->start[n - 1];
    if (!gm_one_before(view, end, MEASURED_ENDS)) return 0;
    if (longest && length > longest + 1) return n > 1 ? list->count - n + 1 : 0;
    if (length > longest) longest = length;
  }
  return 0;
}

/* 2015—2017年，双方进出口总额分别为, 2020年上半年～2022年下半年，…: does the clause before tell a span of times, of which
 * each may have its value? */
static bool follows_span(const gm_view *view, size_t start) {
  if (!start || !gm_one_before(view, start, "，") || !gm_one_before(view, start - 1, "年月日度")) return false;
  size_t from = gm_clause_start(view, start - 1);
  return gm_find_word(view, from, start - 1, "至 到 — - – ～ ~ －") != SIZE_MAX;
}

/* 两个校区的在校生分别为: who is counted */
#define PEOPLE "在校生 学生 教师 教职工 职工 员工 人口 党员 会员 户籍人口 常住人口 游客 住户 床位"

bool gm_subjects_before(const gm_view *view, const gm_links *links, size_t to, gm_terms *out) {
  gm_list list;
  gm_list_before(view, 0, to, &list);
  if (list.too_long || list.open || !list.count) return false;
  for (unsigned i = 0; i < links->count; i++) /* 甲占比为40.9%、乙占比为30.4%、丙和丁分别占: the first have their own */
    for (unsigned n = 0; n + 1 < list.count; n++)
      if (links->items[i].to == list.end[n] && links->items[i].figure->kind == GM_FIGURE_PERCENT) return false;
  bool several = list.count > 1 || gm_joints_of_terms(view, list.start[0], to, false);
  if (several && follows_span(view, list.start[0])) return false;
  out->from = list.start[0];
  out->to = to;
  out->product = out->clauses = 0;
  out->multiple = false;
  unsigned dates = 0;
  if (list.count == 1 && !gm_joints_of_terms(view, out->from, to, false) && !named_at_once(view, out->from, to)) {
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
    if (list.count == 1 && names_rate(view, m, out->from, to)) continue;
    bool counts = (f->kind == GM_FIGURE_QUANTITY || f->kind == GM_FIGURE_CLAIM) && gm_is_exact(f) && !f->value.scale &&
                  (!gm_is_delta(f) || f->roles & GM_ROLE_ADDED) && f->value.digits >= 2 &&
                  f->value.digits <= GM_RESPECTIVE_MAX;
    /* 甲、乙、丙三个工区: whether that is right is another rule's. */
    bool closes = list.count > 1 && m->from > list.start[list.count - 1] &&
                  (f->value.digits == (int64_t)list.count ||
                   (f->value.digits == (int64_t)list.count + 1 && /* 甲、乙和丙三个工区 */
                    gm_joints_of_terms(view, list.start[list.count - 1], m->from, true) == 1));
    size_t begins = list.start[0] + gm_words_at(view, list.start[0], PLACES); /* 全区四大园区 */
    size_t of = gm_find_word(view, m->to, to, "的 各 每 中 内 后 前 来 以来");
    /* 三个标段的中标价分别为: 的 leads to what is measured. */
    bool measured =
        of != SIZE_MAX && gm_one_of(view, of, "的") &&
        (gm_one_before(view, to, "价额量数率积值度费长龄高分力速重") || gm_words_before(view, to, PEOPLE)) &&
        gm_find_word(view, of + 1, to, "的 各 每") == SIZE_MAX;
    size_t most = closes ? NAMED_CHARS : measured ? OF_NAMED_CHARS : SHORT_NAME_CHARS;
    if (!counts || !(closes || (list.count == 1 && (m->number == list.start[0] || m->number == begins))) ||
        to - m->to > most || m->to == to || gm_joints_of_terms(view, m->to, to, false))
      return false;
    bool of_each = closes && of + 1 == to; /* 评为甲、乙、丙三个档次的分别为 */
    if (of != SIZE_MAX && !measured && !of_each) return false;
    out->least = out->most = (unsigned)f->value.digits;
    return true;
  }
  /* 2023年、2024年甲、乙: two lists. */
  if (dates > 1 && dates != list.count) return false;
  unsigned parted = 0, maybe = 0;
  for (unsigned n = 0; n < list.count; n++) {
    parted += gm_joints_of_terms(view, list.start[n], list.end[n], true);
    maybe += gm_joints_of_terms(view, list.start[n], list.end[n], false);
  }
  if (list.count == 1 && !parted) {
    out->least = out->most = named_at_once(view, out->from, to);
    out->multiple = true;
    return out->least && !dates;
  }
  bool between = (list.count > 1 || parted > 1) && is_between(view, list.start[list.count - 1], to);
  maybe -= between;
  parted -= between && list.count == 1;
  out->least = list.count + (list.count == 1 ? parted : between ? 0 : joins_the_last(view, &list));
  if (list.count > 1 && !gm_list_alike(view, &list) && !alike_but_last(&list))
    out->least = 2; /* some may belong to a lead-in */
  unsigned measures = measures_at_end(view, &list);
  if (measures && measures < out->least) out->least = measures;
  out->most = list.count + maybe;
  for (unsigned n = 1; n + 1 < list.count; n++)
    if (glued(view, &list, n)) out->product = (n + 1) * (list.count - n);
  /* 甲校、乙校的语文、数学: products of lists are not counted. */
  for (unsigned n = 0; n + 1 < list.count; n++)
    if (list.end[n] - list.start[n] > ITEM_CHARS || gm_find_word(view, list.start[n], list.end[n], "的") != SIZE_MAX)
      return false;
  out->clauses = clauses_alike(view, links, list.start[0], to);
  /* The clause before may hold the first of them. */
  if (list.start[0] > 1 && gm_one_before(view, list.start[0], "，")) {
    size_t before = gm_clause_start(view, list.start[0] - 1), last = SIZE_MAX;
    for (size_t i = before; i < list.start[0] - 1; i++)
      if (view->cp[i] == GM_DUN) last = i;
    if (last != SIZE_MAX && list.start[0] - last <= PART_CHARS && !gm_has_figure(links, before, list.start[0]))
      return false;
  }
  return true;
}
