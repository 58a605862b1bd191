/* AR-05 across paragraphs: 藏书9.6万册，生均36.8册 after 在校学生2486人 farther up. Who they are is told by a character
 * alone: only a mean with two neighbouring digits the other way round is told, or one that lost a 万:
 * 投资8640万元，户均4元. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/swap.h"

#define LINES_ABOVE 40u /* a number told farther up is no longer in anyone's mind */
#define HAN_BYTES   3u
#define FIGURES_MAX 256u /* that are asked for the number, so that no draft takes long */
#define JUDGED_MAX  32u  /* more such means are a table's */

/* What says of whom a mean is, and how the nouns end that count all of them: 学生438名 may be of one form. */
#define NOUNS_MAX 5
static const struct {
  const char *mean, *nouns[NOUNS_MAX];
} means[] = {
    {"生均", {"在校学生", "在校生", "在籍学生", "在读学生", NULL}},
    {"师均", {"专任教师", NULL}},
    {"户均", {"农户", "总户数", NULL}},
    {"村均", {"行政村", NULL}},
    {"校均", {"学校", "中小学", NULL}},
    {"床均", {"床位", NULL}},
};
#define MEANS (sizeof means / sizeof *means)

/* Which row of the table says of whom figure `index` is a mean; MEANS when none, or no total stands right before. */
static size_t mean_of(gm_text line, const gm_figures *figures, uint32_t index) {
  const gm_figure *mean = &figures->items[index], *total = mean - 1;
  if (!index || !(mean->roles & GM_ROLE_EACH) || mean->roles & (GM_ROLE_UP | GM_ROLE_DOWN) || !gm_is_exact(mean) ||
      total->sentence != mean->sentence || mean->clause != total->clause + 1 || !gm_is_count(total) ||
      !gm_comparable(total, mean))
    return MEANS;
  size_t i = 0;
  for (uint32_t word = 0; i < MEANS; i++)
    if ((word = gm_reads_before(line, mean->start, means[i].mean)) && total->end + word + HAN_BYTES == mean->start)
      break;
  return i;
}

static bool counts(gm_text line, const gm_figure *f, size_t row) {
  if (!gm_is_count(f) || f->value.scale || f->noun_end <= f->noun_start) return false;
  for (const char *const *w = means[row].nouns; *w; w++)
    if (gm_reads_before(line, f->noun_end, *w)) return true;
  return false;
}

/* Can `number` times a mean be the total? */
static bool makes(gm_interval mean, const gm_figure *number, const gm_figure *total) {
  gm_interval product = mean;
  return !gm_decimal_multiply(mean.low, number->value, &product.low) ||
         !gm_decimal_multiply(mean.high, number->value, &product.high) || gm_interval_touch(product, total->interval);
}

static void judge(gm_draft_check *check, uint32_t line, uint32_t index, size_t row) {
  const gm_figure *mean = &check->figures[line].items[index], *total = mean - 1, *number = NULL;
  uint32_t at = line, first = line > LINES_ABOVE ? line - LINES_ABOVE : 0, left = FIGURES_MAX;
  for (uint32_t k = line + 1; k-- > first;)
    for (uint32_t i = check->figures[k].count; i-- > 0;) {
      const gm_figure *f = &check->figures[k].items[i];
      if (!left--) return;
      if (f == mean || f == total || !gm_is_amount(f)) continue;
      if (gm_is_count(f) && makes(mean->interval, f, total)) return; /* any that fits */
      if (!counts(check->draft->lines[k], f, row)) continue;
      if (number && gm_decimal_compare(number->value, f->value)) return;
      number = f;
      at = k;
    }
  gm_decimal value;
  gm_interval interval;
  for (unsigned k = 0; number && gm_next_swap(mean, &k, &value, &interval);) {
    if (!makes(interval, number, total)) continue;
    gm_report_figure(check, line, mean);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
           gm_quote_figure(check->draft, line, total).text, gm_quote_figure(check->draft, at, number).text,
           gm_quote_as(check->draft, line, mean, value).text, gm_quote_figure(check->draft, line, mean).text);
    gm_relate_figure(check, line, total, "总数", "the total");
    gm_relate_figure(check, at, number, "数量", "the number");
    return;
  }
}

/* Of whom a mean is told, by the unit of their number: 2160户, and 户均. */
static const char *const of_units[][2] = {{"户均", "户"}, {"亩均", "亩"}, {"人均", "人"}, {"人均", "名"}};
#define OF_UNITS   (sizeof of_units / sizeof *of_units)
#define MEAN_BYTES 24u /* from the total to its mean: ，户均投资约 */

/* 平均每人次110元 and 486万人次: does 平均每 with the figure's unit stand right before the mean? */
static bool is_each(gm_text line, uint32_t from, const gm_figure *mean, gm_text other, const gm_figure *f) {
  static const char each[] = "平均每";
  uint32_t unit = f->unit_end - f->unit_start, start = mean->start - unit;
  return f->unit && unit && mean->start >= from + unit + sizeof each - 1 &&
         !memcmp(line.ptr + start, other.ptr + f->unit_start, unit) && gm_reads_before(line, start, each);
}

/* Does the figure count those that the mean, told behind `from`, is of? */
static bool counts_unit(gm_text line, uint32_t from, const gm_figure *mean, gm_text other, const gm_figure *f) {
  if (!gm_is_count(f) || !gm_is_exact(f) || f->value.digits < 2 || f->value.scale) return false;
  for (size_t i = 0; i < OF_UNITS; i++) {
    const char *const word[] = {of_units[i][0], NULL};
    if (gm_reads_within(line, from, mean->start, word) && gm_reads(other, f->unit_start, of_units[i][1]) &&
        !gm_reads(other, f->unit_start, "人次") && !gm_reads(other, f->unit_start, "户次"))
      return true;
  }
  return is_each(line, from, mean, other, f);
}

/* Would the mean, of ten thousand times as much, times the number be the total to its last digit? */
static bool lost_ten_thousand(const gm_figure *mean, const gm_figure *number, const gm_figure *total) {
  gm_decimal product;
  return gm_decimal_multiply(mean->value, number->value, &product) && gm_decimal_shift(product, 4, &product) &&
         !gm_decimal_compare(product, total->value);
}

#define SURE_DIGITS 3 /* of a total: that fewer are the same but for a 万 may be chance */

/* Is the total, but for ten thousand times as much, what the mean times the number is to its last digit? */
static bool total_lost_ten_thousand(const gm_figure *mean, const gm_figure *number, const gm_figure *total) {
  gm_decimal product, should;
  return gm_decimal_significant(total->value) >= SURE_DIGITS &&
         gm_decimal_multiply(mean->value, number->value, &product) && gm_decimal_shift(total->value, 4, &should) &&
         !gm_decimal_compare(product, should);
}

/* 旅客486万人次。…收入5.346万元，平均每人次110元: the total has 万 for 亿, or lost it. */
static void report_total(gm_draft_check *check, uint32_t line, const gm_figure *total, uint32_t at,
                         const gm_figure *number) {
  const gm_figure *mean = total + 1;
  gm_decimal value;
  if (gm_is_reported(check, line, total) || !gm_decimal_shift(total->value, 4, &value)) return;
  gm_report_figure(check, line, total);
  gm_say(check->out, check->language, "%s×%s=%s，文中为%s", "%s × %s = %s, the text says %s",
         gm_quote_figure(check->draft, at, number).text, gm_quote_figure(check->draft, line, mean).text,
         gm_quote_as(check->draft, line, total, value).text, gm_quote_figure(check->draft, line, total).text);
  gm_relate_figure(check, at, number, "数量", "the number");
  gm_relate_figure(check, line, mean, "平均数", "the mean");
}

/* 居民2160户。…总投资8640万元，户均4元: the number nearest before, on any line above; none that fits the mean as told.
 */
static void judge_lost(gm_draft_check *check, uint32_t line, uint32_t index) {
  const gm_figure *mean = &check->figures[line].items[index], *total = mean - 1, *number = NULL;
  bool small = false; /* it is the total that is too small */
  uint32_t at = line, first = line > LINES_ABOVE ? line - LINES_ABOVE : 0, left = FIGURES_MAX;
  static const char *const others[] = {"其中", "另", "年均", "月均", "可支配", "纯收入", NULL};
  gm_text text = check->draft->lines[line];
  if (!gm_is_exact(mean) || !gm_is_exact(total) || total->sentence != mean->sentence || !gm_is_count(total) ||
      !gm_comparable(total, mean) || mean->start - total->end > MEAN_BYTES ||
      mean->roles & (GM_ROLE_UP | GM_ROLE_DOWN) || mean->value.digits <= 0 ||
      gm_decimal_compare(total->value, mean->value) <= 0 || gm_reads_within(text, total->end, mean->start, others) ||
      gm_is_reported(check, line, mean))
    return;
  for (uint32_t k = line + 1; k-- > first;)
    for (uint32_t i = check->figures[k].count; i-- > 0;) {
      const gm_figure *f = &check->figures[k].items[i];
      if (!left--) return;
      if (f == mean || f == total) continue;
      if (k == line && gm_is_count(f) && makes(mean->interval, f, total)) return; /* 亩均1800元，面积3.62亩 */
      if ((k == line && i > index) || !counts_unit(text, total->end, mean, check->draft->lines[k], f)) continue;
      if (makes(mean->interval, f, total)) return;
      if (!number && (lost_ten_thousand(mean, f, total) || total_lost_ten_thousand(mean, f, total))) {
        small = !lost_ten_thousand(mean, f, total);
        number = f;
        at = k;
      }
    }
  if (number && small) {
    if (at != line || number->sentence != total->sentence) /* else gm_check_averages tells it */
      report_total(check, line, total, at, number);
    return;
  }
  gm_decimal value;
  if (!number || !gm_decimal_shift(mean->value, 4, &value)) return;
  gm_report_figure(check, line, mean);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_figure(check->draft, line, total).text, gm_quote_figure(check->draft, at, number).text,
         gm_quote_as(check->draft, line, mean, value).text, gm_quote_figure(check->draft, line, mean).text);
  gm_relate_figure(check, line, total, "总数", "the total");
  gm_relate_figure(check, at, number, "数量", "the number");
}

static void check_above(gm_draft_check *check) {
  unsigned judged = 0, lost = 0;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_AMOUNT)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 1; i < check->figures[line].count; i++) {
      if (!(check->figures[line].items[i].roles & GM_ROLE_EACH)) continue;
      if (lost++ < JUDGED_MAX) judge_lost(check, line, i);
      if (!line) continue;
      size_t row = mean_of(check->draft->lines[line], &check->figures[line], i);
      if (row == MEANS) continue;
      if (judged++ == JUDGED_MAX) return;
      judge(check, line, i, row);
    }
  }
}

void gm_check_average_above(gm_draft_check *check) {
  check_above(check);
  gm_check_mean_reckoned(check);
}
