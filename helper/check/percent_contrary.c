/* PCT-03 of a rate right behind the change that it is the rate of: one whose verb goes the other way (比上年同期的448起
 * 减少36起，上升8%), and one that is right of the later of the two values the change lies between
 * (上线602人；上届533人。多了69人，增长11.5%). */
#include "check/change.h"
#include "check/families.h"

#define BETTERED "提高 提高了 提升 提升了 优化 改善"
#define TURNED   "亏 赤字 逆差 负 排名 位次 名次 用时 耗时 时长 缺口 降幅 跌幅 减幅"
#define PLAIN_VERBS                                                                                                                                           \
  "增长 增长了 上升 上升了 增加 增加了 上涨 上涨了 增幅 增幅达 增幅为 涨幅 涨幅达 下降 下降了 减少 减少了 降低 " \
  "降低了 下跌 "                                                                                                                                         \
  "下滑 回落 降幅 降幅达 降幅为 同比增长 同比上升 同比增加 同比下降 同比减少 增 减 升 降"
#define FINE_RATE    1   /* digits behind the point with which a rate fits no two amounts by chance */
#define TURNED_LEAST 5   /* units of its last digit between the rate of the earlier value and that of the later */
#define ENDS_MOST    16u /* amounts that are asked: of more, some pair fits by chance */

/* The change right before the rate, when the rate's clause says nothing but its verb; NULL else. */
static const gm_mention *delta_of(const gm_links *links, unsigned index, int *way, int *rate_way) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *delta = rate - 1;
  size_t verb;
  if (!index || !gm_same_sentence(delta, rate) || rate->clause != delta->to + 1u || !gm_one_of(view, delta->to, "，") ||
      !gm_is_exact(rate->figure) || !gm_is_exact(delta->figure) || !gm_is_amount(delta->figure) ||
      delta->figure->value.digits <= 0 || rate->figure->roles & GM_ROLE_PAREN ||
      gm_words_at(view, rate->clause, PLAIN_VERBS) != rate->from - rate->clause || rate->from == rate->clause)
    return NULL;
  /* 再增加69人，增长11.5%: of what is now, and still to come */
  if (gm_find_word(view, delta->clause, delta->from, "再 计划 预计 拟 将 明年 目标 力争") != SIZE_MAX) return NULL;
  *rate_way = gm_change_verb(view, rate->from, &verb);
  *way = gm_change_verb(view, delta->from, &verb);
  return *way && *rate_way && !gm_words_before(view, delta->from, BETTERED) &&
                 !(delta->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_ADDED))
             ? delta
             : NULL;
}

static bool can_be_end(const gm_mention *m, const gm_mention *delta) {
  return m != delta && gm_is_amount(m->figure) && !gm_is_delta(m->figure) && gm_is_exact(m->figure) &&
         gm_comparable(m->figure, delta->figure) && m->figure->value.digits > 0 &&
         !(m->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_NUMBER_NAME));
}

/* 比上年同期的448起减少36起: what the change is told against, right before its verb; NULL when it is not told. */
static const gm_mention *base_told(const gm_links *links, const gm_mention *delta) {
  const gm_view *view = links->view;
  const gm_mention *base = delta - 1;
  size_t verb;
  return delta > links->items && base->clause == delta->clause &&
                 gm_find_than(view, base->clause, base->from) != SIZE_MAX && gm_change_verb(view, delta->from, &verb) &&
                 verb == base->to && can_be_end(base, delta)
             ? base
             : NULL;
}

/* 4.2亿元，上年3.5亿元，增加7000万元: of the two amounts right before the change, when that is what they are apart, the
 * one that it is told against by its verb; NULL else. */
static const gm_mention *base_of_two(const gm_links *links, const gm_mention *delta, int way) {
  const gm_mention *second = delta - 1, *first = delta - 2;
  gm_decimal off;
  if (delta - links->items < 2 || !gm_same_sentence(first, delta) || second->to + 1u != delta->clause ||
      first->to + 1u != second->clause || !can_be_end(first, delta) || !can_be_end(second, delta) ||
      !gm_decimal_subtract(first->figure->value, second->figure->value, &off))
    return NULL;
  bool fell = off.digits > 0; /* from the first to the second */
  if (!fell) off.digits = -off.digits;
  return gm_decimal_compare(off, delta->figure->value) ? NULL : fell == (way > 0) ? second : first;
}

/* The rate goes the other way than the change, and has its size. */
static void judge_way(gm_line_check *check, const gm_links *links, const gm_mention *delta, const gm_mention *rate,
                      int way) {
  const gm_view *view = check->view;
  const gm_interval told = gm_percent_interval(rate->figure, 1);
  const gm_mention *base = base_told(links, delta), *now = delta - 1;
  gm_interval from;
  if (!base) base = base_of_two(links, delta, way);
  if (base) {
    from = base->figure->interval;
  } else { /* 412起，比上年减少36起 */
    if (delta == links->items || !gm_same_sentence(now, delta) || now->to + 1u != delta->clause ||
        !can_be_end(now, delta))
      return;
    from = now->figure->interval;
    if (way < 0 ? !gm_interval_add(&from, delta->figure->interval)
                : !gm_interval_subtract(from, delta->figure->interval, &from) || from.low.digits <= 0)
      return;
  }
  size_t sentence = gm_sentence_start(view, delta->from);
  if (!gm_ratio_fits(delta->figure->interval, from, told) ||
      gm_find_word(view, sentence, rate->clause, TURNED) != SIZE_MAX || gm_disclaimed(view))
    return;
  gm_report_mention(check, rate);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, way > 0 ? "前文说增加%s，此处说下降%s" : "前文说减少%s，此处说上升%s",
         way > 0 ? "the text says %s more, and here %s less" : "the text says %s less, and here %s more",
         gm_quote_mention(view, delta).text, gm_quote_mention(view, rate).text);
  gm_relate_mention(check, delta, "变动量", "the change");
}

/* The one pair of values told before the change, in its sentence or the one before, that it lies between; false when
 * there is none, or several, or when another value gives the rate. */
static bool pair_of(const gm_links *links, const gm_mention *delta, const gm_mention *rate, int way, gm_change *out) {
  const gm_mention *ends[ENDS_MOST];
  unsigned count = 0;
  gm_decimal off;
  for (const gm_mention *m = delta; m-- > links->items && m->figure->sentence + 1u >= delta->figure->sentence;) {
    if (!can_be_end(m, delta)) continue;
    if (count == ENDS_MOST) return false;
    ends[count++] = m;
  }
  *out = (gm_change){NULL, NULL};
  for (unsigned i = 0; i < count; i++)
    for (unsigned k = 0; k < count; k++) {
      if (!gm_decimal_subtract(ends[i]->figure->value, ends[k]->figure->value, &off) ||
          gm_decimal_compare(off, delta->figure->value))
        continue;
      if (out->before) return false;
      *out = way > 0 ? (gm_change){ends[k], ends[i]} : (gm_change){ends[i], ends[k]};
    }
  for (unsigned i = 0; i < count; i++)
    if (ends[i] != out->after &&
        gm_ratio_fits(delta->figure->interval, ends[i]->figure->interval, gm_percent_interval(rate->figure, 1)))
      return false;
  return out->before != NULL;
}

/* The change lies between two values told before it, and the rate is that of the later, to its last digit. */
static void judge_base(gm_line_check *check, const gm_links *links, const gm_mention *delta, const gm_mention *rate,
                       int way) {
  const gm_view *view = check->view;
  const int scale = rate->figure->value.scale;
  gm_decimal right, turned, off;
  gm_change change;
  if (scale < FINE_RATE || !pair_of(links, delta, rate, way, &change) ||
      !gm_percent_of(delta->figure->value, change.before->figure->value, scale, &right) ||
      !gm_percent_of(delta->figure->value, change.after->figure->value, scale, &turned) ||
      gm_decimal_compare(turned, rate->figure->value) || !gm_decimal_subtract(right, turned, &off))
    return;
  if (off.digits < 0) off.digits = -off.digits;
  if (gm_decimal_compare(off, (gm_decimal){TURNED_LEAST, scale}) < 0 || gm_is_told(check, change.before) ||
      gm_is_told(check, change.after) || gm_disclaimed(view))
    return;
  gm_report_mention(check, rate);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "由%s到%s，变动%s%%，文中为%s",
         "from %s to %s is a change of %s%%, the text says %s", gm_quote_mention(view, change.before).text,
         gm_quote_mention(view, change.after).text, gm_quote_decimal(right).text, gm_quote_mention(view, rate).text);
  gm_offer_value(check, rate, right);
  gm_relate_mention(check, change.before, "变动前", "before");
  gm_relate_mention(check, change.after, "变动后", "after");
}

void gm_check_rate_of_delta(gm_line_check *check, const gm_links *links, unsigned index) {
  int way, rate_way;
  const gm_mention *rate = &links->items[index], *delta = delta_of(links, index, &way, &rate_way);
  if (!delta || gm_is_told(check, rate) || gm_is_told(check, delta)) return;
  if (way != rate_way)
    judge_way(check, links, delta, rate, way);
  else if (!rate->figure->verified)
    judge_base(check, links, delta, rate, way);
}
