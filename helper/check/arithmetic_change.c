/* AR-03: a difference against the two amounts it is of. */
#include "check/any_fit.h"
#include "check/draft.h"
#include "check/families.h"
#include "check/left.h"
#include "check/percent_points.h"

void gm_report_difference(gm_line_check *check, gm_change change, const gm_mention *delta) {
  const gm_view *view = check->view;
  gm_decimal difference;
  const gm_mention *a = change.before, *b = change.after;
  const gm_mention *more = gm_change_rose(change) ? b : a, *less = more == b ? a : b;
  if (gm_disclaimed(view) || !gm_decimal_subtract(more->figure->value, less->figure->value, &difference)) return;
  gm_report_mention(check, delta);
  if (!gm_is_exact(a->figure) || !gm_is_exact(b->figure) || !gm_is_exact(delta->figure))
    gm_lower(check->out, GM_SEVERITY_WARNING);
  const gm_mention *model = delta->figure->kind == GM_FIGURE_POINTS ? delta : more;
  gm_say(check->out, check->language, "%s-%s=%s，文中为%s", "%s - %s = %s, the text says %s",
         gm_quote_mention(view, more).text, gm_quote_mention(view, less).text,
         gm_quote_amount(difference, model, view).text, gm_quote_mention(view, delta).text);
  gm_offer_value(check, delta, difference);
  gm_relate_mention(check, a, "变动前", "before");
  gm_relate_mention(check, b, "变动后", "after");
}

bool gm_difference_fits(gm_change change, const gm_mention *delta) {
  gm_interval size;
  return !gm_change_size(change, &size) || gm_interval_touch(size, delta->figure->interval);
}

/* Can `delta` be told in the values' unit? 个百分点 of percentages, else the same unit. */
static bool is_difference_of(const gm_view *view, const gm_mention *delta, const gm_mention *value) {
  if (value->figure->kind == GM_FIGURE_PERCENT) return delta->figure->kind == GM_FIGURE_POINTS;
  return delta->figure->kind == value->figure->kind && gm_subtractable(view, delta, value);
}

/* 由最初的12家发展到31家，2024年新增3家: what one year brought, far from what all did? */
static bool of_its_own_year(const gm_links *links, unsigned index, gm_change change) {
  const gm_mention *delta = &links->items[index], *year = delta - 1;
  gm_interval size;
  return index && year->figure->kind == GM_FIGURE_YEAR && year->from >= delta->clause &&
         change.after->to < year->from && gm_change_size(change, &size) &&
         gm_decimal_compare(size.low, delta->figure->value) > 0 && gm_is_far(size.low, delta->figure->value);
}

/* 分别比承诺的45分钟和90分钟缩短24分钟和52分钟: the first or a later one of a row of changes, of a row of values. */
static bool opens_row(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index], *next = delta + 1;
  return index + 1 < links->count && next->from == delta->to + 1u && gm_one_of(view, delta->to, "、和及与") &&
         gm_subtractable(view, delta, next) && gm_find_word(view, delta->clause, delta->from, "分别") != SIZE_MAX;
}

/* The two values told in the sentence, and their difference. */
static void check_difference(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *delta = &links->items[index];
  gm_change change;
  if (delta->figure->roles & GM_ROLE_PAREN || !gm_change_of(links, index, &change)) return;
  bool price = gm_find_word(check->view, gm_clause_start(check->view, change.before->from), change.before->from,
                            "价 票 费 标准 亩产 单产") != SIZE_MAX; /* 票价由15元调整为12元，每张优惠3元 */
  if (delta->figure->roles & GM_ROLE_EACH && !price &&
      !((change.before->figure->roles | change.after->figure->roles) & GM_ROLE_EACH))
    return;
  if (!is_difference_of(check->view, delta, change.before) || opens_row(links, index)) return;
  size_t verb;
  bool up = gm_change_verb(check->view, delta->from, &verb) > 0;
  if (gm_change_rose(change) == up && gm_difference_fits(change, delta))
    gm_agree(check, change.before, change.after, delta);
  /* 扩至…，每年增加 */
  else if (gm_find_word(check->view, delta->clause, delta->from, "每年 每月 每季度") == SIZE_MAX &&
           !gm_check_opposite_delta(check, change, delta) && !gm_some_difference_fits(links, index, change) &&
           !of_its_own_year(links, index, change))
    gm_report_difference(check, change, delta);
}

#define YEARS_MAX 100 /* more years than that are no plan's */

/* Does a change of `whole` in `years` years make `each` a year, rounded to its last digit? */
static bool yearly_fits(gm_interval whole, unsigned years, const gm_figure *each) {
  gm_interval a = each->interval;
  gm_decimal unit = {1, each->value.scale};
  if (gm_is_exact(each) && (!gm_decimal_subtract(a.low, unit, &a.low) || !gm_decimal_add(a.high, unit, &a.high)))
    return true;
  if (!gm_decimal_multiply(a.low, gm_decimal_of(years), &a.low) ||
      !gm_decimal_multiply(a.high, gm_decimal_of(years), &a.high))
    return true;
  return gm_interval_touch(whole, a);
}

#define YEARLY "平均每年 年均 每年平均"

/* 5年减少6400多户，平均每年减少1200多户: the change right before, and the years that the sentence tells. */
static void check_yearly(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *each = &links->items[index], *whole = each - 1;
  size_t verb, before;
  int way = gm_change_verb(view, each->from, &verb);
  size_t word = way ? gm_words_before(view, verb, YEARLY) : 0;
  if (!word || !gm_one_before(view, verb - word, "，") || verb - word != whole->to + 1u ||
      !gm_same_sentence(whole, each))
    return;
  if (gm_change_verb(view, whole->from, &before) != way || !gm_comparable(whole->figure, each->figure) ||
      each->figure->value.digits <= 0 || gm_is_told(check, whole) || gm_is_told(check, each))
    return;
  unsigned years = 0, first = 0, last = 0;
  bool fits = false;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], each);) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_YEAR || f->kind == GM_FIGURE_DATE) {
      if (!f->date.year) return;
      if (!last) last = f->date.year;
      first = f->date.year;
    } else if (f->kind == GM_FIGURE_DURATION) {
      if (!gm_one_before(view, links->items[i].to, "年") || f->value.scale || !gm_is_exact(f)) return;
      if (f->value.digits < 2 || f->value.digits > YEARS_MAX) return;
      years = (unsigned)f->value.digits;
      fits = fits || yearly_fits(whole->figure->interval, years, each->figure);
    }
  }
  /* From 2016 to 2021 are five years, or six with both. */
  if (last > first && last - first < YEARS_MAX) {
    unsigned span = last - first;
    fits = fits || yearly_fits(whole->figure->interval, span, each->figure) ||
           yearly_fits(whole->figure->interval, span + 1, each->figure);
    if (!years) years = span;
  }
  gm_decimal computed;
  if (years < 2 || fits || gm_disclaimed(view) ||
      !gm_decimal_divide(whole->figure->value, gm_decimal_of(years), each->figure->value.scale, &computed))
    return;
  gm_report_mention(check, each);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%u年=%s，文中为%s", "%s in %u years are %s a year, the text says %s",
         gm_quote_mention(view, whole).text, years, gm_quote_amount(computed, each, view).text,
         gm_quote_mention(view, each).text);
  gm_offer_value(check, each, computed);
  gm_relate_mention(check, whole, "总变动", "the whole change");
}

/* 新增床位1080张，平均每个中心30张，床位由…: the mean right behind what was built is passed over. */
static const gm_mention *built_before(const gm_links *links, const gm_mention *before, size_t *end) {
  const gm_mention *m = before - 1;
  *end = before->clause;
  if (m == links->items || m->to + 1u != before->clause ||
      gm_find_word(links->view, m->clause, m->from, "平均每 户均 人均 每个平均") != m->clause)
    return m;
  *end = m->clause;
  return m - 1;
}

/* 新建冷库23座，冷库总数由41座增加到64座: what was built, and a number that has risen by more than that. */
static void check_built(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *after = &links->items[index], *before = after - 1;
  size_t end;
  const gm_mention *built = built_before(links, before, &end);
  if (!(before->figure->roles & GM_ROLE_FROM) || !(after->figure->roles & GM_ROLE_TO) ||
      !gm_same_sentence(built, after) || !gm_is_amount(built->figure) || !gm_comparable(built->figure, after->figure) ||
      !gm_comparable(before->figure, after->figure) || before->clause != after->clause || built->to > end ||
      gm_find_mark(view, built->to, end - 1, "，；：") != SIZE_MAX)
    return;
  if (gm_find_word(view, built->label, built->from, "新建 新增 新开 新招 新购 新设 增设 建成 新添 增开") == SIZE_MAX ||
      gm_find_word(view, built->label, built->from, "其中 计划 改造 每 比 同比 净") != SIZE_MAX ||
      gm_find_word(view, before->clause, before->from, "上年 去年 年初 比") != SIZE_MAX ||
      !gm_share_pair(view, built->label, built->from, before->clause, before->from))
    return;
  gm_change change = {before, after};
  if (gm_difference_fits(change, built)) {
    gm_agree(check, before, after, built);
    return;
  }
  gm_decimal rise;
  if (!gm_change_rose(change) || gm_is_told(check, built) ||
      !gm_decimal_subtract(after->figure->value, before->figure->value, &rise) ||
      gm_decimal_compare(rise, built->figure->value) < 0 || !gm_within(rise, built->figure->value, 300))
    return;
  gm_report_difference(check, change, built);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

#define NET "净 自然增长 自然增加"

/* 出生2038人、死亡2615人，迁入4126人、迁出5873人，净迁出1747人: the net change of what one verb tells, of which the two
 * amounts right before are. */
static bool nets_two(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *net = &links->items[index], *second = net - 1, *first = net - 2;
  size_t verb = gm_find_word(view, net->label, net->from, NET);
  if (verb + 2 >= net->from || !(view->cls[verb + 1] & view->cls[verb + 2] & GM_HAN)) return false;
  static const char *const pairs[] = {"迁入 迁出", "流入 流出", "转入 转出", "调入 调出"};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (gm_words_at(view, verb + 1, pairs[i]) &&
        gm_find_word(view, gm_sentence_start(view, net->from), first->label, pairs[i]) == SIZE_MAX &&
        gm_find_word(view, first->label, first->from, pairs[i]) != SIZE_MAX &&
        gm_find_word(view, second->label, second->from, pairs[i]) != SIZE_MAX)
      return true;
  return false;
}

/* 由96所调整为83所，其间撤并18所、新建5所: do the two amounts told before differ by as much as what came and what went?
 */
static bool borne_out(const gm_links *links, const gm_mention *first, const gm_mention *second) {
  const gm_mention *values[2] = {NULL, NULL};
  for (const gm_mention *m = first; m > links->items && gm_same_sentence(m - 1, first) && !values[1]; m--)
    if (gm_is_amount(m[-1].figure) && gm_comparable(m[-1].figure, first->figure)) values[values[0] != NULL] = m - 1;
  gm_interval size, flow;
  return values[1] && gm_change_size((gm_change){values[1], values[0]}, &size) &&
         gm_change_size((gm_change){second, first}, &flow) && gm_interval_meet(size, flow);
}

/* Do two amounts of the sentence, from the one to the other, differ by the net change: 由182个增至206个, 净增24个? */
static bool net_is_told(const gm_links *links, const gm_mention *net) {
  const gm_mention *end = links->items + links->count;
  for (const gm_mention *to = links->items + 1; to < end; to++) {
    gm_interval size;
    if (to->figure->roles & GM_ROLE_TO && to[-1].figure->roles & GM_ROLE_FROM && gm_same_sentence(to - 1, net) &&
        gm_same_sentence(to, net) && gm_comparable(to->figure, net->figure) &&
        gm_comparable(to[-1].figure, net->figure) && gm_change_size((gm_change){to - 1, to}, &size) &&
        gm_interval_meet(size, net->figure->interval))
      return true;
  }
  return false;
}

/* 新增63个，撤除12个，净增24个: which of the two would make the net change if two of its digits changed places, and
 * how. NULL when none does, or both do. */
static const gm_mention *slipped_of(gm_change flow, const gm_mention *net, gm_decimal *should) {
  const gm_mention *both[2] = {flow.before, flow.after}, *found = NULL;
  gm_decimal value, size;
  for (unsigned i = 0; i < 2; i++)
    for (unsigned k = 0; gm_next_swap(both[i]->figure, &k, &value, NULL);) {
      if (!gm_decimal_subtract(value, both[1 - i]->figure->value, &size)) continue;
      if (size.digits < 0) size.digits = -size.digits;
      if (gm_decimal_compare(size, net->figure->value)) continue;
      if (found) return NULL;
      found = both[i];
      *should = value;
    }
  return found;
}

/* The net change that other amounts bear out is right: what came or went is blamed then. False when it is not. */
static bool report_slipped(gm_line_check *check, const gm_links *links, gm_change flow, const gm_mention *net) {
  const gm_view *view = check->view;
  gm_decimal should;
  const gm_mention *wrong = net_is_told(links, net) ? slipped_of(flow, net, &should) : NULL;
  if (!wrong || gm_is_told(check, wrong) || gm_disclaimed(view)) return false;
  gm_report_mention(check, wrong);
  gm_say(check->out, check->language, "与%s不符，若%s为%s则相符", "not as %s; it would fit if %s were %s",
         gm_quote_mention(view, net).text, gm_quote_mention(view, wrong).text,
         gm_quote_amount(should, wrong, view).text);
  gm_offer_value(check, wrong, should);
  gm_relate_mention(check, wrong == flow.before ? flow.after : flow.before, "另一项", "the other");
  gm_relate_mention(check, net, "净变动", "the net change");
  return true;
}

/* 新增212人，退会45人，净增167人: what came, what went, and what is left of it. True when they stand there, whatever
 * the net change is. */
static bool check_flow(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *net = &links->items[index];
  if (index < 2 || gm_find_word(view, links->items[index].label, net->from, NET) == SIZE_MAX) return false;
  const gm_mention *second = net - 1, *first = net - 2;
  if (!gm_same_sentence(first, net) || !gm_is_amount(first->figure) || !gm_is_amount(second->figure)) return false;
  if (!gm_comparable(first->figure, net->figure) || !gm_comparable(second->figure, net->figure)) {
    if ((first->figure->roles | second->figure->roles) & GM_ROLE_EACH) /* 新增6.4万册，平均每册45元，剔旧1.9万册 */
      gm_check_net_of_flows(check, links, index);
    return false;
  }
  bool part = first->figure->roles & GM_ROLE_OF_WHICH && /* 其中购置5.8万册，捐赠0.6万册；剔旧1.9万册 */
              gm_find_mark(view, first->to, second->from, "；") != SIZE_MAX;
  if (index > 2 && gm_same_sentence(net - 3, net) && gm_is_amount(net[-3].figure) &&
      gm_comparable(net[-3].figure, net->figure) &&
      (part || (!nets_two(links, index) && !borne_out(links, first, second)))) {
    gm_check_net_of_flows(check, links, index); /* more that came or went */
    return false;
  }
  size_t a = links->items[index - 2].label, b = links->items[index - 1].label;
  bool came = gm_find_word(view, a, first->from, GM_CAME) != SIZE_MAX &&
              gm_find_word(view, b, second->from, GM_WENT) != SIZE_MAX;
  bool went = gm_find_word(view, a, first->from, GM_WENT) != SIZE_MAX &&
              gm_find_word(view, b, second->from, GM_CAME) != SIZE_MAX;
  if (came == went) return false;
  gm_change flow = {second, first};
  /* 入库16家、退库5家，净增21家: what went was added, which is no other reading of the sentence */
  gm_interval both = first->figure->interval;
  bool added = gm_interval_add(&both, second->figure->interval) && gm_interval_touch(both, net->figure->interval);
  if (gm_check_net_way(check, came ? first : second, came ? second : first, net)) return true;
  if (gm_difference_fits(flow, net))
    gm_agree(check, first, second, net);
  else if ((added || !gm_some_difference_fits(links, index, flow)) && !report_slipped(check, links, flow, net))
    gm_report_difference(check, flow, net);
  return true;
}

#define BEYOND "高于 低于 超过 超出 高出"
#define SHORT  "还差 尚差 仍差 相差 差 还有"

/* 91.4%，高于90%的目标1.4个百分点; 52.7%，离60%的目标还差7.3个百分点: how far a rate is from one told beside it. */
static void check_distance(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index], *target = delta - 1, *rate = NULL;
  /* 最高的118%，最低的76.3%，相差41.7个百分点 */
  const gm_mention *other = target - 1;
  if (index > 1 && gm_words_before(view, delta->from, "相差 差距为 差距达 相差达") &&
      target->figure->kind == GM_FIGURE_PERCENT && other->figure->kind == GM_FIGURE_PERCENT &&
      delta->clause == target->to + 1u && gm_same_sentence(other, delta) &&
      gm_find_word(view, delta->clause, delta->from, "上年 去年 与 比 较") == SIZE_MAX &&
      gm_find_word(view, other->label, other->from, "最高 最低") != SIZE_MAX &&
      gm_find_word(view, target->label, target->from, "最高 最低") != SIZE_MAX) {
    gm_change ends = {target, other};
    size_t verb;
    int way = gm_change_verb(view, target->from, &verb) * gm_change_verb(view, other->from, &verb);
    if (way < 0) return; /* 最高的增长11.2%，最低的下降6.7%: on both sides of nought */
    if (gm_difference_fits(ends, delta))
      gm_agree(check, target, other, delta);
    else
      gm_report_difference(check, ends, delta);
    return;
  }
  if (index < 2 || target->figure->kind != GM_FIGURE_PERCENT || target->from < delta->clause ||
      !gm_is_exact(target->figure) || !gm_is_exact(delta->figure) ||
      gm_find_word(view, target->to, delta->from, "目标 平均 指标 标准 要求 水平 任务 控制") == SIZE_MAX)
    return;
  bool lacks = gm_find_word(view, delta->clause, target->from, "离 距") != SIZE_MAX &&
               gm_words_before(view, delta->from, SHORT) != 0;
  if (!lacks && gm_find_word(view, delta->clause, target->from, BEYOND) == SIZE_MAX) return;
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], delta);) {
    const gm_mention *m = &links->items[i];
    gm_change change = {target, m};
    if (m == target || m->figure->kind != GM_FIGURE_PERCENT || gm_is_delta(m->figure)) continue;
    if (gm_difference_fits(change, delta)) {
      if (!rate) gm_agree(check, target, m, delta);
      return;
    }
    if (!rate && !(m->figure->roles & GM_ROLE_COMPARED)) rate = m;
  }
  if (!rate || !delta->clause || gm_find_mark(view, rate->to, delta->clause - 1, "；") != SIZE_MAX ||
      gm_is_told(check, delta))
    return;
  gm_change change = {target, rate};
  gm_report_difference(check, change, delta);
}

/* 甲分别为99.4%、97.2%，乙分别为96.1%、91.5%，两地满意率相差7.5个百分点: two digits the other way round of the
 * difference of two of the rates before it, and of none as it stands. */
static void check_apart(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index];
  gm_change meant = {NULL, NULL};
  gm_decimal should;
  if (!gm_is_exact(delta->figure) || !gm_words_before(view, delta->from, "相差 相差了 差距为 差距达")) return;
  for (gm_rates_apart pair = {0}; gm_next_rates_apart(links, delta, &pair);) {
    if (!gm_decimal_compare(pair.off, delta->figure->value)) return;
    for (unsigned k = 0; gm_next_swap(delta->figure, &k, &should, NULL);)
      if (!gm_decimal_compare(pair.off, should)) meant = (gm_change){pair.a, pair.b};
  }
  if (meant.before && !gm_is_told(check, delta)) gm_report_difference(check, meant, delta);
}

/* 分别提高2.1个和0.6个百分点: is the first of a row, told without 百分点, whose ends are those of the row? */
static bool is_elided(const gm_figure *f) { return f->unit_end - f->unit_start <= sizeof "个" - 1; }

void gm_check_changes(gm_line_check *check) {
  const gm_figures *figures = check->figures;
  const gm_view *view = check->view;
  if (figures->count < 3 &&
      !(figures->count == 2 && (figures->items[1].roles & (GM_ROLE_TO | GM_ROLE_UP) ||
                                gm_one_before(view, gm_view_find(view, figures->items[1].start), "的"))))
    return;
  const gm_links *links = gm_links_of(check);
  bool yearly = gm_word_list_may_hold(view, YEARLY), flow = gm_word_list_may_hold(view, NET);
  bool natural = gm_word_list_may_hold(view, "自然增长率"), left = gm_may_tell_left(view);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    bool amount = gm_is_amount(f), told = flow && amount && check_flow(check, links, i);
    if (i && !told &&
        (amount || gm_is_compound(view, &links->items[i]) || f->kind == GM_FIGURE_DURATION ||
         (f->kind == GM_FIGURE_POINTS && !is_elided(f))))
      check_difference(check, links, i);
    if (f->kind == GM_FIGURE_POINTS && !gm_is_told(check, &links->items[i])) check_distance(check, links, i);
    if (f->kind == GM_FIGURE_POINTS) check_apart(check, links, i);
    if (i && (amount || f->kind == GM_FIGURE_POINTS)) gm_check_named_way(check, links, i);
    if (i > 1 && f->kind != GM_FIGURE_PERCENT) gm_check_contrary(check, links, i);
    if (i > 1 && f->kind != GM_FIGURE_PERCENT) gm_check_contrary_named(check, links, i);
    if (flow && amount && !told) gm_check_net_before(check, links, i);
    bool timed = i && gm_one_before(view, links->items[i].from, "的"); /* 上升到今年的53.1% */
    if (timed || f->roles & GM_ROLE_TO || (i > 1 && f[-1].kind == GM_FIGURE_YEAR)) gm_check_direction(check, links, i);
    if (natural && f->kind == GM_FIGURE_PERCENT) gm_check_natural_growth(check, links, i);
    if (f->kind == GM_FIGURE_PERCENT) gm_check_rest_of_rate(check, links, i);
    if (!amount) continue;
    if (i && f->roles & GM_ROLE_UP) gm_check_rise(check, links, i);
    if (left && i > 1) gm_check_left(check, links, i);
    if (i > 1 && f->roles & GM_ROLE_TO) check_built(check, links, i);
    if (yearly && i > 1) check_yearly(check, links, i);
  }
  gm_check_accounts(check, links);
  gm_check_carried(check, links);
  gm_check_beyond(check, links);
  if (links->count > 3) gm_check_cumulative(check, links);
  gm_check_stock_far(check, links);
  gm_check_then_now(check, links);
  if (gm_count_kind(figures, GM_FIGURE_DURATION) > 3) gm_check_spans_apart(check, links);
  gm_check_balances(check, links);
  gm_check_what_was_paid(check, links);
  gm_check_trend(check, links);
  gm_check_medals_gained(check, links);
  if (links->count > 2 && gm_word_list_may_hold(view, "净胜")) gm_check_goals(check, links);
  gm_check_gaps(check, links);
  gm_check_row_bounds(check, links);
  if (left) gm_check_turned_sums(check, links, true);
  gm_check_turned_accounts(check, links);
}
