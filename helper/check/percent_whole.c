/* PCT-01: which amount a share or a rate is taken of, as far as the text itself names it. */
#include "check/percent.h"
#include "check/swap.h"

bool gm_can_be_whole(const gm_figure *f) {
  return gm_is_plain(f) ||
         (f->roles & GM_ROLE_ADDED &&
          !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)));
}

/* 收入24亿元，其中税收15亿元；支出58亿元，其中…: does 其中 before the amount tell what it lies in? ； ends what it
 * opened.
 */
static bool lies_in_one(const gm_view *view, const gm_mention *m) {
  if (!(m->figure->roles & GM_ROLE_OF_WHICH)) return false;
  size_t from = gm_sentence_start(view, m->from), mark;
  while ((mark = gm_find_mark(view, from, m->from, "；")) != SIZE_MAX) from = mark + 1;
  return !gm_one_before(view, from, "；") || gm_find_word(view, from, m->from, "其中 包括 含") != SIZE_MAX;
}

/* N U中 or N U，其中 or 共N U: what makes an amount the whole of those behind it. */
static bool anchors(const gm_links *links, const gm_mention *whole, const gm_mention *part) {
  const gm_view *view = links->view;
  const gm_figure *f = whole->figure;
  /* 增配分拣员76名，其中…: what was added, and no difference of two */
  bool added = f->roles & GM_ROLE_UP && gm_words_at(view, whole->to, "，其中 （其中") &&
               gm_find_word(view, whole->clause, whole->from, "比 较 同比 环比 净") == SIZE_MAX &&
               !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
  if ((!gm_can_be_whole(f) && !added) || lies_in_one(view, whole)) return false;
  size_t leading = gm_find_word(view, whole->to, part->from, "其中");
  if (leading != SIZE_MAX) return true;
  if (f->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD)) return true;
  size_t clause = whole->clause;
  return gm_find_total(view, clause, whole->from) != SIZE_MAX ||
         gm_find_word(view, clause, whole->from, "总 全部 全长") != SIZE_MAX;
}

/* 占调整预算, 占年度计划: a plan is the base, and 收入完成28583万元 is what was done, not the plan. */
static bool is_done_not_planned(const gm_view *view, size_t from, size_t to, const gm_mention *whole) {
  if (gm_find_word(view, from, to, "预算 计划 任务 目标 指标 时序") == SIZE_MAX) return false;
  size_t start = whole->clause;
  return gm_find_word(view, start, whole->from, "完成 实现 到位 达到 收到 支付 拨付") != SIZE_MAX ||
         gm_find_word(view, start, whole->from, "预算 计划 任务 目标 指标") == SIZE_MAX;
}

/* Does the mention carry a share of its own (共71封，占16.47%)? Then it is a sibling, not a whole, unless 其中 follows
 * and no ； ends what it opens. */
static bool is_sibling(const gm_links *links, unsigned index, unsigned part) {
  const gm_mention *m = &links->items[index], *next = m + 1;
  return index + 1 < part && next->figure->kind == GM_FIGURE_PERCENT && gm_same_sentence(m, next) &&
         next->figure->roles & (GM_ROLE_SHARE | GM_ROLE_PAREN) &&
         (gm_find_word(links->view, next->to, links->items[part].from, "其中") == SIZE_MAX ||
          gm_find_mark(links->view, next->to, links->items[part].from, "；") != SIZE_MAX ||
          /* the last item of the list before: …；丙类141份，占6.6%。其中… */
          (!gm_same_sentence(m, &links->items[part]) &&
           gm_find_mark(links->view, gm_sentence_start(links->view, m->from), m->from, "；") != SIZE_MAX));
}

#define PHRASE_LEAST 4 /* Han characters of a base that names one measure: 地方财政收入 */

#define WIDE \
  "全年 全县 全市 全区 全镇 全乡 全村 全校 全院 全省 全部 全体 全国 全 我县 我市 我镇 我院 我校 我区 本院 本校"
#define STAGES \
  "新收 旧存 受理 办结 审结 结案 立案 诉前 新增 新建 续建 新开 新招 在建 建成 竣工 报名 毕业 在校 在职 退休 录取"

/* 占全年新收案件的 and 委派调解案件874件: does the base name a stage that the whole's sentence does not? */
static bool of_another_stage(const gm_links *links, size_t from, size_t to, const gm_mention *whole) {
  const gm_view *view = links->view;
  from += gm_words_at(view, from, WIDE);
  size_t length = gm_words_at(view, from, STAGES), behind = whole->to + 8;
  return length && from + length + 2 <= to && view->cls[from + length] & GM_HAN &&
         !gm_one_of(view, from + length, "的总") &&
         !gm_share_pair(view, from, from + length, gm_sentence_start(view, whole->from),
                        behind < view->count ? behind : view->count);
}

#define HEAD_LEAST 2u /* Han characters at each end of a head of the budget that are one word: 预算, 支出 */

/* 占一般公共预算支出的 and 一般公共预算教育支出198.7亿元: money by a name that says more within, a part of the base. */
static bool is_narrower(const gm_view *view, size_t from, size_t to, const gm_mention *whole) {
  if (whole->figure->kind != GM_FIGURE_MONEY) return false;
  size_t end = from;
  while (end < to && view->cls[end] & GM_HAN && !gm_words_at(view, end, "的 比例 比重 总额 总量 为 达")) end++;
  bool narrower = false;
  for (size_t k = whole->clause; k + (end - from) <= whole->from; k++) {
    size_t n = 0;
    while (n < end - from && view->cp[k + n] == view->cp[from + n]) n++;
    if (n == end - from) return false;
    for (size_t i = k + n + 1; n >= HEAD_LEAST && from + n + HEAD_LEAST <= end && i < whole->from; i++) {
      size_t m = 0;
      while (from + n + m < end && i + m < whole->from && view->cp[i + m] == view->cp[from + n + m]) m++;
      if (from + n + m < end) continue;
      narrower = gm_find_word(view, k + n, i, "总 各 全部 合计 共 的") == SIZE_MAX;
      break;
    }
  }
  return narrower;
}

/* The whole that the base phrase names: 占结业学员的 and …结业证书的学员18640人. */
static int whole_by_name(const gm_links *links, unsigned part, size_t from, size_t to) {
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure) || !gm_is_plain(m->figure))
      continue;
    if (gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0) continue;
    if (is_done_not_planned(links->view, from, to, m)) continue;
    if (of_another_stage(links, from, to, m) || is_narrower(links->view, from, to, m)) continue;
    if (gm_base_words(links->view, from, to, m) > 0 && !is_sibling(links, (unsigned)i, part)) return (int)i;
  }
  return -1;
}

/* The whole told in the very words of the base: 占地方财政收入66.19% and 地方财政收入完成100223万元. */
int gm_whole_by_phrase(const gm_links *links, unsigned part, size_t from, size_t to) {
  const gm_view *view = links->view;
  size_t end = from;
  while (end < to && view->cls[end] & GM_HAN && !gm_words_at(view, end, "的 比例 比重 总额 总量 总数 为 达")) end++;
  if (end - from < PHRASE_LEAST) return -1;
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure) || !gm_is_plain(m->figure))
      continue;
    if (gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0) continue;
    for (size_t k = m->clause; k + (end - from) <= m->from; k++)
      if (gm_reads_alike(view, k, from, end - from)) return (int)i;
  }
  return -1;
}

/* The whole of a share, when the text anchors one before the part and the base named behind 占 does not deny it. */
static int whole_of_share(const gm_links *links, unsigned part, size_t from, size_t to) {
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    if (is_sibling(links, i, part) || !anchors(links, m, &links->items[part])) continue;
    if (is_done_not_planned(links->view, from, to, m) || of_another_stage(links, from, to, m) ||
        is_narrower(links->view, from, to, m))
      continue;
    if (gm_base_words(links->view, from, to, m) != 0) return (int)i;
  }
  return -1;
}

/* Rates whose part is told with other words than the rate's own. */
static const struct {
  const char *rate, *part;
} rate_words[] = {
    {"出席 出勤 到会 到课 到岗 到位 报到 参会 参训 参与 参加 参演 参赛 参考 参检 参评 参训",
     "实到 到会 参加 参训 出席 到场 到课 实参 实际参"},
    {"合格 通过 达标 及格", "合格 通过 达标 及格"},
    {"完成 执行 到位 支出", "完成 执行 到位 支出 拨付"},
    {"满意", "满意"},
    {"完好 正常 良好 可用", "完好 正常 良好 可用 能用 无故障 无损坏"},
    {"办结 结案 审结 完结", "办结 结案 审结 办理完毕 处理完毕 办完 结清"},
    {"整改 销号 解决 化解", "整改 销号 解决 化解 改完 消除"},
    {"成活 存活", "成活 存活 活了 长势良好"},
    {"就业 落实", "就业 落实去向 签约 上岗 被录用"},
    {"录取 升学", "录取 升入 考入 考取 升学"},
    {"治愈 好转", "治愈 痊愈 康复 好转"},
    {"回收 收回", "回收 收回 交回"},
    {"接种 免疫", "接种 免疫"},
    {"覆盖 普及 通达", "建起 建成 建立 覆盖 开通 接通 设立 接入 安装 配备 通了 实现 开展"},
    {"入库 征收 收缴 缴纳 兑现", "实缴 实收 入库 征收 收缴 缴纳 到账 兑付"},
};

#define BEHIND_CHARS 8 /* 1230人表示满意: what is said of the part stands no farther behind it */

bool gm_rate_names_part(const gm_links *links, size_t name, size_t stop, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part];
  size_t from = p->clause, end = p->to;
  if (part && links->items[part - 1].to > from) from = links->items[part - 1].to;
  while (end < view->count && end < p->to + BEHIND_CHARS && view->cls[end] & GM_HAN) end++;
  if (end > name && name >= p->to) end = name; /* 5.1公里进度22.40%: its own name says nothing of the part */
  for (size_t i = name; i + 1 < stop; i++)
    for (size_t k = from; k < p->from; k++)
      if (view->cp[i] == view->cp[k] && !gm_one_of(view, i, "的了有为达率")) return true;
  if (gm_share_pair(view, name, stop, p->to, end)) return true;
  for (size_t i = 0; i < sizeof rate_words / sizeof *rate_words; i++)
    if (gm_find_word(view, name, stop, rate_words[i].rate) != SIZE_MAX &&
        gm_find_word(view, from, end, rate_words[i].part) != SIZE_MAX)
      return true;
  return false;
}

/* Would the percentage fit if two neighbouring digits of one of the two counts changed places? */
bool gm_swap_repairs(const gm_figure *part, const gm_figure *whole, gm_interval percent) {
  gm_decimal should;
  gm_interval shifted;
  for (unsigned k = 0; gm_next_swap(part, &k, &should, &shifted);)
    if (gm_ratio_fits(shifted, whole->interval, percent)) return true;
  for (unsigned k = 0; gm_next_swap(whole, &k, &should, &shifted);)
    if (gm_ratio_fits(part->interval, shifted, percent)) return true;
  return false;
}

/* 共实施项目46个，其中续建18个，新开工28个；完工37个，完工率80.4%: the total of which the sentence tells one part and
 * another behind ；. */
static int opened_by(const gm_links *links, unsigned part) {
  const gm_mention *p = &links->items[part];
  int first = -1;
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], p);)
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, p->figure)) first = (int)i;
  if (first < 0) return -1;
  const gm_mention *whole = &links->items[first];
  size_t end = gm_find_mark(links->view, whole->to, p->from, "；");
  return gm_is_plain(whole->figure) && gm_find_word(links->view, whole->to, end, "其中") != SIZE_MAX &&
                 gm_find_mark(links->view, end + 1, p->from, "；") == SIZE_MAX &&
                 gm_decimal_compare(whole->figure->value, p->figure->value) > 0
             ? first
             : -1;
}

/* 接到768件，大气类312件、噪声类265件、水类134件、固废类57件，已办结754件: amount `index`, which is less than the part,
 * ends a division: the whole divided, told right before it. -1 when there is none. */
static int divided_by(const gm_links *links, unsigned index) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  for (unsigned i = index + 1; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[index]);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[index].figure)) return -1;
    if (i < index && gm_interval_meet(sum, m->figure->interval)) return gm_is_plain(m->figure) ? (int)i : -1;
    if (!gm_interval_add(&sum, m->figure->interval)) return -1;
  }
  return -1;
}

/* 升学126人、就业281人，合计落实407人: the first of the amounts that end with `index` and are together the part; -1
 * when they are not. */
static int first_of_sum(const gm_links *links, unsigned index, unsigned part) {
  const gm_mention *p = &links->items[part];
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  for (unsigned i = index + 1; i-- > 0 && gm_same_sentence(&links->items[i], p);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_part(m->figure) || !gm_comparable(m->figure, p->figure)) return -1;
    if (!gm_interval_add(&sum, m->figure->interval)) return -1;
    if (i < index && gm_interval_meet(sum, p->figure->interval)) return (int)i;
  }
  return -1;
}

#define ADVERB_CHARS 14u /* 截至2025年6月底， */

/* 经逐条研究，采纳…: opens the part its sentence, but for one clause that tells when or how? */
static bool opens_behind_adverb(const gm_links *links, unsigned part) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part];
  size_t start = gm_sentence_start(view, p->from);
  return p->clause > start && p->clause - start <= ADVERB_CHARS && gm_one_before(view, p->clause, "，") &&
         gm_words_at(view, start, "经 截至 截止 到 至 目前 历时 随后 之后 会后 通过 经过") &&
         gm_find_mark(view, start, p->clause - 1, "，；：") == SIZE_MAX;
}

/* 收到1632条，其中重复149条。…采纳率77.0%: is the rate that of the part in what another amount of its sentence leaves
 * of the whole? */
static bool fits_less(const gm_links *links, unsigned part, unsigned whole, const gm_mention *rate) {
  const gm_mention *w = &links->items[whole];
  gm_interval left;
  for (unsigned i = whole + 1; i < part && gm_same_sentence(&links->items[i], w); i++)
    if (gm_is_amount(links->items[i].figure) && gm_comparable(links->items[i].figure, w->figure) &&
        gm_interval_subtract(w->figure->interval, links->items[i].figure->interval, &left) && left.low.digits > 0 &&
        gm_ratio_fits(links->items[part].figure->interval, left, gm_percent_interval(rate->figure, 3)))
      return true;
  return false;
}

/* The whole of a rate: the comparable amount just before the part, nothing comparable between; where its sentence has
 * none, the total that the sentence before opens with (查处148起，…。办结142起，办结率为95.9%). */
static int whole_of_rate(const gm_links *links, unsigned part, const gm_mention *rate) {
  const uint16_t sentence = links->items[part].figure->sentence;
  int opening = -1;
  bool summed = false;
  for (unsigned i = part; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence + 1u < sentence) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    if (m->figure->roles & (GM_ROLE_PAREN | GM_ROLE_EACH)) continue;
    if (m->figure->sentence != sentence) {
      opening = (int)i;
      continue;
    }
    if (gm_find_mark(links->view, m->to, links->items[part].from, "；") != SIZE_MAX) return opened_by(links, part);
    if (m->clause == links->items[part].clause && /* 刑事案件214件、民商事案件2350件: two of one list */
        gm_find_mark(links->view, m->to, links->items[part].from, "、") != SIZE_MAX)
      return -1;
    bool less = gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0;
    int terms = less && !summed ? first_of_sum(links, i, part) : -1;
    if (terms >= 0) {
      summed = true;
      i = (unsigned)terms;
      continue;
    }
    int divided = less ? divided_by(links, i) : -1;
    /* 来访1136件次，其中集访617件次，办结1109件次: one of which the whole told before it is not less */
    if (less && divided < 0 && m->figure->roles & GM_ROLE_OF_WHICH &&
        !gm_swap_repairs(links->items[part].figure, m->figure, gm_percent_interval(rate->figure, 1)))
      continue;
    /* 计划新开工1227个，已开工937个: what is planned may be new */
    bool planned = m->figure->roles & GM_ROLE_ADDED && gm_can_be_whole(m->figure) &&
                   gm_find_word(links->view, m->clause, m->from, "计划 目标 任务") != SIZE_MAX;
    return divided >= 0 ? divided : gm_is_plain(m->figure) || planned ? (int)i : -1;
  }
  if (opening < 0) return -1;
  const gm_figure *f = links->items[opening].figure;
  bool first = summed || links->items[part].clause == gm_sentence_start(links->view, links->items[part].from) ||
               (f->roles & GM_ROLE_TOTAL && opens_behind_adverb(links, part) &&
                !fits_less(links, part, (unsigned)opening, rate));
  /* 计划实施64个。截至11月底，已开工58个，开工率96.0%: with nothing else told before, a slip of digits is one */
  bool alone = !part || !gm_is_amount(links->items[part - 1].figure) ||
               !gm_same_sentence(&links->items[part - 1], &links->items[part]);
  gm_decimal computed;
  if (!first && alone && gm_is_exact(f) && gm_is_exact(links->items[part].figure) &&
      rate->figure->kind == GM_FIGURE_PERCENT &&
      gm_percent_of(links->items[part].figure->value, f->value, rate->figure->value.scale, &computed))
    first = gm_look_alike(computed, rate->figure->value) == GM_SWAPPED ||
            gm_swap_repairs(links->items[part].figure, f, gm_percent_interval(rate->figure, 1));
  return first && gm_is_plain(f) && gm_decimal_compare(f->value, links->items[part].figure->value) >= 0 ? opening : -1;
}

/* 有村级组织312个，已换届的285个，占总数的91.3%; 学生3260人，寄宿生2119人，占65%: a share that names no other base is
 * of the one other amount of the sentence. */
static int whole_alone(const gm_links *links, unsigned part, size_t from, size_t to) {
  const gm_view *view = links->view;
  bool total =
      gm_find_word(view, from, to,
                   "总数 总量 总额 全部 总里程 总长 总面积 总投资 总人数 总户数 总人口 总工程量 总任务 总收入 总支出 "
                   "总产值 总经费 总需求") == from;
  if (!total && from < to && !gm_words_at(view, from, "比 约 了 近 为 达")) return -1;
  int whole = -1;
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[part]);) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_comparable(f, links->items[part].figure)) continue;
    if (whole >= 0 || !gm_is_plain(f) || gm_find_mark(view, links->items[i].to, from, "；") != SIZE_MAX) return -1;
    whole = (int)i;
  }
  if (whole < 0 || total) return whole;
  /* Without a word for it the whole is named by one noun, and the part by more of it: 学生, 寄宿生. */
  return gm_decimal_compare(links->items[whole].figure->value, links->items[part].figure->value) > 0 &&
                 !gm_is_delta(links->items[whole].figure)
             ? whole
             : -1;
}

/* 全村412户。…今天的346户，占全村总户数的84.0%: the one larger number of households that the paragraph has told. */
static int whole_by_unit(const gm_links *links, unsigned part, size_t from, size_t to) {
  const gm_view *view = links->view;
  from += gm_words_at(view, from, WIDE);
  bool households = gm_words_at(view, from, "总户数") != 0, people = gm_words_at(view, from, "总人数 总人口") != 0;
  if ((!households && !people) || to < from + 3) return -1;
  int whole = -1;
  for (unsigned i = 0; i < part; i++) {
    const gm_mention *m = &links->items[i];
    const gm_figure *f = m->figure;
    if (!gm_is_amount(f) || !gm_comparable(f, links->items[part].figure) ||
        gm_decimal_compare(f->value, links->items[part].figure->value) < 0)
      continue;
    if (whole >= 0 || !gm_is_plain(f) || !gm_is_exact(f)) return -1;
    if (households ? !gm_words_at(view, gm_view_find(view, f->unit_start), "户")
                   : gm_units[f->unit].unit_class != GM_CLASS_PERSON)
      return -1;
    whole = (int)i;
  }
  return whole;
}

/* 占委员总数（112人）的25%; 回收问卷1176份（发放1200份），回收率98%: the whole stands in brackets. */
static int whole_in_brackets(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t stop) {
  const gm_view *view = links->view;
  unsigned at = lead == GM_LEAD_SHARE ? index - 1 : part + 1;
  if (at <= part || at >= index) return -1;
  const gm_mention *m = &links->items[at];
  if (!(m->figure->roles & GM_ROLE_PAREN) || !gm_is_amount(m->figure) ||
      !gm_comparable(m->figure, links->items[part].figure) ||
      gm_decimal_compare(m->figure->value, links->items[part].figure->value) < 0)
    return -1;
  if (lead == GM_LEAD_SHARE) return m->from > stop ? (int)at : -1;
  return gm_one_of(view, links->items[part].to, "（") &&
                 gm_find_word(view, links->items[part].to, m->from, "发放 应 共 总 全部 印发 寄出") != SIZE_MAX
             ? (int)at
             : -1;
}

/* 计划招生1200人，实际招生1086人，完成计划的90.5%: the amount that is called a plan. */
static int whole_of_plan(const gm_links *links, unsigned part) {
  for (unsigned i = part; i-- > 0 && gm_same_sentence(&links->items[i], &links->items[part]);) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[part].figure)) continue;
    bool plan = gm_find_word(links->view, links->items[i].label, m->from, "计划 任务 目标 预算") != SIZE_MAX;
    bool plain = gm_is_plain(m->figure) || gm_is_delta(m->figure); /* 目标为新增就业8000人 */
    return plan && plain ? (int)i : -1;
  }
  return -1;
}

/* 总数1284家。省级46家，占3.6%；县级218家，占71.0%: the share before is of a whole told, and a slip of digits makes
 * this one of it too. */
static int whole_of_sibling(const gm_links *links, unsigned index, unsigned part, size_t stop) {
  const gm_mention *percent = &links->items[index];
  if (gm_find_word(links->view, stop, percent->from, "的 总 全") != SIZE_MAX || part < 2) return -1;
  unsigned sibling = part - 1;
  const gm_mention *share = &links->items[sibling], *of = share - 1;
  if (share->figure->kind != GM_FIGURE_PERCENT || !share->figure->verified || !(share->figure->roles & GM_ROLE_SHARE) ||
      !gm_same_sentence(of, percent) || !gm_is_amount(of->figure) ||
      !gm_comparable(of->figure, links->items[part].figure) ||
      gm_find_word(links->view, share->to, links->items[part].from, "其中") != SIZE_MAX)
    return -1;
  for (unsigned i = 0; i + 1 < sibling; i++) {
    const gm_figure *whole = links->items[i].figure;
    gm_decimal should;
    gm_interval shifted;
    if (!gm_is_amount(whole) || !gm_comparable(whole, of->figure) ||
        !gm_ratio_fits(of->figure->interval, whole->interval, gm_percent_interval(share->figure, 1)))
      continue;
    if (gm_swap_repairs(links->items[part].figure, whole, gm_percent_interval(percent->figure, 1))) return (int)i;
    gm_figure told = *percent->figure;
    told.interval = gm_percent_interval(&told, 1);
    for (unsigned k = 0; gm_next_swap(&told, &k, &should, &shifted);)
      if (gm_ratio_fits(links->items[part].figure->interval, whole->interval, shifted)) return (int)i;
  }
  return -1;
}

/* 上线873人，其中文化类上线689人，上线率为96.5%: what is told of both in the words of the rate is no whole of it, that
 * went in for it. `stop` is behind 率. */
static bool same_stage(const gm_view *view, const gm_mention *whole, const gm_mention *part, size_t stop) {
  if (stop < 3 || whole->from < 2 || part->from < 2) return false;
  for (size_t k = 1; k <= 2; k++)
    if (view->cp[whole->from - k] != view->cp[stop - 1 - k] || view->cp[part->from - k] != view->cp[stop - 1 - k])
      return false;
  return !gm_one_before(view, part->from - 2, "不未非") &&
         !gm_words_before(view, whole->from - 2, "应 需 拟 可 待 计划 应该 需要");
}

#define ANY_OF                                                                                                                                                 \
  "全部 全体 所有 现有 本次 这次 同期 当年 本年 年度 全年 今年 年初 当期 累计 实际 登记 在册 注册 有效 参加 参赛 参训 参评 参展 总共 " \
  "各类 各项"

/* 手术56820台次…，占择期手术的19.0%: does the base say which of what the whole counts, in words not said before? */
static bool says_which(const gm_view *view, size_t from, size_t to, const gm_mention *whole) {
  size_t end = from;
  while (end < to && view->cls[end] & GM_HAN && !gm_one_of(view, end, "的总")) end++;
  if (end != from + 4 || gm_words_at(view, from, WIDE) || gm_words_at(view, from, ANY_OF) || whole->from < 2)
    return false;
  size_t label = whole->from, behind = whole->to + 4 < view->count ? whole->to + 4 : view->count;
  bool head = gm_share_pair(view, end - 2, end, label >= 4 ? label - 4 : 0, label) ||
              gm_share_pair(view, end - 2, end, whole->to, behind);
  bool shortened = true; /* 取得证书的学员, 取证学员 */
  for (size_t k = from; k < from + 2 && shortened; k++) {
    size_t i = whole->label;
    while (i < behind && view->cp[i] != view->cp[k]) i++;
    shortened = i < behind;
  }
  size_t said = whole->to + 8 < from - 1 ? whole->to + 8 : from - 1;
  return head && !shortened && !gm_share_pair(view, from, from + 2, gm_sentence_start(view, whole->from), said);
}

#define COMPLETIONS "完成率 执行率 到位率 兑现率 履约率 落实率 达成率 实现率"

/* 应采集1440个，实际采集1397个，完成率: a rate of what was to be done, and both are told by one verb. */
static bool is_done_of_due(const gm_links *links, unsigned part, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *p = &links->items[part], *due = p - 1;
  return part && gm_words_before(view, stop, COMPLETIONS) && gm_same_sentence(due, p) &&
         p->clause == gm_find_mark(view, due->to, p->from, "，") + 1 &&
         gm_find_word(view, p->label, p->from, "实际 实 已") == p->label &&
         gm_find_word(view, due->label, due->from, "应 计划 拟 需 须") != SIZE_MAX &&
         gm_share_pair(view, p->label, p->from, due->label, due->from);
}

#define BEHIND_WHOLE 8u /* characters behind an amount that tell what it is of */

/* 提拔干部76名，其中女干部41名，占女干部总数的: is the base called by the words of the part, which are not the whole's? */
static bool is_of_all_like_part(const gm_view *view, size_t from, size_t to, const gm_mention *part,
                                const gm_mention *whole) {
  from += gm_words_at(view, from, GM_ALL_OF);
  size_t end = from, behind = whole->to + BEHIND_WHOLE;
  while (end < to && view->cls[end] & GM_HAN && !gm_words_at(view, end, "总 的 数")) end++;
  if (behind > part->label) behind = part->label;
  return end > from + 1 && end < to && gm_find_run(view, part->label, part->from, from, end - from) != SIZE_MAX &&
         gm_find_run(view, whole->clause, whole->from, from, end - from) == SIZE_MAX &&
         gm_find_run(view, whole->to, behind, from, end - from) == SIZE_MAX;
}

/* 1352件；三是家居用品投诉中涉及定制家具的411件，占36.5%: does the part's own clause, behind ；, say what it is of, and
 * that no other? */
static bool names_own_whole(const gm_view *view, const gm_mention *whole, const gm_mention *part) {
  size_t among = gm_find_word(view, part->clause, part->from, "中");
  return among != SIZE_MAX && part->label == part->clause && among >= part->clause + 2u &&
         !gm_one_before(view, among, "其") && gm_find_mark(view, whole->to, part->clause, "；") != SIZE_MAX &&
         !gm_share_pair(view, part->clause, among, whole->clause, whole->to + 4u);
}

/* 一标段2.6公里；二标段2.2公里，占该标段的: is the base the part's own one of several that are called alike? */
static bool is_own_of_several(const gm_view *view, size_t from, const gm_mention *part, const gm_mention *whole) {
  if (!gm_words_at(view, from, "该 本") || from + 3 > view->count) return false;
  size_t own = gm_find_run(view, part->label, part->from, from + 1, 2);
  size_t other = gm_find_run(view, whole->label, whole->from, from + 1, 2);
  return own != SIZE_MAX && other != SIZE_MAX && own && other && view->cp[own - 1] != view->cp[other - 1];
}

/* The whole that the text itself names for the part, -1 when it names none. */
int gm_whole_of(const gm_links *links, unsigned index, unsigned part, gm_lead lead, size_t at, size_t stop) {
  const gm_view *view = links->view;
  const gm_mention *percent = &links->items[index];
  if (lead == GM_LEAD_RATE || lead == GM_LEAD_SHARE) {
    int bracketed = whole_in_brackets(links, index, part, lead, stop);
    if (bracketed >= 0 && (lead == GM_LEAD_SHARE || gm_rate_names_part(links, at, stop, part))) return bracketed;
  }
  if (lead == GM_LEAD_RATE) {
    /* 86人中，…62人，比例为72.1%: a ratio without a name */
    bool bare = at + gm_words_at(view, at, "具体 实际 准确 所占 这一 该") == stop - 2 && at == percent->clause;
    bool named = bare || gm_rate_names_part(links, at, stop, part) || is_done_of_due(links, part, stop);
    int of = named ? whole_of_rate(links, part, percent) : -1;
    return of >= 0 && same_stage(view, &links->items[of], &links->items[part], stop) ? -1 : of;
  }
  if (lead == GM_LEAD_PLAN) return whole_of_plan(links, part);
  if (lead == GM_LEAD_OF)
    return gm_comparable(links->items[part].figure, links->items[index - 1].figure) ? (int)index - 1 : -1;
  int whole = whole_of_share(links, part, stop, percent->from);
  /* 筹集公益金6510万元，公益金占销售额的35%: the subject of the share is the part. */
  bool own = percent->clause > links->items[part].to && at > percent->clause + 1u &&
             gm_share_pair(view, percent->clause, at, links->items[part].label, links->items[part].from);
  if (whole < 0 && lead == GM_LEAD_SHARE && (own || at <= links->items[part].to + 2u))
    whole = whole_by_name(links, part, stop, percent->from);
  int named = lead == GM_LEAD_SHARE ? gm_whole_by_phrase(links, part, stop, percent->from) : -1;
  if (named >= 0) whole = named;
  if (whole < 0 && lead == GM_LEAD_SHARE && /* 占年度计划的 */
      gm_words_at(view, stop + gm_words_at(view, stop, "全年 年度 今年 当年 全部 总"), "计划的 计划总 任务的 目标的 预算的"))
    whole = whole_of_plan(links, part);
  if (whole < 0 && lead == GM_LEAD_SHARE) whole = whole_alone(links, part, stop, percent->from);
  if (whole < 0 && lead == GM_LEAD_SHARE) whole = whole_by_unit(links, part, stop, percent->from);
  if (whole < 0 && lead == GM_LEAD_SHARE) whole = whole_of_sibling(links, index, part, stop);
  if (whole >= 0 && lead == GM_LEAD_SHARE && says_which(view, stop, percent->from, &links->items[whole])) return -1;
  if (whole >= 0 && lead == GM_LEAD_SHARE &&
      is_of_all_like_part(view, stop, percent->from, &links->items[part], &links->items[whole]))
    return -1;
  if (whole >= 0 && lead == GM_LEAD_SHARE && names_own_whole(view, &links->items[whole], &links->items[part]))
    return -1;
  if (whole >= 0 && is_own_of_several(view, stop, &links->items[part], &links->items[whole])) return -1;
  /* 占全国的: another base, unless the whole is told of the country too. */
  if (whole >= 0 && gm_find_word(view, stop, percent->from, GM_WIDER) != SIZE_MAX &&
      gm_find_word(view, links->items[whole].clause, links->items[whole].from, GM_WIDER) == SIZE_MAX)
    return -1;
  return whole;
}
