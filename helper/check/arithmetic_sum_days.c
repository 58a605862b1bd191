/* AR-01 of days: 有效监测366天。其中，优141天，良188天，轻度污染31天，…. Days of the grades that air is told in leave
 * nothing out; of others only a swap of digits is told. */
#include "check/sum_judged.h"

#define LEAST_PARTS 3u

static bool counts_days(const gm_links *links, const gm_mention *m) {
  return m->figure->kind == GM_FIGURE_DURATION && m->figure->unit && gm_is_exact(m->figure) &&
         gm_one_before(links->view, m->to, "天日") &&
         !(m->figure->roles & (GM_ROLE_EACH | GM_ROLE_PAREN | GM_ROLE_THRESHOLD | GM_ROLE_TO)) &&
         !gm_is_delta(m->figure);
}

/* The days from mention `first` on, each at once behind the one before it. */
static void read_days(const gm_links *links, unsigned first, gm_parts *p) {
  for (unsigned i = first; i < links->count && p->count < GM_PARTS_MAX; i++) {
    const gm_mention *m = &links->items[i];
    if (!gm_same_sentence(m, &links->items[first])) return;
    if (m->figure->kind == GM_FIGURE_ORDINAL || m->figure->kind == GM_FIGURE_PERCENT) continue;
    if (!counts_days(links, m) ||
        (i > first && gm_find_word(links->view, links->items[i - 1].to, m->from, "； 其中 共 合计 比 较") != SIZE_MAX))
      return;
    p->at[p->count++] = i;
  }
}

/* From 优 to 重度 or 严重: all grades of the air. */
static bool are_all_grades(const gm_view *view, size_t from, size_t to) {
  return gm_find_word(view, from, to, "优") != SIZE_MAX && gm_find_word(view, from, to, "良") != SIZE_MAX &&
         gm_find_word(view, from, to, "轻度") != SIZE_MAX && gm_find_word(view, from, to, "重度 严重") != SIZE_MAX;
}

static void judge(gm_line_check *check, const gm_links *links, const gm_mention *total, const gm_parts *p,
                  bool complete) {
  gm_decimal sum = {0, 0};
  for (unsigned k = 0; k < p->count; k++)
    if (!gm_decimal_add(sum, links->items[p->at[k]].figure->value, &sum)) return;
  if (!gm_decimal_compare(sum, total->figure->value)) {
    gm_agree_parts(check, links, total, p);
    return;
  }
  bool exceeds = false; /* 59天，其中轻度46天、中度80天、重度3天 */
  for (unsigned k = 0; k < p->count; k++)
    exceeds = exceeds || gm_decimal_compare(links->items[p->at[k]].figure->value, total->figure->value) > 0;
  bool slip = (exceeds || complete) && gm_digit_repairs(links, (unsigned)(total - links->items), p);
  if (gm_is_told(check, total) || gm_disclaimed(links->view) ||
      (!slip &&
       (gm_is_far(sum, total->figure->value) || !(complete || gm_swap_makes_sum(links, p, total->figure, sum)))))
    return;
  gm_report_mention(check, total);
  gm_say(check->out, check->language, "各项合计%s天，总数为%s", "the parts make %s days, the total says %s",
         gm_quote_decimal(sum).text, gm_quote_mention(links->view, total).text);
  for (unsigned k = 0; k < p->count; k++) gm_relate_mention(check, &links->items[p->at[k]], "分项", "a part");
}

/* 优良天数329天，其中优141天，良188天: the two grades of its name, and no others. */
static bool are_good_days(const gm_view *view, const gm_links *links, const gm_mention *total, const gm_parts *p) {
  const gm_mention *fine = &links->items[p->at[0]], *good = &links->items[p->at[1]];
  return p->count == 2 && gm_find_word(view, total->label, total->from, "优良") != SIZE_MAX &&
         gm_words_before(view, fine->from, "优 优级 优为 优的 优级为") &&
         gm_words_before(view, good->from, "良 良级 良好 良为 良的 良级为");
}

/* 优130天、良201天、…、重度污染1天，共366天: the row right before its total. */
static void check_before(gm_line_check *check, const gm_links *links, unsigned total) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[total];
  size_t word = gm_words_at(view, whole->clause, "共 共计 合计 总计 总共 一共");
  unsigned first = total;
  gm_parts p = {.count = 0};
  if (!word || whole->clause + word != whole->from || whole->clause != whole[-1].to + 1u) return;
  while (first && gm_same_sentence(&links->items[first - 1], whole) && counts_days(links, &links->items[first - 1]))
    first--;
  if (total - first < LEAST_PARTS || total - first > GM_PARTS_MAX) return;
  for (unsigned i = first; i < total; i++) p.at[p.count++] = i;
  if (are_all_grades(view, links->items[first].clause, whole[-1].from)) judge(check, links, whole, &p, true);
}

void gm_check_days_sum(gm_line_check *check, const gm_links *links) {
  const gm_view *view = links->view;
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *total = &links->items[i], *first = total + 1, *end = links->items + links->count;
    if (total->figure->kind != GM_FIGURE_DURATION || !counts_days(links, total)) continue;
    if (i >= LEAST_PARTS) check_before(check, links, i);
    while (first < end && first->figure->kind == GM_FIGURE_ORDINAL) first++;
    /* 其余44天里，轻度污染37天，中度5天，重度2天 */
    bool led = gm_find_word(view, total->label, total->from, "其余 余下 剩下") != SIZE_MAX &&
               gm_words_at(view, total->to, "里， 中， 当中，");
    if (first == end || (!led && gm_find_word(view, total->to, first->from, "其中") == SIZE_MAX) ||
        first->figure->sentence > total->figure->sentence + 1u || !counts_days(links, first))
      continue;
    gm_parts p = {.count = 0};
    read_days(links, (unsigned)(first - links->items), &p);
    if (p.count < 2) continue;
    if (gm_find_word(view, total->label, total->from, "优良 达标") != SIZE_MAX) { /* a part itself */
      if (are_good_days(view, links, total, &p)) judge(check, links, total, &p, true);
    } else if (p.count >= LEAST_PARTS) {
      judge(check, links, total, &p, led || are_all_grades(view, total->to, links->items[p.at[p.count - 1]].from));
    }
  }
}
