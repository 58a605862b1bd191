/* DT-03: 8月4日至8月10日公开征求意见 …… 征求意见结束后，于8月2日召开论证会;
 * 9月24日至28日开展检查，…在检查结束2天后的9月20日: a day told of what comes behind a time, that lies before its end.
 */
#include "check/date_terms.h"
#include "check/edition.h"
#include "check/families.h"

#define HAN_BYTES   3u
#define REACH_BYTES 90u /* from 结束后 to the day */
#define NEAR_DAYS   62  /* a day farther back is of the next year, or of something else */
#define WAIT_DAYS   62  /* what comes behind a time comes as soon */

#define OTHER_TIMES "去年 上年 前年 上届 上次 往年 明年 次年 翌年 此前 原定 原计划 提前 推迟 延期 顺延 已于 早在 以来"

/* The byte behind which 结束后 or its like ends before the day, with the days it says have passed (2天后的), -1 when
 * none; *end gets where 结束 begins. 0 when nothing of the kind leads to the day. */
static uint32_t led_by_end(gm_text line, const gm_figures *figures, uint32_t i, int64_t *days, uint32_t *end) {
  static const char *const over[] = {"结束", "闭幕", "结业", "期满", "届满", "截止", NULL};
  static const char *const then[] = {"后", "之后", "以后", NULL}, *const later[] = {"后的", "后，",   "后于",
                                                                                    "后",   "后，于", NULL};
  static const char *const marks[] = {"。", "；", "，", "：", NULL};
  const gm_figure *f = &figures->items[i], *wait = i ? f - 1 : NULL;
  *days = -1;
  if (wait && wait->kind == GM_FIGURE_DURATION && gm_is_exact(wait) && !wait->value.scale &&
      !strcmp(gm_units[gm_units[wait->unit].same_as].name, "天")) {
    uint32_t at = gm_reads_one_before(line, wait->start, over), behind = gm_reads_one(line, wait->end, later);
    if (!at) at = gm_reads_one_before(line, wait->start, (const char *const[]){"结束后", "闭幕后", "期满后", NULL});
    if (!at || !behind || wait->end + behind != f->start) return 0;
    *days = wait->value.digits;
    *end = wait->start - at;
    return wait->start;
  }
  uint32_t least = f->start > REACH_BYTES ? f->start - REACH_BYTES : 0;
  for (uint32_t at = f->start; at > least + HAN_BYTES; at--) {
    if (memcmp(line.ptr + at - HAN_BYTES, "后", HAN_BYTES) != 0) continue;
    uint32_t n = gm_reads_one_before(line, at, then), word = n ? gm_reads_one_before(line, at - n, over) : 0;
    if (!word) continue;
    uint32_t comma = gm_reads(line, at, "，");
    *end = at - n - word;
    return gm_reads_within(line, at + comma, f->start, marks) ? 0 : at;
  }
  return 0;
}

/* The day as of the year of the time. */
static gm_date of_year(const gm_told_term *t, gm_date d) {
  if (!d.year || !t->last.year) d.year = t->last.year;
  return d;
}

/* Does the day lie behind the time, as soon as what follows does, or just as many days as are told? */
static bool follows(const gm_told_term *t, gm_date d, int64_t days) {
  int64_t off = gm_day_exists(d) ? gm_day_of_term(d) - gm_day_of_term(t->last) : -1;
  return days < 0 ? off >= 0 && off <= WAIT_DAYS : off == days;
}

/* Would the day follow if a digit of it, or its month, were another? */
static bool mends(const gm_told_term *t, gm_date d, int64_t days) {
  for (gm_date e = {d.year, d.month, 1}; e.day <= 31; e.day++)
    if (gm_days_slip(d.day, e.day) && follows(t, e, days)) return true;
  for (gm_date e = {d.year, 1, d.day}; e.month <= 12; e.month++)
    if (follows(t, e, days)) return true;
  return false;
}

/* Does no other day stand between the time and figure i, or before it in its sentence:
 * 4月18日举行朗诵活动，活动结束后？
 */
static bool stands_next(const gm_figures *figures, uint32_t line, uint32_t i, const gm_told_term *t) {
  const gm_figure *f = &figures->items[i];
  for (uint32_t k = i; k-- > 0 && &figures->items[k] != t->b;)
    if (gm_is_day_told(&figures->items[k]) && (t->line == line || figures->items[k].sentence == f->sentence))
      return false;
  return true;
}

/* The one time of what `label` names whose end is told before the day; NULL when there is none, or more than one. */
static const gm_told_term *ended(const gm_draft_check *check, uint32_t line, const char *label,
                                 const gm_told_terms *all) {
  const gm_told_term *found = NULL;
  for (unsigned k = 0; k < all->count; k++) {
    if (!gm_is_term_of(check, &all->items[k], line, label)) continue;
    if (found) return NULL;
    found = &all->items[k];
  }
  return found;
}

void gm_check_behind_end(gm_draft_check *check) {
  gm_told_terms all = {.count = 0};
  bool gathered = false;
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(DATE))) < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    const gm_figures *figures = &check->figures[line];
    if (!check->draft->classes[line].keep || figures->count > GM_MENTIONS_MAX) continue;
    gm_line_dates dates;
    bool dated = false;
    for (uint32_t i = 0; i < figures->count; i++) {
      const gm_figure *f = &figures->items[i];
      int64_t days;
      uint32_t end;
      if (!gm_is_day_told(f) || !led_by_end(text, figures, i, &days, &end)) continue;
      if (!gathered) gm_told_terms_of(check, &all);
      gathered = true;
      if (!all.count) return;
      if (!dated) gm_line_dates_of(figures, &dates);
      dated = true;
      const char *label = gm_label_before(text, end);
      const gm_told_term *t = label ? ended(check, line, label, &all) : NULL;
      if (!t || f == t->a || f == t->b || !stands_next(figures, line, i, t)) continue;
      gm_date d = of_year(t, dates.items[i]);
      int64_t off = gm_day_exists(d) ? gm_day_of_term(t->last) - gm_day_of_term(d) : 0;
      if (off <= 0 || off > NEAR_DAYS || !mends(t, d, days) || gm_is_reported(check, line, f) ||
          gm_sentence_says(check, line, f->start, OTHER_TIMES))
        continue;
      gm_report_figure(check, line, f);
      gm_lower(check->out, GM_SEVERITY_WARNING);
      gm_say(check->out, check->language, "%s早于%u月%u日，到那时尚未结束", "%s is before %u-%u, the last day of it",
             gm_quote_figure(check->draft, line, f).text, t->last.month, t->last.day);
      gm_relate_figure(check, t->line, t->b, "结束之日", "the last day");
    }
  }
}
