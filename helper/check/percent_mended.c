/* PCT-01: a share that no two amounts of the paragraph explain, however far off it is, when one digit in it or in one
 * of the two counts right before it mends it: 问题13个，完成91个，整改率84.6%. Of a thousand shares of three digits a
 * digit makes some sixty fit by chance, so the sentence must lead from the whole to the part and from it to the share.
 */
#include "check/percent.h"
#include "check/swap.h"

#define SHARE_DIGITS 100 /* of the share, at least: fewer fit too often */
#define HALVES_LOOSE 3   /* half units by which a share may be off and still be one of its last digit */

/* A share with its two counts. */
typedef struct trio {
  const gm_mention *share, *part, *whole;
  unsigned index, of; /* mentions: of the share, of the part */
} trio;

/* The count right before the share, or before how it has grown: 14.69亿元，增长5.4%，占67.0%. */
static bool find_part(const gm_links *links, unsigned index, trio *t) {
  *t = (trio){.share = &links->items[index], .index = index, .of = index};
  while (t->of && links->items[t->of - 1].figure->kind == GM_FIGURE_PERCENT &&
         gm_is_delta(links->items[t->of - 1].figure) && links->items[t->of].clause == links->items[t->of - 1].to + 1u)
    t->of--;
  if (!t->of--) return false;
  t->part = &links->items[t->of];
  return gm_same_sentence(t->part, t->share) && gm_is_count(t->part->figure) && t->part[1].clause == t->part->to + 1u;
}

/* Can it be the whole: a count before the part in its sentence, with no ； or ： between that parts them, and no rate,
 * which may be told of it: 仓容52.4万吨，完好率95.8%，其中低温仓容21.3万吨，占完好仓容的42.4%? */
static bool may_be_whole(const gm_links *links, const trio *t, const gm_mention *whole) {
  for (const gm_mention *m = whole + 1; m < t->part; m++)
    if (m->figure->kind == GM_FIGURE_PERCENT && !gm_is_delta(m->figure)) return false;
  return gm_same_sentence(whole, t->share) && gm_is_count(whole->figure) &&
         gm_comparable(t->part->figure, whole->figure) &&
         gm_find_mark(links->view, whole->to, t->share->from, "；：") == SIZE_MAX;
}

#define DONE "完成 已完成 完成了 落实 已落实" /* whatever was to be done: 完成11个，整改率 */

#define EARLIER "去年 上年 前年 同期 上月 上季 往年 平均"

/* Does the rate's name say what is told of the part, or is the share one of all? */
static bool names_them(const gm_links *links, const trio *t, size_t *stop) {
  const gm_mention *share = t->share;
  size_t at;
  gm_lead lead = gm_lead_of(links, t->index, &at, stop);
  if (lead == GM_LEAD_RATE && gm_rate_names_part(links, at, *stop, t->of))
    /* 合格率 alone: of 去年合格率, 电话办结率 the name says more than the counts */
    return !gm_has_own_subject(links, share, *stop, t->part, t->whole) &&
           !gm_is_rate_within(links, share, *stop, t->part, t->whole) &&
           !gm_is_of_manner(links->view, share, *stop, t->part) &&
           gm_find_word(links->view, share->clause, *stop, EARLIER) == SIZE_MAX;
  if (lead == GM_LEAD_RATE) return at == share->clause && gm_words_before(links->view, t->part->from, DONE);
  return lead == GM_LEAD_SHARE && at <= share->clause + 1u;
}

/* The repairs of the three that there are. */
typedef struct repairs {
  unsigned count, share_count;
  const gm_mention *wrong;
  gm_decimal should;
} repairs;

/* Does the text of `links`, those of the trio or mended ones, lead from the whole to the part and the share? */
static bool is_led(const gm_links *links, const trio *t) {
  return gm_share_is_led(links, t->index, t->of, t->of - (unsigned)(t->part - t->whole));
}

/* Adds what makes the share fit when one digit of `wrong`, which nothing else bears out, is another, where the text
 * still leads from one to the other then. */
static void add_repairs(const gm_links *links, const trio *t, const gm_mention *wrong, repairs *r) {
  gm_interval percent = gm_percent_interval(t->share->figure, 1), interval;
  gm_decimal should;
  for (unsigned state = 0; !wrong->figure->verified && gm_next_digit(wrong->figure, &state, &should, &interval);) {
    if (should.digits <= 0 || !gm_ratio_fits(wrong == t->part ? interval : t->part->figure->interval,
                                             wrong == t->whole ? interval : t->whole->figure->interval, percent))
      continue;
    gm_links mended = *links;
    gm_figure figure = *wrong->figure;
    figure.value = should;
    figure.interval = interval;
    mended.items[wrong - links->items].figure = &figure;
    if (!is_led(&mended, t)) continue;
    r->count++;
    r->wrong = wrong;
    r->should = should;
  }
}

/* The readings of the share itself with one digit another that the two give. */
static void add_shares(const gm_links *links, const trio *t, repairs *r) {
  gm_figure told = *t->share->figure;
  gm_decimal should;
  gm_interval interval;
  told.interval = gm_percent_interval(t->share->figure, 1);
  if (!is_led(links, t)) return;
  for (unsigned state = 0; gm_next_digit(&told, &state, &should, &interval);)
    r->share_count += gm_decimal_compare(should, gm_decimal_of(100)) <= 0 &&
                      gm_ratio_fits(t->part->figure->interval, t->whole->figure->interval, interval);
}

static void report(gm_line_check *check, const trio *t, const repairs *r) {
  gm_decimal computed;
  bool above = gm_decimal_compare(t->part->figure->value, t->whole->figure->value) > 0;
  if (!r->share_count && (r->count == 1 || above)) {
    gm_report_repair(check, t->share, r->wrong, r->wrong == t->part ? t->whole : t->part, r->should, r->count == 1);
    return;
  }
  if (!gm_percent_of(t->part->figure->value, t->whole->figure->value, t->share->figure->value.scale, &computed)) return;
  gm_report_share(check, t->share, t->part, t->whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_mended_share(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_mention *share = &links->items[index];
  const gm_figure *f = share->figure;
  repairs found = {.count = 0};
  size_t stop;
  trio t, of = {.whole = NULL};
  if (f->verified || gm_is_delta(f) || !gm_is_exact(f) || !f->value.scale || f->value.digits < SHARE_DIGITS ||
      !find_part(links, index, &t) || gm_is_told(check, share) || gm_is_told(check, t.part))
    return;
  for (t.whole = t.part; t.whole-- > links->items && gm_same_sentence(t.whole, share);) {
    repairs r = {.count = 0};
    if (!may_be_whole(links, &t, t.whole)) continue;
    if (gm_is_told(check, t.whole) ||
        gm_ratio_fits(t.part->figure->interval, t.whole->figure->interval, gm_percent_interval(f, HALVES_LOOSE)))
      return;
    if (!names_them(links, &t, &stop)) continue;
    add_shares(links, &t, &r);
    add_repairs(links, &t, t.part, &r);
    add_repairs(links, &t, t.whole, &r);
    if (!r.count && !r.share_count) continue;
    if (of.whole) return; /* which it is of, no one can tell */
    of = t;
    found = r;
  }
  if (of.whole && !gm_earlier_share_fits(links, index, of.part, gm_percent_interval(f, 1)) &&
      !gm_share_is_explained(links, index) && !gm_disclaimed(links->view) && !gm_told_elsewhere(links, index, stop))
    report(check, &of, &found);
}
