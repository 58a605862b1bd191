/* AR-01 by columns: 共4项，投资90万元，其中：甲1项，投资20万元；乙3项，投资70万元。 The items repeat the total's own
 * measures; when one measure adds up, the items are all there is, and the others must add up too. */
#include "check/families.h"
#include "check/link.h"

#define ITEMS_MAX   16
#define COLUMNS_MAX 8
#define KEY_CHARS   3 /* 总投资, (年度)计划投资, 完成投资 differ within as many */

typedef struct column {
  const gm_mention *total;
  const gm_mention *items[ITEMS_MAX];
} column;

typedef struct columns {
  unsigned count, items;
  column list[COLUMNS_MAX];
} columns;

/* Mentions [from, to) between two of the marks that part the items. */
typedef struct span {
  unsigned from, to;
} span;

static bool is_delta_of(const gm_figure *f) { return gm_is_delta(f) && gm_is_amount(f); }

static bool may_stand(const gm_figure *f) {
  return gm_is_amount(f) && gm_is_exact(f) && f->value.digits >= 0 &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

/* The words before both numbers end alike. */
static bool same_key(const gm_view *view, const gm_mention *a, const gm_mention *b) {
  for (unsigned n = 1; n <= KEY_CHARS; n++) {
    if (a->from < n || b->from < n || view->cp[a->from - n] != view->cp[b->from - n]) return false;
    if (!(view->cls[a->from - n] & GM_HAN)) return false;
  }
  return true;
}

static bool same_measure(const gm_mention *a, const gm_mention *b) {
  return gm_comparable(a->figure, b->figure) && is_delta_of(a->figure) == is_delta_of(b->figure);
}

/* The one mention of the span that measures what `total` does: the only one of its unit, or the only one with its
 * words. NULL when there is none or more. */
static const gm_mention *counterpart(const gm_links *links, span s, const gm_mention *total, bool by_words) {
  const gm_mention *found = NULL;
  for (unsigned i = s.from; i < s.to; i++) {
    const gm_mention *m = &links->items[i];
    if (!may_stand(m->figure) || !same_measure(m, total)) continue;
    if (by_words && !same_key(links->view, m, total)) continue;
    if (found) return NULL;
    found = m;
  }
  return found;
}

static bool take_columns(const gm_links *links, span whole, const span *items, unsigned count, columns *out) {
  out->count = 0;
  out->items = count;
  for (unsigned i = whole.from; i < whole.to && out->count < COLUMNS_MAX; i++) {
    const gm_mention *total = &links->items[i];
    if (!may_stand(total->figure)) continue;
    bool by_words = counterpart(links, whole, total, false) != total;
    if (by_words && counterpart(links, whole, total, true) != total) continue;
    column *c = &out->list[out->count];
    c->total = total;
    unsigned k = 0;
    while (k < count && (c->items[k] = counterpart(links, items[k], total, by_words))) k++;
    if (k == count) out->count++;
  }
  return out->count >= 2;
}

/* The place-th amount of the span; NULL when it has no more. */
static const gm_mention *at_place(const gm_links *links, span s, unsigned place) {
  for (unsigned i = s.from; i < s.to; i++)
    if (may_stand(links->items[i].figure) && !place--) return &links->items[i];
  return NULL;
}

/* 登记3926宗，发放证书2745宗。其中：东城登记1184宗，发证836宗，…: the words differ, but each item has as many amounts,
 * in the same order. */
static bool take_places(const gm_links *links, span whole, const span *items, unsigned count, columns *out) {
  out->count = 0;
  out->items = count;
  for (const gm_mention *total; out->count < COLUMNS_MAX && (total = at_place(links, whole, out->count));
       out->count++) {
    column *c = &out->list[out->count];
    c->total = total;
    for (unsigned k = 0; k < count; k++) {
      c->items[k] = at_place(links, items[k], out->count);
      if (!c->items[k] || !same_measure(c->items[k], total)) return false;
    }
  }
  for (unsigned k = 0; k < count; k++)
    if (at_place(links, items[k], out->count)) return false;
  return out->count >= 2;
}

static bool sum_column(const columns *all, const column *c, gm_interval *sum, gm_decimal *value) {
  *sum = gm_interval_exact((gm_decimal){0, 0});
  *value = (gm_decimal){0, 0};
  bool down = c->total->figure->roles & GM_ROLE_DOWN;
  for (unsigned i = 0; i < all->items; i++) {
    const gm_figure *f = c->items[i]->figure;
    bool minus = is_delta_of(f) && (bool)(f->roles & GM_ROLE_DOWN) != down;
    bool ok = minus ? gm_interval_subtract(*sum, f->interval, sum) && gm_decimal_subtract(*value, f->value, value)
                    : gm_interval_add(sum, f->interval) && gm_decimal_add(*value, f->value, value);
    if (!ok) return false;
  }
  return true;
}

static void report(gm_line_check *check, const columns *all, const column *c, gm_decimal value) {
  const gm_view *view = check->view;
  gm_buffer terms = {0};
  bool down = c->total->figure->roles & GM_ROLE_DOWN;
  for (unsigned i = 0; i < all->items; i++) {
    const gm_figure *f = c->items[i]->figure;
    bool minus = is_delta_of(f) && (bool)(f->roles & GM_ROLE_DOWN) != down;
    if (i || minus) gm_buffer_string(&terms, minus ? "-" : "+");
    gm_buffer_string(&terms, gm_quote_like(f->value, c->total, view).text);
  }
  gm_report_mention(check, c->total);
  gm_say(check->out, check->language, "%.*s=%s，总数为%s（其他各列相符）",
         "%.*s = %s, the total says %s (the other columns agree)", (int)terms.count, terms.items,
         gm_quote_amount(value, c->total, view).text, gm_quote_mention(view, c->total).text);
  gm_offer_value(check, c->total, value);
  for (unsigned i = 0; i < all->items; i++) gm_relate_mention(check, c->items[i], "分项", "a part");
  gm_array_free(&terms);
}

static void judge(gm_line_check *check, const columns *all) {
  const column *odd = NULL;
  gm_decimal odd_value = {0, 0};
  unsigned agree = 0, differ = 0;
  for (unsigned i = 0; i < all->count; i++) {
    gm_interval sum;
    gm_decimal value;
    if (!sum_column(all, &all->list[i], &sum, &value)) return;
    if (gm_interval_touch(sum, all->list[i].total->figure->interval)) {
      agree++;
    } else {
      differ++;
      odd = &all->list[i];
      odd_value = value;
    }
  }
  if (!agree || differ != 1 || gm_is_far(odd_value, odd->total->figure->value) || gm_is_told(check, odd->total) ||
      gm_disclaimed(check->view))
    return;
  report(check, all, odd, odd_value);
}

#define SEMICOLON 0xFF1Bu
#define COMMA     0xFF0Cu

static bool parted(const gm_view *view, size_t from, size_t to, uint32_t mark) {
  for (; from < to; from++) {
    from = gm_view_next_before(view, from, to, GM_PAUSE);
    if (from < to && view->cp[from] == mark) return true;
  }
  return false;
}

/* The items behind the 其中 at clean character `which`: mentions between its `mark`, to the end of its sentence. */
static unsigned items_behind(const gm_links *links, size_t which, uint32_t mark, span *items) {
  const gm_view *view = links->view;
  size_t end = gm_sentence_end(view, which);
  unsigned count = 0, i = 0;
  while (i < links->count && links->items[i].from < which) i++;
  while (i < links->count && links->items[i].from < end) {
    if (count == ITEMS_MAX) return 0;
    span *s = &items[count++];
    for (s->from = i++; i < links->count && links->items[i].from < end &&
                        !parted(view, links->items[i - 1].to, links->items[i].from, mark);)
      i++;
    s->to = i;
  }
  return count;
}

static void check_items(gm_line_check *check, const gm_links *links, span whole, const span *items, unsigned count) {
  columns all;
  if (count >= 2 && (take_columns(links, whole, items, count, &all) || take_places(links, whole, items, count, &all)))
    judge(check, &all);
}

#define ROWS_LEAST 3u /* behind totals that no 其中 says are theirs */

/* 四个组共走访226家，收集诉求391件。第一组走访58家，收集104件；第二组…；第三组…。: rows that fill the sentence behind
 * one with totals. */
static void check_rows_behind(gm_line_check *check, const gm_links *links) {
  const gm_view *view = check->view;
  if (!gm_word_list_may_hold(view, "；")) return;
  unsigned first = 0; /* of the sentence */
  for (unsigned i = 0; i + 1 < links->count; i++) {
    const gm_mention *next = &links->items[i + 1];
    if (gm_same_sentence(&links->items[i], next)) continue;
    span whole = {first, i + 1}, items[ITEMS_MAX];
    first = i + 1;
    const gm_mention *total = at_place(links, whole, 0);
    if (!total || next->figure->sentence != total->figure->sentence + 1u ||
        (!(total->figure->roles & GM_ROLE_TOTAL) && gm_find_total(view, total->clause, total->from) == SIZE_MAX))
      continue;
    unsigned count = items_behind(links, gm_sentence_start(view, next->from), SEMICOLON, items);
    if (count >= ROWS_LEAST) check_items(check, links, whole, items, count);
  }
}

#define SENTENCES_BACK 3u /* to the totals that a division is of: others may stand between */

/* 改造小区28个、6735户。…按街道分，东街11个小区、2684户，西街8个小区、1976户，…: the items of a division, a clause
 * each. */
static void check_divided(gm_line_check *check, const gm_links *links) {
  const gm_view *view = check->view;
  if (!gm_word_list_may_hold(view, "分， 看，")) return;
  for (unsigned i = 1; i + 3 < links->count; i++) {
    const gm_mention *first = &links->items[i];
    if (gm_same_sentence(first - 1, first)) continue;
    size_t start = gm_sentence_start(view, first->from);
    if (!gm_divides(view, start, first->from)) continue;
    span items[ITEMS_MAX], whole = {i, i};
    unsigned count = items_behind(links, start, COMMA, items);
    bool several = count > 1;
    for (unsigned k = 0; k < count; k++) several = several && items[k].to - items[k].from > 1;
    while (several && whole.from &&
           links->items[whole.from - 1].figure->sentence + SENTENCES_BACK >= first->figure->sentence) {
      columns all;
      whole.to = whole.from--;
      while (whole.from && gm_same_sentence(&links->items[whole.from - 1], &links->items[whole.to - 1])) whole.from--;
      if (!take_columns(links, whole, items, count, &all)) continue;
      judge(check, &all);
      break;
    }
  }
}

void gm_check_columns(gm_line_check *check) {
  const gm_links *links = gm_links_of(check);
  const gm_view *view = check->view;
  if (links->count < 6) return; /* two totals of two items each */
  check_rows_behind(check, links);
  check_divided(check, links);
  if (!gm_word_list_may_hold(view, "其中")) return;
  for (unsigned i = 0; i + 4 < links->count; i++) {
    size_t which = gm_find_word(view, links->items[i].to, links->items[i + 1].from, "其中");
    /* Behind most there are not two items of two amounts each. */
    if (which == SIZE_MAX || links->items[i + 4].from >= gm_sentence_end(view, which)) continue;
    /* 其中 opens its sentence: the totals stand in the one before. */
    size_t start = gm_sentence_start(view, which);
    if (start + 1 >= which && start) start = gm_sentence_start(view, start - 1);
    span whole = {i, i + 1}, items[ITEMS_MAX];
    while (whole.from && links->items[whole.from - 1].from >= start) whole.from--;
    if (!at_place(links, whole, 1)) continue;
    unsigned count = items_behind(links, which, SEMICOLON, items);
    if (count == 1) { /* 住宅类28处1.26万平方米，商业类18处1.02万平方米: items in clauses of two amounts each */
      count = items_behind(links, which, COMMA, items);
      if (count == 1 && items[0].to - items[0].from > 3) count = items_behind(links, which, GM_DUN, items);
      unsigned several = 0;
      for (unsigned k = 0; k < count; k++) several += items[k].to - items[k].from == 2;
      if (several != count) continue;
    }
    check_items(check, links, whole, items, count);
  }
}
