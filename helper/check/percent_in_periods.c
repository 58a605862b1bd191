/* PCT-03 of what changed from one period to the next, of values told in a row with the periods before it:
 * 4、5、6三个月依次为218万、236万和251万千瓦时。…，6月环比增长6.4%. */
#include "check/change.h"
#include "check/families.h"
#include "check/told_row.h"
#include "numeral/numeral.h"

#define PERIODS_MOST 12u
#define SENTENCES    1u /* so many behind the row, the change may stand */
#define NAME_CHARS   8u /* between the period and 环比: 供水量 */

typedef enum kind { MONTHS, QUARTERS, YEARS } kind;

static const struct {
  const char *units, *against;
} kinds[] = {{"月份 月", "环比 比上月 较上月 比上个月 较上个月 比前一个月 较前一个月"},
             {"季度", "环比 比上季度 较上季度 比上个季度 较上个季度 比前一季度"},
             {"年度 年", "同比 比上年 较上年 比前一年 较前一年 比上一年"}};

typedef struct periods {
  kind of;
  unsigned number[PERIODS_MOST], count;
} periods;

/* The number at `at`: Arabic digits, or of a quarter one character. */
static size_t number_at(const gm_view *view, size_t at, unsigned *value) {
  size_t n = gm_digits_at(view, at, value);
  static const char *const quarters[] = {"一", "二", "三", "四"};
  for (unsigned i = 0; !n && i < 4; i++)
    if (gm_words_at(view, at, quarters[i])) {
      *value = i + 1;
      n = 1;
    }
  return n;
}

/* Reads 7、8、9三个月, 7月、8月和9月, 一、二、三季度 or 2022、2023和2024年 from `at`; each is one behind the other. */
static bool read_periods(const gm_view *view, size_t at, size_t to, periods *out) {
  const char *unit = NULL;
  out->count = 0;
  at += gm_words_at(view, at, "其中， 今年 去年 上年 第");
  while (at < to && out->count < PERIODS_MOST) {
    unsigned value;
    size_t n = number_at(view, at, &value);
    if (!n || (out->count && value != out->number[out->count - 1] + 1)) return false;
    out->number[out->count++] = value;
    at += n;
    unit = NULL;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds && !unit; k++)
      if ((n = gm_words_at(view, at, kinds[k].units)) != 0) {
        unit = kinds[k].units;
        out->of = (kind)k;
        at += n;
      }
    if (!gm_one_of(view, at, "、和及与")) break;
    at++;
    at += gm_words_at(view, at, "第");
  }
  if (!unit) { /* 7、8、9三个月 */
    size_t n = gm_number_at(view, at);
    gm_numeral numeral;
    if (!n || gm_numeral_read(view, at, &numeral) != n || numeral.value.digits != (int64_t)out->count ||
        !gm_words_at(view, at + n, "个月 个季度"))
      return false;
    out->of = gm_words_at(view, at + n, "个月") ? MONTHS : QUARTERS;
  }
  return out->count >= 2 && (out->of == YEARS ? out->number[0] > 1900 && out->number[0] < 2200 : out->number[0] <= 12);
}

/* The place among the periods that mention `rate` is told of, against the one before it: 9月环比下降; 0 when of none.
 */
static unsigned place_of(const gm_view *view, const gm_mention *rate, const periods *p, size_t row_from, size_t row,
                         size_t verb) {
  unsigned value;
  size_t at = rate->clause, n = number_at(view, at + gm_words_at(view, at, "其中 第"), &value), unit;
  at += gm_words_at(view, at, "其中 第");
  if (!n || !(unit = gm_words_at(view, at + n, kinds[p->of].units))) return 0;
  unsigned k = 1;
  while (k < p->count && p->number[k] != value) k++;
  if (k == p->count) return 0;
  size_t from = at + n + unit, against = gm_find_word(view, from, verb, kinds[p->of].against);
  if (against != SIZE_MAX) {
    size_t end = against + gm_words_at(view, against, kinds[p->of].against);
    /* 9月供水量环比: by the name that the row has */
    if (end != verb || against > from + NAME_CHARS || against == from + 1 ||
        (against > from && gm_find_run(view, row_from, row, from, against - from) == SIZE_MAX))
      return 0;
    return k;
  }
  /* 9月比8月 */
  if (!gm_words_at(view, from, "比 较")) return 0;
  n = number_at(view, from + 1 + gm_words_at(view, from + 1, "第"), &value);
  from += 1 + gm_words_at(view, from + 1, "第");
  if (!n || value != p->number[k - 1]) return 0;
  n += gm_words_at(view, from + n, kinds[p->of].units);
  return from + n == verb ? k : 0;
}

/* From value k - 1 to value k of the row, as the percentage of the former; *fits when the rate is of that size. */
static bool change_of(const gm_told_row *row, unsigned k, const gm_mention *rate, int *way, gm_decimal *percent,
                      bool *fits) {
  gm_decimal half = {5, 1}, play, low, high, past = row->value[k - 1], now = row->value[k], size;
  if (!gm_decimal_subtract(now, past, &size) || past.digits <= 0) return false;
  *way = size.digits > 0 ? 1 : size.digits < 0 ? -1 : 0;
  if (size.digits < 0) size.digits = -size.digits;
  if (!gm_decimal_add(row->unit[k - 1], row->unit[k], &play) || !gm_decimal_multiply(play, half, &play) ||
      !gm_decimal_subtract(size, play, &low) || !gm_decimal_add(size, play, &high))
    return false;
  gm_interval part = {low, high, false, false}, whole = gm_interval_exact(past);
  *fits = gm_ratio_fits(part, whole, gm_percent_interval(rate->figure, 1));
  return gm_percent_of(size, past, rate->figure->value.scale, percent);
}

static void judge(gm_line_check *check, const gm_told_row *row, const periods *p, const gm_mention *rate) {
  const gm_view *view = check->view;
  size_t verb;
  int told = gm_change_verb(view, rate->from, &verb), way;
  if (!told || !gm_is_exact(rate->figure) || gm_is_told(check, rate)) return;
  size_t from = gm_clause_start(view, row->at[0]);
  unsigned k = place_of(view, rate, p, from, row->at[0], verb);
  gm_decimal percent;
  bool fits;
  if (!k || !change_of(row, k, rate, &way, &percent, &fits)) return;
  if (fits && way == told) {
    gm_agree(check, rate, row->last, NULL);
    return;
  }
  bool turned = fits && way == -told;
  if ((!turned &&
       (way != told || gm_look_alike(gm_decimal_trim(percent), gm_decimal_trim(rate->figure->value)) == GM_UNLIKE)) ||
      gm_disclaimed(view))
    return;
  gm_quote then = gm_quote_line(view, row->at[k - 1], row->end[k - 1]),
           now = gm_quote_line(view, row->at[k], row->end[k]);
  if (turned) {
    gm_report_line(check, verb, rate->to);
    gm_say(check->out, check->language, way > 0 ? "由%s到%s是增加，文中为“%s”" : "由%s到%s是减少，文中为“%s”",
           way > 0 ? "from %s to %s is more, the text says “%s”" : "from %s to %s is less, the text says “%s”",
           then.text, now.text, gm_quote_line(view, verb, rate->to).text);
  } else {
    gm_report_mention(check, rate);
    gm_say(check->out, check->language, "由%s到%s，变化%s，文中为%s",
           "from %s to %s the change is %s, the text says %s", then.text, now.text,
           gm_quote_percent(view->raw, rate->figure, percent).text, gm_quote_mention(view, rate).text);
    gm_offer_value(check, rate, percent);
  }
  gm_relate_told_row(check, row, "各期的数", "the values");
}

void gm_check_rates_in_periods(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i + 1 < links->count; i++) {
    const gm_mention *last = &links->items[i];
    gm_told_row row;
    periods p;
    if (!gm_is_amount(last->figure) || !gm_one_before(view, last->number, "、和与及")) continue;
    unsigned rate = i + 1;
    while (rate < links->count && links->items[rate].figure->kind != GM_FIGURE_PERCENT) rate++;
    if (rate == links->count) return;
    if (!gm_read_told_row(links, last, &row)) continue;
    if (!read_periods(view, gm_clause_start(view, row.at[0]), row.at[0], &p) || p.count != row.count) continue;
    for (; rate < links->count && links->items[rate].figure->sentence <= last->figure->sentence + SENTENCES; rate++)
      if (links->items[rate].figure->kind == GM_FIGURE_PERCENT) judge(check, &row, &p, &links->items[rate]);
  }
}
