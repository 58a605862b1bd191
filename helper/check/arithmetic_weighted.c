/* AR-01 of a score that others make by their weights: 笔试占40%，面试占60%。…笔试92分、面试80分，以84.8分获第二. */
#include "check/families.h"
#include "check/link.h"

#define WEIGHTS_MOST 5u
#define LED_CHARS    16u /* between the last mark and the score */
#define NAME_MOST    8u
#define FAR          100 /* thousandths: a score farther off is none of these */

typedef struct weights {
  size_t name[WEIGHTS_MOST], length[WEIGHTS_MOST]; /* clean characters */
  gm_decimal share[WEIGHTS_MOST];
  unsigned count, behind; /* the first mention behind them */
} weights;

#define BEHIND_NAME                                                                                                                                                    \
  "占 占比 占比为 各占 分别占 占总成绩 占总成绩的 占总分 占总分的 权重 权重为 权重占 的权重为 为 成绩 得分 考试 部分 " \
  "环节 测试 考核 分数 分 分值"
#define BEFORE_NAME "其中 其中： 按 按照 由 总成绩由 成绩由 总分由 以 将"

/* Keeps of [*from, *to) what names a mark: 理论成绩占 is 理论. */
static bool strip_name(const gm_view *view, size_t *from, size_t *to) {
  for (size_t n; (n = gm_words_at(view, *from, BEFORE_NAME)) != 0 && *from + n < *to;) *from += n;
  for (size_t n; (n = gm_words_before(view, *to, BEHIND_NAME)) != 0 && *to >= *from + n + 2;) *to -= n;
  for (size_t i = *from; i < *to; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return *to >= *from + 2 && *to - *from <= NAME_MOST;
}

/* 理论、实操分别占30%和70%: the names in a row before the first. */
static bool names_in_row(const gm_view *view, const gm_mention *first, weights *w) {
  size_t word = gm_find_word(view, first->clause, first->from, "分别占 各占 分别按 分别为"), from = first->clause;
  if (word == SIZE_MAX) return false;
  from += gm_words_at(view, from, BEFORE_NAME);
  unsigned k = 0;
  for (size_t at = from; at <= word && k < w->count; at++) {
    if (at < word && !gm_one_of(view, at, "、和与及")) continue;
    size_t a = from, b = at;
    if (!strip_name(view, &a, &b)) return false;
    w->name[k] = a;
    w->length[k++] = b - a;
    from = at + 1;
  }
  return k == w->count && from > word;
}

/* The weights that begin at mention `first`: in a row, a hundred in all. */
static bool read_weights(const gm_links *links, unsigned first, weights *w) {
  const gm_view *view = links->view;
  gm_decimal sum = {0, 0};
  w->count = 0;
  for (unsigned i = first; i < links->count && w->count < WEIGHTS_MOST; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind != GM_FIGURE_PERCENT || !gm_is_exact(m->figure) || gm_is_delta(m->figure) ||
        !gm_same_sentence(m, &links->items[first]) || !gm_decimal_add(sum, m->figure->value, &sum))
      break;
    w->share[w->count++] = m->figure->value;
    w->behind = i + 1;
    if (gm_decimal_compare(sum, gm_decimal_of(100)) >= 0) break;
  }
  if (w->count < 2 || gm_decimal_compare(sum, gm_decimal_of(100))) return false;
  if (names_in_row(view, &links->items[first], w)) return true;
  for (unsigned k = 0; k < w->count; k++) {
    size_t from = links->items[first + k].label, to = links->items[first + k].from;
    if (!strip_name(view, &from, &to)) return false;
    w->name[k] = from;
    w->length[k] = to - from;
  }
  return true;
}

static bool is_mark(const gm_mention *m) {
  return gm_is_amount(m->figure) && gm_is_exact(m->figure) && !strcmp(gm_units[m->figure->unit].name, "分") &&
         !gm_is_delta(m->figure) && !(m->figure->roles & (GM_ROLE_THRESHOLD | GM_ROLE_COMPARED));
}

static bool has_name(const gm_view *view, const gm_mention *m, const weights *w, unsigned k) {
  return gm_find_run(view, m->label, m->from, w->name[k], w->length[k]) != SIZE_MAX;
}

/* The score of the marks that begin at mention `first`, one for each weight in their order; NULL when they are none. */
static const gm_mention *score_of(const gm_links *links, const weights *w, unsigned first) {
  const gm_view *view = links->view;
  const gm_mention *score = &links->items[first + w->count];
  if (first + w->count >= links->count) return NULL;
  for (unsigned k = 0; k < w->count; k++) {
    const gm_mention *m = &links->items[first + k];
    if (!is_mark(m) || !has_name(view, m, w, k) || !gm_same_sentence(m, score)) return NULL;
  }
  if (!is_mark(score) || score->from > score[-1].to + LED_CHARS ||
      gm_find_mark(view, score[-1].to, score->from, "；：") != SIZE_MAX ||
      gm_find_word(view, score[-1].to, score->from, "其中 加 附加 扣 高 低 差 满分 另 比 平均 领先 落后 超") !=
          SIZE_MAX)
    return NULL;
  for (unsigned k = 0; k < w->count; k++)
    if (has_name(view, score, w, k)) return NULL;
  return score;
}

/* What the marks make by their weights. */
static bool weigh(const gm_links *links, const weights *w, unsigned first, gm_decimal *out, gm_decimal *plain) {
  gm_decimal sum = {0, 0}, term;
  *plain = (gm_decimal){0, 0};
  for (unsigned k = 0; k < w->count; k++)
    if (!gm_decimal_multiply(links->items[first + k].figure->value, w->share[k], &term) ||
        !gm_decimal_add(sum, term, &sum) || !gm_decimal_add(*plain, links->items[first + k].figure->value, plain))
      return false;
  if (!gm_decimal_shift(sum, -2, out)) return false;
  *out = gm_decimal_trim(*out);
  return true;
}

/* Is `value` told as `told`, rounded or cut off at its last digit? */
static bool told_as(gm_decimal value, gm_decimal told) {
  gm_decimal off, unit = {1, told.scale};
  if (!gm_decimal_subtract(value, told, &off)) return true;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, unit) < 0;
}

static void report(gm_line_check *check, const gm_links *links, const weights *w, unsigned first,
                   const gm_mention *score, gm_decimal value) {
  const gm_view *view = links->view;
  gm_report_mention(check, score);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "按所列权重折算为%s，文中为%s", "by the weights told it is %s, the text says %s",
         gm_quote_amount(value, score, view).text, gm_quote_mention(view, score).text);
  gm_offer_value(check, score, value);
  for (unsigned k = 0; k < w->count; k++) gm_relate_mention(check, &links->items[first + k], "其中一项", "one of them");
}

/* Each set of marks behind the weights; `told` false: counts those that fit, true: reports those that do not. False
 * when they are told by another reckoning. */
static bool each_score(gm_line_check *check, const gm_links *links, const weights *w, bool tell, unsigned *fitting) {
  for (unsigned i = w->behind; i + w->count < links->count; i++) {
    const gm_mention *score = score_of(links, w, i);
    gm_decimal value, plain;
    if (!score || !weigh(links, w, i, &value, &plain)) continue;
    if (told_as(value, score->figure->value)) {
      ++*fitting;
      if (tell) gm_agree(check, &links->items[i], &links->items[i + 1], score);
      continue;
    }
    gm_decimal mean;
    if (!gm_decimal_compare(plain, score->figure->value) ||
        !gm_decimal_divide(plain, gm_decimal_of(w->count), score->figure->value.scale, &mean) ||
        !gm_decimal_compare(mean, score->figure->value))
      return false;
    gm_decimal printed;
    if (!tell || gm_is_told(check, score) ||
        !gm_decimal_divide(value, gm_decimal_of(1), score->figure->value.scale, &printed))
      continue;
    bool slip = gm_look_alike(printed, score->figure->value) != GM_UNLIKE;
    if (slip || (*fitting && gm_within(value, score->figure->value, FAR))) report(check, links, w, i, score, value);
  }
  return true;
}

void gm_check_weighted(gm_line_check *check, const gm_links *links) {
  for (unsigned i = 0; i + 4 < links->count; i++) {
    weights w;
    if (links->items[i].figure->kind != GM_FIGURE_PERCENT || !read_weights(links, i, &w)) continue;
    unsigned fitting = 0;
    if (gm_find_word(links->view, links->items[w.behind - 1].to, links->view->count, "附加分 加分 扣分") == SIZE_MAX &&
        !gm_disclaimed(links->view) && each_score(check, links, &w, false, &fitting))
      each_score(check, links, &w, true, &fitting);
    return;
  }
}
