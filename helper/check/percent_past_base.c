/* PCT-01 of a share that is right of last year's whole and not of this year's, which it is told of:
 * 现有老人126人，去年是 118人。80岁以上的63人，占老人总数的53.4%. */
#include "check/families.h"
#include "check/percent.h"

#define PAST  "去年 上年 前年 上届 上月 上季度 同期 年初 上一年"
#define FINE  1  /* digits behind the point: that a share is of another by chance does not happen */
#define REACH 2u /* sentences from the two wholes to the part */

static bool is_whole(const gm_figure *f, const gm_mention *part) {
  return gm_is_amount(f) && gm_is_exact(f) && !gm_is_delta(f) && gm_comparable(f, part->figure) &&
         gm_decimal_compare(f->value, part->figure->value) > 0 &&
         !(f->roles & (GM_ROLE_THRESHOLD | GM_ROLE_EACH | GM_ROLE_TITLE | GM_ROLE_NUMBER_NAME));
}

static bool is_past(const gm_view *view, const gm_mention *m) {
  return gm_find_word(view, m->clause, m->from, PAST) != SIZE_MAX || m->figure->roles & GM_ROLE_COMPARED;
}

/* What there is now, told before what there was, `then`, in its sentence, as the first of its kind. */
static const gm_mention *told_now(const gm_links *links, const gm_mention *then, const gm_mention *part) {
  const gm_mention *now = NULL;
  for (const gm_mention *m = then; m-- > links->items && gm_same_sentence(m, then);)
    if (is_whole(m->figure, part)) now = m;
  return now && !is_past(links->view, now) &&
                 gm_find_word(links->view, gm_sentence_start(links->view, now->from), now->from, PAST) == SIZE_MAX
             ? now
             : NULL;
}

void gm_check_share_of_past(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *part, *then = NULL;
  size_t at, stop;
  gm_decimal computed;
  if (!(share->figure->roles & GM_ROLE_SHARE) || !gm_is_exact(share->figure) || share->figure->value.scale < FINE ||
      gm_is_told(check, share) || gm_lead_of(links, index, &at, &stop) != GM_LEAD_SHARE ||
      !(part = gm_part_beside(links, index, at)))
    return;
  const gm_interval told = gm_percent_interval(share->figure, 1);
  for (const gm_mention *m = links->items; m < part; m++) {
    if (!gm_is_amount(m->figure) || !gm_comparable(m->figure, part->figure) ||
        !gm_ratio_fits(part->figure->interval, m->figure->interval, told))
      continue;
    if (then || !is_whole(m->figure, part) || !is_past(view, m) || gm_same_sentence(m, part) ||
        m->figure->sentence + REACH < part->figure->sentence)
      return; /* any fit accepts */
    then = m;
  }
  if (!then ||
      gm_find_word(view, gm_sentence_start(view, part->from), share->from, PAST " 其中 计划 任务 目标 预算") !=
          SIZE_MAX ||
      gm_find_word(view, stop, share->from, GM_WIDER) != SIZE_MAX)
    return;
  const gm_mention *now = told_now(links, then, part);
  if (!now || gm_ratio_fits(part->figure->interval, now->figure->interval, gm_percent_interval(share->figure, 3)) ||
      gm_is_told(check, now) || gm_is_told(check, then) || gm_is_told(check, part) || gm_disclaimed(view) ||
      gm_share_of_sum_fits(links, part->figure, told) ||
      !gm_percent_of(part->figure->value, now->figure->value, share->figure->value.scale, &computed))
    return;
  gm_report_share(check, share, part, now, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_relate_mention(check, then, "文中占比所据的往期总数", "the earlier whole that the share is of");
}
