/* AR-05 across paragraphs: 藏书9.6万册，生均36.8册 after 在校学生2486人 farther up. Who they are is told by a character
 * alone: only a mean with two neighbouring digits the other way round is told. */
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

void gm_check_average_above(gm_draft_check *check) {
  unsigned judged = 0;
  for (uint32_t line = 1; (line = gm_next_line(check, line, GM_KIND_AMOUNT)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 1; i < check->figures[line].count; i++) {
      if (!(check->figures[line].items[i].roles & GM_ROLE_EACH)) continue;
      size_t row = mean_of(check->draft->lines[line], &check->figures[line], i);
      if (row == MEANS) continue;
      if (judged++ == JUDGED_MAX) return;
      judge(check, line, i, row);
    }
  }
}
