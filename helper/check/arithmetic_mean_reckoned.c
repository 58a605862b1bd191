/* AR-05 across paragraphs of a mean that says what it was reckoned by: 受理诉求58800件, and farther down
 * 话务员28名。以全年受理量计，人均受理2400件. Only a mean with one digit another, or two turned round, is told. */
#include "check/draft.h"
#include "check/families.h"
#include "check/link.h"
#include "check/swap.h"

#define LINES_ABOVE 40u
#define ASKED_MOST  256u
#define HAN_BYTES   3u
#define NAME_BYTES  6u  /* two Han characters name what it is reckoned by */
#define BY_BYTES    45u /* 以全年受理总量计 */
#define MEAN_BYTES  30u /* 人均受理 */

/* Of whom a mean is told, and the units that count them. */
static const struct {
  const char *mean, *units[4];
} rows[] = {
    {"人均", {"人", "名", "位", NULL}}, {"户均", {"户", NULL}}, {"亩均", {"亩", NULL}}, {"班均", {"个班", NULL}}};
#define ROWS (sizeof rows / sizeof *rows)

static const char *const stops[] = {"，", "；", "。", "：", NULL};

/* The name of what the mean is reckoned by, 受理 of 以全年受理量计，人均; which row of the table it is of, ROWS when
 * none. */
static size_t reckoned_by(gm_text line, const gm_figure *mean, gm_text *by) {
  static const char *const ends[] = {"计", "计算", "测算", "算", NULL}, *const begins[] = {"以", "按", "按照", NULL},
                           *const times[] = {"全年", "当年", "年度", "本年", "今年", "全部", "总", NULL},
                           *const tails[] = {"总量", "总数", "总额", "量", "数", "额", "件数", "人次", NULL};
  uint32_t least = mean->start > MEAN_BYTES ? mean->start - MEAN_BYTES : 0, word = mean->start, n = 0;
  size_t row = ROWS;
  for (; row == ROWS && word > least; word--) {
    for (size_t i = 0; i < ROWS && row == ROWS; i++)
      if (gm_reads(line, word, rows[i].mean)) row = i;
    if (row < ROWS) break;
  }
  if (row == ROWS || word < HAN_BYTES || !gm_reads_before(line, word, "，")) return ROWS;
  uint32_t to = word - gm_reads_before(line, word, "，"), end = to;
  if (!(n = gm_reads_one_before(line, to, ends))) return ROWS;
  to -= n;
  uint32_t from = to;
  while (from > HAN_BYTES && end - from < BY_BYTES && !gm_reads_one_before(line, from, stops)) from--;
  if (!(n = gm_reads_one(line, from, begins))) return ROWS;
  for (from += n; (n = gm_reads_one(line, from, times)) && from + n < to;) from += n;
  while (to > from + NAME_BYTES && (n = gm_reads_one_before(line, to, tails)) && to >= from + NAME_BYTES + n) to -= n;
  *by = (gm_text){line.ptr + from, to - from};
  for (uint32_t i = from; i < to; i += HAN_BYTES)
    if ((unsigned char)line.ptr[i] < 0xE4 || (unsigned char)line.ptr[i] > 0xE9) return ROWS;
  return to >= from + NAME_BYTES && (to - from) % HAN_BYTES == 0 ? row : ROWS;
}

/* The one plain number, before the mean in its line, of those it is told of; NULL when there are several. */
static const gm_figure *number_of(gm_text line, const gm_figures *figures, const gm_figure *mean, size_t row) {
  const gm_figure *found = NULL;
  for (const gm_figure *f = figures->items; f < mean; f++) {
    bool unit = false;
    for (const char *const *u = rows[row].units; *u && !unit; u++)
      unit = gm_reads(line, f->unit_start, *u) && !gm_reads(line, f->unit_start, "人次");
    if (!unit || !gm_is_count(f) || f->value.scale || f->value.digits < 2) continue;
    if (found && gm_decimal_compare(found->value, f->value)) return NULL;
    found = f;
  }
  return found;
}

/* Is the mean, in one way, the value with one digit another, or with two neighbouring ones the other way round? */
static bool is_slip_of(const gm_figure *mean, gm_decimal value) {
  gm_decimal should;
  gm_interval interval;
  for (unsigned k = 0; gm_next_swap(mean, &k, &should, NULL);)
    if (!gm_decimal_compare(should, value)) return true;
  for (unsigned k = 0; gm_next_digit(mean, &k, &should, &interval);)
    if (!gm_decimal_compare(should, value)) return true;
  return false;
}

static void judge(gm_draft_check *check, uint32_t line, const gm_figure *mean) {
  gm_text own = check->draft->lines[line];
  gm_text by;
  size_t row = reckoned_by(own, mean, &by);
  const gm_figure *number = row < ROWS ? number_of(own, &check->figures[line], mean, row) : NULL, *total = NULL;
  gm_decimal product, value;
  uint32_t at = line, first = line > LINES_ABOVE ? line - LINES_ABOVE : 0, left = ASKED_MOST;
  if (!number || !gm_decimal_multiply(mean->value, number->value, &product)) return;
  for (uint32_t k = line + 1; k-- > first;)
    for (uint32_t i = check->figures[k].count; i-- > 0;) {
      const gm_figure *f = &check->figures[k].items[i];
      if (f == mean || !gm_is_amount(f) || !gm_comparable(f, mean)) continue;
      if (!left-- || gm_interval_touch(f->interval, gm_interval_exact(product))) return;
      if (!gm_is_count(f) || f->roles & (GM_ROLE_COMPARED | GM_ROLE_OF_WHICH) ||
          !gm_is_named_before(check->draft->lines[k], f, by))
        continue;
      if (total && gm_decimal_compare(total->value, f->value)) return;
      total = f;
      at = k;
    }
  if (!total || gm_is_reported(check, line, mean) ||
      !gm_decimal_divide(total->value, number->value, mean->value.scale, &value) ||
      !gm_decimal_multiply(value, number->value, &product) || gm_decimal_compare(product, total->value) ||
      !is_slip_of(mean, value))
    return;
  gm_report_figure(check, line, mean);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_figure(check->draft, at, total).text, gm_quote_figure(check->draft, line, number).text,
         gm_quote_as(check->draft, line, mean, value).text, gm_quote_figure(check->draft, line, mean).text);
  gm_relate_figure(check, at, total, "总数", "the total");
  gm_relate_figure(check, line, number, "数量", "the number");
}

void gm_check_mean_reckoned(gm_draft_check *check) {
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND_AMOUNT)) < check->draft->count; line++) {
    if (!check->draft->classes[line].keep) continue;
    for (uint32_t i = 1; i < check->figures[line].count; i++) {
      const gm_figure *mean = &check->figures[line].items[i];
      if (gm_is_amount(mean) && gm_is_exact(mean) && mean->roles & GM_ROLE_EACH &&
          !(mean->roles & (GM_ROLE_UP | GM_ROLE_DOWN)))
        judge(check, line, mean);
    }
  }
}
