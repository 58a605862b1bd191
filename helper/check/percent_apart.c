/* PCT-06: the difference of two rates, told behind the one it is taken from. */
#include "check/percent_points.h"

const gm_mention *gm_percentage_before(const gm_links *links, const gm_mention *of) {
  const gm_mention *m = of;
  do
    if (m-- == links->items) return NULL;
  while ((m->figure->kind >= GM_FIGURE_DATE && m->figure->kind <= GM_FIGURE_ORDINAL) || gm_figure_is_months(m->figure));
  return m->figure->kind == GM_FIGURE_PERCENT && gm_same_sentence(m, of) ? m : NULL;
}

/* What may stand between the value compared with and the verb. */
#define BEHIND_COMPARED "） 相比 相比较 比较 比 的水平 水平 的 ， 又 再 还 已 则 来说"

#define ABOVE      "高于 高出 低于 低出 超出 超过 高过 优于"
#define SET_BEHIND "） 的 目标 标准 要求 水平 平均水平 控制目标 合格标准 控制线 指标 省定 年度 目标值"
#define APART      "相差 相差了 差距为 差距达 差距是 差了"
#define GAP_CHARS  8u /* between the second rate and what the two differ by: ，两者相差 */

/* The way of the change whose verb stands in [from, to). */
static int way_of(const gm_view *view, size_t from, size_t to) {
  return gm_find_word(view, from, to, "低 下 降 回 窄 缩") == SIZE_MAX ? 1 : -1;
}

/* Does the difference follow the value compared with, by a verb that tells of it: 比上年的71%高? *from gets
 * where the finding begins, *way whether the rate is the higher: 1, -1, 0 when the text does not say. */
static bool tells_apart(const gm_view *view, const gm_mention *delta, const gm_mention *other, size_t *from, int *way) {
  size_t verb = gm_words_before(view, delta->from, "高 低 高出 高了 低了 高出了 " RATE_VERBS), word, i = other->to;
  *from = delta->from - verb;
  if (verb) {
    /* 全市平均为70.1%，比全市平均水平低8.7% */
    if (delta->clause == other->to + 1u && gm_words_at(view, delta->clause, "比 较") &&
        gm_share_pair(view, delta->clause + 1, *from, other->clause, other->from)) {
      *way = way_of(view, *from, delta->from);
      return true;
    }
    for (; i < *from; i += word)
      if (!(word = view->cls[i] & GM_SPACE ? 1 : gm_words_at(view, i, BEHIND_COMPARED))) return false;
    *way = way_of(view, *from, delta->from);
    return i == *from && gm_find_word(view, other->clause, other->from, "比 较 与 同 和 跟") != SIZE_MAX;
  }
  /* 最高96.98%，最低91.91%，两者相差5.07% */
  word = gm_words_before(view, delta->from, APART);
  if (word) {
    *from = delta->from - word;
    *way = 0;
    return *from <= other->to + GAP_CHARS;
  }
  /* 高于省定目标（95%）3.6% */
  for (; i < delta->from; i += word)
    if (!(word = gm_words_at(view, i, SET_BEHIND))) return false;
  size_t above = i > other->to && i == delta->from ? gm_find_word(view, other->clause, other->from, ABOVE) : SIZE_MAX;
  if (above == SIZE_MAX) return false;
  *way = gm_one_of(view, above, "低") ? -1 : 1;
  return true;
}

/* 知晓率为75.0%；使用率为36.0%，前者比后者高39%: how far two rates of the sentence lie apart, by the number itself. */
static bool check_former(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *delta = &links->items[index];
  size_t word = gm_words_before(view, delta->from, "高 低 高出 低了 高了 相差 多 少 低出");
  if (!word || !gm_is_exact(delta->figure) || gm_is_told(check, delta) ||
      gm_find_word(view, delta->clause, delta->from, "前者 后者 两者 二者") == SIZE_MAX)
    return false;
  for (gm_rates_apart pair = {0}; gm_next_rates_apart(links, delta, &pair);) {
    if (gm_decimal_compare(pair.off, delta->figure->value)) continue;
    gm_report_points(check, delta->from - word, delta, pair.a, pair.b);
    return true;
  }
  return false;
}

/* 3.2%，比控制目标4%低0.8%; 78.2%，比2022年（71.5%）提高6.7%; 92.7%，与上届的89.3%相比增长3.4%: the difference told
 * behind the value compared with. */
void gm_check_apart(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *delta = &links->items[index], *other = delta - 1;
  gm_decimal difference, relative;
  if (index > 2 && other->figure->kind == GM_FIGURE_CLAIM) other--; /* 两者 */
  if (index < 2 || delta->figure->kind != GM_FIGURE_PERCENT || other->figure->kind != GM_FIGURE_PERCENT) return;
  if (check_former(check, links, index)) return;
  const gm_mention *rate = gm_percentage_before(links, other);
  if (!rate || !gm_same_sentence(rate, delta) || !gm_is_exact(delta->figure)) return;
  size_t from;
  int way;
  if (!tells_apart(check->view, delta, other, &from, &way)) return;
  bool higher = gm_decimal_compare(rate->figure->value, other->figure->value) > 0, share;
  const gm_mention *more = higher ? rate : other, *less = higher ? other : rate;
  if ((way && higher != (way > 0)) || !gm_decimal_subtract(more->figure->value, less->figure->value, &difference) ||
      gm_decimal_compare(difference, delta->figure->value) ||
      !gm_percent_of(difference, other->figure->value, delta->figure->value.scale, &relative))
    return;
  bool either = !gm_decimal_compare(relative, delta->figure->value);
  if ((either && !gm_is_rate_told(links, (unsigned)(rate - links->items), &share)) || gm_is_told(check, delta)) return;
  gm_report_points(check, from, delta, rate, other);
  if (either) gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_relate_mention(check, rate, "比率", "the rate");
}

bool gm_next_rates_apart(const gm_links *links, const gm_mention *delta, gm_rates_apart *pair) {
  const gm_mention *a = pair->a ? pair->a : links->items, *b = pair->a ? pair->b + 1 : a + 1;
  for (; a < delta; a++, b = a + 1) {
    if (a->figure->kind != GM_FIGURE_PERCENT || !gm_same_sentence(a, delta)) continue;
    for (; b < delta; b++)
      if (b->figure->kind == GM_FIGURE_PERCENT &&
          gm_decimal_subtract(a->figure->value, b->figure->value, &pair->off)) {
        if (pair->off.digits < 0) pair->off.digits = -pair->off.digits;
        pair->a = a;
        pair->b = b;
        return true;
      }
  }
  return false;
}
