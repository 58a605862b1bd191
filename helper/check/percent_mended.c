/* PCT-01: a share that no two amounts of the paragraph explain, however far off it is, when one digit in it or in one
 * of the two counts right before it mends it: 问题13个，完成91个，整改率84.6%. Of a thousand shares of three digits a
 * digit makes some sixty fit by chance, so the sentence must lead from the whole to the part and from it to the share.
 */
#include "check/percent.h"
#include "check/swap.h"

#define SHARE_DIGITS 100 /* of the share, at least: fewer fit too often */
#define HALVES_LOOSE 3   /* half units by which a share may be off and still be one of its last digit */

/* Stands nothing but its name and words between the whole and the part, and between the part and the share? */
static bool in_a_row(const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *part = share - 1, *whole = share - 2;
  return index > 1 && gm_same_sentence(whole, share) && gm_is_count(part->figure) && gm_is_count(whole->figure) &&
         gm_comparable(part->figure, whole->figure) && !part->figure->verified && !whole->figure->verified &&
         gm_find_mark(view, whole->to, share->from, "；：") == SIZE_MAX && share->clause == part->to + 1u &&
         (part->clause == whole->to + 1u || part->clause == whole->clause ||
          gm_find_mark(view, whole->to, part->from, "，") + 1 == part->clause);
}

#define DONE "完成 已完成 完成了 落实 已落实" /* whatever was to be done: 完成11个，整改率 */

#define EARLIER "去年 上年 前年 同期 上月 上季 往年 平均"

/* Does the rate's name say what is told of the part, or is the share one of all? */
static bool names_them(const gm_links *links, unsigned index, size_t *stop) {
  const gm_mention *share = &links->items[index];
  size_t at;
  gm_lead lead = gm_lead_of(links, index, &at, stop);
  if (lead == GM_LEAD_RATE && gm_rate_names_part(links, at, *stop, index - 1))
    /* 合格率 alone: of 去年合格率, 电话办结率 the name says more than the counts */
    return !gm_has_own_subject(links, share, *stop, share - 1, share - 2) &&
           !gm_is_rate_within(links, share, *stop, share - 1, share - 2) &&
           !gm_is_of_manner(links->view, share, *stop, share - 1) &&
           gm_find_word(links->view, share->clause, *stop, EARLIER) == SIZE_MAX;
  if (lead == GM_LEAD_RATE) return at == share->clause && gm_words_before(links->view, share[-1].from, DONE);
  return lead == GM_LEAD_SHARE && at <= share->clause + 1u;
}

/* The repairs of the three that there are. */
typedef struct repairs {
  unsigned count, share_count;
  const gm_mention *wrong;
  gm_decimal should;
} repairs;

/* Adds what makes the share fit when one digit of `wrong` is another, where the text still leads from one to the other
 * then. */
static void add_repairs(const gm_links *links, unsigned index, const gm_mention *wrong, repairs *r) {
  const gm_mention *share = &links->items[index], *part = share - 1, *whole = share - 2;
  gm_interval percent = gm_percent_interval(share->figure, 1), interval;
  gm_decimal should;
  for (unsigned state = 0; gm_next_digit(wrong->figure, &state, &should, &interval);) {
    if (should.digits <= 0 || !gm_ratio_fits(wrong == part ? interval : part->figure->interval,
                                             wrong == whole ? interval : whole->figure->interval, percent))
      continue;
    gm_links mended = *links;
    gm_figure figure = *wrong->figure;
    figure.value = should;
    figure.interval = interval;
    mended.items[wrong - links->items].figure = &figure;
    if (!gm_share_is_led(&mended, index, index - 1, index - 2)) continue;
    r->count++;
    r->wrong = wrong;
    r->should = should;
  }
}

/* The readings of the share itself with one digit another that the two give. */
static void add_shares(const gm_links *links, unsigned index, repairs *r) {
  const gm_mention *share = &links->items[index];
  gm_figure told = *share->figure;
  gm_decimal should;
  gm_interval interval;
  told.interval = gm_percent_interval(share->figure, 1);
  if (!gm_share_is_led(links, index, index - 1, index - 2)) return;
  for (unsigned state = 0; gm_next_digit(&told, &state, &should, &interval);)
    r->share_count += gm_decimal_compare(should, gm_decimal_of(100)) <= 0 &&
                      gm_ratio_fits(share[-1].figure->interval, share[-2].figure->interval, interval);
}

void gm_check_mended_share(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *share = &links->items[index], *part = share - 1, *whole = share - 2;
  const gm_figure *f = share->figure;
  repairs r = {.count = 0};
  size_t stop;
  gm_decimal computed;
  if (f->verified || gm_is_delta(f) || !gm_is_exact(f) || !f->value.scale || f->value.digits < SHARE_DIGITS ||
      !in_a_row(links, index) || gm_is_told(check, share) || gm_is_told(check, part) || gm_is_told(check, whole) ||
      gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_percent_interval(f, HALVES_LOOSE)) ||
      !names_them(links, index, &stop))
    return;
  add_shares(links, index, &r);
  add_repairs(links, index, part, &r);
  add_repairs(links, index, whole, &r);
  if (!r.count && !r.share_count) return;
  if (gm_share_is_explained(links, index) || gm_disclaimed(links->view) || gm_told_elsewhere(links, index, stop) ||
      !gm_percent_of(part->figure->value, whole->figure->value, f->value.scale, &computed))
    return;
  bool above = gm_decimal_compare(part->figure->value, whole->figure->value) > 0;
  if (r.share_count || (r.count > 1 && !above)) {
    gm_report_share(check, share, part, whole, computed);
    gm_lower(check->out, GM_SEVERITY_WARNING);
    return;
  }
  gm_report_repair(check, share, r.wrong, r.wrong == part ? whole : part, r.should, r.count == 1);
}
