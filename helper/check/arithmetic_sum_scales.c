/* AR-01 of a length, an area or a weight whose parts are told in smaller units:
 * 全长26.4公里，其中路基段21.35公里，桥梁3处计1850米，隧道2处计3200米. Parts that leave something out may be less; they
 * are told when they are more, or when one swap of digits makes them all of it. */
#include "check/families.h"
#include "check/sum.h"
#include "check/swap.h"

#define PARTS_MOST 8u

/* Units of one dimension, and how many of the smallest of these each is. */
static const struct {
  const char *unit;
  int dimension;
  int64_t size;
} scales[] = {
    {"米", 1, 1},    {"公里", 1, 1000}, {"千米", 1, 1000},  {"公斤", 2, 1},           {"千克", 2, 1},
    {"吨", 2, 1000}, {"平方米", 3, 1},  {"公顷", 3, 10000}, {"平方公里", 3, 1000000}, {"平方千米", 3, 1000000}};

static size_t scale_of(const gm_figure *f) {
  const char *unit = gm_units[f->unit].name;
  size_t i = 0;
  while (i < sizeof scales / sizeof *scales && strcmp(unit, scales[i].unit)) i++;
  return i;
}
#define NO_SCALE (sizeof scales / sizeof *scales)

/* What the interval is in the smallest unit. */
static bool in_smallest(gm_interval of, int64_t size, gm_interval *out) {
  *out = of;
  return gm_decimal_multiply(of.low, gm_decimal_of(size), &out->low) &&
         gm_decimal_multiply(of.high, gm_decimal_of(size), &out->high);
}

/* As it was measured: no more digits are told than are known. */
static bool rounded(const gm_figure *f, gm_interval *out) {
  gm_decimal half = {5, f->value.scale + 1}, low, high;
  *out = f->interval;
  if (!f->value.scale) return true;
  if (!gm_decimal_subtract(f->value, half, &low) || !gm_decimal_add(f->value, half, &high)) return false;
  if (gm_decimal_compare(low, out->low) < 0) out->low = low;
  if (gm_decimal_compare(high, out->high) > 0) out->high = high;
  return true;
}

typedef struct lengths {
  const gm_mention *of[PARTS_MOST];
  gm_interval value[PARTS_MOST]; /* in the smallest unit */
  unsigned count;
} lengths;

#define OVERLAPPING \
  "含 包括 另 每 均 最 单 左 右 双 宽 高 深 直径 半径 往返 利用 既有 同步 配套 辅道 匝道 连接线 支线 共线 改造"

/* The parts behind 其中, to the end of the sentence: what is counted beside them is passed over. */
static bool read_parts(const gm_links *links, unsigned total, lengths *out) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t scale = scale_of(whole->figure);
  bool mixed = false;
  out->count = 0;
  for (unsigned i = total + 1; i < links->count && gm_same_sentence(&links->items[i], whole); i++) {
    const gm_mention *m = &links->items[i];
    size_t own = scale_of(m->figure);
    if (own == NO_SCALE || scales[own].dimension != scales[scale].dimension) {
      if (gm_is_amount(m->figure) && gm_units[m->figure->unit].unit_class == GM_CLASS_COUNT) continue; /* 桥梁3处计 */
      break;
    }
    if (!gm_is_part(m->figure) || !gm_is_exact(m->figure) || out->count == PARTS_MOST ||
        gm_find_word(view, links->items[i - 1].to, m->from, OVERLAPPING) != SIZE_MAX ||
        gm_find_mark(view, links->items[i - 1].to, m->from, "；：") != SIZE_MAX ||
        !rounded(m->figure, &out->value[out->count]) ||
        !in_smallest(out->value[out->count], scales[own].size, &out->value[out->count]))
      return false;
    mixed = mixed || own != scale;
    out->of[out->count++] = m;
  }
  return mixed && out->count > 1;
}

/* The part that, with two neighbouring digits the other way round, makes the parts all of the whole; -1 when none or
 * several do. */
static int swapped_part(const lengths *p, gm_interval rest_of, gm_decimal *should) {
  int found = -1;
  for (unsigned i = 0; i < p->count; i++) {
    gm_interval rest = gm_interval_exact((gm_decimal){0, 0}), other;
    gm_decimal value;
    for (unsigned k = 0; k < p->count; k++)
      if (k != i && !gm_interval_add(&rest, p->value[k])) return -1;
    for (unsigned k = 0; gm_next_swap(p->of[i]->figure, &k, &value, &other);) {
      gm_interval sum = rest;
      if (!in_smallest(other, scales[scale_of(p->of[i]->figure)].size, &other) || !gm_interval_add(&sum, other))
        return -1;
      if (!gm_interval_touch(sum, rest_of)) continue;
      if (found >= 0) return -1;
      found = (int)i;
      *should = value;
    }
  }
  return found;
}

void gm_check_scaled_parts(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t scale;
  if (!gm_words_at(view, whole->to, "，其中 （其中") || !gm_is_exact(whole->figure) || !gm_is_plain(whole->figure) ||
      (scale = scale_of(whole->figure)) == NO_SCALE || gm_is_told(check, whole))
    return;
  lengths p;
  gm_interval all, sum = gm_interval_exact((gm_decimal){0, 0});
  if (!read_parts(links, total, &p) || !rounded(whole->figure, &all) || !in_smallest(all, scales[scale].size, &all))
    return;
  for (unsigned i = 0; i < p.count; i++)
    if (!gm_interval_add(&sum, p.value[i])) return;
  if (gm_interval_touch(sum, all)) {
    for (unsigned i = 0; i < p.count; i++) gm_agree(check, whole, p.of[i], NULL);
    return;
  }
  gm_decimal should, told;
  int wrong = swapped_part(&p, all, &should);
  bool above = gm_decimal_compare(sum.low, all.high) > 0;
  if ((!above && (wrong < 0 || p.count < 3)) || gm_disclaimed(view)) return;
  for (unsigned i = 0; i < p.count; i++)
    if (gm_is_told(check, p.of[i])) return;
  if (wrong < 0 && !gm_within(sum.low, all.high, 300)) return; /* rather of something else */
  if (!gm_decimal_add(sum.low, sum.high, &told) ||
      !gm_decimal_divide(told, gm_decimal_of(2 * scales[scale].size), 3, &told))
    return;
  const gm_mention *at = wrong >= 0 ? p.of[wrong] : whole;
  gm_report_mention(check, at);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  if (wrong >= 0)
    gm_say(check->out, check->language, "各段合计%s，总数为%s；若%s为%s则相符",
           "the parts make %s, the total says %s; it would fit if %s were %s",
           gm_quote_amount(gm_decimal_trim(told), whole, view).text, gm_quote_mention(view, whole).text,
           gm_quote_mention(view, at).text, gm_quote_amount(should, at, view).text);
  else
    gm_say(check->out, check->language, "各段合计%s，总数为%s", "the parts make %s, the total says %s",
           gm_quote_amount(gm_decimal_trim(told), whole, view).text, gm_quote_mention(view, whole).text);
  if (wrong >= 0) gm_offer_value(check, at, should);
  if (at != whole) gm_relate_mention(check, whole, "总数", "the total");
  for (unsigned i = 0; i < p.count; i++)
    if (p.of[i] != at) gm_relate_mention(check, p.of[i], "分项", "a part");
}
