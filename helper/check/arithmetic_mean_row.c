/* AR-05 of a mean that is told of one thing by a word of its own (一家平均36个), and of the mean of a row of values
 * told before it: 7月5.8万单，8月6.2万单，9月5.4万单，三个月平均5.6万单;
 * 每天依次为85、92、88和95人，合计360人，平均每天85人. */
#include <string.h>

#include "check/any_fit.h"
#include "check/product.h"

#define ROW_LEAST   3u
#define ROW_MOST    12u
#define ROUND_LEAST 1000 /* a mean of so many may be told to tens, 5.6万 to thousands */
#define THING_CHARS 4u
#define LED_CHARS   4u /* between 平均 and its amount: 约, 接待 */
#define PLAIN_MEAN  "简单平均 算术平均 简单平均为 算术平均为 简单平均数为 算术平均数为"
#define MEANS \
  "平均 平均为 平均达 平均有 平均约 平均分 平均分为 平均成绩 平均成绩为 平均得分 平均得分为 均分 均分为 平均用时"
#define DAILY "平均每天 每天平均 日均 平均每日"
#define SPANS "个月 月 天 日 周 年 个季度 季度 次 轮 场 科" /* that weigh alike */

size_t gm_mean_of_one(const gm_view *view, size_t from, size_t to, size_t *thing) {
  size_t mean = gm_find_word(view, from, to, "平均");
  if (mean == SIZE_MAX || mean + 2 + LED_CHARS + THING_CHARS < to) return 0;
  if (gm_one_of(view, mean + 2, "一") && mean + 4 <= to) { /* 平均一团38人, 平均一个2600平方米 */
    *thing = mean + 3;
    return 1;
  }
  for (size_t one = mean; one-- > from && mean - one <= THING_CHARS + 1;) { /* 一家平均36个, 一个乡镇平均46份 */
    if (!gm_one_of(view, one, "一单") || !gm_clause_starts(view, one) || mean < one + 2) continue;
    *thing = one + 1;
    if (gm_one_of(view, *thing, "个") && mean > *thing + 1) ++*thing;
    return mean - *thing;
  }
  return 0;
}

/* Values of one unit, each told with its own words or in a row. */
typedef struct row {
  const gm_mention *of[ROW_MOST];
  unsigned count;
} row;

/* The values like `mean`, or with no unit where the row tells it last, that stand before mention `index` in its
 * sentence, what is called a total left out in *total. False when they are fewer than three, or anything else. */
static bool read_row(const gm_links *links, unsigned index, row *out, const gm_mention **total) {
  const gm_mention *mean = &links->items[index];
  out->count = 0;
  *total = NULL;
  for (const gm_mention *m = mean; m-- > links->items && gm_same_sentence(m, mean);) {
    const gm_figure *f = m->figure;
    bool bare = f->kind == GM_FIGURE_QUANTITY && !f->unit && f->unit_end == f->unit_start && out->count &&
                gm_one_of(links->view, m->to, "、和");
    if (!bare && !(f->kind == mean->figure->kind && gm_comparable(f, mean->figure))) {
      if (gm_is_amount(f) && out->count) break;
      continue;
    }
    if (!out->count && !*total &&
        (f->roles & GM_ROLE_TOTAL || gm_words_before(links->view, m->from, "总分 总分为 总成绩 总成绩为"))) {
      *total = m;
      continue;
    }
    size_t verb;
    if (!out->count && (gm_is_delta(f) || gm_change_verb(links->view, m->from, &verb)))
      continue; /* 最短的比最长的少2.5天 */
    if (!gm_is_exact(f) || gm_is_delta(f) || f->value.digits <= 0 || out->count == ROW_MOST ||
        f->roles & (GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_COMPARED | GM_ROLE_OF_WHICH | GM_ROLE_FROM))
      return false;
    out->of[out->count++] = m;
  }
  return out->count >= ROW_LEAST;
}

/* How many of what weighs alike the mean is told of, right before its word: 三个月平均; 0 when that is not told. */
static unsigned number_told(const gm_view *view, size_t clause, size_t word) {
  size_t from = clause, number = gm_number_at(view, from);
  if (!number || number > 2) return 0;
  static const char *const numbers[] = {"三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};
  size_t unit = from + number, end = unit + gm_words_at(view, unit, SPANS);
  end += gm_words_at(view, end, "来 里 内 间");
  if (end == unit || end != word) return 0;
  unsigned digits = 0;
  if (gm_digits_at(view, from, &digits) == number) return digits;
  for (unsigned i = sizeof numbers / sizeof *numbers; i-- > 0;)
    if (gm_words_at(view, from, numbers[i]) == number) return i + 3;
  return 0;
}

/* 依次为438、512、475、529和506: the whole numbers behind the word at `at`, of which only the first is a figure; *sum
 * gets what they come to. 0 when they are no such row. */
static unsigned bare_row(const gm_view *view, size_t at, size_t to, int64_t *sum) {
  unsigned count = 0, value = 0;
  *sum = 0;
  while (at < to) {
    size_t n = gm_digits_at(view, at, &value);
    if (!n || gm_number_at(view, at) != n) return 0;
    *sum += value;
    count++;
    at += n;
    if (!gm_one_of(view, at, "、和")) break;
    at++;
  }
  return count <= ROW_MOST ? count : 0;
}

/* 每天依次为85、92、88和95人，合计360人，平均每天85人: the days are as many as the numbers that make the total. */
static void check_days(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *mean = &links->items[index], *total = mean - 1;
  gm_decimal value, made;
  int64_t sum;
  if (!gm_same_sentence(total, mean) || !(total->figure->roles & GM_ROLE_TOTAL) || !gm_is_exact(total->figure) ||
      !gm_comparable(total->figure, mean->figure) || mean->clause != total->to + 1u)
    return;
  size_t start = gm_sentence_start(view, total->from), list = gm_find_word(view, start, total->from, "依次为 分别为");
  if (list == SIZE_MAX || gm_find_word(view, gm_clause_start(view, list), list, "每天 每日 日均 天") == SIZE_MAX)
    return;
  unsigned count = bare_row(view, list + 3, total->from, &sum);
  if (count < ROW_LEAST || gm_decimal_compare(gm_decimal_of(sum), total->figure->value) ||
      !gm_decimal_divide(total->figure->value, gm_decimal_of(count), mean->figure->value.scale, &value) ||
      !gm_decimal_multiply(value, gm_decimal_of(count), &made) || gm_decimal_compare(made, total->figure->value))
    return;
  if (!gm_decimal_compare(value, mean->figure->value)) {
    gm_agree(check, total, mean, NULL);
    return;
  }
  if (gm_disclaimed(view)) return;
  gm_report_mention(check, mean);
  gm_say(check->out, check->language, "%s÷%u=%s，文中为%s", "%s / %u = %s, the text says %s",
         gm_quote_mention(view, total).text, count, gm_quote_amount(value, mean, view).text,
         gm_quote_mention(view, mean).text);
  gm_offer_value(check, mean, value);
  gm_relate_mention(check, total, "总数", "the total");
}

static void report(gm_line_check *check, const gm_mention *mean, const row *r, gm_decimal sum, gm_decimal value) {
  const gm_view *view = check->view;
  gm_report_mention(check, mean);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%u=%s，文中为%s", "%s / %u = %s, the text says %s",
         gm_quote_amount(sum, r->of[0], view).text, r->count, gm_quote_amount(value, mean, view).text,
         gm_quote_mention(view, mean).text);
  gm_offer_value(check, mean, value);
  for (unsigned i = r->count; i-- > 0;) gm_relate_mention(check, r->of[i], "其中之一", "one of them");
}

/* 得分分别为96.5分、94.0分、98.0分和91.5分，平均96.0分: marks, or times of a race, of which none weighs more; of means
 * of classes one may. */
static bool are_marks(const gm_view *view, const row *r, const gm_mention *mean) {
  const gm_mention *first = r->of[r->count - 1];
  const char *unit = gm_units[mean->figure->unit].name;
  return (!strcmp(unit, "分") || !strcmp(unit, "秒")) && mean->figure->value.scale <= 1 &&
         gm_words_before(view, first->from, "分别为 依次为 分别是 依次是 分别打出 分别得") &&
         gm_find_word(view, gm_sentence_start(view, first->from), first->from, "均 率") == SIZE_MAX &&
         gm_find_word(view, first->to, mean->from, "去掉 去除 扣除 加权 折合 其余 另") == SIZE_MAX;
}

#define OFF_MOST 500 /* thousandths: a mean farther off is one of others */

void gm_check_mean_of_row(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *mean = &links->items[index], *total;
  /* 高一312人、高二286人、高三152人，共750人，平均每个年级260人 */
  bool each = index >= ROW_LEAST && mean->from - mean->clause <= LED_CHARS + THING_CHARS &&
              gm_words_at(view, mean->clause, "平均每") && !gm_words_before(view, mean->from, DAILY);
  if (index < ROW_LEAST - 1u || !(each || gm_one_before(view, mean->from, "均为达有约天日分绩时")))
    return; /* most amounts */
  size_t plain = gm_words_before(view, mean->from, PLAIN_MEAN);
  size_t word = plain ? plain : each ? mean->from - mean->clause : gm_words_before(view, mean->from, MEANS);
  row r;
  if (!word && gm_is_amount(mean->figure) && gm_is_exact(mean->figure) && !gm_is_told(check, mean) &&
      gm_words_before(view, mean->from, DAILY))
    check_days(check, links, index);
  if (!word || mean->figure->verified || !gm_is_exact(mean->figure) || gm_is_told(check, mean) ||
      mean->from - word < mean->clause || !read_row(links, index, &r, &total))
    return;
  /* 最大187.6毫米，最小73.8毫米，相差113.8毫米；7个乡镇平均: of others than those */
  unsigned told = number_told(view, mean->clause, mean->from - word);
  if (!told && gm_number_at(view, mean->clause)) return;
  if (gm_find_word(view, r.of[r.count - 1]->label, mean->clause, "最大 最高 最多 相差 极差") != SIZE_MAX) return;
  gm_decimal sum = {0, 0}, value, off, made, play = {1, mean->figure->value.scale};
  for (unsigned i = 0; i < r.count; i++)
    if (!gm_decimal_add(sum, r.of[i]->figure->value, &sum)) return;
  /* What makes the row all there is: as many as are told, or what is called their total. */
  bool whole = total && !gm_decimal_compare(total->figure->value, sum);
  if ((total && !whole) || (told ? told != r.count : !plain && !(each && whole) && !are_marks(view, &r, mean)))
    return;
  if (!gm_decimal_divide(sum, gm_decimal_of(r.count), mean->figure->value.scale, &value) ||
      !gm_decimal_subtract(value, mean->figure->value, &off) ||
      !gm_decimal_multiply(value, gm_decimal_of(r.count), &made))
    return;
  gm_interval a = mean->figure->interval;
  if (off.digits < 0) off.digits = -off.digits;
  for (int64_t d = mean->figure->value.digits; d >= ROUND_LEAST && d % 10 == 0 && !play.scale; d /= 10)
    play.digits *= 10;
  bool even = !gm_decimal_compare(made, sum); /* with nothing left over the mean is no other */
  if (gm_interval_touch(a, gm_interval_exact(value)) || (!even && gm_decimal_compare(off, play) <= 0)) return;
  if (gm_disclaimed(view) || !gm_within(value, mean->figure->value, OFF_MOST)) return;
  gm_likeness likeness = gm_look_alike(gm_decimal_trim(value), gm_decimal_trim(mean->figure->value));
  if (each && likeness != GM_ONE_DIGIT && likeness != GM_SWAPPED) return; /* of other things than the row's */
  report(check, mean, &r, sum, gm_decimal_trim(value));
}
