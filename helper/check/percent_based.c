/* PCT-01 of a share whose base is called as the text calls it right before its number: 归集12.96亿元。提取8.1亿元，
 * 占归集额的七成多; 过检车辆5400台。查获54起，占过检车辆的千分之一. What other pair gives the share does not count
 * then. A part told in 万 for 亿 is seen by the share that it has once that is mended. */
#include "check/families.h"
#include "check/percent.h"

#define STEM_LEAST    2u
#define OTHER_UNITS   3u /* characters of a base whose things have a unit of their own: 过检车辆 */
#define REACH         2u /* sentences back to the whole */
#define LINKS         "为 是 达 共 有 共有 达到 了 约 掉 出 到 已 计 数 量 额 数为 量为 额为 总数 总量 总额"
#define ALL           "全部 全年 今年 当年 本年 年度 总 所有 整个 全体 到 比 了"
#define TAILS         "总数 总量 总额 数 量 额 的"
#define PAST          "去年 上年 前年 上月 同期 往年 上届 上季度 上半年"
#define FAR_PERMILLE  500
#define WAN_TO_YI     4
#define PRINTED_LEAST 3 /* digits that make a shift of the point a sign */

/* The words of the base from `stop` to the share, without 全年 and 总额: [*from, *to). */
static bool read_stem(const gm_view *view, size_t stop, const gm_mention *part, const gm_mention *share, size_t *from,
                      size_t *to) {
  size_t n;
  /* 成交额17490.8万元，占总成交量的: of quantities, and not of money */
  bool money = part->figure->kind == GM_FIGURE_MONEY;
  if (!gm_one_before(view, share->from, "的") || gm_one_before(view, share->from - 1, money ? "量数" : "额"))
    return false;
  *from = stop;
  *to = share->from;
  while (*from < *to && (n = gm_words_at(view, *from, ALL))) *from += n;
  while (*to > *from && (n = gm_words_before(view, *to, TAILS))) *to -= n;
  for (size_t i = *from; i < *to; i++)
    if (!(view->cls[i] & GM_HAN) || view->cls[i] & GM_NUMERAL) return false;
  return *to >= *from + STEM_LEAST;
}

/* Does the stem stand right before the number, or right behind its unit? */
static bool is_called(const gm_view *view, const gm_mention *m, size_t from, size_t to) {
  size_t end = m->from, n;
  if (gm_reads_alike(view, m->to, from, to - from)) return true; /* 5400台过检车辆 */
  while (end > m->label && (n = gm_words_before(view, end, LINKS)) && end >= m->label + n) {
    if (end >= m->label + (to - from) && gm_reads_alike(view, end - (to - from), from, to - from)) return true;
    end -= n;
  }
  return end >= m->label + (to - from) && gm_reads_alike(view, end - (to - from), from, to - from);
}

static bool can_be_whole(const gm_figure *f) {
  return gm_is_amount(f) && gm_is_exact(f) && f->value.digits > 0 && gm_can_be_whole(f) &&
         !(f->roles & GM_ROLE_COMPARED);
}

static bool is_count(const gm_figure *f) {
  uint8_t unit_class = gm_units[f->unit].unit_class;
  return unit_class == GM_CLASS_COUNT || unit_class == GM_CLASS_PERSON || unit_class == GM_CLASS_VISIT;
}

/* The only amount before the part that is called by the stem; NULL when there is none, or several. */
static const gm_mention *whole_called(const gm_links *links, const gm_mention *part, size_t from, size_t to) {
  const gm_view *view = links->view;
  const gm_mention *found = NULL;
  for (const gm_mention *m = part; m-- > links->items && m->figure->sentence + REACH >= part->figure->sentence;) {
    bool like = gm_comparable(m->figure, part->figure) ||
                (to - from >= OTHER_UNITS && is_count(m->figure) && is_count(part->figure));
    if (!can_be_whole(m->figure) || !like || !is_called(view, m, from, to)) continue;
    if (found && gm_decimal_compare(found->figure->value, m->figure->value)) return NULL;
    found = m;
  }
  return found && gm_find_word(view, found->clause, found->from, PAST) == SIZE_MAX ? found : NULL;
}

/* Is the share that of the part in any other amount like it, or of what comes to the part's row? */
static bool is_explained(const gm_links *links, const gm_mention *part, const gm_mention *whole, gm_interval told) {
  for (unsigned i = 0; i < links->count; i++) {
    const gm_mention *m = &links->items[i];
    if (m != part && m != whole && gm_is_amount(m->figure) && gm_comparable(m->figure, part->figure) &&
        gm_ratio_fits(part->figure->interval, m->figure->interval, told))
      return true;
  }
  return gm_share_of_row_fits(links, (unsigned)(part - links->items), told);
}

/* 完成投资3.55万元，占总投资14.2亿元的25.0%: what the part would be with 亿 for 万, or the other way round, as the
 * share wants it; false when it does not. */
static bool is_shifted(const gm_view *view, const gm_mention *part, const gm_mention *whole, gm_interval told,
                       gm_decimal *should) {
  int scale = gm_printed_scale(view->raw, part->figure), by = scale == WAN_TO_YI ? WAN_TO_YI : -WAN_TO_YI;
  gm_interval shifted = part->figure->interval;
  if (!scale || !gm_decimal_shift(part->figure->value, by, should) ||
      !gm_decimal_shift(shifted.low, by, &shifted.low) || !gm_decimal_shift(shifted.high, by, &shifted.high))
    return false;
  return gm_ratio_fits(shifted, whole->figure->interval, told) &&
         gm_decimal_compare(*should, whole->figure->value) <= 0;
}

void gm_check_based_share(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = links->view;
  const gm_mention *share = &links->items[index], *part, *whole;
  const gm_figure *f = share->figure;
  size_t at, stop, from, to;
  gm_decimal computed, should;
  if ((f->kind != GM_FIGURE_FRACTION && !(f->kind == GM_FIGURE_PERCENT && f->roles & GM_ROLE_SHARE)) ||
      f->approx == GM_APPROX_VAGUE || gm_is_told(check, share) ||
      gm_lead_of(links, index, &at, &stop) != GM_LEAD_SHARE || !(part = gm_part_beside(links, index, at)) ||
      !read_stem(view, stop, part, share, &from, &to) || gm_told_elsewhere(links, index, at) ||
      !(whole = whole_called(links, part, from, to)))
    return;
  gm_interval told = gm_share_interval(f, 1);
  if (gm_ratio_fits(part->figure->interval, whole->figure->interval, gm_share_loosely(f)) ||
      is_explained(links, part, whole, told) || gm_rated_whole_fits(links, (unsigned)(part - links->items), told) ||
      gm_is_told(check, part) || gm_is_told(check, whole) || gm_disclaimed(view))
    return;
  bool shifted = gm_comparable(part->figure, whole->figure) && f->value.digits >= PRINTED_LEAST &&
                 is_shifted(view, part, whole, told, &should);
  if (!gm_percent_of(part->figure->value, whole->figure->value, f->kind == GM_FIGURE_PERCENT ? f->value.scale : 1,
                     &computed))
    return;
  if (!shifted && (gm_decimal_compare(part->figure->value, whole->figure->value) > 0 ||
                   (f->kind == GM_FIGURE_PERCENT && !gm_within(computed, f->value, FAR_PERMILLE) &&
                    gm_look_alike(gm_decimal_trim(computed), gm_decimal_trim(f->value)) == GM_UNLIKE)))
    return;
  gm_report_share(check, share, part, whole, computed);
  gm_lower(check->out, GM_SEVERITY_WARNING);
}
