/* PCT-01 of a share behind a division, told of one of its parts by name:
 * 车辆240台。客车96台、货车84台、工程车60台， 货车占35.0%. The whole is the total that the parts come
 * to. */
#include "check/families.h"
#include "check/list.h"
#include "check/percent.h"

#define PARTS_LEAST 3u
#define PARTS_MOST  16u
#define NAME_LEAST  2u /* characters of the part's name */

/* Amounts that divide a whole, side by side in a sentence. */
typedef struct division {
  const gm_mention *part[PARTS_MOST]; /* in their order */
  unsigned count;
  gm_interval sum;
  gm_decimal value;
  const gm_mention *total; /* what they come to, told before them; NULL when nothing tells it */
} division;

/* 十二件: in Han numerals what is counted may be a claim; here both count. */
static bool counts(const gm_figure *f, bool (*as)(const gm_figure *figure)) {
  gm_figure amount = *f;
  if (amount.kind == GM_FIGURE_CLAIM && amount.unit) amount.kind = GM_FIGURE_QUANTITY;
  return gm_is_exact(f) && as(&amount);
}
static bool can_be_part(const gm_figure *f) { return counts(f, gm_is_part); }
static bool is_total(const gm_figure *f) { return counts(f, gm_is_count); }

/* Do the parts come to the amount before them? */
static bool divides(const division *d, const gm_mention *m) {
  return d->count >= PARTS_LEAST && is_total(m->figure) && gm_comparable(m->figure, d->part[0]->figure) &&
         gm_interval_meet(d->sum, m->figure->interval);
}

/* The amounts before share `index` in its sentence, whatever other shares stand among them, back to their total there
 * or in the sentence before. */
static bool read_division(const gm_links *links, unsigned index, division *d) {
  const gm_mention *share = &links->items[index], *back[PARTS_MOST];
  *d = (division){.sum = gm_interval_exact((gm_decimal){0, 0})};
  unsigned i = index;
  for (; i-- > 0 && gm_same_sentence(&links->items[i], share);) {
    const gm_mention *m = &links->items[i];
    if (m->figure->kind == GM_FIGURE_PERCENT) continue;
    if (divides(d, m) || !can_be_part(m->figure) || (d->count && !gm_comparable(m->figure, d->part[0]->figure))) break;
    if (d->count == PARTS_MOST || !gm_interval_add(&d->sum, m->figure->interval) ||
        !gm_decimal_add(d->value, m->figure->value, &d->value))
      return false;
    back[d->count++] = d->part[0] = m;
  }
  if (d->count < PARTS_LEAST || gm_find_mark(links->view, d->part[0]->to, share->from, "；") != SIZE_MAX) return false;
  for (i = index; i-- > 0 && links->items[i].figure->sentence + 1u >= share->figure->sentence && !d->total;)
    if (&links->items[i] < d->part[0] && divides(d, &links->items[i])) d->total = &links->items[i];
  for (unsigned k = 0; k < d->count; k++) d->part[k] = back[d->count - 1 - k];
  return true;
}

/* The part right before whose number the name [from, to) stands, the first of its clause's words; `count` when there is
 * none, or more than one. */
static unsigned part_named(const gm_view *view, const division *d, size_t from, size_t to) {
  unsigned found = d->count;
  for (unsigned k = 0; k < d->count; k++) {
    const gm_mention *m = d->part[k];
    size_t label = m->label + gm_words_at(view, m->label, "其中 其中： 和 与 及"), end = m->from;
    if (end - label != to - from || !gm_reads_alike(view, label, from, to - from)) continue;
    if (found < d->count) return d->count;
    found = k;
  }
  return found;
}

/* Parts the last item of a list at its 和: 甲、乙和丙. */
static void part_last(const gm_view *view, gm_list *list) {
  unsigned last = list->count - 1;
  size_t joint = list->start[last] + 1, end = list->end[last];
  while (joint < end && !gm_joint_at(view, joint)) joint++;
  if (list->joints != 1 || joint + 1 >= end || list->count == GM_LIST_MAX) return;
  list->end[last] = joint;
  list->start[list->count] = joint + 1;
  list->end[list->count++] = end;
}

/* 设在东校、南校、西校3个校区。…分别招收…: which of the names that a list before the division counts is [from, to)?
 * `count` when there is no list of as many. */
static unsigned place_in_list(const gm_links *links, const division *d, size_t from, size_t to) {
  const gm_view *view = links->view;
  const gm_mention *first = d->part[0];
  if (gm_find_word(view, gm_sentence_start(view, first->from), first->from, "分别 依次") == SIZE_MAX) return d->count;
  for (unsigned i = (unsigned)(first - links->items); i-- > 0;) {
    const gm_mention *m = &links->items[i];
    gm_list list;
    if (m->figure->sentence + 1u < first->figure->sentence) break;
    if ((m->figure->kind != GM_FIGURE_QUANTITY && m->figure->kind != GM_FIGURE_CLAIM) || m->figure->value.scale ||
        m->figure->value.digits != (int64_t)d->count)
      continue;
    gm_list_before(view, 0, m->from, &list);
    if (!list.count || list.open || list.too_long) continue;
    if (list.count + 1 == d->count) part_last(view, &list);
    for (unsigned k = 0; k < list.count && list.count == d->count; k++) {
      size_t length = list.end[k] - list.start[k];
      bool named = k ? length == to - from : length >= to - from; /* the first may have a lead-in */
      if (named && gm_reads_alike(view, list.end[k] - (to - from), from, to - from)) return k;
    }
  }
  return d->count;
}

/* Does an amount of the line explain the share, or does the division itself for another of its parts? */
static bool explained(const gm_links *links, const division *d, const gm_mention *part, gm_interval printed) {
  if (gm_ratio_fits(part->figure->interval, d->sum, printed)) return true;
  for (unsigned i = 0; i < links->count; i++)
    if (&links->items[i] != part && gm_comparable(links->items[i].figure, part->figure) &&
        gm_ratio_fits(part->figure->interval, links->items[i].figure->interval, printed))
      return true;
  return false;
}

void gm_check_share_of_division(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index];
  size_t at, stop;
  division d;
  if (index < PARTS_LEAST || !(share->figure->roles & GM_ROLE_SHARE) || share->figure->verified ||
      !gm_is_exact(share->figure) || gm_is_told(check, share) || !read_division(links, index, &d) ||
      gm_lead_of(links, index, &at, &stop) != GM_LEAD_SHARE)
    return;
  /* The clause names one part, and no base but the total. */
  size_t from = share->clause + gm_words_at(view, share->clause, "其中"), to = at;
  size_t base = stop + gm_words_at(view, stop, "比 比为 比达 总数的 总量的 全部的 总数 总量");
  if (to < from + NAME_LEAST || share->clause < d.part[d.count - 1]->to || share->from != base ||
      gm_find_word(view, d.part[d.count - 1]->to, share->clause, "按 从 以 就") != SIZE_MAX) /* 按金额计， */
    return;
  unsigned k = part_named(view, &d, from, to);
  bool listed = k == d.count;
  if (listed) k = place_in_list(links, &d, from, to);
  if (k == d.count || gm_told_elsewhere(links, index, at) || gm_disclaimed(view)) return;
  const gm_mention *part = d.part[k];
  gm_decimal computed;
  if (explained(links, &d, part, gm_percent_interval(share->figure, 1)) ||
      !gm_percent_of(part->figure->value, d.value, share->figure->value.scale, &computed) ||
      gm_is_last_digit(share->figure, computed, part->figure->interval, d.sum))
    return;
  /* Without a total told, only a slip of digits shows that the share is of the sum. */
  if (!d.total && gm_look_alike(computed, share->figure->value) != GM_SWAPPED) return;
  if (d.total) {
    gm_report_share(check, share, part, d.total, computed);
  } else {
    gm_report_mention(check, share);
    gm_say(check->out, check->language, "%u项合计%s：%s应占%s，文中为%s",
           "the %u make %s: %s is %s of it, the text says %s", d.count, gm_quote_amount(d.value, part, view).text,
           gm_quote_mention(view, part).text, gm_quote_percent(view->raw, share->figure, computed).text,
           gm_quote_mention(view, share).text);
    gm_offer_value(check, share, computed);
    gm_relate_mention(check, part, "部分", "the part");
  }
  gm_lower(check->out, GM_SEVERITY_WARNING);
}
