/* AR-03 of what is left of a whole in free wording: 入库600支，当天打掉118支，周二135支，周三147支，还剩200支;
 * 今年要交9艘，前10个月交了5艘，还差4艘. */
#include "check/change.h"
#include "check/left.h"
#include "check/sum_judged.h"

#define TAKEN_MAX 6u

/* Amounts told before what is left, in their order. */
typedef struct told {
  unsigned at[TAKEN_MAX + 1];
  unsigned count;
} told;

#define ACT_CHARS 6u /* behind an amount that still tell of it */

#define SKIPPED (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME)

/* The amounts of the sentence before mention `index` (or of the one before that with `before`) that it may be left of;
 * false when one of them may be something else. */
static bool collect(const gm_links *links, unsigned index, bool before, told *out) {
  const gm_mention *left = &links->items[index];
  unsigned sentence = left->figure->sentence - before;
  for (unsigned i = index; i-- > 0 && links->items[i].figure->sentence >= sentence;) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence > sentence || !gm_is_amount(m->figure) || !gm_comparable(m->figure, left->figure) ||
        m->figure->roles & SKIPPED)
      continue;
    if (!gm_is_exact(m->figure) || m->figure->value.digits <= 0 || out->count > TAKEN_MAX ||
        m->figure->roles &
            (GM_ROLE_UP | GM_ROLE_DOWN | GM_ROLE_TO | GM_ROLE_FROM | GM_ROLE_COMPARED | GM_ROLE_OF_WHICH))
      return false;
    memmove(out->at + 1, out->at, out->count * sizeof *out->at);
    out->at[0] = i;
    out->count++;
  }
  return true;
}

/* Does the whole less some of what was taken make what is left, or is that told before: 25人晋级，还剩25人? */
static bool some_fit(const gm_links *links, const told *t, unsigned whole, const gm_mention *left) {
  for (unsigned some = 1; some < 1u << (t->count - whole - 1); some++) {
    gm_interval rest = links->items[t->at[whole]].figure->interval;
    bool computed = true;
    for (unsigned i = whole + 1; i < t->count && computed; i++)
      if (some >> (i - whole - 1) & 1)
        computed = gm_interval_subtract(rest, links->items[t->at[i]].figure->interval, &rest);
    if (!computed || gm_interval_touch(rest, left->figure->interval)) return true;
  }
  return !gm_decimal_compare(links->items[t->at[whole]].figure->value, left->figure->value);
}

/* What was taken of the whole, 三天共打400支 left out when it is what those before it come to; *rest gets what is left.
 * False when nothing is. */
static bool take(const gm_links *links, const told *t, unsigned whole, gm_parts *taken, gm_decimal *rest) {
  gm_decimal sum = {0, 0};
  taken->count = 0;
  for (unsigned i = whole + 1; i < t->count; i++) {
    gm_decimal value = links->items[t->at[i]].figure->value;
    if (taken->count > 1 && !gm_decimal_compare(sum, value)) continue;
    if (!gm_decimal_add(sum, value, &sum)) return false;
    taken->at[taken->count++] = t->at[i];
  }
  return gm_decimal_subtract(links->items[t->at[whole]].figure->value, sum, rest) &&
         rest->digits >= 0; /* 238处，176处当场，62处限期，其余10处: nothing is left */
}

#define ADDED "又 再 补 新增 新购 新招 购入 购进 调入 转入 追加 加上 另 结转 上年 去年 其中 增加 同期 平均 每"

#define EMPTY "了过的有共是为已未没尚还完成到出掉其"

/* Do the words of what is left, 26条没办完, speak of the act by which some was taken, 办结312条? */
static bool of_the_act(const gm_view *view, const gm_mention *taken, const gm_mention *left) {
  size_t to = left->to + ACT_CHARS < view->count ? left->to + ACT_CHARS : view->count;
  size_t end = taken->to + ACT_CHARS < left->label ? taken->to + ACT_CHARS : left->label;
  for (size_t i = left->label; i < to; i++) {
    if (i >= left->from && i < left->to) continue;
    if (i >= left->to && view->cls[i] & (GM_PAUSE | GM_STOP)) break;
    if (!(view->cls[i] & GM_HAN) || gm_one_of(view, i, EMPTY)) continue;
    for (size_t k = taken->label; k < end; k++)
      if ((k < taken->from || k >= taken->to) && view->cp[k] == view->cp[i]) return true;
  }
  return false;
}

/* Where the verb before a number ends: 交 of 交了5艘. */
static size_t verb_end(const gm_view *view, const gm_mention *m) {
  size_t to = m->from;
  while (to > m->label && gm_one_before(view, to, "了过完掉到")) to--;
  return to;
}

/* 今年要交9艘，…，前10个月交了5艘，还差4艘: of numbers of one digit the same verb must tell both. */
static bool of_one_verb(const gm_view *view, const gm_mention *whole, const gm_mention *taken) {
  size_t a = verb_end(view, whole), b = verb_end(view, taken);
  return a > whole->label && b > taken->label && view->cls[a - 1] & GM_HAN && view->cp[a - 1] == view->cp[b - 1] &&
         !gm_one_before(view, a, EMPTY);
}

/* The rate between what was taken and what is left that tells how much of the whole the former is; NULL when none does.
 */
static const gm_mention *rate_of(const gm_mention *whole, const gm_mention *taken, const gm_mention *left) {
  for (const gm_mention *m = taken + 1; m < left; m++) {
    gm_decimal share;
    if (m->figure->kind == GM_FIGURE_PERCENT && gm_is_exact(m->figure) && !gm_is_delta(m->figure) &&
        gm_percent_of(taken->figure->value, whole->figure->value, m->figure->value.scale, &share) &&
        !gm_decimal_compare(share, m->figure->value))
      return m;
  }
  return NULL;
}

#define TELLS_SOME "的 有 已 到 去 用 出 了 掉 完"
#define SMALL      2u /* significant digits: of fewer a slip may be chance */

/* 甲队58分，乙队51分，还差8分; 韩国10柜，日本5柜，余下3柜: of so small numbers the second must be told as taken. */
static bool is_beside(const gm_view *view, const gm_mention *first, const gm_mention *second) {
  return gm_decimal_significant(first->figure->value) <= SMALL &&
         gm_decimal_significant(second->figure->value) <= SMALL &&
         second->figure->verb_start < view->raw_at[second->label] &&
         gm_find_word(view, second->label, second->from, TELLS_SOME " " GM_WENT) == SIZE_MAX;
}

/* 老人4620人，占47%；儿童3264人，占33.2%；其余1956人: may the first amount be a part itself, of a whole told elsewhere?
 */
static bool is_part_too(const gm_view *view, const gm_mention *first) {
  return (first[1].figure->kind == GM_FIGURE_PERCENT && first[1].figure->roles & GM_ROLE_SHARE &&
          first[1].clause == first->to + 1u && gm_words_at(view, first[1].clause, "占")) ||
         (gm_decimal_significant(first->figure->value) <= SMALL &&
          gm_find_word(view, first->label, first->from, "的") != SIZE_MAX);
}

/* 轮出1600吨，轮入1500吨, 上半场得了18分，下半场得了14分: did some of it come, or is all of it told as done? */
static bool has_come(const gm_links *links, const gm_mention *first, const gm_parts *taken) {
  const gm_view *view = links->view;
  bool came = false, went = false;
  for (unsigned i = 0; i < taken->count; i++) {
    const gm_mention *m = &links->items[taken->at[i]];
    came = came || gm_find_word(view, m->label, m->from, GM_CAME) != SIZE_MAX;
    went = went || gm_find_word(view, m->label, m->from, GM_WENT) != SIZE_MAX;
  }
  return (came && went) ||
         (gm_one_before(view, first->from, "了") && of_one_verb(view, first, &links->items[taken->at[0]]));
}

static bool may_be_left(const gm_line_check *check, const gm_links *links, unsigned whole, const gm_parts *taken,
                        const gm_mention *left, gm_decimal rest, gm_left how) {
  const gm_view *view = check->view;
  const gm_mention *first = &links->items[whole], *last = &links->items[taken->at[taken->count - 1]];
  gm_parts all = *taken;
  all.at[all.count++] = (unsigned)(left - links->items);
  if (gm_find_word(view, first->to, left->from, ADDED) != SIZE_MAX) return false;
  if (has_come(links, first, taken)) return false;
  if (is_beside(view, first, &links->items[taken->at[0]]) || (how == GM_LEFT_LAST && is_part_too(view, first)))
    return false;
  bool rated = taken->count == 1 && rate_of(first, last, left);
  /* 还剩20户没有签协议 of 120户，已搬80户: some of the rest, and maybe not all */
  bool less = gm_decimal_compare(left->figure->value, rest) < 0;
  if (!rated && less && (how == GM_LEFT_SOME || gm_left_is_some(view, left))) return false;
  if (!rated && how == GM_LEFT_SOME && !of_the_act(view, last, left)) return false;
  return gm_digit_repairs(links, whole, &all) || gm_swap_fits(links, &all, first->figure) ||
         (taken->count == 1 && gm_one_digit_apart(left->figure->value, rest) && of_one_verb(view, first, last));
}

static void report(gm_line_check *check, const gm_links *links, unsigned whole, const gm_parts *taken,
                   const gm_mention *left, gm_decimal rest) {
  const gm_view *view = check->view;
  const gm_mention *first = &links->items[whole];
  gm_buffer terms = {0};
  gm_buffer_string(&terms, gm_quote_mention(view, first).text);
  for (unsigned i = 0; i < taken->count; i++) {
    gm_buffer_string(&terms, "-");
    gm_buffer_string(&terms, gm_quote_mention(view, &links->items[taken->at[i]]).text);
  }
  gm_report_mention(check, left);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%.*s=%s，文中为%s", "%.*s = %s, the text says %s", (int)terms.count, terms.items,
         gm_quote_amount(rest, left, view).text, gm_quote_mention(view, left).text);
  if (rest.digits) gm_offer_value(check, left, rest);
  gm_relate_mention(check, first, "原有", "what there was");
  for (unsigned i = 0; i < taken->count; i++)
    gm_relate_mention(check, &links->items[taken->at[i]], "减少", "what went");
  gm_array_free(&terms);
}

/* The whole, told in the sentence before beside others, of which the one amount before what is left has its rate. */
static bool whole_by_rate(const gm_links *links, unsigned index, told *t) {
  const gm_mention *left = &links->items[index], *taken = &links->items[t->at[0]];
  for (unsigned i = t->at[0]; i-- > 0 && links->items[i].figure->sentence + 1u >= left->figure->sentence;) {
    const gm_mention *m = &links->items[i];
    if (gm_is_count(m->figure) && gm_comparable(m->figure, left->figure) && rate_of(m, taken, left) &&
        gm_decimal_compare(m->figure->value, taken->figure->value) > 0) {
      *t = (told){{i, t->at[0]}, 2};
      return true;
    }
  }
  return false;
}

/* 完成8.6亿元，占总投资12亿元的71.7%，剩余3.4亿元: the whole behind what was taken, as the base of its rate. */
static void put_whole_first(const gm_links *links, unsigned index, told *t) {
  unsigned taken = t->at[0], whole = t->at[1];
  if (t->count == 2 && gm_is_base(links, whole) &&
      rate_of(&links->items[whole], &links->items[taken], &links->items[index]))
    *t = (told){{whole, taken}, 2};
}

/* The amounts that what is left, mention `index`, may be left of, and what was taken of them. */
static bool read_told(const gm_links *links, unsigned index, told *t) {
  if (!collect(links, index, false, t)) return false;
  if (t->count > 1) {
    put_whole_first(links, index, t);
    return true;
  }
  if (!links->items[index].figure->sentence) return false;
  if (t->count && whole_by_rate(links, index, t)) return true;
  return collect(links, index, true, t) && t->count == 2;
}

/* 审结584件，…。维持287件，驳回83件，其余214件: do the amounts before what is left, or the last of them, leave it of
 * one told before them? */
static bool another_fits(const gm_links *links, const told *t, const gm_mention *left) {
  gm_decimal sum = left->figure->value;
  for (unsigned i = t->count; i-- > 0;) {
    if (!gm_decimal_add(sum, links->items[t->at[i]].figure->value, &sum)) return true;
    for (unsigned k = t->at[i]; k-- > 0;)
      if (gm_is_amount(links->items[k].figure) && !gm_decimal_compare(links->items[k].figure->value, sum)) return true;
  }
  return false;
}

void gm_check_left(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *left = &links->items[index];
  gm_left how = gm_is_count(left->figure) ? gm_left_of(view, left) : GM_LEFT_NONE;
  told t = {.count = 0};
  if (!how || gm_units[left->figure->unit].unit_class == GM_CLASS_TIME || gm_is_told(check, left) ||
      !read_told(links, index, &t))
    return;
  for (unsigned i = 0; i < t.count; i++)
    if (gm_is_told(check, &links->items[t.at[i]]) || some_fit(links, &t, i, left)) return;
  if (another_fits(links, &t, left)) return;
  gm_parts taken;
  gm_decimal rest;
  for (unsigned i = 0; i + 1 < t.count; i++)
    if (take(links, &t, i, &taken, &rest) && may_be_left(check, links, t.at[i], &taken, left, rest, how)) {
      if (!gm_disclaimed(view)) report(check, links, t.at[i], &taken, left, rest);
      return;
    }
}
