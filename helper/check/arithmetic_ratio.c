/* AR-05 of groups told by their ratio (医护比1∶1.36), and of what so many have of something (每千名老年人42张床位). */
#include "check/families.h"
#include "check/product.h"

/* Two groups that a ratio is told of. */
static const struct {
  const char *ratio, *first, *second;
} groups[] = {
    {"男女", "男", "女"},
    {"师生", "教师", "学生 幼儿 在校生"},
    {"生师", "学生 幼儿 在校生", "教师"},
    {"医护", "医生 医师", "护士 护理"},
    {"城乡", "城镇 城市", "农村 乡村"},
};

#define RATIO_SLACK 100 /* thousandths: a ratio of small numbers is rounded so far */

/* Does first : second round to a ratio told with decimals: 620 and 580 to 1.07:1? Cut off is as good. */
static bool rounds_to(const gm_figure *ratio, gm_decimal first, gm_decimal second) {
  gm_decimal a, b, off, play, one = {1, ratio->value.scale};
  bool behind = !one.scale; /* 1:12.5 */
  if (behind) one.scale = ratio->interval.low.scale;
  if (!gm_decimal_multiply(first, ratio->interval.low, &a) || !gm_decimal_multiply(second, ratio->value, &b) ||
      !gm_decimal_subtract(a, b, &off) || !gm_decimal_multiply(behind ? first : second, one, &play))
    return true;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, play) <= 0;
}

/* 男生28人，女生21人，男女生比例为4:3. */
void gm_check_ratio(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *ratio = &links->items[index], *first = ratio - 2, *second = ratio - 1;
  if (ratio->figure->kind != GM_FIGURE_RATIO || (!ratio->figure->parts[1] && ratio->figure->parts[0] != 2) ||
      !gm_same_sentence(first, ratio) || !gm_is_amount(first->figure) || !gm_is_amount(second->figure) ||
      !gm_comparable(first->figure, second->figure) || second->figure->value.digits <= 0)
    return;
  size_t clause = ratio->clause;
  for (size_t k = 0; k < sizeof groups / sizeof *groups; k++) {
    if (gm_find_word(view, clause, ratio->from, groups[k].ratio) == SIZE_MAX) continue;
    if (gm_find_word(view, second->to, ratio->from, "新 其中 其他") != SIZE_MAX) return; /* 新招人员男女比例 */
    size_t one = links->items[index - 2].label, two = links->items[index - 1].label;
    if (gm_find_word(view, one, first->from, groups[k].second) != SIZE_MAX &&
        gm_find_word(view, two, second->from, groups[k].first) != SIZE_MAX) { /* told the other way round */
      const gm_mention *turn = first;
      first = second;
      second = turn;
    } else if (gm_find_word(view, one, first->from, groups[k].first) == SIZE_MAX ||
               gm_find_word(view, two, second->from, groups[k].second) == SIZE_MAX) {
      return;
    }
    gm_decimal a, b, computed;
    if (!gm_decimal_multiply(first->figure->value, ratio->figure->interval.low, &a) ||
        !gm_decimal_multiply(second->figure->value, ratio->figure->value, &b))
      return;
    const gm_figure *r = ratio->figure;
    bool decimal = (r->value.scale > 0) != (r->interval.low.scale > 0) && gm_is_exact(r) &&
                   !((first->figure->numeral_flags | second->figure->numeral_flags) & GM_NUMERAL_SCALED);
    if (decimal ? rounds_to(r, first->figure->value, second->figure->value) : gm_within(a, b, RATIO_SLACK)) {
      gm_agree(check, first, second, ratio);
      return;
    }
    for (unsigned i = 0; i < index; i++) { /* 学生4872人，其中…，幼儿园888人；专任教师368人: any fit accepts */
      const gm_mention *m = &links->items[i];
      if (m != second && gm_is_amount(m->figure) && gm_comparable(m->figure, second->figure) &&
          gm_decimal_multiply(m->figure->value, r->interval.low, &a) &&
          (decimal ? rounds_to(r, m->figure->value, second->figure->value) : gm_within(a, b, RATIO_SLACK)))
        return;
    }
    /* 1:12.5 is told as one to so many. */
    bool turned = r->interval.low.scale || gm_decimal_compare(r->value, gm_decimal_of(1)) == 0;
    gm_decimal over = turned ? second->figure->value : first->figure->value,
               under = turned ? first->figure->value : second->figure->value;
    int scale = turned ? r->interval.low.scale : r->value.scale;
    if (gm_disclaimed(view) || under.digits <= 0 || !gm_decimal_divide(over, under, scale ? scale : 2, &computed))
      return;
    gm_quote left = gm_quote_mention(view, first), right = gm_quote_mention(view, second),
             told = gm_quote_decimal(gm_decimal_trim(computed)), said = gm_quote_mention(view, ratio);
    gm_report_mention(check, ratio);
    if (turned)
      gm_say(check->out, check->language, "%s∶%s约为1∶%s，文中为%s", "%s to %s is about 1:%s, the text says %s",
             left.text, right.text, told.text, said.text);
    else
      gm_say(check->out, check->language, "%s∶%s约为%s∶1，文中为%s", "%s to %s is about %s:1, the text says %s",
             left.text, right.text, told.text, said.text);
    gm_relate_mention(check, first, "前项", "the first term");
    gm_relate_mention(check, second, "后项", "the second term");
    return;
  }
}

#define PER_THOUSAND "每千人口 每千人 每千名 每千户"
#define PER_TEN      "每万人口 每万人 每万名 每万户"
#define PER_HUNDRED  "每百人 每百名 每百户"

bool gm_may_tell_per_thousand(const gm_view *view) {
  return gm_word_list_may_hold(view, PER_THOUSAND " " PER_TEN " " PER_HUNDRED);
}

/* 有效专利38216件，其中发明专利8706件。按常住人口348.24万人计算，每万人口发明专利25.0件: does an amount of a sentence
 * before give the rate? */
static bool rate_fits_earlier(const gm_links *links, unsigned index, const gm_mention *whole, int power) {
  const gm_figure *rate = links->items[index].figure;
  gm_decimal unit = {5, rate->value.scale + 1}, low, high, part;
  if (!gm_decimal_subtract(rate->value, unit, &low) || !gm_decimal_add(rate->value, unit, &high) ||
      !gm_decimal_multiply(low, whole->figure->interval.low, &low) ||
      !gm_decimal_multiply(high, whole->figure->interval.high, &high))
    return false;
  for (unsigned i = 0; i < index; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_comparable(f, rate) && gm_decimal_shift(f->value, power, &part) &&
        gm_decimal_compare(part, low) >= 0 && gm_decimal_compare(part, high) <= 0)
      return true;
  }
  return false;
}

/* 执业医师1260人，常住人口45万人，每千人口拥有2.8人: so many to each thousand; any two amounts that give it accept. */
void gm_check_per_thousand(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *rate = &links->items[index], *part = NULL, *whole = NULL;
  size_t from = links->items[index].label;
  int power = gm_find_word(view, from, rate->from, PER_THOUSAND) != SIZE_MAX  ? 3
              : gm_find_word(view, from, rate->from, PER_TEN) != SIZE_MAX     ? 4
              : gm_find_word(view, from, rate->from, PER_HUNDRED) != SIZE_MAX ? 2
                                                                              : 0;
  if (!power || !gm_is_exact(rate->figure)) return;
  gm_decimal unit = {5, rate->figure->value.scale + 1};
  unsigned amounts = 0;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *a = &links->items[i];
    if (i == index || !gm_same_sentence(a, rate) || !gm_is_amount(a->figure) ||
        !gm_comparable(a->figure, rate->figure) || a->figure->roles & GM_ROLE_COMPARED ||
        (i > index && gm_decimal_compare(a->figure->value, rate->figure->value) <= 0)) /* 7.1张，上年为6.9张 */
      continue;
    amounts++;
    for (unsigned k = 0; k < links->count; k++) {
      const gm_mention *b = &links->items[k];
      gm_decimal scaled_low, scaled_high, low, high;
      if (k == i || k == index || !gm_same_sentence(b, rate) || !gm_is_amount(b->figure) ||
          gm_decimal_compare(a->figure->value, b->figure->value) >= 0)
        continue;
      if (!gm_decimal_subtract(rate->figure->value, unit, &low) || !gm_decimal_add(rate->figure->value, unit, &high) ||
          !gm_decimal_multiply(low, b->figure->interval.low, &low) ||
          !gm_decimal_multiply(high, b->figure->interval.high, &high) ||
          !gm_decimal_shift(a->figure->interval.low, power, &scaled_low) ||
          !gm_decimal_shift(a->figure->interval.high, power, &scaled_high))
        return;
      if (gm_decimal_compare(low, scaled_high) <= 0 && gm_decimal_compare(scaled_low, high) <= 0) {
        gm_agree(check, a, b, rate);
        return;
      }
      if (gm_is_plain(a->figure) && gm_is_plain(b->figure) && gm_units[b->figure->unit].unit_class == GM_CLASS_PERSON &&
          gm_find_word(view, links->items[k].label, b->from, "人口 居民 户籍 常住 服务") != SIZE_MAX) {
        if (part) return; /* several */
        part = a;
        whole = b;
      }
    }
  }
  gm_decimal product, computed;
  if (!part || amounts > 2 || gm_disclaimed(view) || rate_fits_earlier(links, index, whole, power) ||
      !gm_decimal_shift(part->figure->value, power, &product) ||
      !gm_decimal_divide(product, whole->figure->value, rate->figure->value.scale, &computed))
    return;
  gm_report_mention(check, rate);
  gm_say(check->out, check->language, "%s÷%s×%u=%s，文中为%s", "%s / %s x %u = %s, the text says %s",
         gm_quote_mention(view, part).text, gm_quote_mention(view, whole).text,
         power == 4   ? 10000u
         : power == 3 ? 1000u
                      : 100u,
         gm_quote_amount(computed, rate, view).text, gm_quote_mention(view, rate).text);
  gm_offer_value(check, rate, computed);
  gm_relate_mention(check, part, "总数", "the total");
  gm_relate_mention(check, whole, "人口", "the population");
}
