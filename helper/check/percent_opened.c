/* PCT-01 of a row whose whole stands in front: 12个断面中，Ⅰ—Ⅲ类11个，占91.7%；Ⅳ类1个，占5.3%. The first part with its
 * share bears the whole out; those behind it are of the same, however far off they are. */
#include "check/percent.h"
#include "check/swap.h"

#define HALVES_LOOSE 3

/* Is mention `index` an amount of what `whole` counts, with a share of nothing else right behind it: ，占5.3%? */
static bool is_pair(const gm_links *links, unsigned index, const gm_mention *whole) {
  const gm_view *view = links->view;
  const gm_mention *part = &links->items[index], *share = part + 1;
  return index + 1 < links->count && gm_same_sentence(share, whole) && gm_is_count(part->figure) &&
         gm_comparable(part->figure, whole->figure) && share->figure->kind == GM_FIGURE_PERCENT &&
         gm_is_exact(share->figure) && !gm_is_delta(share->figure) && share->figure->value.scale &&
         gm_words_at(view, part->to, "，占 ，占比 ，占比为 ，约占 ，占比达") == share->from - part->to;
}

/* Does the row of parts begin right behind the whole: 中，, 其中, ：? */
static bool opens_row(const gm_view *view, const gm_mention *whole, const gm_mention *part) {
  size_t mark = gm_find_mark(view, whole->to, part->from, "，：");
  return mark != SIZE_MAX && (gm_one_of(view, mark, "：") || gm_one_before(view, mark, "中") ||
                              gm_words_at(view, mark, "，其中") || part->label == mark + 1);
}

/* Does another amount of the line, or the sum of some with the part among them, give the share? */
static bool other_fits(const gm_links *links, const gm_mention *part, const gm_mention *share) {
  gm_interval percent = gm_percent_interval(share->figure, HALVES_LOOSE);
  for (unsigned i = 0; i < links->count; i++)
    if (&links->items[i] != part && gm_is_amount(links->items[i].figure) &&
        gm_comparable(links->items[i].figure, part->figure) &&
        gm_ratio_fits(part->figure->interval, links->items[i].figure->interval, percent))
      return true;
  return gm_share_of_sum_fits(links, part->figure, percent);
}

/* Does another digit in the share, or in the part, mend it? */
static bool digit_mends(const gm_mention *part, const gm_mention *share, const gm_mention *whole) {
  gm_figure told = *share->figure;
  gm_decimal should;
  gm_interval interval;
  told.interval = gm_percent_interval(share->figure, 1);
  for (unsigned state = 0; gm_next_digit(&told, &state, &should, &interval);)
    if (gm_ratio_fits(part->figure->interval, whole->figure->interval, interval)) return true;
  for (unsigned state = 0; gm_next_digit(part->figure, &state, &should, &interval);)
    if (gm_ratio_fits(interval, whole->figure->interval, told.interval)) return true;
  return false;
}

static void judge(gm_line_check *check, const gm_links *links, const gm_mention *part, const gm_mention *whole) {
  const gm_mention *share = part + 1;
  gm_decimal computed;
  if (gm_is_told(check, part) || gm_is_told(check, share) || share->figure->verified ||
      gm_ratio_fits(part->figure->interval, whole->figure->interval,
                    gm_percent_interval(share->figure, HALVES_LOOSE)) ||
      !digit_mends(part, share, whole) || other_fits(links, part, share) || gm_disclaimed(links->view) ||
      !gm_percent_of(part->figure->value, whole->figure->value, share->figure->value.scale, &computed))
    return;
  gm_report_share(check, share, part, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}

void gm_check_opened_row(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *whole = &links->items[index];
  unsigned first = index + 1;
  if (index + 4 >= links->count || !gm_is_count(whole->figure) || whole->figure->kind == GM_FIGURE_PERCENT ||
      !is_pair(links, first, whole) || !opens_row(view, whole, &links->items[first]) ||
      !gm_ratio_fits(links->items[first].figure->interval, whole->figure->interval,
                     gm_percent_interval(links->items[first + 1].figure, 1)))
    return;
  for (unsigned i = first + 2; is_pair(links, i, whole); i += 2) {
    size_t mark = gm_find_mark(view, links->items[i - 1].to, links->items[i].from, "，；：");
    if (mark != links->items[i - 1].to || mark + 1u != links->items[i].clause ||
        gm_find_word(view, mark, links->items[i].from, "其中 中 里 含 包括 这") != SIZE_MAX)
      return;
    judge(check, links, &links->items[i], whole);
  }
}
