/* Whether parts are certain to be all there is of their total, or at least to hold nothing twice. Then they must come
 * to it, or to no more, however far off the numbers are. */
#include "check/complement.h"
#include "check/list.h"
#include "check/sum_judged.h"

/* Clean characters [from, to). */
typedef struct span {
  size_t from, to;
} span;

#define BEHIND_CHARS 8u  /* of what is read behind a total */
#define NOUN_CHARS   16u /* of the noun behind a part: A320系列飞机 */
#define LEADS        "其中 其中， 其中： 其中有 包括 包含 含 有 我国 全国 和 及 与 以及"
#define VERBS \
  "为 有 达 达到 约 共 共有 的 的有 额 额为 额达 总额 总额为 总值 总值为 量 数 各 是 仅 仅有 只有 则 实现 完成"

/* The words before a part, without what leads to it or to its number: 其中，强制性国家标准 is 强制性国家标准. */
static span words_before(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  span words = {links->items[index].label, links->items[index].from};
  for (size_t lead; words.from < words.to && (lead = gm_words_at(view, words.from, LEADS)) != 0;) words.from += lead;
  for (size_t verb; words.to > words.from && (verb = gm_words_before(view, words.to, VERBS)) != 0;) words.to -= verb;
  if (words.from > words.to) words.from = words.to;
  return words;
}

static span words_behind(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  span words = {links->items[index].to, links->items[index].to};
  while (words.to < view->count && words.to - words.from < NOUN_CHARS &&
         !gm_one_of(view, words.to, "和与及，、；。（）：") && !(view->cls[words.to] & (GM_PAUSE | GM_STOP)))
    words.to++;
  return words;
}

void gm_name_of_part(const gm_links *links, unsigned index, size_t *from, size_t *to) {
  span name = words_before(links, index);
  *from = name.from;
  *to = name.to;
}

/* What names part `i`: the words before it, or behind it where none stand before the first: 包括8台挖掘机和6台吊车. */
static span words_of_part(const gm_links *links, const gm_parts *p, unsigned i) {
  span first = words_before(links, p->at[0]);
  return first.from < first.to ? words_before(links, p->at[i]) : words_behind(links, p->at[i]);
}

/* Does every Han character of `words` stand among the words the total is told with, in its sentence? */
static bool told_with_total(const gm_view *view, const gm_mention *whole, span words) {
  size_t from = gm_sentence_start(view, whole->from), to = whole->to;
  while (to < view->count && to - whole->to < 2 * BEHIND_CHARS && view->cls[to] & GM_HAN) to++;
  for (size_t i = words.from; i < words.to; i++) {
    bool found = false;
    for (size_t k = from; k < to && !found; k++) found = view->cp[k] == view->cp[i];
    if (!found) return false;
  }
  return true;
}

#define HEAD_CHARS 2u /* that tell what is counted */

/* 4个街道中，东门街道9个小区: is something else than the total counts named behind the number of a part? */
static bool count_other_things(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  span first = words_before(links, p->at[0]);
  for (unsigned i = 0; i < p->count && first.from < first.to; i++) {
    span behind = words_behind(links, p->at[i]); /* 13个为新建场馆, 其余32个均为改造场馆 */
    while (behind.from < behind.to && gm_one_of(view, behind.from, "均都是为的已全")) behind.from++;
    if (behind.from > links->items[p->at[i]].to) continue;
    if (behind.to < behind.from + HEAD_CHARS) continue;
    behind.to = behind.from + HEAD_CHARS;
    if (!told_with_total(view, &links->items[total], behind)) return true;
  }
  return false;
}

/* May a figure stand between a total and its parts, as what each of them changed by, or its share? An amount that
 * could be another total or part may not. */
static bool may_stand_between(const gm_mention *m, const gm_mention *whole) {
  if (m->figure->kind == GM_FIGURE_DATE || m->figure->kind == GM_FIGURE_YEAR || m->figure->kind == GM_FIGURE_DURATION)
    return false; /* 进出口120亿元，其中5月出口18亿元 */
  return !gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure) || gm_is_delta(m->figure) ||
         m->figure->roles & (GM_ROLE_COMPARED | GM_ROLE_EACH); /* 球员150人，每队25人，其中… */
}

/* 142万元，其中72万元、70万元；其余538万元: is the mention one of what a part before it is divided into, up to ；? */
static bool lies_in_part(const gm_view *view, const gm_mention *part, const gm_mention *m, const gm_mention *next) {
  return gm_words_at(view, part->to, "，其中") && gm_find_mark(view, m->to, next->from, "；") != SIZE_MAX;
}

/* Do the parts follow the total and one another at once, in its sentence or the next one? */
static bool follow_at_once(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total];
  unsigned next = total + 1;
  if (p->mixed || p->at[0] <= total || !gm_all_exact(links, whole->figure, p)) return false;
  for (unsigned i = 0; i < p->count; next = p->at[i++] + 1)
    for (; next < p->at[i]; next++)
      if (!may_stand_between(&links->items[next], whole) &&
          !(i && lies_in_part(links->view, &links->items[p->at[i - 1]], &links->items[next], &links->items[p->at[i]])))
        return false;
  return links->items[p->at[p->count - 1]].figure->sentence <= whole->figure->sentence + 1;
}

#define LOOSENS                                                                                                                                                        \
  "另 此外 主要是 主要为 主要有 主要包括 其中主要 主要用于 主要投 主要来自 主要集中 上年 去年 同期 结转 原有 净 顺差 " \
  "逆差 以上 重点"

bool gm_leaves_nothing_open(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t last = links->items[p->at[p->count - 1]].to, end = gm_find_mark(view, last, view->count, "，；。：");
  size_t from = p->at[0] > total ? links->items[p->at[0]].clause : links->items[p->at[0]].label;
  if (end == SIZE_MAX) end = view->count;
  return gm_find_word(view, from, end, LOOSENS) == SIZE_MAX && gm_and_so_on(view, last, end) == SIZE_MAX;
}

/* 小学和中学共120所，其中公办小学60所，民办小学20所: is the end of `words` one of several things that the total counts?
 */
static bool is_one_of_several(const gm_view *view, const gm_mention *whole, span words) {
  static const char joints[] = "和与及、";
  if (words.to < words.from + 2) return false;
  size_t to = whole->to + BEHIND_CHARS < view->count ? whole->to + BEHIND_CHARS : view->count;
  for (size_t at = whole->clause; (at = gm_find_run(view, at, to, words.to - 2, 2)) != SIZE_MAX && at + 2 < words.from;
       at++)
    if (gm_one_of(view, at + 2, joints) || gm_one_before(view, at, joints)) return true;
  return false;
}

#define KIND_CHARS 4u /* of what tells the two parts apart: 强制, 推荐 */

/* 国家标准264项。其中，强制性国家标准21项，推荐性国家标准243项: do two words that leave nothing out tell the parts
 * apart, and nothing else that is not said of the total? */
static bool are_complements(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  if (p->count != 2) return false;
  span a = words_of_part(links, p, 0), b = words_of_part(links, p, 1), lead = {a.from, a.from}, tail;
  if (gm_complementary(view, a.from, a.to, b.from, b.to) != GM_COMPLEMENT_EXHAUSTIVE) return false;
  for (; a.from < a.to && b.from < b.to && view->cp[a.from] == view->cp[b.from]; a.from++, b.from++) lead.to++;
  tail = (span){a.to, a.to};
  for (; a.to > a.from && b.to > b.from && view->cp[a.to - 1] == view->cp[b.to - 1]; a.to--, b.to--) tail.from--;
  /* 冰上 and 雪上 end alike, 境内 and 境外 begin so: one character is no word of its own. */
  for (; lead.from < lead.to && (a.to < a.from + 2 || b.to < b.from + 2); a.from--, b.from--) lead.to--;
  for (; tail.from < tail.to && (a.to < a.from + 2 || b.to < b.from + 2); a.to++, b.to++) tail.from++;
  if (tail.from < tail.to && gm_one_of(view, tail.from, "性型类级式制")) tail.from++;
  size_t one = a.to - a.from, other = b.to - b.from;
  if (one > KIND_CHARS || other > KIND_CHARS || one > other + 1 || other > one + 1) return false;
  const gm_mention *whole = &links->items[total];
  return told_with_total(view, whole, lead) && told_with_total(view, whole, tail) &&
         !is_one_of_several(view, whole, tail);
}

#define SET_MAX 4u

/* Sets of which no member leaves anything to the others; the total tells what they divide. */
static const struct {
  const char *total, *members[SET_MAX];
} sets[] = {
    {"主体", {"企业", "个体工商户 个体户", "农民专业合作社 合作社"}},
    {"出入境 人员 旅客", {"内地居民 大陆居民", "港澳台", "外国人 外籍"}},
    {"旅客 客运 人员流动 客流", {"公路", "铁路", "水路", "民航"}},
    {"奖牌", {"金牌 金", "银牌 银", "铜牌 铜"}},
};

/* Is each part told by one member of a set, and all members by a part? */
static bool make_a_set(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t from = gm_sentence_start(view, whole->from), to = whole->to + BEHIND_CHARS;
  if (p->count < 3 || p->count > SET_MAX) return false;
  for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
    unsigned seen = 0, size = sets[k].members[SET_MAX - 1] ? SET_MAX : SET_MAX - 1;
    if (size != p->count || gm_find_word(view, from, to < view->count ? to : view->count, sets[k].total) == SIZE_MAX)
      continue;
    for (unsigned i = 0; i < size; i++) {
      span words; /* 企业86户, 86枚金牌 */
      gm_part_words(links, p->at[i], &words.from, &words.to);
      span lead = words_before(links, p->at[i]); /* 今年新设企业 are not all enterprises */
      for (unsigned member = 0; member < size; member++) {
        size_t at = gm_find_word(view, words.from, words.to, sets[k].members[member]);
        if (at == SIZE_MAX) continue;
        if (at > lead.from && at < lead.to && !told_with_total(view, whole, (span){lead.from, at})) return false;
        seen |= 1u << member;
        break;
      }
    }
    if (seen + 1 == 1u << size) return true;
  }
  return false;
}

/* 进出口…，出口…，进口…: is the total that of both, and are the parts what went out and what came in? */
static bool are_trade(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *one = &links->items[p->at[0]], *other = &links->items[p->at[1]];
  if (p->count != 2 || gm_find_word(view, whole->clause, whole->from, "进出口") == SIZE_MAX) return false;
  if (other->from == one->to + 1u) /* 其中出口、进口分别为21亿元、15亿元 */
    return gm_find_word(view, one->clause, one->from, "出口、进口分别 进口、出口分别 出口和进口分别 进口和出口分别") !=
           SIZE_MAX;
  span a = words_of_part(links, p, 0), b = words_of_part(links, p, 1);
  size_t out = gm_words_before(view, a.to, "出口"), in = gm_words_before(view, b.to, "进口");
  if (!out) out = gm_words_before(view, a.to, "进口"), in = gm_words_before(view, b.to, "出口");
  if (!out || !in) return false;
  a.to -= 2;
  b.to -= 2;
  return told_with_total(view, whole, a) && told_with_total(view, whole, b);
}

/* Does the total's name hold three characters, one behind another? */
static bool names_run(const gm_view *view, const gm_mention *whole, uint32_t a, uint32_t b, uint32_t c) {
  size_t to = whole->to; /* 120所中小学，其中高级职称: no 中高级 */
  while (to < view->count && to - whole->to < BEHIND_CHARS && view->cls[to] & GM_HAN) to++;
  for (size_t k = whole->label; k + 2 < to; k++)
    if (view->cp[k] == a && view->cp[k + 1] == b && view->cp[k + 2] == c)
      return !gm_one_before(view, k, "大中小") && (k + 2 < whole->from || k >= whole->to); /* 大中小型: of three */
  return false;
}

/* 门急诊, 门诊 and 急诊; 省内外, 省内 and 省外: is the name of the total drawn together from those of its two parts,
 * which differ in one character? */
static bool are_drawn_together(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (p->count != 2) return false;
  span a = words_of_part(links, p, 0), b = words_of_part(links, p, 1), lead = {a.from, a.from};
  if (a.to - a.from != b.to - b.from || a.to < a.from + 2) return false;
  while (a.from < a.to && view->cp[a.from] == view->cp[b.from]) a.from++, b.from++;
  lead.to = a.from;
  if (a.from == a.to || !gm_reads_alike(view, a.from + 1, b.from + 1, a.to - a.from - 1)) return false;
  uint32_t x = view->cp[a.from], y = view->cp[b.from];
  if (!(view->cls[a.from] & view->cls[b.from] & GM_HAN) || !told_with_total(view, whole, lead)) return false;
  if (a.from + 1 < a.to) {
    uint32_t shared = view->cp[a.from + 1];
    return names_run(view, whole, x, y, shared) || names_run(view, whole, y, x, shared);
  }
  uint32_t shared = view->cp[a.from - 1];
  return names_run(view, whole, shared, x, y) || names_run(view, whole, shared, y, x);
}

#define SURE_LEAST 5u /* parts, and digits of their total: that one of fewer repairs it may be chance */

/* （中型6座、小（1）型19座、小（2）型64座）: are the brackets right behind the total full of its kinds, with nothing
 * else in them, which no thing is two of? */
static bool fill_brackets(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *last = &links->items[p->at[p->count - 1]];
  size_t behind =
      gm_find_word(view, whole->to, links->items[p->at[0]].from, "（"); /* 8个水源地（地表水5个、地下水3个） */
  if (behind++ == SIZE_MAX || !gm_one_of(view, last->to, "）"))
    return false; /* what names the next part begins there */
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    if (p->at[i] != total + 1 + i || m->from <= behind || (i && !gm_one_of(view, behind - 1, "、，；"))) return false;
    behind = m->to + 1;
  }
  gm_interval sum;
  gm_decimal value;
  /* 办公室12间（领导办公室3间、会议室2间）: a few of them may be left out */
  bool above = gm_sum_of(links, p, &sum, &value) && gm_decimal_compare(value, whole->figure->value) > 0;
  return (above || p->count + gm_decimal_significant(whole->figure->value) >= SURE_LEAST) &&
         gm_find_word(view, whole->to, last->to, "含 其中 包括 主要 分别") == SIZE_MAX;
}

/* 特等奖, 一等奖, 二等奖, …: is each part told by the grade next below that of the part before? */
static bool are_grades(const gm_links *links, const gm_parts *p) {
  static const char *const grades[] = {"特等奖 特别奖", "一等奖", "二等奖", "三等奖", "优秀奖 鼓励奖 优胜奖"};
  const size_t count = sizeof grades / sizeof *grades;
  size_t next = 0;
  for (unsigned i = 0; i < p->count; i++, next++) {
    span words = words_of_part(links, p, i);
    size_t k = next;
    while (k < count && !gm_words_before(links->view, words.to, grades[k])) k++;
    if (k == count || (i ? k != next : k > 1)) return false;
    next = k;
  }
  return p->count > 1;
}

/* The same, to what ends such a list: 优秀奖, or 三等奖 of one that begins above 一等奖, where it has no 优秀奖. */
static bool are_all_grades(const gm_links *links, const gm_parts *p) {
  span first = words_of_part(links, p, 0), last = words_of_part(links, p, p->count - 1);
  return p->count > 2 && are_grades(links, p) &&
         (gm_words_before(links->view, last.to, "优秀奖 鼓励奖 优胜奖") ||
          (gm_words_before(links->view, first.to, "特等奖 特别奖") && gm_words_before(links->view, last.to, "三等奖")));
}

/* 42个场馆中有12个新建，其余30个: does the last part name itself what the others leave, and is it told of those alone?
 */
static bool ends_in_rest(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *last = &links->items[p->at[p->count - 1]];
  bool led = whole->figure->roles & GM_ROLE_WHOLE_LEAD || gm_words_at(view, whole->to, "，其中 。其中 （其中");
  return led && gm_words_at(view, last->clause, "其余") && last->from - last->clause < BEHIND_CHARS &&
         gm_same_sentence(last, &links->items[p->at[0]]);
}

/* 取消和调整收费项目24个，其中取消11个，调整13个: does the total tell what is done, or what it is made of, by the two
 * words that the parts are told by? */
static bool are_both_named(const gm_links *links, unsigned total, const gm_parts *p) {
  static const char *const joints[] = {"和", "与", "及", "、", "以及"}, more_named[] = "、和与及等";
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (p->count != 2) return false;
  span words[2] = {words_of_part(links, p, 0), words_of_part(links, p, 1)};
  for (unsigned k = 0; k < 2; k++) {
    span one = words[k], other = words[1 - k];
    size_t length = one.to - one.from, more = other.to - other.from;
    if (length < 2 || more < 2 || (length == more && gm_reads_alike(view, one.from, other.from, length))) return false;
    for (size_t at = whole->clause; (at = gm_find_run(view, at, whole->from, one.from, length)) != SIZE_MAX; at++)
      for (size_t j = 0; j < sizeof joints / sizeof *joints; j++) {
        size_t joint = gm_words_at(view, at + length, joints[j]), end = at + length + joint + more;
        if (joint && end <= whole->from && gm_reads_alike(view, at + length + joint, other.from, more) &&
            !gm_one_before(view, at, more_named) && !gm_one_of(view, end, more_named))
          return true;
      }
  }
  return false;
}

/* Are the parts told by names with one head that the total has too, so that what differs divides it: 省级首店31家，
 * 市级首店206家 of 首店? */
static bool share_head(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t length = SIZE_MAX;
  span first = words_of_part(links, p, 0);
  for (unsigned i = 1; i < p->count; i++) {
    span words = words_of_part(links, p, i);
    size_t same = 0;
    while (first.to - same > first.from && words.to - same > words.from &&
           view->cp[first.to - same - 1] == view->cp[words.to - same - 1])
      same++;
    if (first.to - same == first.from || words.to - same == words.from) return false;
    if (same < length) length = same;
  }
  span head = {first.to - (length == SIZE_MAX ? 0 : length), first.to};
  while (head.to - head.from >= HEAD_CHARS && !told_with_total(view, &links->items[total], head)) head.from++;
  return head.to - head.from >= HEAD_CHARS;
}

/* Kinds of which a thing is but one. */
#define KINDS_MAX 8u
static const char *const kinds[][KINDS_MAX] = {
    {"幼儿园 幼儿园数", "小学 小学校", "中学 初中 初级中学", "高中 普通高中 完全中学", "职业学校 中职学校 职高",
     "特教学校 特殊教育学校", "高校 大学"},
    {"街道 街道办", "镇 建制镇", "乡", "民族乡"},
    {"高速公路", "国道", "省道", "县道", "乡道", "村道"},
    {"小麦", "玉米", "水稻", "大豆", "马铃薯", "高粱", "谷子"},
    {"生猪", "肉牛", "奶牛", "肉羊", "家禽"},
    {"博士 博士研究生 博士学历", "硕士 硕士研究生 硕士学历", "本科 本科生 大学本科 本科学历",
     "大专 专科 大专生 大专学历"},
    {"七年级 初一", "八年级 初二", "九年级 初三", "高一", "高二", "高三"},
    {"一年级", "二年级", "三年级", "四年级", "五年级", "六年级"},
    {"发明专利 发明", "实用新型专利 实用新型", "外观设计专利 外观设计"},
};

/* 学校120所，其中小学70所、中学60所: is each part told by a word of its own for one of such kinds? */
static bool are_kinds(const gm_links *links, const gm_parts *p) {
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    unsigned seen = 0, count = 0;
    for (unsigned i = 0; i < p->count; i++) {
      span words = words_of_part(links, p, i);
      if (words.to == words.from) return false;
      for (unsigned n = 0; n < KINDS_MAX && kinds[k][n]; n++)
        if (gm_words_before(links->view, words.to, kinds[k][n]) == words.to - words.from && !(seen >> n & 1)) {
          seen |= 1u << n;
          count++;
          break;
        }
    }
    if (count == p->count) return true;
  }
  return false;
}

/* 18个项目中，有11个项目已完工，7个项目正在施工: two of which one and the same thing cannot be both. */
static bool are_states(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_view *view = links->view;
  if (p->count != 2 || !gm_exhaustive(links, p)) return false;
  for (unsigned i = 0; i < 2; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    if (f->noun_end > f->noun_start &&
        !told_with_total(view, &links->items[total],
                         (span){gm_view_find(view, f->noun_start), gm_view_find(view, f->noun_end)}))
      return false;
  }
  return true;
}

#define DISTINCTIONS                                                                                                                                             \
  "高新 专精特新 科技 小微 中小 规上 规模 限上 重点 示范 龙头 骨干 优质 绿色 特色 智能 数字 新能源 民营 国有 先进 " \
  "名牌 "                                                                                                                                                      \
  "困难 少数民族 党员"

bool gm_may_be_several(const gm_links *links, const gm_parts *p) {
  const gm_mention *first = &links->items[p->at[0]], *last = &links->items[p->at[p->count - 1]];
  gm_decimal sum = {0, 0};
  if (gm_units[first->figure->unit].unit_class == GM_CLASS_PERSON ||
      gm_find_word(links->view, first->label, last->from, DISTINCTIONS) != SIZE_MAX)
    return true;
  for (unsigned i = p->at[0]; i < links->count && links->items[i].figure->sentence <= last->figure->sentence; i++)
    if (links->items[i].figure->roles & GM_ROLE_SHARE && links->items[i].figure->kind == GM_FIGURE_PERCENT &&
        !gm_decimal_add(sum, links->items[i].figure->value, &sum))
      return true;
  return gm_decimal_compare(sum, gm_decimal_of(103)) > 0;
}

#define MEANS "均 率 价 分 满意度 指数 浓度 气温 温度"

#define LED_BY "，其中 。其中 （其中 ，包括 ，含 （含 （包括"

/* Does a word that makes them its parts stand before the first of them, and no ； end what it leads to? */
static bool are_led(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total], *first = &links->items[p->at[0]];
  if (gm_same_sentence(whole, first) &&
      gm_find_mark(links->view, first->to, links->items[p->at[p->count - 1]].from, "；") != SIZE_MAX)
    return false;
  return whole->figure->roles & GM_ROLE_WHOLE_LEAD ||
         gm_find_word(links->view, whole->to, links->items[p->at[0]].from, LED_BY) != SIZE_MAX;
}

/* 8人遇难，包括12名船员: does 包括 lead at once to a part that exceeds the whole? */
static bool exceeds_including(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total], *first = &links->items[p->at[0]];
  size_t word = gm_find_word(links->view, whole->to, first->from, "，包括 （包括");
  if (p->at[0] != total + 1 || word == SIZE_MAX || count_other_things(links, total, p)) return false;
  if (gm_units[whole->figure->unit].unit_class == GM_CLASS_COUNT && gm_may_be_several(links, p)) return false;
  for (unsigned i = 0; i < p->count; i++)
    if (gm_decimal_compare(links->items[p->at[i]].figure->value, whole->figure->value) > 0) return true;
  return false;
}

/* 开课164节，其中文科46节、理科38节；艺术80节: does an amount of their kind that is no change follow the parts? */
static bool may_go_on(const gm_links *links, const gm_parts *p) {
  const gm_mention *last = &links->items[p->at[p->count - 1]];
  for (const gm_mention *m = last + 1; m < links->items + links->count && gm_same_sentence(m, last); m++)
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, last->figure) && !gm_is_delta(m->figure)) return true;
  return false;
}

/* 其中党群系统15个、政府系统64个、企事业单位9个: do the parts follow one another in one row, each by a name of its own?
 */
static bool are_row(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 1; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]], *before = &links->items[p->at[i - 1]];
    if (p->at[i] != p->at[i - 1] + 1 || m->from <= before->to + 1u || !gm_one_of(links->view, before->to, "、，") ||
        links->view->cp[before->to] != links->view->cp[links->items[p->at[0]].to] || /* 、 and then ，: beside them */
        gm_find_mark(links->view, before->to + 1, m->from, "，；：") != SIZE_MAX)
      return false;
  }
  return true;
}

#define MANY_PARTS 4u /* that are more than the total but for one digit: of fewer people some are counted twice */

/* Is one of a row of parts more than the total, or are four or more of them together, where one digit explains it? */
static bool exceed_by_digit(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_figure *whole = links->items[total].figure;
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value) || gm_decimal_compare(value, whole->value) <= 0) return false;
  bool one = false;
  for (unsigned i = 0; i < p->count; i++)
    one = one || gm_decimal_compare(links->items[p->at[i]].figure->value, whole->value) > 0;
  return (one || (p->count >= MANY_PARTS && !gm_parts_overlap(links, p))) && are_row(links, p) &&
         p->count + gm_decimal_significant(whole->value) >= SURE_LEAST && gm_digit_repairs(links, total, p);
}

#define FULL_MARKS "满分 满分为 满分值 总权重 总权重为 总分值 总分值为"

/* 满分100分，其中笔试40分、面试80分: the points there are, of which a row behind 其中 leaves none out but for one
 * digit; of 总分 that somebody reached it may. */
static gm_partition partition_of_points(const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total];
  bool full = gm_words_before(links->view, whole->from, FULL_MARKS);
  if (!full && !gm_words_before(links->view, whole->from, "总分 总分为")) return GM_PARTITION_NONE;
  if (!are_led(links, total, p) || !are_row(links, p) || !gm_digit_repairs(links, total, p)) return GM_PARTITION_NONE;
  return full && !may_go_on(links, p) ? GM_PARTITION_ALL : GM_PARTITION_APART;
}

gm_partition gm_partition_of(const gm_links *links, unsigned total, const gm_parts *p, gm_parts_place where) {
  if (where == GM_PARTS_LOOSE || p->count < 2 || !gm_leaves_nothing_open(links, total, p)) return GM_PARTITION_NONE;
  if (where == GM_PARTS_BEFORE)
    return p->count == 3 && make_a_set(links, total, p) ? GM_PARTITION_ALL : GM_PARTITION_NONE;
  const gm_mention *whole = &links->items[total]; /* 人均收入28400元，其中城镇居民36200元 */
  if (!follow_at_once(links, total, p) || whole->figure->roles & GM_ROLE_EACH) return GM_PARTITION_NONE;
  if (gm_must_be_complete(links, total, p)) return GM_PARTITION_ALL;
  gm_partition points = partition_of_points(links, total, p);
  if (points) return points;
  if (gm_find_word(links->view, whole->label, whole->from, MEANS) != SIZE_MAX) return GM_PARTITION_NONE;
  if (are_trade(links, total, p) || are_drawn_together(links, total, p)) return GM_PARTITION_ALL;
  if (count_other_things(links, total, p)) return GM_PARTITION_NONE;
  if (where == GM_PARTS_BRACKET && fill_brackets(links, total, p) && !gm_may_be_several(links, p) &&
      !gm_parts_overlap(links, p) && gm_digit_repairs(links, total, p))
    return GM_PARTITION_ALL;
  bool led = are_led(links, total, p);
  if (p->apart || are_complements(links, total, p) || make_a_set(links, total, p) || are_both_named(links, total, p) ||
      gm_is_sentence_of_rest(links, total, p) || (led && (are_all_grades(links, p) || ends_in_rest(links, total, p))))
    return may_go_on(links, p) ? GM_PARTITION_APART : GM_PARTITION_ALL;
  if (!led) return GM_PARTITION_NONE;
  if (gm_divides_another(links, total, p) && !may_go_on(links, p) && gm_digit_repairs(links, total, p))
    return GM_PARTITION_ALL;
  if (exceed_by_digit(links, total, p)) return GM_PARTITION_APART;
  bool apart = are_states(links, total, p) || are_grades(links, p) || are_kinds(links, p) ||
               exceeds_including(links, total, p) || (share_head(links, total, p) && !gm_may_be_several(links, p));
  return apart && !gm_parts_overlap(links, p) ? GM_PARTITION_APART : GM_PARTITION_NONE;
}
