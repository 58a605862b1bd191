/* PCT-01: shares and rates whose whole is certain by how their sentence is made, however far the quotient is off. */
#include <string.h>

#include "check/percent.h"

#define GOES_ON "同比 环比 增长 增加 上升 下降 减少 比 较 首次 高于 低于 创 增速 增幅 降幅 居 位居 排名"

/* 5.85万亿元，同比增长5.8%，占…: is nothing told between the part and its share but how the part has grown? */
static bool follows_part(const gm_links *links, unsigned part, unsigned index, size_t at) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part], *share = &links->items[index];
  for (const gm_mention *m = p + 1; m < share; m++)
    if ((m->figure->kind != GM_FIGURE_PERCENT && m->figure->kind != GM_FIGURE_POINTS) || !gm_is_delta(m->figure))
      return false;
  if (share->clause <= p->to) return at == p->to;
  size_t mark = gm_find_mark(view, p->to, share->clause, "，；：。");
  for (; mark != SIZE_MAX && gm_one_of(view, mark, "，");
       mark = gm_find_mark(view, mark + 1, share->clause, "，；：。")) {
    if (mark + 1 == share->clause) break;
    if (!gm_words_at(view, mark + 1, GOES_ON)) return false;
  }
  if (mark == SIZE_MAX || mark + 1 != share->clause) return false;
  size_t opening = share->clause + gm_words_at(view, share->clause, "约 大约 已 均");
  return opening >= at || (gm_words_at(view, opening, "在") && gm_one_before(view, at, "中里"));
}

#define GENERIC    "总全数量额值的各" /* characters of a base that name nothing: 总值, 数量 */
#define NAME_MOST  24u
#define NOUN_CHARS 8u /* characters behind an amount that tell what it is of */

/* The characters that name a base. */
typedef struct base {
  uint32_t name[NAME_MOST];
  unsigned length;
  bool unclear; /* figures or marks stand in it */
  size_t from, to;
} base;

/* 占新增发电装机总容量的比重为: reads what the share says it is of; 在用户总数中占比达 says it before 占. */
static base read_base(const gm_view *view, const gm_mention *share, size_t at, size_t stop) {
  base b = {.length = 0};
  size_t from = stop, to = share->from, n;
  if (at > share->clause && gm_one_before(view, at, "中里")) {
    from = share->clause + gm_words_at(view, share->clause, "约 大约 已 均") + 1; /* behind 在 */
    to = at - 1;
  } else {
    while (to > from &&
           (n = gm_words_before(view, to, "的 比重 比例 达 达到 为 约 约为 了 超 超过 近 将近 高达 仅 只 到 逾")) != 0)
      to -= n;
    while (from < to && (n = gm_words_at(view, from, "比 了 约 近 到 据")) != 0) from += n;
  }
  while (from < to && (n = gm_words_at(view, from, "同期 全部 全年 当年 本年 今年 所有 现有 全体")) != 0) from += n;
  b.from = from;
  b.to = to;
  bool trade = gm_find_word(view, from, to, "外贸总 外贸规模 外贸的") != SIZE_MAX;
  for (; from < to; from++) {
    if (view->cls[from] & (GM_PAUSE | GM_STOP | GM_DIGIT)) b.unclear = true;
    if (!(view->cls[from] & GM_HAN) || gm_one_of(view, from, GENERIC)) continue;
    if (b.length == NAME_MOST) b.unclear = true;
    if (b.unclear) break;
    b.name[b.length++] = view->cp[from];
  }
  if (trade && b.length >= 2 && b.length < NAME_MOST) { /* 外贸总值 is that of 进出口 */
    static const uint32_t both_ways[] = {0x8FDB, 0x51FA, 0x53E3};
    memcpy(b.name + b.length - 2, both_ways, sizeof both_ways);
    b.length++;
  }
  return b;
}

/* Does the amount's name end in the base's last two characters: …完成集装箱吞吐量达263.95万标箱 and 吞吐量? */
static bool ends_in_base(const gm_view *view, const base *b, const gm_mention *whole) {
  size_t end = whole->from, n;
  while (end > whole->clause &&
         (n = gm_words_before(view, end, "达 达到 为 共 有 约 共有 是 已达 共计 合计 完成 实现 超 突破")) != 0)
    end -= n;
  unsigned left = b->length < 2 ? 0 : 2;
  for (unsigned k = b->length; left; left--) {
    while (end > whole->clause && gm_one_before(view, end, GENERIC)) end--;
    if (end <= whole->clause || view->cp[end - 1] != b->name[--k]) return false;
    end--;
  }
  return b->length >= 2 && !(gm_words_at(view, end, "出口") && gm_one_before(view, end, "进") && b->length == 2);
}

/* Where the words end that stand right behind an amount. */
static size_t noun_end(const gm_view *view, const gm_mention *whole) {
  size_t end = whole->to;
  while (end < view->count && end - whole->to < NOUN_CHARS && !(view->cls[end] & (GM_PAUSE | GM_STOP))) end++;
  return end;
}

/* 10家领航级工厂 and 占工厂总数的: do they end what stands behind it? */
static bool noun_holds_base(const gm_view *view, const base *b, const gm_mention *whole) {
  size_t behind = noun_end(view, whole);
  for (size_t k = whole->to; b->length >= 2 && k + 1 < behind && view->cls[k] & view->cls[k + 1] & GM_HAN; k++)
    if (view->cp[k] == b->name[b->length - 2] && view->cp[k + 1] == b->name[b->length - 1]) return true;
  return false;
}

/* Is every character of the base told of the amount, in its order? */
static bool tells_all(const gm_view *view, const base *b, const gm_mention *whole) {
  size_t behind = noun_end(view, whole);
  unsigned k = 0;
  for (size_t i = whole->clause; i < behind && k < b->length; i++) k += view->cp[i] == b->name[k];
  return k == b->length;
}

#define STOCKS "新增 新建 新 增 净 在建 续建 入库 出库 毕业 招 退 对 与 同 向 其中"

/* 新增装机6943万千瓦 and 占装机总容量的: is the amount of some only, in words that the base has not? */
static bool is_of_some(const gm_view *view, const base *b, const gm_mention *whole) {
  for (size_t at = whole->clause; (at = gm_find_word(view, at, whole->from, STOCKS)) != SIZE_MAX; at++)
    if (gm_find_run(view, b->from, b->to, at, gm_words_at(view, at, STOCKS)) == SIZE_MAX) return true;
  return false;
}

/* 成交额17490.8万元，占总成交量的: is the base a quantity and the part a sum of money, or the other way round? */
static bool of_another_kind(const gm_view *view, const base *b, const gm_mention *part) {
  bool money = part->figure->kind == GM_FIGURE_MONEY;
  return b->to > b->from && gm_one_before(view, b->to, money ? "量数" : "额");
}

/* Is the whole that leads to the part what the base names, when it names one? */
static bool is_named(const gm_view *view, const base *b, const gm_mention *whole) {
  if (b->unclear) return false;
  if (!b->length) return true;
  /* 占总人数的, 占总户数的: the unit alone */
  if (b->length == 1) return view->cp[gm_view_find(view, whole->figure->unit_start)] == b->name[0];
  return tells_all(view, b, whole) && !is_of_some(view, b, whole) &&
         (ends_in_base(view, b, whole) || noun_holds_base(view, b, whole));
}

/* 首次超过400万件: what an amount has come above, told of the one before it. */
static bool is_mark_passed(const gm_view *view, const gm_mention *m) {
  return (m->figure->approx == GM_APPROX_OVER || m->figure->roles & GM_ROLE_THRESHOLD) &&
         gm_words_at(view, m->clause, "首次 突破 超 已 连续 首 再次 总量 总体") != 0;
}

/* Does share `m` + 1, or one behind how it has grown, tell amount `m` right of `whole`? */
static bool sibling_fits(const gm_links *links, unsigned amount, unsigned before, const gm_mention *whole) {
  for (unsigned i = amount + 1; i < before; i++) {
    const gm_mention *share = &links->items[i];
    if (share->figure->kind != GM_FIGURE_PERCENT) return false;
    if (gm_is_delta(share->figure)) continue;
    return gm_ratio_fits(links->items[amount].figure->interval, whole->figure->interval,
                         gm_percent_interval(share->figure, 1));
  }
  return false;
}

/* Of two sums: are they of one currency? */
static bool same_money(const gm_mention *a, const gm_mention *b) {
  return gm_units[a->figure->unit].same_as == gm_units[b->figure->unit].same_as;
}

/* 在15家工厂中，有6家: does the amount before open the part by 中? */
static bool is_among(const gm_links *links, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part], *w = p - 1;
  return part && gm_same_sentence(w, p) && gm_is_count(w->figure) && gm_comparable(w->figure, p->figure) &&
         gm_find_mark(view, w->to, p->from, "，；：") + 1 == p->clause && gm_one_before(view, p->clause, "，") &&
         gm_one_before(view, p->clause - 1, "中") && p->from - p->clause <= 1;
}

/* The whole that 其中, or 中 behind it, opens for the part: 208.6万名。其中，一线的107.2万名; 15家工厂中，有6家. */
static int opened_whole(const gm_links *links, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part];
  size_t start = gm_sentence_start(view, p->from), which = SIZE_MAX;
  for (size_t at = start; (at = gm_find_word(view, at, p->from, "其中")) != SIZE_MAX; at += 2) which = at;
  if (which == SIZE_MAX) return is_among(links, part) ? (int)part - 1 : -1;
  unsigned siblings = 0, first = part;
  while (first && links->items[first - 1].from > which) first--;
  int whole = -1;
  for (unsigned i = first; i-- > 0 && whole < 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1u < p->figure->sentence) break;
    if (m->figure->sentence != p->figure->sentence && which > start) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, p->figure) || is_mark_passed(view, m)) continue;
    if (gm_is_delta(m->figure) && !(m->figure->roles & GM_ROLE_ADDED)) continue;
    bool item = m->figure->sentence != p->figure->sentence && /* of the list that the sentence before is */
                gm_find_mark(view, gm_sentence_start(view, m->from), m->from, "；") != SIZE_MAX;
    if (!gm_can_be_whole(m->figure) || item) break;
    whole = (int)i;
  }
  if (whole < 0) return -1;
  bool fits = false;
  for (unsigned i = first; i < part; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, p->figure)) continue;
    siblings++;
    fits = fits || sibling_fits(links, i, part, &links->items[whole]);
  }
  return !siblings || fits ? whole : -1;
}

/* 东岸五市水运量 and 西岸五市水运量: are two amounts told of two things of one kind, by the words between what the base
 * begins with (我省) and what it ends with? */
static bool is_parallel(const gm_view *view, const base *b, const gm_mention *x, const gm_mention *y) {
  size_t own = x->label, other = y->label, own_end = x->from, other_end = y->from;
  for (unsigned k = 0; k < b->length && view->cp[own] == b->name[k] && view->cp[other] == b->name[k]; k++) {
    own++;
    other++;
  }
  own_end = own_end > own + b->length ? own_end - b->length : own;
  other_end = other_end > other + b->length ? other_end - b->length : other;
  return gm_share_pair(view, own, own_end, other, other_end) || view->cp[own] == view->cp[other];
}

/* 全省用电量…。我市工业用电量…，占用电量的: is the amount told of a wider place than the part, and the base of none? */
static bool is_wider(const gm_view *view, const gm_mention *part, const gm_mention *whole) {
  size_t said = gm_find_word(view, whole->clause, whole->from, GM_WIDER), start = gm_sentence_start(view, part->from);
  return said != SIZE_MAX && gm_find_run(view, start, part->from, said, 2) == SIZE_MAX &&
         gm_find_word(view, start, part->from, "我 本 该 省 市 县 区 镇 乡 村 州 国") != SIZE_MAX;
}

/* Can it be the whole that the base names wholly, in words that end in its name? */
static bool ends_as_named(const gm_view *view, const base *b, const gm_mention *part, const gm_mention *whole) {
  bool placed = gm_find_word(view, b->from, b->to, GM_WIDER) != SIZE_MAX;
  return (placed || !is_wider(view, part, whole)) && gm_is_count(whole->figure) && whole->from > whole->label &&
         is_named(view, b, whole) && ends_in_base(view, b, whole);
}

#define NAME_LEAST 3u /* characters of a base that is looked for farther away: 进出口 */

/* 沿江9市进出口3.61万亿元，…。民营企业进出口2.32万亿元，占进出口总值的64.3%: the amount before the part that the base
 * names wholly, as the part is named by more words or lies in it: 入境游客3.5万人次。入境游客中免签的2万人次. */
static int named_whole(const gm_links *links, unsigned part, const base *b) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part];
  size_t among = gm_find_word(view, p->label, p->from, "中 里");
  bool within = among != SIZE_MAX && b->to > b->from && among > p->label + 1u && p->label == p->clause &&
                gm_reads_alike(view, p->label, b->from, among - p->label);
  /* 教师312人，硕士126人，占教师总数的40%: what is counted in all, right before it */
  bool beside = part && gm_same_sentence(p - 1, p) && gm_comparable(p[-1].figure, p->figure) &&
                p->clause == p[-1].to + 1u && gm_find_word(view, b->from, b->to, "总") != SIZE_MAX;
  if (b->unclear || b->length < 2 || (!within && !beside && !ends_in_base(view, b, p))) return -1;
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1u < p->figure->sentence) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, p->figure) || gm_is_delta(m->figure)) continue;
    if (!same_money(m, p)) return -1;
    if (beside && !within && m + 1 != p) break;
    if (ends_as_named(view, b, p, m) && (within || !is_parallel(view, b, p, m)) &&
        (!i || !gm_same_sentence(m - 1, m) || !gm_is_amount(m[-1].figure)))
      return (int)i;
    break;
  }
  if (!ends_in_base(view, b, p)) return -1;
  for (unsigned i = 0; i < part && b->length >= NAME_LEAST; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, p->figure)) continue;
    return same_money(m, p) && ends_as_named(view, b, p, m) && !is_parallel(view, b, p, m) ? (int)i : -1;
  }
  return -1;
}

#define PLANNED     "目标任务 计划任务 任务 目标 计划"
#define THING_LEAST 4u /* Han characters that name what is planned and what is done alike: 城镇老旧小区 */

/* 改造老旧小区4.8万个，占年度任务的89%。今年计划改造老旧小区5.4万个: the plan, told behind the share in the same words.
 */
static int planned_whole(const gm_links *links, unsigned part, unsigned index, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part], *share = &links->items[index];
  size_t end = share->from - gm_words_before(view, share->from, "的");
  if (end == share->from ||
      stop + gm_words_at(view, stop, "全年 年度 今年 当年 全年度") + gm_words_before(view, end, PLANNED) != end)
    return -1;
  for (unsigned i = index + 1; i < links->count && links->items[i].figure->sentence <= share->figure->sentence + 1u;
       i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, p->figure)) continue;
    return m->from >= m->label + THING_LEAST && p->from >= p->label + THING_LEAST && gm_is_exact(m->figure) &&
                   gm_reads_alike(view, m->from - THING_LEAST, p->from - THING_LEAST, THING_LEAST) &&
                   gm_find_word(view, m->clause, m->from, "计划 目标 任务") != SIZE_MAX && !is_wider(view, p, m) &&
                   gm_find_word(view, m->clause, m->from, "明年 比 超") == SIZE_MAX
               ? (int)i
               : -1;
  }
  return -1;
}

int gm_certain_whole(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t at, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part], *share = &links->items[index];
  if (part >= index || !gm_same_sentence(p, share) || !gm_is_plain(p->figure)) {
    if (part >= index || !(p->figure->roles & GM_ROLE_ADDED)) return -1;
  }
  if (lead == GM_LEAD_SHARE) {
    if (!follows_part(links, part, index, at)) return -1;
    base b = read_base(view, share, at, stop);
    if (of_another_kind(view, &b, p)) return -1;
    int whole = opened_whole(links, part);
    if (whole < 0 || !same_money(p, &links->items[whole]) || !is_named(view, &b, &links->items[whole]))
      whole = named_whole(links, part, &b);
    return whole >= 0 ? whole : planned_whole(links, part, index, stop);
  }
  /* 5542处重点项目已修复5112处，总修复率92.2%: one clause tells both. */
  const gm_mention *w = p - 1;
  if (lead == GM_LEAD_RATE && part && index == part + 1 && w->clause == p->clause && gm_is_count(w->figure) &&
      gm_comparable(w->figure, p->figure) && share->clause == p->to + 1u &&
      gm_find_word(view, w->to, p->from, "已") != SIZE_MAX && gm_find_word(view, w->to, p->from, "、 和") == SIZE_MAX &&
      gm_rate_names_part(links, at, stop, part))
    return (int)part - 1;
  /* 在已落地的1.5万个项目中，1.1万个已开工，开工率达72% */
  if (lead == GM_LEAD_RATE && index == part + 1 && share->clause > p->to && is_among(links, part) &&
      gm_find_mark(view, p->to, share->clause - 1, "，；：。") == SIZE_MAX && gm_rate_names_part(links, at, stop, part))
    return (int)part - 1;
  /* 完成全年任务（12.9万公里）的91.4% */
  if (lead == GM_LEAD_PLAN && share[-1].figure->roles & GM_ROLE_PAREN && share - 1 > p && share[-1].from > stop &&
      gm_is_amount(share[-1].figure) && gm_comparable(share[-1].figure, p->figure))
    return (int)index - 1;
  /* 6065亿元，占全年8000亿元的76% */
  if (lead == GM_LEAD_OF && part + 2 == index && !(p->figure->roles & GM_ROLE_OF_WHICH) &&
      (!part || p[-1].to <= p->clause) && gm_words_at(view, share[-1].clause, "占 约占") &&
      share[-1].clause == p->to + 1u && gm_comparable(share[-1].figure, p->figure))
    return (int)index - 1;
  return -1;
}
