/* AR-01: a total against its parts. */
#include "check/families.h"
#include "check/link.h"

#define PARTS_MAX 24

/* Indices of mentions that may add up. */
typedef struct parts {
  unsigned at[PARTS_MAX];
  unsigned count;
  bool mixed; /* of more than one unit: 册 and 件 */
} parts;

static bool countable(const gm_figure *f) {
  uint8_t c = gm_units[f->unit].unit_class;
  return c == GM_CLASS_COUNT || c == GM_CLASS_PERSON;
}

static bool sum_of(const gm_links *links, const parts *p, unsigned from, unsigned to, gm_interval *sum,
                   gm_decimal *value) {
  *sum = gm_interval_exact((gm_decimal){0, 0});
  *value = (gm_decimal){0, 0};
  for (unsigned i = from; i < to; i++) {
    const gm_figure *f = links->items[p->at[i]].figure;
    if (!gm_interval_add(sum, f->interval) || !gm_decimal_add(*value, f->value, value)) return false;
  }
  return true;
}

static bool closed_meet(gm_interval a, gm_interval b) {
  return gm_decimal_compare(a.low, b.high) <= 0 && gm_decimal_compare(b.low, a.high) <= 0;
}

/* Any-fit: do all the parts, or some neighbouring ones, two at least, come to the total? Some must do so as printed:
 * with the play of their intervals too many would. */
static bool some_sum_fits(const gm_links *links, const parts *p, const gm_figure *total) {
  for (unsigned from = 0; from + 1 < p->count; from++) {
    gm_interval sum = links->items[p->at[from]].figure->interval;
    gm_decimal value = links->items[p->at[from]].figure->value;
    for (unsigned to = from + 1; to < p->count; to++) {
      const gm_figure *f = links->items[p->at[to]].figure;
      if (!gm_interval_add(&sum, f->interval) || !gm_decimal_add(value, f->value, &value)) return true;
      bool all = from == 0 && to + 1 == p->count;
      if (all ? closed_meet(sum, total->interval) : gm_decimal_compare(value, total->value) == 0) return true;
    }
  }
  return false;
}

#define PLACES_MAX 18 /* digits of a value */

/* Would the sum fit the total if one part had two neighbouring digits the other way round? Which part, and how. */
static int swapped_part(const gm_links *links, const parts *p, gm_interval total, gm_decimal *should) {
  gm_interval sum;
  gm_decimal value;
  if (!sum_of(links, p, 0, p->count, &sum, &value)) return -1;
  for (unsigned i = 0; i < p->count; i++) {
    gm_decimal v = links->items[p->at[i]].figure->value;
    for (unsigned k = 0; k < PLACES_MAX; k++) {
      gm_decimal change;
      gm_interval shifted = sum;
      if (!gm_swap_digits(v, k, should) || !gm_decimal_subtract(*should, v, &change)) continue;
      if (gm_interval_add(&shifted, gm_interval_exact(change)) && closed_meet(shifted, total)) return (int)i;
    }
  }
  return -1;
}

/* Would it fit if the total had? */
static bool swapped_total(const gm_links *links, const parts *p, const gm_figure *total) {
  gm_interval sum;
  gm_decimal value, should, change;
  if (!sum_of(links, p, 0, p->count, &sum, &value)) return false;
  for (unsigned k = 0; k < PLACES_MAX; k++) {
    gm_interval shifted = total->interval;
    if (gm_swap_digits(total->value, k, &should) && gm_decimal_subtract(should, total->value, &change) &&
        gm_interval_add(&shifted, gm_interval_exact(change)) && closed_meet(sum, shifted))
      return true;
  }
  return false;
}

/* Words that say that the parts are all there is. */
static bool exhaustive(const gm_view *view, size_t from, size_t to) {
  bool men = gm_find_word(view, from, to, "男") != SIZE_MAX, women = gm_find_word(view, from, to, "女") != SIZE_MAX;
  if (men && women) return true;
  return gm_find_word(view, from, to, "其余 其他 其它 剩余 余下") != SIZE_MAX;
}

/* Parts by different measures overlap: women without men beside them, ages beside parts without an age. */
static bool several_measures(const gm_links *links, const parts *p) {
  const gm_view *view = links->view;
  unsigned aged = 0, men = 0, women = 0;
  for (unsigned i = 0; i < p->count; i++) {
    const gm_mention *m = &links->items[p->at[i]];
    size_t from = gm_clause_start(view, m->from);
    if (i && links->items[p->at[i - 1]].to > from) from = links->items[p->at[i - 1]].to;
    aged += gm_find_word(view, from, m->from, "岁 周岁") != SIZE_MAX;
    men += gm_find_word(view, from, m->from, "男") != SIZE_MAX;
    women += gm_find_word(view, from, m->from, "女") != SIZE_MAX;
  }
  return (men == 0) != (women == 0) || (aged && aged < p->count);
}

/* Shares beside the parts that exceed 100 %, or parts of several kinds: the parts overlap. */
static bool overlapping(const gm_links *links, const parts *p) {
  if (several_measures(links, p)) return true;
  gm_decimal sum = {0, 0};
  unsigned last = p->at[p->count - 1] + 1;
  for (unsigned i = p->at[0]; i <= last && i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (f->kind == GM_FIGURE_PERCENT && f->roles & (GM_ROLE_SHARE | GM_ROLE_PAREN) &&
        !gm_decimal_add(sum, f->value, &sum))
      return true;
  }
  return gm_decimal_compare(sum, gm_decimal_of(103)) > 0;
}

typedef enum position { PARTS_BEHIND, PARTS_BEFORE, PARTS_NEXT_SENTENCE, PARTS_LOOSE } position;

#define LOOSE_DIGITS 4 /* significant digits: fewer agree by chance */

static unsigned digits_of(gm_decimal v) {
  unsigned n = 0;
  int64_t d = v.digits < 0 ? -v.digits : v.digits;
  while (d && d % 10 == 0) d /= 10;
  for (; d; d /= 10) n++;
  return n;
}

/* Is the difference one that tells of an error, and not of parts that overlap or leave something out? 0, or the
 * severity. */
static gm_severity verdict(const gm_links *links, const gm_mention *total, const parts *p, gm_decimal sum,
                           position where) {
  gm_decimal value = total->figure->value, should;
  bool near = swapped_total(links, p, total->figure) || swapped_part(links, p, total->figure->interval, &should) >= 0;
  bool above = gm_decimal_compare(sum, value) > 0;
  bool approximate = !gm_is_exact(total->figure);
  for (unsigned i = 0; i < p->count; i++) approximate = approximate || !gm_is_exact(links->items[p->at[i]].figure);
  gm_severity best = approximate || p->mixed ? GM_SEVERITY_WARNING : GM_SEVERITY_ERROR;
  size_t from = links->items[p->at[0]].from, to = links->items[p->at[p->count - 1]].to;
  if (near && where == PARTS_LOOSE) {
    /* Nothing says that they are its parts but the sum itself: only a long number is no chance. */
    return digits_of(value) >= LOOSE_DIGITS ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
  }
  if (near && where == PARTS_NEXT_SENTENCE && p->count < 3)
    return digits_of(value) >= 3 ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
  if (near) return best;
  switch (where) {
    case PARTS_BEHIND:
      if (exhaustive(links->view, from > 6 ? from - 6 : 0, to) && gm_within(sum, value, 500)) return best;
      if (gm_within(sum, value, above ? 30 : 10)) return best;
      return GM_SEVERITY_OFF;
    case PARTS_BEFORE:
      if (gm_within(sum, value, 30)) return best;
      /* The total's clause follows at once: 第一期60人，第二期55人，共培训151人. */
      return gm_within(sum, value, 500) && p->count < 12 ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
    case PARTS_LOOSE: return GM_SEVERITY_OFF;
    default: return p->count >= 3 && gm_within(sum, value, 10) ? GM_SEVERITY_WARNING : GM_SEVERITY_OFF;
  }
}

static void report_sum(gm_line_check *check, const gm_links *links, const gm_mention *total, const parts *p,
                       gm_decimal sum, gm_severity severity) {
  const gm_view *view = check->view;
  gm_buffer terms = {0};
  for (unsigned i = 0; i < p->count; i++) {
    if (i) gm_buffer_string(&terms, "+");
    gm_buffer_string(&terms, gm_quote_like(links->items[p->at[i]].figure->value, total, view).text);
  }
  gm_decimal should;
  int wrong = swapped_part(links, p, total->figure->interval, &should);
  gm_report_mention(check, total);
  gm_lower(check->out, severity);
  if (wrong >= 0 && !swapped_total(links, p, total->figure))
    gm_say(check->out, check->language, "%.*s=%s，总数为%s；若%s为%s则相符",
           "%.*s = %s, the total says %s; it would fit if %s were %s", (int)terms.count, terms.items,
           gm_quote_amount(sum, total, view).text, gm_quote_mention(view, total).text,
           gm_quote_mention(view, &links->items[p->at[wrong]]).text,
           gm_quote_amount(should, &links->items[p->at[wrong]], view).text);
  else
    gm_say(check->out, check->language, "%.*s=%s，总数为%s", "%.*s = %s, the total says %s", (int)terms.count,
           terms.items, gm_quote_amount(sum, total, view).text, gm_quote_mention(view, total).text);
  for (unsigned i = 0; i < p->count; i++) gm_relate_mention(check, &links->items[p->at[i]], "分项", "a part");
  gm_array_free(&terms);
}

/* 投诉3953件，其中商品类2073件，服务类1880件；举报621件: the total is itself an item, and ； ends its parts. */
static bool is_item(const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *m = &links->items[total];
  return gm_find_word(view, gm_sentence_start(view, m->from), m->from, "；") != SIZE_MAX;
}

/* The parts behind a total: from 其中 (or the next sentence) to the sentence's end or the next 其中. */
static void parts_behind(const gm_links *links, unsigned total, unsigned first, bool any_count, parts *p) {
  const gm_view *view = links->view;
  const gm_figure *whole = links->items[total].figure;
  bool item = is_item(links, total);
  p->count = 0;
  p->mixed = false;
  for (unsigned i = first; i < links->count && p->count < PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (m->figure->sentence != links->items[first].figure->sentence) break;
    if (p->count && gm_find_word(view, links->items[i - 1].to, m->from, "其中 共 合计 总计") != SIZE_MAX) break;
    if (p->count && item && gm_find_word(view, links->items[i - 1].to, m->from, "；") != SIZE_MAX) break;
    if (!gm_is_part(m->figure)) continue;
    bool same = gm_comparable(m->figure, whole);
    if (!same && !(any_count && countable(m->figure) && countable(whole))) continue;
    p->mixed = p->mixed || !same;
    p->at[p->count++] = i;
  }
}

/* 收到1264条，采纳717条。其中：收到甲类57条，采纳31条；收到乙类702条，采纳355条: every other part belongs to the first
 * total. Keeps the parts of the column whose verb or noun the total shares. */
static bool take_column(const gm_links *links, unsigned total, parts *p) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  unsigned columns = 0, rank = 0;
  bool item = is_item(links, total);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (item && i < total && gm_find_word(view, m->to, whole->from, "；") != SIZE_MAX) continue;
    if (!gm_same_sentence(m, whole) || i >= p->at[0] || !gm_is_part(m->figure) ||
        !gm_comparable(m->figure, whole->figure))
      continue;
    if (i < total) rank++;
    columns++;
  }
  if (columns < 2) return true;
  if (p->count % columns || p->count / columns < 2) return false;
  /* The parts must repeat the words of the totals in their order. */
  parts column = {.count = 0};
  size_t from = gm_clause_start(view, whole->from);
  for (unsigned i = 0; i < p->count; i++) {
    if (i % columns != rank) continue;
    const gm_mention *m = &links->items[p->at[i]];
    size_t clause = gm_clause_start(view, m->from);
    bool shared = false;
    for (size_t a = from; a + 1 < whole->from && !shared; a++)
      for (size_t b = clause; b + 1 < m->from && !shared; b++)
        shared = view->cp[a] == view->cp[b] && view->cp[a + 1] == view->cp[b + 1] && view->cls[a] & GM_HAN &&
                 view->cls[a + 1] & GM_HAN;
    if (!shared) return false;
    column.at[column.count++] = p->at[i];
  }
  *p = column;
  return p->count >= 2;
}

/* Could any other amount of the paragraph be the total that these parts make up? */
static bool another_total_fits(const gm_links *links, const parts *p, unsigned total) {
  gm_interval sum;
  gm_decimal value;
  if (!sum_of(links, p, 0, p->count, &sum, &value)) return true;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (i == total || !gm_is_amount(f) || !gm_comparable(f, links->items[total].figure)) continue;
    bool own = false;
    for (unsigned k = 0; k < p->count; k++) own = own || p->at[k] == i;
    if (!own && closed_meet(sum, f->interval)) return true;
  }
  return false;
}

/* The sum with an amount in brackets beside the total taken off: 7305件（含上年结转1219件）. */
static bool carried_over_fits(const gm_links *links, unsigned total, gm_interval sum) {
  for (unsigned i = total + 1; i < links->count && gm_same_sentence(&links->items[i], &links->items[total]); i++) {
    const gm_figure *f = links->items[i].figure;
    gm_interval with = sum;
    if (f->roles & GM_ROLE_PAREN && gm_is_amount(f) && gm_interval_add(&with, f->interval) &&
        closed_meet(with, links->items[total].figure->interval))
      return true;
  }
  return false;
}

static bool try_sum(gm_line_check *check, const gm_links *links, unsigned total, parts *p, position where) {
  const gm_mention *whole = &links->items[total];
  gm_interval sum;
  gm_decimal value;
  if (p->count < 2 || some_sum_fits(links, p, whole->figure)) return p->count >= 2;
  if (where != PARTS_BEFORE && !take_column(links, total, p)) return false;
  if (some_sum_fits(links, p, whole->figure) || !sum_of(links, p, 0, p->count, &sum, &value)) return true;
  if (another_total_fits(links, p, total) || carried_over_fits(links, total, sum)) return true;
  /* AR-02 speaks of a part above its whole, unless a slip of digits explains the sum. */
  bool exceeds = false;
  gm_decimal should;
  for (unsigned i = 0; i < p->count; i++)
    exceeds =
        exceeds || gm_decimal_compare(links->items[p->at[i]].figure->interval.low, whole->figure->interval.high) > 0;
  if (exceeds && !swapped_total(links, p, whole->figure) &&
      swapped_part(links, p, whole->figure->interval, &should) < 0)
    return true;
  gm_severity severity = verdict(links, whole, p, value, where);
  if (!severity || overlapping(links, p) || gm_disclaimed(check->view)) return false;
  report_sum(check, links, whole, p, value, severity);
  return true;
}

static bool is_total(const gm_links *links, const gm_mention *m) {
  const gm_view *view = links->view;
  if (m->figure->roles & (GM_ROLE_TOTAL | GM_ROLE_WHOLE_LEAD)) return true;
  size_t clause = gm_clause_start(view, m->from);
  return gm_find_word(view, clause, m->from, "共 总数 总量 合计 总计 累计 现有") != SIZE_MAX;
}

/* 按年龄分，… opens the sentence behind: the amount is the total of what it lists. */
static bool told_by_kind(const gm_view *view, const gm_mention *whole) {
  size_t end = gm_sentence_end(view, whole->to);
  size_t kind = gm_find_word(view, end, end + 3 < view->count ? end + 3 : view->count, "按 分");
  return kind != SIZE_MAX &&
         gm_find_word(view, kind, kind + 10 < view->count ? kind + 10 : view->count, "分， 看， 分：") != SIZE_MAX;
}

/* 43名（县派6人，镇派37人）: the brackets right behind list the parts. */
static void check_brackets(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t open = whole->to;
  while (open < view->count && open - whole->to < 6 && view->cls[open] & GM_HAN) open++;
  if (!gm_one_of(view, open, "（") || view->cls[open] & GM_IN_PAREN) return;
  parts p = {.count = 0};
  for (unsigned i = total + 1; i < links->count && p.count < PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!(view->cls[m->number] & GM_IN_PAREN) || gm_find_word(view, open, m->from, "）") != SIZE_MAX) break;
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    if (gm_find_word(view, open, m->from, "含 上年 其中 另 原有") != SIZE_MAX) return;
    p.at[p.count++] = i;
  }
  if (p.count >= 2) try_sum(check, links, total, &p, PARTS_BEHIND);
}

/* 包括17枚金牌、22枚银牌和9枚铜牌在内的共48枚奖牌 */
static void check_inside(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  if (!gm_words_before(view, whole->from, "在内的共 在内共 在内的 在内的共计 在内合计")) return;
  size_t clause = gm_clause_start(view, whole->from);
  size_t from = gm_find_word(view, clause, whole->from, "包括 包含 含");
  if (from == SIZE_MAX) return;
  parts p = {.count = 0};
  for (unsigned i = 0; i < total && p.count < PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (m->from < from) continue;
    if (!gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure)) return;
    p.at[p.count++] = i;
  }
  if (p.count >= 3) try_sum(check, links, total, &p, PARTS_BEFORE);
}

/* The amount at `total` and what 其中 (or a new sentence) lists behind it. */
static void check_behind(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  unsigned first = total + 1;
  while (first < links->count && links->items[first].figure->roles & GM_ROLE_PAREN) first++;
  if (first >= links->count) return;
  /* 其中 stands in the total's sentence or opens the next one; other amounts may stand between. */
  size_t limit = gm_sentence_end(view, whole->to) + 4;
  if (limit > view->count) limit = view->count;
  size_t which = gm_find_word(view, whole->to, limit, "其中 包括");
  parts p;
  if (which != SIZE_MAX) {
    while (first < links->count && links->items[first].from < which) {
      /* Another comparable amount nearer to 其中 is the whole, unless parts come in columns. */
      first++;
    }
    if (first >= links->count) return;
    if (links->items[first].figure->sentence > whole->figure->sentence + 1) return;
    parts_behind(links, total, first, false, &p);
    if (try_sum(check, links, total, &p, PARTS_BEHIND)) return;
    parts all;
    parts_behind(links, total, first, true, &all);
    if (all.mixed && all.count > p.count && try_sum(check, links, total, &all, PARTS_BEHIND)) return;
    return;
  }
  /* No 其中: the rest of the sentence, or a total and the sentence behind it. */
  bool announced = is_total(links, whole) || told_by_kind(view, whole);
  unsigned next = first;
  parts_behind(links, total, first, false, &p);
  if (gm_same_sentence(&links->items[first], whole) && p.count >= 2) {
    try_sum(check, links, total, &p, announced ? PARTS_NEXT_SENTENCE : PARTS_LOOSE);
    return;
  }
  if (!announced) return;
  while (next < links->count && gm_same_sentence(&links->items[next], whole)) {
    if (gm_is_part(links->items[next].figure) && gm_comparable(links->items[next].figure, whole->figure)) return;
    next++;
  }
  if (next >= links->count || links->items[next].figure->sentence > whole->figure->sentence + 1) return;
  parts_behind(links, total, next, false, &p);
  if (p.count >= 2) try_sum(check, links, total, &p, PARTS_NEXT_SENTENCE);
}

/* …60人，…55人，共培训115人: the parts stand before, each in the clause before the next. */
static void check_before(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t clause = gm_clause_start(view, whole->from);
  size_t word = gm_words_at(view, clause, "共 共计 合计 总计 总共 一共");
  if (!word || whole->from - clause > word + 4) return;
  if (gm_find_word(view, clause + word, whole->from, "有") != SIZE_MAX) return;
  parts p = {.count = 0};
  size_t edge = clause;
  for (unsigned i = total; i-- > 0 && p.count < PARTS_MAX;) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, whole)) break;
    if (!gm_is_part(m->figure) || !gm_comparable(m->figure, whole->figure)) {
      if (gm_is_amount(m->figure) && !(m->figure->roles & GM_ROLE_PAREN)) break;
      continue;
    }
    /* Not in the clause just before: something else stands between. */
    if (gm_find_word(view, m->to, edge ? edge - 1 : 0, "， ； ：") != SIZE_MAX) break;
    edge = gm_clause_start(view, m->from);
    for (unsigned k = p.count; k > 0; k--) p.at[k] = p.at[k - 1];
    p.at[0] = i;
    p.count++;
    if (gm_find_word(view, edge, m->from, "共 合计 总计") != SIZE_MAX) return; /* a subtotal: what it sums is unclear */
  }
  if (p.count >= 2) try_sum(check, links, total, &p, PARTS_BEFORE);
}

/* An item behind one 其中 that a 其中 of its own divides. */
static bool opens_parts(const gm_links *links, unsigned item) {
  for (unsigned i = item + 1; i < links->count && gm_same_sentence(&links->items[i], &links->items[item]); i++)
    if (gm_is_amount(links->items[i].figure)) {
      const gm_view *view = links->view;
      return gm_find_word(view, links->items[item].to, links->items[i].from, "其中") != SIZE_MAX &&
             gm_find_word(view, links->items[item].to, links->items[i].from, "；") == SIZE_MAX && is_item(links, item);
    }
  return false;
}

void gm_check_sums(gm_line_check *check) {
  if (check->figures->count < 2) return;
  unsigned amounts = 0;
  for (uint32_t i = 0; i < check->figures->count; i++) amounts += gm_is_amount(&check->figures->items[i]);
  if (amounts < 2) return;
  const gm_links *links = gm_links_of(check);
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (!gm_is_amount(f) || !gm_is_plain(f) || f->value.digits <= 0) continue;
    if (i) {
      check_before(check, links, i);
      check_inside(check, links, i);
    }
    if (i + 2 < links->count) check_brackets(check, links, i);
    if (i + 1 < links->count && (!(f->roles & GM_ROLE_OF_WHICH) || opens_parts(links, i)))
      check_behind(check, links, i);
  }
  gm_check_columns(check);
}
