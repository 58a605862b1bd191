#include "check/any_fit.h"
#include "check/sum_judged.h"

bool gm_sum_of(const gm_links *links, const gm_parts *p, gm_interval *sum, gm_decimal *value) {
  *sum = gm_interval_exact((gm_decimal){0, 0});
  *value = (gm_decimal){0, 0};
  for (unsigned i = 0; i < p->count; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    if (!gm_interval_add(sum, f->interval) || !gm_decimal_add(*value, f->value, value)) return false;
  }
  return true;
}

/* Any-fit: do all the parts, or some neighbouring ones, two at least, come to the total? Some must do so as printed:
 * with the play of their intervals too many would. */
static bool neighbours_fit(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  for (unsigned from = 0; from + 1 < p->count; from++) {
    gm_interval sum = links->items[p->at[from]].figure->interval;
    gm_decimal value = links->items[p->at[from]].figure->value;
    for (unsigned to = from + 1; to < p->count; to++) {
      const gm_figure *f = links->items[p->at[to]].figure;
      if (!gm_interval_add(&sum, f->interval) || !gm_decimal_add(value, f->value, &value)) return true;
      bool all = from == 0 && to + 1 == p->count;
      if (all ? gm_interval_touch(sum, total->interval) : gm_decimal_compare(value, total->value) == 0) return true;
    }
  }
  return false;
}

#define ROUNDED_TIMES 4 /* the play of rounded parts and their total: what is off by more is no matter of rounding */

/* 其中稻谷98.26万吨，小麦64.17万吨，…, 0.36万吨 short of the total: is the sum off by two digits the other way round,
 * and by more than such figures can be by rounding, though it is near? Counts are not rounded at all. */
static bool is_beyond_rounding(const gm_links *links, const gm_mention *total, const gm_parts *p, gm_decimal sum) {
  gm_interval parts;
  gm_decimal value, play, more, off;
  if (!gm_all_exact(links, total->figure, p) || !gm_swap_fits(links, p, total->figure) ||
      !gm_sum_of(links, p, &parts, &value) || !gm_decimal_subtract(parts.high, value, &play) ||
      !gm_decimal_subtract(total->figure->interval.high, total->figure->value, &more) ||
      !gm_decimal_add(play, more, &play) || !gm_decimal_subtract(sum, total->figure->value, &off) ||
      !gm_decimal_multiply(play, gm_decimal_of(ROUNDED_TIMES), &play))
    return false;
  if (off.digits < 0) off.digits = -off.digits;
  return gm_decimal_compare(off, play) > 0;
}

void gm_report_sum(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p,
                   gm_decimal sum, gm_severity severity) {
  const gm_view *view = check->view;
  gm_buffer terms = {0};
  for (unsigned i = 0; i < p->count; i++) {
    if (i) gm_buffer_string(&terms, "+");
    gm_buffer_string(&terms, gm_quote_like(links->items[p->at[i]].figure->value, total, view).text);
  }
  gm_decimal should;
  int wrong = gm_swapped_part(links, p, total->figure->interval, &should);
  gm_report_mention(check, total);
  gm_lower(check->out, severity);
  if (wrong >= 0 && !gm_swapped_total(links, p, total->figure))
    gm_say(check->out, check->language, "%.*s=%s，总数为%s；若%s为%s则相符",
           "%.*s = %s, the total says %s; it would fit if %s were %s", (int)terms.count, terms.items,
           gm_quote_amount(sum, total, view).text, gm_quote_mention(view, total).text,
           gm_quote_mention(view, &links->items[p->at[wrong]]).text,
           gm_quote_amount(should, &links->items[p->at[wrong]], view).text);
  else {
    gm_say(check->out, check->language, "%.*s=%s，总数为%s", "%.*s = %s, the total says %s", (int)terms.count,
           terms.items, gm_quote_amount(sum, total, view).text, gm_quote_mention(view, total).text);
    gm_offer_value(check, total, sum);
  }
  if (is_beyond_rounding(links, total, p, sum)) check->out->list.items[check->out->list.count - 1].far_off = true;
  for (unsigned i = 0; i < p->count; i++) gm_relate_mention(check, &links->items[p->at[i]], "分项", "a part");
  gm_array_free(&terms);
}

bool gm_is_item(const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[total];
  return gm_find_mark(view, gm_sentence_start(view, m->from), m->from, "；") != SIZE_MAX;
}

/* Do the words of an amount come again in those of some part? */
static bool spoken_of(const gm_links *links, unsigned index, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[index];
  size_t from, to, part_from, part_to;
  gm_part_words(links, index, &from, &to);
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *part = &links->items[p->at[i]];
    gm_part_words(links, p->at[i], &part_from, &part_to);
    if (gm_share_pair(view, from, m->from, part_from, part->from) ||
        gm_share_pair(view, from, m->from, part->to, part_to) ||
        gm_share_pair(view, m->to, to, part_from, part->from) || gm_share_pair(view, m->to, to, part->to, part_to))
      return true;
  }
  return false;
}

/* 收到1264条，采纳717条。其中：收到甲类57条，采纳31条；收到乙类702条，采纳355条: every other part belongs to the first
 * total. Keeps the parts of the column whose verb or noun the total shares. */
static bool take_column(const gm_links *links, unsigned total, gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  unsigned columns = 0, rank = 0;
  bool item = gm_is_item(links, total);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (item && i < total && gm_find_mark(view, m->to, whole->from, "；") != SIZE_MAX) continue;
    if (!gm_same_sentence(m, whole) || i >= p->at[0] || !gm_is_part(m->figure) ||
        !gm_comparable(m->figure, whole->figure))
      continue;
    /* 辖14个村，共有小组206个，其中…: what the parts do not speak of is no column. */
    if (i != total && (!spoken_of(links, i, p) || m->figure->value.digits == (int64_t)p->count)) continue;
    if (i < total) rank++;
    columns++;
  }
  if (columns < 2) return true;
  if (p->count % columns || p->count / columns < 2) return false;
  /* The parts must repeat the words of the totals in their order, or one word of their own: 收到903条. …甲提出96条. */
  gm_parts column = {.count = 0};
  for (unsigned i = rank; i < p->count; i += columns) {
    const gm_mention *m = &links->items[p->at[i]], *first = &links->items[p->at[rank]];
    if (!gm_share_pair(links->view, whole->clause, whole->from, m->clause, m->from) &&
        !gm_share_pair(links->view, first->label, first->from, m->label, m->from))
      return false;
    column.at[column.count++] = p->at[i];
  }
  *p = column;
  return p->count >= 2;
}

/* Could any other amount of the paragraph be the total that these parts make up? Where they are certain to be those of
 * this one, no rough one could; where two digits turned round make them so, none that stands apart by 。 or ；. */
static bool another_total_fits(const gm_links *links, const gm_parts *p, unsigned total, bool certain) {
  gm_interval sum;
  gm_decimal value;
  if (!gm_sum_of(links, p, &sum, &value)) return true;
  const gm_mention *whole = &links->items[total];
  bool exact = gm_all_exact(links, whole->figure, p), turned = exact && gm_is_sure_swap(links, whole->figure, p);
  /* 完工152台。…125台中，97台、55台: what the total would be, turned round, is the same told rightly */
  if (exact && gm_swapped_total(links, p, whole->figure)) return false;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (i == total || !gm_is_amount(f) || !gm_comparable(f, links->items[total].figure)) continue;
    if (certain && !gm_is_exact(f)) continue;
    if (turned && !gm_in_one_part(links, &links->items[i], whole)) continue;
    if (f->roles & GM_ROLE_THRESHOLD) continue; /* 罚款20万元以上的案件 */
    if (gm_same_sentence(&links->items[i], &links->items[total]) && gm_is_base(links, i))
      continue; /* 任务4万人次的86.0% */
    bool own = false;
    for (unsigned k = 0; k < p->count; k++) own = own || p->at[k] == i;
    if (!own && gm_interval_touch(sum, f->interval)) return true;
  }
  return false;
}

/* The sum with an amount in brackets beside the total taken off: 7305件（含上年结转1219件）. */
static bool carried_over_fits(const gm_links *links, unsigned total, gm_interval sum) {
  for (unsigned i = total + 1; i < links->count && gm_same_sentence(&links->items[i], &links->items[total]); i++) {
    const gm_figure *f = links->items[i].figure;
    gm_interval with = sum;
    if (f->roles & GM_ROLE_PAREN && gm_is_amount(f) && gm_interval_add(&with, f->interval) &&
        gm_interval_touch(with, links->items[total].figure->interval))
      return true;
  }
  return false;
}

void gm_agree_parts(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p) {
  gm_agree(check, total, NULL, NULL);
  for (unsigned i = 0; i < p->count; i++) gm_agree(check, &links->items[p->at[i]], NULL, NULL);
}

/* Notes what a total agrees with, when all its parts come to it. */
static void agree(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p) {
  gm_interval sum;
  gm_decimal value;
  if (gm_sum_of(links, p, &sum, &value) && gm_interval_touch(sum, total->figure->interval))
    gm_agree_parts(check, links, total, p);
}

static bool all_fit(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_interval sum;
  gm_decimal value;
  return !gm_sum_of(links, p, &sum, &value) || gm_interval_touch(sum, total->interval);
}

/* 共1256台，其中甲型684台、乙型412台；交付1193台，…: what stands behind ； is no part when with it they exceed the
 * total.
 */
static void cut_at_semicolon(const gm_links *links, const gm_mention *whole, gm_parts *p) {
  gm_interval sum;
  gm_decimal value;
  unsigned first = 1;
  while (first < p->count && gm_find_mark(links->view, links->items[p->at[first - 1]].to,
                                          links->items[p->at[first]].from, "；") == SIZE_MAX)
    first++;
  if (first < 2 || first == p->count) return;
  for (unsigned i = 1; i < first; i++) { /* each at once behind the one before */
    const gm_mention *m = &links->items[p->at[i]], *before = &links->items[p->at[i - 1]];
    if (m->clause > before->to + 1u && links->items[p->at[i] - 1].to + 1u != m->clause) return;
  }
  const gm_mention *next = &links->items[p->at[first]]; /* 收到甲类57条，采纳31条；收到乙类702条，…: rows */
  for (unsigned i = 0; i < first; i++)
    if (gm_share_pair(links->view, next->label, next->from, links->items[p->at[i]].label, links->items[p->at[i]].from))
      return;
  gm_parts before = *p;
  before.count = first;
  if (gm_all_exact(links, whole->figure, &before) && gm_swap_fits(links, &before, whole->figure) &&
      !gm_swap_fits(links, p, whole->figure)) { /* 42所，其中初级14所、完全10所；另邀请外市2所 */
    *p = before;
    return;
  }
  const gm_mention *rest = &links->items[p->at[first - 1]];
  if (first > 2 && gm_find_word(links->view, rest->label, rest->from, "其他 其它 其余") != SIZE_MAX) {
    p->count = first;
    return;
  }
  if (gm_sum_of(links, p, &sum, &value) && !gm_within(value, whole->figure->value, 100) &&
      gm_decimal_compare(value, whole->figure->value) > 0)
    p->count = first;
}

/* 共472座，其中大型26座，中型275座；2022年新增194座: what ； and a year of its own part off is no part. */
static void cut_at_year(const gm_links *links, gm_parts *p) {
  const gm_view *view = links->view;
  for (unsigned i = 1; i < p->count; i++) {
    const gm_mention *part = &links->items[p->at[i]], *year = part - 1;
    if (year->clause == part->clause && year->figure->kind == GM_FIGURE_YEAR && year->from == part->clause &&
        gm_one_before(view, part->clause, "；") && gm_find_word(view, year->to, part->from, "新") != SIZE_MAX) {
      p->count = i;
      return;
    }
  }
}

/* 已认证69136人，其中自助48395人；尚未认证17284人: what is not done is no part of what is. */
static void cut_at_undone(const gm_links *links, const gm_mention *whole, gm_parts *p) {
  const gm_view *view = links->view;
  if (gm_find_word(view, whole->clause, whole->from, "已 完成") == SIZE_MAX ||
      gm_find_word(view, whole->clause, whole->from, "应 需 须 共 总") != SIZE_MAX)
    return;
  for (unsigned i = 1; i < p->count; i++) {
    const gm_mention *part = &links->items[p->at[i]];
    if (gm_find_mark(view, links->items[p->at[i - 1]].to, part->from, "；。") != SIZE_MAX &&
        gm_words_at(view, part->clause, "尚未 尚有 未 还未 还有 仍有 仍未 没有 余下 剩余")) {
      p->count = i;
      return;
    }
  }
}

#define LISTED_LEAST 3  /* parts of a list that is taken for the whole of them */
#define LISTED_NEAR  50 /* per thousand: how near to the total it comes without what is behind it */
#define BEYOND       300

/* 其中甲120批次、乙80批次、丙230批次，合格412批次: does the list nearly come to the total, and go far beyond it with
 * what stands behind? */
static bool is_list_alone(const gm_links *links, const gm_mention *whole, const gm_parts *list, const gm_parts *all) {
  gm_interval sum;
  gm_decimal listed, value;
  return list->count >= LISTED_LEAST && gm_sum_of(links, list, &sum, &listed) && gm_sum_of(links, all, &sum, &value) &&
         gm_within(listed, whole->figure->value, LISTED_NEAR) && gm_decimal_compare(value, whole->figure->value) > 0 &&
         !gm_within(value, whole->figure->value, BEYOND);
}

/* 其中人员费185万元、业务费96万元、设备费39万元，已支出314万元: what stands behind the comma of a list in 、 is no part
 * when one swap of digits repairs the sum without it. */
static void cut_at_comma(const gm_links *links, const gm_mention *whole, gm_parts *p) {
  gm_parts list = *p;
  list.count = 1;
  while (list.count < p->count && gm_one_of(links->view, links->items[p->at[list.count - 1]].to, "、")) list.count++;
  if (list.count > 1 && list.count < p->count && !all_fit(links, &list, whole->figure) &&
      (gm_is_sure_swap(links, whole->figure, &list) || is_list_alone(links, whole, &list, p)))
    p->count = list.count;
}

/* 总数180辆，年初为163辆，新购24辆、报废7辆: is one of the parts what there was at first?
 * 年初8460户，新增1240户、结清2175户， 年末7525户: or one what there is at last, when the total is what there was at
 * first? */
static bool was_at_first(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    if (m > whole && gm_find_word(links->view, m->label, m->from, "末 底") != SIZE_MAX &&
        gm_spans_a_time(links, whole, m))
      return true;
    /* The last characters of all those words: before most parts none of them stands. */
    if (!gm_one_before(links->view, m->from, "为有共是仅初末底") &&
        !(m->from && links->view->cls[m->from - 1] & GM_SPACE))
      continue;
    size_t to = m->from - gm_words_before(links->view, m->from, "为 有 共 共有 是 仅 仅有 只有 应为 应是 应有");
    if (gm_words_before(links->view, to, "年初 期初 月初 上年末 去年末 去年底 上年底 上月末 上月底 学期初"))
      return true;
  }
  return false;
}

/* 年初624张，…，年末642张，其中286张、214张、142张: is the sum what an amount nearer to the parts tells? */
static bool nearer_total_fits(const gm_links *links, const gm_parts *p, unsigned total, gm_interval sum) {
  for (unsigned i = total + 1; i < p->at[0]; i++) {
    const gm_figure *f = links->items[i].figure, *whole = links->items[total].figure;
    /* 504户，收回意见496份，其中同意的479户，不同意的9户，弃权的8户: the papers of so many */
    bool counts = gm_is_countable(f) && gm_is_countable(whole);
    if (gm_is_base(links, i)) continue; /* 15.62亿元，为年度目标15亿元的104.1% */
    if (gm_is_amount(f) && (gm_comparable(f, whole) || counts) && gm_interval_touch(sum, f->interval)) return true;
  }
  return false;
}

/* 共1468台（套）：烟感620台，呼叫器486台，水流监测362套: does something among the parts have the unit in brackets? */
static bool is_of_two_units(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  if (!gm_one_before(links->view, whole->to, "）")) return false;
  for (unsigned i = 0; i < p->count; i++) /* they are counted */
    if (!gm_comparable(links->items[p->at[i]].figure, whole->figure)) return false;
  for (unsigned i = p->at[0]; i < links->count && gm_same_sentence(&links->items[i], &links->items[p->at[0]]); i++)
    if (gm_is_countable(links->items[i].figure) && !gm_comparable(links->items[i].figure, whole->figure)) return true;
  return false;
}

/* 24万元，其中7.2万元、4.5万元、6.6万元、1.8万元、3万元: they come to 24万 only if 3万 were rounded, and as printed
 * when 4.5 is 5.4. 412名，其中县级河长18名、乡级河长126名、村级河长286名: that two of them make it is chance, when all
 * are of one kind and do so with 268. */
static bool fits_by_chance(const gm_links *links, const gm_mention *whole, const gm_parts *p, gm_parts_place where) {
  gm_interval sum;
  gm_decimal value, off, play;
  if (p->count < 3 || where == GM_PARTS_LOOSE || where == GM_PARTS_BEFORE || !gm_all_exact(links, whole->figure, p) ||
      !gm_sum_of(links, p, &sum, &value) || !gm_decimal_subtract(value, whole->figure->value, &off) ||
      !gm_decimal_subtract(whole->figure->interval.high, whole->figure->value, &play) || !off.digits)
    return false;
  bool above = off.digits > 0;
  if (!above) off.digits = -off.digits;
  if (!(gm_interval_touch(sum, whole->figure->interval) ? gm_decimal_compare(off, play) > 0
                                                        : above && gm_parts_repeat(links, whole, p)))
    return false;
  return gm_printed_swap_fits(links, p, whole->figure, value);
}

#define ROW_LEAST  3u /* parts of a row of which some make the total by chance */
#define NAME_CHARS 2u /* of a part, at least */

/* 东苑6部、西苑7部、南苑3部、北苑2部，共16部: that the first three make it is chance. Does nothing but 、 part them,
 * and the total follow at once and end its clause? */
static bool are_all_of_row(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_view *view = links->view;
  if (!p->closed || p->count < ROW_LEAST || (whole->to < view->count && !gm_one_of(view, whole->to, "，。；")) ||
      !gm_is_countable(whole->figure) || !gm_all_exact(links, whole->figure, p))
    return false;
  bool people = gm_units[whole->figure->unit].unit_class == GM_CLASS_PERSON;
  if (people || p->count == ROW_LEAST ? !gm_parts_parallel(links, p) : gm_may_be_several(links, p)) return false;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    bool last = i + 1 == p->count;
    if (m->from < m->label + NAME_CHARS || (last ? m->to + 1u != whole->clause : !gm_one_of(view, m->to, "、和及与")) ||
        m->clause != links->items[p->at[0]].clause)
      return false;
  }
  return true;
}

/* 共36学时，包括理论12学时、业务16学时、现场8学时、研讨4学时: that the first three make it is chance, where 、 alone
 * parts what 包括 leads to and it goes on to no more. */
static bool are_all_listed(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  const gm_view *view = links->view;
  const gm_mention *first = &links->items[p->at[0]], *last = &links->items[p->at[p->count - 1]];
  if (p->count < ROW_LEAST + 1u || all_fit(links, p, whole->figure) || first->clause != whole->to + 1u ||
      last->clause != first->clause || !gm_words_at(view, first->clause, "包括 分为 由 分别为 分别是") ||
      !gm_all_exact(links, whole->figure, p) || (last->to < view->count && !gm_one_of(view, last->to, "，。；")))
    return false;
  for (unsigned i = 0; i + 1 < p->count; i++)
    if (p->at[i] + 1 != p->at[i + 1] || !gm_one_of(view, links->items[p->at[i]].to, "、和与及")) return false;
  return !gm_parts_overlap(links, p);
}

#define SIGNED_MAX 6u /* parts of which some may have been taken off: the ways are twice as many with each */

bool gm_some_fall_away(const gm_links *links, const gm_mention *whole, const gm_parts *p, unsigned kept) {
  if (p->count < 3 || p->count > SIGNED_MAX) return false;
  for (unsigned away = 1; away < 1u << p->count; away++) {
    if (away >> kept & 1) continue;
    gm_decimal left = {0, 0};
    bool computed = true;
    for (unsigned i = 0; i < p->count && computed; i++) {
      gm_decimal value = links->items[p->at[i]].figure->value;
      computed = away >> i & 1 ? gm_decimal_subtract(left, value, &left) : gm_decimal_add(left, value, &left);
    }
    if (computed && !gm_decimal_compare(left, whole->figure->value)) return true;
  }
  return false;
}

/* 共120家，其中餐饮的95家，住宿的43家，两样兼营的18家: does the total come of two parts less what is of both? */
static bool are_united(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  gm_decimal sum;
  return p->count == 3 &&
         gm_decimal_add(links->items[p->at[0]].figure->value, links->items[p->at[1]].figure->value, &sum) &&
         gm_decimal_subtract(sum, links->items[p->at[2]].figure->value, &sum) &&
         !gm_decimal_compare(sum, whole->figure->value);
}

/* 740家乐团报名，连同邀来的600多家合唱团，演出团体将达1350家: do the total and the other parts make what is told for a
 * part? */
static bool makes_part(const gm_links *links, const gm_mention *whole, const gm_parts *p) {
  for (unsigned i = 1; i < p->count; i++) {
    gm_interval sum = whole->figure->interval;
    bool computed = gm_decimal_compare(links->items[p->at[i]].figure->value, whole->figure->value) > 0;
    for (unsigned k = 0; k < p->count && computed; k++)
      if (k != i) computed = gm_interval_add(&sum, links->items[p->at[k]].figure->interval);
    if (computed && gm_interval_touch(sum, links->items[p->at[i]].figure->interval)) return true;
  }
  return false;
}

#define SURE_TO_DIGIT 4 /* digits of a sum: that fewer fit but for one of them may be chance */

/* 追回3864万元，罚款712万元，合计9576万元: is the total told by 合计 alone, at once behind the last part, and one digit
 * off? */
static bool closes_but_for_digit(const gm_links *links, unsigned total, const gm_parts *p, gm_decimal sum) {
  const gm_mention *whole = &links->items[total];
  size_t word = gm_words_at(links->view, whole->clause, "合计 共计 总计 一共 总共 共 合计为 两项合计 两者合计");
  return word && whole->clause + word == whole->from && gm_decimal_significant(sum) >= SURE_TO_DIGIT &&
         links->items[p->at[p->count - 1]].to + 1u == whole->clause && gm_digit_repairs(links, total, p);
}

/* Of 超过20人, 数十名 or 2000—3000吨 among the parts nobody knows how much it is. */
static bool has_open_part(const gm_links *links, const gm_parts *p) {
  for (unsigned i = 0; i < p->count; i++) {
    gm_approximator approx = links->items[p->at[i]].figure->approx;
    if (approx == GM_APPROX_OVER || approx == GM_APPROX_VAGUE) return true;
  }
  const gm_figure *first = links->items[p->at[0]].figure;
  for (unsigned i = p->at[0]; i < p->at[p->count - 1]; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_RANGE && gm_comparable(f, first)) return true;
  }
  return false;
}

bool gm_ends_in_subtotal(const gm_links *links, const gm_parts *p) {
  gm_decimal sum = {0, 0};
  for (unsigned i = 0; i + 1 < p->count; i++)
    if (!gm_decimal_add(sum, links->items[p->at[i]].figure->value, &sum)) return false;
  const gm_mention *last = p->count > 2 ? &links->items[p->at[p->count - 1]] : NULL;
  return last && !gm_decimal_compare(sum, last->figure->value) &&
         gm_find_word(links->view, last->clause, last->from, "加起来 加在一起 合起来 合计 共计 总计 小计 共 合") != SIZE_MAX;
}

bool gm_try_sum(gm_line_check *check, const gm_links *links, unsigned total, gm_parts *p, gm_parts_place where) {
  const gm_mention *whole = &links->items[total];
  gm_interval sum;
  gm_decimal value;
  if (p->count < 2) return false;
  if (was_at_first(links, whole, p)) return true;
  /* 最高的11月796万吨，最低的2月604万吨。其中…: the sentence behind divides neither. */
  if (!gm_same_sentence(whole, &links->items[p->at[0]]) &&
      gm_find_word(links->view, whole->clause, whole->from, "最高 最低 最多 最少 最大 最小") != SIZE_MAX)
    return true;
  /* 超1.5万批次 has no upper end, and 在村居住的超过一万人 none either. */
  if (whole->figure->approx == GM_APPROX_OVER || whole->figure->approx == GM_APPROX_LEAST) {
    if (gm_is_below_floor(links, total, p, where, &value) && !gm_is_told(check, whole) && !gm_disclaimed(check->view))
      gm_report_sum(check, links, whole, p, value, GM_SEVERITY_WARNING);
    return true;
  }
  if (has_open_part(links, p) || gm_ends_in_subtotal(links, p) || gm_parts_nested(links, p)) return true;
  cut_at_undone(links, whole, p);
  cut_at_year(links, p);
  if (p->count < 2) return true;
  bool fit = all_fit(links, p, whole->figure); /* 其中甲214个、乙772个，其他90个: nothing is cut off then */
  if (!fit && where == GM_PARTS_BEHIND) cut_at_semicolon(links, whole, p);
  if (!fit && where != GM_PARTS_BEFORE) cut_at_comma(links, whole, p);
  bool row = !fit && (where == GM_PARTS_BEFORE   ? are_all_of_row(links, whole, p)
                      : where == GM_PARTS_BEHIND ? are_all_listed(links, whole, p)
                                                 : false);
  if (!row && neighbours_fit(links, p, whole->figure)) {
    if (!fits_by_chance(links, whole, p, where) || gm_disclaimed(check->view) || !gm_sum_of(links, p, &sum, &value))
      agree(check, links, whole, p);
    else if (!gm_is_told(check, whole))
      gm_report_sum(check, links, whole, p, value, GM_SEVERITY_WARNING);
    return true;
  }
  if (where != GM_PARTS_BEFORE && !gm_is_sure_swap(links, whole->figure, p) && !take_column(links, total, p))
    return false;
  if (!row && neighbours_fit(links, p, whole->figure)) {
    agree(check, links, whole, p);
    return true;
  }
  if (!gm_sum_of(links, p, &sum, &value)) return true;
  if (nearer_total_fits(links, p, total, sum) || is_of_two_units(links, whole, p)) return true;
  /* The parts of 361件 told once more, 合计316件: that they make the other is no excuse for this one. */
  bool slip = p->closed && gm_is_reordered(links, whole->figure, p, value);
  slip = slip || (where == GM_PARTS_BEHIND && p->count > 2 && gm_swapped_total(links, p, whole->figure));
  gm_partition partition = gm_partition_of(links, total, p, where);
  if ((!slip && another_total_fits(links, p, total, partition == GM_PARTITION_ALL)) ||
      carried_over_fits(links, total, sum))
    return true;
  if (where == GM_PARTS_BEFORE && gm_some_fall_away(links, whole, p, 0)) return true;
  if (where == GM_PARTS_BEHIND && are_united(links, whole, p)) return true;
  if (where != GM_PARTS_BEFORE && makes_part(links, whole, p)) return true;
  if (where != GM_PARTS_LOOSE && (where != GM_PARTS_BEFORE || p->closed) && gm_report_shifted(check, links, whole, p))
    return true;
  /* AR-02 speaks of a part above its whole, unless a slip of digits explains the sum. */
  bool exceeds = false;
  for (unsigned i = 0; i < p->count; i++)
    exceeds =
        exceeds || gm_decimal_compare(links->items[p->at[i]].figure->interval.low, whole->figure->interval.high) > 0;
  bool above = gm_decimal_compare(value, whole->figure->value) > 0;
  bool certain =
      partition == GM_PARTITION_ALL || (partition == GM_PARTITION_APART && above) ||
      (((where != GM_PARTS_LOOSE && where != GM_PARTS_NEXT_SENTENCE && where != GM_PARTS_BEFORE) || p->closed) &&
       gm_is_digit_slip(links, total, p)) ||
      (where == GM_PARTS_BEFORE && closes_but_for_digit(links, total, p, value));
  if (certain && exceeds && gm_is_below_part(check, links, total)) certain = false;
  /* 1.26平方公里，其中东片区8.2，西片区4.4; of 万 and 亿 that were lost AR-02 speaks */
  gm_decimal most;
  bool scaled = exceeds && gm_all_exact(links, whole->figure, p) &&
                gm_decimal_significant(value) >= GM_PERMUTED_LEAST && gm_has_lost_scale(value, whole->figure->value) &&
                gm_decimal_shift(whole->figure->value, 3, &most) && gm_decimal_compare(value, most) <= 0;
  if (exceeds && !p->closed && !certain && !scaled && !gm_swap_fits(links, p, whole->figure)) return true;
  gm_severity severity = gm_sum_verdict(links, whole, p, value, where);
  if (!severity && scaled) severity = GM_SEVERITY_ERROR;
  certain = certain || scaled;
  if (!severity && certain) severity = partition == GM_PARTITION_ALL ? GM_SEVERITY_ERROR : GM_SEVERITY_WARNING;
  /* 47.3亿元，其中家具18.5亿元、服装16.2亿元: that 34.7 has the digits of 47.3 is chance */
  bool partial = where == GM_PARTS_BEHIND && p->count == 2 && !gm_exhaustive(links, p) &&
                 gm_decimal_significant(whole->figure->value) < GM_SURE_DIGITS;
  if (!severity && where != GM_PARTS_LOOSE && !partial && gm_is_reordered(links, whole->figure, p, value))
    severity = GM_SEVERITY_WARNING;
  /* 特殊困难家庭2600户、普通家庭4300户: what people are counted by too, but here of all there are; men and women apart,
   * who may be of two things */
  bool apart = p->apart || (p->count == 2 && gm_holds_complements(links, p) && gm_parts_parallel(links, p));
  bool sure =
           gm_is_sure_swap(links, whole->figure, p) ||
           (gm_exhaustive(links, p) && gm_all_exact(links, whole->figure, p) && gm_swap_fits(links, p, whole->figure)),
       /* what is counted twice makes a sum larger */
      overlap = !apart && !sure && !certain && (above || !p->closed) && gm_parts_overlap(links, p);
  if (!severity || overlap || gm_disclaimed(check->view)) return false;
  if (!row && gm_some_sum_fits(links, total, p, sure)) return true;
  /* So far off, and no slip of a digit away, they are rather parts of something else. */
  if (!p->closed && !certain && where != GM_PARTS_BRACKET && gm_is_far(value, whole->figure->value) &&
      !gm_is_reordered(links, whole->figure, p, value) && !gm_swap_fits(links, p, whole->figure))
    return true;
  if (!gm_is_told(check, whole)) gm_report_sum(check, links, whole, p, value, severity);
  return true;
}

/* Do the parts come to it without the first or the last of them? It may be told of something beside them. */
static bool fits_without_one(const gm_links *links, const gm_parts *p, const gm_figure *total) {
  gm_parts fewer = *p;
  fewer.count--;
  if (all_fit(links, &fewer, total)) return true;
  memmove(fewer.at, p->at + 1, fewer.count * sizeof *fewer.at);
  return all_fit(links, &fewer, total);
}

bool gm_try_certain_sum(gm_line_check *check, const gm_links *links, unsigned total, const gm_parts *p) {
  const gm_mention *whole = &links->items[total];
  gm_interval sum;
  gm_decimal value;
  if (p->count < 2 || !gm_all_exact(links, whole->figure, p) || !gm_sum_of(links, p, &sum, &value)) return false;
  if (all_fit(links, p, whole->figure) || fits_without_one(links, p, whole->figure)) {
    agree(check, links, whole, p);
    return true;
  }
  if (gm_is_told(check, whole) || gm_disclaimed(check->view)) return true;
  for (unsigned i = 0; i < p->count; i++)
    if (gm_is_told(check, &links->items[p->at[i]])) return true;
  if (gm_report_shifted(check, links, whole, p)) return true;
  bool slip = gm_digit_repairs(links, total, p) || gm_swap_fits(links, p, whole->figure);
  if (!slip && gm_is_far(value, whole->figure->value)) return false;
  gm_report_sum(check, links, whole, p, value, slip ? GM_SEVERITY_ERROR : GM_SEVERITY_WARNING);
  return true;
}
