/* AR-05: averages and ratios against the amounts they are of. */
#include "check/any_fit.h"
#include "check/families.h"
#include "check/product.h"

/* 共增收108万元，户均增收3000元: a growth, and the mean of it by the same verb. */
static bool same_growth(const gm_figure *total, const gm_figure *average) {
  return gm_is_delta(total) && gm_is_delta(average) && total->verb_hash && total->verb_hash == average->verb_hash &&
         !(total->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_COMPARED));
}

/* 92个食堂日均就餐3680人次，平均每个食堂40人次: what all have in a day, and what each of them has. */
static bool is_daily_total(const gm_view *view, const gm_mention *m, const gm_mention *average) {
  gm_figure bare = *m->figure;
  bare.roles &= ~(uint32_t)GM_ROLE_EACH;
  return m->figure->roles & GM_ROLE_EACH && gm_is_plain(&bare) && average->clause == m->to + 1u &&
         gm_find_word(view, m->label, m->from, "日均 月均 每天 每日 每月") != SIZE_MAX &&
         gm_find_word(view, m->label, m->from, "人均 户均 平均") == SIZE_MAX &&
         gm_find_word(view, average->clause, average->from, "日 天 月 年") == SIZE_MAX;
}

#define KIND_CHARS 4u /* that say which of the things: 老年 */

/* 92个老年食堂就餐3680人次，平均每个食堂: does the noun right behind the number name the thing, with its kind before
 * it? */
static bool counts_kind(const gm_view *view, const gm_mention *n, size_t thing, size_t length) {
  if (length < 2 || !gm_one_before(view, thing, "个") || !gm_one_before(view, n->to, "个") || !gm_is_plain(n->figure) ||
      n->figure->kind != GM_FIGURE_QUANTITY)
    return false;
  for (size_t i = n->to; i <= n->to + KIND_CHARS; i++) {
    if (gm_reads_alike(view, i, thing, 2)) return true;
    if (i >= view->count || !(view->cls[i] & GM_HAN) || gm_one_of(view, i, "的")) return false;
  }
  return false;
}

/* 依次为41.3万、62.8万和28.6万人次: is the figure the last of several that are told in a row? */
static bool ends_a_row(const gm_links *links, const gm_mention *m) {
  return m > links->items && m[-1].to + 1u == m->from && gm_one_of(links->view, m[-1].to, "、和与及") &&
         m[-1].figure->kind == m->figure->kind && (!m[-1].figure->unit || m[-1].figure->unit == m->figure->unit);
}

/* 30天, or 26个开馆日: days of some kind. */
static bool counts_days(const gm_view *view, const gm_mention *m) {
  if (m->figure->kind == GM_FIGURE_DURATION) return gm_one_before(view, m->to, "天日");
  return gm_is_amount(m->figure) && gm_one_before(view, m->to, "个") && gm_one_of(view, m->to + 2u, "日");
}

/* Is total / n of the order of the average, or the average but for its zeros? Of a number told farther away only that
 * is a slip. */
static bool near_mean(const gm_mention *average, const gm_mention *n, const gm_mention *total) {
  gm_decimal product;
  return gm_decimal_multiply(average->figure->value, n->figure->value, &product) &&
         (gm_within(product, total->figure->value, 500) ||
          gm_look_alike(gm_decimal_trim(product), gm_decimal_trim(total->figure->value)) == GM_SHIFTED);
}

#define WIDER "全县 全市 全省 全区 全州 全国 全镇 全乡 全街道 全村 全校 全院 全厂 全公司 全系统 全部"

/* 老片区受益2150户；全县补助438.0万元，户均1200元: does ； or 。 part the number from a total that is told of more? */
static bool of_wider(const gm_view *view, const gm_mention *n, const gm_mention *total) {
  return n < total && (!gm_same_sentence(n, total) || gm_find_mark(view, n->to, total->from, "；") != SIZE_MAX) &&
         gm_find_word(view, total->clause, total->from, WIDER) != SIZE_MAX &&
         gm_find_word(view, n->clause, n->from, WIDER) == SIZE_MAX;
}

/* The amounts that the average is of: the number of things before it, and the total before it or, called one, behind
 * it. False when the sentence does not tell both, or tells several numbers. */
static bool find_terms(const gm_links *links, unsigned index, size_t thing, size_t length, const gm_mention **n,
                       const gm_mention **total) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index];
  *n = *total = NULL;
  const gm_mention *first_total = NULL; /* what was found before several numbers were */
  bool days = gm_one_of(view, thing, "日"), several = false, parted = false;
  gm_decimal sum = {0, 0};
  for (unsigned i = index; i-- > 0 && gm_same_sentence(&links->items[i], average);) {
    const gm_mention *m = &links->items[i];
    /* 学生2972人…；资助学生386人，发放96.5万元，人均2500元 */
    if (*n && *total && gm_find_mark(view, m->to, (*n < *total ? *n : *total)->from, "；") != SIZE_MAX &&
        gm_find_mark(view, (*n < *total ? *n : *total)->to, average->from, "；") == SIZE_MAX)
      break;
    bool day = counts_days(view, m);
    bool claim = m->figure->kind == GM_FIGURE_CLAIM;
    if (!gm_is_amount(m->figure) && !day && !claim && m->figure->kind != average->figure->kind) continue;
    if (gm_find_word(view, m->label, m->from, "最高 最大 最多 最低 最少 最小") != SIZE_MAX &&
        !gm_one_before(view, m->from, "的")) /* 最高的三个村 */
      continue; /* 单笔最高120万元 */
    if (gm_words_at(view, m->to, "最多 最少 最高 最低 最大 最小 居首 居第一 排第一")) continue; /* 三（2）班52人最多 */
    bool counts = days ? day
                       : (gm_is_amount(m->figure) || claim) &&
                             (gm_counts_thing(view, m, thing, length) ||
                              gm_ends_in_thing(view, m, thing, length) != 0 || counts_kind(view, m, thing, length));
    /* 1560人次 in 130次: 12人 each */
    bool visits = gm_one_of(view, thing, "次场期") && gm_units[average->figure->unit].unit_class == GM_CLASS_PERSON &&
                  gm_words_at(view, gm_view_find(view, m->figure->unit_start), "人次");
    /* 235个村建成广场282个: both in 个. People are told apart by their nouns, below. */
    bool told = counts && *total && gm_units[m->figure->unit].unit_class != GM_CLASS_PERSON;
    /* 平均每批次8.3人、1298元: the second of what each has */
    if (i && m[-1].figure->roles & GM_ROLE_EACH && m->from == m[-1].to + 1u && gm_one_of(view, m[-1].to, "、"))
      continue;
    if (!told && m->figure->kind == average->figure->kind && (visits || gm_comparable(m->figure, average->figure))) {
      bool whole =
          gm_is_plain(m->figure) || same_growth(m->figure, average->figure) || is_daily_total(view, m, average);
      if (!*total && whole && !gm_is_capacity(view, m) && !ends_a_row(links, m)) *total = m;
    } else if (counts) {
      if (*n && claim && gm_one_of(view, gm_view_find(view, m->figure->unit_start), "类种型"))
        continue; /* 四类产销班 */
      /* 活动412场，讲座96场、培训316场，…，场均130人次: the whole stands before its parts */
      bool other = *n && (days || gm_decimal_compare(sum, m->figure->value));
      if (other && !several) first_total = *total;
      parted = *n != NULL;
      several = other;
      if (!other) *n = m;
      if (!gm_decimal_add(sum, m->figure->value, &sum)) break;
    }
  }
  if (several || (parted && *total && !near_mean(average, *n, *total))) {
    *n = NULL;
    *total = several ? first_total : NULL;
    return false;
  }
  const gm_mention *behind = average + 1;
  if (!*total && index + 1 < links->count && gm_same_sentence(behind, average) && gm_is_plain(behind->figure) &&
      behind->figure->kind == average->figure->kind && gm_comparable(behind->figure, average->figure) &&
      (gm_find_total(view, average->to, behind->from) != SIZE_MAX ||
       gm_words_at(view, behind->clause, "总投入 总投资 总产值 总收入 总收益 总支出 总成本 总费用")))
    *total = behind;
  if (*n && *total && *total < *n && gm_find_word(view, (*total)->to, (*n)->from, "另 此外") != SIZE_MAX)
    return false; /* 付租金49.2万元，另吸纳务工132人，人均务工收入1.42万元 */
  return *n && *total && (*n)->figure->value.digits > 0 && !of_wider(view, *n, *total);
}

/* Is the amount that mean, rounded or cut off at its last digit? */
static bool tells_mean(const gm_figure *f, gm_decimal mean) {
  gm_decimal off, unit = {1, f->value.scale};
  if (!gm_decimal_subtract(f->value, mean, &off)) return false;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, unit) < 0;
}

/* 职工860人，其中一线720人。为一线发放36万元，人均500元: does another group of the line give the average? */
static bool another_gives(const gm_links *links, const gm_mention *average, const gm_mention *n,
                          const gm_mention *total) {
  for (const gm_mention *m = links->items; m < average; m++) {
    gm_decimal mean;
    if (m != n && gm_is_amount(m->figure) && m->figure->value.digits > 0 &&
        gm_units[m->figure->unit].unit_class == gm_units[n->figure->unit].unit_class &&
        gm_decimal_divide(total->figure->value, m->figure->value, average->figure->value.scale + 1, &mean) &&
        tells_mean(average->figure, mean))
      return true;
  }
  return false;
}

/* 168处监测点, 每人承担14处隐患点: are both counted by one unit, and different things right behind it? */
static bool of_another_noun(gm_text line, const gm_figure *average, const gm_figure *total) {
  const gm_figure *both[2] = {average, total};
  for (size_t i = 0; i < 2; i++)
    if (both[i]->noun_start < both[i]->end || both[i]->noun_end <= both[i]->noun_start) return false;
  return !gm_same_head(line, average, total);
}

/* 2.79万册次, and 1.5册 each: is the amount told in times of what the average is told in? */
static bool counts_times(const gm_view *view, const gm_mention *m, const gm_mention *average) {
  size_t a = gm_view_find(view, m->figure->unit_start), b = gm_view_find(view, average->figure->unit_start);
  return gm_units[m->figure->unit].unit_class == GM_CLASS_VISIT && gm_one_of(view, a + 1, "次") &&
         gm_reads_alike(view, a, b, 1);
}

/* 2346名, 178.68万元, 800元 each: a mean that is only round when the total is taken as told, and right to the last
 * digit when two of the total's digits change places. True when that is reported. */
static bool report_swapped_total(gm_line_check *check, const gm_mention *average, const gm_mention *n,
                                 const gm_mention *total) {
  gm_decimal product, should;
  if (!gm_is_exact(average->figure) || !gm_is_exact(n->figure) || !gm_is_exact(total->figure) ||
      total->figure->verified || gm_is_told(check, total) || gm_disclaimed(check->view) ||
      !gm_decimal_multiply(average->figure->value, n->figure->value, &product) ||
      gm_interval_touch(total->figure->interval, gm_interval_exact(product)))
    return false;
  for (unsigned k = 0; gm_next_swap(total->figure, &k, &should, NULL);) {
    if (gm_decimal_compare(should, product)) continue;
    gm_report_mention(check, total);
    gm_say(check->out, check->language, "%s×%s=%s，文中为%s", "%s × %s = %s, the text says %s",
           gm_quote_mention(check->view, n).text, gm_quote_mention(check->view, average).text,
           gm_quote_amount(product, total, check->view).text, gm_quote_mention(check->view, total).text);
    gm_offer_value(check, total, product);
    gm_relate_mention(check, n, "数量", "the number");
    gm_relate_mention(check, average, "平均数", "the mean");
    return true;
  }
  return false;
}

#define FINE 2 /* digits behind the point, of which nobody means the last to be right when it is cut off */

/* 3张÷16场=0.1875，文中为0.18: is the mean cut off where it should be rounded? */
static bool is_cut_off(gm_decimal mean, const gm_figure *total, const gm_figure *n) {
  gm_decimal next, least, most;
  return mean.scale >= FINE && gm_is_exact(total) && gm_is_exact(n) &&
         gm_decimal_add(mean, (gm_decimal){1, mean.scale}, &next) && gm_decimal_multiply(mean, n->value, &least) &&
         gm_decimal_multiply(next, n->value, &most) && gm_decimal_compare(least, total->value) <= 0 &&
         gm_decimal_compare(most, total->value) > 0;
}

/* 共21班，每班2人，由14人轮值，人均3班: does what is told of each make the total give the mean? */
static bool each_multiplies(const gm_links *links, const gm_mention *average, const gm_mention *n,
                            const gm_mention *total, gm_interval mean) {
  gm_decimal least, most, low, high;
  if (!gm_decimal_multiply(mean.low, n->figure->interval.low, &least) ||
      !gm_decimal_multiply(mean.high, n->figure->interval.high, &most))
    return false;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *each = &links->items[i];
    if (each != average && gm_same_sentence(each, average) && each->figure->roles & GM_ROLE_EACH &&
        gm_decimal_multiply(total->figure->interval.low, each->figure->interval.low, &low) &&
        gm_decimal_multiply(total->figure->interval.high, each->figure->interval.high, &high) &&
        gm_decimal_compare(least, high) <= 0 && gm_decimal_compare(most, low) >= 0)
      return true;
  }
  return false;
}

/* The year that opens the part of the sentence, between its ；, in which the mention stands; 0 when none does. */
static unsigned year_of_part(const gm_links *links, const gm_mention *m) {
  for (const gm_mention *x = m; x-- > links->items && gm_same_sentence(x, m);) {
    if (gm_find_mark(links->view, x->to, m->from, "；") != SIZE_MAX) return 0;
    if (x->figure->kind == GM_FIGURE_YEAR) return x->figure->date.year;
  }
  return 0;
}

/* 2022年交易额3.5万亿元；2021年用户数4.3亿人，人均4640元: are the two told of two years? */
static bool of_two_years(const gm_links *links, const gm_mention *n, const gm_mention *total) {
  unsigned a = year_of_part(links, n), b = year_of_part(links, total);
  return a && b && a != b;
}

/* 调解结案3182件，占46.0%；标的额14.6亿元，件均21.1万元: is the total, behind ；, of what the first is a share of? */
static bool of_whole_of_share(const gm_links *links, const gm_mention *n, const gm_mention *total) {
  const gm_mention *share = n + 1;
  return total > share && share->figure->kind == GM_FIGURE_PERCENT && gm_same_sentence(n, share) &&
         gm_words_before(links->view, share->from, "占 占比 占比为 占比达") &&
         gm_find_mark(links->view, share->to, total->from, "；") != SIZE_MAX;
}

/* 新建8.6万亩、改造6.4万亩，投资3.99亿元，亩均2660元: is the mean that over the whole row in which n stands? */
static bool row_fits(const gm_links *links, const gm_mention *n, const gm_mention *total, gm_interval mean) {
  const gm_mention *first = n, *last = n, *end = links->items + links->count;
  while (first > links->items && first[-1].clause == n->clause && gm_comparable(first[-1].figure, n->figure)) first--;
  while (last + 1 < end && last[1].clause == n->clause && gm_comparable(last[1].figure, n->figure)) last++;
  gm_interval sum = first->figure->interval;
  gm_decimal least, most;
  for (const gm_mention *m = first + 1; m <= last; m++)
    if (!gm_interval_add(&sum, m->figure->interval)) return false;
  return first < last && gm_decimal_multiply(mean.low, sum.low, &least) &&
         gm_decimal_multiply(mean.high, sum.high, &most) &&
         gm_decimal_compare(least, total->figure->interval.high) <= 0 &&
         gm_decimal_compare(most, total->figure->interval.low) >= 0;
}

/* Speaks when total / n is not the average, or marks the three as agreeing. */
static void judge_mean(gm_line_check *check, const gm_links *links, unsigned index, const gm_mention *n,
                       const gm_mention *total) {
  const gm_view *view = check->view;
  const gm_mention *average = &links->items[index];
  if (of_two_years(links, n, total) || of_whole_of_share(links, n, total)) return;
  /* T / n meets the average, an integer average being rounded to a whole. */
  gm_decimal low, high, half = {5, average->figure->value.scale + 1}, v = average->figure->value;
  /* 亩均2400元 of money is rounded to hundreds. */
  bool round = gm_units[average->figure->unit].unit_class == GM_CLASS_MONEY && v.scale == 0 && v.digits > 0;
  for (int64_t d = v.digits; round && d % 10 == 0; d /= 10) half.digits *= 10;
  if (!gm_is_exact(average->figure)) {
    low = average->figure->interval.low;
    high = average->figure->interval.high;
  } else if (!gm_decimal_subtract(v, half, &low) || !gm_decimal_add(v, half, &high)) {
    return;
  }
  gm_interval a = average->figure->interval;
  if (gm_decimal_compare(a.low, low) < 0) low = a.low;
  if (gm_decimal_compare(a.high, high) > 0) high = a.high;
  gm_decimal least, most, computed;
  if (!gm_decimal_multiply(low, n->figure->interval.low, &least) ||
      !gm_decimal_multiply(high, n->figure->interval.high, &most))
    return;
  if (gm_decimal_compare(least, total->figure->interval.high) <= 0 &&
      gm_decimal_compare(most, total->figure->interval.low) >= 0) {
    if (!report_swapped_total(check, average, n, total)) gm_agree(check, n, total, average);
    return;
  }
  if (gm_is_mean_of_others(links, average, n, total, (gm_interval){low, high, false, false})) return;
  for (unsigned i = 0; i < links->count; i++) { /* 志愿者312名，…满10年的21名，时长18720小时，人均60小时 */
    const gm_mention *m = &links->items[i];
    /* 新开账户5217户；新增单位28家，代发1963人，户均70人 */
    if (m == n || !gm_same_sentence(m, average) || !gm_is_amount(m->figure) ||
        gm_units[m->figure->unit].unit_class != gm_units[n->figure->unit].unit_class)
      continue;
    if (gm_decimal_multiply(low, m->figure->interval.low, &least) &&
        gm_decimal_multiply(high, m->figure->interval.high, &most) &&
        gm_decimal_compare(least, total->figure->interval.high) <= 0 &&
        gm_decimal_compare(most, total->figure->interval.low) >= 0)
      return;
  }
  for (unsigned i = 0; i < links->count; i++) { /* 藏书4200册…，借出2.79万册次，平均每人次1.5册 */
    const gm_mention *m = &links->items[i];
    if (gm_same_sentence(m, average) && counts_times(view, m, average) &&
        gm_decimal_multiply(low, n->figure->interval.low, &least) &&
        gm_decimal_multiply(high, n->figure->interval.high, &most) &&
        gm_decimal_compare(least, m->figure->interval.high) <= 0 &&
        gm_decimal_compare(most, m->figure->interval.low) >= 0)
      return;
  }
  if (row_fits(links, n, total, (gm_interval){low, high, false, false})) return;
  if (each_multiplies(links, average, n, total, (gm_interval){low, high, false, false})) return;
  if (total->from < average->from && gm_same_sentence(total, average) &&
      gm_comparable(total->figure, average->figure) && !gm_is_delta(total->figure) &&
      !(total->figure->roles & GM_ROLE_EACH))
    total = gm_nearest_total(links, index, n->figure->interval, low, high);
  if (!total || gm_disclaimed(view) || gm_is_told(check, total) ||
      !gm_decimal_divide(total->figure->value, n->figure->value, v.scale ? v.scale : 1, &computed))
    return;
  if (of_another_noun(view->raw, average->figure, total->figure)) return;
  /* 少数民族考生3.27万人，残疾考生418人，考场11862个，平均每个考场约28人: another amount is nearer */
  for (const gm_mention *m = total + 1; m < average && !gm_is_exact(average->figure) && !gm_within(computed, v, 500);
       m++)
    if (m != n && gm_is_amount(m->figure) && gm_comparable(m->figure, average->figure)) return;
  /* 服务21720人次，181天日均120人次，年初日均不到90人次: the mean is told before, and this one is of another time */
  for (const gm_mention *m = total + 1; m < average; m++)
    if (m != n && gm_comparable(m->figure, average->figure) && tells_mean(m->figure, computed)) return;
  if (!gm_same_sentence(n, average) && gm_is_far(computed, v)) return; /* of others, that are not counted here */
  const bool cut_off = is_cut_off(v, total->figure, n->figure);
  if (cut_off && !check->hints) return;
  gm_report_mention(check, average);
  if (cut_off) gm_lower(check->out, GM_SEVERITY_HINT);
  gm_say(check->out, check->language, "%s÷%s=%s，文中为%s", "%s / %s = %s, the text says %s",
         gm_quote_mention(view, total).text, gm_quote_mention(view, n).text,
         gm_quote_amount(gm_round_like(computed, average, view), average, view).text,
         gm_quote_mention(view, average).text);
  gm_offer_value(check, average, gm_round_like(computed, average, view));
  gm_relate_mention(check, total, "总数", "the total");
  gm_relate_mention(check, n, "数量", "the number");
}

#define NOUN_CHARS 4u

/* Do the characters before `to` end with the word at `noun`, of two to four characters: 保育员48人, 每名保育员? */
static bool ends_with(const gm_view *view, size_t to, size_t noun) {
  for (size_t width = NOUN_CHARS; width > 1; width--) {
    size_t same = 0;
    while (width <= to && noun + width <= view->count && same < width &&
           view->cp[to - width + same] == view->cp[noun + same])
      same++;
    if (same == width) return true;
  }
  return false;
}

/* The one mention before `index` that counts people, in its sentence or, where that names none, in the line, named by
 * the word at `noun`; NULL when there is none or several. */
static const gm_mention *people_named(const gm_links *links, unsigned index, size_t noun) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  if (noun + 2 > view->count || !(view->cls[noun] & view->cls[noun + 1] & GM_HAN)) return NULL;
  for (unsigned i = index; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (found && gm_same_sentence(found, &links->items[index]) && !gm_same_sentence(m, found)) break;
    size_t to = m->from - gm_words_before(view, m->from, "共 有 共有 为 达 约");
    if (!ends_with(view, to, noun)) continue;
    if (found || !gm_is_amount(m->figure) || !gm_is_plain(m->figure) || m->figure->value.digits <= 0 ||
        gm_units[m->figure->unit].unit_class != GM_CLASS_PERSON)
      return NULL;
    found = m;
  }
  return found;
}

/* 教师96人，学生1824人，平均每名教师负责19名学生, 平均每名教师对应学生19名: people to each of others, told by their
 * nouns. False when it is no such mean. */
static bool check_people_each(gm_line_check *check, const gm_links *links, unsigned index, size_t thing) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index];
  if (gm_units[average->figure->unit].unit_class != GM_CLASS_PERSON || !gm_one_of(view, thing, "名位")) return false;
  const gm_mention *n = people_named(links, index, thing + 1), *total = people_named(links, index, average->to);
  if (!total && average->from > thing + 2u) total = people_named(links, index, average->from - 2u);
  if (!n || !total || n == total) return false;
  judge_mean(check, links, index, n, total);
  return true;
}

/* 户均6万元: is the average told with no word of its own? */
static bool named_alone(const gm_view *view, size_t word, size_t to) {
  size_t at = word + gm_words_at(view, word, GM_AVERAGES);
  return at > word && at + gm_words_at(view, at, "约 达 为 近 有 超 约为 达到") == to;
}

/* 销售收入1472万元，户均收入4.6万元: is the average told by the very noun of the total? */
static bool named_as(const gm_view *view, size_t word, const gm_mention *average, const gm_mention *total) {
  size_t noun = average->from - gm_words_before(view, average->from, "约 达 为 近 有 超 约为 达到");
  return total && total < average && noun == word + gm_words_at(view, word, GM_AVERAGES) + 2u &&
         view->cls[noun - 1] & view->cls[noun - 2] & GM_HAN &&
         gm_find_run(view, total->clause, total->from, noun - 2, 2) == total->from - 2u;
}

/* 车辆620台。…里程3720万公里，平均每台6.2万公里: is the average told right behind 每 and its thing, and do the total
 * and a number told before make one with no more digits and nothing left over? */
static bool divides_evenly(const gm_view *view, size_t end, const gm_mention *average, const gm_mention *n,
                           const gm_mention *total) {
  gm_decimal mean, product;
  for (const gm_mention *m = n + 1; m < average; m++) /* 48根，上半年新增12根: of how many at each time is not told */
    if (gm_comparable(m->figure, n->figure) && !gm_is_plain(m->figure)) return false;
  return end + gm_words_at(view, end, "约 达 为 达到") == average->from && gm_is_exact(total->figure) &&
         gm_decimal_divide(total->figure->value, n->figure->value, average->figure->value.scale, &mean) &&
         gm_decimal_multiply(mean, n->figure->value, &product) && !gm_decimal_compare(product, total->figure->value) &&
         gm_decimal_significant(mean) <= gm_decimal_significant(average->figure->value);
}

/* 每户平均补助3000元: where 平均 stands behind 每 and what is counted; SIZE_MAX when it does not. */
static size_t mean_of_each(const gm_view *view, size_t from, size_t to) {
  size_t mean = gm_find_word(view, from, to, "平均");
  if (mean == SIZE_MAX || mean < from + 2) return SIZE_MAX;
  return gm_one_of(view, mean - 2, "每") || (mean >= from + 3 && gm_one_of(view, mean - 3, "每")) ? mean : SIZE_MAX;
}

#define COSTS    "花费 花 造价 投入 投资 耗资 成本 花了 投入了" /* of whatever was paid */
#define GIVEN_UP "腾退 清退 退出 拆除 关停 收回 收储 盘活 淘汰 注销 新增 新引进 新招引"
#define YIELDS   "税收 产值 营收 收入 利润 效益 产出 纳税"

static void check_average(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *average = &links->items[index];
  size_t thing, length;
  bool yearly = false;
  size_t clause = average->clause, from = clause;
  if (links->items[index - 1].to > from) from = links->items[index - 1].to;
  if (gm_find_word(view, from, average->from, "平均 " GM_AVERAGES) == SIZE_MAX) return; /* most amounts */
  size_t word = gm_find_word(view, from, average->from, "平均每");
  if (word == SIZE_MAX) word = mean_of_each(view, from, average->from);
  size_t one = word == SIZE_MAX ? gm_mean_of_one(view, from, average->from, &thing) : 0;
  if (one) word = thing - 1;
  if (word != SIZE_MAX) {
    length = one ? one : gm_each_thing(view, average, &thing);
    if (!length) return;
    if (gm_find_word(view, clause, average->from, "天 月 年 日 周 加权 时") != SIZE_MAX) return;
  } else {
    word = gm_find_word(view, from, average->from, GM_AVERAGES);
    if (word == SIZE_MAX || gm_find_word(view, clause, average->from, "加权 年均 月均 每月") != SIZE_MAX) return;
    yearly = gm_find_word(view, clause, average->from, "每年") != SIZE_MAX;
    thing = word;
    length = 1;
  }
  if (average->figure->roles & GM_ROLE_FROM) return; /* 由11.2万元提高到12.9万元: the total told is of now */
  if (gm_words_before(view, word, "旺季 淡季 周末 高峰期 高峰 节假日 节日 假期 寒假 暑假"))
    return; /* of a part of the time */
  if (check_people_each(check, links, index, thing)) return;
  const gm_mention *n, *total;
  bool found = find_terms(links, index, thing, length, &n, &total);
  /* 人均每年18册，全年共58680册 */
  if (yearly && (!total || gm_find_word(view, total->clause, total->from, "全年 一年 年度") == SIZE_MAX)) return;
  bool alone = named_alone(view, word, average->from) || named_as(view, word, average, total),
       each = !alone && !one && gm_words_at(view, word, "平均每");
  /* 按合格人次计算，人均1194元: of those, not of any number told before */
  bool reckoned = total && total->to < average->from && gm_find_word(view, total->to, average->from, "按 以") != SIZE_MAX;
  if (!found && !n && total && (alone || each) && !reckoned &&
      gm_find_word(view, total->to, gm_sentence_end(view, average->to), "其余 其他 另 剩余") == SIZE_MAX &&
      (n = gm_number_told_before(links, index, thing, length)) != NULL)
    found = n->figure->value.digits > 0 && gm_is_exact(n->figure) && near_mean(average, n, total) &&
            !another_gives(links, average, n, total) && !of_wider(view, n, total) &&
            (alone || divides_evenly(view, thing + length, average, n, total));
  if (!found) {
    if (n && !total && gm_is_exact(n->figure) && gm_is_exact(average->figure) && gm_is_amount(average->figure) &&
        gm_units[average->figure->unit].exact && !gm_whole_number_gives(average->figure->value, n->figure->value))
      gm_report_no_mean(check, average, n);
    return;
  }
  /* 19场观众18.62万人次，场均9800人：第一阶段12.60万人次，场均8400人: of a part of them */
  for (const gm_mention *m = n + 1; m < total; m++)
    if (m != average && gm_comparable(m->figure, average->figure) &&
        gm_find_word(view, m->label, m->from, GM_AVERAGES) != SIZE_MAX)
      return;
  /* 20个工作日共2584万人次；周末日均105.85万人次 */
  const gm_mention *nearer = n > total ? n : total;
  if (nearer < average && gm_one_before(view, clause, "；") && word >= clause + 2u &&
      !gm_share_pair(view, clause, word, nearer->clause, nearer->to))
    return;
  /* 累计24万名学生申领，累计发放助学金48亿元，年人均0.6万元: what was gathered over years is not of one */
  if (gm_one_before(view, word, "年") && gm_find_word(view, total->clause, total->from, "累计") != SIZE_MAX &&
      gm_find_word(view, total->clause, total->from, "全年 今年 去年 年度 一年 当年 上年") == SIZE_MAX)
    return;
  /* 税收3亿元，腾退低效用地640亩，亩均税收12.9万元: what was given up does not bear the yield */
  if (gm_find_word(view, n->label, n->from, GIVEN_UP) != SIZE_MAX &&
      gm_find_word(view, total->label, total->from, YIELDS) != SIZE_MAX)
    return;
  /* 人均可支配收入 is another measure than the income told before. */
  if (gm_find_word(view, word, average->from, "可支配 纯收入 消费支出") != SIZE_MAX &&
      gm_find_word(view, total->clause, total->from, "可支配 纯收入 消费支出") == SIZE_MAX)
    return;
  size_t named =
             one ? gm_find_word(view, thing, average->from, "平均") + 2 - word : gm_words_at(view, word, GM_AVERAGES),
         behind = total->to + 6u;
  if (named && word + named < average->from &&
      !gm_share_pair(view, word + named, average->from, total->clause, behind < view->count ? behind : view->count) &&
      gm_find_word(view, word + named, average->from, "约 达 为 近 有 超 一") != word + named &&
      !(one && gm_words_at(view, word + named, COSTS) == average->from - word - named))
    return;
  judge_mean(check, links, index, n, total);
}

void gm_check_averages(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  bool per = gm_may_tell_per_thousand(check->view);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f)) gm_check_average_ahead(check, links, i);
    if (per && links->count > 2 && gm_is_amount(f)) gm_check_per_thousand(check, links, i);
    if (!i) continue;
    if (i > 1 && f->kind == GM_FIGURE_RATIO) gm_check_ratio(check, links, i);
    if (i > 1 && !f->unit) gm_check_sex_ratio(check, links, i);
    if (gm_is_amount(f)) gm_check_yield(check, links, i);
    if (gm_is_amount(f) || (f->kind == GM_FIGURE_DURATION && !gm_is_part_of_span(links, &links->items[i]))) {
      check_average(check, links, i);
      gm_check_period_average(check, links, i);
      gm_check_span_mean(check, links, i);
      gm_check_mean_age(check, links, i);
      if (i > 1) gm_check_mean_of_row(check, links, i);
      gm_check_judges(check, links, i);
      gm_check_stay(check, links, i);
    }
  }
  gm_check_mean_slips(check, links);
  gm_check_ratios_told(check);
  for (unsigned i = 0; links->count > 2 && i < links->count; i++) gm_check_mended_product(check, links, i, true);
  for (unsigned i = 0; links->count > 2 && i < links->count; i++) gm_check_weight_of_each(check, links, i);
}
