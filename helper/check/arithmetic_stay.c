/* AR-05 of the days that those who left a hospital had stayed, and PCT-01 of the beds in use, of the days that beds
 * were taken: 出院9860人次，出院者占用总床日72964天，平均住院日7.4天; 实际开放总床日，实际占用总床日，床位使用率. */
#include "check/families.h"
#include "check/percent.h"
#include "numeral/numeral.h"

#define MEANS                                                                                                                                            \
  "平均住院日 平均住院日为 平均住院天数 平均住院天数为 平均住院日达 出院者平均住院日 出院者平均住院日为 " \
  "平均每人住院 人均住院 例均住院 平均住院 患者平均住院日 患者平均住院日为"
#define USED  "使用率 使用率为 使用率达 使用率达到 占用率 占用率为"
#define LEFT  "出院"
#define REACH 120u /* characters in which all are told */

/* The number of bed days whose name begins at `at`: 总床日数72964天, 占用床日为72964; false when none stands there. */
static bool read_bed_days(const gm_view *view, size_t at, gm_decimal *value, size_t *from, size_t *to) {
  at += gm_words_at(view, at, "总床日数 总床日 床日总数 床日数 床日 总床位日数");
  at += gm_words_at(view, at, "为 共 达 计 合计 约 累计");
  size_t n = gm_number_at(view, at);
  gm_numeral numeral;
  if (!n || gm_one_before(view, at, "约") || gm_numeral_read(view, at, &numeral) != n ||
      gm_one_of(view, at + n, "余多"))
    return false;
  *value = numeral.value;
  *from = at;
  *to = at + n + gm_words_at(view, at + n, "天 日 床日 个床日");
  return numeral.value.digits > 0;
}

/* The only bed days told in [from, to) by a name with `word` before it. */
static bool bed_days(const gm_view *view, size_t from, size_t to, const char *word, gm_decimal *value, size_t *at,
                     size_t *end) {
  bool found = false;
  for (size_t k = from; (k = gm_find_word(view, k, to, word)) != SIZE_MAX;) {
    size_t name = k += gm_words_at(view, k, word);
    if (!gm_words_at(view, name, "总床日 床日 总床位日")) continue;
    if (found || !read_bed_days(view, name, value, at, end)) return false;
    found = true;
  }
  return found;
}

/* 出院病人9860人次: the one number before the mean of those who left. */
static const gm_mention *who_left(const gm_links *links, unsigned index, size_t from) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  for (unsigned i = index; i-- > 0 && links->items[i].from >= from;) {
    const gm_mention *m = &links->items[i];
    const char *unit = gm_units[m->figure->unit].name;
    if (strncmp(unit, "人", strlen("人")) && strcmp(unit, "例")) continue;
    if (gm_find_word(view, m->label, m->from, LEFT) == SIZE_MAX) continue;
    if (found || !gm_is_exact(m->figure) || gm_is_delta(m->figure) || m->figure->value.digits <= 0) return NULL;
    found = m;
  }
  return found;
}

void gm_check_stay(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *mean = &links->items[index], *left;
  size_t word = gm_words_before(view, mean->from, MEANS);
  if (!index || !word || !gm_one_before(view, mean->to, "天日") || !gm_is_exact(mean->figure) ||
      gm_is_told(check, mean))
    return;
  /* 其中重症监护病房平均住院日3.8天: of some of them */
  if (mean->from - word != mean->clause + gm_words_at(view, mean->clause, "全院 全年 年 患者 出院患者 病人 例 则 其"))
    return;
  size_t from = mean->from > REACH ? mean->from - REACH : 0, at, end;
  gm_decimal days, value, off, play = {1, mean->figure->value.scale};
  if (gm_find_word(view, from, mean->from, "床日") == SIZE_MAX || !(left = who_left(links, index, from))) return;
  /* of those who left, or of all who lie there, which is nearly the same */
  bool own = bed_days(view, from, mean->from, "出院者占用 出院病人占用 出院患者占用 出院人员占用", &days, &at, &end);
  if (!own && !bed_days(view, from, mean->from, "实际占用 占用 实际使用", &days, &at, &end)) return;
  if (!gm_decimal_divide(days, left->figure->value, mean->figure->value.scale, &value) ||
      !gm_decimal_subtract(value, mean->figure->value, &off))
    return;
  if (off.digits < 0) off.digits = -off.digits;
  if (gm_decimal_compare(off, play) <= 0) {
    gm_agree(check, left, mean, NULL);
    return;
  }
  gm_likeness likeness = gm_look_alike(value, mean->figure->value);
  if (gm_disclaimed(view) || (own ? gm_is_far(value, mean->figure->value) : likeness == GM_UNLIKE)) return;
  gm_report_mention(check, mean);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_line(view, at, end).text, gm_quote_mention(view, left).text, gm_quote_amount(value, mean, view).text,
         gm_quote_mention(view, mean).text);
  gm_offer_value(check, mean, value);
  gm_relate_mention(check, left, "出院人数", "those who left");
}

void gm_check_bed_use(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index];
  if (!gm_words_before(view, rate->from, USED) || !gm_is_exact(rate->figure) || gm_is_told(check, rate)) return;
  size_t from = rate->from > REACH ? rate->from - REACH : 0, at, end;
  gm_decimal taken, open, value, off, play = {1, rate->figure->value.scale};
  if (gm_find_word(view, rate->clause, rate->from, "病床 床位") == SIZE_MAX ||
      !bed_days(view, from, rate->from, "占用 使用", &taken, &at, &end) ||
      !bed_days(view, from, rate->from, "开放", &open, &at, &end) ||
      !gm_percent_of(taken, open, rate->figure->value.scale, &value) ||
      !gm_decimal_subtract(value, rate->figure->value, &off))
    return;
  if (off.digits < 0) off.digits = -off.digits;
  if (gm_decimal_compare(off, play) <= 0) return;
  if (gm_disclaimed(view) || gm_is_far(value, rate->figure->value)) return;
  gm_report_mention(check, rate);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "占用床日除以开放床日为%s，文中为%s",
         "the days taken by those open are %s, the text says %s", gm_quote_percent(view->raw, rate->figure, value).text,
         gm_quote_mention(view, rate).text);
  gm_offer_value(check, rate, value);
}
