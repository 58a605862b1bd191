/* What the words of parts say of them: whether they are all there is, of one division, or counted twice. */
#include "check/complement.h"
#include "check/sum.h"

/* What is said of a part: the words before it behind the mention before, and those right behind it. */
void gm_part_words(const gm_links *links, unsigned index, size_t *from, size_t *to) {
  const gm_view *view = links->view;
  *from = links->items[index].label;
  *to = links->items[index].to;
  while (*to < view->count && view->cls[*to] & GM_HAN && *to < links->items[index].to + 6) ++*to;
}

/* 第一期82人，第二期76人，第三期69人: ordinals from the first on name the parts. */
static bool counted_off(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++) {
    if (!p->at[i]) return false;
    const gm_mention *part = &links->items[p->at[i]], *name = part - 1;
    if (name->figure->kind != GM_FIGURE_ORDINAL || name->figure->value.digits != (int64_t)i + 1 ||
        part->from - name->to > 6)
      return false;
  }
  return true;
}

#define BELOW "以下 以内 之内 不满 未满 不足 低于 小于"
#define ABOVE "以上 及其以上 之外 超过 大于 高于"

#define BOUND_DIGITS 6u /* a bound has no more */

/* The whole numbers in [from, to), at most two; how many there are, 3 for more and for what is no whole number. */
static unsigned read_bounds(const gm_view *view, size_t from, size_t to, unsigned bounds[2]) {
  unsigned count = 0;
  for (size_t i = from; (i = gm_view_next_before(view, i, to, GM_DIGIT | GM_NUMERAL)) < to;) {
    size_t first = i;
    unsigned value = 0;
    for (; i < to && view->cls[i] & GM_DIGIT && i < first + BOUND_DIGITS; i++)
      value = value * 10 + (unsigned)(view->cp[i] - '0') % 10;
    if (i == first || gm_one_of(view, i, ".,%％") || count == 2) return 3;
    bounds[count++] = value;
  }
  return count;
}

#define BOUND_WORDS "及以下 及以上 及其以上 （含） 以下 以上 以内 之内 之外 的"

/* 35岁及以下教师, 36岁以上教师: does the same stand behind the last bounds, but for the words that make them bounds? */
static bool same_behind_bounds(const gm_view *view, size_t a, size_t b) {
  for (;;) {
    size_t n = gm_words_before(view, a, BOUND_WORDS), m = gm_words_before(view, b, BOUND_WORDS);
    a -= n, b -= m;
    if (n || m) continue;
    if (!a || !b || view->cp[a - 1] != view->cp[b - 1]) return a && b && view->cls[a - 1] & view->cls[b - 1] & GM_DIGIT;
    if (view->cls[a - 1] & GM_DIGIT) return true;
    a--, b--;
  }
}

/* 教龄10年以下，教龄10年以上, or nothing there: does the second part name the measure of the first, if any? */
static bool same_before_bounds(const gm_view *view, size_t first, size_t first_to, size_t second, size_t second_to) {
  size_t a = gm_view_next_before(view, first, first_to, GM_DIGIT);
  size_t b = gm_view_next_before(view, second, second_to, GM_DIGIT);
  while (second < b && !(view->cls[second] & GM_HAN)) second++;
  for (size_t n; a > first && (n = gm_words_before(view, a, "不满 未满 不足 低于 小于 在")) != 0;) a -= n;
  for (size_t n; b > second && (n = gm_words_before(view, b, "超过 大于 高于 在")) != 0;) b -= n;
  return b <= second || (b >= second + 2 && a >= first + 2 && gm_reads_alike(view, a - 2, b - 2, 2));
}

/* 35岁及以下…，36岁以上…; 雨量超过50毫米的站点63个，50至100毫米的…，100毫米以上的…: two bands that leave nothing out.
 */
static bool are_two_bands(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[p->at[0]], *second = &links->items[p->at[1]];
  size_t from = second->clause > first->to ? second->clause : first->to, start = gm_sentence_start(view, first->from);
  unsigned low[2], high[2];
  if (first->clause <= start || gm_find_word(view, from, second->from, ABOVE) == SIZE_MAX ||
      !same_behind_bounds(view, first->from, second->from) ||
      !same_before_bounds(view, first->clause, first->from, from, second->from) ||
      read_bounds(view, from, second->from, high) != 1)
    return false;
  unsigned bounds = read_bounds(view, first->clause, first->from, low);
  if (bounds == 1)
    return gm_find_word(view, first->clause, first->from, BELOW) != SIZE_MAX && low[0] <= high[0] &&
           high[0] <= low[0] + 1;
  if (bounds != 2 || low[1] > high[0] || high[0] > low[1] + 1 ||
      gm_find_word(view, first->clause, first->from, "至 到 — - – ～ ―") == SIZE_MAX)
    return false;
  for (size_t at = start; (at = gm_view_next_before(view, at, first->clause, GM_DIGIT)) < first->clause;) {
    size_t end = at;
    while (end < first->clause && view->cls[end] & GM_DIGIT) end++;
    unsigned bound[2];
    size_t near = end + 5 < first->clause ? end + 5 : first->clause; /* 50毫米以上, 50公里及以上 */
    if (read_bounds(view, at, end, bound) == 1 && bound[0] == low[0] &&
        (gm_words_before(view, at, "超过 大于 高于") || gm_find_word(view, end, near, "以上 之外") != SIZE_MAX))
      return true;
    at = end;
  }
  return false;
}

/* 30岁以下…，31至40岁…，41岁以上…: bands from below the first bound to above the last. */
bool gm_parts_are_bands(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  if (p->count < 3) return p->count == 2 && are_two_bands(links, p);
  unsigned below = 0, above = 0, between = 0;
  for (unsigned i = 0; i < p->count; i++) {
    size_t to = links->items[p->at[i]].from, from = links->items[p->at[i]].clause;
    if (i && links->items[p->at[i - 1]].to > from) from = links->items[p->at[i - 1]].to;
    bool edge = i == 0 || i + 1 == p->count;
    if (edge && gm_find_word(view, from, to, BELOW) != SIZE_MAX)
      below++;
    else if (edge && gm_find_word(view, from, to, ABOVE) != SIZE_MAX)
      above++;
    else if (gm_find_word(view, from, to, "至 到 — - – ～ ―") != SIZE_MAX)
      between++;
  }
  return below == 1 && above == 1 && between + 2 == p->count;
}

bool gm_by_status(const gm_links *links, const gm_parts *p) {
  static const char *const words[] = {"已 完成 办结 解决", "正在 推进中 在办 在建 整改中 办理中", "未 尚 待 剩余"};
  unsigned seen = 0;
  if (p->count != 3) return false;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    size_t from = links->items[p->at[i]].label;
    unsigned k = 2;
    while (k && gm_find_word(links->view, from, m->from, words[k]) == SIZE_MAX) k--;
    if (!k && gm_find_word(links->view, from, m->from, words[0]) == SIZE_MAX) return false;
    seen |= 1u << k;
  }
  return seen == 7;
}

/* 甲、乙、丙、丁4个大项，共18个小项，其中甲5个，乙5个，…: does the sentence say before that there are as many as the
 * parts, and name each of them? */
static bool number_told(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[p->at[0]];
  for (unsigned i = p->at[0]; i-- > 0 && gm_same_sentence(&links->items[i], first);) {
    const gm_mention *m = &links->items[i];
    if ((m->figure->kind != GM_FIGURE_CLAIM && m->figure->kind != GM_FIGURE_QUANTITY) ||
        m->figure->value.digits != (int64_t)p->count || m->figure->value.scale || !gm_is_exact(m->figure))
      continue;
    size_t start = gm_clause_start(view, m->from);
    bool named = true;
    for (unsigned k = 0; k < p->count && named; k++) {
      const gm_mention *part = &links->items[p->at[k]];
      size_t label = part->label + gm_words_at(view, part->label, "其中 其中：");
      named = label + 2 <= part->from && gm_share_pair(view, label, label + 2, start, m->from);
    }
    if (named) return true;
  }
  return false;
}

/* 548名，占44.3%；688名，占55.7%: is each part's share told right behind it, and do they come to 100 %? */
static bool shares_make_all(const gm_links *links, const gm_parts *p) {
  gm_decimal sum = {0, 0}, allowed = {0, 0}, off;
  for (unsigned i = 0; i < p->count; i++) {
    unsigned at = p->at[i] + 1;
    if (at >= links->count || (i + 1 < p->count && at == p->at[i + 1])) return false;
    const gm_figure *f = links->items[at].figure;
    if (f->kind != GM_FIGURE_PERCENT || !(f->roles & GM_ROLE_SHARE) || !gm_is_exact(f) || f->value.digits <= 0 ||
        !gm_same_sentence(&links->items[at], &links->items[p->at[i]]) || !gm_decimal_add(sum, f->value, &sum) ||
        !gm_decimal_add(allowed, (gm_decimal){5, f->value.scale + 1}, &allowed))
      return false;
  }
  if (!gm_decimal_subtract(sum, gm_decimal_of(100), &off)) return false;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, allowed) <= 0;
}

/* Words of which each leaves nothing to the others. */
#define TRIPLES(THREE)                                                            \
  THREE("金牌 金奖", "银牌 银奖", "铜牌 铜奖")                                    \
  THREE("第一产业 一产", "第二产业 二产", "第三产业 三产")                        \
  THREE("上旬", "中旬", "下旬")                                                   \
  THREE("轻伤 轻症 轻度 轻型", "重伤 重症 中度 普通型", "危重 危重症 重度 重型")  \
  THREE("高级", "中级", "初级")                                                   \
  THREE("甲级 甲等 甲类", "乙级 乙等 乙类", "丙级 丙等 丙类")                     \
  THREE("老年", "中年", "青年")                                                   \
  THREE("属实", "部分属实 基本属实", "不属实 不实")                               \
  THREE("提前 超前 快于", "达到 序时 按期 按时 正常", "滞后 落后 延期 逾期 未达") \
  THREE("满意", "基本满意 较满意 比较满意", "不满意")                             \
  THREE("合格", "基本合格", "不合格")                                             \
  THREE("盈利", "持平", "亏损")                                                   \
  THREE("立行立改 立查立改 立即整改", "限期", "长期")

static const char *const triples[][3] = {
#define ROW(first, second, third) {first, second, third},
    TRIPLES(ROW)
#undef ROW
};

#define WORDS(first, second, third) first " "
static const char firsts[] = TRIPLES(WORDS);
#undef WORDS

bool gm_is_triple(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t from, to;
  if (p->count != 3) return false;
  gm_part_words(links, p->at[0], &from, &to);
  if (gm_find_word(view, from, to, firsts) == SIZE_MAX) return false; /* most of them; none begins with another */
  for (size_t t = 0; t < sizeof triples / sizeof *triples; t++) {
    unsigned k = 0;
    for (; k < 3; k++) {
      gm_part_words(links, p->at[k], &from, &to);
      if (gm_find_word(view, from, to, triples[t][k]) == SIZE_MAX) break;
    }
    if (k == 3) return true;
  }
  return false;
}

bool gm_exhaustive(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  if (p->count < 2) return false;
  if (gm_parts_are_bands(links, p) || shares_make_all(links, p)) return true;
  if (counted_off(links, p) || gm_by_status(links, p) || gm_is_triple(links, p)) return true;
  size_t sentence = gm_sentence_start(view, links->items[p->at[0]].from);
  if (p->count > 2 && gm_divides(view, sentence, links->items[p->at[0]].from)) return true;
  if (p->count > 2 && number_told(links, p)) return true;
  size_t from = links->items[p->at[0]].label, to = links->items[p->at[p->count - 1]].from, end;
  /* 余下的4万吨 is what a verb takes */
  for (size_t at = from; (at = gm_find_word(view, at, to, GM_REST)) != SIZE_MAX; at++)
    if (!gm_words_at(view, at, "余下的")) return true;
  if (gm_find_word(view, from, to, "男") != SIZE_MAX && gm_find_word(view, from, to, "女") != SIZE_MAX) return true;
  if (p->count > 2) return false;
  size_t second, second_end;
  gm_part_words(links, p->at[0], &from, &end);
  gm_part_words(links, p->at[1], &second, &second_end);
  return gm_complementary(view, from, end, second, second_end);
}

#define CLASS_ENDS "类型级" /* one character tells the division: 食品类, 药品类 */

bool gm_parts_parallel(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  size_t other = 0;
  for (unsigned i = 0; i < p->count; i++) {
    size_t from, to = links->items[p->at[i]].from, end;
    gm_part_words(links, p->at[i], &from, &end);
    if (to == from) to = end; /* the noun behind */
    /* 市内件4300件: the unit itself */
    bool unit = view->cp[to - 1] == view->cp[gm_view_find(view, links->items[p->at[i]].figure->unit_start)];
    if (to < 2 || (i && (view->cp[to - 1] != view->cp[other - 1] ||
                         (view->cp[to - 2] != view->cp[other - 2] && !unit && !gm_one_before(view, to, CLASS_ENDS)))))
      return false;
    other = to;
  }
  return other && view->cls[other - 1] & GM_HAN;
}

bool gm_parts_repeat(const gm_links *links, const gm_mention *total, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_figure *f = total->figure;
  if (p->count < 3 || f->noun_end <= f->noun_start) return false;
  size_t noun = gm_view_find(view, f->noun_start), end = gm_view_find(view, f->noun_end);
  for (size_t k = noun; k + 1 < end; k++) {
    unsigned i = 0;
    for (size_t from, to; i < p->count; i++) {
      gm_part_words(links, p->at[i], &from, &to);
      if (!gm_share_pair(view, k, k + 2, from, to)) break;
    }
    if (i == p->count) return true;
  }
  return false;
}

/* Divisions that people, and enterprises, schools and courses, are counted by. */
static const char *const divisions[] = {
    "小微 中小企业 规上 规下 规模以上 限上",
    "科技型 科技企业 高新 专精特新",
    "国有 民营 外资",
    "必修 选修 限选",
    "线上 线下 网上 在线",
    "寄宿",
    "岁 周岁",
    "党员 团员",
    "博士 硕士 研究生 本科 大专 学历 学位",
    "少数民族",
    "骨干 困难 贫困 脱贫 低保 残疾",
    "高级 中级 初级 一级 二级 三级 四级 五级 职称 教授 副教授 讲师", /* of people alone: 一级文物, 四级手术 */
};

/* Parts by different measures overlap: women without men beside them, some parts by age and others not. */
static bool several_measures(const gm_links *links, const gm_parts *p) {
  const gm_view *view = links->view;
  bool people = gm_units[links->items[p->at[0]].figure->unit].unit_class == GM_CLASS_PERSON;
  unsigned men = 0, women = 0, by[sizeof divisions / sizeof *divisions] = {0};
  for (unsigned i = 0; i < p->count; i++) {
    size_t from, to = links->items[p->at[i]].from, end;
    gm_part_words(links, p->at[i], &from, &end);
    from = gm_clause_start(view, to);
    if (i && links->items[p->at[i - 1]].to > from) from = links->items[p->at[i - 1]].to;
    for (size_t k = to; k > from && links->items[p->at[i]].figure->roles & GM_ROLE_PAREN; k--)
      if (gm_one_before(view, k, "（")) from = k; /* 男队员46名（老队员27名 */
    men += gm_find_word(view, from, to, "男") != SIZE_MAX;
    women += gm_find_word(view, from, to, "女") != SIZE_MAX;
    for (size_t k = 0; k + !people < sizeof divisions / sizeof *divisions; k++)
      by[k] += gm_find_word(view, from, end, divisions[k]) != SIZE_MAX;
  }
  for (size_t k = 0; k < sizeof divisions / sizeof *divisions; k++)
    if (by[k] && by[k] < p->count) return true;
  if ((men == 0) == (women == 0)) return false;
  /* 102名男选手和84名女选手: named behind, both by one noun. */
  size_t from, end;
  gm_part_words(links, p->at[p->count - 1], &from, &end);
  size_t woman = gm_find_word(links->view, from, end, "女"),
         man = gm_find_word(links->view, links->items[p->at[0]].to, links->items[p->at[p->count - 1]].from, "男");
  return man == SIZE_MAX || woman == SIZE_MAX || links->view->cp[man + 1] != links->view->cp[woman + 1];
}

/* Shares beside the parts that exceed 100 %, or parts of several kinds: the parts overlap. */
#define OF_BOTH "都存在 都有 都没 都是 都为 都不 均有 均无 均不 均未 均存在 同时 两者 二者 兼有 兼具"

bool gm_parts_overlap(const gm_links *links, const gm_parts *p) {
  /* Of people the same are counted twice, of money not. */
  bool money = gm_units[links->items[p->at[0]].figure->unit].unit_class == GM_CLASS_MONEY;
  if (!money && several_measures(links, p)) return true;
  for (unsigned i = 0; i < p->count; i++) { /* 两项问题都存在的有14家 */
    const gm_mention *m = &links->items[p->at[i]];
    if (gm_find_word(links->view, m->label, m->from, OF_BOTH) != SIZE_MAX) return true;
    /* 外地游客中也有19.65万人次是学生: some of another part, which is named again */
    size_t among = gm_find_word(links->view, m->label, m->from, "中有 中也有 中还有 中就有 里有 里也有 里还有 里就有");
    if (among != SIZE_MAX && among > m->label) return true;
  }
  /* 持甲证的41名，持乙证的15名（有10名两证齐全）; 甲类56.8亿元，乙类83.5亿元，占2.8%（两类有部分交叉） */
  const gm_mention *end = &links->items[p->at[p->count - 1]];
  size_t stop = gm_sentence_end(links->view, end->to), open = gm_find_word(links->view, end->to, stop, "（");
  size_t close = open == SIZE_MAX ? SIZE_MAX : gm_find_word(links->view, open, links->view->count, "）");
  if (close != SIZE_MAX &&
      gm_find_word(links->view, open, close, "两证 双证 齐全 重复 交叉 重叠 兼 双重 同时 既 " OF_BOTH) != SIZE_MAX)
    return true;
  gm_decimal sum = {0, 0};
  unsigned last = p->at[p->count - 1] + 1;
  for (unsigned i = p->at[0]; i <= last && i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_PERCENT && f->roles & (GM_ROLE_SHARE | GM_ROLE_PAREN) &&
        !gm_decimal_add(sum, f->value, &sum))
      return true;
  }
  return gm_decimal_compare(sum, gm_decimal_of(103)) > 0;
}
