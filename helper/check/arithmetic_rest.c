/* AR-03 of what is left when a rate has told what is done: 排查隐患1420处，整改1366处，整改率96.2%，其余54处. The rate
 * says which amount all of them are, however far before it stands. */
#include "check/change.h"
#include "check/families.h"

#define LEFT                                                                                                                                                  \
  "其余 其余的 剩余 余下 还剩 尚剩 还有 尚有 仍有 未结 未办结 未完成 未整改 未审结 未解决 未销号 未化解 未处理 " \
  "未答复 "                                                                                                                                                \
  "未到位 未回收 未收回 未通过 未达标 不合格 不达标 正在办理 正在整改 正在推进 正在审理"
#define RATE_SCALE 1 /* digits behind the point with which a rate fits no other two amounts by chance */

#define LEFT_OF_ALL "其余 其余的 剩余 剩余的 余下 余下的 剩下 剩下的" /* may open a sentence */

#define NOT_YET   "尚未 还未 未 没有 还没有 还没 仍未"
#define ACT_CHARS 2u /* of 开工 */

/* 尚未开工的6个项目 behind 已开工54个: does the sentence open with what is not done of the act that `done` tells of? */
static bool opens_undone(const gm_view *view, const gm_mention *done, const gm_mention *rest) {
  size_t act = rest->clause + gm_words_at(view, rest->clause, NOT_YET);
  return act > rest->clause && act + ACT_CHARS < rest->from &&
         gm_words_at(view, act + ACT_CHARS, "的 的其余 的另外 的剩余") == rest->from - act - ACT_CHARS &&
         (gm_find_run(view, done->label, done->from, act, ACT_CHARS) != SIZE_MAX ||
          gm_reads_alike(view, done->to, act, ACT_CHARS));
}

/* What is said to be left behind mention `index`, a rate: ，其余54处 right behind it, or 。剩余54处 at the head of the
 * next sentence, parts of what was done left aside. NULL when it is not told. */
static const gm_mention *rest_of(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *rest = rate + 1, *end = links->items + links->count;
  if (rest < end && gm_same_sentence(rate, rest) && rest->clause == rate->to + 1u && rest->from > rest->clause &&
      gm_words_at(view, rest->clause, LEFT) == rest->from - rest->clause)
    return rest;
  while (rest < end && gm_same_sentence(rate, rest) && rest->figure->roles & GM_ROLE_OF_WHICH) rest++;
  return rest < end && rest->figure->sentence == rate->figure->sentence + 1u && rest->from > rest->clause &&
                 rest->clause == gm_sentence_start(view, rest->from) &&
                 (gm_words_at(view, rest->clause, LEFT_OF_ALL) == rest->from - rest->clause ||
                  (index && opens_undone(view, rate - 1, rest)))
             ? rest
             : NULL;
}

#define DONE_CHARS 8u /* behind what was done: 56个小区完工， */

/* Does the rate's clause follow that of what was done, whose verb may stand behind it? */
static bool follows(const gm_view *view, const gm_mention *done, const gm_mention *rate) {
  size_t comma = gm_find_mark(view, done->to, rate->from, "，；。：、");
  return rate->clause == done->to + 1u || (comma != SIZE_MAX && comma + 1 == rate->clause &&
                                           comma <= done->to + DONE_CHARS && gm_one_of(view, comma, "，"));
}

/* 56个小区完工…。其余8个小区: do the same two characters stand behind both, by which one thing is counted? */
static bool same_noun(const gm_view *view, const gm_mention *done, const gm_mention *rest) {
  return gm_reads_alike(view, done->to, rest->to, 2) && view->cls[done->to] & GM_HAN &&
         view->cls[done->to + 1] & GM_HAN && !(view->cls[done->to] & GM_PUNCT);
}

/* Are mention `index`, a rate, and `rest` behind it told of what was done right before it? */
static bool stands_between(const gm_links *links, unsigned index, const gm_mention *rest) {
  const gm_mention *done = &links->items[index - 1], *rate = done + 1;
  return gm_is_exact(rate->figure) && !gm_is_delta(rate->figure) && gm_is_count(done->figure) &&
         gm_is_count(rest->figure) && gm_comparable(done->figure, rest->figure) && gm_same_sentence(done, rate) &&
         follows(links->view, done, rate);
}

/* 1134 of 1260 is 90%, and no other rate: one without a point fits by chance unless it is so to the last digit. */
static bool gives_exactly(const gm_mention *done, const gm_mention *whole, const gm_mention *rate) {
  gm_decimal computed;
  return rate->figure->value.scale >= RATE_SCALE ||
         (gm_percent_of(done->figure->value, whole->figure->value, RATE_SCALE + 1, &computed) &&
          !gm_decimal_compare(computed, rate->figure->value));
}

/* The amount before mention `index` of which the one right before it is the rate; NULL when there is none. */
static const gm_mention *whole_of(const gm_links *links, unsigned index) {
  const gm_mention *rate = &links->items[index], *done = rate - 1;
  for (const gm_mention *m = done; m-- > links->items && m->figure->sentence + 1u >= rate->figure->sentence;)
    if (gm_is_count(m->figure) && gm_comparable(m->figure, done->figure) &&
        gm_decimal_compare(m->figure->value, done->figure->value) > 0 &&
        gm_ratio_fits(done->figure->interval, m->figure->interval, gm_percent_interval(rate->figure, 1)) &&
        gives_exactly(done, m, rate))
      return m;
  return NULL;
}

/* 已整改297个；正在整改28个；未到期限8个: do the amounts behind the first of what is left make up the rest with it? */
static bool left_in_parts(const gm_links *links, const gm_mention *rest, gm_decimal left) {
  gm_decimal sum = rest->figure->value;
  for (const gm_mention *m = rest + 1; m < links->items + links->count && gm_same_sentence(m, rest); m++) {
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, rest->figure)) continue;
    if (!gm_decimal_add(sum, m->figure->value, &sum)) return true;
    if (!gm_decimal_compare(sum, left)) return true;
  }
  return false;
}

/* 5985人，…。高级职称712人，…；中级职称1698人，占28.4%；其余3575人: do all amounts between the whole and the rate leave
 * the rest? */
static bool all_leave(const gm_mention *whole, const gm_mention *done, const gm_mention *rest) {
  gm_decimal left = whole->figure->value;
  for (const gm_mention *m = done; m > whole && gm_same_sentence(m, rest); m--)
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, rest->figure) &&
        !gm_decimal_subtract(left, m->figure->value, &left))
      return true;
  return !gm_decimal_compare(left, rest->figure->value);
}

void gm_check_rest_of_rate(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *rest = index ? rest_of(links, index) : NULL;
  if (!rest || !stands_between(links, index, rest)) return;
  const gm_mention *done = &links->items[index - 1];
  const gm_mention *whole = whole_of(links, index);
  gm_decimal left;
  if (!whole || gm_is_told(check, rest) || gm_is_told(check, whole)) return;
  gm_change change = {whole, done};
  if (gm_difference_fits(change, rest))
    gm_agree(check, whole, done, rest);
  else if (gm_decimal_subtract(whole->figure->value, done->figure->value, &left) &&
           (!gm_is_far(left, rest->figure->value) || same_noun(check->view, done, rest) ||
            opens_undone(check->view, done, rest)) &&
           !left_in_parts(links, rest, left) && !all_leave(whole, done, rest) && !gm_disclaimed(check->view))
    gm_report_difference(check, change, rest);
}
