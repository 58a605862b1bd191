#include "check/any_fit.h"

#include "check/percent.h"

#define FLOWS_MAX     3u /* what came and went before a net change */
#define DIVISIONS_MAX 4u /* and what a change is divided into */

/* Do the first `least` to `count` of the terms, each added or taken off, come to `wanted`? */
static bool some_signs_fit(const gm_mention *const *terms, unsigned least, unsigned count, gm_interval wanted) {
  for (unsigned many = least; many <= count; many++)
    for (unsigned signs = 0; signs < 1u << many; signs++) {
      gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
      bool computed = true;
      for (unsigned i = 0; i < many && computed; i++)
        computed = signs >> i & 1 ? gm_interval_subtract(sum, terms[i]->figure->interval, &sum)
                                  : gm_interval_add(&sum, terms[i]->figure->interval);
      if (computed && gm_interval_touch(sum, wanted)) return true;
    }
  return false;
}

static bool is_like(const gm_links *links, const gm_mention *m, const gm_mention *like) {
  return m->figure->kind == like->figure->kind && gm_subtractable(links->view, m, like);
}

/* The next mention from `i` on that is a value comparable with `like` in the sentence of mention `in`, `in` itself left
 * out; links->count when there is none. */
static unsigned next_value(const gm_links *links, unsigned i, unsigned in, const gm_mention *like) {
  for (; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (i != in && gm_same_sentence(m, &links->items[in]) && is_like(links, m, like) && !gm_is_part_of_span(links, m))
      return i;
  }
  return links->count;
}

/* 降到36%以下的目标: all that lies below it would explain any difference. */
static bool is_bound(const gm_mention *m) { return m->figure->roles & GM_ROLE_THRESHOLD; }

static bool difference_is(const gm_mention *a, const gm_mention *b, const gm_mention *delta) {
  gm_change change = {a, b};
  gm_interval size;
  return a != b && gm_change_size(change, &size) && gm_interval_touch(size, delta->figure->interval);
}

/* 新登记6894户，同比增长12.4%，增加761户: what is told beside a rate of change is no value of its own. */
static bool is_told_change(const gm_links *links, unsigned index) {
  return links->items[index].figure->kind == GM_FIGURE_PERCENT ||
         (index && gm_is_delta(links->items[index].figure) &&
          links->items[index - 1].figure->kind == GM_FIGURE_PERCENT);
}

/* 由634组调整为649组，新增21组，减少6组: is the change what came less what went, told right behind mention `delta`?
 * What 、 joins needs no word that is known: 新增4个、停订2个. */
static bool net_fits(const gm_links *links, unsigned delta, gm_change change) {
  const gm_mention *d = &links->items[delta], *next = d + 1;
  gm_interval net, size;
  if (delta + 1 == links->count || !gm_same_sentence(next, d) || !is_like(links, next, d) ||
      !(gm_is_delta(next->figure) || gm_one_of(links->view, d->to, "、")) || !gm_change_size(change, &size))
    return false;
  gm_interval came = d->figure->interval, went = next->figure->interval;
  return (gm_interval_subtract(came, went, &net) && gm_interval_touch(net, size)) ||
         (gm_interval_subtract(went, came, &net) && gm_interval_touch(net, size));
}

/* Do the values right before mention `delta`, each added or taken off, come to it? */
static bool flows_fit(const gm_links *links, unsigned delta) {
  const gm_mention *d = &links->items[delta], *flows[FLOWS_MAX];
  unsigned count = 0;
  for (unsigned i = delta; i-- > 0 && count < FLOWS_MAX;) {
    if (is_told_change(links, i)) continue;
    if (!gm_same_sentence(&links->items[i], d) || !is_like(links, &links->items[i], d)) break;
    flows[count++] = &links->items[i];
  }
  return some_signs_fit(flows, 2, count, d->figure->interval);
}

/* Would the change be as large as told if two digits of one end, or of the change, changed places? */
static bool is_turned_change(gm_change change, const gm_mention *d) {
  const gm_mention *ends[2] = {change.before, change.after};
  gm_decimal value;
  gm_interval interval, size;
  if (!gm_is_exact(d->figure) || !gm_is_exact(ends[0]->figure) || !gm_is_exact(ends[1]->figure)) return false;
  if (gm_change_size(change, &size) && gm_swap_touches(d->figure, size)) return true;
  for (unsigned i = 0; i < 2; i++)
    for (unsigned k = 0; gm_next_swap(ends[i]->figure, &k, &value, &interval);) {
      gm_interval other = ends[1 - i]->figure->interval;
      bool more = gm_decimal_compare(value, ends[1 - i]->figure->value) > 0;
      if (gm_interval_subtract(more ? interval : other, more ? other : interval, &size) &&
          gm_interval_touch(size, d->figure->interval))
        return true;
    }
  return false;
}

bool gm_some_difference_fits(const gm_links *links, unsigned delta, gm_change change) {
  const gm_mention *d = &links->items[delta];
  bool turned = is_turned_change(change, d);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (turned && !gm_in_one_part(links, m, d)) continue;
    if (m != d && !is_bound(m) && is_like(links, m, change.before) &&
        (difference_is(change.before, m, d) || difference_is(m, change.after, d)))
      return true;
  }
  return flows_fit(links, delta) || net_fits(links, delta, change);
}

bool gm_some_rate_fits(const gm_links *links, unsigned rate, gm_change change) {
  gm_interval percent = gm_percent_interval(links->items[rate].figure, 1), size;
  for (unsigned i = 0; (i = next_value(links, i, rate, change.before)) < links->count; i++) {
    gm_change other = {change.before, &links->items[i]};
    if (other.after != other.before && !is_bound(other.after) && gm_change_rose(other) == gm_change_rose(change) &&
        gm_change_size(other, &size) && gm_ratio_fits(size, change.before->figure->interval, percent))
      return true;
  }
  /* 由6.83万亩压缩到5.46万亩，再压缩到4.38万亩，累计压缩35.9%: from the first of them */
  for (unsigned i = 0; (i = next_value(links, i, rate, change.after)) < links->count; i++) {
    gm_change other = {&links->items[i], change.after};
    if (other.before != other.after && !is_bound(other.before) && &links->items[i] < change.after &&
        gm_change_rose(other) == gm_change_rose(change) && gm_change_size(other, &size) &&
        gm_ratio_fits(size, other.before->figure->interval, percent))
      return true;
  }
  return false;
}

/* 高一1206人，高二1185人，高三1173人，平均每班49.5人: does the sum of values in a row lie between the two? */
static bool some_row_fits(const gm_links *links, unsigned average, gm_decimal least, gm_decimal most) {
  const gm_mention *like = &links->items[average];
  for (unsigned first = 0; (first = next_value(links, first, average, like)) < links->count; first++) {
    gm_interval sum = links->items[first].figure->interval;
    for (unsigned i = first + 1; (i = next_value(links, i, average, like)) < links->count; i++) {
      if (!gm_interval_add(&sum, links->items[i].figure->interval)) break;
      if (gm_decimal_compare(sum.low, most) <= 0 && gm_decimal_compare(sum.high, least) >= 0) return true;
    }
  }
  return false;
}

#define ROW_LEAST 3

/* Is it one of three like amounts or more told in a row, which the others exceed, so that it is no total of them? The
 * sum is meant then, which no figure tells. */
static bool is_of_row(const gm_links *links, unsigned average, const gm_mention *m) {
  const gm_mention *first = m, *end = m + 1, *mean = &links->items[average];
  while (first > links->items && first - 1 != mean && gm_same_sentence(first - 1, m) && is_like(links, first - 1, m))
    first--;
  while (end < links->items + links->count && end != mean && gm_same_sentence(end, m) && is_like(links, end, m)) end++;
  gm_decimal others = {0, 0};
  for (const gm_mention *one = first; one < end; one++)
    if (one != m && !gm_decimal_add(others, one->figure->value, &others)) return false;
  return end - first >= ROW_LEAST && gm_decimal_compare(others, m->figure->value) > 0;
}

const gm_mention *gm_nearest_total(const gm_links *links, unsigned average, gm_interval n, gm_decimal low,
                                   gm_decimal high) {
  const gm_mention *nearest = NULL;
  gm_decimal least, most, off = {0, 0};
  if (!gm_decimal_multiply(low, n.low, &least) || !gm_decimal_multiply(high, n.high, &most)) return NULL;
  for (unsigned i = 0; (i = next_value(links, i, average, &links->items[average])) < links->count; i++) {
    const gm_mention *m = &links->items[i];
    /* 师均到账12.83万元，其中理工科师均17.2万元: a mean is no total of another */
    if (gm_find_word(links->view, m->label, m->from, "均") != SIZE_MAX) continue;
    /* 亩均税收由11.2万元提高到12.9万元 */
    if (i && m->figure->roles & GM_ROLE_TO && m[-1].figure->roles & GM_ROLE_FROM &&
        gm_find_word(links->view, m[-1].label, m[-1].from, "均") != SIZE_MAX)
      continue;
    bool less = gm_decimal_compare(m->figure->interval.high, least) < 0;
    gm_decimal by;
    if (!less && gm_decimal_compare(m->figure->interval.low, most) <= 0) return NULL;
    if (!gm_is_plain(m->figure) ||
        !(less ? gm_decimal_subtract(least, m->figure->value, &by) : gm_decimal_subtract(m->figure->value, most, &by)))
      continue;
    if (!nearest || gm_decimal_compare(by, off) < 0) {
      nearest = m;
      off = by;
    }
  }
  if (nearest && (some_row_fits(links, average, least, most) || is_of_row(links, average, nearest))) return NULL;
  return nearest;
}

/* A number of things or of spans that a price may be told for. */
static bool is_factor(const gm_mention *m, const gm_mention *price, const gm_mention *total) {
  uint8_t kind = m->figure->kind;
  return m != price && m != total && (gm_same_sentence(m, price) || gm_same_sentence(m, total)) &&
         (kind == GM_FIGURE_QUANTITY || kind == GM_FIGURE_CLAIM || kind == GM_FIGURE_DURATION) &&
         m->figure->value.digits > 0;
}

bool gm_some_product_fits(const gm_links *links, unsigned price, const gm_mention *total) {
  const gm_mention *each = &links->items[price];
  for (unsigned i = 0; i < links->count; i++) {
    gm_decimal one, both;
    if (!is_factor(&links->items[i], each, total) ||
        !gm_decimal_multiply(each->figure->value, links->items[i].figure->value, &one))
      continue;
    if (gm_interval_meet(gm_interval_exact(one), total->figure->interval)) return true;
    for (unsigned k = i + 1; k < links->count; k++)
      if (is_factor(&links->items[k], each, total) && gm_decimal_multiply(one, links->items[k].figure->value, &both) &&
          gm_interval_meet(gm_interval_exact(both), total->figure->interval))
        return true;
  }
  return false;
}

/* Do the number beside `n`, at another price, and `n` at this one make the total? */
static bool two_prices_fit(const gm_links *links, const gm_mention *n, const gm_mention *price, gm_decimal own,
                           const gm_mention *total) {
  if (gm_units[total->figure->unit].unit_class != GM_CLASS_MONEY) return false;
  for (int side = -1; side <= 1; side += 2) {
    const gm_mention *beside = n + side;
    if (beside < links->items || beside >= links->items + links->count || !is_factor(beside, price, total)) continue;
    for (unsigned i = 0; i < links->count; i++) {
      gm_decimal both;
      if (&links->items[i] != total && gm_comparable(links->items[i].figure, total->figure) &&
          gm_decimal_multiply(beside->figure->value, links->items[i].figure->value, &both) &&
          gm_decimal_add(both, own, &both) && gm_interval_touch(total->figure->interval, gm_interval_exact(both)))
        return true;
    }
  }
  return false;
}

bool gm_other_prices_fit(const gm_links *links, const gm_mention *n, const gm_mention *price, const gm_mention *total) {
  gm_decimal product;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->roles & GM_ROLE_EACH && gm_comparable(f, total->figure) &&
        gm_decimal_multiply(f->value, n->figure->value, &product) &&
        gm_interval_touch(total->figure->interval, gm_interval_exact(product)))
      return true;
  }
  return gm_decimal_multiply(n->figure->value, price->figure->value, &product) &&
         two_prices_fit(links, n, price, product, total);
}

#define UNIT_PRICES "单价 均价 每套 每台 每人 每件"

/* An amount that may stand among the parts of mention `total`. */
static bool may_be_part(const gm_links *links, unsigned i, unsigned total) {
  const gm_mention *m = &links->items[i];
  return i != total && gm_is_part(m->figure) && gm_comparable(m->figure, links->items[total].figure) &&
         gm_find_word(links->view, m->label, m->from, UNIT_PRICES) == SIZE_MAX;
}

/* Do the amounts at[0..count), with none or some neighbouring ones left out, come to `total`? With some left out they
 * must as printed, rough ones apart: with the play of their intervals too many would. */
static bool some_left_out(const gm_links *links, const unsigned *at, unsigned count, gm_interval total) {
  for (unsigned from = 0; from < count; from++)
    for (unsigned to = from; to + 2 <= count + from; to++) {
      gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
      bool computed = true;
      for (unsigned i = 0; i < count && computed; i++) {
        const gm_figure *f = links->items[at[i]].figure;
        bool printed = from < to && gm_is_exact(f);
        if (i < from || i >= to) computed = gm_interval_add(&sum, printed ? gm_interval_exact(f->value) : f->interval);
      }
      if (computed && gm_interval_touch(sum, total)) return true;
    }
  return false;
}

/* Is the total itself an item, which makes up an amount told before, together with those beside it up to `last`? */
static bool is_item_beside(const gm_links *links, unsigned total, unsigned last) {
  if (last < total) return false;
  /* 总里程3261.6公里，其中…农村公路2846.5公里（县道412.3公里、…）: those in brackets are beside nothing */
  if (links->items[last].figure->roles & GM_ROLE_PAREN && !(links->items[total].figure->roles & GM_ROLE_PAREN))
    return false;
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  for (unsigned i = last + 1; i-- > 0;) {
    const gm_mention *m = &links->items[i];
    if (i < total && gm_is_amount(m->figure) && gm_comparable(m->figure, links->items[total].figure) &&
        gm_interval_touch(sum, m->figure->interval))
      return true;
    if (i == total || may_be_part(links, i, total))
      if (!gm_interval_add(&sum, m->figure->interval)) return true;
  }
  return false;
}

/* 其中国画142幅、书法117幅，其余为油画: some of the total are told without their number, before the last part or behind
 * it. */
static bool leaves_untold(const gm_links *links, unsigned total, const gm_parts *parts, bool swapped) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total], *end = &links->items[parts->at[parts->count - 1]];
  if (end->to <= whole->to || gm_is_said_complete(links, total, parts)) return false;
  size_t to = gm_sentence_end(view, end->to);
  size_t stop = swapped ? gm_find_mark(view, end->to, to, "；") : SIZE_MAX;
  if (stop != SIZE_MAX) to = stop;
  for (size_t rest = whole->to; (rest = gm_find_word(view, rest, to, "其余 其他 其它 剩余")) != SIZE_MAX; rest++) {
    if (swapped && rest != gm_clause_start(view, rest)) continue; /* 其余1500件为建议及其他 */
    unsigned i = total + 1;
    while (i < links->count && links->items[i].from < rest) i++;
    if (i == links->count || links->items[i].from > to ||
        gm_find_mark(view, rest, links->items[i].from, "，；。") != SIZE_MAX)
      return true;
  }
  return false;
}

/* 立项289条。其中设备科承接56条，已经实施的231条，占79.9%: one of two parts that leave something out is a share of the
 * total by itself, so that the other may lie in it. Where each is its share of the total, they are right as they are.
 */
static bool are_shares(const gm_links *links, unsigned total, const gm_parts *parts) {
  unsigned shares = 0;
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, parts, &sum, &value)) return true;
  for (unsigned i = 0; i < parts->count; i++) {
    const gm_mention *part = &links->items[parts->at[i]], *share = part + 1;
    if (parts->at[i] + 1 < links->count && gm_same_sentence(part, share) && share->figure->kind == GM_FIGURE_PERCENT &&
        ((share->figure->roles & GM_ROLE_SHARE &&
          gm_ratio_fits(part->figure->interval, links->items[total].figure->interval,
                        gm_percent_interval(share->figure, 1))) ||
         (share->figure->roles & GM_ROLE_RATE &&
          gm_base_of_rate_fits(links, parts->at[i], gm_percent_interval(share->figure, 1)))))
      shares++;
  }
  if (shares == parts->count) return true;
  return shares == 1 && parts->count == 2 && !gm_exhaustive(links, parts) &&
         gm_decimal_compare(sum.low, links->items[total].figure->interval.high) <= 0;
}

/* 其中首次执行11274件，执行完毕4645件，完毕率为41.2%: does a percentage right behind a part make it a share of the part
 * before, in which it lies then? */
static bool lies_in_part_before(const gm_links *links, const gm_parts *parts) {
  for (unsigned i = 1; i < parts->count; i++) {
    const gm_mention *part = &links->items[parts->at[i]], *share = part + 1;
    if (parts->at[i] + 1 < links->count && gm_same_sentence(part, share) && share->figure->kind == GM_FIGURE_PERCENT &&
        share->figure->value.scale && share->clause == part->to + 1u && !gm_is_delta(share->figure) &&
        gm_ratio_fits(part->figure->interval, links->items[parts->at[i - 1]].figure->interval,
                      gm_percent_interval(share->figure, 1)))
      return true;
  }
  return false;
}

/* 上级补助772万元，配套和自筹均为257万元: is a part told of each of several? */
static bool each_of_several(const gm_links *links, const gm_parts *parts) {
  for (unsigned i = 0; i < parts->count; i++)
    if (gm_words_before(links->view, links->items[parts->at[i]].from, "均为 各为 均有 各有 均达 均占")) return true;
  return false;
}

#define NESTED 300 /* per mille: parts that come nearer to their total stand side by side */
#define CHANCE_DIGITS \
  3 /* unless the first, of more digits, is just the others: 三、四级手术6188台，三级4760台，四级1428台 */

/* 24名监督员中到会21人，评价为“好”的20人，1人评价“一般”: is the first part, far from the total with the others, what
 * they make up? */
static bool first_holds_others(const gm_links *links, unsigned total, const gm_parts *parts) {
  gm_parts others = *parts;
  gm_interval sum;
  gm_decimal value, all;
  if (parts->count < 3 || !gm_sum_of(links, parts, &sum, &all) ||
      (gm_within(all, links->items[total].figure->value, NESTED) &&
       gm_decimal_significant(links->items[parts->at[0]].figure->value) <= CHANCE_DIGITS))
    return false;
  memmove(others.at, others.at + 1, --others.count * sizeof *others.at);
  return gm_sum_of(links, &others, &sum, &value) &&
         !gm_decimal_compare(value, links->items[parts->at[0]].figure->value);
}

/* 共36项，其中缩短候诊时间等流程类14项，设施类9项，其余13项: an amount among the parts that a verb before it made a
 * change is one of them. */
static bool some_change_fits(const gm_links *links, unsigned total, const gm_parts *parts) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  unsigned last = parts->at[parts->count - 1], changes = 0;
  for (unsigned i = total + 1; i <= last; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, links->items[total].figure)) continue;
    changes += gm_is_delta(m->figure);
    if (!gm_interval_add(&sum, m->figure->interval)) return true;
  }
  return changes && gm_interval_touch(sum, links->items[total].figure->interval);
}

/* 处置伤病1842人次，其中擦伤1796人次，中暑39人次，送医7人; 732件次，其中来信186件、来访295件次、来电251件次: parts in
 * people or things where the others are times. */
static bool some_people_fit(const gm_links *links, unsigned total, const gm_parts *parts) {
  gm_interval sum = gm_interval_exact((gm_decimal){0, 0});
  const gm_mention *whole = &links->items[total], *last = &links->items[parts->at[parts->count - 1]];
  if (gm_units[whole->figure->unit].unit_class != GM_CLASS_VISIT) return false;
  for (unsigned i = total < parts->at[0] ? total + 1 : parts->at[0]; i < links->count && i != total; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, last)) break;
    bool counts = gm_is_part(m->figure) && (gm_comparable(m->figure, whole->figure) || gm_is_countable(m->figure));
    if (counts && !gm_interval_add(&sum, m->figure->interval)) return true;
    if (m >= last && gm_interval_touch(sum, whole->figure->interval)) return true;
  }
  return false;
}

/* 由47家减少到43家，其中关闭3家、搬迁1家；…: do the first parts, each added or taken off, come to what the total has
 * changed by? */
static bool divides_change(const gm_links *links, unsigned total, const gm_parts *parts) {
  const gm_mention *after = &links->items[total], *before = after - 1, *terms[DIVISIONS_MAX];
  gm_change change = {before, after};
  gm_interval size;
  if (!total || !(after->figure->roles & GM_ROLE_TO) || !gm_same_sentence(before, after) ||
      !gm_is_amount(before->figure) || !gm_comparable(before->figure, after->figure) || !gm_change_size(change, &size))
    return false;
  unsigned count = 0;
  for (; count < parts->count && count < DIVISIONS_MAX; count++) terms[count] = &links->items[parts->at[count]];
  return some_signs_fit(terms, 1, count, size);
}

/* Are they, with the total or the amount right before them, what an amount told before is divided into; or is the total
 * the sum of two amounts of its sentence: 在职900人，…，离退休420人，在职和离退休合计1320人? */
static bool of_another_whole(const gm_links *links, unsigned total, const gm_parts *parts) {
  const gm_mention *whole = &links->items[total];
  gm_interval sum, with, more;
  gm_decimal value;
  if (!gm_sum_of(links, parts, &sum, &value)) return false;
  with = more = sum;
  unsigned before = parts->at[0];
  bool listed = before-- && before != total && gm_comparable(links->items[before].figure, whole->figure) &&
                gm_one_of(links->view, links->items[before].to, "、") &&
                gm_interval_add(&more, links->items[before].figure->interval);
  /* 各评一等奖1个、二等奖2个: each of the list */
  if (listed && links->items[before].figure->roles & GM_ROLE_EACH) return true;
  bool added = gm_interval_add(&with, whole->figure->interval);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (i == total || !gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) continue;
    if (i < total && ((added && gm_interval_meet(with, m->figure->interval)) ||
                      (listed && gm_interval_meet(more, m->figure->interval))))
      return true;
    for (unsigned k = gm_same_sentence(m, whole) ? i + 1 : total; k < total; k++) {
      gm_interval pair = m->figure->interval;
      if (gm_is_amount(links->items[k].figure) && gm_comparable(links->items[k].figure, whole->figure) &&
          gm_interval_add(&pair, links->items[k].figure->interval) && gm_interval_meet(pair, whole->figure->interval))
        return true;
    }
  }
  return false;
}

/* 总额58.6万元。其中男子22万元、女子22万元；半程合计8.6万元；其余6万元: do the parts come to the total with the amounts
 * that follow them in their sentence? */
static bool goes_on_behind(const gm_links *links, unsigned total, const gm_parts *parts) {
  const gm_mention *whole = &links->items[total], *part = &links->items[parts->at[0]];
  gm_interval sum;
  gm_decimal value;
  if (parts->at[0] < total || !gm_sum_of(links, parts, &sum, &value)) return false;
  for (unsigned i = parts->at[parts->count - 1] + 1; i < links->count && gm_same_sentence(&links->items[i], part);
       i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) continue;
    if (!gm_is_exact(m->figure) || !gm_decimal_add(value, m->figure->value, &value)) return false;
    if (gm_decimal_compare(value, whole->figure->value) >= 0)
      return gm_decimal_compare(value, whole->figure->value) == 0;
  }
  return false;
}

bool gm_some_sum_fits(const gm_links *links, unsigned total, const gm_parts *parts, bool swapped) {
  unsigned at[GM_PARTS_MAX], count = 0, first = parts->at[0], last = parts->at[parts->count - 1];
  if (first > total)
    first = total;
  else
    while (first && gm_same_sentence(&links->items[first - 1], &links->items[total])) first--;
  /* 总额742.6亿元。按经营地分，…。按消费类型分，…: the one division says nothing of the other's parts. */
  const gm_mention *whole = &links->items[total], *part = &links->items[parts->at[0]];
  size_t division = gm_sentence_start(links->view, part->from), mark; /* where the words that divide stand */
  while ((mark = gm_find_mark(links->view, division, part->from, "；")) != SIZE_MAX) division = mark + 1;
  bool divided = part->figure->sentence > whole->figure->sentence && gm_divides(links->view, division, part->from);
  for (unsigned i = first; i <= last && count < GM_PARTS_MAX; i++)
    if (may_be_part(links, i, total) &&
        (!divided || gm_same_sentence(&links->items[i], whole) || links->items[i].from >= division))
      at[count++] = i;
  return some_left_out(links, at, count, links->items[total].figure->interval) || is_item_beside(links, total, last) ||
         leaves_untold(links, total, parts, swapped) || (!swapped && are_shares(links, total, parts)) ||
         lies_in_part_before(links, parts) || each_of_several(links, parts) || some_change_fits(links, total, parts) ||
         some_people_fit(links, total, parts) || (!swapped && first_holds_others(links, total, parts)) ||
         divides_change(links, total, parts) || of_another_whole(links, total, parts) ||
         goes_on_behind(links, total, parts);
}
